import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { closedMounts } from '../../../src/resources/container/closed-mounts.ts';
import { mountNotices } from '../../../src/resources/container/user-notices.ts';
import { askMounts, giveFolders, userFunctions } from '../../../src/resources/container/user-script.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { factsIn } from '../../../src/server/script-protocol.ts';
import { openPrograms, type Programs } from './programs.ts';

let programs: Programs;
let data: string;
beforeEach(() => {
  programs = openPrograms();
  // Programs are run as another user, who finds them by the same PATH.
  chmodSync(programs.folder, 0o755);
  data = join(programs.folder, 'data');
  mkdirSync(data);
  mkdirSync(join(programs.folder, 'closed'), { mode: 0o700 });
});
afterEach(() => programs.remove());

const sh = async (script: string) => {
  const result = await programs.server.run(script);
  expect([result.code, result.stderr]).toEqual([0, '']);
  return result.stdout;
};

interface Image {
  readonly user?: string;
  readonly passwd?: string;
  readonly group?: string;
  readonly groupAdd?: string;
  /** Records of `docker container inspect`: kind, name, source, destination. */
  readonly mounts?: readonly (readonly [string, string, string, string])[];
}

/** An engine with one container; files of its image come as `docker cp` gives them, a tar. */
function put({ user = '', passwd, group, groupAdd = '', mounts = [] }: Image): void {
  const file = (text: string | undefined, name: string) =>
    text === undefined
      ? `echo 'Error: no such file' >&2; exit 1`
      : `mkdir -p "$TEST/image"; printf %s '${text}' >"$TEST/image/${name}"; tar -C "$TEST/image" -c ${name}`;
  programs.put(
    'docker',
    `case "$*" in
  *Config.User*) echo '${user}' ;;
  *GroupAdd*) printf '%s\\n' ${groupAdd} ;;
  'cp -L '*:/etc/passwd\\ -) ${file(passwd, 'passwd')} ;;
  'cp -L '*:/etc/group\\ -) ${file(group, 'group')} ;;
  *.Mounts*) ${
    mounts.length === 0
      ? 'true'
      : `printf '%s\\0' ${mounts
          .flat()
          .map((word) => `'${word}'`)
          .join(' ')}`
  } ;;
  *) echo "not foreseen: $*" >&2; exit 1 ;;
esac`,
  );
}

const passwd = 'root:x:0:0::/root:/bin/sh\nspring:x:1000:1001::/:/bin/sh\nother:x:2000:2000::/:/bin/sh\n';
const group = 'root:x:0:\nspring:x:1001:\nmedia:x:3000:other,spring\nlogs:x:4000:\n';

test.each<[Image, string]>([
  [{ user: 'spring', passwd, group }, '1000 1001 1001,3000'],
  [{ user: 'spring:logs', passwd, group }, '1000 4000 4000'],
  [{ user: '1000', passwd, group }, '1000 1001 1001,3000'],
  [{ user: '1000:1000', passwd, group }, '1000 1000 1000'],
  [{ user: '5000', passwd, group }, '5000 0 0'],
  [{ user: '65532:65532' }, '65532 65532 65532'],
  [{ user: '65532' }, '65532 0 0'],
  [{ user: '', passwd, group }, '0 0 0'],
  [{ user: 'root', passwd, group }, '0 0 0'],
  [{ user: 'spring', passwd, group, groupAdd: '70 logs' }, '1000 1001 1001,70,4000,3000'],
])('the user of a container by its image: %j is %s', async (image, expected) => {
  put(image);
  expect(await sh(`set -e\n${userFunctions}\nnumbers_of c1; echo "$uid $gid $groups"`)).toBe(`${expected}\n`);
});

test('a name that the image does not know has no numbers', async () => {
  put({ user: 'nobody-here', passwd, group });
  expect(await sh(`${userFunctions}\nnumbers_of c1 || echo "none $uid"`)).toBe('none \n');
});

test('whom a process runs as', async () => {
  const script = `${userFunctions}\nids_of $$; echo "$uid:$gid"; ids_inside $$; echo; ids_of 999999999 || echo none`;
  const mine = `${process.geteuid?.()}:${process.getegid?.()}`;
  expect(await sh(script)).toBe(`${mine}\n${mine}\nnone\n`);
});

test('folders that were made for it go to its user; others stay as they are', async () => {
  put({ user: 'spring', passwd, group });
  await sh(`cd ${data}; echo c1 >../id; mkdir made full theirs; echo x >full/x; chown 7:7 theirs; ln -s made link`);
  await sh(`set -e\n${userFunctions}\n${giveFolders('"$TEST/id"')}
cd ${data}; give_folders made full theirs link gone`);
  const owners = await sh(`cd ${data}; stat -c '%n %u:%g' made full theirs link`);
  expect(owners).toBe('made 1000:1001\nfull 0:0\ntheirs 7:7\nlink 0:0\n');
});

describe('mounts, asked as the user', () => {
  const bind = (name: string, place = `/srv/${name}`) => ['bind', '', join(data, name), place] as const;

  /** What is told of the mounts, their paths without the folder of the test. */
  async function ask(mounts: NonNullable<Image['mounts']>, user = '1000 1000 1000', pid = '0') {
    put({ mounts });
    const before = await sh(`cd "$TEST" && find data closed -printf '%p %m %u %T@ %C@ %A@\\n' | sort`);
    const stdout = await sh(`${prelude}\nset -e\n${userFunctions}\n${askMounts}
id=c1 pid=${pid}; read -r uid gid groups <<<'${user}'; ask_mounts`);
    // Asked without writing: nothing of it changed, not even when it was last read.
    const after = await sh(`cd "$TEST" && find data closed -printf '%p %m %u %T@ %C@ %A@\\n' | sort`);
    expect(after.replaceAll(/ \S+$/gm, '')).toBe(before.replaceAll(/ \S+$/gm, ''));
    const { mounts: told = '' } = factsIn(stdout);
    return told
      .replaceAll(`${data}/`, '')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t'));
  }

  test('a folder of its own, one of root, one of its group, one for everybody', async () => {
    await sh(
      `cd ${data}; mkdir own roots shared all; chown 1000:1000 own; chown 0:1000 shared; chmod 2770 shared; chmod 1777 all`,
    );
    const mounts = [bind('own'), bind('roots'), bind('shared'), bind('all')];
    expect(await ask(mounts)).toEqual([['closed', 'roots', '/srv/roots', '0:0', '755', '']]);
    expect(await ask(mounts, '1000 5 5,1000')).toEqual([['closed', 'roots', '/srv/roots', '0:0', '755', '']]);
    expect((await ask(mounts, '1000 5 5')).map(([, path]) => path)).toEqual(['roots', 'shared']);
    expect(await ask(mounts, '0 0 0')).toEqual([]);
  });

  test('files of before that belong to somebody else are named, three of them', async () => {
    await sh(`cd ${data}; mkdir -p own/sub; for f in a b c d sub/e mine; do echo x >own/$f; done; mkdir own/lost+found
chown 1000:1000 own own/sub own/mine; chmod 666 own/d; chmod 400 own/mine`);
    const [line] = await ask([bind('own')]);
    expect(line?.slice(0, 5)).toEqual(['files', 'own', '/srv/own', '1000:1000', '755']);
    expect(line?.[5]?.split(', ')).toHaveLength(3);
    expect(line?.[5]).not.toMatch(/mine|\\bd\\b|lost/);
  });

  test('a file that is mounted for writing, a socket, a volume, one that is gone', async () => {
    await sh(`cd ${data}; echo x >file; mkdir volume; mkfifo pipe`);
    const volume = (name: string) => ['volume', name, join(data, 'volume'), '/v'] as const;
    const mounts = [bind('file'), bind('pipe'), bind('gone'), volume('cache'), volume('a'.repeat(64))];
    expect((await ask(mounts)).map(([what, path]) => [what, path])).toEqual([
      ['closed', 'file'],
      ['closed', 'volume'],
    ]);
  });

  test('the server’s own folders above a mount do not count', async () => {
    await sh('mkdir "$TEST/closed/own" && chown 1000:1000 "$TEST/closed/own"');
    expect(await ask([['bind', '', join(programs.folder, 'closed/own'), '/srv/own']])).toEqual([]);
  });

  test('names of an application cannot break the line', async () => {
    await sh(`cd ${data}; mkdir own; chown 1000:1000 own; touch $'own/a\\tb\\nclosed\\t'`);
    expect(await ask([bind('own')])).toEqual([['files', 'own', '/srv/own', '1000:1000', '755', 'a?b?closed?']]);
  });

  test('the container’s own folders above a mount do: by its root', async () => {
    // Its own root: /root is closed in it, and the mount below is open.
    const script = `cd ${data}; mkdir -p own image/root/logs image/srv/own image/{usr,lib,lib64,bin}; chown 1000:1000 own; chmod 700 image/root
ln -s srv image/link
unshare -m bash -c 'mount --bind own image/root/logs && mount --bind own image/srv/own &&
  for at in usr lib lib64 bin; do [ ! -d /$at ] || mount --bind /$at image/$at; done && exec chroot --userspec=1000:1000 image /bin/sleep 60' >/dev/null 2>&1 & echo $!
for try in {1..50}; do read -r name </proc/$!/comm; [ "$name" != sleep ] || break; sleep 0.1; done`;
    const pid = (await sh(script)).trim();
    try {
      const told = await ask([bind('own', '/root/logs'), bind('own', '/srv/own')], '1000 1000 1000', pid);
      expect(told).toEqual([['out-of-reach', 'own', '/root/logs', '1000:1000', '755', '']]);
      // A link of the image on the way would lead to the server's own files: then the folder alone is asked.
      expect(await ask([bind('own', '/link/logs')], '1000 1000 1000', pid)).toEqual([]);
    } finally {
      process.kill(Number(pid), 'SIGKILL');
    }
  });

  test('root of a container without the capability to pass over owners', async () => {
    await sh(`cd ${data}; mkdir own roots; chown 1000:1000 own; echo x >roots/x; chown 1000:1000 roots/x`);
    const pid = (
      await sh('setpriv --bounding-set=-dac_override,-dac_read_search sleep 60 >/dev/null 2>&1 & echo $!; sleep 0.3')
    ).trim();
    try {
      const told = await ask([bind('own'), bind('roots')], '0 0 0', pid);
      expect(told.map(([what, path, , , , files]) => [what, path, files])).toEqual([
        ['closed', 'own', ''],
        ['files', 'roots', 'x'],
      ]);
    } finally {
      process.kill(Number(pid), 'SIGKILL');
    }
  });

  test('a file system that is mounted read-only hinders root as well', async () => {
    const script = `${prelude}\n${userFunctions}\n${askMounts}\nmkdir "$TEST/data/ro"; mount -t tmpfs -o ro none "$TEST/data/ro"
id=c1 pid=0 uid=1000 gid=1000 groups=1000; ask_mounts; umount "$TEST/data/ro"`;
    put({ mounts: [bind('ro')] });
    const { mounts = '' } = factsIn(await sh(`unshare -m bash <<'END'\n${script}\nEND`));
    expect(mounts).toMatch(/^read-only\t.*\/ro\t\/srv\/ro\t/);
  });
});

test('what was told becomes a warning each, with the line that cures it', () => {
  const told = [
    "closed\t/srv/it's\t/srv/x\t0:0\t755\t",
    'files\t/srv/y\t/srv/y\t1000:1000\t755\ta.log, b.log',
    'read-only\t/srv/z\t/z\t0:0\t755\t',
    'out-of-reach\t/srv/w\t/root/logs\t1000:1000\t755\t',
  ].join('\n');
  const said = mountNotices('1000:1000', told).map(({ code, text: { what, cure } }) => [code, what.en, cure.en]);
  expect(said).toEqual([
    [
      'MOUNT_NOT_WRITABLE',
      "User 1000:1000 of the container cannot write to /srv/it's (owner 0:0, mode 755).",
      expect.stringContaining(`chown -R 1000:1000 '/srv/it'\\''s'`),
    ],
    [
      'MOUNT_NOT_WRITABLE',
      expect.stringContaining('some files in /srv/y: a.log, b.log'),
      expect.stringContaining('chown -R 1000:1000 /srv/y'),
    ],
    ['MOUNT_READ_ONLY', expect.stringContaining('/srv/z'), expect.stringContaining('`/srv/z:/z:ro`')],
    ['MOUNT_OUT_OF_REACH', expect.stringContaining('/root/logs'), expect.stringContaining('/srv/w:/data/root/logs')],
  ]);
  expect(mountNotices('0:0', '')).toEqual([]);
});

test.each(['/etc/localtime', '/usr/share/fonts', '/etc/ssl/certs', '/usr/bin/docker', '/home', '/usr/local'])(
  '%s is the system’s: nobody is told to give it away',
  (path) => {
    const told = `closed\t${path}\t${path}\t0:0\t755\t`;
    expect(mountNotices('1000:1000', told)).toEqual([]);
    expect(closedMounts('1000:1000', told)).toBeUndefined();
  },
);

test('of a folder that may hold others’ files as well only the folder itself is given', () => {
  const [found] = mountNotices('1000:1000', 'closed\t/data\t/data\t0:0\t755\t');
  expect(found?.text.cure.en).toContain('chown 1000:1000 /data\n');
});
