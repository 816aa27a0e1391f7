import { failure } from '../messages/failure.ts';

// Versions with years of updates, which eclipse-temurin has as JRE images.
const longTermSupport = [8, 11, 17, 21, 25];

/** The image that runs classes of a Java version: that of the next version with long-term support, or its own. */
export function defaultBaseImage(javaVersion: number): string {
  const version = longTermSupport.find((lts) => lts >= javaVersion) ?? javaVersion;
  return `eclipse-temurin:${version}-jre`;
}

// The grammar of github.com/distribution/reference (regexp.go).
const domainPart = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const domain = `(?:${domainPart}(?:\\.${domainPart})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const pathPart = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const tag = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const reference = new RegExp(`^(?:${domain}/)?${pathPart}(?:/${pathPart})*(?::${tag})?(?:@${digest})?$`);

/** Whether `image` can follow FROM: a reference, not `scratch`, which has no Java. */
export function isImageReference(image: string): boolean {
  return image.length <= 383 && image !== 'scratch' && reference.test(image);
}

/** `image` itself. Throws `Failure` DOCKER_BASE_IMAGE_INVALID where it is no reference. */
export function checkedBaseImage(image: string): string {
  if (!isImageReference(image)) throw failure('DOCKER_BASE_IMAGE_INVALID', { image });
  return image;
}

/** The registry that an image is pulled from, `registry.example.com:5000`; undefined: Docker Hub, by a mirror or without. */
export function registryOf(image: string): string | undefined {
  const [host = '', ...rest] = image.split('/');
  if (rest.length === 0 || !(/[.:]/.test(host) || host === 'localhost')) return undefined;
  return /^(?:index\.)?docker\.io$/.test(host) ? undefined : host;
}

/**
 * Where its registry, or a mirror of Docker Hub, has the manifest of an image: `library/eclipse-temurin/manifests/8-jre`.
 */
export function manifestPath(image: string): string {
  const registry = registryOf(image);
  const path =
    registry === undefined ? image.replace(/^(?:index\.)?docker\.io\//, '') : image.slice(registry.length + 1);
  const [, name = '', tag, digest] = /^([^:@]+)(?::([^@]+))?(?:@(.+))?$/.exec(path) ?? [];
  const repository = registry !== undefined || name.includes('/') ? name : `library/${name}`;
  return `${repository}/manifests/${digest ?? tag ?? 'latest'}`;
}
