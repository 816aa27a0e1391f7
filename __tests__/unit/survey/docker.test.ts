import { readContainers } from '../../../src/survey/containers.ts';
import { readDocker } from '../../../src/survey/docker.ts';
import { buildLeftoversProbe, imagesProbe } from '../../../src/survey/images.ts';
import { base64 } from './base64.ts';

describe('docker version, docker info', () => {
  const version =
    '{"Platform":{"Name":""},"Components":[{"Name":"Engine","Version":"20.10.24+dfsg1"}],"Version":"20.10.24+dfsg1","ApiVersion":"1.41"}';
  const info = `{"DockerRootDir":"/data/docker","LoggingDriver":"journald","SecurityOptions":["name=apparmor","name=seccomp,profile=default"],"RegistryConfig":{"Mirrors":["https://mirror.ccs.tencentyun.com/"]}}`;

  test('of an engine that runs', () => {
    const text = `client /usr/bin/docker\ndaemon ${base64('{"debug":true}')}\nversion ${version}\ninfo ${info}\n`;
    expect(readDocker(text)).toEqual({
      state: 'running',
      client: '/usr/bin/docker',
      version: '20.10.24+dfsg1',
      podman: false,
      rootless: false,
      rootDirectory: '/data/docker',
      containerdStore: false,
      loggingDriver: 'journald',
      registryMirrors: ['https://mirror.ccs.tencentyun.com/'],
      daemonJson: '{"debug":true}',
    });
  });

  test('of one without mirrors, of Podman, of a rootless one', () => {
    const read = (v: string, i: string) => readDocker(`client /usr/bin/docker\nversion ${v}\ninfo ${i}\n`);
    expect(read(version, '{"RegistryConfig":{"Mirrors":null}}')).toMatchObject({
      registryMirrors: [],
      loggingDriver: 'json-file',
    });
    expect(read('{"Components":[{"Name":"Podman Engine"}]}', '{}')).toMatchObject({ podman: true });
    expect(read(version, '{"SecurityOptions":["name=rootless"]}')).toMatchObject({ rootless: true });
    const status = '{"DriverStatus":[["driver-type","io.containerd.snapshotter.v1"]]}';
    expect(read(version, status)).toMatchObject({ containerdStore: true });
  });

  test('of none, of one that does not answer, of one that answers nonsense', () => {
    expect(readDocker('missing\n')).toEqual({ state: 'missing', masked: [] });
    expect(readDocker('')).toEqual({ state: 'missing', masked: [] });
    // Its settings may be there before it is.
    const settings = '{"data-root":"/data/docker"}';
    expect(readDocker(`daemon ${base64(settings)}\nmissing\n`)).toEqual({
      state: 'missing',
      daemonJson: settings,
      masked: [],
    });
    const stopped = 'client /usr/bin/docker\ndetail Cannot connect to the Docker daemon\n';
    expect(readDocker(stopped)).toMatchObject({ state: 'stopped', detail: 'Cannot connect to the Docker daemon' });
    expect(readDocker(`client /usr/bin/docker\nversion ${version}\ninfo \n`)).toMatchObject({ state: 'stopped' });
    expect(readDocker('client /usr/bin/docker\nversion {"Ver\ninfo {}\n')).toMatchObject({ state: 'stopped' });
  });
});

test('docker inspect: memory in front, name without its slash, no labels at all', () => {
  const one =
    '{"id":"1f","name":"/mccm-server","image":"sha256:aa","labels":null,"status":"exited","exitCode":137,"outOfMemory":true,"restarts":4,"restartPolicy":"always","networkMode":"default","pid":0}';
  const labels = '"labels":{"deploy-miniprogram-backend.app":"a b \\"c\\""}';
  expect(readContainers(`0 - ${one}\n204800 10001:10002 ${one.replace('"labels":null', labels)}\n`)).toMatchObject([
    {
      id: '1f',
      name: 'mccm-server',
      labels: {},
      status: 'exited',
      exitCode: 137,
      outOfMemory: true,
      memory: 0,
      user: undefined,
    },
    {
      labels: { 'deploy-miniprogram-backend.app': 'a b "c"' },
      memory: 209_715_200,
      user: { uid: 10_001, gid: 10_002 },
    },
  ]);
  expect(readContainers('')).toEqual([]);
});

test('docker image inspect: each name of the application’s image, whose it is, and what stands on it', () => {
  const labels = '{"deploy-miniprogram-backend.app":"MCCM-server","deploy-miniprogram-backend.release":"R1"}';
  const output = `{"id":"sha256:a","labels":${labels},"tags":["mccm-server:R1","mccm-server:latest","other:1"]}
{"id":"sha256:b","labels":null,"tags":["mccm-server:mine"]}
{"id":"sha256:c","labels":null,"tags":null}
on sha256:a container-1
on sha256:z container-2
`;
  const ours = { id: 'sha256:a', app: 'MCCM-server', release: 'R1', containers: ['container-1'] };
  expect(imagesProbe('mccm-server').read(output)).toEqual([
    { ...ours, tag: 'mccm-server:R1' },
    { ...ours, tag: 'mccm-server:latest' },
    { tag: 'mccm-server:mine', id: 'sha256:b', app: undefined, release: undefined, containers: [] },
  ]);
});

test('containers that a build left are of an image without a name, of no release, and do not run', () => {
  const digest = `=sha256%3A${'1'.repeat(64)}`;
  const output = `a ${digest} = exited
b ${digest} =R1 exited
c =mccm-server%3Alatest = created
d ${digest} = running
`;
  expect(buildLeftoversProbe('a').read(output)).toEqual(['a']);
});
