import {
  readSshRuleDescription as read,
  renderSshRuleDescription as render,
} from '../../../../src/resources/ssh-rule/description.ts';

const said = { port: 22, token: '1a2b3c4d', made: new Date('2026-11-26T22:07:41.123Z') };

test('it says whose it is, the port, the run and the minute, in at most 64 characters', () => {
  expect(render(said)).toBe('deploy-miniprogram-backend ssh 22 1a2b3c4d 2026-11-26T22:07Z');
  expect(render({ ...said, port: 65_535 }).length).toBeLessThanOrEqual(64);
});

test('what was written is read again, to the minute', () => {
  expect(read(render(said))).toEqual({ ...said, made: new Date('2026-11-26T22:07:00Z') });
  expect(read(` ${render(said)}\n`)).toBeDefined();
});

test.each([
  '',
  'ssh',
  'deploy-miniprogram-backend https',
  'deploy-miniprogram-backend ssh 22 1a2b3c4d',
  'my deploy-miniprogram-backend ssh 22 1a2b3c4d 2026-11-26T22:07Z',
  'deploy-miniprogram-backend ssh 22 1a2b3c4d 2026-11-26T22:07Z kept',
  'deploy-miniprogram-backend ssh 22 1A2B3C4D 2026-11-26T22:07Z',
  'deploy-miniprogram-backend ssh 22 1a2b3c4 2026-11-26T22:07Z',
  'deploy-miniprogram-backend ssh 65536 1a2b3c4d 2026-11-26T22:07Z',
  'deploy-miniprogram-backend ssh 0 1a2b3c4d 2026-11-26T22:07Z',
  'deploy-miniprogram-backend ssh 22 ../../.. 2026-11-26T22:07Z',
  'deploy-miniprogram-backend ssh 22 1a2b3c4d 2026-13-26T22:07Z',
])('%j is not ours', (description) => {
  expect(read(description)).toBeUndefined();
});
