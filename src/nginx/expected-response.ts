import type { StatusRange } from '../values/health-status.ts';

/** What nginx must bring, on fresh connections, to count as switched. What is undefined may be whatever it is. */
export interface ExpectedResponse {
  readonly scheme: 'https' | 'http';
  readonly domain: string;
  readonly port: number;
  /** The random path that proxies the health path. */
  readonly path: string;
  readonly status: readonly StatusRange[];
  /** What the answer's headers must name; `-`: that they are not there, as with a server that is not ours. */
  readonly release: string | undefined;
  /** A hash, or the file whose label has it by then: another application may have changed that file since the survey. */
  readonly configuration: string | { readonly file: string } | undefined;
  /** SHA-256 of the leaf that must be served, lower-case hex. */
  readonly fingerprint: string | undefined;
}
