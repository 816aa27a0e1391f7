import type { Release } from '../../../src/release/release.ts';
import { site } from '../nginx/site.ts';

/** A release with every optional part left out. */
export const release: Release = {
  format: 1,
  id: '20261123T160512Z-1a2b3c4',
  app: 'MCCM-server',
  image: 'mccm-server',
  origin: { commit: '1a2b3c4d5e6f', runUrl: 'https://git.example.com/o/r/actions/runs/1', actor: 'octocat' },
  build: {
    hash: 'b'.repeat(64),
    dockerfile: 'FROM eclipse-temurin:8-jre\n',
    arguments: [],
    jar: {
      fileName: 'mccm-server-1.0.0.jar',
      bytes: 20_000_000,
      sha256: 'f'.repeat(64),
      contentSha256: 'c'.repeat(64),
      javaVersion: 8,
      bootVersion: '2.7.18',
    },
    jarDestinations: ['mccm-server-1.0.0.jar'],
  },
  container: {
    hash: 'd'.repeat(64),
    appPort: 8004,
    loopbackPort: 20_001,
    volumes: [],
    carried: [],
    files: [],
    networks: [],
    memory: undefined,
    variables: {},
    environmentNames: [],
    inheritedEnvironment: [],
    user: undefined,
    runsAs: { word: '10001:10001', ids: { uid: 10_001, gid: 10_001 }, from: 'folders' },
    embeddedDatabase: undefined,
    options: [],
    volumeOwner: undefined,
    rotateLogs: true,
    stopTimeoutSeconds: 30,
  },
  health: {
    path: '/actuator/health',
    port: 8004,
    status: [{ from: 200, to: 200 }],
    fallback: undefined,
    timeoutSeconds: 240,
  },
  site: { ...site, upstreamPort: 20_001 },
  drainTimeoutSeconds: 30,
};
