import { applyEdits, type Edit } from './edit.ts';
import { configurationHash, isUntouched, managedBy } from './label.ts';
import type { Directive } from './parse.ts';
import { quoteNginx } from './quote.ts';
import { readNginxText } from './read.ts';
import type { CertificatePair } from './site.ts';

/** The pairs that the servers of a file name, in order; the first is the one that it was rendered with. */
export function pairsIn(file: Buffer): readonly CertificatePair[] {
  return serversIn(file.toString('latin1')).flatMap((server) => {
    const keys = namedBy(server, 'ssl_certificate_key');
    return namedBy(server, 'ssl_certificate').flatMap(({ args: [chainPath = ''] }, at) => {
      const keyPath = keys[at]?.args[0];
      return keyPath === undefined ? [] : [{ chainPath, keyPath }];
    });
  });
}

/**
 * A file of ours with another pair in the place of `from`, and its hash renewed: what its application would render with
 * that pair. One that was edited by hand keeps its edits and its hash, so that it is still known as edited. Bytes, since
 * what a hand wrote may be in any encoding.
 */
export function repoint(file: Buffer, from: CertificatePair, to: CertificatePair): Buffer {
  const text = file.toString('latin1');
  const edits = serversIn(text).flatMap((server) => [
    ...editsFor(server, 'ssl_certificate', from.chainPath, to.chainPath),
    ...editsFor(server, 'ssl_certificate_key', from.keyPath, to.keyPath),
  ]);
  const repointed = applyEdits(text, edits);
  const label = managedBy(text);
  // The hash is one of UTF-8, which is what an application's file is as long as nobody else wrote into it.
  if (label === undefined || !isUntouched(file.toString('utf8'))) return Buffer.from(repointed, 'latin1');
  const unhashed = Buffer.from(repointed.replaceAll(label.configuration, ''), 'latin1').toString('utf8');
  return Buffer.from(repointed.replaceAll(label.configuration, configurationHash(unhashed)), 'latin1');
}

function editsFor(server: Directive, name: string, from: string, to: string): readonly Edit[] {
  return namedBy(server, name)
    .filter(({ args }) => args[0] === from)
    .map(({ start, end }) => ({ start, end, text: `${name} ${quoteNginx(to)};` }));
}

function namedBy({ block = [] }: Directive, name: string): readonly Directive[] {
  return block.filter((directive) => directive.name === name);
}

function serversIn(text: string): readonly Directive[] {
  return readNginxText(text, 'nginx').directives.filter(({ name }) => name === 'server');
}
