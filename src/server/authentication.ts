import type { AnyAuthMethod, AuthHandlerMiddleware, ParsedKey } from 'ssh2';
import { type Failure, failure } from '../messages/failure.ts';
import type { Secret } from '../redaction/secret.ts';
import type { KeyInput } from './private-key.ts';
import { type Address, machineOf } from './tcp.ts';

/** What the user gave to log in with. */
export interface Credentials {
  readonly username: string;
  readonly key: ParsedKey | undefined;
  /** The input that a key is from, or would be. */
  readonly keyInput: KeyInput;
  readonly password: Secret | undefined;
}

/** One attempt to log in: the handler for ssh2, and what it met. */
export interface Authentication {
  readonly handler: AuthHandlerMiddleware;
  /** Methods tried so far, in order. */
  readonly tried: readonly string[];
  /** Whether the server has refused a method, and so has read what it was sent. */
  readonly answered: boolean;
  /** Why the server did not let us in. */
  failure(address: Address): Failure;
}

/**
 * Tries the key, then the password, then the password as the answer to keyboard-interactive, as far as the server
 * offers each; without the `none` that ssh2 would send first, which costs a round trip.
 */
export function authentication(credentials: Credentials): Authentication {
  const methods = methodsOf(credentials);
  const tried: string[] = [];
  let offered: readonly string[] | undefined;
  const handler: AuthHandlerMiddleware = (left, _partial, next) => {
    // null before the first answer: nothing is known yet (the type says otherwise).
    const known = left as readonly string[] | null;
    if (known !== null) offered = known;
    const method = methods.find((m) => !tried.includes(m.type) && (known === null || known.includes(m.type)));
    if (method === undefined) {
      // ssh2 takes `false` for "no more", which its type leaves out.
      (next as (method: AnyAuthMethod | false) => void)(false);
      return;
    }
    tried.push(method.type);
    next(method);
  };
  return {
    handler,
    tried,
    get answered() {
      return offered !== undefined;
    },
    failure: (address) => {
      const parameters = { ...machineOf(address), username: credentials.username };
      const methodsLeft = offered ?? [];
      const words = methodsLeft.join(', ') || '-';
      if (credentials.key === undefined && credentials.password !== undefined && methodsLeft.length > 0) {
        return methodsLeft.includes('password') || methodsLeft.includes('keyboard-interactive')
          ? failure('PASSWORD_WRONG', parameters)
          : failure('PASSWORD_NOT_ACCEPTED', { ...parameters, offered: words });
      }
      return failure('AUTHENTICATION_FAILED', {
        ...parameters,
        input: credentials.keyInput,
        tried: tried.join(', ') || '-',
        offered: words,
      });
    },
  };
}

function methodsOf({ username, key, password }: Credentials): AnyAuthMethod[] {
  const methods: AnyAuthMethod[] = [];
  if (key !== undefined) methods.push({ type: 'publickey', username, key });
  if (password !== undefined) {
    methods.push({ type: 'password', username, password: password.reveal() });
    methods.push({
      type: 'keyboard-interactive',
      username,
      prompt: (_name, _instructions, _language, prompts, finish) => finish(prompts.map(() => password.reveal())),
    });
  }
  return methods;
}
