import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { attempt, run } from './command.ts';
import { find } from './programs.ts';

/** Asked by Debian's maintainer scripts before they start a service. */
const policy = '/usr/sbin/policy-rc.d';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Tells a policy of ours, which a run that was killed may have left, from one of somebody else's. */
const content = '#!/bin/sh\n# Made by deploy-miniprogram-practice while it installs packages.\nexit 101\n';

/**
 * Does `install`, which installs packages, so that none of their services starts, now or at the next boot: the tests
 * call their programs only. Services of packages that were there before stay as they are.
 */
export async function withoutServices<T>(packages: readonly string[], install: () => Promise<T>): Promise<T> {
  const fresh: string[] = [];
  for (const name of packages) if (!(await isInstalled(name))) fresh.push(name);
  const theirs = existsSync(policy) && readFileSync(policy, 'utf8') !== content;
  const removeOurs = (): void => {
    if (!theirs) rmSync(policy, { force: true });
  };
  if (!theirs) writeFileSync(policy, content, { mode: 0o755 });
  const interrupted = (signal: NodeJS.Signals): void => {
    removeOurs();
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.once(signal, interrupted);
  try {
    const result = await install();
    await disable(fresh);
    return result;
  } finally {
    removeOurs();
    for (const signal of signals) process.off(signal, interrupted);
  }
}

async function isInstalled(name: string): Promise<boolean> {
  const { stdout } = await attempt(['dpkg-query', '--show', '--showformat', '${db:Status-Status}', name]);
  return stdout === 'installed';
}

/** Takes back what their installation enabled, or started where somebody else's policy lets it. */
async function disable(packages: readonly string[]): Promise<void> {
  if (packages.length === 0 || find('systemctl') === undefined) return;
  const files = await run(['dpkg-query', '--listfiles', ...packages]);
  const units = [...files.matchAll(/\/systemd\/system\/([\w.-]+\.(?:service|socket))$/gm)].flatMap(
    ([, unit]) => unit ?? [],
  );
  if (units.length > 0) await attempt(['systemctl', 'disable', '--now', ...units]);
}
