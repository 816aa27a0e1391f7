import { registryOf } from '../../dockerfile/base-image.ts';
import { lastWords, type Puller, pullFailure } from '../../dockerfile/pull-failure.ts';
import { lastLines } from '../../engine/apply.ts';
import type { RunnerStep, ServerStep, Step } from '../../engine/step.ts';
import { surveySeconds } from '../../fragments/ask-registry.ts';
import type { ErrorCode } from '../../messages/errors.ts';
import type { Failure } from '../../messages/failure.ts';
import type { Log } from '../../messages/log.ts';
import { isDead } from '../../messages/registry-mirror.ts';
import { seedMessages } from '../../messages/seed.ts';
import { type Text, text } from '../../messages/text.ts';
import { prelude } from '../../server/prelude.ts';
import type { ScriptResult, Server } from '../../server/server.ts';
import { commandLine } from '../../shell/quote.ts';
import type { RunningDocker } from '../../survey/docker.ts';
import type { ProvisionedServer } from '../../survey/provisioned-server.ts';
import type { Supply } from '../../survey/runner-image.ts';
import type { System } from '../../survey/system.ts';
import { imageArchitecture } from '../../values/image-architecture.ts';
import { removeIncoming } from '../incoming.ts';
import { mirrorsIn } from '../registry-mirror.ts';
import { pullScript, readMirrors, silentMirrors } from './pull.ts';
import { RunnerCannot } from './runner-copy.ts';
import { type Seed, seed } from './seed.ts';
import { reasonOf, type Way, wayOf } from './way.ts';

/** What decides how an image can be had on a server, the mirrors of its engine not looked at. */
export function pullerOn({ tencentInstance, architecture }: System, docker: RunningDocker): Puller {
  const loaded = docker.registryMirrors.map(withoutSlash);
  const named = mirrorsIn(docker.daemonJson).map(withoutSlash);
  return {
    architecture,
    tencent: tencentInstance !== undefined,
    mirrors: loaded.map((url) => ({ url, state: 'unclear', status: undefined, seconds: undefined })),
    unloaded: named.filter((url) => !loaded.includes(url)),
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}

/** What is known of one image that the server lacks. */
interface Missing {
  readonly image: string;
  readonly way: Way;
  readonly reason: Text;
  readonly puller: Puller;
  /** Undefined where the runner cannot help. */
  readonly seed: Seed | undefined;
  /** Mirrors that are warned of before the run begins. */
  readonly warned: readonly string[];
}

/**
 * Steps that bring the base images that the server has not got. Apart from the build, so that a registry is told from the
 * Dockerfile's own commands, and what is slow is seen to be the pull.
 */
export function planBaseImages(app: string, images: readonly string[], server: ProvisionedServer): readonly Step[] {
  return images
    .filter((image) => !server.baseImages.includes(image))
    .map((image) => missingOn(server, app, image))
    .map((missing) => {
      if (missing.seed === undefined) return pullStep(missing);
      return missing.way === 'runner' ? seedStep(missing, missing.seed) : pullOrSeedStep(missing, missing.seed);
    });
}

/** Mirrors that did not answer when they were asked for an image that is missing; one that refuses is passed at once. */
export function deadMirrors({ imageSources }: Pick<ProvisionedServer, 'imageSources'>): readonly Failure[] {
  const all = new Map(imageSources.flatMap(({ mirrors }) => mirrors).map((mirror) => [mirror.url, mirror]));
  return silentMirrors(
    [...all.values()].filter(({ seconds }) => seconds !== 0),
    surveySeconds,
  );
}

function missingOn(server: ProvisionedServer, app: string, image: string): Missing {
  const { system, docker, imageSources, supplies } = server;
  const supply = supplies.get(image);
  const sources = imageSources.find((one) => one.image === image);
  // A step before adds it.
  const mirrorComes =
    registryOf(image) === undefined && system.tencentInstance !== undefined && docker.registryMirrors.length === 0;
  const way = wayOf(sources, supply, mirrorComes);
  return {
    image,
    way,
    reason: reasonOf(way, image, sources, supply),
    puller: { ...pullerOn(system, docker), runner: supply?.kind === 'none' ? supply.why : undefined },
    seed: supply === undefined || supply.kind === 'none' ? undefined : seedFor(app, image, supply, server),
    warned: (sources?.mirrors ?? []).filter(isDead).map(({ url }) => url),
  };
}

function seedFor(app: string, image: string, supply: Supply, { system, docker }: ProvisionedServer): Seed {
  return {
    app,
    image,
    architecture: imageArchitecture(system.architecture),
    supply,
    imageDirectory: docker.containerdStore ? '/var/lib/containerd' : docker.rootDirectory,
    containerdStore: docker.containerdStore,
  };
}

/** Seconds that a pull may be silent for. */
const silentSeconds = 1800;

/** The server pulls. */
function pullStep({ image, reason, puller, warned }: Missing): ServerStep {
  return {
    kind: 'server',
    phase: 'prepare',
    id: 'image.pull',
    beside: 'release.jar',
    title: text(`Pull ${image}`, `拉取 ${image}`),
    reason,
    diff: `+ ${commandLine(['docker', 'pull', image])}`,
    streams: true,
    silentSeconds,
    // The engine itself gives up what no client waits for.
    endable: true,
    script: pullScript(image),
    explain: (result) => explained(image, result, puller),
    notice: (result) => silentMirrors(readMirrors(result).filter(({ url }) => !warned.includes(url))),
  };
}

function explained(image: string, result: ScriptResult, puller: Puller): Failure {
  const output = result.stdout.replace(/^@@.*\n?/gm, '');
  return pullFailure(image, lastWords(output), lastLines(output, 20), { ...puller, mirrors: readMirrors(result) });
}

/** Failures of a pull that the runner helps out of: another source would have helped as well. */
const otherSourceHelps: readonly ErrorCode[] = [
  'BASE_IMAGE_UNREACHABLE',
  'BASE_IMAGE_UNKNOWN',
  'BASE_IMAGE_NOT_PULLED',
  'REGISTRY_LIMIT',
];

/** The server pulls; where it cannot after all, the runner sends. */
function pullOrSeedStep(missing: Missing, from: Seed): RunnerStep {
  const pull = pullStep(missing);
  return {
    kind: 'runner',
    phase: 'prepare',
    id: pull.id,
    ...(pull.beside !== undefined && { beside: pull.beside }),
    title: pull.title,
    reason: pull.reason,
    diff: pull.diff ?? '',
    resumes: true,
    undo: removeIncoming(from.app),
    run: async (server, log, notice) => {
      const failedAs = await pulled(missing, server, log, notice);
      const failed = failedAs?.(undefined);
      if (failed === undefined) return;
      if (!otherSourceHelps.includes(failed.code)) throw failed;
      log.info(failed.text.what);
      log.info(seedMessages.instead(missing.image));
      try {
        await seed(from, server, log);
      } catch (error) {
        throw error instanceof RunnerCannot ? failedAs?.(error.why) : error;
      }
    },
  };
}

/** The runner sends; where it cannot after all, the server pulls. */
function seedStep(missing: Missing, from: Seed): RunnerStep {
  const { image, reason } = missing;
  return {
    kind: 'runner',
    phase: 'prepare',
    id: 'image.seed',
    title: text(`Send ${image} from the runner`, `由运行器发送 ${image}`),
    reason,
    diff: `+ ${image} (linux/${from.architecture})`,
    resumes: true,
    undo: removeIncoming(from.app),
    run: async (server, log, notice) => {
      try {
        await seed(from, server, log);
      } catch (error) {
        if (!(error instanceof RunnerCannot)) throw error;
        log.info(error.why);
        log.info(seedMessages.serverAfterAll);
        const failedAs = await pulled(missing, server, log, notice);
        if (failedAs !== undefined) throw failedAs(error.why);
      }
    },
  };
}

/** Has the server pull; where it did not, what makes the failure of it and of why the runner cannot help. */
async function pulled(
  missing: Missing,
  server: Server,
  log: Log,
  notice: (found: Failure) => void,
): Promise<((runner: Text | undefined) => Failure) | undefined> {
  const { script, notice: warns } = pullStep(missing);
  const result = await server.run(`${prelude}\nset -e\n${script}`, {
    stallSeconds: silentSeconds,
    onLine: (line, stream) => {
      if (stream === 'stdout' && !line.startsWith('@@')) log.output(line);
    },
  });
  for (const found of warns?.(result) ?? []) notice(found);
  if (result.code === 0) return undefined;
  return (runner) => explained(missing.image, result, { ...missing.puller, runner });
}
