import { readJournal } from '../../../practice/workflow-runner/journal.ts';

const lines = (...entries: readonly object[]): string => entries.map((entry) => JSON.stringify(entry)).join('\n');

test('steps by stage and result, those that were skipped left out', () => {
  const output = lines(
    { step: 'deploy', stage: 'Main', msg: 'begins' },
    { step: 'deploy', stage: 'Main', stepResult: 'failure', executionTime: 5 },
    { step: 'after', stage: 'Main', stepResult: 'skipped' },
    { step: 'deploy', stage: 'Post', stepResult: 'success', executionTime: 1 },
  );
  expect(readJournal(output).steps).toEqual([
    { name: 'deploy', stage: 'Main', result: 'failure' },
    { name: 'deploy', stage: 'Post', result: 'success' },
  ]);
});

test('outputs, annotations, summary; what is no JSON is in the log', () => {
  const journal = readJournal(
    `${lines(
      { command: 'set-output', stepID: ['deploy'], name: 'url', arg: 'https://api.example.com:8014' },
      { command: 'error', kvPairs: { title: 'DISK_FULL' }, arg: 'no room' },
      { command: 'warning', arg: 'beware' },
      { command: 'summary', content: '## Failed', msg: 'Summary' },
    )}\nError: Job 'deploy' failed\n`,
  );
  expect(journal).toMatchObject({
    outputs: { 'deploy.url': 'https://api.example.com:8014' },
    errors: ['DISK_FULL: no room'],
    warnings: [': beware'],
    summary: '## Failed',
  });
  expect(journal.log).toContain("Error: Job 'deploy' failed");
});
