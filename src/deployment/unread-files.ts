import { type Failure, failure } from '../messages/failure.ts';
import type { NginxConfiguration } from '../nginx/configuration.ts';
import { listensInText, nameInText } from '../nginx/servers-in-text.ts';
import { portsOf, type Site } from '../nginx/site.ts';

/** What the files of nginx that cannot be read mean for a deployment. */
export interface UnreadFiles {
  /** Those that hold a server of the site's name and port, which would have to be changed. */
  readonly problems: readonly Failure[];
  /** The others: they stay, and nginx alone judges them. */
  readonly notices: readonly Failure[];
}

/** Looks at the text of the files of nginx that cannot be read; `managed`, our own, is written anew whatever is in it. */
export function unreadFiles(
  site: Site,
  { unread, files }: NginxConfiguration,
  managed: string | undefined,
): UnreadFiles {
  const problems: Failure[] = [];
  const notices: Failure[] = [];
  for (const { file, line } of unread) {
    if (file === managed) continue;
    const text = files.get(file) ?? '';
    const port = nameInText(text, site.domain) ? portsOf(site).find((one) => listensInText(text, one)) : undefined;
    if (port === undefined) notices.push(failure('NGINX_FILE_PASSED_BY', { file, line }));
    else problems.push(failure('NGINX_UNREADABLE', { file, line, domain: site.domain, port }));
  }
  return { problems, notices };
}
