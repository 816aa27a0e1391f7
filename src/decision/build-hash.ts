import { createHash } from 'node:crypto';
import type { ContainerSpec } from '../release/release.ts';
import type { BuildArgument } from '../values/build-args.ts';

/** What decides whether a build would bring another image. */
export interface BuildInputs {
  readonly dockerfile: string;
  readonly arguments: readonly BuildArgument[];
  readonly jarContentSha256: string;
  readonly context: readonly { readonly path: string; readonly mode: number; readonly sha256: string }[];
}

/** SHA-256 over the inputs of a build, lower-case hex. */
export function buildHash(inputs: BuildInputs): string {
  const files = inputs.context.map(({ path, mode, sha256 }) => [path, mode, sha256]);
  return sha256([
    inputs.dockerfile,
    inputs.arguments.map(({ name, value }) => [name, value]),
    inputs.jarContentSha256,
    files,
  ]);
}

/**
 * SHA-256 over what makes a container another one. The loopback port is no part of it: every container has its own.
 * Values of secret variables and contents of mounted files are none either (a hash in a label could be guessed at): their
 * files are compared by themselves.
 */
export function containerHash(
  build: string,
  container: Omit<ContainerSpec, 'hash' | 'loopbackPort' | 'carried'>,
): string {
  return sha256([
    build,
    container.appPort,
    container.volumes,
    container.variables,
    container.environmentNames,
    container.options,
    container.rotateLogs,
    container.stopTimeoutSeconds,
    container.volumeOwner ?? null,
    container.files,
    container.networks,
    container.memory ?? null,
    container.inheritedEnvironment,
    container.user ?? null,
  ]);
}

function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
