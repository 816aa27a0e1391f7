import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from '../../practice/command.ts';
import { find } from '../../practice/programs.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { reloadNginx } from './reload-nginx.ts';
import { domain, expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { expectRed, versionServed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 300_000);
afterAll(() => scene?.close());

const front = '/etc/nginx/conf.d/000-front.conf';
const required = { 'wechat-check': 'require' };
const paste = `wss://${domain}`;

const verify = (inputs: Record<string, string> = {}): Promise<RunResult> =>
  scene.run({ command: 'verify', domain, 'health-path': '/actuator/health', ...required, ...inputs });

/** What a run says of the rules: how many are kept, broken and not seen. */
function rulesOf({ summary }: RunResult): readonly number[] {
  return ['✅', '❌', '❔'].map((sign) => summary.match(new RegExp(`^- ${sign} `, 'gmu'))?.length ?? 0);
}

const warned = ({ annotations }: RunResult): readonly (string | undefined)[] =>
  annotations.filter(({ level }) => level === 'warning').map(({ title }) => title);

/** One finding in testssl.sh's file. */
interface Finding {
  readonly id: string;
  readonly severity: string;
  readonly finding: string;
}

test('what the action renders keeps every rule; what to paste is told at the first deploy and by verify', async () => {
  const first = await deployStandIn(scene, '1', required);
  expectSuccess(first);
  expect(rulesOf(first)).toEqual([11, 0, 0]);
  expect(first.log).toContain(`request, uploadFile, downloadFile: https://${domain}:8014`);
  expect(first.log).toContain(paste);
  expect(first.summary).toContain(paste);

  const second = await deployStandIn(scene, '2', required);
  expectSuccess(second);
  expect(rulesOf(second)).toEqual([11, 0, 0]);
  expect(second.log).toContain('服务器域名 at WeChat stays as it is');
  expect(second.log).not.toContain(paste);
  expect(second.summary).not.toContain(paste);
  expect(second.outputs['wechat-socket-domain']).toBe(paste);

  const looked = await verify();
  expectSuccess(looked);
  expect(looked.log).toContain(paste);
  expect(rulesOf(looked)).toEqual([11, 0, 0]);
}, 300_000);

/** What testssl.sh tells that is not of the site's own TLS. */
const excused: readonly string[] = [
  // The practice authority names neither a revocation list nor an OCSP responder.
  'cert_revocation',
  // What the application answers is passed on as it is; the stand-in sends no headers of this kind.
  'security_headers',
];

test('testssl.sh finds nothing of medium severity or worse', async () => {
  const { server, workspace, world } = scene;
  const file = join(workspace, 'testssl.json');
  // All but the list of each cipher. No look-up of names, so nothing of CAA; nobody but the server is asked.
  const tests = ['-p', '-s', '-f', '-P', '-S', '-h', '-U', '-c'];
  const options = ['--quiet', '--warnings', 'off', '--color', '0', '--nodns', 'none', '--jsonfile', file];
  const where = ['--ip', server.address, '--add-ca', world.authority.rootPath];
  const url = `https://${domain}:8014/actuator/health`;
  const argv = [find('testssl') ?? 'testssl', ...options, ...where, ...tests, url];
  const { stdout, stderr } = await attempt(argv);
  const findings = JSON.parse(readFileSync(file, 'utf8')) as readonly Finding[];
  const severe = findings.filter(({ severity }) => ['MEDIUM', 'HIGH', 'CRITICAL', 'FATAL'].includes(severity));
  const told = severe.filter(({ id }) => !excused.includes(id)).map(({ id, finding }) => `${id}: ${finding}`);
  if (told.length > 0) throw new Error(`${told.join('\n')}\n${stdout}${stderr}`);
  // It came to its end, and trusts what phones are to trust.
  const found = (name: string): string | undefined => findings.find(({ id }) => id === name)?.severity;
  expect(['TLS1_2', 'TLS1_3', 'cert_chain_of_trust', 'cert_trust', 'cipher_order', 'BREACH', 'RC4'].map(found)).toEqual(
    Array(7).fill('OK'),
  );
  const connects = (client: string): string => findings.find(({ id }) => id.endsWith(client))?.finding ?? '';
  expect(connects('android_70')).toMatch(/^TLSv1\.2 ECDHE-/);
  expect(connects('safari_121_ios_122')).toMatch(/^TLSv1\.3 /);
  // It computes much: half a minute alone, five beside what else a slow machine does.
}, 900_000);

test('a server block in front that knows TLS 1.3 alone: red where the rules are required, warned of otherwise', async () => {
  const { server } = scene;
  await server.sh(
    'openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=front -days 2 -keyout /etc/ssl/front.key -out /etc/ssl/front.pem 2>/dev/null',
  );
  const block = `server {
  listen 8014 ssl default_server;
  server_name _;
  ssl_certificate /etc/ssl/front.pem;
  ssl_certificate_key /etc/ssl/front.key;
  ssl_protocols TLSv1.3;
  return 404;
}`;
  await server.sh(`cat >${front} && ${reloadNginx}`, { input: block });
  const red = await deployStandIn(scene, '3', required);
  expectRed(red, 'WECHAT_TLS12');
  expect(red.outputs).toMatchObject({ changed: 'true', 'rolled-back': 'false' });
  expect(rulesOf(red)).toEqual([9, 1, 1]);
  expect(await versionServed(scene)).toBe('3');

  const green = await deployStandIn(scene, '3');
  expectSuccess(green);
  expect(warned(green)).toContain('WECHAT_TLS12');
  expect(green.outputs.url).toBe(`https://${domain}:8014`);
  const silent = await verify({ 'wechat-check': 'off' });
  expectSuccess(silent);
  expect(warned(silent)).toEqual([]);
  expect(rulesOf(silent)).toEqual([0, 0, 0]);

  // The cure, as it is written.
  await server.sh(
    `sed -i 's/ssl_protocols .*;/ssl_protocols TLSv1.2 TLSv1.3;/' ${front} && nginx -t && ${reloadNginx}`,
  );
  expectSuccess(await verify());
  await server.sh(`rm ${front} && ${reloadNginx}`);
}, 300_000);

test('a snippet that leaves RSA suites alone is red where the rules are required, and kept', async () => {
  const { chain, key } = await scene.world.authority.issue([domain], { keyType: 'rsa' });
  const rsa = { ...required, 'certificate-chain': chain, 'certificate-key': key };
  const narrow = await deployStandIn(scene, '3', { ...rsa, 'nginx-snippet': 'ssl_ciphers AES128-GCM-SHA256;' });
  expectRed(narrow, 'WECHAT_SUITES');
  expect(narrow.outputs).toMatchObject({ changed: 'true', 'rolled-back': 'false' });
  expectSuccess(await deployStandIn(scene, '3', rsa));
}, 300_000);
