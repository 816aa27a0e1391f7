import { type Copy, DockerfileParser, type Instruction, type ModifiableInstruction } from 'dockerfile-ast';

/** One instruction of a Dockerfile, cut into words but not expanded. */
export interface DockerInstruction {
  /** In upper case: `COPY`. */
  readonly keyword: string;
  /** Counts from 1. */
  readonly line: number;
  /** `--from=build` is `from` -> `build`. */
  readonly flags: ReadonlyMap<string, string>;
  /** Its words after the flags; in exec form those of the JSON array. */
  readonly words: readonly string[];
  /** Written as a JSON array: for CMD and ENTRYPOINT, no shell expands its words. */
  readonly exec: boolean;
  /** All after the keyword and the flags, on one line. */
  readonly text: string;
  /** Names and values of ARG (value undefined without `=`) and ENV, not expanded. */
  readonly assignments: readonly (readonly [name: string, value: string | undefined])[];
  /** How many of the words are here-documents: files written in the Dockerfile itself. */
  readonly heredocs: number;
}

/** A Dockerfile cut into instructions. */
export interface DockerInstructions {
  readonly instructions: readonly DockerInstruction[];
  readonly escapeCharacter: string;
}

/** Cuts a Dockerfile into its instructions; comments, continued lines and here-documents are taken care of. */
export function instructionsOf(dockerfile: string): DockerInstructions {
  const parsed = DockerfileParser.parse(dockerfile.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
  const escapeCharacter = parsed.getEscapeCharacter();
  return { instructions: parsed.getInstructions().map((i) => instructionOf(i, escapeCharacter)), escapeCharacter };
}

function instructionOf(instruction: Instruction, escapeCharacter: string): DockerInstruction {
  const keyword = instruction.getKeyword();
  const modifiable = 'getFlags' in instruction ? (instruction as ModifiableInstruction) : undefined;
  const flags = modifiable?.getFlags() ?? [];
  const heredocs = keyword === 'COPY' ? (instruction as Copy).getHeredocs().length : 0;
  const raw = (instruction.getRawArgumentsContent() ?? '').trimStart();
  const joined = heredocs > 0 ? (raw.split('\n')[0] ?? '') : oneLine(raw, escapeCharacter);
  const text = flags.reduce((rest) => rest.replace(/^--\S+\s*/, ''), joined).trim();
  const json = jsonWords(text);
  return {
    keyword,
    line: instruction.getRange().start.line + 1,
    flags: new Map(flags.map((f) => [f.getName().toLowerCase(), f.getValue() ?? ''])),
    words: json ?? splitWords(text, escapeCharacter),
    exec: json !== undefined,
    text,
    assignments: keyword === 'ARG' || keyword === 'ENV' ? assignmentsOf(keyword, text, escapeCharacter) : [],
    heredocs,
  };
}

/** Joins continued lines; comment lines and empty lines between them are passed over. */
function oneLine(text: string, escapeCharacter: string): string {
  const [first = '', ...others] = text.split('\n');
  const lines = [first, ...others.filter((line) => !/^\s*(?:#|$)/.test(line))];
  return lines.map((line) => (line.trimEnd().endsWith(escapeCharacter) ? line.trimEnd().slice(0, -1) : line)).join('');
}

/** The words of a JSON array of strings; undefined for all else, which Docker takes for shell form. */
function jsonWords(text: string): readonly string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((word) => typeof word === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Cuts at blanks outside of quotes; quotes stay, for `expand` to take away. */
function splitWords(text: string, escapeCharacter: string): string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const c = text.charAt(at);
    if (c === escapeCharacter && quote !== "'") {
      word += c + text.charAt(at + 1);
      at += 1;
    } else if (quote === '' && /\s/.test(c)) {
      if (word !== '') words.push(word);
      word = '';
    } else {
      if (c === quote) quote = '';
      else if (quote === '' && (c === '"' || c === "'")) quote = c;
      word += c;
    }
  }
  return word === '' ? words : [...words, word];
}

function assignmentsOf(
  keyword: string,
  text: string,
  escapeCharacter: string,
): (readonly [string, string | undefined])[] {
  const words = splitWords(text, escapeCharacter);
  const old = keyword === 'ENV' && words[0]?.includes('=') === false;
  // `ENV NAME all the rest`, the older form.
  if (old) return [[words[0] ?? '', text.slice((words[0] ?? '').length).trim()]];
  return words.map((word) => {
    const equals = word.indexOf('=');
    return equals === -1 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
  });
}
