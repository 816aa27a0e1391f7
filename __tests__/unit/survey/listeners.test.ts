import { holdersOf, readListeners } from '../../../src/survey/listeners.ts';

describe('ss -ltnpe', () => {
  const found = readListeners(`ephemeral 32768	60999
reserved 20000-29999,8014
State  Recv-Q Send-Q  Local Address:Port  Peer Address:Port
LISTEN 0      511          0.0.0.0:8014      0.0.0.0:*    users:(("nginx",pid=812,fd=6),("nginx",pid=811,fd=6))
LISTEN 0      4096       127.0.0.1:20417     0.0.0.0:*    users:(("docker-proxy",pid=2101,fd=4))
LISTEN 0      4096   127.0.0.53%lo:53        0.0.0.0:*    users:(("systemd-resolve",pid=401,fd=14))
LISTEN 0      100                *:8080            *:*    users:(("java",pid=77,fd=20))
LISTEN 0      511             [::]:8014         [::]:*    users:(("nginx",pid=812,fd=7))
LISTEN 0      128            [::1]:6010         [::]:*
garbage
`);

  test('tells what listens where, and who', () => {
    expect(found.ephemeral).toEqual({ from: 32_768, to: 60_999 });
    expect(found.reserved).toEqual([
      { from: 20_000, to: 29_999 },
      { from: 8014, to: 8014 },
    ]);
    expect(found.sockets).toHaveLength(6);
    expect(holdersOf(found, 8014).map(({ address, process, pid }) => [address, process, pid])).toEqual([
      ['0.0.0.0', 'nginx', 812],
      ['[::]', 'nginx', 812],
    ]);
    expect(holdersOf(found, 53)[0]?.address).toBe('127.0.0.53%lo');
    expect(holdersOf(found, 6010)[0]).toMatchObject({ process: '', pid: undefined });
    expect(holdersOf(found, 801)).toEqual([]);
  });

  test('as CentOS 7 prints it', () => {
    const old = readListeners(
      'LISTEN     0      128          *:8014                     *:*      users:(("nginx",812,6))\n',
    );
    expect(old.sockets).toEqual([{ address: '*', port: 8014, process: 'nginx', pid: 812, uid: 0 }]);
  });

  test('whose the socket is, whatever its process calls itself', () => {
    const { sockets } = readListeners(`
LISTEN 0 511 0.0.0.0:80 0.0.0.0:* users:(("nginx",pid=813,fd=6),("nginx",pid=812,fd=6)) ino:3 sk:1 cgroup:/x <->
LISTEN 0 511 0.0.0.0:81 0.0.0.0:* users:(("nginx",pid=9,fd=3)) uid:65534 ino:4 sk:2 <->
LISTEN 0 511 0.0.0.0:82 0.0.0.0:* users:(("x uid:0 ",pid=9,fd=3)) uid:1000 ino:5 sk:3 <->
`);
    expect(sockets.map(({ port, uid }) => [port, uid])).toEqual([
      [80, 0],
      [81, 65_534],
      [82, 1000],
    ]);
  });

  test('that says nothing leaves the kernel’s own range', () => {
    expect(readListeners('')).toEqual({
      sockets: [],
      ephemeral: { from: 32_768, to: 60_999 },
      reserved: [],
    });
  });
});
