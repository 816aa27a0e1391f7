import { failure } from '../messages/failure.ts';
import { type Directive, parseNginx } from './parse.ts';
import { NginxSyntaxError } from './syntax-error.ts';

/**
 * Directives for the inside of a server block. Read as nginx reads them, so that they can neither close the block nor
 * swallow what follows; whether nginx knows them is its own test's matter. What answers every request by itself is
 * refused: nothing would reach the application. Line ends become `\n`.
 * Throws `INPUT_SNIPPET_CLOSES`, `INPUT_SNIPPET_SYNTAX`, `INPUT_SNIPPET_ANSWERS`.
 */
export function parseSnippet(value: string): string {
  const snippet = value.replaceAll('\r\n', '\n').trim();
  try {
    const lua = allOf(parseNginx(snippet, 'nginx-snippet')).find(({ name }) => name.endsWith('_by_lua_block'));
    if (lua) throw new NginxSyntaxError('syntax', lua.file, lua.line, lua.name);
    const directives = parseNginx(snippet, 'nginx-snippet');
    // After it nginx runs no further rewriting directive of the block.
    const end = directives.findIndex(({ name }) => name === 'break');
    const answering = directives.find((one, at) => answersAll(one) && (end < 0 || at < end || !rewriting(one)));
    if (answering) throw failure('INPUT_SNIPPET_ANSWERS', { line: answering.line, directive: answering.name });
    return snippet;
  } catch (error) {
    if (!(error instanceof NginxSyntaxError)) throw error;
    const { line, near, kind } = error;
    throw kind === 'closes'
      ? failure('INPUT_SNIPPET_CLOSES', { line })
      : failure('INPUT_SNIPPET_SYNTAX', { line, near: /^\w*$|^.$/.test(near) ? near : `${near[0]}…` });
  }
}

/** Whether a directive of the server block answers, or sends elsewhere, whatever is asked for. */
function answersAll({ name, args }: Directive): boolean {
  if (name === 'return') return true;
  if (name === 'ssl_verify_client') return args[0] === 'on';
  if (name !== 'rewrite') return false;
  try {
    // A path that no application has.
    return new RegExp(args[0] ?? '').test('/deploy-proof/0123456789abcdef');
  } catch {
    // PCRE knows more than a RegExp does.
    return false;
  }
}

function rewriting({ name }: Directive): boolean {
  return name === 'return' || name === 'rewrite';
}

function allOf(directives: readonly Directive[]): readonly Directive[] {
  return directives.flatMap((directive) => [directive, ...allOf(directive.block ?? [])]);
}
