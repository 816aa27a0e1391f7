import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diagnoseApplication } from '../../../src/checks/application.ts';
import type { ContainerObservation, HealthAnswer } from '../../../src/checks/container-observation.ts';
import { judgeAddresses, observeName } from '../../../src/checks/dns.ts';
import { origin } from '../../../src/checks/origin.ts';
import { domainsChanged, wechatDomains } from '../../../src/checks/wechat.ts';
import { isPublicAddress } from '../../../src/values/public-address.ts';

describe('isPublicAddress', () => {
  test.each([
    ['203.0.113.7', true],
    ['198.18.0.2', true],
    ['9.255.255.255', true],
    ['10.0.0.1', false],
    ['11.0.0.0', true],
    ['172.15.255.255', true],
    ['172.16.0.1', false],
    ['172.31.255.255', false],
    ['172.32.0.0', true],
    ['192.168.1.1', false],
    ['192.169.0.1', true],
    ['100.63.255.255', true],
    ['100.64.0.1', false],
    ['100.127.255.255', false],
    ['100.128.0.0', true],
    ['127.0.0.53', false],
    ['169.254.0.23', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['2001:db8::1', true],
    ['::', false],
    ['::1', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['ff02::1', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:203.0.113.7', true],
    ['', false],
    ['api.example.com', false],
    ['203.0.113.7:22', false],
  ])('%s: %s', (address, expected) => expect(isPublicAddress(address)).toBe(expected));

  test('an address in IPv6 notation is judged as itself', () => {
    fc.assert(fc.property(fc.ipV4(), (address) => isPublicAddress(address) === isPublicAddress(`::ffff:${address}`)));
  });
});

describe('a name', () => {
  const here = '203.0.113.7';
  const there = '203.0.113.8';
  const six = '2001:db8::7';
  test.each([
    ['here', [here], here, { kind: 'points-here', addresses: [here] }],
    ['here, and IPv6', [six, here], here, { kind: 'points-here', addresses: [here, six] }],
    ['twice the same', [here, here], here, { kind: 'points-here', addresses: [here] }],
    ['here and there', [there, here], here, { kind: 'several', addresses: [there, here], expected: here }],
    ['there', [there], here, { kind: 'elsewhere', addresses: [there], expected: here }],
    ['IPv6 only', [six], here, { kind: 'elsewhere', addresses: [six], expected: here }],
    ['nothing expected', [six, there], undefined, { kind: 'resolves', addresses: [there, six] }],
    ['nothing found', [], here, { kind: 'missing', detail: 'ENODATA' }],
  ])('%s', (_name, found, expected, look) => expect(judgeAddresses(found, expected)).toEqual(look));

  const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
  test.each([
    ['ENOTFOUND', 'missing'],
    ['ENODATA', 'missing'],
    ['EAI_AGAIN', 'unknown'],
    ['ESERVFAIL', 'unknown'],
  ])('resolver says %s: %s', async (code, kind) => {
    expect(await observeName('api.example.com', here, failing(code))).toEqual({ kind, detail: code });
  });

  test('/etc/hosts counts', async () => {
    expect(await observeName('localhost', '127.0.0.1')).toMatchObject({ kind: 'points-here' });
  });
});

describe('diagnoseApplication', () => {
  const container: ContainerObservation = {
    name: 'mccm-server',
    status: 'running',
    exitCode: 0,
    oomKilled: false,
    restarts: 0,
    port: 8004,
    listening: [8004],
    logLines: ['one', 'two'],
  };
  const answered = (status: number): HealthAnswer => ({
    status,
    path: '/health',
    expected: [{ from: 200, to: 200 }],
    seconds: undefined,
    steady: false,
  });
  test.each<[string, Partial<ContainerObservation>, string, string]>([
    ['killed', { oomKilled: true, status: 'exited', exitCode: 137 }, 'APPLICATION_OUT_OF_MEMORY', 'mccm-server'],
    ['killed, up again', { oomKilled: true, restarts: 2 }, 'APPLICATION_OUT_OF_MEMORY', 'restarts: 2'],
    ['ended', { status: 'exited', exitCode: 1 }, 'APPLICATION_EXITED', 'exit code 1'],
    ['restarting', { status: 'restarting', exitCode: 1, restarts: 4 }, 'APPLICATION_EXITED', 'restarts: 4'],
    ['another port', { listening: [8080, 9090] }, 'APPLICATION_OTHER_PORT', '8080, 9090'],
    ['not listening yet', { listening: [] }, 'APPLICATION_DOWN', 'port 8004'],
    ['not listening yet, but its debugger', { listening: [5005] }, 'APPLICATION_DOWN', 'port 8004'],
    ['listening, unwell', {}, 'APPLICATION_DOWN', 'container: running'],
    ['answering', { answer: answered(503) }, 'HEALTH_FAILED', 'answers 503 on /health, port 8004; expected 200.'],
    ['answering, restarted before', { answer: answered(404), restarts: 3 }, 'HEALTH_FAILED', 'answers 404'],
    ['answering, a process of it killed', { answer: answered(503), oomKilled: true }, 'APPLICATION_OUT_OF_MEMORY', ''],
    ['ended after an answer', { answer: answered(503), status: 'exited', exitCode: 1 }, 'APPLICATION_EXITED', 'code 1'],
  ])('%s', (_name, part, code, words) => {
    const found = diagnoseApplication({ ...container, ...part });
    expect({ code: found.code, evidence: found.evidence }).toEqual({ code, evidence: 'one\ntwo' });
    expect(found.text.what.en).toContain(words);
  });

  test.each<[string, Partial<ContainerObservation>, string]>([
    ['ended for want of its database', { status: 'exited', exitCode: 1 }, 'DATABASE_ACCESS_DENIED'],
    ['runs without its database', {}, 'DATABASE_ACCESS_DENIED'],
    ['killed for want of memory meanwhile', { oomKilled: true, status: 'exited' }, 'APPLICATION_OUT_OF_MEMORY'],
    ['listens on another port besides', { listening: [8080] }, 'APPLICATION_OTHER_PORT'],
    ['has its debugger and JMX up alone', { listening: [5005, 41_234] }, 'DATABASE_ACCESS_DENIED'],
  ])('a log that blames the database: %s', (_name, part, code) => {
    const logLines = ["java.sql.SQLException: Access denied for user 'app'@'172.17.0.2' (using password: YES)"];
    expect(diagnoseApplication({ ...container, ...part, logLines }).code).toBe(code);
  });

  test('a port that libraries use is the application’s where it says that it serves', () => {
    const logLines = ['INFO 1 --- o.s.b.w.e.t.TomcatWebServer : Tomcat started on port 9999 (http) with context path'];
    expect(diagnoseApplication({ ...container, listening: [9999], logLines }).code).toBe('APPLICATION_OTHER_PORT');
  });

  test('no log is no evidence', () => {
    expect(diagnoseApplication({ ...container, logLines: [] }).evidence).toBeUndefined();
  });
});

describe('WeChat', () => {
  test.each([
    [8014, 'https://api.example.com:8014'],
    [443, 'https://api.example.com'],
  ])('strings to paste for port %d', (port, request) => {
    expect(wechatDomains('api.example.com', port)).toEqual({ request, socket: 'wss://api.example.com' });
    expect(origin('api.example.com', port)).toBe(request);
  });

  const now = { domain: 'api.example.com', httpsPort: 8014 };
  test.each([
    ['the first deployment', undefined, true],
    ['as before', { domain: 'api.example.com', httpsPort: 8014 }, false],
    ['another domain', { domain: 'b.example.com', httpsPort: 8014 }, true],
    ['another port', { domain: 'api.example.com', httpsPort: 443 }, true],
  ])('to paste anew: %s', (_name, before, changed) => {
    expect(domainsChanged(now, before)).toBe(changed);
  });
});
