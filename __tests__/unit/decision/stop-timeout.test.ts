import { decide } from '../../../src/decision/decide.ts';
import { stopTimeoutOf } from '../../../src/decision/stop-timeout.ts';
import { notesOn } from '../../../src/deployment/words.ts';
import { createCommand } from '../../../src/resources/container/run-command.ts';
import { decisionInputs, jar, project, settings, targetOn } from '../deployment/decision-inputs.ts';

test.each<[readonly string[], number, number]>([
  [[], 0, 30],
  [[], 5, 30],
  [[], 20, 30],
  [[], 30, 40],
  [[], 49.5, 60],
  [[], 3600, 3610],
  [[], 1e9, 86_400],
  [['--stop-timeout', '90'], 30, 90],
  [['--stop-timeout=5'], 0, 5],
  [['--stop-timeout', '-1'], 30, -1],
])('options %j and a shutdown of %d s: stopped after %d s', (options, seconds, expected) => {
  expect(stopTimeoutOf(options, { graceful: seconds > 0, seconds })).toBe(expected);
});

test('the configuration of the jar decides, and a long stop is told', () => {
  const graceful = 'server.shutdown=graceful\nspring.lifecycle.timeout-per-shutdown-phase=80s';
  const target = targetOn(undefined, undefined, decisionInputs({ project: project({ jar: jar(graceful) }) }));
  const { release } = target;
  expect(release.container.stopTimeoutSeconds).toBe(90);
  expect(createCommand(release).join(' ')).toContain('--stop-timeout 90');
  expect(notesOn(target).map(({ en }) => en)).toContainEqual(expect.stringContaining('up to 90 s'));
  expect(notesOn(targetOn()).join()).not.toContain('Stopping');
});

test('an option of the user’s own stands, once', () => {
  const { release } = decide(settings({ 'docker-options': '--stop-timeout 120' }), decisionInputs());
  expect(release.container.stopTimeoutSeconds).toBe(120);
  expect(createCommand(release).filter((word) => word === '--stop-timeout')).toHaveLength(1);
});
