import type { Instance as CvmInstance } from 'tencentcloud-sdk-nodejs/tencentcloud/services/cvm/v20170312/cvm_models.js';
import type { Instance as LighthouseInstance } from 'tencentcloud-sdk-nodejs/tencentcloud/services/lighthouse/v20200324/lighthouse_models.js';
import { failure } from '../messages/failure.ts';
import { ApiFailure, isRightsRefusal } from './api-failure.ts';
import type { Instance, InstanceHints } from './instance.ts';
import type { Tencent } from './tencent.ts';

/** How many regions of a product are asked at once. */
const atOnce = 4;

type Kind = Instance['kind'];

/** An instance before it is known whether its region is in mainland China. */
type Found = Omit<Instance, 'mainland'>;

/** What one product was asked, and what came of it. */
interface Search {
  readonly kind: Kind;
  readonly regions: readonly string[];
  /** Why the product could not be asked. */
  readonly error?: unknown;
}

/**
 * Finds a server by its id or public address, in its region or in all. Throws `INSTANCE_NOT_FOUND`, and `ApiFailure` where
 * a product that may have it cannot be asked.
 */
export async function findInstance(tencent: Tencent, hints: InstanceHints): Promise<Instance> {
  // Asked for once, whoever needs it first.
  let lighthouseRegions: Promise<readonly LighthouseRegion[]> | undefined;
  const regionsOfLighthouse = () => {
    lighthouseRegions ??= readLighthouseRegions(tencent);
    return lighthouseRegions;
  };
  const regionsOf = async (kind: Kind): Promise<readonly string[]> => {
    if (hints.region !== undefined) return [hints.region];
    return kind === 'cvm' ? readCvmRegions(tencent) : (await regionsOfLighthouse()).flatMap(namesOfAvailable);
  };
  const hits: Found[] = [];
  const searches: Search[] = [];
  for (const kinds of productsOf(hints)) {
    // Whatever else fails, fails there as well.
    if (searches.some(({ error }) => error !== undefined && !isRightsRefusal(error))) break;
    searches.push(...(await Promise.all(kinds.map((kind) => search(tencent, kind, hints, regionsOf, hits)))));
    const [found] = hits;
    if (found !== undefined) return { ...found, mainland: await isMainland(found.region, regionsOfLighthouse) };
  }
  // Rights to one product suffice where it has the server; else it may be the other's.
  const broken = searches.find(({ error }, at) => error !== undefined && !isNeedless(error, at, hints));
  if (broken !== undefined) throw broken.error;
  throw failure('INSTANCE_NOT_FOUND', {
    wanted: hints.id ?? hints.address ?? '-',
    products: searches.flatMap(({ kind, error }) => (error === undefined ? [names[kind]] : [])).join(', ') || '-',
    regions: [...new Set(searches.flatMap(({ regions }) => regions))].join(', ') || '-',
  });
}

const names = { lighthouse: 'Lighthouse', cvm: 'CVM' } as const;

/**
 * The products that may have it: all of a group at once, the next group if they do not have it. The form of an id tells its
 * product, but Lighthouse servers whose ids begin with `ins-` have been seen (public reports).
 */
function productsOf({ id, address }: InstanceHints): readonly (readonly Kind[])[] {
  if (id === undefined) return address === undefined ? [] : [['lighthouse', 'cvm']];
  return id.startsWith('lhins-') ? [['lighthouse'], ['cvm']] : [['cvm'], ['lighthouse']];
}

/** Whether it is of no account that the product which an id does not point at may not be asked. */
function isNeedless(error: unknown, at: number, { id }: InstanceHints): boolean {
  return id !== undefined && at > 0 && isRightsRefusal(error);
}

/** Asks one product, as long as nothing was found, in whichever product; what it finds it adds to `hits`. */
async function search(
  tencent: Tencent,
  kind: Kind,
  hints: InstanceHints,
  regionsOf: (kind: Kind) => Promise<readonly string[]>,
  hits: Found[],
): Promise<Search> {
  let regions: readonly string[] = [];
  try {
    regions = await regionsOf(kind);
    const left = [...regions];
    const ask = async () => {
      for (let region = left.shift(); region !== undefined && hits.length === 0; region = left.shift()) {
        const found = await lookIn(tencent, kind, region, hints);
        if (found !== undefined) hits.push(found);
      }
    };
    // A region that cannot be asked keeps nobody from finding it in another one.
    const asked = await Promise.allSettled(Array.from({ length: atOnce }, ask));
    for (const one of asked) if (one.status === 'rejected') throw one.reason;
    return { kind, regions };
  } catch (error) {
    // A cancelled run asks for nothing else.
    if (!(error instanceof ApiFailure)) throw error;
    return { kind, regions, error };
  }
}

/** Looks in one region; undefined: it is not there. */
async function lookIn(tencent: Tencent, kind: Kind, region: string, hints: InstanceHints): Promise<Found | undefined> {
  const request =
    hints.id === undefined
      ? { Filters: [{ Name: 'public-ip-address', Values: [hints.address ?? ''] }] }
      : { InstanceIds: [hints.id] };
  try {
    if (kind === 'cvm') {
      const { InstanceSet = [] } = await tencent.call('cvm:DescribeInstances', request, region);
      return InstanceSet.map((one) => cvmOf(one, region))[0];
    }
    const { InstanceSet = [] } = await tencent.call('lighthouse:DescribeInstances', request, region);
    return InstanceSet.map((one) => lighthouseOf(one, region))[0];
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** Whether the API says that no such instance is there, or no such region. */
function isAbsence(error: unknown): boolean {
  if (!(error instanceof ApiFailure)) return false;
  return /^(ResourceNotFound|InvalidInstanceId|UnsupportedRegion|InvalidParameterValue\.InstanceIdMalformed)\b/.test(
    error.apiCode ?? '',
  );
}

interface LighthouseRegion {
  readonly name: string;
  readonly available: boolean;
  readonly mainland: boolean | undefined;
}

async function readLighthouseRegions(tencent: Tencent): Promise<readonly LighthouseRegion[]> {
  const { RegionSet = [] } = await tencent.call('lighthouse:DescribeRegions', null);
  return RegionSet.map(({ Region = '', RegionState, IsChinaMainland }) => ({
    name: Region,
    available: RegionState === 'AVAILABLE',
    mainland: IsChinaMainland,
  }));
}

async function readCvmRegions(tencent: Tencent): Promise<readonly string[]> {
  const { RegionSet = [] } = await tencent.call('cvm:DescribeRegions', null);
  return RegionSet.flatMap(({ Region = '', RegionState }) =>
    namesOfAvailable({ name: Region, available: RegionState === 'AVAILABLE' }),
  );
}

function namesOfAvailable({ name, available }: Pick<LighthouseRegion, 'name' | 'available'>): readonly string[] {
  return available && name !== '' ? [name] : [];
}

/** CVM's own list does not tell; a region has one name in both. */
async function isMainland(
  region: string,
  regionsOfLighthouse: () => Promise<readonly LighthouseRegion[]>,
): Promise<boolean | undefined> {
  try {
    return (await regionsOfLighthouse()).find(({ name }) => name === region)?.mainland;
  } catch (error) {
    if (isRightsRefusal(error)) return undefined;
    throw error;
  }
}

function lighthouseOf(found: LighthouseInstance, region: string): Found {
  const restriction = found.InstanceRestrictState ?? 'NORMAL';
  const isolated = timeOf(found.IsolatedTime) === undefined ? undefined : 'ISOLATED';
  return {
    kind: 'lighthouse',
    id: found.InstanceId ?? '',
    region,
    name: found.InstanceName ?? '',
    state: found.InstanceState ?? '',
    restricted: restriction === 'NORMAL' ? isolated : restriction,
    expires: timeOf(found.ExpiredTime),
    renewsItself: found.RenewFlag === 'NOTIFY_AND_AUTO_RENEW',
    publicAddresses: found.PublicAddresses ?? [],
    securityGroups: [],
  };
}

function cvmOf(found: CvmInstance, region: string): Found {
  const restriction = found.RestrictState ?? 'NORMAL';
  return {
    kind: 'cvm',
    id: found.InstanceId ?? '',
    region,
    name: found.InstanceName ?? '',
    state: found.InstanceState ?? '',
    restricted: restriction === 'NORMAL' ? undefined : restriction,
    expires: timeOf(found.ExpiredTime),
    renewsItself: found.RenewFlag === 'NOTIFY_AND_AUTO_RENEW',
    publicAddresses: found.PublicIpAddresses ?? [],
    securityGroups: found.SecurityGroupIds ?? [],
  };
}

/** `2026-12-01T00:00:00Z`; undefined: null or no time (`0000-00-00T00:00:00Z`). */
function timeOf(written: string | null | undefined): Date | undefined {
  const time = new Date(written || Number.NaN);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
