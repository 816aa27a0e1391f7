import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderSite } from '../../../src/nginx/render-site.ts';
import { sameCertificate } from '../../../src/resources/site/same-certificate.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { nginx } from '../deployment/decision-inputs.ts';
import { runBash } from '../engine/local-server.ts';
import { site } from '../nginx/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'same-certificate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, "it's mccm.conf");
const rendered = renderSite(
  { ...site, certificate: { chainPath: '/etc/nginx/ssl/a b/1.crt', keyPath: '/etc/nginx/ssl/1.key' } },
  nginx.version,
);
const check = sameCertificate({ ...nginx, managedFile: { path, text: rendered } });

/** What it says of the file as it is now. */
async function look(text: string | undefined): Promise<string> {
  rmSync(path, { force: true });
  if (text !== undefined) writeFileSync(path, text);
  const input = Buffer.from(`set -eu\ndeploy_mark=@@\n${prelude}\n${check}\necho same`);
  const { stdout, stderr } = await runBash(['-s'], { LC_ALL: 'C' }, { input });
  return stdout + stderr;
}

test.each<[string, string | undefined]>([
  ['as it was read', rendered],
  ['with another release', rendered.replaceAll(site.release, '20261124T160512Z-5d6e7f8')],
  ['removed by somebody', undefined],
])('a file %s is let pass', async (_, text) => {
  expect(await look(text)).toBe('same\n');
});

test.each([
  ['chain', rendered.replaceAll('/1.crt', '/2.crt')],
  ['key', rendered.replaceAll('/1.key', '/2.key')],
])('a renewal that came between is named: another %s', async (_, text) => {
  expect(await look(text)).toMatch(/^@@failure SITE_CERTIFICATE_CHANGED file=/);
});

test('where nothing could be read of it, nothing is compared', () => {
  expect(sameCertificate({ ...nginx, managedFile: undefined })).toBe('');
  expect(sameCertificate({ ...nginx, managedFile: { path, text: 'server {}' } })).toBe('');
});
