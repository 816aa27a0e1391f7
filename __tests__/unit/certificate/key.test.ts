import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { isSameKey } from '../../../src/certificate/key.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const [p256, p384] = ['P-256', 'P-384'].map((namedCurve) => generateKeyPairSync('ec', { namedCurve }).publicKey);
if (p256 === undefined || p384 === undefined) throw new Error('no keys');

test('keys are compared by what they are', () => {
  expect(isSameKey(rsa.publicKey, createPublicKey(rsa.privateKey))).toBe(true);
  expect(isSameKey(p256, p384)).toBe(false);
  expect(isSameKey(rsa.publicKey, p256)).toBe(false);
});

test('comparing keys of two types does no harm to what is done with keys next', () => {
  isSameKey(p256, rsa.publicKey);
  expect(rsa.publicKey.export({ format: 'jwk' })).toMatchObject({ kty: 'RSA' });
});
