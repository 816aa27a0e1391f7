/** What the first bytes of a connection say of whom it is for. */
export type FirstBytes =
  /** More bytes are needed to tell. */
  | { readonly kind: 'incomplete' }
  /** A TLS ClientHello; `name`: in its SNI, in lower case, if it has one. */
  | { readonly kind: 'tls'; readonly name: string | undefined }
  /** A request in plain http; `name`: in its header `Host`, without port, in lower case. */
  | { readonly kind: 'http'; readonly name: string | undefined }
  | { readonly kind: 'other' };

const handshakeRecord = 0x16;
const clientHello = 1;
const serverName = 0;
const longestHead = 16_384;

/** Reads them as a device on the way does: of TLS what RFC 8446, 4.1.2 and RFC 6066, 3 say, of HTTP the head. */
export function readFirstBytes(bytes: Buffer): FirstBytes {
  if (bytes.length === 0) return { kind: 'incomplete' };
  if (bytes[0] === handshakeRecord) return readHello(bytes);
  const head = bytes.toString('latin1');
  if (!/^[A-Z]{1,20}( |$)/.test(head)) return { kind: 'other' };
  const end = head.indexOf('\r\n\r\n');
  if (end === -1) return head.length < longestHead ? { kind: 'incomplete' } : { kind: 'other' };
  const [, host] = /\r\nhost:[ \t]*([^\r\n]*)/i.exec(head.slice(0, end)) ?? [];
  return { kind: 'http', name: host?.trim().replace(/:\d+$/, '').toLowerCase() };
}

function readHello(bytes: Buffer): FirstBytes {
  // A hello may come in several records, and a record in several pieces.
  const parts: Buffer[] = [];
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === handshakeRecord; ) {
    const end = at + 5 + bytes.readUInt16BE(at + 3);
    parts.push(bytes.subarray(at + 5, end));
    at = end;
  }
  const message = Buffer.concat(parts);
  if (message.length > 0 && message[0] !== clientHello) return { kind: 'other' };
  if (message.length < 4 || message.length < 4 + message.readUIntBE(1, 3)) return { kind: 'incomplete' };
  try {
    return { kind: 'tls', name: nameIn(message) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_OUT_OF_RANGE') return { kind: 'other' };
    throw error;
  }
}

/** Throws a RangeError where lengths lead beyond the message. */
function nameIn(message: Buffer): string | undefined {
  let at = 4 + 2 + 32;
  at += 1 + message.readUInt8(at); // session id
  at += 2 + message.readUInt16BE(at); // cipher suites
  at += 1 + message.readUInt8(at); // compression methods
  for (at += 2; at + 4 <= message.length; at += 4 + message.readUInt16BE(at + 2)) {
    if (message.readUInt16BE(at) !== serverName) continue;
    // The list's length, the kind of the first name, its length.
    const length = message.readUInt16BE(at + 7);
    return message
      .subarray(at + 9, at + 9 + length)
      .toString('latin1')
      .toLowerCase();
  }
  return undefined;
}
