import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Step, SwitchStep } from '../../../src/engine/step.ts';
import { inOrder } from '../../../src/engine/switch-order.ts';
import { releaseDirectory } from '../../../src/layout/release-paths.ts';
import { managedBy } from '../../../src/nginx/label.ts';
import { renderSite } from '../../../src/nginx/render-site.ts';
import type { DesiredSite } from '../../../src/resources/site/desired-site.ts';
import { restoreScript, swapScript } from '../../../src/resources/site/file-change.ts';
import { planSite, serves } from '../../../src/resources/site/site.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { failureIn } from '../../../src/server/script-protocol.ts';
import type { InstalledNginx } from '../../../src/survey/nginx.ts';
import { nginx as blank } from '../deployment/decision-inputs.ts';
import { release } from '../deployment/release.ts';
import { openPrograms, type Programs } from './programs.ts';

const file = '/etc/nginx/conf.d/mccm-server.conf';
const fingerprint = '5'.repeat(64);
const desired: DesiredSite = {
  release,
  file,
  status: [{ from: 200, to: 200 }],
  fingerprint,
  sent: 2,
  certificateIsNew: false,
  others: [],
  publishesLater: false,
  errorLog: '/var/log/nginx/error.log',
  hidden: 'taken-over',
  drain: { seconds: 20, ports: [8014], ownPorts: [8014], backEnds: [20_001] },
};
const content = renderSite(release.site, blank.version);
const configuration = managedBy(content)?.configuration ?? '';

/** An nginx that serves exactly what is desired, with what a test changes. */
function serving(changes: Partial<NonNullable<InstalledNginx['serving']>> = {}, text = content): InstalledNginx {
  return {
    ...blank,
    managedFile: { path: file, text },
    serving: { status: 200, release: release.id, configuration, fingerprint, ...changes },
  };
}

function ids(steps: readonly Step[]): readonly string[] {
  return steps.map(({ id }) => id);
}

function step(nginx: InstalledNginx, id: string): SwitchStep {
  return planSite(desired, nginx).find((one) => one.id === id) as SwitchStep;
}

const all = ['site.judge', 'site.test', 'site.swap', 'site.reload', 'site.prove', 'site.drain'];

test('what is served just so needs nothing', () => {
  expect(serves(desired, serving())).toBe(true);
  expect(planSite(desired, serving())).toEqual([]);
  expect(planSite(desired, serving({ sent: 2 }))).toEqual([]);
});

test.each<[string, InstalledNginx]>([
  ['nothing of ours is there', blank],
  ['nginx is stopped', { ...serving(), state: 'stopped', serving: undefined }],
  ['another release answers', serving({ release: 'R0' })],
  ['another configuration answers', serving({ configuration: '0'.repeat(16) })],
  ['another certificate answers', serving({ fingerprint: '6'.repeat(64) })],
  ['nginx has not read the whole chain yet', serving({ sent: 1 })],
  ['the application does not answer', serving({ status: 502 })],
  ['nothing answers', serving({ status: 0, release: '', configuration: '', fingerprint: '' })],
  ['the file was edited', serving({}, `${content}# by hand\n`)],
  [
    'the file lies elsewhere',
    { ...serving(), managedFile: { path: '/etc/nginx/other/mccm-server.conf', text: content } },
  ],
])('%s: it is judged, swapped, reloaded and proven', (_, nginx) => {
  expect(serves(desired, nginx)).toBe(false);
  expect(ids(planSite(desired, nginx))).toEqual(all);
});

test('where no version stops, nothing is waited for: the old files go', () => {
  const steps = planSite({ ...desired, drain: undefined }, blank) as readonly SwitchStep[];
  expect(ids(steps)).toEqual(all.toSpliced(-1, 1, 'site.forget'));
  expect(steps.map(({ script }) => script).join('\n')).not.toContain('switch/workers');
});

test('where a version stops for its port, it is waited for then, and what was cut is told at the end', () => {
  const steps = planSite({ ...desired, publishesLater: true }, blank) as readonly SwitchStep[];
  const scriptOf = (id: string) => steps.find((one) => one.id === id)?.script ?? '';
  expect(scriptOf('site.drain')).not.toContain('ss -tnp');
  expect(scriptOf('site.drain')).toContain('notice DRAIN_CUT');
  expect(scriptOf('site.swap')).toContain('nginx_workers >');
  expect(scriptOf('site.swap-2')).not.toContain('nginx_workers >');
});

test('a file edited by hand is named as such', () => {
  expect(step(serving({}, `${content}# by hand\n`), 'site.swap').reason.en).toContain('edited by hand');
  expect(step(serving({ status: 502 }), 'site.swap').reason.en).toBe('unchanged; nginx reads it again');
  expect(step(serving({ status: 502 }), 'site.swap').diff).toBeUndefined();
  const before = renderSite({ ...release.site, maxBodySize: '1m' }, blank.version);
  expect(step(serving({}, before), 'site.swap').reason.en).toBe('it differs');
  expect(step(blank, 'site.swap').reason.en).toBe('it is not there yet');
});

describe('swap and undo, run by bash', () => {
  let folder: string;
  let programs: Programs;
  beforeEach(() => {
    programs = openPrograms();
    // Neither this machine's nginx nor its disk is what is tried here.
    for (const name of ['systemctl', 'sync']) programs.put(name, 'exit 0');
    folder = mkdtempSync(join(tmpdir(), 'site-'));
    mkdirSync(join(folder, 'etc'));
    mkdirSync(join(folder, 'switch'));
  });
  afterEach(() => {
    programs.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const here = (script: string): string =>
    script
      .replaceAll('/etc/nginx/conf.d', join(folder, 'etc'))
      .replaceAll(releaseDirectory(release), folder)
      .replaceAll('/usr/sbin/nginx', 'true');
  const run = (script = '') => programs.server.run(`${prelude}\nset -e\n${here(script)}`);
  const live = () => readFileSync(join(folder, 'etc/mccm-server.conf'), 'utf8');
  const old: InstalledNginx = { ...blank, managedFile: { path: file, text: 'old' } };
  const before = `.mccm-server.conf.before-${release.image}-${release.id}-1`;

  test('a unit that does not start nginx at boot is enabled last, and undone to what it was', async () => {
    const disabled = { ...old, disabled: true };
    expect(ids(planSite(desired, disabled))).toEqual(all.toSpliced(-1, 0, 'site.enable'));
    const later = planSite({ ...desired, publishesLater: true }, disabled) as readonly SwitchStep[];
    expect(inOrder(later.filter(({ kind }) => kind === 'switch')).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['site.prove-2', 'site.enable', 'site.drain']),
    );
    expect(later.find(({ id }) => id === 'site.enable')).toMatchObject({ pass: 2, stage: 'prove' });
    const enable = step(disabled, 'site.enable');
    const changes = () => programs.calls('systemctl').filter((call) => !call.startsWith('is-enabled'));
    programs.put('systemctl', '[ "$1" != is-enabled ] || echo disabled');
    expect(await run(enable.script)).toMatchObject({ code: 0 });
    for (let i = 0; i < 2; i += 1) expect(await run(enable.undo)).toMatchObject({ code: 0 });
    expect(changes()).toEqual(['enable nginx.service', 'disable nginx.service']);
    // Somebody enabled it since the survey: it stays so.
    programs.put('systemctl', '[ "$1" != is-enabled ] || echo enabled');
    expect(await run(enable.script)).toMatchObject({ code: 0 });
    expect(await run(enable.undo)).toMatchObject({ code: 0 });
    expect(changes()).toEqual([]);
  });

  test('the old file comes back to the letter, however often it is undone', async () => {
    writeFileSync(join(folder, 'etc/mccm-server.conf'), 'old');
    const swap = step(old, 'site.swap');
    expect(await run(swap.script)).toMatchObject({ code: 0 });
    expect(live()).toBe(content);
    for (let i = 0; i < 2; i += 1) {
      expect(await run(swap.undo)).toMatchObject({ code: 0 });
      expect(live()).toBe('old');
    }
  });

  test('cut short before the backup was whole, the live file is not touched', async () => {
    writeFileSync(join(folder, 'etc/mccm-server.conf'), 'old');
    // As a crash in the middle of copying leaves it, on a file system without links.
    writeFileSync(join(folder, 'etc', `${before}.new`), 'o');
    expect(await run(step(old, 'site.swap').undo)).toMatchObject({ code: 0 });
    expect(live()).toBe('old');
  });

  test('cut short between the second name and the new file, undoing takes the name away', async () => {
    writeFileSync(join(folder, 'etc/mccm-server.conf'), 'old');
    linkSync(join(folder, 'etc/mccm-server.conf'), join(folder, 'etc', before));
    expect(await run(step(old, 'site.swap').undo)).toMatchObject({ code: 0 });
    expect([live(), readdirSync(join(folder, 'etc'))]).toEqual(['old', ['mccm-server.conf']]);
  });

  test('the old file lies beside, by a name that no include takes, until nothing undoes any more', async () => {
    writeFileSync(join(folder, 'etc/mccm-server.conf'), 'old');
    const { ino } = statSync(join(folder, 'etc/mccm-server.conf'));
    await run(step(old, 'site.swap').script);
    expect(readdirSync(join(folder, 'etc'))).toEqual([before, 'mccm-server.conf']);
    // The very file: nothing is copied back.
    expect(statSync(join(folder, 'etc', before)).ino).toBe(ino);
    writeFileSync(join(folder, 'switch/workers'), '');
    await run(step(old, 'site.drain').script);
    expect(readdirSync(join(folder, 'etc'))).toEqual(['mccm-server.conf']);
  });

  test('where no links can be made, the old file is copied, whole or not at all', async () => {
    programs.put('ln', 'exit 1');
    writeFileSync(join(folder, 'etc/mccm-server.conf'), 'old');
    await run(step(old, 'site.swap').script);
    expect(live()).toBe(content);
    expect(await run(step(old, 'site.swap').undo)).toMatchObject({ code: 0 });
    expect([live(), readdirSync(join(folder, 'etc'))]).toEqual(['old', ['mccm-server.conf']]);
  });

  test('an old file that somebody took away is not taken for one that never was', async () => {
    writeFileSync(join(folder, 'etc/mccm-server.conf'), 'old');
    await run(step(old, 'site.swap').script);
    rmSync(join(folder, 'etc', before));
    expect((await run(step(old, 'site.swap').undo)).code).toBe(1);
    expect(live()).toBe(content);
  });

  test('a file that came to be there since the survey is somebody’s: it is named, and stays', async () => {
    writeFileSync(join(folder, 'etc/mccm-server.conf'), 'server { listen 99; }\n');
    const swap = step(blank, 'site.swap');
    expect(failureIn(await run(swap.script))).toMatchObject({ code: 'NGINX_FILE_CHANGED' });
    expect(await run(swap.undo)).toMatchObject({ code: 0 });
    expect(live()).toBe('server { listen 99; }\n');
  });

  test.each([
    ['empty', ''],
    ['zeros', '\0\0\0\0'],
  ])('what a power cut left is nobody’s: %s', async (_, left) => {
    writeFileSync(join(folder, 'etc/mccm-server.conf'), left);
    const swap = step(blank, 'site.swap');
    expect(await run(swap.script)).toMatchObject({ code: 0 });
    expect(live()).toBe(content);
    expect(await run(swap.undo)).toMatchObject({ code: 0 });
    expect(() => live()).toThrow('ENOENT');
  });

  test('a first file goes again', async () => {
    const swap = step(blank, 'site.swap');
    await run(swap.script);
    expect(live()).toBe(content);
    expect(await run(swap.undo)).toMatchObject({ code: 0 });
    expect(() => live()).toThrow('ENOENT');
    expect(await run(swap.undo)).toMatchObject({ code: 0 });
  });
});

test('an undo needs no space: no here-document, which older bash writes to a file', () => {
  const undos = planSite(desired, serving({ release: release.id, status: 502 })).flatMap((one) =>
    typeof one.undo === 'string' ? [one.undo] : [],
  );
  expect(undos.join('\n')).toContain('look_at_nginx https');
  expect(undos.filter((undo) => undo.includes('<<'))).toEqual([]);
});

describe('a file of somebody else that is cut', () => {
  let programs: Programs;
  let conf: string;
  beforeEach(() => {
    programs = openPrograms();
    programs.put('sync', 'exit 0');
    conf = join(programs.folder, 'nginx.conf');
    writeFileSync(conf, 'before\n');
  });
  afterEach(() => programs.remove());

  const change = () => ({ path: conf, before: Buffer.from('before\n'), after: Buffer.from('after\n'), ours: false });
  const run = (script: string) => programs.server.run(`${prelude}\nset -e\n${script}`);
  const there = () => readdirSync(programs.folder).filter((name) => name.includes('nginx.conf'));

  test('comes back, however often it is undone', async () => {
    expect(await run(swapScript(change(), 'k'))).toMatchObject({ code: 0 });
    for (let i = 0; i < 2; i += 1) {
      expect(await run(restoreScript(change(), 'k', 'nginx'))).toMatchObject({ code: 0 });
      expect([readFileSync(conf, 'utf8'), there()]).toEqual(['before\n', ['nginx.conf']]);
    }
  });

  test('is as it was where the swap ended after the old one was copied', async () => {
    writeFileSync(join(programs.folder, '.nginx.conf.before-k'), 'before\n');
    expect(await run(restoreScript(change(), 'k', 'nginx'))).toMatchObject({ code: 0 });
    expect([readFileSync(conf, 'utf8'), there()]).toEqual(['before\n', ['nginx.conf']]);
  });

  test('stays where it was edited since; the old one is beside it', async () => {
    await run(swapScript(change(), 'k'));
    writeFileSync(conf, 'after\nedited\n');
    for (let i = 0; i < 2; i += 1) {
      expect(failureIn(await run(restoreScript(change(), 'k', 'nginx')))).toMatchObject({
        code: 'NGINX_FILE_EDITED',
        message: expect.stringContaining('nginx.conf was edited'),
      });
      expect(readFileSync(conf, 'utf8')).toBe('after\nedited\n');
      expect(there()).toEqual(['.nginx.conf.before-k', 'nginx.conf']);
    }
  });
});

test('the diff of a file by hand shows no secret of it', () => {
  const before = 'server {\n  proxy_set_header Authorization "Basic c2VjcmV0";\n  listen 8014;\n}\n';
  const change = {
    path: '/etc/nginx/nginx.conf',
    before: Buffer.from(before),
    after: Buffer.from('# gone\n'),
    ours: false,
  };
  const words = { en: 'cut', zh: '移除' };
  const other = { id: 'site.cut-1', title: words, reason: words, change, proofs: [], proofsOfUndo: [] };
  const cut = planSite({ ...desired, others: [other] }, blank).find(({ id }) => id === 'site.cut-1');
  expect(cut?.diff).toContain('-  proxy_set_header Authorization …;\n-  listen 8014;');
  expect(cut?.diff).not.toContain('c2VjcmV0');
});
