import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awaitOutcome, findCutShort } from '../../../src/engine/resume.ts';
import { switchFolder } from '../../../src/engine/switch-folder.ts';
import { markerFile, ourFolders } from '../../../src/release/marker.ts';
import { localServer } from './local-server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resume-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const application = (): string => join(folder, 'app dir');

function lay(release: string, journal?: string, marker = `app ${release}`): string {
  const place = join(application(), 'releases', release, 'switch');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(application(), 'releases', release, markerFile), `${marker}\n`);
  writeFileSync(join(place, 'script'), '');
  if (journal !== undefined) writeFileSync(join(place, 'journal'), journal);
  return place;
}

test('a switch without outcome is found, and no other; none that was not made here or that another user can change', async () => {
  lay('20261123T160512Z-1a2b3c4', '1.0 begin a \n');
  lay('20261123T160513Z-1a2b3c4', '1.0 outcome committed \n');
  lay('20261123T160514Z-local');
  lay('1.0.0', '1.0 begin a \n');
  lay('20261123T160516Z-1a2b3c4', '1.0 begin a \n', 'copied');
  chownSync(lay('20261123T160515Z-1a2b3c4', '1.0 begin a \n'), 65_534, 0);
  expect(await findCutShort(localServer({ SUDO_UID: '' }), application(), ourFolders('app'))).toEqual([
    {
      release: '20261123T160512Z-1a2b3c4',
      folder: switchFolder(`${application()}/releases/20261123T160512Z-1a2b3c4`),
    },
  ]);
  expect(await findCutShort(localServer(), join(folder, 'none'), ourFolders('app'))).toEqual([]);
});

test.each([
  ['its outcome', 'sleep 0.4; echo "2.0 outcome undone " >>journal; exec sleep 5', 'undone'],
  ['its end without one', 'exec sleep 0.4', '-'],
])('a switch that is resumed is followed to %s', async (_, script, outcome) => {
  const place = lay('R', '1.0 begin a \n');
  const server = localServer();
  const { stdout } = await server.run(`cd '${place}'; setsid bash -c '${script}' >/dev/null 2>&1 & echo $!`);
  const pid = Number(stdout);
  expect(await awaitOutcome(server, switchFolder(join(application(), 'releases/R')), pid)).toBe(outcome);
  await server.run(`kill ${pid}`);
});
