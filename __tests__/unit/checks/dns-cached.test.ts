import { diagnoseName } from '../../../src/checks/diagnose.ts';
import { judgeAddresses, type NameObservation } from '../../../src/checks/dns.ts';
import { cachedAnswer, type Replaced } from '../../../src/checks/dns-cached.ts';
import type { Outside } from '../../../src/checks/outside.ts';
import { failure } from '../../../src/messages/failure.ts';

const here = '203.0.113.5';
const there = '203.0.113.9';
const six = '2001:db8::9';

/** What stands for the diagnosis of a name after `replaced` was replaced: its code, or that of the diagnosis itself. */
function told(name: NameObservation, replaced: Replaced | undefined): string | undefined {
  const outside = { domain: 'api.example.com', address: here, name } as Outside;
  const found = diagnoseName(outside);
  if (found === undefined) return undefined;
  return (cachedAnswer(found, outside, replaced) ?? found).code;
}

const missing: NameObservation = { kind: 'missing', detail: 'ENOTFOUND' };
const was = (...answer: readonly string[]): Replaced => ({ answer, seconds: 600 });
const alias: Replaced = { answer: 'alias', seconds: 600 };

test.each<[string, NameObservation, Replaced | undefined, string | undefined]>([
  ['the old address', judgeAddresses([there], here), was(there), 'DNS_CACHED'],
  ['the old address, and IPv6', judgeAddresses([there, six], here), was(there), 'DNS_CACHED'],
  ['the old addresses', judgeAddresses([there, here], here), was(here, there), 'DNS_CACHED'],
  ['no address, as before', missing, was(), 'DNS_CACHED'],
  ['IPv6 alone, as before', judgeAddresses([six], here), was(), 'DNS_CACHED'],
  ['where the alias led', judgeAddresses(['198.51.100.1'], here), alias, 'DNS_CACHED'],
  ['the new address', judgeAddresses([here], here), was(there), undefined],
  ['a part of the old addresses', judgeAddresses([there], here), was(here, there), 'DNS_ELSEWHERE'],
  ['another address than the old one', judgeAddresses(['198.51.100.1'], here), was(there), 'DNS_ELSEWHERE'],
  ['no address, and it had one', missing, was(there), 'DNS_NOT_FOUND'],
  ['no address, and it had an alias', missing, alias, 'DNS_NOT_FOUND'],
  ['an address, and it had none', judgeAddresses([there], here), was(), 'DNS_ELSEWHERE'],
  ['ours and others, and it had an alias', judgeAddresses([here, there], here), alias, 'DNS_SEVERAL'],
  ['the old address, and nothing was changed', judgeAddresses([there], here), undefined, 'DNS_ELSEWHERE'],
  ['nothing in time', { kind: 'unknown', detail: 'EAI_AGAIN' }, was(), 'DNS_UNKNOWN'],
])('the resolver gives %s', (_, name, replaced, code) => expect(told(name, replaced)).toBe(code));

test('the notice names the old answer and how long it may last; failures of other kinds stay', () => {
  const outside = { domain: 'api.example.com', address: here, name: judgeAddresses([there], here) };
  const replaced = { answer: [there], seconds: 120 };
  const found = failure('DNS_ELSEWHERE', { domain: 'api.example.com', found: there, expected: here });
  const none = { en: '' };
  const { what, why, cure } = cachedAnswer(found, outside, replaced)?.text ?? { what: none, why: none, cure: none };
  expect(what.en).toContain(there);
  expect(why.en).toMatch(/203\.0\.113\.5.*120 s/);
  expect(cure.en).toContain('Keep the old server running');
  const unknown = failure('DNS_NOT_FOUND', { domain: 'api.example.com', expected: here });
  const first = cachedAnswer(unknown, { ...outside, name: missing }, { answer: [], seconds: 600 });
  expect(first?.text.cure.en).toMatch(/^Wait 600 s\. [^.]+ then\.$/);
  const other = failure('OUTSIDE_UNREACHABLE', { address: here, port: 8014, detail: 'ETIMEDOUT' });
  expect(cachedAnswer(other, outside, replaced)).toBeUndefined();
});
