import { type Text, text } from '../text.ts';

/** How room is made where Docker keeps images: what no container and no tag needs goes first, and nothing holds data. */
export const freeDocker: Text = text(
  'On the server, see what takes the room: `docker system df`, `df -h`. Then free it: `docker builder prune` (build cache), `docker image prune` (images without a name), `docker image rm NAME` for images of versions that you no longer need, `journalctl --vacuum-size=200M` (old logs). Then run again.',
  '请在服务器上查看占用情况：`docker system df`、`df -h`。然后清理：`docker builder prune`（构建缓存）、`docker image prune`（未命名的镜像）、`docker image rm 名称`（不再需要的旧版本镜像）、`journalctl --vacuum-size=200M`（旧日志）。然后重新运行。',
);
