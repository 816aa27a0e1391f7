import type { ContainerObservation } from './container-observation.ts';

/** Docker's own name server in a container's network: no part of the application. */
const dockersDns = /^127\.0\.0\.11$/;

const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** The ports in a list of addresses as `ss -ltn` prints them, and those that the loopback alone serves. */
export function listeningIn(addresses: string): Pick<ContainerObservation, 'listening' | 'listeningLocally'> {
  const found = addresses.split(/\s+/).flatMap((word) => {
    const [, written = '', port] = /^(?:(.*):)?(\d+)$/.exec(word) ?? [];
    // Older ones print no brackets, and an interface after the address.
    const address = written.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
    return port === undefined || dockersDns.test(address)
      ? []
      : [{ port: Number(port), local: loopback.test(address) }];
  });
  const listening = [...new Set(found.map(({ port }) => port))].sort((a, b) => a - b);
  const open = new Set(found.filter(({ local }) => !local).map(({ port }) => port));
  return { listening, listeningLocally: listening.filter((port) => !open.has(port)) };
}
