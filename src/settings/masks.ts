import { type Text, text } from '../messages/text.ts';
import { masksOf, shortest, valuesIn } from '../redaction/masks.ts';
import type { Secret } from '../redaction/secret.ts';
import type { Credentials } from '../tencent/credentials.ts';
import { valuesToHide } from '../values/docker-options.ts';
import type { EnvironmentVariable } from '../values/environment.ts';
import { secretsOfJavaOptions } from '../values/java-options.ts';
import { isFolderValue } from './folder-values.ts';
import { publicFacts } from './public-facts.ts';
import type { Settings } from './settings.ts';

/** A secret and how a text names it. */
interface NamedSecret {
  readonly name: string;
  readonly secret: Secret;
}

/** Every string of the inputs that must not be seen, but for what anybody may know: a folder is no secret. */
export function masks(settings: Settings): readonly string[] {
  return masksOf(valuesOf(settings), publicFacts(settings));
}

/** One warning for each secret that is too short to be masked. */
export function maskWarnings(settings: Settings): readonly Text[] {
  return secretsOf(settings)
    .filter(({ secret }) => secret.reveal() !== '' && secret.reveal().length < shortest)
    .map(({ name }) =>
      text(
        `The value of ${name} is shorter than ${shortest} characters and is not masked in the log.`,
        `${name} 的值短于 ${shortest} 个字符，不会在日志中屏蔽。`,
      ),
    );
}

function valuesOf(settings: Settings): readonly string[] {
  const secrets = secretsOf(settings).flatMap(({ secret }) => valuesIn(secret));
  if (!('container' in settings)) return secrets;
  const { options, javaOptions } = settings.container;
  return [...secrets, ...valuesToHide(options), ...secretsOfJavaOptions(javaOptions ?? '')];
}

function named(name: string, secret: Secret | undefined): readonly NamedSecret[] {
  return secret === undefined ? [] : [{ name, secret }];
}

/** The id of a key is none by itself, but it is half of what a stranger needs. */
function ofAccount(credentials: Credentials): readonly NamedSecret[] {
  if (credentials.kind === 'oidc') return [];
  return [
    ...named('`tencent-secret-id`', credentials.secretId),
    ...named('`tencent-secret-key`', credentials.secretKey),
    ...named('`tencent-session-token`', credentials.token),
  ];
}

function environmentOf(settings: Settings): readonly EnvironmentVariable[] {
  if ('container' in settings) return settings.container.environment;
  return ('environment' in settings ? settings.environment : undefined) ?? [];
}

function secretsOf(settings: Settings): readonly NamedSecret[] {
  if (settings.command === 'verify') return [];
  const { server, tencent } = settings;
  const certificate = 'certificate' in settings ? settings.certificate : undefined;
  return [
    ...named('`private-key`', server.privateKey),
    ...(server.jump?.keyInput === 'jump-private-key' ? named('`jump-private-key`', server.jump.privateKey) : []),
    ...named('`passphrase`', server.passphrase),
    ...named('`password`', server.password),
    ...(certificate?.source === 'provided' ? named('`certificate-key`', certificate.key) : []),
    ...(tencent === undefined ? [] : ofAccount(tencent.credentials)),
    ...environmentOf(settings)
      .filter(({ name, value }) => !isFolderValue(name, value.reveal()))
      .map(({ name, value }) => ({ name: `\`env\`: ${name}`, secret: value })),
  ];
}
