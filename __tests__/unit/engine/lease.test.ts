import {
  giveBackNoted,
  giveBackOrphans,
  type Lease,
  type LeaseHolder,
  type LeaseNote,
  withLease,
} from '../../../src/engine/lease.ts';
import { failure } from '../../../src/messages/failure.ts';
import { text } from '../../../src/messages/text.ts';
import { listeningLog } from './listening-log.ts';
import { patience } from './patience.ts';

interface Rule {
  readonly port: number;
  readonly id?: string;
}

const refused = () => failure('PACKAGES_LOCKED', { manager: 'api' });
const wait = () => new Promise((done) => setTimeout(done, 20));

/** A rule that a fake service keeps, what a run says of it, and all that happened. */
function scene(changes: Partial<Lease<Rule>> = {}, ends: Parameters<typeof patience>[0] = {}) {
  const [events, log, noted]: [string[], ReturnType<typeof listeningLog>, Map<string, LeaseNote>] = [
    [],
    listeningLog(),
    new Map(),
  ];
  const lease: Lease<Rule> = {
    kind: 'rule',
    title: text('a rule', '规则'),
    intention: { port: 22 },
    take: async () => {
      events.push('take');
      return { port: 22, id: 'r1' };
    },
    giveBack: async (note) => void events.push(`back ${JSON.stringify(note)}`),
    ...changes,
  };
  const run: LeaseHolder = {
    ...patience(ends),
    log,
    noteLease: (id, held) => {
      events.push(`note ${JSON.stringify(held?.note)}`);
      if (held === undefined) noted.delete(id);
      else noted.set(id, held);
    },
  };
  const work = async () => void events.push('work');
  return { events, log, noted, lease, run, work };
}

test('it is noted before it is taken, noted as it is found, and given back after the work', async () => {
  const { events, log, noted, lease, run, work } = scene();
  await withLease(lease, run, work);
  expect(events).toEqual([
    'note {"port":22}',
    'take',
    'note {"port":22,"id":"r1"}',
    'work',
    'back {"port":22,"id":"r1"}',
    'note undefined',
  ]);
  expect([noted.size, log.lines]).toEqual([0, []]);
});

test('what the work comes to comes through, also where it fails', async () => {
  const { lease, run } = scene();
  expect(await withLease(lease, run, async () => 7)).toBe(7);
  const failing = scene();
  await expect(withLease(failing.lease, failing.run, () => Promise.reject(refused()))).rejects.toMatchObject({
    code: 'PACKAGES_LOCKED',
  });
  expect(failing.events.slice(-2)).toEqual(['back {"port":22,"id":"r1"}', 'note undefined']);
});

test('one that cannot be taken may have been taken half: it is given back by what was intended', async () => {
  const { events, lease, run, work } = scene({ take: () => Promise.reject(refused()) });
  await expect(withLease(lease, run, work)).rejects.toMatchObject({ code: 'PACKAGES_LOCKED' });
  expect(events).toEqual(['note {"port":22}', 'back {"port":22}', 'note undefined']);
});

test('one that cannot be given back stays noted and is warned of; what the work came to stands', async () => {
  const { noted, log, lease, run } = scene({ giveBack: () => Promise.reject(refused()) });
  expect(await withLease(lease, run, async () => 'done')).toBe('done');
  expect([...noted.values()]).toEqual([{ kind: 'rule', title: lease.title, note: { port: 22, id: 'r1' } }]);
  expect(log.lines).toEqual([expect.stringMatching(/^warning Could not be removed: a rule \(PACKAGES_LOCKED/)]);
});

describe('a run that is cancelled', () => {
  test('takes nothing more', async () => {
    const { events, lease, run, work } = scene({}, { cancelled: AbortSignal.abort() });
    await expect(withLease(lease, run, work)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(events).toEqual([]);
  });

  test('waits for what it is just taking, gives it back, and begins no work', async () => {
    const person = new AbortController();
    const take = async () => {
      person.abort();
      await wait();
      return { port: 22, id: 'late' };
    };
    const { events, lease, run, work } = scene({ take }, { cancelled: person.signal });
    await expect(withLease(lease, run, work)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(events.slice(-2)).toEqual(['back {"port":22,"id":"late"}', 'note undefined']);
    expect(events).not.toContain('work');
  });

  test('lets the work end, which may need it', async () => {
    const person = new AbortController();
    const { events, lease, run } = scene({}, { cancelled: person.signal });
    await withLease(lease, run, async () => {
      person.abort();
      await wait();
      events.push('ended');
    });
    expect(events.slice(-3)).toEqual(['ended', 'back {"port":22,"id":"r1"}', 'note undefined']);
  });

  test.each<[string, Partial<Lease<Rule>>, Rule]>([
    ['taking', { take: () => new Promise(() => {}) }, { port: 22 }],
    ['giving back', { giveBack: () => new Promise(() => {}) }, { port: 22, id: 'r1' }],
  ])('leaves it noted for the post step when its time is over while %s', async (_, changes, note) => {
    const over = new AbortController();
    const { noted, lease, run, work } = scene(changes, { graceOver: over.signal });
    setTimeout(() => over.abort(), 20);
    await withLease(lease, run, work).catch(() => {});
    expect([...noted.values()].map((held) => held.note)).toEqual([note]);
  });
});

test('several are held at once, and given back in reverse', async () => {
  const { events, noted, lease, run } = scene();
  const other = { ...lease, intention: { port: 80 }, take: async () => ({ port: 80, id: 'r2' }) };
  await withLease(lease, run, () =>
    withLease(other, run, async () => {
      expect([...noted.values()].map(({ note }) => note)).toEqual([
        { port: 22, id: 'r1' },
        { port: 80, id: 'r2' },
      ]);
    }),
  );
  expect(events.filter((event) => event.startsWith('back'))).toEqual([
    'back {"port":80,"id":"r2"}',
    'back {"port":22,"id":"r1"}',
  ]);
});

describe('the post step', () => {
  const held = (kind: string, note: unknown): LeaseNote => ({ kind, title: text(`a ${kind}`, '乙'), note });

  test('gives back by kind, the last one first, and says what it could not', async () => {
    const log = listeningLog();
    const back: unknown[] = [];
    const kinds = {
      rule: async (note: unknown, known: string) => void back.push([note, known]),
      record: () => Promise.reject(refused()),
    };
    const notes = [held('rule', 1), held('record', 2), held('unknown', 3), held('rule', 4)];
    await giveBackNoted(notes, kinds, 'settings', log, patience().graceOver);
    expect(back).toEqual([
      [4, 'settings'],
      [1, 'settings'],
    ]);
    expect(log.lines.map((line) => line.split(':').slice(0, 2).join())).toEqual([
      'info Removed, a rule.',
      'warning Could not be removed, a unknown (INTERNAL',
      'warning Could not be removed, a record (PACKAGES_LOCKED',
      'info Removed, a rule.',
    ]);
  });

  test('does not wait for ever', async () => {
    const log = listeningLog();
    await giveBackNoted([held('rule', 1)], { rule: () => new Promise(() => {}) }, 0, log, AbortSignal.timeout(20));
    expect(log.lines).toEqual([expect.stringMatching(/^warning Could not be removed: a rule /)]);
  });
});

describe('what runs left that died with their post step', () => {
  const left: readonly Rule[] = [{ port: 1 }, { port: 2 }, { port: 3 }];
  const isOver = async ({ port }: Rule) => port !== 2;

  test('is given back where the run is over, and nothing of one that goes on', async () => {
    const { events, log, lease, run } = scene();
    await giveBackOrphans({ ...lease, find: async () => left }, isOver, run);
    expect(events).toEqual(['back {"port":1}', 'back {"port":3}']);
    expect(log.lines).toEqual([
      'info Removed what an interrupted run left: a rule.',
      'info Removed what an interrupted run left: a rule.',
    ]);
  });

  test('is left for the next run where it cannot be found or given back', async () => {
    for (const changes of [{ find: () => Promise.reject(refused()) }, { giveBack: () => Promise.reject(refused()) }]) {
      const { log, lease, run } = scene();
      await giveBackOrphans({ ...lease, find: async () => left, ...changes }, isOver, run);
      expect(log.lines).toEqual([expect.stringMatching(/^warning What interrupted runs left .*PACKAGES_LOCKED/)]);
    }
  });
});

test('one that the post step still needs stays held and noted, whatever the work came to', async () => {
  let needed = false;
  const { events, noted, log, lease, run } = scene({ neededLater: () => needed });
  const work = async () => {
    needed = true;
    throw refused();
  };
  await expect(withLease(lease, run, work)).rejects.toMatchObject({ code: 'PACKAGES_LOCKED' });
  expect(events.filter((event) => event.startsWith('back'))).toEqual([]);
  expect([...noted.values()].map(({ note }) => note)).toEqual([{ port: 22, id: 'r1' }]);
  expect(log.lines).toEqual([]);
});
