/**
 * `node send-jar.ts ORDER`: brings a jar to a server as a deploy does, alone, and prints what it took as JSON. The time is
 * from logging in on, without the start of node and the loading of this program, of which the bundle is free.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustSucceed } from '../../src/engine/apply.ts';
import { survey } from '../../src/engine/survey.ts';
import { hashFile } from '../../src/jar/file-hash.ts';
import type { Log } from '../../src/messages/log.ts';
import { Secret } from '../../src/redaction/secret.ts';
import type { Release } from '../../src/release/release.ts';
import { planReleaseFolder, type ReleaseFiles } from '../../src/resources/release-folder.ts';
import { parseHostKeys } from '../../src/server/host-key.ts';
import { prelude } from '../../src/server/prelude.ts';
import { connect, type Session } from '../../src/server/session.ts';
import { releasesProbe } from '../../src/survey/releases-probe.ts';

/** What is sent where. */
export interface Order {
  readonly host: string;
  readonly port: number;
  readonly hostKeys: readonly string[];
  readonly privateKeyPath: string;
  /** The release whose jar it becomes; its folder is there. */
  readonly release: Pick<Release, 'app' | 'id'>;
  /** Left out: only logs in. */
  readonly jar?: string | undefined;
}

/** How long it took. */
export interface Took {
  readonly connectSeconds: number;
  /** All of it. */
  readonly seconds: number;
}

const silent: Log = {
  group: (_title, work) => work(),
  info: () => {},
  warning: () => {},
  output: () => {},
  debug: () => {},
};

/** Looks at the releases that are there, then does what the step `release.jar` does. */
async function send(session: Session, jar: string, { app, id }: Order['release']): Promise<void> {
  const hashed = hashFile(jar);
  const { releases } = await survey(session, { releases: releasesProbe(app) });
  const { bytes, sha256 } = await hashed;
  const fileName = basename(jar);
  // The step reads no more than this of a release, and of its files.
  const build = { jar: { fileName, bytes, sha256 }, jarDestinations: [fileName] };
  const release = { app, id, image: app, build, container: {} };
  const files = { context: [], environment: undefined, files: [], jarSource: jar };
  const given = [release as unknown as Release, files as unknown as ReleaseFiles] as const;
  const { bases, incoming } = releases;
  const [, step] = planReleaseFolder(...given, [], { same: releases.jars.get(sha256), bases, incoming });
  if (step.kind === 'runner') await step.run(session, silent, () => {});
  else mustSucceed(step.id, await session.run(`${prelude}\nset -e\n${step.script}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { host, port, hostKeys, privateKeyPath, release, jar } = JSON.parse(process.argv[2] ?? '') as Order;
  const begun = performance.now();
  const since = (): number => (performance.now() - begun) / 1000;
  const session = await connect({
    host,
    port,
    username: 'root',
    privateKey: new Secret(readFileSync(privateKeyPath, 'utf8')),
    hostKey: parseHostKeys(hostKeys.join('\n')),
    connectTimeoutSeconds: 30,
    stallSeconds: 60,
  });
  const connectSeconds = since();
  try {
    if (jar !== undefined) await send(session, jar, release);
    console.log(JSON.stringify({ connectSeconds, seconds: since() } satisfies Took));
  } finally {
    session.dispose();
  }
}
