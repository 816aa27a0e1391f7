import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { label } from '../../practice/home.ts';
import { openWorld, type World } from '../../practice/world.ts';
import { jarNameInImage, renderDockerfile } from '../../src/dockerfile/render.ts';
import { environmentFile } from '../../src/layout/release-paths.ts';
import type { Release } from '../../src/release/release.ts';
import { createCommand } from '../../src/resources/container/run-command.ts';
import { buildCommand } from '../../src/resources/image.ts';
import { parseEnvironment, renderEnvironment } from '../../src/values/environment.ts';
import { release as plain } from '../unit/deployment/release.ts';

// A real engine judges what is rendered: images are built and containers created of generated values, none is started.

let world: World;
let folder: string;
const images: string[] = [];
const containers: string[] = [];
/** By its own name, which no registry is asked for. */
let baseImage: string;
beforeAll(async () => {
  world = await openWorld(() => {});
  baseImage = await world.baseImage('eclipse-temurin:8-jre');
  folder = mkdtempSync(join(tmpdir(), 'judged-'));
}, 240_000);
afterAll(async () => {
  if (containers.length > 0) await world.engine.docker(['rm', '-f', ...containers]);
  if (images.length > 0) await world.engine.docker(['image', 'rm', ...new Set(images)]);
  await world?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}, 60_000);

const appName = fc
  .stringMatching(/^[A-Za-z0-9]+([._-][A-Za-z0-9]+){0,2}$/)
  .filter((name) => name.length >= 2 && name.length <= 40);
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
/** Signs that mean something to a shell, to JSON, to Docker or to its files. */
const signs = fc.string({ unit: fc.constantFrom(...'\'"\\$`{}!#=,:;[]()*? \ta'), minLength: 1, maxLength: 20 });
const words = fc.oneof(text, signs).filter((one) => !/[\0\r\n]/.test(one));

/** One part of what `docker inspect` tells. */
async function inspect<T>(kind: 'image' | 'container', id: string, format: string): Promise<T> {
  return JSON.parse(await world.engine.docker([kind, 'inspect', '--format', `{{json ${format}}}`, id])) as T;
}

test('a rendered Dockerfile builds, and the image has exactly the words, the folder and the user', async () => {
  const user = fc.option(fc.record({ uid: fc.nat(65_000), gid: fc.nat(65_000) }), { nil: undefined });
  const jar = fc
    .oneof(
      fc.constant('MCCM-server-1.0.0.jar'),
      words.map((one) => `${one}.jar`),
    )
    .map(jarNameInImage);
  let count = 0;
  await fc.assert(
    fc.asyncProperty(appName, fc.option(words, { nil: undefined }), jar, user, async (app, profile, jarName, owner) => {
      const context = mkdtempSync(join(folder, 'build-'));
      writeFileSync(join(context, jarName), 'jar');
      writeFileSync(join(context, 'Dockerfile'), renderDockerfile({ baseImage, app, jarName, profile, user: owner }));
      const tag = `judged-${process.pid}:${++count}`;
      await world.engine.docker(['build', '--quiet', '--label', label, '--tag', tag, context]);
      images.push(tag);
      const config = await inspect<object>('image', tag, '.Config');
      // Newer engines leave out what is empty.
      expect({ User: '', ...config }).toMatchObject({
        Entrypoint: [
          'java',
          '-jar',
          jarName,
          ...(profile === undefined ? [] : [`--spring.profiles.active=${profile}`]),
        ],
        WorkingDir: `/docker/app/${app}`,
        User: owner === undefined ? '' : `${owner.uid}:${owner.gid}`,
      });
    }),
    { numRuns: 10 },
  );
}, 240_000);

test('docker run takes generated names, volumes, variables and env files, and makes of them what they say', async () => {
  const path = fc.stringMatching(/^[A-Za-z0-9 _.'"$-]{1,12}$/).filter((one) => !/^[. ]+$/.test(one));
  const volume = fc.record({ host: path, container: path, readOnly: fc.boolean() });
  const variable = fc.tuple(fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,10}$/), words);
  const volumes = fc.uniqueArray(volume, { maxLength: 3, selector: (one) => one.container });
  const variables = fc.uniqueArray(variable, { maxLength: 4, selector: ([name]) => name });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(appName, volumes, variables, words, async (app, mounts, env, profile) => {
      const environment = parseEnvironment(env.map(([name, value]) => `${name}=${value}`).join('\n'));
      const release: Release = {
        ...plain,
        app,
        image: `judged-${process.pid}`,
        id: `20261123T160512Z-${++count}`,
        container: {
          ...plain.container,
          volumes: mounts.map(({ host, container, readOnly }) => ({
            host: join(folder, 'volumes', host),
            container: `/mnt/${container}`,
            readOnly,
          })),
          variables: { SPRING_PROFILES_ACTIVE: profile },
          environmentNames: environment.map(({ name }) => name),
          options: ['--memory', '64m', '--label', `words=${profile}`],
        },
      };
      const envFile = join(folder, `env-${count}`);
      writeFileSync(envFile, renderEnvironment(environment).reveal(), { mode: 0o600 });
      const image = `${release.image}:${release.id}`;
      await world.engine.docker(['tag', baseImage, image]);
      images.push(image);
      // Created but not started: the env file lies on this machine, and the base image has no jar.
      const [, , , , ...rest] = createCommand(release).map((word) =>
        word === environmentFile(release) ? envFile : word,
      );
      const id = await world.engine.docker(['create', '--label', label, ...rest, 'true']);
      containers.push(id);

      const config = await inspect<{ Env: string[]; Labels: Record<string, string> }>('container', id, '.Config');
      expect(config.Env).toEqual(expect.arrayContaining(env.map(([name, value]) => `${name}=${value}`)));
      expect(config.Env).toContain(`SPRING_PROFILES_ACTIVE=${profile}`);
      expect(config.Labels).toMatchObject({ 'deploy-miniprogram-backend.app': app, words: profile });
      const host = await inspect<{ Binds?: string[] }>('container', id, '.HostConfig');
      expect(host).toMatchObject({
        RestartPolicy: { Name: 'no' },
        PortBindings: { '8004/tcp': [{ HostIp: '127.0.0.1', HostPort: '20001' }] },
        LogConfig: { Config: { 'max-size': '10m', 'max-file': '3' } },
        Memory: 64 * 1024 * 1024,
      });
      // The engine keeps them in no order.
      expect((host.Binds ?? []).toSorted()).toEqual(
        release.container.volumes.map((one) => `${one.host}:${one.container}${one.readOnly ? ':ro' : ''}`).toSorted(),
      );
    }),
    { numRuns: 15 },
  );
}, 240_000);

test('build arguments and labels reach the engine to the letter', async () => {
  const context = mkdtempSync(join(folder, 'build-'));
  writeFileSync(join(context, 'Dockerfile'), `FROM ${baseImage}\nARG WORDS\nENV SEEN="$WORDS"\n`);
  let count = 0;
  await fc.assert(
    fc.asyncProperty(words, appName, async (value, app) => {
      const build = { ...plain.build, arguments: [{ name: 'WORDS', value }] };
      const release: Release = { ...plain, app, image: `judged-args-${process.pid}`, id: `r${++count}`, build };
      const argv = [...buildCommand(release).slice(1, -1)];
      argv.splice(argv.indexOf('--file') + 1, 1, join(context, 'Dockerfile'));
      await world.engine.docker([...argv, '--label', label, context]);
      images.push(`${release.image}:${release.id}`);
      const config = await inspect<{ Env: string[]; Labels: unknown }>(
        'image',
        `${release.image}:${release.id}`,
        '.Config',
      );
      expect(config.Env).toContain(`SEEN=${value}`);
      expect(config.Labels).toMatchObject({
        'deploy-miniprogram-backend.app': app,
        'deploy-miniprogram-backend.release': release.id,
      });
    }),
    { numRuns: 8 },
  );
}, 240_000);
