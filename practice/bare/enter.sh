# Process 1 of a bare machine: makes the file tree $1 its root, with its own processes, network and devices' memory, and
# runs the remaining words there as bash commands, one after another. What each came to goes to /root/results.
set -eu
root=$1
shift
# The link to the world is up once the caller has said so; it closes standard input instead where that failed.
read -r _
mount --make-rprivate /
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount -t sysfs sysfs "$root/sys"
mount --rbind /sys/fs/cgroup "$root/sys/fs/cgroup"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
cd "$root"
pivot_root . mnt
exec chroot . /bin/bash -c '
umount --lazy /mnt
hostname bare
mkdir -m 1777 /run/lock
cd /root/project
number=0
for command in "$@"; do
  number=$((number + 1))
  printf "\n== bare: %s\n" "$command"
  begun=$SECONDS
  bash -o pipefail -c "{ $command; } 2>&1 | tee /root/output-$number" </dev/null
  echo "$? $((SECONDS - begun))" >>/root/results
done
' bash "$@"
