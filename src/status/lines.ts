import { type Text, text } from '../messages/text.ts';
import type { Section, Table } from './section.ts';

/** The lines of a section in a log, what came from elsewhere aside. */
export function linesOf({ notes = [], facts = [], table }: Section): readonly Text[] {
  return [
    ...notes,
    ...facts.map(([name, value]) => text(`${name.en}: ${value.en}`, `${name.zh}：${value.zh}`)),
    ...(table === undefined || table.rows.length === 0 ? [] : columns(table)),
  ];
}

/** A table in columns of even width. */
function columns({ heading, rows }: Table): readonly Text[] {
  const all = [heading, ...rows];
  const en = aligned(all.map((row) => row.map((cell) => cell.en)));
  const zh = aligned(all.map((row) => row.map((cell) => cell.zh)));
  return en.map((line, at) => text(line, zh[at] ?? ''));
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** Columns of a terminal that a word takes: signs of Chinese take two. */
function widthOf(words: string): number {
  return [...words].reduce((sum, sign) => sum + (/[\u3000-\u9fff\uff00-\uffef]/.test(sign) ? 2 : 1), 0);
}
