import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Issued } from './certificates.ts';
import { projectRoot } from './home.ts';
import type { PracticeServer } from './server.ts';

/** What of the guide is done otherwise. */
export interface GuideOptions {
  /** Additional options of `docker run`, before the image. */
  readonly run?: string;
  /** Folders of the server that are mounted; the guide's second command has those of the application's own name. */
  readonly mounted?: string;
  /** Server blocks that stand in nginx.conf beside the guide's, before the last brace. */
  readonly servers?: string;
}

/** The folder that the guide's container mounts from. */
export const guideFolder = '/docker/app/MCCM-server';

/**
 * Sets a server up by hand as the guide does: folders, image and container `mccm-server` on port 8004, the pair in
 * /etc/nginx/ssl, its nginx.conf with names and addresses changed, and the user `nginx` which Debian's nginx lacks. Each
 * mount has a file in it, the admin site an index and an asset.
 */
export async function setUpByGuide(
  server: PracticeServer,
  jar: string,
  pair: Issued,
  domain: string,
  { run = '', mounted = guideFolder, servers = '' }: GuideOptions = {},
): Promise<void> {
  const put = (path: string, input: string | Buffer): Promise<string> =>
    server.sh(`mkdir -p '${path.slice(0, path.lastIndexOf('/'))}' && cat >'${path}'`, { input });
  const nginx = readFileSync(join(import.meta.dirname, 'guide/nginx.conf'), 'utf8')
    .replaceAll('api.example.com', domain)
    .replaceAll('203.0.113.10', server.address)
    .replace(/\n\}\s*$/, `${servers}\n}\n`);
  await put('/root/mccm/Dockerfile', readFileSync(join(projectRoot, 'examples/backend/Dockerfile')));
  await put(`/root/mccm/${basename(jar)}`, readFileSync(jar));
  await server.sh(`mkdir -p ${mounted}/file-system ${mounted}/logs
cd /root/mccm && docker build -q -f ./Dockerfile -t mccm-server .
docker run -id -p 8004:8004 ${run} \
-v ${mounted}/file-system:/docker/app/MCCM-server/file-system \
-v ${mounted}/logs:/docker/app/MCCM-server/logs \
--name=mccm-server mccm-server`);
  await put(`${mounted}/file-system/by-hand`, 'kept');
  await put(`${mounted}/logs/by-hand.log`, 'kept');
  await put(`/etc/nginx/ssl/${domain}_bundle.crt`, pair.chain);
  await put(`/etc/nginx/ssl/${domain}.key`, pair.key);
  await put('/home/mccm-admin/mccm-admin/index.html', '<!doctype html><title>admin by hand</title>');
  await put('/etc/nginx/nginx.conf', nginx);
  await server.sh(`id nginx >/dev/null 2>&1 || useradd --system --no-create-home nginx
nginx -t 2>&1 && systemctl restart nginx
for _ in $(seq 300); do curl -sf -o /dev/null http://127.0.0.1:8004/api/version && exit 0; sleep 0.2; done; exit 1`);
}
