import { deniedFolders } from '../../../src/checks/permission.ts';

const work = '/docker/app/shop';

test.each<[string, string, readonly string[]]>([
  [
    'logback',
    `java.lang.IllegalStateException: Logback configuration error detected:
ERROR in ch.qos.logback.core.rolling.RollingFileAppender[FILE] - Failed to create parent directories for [/home/x/logs/app.log]
ERROR in ch.qos.logback.core.rolling.RollingFileAppender[FILE] - openFile(/home/x/logs/app.log,true) call failed. java.io.FileNotFoundException: /home/x/logs/app.log (No such file or directory)`,
    ['/home/x/logs'],
  ],
  [
    'logback, in the working folder',
    'ERROR in c.q.l.core.FileAppender[FILE] - openFile(logs/app.log,true) call failed. java.io.FileNotFoundException: logs/app.log (Permission denied)',
    ['/docker/app/shop/logs'],
  ],
  [
    'log4j2',
    'ERROR Unable to create file /data/logs/app.log java.io.IOException: Could not create directory /data/logs',
    ['/data/logs'],
  ],
  [
    'log4j 1',
    'log4j:ERROR setFile(null,true) call failed.\njava.io.FileNotFoundException: /a/b.log (Permission denied)',
    ['/a'],
  ],
  [
    'Java, which writes',
    'java.io.FileNotFoundException: uploads/1.png (Permission denied)\n\tat java.io.FileOutputStream.open0(Native Method)',
    ['/docker/app/shop/uploads'],
  ],
  [
    'Java, which reads',
    'java.io.FileNotFoundException: /etc/pay/key.pem (Permission denied)\n\tat java.io.FileInputStream.open0(Native Method)',
    [],
  ],
  ['Java in Chinese', 'java.io.FileNotFoundException: /a/b.log (权限不够)', ['/a']],
  ['a read-only file system', 'java.nio.file.FileSystemException: /app/x.tmp: Read-only file system', ['/app']],
  ['NIO, a folder', 'Caused by: java.nio.file.AccessDeniedException: /data/uploads', ['/data/uploads']],
  ['NIO, a file', 'java.nio.file.AccessDeniedException: /data/uploads/1.png', ['/data/uploads']],
  [
    'NIO, which reads',
    'java.nio.file.AccessDeniedException: /data/x\n\tat a.b(C.java:1)\n\tat java.nio.file.Files.newInputStream(Files.java:152)',
    [],
  ],
  ['H2', 'org.h2.jdbc.JdbcSQLException: Error while creating file "/home/x/db" [90062-200]', ['/home/x']],
  ['Tomcat', 'Failed to open access log file [/var/log/shop/access.log]', ['/var/log/shop']],
  ['mkdir of coreutils', 'mkdir: cannot create directory ‘/home/x’: Permission denied', ['/home/x']],
  ['mkdir of busybox', "mkdir: can't create directory '/home/x/': Permission denied", ['/home/x']],
  ['dash', 'sh: 1: cannot create /home/x/gc.log: Permission denied', ['/home/x']],
  ['ash', "sh: can't create /home/x/gc.log: Permission denied", ['/home/x']],
  [
    'several',
    'mkdir: cannot create directory /a/b: Permission denied\nmkdir: cannot create directory /a/c: Permission denied',
    ['/a/b', '/a/c'],
  ],
  // What is no refusal.
  ['a file that is not there', 'java.io.FileNotFoundException: /etc/x.yml (No such file or directory)', []],
  ['a URL', 'java.io.FileNotFoundException: https://a.example/x (Permission denied)', []],
  ['a program that cannot be run', 'sh: 1: /app/start.sh: Permission denied', []],
  ['MySQL', "Access denied for user 'x'@'y'", []],
  ['nothing', 'Started Application in 3.2 seconds', []],
])('%s', (_, log, folders) => {
  expect(deniedFolders(log.split('\n'), work)).toEqual(folders);
});

test.each([
  'WARN 1 --- c.e.Sec : denied com.example.AccessDeniedException: /api/orders',
  'WARN 1 --- c.e.Info : java.io.FileNotFoundException: /sys/class/dmi/id/product_serial (Permission denied)',
  'DEBUG 1 --- c.e.Probe : java.io.FileNotFoundException: /opt/x/probe (Permission denied)',
])('no folder that an application writes to: %s', (line) => expect(deniedFolders([line], work)).toEqual([]));
