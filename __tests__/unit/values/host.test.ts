import { expect, test } from '@jest/globals';
import { parseJumpHost } from '../../../src/values/host.ts';
import { codes } from '../settings/inputs.ts';

test.each([
  ['bastion', undefined, 'bastion', undefined],
  ['203.0.113.20:22', undefined, '203.0.113.20', 22],
  ['jump@bastion.example.com', 'jump', 'bastion.example.com', undefined],
  ['jump@bastion.example.com:2222', 'jump', 'bastion.example.com', 2222],
  ['[2001:db8::20]', undefined, '2001:db8::20', undefined],
  ['j.u-mp_1@[2001:db8::20]:65535', 'j.u-mp_1', '2001:db8::20', 65_535],
])('jump host %s', (value, username, host, port) => {
  expect(parseJumpHost(value)).toEqual({ username, host, port });
});

test.each([
  '2001:db8::20',
  '@bastion',
  'a b@bastion',
  'bastion:',
  'bastion:0',
  'bastion:65536',
  'bastion:ssh',
  'one,two',
  'ssh://bastion',
  'jump@bastion/',
  '[bastion]:22',
  'a@b@c',
  ':22',
  '-oProxyCommand=x@bastion',
  '$(id)',
])('%s is no jump host', (value) => {
  expect(codes(() => parseJumpHost(value))).toEqual(['INPUT_JUMP_HOST']);
});
