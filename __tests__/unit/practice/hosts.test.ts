import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withNames } from '../../../practice/hosts.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'names-'));
});
afterEach(() => rmSync(place, { recursive: true }));

test('without names of its own a program is run as it is', () => {
  expect(withNames(place, {})).toEqual([]);
});

test('hosts come after those of the machine', () => {
  expect(withNames(place, { hosts: { 'api.example.com': '198.18.0.10' } })).toContain('/etc/hosts');
  const own = readFileSync(join(place, 'hosts'), 'utf8');
  expect(own.startsWith(readFileSync('/etc/hosts', 'utf8'))).toBe(true);
  expect(own).toMatch(/\n198\.18\.0\.10 api\.example\.com\n$/);
});

test('a name server is the only one', () => {
  const argv = withNames(place, { nameServer: '198.18.0.2' });
  expect(argv).toContain('/etc/resolv.conf');
  expect(argv).not.toContain('/etc/hosts');
  expect(readFileSync(join(place, 'resolv.conf'), 'utf8')).toBe('nameserver 198.18.0.2\n');
});
