import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parseDump } from '../../../src/nginx/configuration.ts';
import { headings } from '../../../src/survey/nginx-headings.ts';
import { type RealNginx, realNginx } from '../nginx/real-nginx.ts';
import { folder, put } from './probing.ts';

let real: RealNginx;
beforeAll(() => {
  real = realNginx('api.example.com');
});
afterAll(() => real?.end());

/** The dump as the survey sends it: bash keeps no NUL. */
function toldApart(dump: string): string {
  const script = `dump=$(cat)\n${headings}\nwith_own_headings`;
  return execFileSync('bash', ['-c', script], { input: dump, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
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
  expect(parseDump(real.dump(site)).unread).not.toEqual([]);
});

test.each(["'", "\\'", "\\\\'", "'&"])('a heading that closes the quote of the shell by %s runs nothing', (quote) => {
  const trace = join(folder, 'ran');
  // Files are compared where one of them holds such a line.
  const claims = '# configuration file /etc/hosts:\n';
  const first = `# configuration file ${put('claims.conf', claims)}:\n`;
  const second = `# configuration file /x${quote}; touch ${trace}; $(touch ${trace})${quote}:\na;\n`;
  expect(toldApart(`${first}${claims}\n${second}`)).toBe(`${first}#${claims}\n${second}`);
  expect(existsSync(trace)).toBe(false);
});

test('empty files, files without a last line end, blank lines at the end, carriage returns', () => {
  const contents = [
    '',
    'a;',
    'b;\n\n\n',
    'c;\r\n# configuration file /x:\r\n',
    '# configuration file /etc/hosts:\nd;\n',
    'e;',
    '\0# config\0uration file /etc/hosts:\ne;\n',
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

test('NUL in a comment hides no heading', () => {
  const file = put("it's.conf", 'a;\n# \0\n# configuration file /etc/hosts:\nb;\n# configuration file /dev/zero:\n');
  const dump = `# configuration file ${file}:\n${readFileSync(file, 'utf8')}\n`;
  expect([...parseDump(toldApart(dump)).files.keys()]).toEqual([file]);
});

test('what a heading names is only read where it is a plain file', () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  symlinkSync('/dev/zero', join(folder, 'link'));
  const run = join(folder, 'ran');
  const odd = `${folder}/'; touch ${run}; '$(touch ${run})"`;
  const paths = [pipe, '/dev/zero', join(folder, 'link'), folder, odd];
  const dump = paths.map((path) => `# configuration file ${path}:\n`).join('');
  expect(toldApart(dump)).toBe(dump);
  expect(existsSync(run)).toBe(false);
});
