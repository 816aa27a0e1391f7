import { incomingDirectory } from '../layout/application-paths.ts';
import { quote } from '../shell/quote.ts';

/** Bash that removes the folder of an application's uploads where nothing waits in it; what came in part stays for the next run. */
export function removeIncoming(app: string): string {
  return `rmdir ${quote(incomingDirectory(app))} 2>/dev/null || true`;
}
