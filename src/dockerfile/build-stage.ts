import { posix } from 'node:path';
import { failure } from '../messages/failure.ts';
import { expand } from './expand.ts';
import type { DockerInstruction, DockerInstructions } from './instruction.ts';

/** One COPY or ADD from the build folder, expanded. */
export interface ContextCopy {
  readonly line: number;
  readonly sources: readonly string[];
  readonly destination: string;
}

/** A COPY or ADD, as it puts files into an image. */
export interface Placement {
  readonly sources: readonly string[];
  readonly destination: string;
  /** The folder that a relative destination is in: `/` where the base image decides. */
  readonly workdir: string;
  /** The stage that the files are taken from; undefined: the build folder. */
  readonly from: BuildStage | undefined;
}

/** One stage of a build, its values as they are at its end. */
export interface BuildStage {
  readonly name: string | undefined;
  /** The image it stands on; undefined where that is an earlier stage or `scratch`. */
  readonly image: string | undefined;
  /** Whether that image can be pulled without the builder: it is for the server's own platform, and its name is whole. */
  readonly pullable: boolean;
  /** Earlier stages that it stands on or takes files of. */
  readonly needs: readonly BuildStage[];
  readonly copies: readonly ContextCopy[];
  /** What puts files into it, those of the stage that it stands on first. */
  readonly placements: readonly Placement[];
  /** Images that COPY --from takes files of. */
  readonly otherImages: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
  readonly args: ReadonlyMap<string, string>;
  readonly entrypoint: DockerInstruction | undefined;
  readonly command: DockerInstruction | undefined;
  readonly user: string | undefined;
  /** STOPSIGNAL; undefined: that of the base image. */
  readonly stopSignal: string | undefined;
  /** WORKDIR, absolute; undefined: that of the base image, or below it. */
  readonly workdir: string | undefined;
  /** Words of EXPOSE, expanded: `8004`, `9000/udp`. */
  readonly exposed: readonly string[];
}

/**
 * The stages of a Dockerfile. Throws `Failure` DOCKERFILE_ARG_UNSET where FROM, COPY or ADD need a value that is not
 * there.
 */
export function stagesOf(
  { instructions, escapeCharacter }: DockerInstructions,
  buildArgs: Readonly<Record<string, string>>,
): BuildStage[] {
  const globals = new Map<string, string>();
  const stages: BuildStage[] = [];
  let stage: Draft | undefined;

  for (const instruction of instructions) {
    const { keyword, words } = instruction;
    if (keyword === 'FROM') {
      const image = needed(instruction, words[0] ?? '', globals, escapeCharacter);
      const base = stages.find((s) => s.name !== undefined && s.name === image.toLowerCase());
      const name = words[1]?.toLowerCase() === 'as' ? words[2]?.toLowerCase() : undefined;
      stage = draft(name, base === undefined && image !== 'scratch' ? image : undefined, base);
      stage.pullable =
        instruction.flags.get('platform') === undefined &&
        expand(words[0] ?? '', globals, escapeCharacter).unset.length === 0;
      stages.push(stage);
    } else if (keyword === 'ARG') {
      for (const [name, value] of instruction.assignments) {
        const scope = stage === undefined ? globals : values(stage);
        const set = value === undefined ? undefined : expand(value, scope, escapeCharacter).word;
        const result = buildArgs[name] ?? set ?? (stage === undefined ? undefined : globals.get(name));
        if (result !== undefined) (stage?.args ?? globals).set(name, result);
      }
    } else if (stage !== undefined) {
      apply(instruction, stage, stages, escapeCharacter);
    }
  }
  return stages;
}

type Draft = { -readonly [K in keyof BuildStage]: BuildStage[K] } & {
  needs: BuildStage[];
  args: Map<string, string>;
  environment: Map<string, string>;
  copies: ContextCopy[];
  placements: Placement[];
  otherImages: string[];
  exposed: string[];
};

function draft(name: string | undefined, image: string | undefined, base: BuildStage | undefined): Draft {
  return {
    name,
    image,
    pullable: false,
    needs: base === undefined ? [] : [base],
    copies: [],
    placements: [...(base?.placements ?? [])],
    otherImages: [],
    environment: new Map(base?.environment),
    args: new Map(base?.args),
    entrypoint: base?.entrypoint,
    command: base?.command,
    user: base?.user,
    stopSignal: base?.stopSignal,
    workdir: base?.workdir,
    exposed: [...(base?.exposed ?? [])],
  };
}

/** What variables are worth in a stage: ENV wins over ARG. */
function values(stage: BuildStage): Map<string, string> {
  return new Map([...stage.args, ...stage.environment]);
}

function apply(
  instruction: DockerInstruction,
  stage: Draft,
  stages: readonly BuildStage[],
  escapeCharacter: string,
): void {
  const { keyword, words } = instruction;
  const word = (w: string) => expand(w, values(stage), escapeCharacter).word;
  switch (keyword) {
    case 'ENV': {
      // All values of one instruction see what was before it.
      const before = values(stage);
      for (const [name, value] of instruction.assignments)
        stage.environment.set(name, expand(value ?? '', before, escapeCharacter).word);
      break;
    }
    case 'COPY':
    case 'ADD': {
      const from = instruction.flags.get('from');
      const workdir = stage.workdir ?? '/';
      if (from !== undefined) {
        const known = /^\d+$/.test(from) ? stages[Number(from)] : stages.find((s) => s.name === from.toLowerCase());
        if (known !== undefined) {
          const paths = words.map(word);
          stage.needs.push(known);
          stage.placements.push({ sources: paths.slice(0, -1), destination: paths.at(-1) ?? '', workdir, from: known });
        } else if (!/^\d+$/.test(from)) {
          stage.otherImages.push(word(from));
        }
        break;
      }
      const all = words.map((w) => needed(instruction, w, values(stage), escapeCharacter));
      const sources = all.slice(instruction.heredocs, -1).filter((s) => keyword === 'COPY' || !isRemote(s));
      const destination = all.at(-1) ?? '';
      stage.copies.push({ line: instruction.line, sources, destination });
      stage.placements.push({ sources, destination, workdir, from: undefined });
      break;
    }
    case 'ENTRYPOINT':
      stage.entrypoint = instruction;
      break;
    case 'CMD':
      stage.command = instruction;
      break;
    case 'USER':
      stage.user = word(instruction.text);
      break;
    case 'STOPSIGNAL':
      stage.stopSignal = word(instruction.text);
      break;
    case 'WORKDIR': {
      const { word: path, unset } = expand(instruction.text, values(stage), escapeCharacter);
      const known = unset.length === 0 && (path.startsWith('/') || stage.workdir !== undefined);
      stage.workdir = known ? posix.resolve(stage.workdir ?? '/', path) : undefined;
      break;
    }
    case 'EXPOSE':
      stage.exposed.push(...words.flatMap((w) => word(w).split(/\s+/)).filter((w) => w !== ''));
      break;
  }
}

/** ADD's sources that are fetched: they are not in the build folder. */
function isRemote(source: string): boolean {
  return /^(?:https?|git|ssh):\/\/|^git@/.test(source);
}

/** A word that must have a value; an empty one would make Docker copy, or stand on, something else. */
function needed(
  instruction: DockerInstruction,
  word: string,
  scope: ReadonlyMap<string, string>,
  escapeCharacter: string,
): string {
  const expanded = expand(word, scope, escapeCharacter);
  const [name] = expanded.unset;
  if (name === undefined || predefined.has(name)) return expanded.word;
  throw failure('DOCKERFILE_ARG_UNSET', {
    line: instruction.line,
    name,
    instruction: `${instruction.keyword} ${instruction.text}`,
  });
}

// BuildKit's own, set without being declared.
const predefined = new Set([
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETARCH',
  'TARGETVARIANT',
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDARCH',
  'BUILDVARIANT',
]);
