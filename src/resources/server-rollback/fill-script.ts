import { quote } from '../../shell/quote.ts';
import { type Blank, blanks } from '../../values/blanks.ts';

/**
 * Bash functions that fill in a form (form.ts), which is in `$form`. They need `LC_ALL=C`.
 * - `blank NAME VALUE`: fills one in; false where the value has another form than the blank's.
 * - `fill_in`: prints the script; false where a blank is left.
 * - `fact_of WORD`: what a line `#@WORD` of the form tells.
 */
export const fillFunctions = `declare -A blank_words=(
${Object.entries(blanks).map(named('word')).join('\n')}
)
declare -A blank_forms=(
${Object.entries(blanks).map(named('form')).join('\n')}
)
edits=
blank() {
  [[ $2 =~ ^(\${blank_forms[$1]})$ ]] || return 1
  edits+="s|\${blank_words[$1]}|$2|g"$'\\n'
}
fact_of() { printf '%s\\n' "$form" | sed -n "s/^#@$1 //p"; }
site_in() { printf '%s\\n' "$form" | awk -v end="$1" '$0 == end { exit } on { print } index($0, " <<\\047" end "\\047") { on = 1 }'; }
hash_of() { local sum; sum=$(sha256sum); printf '%s' "\${sum:0:$1}"; }
fill_in() {
  local end configuration bytes script
  end=$(fact_of site) configuration=$(fact_of configuration) bytes=$(fact_of bytes)
  # As label.ts has it: the hash of the text in which its hash is left out.
  edits+="s|$configuration|$(site_in "$end" | sed -e "$edits" -e "s|$configuration||g" | hash_of 16)|g"$'\\n'
  edits+="s|$bytes|$(site_in "$end" | sed -e "$edits" | hash_of 64)|g"$'\\n'
  script=$(printf '%s\\n' "$form" | sed -e "$edits") || return 1
  case $script in ${Object.values(blanks)
    .map(({ word }) => `*${quote(word)}*`)
    .join('|')}) return 1 ;; esac
  printf '%s\\n' "$script"
}`;

function named(what: keyof Blank): (blank: [string, Blank]) => string {
  return ([name, blank]) => `  [${name}]=${quote(blank[what])}`;
}
