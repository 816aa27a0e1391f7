import { strangers } from '../shell/strangers.ts';
import { protocol } from './script-protocol.ts';

/**
 * Bash that a script puts in front of itself: `failure` and `fact` (script-protocol.ts), `strangers` and `roots_alone`
 * (strangers.ts), and
 * - `flush PATH...`: has files and folders on disk when it returns (coreutils before 8.24 flush everything instead).
 * - `put_in_place NEW TARGET`: flushes a finished file, renames it to TARGET in one step, flushes the folder: whatever
 *   names TARGET afterwards finds it whole, also after a power cut (rule *On disk first*).
 */
export const prelude = `${protocol}flush() { sync "$@" 2>/dev/null || sync; }
put_in_place() { flush "$1" && mv -fT "$1" "$2" && flush "\${2%/*}"; }
${strangers}`;
