import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { RunnerStep } from '../../../../src/engine/step.ts';
import { awaitAddress } from '../../../../src/resources/dns-record/await-address.ts';
import { planDnsRecord } from '../../../../src/resources/dns-record/dns-record.ts';
import { askOverNetwork } from '../../../../src/resources/name-servers.ts';
import type { Server } from '../../../../src/server/server.ts';
import { listeningLog } from '../../engine/listening-log.ts';
import { fakeAccount, fakeClock, listed } from '../../tencent/fake-account.ts';
import { here, record, there, wanted, yonder, zone } from './zones.ts';

const answer = { domain: 'api.example.com', address: here, servers: ['ns1', 'ns2'], isAlsoGood: () => false };

/** Waits with servers that answer by the time: each line is what all give from that second on. */
async function waited(byServer: Record<string, (seconds: number) => readonly string[]>, target = answer) {
  const clock = fakeClock();
  const log = listeningLog();
  const ask = async (server: string) => byServer[server]?.(clock.now() / 1000) ?? [];
  const failed = await awaitAddress(target, ask, clock, log).catch((error) => error);
  return { failed, lines: log.lines, seconds: clock.now() / 1000 };
}

const failing = (code: string) => (): never => {
  throw Object.assign(new Error(code), { code });
};

test('one server behind: both are named, once for each change', async () => {
  const { failed, lines, seconds } = await waited({ ns1: () => [here], ns2: (at) => (at < 10 ? [there] : [here]) });
  expect(failed).toBeUndefined();
  expect(lines).toEqual([
    `info Name servers with the new address: ns1; not yet: ns2 (${there})`,
    'info All name servers answer the new address: ns1, ns2',
  ]);
  expect(seconds).toBe(12);
});

test.each([
  ['the old address', () => [there], `ns2 (${there})`],
  ['old and new', () => [here, there], `ns2 (${here}, ${there})`],
  ['nothing', () => [], 'ns2 (ENODATA)'],
  ['that there is no such name', failing('ENOTFOUND'), 'ns2 (ENOTFOUND)'],
  ['in no time', failing('ETIMEOUT'), 'ns2 (ETIMEOUT)'],
])('a server that goes on answering %s is named at the limit', async (_, ns2, words) => {
  const { failed, seconds } = await waited({ ns1: () => [here], ns2 });
  expect(failed).toMatchObject({ code: 'DNS_SERVERS_BEHIND' });
  expect(failed.text.what.en).toContain(words);
  expect(failed.text.what.en).not.toContain('ns1');
  expect(seconds).toBe(120);
});

/** The step for a name that also has records of other lines, with servers that all answer the same. */
async function boundWithLine(type: string, value: string, answered: readonly string[]) {
  const clock = fakeClock();
  const account = fakeAccount([listed({ RecordId: 1, Value: there })], clock);
  const other = record(value, { type, line: '境外', lineId: '3=0' });
  const records = [record(there), other];
  const tools = { clock, ask: async () => answered };
  const [step] = planDnsRecord(wanted([there]), zone(records), account, tools).steps;
  const failed = await (step as RunnerStep).run({} as Server, listeningLog(), () => {}).catch((error) => error);
  return { code: failed?.code, seconds: clock.now() / 1000 };
}

test.each([
  ['the line’s own address', 'A', yonder, [yonder], undefined],
  ['where the line’s alias leads', 'CNAME', 'cdn.example.net', ['198.51.100.1'], undefined],
  ['still the old address', 'A', yonder, [there], 'DNS_SERVERS_BEHIND'],
  ['still the old address, beside an alias', 'CNAME', 'cdn.example.net', [there], 'DNS_SERVERS_BEHIND'],
])(
  'where this runner is of a line with records of its own, the servers answer %s',
  async (_, type, value, all, code) => {
    const { code: found, seconds } = await boundWithLine(type, value, all);
    expect(found).toBe(code);
    expect(seconds).toBe(code === undefined ? 0 : 120);
  },
);

const addressData = (address: string) => Buffer.from(address.split('.').map(Number));
/** Strings or labels, each with its length before it. */
const counted = (parts: readonly string[]) =>
  Buffer.concat(parts.map((part) => Buffer.from([part.length, ...Buffer.from(part)])));

/** A name server on loopback that gives `data` for whatever it is asked, and the names that it was asked for. */
async function nameServer(data: readonly Buffer[]) {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (query, from) => {
    const end = query.indexOf(0, 12) + 5;
    asked.push(
      query
        .subarray(12, end - 5)
        .toString('latin1')
        .replaceAll(/[\x00-\x1f]/g, '.')
        .slice(1),
    );
    const answers = data.map((one) =>
      // The name of the question, its type, IN, 60 seconds, so many bytes.
      Buffer.concat([
        Buffer.from([0xc0, 12, ...query.subarray(end - 4, end - 2), 0, 1, 0, 0, 0, 60, 0, one.length]),
        one,
      ]),
    );
    const head = Buffer.from([...query.subarray(0, 2), 0x84, 0, 0, 1, 0, answers.length, 0, 0, 0, 0]);
    socket.send(Buffer.concat([head, query.subarray(12, end), ...answers]), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { port: socket.address().port, asked, close: () => socket.close() };
}

test('a server is asked itself, at the address that its name has', async () => {
  const server = await nameServer([here, there].map(addressData));
  try {
    expect(await askOverNetwork(server.port)('localhost', 'api.example.com', 'A')).toEqual([here, there]);
    expect(server.asked).toEqual(['api.example.com']);
  } finally {
    server.close();
  }
});

test('a server that gives no address is told by node:dns’s code', async () => {
  const server = await nameServer([]);
  try {
    await expect(askOverNetwork(server.port)('localhost', 'api.example.com', 'A')).rejects.toMatchObject({
      code: 'ENODATA',
    });
  } finally {
    server.close();
  }
});

test.each([
  ['TXT', [counted(['in ', 'chunks']), counted(['another'])], ['in chunks', 'another']],
  ['CNAME', [counted(['dcv', 'example', 'net', ''])], ['dcv.example.net']],
] as const)('a server is asked for %s', async (type, data, values) => {
  const server = await nameServer(data);
  try {
    expect(await askOverNetwork(server.port)('localhost', '_acme-challenge.api.example.com', type)).toEqual(values);
    expect(server.asked).toEqual(['_acme-challenge.api.example.com']);
  } finally {
    server.close();
  }
});
