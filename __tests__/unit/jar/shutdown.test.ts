import { canonicalKey } from '../../../src/jar/documents.ts';
import { durationSeconds } from '../../../src/jar/duration.ts';
import { consumerLibrary, shutdownOf } from '../../../src/jar/shutdown.ts';

test.each<[string, number | undefined]>([
  ['45000', 45],
  ['20s', 20],
  ['20S', 20],
  ['+20s', 20],
  ['1500ms', 1.5],
  ['1m', 60],
  ['1m30s', 90],
  ['2h', 7200],
  ['1d', 86_400],
  ['PT1M', 60],
  ['pt1m30.5s', 90.5],
  ['P1DT1H', 90_000],
  ['PT0S', 0],
  ['0', 0],
  ['', undefined],
  ['P', undefined],
  ['PT', undefined],
  ['20 s', undefined],
  ['-5s', undefined],
  ['soon', undefined],
  ['${GRACE}', undefined],
])('the duration %j has %j seconds', (value, seconds) => {
  expect(durationSeconds(value)).toBe(seconds);
});

const phase = 'spring.lifecycle.timeout-per-shutdown-phase';

test.each<[string | undefined, Readonly<Record<string, string>>, boolean, number]>([
  ['2.7.18', {}, false, 0],
  ['2.7.18', { [phase]: '60s' }, false, 0],
  ['2.7.18', { 'server.shutdown': 'graceful' }, true, 30],
  ['2.3.0.RELEASE', { 'server.shutdown': 'GRACEFUL', [phase]: '1m' }, true, 60],
  // It does not know the key.
  ['2.2.13.RELEASE', { 'server.shutdown': 'graceful', [phase]: '1m' }, false, 0],
  ['1.5.22.RELEASE', { 'server.shutdown': 'graceful' }, false, 0],
  ['3.1.9', {}, false, 0],
  // The executors' own phase.
  ['3.2.0', {}, false, 30],
  ['3.3.9', { [phase]: '45s' }, false, 45],
  ['3.4.0', {}, true, 30],
  ['3.5.0', { [phase]: 'PT50S' }, true, 50],
  ['4.0.0', { [phase]: '45000' }, true, 45],
  ['3.5.0', { 'server.shutdown': 'immediate', [phase]: '50s' }, false, 50],
  ['3.5.0', { [phase]: 'soon' }, true, 30],
  [undefined, { 'server.shutdown': 'graceful' }, false, 0],
  [
    '2.7.18',
    {
      'spring.task.execution.shutdown.await-termination': 'true',
      'spring.task.execution.shutdown.await-termination-period': '60s',
      // Interrupted, and awaited.
      'spring.task.scheduling.shutdown.awaitTerminationPeriod': '90s',
    },
    false,
    150,
  ],
  ['3.2.0', { 'spring.task.execution.shutdown.await-termination-period': '60s' }, false, 90],
])('Boot %s with %j: graceful %s, %d s', (version, properties, graceful, seconds) => {
  const values = new Map(Object.entries(properties).map(([key, value]) => [canonicalKey(key), value]));
  expect(shutdownOf((key) => values.get(canonicalKey(key)), version)).toEqual({ graceful, seconds });
});

test.each([
  ['2.2.13.RELEASE', {}, 30],
  ['2.7.18', {}, 30],
  ['2.7.18', { [phase]: '2m' }, 120],
  ['2.7.18', { 'server.shutdown': 'graceful', [phase]: '2m' }, 240],
  ['3.5.0', {}, 60],
])('Boot %s with %j and consumers of messages: %d s', (version, properties, seconds) => {
  const values = new Map(Object.entries(properties).map(([key, value]) => [canonicalKey(key), value]));
  expect(shutdownOf((key) => values.get(canonicalKey(key)), version, true).seconds).toBe(seconds);
});

test.each([
  ['spring-kafka-3.2.1.jar', true],
  ['spring-rabbit-2.4.17.jar', true],
  ['spring-jms-6.1.0.jar', true],
  ['rocketmq-spring-boot-2.3.0.jar', true],
  ['spring-kafka-test-3.2.1.jar', false],
  ['kafka-clients-3.7.0.jar', false],
])('%s consumes messages: %s', (name, consumes) => {
  expect(consumerLibrary.test(name)).toBe(consumes);
});
