import type { Stranger } from '../../../src/shell/strangers.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import { distrusted } from '../../../src/survey/refusals.ts';
import { docker, nginx, surveyed } from './decision-inputs.ts';
import { planned, problemsOf, providedInputs } from './provided.ts';

const found: readonly Stranger[] = [{ path: '/docker', owner: 'bob', mode: '755' }];
const nobodys = surveyed().strangers;

/** Codes of what a server is refused for. */
function refused(server: Partial<DeploymentSurvey>): readonly string[] {
  return distrusted(surveyed(server), '/docker/app/MCCM-server').map(({ code }) => code);
}

test('folders of the application, and programs, that another user can change', () => {
  expect(refused({})).toEqual([]);
  expect(refused({ strangers: { ...nobodys, application: found } })).toEqual(['FOLDER_NOT_ROOTS']);
  expect(refused({ nginx: { ...nginx, strangers: found } })).toEqual(['PROGRAM_NOT_ROOTS']);
  const stopped = {
    client: '/usr/bin/docker',
    podman: false,
    detail: '',
    daemonJson: undefined,
    masked: [],
    strangers: found,
  };
  expect(refused({ docker: { state: 'stopped', ...stopped } })).toEqual(['PROGRAM_NOT_ROOTS']);
});

test('a link in the place of a file that root appends to; folders of root’s alone are to be searched first', () => {
  const path = '/docker/app/MCCM-server/deploy.log';
  expect(refused({ strangers: { ...nobodys, mistaken: [path] } })).toEqual(['PATH_TAKEN']);
  const [failed] = distrusted(surveyed({ strangers: { ...nobodys, application: found } }), '/docker/app/MCCM-server');
  expect(failed?.text.cure.en).toMatch(/releases, static, current.* chown root:root \/docker/);
  expect(failed?.text.cure.en).toMatch(/do not give it to root/);
});

test('a folder of the application that a container can write to', () => {
  const writers = [{ container: 'helper', source: '/docker/app' }];
  const releases = { ...surveyed().releases, writers };
  expect(refused({ releases })).toEqual(['FOLDER_OPEN_TO_CONTAINER']);
});

test('the folder of daemon.json counts where a mirror is to be written there', () => {
  const strangers = { ...nobodys, engine: found };
  const system = { ...surveyed().system, tencentInstance: 'lhins-1' };
  expect(refused({ strangers })).toEqual([]);
  expect(refused({ strangers, system })).toEqual(['FOLDER_NOT_ROOTS']);
  const mirrored = { ...docker, registryMirrors: ['https://mirror.ccs.tencentyun.com'] };
  expect(refused({ strangers, system, docker: mirrored })).toEqual([]);
});

/** What a deployment is refused for. */
function problems(
  server: Partial<DeploymentSurvey>,
  changes: Readonly<Record<string, string>> = {},
): readonly string[] {
  return problemsOf(() => planned(providedInputs(surveyed(server), changes)));
}

test.each<[string, Partial<DeploymentSurvey>, readonly string[]]>([
  ['the folder of the certificates', { strangers: { ...nobodys, certificates: found } }, ['FOLDER_NOT_ROOTS']],
  [
    'the folder that nginx includes from',
    { nginx: { ...nginx, strangersOfPlaces: new Map([['/etc/nginx/conf.d', found]]) } },
    ['FOLDER_NOT_ROOTS'],
  ],
  [
    'a folder that nginx includes from, where nothing is written',
    { nginx: { ...nginx, strangersOfPlaces: new Map([['/home/bob/sites', found]]) } },
    [],
  ],
])('%s, which another user can change', (_, server, expected) => {
  expect(problems(server)).toEqual(expected);
});

test('a folder to mount that root would make where another user can write', () => {
  const path = '/home/bob/data';
  const state = { path, real: path, uid: 0, gid: 0, empty: true, variants: [] };
  const server = (exists: boolean): Partial<DeploymentSurvey> => ({
    strangers: { ...nobodys, volumes: new Map([[path, found]]) },
    storage: { folders: [{ ...state, exists }], fileSystems: [{ target: '/', availableBytes: 50e9 }] },
  });
  expect(problems(server(false), { volumes: `${path}:/data` })).toEqual(['VOLUME_NOT_ROOTS']);
  expect(problems(server(true), { volumes: `${path}:/data` })).toEqual([]);
});
