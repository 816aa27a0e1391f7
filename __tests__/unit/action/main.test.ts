import { least } from '../settings/inputs.ts';
import { runSource } from './action-run.ts';

// Each run starts a Node of its own, which reads the whole source.
const limit = 60_000;

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
    expect(run.log).toMatch(/The artifact lies in .*temp\/deployment-app/);
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
  'the post step tells where a run was cut short, and nothing of one that ended',
  async () => {
    const cut = await runSource('post', { language: 'en' }, { environment: { STATE_phase: 'switch' } });
    expect([cut.code, cut.log]).toEqual([0, expect.stringMatching(/^::warning::The run was cut short in: switch\./)]);
    for (const phase of ['ended', '']) {
      expect(await runSource('post', {}, { environment: { STATE_phase: phase } })).toMatchObject({ code: 0, log: '' });
    }
  },
  limit,
);
