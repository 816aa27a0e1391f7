import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunOptions, runAction } from '../practice/run-action.ts';
import { openWorld } from '../practice/world.ts';
import { makeBigJar } from './big-jar.ts';
import { recordOf } from './record.ts';

/** What one run of the action against a practice server came to. */
export interface MeasuredRun {
  readonly seconds: number;
  /** Exchanges over SSH; logging in is not counted. */
  readonly roundTrips: number;
  /** The most memory that node held at once. */
  readonly peakMegabytes: number;
  readonly changed: boolean;
}

/** Runs of one application, one after another, against one server. */
export interface MeasuredRuns {
  readonly planFirst: MeasuredRun;
  readonly deployFirst: MeasuredRun;
  readonly deployUnchanged: MeasuredRun;
  readonly planUnchanged: MeasuredRun;
  readonly deployNewVersion: MeasuredRun;
  readonly bigJarMegabytes: number;
  readonly planBigJar: MeasuredRun;
  readonly deployBigJar: MeasuredRun;
}

/** Notes VmHWM when node ends: it counts from the exec on, where rusage also counts what ran in the process before. */
const notePeak = `import { appendFileSync, readFileSync } from 'node:fs';
process.on('exit', () => appendFileSync(process.env.BENCH_PEAK,
  /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] + '\\n'));`;

/** Brings up a server and measures the runs. `say` hears what is under way. */
export async function measureRuns(bigJarBytes: number, say: (line: string) => void): Promise<MeasuredRuns> {
  const world = await openWorld(say);
  const place = mkdtempSync(join(tmpdir(), 'bench-runs-'));
  try {
    const server = await world.startServer({ kind: 'ready' });
    const domain = 'api.example.com';
    const pair = await world.authority.issue([domain]);
    const measure = async (title: string, command: 'deploy' | 'plan', jar: string): Promise<MeasuredRun> => {
      say(title);
      return measured(place, {
        inputs: {
          command,
          jar,
          domain,
          host: server.address,
          'host-key': server.hostKeys.map((key) => key.fingerprint).join('\n'),
          'private-key': readFileSync(server.privateKeyPath, 'utf8'),
          'certificate-chain': pair.chain,
          'certificate-key': pair.key,
          'drain-timeout': '5',
        },
        hosts: { [domain]: server.address },
        extraCa: world.authority.rootPath,
        cwd: place,
      });
    };
    const [v1, v2] = [await world.jars.backend('v1'), await world.jars.backend('v2')];
    const small = {
      planFirst: await measure('Plan of a first deploy', 'plan', v1),
      deployFirst: await measure('First deploy', 'deploy', v1),
      deployUnchanged: await measure('Deploy with no change', 'deploy', v1),
      planUnchanged: await measure('Plan with no change', 'plan', v1),
      deployNewVersion: await measure('Deploy of a new version', 'deploy', v2),
    };
    say('Making the big jar');
    const big = await makeBigJar(v1, place, bigJarBytes);
    return {
      ...small,
      bigJarMegabytes: bigJarBytes / 1e6,
      planBigJar: await measure('Plan with the big jar', 'plan', big),
      deployBigJar: await measure('Deploy of the big jar', 'deploy', big),
    };
  } finally {
    rmSync(place, { recursive: true });
    await world.close();
  }
}

async function measured(place: string, options: RunOptions): Promise<MeasuredRun> {
  const peak = join(place, 'peak');
  rmSync(peak, { force: true });
  const result = await runAction({
    ...options,
    env: { BENCH_PEAK: peak, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(notePeak)}` },
  });
  if (result.code !== 0) throw new Error(`exit code ${result.code}\n${result.log}`);
  // One line each of main and post.
  const kilobytes = readFileSync(peak, 'utf8').trim().split('\n').map(Number);
  return {
    seconds: Number(result.outputs['duration-seconds']),
    roundTrips: recordOf(result).roundTrips,
    peakMegabytes: Math.round((Math.max(...kilobytes) * 1024) / 1e5) / 10,
    changed: result.outputs.changed === 'true',
  };
}
