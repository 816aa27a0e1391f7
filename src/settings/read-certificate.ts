import { failure } from '../messages/failure.ts';
import { Secret } from '../redaction/secret.ts';
import { choiceOf } from '../values/choice.ts';
import type { Reader } from './reader.ts';
import type { CertificateSettings } from './settings.ts';

const parseSource = choiceOf<CertificateSettings['source']>(['provided', 'existing']);

/** Where the certificate comes from: both PEMs, or neither and one that lies on the server. */
export function readCertificate(reader: Reader): CertificateSettings {
  const pems = ['certificate-chain', 'certificate-key'] as const;
  const given = pems.filter((name) => reader.has(name));
  const absent = pems.filter((name) => !reader.has(name));
  const source = reader.read('certificate', parseSource, given.length > 0 ? 'provided' : 'existing');
  if (source === 'existing') {
    for (const name of given) reader.refuse(failure('INPUT_CONFLICT', { name, other: 'certificate: existing' }));
    return { source };
  }
  const name = given[0] ?? 'certificate: provided';
  for (const needed of absent) reader.refuse(failure('INPUT_NEEDS', { name, needed }));
  return {
    source,
    chain: reader.read('certificate-chain', (value) => value, ''),
    key: reader.secret('certificate-key') ?? new Secret(''),
  };
}
