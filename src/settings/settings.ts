import type { Language, Text } from '../messages/text.ts';
import type { Secret } from '../redaction/secret.ts';
import type { Credentials } from '../tencent/credentials.ts';
import type { BuildArgument } from '../values/build-args.ts';
import type { EnvironmentVariable } from '../values/environment.ts';
import type { StatusRange } from '../values/health-status.ts';
import type { MountedFile } from '../values/mounted-files.ts';
import type { SshFromRunner } from '../values/ssh-from-runner.ts';
import type { Volume } from '../values/volumes.ts';
import type { WrittenFilesChoice } from '../values/written-files-choice.ts';

export type { SshFromRunner };

/** Values of the input `command`, the first one being its default. */
export const commands = ['deploy', 'plan', 'renew', 'verify'] as const;

/** What the step is asked to do. */
export type Command = (typeof commands)[number];

/** All that a run is told by its inputs, checked. `command` tells which of the three it is. */
export type Settings = DeploySettings | RenewSettings | VerifySettings;

/** What every command knows. */
interface CommonSettings {
  /** Language of log, errors and summary. */
  readonly language: Language;
  /** The address that DNS must point at; undefined: asked of the server's metadata service. */
  readonly publicIp: string | undefined;
  /** How the application shows that it is well. */
  readonly health: HealthSettings;
  /** Whether what a look from outside finds wrong ends the run as failed, or is a warning. */
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
  readonly site: SiteSettings;
  readonly certificate: CertificateSettings;
  /** The account that server and domain are in; undefined: no credentials were given. */
  readonly tencent: TencentSettings | undefined;
}

/** `renew`: the certificate alone; neither jar nor container. */
export interface RenewSettings extends CommonSettings {
  readonly command: 'renew';
  /** Application name; undefined: the one that has domain and port on the server. */
  readonly app: string | undefined;
  readonly server: ServerSettings;
  readonly site: Pick<SiteSettings, 'domain' | 'httpsPort'>;
  readonly certificate: RenewableCertificateSettings;
  /** The account that the certificate, or the record that validates it, is in; undefined: no credentials were given. */
  readonly tencent: TencentSettings | undefined;
}

/** What a run has to know of a server and its account to be let in there. */
export type ReachSettings = Pick<DeploySettings | RenewSettings, 'command' | 'server' | 'publicIp' | 'tencent'>;

/** `verify`: looks from outside only. */
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

/** How the server is reached. */
export interface ServerSettings {
  /** Host name, IPv4 or IPv6 address (without brackets). */
  readonly host: string;
  readonly port: number;
  readonly username: string;
  /** PEM or OpenSSH text, line ends as `\n`, one at the end. */
  readonly privateKey: Secret | undefined;
  readonly passphrase: Secret | undefined;
  readonly password: Secret | undefined;
  /** The input `host-key` as given: fingerprints, known_hosts lines, `accept-any`, or empty. */
  readonly hostKey: string;
  readonly connectTimeoutSeconds: number;
  /** The machine that connects to the server; undefined: the runner. */
  readonly jump: JumpSettings | undefined;
}

/** A machine that forwards the connection to the server. */
export interface JumpSettings {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly privateKey: Secret;
  /** The input that the key is from. */
  readonly keyInput: 'private-key' | 'jump-private-key';
  /** The input `jump-host-key` as given. */
  readonly hostKey: string;
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

/** Where the certificate comes from. */
export type CertificateSettings =
  | { readonly source: 'provided' /** PEM text, leaf first. */; readonly chain: string; readonly key: Secret }
  | { readonly source: 'existing' }
  | IssuedCertificateSettings;

/** All but the one that its owner renews on the server. */
export type RenewableCertificateSettings = Exclude<CertificateSettings, { source: 'existing' }>;

/** A certificate that is issued for the domain, and renewed before it ends. */
export type IssuedCertificateSettings = TencentCertificateSettings | AcmeCertificateSettings;

/** What holds whoever issues it. */
interface IssueTerms {
  /** Renewed this long before its end; undefined: the smaller of 30 days and a third of its life. */
  readonly renewBeforeDays: number | undefined;
  /** How long a run waits for the authority. */
  readonly timeoutSeconds: number;
}

/** From Tencent Cloud's SSL service, free of charge. */
export interface TencentCertificateSettings extends IssueTerms {
  readonly source: 'tencent';
}

/** From an ACME authority, validated by a record in DNSPod. */
export interface AcmeCertificateSettings extends IssueTerms {
  readonly source: 'acme';
  /** URL of the authority's directory. */
  readonly directory: string;
  /** Where the authority writes to; undefined: nowhere. */
  readonly email: string | undefined;
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
