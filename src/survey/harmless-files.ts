/** Folders of the system whose contents nobody misses, and files that Docker writes; from the beginning of the path. */
const ofTheSystem = [
  '/(tmp|run|proc|sys|dev|var/(tmp|run|cache|log|lib/(apt|dpkg)))(/|$)',
  '/etc/(hosts|hostname|resolv[.]conf|mtab|ld[.]so[.]cache|localtime|timezone)$',
];

/**
 * Wherever they are: logs; caches of Java (fonts, preferences) and of the clients of Nacos, Dubbo and Apollo; work folders
 * of Tomcat; class data archives, shared classes of OpenJ9, heap dumps, flight recordings, locks, process ids, unfinished
 * files; traces of H2; crash reports and core dumps; histories of shells.
 */
const anywhere = [
  '/((app|access|rocketmq|gc)[-_]?)?logs?/',
  '[.]log([.-].*)?$|/(nohup|catalina)[.]out$',
  '/[.](cache|java|fontconfig|dubbo|[a-z]*_history|viminfo|lesshst|wget-hsts)(/|$)',
  '/nacos/(naming|config)/|/config-cache/|/work/(Tomcat|Catalina)/|/javasharedresources/',
  '[.](jsa|hprof|jfr|phd|lck|lock|pid|swp|tmp)$|[.](trace|lock)[.]db$',
  '/(hs_err_pid|replay_pid|javacore)[^/]*$|/core([.][0-9]+)?$',
];

/** Extended regular expression of lines that end in a harmless path; `before` is what stands before the path. */
export function harmlessLines(before = ''): string {
  return [...ofTheSystem.map((path) => `^${before}${path}`), ...anywhere].join('|');
}
