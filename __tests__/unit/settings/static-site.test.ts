import { readSettings } from '../../../src/settings/read-settings.ts';
import type { DeploySettings } from '../../../src/settings/settings.ts';
import { parseSitePath } from '../../../src/values/path.ts';
import { codes, inputs, refusals } from './inputs.ts';

const read = (changes: Readonly<Record<string, string>>) =>
  (readSettings(inputs(changes)) as DeploySettings).site.staticSite;

test('a folder alone: the path and the fallback of the contract', () => {
  expect(read({ 'static-site': 'web/dist' })).toEqual({ folder: 'web/dist', path: '/admin/', fallback: true });
  expect(read({})).toBeUndefined();
});

test('all three', () => {
  const changes = { 'static-site': 'dist', 'static-site-path': 'mccm-admin', 'static-site-fallback': 'false' };
  expect(read(changes)).toEqual({ folder: 'dist', path: '/mccm-admin/', fallback: false });
});

test.each([
  ['admin', '/admin/'],
  ['/admin', '/admin/'],
  ['admin/', '/admin/'],
  ['/', '/'],
  ['/a/b-c_d.e~f/', '/a/b-c_d.e~f/'],
])('the path %s is %s', (given, path) => {
  expect(parseSitePath(given)).toBe(path);
});

test.each([
  '/a//b/',
  '//',
  '/../',
  '/a/./b',
  '/管理/',
  '/a b/',
  '/a;b/',
  '/$x/',
  '/a?b',
  '/a#b',
  '/a"b',
  '/a{b}',
  '/%2e/',
])('the path %s is refused', (path) => {
  expect(codes(() => parseSitePath(path))).toEqual(['INPUT_SITE_PATH']);
});

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  [
    'path and fallback alone',
    { 'static-site-path': '/a/', 'static-site-fallback': 'false' },
    ['INPUT_NEEDS', 'INPUT_NEEDS'],
  ],
  ['the API on 443', { 'static-site': 'dist', 'https-port': '443' }, ['INPUT_STATIC_PORT']],
  ['the API on 80', { 'static-site': 'dist', 'https-port': '80' }, ['INPUT_STATIC_PORT']],
  [
    'the application published on 80',
    { 'static-site': 'dist', 'app-port': '80', 'publish-app-port': 'true' },
    ['INPUT_STATIC_PORT'],
  ],
  ['the application on 80, not published', { 'static-site': 'dist', 'app-port': '80' }, []],
  ['the API on 443 without a site', { 'https-port': '443' }, []],
  ['a fallback that is neither', { 'static-site': 'dist', 'static-site-fallback': 'yes' }, ['INPUT_BOOLEAN']],
  ['a folder of two lines', { 'static-site': 'a\nb' }, ['INPUT_PATH']],
])('%s', (_, changes, expected) => {
  expect(codes(() => readSettings(inputs(changes)))).toEqual(expected);
});

test('the port that is in the way is named with its input', () => {
  const [said] = refusals(() => readSettings(inputs({ 'static-site': 'dist', 'https-port': '443' })));
  expect(said).toContain('`https-port` is 443');
});
