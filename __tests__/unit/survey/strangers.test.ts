import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readDocker } from '../../../src/survey/docker.ts';
import { readNginx } from '../../../src/survey/nginx.ts';
import { readStrangersOfPlaces, strangersProbe } from '../../../src/survey/strangers.ts';
import { base64 } from './base64.ts';
import { ask, folder, put } from './probing.ts';

describe('what other users can change', () => {
  const found = 'bob 755 L3d3dy9zZXJ2ZXI=\nroot 777 L3gK\n';
  const strangers = [
    { path: '/www/server', owner: 'bob', mode: '755' },
    { path: '/x\n', owner: 'root', mode: '777' },
  ];

  test('of an nginx, none of which was run then', () => {
    const lines = found.replace(/^(?=.)/gm, 'stranger ');
    expect(readNginx(`master 7 no\n${lines}program /www/server/nginx/sbin/nginx\nstate running\n`)).toMatchObject({
      state: 'running',
      program: '/www/server/nginx/sbin/nginx',
      strangers,
      dump: '',
    });
  });

  test('of the places that nginx includes from, each with its own', () => {
    const place = `place-stranger ${base64('/home/bob/sites')} `;
    const text = `state running\nprogram /usr/sbin/nginx\n${found.replace(/^(?=.)/gm, place)}`;
    expect(readNginx(text)).toMatchObject({
      strangers: [],
      strangersOfPlaces: new Map([['/home/bob/sites', strangers]]),
    });
  });

  test('of the client of docker', () => {
    const lines = found.replace(/^(?=.)/gm, 'stranger ');
    expect(readDocker(`client /usr/local/bin/docker\n${lines}`)).toMatchObject({ state: 'stopped', strangers });
  });

  test('of folders of the application, its certificates, the engine and its volumes', () => {
    const text = `application ${base64(found)}\ncertificates \nengine ${base64(found)}\nvolume ${base64('/data')} ${base64(found)}\n`;
    expect(readStrangersOfPlaces(text)).toEqual({
      application: strangers,
      mistaken: [],
      certificates: [],
      engine: strangers,
      volumes: new Map([['/data', strangers]]),
    });
  });
});

describe('what root writes to', () => {
  const root = '/docker/app/MCCM-server';
  const mistaken = async () => (await ask(strangersProbe('MCCM-server', 'x', []), '/docker/app')).mistaken;

  test('is a plain file, a folder, or not there yet', async () => {
    put(`${root}/x`, '');
    expect(await mistaken()).toEqual([]);
    put(`${root}/deploy.log`, '');
    put(`${root}/container-files/kept`, '');
    expect(await mistaken()).toEqual([]);
  });

  test.each([
    ['deploy.log', 'etc/cron.d/x'],
    ['container-files', 'etc/cron.d'],
    ['container-files/kept', 'etc/cron.d/x'],
  ])('no link, whoever owns it: %s', async (name, target) => {
    put(`${root}/${name}/x`, '');
    rmSync(join(folder, root, name), { recursive: true });
    symlinkSync(join(folder, target), join(folder, root, name));
    expect(await mistaken()).toEqual([join(folder, root, name)]);
  });

  test('and nothing else', async () => {
    put(`${root}/deploy.log/x`, '');
    put(`${root}/container-files`, '');
    expect(await mistaken()).toEqual([join(folder, root, 'deploy.log'), join(folder, root, 'container-files')]);
  });
});
