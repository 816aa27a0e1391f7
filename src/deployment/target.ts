import type { Certificate } from '../certificate/check.ts';
import type { Failure } from '../messages/failure.ts';
import type { Language, Text } from '../messages/text.ts';
import type { CertificatePair } from '../nginx/site.ts';
import type { Secret } from '../redaction/secret.ts';
import type { InheritedSettings } from '../release/adoption-record.ts';
import type { Release } from '../release/release.ts';
import type { CarriedFolder } from '../resources/container/files-of-old.ts';
import type { HiddenOnServer } from '../resources/container-logs.ts';
import type { ReleaseFiles } from '../resources/release-folder.ts';
import type { SiteFiles } from '../resources/static-site.ts';
import type { ManualContainer } from '../survey/manual-container.ts';
import type { Hooks } from '../values/hooks.ts';
import type { WrittenFilesChoice } from '../values/written-files-choice.ts';
import type { FilesAtStake } from './container-files.ts';

/** The release that is to serve, decided or picked, and all that is needed to get there from whatever serves now. */
export interface Target {
  /** The one that serves already, where its container stays. */
  readonly release: Release;
  readonly source: Source;
  /** Why a new container is needed; undefined where the one that serves stays. */
  readonly newContainer: Text | undefined;
  readonly certificate: ServedCertificate;
  readonly adoption: AdoptionSource;
  /** What is in the container that is replaced, or that goes on, outside its mounts. Undefined: there is none. */
  readonly atStake: FilesAtStake | undefined;
  /** Folders that are copied out of it and mounted in the new one. */
  readonly carried: readonly CarriedFolder[];
  /** The address that the domain is bound to; undefined: not known. */
  readonly publicAddress: string | undefined;
  readonly choices: Choices;
  /** Whose values the application's log is shown without: those that this run does not know. */
  readonly hidden: HiddenOnServer;
  readonly advice: Advice;
}

/** Where the parts of a release come from. */
export type Source = ProjectSource | KeptSource;

/** All of it is on the server, in the release's folder. */
export interface KeptSource {
  readonly kind: 'kept';
  /** Text of an env file that takes the place of the release's own; undefined: that one stays. */
  readonly environment: Secret | undefined;
}

/** What the runner has to send. */
export interface ProjectSource extends ReleaseFiles {
  readonly kind: 'project';
  /** Bytes of the files to mount. */
  readonly fileBytes: number;
  /** Images that are pulled before the build. */
  readonly pulledImages: readonly string[];
  readonly staticSite: SiteFiles | undefined;
  /** The line of the Dockerfile by which a shell starts the application; undefined: none does. */
  readonly shellForm: { readonly line: number } | undefined;
}

/** The pair that is to be served. */
export interface ServedCertificate {
  readonly pair: CertificatePair;
  readonly certificate: Certificate;
  /** How many certificates nginx reads from its file. */
  readonly sent: number;
  /** What has to be on the server; undefined for a pair that is there. */
  readonly install: { readonly chain: string; readonly key: Secret } | undefined;
  /** It is still to be issued: fingerprint and end are not known, and only what does not hang on them is planned. */
  readonly expected?: true;
  readonly warnings: readonly Text[];
  readonly notes: readonly Text[];
}

/** What was set up by hand, and is adopted with this release. */
export interface AdoptionSource {
  /** The container that this run adopts; undefined: none, or an earlier run did. */
  readonly container: ManualContainer | undefined;
  /** What it hands on, or what an earlier run recorded of one. */
  readonly inherited: InheritedSettings | undefined;
  /** Containers of which each may be the one; empty where it is known. */
  readonly rivals: readonly ManualContainer[];
  /** Whether servers of nginx are adopted, too. */
  readonly servers: boolean;
}

/** What a user chose about the way to a release; it is no part of the release. */
export interface Choices {
  /** What becomes of files that an application wrote into its container outside its mounts. */
  readonly writtenFiles: WrittenFilesChoice;
  /** Releases kept on the server, the one that serves among them. */
  readonly keepReleases: number;
  /** The server as the user names it, for messages. */
  readonly host: string;
  /** Values of DNS records that are not ours and may be changed all the same. */
  readonly dnsOverwrite: readonly string[];
  /** In which what is left on the server for people speaks. */
  readonly language: Language;
  /** Scripts of the user's that run on the way. */
  readonly hooks: Hooks;
}

/** What is said of a release by whoever decided on it, beside what the plan finds on the server. */
export interface Advice {
  /** What stands in its way. */
  readonly problems: readonly Failure[];
  readonly warnings: readonly Text[];
  /** What is warned of by its code: by the application's configuration, and by what its container is given. */
  readonly notices: { readonly configuration: readonly Failure[]; readonly paths: readonly Failure[] };
  /** Why the application is asked as `release.health` says. */
  readonly healthReason: Text;
}
