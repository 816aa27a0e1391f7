import { serversToAdopt } from '../../../../src/deployment/adoption/servers.ts';
import { parseDump } from '../../../../src/nginx/configuration.ts';
import { site } from '../../nginx/site.ts';
import { nginx } from '../decision-inputs.ts';

/** What becomes of an admin site set up by hand, where ours is served at `path`. */
function taken(path: string) {
  const file = '/etc/nginx/conf.d/hand.conf';
  const text = `server {
  listen 443 ssl;
  server_name api.example.com;
  location /mccm-admin { root /docker/static; index index.html; }
}
server { listen 80; server_name api.example.com; return 301 https://$host$request_uri; }
`;
  const dump = `${nginx.dump}# configuration file ${file}:\n${text}\n`;
  const staticSite = { root: `/docker/app/MCCM-server/static/${'a'.repeat(64)}`, path, fallback: true };
  const there = { ...nginx, dump, originals: new Map([[file, Buffer.from(text)]]) };
  return serversToAdopt({ ...site, staticSite }, there, parseDump(dump));
}

test('an admin site set up by hand at the same path is taken over, with what leads from 80 to it', () => {
  const { cut, problems } = taken('/mccm-admin/');
  expect(problems).toEqual([]);
  expect(cut.map(({ ports }) => ports)).toEqual([[443], [80]]);
});

test('one at another path would be lost, which is told before anything is touched', () => {
  expect(taken('/admin/').problems.map(({ code }) => code)).toEqual(['STATIC_SERVER_LOSES']);
});

test('a block with a port of each kind is asked for again by http on one and by https on the other', () => {
  const file = '/etc/nginx/conf.d/hand.conf';
  const text =
    'server { listen 80; listen [::]:80; listen 443 ssl; server_name api.example.com; return 301 https://$host/; }\n';
  const dump = `${nginx.dump}# configuration file ${file}:\n${text}\n`;
  const staticSite = { root: `/docker/app/MCCM-server/static/${'a'.repeat(64)}`, path: '/admin/', fallback: true };
  const there = { ...nginx, dump, originals: new Map([[file, Buffer.from(text)]]) };
  const { files } = serversToAdopt({ ...site, staticSite }, there, parseDump(dump));
  expect(files[0]?.proofsOfUndo.map(({ scheme, port }) => `${scheme} ${port}`).toSorted()).toEqual([
    'http 80',
    'https 443',
  ]);
});
