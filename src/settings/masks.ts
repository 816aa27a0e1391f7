import { type Text, text } from '../messages/text.ts';
import type { Secret } from './secret.ts';
import type { Settings } from './settings.ts';

/** A shorter value is too likely to be a part of other words: masking it would spoil the log. */
const shortest = 8;

/** A secret and how a text names it. */
interface NamedSecret {
  readonly name: string;
  readonly secret: Secret;
}

/**
 * Every string that must not be seen in a log: each secret, each line of one of several lines, and the base64 of both
 * (standard and URL alphabet). What is shorter than 8 characters is left out.
 */
export function masks(settings: Settings): readonly string[] {
  const found = new Set<string>();
  for (const { secret } of secretsOf(settings)) {
    const value = secret.reveal();
    for (const part of [value, value.trim(), ...value.split('\n').map((line) => line.trim())]) {
      // The frame of a PEM is no secret, and masking it would hide which kind of key a text speaks of.
      if (part.length < shortest || /^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(part)) continue;
      const bytes = Buffer.from(part);
      for (const form of [part, bytes.toString('base64'), bytes.toString('base64url')]) found.add(form);
    }
  }
  return [...found];
}

/**
 * Every secret value, for taking it out of texts of ours: whole, and line by line. Values of fewer than 4 characters are
 * left (`8080`, `true`): taking those out would spoil the text and hide nothing.
 */
export function secretsIn(settings: Settings): readonly string[] {
  return secretsOf(settings)
    .flatMap(({ secret }) => [
      secret.reveal().trim(),
      ...secret
        .reveal()
        .split('\n')
        .map((line) => line.trim()),
    ])
    .filter((value) => value.length >= 4 && !/^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(value));
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

function secretsOf(settings: Settings): readonly NamedSecret[] {
  if (settings.command === 'verify') return [];
  const { server, certificate, container } = settings;
  const named = (name: string, secret: Secret | undefined) => (secret === undefined ? [] : [{ name, secret }]);
  return [
    ...named('`private-key`', server.privateKey),
    ...named('`passphrase`', server.passphrase),
    ...named('`password`', server.password),
    ...(certificate.source === 'provided' ? named('`certificate-key`', certificate.key) : []),
    ...container.environment.map(({ name, value }) => ({ name: `\`env\`: ${name}`, secret: value })),
  ];
}
