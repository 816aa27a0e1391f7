import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { find } from '../../../practice/programs.ts';
import { type NginxVersion, parseNginxVersion } from '../../../src/nginx/version.ts';

const program = process.env.NGINX ?? find('nginx') ?? 'nginx';

/** A folder with an nginx of its own in it. */
export interface RealNginx {
  readonly folder: string;
  readonly version: NginxVersion;
  readonly chainPath: string;
  readonly keyPath: string;
  /** `nginx -t` with `site` in the http block: undefined when it passes, else what nginx says. */
  judge(site: string): string | undefined;
  /** What `nginx -T` prints. */
  dump(site: string): string;
  /** Starts it; ends with `end`. */
  start(site: string): Promise<void>;
  /** Ends what was started and removes the folder. */
  end(): Promise<void>;
}

/** Makes a folder with a self-signed certificate and the files that nginx needs. Throws when nginx is not installed. */
export function realNginx(domain: string): RealNginx {
  // First, since it throws where there is no nginx.
  const version = parseNginxVersion(
    spawnSync(program, ['-V'], { encoding: 'utf8' }).stderr ?? 'nginx is not installed',
  );
  const folder = mkdtempSync(join(tmpdir(), 'nginx-test-'));
  const path = (name: string) => join(folder, name);
  execFileSync(
    'openssl',
    [
      ...'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj'.split(' '),
      ...[
        `/CN=${domain}`,
        '-addext',
        `subjectAltName=DNS:${domain}`,
        '-keyout',
        path('key.pem'),
        '-out',
        path('chain.pem'),
      ],
    ],
    { stdio: 'ignore' },
  );
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${path(name)};`,
  );
  writeFileSync(
    path('nginx.conf'),
    `${user}daemon off;
pid ${path('nginx.pid')};
error_log ${path('error.log')};
events {}
http {
  access_log off;
  ${temporary.join('\n  ')}
  include conf.d/*.conf;
}
`,
  );
  execFileSync('mkdir', [path('conf.d')]);
  const args = ['-p', folder, '-c', path('nginx.conf'), '-e', path('error.log')];
  const put = (site: string) => writeFileSync(path('conf.d/site.conf'), site);
  let running: ChildProcess | undefined;
  return {
    folder,
    version,
    chainPath: path('chain.pem'),
    keyPath: path('key.pem'),
    judge: (site) => {
      put(site);
      const { status, stderr } = spawnSync(program, [...args, '-t'], { encoding: 'utf8' });
      return status === 0 ? undefined : stderr;
    },
    dump: (site) => {
      put(site);
      return execFileSync(program, [...args, '-T'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    },
    start: async (site) => {
      put(site);
      running = spawn(program, args, { stdio: 'inherit' });
      await once(running, 'spawn');
    },
    end: async () => {
      if (running && running.exitCode === null) {
        const exit = once(running, 'exit');
        running.kill('SIGTERM');
        await exit;
      }
      rmSync(folder, { recursive: true });
    },
  };
}

/** TCP ports of loopback that nobody listens on. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
