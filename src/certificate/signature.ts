import type { X509Certificate } from 'node:crypto';

/** How a certificate is signed. */
export interface Signature {
  /** The algorithm's usual name, or its object identifier where it has none here. */
  readonly algorithm: string;
  /** Whether its hash is one of the SHA-2 family; undefined: not known. */
  readonly sha2: boolean | undefined;
}

/** RFC 8017, appendix C; RFC 5758, section 3.2. An RSASSA-PSS names its hash elsewhere: no public authority uses it. */
const algorithms: Readonly<Record<string, Signature>> = {
  '1.2.840.113549.1.1.4': { algorithm: 'md5WithRSAEncryption', sha2: false },
  '1.2.840.113549.1.1.5': { algorithm: 'sha1WithRSAEncryption', sha2: false },
  '1.2.840.113549.1.1.11': { algorithm: 'sha256WithRSAEncryption', sha2: true },
  '1.2.840.113549.1.1.12': { algorithm: 'sha384WithRSAEncryption', sha2: true },
  '1.2.840.113549.1.1.13': { algorithm: 'sha512WithRSAEncryption', sha2: true },
  '1.2.840.10045.4.1': { algorithm: 'ecdsa-with-SHA1', sha2: false },
  '1.2.840.10045.4.3.2': { algorithm: 'ecdsa-with-SHA256', sha2: true },
  '1.2.840.10045.4.3.3': { algorithm: 'ecdsa-with-SHA384', sha2: true },
  '1.2.840.10045.4.3.4': { algorithm: 'ecdsa-with-SHA512', sha2: true },
};

/** Reads how a certificate is signed out of its DER (RFC 5280, section 4.1): Node 20 does not tell. */
export function signatureOf({ raw }: Pick<X509Certificate, 'raw'>): Signature {
  const certificate = elementAt(raw, 0);
  const toBeSigned = elementAt(raw, certificate.begin);
  const algorithm = elementAt(raw, toBeSigned.end);
  const { begin, end } = elementAt(raw, algorithm.begin);
  const identifier = objectIdentifier(raw.subarray(begin, end));
  return algorithms[identifier] ?? { algorithm: identifier, sha2: undefined };
}

/** Where the contents of the DER element at `offset` begin and end. Node has parsed it before: it is well-formed. */
function elementAt(der: Buffer, offset: number): { readonly begin: number; readonly end: number } {
  const first = der.readUInt8(offset + 1);
  if (first < 0x80) return { begin: offset + 2, end: offset + 2 + first };
  const size = first & 0x7f;
  const begin = offset + 2 + size;
  return { begin, end: begin + der.readUIntBE(offset + 2, size) };
}

/** The dotted form of an object identifier's contents (X.690, section 8.19). */
function objectIdentifier(contents: Buffer): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of contents) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first = 0, ...rest] = arcs;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...rest].join('.');
}
