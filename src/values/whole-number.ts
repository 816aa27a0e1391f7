import { failure } from '../messages/failure.ts';

/** A parser of whole numbers from `least` to `most`, in plain decimal digits. It throws `INPUT_NUMBER`. */
export function wholeNumber(least: number, most: number): (value: string, name: string) => number {
  return (value, name) => {
    const number = Number(value);
    if (/^(0|[1-9]\d{0,14})$/.test(value) && number >= least && number <= most) return number;
    throw failure('INPUT_NUMBER', { name, value, least, most });
  };
}

/** A TCP port. */
export const parsePort = wholeNumber(1, 65535);

/** Seconds, at most a day. */
export const parseSeconds = wholeNumber(1, 86400);

/** Seconds, 0 for none, at most a day. */
export const parseSecondsOrNone = wholeNumber(0, 86400);

/** How many releases are kept, the one that serves among them. */
export const parseReleases = wholeNumber(1, 100);

/** Days, at most a year. */
export const parseDays = wholeNumber(1, 365);
