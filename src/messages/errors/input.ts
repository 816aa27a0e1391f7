import { text } from '../text.ts';

/** Failures of the inputs, all found on the runner before the server is contacted. A secret's value is in none of them. */
export const inputErrors = {
  INPUT_MISSING: (p: { name: string; command: string }) => ({
    what: text(`The input \`${p.name}\` is missing.`, `缺少输入 \`${p.name}\`。`),
    why: text(`The command \`${p.command}\` needs it.`, `命令 \`${p.command}\` 需要它。`),
    cure: text(
      `Add \`${p.name}: ...\` under \`with:\`. Where it comes from a secret, check that the secret exists and has a value: a secret that does not exist is empty.`,
      `在 \`with:\` 下添加 \`${p.name}: ...\`。若取自 secret，请确认该 secret 存在且有值：不存在的 secret 为空。`,
    ),
  }),
  INPUT_UNKNOWN: (p: { name: string; nearest: string }) => ({
    what: text(`There is no input named \`${p.name}\`.`, `没有名为 \`${p.name}\` 的输入。`),
    why: text('GitHub would only warn, and the value would have no effect.', 'GitHub 只会给出警告，该值不会生效。'),
    cure: text(
      `The nearest name is \`${p.nearest}\`. Correct the name, or remove the line.`,
      `最接近的名称是 \`${p.nearest}\`。请改正名称，或删除该行。`,
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
  INPUT_DOMAIN: (p: { value: string }) => ({
    what: text(`\`domain\` cannot be "${p.value}".`, `\`domain\` 不能是“${p.value}”。`),
    why: text(
      'It is the host name alone: no scheme, port, path, wildcard, IP address or localhost. WeChat accepts no IP address.',
      '它只能是域名本身：不带协议、端口、路径、通配符，也不能是 IP 地址或 localhost。微信不接受 IP 地址。',
    ),
    cure: text(
      'Write it like `api.example.com`; the port goes into `https-port`.',
      '请写成 `api.example.com` 的形式；端口写在 `https-port` 中。',
    ),
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
      '请从服务器控制台复制公网地址，或删除该输入。',
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
      'It is one or more names of letters, digits, `_` `.` `@` `-`, separated by commas.',
      '它是一个或多个名称，由字母、数字、`_` `.` `@` `-` 组成，用逗号分隔。',
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
  INPUT_SITE_PATH: (p: { value: string }) => ({
    what: text(`\`static-site-path\` cannot be "${p.value}".`, `\`static-site-path\` 不能是“${p.value}”。`),
    why: text(
      'It is the path of a URL, made of letters, digits, `.` `_` `~` `-` and single slashes, without `..`.',
      '它是 URL 的路径，由字母、数字、`.` `_` `~` `-` 和单个斜杠组成，不含 `..`。',
    ),
    cure: text(
      'Write it like `/admin/`, or `/` for the whole host.',
      '请写成 `/admin/` 的形式，或写 `/` 表示整个域名。',
    ),
  }),
  INPUT_HEALTH_STATUS: (p: { value: string }) => ({
    what: text(`\`health-status\` cannot be "${p.value}".`, `\`health-status\` 不能是“${p.value}”。`),
    why: text(
      'It lists HTTP statuses from 100 to 599 and ranges of them, separated by commas.',
      '它列出 100 到 599 的 HTTP 状态码或其范围，用逗号分隔。',
    ),
    cure: text('Write it like `200`, `200-299` or `200,204`.', '请写成 `200`、`200-299` 或 `200,204` 的形式。'),
  }),
  INPUT_BODY_SIZE: (p: { value: string }) => ({
    what: text(`\`max-body-size\` cannot be "${p.value}".`, `\`max-body-size\` 不能是“${p.value}”。`),
    why: text(
      'It is a size as nginx writes it: digits, then nothing (bytes), `k`, `m` or `g`; 0 means no limit.',
      '它采用 nginx 的写法：数字后接空（字节）、`k`、`m` 或 `g`；0 表示不限制。',
    ),
    cure: text('Write it like `20m`.', '请写成 `20m` 的形式。'),
  }),
  INPUT_ARTIFACT_NAME: (p: { value: string }) => ({
    what: text(`\`artifact-name\` cannot be "${p.value}".`, `\`artifact-name\` 不能是“${p.value}”。`),
    why: text(
      'GitHub allows none of " : < > | * ? \\ / and no line break in it; `<app>` stands for the application name.',
      'GitHub 不允许其中出现 " : < > | * ? \\ / 和换行；`<app>` 代表应用名。',
    ),
    cure: text('Write it like `deployment-<app>`.', '请写成 `deployment-<app>` 的形式。'),
  }),
  INPUT_JAVA_OPTIONS_LINE: (_: object) => ({
    what: text(
      '`java-options` holds a line break or another control character.',
      '`java-options` 中有换行或其他控制字符。',
    ),
    why: text(
      'The variable JAVA_TOOL_OPTIONS, which it becomes, is one line.',
      '它会成为变量 JAVA_TOOL_OPTIONS，该变量只占一行。',
    ),
    cure: text(
      'Write the options on one line, with blanks between them. `java-options: >-` lets YAML join several lines.',
      '请把选项写在一行，用空格分隔。用 `java-options: >-` 可让 YAML 把多行合为一行。',
    ),
  }),
  INPUT_JAVA_OPTIONS_QUOTE: (_: object) => ({
    what: text('`java-options` holds a quote that is not closed.', '`java-options` 中有未闭合的引号。'),
    why: text('With such options no JVM starts.', '带有这样的选项，JVM 无法启动。'),
    cure: text(
      'Close it. A quote that is meant itself goes into quotes of the other kind.',
      '请闭合引号。若引号本身是内容，请用另一种引号括起来。',
    ),
  }),
  INPUT_MEMORY: (p: { value: string }) => ({
    what: text(`\`memory\` cannot be "${p.value}".`, `\`memory\` 不能是“${p.value}”。`),
    why: text(
      'It is a size as Docker writes it: digits, then nothing (bytes), `k`, `m` or `g`; at least 64m, since even a small Spring Boot application needs about twice that.',
      '它采用 Docker 的写法：数字后接空（字节）、`k`、`m` 或 `g`；至少 64m，因为即使很小的 Spring Boot 应用也需要约两倍于此的内存。',
    ),
    cure: text('Write it like `512m` or `1g`.', '请写成 `512m` 或 `1g` 的形式。'),
  }),
  INPUT_TIMEZONE: (p: { value: string; nearest: string }) => ({
    what: text(`\`timezone\` cannot be "${p.value}".`, `\`timezone\` 不能是“${p.value}”。`),
    why: text(
      'No time zone of this name is in the IANA database; an abbreviation (CST) or an offset (+08:00) is no name.',
      'IANA 时区数据库中没有这个名称；缩写（CST）和偏移量（+08:00）都不是时区名称。',
    ),
    cure: text(
      `The nearest name is \`${p.nearest}\`. China has \`Asia/Shanghai\`.`,
      `最接近的名称是 \`${p.nearest}\`。中国使用 \`Asia/Shanghai\`。`,
    ),
  }),
  INPUT_FILE: (p: { line: number; value: string }) => ({
    what: text(`\`files\`, line ${p.line}, cannot be "${p.value}".`, `\`files\` 第 ${p.line} 行不能是“${p.value}”。`),
    why: text(
      'A line is `runner-path:container-path`; the latter is the absolute path of a file, without `..`, colons or backslashes. Files are always mounted read-only, so that `:ro` is not written.',
      '每行写 `运行器路径:容器路径`；后者是文件的绝对路径，不含 `..`、冒号和反斜杠。文件始终以只读方式挂载，因此不写 `:ro`。',
    ),
    cure: text(
      'Write it like `keys/apiclient_key.pem:/etc/wechat/apiclient_key.pem`. A folder of the server goes into `volumes`.',
      '请写成 `keys/apiclient_key.pem:/etc/wechat/apiclient_key.pem` 的形式。服务器上的文件夹请写在 `volumes` 中。',
    ),
  }),
  INPUT_FILE_PLACE: (p: { path: string; other: string }) => ({
    what: text(
      `\`files\`: ${p.path} cannot be mounted beside ${p.other}.`,
      `\`files\`：${p.path} 无法与 ${p.other} 同时挂载。`,
    ),
    why: text(
      'Two mounts have the same path in the container, or a file would have to be made within a file or a read-only folder.',
      '两个挂载在容器内路径相同，或者需要在文件内、只读文件夹内创建文件。',
    ),
    cure: text('Mount the file elsewhere.', '请把文件挂载到别处。'),
  }),
  INPUT_VOLUME: (p: { line: number; value: string }) => ({
    what: text(
      `\`volumes\`, line ${p.line}, cannot be "${p.value}".`,
      `\`volumes\` 第 ${p.line} 行不能是“${p.value}”。`,
    ),
    why: text(
      'A line is `host:container`, or `host:container:ro` to mount it read-only; both are absolute paths below `/`, without `..`, colons or backslashes.',
      '每行写 `服务器路径:容器路径`，只读时写 `服务器路径:容器路径:ro`；两者都是 `/` 之下的绝对路径，不含 `..`、冒号和反斜杠。',
    ),
    cure: text(
      'Write it like `/docker/app/demo/logs:/docker/app/demo/logs`.',
      '请写成 `/docker/app/demo/logs:/docker/app/demo/logs` 的形式。',
    ),
  }),
  INPUT_VOLUME_TWICE: (p: { line: number; path: string }) => ({
    what: text(
      `\`volumes\`, line ${p.line}, mounts ${p.path} in the container a second time.`,
      `\`volumes\` 第 ${p.line} 行再次挂载容器内的 ${p.path}。`,
    ),
    why: text('One of the two folders would be hidden.', '其中一个文件夹会被遮住。'),
    cure: text('Remove one of the lines, or mount it elsewhere.', '请删除其中一行，或挂载到别处。'),
  }),
  INPUT_ENV_LINE: (p: { line: number }) => ({
    what: text(
      `\`env\`, line ${p.line}, is not \`NAME=value\`. (The line is not shown, it may be secret.)`,
      `\`env\` 第 ${p.line} 行不是 \`NAME=value\` 的形式。（该行可能含机密，不予显示。）`,
    ),
    why: text(
      'A name begins with a letter or `_` and holds letters, digits, `_` `.` `-`; then comes `=`. Docker reads one variable a line: a value cannot hold a line break.',
      '变量名以字母或 `_` 开头，由字母、数字、`_` `.` `-` 组成，其后是 `=`。Docker 每行读取一个变量：值中不能有换行。',
    ),
    cure: text(
      'Correct the line. A value of several lines (a PEM key) goes in encoded as base64 on one line, or as a file, by `files`.',
      '请改正该行。多行的值（如 PEM 密钥）请先用 base64 编码成一行，或用 `files` 作为文件提供。',
    ),
  }),
  INPUT_ENV_TWICE: (p: { line: number; name: string }) => ({
    what: text(`\`env\`, line ${p.line}, sets ${p.name} a second time.`, `\`env\` 第 ${p.line} 行重复设置 ${p.name}。`),
    why: text('Only one value can win.', '只有一个值能生效。'),
    cure: text('Remove one of the lines.', '请删除其中一行。'),
  }),
  INPUT_ENV_LONG: (p: { line: number }) => ({
    what: text(`\`env\`, line ${p.line}, is too long.`, `\`env\` 第 ${p.line} 行过长。`),
    why: text(
      'Docker reads lines of less than 64 KiB from an env file.',
      'Docker 从 env 文件读取的每行须小于 64 KiB。',
    ),
    cure: text('Give a value of that size as a file, by `files`.', '这么大的值请用 `files` 作为文件提供。'),
  }),
  INPUT_NETWORK_MODE: (p: { value: string }) => ({
    what: text(`\`network\` cannot be "${p.value}".`, `\`network\` 不能是“${p.value}”。`),
    why: text(
      'On the network of the server, or in that of another container, two versions cannot listen on one port side by side; without a network nothing reaches the application.',
      '使用服务器自身的网络或其他容器的网络时，两个版本无法同时监听同一端口；没有网络则无法访问应用。',
    ),
    cure: text(
      'Name a network made with `docker network create`, or remove the input: `host.docker.internal` reaches what runs on the server itself.',
      '请填写用 `docker network create` 创建的网络，或删除该输入：用 `host.docker.internal` 可以访问服务器上运行的程序。',
    ),
  }),
  INPUT_NETWORK: (p: { value: string }) => ({
    what: text(`\`network\` cannot be "${p.value}".`, `\`network\` 不能是“${p.value}”。`),
    why: text(
      'It is the name of one Docker network: letters, digits, `_` `.` `-`, a letter or digit first.',
      '它是一个 Docker 网络的名称：由字母、数字、`_` `.` `-` 组成，以字母或数字开头。',
    ),
    cure: text('Write it like `backend`.', '请写成 `backend` 的形式。'),
  }),
  INPUT_BUILD_ARG: (p: { line: number; value: string }) => ({
    what: text(
      `\`build-args\`, line ${p.line}, cannot be "${p.value}".`,
      `\`build-args\` 第 ${p.line} 行不能是“${p.value}”。`,
    ),
    why: text(
      'A line is `NAME=value`, the name of letters, digits and `_`, not beginning with a digit, each given once.',
      '每行写 `NAME=value`，名称由字母、数字和 `_` 组成，不以数字开头，且只出现一次。',
    ),
    cure: text('Write it like `JAR_FILE=target/demo.jar`.', '请写成 `JAR_FILE=target/demo.jar` 的形式。'),
  }),
  INPUT_DOCKER_OPTIONS: (p: { sign: string; column: number }) => ({
    what: text(
      `\`docker-options\` holds ${p.sign} at character ${p.column}.`,
      `\`docker-options\` 第 ${p.column} 个字符处有 ${p.sign}。`,
    ),
    why: text(
      'The options are split as a shell splits words, but never run by one: no operators, variables, substitutions, patterns, comments or open quotes.',
      '这些选项按 shell 的分词规则拆分，但不会由 shell 执行：不允许运算符、变量、命令替换、通配符、注释或未闭合的引号。',
    ),
    cure: text(
      'Where the character itself is meant, put the word into single quotes; else remove it.',
      '如果确实需要该字符，请把整个词放进单引号；否则请删除。',
    ),
  }),
  INPUT_DOCKER_OPTION_RESERVED: (p: { option: string; input: string }) => ({
    what: text(`\`docker-options\` cannot hold \`${p.option}\`.`, `\`docker-options\` 中不能有 \`${p.option}\`。`),
    why: text(`An input stands for it: \`${p.input}\`.`, `它由输入 \`${p.input}\` 表示。`),
    cure: text(`Remove it and use \`${p.input}\`.`, `请删除它，改用 \`${p.input}\`。`),
  }),
  INPUT_DOCKER_OPTION_FIXED: (p: { option: string }) => ({
    what: text(`\`docker-options\` cannot hold \`${p.option}\`.`, `\`docker-options\` 中不能有 \`${p.option}\`。`),
    why: text(
      'The action sets it itself: a deployment could not be proven, undone or found again without it.',
      '它由本 Action 自行设置：否则无法验证、撤销或再次找到部署。',
    ),
    cure: text('Remove it.', '请删除它。'),
  }),
  INPUT_DOCKER_OPTION_UNKNOWN: (p: { option: string; nearest: string }) => ({
    what: text(
      `\`docker-options\` holds \`${p.option}\`, which \`docker run\` does not know.`,
      `\`docker-options\` 中的 \`${p.option}\` 不是 \`docker run\` 的选项。`,
    ),
    why: text(`The nearest option is \`${p.nearest}\`.`, `最接近的选项是 \`${p.nearest}\`。`),
    cure: text('Correct or remove it.', '请改正或删除它。'),
  }),
  INPUT_DOCKER_OPTION_VALUE: (p: { option: string }) => ({
    what: text(
      `\`docker-options\`: \`${p.option}\` lacks its value.`,
      `\`docker-options\` 中 \`${p.option}\` 缺少取值。`,
    ),
    why: text('The option takes a value, and nothing follows it.', '该选项需要一个值，但其后没有内容。'),
    cure: text(`Write \`${p.option} VALUE\`.`, `请写成 \`${p.option} 值\`。`),
  }),
  INPUT_DOCKER_OPTION_WORD: (p: { word: string }) => ({
    what: text(
      `\`docker-options\` holds the word "${p.word}", which belongs to no option.`,
      `\`docker-options\` 中的“${p.word}”不属于任何选项。`,
    ),
    why: text(
      'Docker would take it for the image, and all that follows for a command.',
      'Docker 会把它当作镜像名，并把其后的内容当作命令。',
    ),
    cure: text(
      'Remove it. A switch takes its value after `=`: `--read-only=true`.',
      '请删除它。开关类选项的值写在 `=` 之后：`--read-only=true`。',
    ),
  }),
  INPUT_SNIPPET_CLOSES: (p: { line: number }) => ({
    what: text(
      `\`nginx-snippet\`, line ${p.line}: a \`}\` closes a block that the snippet did not open.`,
      `\`nginx-snippet\` 第 ${p.line} 行：\`}\` 关闭了并非由片段打开的块。`,
    ),
    why: text('It would end the server block that the snippet stands in.', '这会提前结束片段所在的 server 块。'),
    cure: text('Remove the `}`, or add the `{` that is missing before it.', '请删除该 `}`，或补上前面缺少的 `{`。'),
  }),
  INPUT_SNIPPET_SYNTAX: (p: { line: number; near: string }) => ({
    what: text(
      `\`nginx-snippet\`, line ${p.line}: nginx would not understand this near "${p.near}".`,
      `\`nginx-snippet\` 第 ${p.line} 行：nginx 无法理解“${p.near}”附近的内容。`,
    ),
    why: text(
      'A directive ends with `;`, a block with `}`, a quote with the same quote, and a space follows a closing quote. Lua blocks are not allowed: their text cannot be told from configuration.',
      '指令以 `;` 结束，块以 `}` 结束，引号须成对，闭合引号之后须有空格。不允许 Lua 块：无法把其文本与配置区分开。',
    ),
    cure: text(
      'Complete it, as in `add_header X-Frame-Options DENY;`. Lua goes into a file, named by a `..._by_lua_file` directive.',
      '请补全，例如 `add_header X-Frame-Options DENY;`。Lua 代码请放入文件，用 `..._by_lua_file` 指令引用。',
    ),
  }),
  INPUT_NEEDS: (p: { name: string; needed: string }) => ({
    what: text(`\`${p.name}\` needs \`${p.needed}\`.`, `\`${p.name}\` 需要同时给出 \`${p.needed}\`。`),
    why: text('One without the other has no meaning.', '二者缺一则没有意义。'),
    cure: text(
      `Add \`${p.needed}\`, or change \`${p.name}\`. Where it comes from a secret, check that the secret has a value.`,
      `请添加 \`${p.needed}\`，或修改 \`${p.name}\`。若取自 secret，请确认该 secret 有值。`,
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
  INPUT_SAME_PORT: (p: { name: string; other: string; port: number }) => ({
    what: text(
      `\`${p.name}\` and \`${p.other}\` are both ${p.port}.`,
      `\`${p.name}\` 与 \`${p.other}\` 都是 ${p.port}。`,
    ),
    why: text('nginx cannot serve https and plain http on one port.', 'nginx 无法在同一端口上同时提供 https 和 http。'),
    cure: text('Change one of them.', '请修改其中之一。'),
  }),
  INPUT_STATIC_PORT: (p: { name: string; port: number }) => ({
    what: text(
      `\`${p.name}\` is ${p.port}, which \`static-site\` needs for itself.`,
      `\`${p.name}\` 为 ${p.port}，而 \`static-site\` 需要独占该端口。`,
    ),
    why: text(
      'A static site is served on 443, and 80 leads there; nginx uses one server for a name and port.',
      '静态站点使用 443 端口，80 端口跳转到它；同名同端口 nginx 只使用一个 server。',
    ),
    cure: text(
      'Leave `static-site` out, or choose another port: 8014 for the API is the default.',
      '请去掉 `static-site`，或改用其他端口：API 默认使用 8014。',
    ),
  }),
};
