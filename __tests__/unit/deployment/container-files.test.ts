import { decide } from '../../../src/decision/decide.ts';
import { filesAtStake, foldersToCarry } from '../../../src/deployment/container-files.ts';
import type { Failures } from '../../../src/messages/failure.ts';
import { defaultVolumes } from '../../../src/release/default-volumes.ts';
import { suggestedVolumes } from '../../../src/release/volumes-to-paste.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import type { WrittenFiles } from '../../../src/survey/written-files.ts';
import { decisionInputs, deployed, settings } from './decision-inputs.ts';
import { planned, problemsOf, providedInputs } from './provided.ts';
import { file, written } from './written.ts';

const app = '/docker/app/MCCM-server';
const volumes = defaultVolumes('MCCM-server');
const upload = `${app}/storage/avatars/1.png`;

describe('a folder is mounted', () => {
  const of = (path: string, changes: Partial<WrittenFiles> = {}) => {
    const { folders, besideImage } = filesAtStake(written({ files: [file(path)], ...changes }), volumes);
    return { folders, besideImage };
  };

  test('the highest one that the image does not have', () => {
    expect(of(upload)).toEqual({ folders: [`${app}/storage`], besideImage: [] });
    expect(of('/data/a/b', { addedFolders: new Set(['/data', '/data/a']) })).toEqual({
      folders: ['/data'],
      besideImage: [],
    });
  });

  test('one that the image has, where it has no files in it', () => {
    expect(of('/data/a')).toEqual({ folders: ['/data'], besideImage: [] });
  });

  test('never over files of the image, a folder of the system, or another mount', () => {
    expect(of(`${app}/testdb.mv.db`).besideImage).toEqual([`${app}/testdb.mv.db`]);
    expect(of('/root/a').besideImage).toEqual(['/root/a']);
    expect(of('/opt/a').besideImage).toEqual(['/opt/a']);
    // An image without a working folder: Docker made all of /docker for the mounts.
    const added = new Set(['/docker', '/docker/app', app, `${app}/storage`]);
    expect(of(upload, { addedFolders: added }).folders).toEqual([`${app}/storage`]);
    expect(of(`${app}/a.json`, { addedFolders: added, imageFolders: new Set() }).folders).toEqual([]);
  });

  test('files under a new mount would be hidden: they are copied to where that leads', () => {
    const hiding = [...volumes, { host: '/data/storage', container: `${app}/storage`, readOnly: false }];
    const stake = filesAtStake(written({ files: [file(upload)] }), hiding);
    expect(stake).toMatchObject({ folders: [], hiddenBy: [{ host: '/data/storage' }], besideImage: [] });
    expect(foldersToCarry(stake, 'MCCM-server', '20261123T160512Z-1a2b3c4')).toEqual([
      { folder: `${app}/storage`, host: '/data/storage', mount: false, run: '20261123T160512Z-1a2b3c4' },
    ]);
  });
});

const first = decide(settings(), decisionInputs()).release;

/** The first release serves, its container holding `changes`. */
function server(changes: Partial<WrittenFiles> = { files: [file(upload)] }): DeploymentSurvey {
  return { ...deployed(first), written: { containers: [written(changes)], copies: [] } };
}

const newContainer = { memory: '512m' };

const plan = (on: DeploymentSurvey, changes: Readonly<Record<string, string>> = {}) =>
  planned(providedInputs(on, changes));
const problems = (on: DeploymentSurvey, changes: Readonly<Record<string, string>>) =>
  problemsOf(() => plan(on, changes));

test('a deploy that needs a new container and would lose files stops; one that needs none warns', () => {
  expect(problems(server(), newContainer)).toEqual(['CONTAINER_FILES']);
  const { warnings } = plan(server());
  const [warning] = warnings.filter(({ en }) => en.includes('writes outside its mounts'));
  expect(warning?.en).toContain(`${app}/storage:${app}/storage`);
  expect(warning?.en).toContain(`${app}/file-system:${app}/file-system`);
});

test('the failure names them, and every way that keeps them', () => {
  const many = Array.from({ length: 12 }, (_, n) => file(`${app}/storage/${n}\n::error::x`));
  try {
    plan(server({ files: [...many, file(`${app}/a.json`)] }), newContainer);
    throw new Error('not refused');
  } catch (error) {
    const [failure] = (error as Failures).failures;
    expect(failure?.text.what.en).toContain('13 file(s)');
    expect(failure?.text.what.en).not.toContain('\n');
    expect(failure?.text.cure.en).toContain(
      `mkdir -p ${app}/storage && docker cp mccm-server:${app}/storage/. - | tar -xp --numeric-owner --skip-old-files -C ${app}/storage`,
    );
    expect(failure?.text.cure.en).toContain(`volumes: |\n  ${app}/file-system:${app}/file-system`);
    expect(failure?.text.cure.en).toContain(`next to ${app}/a.json`);
    expect(failure?.text.cure.en).not.toContain('container-files: carry');
    expect(failure?.text.cure.en).not.toMatch(/docker rm/);
  }
});

test('folders of one name get places of their own, none in another', () => {
  const places = (folders: readonly string[], more: typeof volumes = volumes) =>
    suggestedVolumes('MCCM-server', folders, more).map(({ host }) => host.slice(app.length + 1));
  expect(places(['/data/upload', '/opt/app/upload'])).toEqual(['upload', 'opt-app-upload']);
  expect(places([`${app}/storage/a`, '/a/storage'])).toEqual(['storage/a', 'a-storage']);
  expect(places(['/srv/logs', '/srv/static'])).toEqual(['srv-logs', 'srv-static']);
  try {
    plan(
      server({
        files: [file('/data/upload/a'), file('/opt/app/upload/a')],
        addedFolders: new Set(['/data/upload', '/opt/app/upload']),
      }),
      newContainer,
    );
    throw new Error('not refused');
  } catch (error) {
    const cure = (error as Failures).failures[0]?.text.cure.en ?? '';
    expect(cure).toContain(
      `mccm-server:/opt/app/upload/. - | tar -xp --numeric-owner --skip-old-files -C ${app}/opt-app-upload`,
    );
    expect(cure).toContain(`${app}/opt-app-upload:/opt/app/upload`);
  }
});

describe('container-files', () => {
  test('discard names what goes', () => {
    const { warnings } = plan(server(), { ...newContainer, 'container-files': 'discard' });
    expect(warnings.map(({ en }) => en).join()).toContain(upload);
  });

  test('carry copies the folder, mounts it from then on, and once more when the old one has stopped', () => {
    const { target, plan: made } = plan(server(), { ...newContainer, 'container-files': 'carry' });
    const host = `${app}/container-files/${target.release.id}${app}/storage`;
    expect(target.release.container.volumes.at(-1)).toEqual({ host, container: `${app}/storage`, readOnly: false });
    const ids = made.steps.map(({ id }) => id);
    expect(ids.indexOf('container-files.carry')).toBeLessThan(ids.indexOf('container.start'));
    const retire = made.steps.find(({ id }) => id === 'container.retire');
    expect(retire).toMatchObject({ script: expect.stringContaining('carry_last 0') });

    // The next deploys keep the mount, and nothing is planned anew.
    const later = deployed(target.release);
    const same = decide(settings(newContainer), decisionInputs({ surveyed: later }));
    expect(same.newContainer).toBeUndefined();
    expect(same.release.container.volumes).toEqual(target.release.container.volumes);
    // Until `volumes` mounts something else there.
    const volumes = `/data:${app}/storage`;
    const other = decide(settings({ ...newContainer, volumes }), decisionInputs({ surveyed: later }));
    expect(other.release.container.volumes).toEqual([{ host: '/data', container: `${app}/storage`, readOnly: false }]);
  });

  test.each<[string, Partial<WrittenFiles>, Readonly<Record<string, string>>]>([
    ['a database while the container runs', { files: [file(`${app}/storage/a.mv.db`)] }, {}],
    ['a file that is being written', { files: [file(upload)], open: new Set([upload]) }, {}],
    ['a file beside the image’s own', { files: [file(`${app}/a.json`)] }, {}],
    ['what a volume of Docker’s would hide', { files: [file(upload)] }, { volumes: `/full:${app}/storage` }],
  ])('carry refuses %s', (_, changes, inputs) => {
    const full = { path: '/full', real: '/full', exists: true, uid: 0, gid: 0, empty: false, variants: [] };
    const on = server(changes);
    const storage = { ...on.storage, folders: [full] };
    expect(problems({ ...on, storage }, { ...newContainer, 'container-files': 'carry', ...inputs })).toEqual([
      'CONTAINER_FILES_NOT_CARRIED',
    ]);
  });

  test('a database is carried out of a container that has stopped', () => {
    const stopped = server({ files: [file(`${app}/storage/a.mv.db`)], running: false });
    expect(problems(stopped, { ...newContainer, 'container-files': 'carry' })).toEqual([]);
  });

  test.each<readonly ['refuse' | 'carry']>([['refuse'], ['carry']])(
    '%s: more files than could be listed stop it',
    (choice) => {
      const folder = `${app}/storage/.`;
      for (const files of [[], [file(upload)]]) {
        try {
          plan(server({ cut: true, files }), { ...newContainer, 'container-files': choice });
          throw new Error('not refused');
        } catch (error) {
          const { failures } = error as Failures;
          expect(failures.map(({ code }) => code)).toEqual(['CONTAINER_FILES_TOO_MANY']);
          expect(failures[0]?.text.what.en).toContain('more than 200000 files');
          expect(failures[0]?.text.cure.en.includes(folder)).toBe(files.length > 0);
        }
      }
      const on = server({ cut: true });
      expect(problems(on, { ...newContainer, 'container-files': 'discard' })).toEqual([]);
      expect(
        plan(on)
          .warnings.map(({ en }) => en)
          .join(),
      ).toContain('200000+ file(s)');
    },
  );

  test('Docker that does not tell stops a deploy, unless files may go', () => {
    const unseen = server({ seen: false });
    const absent = { ...server(), written: { containers: [], copies: [] } };
    expect(problems(absent, newContainer)).toEqual(['CONTAINER_FILES_UNSEEN']);
    expect(
      plan(absent)
        .warnings.map(({ en }) => en)
        .join(),
    ).toContain('does not list');
    expect(problems(unseen, newContainer)).toEqual(['CONTAINER_FILES_UNSEEN']);
    expect(problems(unseen, { ...newContainer, 'container-files': 'discard' })).toEqual([]);
  });
});

test('a container whose files could not all be carried stays, and is told of', () => {
  const on = server({ files: [], container: 'c'.repeat(64), name: 'mccm-server-replaced-by-x', kept: true });
  const orphan = {
    ...(on.containers[0] as (typeof on.containers)[0]),
    id: 'c'.repeat(64),
    name: 'mccm-server-replaced-by-x',
    status: 'exited',
  };
  const recorded = new Map([...on.releases.containers, ['20200101T000000Z-local', orphan.id] as const]);
  const all = { ...on, containers: [...on.containers, orphan], releases: { ...on.releases, containers: recorded } };
  const touched = (there: typeof all) => JSON.stringify(plan(there).plan.steps).includes(orphan.name);
  expect(touched({ ...all, written: { ...all.written, containers: [] } })).toBe(true);
  expect(touched(all)).toBe(false);
  // One that was not stopped yet is, but it is not removed as an orphan.
  const running = { ...all, containers: [...on.containers, { ...orphan, status: 'running' }] };
  const ids = plan(running).plan.steps.map(({ id }) => id);
  expect([ids.includes('container.retire'), ids.includes('container.remove-orphan')]).toEqual([true, false]);
  const { warnings } = plan(all);
  expect(warnings.map(({ en }) => en).join()).toContain('mccm-server-replaced-by-x is kept');
});
