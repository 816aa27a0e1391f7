import { appendFile } from 'node:fs/promises';
import type { SwitchNote } from '../commands/run.ts';
import { aftermathMessages } from '../messages/aftermath.ts';
import { failuresOf } from '../messages/failure.ts';
import { type Language, type Text, text } from '../messages/text.ts';
import { redact } from '../redaction/redact.ts';
import { plain } from '../report/markdown.ts';
import { type Inputs, inputsFrom } from '../settings/inputs.ts';
import { masks } from '../settings/masks.ts';
import { languageOf, readSettings } from '../settings/read-settings.ts';
import { endSoon } from './cancellation.ts';
import { hide, warn } from './console.ts';
import { ended, rememberedPhase, rememberedSwitch } from './state.ts';

/**
 * The post step: says what became of a run that was cancelled or killed, and asks the server where the run did not see
 * the end of its switch. The lock needs nothing: it is free some seconds after the last heartbeat. Never throws.
 */
export async function post(): Promise<void> {
  const inputs = inputsFrom(process.env);
  const language = languageOf(inputs);
  try {
    await tell(await whatIsLeftToSay(inputs, language), language);
  } catch (error) {
    for (const { text: told } of failuresOf(error)) warn(aftermathMessages.unreachable(told.what)[language]);
  }
  endSoon();
}

async function whatIsLeftToSay(inputs: Inputs, language: Language): Promise<readonly Text[]> {
  const [phase, note] = [rememberedPhase(), rememberedSwitch()];
  if (note?.fate === 'open') return askServer(note, inputs, language);
  if (phase === '' || phase === ended) return [];
  if (note === undefined)
    return [phase === 'resume' ? aftermathMessages.inResume : aftermathMessages.beforeSwitch(phase)];
  return [aftermathMessages.fates[note.fate](note.release, note.previous)];
}

/** With all that SSH brings along: only where there is something to ask. */
async function askServer(note: SwitchNote, inputs: Inputs, language: Language): Promise<readonly Text[]> {
  const { aftermath } = await import('../commands/aftermath.ts');
  const { runnerLog } = await import('./log.ts');
  const settings = readSettings(inputs);
  const secrets = masks(settings);
  for (const secret of secrets) hide(secret);
  if (!('server' in settings)) return [];
  const told = await aftermath(note, settings.server, runnerLog(language));
  return told.map(({ en, zh }) => text(redact(en, secrets), redact(zh, secrets)));
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
