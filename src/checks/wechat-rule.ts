import type { Failure } from '../messages/failure.ts';
import type { Text } from '../messages/text.ts';

/** One of WeChat's rules for a server, and what became of it; `unseen`: it could not be seen, and fails nobody. */
export interface WechatRule {
  readonly rule: Text;
  readonly state: 'ok' | 'broken' | 'unseen';
  /** What was seen, in words that are the same in every language (a cipher, a key); empty where nothing was. */
  readonly detail: string;
  /** What a broken rule comes to. */
  readonly failure?: Failure;
}

/** A rule that is kept. */
export function kept(rule: Text, detail: string): WechatRule {
  return { rule, state: 'ok', detail };
}

/** A rule that is broken. */
export function broken(rule: Text, detail: string, failure: Failure): WechatRule {
  return { rule, state: 'broken', detail, failure };
}

/** A rule of which nothing could be seen. */
export function unseen(rule: Text): WechatRule {
  return { rule, state: 'unseen', detail: '' };
}
