import { fillDisk, occupyPort } from '../../practice/faults.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { makeSmallDisk, type SmallDisk } from '../../practice/small-disk.ts';
import { reloadNginx } from './reload-nginx.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { belongings, expectRed, versionServed } from './witness.ts';

const site = '/etc/nginx/conf.d';

const disks: SmallDisk[] = [];
let scene: Scene;
beforeAll(async () => {
  for (const [name, megabytes, options] of [
    // A scenario makes all the files that it takes.
    ['docker', 400, ['-N', '20000']],
    ['engine', 800, []],
  ] as const) {
    disks.push(await makeSmallDisk(`${name}-${process.pid}`, 'ext4', megabytes, () => {}, options));
  }
  const [docker, engine] = disks as [SmallDisk, SmallDisk];
  // chattr(1) asks for it.
  const dockerArguments = ['-v', `${docker.path}:/docker`, '--cap-add', 'LINUX_IMMUTABLE'];
  scene = await openScene({ kind: 'ready', dockerArguments, engineData: engine.path });
}, 300_000);
afterAll(async () => {
  await scene?.close();
  for (const disk of disks) await disk.remove();
});

/**
 * Deploys a jar that the server does not have, and expects `code`, nothing of the application's touched, and what the
 * annotation says.
 */
async function refused(code: string, inputs: Record<string, string> = {}): Promise<string> {
  const standing = await belongings(scene);
  const result = await scene.run(scene.inputs(await scene.world.jars.backend('v2'), inputs));
  expectRed(result, code);
  expect(result.outputs).toMatchObject({ changed: 'false', 'rolled-back': 'false' });
  expect(await belongings(scene)).toBe(standing);
  expect(result.log).not.toMatch(/^Upload /m);
  return saidOf(result, code);
}

async function plan(inputs: Record<string, string> = {}): Promise<RunResult> {
  return scene.run(scene.inputs(await scene.world.jars.backend('v2'), { command: 'plan', ...inputs }));
}

/** The command that begins with a word, at the end of a cure. */
function cureIn(said: string, word: string): string {
  return new RegExp(`: (${word} .*)$`).exec(said)?.[1] ?? '';
}

function saidOf(result: RunResult, code: string): string {
  return result.annotations.find(({ title }) => title === code)?.message ?? '';
}

describe('before the first deploy', () => {
  test('a port that another program holds', async () => {
    const free = await occupyPort(scene.server, 8014);
    expect(await refused('PORT_TAKEN')).toMatch(/Port 8014 is held by perl \(pid \d+, 0\.0\.0\.0\)/);
    await free();
  }, 300_000);

  test('a container of the application’s name that is not ours', async () => {
    await scene.server.sh(
      `printf 'FROM scratch\\nLABEL a=b\\n' | docker build -q -t by-hand - && docker create --name mccm-server by-hand sh`,
    );
    expect(await refused('CONTAINER_NOT_OURS', { adopt: 'false' })).toContain('mccm-server');
    await scene.server.sh('docker rm mccm-server && docker rmi by-hand');
  }, 300_000);

  test('a server of the same name and port in another file', async () => {
    const file = `${site}/by-hand.conf`;
    await scene.server.sh(`printf 'server {\\n  listen 8014;\\n  server_name api.example.com;\\n}\\n' >${file}`);
    expect(await refused('SERVER_BLOCK_TAKEN', { adopt: 'false' })).toContain(
      `api.example.com:8014 in ${file}, line 1`,
    );
    await scene.server.sh(`rm ${file}`);
  }, 300_000);

  describe('what nginx has on the port', () => {
    const neighbour = `${site}/neighbour.conf`;
    const pair = 'ssl_certificate /etc/nginx/n.pem; ssl_certificate_key /etc/nginx/n.pem;';
    beforeAll(() =>
      scene.server.sh(
        'openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=n -days 2 -keyout /tmp/key -out /tmp/chain 2>/dev/null; cat /tmp/key /tmp/chain >/etc/nginx/n.pem',
      ),
    );
    afterAll(() => scene.server.sh(`rm -f ${neighbour}; nginx -s reload`));

    test.each([
      ['PORT_OPTION_UNFIT', '8014 ssl proxy_protocol', 'with proxy_protocol'],
      ['PORT_OPTION_UNFIT', '[::]:8014 ssl ipv6only=off', 'with ipv6only=off'],
      ['PORT_ADDRESS_TAKEN', '127.0.0.1:8014 ssl', 'listens on 127.0.0.1:8014'],
      ['PORT_SPEAKS_OTHERWISE', '8014', 'is to speak https'],
    ])(
      '%s: listen %s',
      async (code, listen, said) => {
        await scene.server.sh(`printf 'server {\\n  listen ${listen}; ${pair}\\n}\\n' >${neighbour}`);
        const told = await refused(code);
        expect(told).toContain(`${neighbour}, line 2`);
        expect(told).toContain(said);
        // The cure.
        expectSuccess(await plan({ 'https-port': '8015' }));
      },
      300_000,
    );

    test('an address of the port that nginx holds alone; the cure lets the plan pass', async () => {
      await scene.server.sh(
        `printf 'server {\\n  listen 127.0.0.53:8017 ssl; ${pair}\\n}\\n' >${neighbour}; ${reloadNginx}`,
      );
      const inputs = { 'https-port': '8017' };
      const told = await refused('PORT_ADDRESS_HELD', inputs);
      expect(told).toContain(`127.0.0.53 alone (${neighbour}:2)`);
      // A reload is not enough.
      await scene.server.sh(`sed -i 's/listen 127.0.0.53:8017/listen 8017/' ${neighbour}; nginx -s reload; sleep 4`);
      expect(await refused('PORT_ADDRESS_HELD', inputs)).toContain('restart nginx');
      await scene.server.sh('systemctl restart nginx');
      expectSuccess(await plan(inputs));
    }, 300_000);

    test('a host name too long for its table of names; the line told makes room', async () => {
      await scene.server.sh(`echo 'server { listen 8014 ssl; server_name n.example; ${pair} }' >${neighbour}`);
      const long = `${'a'.repeat(35)}.example.com`;
      expect(long).toHaveLength(47);
      const { chain, key } = await scene.world.authority.issue([long], { days: 90 });
      const inputs = { domain: long, 'certificate-chain': chain, 'certificate-key': key };
      const told = await refused('NGINX_NAMES_HASH', inputs);
      const [, main = '', line = ''] = /http block of (\S+), .*: (server_names_hash_bucket_size 128;)/.exec(told) ?? [];
      await scene.server.sh(`sed -i.before 's/^http {/&\\n${line}/' ${main}; nginx -t`);
      expectSuccess(await plan(inputs));
      await scene.server.sh(`mv ${main}.before ${main}`);
    }, 300_000);
  });

  describe('a stopped nginx', () => {
    beforeAll(() => scene.server.sh('systemctl stop nginx'));
    afterAll(() => scene.server.sh('systemctl start nginx'));

    test('whose other sites want a port that is held; the cure lets the plan pass', async () => {
      const free = await occupyPort(scene.server, 80);
      await scene.server.sh(
        `echo 'server { listen 80; }' >${site}/eighty.conf; rm -f /etc/nginx/sites-enabled/default`,
      );
      expect(await refused('NGINX_PORT_HELD')).toMatch(
        /perl \(pid \d+\) holds port 80, which \S+\/eighty\.conf, line 1/,
      );
      await scene.server.sh(`rm ${site}/eighty.conf`);
      expectSuccess(await plan());
      await free();
    }, 300_000);

    test('whose unit is masked; the cure lets the plan pass', async () => {
      await scene.server.sh('systemctl mask nginx');
      const told = await refused('NGINX_MASKED');
      await scene.server.sh(/`(systemctl unmask \S+)`/.exec(told)?.[1] ?? 'false');
      expectSuccess(await plan());
    }, 300_000);
  });

  test('a snippet that answers whatever is asked', async () => {
    expect(await refused('INPUT_SNIPPET_ANSWERS', { 'nginx-snippet': 'add_header A b;\nreturn 403;' })).toContain(
      'line 2',
    );
  }, 300_000);

  test('a file in the application’s place that is not ours', async () => {
    await scene.server.sh(`echo 'server { listen 8099; }' >${site}/mccm-server.conf`);
    expect(await refused('NGINX_FILE_NOT_OURS')).toContain(`${site}/mccm-server.conf`);
    // The cure, as it is written.
    await scene.server.sh(`mv ${site}/mccm-server.conf /root/`);
  }, 300_000);
});

describe('with a version that serves', () => {
  beforeAll(async () => {
    expectSuccess(await deployStandIn(scene, '1'));
  }, 300_000);
  afterEach(async () => {
    expect(await versionServed(scene)).toBe('1');
  });

  test('a neighbour’s configuration that was broken before', async () => {
    await scene.server.sh(`echo 'server { listen 8099; no_such_thing; }' >${site}/neighbour.conf`);
    expect(await refused('NGINX_BROKEN_BEFORE')).toMatch(/no_such_thing.*neighbour\.conf:1/);
    await scene.server.sh(`rm ${site}/neighbour.conf`);
  }, 300_000);

  test('a snippet that nginx refuses, told before anything is sent', async () => {
    expect(await refused('NGINX_REFUSED', { 'nginx-snippet': 'proxy_passs x;' })).toMatch(
      /unknown directive "proxy_passs"/,
    );
  }, 300_000);

  test('a disk that does not take the jar, told before a byte is sent', async () => {
    const empty = await fillDisk(scene.server, '/docker', 30);
    expect(await refused('DISK_FULL')).toMatch(
      /file system \/docker on \S+ has too little space: [\d.]+ MB needed, [\d.]+ MB available/,
    );
    await empty();
  }, 300_000);

  test('Docker’s folder that does not take the image', async () => {
    const empty = await fillDisk(scene.server, '/var/lib/docker', 30);
    expect(await refused('DISK_FULL', { command: 'plan' })).toMatch(/file system \/var\/lib\/docker on .*\d MB needed/);
    await empty();
  }, 300_000);

  test('a disk that has room and takes no more files; the cure finds where they are', async () => {
    const folder = '/docker/app/sessions';
    await scene.server.sh(
      `mkdir ${folder}; cd ${folder}; seq 50000 | xargs touch 2>/dev/null || true; seq 50 | xargs rm; sync -f .`,
    );
    const said = await refused('INODES_FULL', { command: 'plan' });
    expect(said).toMatch(/file system \/docker on .* \d+ needed, 50 available/);
    const [, find = ''] = /`(du --inodes [^`]*)`/.exec(said) ?? [];
    expect(await scene.server.sh(find)).toContain(folder);
    await scene.server.sh(`rm -r ${folder}`);
  }, 300_000);

  test.each([
    ['/etc/nginx', /^PLACE_READ_ONLY: \/etc\/nginx\/conf\.d\S* cannot be written/],
    ['/docker', /^PLACE_READ_ONLY: \/docker\/app\/MCCM-server\/releases cannot be written/],
  ])(
    '%s that is mounted read-only; the cure makes it writable',
    async (place, words) => {
      await scene.server.sh(`mount --bind ${place} ${place}; mount -o remount,ro,bind ${place}`);
      const said = await refused('PLACE_READ_ONLY', { command: 'plan' });
      expect(said).toMatch(words);
      await scene.server.sh(cureIn(said, 'mount'));
      await scene.server.sh(`touch ${place}/written && rm ${place}/written && umount ${place}`);
    },
    300_000,
  );

  test.each([[site], [`${site}/mccm-server.conf`]])(
    '%s that is immutable; the cure frees it',
    async (place) => {
      await scene.server.sh(`chattr +i ${place}`);
      const said = await refused('PLACE_IMMUTABLE', { command: 'plan' });
      expect(said).toContain(`${place} cannot be written`);
      await scene.server.sh(cureIn(said, 'chattr'));
      expect(await scene.server.sh(`lsattr -d ${place}`)).not.toMatch(/^\S*i/);
    },
    300_000,
  );

  test('/run without a byte of room, told by a plan and by a deploy; the cure finds what fills it', async () => {
    await scene.server.sh('mount -o remount,size=4M /run; cat /dev/zero >/run/left-behind 2>/dev/null || true');
    const said = await refused('RUN_FULL', { command: 'plan' });
    expect(said).toMatch(/\/run on .* is full: 1\.0 MB needed/);
    expect(await refused('RUN_FULL')).toContain('/run on');
    const [, find = ''] = /`(du -xah [^`]*)`/.exec(said) ?? [];
    expect(await scene.server.sh(find)).toContain('/run/left-behind');
    await scene.server.sh('rm /run/left-behind; mount -o remount,size=50% /run');
  }, 300_000);

  test('with all of that out of the way the deploy succeeds', async () => {
    expectSuccess(await deployStandIn(scene, '1', { 'https-port': '8014' }));
  }, 300_000);
});
