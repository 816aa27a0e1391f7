import { type Cmd, DockerfileParser } from 'dockerfile-ast';
import fc from 'fast-check';
import { checkedBaseImage, defaultBaseImage } from '../../../src/dockerfile/base-image.ts';
import { instructionsOf } from '../../../src/dockerfile/instruction.ts';
import { readDockerfile } from '../../../src/dockerfile/read.ts';
import { execForm, jarNameInImage, renderDockerfile } from '../../../src/dockerfile/render.ts';
import { isAppName } from '../../../src/values/app-name.ts';
import { codePoint } from '../code-point.ts';

const base = { baseImage: 'eclipse-temurin:17-jre', app: 'MCCM-server', jarName: 'MCCM-server-0.0.1.jar' };

describe('renderDockerfile', () => {
  test('as root, without a profile', () => {
    expect(renderDockerfile(base)).toBe(`FROM eclipse-temurin:17-jre
COPY MCCM-server-0.0.1.jar /docker/app/MCCM-server/
WORKDIR /docker/app/MCCM-server
ENTRYPOINT ["java", "-jar", "MCCM-server-0.0.1.jar"]
`);
  });

  test('as a user, with a profile', () => {
    expect(
      renderDockerfile({ ...base, profile: 'test', user: { uid: 1000, gid: 1001 } }),
    ).toBe(`FROM eclipse-temurin:17-jre
COPY --chown=1000:1001 MCCM-server-0.0.1.jar /docker/app/MCCM-server/
WORKDIR /docker/app/MCCM-server
USER 1000:1001
ENTRYPOINT ["java", "-jar", "MCCM-server-0.0.1.jar", "--spring.profiles.active=test"]
`);
  });

  test('a jar that is taken apart: a line for each layer', () => {
    const unpacked = {
      layers: ['dependencies', 'spring-boot-loader', 'application'],
      mainClass: 'org.springframework.boot.loader.launch.JarLauncher',
    };
    const text = renderDockerfile({ ...base, unpacked, profile: 'test', user: { uid: 1000, gid: 1001 } });
    expect(text).toBe(`FROM eclipse-temurin:17-jre
COPY --chown=1000:1001 dependencies/ /docker/app/MCCM-server/
COPY --chown=1000:1001 spring-boot-loader/ /docker/app/MCCM-server/
COPY --chown=1000:1001 application/ /docker/app/MCCM-server/
WORKDIR /docker/app/MCCM-server
USER 1000:1001
ENTRYPOINT ["java", "-cp", "/docker/app/MCCM-server/unpacked", "org.springframework.boot.loader.launch.JarLauncher", "--spring.profiles.active=test"]
`);
    for (const layer of ['a b', '$x', '', 'a\nRUN y']) {
      expect(() => renderDockerfile({ ...base, unpacked: { ...unpacked, layers: [layer] } })).toThrow(RangeError);
    }
  });

  test.each([
    [{ baseImage: 'a\nRUN x' }],
    [{ app: '../etc' }],
    [{ jarName: 'a b.jar' }],
    [{ jarName: '$x.jar' }],
    [{ user: { uid: -1, gid: 0 } }],
    [{ user: { uid: Number.NaN, gid: 0 } }],
  ])('%j is not rendered', (wrong) => {
    expect(() => renderDockerfile({ ...base, ...wrong })).toThrow(RangeError);
  });

  const app = fc.string({ unit: fc.constantFrom(...'aZ09._-'), minLength: 2, maxLength: 20 }).filter(isAppName);
  const anyText = fc.oneof(
    fc.string({ unit: codePoint }),
    fc.string({ unit: fc.constantFrom(...'\n\r\u2028\u0085"\'\\$`#<{}[],; a=') }),
  );

  // No word of a command line can hold it.
  const noNul = (words: string): boolean => !words.includes('\0');

  test('whatever app, jar and profile are, the file says just that', () => {
    fc.assert(
      fc.property(app, anyText, anyText.filter(noNul), (name, file, profile) => {
        const jarName = jarNameInImage(`${file}.jar`);
        const text = renderDockerfile({ ...base, app: name, jarName, profile });
        const facts = readDockerfile(text, {
          path: 'Dockerfile',
          buildArgs: {},
          jarFileName: jarName,
          contextFiles: [],
          variables: {},
        });
        expect(facts.jarDestinations).toEqual([jarName]);
        expect(facts.profile).toBe(profile === '' ? undefined : profile);
        expect(instructionsOf(text).instructions.map((i) => i.keyword)).toEqual([
          'FROM',
          'COPY',
          'WORKDIR',
          'ENTRYPOINT',
        ]);
        expect(text).not.toMatch(/[^\n\x20-\x7e\u00a0-\u{10ffff}]/u);
      }),
    );
  });

  test('exec form is what dockerfile-ast takes for a JSON array with as many strings', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'abc-=.,$;`#') }), { minLength: 1, maxLength: 5 }),
        (words) => {
          const [command] = DockerfileParser.parse(`FROM a\nCMD ${execForm(words)}\n`).getCMDs() as [Cmd];
          expect(command.getJSONStrings().map((s) => s.getJSONValue())).toEqual(words);
        },
      ),
    );
  });
});

test.each([
  ['MCCM-server-0.0.1-SNAPSHOT.jar', 'MCCM-server-0.0.1-SNAPSHOT.jar'],
  ['my app.jar', 'app.jar'],
  ['小程序.jar', 'app.jar'],
  ['a[1].jar', 'app.jar'],
  ['-x.jar', 'app.jar'],
  ['app-1.0.war', 'app-1.0.war'],
  ['my app.war', 'app.war'],
])('%s is sent as %s', (fileName, expected) => {
  expect(jarNameInImage(fileName)).toBe(expected);
});

test.each([
  [7, 8],
  [8, 8],
  [9, 11],
  [11, 11],
  [16, 17],
  [17, 17],
  [21, 21],
  [22, 25],
  [26, 26],
])('Java %i runs on %i', (needed, image) => {
  expect(defaultBaseImage(needed)).toBe(`eclipse-temurin:${image}-jre`);
});

const sha = 'a'.repeat(64);
test.each([
  'openjdk:8-jre-slim',
  'registry.example.com:5000/team/jre:17',
  'localhost/jre',
  `eclipse-temurin@sha256:${sha}`,
  `a/b:c@sha256:${sha}`,
])('%s is an image', (image) => {
  expect(checkedBaseImage(image)).toBe(image);
});

test.each([
  '',
  'scratch',
  'OpenJDK:8',
  'a b',
  'a\nRUN x',
  '$BASE',
  'a:',
  'a@sha256:1',
  '-a',
  'https://example.com/a',
  'a:x y',
  '--platform=x a',
])('%j is none', (image) => {
  expect(() => checkedBaseImage(image)).toThrow(expect.objectContaining({ code: 'DOCKER_BASE_IMAGE_INVALID' }));
});
