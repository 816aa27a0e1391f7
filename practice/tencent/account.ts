/**
 * One account of Tencent Cloud, real in its effects: an API at the real host names, a zone that lies in two name servers,
 * and a packet filter in front of practice servers that are instances of it.
 *
 *   const account = await openAccount(world, { zones: [{ name: 'example.com' }] });
 *   const instance = await account.addInstance({ server, kind: 'lighthouse' });
 *   await runAction({ inputs: { ...account.inputs, ... }, ...account.runOptions });
 *   account.journal.writes();
 *   await account.close();
 */
import { type Pebble, type PebbleOptions, startPebble } from '../acme/pebble.ts';
import { unfilterServer } from '../packet-filter.ts';
import { require } from '../requirements.ts';
import type { World } from '../world.ts';
import { type ApiServer, startApiServer } from './api-server.ts';
import { type Cam, openCam } from './cam.ts';
import { type AccountCertificates, openCertificates } from './certificates/account-certificates.ts';
import { type RunningAuthority, startAuthority } from './certificates/authority.ts';
import { lookUpAt } from './certificates/validation.ts';
import { cvm } from './cvm.ts';
import { dnspod } from './dnspod.ts';
import { domain } from './domain.ts';
import { type Faults, openFaults } from './faults.ts';
import { openIssuer } from './identity.ts';
import { type InstanceOptions, openInstances } from './instance-options.ts';
import type { AccountInstance, Firewall } from './instances.ts';
import { type Journal, openJournal } from './journal.ts';
import { lighthouse } from './lighthouse.ts';
import { type NameServer, type OwnNameServer, type RecordSet, startNameServer } from './name-server.ts';
import { apiHosts, type Site, suffixes, tokenHost } from './names.ts';
import { takePlace } from './place.ts';
import { type ProxyServer, startProxy } from './proxy.ts';
import { ssl } from './ssl.ts';
import { vpc } from './vpc.ts';
import { type AccountZone, openZone, type ZoneOptions } from './zone.ts';
import { recordSets } from './zone-records.ts';

/** What an account is at first. */
export interface AccountOptions {
  /** Default: none. */
  readonly zones?: readonly ZoneOptions[];
  /** Default `china`. */
  readonly site?: Site;
}

/** An account of Tencent Cloud. */
export interface Account {
  /** The address of its API and of its first name server. */
  readonly address: string;
  /** Inputs of the action: its lasting key (and the suffix of the international site). */
  readonly inputs: Readonly<Record<string, string>>;
  /** Inputs and variables of a job that GitHub vouches for, in place of the key. */
  readonly oidc: { readonly inputs: Readonly<Record<string, string>>; readonly env: Readonly<Record<string, string>> };
  /** Options of `runAction`: host names of the API and of the name servers, and by whom the run resolves all others. */
  readonly runOptions: {
    readonly hosts: Readonly<Record<string, string>>;
    readonly nameServer: string;
    readonly extraCa: string;
  };
  readonly zones: readonly AccountZone[];
  /** The zone of a name. Throws an Error where it has none. */
  zone(name: string): AccountZone;
  readonly nameServers: readonly [NameServer, NameServer];
  /** Makes a practice server an instance: from now on its rules decide what reaches it from this machine. */
  addInstance(options: InstanceOptions): Promise<AccountInstance>;
  readonly instances: readonly AccountInstance[];
  /** A security group of a CVM instance, or the firewall of a Lighthouse instance, by its id. */
  firewall(id: string): Firewall;
  readonly cam: Cam;
  /** Its certificates, and how those are issued. */
  readonly ssl: AccountCertificates;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly api: ApiServer;
  /** Starts a proxy that tunnels to the account's hosts, and to nothing else; `close` of the account ends it. */
  openProxy(): Promise<ProxyServer>;
  /** Starts an ACME authority that looks at the account's zones; `close` of the account ends it. */
  openAcme(options?: PebbleOptions): Promise<Pebble>;
  /** Lists give no more items on one page than `atMost`, whatever they are asked for; may be set. */
  readonly lists: { atMost: number };
  /** By how many seconds its clock is ahead of the true time; may be set. */
  readonly clock: { ahead: number };
  /** Takes everything away. Throws an Error where the stand-in itself was wrong meanwhile. */
  close(): Promise<void>;
}

const serverNames = ['f1g1ns1.dnspod.net', 'f1g1ns2.dnspod.net'] as const;

/** Opens an account: its API and its name servers are up when this returns. */
export async function openAccount(world: World, options: AccountOptions = {}): Promise<Account> {
  const { site = 'china' } = options;
  await require(['ip', 'iptables', 'iptables-restore', 'knotc', 'knotd'], world.say);
  const place = await takePlace();
  const complaints: Error[] = [];
  const proxies: ProxyServer[] = [];
  let authority: RunningAuthority | undefined;
  let api: Awaited<ReturnType<typeof startApiServer>> | undefined;
  const instances = openInstances(place);
  const close = async (): Promise<void> => {
    await api?.close();
    await authority?.stop();
    for (const proxy of proxies) await proxy.close();
    for (const address of instances.filtered) await unfilterServer(address);
    await place.free();
    if (complaints.length > 0) throw new AggregateError(complaints, 'The stand-in for Tencent Cloud was wrong');
  };
  try {
    const time = { ahead: 0 };
    const lists = { atMost: Number.POSITIVE_INFINITY };
    const clock = (): Date => new Date(Date.now() + time.ahead * 1000);
    const addresses = [place.address, place.second] as const;
    const servers: OwnNameServer[] = [];
    const zones = (options.zones ?? []).map((one) => {
      const publish = async (): Promise<void> => {
        await Promise.all(servers.map((server) => server.publish(one.name, recordSets(zone))));
      };
      const zone = openZone(one, serverNames, { site, clock, publish });
      return zone;
    });
    const [first, second] = await startNameServers(place.folder, addresses, zones);
    servers.push(first, second);
    const lookUp = lookUpAt(addresses);
    const certificates = openCertificates({ authority: world.authority, zones, lookUp, clock });
    authority = startAuthority(certificates, (error) => complaints.push(error));
    const { faults, take, checkThrottle } = openFaults();
    const { journal, note } = openJournal();
    const issuer = openIssuer();
    const { cam, lasting, handlers, keyOf } = openCam(issuer, clock);
    const hosts = Object.fromEntries([
      ...[...Object.values(suffixes).flatMap(apiHosts), tokenHost].map((name) => [name, place.address]),
      ...serverNames.map((name, index) => [name, addresses[index]]),
    ]);
    const account: Account = {
      address: place.address,
      inputs: {
        'tencent-secret-id': lasting.secretId,
        'tencent-secret-key': lasting.secretKey,
        ...(site === 'china' ? {} : { 'tencent-endpoint': suffixes[site] }),
      },
      oidc: {
        inputs: {
          'tencent-role-arn': cam.roleArn,
          'tencent-oidc-provider': cam.provider,
          ...(site === 'china' ? {} : { 'tencent-endpoint': suffixes[site] }),
        },
        env: {
          ACTIONS_ID_TOKEN_REQUEST_URL: `https://${tokenHost}/idtoken?api-version=2.0`,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: issuer.requestToken,
        },
      },
      runOptions: { hosts, nameServer: place.address, extraCa: world.authority.rootPath },
      zones,
      zone: (name) =>
        mustFind(
          `zone ${name}`,
          zones.find((zone) => zone.name === name),
        ),
      nameServers: [first, second],
      addInstance: (more) => instances.add(more),
      instances: instances.all,
      firewall: (id) =>
        mustFind(
          `firewall ${id}`,
          instances.all.flatMap(({ firewalls }) => firewalls).find((one) => one.id === id),
        ),
      cam,
      ssl: certificates,
      faults,
      journal,
      api: { refuse: async () => api?.refuse(), accept: async () => api?.accept() },
      openProxy: async () => {
        const proxy = await startProxy(world.network.gateway, hosts);
        proxies.push(proxy);
        return proxy;
      },
      openAcme: (more) => startPebble(world, { place: place.folder, address: place.address }, more),
      lists,
      clock: time,
      close,
    };
    api = await startApiServer(
      {
        site,
        cam,
        keyOf,
        clock,
        lists,
        checkThrottle,
        issuer,
        take,
        note,
        complain: (error) => complaints.push(error),
        handlers: {
          ...dnspod(zones, site),
          ...domain(zones),
          ...lighthouse(instances.all),
          ...cvm(instances.all),
          ...vpc(instances.all),
          ...ssl(certificates),
          ...handlers,
        },
      },
      {
        address: place.address,
        gateway: world.network.gateway,
        issued: await world.authority.issue(Object.keys(hosts)),
      },
    );
    return account;
  } catch (error) {
    await close();
    throw error;
  }
}

function mustFind<T>(what: string, found: T | undefined): T {
  if (found === undefined) throw new Error(`The account has no ${what}`);
  return found;
}

/** Two name servers that have the zones, and the zone in which they are named themselves. */
async function startNameServers(
  place: string,
  addresses: readonly [string, string],
  zones: readonly AccountZone[],
): Promise<readonly [OwnNameServer, OwnNameServer]> {
  const own = 'dnspod.net';
  const named = [
    { owner: `${own}.`, type: 'NS', ttl: 86_400, data: serverNames.map((name) => `${name}.`) },
    ...serverNames.map((name, index) => ({ owner: `${name}.`, type: 'A', ttl: 600, data: [addresses[index] ?? ''] })),
  ];
  const all = new Map<string, readonly RecordSet[]>([
    [own, named],
    ...zones.map((zone) => [zone.name, recordSets(zone)] as const),
  ]);
  const start = (index: 0 | 1): Promise<OwnNameServer> =>
    startNameServer(place, { name: serverNames[index], address: addresses[index], names: serverNames }, all);
  return Promise.all([start(0), start(1)]);
}
