# Makes $1/image.tar, the file tree of a Java base image, of the packages that are unpacked in $1/tree. JAVA is its version.
# Runs in a mount namespace of its own, with which its mounts go.
set -eu
tree=$1/tree
root=$1/root
mkdir -p "$root"/{bin,sbin,usr/bin,usr/sbin,usr/lib/locale,etc,opt/java,root,var/log,proc,sys,dev}
mkdir -m 1777 "$root/tmp"
mkdir -p "$tree"/{proc,tmp}
mount -t proc proc "$tree/proc"
in_tree() { chroot "$tree" "$@"; }

jdk=$(cd "$tree" && echo usr/lib/jvm/java-"$JAVA"-openjdk-*)
[ "$JAVA" -gt 8 ] || jdk=$jdk/jre
# Its links lead to /etc, some to packages that are not there. What needs a screen goes, and so do pages of the manual.
in_tree /usr/bin/busybox cp -rL "/$jdk" /java 2>/dev/null || true
rm -rf "$tree"/java/{man,legal,ASSEMBLY_EXCEPTION,THIRD_PARTY_README} "$tree"/java/lib/{,*/}lib{awt_xawt,jawt,splashscreen}.so
loader=$(cd "$tree" && ls lib64/ld-linux*.so.* lib/ld-linux*.so.* 2>/dev/null | head -n 1)
{
  find "$tree/java" -type f \( -name '*.so' -o -perm -u+x \) -printf '/java/%P\n' | while read -r file; do
    in_tree "/$loader" --list "$file" 2>/dev/null || true
  done | grep -o '/[^ ]*\.so[^ ]*' | grep -v '^/java/'
  # An older glibc loads these by name.
  in_tree /usr/bin/busybox find /lib/ -name 'libnss_files*.so*' -o -name 'libnss_dns*.so*' -o -name 'libresolv.so*'
} | sort -u | while read -r library; do
  mkdir -p "$root${library%/*}"
  # A link may lead to a path of the tree.
  in_tree /usr/bin/busybox cat "$library" >"$root$library"
  chmod 755 "$root$library"
done
mv "$tree/java" "$root/opt/java/openjdk"
# Applications here live for seconds: they start in half the time without the optimizing compiler and with shared classes.
# A variable would do as well, but Java announces in the log what it takes from there.
options='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto'
# Nobody need prove what javac compiled.
[ "$JAVA" -gt 8 ] || options="$options -XX:-BytecodeVerificationRemote"
home=/opt/java/openjdk
mv "$root$home/bin/java" "$root$home/bin/java$JAVA"
printf '#!/bin/sh\nexec %s/bin/java%s %s "$@"\n' "$home" "$JAVA" "$options" >"$root$home/bin/java"
chmod 755 "$root$home/bin/java"

# The locales of the real images, without which Java writes `?` for every Chinese character.
in_tree /usr/bin/busybox gunzip -f /usr/share/i18n/charmaps/UTF-8.gz
in_tree localedef --no-archive -i en_US -f UTF-8 /usr/lib/locale/en_US.utf8
cp -r "$tree/usr/lib/locale/en_US.utf8" "$root/usr/lib/locale/"
cp -r "$tree"/usr/lib/locale/C.[uU]* "$root/usr/lib/locale/C.utf8"

cp --dereference "$tree/usr/bin/busybox" "$root/bin/busybox"
for applet in $("$root/bin/busybox" --list); do
  [ "$applet" = busybox ] || ln -s /bin/busybox "$root/bin/$applet"
done
printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n' >"$root/etc/passwd"
printf 'root:x:0:\nnogroup:x:65534:\n' >"$root/etc/group"
printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"

mount -t proc proc "$root/proc"
chroot "$root" /opt/java/openjdk/bin/java -Xshare:dump >/dev/null 2>&1
umount "$root/proc" "$tree/proc"
tar -C "$root" -cf "$1/image.tar" .
