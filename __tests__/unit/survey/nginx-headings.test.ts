import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseDump } from '../../../src/nginx/configuration.ts';
import { headingsAlone } from '../../../src/survey/nginx.ts';
import { type RealNginx, realNginx } from '../nginx/real-nginx.ts';
import { folder, put } from './probing.ts';

let real: RealNginx;
beforeAll(() => {
  real = realNginx('api.example.com');
});
afterAll(() => real?.end());

/** The dump as the survey sends it. */
function toldApart(dump: string): string {
  return execFileSync('awk', [headingsAlone], { input: `${dump.trimEnd()}\n`, encoding: 'utf8' });
}

const site = `# configuration file /etc/passwd:
server {
  listen 127.0.0.1:9; server_name a.example.com;
# configuration file ${'/etc/nginx/nginx.conf'}:
  location / { return 200 "x"; }
}
`;

test('a comment that reads like the heading of a file is none: nginx’s own words', () => {
  const main = join(real.folder, 'nginx.conf');
  const file = join(real.folder, 'conf.d/site.conf');
  const { files, tree } = parseDump(toldApart(real.dump(site)));
  expect([...files.keys()]).toEqual([main, file]);
  expect(files.get(file)?.trimEnd()).toBe(site.replaceAll('# conf', '## conf').trimEnd());
  const servers = tree.find(({ name }) => name === 'http')?.block?.filter(({ name }) => name === 'server');
  expect(servers?.map((server) => server.file)).toEqual([file]);
  // Read as it stands, the server's block is cut in two.
  expect(() => parseDump(real.dump(site))).toThrow('not nginx configuration');
});

test('empty files, files without a last line end, blank lines at the end, carriage returns', () => {
  const contents = [
    '',
    'a;',
    'b;\n\n\n',
    'c;\r\n# configuration file /x:\r\n',
    '# configuration file /etc/hosts:\nd;\n',
  ];
  const paths = contents.map((content, at) => put(`${at}.conf`, content));
  const dump = paths.map((path, at) => `# configuration file ${path}:\n${contents[at]}\n`).join('');
  expect([...parseDump(toldApart(dump)).files.keys()]).toEqual(paths);
});

test('a file that changed meanwhile, or is not there, ends at the next heading', () => {
  const changed = put('changed.conf', 'a;\nb;\n');
  const missing = join(folder, 'missing.conf');
  const last = put('last.conf', 'c;\n');
  const dump = [changed, missing, last].map((path) => `# configuration file ${path}:\nc;\n\n`).join('');
  expect([...parseDump(toldApart(dump)).files.keys()]).toEqual([changed, missing, last]);
});
