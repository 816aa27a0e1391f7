/**
 * Bash functions of the server's own `rollback` about the application's lock: the file that deploys lock, and beside it who
 * holds it. `take_lock` waits for it; descriptor 9 has it from then on, and 7 the holder's file, as with a deploy.
 */
export const lockFunctions = `holder_words() {
  sed -n 's/.*"who":"\\([^"]*\\)".*"runUrl":"\\([^"]*\\)".*"since":"\\([^"]*\\)".*/\\1 \\2, \\3/p' "$holder" 2>/dev/null | head -n 1 | plain
}
take_lock() {
  local since token by
  mkdir -p -m 700 "$locks" && exec 9>>"$lock" || refuse noLock "$lock"
  if ! flock -w 0.2 9; then
    say waiting "$app" "$(holder_words)"
    flock -w 600 9 || refuse locked "$(holder_words)"
  fi
  since=$(date -u +%Y-%m-%dT%H:%M:%SZ) token=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \\n')
  by=$(say who "$who")
  { exec 7>"$holder.new" && flock -n 7 &&
    printf '{"who":"%s","runUrl":"-","commit":"-","since":"%s","token":"%s"}\\n' "$by" "$since" "$token" >&7 &&
    mv -f "$holder.new" "$holder"; } || refuse noLock "$lock"
}`;
