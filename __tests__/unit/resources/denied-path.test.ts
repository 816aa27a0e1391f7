import { deniedPath } from '../../../src/resources/container/denied-path.ts';
import { explainHealth } from '../../../src/resources/container/health-script.ts';
import type { Volume } from '../../../src/values/volumes.ts';
import { release } from '../deployment/release.ts';

const root = '/docker/app/MCCM-server';
const mount = (host: string, container = host, readOnly = false): Volume => ({ host, container, readOnly });
const volumes = [mount(`${root}/file-system`), mount(`${root}/logs`), mount('/srv/static', '/static', true)];
const of = { ...release, container: { ...release.container, volumes } };
const facts = { user: '10001:10001', workdir: root };
const logback = (path: string) => [`ERROR in FileAppender[FILE] - Failed to create parent directories for [${path}]`];
const found = (path: string, more: Partial<typeof facts> = {}) =>
  deniedPath(of, 'mccm-server-x', { ...facts, ...more }, logback(path));

test('a folder outside the mounts: the lines that mount one there, beside those that are', () => {
  expect(found('/home/x/logs/app.log')).toEqual({
    container: 'mccm-server-x',
    path: '/home/x/logs',
    user: '10001:10001',
    volumes: `volumes: |
  ${root}/file-system:${root}/file-system
  ${root}/logs:${root}/logs
  /srv/static:/static:ro
  ${root}/home-x-logs:/home/x/logs`,
    chown: '',
    readOnly: '',
    mounted: `${root}/file-system`,
  });
});

test('a folder in a mount: its owner, or that it is read-only', () => {
  expect(found(`${root}/logs/app.log`)).toMatchObject({ volumes: '', chown: `chown -R 10001:10001 ${root}/logs` });
  expect(found('/static/x/app.log')).toMatchObject({ chown: '', readOnly: '/srv/static:/static:ro' });
});

test.each([
  ['the working folder, where the jar is', `${root}/app.log`],
  ['a folder above it', '/docker/app/app.log'],
  ['the root folder', '/app.log'],
  ['a folder of programs', '/usr/lib/x/app.log'],
  ['one that is closed to the user', '/root/logs/app.log'],
])('%s is not to be mounted', (_, path) => {
  expect(found(path)).toMatchObject({ volumes: '', chown: '' });
});

test('relative paths count from the working folder; nothing in the log is nothing', () => {
  expect(found('var/app.log', { workdir: '/app' })).toMatchObject({ path: '/app/var' });
  expect(deniedPath(of, 'x', facts, ['Started'])).toBeUndefined();
});

test('one that ends for no reason that it tells: mounts that it may not write to are told as a possible one', () => {
  const fact = (name: string, value: string) => `@@fact ${name} ${Buffer.from(value).toString('base64')}`;
  const mounts = 'closed\t/srv/x\t/x\t0:0\t755\t\nout-of-reach\t/srv/y\t/root/y\t0:0\t755\t\n';
  const told = { status: 'exited', exitCode: '1', outOfMemory: 'false', restarts: '0', ...facts, mounts };
  const stdout = Object.entries(told)
    .map(([name, value]) => fact(name, value))
    .join('\n');
  const { code, text } = explainHealth('x', of, { stdout, stderr: 'bye' });
  expect(code).toBe('APPLICATION_EXITED');
  expect(text.cure.en).toMatch(/user 10001:10001, who cannot write to \/srv\/x\. .*\nchown -R 10001:10001 \/srv\/x$/);
});

test('an application that ends for it says so, with path, user and lines', () => {
  const fact = (name: string, value: string) => `@@fact ${name} ${Buffer.from(value).toString('base64')}`;
  const told = { status: 'exited', exitCode: '1', outOfMemory: 'false', restarts: '0', ...facts };
  const stdout = Object.entries(told)
    .map(([name, value]) => fact(name, value))
    .join('\n');
  const result = { code: 1, stdout, stderr: logback('/home/x/logs/app.log').join('\n') };
  const { code, text } = explainHealth('mccm-server-x', of, result);
  expect(code).toBe('APPLICATION_EXITED');
  expect(text.what.en).toContain('exit code 1');
  expect(text.what.en).toContain('cannot write to /home/x/logs: it runs as user 10001:10001');
  expect(text.what.zh).toContain('无法写入 /home/x/logs');
  expect(text.cure.en).toContain(`  ${root}/home-x-logs:/home/x/logs`);
});
