/** What `status` found: facts alone, no secret; a program reads it as JSON. Times are ISO 8601 in UTC. */
export interface Status {
  readonly machine: MachineStatus;
  /** The applications that were deployed there. */
  readonly applications: readonly ListedApplication[];
  /** The one that is asked for, or the only one; undefined: there is none, or none of several was named. */
  readonly application: ApplicationStatus | undefined;
  /** What a deploy would take over; undefined where the application that is asked for was deployed. */
  readonly manual: ManualStatus | undefined;
}

/** The server itself. */
export interface MachineStatus {
  readonly host: string;
  /** Its Linux, as it calls itself. */
  readonly system: string;
  /** Bytes that a new process can have. */
  readonly memoryAvailable: number;
  readonly docker: { readonly state: 'missing' | 'stopped' | 'running'; readonly version: string };
  readonly nginx: {
    readonly state: 'missing' | 'stopped' | 'running';
    readonly version: string;
    /** Whether it passes its own test. */
    readonly valid: boolean;
  };
  /** Runs at work on applications that were not deployed there before. */
  readonly underWay: readonly (UnderWay & { readonly image: string })[];
}

/** A run that holds the lock of an application. */
export interface UnderWay {
  readonly who: string;
  readonly runUrl: string;
  readonly since: string;
}

/** An application in a line. */
export interface ListedApplication {
  readonly app: string;
  readonly url: string;
  readonly release: string;
  /** Its file of nginx; undefined: nginx has none. */
  readonly file: string | undefined;
  readonly underWay: UnderWay | undefined;
}

/** One application in detail. */
export interface ApplicationStatus extends ListedApplication {
  readonly serving: ServingStatus;
  /** Undefined where Docker does not run. */
  readonly container: ContainerStatus | undefined;
  readonly health: HealthStatus | undefined;
  readonly site: SiteStatus;
  readonly certificate: CertificateStatus | undefined;
  /** All releases that are recorded, the newest first. */
  readonly kept: readonly KeptStatus[];
  /** The release whose switch was cut short; undefined: none was. */
  readonly halfDone: string | undefined;
  readonly disk: DiskStatus;
  /** The last lines of deploy.log. */
  readonly deploys: readonly string[];
  /** The last lines that it logged, values of its environment taken out. Not for a program. */
  readonly log: string;
}

/** The release that serves. */
export interface ServingStatus {
  readonly release: string;
  /** Since when; undefined: deploy.log does not tell. */
  readonly since: string | undefined;
  readonly commit: string;
  readonly actor: string;
  readonly runUrl: string;
  readonly image: string;
}

/** Its container. */
export interface ContainerStatus {
  readonly name: string;
  /** As Docker has it; `gone`: there is none. */
  readonly state: string;
  readonly startedAt: string | undefined;
  readonly finishedAt: string | undefined;
  readonly restarts: number;
  /** Resident bytes of its processes; 0 where it does not run. */
  readonly memory: number;
  /** In bytes; 0: none. */
  readonly memoryLimit: number;
  readonly exitCode: number;
  readonly outOfMemory: boolean;
}

/** What its health path answers at the container's own address. */
export interface HealthStatus {
  readonly path: string;
  readonly port: number;
  readonly expected: string;
  /** Undefined: no answer. */
  readonly status: number | undefined;
  readonly well: boolean;
}

/** What nginx does with it. */
export interface SiteStatus {
  readonly domain: string;
  readonly httpsPort: number;
  /** The release that a request through nginx on loopback meets; undefined: none. */
  readonly release: string | undefined;
  /** HTTP status of that answer; 0: none. */
  readonly status: number;
  readonly serves: boolean;
}

/** The pair that nginx names for it. */
export interface CertificateStatus {
  readonly path: string;
  /** Undefined: its file cannot be read. */
  readonly notAfter: string | undefined;
  /** Whole days until then, negative once it is over. */
  readonly daysLeft: number;
  readonly names: readonly string[];
}

/** A release that is kept. */
export interface KeptStatus {
  readonly release: string;
  readonly date: string;
  readonly commit: string;
  readonly serves: boolean;
  /** Whether a rollback goes to it that names none. */
  readonly previous: boolean;
  /** Else the image is built again. */
  readonly hasImage: boolean;
}

/** Bytes of the server's disks. */
export interface DiskStatus {
  readonly fileSystems: readonly {
    readonly target: string;
    readonly folders: readonly string[];
    readonly bytes: number;
    readonly free: number;
  }[];
  /** What images and folders of the application take. */
  readonly images: number;
  readonly releases: number;
}

/** A set-up by hand, as far as the inputs tell which. */
export interface ManualStatus {
  /** What was asked for. */
  readonly asked: string;
  readonly containers: readonly { readonly name: string; readonly image: string; readonly state: string }[];
  readonly servers: readonly { readonly file: string; readonly line: number }[];
}
