/**
 * The registry of the practice world, a process of its own: `node docker-registry.ts HOST PORT`. Debian's docker-registry
 * stands behind it; a base image is made and pushed there when its name is first asked for.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type BaseImageName, baseImage, baseImageNames } from './base-images.ts';
import { type Engine, runningEngine } from './engine.ts';
import { folder } from './home.ts';
import { freePort } from './ports.ts';
import { end } from './processes.ts';
import { find } from './programs.ts';
import { until } from './waiting.ts';

const say = (line: string): void => console.log(line);
const storage = folder('mirror', 'storage');

/** Starts Debian's registry on loopback, which every engine takes without TLS; returns its port. */
async function startBehind(): Promise<number> {
  const port = await freePort('127.0.0.1');
  const config = join(folder('mirror'), 'config.json');
  const settings = {
    version: '0.1',
    log: { level: 'warn', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: storage }, delete: { enabled: true } },
    http: { addr: `127.0.0.1:${port}` },
  };
  // JSON is YAML, which the registry reads.
  writeFileSync(config, JSON.stringify(settings));
  const child = spawn(find('docker-registry') ?? 'docker-registry', ['serve', config], { stdio: 'inherit' });
  child.on('exit', () => process.exit(1));
  process.on('SIGTERM', () => void end(child.pid ?? 0).then(() => process.exit(0)));
  await until("Debian's registry", 30, async () =>
    (await fetch(`http://127.0.0.1:${port}/v2/`)).ok ? true : undefined,
  );
  return port;
}

/** Makes and pushes an image where the registry has not got it as it is made today. */
async function offer(engine: Engine, port: number, name: BaseImageName): Promise<void> {
  const marker = join(folder('mirror', 'offered'), name);
  const image = await baseImage(engine, name, say);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === image) return;
  const pushed = `127.0.0.1:${port}/library/${name}`;
  await engine.docker(['tag', image, pushed]);
  await engine.docker(['push', pushed]);
  await engine.docker(['rmi', pushed]);
  writeFileSync(marker, image);
}

/** The base image whose manifest a path asks for. */
function askedFor(path = ''): BaseImageName | undefined {
  const [, repository, tag] = /^\/v2\/library\/([^/]+)\/manifests\/([^/]+)$/.exec(path) ?? [];
  return baseImageNames.find((name) => name === `${repository}:${tag}`);
}

function handOn(port: number, asked: IncomingMessage, answer: ServerResponse): void {
  const { method = 'GET', url = '/', headers } = asked;
  const behind = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (received) => {
    answer.writeHead(received.statusCode ?? 502, received.headers);
    received.pipe(answer);
  });
  behind.on('error', (error) => refuse(answer, error.message));
  answer.on('close', () => behind.destroy());
  asked.pipe(behind);
}

function refuse(answer: ServerResponse, message: string): void {
  console.error(message);
  if (answer.headersSent) answer.destroy();
  else answer.writeHead(502).end(JSON.stringify({ errors: [{ code: 'UNKNOWN', message }] }));
}

const [host = '', port = ''] = process.argv.slice(2);
const engine = await runningEngine();
if (engine === undefined) throw new Error('No Docker Engine answers');
const behind = await startBehind();
const offered = new Map<BaseImageName, Promise<void>>();
createServer((asked, answer) => {
  const name = askedFor(asked.url);
  if (name === undefined) return handOn(behind, asked, answer);
  const ready = offered.get(name) ?? offer(engine, behind, name);
  offered.set(name, ready);
  ready.then(
    () => handOn(behind, asked, answer),
    (error: Error) => {
      offered.delete(name);
      refuse(answer, error.message);
    },
  );
}).listen(Number(port), host);
