import { jest } from '@jest/globals';
import { listenForCancel } from '../../../src/action/cancellation.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal);
});

test.each([
  ['SIGINT', 6500],
  ['SIGTERM', 1000],
])('%s cancels at once and leaves %d ms to report', (signal, milliseconds) => {
  const { cancelled, graceOver } = listenForCancel();
  expect(cancelled.aborted).toBe(false);
  process.emit(signal as NodeJS.Signals);
  expect(cancelled.aborted).toBe(true);
  jest.advanceTimersByTime(milliseconds - 1);
  expect(graceOver.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(graceOver.aborted).toBe(true);
});

test('a second signal, such as the SIGTERM that follows a SIGINT, never ends the process', () => {
  listenForCancel();
  for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM', 'SIGTERM'] as const) {
    expect(process.emit(signal)).toBe(true);
  }
});
