/**
 * Bash functions of the server's own `rollback` about releases:
 * - `recorded` prints the ids of those that are kept, the newest first; `list_releases` tells of them.
 * - `ask_serving` has in `serving` the id of the one that nginx's file leads to; false where there is none.
 * - `choose_release` has in `wanted` the release to roll back to, or ends the script with the list.
 * - `see_mounts` ends it where what serves has folders that were carried and that `$form` does not mount.
 * - `tell_ports` warns of ports that nginx has by what serves, and not by `$form`.
 * - `read_serving` has in `serving_facts` what is known of it, by the names of blanks.
 */
export const releaseFunctions = `recorded() {
  local folder
  for folder in "$root"/releases/*/; do
    folder=\${folder%/}
    [[ \${folder##*/} =~ ^$id_form$ ]] && [ -f "$folder/release.json" ] && is_ours "$folder" || continue
    printf '%s\\n' "\${folder##*/}"
  done | sort -r
}
ask_serving() {
  local line=
  serving=
  [ -f "$file" ] && IFS= read -r line <"$file"
  [ "\${line#"$our_label"}" != "$line" ] || return 1
  serving=\${line#"$our_label"} serving=\${serving%%,*}
  [[ $serving =~ ^$id_form$ ]] && is_ours "$root/releases/$serving"
}
# What runs that died left beside the variables of releases.
settle_all_variables() {
  local id
  for id in $(recorded); do
    if [ "$id" = "$serving" ]; then settle_variables "$root/releases/$id" yes; else settle_variables "$root/releases/$id" ''; fi
  done
}
list_releases() {
  local id state commit
  say releases
  for id in $(recorded); do
    if docker image inspect "$image:$id" >/dev/null 2>&1; then state=\${words[hasImage]}; else state=\${words[hasNoImage]}; fi
    [ -f "$root/releases/$id/rollback.gz" ] || state=\${words[hasNoForm]}
    [ "$id" != "$serving" ] || state=\${words[isLive]}
    commit=$(sed -n 's/^ *"commit": "\\([0-9a-f]*\\)".*/\\1/p' "$root/releases/$id/release.json" | head -n 1)
    say line "$id" "\${id:0:4}-\${id:4:2}-\${id:6:2} \${id:9:2}:\${id:11:2} UTC" "\${commit:0:12}" "$state"
  done
}
refuse_listing() { say "$@" >&2; list_releases >&2; exit 1; }
choose_release() {
  local id
  if [ -z "$wanted" ]; then
    for id in $(recorded); do [[ $id < $serving ]] && { wanted=$id; break; }; done
    [ -n "$wanted" ] || refuse_listing noPrevious "$serving"
  fi
  case $'\\n'$(recorded)$'\\n' in *$'\\n'"$wanted"$'\\n'*) ;; *) refuse_listing unknown "\${wanted//[![:print:]]/?}" ;; esac
  [ "$wanted" != "$serving" ] || refuse_listing serves "$wanted"
  [ -z "$(strangers "$root/releases/$wanted/rollback.gz")" ] || refuse strangers "$root/releases/$wanted"
  [ -f "$root/releases/$wanted/rollback.gz" ] || refuse_listing noForm "$wanted"
}
# Mounts of folders that were carried, as a record has them.
carried_in() {
  awk '$0 == "    \\"carried\\": [" { on = 1; next }
    on && /^    \\]/ { exit }
    on && sub(/^        "host": /, "") { host = $0; sub(/,$/, "", host) }
    on && sub(/^        "container": /, "") { at = $0; sub(/,$/, "", at) }
    on && /^      }/ { print host " " at }' "$1"
}
see_mounts() {
  local record=$root/releases/$serving/release.json carried mounts line lacking=
  [ -f "$record" ] || record=\${record%/*}/planned.json
  [ -f "$record" ] && carried=$(carried_in "$record") || refuse noRecord "$serving"
  mounts=$'\\n'$(fact_of mount)$'\\n'
  while IFS= read -r line; do
    # By its path in the container.
    case $mounts in *$'\\n'"$line"$'\\n'*) ;; *) lacking+="\${lacking:+, }\${line##*[!\\\\]\\" }" ;; esac
  done < <(printf '%s' "\${carried:+$carried$'\\n'}")
  [ -z "$lacking" ] || refuse carriedSince "$wanted" "$(printf %s "$lacking" | plain)"
}
ports_in() { sed -n 's/^ *listen \\(.*:\\)\\{0,1\\}\\([0-9][0-9]*\\)[ ;].*/\\2/p' | sort -un; }
tell_ports() {
  local port stay lost= by_hand=
  stay=" $(site_in "$(fact_of site)" | ports_in | tr '\\n' ' ') "
  for port in $(ports_in <"$file"); do
    case $stay in *" $port "*) continue ;; esac
    lost+="\${lost:+, }$port"
    ! grep -Eqs "listen[^;]*[^0-9]$port[^0-9]" "$root/adopted.json" || by_hand=yes
  done
  [ -z "$lost" ] || say noLonger "$wanted" "$lost" "$app" "$self" "$serving"
  [ -z "$by_hand" ] || say notPutBack "$root/adopted.json"
}
# Of the application's own server, which comes first in the file.
first_in() { sed -n "s|^ *$1\\$|\\\\1|p" "$file" | head -n 1; }
read_serving() {
  local record=$root/releases/$serving/release.json sum
  serving_facts=([serving]=$serving)
  serving_facts[servingBackEnd]=$(first_in 'server 127[.]0[.]0[.]1:\\([0-9]*\\);')
  serving_facts[servingHttps]=$(first_in 'listen \\([0-9]*\\) ssl.*')
  serving_facts[servingHttp]=$(sed -n 's/^ *"publishedAppPort": \\([0-9]*\\).*/\\1/p' "$record" 2>/dev/null | head -n 1)
  [ -n "\${serving_facts[servingHttp]}" ] || serving_facts[servingHttp]=\${serving_facts[servingHttps]}
  serving_facts[domain]=$(first_in 'server_name \\([^ ]*\\);')
  serving_facts[proof]=$(first_in 'location = "\\{0,1\\}\\(/[^ "]*\\)"\\{0,1\\} {')
  serving_facts[chain]=$(first_in 'ssl_certificate \\([^ ]*\\);')
  serving_facts[key]=$(first_in 'ssl_certificate_key \\([^ ]*\\);')
  sum=$(openssl x509 -in "\${serving_facts[chain]}" -noout -fingerprint -sha256 2>/dev/null)
  sum=\${sum##*=} sum=\${sum//:/}
  serving_facts[fingerprint]=\${sum,,}
  serving_facts[container]=$(head -n 1 "$root/releases/$serving/container" 2>/dev/null)
  serving_facts[restartPolicy]=$(docker container inspect --format '{{.HostConfig.RestartPolicy.Name}}{{if gt .HostConfig.RestartPolicy.MaximumRetryCount 0}}:{{.HostConfig.RestartPolicy.MaximumRetryCount}}{{end}}' "\${serving_facts[container]}" 2>/dev/null)
  # One that is gone is passed over.
  [ -n "\${serving_facts[restartPolicy]}" ] || serving_facts[restartPolicy]=no
  [ -n "\${serving_facts[container]}" ] || serving_facts[container]=$(printf '%064d' 0)
}`;
