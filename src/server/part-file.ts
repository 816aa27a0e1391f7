/**
 * Bash for a file that comes to `$target`, behind `$target` and `$sha256`, after the prelude: it names `$part`, the file beside it
 * that is filled, and defines `hash_of FILE`, `publish`, which gives a part that is whole its name, and `remove_parts`, of
 * those that nobody writes any more.
 */
export const partFunctions = `part=$target.part-\${sha256:0:8}
hash_of() { sha256sum <"$1" | cut -c1-64; }
publish() { chmod 0600 "$part" && put_in_place "$part" "$target"; }
remove_parts() {
  local other
  for other in "$target".part-*; do
    [ ! -f "$other" ] || flock -n "$other" rm -f "$other"
  done
}
`;
