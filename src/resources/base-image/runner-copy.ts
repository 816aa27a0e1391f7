import type { Log } from '../../messages/log.ts';
import { seedMessages } from '../../messages/seed.ts';
import type { Text } from '../../messages/text.ts';
import type { RunnerDocker, Supply } from '../../survey/runner-image.ts';

/** The runner cannot give the image; why, for the user. */
export class RunnerCannot extends Error {
  readonly why: Text;

  constructor(why: Text) {
    super(why.en);
    this.why = why;
  }
}

/** An image in the runner's engine. */
export interface RunnerCopy {
  readonly id: string;
  /** Takes away what was pulled for this alone. */
  release(): Promise<void>;
}

/** Seconds for the runner's engine to pull an image, or to save it. */
export const transferSeconds = 1800;

const nothing = async (): Promise<void> => {};

/**
 * Has the runner's engine hold an image for an architecture. What its user calls by this name stays that: for another
 * architecture it is pulled by the digest of its own manifest, and goes afterwards. Throws `RunnerCannot`.
 */
export async function copyOnRunner(image: string, architecture: string, supply: Supply, log: Log): Promise<RunnerCopy> {
  if (supply.kind === 'none') throw new RunnerCannot(supply.why);
  if (supply.kind === 'has') return { id: supply.id, release: nothing };
  const { docker, plain } = supply;
  const platform = `linux/${architecture}`;
  if (plain) return { id: await pulled(docker, ['--platform', platform, image], image, log), release: nothing };
  const name = `${nameOf(image)}@${await digestFor(docker, image, architecture)}`;
  const before = (await docker.run(['image', 'inspect', '--format', '.', name])).code === 0;
  const id = await pulled(docker, [name], name, log);
  const release = async (): Promise<void> => void (await docker.run(['image', 'rm', name]));
  return { id, release: before ? nothing : release };
}

async function pulled(docker: RunnerDocker, words: readonly string[], name: string, log: Log): Promise<string> {
  const onLine = (line: string): void => log.output(line);
  mustAnswer(await docker.run(['pull', ...words], { onLine, seconds: transferSeconds }));
  return mustAnswer(await docker.run(['image', 'inspect', '--format', '{{.Id}}', name])).trim();
}

interface ManifestJson {
  readonly manifests?: readonly {
    readonly digest: string;
    readonly platform?: { readonly os?: string; readonly architecture?: string };
  }[];
  readonly Descriptor?: {
    readonly digest: string;
    readonly platform?: { readonly os?: string; readonly architecture?: string };
  };
}

/** The digest of the manifest for one architecture, as the image's registry tells the runner. */
async function digestFor(docker: RunnerDocker, image: string, architecture: string): Promise<string> {
  const ask = async (...words: readonly string[]): Promise<ManifestJson> =>
    JSON.parse(mustAnswer(await docker.run(['manifest', 'inspect', ...words, image], { seconds: 60 }))) as ManifestJson;
  let listed = (await ask()).manifests;
  if (listed === undefined) {
    const { Descriptor: only } = await ask('--verbose');
    listed = only === undefined ? [] : [only];
  }
  const found = listed.find(
    ({ platform }) => platform?.os === 'linux' && platform.architecture === architecture,
  )?.digest;
  if (found !== undefined && /^sha256:[0-9a-f]{64}$/.test(found)) return found;
  throw new RunnerCannot(seedMessages.notInRegistry(architecture));
}

/** Throws `RunnerCannot` with docker's last words. */
function mustAnswer({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }): string {
  if (code === 0) return stdout;
  const said = (stderr.trim() || stdout.trim()).split('\n').at(-1) ?? '-';
  throw new RunnerCannot(seedMessages.notPulled(said.replace(/^(?:Error response from daemon|ERROR): /, '')));
}

/** An image's name without its tag. */
function nameOf(image: string): string {
  return image.replace(/:[^:/]*$/, '');
}
