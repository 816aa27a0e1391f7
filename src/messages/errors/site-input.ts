import { text } from '../text.ts';

/** Failures of the inputs of what nginx serves: its name, ports, pages and directives. */
export const siteInputErrors = {
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
  INPUT_BODY_SIZE: (p: { value: string }) => ({
    what: text(`\`max-body-size\` cannot be "${p.value}".`, `\`max-body-size\` 不能是“${p.value}”。`),
    why: text(
      'It is a size as nginx writes it: digits, then nothing (bytes), `k`, `m` or `g`; 0 means no limit.',
      '它采用 nginx 的写法：数字后接空（字节）、`k`、`m` 或 `g`；0 表示不限制。',
    ),
    cure: text('Write it like `20m`.', '请写成 `20m` 的形式。'),
  }),
  INPUT_SNIPPET_CLOSES: (p: { line: number }) => ({
    what: text(
      `\`nginx-snippet\`, line ${p.line}: a \`}\` closes a block that the snippet did not open.`,
      `\`nginx-snippet\` 第 ${p.line} 行：\`}\` 关闭了并非由片段打开的块。`,
    ),
    why: text('It would end the server block that contains the snippet.', '这会提前结束片段所在的 server 块。'),
    cure: text('Remove the `}`, or add the `{` that is missing before it.', '请删除该 `}`，或补上前面缺少的 `{`。'),
  }),
  INPUT_SNIPPET_ANSWERS: (p: { line: number; directive: string }) => ({
    what: text(
      `\`nginx-snippet\`, line ${p.line}: \`${p.directive}\` applies to every request, also to those that verify the deploy.`,
      `\`nginx-snippet\` 第 ${p.line} 行：\`${p.directive}\` 对所有请求生效，包括验证部署的请求。`,
    ),
    why: text(
      'nginx handles return and rewrite of a server block before it looks for a location. Mini programs cannot send a client certificate.',
      'nginx 先处理 server 块中的 return 和 rewrite，再匹配 location。小程序无法发送客户端证书。',
    ),
    cure: text(
      'Put it into a block: `location /old/ { return 410; }`. Let a rewrite leave out the requests that verify the deploy: `rewrite ^/(?!deploy-proof/)(.*)$ /v2/$1 last;`. For client certificates: `ssl_verify_client optional;` and check `$ssl_client_verify` in a location.',
      '请将其放入块中：`location /old/ { return 410; }`。rewrite 请排除验证部署的请求：`rewrite ^/(?!deploy-proof/)(.*)$ /v2/$1 last;`。客户端证书请用 `ssl_verify_client optional;`，并在 location 中检查 `$ssl_client_verify`。',
    ),
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
  INPUT_SAME_PORT: (p: { name: string; other: string; port: number }) => ({
    what: text(
      `\`${p.name}\` and \`${p.other}\` are both ${p.port}.`,
      `\`${p.name}\` 与 \`${p.other}\` 都是 ${p.port}。`,
    ),
    why: text('nginx cannot serve https and plain http on one port.', 'nginx 无法在同一端口上同时提供 https 和 http。'),
    cure: text(
      'Change one of them. If the application’s port comes from the jar, set `publish-app-port: false`: nginx then serves https alone.',
      '请修改其中之一。若应用端口来自 jar，请设置 `publish-app-port: false`：nginx 将只提供 https。',
    ),
  }),
  INPUT_STATIC_PORT: (p: { name: string; port: number }) => ({
    what: text(
      `\`${p.name}\` is ${p.port}, which \`static-site\` needs for itself.`,
      `\`${p.name}\` 为 ${p.port}，而 \`static-site\` 需要独占该端口。`,
    ),
    why: text(
      'A static site is served on 443, and 80 redirects to it; nginx uses one server for a name and port.',
      '静态站点使用 443 端口，80 端口跳转到它；同名同端口 nginx 只使用一个 server。',
    ),
    cure: text(
      'Leave `static-site` out, or choose another port: 8014 for the API is the default. If the application’s port comes from the jar, set `publish-app-port: false`.',
      '请去掉 `static-site`，或改用其他端口：API 默认使用 8014。若应用端口来自 jar，请设置 `publish-app-port: false`。',
    ),
  }),
};
