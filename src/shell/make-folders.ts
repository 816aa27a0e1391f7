import { quote } from './quote.ts';

/** Bash that makes folders where they are missing; one that exists keeps its mode, owner and link (rule *Ours*). */
export function makeFolders(mode: '700' | '755', ...folders: readonly string[]): string {
  return folders.map((folder) => `[ -d ${quote(folder)} ] || mkdir -p -m ${mode} ${quote(folder)}`).join('\n');
}
