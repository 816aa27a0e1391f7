import { jest } from '@jest/globals';
import { told } from '../../../src/delta/bytes.ts';
import { listeningLog } from '../engine/listening-log.ts';

afterEach(() => jest.restoreAllMocks());

test.each([
  ['many bytes tell how far they are', 4 * 1024 * 1024, 3],
  ['few do not', 1024 * 1024, 0],
])('%s', async (_, total, lines) => {
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  const log = listeningLog();
  const four = async function* () {
    for (let at = 0; at < 4; at++) yield Buffer.alloc(total / 4);
  };
  let sent = 0;
  for await (const chunk of told(four(), total, log)) {
    sent += chunk.length;
    now += 2000;
  }
  expect(sent).toBe(total);
  expect(log.lines).toHaveLength(lines);
});
