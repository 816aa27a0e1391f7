import { type Text, text } from './text.ts';

/** A script as the log shows it: never its text. */
interface HookFacts {
  readonly lines: number;
  readonly sha256: string;
  readonly seconds: number;
}

function factsOf({ lines, sha256, seconds }: HookFacts): Text {
  return text(
    `${lines} line(s), SHA-256 ${sha256}, at most ${seconds} s`,
    `${lines} 行，SHA-256 ${sha256}，最长 ${seconds} 秒`,
  );
}

/** What is said of the scripts `before-switch` and `after-deploy`. */
export const hookMessages = {
  beforeSwitch: (hook: HookFacts): Text =>
    text(`Run before-switch (${factsOf(hook).en})`, `运行 before-switch（${factsOf(hook).zh}）`),
  beforeSwitchReason: text('if it fails, the running version stays', '脚本失败时保留正在运行的版本'),
  afterDeploy: text('Run after-deploy', '运行 after-deploy'),
  afterDeployToCome: (hook: HookFacts): Text =>
    text(
      `Once everything is verified, after-deploy runs (${factsOf(hook).en}).`,
      `全部验证通过后运行 after-deploy（${factsOf(hook).zh}）。`,
    ),
  notBefore: text(
    'before-switch does not run: the container stays, and no new version is tested.',
    'before-switch 不会运行：容器保持不变，没有需要测试的新版本。',
  ),
};
