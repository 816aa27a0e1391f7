import { statusMessages as say } from '../messages/status.ts';
import type { Text } from '../messages/text.ts';
import { describeStatus } from '../status/describe.ts';
import type { Section, Table } from '../status/section.ts';
import type { Status } from '../status/status.ts';
import { cell, fenced, plain } from './markdown.ts';

/** How texts are made ready for a summary: in its language, without secrets, not too long. */
export interface Writing {
  t(words: Text): string;
  /** The last lines of what came from elsewhere. */
  tail(output: string): string;
}

/** What `status` found, as parts of a summary in Markdown. */
export function statusSections(status: Status | undefined, writing: Writing): readonly string[] {
  return status === undefined ? [] : describeStatus(status).flatMap((section) => rendered(section, writing));
}

/** The same for a program: JSON, without what the application logged. */
export function statusFacts({ application, ...rest }: Status): unknown {
  if (application === undefined) return rest;
  const { log: _, ...facts } = application;
  return { ...rest, application: facts };
}

function rendered({ title, notes = [], facts = [], table, output }: Section, { t, tail }: Writing): readonly string[] {
  const named: Table = { heading: [], rows: facts };
  return [
    `### ${plain(t(title))}`,
    ...notes.map((note) => plain(t(note))),
    ...(table === undefined || table.rows.length === 0 ? [] : [tabled(table, t)]),
    ...(facts.length === 0 ? [] : [tabled(named, t)]),
    ...(output === undefined ? [] : [output === '' ? t(say.none) : fenced(tail(output))]),
  ];
}

/** Without a heading, the first column is it. */
function tabled({ heading, rows }: Table, t: (words: Text) => string): string {
  const row = (cells: readonly Text[]): string => `| ${cells.map((words) => cell(t(words))).join(' | ')} |`;
  const columns = rows[0]?.length ?? 0;
  const head = heading.length === 0 ? `|${' |'.repeat(columns)}` : row(heading);
  return [head, `|${'---|'.repeat(columns)}`, ...rows.map(row)].join('\n');
}
