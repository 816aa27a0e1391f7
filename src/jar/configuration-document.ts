import { YAMLError } from 'yaml';
import type { ConfigurationFile, Unreadable } from './configuration-file.ts';
import { type Properties, propertiesDocuments, yamlDocuments } from './documents.ts';
import { type FilePlace, formatOf, type Locations, placeOfFile, rankOf } from './locations.ts';

/** One document of a configuration file. */
export interface ConfigurationDocument {
  /** Name of its file. */
  readonly file: string;
  readonly settings: Properties;
  /** Undefined: it is read where another one imports it. */
  readonly place: FilePlace | undefined;
  /** [folder, format, place in the file]: which of two documents of the same profile wins. */
  readonly rank: readonly number[];
}

/** The documents of a file; none, and told in `unreadable`, where it cannot be parsed. */
export function documentsOf(
  file: ConfigurationFile,
  locations: Locations,
  unreadable: Unreadable[],
): ConfigurationDocument[] {
  const format = formatOf(file.name);
  if (format === undefined) return [];
  const place = placeOfFile(file.name, locations);
  try {
    const text = file.text.replace(/^\uFEFF/, '');
    const parsed = format === 'properties' ? propertiesDocuments(text) : yamlDocuments(text);
    const rank = [place?.folder ?? 0, rankOf(format)];
    return parsed.map((settings, at) => ({ file: file.name, settings, place, rank: [...rank, at] }));
  } catch (error) {
    unreadable.push({ file: file.from ?? file.name, detail: placeOf(error) });
    return [];
  }
}

/** What is wrong where, in the parser's terms: its message quotes the file, which may hold a password there. */
function placeOf(error: unknown): string {
  if (error instanceof YAMLError) {
    const [at] = error.linePos ?? [];
    return at === undefined ? error.code : `${error.code}, line ${at.line}, column ${at.col}`;
  }
  return error instanceof ReferenceError ? 'BAD_ALIAS' : 'UNEXPECTED_TOKEN';
}
