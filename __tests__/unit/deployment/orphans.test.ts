import { decide } from '../../../src/decision/decide.ts';
import { oldContainers, orphanContainers, orphanReleases, servingContainer } from '../../../src/deployment/orphans.ts';
import { toStartAgain } from '../../../src/deployment/start-again.ts';
import type { Container } from '../../../src/survey/containers.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import { type ProvisionedServer, provisionedServer } from '../../../src/survey/provisioned-server.ts';
import { container, decisionInputs, deployed, nginx, settings, surveyed } from './decision-inputs.ts';
import { written } from './written.ts';

const first = decide(settings(), decisionInputs()).release;
const app = { 'deploy-miniprogram-backend.app': 'MCCM-server' };

describe('orphans', () => {
  const [r0, r1, r2] = ['20261101T000000Z-1', '20261102T000000Z-1', '20261103T000000Z-1'] as [string, string, string];
  /** A container as its release made it: labelled, but that says nothing. */
  const of = (release: string, changes: Partial<ReturnType<typeof container>> = {}) =>
    container({
      id: `of-${release}`,
      name: `mccm-server-${release}`,
      labels: { ...app, 'deploy-miniprogram-backend.release': release },
      ports: [20_100],
      ...changes,
    });
  const recording = (...releases: readonly string[]) => new Map(releases.map((id) => [id, `of-${id}`]));
  const at = (server: DeploymentSurvey, containers: readonly Container[], made: ReadonlyMap<string, string>) => ({
    ...provisionedServer(server),
    containers,
    releases: { ...server.releases, containers: made },
  });
  const serving = { status: 200, release: r2, configuration: '', fingerprint: '' };
  const ids = (server: ProvisionedServer) => orphanContainers(first, server).map(({ id }) => id);

  test('are containers that releases recorded, and that neither serve nor are led to', () => {
    const current = of(first.id, { name: 'mccm-server' });
    const all = [current, of(r0), of(r1, { status: 'exited' })];
    expect(ids(at(deployed(first), all, recording(first.id, r0, r1)))).toEqual([`of-${r0}`, `of-${r1}`]);
  });

  test('a container of our image that somebody started is left alone, and confuses nothing', () => {
    const labels = of(first.id).labels;
    const worker = container({ id: '1', name: 'aaa-worker', labels });
    const committed = container({ id: '2', name: 'backup', labels, status: 'exited' });
    const current = of(first.id, { name: 'mccm-server' });
    const server = at(deployed(first), [worker, committed, current], recording(first.id));
    expect(servingContainer(server)?.id).toBe(`of-${first.id}`);
    expect(ids(server)).toEqual([]);
    expect(oldContainers(first, server)).toEqual([]);
    const stopped = at(deployed(first), [worker, { ...current, status: 'exited' }], recording(first.id));
    expect(toStartAgain(first, stopped)?.id).toBe(current.id);
  });

  test('what nginx serves is none, recorded as current or not', () => {
    const server = surveyed({ nginx: { ...nginx, serving } });
    const found = at(server, [of(r1), of(r2)], recording(r1, r2));
    expect(servingContainer(found)?.id).toBe(`of-${r2}`);
    expect(ids(found)).toEqual([`of-${r1}`]);
    const current = at({ ...deployed(first), nginx: { ...nginx, serving } }, [of(r2)], recording(first.id, r2));
    expect(ids(current)).toEqual([]);
  });

  test('what bears the application’s name, or nginx leads to, goes only once another is proven', () => {
    const named = of(r0, { name: 'mccm-server' });
    const led = of(r1, { ports: [20_777] });
    const managedFile = { path: '/x', text: 'upstream a { server 127.0.0.1:20777; }' };
    const server = surveyed({ nginx: { ...nginx, serving, managedFile } });
    const found = at(server, [named, led, of(r2)], recording(r0, r1, r2));
    expect(ids(found)).toEqual([]);
    expect(oldContainers(first, found).map(({ id }) => id)).toEqual([`of-${r0}`, `of-${r1}`]);
    // A file that is not ours: it is left, whatever happens.
    const dump = `${nginx.dump}server { location / { proxy_pass http://localhost:20777; } }`;
    const byHand = at(surveyed({ nginx: { ...nginx, serving, dump } }), [led, of(r2)], recording(r1, r2));
    expect([ids(byHand), oldContainers(first, byHand)]).toEqual([[], []]);
  });

  test('one that was being made when the power failed has never run, and an empty file waits for its id', () => {
    const made = new Map([[r0, '']]);
    expect(ids(at(surveyed(), [of(r0, { status: 'created' })], made))).toEqual([`of-${r0}`]);
    expect(ids(at(surveyed(), [of(r0)], made))).toEqual([]);
    expect(ids(at(surveyed(), [of(r0, { status: 'created', name: 'mine' })], made))).toEqual([]);
  });

  test('a folder stays while its container does: nginx leads to it, or it is kept for its files', () => {
    const dump = `${nginx.dump}server { location / { proxy_pass http://localhost:20777; } }`;
    const blank = surveyed({ nginx: { ...nginx, serving, dump } });
    const left = [of(r0, { ports: [20_777] }), of(r1, { status: 'exited' }), of(r2)];
    const server = at({ ...blank, releases: { ...blank.releases, orphans: [r0, r1] } }, left, recording(r0, r1, r2));
    expect(orphanReleases(first, server)).toEqual([r1]);
    const kept = written({ container: `of-${r1}`, kept: true });
    expect(orphanReleases(first, { ...server, written: { containers: [kept], copies: [] } })).toEqual([]);
  });

  test('images without a folder: built for just that release, and nobody’s container on it', () => {
    const image = (tag: string, changes: object = {}) => ({
      tag: `mccm-server:${tag}`,
      id: 'sha256:1',
      app: 'MCCM-server',
      release: tag,
      containers: [],
      ...changes,
    });
    const left = (...images: ReturnType<typeof image>[]) =>
      orphanReleases(first, provisionedServer(surveyed({ images })));
    expect(left(image(r0), image(r1))).toEqual([r0, r1]);
    expect(left(image(r0, { app: undefined }), image(r1, { app: 'other' }))).toEqual([]);
    expect(left(image(r0, { release: r1 }), image('backup', { release: r1 }))).toEqual([]);
    expect(left(image(r0, { containers: ['somebody’s'] }))).toEqual([]);
    expect(
      orphanReleases(first, provisionedServer(surveyed({ images: [image(r2)], nginx: { ...nginx, serving } }))),
    ).toEqual([]);
  });
});
