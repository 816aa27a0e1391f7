import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { find } from '../../../practice/programs.ts';
import type { ScriptProbe } from '../../../src/engine/probe.ts';
import { askedBefore, survey } from '../../../src/engine/survey.ts';
import { nginxFunctions } from '../../../src/resources/site/nginx-command.ts';
import { proveScript } from '../../../src/resources/site/prove-script.ts';
import { reloadScript } from '../../../src/resources/site/reload-script.ts';
import { testScript } from '../../../src/resources/site/test-script.ts';
import { traceFunctions } from '../../../src/resources/site/traces-script.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { failureIn } from '../../../src/server/script-protocol.ts';
import { certificatesProbe } from '../../../src/survey/certificates.ts';
import { nginxAnswer, nginxProbe } from '../../../src/survey/nginx.ts';
import { refusals } from '../../../src/survey/refusals.ts';
import { anyStatus } from '../../../src/values/health-status.ts';
import { nginx as surveyed } from '../deployment/decision-inputs.ts';
import { type RealNginx, realNginx } from '../nginx/real-nginx.ts';
import { ask, folder, programs } from './probing.ts';

let real: RealNginx;
let pipe: string;
beforeEach(() => {
  real = realNginx('api.example.com');
  pipe = join(folder, 'access.log');
  execFileSync('mkfifo', [pipe]);
  const words = `-p ${real.folder} -c ${real.folder}/nginx.conf -e ${real.folder}/error.log`;
  programs.put('nginx', `exec ${find('nginx') ?? 'nginx'} ${words} "$@"`);
  programs.put('systemctl', 'exit 1');
  real.judge('');
});
afterEach(() => real?.end());

const waiting = (): void =>
  execFileSync('bash', ['-c', `printf 'server { access_log ${pipe}; }' >${real.folder}/conf.d/site.conf`]) as never;
// No nginx of this machine is meant.
const impatient = (script: string): string =>
  script.replaceAll('timeout -s KILL 30', 'timeout -s KILL 1').replaceAll('/proc/[0-9]*', '/nowhere/*');
const asked = <T>(probe: ScriptProbe<T>): Promise<T> => ask({ ...probe, script: impatient(probe.script) });

test('the survey does not wait for an nginx that waits for a log, and the server is refused', async () => {
  expect(await asked(nginxProbe('MCCM-server', 'api.example.com'))).toMatchObject({ silent: false, complaint: '' });
  waiting();
  const found = await asked(nginxProbe('MCCM-server', 'api.example.com'));
  expect(found).toMatchObject({ silent: true, dump: '', complaint: '' });
  expect(refusals({ state: 'missing', daemonJson: undefined, masked: [] }, found, []).map(({ code }) => code)).toEqual([
    'NGINX_SILENT',
  ]);
  expect(await asked(certificatesProbe)).toMatchObject({ keys: expect.anything() });
});

test('nginx is asked for its files once in a survey, also where it hangs', async () => {
  real.judge('server { listen 8099; set $a "b"; }');
  const nginx = askedBefore(nginxAnswer, nginxProbe('MCCM-server', 'api.example.com'));
  const asks = async () => {
    const probes = { nginx: nginx.probe, certificates: certificatesProbe };
    const found = await survey(programs.server, probes, impatient(nginx.opening));
    return { found, dumps: programs.calls('nginx').filter((words) => words.endsWith('-T')).length };
  };
  const { found, dumps } = await asks();
  expect(found.nginx).toMatchObject({ state: 'stopped', dump: expect.stringContaining('listen 8099') });
  expect(dumps).toBe(1);
  waiting();
  expect(await asks()).toMatchObject({ found: { nginx: { silent: true } }, dumps: 2 });
});

test('a survey in which no process could be started for nginx tells nothing', async () => {
  const nginx = askedBefore(nginxAnswer, nginxProbe('MCCM-server', 'api.example.com'));
  const opening = nginx.opening.replace("; printf '@@asked'", '');
  await expect(survey(programs.server, { nginx: nginx.probe }, opening)).rejects.toMatchObject({
    code: 'SURVEY_FAILED',
  });
});

test('nor where a file of ours has to be set aside first', async () => {
  const site = join(real.folder, 'conf.d/mccm-server.conf');
  execFileSync('bash', [
    '-c',
    `printf '# managed by deploy-miniprogram-backend: app MCCM-server, x\\nbroken' >${site}`,
  ]);
  waiting();
  const found = await asked(nginxProbe('MCCM-server', 'api.example.com'));
  expect(found).toMatchObject({ silent: true, dump: '', managedFile: undefined });
});

describe('the switch, which ignores SIGTERM,', () => {
  const traces = () => ({
    nginx: { ...surveyed, program: join(programs.folder, 'bin/nginx'), unit: undefined, initScript: false },
    domain: 'x',
    file: '/etc/nginx/conf.d/x.conf',
    errorLog: pipe,
    folder,
  });
  const run = (script: string) => programs.server.run(impatient(`trap '' HUP INT TERM\n${prelude}\nset -e\n${script}`));

  test('names an nginx that does not come to an end of testing', async () => {
    expect(await run(testScript(traces(), [], join(folder, 'stage')))).toMatchObject({ code: 0 });
    waiting();
    expect(failureIn(await run(testScript(traces(), [], join(folder, 'stage'))))?.code).toBe('NGINX_SILENT');
  });

  test('tests a file in a folder that is included and not there, which it makes', async () => {
    const path = join(real.folder, 'vhosts/shop.conf');
    writeFileSync(join(real.folder, 'conf.d/site.conf'), 'include vhosts/*.conf;');
    const change = (text: string) => ({ path, before: undefined, after: Buffer.from(text), ours: true });
    const tested = (text: string) => run(testScript(traces(), [change(text)], join(folder, 'stage')));
    expect(await tested('map $uri $x { default 1; }')).toMatchObject({ code: 0 });
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o755);
    expect(failureIn(await tested('no_such_thing;'))?.code).toBe('NGINX_REFUSED');
  });

  test('and one that does not start', async () => {
    waiting();
    expect(failureIn(await run(reloadScript(traces())))?.code).toBe('NGINX_SILENT');
  });

  test('and reads no error log that is a named pipe', async () => {
    const expected = { scheme: 'http', domain: 'x', port: 1, path: '/', fingerprint: undefined } as const;
    const proof = { ...expected, status: anyStatus, release: 'r', configuration: undefined };
    const functions = `${nginxFunctions(traces().nginx)}\n${traceFunctions(traces())}`;
    const script = `${functions}\nnote_reload\n${proveScript([proof], traces())}`;
    const result = await run(script.replace('SECONDS + 20', 'SECONDS + 0'));
    expect(failureIn(result)?.code).toBe('NGINX_NOT_SWITCHED');
  });
});
