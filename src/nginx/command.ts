import { quote } from '../shell/quote.ts';

/** Words that call a server's nginx with the configuration it runs with. */
export function nginxCommand({
  program,
  selection,
}: {
  readonly program: string;
  readonly selection: readonly string[];
}): string {
  return [program, ...selection].map(quote).join(' ');
}
