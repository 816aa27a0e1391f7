/** Where a file of ours shows what it serves: its name, its https port, its proof location. */
export interface ProofAddress {
  readonly scheme: 'https';
  readonly domain: string;
  readonly port: number;
  readonly path: string;
}

/** Reads it from the text of a file of ours; undefined where it is none. */
export function proofAddressIn(text: string): ProofAddress | undefined {
  const port = /^ *listen (\d+) ssl/m.exec(text)?.[1];
  const domain = /^ *server_name (\S+);$/m.exec(text)?.[1];
  const path = /^ *location = "?(\/[^\s"]*)"? \{/m.exec(text)?.[1];
  if (port === undefined || domain === undefined || path === undefined) return undefined;
  return { scheme: 'https', domain, port: Number(port), path };
}

/** The same for each of its https ports: that of a static site shows it, too. */
export function proofAddressesIn(text: string): readonly ProofAddress[] {
  const first = proofAddressIn(text);
  if (first === undefined) return [];
  const ports = [...text.matchAll(/^ *listen (\d+) ssl/gm)].map(([, port]) => Number(port));
  return [...new Set(ports)].map((port) => ({ ...first, port }));
}
