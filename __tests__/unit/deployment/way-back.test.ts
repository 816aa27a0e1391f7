import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Target } from '../../../src/deployment/target.ts';
import { planWayBack } from '../../../src/deployment/way-back.ts';
import { isUntouched, managedBy } from '../../../src/nginx/label.ts';
import { renderSite } from '../../../src/nginx/render-site.ts';
import { Secret } from '../../../src/redaction/secret.ts';
import type { Release } from '../../../src/release/release.ts';
import { renderRecord } from '../../../src/resources/release-record.ts';
import { fillFunctions } from '../../../src/resources/server-rollback/fill-script.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import { blanks } from '../../../src/values/blanks.ts';
import { runBash } from '../engine/local-server.ts';
import { nginx, served, surveyed } from './decision-inputs.ts';
import { release } from './release.ts';

const file = '/etc/nginx/conf.d/mccm-server.conf';
const language = 'en';

function targetOf(changes: Partial<Release> = {}): Target {
  return {
    release: { ...release, ...changes },
    source: { kind: 'kept', environment: undefined },
    hidden: 'all',
    newContainer: undefined,
    certificate: served,
    adoption: { container: undefined, inherited: undefined, rivals: [], servers: true },
    atStake: undefined,
    carried: [],
    publicAddress: undefined,
    choices: {
      writtenFiles: 'discard',
      keepReleases: 5,
      host: '203.0.113.5',
      dnsOverwrite: [],
      language,
      hooks: { beforeSwitch: new Secret('echo a-hook'), afterDeploy: new Secret('echo a-hook'), timeoutSeconds: 300 },
    },
    advice: {
      problems: [],
      warnings: [],
      notices: { configuration: [], paths: [] },
      healthReason: { en: '', zh: '' },
    },
  };
}

/** The form and the script that the step writes. */
function written(target: Target): readonly [string, string] {
  const step = planWayBack(target, provisionedServer(surveyed()), file);
  const script = 'script' in step ? step.script : '';
  const texts = [...script.matchAll(/<<'EOF'.*\n([A-Za-z0-9+/=\n]+)\nEOF/g)];
  const [form = '', rollback = ''] = texts.map(([, text = '']) => gunzipSync(Buffer.from(text, 'base64')).toString());
  return [form, rollback];
}

const values: Readonly<Record<keyof typeof blanks, string>> = {
  port: '20007',
  servingBackEnd: '20009',
  servingHttps: '8014',
  servingHttp: '8004',
  serving: '20261124T160512Z-5d6e7f8',
  container: 'a1'.repeat(32),
  restartPolicy: 'unless-stopped',
  domain: 'api.example.com',
  proof: '/deploy-proof/0123',
  chain: '/etc/nginx/ssl/api.example.com/1/api.example.com_bundle.crt',
  key: '/etc/nginx/ssl/api.example.com/1/api.example.com.key',
  fingerprint: 'b2'.repeat(32),
  who: 'octocat',
};

function fill(form: string, given: Readonly<Record<string, string>>) {
  const lines = Object.entries(given).map(
    ([name, value]) => `blank ${name} '${value}' || { echo "refused ${name}"; exit 3; }`,
  );
  return runBash(
    ['-s'],
    { LC_ALL: 'C' },
    {
      input: Buffer.from(
        `set -u\n${fillFunctions}\nform=$(base64 -d <<'END'\n${Buffer.from(form).toString('base64')}\nEND\n)\n${lines.join('\n')}\nfill_in || exit 4`,
      ),
    },
  );
}

const snippet = 'add_header X-Quote "it\'s $host 你好" always;\n# EOF';
const wanted = targetOf({ site: { ...release.site, snippet } });

test('filled in, it is a script of bash with the very file and record that a deploy would write', async () => {
  const [form] = written(wanted);
  const { code, stdout } = await fill(form, values);
  expect(code).toBe(0);
  expect((await runBash(['-n'], {}, { input: Buffer.from(stdout) })).stderr).toBe('');
  for (const { word } of Object.values(blanks)) expect(stdout).not.toContain(word);

  const port = Number(values.port);
  const pair = { chainPath: values.chain, keyPath: values.key };
  const filled = {
    ...wanted.release,
    container: { ...wanted.release.container, loopbackPort: port },
    site: { ...wanted.release.site, upstreamPort: port, certificate: pair },
  };
  const site = renderSite(filled.site, nginx.version);
  // Judged before anything begins, tested in the switch, put in place.
  expect(stdout.split(site)).toHaveLength(4);
  expect(isUntouched(site)).toBe(true);
  expect(stdout).toContain(`want_configuration=${managedBy(site)?.configuration}`);
  expect(stdout).toContain(createHash('sha256').update(site).digest('hex'));
  expect(stdout).toContain(renderRecord(filled));
  expect(stdout).toContain(`docker create --cidfile`);
  expect(stdout).toContain(`--publish 127.0.0.1:${port}:8004`);
  expect(stdout).toContain(`docker update --restart always ${values.container}`);
  expect(stdout).toContain(`want_release=${values.serving}`);
  expect(stdout).toContain(`failure SITE_CERTIFICATE_CHANGED file=${file} before=${values.chain} `);
  for (const { host, container } of filled.container.volumes)
    expect(form.split('\n')).toContain(`#@mount "${host}" "${container}"`);
});

test('the titles of its steps are in the run’s language', () => {
  const zh = { ...wanted, choices: { ...wanted.choices, language: 'zh' as const } };
  const [form, script] = written(zh);
  expect(form).toMatch(/^#@title site\.reload 重新加载 nginx$/m);
  expect(script).toMatch(/^ {2}\[isLive\]='正在提供服务'$/m);
});

test.each([
  ['port', '80; reboot'],
  ['container', 'mccm-server'],
  ['chain', '/etc/nginx/ssl/a$(reboot).crt'],
  ['key', "/etc/nginx/a'.key"],
  ['proof', '/deploy-proof/a|e reboot'],
  ['restartPolicy', 'no\nreboot'],
  ['who', 'root & reboot'],
] as const)('%s of another form is refused', async (name, value) => {
  const [form] = written(wanted);
  expect(await fill(form, { ...values, [name]: value.replaceAll("'", `'\\''`) })).toMatchObject({
    code: 3,
    stdout: `refused ${name}\n`,
  });
});

test('a blank that is left is noticed', async () => {
  const [form] = written(wanted);
  const { who, ...rest } = values;
  expect(await fill(form, rest)).toMatchObject({ code: 4 });
});

test('what is served by then is stopped only where nothing would be lost', () => {
  const [form] = written(wanted);
  // Whatever the run that wrote it was told of another container.
  expect(form).toContain('failure CONTAINER_FILES_WRITTEN_LAST');
  expect(form).toContain(`served_since ${blanks.container.word}`);
});

test('nothing is installed, no port is opened, and no script of the user’s is run', () => {
  const [form] = written({ ...wanted, certificate: { ...served, install: undefined } });
  expect(form).not.toMatch(/apt-get |docker pull|systemctl enable|firewall-cmd|ufw /);
  expect(form).not.toContain('a-hook');
});
