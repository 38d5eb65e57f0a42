# Becomes the command in what a container would give it, as far as the kernel does that without a container engine:
# a root of its own that is mounted read-only, a private /tmp, no capabilities, and the image's user if root starts it.
# run.sh ROOT IMAGE JDK SHARED USER NAME=VALUE... COMMAND...
set -eu
root=$1 image=$2 jdk=$3 shared=$4 user=$5
shift 5
mount --make-rprivate / 2>/dev/null || true
mount -t tmpfs -o mode=755 tmpfs "$root"
for folder in bin lib lib64 usr etc dev proc sys; do
  [ -e "/$folder" ] || continue
  mkdir "$root/$folder"
  mount --rbind "/$folder" "$root/$folder"
done
for folder in "$image"/*; do
  mkdir "$root/${folder##*/}"
  mount --bind "$folder" "$root/${folder##*/}"
done
mkdir "$root/jdk" "$root/run" "$root/tmp"
mount --rbind "$jdk" "$root/jdk"
mount --bind "$shared" "$root/run"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mount -o remount,ro,bind "$root"
if [ "$user" = mapped ]; then
  exec chroot "$root" setpriv --no-new-privs --bounding-set=-all --inh-caps=-all env -i -C /app PATH=/jdk/bin "$@"
fi
exec chroot "$root" setpriv --reuid="${user%:*}" --regid="${user#*:}" --clear-groups --no-new-privs --bounding-set=-all \
  --inh-caps=-all env -i -C /app PATH=/jdk/bin "$@"
