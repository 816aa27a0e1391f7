import { goalsOf } from '../../../bench/link/goals.ts';
import type { Figures, LinkResults } from '../../../bench/link/results.ts';
import { linkFigures } from '../../../scripts/link-figures.ts';

const machine = { processor: 'p', cores: 2, memoryGigabytes: 4, platform: 'linux x64', node: 'v24', load: 0 };
const when = { date: '2026-01-02T00:00:00Z', machine };
const figures = (seconds: number, bytesUp: number, exchanges: number): Figures => ({
  times: 1,
  seconds,
  bytesUp,
  bytesDown: 0,
  connections: 1,
  exchanges,
});
const login = figures(1, 1000, 5);
const deploy = { buildAndStartSeconds: 4, outsideSeconds: 1, roundTrips: 12, imageMegabytes: 1 };
const measured: Omit<LinkResults, 'goals'> = {
  jar: { bytes: 50_000_000, entries: 9, bumped: 'x' },
  programs: { ssh: 'OpenSSH' },
  missing: { appleboy: 'not offered' },
  profiles: {
    '20-200': {
      handshakes: { ...when, node: login, openssh: login, sshTrue: login },
      transfers: {
        ...when,
        rows: [
          { way: 'action', of: 'first', ...figures(21.2, 50_000_000, 6) },
          { way: 'action', of: 'rebuilt', ...figures(2, 50_000, 7) },
          { way: 'openssh', of: 'any', ...figures(24, 50_000_000, 9) },
          { way: 'rsync', of: 'rebuilt', ...figures(5, 1_000_000, 14) },
        ],
        rests: [{ way: 'openssh', ...figures(2, 1000, 8) }],
      },
      deploys: {
        ...when,
        rows: [
          { of: 'first', ...figures(30, 50_000_000, 24), ...deploy },
          { of: 'rebuilt', ...figures(9, 100_000, 20), ...deploy },
        ],
      },
      cut: { ...when, resumed: false, errorCode: 'CONNECTION_LOST', seconds: 9, connections: 1, againPercent: 100 },
    },
  },
};

test('goals: what was measured is held against them, and nothing is said of what was not', () => {
  const goals = goalsOf(measured);
  expect(goals.map(({ what, measured: value, met }) => [what, value, met])).toEqual([
    ['rebuilt jar: bytes, over those of rsync -z', 0.05, true],
    ['rebuilt jar: seconds after connecting, over those of rsync -z', 0.25, true],
    ["first upload: seconds after connecting, over the link's limit", 1.01, true],
    ["deploy of a rebuilt jar: exchanges beyond the handshake's", 15, true],
    ["first deploy: exchanges beyond the handshake's", 19, false],
    ['rebuilt jar: growth of the images, MB', 1, true],
    ['full upload that is cut at the half: sent again, percent of the jar', 100, false],
  ]);
});

test('tables: a way that always sends everything is beside every case, as a ratio to this action', () => {
  const page = linkFigures({ ...measured, goals: goalsOf(measured) });
  expect(page).toContain('Not measured: drone-scp, drone-ssh (not offered).');
  expect(page).toContain('| first | `scp`, `ssh` | 24.0 | 50000 | 0.0 | 1 | 9 | 1.1 | 1.0 | 1.5 |');
  expect(page).toContain('| rebuilt | `scp`, `ssh` | 24.0 | 50000 | 0.0 | 1 | 9 | 12 | 1000 | 1.3 |');
  // The whole job: 9 s less 4 s and 1 s that do not depend on the link; of scp its 24 s and 2 s.
  expect(page).toContain('| rebuilt | **this action** | 4.0 | 100 | 0.0 | 1 | 20 | 1.0 | 1.0 | 1.0 |');
  expect(page).toContain('| rebuilt | `scp`, `ssh` | 26.0 | 50001 | 0.0 | 2 | 17 | 6.5 | 500 | 0.8 |');
  expect(page).toContain('the run failed with CONNECTION_LOST after 9 s');
  expect(page).not.toMatch(/NaN|undefined/);
});
