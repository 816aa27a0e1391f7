import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/**
 * What is said to the workflow runner: commands on standard output and in the files that it names
 * (docs.github.com, workflow commands). `@actions/core` says the same, but brings an HTTP client along whose loading
 * takes longer than all the rest of the start (bench/results/start.json).
 */
function command(name: string, properties: string, data: string): void {
  process.stdout.write(`::${name}${properties === '' ? '' : ` ${properties}`}::${escaped(data)}\n`);
}

/** Writes a line to the log. */
export function info(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Writes a line that shows only where debugging is on. */
export function debug(line: string): void {
  command('debug', '', line);
}

/** A warning, as an annotation. */
export function warning(message: string): void {
  command('warning', '', message);
}

/** An error under a title, as an annotation. */
export function error(title: string, message: string): void {
  command('error', `title=${escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C')}`, message);
}

/** Begins lines that fold under a title. */
export function startGroup(title: string): void {
  command('group', '', title);
}

/** Ends the lines that fold. */
export function endGroup(): void {
  command('endgroup', '', '');
}

/** Has a value hidden in all that the log shows from now on. */
export function setSecret(secret: string): void {
  command('add-mask', '', secret);
}

/** Sets an output of the step. */
export function setOutput(name: string, value: string): void {
  setInFile('OUTPUT', name, value);
}

/** Notes a value for the post step. */
export function saveState(name: string, value: string): void {
  setInFile('STATE', name, value);
}

/** What the main step noted; empty where it did not. */
export function getState(name: string): string {
  return process.env[`STATE_${name}`] ?? '';
}

/** A runner without the file is not one of ours (before 2022), and has no use for the value. */
function setInFile(kind: string, name: string, value: string): void {
  const path = process.env[`GITHUB_${kind}`];
  if (path === undefined || path === '') return;
  // No value can hold a delimiter that nobody knows beforehand.
  const delimiter = `end_${randomUUID()}`;
  appendFileSync(path, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}

/** One line, as the runner reads it back. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
