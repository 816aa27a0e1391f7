import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mustSucceed } from '../../engine/apply.ts';
import { applicationDirectory, incomingDirectory, incomingImage } from '../../layout/application-paths.ts';
import { failure } from '../../messages/failure.ts';
import type { Log } from '../../messages/log.ts';
import { seedMessages } from '../../messages/seed.ts';
import { prelude } from '../../server/prelude.ts';
import { factsIn, failureIn, withoutProtocol } from '../../server/script-protocol.ts';
import type { ScriptResult, Server } from '../../server/server.ts';
import { dfCommand, formatBytes, parseDf, spaceFailures } from '../../server/space.ts';
import { upload } from '../../server/upload.ts';
import { makeFolders } from '../../shell/make-folders.ts';
import { quote } from '../../shell/quote.ts';
import type { Supply } from '../../survey/runner-image.ts';
import { removeIncoming } from '../incoming.ts';
import { bytesAbove, packImage, readSaved, type SavedImage } from './archive.ts';
import { copyOnRunner, RunnerCannot, transferSeconds } from './runner-copy.ts';

/** An image that is to come from the runner, and the engine that it comes to. */
export interface Seed {
  readonly app: string;
  readonly image: string;
  /** As images name it, `amd64`. */
  readonly architecture: string;
  readonly supply: Supply;
  /** Where the server's engine keeps images, and whether in containerd's store, which takes whole images only. */
  readonly imageDirectory: string;
  readonly containerdStore: boolean;
}

/** Files that an image takes unpacked, about; a disk may have room for no more of them. */
const inodes = 5000;

/**
 * Brings an image from the runner to the server, without the layers that are there, and gives it its name where that is
 * free. Throws `RunnerCannot` where the runner has nothing to give, before the server is asked anything.
 */
export async function seed(wanted: Seed, server: Server, log: Log): Promise<void> {
  const { image, architecture, supply } = wanted;
  if (supply.kind === 'none') throw new RunnerCannot(supply.why);
  const { docker } = supply;
  const folder = await mkdtemp(join(docker.temp, 'base-image-'));
  try {
    const copy = await copyOnRunner(image, architecture, supply, log);
    const file = join(folder, 'saved.tar');
    try {
      const { code, stderr } = await docker.run(['save', '--output', file, copy.id], { seconds: transferSeconds });
      if (code !== 0) throw new RunnerCannot(seedMessages.notSaved(stderr.trim().split('\n').at(-1) ?? ''));
    } finally {
      await copy.release();
    }
    const saved = await readSaved(file, architecture);
    if (saved === undefined) throw new RunnerCannot(seedMessages.otherArchitecture(architecture));
    await send(wanted, saved, join(folder, 'packed.tar.gz'), server, log);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function send(wanted: Seed, saved: SavedImage, packed: string, server: Server, log: Log): Promise<void> {
  const look = await server.run(`${prelude}\nset -e\n${lookScript(wanted, saved)}`);
  mustSucceed('image.seed', look);
  const facts = factsIn(look.stdout);
  const found = wanted.containerdStore ? 0 : Number(facts.known);
  // A layer may be gone by the time it is needed: then all of them are sent.
  for (const known of new Set([found, 0])) {
    const source = await packImage(saved, known, packed);
    const { layers } = saved;
    log.info(seedMessages.sends(layers.length - known, layers.length, formatBytes(source.bytes)));
    const directory = incomingDirectory(wanted.app);
    const needs = [
      // The archive's files, and what is made of them.
      { path: wanted.imageDirectory, bytes: 2 * bytesAbove(saved, known), inodes: known < layers.length ? inodes : 0 },
      { path: directory, bytes: source.bytes, inodes: 2 },
    ];
    const [full] = spaceFailures(server.host, needs, parseDf(facts.df ?? ''));
    if (full !== undefined) throw full;
    const target = incomingImage(wanted.app, source.sha256);
    await upload(server, source, target, { log });
    const result = await server.run(`${prelude}\nset -e\n${loadScript(wanted, saved, target)}`, {
      stallSeconds: 1800,
    });
    if (result.code === 0) {
      log.info(
        factsIn(result.stdout).taken === 'yes' ? seedMessages.taken(wanted.image) : seedMessages.loaded(wanted.image),
      );
      return;
    }
    if (known === 0 || failureIn(result)?.code !== 'BASE_IMAGE_NOT_LOADED') throw failed(result, wanted.image);
    log.info(seedMessages.allLayers);
  }
}

function failed(result: ScriptResult, image: string): Error {
  const output = withoutProtocol(`${result.stdout}${result.stderr}`).trim();
  return (
    failureIn(result) ??
    failure('BASE_IMAGE_NOT_LOADED', { image, said: output.split('\n').at(-1) ?? '-' }, { evidence: output })
  );
}

/** How many of the image's layers, from below, the server has one above the other in some image of it; what is free. */
function lookScript({ app, imageDirectory }: Seed, { layers }: SavedImage): string {
  const incoming = incomingDirectory(app);
  return `umask 022
${makeFolders('755', applicationDirectory(app))}
umask 077
${makeFolders('700', `${applicationDirectory(app)}/releases`, incoming)}
known=$({ docker image ls -aq --no-trunc | sort -u | xargs -r docker image inspect --format '{{range .RootFS.Layers}}{{.}} {{end}}'; } 2>/dev/null |
  awk -v layers=${quote(layers.join(' '))} 'BEGIN { all = split(layers, layer, " ") }
    { for (k = 0; k < all && k < NF && $(k + 1) == layer[k + 1];) k++; if (k > most) most = k }
    END { print most + 0 }')
fact known "$known"
fact df "$(${dfCommand} ${quote(imageDirectory)} ${quote(incoming)} 2>/dev/null)"`;
}

/**
 * Takes the image in, looks whether it is the very one, and names it. A name that somebody gave meanwhile stays theirs
 * (rule *Ours*). What the engine says is in no mark.
 */
function loadScript(
  { app, image, architecture, containerdStore }: Seed,
  { id, layers }: SavedImage,
  target: string,
): string {
  const expected = `linux/${architecture} ${layers.join(' ')}`;
  const name = quote(image);
  return `before=$(docker image ls -aq --no-trunc)
failed() { failure BASE_IMAGE_NOT_LOADED image=${name} said="$1"; }
if ! said=$(docker load -q -i ${quote(target)} 2>&1); then
  # What was sent stays for the next run.
  printf '%s\\n' "$said" >&2
  case $said in *'no space left'*) failure BUILD_DISK_FULL ;; esac
  failed "$(printf '%s\\n' "$said" | tail -n 1)"
fi
rm -f ${quote(target)}
${removeIncoming(app)}
id=$(printf '%s\\n' "$said" | sed -n 's/^Loaded image ID: //p' | tail -n 1)
found=$(docker image inspect --format '{{.Os}}/{{.Architecture}}{{range .RootFS.Layers}} {{.}}{{end}}' "$id" 2>/dev/null) || true
if [ "$found" != ${quote(expected)} ]${containerdStore ? '' : ` || [ "$id" != ${id} ]`}; then
  # What was there before, or got a name meanwhile, is somebody's.
  case $before in
    *"$id"*) ;;
    *) [ "$(docker image inspect --format '{{len .RepoTags}}' "$id" 2>/dev/null)" != 0 ] || docker image rm "$id" >/dev/null 2>&1 || true ;;
  esac
  failed "$id: $found"
fi
if docker image inspect --format . ${name} >/dev/null 2>&1; then fact taken yes; else docker tag "$id" ${name}; fi`;
}
