import { openedSince, openNow } from './left-open.ts';

/** Prepares the process that jest's command line runs in: asked by SIGUSR2, it tells what keeps it from ending. */
export default function setup(): void {
  const before = openNow();
  process.on('SIGUSR2', () => {
    const handles = openedSince(before).map(({ description }) => `  ${description}`);
    const kinds = process.getActiveResourcesInfo().join(', ');
    process.stderr.write(`Left open:\n${handles.join('\n')}\n  in all: ${kinds}\n`);
  });
}
