import { applyEdits, type Edit } from './edit.ts';
import type { Directive } from './parse.ts';
import { readNginxText } from './read.ts';
import { type Listen, listensOf, namesOf } from './servers.ts';
import { tokenize } from './tokens.ts';

/** A server block that was taken over: what stood there, and where. */
export interface RemovedServer {
  readonly file: string;
  /** Line where it begins, from 1. */
  readonly line: number;
  /** The block as it was parsed. */
  readonly directive: Directive;
  /** Its text, as it stood there. */
  readonly text: string;
  /** The ports among those asked for that it listened on. */
  readonly ports: readonly number[];
}

/** What becomes of a file out of which servers are cut. */
export interface Cutting {
  /** The file's text without them; every byte outside of them is as it was. */
  readonly text: string;
  readonly cut: readonly RemovedServer[];
  /** Blocks that stand for other names and for other ports as well: one pair cannot be taken out of them alone. */
  readonly inseparable: readonly RemovedServer[];
}

/**
 * Cuts the servers of exactly this host name on these ports out of a file: the whole block, or, where it serves other
 * ports or other names as well, its `listen` or its name alone. `text` may be bytes read as Latin-1, since a file's
 * comments may be in any encoding. A comment, `remark` of the block's ports, stands in the place of a
 * whole block. Out of a file that cannot be read nothing is cut.
 */
export function removeServers(
  text: string,
  file: string,
  domain: string,
  ports: readonly number[],
  remark: (ports: readonly number[]) => string,
): Cutting {
  const cut: RemovedServer[] = [];
  const inseparable: RemovedServer[] = [];
  const edits: Edit[] = [];
  for (const directive of serverBlocks(readNginxText(text, file).directives)) {
    const listens = listensOf(directive);
    const taken = ports.filter((port) => listens.some((listen) => covers(listen, port)));
    const names = namesOf(directive);
    const own = names.filter((name) => name === domain || name === `.${domain}`);
    if (taken.length === 0 || own.length === 0) continue;
    const server: RemovedServer = {
      file,
      line: directive.line,
      directive,
      text: text.slice(directive.start, directive.end),
      ports: taken,
    };
    const edit = editsFor(directive, listens, names, domain, ports, text, remark(taken));
    if (edit === undefined) inseparable.push(server);
    else {
      cut.push(server);
      edits.push(...edit);
    }
  }
  return { text: applyEdits(text, edits), cut, inseparable };
}

function editsFor(
  directive: Directive,
  listens: readonly Listen[],
  names: readonly string[],
  domain: string,
  ports: readonly number[],
  text: string,
  remark: string,
): readonly Edit[] | undefined {
  const wanted = (listen: Listen) => ports.some((port) => covers(listen, port));
  const otherPorts = listens.some((listen) => !wanted(listen));
  const wholly = listens.filter(wanted).every(({ port, lastPort }) => port === lastPort);
  const otherNames = names.some((name) => name !== domain);
  if (!wholly || (otherPorts && otherNames)) return undefined;
  if (!otherPorts && !otherNames) return [{ start: directive.start, end: directive.end, text: `# ${remark}` }];
  const inside = directive.block ?? [];
  if (otherPorts) {
    return inside
      .filter((one) => one.name === 'listen' && listensOf({ ...directive, block: [one] }).some(wanted))
      .map((one) => wholeLine(text, one));
  }
  return inside
    .filter(({ name }) => name === 'server_name')
    .flatMap((one) =>
      one.args.every((name) => name.toLowerCase() === domain) ? [wholeLine(text, one)] : namesIn(text, one, domain),
    );
}

/** Takes the domain out of a `server_name` of several; the other names stay to the byte, whatever their quotes. */
function namesIn(text: string, { start, end }: Directive, domain: string): readonly Edit[] {
  const words = [...tokenize(text.slice(start, end), 'server_name')].filter(({ kind }) => kind === 'word');
  return words.flatMap((word): readonly Edit[] => {
    const name = word.text.toLowerCase();
    const [from, to] = [start + word.start, start + word.end];
    // `.example.com` is `example.com` and `*.example.com` (ngx_http_core_module, server_name).
    if (name === `.${domain}`) return [{ start: from, end: to, text: `*${word.text}` }];
    const blanks = /[ \t]*$/.exec(text.slice(start, from))?.[0].length ?? 0;
    return name === domain ? [{ start: from - blanks, end: to, text: '' }] : [];
  });
}

/** Takes a directive away with its line where it stands alone on it. */
function wholeLine(text: string, { start, end }: Directive): Edit {
  const before = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const after = newline < 0 ? text.length : newline + 1;
  const alone = text.slice(before, start).trim() === '' && text.slice(end, after).trim() === '';
  return alone ? { start: before, end: after, text: '' } : { start, end, text: '' };
}

/** The `server` blocks of one file: it may hold a whole configuration, an http block, or servers alone. */
function serverBlocks(directives: readonly Directive[]): readonly Directive[] {
  return directives.flatMap((directive) => {
    if (directive.block === undefined) return [];
    if (directive.name === 'server') return [directive];
    return directive.name === 'http' ? serverBlocks(directive.block) : [];
  });
}

function covers({ port, lastPort }: Listen, wanted: number): boolean {
  return port <= wanted && wanted <= lastPort;
}
