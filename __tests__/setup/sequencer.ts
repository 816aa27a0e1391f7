import { basename } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

type Tests = Parameters<TestSequencer['sort']>[0];

/**
 * Files that take long, the longest first: begun last, one of them would run alone. Jest itself orders what it has not run
 * before by size.
 */
const long = [
  ...['database', 'written-files', 'power-cut', 'host-firewalls', 'base-images', 'next-version'],
  ...['renew', 'certificate-tencent', 'wechat'],
  ...['server-in-the-way', 'cut-short', 'two-applications', 'ours', 'taken-over', 'undone', 'nginx-gone'],
];

/** What takes long first, then jest's own order. */
export default class LongestFirst extends TestSequencer {
  override async sort(tests: Tests): Promise<Tests> {
    const sorted = await super.sort(tests);
    const place = ({ path }: { readonly path: string }): number => {
      const at = long.indexOf(basename(path, '.test.ts'));
      return at === -1 ? long.length : at;
    };
    return sorted.toSorted((a, b) => place(a) - place(b));
  }
}
