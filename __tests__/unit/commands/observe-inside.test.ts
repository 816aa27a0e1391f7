import { expect, test } from '@jest/globals';
import { observeFirewall } from '../../../src/commands/observe-inside.ts';
import { localServer } from '../engine/local-server.ts';
import { programs } from '../survey/probing.ts';

test('behind a jump host, what a filter does with the jump host’s address is not taken for the runner’s', async () => {
  for (const name of ['nft', 'ipset', 'ufw', 'firewall-cmd', 'ip6tables']) programs.put(name, 'exit 1');
  for (const name of ['ip6tables-nft-save', 'iptables-legacy-save', 'ip6tables-legacy-save'])
    programs.put(name, 'exit 0');
  programs.put('iptables', 'echo "iptables v1.8.9 (nf_tables)"');
  programs.put(
    'iptables-nft-save',
    `cat <<'EOF2'
*filter
:INPUT DROP [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
-A INPUT -s 203.0.113.20/32 -p tcp -m tcp --dport 8014 -j ACCEPT
COMMIT
EOF2`,
  );
  programs.put(
    'ip',
    `case "$*" in *route*) echo "default via 198.18.0.1 dev eth0 proto dhcp" ;;
  *) echo "2: eth0    inet 198.18.0.10/24 brd 198.18.0.255 scope global eth0" ;; esac`,
  );
  const PATH = `${programs.folder}/bin:${process.env.PATH ?? ''}`;
  const server = localServer({ PATH, SSH_CONNECTION: '203.0.113.20 50000 198.18.0.10 22' });
  const verdict = async (behindJumpHost: boolean) =>
    (await observeFirewall({ ...server, behindJumpHost }, '198.18.0.10'))(8014).verdict.connect;
  expect(await verdict(false)).toMatchObject({ kind: 'sources', admitted: '203.0.113.20' });
  expect(await verdict(true)).not.toHaveProperty('admitted');
});
