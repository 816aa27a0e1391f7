import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noted, tellToEnd } from '../../../src/server/step-notes.ts';
import { runBash } from '../engine/local-server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a process that has the number of one that was noted is not told to end; the one that was noted is, whatever its name is', async () => {
  const program = join(folder, 'a) Z (1 2');
  copyFileSync('/bin/sleep', program);
  chmodSync(program, 0o755);
  const { stdout } = await runBash([
    '-c',
    `${tellToEnd}
cd '${folder}' && told=0
'${program}' 30 & pid=$!
until [ "$(cat "/proc/$pid/comm")" != bash ]; do sleep 0.05; done
born=$(born_of "$pid")
for noted in "$pid" "$pid 0" "$pid $((born - 1))"; do echo "0 $noted" >note; tell_to_end note; done
sleep 0.3; kill -0 "$pid" && echo lives
echo "0 $pid $born" >note; tell_to_end note
wait "$pid" 2>/dev/null; echo "$?"`,
  ]);
  expect(stdout).toBe('lives\n143\n');
});

test('what takes no notice is waited for, then killed', async () => {
  const { stdout } = await runBash([
    '-c',
    `${tellToEnd}
cd '${folder}' && told=0 ending=
(trap '' TERM; : >there; while :; do sleep 0.1; done) & pid=$!
until [ -e there ]; do sleep 0.05; done
echo "0 $pid $(born_of "$pid")" >note
tell_to_end note
sleep 0.5; all_ended || echo 'not yet'
told_at=$((SECONDS - 20)); all_ended || echo killed
wait "$pid" 2>/dev/null; echo "$?"
sleep 0.3; all_ended && echo ended`,
  ]);
  expect(stdout).toBe('not yet\nkilled\n137\nended\n');
});

test('a script notes the process that it is, with when that began', async () => {
  const note = join(folder, 'note');
  const { stdout } = await runBash(['-c', noted('echo $$ $(cut -d " " -f 22 "/proc/$$/stat")', note, 'told')]);
  expect(readFileSync(note, 'utf8')).toBe(`-1 ${stdout}`);
  await runBash(['-c', noted('true', note, 'awaited')]);
  expect(readFileSync(note, 'utf8')).toBe('-1 0 -\n');
});
