import { type Text, text } from '../text.ts';

/** How a script of the user's ended that did not end well. */
interface HookEnd {
  /** `busy`: that of another run was still at work, so that this one did not begin. */
  readonly ended: 'exit' | 'timeout' | 'busy';
  readonly code: number;
  readonly seconds: number;
}

/** Failures of the scripts that a user has run on the server (`before-switch`, `after-deploy`). */
export const hookErrors = {
  INPUT_HOOK_SHEBANG: (p: { name: string; program: string }) => ({
    what: text(
      `The first line of \`${p.name}\` (\`#!\`) names ${p.program}.`,
      `\`${p.name}\` 的首行 \`#!\` 指定了 ${p.program}。`,
    ),
    why: text('bash runs the script, whatever its first line says.', '无论首行写什么，脚本都由 bash 运行。'),
    cure: text(
      `Write it for bash, and call ${p.program} from it: \`${p.program} - <<'EOF'\`, the program, and a last line \`EOF\`.`,
      `请按 bash 编写，并在其中调用 ${p.program}：\`${p.program} - <<'EOF'\`，然后是程序，最后一行为 \`EOF\`。`,
    ),
  }),

  HOOK_SYNTAX: (p: { name: string; line: string }) => ({
    what: text(
      `bash on the server cannot read \`${p.name}\`: syntax error in line ${p.line}.`,
      `服务器上的 bash 无法解析 \`${p.name}\`：第 ${p.line} 行有语法错误。`,
    ),
    why: text(
      'It was checked with `bash -n` before anything was changed; what bash says is shown with this error.',
      '在做任何修改之前用 `bash -n` 检查过；bash 的提示见本错误。',
    ),
    cure: text(
      `Fix the script. In a workflow, write it below \`${p.name}: |\`: with \`>\` YAML joins its lines.`,
      `请修正脚本。在工作流中请写在 \`${p.name}: |\` 之下：用 \`>\` 时 YAML 会把各行连成一行。`,
    ),
  }),

  HOOK_FAILED: (p: { release: string; code: number }) => ({
    what: text(`\`before-switch\` failed: ${exitOf(p.code).en}.`, `\`before-switch\` 失败：${exitOf(p.code).zh}。`),
    why: text(
      `So ${p.release} does not go live. What was prepared is undone, and the old version stays live. The last lines of the script are shown with this error.`,
      `因此 ${p.release} 不会上线。已准备的内容会撤销，原来的版本继续提供服务。脚本最后的输出见本错误。`,
    ),
    cure: text(
      'If the script tests the new version: fix the application. Otherwise fix the script. It stops at the first command that fails (`bash -eo pipefail`).',
      '如果脚本测试的是新版本，请修复应用；否则请修正脚本。脚本会在第一个失败的命令处停止（`bash -eo pipefail`）。',
    ),
  }),

  HOOK_TIMEOUT: (p: { release: string; seconds: number }) => ({
    what: text(
      `\`before-switch\` did not finish within ${p.seconds} s and was terminated.`,
      `\`before-switch\` 在 ${p.seconds} 秒内未结束，已被终止。`,
    ),
    why: text(
      `So ${p.release} does not go live. What was prepared is undone, and the old version stays live.`,
      `因此 ${p.release} 不会上线。已准备的内容会撤销，原来的版本继续提供服务。`,
    ),
    cure: text(
      'If it waits for something, give that a limit of its own (`curl --max-time 10`). If it needs longer, raise `hook-timeout`.',
      '如果它在等待，请为该命令单独设置时限（`curl --max-time 10`）；如果确实需要更久，请调大 `hook-timeout`。',
    ),
  }),

  AFTER_DEPLOY_FAILED: (p: HookEnd & { release: string }) => ({
    what: text(`\`after-deploy\` failed: ${endOf(p).en}.`, `\`after-deploy\` 失败：${endOf(p).zh}。`),
    why: text(
      `It runs after everything is verified, so nothing is undone: ${p.release} is live.`,
      `它在全部验证通过后运行，因此不撤销任何修改：${p.release} 已上线。`,
    ),
    cure: text(
      'Fix the script. It runs again with the next deploy that changes something; until then, do by hand what it should have done.',
      '请修正脚本。下一次有变更的运行会再次执行它；这次未完成的事请手动处理。',
    ),
  }),
};

/** bash tells of signal N as 128 + N. */
function exitOf(code: number): Text {
  return code > 128 && code <= 192
    ? text(`exit code ${code} (signal ${code - 128})`, `退出码 ${code}（信号 ${code - 128}）`)
    : text(`exit code ${code}`, `退出码 ${code}`);
}

function endOf({ ended, code, seconds }: HookEnd): Text {
  switch (ended) {
    case 'timeout':
      return text(
        `it did not finish within ${seconds} s (\`hook-timeout\`) and was terminated`,
        `在 ${seconds} 秒（\`hook-timeout\`）内未结束，已被终止`,
      );
    case 'busy':
      return text(
        `another run's \`after-deploy\` was still running after ${seconds} s (\`hook-timeout\`), so it did not start`,
        `等待 ${seconds} 秒（\`hook-timeout\`）后，另一次运行的 \`after-deploy\` 仍未结束，因此没有执行`,
      );
    default:
      return exitOf(code);
  }
}
