/**
 * Bash: `born_of PID` prints when that process began, in clock ticks after the boot (`starttime` of proc(5)); nothing where
 * there is none. A number may become another process's: by this it is told from the one that was noted. Its name, in
 * brackets, may hold anything, brackets among it. It is one line.
 */
export const bornOf = `born_of() { local stat=; { IFS= read -r -d '' stat <"/proc/$1/stat"; } 2>/dev/null || :; set -- \${stat##*) }; printf %s "\${20-}"; }`;
