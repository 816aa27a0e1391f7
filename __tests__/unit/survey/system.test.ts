import { confined } from '../../../src/survey/refusals.ts';
import { readStorage } from '../../../src/survey/storage.ts';
import { readSystem } from '../../../src/survey/system.ts';

describe('os-release and the machine', () => {
  test('Debian’s, with what the probe adds', () => {
    const text = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\narchitecture=x86_64\nmemory=1048576\nswap=2048\nipv6=yes\nsystemd=yes\nmissing=flock\nmissing=curl\ntimezone=Asia/Shanghai\ninstance=ins-1a2b3c4d\naddress=203.0.113.7\nregion=ap-guangzhou\n`;
    expect(readSystem(text)).toEqual({
      id: 'debian',
      like: [],
      version: '12',
      platform: '',
      name: 'Debian GNU/Linux 12 (bookworm)',
      architecture: 'x86_64',
      memoryAvailable: 1_073_741_824,
      swapFree: 2_097_152,
      ipv6: true,
      apt: false,
      systemd: true,
      namespaces: true,
      policyLeft: false,
      missingTools: ['flock', 'curl'],
      timezone: 'Asia/Shanghai',
      tencentInstance: 'ins-1a2b3c4d',
      tencentPublicAddress: '203.0.113.7',
      tencentRegion: 'ap-guangzhou',
    });
  });

  test('others’ quotes, several families, an answer that is no address', () => {
    const text = `NAME='TencentOS Server'\nID="tencentos"\nID_LIKE="rhel fedora centos"\nVERSION_ID="3.1"\nPLATFORM_ID="platform:el8.2"\naddress=<html>\n`;
    expect(readSystem(text)).toMatchObject({
      id: 'tencentos',
      like: ['rhel', 'fedora', 'centos'],
      version: '3.1',
      platform: 'platform:el8.2',
      name: 'TencentOS Server',
      ipv6: false,
      tencentInstance: undefined,
      tencentPublicAddress: undefined,
    });
    expect(readSystem('')).toMatchObject({ id: '', name: '', memoryAvailable: 0 });
  });

  test('a server that lets root have no mount namespace is refused', () => {
    expect(confined(readSystem('namespaces=no\n')).map(({ code }) => code)).toEqual(['NAMESPACES_REFUSED']);
    expect(confined(readSystem(''))).toEqual([]);
  });

  test('whoever answers to the name of the metadata service with something else is none', () => {
    for (const answer of ['<!doctype html>', 'i-0abcdef1234567890', 'ins-', 'ins-<b>', ''])
      expect(readSystem(`instance=${answer}\naddress=203.0.113.7\nregion=ap-guangzhou\n`)).toMatchObject({
        tencentInstance: undefined,
        tencentPublicAddress: undefined,
        tencentRegion: undefined,
      });
  });
});

test('regions by their form', () => {
  const regionOf = (answer: string) => readSystem(`instance=ins-1a2b3c4d\nregion=${answer}\n`).tencentRegion;
  expect(['ap-guangzhou', 'na-siliconvalley', 'ap-shanghai-fsi'].map(regionOf)).not.toContain(undefined);
  for (const answer of ['', '<html>', 'ap', 'ap-', 'ap guangzhou', 'ap-guangzhou;x'])
    expect(regionOf(answer)).toBeUndefined();
});

test('folders and df', () => {
  const path = '/data/a folder\nof two lines';
  expect(
    readStorage(
      `${[...['folder', path, '/mnt/data', 'yes', 1000, 100, 'full'], ...['folder', '/no', '/no', 'no', 0, 0, 'empty'], 'space'].join('\0')}\0Filesystem Mounted on Avail IFree Inodes\n/dev/vda1 / 123 7 9\ntmpfs /mnt/a disk 456 0 0\n`,
    ),
  ).toEqual({
    folders: [
      { path, real: '/mnt/data', exists: true, uid: 1000, gid: 100, empty: false, variants: [] },
      { path: '/no', real: '/no', exists: false, uid: 0, gid: 0, empty: true, variants: [] },
    ],
    fileSystems: [
      { target: '/', availableBytes: 123, availableInodes: 7, device: '/dev/vda1' },
      { target: '/mnt/a disk', availableBytes: 456 },
    ],
  });
});
