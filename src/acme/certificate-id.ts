import { X509Certificate } from 'node:crypto';

/**
 * The name that an authority's renewal information has a certificate under (RFC 9773, 4.1): the key identifier of its
 * issuer and its serial number, as they are in the certificate's own bytes. Undefined where it has no such identifier.
 */
export function certificateId(pem: string): string | undefined {
  try {
    const [certificate] = partsOf(new X509Certificate(pem).raw);
    const fields = partsOf((partsOf(certificate?.value ?? empty)[0] as Part).value);
    // Before the serial number, [0] holds the version.
    const serial = fields.find(({ tag }) => tag === 0x02);
    const identifier = authorityKey(fields.find(({ tag }) => tag === 0xa3)?.value ?? empty);
    if (serial === undefined || identifier === undefined) return undefined;
    return `${identifier.toString('base64url')}.${serial.value.toString('base64url')}`;
  } catch {
    return undefined;
  }
}

const empty = Buffer.alloc(0);
/** 2.5.29.35, authorityKeyIdentifier (RFC 5280, 4.2.1.1). */
const identifierOfAuthority = '551d23';

/** `[0] keyIdentifier` of that extension, among `[3] extensions`. */
function authorityKey(extensions: Buffer): Buffer | undefined {
  for (const { value } of partsOf(partsOf(extensions)[0]?.value ?? empty)) {
    const [oid, ...rest] = partsOf(value);
    if (oid?.value.toString('hex') !== identifierOfAuthority) continue;
    const [sequence] = partsOf(rest.at(-1)?.value ?? empty);
    return partsOf(sequence?.value ?? empty).find(({ tag }) => tag === 0x80)?.value;
  }
  return undefined;
}

/** One element of DER: its tag and its contents. */
interface Part {
  readonly tag: number;
  readonly value: Buffer;
}

/** The elements that stand one after another. Throws RangeError where the bytes end within one. */
function partsOf(bytes: Buffer): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes.readUInt8(at);
    const short = bytes.readUInt8(at + 1);
    const more = short < 0x80 ? 0 : short & 0x7f;
    const length = more === 0 ? short : bytes.readUIntBE(at + 2, more);
    const from = at + 2 + more;
    parts.push({ tag, value: bytes.subarray(from, from + length) });
    at = from + length;
  }
  return parts;
}
