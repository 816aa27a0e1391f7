import { createPrivateKey, X509Certificate } from 'node:crypto';
import { fromBase64, unfold } from './pasted.ts';

/** One PEM block: its label (`CERTIFICATE`, `EC PRIVATE KEY`), its headers and its base64 without white space. */
export interface PemBlock {
  readonly label: string;
  /** RFC 1421: `Proc-Type`, `DEK-Info`. */
  readonly headers: readonly string[];
  readonly base64: string;
}

/** What a pasted text holds of PEM. */
export interface PastedPem {
  /** The whole blocks, in their order. One whose end is missing or has another label is left out. */
  readonly blocks: readonly PemBlock[];
  /** Labels of all blocks that begin. */
  readonly begun: readonly string[];
  /** Labels of all blocks that end. */
  readonly ended: readonly string[];
  /** The text itself, in one form of white space, decoded where it was kept in base64. */
  readonly text: string;
}

/**
 * The one reader of inputs in PEM (RFC 7468), however they were pasted: text around the blocks, CRLF, indentation, a byte
 * order mark, line ends spelled out (`\n`) or lost, all on one line, in quotes of JSON or of a shell, dashes that a word
 * processor joined, the whole in base64; base64 of a block alone, its lines BEGIN and END lost.
 */
export function readPem(pasted: string): PastedPem {
  const text = withFrames(unfold(pasted));
  const found = text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----((?:(?!-----)[\s\S])*)-----END \1-----/g);
  const blocks = [...found].map(([, label = '', body = '']) => ({ label, ...readBody(body) }));
  const labels = (word: string): string[] =>
    [...text.matchAll(new RegExp(`-----${word} ([A-Z0-9 ]+)-----`, 'g'))].map(([, label = '']) => label);
  const begun = labels('BEGIN');
  const ended = labels('END');
  const bare = begun.length + ended.length === 0 ? bareBlock(text) : undefined;
  return bare === undefined
    ? { blocks, begun, ended, text }
    : { blocks: [bare], begun: [bare.label], ended: [bare.label], text };
}

/** A block as programs write it: LF line ends, 64 characters a line (OpenSSH: 70). */
export function writePem({ label, headers, base64 }: PemBlock): string {
  const lines = base64.match(label.startsWith('OPENSSH') ? /.{1,70}/g : /.{1,64}/g) ?? [];
  const head = headers.length === 0 ? [] : [...headers, ''];
  return [`-----BEGIN ${label}-----`, ...head, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** True for the label of a private key in any of its forms. */
export function isKeyLabel(label: string): boolean {
  return label.endsWith('PRIVATE KEY');
}

/** White space and a word of a label, also with a line end in between, as it is or spelled out. */
const space = String.raw`(?:\s|\\+[rnt])`;
const frame = new RegExp(
  String.raw`[-\u2010-\u2015\u2212\uff0d]{2,}${space}*(BEGIN|END)${space}+([A-Z0-9](?:${space}*[A-Z0-9])*)${space}*[-\u2010-\u2015\u2212\uff0d]{2,5}`,
  'g',
);

/** The text with its lines BEGIN and END as they should be, whatever became of their dashes and spaces. */
function withFrames(text: string): string {
  return text.replace(frame, (_, word: string, label: string) => {
    const words = label.replaceAll(new RegExp(`${space}+`, 'g'), ' ');
    return `-----${word} ${words}-----`;
  });
}

/** Headers of an encrypted key; the length of the vector follows from its cipher, where nothing else ends it. */
const procType = /Proc-Type: *4, *ENCRYPTED/;
const dekInfo = /DEK-Info: *((?:AES-\d+-[A-Z]+), *[0-9A-Fa-f]{32}|(?:DES-[A-Z0-9-]*[A-Z0-9]), *[0-9A-Fa-f]{16})/;

function readBody(body: string): Omit<PemBlock, 'label'> {
  const text = body
    .replace(/\\+u([0-9A-Fa-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\+[rnt]/g, '\n');
  const vector = dekInfo.exec(text)?.[1];
  const headers = [
    ...(procType.test(text) ? ['Proc-Type: 4,ENCRYPTED'] : []),
    ...(vector === undefined ? [] : [`DEK-Info: ${vector.replaceAll(' ', '')}`]),
  ];
  const rest = text
    .replace(procType, '\n')
    .replace(dekInfo, '\n')
    .split('\n')
    .filter((line) => !line.includes(':'))
    .join('\n')
    .replace(/[\s\\"',>]/g, '');
  return { headers, base64: withoutLoneN(rest) };
}

/** Without the `n` that is left of each `\n` where a shell took the backslash: after every line of one length. */
function withoutLoneN(base64: string): string {
  for (const length of [64, 70, 76]) {
    if (new RegExp(`^n+(?:[A-Za-z0-9+/=]{${length}}n)*(?:[A-Za-z0-9+/]{1,${length}}={0,2}n)?$`).test(base64)) {
      // Each line as long as can be, so that an `n` of its own at its end stays.
      return base64.replace(/^n+/, '').replaceAll(new RegExp(`(.{1,${length}})n`, 'g'), '$1');
    }
  }
  return base64;
}

/** The block that base64 without a frame is of: the one that can be read. */
function bareBlock(text: string): PemBlock | undefined {
  const bytes = fromBase64(text);
  if (bytes === undefined) return undefined;
  const base64 = bytes.toString('base64');
  if (bytes.toString('latin1').startsWith('openssh-key-v1\0')) {
    return { label: 'OPENSSH PRIVATE KEY', headers: [], base64 };
  }
  const labels = ['CERTIFICATE', 'PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY'];
  return labels.map((label) => ({ label, headers: [], base64 })).find(isReadable);
}

function isReadable(block: PemBlock): boolean {
  try {
    const pem = writePem(block);
    return block.label === 'CERTIFICATE'
      ? new X509Certificate(pem).raw.length > 0
      : createPrivateKey(pem).type === 'private';
  } catch {
    return false;
  }
}
