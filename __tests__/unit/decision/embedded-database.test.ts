import { readConfiguration } from '../../../src/jar/spring-configuration.ts';
import { Failures } from '../../../src/messages/failure.ts';
import type { Project } from '../../../src/project/project.ts';
import { jar, project, surveyed } from '../deployment/decision-inputs.ts';
import { planned, providedInputs } from '../deployment/provided.ts';
import { readOwn } from '../project/own-dockerfile.ts';

const app = '/docker/app/MCCM-server';

/** A project whose jar keeps its data by this URL, its driver in it. */
function keeping(url: string, changes: Partial<Project> = {}): Project {
  const configuration = readConfiguration({
    files: [{ name: 'application.properties', text: `server.port=8004\nspring.datasource.url=${url}` }],
    libraries: ['h2-2.1.214.jar', 'spring-boot-actuator-2.7.18.jar'],
    bootVersion: '2.7.18',
  });
  return project({ jar: jar('', { configuration }), ...changes });
}

/** What a first deploy of it says: the cure of a refusal, or warnings of the database. */
function said(of: Project, changes: Readonly<Record<string, string>> = {}): { refused: string; warned: string } {
  try {
    const { warnings } = planned({ ...providedInputs(surveyed(), changes), project: of });
    return {
      refused: '',
      warned: warnings
        .map(({ en }) => en)
        .filter((en) => en.includes('database'))
        .join(),
    };
  } catch (error) {
    if (!(error instanceof Failures)) throw error;
    expect(error.failures.map(({ code }) => code)).toEqual(['EMBEDDED_DATABASE_UNMOUNTED']);
    return { refused: error.failures[0]?.text.cure.en ?? '', warned: '' };
  }
}

test('a database beside the jar is refused at the first deploy, with the variable that moves it', () => {
  const { refused } = said(keeping('jdbc:h2:file:./testdb;PASSWORD=abc'));
  expect(refused).toContain(`SPRING_DATASOURCE_URL=jdbc:h2:file:${app}/file-system/testdb`);
  expect(refused).not.toContain('volumes: |');
  expect(refused).not.toContain('abc');
});

test('where the command line names it, that is to be changed, not env', () => {
  const found = keeping('jdbc:h2:file:./testdb').jar.configuration;
  const embeddedDatabase = { ...(found.embeddedDatabase ?? missing()), from: 'command-line' as const };
  const { refused } = said(project({ jar: jar('', { configuration: { ...found, embeddedDatabase } }) }));
  expect(refused).toContain(`java-options/Dockerfile: spring.datasource.url=jdbc:h2:file:${app}/file-system/testdb`);
});

function missing(): never {
  throw new Error('no database');
}

test('one in a folder of its own is refused with the volumes that keep it', () => {
  const { refused } = said(keeping('jdbc:h2:./data/shop'));
  expect(refused).toContain(`volumes: |\n  ${app}/file-system:${app}/file-system`);
  expect(refused).toContain(`  ${app}/data:${app}/data`);
});

test.each<[string, string, Readonly<Record<string, string>>]>([
  ['in a default mount', 'jdbc:h2:file:./file-system/shop', {}],
  ['in a mount', 'jdbc:h2:/data/shop', { volumes: '/data:/data' }],
  ['where env says otherwise', 'jdbc:h2:./shop', { env: 'SPRING_DATASOURCE_URL=jdbc:mysql://db/shop' }],
])('%s nothing is said', (_, url, changes) => {
  const { configuration } = keeping(url).jar;
  const given = changes.env === undefined ? configuration : jar('server.port=8004').configuration;
  expect(said(keeping(url, { jar: jar('', { configuration: given }) }), changes)).toEqual({ refused: '', warned: '' });
});

const facts = readOwn('FROM openjdk:8-jre-slim\nWORKDIR /app\nCOPY *.jar app.jar\nCMD ["java", "-jar", "app.jar"]\n');
test.each<[string, Project, Readonly<Record<string, string>>]>([
  ['the user’s home decides', keeping('jdbc:h2:~/shop'), {}],
  [
    'configuration is mounted',
    keeping('jdbc:h2:./shop', {
      files: [{ name: '1', container: `${app}/application.yml`, source: 'x', bytes: 1, sha256: '' }],
    }),
    {},
  ],
  ['its folder is mounted', keeping('jdbc:h2:./shop'), { volumes: `/etc/shop:${app}/config` }],
  [
    'the base image is not one of plain Java',
    keeping('jdbc:h2:./shop', { baseImages: ['registry.example.com/base:1'] }),
    {},
  ],
  [
    'the Dockerfile brings configuration',
    keeping('jdbc:h2:./shop', {
      dockerfile: facts,
      context: [{ path: 'config/application.yml', source: '', mode: 0o644, sha256: '' }],
    }),
    {},
  ],
  [
    'the working folder is the base image’s',
    keeping('jdbc:h2:./shop', { dockerfile: { ...facts, workdir: undefined } }),
    {},
  ],
  ['files may go', keeping('jdbc:h2:./shop'), { 'container-files': 'discard' }],
])('only warned of where %s', (_, of, changes) => {
  expect(said(of, changes)).toEqual({ refused: '', warned: expect.stringContaining('database') });
});
