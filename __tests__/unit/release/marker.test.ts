import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeOurs, ourFolders } from '../../../src/release/marker.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { openPrograms, type Programs } from '../resources/programs.ts';

let programs: Programs;
beforeEach(() => {
  programs = openPrograms();
});
afterEach(() => programs.remove());

const make = (folder: string) =>
  `${prelude}\nset -e\n${makeOurs(folder, 'MCCM-server', '755')}\nmkdir -p ${folder}/a/b\n`;

test('a folder of ours is removed with all that is in it', async () => {
  const folder = join(programs.folder, 'R1');
  const { stdout } = await programs.server.run(
    `${make(folder)}touch ${folder}/a/b/c ${folder}/.d\n${ourFolders('MCCM-server')}\nremove_ours ${folder}; ls -A ${programs.folder}`,
  );
  expect(stdout).not.toContain('R1');
});

test.each(['a/b', 'a'])('what somebody mounted at %s of it stays, and the folder is ours as before', async (at) => {
  const folder = join(programs.folder, 'R1');
  mkdirSync(join(programs.folder, 'theirs'));
  const { stdout } = await programs.server.run(`unshare -m bash -s <<'EOF'
${make(folder)}mount -t tmpfs none ${folder}/${at} && touch ${folder}/${at}/kept
${ourFolders('MCCM-server')}
remove_ours ${folder} 2>/dev/null || echo refused
is_ours ${folder} && ls ${folder}/${at}
EOF`);
  expect(stdout).toBe('refused\nkept\n');
});
