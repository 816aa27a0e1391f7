import ssh2 from 'ssh2';

/** What encrypts the private half: `passphrase`, `cipher`, `rounds`. */
type Encryption = { readonly passphrase: string; readonly cipher: string; readonly rounds: number };

/**
 * A pair of Ed25519 in OpenSSH's form. ssh2 drops a leading zero of the public half, as one key in 256 has, and writes a file
 * that nobody reads: such a one is made again.
 */
export function ed25519Pair(encryption?: Encryption): { readonly private: string; readonly public: string } {
  for (;;) {
    const pair = ssh2.utils.generateKeyPairSync('ed25519', encryption as never);
    if (!(ssh2.utils.parseKey(pair.private, encryption?.passphrase) instanceof Error)) return pair;
  }
}
