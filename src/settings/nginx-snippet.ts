import { failure } from '../messages/failure.ts';
import { type Directive, parseNginx } from '../nginx/parse.ts';
import { NginxSyntaxError } from '../nginx/syntax-error.ts';

/**
 * Directives for the inside of a server block. Read as nginx reads them, so that they can neither close the block nor
 * swallow what follows; whether nginx knows them is its own test's matter. Line ends become `\n`.
 * Throws `INPUT_SNIPPET_CLOSES`, `INPUT_SNIPPET_SYNTAX`.
 */
export function parseSnippet(value: string): string {
  const snippet = value.replaceAll('\r\n', '\n').trim();
  try {
    const lua = allOf(parseNginx(snippet, 'nginx-snippet')).find(({ name }) => name.endsWith('_by_lua_block'));
    if (lua) throw new NginxSyntaxError('syntax', lua.file, lua.line, lua.name);
    return snippet;
  } catch (error) {
    if (!(error instanceof NginxSyntaxError)) throw error;
    const { line, near, kind } = error;
    throw kind === 'closes'
      ? failure('INPUT_SNIPPET_CLOSES', { line })
      : failure('INPUT_SNIPPET_SYNTAX', { line, near: /^\w*$|^.$/.test(near) ? near : `${near[0]}…` });
  }
}

function allOf(directives: readonly Directive[]): readonly Directive[] {
  return directives.flatMap((directive) => [directive, ...allOf(directive.block ?? [])]);
}
