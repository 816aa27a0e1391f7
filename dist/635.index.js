export const id = 635;
export const ids = [635];
export const modules = {

/***/ 81611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ instanceMismatch),
/* harmony export */   Kn: () => (/* binding */ instanceProblems),
/* harmony export */   Zj: () => (/* binding */ instanceNotices)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91520);


const dayMs = 24 * 60 * 60 * 1000;
/** How long before it expires an instance is worth a warning, in days. */
const warningDays = 15;
/** States in which an instance serves, or will in a moment. */
const running = ['RUNNING', 'STARTING', 'REBOOTING'];
/** What keeps an instance from serving anybody. */
function instanceProblems({ kind, id, name, state, restricted }) {
    // One that is cut off is stopped as a rule, and cannot be started before that is settled.
    if (restricted !== undefined)
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INSTANCE_RESTRICTED', { kind, id, name, restriction: restricted })];
    return running.includes(state) ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INSTANCE_NOT_RUNNING', { kind, id, name, state })];
}
/** What is to be known of an instance that serves; `now`: what its dates are compared with. */
function instanceNotices({ kind, id, name, expires, renewsItself }, now) {
    if (expires === undefined || renewsItself)
        return [];
    const left = expires.getTime() - now.getTime();
    if (left <= 0 || left > warningDays * dayMs)
        return [];
    const date = (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .dayOf */ .kb)(expires);
    return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INSTANCE_EXPIRES', { kind, id, name, date, days: Math.ceil(left / dayMs) })];
}
/**
 * The failure of an instance that is not the server that SSH reached: the firewall of another server would be changed. Where
 * that one's metadata does not say which it is, its address does, unless the instance has no public one (behind a NAT
 * gateway). Undefined: they are the same, or nothing tells.
 */
function instanceMismatch({ id, publicAddresses }, { metadataId, host, address }) {
    if (metadataId !== undefined)
        return metadataId === id ? undefined : (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INSTANCE_MISMATCH', { given: id, reached: metadataId, host });
    if (address === undefined || publicAddresses.length === 0 || publicAddresses.includes(address))
        return undefined;
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INSTANCE_MISMATCH', { given: id, reached: address, host });
}


/***/ }),

/***/ 70556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bb: () => (/* binding */ carry_out_apply),
  u0: () => (/* binding */ carryOut),
  U: () => (/* binding */ resume),
  yk: () => (/* binding */ undertakingOf),
  tE: () => (/* binding */ whileHeld)
});

// UNUSED EXPORTS: publish

// EXTERNAL MODULE: ./.build/lib/engine/apply.js + 8 modules
var apply = __webpack_require__(22268);
// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/engine/journal.js
var journal = __webpack_require__(69426);
// EXTERNAL MODULE: ./.build/lib/engine/plan.js
var engine_plan = __webpack_require__(9678);
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

// EXTERNAL MODULE: ./.build/lib/engine/outcome.js
var outcome = __webpack_require__(9293);
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
${(0,step_output/* stepOutputScript */.bh)(locks)}
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
disk_full() { local word; as_word "$1"; printf '@@failure SWITCH_DISK_FULL said=%s' "$word"; }
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
  ! silent || return 0
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
  note failed shared-lock "@@failure SHARED_LOCK_BUSY seconds=.${purpose.sharedLockSeconds}"
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
# Not its parents: what was taken back meanwhile is not made again.
mkdir -m 700 ${(0,quote/* quote */.h)(directory)}
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
    { input: Buffer.from(renderSwitch(steps, purpose), 'utf8'), stallSeconds: 1800 });
    (0,outcome/* mustSucceed */.M)('switch.send', sent);
}

// EXTERNAL MODULE: ./.build/lib/engine/undo.js
var undo = __webpack_require__(36555);
// EXTERNAL MODULE: ./.build/lib/engine/watch.js + 2 modules
var watch = __webpack_require__(73665);
// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/layout/release-paths.js
var release_paths = __webpack_require__(33433);
// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 59 modules
var failure = __webpack_require__(86732);
// EXTERNAL MODULE: ./.build/lib/release/marker.js
var marker = __webpack_require__(56492);
// EXTERNAL MODULE: ./.build/lib/resources/disk-growth.js
var disk_growth = __webpack_require__(82919);
// EXTERNAL MODULE: ./.build/lib/resources/release-record.js
var release_record = __webpack_require__(99880);
// EXTERNAL MODULE: ./.build/lib/server/lock.js + 1 modules
var server_lock = __webpack_require__(33585);
// EXTERNAL MODULE: ./.build/lib/engine/reconnect.js
var reconnect = __webpack_require__(76020);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/occasion.js



/** Notes how long steps took, what they measured and what they warned of. */
function note(record, steps) {
    record.timings.push(...steps.map(({ id, seconds }) => ({ id, seconds })));
    for (const { facts } of steps)
        record.growth = (0,disk_growth/* growthIn */.Z8)(facts ?? {}) ?? record.growth;
    (0,commands_run/* addNotices */.TL)(record, steps.flatMap(({ notices }) => notices));
}
/** What steps need of the run they belong to, and of the lock that it holds. */
function occasion(run, record, server) {
    const { cancelled, graceOver, now, lock } = run;
    return {
        cancelled,
        graceOver,
        now,
        leave: () => {
            record.uncertain = true;
        },
        guard: lock && {
            ...lock,
            regain: async () => {
                await (0,reconnect/* connectAgain */.t)(server, run, run.cancelled);
                await lock.regain();
            },
        },
    };
}
/** How steps that are not taken back together are noted. */
function noting(run, record) {
    const before = record.uncertain;
    /** How far a step came that failed and has no undo (packages half installed) is not known. */
    const open = new Set();
    return {
        began: (step) => {
            run.enter(step.id);
            if (step.undo === undefined)
                open.add(step);
            record.uncertain = before || open.size > 0;
        },
        ended: (ended, step) => {
            open.delete(step);
            record.uncertain = before || open.size > 0;
            note(record, [ended]);
            record.changed = true;
        },
    };
}

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
/**
 * Runs steps that stand alone, one after another, up to the first that fails, which alone is undone; notes how long each
 * took.
 */
async function carry_out_apply(steps, server, run, record) {
    await (0,apply/* applySteps */.GF)(prepared(steps), server, run.log, { ...occasion(run, record, server), ...noting(run, record) }, 'in-turn');
}
/**
 * Runs steps that need nothing of one another: one that fails stops none of the others. What failed is in the record, and
 * makes the run red at its end. Throws where the run is cancelled, with what had failed until then.
 */
async function publish(steps, server, run, record) {
    const each = { ...occasion(run, record, server), ...noting(run, record) };
    const failed = await (0,apply/* applyIndependently */.qQ)(prepared(steps), server, run.log, each);
    if (run.cancelled.aborted)
        (0,failure/* throwAll */.Kx)(withCancellation(failed, run));
    record.failures.push(...failed);
}
/** Those that are no part of the switch. */
function prepared(steps) {
    return steps.filter((step) => step.kind !== 'switch');
}
/** Why a run ends that was cancelled is said first; what failed beside it is told as well. */
function withCancellation(failed, { cancelled }) {
    if (!cancelled.aborted)
        return failed;
    return [(0,cancel/* reasonOf */.A)(cancelled), ...failed.filter(({ code }) => code !== 'CANCELLED')];
}
/** What a deployment comes to. */
function undertakingOf({ plan, target: { release } }, { subject }) {
    return {
        plan,
        release,
        title: `${release.app}: switch to ${release.id}`,
        farewell: (0,release_record/* deployLogLine */.eT)(release, subject),
    };
}
/** Prepares, switches, publishes; a failure up to the last proof takes everything back. */
async function carryOut(undertaking, work) {
    const { session, run, record } = work;
    const { plan, release } = undertaking;
    if (plan.steps.length === 0) {
        run.log.info(commands/* commandMessages */.c.proven(release.id));
        return;
    }
    const prepare = prepared((0,engine_plan/* inPhase */.xe)(plan, 'prepare'));
    const held = whileHeld(work);
    run.enter('prepare');
    note(record, await (0,apply/* applySteps */.GF)(prepare, session, run.log, occasion(held, record, session)));
    const steps = (0,engine_plan/* inPhase */.xe)(plan, 'switch').filter((step) => step.kind === 'switch');
    if (steps.length > 0)
        await switchTo(undertaking, steps, prepare, work);
    if (record.growth !== undefined)
        run.log.info((0,disk_growth/* lineOfGrowth */.hQ)(record.growth));
    record.changed ||= prepare.length + steps.length > 0;
    await publish((0,engine_plan/* inPhase */.xe)(plan, 'publish'), session, { ...run, lock: held.lock }, record);
}
/** Switches, and notes what becomes of it: for the report, and for the post step of a run that does not come so far. */
async function switchTo({ release, title, farewell }, steps, prepare, work) {
    const { session, run, record } = work;
    const purpose = { title, folder: switchFolder((0,release_paths/* releaseDirectory */.fF)(release)), farewell, sharedLockSeconds: 120 };
    const noteFate = (fate) => {
        const { folder } = purpose;
        record.fate = fate;
        run.noteSwitch(fate && { release: release.id, previous: record.previous?.id, folder, fate });
    };
    const takeBack = () => (0,undo/* undoSteps */.qD)(prepare, session, run.log, occasion(run, record, session));
    const begunAndWatched = async () => {
        await (0,cancel/* unlessCancelled */.M)(() => sendSwitch(steps, purpose, session), whileHeld(work).cancelled);
        noteFate('open');
        return await (0,commands_run/* timedToEnd */.UI)(run, record, 'switch', commands/* commandMessages */.c.switch, async () => {
            // Watched from when its start is asked for: no answer is waited for in between.
            const pid = (0,cancel/* unlessCancelled */.M)(() => beginSwitch(release.image, purpose, noteFate, work), run.graceOver);
            const watching = (0,watch/* watchSwitch */.cF)(session, { folder: purpose.folder, pid, steps }, run.log, run);
            await pid;
            return await watching;
        });
    };
    const { fate, entries, failure: why, notices, } = await begunAndWatched().catch(async (error) => {
        // Where it may have begun, what was prepared may serve by now.
        if (record.fate === undefined)
            await takeBack();
        throw error;
    });
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
 * Up to here everything can be taken back from the runner; from the moment it has begun, only by the server. Gives the
 * process of the script. Throws with the fate noted as `open` where it may have begun.
 */
async function beginSwitch(app, { folder }, noteFate, { session, lock, run }) {
    try {
        return (await lock.startSwitch(folder.script, folder.output)).pid;
    }
    catch (error) {
        // The connection may have broken between the word to start and its answer.
        await (0,watch/* reconnect */.M6)(session, folder, run);
        const pid = await (0,server_lock/* findSwitch */.gi)(session, app, folder.script);
        if (pid !== undefined)
            return pid;
        noteFate(undefined);
        throw error;
    }
}
/**
 * The run as it is while the lock holds: cancelled, too, when that is lost, for what is prepared without it could meet
 * another run's. The switch needs it no more: it holds the lock itself.
 */
function whileHeld({ lock, run }) {
    const controller = new AbortController();
    void lock.lost.then((lost) => controller.abort(lost));
    const cancelled = AbortSignal.any([run.cancelled, controller.signal]);
    return { ...run, cancelled, lock: 'holding' in lock ? lock : undefined };
}


/***/ }),

/***/ 58306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t8: () => (/* binding */ isKept),
  D8: () => (/* binding */ issueCertificate),
  d5: () => (/* binding */ renewedFrom),
  Lm: () => (/* binding */ wantedOf)
});

// EXTERNAL MODULE: ./.build/lib/certificate/due.js
var due = __webpack_require__(49520);
// EXTERNAL MODULE: ./.build/lib/decision/certificate.js
var certificate = __webpack_require__(7062);
// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/engine/plan.js
var plan = __webpack_require__(9678);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 59 modules
var failure = __webpack_require__(86732);
// EXTERNAL MODULE: ./.build/lib/messages/issue.js
var issue = __webpack_require__(84700);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
;// CONCATENATED MODULE: ./.build/lib/server/certificate-lock-script.js



/**
 * The keeper of the lock of a domain's certificate: takes it on descriptor 9, waiting for up to `waitSeconds`; prints
 * `waiting` and who holds it once, if it has to wait, then `held`. Serves `beat` and `release` as the keeper of an
 * application's lock does; still busy: exit 75.
 */
function certificateKeeperScript(domain, holder, { waitSeconds, silenceSeconds }, folder = lock_script/* lockFolder */.MS) {
    const lock = `${folder}/certificate-${domain}.lock`;
    return `${prelude/* prelude */.e}
holder=${(0,quote/* quote */.h)(`${folder}/certificate-${domain}.holder`)}
${(0,lock_script/* openLock */.qB)(lock, folder)}
told=
until flock -n 9; do
  [ -n "$told" ] || printf 'waiting %s\\n' "$(head -n 1 "$holder" 2>/dev/null)"
  told=yes
  [ "$SECONDS" -lt ${waitSeconds} ] || exit 75
  IFS= read -r -t 1 word || [ $? -gt 128 ] || exit 0
done
printf '%s\\n' ${(0,quote/* quote */.h)(JSON.stringify(holder))} >"$holder.new" && mv -f "$holder.new" "$holder" || unwritten
printf 'held\\n'
while IFS= read -r -t ${silenceSeconds} word; do
  [ "$word" != release ] || break
done
exit 0
`;
}

// EXTERNAL MODULE: ./.build/lib/server/keeper.js
var keeper = __webpack_require__(74812);
;// CONCATENATED MODULE: ./.build/lib/server/certificate-lock.js




const beatSeconds = 5;
/**
 * Takes the lock of a domain's certificate, waiting for whoever holds it. Who waited looks again: the certificate may be
 * there by then (rule *One application for a certificate*). Throws CERTIFICATE_LOCKED, LOCK_FAILED, RUN_FULL, CONNECTION_LOST.
 */
async function takeCertificateLock(server, { domain, holder, waitSeconds, onWait }) {
    const script = await server.open(certificateKeeperScript(domain, holder, { waitSeconds, silenceSeconds: 3 * beatSeconds }));
    let other = {};
    let line = await script.readLine();
    if (line?.startsWith('waiting ')) {
        other = (0,lock_script/* parseHolder */.iz)(line.slice('waiting '.length));
        onWait(other);
        line = await script.readLine();
    }
    if (line === 'held') {
        return (0,keeper/* keepAlive */.Z)(script, beatSeconds, () => (0,failure/* failure */.V2)('LOCK_LOST', { host: server.host, app: domain }));
    }
    throw await refused(await script.close(), server.host, domain, waitSeconds, other);
}
async function refused(result, host, domain, seconds, { who = '?', runUrl = '?', since = '?' }) {
    if (result.code === 75)
        return (0,failure/* failure */.V2)('CERTIFICATE_LOCKED', { domain, who, run: runUrl, since, seconds });
    return (0,lock_script/* lockFailed */.hR)(result, host);
}

// EXTERNAL MODULE: ./.build/lib/survey/domain-certificates.js
var domain_certificates = __webpack_require__(91630);
// EXTERNAL MODULE: ./.build/lib/commands/carry-out.js + 5 modules
var carry_out = __webpack_require__(70556);
// EXTERNAL MODULE: ./.build/lib/commands/lock.js
var commands_lock = __webpack_require__(3902);
// EXTERNAL MODULE: ./.build/lib/commands/open-issuer.js + 29 modules
var open_issuer = __webpack_require__(7735);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/issue.js













/**
 * Has the certificate of a domain issued and put on the server, unless it is there and not due by then: under a lock of its
 * own, so that two runs never both apply, and no application waits for an authority. Gives the steps that ran. Throws what
 * kept it from being issued; what was applied for is resumed by the next run.
 */
async function issueCertificate(session, issuance, run, record) {
    const { app, domain, settings, tencent } = issuance;
    const lock = await (0,commands_run/* timed */.ay)(run, record, 'certificate.lock', issue/* issueMessages */.u.lock(domain), () => takeCertificateLock(session, {
        domain,
        holder: (0,commands_lock/* holderOf */.Kd)(run),
        // As long as another run may wait for its authority, and some minutes for what it does besides.
        waitSeconds: settings.timeoutSeconds + 300,
        onWait: ({ who = '?', runUrl = '?', since = '?' }) => run.log.info(issue/* issueMessages */.u.waiting(domain, who, runUrl, since)),
    }));
    const held = (0,carry_out/* whileHeld */.tE)({ lock, run });
    const { uncertain } = record;
    try {
        const steps = await (0,commands_run/* timed */.ay)(held, record, 'certificate.look', issue/* issueMessages */.u.look(domain), async () => {
            const found = await lookAgain(session, app, domain, settings, held);
            const issuer = (0,open_issuer/* openIssuer */.K)(settings, tencent, held, record);
            if (await isKept(found, issuer, settings, held))
                return [];
            return issuer.plan(session, wantedOf(found, domain, settings));
        });
        await run.log.group(issue/* issueMessages */.u.plan, async () => {
            for (const line of (0,plan/* describePlan */.df)((0,plan/* makePlan */.Cs)(steps)))
                run.log.info(line);
        });
        await (0,carry_out/* apply */.Bb)(steps, session, held, record);
        return steps;
    }
    finally {
        // Nothing that is served hangs on a pair that is half installed.
        record.uncertain = uncertain;
        await (0,cancel/* unlessCancelled */.M)(() => lock.release(), run.graceOver).catch(() => { });
    }
}
/** What an issuer is asked for in the place of what was found. */
function wantedOf(found, domain, { timeoutSeconds }) {
    if (found.kind === 'none')
        return { domain, due: undefined, timeoutSeconds };
    const { chainPem, notAfter } = found.served.certificate;
    return { domain, due: { chainPem, notAfter }, timeoutSeconds };
}
async function lookAgain(server, app, domain, { renewBeforeDays }, { now, roots }) {
    const { certificates, configuration } = await (0,domain_certificates/* surveyCertificates */.V)(server, app, domain);
    return (0,certificate/* findIssued */.P6)(domain, certificates, configuration, { renewBeforeDays, now: new Date(now()), roots });
}
/** Whether what is there is not due by now: by its authority's word where it gives one, else by its date. */
async function isKept(found, issuer, settings, run) {
    if (found.kind === 'none')
        return false;
    const { now, log } = run;
    const from = await renewedFrom(found.served, issuer, settings, run);
    if (from.getTime() <= now())
        return false;
    log.info(found.from.getTime() > now()
        ? issue/* issueMessages */.u.thereByNow((0,messages_text/* dayOf */.kb)(found.served.certificate.notAfter))
        : issue/* issueMessages */.u.notYet(issuer.name, from.toISOString()));
    return true;
}
/** From when on a certificate is renewed. Its authority is asked, but not the account. */
async function renewedFrom({ certificate }, issuer, { renewBeforeDays }, run) {
    return (0,due/* renewalFrom */.Lu)(certificate, renewBeforeDays, await renewalWindow(issuer, certificate.chainPem, run));
}
/** The authority's own opinion; one that cannot be asked leaves it to the date. */
async function renewalWindow(issuer, chainPem, { log, cancelled }) {
    try {
        return await issuer.renewalWindow(chainPem);
    }
    catch (error) {
        if (cancelled.aborted)
            throw error;
        const [failed] = (0,failure/* failuresOf */.dJ)(error);
        if (failed !== undefined)
            log.info(issue/* issueMessages */.u.noWindow(issuer.name, failed.text.what));
        return undefined;
    }
}


/***/ }),

/***/ 3902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   RI: () => (/* binding */ patienceFor),
/* harmony export */   yP: () => (/* binding */ underLock)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _engine_cancel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60523);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86732);
/* harmony import */ var _messages_renew_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80930);
/* harmony import */ var _server_lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33585);





/** Who takes a lock, as others are told. */
function holderOf({ origin, now }) {
    const { actor, runUrl, commit } = origin;
    return { who: actor, runUrl, commit, since: new Date(now()).toISOString(), token: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex') };
}
/** For an application's lock where a run cannot simply be refused: it holds another's time already, or is a renewal. */
function patienceFor(app) {
    return { seconds: 600, waiting: _messages_renew_js__WEBPACK_IMPORTED_MODULE_3__/* .renewMessages */ .w.waiting(app) };
}
/** Seconds for which a look that goes ahead waits for a lock that is free: longer than a keeper may take to begin. */
const aheadSeconds = 60;
/**
 * Looks and works while the run holds the lock of an application, by its image's name. Throws LOCKED where another run holds
 * it, at once unless there is `patience`: nothing was asked then.
 */
async function underLock(session, image, run, { look, work }, patience) {
    const holder = holderOf(run);
    const refused = new AbortController();
    const taking = taken(session, image, holder, run, patience);
    const opening = (0,_server_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .onceHeld */ .FJ)(image, holder.token, aheadSeconds + (patience?.seconds ?? 0));
    const looking = look(opening, { ...run, cancelled: AbortSignal.any([run.cancelled, refused.signal]) });
    looking.catch(() => { });
    const lock = await taking.catch(async (error) => {
        refused.abort(error);
        await looking.catch(() => { });
        throw error;
    });
    try {
        return await work(lock, await looking);
    }
    finally {
        // Its answer is not waited for: the word goes before all that follows, and before the end of the connection.
        void lock.release();
    }
}
async function taken(session, image, holder, run, patience) {
    const deadline = run.now() + (patience?.seconds ?? 0) * 1000;
    const take = () => (0,_server_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .takeLock */ .HJ)(session, { app: image, holder, beatSeconds: 5 });
    for (let told = false;; told = true) {
        try {
            return await (0,_engine_cancel_js__WEBPACK_IMPORTED_MODULE_1__/* .unlessCancelled */ .M)(take, run.cancelled);
        }
        catch (error) {
            const isHeld = error instanceof _messages_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR && error.code === 'LOCKED';
            if (!isHeld || patience === undefined || run.now() >= deadline)
                throw error;
            if (!told)
                run.log.info(patience.waiting);
        }
        await (0,_engine_cancel_js__WEBPACK_IMPORTED_MODULE_1__/* .unlessCancelled */ .M)(() => run.sleep(2000), run.cancelled);
    }
}


/***/ }),

/***/ 7735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ openIssuer)
});

// EXTERNAL MODULE: ./.build/lib/release/run-name.js
var run_name = __webpack_require__(53353);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 59 modules
var failure = __webpack_require__(86732);
;// CONCATENATED MODULE: ./.build/lib/acme/problem.js

/** An authority's refusal. Whoever asked knows what it means: by `type`, else by `refusalOf`. */
class Refused extends Error {
    problem;
    constructor(problem) {
        super(`${problem.type}: ${problem.detail}`);
        this.name = 'Refused';
        this.problem = problem;
    }
}
/** Reads the document of a refusal; what is none has its status for a type. */
function readProblem(status, body, retryAfter, now) {
    const document = jsonObject(body);
    return {
        status,
        type: typeOf(document, `HTTP ${status}`),
        detail: document === undefined ? `HTTP ${status}` : wordsOf(document),
        retryAfter: readRetryAfter(retryAfter, now),
    };
}
/** The type of a problem without the prefix that all of ACME's have; `otherwise` where it has none. */
function typeOf(document, otherwise) {
    return typeof document?.type === 'string' ? document.type.replace(/^urn:ietf:params:acme:error:/, '') : otherwise;
}
/** The words of a problem, with those of its subproblems (one a name). */
function wordsOf(document) {
    const { detail, title, subproblems } = document;
    const own = [detail, title].find((words) => typeof words === 'string' && words !== '');
    const below = (Array.isArray(subproblems) ? subproblems : []).flatMap((one) => typeof one === 'object' && one !== null ? [wordsOf(one)] : []);
    return [own ?? '-', ...below].join('; ').replace(/\s+/g, ' ').slice(0, 1000);
}
/** `Retry-After` as seconds or as a date (RFC 9110, 10.2.3). */
function readRetryAfter(header, now) {
    if (header === undefined)
        return undefined;
    const at = /^\d{1,9}$/.test(header.trim()) ? now + Number(header) * 1000 : Date.parse(header);
    return Number.isNaN(at) ? undefined : new Date(at);
}
/** An object in JSON; undefined where it is none. */
function jsonObject(body) {
    try {
        const parsed = JSON.parse(body);
        return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
            ? parsed
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** Whether it is a limit of the authority's that was reached, which says nothing of what was asked for. */
function isLimit({ type, status }) {
    return type === 'rateLimited' || status === 429;
}
/** What a refusal is for a user, whatever was asked; anything else that was thrown stays what it is. */
function refusalOf(error, host) {
    if (error instanceof Refused) {
        const { type, detail, retryAfter } = error.problem;
        if (isLimit(error.problem))
            return (0,failure/* failure */.V2)('ACME_RATE_LIMITED', { host, detail, until: retryAfter?.toISOString() });
        return (0,failure/* failure */.V2)('ACME_REFUSED', { host, type, detail });
    }
    // So acme-client complains of answers that it cannot go on with.
    if (error instanceof Error && error.constructor === Error)
        return (0,failure/* failure */.V2)('ACME_REFUSED', { host, type: 'acme-client', detail: error.message }, { cause: error });
    return error;
}

;// CONCATENATED MODULE: ./.build/lib/acme/directory.js


/**
 * Reads the directory of an authority. Throws ACME_UNREACHABLE, ACME_DIRECTORY for a page that is none, and
 * ACME_EXTERNAL_ACCOUNT for an authority that takes only accounts which were made elsewhere.
 */
async function readDirectory(transport, url) {
    const { status, body } = await transport({ url, method: 'GET' });
    const found = status === 200 ? jsonObject(body) : undefined;
    const missing = ['newNonce', 'newAccount', 'newOrder'].filter((name) => httpsUrl(found?.[name]) === undefined);
    if (found === undefined || missing.length > 0) {
        throw (0,failure/* failure */.V2)('ACME_DIRECTORY', {
            url,
            answer: found === undefined ? `HTTP ${status}` : '',
            missing: missing.join(', '),
        });
    }
    const meta = typeof found.meta === 'object' && found.meta !== null ? found.meta : {};
    const { host } = new URL(url);
    if (meta.externalAccountRequired === true)
        throw (0,failure/* failure */.V2)('ACME_EXTERNAL_ACCOUNT', { host });
    return {
        url,
        host,
        renewalInfo: httpsUrl(found.renewalInfo),
        terms: typeof meta.termsOfService === 'string' ? meta.termsOfService : undefined,
    };
}
function httpsUrl(value) {
    return typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:' ? value : undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./.build/lib/acme/certificate-id.js

/**
 * The name that an authority's renewal information has a certificate under (RFC 9773, 4.1): the key identifier of its
 * issuer and its serial number, as they are in the certificate's own bytes. Undefined where it has no such identifier.
 */
function certificateId(pem) {
    try {
        const [certificate] = partsOf(new external_node_crypto_.X509Certificate(pem).raw);
        const fields = partsOf(partsOf(certificate?.value ?? empty)[0].value);
        // Before the serial number, [0] holds the version.
        const serial = fields.find(({ tag }) => tag === 0x02);
        const identifier = authorityKey(fields.find(({ tag }) => tag === 0xa3)?.value ?? empty);
        if (serial === undefined || identifier === undefined)
            return undefined;
        return `${identifier.toString('base64url')}.${serial.value.toString('base64url')}`;
    }
    catch {
        return undefined;
    }
}
const empty = Buffer.alloc(0);
/** 2.5.29.35, authorityKeyIdentifier (RFC 5280, 4.2.1.1). */
const identifierOfAuthority = '551d23';
/** `[0] keyIdentifier` of that extension, among `[3] extensions`. */
function authorityKey(extensions) {
    for (const { value } of partsOf(partsOf(extensions)[0]?.value ?? empty)) {
        const [oid, ...rest] = partsOf(value);
        if (oid?.value.toString('hex') !== identifierOfAuthority)
            continue;
        const [sequence] = partsOf(rest.at(-1)?.value ?? empty);
        return partsOf(sequence?.value ?? empty).find(({ tag }) => tag === 0x80)?.value;
    }
    return undefined;
}
/** The elements that stand one after another. Throws RangeError where the bytes end within one. */
function partsOf(bytes) {
    const parts = [];
    for (let at = 0; at < bytes.length;) {
        const tag = bytes.readUInt8(at);
        const short = bytes.readUInt8(at + 1);
        const more = short < 0x80 ? 0 : short & 0x7f;
        const length = more === 0 ? short : bytes.readUIntBE(at + 2, more);
        const from = at + 2 + more;
        parts.push({ tag, value: bytes.subarray(from, from + length) });
        at = from + length;
    }
    return parts;
}

;// CONCATENATED MODULE: ./.build/lib/acme/renewal-info.js



/**
 * Asks when a certificate is to be renewed (RFC 9773, 4.2). Undefined: the authority says it of none, or the certificate is
 * not its own. Throws ACME_UNREACHABLE, ACME_RATE_LIMITED, and ACME_REFUSED for an answer that cannot be read.
 */
async function readRenewalInfo(transport, { renewalInfo, host }, chainPem, now) {
    const id = certificateId(chainPem);
    if (renewalInfo === undefined || id === undefined)
        return undefined;
    const { status, body, headers } = await transport({ url: `${renewalInfo.replace(/\/$/, '')}/${id}`, method: 'GET' });
    if (status === 429)
        throw refusalOf(new Refused(readProblem(status, body, headers['retry-after'], now)), host);
    if (status >= 400)
        return undefined;
    const window = jsonObject(body)?.suggestedWindow;
    const [start, end] = [Date.parse(String(window?.start)), Date.parse(String(window?.end))];
    if (!(start <= end)) {
        throw (0,failure/* failure */.V2)('ACME_REFUSED', { host, type: 'renewalInfo', detail: body.replace(/\s+/g, ' ').slice(0, 200) });
    }
    return { id, start: new Date(start), end: new Date(end) };
}

// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./.build/lib/messages/cancelled.js
var messages_cancelled = __webpack_require__(77684);
;// CONCATENATED MODULE: ./.build/lib/acme/transport.js




/** Seconds before each further try. */
const waits = [2, 5, 10];
/** Longer than any answer of an authority, in characters. */
const longest = 1_000_000;
/**
 * The way to an authority: node's own https with an agent, since axios knows no proxy for https. What the authority
 * refuses is an answer; a limit of its own (429) is never waited for here, since that may take hours.
 */
function openTransport(options) {
    const { cancelled, now, sleep } = options;
    return async (asked) => {
        const { host, hostname } = new URL(asked.url);
        for (let attempt = 0;; attempt += 1) {
            const outcome = await (0,messages_cancelled/* unlessCancelled */.M)(() => tryOnce(asked, options), cancelled);
            if ('status' in outcome && outcome.status < 500)
                return outcome;
            const wait = waits[attempt];
            if (wait === undefined) {
                const reason = options.shown('reason' in outcome ? outcome.reason : `HTTP ${outcome.status}`);
                throw (0,failure/* failure */.V2)('ACME_UNREACHABLE', { host, proxy: options.proxyFor(hostname), reason });
            }
            const asks = 'status' in outcome ? readRetryAfter(outcome.headers['retry-after'], now()) : undefined;
            const milliseconds = Math.max(wait * 1000, Math.min((asks?.getTime() ?? 0) - now(), 30_000));
            await (0,messages_cancelled/* unlessCancelled */.M)(() => sleep(milliseconds), cancelled);
        }
    };
}
function tryOnce({ url, method, type, body }, { agent, cancelled, timeoutSeconds = 30 }) {
    return new Promise((done) => {
        const failed = (error) => done({ reason: error.message || error.code || '?' });
        const headers = {
            'user-agent': 'deploy-miniprogram-backend',
            ...(type === undefined ? {} : { 'content-type': type }),
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        };
        // One timer for all of it: name, connection, tunnel, answer.
        const signal = AbortSignal.any([cancelled, AbortSignal.timeout(timeoutSeconds * 1000)]);
        try {
            const sent = (0,external_node_https_.request)(url, { method, agent, headers, signal }, (response) => {
                let text = '';
                response.setEncoding('utf8');
                response.on('data', (chunk) => {
                    text += chunk;
                    if (text.length > longest)
                        response.destroy(new Error('its answer has no end'));
                });
                response.on('error', failed);
                response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
            });
            sent.on('error', (error) => failed(error.name === 'AbortError' ? new Error(`no answer in ${timeoutSeconds} s`) : error));
            sent.end(body);
        }
        catch (error) {
            // A URL of the authority's that is no https.
            failed(error);
        }
    });
}

;// CONCATENATED MODULE: ./.build/lib/layout/acme-paths.js

/** Where accounts of ACME authorities are kept. */
const acmeFolder = '/etc/deploy-miniprogram/acme';
/** The folder of the account that the server has at the authority with this directory. */
function acmeAccountFolder(directory) {
    return `${acmeFolder}/${(0,external_node_crypto_.createHash)('sha256').update(directory).digest('hex').slice(0, 16)}`;
}
/** The private key of that account, 0600: whoever has it may order and revoke in its name. */
function acmeAccountKey(directory) {
    return `${acmeAccountFolder(directory)}/account.key`;
}
/** Where a certificate that is being issued is kept. */
function pendingCertificate(directory, domain) {
    const folder = `${acmeAccountFolder(directory)}/${domain}`;
    return { folder, key: `${folder}/private.key`, request: `${folder}/request.csr`, order: `${folder}/order` };
}

// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/redaction/redact.js
var redact = __webpack_require__(24559);
// EXTERNAL MODULE: ./.build/lib/tencent/proxy.js
var proxy = __webpack_require__(13904);
// EXTERNAL MODULE: ./.build/lib/tencent/read-zone.js
var read_zone = __webpack_require__(12673);
// EXTERNAL MODULE: ./.build/lib/resources/certificate.js
var resources_certificate = __webpack_require__(45619);
// EXTERNAL MODULE: ./.build/lib/resources/zone-problems.js
var zone_problems = __webpack_require__(31145);
// EXTERNAL MODULE: ./.build/lib/certificate/check.js
var check = __webpack_require__(93034);
// EXTERNAL MODULE: ./.build/lib/certificate/key.js
var certificate_key = __webpack_require__(24481);
;// CONCATENATED MODULE: ./.build/lib/messages/acme.js

/** What is told while an ACME authority issues a certificate. */
const acmeMessages = {
    account: (host, url) => (0,messages_text/* text */.Qq)(`Account at ${host}: ${url}`, `${host} 的账号：${url}`),
    termsAccepted: (url) => (0,messages_text/* text */.Qq)(`Terms of service accepted: ${url}`, `已接受服务条款：${url}`),
    keyKept: (0,messages_text/* text */.Qq)('Using the key that an earlier run made', '使用此前运行生成的私钥'),
    ordered: (url) => (0,messages_text/* text */.Qq)(`Ordered: ${url}`, `已下单：${url}`),
    resumed: (url, status) => (0,messages_text/* text */.Qq)(`Resuming the order of an earlier run: ${url} (${status})`, `继续此前运行的订单：${url}（${status}）`),
    alreadyValid: (domain) => (0,messages_text/* text */.Qq)(`The authority already knows that ${domain} is yours`, `该机构已确认 ${domain} 归你所有`),
    waiting: (host, status, seconds) => (0,messages_text/* text */.Qq)(`Waiting for ${host} (${status}), at most ${seconds} s more`, `正在等待 ${host}（${status}），最多还需 ${seconds} 秒`),
    issued: (fingerprint, notAfter) => (0,messages_text/* text */.Qq)(`Issued: certificate ${fingerprint}, valid until ${notAfter.toISOString()}`, `已签发：证书 ${fingerprint}，有效期至 ${notAfter.toISOString()}`),
};

// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
;// CONCATENATED MODULE: ./.build/lib/resources/issuance/acme/attempt.js



const tellEverySeconds = 30;
/**
 * Looks again and again until the authority is through with what has one of the statuses `open`. Throws ACME_PENDING when
 * the time for it is over: the order stays, and the next run resumes it.
 */
async function awaitAuthority({ authority, domain, order, deadline, timeoutSeconds }, open, look, { log, now, sleep, cancelled }) {
    const { host } = authority;
    const begun = now();
    for (let told = begun;;) {
        const found = await look();
        if (!open.includes(found.status))
            return found;
        if (now() >= deadline)
            throw (0,failure/* failure */.V2)('ACME_PENDING', { host, domain, seconds: timeoutSeconds, order: order.url });
        if (now() - told >= tellEverySeconds * 1000) {
            told = now();
            log.info(acmeMessages.waiting(host, found.status, Math.round((deadline - now()) / 1000)));
        }
        // An authority that is through in a moment is not kept waiting, nor a slow one asked without end.
        const pause = Math.min(now() - begun < 30_000 ? 2000 : 10_000, Math.max(deadline - now(), 0));
        await (0,cancel/* unlessCancelled */.M)(() => sleep(pause), cancelled);
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/engine/apply.js + 8 modules
var apply = __webpack_require__(22268);
// EXTERNAL MODULE: ./.build/lib/redaction/secret.js
var secret = __webpack_require__(3682);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
// EXTERNAL MODULE: ./.build/lib/server/script-protocol.js
var script_protocol = __webpack_require__(28158);
// EXTERNAL MODULE: ./.build/lib/shell/make-folders.js
var make_folders = __webpack_require__(6541);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
;// CONCATENATED MODULE: ./.build/lib/resources/issuance/acme/pending.js










/** Looks, and changes nothing. */
async function lookAtPending(server, { directory, domain }) {
    const { folder, key, request, order } = pendingCertificate(directory, domain);
    const script = `roots_alone ${(0,quote/* quote */.h)(folder)}
fact account "$([ -s ${(0,quote/* quote */.h)(acmeAccountKey(directory))} ] && echo yes)"
fact key "$([ -s ${(0,quote/* quote */.h)(key)} ] && [ -s ${(0,quote/* quote */.h)(request)} ] && echo yes)"
fact order "$(head -c 2000 ${(0,quote/* quote */.h)(order)} 2>/dev/null)"`;
    const { account, key: hasKey, order: url } = (0,script_protocol/* factsIn */.PC)((await runScript(server, script)).stdout);
    return { hasAccount: account === 'yes', hasKey: hasKey === 'yes', order: urlOf(url) };
}
/**
 * Makes the account's key, and the certificate's with its request, where they are missing. They stay on the server: the
 * request alone comes here. A request that does not fit its key is made anew. The folder is root's alone, since who can write
 * there could have a key of theirs certified (rule *Roots alone*). Throws `Failure`.
 */
async function makeRequest(server, { directory, domain }) {
    const { folder } = pendingCertificate(directory, domain);
    const unmade = ({ stderr }) => (0,failure/* failure */.V2)('ACME_KEY_UNMADE', { folder }, { evidence: (0,apply/* lastLines */.w$)((0,script_protocol/* withoutProtocol */.rM)(stderr), 20) });
    const result = await runScript(server, requestScript({ directory, domain }), unmade);
    const { request = '', publicKey = '', kept, order: url } = (0,script_protocol/* factsIn */.PC)(result.stdout);
    if (request === '' || publicKey === '')
        throw unmade(result);
    return { request, publicKey, isKept: kept === 'yes', order: urlOf(url) };
}
/** The names of a domain longer than a common name can be (RFC 5280, ub-common-name) are in the extension alone. */
const longestCommonName = 64;
function requestScript({ directory, domain }) {
    const { folder, key, request, order } = pendingCertificate(directory, domain);
    const account = acmeAccountKey(directory);
    const subject = domain.length > longestCommonName ? '/' : `/CN=${domain}`;
    const newKey = (path) => `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out ${(0,quote/* quote */.h)(`${path}.new`)}
put_in_place ${(0,quote/* quote */.h)(`${path}.new`)} ${(0,quote/* quote */.h)(path)}`;
    return `umask 077
roots_alone ${(0,quote/* quote */.h)(folder)}
${(0,make_folders/* makeFolders */.w)('700', folder)}
flush ${[folder, external_node_path_.posix.dirname(folder), acmeFolder, external_node_path_.posix.dirname(acmeFolder)].map(quote/* quote */.h).join(' ')} /etc
${(0,lock_script/* underSharedLock */.VN)(`if [ ! -s ${(0,quote/* quote */.h)(account)} ]; then
${newKey(account)}
fi`, 120)}public() { openssl pkey -in ${(0,quote/* quote */.h)(key)} -passin pass: -pubout 2>/dev/null; }
asked() { openssl req -in ${(0,quote/* quote */.h)(request)} -noout -pubkey 2>/dev/null; }
kept=yes
if [ -z "$(public)" ] || [ "$(public)" != "$(asked)" ]; then
kept=no
rm -f ${(0,quote/* quote */.h)(order)}
${newKey(key)}
openssl req -new -sha256 -key ${(0,quote/* quote */.h)(key)} -subj ${(0,quote/* quote */.h)(subject)} -out ${(0,quote/* quote */.h)(`${request}.new`)} -config <(
  printf '%s\\n' '[req]' 'distinguished_name = name' 'req_extensions = names' '[name]' '[names]' ${(0,quote/* quote */.h)(`subjectAltName = DNS:${domain}`)}
)
put_in_place ${(0,quote/* quote */.h)(`${request}.new`)} ${(0,quote/* quote */.h)(request)}
fi
fact kept "$kept"
fact request "$(cat ${(0,quote/* quote */.h)(request)})"
fact publicKey "$(public)"
fact order "$(head -c 2000 ${(0,quote/* quote */.h)(order)} 2>/dev/null)"`;
}
/** The account's private key, for signing alone; told to `hide` before anything else. Throws `Failure`. */
async function readAccountKey(server, { directory, hide }) {
    const path = acmeAccountKey(directory);
    const { code, stdout } = await server.run(`${prelude/* prelude */.e}\nroots_alone ${(0,quote/* quote */.h)(path)}\ncat ${(0,quote/* quote */.h)(path)}`);
    const key = new secret/* Secret */.z(stdout);
    hide(key);
    // Nothing of its output is evidence.
    if (code !== 0 || !stdout.includes('PRIVATE KEY-----'))
        throw (0,failure/* failure */.V2)('ACME_KEY_UNMADE', { folder: path });
    return key;
}
/** Notes the order, so that the next run resumes it should this one die. */
async function noteOrder(server, { directory, domain }, url) {
    const { order } = pendingCertificate(directory, domain);
    await runScript(server, `umask 077
printf '%s\\n' ${(0,quote/* quote */.h)(url)} >${(0,quote/* quote */.h)(`${order}.new`)}
put_in_place ${(0,quote/* quote */.h)(`${order}.new`)} ${(0,quote/* quote */.h)(order)}`);
}
/** Forgets the order: the next run begins another one. */
async function forgetOrder(server, { directory, domain }) {
    await runScript(server, `rm -f ${(0,quote/* quote */.h)(pendingCertificate(directory, domain).order)}`);
}
/** Forgets all of it, once the certificate is installed: the next one has a key of its own. The account stays. */
async function forgetPending(server, { directory, domain }) {
    const { folder, key, request, order } = pendingCertificate(directory, domain);
    const files = [order, request, key].flatMap((path) => [path, `${path}.new`]).map(quote/* quote */.h);
    await runScript(server, `rm -f ${files.join(' ')}\nrmdir ${(0,quote/* quote */.h)(folder)} 2>/dev/null || true`);
}
async function runScript(server, script, explain) {
    const result = await server.run(`${prelude/* prelude */.e}\nset -e\n${script}`);
    (0,apply/* mustSucceed */.MX)('certificate.order', result, explain);
    return result;
}
function urlOf(noted) {
    const url = noted?.trim() ?? '';
    return URL.canParse(url) ? url : undefined;
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/acme/fetch.js











/** Has the certificate made, checks it by its content, and puts it with its key, which never left the server, in place. */
async function fetchCertificate(server, attempt, run, log) {
    const { domain, directory, authority } = attempt;
    const chain = await chainOf(attempt, run).catch(async (error) => {
        // Refused for what it is, it would be refused in each run until it expires.
        if (error instanceof Refused && error.problem.status < 500 && !isLimit(error.problem))
            await forgetOrder(server, attempt);
        throw refusalOf(error, authority.host);
    });
    const { certificate, found } = fetch_check(attempt, chain, run);
    if (certificate === undefined || found.length > 0) {
        // Nothing better comes out of the same order.
        await forgetOrder(server, attempt);
        throw (0,failure/* failure */.V2)('ACME_CERTIFICATE', { host: authority.host, domain, found: (0,messages_text/* join */.fj)(found, ' ') });
    }
    log.info(acmeMessages.issued(certificate.fingerprint, certificate.notAfter));
    const pair = (0,resources_certificate/* certificatePaths */.ao)(domain, certificate.fingerprint);
    await (0,resources_certificate/* installPair */.Uf)(server, pair, certificate.chainPem, { keptAt: pendingCertificate(directory, domain).key });
    await forgetPending(server, attempt);
}
async function chainOf(attempt, run) {
    const { session, authority } = attempt;
    let finalized = false;
    const look = async () => {
        const found = await session.look(attempt.order);
        // One that an earlier run finalized goes on by itself.
        if (found.status !== 'ready' || finalized)
            return found;
        finalized = true;
        return await finalize(attempt, found);
    };
    const order = await awaitAuthority(attempt, ['pending', 'ready', 'processing'], look, run);
    if (order.status === 'valid')
        return session.chain(order);
    const error = order.error;
    throw (0,failure/* failure */.V2)('ACME_REFUSED', {
        host: authority.host,
        type: typeOf(error, order.status),
        detail: error === undefined ? order.status : wordsOf(error),
    });
}
async function finalize({ session, kept }, order) {
    try {
        return await session.finalize(order, kept.request);
    }
    catch (error) {
        // The answer to a first try was lost: the order tells.
        if (error instanceof Refused && error.problem.type === 'orderNotReady')
            return order;
        throw error;
    }
}
/** What is wrong with a chain that came: with its names, dates, trust, or key. */
function fetch_check({ domain, kept, authority }, chainPem, { now, roots }) {
    const checked = (0,check/* checkPair */.z)({ chainPem, domain, now: new Date(now()), roots, source: authority.host });
    const found = checked.problems.map((one) => one.text.what);
    const leaf = (0,resources_certificate/* readLeaf */.rf)(chainPem);
    if (leaf !== undefined && !(0,certificate_key/* isSameKey */.y)(leaf.publicKey, (0,external_node_crypto_.createPublicKey)(kept.publicKey)))
        found.push((0,messages_text/* text */.Qq)('it is for another key than the requested one.', '其公钥与申请时不同。'));
    const certificate = checked.certificate;
    return { certificate, found };
}

;// CONCATENATED MODULE: ./.build/lib/acme/session.js

/**
 * Opens the account of a key; one that the authority does not know yet is made, and its terms accepted. Bad nonces are
 * tried again by acme-client.
 */
async function openSession(transport, { url }, key, email, now) {
    const acme = await Promise.all(/* import() */[__webpack_require__.e(61), __webpack_require__.e(265), __webpack_require__.e(860), __webpack_require__.e(907)]).then(__webpack_require__.t.bind(__webpack_require__, 46907, 19));
    // Its own way through http loses the network's errors, waits hours for limits, and finds no proxy.
    acme.axios.defaults.adapter = async (config) => {
        const asked = { url: String(config.url), method: (config.method ?? 'get').toUpperCase() };
        const data = config.data;
        const signed = data === undefined ? {} : { body: data, type: 'application/jose+json' };
        const { status, headers, body } = await transport({ ...asked, ...signed });
        if (status >= 400) {
            const problem = readProblem(status, body, headers['retry-after'], now());
            if (problem.type !== 'badNonce')
                throw new Refused(problem);
        }
        return { status, statusText: '', headers: headers, data: body, config };
    };
    const client = new acme.Client({ directoryUrl: url, accountKey: key.reveal() });
    await enter(client, email === undefined ? undefined : `mailto:${email}`);
    return {
        account: client.getAccountUrl(),
        order: (domain, replaces) => client.createOrder({
            identifiers: [{ type: 'dns', value: domain }],
            // acme-client hands on what it does not know.
            ...(replaces === undefined ? {} : { replaces }),
        }),
        look: (order) => client.getOrder(order),
        authorizations: (order) => client.getAuthorizations(order),
        recordValue: (challenge) => client.getChallengeKeyAuthorization(challenge),
        answer: async (challenge) => void (await client.completeChallenge(challenge)),
        finalize: (order, request) => client.finalizeOrder(order, request),
        chain: (order) => client.getCertificate(order),
    };
}
/** Finds the account of the key, else makes it. */
async function enter(client, contact) {
    const asked = contact === undefined ? {} : { contact: [contact] };
    try {
        // Asked for at once, one that is there would be changed each time, and to nothing without a contact is refused.
        const { contact: known = [] } = await client.createAccount({ onlyReturnExisting: true });
        if (contact !== undefined && !known.includes(contact))
            await client.updateAccount(asked);
    }
    catch (error) {
        if (!(error instanceof Refused && error.problem.type === 'accountDoesNotExist'))
            throw error;
        await client.createAccount({ termsOfServiceAgreed: true, ...asked });
    }
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/acme/order.js







/** Makes keys and request, opens the account, and orders, unless an order of an earlier run is still good. */
async function beginOrder(server, ordering, run, log) {
    const { directory, domain, authority, timeoutSeconds } = ordering;
    const deadline = run.now() + timeoutSeconds * 1000;
    const kept = await makeRequest(server, ordering);
    if (kept.isKept)
        log.info(acmeMessages.keyKept);
    const session = await openAccount(server, ordering, run);
    log.info(acmeMessages.account(authority.host, session.account));
    if (authority.terms !== undefined)
        log.info(acmeMessages.termsAccepted(authority.terms));
    const resumed = kept.order === undefined ? undefined : await resume(session, kept.order, ordering, run.now());
    const order = resumed ?? (await place(session, ordering));
    log.info(resumed === undefined ? acmeMessages.ordered(order.url) : acmeMessages.resumed(order.url, order.status));
    if (resumed === undefined)
        await noteOrder(server, ordering, order.url);
    return { directory, domain, authority, session, kept, order, deadline, timeoutSeconds };
}
/** ACME_ACCOUNT where the authority does not want this one. */
async function openAccount(server, ordering, run) {
    const { directory, authority, transport, email } = ordering;
    const key = await readAccountKey(server, { directory, hide: (secret) => run.hide(secret) });
    try {
        return await (0,cancel/* unlessCancelled */.M)(() => openSession(transport, authority, key, email, () => run.now()), run.cancelled);
    }
    catch (error) {
        const { host } = authority;
        if (!(error instanceof Refused) || isLimit(error.problem))
            throw refusalOf(error, host);
        const { type, detail } = error.problem;
        throw (0,failure/* failure */.V2)('ACME_ACCOUNT', { host, type, detail, keyFile: acmeAccountKey(directory) });
    }
}
/** The order of an earlier run; undefined where the authority has dropped it or nothing can come of it any more. */
async function resume(session, url, { authority }, now) {
    try {
        const order = await session.look({ url });
        const isOver = order.status === 'invalid' || (order.expires !== undefined && Date.parse(order.expires) <= now);
        return isOver ? undefined : order;
    }
    catch (error) {
        if (error instanceof Refused && !isLimit(error.problem))
            return undefined;
        throw refusalOf(error, authority.host);
    }
}
async function place(session, ordering) {
    const { authority, domain, replaces } = ordering;
    try {
        return await session.order(domain, replaces);
    }
    catch (error) {
        const isOfReplaced = replaces !== undefined && error instanceof Refused && !isLimit(error.problem);
        if (!isOfReplaced)
            throw refusalOf(error, authority.host);
        // Another run has replaced it, or it was another account's; authorities word that in many ways. What is refused for
        // another reason is refused again.
        return place(session, { ...ordering, replaces: undefined });
    }
}

// EXTERNAL MODULE: ./.build/lib/resources/validation-record/validation-record.js + 4 modules
var validation_record = __webpack_require__(80039);
;// CONCATENATED MODULE: ./.build/lib/resources/issuance/acme/validate.js






/** The name at which an authority looks for its record (RFC 8555, 8.4). */
function recordName(domain) {
    return `_acme-challenge.${domain}`;
}
/** Has the authority see that the domain is ours, by a record that is there only meanwhile. */
async function validateDomain(attempt, server, tencent, run, log) {
    const { session, order, domain, authority } = attempt;
    const { host } = server;
    // A runner that died could not take its own away.
    await (0,validation_record/* clearValidationRecords */.RW)(tencent, { domain, host }, run);
    try {
        for (const authorization of await session.authorizations(order)) {
            if (authorization.status === 'valid') {
                log.info(acmeMessages.alreadyValid(domain));
                continue;
            }
            const challenge = challengeOf(authorization);
            if (challenge === undefined) {
                // Nothing comes of it any more: the next run orders anew.
                await forgetOrder(server, attempt);
                throw unusable(authorization, authority.host);
            }
            const value = await session.recordValue(challenge);
            const record = { domain, name: recordName(domain), type: 'TXT', value, host };
            await (0,validation_record/* withValidationRecord */.ng)(tencent, record, run, () => answer(attempt, authorization.url, challenge, run));
        }
    }
    catch (error) {
        throw refusalOf(error, authority.host);
    }
}
/** The challenge that a record answers; undefined: there is none, or the authorization is over. */
function challengeOf({ challenges, status }) {
    return status === 'pending' ? challenges.find(({ type }) => type === 'dns-01') : undefined;
}
function unusable({ challenges, status }, host) {
    const detail = `${status}: ${challenges.map(({ type }) => type).join(', ')}`;
    return (0,failure/* failure */.V2)('ACME_REFUSED', { host, type: 'dns-01', detail });
}
async function answer(attempt, url, challenge, run) {
    const { session, order, domain, authority } = attempt;
    // A run that died may have asked already.
    if (challenge.status === 'pending')
        await session.answer(challenge);
    const look = async () => {
        const found = (await session.authorizations(order)).find((one) => one.url === url);
        if (found === undefined)
            throw new Refused({ status: 0, type: 'authorization', detail: url, retryAfter: undefined });
        return found;
    };
    const { status, challenges } = await awaitAuthority(attempt, ['pending'], look, run);
    if (status === 'valid')
        return;
    const error = challenges.flatMap((one) => ('error' in one ? [one.error] : [])).at(0);
    throw (0,failure/* failure */.V2)('ACME_CHALLENGE_FAILED', {
        host: authority.host,
        domain,
        record: recordName(domain),
        type: typeOf(error, status),
        detail: error === undefined ? status : wordsOf(error),
    });
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/acme.js















/**
 * An ACME authority (RFC 8555), which sees by a record in DNSPod that the domain is ours. The certificate's private key is
 * made on the server and stays there; the account's is kept there and comes to the runner for signing.
 */
function acmeIssuer(settings, tencent, run) {
    const { directory, email } = settings;
    const transport = transportOf(run);
    const info = async (authority, chainPem) => readRenewalInfo(transport, authority, chainPem, run.now());
    return {
        name: (0,messages_text/* verbatim */.Bj)(new URL(directory).host),
        renewalWindow: async (chainPem) => {
            const found = await info(await readDirectory(transport, directory), chainPem);
            return found === undefined ? undefined : { start: found.start, end: found.end };
        },
        plan: async (server, wanted) => {
            const { domain, due, timeoutSeconds } = wanted;
            const pending = { directory, domain };
            const [authority, there] = await (0,failure/* gather */.kg)([
                readDirectory(transport, directory),
                lookAtPending(server, pending),
                checkZone(tencent, domain),
            ]);
            const replaces = due === undefined ? undefined : await idOf(due.chainPem, (chain) => info(authority, chain), run);
            const ordering = { ...pending, authority, transport, email, replaces, timeoutSeconds };
            return stepsOf(ordering, there, wanted, tencent, run);
        },
    };
}
/** The id by which an order says what it replaces: good to have, and no more. */
async function idOf(chainPem, ask, { cancelled }) {
    try {
        return (await ask(chainPem))?.id;
    }
    catch (error) {
        if (cancelled.aborted)
            throw error;
        return undefined;
    }
}
/** Whether its record can be written, and would be seen, is known before anything is ordered. */
async function checkZone(tencent, domain) {
    const name = recordName(domain);
    const zone = await (0,read_zone/* readZone */.X)(tencent, name, (zones) => (0,failure/* failure */.V2)('VALIDATION_ZONE_MISSING', { name, zones }));
    (0,failure/* throwAll */.Kx)((0,zone_problems/* zoneProblems */.d)(domain, zone));
}
function transportOf({ proxies, cancelled, now, sleep }) {
    const hidden = (0,proxy/* proxySecrets */.Wm)(proxies);
    return openTransport({
        // A proxy that says nothing is told from an authority that says nothing: its tunnel is given up first.
        agent: (0,proxy/* proxyAgent */.QT)(proxies, { timeout: 27_000 }),
        proxyFor: (host) => (0,proxy/* proxyFor */.iJ)(host, proxies),
        shown: (words) => (0,redact/* redact */.E)(words, hidden),
        cancelled,
        now: () => now(),
        sleep: (milliseconds) => sleep(milliseconds),
    });
}
function stepsOf(ordering, there, { domain, due }, tencent, run) {
    const { host } = ordering.authority;
    const reason = reasonOf(domain, due);
    const { chainPath, keyPath } = (0,resources_certificate/* certificatePaths */.ao)(domain, resources_certificate/* unissued */.lN);
    let begun;
    const attempt = () => {
        if (begun === undefined)
            throw (0,failure/* failure */.V2)('INTERNAL', { detail: 'certificate.order' });
        return begun;
    };
    return [
        {
            kind: 'runner',
            phase: 'issue',
            id: 'certificate.order',
            title: there.order === undefined
                ? (0,messages_text/* text */.Qq)(`Order the certificate of ${domain} from ${host}`, `向 ${host} 申请 ${domain} 的证书`)
                : (0,messages_text/* text */.Qq)(`Resume the order of ${domain} at ${host}`, `继续 ${domain} 在 ${host} 的订单`),
            reason,
            diff: keysDiff(ordering, there),
            run: async (server, log) => {
                begun = await beginOrder(server, ordering, run, log);
            },
        },
        {
            kind: 'runner',
            phase: 'issue',
            id: 'certificate.validate',
            title: (0,messages_text/* text */.Qq)(`Validate ${domain} for ${host}`, `为 ${host} 验证 ${domain} 的归属`),
            reason: (0,messages_text/* text */.Qq)('the authority looks for a TXT record, which is removed afterwards', '该机构会查询一条 TXT 记录，验证后即移除'),
            diff: `+ ${recordName(domain)} TXT (known after the order)\n- ${recordName(domain)} TXT (after the validation)`,
            run: (server, log) => validateDomain(attempt(), server, tencent, run, log),
        },
        {
            kind: 'runner',
            phase: 'issue',
            id: 'certificate.install',
            title: (0,messages_text/* text */.Qq)(`Fetch and install the certificate of ${domain}`, `获取并安装 ${domain} 的证书`),
            reason,
            diff: `+ ${chainPath}\n+ ${keyPath} (0600)`,
            run: (server, log) => fetchCertificate(server, attempt(), run, log),
        },
    ];
}
function reasonOf(domain, due) {
    if (due === undefined)
        return (0,messages_text/* text */.Qq)(`the server has no valid certificate of ${domain}`, `服务器上没有 ${domain} 的有效证书`);
    const end = due.notAfter.toISOString();
    return (0,messages_text/* text */.Qq)(`the certificate is due for renewal, and expires at ${end}`, `证书应当续期，将于 ${end} 过期`);
}
function keysDiff({ directory, domain }, { hasAccount, hasKey }) {
    const line = (there, path) => `${there ? ' ' : '+'} ${path} (0600)`;
    return [line(hasAccount, acmeAccountKey(directory)), line(hasKey, pendingCertificate(directory, domain).key)].join('\n');
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./.build/lib/tencent/certificate.js

/** The status of one that is issued. */
const issued = 1;
/** Under review, DNS record added, being reissued, waiting for details, being migrated. */
const pending = [0, 4, 11, 13, 15];
/** Failed, expired, order being cancelled, cancelled, being revoked, revoked, to be revoked, refunded. */
const over = [2, 3, 6, 7, 9, 10, 12, 14];
/** The statuses of what is of use: issued, or on its way. */
const usefulStatuses = [issued, ...pending];
/** Whether it is issued: its status alone says so. */
function isIssued({ status }) {
    return status === issued;
}
/** Whether it is on its way. */
function isPending({ status }) {
    return pending.includes(status);
}
/** Whether it can no longer come to anything. A status that is not known is waited for. */
function isOver({ status }) {
    return over.includes(status);
}
/** Whether one of its names is the host name `domain`, or a wildcard for its first label. */
function coversName({ names }, domain) {
    return names.includes(domain) || names.includes(domain.replace(/^[^.]+/, '*'));
}
/** A name as everything here compares it: in ASCII, lower case, without the dot at its end. */
function asciiName(name) {
    const plain = name.trim().replace(/\.$/, '').toLowerCase();
    return (0,external_node_url_.domainToASCII)(plain) || plain;
}
/** A time of the API, `2024-08-14 08:00:00` in GMT+8; `08:00:0` was seen as well. Undefined: none, or none to read. */
function chinaTime(written) {
    const [, ...parts] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(written ?? '') ?? [];
    if (parts.length === 0)
        return undefined;
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map(Number);
    return new Date(Date.UTC(year, month - 1, day, hour - 8, minute, second));
}

// EXTERNAL MODULE: ./.build/lib/tencent/pages.js
var pages = __webpack_require__(10836);
;// CONCATENATED MODULE: ./.build/lib/tencent/read-certificates.js


/** As many as the API gives at once. */
const pageSize = 1000;
/**
 * The server certificates of the account that are issued or on their way. Not searched by name: the search finds no
 * wildcard by a host name. Throws `ApiFailure`.
 */
async function readCertificates(tencent) {
    const request = { CertificateType: 'SVR', CertificateStatus: [...usefulStatuses] };
    const found = await (0,pages/* allPages */.S)(tencent, 'ssl:DescribeCertificates', request, {
        size: pageSize,
        page: ({ Certificates: items, TotalCount: total }) => ({ items: items ?? [], total }),
    });
    return found.flatMap((one) => listedOf(one));
}
function listedOf(found) {
    const { CertificateId: id, From, Domain, SubjectAltName, CertSANs, Status, IsSM, AllowDownload, IsDv } = found;
    if (!id)
        return [];
    const names = [Domain, ...(SubjectAltName ?? []), ...(CertSANs ?? [])].flatMap((name) => name || []);
    const notBefore = chinaTime(found.CertBeginTime);
    const notAfter = chinaTime(found.CertEndTime);
    return [
        {
            id,
            domain: asciiName(Domain ?? ''),
            names: [...new Set(names.map(asciiName))],
            status: Status ?? 0,
            validity: notBefore === undefined || notAfter === undefined ? undefined : { notBefore, notAfter },
            // Who uploads one can forbid its download. Of Tencent's own it says `false` although they are downloaded.
            usable: IsSM !== true && !(From === 'upload' && AllowDownload === false),
            uploaded: From === 'upload',
            domainValidated: IsDv !== false,
        },
    ];
}

// EXTERNAL MODULE: ./.build/lib/messages/certificate-issue.js
var certificate_issue = __webpack_require__(61458);
// EXTERNAL MODULE: ./.build/lib/tencent/api-failure.js
var api_failure = __webpack_require__(47371);
;// CONCATENATED MODULE: ./.build/lib/tencent/certificate-calls.js

/**
 * Applies for a free certificate: TrustAsia's, the only one there is, RSA 2048, three months. Its id. Throws `ApiFailure`,
 * also for an answer without id.
 */
async function applyForCertificate(tencent, domain, method) {
    const action = 'ssl:ApplyCertificate';
    const { CertificateId: id } = await tencent.call(action, {
        DvAuthMethod: method,
        DomainName: domain,
        PackageType: '83',
        ValidityPeriod: '3',
        CsrEncryptAlgo: 'RSA',
        ...(method === 'DNS_AUTO' ? { DeleteDnsAutoRecord: true } : {}),
    });
    if (id)
        return id;
    const none = { apiCode: undefined, mayHaveTakenEffect: true };
    throw (0,api_failure/* apiFailure */.tF)('TENCENT_SERVER_ERROR', { action, host: 'Tencent Cloud', answer: 'garbage' }, none);
}
/** Has the domain validated now. Throws `ApiFailure`. */
async function completeCertificate(tencent, id) {
    await tencent.call('ssl:CompleteCertificate', { CertificateId: id });
}
/** Why the validation does not pass yet. Not to be asked more often than every 30 seconds. Throws `ApiFailure`. */
async function verifyCertificate(tencent, id) {
    const { VerificationResults: found } = await tencent.call('ssl:CheckCertificateDomainVerification', {
        CertificateId: id,
    });
    const results = found ?? [];
    const failing = results.find(({ LocalCheck }) => LocalCheck !== 1);
    return {
        seen: results.length > 0 && failing === undefined,
        reason: failing?.LocalCheckFailReason ?? '',
        tooOften: results.some(({ Frequently }) => Frequently === true),
    };
}

// EXTERNAL MODULE: ./.build/lib/certificate/due.js
var certificate_due = __webpack_require__(49520);
;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/choose.js


/** Dates of the list and of the certificate itself may differ by seconds. */
const toleranceMs = 60_000;
/**
 * The issued one that lasts longest (of Tencent's own before what was uploaded, which may be of any authority) of those which cover `domain` and are not to be renewed themselves; with `due`, one
 * that ends later than that. Undefined: none.
 */
function chooseIssued(all, domain, due, now) {
    return all
        .flatMap((one) => {
        const { validity } = one;
        const fits = isIssued(one) && one.usable && coversName(one, domain);
        return fits && validity !== undefined ? [{ ...one, validity }] : [];
    })
        .filter(({ validity }) => validity.notBefore.getTime() <= now && now < (0,certificate_due/* dueFrom */.ds)(validity, undefined).getTime())
        .filter(({ validity }) => due === undefined || validity.notAfter.getTime() > due.getTime() + toleranceMs)
        .toSorted((a, b) => Number(a.uploaded) - Number(b.uploaded) || b.validity.notAfter.getTime() - a.validity.notAfter.getTime())[0];
}
/** The application for exactly this domain that is on its way, if there is one. */
function choosePending(all, domain) {
    return all.find((one) => isPending(one) && one.domain === domain && one.usable && one.domainValidated);
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/pause.js

/** Waits, unless the run is cancelled: then it throws the reason. */
function pause(run, milliseconds) {
    return (0,cancel/* unlessCancelled */.M)(() => run.sleep(milliseconds), run.cancelled);
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/refusal.js


const quotaCodes = ['FailedOperation.ExceedsFreeLimit', 'FailedOperation.MainDomainCertificateCountLimit'];
const notVerified = 'FailedOperation.NoRealNameAuth';
/** The authority is busy: nothing says whether the application was made. */
const authorityBusy = 'FailedOperation.NetworkError';
/** What Tencent's refusal to issue means for the user, in its own words; any other error as it is. */
function refusal_refusalOf(error, domain) {
    if (!(0,api_failure/* hasApiCode */.ii)(error, ...quotaCodes, notVerified))
        return error;
    const { apiCode: code = '', words: message = '' } = error;
    const options = { cause: error, evidence: error.evidence ?? error.text.why.en };
    return code === notVerified
        ? (0,failure/* failure */.V2)('CERTIFICATE_ACCOUNT_NOT_VERIFIED', { domain, detail: `${message} (${code})` }, options)
        : (0,failure/* failure */.V2)('CERTIFICATE_QUOTA', { domain, code, message: message || code }, options);
}
/**
 * Whether another way of validation may do: Tencent refuses the request itself, whose code no list of Tencent's names for
 * this case (the zone is in another account, or at another provider). A second refusal costs nothing.
 */
function isAboutMethod(error) {
    if (!(error instanceof api_failure/* ApiFailure */.F9) || (0,api_failure/* isRightsRefusal */.ad)(error))
        return false;
    const { apiCode: code = '' } = error;
    const known = [...quotaCodes, notVerified, authorityBusy].includes(code);
    return aboutRequest.test(code) && !aboutRights.test(code) && !known;
}
const aboutRequest = /^(FailedOperation|InvalidParameter|InvalidParameterValue|OperationDenied|UnsupportedOperation|ResourceNotFound|ResourceUnavailable)(\.|$)/;
const aboutRights = /\.(AuthError|CAMAuthorizedFail|NoPermission\w*|NoProjectPermission|RoleNotFoundAuthorization)$/;

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/apply.js








/** How often an application is sent whose answers are lost. */
const attempts = 3;
/** For how long the list may lack an application that was made. */
const listLagMs = 40_000;
/**
 * Applies for a certificate, unless an application for the domain is on its way by now; its id. Tencent is to write the
 * validation record; where it refuses, we do. Throws CERTIFICATE_QUOTA, CERTIFICATE_ACCOUNT_NOT_VERIFIED and `ApiFailure`.
 */
async function apply_apply(issuing, log) {
    const { tencent, domain } = issuing;
    const there = await readCertificates(tencent);
    const other = choosePending(there, domain);
    if (other !== undefined) {
        log.info(certificate_issue/* certificateIssueMessages */.t.alreadyApplied(other.id));
        return other.id;
    }
    const known = new Set(there.map(({ id }) => id));
    const send = (method) => sendOnce(issuing, method, known, log);
    try {
        return await send('DNS_AUTO').catch(async (error) => {
            if (!isAboutMethod(error))
                throw error;
            // Whether it was refused before anything was made is not known of every code.
            const made = newIn(await readCertificates(tencent), domain, known);
            if (made !== undefined)
                return made.id;
            log.info(certificate_issue/* certificateIssueMessages */.t.autoRefused(error.words ?? error.apiCode ?? ''));
            return send('DNS');
        });
    }
    catch (error) {
        throw refusal_refusalOf(error, domain);
    }
}
/** Sends an application; where its answer is lost, again only once the list shows that there is none. */
async function sendOnce(issuing, method, known, log) {
    for (let attempt = 1;; attempt += 1) {
        const id = await applyForCertificate(issuing.tencent, issuing.domain, method).catch(async (error) => {
            if (!isLost(error))
                throw error;
            log.info(certificate_issue/* certificateIssueMessages */.t.noAnswer);
            const found = await findApplied(issuing, known);
            if (found === undefined && attempt === attempts)
                throw error;
            return found;
        });
        if (id === undefined)
            continue;
        log.info(certificate_issue/* certificateIssueMessages */.t.applied(id, method));
        return id;
    }
}
function isLost(error) {
    return error instanceof api_failure/* ApiFailure */.F9 && (error.mayHaveTakenEffect || (0,api_failure/* hasApiCode */.ii)(error, authorityBusy));
}
/** An application that was made although no answer came; it may be issued by now. */
async function findApplied({ tencent, domain, run }, known) {
    const until = run.now() + listLagMs;
    for (;;) {
        const found = newIn(await readCertificates(tencent), domain, known);
        if (found !== undefined || run.now() >= until)
            return found?.id;
        await pause(run, 4000);
    }
}
/** An application or certificate for the domain that was not there before. */
function newIn(all, domain, known) {
    return all.find((one) => !known.has(one.id) && one.domain === domain && (isPending(one) || isIssued(one)));
}

;// CONCATENATED MODULE: ./.build/lib/tencent/read-application.js

/** What an application has come to, by the action that gives no key. Throws `ApiFailure`. */
async function readApplication(tencent, id) {
    const found = await tencent.call('ssl:DescribeCertificate', { CertificateId: id });
    return {
        id,
        // Many fields are null until it is issued.
        status: found.Status ?? 0,
        said: found.StatusMsg ?? '',
        method: found.VerifyType ?? '',
        validations: validationsOf(found.DvAuthDetail, found.VerifyType ?? ''),
    };
}
function validationsOf(detail, method) {
    if (!detail)
        return [];
    const several = (detail.DvAuths ?? []).map((one) => ({
        key: one.DvAuthKey,
        value: one.DvAuthValue,
        domain: one.DvAuthDomain,
        subDomain: one.DvAuthSubDomain,
        path: one.DvAuthPath,
        type: one.DvAuthVerifyType,
    }));
    const single = {
        key: detail.DvAuthKey,
        value: detail.DvAuthValue,
        domain: detail.DvAuthDomain,
        subDomain: detail.DvAuthKeySubDomain,
        path: detail.DvAuthPath,
        type: method.startsWith('FILE') ? 'FILE' : undefined,
    };
    return (several.length > 0 ? several : [single]).flatMap(validationOf);
}
function validationOf({ key, value, domain, subDomain, path, type }) {
    if (!value)
        return [];
    if (type === 'FILE')
        return [{ type, name: path || key || '', value }];
    const name = nameOf(asciiName(key || subDomain || ''), asciiName(domain ?? ''));
    const known = type === 'TXT' || type === 'CNAME' ? type : undefined;
    return name === '' ? [] : [{ type: known ?? read_application_typeOf(value), name, value: value.replace(/\.$/, '') }];
}
/** The key is the whole name in what was seen live; where it is the part below the domain, the domain is added. */
function nameOf(key, domain) {
    return key === '' || domain === '' || key === domain || key.endsWith(`.${domain}`) ? key : `${key}.${domain}`;
}
/** An authority's CNAME leads to a host name; its TXT value has no dot. */
function read_application_typeOf(value) {
    return /^[\w-]+(\.[\w-]+)+\.?$/.test(value) ? 'CNAME' : 'TXT';
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/verifier.js


/** Milliseconds between looks at least, and at most where Tencent says that it is too often. */
const [least, most] = [30_000, 240_000];
/** A verifier of the application `id`. What cannot be asked stops nothing: it is good to know, and no more. */
function verifier(tencent, id, run) {
    let interval = least;
    let next = run.now() + least;
    let verdict = 'unknown';
    let reason = '';
    return {
        verdict: () => verdict,
        reason: () => reason,
        async look() {
            if (run.now() < next)
                return undefined;
            const found = await verifyCertificate(tencent, id).catch((error) => {
                if (!(error instanceof api_failure/* ApiFailure */.F9))
                    throw error;
                return undefined;
            });
            const tooOften = found?.tooOften ?? false;
            interval = tooOften ? Math.min(interval * 2, most) : least;
            next = run.now() + interval;
            if (found === undefined || tooOften)
                return undefined;
            verdict = found.seen ? 'seen' : 'missing';
            reason = found.reason;
            return verdict;
        },
    };
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/await.js








/** Milliseconds between looks at the application: sooner at first, since a stand-by authority takes seconds. */
const firstDelays = [3000, 5000, 10_000];
const usualDelay = 15_000;
/** For how long a new application may not be found by its id. */
const unknownMs = 60_000;
/**
 * Waits until the application `id` is issued, with the record that the authority looks for where we are to write it.
 * Throws CERTIFICATE_PENDING where it takes too long, CERTIFICATE_REFUSED where it comes to nothing, and `ApiFailure`.
 */
async function awaitIssued(id, issuing, log) {
    const { run, tencent } = issuing;
    const begun = run.now();
    const waiting = {
        ...{ id, issuing, log, begun, until: begun + issuing.timeoutSeconds * 1000, looks: 0, told: '' },
        verifier: verifier(tencent, id, run),
    };
    const found = await poll(waiting, (application) => recordsOf(application).length > 0);
    if (!isIssued(found)) {
        await withRecords(recordsOf(found), issuing, log, async () => {
            waiting.ours = true;
            await complete(waiting);
            await poll(waiting, () => false);
        });
    }
    log.info(certificate_issue/* certificateIssueMessages */.t.issued(id, secondsBetween(begun, run.now())));
}
/** Looks at the application until it is issued, or `enough` of it is known. */
async function poll(waiting, enough) {
    const { issuing, id, until } = waiting;
    const { run, domain } = issuing;
    for (;;) {
        const found = await look(waiting);
        if (isOver(found)) {
            throw (0,failure/* failure */.V2)('CERTIFICATE_REFUSED', { domain, id, status: String(found.status), message: found.said });
        }
        if (isIssued(found) || enough(found))
            return found;
        if ((await waiting.verifier.look()) === 'seen' && waiting.ours)
            await complete(waiting);
        tell(waiting, found);
        const left = until - run.now();
        if (left <= 0)
            throw tooSlow(waiting, found);
        const delay = firstDelays[waiting.looks] ?? usualDelay;
        waiting.looks += 1;
        await pause(run, Math.min(delay, left));
    }
}
async function look({ id, issuing, begun }) {
    const { tencent, run } = issuing;
    return readApplication(tencent, id).catch((error) => {
        if (!(0,api_failure/* hasApiCode */.ii)(error, 'FailedOperation.CertificateNotFound') || run.now() - begun > unknownMs)
            throw error;
        return { id, status: 0, said: '', method: '', validations: [] };
    });
}
/** The records that we are to write. With DNS_AUTO Tencent does; a file is nobody's but the user's. */
function recordsOf({ method, validations }) {
    return method === 'DNS' ? validations.filter(({ type }) => type !== 'FILE') : [];
}
/** Does `work` while the records are there; those that this account cannot hold are to be added by hand. */
async function withRecords([first, ...others], issuing, log, work) {
    if (first === undefined)
        return work();
    const rest = () => withRecords(others, issuing, log, work);
    const { type, name, value } = first;
    const { tencent, run, records, domain, host } = issuing;
    let there = false;
    try {
        const wanted = { domain, name, type: type === 'CNAME' ? type : 'TXT', value, host };
        await records.withValidationRecord(tencent, wanted, run, () => {
            there = true;
            return rest();
        });
    }
    catch (error) {
        if (there || !(error instanceof failure/* Failure */.HR) || error.code !== 'VALIDATION_ZONE_MISSING')
            throw error;
        log.warning(certificate_issue/* certificateIssueMessages */.t.addByHand(`${name} ${type} ${value}`));
        await rest();
    }
}
/** Has the domain validated now; a refusal is no failure, since the authority looks by itself as well. */
async function complete({ id, issuing, log }) {
    try {
        await completeCertificate(issuing.tencent, id);
    }
    catch (error) {
        if (!(error instanceof api_failure/* ApiFailure */.F9))
            throw error;
        log.info(certificate_issue/* certificateIssueMessages */.t.notValidatedYet(error.words ?? error.text.what.en));
    }
}
/** Tells what is waited for, where that has changed. */
function tell(waiting, { status, said }) {
    const { log, issuing, begun, until, verifier: seen } = waiting;
    const detail = [said, seen.reason()].filter((words) => words !== '').join('; ');
    const news = `${status} ${detail}`;
    if (news === waiting.told)
        return;
    waiting.told = news;
    const now = issuing.run.now();
    log.info(certificate_issue/* certificateIssueMessages */.t.progress((0,certificate_issue/* certificateState */.j)(String(status)), detail, secondsBetween(begun, now), secondsBetween(now, until)));
}
function tooSlow({ id, issuing, begun, verifier: seen, ours }, { status, validations }) {
    const { domain, run } = issuing;
    const missing = validations.find(({ type }) => type !== 'FILE');
    const blamed = missing !== undefined && (seen.verdict() === 'missing' || (seen.verdict() === 'unknown' && ours));
    return (0,failure/* failure */.V2)('CERTIFICATE_PENDING', {
        ...{ domain, id, state: String(status), seconds: secondsBetween(begun, run.now()) },
        record: blamed ? `${missing.name} ${missing.type}` : '',
        value: blamed ? missing.value : '',
    });
}
function secondsBetween(from, to) {
    return Math.max(0, Math.round((to - from) / 1000));
}

// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(20663);
;// CONCATENATED MODULE: ./.build/lib/tencent/download-certificate.js

/** Chains and keys have a few kilobytes; what is larger is neither. */
const mostBytes = 128 * 1024;
/** Some dozen files are packed: those of each kind of server. */
const mostEntries = 200;
/**
 * What Tencent packs for an issued certificate, its key included; only the files that hold PEM. Undefined: what came is no
 * zip archive. Throws `ApiFailure`.
 */
async function downloadCertificate(tencent, id) {
    const { Content: content } = await tencent.call('ssl:DownloadCertificate', { CertificateId: id });
    try {
        const zip = await (0,yauzl/* fromBufferPromise */.SY)(Buffer.from(content ?? '', 'base64'));
        if (zip.entryCount > mostEntries)
            return undefined;
        const files = [];
        for await (const entry of zip.eachEntry()) {
            if (entry.fileName.endsWith('/') || entry.isEncrypted() || entry.uncompressedSize > mostBytes)
                continue;
            const text = await textOf(zip, entry);
            if (text.includes('-----BEGIN '))
                files.push({ name: entry.fileName, text });
        }
        return files;
    }
    catch {
        // The cause is left out on purpose: no error may carry anything of a key.
        return undefined;
    }
}
async function textOf(zip, entry) {
    const chunks = [];
    for await (const chunk of await zip.openReadStreamPromise(entry))
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/pair.js



/** Whether a file holds a private key. */
function holdsKey({ text }) {
    return text.includes('PRIVATE KEY-----');
}
/**
 * The chain and the key to install, by their contents: names and folders of the archive differ by time and by console or
 * API. nginx's own is preferred, then the longer chain. Where no key fits any chain, the best of each, so that the check says
 * so. Undefined: there is no chain, or no key.
 */
function pairIn(files) {
    const keys = files.filter(holdsKey).toSorted((a, b) => rank(b) - rank(a));
    const chains = files
        .filter((file) => !holdsKey(file) && blocks(file) > 0)
        .toSorted((a, b) => rank(b) - rank(a) || blocks(b) - blocks(a));
    const pairs = chains.flatMap((chain) => keys.map((key) => ({ chain, key })));
    return pairs.find(fits) ?? pairs[0];
}
function rank({ name }) {
    const bundle = /_bundle\.(crt|pem)$/i.test(name) && !/root_bundle/i.test(name);
    return (/(^|[/_])nginx\//i.test(name) ? 2 : 0) + (bundle ? 1 : 0);
}
function blocks({ text }) {
    return text.split('-----BEGIN CERTIFICATE-----').length - 1;
}
function fits({ chain, key }) {
    try {
        return (0,resources_certificate/* readLeaf */.rf)(chain.text)?.checkPrivateKey((0,certificate_key/* readPrivateKey */.$)(new secret/* Secret */.z(key.text), key.name).key) ?? false;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/install.js







/**
 * Downloads the certificate `id` with its key, checks both by their contents, and installs them. Throws what `checkPair`
 * finds, CERTIFICATE_PACKAGE_UNREADABLE, and `ApiFailure`; then nothing is installed.
 */
async function install(id, { tencent, run, domain }, server, log) {
    const files = (await downloadCertificate(tencent, id)) ?? [];
    for (const file of files.filter(holdsKey))
        run.hide(new secret/* Secret */.z(file.text));
    const pair = pairIn(files);
    if (pair === undefined) {
        const found = files.map(({ name }) => name).join(', ');
        throw (0,failure/* failure */.V2)('CERTIFICATE_PACKAGE_UNREADABLE', { domain, id, found });
    }
    const sourceOf = (name) => `Tencent Cloud ${id}, ${name}`;
    const { certificate, key, problems, warnings, notes } = (0,check/* checkPair */.z)({
        ...{ chainPem: pair.chain.text, source: sourceOf(pair.chain.name) },
        ...{ keyPem: new secret/* Secret */.z(pair.key.text), keySource: sourceOf(pair.key.name) },
        ...{ domain, now: new Date(run.now()), roots: run.roots },
    });
    (0,failure/* throwAll */.Kx)(problems);
    // Without problems, both were read.
    if (certificate === undefined || key === undefined)
        throw (0,failure/* failure */.V2)('INTERNAL', { detail: `certificate ${id}` });
    run.hide(key);
    for (const note of notes)
        log.info(note);
    for (const warning of warnings)
        log.warning(warning);
    log.info(certificate_issue/* certificateIssueMessages */.t.downloaded(id, certificate.notAfter.toISOString(), certificate.issuer));
    await (0,resources_certificate/* installPair */.Uf)(server, (0,resources_certificate/* certificatePaths */.ao)(domain, certificate.fingerprint), certificate.chainPem, key);
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/tools.js

/** In the account's own zone. */
const realRecords = { withValidationRecord: validation_record/* withValidationRecord */.ng, clearValidationRecords: validation_record/* clearValidationRecords */.RW };

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent.js









/**
 * Tencent Cloud as an issuer: a certificate of the account that lasts is installed, an application for the domain that is
 * on its way is waited for, else one is made for the free certificate. The key is downloaded only to be installed.
 */
function tencentIssuer(tencent, run, records = realRecords) {
    return {
        name: (0,messages_text/* text */.Qq)('Tencent Cloud', '腾讯云'),
        renewalWindow: async () => undefined,
        async plan(server, wanted) {
            const { domain, timeoutSeconds } = wanted;
            const all = await readCertificates(tencent);
            const issuing = { tencent, run, records, domain, host: server.host, timeoutSeconds };
            return tencent_stepsOf(issuing, wanted, {
                issued: chooseIssued(all, domain, wanted.due?.notAfter, run.now()),
                pending: choosePending(all, domain),
            });
        },
    };
}
function tencent_stepsOf(issuing, wanted, { issued, pending }) {
    // The step that applies knows the id first; those after it have it from here.
    const known = new KnownId(issuing.run);
    if (issued !== undefined) {
        const { id, validity } = issued;
        const end = (0,messages_text/* dayOf */.kb)(validity.notAfter);
        const reason = (0,messages_text/* text */.Qq)(`the Tencent Cloud account has certificate ${id}, valid until ${end}; its fingerprint is known after the download`, `腾讯云账号中已有证书 ${id}，有效期至 ${end}；其指纹在下载后可知`);
        return afterClearing(issuing, [installStep(issuing, known.set(id), reason)]);
    }
    const installing = installStep(issuing, known, (0,messages_text/* text */.Qq)('its fingerprint is known after issue', '其指纹在签发后可知'));
    return pending === undefined
        ? afterClearing(issuing, [applyStep(issuing, known, wanted), awaitStep(issuing, known, undefined), installing])
        : afterClearing(issuing, [awaitStep(issuing, known.set(pending.id), pending.id), installing]);
}
/** The id of the certificate, told to the run once a step works with it. */
class KnownId {
    #run;
    #id;
    constructor(run) {
        this.#run = run;
    }
    set(id) {
        this.#id = id;
        return this;
    }
    /** Throws INTERNAL where no step set it. */
    get() {
        if (this.#id === undefined)
            throw (0,failure/* failure */.V2)('INTERNAL', { detail: 'certificate id' });
        this.#run.noteCertificate(this.#id);
        return this.#id;
    }
}
function applyStep(issuing, known, { domain, due }) {
    return {
        ...{ kind: 'runner', phase: 'issue', id: 'certificate.apply' },
        title: (0,messages_text/* text */.Qq)(`Apply to Tencent Cloud for a free 90-day certificate for ${domain}`, `向腾讯云申请 ${domain} 的 90 天免费证书`),
        reason: due === undefined
            ? (0,messages_text/* text */.Qq)('neither the server nor the account has one that is valid for long enough', '服务器和账号中都没有有效期足够长的证书')
            : (0,messages_text/* text */.Qq)(`the one on the server expires on ${(0,messages_text/* dayOf */.kb)(due.notAfter)}, and the account has none that lasts longer`, `服务器上的证书将于 ${(0,messages_text/* dayOf */.kb)(due.notAfter)} 到期，且账号中没有有效期更长的证书`),
        diff: `+ ${domain} TrustAsia DV, RSA 2048, DNS_AUTO`,
        run: async (_, log) => {
            known.set(await apply_apply(issuing, log)).get();
        },
    };
}
function awaitStep(issuing, known, pending) {
    const { domain, timeoutSeconds } = issuing;
    return {
        ...{ kind: 'runner', phase: 'issue', id: 'certificate.await' },
        title: (0,messages_text/* text */.Qq)(`Wait up to ${timeoutSeconds} s until the certificate for ${domain} is issued`, `等待 ${domain} 的证书签发（最长 ${timeoutSeconds} 秒）`),
        reason: pending === undefined
            ? (0,messages_text/* text */.Qq)('the authority validates the domain by a DNS record, which is added and removed automatically', '证书颁发机构通过 DNS 记录验证域名，该记录会自动添加和删除')
            : (0,messages_text/* text */.Qq)(`application ${pending} is in progress and is continued`, `继续正在进行的申请 ${pending}`),
        run: (_, log) => awaitIssued(known.get(), issuing, log),
    };
}
function installStep(issuing, known, reason) {
    const { domain } = issuing;
    const { chainPath, keyPath } = (0,resources_certificate/* certificatePaths */.ao)(domain, resources_certificate/* unissued */.lN);
    return {
        ...{ kind: 'runner', phase: 'issue', id: 'certificate.install' },
        title: (0,messages_text/* text */.Qq)(`Download the certificate of ${domain}, check it and install it`, `下载、检查并安装 ${domain} 的证书`),
        reason,
        diff: `+ ${chainPath}\n+ ${keyPath} (0600)`,
        run: (server, log) => install(known.get(), issuing, server, log),
    };
}
/** The first step removes what dead runs left in the zone. */
function afterClearing({ tencent, run, records, domain, host }, steps) {
    return steps.map((step, at) => at > 0
        ? step
        : {
            ...step,
            run: async (...given) => {
                await records.clearValidationRecords(tencent, { domain, host }, run);
                await step.run(...given);
            },
        });
}

;// CONCATENATED MODULE: ./.build/lib/commands/open-issuer.js



/** Who issues the certificate that the settings ask for. Nothing is sent before it is asked. */
function openIssuer(settings, tencent, run, record) {
    const issuing = {
        ...run,
        name: (0,run_name/* runName */.r)(run.origin),
        noteCertificate: (id) => {
            record.certificateId = id;
        },
    };
    const account = tencent.until(run.cancelled);
    return settings.source === 'tencent' ? tencentIssuer(account, issuing) : acmeIssuer(settings, account, issuing);
}


/***/ }),

/***/ 80525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ publicAddressOf),
/* harmony export */   z: () => (/* binding */ sshAddress)
/* harmony export */ });
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71553);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);
/* harmony import */ var _values_public_address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67829);



/**
 * The address that the domain must point at: the input, else the instance's by Tencent's API or metadata service, else
 * where SSH went. A private address is never taken for it, nor one of IPv6: a name rightly leads to the IPv4 address of the
 * same server. Undefined where none is known.
 */
async function publicAddressOf(settings, { system }, account) {
    const ofInstance = account?.instance?.publicAddresses ?? [];
    // Of several, the one that SSH goes to.
    const known = settings.publicIp ?? (ofInstance.length === 1 ? ofInstance[0] : system.tencentPublicAddress);
    return known ?? (await sshAddress(settings)) ?? ofInstance[0];
}
/**
 * The public IPv4 address that `host` stands for; undefined where it has none. A name is resolved by the machine that
 * connects: what a jump host makes of it is not known here.
 */
async function sshAddress({ server }, resolve = node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.lookup) {
    if (server.jump !== undefined && (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(server.host) === 0)
        return undefined;
    const found = await resolve(server.host).catch(() => undefined);
    return found !== undefined && (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(found.address) === 4 && (0,_values_public_address_js__WEBPACK_IMPORTED_MODULE_2__/* .isPublicAddress */ .i)(found.address) ? found.address : undefined;
}


/***/ }),

/***/ 65569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ withSshAccess)
});

// UNUSED EXPORTS: connectionFailure

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: ./.build/lib/checks/instance.js
var checks_instance = __webpack_require__(81611);
// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/engine/lease.js + 1 modules
var engine_lease = __webpack_require__(36008);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 59 modules
var failure = __webpack_require__(86732);
// EXTERNAL MODULE: ./.build/lib/messages/ssh-rule.js
var ssh_rule = __webpack_require__(12428);
// EXTERNAL MODULE: ./.build/lib/resources/ssh-rule/ssh-rule.js
var ssh_rule_ssh_rule = __webpack_require__(32347);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
;// CONCATENATED MODULE: ./.build/lib/server/run-lock-script.js



/** The form of the word that a run's lock is named by. */
const tokenForm = /^[0-9a-f]{8}$/;
/** The lock that one run holds while it is connected; no application's name can make it that of another. */
function runLockFile(token, folder = lock_script/* lockFolder */.MS) {
    if (!tokenForm.test(token))
        throw new RangeError(`not the token of a run: ${token}`);
    return `${folder}/run-${token}.lock`;
}
/** Bash: whether `$1` is a regular file of root's, which it was to its maker: the folder is root's alone. */
const isPlainFile = `plain_file() { [ -f "$1" ] && [ ! -L "$1" ] && [ "$(stat -c %u -- "$1")" = 0 ]; }`;
/**
 * The keeper of a run's lock: takes it on descriptor 9, prints `held`, then serves lines: `beat`; `over`, on which it
 * removes the file, since nothing of the run is left that it would tell of. Silence for `silenceSeconds`, or the end of
 * its input, ends it: the file stays, its lock is free. What runs left of the kind a day ago or earlier is removed.
 */
function runKeeperScript(token, silenceSeconds, folder = lock_script/* lockFolder */.MS) {
    const lock = runLockFile(token, folder);
    return `${prelude/* prelude */.e}
${(0,lock_script/* openLock */.qB)(`${lock}.new`, folder)}
flock -n 9 || exit 75
# It has its name only while it is held: whoever finds it free may take the run for dead.
mv -fT ${(0,quote/* quote */.h)(`${lock}.new`)} ${(0,quote/* quote */.h)(lock)} || unwritten
printf 'held\\n'
${isPlainFile}
digit='[0-9a-f]'
form=$digit$digit$digit$digit$digit$digit$digit$digit
for old in ${(0,quote/* quote */.h)(folder)}/run-$form.lock ${(0,quote/* quote */.h)(folder)}/run-$form.lock.new; do
  plain_file "$old" && [ -n "$(find "$old" -maxdepth 0 -mmin +1440)" ] || continue
  # Held while it is removed: it may be taken again under its name by the run whose it is.
  flock -n "$old" rm -f -- "$old"
done
while IFS= read -r -t ${silenceSeconds} word; do
  [ "$word" != over ] || { rm -f -- ${(0,quote/* quote */.h)(lock)}; break; }
done
exit 0
`;
}
/**
 * Tells by a line `TOKEN STATE` what there is of each run's lock: `held`, `free` (it is over), `none`, `strange` (not what
 * a run makes there: it tells nothing).
 */
function lookAtRunLocksScript(tokens, folder = lock_script/* lockFolder */.MS) {
    const files = tokens.map((token) => `look ${token} ${(0,quote/* quote */.h)(runLockFile(token, folder))}`);
    return `${isPlainFile}
look() {
  local state=strange
  if [ ! -e "$2" ] && [ ! -L "$2" ]; then state=none
  elif plain_file "$2"; then
    # One that goes while it is looked at is not made again.
    if (flock -n 8) 8<"$2"; then state=free; else state=held; fi
  fi
  printf '%s %s\\n' "$1" "$state"
}
command -v flock >/dev/null || exit 69
${files.join('\n')}
`;
}
/** Removes the files of runs that are over. */
function removeRunLocksScript(tokens, folder = lock_script/* lockFolder */.MS) {
    const files = tokens.map((token) => `remove ${(0,quote/* quote */.h)(runLockFile(token, folder))}`);
    return `${isPlainFile}
remove() { ! plain_file "$1" || flock -n "$1" rm -f -- "$1"; }
${files.join('\n')}
exit 0
`;
}

;// CONCATENATED MODULE: ./.build/lib/server/run-lock.js



const heartbeat = { beatSeconds: 10, silenceSeconds: 60 };
/** Milliseconds between two looks whether a lost connection is there again. */
const lookAgain = 1000;
/**
 * Takes the lock of a run by its token, and takes it again when the session has reconnected. Throws LOCK_FAILED, RUN_FULL,
 * CONNECTION_LOST and the like where it cannot be taken at first.
 */
async function holdRunLock(session, token, { beatSeconds, silenceSeconds } = heartbeat) {
    const script = runKeeperScript(token, silenceSeconds);
    let released = false;
    let keeper = await take(session, script);
    let timer;
    const follow = async (held) => {
        while ((await held.readLine().catch(() => undefined)) !== undefined)
            ;
        keeper = undefined;
        again();
    };
    /** Takes it again as soon as there is a connection. */
    const again = () => {
        if (released)
            return;
        timer = setTimeout(async () => {
            const taken = session.lost === undefined ? await take(session, script).catch(() => undefined) : undefined;
            if (taken === undefined)
                again();
            else if (released)
                await taken.close().catch(() => { });
            else {
                keeper = taken;
                void follow(taken);
            }
        }, lookAgain);
        // Neither this nor a heartbeat keeps a run from ending.
        timer.unref();
    };
    const beat = setInterval(() => keeper?.writeLine('beat'), beatSeconds * 1000);
    beat.unref();
    void follow(keeper);
    return {
        release: async (over) => {
            released = true;
            clearInterval(beat);
            clearTimeout(timer);
            if (over)
                keeper?.writeLine('over');
            await keeper?.close().catch(() => { });
        },
    };
}
async function take({ open, host }, script) {
    const keeper = await open(script);
    if ((await keeper.readLine()) === 'held')
        return keeper;
    throw (0,lock_script/* lockFailed */.hR)(await keeper.close(), host);
}
/** What there is of the locks of runs, by their tokens. Throws LOCK_FAILED where that cannot be told. */
async function lookAtRunLocks(server, tokens) {
    if (tokens.length === 0)
        return new Map();
    const { code, stdout, stderr } = await server.run(lookAtRunLocksScript(tokens));
    if (code !== 0)
        throw (0,failure/* failure */.V2)('LOCK_FAILED', { host: server.host, detail: stderr.trim() || String(code ?? 'signal') });
    const told = [...stdout.matchAll(/^(\S+) (held|free|none|strange)$/gm)];
    return new Map(told.map(([, token = '', state = '']) => [token, state]));
}
/** Removes the files of runs that are over and left nothing; one that is held stays. */
async function removeRunLocks(server, tokens) {
    if (tokens.length > 0)
        await server.run(removeRunLocksScript(tokens));
}

// EXTERNAL MODULE: ./.build/lib/server/sessions-needed.js
var sessions_needed = __webpack_require__(38993);
// EXTERNAL MODULE: ./.build/lib/tencent/find-instance.js
var find_instance = __webpack_require__(44941);
// EXTERNAL MODULE: ./.build/lib/tencent/read-firewall.js
var read_firewall = __webpack_require__(41727);
// EXTERNAL MODULE: ./.build/lib/values/public-address.js
var public_address = __webpack_require__(67829);
// EXTERNAL MODULE: ./.build/lib/commands/connect.js + 30 modules
var commands_connect = __webpack_require__(97792);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
// EXTERNAL MODULE: ./.build/lib/resources/ssh-rule/description.js
var description = __webpack_require__(91116);
;// CONCATENATED MODULE: ./.build/lib/resources/ssh-rule/leftovers.js


/** Minutes after which a run without a lock is over: it takes its lock as soon as it is connected. Clocks differ by a few. */
const minutesToConnect = 30;
/** Minutes after which a run is over whose lock may be on another server: GitHub's own runners are ended by then. */
const minutesOfJob = 360;
/** What runs have opened for their runners, this one's among them. */
function sshRulesOf({ instance, lists }) {
    const { kind, id, region } = instance;
    const found = new Map();
    for (const list of lists) {
        for (const rule of list.rules) {
            const said = (0,description/* readSshRuleDescription */.lb)(rule.description);
            if (said === undefined || !(0,ssh_rule_ssh_rule/* isSshRule */.zY)(rule))
                continue;
            const { token, made, port } = said;
            const before = found.get(token);
            found.set(token, {
                note: { instance: { kind, id, region }, lists: [...(before?.note.lists ?? []), list.id], token },
                made,
                port,
                source: rule.source ?? '',
                maybeElsewhere: (before?.maybeElsewhere ?? false) || list.others !== 0,
            });
        }
    }
    return [...found.values()];
}
/**
 * Whether the run of these rules is over: it has let go of its lock; or it holds none, and had the time to take one.
 * A plan takes none, and needs less time than that.
 */
function isOver({ made, maybeElsewhere }, lock, now) {
    if (lock !== 'none')
        return lock === 'free';
    const minutes = maybeElsewhere ? minutesOfJob : minutesToConnect;
    return now - made.getTime() > minutes * 60_000;
}

;// CONCATENATED MODULE: ./.build/lib/commands/ssh-leftovers.js





/**
 * Removes what runs have opened for their runners and left, because they died with their post step; a plan only tells of
 * it. Asks the server which of them go on, if there are any. Never throws: the next run tries again.
 */
async function clearSshLeftovers(tencent, firewall, session, run, does) {
    const removed = [];
    const find = async () => {
        const all = sshRulesOf(firewall);
        const locks = await lookAtRunLocks(session, all.map(({ note }) => note.token));
        return all.filter((rules) => isOver(rules, locks.get(rules.note.token) ?? 'strange', run.now()));
    };
    const giveBack = async ({ note }) => {
        await (0,ssh_rule_ssh_rule/* removeSshRules */.kd)(tencent, note);
        removed.push(note.token);
    };
    const tell = async ({ port, source, made }) => {
        run.log.info(ssh_rule/* sshRuleMessages */.b.leftovers(port, source, made.toISOString()));
        return false;
    };
    const isToGo = does === 'remove' ? async () => true : tell;
    await (0,engine_lease/* giveBackOrphans */.I)({ title: ssh_rule/* sshRuleMessages */.b.leftoverTitle, find, giveBack }, isToGo, run);
    // Left behind, they would be removed a day later.
    await removeRunLocks(session, removed).catch(() => { });
}

;// CONCATENATED MODULE: ./.build/lib/commands/ssh-access.js
















/** Seconds in which a rule takes effect. */
const opensWithinSeconds = 20;
/**
 * Does `work` while SSH is open for the runner, where `ssh-from-runner` asks for it and it is not open anyway, and closes it
 * again. What changes the server holds a lock of its own on the server meanwhile, by which other runs see that it goes on; a
 * plan, which changes nothing there, is over soon enough without. `early`: a connection that may have been begun. The session
 * that `connect` gives is closed at the end. Throws what reading and writing the firewall throws.
 */
async function withSshAccess(tencent, settings, run, record, work, early) {
    const wanted = tencent === undefined ? undefined : await whatToOpen(tencent, settings, run, record);
    let session;
    let lock;
    let opened;
    const connect = async () => {
        const connecting = opened === undefined && early !== undefined
            ? early.take(run.log)
            : (0,commands_connect/* connectTo */.m)(settings.server, run, opened === undefined ? 0 : opensWithinSeconds);
        const made = await connecting.catch((error) => {
            throw opened === undefined ? error : connectionFailure(error, opened, settings.server);
        });
        session = made;
        made.warm(sessions_needed/* sessionsNeeded */.D);
        // One that another run's rule lets in has nothing that it would have to be asked about.
        if (wanted !== undefined && opened?.own === true && settings.command !== 'plan')
            lock = await (0,cancel/* unlessCancelled */.M)(() => holdRunLock(made, wanted.opening.token), run.cancelled);
        return made;
    };
    /** Left for the end, as this run is let in by what another one has left. */
    let leftFor;
    const clear = async (firewall) => {
        if (tencent === undefined || firewall === undefined || session === undefined || run.cancelled.aborted)
            return;
        const does = settings.command === 'plan' ? 'tell' : 'remove';
        await clearSshLeftovers(tencent, firewall, session, run, does);
    };
    const reach = async () => {
        const clearLeftovers = async (firewall = wanted?.firewall) => {
            if (opened?.own === false)
                leftFor = firewall;
            else
                await clear(firewall);
        };
        try {
            return await work({ connect, firewall: wanted?.firewall, clearLeftovers });
        }
        finally {
            await clear(leftFor);
        }
    };
    let closed = false;
    try {
        if (tencent === undefined || wanted === undefined || wanted.lists.length === 0)
            return await reach();
        const { firewall, lists, opening } = wanted;
        const lease = (0,ssh_rule_ssh_rule/* sshRule */.nm)(tencent.until(run.graceOver), firewall, lists, opening, (now) => {
            opened = now;
            tellOpened(firewall, lists, opening.port, now, run);
        });
        const noting = {
            ...lease,
            giveBack: async (note) => {
                await lease.giveBack(note);
                closed = true;
            },
            // The post step asks the server how the switch ended.
            neededLater: () => record.fate === 'open',
        };
        return await (0,engine_lease/* withLease */.p)(noting, run, reach);
    }
    finally {
        // Whoever finds the rule while the lock is free takes the run for dead.
        await (0,cancel/* unlessCancelled */.M)(async () => lock?.release(closed), run.graceOver).catch(() => { });
        record.roundTrips = session?.roundTrips ?? record.roundTrips;
        session?.dispose();
    }
}
/** Undefined where nothing is asked for. */
async function whatToOpen(tencent, settings, run, record) {
    const { sshFromRunner } = settings.tencent;
    if (sshFromRunner === 'nobody')
        return undefined;
    const address = sshFromRunner === 'runner' ? undefined : sshFromRunner.address;
    return (0,commands_run/* timed */.ay)(run, record, 'ssh-rule', ssh_rule/* sshRuleMessages */.b.group, async () => {
        const { port } = settings.server;
        const firewall = await (0,read_firewall/* readFirewall */.tq)(tencent, await instanceOf(tencent, settings));
        const lists = (0,ssh_rule_ssh_rule/* listsToOpen */.VH)(firewall, { port, address });
        if (lists.length === 0)
            run.log.info(ssh_rule/* sshRuleMessages */.b.alreadyOpen(firewall.instance.id, port));
        else if (settings.command === 'plan')
            run.log.info(ssh_rule/* sshRuleMessages */.b.planToo);
        const token = (0,external_node_crypto_.randomBytes)(4).toString('hex');
        return { firewall, lists, opening: { port, address, token, made: new Date(run.now()) } };
    });
}
/** The server, before anything was asked of itself. */
async function instanceOf(tencent, { tencent: account, publicIp, server }) {
    const { instanceId, region } = account;
    const { host } = server;
    const reached = (await (0,promises_.lookup)(host, { family: 4 }).catch(() => undefined))?.address;
    const address = instanceId === undefined ? (publicIp ?? reached) : undefined;
    const instance = await (0,find_instance/* findInstance */.X)(tencent, { id: instanceId, address, region });
    const isPublic = reached !== undefined && (0,public_address/* isPublicAddress */.i)(reached);
    const mismatch = (0,checks_instance/* instanceMismatch */.Ek)(instance, { metadataId: undefined, host, address: isPublic ? reached : undefined });
    if (mismatch !== undefined)
        throw mismatch;
    return instance;
}
function tellOpened({ instance }, lists, port, { address, own }, { log }) {
    if (!own) {
        log.info(ssh_rule/* sshRuleMessages */.b.openedByAnother(instance.id, port));
        return;
    }
    log.info(address === undefined ? ssh_rule/* sshRuleMessages */.b.openedForCaller(instance.id, port) : ssh_rule/* sshRuleMessages */.b.opened(instance.id, port, address));
    if (instance.kind === 'lighthouse')
        return;
    for (const { id, others } of lists)
        if (others !== 0)
            log.info(ssh_rule/* sshRuleMessages */.b.shared(id, others));
}
/** What the failure of a connection means where SSH had been opened for it. */
function connectionFailure(error, opened, server) {
    if (!(error instanceof failure/* Failure */.HR) || error.code !== 'CONNECTION_TIMEOUT')
        return error;
    const { host, port, connectTimeoutSeconds: seconds } = server;
    return (0,failure/* failure */.V2)('SSH_FROM_RUNNER_TIMEOUT', { host, port, seconds, address: opened.address ?? 'MY_PUBLIC_IP' });
}


/***/ }),

/***/ 3026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ followScript)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

/** Seconds between two signs of life, which a script that follows writes: it ends where nobody reads them. */
const signSeconds = 5;
/**
 * Bash that follows the journal of the switch whose process is `$pid`; empty: there is none. It defines `is_alive`, and
 * `follow SECONDS`, which prints the journal from its beginning, line by line as it grows, and returns
 * - 0 once it has printed the outcome, which is in `$outcome`, though the process may take a little longer to end;
 * - 1 once the process is gone without one: a zombie is gone, whoever has not looked after it yet;
 * - 2 after SECONDS (0: never).
 * It starts nothing that could stay behind it (a `tail` would, until it writes again), and ends when its reader is gone.
 * `$born` tells one process from another that has its number after a reboot; where it is empty, it is read.
 */
function followScript({ journal }) {
    return `trap '' PIPE
journal=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(journal)} born=\${born-} outcome=
is_alive() {
  local stat=
  [ -n "$pid" ] && { IFS= read -r stat <"/proc/$pid/stat"; } 2>/dev/null
  set -- \${stat##*) }
  [ -n "$born" ] || born=\${20-}
  case \${1-Z} in Z|X) return 1 ;; esac
  [ "\${20-}" = "$born" ]
}
follow() {
  local line= part alive opened= rounds=0 end=$((SECONDS + $1))
  while :; do
    # Looked at first: what it wrote last is read after it.
    alive=yes
    is_alive || alive=
    [ -n "$opened" ] || { [ -e "$journal" ] && exec 7<"$journal" && opened=yes; }
    while [ -n "$opened" ] && IFS= read -r part <&7; do
      line=$line$part
      printf '%s\\n' "$line" || exit 1
      case \${line#* } in 'outcome '?*)
        outcome=\${line#* outcome } outcome=\${outcome%% *}
        exec 7<&-
        return 0 ;;
      esac
      line=
    done
    # What there is of a line that is being written.
    line=$line$part
    [ -n "$alive" ] || return 1
    [ "$1" -eq 0 ] || [ "$SECONDS" -lt "$end" ] || return 2
    rounds=$((rounds + 1))
    [ $((rounds % ${signSeconds * 10})) -ne 0 ] || printf '%salive\\n' "\${deploy_mark:-@@}" || exit 1
    sleep 0.1
  done
}`;
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

/***/ 76020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ reconnectAttempts),
/* harmony export */   t: () => (/* binding */ connectAgain)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);

/** What no further attempt changes: another machine answers, and nothing may be sent to it. */
const final = ['HOST_KEY_MISMATCH', 'HOST_KEY_MISSING'];
/** Attempts to connect again. */
const reconnectAttempts = 6;
/**
 * Connects again, with longer and longer pauses, until `signal` is aborted. Throws what the last attempt failed with.
 */
async function connectAgain(server, { sleep }, signal) {
    for (let attempt = 1;; attempt++) {
        try {
            return await server.reconnect();
        }
        catch (error) {
            const isFinal = (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresOf */ .dJ)(error).some(({ code }) => final.includes(code));
            if (isFinal || attempt === reconnectAttempts || signal.aborted)
                throw error;
            await sleep(1000 * 2 ** attempt);
        }
    }
}


/***/ }),

/***/ 44553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bh: () => (/* binding */ stepOutputScript),
/* harmony export */   dj: () => (/* binding */ readStepOutputs),
/* harmony export */   yW: () => (/* binding */ printStepOutputs)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44274);


/** Bytes that are kept of each stream of a step, the last ones. */
const most = 262_144;
/**
 * Bash for a script that runs steps one by one. It takes `$output` (where all that they print goes) and `$kept`, and defines
 * - `attempt FUNCTION`: runs a step, its stdout and stderr apart in `$step_out` and `$step_err`. Not in a condition: bash
 *   ignores `set -e` there, also inside the subshell.
 * - `silent`: whether it printed nothing; most steps do, and no process is started for what they printed.
 * - `marked WORD`: the marks of that word in what the step printed, as the runner reads them.
 * - `keep STEP CODE`: keeps what it printed for the runner, as that of a script of its own would come to it (marks.ts).
 */
function stepOutputScript(locks) {
    const memory = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${locks}/switch`);
    return `# In memory: a step must be able to print also when the disk is full.
step_out=${memory}-$$.out step_err=${memory}-$$.err
trap 'rm -f "$step_out" "$step_err"' EXIT
attempt() { ( set -e; "$1" ) >"$step_out" 2>"$step_err"; local code=$?; silent || cat "$step_out" "$step_err" >>"$output" 2>/dev/null; return "$code"; }
silent() { [ ! -s "$step_out" ] && [ ! -s "$step_err" ]; }
marked() { sed -n "s/^\${deploy_mark}$1/@@$1/p" "$step_out" "$step_err" 2>/dev/null; }
# Its own marks without their word, and no other line like one. Cut first: what is left of a line may look like a mark.
as_read() { tail -c ${most} "$1" | sed -e "s/^$deploy_mark/@@/" -e t -e 's/^@@/ @@/'; }
# The code last: where it is, all is.
keep() { { as_read "$step_out" >"$kept.$1.out" && as_read "$step_err" >"$kept.$1.err" && printf %s "$2" >"$kept.$1.code"; } 2>/dev/null; }`;
}
/** Bash that prints what is kept of the steps of a switch, for {@link readStepOutputs}; of those alone that kept something. */
function printStepOutputs({ kept, output }) {
    return (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .answersScript */ .Bd)(`kept=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(kept)}
for code in "$kept".*.code; do
  [ -e "$code" ] || continue
  step=\${code#"$kept".}
  step=\${step%.code}
  for end in code out err; do
    ask "$step.$end"
    cat "$kept.$step.$end"
    answered
  done
done
ask last
tail -n 60 ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(output)} | grep -av '^@@'
answered`);
}
/** Reads what {@link printStepOutputs} printed; undefined where it did not come. */
function readStepOutputs(stdout) {
    const sections = (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readSections */ .jn)(stdout);
    const last = sections.get('last');
    if (last === undefined)
        return undefined;
    const steps = [...sections.keys()].flatMap((name) => (name.endsWith('.code') ? name.slice(0, -'.code'.length) : []));
    const results = steps.flatMap((step) => {
        const [code, stdout, stderr] = ['code', 'out', 'err'].map((end) => sections.get(`${step}.${end}`));
        if (code === undefined || code === '' || stdout === undefined || stderr === undefined)
            return [];
        return [[step, { code: Number(code), stdout, stderr }]];
    });
    return { kept: new Map(results), last };
}


/***/ }),

/***/ 73665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M6: () => (/* binding */ watch_reconnect),
  II: () => (/* binding */ tellEntry),
  cF: () => (/* binding */ watchSwitch)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 59 modules
var failure = __webpack_require__(86732);
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
// EXTERNAL MODULE: ./.build/lib/engine/follow-script.js
var follow_script = __webpack_require__(3026);
// EXTERNAL MODULE: ./.build/lib/engine/journal.js
var journal = __webpack_require__(69426);
// EXTERNAL MODULE: ./.build/lib/engine/reconnect.js
var reconnect = __webpack_require__(76020);
// EXTERNAL MODULE: ./.build/lib/engine/step-output.js
var step_output = __webpack_require__(44553);
// EXTERNAL MODULE: ./.build/lib/engine/outcome.js
var outcome = __webpack_require__(9293);
;// CONCATENATED MODULE: ./.build/lib/engine/switch-findings.js




/** What the steps of a switch that was kept warned of by their scripts. */
function noticed(entries) {
    if (!entries.some(({ event }) => event === 'committed'))
        return [];
    return (0,script_protocol/* noticesAmong */.oe)(entries.filter(({ event }) => event === 'noticed').map(({ detail }) => detail));
}
/** What they warned of, and what those find in their output that look into it, where it was printed. */
function noticesOf(steps, entries, printed) {
    const found = steps.flatMap(({ id, notice }) => {
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
function causeOf(steps, entries, printed) {
    const failed = (0,journal/* failedStep */.cG)(entries);
    const step = steps.find(({ id }) => id === failed?.step);
    const result = printed?.kept.get(step?.id ?? '');
    const words = result === undefined ? printed?.last : (0,script_protocol/* withoutProtocol */.rM)(`${result.stdout}${result.stderr}`);
    const evidence = words === undefined || words.trim() === '' ? undefined : (0,outcome/* lastLines */.w)(words, 60);
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










/**
 * Follows a switch to its end through its journal, from when its start is asked for: it goes ahead of the answer. A lost
 * connection is made again and the journal read on: the server goes on meanwhile. A run that is cancelled follows it until
 * its time is over. Never throws; where the end was not seen, the failure is SWITCH_UNSEEN (the server cannot be reached
 * again), SWITCH_CUT_SHORT (the script ended without an outcome: a reboot), CANCELLED, or why it was not started.
 */
async function watchSwitch(server, running, log, patience) {
    const { folder, steps } = running;
    const { cancelled, graceOver } = patience;
    const seen = { entries: [], pid: undefined, born: '', printed: undefined };
    const { entries } = seen;
    const tellGrace = () => log.info(switchMessages.followedAfterCancel);
    if (cancelled.aborted)
        tellGrace();
    else
        cancelled.addEventListener('abort', tellGrace, { once: true });
    try {
        await (0,cancel/* unlessCancelled */.M)(() => follow(server, running, seen, log, patience), graceOver);
    }
    catch (error) {
        // With an outcome, only what its steps printed was not seen.
        if ((0,journal/* outcomeOf */.sG)(entries) === undefined) {
            return { fate: (0,journal/* fateOf */._L)(entries, true), entries, notices: noticed(entries), failure: (0,failure/* failuresOf */.dJ)(error)[0] };
        }
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
        return { fate, entries, notices: noticesOf(steps, entries, seen.printed), failure: undefined };
    }
    return { fate, entries, notices: [], failure: causeOf(steps, entries, seen.printed) };
}
/** Follows the journal over as many connections as it takes. Throws SWITCH_UNSEEN when there is none to be had. */
async function follow(server, running, seen, log, patience) {
    const { folder } = running;
    if (typeof running.pid === 'number')
        seen.pid = running.pid;
    else
        void running.pid.then((pid) => {
            seen.pid = pid;
        }, () => { });
    for (let losses = 0;;) {
        try {
            if (await followJournal(server, running, seen, log))
                return;
            seen.pid = await running.pid;
        }
        catch (error) {
            // Nobody waits any more, and the session is closed.
            if (patience.graceOver.aborted)
                throw error;
            if (losses++ >= reconnect/* reconnectAttempts */.q)
                throw (0,failure/* failure */.V2)('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
            const isStarted = seen.pid !== undefined;
            // Whoever asked for the start connects again to learn what became of it.
            if (!isStarted)
                seen.pid = await running.pid;
            log.warning(switchMessages.connectionLost((0,failure/* failuresOf */.dJ)(error)[0].code));
            if (isStarted)
                await watch_reconnect(server, folder, patience);
            log.info(switchMessages.connectedAgain);
        }
    }
}
/** Seconds in which the process of a script is noted whose start was asked for at the same time. */
const startSeconds = 20;
/**
 * Reads the journal from its beginning until the switch ends; lines already seen are passed over. False where the script's
 * process is not known yet.
 */
async function followJournal(server, { folder, steps }, seen, log) {
    let line = 0;
    const { pid, born } = seen;
    const isTold = steps.some(({ notice }) => notice !== undefined);
    const script = `pid=${pid ?? ''} born=${(0,quote/* quote */.h)(born)} pid_file=${(0,quote/* quote */.h)(`${folder.script}.pid`)}
deadline=$((SECONDS + ${startSeconds}))
while [ -z "$pid" ]; do
  { IFS= read -r pid <"$pid_file"; } 2>/dev/null && break
  pid=
  [ "$SECONDS" -lt "$deadline" ] || exit 0
  sleep 0.05
done
touch ${(0,quote/* quote */.h)(folder.journal)}
${(0,follow_script/* followScript */.t)(folder)}
is_alive
printf '%sborn %s\n' "\${deploy_mark:-@@}" "$born"
follow 0 || exit 0
${isTold ? '' : '[ "$outcome" != committed ] || exit 0'}
${(0,step_output/* printStepOutputs */.yW)(folder)}`;
    // A long drain writes nothing; a dead connection shows by its keepalive.
    const { stdout } = await server.run(script, {
        stallSeconds: 100_000,
        onLine: (text) => {
            if (seen.born === '')
                seen.born = /^@@born (\d+)$/.exec(text)?.[1] ?? '';
            const entry = (0,journal/* readJournalLine */.Yw)(text);
            if (entry === undefined || line++ < seen.entries.length)
                return;
            seen.entries.push(entry);
            tellEntry(entry, log);
        },
    });
    seen.printed = (0,step_output/* readStepOutputs */.dj)(stdout);
    return /^@@born /m.test(stdout);
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
/** Connects again, with longer and longer pauses. Throws SWITCH_UNSEEN when no attempt succeeds. */
async function watch_reconnect(server, folder, patience) {
    try {
        await (0,reconnect/* connectAgain */.t)(server, patience, patience.graceOver);
    }
    catch (error) {
        throw (0,failure/* failure */.V2)('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
    }
}


/***/ }),

/***/ 84700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ issueMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** Lines about a certificate that is issued. */
const issueMessages = {
    lock: (domain) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Lock the certificate of ${domain}`, `锁定 ${domain} 的证书`),
    waiting: (domain, who, run, since) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Another run is working on the certificate of ${domain} (${who}, ${run}, since ${since}). Waiting for it.`, `另一次运行正在处理 ${domain} 的证书（${who}，${run}，开始于 ${since}）。等待其结束。`),
    look: (domain) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Look for a certificate of ${domain}`, `查找 ${domain} 的证书`),
    plan: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Plan of the certificate', '证书计划'),
    thereByNow: (until) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The server already has a certificate, valid until ${until}: nothing is applied for.`, `服务器上已有证书，有效期至 ${until}：无需申请。`),
    notYet: (issuer, from) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${issuer.en} suggests renewing it from ${from} on: it is kept until then.`, `${issuer.zh} 建议从 ${from} 起续期：在此之前保持不变。`),
    noWindow: (issuer, why) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${issuer.en} could not be asked when to renew (${why.en}); the expiry date decides.`, `无法得知 ${issuer.zh} 建议的续期时间（${why.zh}）；按到期日决定。`),
    kept: (path, until, from) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Certificate ${path} is valid until ${until} and is renewed from ${from} on.`, `证书 ${path} 有效期至 ${until}，从 ${from} 起续期。`),
};


/***/ }),

/***/ 80930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ renewMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** Lines of `renew`. */
const renewMessages = {
    check: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Check the inputs', '检查参数'),
    survey: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Inspect the certificates on the server', '检查服务器上的证书'),
    application: (app, domain, ports) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${app} serves ${domain} on ${ports}.`, `${app} 在 ${ports} 端口提供 ${domain}。`),
    served: (until, from) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The certificate is valid until ${until} and will be renewed from ${from} on. Nothing to do.`, `证书有效期至 ${until}，将从 ${from} 起续期。目前无需操作。`),
    due: (until, from) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The certificate is valid until ${until} and has been due since ${from}.`, `证书有效期至 ${until}，自 ${from} 起应当续期。`),
    unfit: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The certificate that the application names cannot be served: a new one is needed.', '应用当前引用的证书不可用，需要新的证书。'),
    notLater: (given, served) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The certificate of the inputs is valid until ${given}, the live one until ${served}. Nothing to do.`, `参数中的证书有效期至 ${given}，线上证书有效期至 ${served}。无需操作。`),
    goesOn: (until) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The live certificate stays in use. It is valid until ${until}.`, `线上证书继续使用，有效期至 ${until}。`),
    live: (until) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The certificate of the inputs is live already. It is valid until ${until}. Nothing to do.`, `参数中的证书已在使用，有效期至 ${until}。无需操作。`),
    nothingLeft: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Another run has renewed it already. Nothing to do.', '另一次运行已完成续期。无需操作。'),
    waiting: (app) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Another run is working on ${app}: waiting for it.`, `另一次运行正在处理 ${app}，等待其结束。`),
    repoint: (app, path) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Have ${app} use the new certificate (${path})`, `让 ${app} 使用新证书（${path}）`),
    repointReason: (from, until) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`the certificate that it names is valid until ${from}, the new one until ${until}`, `当前引用的证书有效期至 ${from}，新证书有效期至 ${until}`),
    reread: (app, path) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Have nginx use the certificate of ${app} (${path})`, `让 nginx 使用 ${app} 的证书（${path}）`),
    rereadReason: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('nginx serves another one than the file names', 'nginx 当前使用的证书与文件中写明的不一致'),
    logLine: (domain, until) => `certificate of ${domain}, valid until ${until}`,
    switchTitle: (app, domain) => `${app}: the certificate of ${domain}`,
};


/***/ }),

/***/ 63756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ withEnoughShells)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);
/* harmony import */ var _sessions_needed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38993);


/**
 * Seconds that a further shell is waited for once `work` is done: some gateways leave one unanswered until another
 * ends.
 */
const openSeconds = 30;
/**
 * Does `work`, which runs scripts one after the other, while as many shells are opened as a deployment needs. So what
 * sshd, a Match block of it or another SSH server allows is tried, not read, and takes no time of its own. Throws
 * SESSIONS_TOO_FEW where it allows fewer, else what `work` throws.
 */
async function withEnoughShells(session, work, seconds = openSeconds) {
    const shells = session.warm(_sessions_needed_js__WEBPACK_IMPORTED_MODULE_1__/* .sessionsNeeded */ .D);
    const trying = Promise.allSettled(shells);
    const [done] = await Promise.allSettled([work()]);
    // Another failure is not kept waiting: what caused it may keep the other shells from beginning.
    if (done.status === 'rejected' && !isRefused(done))
        throw done.reason;
    const tried = await within(seconds, trying, shells);
    if ([done, ...tried].some(isRefused)) {
        const had = tried.filter(({ status }) => status === 'fulfilled').length;
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('SESSIONS_TOO_FEW', { host: session.host, needed: _sessions_needed_js__WEBPACK_IMPORTED_MODULE_1__/* .sessionsNeeded */ .D, had });
    }
    if (done.status === 'rejected')
        throw done.reason;
    return done.value;
}
/** What became of each in time; one that is not there by then counts as refused. */
async function within(seconds, all, each) {
    let timer;
    const late = new Promise((_, reject) => {
        const detail = `no answer within ${seconds} s`;
        const refused = () => reject((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('CHANNEL_REFUSED', { host: '', detail, needed: _sessions_needed_js__WEBPACK_IMPORTED_MODULE_1__/* .sessionsNeeded */ .D }));
        timer = setTimeout(refused, seconds * 1000);
    });
    late.catch(() => { });
    try {
        return await Promise.race([all, Promise.allSettled(each.map((one) => Promise.race([one, late])))]);
    }
    finally {
        clearTimeout(timer);
    }
}
function isRefused(one) {
    return one.status === 'rejected' && (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresOf */ .dJ)(one.reason).some(({ code }) => code === 'CHANNEL_REFUSED');
}


/***/ }),

/***/ 74812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ keepAlive)
/* harmony export */ });
/** Keeps a script alive that holds a lock, by a line `beat` every so many seconds. `ended`: what its end unasked means. */
function keepAlive(script, beatSeconds, ended) {
    let released = false;
    let tellLost = () => { };
    const lost = new Promise((resolve) => {
        tellLost = resolve;
    });
    const beat = setInterval(() => script.writeLine('beat'), beatSeconds * 1000);
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
            const line = await script.readLine();
            if (line === undefined)
                return;
            waiting.shift()?.resolve(line);
        }
    };
    void listen().then(() => gone(ended()), gone);
    return {
        lost,
        ask: async (line) => {
            if (over !== undefined)
                throw over;
            const answer = new Promise((resolve, reject) => {
                waiting.push({ resolve, reject });
            });
            script.writeLine(line);
            return answer;
        },
        tell: (line) => {
            if (over === undefined)
                script.writeLine(line);
        },
        release: async () => {
            released = true;
            clearInterval(beat);
            if (over !== undefined)
                return;
            script.writeLine('release');
            // A connection that goes now has let go of the lock as well.
            await script.close().catch(() => { });
        },
    };
}


/***/ }),

/***/ 33585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gi: () => (/* binding */ findSwitch),
  FJ: () => (/* reexport */ lock_script/* onceHeld */.FJ),
  HJ: () => (/* binding */ takeLock)
});

// UNUSED EXPORTS: lockFolder, underSharedLock

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 59 modules
var failure = __webpack_require__(86732);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
;// CONCATENATED MODULE: ./.build/lib/server/holding.js


/**
 * What scripts of the run with this holder can know of its lock. The file that names the holder is locked as long as its
 * keeper lives, and another's keeper puts another file in its place: so it is never taken for another run's.
 */
function holdingOf({ app, host, holder }, folder = lock_script/* lockFolder */.MS) {
    const { token } = holder;
    const stop = (0,quote/* quote */.h)((0,lock_script/* stopFile */.ph)(token, folder));
    return {
        functions: `is_held() (
  [ ! -e ${stop} ] || exit 1
  exec 8<${(0,quote/* quote */.h)((0,lock_script/* holderFile */.bd)(app, folder))} || exit 1
  case $(cat <&8) in *'"token":"${token}"'*) ;; *) exit 1 ;; esac
  # Shared: two that look at a time are not in each other's way.
  flock -s -n 8
  [ $? = 1 ]
)
must_hold() { is_held 2>/dev/null || failure LOCK_LOST host=${(0,quote/* quote */.h)(host)} app=${(0,quote/* quote */.h)(app)}; }
`,
        stop: `: >${stop}`,
        note: (word) => `${folder}/step-${token}-${word}`,
    };
}

// EXTERNAL MODULE: ./.build/lib/server/keeper.js
var server_keeper = __webpack_require__(74812);
// EXTERNAL MODULE: ./.build/lib/server/script-protocol.js
var script_protocol = __webpack_require__(28158);
;// CONCATENATED MODULE: ./.build/lib/server/lock.js






/** Takes the lock or throws: LOCKED with who holds it, LOCK_FAILED, CONNECTION_LOST. */
async function takeLock(server, options) {
    const { app, holder, beatSeconds } = options;
    const { host } = server;
    const ended = () => (0,failure/* failure */.V2)('LOCK_LOST', { host, app });
    const keep = async (again) => {
        const script = await server.open((0,lock_script/* keeperScript */.mQ)(app, holder, Math.max(1, Math.ceil(beatSeconds * 3)), again));
        const first = await script.readLine();
        if (first !== 'held')
            throw await refused(script, first, host, app);
        return (0,server_keeper/* keepAlive */.Z)(script, beatSeconds, ended);
    };
    const lost = Promise.withResolvers();
    /** How many works go on that outlive the keeper. */
    let patience = 0;
    /** Why there is no keeper now. */
    let over;
    let regaining;
    const follow = (kept) => {
        over = undefined;
        void kept.lost.then((reason) => {
            over = reason;
            if (patience === 0)
                lost.resolve(reason);
            // It heard nothing of this run for too long, over a connection that is well again.
            else if (reason.code === 'LOCK_LOST')
                void regain().catch(lose);
        });
        return kept;
    };
    const lose = (error) => {
        const [reason] = (0,failure/* failuresOf */.dJ)(error);
        // What else there is, the work meets itself.
        if (reason?.code === 'LOCK_LOST')
            lost.resolve(reason);
    };
    let keeper = follow(await keep(false));
    const regain = () => {
        regaining ??= takeAgain().finally(() => {
            regaining = undefined;
        });
        return regaining;
    };
    const takeAgain = async () => {
        if (over === undefined)
            return;
        try {
            keeper = follow(await keep(true));
        }
        catch (error) {
            throw (0,failure/* failuresOf */.dJ)(error)[0]?.code === 'LOCKED' ? (0,failure/* failure */.V2)('LOCK_LOST', { host, app }, { cause: error }) : error;
        }
    };
    return {
        lost: lost.promise,
        holding: holdingOf({ app, host, holder }),
        release: () => keeper.release(),
        startSwitch: async (script, output, verb = 'run') => {
            if (/[\n\t]/.test(script + output))
                throw new RangeError('a path of the switch holds a tab or line end');
            const pid = Number((await keeper.ask(`${verb}\t${script}\t${output}`)).split(' ')[1]);
            if (!Number.isInteger(pid))
                throw ended();
            return { pid };
        },
        stop: () => keeper.tell('stop'),
        during: async (work) => {
            patience += 1;
            try {
                return await work();
            }
            catch (error) {
                // What it could not be had again for says more than that it went.
                if (over !== undefined)
                    over = (0,failure/* failuresOf */.dJ)(error)[0] ?? over;
                throw error;
            }
            finally {
                patience -= 1;
                // One that is being had again is not lost.
                await regaining?.catch(() => { });
                if (patience === 0 && over !== undefined)
                    lost.resolve(over);
            }
        },
        regain,
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
    return (0,lock_script/* lockFailed */.hR)(result, host);
}


/***/ }),

/***/ 91630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ configurationOf),
/* harmony export */   V: () => (/* binding */ surveyCertificates)
/* harmony export */ });
/* harmony import */ var _engine_survey_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29719);
/* harmony import */ var _nginx_configuration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52731);
/* harmony import */ var _certificates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49677);
/* harmony import */ var _nginx_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(347);




/** Asks the server for its certificates alone. */
async function surveyCertificates(server, app, domain) {
    const nginx = (0,_engine_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .askedBefore */ .or)(_nginx_js__WEBPACK_IMPORTED_MODULE_3__/* .nginxAnswer */ .dC, (0,_nginx_js__WEBPACK_IMPORTED_MODULE_3__/* .nginxProbe */ .nE)(app, domain));
    const found = await (0,_engine_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .survey */ .Fr)(server, { nginx: nginx.probe, certificates: _certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .certificatesProbe */ .b }, nginx.opening);
    return { certificates: found.certificates, configuration: configurationOf(found.nginx) };
}
/** What an nginx was configured with; undefined where there is none, or none that passes. */
function configurationOf(nginx) {
    return nginx.state === 'missing' || nginx.dump === '' ? undefined : (0,_nginx_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDump */ .o)(nginx.dump);
}


/***/ }),

/***/ 44941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ findInstance)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47371);


/** How many regions of a product are asked at once. */
const atOnce = 4;
/**
 * Finds a server by its id or public address, in its region or in all. Throws `INSTANCE_NOT_FOUND`, and `ApiFailure` where
 * a product that may have it cannot be asked.
 */
async function findInstance(tencent, hints) {
    // Asked for once, whoever needs it first.
    let lighthouseRegions;
    const regionsOfLighthouse = () => {
        lighthouseRegions ??= readLighthouseRegions(tencent);
        return lighthouseRegions;
    };
    const regionsOf = async (kind) => {
        if (hints.region !== undefined)
            return [hints.region];
        return kind === 'cvm' ? readCvmRegions(tencent) : (await regionsOfLighthouse()).flatMap(namesOfAvailable);
    };
    const hits = [];
    const searches = [];
    for (const kinds of productsOf(hints)) {
        // Whatever else fails, fails there as well.
        if (searches.some(({ error }) => error !== undefined && !(0,_api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .isRightsRefusal */ .ad)(error)))
            break;
        searches.push(...(await Promise.all(kinds.map((kind) => search(tencent, kind, hints, regionsOf, hits)))));
        const [found] = hits;
        if (found !== undefined)
            return { ...found, mainland: await isMainland(found.region, regionsOfLighthouse) };
    }
    // Rights to one product suffice where it has the server; else it may be the other's.
    const broken = searches.find(({ error }, at) => error !== undefined && !isNeedless(error, at, hints));
    if (broken !== undefined)
        throw broken.error;
    throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INSTANCE_NOT_FOUND', {
        wanted: hints.id ?? hints.address ?? '-',
        products: searches.flatMap(({ kind, error }) => (error === undefined ? [names[kind]] : [])).join(', ') || '-',
        regions: [...new Set(searches.flatMap(({ regions }) => regions))].join(', ') || '-',
    });
}
const names = { lighthouse: 'Lighthouse', cvm: 'CVM' };
/**
 * The products that may have it: all of a group at once, the next group if they do not have it. The form of an id tells its
 * product, but Lighthouse servers whose ids begin with `ins-` have been seen (public reports).
 */
function productsOf({ id, address }) {
    if (id === undefined)
        return address === undefined ? [] : [['lighthouse', 'cvm']];
    return id.startsWith('lhins-') ? [['lighthouse'], ['cvm']] : [['cvm'], ['lighthouse']];
}
/** Whether it is of no account that the product which an id does not point at may not be asked. */
function isNeedless(error, at, { id }) {
    return id !== undefined && at > 0 && (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .isRightsRefusal */ .ad)(error);
}
/** Asks one product, as long as nothing was found, in whichever product; what it finds it adds to `hits`. */
async function search(tencent, kind, hints, regionsOf, hits) {
    let regions = [];
    try {
        regions = await regionsOf(kind);
        const left = [...regions];
        const ask = async () => {
            for (let region = left.shift(); region !== undefined && hits.length === 0; region = left.shift()) {
                const found = await lookIn(tencent, kind, region, hints);
                if (found !== undefined)
                    hits.push(found);
            }
        };
        // A region that cannot be asked keeps nobody from finding it in another one.
        const asked = await Promise.allSettled(Array.from({ length: atOnce }, ask));
        for (const one of asked)
            if (one.status === 'rejected')
                throw one.reason;
        return { kind, regions };
    }
    catch (error) {
        // A cancelled run asks for nothing else.
        if (!(error instanceof _api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFailure */ .F9))
            throw error;
        return { kind, regions, error };
    }
}
/** Looks in one region; undefined: it is not there. */
async function lookIn(tencent, kind, region, hints) {
    const request = hints.id === undefined
        ? { Filters: [{ Name: 'public-ip-address', Values: [hints.address ?? ''] }] }
        : { InstanceIds: [hints.id] };
    try {
        if (kind === 'cvm') {
            const { InstanceSet = [] } = await tencent.call('cvm:DescribeInstances', request, region);
            return InstanceSet.map((one) => cvmOf(one, region))[0];
        }
        const { InstanceSet = [] } = await tencent.call('lighthouse:DescribeInstances', request, region);
        return InstanceSet.map((one) => lighthouseOf(one, region))[0];
    }
    catch (error) {
        if (isAbsence(error))
            return undefined;
        throw error;
    }
}
/** Whether the API says that no such instance is there, or no such region. */
function isAbsence(error) {
    if (!(error instanceof _api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFailure */ .F9))
        return false;
    return /^(ResourceNotFound|InvalidInstanceId|UnsupportedRegion|InvalidParameterValue\.InstanceIdMalformed)\b/.test(error.apiCode ?? '');
}
async function readLighthouseRegions(tencent) {
    const { RegionSet = [] } = await tencent.call('lighthouse:DescribeRegions', null);
    return RegionSet.map(({ Region = '', RegionState, IsChinaMainland }) => ({
        name: Region,
        available: RegionState === 'AVAILABLE',
        mainland: IsChinaMainland,
    }));
}
async function readCvmRegions(tencent) {
    const { RegionSet = [] } = await tencent.call('cvm:DescribeRegions', null);
    return RegionSet.flatMap(({ Region = '', RegionState }) => namesOfAvailable({ name: Region, available: RegionState === 'AVAILABLE' }));
}
function namesOfAvailable({ name, available }) {
    return available && name !== '' ? [name] : [];
}
/** CVM's own list does not tell; a region has one name in both. */
async function isMainland(region, regionsOfLighthouse) {
    try {
        return (await regionsOfLighthouse()).find(({ name }) => name === region)?.mainland;
    }
    catch (error) {
        if ((0,_api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .isRightsRefusal */ .ad)(error))
            return undefined;
        throw error;
    }
}
function lighthouseOf(found, region) {
    const restriction = found.InstanceRestrictState ?? 'NORMAL';
    const isolated = timeOf(found.IsolatedTime) === undefined ? undefined : 'ISOLATED';
    return {
        kind: 'lighthouse',
        id: found.InstanceId ?? '',
        region,
        name: found.InstanceName ?? '',
        state: found.InstanceState ?? '',
        restricted: restriction === 'NORMAL' ? isolated : restriction,
        expires: timeOf(found.ExpiredTime),
        renewsItself: found.RenewFlag === 'NOTIFY_AND_AUTO_RENEW',
        publicAddresses: found.PublicAddresses ?? [],
        securityGroups: [],
    };
}
function cvmOf(found, region) {
    const restriction = found.RestrictState ?? 'NORMAL';
    return {
        kind: 'cvm',
        id: found.InstanceId ?? '',
        region,
        name: found.InstanceName ?? '',
        state: found.InstanceState ?? '',
        restricted: restriction === 'NORMAL' ? undefined : restriction,
        expires: timeOf(found.ExpiredTime),
        renewsItself: found.RenewFlag === 'NOTIFY_AND_AUTO_RENEW',
        publicAddresses: found.PublicIpAddresses ?? [],
        securityGroups: found.SecurityGroupIds ?? [],
    };
}
/** `2026-12-01T00:00:00Z`; undefined: null or no time (`0000-00-00T00:00:00Z`). */
function timeOf(written) {
    const time = new Date(written || Number.NaN);
    return Number.isNaN(time.getTime()) ? undefined : time;
}


/***/ })

};
