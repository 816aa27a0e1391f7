import type { RunRecord } from '../commands/run.ts';
import { describePlan } from '../engine/plan.ts';
import type { Failure } from '../messages/failure.ts';
import type { Language } from '../messages/text.ts';
import { hideSecrets } from '../nginx/hide-secrets.ts';
import { redact } from '../redaction/redact.ts';
import { shownRelease } from '../release/shown.ts';
import { commandsByHand } from '../resources/container/run-command.ts';
import { commandLine } from '../shell/quote.ts';
import { statusFacts } from './status.ts';

/** A file of the artifact. */
export interface ArtifactFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The files of the artifact: Dockerfile, nginx file, `docker run` line, plan and a record of the deployment.
 * Every one is passed through `redact` with `secrets`, though none is made of them.
 */
export function artifactFiles(
  record: RunRecord,
  language: Language,
  secrets: readonly string[],
): readonly ArtifactFile[] {
  const { plan } = record;
  const release = record.release && shownRelease(record.release);
  const files: ArtifactFile[] = [];
  const add = (name: string, text: string): void => {
    files.push({ name, text: redact(text, secrets) });
  };
  if (plan !== undefined)
    add(
      'plan.txt',
      `${describePlan(plan)
        .map((line) => line[language])
        .join('\n')}\n`,
    );
  if (release !== undefined) {
    add('Dockerfile', release.build.dockerfile);
    const lines = commandsByHand(release).map((argv) => commandLine(argv.map((word) => redact(word, secrets))));
    add('docker-run.sh', `${lines.join('\n')}\n`);
    if (record.site !== undefined) add(`nginx-${release.image}.conf`, hideSecrets(record.site));
  }
  // Before JSON escapes them: a secret with a quotation mark would not be found afterwards, and digits would leave no JSON.
  const shown = (_: string, value: unknown): unknown => (typeof value === 'string' ? redact(value, secrets) : value);
  const json = (facts: unknown): string => `${JSON.stringify(facts, shown, 2)}\n`;
  if (record.status !== undefined) files.push({ name: 'status.json', text: json(statusFacts(record.status)) });
  files.push({ name: 'deployment.json', text: json(deploymentRecord(record)) });
  return files;
}

/** What the run came to, for programs to read. */
function deploymentRecord(record: RunRecord): unknown {
  const { outside } = record;
  return {
    app: record.app,
    release: record.release && shownRelease(record.release),
    previousRelease: record.previous?.id,
    changed: record.changed,
    rolledBack: record.rolledBack,
    uncertain: record.uncertain,
    switch: record.fate,
    diskGrowth: record.fate === 'committed' ? record.growth : undefined,
    freedSpace: record.freed,
    steps: record.plan?.steps.map(({ id, phase }) => ({ id, phase })),
    timings: record.timings,
    roundTrips: record.roundTrips,
    healthStatus: record.healthStatus,
    certificateNotAfter: record.certificateNotAfter?.toISOString(),
    outside:
      outside === undefined
        ? undefined
        : { address: outside.address, tls: tlsFacts(outside.tls), https: outside.https?.kind },
    icp: record.icp,
    notices: record.notices.map(recorded),
    failures: record.failures.map(recorded),
  };
}

function recorded({ code, text }: Failure): unknown {
  return { code, what: text.what.en, cure: text.cure.en };
}

function tlsFacts(tls: NonNullable<RunRecord['outside']>['tls']): unknown {
  if (tls === undefined || tls.kind !== 'served') return tls === undefined ? undefined : { kind: tls.kind };
  return { kind: tls.kind, protocol: tls.protocol, fingerprint: tls.fingerprint256, chainLength: tls.chainLength };
}
