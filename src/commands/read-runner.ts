import { checkProvided } from '../decision/certificate.ts';
import type { ServedCertificate } from '../deployment/target.ts';
import { commandMessages } from '../messages/commands.ts';
import { type Failure, failure, failuresOf, gather } from '../messages/failure.ts';
import { readStaticSite } from '../project/built-site.ts';
import { emptyValues } from '../project/empty-values.ts';
import { type Project, readProject } from '../project/project.ts';
import { formatBytes } from '../server/space.ts';
import type { DeploySettings } from '../settings/settings.ts';
import { tooLongForJava8 } from '../values/java-options.ts';
import { checkCredentials } from './connect.ts';
import { addNotices, type Run, type RunRecord, timed } from './run.ts';

/** What is known before the server is contacted. */
export interface Prepared {
  readonly project: Project;
  /** The certificate of the inputs, checked; undefined where the server's own is asked for. */
  readonly provided: ServedCertificate | undefined;
}

/**
 * Reads and checks everything on the runner. Throws `Failures` with all that is wrong, before anything is touched.
 * `plausible` is called once nothing is left to do but to read the jar in whole, which takes its time.
 */
export async function readRunner(
  settings: DeploySettings,
  run: Run,
  record: RunRecord,
  plausible: () => void = () => {},
): Promise<Prepared> {
  return timed(run, record, 'project', commandMessages.readProject, async () => {
    const executable = Promise.withResolvers<void>();
    const checks = [
      Promise.resolve().then(() => checkProvided(settings, new Date(run.now()), run.roots)),
      checkCredentials(settings.server),
    ] as const;
    void Promise.all([executable.promise, ...checks]).then(plausible, () => {});
    const [project, provided] = await gather<[Project, ServedCertificate | undefined, undefined]>([
      readProject(settings, run.folder, executable.resolve),
      ...checks,
    ]);
    const { jar, found } = project;
    if (found.opened > 1) run.log.info(commandMessages.jarChosen(found.opened, jar.fileName));
    run.log.info(commandMessages.jar(jar.fileName, jar.bootVersion ?? '-', jar.javaVersion, formatBytes(jar.bytes)));
    if (project.dockerfile === undefined && typeof jar.exploded === 'string') {
      run.log.info(commandMessages.jarWhole(jar.fileName, commandMessages.wholeReasons[jar.exploded]));
    }
    run.log.info(commandMessages.profiles(jar.configuration.profiles.join(', ')));
    const { origins } = jar.configuration;
    if (origins.length > 0) run.log.info(commandMessages.origins(origins.join(', ')));
    for (const { file, detail } of jar.configuration.unreadable) {
      record.warnings.push(commandMessages.unreadableConfiguration(file, detail));
    }
    if (jar.javaVersion < 9 && tooLongForJava8(settings.container.javaOptions ?? '')) {
      record.warnings.push(commandMessages.longJavaOptions);
    }
    if (jar.configuration.tls)
      throw failure('APPLICATION_SPEAKS_HTTPS', { app: project.app, setting: jar.configuration.tlsOff });
    addNotices(record, emptyValues(settings, project.files));
    record.app = project.app;
    record.domain = settings.site.domain;
    record.httpsPort = settings.site.httpsPort;
    return { project, provided };
  });
}

/**
 * What else is wrong on the runner, where some inputs were refused already: of files and credentials, as far as the
 * inputs that name them can be read. So that a user meets all of it in one run.
 */
export async function furtherProblems(settings: DeploySettings, run: Run): Promise<readonly Failure[]> {
  try {
    await gather<readonly unknown[]>([
      settings.jar === '' ? readStaticSite(settings.site.staticSite, run.folder) : readProject(settings, run.folder),
      Promise.resolve().then(
        () => settings.site.domain === '' || checkProvided(settings, new Date(run.now()), run.roots),
      ),
      checkCredentials(settings.server),
    ]);
    return [];
  } catch (error) {
    return failuresOf(error).filter((failed) => failed.code !== 'INTERNAL');
  }
}
