/**
 * Bash functions for a container that has ended and whose layer is no folder that could be read: Docker copies out of it,
 * and the names, times and sizes are those of the copies. Nothing is written down. They follow `open_layer`; `files` prints
 * what is worth keeping, and `until` is when they end.
 * - `layer_folders`: folders in which anything was changed.
 * - `copied_names ID FOLDER`: names of the files in a folder; false where it cannot tell. Where something is mounted below,
 *   Docker would copy that, too.
 * - `stopped_copies ID`: pairs of records `FOLDER` and what `tar -tv` says of a copy that was made from there.
 */
export const stoppedFunctions = `
layer_folders() { layer_changes | sed -z 's,^. ,,;s,/[^/]*$,,' | LC_ALL=C sort -zu; }
copied_names() { (
  set -o pipefail
  for mount in \${mounts[@]+"\${mounts[@]}"}; do case $mount/ in "$2"/*) exit 1 ;; esac; done
  timeout 60 docker cp "$1:$2/." - 2>/dev/null | tar -t --quoting-style=literal 2>/dev/null | sed -n 's,^[.]/,,;/[^/]$/p'
) }
# Whole folders where the image has none, or there are many files, since each copy costs a call of Docker; else single files.
stopped_copies() {
  local path
  { [ "$pid" -eq 0 ] && [ ! -d "$upper" ]; } || return 0
  while IFS= read -r path; do
    [ "$SECONDS" -lt "$until" ] || return 0
    path=\${path//$'\\001'/$'\\n'}
    printf '%s\\0' "\${path%/*}"
    timeout 60 docker cp "$1:$path" - 2>/dev/null | TZ=UTC0 LC_ALL=C tar -tv --full-time --numeric-owner --quoting-style=escape 2>/dev/null
    printf '\\0'
  done < <(LC_ALL=C awk '
    function parent(path) { sub("/[^/]*$", "", path); return path }
    function is_mount(path,  at) { for (at = 0; at < mounts; at++) if (index(mount[at] "/", path "/") == 1) return 1; return 0 }
    function is_mounted(path,  at) { for (at = 0; at < mounts; at++) if (index(path, mount[at] "/") == 1) return 1; return 0 }
    function root(folder,  at, top) {
      if (folder in root_of) return root_of[folder]
      for (at = folder; at != ""; at = parent(at)) if (kind[at] == "A" && !is_mount(at)) top = at
      return root_of[folder] = top
    }
    list == 1 { if ($0 != "") mount[mounts++] = $0; next }
    list == 2 { folder[$0] = 1; next }
    { path = substr($0, 3) }
    list == 3 { kind[path] = substr($0, 1, 1); next }
    !/^D/ && !(path in folder) && !is_mount(path) && !is_mounted(path) {
      top = root(parent(path))
      if (top == "") { single[++singles] = path; beside[parent(path)]++ }
      else if (!(top in told)) { print top; told[top] = 1 }
    }
    END {
      for (at = 1; at <= singles; at++) {
        top = parent(single[at])
        if (top == "" || beside[top] < 20 || is_mount(top)) print single[at]
        else if (!(top in told)) { print top; told[top] = 1 }
      }
    }' list=1 <(printf '%s\\0' \${mounts[@]+"\${mounts[@]}"} | lines) list=2 <(layer_folders | lines) list=3 <(layer_changes | lines) list=4 <(files | lines))
}`;
