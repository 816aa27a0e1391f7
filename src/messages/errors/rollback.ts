import { type Text, text } from '../text.ts';

/** What can be gone back to, a line each. */
function listed(kept: string): Text {
  return kept === ''
    ? text('There is no other release on the server.', '服务器上没有其他版本。')
    : text(`Releases that are kept:\n${kept}`, `保留的版本：\n${kept}`);
}

/** The container set up by hand, where it is the only thing that there was before. */
function orByHand(byHand: string): Text {
  return byHand === ''
    ? text('', '')
    : text(
        ` The container that was set up by hand before is kept, stopped, as ${byHand}.`,
        `之前手工部署的容器已停止并保留，名为 ${byHand}。`,
      );
}

/** Why a rollback does not begin. Nothing was touched. */
export const rollbackErrors = {
  RELEASE_NOT_KEPT: (p: { app: string; release: string; kept: string }) => ({
    what: text(`Release ${p.release} of ${p.app} is not on the server.`, `服务器上没有 ${p.app} 的版本 ${p.release}。`),
    why: text(
      `It was pruned (see \`keep-releases\`), never served, or is another application's. ${listed(p.kept).en}`,
      `它可能已被清理（见 \`keep-releases\`）、从未提供过服务，或属于其他应用。${listed(p.kept).zh}`,
    ),
    cure: text(
      'Set `release` to one of the releases that are kept, or leave it out for the one before the current one. To go back further, deploy the older commit.',
      '请将 `release` 设为保留的版本之一，或不填以回滚到上一个版本。要回到更早的版本，请重新部署对应的提交。',
    ),
  }),
  NO_PREVIOUS_RELEASE: (p: { app: string; serving: string; kept: string; byHand: string }) => ({
    what: text(
      `${p.app} has no release before ${p.serving} to go back to.`,
      `${p.app} 在 ${p.serving} 之前没有可回滚的版本。`,
    ),
    why: text(
      `Without \`release\`, the newest release before the one that serves is taken. ${listed(p.kept).en}${orByHand(p.byHand).en}`,
      `未给出 \`release\` 时，取当前版本之前最新的一个。${listed(p.kept).zh}${orByHand(p.byHand).zh}`,
    ),
    cure: text(
      'Set `release` to one of the releases that are kept, if there is any; otherwise deploy the older commit.',
      '如有保留的版本，请将 `release` 设为其中之一；否则请重新部署较早的提交。',
    ),
  }),
  RELEASE_INCOMPLETE: (p: { app: string; release: string; path: string }) => ({
    what: text(
      `Release ${p.release} of ${p.app} cannot serve again: ${p.path} is missing.`,
      `${p.app} 的版本 ${p.release} 无法再次提供服务：缺少 ${p.path}。`,
    ),
    why: text(
      'Somebody removed it from the folder of the release. Nothing was changed.',
      '它已从该版本的目录中被删除。尚未做任何更改。',
    ),
    cure: text(
      'Go to another release (`release`), give the variables by `env` if it is the env file that is missing, or deploy that commit again.',
      '请回滚到其他版本（`release`）；若缺少的是 env 文件，可用 `env` 给出变量；或重新部署该提交。',
    ),
  }),
  RELEASE_CONTAINER_KEPT: (p: { app: string; release: string; container: string }) => ({
    what: text(
      `Release ${p.release} of ${p.app} still has its old container ${p.container}.`,
      `${p.app} 的版本 ${p.release} 仍保留着旧容器 ${p.container}。`,
    ),
    why: text(
      'It was kept because it holds files that are nowhere else. A new container would take its place in the records. Nothing was changed.',
      '该容器中有别处没有的文件，因此被保留。新容器会取代它的记录。尚未做任何更改。',
    ),
    cure: text(
      `Save its files (\`docker cp ${p.container}:<folder> <folder>\` on the server), remove it by \`docker rm ${p.container}\`, and run the rollback again; or go to another release.`,
      `请在服务器上保存其文件（\`docker cp ${p.container}:<目录> <目录>\`），用 \`docker rm ${p.container}\` 删除后再次回滚；或回滚到其他版本。`,
    ),
  }),
  RELEASE_SERVES: (p: { app: string; release: string }) => ({
    what: text(
      `Release ${p.release} of ${p.app} serves already, with other variables than \`env\` gives.`,
      `${p.app} 当前已是版本 ${p.release}，但其变量与 \`env\` 给出的不同。`,
    ),
    why: text(
      'A rollback gives variables to the release that it goes to; it does not change those of the one that serves.',
      '回滚只为目标版本设置变量，不会更改正在运行的版本的变量。',
    ),
    cure: text(
      'To change variables, run `deploy`. To prove that the release serves, leave `env` out.',
      '要更改变量，请运行 `deploy`。若只想确认该版本正常运行，请不要给出 `env`。',
    ),
  }),
};
