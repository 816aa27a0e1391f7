import { plainVariables } from '../../../src/project/variables.ts';
import { settings } from '../deployment/decision-inputs.ts';
import { readOwn } from './own-dockerfile.ts';

const dockerfile = 'FROM openjdk:8\nCOPY app.jar /app.jar\nENTRYPOINT ["java","-jar","/app.jar"]\n';

function variables(changes: Readonly<Record<string, string>>, serverZone?: string, own?: string) {
  return plainVariables(settings(changes).container, own === undefined ? undefined : readOwn(own), serverZone);
}

test('none where nothing is given and the server is in UTC, whichever way it says so', () => {
  for (const zone of [undefined, 'UTC', 'Etc/UTC', 'Etc/UCT', 'Zulu', 'GMT', 'Etc/GMT+0', 'Universal']) {
    expect(variables({}, zone)).toEqual({});
  }
});

test('the server’s time zone, where nobody chose another', () => {
  expect(variables({}, 'Asia/Shanghai')).toEqual({ TZ: 'Asia/Shanghai' });
  expect(variables({}, 'Etc/GMT-8')).toEqual({ TZ: 'Etc/GMT-8' });
  expect(variables({ env: 'TZ=Asia/Tokyo' }, 'Asia/Shanghai')).toEqual({});
  expect(variables({}, 'Asia/Shanghai', `${dockerfile}ENV TZ=Asia/Tokyo\n`)).toEqual({});
  expect(variables({}, 'Asia/Shanghai', dockerfile)).toEqual({ TZ: 'Asia/Shanghai' });
});

test('a time zone that is given counts, also above that of a Dockerfile', () => {
  expect(variables({ timezone: 'UTC' }, 'Asia/Shanghai')).toEqual({ TZ: 'UTC' });
  expect(variables({ timezone: 'PRC' }, undefined, `${dockerfile}ENV TZ=Asia/Tokyo\n`)).toEqual({
    TZ: 'Asia/Shanghai',
  });
});

test('java options are a variable to the letter; the profile is one beside an own Dockerfile', () => {
  const options = '-Xmx1g "-Da=b c"';
  expect(variables({ 'java-options': options })).toEqual({ JAVA_TOOL_OPTIONS: options });
  expect(variables({ 'spring-profile': 'prod' })).toEqual({});
  expect(variables({ 'spring-profile': 'prod' }, undefined, dockerfile)).toEqual({ SPRING_PROFILES_ACTIVE: 'prod' });
});
