import { cpSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { run } from '../command.ts';
import { surveyHost } from '../host-system.ts';
import { resolvers } from '../server-container.ts';

/** Variables that say how packages are reached: proxies, certificates, registries. */
const variables = [
  /^(https?|ftp|all|no)_proxy$/i,
  /^SSL_CERT_(FILE|DIR)$/,
  /_CA_(BUNDLE|CERTS)$/,
  /^(NODE_EXTRA_CA_CERTS|GIT_SSL_CAINFO|MAVEN_OPTS|MAVEN_ARGS)$/,
  /^npm_config_(registry|proxy|https_proxy|noproxy|cafile|strict_ssl)$/i,
  /^GO(PROXY|SUMDB|NOSUMDB|PRIVATE|NOPROXY|INSECURE|FLAGS)$/,
  /^PIP_/,
];

/** Files of a user's that say so; by their paths in the user's home. */
const ofUser = ['.npmrc', '.config/go/env', '.m2/settings.xml', '.m2/settings-security.xml', '.config/pip/pip.conf'];

/** Files of the machine that say so. Certificates of its own go into what ca-certificates makes when it is installed. */
const ofMachine = ['/etc/npmrc', '/etc/pip.conf', '/etc/apt/auth.conf', '/etc/apt/auth.conf.d'];
const certificates = ['/etc/ssl/certs/ca-certificates.crt', '/usr/local/share/ca-certificates'];

/**
 * Copies into the file tree `root` how this machine reaches packages, whatever that is here: none of it is in the
 * repository. Returns the variables that go with it.
 */
export async function copySettings(root: string): Promise<Readonly<Record<string, string>>> {
  const { sources, aptSettings } = await surveyHost();
  const write = (path: string, lines: readonly string[]): void =>
    writeFileSync(join(root, path), `${lines.join('\n')}\n`);
  write('etc/apt/sources.list', sources);
  write('etc/apt/apt.conf.d/90practice', aptSettings);
  writeFileSync(join(root, 'etc/resolv.conf'), resolvers());
  writeFileSync(join(root, 'etc/hosts'), '127.0.0.1 localhost bare\n::1 localhost\n');
  for (const path of [...ofMachine, ...certificates]) copy(path, join(root, path));
  for (const path of ofUser) copy(join(homedir(), path), join(root, 'root', path));
  copy((await run(['npm', 'config', 'get', 'globalconfig'])).trim(), join(root, 'usr/local/etc/npmrc'));

  const wanted = Object.entries(process.env).filter(([name]) => variables.some((one) => one.test(name)));
  const kept = wanted.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  for (const [, value] of kept) if (isAbsolute(value)) copy(value, join(root, value), true);
  return Object.fromEntries(kept);
}

function copy(from: string, to: string, fileOnly = false): void {
  if (!existsSync(from) || (fileOnly && !statSync(from).isFile())) return;
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, dereference: true });
}
