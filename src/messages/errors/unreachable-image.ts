import { isDead, type MirrorObservation, tencentMirror } from '../registry-mirror.ts';
import { type Text, text } from '../text.ts';

/** What is known of a base image that could not be pulled: the mirrors of Docker Hub as they were met. */
export interface UnreachableImage {
  readonly image: string;
  readonly said: string;
  /** The registry that the image's name names; undefined: Docker Hub. */
  readonly registry: string | undefined;
  /** Whether the server is in Tencent's network. */
  readonly tencent: boolean;
  /** As they were met; a word where the documents name the parameter. */
  readonly mirrors: string | readonly MirrorObservation[];
  /** Mirrors of daemon.json that the engine has not loaded. */
  readonly unloaded: string | readonly string[];
  /** Why the runner cannot send it; undefined: it was not asked. */
  readonly runner: string | Text | undefined;
}

/** Why the image could not be had, each mirror with how long it hung or what it answered. */
export function whyUnreachable(image: UnreachableImage): Text {
  const [server, runner] = [whyOfServer(image), whyNotRunner(image.runner)];
  return text(`${server.en}${runner.en}`, `${server.zh}${runner.zh}`);
}

/** A sentence that follows another one: why the runner cannot send the image; empty where it was not asked. */
export function whyNotRunner(runner: string | Text | undefined): Text {
  if (runner === undefined) return text('', '');
  return typeof runner === 'string'
    ? text(' The message also says why the runner cannot send it.', '错误信息还会说明运行器为何无法发送该镜像。')
    : text(` ${runner.en}`, `另外，${runner.zh}`);
}

function whyOfServer({ registry, mirrors }: UnreachableImage): Text {
  if (typeof mirrors === 'string') {
    return text(
      'The server cannot reach the registry. The message names each registry mirror and for how long it did not answer. Docker Hub is hardly reachable from China.',
      '服务器无法访问镜像仓库。错误信息会列出每个镜像加速及其无响应的时长。国内几乎无法访问 Docker Hub。',
    );
  }
  if (registry !== undefined) {
    return text(`The server cannot reach the registry ${registry}.`, `服务器无法访问镜像仓库 ${registry}。`);
  }
  const met = mirrors.filter((mirror) => mirror.state !== 'unclear' || isDead(mirror)).map(wordsOf);
  return text(
    [...met.map(({ en }) => en), 'The server cannot reach Docker Hub, as most servers in China.'].join(' '),
    [...met.map(({ zh }) => zh), '服务器无法访问 Docker Hub（国内多数服务器如此）。'].join(''),
  );
}

function wordsOf(mirror: MirrorObservation): Text {
  const { url, state, status, seconds } = mirror;
  if (!isDead(mirror)) {
    return text(
      `The registry mirror ${url} answered ${status ?? '-'}, but did not send the image.`,
      `镜像加速 ${url} 返回 ${status ?? '-'}，但未提供该镜像。`,
    );
  }
  if (state === 'unreachable' && seconds === undefined) {
    return text(`The registry mirror ${url} accepts no connection.`, `镜像加速 ${url} 无法连接。`);
  }
  return seconds === undefined
    ? text(`The registry mirror ${url} did not answer.`, `镜像加速 ${url} 无响应。`)
    : text(`The registry mirror ${url} did not answer for ${seconds} s.`, `镜像加速 ${url} 在 ${seconds} 秒内无响应。`);
}

/** What to do, in this order; what the server has already is not advised. */
export function curesOfUnreachable(image: UnreachableImage): Text {
  const steps = [...sourceOf(image), otherImage, fromRunner, byHand(image.image)];
  return text(
    steps.map(({ en }, at) => `${at + 1}. ${en}`).join(' '),
    steps.map(({ zh }, at) => `${at + 1}. ${zh}`).join(''),
  );
}

/** What makes the source that was asked answer, or adds one. */
function sourceOf({ registry, mirrors, tencent, unloaded }: UnreachableImage): readonly Text[] {
  if (typeof mirrors === 'string' || typeof unloaded === 'string') return [replaceMirrors('MIRROR'), addMirror];
  if (registry !== undefined) {
    return [
      text(
        `Check the address of the registry and that the server reaches it: \`curl -v https://${registry}/v2/\` on the server.`,
        `请检查仓库地址，以及服务器能否访问：在服务器上执行 \`curl -v https://${registry}/v2/\`。`,
      ),
    ];
  }
  const dead = mirrors.filter(isDead).map(({ url }) => url);
  const known = [...mirrors.map(({ url }) => url), ...unloaded].includes(tencentMirror);
  return [
    ...(unloaded.length === 0
      ? []
      : [
          text(
            `Run \`systemctl reload docker\` on the server: /etc/docker/daemon.json names ${unloaded.join(', ')}, and Docker has not loaded it yet.`,
            `在服务器上执行 \`systemctl reload docker\`：/etc/docker/daemon.json 中已有 ${unloaded.join('、')}，但 Docker 尚未加载。`,
          ),
        ]),
    ...(dead.length === 0 ? [] : [replaceMirrors(dead.join(', '))]),
    ...(tencent && !known
      ? [
          text(
            `Add ${tencentMirror} to \`registry-mirrors\` in /etc/docker/daemon.json, then run \`systemctl reload docker\`.`,
            `在 /etc/docker/daemon.json 的 \`registry-mirrors\` 中添加 ${tencentMirror}，然后执行 \`systemctl reload docker\`。`,
          ),
        ]
      : []),
    ...(mirrors.length === 0 && unloaded.length === 0 && !tencent ? [addMirror] : []),
  ];
}

function replaceMirrors(dead: string): Text {
  return text(
    `In /etc/docker/daemon.json, replace ${dead} in \`registry-mirrors\` by a registry mirror that answers, then run \`systemctl reload docker\`.`,
    `在 /etc/docker/daemon.json 的 \`registry-mirrors\` 中将 ${dead} 替换为可用的镜像加速，然后执行 \`systemctl reload docker\`。`,
  );
}

const addMirror = text(
  'If there is no registry mirror, add one to /etc/docker/daemon.json (`{"registry-mirrors": ["https://MIRROR"]}`; the console of your cloud provider names it, on Tencent Cloud https://mirror.ccs.tencentyun.com), then run `systemctl reload docker`.',
  '如未配置镜像加速，请在 /etc/docker/daemon.json 中添加（`{"registry-mirrors": ["https://镜像加速地址"]}`，地址见云厂商控制台，腾讯云为 https://mirror.ccs.tencentyun.com），然后执行 `systemctl reload docker`。',
);

const otherImage = text(
  'Set `base-image`, or FROM in the Dockerfile, to an image in a registry that the server reaches.',
  '将 `base-image` 或 Dockerfile 的 FROM 设为服务器可访问仓库中的镜像。',
);

/** What makes the action bring an image itself. */
export const fromRunner = text(
  'Run the job on a runner that has Docker and either reaches the registry (`ubuntu-latest` does) or has built the image in an earlier step: the action then sends the image over the SSH connection.',
  '让任务在装有 Docker 的运行器上运行，且该运行器能访问镜像仓库（如 `ubuntu-latest`）或已在之前的步骤中构建该镜像：本 Action 会通过 SSH 连接把镜像发送到服务器。',
);

function byHand(image: string): Text {
  return text(
    `Or bring it by hand once, from a machine that has Docker and reaches the registry: docker pull ${image} && docker save ${image} | ssh root@SERVER docker load`,
    `或在能访问仓库且装有 Docker 的机器上手动导入一次：docker pull ${image} && docker save ${image} | ssh root@服务器 docker load`,
  );
}
