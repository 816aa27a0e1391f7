import { type Text, text, verbatim } from '../text.ts';
import { refusalCure } from './tencent-families.ts';

/** An error that Tencent Cloud answered with. */
export interface Refusal {
  /** `dnspod:CreateRecord`. */
  readonly action: string;
  readonly code: string;
  /** Tencent's own words, without secrets. */
  readonly message: string;
  readonly requestId: string;
}

/** Tencent's own words with what its support asks for. */
function answerOf({ message, code, requestId }: Refusal): Text {
  return text(
    `Tencent Cloud answers: ${message} (${code}, request id ${requestId})`,
    `腾讯云返回：${message}（${code}，请求 ID ${requestId}）`,
  );
}

/** `HTTP 503` or words of Tencent's as they are; `garbage` and `endless` in words. */
function answerThatIsNone(answer: string): Text {
  if (answer === 'garbage') return text('its answer is none of the API', '返回的内容不是 API 应答');
  if (answer === 'endless') return text('its list has no end', '返回的列表没有结尾');
  return verbatim(answer);
}

/** What the trust policy of the role must say of who may use it. */
function subjectCure(subject: string | undefined): Text {
  return subject === undefined
    ? text(
        'The condition on `oidc:sub` in its trust policy matches this repository and branch or environment: `repo:OWNER/REPOSITORY:ref:refs/heads/main`, for newer repositories `repo:OWNER@ID/REPOSITORY@ID:ref:refs/heads/main`.',
        '角色信任策略中的 `oidc:sub` 条件与本仓库及分支或环境匹配：`repo:OWNER/REPOSITORY:ref:refs/heads/main`，较新的仓库为 `repo:OWNER@ID/REPOSITORY@ID:ref:refs/heads/main`',
      )
    : text(
        `The condition on \`oidc:sub\` in its trust policy allows the subject of this run as a whole (newer repositories: \`repo:OWNER@ID/REPOSITORY@ID:...\`): \`${subject}\`.`,
        `角色信任策略中的 \`oidc:sub\` 条件允许本次运行的 subject（需完整填写；较新的仓库为 \`repo:OWNER@ID/REPOSITORY@ID:...\`）：\`${subject}\``,
      );
}

/** Codes by which the zone or domain belongs to another account. */
const foreignDomain = /NotDomainOwner|NoPermissionToOperateDomain/;

/** Failures that any call of Tencent Cloud's API may come to. */
export const tencentErrors = {
  TENCENT_CREDENTIALS: (p: Refusal) => ({
    what: text(
      `Tencent Cloud does not accept the credentials (${p.code}).`,
      `腾讯云不接受所提供的 API 密钥（${p.code}）。`,
    ),
    why: answerOf(p),
    cure: text(
      'In https://console.cloud.tencent.com/cam/capi, check that the key exists and is enabled. Then copy SecretId and SecretKey again into the GitHub secrets, both of the same key. Temporary credentials also need their session token, and expire. If the account is of the international site, set `tencent-endpoint: intl.tencentcloudapi.com`.',
      '请在 https://console.cloud.tencent.com/cam/capi 确认该密钥存在且已启用，然后把同一密钥的 SecretId 和 SecretKey 重新复制到 GitHub secret。临时密钥还需要会话 Token，并且会过期。国际站账号请设置 `tencent-endpoint: intl.tencentcloudapi.com`。',
    ),
  }),
  TENCENT_CLOCK_SKEW: (p: Refusal & { now: string }) => ({
    what: text(
      `Tencent Cloud refuses the signature as expired: the clock of the runner says ${p.now}.`,
      `腾讯云认为签名已过期：运行器的时钟为 ${p.now}。`,
    ),
    why: answerOf(p),
    cure: text(
      'A signature counts for 5 minutes. Set the clock of the self-hosted runner: `timedatectl set-ntp true`, then compare `date -u` with the real time.',
      '签名的有效期为 5 分钟。请校准自托管运行器的时钟：执行 `timedatectl set-ntp true`，再用 `date -u` 与实际时间核对。',
    ),
  }),
  TENCENT_NOT_AUTHORIZED: (p: Refusal & { permission: string }) => ({
    what: text(`The credentials do not allow ${p.permission}.`, `所用凭证没有 ${p.permission} 的权限。`),
    why: answerOf(p),
    cure: foreignDomain.test(p.code)
      ? text(
          `If the domain belongs to another Tencent Cloud account, use credentials of that account. Otherwise allow ${p.permission} for the CAM user or role: https://console.cloud.tencent.com/cam/policy. docs/tencent.md has a policy with all actions that are needed.`,
          `如果该域名属于其他腾讯云账号，请使用该账号的凭证；否则请为 CAM 用户或角色授予 ${p.permission} 权限：https://console.cloud.tencent.com/cam/policy。docs/tencent.md 中有包含全部所需操作的策略。`,
        )
      : text(
          `Allow ${p.permission} for the CAM user or role: https://console.cloud.tencent.com/cam/policy. docs/tencent.md has a policy with all actions that are needed.`,
          `请为 CAM 用户或角色授予 ${p.permission} 权限：https://console.cloud.tencent.com/cam/policy。docs/tencent.md 中有包含全部所需操作的策略。`,
        ),
  }),
  TENCENT_ADDRESS_REFUSED: (p: Refusal) => ({
    what: text(
      `Tencent Cloud does not accept ${p.action} from the address of this runner (${p.code}).`,
      `腾讯云不接受从本运行器的 IP 地址调用 ${p.action}（${p.code}）。`,
    ),
    why: answerOf(p),
    cure: text(
      'The account or the key allows certain addresses only, and runners of GitHub have another one in each run. Remove this restriction from the key (or from the settings of DNSPod), or use a self-hosted runner with an address that is allowed.',
      '该账号或密钥限制了来源 IP，而 GitHub 运行器每次运行的 IP 都不同。请取消密钥（或 DNSPod 设置）中的来源 IP 限制，或改用 IP 已获允许的自托管运行器。',
    ),
  }),
  TENCENT_THROTTLED: (p: { action: string; code: string; requestId: string; seconds: number }) => ({
    what: text(
      `Tencent Cloud throttles ${p.action}, and still does after ${p.seconds} seconds.`,
      `腾讯云对 ${p.action} 限频，等待 ${p.seconds} 秒后仍未恢复。`,
    ),
    why: text(
      `Something else calls the API with the same account very often (${p.code}, request id ${p.requestId}).`,
      `有其他程序正在用同一账号频繁调用该接口（${p.code}，请求 ID ${p.requestId}）。`,
    ),
    cure: text(
      'Run again in a few minutes. If it stays so, look in https://console.cloud.tencent.com/cloudaudit for what calls the API.',
      '请几分钟后重新运行。如果仍然如此，请在 https://console.cloud.tencent.com/cloudaudit 查看是什么在调用接口。',
    ),
  }),
  TENCENT_BUSY: (p: Refusal & { seconds: number }) => ({
    what: text(
      `${p.action} still waits for another change after ${p.seconds} seconds (${p.code}).`,
      `等待 ${p.seconds} 秒后，${p.action} 仍被另一项操作占用（${p.code}）。`,
    ),
    why: answerOf(p),
    cure: text(
      'Look at the instance in the console for an operation in progress, let it finish, then run again.',
      '请在控制台查看实例是否有正在进行的操作，待其完成后重新运行。',
    ),
  }),
  TENCENT_UNREACHABLE: (p: { action: string; host: string; proxy: string | undefined; reason: string }) => ({
    what: text(
      `${p.host} does not answer ${p.action}${p.proxy === undefined ? '' : ` through the proxy ${p.proxy}`}: ${p.reason}.`,
      `${p.proxy === undefined ? '' : `经由代理 ${p.proxy} 调用 `}${p.host} 的 ${p.action} 没有得到应答：${p.reason}。`,
    ),
    why: text(
      'The runner cannot connect to the API of Tencent Cloud: its network, a proxy or `tencent-endpoint` is wrong, or the route is disturbed.',
      '运行器无法连接腾讯云 API：网络、代理或 `tencent-endpoint` 有误，或线路不稳定。',
    ),
    cure:
      p.proxy === undefined
        ? text(
            `On the runner, \`curl -v https://${p.host}\` shows what is wrong. If the runner needs a proxy, set \`https_proxy\` in \`env\` of the step. If a firewall inspects TLS there, give its root certificate by NODE_EXTRA_CA_CERTS. On a disturbed route, run again.`,
            `在运行器上执行 \`curl -v https://${p.host}\` 可以看到原因。如果运行器需要代理，请在该步骤的 \`env\` 中设置 \`https_proxy\`；如果防火墙解密 TLS，请通过 NODE_EXTRA_CA_CERTS 提供其根证书；线路不稳定时请重新运行。`,
          )
        : text(
            `On the runner, \`curl -v -x ${p.proxy} https://${p.host}\` shows what is wrong (with the user and password of the proxy, if it has any). Correct \`https_proxy\`, or set \`no_proxy: ${p.host}\` in \`env\` of the step to connect without the proxy.`,
            `在运行器上执行 \`curl -v -x ${p.proxy} https://${p.host}\`（如代理需要用户名和密码请一并提供）可以看到原因。请改正 \`https_proxy\`，或在该步骤的 \`env\` 中设置 \`no_proxy: ${p.host}\` 以绕过代理。`,
          ),
  }),
  TENCENT_SERVER_ERROR: (p: { action: string; host: string; answer: string }) => ({
    what: text(
      `${p.host} fails at ${p.action}: ${answerThatIsNone(p.answer).en}.`,
      `${p.host} 处理 ${p.action} 失败：${answerThatIsNone(p.answer).zh}。`,
    ),
    why: text(
      'The API of Tencent Cloud has a failure of its own, or something between the runner and Tencent (a proxy, a firewall) answers in its place.',
      '腾讯云 API 自身出现故障，或者运行器与腾讯云之间的设备（代理、防火墙）代为应答。',
    ),
    cure: text(
      'Run again in a few minutes. If it stays so, check a proxy or firewall on the way, then give the request id to the support of Tencent Cloud: https://console.cloud.tencent.com/workorder.',
      '请几分钟后重新运行。如果仍然如此，请检查途经的代理或防火墙，然后将请求 ID 提交给腾讯云工单：https://console.cloud.tencent.com/workorder。',
    ),
  }),
  TENCENT_REFUSED: (p: Refusal) => ({
    what: text(`Tencent Cloud refuses ${p.action} (${p.code}).`, `腾讯云拒绝了 ${p.action}（${p.code}）。`),
    why: answerOf(p),
    cure: refusalCure(p.code),
  }),
  TENCENT_REQUEST_UNWRITABLE: (p: { action: string; host: string }) => ({
    what: text(
      `The request ${p.action} to ${p.host} cannot be written.`,
      `无法生成发往 ${p.host} 的 ${p.action} 请求。`,
    ),
    why: text(
      'The SecretId or the session token holds a character that no key of Tencent Cloud has (a line break, a space, a letter that is not ASCII), or `tencent-endpoint` is no host name.',
      'SecretId 或会话 Token 中含有腾讯云密钥不会有的字符（换行、空格、非 ASCII 字符），或者 `tencent-endpoint` 不是主机名。',
    ),
    cure: text(
      'Copy the credentials into the GitHub secrets again, without spaces and line breaks. Leave `tencent-endpoint` out, unless your account is of the international site (`intl.tencentcloudapi.com`).',
      '请重新将密钥复制到 GitHub secret，不要带空格和换行。除非你使用国际站账号（`intl.tencentcloudapi.com`），否则请不要设置 `tencent-endpoint`。',
    ),
  }),
  OIDC_PERMISSION_MISSING: (_: Record<never, never>) => ({
    what: text(
      'GitHub gives this job no ID token, which Tencent Cloud needs to identify it.',
      'GitHub 没有为本任务提供 ID 令牌，腾讯云无法据此确认身份。',
    ),
    why: text(
      'The job lacks the permission `id-token: write`. Pull requests from forks never get it.',
      '该任务缺少 `id-token: write` 权限；来自 fork 的 pull request 始终没有此权限。',
    ),
    cure: text(
      'Add to the job: `permissions: { contents: read, id-token: write }`. A reusable workflow also needs it in the job that calls it.',
      '请在任务中添加：`permissions: { contents: read, id-token: write }`。使用可复用工作流时，调用它的任务也需要添加。',
    ),
  }),
  OIDC_TOKEN_UNAVAILABLE: (p: { detail: string }) => ({
    what: text(
      `GitHub's service for ID tokens does not give one: ${p.detail}`,
      `GitHub 的 ID 令牌服务没有返回令牌：${p.detail}`,
    ),
    why: text(
      'The job has the permission, so the service itself fails, or the runner cannot connect to it.',
      '任务具有所需权限，因此是该服务自身故障，或运行器无法连接该服务。',
    ),
    cure: text(
      'Look at https://www.githubstatus.com and run again. A self-hosted runner must be able to connect to *.actions.githubusercontent.com.',
      '请查看 https://www.githubstatus.com 后重新运行。自托管运行器必须能够访问 *.actions.githubusercontent.com。',
    ),
  }),
  OIDC_REFUSED: (p: Refusal & { roleArn: string; provider: string; subject: string | undefined }) => ({
    what: text(
      `Tencent Cloud gives no temporary credentials for the role ${p.roleArn} (provider ${p.provider}, ${p.code}).`,
      `腾讯云没有为角色 ${p.roleArn}（身份提供商 ${p.provider}，${p.code}）颁发临时密钥。`,
    ),
    why: answerOf(p),
    cure: text(
      `Check in CAM: 1. The identity provider (https://console.cloud.tencent.com/cam/idp) has this name, the issuer https://token.actions.githubusercontent.com and the client ID sts.tencentcloudapi.com. 2. The role has exactly this ARN and trusts this provider. 3. ${subjectCure(p.subject).en} 4. The public keys of the provider are current: turn on the automatic rotation of keys.`,
      `请在 CAM 中检查：1. 身份提供商（https://console.cloud.tencent.com/cam/idp）的名称一致，颁发者 URL 为 https://token.actions.githubusercontent.com，客户端 ID 为 sts.tencentcloudapi.com；2. 角色的 ARN 完全一致，并且信任该身份提供商；3. ${subjectCure(p.subject).zh}；4. 身份提供商的公钥是最新的：请开启公钥自动轮换。`,
    ),
  }),
};
