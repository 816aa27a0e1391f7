import { createTwoFilesPatch } from 'diff';
import type { Step } from '../../engine/step.ts';
import { text } from '../../messages/text.ts';
import { isUntouched, managedBy } from '../../nginx/label.ts';
import { proofAddressIn } from '../../nginx/proof-address.ts';
import { renderSite } from '../../nginx/render-site.ts';
import { type Release, releaseDirectory } from '../../release/release.ts';
import { encode } from '../../server/heredoc.ts';
import { quote } from '../../server/quote.ts';
import { accepts } from '../../settings/health-status.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';
import { applyConfiguration, nginxCommand, stopAgain } from './nginx-command.ts';
import { type Proven, proveScript } from './prove-script.ts';
import { testScript } from './test-script.ts';

/** What the site is to be. */
export interface DesiredSite {
  readonly release: Release;
  /** Absolute path of the application's file, in a folder that this server's nginx includes from. */
  readonly file: string;
  /** Statuses of the proof request that count. */
  readonly status: Proven['status'];
  /** SHA-256 of the leaf certificate that must be served. */
  readonly fingerprint: string;
  /** Whether the pair is put in place by this very run: nginx must read it anew, though its path may stay the same. */
  readonly certificateIsNew: boolean;
}

/** Whether nginx serves exactly the desired site: the file is the same, and loopback brings release, hash and certificate. */
export function serves(desired: DesiredSite, nginx: InstalledNginx): boolean {
  const content = renderSite(desired.release.site, nginx.version);
  const { serving, managedFile } = nginx;
  return (
    serving !== undefined &&
    managedFile?.path === desired.file &&
    managedFile.text === content &&
    serving.release === desired.release.id &&
    serving.configuration === managedBy(content)?.configuration &&
    serving.fingerprint === desired.fingerprint &&
    accepts(desired.status, serving.status)
  );
}

/** Steps that test, swap, reload and prove the application's nginx file; none when it is already served so. */
export function planSite(desired: DesiredSite, nginx: InstalledNginx): readonly Step[] {
  if (!desired.certificateIsNew && serves(desired, nginx)) return [];
  const { release, file } = desired;
  const content = renderSite(release.site, nginx.version);
  const folder = `${releaseDirectory(release)}/switch`;
  const backup = `${folder}/backup.conf`;
  const old = nginx.managedFile;
  const title = text(
    `nginx serves ${release.id} on ${release.site.httpsPort}`,
    `nginx 在 ${release.site.httpsPort} 端口提供 ${release.id}`,
  );
  const judge = testScript(nginx, file, content, `${folder}/stage`);
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'site.judge',
      title: text(`nginx judges ${file}`, `nginx 检查 ${file}`),
      reason: text('what it refuses is known before anything long begins', '在耗时操作之前先发现 nginx 不接受的内容'),
      script: judge,
      undo: `rm -rf ${quote(`${folder}/stage`)}`,
    },
    {
      kind: 'switch',
      phase: 'switch',
      pass: 1,
      stage: 'test',
      id: 'site.test',
      title: text('nginx judges it beside the files as they are now', 'nginx 结合当前文件再次检查'),
      reason: text('another application may have changed its own', '其他应用可能已修改其文件'),
      script: judge,
    },
    {
      kind: 'switch',
      phase: 'switch',
      pass: 1,
      stage: 'swap',
      id: 'site.swap',
      title: text(`Put ${file} in place`, `替换 ${file}`),
      reason: reasonForSwap(old?.text),
      diff: difference(file, old?.text ?? '', content),
      script: `${old === undefined ? `rm -f ${quote(backup)}` : `cp -p ${quote(old.path)} ${quote(`${backup}.new`)}\nsync ${quote(`${backup}.new`)} 2>/dev/null || true\nmv -f ${quote(`${backup}.new`)} ${quote(backup)}`}
${workersBefore(folder)}
base64 -d >${quote(`${file}.new`)} <<'EOF'
${encode(content)}
EOF
chmod 644 ${quote(`${file}.new`)}
sync ${quote(`${file}.new`)} 2>/dev/null || true
mv -f ${quote(`${file}.new`)} ${quote(file)}`,
      undo: restore(desired, nginx, backup),
    },
    {
      kind: 'switch',
      phase: 'switch',
      pass: 1,
      stage: 'reload',
      id: 'site.reload',
      title: nginx.state === 'running' ? text('Reload nginx', '重新加载 nginx') : text('Start nginx', '启动 nginx'),
      reason: text('it reads the new file', '使新文件生效'),
      script: `said=$( { ${applyConfiguration(nginx)}; } 2>&1 ) || { printf '%s\\n' "$said" >&2; journalctl -u nginx -n 10 --no-pager >&2 2>/dev/null; failure NGINX_NOT_STARTED "said=$(printf '%s\\n' "$said" | tail -n 3)"; }`,
    },
    {
      kind: 'switch',
      phase: 'switch',
      pass: 1,
      stage: 'prove',
      id: 'site.prove',
      title,
      reason: text('return codes of nginx prove nothing', 'nginx 的返回码不能证明任何事'),
      script: proveScript(provenOf(desired, managedBy(content)?.configuration ?? '')),
    },
    drain(release, folder),
  ];
}

function reasonForSwap(old: string | undefined): Step['reason'] {
  if (old === undefined) return text('it is not there yet', '文件尚不存在');
  if (isUntouched(old)) return text('it differs', '内容有变化');
  return text(
    'it was edited by hand and is replaced; nginx-snippet keeps such changes',
    '文件被手工修改过，将被替换；请用 nginx-snippet 保留此类修改',
  );
}

function provenOf(desired: DesiredSite, configuration: string): Proven {
  const { site } = desired.release;
  return {
    domain: site.domain,
    httpsPort: site.httpsPort,
    path: site.proof.path,
    status: desired.status,
    release: desired.release.id,
    configuration,
    fingerprint: desired.fingerprint,
  };
}

/** Bash that notes the workers of now: after the reload they are the old ones, and end when their requests do. */
function workersBefore(folder: string): string {
  return `for process in /proc/[0-9]*; do
  case "$(tr '\\0' ' ' <"$process/cmdline" 2>/dev/null)" in 'nginx: worker process'*) echo "\${process#/proc/}" ;; esac
done >${quote(`${folder}/workers`)}`;
}

/** Bash that puts the old file back, has nginx read it, and proves that the old version serves as before. */
function restore(desired: DesiredSite, nginx: InstalledNginx, backup: string): string {
  const { file } = desired;
  const old = nginx.managedFile;
  const back =
    old === undefined
      ? `rm -f ${quote(file)} ${quote(`${file}.new`)}`
      : `[ ! -f ${quote(backup)} ] || { cp -p ${quote(backup)} ${quote(`${file}.old`)} && mv -f ${quote(`${file}.old`)} ${quote(old.path)}; }`;
  if (nginx.state === 'stopped') return `${back}\n${stopAgain(nginx)} || true`;
  // After a reboot in mid-switch nginx may not run yet; it then starts with the old file by itself.
  const lines = [back, `${nginxCommand(nginx)} -s reload || true`];
  const before = old === undefined ? undefined : managedBy(old.text);
  const address = proofAddressIn(old?.text ?? '');
  // Only what was seen to serve can be asked for again. Its certificate may have been renewed in place meanwhile.
  if (before !== undefined && address !== undefined && nginx.serving?.release === before.release) {
    const { release, configuration } = before;
    lines.push(
      proveScript({ ...address, status: [{ from: 0, to: 999 }], release, configuration, fingerprint: undefined }),
    );
  }
  return lines.join('\n');
}

/** After a reload old workers go on until their last request ends; nginx itself sets no limit to that. */
function drain(release: Release, folder: string): Step {
  return {
    kind: 'switch',
    phase: 'switch',
    pass: 1,
    stage: 'drain',
    id: 'site.drain',
    title: text(
      `Let running requests end, at most ${release.drainTimeoutSeconds} s`,
      `等待进行中的请求结束，最多 ${release.drainTimeoutSeconds} 秒`,
    ),
    reason: text('no request is cut off', '不中断任何请求'),
    script: `deadline=$((SECONDS + ${release.drainTimeoutSeconds}))
while IFS= read -r pid; do
  while grep -qz 'nginx: worker process' "/proc/$pid/cmdline" 2>/dev/null && [ "$SECONDS" -lt "$deadline" ]; do sleep 0.2; done
done <${quote(`${folder}/workers`)}`,
  };
}

function difference(path: string, before: string, after: string): string {
  return createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: 2 })
    .split('\n')
    .filter((line) => !/^=+$/.test(line))
    .join('\n')
    .trimEnd();
}
