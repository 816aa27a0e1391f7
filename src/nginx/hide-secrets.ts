import { addressOf, variablesOf } from '../redaction/address.ts';
import { applyEdits, type Edit } from './edit.ts';
import { blocksOfValues, type Shown, shownOf } from './harmless.ts';
import { ownBlocks, readNginxText } from './read.ts';
import { cacheRules } from './render-static.ts';
import { NginxSyntaxError } from './syntax-error.ts';
import { type Token, tokenize } from './tokens.ts';

/** Lines of ours that look like somebody's values. */
const ownRules: ReadonlySet<string> = new Set(cacheRules);

/** Comments of ours. */
const ownComment =
  /^# (managed by deploy-miniprogram-backend: app \S+, release \S+, configuration [0-9a-f]*|Written by the deployment; the next one replaces it\. Further directives go into the input nginx-snippet\.|nginx-snippet|Shows to this server alone what is being served\.|index\.html, whose script knows the route; but never in the place of a script or a picture\.|[\w.-]+:[\d,]+ is served by the file of [\w.-]+ \(deploy-miniprogram-backend\))$/;

/**
 * The text of a configuration for people to read: `…` in the place of every value but those of directives that hold no
 * secret, in the place of what comments say, of blocks of another language, and of all words in blocks of modules that
 * are not known. Layout and names stay. Of text that cannot be read nothing is shown.
 */
export function hideSecrets(text: string): string {
  const edits: Edit[] = [];
  const blocks: string[] = [];
  let statement: Token[] = [];
  const { foreign } = readNginxText(text, 'text');
  if (foreign === undefined) return '…';
  try {
    for (const token of tokenize(text, 'text', foreign)) {
      if (token.kind === 'comment') {
        if (!ownComment.test(token.text.trimEnd())) edits.push(edit(token, '# …'));
      } else if (token.kind === 'word') statement.push(token);
      else {
        const from = statement[0]?.start ?? token.start;
        if (!ownRules.has(text.slice(from, token.end))) edits.push(...hidden(statement, blocks.at(-1)));
        if (token.kind === 'foreign') edits.push(edit(token, '{ … }'));
        if (token.kind === '{') blocks.push(blockWithin(blocks.at(-1), statement[0]?.text ?? ''));
        if (token.kind === '}') blocks.pop();
        statement = [];
      }
    }
  } catch (error) {
    if (error instanceof NginxSyntaxError) return '…';
    throw error;
  }
  edits.push(...hidden(statement, blocks.at(-1)));
  return applyEdits(text, edits);
}

/** As what a block is shown that begins inside of another: `types` and blocks of values are so in all their depth. */
function blockWithin(outer: string | undefined, name: string): string {
  return outer !== undefined && (outer === 'types' || isOfValues(outer)) ? outer : name;
}

/** A block of a module that is not known may have keys in the place of names. */
function isOfValues(block: string): boolean {
  return blocksOfValues.has(block) || !ownBlocks.test(block);
}

/** What is left out of one directive. */
function hidden(statement: readonly Token[], block: string | undefined): readonly Edit[] {
  if (block === 'types') return [];
  if (block !== undefined && isOfValues(block)) {
    return statement.flatMap((token) => replaced(token, variablesOf(token.text)));
  }
  const [name, ...args] = statement;
  if (name === undefined) return [];
  if (!/^[a-z]\w*$/i.test(name.text)) return statement.map((token) => edit(token, '…'));
  const shown = shownOf(
    name.text,
    args.map(({ text }) => text),
  );
  return args.flatMap((token, at) => replaced(token, shownWord(token, at, shown)));
}

function replaced(token: Token, shown: string | undefined): readonly Edit[] {
  return shown === token.text ? [] : [edit(token, shown ?? '…')];
}

function edit({ start, end }: Token, text: string): Edit {
  return { start, end, text };
}

/** What is seen of one word after the directive's name; undefined: nothing. */
function shownWord({ text }: Token, at: number, shown: Shown | undefined): string | undefined {
  switch (shown) {
    case 'words':
      return text;
    case 'address':
      return addressOf(text);
    case 'host':
      return /^[\w.-]+$/.test(text) ? text : addressOf(text);
    case 'file':
      return /^(data|engine|store):/.test(text) ? undefined : text;
    case 'name':
      return at === 0 && /^\$?[\w-]+$/.test(text) ? text : variablesOf(text);
    case 'condition':
      return conditionOf(text);
    case 'variables':
      return variablesOf(text);
    default:
      return undefined;
  }
}

function conditionOf(word: string): string | undefined {
  if (/^(\(?!?-[fdex]|!?~\*?|!?=|\(|\))$/.test(word)) return word;
  const [, open = '', inner = '', close = ''] = /^(\(?)(.*?)(\)?)$/s.exec(word) ?? [];
  if (/^\$\w+$/.test(inner) || /^(https?|on|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)?$/i.test(inner)) return word;
  return `${open}…${close}`;
}
