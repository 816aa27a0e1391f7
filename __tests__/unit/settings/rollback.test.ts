import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../../practice/home.ts';
import type { Action } from '../../../scripts/generate-docs.ts';
import { type InputName, inputTexts } from '../../../src/messages/inputs.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import { countsForRollback } from '../../../src/settings/rollback-inputs.ts';
import type { RollbackSettings } from '../../../src/settings/settings.ts';
import { inputs } from './inputs.ts';

const action = parse(readFileSync(join(projectRoot, 'action.yml'), 'utf8')) as Action;
const account = { 'tencent-secret-id': 'AKIDexample1234567890', 'tencent-secret-key': 'example-secret-key-1234' };

const read = (changes: Readonly<Record<string, string | undefined>>) =>
  readSettings(inputs({ command: 'rollback', jar: undefined, domain: undefined, ...changes })) as RollbackSettings;

/** Values that a deploy would do something else with, each with what it needs beside it. */
const unused: Readonly<Partial<Record<InputName, Readonly<Record<string, string>>>>> = {
  jar: { jar: 'target/*.jar' },
  dockerfile: { dockerfile: 'Dockerfile' },
  context: { dockerfile: 'Dockerfile', context: 'docker' },
  'build-args': { dockerfile: 'Dockerfile', 'build-args': 'A=b' },
  'base-image': { 'base-image': 'eclipse-temurin:21-jre' },
  'spring-profile': { 'spring-profile': 'prod' },
  'java-options': { 'java-options': '-Xmx256m' },
  memory: { memory: '1g' },
  timezone: { timezone: 'Asia/Shanghai' },
  files: { files: 'key.pem:/key.pem' },
  volumes: { volumes: '/data:/data' },
  network: { network: 'shop' },
  'docker-options': { 'docker-options': '--cpus 1.5' },
  'app-port': { 'app-port': '9000' },
  'publish-app-port': { 'publish-app-port': 'true', 'app-port': '9000' },
  adopt: { adopt: 'false' },
  'drain-timeout': { 'drain-timeout': '60' },
  provision: { provision: 'false' },
  'static-site': { 'static-site': 'dist' },
  'static-site-path': { 'static-site': 'dist', 'static-site-path': '/' },
  'static-site-fallback': { 'static-site': 'dist', 'static-site-fallback': 'false' },
  'max-body-size': { 'max-body-size': '1m' },
  'nginx-snippet': { 'nginx-snippet': 'gzip on;' },
  certificate: { ...account, certificate: 'acme' },
  'certificate-chain': { certificate: 'provided', 'certificate-chain': 'chain', 'certificate-key': 'key-of-it' },
  'certificate-key': { certificate: 'provided', 'certificate-chain': 'chain', 'certificate-key': 'key-of-it' },
  'acme-directory': { ...account, certificate: 'acme', 'acme-directory': 'https://acme.example.com/directory' },
  'acme-email': { ...account, certificate: 'acme', 'acme-email': 'ops@example.com' },
  'renew-before-days': { ...account, certificate: 'acme', 'renew-before-days': '20' },
  'certificate-timeout': { ...account, certificate: 'acme', 'certificate-timeout': '60' },
  'health-path': { 'health-path': '/up' },
  'health-status': { 'health-status': '204' },
  'health-timeout': { 'health-timeout': '10' },
};

test('inputs that describe a release are the ones without effect on rollback', () => {
  const names = (Object.keys(inputTexts) as InputName[]).filter((name) => !countsForRollback(name));
  expect(names.toSorted()).toEqual(Object.keys(unused).toSorted());
});

test.each(Object.entries(unused))('%s: changes nothing of a rollback, and is named', (name, given) => {
  // Of the site the type has these two; the health page is the release's.
  const own = ({ site: { domain, httpsPort }, ...settings }: RollbackSettings) => ({
    ...settings,
    ...{ site: { domain, httpsPort }, unusedInputs: [], health: undefined, tencent: undefined },
  });
  const changed = read(given);
  expect(own(changed)).toEqual(own(read({})));
  expect(changed.unusedInputs).toContain(name);
});

test('what the runner fills in by itself was not given', () => {
  const filled = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']);
  const { unusedInputs } = read({ ...Object.fromEntries(filled), ...leastOfRollback });
  expect(unusedInputs).toEqual([]);
});

const leastOfRollback = {
  command: 'rollback',
  host: '203.0.113.10',
  'private-key': inputs().get('private-key'),
  release: '20261123T160512Z-1a2b3c4',
};
