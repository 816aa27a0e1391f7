import { registryOf } from '../../dockerfile/base-image.ts';
import type { MirrorObservation } from '../../messages/registry-mirror.ts';
import { type Text, text } from '../../messages/text.ts';
import type { ImageSources } from '../../survey/image-sources.ts';
import type { Supply } from '../../survey/runner-image.ts';

/**
 * Which way a base image takes to the server: `mirror` and `registry`: the server pulls it; `runner`: the runner sends it;
 * `doubtful`: the server pulls it, though nothing answered it and the runner cannot help.
 */
export type Way = 'mirror' | 'registry' | 'runner' | 'doubtful';

/**
 * Decides it: the server pulls where anything may have the image (what cannot be told counts as such); one that no
 * registry gave the runner is the runner's own, whatever a registry has under that name.
 */
export function wayOf(sources: ImageSources | undefined, supply: Supply | undefined, mirrorComes: boolean): Way {
  if (supply?.kind === 'has' && supply.local) return 'runner';
  if (mirrorComes || sources?.mirrors.some(mayHave)) return 'mirror';
  if (sources === undefined || mayHave(sources.registry)) return 'registry';
  return supply === undefined || supply.kind === 'none' ? 'doubtful' : 'runner';
}

/** 401 asks for a token, which Docker gets. */
function mayHave({ state, status = 200 }: MirrorObservation): boolean {
  return state === 'unclear' || (state === 'answers' && (status < 400 || status === 401));
}

/** Why the image is brought, and which way. */
export function reasonOf(way: Way, image: string, sources: ImageSources | undefined, supply: Supply | undefined): Text {
  const { en, zh } = wordsOf(way, image, sources, supply);
  return text(
    `the image is built from it, and the server does not have it; ${en}`,
    `镜像基于它构建，服务器上尚没有；${zh}`,
  );
}

function wordsOf(way: Way, image: string, sources: ImageSources | undefined, supply: Supply | undefined): Text {
  const registry = registryOf(image) ?? 'Docker Hub';
  switch (way) {
    case 'mirror': {
      const mirror = sources?.mirrors.find(mayHave)?.url;
      return mirror === undefined
        ? text('way: registry mirror', '途径：镜像加速')
        : text(`way: registry mirror ${mirror}`, `途径：镜像加速 ${mirror}`);
    }
    case 'registry':
      return text(`way: registry (${registry})`, `途径：镜像仓库（${registry}）`);
    case 'doubtful': {
      const why = supply?.kind === 'none' ? supply.why : undefined;
      return text(
        `way: registry (${registry}), though it does not give it to the server${why === undefined ? '' : `. ${why.en}`}`,
        `途径：镜像仓库（${registry}），但服务器无法从中取得${why === undefined ? '' : `。${why.zh}`}`,
      );
    }
    case 'runner':
      return supply?.kind === 'has' && supply.local
        ? text('way: runner, which has it from no registry', '途径：运行器（该镜像不来自任何镜像仓库）')
        : text(
            `way: runner, since no registry gives it to the server (${registry}: ${answerOf(sources?.registry).en})`,
            `途径：运行器，因为服务器无法从镜像仓库取得（${registry}：${answerOf(sources?.registry).zh}）`,
          );
  }
}

function answerOf(met: MirrorObservation | undefined): Text {
  if (met?.state === 'answers') return text(`status ${met.status ?? '-'}`, `状态码 ${met.status ?? '-'}`);
  return met?.state === 'silent' ? text('no answer', '无响应') : text('no connection', '无法连接');
}
