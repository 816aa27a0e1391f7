/**
 * Brings up a practice server for a workflow and leaves it up: what the steps that come need is written to
 * $GITHUB_OUTPUT, as a runner's step does it. `npm run clean` removes the server.
 */
import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { openWorld } from './world.ts';

const file = process.env.GITHUB_OUTPUT;
if (file === undefined) throw new Error('GITHUB_OUTPUT names no file; `npm start -- --keep` is for people');
const world = await openWorld((line) => console.log(line));
const server = await world.startServer({ kind: 'ready' });
const domain = 'api.example.com';
const issued = await world.authority.issue([domain]);
const outputs = {
  jar: await world.jars.backend(),
  host: server.address,
  'host-key': server.hostKeys.map((key) => key.fingerprint).join('\n'),
  'private-key': readFileSync(server.privateKeyPath, 'utf8'),
  domain,
  'certificate-chain': issued.chain,
  'certificate-key': issued.key,
  'ca-path': world.authority.rootPath,
};
for (const [name, value] of Object.entries(outputs)) {
  const end = randomUUID();
  appendFileSync(file, `${name}<<${end}\n${value.trimEnd()}\n${end}\n`);
}
await world.close({ keep: true });
console.log(`${server.name} is up at ${server.address}`);
