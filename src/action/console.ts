import { randomBytes } from 'node:crypto';
import * as core from '@actions/core';
import { inert, withoutColours } from './inert.ts';

/**
 * All that this action writes on standard output, which the runner reads for commands (`::add-mask::`). What comes from
 * outside is shown between `::stop-commands::TOKEN` and `::TOKEN::`, where the runner obeys nothing (rule *Data from
 * outside*).
 */

/** The token that ends the lines from outside; undefined while the runner listens. */
let token: string | undefined;

/** Lines of a program, a server or a file, as they came. */
export function show(lines: string): void {
  if (token === undefined) {
    token = randomBytes(16).toString('hex');
    core.info(`::stop-commands::${token}`);
  }
  core.info(withoutColours(lines));
}

/** Has the runner listen again. */
export function resume(): void {
  if (token === undefined) return;
  core.info(`::${token}::`);
  token = undefined;
}

/** A line of ours, which may hold names from outside. */
export function say(line: string): void {
  resume();
  core.info(inert(line));
}

/** A warning, which becomes an annotation; with a title where it is given. */
export function warn(words: string, title?: string): void {
  resume();
  core.warning(withoutColours(words), title === undefined ? {} : { title });
}

/** An error, which becomes an annotation with a title. */
export function fail(words: string, title: string): void {
  resume();
  core.error(withoutColours(words), { title });
}

/** A line for runs with debug logging. */
export function debug(words: string): void {
  resume();
  core.debug(withoutColours(words));
}

/** Begins a fold. */
export function startGroup(title: string): void {
  resume();
  core.startGroup(withoutColours(title));
}

/** Ends it. */
export function endGroup(): void {
  resume();
  core.endGroup();
}

/**
 * Has the runner hide a value from here on. It would also hide each line of one of several lines, however short
 * (actions/runner, AddMaskCommandExtension): those come as values of their own.
 */
export function hide(value: string): void {
  if (/[\r\n]/.test(value)) return;
  resume();
  core.setSecret(value);
}
