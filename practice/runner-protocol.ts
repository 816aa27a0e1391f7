/** One annotation of a run, as the runner shows it beside the log. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** What an action's standard output says to the runner, and what the runner then shows. */
export interface RunnerLog {
  /** The log as the runner shows it: masks hidden, commands that set something left out. */
  readonly log: string;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  /** Names of all commands that the runner obeyed, in order. */
  readonly commands: readonly string[];
}

/** One command in the output: its name, its properties as they stand, its data with escapes resolved. */
interface Command {
  readonly name: string;
  readonly properties: readonly string[];
  readonly data: string;
}

/** The commands that the runner knows (actions/runner, ActionCommandManager and its extensions). */
const known =
  `add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path notice remove-matcher
  save-state set-env set-output stop-commands warning`.split(/\s+/);

function unescaped(words: string, inProperty: boolean): string {
  const plain = words.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return (inProperty ? plain.replaceAll('%3A', ':').replaceAll('%2C', ',') : plain).replaceAll('%25', '%');
}

function titleOf(properties: readonly string[]): string {
  const title = properties.find((property) => property.trim().startsWith('title='));
  return title === undefined ? '' : unescaped(title.trim().slice('title='.length), true);
}

/**
 * The command of a line as the runner reads it (actions/runner, ActionCommand.cs): `::name a=b,c=d::data` where the line
 * begins with it, blanks aside (TryParseV2), else `##[name a=b;c=d]data` anywhere in it (TryParse).
 */
function commandIn(line: string, token: string | undefined): Command | undefined {
  const start = line.replace(/^[\s\u0085]+/, '');
  const end = start.startsWith('::') ? start.indexOf('::', 2) : -1;
  const older = line.indexOf('##[');
  const olderEnd = older < 0 ? -1 : line.indexOf(']', older);
  const forms = [
    ...(end < 0 ? [] : [{ head: start.slice(2, end), data: start.slice(end + 2), separator: ',' }]),
    ...(olderEnd < 0
      ? []
      : [{ head: line.slice(older + 3, olderEnd), data: line.slice(olderEnd + 1), separator: ';' }]),
  ];
  for (const { head, data, separator } of forms) {
    const name = (head.split(' ')[0] ?? '').toLowerCase();
    if (!known.includes(name) && name !== token) continue;
    return { name, properties: head.slice(name.length).split(separator), data: unescaped(data, false) };
  }
  return undefined;
}

/**
 * Reads workflow commands out of an action's output. Between `::stop-commands::TOKEN` and `::TOKEN::` none is obeyed. The
 * runner reads line by line as .NET does, for which a carriage return ends a line as well.
 */
export function readLog(output: string): RunnerLog {
  const annotations: Annotation[] = [];
  const masks: string[] = [];
  const lines: string[] = [];
  const commands: string[] = [];
  let token: string | undefined;
  for (const line of output.split(/\r\n|\r|\n/)) {
    const command = commandIn(line, token);
    if (token !== undefined) {
      if (command?.name === token) token = undefined;
    } else if (command !== undefined) {
      const { name, properties, data } = command;
      commands.push(name);
      if (name === 'stop-commands') token = data.toLowerCase();
      if (name === 'add-mask') {
        // The runner masks a value of several lines also line by line.
        masks.push(...[data, ...data.split(/\r?\n/)].filter((mask) => mask.trim() !== ''));
        continue;
      }
      if (name === 'error' || name === 'warning' || name === 'notice') {
        annotations.push({ level: name, title: titleOf(properties), message: data });
      }
    }
    lines.push(line);
  }
  const log = masks
    .toSorted((a, b) => b.length - a.length)
    .reduce((shown, mask) => shown.replaceAll(mask, '***'), lines.join('\n'));
  return { log, annotations, masks, commands };
}

/**
 * Reads a file that an action writes for the runner (GITHUB_OUTPUT, GITHUB_STATE): `name=value` lines and
 * `name<<DELIMITER` blocks. Throws an Error for anything else, as the runner does.
 */
export function readFileCommands(content: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = content.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [, name = '', delimiter = ''] = /^([^=]+?)<<(.+)$/.exec(line) ?? [];
    if (name !== '') {
      const end = lines.indexOf(delimiter, at + 1);
      if (end < 0) throw new Error(`the value of ${name} has no end`);
      values[name] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (line.includes('=')) {
      values[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    } else throw new Error(`neither name=value nor name<<DELIMITER: ${line}`);
  }
  return values;
}

/** The variable in which the runner hands an input to an action. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
