import { applicationDirectory, rollbackScript } from '../../layout/application-paths.ts';
import { releaseIdForm } from '../../layout/release-id.ts';
import { rollbackWords } from '../../messages/server-rollback.ts';
import type { Language } from '../../messages/text.ts';
import { renderLabel } from '../../nginx/label.ts';
import { ourFolders } from '../../release/marker.ts';
import { rollbackMark } from '../../release/rollback-mark.ts';
import { lockFolder } from '../../server/lock-script.ts';
import { prelude } from '../../server/prelude.ts';
import { waitInQueue } from '../../server/queue-script.ts';
import { quote } from '../../shell/quote.ts';
import { settleVariables } from '../release-environment.ts';
import { fillFunctions } from './fill-script.ts';
import { followFunctions } from './follow-script.ts';
import { oldContainerFunctions } from './old-container-script.ts';
import { portFunction, type SearchedRange } from './port-script.ts';
import { releaseFunctions } from './releases-script.ts';

/** What the server's own `rollback` is about. */
export interface Rollback {
  readonly app: string;
  readonly image: string;
  /** The application's nginx file. */
  readonly file: string;
  /** Words that call the nginx that runs. */
  readonly nginx: string;
  /** What a form must be for. */
  readonly place: string;
  readonly language: Language;
  readonly ports: readonly SearchedRange[];
}

/** For how long others may hold the application's lock. */
const lockSeconds = 600;

/** Where programs are found, whoever calls it. */
const programs = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * The server's own `rollback`: takes the application's lock as a deploy does, ends what was cut short, fills in the form of a
 * release and starts it as a switch of its own, which goes on without this script. It asks nothing of the network.
 */
export function renderRollback(
  { app, image, file, nginx, place, language, ports }: Rollback,
  { root, locks, path } = { root: applicationDirectory(app), locks: lockFolder, path: programs },
): string {
  const words = Object.entries(rollbackWords).map(([key, text]) => `  [${key}]=${quote(text[language])}`);
  const [ours = ''] = renderLabel({ app, release: '', configuration: '' }).split(', configuration');
  return `#!/bin/bash
${rollbackMark}
# Goes back to an earlier release of ${app}, without GitHub. Written by each deploy.
set -u
umask 077
# As for a deploy, whoever calls it.
unset \${!DOCKER_@} BASH_ENV ENV CDPATH
export LC_ALL=C PATH=${quote(path)} HOME=~root
cd /
# Bash before 5.1 writes each here-document to a file: not to /tmp.
TMPDIR=${quote(locks)}
app=${quote(app)} image=${quote(image)} root=${quote(root)} self=${quote(rollbackScript(app))}
file=${quote(file)} place=${quote(place)} our_label=${quote(ours)} id_form=${quote(releaseIdForm)}
declare -A titles=() serving_facts=() words=(
${words.join('\n')}
)
say() { local key=$1; shift; printf "\${words[$key]}\\n" "$@"; }
refuse() { say "$@" >&2; exit 1; }
# What others wrote, for a terminal.
plain() { tr -d '\\000-\\010\\013-\\037\\177'; }
${prelude}${ourFolders(app)}
take_lock() {
${waitInQueue({ app, place: rollbackScript(app), seconds: lockSeconds, language }, locks)}
}
${releaseFunctions}
${oldContainerFunctions(app, nginx)}
${portFunction(ports)}
${settleVariables}
${fillFunctions}
${followFunctions}

fill() {
  local value key
  form=$(gzip -dc "$root/releases/$wanted/rollback.gz") && [ "$(fact_of place)" = "$place" ] || refuse otherPlace "$wanted"
  see_mounts
  read_serving
  for key in "\${!serving_facts[@]}"; do
    blank "$key" "\${serving_facts[$key]}" || refuse fileStrange "$file" "$key"
  done
  choose_port || refuse noPort
  blank port "$port" && blank who "$who" || refuse notFilled
  script=$(fill_in) && bash -n <<<"$script" || refuse notFilled
}

lay_ready() {
  local folder=$root/releases/$wanted/switch said
  rm -rf "$folder" && mkdir -m 700 "$folder" &&
    printf '%s\\n' "$script" >"$folder/script" && chmod 700 "$folder/script" &&
    : >"$folder/output" && : >"$folder/journal" || refuse diskFull "$folder"
  said=$(fallocate --keep-size --length 65536 "$folder/journal" 2>&1) || case $said in *'No space left'*) refuse diskFull "$folder" ;; esac
  sync -f "$folder" 2>/dev/null || sync
}

main() {
  local list= wanted= word script form port=
  for word; do
    case $word in
      --list) list=yes ;;
      -*) say usage "$self"; [ "$word" = --help ] || [ "$word" = -h ]; exit ;;
      *) [ -z "$wanted" ] || { say usage "$self" >&2; exit 1; }; wanted=$word ;;
    esac
  done
  [ "$(id -u)" = 0 ] || refuse notRoot "$self"
  [ -z "$(strangers "$root" "$root/releases")" ] || refuse strangers "$root"
  docker ps -q >/dev/null 2>&1 || refuse noDocker
  ask_serving || refuse nothingServes "$file"
  if [ -n "$list" ]; then list_releases; exit 0; fi
  take_lock
  who=\${SUDO_USER:-$(id -un)} who=\${who//[!A-Za-z0-9._-]/_}
  end_cut_short
  ask_serving || refuse nothingServes "$file"
  settle_all_variables
  choose_release
  fill
  clear_old_container
  lay_ready
  say begins "$app" "$serving" "$wanted"
  tell_ports
  start run "$wanted"
  case $outcome in
    committed) say committed "$wanted" ;;
    undone) say undone "$serving"; exit 1 ;;
    stuck) refuse stuck "$root/releases/$wanted/switch/output" ;;
    *) refuse cutShort "$journal" ;;
  esac
}
main "$@"
exit
`;
}
