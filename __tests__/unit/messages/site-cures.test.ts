import { readFileSync } from 'node:fs';
import { type Failure, failure } from '../../../src/messages/failure.ts';

/** What a failure says, in each language. */
const said = ({ text: { what, cure } }: Failure) =>
  ['en', 'zh'].map((key) => `${what[key as 'en']}\n${cure[key as 'en']}`);

/** A failure, words that its texts hold in both languages, and words that they do not. */
test.each<[string, Failure, readonly string[], readonly string[]]>([
  [
    'a defect is reported where the action is published',
    failure('INTERNAL', { detail: 'x' }),
    [`https://github.com/${/uses: (\S+)@/.exec(readFileSync('README.md', 'utf8'))?.[1]}/issues/new/choose`],
    [],
  ],
  [
    'a plugin of Maven has a version and runs its goal, since without a version Maven takes the newest',
    failure('JAR_NO_MAIN_CLASS', { path: 'x.jar' }),
    [
      '<version>BOOT</version><executions><execution><goals><goal>repackage</goal></goals></execution></executions></plugin>',
      '<artifactId>spring-boot-maven-plugin</artifactId></plugin>',
      '`mvn -B clean package`',
    ],
    [],
  ],
  [
    'one record that leads elsewhere is changed',
    failure('DNS_ELSEWHERE', { domain: 'a.example.com', found: '192.0.2.9, 2001:db8::1', expected: '192.0.2.1' }),
    ['192.0.2.1'],
    ['delete', '删除', 'add an', '添加'],
  ],
  [
    'of several records that lead elsewhere one is changed and the others go',
    failure('DNS_ELSEWHERE', { domain: 'a.example.com', found: '192.0.2.8, 192.0.2.9', expected: '192.0.2.1' }),
    [' A '],
    ['add an', '添加'],
  ],
  [
    'a name that has addresses of IPv6 alone gets a record',
    failure('DNS_ELSEWHERE', { domain: 'a.example.com', found: '2001:db8::1', expected: '192.0.2.1' }),
    ['192.0.2.1'],
    ['change', '改为'],
  ],
  [
    'where nothing listens no program is stopped',
    failure('NGINX_NOT_SERVING', {
      port: 8014,
      listener: '-',
      nginx: '/usr/sbin/nginx',
      log: '/var/log/nginx/error.log',
    }),
    ['`/usr/sbin/nginx -t`', '`tail -n 50 /var/log/nginx/error.log`'],
    [': -', '：-', 'Stop', '停止'],
  ],
  [
    'where another program listens it is stopped',
    failure('NGINX_NOT_SERVING', { port: 8014, listener: 'java (pid 8)', nginx: 'nginx', log: '/x' }),
    ['java (pid 8)', '`https-port`'],
    [],
  ],
  [
    'an address at which nothing answers may be the wrong one',
    failure('OUTSIDE_UNREACHABLE', { address: '192.0.2.9', port: 8014, detail: 'EHOSTUNREACH' }),
    ["`ss -ltn 'sport = :8014'`", '`iptables -vnL; nft list ruleset`', '`deploy`'],
    [],
  ],
  [
    'a certificate of another machine comes with its address',
    failure('SERVED_CERTIFICATE_WRONG', {
      domain: 'a.example.com',
      port: 1,
      address: '192.0.2.9',
      served: 'a',
      expected: 'b',
    }),
    ['192.0.2.9', '`public-ip`', '`verify`'],
    [],
  ],
  [
    'nginx reads a chain that was replaced in its file only when it is reloaded; an own authority needs no other chain',
    failure('SERVED_CHAIN_INCOMPLETE', { domain: 'a.example.com', port: 1, count: 2, missing: 'Root' }),
    ['`nginx -t && nginx -s reload`', 'NODE_EXTRA_CA_CERTS'],
    [],
  ],
  [
    'a jar of another user is opened by a command',
    failure('JAR_UNREADABLE', { path: '/home/x/my app.jar', detail: 'EACCES' }),
    ["`sudo chmod a+r '/home/x/my app.jar'`"],
    [],
  ],
])('%s', (_, found, holds, lacks) => {
  for (const words of said(found)) {
    for (const part of holds) expect(words).toContain(part);
    for (const part of lacks) expect(words).not.toContain(part);
  }
});
