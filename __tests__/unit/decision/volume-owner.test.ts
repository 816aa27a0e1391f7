import { applicationUser, folderOwner } from '../../../src/decision/volume-owner.ts';
import { defaultVolumes } from '../../../src/release/default-volumes.ts';

const made = (uid: number, gid: number) => ({
  path: '/x',
  real: '/x',
  exists: true,
  uid,
  gid,
  empty: true,
  variants: [],
});
const missing = { path: '/y', real: '/y', exists: false, uid: 0, gid: 0, empty: true, variants: [] };

test.each([
  ['no folder at all', [], applicationUser],
  ['only folders still to be made', [missing, missing], applicationUser],
  ['one owner', [made(1000, 100), missing], { uid: 1000, gid: 100 }],
  ['the same owner twice', [made(1000, 100), made(1000, 100)], { uid: 1000, gid: 100 }],
  ['root', [made(0, 0)], undefined],
  ['root among others', [made(1000, 100), made(0, 0)], undefined],
  ['two users', [made(1000, 100), made(1001, 100)], undefined],
  ['two groups', [made(1000, 100), made(1000, 101)], undefined],
])('%s: %j', (_, folders, owner) => {
  expect(folderOwner(folders)).toEqual(owner);
});

test('the guide’s two folders, the same inside', () => {
  expect(defaultVolumes('MCCM-server')).toEqual([
    {
      host: '/docker/app/MCCM-server/file-system',
      container: '/docker/app/MCCM-server/file-system',
      readOnly: false,
    },
    { host: '/docker/app/MCCM-server/logs', container: '/docker/app/MCCM-server/logs', readOnly: false },
  ]);
});
