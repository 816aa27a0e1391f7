import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JarOptions, readJar } from '../../../src/jar/jar.ts';
import { bootFiles, type ZipFile, zip } from './zip.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'class-path-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function library(name: string, files: Readonly<Record<string, string>>, more: Partial<ZipFile> = {}): ZipFile {
  const entries = Object.entries(files).map(([path, data]) => ({ name: path, data, deflated: true }));
  return { name: `BOOT-INF/lib/${name}`, data: zip(entries), ...more };
}

function own(files: Readonly<Record<string, string>>): ZipFile[] {
  return Object.entries(files).map(([name, data]) => ({ name: `BOOT-INF/classes/${name}`, data }));
}

async function read(files: readonly ZipFile[], options: JarOptions = {}) {
  const path = join(folder, 'shop.jar');
  writeFileSync(path, zip(bootFiles(files)));
  return (await readJar(path, options)).configuration;
}

const druid = 'spring.datasource.druid.url: jdbc:mysql://localhost:3306/shop';

describe('configuration in a module of the application', () => {
  test.each<[string, Partial<ZipFile>]>([
    ['stored', {}],
    ['deflated', { deflated: true }],
  ])('%s, for an active profile', async (_name, more) => {
    const db = library('shop-db-1.0.jar', { 'application-db.yml': druid }, more);
    const found = await read([...own({ 'application.yml': 'spring.profiles.active: db' }), db]);
    expect(found.services).toMatchObject([{ key: 'spring.datasource.druid.url', place: 'container' }]);
    expect(found.origins).toEqual(['shop-db-1.0.jar!/application-db.yml']);
    expect(await read([db])).toMatchObject({ services: [], origins: [] });
  });

  test('in config/, and included by another one', async () => {
    const found = await read([
      library('shop-common-1.0.jar', { 'config/application.yml': 'spring.profiles.include: db\nserver.port: 8005' }),
      library('shop-db-1.0.jar', { 'config/application-db.yml': druid }),
    ]);
    expect(found).toMatchObject({ profiles: ['db'], port: 8005, services: [{ place: 'container' }] });
  });

  test('of a name only the first on the class path counts: own classes, then libraries as the jar lists them', async () => {
    const first = library('shop-a-1.0.jar', { 'application.yml': 'server.port: 1' });
    const second = library('shop-b-1.0.jar', { 'application.yml': 'server.port: 2\nspring.application.name: b' });
    expect(await read([second, first])).toMatchObject({ port: 2, applicationName: 'b' });
    expect(await read([first, second])).toMatchObject({ port: 1, applicationName: undefined });
    const hidden = await read([first, ...own({ 'application.yml': 'spring.application.name: own' })]);
    expect(hidden).toMatchObject({ port: undefined, applicationName: 'own' });
    // Another format is another name.
    const both = await read([first, ...own({ 'application.properties': 'spring.application.name=own' })]);
    expect(both).toMatchObject({ port: 1, applicationName: 'own' });
  });

  test('a library that is damaged is passed by, and the jar has the hash that it had', async () => {
    const damaged = {
      name: 'BOOT-INF/lib/bad.jar',
      data: zip([{ name: 'application.yml', data: 'server.port: 1', wrongCrc: true }]),
    };
    const cut = { name: 'BOOT-INF/lib/cut.jar', data: Buffer.from('PK\x03\x04 no archive') };
    expect((await read([damaged, cut, ...own({ 'config/application.yml': 'server.port: 2' })])).port).toBe(2);
  });

  test('one that cannot be parsed is named with its library', async () => {
    const broken = library('shop-db-1.0.jar', { 'application.yml': 'a: [' });
    expect((await read([broken])).unreadable).toMatchObject([{ file: 'shop-db-1.0.jar!/application.yml' }]);
  });

  test('in a war', async () => {
    const manifest =
      'Main-Class: org.springframework.boot.loader.WarLauncher\r\nStart-Class: com.example.Application\r\n\r\n';
    const found = await read([
      { name: 'META-INF/MANIFEST.MF', data: manifest },
      { name: 'WEB-INF/classes/com/example/Application.class', data: bootFiles()[3]?.data ?? '' },
      { ...library('x', { 'application.yml': druid }), name: 'WEB-INF/lib/shop-db-1.0.jar' },
    ]);
    expect(found.services).toHaveLength(1);
  });
});

describe('what configuration imports', () => {
  test('from its own classes and from a module, above what imports it, with the profile’s variant', async () => {
    const files = [
      ...own({
        'application.yml': 'server.port: 1\nspring.config.import: "optional:classpath:/shop/web.yml,classpath:db.yml"',
        'shop/web.yml': 'server.port: 2\nspring.config.import: more.properties',
        'shop/more.properties': 'spring.application.name=more',
      }),
      library('shop-db-1.0.jar', {
        'db.yml': druid,
        'db-prod.yml': 'spring.datasource.druid.url: jdbc:mysql://db/shop',
      }),
    ];
    expect(await read(files)).toMatchObject({ port: 2, applicationName: 'more', services: [{ place: 'container' }] });
    expect((await read(files, { profile: 'prod' })).services).toMatchObject([{ place: 'elsewhere' }]);
  });

  test('in a circle, from elsewhere, and not there', async () => {
    const text =
      'server.port: 1\nspring.config.import: [classpath:application.yml, "nacos:shop.yml", "optional:file:/nowhere/x.yml"]';
    expect((await read(own({ 'application.yml': text }))).port).toBe(1);
  });
});

describe('names and places that are set from outside', () => {
  const files = own({
    'application.yml': 'server.port: 1',
    'shop.yml': 'server.port: 2',
    'shop-prod.yml': 'server.port: 3',
    'conf/application.yml': 'server.port: 4',
  });
  test.each<[string, JarOptions, number | undefined]>([
    ['a name', { properties: { 'spring.config.name': 'shop' } }, 2],
    ['a name, by a variable', { env: { SPRING_CONFIG_NAME: 'shop' }, profile: 'prod' }, 3],
    ['another place', { properties: { 'spring.config.location': 'classpath:/conf/' } }, 4],
    ['one more place', { env: { SPRING_CONFIG_ADDITIONALLOCATION: 'optional:classpath:/conf/' } }, 4],
    ['one file', { env: { SPRING_CONFIG_ADDITIONAL_LOCATION: 'classpath:shop.yml' }, profile: 'prod' }, 3],
    ['an import', { env: { SPRING_CONFIG_IMPORT: 'optional:classpath:shop.yml' } }, 2],
    ['a place of nothing', { properties: { 'spring.config.location': 'file:/nowhere/' } }, undefined],
  ])('%s', async (_name, options, port) => expect((await read(files, options)).port).toBe(port));
});
