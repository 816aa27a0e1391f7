export const id = 620;
export const ids = [620];
export const modules = {

/***/ 620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/engine/plan.js
var engine_plan = __webpack_require__(9678);
// EXTERNAL MODULE: ./.build/lib/messages/aftermath.js
var aftermath = __webpack_require__(39243);
// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 51 modules
var failure = __webpack_require__(1092);
// EXTERNAL MODULE: ./.build/lib/server/spare-sessions.js
var spare_sessions = __webpack_require__(81409);
// EXTERNAL MODULE: ./.build/lib/commands/account.js + 3 modules
var account = __webpack_require__(36615);
// EXTERNAL MODULE: ./.build/lib/engine/apply.js
var apply = __webpack_require__(56761);
// EXTERNAL MODULE: ./.build/lib/engine/journal.js
var journal = __webpack_require__(69426);
// EXTERNAL MODULE: ./.build/lib/layout/release-id.js
var release_id = __webpack_require__(79468);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
// EXTERNAL MODULE: ./.build/lib/server/script-protocol.js
var script_protocol = __webpack_require__(28158);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
;// CONCATENATED MODULE: ./.build/lib/engine/switch-folder.js
/** The files of a switch under the release's own folder on the server. */
function switchFolder(releaseDirectory) {
    const folder = `${releaseDirectory}/switch`;
    return {
        script: `${folder}/script`,
        journal: `${folder}/journal`,
        output: `${folder}/output`,
        kept: `${folder}/printed`,
    };
}

;// CONCATENATED MODULE: ./.build/lib/engine/resume.js





/**
 * The switches of an application that a reboot cut short. Root runs their scripts: a folder counts only where its name is a
 * release's, it was made here (`ourFolders` defines `is_ours FOLDER`), and no other user can change it.
 */
async function findCutShort(server, applicationDirectory, ourFolders) {
    const { stdout } = await server.run(cutShortScript(applicationDirectory, ourFolders));
    return [...stdout.matchAll(/^@@cut-short (\S+)$/gm)].map(([, release = '']) => ({
        release,
        folder: switchFolder(`${applicationDirectory}/releases/${release}`),
    }));
}
function cutShortScript(applicationDirectory, ourFolders) {
    return `${prelude/* prelude */.e}${ourFolders}
for journal in ${(0,quote/* quote */.h)(applicationDirectory)}/releases/*/switch/journal; do
  [ -s "$journal" ] || continue
  grep -Eq '^[0-9.]+ outcome ' "$journal" && continue
  folder=\${journal%/switch/journal}; release=\${folder##*/}
  [[ $release =~ ^${release_id/* releaseIdForm */.Ns}$ ]] && is_ours "$folder" && [ -z "$(strangers "$folder/switch/script")" ] || continue
  printf '%scut-short %s\\n' "$deploy_mark" "$release"
done
exit 0
`;
}
/** Waits until the process `pid`, which resumes a switch, has written its outcome or is gone; the outcome, or `-`. */
async function awaitOutcome(server, { journal }, pid) {
    const script = `${prelude/* prelude */.e}
outcome() { sed -n 's/^[0-9.]* outcome \\([a-z]*\\).*/\\1/p' ${(0,quote/* quote */.h)(journal)} | tail -n 1; }
while kill -0 ${pid} 2>/dev/null && [ -z "$(outcome)" ]; do sleep 0.2; done
fact outcome "$(outcome)"`;
    // A long drain writes nothing; a dead connection shows by its keepalive.
    const { stdout } = await server.run(script, { stallSeconds: 100_000 });
    return (0,script_protocol/* factsIn */.PC)(stdout).outcome || '-';
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/engine/step-output.js
var step_output = __webpack_require__(44553);
// EXTERNAL MODULE: ./.build/lib/engine/switch-order.js
var switch_order = __webpack_require__(35936);
;// CONCATENATED MODULE: ./.build/lib/engine/switch-script.js





/**
 * Renders the switch: one bash script that the server runs alone, whatever becomes of the connection (rule *The server
 * switches*). `run` does the steps; when one fails, what was begun is undone in reverse. `resume` ends a run that a
 * reboot cut short: undone when the last proof was not yet there, finished otherwise. Every line of the journal is
 * `<seconds> <event> <step> <detail>`; the events are begin, done, failed, undo, undone, stuck, committed, warned,
 * skipped (nothing is pruned where a record failed), noticed (a warning of a step), outcome. A step
 * begins only once its `begin` is on disk (rule *On disk first*). In an undo `$stuck` is 1 when that of a later step
 * failed.
 */
function renderSwitch(steps, purpose, locks = lock_script/* lockFolder */.MS) {
    const ordered = (0,switch_order/* inOrder */.a)(steps);
    const number = new Map(ordered.map((step, i) => [step, i + 1]));
    const numbers = (wanted) => ordered
        .filter(wanted)
        .map((step) => number.get(step))
        .join(' ');
    const functions = ordered.map((step) => [
        comment(`${step.id}: ${step.title.en}`),
        `do_${number.get(step)}() {\n${step.script}\n}`,
        ...(step.undo === undefined ? [] : [`undo_${number.get(step)}() {\n${step.undo}\n}`]),
    ].join('\n'));
    const names = ordered.map((step) => `  [${number.get(step)}]=${(0,quote/* quote */.h)(step.id)}`);
    return `#!/bin/bash
${comment(purpose.title)}
# Run by the server alone; the runner only watches the journal. Usage: bash script run|resume
set -u
trap '' HUP INT TERM
exec </dev/null
# Bash before 5.1 writes each here-document to a file: in memory, so that a full disk stops no step.
TMPDIR=${(0,quote/* quote */.h)(locks)}
# A word of this run's own: what a build or an application prints is not taken for a failure that a step names.
deploy_mark=@@$(od -An -N8 -tx1 /dev/urandom | tr -d ' \\n'):
${prelude/* prelude */.e}
journal=${(0,quote/* quote */.h)(purpose.folder.journal)}
output=${(0,quote/* quote */.h)(purpose.folder.output)}
kept=${(0,quote/* quote */.h)(purpose.folder.kept)}
${(0,step_output/* stepOutputScript */.b)(locks)}
declare -A names=(
${names.join('\n')}
)
# Either may be empty, which set -u of bash 4.2 (CentOS 7) takes for unset: they are expanded only where set.
forward=(${numbers((s) => !(0,switch_order/* isAftermath */.t)(s))})
after=(${numbers(switch_order/* isAftermath */.t)})
records=(${numbers(({ stage }) => stage === 'record')})
prunes=(${numbers(({ stage }) => stage === 'prune')})
# What these printed tells the runner why they failed, or whether to warn of something.
explaining=(${numbers(({ explain }) => explain !== undefined)})
telling=(${numbers(({ notice }) => notice !== undefined)})
stuck=0
begun=' '

# What a crash or a full disk left of a line must not become a part of the next one.
whole=unknown
# True once the line is on disk; else $unwritten says why not.
note() {
  local torn= now=\${EPOCHREALTIME:-$(date +%s.%6N)}
  [ $whole = yes ] || [ ! -s "$journal" ] || [ -z "$(tail -c 1 "$journal")" ] || torn=$'\\n'
  whole=unknown
  unwritten=$( { printf '%s%s %s %s %s\\n' "$torn" "\${now%???}" "$1" "\${2:--}" "\${3:-}" >>"$journal" && sync "$journal"; } 2>&1 ) && whole=yes
}
noted() { grep -Eq "^[0-9.]+ $1 $2( |$)" "$journal" 2>/dev/null; }
disk_full() { printf '@@failure SWITCH_DISK_FULL said=%s' "$(printf %s "$1" | base64 | tr -d '\\n')"; }
# The failure that a step named, else a guess; none where it explains itself: its output may be an application's.
reason() {
  local named said=
  named=$(marked failure | tail -n 1)
  [ -n "$named" ] || [ "\${1:-}" = explained ] || said=$(cat "$step_out" "$step_err" 2>/dev/null | grep -i 'no space left on device' | tail -n 1)
  [ -z "$said" ] || named=$(disk_full "$said")
  printf '%s' "$named"
}
# What a step that ended well warned of, one line of the journal each; and what the runner needs to find out more.
tell_notices() {
  local line
  case " \${telling[*]-} " in *" $1 "*) keep "\${names[$1]}" 0 ;; esac
  marked notice | while IFS= read -r line; do note noticed "\${names[$1]}" "$line"; done
  whole=unknown
}

${functions.join('\n\n')}

farewell() {
outcome=$1
${purpose.farewell}
}

undo_all() {
  local i n
  for ((i = \${#forward[@]} - 1; i >= 0; i--)); do
    n=\${forward[i]}
    case $begun in *" $n "*) ;; *) noted begin "\${names[$n]}" || continue ;; esac
    declare -F "undo_$n" >/dev/null || continue
    note undo "\${names[$n]}"
    attempt "undo_$n"
    if [ $? -eq 0 ]; then note undone "\${names[$n]}"; else note stuck "\${names[$n]}" "$(reason)"; stuck=1; fi
  done
  farewell undone >>"$output" 2>&1
  if [ "$stuck" -eq 0 ]; then note outcome undone; else note outcome stuck; fi
  return 1
}

recorded() {
  local n
  for n in \${records[@]+"\${records[@]}"}; do noted done "\${names[$n]}" || return 1; done
}

finish() {
  local n
  for n in \${after[@]+"\${after[@]}"}; do
    noted done "\${names[$n]}" && continue
    # What is not recorded, the next run finds by what was there before.
    case " \${prunes[*]-} " in *" $n "*) recorded || { note skipped "\${names[$n]}"; continue; } ;; esac
    note begin "\${names[$n]}" || { note warned "\${names[$n]}" "$(disk_full "$unwritten")"; continue; }
    attempt "do_$n"
    if [ $? -eq 0 ]; then note done "\${names[$n]}"; else note warned "\${names[$n]}" "$(reason)"; fi
    tell_notices "$n"
  done
  farewell committed >>"$output" 2>&1 || note warned deploy.log
  note outcome committed
}

run() {
  local n code how
  for n in \${forward[@]+"\${forward[@]}"}; do
    if ! note begin "\${names[$n]}"; then note failed "\${names[$n]}" "$(disk_full "$unwritten")"; undo_all; return 1; fi
    begun="$begun$n "
    attempt "do_$n"
    code=$?
    if [ $code -ne 0 ]; then
      # Before its undo, and those of others, print theirs.
      how=guessed
      keep "\${names[$n]}" $code && case " \${explaining[*]-} " in *" $n "*) how=explained ;; esac
      note failed "\${names[$n]}" "$(reason $how)"; undo_all; return 1
    fi
    note done "\${names[$n]}"
    tell_notices "$n"
  done
  if ! note committed -; then note failed - "$(disk_full "$unwritten")"; undo_all; return 1; fi
  exec 8>&-
  finish
}

${(0,lock_script/* makeLockFolder */.Ww)(locks)}
exec 8>>${(0,quote/* quote */.h)((0,lock_script/* sharedLock */.lj)(locks))}
if ! flock -w ${purpose.sharedLockSeconds} 8; then
  note failed shared-lock "@@failure SHARED_LOCK_BUSY seconds=$(printf %s ${purpose.sharedLockSeconds} | base64)"
  [ "$1" = run ] && { farewell undone >>"$output" 2>&1; note outcome undone; }
  exit 1
fi
case $1 in
  run) run ;;
  resume) if noted committed - && ! noted failed -; then exec 8>&-; finish; else undo_all; fi ;;
esac
`;
}
/** A comment of one line, whatever is in the words. */
function comment(words) {
    return `# ${words.replaceAll('\n', ' ')}`;
}

;// CONCATENATED MODULE: ./.build/lib/engine/switch.js





/** Bytes that the journal may grow by also when the disk is full. */
const journalSpace = 65_536;
/**
 * Lays the switch script ready on the server. Throws `Failure` when it cannot; nothing has begun then. All that was
 * prepared in the file system of its folder is on disk when it returns (rule *On disk first*).
 */
async function sendSwitch(steps, purpose, server) {
    const { folder } = purpose;
    const directory = folder.script.slice(0, folder.script.lastIndexOf('/'));
    const sent = await server.run(
    // What an earlier switch to the same release left (a backup of what served then) would be taken for this one's.
    `${prelude/* prelude */.e}
set -e
rm -rf ${(0,quote/* quote */.h)(directory)}
install -d -m 700 ${(0,quote/* quote */.h)(directory)}
cat >${(0,quote/* quote */.h)(folder.script)}
chmod 700 ${(0,quote/* quote */.h)(folder.script)}
bash -n ${(0,quote/* quote */.h)(folder.script)}
: >${(0,quote/* quote */.h)(folder.output)}
: >${(0,quote/* quote */.h)(folder.journal)}
said=$(fallocate --keep-size --length ${journalSpace} ${(0,quote/* quote */.h)(folder.journal)} 2>&1) || case $said in
  *'No space left'*) failure SWITCH_DISK_FULL "said=$said" ;;
  # Not every file system can reserve.
esac
sync -f ${(0,quote/* quote */.h)(directory)} 2>/dev/null || sync`, 
    // Some gigabytes on a slow disk take their time.
    { stdin: external_node_stream_.Readable.from([Buffer.from(renderSwitch(steps, purpose), 'utf8')]), stallSeconds: 1800 });
    (0,apply/* mustSucceed */.MX)('switch.send', sent);
}

// EXTERNAL MODULE: ./.build/lib/engine/undo.js + 1 modules
var undo = __webpack_require__(19209);
// EXTERNAL MODULE: ./.build/lib/engine/watch.js + 2 modules
var watch = __webpack_require__(73665);
// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/layout/release-paths.js
var release_paths = __webpack_require__(33433);
// EXTERNAL MODULE: ./.build/lib/release/marker.js
var marker = __webpack_require__(56492);
// EXTERNAL MODULE: ./.build/lib/resources/release-record.js
var release_record = __webpack_require__(99880);
;// CONCATENATED MODULE: ./.build/lib/server/lock.js




/** Takes the lock or throws: LOCKED with who holds it, LOCK_FAILED, CONNECTION_LOST. */
async function takeLock(server, options) {
    const { app, holder, beatSeconds } = options;
    const keeper = await server.open((0,lock_script/* keeperScript */.mQ)(app, holder, Math.max(1, Math.ceil(beatSeconds * 3))));
    const first = await keeper.readLine();
    if (first !== 'held')
        throw await refused(keeper, first, server.host, app);
    let released = false;
    let tellLost = () => { };
    const lost = new Promise((resolve) => {
        tellLost = resolve;
    });
    const beat = setInterval(() => keeper.writeLine('beat'), beatSeconds * 1000);
    // A heartbeat alone keeps no run from ending.
    beat.unref();
    /** Why the keeper ended; undefined while it is there. */
    let over;
    /** Requests that wait for an answer, the oldest first. */
    const waiting = [];
    const gone = (reason) => {
        over = reason;
        clearInterval(beat);
        for (const { reject } of waiting.splice(0))
            reject(reason);
        if (!released)
            tellLost(reason);
    };
    const listen = async () => {
        for (;;) {
            const line = await keeper.readLine();
            if (line === undefined)
                return;
            waiting.shift()?.resolve(line);
        }
    };
    void listen().then(() => gone((0,failure/* failure */.V2)('LOCK_LOST', { host: server.host, app })), (reason) => gone(reason));
    return {
        lost,
        startSwitch: async (script, output, verb = 'run') => {
            if (over !== undefined)
                throw over;
            if (/[\n\t]/.test(script + output))
                throw new RangeError('a path of the switch holds a tab or line end');
            const answer = new Promise((resolve, reject) => {
                waiting.push({ resolve, reject });
            });
            keeper.writeLine(`${verb}\t${script}\t${output}`);
            const pid = Number((await answer).split(' ')[1]);
            if (!Number.isInteger(pid))
                throw (0,failure/* failure */.V2)('LOCK_LOST', { host: server.host, app });
            return { pid };
        },
        release: async () => {
            released = true;
            clearInterval(beat);
            if (over !== undefined)
                return;
            keeper.writeLine('release');
            // A connection that goes now has let go of the lock as well.
            await keeper.close().catch(() => { });
        },
    };
}
/**
 * The pid of a switch whose start was asked for before the connection broke; undefined when it never began.
 * Throws CONNECTION_LOST and the like, and LOCK_LOST when it cannot be told.
 */
async function findSwitch(server, app, script) {
    const result = await server.run((0,lock_script/* findSwitchScript */.Ri)(app, script, 60));
    if (result.code !== 0)
        throw (0,failure/* failure */.V2)('LOCK_LOST', { host: server.host, app });
    return /^\d+$/.test(result.stdout.trim()) ? Number(result.stdout.trim()) : undefined;
}
async function refused(keeper, first, host, app) {
    const result = await keeper.close();
    const facts = (0,script_protocol/* factsIn */.PC)(`${first ?? ''}\n${result.stdout}`);
    if (facts.holder !== undefined)
        return (0,lock_script/* lockedFailure */.lT)(app, facts.holder, facts.seconds);
    return ((0,script_protocol/* failureIn */.Q6)(result) ??
        (0,failure/* failure */.V2)('LOCK_FAILED', { host, detail: result.stderr.trim() || String(result.code ?? 'signal') }));
}

// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/carry-out.js

















/** Ends the switch of an earlier run that a reboot cut short: undone, or finished when it was proven. */
async function resume(app, { session, lock, run, record }) {
    await (0,commands_run/* timed */.ay)(run, record, 'resume', commands/* commandMessages */.c.resume, async () => {
        for (const { release, folder } of await findCutShort(session, (0,application_paths/* applicationDirectory */.gZ)(app), (0,marker/* ourFolders */.Cf)(app))) {
            // It holds the lock itself, as a switch does: no other run meets it, also when this one ends before it.
            const { pid } = await lock.startSwitch(folder.script, '/dev/null', 'resume');
            record.changed = true;
            run.log.info(commands/* commandMessages */.c.resumed(release, await awaitOutcome(session, folder, pid)));
        }
    });
}
/** Runs steps that stand alone, one after another, up to the first that fails; notes how long each took. */
async function carry_out_apply(steps, server, run, record) {
    for (const step of steps)
        await applyOne(step, server, run, record);
}
/**
 * Runs steps that need nothing of one another: one that fails stops none of the others. What failed is in the record, and
 * makes the run red at its end. Throws where the run is cancelled, with what had failed until then.
 */
async function publish(steps, server, run, record) {
    const failed = [];
    for (const step of steps) {
        try {
            await applyOne(step, server, run, record);
        }
        catch (error) {
            // The same for each of them where the connection is lost: told once.
            failed.push(...(0,failure/* failuresOf */.dJ)(error).filter(({ message }) => !failed.some((one) => one.message === message)));
            if (run.cancelled.aborted)
                (0,failure/* throwAll */.Kx)(withCancellation(failed, run));
        }
    }
    record.failures.push(...failed);
}
async function applyOne(step, server, run, record) {
    if (step.kind === 'switch')
        return;
    run.enter(step.id);
    // How far a step came that failed and has no undo (packages half installed) is not known.
    const before = record.uncertain;
    record.uncertain ||= step.undo === undefined;
    note(record, await (0,apply/* applySteps */.GF)([step], server, run.log, occasion(run, record)));
    record.uncertain = before;
    record.changed = true;
}
/** Why a run ends that was cancelled is said first; what failed beside it is told as well. */
function withCancellation(failed, { cancelled }) {
    if (!cancelled.aborted)
        return failed;
    return [(0,cancel/* reasonOf */.A)(cancelled), ...failed.filter(({ code }) => code !== 'CANCELLED')];
}
/** Notes how long steps took and what they warned of. */
function note(record, steps) {
    record.timings.push(...steps.map(({ id, seconds }) => ({ id, seconds })));
    (0,commands_run/* addNotices */.TL)(record, steps.flatMap(({ notices }) => notices));
}
/** What steps need of the run they belong to. */
function occasion({ cancelled, graceOver, now }, record) {
    return {
        cancelled,
        graceOver,
        now,
        leave: () => {
            record.uncertain = true;
        },
    };
}
/** Prepares, switches, publishes; a failure up to the last proof takes everything back. */
async function carryOut({ plan, target }, work) {
    const { session, run, record } = work;
    if (plan.steps.length === 0) {
        run.log.info(commands/* commandMessages */.c.proven(target.release.id));
        return;
    }
    const prepare = (0,engine_plan/* inPhase */.xe)(plan, 'prepare').filter((step) => step.kind !== 'switch');
    run.enter('prepare');
    const held = occasion(whileHeld(work), record);
    note(record, await (0,apply/* applySteps */.GF)(prepare, session, run.log, held));
    const steps = (0,engine_plan/* inPhase */.xe)(plan, 'switch').filter((step) => step.kind === 'switch');
    if (steps.length > 0)
        await switchTo(target.release, steps, prepare, work);
    record.changed ||= prepare.length + steps.length > 0;
    await publish((0,engine_plan/* inPhase */.xe)(plan, 'publish'), session, run, record);
}
/** Switches, and notes what becomes of it: for the report, and for the post step of a run that does not come so far. */
async function switchTo(release, steps, prepared, work) {
    const { session, run, record } = work;
    const purpose = {
        title: `${release.app}: switch to ${release.id}`,
        folder: switchFolder((0,release_paths/* releaseDirectory */.fF)(release)),
        farewell: (0,release_record/* deployLogLine */.eT)(release, run.subject),
        sharedLockSeconds: 120,
    };
    const noteFate = (fate) => {
        const { folder } = purpose;
        record.fate = fate;
        run.noteSwitch(fate && { release: release.id, previous: record.previous?.id, folder, fate });
    };
    const takeBack = () => (0,undo/* undoSteps */.qD)(prepared, session, run.log, occasion(run, record));
    const pid = await beginSwitch(release.image, steps, purpose, noteFate, work).catch(async (error) => {
        // Where it may have begun, what was prepared may serve by now.
        if (record.fate === undefined)
            await takeBack();
        throw error;
    });
    const { fate, entries, failure: why, notices, } = await (0,commands_run/* timedToEnd */.UI)(run, record, 'switch', commands/* commandMessages */.c.switch, () => (0,watch/* watchSwitch */.cF)(session, { folder: purpose.folder, pid, steps }, run.log, run));
    noteFate(fate);
    (0,commands_run/* addNotices */.TL)(record, notices);
    record.changed ||= fate === 'committed' || fate === 'stuck';
    record.rolledBack = fate === 'undone';
    if (record.rolledBack)
        await takeBack();
    const failures = [
        ...(why === undefined ? [] : [why]),
        // What was prepared stays: nginx may still lead to the candidate.
        ...(fate === 'stuck' ? [stuck(entries, purpose.folder)] : []),
    ];
    (0,failure/* throwAll */.Kx)(withCancellation(failures, run));
}
function stuck(entries, { output }) {
    const step = (0,journal/* failedStep */.cG)(entries)?.step ?? '-';
    return (0,failure/* failure */.V2)('SWITCH_STUCK', { step, notUndone: (0,journal/* stuckSteps */.O7)(entries).join(', '), output });
}
/**
 * Up to here everything can be taken back from the runner; from the moment it has begun, only by the server. Throws
 * with the fate noted as `open` where it may have begun.
 */
async function beginSwitch(app, steps, purpose, noteFate, work) {
    const { session, lock, run } = work;
    const { folder } = purpose;
    await (0,cancel/* unlessCancelled */.M)(() => sendSwitch(steps, purpose, session), whileHeld(work).cancelled);
    noteFate('open');
    const begin = async () => {
        try {
            return (await lock.startSwitch(folder.script, folder.output)).pid;
        }
        catch (error) {
            // The connection may have broken between the word to start and its answer.
            await (0,watch/* reconnect */.M6)(session, folder, run);
            const pid = await findSwitch(session, app, folder.script);
            if (pid !== undefined)
                return pid;
            noteFate(undefined);
            throw error;
        }
    };
    return await (0,cancel/* unlessCancelled */.M)(begin, run.graceOver);
}
/**
 * The run as it is while the lock holds: cancelled, too, when that is lost, for what is prepared without it could meet
 * another run's. The switch needs it no more: it holds the lock itself.
 */
function whileHeld({ lock, run }) {
    const controller = new AbortController();
    void lock.lost.then((lost) => controller.abort(lost));
    return { ...run, cancelled: AbortSignal.any([run.cancelled, controller.signal]) };
}

;// CONCATENATED MODULE: ./.build/lib/commands/lock.js


/** Does `work` while the run holds the lock of an application, by its image's name. */
async function underLock(session, image, run, work) {
    const { actor, runUrl, commit } = run.origin;
    const holder = { who: actor, runUrl, commit, since: new Date(run.now()).toISOString() };
    const lock = await (0,cancel/* unlessCancelled */.M)(() => takeLock(session, { app: image, holder, beatSeconds: 5 }), run.cancelled);
    try {
        return await work(lock);
    }
    finally {
        // A cancelled run does not wait for an answer: the lock is free as soon as its connection is closed.
        await (0,cancel/* unlessCancelled */.M)(() => lock.release(), run.graceOver).catch(() => { });
    }
}

// EXTERNAL MODULE: ./.build/lib/checks/diagnose.js
var diagnose = __webpack_require__(93420);
// EXTERNAL MODULE: ./.build/lib/checks/cloud-firewall.js
var cloud_firewall = __webpack_require__(15704);
// EXTERNAL MODULE: ./.build/lib/checks/host-firewall.js + 2 modules
var host_firewall = __webpack_require__(45970);
// EXTERNAL MODULE: ./.build/lib/checks/origin.js
var origin = __webpack_require__(17258);
;// CONCATENATED MODULE: ./.build/lib/checks/diagnose-pages.js





/** What is wrong with a static site as it is seen from outside; at most one failure for each of its two ports. */
function diagnosePages(observation) {
    return [diagnoseDocument(observation), diagnoseRedirect(observation)].filter((found) => found !== undefined);
}
function diagnoseDocument(observations) {
    const { pages, soundPort, errorLog, firewallAt, cloudAt } = observations;
    const { document } = pages;
    const { domain, httpsPort, path, tls, https, address = '-' } = document;
    const hostFirewall = firewallAt(httpsPort);
    const cloud = cloudAt?.(httpsPort);
    const inside = { application: 'healthy', nginxProven: true, hostFirewall, cloud };
    const found = (0,diagnose/* diagnosePath */.wU)({ outside: document, inside });
    // The same way as the API's, but no application stands at its end.
    if (found?.code === 'APPLICATION_STATUS' && https?.kind === 'answered') {
        const url = `${(0,origin/* origin */.T)(domain, httpsPort)}${path}`;
        return (0,failure/* failure */.V2)('SITE_STATUS', { url, status: https.status, domain, address, log: errorLog });
    }
    if (tls === undefined || tls.kind === 'served')
        return found;
    if (found?.code !== 'CLOUD_FIREWALL_OR_ROUTE' && found?.code !== 'ROUTE_BLOCKED')
        return found;
    return silence(address, httpsPort, tls, soundPort, hostFirewall, cloud);
}
function diagnoseRedirect(observations) {
    const { pages, httpPort, soundPort, firewallAt, cloudAt } = observations;
    const { document, redirect } = pages;
    if (redirect === undefined)
        return undefined;
    const expected = `${(0,origin/* origin */.T)(document.domain, document.httpsPort)}/`;
    if (redirect.kind === 'answered') {
        const { status, location = '-' } = redirect;
        if (status >= 300 && status < 400 && location.startsWith(expected))
            return undefined;
        const { domain, address = '-' } = document;
        return (0,failure/* failure */.V2)('SITE_REDIRECT', { url: `http://${domain}/`, status, location, expected, domain, address });
    }
    const firewall = firewallAt(httpPort);
    return ((0,host_firewall/* firewallBlamed */.Wo)(httpPort, firewall, redirect.stage === 'connect' ? 'connect' : 'later', redirect.detail) ??
        silence(document.address, httpPort, redirect, soundPort, firewall, cloudAt?.(httpPort)));
}
function silence(address = '-', port, connection, soundPort, firewall, cloud) {
    const blamed = (0,cloud_firewall/* cloudBlamed */.x)(address, port, connection, firewall, cloud);
    // Where the API is reached, the route is sound: what keeps one port of a server silent is the cloud or the filing.
    if (soundPort === undefined || blamed.code === 'CLOUD_FIREWALL_CLOSED')
        return blamed;
    return (0,failure/* failure */.V2)('SITE_UNREACHABLE', { address, port, apiPort: soundPort, detail: connection.detail });
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./.build/lib/checks/dns-cached.js


/**
 * The notice DNS_CACHED that stands for `found`, where the look from outside met exactly the old answer; undefined: `found`
 * stands. Only to be asked where the change was seen on all authoritative servers.
 */
function cachedAnswer(found, { domain, name, address = '-' }, replaced) {
    if (replaced === undefined || !['DNS_ELSEWHERE', 'DNS_SEVERAL', 'DNS_NOT_FOUND'].includes(found.code))
        return undefined;
    if (name.kind === 'unknown')
        return undefined;
    const all = name.kind === 'missing' ? [] : name.addresses;
    // The record is of IPv4 alone; what else the name has was not changed.
    const four = all.filter((one) => (0,external_node_net_.isIP)(one) === 4);
    const { answer, seconds } = replaced;
    const isOld = answer === 'alias' ? four.length > 0 && !four.includes(address) : isSame(four, answer);
    return isOld ? (0,failure/* failure */.V2)('DNS_CACHED', { domain, old: four.join(', '), address, seconds }) : undefined;
}
function isSame(some, others) {
    return new Set(some).size === new Set(others).size && some.every((one) => others.includes(one));
}

// EXTERNAL MODULE: ./.build/lib/nginx/site.js
var nginx_site = __webpack_require__(18342);
// EXTERNAL MODULE: ./.build/lib/release/release.js
var release_release = __webpack_require__(85369);
// EXTERNAL MODULE: ./.build/lib/resources/dns-record/dns-record.js + 7 modules
var dns_record = __webpack_require__(92088);
// EXTERNAL MODULE: ./.build/lib/tencent/read-firewall.js
var read_firewall = __webpack_require__(41727);
;// CONCATENATED MODULE: ./.build/lib/commands/observe-cloud.js


/** Asks what the cloud's firewall does with ports by now; one that cannot be read says nothing. */
async function observeCloudFirewall(account) {
    if (account?.firewall === undefined)
        return () => undefined;
    const { tencent, firewall } = account;
    const now = await (0,read_firewall/* rereadFirewall */.OA)(tencent, firewall).catch(() => undefined);
    return (port) => now && (0,cloud_firewall/* cloudPortAt */.O)(port, now);
}

// EXTERNAL MODULE: ./.build/lib/engine/survey.js
var survey = __webpack_require__(29719);
// EXTERNAL MODULE: ./.build/lib/resources/container/container-probe.js + 1 modules
var container_probe = __webpack_require__(25751);
// EXTERNAL MODULE: ./.build/lib/survey/firewall.js
var survey_firewall = __webpack_require__(9617);
// EXTERNAL MODULE: ./.build/lib/survey/listeners.js
var listeners = __webpack_require__(16572);
// EXTERNAL MODULE: ./.build/lib/survey/packet-filter.js + 10 modules
var packet_filter = __webpack_require__(19880);
// EXTERNAL MODULE: ./.build/lib/fragments/serving.js
var serving = __webpack_require__(74820);
;// CONCATENATED MODULE: ./.build/lib/survey/serving-probe.js


/** Asks nginx on loopback for a path of a domain by https. */
function servingProbe(domain, port, path) {
    return { script: `${serving/* lookAtNginx */.b}\nlook_at_nginx https ${(0,quote/* quote */.h)(domain)} ${port} ${(0,quote/* quote */.h)(path)}`, read: serving/* readServing */.x };
}

// EXTERNAL MODULE: ./.build/lib/values/health-status.js
var health_status = __webpack_require__(16426);
;// CONCATENATED MODULE: ./.build/lib/commands/observe-inside.js










/** Looks at the server itself, past every firewall, to tell where a request that fails from outside is lost. */
async function observeInside(server, { target: { release, certificate }, nginx }, account, address) {
    const { site } = release;
    const cloudAt = await observeCloudFirewall(account);
    const seen = await (0,survey/* survey */.Fr)(server, {
        serving: servingProbe(site.domain, site.httpsPort, site.proof.path),
        container: (0,container_probe/* containerProbe */.A)(release),
        listeners: listeners/* listenersProbe */.u_,
        firewall: survey_firewall/* firewallProbe */.j,
        filters: packet_filter/* packetFilterProbe */.B,
    });
    const [holder] = (0,listeners/* holdersOf */.pW)(seen.listeners, site.httpsPort);
    return {
        application: seen.container.well ? 'healthy' : seen.container.observation,
        nginxProven: seen.serving.release === release.id &&
            seen.serving.fingerprint === certificate.certificate.fingerprint &&
            (0,health_status/* accepts */.G3)((0,release_release/* proofStatus */.Jn)(release), seen.serving.status),
        ...(holder === undefined ? {} : { listener: `${holder.process} (pid ${holder.pid ?? '-'})` }),
        nginx,
        cloud: cloudAt(site.httpsPort),
        hostFirewall: (0,host_firewall/* hostFirewallAt */.gC)(site.httpsPort, seen.firewall, seen.filters, address),
    };
}
/** Asks what the server's own firewall does with connections to ports of `address`. */
async function observeFirewall(server, address) {
    const { firewall, filters } = await (0,survey/* survey */.Fr)(server, { firewall: survey_firewall/* firewallProbe */.j, filters: packet_filter/* packetFilterProbe */.B });
    return (port) => (0,host_firewall/* hostFirewallAt */.gC)(port, firewall, filters, address);
}

// EXTERNAL MODULE: ./.build/lib/commands/observe-outside.js + 3 modules
var observe_outside = __webpack_require__(84122);
;// CONCATENATED MODULE: ./.build/lib/commands/observe-deployment.js













/**
 * Looks from outside; what is wrong there makes the run red, but undoes nothing (rule *Outside looks undo nothing*).
 */
async function observeDeployment(session, settings, deployment, { account, publicAddress }, run, record) {
    const { release, certificate } = deployment.target;
    const { site } = release;
    const known = {
        fingerprint: certificate.certificate.fingerprint,
        publicAddress,
    };
    const { domain, httpsPort, proof } = site;
    await (0,observe_outside/* observeOutside */.IQ)({ domain, httpsPort, path: proof.target, status: (0,release_release/* proofStatus */.Jn)(release), ...known }, run, record);
    const pages = await (0,observe_outside/* observeStaticSite */.se)(site, known, run, record);
    const { outside } = record;
    if (outside === undefined)
        return;
    const failed = judge({ outside }, deployment, record).length > 0;
    const pagesFailed = pages === undefined ? [] : await pagesProblems(session, pages, failed ? undefined : httpsPort, deployment, account);
    if (!failed && pagesFailed.length === 0) {
        record.verified = true;
        run.log.info(commands/* commandMessages */.c.verified(`https://${domain}:${httpsPort}`));
        const url = (0,nginx_site/* staticUrl */.oz)(site);
        if (url !== undefined)
            run.log.info(commands/* commandMessages */.c.staticSite(url));
        return;
    }
    const observation = failed
        ? { outside, inside: await observeInside(session, deployment, account, outside.address) }
        : undefined;
    const found = [...(observation === undefined ? [] : judge(observation, deployment, record)), ...pagesFailed];
    // What is broken on the server is broken for those who can reach it, too.
    if (observation !== undefined && (0,diagnose/* diagnoseInside */.vF)(outside, observation.inside) !== undefined)
        throw new failure/* Failures */.oo(found);
    (0,observe_outside/* tellOutside */.R_)(found, settings.outsideCheck, record);
    record.proven = true;
}
/**
 * What is wrong. That the name still leads to where it led is only warned of, where this run has moved it and seen all of
 * its servers answer so: resolvers keep the old answer for a while.
 */
function judge(observed, { replaced }, record) {
    const found = (0,diagnose/* diagnose */.h4)(observed);
    if (!record.timings.some(({ id }) => id === dns_record/* dnsStep */.e))
        return found;
    const judged = found.map((one) => ({ one, cached: cachedAnswer(one, observed.outside, replaced) }));
    (0,commands_run/* addNotices */.TL)(record, judged.flatMap(({ cached }) => cached ?? []));
    return judged.flatMap(({ one, cached }) => (cached === undefined ? one : []));
}
/** What is wrong with the static site; firewalls are only asked where something is. */
async function pagesProblems(session, pages, soundPort, { nginx: { errorLog } }, account) {
    const observation = { pages, httpPort: nginx_site/* staticPorts */.d6.http, soundPort, errorLog };
    if (diagnosePages({ ...observation, firewallAt: () => host_firewall/* unaskedFirewall */.Gj }).length === 0)
        return [];
    const [firewallAt, cloudAt] = await Promise.all([
        observeFirewall(session, pages.document.address),
        observeCloudFirewall(account),
    ]);
    return diagnosePages({ ...observation, firewallAt, cloudAt });
}

// EXTERNAL MODULE: ./.build/lib/checks/application.js
var application = __webpack_require__(67732);
// EXTERNAL MODULE: ./.build/lib/checks/application-notices.js
var application_notices = __webpack_require__(14908);
// EXTERNAL MODULE: ./.build/lib/deployment/container-files.js
var container_files = __webpack_require__(77301);
// EXTERNAL MODULE: ./.build/lib/deployment/written-files-words.js
var written_files_words = __webpack_require__(25581);
// EXTERNAL MODULE: ./.build/lib/messages/written-files.js
var written_files = __webpack_require__(10110);
// EXTERNAL MODULE: ./.build/lib/survey/written-files.js + 1 modules
var survey_written_files = __webpack_require__(22726);
;// CONCATENATED MODULE: ./.build/lib/commands/observe-serving.js











/**
 * Seconds after the first answer for which the log of an application is awaited whose health path tells nothing of what it
 * needs: what it does first after its start (a first query, the jobs of a timer) may fail only then.
 */
const settleSeconds = 10;
/**
 * The last look of a deploy, at the version that serves: what its health path answers, what its log says since it began to
 * serve, and what it writes outside its mounts, so that its first user's data is not the first to be lost. Never throws:
 * the deployment is done, and other looks tell whether the server can be reached.
 */
async function observeServing(server, { release, newContainer }, run, record) {
    const { health, image } = release;
    const { volumes, files: mounted } = release.container;
    await (0,commands_run/* timed */.ay)(run, record, 'last-look', commands/* commandMessages */.c.lastLook, async () => {
        const wait = newContainer === undefined || health.telling || !record.verified ? 0 : settleSeconds - secondsServed(record);
        if (wait > 0)
            await run.sleep(wait * 1000);
        const { container, written } = await (0,survey/* survey */.Fr)(server, {
            container: (0,container_probe/* containerProbe */.A)(release),
            // One that went on was looked at before.
            written: newContainer === undefined ? nothingAsked : (0,survey_written_files/* writtenFilesProbe */.$Q)(release, volumes),
        });
        const { observation, well, healthStatus } = container;
        record.healthStatus = healthStatus ?? record.healthStatus;
        // Where it answers no more, a look from outside has told so, or it has just ended.
        const ended = !well && record.verified ? [(0,application/* diagnoseApplication */.n)(observation)] : [];
        const found = (0,application_notices/* applicationNotices */.q)(observation);
        // What the log said before, which reaches as far back still, and says no more: connected since.
        (0,commands_run/* withdrawNotices */.yg)(record, ({ message, evidence = '' }) => observation.logLines.includes(evidence.split('\n')[0] ?? '') && !found.some((one) => one.message === message));
        (0,commands_run/* addNotices */.TL)(record, [...ended, ...found]);
        if (observation.denied !== undefined && !record.notices.some(({ code }) => code === 'PATH_NOT_WRITABLE')) {
            (0,commands_run/* addNotices */.TL)(record, [(0,failure/* failure */.V2)('PATH_NOT_WRITABLE', observation.denied)]);
        }
        if (newContainer === undefined)
            return;
        const serving = written?.containers.find(({ name }) => name === image);
        const files = mounted.map(({ container: path }) => path);
        record.warnings.push(...(serving === undefined
            ? [written_files/* writtenFilesMessages */.v.unseen(image)]
            : (0,written_files_words/* writesOutside */.EH)((0,container_files/* filesAtStake */.dC)(serving, volumes, files), release.app, volumes)));
    }).catch(() => newContainer !== undefined && record.warnings.push(written_files/* writtenFilesMessages */.v.unseen(image)));
}
/** Stands for a question that is not put. */
const nothingAsked = { script: ':', read: () => undefined };
/** How long ago a new version first answered, as far as the steps since then tell. */
function secondsServed({ timings }) {
    const at = timings.findLastIndex(({ id }) => id === 'container.health');
    return timings.slice(at + 1).reduce((sum, { seconds }) => sum + seconds, 0);
}

// EXTERNAL MODULE: ./.build/lib/commands/open-account.js + 9 modules
var open_account = __webpack_require__(97799);
// EXTERNAL MODULE: ./.build/lib/commands/prepare.js + 190 modules
var prepare = __webpack_require__(49164);
// EXTERNAL MODULE: ./.build/lib/commands/ssh-access.js + 4 modules
var ssh_access = __webpack_require__(65569);
;// CONCATENATED MODULE: ./.build/lib/commands/deploy.js















/** Takes the jar to a verified `https://domain:port`. Throws `Failure` or `Failures`; what was reached is in `record`. */
async function deploy(settings, run, record) {
    const prepared = await (0,prepare/* readRunner */.fY)(settings, run, record);
    const tencent = settings.tencent && (0,open_account.openAccount)(settings.tencent, settings.language, run, run.cancelled);
    await (0,ssh_access/* withSshAccess */.V)(tencent, settings, run, record, async (access) => {
        const session = await (0,commands_run/* timed */.ay)(run, record, 'connect', commands/* commandMessages */.c.connect(settings.server.host), access.connect);
        try {
            const { deployment, cloud } = await bringAbout({ session, access, tencent, settings, prepared, run, record });
            try {
                await (0,cancel/* unlessCancelled */.M)(() => observeDeployment(session, settings, deployment, cloud, run, record), run.cancelled);
            }
            finally {
                await observeServing(session, deployment.target, run, record);
            }
        }
        catch (error) {
            if (run.cancelled.aborted)
                record.warnings.push(...whatBecomesOfIt(record));
            throw error;
        }
    });
}
/** Everything that changes the server, and the account that it is in. */
async function bringAbout(start) {
    const { session, access, tencent, settings, prepared, run, record } = start;
    const { app, image } = prepared.project;
    return underLock(session, image, run, async (lock) => {
        // The keeper of the lock is the one that is open.
        let surveyed = await (0,spare_sessions/* withSpareSessions */.b)(session, 1, () => (0,prepare/* look */.Op)(session, settings, prepared, run, record));
        if (surveyed.releases.halfDone) {
            // Not known until it has ended: the server goes on with it alone.
            record.uncertain = true;
            await resume(app, { session, lock, run, record });
            record.uncertain = false;
            surveyed = await (0,prepare/* look */.Op)(session, settings, prepared, run, record);
            // Its journal and its backup must not be taken for an orphan's.
            if (surveyed.releases.halfDone)
                throw (0,failure/* failure */.V2)('SWITCH_NOT_ENDED', { app });
        }
        const mends = (0,prepare/* mending */.ph)(surveyed, settings, prepared);
        if (mends.length > 0) {
            await tellPlan((0,engine_plan/* makePlan */.Cs)(mends), run);
            await carry_out_apply(mends, session, whileHeld({ lock, run }), record);
            surveyed = await (0,prepare/* look */.Op)(session, settings, prepared, run, record);
        }
        const cloud = await (0,account/* lookAround */.h)(session, tencent, settings, surveyed, run, record);
        await access.clearLeftovers(cloud.account?.firewall);
        (0,prepare/* refuse */.TR)(surveyed, settings, prepared, cloud, run);
        const wave = (0,prepare/* provisioning */.iq)(surveyed);
        if (wave.length > 0) {
            await tellPlan((0,engine_plan/* makePlan */.Cs)(wave), run);
            await carry_out_apply(wave, session, whileHeld({ lock, run }), record);
            surveyed = await (0,prepare/* look */.Op)(session, settings, prepared, run, record);
        }
        const deployment = (0,prepare/* planFor */.bJ)(settings, prepared, (0,prepare/* provisioned */.dq)(surveyed, settings, prepared, cloud, run), cloud, run);
        record.plan = (0,engine_plan/* makePlan */.Cs)([...wave, ...deployment.plan.steps]);
        record.release = deployment.target.release;
        record.site = deployment.siteText;
        record.certificateNotAfter = deployment.target.certificate.certificate.notAfter;
        record.warnings.push(...deployment.warnings);
        (0,commands_run/* addNotices */.TL)(record, deployment.notices);
        for (const note of deployment.notes)
            run.log.info(note);
        await tellPlan(deployment.plan, run);
        await carryOut(deployment, { session, lock, run, record });
        return { deployment, cloud };
    });
}
/** What a run that was cancelled leaves behind. */
function whatBecomesOfIt({ fate, release, previous, uncertain }) {
    if (fate !== undefined)
        return [aftermath/* aftermathMessages */.d.fates[fate](release?.id ?? '', previous?.id)];
    return uncertain ? [aftermath/* aftermathMessages */.d.uncertain] : [];
}
function tellPlan(plan, run) {
    return run.log.group(commands/* commandMessages */.c.plan, async () => {
        for (const line of (0,engine_plan/* describePlan */.df)(plan))
            run.log.info(line);
    });
}


/***/ }),

/***/ 69426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O7: () => (/* binding */ stuckSteps),
/* harmony export */   Yw: () => (/* binding */ readJournalLine),
/* harmony export */   _L: () => (/* binding */ fateOf),
/* harmony export */   cG: () => (/* binding */ failedStep),
/* harmony export */   sG: () => (/* binding */ outcomeOf)
/* harmony export */ });
/** What the journal says of a switch; `running`: its script may still write. */
function fateOf(entries, running) {
    const proven = entries.some((entry) => entry.event === 'committed');
    return outcomeOf(entries) ?? (proven ? 'committed' : running ? 'open' : 'cut-short');
}
/** Reads one line of a switch's journal; undefined when it is none (a line cut short by a crash). */
function readJournalLine(line) {
    const [, at, event, step, detail] = /^(\d+\.\d+) ([a-z]+) (\S+) ?(.*)$/.exec(line) ?? [];
    if (at === undefined || event === undefined || step === undefined)
        return undefined;
    return { at: Number(at), event, step, detail: detail ?? '' };
}
/** How the switch ended, or undefined while it has not. The outcome stands where the other events have their step. */
function outcomeOf(entries) {
    const last = entries.findLast((entry) => entry.event === 'outcome');
    return outcomes.find((outcome) => outcome === last?.step);
}
const outcomes = ['committed', 'undone', 'stuck'];
/** The steps that could not be undone. */
function stuckSteps(entries) {
    return entries.filter((entry) => entry.event === 'stuck').map(({ step }) => step);
}
/** The step that failed and why, where one did. */
function failedStep(entries) {
    return entries.find((entry) => entry.event === 'failed');
}


/***/ }),

/***/ 44553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ stepOutputScript),
/* harmony export */   d: () => (/* binding */ readStepOutputs)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29719);


/** Bytes that are kept of each stream of a step, the last ones. */
const most = 262_144;
/**
 * Bash for a script that runs steps one by one. It takes `$output` (where all that they print goes) and `$kept`, and defines
 * - `attempt FUNCTION`: runs a step, its stdout and stderr apart in `$step_out` and `$step_err`. Not in a condition: bash
 *   ignores `set -e` there, also inside the subshell.
 * - `marked WORD`: the marks of that word in what the step printed, as the runner reads them.
 * - `keep STEP CODE`: keeps what it printed for the runner, as that of a script of its own would come to it (marks.ts).
 */
function stepOutputScript(locks) {
    const memory = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${locks}/switch`);
    return `# In memory: a step must be able to print also when the disk is full.
step_out=${memory}-$$.out step_err=${memory}-$$.err
trap 'rm -f "$step_out" "$step_err"' EXIT
attempt() { ( set -e; "$1" ) >"$step_out" 2>"$step_err"; local code=$?; cat "$step_out" "$step_err" >>"$output" 2>/dev/null; return "$code"; }
marked() { sed -n "s/^\${deploy_mark}$1/@@$1/p" "$step_out" "$step_err" 2>/dev/null; }
# Its own marks without their word, and no other line like one. Cut first: what is left of a line may look like a mark.
as_read() { tail -c ${most} "$1" | sed -e "s/^$deploy_mark/@@/" -e t -e 's/^@@/ @@/'; }
# The code last: where it is, all is.
keep() { { as_read "$step_out" >"$kept.$1.out" && as_read "$step_err" >"$kept.$1.err" && printf %s "$2" >"$kept.$1.code"; } 2>/dev/null; }`;
}
/** Reads what is kept of `steps`. Throws `Failure` where the server does not answer. */
async function readStepOutputs(server, { kept, output }, steps) {
    const file = (step, end) => {
        const path = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${kept}.${step}.${end}`);
        return [`${step}.${end}`, { script: `cat ${path}`, read: (text) => text }];
    };
    const answers = await (0,_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .survey */ .Fr)(server, {
        ...Object.fromEntries(steps.flatMap((step) => ['code', 'out', 'err'].map((end) => file(step, end)))),
        last: { script: `tail -n 60 ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(output)} | grep -av '^@@'`, read: (text) => text },
    });
    const results = steps.flatMap((step) => {
        const [code = '', stdout = '', stderr = ''] = ['code', 'out', 'err'].map((end) => answers[`${step}.${end}`]);
        return code === '' ? [] : [[step, { code: Number(code), stdout, stderr }]];
    });
    return { kept: new Map(results), last: answers.last ?? '' };
}


/***/ }),

/***/ 73665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M6: () => (/* binding */ reconnect),
  II: () => (/* binding */ tellEntry),
  cF: () => (/* binding */ watchSwitch)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 51 modules
var failure = __webpack_require__(1092);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/switch.js

/** What the log says while the server switches. */
const switchMessages = {
    connectionLost: (code) => (0,messages_text/* text */.Qq)(`The connection was lost (${code}); the server goes on alone. Connecting again.`, `连接中断（${code}）；服务器会独立继续。正在重新连接。`),
    followedAfterCancel: (0,messages_text/* text */.Qq)('Cancelled during the switch. The server completes it without the runner; following it for a few seconds.', '切换过程中收到取消请求。服务器会独立完成切换；继续跟踪数秒。'),
    connectedAgain: (0,messages_text/* text */.Qq)('Connected again; the switch was found.', '已重新连接，并找到了正在进行的切换。'),
    /** What is said of an event of the journal; events not listed are not told. */
    events: {
        done: (step) => (0,messages_text/* text */.Qq)(`done: ${step}`, `完成：${step}`),
        failed: (step) => (0,messages_text/* text */.Qq)(`failed: ${step}; everything is being taken back`, `失败：${step}；正在全部撤销`),
        undone: (step) => (0,messages_text/* text */.Qq)(`undone: ${step}`, `已撤销：${step}`),
        stuck: (step) => (0,messages_text/* text */.Qq)(`could not be undone: ${step}`, `未能撤销：${step}`),
        skipped: (step) => (0,messages_text/* text */.Qq)(`skipped: ${step}, because the record failed`, `已跳过：${step}，因为记录失败`),
        committed: () => (0,messages_text/* text */.Qq)('proven: the new version serves', '已验证：新版本正在提供服务'),
    },
    notUndone: (step, why) => (0,messages_text/* text */.Qq)(`${step} could not be undone. ${why.what.en} ${why.cure.en}`, `未能撤销 ${step}。${why.what.zh}${why.cure.zh}`),
    warned: (step, why) => (0,messages_text/* text */.Qq)(`The new version serves, but ${step} failed afterwards. ${why?.what.en ?? ''} ${why?.cure.en ?? ''}`.trim(), `新版本已正常服务，但之后的 ${step} 失败。${why?.what.zh ?? ''}${why?.cure.zh ?? ''}`),
};

// EXTERNAL MODULE: ./.build/lib/server/script-protocol.js
var script_protocol = __webpack_require__(28158);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/engine/journal.js
var journal = __webpack_require__(69426);
// EXTERNAL MODULE: ./.build/lib/engine/apply.js
var apply = __webpack_require__(56761);
// EXTERNAL MODULE: ./.build/lib/engine/step-output.js
var step_output = __webpack_require__(44553);
;// CONCATENATED MODULE: ./.build/lib/engine/switch-findings.js






/** What the steps of a switch that was kept warned of by their scripts. */
function noticed(entries) {
    if (!entries.some(({ event }) => event === 'committed'))
        return [];
    return (0,script_protocol/* noticesAmong */.oe)(entries.filter(({ event }) => event === 'noticed').map(({ detail }) => detail));
}
/** What they warned of, and what those find in their output that look into it, where there is time to fetch it. */
async function noticesOf(server, { folder, steps }, entries, graceOver) {
    const telling = steps.filter(({ notice }) => notice !== undefined);
    if (telling.length === 0)
        return noticed(entries);
    const ids = telling.map(({ id }) => id);
    const fetch = () => (0,step_output/* readStepOutputs */.d)(server, folder, ids);
    const printed = await (0,cancel/* unlessCancelled */.M)(fetch, graceOver).catch(() => undefined);
    const found = telling.flatMap(({ id, notice }) => {
        const result = printed?.kept.get(id);
        try {
            return (result && notice?.(result)) ?? [];
        }
        catch (error) {
            return (0,failure/* failuresOf */.dJ)(error);
        }
    });
    return [...noticed(entries), ...found];
}
/** Why the switch was undone: what the failed step named, else what it explains, with what it printed as evidence. */
async function causeOf(server, { folder, steps }, entries, graceOver) {
    const failed = (0,journal/* failedStep */.cG)(entries);
    const step = steps.find(({ id }) => id === failed?.step);
    const fetch = () => (0,step_output/* readStepOutputs */.d)(server, folder, step === undefined ? [] : [step.id]);
    const printed = await (0,cancel/* unlessCancelled */.M)(fetch, graceOver).catch(() => undefined);
    const result = printed?.kept.get(step?.id ?? '');
    const words = result === undefined ? printed?.last : (0,script_protocol/* withoutProtocol */.rM)(`${result.stdout}${result.stderr}`);
    const evidence = words === undefined || words.trim() === '' ? undefined : (0,apply/* lastLines */.w$)(words, 60);
    const named = failed === undefined ? undefined : (0,script_protocol/* parseFailureLine */.YJ)(failed.detail);
    if (named !== undefined)
        return (0,failure/* failureNamed */.g8)(named.code, named.parameters, evidence);
    const unexplained = (cause) => (0,failure/* failure */.V2)('STEP_FAILED', { step: failed?.step ?? '-', code: String(result?.code ?? 1) }, { evidence, cause });
    if (result === undefined)
        return unexplained();
    try {
        return step?.explain?.(result) ?? unexplained();
    }
    catch (error) {
        return unexplained(error);
    }
}

;// CONCATENATED MODULE: ./.build/lib/engine/watch.js







const reconnectAttempts = 6;
/**
 * Follows a running switch to its end through its journal. A lost connection is made again and the journal read on:
 * the server goes on meanwhile. A run that is cancelled follows it until its time is over. Never throws; where the end
 * was not seen, the failure is SWITCH_UNSEEN (the server cannot be reached again), SWITCH_CUT_SHORT (the script ended
 * without an outcome: a reboot) or CANCELLED.
 */
async function watchSwitch(server, running, log, patience) {
    const { folder, pid } = running;
    const { cancelled, graceOver } = patience;
    const entries = [];
    const tellGrace = () => log.info(switchMessages.followedAfterCancel);
    if (cancelled.aborted)
        tellGrace();
    else
        cancelled.addEventListener('abort', tellGrace, { once: true });
    try {
        await (0,cancel/* unlessCancelled */.M)(() => follow(server, folder, { pid, born: '' }, entries, log, patience), graceOver);
    }
    catch (error) {
        return { fate: (0,journal/* fateOf */._L)(entries, true), entries, notices: noticed(entries), failure: (0,failure/* failuresOf */.dJ)(error)[0] };
    }
    finally {
        cancelled.removeEventListener('abort', tellGrace);
    }
    const fate = (0,journal/* fateOf */._L)(entries, false);
    if ((0,journal/* outcomeOf */.sG)(entries) === undefined) {
        const cutShort = (0,failure/* failure */.V2)('SWITCH_CUT_SHORT', { journal: folder.journal });
        return { fate, entries, notices: noticed(entries), failure: cutShort };
    }
    if (fate === 'committed') {
        return { fate, entries, notices: await noticesOf(server, running, entries, graceOver), failure: undefined };
    }
    return { fate, entries, notices: [], failure: await causeOf(server, running, entries, graceOver) };
}
/** Follows the journal over as many connections as it takes. Throws SWITCH_UNSEEN when there is none to be had. */
async function follow(server, folder, script, entries, log, patience) {
    for (let losses = 0;;) {
        try {
            return await followJournal(server, folder, script, entries, log);
        }
        catch (error) {
            // Nobody waits any more, and the session is closed.
            if (patience.graceOver.aborted)
                throw error;
            if (losses++ >= reconnectAttempts)
                throw (0,failure/* failure */.V2)('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
            log.warning(switchMessages.connectionLost((0,failure/* failuresOf */.dJ)(error)[0].code));
            await reconnect(server, folder, patience);
            log.info(switchMessages.connectedAgain);
        }
    }
}
/** Reads the journal from its beginning until the script ends; lines already seen are passed over. */
async function followJournal(server, folder, process, entries, log) {
    let line = 0;
    const { pid, born } = process;
    const script = `touch ${(0,quote/* quote */.h)(folder.journal)}
born=$(sed 's/.*) //' /proc/${pid}/stat 2>/dev/null | cut -d' ' -f20)
echo "\${deploy_mark:-@@}born $born"
case ${(0,quote/* quote */.h)(born)} in
  ''|"$born") exec tail -n +1 -s 0.1 -f --pid=${pid} ${(0,quote/* quote */.h)(folder.journal)} ;;
  *) exec cat ${(0,quote/* quote */.h)(folder.journal)} ;;
esac`;
    // A long drain writes nothing; a dead connection shows by its keepalive.
    await server.run(script, {
        stallSeconds: 100_000,
        onLine: (text) => {
            if (process.born === '')
                process.born = /^@@born (\d+)$/.exec(text)?.[1] ?? '';
            const entry = (0,journal/* readJournalLine */.Yw)(text);
            if (entry === undefined || line++ < entries.length)
                return;
            entries.push(entry);
            tellEntry(entry, log);
        },
    });
}
/** Tells what a line of the journal means, where a person wants to know. */
function tellEntry(entry, log) {
    const say = switchMessages.events[entry.event];
    if (say !== undefined)
        log.info(say(entry.step));
    if (entry.event !== 'warned' && entry.event !== 'stuck')
        return;
    const named = (0,script_protocol/* parseFailureLine */.YJ)(entry.detail);
    const why = named === undefined ? undefined : (0,failure/* failureNamed */.g8)(named.code, named.parameters).text;
    if (entry.event === 'warned')
        log.warning(switchMessages.warned(entry.step, why));
    else if (why !== undefined)
        log.warning(switchMessages.notUndone(entry.step, why));
}
/** What no further attempt changes: another machine answers, and nothing may be sent to it. */
const watch_final = ['HOST_KEY_MISMATCH', 'HOST_KEY_MISSING'];
/** Connects again, with longer and longer pauses. Throws SWITCH_UNSEEN when no attempt succeeds. */
async function reconnect(server, folder, patience) {
    for (let attempt = 1; attempt <= reconnectAttempts; attempt++) {
        try {
            return await server.reconnect();
        }
        catch (error) {
            const isFinal = (0,failure/* failuresOf */.dJ)(error).some(({ code }) => watch_final.includes(code));
            if (isFinal || attempt === reconnectAttempts || patience.graceOver.aborted) {
                throw (0,failure/* failure */.V2)('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
            }
            await patience.sleep(1000 * 2 ** attempt);
        }
    }
}


/***/ }),

/***/ 39243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ aftermathMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

const previously = (previous) => previous === undefined
    ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the state before this run is live again', '本次运行之前的状态已恢复')
    : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${previous} is live`, `${previous} 正在提供服务`);
/** What is said of a switch whose run was cancelled or killed, by the run itself or by its post step. */
const aftermathMessages = {
    title: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Interrupted deploy', '部署被中断'),
    /** Which version is live, by what is known of the switch. */
    fates: {
        committed: (release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The switch is committed: ${release} is live. It was not checked from the internet. Run again to check it.`, `切换已提交：${release} 正在提供服务。尚未从公网检查，请重新运行以检查。`),
        undone: (release, previous) => {
            const live = previously(previous);
            return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The switch to ${release} failed and was undone: ${live.en}. Run again to deploy.`, `切换到 ${release} 失败并已撤销：${live.zh}。请重新运行以部署。`);
        },
        stuck: (release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The switch to ${release} failed and could not be undone completely. Log in, check \`nginx -t\` and \`docker ps -a\`, then run again.`, `切换到 ${release} 失败，且未能完全撤销。请登录服务器检查 \`nginx -t\` 和 \`docker ps -a\`，然后重新运行。`),
        'cut-short': (release, previous) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The switch to ${release} was interrupted on the server, most likely by a reboot. ${previous ?? 'The previous state'} or ${release} is live. Run again: the next run completes or undoes the switch first.`, `切换到 ${release} 的过程在服务器上被中断，很可能是服务器重启。当前提供服务的是 ${previous ?? '之前的状态'} 或 ${release}。请重新运行：下次运行会先完成或撤销这次切换。`),
        open: (release, previous) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The switch to ${release} had not ended yet. The server completes or undoes it without the runner; until then ${previous ?? 'the previous state'} or ${release} is live. The next run continues from there.`, `切换到 ${release} 尚未结束。服务器会独立完成或撤销；在此之前提供服务的是 ${previous ?? '之前的状态'} 或 ${release}。下次运行会在此基础上继续。`),
    },
    notBegun: (release, previous) => {
        const live = previously(previous);
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The switch to ${release} had not begun: ${live.en}. The next run removes what was prepared.`, `切换到 ${release} 尚未开始：${live.zh}。下次运行会清理已准备的内容。`);
    },
    tidying: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The server is still draining and removing the old version; it needs no runner for that.', '服务器仍在等待旧版本的请求结束并将其移除，无需运行器参与。'),
    uncertain: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The run did not see whether everything that it had begun on the server was completed or undone. The next run continues from there.', '本次运行未能确认已开始的操作是否全部完成或撤销。下次运行会在此基础上继续。'),
    inResume: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The run was interrupted while an earlier switch was being completed or undone. The server goes on with that without the runner; the next run checks it.', '运行在收尾之前中断的切换时被中断。服务器会独立完成收尾，下次运行会检查结果。'),
    /** The run ended before the switch, in `phase`. */
    beforeSwitch: (phase) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The run was interrupted in: ${phase}. The switch had not begun: what was live before is still live. The next run removes what was prepared.`, `运行在「${phase}」阶段被中断。切换尚未开始：之前的版本仍在提供服务。下次运行会清理已准备的内容。`),
    looking: (host, seconds) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Reading the journal of the switch on ${host}, for up to ${seconds} s.`, `正在读取 ${host} 上的切换日志，最多 ${seconds} 秒。`),
    unreachable: (why) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The server could not be asked how the switch ended: ${why.en}`, `无法向服务器查询切换结果：${why.zh}`),
};


/***/ })

};
