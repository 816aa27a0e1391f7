import fc from 'fast-check';
import { imageNameOf, isAppName } from '../../../src/values/app-name.ts';
import { appNameOfJar } from '../../../src/values/jar-name.ts';

describe('appNameOfJar', () => {
  test.each([
    ['MCCM-server-0.0.1-SNAPSHOT.jar', 'MCCM-server'],
    ['app.jar', 'app'],
    ['demo-1.0.0.RELEASE.jar', 'demo'],
    ['demo-1.0.0.jar', 'demo'],
    ['demo-1.0rc1.jar', 'demo'],
    ['demo-v2.3.jar', 'demo'],
    ['demo_1.2.jar', 'demo'],
    ['demo-1.0-20231101.120000-1.jar', 'demo'],
    ['demo-0.0.1-SNAPSHOT-exec.jar', 'demo'],
    ['demo-SNAPSHOT.jar', 'demo'],
    ['demo-2.jar', 'demo'],
    ['shop-2-api-1.0.jar', 'shop-2-api'],
    ['shop2.jar', 'shop2'],
    ['shop.web-1.0.JAR', 'shop.web'],
    ['ruoyi-admin.jar', 'ruoyi-admin'],
    ['shop-1.0.war', 'shop'],
  ])('%s -> %s', (fileName, app) => {
    expect(appNameOfJar(fileName)).toBe(app);
  });

  test.each(['小程序-1.0.jar', '-1.0.jar', 'a.jar', 'my app.jar', '.jar', 'a..b.jar', `${'x'.repeat(65)}.jar`])(
    '%s has no usable name',
    (fileName) => {
      expect(() => appNameOfJar(fileName)).toThrow(expect.objectContaining({ code: 'APP_NAME_INVALID' }));
    },
  );
});

test('what is a name of an application is one of an image, of a container and of a folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aZ09._-/ $'), maxLength: 12 }), (name) => {
      if (!isAppName(name)) return;
      expect(imageNameOf(name)).toMatch(/^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/);
      expect(name).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/);
      expect(name).not.toMatch(/^\.|\.\.|\//);
    }),
  );
});
