import { planFor } from '../../../src/commands/prepare.ts';
import type { Run } from '../../../src/commands/run.ts';
import type { Failure } from '../../../src/messages/failure.ts';
import { nginx, project, settings, surveyed } from '../deployment/circumstances.ts';

test('a syntax that nginx reads and we do not has a code, a place and no value in it', () => {
  const dump = `${nginx.dump}# configuration file /etc/nginx/odd.conf:\na;\nodd "hunter2"hunter2 {\n`;
  const plan = () =>
    planFor(settings(), { project: project(), provided: undefined }, surveyed({ nginx: { ...nginx, dump } }), {
      now: Date.now,
    } as Run);
  const failed = (() => {
    try {
      return plan();
    } catch (error) {
      return error as Failure;
    }
  })() as Failure;
  expect(failed.code).toBe('NGINX_UNREADABLE');
  expect(failed.text.what.en).toContain('/etc/nginx/odd.conf, line 2');
  expect(JSON.stringify(failed.text)).not.toContain('hunter2');
});
