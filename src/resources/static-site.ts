import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';
import { mustSucceed } from '../engine/apply.ts';
import type { Step } from '../engine/step.ts';
import { applicationDirectory, staticDirectory, staticRoot } from '../layout/application-paths.ts';
import { failure } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import { text } from '../messages/text.ts';
import { makeOurs, ourFolders } from '../release/marker.ts';
import type { Release } from '../release/release.ts';
import { prelude } from '../server/prelude.ts';
import { progress } from '../server/progress.ts';
import { formatBytes } from '../server/space.ts';
import { makeFolders } from '../shell/make-folders.ts';
import { quote } from '../shell/quote.ts';
import type { StaticFolder } from '../survey/releases.ts';

/** The files of a site, by their path in it, and where they lie on the runner. */
export interface SiteFiles {
  readonly files: readonly {
    readonly path: string;
    readonly source: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
  readonly bytes: number;
  readonly sha256: string;
  /** Path of the URL, `/` at both ends. */
  readonly path: string;
}

/** The step that brings the files of a site to the server; none where they are there. */
export function planStaticFiles(
  app: string,
  site: SiteFiles | undefined,
  there: readonly StaticFolder[],
): readonly Step[] {
  if (site === undefined || there.some(({ sha256 }) => sha256 === site.sha256)) return [];
  const folder = staticDirectory(app, site.sha256);
  const incoming = `${staticDirectory(app)}/.${site.sha256}.new`;
  return [
    {
      kind: 'runner',
      phase: 'prepare',
      id: 'static-site.publish',
      title: text(`Bring the static site (${site.files.length} files)`, `上传静态站点（${site.files.length} 个文件）`),
      reason: text('the server does not have these files', '服务器上没有这些文件'),
      diff: `+ ${folder} (${site.files.length} files, ${formatBytes(site.bytes)})`,
      run: async (server, log) => {
        const result = await server.run(`${prelude}\nset -e\n${receiveScript(app, site, folder, incoming)}`, {
          stdin: archive(site, log),
        });
        mustSucceed('static-site.publish', result);
      },
      undo: `${ourFolders(app)}
remove_ours ${quote(folder)}
remove_ours ${quote(incoming)} ${site.sha256}
rmdir ${quote(staticDirectory(app))} 2>/dev/null || true`,
    },
  ];
}

/**
 * Bash that unpacks its standard input beside the site's folder, then renames it: whoever sees the folder sees all of it.
 * Every file bears the time of now: nginx makes its ETag of time and size, and two versions may agree in the latter.
 */
function receiveScript(app: string, { path, sha256 }: SiteFiles, folder: string, incoming: string): string {
  const files = quote(`${incoming}/files${path}`);
  return `umask 022
${makeFolders('755', applicationDirectory(app), staticDirectory(app))}
closed=
# By the path that nginx opens, and by the one that links on it lead to.
for parent in ${quote(staticDirectory(app))} "$(readlink -f ${quote(staticDirectory(app))})"; do
  while [ "$parent" != / ]; do
    case $(stat -L -c %A "$parent") in *[xt]) ;; *) closed=$parent$'\\n'$closed ;; esac
    parent=$(dirname "$parent")
  done
done
[ -z "$closed" ] || failure STATIC_SITE_CLOSED folders="$closed"
# What runs that were cut short left.
${ourFolders(app)}
for left in ${quote(staticDirectory(app))}/.*.new; do
  name=\${left##*/.}; remove_ours "$left" "\${name%.new}"
done
${makeOurs(incoming, app, '755', sha256)}
mkdir -p ${files}
tar -x -m -C ${files} --no-same-owner --no-same-permissions
chmod -R u=rwX,go=rX ${quote(`${incoming}/files`)}
sync -f ${quote(incoming)} 2>/dev/null || sync
mv -T ${quote(incoming)} ${quote(folder)}
flush ${quote(staticDirectory(app))}`;
}

/** The files as one tar stream, read as it is sent: memory stays small whatever the site's size. */
function archive(site: SiteFiles, log: Log): Readable {
  const out = Readable.from(archiving(site, log), { objectMode: false });
  // Who reads is told by what it throws, nobody else need be.
  return out.on('error', () => {});
}

async function* archiving(site: SiteFiles, log: Log): AsyncGenerator<Buffer> {
  const stream = pack();
  const added = addFiles(stream, site, log);
  added.catch((error: Error) => stream.destroy(error));
  try {
    yield* stream as AsyncIterable<Buffer>;
  } finally {
    // Ended by a file that changed: which one it was is told here.
    await added;
  }
}

async function addFiles(stream: Pack, site: SiteFiles, log: Log): Promise<void> {
  const line = progress(Math.max(site.bytes, 1), 0, performance.now());
  let sent = 0;
  for (const { path, source, bytes, sha256 } of site.files) {
    const hash = createHash('sha256');
    const watch = new Transform({
      transform: (chunk: Buffer, _, done) => {
        hash.update(chunk);
        sent += chunk.length;
        const told = line.at(sent, performance.now());
        if (told !== undefined) log.info(told);
        done(null, chunk);
      },
    });
    try {
      await pipeline(createReadStream(source), watch, stream.entry({ name: path, mode: 0o644, size: bytes }));
    } catch (error) {
      throw failure('STATIC_SITE_CHANGED', { path }, { cause: error });
    }
    if (hash.digest('hex') !== sha256) throw failure('STATIC_SITE_CHANGED', { path });
  }
  stream.finalize();
}

/**
 * The step that removes the files of sites that no release names any more: neither `release`, as it is recorded anew, nor
 * one that is kept. `removed` are the releases that go in this run.
 */
export function planStaticPrune(
  release: Release,
  there: readonly StaticFolder[],
  removed: readonly string[],
): readonly Step[] {
  const { root } = release.site.staticSite ?? {};
  const old = there
    .filter(({ sha256 }) => staticRoot(release.app, sha256) !== root)
    .filter(({ releases }) => releases.every((id) => id === release.id || removed.includes(id)))
    .map(({ sha256 }) => staticDirectory(release.app, sha256));
  if (old.length === 0) return [];
  return [
    {
      kind: 'switch',
      phase: 'switch',
      pass: 1,
      stage: 'prune',
      id: 'static-site.prune',
      title: text(`Remove the files of ${old.length} old site(s)`, `删除 ${old.length} 个旧站点的文件`),
      reason: text('no release that is kept names them', '保留的发布版本都不再使用'),
      diff: old.map((folder) => `- ${folder}`).join('\n'),
      script: [ourFolders(release.app), ...old.map((folder) => `remove_ours ${quote(folder)}`)].join('\n'),
    },
  ];
}
