import { connect } from 'node:net';
import type { RunOptions, RunResult } from '../../practice/run-action.ts';
import { type Account, openAccount } from '../../practice/tencent/account.ts';
import { domain, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';

/** Does `work` with an account of its own, whose zone leads the domain to the server of the scene. */
export async function withAccount(scene: Scene, work: (account: Account) => Promise<void>): Promise<void> {
  const [host = '', ...zone] = domain.split('.');
  const records = [{ host, type: 'A', value: scene.server.address }] as const;
  const account = await openAccount(scene.world, { zones: [{ name: zone.join('.'), records }] });
  try {
    await work(account);
  } finally {
    await account.close();
  }
}

/** Runs the action on the server with the account's key; the domain is found through its zone, and its records stay. */
export function runInCloud(
  scene: Scene,
  account: Account,
  version: string,
  inputs: Readonly<Record<string, string>> = {},
  more: Partial<RunOptions> = {},
): Promise<RunResult> {
  return deployStandIn(
    scene,
    version,
    { ...account.inputs, dns: 'false', ...inputs },
    { ...account.runOptions, ...more },
  );
}

/** Whether a port of the server is reached from this machine, refused or not; `from`: one of this machine's addresses. */
export function reaches({ server }: Scene, port: number, from?: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host: server.address, port, localAddress: from, timeout: 1500 });
    const end = (reached: boolean): void => {
      socket.destroy();
      done(reached);
    };
    socket.on('connect', () => end(true)).on('timeout', () => end(false));
    socket.on('error', (error: NodeJS.ErrnoException) => end(error.code === 'ECONNREFUSED'));
  });
}

/** What the account was asked to change, and what came of it. */
export function writesOf({ journal }: Account): readonly string[] {
  return journal.writes().map(({ action, outcome }) => `${action} ${outcome}`);
}

/** Titles of a run's annotations of one level. */
export function titles({ annotations }: RunResult, level: string): readonly (string | undefined)[] {
  return annotations.filter((one) => one.level === level).map(({ title }) => title);
}

/** What a run said under a title. */
export function said({ annotations }: RunResult, title: string): string {
  return annotations.find((one) => one.title === title)?.message ?? '';
}
