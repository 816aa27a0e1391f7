import { text } from '../text.ts';

/** How the runner hands over the input `name` (actions/toolkit, core.getInput). */
function variableOf(name: string): string {
  return `INPUT_${name.toUpperCase()}`;
}

/** Failures of the inputs, all found on the runner before the server is contacted. A secret's value is in none of them. */
export const inputErrors = {
  INPUT_MISSING: (p: { name: string; command: string }) => ({
    what: text(`The input \`${p.name}\` is missing.`, `缺少参数 \`${p.name}\`。`),
    why: text(`The command \`${p.command}\` needs it.`, `命令 \`${p.command}\` 需要它。`),
    cure: text(
      `Add \`${p.name}: ...\` under \`with:\`. Where it comes from a secret, check that the secret exists and has a value: a secret that does not exist is empty.`,
      `在 \`with:\` 下添加 \`${p.name}: ...\`。若取自 secret，请确认该 secret 存在且有值：不存在的 secret 为空。`,
    ),
  }),
  INPUT_UNKNOWN: (p: { name: string; nearest: string | undefined }) => ({
    what: text(`There is no input named \`${p.name}\`.`, `没有名为 \`${p.name}\` 的参数。`),
    why: text('GitHub would only warn, and the value would have no effect.', 'GitHub 只会给出警告，该值不会生效。'),
    cure: text(
      `${p.nearest === undefined ? '' : `The nearest name is \`${p.nearest}\`. `}Correct the name, or remove the line. If it is not an input of the step but a variable of its environment (\`${variableOf(p.name)}\`), empty it there: \`env: { ${variableOf(p.name)}: '' }\`.`,
      `${p.nearest === undefined ? '' : `最接近的名称是 \`${p.nearest}\`。`}请改正名称，或删除该行。若它不是该步骤的参数，而是环境变量 \`${variableOf(p.name)}\`，请在该步骤中将其置空：\`env: { ${variableOf(p.name)}: '' }\`。`,
    ),
  }),
  INPUT_CHOICE: (p: { name: string; value: string; allowed: string }) => ({
    what: text(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
    why: text('Only a fixed set of values is known.', '只支持固定的几个取值。'),
    cure: text(`Use one of: ${p.allowed}.`, `请使用以下之一：${p.allowed}。`),
  }),
  INPUT_BOOLEAN: (p: { name: string; value: string }) => ({
    what: text(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
    why: text('It is either on or off.', '它只能是开或关。'),
    cure: text('Write `true` or `false`.', '请写 `true` 或 `false`。'),
  }),
  INPUT_NUMBER: (p: { name: string; value: string; least: number; most: number }) => ({
    what: text(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
    why: text(
      `It is a whole number from ${p.least} to ${p.most}, in plain digits.`,
      `它必须是 ${p.least} 到 ${p.most} 之间的整数，只用数字书写。`,
    ),
    cure: text('Write such a number, without unit or sign.', '请写这样的数字，不带单位和符号。'),
  }),
  INPUT_HOST: (p: { value: string }) => ({
    what: text(`\`host\` cannot be "${p.value}".`, `\`host\` 不能是“${p.value}”。`),
    why: text(
      'It is a host name, an IPv4 or an IPv6 address, without user name and port.',
      '它是主机名、IPv4 或 IPv6 地址，不带用户名和端口。',
    ),
    cure: text(
      'Write it like `203.0.113.10`; the rest goes into `username` and `port`.',
      '请写成 `203.0.113.10` 的形式；其余写在 `username` 和 `port` 中。',
    ),
  }),
  INPUT_USERNAME: (p: { value: string }) => ({
    what: text(`\`username\` cannot be "${p.value}".`, `\`username\` 不能是“${p.value}”。`),
    why: text(
      'A user name on Linux has no spaces, slashes, colons, quotes or @.',
      'Linux 用户名不含空格、斜杠、冒号、引号或 @。',
    ),
    cure: text('Write it like `root` or `ubuntu`.', '请写成 `root` 或 `ubuntu` 的形式。'),
  }),
  INPUT_PUBLIC_IP: (p: { value: string }) => ({
    what: text(`\`public-ip\` cannot be "${p.value}".`, `\`public-ip\` 不能是“${p.value}”。`),
    why: text(
      'It is the public IPv4 or IPv6 address that the domain points at; a private, loopback or link-local address is reached by nobody outside.',
      '它是域名指向的公网 IPv4 或 IPv6 地址；内网、回环或链路本地地址外界无法访问。',
    ),
    cure: text(
      'Copy the public address from the console of the server, or remove the input.',
      '请从服务器控制台复制公网地址，或删除该参数。',
    ),
  }),
  INPUT_APP: (p: { value: string }) => ({
    what: text(`\`app\` cannot be "${p.value}".`, `\`app\` 不能是“${p.value}”。`),
    why: text(
      'Its lower-case form names the image and the container: 2 to 64 letters, digits and single `.` `_` `-` between them.',
      '其小写形式用作镜像名和容器名：2 到 64 个字母、数字，中间可用单个 `.` `_` `-` 分隔。',
    ),
    cure: text('Write it like `MCCM-server`.', '请写成 `MCCM-server` 的形式。'),
  }),
  INPUT_BASE_IMAGE: (p: { value: string }) => ({
    what: text(`\`base-image\` cannot be "${p.value}".`, `\`base-image\` 不能是“${p.value}”。`),
    why: text(
      'It is not a reference to an image: [registry[:port]/]name[:tag][@digest], the name in lower case.',
      '它不是有效的镜像引用：[仓库[:端口]/]名称[:标签][@摘要]，名称须小写。',
    ),
    cure: text('Write it like `eclipse-temurin:17-jre`.', '请写成 `eclipse-temurin:17-jre` 的形式。'),
  }),
  INPUT_PROFILE: (p: { value: string }) => ({
    what: text(`\`spring-profile\` cannot be "${p.value}".`, `\`spring-profile\` 不能是“${p.value}”。`),
    why: text(
      'It is one or more names of letters, digits, `_` `.` `@` `+` `-`, separated by commas.',
      '它是一个或多个名称，由字母、数字、`_` `.` `@` `+` `-` 组成，用逗号分隔。',
    ),
    cure: text('Write it like `prod` or `prod,wechat`.', '请写成 `prod` 或 `prod,wechat` 的形式。'),
  }),
  INPUT_PATH: (p: { name: string; value: string }) => ({
    what: text(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
    why: text('It is one path on the runner, on one line.', '它是运行器上的一个路径，只占一行。'),
    cure: text('Write a path relative to the workspace.', '请写相对于工作目录的路径。'),
  }),
  INPUT_HEALTH_PATH: (p: { value: string }) => ({
    what: text(`\`health-path\` cannot be "${p.value}".`, `\`health-path\` 不能是“${p.value}”。`),
    why: text(
      'It begins with `/` and holds only characters of a URL path (others as %XX), no scheme and host, no `$` or quotes.',
      '它以 `/` 开头，只含 URL 路径允许的字符（其他字符写成 %XX），不带协议和主机名，不含 `$` 和引号。',
    ),
    cure: text('Write it like `/actuator/health`.', '请写成 `/actuator/health` 的形式。'),
  }),
  INPUT_HEALTH_STATUS: (p: { value: string }) => ({
    what: text(`\`health-status\` cannot be "${p.value}".`, `\`health-status\` 不能是“${p.value}”。`),
    why: text(
      'It lists HTTP statuses from 100 to 599 and ranges of them, separated by commas.',
      '它列出 100 到 599 的 HTTP 状态码或其范围，用逗号分隔。',
    ),
    cure: text('Write it like `200`, `200-299` or `200,204`.', '请写成 `200`、`200-299` 或 `200,204` 的形式。'),
  }),
  INPUT_ARTIFACT_NAME: (p: { value: string }) => ({
    what: text(`\`artifact-name\` cannot be "${p.value}".`, `\`artifact-name\` 不能是“${p.value}”。`),
    why: text(
      'GitHub allows none of " : < > | * ? \\ / and no line break in it; `<app>` stands for the application name.',
      'GitHub 不允许其中出现 " : < > | * ? \\ / 和换行；`<app>` 代表应用名。',
    ),
    cure: text('Write it like `deployment-<app>`.', '请写成 `deployment-<app>` 的形式。'),
  }),
  INPUT_NEEDS: (p: { name: string; needed: string }) => ({
    what: text(`\`${p.name}\` needs \`${p.needed}\`.`, `\`${p.name}\` 需要同时给出 \`${p.needed}\`。`),
    why: text('One without the other has no meaning.', '二者缺一则没有意义。'),
    cure: text(
      `Add \`${p.needed}\`, or change \`${p.name}\`. Where it comes from a secret, check that the secret has a value.`,
      `请添加 \`${p.needed}\`，或修改 \`${p.name}\`。若取自 secret，请确认该 secret 有值。`,
    ),
  }),
  INPUT_RELEASE: (p: { name: string; value: string }) => ({
    what: text(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
    why: text(
      'The id of a release is its UTC time and its commit, such as 20261123T160512Z-1a2b3c4.',
      '发布版本的编号由 UTC 时间和提交组成，例如 20261123T160512Z-1a2b3c4。',
    ),
    cure: text(
      'Take the id from the output `release` of a deploy, from its summary, or from the list that `command: status` prints. Without `release`, `rollback` goes to the newest release before the live one.',
      '请从某次部署的输出 `release`、其摘要，或 `command: status` 打印的列表中取发布版本的编号。不给出 `release` 时，`rollback` 回滚到当前发布版本之前最新的一个。',
    ),
  }),
  INPUT_CONFLICT: (p: { name: string; other: string }) => ({
    what: text(
      `\`${p.name}\` and \`${p.other}\` exclude each other.`,
      `\`${p.name}\` 与 \`${p.other}\` 不能同时这样设置。`,
    ),
    why: text('One of the two would have no effect.', '其中之一不会生效。'),
    cure: text('Remove or change one of them.', '请删除或修改其中之一。'),
  }),
};
