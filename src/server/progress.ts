import type { Text } from '../messages/text.ts';
import { uploadMessages } from '../messages/upload.ts';
import { formatBytes } from './space.ts';

/** Follows a transfer: feed it how far it is, and now and then it has a line for the log. */
export interface Progress {
  /** `bytes` have gone at `milliseconds`. A text once a second or each tenth of the whole, whichever is rarer. */
  at(bytes: number, milliseconds: number): Text | undefined;
}

/** Milliseconds over which the speed is averaged. */
const windowMilliseconds = 5000;

/** Starts following a transfer of `total` bytes, of which `from` were there at `milliseconds` already. */
export function progress(total: number, from: number, milliseconds: number): Progress {
  const samples: { readonly bytes: number; readonly time: number }[] = [{ bytes: from, time: milliseconds }];
  let told = { tenth: Math.floor((from / total) * 10), time: milliseconds };
  return {
    at: (bytes, time) => {
      samples.push({ bytes, time });
      while (samples.length > 2 && time - (samples[1]?.time ?? time) >= windowMilliseconds) samples.shift();
      const tenth = Math.floor((bytes / total) * 10);
      const [first] = samples;
      if (first === undefined || !isDue(tenth, time, told) || bytes >= total) return undefined;
      told = { tenth, time };
      const bytesPerSecond = time > first.time ? ((bytes - first.bytes) * 1000) / (time - first.time) : 0;
      return uploadMessages.progress({
        percent: Math.floor((bytes / total) * 100),
        sent: formatBytes(bytes),
        total: formatBytes(total),
        speed: formatBytes(bytesPerSecond),
        left: bytesPerSecond > 0 ? formatDuration((total - bytes) / bytesPerSecond) : '?',
      });
    },
  };
}

/** A fast transfer tells each tenth, at most once a second; a slow one tells at least every ten seconds. */
function isDue(tenth: number, time: number, told: { tenth: number; time: number }): boolean {
  const since = time - told.time;
  return (tenth > told.tenth && since >= 1000) || since >= 10_000;
}

/** Seconds as `0:07`, `2:05` or `1:02:05`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}
