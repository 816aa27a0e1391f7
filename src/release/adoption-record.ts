import type { Volume } from '../values/volumes.ts';

/** What was taken over of a set-up by hand: what `adopted.json` holds on the server. No value of a variable is in it. */
export interface AdoptionRecord {
  /** Version of this record's form. */
  readonly format: 1;
  /** When, as ids of releases write it. */
  readonly at: string;
  /** The container set up by hand, kept until the next deploy; undefined: only servers of nginx were taken over. */
  readonly container: AdoptedContainer | undefined;
  /** What it had, which stays the default until an input says otherwise; undefined where there was none. */
  readonly inherited: InheritedSettings | undefined;
  /** Server blocks that were cut out of nginx's files, as they stood there. */
  readonly servers: readonly { readonly file: string; readonly line: number; readonly text: string }[];
}

/** A container that was taken over, and under which names it is kept. */
export interface AdoptedContainer {
  readonly id: string;
  /** Its name before, and now. */
  readonly name: string;
  readonly keptAs: string;
  /** Its image under a name that pruning leaves alone, `mccm-server:adopted-20261123T160512Z`. */
  readonly image: string;
  /** When the survey looked at it, by the server's clock: seconds since 1970. */
  readonly surveyedAt: string;
}

/** What a container set up by hand hands on to those that follow it. */
export interface InheritedSettings {
  readonly volumes: readonly Volume[];
  /** Names of variables whose values lie in `adopted.env` on the server. */
  readonly environment: readonly string[];
  /** Networks that it was on; empty: Docker's default one. */
  readonly networks: readonly string[];
  /** `--user` of the containers that follow, with an own Dockerfile and with a rendered one; empty: none. */
  readonly user: { readonly given: string; readonly effective: string };
  /** Where its application's port was published; undefined: nowhere. */
  readonly published: { readonly port: number; readonly loopbackOnly: boolean } | undefined;
}

/** First line of `adopted.env`, by which it is known as ours. */
export const inheritedEnvironmentMark = '# deploy-miniprogram-backend';
