import { applicationAskedFor, managedApplications } from '../../../src/deployment/managed-applications.ts';
import { parseDump } from '../../../src/nginx/configuration.ts';
import { renderSite } from '../../../src/nginx/render-site.ts';
import type { Site } from '../../../src/nginx/site.ts';
import { site as plain } from '../nginx/site.ts';
import { nginx } from './decision-inputs.ts';

const staticSite = { root: `/docker/app/MCCM-server/static/${'a'.repeat(64)}`, path: '/admin/', fallback: true };
const text = (changes: Partial<Site> = {}): string => renderSite({ ...plain, ...changes }, nginx.version);
const shop = { app: 'Shop', image: 'shop', httpsPort: 8015 };
const files = {
  '/etc/nginx/conf.d/mccm-server.conf': text({ staticSite }),
  '/etc/nginx/conf.d/shop.conf': text(shop),
  // A copy by another name is somebody's; so is what bears no mark.
  '/etc/nginx/conf.d/copy.conf': text({ httpsPort: 8016 }),
  '/etc/nginx/conf.d/hand.conf': 'server { listen 8017 ssl; server_name api.example.com; }\n',
};
const dump = Object.entries(files).map(([path, content]) => `# configuration file ${path}:\n${content}\n`);
const all = managedApplications(parseDump(nginx.dump + dump.join('')));
const domain = 'api.example.com';
const asked = (httpsPort: number, app?: string) => ({ app, domain, httpsPort });

test('applications are known by the files that were written for them', () => {
  expect(all).toEqual([
    {
      app: 'MCCM-server',
      file: '/etc/nginx/conf.d/mccm-server.conf',
      release: plain.release,
      domain,
      ports: [8014, 443],
    },
    { app: 'Shop', file: '/etc/nginx/conf.d/shop.conf', release: plain.release, domain, ports: [8015] },
  ]);
});

test('the one of the port, or the one that is named, whatever its port is', () => {
  expect(applicationAskedFor(asked(8014), all).app).toBe('MCCM-server');
  expect(applicationAskedFor(asked(8015), all).app).toBe('Shop');
  expect(applicationAskedFor(asked(8014, 'Shop'), all).app).toBe('Shop');
});

test.each([
  ['a port that only a static site has', asked(443), 'No application is deployed for api.example.com:443'],
  ['a port of nobody of ours', asked(8017), 'No application is deployed for api.example.com:8017'],
  ['a name that is not there', asked(8014, 'Other'), 'Other is not deployed for api.example.com'],
  [
    'another domain',
    { ...asked(8014), domain: 'www.example.com' },
    'No application is deployed for www.example.com:8014',
  ],
])('%s is refused with those that there are', (_, one, what) => {
  expect(() => applicationAskedFor(one, all)).toThrow(
    expect.objectContaining({
      code: 'APPLICATION_NOT_FOUND',
      message: expect.stringContaining(what),
      text: expect.objectContaining({
        why: expect.objectContaining({
          en: expect.stringContaining(`MCCM-server (${domain}:8014), Shop (${domain}:8015)`),
        }),
      }),
    }),
  );
});

test('a server without any says so', () => {
  expect(() => applicationAskedFor(asked(8014), [])).toThrow('No application is deployed');
});
