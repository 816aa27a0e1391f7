import type { Deployment } from '../../../src/deployment/plan.ts';
import { type Failure, Failures } from '../../../src/messages/failure.ts';
import { nginx, surveyed } from './decision-inputs.ts';
import { planned, providedInputs } from './provided.ts';

/** Plans for a server whose nginx reads `file` besides. */
function plan(file: string): Deployment {
  const dump = `${nginx.dump}# configuration file /etc/nginx/conf.d/odd.conf:\n${file}`;
  return planned(providedInputs(surveyed({ nginx: { ...nginx, dump } })));
}

function refusal(file: string): readonly Failure[] {
  try {
    plan(file);
    return [];
  } catch (error) {
    if (error instanceof Failures) return error.failures;
    throw error;
  }
}

const odd = 'odd "hunter2"hunter2 {\n';

test.each([
  ['a file without our name', `a;\n${odd}`],
  ['our name in a comment', `# server { listen 8014; server_name api.example.com; }\n${odd}`],
  ['a longer name', `server { listen 8014; server_name www.api.example.com; }\n${odd}`],
  ['our name on another port', `server { listen 127.0.0.1:8015 ssl; server_name api.example.com; }\n${odd}`],
])('a syntax that nginx reads and we do not is passed by, with a warning: %s', (_, file) => {
  const { notices } = plan(file);
  expect(notices.map(({ code }) => code)).toEqual(['NGINX_FILE_PASSED_BY']);
  expect(notices[0]?.text.what.en).toContain('/etc/nginx/conf.d/odd.conf cannot be read from line 2 on');
  expect(JSON.stringify(notices[0]?.text)).not.toContain('hunter2');
});

test.each([
  'server { listen 8014 ssl; server_name api.example.com; }\n',
  'server { listen "[::]:8014" ssl; server_name a "API.example.com"; }\n',
  'server {\n listen 8000-8100;\n server_name\n  .api.example.com;\n}\n',
])('but not where our own name and port are in that file: %j', (server) => {
  const failed = refusal(`${server}${odd}`);
  expect(failed.map(({ code }) => code)).toEqual(['NGINX_UNREADABLE']);
  expect(failed[0]?.text.what.en).toContain('it has a server for api.example.com:8014');
  expect(JSON.stringify(failed[0]?.text)).not.toContain('hunter2');
});

test('a block of another language is nothing to speak of', () => {
  expect(plan('server { content_by_x_block { {"a": "}"} } }\n').notices).toEqual([]);
});

test.each(['', 'included by '])(
  'a file that cannot be read, %sthe main file: what it includes is known, and our file goes there',
  (more) => {
    const folder = '/usr/local/openresty/nginx/conf';
    const main = `# configuration file ${folder}/nginx.conf:\n`;
    const there =
      '# configuration file /usr/local/openresty/nginx/conf/conf.d/a.conf:\nserver { listen 8014 ssl; server_name api.example.com; }\n';
    const odd = 'http {\n  include conf.d/*.conf;\n}\nodd "a"b {\n';
    const text = more === '' ? odd : `include http.conf;\n# configuration file ${folder}/http.conf:\n${odd}`;
    const inputs = (dump: string) => providedInputs(surveyed({ nginx: { ...nginx, dump } }), { adopt: 'false' });
    const { notices, plan: made } = planned(inputs(`${main}${text}`));
    expect(notices.map(({ code }) => code)).toEqual(['NGINX_FILE_PASSED_BY']);
    expect(JSON.stringify(made.steps)).toContain('/usr/local/openresty/nginx/conf/conf.d/mccm-server.conf');
    expect(() => planned(inputs(`${main}${text}${there}`))).toThrow('SERVER_BLOCK_TAKEN');
  },
);
