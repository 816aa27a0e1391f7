import { basename } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

type Tests = Parameters<TestSequencer['sort']>[0];

/** Files that take long for their size, by which jest orders what it has not run before: begun last, they would run alone. */
const long = ['power-cut', 'nginx-gone', 'base-images', 'unwell-application', 'two-applications'];

/** Jest's own order, what takes long first. */
export default class LongestFirst extends TestSequencer {
  override async sort(tests: Tests): Promise<Tests> {
    const sorted = await super.sort(tests);
    const isLong = ({ path }: { readonly path: string }) => long.includes(basename(path, '.test.ts'));
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
