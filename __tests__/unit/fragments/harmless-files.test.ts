import { openPrograms, type Programs } from '../resources/programs.ts';
import { askWrittenFiles, putContainer } from '../survey/container-with-files.ts';

let programs: Programs;
beforeEach(() => {
  programs = openPrograms();
});
afterEach(() => programs.remove());

const large = 1024 * 1024;

/** Which of the files a container holds are worth something, each of so many bytes. */
async function worthKeeping(paths: readonly string[], bytes = 2, work = ''): Promise<readonly string[]> {
  putContainer(programs, paths.map((path) => `A ${path}\\n`).join(''), { work });
  const made = paths.map((path) => `mkdir -p "upper$(dirname '${path}')" && truncate -s ${bytes} 'upper${path}'`);
  await programs.server.run(`cd "$TEST"\n${made.join('\n')}`);
  return (await askWrittenFiles(programs)).files.map(({ path }) => path);
}

test('nobody misses temporary files, caches and logs', async () => {
  const names = [
    '/tmp/x',
    '/var/tmp/x',
    '/var/cache/a',
    '/run/a',
    '/etc/hosts',
    '/etc/ld.so.cache',
    '/app/logs/a',
    '/app/app.log',
    '/app/app.log.2026-01-01.gz',
    '/app/applogs/a',
    '/root/.java/fonts/17/fcinfo.properties',
    '/root/.cache/a',
    '/root/nacos/naming/public/a',
    '/root/nacos/config/a',
    '/root/.dubbo/a',
    '/opt/data/shop/config-cache/a',
    '/app/work/Tomcat/localhost/a',
    '/app/app.jsa',
    '/app/java_pid1.hprof',
    '/app/hs_err_pid7.log',
    '/app/core',
    '/app/core.17',
    '/app/javacore.1.txt',
    '/app/application.pid',
    '/tmp/javasharedresources/C1',
    '/app/testdb.trace.db',
    '/app/nohup.out',
    '/root/.bash_history',
    '/app/x.lck',
    '/root/.javacpp/cache/x.so',
    '/root/.rocketmq_offsets/a/offsets.json',
    '/root/.arthas/lib/a',
    '/app/.oracle_jre_usage/a',
    '/root/.djl.ai/a',
    '/root/.config/libreoffice/4/user/a',
    '/root/.pki/nssdb/a',
    '/root/.ssh/known_hosts',
    '/app/core.20260101.1.1.dmp',
    '/app/Snap.20260101.1.trc',
    '/app/java_pid1.hprof.gz',
    '/app/app.log_2026-01-01',
    '/app/app.log-20260101.gz',
    '/app/app.log.2026-01-01.0',
    '/app/app.log.1',
    '/app/gc.log.0.current',
    '/app/Logs/a',
    '/app/logs/sys-info.2026-01-01.gz',
    '/app/logs/info-1.zip',
    '/usr/bin/vim',
    '/usr/sbin/tcpdump',
    '/usr/lib/x/y.so',
    '/usr/lib64/a',
    '/usr/share/doc/a',
    '/bin/ps',
    '/sbin/ip',
    '/lib/x86_64-linux-gnu/a',
    '/lib64/a',
    '/etc/alternatives/vi',
    '/etc/vim/vimrc',
    '/etc/passwd-',
    '/var/lib/dpkg/status',
    '/var/lib/apt/lists/a',
    '/etc/ssl/certs/java/cacerts',
    '/opt/java/openjdk/lib/security/cacerts',
    '/usr/local/share/ca-certificates/a.crt',
    '/app/.attach_pid7',
  ];
  expect(await worthKeeping(names)).toEqual([]);
});

test('somebody may miss what only looks like them', async () => {
  const names = [
    '/app/blogs/a',
    '/app/catalog/a',
    '/app/storage/core.png',
    '/app/temp/a',
    '/data/a.tmpl',
    '/app/logbook.json',
    '/app/testdb.mv.db',
    '/app/upload/log/2024/photo.jpg',
    '/app/uploadPath/logs/2024/photo.JPG',
    '/app/access_log/x.jpg',
    '/app/report.log.pdf',
    '/app/log/contract.docx',
    '/app/logs/backup.zip',
    '/app/log/data.tar.gz',
    '/app/log/shop.mv.db',
    '/app/biblioteca/a',
    '/usr/local/shop/a',
    '/etc/shop/a.json',
    '/app/coredump.json',
  ];
  expect(await worthKeeping(names)).toEqual(names);
});

test('a lock or a process id is short', async () => {
  const names = ['/app/contract.lock', '/app/x.pid', '/app/db.lck'];
  expect(await worthKeeping(names, 4096)).toEqual([]);
  expect(await worthKeeping(names, large)).toEqual(names);
});

test('temp and tmp of the working folder are temporary; an application among the programs writes data there', async () => {
  const names = ['/app (1)/temp/a', '/app (1)/tmp/a.jpg', '/app (1)/tmp/x.mv.db', '/app/temp/a', '/app (1)/template/a'];
  expect(await worthKeeping(names, 2, '/app (1)')).toEqual(names.slice(2));
  expect(await worthKeeping(['/usr/share/shop/upload/a', '/usr/share/vim/a'], 2, '/usr/share/shop')).toEqual([
    '/usr/share/shop/upload/a',
  ]);
});
