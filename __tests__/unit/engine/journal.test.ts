import fc from 'fast-check';
import { failedStep, type JournalEntry, outcomeOf, readJournalLine, stuckSteps } from '../../../src/engine/journal.ts';
import { codePoint } from '../code-point.ts';

function read(...lines: readonly string[]): readonly JournalEntry[] {
  return lines.map(readJournalLine).filter((entry) => entry !== undefined);
}

test('a line has its time, event, step and detail', () => {
  expect(readJournalLine('1764000000.123 begin site.swap ')).toEqual({
    at: 1764000000.123,
    event: 'begin',
    step: 'site.swap',
    detail: '',
  });
  expect(readJournalLine('1.5 failed a @@failure LOCKED app=eA==')?.detail).toBe('@@failure LOCKED app=eA==');
});

test.each(['', '176400', '1.5', '1.5 begin', '1.5 begin ', 'x begin a ', '1.5 BEGIN a ', 'bash: line 3: oops'])(
  'a line cut short by a crash is none: %j',
  (line) => {
    expect(readJournalLine(line)).toBeUndefined();
  },
);

test('only the three ways to end count as an outcome, cut short or not; the last one counts', () => {
  expect(outcomeOf(read('1.0 done a ', '2.0 outcome committed '))).toBe('committed');
  expect(outcomeOf(read('1.0 outcome stuck ', '2.0 outcome undone '))).toBe('undone');
  expect(outcomeOf(read('1.0 outcome comm'))).toBeUndefined();
  expect(outcomeOf(read('1.0 done outcome '))).toBeUndefined();
  expect(outcomeOf([])).toBeUndefined();
});

test('the first failure is the cause', () => {
  expect(failedStep(read('1.0 failed a why', '2.0 failed b no'))).toMatchObject({ step: 'a', detail: 'why' });
  expect(failedStep(read('1.0 done a '))).toBeUndefined();
});

test('no text whatever is mistaken for more than it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint }), (line) => {
      const entry = readJournalLine(line);
      if (entry !== undefined) expect(line.startsWith(`${line.split(' ')[0]} ${entry.event} ${entry.step}`)).toBe(true);
    }),
  );
});

test('the steps that could not be undone are named, and the one that failed', () => {
  const entries = read(
    '1.0 failed site.reload x',
    '1.1 stuck site.swap y',
    '1.2 undone site.write',
    '1.3 stuck site.cut-1',
  );
  expect(stuckSteps(entries)).toEqual(['site.swap', 'site.cut-1']);
  expect(failedStep(entries)?.step).toBe('site.reload');
});
