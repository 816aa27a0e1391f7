import { forRollback } from '../../../src/commands/rollback-cures.ts';
import { failure } from '../../../src/messages/failure.ts';

const lost = {
  container: 'mccm-server',
  files: '/data/a.bin',
  count: 1,
  carry: true,
  copies: '  docker cp mccm-server:/data/. /docker/data',
  volumes: '',
  beside: '',
  mounted: '/docker/app/MCCM-server/file-system',
  database: false,
};

test('a cure that names inputs of a deploy adds that they have no effect on a rollback', () => {
  const pasted = failure('CONTAINER_FILES', { ...lost, volumes: 'volumes: |\n  /docker/data:/data' });
  expect(forRollback(pasted).text.cure).toEqual({
    en: expect.stringMatching(/\nOn `rollback`, `volumes` has no effect/),
    zh: expect.stringContaining('对于 `rollback`，`volumes` 不起作用'),
  });
});

test('a cure that names none stays as it is', () => {
  const kept = failure('CONTAINER_FILES', lost);
  expect(forRollback(kept)).toBe(kept);
  expect(kept.text.cure.en).toContain('Once they are copied');
});
