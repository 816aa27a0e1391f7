import { posix } from 'node:path';
import { lastLines, mustSucceed } from '../../../engine/apply.ts';
import { acmeAccountKey, acmeFolder, pendingCertificate } from '../../../layout/acme-paths.ts';
import { type Failure, failure } from '../../../messages/failure.ts';
import { Secret } from '../../../redaction/secret.ts';
import { underSharedLock } from '../../../server/lock-script.ts';
import { prelude } from '../../../server/prelude.ts';
import { factsIn, withoutProtocol } from '../../../server/script-protocol.ts';
import type { ScriptResult, Server } from '../../../server/server.ts';
import { makeFolders } from '../../../shell/make-folders.ts';
import { quote } from '../../../shell/quote.ts';

/** Whose certificate is being issued, by the authority with which directory. */
export interface Pending {
  readonly directory: string;
  readonly domain: string;
}

/** What the server has for it: of keys only whether they are there. */
export interface PendingState {
  readonly hasAccount: boolean;
  readonly hasKey: boolean;
  /** URL of the order that an earlier run noted. */
  readonly order: string | undefined;
}

/** The request for a certificate, whose private key stays on the server. */
export interface KeptRequest {
  /** PEM. */
  readonly request: string;
  /** SubjectPublicKeyInfo of that key, PEM. */
  readonly publicKey: string;
  /** Whether the key is one that an earlier run made. */
  readonly isKept: boolean;
  readonly order: string | undefined;
}

/** Looks, and changes nothing. */
export async function lookAtPending(server: Server, { directory, domain }: Pending): Promise<PendingState> {
  const { folder, key, request, order } = pendingCertificate(directory, domain);
  const script = `roots_alone ${quote(folder)}
fact account "$([ -s ${quote(acmeAccountKey(directory))} ] && echo yes)"
fact key "$([ -s ${quote(key)} ] && [ -s ${quote(request)} ] && echo yes)"
fact order "$(head -c 2000 ${quote(order)} 2>/dev/null)"`;
  const { account, key: hasKey, order: url } = factsIn((await runScript(server, script)).stdout);
  return { hasAccount: account === 'yes', hasKey: hasKey === 'yes', order: urlOf(url) };
}

/**
 * Makes the account's key, and the certificate's with its request, where they are missing. They stay on the server: the
 * request alone comes here. A request that does not fit its key is made anew. The folder is root's alone, since who can write
 * there could have a key of theirs certified (rule *Roots alone*). Throws `Failure`.
 */
export async function makeRequest(server: Server, { directory, domain }: Pending): Promise<KeptRequest> {
  const { folder } = pendingCertificate(directory, domain);
  const unmade = ({ stderr }: ScriptResult): Failure =>
    failure('ACME_KEY_UNMADE', { folder }, { evidence: lastLines(withoutProtocol(stderr), 20) });
  const result = await runScript(server, requestScript({ directory, domain }), unmade);
  const { request = '', publicKey = '', kept, order: url } = factsIn(result.stdout);
  if (request === '' || publicKey === '') throw unmade(result);
  return { request, publicKey, isKept: kept === 'yes', order: urlOf(url) };
}

/** The names of a domain longer than a common name can be (RFC 5280, ub-common-name) are in the extension alone. */
const longestCommonName = 64;

function requestScript({ directory, domain }: Pending): string {
  const { folder, key, request, order } = pendingCertificate(directory, domain);
  const account = acmeAccountKey(directory);
  const subject = domain.length > longestCommonName ? '/' : `/CN=${domain}`;
  const newKey = (path: string): string =>
    `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out ${quote(`${path}.new`)}
put_in_place ${quote(`${path}.new`)} ${quote(path)}`;
  return `umask 077
roots_alone ${quote(folder)}
${makeFolders('700', folder)}
flush ${[folder, posix.dirname(folder), acmeFolder, posix.dirname(acmeFolder)].map(quote).join(' ')} /etc
${underSharedLock(
  `if [ ! -s ${quote(account)} ]; then
${newKey(account)}
fi`,
  120,
)}public() { openssl pkey -in ${quote(key)} -passin pass: -pubout 2>/dev/null; }
asked() { openssl req -in ${quote(request)} -noout -pubkey 2>/dev/null; }
kept=yes
if [ -z "$(public)" ] || [ "$(public)" != "$(asked)" ]; then
kept=no
rm -f ${quote(order)}
${newKey(key)}
openssl req -new -sha256 -key ${quote(key)} -subj ${quote(subject)} -out ${quote(`${request}.new`)} -config <(
  printf '%s\\n' '[req]' 'distinguished_name = name' 'req_extensions = names' '[name]' '[names]' ${quote(`subjectAltName = DNS:${domain}`)}
)
put_in_place ${quote(`${request}.new`)} ${quote(request)}
fi
fact kept "$kept"
fact request "$(cat ${quote(request)})"
fact publicKey "$(public)"
fact order "$(head -c 2000 ${quote(order)} 2>/dev/null)"`;
}

/** The account's private key, for signing alone; told to `hide` before anything else. Throws `Failure`. */
export async function readAccountKey(
  server: Server,
  { directory, hide }: { directory: string; hide(secret: Secret): void },
): Promise<Secret> {
  const path = acmeAccountKey(directory);
  const { code, stdout } = await server.run(`${prelude}\nroots_alone ${quote(path)}\ncat ${quote(path)}`);
  const key = new Secret(stdout);
  hide(key);
  // Nothing of its output is evidence.
  if (code !== 0 || !stdout.includes('PRIVATE KEY-----')) throw failure('ACME_KEY_UNMADE', { folder: path });
  return key;
}

/** Notes the order, so that the next run resumes it should this one die. */
export async function noteOrder(server: Server, { directory, domain }: Pending, url: string): Promise<void> {
  const { order } = pendingCertificate(directory, domain);
  await runScript(
    server,
    `umask 077
printf '%s\\n' ${quote(url)} >${quote(`${order}.new`)}
put_in_place ${quote(`${order}.new`)} ${quote(order)}`,
  );
}

/** Forgets the order: the next run begins another one. */
export async function forgetOrder(server: Server, { directory, domain }: Pending): Promise<void> {
  await runScript(server, `rm -f ${quote(pendingCertificate(directory, domain).order)}`);
}

/** Forgets all of it, once the certificate is installed: the next one has a key of its own. The account stays. */
export async function forgetPending(server: Server, { directory, domain }: Pending): Promise<void> {
  const { folder, key, request, order } = pendingCertificate(directory, domain);
  const files = [order, request, key].flatMap((path) => [path, `${path}.new`]).map(quote);
  await runScript(server, `rm -f ${files.join(' ')}\nrmdir ${quote(folder)} 2>/dev/null || true`);
}

async function runScript(
  server: Server,
  script: string,
  explain?: Parameters<typeof mustSucceed>[2],
): Promise<ScriptResult> {
  const result = await server.run(`${prelude}\nset -e\n${script}`);
  mustSucceed('certificate.order', result, explain);
  return result;
}

function urlOf(noted: string | undefined): string | undefined {
  const url = noted?.trim() ?? '';
  return URL.canParse(url) ? url : undefined;
}
