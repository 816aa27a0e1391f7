import { layOutAsFork, type OtherNginx, openResty, tengine } from '../../practice/layouts/other-nginx.ts';
import { domain, expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { expectRed, versionServed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  await scene.server.sh(`apt-get update >/dev/null 2>&1
apt-get install -y --no-install-recommends libnginx-mod-http-lua libnginx-mod-http-perl libnginx-mod-stream >/dev/null 2>&1
systemctl restart nginx.service`);
}, 300_000);
afterAll(() => scene?.close(), 60_000);

/** A neighbour's file below /etc/nginx, its bytes as Latin-1 reads them, and what it answers on its port. */
interface Neighbour {
  readonly file: string;
  readonly text: string;
  readonly port: number;
  readonly answer: string;
}

/** Two signs in GBK. */
const gbk = '\xba\xf3\xb6\xcb';

const neighbours: readonly Neighbour[] = [
  {
    file: 'conf.d/lua.conf',
    port: 8101,
    answer: 'hi',
    text: `server {
  listen 8101;
  access_by_lua_block { local t = {["}"]="{"} -- it's }
  }
  location / { content_by_lua_block { ngx.say("hi") } }
  location /odd { content_by_lua_block{ ngx.say('{' .. [==[ ]] } ]==]) --[[ } ]] } }
}
`,
  },
  {
    file: 'conf.d/perl.conf',
    port: 8102,
    answer: '{perl}',
    text: `server {
  listen 8102;
  location / { perl 'sub { my $r = shift; $r->send_http_header("text/plain"); $r->print("{perl}"); return OK; }'; }
}
`,
  },
  {
    // Windows' line ends, another encoding in a comment and in a value, odd quotes and expressions.
    file: 'conf.d/gbk.conf',
    port: 8103,
    answer: gbk,
    text: `# ${gbk} } "
map $uri $odd { "~*^\\{" 1; '' "}"; "~^/a{2}$" 2; default "a\\"b"; }
server {
  listen 8103;
  server_name "~^(www|api){1}\\.example\\.org$" '_';
  if ($http_user_agent ~* "(bot|spider){2,}") { return 403; }
  location ~ "^/\\d{3}/(?<x>[^/]+)$" { return 200 $x; }
  location / { default_type text/plain; return 200 "${gbk}"; }
}
include /etc/nginx/conf.d/[z-a]*.conf;
include /etc/nginx/none/*.conf;
`.replaceAll('\n', '\r\n'),
  },
  {
    file: 'conf.d/large.conf',
    port: 8104,
    answer: 'large',
    text: `${`# ${'x'.repeat(1000)}\n`.repeat(1000)}server { listen 8104; return 200 large; }\n`,
  },
  {
    file: 'modules-enabled/99-stream.conf',
    port: 8105,
    answer: 'large',
    text: 'stream { server { listen 8105; proxy_pass 127.0.0.1:8104; } }\n',
  },
];

const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64');

async function put(path: string, text: string): Promise<void> {
  await scene.server.sh(`base64 -d >${path}`, { input: base64(text) });
}

/** The neighbours answer, and their files are as they were put, to the byte. */
async function expectNeighbours(): Promise<void> {
  for (const { file, text, port, answer } of neighbours) {
    const said = await scene.server.sh(
      `for try in 1 2 3 4 5; do curl -sf http://127.0.0.1:${port}/ >/run/said && break; sleep 0.3; done; base64 -w0 </run/said`,
    );
    expect({ file, said: Buffer.from(said, 'base64').toString('latin1').trim() }).toEqual({ file, said: answer });
    expect(await scene.server.sh(`sha256sum </etc/nginx/${file}`)).toBe(
      await scene.server.sh('base64 -d | sha256sum', { input: base64(text) }),
    );
  }
}

describe('Debian’s nginx, with neighbours in Lua, Perl, GBK and more', () => {
  test('a deploy leaves them as they are', async () => {
    for (const { file, text } of neighbours) await put(`/etc/nginx/${file}`, text);
    await scene.server.sh('nginx -t 2>&1 && systemctl restart nginx.service');
    await expectNeighbours();
    const result = await deployStandIn(scene, '1');
    expectSuccess(result);
    expect(result.annotations.map(({ title }) => title)).not.toContain('NGINX_FILE_PASSED_BY');
    expect(await versionServed(scene)).toBe('1');
    await expectNeighbours();
  }, 300_000);

  test('a server of the domain in a file with Lua is taken over, the rest of the file stays to the byte', async () => {
    const file = '/etc/nginx/conf.d/by-hand.conf';
    const lua = (port: number) =>
      `server {\r\n  listen ${port}; # ${gbk}\r\n  location / { content_by_lua_block { ngx.say("{hi}") } }\r\n}\r\n`;
    const pair = await scene.server.sh(`cd /etc/nginx/ssl/${domain}/*/ && pwd`);
    const own = `server {
  listen 8014 ssl;
  server_name ${domain};
  ssl_certificate ${pair}/${domain}_bundle.crt;
  ssl_certificate_key ${pair}/${domain}.key;
  location / { proxy_pass http://127.0.0.1:8004; }
}`;
    await put(file, `${lua(8106)}${own}\r\n${lua(8107)}`);
    await scene.server.sh('rm /etc/nginx/conf.d/mccm-server.conf; nginx -t 2>&1 && systemctl reload nginx.service');
    expectSuccess(await deployStandIn(scene, '2'));
    expect(await versionServed(scene)).toBe('2');
    const left = Buffer.from(await scene.server.sh(`base64 -w0 <${file}`), 'base64').toString('latin1');
    const remark = `# ${domain}:8014 is served by the file of MCCM-server (deploy-miniprogram-backend)`;
    expect(left).toBe(`${lua(8106)}${remark}\r\n${lua(8107)}`);
    expect(await scene.server.sh('curl -sf http://127.0.0.1:8106/ http://127.0.0.1:8107/')).toBe('{hi}\n{hi}');
    await expectNeighbours();
  }, 300_000);
});

/** The fork is the only nginx, and its own pages are served; nothing of nginx was installed beside it. */
async function expectAlone({ name, program, unit }: OtherNginx): Promise<void> {
  expect(await scene.server.sh('curl -sf http://127.0.0.1/ http://127.0.0.1/lua')).toBe(`a page of ${name}\nhi`);
  expect(await scene.server.sh(`readlink /proc/$(pgrep -of 'nginx: master')/exe; systemctl is-active ${unit}`)).toBe(
    `${program}\nactive`,
  );
  expect(
    await scene.server.sh("dpkg-query -W -f '${db:Status-Status} ${Package}\\n' | grep -c '^installed nginx' || true"),
  ).toBe('0');
}

test('OpenResty’s, which includes no folder, is refused; once the cure is followed, the deploy is green', async () => {
  await layOutAsFork(scene.server, openResty);
  const refused = await deployStandIn(scene, '3');
  expectRed(refused, 'NGINX_NO_INCLUDE');
  const said = refused.annotations.find(({ title }) => title === 'NGINX_NO_INCLUDE')?.message ?? '';
  const { main, prefix } = openResty;
  const folder = `${prefix}/conf/conf.d`;
  expect(said).toContain(`\`mkdir -p ${folder}\``);
  expect(said).toContain(`http block of ${main}: \`include ${folder}/*.conf;\``);
  await scene.server.sh(`mkdir -p ${folder} && ${include(openResty, folder)}`);
  const before = await scene.server.sh(`sha256sum ${main}`);
  expectSuccess(await deployStandIn(scene, '3'));
  expect(await versionServed(scene)).toBe('3');
  expect(await scene.server.sh(`ls ${folder}`)).toBe('mccm-server.conf');
  expect(await scene.server.sh(`sha256sum ${main}`)).toBe(before);
  await expectAlone(openResty);
}, 300_000);

test('OpenResty’s, which is stopped, is found and started by its own unit, and nothing is installed', async () => {
  await scene.server.sh(`systemctl stop ${openResty.unit}; ! pgrep -f 'nginx: maste[r]'`);
  expectSuccess(await deployStandIn(scene, '3'));
  expect(await versionServed(scene)).toBe('3');
  await expectAlone(openResty);
}, 300_000);

test('Tengine’s, whose program bears its own name, holds its ports itself; a folder that it includes is made', async () => {
  await scene.server.sh(`systemctl disable --now ${openResty.unit} 2>&1
rm -r ${openResty.prefix} /etc/systemd/system/${openResty.unit}`);
  await layOutAsFork(scene.server, tengine);
  await scene.server.sh(include(tengine, 'vhost'));
  for (const version of ['4', '5']) {
    expectSuccess(await deployStandIn(scene, version));
    expect(await versionServed(scene)).toBe(version);
  }
  expect(await scene.server.sh("ss -Hltnp 'sport = :8014' | grep -c '\"tengine\"'")).toBe('1');
  expect(await scene.server.sh(`ls ${tengine.prefix}/conf/vhost`)).toBe('mccm-server.conf');
  await expectAlone(tengine);
}, 300_000);

/** Bash that has the http block of its main file include a folder. */
function include({ main }: OtherNginx, folder: string): string {
  return `sed -i 's|^http {|&\\n    include ${folder}/*.conf;|' ${main}`;
}
