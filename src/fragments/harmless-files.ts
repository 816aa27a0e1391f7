import { quote } from '../shell/quote.ts';

/** Folders of the system whose contents nobody misses, and files that Docker writes; from the beginning of the path. */
const ofTheSystem = [
  '/(tmp|run|proc|sys|dev|var/(tmp|run|cache|log|lib/(apk|apt|dnf|dpkg|pam|rpm|systemd|ucf|vim|yum)))(/|$)',
  '/etc/(hosts|hostname|resolv[.]conf|mtab|ld[.]so[.]cache|localtime|timezone|ca-certificates[.]conf)$',
  '/etc/(passwd|group|shadow|gshadow|subuid|subgid)-?$',
  // Certificates of authorities, which images add when they start.
  '/(etc/(ssl/certs|ca-certificates|pki/(ca-trust|java|nssdb|rpm-gpg|tls/certs))|usr/local/share/ca-certificates)(/|$)',
];

/** Where programs go that are installed into a container to look at it. */
const ofPrograms = [
  '/((usr/)?(bin|sbin|lib(32|64|x32|exec)?)|usr/share)(/|$)',
  '/etc/(alternatives|apk|apt|bash_completion[.]d|cron[.][a-z]+|default|dpkg|fonts|init[.]d|ld[.]so[.]conf[.]d|ldap|logrotate[.]d)/',
  '/etc/(mysql|network|pam[.]d|perl|profile[.]d|python[0-9.]*|rc[0-9S][.]d|security|sysctl[.]d|systemd|terminfo|vim|xdg|yum[^/]*)/',
].join('|');

/**
 * Wherever they are: logs by their names; caches of Java (fonts, preferences, native libraries) and of the clients of
 * Nacos, Dubbo, Apollo and RocketMQ; work folders of Tomcat; class data archives, shared classes of OpenJ9, heap dumps,
 * flight recordings, unfinished files; traces of H2; crash reports and core dumps; authorities that Java trusts; what tools
 * and shells note for themselves.
 */
const anywhere = [
  '[.]log([-_.]?[0-9][-_.0-9T:]*)?([.](log|gz|zip|bz2|xz|lz4|zst|tmp|current|old|bak))*$|/(nohup|catalina)[.]out$',
  '/[.](cache|java|javacpp|fontconfig|dubbo|rocketmq_offsets|arthas|oracle_jre_usage|djl[.]ai|pki|[a-z]*_history|viminfo|lesshst|wget-hsts)(/|$)',
  '/[.]config/libreoffice(/|$)|/[.]ssh/known_hosts|/lib/security/(jsse)?cacerts$|/[.](attach|java)_pid[0-9]+$',
  '/nacos/(naming|config)/|/config-cache/|/work/(Tomcat|Catalina)/|/javasharedresources/',
  '[.](jsa|hprof|hprof[.]gz|jfr|phd|swp|tmp)$|[.](trace|lock)[.]db$',
  '/(hs_err_pid|replay_pid|javacore)[^/]*$|/core([.][0-9]+)?$|/core[.][^/]*[.]dmp$|/Snap[.][^/]*[.]trc$',
];

const logFolder = '/((app|access|rocketmq|gc)[-_]?)?logs?/';

const database = '[.](db|db3|sqlite3?)$';

/** What people put there, though a folder is called after logs. */
const documents = [
  '[.](jpe?g|png|gif|bmp|webp|svg|tiff?|heic|heif|avif|ico|psd|dwg|pdf|docx?|xlsx?|pptx?|wps|et|dps|od[tsp]|rtf)$',
  '[.](mp[34]|m4[av]|mov|avi|mkv|webm|wav|flac|ogg|aac|amr|silk|flv|wmv|3gp|zip|rar|7z|tar|tgz|gz|bz2|xz|apk|ipa)$',
  database,
].join('|');

/** Logs that were packed when they were rotated: by their date or number. */
const rotated = '(20[0-9]{2}[-_.]?[01][0-9]|[-_.][0-9]+)[^/]*[.](zip|tgz|gz|bz2|xz)$';

const harmless = [...ofTheSystem.map((path) => `^. ${path}`), ...anywhere].join('|');

/**
 * Bash function `worth_keeping`: of records `A|C|D PATH`, each ended by NUL, those that somebody may miss. `$work` is the
 * container's working folder: an application that is installed among the system's programs writes there too.
 */
export const worthKeeping = `worth_keeping() {
  local folder own='^$'
  folder=$(printf %s "\${work%/}" | sed 's/[][\\\\.*^$+?(){}|%]/\\\\&/g')
  [ -z "$folder" ] || own="^. $folder/"
  { LC_ALL=C grep -azvE ${quote(harmless)} || [ "$?" -eq 1 ]; } | LC_ALL=C sed -z -r -e ${quote(`\\%${logFolder}%I{\\%${rotated}%Id;\\%${documents}%I!d}`)} \\
    -e "\\\\%^. $folder/te?mp(/|\\$)%{"${quote(`\\%${database}%I!d}`)} -e ${quote(`\\%^. (${ofPrograms})%{\\%`)}"$own"'%!d}'
}`;
