import { type RecordSet, zoneChanges } from '../../../../practice/tencent/name-server.ts';

const set = (owner: string, ...data: string[]): RecordSet => ({ owner, type: 'A', ttl: 600, data });

test('nothing is begun where nothing changes', () => {
  expect(
    zoneChanges('example.com', [set('a.example.com.', '192.0.2.1')], [set('a.example.com.', '192.0.2.1')]),
  ).toEqual([]);
});

test('a set that changes is taken out before it is put in, and others stay', () => {
  const before = [
    set('a.example.com.', '192.0.2.1'),
    set('b.example.com.', '192.0.2.2'),
    set('c.example.com.', '192.0.2.3'),
  ];
  const after = [set('a.example.com.', '192.0.2.1'), set('b.example.com.', '192.0.2.4', '192.0.2.5')];
  expect(zoneChanges('example.com', before, after)).toEqual([
    'zone-begin example.com',
    'zone-unset example.com b.example.com. A',
    'zone-unset example.com c.example.com. A',
    'zone-set example.com b.example.com. 600 A 192.0.2.4',
    'zone-set example.com b.example.com. 600 A 192.0.2.5',
    'zone-commit example.com',
  ]);
});
