# Makes $1/blank.tar and $1/ready.tar: the file trees of practice servers. Settings come as variables (server-image.ts).
set -eu
work=$1
root=$work/root
export DEBIAN_FRONTEND=noninteractive LC_ALL=C
rm -rf "$root"
debootstrap --variant=minbase --components="$COMPONENTS" --include="$BLANK_PACKAGES" "$CODENAME" "$root" "$REPOSITORY"
mount -t proc proc "$root/proc"
in_root() { chroot "$root" "$@"; }

printf '%s\n' "$SOURCES" >"$root/etc/apt/sources.list"
if [ -n "$APT_SETTINGS" ]; then printf '%s\n' "$APT_SETTINGS" >"$root/etc/apt/apt.conf.d/90practice"; fi
cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"

printf '%s\n' "$ACCOUNTS" | while IFS=: read -r name password sudo; do
  in_root id "$name" >/dev/null 2>&1 || in_root useradd --create-home --shell /bin/bash "$name"
  printf '%s:%s\n' "$name" "$password" | in_root chpasswd
  case $sudo in
    nothing) printf '%s ALL=(ALL) NOPASSWD: ALL\n' "$name" ;;
    password) printf '%s ALL=(ALL) ALL\n' "$name" ;;
    *) continue ;;
  esac >"$root/etc/sudoers.d/$name"
  chmod 0440 "$root/etc/sudoers.d/$name"
done

printf 'PermitRootLogin yes\nPasswordAuthentication yes\nAuthorizedKeysFile .ssh/authorized_keys /etc/ssh/practice_keys\n' >"$root/etc/ssh/sshd_config.d/practice.conf"
rm -f "$root"/etc/ssh/ssh_host_*
# Devices, consoles and the clock belong to the machine underneath.
in_root systemctl mask systemd-udevd.service systemd-udevd-control.socket systemd-udevd-kernel.socket \
  getty.target console-getty.service systemd-timesyncd.service systemd-firstboot.service >/dev/null 2>&1
: >"$root/etc/machine-id"

in_root apt-get clean
in_root apt-get update -q
in_root apt-get install -q -y --download-only --no-install-recommends $FETCHED_PACKAGES
tree() { tar -C "$root" --exclude=./proc/\* --exclude=./etc/resolv.conf -cf "$1" .; }
tree "$work/blank.tar"

# Packages may not start their services here; on a booted server systemd starts them.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 0755 "$root/usr/sbin/policy-rc.d"
in_root apt-get install -q -y --no-install-recommends $READY_PACKAGES
rm "$root/usr/sbin/policy-rc.d"
in_root apt-get clean
tree "$work/ready.tar"
umount "$root/proc"
