import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import type { RunResult } from '../../practice/run-action.ts';
import { until } from '../../practice/waiting.ts';
import { domain, type Scene } from './scene.ts';

/** What the site answered. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Asks the server by its domain over https on a connection of its own, the practice authority trusted. */
export function ask({ server, world }: Scene, path: string, port = 8014): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request(
      {
        host: server.address,
        port,
        path,
        servername: domain,
        headers: { host: `${domain}:${port}` },
        ca: world.authority.root,
        agent: false,
        timeout: 70_000,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail);
        response.on('end', () => done({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      },
    );
    asked.on('error', fail).on('timeout', () => asked.destroy(new Error('no answer in time')));
    asked.end();
  });
}

/** Which version of the example application serves over https. */
export async function versionServed(scene: Scene, port = 8014): Promise<string> {
  const { status, body } = await ask(scene, '/api/version', port);
  if (status !== 200) throw new Error(`status ${status}: ${body.slice(0, 200)}`);
  return (JSON.parse(body) as { version: string }).version;
}

/** Which version serves, as soon as one does. */
export function versionOnceServed(scene: Scene, seconds = 60): Promise<string> {
  return until('an answer over https', seconds, () => versionServed(scene));
}

/** What the application has on the server: containers, release folders, images, its nginx file, what is current. */
export function belongings({ server }: Scene): Promise<string> {
  return server.sh(`
docker ps -a --format 'container {{.Names}}' | sort
ls /docker/app/*/releases 2>/dev/null | sed 's/^/release /'
docker images --format 'image {{.Repository}}:{{.Tag}}' | grep '^image mccm' | sort
ls -l /docker/app/*/current 2>/dev/null | sed 's/.* -> /current /'
sha256sum /etc/nginx/conf.d/mccm-server.conf 2>/dev/null
true`);
}

/** Fails unless the run is red with `code`: exit code, output, an annotation with its title and a cure. */
export function expectRed(result: RunResult, code: string): void {
  const seen = `exit code ${result.code}, ${result.outputs['error-code']}\n${result.log}`;
  if (result.outputs['error-code'] !== code) throw new Error(`${code} was expected: ${seen}`);
  expect(result.code).toBe(1);
  const annotation = result.annotations.find(({ level, title }) => level === 'error' && title === code);
  if (annotation === undefined) throw new Error(`no annotation ${code}: ${seen}`);
  expect(annotation.message).toMatch(new RegExp(`^${code}: .+\\nWhy: .+\\nWhat to do: .{20,}`));
  expect(result.summary).toContain(`**${code}**`);
}

/** Everything of a run that somebody can read: log, summary, outputs, artifact. */
export function everythingSaid(result: RunResult): string {
  const folders = readdirSync(result.temp, { recursive: true, withFileTypes: true });
  const files = folders.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return [
    result.log,
    result.summary,
    JSON.stringify(result.outputs),
    ...files.map((f) => readFileSync(f, 'utf8')),
  ].join('\n');
}

/** A promise that resolves when the log of a run shows a line that matches, and what hears the log. */
export function lineIn(pattern: RegExp): { readonly seen: Promise<void>; readonly onLine: (line: string) => void } {
  let tell: () => void = () => {};
  const seen = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return {
    seen,
    onLine: (line) => {
      if (pattern.test(line)) tell();
    },
  };
}

/** Waits for `event` of a run that must not have ended before it. */
export async function before(run: Promise<RunResult>, event: Promise<void>): Promise<void> {
  const early = await Promise.race([event, run]);
  if (early !== undefined) throw new Error(`the run ended early with ${early.code}\n${early.log}`);
}
