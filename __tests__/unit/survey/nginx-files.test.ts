import { ownerOf, renderLabel } from '../../../src/nginx/label.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { lookAtBrokenNginx } from '../../../src/survey/broken-nginx.ts';
import { managedFile } from '../../../src/survey/managed-file.ts';
import { lookAtUnit } from '../../../src/survey/nginx-unit.ts';
import { folder, programs, put } from './probing.ts';

const label = (app: string) => renderLabel({ app, release: 'R', configuration: 'c'.repeat(16) });

describe('whose a file of nginx is', () => {
  test('a copy by another name is somebody’s, wherever it comes', async () => {
    const copies = ['a/blog.conf', 'z/blog.conf'].map((path) => put(path, `${label('MCCM-server')}\n`));
    const paths = () => [copies[0], `${folder}/m/mccm-server.conf`, copies[1]].join('\n');
    const found = async () =>
      (await programs.server.run(`${managedFile('MCCM-server')}\nmanaged_file <<'EOF'\n${paths()}\nEOF`)).stdout;
    expect(await found()).toBe('');
    put('m/mccm-server.conf', 'server { }\n');
    expect(await found()).toBe('');
    put('m/mccm-server.conf', `${label('other')}\n`);
    expect(await found()).toBe('');
    const own = put('m/mccm-server.conf', `${label('MCCM-server')}\n`);
    expect(await found()).toBe(`${own}\n`);
    expect(ownerOf(own, label('MCCM-server'))?.app).toBe('MCCM-server');
    expect(ownerOf(copies[0] ?? '', label('MCCM-server'))).toBeUndefined();
  });

  test('nor is it when nginx does not accept its configuration', async () => {
    const files = {
      [put('mccm-server.conf', `${label('MCCM-server')}\n`)]: 'MCCM-server',
      [put('zzz-blog.conf', `${label('MCCM-server')}\n`)]: '',
      [put('shop.conf', `${label('Shop')}\n`)]: 'Shop',
    };
    const { stdout } = await programs.server.run(
      `${lookAtBrokenNginx('MCCM-server')}\nfor file in ${Object.keys(files).join(' ')}; do echo "$file $(owner_of "$file")"; done`,
    );
    const lines = Object.entries(files).map(([file, owner]) => `${file} ${owner}\n`);
    expect(stdout).toBe(lines.join(''));
  });
});

describe('nginx at boot', () => {
  const look = async (state: string, start: string, words = '', enabled = 'disabled') => {
    programs.put('systemctl', `case $1 in is-enabled) echo ${enabled} ;; *) echo "${start}" ;; esac`);
    const script = `state=${state} program=/usr/bin/true; set -- ${words}\n${lookAtUnit}`;
    const { stdout } = await programs.server.run(`${prelude}\n${script.replace('LoadState=loaded', '"$(systemctl)"')}`);
    return stdout.split('\n').includes('disabled yes');
  };
  const unit = (program: string, argv = program) =>
    `ExecStart={ path=${program} ; argv[]=${argv} -g daemon on; ; ignore_errors=no }`;

  test.each<[string, boolean, Parameters<typeof look>]>([
    ['a disabled unit does not start the nginx that runs', true, ['running', unit('/usr/bin/true')]],
    ['nor one that is stopped', true, ['stopped', unit('/usr/bin/false')]],
    ['nor does a start script', true, ['running', unit('/etc/init.d/nginx'), '-c /a.conf']],
    ['an enabled one does', false, ['running', unit('/usr/bin/true'), '', 'enabled']],
    ['another program is none of its business', false, ['running', unit('/usr/bin/false')]],
    ['nor is another configuration', false, ['running', unit('/usr/bin/true'), '-c /a.conf']],
    ['the same configuration is', true, ['running', unit('/usr/bin/true', '/usr/bin/true -c /a.conf'), '-c /a.conf']],
  ])('%s: %s', async (_, disabled, given) => {
    expect(await look(...given)).toBe(disabled);
  });
});
