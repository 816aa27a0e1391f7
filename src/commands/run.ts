import type { X509Certificate } from 'node:crypto';
import type { IcpFinding } from '../checks/icp-verdict.ts';
import type { Outside } from '../checks/outside.ts';
import type { WechatRule } from '../checks/wechat-rule.ts';
import { unlessCancelled } from '../engine/cancel.ts';
import type { Fate } from '../engine/journal.ts';
import type { LeaseHolder } from '../engine/lease.ts';
import type { Plan } from '../engine/plan.ts';
import type { SwitchFolder } from '../engine/switch-folder.ts';
import type { Failure } from '../messages/failure.ts';
import type { Text } from '../messages/text.ts';
import type { Secret } from '../redaction/secret.ts';
import type { Origin, Release } from '../release/release.ts';
import type { DiskGrowth } from '../resources/disk-growth.ts';
import type { FreedSpace } from '../resources/freed-space.ts';
import type { Status } from '../status/status.ts';
import type { RunnerDocker } from '../survey/runner-image.ts';
import type { ProxyVariables } from '../tencent/proxy.ts';

/** What the post step has to know of a switch to find out how it ended. */
export interface SwitchNote {
  readonly release: string;
  /** The release that served before; undefined where this one is the first. */
  readonly previous: string | undefined;
  readonly folder: SwitchFolder;
  /** What the run knows of it so far. */
  readonly fate: Fate;
}

/** What a command needs of the world around it. */
export interface Run extends LeaseHolder {
  /** The workspace: what relative paths of the inputs count from. */
  readonly folder: string;
  readonly origin: Origin;
  /** First line of the commit's message, for deploy.log; empty where there is none. */
  readonly subject: string;
  /** Roots that a certificate may lead to. */
  readonly roots: readonly X509Certificate[];
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Told when a phase begins, so that a run that is cut short can say where it was. */
  enter(phase: string): void;
  /** Told before a switch begins, and when something new is known of it; `undefined`: it did not begin after all. */
  noteSwitch(note: SwitchNote | undefined): void;
  /** Told of a secret that arises on the way (a key that was downloaded), before anything is done with it. */
  hide(secret: Secret): void;
  /** GitHub's ID token of this job for an audience. Throws OIDC_PERMISSION_MISSING and OIDC_TOKEN_UNAVAILABLE. */
  idToken(audience: string): Promise<Secret>;
  /** By which proxies the runner reaches the internet. */
  readonly proxies: ProxyVariables;
  /** By which base images can be brought from the runner. */
  readonly docker: RunnerDocker;
}

/** What a run came to, filled in as it goes: a failure half-way still tells what was reached. */
export interface RunRecord {
  readonly begun: number;
  app: string | undefined;
  release: Release | undefined;
  previous: Release | undefined;
  plan: Plan | undefined;
  /** Text of the application's nginx file. */
  site: string | undefined;
  /** What was done to the server; false until a step ran to its end and was kept. */
  changed: boolean;
  rolledBack: boolean;
  /** Whether something may be changed on the server that this run did not see the end of. */
  uncertain: boolean;
  /** Steps that were taken back while the switch had not begun, or after it was undone; in that order. */
  readonly undone: string[];
  /** Steps of which something may be left: their undo failed, or its end was not seen. */
  readonly left: string[];
  /** What is known of the switch; undefined where none began. */
  fate: Fate | undefined;
  /** Whether the site was seen from outside to be as it should be. */
  verified: boolean;
  /** Whether the server itself was seen to serve it, where that could not be seen from outside. */
  proven: boolean;
  /** What the health path answered last: at the container's own address, or to the look of `verify` from outside. */
  healthStatus: number | undefined;
  certificateNotAfter: Date | undefined;
  /** Id at Tencent Cloud of the certificate that this run applied for, awaited or installed. */
  certificateId: string | undefined;
  outside: Outside | undefined;
  /** Whether access is blocked for want of an ICP filing; undefined: it was not looked at. */
  icp: IcpFinding | undefined;
  /** What became of WeChat's rules; undefined where they were not looked at. */
  wechat: readonly WechatRule[] | undefined;
  /** What `status` found. */
  status: Status | undefined;
  domain: string | undefined;
  httpsPort: number | undefined;
  /** What the release takes of the server's disk; undefined where nothing was put there. Undone, it takes nothing. */
  growth: DiskGrowth | undefined;
  /** What pruning freed of it; undefined where nothing was removed. */
  freed: FreedSpace | undefined;
  /** How long each step or look took, in seconds. */
  readonly timings: { readonly id: string; readonly seconds: number }[];
  readonly warnings: Text[];
  /** What is warned of by its code; the run is green all the same. */
  readonly notices: Failure[];
  readonly failures: Failure[];
  /** Exchanges over SSH. */
  roundTrips: number;
}

/** The record of a run that begins. */
export function newRecord(begun: number): RunRecord {
  return {
    begun,
    app: undefined,
    release: undefined,
    previous: undefined,
    plan: undefined,
    site: undefined,
    changed: false,
    rolledBack: false,
    uncertain: false,
    undone: [],
    left: [],
    fate: undefined,
    verified: false,
    proven: false,
    healthStatus: undefined,
    certificateNotAfter: undefined,
    certificateId: undefined,
    outside: undefined,
    icp: undefined,
    wechat: undefined,
    status: undefined,
    domain: undefined,
    httpsPort: undefined,
    growth: undefined,
    freed: undefined,
    timings: [],
    warnings: [],
    notices: [],
    failures: [],
    roundTrips: 0,
  };
}

/** Adds to what is warned of; the same words are not told twice. */
export function addNotices({ notices }: RunRecord, found: readonly Failure[]): void {
  for (const one of found) if (!notices.some(({ message }) => message === one.message)) notices.push(one);
}

/** Takes back what is true no more. */
export function withdrawNotices({ notices }: RunRecord, over: (one: Failure) => boolean): void {
  notices.splice(0, notices.length, ...notices.filter((one) => !over(one)));
}

/** Does `work` under a title, unless the run is cancelled, and notes how long it took. */
export function timed<T>(run: Run, record: RunRecord, id: string, title: Text, work: () => Promise<T>): Promise<T> {
  return timedToEnd(run, record, id, title, () => unlessCancelled(work, run.cancelled));
}

/** As `timed`, for work that looks itself whether the run is cancelled. */
export async function timedToEnd<T>(
  run: Run,
  record: RunRecord,
  id: string,
  title: Text,
  work: () => Promise<T>,
): Promise<T> {
  run.enter(id);
  const begun = run.now();
  try {
    return await run.log.group(title, work);
  } finally {
    record.timings.push({ id, seconds: (run.now() - begun) / 1000 });
  }
}
