import { failure } from '../messages/failure.ts';
import type { Hooks } from '../values/hooks.ts';
import { parseSeconds } from '../values/whole-number.ts';
import type { Reader } from './reader.ts';

/** The scripts that run on the way, and how long they may take. */
export function readHooks(reader: Reader): Hooks {
  return {
    beforeSwitch: readHook(reader, 'before-switch'),
    afterDeploy: readHook(reader, 'after-deploy'),
    timeoutSeconds: reader.read('hook-timeout', parseSeconds, 300),
  };
}

/** A first line that names another program asks for what is not done: bash would read the script all the same. */
function readHook(reader: Reader, name: 'before-switch' | 'after-deploy'): Hooks['beforeSwitch'] {
  const script = reader.secret(name);
  const [, line = ''] = /^\s*#!(.*)/.exec(script?.reveal() ?? '') ?? [];
  const program = /^\s*(?:\S*\/env\s+(?:-S\s+)?)?(?:\S*\/)?([\w.+-]+)/.exec(line)?.[1];
  if (program !== undefined && !['bash', 'sh'].includes(program)) {
    reader.refuse(failure('INPUT_HOOK_SHEBANG', { name, program }));
  }
  return script;
}
