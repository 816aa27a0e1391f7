export const id = 150;
export const ids = [150];
export const modules = {

/***/ 81611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ instanceMismatch),
/* harmony export */   Kn: () => (/* binding */ instanceProblems),
/* harmony export */   Zj: () => (/* binding */ instanceNotices)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22078);
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
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 62 modules
var failure = __webpack_require__(22078);
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
        if (wanted !== undefined && opened?.own === true && !changesNothing(settings))
            lock = await (0,cancel/* unlessCancelled */.M)(() => holdRunLock(made, wanted.opening.token), run.cancelled);
        return made;
    };
    /** Left for the end, as this run is let in by what another one has left. */
    let leftFor;
    const clear = async (firewall) => {
        if (tencent === undefined || firewall === undefined || session === undefined || run.cancelled.aborted)
            return;
        const does = changesNothing(settings) ? 'tell' : 'remove';
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
/** Such a run leaves server and firewall as they are, and is over soon. */
function changesNothing({ command }) {
    return command === 'plan' || command === 'status';
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
        else if (changesNothing(settings))
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

/***/ 36008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  giveBackNoted: () => (/* binding */ giveBackNoted),
  I: () => (/* binding */ giveBackOrphans),
  p: () => (/* binding */ withLease)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 62 modules
var failure = __webpack_require__(22078);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/lease.js

/** What is said of what a run has only for its own time, and gives back at its end. */
const leaseMessages = {
    triedAgain: (title, { code, text: { what } }) => (0,messages_text/* text */.Qq)(`Could not be removed: ${title.en} (${code}: ${what.en}). The post step of this run tries again.`, `未能移除：${title.zh}（${code}：${what.zh}）。本次运行的 post 步骤会重试。`),
    givenBack: (title) => (0,messages_text/* text */.Qq)(`Removed: ${title.en}.`, `已移除：${title.zh}。`),
    left: (title, { code, text: { what } }) => (0,messages_text/* text */.Qq)(`Could not be removed: ${title.en} (${code}: ${what.en}). The next run removes it.`, `未能移除：${title.zh}（${code}：${what.zh}）。下次运行会移除。`),
    orphan: (title) => (0,messages_text/* text */.Qq)(`Removed what an interrupted run left: ${title.en}.`, `已移除被中断的运行留下的：${title.zh}。`),
    orphansLeft: (title, { code, text: { what } }) => (0,messages_text/* text */.Qq)(`What interrupted runs left could not be removed: ${title.en} (${code}: ${what.en}). The next run tries again.`, `未能移除被中断的运行留下的：${title.zh}（${code}：${what.zh}）。下次运行会重试。`),
};

// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
;// CONCATENATED MODULE: ./.build/lib/engine/lease.js



/**
 * Does `work` while `lease` is held, and gives it back whatever becomes of the work, unless the post step needs it. It is noted before it is taken: a run
 * that dies in between must not leave it unknown. What cannot be given back is warned of and stays noted.
 */
async function withLease(lease, run, work) {
    if (run.cancelled.aborted)
        throw (0,cancel/* reasonOf */.A)(run.cancelled);
    const { kind, title, intention } = lease;
    const id = `${kind} ${JSON.stringify(intention)}`;
    let held = intention;
    const hold = (note) => {
        held = note;
        run.noteLease(id, { kind, title, note });
    };
    hold(intention);
    try {
        hold(await (0,cancel/* unlessCancelled */.M)(() => lease.take(), run.graceOver));
        if (run.cancelled.aborted)
            throw (0,cancel/* reasonOf */.A)(run.cancelled);
        // It ends by itself when the run is cancelled, and may need the lease to its end.
        return await work();
    }
    finally {
        if (!(lease.neededLater?.() ?? false)) {
            const failed = await giveBack(() => lease.giveBack(held), run.graceOver);
            if (failed === undefined)
                run.noteLease(id, undefined);
            else
                run.log.warning(leaseMessages.triedAgain(title, failed));
        }
    }
}
/**
 * Gives back what runs left that died with their post step. `find` tells what there is of a kind, whoever took it; `isOver`
 * of each whether the run that took it is over: whether its lock is free. Never throws: the next run tries again.
 */
async function giveBackOrphans({ title, find, giveBack: back }, isOver, { log, cancelled }) {
    try {
        for (const note of await (0,cancel/* unlessCancelled */.M)(find, cancelled)) {
            if (!(await (0,cancel/* unlessCancelled */.M)(() => isOver(note), cancelled)))
                continue;
            await (0,cancel/* unlessCancelled */.M)(() => back(note), cancelled);
            log.info(leaseMessages.orphan(title));
        }
    }
    catch (error) {
        log.warning(leaseMessages.orphansLeft(title, (0,failure/* failuresOf */.dJ)(error)[0]));
    }
}
/** Gives back, the last one first, what a run noted and could not give back itself, and says so. Never throws. */
async function giveBackNoted(notes, kinds, known, log, limit) {
    for (const { kind, title, note } of notes.toReversed()) {
        const back = kinds[kind] ?? (() => Promise.reject((0,failure/* failure */.V2)('INTERNAL', { detail: `lease ${kind}` })));
        const failed = await giveBack(() => back(note, known), limit);
        if (failed === undefined)
            log.info(leaseMessages.givenBack(title));
        else
            log.warning(leaseMessages.left(title, failed));
    }
}
async function giveBack(work, limit) {
    try {
        await (0,cancel/* unlessCancelled */.M)(work, limit);
        return undefined;
    }
    catch (error) {
        return (0,failure/* failuresOf */.dJ)(error)[0];
    }
}


/***/ }),

/***/ 12428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ sshRuleMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** What is said of the rule that opens SSH for the runner for the time of the run. */
const sshRuleMessages = {
    group: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Open SSH for this runner', '为本运行器放行 SSH'),
    title: (instance, port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`the firewall rule of ${instance} that allows SSH (TCP ${port}) from this runner`, `${instance} 防火墙中允许本运行器 SSH（TCP ${port}）的规则`),
    leftoverTitle: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('a firewall rule that allows SSH from the runner of an earlier run', '防火墙中允许之前运行的运行器 SSH 的规则'),
    opened: (instance, port, address) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The firewall of ${instance} now allows TCP ${port} from ${address}, until this run finishes.`, `${instance} 的防火墙现已允许 ${address} 访问 TCP ${port}，直到本次运行结束。`),
    openedForCaller: (instance, port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The firewall of ${instance} now allows TCP ${port} from this runner, until this run finishes. The API does not report the address.`, `${instance} 的防火墙现已允许本运行器访问 TCP ${port}，直到本次运行结束。API 没有返回具体地址。`),
    openedByAnother: (instance, port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The firewall of ${instance} already has a rule that allows TCP ${port} from this address. This run does not remove it.`, `${instance} 的防火墙已有允许该地址访问 TCP ${port} 的规则。本次运行不会移除它。`),
    alreadyOpen: (instance, port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The firewall of ${instance} already allows TCP ${port} for this runner: no rule is added.`, `${instance} 的防火墙已允许本运行器访问 TCP ${port}，无需添加规则。`),
    planToo: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('This run adds a firewall rule for this runner and removes it when it finishes. It changes nothing else.', '本次运行会为本运行器添加一条防火墙规则，并在结束时移除，除此之外不做任何更改。'),
    shared: (group, others) => others === undefined
        ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The rule is in the security group ${group}, which may also apply to other instances.`, `该规则位于安全组 ${group}，该安全组可能还关联了其他实例。`)
        : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The rule is in the security group ${group}, which also applies to ${others} other ${others === 1 ? 'instance or network interface' : 'instances or network interfaces'}.`, `该规则位于安全组 ${group}，该安全组还关联了另外 ${others} 个实例或网卡。`),
    leftovers: (port, source, made) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`An interrupted run left a firewall rule: TCP ${port} from ${source}, added at ${made}. The next deploy removes it.`, `被中断的运行留下了一条防火墙规则：${made} 添加的 TCP ${port}，来源 ${source}。下次部署会移除。`),
};


/***/ }),

/***/ 91116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zz: () => (/* binding */ renderSshRuleDescription),
/* harmony export */   lb: () => (/* binding */ readSshRuleDescription)
/* harmony export */ });
/* unused harmony export tokenForm */
/** The form of a run's token. */
const tokenForm = '[0-9a-f]{8}';
const form = new RegExp(`^deploy-miniprogram-backend ssh ([1-9]\\d{0,4}) (${tokenForm}) (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d)Z$`);
/** The description of a rule, at most 64 characters: more is refused. */
function renderSshRuleDescription({ port, token, made }) {
    return `deploy-miniprogram-backend ssh ${port} ${token} ${made.toISOString().slice(0, 16)}Z`;
}
/** What the description of a rule of ours says; undefined: it has not our form. */
function readSshRuleDescription(description) {
    const [, port = '', token = '', minute = ''] = form.exec(description.trim()) ?? [];
    const made = new Date(`${minute}Z`);
    if (token === '' || Number(port) > 65535 || Number.isNaN(made.getTime()))
        return undefined;
    return { port: Number(port), token, made };
}


/***/ }),

/***/ 32347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pn: () => (/* binding */ sshRuleKind),
/* harmony export */   VH: () => (/* binding */ listsToOpen),
/* harmony export */   kd: () => (/* binding */ removeSshRules),
/* harmony export */   nm: () => (/* binding */ sshRule),
/* harmony export */   zY: () => (/* binding */ isSshRule)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22078);
/* harmony import */ var _messages_ssh_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12428);
/* harmony import */ var _tencent_firewall_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83192);
/* harmony import */ var _tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73926);
/* harmony import */ var _tencent_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(500);
/* harmony import */ var _tencent_read_firewall_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41727);
/* harmony import */ var _description_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91116);







/** What stands for the address of whoever calls, in a rule of a security group that is written. */
const caller = 'MY_PUBLIC_IP';
/** The kind by which a note tells who gives it back. */
const sshRuleKind = 'ssh-rule';
/** Whether a rule is one that a run made for its runner, and that nobody has changed since (rule *Ours*). */
function isSshRule({ protocol, ports, source, action, description }) {
    const said = (0,_description_js__WEBPACK_IMPORTED_MODULE_6__/* .readSshRuleDescription */ .lb)(description);
    return (said !== undefined &&
        protocol === 'TCP' &&
        action === 'ACCEPT' &&
        ports === String(said.port) &&
        source !== undefined &&
        (source === caller || addressOf(source) !== undefined));
}
/** The one address that a rule's source is; undefined: it is several, or stands for one that is not known. */
function addressOf(source) {
    return /^(\d+\.\d+\.\d+\.\d+)(?:\/32)?$/.exec(source)?.[1];
}
/**
 * The lists that need a rule so that the runner is let in; none where it is already, for good. What runs opened for
 * their own time does not count, since each closes its own.
 * Throws SSH_FROM_RUNNER_ADDRESS and SSH_FROM_RUNNER_DROP where a Lighthouse firewall cannot be opened.
 */
function listsToOpen(firewall, opening) {
    const { instance, lists } = withoutSshRules(firewall);
    const { port, address } = opening;
    const verdict = address === undefined ? (0,_tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeForWorld */ .tG)({ lists }, port) : (0,_tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeForAddress */ .jt)({ lists }, port, address);
    if (verdict.kind === 'open' || lists.length === 0)
        return [];
    if (instance.kind === 'lighthouse') {
        if (address === undefined)
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('SSH_FROM_RUNNER_ADDRESS', { instance: instance.id, port });
        if (verdict.by !== undefined)
            throw dropped(instance, port, address, verdict.by.rule);
    }
    const refusing = lists.filter((list) => typeof (0,_tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .placeFor */ .vM)(list, port, rangeFor(address)) === 'number');
    // One that other servers share only where there is no other.
    const fewest = lists.toSorted((one, other) => (one.others ?? 1) - (other.others ?? 1)).slice(0, 1);
    const ids = (refusing.length > 0 ? refusing : fewest).map(({ id }) => id);
    return firewall.lists.filter(({ id }) => ids.includes(id));
}
function withoutSshRules({ instance, lists }) {
    return { instance, lists: lists.map((list) => ({ ...list, rules: list.rules.filter((rule) => !isSshRule(rule)) })) };
}
function rangeFor(address) {
    return (address === undefined ? undefined : (0,_tencent_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_4__/* .rangeOf */ .be)(address)) ?? _tencent_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_4__/* .everyAddress */ ._C;
}
function dropped({ id }, port, address, rule) {
    const shown = `${rule.protocol} ${rule.ports}, ${rule.source ?? '?'}`;
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('SSH_FROM_RUNNER_DROP', { instance: id, port, address, rule: shown });
}
/**
 * A rule in each of `lists` that lets the runner in. `tell` hears what it became. It can still be given back when the run
 * is cancelled: `tencent` must live as long.
 */
function sshRule(tencent, { instance, lists: all }, lists, opening, tell) {
    const { port, address, token } = opening;
    const { kind, id, region } = instance;
    const note = { instance: { kind, id, region }, lists: lists.map((list) => list.id), token };
    const rule = {
        ports: String(port),
        source: address === undefined ? caller : `${address}/32`,
        description: (0,_description_js__WEBPACK_IMPORTED_MODULE_6__/* .renderSshRuleDescription */ .Zz)(opening),
    };
    const range = rangeFor(address);
    return {
        kind: sshRuleKind,
        title: _messages_ssh_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .sshRuleMessages */ .b.title(id, port),
        intention: note,
        take: async () => {
            const written = new Map();
            for (const list of lists)
                written.set(list.id, await (0,_tencent_firewall_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .addRule */ .W)(tencent, instance, list, rule, (now) => (0,_tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .placeFor */ .vM)(now, port, range)));
            const now = all.map((list) => written.get(list.id) ?? list);
            const ours = now.flatMap((list) => list.rules).filter((one) => isSshRule(one) && one.ports === rule.ports);
            const own = ours.filter((one) => isOf(one, token));
            const seen = address ?? own.map(({ source }) => addressOf(source ?? '')).find((one) => one !== undefined);
            const verdict = seen === undefined ? undefined : (0,_tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeForAddress */ .jt)({ lists: now }, port, seen);
            if (verdict?.kind === 'closed' && verdict.by !== undefined && seen !== undefined)
                throw dropped(instance, port, seen, verdict.by.rule);
            const another = ours.some(({ source = '' }) => address === undefined || addressOf(source) === address);
            tell({ address: seen, own: own.length > 0 || !another });
            return note;
        },
        giveBack: (held) => removeSshRules(tencent, held),
    };
}
function isOf(rule, token) {
    return isSshRule(rule) && (0,_description_js__WEBPACK_IMPORTED_MODULE_6__/* .readSshRuleDescription */ .lb)(rule.description)?.token === token;
}
/** Removes what there is of a run's rules, read afresh. Throws `ApiFailure`. */
async function removeSshRules(tencent, { instance, lists, token }) {
    for (const id of lists) {
        const list = await (0,_tencent_read_firewall_js__WEBPACK_IMPORTED_MODULE_5__/* .readRuleList */ .fc)(tencent, instance, id);
        await (0,_tencent_firewall_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .removeRule */ .t)(tencent, instance, list, (rule) => isOf(rule, token));
    }
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
    const found = await (0,_engine_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .survey */ .Fr)(server, { nginx: nginx.probe, certificates: _certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .certificatesProbe */ .bz }, nginx.opening);
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22078);
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
