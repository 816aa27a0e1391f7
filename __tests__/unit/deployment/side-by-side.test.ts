import { decide } from '../../../src/decision/decide.ts';
import { sideBySide } from '../../../src/deployment/side-by-side.ts';
import type { Container } from '../../../src/survey/containers.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import { container, decisionInputs, deployed, jar, project, settings, surveyed } from './decision-inputs.ts';

const first = decide(settings(), decisionInputs()).release;
/** The release of a jar with these properties. */
function releaseOf(properties?: string) {
  return decide(settings(), decisionInputs({ project: project({ jar: jar(properties) }) })).release;
}

const margin = 64 * 1024 * 1024;

function beside(changes: { properties?: string; available?: number; swap?: number; old?: Partial<Container> } = {}) {
  const full = deployed(first);
  const { properties, available = 2e9, swap = 0, old = {} } = changes;
  const on = {
    ...full,
    system: { ...full.system, memoryAvailable: available, swapFree: swap },
    containers: full.containers.map((one) => ({ ...one, ...old })),
  };
  const { problems, notices } = sideBySide(releaseOf(properties), provisionedServer(on), { container: undefined });
  return [...problems, ...notices];
}
const codes = (changes: Parameters<typeof beside>[0]) => beside(changes).map(({ code }) => code);

test('two versions need the memory of the old one once more and a margin; swap counts, and is told', () => {
  expect(codes({ available: 300e6 + margin })).toEqual([]);
  expect(codes({ available: 300e6 + margin - 1 })).toEqual(['MEMORY_TOO_SMALL']);
  expect(codes({ available: 200e6, swap: 100e6 + margin })).toEqual(['MEMORY_SWAPS']);
  expect(codes({ available: 200e6, swap: 99e6 + margin })).toEqual(['MEMORY_TOO_SMALL']);
  expect(beside({ available: 1e6 })[0]?.text.cure.en).toContain('count=1024 &&');
});

const database = 'server.port=8004\nspring.datasource.url=jdbc:h2:file:./data/mccm;PASSWORD=secret';

test('a database in a file cannot be shared: the cure names the container as it is called now', () => {
  const [found] = beside({ properties: database, old: { name: 'moved-by-hand' } });
  expect(found?.code).toBe('EMBEDDED_DATABASE');
  expect(found?.text.cure.en).toContain('\ndocker stop moved-by-hand\n');
  expect(found?.text.cure.en).toContain('`docker stop mccm-server`');
  expect(found?.message).not.toContain('secret');
});

test('one that is paused is woken first, since it does not hear the signal', () => {
  const [found] = beside({ properties: database, old: { name: 'shop', status: 'paused' } });
  expect(found?.text.cure.en).toContain('\ndocker unpause shop && docker stop shop\n');
});

test('an old version that was not retired holds the file as well', () => {
  const full = deployed(first);
  const other = container({ id: 'b'.repeat(64), name: 'mccm-server' });
  const on = {
    ...full,
    containers: [...full.containers.map((one) => ({ ...one, name: 'mccm-server-new' })), other],
    releases: { ...full.releases, containers: new Map([...full.releases.containers, ['R0', other.id]]) },
  };
  const { problems } = sideBySide(releaseOf(database), provisionedServer(on), { container: undefined });
  expect(problems[0]?.text.cure.en).toContain('\ndocker stop mccm-server-new mccm-server\n');
});

test('nothing meets where the old one has ended, or where there is none', () => {
  expect(codes({ properties: database, available: 1, old: { status: 'exited' } })).toEqual([]);
  expect(sideBySide(releaseOf(database), provisionedServer(surveyed()), { container: undefined }).problems).toEqual([]);
});
