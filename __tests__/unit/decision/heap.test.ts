import { heapNotices } from '../../../src/decision/heap.ts';
import { settings } from '../deployment/decision-inputs.ts';

function notice(memory: string, options: string) {
  const [found] = heapNotices(settings({ memory, 'java-options': options }).container);
  return found?.text.cure.en;
}

test.each([
  [
    '512m',
    '-XX:MaxRAMPercentage=75',
    'Set `memory: 1024m`, or keep it and set `java-options: -XX:MaxRAMPercentage=50`.',
  ],
  ['512m', '-Xmx512m', 'Set `memory: 768m`, or keep it and set `java-options: -XX:MaxRAMPercentage=50`.'],
  ['512m', '-XX:MaxRAMPercentage=100', 'Set `java-options: -XX:MaxRAMPercentage=50`.'],
  ['256m', '-Xms64m -Xmx128M', 'Set `memory: 384m`.'],
])('%s with %s leaves too little beside the heap', (memory, options, cure) => {
  expect(notice(memory, options)).toBe(cure);
  // Whoever follows it is told nothing more.
  const [, enough] = /memory: (\w+)/.exec(cure) ?? [];
  if (enough !== undefined) expect(notice(enough, options)).toBeUndefined();
  const [, percentage] = /MaxRAMPercentage=(\d+)/.exec(cure) ?? [];
  if (percentage !== undefined) expect(notice(memory, `-XX:MaxRAMPercentage=${percentage}`)).toBeUndefined();
});

test.each([
  ['512m', '-XX:MaxRAMPercentage=50.0'],
  ['1g', '-XX:MaxRAMPercentage=65'],
  ['1g', '-Xmx2g -Xmx512m'],
  ['512m', '-XX:+UseSerialGC'],
  ['512m', '-XX:MaxRAM=256m -XX:MaxRAMPercentage=75'],
])('%s with %s is told nothing', (memory, options) => {
  expect(notice(memory, options)).toBeUndefined();
});

test.each([
  ['512m', '-XX:MaxRAMPercentage=75'],
  ['300m', '-XX:MaxRAMPercentage=80'],
  ['512m', '-Xmx512m'],
])('%s with %s: the memory that is advised suffices', (memory, options) => {
  const enough = /memory: (\d+m)/.exec(notice(memory, options) ?? '')?.[1] ?? '';
  expect(notice(enough, options)).toBeUndefined();
});

test('the options of env count as well, and without a limit there is nothing to tell', () => {
  const env = 'JAVA_TOOL_OPTIONS=-Xmx500m';
  expect(heapNotices(settings({ memory: '512m', env }).container).map(({ code }) => code)).toEqual(['HEAP_TOO_LARGE']);
  expect(heapNotices(settings({ env }).container)).toEqual([]);
});
