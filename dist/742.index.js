export const id = 742;
export const ids = [742];
export const modules = {

/***/ 51251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bb: () => (/* binding */ carry_out_apply),
  u0: () => (/* binding */ carryOut),
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
// EXTERNAL MODULE: ./.build/lib/engine/noted-server.js
var noted_server = __webpack_require__(12357);
// EXTERNAL MODULE: ./.build/lib/engine/plan.js
var engine_plan = __webpack_require__(9678);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/engine/outcome.js
var outcome = __webpack_require__(9293);
// EXTERNAL MODULE: ./.build/lib/engine/switch-script.js
var switch_script = __webpack_require__(32025);
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
    { input: Buffer.from((0,switch_script/* renderSwitch */.V)(steps, purpose), 'utf8'), stallSeconds: 1800 });
    (0,outcome/* mustSucceed */.M)('switch.send', sent);
}

// EXTERNAL MODULE: ./.build/lib/engine/switch-folder.js
var switch_folder = __webpack_require__(84330);
// EXTERNAL MODULE: ./.build/lib/engine/undo.js
var undo = __webpack_require__(36555);
// EXTERNAL MODULE: ./.build/lib/engine/watch.js + 2 modules
var watch = __webpack_require__(73665);
// EXTERNAL MODULE: ./.build/lib/layout/release-paths.js
var release_paths = __webpack_require__(33433);
// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 62 modules
var failure = __webpack_require__(22078);
// EXTERNAL MODULE: ./.build/lib/resources/disk-growth.js
var disk_growth = __webpack_require__(82919);
// EXTERNAL MODULE: ./.build/lib/resources/freed-space.js
var freed_space = __webpack_require__(12837);
// EXTERNAL MODULE: ./.build/lib/resources/release-record.js
var release_record = __webpack_require__(99880);
// EXTERNAL MODULE: ./.build/lib/server/lock.js + 3 modules
var server_lock = __webpack_require__(24527);
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
        undone: (step) => record.undone.push(step),
        leave: (steps) => {
            record.uncertain = true;
            if (steps.length === 0)
                return;
            record.left.push(...steps);
            (0,commands_run/* withdrawNotices */.yg)(record, ({ code }) => code === 'NOT_UNDONE');
            (0,commands_run/* addNotices */.TL)(record, [(0,failure/* failure */.V2)('NOT_UNDONE', { host: server.host, steps: record.left.join(', ') })]);
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
    if (record.freed !== undefined)
        run.log.info((0,freed_space/* lineOfFreed */.S0)(record.freed));
    record.changed ||= prepare.length + steps.length > 0;
    await publish((0,engine_plan/* inPhase */.xe)(plan, 'publish'), session, { ...run, lock: held.lock }, record);
}
/** Switches, and notes what becomes of it: for the report, and for the post step of a run that does not come so far. */
async function switchTo({ release, title, farewell }, steps, prepare, work) {
    const { session, lock, run, record } = work;
    const noting = (ending) => (0,noted_server/* notedServer */.i)(session, lock.holding, ending);
    const purpose = { title, folder: (0,switch_folder/* switchFolder */.N)((0,release_paths/* releaseDirectory */.fF)(release)), farewell, sharedLockSeconds: 120 };
    const noteFate = (fate) => {
        const { folder } = purpose;
        record.fate = fate;
        run.noteSwitch(fate && { release: release.id, previous: record.previous?.id, folder, fate });
    };
    const takeBack = () => (0,undo/* undoSteps */.qD)(prepare, noting('awaited'), run.log, occasion(run, record, session));
    const begunAndWatched = async () => {
        await (0,cancel/* unlessCancelled */.M)(() => sendSwitch(steps, purpose, noting('told')), whileHeld(work).cancelled);
        noteFate('open');
        return await (0,commands_run/* timedToEnd */.UI)(run, record, 'switch', commands/* commandMessages */.c.switch, async () => {
            // Watched from when its start is asked for: no answer is waited for in between.
            const pid = (0,cancel/* unlessCancelled */.M)(() => beginSwitch(release.image, purpose, noteFate, work), run.graceOver);
            const watching = (0,watch/* watchSwitch */.cF)(session, { folder: purpose.folder, pid, steps }, run.log, run);
            await pid;
            return await watching;
        });
    };
    const { fate, entries, failure: why, notices, facts, } = await begunAndWatched().catch(async (error) => {
        // Where it may have begun, what was prepared may serve by now.
        if (record.fate === undefined)
            await takeBack();
        throw error;
    });
    noteFate(fate);
    (0,commands_run/* addNotices */.TL)(record, notices);
    record.freed = (0,freed_space/* freedIn */.YO)(facts ?? {});
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
        const pid = await (0,server_lock/* findSwitch */.gi)(session, app, folder.script, lock.holding);
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

/***/ 3902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ holderOf),
/* harmony export */   y: () => (/* binding */ underLock)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _engine_cancel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60523);
/* harmony import */ var _messages_held_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82719);
/* harmony import */ var _messages_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22800);
/* harmony import */ var _server_lock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24527);





/** Who takes a lock, as others are told. */
function holderOf({ origin, now }) {
    const { actor, runUrl, commit } = origin;
    return { who: actor, runUrl, commit, since: new Date(now()).toISOString(), token: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex') };
}
/** Seconds for which a look that goes ahead waits for a lock that is free: longer than a keeper may take to begin. */
const aheadSeconds = 60;
/**
 * Looks and works while the run holds the lock of an application, by its image's name. Others that hold it are waited for, in
 * turn, for `waitSeconds`; then it throws LOCKED, and nothing was asked.
 */
async function underLock(session, image, run, { look, work }, waitSeconds) {
    const holder = holderOf(run);
    const begun = run.now();
    const dropped = new AbortController();
    const ahead = logOnceKnown(run.log);
    const onWait = (what) => {
        run.enter('lock');
        run.log.info(lineOf(what, image, waitSeconds));
        dropped.abort();
    };
    const { cancelled } = run;
    const options = { app: image, holder, beatSeconds: 5, waitSeconds, onWait, cancelled };
    const taking = (0,_engine_cancel_js__WEBPACK_IMPORTED_MODULE_1__/* .unlessCancelled */ .M)(() => (0,_server_lock_js__WEBPACK_IMPORTED_MODULE_3__/* .takeLock */ .HJ)(session, options), cancelled);
    const looking = look((0,_server_lock_js__WEBPACK_IMPORTED_MODULE_3__/* .onceHeld */ .FJ)(image, holder.token, aheadSeconds), {
        ...run,
        log: ahead.log,
        cancelled: AbortSignal.any([cancelled, dropped.signal]),
    });
    looking.catch(() => { });
    const lock = await taking.catch(async (error) => {
        dropped.abort(error);
        ahead.drop();
        await looking.catch(() => { });
        throw error;
    });
    try {
        if (!dropped.signal.aborted) {
            ahead.tell();
            return await work(lock, await looking);
        }
        ahead.drop();
        run.log.info(_messages_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .lockMessages */ .G.held(image, Math.round((run.now() - begun) / 1000)));
        return await work(lock, await look('', run));
    }
    finally {
        // Its answer is not waited for: the word goes before all that follows, and before the end of the connection.
        void lock.release();
    }
}
function lineOf(what, app, seconds) {
    if (what.kind === 'left')
        return _messages_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .lockMessages */ .G.left(what.process);
    const { who = '?', runUrl: run = '?', since = '?' } = what.holder;
    return _messages_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .lockMessages */ .G.waiting({ app, who, run, since, before: what.before, seconds });
}
/** A log of work that went ahead: its groups are told once it is known that it counts, or never. */
function logOnceKnown(to) {
    const kept = (0,_messages_held_log_js__WEBPACK_IMPORTED_MODULE_4__/* .heldLog */ .e)();
    const known = Promise.withResolvers();
    const group = async (title, work) => {
        const working = work();
        working.catch(() => { });
        if (!(await known.promise))
            return working;
        return to.group(title, async () => {
            kept.tellTo(to);
            return working;
        });
    };
    return { log: { ...kept, group }, tell: () => known.resolve(true), drop: () => known.resolve(false) };
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22078);

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

/***/ 73665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M6: () => (/* binding */ watch_reconnect),
  II: () => (/* binding */ tellEntry),
  cF: () => (/* binding */ watchSwitch)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 62 modules
var failure = __webpack_require__(22078);
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
/** What those steps measured that do. */
function measuredBy(steps, printed) {
    const measured = steps.filter(({ measures }) => measures === true);
    return Object.assign({}, ...measured.map(({ id }) => (0,script_protocol/* factsIn */.PC)(printed?.kept.get(id)?.stdout ?? '')));
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
        const notices = noticesOf(steps, entries, seen.printed);
        return { fate, entries, notices, facts: measuredBy(steps, seen.printed), failure: undefined };
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
    const isTold = steps.some(({ notice, measures }) => notice !== undefined || measures === true);
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

/***/ 63756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ withEnoughShells)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22078);
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

/***/ 24527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gi: () => (/* binding */ findSwitch),
  FJ: () => (/* reexport */ onceHeld),
  HJ: () => (/* binding */ takeLock)
});

// UNUSED EXPORTS: lockFolder, underSharedLock

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 62 modules
var failure = __webpack_require__(22078);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/server/step-notes.js + 1 modules
var step_notes = __webpack_require__(80232);
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
        passed: `! grep -qsF ${(0,quote/* quote */.h)(`"token":"${token}"`)} ${(0,quote/* quote */.h)((0,lock_script/* holderFile */.bd)(app, folder))}`,
        stop: `: >${stop}`,
        note: (word) => (0,step_notes/* noteFile */.LI)(app, token, word, folder),
    };
}

// EXTERNAL MODULE: ./.build/lib/server/keeper.js
var server_keeper = __webpack_require__(74812);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
// EXTERNAL MODULE: ./.build/lib/server/queue-script.js
var queue_script = __webpack_require__(89423);
;// CONCATENATED MODULE: ./.build/lib/server/keeper-script.js





/**
 * The keeper of an application's lock: takes it on descriptor 9, first come, first served; waits for what a run that is gone
 * left at work, writes down who holds it, prints `held`. Until then it prints, whenever that changes and once a minute,
 * `waiting`, how many wait before it, who holds the lock; and `left` with what it waits for. Where it is not to be had in
 * time it tells who has it (exit 75, EX_TEMPFAIL).
 *
 * Then it serves lines: `beat`, `release`, `stop` (this run's scripts are to begin nothing more), and `run` or `resume`, tab,
 * script of a switch, tab, output file: it starts that script with that word, the lock inherited, and answers `switch PID`.
 * `again`: it takes it for a run whose keeper ended unasked, before all that wait, waiting for that one to let go; where
 * another run had it in between, it ends with 75.
 * Silence for `silenceSeconds`, or the end of its input, ends it; the kernel frees the lock with its last holder.
 */
function keeperScript(app, holder, { silenceSeconds, waitSeconds, again = false, endSeconds = queue_script/* secondsToEnd */.W_ }, folder = lock_script/* lockFolder */.MS) {
    const { since: _, ...about } = holder;
    const inTurn = `clock
begun=$now heard=$now rounds=0 told= told_at=0
waits() {
  rounds=$((rounds + 1))
  # Another one, whose turn it is, may be about to put its name there.
  [ "$rounds" -gt 1 ] || return 0
  # A look that went ahead is not to go on by itself.
  [ "$rounds" -gt 2 ] || : >"$stop"
  [ "$told" != "$before $holds" ] || [ "$((now - told_at))" -ge 60 ] || return 0
  told="$before $holds" told_at=$now
  printf 'waiting %s\n' "$told"
}
left() {
  : >"$stop"
  printf 'left %s\n' "$1"
}
hear() {
  local word code
  IFS= read -r -t 0.2 word
  code=$?
  clock
  if [ "$code" = 0 ]; then heard=$now
  # Its input ended, or it was silent for too long: nobody waits any more.
  elif [ "$code" -le 128 ] || [ "$((now - heard))" -gt ${silenceSeconds} ]; then
    leave_queue
    rm -f "$stop"
    exit 0
  fi
}
in_queue ${waitSeconds} || held_by_another
rest=$((begun + ${waitSeconds} - now))
[ "$rest" -ge ${endSeconds} ] || rest=${endSeconds}
end_left "$rest"
rm -f "$stop"`;
    return `${prelude/* prelude */.e}
stop=${(0,quote/* quote */.h)((0,lock_script/* stopFile */.ph)(holder.token, folder))}
${(0,lock_script/* openLock */.qB)((0,lock_script/* applicationLock */.c_)(app, folder), folder)}
${(0,queue_script/* queueFunctions */.$z)(app, holder.token, folder)}
held_by_another() {
  rm -f "$stop"
  fact seconds "$(($(date +%s) - $(stat -c %Y "$holder" 2>/dev/null || date +%s)))"
  fact waited ${waitSeconds}
  fact holder "$(cat "$holder" 2>/dev/null)"
  exit 75
}
# Whoever takes it puts its own name there.
mine() { case $(cat "$holder" 2>/dev/null) in *'"token":"${holder.token}"'*) ;; *) false ;; esac; }
${again
        ? `{ mine && in_front && flock -w ${silenceSeconds + 5} 9 && mine; } || { leave_queue; held_by_another; }
leave_queue`
        : inTurn}
${(0,queue_script/* writeHolder */.mR)((0,quote/* quote */.h)(JSON.stringify(about).slice(0, -1)))}
printf 'held\n'
# What runs left that were cut off.
find ${(0,quote/* quote */.h)(folder)} -maxdepth 1 -type f -name 'stop-*' -mmin +1440 -delete 2>/dev/null
while IFS=$'\t' read -r -t ${silenceSeconds} word script output; do
  case $word in
    release) break ;;
    stop) : >"$stop" ;;
    run|resume)
      # No child of this shell: while that waits for a line it reaps none, and the pid would be there until the next beat.
      pid=$(setsid bash "$script" "$word" </dev/null >"$output" 2>&1 7>&- & printf %s "$!")
      printf '%s\n' "$pid" >"$script.pid"
      printf 'switch %s\n' "$pid" ;;
  esac
done
rm -f "$stop"
# What is taken back by a run that could not wait for it goes on, and is waited for.
for note in ${(0,quote/* quote */.h)((0,step_notes/* notesFolder */.w4)(app, folder))}/${holder.token}-*; do
  [ ! -e "$note" ] || flock -n "$note" rm -f "$note"
done
exit 0
`;
}
/**
 * Bash in front of a script that is sent together with the keeper: it goes on once the lock is held by whom `token` names, and
 * ends the script (75) where the keeper has to wait for it, it is not held within `waitSeconds`, or nobody hears it any more
 * (rule *Reads go ahead*). Needs the prelude in front.
 */
function onceHeld(app, token, waitSeconds, folder = lock_script/* lockFolder */.MS) {
    return `trap '' PIPE
waited=0
until { IFS= read -r holder <${(0,quote/* quote */.h)((0,lock_script/* holderFile */.bd)(app, folder))}; } 2>/dev/null && [[ $holder == *'"token":"${token}"'* ]]; do
  [ "$waited" -lt ${waitSeconds * 20} ] && [ ! -e ${(0,quote/* quote */.h)((0,lock_script/* stopFile */.ph)(token, folder))} ] || exit 75
  waited=$((waited + 1))
  # A sign of life, each second.
  [ $((waited % 20)) -ne 0 ] || printf '%swaits\\n' "$deploy_mark" >&2 || exit 75
  sleep 0.05
done
trap - PIPE`;
}
/**
 * Prints the pid of a switch whose start was asked for over a connection that then broke, or nothing when it never began:
 * known as soon as the pid is noted, or nobody holds the lock any more, or another run (`passed`: a condition of bash).
 */
function findSwitchScript(app, script, passed, waitSeconds, folder = lock_script/* lockFolder */.MS) {
    return `deadline=$((SECONDS + ${waitSeconds}))
while [ "$SECONDS" -lt "$deadline" ]; do
  free=no; if ${passed} || flock -n ${(0,quote/* quote */.h)((0,lock_script/* applicationLock */.c_)(app, folder))} true; then free=yes; fi
  if [ -s ${(0,quote/* quote */.h)(`${script}.pid`)} ]; then cat ${(0,quote/* quote */.h)(`${script}.pid`)}; exit 0; fi
  [ $free = no ] || exit 0
  sleep 0.2
done
exit 75
`;
}

;// CONCATENATED MODULE: ./.build/lib/server/queue.js

/** What a keeper said that does not wait any more: `held`, or why it will not be. It is heard of until then. */
async function inTurn(keeper, { beatSeconds, onWait = () => { }, cancelled }) {
    const beat = setInterval(() => keeper.writeLine('beat'), beatSeconds * 1000);
    // A heartbeat alone keeps no run from ending.
    beat.unref();
    const leave = () => void keeper.close().catch(() => { });
    if (cancelled?.aborted)
        leave();
    cancelled?.addEventListener('abort', leave, { once: true });
    try {
        for (;;) {
            const line = await keeper.readLine();
            const what = line === undefined ? undefined : readWaited(line);
            if (what === undefined)
                return line;
            onWait(what);
        }
    }
    finally {
        clearInterval(beat);
        cancelled?.removeEventListener('abort', leave);
    }
}
function readWaited(line) {
    const [, before, holder = '', process] = /^(?:waiting (\d+) (.*)|left (.+))$/.exec(line) ?? [];
    if (before !== undefined)
        return { kind: 'held', holder: (0,lock_script/* parseHolder */.iz)(holder), before: Number(before) };
    return process === undefined ? undefined : { kind: 'left', process };
}

// EXTERNAL MODULE: ./.build/lib/server/script-protocol.js
var script_protocol = __webpack_require__(28158);
;// CONCATENATED MODULE: ./.build/lib/server/lock.js









/**
 * Takes the lock, in its turn, once what a run that is gone left at work has ended. Throws LOCKED with who holds it,
 * LEFT_RUNNING, LOCK_FAILED, CONNECTION_LOST.
 */
async function takeLock(server, options) {
    const { app, holder, beatSeconds, waitSeconds = 0 } = options;
    const { host } = server;
    const ended = () => (0,failure/* failure */.V2)('LOCK_LOST', { host, app });
    const keep = async (again) => {
        const silenceSeconds = Math.max(1, Math.ceil(beatSeconds * 3));
        const script = await server.open(keeperScript(app, holder, { silenceSeconds, waitSeconds, again }));
        const answer = await inTurn(script, options);
        if (answer !== 'held')
            throw await refused(script, answer, host, app);
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
async function findSwitch(server, app, script, { passed }) {
    const result = await server.run(findSwitchScript(app, script, passed, 60));
    if (result.code !== 0)
        throw (0,failure/* failure */.V2)('LOCK_LOST', { host: server.host, app });
    return /^\d+$/.test(result.stdout.trim()) ? Number(result.stdout.trim()) : undefined;
}
async function refused(keeper, first, host, app) {
    const result = await keeper.close();
    const facts = (0,script_protocol/* factsIn */.PC)(`${first ?? ''}\n${result.stdout}`);
    if (facts.holder !== undefined)
        return (0,lock_script/* lockedFailure */.lT)(app, facts.holder, facts.seconds, facts.waited);
    return (0,lock_script/* lockFailed */.hR)(result, host);
}


/***/ }),

/***/ 12673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readZone),
/* harmony export */   t: () => (/* binding */ findZones)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22078);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47371);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10836);
/* harmony import */ var _read_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14573);




/** As many as DNSPod gives at once. */
const pageSize = 3000;
/**
 * The zone of the account that `domain` (in ASCII) is in, by the longest name, with the records that the host name has.
 * Throws what `missing` makes of the account's zones where none fits, and `ApiFailure`.
 */
async function readZone(tencent, domain, missing = (zones) => (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DNS_ZONE_MISSING', { domain, zones })) {
    const zones = await listZones(tencent);
    const [zone] = fitting(zones, domain);
    if (zone === undefined)
        throw missing(namesOf(zones));
    const place = { id: zone.id, name: zone.name, host: hostIn(zone.name, domain) };
    const [{ DomainInfo: info = {} }, records, registration] = await Promise.all([
        tencent.call('dnspod:DescribeDomain', { Domain: zone.name, DomainId: zone.id }),
        (0,_read_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readRecords */ .T3)(tencent, place),
        readRegistration(tencent, zone.name),
    ]);
    return {
        ...place,
        status: info.Status ?? zone.status,
        grade: info.Grade ?? '',
        ttl: info.TTL ?? 0,
        nameServers: (info.DnspodNsList ?? []).map(plainName),
        delegatedTo: (info.ActualNsList ?? []).map(plainName),
        records,
        registration,
    };
}
/** The zones of the account that `domain` (in ASCII) is in, the longest name first. Throws `ApiFailure`. */
async function findZones(tencent, domain) {
    return fitting(await listZones(tencent), domain);
}
async function listZones(tencent) {
    const found = await (0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .allPages */ .S)(tencent, 'dnspod:DescribeDomainList', { Type: 'ALL' }, {
        size: pageSize,
        page: ({ DomainList: items, DomainCountInfo: count }) => ({ items, total: count?.DomainTotal }),
    }).catch((error) => {
        if ((0,_api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .hasApiCode */ .ii)(error, 'ResourceNotFound.NoDataOfDomain'))
            return [];
        throw error;
    });
    return found.flatMap(({ DomainId: id, Punycode, Name, Status = '' }) => {
        const name = plainName(Punycode || Name || '');
        return id === undefined || name === '' ? [] : [{ id, name, status: Status }];
    });
}
function fitting(zones, domain) {
    const name = plainName(domain);
    return zones
        .filter((zone) => name === zone.name || name.endsWith(`.${zone.name}`))
        .toSorted((a, b) => b.name.length - a.name.length);
}
function hostIn(zone, domain) {
    const name = plainName(domain);
    return name === zone ? '@' : name.slice(0, -zone.length - 1);
}
/** A few of the zones, for a message. */
function namesOf(zones) {
    const names = zones.map(({ name }) => name);
    return names.length > 10 ? `${names.slice(0, 10).join(', ')}, …` : names.join(', ');
}
/**
 * What the registrar says; undefined where it is another one, or where these credentials may not ask: it is good to know,
 * and no more.
 */
async function readRegistration(tencent, zone) {
    try {
        const { DomainInfo: info } = await tencent.call('domain:DescribeDomainBaseInfo', { Domain: zone });
        return info && { realName: info.RealNameAuditStatus ?? '', states: info.DomainStatus ?? [] };
    }
    catch (error) {
        if (error instanceof _api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFailure */ .F9)
            return undefined;
        throw error;
    }
}
function plainName(name) {
    return name.replace(/\.$/, '').toLowerCase();
}


/***/ })

};
