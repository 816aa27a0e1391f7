import { rangeFunction } from '../shell/range.ts';

/**
 * Bash that takes a jar apart by its recipe (src/jar/unpacking-recipe.ts) with dd, gzip, tar, mkdir and xargs. It defines
 * `take_apart JAR RECIPE FOLDER`, which fills a folder that is there and empty; the jar is one whose SHA-256 was proven.
 *
 * A stored file is a range of the jar. Deflated ones go through one gzip and one tar: each is a gzip member of its own,
 * whose checksum gzip proves; the tar header before it is one as well, not compressed.
 */
export const unpacking = `take_apart() (
  set -f
  set -o pipefail
  umask 022
  export LC_ALL=C
  recipe=$(gzip -dc "$2") || exit 1
  cd "$3" || exit 1
  IFS=$'\\n'
  lines=($recipe)
  IFS=' '
  jar=$1
  printf -v nothing '\\\\000%.0s' {1..1536}
  member='\\037\\213\\010\\000\\000\\000\\000\\000\\000\\003'
  ${rangeFunction}
  # Numbers and hexadecimal bytes as escapes of printf, into the variable that comes first.
  short() { printf -v "$1" '\\\\%03o\\\\%03o' $(($2 & 255)) $(($2 >> 8 & 255)); }
  long() { printf -v "$1" '\\\\%03o\\\\%03o\\\\%03o\\\\%03o' $(($2 & 255)) $(($2 >> 8 & 255)) $(($2 >> 16 & 255)) $(($2 >> 24 & 255)); }
  bytes() { printf -v "$1" '\\\\x%s\\\\x%s\\\\x%s\\\\x%s' "\${2:0:2}" "\${2:2:2}" "\${2:4:2}" "\${2:6:2}"; }
  # Of a line what is before its path, word by word, and the path.
  fields() { field=(\${1%%$'\\t'*}); path=\${1#*$'\\t'}; }
  stored() {
    for line in \${lines[@]+"\${lines[@]}"}; do
      [[ $line == S\\ * ]] || continue
      fields "$line"
      offset=\${field[1]} size=\${field[2]}
      if [ "$size" = 0 ]; then : >"$path"; else range "$jar" "$offset" "$size" >"$path"; fi || return 1
    done
  }
  alone() {
    for line in \${lines[@]+"\${lines[@]}"}; do
      [[ $line == L\\ * ]] || continue
      fields "$line"
      long isize "\${field[3]}"
      bytes crc "\${field[4]}"
      { printf "$member" && range "$jar" "\${field[1]}" "\${field[2]}" && printf "$crc$isize"; } | gzip -dc >"$path" || return 1
    done
  }
  # A part of the jar as escapes, 512 bytes a row; and bytes of it, \`cut FROM COUNT\`, into \`piece\`.
  rows() {
    local text
    text=$(range "$jar" "$1" "$2" | od -An -v -to1 -w512 | tr ' ' '\\\\') || return 1
    IFS=$'\\n'
    row=($text)
    IFS=' '
  }
  cut() {
    local at=$(($1 / 512)) from=$(($1 % 512)) left=$2
    piece=\${row[at]:from * 4:left * 4}
    for ((left -= 512 - from; left > 0; left -= 512)); do
      at=$((at + 1))
      piece+=\${row[at]:0:left * 4}
    done
  }
  # A gzip member that is not compressed, up to where its bytes begin: \`open LENGTH\`, into \`begin\`.
  open() {
    short length "$1"
    short other $((65535 - $1))
    begin="$member\\\\001$length$other"
  }
  deflated() {
    padding=0
    for line in \${lines[@]+"\${lines[@]}"}; do
      case $line in
        Z\\ * | z\\ *) ;;
        R\\ *)
          fields "$line"
          rows "\${field[1]}" "\${field[2]}" || return 1
          continue ;;
        E\\ *)
          bytes crc "\${line#E }"
          open $((padding + 1024))
          printf "$begin\${nothing:0:(padding + 1024) * 4}$crc$length\\\\000\\\\000"
          return ;;
        *) continue ;;
      esac
      fields "$line"
      size=\${field[3]} before=\${field[7]} prefix=
      [ "$before" = 0 ] || { prefix=\${path:0:before}; path=\${path:before + 1}; }
      bytes crc "\${field[4]}"
      bytes header "\${field[6]}"
      open $((padding + 512))
      printf -v octal '%011o' "$size"
      long isize "$size"
      piece=
      [ "\${field[0]}" = Z ] || cut "\${field[1]}" "\${field[2]}"
      begin+="\${nothing:0:padding * 4}%s\${nothing:0:(100 - \${#path}) * 4}0000644\\\\0000000000\\\\0000000000\\\\000%s\\\\00000000000000\\\\000%s\\\\000 0\${nothing:0:400}ustar\\\\00000\${nothing:0:320}%s\${nothing:0:(167 - \${#prefix}) * 4}"
      printf "$begin$header$length\\\\000\\\\000$member$piece" "$path" "$octal" "\${field[5]}" "$prefix" || return 1
      [ "\${field[0]}" = z ] || range "$jar" "\${field[1]}" "\${field[2]}" || return 1
      printf "$crc$isize" || return 1
      padding=$(((512 - size % 512) % 512))
    done
  }
  printf '%s\\n' "$recipe" | sed -n 's/^D\\t//p' | xargs -d '\\n' mkdir -p -- || exit 1
  { stored && alone; } &
  deflated | gzip -dc | tar -x -m --no-same-owner -f - || { wait; exit 1; }
  wait $!
)`;
