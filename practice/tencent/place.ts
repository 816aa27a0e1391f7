import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, run } from '../command.ts';
import { folder, home } from '../home.ts';
import { addressAt, addressRanges, device } from '../network.ts';
import { unfilterServer } from '../packet-filter.ts';
import { alive, end, exclusively, processOf } from '../processes.ts';
import { until } from '../waiting.ts';

/** A pair of addresses of practice's network that an account has for itself, and a folder for its files. */
export interface Place {
  readonly folder: string;
  /** Of the API and of the first name server. */
  readonly address: string;
  /** Of the second name server. */
  readonly second: string;
  /** Notes that a server's packet filter is the account's, so that it is found again. */
  noteFilter(address: string): void;
  /** Ends the account's processes and takes addresses, filters and files away. */
  free(): Promise<void>;
}

const own = addressRanges.accounts;

/** More than test files that run at a time have, some of which open a second account: none waits for another's end. */
const pairs = Array.from({ length: (own.end - own.first) / 2 }, (_, index) => own.first + 2 * index);

const placeOf = (number: number): string => join(home, 'tencent', String(number));

/** Waits for a free pair of addresses, and takes it. */
export async function takePlace(): Promise<Place> {
  const number = await until('addresses for an account of Tencent Cloud', 900, () =>
    exclusively('tencent', async () => {
      await freeAbandoned();
      const found = pairs.find((one) => !existsSync(placeOf(one)));
      if (found === undefined) return undefined;
      writeFileSync(join(folder('tencent', String(found)), 'owner'), String(process.pid));
      return found;
    }),
  );
  const place = placeOf(number);
  const filters = new Set<string>();
  let freed = false;
  const taken: Place = {
    folder: place,
    address: addressAt(number),
    second: addressAt(number + 1),
    noteFilter: (address) => {
      filters.add(address);
      writeFileSync(join(place, 'filters'), [...filters].join('\n'));
    },
    free: async () => {
      // Once: it may be somebody else's by now.
      if (freed) return;
      freed = true;
      await exclusively('tencent', () => free(number));
    },
  };
  try {
    for (const address of [taken.address, taken.second]) {
      await run(['ip', 'address', 'replace', `${address}/32`, 'dev', device]);
    }
    return taken;
  } catch (error) {
    await taken.free();
    throw error;
  }
}

async function free(number: number): Promise<void> {
  const place = placeOf(number);
  for (const name of readdirSync(place)) {
    const pid = name.endsWith('.pid') ? processOf(join(place, name), place) : undefined;
    if (pid !== undefined) await end(pid, 5);
  }
  const filters = join(place, 'filters');
  if (existsSync(filters))
    for (const address of readFileSync(filters, 'utf8').split('\n')) await unfilterServer(address);
  for (const one of [number, number + 1])
    await attempt(['ip', 'address', 'delete', `${addressAt(one)}/32`, 'dev', device]);
  rmSync(place, { recursive: true, force: true });
}

async function freeAbandoned(): Promise<void> {
  for (const number of pairs.filter((one) => existsSync(placeOf(one)))) {
    const owner = join(placeOf(number), 'owner');
    if (!existsSync(owner) || !alive(Number(readFileSync(owner, 'utf8')))) await free(number);
  }
}

/** Takes away what accounts left whose process died without closing them. */
export function freeAbandonedPlaces(): Promise<void> {
  return exclusively('tencent', freeAbandoned);
}
