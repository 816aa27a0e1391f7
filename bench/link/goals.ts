import type { Goal } from '../results.ts';
import { hundredths } from './measure.ts';
import { type LinkResults, profiles } from './results.ts';

/** The profile that the goals are of. */
export const goalProfile = '20-200';

/** What was hoped for over {@link goalProfile}, as far as it was measured. */
export function goalsOf({ profiles: measured, jar }: Pick<LinkResults, 'profiles' | 'jar'>): readonly Goal[] {
  const { handshakes, transfers, deploys, cut } = measured[goalProfile] ?? {};
  const found: Goal[] = [];
  const add = (what: string, atMost: number, value: number | undefined): void => {
    if (value === undefined || Number.isNaN(value)) return;
    found.push({ what, atMost, measured: hundredths(value), met: value <= atMost });
  };
  const transfer = (way: string, of: string) => transfers?.rows.find((row) => row.way === way && row.of === of);
  const deploy = (of: string) => deploys?.rows.find((row) => row.of === of);
  const [ours, theirs, first] = [
    transfer('action', 'rebuilt'),
    transfer('rsync', 'rebuilt'),
    transfer('action', 'first'),
  ];
  if (handshakes !== undefined && ours !== undefined && theirs !== undefined) {
    const bytes = (row: typeof ours): number => row.bytesUp + row.bytesDown;
    add('rebuilt jar: bytes, over those of rsync -z', 0.1, bytes(ours) / bytes(theirs));
    const after = (row: typeof ours, seconds: number): number => row.seconds - seconds;
    const ratio = after(ours, handshakes.node.seconds) / after(theirs, handshakes.openssh.seconds);
    add('rebuilt jar: seconds after connecting, over those of rsync -z', 1, ratio);
  }
  if (handshakes !== undefined && first !== undefined) {
    const limit = jar.bytes / ((profiles[goalProfile].megabitsPerSecond * 1e6) / 8);
    const seconds = first.seconds - handshakes.node.seconds;
    add("first upload: seconds after connecting, over the link's limit", 1.05, seconds / limit);
  }
  if (handshakes !== undefined) {
    const { node } = handshakes;
    const [unchanged, rebuilt, blank] = [deploy('unchanged'), deploy('rebuilt'), deploy('first')];
    const beyond = unchanged && unchanged.seconds - unchanged.outsideSeconds - node.seconds;
    add('deploy with no change: seconds beyond the handshake, looks from outside apart', 1.5, beyond);
    add("deploy of a rebuilt jar: exchanges beyond the handshake's", 15, rebuilt && rebuilt.exchanges - node.exchanges);
    add("first deploy: exchanges beyond the handshake's", 18, blank && blank.exchanges - node.exchanges);
    add('rebuilt jar: growth of the images, MB', 2, rebuilt?.imageMegabytes);
  }
  add('full upload that is cut at the half: sent again, percent of the jar', 5, cut?.againPercent);
  return found;
}
