import { quote } from '../shell/quote.ts';

/**
 * awk: `nginx -T` puts a heading in front of each file, and any comment in a file may read like one. What a heading's file
 * holds is compared with what follows it; a line in there that looks like a heading is made one that does not. NUL is left
 * out, since bash kept none of what nginx printed. A comment may name anything: only a plain file is read, and not for long.
 */
const compare = `{ line[NR] = $0 }
END {
  for (i = 1; i <= NR; i++) {
    print line[i]
    if (line[i] !~ /^# configuration file \\/.*:$/) continue
    path = substr(line[i], 22, length(line[i]) - 22); same = 1
    gsub(/'/, "'\\\\''", path)
    read = "[ -f '" path "' ] && timeout -s KILL 10 cat -- '" path "' | tr -d '\\\\000'"
    for (n = 0; (read | getline text) > 0; n++) if ((text "") != (line[i + n + 1] "")) same = 0
    close(read)
    for (; same && n > 0; n--) { text = line[++i]; sub(/^# configuration file \\//, "## configuration file /", text); print text }
  }
}`;

/**
 * Bash functions about the files in what `nginx -T` printed, which is in `dump`:
 * - `paths`: those that headings name, a line each.
 * - `with_own_headings`: the dump, in which no comment reads like a heading. Each file is read for that only where one of
 *   them holds such a line, or cannot be read to its end.
 */
export const headings = `paths() { printf '%s\\n' "$dump" | sed -n 's/^# configuration file \\(.*\\):$/\\1/p'; }
with_own_headings() {
  if paths | while IFS= read -r path; do [ ! -f "$path" ] || printf '%s\\0' "$path"; done |
    { timeout -s KILL 10 xargs -0 -r sed -n p || echo '# configuration file /:'; } 2>/dev/null |
    tr -d '\\000' | grep -qa '^# configuration file /.*:$'
  then printf '%s\\n' "$dump" | awk ${quote(compare)}
  else printf '%s\\n' "$dump"
  fi
}`;
