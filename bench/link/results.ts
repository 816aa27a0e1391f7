import type { Goal, DecisionInputs as Measured } from '../results.ts';

/** What is deployed, against what the server has. */
export const cases = ['first', 'rebuilt', 'bumped', 'unchanged'] as const;

/** `first`: it has nothing; `rebuilt`: one class is another, all time stamps new; `bumped`: one library is another. */
export type Case = (typeof cases)[number];

/** A link, by `MEGABITS-MILLISECONDS`. */
export const profiles = {
  '20-200': { megabitsPerSecond: 20, roundTripMs: 200 },
  '4-300': { megabitsPerSecond: 4, roundTripMs: 300 },
  '100-30': { megabitsPerSecond: 100, roundTripMs: 30 },
} as const;

/** The name of a profile. */
export type ProfileName = keyof typeof profiles;

/** What something took over the link; the median of each where it was done several times. */
export interface Figures {
  readonly times: number;
  readonly seconds: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly connections: number;
  /** Changes of direction, as practice/link.ts counts them. */
  readonly exchanges: number;
}

/** Bringing the jar to the server, in one way. */
export interface Transfer extends Figures {
  readonly way: WayName;
  /** `any`: this way sends all of it whatever the server has, and was measured once. */
  readonly of: Case | 'any';
}

/** The rest of the job, in one of the other ways: docker builds and restarts, by a script over SSH. */
export interface Rest extends Figures {
  readonly way: WayName;
}

/** A whole deploy by this action. */
export interface Deploy extends Figures {
  readonly of: Case;
  /** Of `seconds`: docker build, and the application's start until it is healthy. */
  readonly buildAndStartSeconds: number;
  /** Of `seconds`: looks from outside, which do not go through the link. */
  readonly outsideSeconds: number;
  /** By the action's own count, which leaves logging in out. */
  readonly roundTrips: number;
  /** What the image's layers took more on the server's disk. */
  readonly imageMegabytes: number;
}

/** A full upload whose connection was cut at the half. */
export interface Cut {
  /** Whether the same run ended well. */
  readonly resumed: boolean;
  readonly errorCode: string;
  readonly seconds: number;
  readonly connections: number;
  /** Bytes up beyond those of a run that is not cut, in percent of the jar; 100 where it did not end well. */
  readonly againPercent: number;
}

/** The ways, this action's first. */
export const ways = ['action', 'appleboy', 'openssh', 'rsync', 'registry'] as const;

/** The name of a way. */
export type WayName = (typeof ways)[number];

/** What it takes to log in. */
export interface Handshakes {
  /** This action's: until it can run scripts. */
  readonly node: Figures;
  /** OpenSSH's, as far as that. */
  readonly openssh: Figures;
  /** `ssh host true`, to its end. */
  readonly sshTrue: Figures;
}

/** What was measured over one link. */
export interface ProfileResults {
  readonly handshakes: Measured & Handshakes;
  readonly transfers: Measured & { readonly rows: readonly Transfer[]; readonly rests: readonly Rest[] };
  readonly deploys: Measured & { readonly rows: readonly Deploy[] };
  /** Only where it says more than at another rate. */
  readonly cut?: Measured & Cut;
}

/** What bench/results/link.json holds. */
export interface LinkResults {
  readonly jar: { readonly bytes: number; readonly entries: number; readonly bumped: string };
  readonly programs: Readonly<Record<string, string>>;
  /** Ways that could not be measured on this machine, and why. */
  readonly missing: Readonly<Partial<Record<WayName, string>>>;
  readonly profiles: Readonly<Partial<Record<ProfileName, Partial<ProfileResults>>>>;
  readonly goals: readonly Goal[];
}
