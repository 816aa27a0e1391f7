import type { ScriptProbe } from '../engine/probe.ts';
import { readIpSets } from '../filters/ipset.ts';
import { readIptables } from '../filters/iptables.ts';
import { readNft } from '../filters/nft.ts';
import type { PacketFilters, Table } from '../filters/ruleset.ts';
import { withoutTwins } from '../filters/twins.ts';
import { packFunctions, unpacked } from '../shell/packed.ts';
import { type ProbeLines, readLines } from './probe-lines.ts';

/** Bytes of one listing at most. More is not sent: what it would say is told as unclear. */
const limit = 1024 * 1024;

// Asked of the programs that list rules, whichever program wrote them. iptables has two sets of rules: that of nf_tables,
// and the legacy one, which is only asked where it has tables, since the question alone would load its modules.
const script = `
quickly() { timeout -s KILL 5 "$@" 2>/dev/null; }
# Fails where the program does, and where its answer is too long.
listed() { quickly "$@" | head -c ${limit + 1}; return "\${PIPESTATUS[0]}"; }
${packFunctions}
packed() { local text; text=$(listed "$@") && [ "\${#text}" -le ${limit} ] && printf '%s' "$text" | pack; }
device=$(ip -o route show default | sed -n 's/.* dev \\([^ ]*\\).*/\\1/p' | head -n 1)
echo "device $device"
[ -z "$device" ] || echo "addresses $(ip -o addr show dev "$device" scope global | awk '{sub(/\\/.*/, "", $4); print $4}' | tr '\\n' ' ')"
pid=$$
for _ in 1 2 3 4 5 6 7 8 9 10; do
  # A script as root keeps the one, sudo takes both from it.
  from=
  while IFS= read -r -d '' variable; do
    case $variable in SSH_CLIENT=*' '*|SSH_CONNECTION=*' '*) from=\${variable#*=}; from=\${from%% *}; break ;; esac
  done <"/proc/$pid/environ"
  [ -z "$from" ] || { echo "runner $from"; break; }
  while read -r field value; do [ "$field" != PPid: ] || { pid=$value; break; }; done <"/proc/$pid/status"
  [ "\${pid:-0}" -gt 1 ] || break
done
has() { command -v "$1" >/dev/null; }
list_iptables() {
  name=$1 family=$2 names=$3 usual=legacy modern= old=
  case $("$name" -V) in *nf_tables*) usual=nft ;; esac
  if has "$name-nft-save"; then modern=$name-nft-save; elif [ $usual = nft ] && has "$name-save"; then modern=$name-save; fi
  if has "$name-legacy-save"; then old=$name-legacy-save; elif [ $usual = legacy ] && has "$name-save"; then old=$name-save; fi
  if [ -n "$modern" ]; then
    tool=$name; [ $usual = nft ] || tool=$name-nft
    echo "nf-tables $tool $family $(packed "$modern")"
  fi
  if grep -q . "$names"; then
    tool=$name; [ $usual = legacy ] || tool=$name-legacy
    if [ -n "$old" ]; then echo "legacy $tool $family $(packed "$old")"; else echo "unread $name-legacy"; fi
  elif [ -n "$old" ] && [ $usual = legacy ]; then echo "read $name"; fi
}
list_iptables iptables ip /proc/net/ip_tables_names
list_iptables ip6tables ip6 /proc/net/ip6_tables_names
if has nft; then
  if ! tables=$(quickly nft list tables); then echo "unread nft"
  elif [ -z "$tables" ]; then echo "read nft"
  else
    printf '%s\\n' "$tables" | sed 's/^/has-/'
    if json=$(listed nft -j list ruleset) && [ "\${#json}" -le ${limit} ]; then echo "nft $(printf '%s' "$json" | pack)"
    elif [ "\${#json}" -gt ${limit} ] && json=$(listed nft -j -t list ruleset) && [ "\${#json}" -le ${limit} ]; then
      echo "nft-terse $(printf '%s' "$json" | pack)"
    else echo nft; fi
    # What the JSON of some versions lacks: tables that are switched off, and devices.
    if printf '%s' "$json" | grep -Eq '"table": \\{[^}]*"flags"|"hook": "(in|e)gress"'; then
      quickly nft list ruleset | head -c ${4 * limit} | awk '
        /^table / {table = $2 " " $3}
        /^\\tchain / {chain = $2}
        /^\\tflags / && /dormant/ {print "dormant " table}
        /hook (ingress|egress) devices? / {
          sub(/.*hook (ingress|egress) devices? *=? */, ""); sub(/ *priority .*/, ""); gsub(/[{}",]/, " ")
          print "devices " table " " chain " " $0
        }'
    fi
  fi
elif [ ! -e /proc/modules ] || grep -q '^nf_tables ' /proc/modules || grep -q '/nf_tables\\.ko' "/lib/modules/$(uname -r)/modules.builtin"; then echo "absent nft"; fi
if has ipset; then
  # Of a large set the beginning: whether somebody is in it stays open then.
  echo "ipset $(quickly ipset save | awk '$1 == "add" && ++seen[$2] > 2000 {if (seen[$2] == 2001) print "cut " $2; next} {print}' | head -c ${limit} | pack)"
fi
exit 0`;

/** Asks for the rules of all packet filters. */
export const packetFilterProbe: ScriptProbe<PacketFilters> = { script, read: readPacketFilters };

/** Reads the probe's lines. */
export function readPacketFilters(output: string): PacketFilters {
  const lines = readLines(output);
  const { fields: of, has } = lines;
  const sets = readIpSets(
    of('ipset')
      .map(([packed]) => listing(packed) ?? '')
      .join('\n'),
  );
  const read = new Set(of('read').flat());
  const unread = new Set(of('unread').flat());
  const iptables = (word: 'nf-tables' | 'legacy'): readonly Table[] =>
    of(word).flatMap(([tool = '', family, packed]) => {
      const text = listing(packed);
      (text === undefined || (isPartial(text) && !has('nft')) ? unread : read).add(tool);
      return text === undefined ? [] : readIptables(text, tool, family === 'ip6' ? 'ip6' : 'ip', sets);
    });
  const modern = iptables('nf-tables');
  const legacy = iptables('legacy');
  const native = readNative(lines);
  // Of a program without JSON nothing is missed where iptables wrote all that there is.
  const missed = native === undefined && !of('has-table').every(([family, name]) => isAmong(modern, family, name));
  (missed ? unread : read).add('nft');
  const absent = of('absent').flat();
  return {
    device: of('device')[0]?.[0] ?? '',
    addresses: of('addresses').flat(),
    runner: outsideOnly(of('runner')[0]?.[0] ?? ''),
    tables: [...withoutTwins(modern, native ?? []), ...legacy],
    read: [...read].filter((program) => !unread.has(program) && !absent.includes(program)),
    unread: [...unread],
    absent,
  };
}

/** The tables that nft listed; undefined: it did not, or in no JSON. */
function readNative({ fields: of }: ProbeLines): readonly Table[] | undefined {
  const [whole] = of('nft');
  const [terse] = of('nft-terse');
  const json = listing((whole ?? terse)?.[0]);
  if (json === undefined || json.trim() === '') return undefined;
  const devices = of('devices').map(
    ([family, table, chain, ...names]) => [`${family} ${table} ${chain}`, names.filter(Boolean)] as const,
  );
  try {
    return readNft(json, {
      dormant: of('dormant').map((words) => words.join(' ')),
      devices: new Map(devices),
      terse: whole === undefined,
    });
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether iptables says that it leaves something to nft. */
function isPartial(text: string): boolean {
  return /^# Table .* incompatible/m.test(text);
}

function isAmong(tables: readonly Table[], family: string | undefined, name: string | undefined): boolean {
  return tables.some((table) => table.family === family && table.name === name);
}

/** A listing as it was; undefined: it was cut short, or none came. */
function listing(packed = ''): string | undefined {
  try {
    const bytes = unpacked(packed, { maxOutputLength: 2 * limit });
    return bytes.length > limit ? undefined : bytes.toString('utf8');
  } catch {
    return undefined;
  }
}

/** One that comes from the server itself came through a tunnel. */
function outsideOnly(address: string): string {
  return /^127\.|^::1$/.test(address) ? '' : address.replace(/^::ffff:/, '');
}
