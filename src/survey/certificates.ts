import type { Probe } from '../engine/survey.ts';

/** A PEM file on the server that begins with a certificate. Public: it is what TLS sends to everybody. */
export interface CertificateFile {
  readonly path: string;
  readonly text: string;
}

/** A private key on the server, by its public half: the key itself stays there. */
export interface KeyFile {
  readonly path: string;
  /** SubjectPublicKeyInfo in PEM, as `openssl pkey -pubout` prints it. */
  readonly publicKey: string;
}

/** Certificates and keys that nginx names, and those under /etc/nginx/ssl. */
export interface CertificateFiles {
  readonly certificates: readonly CertificateFile[];
  readonly keys: readonly KeyFile[];
}

const script = `
program=$(command -v nginx) || true
{
  [ -n "$program" ] && nginx -T 2>/dev/null | sed -n 's/^[[:space:]]*ssl_certificate\\(_key\\)\\{0,1\\}[[:space:]]\\{1,\\}"\\{0,1\\}\\(\\/[^";]*\\)"\\{0,1\\};.*/\\2/p'
  find /etc/nginx/ssl -type f \\( -name '*.crt' -o -name '*.pem' -o -name '*.key' \\) -size -64k 2>/dev/null
} | awk '!seen[$0]++' | head -n 200 | while IFS= read -r path; do
  [ -f "$path" ] || continue
  # Of a file that holds both, certificates and the key's public half: keys never leave the server.
  if grep -q 'BEGIN CERTIFICATE' "$path"; then
    echo "certificate $(printf %s "$path" | base64 -w0) $(sed -n '/BEGIN CERTIFICATE/,/END CERTIFICATE/p' "$path" | base64 -w0)"
  fi
  if grep -q 'PRIVATE KEY' "$path"; then
    echo "key $(printf %s "$path" | base64 -w0) $(openssl pkey -in "$path" -passin pass: -pubout 2>/dev/null | base64 -w0)"
  fi
done`;

/** Asks for the certificates that the server has. */
export const certificatesProbe: Probe<CertificateFiles> = { script, read: readCertificates };

/** Reads the probe's lines: what it is, its path, its text, both in base64. */
export function readCertificates(output: string): CertificateFiles {
  const files = [...output.matchAll(/^(certificate|key) (\S+) (\S*)$/gm)].map(([, kind, path, text]) => ({
    kind,
    path: Buffer.from(path ?? '', 'base64').toString('utf8'),
    text: Buffer.from(text ?? '', 'base64').toString('utf8'),
  }));
  return {
    certificates: files.filter((file) => file.kind === 'certificate').map(({ path, text }) => ({ path, text })),
    keys: files.filter((file) => file.kind === 'key').map(({ path, text }) => ({ path, publicKey: text })),
  };
}
