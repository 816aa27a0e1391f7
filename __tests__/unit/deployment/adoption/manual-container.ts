import type { ManualContainer } from '../../../../src/survey/manual-container.ts';

/** The guide's container as `docker inspect` tells, with what a test changes. */
export function manualContainer(changes: Partial<ManualContainer> = {}): ManualContainer {
  const command = ['java', '-jar', 'MCCM-server-0.0.1-SNAPSHOT.jar'];
  return {
    id: 'b'.repeat(64),
    name: 'mccm-server',
    image: 'mccm-server',
    imageId: 'sha256:2',
    status: 'running',
    pid: 4711,
    memory: 300e6,
    restartPolicy: 'no',
    composeProject: undefined,
    keptAliveBy: undefined,
    command,
    imageCommand: command,
    user: '',
    ids: { uid: 0, gid: 0 },
    imageUser: '',
    workingDirectory: '/docker/app/MCCM-server',
    hostname: undefined,
    mounts: ['file-system', 'logs'].map((name) => ({
      kind: 'bind',
      source: `/docker/app/MCCM-server/${name}`,
      destination: `/docker/app/MCCM-server/${name}`,
      readOnly: false,
    })),
    published: [{ containerPort: 8004, protocol: 'tcp', address: '', port: 8004 }],
    networkMode: 'default',
    networks: [{ name: 'bridge', aliases: [], fixedAddress: undefined }],
    environment: [
      { name: 'PATH', ofImage: true, writable: true },
      { name: 'JAVA_HOME', ofImage: true, writable: true },
    ],
    host: { ShmSize: 67_108_864, IpcMode: 'private', PidsLimit: null },
    ...changes,
  };
}
