import { Failure } from '../messages/failure.ts';
import { type InputName, inputTexts } from '../messages/inputs.ts';
import { rollbackMessages as say } from '../messages/rollback.ts';
import { lines } from '../messages/text.ts';
import { countsForRollback } from '../settings/rollback-inputs.ts';

/**
 * A failure as `rollback` tells it: a cure is written for the deploy that sets an input, and a release that was kept has
 * settings of its own.
 */
export function forRollback(failed: Failure): Failure {
  const { code, text, evidence, cause } = failed;
  const advised = (Object.keys(inputTexts) as InputName[]).filter(
    (name) => !countsForRollback(name) && new RegExp(`\`${name}(?:\`|: )|^${name}: `, 'm').test(text.cure.en),
  );
  if (advised.length === 0) return failed;
  return new Failure(code, { ...text, cure: lines(text.cure, say.ownSettings(advised)) }, { evidence, cause });
}
