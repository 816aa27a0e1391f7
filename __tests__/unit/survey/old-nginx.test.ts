import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { find } from '../../../practice/programs.ts';
import { parseDump } from '../../../src/nginx/configuration.ts';
import type { InstalledNginx } from '../../../src/survey/nginx.ts';
import { nginxProbe } from '../../../src/survey/nginx.ts';
import { type RealNginx, realNginx } from '../nginx/real-nginx.ts';
import { ask, programs } from './probing.ts';

let real: RealNginx;
beforeEach(() => {
  real = realNginx('api.example.com');
  programs.put('systemctl', 'exit 1');
});
afterEach(() => real?.end());

/** Puts an nginx before the machine's that does as Tengine 2.2 in some respects: `shape` is bash in front. */
function put(shape: string): void {
  const words = `-p ${real.folder} -c ${real.folder}/nginx.conf -e ${real.folder}/error.log`;
  programs.put('nginx', `${shape}\nexec ${find('nginx') ?? 'nginx'} ${words} "$@"`);
}

// No nginx of this machine is meant.
async function asked(): Promise<InstalledNginx> {
  const probe = nginxProbe('MCCM-server', 'api.example.com');
  const found = await ask({ ...probe, script: probe.script.replaceAll('/proc/[0-9]*', '/nowhere/*') });
  if (found.state === 'missing') throw new Error('no nginx found');
  return found;
}

const without = `case " $* " in *' -T '*) echo 'nginx: invalid option: "T"' >&2; exit 1 ;; esac`;

test('an nginx without -T: its files are read as it would print them', async () => {
  const site = 'server { listen 8099; server_name api.example.com; }\n# configuration file /etc/passwd:\n';
  put('');
  real.judge(site);
  mkdirSync(join(real.folder, 'conf.d/more'));
  writeFileSync(join(real.folder, 'conf.d/z.conf'), 'include conf.d/more/[a-b].inc;\ninclude nothing/*;');
  writeFileSync(join(real.folder, 'conf.d/more/a.inc'), 'map $uri $x { "~*^\\{" 1; }');
  writeFileSync(join(real.folder, 'conf.d/more/c.inc'), 'not included');
  const whole = await asked();
  put(`${without}\ncase " $* " in *' -V '*) echo 'Tengine version: Tengine/2.2.3 (nginx/1.8.1)' >&2; exit ;; esac`);
  const old = await asked();
  expect(old).toMatchObject({ complaint: '', silent: false, version: { number: [1, 8, 1] } });
  expect(old.dump).toBe(whole.dump);
  expect([...parseDump(old.dump).files.keys()]).toHaveLength(4);
  expect(parseDump(old.dump).unread).toEqual([]);
});

test('one without -T that does not accept its configuration says why', async () => {
  put(without);
  real.judge('no_such_thing;');
  expect(await asked()).toMatchObject({ dump: '', complaint: expect.stringContaining('no_such_thing') });
});

test('one that somebody corrects while it is asked is not broken', async () => {
  const asked3 = `echo >>"$TEST/tests"; [ "$(wc -l <"$TEST/tests")" -gt 2 ] || { echo 'nginx: [emerg] not yet' >&2; exit 1; }`;
  put(`case " $* " in *' -T '*|*' -t '*) ${asked3} ;; esac`);
  real.judge('server { listen 8099; }');
  const found = await asked();
  expect(found).toMatchObject({ complaint: '', silent: false });
  expect(found.dump).toContain('listen 8099');
});

test('a version that says nothing is no failure', async () => {
  put(`case " $* " in *' -V '*) echo 'nginx version: cloud' >&2; exit ;; esac`);
  real.judge('');
  expect(await asked()).toMatchObject({ complaint: '', version: { text: 'cloud' } });
});
