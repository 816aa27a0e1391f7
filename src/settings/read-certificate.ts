import { failure } from '../messages/failure.ts';
import type { InputName } from '../messages/inputs.ts';
import { Secret } from '../redaction/secret.ts';
import { parseAcmeDirectory } from '../values/acme-directory.ts';
import { choiceOf } from '../values/choice.ts';
import { parseEmail } from '../values/email.ts';
import { parseDays, parseSeconds } from '../values/whole-number.ts';
import type { Reader } from './reader.ts';
import type { CertificateSettings } from './settings.ts';

/** Let's Encrypt's (letsencrypt.org/docs/acme-protocol-updates). */
export const defaultAcmeDirectory = 'https://acme-v02.api.letsencrypt.org/directory';

const parseSource = choiceOf<CertificateSettings['source']>(['tencent', 'acme', 'provided', 'existing']);

const pems = ['certificate-chain', 'certificate-key'] as const;

/** Inputs that only some of the sources know. */
const onlyFor: readonly (readonly [InputName, readonly CertificateSettings['source'][]])[] = [
  ['certificate-chain', ['provided']],
  ['certificate-key', ['provided']],
  ['acme-directory', ['acme']],
  ['acme-email', ['acme']],
  ['renew-before-days', ['tencent', 'acme']],
];

/** Where the certificate comes from. `account`: whether credentials of Tencent Cloud are given. */
export function readCertificate(reader: Reader, account: boolean): CertificateSettings {
  const given = pems.filter((name) => reader.has(name));
  const source = reader.read('certificate', parseSource, defaultSource(given.length > 0, account));
  for (const [name, sources] of onlyFor) {
    if (!reader.has(name) || sources.includes(source)) continue;
    const unclear = sources.includes('provided') && !reader.has('certificate');
    reader.refuse(
      unclear
        ? failure('INPUT_CERTIFICATE_SOURCE', { name })
        : failure('INPUT_CONFLICT', { name, other: `certificate: ${source}` }),
    );
  }
  const terms = {
    renewBeforeDays: reader.read('renew-before-days', parseDays, undefined),
    timeoutSeconds: reader.read('certificate-timeout', parseSeconds, 900),
  };
  const acme = {
    directory: reader.read('acme-directory', parseAcmeDirectory, defaultAcmeDirectory),
    email: reader.read('acme-email', parseEmail, undefined),
  };
  switch (source) {
    case 'existing':
      return { source };
    case 'provided':
      for (const needed of pems) {
        const name = given[0] ?? 'certificate: provided';
        if (!reader.has(needed)) reader.refuse(failure('INPUT_NEEDS', { name, needed }));
      }
      return {
        source,
        chain: reader.read('certificate-chain', (value) => value, ''),
        key: reader.secret('certificate-key') ?? new Secret(''),
      };
    case 'tencent':
    case 'acme': {
      const name = `certificate: ${source}`;
      if (!account) reader.refuse(failure('INPUT_NEEDS', { name, needed: 'tencent-secret-id' }));
      return source === 'tencent' ? { source, ...terms } : { source, ...terms, ...acme };
    }
  }
}

function defaultSource(pair: boolean, account: boolean): CertificateSettings['source'] {
  if (account) return 'tencent';
  return pair ? 'provided' : 'existing';
}
