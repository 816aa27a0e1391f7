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
}

function unescaped(words: string, inProperty: boolean): string {
  const plain = words.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return (inProperty ? plain.replaceAll('%3A', ':').replaceAll('%2C', ',') : plain).replaceAll('%25', '%');
}

function titleOf(properties: string): string {
  const title = properties.split(',').find((property) => property.trim().startsWith('title='));
  return title === undefined ? '' : unescaped(title.trim().slice('title='.length), true);
}

/** Reads workflow commands (`::error title=X::message`) out of an action's output. */
export function readLog(output: string): RunnerLog {
  const annotations: Annotation[] = [];
  const masks: string[] = [];
  const lines: string[] = [];
  for (const line of output.split('\n')) {
    const [, command, properties = '', data = ''] = /^::([a-z-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line) ?? [];
    const message = unescaped(data, false);
    if (command === 'add-mask') {
      // The runner masks a value of several lines also line by line.
      masks.push(...[message, ...message.split(/\r?\n/)].filter((mask) => mask.trim() !== ''));
      continue;
    }
    if (command === 'error' || command === 'warning' || command === 'notice') {
      annotations.push({ level: command, title: titleOf(properties), message });
    }
    lines.push(line);
  }
  const log = masks
    .toSorted((a, b) => b.length - a.length)
    .reduce((shown, mask) => shown.replaceAll(mask, '***'), lines.join('\n'));
  return { log, annotations, masks };
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
