import { icpFailure } from '../../../src/checks/icp-verdict.ts';
import type { Outside } from '../../../src/checks/outside.ts';
import { observeIcpBlock } from '../../../src/commands/observe-icp.ts';
import { tellOutside } from '../../../src/commands/observe-outside.ts';
import { newRecord, type Run, type RunRecord } from '../../../src/commands/run.ts';
import { failure, failuresOf } from '../../../src/messages/failure.ts';
import { outputsOf } from '../../../src/report/outputs.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import type { CheckLevel, OutsideCheck } from '../../../src/settings/settings.ts';
import { listeningLog } from '../engine/listening-log.ts';
import { patience } from '../engine/patience.ts';

const domain = 'api.example.com';
const outside: Outside = {
  domain,
  httpsPort: 8014,
  path: '/',
  expected: { status: [] },
  name: { kind: 'resolves', addresses: ['127.0.0.9'] },
  address: '127.0.0.9',
  attempts: 1,
  tookMs: 1,
};

function open(part: Partial<RunRecord> = {}): { run: Run; record: RunRecord; slept: number[] } {
  const slept: number[] = [];
  const run = {
    ...patience(),
    log: listeningLog(),
    now: () => 0,
    enter: () => {},
    sleep: async (milliseconds: number) => void slept.push(milliseconds),
  } as unknown as Run;
  return { run, record: { ...newRecord(0), domain, httpsPort: 8014, outside, ...part }, slept };
}

const shown = (record: RunRecord): string => renderSummary('verify', record, 'en');

test('a server outside the mainland is not looked at, and what WeChat asks for all the same is told', async () => {
  const { run, record, slept } = open();
  await observeIcpBlock('require', { mainland: false }, run, record);
  expect([slept, record.timings, outputsOf(record, 0)['icp-status']]).toEqual([[], [], '']);
  expect(shown(record)).toContain('WeChat still accepts only domains that have a filing');
});

test('`off`, and no address to look at: nothing is looked at, and nothing is said', async () => {
  for (const [level, part] of [
    ['off', {}],
    ['require', { outside: { ...outside, address: undefined } as unknown as Outside }],
  ] as const) {
    const { run, record, slept } = open(part);
    await observeIcpBlock(level, {}, run, record);
    expect([slept, record.icp, outputsOf(record, 0)['icp-status']]).toEqual([[], undefined, '']);
  }
});

test('where nothing listens it is unknown, whatever failed before, and the summary says why', async () => {
  const { run, record } = open();
  await observeIcpBlock('require', { mainland: true }, run, record);
  expect(outputsOf(record, 0)['icp-status']).toBe('unknown');
  expect(shown(record)).toMatch(/It is unknown whether .*: no port answered\./);
  expect(() => tellOutside([], { outsideCheck: 'require', icpCheck: 'require' }, record)).not.toThrow();
});

describe('what ends the run, and what is warned of', () => {
  const blocked: RunRecord['icp'] = {
    ...{ status: 'blocked', domain, address: '203.0.113.7', httpsPort: 8014, by: 'resets' },
    ...{ port: 8014, seen: 5, tries: 5, open: false },
  } as const;
  const byName = failure('REQUEST_RESET_BY_NAME', { domain, address: '203.0.113.7', port: 8014, detail: 'ECONNRESET' });
  const dns = failure('DNS_UNKNOWN', { domain, detail: 'EAI_AGAIN' });

  test.each<[readonly (typeof dns)[], OutsideCheck, CheckLevel, readonly string[], readonly string[]]>([
    [[], 'require', 'warn', [], ['ICP_BLOCKED']],
    [[], 'require', 'require', ['ICP_BLOCKED'], []],
    [[], 'warn', 'require', ['ICP_BLOCKED'], []],
    [[byName], 'require', 'warn', ['ICP_BLOCKED'], []],
    [[byName], 'warn', 'warn', [], ['ICP_BLOCKED']],
    [[byName], 'warn', 'require', ['ICP_BLOCKED'], []],
    [[byName, dns], 'require', 'require', ['ICP_BLOCKED', 'DNS_UNKNOWN'], []],
    [[dns], 'require', 'warn', ['DNS_UNKNOWN'], ['ICP_BLOCKED']],
    [[dns], 'require', 'require', ['DNS_UNKNOWN', 'ICP_BLOCKED'], []],
    [[dns], 'warn', 'require', ['ICP_BLOCKED'], ['DNS_UNKNOWN']],
  ])('%p, outside-check %s, icp-check %s', (found, outsideCheck, icpCheck, red, warned) => {
    const { record } = open({ icp: blocked });
    let failed: readonly string[] = [];
    try {
      tellOutside(found, { outsideCheck, icpCheck }, record);
    } catch (error) {
      failed = failuresOf(error).map(({ code }) => code);
    }
    expect(failed).toEqual(red);
    expect(record.notices.map(({ code }) => code)).toEqual(warned);
    expect(record.warnings).toHaveLength(outsideCheck === 'warn' && found.length > 0 ? 1 : 0);
  });

  test('the https port that still answers is said to, and one that does not is not', () => {
    const cure = (open: boolean) => icpFailure({ ...blocked, open } as RunRecord['icp'])?.text.cure.en;
    expect(cure(true)).toContain('https on port 8014 may continue to work for a while');
    expect(cure(false)).toContain('clients cannot rely on port 8014 either');
  });
});
