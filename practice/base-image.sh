# Makes $1/image.tar: a Java 17 runtime with the libraries it needs and busybox, about 66 MB.
set -eu
work=$1
root=$work/root
rm -rf "$root"
mkdir -p "$root"/bin "$root"/sbin "$root"/usr/bin "$root"/usr/sbin "$root"/etc "$root"/opt "$root"/root "$root"/var/log "$root"/proc "$root"/sys "$root"/dev
mkdir -m 1777 "$root/tmp"
jlink --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.localedata,jdk.zipfs,jdk.management,jdk.naming.dns \
  --strip-debug --no-header-files --no-man-pages --compress=2 \
  --add-options='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto' --output "$root/opt/java"
# Applications here live for seconds: without the optimizing compiler and with shared classes they start in half the time.
"$root/opt/java/bin/java" -Xshare:dump >/dev/null
find "$root/opt/java" -type f \( -name '*.so' -o -perm -u+x \) -exec ldd {} + 2>/dev/null |
  grep -o '/[^ ]*\.so[^ ]*' | grep -v "^$root" | sort -u | while read -r library; do
  [ -e "$library" ] || continue
  mkdir -p "$root$(dirname "$library")"
  cp --dereference "$library" "$root$library"
done
cp /bin/busybox "$root/bin/busybox"
for applet in $(/bin/busybox --list); do
  [ "$applet" = busybox ] || ln -s /bin/busybox "$root/bin/$applet"
done
printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n' >"$root/etc/passwd"
printf 'root:x:0:\nnogroup:x:65534:\n' >"$root/etc/group"
printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"
tar -C "$root" -cf "$work/image.tar" .
