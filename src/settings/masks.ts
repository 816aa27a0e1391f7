import { type Text, text } from '../messages/text.ts';
import { isKeyLabel, readPem, writePem } from '../pem/blocks.ts';
import { quote } from '../shell/quote.ts';
import { valuesToHide } from '../values/docker-options.ts';
import { secretsOfJavaOptions } from '../values/java-options.ts';
import type { Secret } from '../values/secret.ts';
import { isFolderValue } from './folder-values.ts';
import { publicFacts } from './public-facts.ts';
import type { Settings } from './settings.ts';

/** A shorter value is too likely to be a part of other words: masking it would spoil the log. */
const shortest = 8;

/** A secret and how a text names it. */
interface NamedSecret {
  readonly name: string;
  readonly secret: Secret;
}

/**
 * Every string that must not be seen, on the runner's log or in a text of ours: each secret, each line of one of several
 * lines, in all forms in which programs write it. Left out is what is shorter than 8 characters, and what anybody may know:
 * a variable that holds the domain must not turn the address of the site into `***`, nor one that holds a folder its path.
 */
export function masks(settings: Settings): readonly string[] {
  const facts = publicFacts(settings);
  const found = new Set<string>();
  for (const value of valuesOf(settings)) {
    for (const part of [value, value.trim(), ...value.split('\n').map((line) => line.trim())]) {
      // The frame of a PEM is no secret, and masking it would hide which kind of key a text speaks of.
      if (part.length < shortest || /^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(part)) continue;
      if (facts.some((fact) => fact.includes(part.trim()))) continue;
      for (const form of formsOf(part)) found.add(form);
    }
  }
  return [...found];
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

/** A value as it is, in base64 (both alphabets), in a URL, in JSON, in a form, between a shell's single quotes. */
function formsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const inUrl = encodeURIComponent(value.toWellFormed());
  const lower = inUrl.replace(/%[0-9A-F]{2}/g, (sign) => sign.toLowerCase());
  const inJson = JSON.stringify(value).slice(1, -1);
  return [
    value,
    bytes.toString('base64'),
    bytes.toString('base64url'),
    inUrl,
    lower,
    new URLSearchParams({ '': value }).toString().slice(1),
    inJson,
    // Some writers of JSON escape the slash as well.
    inJson.replaceAll('/', '\\/'),
    value.includes('\0') ? value : quote(value).replace(/^'(.*)'$/s, '$1'),
  ];
}

function valuesOf(settings: Settings): readonly string[] {
  const secrets = secretsOf(settings).flatMap(({ secret }) => [secret.reveal(), ...keysIn(secret)]);
  if (settings.command === 'verify') return secrets;
  const { options, javaOptions } = settings.container;
  return [...secrets, ...valuesToHide(options), ...secretsOfJavaOptions(javaOptions ?? '')];
}

/** Private keys in a secret, as programs write them: their lines are others where they were pasted in one or in base64. */
function keysIn(secret: Secret): readonly string[] {
  const keys = readPem(secret.reveal()).blocks.filter(({ label }) => isKeyLabel(label));
  return keys.flatMap((key) => [writePem(key), key.base64]);
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
    ...container.environment
      .filter(({ name, value }) => !isFolderValue(name, value.reveal()))
      .map(({ name, value }) => ({ name: `\`env\`: ${name}`, secret: value })),
  ];
}
