import { listensOf } from './servers.ts';

/** Whether text that cannot be read seems to have a server of this host name. Comments of whole lines do not count. */
export function nameInText(text: string, domain: string): boolean {
  const name = domain.replaceAll('.', '\\.');
  return new RegExp(`\\bserver_name\\b[^;{}]*[\\s"']\\.?${name}[\\s;"']`, 'i').test(withoutComments(text));
}

/** Whether it seems to have a server that listens on this port: on 80 also where nothing says on which one. */
export function listensInText(text: string, port: number): boolean {
  const found = [...withoutComments(text).matchAll(/\blisten\s+([^;{}]+);/g)].map(([, words = '']) => ({
    name: 'listen',
    args: words.trim().replace(/["']/g, '').split(/\s+/),
    file: '',
    line: 0,
    start: 0,
    end: 0,
  }));
  const server = { name: 'server', args: [], block: found, file: '', line: 0, start: 0, end: 0 };
  return listensOf(server).some((listen) => listen.port <= port && port <= listen.lastPort);
}

function withoutComments(text: string): string {
  return text.replace(/^[ \t]*#.*$/gm, '');
}
