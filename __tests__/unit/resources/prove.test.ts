import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExpectedResponse } from '../../../src/nginx/expected-response.ts';
import { nginxFunctions } from '../../../src/resources/site/nginx-command.ts';
import { proveScript } from '../../../src/resources/site/prove-script.ts';
import { reloadScript } from '../../../src/resources/site/reload-script.ts';
import { testScript } from '../../../src/resources/site/test-script.ts';
import { type Traces, traceFunctions } from '../../../src/resources/site/traces-script.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { failureIn } from '../../../src/server/script-protocol.ts';
import { nginx as surveyed } from '../deployment/decision-inputs.ts';
import { fastClock, openPrograms, type Programs } from './programs.ts';

let programs: Programs;
let log: string;
beforeEach(() => {
  programs = openPrograms();
  log = join(programs.folder, 'error.log');
  write('error.log', '2026/11/20 01:00:00 [emerg] 70#70: unknown directive "of_last_week" in /etc/nginx/old.conf:9\n');
});
afterEach(() => programs.remove());

function write(name: string, text: string): void {
  writeFileSync(join(programs.folder, name), text);
}

const own = () => join(programs.folder, 'mccm-server.conf');
const neighbour = () => join(programs.folder, 'neighbour.conf');

function traces(): Traces {
  const dump = [join(programs.folder, 'nginx.conf'), own(), neighbour()]
    .map((path) => `# configuration file ${path}:\n`)
    .join('');
  return {
    nginx: { ...surveyed, program: join(programs.folder, 'bin/nginx'), dump },
    domain: 'api.example.com',
    file: own(),
    errorLog: log,
    folder: programs.folder,
  };
}

const expected: ExpectedResponse = {
  scheme: 'https',
  domain: 'api.example.com',
  port: 8014,
  path: '/deploy-proof/1f',
  status: [{ from: 200, to: 200 }],
  release: 'R1',
  configuration: 'c1',
  fingerprint: 'f1',
};

interface Scene {
  /** Bash that stands for a look at nginx; `$n` counts. */
  readonly look: string;
  /** What the error log gets after the reload. */
  readonly logged?: string;
  /** Bash of the functions that ask the server. */
  readonly more?: string;
  readonly seconds?: number;
}

/** Proves on a server whose nginx is master 70 with the old worker 71 and the new one 72, and that listens on 8014. */
function prove({ look, logged = '', more = '', seconds = 20 }: Scene) {
  const stubs = `${fastClock}
trap 'echo "$SECONDS" >"$TEST/ended"' EXIT
look_at_nginx() { n=$(($(cat "$TEST/n" 2>/dev/null || echo 0) + 1)); echo $n >"$TEST/n"; ${look}; }
nginx_masters() { echo 70; }
nginx_workers() { echo '71 1'; }
serves() { [ -e "$TEST/old-serves" ]; }
holder_of() { echo 'nginx (pid 70)'; }
${more}
note_reload
cat >>"$TEST/error.log" <<'LOG'
${logged}
LOG
`;
  const script = [prelude, 'set -eu', nginxFunctions(traces().nginx), traceFunctions(traces())]
    .concat(proveScript([expected], traces(), 'echo "log of the application"').replace(/^want_/m, `${stubs}\nwant_`))
    .join('\n');
  return programs.server.run(script.replace('SECONDS + 20', `SECONDS + ${seconds}`));
}

const looks = async () => Number((await programs.server.run('cat "$TEST/n"')).stdout);

test('five fresh connections in a row must all bring the new state', async () => {
  expect(await prove({ look: 'echo 200 R1 c1 f1' })).toMatchObject({ code: 0 });
  expect(await looks()).toBe(5);
});

test('one of the old workers among them begins the count anew', async () => {
  const look = 'if [ $n = 4 ]; then echo 200 R0 c0 f1; else echo 200 R1 c1 f1; fi';
  expect(await prove({ look })).toMatchObject({ code: 0 });
  expect(await looks()).toBe(9);
});

const line = (text: string, pid = 70): string => `2026/11/26 09:00:00 ${text.replace(']', `] ${pid}#${pid}:`)}`;
const bind = [1, 2, 3, 4, 5]
  .map(() => line('[emerg] bind() to 0.0.0.0:8014 failed (98: Address already in use)'))
  .concat(line('[emerg] still could not bind()'))
  .join('\n');

test.each<[string, Scene, RegExp]>([
  [
    'another program holds the port',
    { look: 'echo - - - -', logged: bind, more: "holder_of() { echo 'perl (pid 7)'; }" },
    /wants port 8014, which perl \(pid 7\) holds/,
  ],
  [
    'nginx itself holds it for another listen',
    { look: 'echo - - - -', logged: bind },
    /nginx itself holds the port by another `listen`: \S+neighbour.conf:2\./,
  ],
  [
    'the new configuration is refused',
    {
      look: 'echo 200 R0 c0 f1',
      logged: line('[emerg] host not found in upstream "shop" in /etc/nginx/conf.d/shop.conf:3'),
    },
    /host not found in upstream "shop".*shop\.conf is not a file of this application.*Correct \/etc\/nginx\/conf\.d\/shop\.conf:3\. Verify/s,
  ],
  [
    'it names a file, and no place',
    {
      look: 'echo 200 R0 c0 f1',
      logged: line('[emerg] cannot load certificate "/home/x/cert.pem": BIO_new_file() failed (SSL: error:80000002)'),
    },
    /Correct \S+neighbour\.conf:3\./,
  ],
  ['nginx does not run', { look: 'echo - - - -', more: 'nginx_masters() { :; }' }, /nginx does not run/],
  ['nobody listens', { look: 'echo - - - -', more: 'holder_of() { :; }' }, /No program listens on port 8014/],
  [
    'another program answers',
    { look: 'echo 200 - - f9', more: "holder_of() { echo 'java (pid 9)'; }" },
    /java \(pid 9\) listens on port 8014, not nginx/,
  ],
  [
    'a server there expects the PROXY protocol',
    {
      look: 'echo - - - -',
      logged: line('[error] *5 broken header: "GET" while reading PROXY protocol, client: 127.0.0.1'),
    },
    /listens with `proxy_protocol` \(\S+neighbour\.conf:5\)/,
  ],
  [
    'connections to itself are rejected',
    { look: 'echo - - - -', more: 'timeout() { false; }' },
    /a packet filter does this/,
  ],
  ['the connection is closed', { look: 'echo - - - -', more: 'timeout() { true; }' }, /closed them without an answer/],
  [
    'another server answers',
    { look: 'echo 404 - - f9' },
    /Another server of nginx answered with status 404; see \S+neighbour/,
  ],
  [
    'the snippet answers',
    { look: 'echo 403 - - f1', more: 'where_listens() { :; }' },
    /answered 403 itself before the request reached the application; see \S+mccm-server\.conf:6\./,
  ],
  [
    'the snippet closes the connection',
    { look: 'echo - - - f1', more: 'where_listens() { :; }' },
    /closed the connection itself/,
  ],
  [
    'old workers answer',
    { look: 'echo 200 R0 c0 f1' },
    /Worker processes with the old configuration still answer \(release R0/,
  ],
  ['another certificate is served', { look: 'echo 200 R1 c1 f0' }, /another certificate on port 8014 \(SHA-256 f0\)/],
  [
    'the application stopped',
    {
      look: 'echo 502 R1 c1 f1',
      logged: line(
        '[error] *5 connect() failed (111: Connection refused) while connecting to upstream, request: "GET /deploy-proof/1f HTTP/1.1"',
      ),
    },
    /the application behind it fails \(status 502\).*Connection refused/s,
  ],
  [
    'requests are limited',
    {
      look: 'echo 503 R1 c1 f1',
      logged: line('[error] *5 limiting requests, excess: 1.0 by zone "a", request: "GET /deploy-proof/1f HTTP/1.1"'),
    },
    /the answer has status 503\. It said: .*limiting requests/,
  ],
  ['it answers otherwise', { look: 'echo 401 R1 c1 f1' }, /the answer has status 401/],
])('what is told where %s', async (_, scene, told) => {
  programs.put('nginx', `cat "$TEST/bin/dump"`);
  const theirs =
    'server {\n  listen [::]:8014 ssl ipv6only=off;\n  ssl_certificate /home/x/cert.pem;\n}\nserver { listen 8014 ssl proxy_protocol; }\n';
  const ours =
    '# managed by x\nserver {\n  listen 8014 ssl;\n  location / { }\n    # nginx-snippet\n  return 403;\n}\n';
  write('neighbour.conf', theirs);
  write('mccm-server.conf', ours);
  write('bin/dump', `# configuration file ${own()}:\n${ours}# configuration file ${neighbour()}:\n${theirs}`);
  const result = await prove({ seconds: 0, ...scene });
  const failed = failureIn(result);
  expect(failed?.code).toBe('NGINX_NOT_SWITCHED');
  expect(`${failed?.text.why.en}\n${failed?.text.cure.en}`).toMatch(told);
  expect(result.stderr).not.toContain('of_last_week');
  expect(result.stderr.includes('log of the application')).toBe(scene.look.includes('502'));
});

test('of the log nothing is shown that other requests wrote', async () => {
  const logged = [
    line('[error] *7 connect() failed (111), client: 203.0.113.9, server: b, request: "GET /reset/hunter2 HTTP/1.1"'),
    line('[error] *8 open() "/x" failed (2), client: 127.0.0.1, server: b, request: "GET /hunter2 HTTP/1.1"'),
    line('[error] *9 [lua] access.lua:3: token hunter2'),
    'stack traceback: hunter2',
    line('[error] *10 upstream said no, client: 127.0.0.1, request: "GET /deploy-proof/1f HTTP/1.1"'),
    line('[alert] worker process 9 exited on signal 11'),
  ].join('\n');
  const { stderr } = await prove({ look: 'echo 502 R1 c1 f1', seconds: 0, logged });
  expect(stderr).not.toContain('hunter2');
  expect(stderr).toContain('upstream said no');
  expect(stderr).toContain('exited on signal 11');
});

describe('it ends before its time', () => {
  const ended = async (scene: Scene): Promise<number> => {
    expect(failureIn(await prove(scene))?.code).toBe('NGINX_NOT_SWITCHED');
    return Number((await programs.server.run('cat "$TEST/ended"')).stdout);
  };

  test('where nginx gave the new configuration up', async () => {
    expect(await ended({ look: 'echo 200 R0 c0 f1', logged: bind })).toBeLessThan(4);
  });

  test('where new workers answer, and always the same', async () => {
    expect(await ended({ look: 'echo 403 - - f1' })).toBeLessThan(6);
  });

  test.each<[string, Scene]>([
    ['workers of before still serve', { look: 'echo 403 - - f1', more: ': >"$TEST/old-serves"' }],
    ['the application may come back', { look: 'echo 502 R1 c1 f1' }],
    [
      'somebody else’s nginx -t complains',
      { look: 'echo 502 R1 c1 f1', logged: line('[emerg] unknown directive "x" in /x:1', 99) },
    ],
    ['a port may be free at the next try', { look: 'echo 502 R1 c1 f1', logged: bind.split('\n')[0] ?? '' }],
  ])('but not where %s', async (_, scene) => {
    expect(await ended(scene)).toBeGreaterThanOrEqual(20);
  });
});

describe('lines since nginx was told to read its files', () => {
  const since = async (change: string): Promise<string> => {
    const functions = [prelude, 'set -eu', nginxFunctions(traces().nginx), traceFunctions(traces())].join('\n');
    const { stdout } = await programs.server.run(`${functions}\nnote_reload\n${change}\nlog_since_reload`);
    return stdout;
  };

  test.each<[string, string, string]>([
    ['grew', 'echo new >>"$TEST/error.log"', 'new\n'],
    ['did not', '', ''],
    ['was rotated', 'mv "$TEST/error.log" "$TEST/error.log.1"; echo new >"$TEST/error.log"', 'new\n'],
    ['was emptied', 'echo new >"$TEST/error.log"', 'new\n'],
    ['became a link', 'mv "$TEST/error.log" "$TEST/x"; ln -s x "$TEST/error.log"', ''],
    ['had no room for the note', 'echo new >>"$TEST/error.log"; : >"$TEST/reload"', ''],
  ])('a log that %s', async (_, change, lines) => {
    expect(await since(change)).toBe(lines);
  });
});

describe('an nginx that does not start', () => {
  const told = async (systemctl: string, journal = '') => {
    programs.put('systemctl', systemctl);
    programs.put('journalctl', `cat <<'LOG'\n${journal}\nLOG`);
    programs.put('nginx', 'cat "$TEST/bin/dump"');
    write('neighbour.conf', '');
    write('bin/dump', `# configuration file ${neighbour()}:\nserver { listen 80; }\n`);
    const stopped = { ...traces(), nginx: { ...traces().nginx, state: 'stopped' as const } };
    const script = reloadScript(stopped).replace(
      /\nnote_reload\n/,
      '\nholder_of() { echo "perl (pid 7)"; }\nnote_reload\n',
    );
    const result = await programs.server.run(`${prelude}\nset -eu\n${script}`);
    const found = failureIn(result);
    expect(found?.code).toBe('NGINX_NOT_STARTED');
    return `${found?.text.what.en}\n${found?.text.why.en}\n${found?.text.cure.en}`;
  };

  test('since its unit is masked', async () => {
    const said = 'Failed to restart nginx.service: Unit nginx.service is masked.';
    expect(await told(`case $1 in show) echo LoadState=masked ;; restart) echo '${said}' >&2; exit 1 ;; esac`)).toMatch(
      /Unit nginx\.service is masked\.\n.*masked unit\.\n.*`systemctl unmask nginx\.service`/,
    );
  });

  test('since a port of a neighbour’s is held', async () => {
    const journal =
      'nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)\nnginx: [emerg] still could not bind()';
    expect(await told('[ "$1" != restart ]', journal)).toMatch(
      /neighbour\.conf:1 wants port 80, which perl \(pid 7\) holds/,
    );
  });

  test('since a neighbour’s file is broken', async () => {
    const journal = 'nginx: [emerg] unknown directive "x" in /etc/nginx/conf.d/shop.conf:4';
    expect(await told('[ "$1" != restart ]', journal)).toMatch(/Correct \/etc\/nginx\/conf\.d\/shop\.conf:4\./);
  });

  test('and nobody says why: the state of its unit', async () => {
    const systemctl =
      'case $1 in show) printf "LoadState=loaded\\nActiveState=failed\\nResult=timeout\\n" ;; restart) echo Job failed.; exit 1 ;; esac';
    expect(await told(systemctl)).toMatch(/Job failed\. \(LoadState=loaded ActiveState=failed Result=timeout \)/);
  });
});

describe('a configuration that nginx refuses', () => {
  const told = async (said: string, dump?: string) => {
    programs.put('unshare', `echo "nginx: $(cat "$TEST/said")" >&2; exit 1`);
    write('said', `[emerg] ${said}`);
    write('mccm-server.conf', '# managed by deploy-miniprogram-backend: app Shop, release R, configuration c\n');
    const { nginx, ...rest } = traces();
    const there = { ...rest, nginx: dump === undefined ? nginx : { ...nginx, dump } };
    const result = await programs.server.run(
      `${prelude}\nset -eu\n${testScript(there, [], join(programs.folder, 'stage'))}`,
    );
    const found = failureIn(result);
    return `${found?.code} ${found?.text.why.en} ${found?.text.cure.en}`;
  };

  test('for the file of the application itself', async () => {
    expect(await told(`unknown directive "x" in ${own()}:7`)).toMatch(
      /^NGINX_REFUSED .* is the file of this application\..*nginx-snippet/,
    );
  });

  test('for a neighbour’s, or for another application’s', async () => {
    expect(await told('unknown directive "x" in /etc/nginx/conf.d/shop.conf:7')).toMatch(
      /^NGINX_REFUSED \S+ is not a file of this application\..*Correct \/etc\/nginx\/conf\.d\/shop\.conf:7\. Verify with `\S+nginx -t`/,
    );
    write('neighbour.conf', '# managed by deploy-miniprogram-backend: app Shop, release R, configuration c\n');
    expect(await told(`unknown directive "x" in ${neighbour()}:7`)).toMatch(/belongs to the application Shop\./);
  });

  test('for a table of names that is too small', async () => {
    const said = 'could not build server_names_hash, you should increase server_names_hash_bucket_size: 64';
    expect(await told(said)).toMatch(/^NGINX_NAMES_HASH .*Add this line .*server_names_hash_bucket_size 128;/);
    // nginx takes the directive once.
    const dump = '# configuration file /etc/nginx/a.conf:\nhttp {\n  server_names_hash_bucket_size 64;\n}\n';
    expect(await told(said, dump)).toMatch(/^NGINX_NAMES_HASH .*Change \/etc\/nginx\/a\.conf:2, .*_size 128;/);
  });
});
