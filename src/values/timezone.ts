import { failure } from '../messages/failure.ts';
import { nearest } from './nearest.ts';

/**
 * Abbreviations of Java 1.1 that ICU still takes, though they are no names of the IANA database: `CST` would be
 * Chicago's time, and whoever writes it in China means another.
 */
const abbreviations = new Set(
  `ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST`.split(' '),
);

/**
 * A time zone by its name in the IANA database. An alias (`PRC`) becomes the zone that it stands for: `TZ` tells upper
 * from lower case, and a name that it does not know is UTC in silence. Throws `INPUT_TIMEZONE`.
 */
export function parseTimezone(value: string): string {
  const zone = /^(?!SystemV)[A-Za-z]/.test(value) && !abbreviations.has(value.toUpperCase()) && zoneOf(value);
  if (zone) return zone;
  throw failure('INPUT_TIMEZONE', { value, nearest: nearest(value, ['UTC', ...Intl.supportedValuesOf('timeZone')]) });
}

/** Whether a name stands for UTC, which is what a container has without being told. */
export function isUtc(zone: string): boolean {
  return /^(Etc\/)?(UTC|UCT|Zulu|Universal|Greenwich|GMT([+-]?0)?)$/.test(zone);
}

/** The zone as ICU names it; undefined where it knows none of this name. */
function zoneOf(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
