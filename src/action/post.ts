import { appendFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { SwitchNote } from '../commands/run.ts';
import { aftermathMessages } from '../messages/aftermath.ts';
import { failuresOf } from '../messages/failure.ts';
import { type Language, type Text, text } from '../messages/text.ts';
import { openSecrets, type Secrets } from '../redaction/secrets.ts';
import { plain } from '../report/markdown.ts';
import { type Inputs, inputsFrom } from '../settings/inputs.ts';
import { masks } from '../settings/masks.ts';
import { publicFacts } from '../settings/public-facts.ts';
import { languageOf, readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { endSoon } from './cancellation.ts';
import { hide, warn } from './console.ts';
import { idToken } from './id-token.ts';
import { originOf } from './origin.ts';
import { ended, rememberedLeases, rememberedPhase, rememberedSwitch } from './state.ts';

/** Seconds for giving back what the run held only for its own time. */
const leaseSeconds = 60;

/**
 * The post step: says what became of a run that was cancelled or killed, asks the server where the run did not see the end
 * of its switch, and gives back what the run still held. The lock needs nothing: it is free some seconds after the last
 * heartbeat. Never throws.
 */
export async function post(): Promise<void> {
  const inputs = inputsFrom(process.env);
  const language = languageOf(inputs);
  const secrets = openSecrets(hide);
  // Given back last: to ask the server may need it.
  const duties = [
    async () => tell(await whatIsLeftToSay(inputs, language, secrets), language),
    () => giveBackLeases(inputs, language, secrets),
  ];
  for (const duty of duties) {
    try {
      await duty();
    } catch (error) {
      for (const { text: told } of failuresOf(error)) warn(aftermathMessages.unreachable(told.what)[language]);
    }
  }
  endSoon();
}

function settingsOf(inputs: Inputs, secrets: Secrets): Settings {
  const settings = readSettings(inputs);
  secrets.include(masks(settings), publicFacts(settings));
  return settings;
}

async function giveBackLeases(inputs: Inputs, language: Language, secrets: Secrets): Promise<void> {
  const notes = rememberedLeases();
  if (notes.length === 0) return;
  const { leases } = await import('../commands/leases.ts');
  const { openAccount } = await import('../commands/open-account.ts');
  const { giveBackNoted } = await import('../engine/lease.ts');
  const { runnerLog } = await import('./log.ts');
  const limit = AbortSignal.timeout(leaseSeconds * 1000);
  const settings = settingsOf(inputs, secrets);
  const account = 'tencent' in settings ? settings.tencent : undefined;
  const run = {
    log: runnerLog(language, secrets),
    origin: originOf(process.env),
    now: Date.now,
    sleep: (milliseconds: number) => delay(milliseconds, undefined, { signal: limit }),
    hide: secrets.add,
    idToken,
    proxies: process.env,
  };
  const tencent = account && openAccount(account, language, run, limit);
  await giveBackNoted(notes, leases, { tencent }, run.log, limit);
}

async function whatIsLeftToSay(inputs: Inputs, language: Language, secrets: Secrets): Promise<readonly Text[]> {
  const [phase, note] = [rememberedPhase(), rememberedSwitch()];
  if (note?.fate === 'open') return askServer(note, inputs, language, secrets);
  if (phase === '' || phase === ended) return [];
  if (note === undefined)
    return [phase === 'resume' ? aftermathMessages.inResume : aftermathMessages.beforeSwitch(phase)];
  return [aftermathMessages.fates[note.fate](note.release, note.previous)];
}

/** With all that SSH brings along: only where there is something to ask. */
async function askServer(
  note: SwitchNote,
  inputs: Inputs,
  language: Language,
  secrets: Secrets,
): Promise<readonly Text[]> {
  const { aftermath } = await import('../commands/aftermath.ts');
  const { runnerLog } = await import('./log.ts');
  const settings = settingsOf(inputs, secrets);
  if (!('server' in settings)) return [];
  const told = await aftermath(note, settings.server, runnerLog(language, secrets));
  return told.map(({ en, zh }) => text(secrets.redact(en), secrets.redact(zh)));
}

/** As an annotation and in the summary: a step that was killed has left none. */
async function tell(texts: readonly Text[], language: Language): Promise<void> {
  if (texts.length === 0) return;
  const lines = texts.map((text) => text[language]);
  const title = aftermathMessages.title[language];
  warn(lines.join('\n'), title);
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file !== undefined && file !== '') await appendFile(file, `## ${title}\n\n${lines.map(plain).join('\n\n')}\n`);
}
