import type { HandlersOf } from './handlers.ts';
import { Refusal } from './refusal.ts';

const notYet = (): never => {
  throw new Refusal('UnsupportedOperation', 'The stand-in issues no certificates');
};

/** The actions of `ssl`. */
export function ssl(): HandlersOf<'ssl'> {
  return {
    'ssl:DescribeCertificates': notYet,
    'ssl:DescribeCertificate': notYet,
    'ssl:CheckCertificateDomainVerification': notYet,
    'ssl:ApplyCertificate': notYet,
    'ssl:CompleteCertificate': notYet,
    'ssl:DownloadCertificate': notYet,
  };
}
