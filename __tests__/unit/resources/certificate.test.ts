import { applySteps } from '../../../src/engine/apply.ts';
import type { ServerStep } from '../../../src/engine/step.ts';
import { undoScript } from '../../../src/engine/undo.ts';
import {
  certificatePaths,
  complainsOfOwnPair,
  isBrought,
  planCertificate,
} from '../../../src/resources/certificate.ts';
import { type Authority, bundle, keyOf, openAuthority, publicKeyOf, usualFamily } from '../certificate/authority.ts';
import { listeningLog } from '../engine/listening-log.ts';
import { undisturbed } from '../engine/patience.ts';
import { type MovedServer, openMovedServer } from './moved-server.ts';
import { openPrograms } from './programs.ts';

let authority: Authority;
let family: ReturnType<typeof usualFamily>;
let server: MovedServer;
beforeAll(() => {
  authority = openAuthority();
  family = usualFamily(authority);
});
beforeEach(() => {
  server = openMovedServer();
});
afterEach(() => server.remove());
afterAll(() => authority?.remove());

const pair = certificatePaths('api.example.com', 'ab12');
const none = { certificates: [], keys: [] };

function plan(there: Parameters<typeof planCertificate>[4] = none): readonly ServerStep[] {
  const { leaf, intermediate } = family;
  return planCertificate(
    pair,
    'api.example.com',
    bundle(leaf, intermediate),
    keyOf(leaf),
    there,
  ) as readonly ServerStep[];
}

test('the pair is written as it is, the key for root only, from standard input', async () => {
  const scripts: string[] = [];
  const listening = {
    ...server,
    run: (...args: Parameters<typeof server.run>) => {
      scripts.push(args[0]);
      return server.run(...args);
    },
  };
  await applySteps(plan(), listening, listeningLog(), undisturbed);
  const { leaf, intermediate } = family;
  expect(await server.sh(`cat ${pair.chainPath}`)).toBe(bundle(leaf, intermediate));
  expect((await server.sh(`cat ${pair.keyPath}`)).trim()).toBe(leaf.keyPem.trim());
  expect(await server.sh(`stat -c %a ${pair.chainPath} ${pair.keyPath} /etc/nginx/ssl/api.example.com/ab12`)).toBe(
    '644\n600\n700\n',
  );
  expect(await server.sh('ls /etc/nginx/ssl/api.example.com/ab12')).toBe(
    'api.example.com.key\napi.example.com_bundle.crt\n',
  );
  // What is sent is read from there, and in no script as it is.
  expect([...scripts, plan()[0]?.script].join('\n')).not.toContain('PRIVATE KEY-----\n');
});

test('what was written gets the label of its place, where SELinux has a program for that', async () => {
  const programs = openPrograms();
  programs.put('restorecon', 'exit 0');
  const labelled = openMovedServer(programs.server);
  await applySteps(plan(), labelled, listeningLog(), undisturbed);
  expect(programs.calls('restorecon')).toEqual([`-R ${labelled.at('/etc/nginx/ssl/api.example.com/ab12')}`]);
  labelled.remove();
  programs.remove();
});

test.each([
  ['nginx does not name it: it is gone, and so is the domain’s folder where nothing else is in it', 'exit 0', ''],
  ['another application serves it by now: it stays', `echo 'ssl_certificate ${pair.chainPath};'`, 'api.example.com\n'],
  ['nginx does not say what it names: it stays', 'exit 1', 'api.example.com\n'],
])('undone, and %s', async (_, nginx, left) => {
  const programs = openPrograms();
  programs.put('nginx', nginx.replace('/etc/nginx/ssl', server.at('/etc/nginx/ssl')));
  await applySteps(plan(), server, listeningLog(), undisturbed);
  // No nginx of this machine's is asked.
  const undo = undoScript(plan()).replace('/proc/[0-9]*', '/nowhere/*');
  await programs.server.run(undo.replaceAll('/etc/nginx/ssl', server.at('/etc/nginx/ssl')));
  expect(await server.sh('ls /etc/nginx/ssl')).toBe(left);
  programs.remove();
});

test('a pair that a deployment brought is known by its path; one of the user’s own is none', () => {
  const fingerprint = 'a'.repeat(64);
  const brought = certificatePaths('api.example.com', fingerprint);
  expect(isBrought(brought, 'api.example.com')).toBe(true);
  expect(isBrought(brought, 'www.example.com')).toBe(false);
  expect(isBrought({ ...brought, keyPath: '/etc/nginx/ssl/own.key' }, 'api.example.com')).toBe(false);
  const own = {
    chainPath: '/etc/nginx/ssl/api.example.com/fullchain.pem',
    keyPath: '/etc/nginx/ssl/api.example.com/privkey.pem',
  };
  expect(isBrought(own, 'api.example.com')).toBe(false);
  expect(isBrought(certificatePaths('api.example.com', 'live'), 'api.example.com')).toBe(false);
});

test.each([
  ['cannot load certificate "/etc/nginx/ssl/own/site.crt": BIO_new_file() failed', true],
  ['SSL_CTX_use_PrivateKey("/etc/nginx/ssl/own/site.key") failed (SSL: error:key values mismatch)', true],
  [
    `cannot load certificate key "/etc/nginx/ssl/api.example.com/${'a'.repeat(64)}/api.example.com.key": PEM_read`,
    false,
  ],
  ['unexpected end of file, expecting "}" in /etc/nginx/conf.d/a.conf:9', false],
])('nginx says %j: of a certificate of the user’s own: %s', (said, own) => {
  expect(complainsOfOwnPair(`nginx: [emerg] ${said}\nnginx: … failed`, 'api.example.com')).toBe(own);
});

test('undone, what somebody put beside the pair stays', async () => {
  const programs = openPrograms();
  programs.put('nginx', 'exit 0');
  await applySteps(plan(), server, listeningLog(), undisturbed);
  await server.sh('echo mine >/etc/nginx/ssl/api.example.com/ab12/notes');
  const undo = undoScript(plan()).replace('/proc/[0-9]*', '/nowhere/*');
  await programs.server.run(undo.replaceAll('/etc/nginx/ssl', server.at('/etc/nginx/ssl')));
  expect(await server.sh('ls /etc/nginx/ssl/api.example.com/ab12')).toBe('notes\n');
  programs.remove();
});

test('a pair that is there needs nothing', () => {
  const { leaf, intermediate } = family;
  const certificates = [{ path: pair.chainPath, text: `${bundle(leaf, intermediate)}\n` }];
  const key = { path: pair.keyPath, publicKey: publicKeyOf(leaf.pem) };
  expect(plan({ certificates, keys: [key] })).toEqual([]);
  expect(plan({ certificates, keys: [] })).toHaveLength(1);
  // Cut off in the middle, as a power cut may leave them.
  expect(plan({ certificates, keys: [{ ...key, publicKey: '' }] })).toHaveLength(1);
  expect(plan({ certificates: [{ path: pair.chainPath, text: leaf.pem.slice(0, 200) }], keys: [key] })).toHaveLength(1);
});

test('where the same certificate lies with another chain, which may be served, it is replaced but never taken away', () => {
  const [step] = plan({ certificates: [{ path: pair.chainPath, text: family.leaf.pem }], keys: [] });
  expect(step?.undo).toBeUndefined();
  expect(plan()[0]?.undo).toContain('rm -f ');
});
