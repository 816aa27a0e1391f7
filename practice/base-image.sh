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
if [ "$JAVA" = 8 ]; then
  # Its links lead to /etc. What needs a screen goes, and so do pages of the manual.
  in_tree /usr/bin/busybox cp -rL "/$jdk/jre" /java 2>/dev/null || true
  rm -rf "$tree"/java/{man,ASSEMBLY_EXCEPTION,THIRD_PARTY_README} "$tree"/java/lib/*/lib{awt_xawt,jawt,splashscreen}.so
else
  # What 11 calls so asks for objcopy in later ones; Debian's libraries are stripped as they are.
  strip=--strip-java-debug-attributes compress=zip-6
  [ "$JAVA" -gt 11 ] || strip=--strip-debug
  [ "$JAVA" -gt 17 ] || compress=2
  in_tree "/$jdk/bin/jlink" --output /java \
    --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.localedata,jdk.zipfs,jdk.management,jdk.naming.dns \
    "$strip" --no-header-files --no-man-pages --exclude-files='**.debuginfo' --compress="$compress" \
    --add-options='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto'
fi
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
# Applications here live for seconds: they start in half the time without the optimizing compiler, with shared classes, and
# where nobody proves what javac compiled.
if [ "$JAVA" = 8 ]; then
  # A file of options, as jlink writes it, is unknown to 8, and what it takes from variables it announces in the log.
  mv "$root/opt/java/openjdk/bin/java" "$root/opt/java/openjdk/bin/java8"
  printf '#!/bin/sh\nexec /opt/java/openjdk/bin/java8 -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-BytecodeVerificationRemote -Xshare:auto "$@"\n' \
    >"$root/opt/java/openjdk/bin/java"
  chmod 755 "$root/opt/java/openjdk/bin/java"
fi

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
