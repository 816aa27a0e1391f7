import { type Failure, failure } from '../../messages/failure.ts';
import { text } from '../../messages/text.ts';
import type { NginxConfiguration } from '../../nginx/configuration.ts';
import type { ExpectedResponse } from '../../nginx/expected-response.ts';
import { hideSecrets } from '../../nginx/hide-secrets.ts';
import { ownerOf } from '../../nginx/label.ts';
import { lostDirectives } from '../../nginx/lost-directives.ts';
import { type RemovedServer, removeServers } from '../../nginx/remove-servers.ts';
import { identifierOf } from '../../nginx/render-site.ts';
import { listensOf } from '../../nginx/servers.ts';
import { portsOf, type Site } from '../../nginx/site.ts';
import type { OtherFile } from '../../resources/site/desired-site.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';
import { anyStatus } from '../../values/health-status.ts';

/** The servers of nginx that are taken over: how the files change that hold them, and what stands in the way. */
export interface AdoptedServers {
  readonly cut: readonly RemovedServer[];
  readonly files: readonly OtherFile[];
  readonly problems: readonly Failure[];
}

/**
 * Cuts the servers of the site's name and ports out of whatever file of nginx they stand in, ours aside. What one of
 * them has and ours has not, or one that cannot be cut out alone, is a problem.
 */
export function serversToAdopt(site: Site, nginx: InstalledNginx, configuration: NginxConfiguration): AdoptedServers {
  const ports = portsOf(site);
  const remark = (taken: readonly number[]) =>
    `${site.domain}:${taken.join(',')} is served by the file of ${site.app} (deploy-miniprogram-backend)`;
  const cut: RemovedServer[] = [];
  const files: OtherFile[] = [];
  const problems: Failure[] = [];
  for (const [path, bytes] of nginx.originals) {
    if (ownerOf(path, bytes.toString('utf8')) !== undefined) continue;
    const cutting = removeServers(bytes.toString('latin1'), path, site.domain, ports, remark);
    problems.push(...cutting.inseparable.map((server) => inseparable(server, site.domain)));
    if (cutting.cut.length === 0) continue;
    problems.push(...cutting.cut.flatMap((server) => losses(server, site, configuration)));
    cut.push(...cutting.cut);
    files.push(otherFile(files.length + 1, path, bytes, cutting.text, cutting.cut, site.domain, nginx));
  }
  return { cut, files, problems };
}

/** Whether a server goes with this deployment, or is told of by a failure of its own. */
export function goes({ file, line }: { file: string; line: number }, { cut, problems }: AdoptedServers): boolean {
  return problems.length > 0 || cut.some((server) => server.file === file && server.line === line);
}

function otherFile(
  number: number,
  path: string,
  before: Buffer,
  after: string,
  cut: readonly RemovedServer[],
  domain: string,
  nginx: InstalledNginx,
): OtherFile {
  const ports = [...new Set(cut.flatMap((server) => server.ports))];
  return {
    id: `site.cut-${number}`,
    title: text(
      `Cut the server of ${domain}:${ports.join(',')} out of ${path}`,
      `从 ${path} 中移除 ${domain}:${ports.join(',')} 的 server`,
    ),
    reason: text(
      'of two servers with one name and port nginx uses only the first; its other servers stay to the byte',
      '同名同端口的两个 server，nginx 只使用第一个；该文件中的其他 server 逐字节保持不变',
    ),
    change: { path, before, after: Buffer.from(after, 'latin1'), ours: false },
    proofs: [],
    proofsOfUndo: nginx.state === 'running' ? cut.flatMap((server) => servedByHand(server, domain)) : [],
  };
}

/** Something answers as before, and it is not ours. */
function servedByHand({ ports, directive }: RemovedServer, domain: string): readonly ExpectedResponse[] {
  const listens = listensOf(directive);
  return ports.map((port) => ({
    scheme: listens.some((listen) => listen.port === port && listen.ssl) ? 'https' : 'http',
    domain,
    port,
    path: '/',
    status: anyStatus,
    release: '-',
    configuration: '-',
    fingerprint: undefined,
  }));
}

function inseparable({ file, line, ports }: RemovedServer, domain: string): Failure {
  return failure('SERVER_BLOCK_SHARED', { domain, ports: ports.join(', '), file, line });
}

function losses(server: RemovedServer, site: Site, configuration: NginxConfiguration): readonly Failure[] {
  const api = server.ports.some((port) => port === site.httpsPort || port === site.publishedAppPort);
  // A snippet that is given is its user's word on what the API's server holds.
  if (api && site.snippet !== undefined) return [];
  const successor = {
    kind: api ? 'api' : 'static',
    maxBodySize: site.maxBodySize,
    sitePath: site.staticSite?.path,
  } as const;
  const lost = lostDirectives(server.directive.block ?? [], successor, configuration);
  if (lost.length === 0) return [];
  const { start } = server.directive;
  const words = lost.map((one) => toUtf8(server.text.slice(one.start - start, one.end - start)));
  return [
    failure(api ? 'SERVER_BLOCK_LOSES' : 'STATIC_SERVER_LOSES', {
      domain: site.domain,
      ports: server.ports.join(', '),
      file: server.file,
      line: server.line,
      directives: hideSecrets(words.join('\n')),
      upstream: identifierOf(site.image),
    }),
  ];
}

/** Text that was read as Latin-1, to the byte, as what it mostly is. */
export function toUtf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}
