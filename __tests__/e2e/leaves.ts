import { X509Certificate } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from 'node:tls';
import type { Issued } from '../../practice/certificates.ts';
import { domain, type Scene } from './scene.ts';

/** One TLS connection: when it was made, and the certificate that it brought. */
export interface LeafSample {
  readonly at: number;
  /** SHA-256 of the leaf; undefined where no trusted connection came about. */
  readonly leaf: string | undefined;
  readonly error: string | undefined;
}

/** SHA-256 of an issued certificate's leaf, as Node.js writes it. */
export function leafOf({ leaf }: Issued): string {
  return new X509Certificate(leaf).fingerprint256;
}

/** The leaf that a port serves to who trusts the practice authority alone. */
export function leafServed({ server, world }: Scene, port: number): Promise<string> {
  return new Promise((done, fail) => {
    const to = { host: server.address, port, servername: domain, ca: world.authority.root, timeout: 10_000 };
    const socket = connect(to, () => {
      done(socket.getPeerCertificate().fingerprint256);
      socket.end();
    });
    socket.on('error', fail).on('timeout', () => socket.destroy(new Error('no TLS in time')));
  });
}

/** Connects to a port over and over; what it brought, once ended. */
export function watchLeaves(scene: Scene, port: number): { stop(): Promise<readonly LeafSample[]> } {
  const samples: LeafSample[] = [];
  const stop = new AbortController();
  const running = (async () => {
    while (!stop.signal.aborted) {
      const note = (leaf?: string, error?: string) => samples.push({ at: Date.now(), leaf, error });
      await leafServed(scene, port).then(note, (error: unknown) => note(undefined, String(error)));
      await pause(20);
    }
  })();
  return {
    stop: async () => {
      stop.abort();
      await running;
      return samples;
    },
  };
}
