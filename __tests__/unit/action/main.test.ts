import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { SwitchNote } from '../../../src/commands/run.ts';
import type { Fate } from '../../../src/engine/journal.ts';
import { switchFolder } from '../../../src/engine/switch-folder.ts';
import { least } from '../settings/inputs.ts';
import { runSource } from './action-run.ts';

// Each run starts a Node of its own, which reads the whole source.
const limit = 60_000;

/** What main leaves of a switch for the post step. */
function note(fate: Fate): string {
  const folder = switchFolder('/docker/app/MCCM-server/releases/R2');
  return JSON.stringify({ release: 'R2', previous: 'R1', folder, fate } satisfies SwitchNote);
}

test(
  'bad inputs are told all at once, as annotations with their codes, and the run is red',
  async () => {
    const inputs = { ...least, domain: 'not a domain', 'https-port': '99999', env: 'no equals sign' };
    const run = await runSource('index', inputs);
    expect(run.code).toBe(1);
    const titles = [...run.log.matchAll(/^::error title=(\w+)::/gm)].map((match) => match[1]);
    expect(titles).toEqual(expect.arrayContaining(['INPUT_DOMAIN', 'INPUT_NUMBER', 'INPUT_ENV_LINE']));
    // One annotation a failure, its lines kept together.
    expect(run.log).toMatch(/^::error title=INPUT_DOMAIN::INPUT_DOMAIN: .*%0AWhat to do: /m);
    expect(titles).toContain(run.outputs['error-code']);
    expect(run.outputs).toMatchObject({ changed: 'false', url: '', 'rolled-back': 'false' });
    expect(run.summary).toMatch(/^## Failed: INPUT_/);
    expect(run.state).toMatchObject({ phase: 'ended' });
  },
  limit,
);

test(
  'a static site that cannot be read is told beside the bad inputs, also where there is no jar to look into',
  async () => {
    const run = await runSource('index', { ...least, jar: '', domain: 'not a domain', 'static-site': 'web/dist' });
    const titles = [...run.log.matchAll(/^::error title=(\w+)::/gm)].map((match) => match[1]);
    expect(titles.slice(0, 3)).toEqual(['INPUT_DOMAIN', 'INPUT_MISSING', 'STATIC_SITE_UNREADABLE']);
  },
  limit,
);

test(
  'the language of the inputs is that of everything',
  async () => {
    const run = await runSource('index', { ...least, language: 'zh', domain: 'not a domain' });
    expect(run.log).toMatch(/^::error title=INPUT_DOMAIN::INPUT_DOMAIN: .*\p{Script=Han}.*%0A解决办法: /mu);
    expect(run.summary).toMatch(/^## 失败：INPUT_DOMAIN/);
  },
  limit,
);

test(
  'a jar that is not there: the server is not contacted, the artifact is kept, secrets are masked first',
  async () => {
    const inputs = { ...least, 'artifact-name': 'deployment-<app>', env: 'TOKEN=s3cr3t-v4lue' };
    const run = await runSource('index', inputs);
    expect(run.code).toBe(1);
    expect(run.outputs['error-code']).toBe('JAR_NOT_FOUND');
    expect(run.log).toContain('::add-mask::s3cr3t-v4lue');
    expect(run.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('s3cr3t-v4lue');
    expect(run.log).toMatch(/The artifact is in .*temp\/deployment-app/);
    expect(run.summary).not.toContain('s3cr3t-v4lue');
  },
  limit,
);

test(
  'a run without any input says what is missing',
  async () => {
    const run = await runSource('index', {});
    expect(run.code).toBe(1);
    expect(run.log).toContain('::error title=INPUT_MISSING::');
  },
  limit,
);

test(
  'the post step tells where a run was cut short, and nothing of one that told all itself',
  async () => {
    const cut = await runSource('post', { language: 'en' }, { environment: { STATE_phase: 'image.build' } });
    expect([cut.code, cut.log]).toEqual([
      0,
      expect.stringMatching(/^::warning title=Interrupted deploy::The run was interrupted in: image.build\./),
    ]);
    expect(cut.summary).toContain('the previous release is still live');
    const told = { STATE_phase: 'ended', STATE_switch: note('committed') };
    for (const environment of [{ STATE_phase: 'ended' }, { STATE_phase: '' }, told]) {
      expect(await runSource('post', {}, { environment })).toMatchObject({ code: 0, log: '' });
    }
  },
  limit,
);

test(
  'the post step tells what main had seen of the switch before it was killed, in the language of the run',
  async () => {
    const environment = { STATE_phase: 'outside', STATE_switch: note('committed') };
    const run = await runSource('post', { language: 'zh' }, { environment });
    expect(run.log).toMatch(/^::warning title=部署被中断::切换已提交：R2 正在提供服务/);
    expect(run.summary).toContain('R2 正在提供服务');
  },
  limit,
);

test(
  'what answers in place of an SSH server acts on nothing in the summary',
  async () => {
    const words = 'Exceeded MaxStartups <img src=x> [click](https://evil.example)';
    const stranger = createServer((socket) =>
      socket.on('error', () => {}).end(`${words}\r\n`, () => socket.destroy()),
    ).listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as AddressInfo;
    const environment = { STATE_phase: 'ended', STATE_switch: note('open') };
    const inputs = { ...least, 'private-key': '', password: 'correct horse', host: '127.0.0.1', port: String(port) };
    const run = await runSource('post', inputs, { environment });
    stranger.close();
    expect(run.summary).toContain('Exceeded MaxStartups &lt;img src=x> \\[click\\](https://evil.example)');
  },
  limit,
);

test(
  'a post step that cannot reach the server says so, and what holds all the same; secrets are masked first',
  async () => {
    const inputs = { ...least, host: '127.0.0.1', port: '1', env: 'TOKEN=s3cr3t-v4lue' };
    const environment = { STATE_phase: 'ended', STATE_switch: note('open') };
    const run = await runSource('post', inputs, { environment });
    expect(run.code).toBe(0);
    expect(run.log).toMatch(
      /^::warning title=Interrupted deploy::The switch to R2 had not ended yet\..*could not be asked/m,
    );
    expect(run.log).toContain('::add-mask::s3cr3t-v4lue');
    expect(run.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('s3cr3t-v4lue');
  },
  limit,
);

test(
  'what a run still held is given back by the post step, or told with what becomes of it; secrets are masked first',
  async () => {
    const held = { kind: 'unknown', title: { en: 'SSH for 203.0.113.9', zh: '203.0.113.9 的 SSH' }, note: { rule: 1 } };
    const environment = { STATE_phase: 'ended', STATE_leases: JSON.stringify([held]) };
    const run = await runSource('post', { ...least, env: 'TOKEN=s3cr3t-v4lue' }, { environment });
    expect(run.code).toBe(0);
    expect(run.log).toMatch(/^::warning::Could not be removed: SSH for 203\.0\.113\.9 \(INTERNAL/m);
    expect(run.log).toContain('::add-mask::s3cr3t-v4lue');
    expect(run.summary).toBe('');
  },
  limit,
);
