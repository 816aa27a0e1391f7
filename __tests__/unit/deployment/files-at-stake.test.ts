import { filesAtStake } from '../../../src/deployment/container-files.ts';
import { isDatabaseFile } from '../../../src/deployment/database-file.ts';
import { defaultVolumes } from '../../../src/release/default-volumes.ts';
import type { WrittenFiles } from '../../../src/survey/written-files.ts';
import { file, written } from './written.ts';

const app = '/docker/app/MCCM-server';
const volumes = defaultVolumes('MCCM-server');
const upload = `${app}/storage/avatars/1.png`;

describe('what counts', () => {
  const times = (path: string, second: number) => new Map([[path, file(path, second).times as never]]);
  const paths = (changes: Partial<WrittenFiles>) => filesAtStake(written(changes), volumes).files;

  test('came after the version began to serve, or was changed since', () => {
    expect(paths({ files: [file(upload, 100)], baseline: times(upload, 100) })).toEqual([]);
    expect(paths({ files: [file(upload, 101)], baseline: times(upload, 100) })).toEqual([upload]);
    expect(paths({ files: [file(upload, 100)] })).toEqual([upload]);
  });

  test('all of it where nobody noted what was there, or its times cannot be told', () => {
    expect(paths({ files: [file(upload)], baseline: undefined })).toEqual([upload]);
    const unknown = { path: upload, times: undefined, copied: false };
    expect(paths({ files: [unknown], baseline: times(upload, 100) })).toEqual([upload]);
  });

  test('a database that the start made, where it is open or was written to: it holds what came since', () => {
    const database = `${app}/testdb.mv.db`;
    const same = { files: [file(database, 100)], baseline: times(database, 100) };
    expect(paths({ ...same, open: new Set([database]) })).toEqual([database]);
    expect(paths({ ...same, open: undefined })).toEqual([database]);
    expect(paths({ ...same, files: [file(database, 101)], restarted: 101 })).toEqual([database]);
    // Unpacked by the start, and only read since.
    expect(paths(same)).toEqual([]);
    // Of a container that has ended, only seconds may be known.
    const seconds = { path: database, times: { changed: undefined, modified: 100, bytes: 10 }, copied: false };
    expect(paths({ files: [seconds], baseline: times(database, 100), running: false })).toEqual([database]);
  });

  test('not what a later start wrote again, as long as it was', () => {
    const baseline = times(upload, 100);
    expect(paths({ files: [file(upload, 500)], baseline, restarted: 490 })).toEqual([]);
    expect(paths({ files: [file(upload, 490)], baseline, restarted: 490.9 })).toEqual([]);
    for (const changes of [
      { files: [file(upload, 500)], baseline },
      { files: [file(upload, 480)], baseline, restarted: 490 },
      { files: [file(upload, 700)], baseline, restarted: 490 },
      { files: [file(upload, 500, 11)], baseline, restarted: 490 },
      { files: [file(upload, 500)], baseline: undefined, restarted: 490 },
    ])
      expect(paths(changes)).toEqual([upload]);
  });

  test('where only seconds are known, by these', () => {
    const seconds = (modified: number) => ({
      files: [{ path: upload, times: { changed: undefined, modified, bytes: 10 }, copied: false }],
      running: false,
      baseline: times(upload, 100),
    });
    expect(paths(seconds(100))).toEqual([]);
    expect(paths(seconds(101))).toEqual([upload]);
  });

  describe('in a volume without a name', () => {
    const anonymous = new Map([['/app/uploads', 'e'.repeat(64)]]);
    const photo = '/app/uploads/2026/1.png';
    const mounts = [...written().mounts, '/app/uploads'];
    const stake = (changes: Partial<WrittenFiles>, more: typeof volumes = []) =>
      filesAtStake(written({ files: [file(photo)], anonymous, mounts, ...changes }), [...volumes, ...more]);

    test('it is lost, and its mount is the folder that keeps it', () => {
      expect(stake({})).toMatchObject({ files: [photo], folders: ['/app/uploads'], besideImage: [], hiddenBy: [] });
      expect(stake({ addedFolders: new Set(['/app']) }).folders).toEqual(['/app/uploads']);
      expect(stake({ imageFolders: new Set(['/app/uploads']) })).toMatchObject({ folders: [], besideImage: [photo] });
      expect(stake({ baseline: times(photo, 100) }).files).toEqual([]);
    });

    test('another mount would hide it; the same volume goes on', () => {
      const host = { host: '/data', container: '/app/uploads', readOnly: false };
      expect(stake({}, [host]).hiddenBy).toEqual([host]);
      expect(stake({}, [{ ...host, host: 'e'.repeat(64) }]).files).toEqual([]);
      const deeper = { ...host, container: '/app/uploads/2026' };
      expect(stake({}, [{ ...host, host: 'e'.repeat(64) }, deeper]).hiddenBy).toEqual([deeper]);
    });
  });

  test('what was copied to a mounted folder by hand does not', () => {
    expect(paths({ files: [file(upload, 100, 10, true)] })).toEqual([]);
  });

  test.each([
    ['/a/test.mv.db', true],
    ['/a/shop.sqlite-wal', true],
    ['/a/app.db', true],
    ['/a/derby/seg0/c10.dat', true],
    ['/a/hsql.script', true],
    ['/a/index/segments_1a', true],
    ['/a/photo.png', false],
    ['/a/Thumbs.db', false],
  ])('%s is a database: %s', (path, expected) => {
    expect(isDatabaseFile(path)).toBe(expected);
  });
});
