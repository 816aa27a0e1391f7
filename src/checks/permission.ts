import { posix } from 'node:path';
import { withoutDetail } from './log-levels.ts';

/** What systems say of a path that may not be written to, in the languages that Java has it from them. */
const refused =
  '(?:Permission denied|Read-only file system|Operation not permitted|权限不够|只读文件系统|不允许的操作)';

/** A message that names a path, in its first group. */
interface Message {
  readonly said: RegExp;
  /** The path is the folder itself; else that of a file in it. */
  readonly folder?: true;
  /** What Java, and the frameworks that log by it, say also of a file that is only read: the stack tells. */
  readonly maybeRead?: true;
}

const messages: readonly Message[] = [
  // Logback and Log4j, which make the folder first.
  { said: /Failed to create parent directories for \[(.+?)\]/ },
  { said: /openFile\((.+?),(?:true|false)\) call failed/ },
  { said: /setFile\((.+?),(?:true|false)\) call failed/ },
  { said: /Unable to create (?:the )?(?:log )?file:? \[?(\/[^\]\s]+|[^\]\s/]+\/[^\]\s]+)/i },
  {
    said: /(?:Could not|Cannot|can't|Unable to|Failed to) create (?:the )?(?:parent )?(?:directory|folder|dir):? [[`'"‘]?(\/[^\]\s'"’`:]+)/i,
    folder: true,
  },
  { said: /Failed to open access log file \[(.+?)\]/ },
  { said: /Error while creating file "(.+?)"/ },
  // Java.
  { said: new RegExp(`FileNotFoundException: (.+?) \\(${refused}\\)`), maybeRead: true },
  // Not that of a security framework, which may name a path of a URL.
  { said: /(?:java\.nio\.file\.|(?<![\w.]))AccessDeniedException: (\/[^\s:]+)(?: ->.*)?$/, maybeRead: true },
  { said: /ReadOnlyFileSystemException: (\/[^\s:]+)/ },
  { said: new RegExp(`FileSystemException: (/[^:]+): ${refused}`), maybeRead: true },
  // Shells and their tools, in scripts that start it.
  { said: new RegExp(`(?:cannot|can't) create directory [‘'\`"]?(.+?)[’'"]?: ${refused}`), folder: true },
  { said: new RegExp(`(?:cannot|can't) (?:touch|create(?: regular file)?|open) [‘'\`"]?(/.+?)[’'"]?: ${refused}`) },
  { said: new RegExp(`(?:tee|touch): [‘'\`"]?(/.+?)[’'"]?: ${refused}`) },
];

/** Frames of reading, below a message that does not tell it from writing. */
const reading = /FileInputStream|newInputStream|readAll|Files\.(?:read|lines|list|walk)|newDirectoryStream|FileReader/;

/**
 * The folders that an application says it cannot write to, absolute, each once; relative paths count from `workdir`. An
 * excerpt of a log is read line by line: the message of an exception, its stack below it.
 */
export function deniedFolders(all: readonly string[], workdir: string): readonly string[] {
  const logLines = withoutDetail(all, () => false);
  const folders = logLines.flatMap((line, at) =>
    messages.flatMap(({ said, folder, maybeRead }) => {
      const path = said.exec(line)?.[1];
      if (path === undefined || !isPath(path)) return [];
      if (maybeRead && logLines.slice(at + 1, at + 9).some((frame) => /^\s+at /.test(frame) && reading.test(frame))) {
        return [];
      }
      const absolute = posix.resolve(workdir, path);
      // Libraries look there for what the kernel tells of the machine.
      if (/^\/(?:proc|sys|dev)\//.test(absolute)) return [];
      // A name without an ending is rather a folder's: `Files.createDirectories` names the first that it cannot make.
      const isFolder = folder || (said.source.includes('AccessDenied') && !/\.[A-Za-z0-9]{1,6}$/.test(absolute));
      return [isFolder ? absolute : posix.dirname(absolute)];
    }),
  );
  return [...new Set(folders)];
}

/** Whether it can be shown and mounted: an application names what it likes. */
function isPath(path: string): boolean {
  return path.length <= 500 && !/[\p{Cc}:\\]/u.test(path) && path !== 'null';
}
