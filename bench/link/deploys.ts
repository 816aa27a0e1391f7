import { readFileSync, statSync } from 'node:fs';
import { type RunResult, runAction } from '../../practice/run-action.ts';
import { type DeploymentRecord, recordOf } from '../record.ts';
import type { Ground } from './ground.ts';
import { hundredths, measured } from './measure.ts';
import type { Case, Cut, Deploy, Figures } from './results.ts';
import { jarOf } from './way.ts';

const domain = 'api.example.com';

/** The action, to be run through the link of a ground. */
export interface Deploys {
  /** A deploy that is measured. */
  deploy(of: Case): Promise<Deploy>;
  /** One beside the link, that the next ones come after. */
  begin(): Promise<void>;
  /** A first one of another application, whose connection is cut at the half of its jar; `whole`: bytes up without a cut. */
  cutAtHalf(whole: number): Promise<Cut>;
}

/** Runs of the committed bundle. */
export async function openDeploys(ground: Ground): Promise<Deploys> {
  const { server, link, world } = ground;
  const pair = await world.authority.issue([domain]);
  const run = (jar: string, more: Readonly<Record<string, string>> = {}): Promise<RunResult> =>
    runAction({
      inputs: {
        command: 'deploy',
        jar,
        domain,
        host: link.address,
        port: String(link.port),
        'public-ip': server.address,
        'host-key': server.hostKeys.map((key) => key.fingerprint).join('\n'),
        'private-key': readFileSync(server.privateKeyPath, 'utf8'),
        'certificate-chain': pair.chain,
        'certificate-key': pair.key,
        'drain-timeout': '5',
        ...more,
      },
      hosts: { [domain]: server.address },
      extraCa: world.authority.rootPath,
    });
  const layerBytes = async (): Promise<number> =>
    Number(await server.sh('du -sx --block-size=1 /var/lib/docker/overlay2 | cut -f1'));
  return {
    begin: async () => {
      await succeeded(run(jarOf(ground, 'first'), { host: server.address, port: '22' }));
    },
    deploy: async (of) => {
      const before = await layerBytes();
      let record: DeploymentRecord = { timings: [], roundTrips: 0 };
      const figures: Figures = await measured(link, async () => {
        // What has no change is what came last.
        const result = await succeeded(run(jarOf(ground, of === 'unchanged' ? 'rebuilt' : of)));
        record = recordOf(result);
        return Number(result.outputs['duration-seconds']);
      });
      const spent = (ids: RegExp): number =>
        hundredths(record.timings.reduce((sum, { id, seconds }) => sum + (ids.test(id) ? seconds : 0), 0));
      return {
        ...figures,
        of,
        buildAndStartSeconds: spent(/^(image\.build|container\.(start|health))$/),
        outsideSeconds: spent(/^outside/),
        roundTrips: record.roundTrips,
        imageMegabytes: hundredths(((await layerBytes()) - before) / 1e6),
      };
    },
    cutAtHalf: async (whole) => {
      const jar = jarOf(ground, 'first');
      const { size } = statSync(jar);
      link.cutAfter(size / 2);
      let ended: RunResult | undefined;
      const { seconds, connections, bytesUp } = await measured(link, async () => {
        ended = await run(jar, { app: 'cut', 'https-port': '8015' });
      });
      const resumed = ended?.code === 0;
      if (resumed && connections < 2) throw new Error('The upload was over before it was cut');
      return {
        resumed,
        errorCode: ended?.outputs['error-code'] ?? '',
        seconds,
        connections,
        againPercent: resumed ? hundredths(((bytesUp - whole) / size) * 100) : 100,
      };
    },
  };
}

async function succeeded(running: Promise<RunResult>): Promise<RunResult> {
  const result = await running;
  if (result.code !== 0) throw new Error(`exit code ${result.code}\n${result.log}`);
  return result;
}
