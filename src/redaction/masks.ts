import { isKeyLabel, readPem, writePem } from '../pem/blocks.ts';
import { quote } from '../shell/quote.ts';
import type { Secret } from './secret.ts';

/** A shorter value is too likely to be a part of other words: masking it would spoil the log. */
export const shortest = 8;

/**
 * The strings by which `values` must not be seen, on the runner's log or in a text of ours: each value, each line of one of
 * several lines, in all forms in which programs write it. Left out is what is shorter than 8 characters, and what anybody
 * may know (`facts`): a variable that holds the domain must not turn the address of the site into `***`.
 */
export function masksOf(values: readonly string[], facts: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const value of values) {
    for (const part of [value, value.trim(), ...value.split('\n').map((line) => line.trim())]) {
      // The frame of a PEM is no secret, and masking it would hide which kind of key a text speaks of.
      if (part.length < shortest || /^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(part)) continue;
      if (facts.some((fact) => fact.includes(part.trim()))) continue;
      for (const form of formsOf(part)) found.add(form);
    }
  }
  return [...found];
}

/**
 * A secret, and the private keys in it as programs write them: their lines are others where they were pasted in one or in
 * base64.
 */
export function valuesIn(secret: Secret): readonly string[] {
  const value = secret.reveal();
  const keys = readPem(value).blocks.filter(({ label }) => isKeyLabel(label));
  return [value, ...keys.flatMap((key) => [writePem(key), key.base64])];
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
