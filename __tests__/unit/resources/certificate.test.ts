import { applySteps, undoScript } from '../../../src/engine/apply.ts';
import type { RunnerStep } from '../../../src/engine/step.ts';
import { certificatePaths, planCertificate } from '../../../src/resources/certificate.ts';
import { type Authority, bundle, keyOf, openAuthority, usualFamily } from '../certificate/authority.ts';
import { listeningLog } from '../engine/listening-log.ts';
import { type MovedServer, openMovedServer } from './moved-server.ts';

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
afterAll(() => authority.remove());

const pair = certificatePaths('api.example.com', 'ab12');
const none = { certificates: [], keys: [] };

function plan(there: Parameters<typeof planCertificate>[4] = none): readonly RunnerStep[] {
  const { leaf, intermediate } = family;
  return planCertificate(
    pair,
    'api.example.com',
    bundle(leaf, intermediate),
    keyOf(leaf),
    there,
  ) as readonly RunnerStep[];
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
  await applySteps(plan(), listening, listeningLog(), Date.now);
  const { leaf, intermediate } = family;
  expect(await server.sh(`cat ${pair.chainPath}`)).toBe(bundle(leaf, intermediate));
  expect((await server.sh(`cat ${pair.keyPath}`)).trim()).toBe(leaf.keyPem.trim());
  expect(await server.sh(`stat -c %a ${pair.chainPath} ${pair.keyPath} /etc/nginx/ssl/api.example.com/ab12`)).toBe(
    '644\n600\n700\n',
  );
  expect(await server.sh('ls /etc/nginx/ssl/api.example.com/ab12')).toBe(
    'api.example.com.key\napi.example.com_bundle.crt\n',
  );
  expect(scripts.join('\n')).not.toContain('PRIVATE KEY-----\n');
});

test('undone, it is gone, and so is the domain’s folder where nothing else is in it', async () => {
  await applySteps(plan(), server, listeningLog(), Date.now);
  await server.sh(undoScript(plan()));
  expect(await server.sh('ls /etc/nginx/ssl')).toBe('');
});

test('a pair that is there needs nothing', () => {
  const { leaf, intermediate } = family;
  const certificates = [{ path: pair.chainPath, text: `${bundle(leaf, intermediate)}\n` }];
  expect(plan({ certificates, keys: [{ path: pair.keyPath, publicKey: '' }] })).toEqual([]);
  expect(plan({ certificates, keys: [] })).toHaveLength(1);
});

test('where the same certificate lies with another chain, which may be served, it is replaced but never taken away', () => {
  const [step] = plan({ certificates: [{ path: pair.chainPath, text: family.leaf.pem }], keys: [] });
  expect(step?.undo).toBeUndefined();
  expect(plan()[0]?.undo).toContain('rm -rf');
});
