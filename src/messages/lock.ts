import { type Text, text } from './text.ts';

/** Who holds an application's lock, as a person reads it. */
interface Holding {
  readonly app: string;
  readonly who: string;
  /** The page of the run. */
  readonly run: string;
  readonly since: string;
}

/** Lines about the queue of an application's lock. */
export const lockMessages = {
  waiting: (p: Holding & { readonly before: number | string; readonly seconds: number }): Text =>
    text(
      `Waiting for another run on ${p.app}: ${p.who}, ${p.run}, since ${p.since}. Runs in the queue before this one: ${p.before}. This run waits at most ${p.seconds} s (\`lock-timeout\`).`,
      `正在排队：另一次运行正在操作 ${p.app}（${p.who}，${p.run}，开始于 ${p.since}）。前面还有 ${p.before} 个运行在排队；本次运行最多等待 ${p.seconds} 秒（\`lock-timeout\`）。`,
    ),
  left: (process: string): Text =>
    text(
      `An interrupted run left ${process} running on the server. Waiting until it has ended.`,
      `中断的运行在服务器上留下了仍在执行的 ${process}，等待其结束。`,
    ),
  held: (app: string, seconds: number): Text =>
    text(
      `${app} is free: this run's turn after ${seconds} s.`,
      `${app} 的锁已释放，轮到本次运行（等待了 ${seconds} 秒）。`,
    ),
  notInTime: (p: Holding & { readonly seconds: number }): Text =>
    text(
      `${p.app} is still locked after ${p.seconds} s by another run: ${p.who}, ${p.run}, since ${p.since}. Nothing was changed.`,
      `等待 ${p.seconds} 秒后，${p.app} 仍被另一次运行锁定：${p.who}，${p.run}，开始于 ${p.since}。未做任何修改。`,
    ),
};
