import { survey } from '../../../src/engine/survey.ts';
import { ruleWords } from '../../../src/filters/rule-words.ts';
import type { PacketFilters } from '../../../src/filters/ruleset.ts';
import { verdictOf } from '../../../src/filters/verdict.ts';
import { packetFilterProbe } from '../../../src/survey/packet-filter.ts';
import { localServer } from '../engine/local-server.ts';
import { ask, programs, put } from './probing.ts';

const names = '/proc/net/ip_tables_names';
/** None of this machine's own programs answers; a device leads to the world. */
beforeEach(() => {
  for (const name of ['nft', 'ipset', 'iptables', 'ip6tables']) {
    programs.put(name, 'exit 1');
    if (name.endsWith('tables'))
      for (const kind of ['', '-nft', '-legacy']) programs.put(`${name}${kind}-save`, 'exit 0');
  }
  programs.put(
    'ip',
    `case "$*" in
  *route*) echo "default via 198.18.0.1 dev eth0 proto dhcp" ;;
  *) echo "2: eth0    inet 198.18.0.10/24 brd 198.18.0.255 scope global eth0\\\\       valid_lft forever preferred_lft forever" ;;
esac`,
  );
});

const answers = (name: string, text: string, code = 0): void =>
  programs.put(name, `cat <<'EOF'\n${text}\nEOF\nexit ${code}`);
const saved = (rule: string): string =>
  `# Generated\n*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n${rule}\nCOMMIT`;
const json = (...objects: readonly object[]): string =>
  JSON.stringify({ nftables: objects }, undefined, 0).replaceAll('":', '": ');
/** Looks, on a machine that lacks some programs. */
function look(...missing: readonly string[]): Promise<PacketFilters> {
  const script = missing.reduce(
    (text, name) => text.replaceAll(`has ${name};`, `has nonesuch-${name};`),
    packetFilterProbe.script,
  );
  return ask({ ...packetFilterProbe, script }, '/proc/net', '/proc/modules');
}

function said(filters: PacketFilters): string {
  const { connect } = verdictOf(filters, 8014);
  return connect.kind === 'closed' ? ruleWords(connect.by) : connect.kind;
}

/** nft that lists `tables`, and `listing` in JSON. */
function nft(tables: string, listing: string, text = ''): void {
  programs.put(
    'nft',
    `case "$*" in
  "list tables") printf '%s\\n' '${tables}' ;;
  "-j list ruleset") cat <<'EOF'
${listing}
EOF
;;
  "list ruleset") cat <<'EOF'
${text}
EOF
;;
  *) exit 1 ;;
esac`,
  );
}

test('where it stands: device, addresses, and who asks', async () => {
  expect(await look()).toMatchObject({ device: 'eth0', addresses: ['198.18.0.10'], tables: [], unread: ['nft'] });
});

test('who asks, where a script as root keeps of the login’s variables only SSH_CONNECTION', async () => {
  const server = localServer({ PATH: process.env.PATH ?? '', SSH_CONNECTION: '203.0.113.9 50000 198.18.0.10 22' });
  const { it } = await survey(server, { it: packetFilterProbe });
  expect((it as PacketFilters).runner).toBe('203.0.113.9');
});

test('iptables of nf_tables, and legacy rules beside it', async () => {
  answers('iptables', 'iptables v1.8.9 (nf_tables)');
  answers('iptables-nft-save', saved('-A INPUT -p tcp -m tcp --dport 80 -j DROP'));
  answers('iptables-legacy-save', saved('-A INPUT -p tcp -m tcp --dport 8014 -j DROP'));
  expect(said(await look())).toBe('open');
  put(names, 'filter\n');
  const filters = await look();
  expect(said(filters)).toBe('iptables-legacy filter INPUT rule 1: -p tcp -m tcp --dport 8014 -j DROP');
  expect(filters.read).toEqual(expect.arrayContaining(['iptables', 'iptables-legacy']));
});

test('iptables of CentOS 7, which is legacy and has one name', async () => {
  const look7 = () => look('"$name-nft-save"', '"$name-legacy-save"');
  answers('iptables', 'iptables v1.4.21');
  answers('iptables-save', saved('-A INPUT -p tcp -m tcp --dport 8014 -j DROP'));
  expect(said(await look7())).toBe('open');
  put(names, 'filter\n');
  expect(said(await look7())).toBe('iptables filter INPUT rule 1: -p tcp -m tcp --dport 8014 -j DROP');
});

test('legacy rules that no program lists', async () => {
  answers('iptables', 'iptables v1.8.9 (nf_tables)');
  put(names, 'filter\n');
  expect((await look('"$name-legacy-save"')).unread).toContain('iptables-legacy');
});

test('sets of ipset, of large ones the beginning', async () => {
  answers('iptables', 'iptables v1.8.9 (nf_tables)');
  answers('iptables-nft-save', saved('-A INPUT -p tcp -m set --match-set ports dst -j DROP'));
  answers('ipset', 'create ports bitmap:port range 0-65535\nadd ports 8014');
  expect(said(await look())).toContain('--match-set ports dst');
  programs.put('ipset', "echo create ports hash:port; seq 1 5000 | sed 's/^/add ports /'");
  expect(said(await look())).toBe('unclear');
});

test('nft: rules, devices and tables that are switched off', async () => {
  const chain = {
    family: 'netdev',
    table: 'n',
    name: 'c',
    handle: 1,
    type: 'filter',
    hook: 'ingress',
    prio: 0,
    policy: 'drop',
  };
  const listing = json({ table: { family: 'netdev', name: 'n', handle: 1 } }, { chain });
  const text = (device: string, flags = '') =>
    `table netdev n {\n${flags}\tchain c {\n\t\ttype filter hook ingress device "${device}" priority filter; policy drop;\n\t}\n}`;
  nft('table netdev n', listing, text('eth0'));
  expect(said(await look())).toBe('nft netdev n c: policy drop');
  nft('table netdev n', listing, text('eth1'));
  expect(said(await look())).toBe('open');
  nft('table netdev n', listing, text('eth0', '\tflags dormant\n\n'));
  expect(said(await look())).toBe('open');
});

test('nft without JSON is not read, unless iptables wrote all that there is', async () => {
  nft('table ip filter', '');
  answers('iptables', 'iptables v1.8.9 (nf_tables)');
  answers('iptables-nft-save', saved('-A INPUT -p tcp -m tcp --dport 80 -j DROP'));
  expect((await look()).unread).toEqual([]);
  nft('table ip filter\ntable inet mine', '');
  expect((await look()).unread).toEqual(['nft']);
});

test('what fails, hangs or says too much is not taken for nothing', async () => {
  answers('iptables', 'iptables v1.8.9 (nf_tables)');
  answers('iptables-nft-save', saved(''), 1);
  expect((await look()).unread).toContain('iptables');
  programs.put(
    'iptables-nft-save',
    `echo '*filter'; seq 100000 | sed 's/.*/-A INPUT -s 203.0.113.1 -j DROP/'; echo COMMIT`,
  );
  expect((await look()).unread).toContain('iptables');
  nft('table inet t', '{"nftables": [');
  expect((await look()).unread).toContain('nft');
});

test('a set that is too large is left out, the rules stay', async () => {
  const chain = {
    family: 'inet',
    table: 't',
    name: 'c',
    handle: 1,
    type: 'filter',
    hook: 'input',
    prio: 0,
    policy: 'accept',
  };
  const left = { payload: { protocol: 'ip', field: 'saddr' } };
  const expr = [{ match: { op: '==', left, right: '@s' } }, { drop: null }];
  const terse = json(
    { table: { family: 'inet', name: 't', handle: 1 } },
    { set: { family: 'inet', table: 't', name: 's', type: 'ipv4_addr', handle: 2 } },
    { chain },
    { rule: { family: 'inet', table: 't', chain: 'c', handle: 3, expr } },
  );
  programs.put(
    'nft',
    `case "$*" in "list tables") echo 'table inet t' ;; "-j list ruleset") seq 1000000 ;; "-j -t list ruleset") echo '${terse}' ;; esac`,
  );
  expect(said(await look())).toBe('unclear');
});

test('nft that is not installed, where its rules may be there', async () => {
  expect(await look('nft')).toMatchObject({ absent: ['nft'], unread: [] });
  put('/proc/modules', 'nf_tables 303104 12 nft_compat, Live 0x0\n');
  expect(await look('nft')).toMatchObject({ absent: ['nft'] });
  put('/proc/modules', 'ip_tables 32768 1 iptable_filter, Live 0x0\n');
  expect((await look('nft')).absent).toEqual([]);
});
