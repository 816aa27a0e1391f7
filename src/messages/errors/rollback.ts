import { type Text, text } from '../text.ts';

/** How one of the releases that are kept is chosen: `kept` has a line for each, its id first; empty: there is none. */
function chooseOf(kept: string): Text {
  const [first = ''] = String(kept).split(/\s/);
  return kept === ''
    ? text(
        'The server has no release to roll back to. Deploy the commit that you want to be live.',
        '服务器上没有可回滚的发布版本。请重新部署所需的提交。',
      )
    : text(
        `1. Choose one of the releases on the server:\n${kept}\n2. Run \`rollback\` with its id, such as \`release: ${first}\`.\n3. If the one you need is not listed, deploy its commit again.`,
        `1. 从服务器上的发布版本中选择一个：\n${kept}\n2. 用其编号运行 \`rollback\`，例如 \`release: ${first}\`。\n3. 如果所需的发布版本不在其中，请重新部署对应的提交。`,
      );
}

/** The other way, where something else helps as well; empty where no release is kept. */
export function orRollBackTo(kept: string): Text {
  return kept === ''
    ? text('', '')
    : text(
        ` To roll back without it, set \`release\` to one of these:\n${kept}`,
        `如需不经部署直接回滚，请将 \`release\` 设为以下之一：\n${kept}`,
      );
}

/** The existing container that was taken over, where it is the only thing that there was before. */
function orByHand(byHand: string): Text {
  return byHand === ''
    ? text('', '')
    : text(
        ` The container that was taken over is kept, stopped, as ${byHand}.`,
        `被接管的旧容器已停止并保留，名为 ${byHand}。`,
      );
}

/** Why a rollback does not begin. Nothing was touched. */
export const rollbackErrors = {
  RELEASE_NOT_KEPT: (p: { app: string; release: string; kept: string }) => ({
    what: text(
      `Release ${p.release} of ${p.app} is not on the server.`,
      `服务器上没有 ${p.app} 的发布版本 ${p.release}。`,
    ),
    why: text(
      'It was pruned (see `keep-releases`), was never live, or belongs to another application.',
      '它可能已被清理（见 `keep-releases`）、从未上线，或属于其他应用。',
    ),
    cure: chooseOf(p.kept),
  }),
  NO_PREVIOUS_RELEASE: (p: { app: string; serving: string; kept: string; byHand: string }) => ({
    what: text(
      `${p.app} has no release before ${p.serving}, which is live.`,
      `${p.app} 在当前发布版本 ${p.serving} 之前没有其他发布版本。`,
    ),
    why: text(
      `Without \`release\`, \`rollback\` goes to the newest release before the live one.${orByHand(p.byHand).en}`,
      `未给出 \`release\` 时，\`rollback\` 回滚到当前发布版本之前最新的一个。${orByHand(p.byHand).zh}`,
    ),
    cure: chooseOf(p.kept),
  }),
  LIVE_RELEASE_CHANGED: (p: { app: string; seen: string; live: string; kept: string }) => ({
    what: text(
      `When this rollback of ${p.app} began, ${p.seen} was live; now it is ${p.live}.`,
      `本次回滚 ${p.app} 开始时，当前发布版本为 ${p.seen}，现在为 ${p.live}。`,
    ),
    why: text(
      'Another run changed the live release while this one waited. Without `release`, this rollback would go to the release before the new one, which may not be the one you meant. It did not start.',
      '本次运行排队期间，另一次运行切换了发布版本。未给出 `release` 时，将回滚到新发布版本的上一个，这未必是你想要的，因此没有开始回滚。',
    ),
    cure: chooseOf(p.kept),
  }),
  /** `part`: what is missing; `kept`: the other releases. */
  RELEASE_INCOMPLETE: (p: { app: string; release: string; path: string; part: string; kept: string }) => ({
    what: text(
      `Release ${p.release} of ${p.app} cannot be live again: ${p.path} is missing.`,
      `${p.app} 的发布版本 ${p.release} 无法再次上线：缺少 ${p.path}。`,
    ),
    why: text('Somebody removed it from the server. Nothing was changed.', '它已从服务器上被删除。未做任何修改。'),
    cure:
      p.part === 'env'
        ? text(
            `Set \`env\` to the variables of the container and run \`rollback\` again.${orRollBackTo(p.kept).en}`,
            `请在 \`env\` 中给出容器的环境变量，然后重新运行 \`rollback\`。${orRollBackTo(p.kept).zh}`,
          )
        : chooseOf(p.kept),
  }),
  RELEASE_CONTAINER_KEPT: (p: { app: string; release: string; container: string }) => ({
    what: text(
      `Release ${p.release} of ${p.app} still has its old container ${p.container}.`,
      `${p.app} 的发布版本 ${p.release} 仍保留着旧容器 ${p.container}。`,
    ),
    why: text(
      'It was kept because it holds files that are nowhere else. A new container would take its place in the records. Nothing was changed.',
      '该容器中有别处没有的文件，因此被保留。新容器会取代它的记录。尚未做任何修改。',
    ),
    cure: text(
      `Save its files (\`docker cp ${p.container}:<folder> <folder>\` on the server), remove it by \`docker rm ${p.container}\`, and run the rollback again; or go to another release.`,
      `请在服务器上保存其文件（\`docker cp ${p.container}:<目录> <目录>\`），用 \`docker rm ${p.container}\` 删除后再次回滚；或回滚到其他发布版本。`,
    ),
  }),
  RELEASE_CONTAINER_THERE: (p: { app: string; release: string; container: string }) => ({
    what: text(
      `Release ${p.release} of ${p.app} still has its old container ${p.container}, which was not removed.`,
      `${p.app} 的发布版本 ${p.release} 的旧容器 ${p.container} 仍然存在，尚未删除。`,
    ),
    why: text(
      'A release has one container. A new one would take its place in the records, and nobody checked whether its files are needed. Nothing was changed.',
      '一个发布版本只有一个容器。新容器会取代它的记录，而其中的文件是否还需要并未确认。尚未做任何修改。',
    ),
    cure: text(
      `Run \`deploy\`, which makes a release of its own, or go to another release. To go to this one, see what the container holds (\`docker diff ${p.container}\` on the server), save what you need (\`docker cp ${p.container}:<folder> <folder>\`), remove it by \`docker rm ${p.container}\`, and run the rollback again.`,
      `请运行 \`deploy\`（会创建新的发布版本），或回滚到其他版本。若要回滚到此版本，请在服务器上查看容器中的文件（\`docker diff ${p.container}\`），保存需要的内容（\`docker cp ${p.container}:<目录> <目录>\`），用 \`docker rm ${p.container}\` 删除后再次回滚。`,
    ),
  }),
  RELEASE_SERVES: (p: { app: string; release: string }) => ({
    what: text(
      `Release ${p.release} of ${p.app} is live already, with other variables than \`env\` gives.`,
      `${p.app} 当前已是发布版本 ${p.release}，但其变量与 \`env\` 给出的不同。`,
    ),
    why: text(
      'A rollback sets the variables of the release that it goes to; it does not change those of the live one.',
      '回滚只为目标发布版本设置变量，不会修改当前发布版本的变量。',
    ),
    cure: text(
      'To change variables, run `deploy`. To verify that the release is live, leave `env` out.',
      '要修改变量，请运行 `deploy`。若只想确认该发布版本正常运行，请不要给出 `env`。',
    ),
  }),
};
