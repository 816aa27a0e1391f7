import type { Fragment } from '../../engine/step.ts';
import { layerFunctions } from '../../fragments/layer-script.ts';
import { baselineFile, containerFile } from '../../layout/release-paths.ts';
import { text } from '../../messages/text.ts';
import type { Release } from '../../release/release.ts';
import { quote } from '../../shell/quote.ts';

/**
 * Notes which files the new container has in its own layer, right before it serves: what comes later was written for
 * somebody. It never fails: without the list, all files count.
 */
export function noteFiles(release: Release): Fragment {
  const file = baselineFile(release);
  return {
    id: 'container.baseline',
    title: text('List the files that the start wrote', '记录启动时写入的文件'),
    reason: text(
      'files that come later are kept, or a deploy stops and names them',
      '之后写入的文件会被保留，否则部署会中止并列出它们',
    ),
    script: `umask 077
${layerFunctions}
id=$(cat ${quote(containerFile(release))})
if open_layer "$id"; then
  { printf '%s\\0' "$id"; layer_changes | worth_keeping | layer_times; } >${quote(`${file}.new`)} &&
    put_in_place ${quote(`${file}.new`)} ${quote(file)} || true
fi`,
  };
}
