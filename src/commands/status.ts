import { commandMessages } from '../messages/commands.ts';
import { statusMessages as say } from '../messages/status.ts';
import type { StatusSettings } from '../settings/settings.ts';
import { describeStatus } from '../status/describe.ts';
import { linesOf } from '../status/lines.ts';
import type { Section } from '../status/section.ts';
import { checkCredentials } from './connect.ts';
import { type FoundStatus, lookAtStatus } from './look-status.ts';
import { openAccount } from './open-account.ts';
import { addNotices, type Run, type RunRecord, timed } from './run.ts';
import { withSshAccess } from './ssh-access.ts';

/**
 * Says what is on the server. Changes nothing, takes no lock. What it finds wrong is warned of; it throws where the server
 * cannot be reached or read.
 */
export async function status(settings: StatusSettings, run: Run, record: RunRecord): Promise<void> {
  const { server, site, app } = settings;
  record.app = app;
  if (site.domain !== '') {
    record.domain = site.domain;
    record.httpsPort = site.httpsPort;
  }
  await checkCredentials(server);
  const tencent = settings.tencent && openAccount(settings.tencent, settings.language, run, run.cancelled);
  const found = await withSshAccess(tencent, settings, run, record, async (access) => {
    const session = await timed(run, record, 'connect', commandMessages.connect(server.host), access.connect);
    await access.clearLeftovers(undefined);
    return timed(run, record, 'survey', commandMessages.survey, () =>
      lookAtStatus(session, server.host, settings, run),
    );
  });
  note(found, record);
  for (const section of describeStatus(found.status)) await tell(section, run);
  run.log.info(say.changesNothing);
}

function note({ status: seen, problems, release }: FoundStatus, record: RunRecord): void {
  record.status = seen;
  addNotices(record, problems);
  const { application } = seen;
  if (application === undefined || release === undefined) return;
  const { app, site, health, certificate } = application;
  record.app = app;
  record.release = release;
  record.domain = site.domain;
  record.httpsPort = site.httpsPort;
  record.proven = site.serves && (health?.well ?? false);
  record.healthStatus = health?.status;
  if (certificate?.notAfter !== undefined) record.certificateNotAfter = new Date(certificate.notAfter);
}

function tell(section: Section, { log }: Run): Promise<void> {
  return log.group(section.title, async () => {
    for (const line of linesOf(section)) log.info(line);
    if (section.output === '') log.info(say.none);
    else if (section.output !== undefined) log.output(section.output);
  });
}
