import { seedMessages } from '../messages/seed.ts';
import type { Text } from '../messages/text.ts';

/** What a call of docker on the runner came to. */
export interface DockerResult {
  /** Its exit code; 127 where the runner has no docker, 124 where it gave no answer in time. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The docker of the runner; its environment (`DOCKER_HOST`, logins) is the user's. What it prints is data. */
export interface RunnerDocker {
  /** A folder for large files that go with the job. */
  readonly temp: string;
  /** `docker WORDS`, by no shell; after `seconds`, the call is left to itself. */
  run(
    words: readonly string[],
    options?: { readonly onLine?: (line: string) => void; readonly seconds?: number },
  ): Promise<DockerResult>;
}

/** How the runner can help with an image. */
export type Supply =
  | {
      readonly kind: 'has';
      readonly docker: RunnerDocker;
      readonly id: string;
      /** No registry gave it under this name. */
      readonly local: boolean;
    }
  /** It can be tried; `plain`: by its name, which leads to nothing else there. */
  | { readonly kind: 'pulls'; readonly docker: RunnerDocker; readonly plain: boolean }
  | { readonly kind: 'none'; readonly why: Text };

/** Seconds for an answer of the runner's engine about itself. */
const askSeconds = 15;

const seen = '{{.Id}} {{.Os}}/{{.Architecture}}{{range .RepoDigests}} {{.}}{{end}}';

/** How the runner can help with each of `images` on a server of this architecture. Nothing is changed on the runner. */
export async function runnerSupplies(
  docker: RunnerDocker,
  images: readonly string[],
  architecture: string,
): Promise<ReadonlyMap<string, Supply>> {
  const engine = await docker.run(['version', '--format', '{{.Server.Os}}/{{.Server.Arch}}'], { seconds: askSeconds });
  const why = whyNone(engine);
  const supplyOf = async (image: string): Promise<Supply> => {
    if (why !== undefined) return { kind: 'none', why };
    if (image.includes('@')) return { kind: 'none', why: seedMessages.byDigest };
    const words = ['image', 'inspect', '--format', seen, image];
    const { code, stdout, stderr } = await docker.run(words, { seconds: askSeconds });
    const [id = '', platform = '', ...digests] = stdout.trim().split(' ');
    const local = !digests.some((digest) => familiar(digest) === familiar(image));
    // One that it has must not be taken for missing, as a pull would lead its name elsewhere.
    if (code !== 0 && !/no such image/i.test(stderr)) return { kind: 'none', why: silent(stderr) };
    if (code !== 0) return { kind: 'pulls', docker, plain: engine.stdout.trim() === `linux/${architecture}` };
    if (platform === `linux/${architecture}`) return { kind: 'has', docker, id, local };
    return local
      ? { kind: 'none', why: seedMessages.otherPlatform(platform, architecture) }
      : { kind: 'pulls', docker, plain: false };
  };
  return new Map(await Promise.all(images.map(async (image) => [image, await supplyOf(image)] as const)));
}

/** The repository of an image, or of a digest that a registry gave, as Docker shows it. */
function familiar(reference: string): string {
  return reference.replace(/@.*$|:[^:/]*$/, '').replace(/^(?:index\.)?docker\.io\/(?:library\/)?|^library\//, '');
}

function silent(stderr: string): Text {
  return seedMessages.dockerSilent(stderr.trim().split('\n').at(-1) ?? '');
}

function whyNone({ code, stdout, stderr }: DockerResult): Text | undefined {
  if (code === 127) return seedMessages.noDocker;
  if (code !== 0) return silent(stderr);
  return stdout.startsWith('linux/') ? undefined : seedMessages.noLinuxImages;
}
