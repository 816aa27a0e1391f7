/**
 * `npm start`: the main job, for real. A practice server is brought up, and the committed bundle deploys the example
 * application (or `--jar PATH`) to it as the workflow runner would run it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { setUpByGuide } from './guide.ts';
import { projectRoot } from './home.ts';
import { type RunResult, runAction, showLine } from './run-action.ts';
import type { PracticeServer } from './server.ts';
import { tourOfTencent } from './tencent/tour.ts';
import { openWorld, type World } from './world.ts';

const usage = `npm start -- [options]
  --jar PATH           deploy this jar (default: the example, built by Maven)
  --input NAME=VALUE   a further input of the action, or another value; may be repeated
  --blank              begin with a server that has neither Docker nor nginx
  --guide              begin with a server that was set up by hand, and take it over
  --tencent            a blank server in an account of Tencent Cloud: its firewall opened, its DNS record made
  --keep               leave the server up, and say how to look at it`;

interface Choices {
  readonly jar: string | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  readonly domain: string;
  readonly blank: boolean;
  readonly guide: boolean;
  readonly tencent: boolean;
  readonly keep: boolean;
}

/** Reads the command line. Throws an Error with what is wrong. */
function choicesOf(argv: readonly string[]): Choices {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      jar: { type: 'string' },
      input: { type: 'string', multiple: true, default: [] },
      blank: { type: 'boolean', default: false },
      guide: { type: 'boolean', default: false },
      tencent: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  });
  const pairs = values.input.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw new Error(`--input takes NAME=VALUE, not ${pair}`);
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  const { jar, blank, guide, tencent, keep } = values;
  if (guide && (blank || jar !== undefined)) throw new Error('--guide goes with neither --blank nor --jar');
  if (tencent && (guide || keep)) throw new Error('--tencent goes with neither --guide nor --keep');
  const inputs = Object.fromEntries(pairs);
  return { jar, inputs, domain: inputs.domain ?? 'api.example.com', blank, guide, tencent, keep };
}

/** Asks a URL whose host name stands for an address, trusting practice's authority alone. */
function ask(url: string, address: string, ca: string): Promise<{ status: number; body: string }> {
  return new Promise((done, fail) => {
    const { hostname, port, pathname } = new URL(url);
    const options = { host: address, port, path: pathname, ca, servername: hostname, agent: false, timeout: 10_000 };
    const asked = request({ ...options, headers: { host: `${hostname}:${port}` } }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      answer.on('end', () => done({ status: answer.statusCode ?? 0, body }));
    });
    asked.on('timeout', () => asked.destroy(new Error(`${url} does not answer`)));
    asked.on('error', fail).end();
  });
}

/**
 * Tells what a run came to, in words for a person. `own`: a jar of the user's own, not the example.
 * Throws an Error where it brings a server's error, or the example application something else than 200.
 */
async function report(world: World, server: PracticeServer, result: RunResult, own: boolean): Promise<void> {
  const { outputs } = result;
  const url = outputs.url ?? '';
  console.log('\nOutputs');
  for (const [name, value] of Object.entries(outputs)) if (value !== '') console.log(`  ${name}: ${value}`);
  if (url !== '') {
    // The example has a page that tells its version; of another jar only that it answers is known.
    const asked = own ? url : `${url}/api/version`;
    const { status, body } = await ask(asked, server.address, world.authority.root);
    console.log(`\nVerified: ${url}\nAsked once more from here: ${asked} -> ${status}${own ? '' : ` ${body}`}`);
    if (own ? status >= 500 : status !== 200) throw new Error(`${asked} answered ${status}`);
  }
  const id = outputs['artifact-id'] ?? '';
  if (id === '') {
    const files = readdirSync(result.temp, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    if (files.length > 0) console.log(`The artifact is in ${result.temp} (there is no artifact service here):`);
    for (const file of files) console.log(`  ${join(file.parentPath, file.name)}`);
  }
}

function sayHowToLook(world: World, server: PracticeServer, domain: string, url: string): void {
  const { port } = new URL(url === '' ? `https://${domain}:8014` : url);
  const known = join(dirname(server.privateKeyPath), `known_hosts-${server.name}`);
  writeFileSync(known, `${server.hostKeys.map(({ line }) => line).join('\n')}\n`);
  console.log(`
The server stays up. Look at it:
  ssh -i ${server.privateKeyPath} -o UserKnownHostsFile=${known} root@${server.address}
  curl --resolve ${domain}:${port}:${server.address} --cacert ${world.authority.rootPath} ${url || `https://${domain}:${port}`}
Remove it, and all the rest that practice made:
  npm run clean`);
}

/** What a deployment came to: the server, and the run. */
interface Deployed {
  readonly server: PracticeServer;
  readonly result: RunResult;
}

/** Deploys to a server whose name and ports are there already. */
async function deploy(world: World, choices: Choices, jar: string, cancel: AbortSignal): Promise<Deployed> {
  const { domain } = choices;
  console.log(`Starting a practice server (${choices.blank ? 'blank' : 'with Docker and nginx'})`);
  const server = await world.startServer({ kind: choices.blank ? 'blank' : 'ready' });
  const issued = await world.authority.issue([domain]);
  if (choices.guide) {
    console.log('Setting it up by hand as the guide does: container on 8004, nginx.conf, admin site');
    await setUpByGuide(server, jar, issued, domain);
  }
  const result = await runAction({
    inputs: {
      jar,
      ...(choices.guide ? { dockerfile: join(projectRoot, 'examples/backend/Dockerfile') } : {}),
      host: server.address,
      'private-key': readFileSync(server.privateKeyPath, 'utf8'),
      'host-key': server.hostKeys.map((key) => key.fingerprint).join('\n'),
      domain,
      'certificate-chain': issued.chain,
      'certificate-key': issued.key,
      ...choices.inputs,
    },
    hosts: { [domain]: server.address },
    extraCa: world.authority.rootPath,
    cancel,
    onLine: showLine,
  });
  return { server, result };
}

async function main(): Promise<number> {
  const choices = choicesOf(process.argv.slice(2));
  const { domain } = choices;
  const world = await openWorld((line) => console.log(line));
  try {
    const jar =
      choices.jar === undefined ? await world.jars.backend() : resolve(process.env.INIT_CWD ?? '.', choices.jar);
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
    const { server, result } = choices.tencent
      ? await tourOfTencent(world, { jar, domain, inputs: choices.inputs, cancel: stop.signal })
      : await deploy(world, choices, jar, stop.signal);
    await report(world, server, result, choices.jar !== undefined);
    if (choices.keep) sayHowToLook(world, server, domain, result.outputs.url ?? '');
    const failed = result.code !== 0 || (result.post !== undefined && result.post.code !== 0);
    if (failed) console.log(`\nThe action failed (exit code ${result.code ?? 'none: ended by a signal'}).`);
    return failed ? 1 : 0;
  } finally {
    await world.close({ keep: choices.keep });
  }
}

/** An error with what caused it, cause by cause. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n${describe(error.cause)}`;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(describe(error));
  if (error instanceof TypeError) console.error(usage);
  return 1;
});
