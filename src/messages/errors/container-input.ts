import { text } from '../text.ts';

/** Failures of the inputs that say how the image is built and the container runs. */
export const containerInputErrors = {
  ENV_EMPTY: (p: { values: string }) => ({
    what: text(
      `These values are empty, or lack a part such as the host or the password of a URL: ${p.values}.`,
      `以下值为空，或缺少一部分（如 URL 中的主机或密码）：${p.values}。`,
    ),
    why: text(
      'A secret or variable that does not exist is an empty value in a workflow. Secrets of an environment need `environment:` in the job; pull requests from forks get none.',
      '在工作流中，不存在的 secret 或变量就是空值。environment 的 secret 需要在 job 中写 `environment:`；来自 fork 的 PR 得不到 secret。',
    ),
    cure: text(
      'Compare the names with those under Settings → Secrets and variables → Actions of the repository. Delete lines that are not needed; if a value is meant to be empty, nothing is to be done.',
      '请与仓库 Settings → Secrets and variables → Actions 中的名称核对。不需要的行请删除；如果本来就应为空，则无需处理。',
    ),
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
  INPUT_TIMEZONE: (p: { value: string; nearest: string | undefined }) => ({
    what: text(`\`timezone\` cannot be "${p.value}".`, `\`timezone\` 不能是“${p.value}”。`),
    why: text(
      'No time zone of this name is in the IANA database; an abbreviation (CST) or an offset (+08:00) is no name.',
      'IANA 时区数据库中没有这个名称；缩写（CST）和偏移量（+08:00）都不是时区名称。',
    ),
    cure: text(
      `${p.nearest === undefined ? '' : `The nearest name is \`${p.nearest}\`. `}Write \`Asia/Shanghai\` for China; \`timedatectl list-timezones\` lists all names.`,
      `${p.nearest === undefined ? '' : `最接近的名称是 \`${p.nearest}\`。`}中国请写 \`Asia/Shanghai\`；\`timedatectl list-timezones\` 会列出所有名称。`,
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
      '请填写用 `docker network create` 创建的网络，或删除该参数：用 `host.docker.internal` 可以访问服务器上运行的程序。',
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
    why: text(`An input covers it: \`${p.input}\`.`, `它由参数 \`${p.input}\` 表示。`),
    cure:
      p.input === 'app-port'
        ? text(
            "Remove it. The action publishes the application's own port (`app-port`; `publish-app-port: true` also opens it to the world) and no other one. Other containers reach every port of this one on a Docker network: set `network`.",
            '请删除它。本 Action 只发布应用自身的端口（`app-port`；`publish-app-port: true` 还会对外开放），不发布其他端口。其他容器可通过 Docker 网络访问该容器的任何端口：请设置 `network`。',
          )
        : text(`Remove it and use \`${p.input}\`.`, `请删除它，改用 \`${p.input}\`。`),
  }),
  INPUT_DOCKER_OPTION_FIXED: (p: { option: string }) => ({
    what: text(`\`docker-options\` cannot hold \`${p.option}\`.`, `\`docker-options\` 中不能有 \`${p.option}\`。`),
    why: text(
      'The action sets it itself: a deployment could not be verified, undone or found again without it.',
      '它由本 Action 自行设置：否则无法验证、撤销或再次找到部署。',
    ),
    cure: text('Remove it.', '请删除它。'),
  }),
  INPUT_DOCKER_OPTION_UNKNOWN: (p: { option: string; nearest: string | undefined }) => ({
    what: text(
      `\`docker-options\` holds \`${p.option}\`, which \`docker run\` does not know.`,
      `\`docker-options\` 中的 \`${p.option}\` 不是 \`docker run\` 的选项。`,
    ),
    why: text('docker would refuse to start the container with it.', '使用该选项时 docker 会拒绝启动容器。'),
    cure: text(
      `${p.nearest === undefined ? '' : `The nearest option is \`${p.nearest}\`. `}Correct or remove it; \`docker run --help\` lists all options.`,
      `${p.nearest === undefined ? '' : `最接近的选项是 \`${p.nearest}\`。`}请改正或删除它；\`docker run --help\` 会列出所有选项。`,
    ),
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
};
