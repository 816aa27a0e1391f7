import { type Issued, issueBad } from '../../practice/certificates.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { artifactOf } from './artifact.ts';
import { expectRefused } from './refused.ts';
import { reloadNginx } from './reload-nginx.ts';
import { domain, expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { deployStandIn } from './stand-in.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 300_000);
afterAll(() => scene?.close(), 60_000);

const run = (command: 'plan' | 'deploy'): Promise<RunResult> =>
  deployStandIn(scene, '1', {
    command,
    certificate: 'existing',
    'certificate-chain': undefined,
    'certificate-key': undefined,
  });

/** Puts a pair on the server, in place of what was there under these names. */
async function put(folder: string, { chain, key }: Pick<Issued, 'chain' | 'key'>): Promise<void> {
  const write = (name: string, text: string): Promise<string> =>
    scene.server.sh(`mkdir -p ${folder} && umask 077 && cat >${folder}/${name}`, { input: text });
  await write('site.crt', chain);
  await write('site.key', key);
}

/** What a run has nginx serve, or would have. */
function plannedCertificate(result: RunResult): string | undefined {
  return /^ *ssl_certificate "?([^";]+)"?;$/m.exec(artifactOf(result)['nginx-mccm-server.conf'] ?? '')?.[1];
}

/** SHA-256 of the certificate that nginx serves on a port of the server. */
const served = (port: number): Promise<string> =>
  scene.server.sh(
    `openssl s_client -connect 127.0.0.1:${port} -servername ${domain} </dev/null 2>/dev/null | openssl x509 -noout -fingerprint -sha256`,
  );

const fingerprintOf = (folder: string): Promise<string> =>
  scene.server.sh(`openssl x509 -in ${folder}/site.crt -noout -fingerprint -sha256`);

test('no certificate at all, and none that can be served', async () => {
  const before = await stateOf(scene.server);
  expectRefused(await run('deploy'), {
    codes: ['CERTIFICATE_NOT_FOUND'],
    says: [`no certificate that is valid for ${domain}`, 'why it cannot serve: -', '`certificate-chain`'],
  });
  expect(await stateOf(scene.server)).toBe(before);

  const kinds = ['expired', 'other-name', 'no-intermediate', 'other-key'] as const;
  for (const kind of kinds) await put(`/etc/nginx/ssl/${kind}`, await issueBad(scene.world.authority, domain, kind));
  const unfit = await stateOf(scene.server);
  expectRefused(await run('deploy'), {
    codes: ['CERTIFICATE_NOT_FOUND'],
    says: [
      '/etc/nginx/ssl/expired/site.crt (CERTIFICATE_EXPIRED)',
      '/etc/nginx/ssl/other-name/site.crt (CERTIFICATE_NAMES)',
      '/etc/nginx/ssl/no-intermediate/site.crt (CERTIFICATE_CHAIN_INCOMPLETE)',
      '/etc/nginx/ssl/other-key/site.crt (CERTIFICATE_KEY_MISMATCH)',
    ],
  });
  expect(await stateOf(scene.server)).toBe(unfit);
}, 120_000);

test('of the valid ones the newest is taken', async () => {
  await put('/etc/nginx/ssl/new', await scene.world.authority.issue([domain], { days: 80 }));
  await put('/etc/nginx/ssl/old', await scene.world.authority.issue([`*.${domain.slice(4)}`], { days: 40 }));
  const planned = await run('plan');
  expectSuccess(planned);
  expect(plannedCertificate(planned)).toBe('/etc/nginx/ssl/new/site.crt');
}, 120_000);

describe('nginx names a pair for the domain', () => {
  const folder = '/etc/ssl/own';

  beforeAll(async () => {
    // Shorter than those under /etc/nginx/ssl, and yet the one: it is what the owner of the server chose.
    await put(folder, await scene.world.authority.issue([domain], { days: 20, keyType: 'rsa' }));
    await scene.server.sh(`cat >/etc/nginx/conf.d/own.conf <<'END'
server { listen 443 ssl; server_name ${domain}; ssl_certificate ${folder}/site.crt; ssl_certificate_key ${folder}/site.key; }
END
${reloadNginx}`);
  }, 60_000);

  test('an expired one, or one whose key is another, is refused by its name', async () => {
    await scene.server.sh(`cp -a ${folder} /run/own`);
    await put(folder, await issueBad(scene.world.authority, domain, 'expired'));
    const before = await stateOf(scene.server);
    expectRefused(await run('deploy'), {
      codes: ['CERTIFICATE_EXPIRED'],
      says: [`${folder}/site.crt`, 'expired at 20'],
    });
    expect(await stateOf(scene.server)).toBe(before);

    await put(folder, await issueBad(scene.world.authority, domain, 'other-key'));
    // nginx itself does not take such a pair: its next start would fail.
    expectRefused(await run('deploy'), {
      codes: ['NGINX_BROKEN_BEFORE'],
      says: ['key values mismatch', `${folder}/site.key`],
    });
    await scene.server.sh(`cp -a /run/own/. ${folder}/`);
  }, 120_000);

  test('it is served as it lies there, and one renewed in place is noticed, reloaded and proven', async () => {
    const deployed = await run('deploy');
    expectSuccess(deployed);
    expect(plannedCertificate(deployed)).toBe(`${folder}/site.crt`);
    expect(await served(8014)).toBe(await fingerprintOf(folder));
    const container = await scene.server.sh(`docker inspect -f '{{.Id}} {{.State.StartedAt}}' mccm-server`);
    const first = await fingerprintOf(folder);

    await put(folder, await scene.world.authority.issue([domain], { days: 70 }));
    const renewed = await run('deploy');
    expectSuccess(renewed);
    const { release = '', changed } = renewed.outputs;
    expect({ release, changed }).toEqual({ release: deployed.outputs.release, changed: 'true' });
    expect(renewed.outputs['certificate-not-after']).not.toBe(deployed.outputs['certificate-not-after']);
    expect(await fingerprintOf(folder)).not.toBe(first);
    expect(await served(8014)).toBe(await fingerprintOf(folder));
    expect(await scene.server.sh(`docker inspect -f '{{.Id}} {{.State.StartedAt}}' mccm-server`)).toBe(container);

    const again = await run('deploy');
    expectSuccess(again);
    expect(again.outputs).toMatchObject({ release, changed: 'false' });
  }, 240_000);

  test('a chain that was completed in its file, the leaf as before, is sent after the next deploy', async () => {
    const file = `${folder}/site.crt`;
    // As whoever forgot the intermediate has it: nginx read the leaf alone, the file is whole by now.
    await scene.server.sh(
      `cp ${file} /run/whole.crt; openssl x509 -in ${file} -out ${file}; nginx -s reload; sleep 1; cp /run/whole.crt ${file}`,
    );
    const completed = await run('deploy');
    expectSuccess(completed);
    expect(completed.outputs.changed).toBe('true');
    const again = await run('deploy');
    expectSuccess(again);
    expect(again.outputs.changed).toBe('false');
  }, 120_000);
});
