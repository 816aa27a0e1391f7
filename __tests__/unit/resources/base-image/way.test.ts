import { reasonOf, wayOf } from '../../../../src/resources/base-image/way.ts';
import type { ImageSources } from '../../../../src/survey/image-sources.ts';
import type { RunnerDocker, Supply } from '../../../../src/survey/runner-image.ts';

type Met = ImageSources['registry'];
const docker = {} as RunnerDocker;
const none: Supply = { kind: 'none', why: { en: 'The runner has no Docker.', zh: '无' } };
const pulls: Supply = { kind: 'pulls', docker, plain: true };
const has: Supply = { kind: 'has', docker, id: 'sha256:1', local: false };
const own: Supply = { kind: 'has', docker, id: 'sha256:1', local: true };

const met = (state: Met['state'], status?: number): Met => ({
  url: 'https://m.example.com',
  state,
  status,
  seconds: undefined,
});
const silent = met('silent');
const answers = (status: number) => met('answers', status);
const sources = (registry: Met, ...mirrors: readonly Met[]): ImageSources => ({ image: 'a:1', registry, mirrors });

test.each<[string, ImageSources | undefined, Supply | undefined, string]>([
  ['a mirror has it', sources(silent, silent, answers(200)), pulls, 'mirror'],
  ['a mirror cannot be asked, as behind a proxy', sources(met('unclear'), met('unclear')), has, 'mirror'],
  ['the registry asks for a token', sources(answers(401), silent), pulls, 'registry'],
  ['the registry cannot be asked', sources(met('unclear')), pulls, 'registry'],
  ['nothing was asked', undefined, undefined, 'registry'],
  ['everything hangs, and the runner can pull', sources(silent, silent), pulls, 'runner'],
  ['the registry does not have it, the runner does', sources(answers(404)), has, 'runner'],
  ['the registry denies it', sources(answers(403), answers(404)), pulls, 'runner'],
  ['the registry limits pulls', sources(answers(429)), pulls, 'runner'],
  ['the runner built it', sources(answers(200), answers(200)), own, 'runner'],
  ['everything hangs, and the runner cannot help', sources(met('unreachable'), silent), none, 'doubtful'],
])('%s', (_, found, supply, way) => {
  expect(wayOf(found, supply, false)).toBe(way);
});

test('a mirror that a step before adds is the way, though it could not be asked', () => {
  expect(wayOf(sources(silent), pulls, true)).toBe('mirror');
});

test('the plan says which way, and why', () => {
  expect(reasonOf('mirror', 'a:1', sources(silent, answers(200)), none).en).toMatch(
    /way: registry mirror https:\/\/m\.example\.com$/,
  );
  expect(reasonOf('registry', 'r.example.com/a:1', sources(answers(401)), none).en).toMatch(
    /way: registry \(r\.example\.com\)$/,
  );
  expect(reasonOf('runner', 'a:1', sources(answers(404)), has).en).toMatch(
    /way: runner, .*\(Docker Hub: status 404\)$/,
  );
  expect(reasonOf('doubtful', 'a:1', sources(silent), none).en).toMatch(/The runner has no Docker\.$/);
});
