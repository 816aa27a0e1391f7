import type { Client, ParsedKey } from 'ssh2';

/** Signs what a login is proven by, and hands the signature on. */
type Sign = (data: Buffer, done: (signature: Buffer) => void) => void;

/** The part of ssh2's client that its types do not show. */
interface Protocol {
  service(name: string): void;
  authPK(username: string, key: ParsedKey, algorithm: string | undefined, sign?: Sign): void;
  readonly _handlers: {
    SERVICE_ACCEPT(protocol: Protocol, name: string): void;
    EXT_INFO(protocol: Protocol, extensions: unknown): void;
  };
}

/** Hashes of the algorithms of RSA (RFC 8332); a key of another type has one of its own. */
const hashes: Readonly<Record<string, string>> = {
  'rsa-sha2-256': 'sha256',
  'rsa-sha2-512': 'sha512',
  'ssh-rsa': 'sha1',
};

/**
 * Saves two round trips of a login, for which ssh2 has no option: the first method is tried with the request for the
 * service (RFC 4253 section 10 allows it, and Dropbear's client does so), and a key is shown with its signature, instead of
 * being asked for first whether it would do. All of it comes after the host's key was found to be a pinned one.
 */
export function loginSwiftly(client: Client, key: ParsedKey | undefined): void {
  client.once('handshake', () => {
    const { _protocol: protocol } = client as unknown as { readonly _protocol: Protocol };
    const { service, authPK } = protocol;
    protocol.authPK = (username, shown, algorithm, sign = signer(shown, algorithm)) =>
      authPK.call(protocol, username, shown, algorithm, sign);

    const { SERVICE_ACCEPT: accept, EXT_INFO: inform } = protocol._handlers;
    let begun = false;
    const begin = (): void => {
      if (begun) return;
      begun = true;
      accept(protocol, 'ssh-userauth');
    };
    protocol._handlers.SERVICE_ACCEPT = begin;
    // What an RSA key signs with depends on what the server says of itself, which follows its own keys at once.
    const waits = key?.type === 'ssh-rsa';
    protocol._handlers.EXT_INFO = (...all) => {
      inform(...all);
      if (waits) begin();
    };
    protocol.service = (name) => {
      service.call(protocol, name);
      if (!waits) begin();
    };
  });
}

function signer(key: ParsedKey, algorithm = ''): Sign {
  return (data, done) => {
    const signature = key.sign(data, hashes[algorithm]) as Buffer | Error;
    if (signature instanceof Error) throw signature;
    done(signature);
  };
}
