import { runName } from '../../../src/release/run-name.ts';

test.each([
  ['https://github.com/octocat/mccm-server/actions/runs/8014', 'octocat/mccm-server#8014'],
  ['https://git.example.com/team/sub/app/actions/runs/7', 'team/sub/app#7'],
  ['', ''],
  ['https://github.com/octocat', ''],
])('the run of %j is %j', (runUrl, name) => {
  expect(runName({ runUrl })).toBe(name);
});
