import { generateKeyPairSync } from 'node:crypto';
import { Secret } from '../../../src/redaction/secret.ts';
import { openSecrets } from '../../../src/redaction/secrets.ts';

function opened() {
  const hidden: string[] = [];
  return { hidden, secrets: openSecrets((mask) => void hidden.push(mask)) };
}

test('a secret that arises on the way is hidden at once, in every form, beside those of the inputs', () => {
  const { hidden, secrets } = opened();
  secrets.include(['of-an-input'], []);
  const words = 'of-an-input, tmp/credential "1", tmp%2Fcredential%20%221%22 and dG1wL2NyZWRlbnRpYWwgIjEi';
  expect(secrets.redact(words)).toBe(
    '***, tmp/credential "1", tmp%2Fcredential%20%221%22 and dG1wL2NyZWRlbnRpYWwgIjEi',
  );
  secrets.add(new Secret('tmp/credential "1"'));
  expect(hidden).toEqual(expect.arrayContaining(['of-an-input', 'tmp/credential "1"']));
  expect(secrets.redact(words)).toBe('***, ***, *** and ***');
  expect(secrets.masks()).toEqual(hidden);
});

test('what is known is hidden once', () => {
  const { hidden, secrets } = opened();
  for (let times = 0; times < 2; times += 1) secrets.add(new Secret('tmp-credential'));
  expect(hidden.filter((mask) => mask === 'tmp-credential')).toEqual(['tmp-credential']);
});

test('a key that was downloaded is hidden line by line, whole or not, but for its frame', () => {
  const { secrets } = opened();
  const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  secrets.add(new Secret(String(pem)));
  const lines = String(pem).trim().split('\n');
  expect(lines.map(secrets.redact)).toEqual([lines[0], ...lines.slice(1, -1).map(() => '***'), lines.at(-1)]);
  expect(secrets.redact(`key: ${lines.slice(1, -1).join('')}`)).toBe('key: ***');
});

test('neither what is too short nor what anybody may know is hidden, also when it comes later', () => {
  const { hidden, secrets } = opened();
  secrets.include([], ['https://api.example.com:8014']);
  secrets.add(new Secret('short'));
  secrets.add(new Secret('api.example.com\nnot-for-you'));
  expect(hidden.filter((mask) => /short|^api\.example\.com$/.test(mask))).toEqual([]);
  expect(secrets.redact('https://api.example.com:8014 not-for-you')).toBe('https://api.example.com:8014 ***');
});
