import type { InputName } from '../messages/inputs.ts';
import type { Language, Text } from '../messages/text.ts';
import type { Credentials } from '../tencent/credentials.ts';
import type { BuildArgument } from '../values/build-args.ts';
import type { EnvironmentVariable } from '../values/environment.ts';
import type { StatusRange } from '../values/health-status.ts';
import type { Hooks } from '../values/hooks.ts';
import type { MountedFile } from '../values/mounted-files.ts';
import type { SshFromRunner } from '../values/ssh-from-runner.ts';
import type { Volume } from '../values/volumes.ts';
import type { WrittenFilesChoice } from '../values/written-files-choice.ts';
import type { CertificateSettings, RenewableCertificateSettings } from './certificate-settings.ts';
import type { ServerSettings } from './server-settings.ts';

export type * from './certificate-settings.ts';
export type * from './server-settings.ts';
export type { SshFromRunner };

/** Values of the input `command`, the first one being its default. */
export const commands = ['deploy', 'plan', 'rollback', 'renew', 'verify', 'status'] as const;

/** What the step is asked to do. */
export type Command = (typeof commands)[number];

/** All that a run is told by its inputs, checked. `command` tells which of them it is. */
export type Settings = DeploySettings | RollbackSettings | RenewSettings | VerifySettings | StatusSettings;

/** What every command knows. */
interface CommonSettings {
  /** Language of log, errors and summary. */
  readonly language: Language;
  /** The address that DNS must point at; undefined: asked of the server's metadata service. */
  readonly publicIp: string | undefined;
  /** How the application shows that it is well. */
  readonly health: HealthSettings;
  /** Whether what a check from the internet finds wrong ends the run as failed, or is a warning. */
  readonly outsideCheck: OutsideCheck;
  /** What becomes of a rule of WeChat's that is broken. */
  readonly wechatCheck: CheckLevel;
  /** What becomes of a filing block (备案) that is seen. */
  readonly icpCheck: CheckLevel;
  /** Name of the artifact, `<app>` in it standing for the application's name; undefined: no artifact. */
  readonly artifactName: string | undefined;
  /** What is allowed but worth a word: a secret too short to be masked. */
  readonly warnings: readonly Text[];
}

/** The value of the input `outside-check`. */
export type OutsideCheck = 'require' | 'warn';

/** Whether what a check finds is warned of, ends the run as failed, or is not looked for. */
export type CheckLevel = 'warn' | 'require' | 'off';

/** `deploy` and `plan`: everything about the server and what goes on it. */
export interface DeploySettings extends CommonSettings {
  readonly command: 'deploy' | 'plan';
  /** Path or glob of the jar on the runner, as given. */
  readonly jar: string;
  /** Application name; undefined: from the jar's name. The image is its lower-case form. */
  readonly app: string | undefined;
  readonly image: ImageSettings;
  readonly container: ContainerSettings;
  /** Take over what a set-up by hand left: its container and nginx's server of the same name and port. */
  readonly adopt: boolean;
  readonly server: ServerSettings;
  /** Install docker and nginx where missing. */
  readonly provision: boolean;
  /** Releases kept on the server, the one that serves among them. */
  readonly keepReleases: number;
  /** How long the old container may finish its requests, in seconds. */
  readonly drainTimeoutSeconds: number;
  /** How long the application's lock is waited for that another run holds. */
  readonly lockTimeoutSeconds: number;
  readonly hooks: Hooks;
  readonly site: SiteSettings;
  readonly certificate: CertificateSettings;
  /** The account that server and domain are in; undefined: no credentials were given. */
  readonly tencent: TencentSettings | undefined;
}

/** Which application of a server is asked for; neither name nor domain: the only one that we put there. */
export interface AskedSettings {
  /** Application name; undefined: the one that has domain and port on the server. */
  readonly app: string | undefined;
  /** `domain` is empty where it is not given. */
  readonly site: Pick<SiteSettings, 'domain' | 'httpsPort'>;
}

/** `rollback`: a release that was kept on the server, without a jar. */
export interface RollbackSettings extends CommonSettings, AskedSettings {
  readonly command: 'rollback';
  /** Inputs that are given and have no effect: the release has its own. */
  readonly unusedInputs: readonly InputName[];
  /** Id of the release to go to; undefined: the one before the live one. */
  readonly release: string | undefined;
  readonly server: ServerSettings;
  /** Today's variables of the container; undefined: those that the release had. */
  readonly environment: readonly EnvironmentVariable[] | undefined;
  /** What becomes of files that the application wrote into its container outside its mounts. */
  readonly writtenFiles: WrittenFilesChoice;
  readonly keepReleases: number;
  readonly lockTimeoutSeconds: number;
  readonly hooks: Hooks;
  /** The account that server and domain are in; undefined: no credentials were given. */
  readonly tencent: TencentSettings | undefined;
}

/** `status`: what is on the server. Changes nothing. */
export interface StatusSettings extends CommonSettings, AskedSettings {
  readonly command: 'status';
  readonly server: ServerSettings;
  /** The account by which the runner is let in; undefined: no credentials were given. */
  readonly tencent: TencentSettings | undefined;
}

/** `renew`: the certificate alone; neither jar nor container. */
export interface RenewSettings extends CommonSettings {
  readonly command: 'renew';
  /** Application name; undefined: the one that has domain and port on the server. */
  readonly app: string | undefined;
  readonly server: ServerSettings;
  readonly lockTimeoutSeconds: number;
  readonly site: Pick<SiteSettings, 'domain' | 'httpsPort'>;
  readonly certificate: RenewableCertificateSettings;
  /** The account that the certificate, or the record that validates it, is in; undefined: no credentials were given. */
  readonly tencent: TencentSettings | undefined;
}

/** What a run has to know of a server and its account to be let in there. */
export type ReachSettings = Pick<
  DeploySettings | RollbackSettings | RenewSettings | StatusSettings,
  'command' | 'server' | 'publicIp' | 'tencent'
>;

/** `verify`: checks from the internet only. */
export interface VerifySettings extends CommonSettings {
  readonly command: 'verify';
  /** Application name, where given; names the artifact. */
  readonly app: string | undefined;
  readonly site: Pick<SiteSettings, 'domain' | 'httpsPort'>;
}

/** What the image is made of. */
export interface ImageSettings {
  /** The repository's Dockerfile, a path on the runner; undefined: one is rendered. */
  readonly dockerfile: string | undefined;
  /** A folder on the runner that is sent along with the Dockerfile; undefined: none. */
  readonly context: string | undefined;
  readonly buildArgs: readonly BuildArgument[];
  /** Base image of the rendered Dockerfile; undefined: chosen by the jar's Java version. */
  readonly baseImage: string | undefined;
}

/** How the container runs. */
export interface ContainerSettings {
  /** Active Spring profiles, comma-separated; undefined: the jar's own. */
  readonly profile: string | undefined;
  /** `JAVA_TOOL_OPTIONS`; undefined: whatever the image or `env` has. */
  readonly javaOptions: string | undefined;
  /** `docker run --memory`, in its notation; undefined: no limit. */
  readonly memory: string | undefined;
  /** Name of a time zone; undefined: the server's own. */
  readonly timezone: string | undefined;
  readonly environment: readonly EnvironmentVariable[];
  /** Files of the runner to mount, sorted by their path in the container. */
  readonly files: readonly MountedFile[];
  /** Mounts; undefined: the default ones of the application's folder. */
  readonly volumes: readonly Volume[] | undefined;
  /** What becomes of files that an application wrote into its container outside its mounts. */
  readonly writtenFiles: WrittenFilesChoice;
  /** Name of a Docker network of the server; undefined: Docker's default bridge. */
  readonly network: string | undefined;
  /** Further words of `docker run`, split; none of them stands for an input. */
  readonly options: readonly string[];
  /** Port the application listens on; undefined: from the jar's configuration. */
  readonly port: number | undefined;
  /** Serve the application's port in plain http as well; undefined: where a container taken over did. */
  readonly publishPort: boolean | undefined;
}

/** What nginx serves. */
export interface SiteSettings {
  /** Host name in ASCII (punycode), lower-case. */
  readonly domain: string;
  readonly httpsPort: number;
  /** Pages to serve on 443; undefined: none. */
  readonly staticSite: StaticSiteSettings | undefined;
  /** `client_max_body_size`, in nginx's notation. */
  readonly maxBodySize: string;
  /** Further directives of the API's server block; undefined: none. */
  readonly snippet: string | undefined;
}

/** A built front end. */
export interface StaticSiteSettings {
  /** A folder on the runner, as given. */
  readonly folder: string;
  /** Path of the URL, `/` at both ends. */
  readonly path: string;
  /** Answer unknown paths with index.html. */
  readonly fallback: boolean;
}

/** An account of Tencent Cloud, and what is to be done there. */
export interface TencentSettings {
  readonly credentials: Credentials;
  /** What host names of the API end with, `tencentcloudapi.com`. */
  readonly endpoint: string;
  /** `ap-guangzhou`; undefined: found. */
  readonly region: string | undefined;
  /** `lhins-…` or `ins-…`; undefined: found. */
  readonly instanceId: string | undefined;
  /** Bind the domain to the server's address. */
  readonly dns: boolean;
  /** Values of records that are not ours and may be changed all the same. */
  readonly dnsOverwrite: readonly string[];
  /** Open the ports of the site in the cloud's firewall. */
  readonly firewall: boolean;
  readonly sshFromRunner: SshFromRunner;
}

/** How the application shows that it is well. */
export interface HealthSettings {
  /** Path asked; undefined: from the jar's configuration. */
  readonly path: string | undefined;
  /** Statuses that count as well; undefined: from the jar's configuration. */
  readonly status: readonly StatusRange[] | undefined;
  readonly timeoutSeconds: number;
}
