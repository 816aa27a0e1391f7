import fc from 'fast-check';
import { inputTexts } from '../../../src/messages/inputs.ts';
import { inputsFrom } from '../../../src/settings/inputs.ts';
import { masks, maskWarnings } from '../../../src/settings/masks.ts';
import { languageOf, readSettings } from '../../../src/settings/read-settings.ts';
import type { DeploySettings } from '../../../src/settings/settings.ts';
import { unknownInputs } from '../../../src/settings/unknown-inputs.ts';
import { codes, inputs, least, refusals } from './inputs.ts';

function deploy(changes: Readonly<Record<string, string | undefined>> = {}): DeploySettings {
  const settings = readSettings(inputs(changes));
  if (settings.command !== 'deploy' && settings.command !== 'plan') throw new Error('not a deploy');
  return settings;
}

test('the least that a deploy needs, and the defaults of the contract', () => {
  expect(deploy()).toMatchObject({
    command: 'deploy',
    language: 'en',
    jar: 'target/*.jar',
    app: undefined,
    image: { dockerfile: undefined, context: undefined, buildArgs: [], baseImage: undefined },
    container: {
      profile: undefined,
      javaOptions: undefined,
      memory: undefined,
      timezone: undefined,
      environment: [],
      files: [],
      volumes: undefined,
      writtenFiles: 'refuse',
      network: undefined,
      options: [],
      port: undefined,
      publishPort: undefined,
    },
    server: {
      host: '203.0.113.10',
      port: 22,
      username: 'root',
      password: undefined,
      hostKey: '',
      connectTimeoutSeconds: 30,
    },
    provision: true,
    drainTimeoutSeconds: 30,
    site: { domain: 'api.example.com', httpsPort: 8014, maxBodySize: '20m', snippet: undefined },
    certificate: { source: 'existing' },
    tencent: undefined,
    publicIp: undefined,
    health: { path: undefined, status: undefined, timeoutSeconds: 240 },
    artifactName: 'deployment-<app>',
    warnings: [],
  });
});

test('scripts that run on the way: whole, with line ends of bash; for bash alone', () => {
  expect(deploy().hooks).toEqual({ beforeSwitch: undefined, afterDeploy: undefined, timeoutSeconds: 300 });
  const { hooks } = deploy({
    'before-switch': '  curl x\r\n\techo "a"  \r\n\r\n',
    'after-deploy': '#!/usr/bin/env bash\necho b',
    'hook-timeout': '5',
  });
  expect([hooks.beforeSwitch?.reveal(), hooks.afterDeploy?.reveal(), hooks.timeoutSeconds]).toEqual([
    ...['  curl x\n\techo "a"  ', '#!/usr/bin/env bash\necho b', 5],
  ]);
  for (const line of ['#!/bin/sh', '#! /bin/bash -eu', '#!/usr/local/bin/bash', '#!/usr/bin/env -S bash -x', '# !/x']) {
    expect(codes(() => deploy({ 'before-switch': `${line}\ntrue` }))).toEqual([]);
  }
  const others = { 'before-switch': '#!/usr/bin/env python3\nprint(1)', 'after-deploy': '\n#!/usr/bin/perl -w\n' };
  expect(refusals(() => deploy(others))).toEqual([
    'INPUT_HOOK_SHEBANG: The first line of `before-switch` (`#!`) names python3.',
    'INPUT_HOOK_SHEBANG: The first line of `after-deploy` (`#!`) names perl.',
  ]);
});

test('the runner passes an input as INPUT_ and its name in upper case', () => {
  const found = inputsFrom({ 'INPUT_HTTPS-PORT': '8015', INPUT_JAR: ' a.jar ', PATH: '/bin', INPUT_: 'x' });
  expect([...found]).toEqual([
    ['https-port', '8015'],
    ['jar', ' a.jar '],
  ]);
});

test('verify needs a domain and nothing else', () => {
  const settings = readSettings(
    new Map([
      ['command', 'verify'],
      ['domain', 'api.example.com'],
    ]),
  );
  expect(settings).toMatchObject({ command: 'verify', site: { domain: 'api.example.com', httpsPort: 8014 } });
  expect(settings).not.toHaveProperty('server');
  expect(codes(() => readSettings(new Map([['command', 'verify']])))).toEqual(['INPUT_MISSING']);
});

test.each([
  ['jar', { jar: '' }, ['INPUT_MISSING']],
  ['a blank jar', { jar: '  ' }, ['INPUT_MISSING']],
  ['host, domain', { host: undefined, domain: undefined }, ['INPUT_MISSING', 'INPUT_MISSING']],
  ['credentials', { 'private-key': undefined }, ['INPUT_MISSING']],
  ['unknown command', { command: 'undo' }, ['INPUT_CHOICE']],
  ['unknown language', { language: 'fr' }, ['INPUT_CHOICE']],
  ['unknown input', { privatekey: 'x' }, ['INPUT_UNKNOWN']],
  ['passphrase alone', { 'private-key': undefined, password: 'x', passphrase: 'y' }, ['INPUT_NEEDS']],
  [
    'a jump host’s key and pin alone',
    { 'jump-host-key': 'x', 'jump-private-key': 'y' },
    ['INPUT_NEEDS', 'INPUT_NEEDS'],
  ],
  ['a jump host and no key', { 'jump-host': 'b', 'private-key': undefined, password: 'x' }, ['INPUT_JUMP_KEY']],
  ['a bad jump host, and a bad port', { 'jump-host': 'a b', port: 'x' }, ['INPUT_NUMBER', 'INPUT_JUMP_HOST']],
  [
    'SSH opened for a runner that does not connect',
    {
      'jump-host': 'b',
      'ssh-from-runner': 'true',
      'tencent-secret-id': 'AKIDexample0123456789',
      'tencent-secret-key': 'example-key-0123456789',
    },
    ['SSH_FROM_RUNNER_JUMP'],
  ],
  ['context without dockerfile', { context: 'a', 'build-args': 'A=1' }, ['INPUT_NEEDS', 'INPUT_NEEDS']],
  ['base image beside dockerfile', { dockerfile: 'Dockerfile', 'base-image': 'a' }, ['INPUT_CONFLICT']],
  ['one port twice', { 'app-port': '8014', 'publish-app-port': 'true' }, ['INPUT_SAME_PORT']],
  ['java options twice', { 'java-options': '-Xmx1g', env: 'JAVA_TOOL_OPTIONS=-Xmx2g' }, ['INPUT_CONFLICT']],
  ['a time zone twice', { timezone: 'PRC', env: 'TZ=UTC' }, ['INPUT_CONFLICT']],
  [
    'a profile in the java options too',
    { 'spring-profile': 'a', 'java-options': '-Dspring.profiles.active=b' },
    ['INPUT_CONFLICT'],
  ],
  [
    'a profile in the java options of env too',
    { 'spring-profile': 'a', env: 'JAVA_TOOL_OPTIONS=-Dspring.profiles.active=b' },
    ['INPUT_CONFLICT'],
  ],
  ['a file in a volume’s place', { files: 'a:/data', volumes: '/data:/data' }, ['INPUT_FILE_PLACE']],
  ['bad https port', { 'https-port': '80140' }, ['INPUT_NUMBER']],
  ['bad snippet', { 'nginx-snippet': '}' }, ['INPUT_SNIPPET_CLOSES']],
])('%s', (_, changes, expected) => {
  expect(codes(() => readSettings(inputs(changes)))).toEqual(expected);
});

test('a profile of another kind beside java options is no conflict', () => {
  const { container } = deploy({ 'spring-profile': 'a', 'java-options': '-Dspring.profiles.include=b', env: 'A=TZ' });
  expect(container).toMatchObject({ profile: 'a', javaOptions: '-Dspring.profiles.include=b' });
});

test('an app port equal to the https port is no problem while it is not published', () => {
  expect(deploy({ 'app-port': '8014' }).container.port).toBe(8014);
});

test('all problems of all inputs are told at once', () => {
  const bad = {
    jar: '',
    domain: 'https://x',
    volumes: 'a:/b\n/a/..:/c',
    env: 'nothing',
    'docker-options': '--rm',
    files: 'a',
    memory: '1m',
    network: 'host',
    timezone: 'CST',
    'java-options': '"',
    domainn: 'x',
    port: 'x',
  };
  expect([...codes(() => readSettings(inputs(bad)))].sort()).toEqual([
    'INPUT_DOCKER_OPTION_FIXED',
    'INPUT_DOMAIN',
    'INPUT_ENV_LINE',
    'INPUT_FILE',
    'INPUT_JAVA_OPTIONS_QUOTE',
    'INPUT_MEMORY',
    'INPUT_MISSING',
    'INPUT_NETWORK_MODE',
    'INPUT_NUMBER',
    'INPUT_TIMEZONE',
    'INPUT_UNKNOWN',
    'INPUT_VOLUME',
    'INPUT_VOLUME',
  ]);
});

test('an unknown input is answered with the nearest name', () => {
  expect(refusals(() => readSettings(inputs({ 'host-keys': 'x' })))[0]).toContain('`host-keys`');
});

test.each([
  ['domian', 'domain'],
  ['hots', 'host'],
  ['prot', 'port'],
  ['java_options', 'java-options'],
  ['privatekey', 'private-key'],
  ['user', 'username'],
  ['profile', 'spring-profile'],
  ['certficate-chain', 'certificate-chain'],
  ['ssh-verbosity', undefined],
])('%s is a mistake of a workflow, nearest %s', (name, near) => {
  const { mistaken } = unknownInputs(inputs({ [name]: 'x' }), Object.keys(inputTexts));
  expect(mistaken).toEqual([{ name, nearest: near }]);
});

test.each([
  ['method', 'fcitx'],
  ['device', '/dev/input/event0'],
  ['record_separator', 'x'],
  ['domian', ' '],
])('INPUT_%s=%s is a variable of the machine, and passed by', (name, value) => {
  const given = inputs({ [name]: value });
  expect(unknownInputs(given, Object.keys(inputTexts)).mistaken).toEqual([]);
  expect(() => readSettings(given)).not.toThrow();
});

test.each([
  ['deploy', undefined, 'deployment-<app>'],
  ['deploy', 'deployment-<app>', 'deployment-<app>'],
  ['plan', undefined, 'plan-<app>'],
  // The runner hands over the default of action.yml like a value that was given.
  ['plan', 'deployment-<app>', 'plan-<app>'],
  ['verify', 'deployment-<app>', 'verify-<app>'],
  ['plan', 'mine', 'mine'],
  ['plan', '', undefined],
])('the artifact of %s with the name %j is %j', (command, name, expected) => {
  const { artifactName } = readSettings(inputs({ command, ...(name === undefined ? {} : { 'artifact-name': name }) }));
  expect(artifactName).toBe(expected);
});

test('a look from outside that fails ends the run as failed, unless the input says otherwise', () => {
  expect(deploy().outsideCheck).toBe('require');
  expect(deploy({ 'outside-check': 'warn' }).outsideCheck).toBe('warn');
  expect(codes(() => readSettings(inputs({ 'outside-check': 'off' })))).toEqual(['INPUT_CHOICE']);
});

test('the artifact: its default where it is not given, none where it is given empty', () => {
  expect(deploy({ 'artifact-name': '' }).artifactName).toBeUndefined();
  expect(deploy({ 'artifact-name': 'mine' }).artifactName).toBe('mine');
});

test('keys come as they were pasted, for the one reader of PEM', () => {
  const { server, certificate } = deploy({
    'private-key': 'a\r\nb\\n',
    password: 'p w \n',
    certificate: 'provided',
    'certificate-chain': 'c\r\nd\r\n',
    'certificate-key': 'k\n\n',
  });
  expect(server.privateKey?.reveal()).toBe('a\nb\\n');
  expect(server.password?.reveal()).toBe('p w ');
  expect(certificate).toMatchObject({ source: 'provided', chain: 'c\r\nd' });
  expect(certificate.source === 'provided' && certificate.key.reveal()).toBe('k');
});

test('a jump host has a key, a user and a port of its own, and by default those of the server', () => {
  const jump = {
    'jump-host': 'jumper@[2001:db8::20]:2222',
    'jump-host-key': 'SHA256:x',
    'jump-private-key': 'jump-key-1234',
  };
  const all = deploy(jump);
  expect(all.server.jump).toMatchObject({
    host: '2001:db8::20',
    port: 2222,
    username: 'jumper',
    hostKey: 'SHA256:x',
    keyInput: 'jump-private-key',
  });
  expect(all.server.jump?.privateKey.reveal()).toBe('jump-key-1234');
  expect(masks(all)).toContain('jump-key-1234');
  const { server } = deploy({ 'jump-host': 'bastion.example.com', username: 'ubuntu' });
  expect(server.jump).toEqual({
    host: 'bastion.example.com',
    port: 22,
    username: 'ubuntu',
    hostKey: '',
    keyInput: 'private-key',
    privateKey: server.privateKey,
  });
  expect(deploy().server.jump).toBeUndefined();
});

test('a passphrase may be that of the jump host’s key alone', () => {
  const key = { 'private-key': undefined, password: 'password-8014', 'jump-private-key': 'k', passphrase: 'p' };
  expect(deploy({ ...key, 'jump-host': 'bastion' }).server.passphrase?.reveal()).toBe('p');
});

test('the language is known even where the inputs are bad', () => {
  expect(languageOf(inputs({ language: 'zh', port: 'x' }))).toBe('zh');
  expect(languageOf(inputs({ language: 'fr' }))).toBe('en');
});

describe('secrets', () => {
  const secrets = ['private-key', 'jump-private-key', 'passphrase', 'password', 'certificate-key', 'env'] as const;

  test('their values are in no error and in no printed settings', () => {
    const value = fc.stringMatching(/^[A-Za-z0-9]{12,40}$/).map((text) => `Zq${text}`);
    fc.assert(
      fc.property(value, fc.subarray([...secrets]), (secret, names) => {
        const given = Object.fromEntries(
          names.map((name) => [name, name === 'env' ? `${secret}\nA=${secret}\nA=${secret}` : secret]),
        );
        const found = refusals(() => readSettings(inputs({ ...given, port: 'x', 'certificate-chain': 'x' })));
        expect(found.length).toBeGreaterThan(0);
        expect(found.join('\n')).not.toContain(secret);
      }),
    );
    const settings = deploy({ password: 'hunter2-hunter2', env: 'A=hunter2-hunter2' });
    expect(JSON.stringify(settings)).not.toContain('hunter2');
  });

  test('masked: each value, each line, their base64; not the frame of a PEM', () => {
    const found = masks(deploy({ password: 'correct horse', env: 'TOKEN=tok-12345678\nPIN=1234' }));
    const line = 'c2VjcmV0LXNlY3JldA==';
    for (const value of ['correct horse', 'tok-12345678', line, `${least['private-key']}\n`]) {
      expect(found).toContain(value);
      expect(found).toContain(Buffer.from(value).toString('base64'));
    }
    expect(found).not.toContain('-----BEGIN OPENSSH PRIVATE KEY-----');
    expect(found).not.toContain('1234');
    expect(Math.min(...found.map(({ length }) => length))).toBeGreaterThanOrEqual(8);
  });

  test('masked as programs write it: in a URL, in JSON, in a form, for a shell', () => {
    const found = masks(deploy({ env: `URL=pä ss/"w\\rd'+` }));
    for (const form of [
      "p%C3%A4%20ss%2F%22w%5Crd'%2B",
      "p%c3%a4%20ss%2f%22w%5crd'%2b",
      'p%C3%A4+ss%2F%22w%5Crd%27%2B',
      'pä ss/\\"w\\\\rd\'+',
      'pä ss\\/\\"w\\\\rd\'+',
      `pä ss/"w\\rd'\\''+`,
    ])
      expect(found).toContain(form);
  });

  test('what anybody may know is never masked: a variable that holds it would turn the address into ***', () => {
    const inputs = {
      domain: 'api.example.com',
      app: 'MCCM-server',
      host: '203.0.113.10',
      username: 'deployer',
      volumes: '/data/files:/data/files',
      env: [
        'A=api.example.com',
        'B=https://api.example.com:8014',
        'C=example.com',
        'D=MCCM-server',
        'E=mccm-server',
        'F=203.0.113.10',
        'G=/data/files',
        'H=https://api.example.com:8014/callback',
        'I=deployer',
        'J=localhost',
        'K=host.docker.internal',
        'L=172.17.0.1',
      ].join('\n'),
    };
    const found = masks(deploy(inputs));
    const ofEnv = found.filter((mask) => /example|mccm|203|data|deployer|localhost|docker|172/i.test(mask));
    expect(ofEnv.filter((mask) => !mask.includes('callback'))).toEqual([]);
    expect(ofEnv).toContain('https://api.example.com:8014/callback');
    expect(masks(deploy({ jar: 'target/shop-server-1.0.jar', env: 'A=shop-server' }))).not.toContain('shop-server');
  });

  test('folders in env are not masked: commands that copy them must be readable; tokens and passwords are', () => {
    const folders = ['A=/opt/uploads', 'B=/home/shop/files2', 'UPLOAD_DIR=uploads/img', 'EXAMPLE_FILES=./storage'];
    expect(masks(deploy({ env: folders.join('\n') })).filter((mask) => /upload|files|storage/.test(mask))).toEqual([]);
    const secrets = [
      '/data/8f3b2c9e0d1a',
      '/9j/AAQSkZJRg',
      'correct-horse',
      '/opt/T0A1/xyz',
      'p4ss/word',
      '/data/a b:c',
    ];
    const found = masks(deploy({ env: secrets.map((value, n) => `S${n}=${value}`).join('\n') }));
    for (const secret of secrets) expect(found).toContain(secret);
    expect(masks(deploy({ env: 'KEY_PATH=8f3b2c9e0d1a' }))).toContain('8f3b2c9e0d1a');
    expect(masks(deploy({ env: 'DB_PASSWORD=/data/shop' }))).toContain('/data/shop');
  });

  test('values of docker-options that may be secret are masked, limits and names are not', () => {
    const found = masks(
      deploy({
        'docker-options': '--log-opt splunk-token=token-12345 --hostname backend-one --annotation k=label-12345',
      }),
    );
    expect(found).toEqual(expect.arrayContaining(['token-12345', 'label-12345']));
    expect(found).not.toContain('backend-one');
  });

  test('a secret too short to be masked is named in a warning, without its value', () => {
    const settings = deploy({ env: 'PIN=1234\nEMPTY=', passphrase: 'abc' });
    expect(settings.warnings.map(({ en }) => en)).toEqual([
      'The value of `passphrase` is shorter than 8 characters and is not masked in the log.',
      'The value of `env`: PIN is shorter than 8 characters and is not masked in the log.',
    ]);
    expect(maskWarnings(settings)).toEqual(settings.warnings);
  });
});
