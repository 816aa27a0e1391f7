import { type Text, text } from '../../messages/text.ts';
import type { ExpectedResponse } from '../../nginx/expected-response.ts';
import { isUntouched } from '../../nginx/label.ts';
import { renderSite } from '../../nginx/render-site.ts';
import { servesPages } from '../../nginx/render-static.ts';
import type { Site } from '../../nginx/site.ts';
import type { Release } from '../../release/release.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';
import type { DesiredSite, OtherFile } from './desired-site.ts';
import type { FileChange } from './file-change.ts';
import { proofsOf, servedBefore } from './proofs.ts';

/** One pass of the site: what changes, and what nginx must bring after it, or again when it is undone. */
export interface Pass {
  readonly number: number;
  readonly own: FileChange;
  readonly others: readonly OtherFile[];
  readonly proofs: readonly ExpectedResponse[];
  readonly proofsOfUndo: readonly ExpectedResponse[];
}

/** One pass; or two, where the application's own port is free only after the first. */
export function passesOf(desired: DesiredSite, nginx: InstalledNginx): readonly Pass[] {
  const { release, file, others, publishesLater } = desired;
  const sites = [...(publishesLater ? [{ ...release.site, publishedAppPort: undefined }] : []), release.site];
  const passes: Pass[] = [];
  for (const site of sites) {
    const earlier = passes.at(-1);
    const content = renderSite(site, nginx.version);
    passes.push({
      number: passes.length + 1,
      own: ownChange(file, earlier === undefined ? oldFile(nginx) : earlier.own.after, content),
      others: earlier === undefined ? others : [],
      proofs: proofsOf(site, content, desired),
      proofsOfUndo: earlier === undefined ? servedBefore(nginx) : earlier.proofs,
    });
  }
  return passes;
}

/** What becomes of the application's own file. */
export function ownChange(path: string, before: Buffer | undefined, content: string): FileChange {
  return { path, before, after: Buffer.from(content, 'utf8'), ours: true };
}

/** What the file comes back to. One that keeps nginx from starting, and all its sites down, is not worth coming back. */
export function oldFile({ managedFile, state }: InstalledNginx): Buffer | undefined {
  if (managedFile === undefined || (managedFile.broken !== undefined && state === 'stopped')) return undefined;
  return Buffer.from(managedFile.text, 'utf8');
}

/** Tells the old files of one pass of one release from others that lie in the same folder. */
export function keyOf({ image, id }: Release, pass: Pick<Pass, 'number'>): string {
  return `${image}-${id}-${pass.number}`;
}

/** All files that a pass changes. */
export function changesOf({ own, others }: Pass): readonly FileChange[] {
  return [own, ...others.map(({ change }) => change)];
}

/** Why the application's file is put in place. */
export function reasonForSwap({ before, after }: FileChange, { staticSite }: Site): Text {
  if (before === undefined) return text('it is not there yet', '文件尚不存在');
  if (before.equals(after)) return text('unchanged; nginx reads it again', '内容不变；nginx 重新读取');
  if (staticSite === undefined && servesPages(before.toString('utf8')))
    return text('the static site is no longer served: this release has none', '不再提供静态站点：该发布版本没有');
  if (isUntouched(before.toString('utf8'))) return text('it differs', '内容有变化');
  return text(
    'it was edited by hand and is replaced; nginx-snippet keeps such changes',
    '文件被手工修改过，将被替换；请用 nginx-snippet 保留此类修改',
  );
}
