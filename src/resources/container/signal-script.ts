/**
 * Bash function `ask_signal`: whether the application of the container whose first process is `pid` gets the signal
 * `stop`, which asks it to stop, as Docker has it (`SIGTERM`, `15`); hands over as the fact `signal` the process that
 * keeps it and the signal, or nothing where it is heard. The first process of a container ignores what it has no
 * handler for (pid_namespaces(7)).
 */
export const askSignal = `# The program of a process, as it was called: "sh" for a script too.
called() { local words; IFS= read -r -d '' words <"/proc/$1/cmdline" || return 1; words=\${words##*/}; printf %s "\${words#-}"; }
is_shell() { case $1 in sh|bash|dash|ash|ksh|zsh) ;; *) return 1 ;; esac; }
ask_signal() {
  local stop=\${stop#SIG} number process=$pid program masks mask child
  number=$stop
  case $stop in *[!0-9]*) number=$(kill -l "$stop" 2>/dev/null) || return 0 ;; *) stop=$(kill -l "$number" 2>/dev/null) || return 0 ;; esac
  # Whoever asks for SIGKILL wants no time to stop.
  [ "$number" -ne 9 ] || { fact signal ''; return 0; }
  program=$(called "$pid") || return 0
  case $program in
    docker-init|tini|dumb-init|catatonit)
      # It hands the signal to its child: a shell ends at once then, and the application with it.
      read -r child _ < <(cat "/proc/$pid/task/$pid/children" 2>/dev/null) || return 0
      program=$(called "$child") || return 0
      is_shell "$program" || { fact signal ''; return 0; }
      process=$child
      ;;
    java)
      # The JVM has handlers of its own for others, by which it does not end.
      case $number in 1|2|15) ;; *) fact signal "java java SIG$stop"; return 0 ;; esac
      ;;
  esac
  # What is blocked waits for whoever fetches it (sigwait).
  masks=$(awk '$1 == "SigCgt:" || $1 == "SigBlk:" { print $2 }' "/proc/$process/status" 2>/dev/null) || return 0
  [ -n "$masks" ] || return 0
  for mask in $masks; do
    [ $(((0x$mask >> (number - 1)) & 1)) -eq 0 ] || { fact signal ''; return 0; }
  done
  ! is_shell "$program" || program=sh
  fact signal "$program $(tr -d '[:cntrl:] ' <"/proc/$process/comm") SIG$stop"
}`;
