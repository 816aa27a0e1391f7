import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildInput, loadDockerfile, readDockerfile } from '../../../src/dockerfile/read.ts';

const jar = 'MCCM-server-0.0.2.jar';

function read(text: string, more: Partial<BuildInput> = {}) {
  return readDockerfile(text, {
    path: 'Dockerfile',
    buildArgs: {},
    jarFileName: jar,
    contextFiles: [],
    variables: {},
    ...more,
  });
}

const guide = `# 使用 Java 8 镜像作为基础镜像
FROM openjdk:8-jre-slim
# 在容器中创建一个目录来存放应用程序
WORKDIR /docker/app/MCCM-server
# 将本地的 JAR 文件复制到容器中
COPY MCCM-server-0.0.1-SNAPSHOT.jar /docker/app/MCCM-server/MCCM-server-0.0.1-SNAPSHOT.jar
# 指定容器启动时运行的命令
CMD ["java", "-jar", "MCCM-server-0.0.1-SNAPSHOT.jar", "--spring.profiles.active=test"]
`;

const spring = `FROM eclipse-temurin:17-jdk-alpine
VOLUME /tmp
ARG JAR_FILE=target/*.jar
COPY \${JAR_FILE} app.jar
ENTRYPOINT ["java","-jar","/app.jar"]
`;

describe('the Dockerfiles people have', () => {
  test.each([
    ['LF', guide],
    ['CRLF', guide.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${guide}`],
  ])("the guide's, with %s", (_, text) => {
    expect(read(text)).toEqual({
      jarDestinations: ['MCCM-server-0.0.1-SNAPSHOT.jar'],
      wholeFolderLine: undefined,
      baseImages: ['openjdk:8-jre-slim'],
      pulledImages: ['openjdk:8-jre-slim'],
      profile: 'test',
      profileFrom: 'command',
      properties: { 'spring.profiles.active': 'test' },
      environment: {},
      exposedPorts: [],
      user: undefined,
      workdir: '/docker/app/MCCM-server',
    });
  });

  test.each([
    ['WORKDIR /a/\nWORKDIR b/../c', '/a/c'],
    ['ENV HOME=/srv\nWORKDIR $HOME/app', '/srv/app'],
    ['WORKDIR app', undefined],
    ['WORKDIR /a/', '/a'],
    ['WORKDIR /a\nWORKDIR $OF_THE_BASE_IMAGE', undefined],
  ])('the working folder of %j', (lines, workdir) => {
    expect(read(`FROM openjdk:8\n${lines}\nCOPY *.jar app.jar\n`).workdir).toBe(workdir);
  });

  test("Spring's", () => {
    expect(read(spring)).toMatchObject({
      jarDestinations: [`target/${jar}`],
      baseImages: ['eclipse-temurin:17-jdk-alpine'],
      profile: undefined,
      profileFrom: undefined,
    });
  });

  test("Spring's with build-args", () => {
    expect(read(spring, { buildArgs: { JAR_FILE: 'build/libs/app.jar' } }).jarDestinations).toEqual([
      'build/libs/app.jar',
    ]);
  });

  test('layers of Boot, in two stages', () => {
    const facts = read(`ARG BASE=eclipse-temurin:21
FROM \${BASE}-jdk AS builder
WORKDIR /builder
ARG JAR_FILE=target/*.jar
COPY \${JAR_FILE} application.jar
RUN java -Djarmode=tools -jar application.jar extract --layers --destination extracted
FROM \${BASE}-jre
WORKDIR /application
COPY --from=builder /builder/extracted/dependencies/ ./
COPY --from=busybox:1.36 /bin/busybox /bin/
USER 1000:1000
EXPOSE 8004 9000-9002/tcp 53/udp
ENV SERVER_PORT=8004 SPRING_PROFILES_ACTIVE="prod"
ENTRYPOINT ["java", "-Dfile.encoding=UTF-8", "-jar", "application.jar"]
`);
    expect(facts).toMatchObject({
      jarDestinations: [`target/${jar}`],
      baseImages: ['eclipse-temurin:21-jdk', 'eclipse-temurin:21-jre', 'busybox:1.36'],
      pulledImages: ['eclipse-temurin:21-jre', 'busybox:1.36', 'eclipse-temurin:21-jdk'],
      exposedPorts: [8004, 9000, 9001, 9002],
      user: '1000:1000',
      environment: { SERVER_PORT: '8004', SPRING_PROFILES_ACTIVE: 'prod' },
      profile: 'prod',
      profileFrom: 'environment',
      properties: { 'file.encoding': 'UTF-8' },
    });
  });
});

test('images are pulled before the build as far as it needs them for this server, and their names are known', () => {
  const facts = read(`FROM node:22 AS unused
FROM --platform=$BUILDPLATFORM node:20 AS front
FROM maven:3 AS build
FROM tools-$TARGETARCH:1 AS tools
FROM scratch AS nothing
FROM eclipse-temurin:21-jre AS base
FROM base
COPY --from=front /dist /dist
COPY --from=2 /app.jar /app.jar
COPY --from=tools /t /t
COPY --from=nothing /n /n
COPY --from=$NAME /x /x
COPY target/*.jar /other.jar
`);
  expect(facts.pulledImages).toEqual(['eclipse-temurin:21-jre', 'maven:3']);
});

describe('where the jar is put', () => {
  const context = ['pom.xml', 'config/app.yml', 'agent/agent.jar'];
  test.each<[string, string[], Partial<BuildInput>?]>([
    ['COPY app.jar /app/', ['app.jar']],
    ['COPY ./build/libs/app.jar /app/', ['build/libs/app.jar']],
    ['COPY /app.jar /app/', ['app.jar']],
    ['COPY a/../../app.jar /app/', ['app.jar']],
    ['COPY "app.jar" "/app/"', ['app.jar']],
    ['COPY ["my app.jar", "/app/"]', ['my app.jar']],
    ['COPY --chown=1000:1000 --chmod=644 target/*.jar /app.jar', [`target/${jar}`]],
    ['COPY MCCM-server-0.0.1.jar /', ['MCCM-server-0.0.1.jar'], { contextFiles: ['MCCM-server-0.0.1.jar'] }],
    ['ADD target/*.jar /app.jar', [`target/${jar}`]],
    ['add target/*.jar /app.jar', [`target/${jar}`]],
    ['COPY target/MCCM-*.[jw]ar /app.jar', [`target/${jar}`]],
    ['COPY */target/*.jar /app.jar', [`x/target/${jar}`]],
    ['COPY \\\n  # the jar\n  app.jar \\\n  /app/', ['app.jar']],
    ['COPY app.jar config /app/', ['app.jar']],
    ['COPY pom.xml /\nCOPY app.jar /', ['app.jar']],
    ['COPY agent/agent.jar /\nCOPY app.jar /', ['app.jar']],
    ['COPY agent/*.jar /agent/\nCOPY app.jar /', ['app.jar']],
    ['COPY skywalking.jar /\nCOPY MCCM-server.jar /', ['MCCM-server.jar'], { contextFiles: ['skywalking.jar'] }],
    [`COPY sky.jar /\nCOPY ${jar} /`, [jar], { contextFiles: ['sky.jar'] }],
    ['ARG V\nCOPY app-$V.jar /', ['app-7.jar'], { buildArgs: { V: '7' } }],
    ['ARG V=1\nENV V=2\nCOPY app-${V}.jar /', ['app-2.jar'], { buildArgs: { V: '7' } }],
    ['ENV D=target\nCOPY ${D:-build}/${N:-app}.jar /', ['target/app.jar']],
    ["COPY 'a$b.jar' /", ['a$b.jar']],
    ['COPY a\\$b.jar /', ['a$b.jar']],
    ['ADD https://example.com/x.jar /x.jar\nCOPY app.jar /', ['app.jar']],
    ['COPY <<EOF /x.sh\nCOPY not.jar /\nEOF\nCOPY app.jar /', ['app.jar']],
    ['RUN <<EOF\nCOPY not.jar /\nEOF\nCOPY app.jar /', ['app.jar']],
    ['ONBUILD COPY not.jar /\nCOPY app.jar /', ['app.jar']],
    ['COPY target/*.jar /app.jar', [`target/${jar}`], { contextFiles: [`target/${jar}`] }],
    ['COPY target/*.jar /app/', [`target/${jar}`], { contextFiles: ['target/other.jar'] }],
  ])('%s -> %j', (lines, expected, more = {}) => {
    const facts = read(`FROM a\n${lines}\n`, { contextFiles: context, ...more });
    expect(facts).toMatchObject({ jarDestinations: expected, wholeFolderLine: undefined });
  });

  test.each<[string, string[]]>([
    ['COPY . .', [jar]],
    ['COPY agent/*.jar /agent/\nCOPY . .', [jar]],
    ['COPY ./ /app/', [jar]],
    ['COPY pom.xml .\nCOPY * /app/', [jar]],
    ['COPY target /app/', [`target/${jar}`]],
    ['COPY build/libs/ /app/', [`build/libs/${jar}`]],
    ['COPY target/* /app/', [`target/${jar}`]],
  ])('a whole folder: %s -> %j, and the line is told', (lines, expected) => {
    const facts = read(`FROM a\n${lines}\n`, { contextFiles: context });
    expect(facts).toMatchObject({ jarDestinations: expected, wholeFolderLine: 1 + lines.split('\n').length });
  });

  test("#escape=` is Windows' way to continue a line", () => {
    expect(read('# escape=`\nFROM a\nCOPY `\n app.jar `\n C:/app/\n').jarDestinations).toEqual(['app.jar']);
  });
});

describe('what fails before the server is contacted', () => {
  test.each<[string, string, string, Partial<BuildInput>?]>([
    ['', 'DOCKERFILE_UNREADABLE', 'Dockerfile'],
    ['# only a comment\n', 'DOCKERFILE_UNREADABLE', 'Dockerfile'],
    ['COPY app.jar /', 'DOCKERFILE_UNREADABLE', 'Dockerfile'],
    [
      'FROM a\nCOPY app.jar /\nCOPY entry.sh /',
      'DOCKERFILE_COPY_FINDS_NOTHING',
      'Line 3 of the Dockerfile copies entry.sh',
    ],
    ['FROM a\nCOPY app.jar /\nCOPY conf/*.yml /', 'DOCKERFILE_COPY_FINDS_NOTHING', 'conf/*.yml'],
    ['FROM a\nCOPY shop-*.jar /app.jar', 'DOCKERFILE_COPY_FINDS_NOTHING', 'shop-*.jar'],
    ['FROM a\nCOPY target/dependency/BOOT-INF/lib /app/lib', 'DOCKERFILE_COPY_FINDS_NOTHING', 'target/dependency'],
    [`FROM a\nCOPY ${jar} /\nCOPY agent.jar /`, 'DOCKERFILE_COPY_FINDS_NOTHING', 'agent.jar'],
    ['FROM a\nCOPY one.jar /\nCOPY two.jar /', 'DOCKERFILE_JAR_AMBIGUOUS', 'one.jar, two.jar'],
    ['FROM a\nRUN true', 'DOCKERFILE_NO_JAR', 'jar'],
    ['FROM a AS b\nRUN true\nFROM c\nCOPY --from=b /x.jar /', 'DOCKERFILE_NO_JAR', 'jar'],
    ['FROM a\nCOPY conf /conf', 'DOCKERFILE_NO_JAR', 'jar', { contextFiles: ['conf/a.yml'] }],
    [
      'FROM a\nCOPY target/*.jar /app.jar',
      'DOCKERFILE_COPY_FINDS_SEVERAL',
      'target/*.jar',
      { contextFiles: ['target/other.jar'] },
    ],
    ['FROM a\nARG JAR_FILE\nCOPY ${JAR_FILE} app.jar', 'DOCKERFILE_ARG_UNSET', '${JAR_FILE}'],
    ['ARG JAR_FILE=x.jar\nFROM a\nCOPY ${JAR_FILE} app.jar', 'DOCKERFILE_ARG_UNSET', 'Line 3'],
    ['FROM ${BASE}\nCOPY app.jar /', 'DOCKERFILE_ARG_UNSET', '${BASE}'],
  ])('%j is %s', (text, code, words, more = {}) => {
    const attempt = () => read(text, more);
    expect(attempt).toThrow(expect.objectContaining({ code }));
    expect(attempt).toThrow(words);
  });

  test.each<[string, Buffer | undefined]>([
    ['a missing file', undefined],
    ['no text', Buffer.from([0xff, 0xfe, 0x46])],
    ['NUL', Buffer.from('FROM a\0')],
  ])('%s', async (_, bytes) => {
    const folder = await mkdtemp(join(tmpdir(), 'dockerfile-'));
    const path = join(folder, 'Dockerfile');
    if (bytes !== undefined) await writeFile(path, bytes);
    await expect(loadDockerfile(path)).rejects.toMatchObject({ code: 'DOCKERFILE_UNREADABLE' });
    await expect(loadDockerfile(folder)).rejects.toMatchObject({ code: 'DOCKERFILE_UNREADABLE' });
    await rm(folder, { recursive: true });
  });
});

describe('how the application is started', () => {
  test.each<[string, string | undefined, 'command' | 'environment' | undefined]>([
    ['CMD ["java", "-jar", "app.jar"]', undefined, undefined],
    ['ENTRYPOINT ["java", "-Dspring.profiles.active=prod", "-jar", "app.jar"]', 'prod', 'command'],
    ['CMD ["java", "-Dspring.profiles.active=a", "-jar", "app.jar", "--spring.profiles.active=b"]', 'b', 'command'],
    ['ENTRYPOINT ["java", "-jar", "app.jar"]\nCMD ["--spring.profiles.active=prod"]', 'prod', 'command'],
    ['ENTRYPOINT java -jar app.jar --spring.profiles.active=prod', 'prod', 'command'],
    ['ENTRYPOINT ["sh", "-c", "java $JAVA_OPTS -jar app.jar --spring.profiles.active=prod"]', 'prod', 'command'],
    ['ENV P=prod\nCMD java -jar app.jar --spring.profiles.active=$P', 'prod', 'command'],
    ['CMD java -jar app.jar --spring.profiles.active=${P:-dev}', 'dev', 'command'],
    ['CMD java -jar app.jar --spring.profiles.active=$P', undefined, 'command'],
    ['ENV JAVA_OPTS="-Xmx1g -Dspring.profiles.active=prod"\nCMD java $JAVA_OPTS -jar app.jar', 'prod', 'command'],
    ['ENV JAVA_TOOL_OPTIONS="-Dspring.profiles.active=prod"\nCMD ["java", "-jar", "app.jar"]', 'prod', 'command'],
    ['ENV SPRING_PROFILES_ACTIVE prod', 'prod', 'environment'],
    ['ENV SPRING_PROFILES_ACTIVE=a\nCMD ["java", "-jar", "app.jar", "--spring.profiles.active=b"]', 'b', 'command'],
    ['CMD ["java", "--spring.profiles.active=a"]\nCMD ["java", "-jar", "app.jar"]', undefined, undefined],
  ])('%s: profile %s from %s', (lines, profile, profileFrom) => {
    expect(read(`FROM a\nCOPY app.jar .\n${lines}\n`)).toMatchObject({ profile, profileFrom });
  });

  test('a stage has what the stage below it set', () => {
    const text = 'FROM a AS base\nENV SPRING_PROFILES_ACTIVE=prod\nUSER app\nEXPOSE 80\nFROM base\nCOPY app.jar .\n';
    expect(read(text)).toMatchObject({ profile: 'prod', user: 'app', exposedPorts: [80], baseImages: ['a'] });
  });

  test.each<[string, string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ['an option', 'CMD ["java", "-jar", "app.jar"]', { JAVA_TOOL_OPTIONS: '-Dserver.port=1' }, { 'server.port': '1' }],
    [
      'an option that the command sets too',
      'CMD ["java", "-Dserver.port=2", "-jar", "app.jar"]',
      { JAVA_TOOL_OPTIONS: '-Dserver.port=1 -Da=b' },
      { 'server.port': '2', a: 'b' },
    ],
    [
      'an option in the place of one of ENV',
      'ENV JAVA_TOOL_OPTIONS="-Dserver.port=2 -Da=b"\nCMD ["java", "-jar", "app.jar"]',
      { JAVA_TOOL_OPTIONS: '-Dserver.port=1' },
      { 'server.port': '1' },
    ],
    [
      'an option that the command sets to what only the container knows',
      'CMD java -jar app.jar --server.port=$PORT',
      { JAVA_TOOL_OPTIONS: '-Dserver.port=1' },
      {},
    ],
    ['a variable of the command', 'CMD java -jar app.jar --server.port=$PORT', { PORT: '3' }, { 'server.port': '3' }],
  ])('%s that the container gets', (_, lines, variables, properties) => {
    expect(read(`FROM a\nCOPY app.jar .\n${lines}\n`, { variables }).properties).toEqual(properties);
  });

  test('a profile that the container gets is the active one, but not the Dockerfile’s', () => {
    const text = 'FROM a\nCOPY app.jar .\nCMD ["java", "-jar", "app.jar"]\n';
    const option = { JAVA_TOOL_OPTIONS: '-Dspring.profiles.active=b' };
    expect(read(text, { variables: option })).toMatchObject({ profile: 'b', profileFrom: undefined });
    expect(read(`${text}ENV SPRING_PROFILES_ACTIVE=a\n`, { variables: option })).toMatchObject({
      profile: 'b',
      profileFrom: 'environment',
    });
    expect(read(`${text}ENV JAVA_TOOL_OPTIONS=-Dspring.profiles.active=a\n`, { variables: option })).toMatchObject({
      profile: 'b',
      profileFrom: undefined,
    });
    const command = text.replace('"]', '", "--spring.profiles.active=a"]');
    expect(read(command, { variables: option })).toMatchObject({ profile: 'a', profileFrom: 'command' });
  });

  test('settings of the command line', () => {
    const { properties } = read(
      'FROM a\nCOPY app.jar .\nCMD ["java", "-Dserver.port=1", "-jar", "app.jar", "--server.port=2"]\n',
    );
    expect(properties).toEqual({ 'server.port': '2' });
  });
});
