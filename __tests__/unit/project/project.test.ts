import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Failures } from '../../../src/messages/failure.ts';
import { findFiles } from '../../../src/project/folder.ts';
import { readProject } from '../../../src/project/project.ts';
import { settings } from '../deployment/decision-inputs.ts';
import { bootFiles, zip } from '../jar/zip.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'project-'));
  put(
    'target/MCCM-server-1.0.0.jar',
    zip(bootFiles([{ name: 'BOOT-INF/classes/application.properties', data: 'server.port=8004' }])),
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function read(changes: Readonly<Record<string, string>> = {}) {
  return readProject(settings(changes), folder);
}

const own =
  'FROM openjdk:8\nCOPY MCCM-server-1.0.0.jar conf/ /app/\nENTRYPOINT ["java","-jar","/app/MCCM-server-1.0.0.jar"]\n';

test('a jar alone: its name is the application’s, its Java the base image’s', async () => {
  expect(await read()).toMatchObject({
    app: 'MCCM-server',
    image: 'mccm-server',
    baseImages: ['eclipse-temurin:8-jre'],
    dockerfile: undefined,
    context: [],
    jar: { configuration: { port: 8004 } },
  });
});

test('inputs come before what the jar says', async () => {
  const found = await read({ app: 'Shop', 'base-image': 'registry.example.com/jre:8', env: 'SERVER_PORT=9000' });
  expect(found).toMatchObject({ app: 'Shop', image: 'shop', baseImages: ['registry.example.com/jre:8'] });
  expect(found.jar.configuration.port).toBe(9000);
});

test('java options are read as Spring ranks them: above env, below the command line of a Dockerfile', async () => {
  const options = { 'java-options': '-Xmx1g -Dserver.port=9001', env: 'SERVER_PORT=9002' };
  expect((await read(options)).jar.configuration.port).toBe(9001);
  const alone = own.replace(' conf/', '');
  put('Dockerfile', alone.replace('"]', '","--server.port=9003"]'));
  expect((await read({ ...options, dockerfile: 'Dockerfile' })).jar.configuration.port).toBe(9003);
  put('Dockerfile', alone);
  expect((await read({ ...options, dockerfile: 'Dockerfile' })).jar.configuration.port).toBe(9001);
  expect((await read({ env: 'JAVA_TOOL_OPTIONS=-Dserver.port=9004' })).jar.configuration.port).toBe(9004);
});

test('a profile among the java options is the active one', async () => {
  const found = await read({ 'java-options': '-Dspring.profiles.active=prod', env: 'SPRING_PROFILES_ACTIVE=test' });
  expect(found.jar.configuration.profiles).toEqual(['prod']);
  expect(found.profile).toBeUndefined();
});

test('files to mount are read, their contents known by a hash', async () => {
  put('keys/pay.pem', 'a');
  put('b', 'b');
  const { files } = await read({ files: 'keys/pay.pem:/etc/pay.pem\nb:/etc/b' });
  expect(files.map(({ name, container, bytes }) => [name, container, bytes])).toEqual([
    ['1', '/etc/b', 1],
    ['2', '/etc/pay.pem', 1],
  ]);
  expect(files[1]).toMatchObject({ source: join(folder, 'keys/pay.pem'), sha256: expect.stringMatching(/^ca978112/) });
});

test('files that cannot be sent are told together, with whatever else is wrong', async () => {
  put('large', Buffer.alloc(10_000_001));
  mkdirSync(join(folder, 'some-folder'));
  symlinkSync('/dev/zero', join(folder, 'endless'));
  const files = 'nowhere:/a\nsome-folder:/b\nlarge:/c\nendless:/d';
  await expect(read({ files, dockerfile: 'nowhere/Dockerfile' })).rejects.toMatchObject({
    failures: [
      { code: 'DOCKERFILE_UNREADABLE' },
      { code: 'FILE_UNREADABLE', message: expect.stringContaining('nowhere') },
      { code: 'FILE_UNREADABLE', message: expect.stringContaining('some-folder') },
      { code: 'FILE_TOO_LARGE', message: expect.stringContaining('large') },
      { code: 'FILE_UNREADABLE', message: expect.stringContaining('endless') },
    ],
  });
});

test('a file in the place of a default volume', async () => {
  put('a', 'a');
  await expect(read({ files: 'a:/docker/app/MCCM-server/logs' })).rejects.toMatchObject({
    failures: [{ code: 'INPUT_FILE_PLACE' }],
  });
  expect((await read({ files: 'a:/docker/app/MCCM-server/file-system/a' })).files).toHaveLength(1);
});

test('a context is read whole, in one order, with its modes; links, and what git keeps, are left out', async () => {
  put('Dockerfile', own);
  put('docker/conf/b.txt', 'b');
  put('docker/conf/a.txt', 'a');
  put('docker/conf-extra.txt', 'x');
  put('docker/run.sh', '#!/bin/sh\n');
  chmodSync(join(folder, 'docker/run.sh'), 0o755);
  put('docker/.hidden', 'h');
  put('docker/.git/config', 'secret');
  put('docker/.gitignore', '*');
  symlinkSync('/etc/passwd', join(folder, 'docker/link'));
  symlinkSync('/etc', join(folder, 'docker/linked-folder'));
  symlinkSync('nowhere', join(folder, 'docker/dangling'));
  const { context } = await read({ dockerfile: 'Dockerfile', context: 'docker' });
  expect(context.map(({ path, mode }) => [path, mode.toString(8)])).toEqual([
    ['.gitignore', '644'],
    ['.hidden', '644'],
    ['conf-extra.txt', '644'],
    ['conf/a.txt', '644'],
    ['conf/b.txt', '644'],
    ['run.sh', '755'],
  ]);
  // sha256sum of "a".
  expect(context[3]?.sha256).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
  expect(context[3]?.source).toBe(join(folder, 'docker/conf/a.txt'));
});

test('modes are git’s two, whatever the runner’s umask; on Windows a script is known by its beginning', async () => {
  put('docker/run.sh', '#!/bin/sh\n');
  put('docker/data.txt', '#');
  put('docker/empty', '');
  for (const [name, mode] of [
    ['run.sh', 0o700],
    ['data.txt', 0o600],
    ['empty', 0o664],
  ] as const)
    chmodSync(join(folder, 'docker', name), mode);
  const modes = async (platform: NodeJS.Platform) =>
    (await findFiles(join(folder, 'docker'), () => true, platform)).map(({ path, mode }) => [path, mode.toString(8)]);
  const expected = [
    ['data.txt', '644'],
    ['empty', '644'],
    ['run.sh', '755'],
  ];
  expect(await modes('linux')).toEqual(expected);
  // Whatever mode Windows makes up.
  chmodSync(join(folder, 'docker/run.sh'), 0o666);
  expect(await modes('win32')).toEqual(expected);
});

test('the file `.git` of a submodule or a worktree, which names a path of the runner, is left out too', async () => {
  put('Dockerfile', 'FROM openjdk:8\nCOPY MCCM-server-1.0.0.jar /a.jar\nENTRYPOINT ["java","-jar","/a.jar"]\n');
  put('docker/.git', 'gitdir: ../.git/modules/docker\n');
  put('docker/a', 'a');
  const { context } = await read({ dockerfile: 'Dockerfile', context: 'docker' });
  expect(context.map(({ path }) => path)).toEqual(['a']);
});

test('a context that is not there', async () => {
  put('Dockerfile', own);
  await expect(read({ dockerfile: 'Dockerfile', context: 'nowhere' })).rejects.toMatchObject({
    failures: [{ code: 'CONTEXT_UNREADABLE', message: expect.stringContaining('ENOENT') }],
  });
});

test('no jar, a Dockerfile that is not there, a profile set twice', async () => {
  const code = (changes: Readonly<Record<string, string>>) =>
    read(changes).then(
      () => 'none',
      (error: unknown) =>
        error instanceof Failures ? error.failures.map((one) => one.code).join() : (error as { code: string }).code,
    );
  put(
    'Twice',
    'FROM openjdk:8\nCOPY *.jar /a.jar\nENTRYPOINT ["java","-jar","/a.jar","--spring.profiles.active=prod"]\n',
  );
  expect(await code({ jar: 'build/*.jar' })).toBe('JAR_NOT_FOUND');
  expect(await code({ dockerfile: 'nowhere/Dockerfile' })).toBe('DOCKERFILE_UNREADABLE');
  expect(await code({ dockerfile: 'Twice', 'spring-profile': 'test' })).toBe('PROFILE_SET_TWICE');
  expect((await read({ dockerfile: 'Twice' })).profile).toBe('prod');
});

describe('configuration that a Dockerfile puts beside the jar', () => {
  const start = 'ENTRYPOINT ["java","-jar","/app/app.jar"]';
  const yaml = (port: number) => `server:\n  port: ${port}\n`;
  beforeEach(() => {
    put('docker/application.yml', yaml(9001));
    put('docker/conf/application.yml', yaml(9002));
    put('docker/conf/application-prod.yml', yaml(9003));
    put('docker/prod.yml', yaml(9004));
  });

  test.each<[string, string, number]>([
    ['in the working folder', 'WORKDIR /app\nCOPY application.yml .', 9001],
    ['before WORKDIR', 'COPY application.yml /app/\nWORKDIR /app', 9001],
    ['where the base image says', 'COPY application.yml ./', 9001],
    ['at the root, the base image without a WORKDIR', 'COPY application.yml /', 9001],
    ['by ADD', 'WORKDIR /app\nADD application.yml application.yml', 9001],
    ['into a folder that is there, without a slash', 'WORKDIR /app\nCOPY application.yml /app', 9001],
    ['in config/', 'WORKDIR /app\nCOPY application.yml config/', 9001],
    ['a folder as config', 'WORKDIR /app\nCOPY conf config', 9002],
    ['a folder’s contents', 'WORKDIR /app\nCOPY conf/ ./', 9002],
    ['a pattern', 'WORKDIR /app\nCOPY conf/*.yml ./', 9002],
    ['a folder of config', 'WORKDIR /app\nCOPY conf/ config/shop/', 9002],
    ['another name', 'WORKDIR /app\nCOPY prod.yml application.yml', 9004],
    ['all of the context', 'WORKDIR /app\nCOPY . .', 9001],
    ['the later one of two', 'WORKDIR /app\nCOPY . .\nCOPY prod.yml application.yml', 9004],
    ['for the active profile', 'WORKDIR /app\nENV SPRING_PROFILES_ACTIVE=prod\nCOPY conf/ .', 9003],
    [
      'in a place that is named',
      'WORKDIR /app\nENV SPRING_CONFIG_ADDITIONAL_LOCATION=/etc/shop/\nCOPY conf/ /etc/shop/',
      9002,
    ],
    [
      'by a file that is named',
      'COPY prod.yml /etc/shop/prod.yml\nENV SPRING_CONFIG_LOCATION=file:/etc/shop/prod.yml',
      9004,
    ],
    ['elsewhere', 'WORKDIR /app\nCOPY conf/ /etc/shop/', 8004],
    ['below a folder of sources', 'WORKDIR /app\nCOPY . src', 8004],
  ])('%s', async (_name, lines, port) => {
    put('Dockerfile', `FROM openjdk:8\nCOPY MCCM-server-1.0.0.jar /app/app.jar\n${lines}\n${start}\n`);
    const { jar } = await read({ dockerfile: 'Dockerfile', context: 'docker' });
    expect(jar.configuration.port).toBe(port);
  });

  test('in an earlier stage', async () => {
    const build = 'FROM openjdk:8 AS build\nWORKDIR /src\nCOPY . .\n';
    const jar = 'COPY MCCM-server-1.0.0.jar /app/app.jar\n';
    const inputs = { dockerfile: 'Dockerfile', context: 'docker' };
    put(
      'Dockerfile',
      `${build}FROM openjdk:8\nWORKDIR /app\n${jar}COPY --from=build /src/prod.yml application.yml\n${start}\n`,
    );
    expect((await read(inputs)).jar.configuration.port).toBe(9004);
    put('Dockerfile', `${build}FROM openjdk:8\nWORKDIR /app\n${jar}COPY --from=0 /src/conf/ config/\n${start}\n`);
    expect((await read(inputs)).jar.configuration.port).toBe(9002);
    put('Dockerfile', `${build}FROM build\n${jar}${start}\n`);
    expect((await read(inputs)).jar.configuration.port).toBe(9001);
  });

  test('by the input files, over what the image has; a mount hides what is below it', async () => {
    put('Dockerfile', `FROM openjdk:8\nWORKDIR /app\nCOPY MCCM-server-1.0.0.jar app.jar\nCOPY . .\n${start}\n`);
    const inputs = { dockerfile: 'Dockerfile', context: 'docker' };
    expect((await read({ ...inputs, files: 'docker/prod.yml:/app/application.yml' })).jar.configuration.port).toBe(
      9004,
    );
    expect((await read({ ...inputs, volumes: '/srv/shop:/app/logs' })).jar.configuration.port).toBe(9001);
    put(
      'Dockerfile',
      `FROM openjdk:8\nWORKDIR /app\nCOPY MCCM-server-1.0.0.jar app.jar\nCOPY conf/ config/\n${start}\n`,
    );
    expect((await read({ ...inputs, volumes: '/srv/shop:/app/config' })).jar.configuration.port).toBe(8004);
  });

  test('by the input files beside a rendered Dockerfile, and in the working folder of docker-options', async () => {
    const files = 'docker/conf/application-prod.yml:/docker/app/MCCM-server/application-prod.yml';
    expect((await read({ files, 'spring-profile': 'prod' })).jar.configuration.port).toBe(9003);
    expect((await read({ files })).jar.configuration.port).toBe(8004);
    const other = 'docker/prod.yml:/srv/shop/config/application.yml';
    expect((await read({ files: other, 'docker-options': '-w /srv/shop' })).jar.configuration.port).toBe(9004);
  });
});
