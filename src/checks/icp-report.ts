import { icpMessages as say } from '../messages/icp.ts';
import type { Text } from '../messages/text.ts';
import type { IcpObservation } from './icp.ts';
import { type IcpFinding, type IcpPort, type IcpTry, portsOf } from './icp-verdict.ts';

/** What was seen, a line for each port. */
export function linesOfIcp(seen: IcpObservation): readonly Text[] {
  return portsOf(seen).map(lineOfPort);
}

/** What it comes to, in one line. */
export function lineOfIcp(found: IcpFinding): Text {
  switch (found.status) {
    case 'blocked':
      return say.blocked(found.domain);
    case 'not-blocked':
      return say.notBlocked(found.domain, found.ports.join(', '));
    case 'unknown':
      return say.unknown(say.doubts[found.doubt](found.port));
    case 'outside-mainland':
      return say.outsideMainland;
  }
}

function lineOfPort({ port, protocol, tries }: IcpPort): Text {
  const count = (kind: IcpTry): number => tries.filter((one) => one === kind).length;
  if (count('closed') === tries.length) return say.closed(protocol.toUpperCase(), port);
  return protocol === 'http'
    ? say.http(port, count('clean'), count('page'), tries.length)
    : say.tls(port, count('clean'), count('cut'), tries.length);
}
