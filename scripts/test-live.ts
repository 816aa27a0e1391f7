import { flaws } from '../practice/tencent/models.ts';
import { describe, type Failure, failuresOf } from '../src/messages/failure.ts';
import type { Log } from '../src/messages/log.ts';
import { versions } from '../src/tencent/actions.ts';
import type { Credentials } from '../src/tencent/credentials.ts';
import { openTencent } from '../src/tencent/open.ts';
import { parseDomain } from '../src/values/domain.ts';
import { parseInstanceId } from '../src/values/instance-id.ts';
import { parseSecretId, parseSecretWord } from '../src/values/tencent-credentials.ts';
import { defaultTencentEndpoint, tencentEndpointOf } from '../src/values/tencent-endpoint.ts';
import { parseTencentRegion } from '../src/values/tencent-region.ts';
import { type LiveTarget, readAll } from './live-reads.ts';
import { lineOf } from './tally.ts';

/**
 * Calls every action that reads, once, in an account of Tencent Cloud, and compares its answers with the SDK's models;
 * changes nothing. Exit code 0 only where none failed; 2 where it is not told of an account.
 */
const usage = `Set the credentials of an account of Tencent Cloud and a domain of it:

  export TENCENTCLOUD_SECRET_ID=AKID...
  export TENCENTCLOUD_SECRET_KEY=...
  export DOMAIN=api.example.com

Optional: TENCENTCLOUD_SESSION_TOKEN, INSTANCE_ID (lhins-... or ins-...), REGION (ap-guangzhou), ENDPOINT (${defaultTencentEndpoint}).
Nothing is changed: only actions that read are called, except the one that gives a private key.`;

const parseEndpoint = tencentEndpointOf(Object.keys(versions));
const words = (line: { readonly en: string }): void => console.log(`  ${line.en}`);
const log: Log = {
  group: (title, work) => {
    words(title);
    return work();
  },
  info: words,
  warning: words,
  output: (line) => console.log(`  ${line}`),
  debug: () => {},
};

const environment = (name: string): string => process.env[name]?.trim() ?? '';
const needed = ['TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY', 'DOMAIN'];
const missing = needed.filter((name) => environment(name) === '');
process.exitCode = missing.length > 0 ? refuse() : await run();

function refuse(): number {
  console.error(`Missing: ${missing.join(', ')}.\n\n${usage}`);
  return 2;
}

async function run(): Promise<number> {
  let told: { readonly credentials: Credentials; readonly endpoint: string; readonly target: LiveTarget };
  try {
    const endpoint = parseEndpoint(environment('ENDPOINT') || defaultTencentEndpoint);
    told = { credentials: readCredentials(), endpoint, target: readTarget() };
  } catch (error) {
    console.error(`${failuresOf(error).map(inEnglish).join('\n\n')}\n\n${usage}`);
    return 2;
  }
  const account = openTencent(
    {
      credentials: told.credentials,
      endpoint: told.endpoint,
      language: 'en',
      log,
      session: 'test-live',
      env: process.env,
      now: Date.now,
      sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
      idToken: () => Promise.reject(new Error('Not by OIDC here.')),
      hide: () => {},
    },
    new AbortController().signal,
  );
  const check = (action: Parameters<typeof flaws>[0], answer: unknown) => flaws(action, 'Response', answer);
  const lines = await readAll(account, told.target, check, ({ action, outcome, detail }) =>
    console.log(
      `${outcome === 'skipped' ? 'skipped' : outcome === 'passed' ? 'passed ' : 'FAILED '} ${action}: ${detail}`,
    ),
  );
  const count = (wanted: string): number => lines.filter(({ outcome }) => outcome === wanted).length;
  console.log(`\n${lineOf({ passed: count('passed'), failed: count('failed'), skipped: count('skipped') })}`);
  return count('failed') > 0 ? 1 : 0;
}

function readCredentials(): Credentials {
  const token = environment('TENCENTCLOUD_SESSION_TOKEN');
  return {
    kind: 'key',
    secretId: parseSecretId(environment('TENCENTCLOUD_SECRET_ID')),
    secretKey: parseSecretWord(environment('TENCENTCLOUD_SECRET_KEY'), 'TENCENTCLOUD_SECRET_KEY'),
    token: token === '' ? undefined : parseSecretWord(token, 'TENCENTCLOUD_SESSION_TOKEN'),
  };
}

function readTarget(): LiveTarget {
  const instanceId = environment('INSTANCE_ID');
  return {
    domain: parseDomain(environment('DOMAIN')),
    instanceId: instanceId === '' ? undefined : parseInstanceId(instanceId),
    region: parseTencentRegion(environment('REGION') || 'ap-guangzhou'),
  };
}

function inEnglish(failure: Failure): string {
  return describe(failure, 'en');
}
