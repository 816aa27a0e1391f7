import { posix } from 'node:path';
import { dataFolder } from '../layout/application-paths.ts';
import { imageNameOf } from '../values/app-name.ts';
import { roleNameOf } from '../values/cam-role.ts';
import { withoutVersion } from '../values/jar-name.ts';
import type { DeploySettings, Settings, TencentSettings, VerifySettings } from './settings.ts';

/** What cures name, such as the host to set: a variable that is set to it must not hide it there. */
const ofEveryServer = ['localhost', '127.0.0.1', '172.17.0.1', 'host.docker.internal'];

/**
 * What anybody may know of a run, and log and summary must be able to say: addresses, names, ports and paths that its
 * inputs give. The application's name is taken from the jar's path where that has no wildcard in it.
 */
export function publicFacts(settings: Settings): readonly string[] {
  const { domain, httpsPort } = settings.site;
  const facts = [
    ...(domain === '' ? [] : [`https://${domain}:${httpsPort}`, `https://${domain}/`, `wss://${domain}`]),
    settings.publicIp ?? '',
    ...ofEveryServer,
    ...('server' in settings ? ofServer(settings) : []),
    ...('jar' in settings ? ofDeploy(settings) : []),
  ];
  return facts.filter((fact) => fact !== '');
}

function ofServer({ app, server, health, tencent }: Exclude<Settings, VerifySettings>): readonly string[] {
  return [
    ...(app === undefined ? [] : namesOf(app)),
    `${server.host}:${server.port}`,
    server.username,
    ...(server.jump === undefined ? [] : [`${server.jump.host}:${server.jump.port}`, server.jump.username]),
    health.path ?? '',
    ...(tencent === undefined ? [] : ofAccount(tencent)),
  ];
}

function namesOf(app: string): readonly string[] {
  return [dataFolder(app), imageNameOf(app)];
}

function ofDeploy({ app, jar, image, container, site }: DeploySettings): readonly string[] {
  const file = posix.basename(jar.replaceAll('\\', '/'));
  const known = /[*?[\]{}]/.test(file) ? undefined : file;
  const name = app ?? (known === undefined ? undefined : withoutVersion(known.replace(/\.[jw]ar$/i, '')));
  return [
    known ?? '',
    ...(name === undefined ? [] : namesOf(name)),
    image.dockerfile ?? '',
    image.baseImage ?? '',
    container.profile ?? '',
    container.timezone ?? '',
    container.network ?? '',
    ...(container.volumes ?? []).flatMap((volume) => [volume.host, volume.container]),
    ...container.files.map((file) => file.container),
    ...(site.staticSite === undefined ? [] : [`https://${site.domain}${site.staticSite.path}`]),
  ];
}

/** Never anything of a key, its id included. */
function ofAccount({ credentials, endpoint, region, instanceId }: TencentSettings): readonly string[] {
  const roleAndProvider = credentials.kind === 'oidc' ? [roleNameOf(credentials.roleArn), credentials.provider] : [];
  return [endpoint, region ?? '', instanceId ?? '', ...roleAndProvider];
}
