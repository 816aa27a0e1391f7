import { readNginx } from '../../../src/survey/nginx.ts';
import { refusals } from '../../../src/survey/refusals.ts';
import { base64 } from './base64.ts';

describe('nginx', () => {
  const version = `nginx version: nginx/1.22.1\nbuilt with OpenSSL 3.0.8 7 Feb 2023 (running with OpenSSL 3.0.19 27 Jan 2026)\nconfigure arguments: --with-http_ssl_module --with-http_v2_module --conf-path=/etc/nginx/nginx.conf`;

  test('that runs, with our file', () => {
    const text = `master 812 no\nstate running\nprogram /usr/sbin/nginx\nselect -c\nselect /etc/nginx/nginx.conf\nunit openresty.service\ndisabled yes\ninit-script yes\nversion ${base64(version)}\ndump ${base64('# dump')}\nmanaged /etc/nginx/conf.d/a.conf\ntext ${base64('# text\n')}\nserving 200 R C F\n`;
    expect(readNginx(text)).toMatchObject({
      state: 'running',
      program: '/usr/sbin/nginx',
      selection: ['-c', '/etc/nginx/nginx.conf'],
      masters: [{ pid: 812, contained: false }],
      dump: '# dump',
      complaint: '',
      managedFile: { path: '/etc/nginx/conf.d/a.conf', text: '# text\n' },
      serving: { status: 200, release: 'R', configuration: 'C', fingerprint: 'F' },
      unit: 'openresty.service',
      disabled: true,
      initScript: true,
    });
  });

  test('that is not there, that runs in a container, that is broken', () => {
    expect(readNginx('')).toEqual({ state: 'missing' });
    expect(readNginx('master 9 yes\n')).toMatchObject({ program: '', masters: [{ pid: 9, contained: true }] });
    const broken = `state stopped\nprogram /usr/sbin/nginx\nversion ${base64(version)}\ncomplaint ${base64('nginx: [emerg] x')}\n`;
    expect(readNginx(broken)).toMatchObject({
      state: 'stopped',
      dump: '',
      complaint: 'nginx: [emerg] x',
      unit: undefined,
      disabled: false,
      initScript: false,
    });
  });

  test('that is broken by a file of ours alone', () => {
    const begin = `state stopped\nprogram /usr/sbin/nginx\nversion ${base64(version)}\n`;
    const own = `broken ${base64('nginx: [emerg] y')}\ndump ${base64('# dump')}\nmanaged /etc/nginx/conf.d/a.conf\ntext ${base64('')}\n`;
    expect(readNginx(begin + own)).toMatchObject({
      dump: '# dump',
      complaint: '',
      brokenOthers: [],
      managedFile: { path: '/etc/nginx/conf.d/a.conf', text: '', broken: 'nginx: [emerg] y' },
    });
    const found = readNginx(
      `${begin}complaint ${base64('nginx: [emerg] x')}\nbroken-other /etc/nginx/my shop.conf Shop\n`,
    );
    expect(found).toMatchObject({ brokenOthers: [{ file: '/etc/nginx/my shop.conf', app: 'Shop' }] });
    expect(
      refusals({ state: 'missing', daemonJson: undefined, masked: [] }, found, []).map(
        ({ code, message }) => `${code} ${message}`,
      ),
    ).toEqual([
      expect.stringMatching(
        /^NGINX_BROKEN_BY_APP .*the application Shop, \/etc\/nginx\/my shop\.conf: nginx: \[emerg\] x/,
      ),
    ]);
  });
});
