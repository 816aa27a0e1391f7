import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { SwitchStep } from '../../../src/engine/step.ts';
import { switchFolder } from '../../../src/engine/switch-folder.ts';
import type { Language } from '../../../src/messages/text.ts';
import { managedBy } from '../../../src/nginx/label.ts';
import { renderSite } from '../../../src/nginx/render-site.ts';
import { markerFile } from '../../../src/release/marker.ts';
import { isOurRollback } from '../../../src/release/rollback-mark.ts';
import { renderRecord } from '../../../src/resources/release-record.ts';
import { renderForm } from '../../../src/resources/server-rollback/form.ts';
import { renderRollback } from '../../../src/resources/server-rollback/script.ts';
import type { ScriptResult } from '../../../src/server/server.ts';
import { encode } from '../../../src/shell/heredoc.ts';
import { blanks } from '../../../src/values/blanks.ts';
import type { Volume } from '../../../src/values/volumes.ts';
import { release } from '../deployment/release.ts';
import { runBash } from '../engine/local-server.ts';
import { switchStep } from '../engine/steps.ts';
import { site, nginx as version } from '../nginx/site.ts';

// A server in a folder: a live file of nginx, releases, and stand-ins for docker, openssl, ss and id.
const app = 'MCCM-server';
const [oldest, middle, newest] = ['20261121T160512Z-1a2b3c4', '20261122T160512Z-2b3c4d5', '20261123T160512Z-3c4d5e6'];
let folder: string;
let root: string;
let locks: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'rollback-'));
  [root, locks, file] = [`${folder}/${app}`, `${folder}/locks`, `${folder}/mccm-server.conf`];
  mkdirSync(`${folder}/bin`);
  program('id', '[ "$1" = -u ] && echo 0 || echo octocat');
  program(
    'docker',
    `case "$*" in *'image inspect'*${oldest}) exit 1 ;; *RestartPolicy*) echo unless-stopped ;;
'ps -aq --no-trunc') [ ! -e ${folder}/silent ] && cat ${folder}/there 2>/dev/null ;;
'rm -f '*) echo "$3" >>${folder}/removed ;;
'container inspect'*.Name*) cat ${folder}/name ;;
'container inspect'*PortBindings*) echo 20099 ;;
'container inspect'*|diff*) exit 1 ;;
esac`,
  );
  program('nginx', 'echo "proxy_pass http://127.0.0.1:200991;"');
  program('openssl', `echo sha256 Fingerprint=${'AB:'.repeat(31)}AB`);
  program('ss', 'echo LISTEN 0 1 127.0.0.1:20005 0.0.0.0:0');
  for (const id of [oldest, middle, newest]) {
    mkdirSync(`${root}/releases/${id}`, { recursive: true });
    put(id, markerFile, `${app} ${id}\n`);
    put(id, 'release.json', `{\n  "commit": "${id.slice(-7)}5678",\n  "loopbackPort": 20006\n}\n`);
    put(id, 'container', `${'c'.repeat(64)}\n`);
    form(id);
  }
  rmSync(`${root}/releases/${middle}/container`);
  rmSync(`${root}/releases/${oldest}/container`);
  const pair = { chainPath: '/etc/nginx/ssl/a.crt', keyPath: '/etc/nginx/ssl/a.key' };
  writeFileSync(file, renderSite({ ...site, release: newest, certificate: pair }, version(1, 22, 1)));
  write();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(id: string, name: string, content: string | Buffer): void {
  writeFileSync(`${root}/releases/${id}/${name}`, content);
}

function program(name: string, script: string): void {
  writeFileSync(`${folder}/bin/${name}`, `#!/bin/bash\n${script}\n`);
  chmodSync(`${folder}/bin/${name}`, 0o755);
}

/** The script, as a deploy leaves it. */
function write(language: Language = 'en'): void {
  const own = /\/docker\/app\/MCCM-server\/(container-files|releases)/g;
  const ports = [{ from: 20_000, to: 20_009, start: 5 }];
  const script = renderRollback(
    { app, image: 'mccm-server', file, nginx: 'nginx', place: 'here', language, ports },
    { root, locks, path: `${folder}/bin:${process.env.PATH}` },
  ).replace(own, `${root}/$1`);
  writeFileSync(`${folder}/rollback`, script);
}

const start = switchStep(
  'container.start',
  'bring',
  `echo "port ${blanks.port.word} of $PPID" >&2; echo brought >>"$journal.trace"`,
);

/** A form whose switch has these steps. */
function form(
  id: string,
  steps: readonly SwitchStep[] = [start],
  place = 'here',
  mounts: readonly Volume[] = [],
): void {
  const text = renderSite({ ...site, release: id, upstreamPort: Number(blanks.port.word) }, version(1, 22, 1));
  const written = `base64 -d >${folder}/site <<'EOF'\n${encode(text)}\nEOF`;
  const leads = switchStep('site.swap', 'swap', `${written}\nsed -i 's/release ${newest},/release ${id},/' ${file}`);
  const content = renderForm([...steps, leads], {
    title: id,
    folder: switchFolder(`${root}/releases/${id}`),
    farewell: `echo "${blanks.who.word} $outcome" >>${root}/deploy.log`,
    sharedLockSeconds: 5,
    site: { text, configuration: managedBy(text)?.configuration ?? '' },
    place,
    mounts,
    language: 'en',
  }).replaceAll('/run/deploy-miniprogram', `${folder}/locks`);
  put(id, 'rollback.gz', gzipSync(content));
}

const left = 'd'.repeat(64);

/** The release before has a container still, under this name. */
function hasContainer(name: string): void {
  put(middle, 'container', left);
  writeFileSync(`${folder}/there`, `${left}\n`);
  writeFileSync(`${folder}/name`, `/${name}\n`);
}

function rollback(...words: readonly string[]): Promise<ScriptResult> {
  const own = { SUDO_UID: String(process.getuid?.()), SUDO_GID: String(process.getgid?.()), SUDO_USER: 'octo cat' };
  return runBash([`${folder}/rollback`, ...words], own);
}

const journalOf = (id: string): string => readFileSync(`${root}/releases/${id}/switch/journal`, 'utf8');

test('goes back to the release before, tells each step, and notes who did', async () => {
  const { code, stdout, stderr } = await rollback();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(`Roll back ${app} from ${newest} to ${middle}
container.start ... done
site.swap ... done
Verified: nginx serves the other release.
${middle} is live.
`);
  expect(readFileSync(`${root}/deploy.log`, 'utf8')).toBe('octo_cat committed\n');
  // The first free port from where the application begins: 20005 listens, 20006 is recorded.
  expect(readFileSync(`${root}/releases/${middle}/switch/output`, 'utf8')).toMatch(/^port 20007 of /);
  expect(await rollback('--list')).toMatchObject({
    code: 0,
    stdout: `Releases on this server, newest first:
  ${newest}  2026-11-23 16:05 UTC  commit 3c4d5e65678  image present
  ${middle}  2026-11-22 16:05 UTC  commit 2b3c4d55678  live
  ${oldest}  2026-11-21 16:05 UTC  commit 1a2b3c45678  image missing, will be rebuilt
`,
  });
  expect(await rollback()).toMatchObject({ code: 0, stdout: expect.stringContaining(`${oldest} is live.`) });
});

test('variables that a run which died left go, or are those of the release that is live', async () => {
  for (const id of [oldest, newest]) for (const name of ['env', 'env.next']) put(id, name, `A=${name}\n`);
  expect(await rollback()).toMatchObject({ code: 0, stderr: '' });
  const env = (id: string) => readFileSync(`${root}/releases/${id}/env`, 'utf8');
  expect([env(oldest), env(newest)]).toEqual(['A=env\n', 'A=env.next\n']);
  for (const id of [oldest, newest]) expect(existsSync(`${root}/releases/${id}/env.next`)).toBe(false);
});

test('speaks the language of the run that wrote it', async () => {
  write('zh');
  expect((await rollback('--list')).stdout).toMatch(/^此服务器上的发布版本[\s\S]*正在提供服务/);
});

test('a step that fails: undone, with its reason and what it printed', async () => {
  const failing = switchStep('container.health', 'bring', `echo it is not well; failure HEALTH_FAILED 'path=/a b'`);
  form(middle, [{ ...start, undo: 'echo taken back' }, failing]);
  const { code, stdout } = await rollback();
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /container\.health \.\.\. failed\nReason: HEALTH_FAILED \(path=\/a b\) .*\nLast lines of the output:\n[\s\S]* it is not well\n[\s\S]*Undo: container\.start \.\.\. done\n/,
  );
  expect(stdout).toContain(`Undone: ${newest} is live, as before.`);
});

test.each<[string, readonly string[], () => void, RegExp]>([
  [
    'a release that is not there',
    ['20200101T000000Z-1'],
    () => {},
    /^20200101T000000Z-1 is not a release.*\nReleases on this server[\s\S]*1a2b3c4/,
  ],
  ['a word that is none', ['x; reboot'], () => {}, /^x; reboot is not a release/],
  ['the one that is live', [newest], () => {}, /is live already\.\nReleases/],
  [
    'one without a form',
    [middle],
    () => rmSync(`${root}/releases/${middle}/rollback.gz`),
    /without its rollback form[\s\S]*only by the action/,
  ],
  ['one for another nginx', [middle], () => form(middle, [], 'there'), /another nginx/],
  [
    'one whose container was kept',
    [],
    () => {
      hasContainer('mccm-kept');
      mkdirSync(`${root}/container-files`);
      writeFileSync(`${root}/container-files/kept`, `${left}\n`);
    },
    /The old container of .* \(mccm-kept\): it holds files.* docker rm mccm-kept/,
  ],
  [
    'one whose container bears the application’s name',
    [],
    () => hasContainer('mccm-server'),
    /The old container of .* was not removed \(mccm-server\)/,
  ],
  [
    'one whose container nginx leads to',
    [],
    () => {
      hasContainer('mccm-led-to');
      program('nginx', 'echo "server 127.0.0.1:20099;"');
    },
    /was not removed \(mccm-led-to\)/,
  ],
  [
    'one whose container may be there, as the engine does not answer',
    [],
    () => {
      hasContainer('mccm-left');
      writeFileSync(`${folder}/silent`, '');
    },
    /Docker does not answer/,
  ],
  [
    'a folder without our marker',
    [middle],
    () => rmSync(`${root}/releases/${middle}/${markerFile}`),
    /is not a release/,
  ],
  [
    'a pair whose path is no plain one',
    [],
    () =>
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/ssl_certificate \S+;/, 'ssl_certificate "/a b$(reboot)";'),
      ),
    /was edited: (chain|fingerprint)/,
  ],
  ['no file of ours', [], () => writeFileSync(file, 'server {}\n'), /is missing, or is not from the action/],
  ['an engine that does not answer', [], () => program('docker', 'exit 1'), /Docker does not answer/],
  ['somebody who is not root', [], () => program('id', 'echo 1000'), /^Run this as root/],
])('refuses %s', async (_, words, spoil, told) => {
  spoil();
  const { code, stderr } = await rollback(...words);
  expect(code).toBe(1);
  expect(stderr).toMatch(told);
  expect(existsSync(`${root}/releases/${middle}/switch`)).toBe(false);
});

test('a container that a run which died left behind is removed, one that has served only where nothing is lost', async () => {
  hasContainer('mccm-left');
  put(middle, 'baseline', `${left}\0`);
  // Docker does not tell what it wrote.
  const kept = await rollback();
  expect(kept).toMatchObject({ code: 1, stderr: expect.stringContaining('(mccm-left): it holds files') });
  expect(readFileSync(`${root}/container-files/kept`, 'utf8')).toBe(`${left}\n`);
  expect(existsSync(`${folder}/removed`)).toBe(false);

  rmSync(`${root}/container-files`, { recursive: true });
  rmSync(`${root}/releases/${middle}/baseline`);
  expect(await rollback()).toMatchObject({ code: 0, stdout: expect.stringContaining(`${middle} is live.`) });
  expect(readFileSync(`${folder}/removed`, 'utf8')).toBe(`${left}\n`);
});

test('ports that the release does not have are told of, with the way back to them', async () => {
  const staticSite = { root: `/docker/app/${app}/static/1`, path: '/admin/', fallback: false };
  writeFileSync(file, renderSite({ ...site, release: newest, ipv6: true, staticSite }, version(1, 22, 1)));
  writeFileSync(`${root}/adopted.json`, JSON.stringify({ servers: [{ text: 'server {\n  listen 443 ssl;\n}' }] }));
  const { code, stdout } = await rollback();
  expect(code).toBe(0);
  expect(stdout.split('\n').slice(1, 3)).toEqual([
    expect.stringMatching(new RegExp(`no longer listens on 80, 443 for ${app};.*/rollback ${newest}$`)),
    `Server blocks that were taken over are not put back; their text is in ${root}/adopted.json.`,
  ]);
});

test('what the application wrote to folders that were carried since stays in its sight', async () => {
  const [data, uploads] = ['/data/"a" b', '/uploads'].map((container) => ({
    host: `/docker/app/${app}/carried/${newest}${container}`,
    container,
    readOnly: false,
  })) as [Volume, Volume];
  const carries = (carried: readonly Volume[]) => {
    const spec = { ...release.container, volumes: [data, uploads], carried };
    put(newest, 'release.json', renderRecord({ ...release, container: spec }));
  };
  form(middle, [start], 'here', [data]);
  carries([data, uploads]);
  const refused = await rollback();
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/ wrote to "\/uploads": .*command: rollback/),
  });
  expect(existsSync(`${root}/releases/${middle}/switch`)).toBe(false);
  // That of another folder of the server is another one.
  carries([{ ...data, host: '/elsewhere' }]);
  expect(await rollback()).toMatchObject({ code: 1 });
  rmSync(`${root}/releases/${newest}/release.json`);
  expect((await rollback()).stderr).toMatch(/ has no record/);
  carries([data]);
  expect(await rollback()).toMatchObject({ code: 0, stderr: '' });
});

test('waits for whoever holds the lock, and names them', async () => {
  mkdirSync(locks);
  writeFileSync(
    `${locks}/app-mccm-server.holder`,
    '{"who":"hubot","runUrl":"https://git.example.com/1","commit":"","since":"2026-11-23T16:05:12Z","token":"a"}\n',
  );
  const lock = `${locks}/app-mccm-server.lock`;
  const holding = spawn('flock', [lock, 'sleep', '1.5'], { stdio: 'ignore' });
  await new Promise((resolve) => holding.on('spawn', resolve));
  while ((await runBash(['-c', `flock -n ${lock} true`])).code === 0) await pause(20);
  const { code, stderr } = await rollback();
  expect(stderr).toMatch(
    /^Waiting for another run on MCCM-server: hubot, https:\/\/git\.example\.com\/1, since 2026-11-23/,
  );
  expect(code).toBe(0);
  expect(readFileSync(`${locks}/app-mccm-server.holder`, 'utf8')).toMatch(
    /^\{"who":"octo_cat","runUrl":"\/docker\/app\/MCCM-server\/rollback",.*"token":"[0-9a-f]{16}".*\}\n$/,
  );
});

test('the switch goes on without it, and holds the lock to its end', async () => {
  const slow = switchStep('slow', 'bring', `for _ in {1..50}; do [ ! -e ${folder}/go ] || break; sleep 0.1; done`);
  form(middle, [slow]);
  const own = { SUDO_UID: String(process.getuid?.()), SUDO_GID: String(process.getgid?.()) };
  const running = spawn('bash', [`${folder}/rollback`], { env: { ...process.env, ...own }, stdio: 'ignore' });
  const ended = new Promise((resolve) => running.on('close', resolve));
  while (!existsSync(`${root}/releases/${middle}/switch/journal`) || !journalOf(middle).includes('begin slow'))
    await pause(20);
  running.kill('SIGKILL');
  await ended;
  expect((await runBash(['-c', `flock -n ${locks}/app-mccm-server.lock true`])).code).toBe(1);
  writeFileSync(`${folder}/go`, '');
  expect((await runBash(['-c', `flock -w 5 ${locks}/app-mccm-server.lock true`])).code).toBe(0);
  expect(journalOf(middle)).toMatch(/ outcome committed/);
}, 30_000);

test('what was cut short is ended first', async () => {
  form(oldest, [
    { ...start, undo: 'echo back >>"$journal.trace"' },
    switchStep('cut', 'write', 'kill -KILL $$ && sleep 5'),
  ]);
  const cut = await rollback(oldest);
  expect(cut).toMatchObject({ code: 1, stderr: expect.stringContaining('without a result') });
  expect(journalOf(oldest)).not.toContain('outcome');

  // Where it cannot be ended, since others can change its script, nothing else begins.
  const script = `${root}/releases/${oldest}/switch/script`;
  chmodSync(script, 0o777);
  const refused = await rollback(middle);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining(`Other users can change ${script}.`) });
  expect([existsSync(`${root}/releases/${middle}/switch`), journalOf(oldest).includes('outcome')]).toEqual([
    false,
    false,
  ]);
  chmodSync(script, 0o700);

  const next = await rollback(middle);
  expect(next.stdout).toMatch(
    new RegExp(
      `The switch to ${oldest} was interrupted\\.[\\s\\S]*Undo: container\\.start \\.\\.\\. done\\n[\\s\\S]*${middle} is live\\.`,
    ),
  );
  expect(journalOf(oldest)).toMatch(/ outcome undone/);
  expect(readFileSync(`${root}/releases/${oldest}/switch/journal.trace`, 'utf8')).toBe('brought\nback\n');
});

test('only a script of ours is written over', async () => {
  const isOurs = async (path: string) => (await runBash(['-c', isOurRollback(path)])).code === 0;
  expect(await isOurs(`${folder}/rollback`)).toBe(true);
  expect(await isOurs(`${folder}/nothing`)).toBe(true);
  symlinkSync(`${folder}/rollback`, `${folder}/link`);
  expect(await isOurs(`${folder}/link`)).toBe(false);
  writeFileSync(`${folder}/theirs`, '#!/bin/bash\necho mine\n');
  expect(await isOurs(`${folder}/theirs`)).toBe(false);
});
