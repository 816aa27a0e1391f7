import fc from 'fast-check';
import { isOwn, readRemark, renderRemark } from '../../../src/tencent/remark.ts';

const remark = { app: 'mccm-server', value: '203.0.113.5', run: 'owner/repo#123' };

test('a remark names maker, application, value and run, and is read again', () => {
  const written = renderRemark(remark);
  expect(written).toBe('deploy-miniprogram-backend mccm-server 203.0.113.5 owner/repo#123');
  expect(readRemark(written)).toEqual(remark);
  expect(readRemark(` ${written} `)).toEqual(remark);
});

test('a long run is cut, application and value are not', () => {
  const written = renderRemark({ ...remark, run: `owner/${'r'.repeat(100)}#1` });
  expect(written).toHaveLength(120);
  expect(readRemark(written)).toMatchObject({ app: remark.app, value: remark.value });
  const app = 'a'.repeat(130);
  expect(readRemark(renderRemark({ ...remark, app }))).toMatchObject({ app, value: remark.value });
});

test('whatever a run is called, the remark is ASCII and is read as ours', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (run) => {
      const written = renderRemark({ ...remark, run });
      expect(written).toMatch(/^[\x20-\x7e]{1,120}$/);
      expect(readRemark(written)).toMatchObject({ app: remark.app, value: remark.value });
    }),
  );
});

test.each([
  '',
  'my server',
  'deploy-miniprogram-backend',
  'deploy-miniprogram-backend mccm-server',
  'deploy-miniprogram-backend mccm-server 203.0.113.5 a/b#1 do not touch',
  'not deploy-miniprogram-backend mccm-server 203.0.113.5',
])('somebody else’s: %j', (words) => expect(readRemark(words)).toBeUndefined());

test.each([
  ['ours', renderRemark(remark), '203.0.113.5', true],
  ['changed by hand since', renderRemark(remark), '203.0.113.6', false],
  ['of another application', renderRemark({ ...remark, app: 'other' }), '203.0.113.5', false],
  ['without a remark', '', '203.0.113.5', false],
])('%s', (_, words, value, own) => expect(isOwn({ remark: words, value }, 'mccm-server')).toBe(own));
