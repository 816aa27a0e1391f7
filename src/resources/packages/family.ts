/** A family of Linux distributions, by what its package manager takes. Pure: everything in it is text. */
export interface Family {
  /** Packages that bring the Docker Engine. */
  readonly docker: readonly string[];
  /** Packages that are installed with the engine where it only recommends them. */
  readonly recommended: readonly string[];
  readonly nginx: string;
  /** The package that brings each program of the survey's `neededTools`. */
  readonly tools: Readonly<Record<string, string>>;
  /** The package that brings semanage(8). */
  readonly selinux: string;
  /** What a person would type as root to install `packages`. */
  command(packages: readonly string[]): string;
  /**
   * Bash that installs `packages` and starts nothing of what they bring. It waits for a package manager that runs, and
   * names its failures: PACKAGES_LOCKED, PACKAGES_BROKEN, PACKAGES_UNREACHABLE, PACKAGES_REMOVE,
   * PACKAGES_NOT_INSTALLED. Needs the prelude and the folder of the locks, where it keeps what they print.
   */
  script(packages: readonly string[]): string;
}
