import { readFile } from 'node:fs/promises';
import { failure } from '../messages/failure.ts';
import { isImageReference } from './base-image.ts';
import { type BuildStage, stagesOf } from './build-stage.ts';
import { instructionsOf } from './instruction.ts';
import { jarDestinationsOf } from './jar-destination.ts';
import { type JavaCommand, javaCommandOf } from './java-command.ts';
import { shellFormOf } from './stop-signal.ts';

/** What the build folder will hold, and with which values the Dockerfile is built. */
export interface BuildInput {
  /** Named in error texts. */
  readonly path: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly jarFileName: string;
  /** Files of `context`, their paths relative to it, with `/`. */
  readonly contextFiles: readonly string[];
  /** Variables that the container gets besides; they replace those of ENV. */
  readonly variables: Readonly<Record<string, string>>;
}

/** What the action reads of the repository's own Dockerfile. */
export interface DockerfileFacts extends JavaCommand {
  /** Paths inside the build folder where the jar must be put. */
  readonly jarDestinations: readonly string[];
  /** The line that takes the jar along with a whole folder, where none names it: worth telling. */
  readonly wholeFolderLine: number | undefined;
  /** Images that the build needs, without earlier stages. */
  readonly baseImages: readonly string[];
  /** Those of them that can be pulled before the build, as whichever builder would: of stages that the last one needs. */
  readonly pulledImages: readonly string[];
  /** TCP ports of EXPOSE. */
  readonly exposedPorts: readonly number[];
  /** USER, as it is written; undefined: that of the base image. */
  readonly user: string | undefined;
  /** Where a shell starts the application, and may keep the stop signal from it; undefined: none does. */
  readonly shellForm: { readonly line: number } | undefined;
  /** WORKDIR, absolute; undefined: it cannot be told. */
  readonly workdir: string | undefined;
}

/** Reads a Dockerfile from disk. Throws `Failure` DOCKERFILE_UNREADABLE where it is missing, no file or no text. */
export async function loadDockerfile(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: Error) => {
    throw failure('DOCKERFILE_UNREADABLE', { path, detail: error.message }, { cause: error });
  });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Not UTF-8: said below.
  }
  throw failure('DOCKERFILE_UNREADABLE', { path, detail: 'not UTF-8 text' });
}

/**
 * Reads what the Dockerfile in `text` needs and says. Pure. Throws `Failure`: DOCKERFILE_UNREADABLE (no FROM),
 * DOCKERFILE_ARG_UNSET and those of `jarDestinationsOf`.
 */
export function readDockerfile(text: string, input: BuildInput): DockerfileFacts {
  const stages = stagesOf(instructionsOf(text), input.buildArgs);
  const last = stages.at(-1);
  if (last === undefined) {
    const detail = text.trim() === '' ? 'the file is empty' : 'no FROM line';
    throw failure('DOCKERFILE_UNREADABLE', { path: input.path, detail });
  }
  const copies = stages.flatMap((stage) => stage.copies);
  const { paths, wholeFolderLine } = jarDestinationsOf(copies, input.jarFileName, input.contextFiles);
  const images = stages.flatMap((stage) => [stage.image, ...stage.otherImages]);
  return {
    ...javaCommandOf(last, input.variables),
    jarDestinations: paths,
    wholeFolderLine,
    baseImages: [...new Set(images.filter((image) => image !== undefined))],
    pulledImages: pulledImages(last),
    exposedPorts: [...new Set(last.exposed.flatMap(tcpPort))],
    user: last.user || undefined,
    shellForm: shellFormOf(last),
    workdir: last.workdir,
  };
}

/** Images that a build of this Dockerfile asks a registry for where the server lacks them. */
export function imagesPulledBy(text: string, buildArgs: Readonly<Record<string, string>>): readonly string[] {
  const last = stagesOf(instructionsOf(text), buildArgs).at(-1);
  return last === undefined ? [] : pulledImages(last);
}

function pulledImages(last: BuildStage): readonly string[] {
  const needed = new Set([last]);
  // What is added on the way is gone through as well.
  for (const stage of needed) for (const one of stage.needs) needed.add(one);
  const images = [...needed].flatMap(({ image, pullable, otherImages }) => [
    ...(image !== undefined && pullable ? [image] : []),
    ...otherImages,
  ]);
  return [...new Set(images.filter(isImageReference))];
}

function tcpPort(word: string): number[] {
  const [, first, last, protocol] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(\w+))?$/.exec(word) ?? [];
  if (first === undefined || (protocol ?? 'tcp').toLowerCase() !== 'tcp') return [];
  const from = Number(first);
  const to = Math.min(Number(last ?? first), 65535);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
