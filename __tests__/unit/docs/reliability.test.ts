import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../../../', import.meta.url).pathname;

test('every scenario that docs/reliability.md names is one', () => {
  const named =
    readFileSync(`${root}docs/reliability.md`, 'utf8').match(/(?:__tests__\/server\/)?[a-z-]+\.test\.ts/g) ?? [];
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !existsSync(`${root}${name.includes('/') ? name : `__tests__/e2e/${name}`}`))).toEqual(
    [],
  );
});
