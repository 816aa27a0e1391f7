import { instanceMismatch, instanceNotices, instanceProblems } from '../../../src/checks/instance.ts';
import type { Failure } from '../../../src/messages/failure.ts';
import { cvm, lighthouse } from '../tencent/fake-firewalls.ts';

const codes = (found: readonly Failure[]) => found.map(({ code }) => code);

describe('an instance', () => {
  it.each(['RUNNING', 'STARTING', 'REBOOTING'])('that is %s serves', (state) => {
    expect(instanceProblems({ ...lighthouse, state })).toEqual([]);
  });

  it.each(['STOPPED', 'SHUTDOWN', 'RESCUE_MODE', ''])('that is %j does not', (state) => {
    const found = instanceProblems({ ...cvm, state });
    expect(codes(found)).toEqual(['INSTANCE_NOT_RUNNING']);
    expect(found[0]?.text.cure.en).toContain('/cvm/');
  });

  it('that is restricted is told so alone, with what settles it', () => {
    const found = instanceProblems({ ...lighthouse, state: 'STOPPED', restricted: 'NETWORK_RESTRICT' });
    expect(codes(found)).toEqual(['INSTANCE_RESTRICTED']);
    expect(found[0]?.text.why.en).toContain('blocked');
    const [expired] = instanceProblems({ ...cvm, restricted: 'EXPIRED' });
    expect(expired?.text.why.en).toContain('expired');
  });
});

describe('an instance that expires', () => {
  const now = new Date('2026-11-26T12:00:00Z');
  const at = (expires: string | undefined, renewsItself = false) =>
    instanceNotices(
      { ...lighthouse, expires: expires === undefined ? undefined : new Date(expires), renewsItself },
      now,
    );

  it('is told 15 days before, with its date', () => {
    const [found] = at('2026-12-11T12:00:00Z');
    expect(found?.code).toBe('INSTANCE_EXPIRES');
    expect(found?.text.what.en).toContain('2026-12-11, in 15 days');
    expect(at('2026-11-27T00:00:00Z')[0]?.text.what.en).toContain('in 1 day.');
  });

  it.each([
    ['later', '2026-12-11T12:00:01Z', false],
    ['and renews itself', '2026-11-27T00:00:00Z', true],
    ['never', undefined, false],
    ['long since', '2026-11-26T11:59:59Z', false],
  ])('%s is not', (_, expires, renewsItself) => expect(at(expires, renewsItself)).toEqual([]));
});

it('is not mistaken for another one', () => {
  const host = 'server.example.com';
  const mismatch = (metadataId: string | undefined, address?: string) =>
    instanceMismatch(cvm, { metadataId, host, address });
  expect(mismatch(cvm.id)).toBeUndefined();
  expect(mismatch(undefined)).toBeUndefined();
  expect(mismatch('ins-other123')?.code).toBe('INSTANCE_MISMATCH');
  expect(mismatch('ins-other123')?.text.what.en).toContain('server.example.com reaches ins-other123');
  // Without metadata the address tells, and with it it does not count: a jump over a NAT gateway.
  expect(mismatch(undefined, '203.0.113.99')?.text.what.en).toContain('reaches 203.0.113.99');
  expect(mismatch(undefined, cvm.publicAddresses[0])).toBeUndefined();
  expect(mismatch(cvm.id, '203.0.113.99')).toBeUndefined();
  const behindNat = { ...cvm, publicAddresses: [] };
  expect(instanceMismatch(behindNat, { metadataId: undefined, host, address: '203.0.113.99' })).toBeUndefined();
});
