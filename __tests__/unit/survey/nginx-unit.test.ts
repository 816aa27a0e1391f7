import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { findNginx } from '../../../src/fragments/find-nginx.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { lookAtUnit } from '../../../src/survey/nginx-unit.ts';
import { folder, programs, put } from './probing.ts';

/** Units of systemd: what `systemctl show` tells of each. */
type Units = Readonly<Record<string, { start?: string; enabled?: boolean; pid?: number }>>;

function putSystemctl(units: Units): void {
  const cases = Object.entries(units).map(([name, { start = '', enabled = false, pid = 0 }]) => {
    const path = start.split(' ')[0];
    const shown = `ExecStart={ path=${path} ; argv[]=${start} ; ignore_errors=no ; start_time=[n/a] }`;
    return `*LoadState\\ ${name}) echo LoadState=loaded ;;
*ExecStart\\ ${name}) echo '${shown}' ;;
*MainPID\\ ${name}) echo MainPID=${pid} ;;
is-enabled\\ ${name}) echo ${enabled ? 'enabled' : 'disabled'} ;;`;
  });
  programs.put('systemctl', `case "$*" in\n${cases.join('\n')}\n*LoadState*) echo LoadState=not-found ;;\nesac`);
}

/** What is said of the unit of an nginx: `begin` sets what `findNginx` does. */
async function unitOf(units: Units, begin: string): Promise<string> {
  putSystemctl(units);
  const script = lookAtUnit.replaceAll('/proc/', `${folder}/proc/`).replaceAll('/etc/init.d', `${folder}/init.d`);
  return (await programs.server.run(`${prelude}\n${begin}\n${script}`)).stdout;
}

/** A program that is not the distribution's. */
let panel: string;
beforeEach(() => {
  panel = put('other/sbin/nginx', '#!/bin/sh\n');
});

describe('the unit', () => {
  const stopped = (program: string) => `state=stopped program=${program} master=`;
  const running = (program: string) => `state=running program=${program} master=7`;

  test('of the distribution’s nginx, and of OpenResty beside a masked one', async () => {
    expect(await unitOf({ 'nginx.service': { start: '/bin/true -g x;', enabled: true } }, stopped('/bin/true'))).toBe(
      'unit nginx.service\n',
    );
    expect(await unitOf({ 'openresty.service': { start: panel } }, stopped(panel))).toBe(
      'unit openresty.service\ndisabled yes\n',
    );
  });

  test('is the one that names the program, not the first', async () => {
    const units = { 'nginx.service': { start: '/usr/sbin/nginx' }, 'tengine.service': { start: panel, enabled: true } };
    expect(await unitOf(units, stopped(panel))).toBe('unit tengine.service\n');
  });

  test('is the one whose main process the master is, by whatever name', async () => {
    put('proc/7/cgroup', '1:name=systemd:/system.slice/web.service\n');
    const units = { 'web.service': { start: panel, pid: 7 }, 'nginx.service': { start: '/usr/sbin/nginx' } };
    expect(await unitOf(units, running(panel))).toBe('unit web.service\ndisabled yes\n');
  });

  test.each(['/system.slice/panel.service', '/user.slice/user-0.slice/session-3.scope'])(
    'is none of a panel’s or a login’s: %s',
    async (cgroup) => {
      put('proc/7/cgroup', `0::${cgroup}\n`);
      expect(await unitOf({ 'panel.service': { start: '/bin/python', pid: 6 } }, running(panel))).toBe('');
    },
  );
});

describe('an nginx that does not run', () => {
  /** The program that is found, and the words that select its configuration. */
  async function found(units: Units, onPath = ''): Promise<string> {
    putSystemctl(units);
    const script = findNginx
      .replaceAll('/proc/[0-9]*', '/nowhere/*')
      .replaceAll(' /usr/local/openresty', ` ${folder}/openresty`)
      .replaceAll(' /usr/local/nginx ', ` ${folder}/none `);
    const begin =
      onPath === '' ? `command() { return 1; }` : `command() { [ "$2" = ${onPath} ] && echo ${folder}/path; }`;
    const { stdout } = await programs.server.run(`${prelude}\n${begin}\n(${script}\necho "$state $program $*")`);
    return stdout.replaceAll(folder, '').replace(/^stranger.*\n/gm, '');
  }
  beforeEach(() => {
    for (const path of ['openresty/nginx/sbin/nginx', 'data/nginx', 'path']) chmodSync(put(path, '#!/bin/sh\n'), 0o755);
  });

  test('is called with the words of its unit, where they say which', async () => {
    const program = join(folder, 'data/nginx');
    const unit = (words: string) => ({ 'nginx.service': { start: `${program} ${words}`, enabled: true } });
    expect(await found(unit('-g daemon on; -c /etc/n.conf'))).toContain('stopped /data/nginx -c /etc/n.conf\n');
    expect(await found(unit('-c \\${CONFFILE}'))).toMatch(/stopped \/data\/nginx *\n/);
  });

  test.each([
    ['is the one that systemd starts at boot', 'data', {}, 'nginx'],
    ['is the one on the PATH', 'path', { enabled: false }, 'openresty'],
    ['is one that systemd knows', 'data', { enabled: false }, ''],
    ['is one in a place where OpenResty is installed', 'openresty/nginx/sbin', undefined, ''],
  ])('%s', async (_, where, unit, onPath) => {
    const start = `${join(folder, 'data/nginx')} -g daemon on; -c ${join(folder, 'n.conf')}`;
    const units: Units = unit === undefined ? {} : { 'openresty.service': { start, enabled: true, ...unit } };
    expect(await found(units, onPath)).toContain(`/${where}`);
  });
});
