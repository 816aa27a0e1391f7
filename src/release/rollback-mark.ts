import { quote } from '../shell/quote.ts';

/** The second line of the server's own `rollback`, by which it is known as ours. */
export const rollbackMark = '# deploy-miniprogram-backend: rollback';

/** A condition of bash: nothing but a script of ours, or nothing at all, is in the place of the server's own `rollback`. */
export function isOurRollback(path: string): string {
  const file = quote(path);
  return `{ { [ ! -e ${file} ] && [ ! -L ${file} ]; } || { [ ! -L ${file} ] && [ -f ${file} ] && [ "$(sed -n 2p ${file} | tr -d '\\000')" = ${quote(rollbackMark)} ]; }; }`;
}
