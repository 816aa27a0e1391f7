import { unmountedPaths } from '../../../src/decision/written-paths.ts';
import { readConfiguration } from '../../../src/jar/spring-configuration.ts';

/** The paths that a configuration names, as they are read. */
function pathsIn(properties: string, env: Record<string, string> = {}) {
  const files = [{ name: 'application.properties', text: properties }];
  return readConfiguration({ files, libraries: [], bootVersion: '2.7.18', overrides: { env } }).paths;
}

test.each([
  ['file.upload-dir=./uploads', 'file.uploaddir', './uploads'],
  ['ruoyi.profile=D:/ruoyi/uploadPath', 'ruoyi.profile', 'D:/ruoyi/uploadPath'],
  ['app.storage.location=/home/shop/files', 'app.storage.location', '/home/shop/files'],
  ['upload.path=file:/data/upload/', 'upload.path', '/data/upload/'],
  ['shop.upload-path=${UPLOAD:uploads/img}', 'shop.uploadpath', 'uploads/img'],
  ['web.upload-path=upload/', 'web.uploadpath', 'upload/'],
  ['lucene.index.dir=data/index', 'lucene.index.dir', 'data/index'],
])('%s is read', (properties, key, path) => {
  expect(pathsIn(properties)).toEqual([{ key, path, shown: true }]);
});

test.each([
  'server.servlet.context-path=/shop',
  'spring.mvc.static-path-pattern=/static/**',
  'mybatis.mapper-locations=classpath:mapper/*.xml',
  'logging.file.path=logs',
  'file.url-path=/files/',
  'file.upload.api-path=/upload/',
  'file.base-url=https://cdn.example.com/data',
  'app.image.path=/images/',
  'shop.upload-path=${UPLOAD_DIR}',
  'spring.servlet.multipart.max-file-size=20MB',
  'wx.pay.cert-path=classpath:apiclient_cert.p12',
  'app.export.location=beijing',
  'aliyun.oss.file-dir=shop/avatars',
  'cos.upload-path=upload/',
  'qiniu.upload.dir=images',
  'sftp.upload.path=/data/in',
  'wx.pay.cert-path=/home/cert/apiclient_cert.p12',
  'shop.upload-dir=https://cdn.example.com/x',
  'shop.upload-dir=s3://bucket/x',
])('%s is none of a file', (properties) => expect(pathsIn(properties)).toEqual([]));

test('what env sets is not told, the key alone', () => {
  const [found] = pathsIn('file.upload-dir=./uploads', { FILE_UPLOADDIR: '/srv/secret' });
  expect(found).toEqual({ key: 'file.uploaddir', path: '/srv/secret', shown: false });
});

const place = {
  app: 'shop',
  workingFolder: '/docker/app/shop',
  volumes: [
    { host: '/docker/app/shop/file-system', container: '/docker/app/shop/file-system', readOnly: false },
    { host: '/docker/app/shop/logs', container: '/docker/app/shop/logs', readOnly: false },
  ],
  files: [],
};
const words = (path: string, more = {}) =>
  unmountedPaths([{ key: 'file.uploaddir', path, shown: true }], { ...place, ...more })[0]?.text;

test('a relative path is told with where it leads, and the lines that mount it', () => {
  expect(words('./uploads')?.what.en).toContain('file.uploaddir = ./uploads (/docker/app/shop/uploads)');
  expect(words('./uploads')?.cure.en).toContain('/docker/app/shop/uploads:/docker/app/shop/uploads');
  expect(words('./uploads')?.cure.en).toContain('`FILE_UPLOADDIR=/docker/app/shop/file-system`');
});

test('a path of Windows cannot be mounted: the variable remains', () => {
  expect(words('D:/ruoyi/uploadPath')?.what.en).toContain('(/docker/app/shop/D:/ruoyi/uploadPath)');
  expect(words('D:/ruoyi/uploadPath')?.cure.en).toMatch(/^Use a folder that is mounted already/);
});

test('of several folders each gets its line; mounts are offered only if they suffice', () => {
  const two = (other: string) =>
    unmountedPaths(
      [
        { key: 'file.uploaddir', path: './uploads', shown: true },
        { key: 'export.path', path: other, shown: true },
      ],
      place,
    )[0]?.text.cure.en ?? '';
  const lines = '\n  FILE_UPLOADDIR=/docker/app/shop/file-system\n  EXPORT_PATH=/docker/app/shop/file-system';
  expect(two('/data/export')).toContain('/docker/app/shop/export:/data/export');
  expect(two('/data/export')).toContain(lines);
  expect(two('D:/export')).not.toContain('volumes');
  expect(two('D:/export')).toContain(lines);
});

test('what is in a mount, or temporary, is not told', () => {
  for (const path of ['file-system/img', '/docker/app/shop/file-system', '/tmp/upload', './logs'])
    expect([path, words(path)]).toEqual([path, undefined]);
});

test('with a working folder that is not known a relative path is told as it is', () => {
  expect(words('./uploads', { workingFolder: undefined })?.what.en).toMatch(/file\.uploaddir = \.\/uploads\.$/);
});

test('a value of env is not told', () => {
  const [found] = unmountedPaths([{ key: 'file.uploaddir', path: '/srv/secret', shown: false }], place);
  expect(found?.text.what.en).not.toContain('secret');
});
