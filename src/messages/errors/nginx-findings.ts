import { type Text, text } from '../text.ts';

/** What a script found out about an nginx that does not do what it is told; empty where there is nothing to say. */
export interface Findings {
  readonly cause?: string;
  /** nginx's or systemd's own words. */
  readonly said: string;
  /** FILE:LINE of the configuration. */
  readonly place?: string;
  /** The application whose file that is. */
  readonly owner?: string;
  /** Program and pid of what holds the port. */
  readonly holder?: string;
  /** Command line of this server's nginx. */
  readonly nginx?: string;
  readonly log?: string;
  /** The application's own file. */
  readonly file?: string;
}

/** Why it is so, and what to do. */
export interface ProofVerdict {
  readonly why: Text;
  readonly cure: Text;
}

/** Port in nginx's complaint about an address that is taken: `bind() to 0.0.0.0:80 failed`. */
function takenPort({ said }: Findings): string {
  return /bind\(\) to \S*:(\d+) failed/.exec(said)?.[1] ?? '-';
}

function fileOf(place: string): string {
  return place.replace(/:\d+$/, '');
}

/** ` (FILE:LINE)`, unless nginx's words name it already. */
export function at({ place, said }: Findings): string {
  return !place || said.includes(place) ? '' : ` (${place})`;
}

/** Whose file it is that stands in the way, and what to correct in it. */
export function correct(p: Findings): ProofVerdict {
  const check = text(`Verify with \`${p.nginx} -t\`, then run again.`, `用 \`${p.nginx} -t\` 检查，然后重新运行。`);
  if (!p.place)
    return {
      why: text('nginx refuses the configuration that is in its files now.', 'nginx 拒绝当前文件中的配置。'),
      cure: text(`Correct what nginx names. ${check.en}`, `请修正 nginx 指出的问题。${check.zh}`),
    };
  const file = fileOf(p.place);
  if (file === p.file)
    return {
      why: text(`${file} is the file of this application.`, `${file} 是本应用的配置文件。`),
      cure: text(
        'Correct `nginx-snippet`, or the certificate that nginx names, then run again.',
        '请修正 `nginx-snippet` 或 nginx 指出的证书，然后重新运行。',
      ),
    };
  const whose = !p.owner
    ? text(`${file} is not a file of this application.`, `${file} 不是本应用的文件。`)
    : text(`${file} belongs to the application ${p.owner}.`, `${file} 属于应用 ${p.owner}。`);
  return { why: whose, cure: text(`Correct ${p.place}. ${check.en}`, `请修正 ${p.place}。${check.zh}`) };
}

/** Another program holds a port that a line of the configuration wants. */
export function taken(p: Findings): ProofVerdict {
  const port = takenPort(p);
  const holder = !p.holder ? text('another program', '其他程序') : text(p.holder, p.holder);
  const place = !p.place ? text('The configuration', '配置') : text(p.place, p.place);
  const own = fileOf(p.place ?? '') === p.file;
  return {
    why: text(
      `${place.en} wants port ${port}, which ${holder.en} holds.`,
      `${place.zh} 需要端口 ${port}，而该端口被 ${holder.zh} 占用。`,
    ),
    cure: own
      ? text(
          `Stop that program (\`ss -ltnp 'sport = :${port}'\` lists it), or choose another port (\`https-port\`; \`publish-app-port: false\` for the port of the application), then run again.`,
          `请停止该程序（用 \`ss -ltnp 'sport = :${port}'\` 查看），或改用其他端口（\`https-port\`；应用端口可设置 \`publish-app-port: false\`），然后重新运行。`,
        )
      : text(
          `Stop that program (\`ss -ltnp 'sport = :${port}'\` lists it), or remove that \`listen\` line, then run again.`,
          `请停止该程序（用 \`ss -ltnp 'sport = :${port}'\` 查看），或删除该 \`listen\` 行，然后重新运行。`,
        ),
  };
}

/** Where else to look on the server. */
export function look(p: Findings): Text {
  return text(
    `On the server, look at \`${p.nginx} -t\` and \`tail -n 50 ${p.log}\`, then run again.`,
    `请在服务器上查看 \`${p.nginx} -t\` 和 \`tail -n 50 ${p.log}\`，然后重新运行。`,
  );
}

/** What nginx said of it, as a further sentence. */
export function saying({ said }: Findings): Text {
  return said === '' ? text('', '') : text(` It said: ${said}`, ` nginx 的输出：${said}`);
}
