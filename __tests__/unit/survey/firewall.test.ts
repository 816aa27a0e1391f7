import { deciderOf, goesOnLettingIn, letsIn } from '../../../src/filters/host-firewall.ts';
import { firewallProbe, readFirewall } from '../../../src/survey/firewall.ts';
import { ask, programs } from './probing.ts';

describe('ufw', () => {
  /** `ufw status verbose` of ufw 0.36.2, with these rules; its columns end in blanks. */
  const status = (rules: string, incoming = 'deny') => `Status: active
Logging: on (low)
Default: ${incoming} (incoming), allow (outgoing), deny (routed)
New profiles: skip

To                         Action      From
--                         ------      ----
${rules}`;

  /** Which of `ports` it lets in, on a machine whose way to the world is eth0. */
  async function open(output: string, ports: readonly number[]): Promise<readonly number[]> {
    programs.put('ufw', `cat <<'EOF'\n${output}\nEOF`);
    programs.put('ip', 'echo "default via 198.51.100.1 dev eth0 proto dhcp"');
    const firewall = await ask(firewallProbe);
    expect(firewall.kind).toBe('ufw');
    return ports.filter((port) => letsIn(firewall, port));
  }

  test('rules for everybody count, by port, range, list and profile; those for some networks do not', async () => {
    const rules = status(`22/tcp                     ALLOW IN    Anywhere                  
80,443/tcp (Nginx Full)    ALLOW IN    Anywhere                   # web
9000/tcp                   LIMIT IN    Anywhere                  
9001/tcp                   DENY IN     Anywhere                   (log)
9002/tcp on eth0           ALLOW IN    Anywhere                  
9003/tcp on eth1           ALLOW IN    Anywhere                  
9004                       ALLOW IN    10.0.0.0/8                
9005                       ALLOW IN    Anywhere                   # a b
203.0.113.9 9006/tcp       ALLOW IN    Anywhere                  
9010:9020,9030/tcp         ALLOW IN    Anywhere                  
9007/tcp (v6)              ALLOW IN    Anywhere (v6)             

9008/tcp                   ALLOW OUT   Anywhere                  

9009/tcp                   ALLOW FWD   Anywhere                  `);
    const ports = [22, 80, 443, 9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007, 9008, 9009, 9015, 9021, 9030];
    expect(await open(rules, ports)).toEqual([22, 80, 443, 9000, 9002, 9005, 9015, 9030]);
  });

  test('what is allowed by default is open, unless a rule says otherwise', async () => {
    expect(await open(status('8014/tcp                   REJECT IN   Anywhere', 'allow'), [8013, 8014])).toEqual([
      8013,
    ]);
    expect(await open(status('Anywhere                   DENY IN     Anywhere', 'allow'), [8013])).toEqual([]);
    expect(await open(status('Anywhere                   ALLOW IN    Anywhere'), [8013])).toEqual([8013]);
  });

  test('a rule has its number among all, whatever the two lists leave out', async () => {
    const verbose = status(`Anywhere                   DENY IN     203.0.113.66              
80,443/tcp (Nginx Full)    ALLOW IN    Anywhere                  
8014/tcp                   DENY IN     Anywhere                  

9008/tcp                   ALLOW OUT   Anywhere                  `);
    const numbered = `Status: active

     To                         Action      From
     --                         ------      ----
[ 1] Anywhere                   DENY IN     203.0.113.66              
[ 2] 9008/tcp                   ALLOW OUT   Anywhere                   (out)
[ 3] Nginx Full                 ALLOW IN    Anywhere                  
[ 4] 8014/tcp                   DENY IN     Anywhere                  `;
    programs.put(
      'ufw',
      `if [ "$2" = numbered ]; then cat <<'EOF'\n${numbered}\nEOF\nelse cat <<'EOF'\n${verbose}\nEOF\nfi`,
    );
    const firewall = await ask(firewallProbe);
    expect(firewall.rules).toEqual([
      { lets: true, ports: '80,443/tcp', number: 3 },
      { lets: false, ports: '8014/tcp', number: 4 },
    ]);
    expect(deciderOf(firewall, 8014)?.number).toBe(4);
    expect(deciderOf(firewall, 8015)).toBeUndefined();
  });

  test('that is off counts for nothing', async () => {
    programs.put('ufw', 'echo "Status: inactive"');
    programs.put('firewall-cmd', 'exit 252');
    expect(await ask(firewallProbe)).toEqual({ kind: 'none', rules: [] });
  });
});

describe('firewalld', () => {
  /** A firewall-cmd 1.3.3 that knows the zone of eth0 and, if any, what its two lists say. */
  function put(now: string, later: string, zoneOfInterface = 'echo public'): void {
    programs.put('ip', 'echo "default via 198.51.100.1 dev eth0 onlink"');
    programs.put(
      'firewall-cmd',
      `case "$*" in
--state) echo running ;;
--get-zone-of-interface=eth0) ${zoneOfInterface} ;;
--get-default-zone) echo external ;;
'--info-service=ssh') printf 'ssh\\n  ports: 22/tcp\\n' ;;
'--info-service=web') printf 'web\\n  ports: 443/tcp 443/udp 9443/tcp\\n' ;;
'--zone=public --list-all'|'--zone=external --list-all') cat <<'EOF'
${now}
EOF
;;
'--permanent --zone=public --list-all'|'--permanent --zone=external --list-all') cat <<'EOF'
${later}
EOF
;;
esac`,
    );
  }
  const zone = (ports: string, services: string, rules = '', target = 'default') =>
    `public\n  target: ${target}\n  interfaces: \n  services: ${services}\n  ports: ${ports}\n  protocols: \n  source-ports: \n  rich rules: \n${rules}`;

  test('ports and services of the zone that leads to the world, now and after a reload', async () => {
    put(zone('8014/tcp 9000-9010/tcp', 'ssh web'), zone('', 'ssh'));
    const firewall = await ask(firewallProbe);
    expect(firewall).toMatchObject({ kind: 'firewalld', zone: 'public' });
    const ports = [22, 443, 8014, 8015, 9005, 9443];
    expect(ports.filter((port) => letsIn(firewall, port))).toEqual([22, 443, 8014, 9005, 9443]);
    expect(ports.filter((port) => goesOnLettingIn(firewall, port))).toEqual([22]);
  });

  test('an interface without a zone belongs to the default one', async () => {
    put(zone('', ''), zone('', ''), 'echo "no zone" >&2; exit 2');
    expect((await ask(firewallProbe)).zone).toBe('external');
  });

  test('rules in the rich language: a denial counts first, one for some networks does not', async () => {
    const rules = `\trule priority="-5" port port="8015" protocol="tcp" reject
\trule family="ipv4" source address="10.0.0.0/8" port port="8016" protocol="tcp" accept
\trule family="ipv6" port port="8017" protocol="tcp" accept
\trule family="ipv4" port port="8018-8020" protocol="tcp" accept`;
    put(zone('8015/tcp', '', rules), zone('', ''));
    const firewall = await ask(firewallProbe);
    expect([8015, 8016, 8017, 8019].filter((port) => letsIn(firewall, port))).toEqual([8019]);
  });

  test('a rule of a lower number counts first, one of a higher number last', async () => {
    const rules = `\trule priority="-100" port port="8014" protocol="tcp" accept
\trule port port="8014" protocol="tcp" reject
\trule priority="5" port port="8015" protocol="tcp" drop`;
    put(zone('8015/tcp', '', rules), zone('', ''));
    const firewall = await ask(firewallProbe);
    expect([8014, 8015].filter((port) => letsIn(firewall, port))).toEqual([8014, 8015]);
  });

  test('a zone that accepts everything', async () => {
    put(zone('', '', '', 'ACCEPT'), zone('', '', '', 'ACCEPT'));
    const firewall = await ask(firewallProbe);
    expect(letsIn(firewall, 8014) && goesOnLettingIn(firewall, 8014)).toBe(true);
  });
});

describe('the firewall', () => {
  test.each([
    ['none', [], 8014, true],
    ['ufw', [], 8014, false],
    ['ufw', ['8014/tcp'], 8014, true],
    ['ufw', ['8014'], 8014, true],
    ['ufw', ['8014/udp'], 8014, false],
    ['ufw', ['80,443,8014/tcp'], 8014, true],
    ['ufw', ['8000:8100/tcp'], 8014, true],
    ['firewalld', ['8000-8013/tcp', '8015-8100/tcp'], 8014, false],
    ['ufw', ['Anywhere', 'OpenSSH', '80141/tcp', '801/tcp'], 8014, false],
  ] as const)('%s with %j lets %d in: %s', (kind, allowed, port, open) => {
    expect(letsIn({ kind, rules: allowed.map((ports) => ({ lets: true, ports })) }, port)).toBe(open);
  });

  test('the first rule that names a port decides', () => {
    const rules = [
      { lets: false, ports: '8014/tcp' },
      { lets: true, ports: '8000:8100/tcp' },
    ];
    expect([8014, 8015].map((port) => letsIn({ kind: 'ufw', rules }, port))).toEqual([false, true]);
  });

  test('what is not known counts as none', () => {
    expect(readFirewall('')).toEqual({ kind: 'none', rules: [] });
    expect(readFirewall('kind nftables\n').kind).toBe('none');
  });
});
