import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReconnectableServer } from '../../../src/engine/reconnect.ts';
import { switchFolder } from '../../../src/engine/switch-folder.ts';
import { watchSwitch } from '../../../src/engine/watch.ts';
import { failure } from '../../../src/messages/failure.ts';
import type { Log } from '../../../src/messages/log.ts';
import { patience } from './patience.ts';

const silent: Log = {
  group: (_, work) => work(),
  info: () => {},
  warning: () => {},
  output: () => {},
  debug: () => {},
};

/**
 * This machine as the server, through its own bash; a script that does not end is killed, and fails the test. The first
 * one is cut off when it has told when the process began: at 1, which is when no process of this machine did.
 */
function rebooted(): ReconnectableServer {
  let cut = false;
  return {
    host: 'localhost',
    run: (script, options) =>
      new Promise((done, fail) => {
        if (!cut) {
          cut = true;
          options?.onLine?.('@@born 1', 'stdout');
          return fail(failure('CONNECTION_LOST', { host: 'localhost', port: 22, detail: 'reset' }));
        }
        const child = execFile('bash', ['-s'], { timeout: 5000 }, (error, stdout, stderr) => {
          if (error?.killed) return fail(new Error(`still watching after 5 s: ${script}`));
          for (const line of stdout.split('\n')) options?.onLine?.(line, 'stdout');
          done({ code: 0, stdout, stderr });
        });
        child.stdin?.end(script);
      }),
    open: () => Promise.reject(new Error('not needed')),
    reconnect: () => Promise.resolve(),
  };
}

test.each([
  ['', { fate: 'cut-short', failure: { code: 'SWITCH_CUT_SHORT' } }],
  ['1.000 outcome committed \n', { fate: 'committed', failure: undefined }],
])(
  'a number that is another program’s after a reboot is not waited for (journal: %j)',
  async (end, expected) => {
    const place = mkdtempSync(join(tmpdir(), 'release-'));
    try {
      const folder = switchFolder(place);
      mkdirSync(join(place, 'switch'));
      writeFileSync(folder.journal, `0.500 begin site.swap \n${end}`);
      // This very process stands for the one that has the number now.
      const watched = watchSwitch(rebooted(), { folder, pid: process.pid, steps: [] }, silent, patience());
      expect(await watched).toMatchObject(expected);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  },
  40_000,
);
