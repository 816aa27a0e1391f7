import { quote } from '../../shell/quote.ts';
import { type Text, text } from '../text.ts';
import { otherMachine } from './served.ts';

function linesOf(list: string): readonly string[] {
  return [...new Set(String(list).split('\n').filter(Boolean))];
}

/** Which folder `static-site` should name; `built` is one that was found to have an index.html, or empty. */
function nameBuilt(built: string): Text {
  return built === ''
    ? text(
        'Build the front end in a step before this one, and set `static-site` to the folder that the build writes (often `dist` or `build` in it): the one that has index.html.',
        '请在此步骤之前的步骤中构建前端，并将 `static-site` 设为构建输出的目录（通常是其中的 `dist` 或 `build`），即包含 index.html 的目录。',
      )
    : text(
        `Set \`static-site: ${built}\`, the folder that the build wrote.`,
        `请设置 \`static-site: ${built}\`，即构建输出的目录。`,
      );
}

/** Failures of the static site: its folder on the runner, its place on the server, its ports. */
export const staticSiteErrors = {
  STATIC_SITE_UNREADABLE: (p: { folder: string; detail: string }) => ({
    what: text(
      `\`static-site\` cannot be read: ${p.folder} (${p.detail})`,
      `无法读取 \`static-site\`：${p.folder}（${p.detail}）`,
    ),
    why: text(
      'It must be a folder on the runner; most often the step that builds the front end did not run, or writes elsewhere.',
      '它必须是运行器上的一个目录；最常见的原因是构建前端的步骤没有运行，或输出到了其他位置。',
    ),
    cure: text(
      'In a step before this one, run `npm ci && npm run build` in the folder of the front end (`npm install && npm run build` if it has no package-lock.json). Set `static-site` to the folder that the build writes, as a path from the root of the checkout.',
      '请在此步骤之前的步骤中，于前端目录执行 `npm ci && npm run build`（没有 package-lock.json 时执行 `npm install && npm run build`），并将 `static-site` 设为其输出目录（相对于检出代码的根目录）。',
    ),
  }),
  STATIC_SITE_NO_INDEX: (p: { folder: string; built: string }) => ({
    what: text(
      `There is no index.html at the top of \`static-site\`: ${p.folder}`,
      `\`static-site\` 的顶层没有 index.html：${p.folder}`,
    ),
    why: text(
      'A built front end has one. The folder is probably that of the sources, or one above the built one.',
      '构建好的前端都有该文件。所填的可能是源码目录，或构建目录的上一级。',
    ),
    cure: nameBuilt(p.built),
  }),
  STATIC_SITE_NOT_BUILT: (p: { folder: string; sources: string; built: string }) => ({
    what: text(
      `\`static-site\` holds the sources of a front end: ${p.folder} has ${p.sources}`,
      `\`static-site\` 是前端源码目录：${p.folder} 中有 ${p.sources}`,
    ),
    why: text(
      'Everything in the folder becomes public; browsers need what the build makes of it.',
      '目录中的所有内容都会公开；浏览器需要的是构建后的文件。',
    ),
    cure: nameBuilt(p.built),
  }),
  STATIC_SITE_TOO_LARGE: (p: {
    folder: string;
    files: number;
    bytes: string;
    mostFiles: number;
    mostBytes: string;
  }) => ({
    what: text(
      `\`static-site\` is too large: ${p.folder} has ${p.files} files, ${p.bytes}.`,
      `\`static-site\` 过大：${p.folder} 有 ${p.files} 个文件，共 ${p.bytes}。`,
    ),
    why: text(
      `At most ${p.mostFiles} files and ${p.mostBytes} are taken; a front end is far smaller.`,
      `最多 ${p.mostFiles} 个文件、${p.mostBytes}；正常的前端远小于此。`,
    ),
    cure: text(
      'Name the folder that the build writes; keep large media elsewhere (object storage).',
      '请填写构建输出的目录；大型媒体文件请放到其他位置（如对象存储）。',
    ),
  }),
  STATIC_SITE_CHANGED: (p: { path: string }) => ({
    what: text(
      `${p.path} of \`static-site\` changed while it was sent.`,
      `\`static-site\` 中的 ${p.path} 在发送过程中发生变化。`,
    ),
    why: text('Something still writes to the folder.', '仍有程序在写入该目录。'),
    cure: text('Let the build end before this step, then run again.', '请确保构建在本步骤之前结束，然后重新运行。'),
  }),
  /** One folder a line. */
  STATIC_SITE_CLOSED: (p: { folders: string }) => ({
    what: text(
      `nginx cannot reach the static site. Folders on the server that are closed to other users: ${linesOf(p.folders).join(', ')}`,
      `nginx 无法访问静态站点。服务器上不允许其他用户进入的目录：${linesOf(p.folders).join('、')}`,
    ),
    why: text(
      'nginx reads files as a user of its own, who must be able to enter every folder above them.',
      'nginx 以其自己的用户读取文件，必须能进入其上的每一级目录。',
    ),
    cure: text(
      `On the server, run \`chmod o+x ${linesOf(p.folders).map(quote).join(' ')}\`, then run the workflow again.`,
      `请在服务器上执行 \`chmod o+x ${linesOf(p.folders).map(quote).join(' ')}\`，然后重新运行工作流。`,
    ),
  }),
  SITE_TAKEN: (p: { domain: string; port: number; app: string }) => ({
    what: text(
      `${p.app} already serves ${p.domain}:${p.port} on this server.`,
      `该服务器上的 ${p.app} 已在提供 ${p.domain}:${p.port}。`,
    ),
    why: text(
      'One application per domain can have 443 and 80: of two servers with one name and port nginx uses only the first.',
      '同一域名的 443 和 80 只能由一个应用使用：同名同端口的两个 server，nginx 只使用第一个。',
    ),
    cure: text(
      `Leave \`static-site\` out here, or first deploy ${p.app} without its \`static-site\`.`,
      `请在此处去掉 \`static-site\`，或先去掉 ${p.app} 的 \`static-site\` 并重新部署 ${p.app}。`,
    ),
  }),
  SITE_UNREACHABLE: (p: { address: string; port: number; apiPort: number; detail: string }) => ({
    what: text(
      `From outside nothing answers at ${p.address}, TCP port ${p.port} (${p.detail}), though port ${p.apiPort} does.`,
      `从外部访问 ${p.address} 的 TCP 端口 ${p.port} 没有响应（${p.detail}），而端口 ${p.apiPort} 正常。`,
    ),
    why: text(
      `Server and route are sound. Either the firewall of the cloud lets only ${p.apiPort} in, or the domain is not filed (备案): in mainland China providers block 80 and 443 of such names, often these two alone.`,
      `服务器和线路正常。可能是云防火墙只放行了 ${p.apiPort}，也可能是域名未备案：中国大陆的服务商会拦截未备案域名的 80 和 443，且往往只拦截这两个端口。`,
    ),
    cure: text(
      `Open TCP ${p.port} in the cloud (Lighthouse firewall or security group, source 0.0.0.0/0). If it is open, look at https://console.cloud.tencent.com/beian whether the domain is filed with this provider; until then leave \`static-site\` out. The deployment stays as it is.`,
      `请在云控制台放行 TCP ${p.port}（轻量应用服务器防火墙或安全组，来源 0.0.0.0/0）。若已放行，请在 https://console.cloud.tencent.com/beian 查看域名是否已在该服务商备案；备案之前请去掉 \`static-site\`。部署保持不变。`,
    ),
  }),
  SITE_STATUS: (p: { url: string; status: number; domain: string; address: string; log: string }) => ({
    what: text(`${p.url} answers with status ${p.status}; expected: 200`, `${p.url} 返回状态码 ${p.status}；期望：200`),
    why: text(
      'On the server nginx reads the page. From outside something else answers: a CDN, a load balancer, or another server block.',
      '在服务器上 nginx 可以读取该页面。从外部响应的是其他设备：CDN、负载均衡或其他 server 块。',
    ),
    cure: text(
      `${otherMachine(p).en} If it is, \`tail -n 50 ${p.log}\` on the server shows what nginx says of the request; if it says nothing, a CDN or load balancer of yours answers.`,
      `${otherMachine(p).zh}如果是，请在服务器上执行 \`tail -n 50 ${p.log}\` 查看 nginx 对该请求的记录；若没有记录，则由你的 CDN 或负载均衡响应。`,
    ),
  }),
  SITE_REDIRECT: (p: {
    url: string;
    status: number;
    location: string;
    expected: string;
    domain: string;
    address: string;
  }) => ({
    what: text(
      `${p.url} does not lead to ${p.expected}: status ${p.status}, location ${p.location}`,
      `${p.url} 没有跳转到 ${p.expected}：状态码 ${p.status}，location 为 ${p.location}`,
    ),
    why: text(
      'On the server nginx redirects it. Something on the way answers instead: in mainland China providers lead names that are not filed (备案) to a page of their own (webblock).',
      '在服务器上 nginx 会跳转。途中有其他设备代为响应：中国大陆的服务商会把未备案的域名引到其拦截页面（webblock）。',
    ),
    cure: text(
      `${otherMachine(p).en} If it is, look at https://console.cloud.tencent.com/beian whether the domain is filed with the provider of this server; until then leave \`static-site\` out. The deployment stays as it is.`,
      `${otherMachine(p).zh}如果是，请在 https://console.cloud.tencent.com/beian 查看域名是否已在该服务器的服务商处备案；备案之前请去掉 \`static-site\`。部署保持不变。`,
    ),
  }),
};
