import { privateNames } from '../../layout/application-paths.ts';
import { quote } from '../../shell/quote.ts';
import { readStrangers, type Stranger } from '../../shell/strangers.ts';
import { type Text, text } from '../text.ts';

/** What the bash function `strangers` printed, or what was read of it. */
type Found = string | readonly Stranger[];

/** Failures of what other users of the server can change, and root would run, obey or write to. */
export const strangerErrors = {
  PROGRAM_NOT_ROOTS: (p: { program: string; found: Found }) => ({
    what: text(
      `Root would run ${p.program}, and other users can change it: ${listOf(p.found)}.`,
      `root 需要运行 ${p.program}，但其他用户可以修改它：${listOf(p.found)}。`,
    ),
    why: text(
      'Whoever can change a program, its configuration file or a folder above them decides what root does. Nothing was run or changed.',
      '能修改程序、其配置文件或上级目录的用户，就能决定 root 执行的内容。未运行也未修改任何内容。',
    ),
    cure: text(
      `If these files are as they should be, give them to root on the server, then run again: ${commandFor(p.found)}`,
      `请确认这些文件无误，在服务器上将其交给 root 后重新运行：${commandFor(p.found)}`,
    ),
  }),
  FOLDER_NOT_ROOTS: (p: { folder: string; found: Found }) => ({
    what: text(
      `Root would write to ${p.folder}, and other users can change it: ${listOf(p.found)}.`,
      `root 需要写入 ${p.folder}，但其他用户可以修改它：${listOf(p.found)}。`,
    ),
    why: text(
      'Another user could put a link or a script there, which root would follow or run. Nothing was changed.',
      '其他用户可以在其中放置链接或脚本，root 会跟随或运行它们。未修改任何内容。',
    ),
    cure: text(
      `First check what is there: another user may have placed links or scripts${namesIn(p.folder).en}. Move away what you do not recognize; do not give it to root. Then give the rest to root on the server and run again: ${commandFor(p.found)}`,
      `请先检查其中的内容：其他用户可能${namesIn(p.folder).zh}放置了链接或脚本。请将来源不明的内容移走，不要交给 root。然后在服务器上将其余内容交给 root 并重新运行：${commandFor(p.found)}`,
    ),
  }),
  FOLDER_OPEN_TO_CONTAINER: (p: { folder: string; container: string; source: string }) => ({
    what: text(
      `Root would run scripts in ${p.folder}, and the container ${p.container} can write there: it mounts ${p.source}.`,
      `root 需要运行 ${p.folder} 中的脚本，但容器 ${p.container} 可以写入该目录：它挂载了 ${p.source}。`,
    ),
    why: text(
      'A process of the container could put a script there, which root would run on the server. Nothing was run or changed.',
      '容器内的进程可以在其中放置脚本，由 root 在服务器上运行。未运行也未修改任何内容。',
    ),
    cure: text(
      `Create the container ${p.container} again without this mount, or with \`:ro\` (\`docker inspect ${p.container}\` shows how it was created; copy the files that you need with \`docker cp\`, then \`docker rm -f ${p.container}\` and \`docker run\`). A folder of data inside it, such as ${p.folder}/logs, can stay mounted. If you do not trust it, also move releases, static, current, rollback and adopted.* out of ${p.folder}; do not give them to root. Then run again.`,
      `请重新创建容器 ${p.container}，去掉该挂载，或加上 \`:ro\`（\`docker inspect ${p.container}\` 可查看创建参数；先用 \`docker cp\` 复制所需的文件，再执行 \`docker rm -f ${p.container}\` 和 \`docker run\`）。其中的数据目录（例如 ${p.folder}/logs）可以继续挂载。如果不信任该容器，还请将 releases、static、current、rollback 和 adopted.* 移出 ${p.folder}，不要直接交给 root。然后重新运行。`,
    ),
  }),
  VOLUME_NOT_ROOTS: (p: { folder: string; found: Found }) => ({
    what: text(
      `The folder ${p.folder} of \`volumes\` does not exist, and root would create it where other users can write: ${listOf(p.found)}.`,
      `\`volumes\` 中的目录 ${p.folder} 不存在，而 root 需要在其他用户可写的位置创建它：${listOf(p.found)}。`,
    ),
    why: text(
      'Another user could put a link in its place, and root would create and hand over a folder elsewhere.',
      '其他用户可以在该位置放置链接，使 root 在别处创建目录并修改其所有者。',
    ),
    cure: text(
      `Create it on the server as its owner, then run again: mkdir -p ${quote(String(p.folder))}. Or choose a folder below /docker/app.`,
      `请在服务器上以其所有者身份创建后重新运行：mkdir -p ${quote(String(p.folder))}。或改用 /docker/app 下的目录。`,
    ),
  }),
};

/** What to look for in an application's folder. */
function namesIn(folder: string): Text {
  if (!folder.startsWith('/docker/')) return text('', '');
  const names = [...new Set(privateNames.map((name) => name.replace(/\/.*/, '')))].join(', ');
  return text(` under names that the action uses (${names})`, `以本 Action 使用的名称（${names}）`);
}

/** In docs/errors.md there is none: the place of one is shown. */
function read(found: Found): readonly Stranger[] {
  const read = typeof found === 'string' ? readStrangers(found) : found;
  return read.length > 0 ? read : [{ path: '<path>', owner: '<owner>', mode: '<mode>' }];
}

function listOf(found: Found): string {
  return read(found)
    .map(({ path, owner, mode }) => `${path} (${owner}, ${mode})`)
    .join(', ');
}

function commandFor(found: Found): string {
  const paths = read(found)
    .map(({ path }) => quote(path))
    .join(' ');
  return `chown root:root ${paths} && chmod go-w ${paths}`;
}
