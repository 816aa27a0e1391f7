import type { ScriptProbe } from '../engine/probe.ts';
import { decode } from '../shell/packed.ts';
import { quote } from '../shell/quote.ts';
import { nginxAnswer } from './nginx.ts';
import { readLines } from './probe-lines.ts';

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

// Directives are told apart by what ends them, since a block may stand on one line; relative paths count from the folder
// of the main file (ngx_http_ssl_module). What else is printed there names no file.
const script = `
{
  (
    dump=$(printf '%s\\n' "\${${nginxAnswer}-}" | sed -n 's/^dump //p' | base64 -d)
    folder=$(printf '%s\\n' "$dump" | sed -n 's/^# configuration file \\(.*\\)\\/[^/]*:$/\\1/p' | head -n 1)
    printf '%s\\n' "$dump" | tr ';{}' '\\n\\n\\n' |
      sed -nE "s/^[[:space:]]*ssl_certificate(_key)?[[:space:]]+[\\"']?([^\\"']*[^\\"'[:space:]])[\\"']?[[:space:]]*$/\\2/p" |
      while IFS= read -r path; do case $path in /*) echo "$path" ;; *) echo "$folder/$path" ;; esac; done
  )
  # Newest first, before the list is cut; folders that are links as well.
  find -H /etc/nginx/ssl /etc/nginx/ssl/*/ -type f \\( -name '*.crt' -o -name '*.pem' -o -name '*.key' \\) -size -64k -printf '%T@ %p\\n' 2>/dev/null |
    sort -rn | cut -d' ' -f2-
} | awk '!seen[$0]++' | head -n 200 | while IFS= read -r path; do
  [ -f "$path" ] || continue
  # One file may hold both; of a key only its public half leaves the server.
  if grep -q 'BEGIN CERTIFICATE' "$path"; then
    echo "certificate $(printf %s "$path" | base64 -w0) $(sed -n '/BEGIN CERTIFICATE/,/END CERTIFICATE/p' "$path" | base64 -w0)"
  fi
  if grep -q 'PRIVATE KEY' "$path"; then
    echo "key $(printf %s "$path" | base64 -w0) $(openssl pkey -in "$path" -passin pass: -pubout 2>/dev/null | base64 -w0)"
  fi
done`;

/** Asks for the certificates that the server has; for those that nginx names, its probe is to be asked before. */
export const certificatesProbe: ScriptProbe<CertificateFiles> = { script, read: readCertificates };

/** Reads the probe's lines: what it is, its path, its text, both in base64. */
export function readCertificates(output: string): CertificateFiles {
  const files = (word: 'certificate' | 'key') =>
    readLines(output)
      .fields(word)
      .map(([path, text]) => ({ path: decode(path), text: decode(text) }));
  return {
    certificates: files('certificate'),
    keys: files('key').map(({ path, text }) => ({ path, publicKey: text })),
  };
}

/** Asks for the certificates of one file of the server, as text; empty where it has none. */
export function certificateFileProbe(path: string): ScriptProbe<string> {
  const file = quote(path);
  return {
    script: `[ ! -f ${file} ] || sed -n '/BEGIN CERTIFICATE/,/END CERTIFICATE/p' ${file} | head -n 1000`,
    read: (output) => output,
  };
}
