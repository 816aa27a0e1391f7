import { readHealthBody } from '../../../src/checks/health-body.ts';

const json = (value: unknown): string => JSON.stringify(value);

test.each<[string, string, readonly string[]]>([
  [
    'Boot 1',
    json({ status: 'DOWN', diskSpace: { status: 'UP', free: 1 }, redis: { status: 'DOWN', error: 'x' } }),
    ['redis'],
  ],
  [
    'Boot 2.0',
    json({ status: 'DOWN', details: { db: { status: 'DOWN', details: { error: 'x' } }, ping: { status: 'UP' } } }),
    ['db'],
  ],
  [
    'Boot 2.7, nested',
    json({
      status: 'DOWN',
      components: { db: { status: 'DOWN', components: { master: { status: 'DOWN' }, slave: { status: 'UP' } } } },
    }),
    ['db.master'],
  ],
  [
    'Boot 3.5, the state last',
    '{"components":{"mail":{"details":{"location":"smtp:25"},"status":"DOWN"}},"status":"DOWN"}',
    ['mail'],
  ],
  [
    'out of service',
    json({ status: 'OUT_OF_SERVICE', components: { readinessState: { status: 'OUT_OF_SERVICE' } } }),
    ['readinessState'],
  ],
  ['details hidden', json({ status: 'DOWN' }), []],
  [
    'details of a component that look like one',
    json({ status: 'DOWN', components: { db: { status: 'DOWN', details: { 'x y': { status: 'DOWN' } } } } }),
    ['db'],
  ],
  [
    'names that are no names',
    json({ status: 'DOWN', components: { 'a\nb::error::': { status: 'DOWN' }, 'ok-1': { status: 'DOWN' } } }),
    ['ok-1'],
  ],
  ['an own state', json({ status: 'FATAL', components: { queue: { status: 'FATAL' } } }), ['queue']],
])('%s', (_, body, down) => {
  expect(readHealthBody(body).down).toEqual(down);
  expect(readHealthBody(body).status).toMatch(/^(DOWN|OUT_OF_SERVICE|FATAL)$/);
});

test.each([
  '',
  'OK',
  '<html>',
  '[]',
  'null',
  '"DOWN"',
  '{"status":7}',
  `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
])('no body of an actuator: %.20s', (body) =>
  expect(readHealthBody(body)).toEqual({ status: undefined, down: [], up: [] }),
);

test('what is well is told, too, and of many that are not ten at most', () => {
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`c${at}`, { status: 'DOWN' }]));
  const { down, up } = readHealthBody(json({ status: 'DOWN', components: { ...many, db: { status: 'UP' } } }));
  expect(down).toHaveLength(10);
  expect(up).toEqual(['db']);
});
