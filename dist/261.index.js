export const id = 261;
export const ids = [261];
export const modules = {

/***/ 81611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ instanceMismatch),
/* harmony export */   Kn: () => (/* binding */ instanceProblems),
/* harmony export */   Zj: () => (/* binding */ instanceNotices)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
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
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
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

/***/ 21994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lQ: () => (/* binding */ mostIndexBytes),
/* harmony export */   rC: () => (/* binding */ renderIndex),
/* harmony export */   vY: () => (/* binding */ readIndex)
/* harmony export */ });
/** Pieces of a file that may be listed; one of more has no index, and is no basis. */
const mostPieces = 6000;
/** Bytes of an index that is read; a line has some twenty, one of a nested jar fifty. */
const mostIndexBytes = 300_000;
/**
 * The index of a file, as it is kept beside it: a line for each piece, `LENGTH KEY`, of a nested jar
 * `LENGTH KEY DIRECTORY-BYTES NAME`. Undefined for a file of which none is kept.
 */
function renderIndex(pieces) {
    if (pieces.length > mostPieces)
        return undefined;
    const text = pieces
        .map(({ length, key, nested }) => [length, key, ...(nested ? [nested.directoryBytes, nested.name] : [])].join(' '))
        .join('\n');
    return text.length < mostIndexBytes ? `${text}\n` : undefined;
}
/** Reads the lines of an index of a file of `bytes`; undefined where they are not all of such a file. */
function readIndex(lines, bytes) {
    const pieces = [];
    let sum = 0;
    for (const line of lines) {
        const [, length, key, directoryBytes, name] = /^([1-9]\d{0,14}) ([0-9a-f]{6}|[0-9a-f]{16})(?: (\d{1,10}) ([\w.+-]+))?$/.exec(line) ?? [];
        if (length === undefined || key === undefined)
            return undefined;
        sum += Number(length);
        const nested = name === undefined ? undefined : { name, directoryBytes: Number(directoryBytes) };
        pieces.push({ length: Number(length), key, ...(nested && { nested }) });
    }
    return pieces.length > 0 && sum === bytes ? pieces : undefined;
}


/***/ }),

/***/ 44274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bd: () => (/* binding */ answersScript),
/* harmony export */   NZ: () => (/* binding */ asked),
/* harmony export */   jn: () => (/* binding */ readSections)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27431);


/** Ends an answer: without it, no process could be started for it. */
const asked = '@@asked';
/**
 * Bash that prints the answers that `asking` gives, packed as one text, each behind a line that no output can be mistaken
 * for. There `ask NAME` begins an answer, and `answered` ends it.
 */
function answersScript(asking) {
    return `${_shell_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .packFunctions */ .po}
ask() { printf '%s %s\\n' "$answer_mark" "$1"; }
answered() { printf '${asked}'; }
answer_mark=\${deploy_mark:=@@}$RANDOM$RANDOM$RANDOM
printf '%sanswers ' "$deploy_mark"
{
printf '%s\\n' "$answer_mark"
${asking}
} | pack
echo`;
}
/** Reads what {@link answersScript} printed: each answer by its name; none of one that was cut short. */
function readSections(stdout) {
    const [, packed = ''] = /^@@answers (\S*)$/m.exec(stdout) ?? [];
    const text = textOf(packed);
    const sections = new Map();
    const mark = text.slice(0, text.indexOf('\n') + 1).trimEnd();
    for (const section of text.split(`${mark} `).slice(1)) {
        const at = section.indexOf('\n');
        const answer = section.slice(at + 1);
        if (answer.endsWith(asked))
            sections.set(section.slice(0, at), answer.slice(0, -asked.length));
    }
    return sections;
}
/** The text of what gzip packed, as far as it came; empty where it is something else. */
function textOf(word) {
    try {
        return (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .unpacked */ .KZ)(word, { finishFlush: node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.Z_SYNC_FLUSH }).toString('utf8');
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 29719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fr: () => (/* binding */ survey),
/* harmony export */   or: () => (/* binding */ askedBefore)
/* harmony export */ });
/* unused harmony export surveyScript */
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _server_prelude_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13553);
/* harmony import */ var _server_script_protocol_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28158);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44274);




/**
 * The script that asks all of the server in one round trip, after an `opening` of theirs: the first half one by one, and
 * beside them the second half, one by one as well, as most servers have two cores. The name of each goes to stderr as it is
 * asked, so that a slow server is not taken for one that stalls.
 */
function surveyScript(probes, opening = '') {
    const sections = Object.entries(probes).map(([name, probe]) => `printf '%sasks %s\\n' "$deploy_mark" ${name} >&2
ask ${name}\n(\n${probe.script}\n) 2>/dev/null </dev/null\nanswered`);
    const half = Math.ceil(sections.length / 2);
    const halves = `exec {beside}< <(
:
${sections.slice(half).join('\n')}
)
${sections.slice(0, half).join('\n')}
cat <&$beside`;
    return `${_server_prelude_js__WEBPACK_IMPORTED_MODULE_1__/* .prelude */ .e}
${opening}
${(0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .answersScript */ .Bd)(halves)}
exit 0`;
}
/**
 * A probe whose answer others read as well, in the shell variable `name`: its `opening` asks, and does what is asked
 * `meanwhile`; `probe` tells what came of it. Where no process could be started for it, nothing is told at all.
 */
function askedBefore(name, { script, read }, meanwhile = '') {
    return {
        opening: `ask_${name}() (
${script}
)
exec {beside}< <(ask_${name} 2>/dev/null </dev/null; printf '${_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .asked */ .NZ}')
${meanwhile}
${name}=$(cat <&$beside)
exec {beside}<&-
[ "\${${name}%${_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .asked */ .NZ}}" != "$${name}" ] || exit 71
${name}=\${${name}%${_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .asked */ .NZ}}`,
        probe: { script: `printf %s "$${name}"`, read },
    };
}
/**
 * Asks all `probes` at once: those of the server in one script, after an `opening` that they have in common. Waits for all
 * answers; throws the `Failure` of the one that has none or cannot be worked with, `Failures` where there are several.
 */
async function survey(server, probes, opening) {
    const byName = Object.entries(probes);
    const scripts = byName.flatMap(([name, probe]) => ('script' in probe ? [[name, probe]] : []));
    const asking = byName.map(async ([name, probe]) => {
        if ('script' in probe)
            return [];
        const answer = await probe.ask();
        return [[name, () => answer]];
    });
    if (scripts.length > 0)
        asking.unshift(askServer(server, scripts, opening));
    const found = new Map();
    const failed = [];
    for (const settled of await Promise.allSettled(asking)) {
        if (settled.status === 'rejected')
            failed.push(settled.reason);
        else
            for (const [name, read] of settled.value)
                tryTo(() => found.set(name, read()), failed);
    }
    if (failed.length === 1)
        throw failed[0];
    (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .throwAll */ .Kx)(failed.flatMap(_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresOf */ .dJ));
    return Object.fromEntries(byName.map(([name]) => [name, found.get(name)]));
}
function tryTo(work, failed) {
    try {
        work();
    }
    catch (error) {
        failed.push(error);
    }
}
/** Throws `Failure` when the server cannot answer. */
async function askServer(server, probes, opening) {
    const result = await server.run(surveyScript(Object.fromEntries(probes), opening));
    const evidence = result.stderr.replace(/^@@asks .*\n/gm, '');
    if (result.code !== 0) {
        throw (0,_server_script_protocol_js__WEBPACK_IMPORTED_MODULE_2__/* .failureIn */ .Q6)(result) ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('SURVEY_FAILED', { code: String(result.code ?? 'signal') }, { evidence });
    }
    const sections = (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .readSections */ .jn)(result.stdout);
    return probes.map(([name, probe]) => {
        const output = sections.get(name);
        // A question that was not put (no process could be started) must not read as "nothing is there".
        if (output === undefined)
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('SURVEY_FAILED', { code: `no ${name}` }, { evidence });
        return [name, () => probe.read(output)];
    });
}


/***/ }),

/***/ 47269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ isMasked)
/* harmony export */ });
/** Bash function: whether systemd is told not to start a unit; before systemd 230 its `show` knew no `--value`. */
const isMasked = 'is_masked() { [ "$(systemctl show -p LoadState "$1" 2>/dev/null)" = LoadState=masked ]; }';


/***/ }),

/***/ 58917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readProcessUser),
/* harmony export */   N: () => (/* binding */ processUser)
/* harmony export */ });
/**
 * Bash function `ids_inside PID`: the user and the group that a process runs as, `uid:gid` as its container counts them
 * (an engine with `userns-remap` gives it others on the server); nothing where there is none.
 */
const processUser = `ids_inside() {
  [ "\${1:-0}" -gt 0 ] || return 0
  { cat "/proc/$1/status"; echo uids; cat "/proc/$1/uid_map"; echo gids; cat "/proc/$1/gid_map"; } 2>/dev/null | awk '
    $1 == "Uid:" { uid = $3 } $1 == "Gid:" { gid = $3 }
    $1 == "uids" || $1 == "gids" { map = $1; next }
    map == "uids" && uid >= $2 && uid < $2 + $3 { inside = uid - $2 + $1 }
    map == "gids" && gid >= $2 && gid < $2 + $3 { group = gid - $2 + $1 }
    END { if (inside != "" && group != "") printf "%.0f:%.0f", inside, group }'
}`;
/** Reads what `ids_inside` prints. */
function readProcessUser(text) {
    const [, uid, gid] = /^(\d+):(\d+)$/.exec(text ?? '') ?? [];
    return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}


/***/ }),

/***/ 74820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ lookAtNginx),
/* harmony export */   x: () => (/* binding */ readServing)
/* harmony export */ });
/* harmony import */ var _nginx_site_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18342);

/** Bytes of an answer that are read: its certificates and headers, not all that an application sends after them. */
const most = 131_072;
/**
 * Bash function `look_at_nginx https|http DOMAIN PORT PATH`: one fresh connection to loopback, one request, one line
 * `STATUS RELEASE CONFIGURATION FINGERPRINT SENT` with `-` for what did not come. With `-ign_eof` openssl's s_client takes no
 * commands from its input and ends when the server closes (openssl-s_client(1), "CONNECTED COMMANDS"). It is ended by
 * SIGKILL: the switch ignores SIGTERM, and what it starts inherits that; after `$look_seconds`, else 20. Whom the server trusts
 * is not read for it: that is most of what s_client does otherwise, and nothing is judged here.
 */
const lookAtNginx = `
look_at_nginx() {
  local answer fingerprint=
  if [ "$1" = https ]; then
    answer=$(printf 'GET %s HTTP/1.1\\r\\nHost: %s:%s\\r\\nConnection: close\\r\\n\\r\\n' "$4" "$2" "$3" |
      SSL_CERT_FILE=/dev/null SSL_CERT_DIR=/dev/null \\
      timeout -s KILL "\${look_seconds:-20}" openssl s_client -connect "127.0.0.1:$3" -servername "$2" -ign_eof 2>/dev/null | head -c ${most} | tr -d '\\000\\r')
    fingerprint=$(printf '%s\\n' "$answer" | openssl x509 -noout -fingerprint -sha256 2>/dev/null)
    fingerprint=\${fingerprint##*=} fingerprint=\${fingerprint//:/} fingerprint=\${fingerprint,,}
  else
    answer=$(timeout -s KILL "\${look_seconds:-20}" curl -q -s -i --noproxy '*' -H "Host: $2:$3" "http://127.0.0.1:$3$4" | head -c ${most} | tr -d '\\000\\r')
  fi
  # What openssl says of the connection comes first.
  printf '%s\\n' "$answer" | awk -v release=${_nginx_site_js__WEBPACK_IMPORTED_MODULE_0__/* .proofHeaders */ .zD.release} -v configuration=${_nginx_site_js__WEBPACK_IMPORTED_MODULE_0__/* .proofHeaders */ .zD.configuration} -v fingerprint="$fingerprint" '
    function of(name,  value) { value = header[tolower(name)]; sub(/[ \\t]+$/, "", value); gsub(/[ \\t]+/, "_", value); return value == "" ? "-" : value }
    !answered && /^ *[0-9]+ s:/ { sent++ }
    !answered { answered = /^HTTP\\/1/; status = $2 + 0; next }
    ended || /^$/ { ended = 1; next }
    { at = index($0, ": "); name = tolower(substr($0, 1, at - 1)); if (!(name in header)) header[name] = substr($0, at + 2) }
    END { print (answered && status ? status : "-"), of(release), of(configuration), (fingerprint == "" ? "-" : fingerprint), (sent ? sent : "-") }'
}`;
/** Reads one line of `look_at_nginx`. */
function readServing(line) {
    const [status, release, configuration, fingerprint, sent] = line
        .trim()
        .split(' ')
        .map((word) => (word === '-' ? '' : word));
    return {
        status: Number(status) || 0,
        release: release ?? '',
        configuration: configuration ?? '',
        fingerprint: fingerprint ?? '',
        ...(Number(sent) > 0 ? { sent: Number(sent) } : {}),
    };
}


/***/ }),

/***/ 97510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ policyMark),
/* harmony export */   X: () => (/* binding */ policyFile)
/* harmony export */ });
/** What keeps services from being started while packages are installed (Debian Policy, invoke-rc.d). */
const policyFile = '/usr/sbin/policy-rc.d';
/** The line that tells our policy-rc.d from an administrator's. */
const policyMark = '# deploy-miniprogram-backend: while packages are installed';


/***/ }),

/***/ 20548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ nginxCommand)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

/** Words that call a server's nginx with the configuration it runs with. */
function nginxCommand({ program, selection, }) {
    return [program, ...selection].map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h).join(' ');
}


/***/ }),

/***/ 52731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ filesIncludedBy),
/* harmony export */   o: () => (/* binding */ parseDump)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59660);
/* harmony import */ var _syntax_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15101);



/**
 * Reads what `nginx -T` prints on standard output. Throws `NginxSyntaxError` when there is no configuration in it.
 */
function parseDump(output) {
    const files = splitDump(output);
    const main = [...files.keys()][0];
    if (main === undefined)
        throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_2__/* .NginxSyntaxError */ .A('syntax', 'nginx -T', 1, output.slice(0, 80));
    const parsed = new Map([...files].map(([file, text]) => [file, (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readNginxText */ .S)(text, file)]));
    const unread = [...parsed].flatMap(([file, { unread: line }]) => (line === undefined ? [] : [{ file, line }]));
    const httpIncludes = [];
    /** What files that cannot be read include, where the http block may stand in them. */
    const loose = [];
    const expand = (directives, place, open) => directives.flatMap((directive) => {
        const { name, args, block } = directive;
        if (name === 'include' && args[0] !== undefined) {
            const glob = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(main), args[0]);
            if (place === 'http')
                httpIncludes.push(glob);
            return [...parsed]
                .filter(([file]) => matchesGlob(file, glob) && !open.includes(file))
                .flatMap(([file]) => inside(file, place, [...open, file]));
        }
        if (block === undefined)
            return [directive];
        const within = place === 'main' && name === 'http' ? 'http' : 'inner';
        return [{ ...directive, block: expand(block, within, open) }];
    });
    const inside = (file, place, open) => {
        const { directives = [], unread: line } = parsed.get(file) ?? {};
        if (line === undefined || place !== 'main')
            return expand(directives, place, open);
        loose.push({ directives, open });
        return [];
    };
    const tree = inside(main, 'main', [main]);
    if (loose.length > 0 && !tree.some(({ name }) => name === 'http')) {
        // Most of what such a file includes, its http block does; nginx itself tests whether a file of ours may go there.
        const block = loose.flatMap(({ directives, open }) => expand(directives, 'http', open));
        tree.push({ name: 'http', args: [], file: main, line: 1, start: 0, end: 0, block });
    }
    return { main, files, tree, httpIncludes, unread };
}
/** The files that an `include` brings in, and whether there is any directive in them. */
function filesIncludedBy({ main, files }, include) {
    const glob = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(main), include);
    return [...files]
        .filter(([file]) => matchesGlob(file, glob))
        .map(([file, text]) => ({ file, empty: (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readNginxText */ .S)(text, file).directives.length === 0 }));
}
function splitDump(output) {
    // A line ends at a newline alone: what follows another sign in a comment is no heading.
    const parts = output.split(/(?<=^|\n)# configuration file (\/[^\n]*):(?=\n|$)/);
    const files = new Map();
    for (let i = 1; i + 1 < parts.length; i += 2)
        files.set(parts[i] ?? '', (parts[i + 1] ?? '').replace(/^\n/, ''));
    return files;
}
/** glob(7) as nginx calls it: `*` and `?` match no slash and no dot at the start of a name. */
function matchesGlob(path, glob) {
    const pattern = glob.replace(/\[!?[^\]/]+\]|[\s\S]/g, (sign, at) => {
        const first = glob[at - 1] === '/';
        if (sign === '*')
            return first ? '(?!\\.)[^/]*' : '[^/]*';
        if (sign === '?')
            return first ? '[^/.]' : '[^/]';
        if (sign.length > 1)
            return sign.replace('[!', '[^').replaceAll('\\', '\\\\');
        return sign.replace(/[\\^$.|+()[\]{}*?]/, '\\$&');
    });
    try {
        return new RegExp(`^${pattern}$`, 'u').test(path);
    }
    catch {
        // A class that cannot be, such as `[z-a]`, matches nothing.
        return false;
    }
}


/***/ }),

/***/ 91155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lx: () => (/* binding */ renderLabel),
/* harmony export */   O2: () => (/* binding */ isUntouched),
/* harmony export */   ZF: () => (/* binding */ managedBy),
/* harmony export */   _8: () => (/* binding */ nginxFileOf),
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   rn: () => (/* binding */ configurationHash)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _values_app_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55508);



/** The first line of a file of ours. */
function renderLabel({ app, release, configuration }) {
    return `# managed by deploy-miniprogram-backend: app ${app}, release ${release}, configuration ${configuration}`;
}
/** Whose file a text is; undefined: not ours. */
function managedBy(text) {
    const found = /^# managed by deploy-miniprogram-backend: app (\S+), release (\S+), configuration ([0-9a-f]{16})$/m.exec(text);
    const [, app, release, configuration] = found?.index === 0 ? found : [];
    if (app === undefined || release === undefined || configuration === undefined)
        return undefined;
    return { app, release, configuration };
}
/** Name of an application's nginx file. */
function nginxFileOf(app) {
    return `${(0,_values_app_name_js__WEBPACK_IMPORTED_MODULE_2__/* .imageNameOf */ .mi)(app)}.conf`;
}
/** Whose file one of nginx is: it bears our mark and the name that we give. A copy by another name is somebody's. */
function ownerOf(path, text) {
    const label = managedBy(text);
    return label !== undefined && node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(path) === nginxFileOf(label.app) ? label : undefined;
}
/** Hash of a text that was rendered with an empty hash: 16 hexadecimal digits of its SHA-256. */
function configurationHash(unhashed) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(unhashed).digest('hex').slice(0, 16);
}
/** Whether a file of ours still is as it was written: its hash is that of its text. */
function isUntouched(text) {
    const label = managedBy(text);
    return label !== undefined && configurationHash(text.replaceAll(label.configuration, '')) === label.configuration;
}


/***/ }),

/***/ 66086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ proofAddressesIn),
/* harmony export */   s: () => (/* binding */ proofAddressIn)
/* harmony export */ });
/** Reads it from the text of a file of ours; undefined where it is none. */
function proofAddressIn(text) {
    const port = /^ *listen (\d+) ssl/m.exec(text)?.[1];
    const domain = /^ *server_name (\S+);$/m.exec(text)?.[1];
    const path = /^ *location = "?(\/[^\s"]*)"? \{/m.exec(text)?.[1];
    if (port === undefined || domain === undefined || path === undefined)
        return undefined;
    return { scheme: 'https', domain, port: Number(port), path };
}
/** The same for each of its https ports: that of a static site shows it, too. */
function proofAddressesIn(text) {
    const first = proofAddressIn(text);
    if (first === undefined)
        return [];
    const ports = [...text.matchAll(/^ *listen (\d+) ssl/gm)].map(([, port]) => Number(port));
    return [...new Set(ports)].map((port) => ({ ...first, port }));
}


/***/ }),

/***/ 58640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ repoint),
/* harmony export */   j: () => (/* binding */ pairsIn)
/* harmony export */ });
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22277);
/* harmony import */ var _label_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91155);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13237);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59660);




/** The pairs that the servers of a file name, in order; the first is the one that it was rendered with. */
function pairsIn(file) {
    return serversIn(file.toString('latin1')).flatMap((server) => {
        const keys = namedBy(server, 'ssl_certificate_key');
        return namedBy(server, 'ssl_certificate').flatMap(({ args: [chainPath = ''] }, at) => {
            const keyPath = keys[at]?.args[0];
            return keyPath === undefined ? [] : [{ chainPath, keyPath }];
        });
    });
}
/**
 * A file of ours with another pair in the place of `from`, and its hash renewed: what its application would render with
 * that pair. One that was edited by hand keeps its edits and its hash, so that it is still known as edited. Bytes, since
 * what a hand wrote may be in any encoding.
 */
function repoint(file, from, to) {
    const text = file.toString('latin1');
    const edits = serversIn(text).flatMap((server) => [
        ...editsFor(server, 'ssl_certificate', from.chainPath, to.chainPath),
        ...editsFor(server, 'ssl_certificate_key', from.keyPath, to.keyPath),
    ]);
    const repointed = (0,_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .applyEdits */ .c)(text, edits);
    const label = (0,_label_js__WEBPACK_IMPORTED_MODULE_0__/* .managedBy */ .ZF)(text);
    // The hash is one of UTF-8, which is what an application's file is as long as nobody else wrote into it.
    if (label === undefined || !(0,_label_js__WEBPACK_IMPORTED_MODULE_0__/* .isUntouched */ .O2)(file.toString('utf8')))
        return Buffer.from(repointed, 'latin1');
    const unhashed = Buffer.from(repointed.replaceAll(label.configuration, ''), 'latin1').toString('utf8');
    return Buffer.from(repointed.replaceAll(label.configuration, (0,_label_js__WEBPACK_IMPORTED_MODULE_0__/* .configurationHash */ .rn)(unhashed)), 'latin1');
}
function editsFor(server, name, from, to) {
    return namedBy(server, name)
        .filter(({ args }) => args[0] === from)
        .map(({ start, end }) => ({ start, end, text: `${name} ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteNginx */ .p)(to)};` }));
}
function namedBy({ block = [] }, name) {
    return block.filter((directive) => directive.name === name);
}
function serversIn(text) {
    return (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readNginxText */ .S)(text, 'nginx').directives.filter(({ name }) => name === 'server');
}


/***/ }),

/***/ 77602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ inheritedEnvironmentMark)
/* harmony export */ });
/** First line of `adopted.env`, by which it is known as ours. */
const inheritedEnvironmentMark = '# deploy-miniprogram-backend';


/***/ }),

/***/ 56492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ ourFolders),
/* harmony export */   EP: () => (/* binding */ makeOurs),
/* harmony export */   bx: () => (/* binding */ markerFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);


/**
 * The file in each folder that was made here. Only a folder whose name has our form and that holds it is ours (rule
 * *Ours*).
 */
const markerFile = '.deploy-miniprogram-backend';
/**
 * Bash functions about folders of `app`; the marker names its folder, so that a copy under another name is not ours:
 * - `is_ours FOLDER [NAME]`: whether it was made here, under NAME (default: that of the folder).
 * - `remove_ours FOLDER [NAME]`: removes one of ours, its marker last; anything else stays, and what is mounted in it.
 */
function ourFolders(app) {
    return `is_ours() { [ ! -L "$1" ] && [ -f "$1/${markerFile}" ] && [ "$(cat "$1/${markerFile}" 2>/dev/null)" = ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(app)}" \${2:-\${1##*/}}" ]; }
remove_ours() { ! is_ours "$@" || { find "$1" -xdev -mindepth 1 ! -path "$1/${markerFile}" -delete && rm -rf --one-file-system "$1"; }; }`;
}
/**
 * Bash that makes a folder, which must not exist but empty (cut short before its marker was written), with its marker
 * on disk; `name` is what it will be called in the end.
 */
function makeOurs(folder, app, mode, name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(folder)) {
    const marker = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${folder}/${markerFile}`);
    return `rmdir ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(folder)} 2>/dev/null || true
mkdir -m ${mode} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(folder)}
printf '%s\\n' ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${app} ${name}`)} >${marker}
flush ${marker} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(folder)}`;
}


/***/ }),

/***/ 85369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ proofStatus),
/* harmony export */   ZI: () => (/* binding */ tellingPath)
/* harmony export */ });
/* unused harmony export answersAtWork */
/* harmony import */ var _values_health_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16426);

/** Where the body is asked for that tells of an application's components. */
function tellingPath({ actuator, path, port }) {
    return actuator ?? { path, port };
}
/**
 * Statuses of the health path that show an application at work: a guarded endpoint's 401 and 404 where there is a
 * fallback.
 */
function answersAtWork({ status, fallback }) {
    return fallback === undefined ? status : [...status, ..._values_health_status_js__WEBPACK_IMPORTED_MODULE_0__/* .guardedStatus */ .RW];
}
/**
 * Statuses that count where a release is asked for through nginx: where the application's own port does not serve its
 * health path, anything below a server's error does.
 */
function proofStatus({ health, container }) {
    return health.port === container.appPort ? answersAtWork(health) : _values_health_status_js__WEBPACK_IMPORTED_MODULE_0__/* .belowServerError */ .R8;
}


/***/ }),

/***/ 33778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isOurRollback),
/* harmony export */   I: () => (/* binding */ rollbackMark)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

/** The second line of the server's own `rollback`, by which it is known as ours. */
const rollbackMark = '# deploy-miniprogram-backend: rollback';
/** A condition of bash: nothing but a script of ours, or nothing at all, is in the place of the server's own `rollback`. */
function isOurRollback(path) {
    const file = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(path);
    return `{ { [ ! -e ${file} ] && [ ! -L ${file} ]; } || { [ ! -L ${file} ] && [ -f ${file} ] && [ "$(sed -n 2p ${file} | tr -d '\\000')" = ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(rollbackMark)} ]; }; }`;
}


/***/ }),

/***/ 84283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BK: () => (/* binding */ writableFolder),
/* harmony export */   r2: () => (/* binding */ suggestedVolumes),
/* harmony export */   us: () => (/* binding */ volumesToPaste)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10386);
/* harmony import */ var _values_volumes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34374);



/** Names in the application's folder that are no places for data of its own. */
const taken = /^(?:releases|static|current|rollback|container-files|adopted\.(?:json|env)|deploy\.log)$/;
/** A folder of the container that is mounted for writing: the first one, else that which is mounted by default. */
function writableFolder(app, volumes) {
    return volumes.find(({ readOnly }) => !readOnly)?.container ?? (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .dataFolder */ .pS)(app);
}
/**
 * Where folders of the container would be mounted from, each from another folder: the same path as in the guide, else one
 * of the last name.
 */
function suggestedVolumes(app, folders, volumes) {
    const directory = (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .applicationDirectory */ .gZ)(app);
    const suggested = [];
    for (const folder of folders) {
        const own = folder.startsWith(`${directory}/`) ? folder.slice(directory.length + 1) : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(folder);
        const free = (name) => !taken.test(name.split('/')[0] ?? '') &&
            ![...volumes, ...suggested].some(({ host }) => meets(host, `${directory}/${name}`));
        const name = [own, folder.slice(1).replaceAll('/', '-')].find(free) ?? `data${folder}`;
        suggested.push({ host: `${directory}/${name}`, container: folder, readOnly: false });
    }
    return suggested;
}
/** Whether two folders are the same, or one is in the other. */
function meets(one, other) {
    return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}
/**
 * The input `volumes` with these mounts, as it is pasted; undefined where one of them is a volume of Docker's own, which
 * the input does not take.
 */
function volumesToPaste(volumes) {
    if (volumes.some(({ host }) => !host.startsWith('/')))
        return undefined;
    return ['volumes: |', ...volumes.map((volume) => `  ${(0,_values_volumes_js__WEBPACK_IMPORTED_MODULE_1__/* .renderVolume */ .Jl)(volume)}`)].join('\n');
}


/***/ }),

/***/ 86429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ lastLinesProbe),
  P: () => (/* binding */ logsScript)
});

// EXTERNAL MODULE: ./.build/lib/layout/release-paths.js
var release_paths = __webpack_require__(33433);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/log-lines.js

/** What stands in the place of an application's log lines that are not shown. */
const logLineMessages = {
    withheld: (file) => (0,messages_text/* text */.Qq)(`The log is not shown: ${file}, which has the values to hide in it, is missing, empty or cannot be read.`, `未显示日志：需要从日志中隐去的变量值保存在 ${file} 中，但该文件不存在、为空或无法读取。`),
};

// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
;// CONCATENATED MODULE: ./.build/lib/resources/container-logs.js



/** Shorter values are no secrets, and would take letters out of every word. */
const shortest = 8;
/**
 * Bash that prints the last log lines of a container, which a word of bash names; those since a time, another such word, or
 * all of them. What `env` gave is redacted on the runner that was given it; values that were taken over never came there, so
 * that they are taken out here: as they are, in JSON and in a URL. Where they cannot be read, no line is shown, and it says so.
 */
function logsScript(container, lines, release, hidden, since) {
    const logs = `docker logs --tail ${lines}${since === undefined ? '' : ` --since ${since}`} ${container} 2>&1`;
    const { inheritedEnvironment, environmentNames } = release.container;
    const own = [
        ...(inheritedEnvironment.length > 0 ? [(0,release_paths/* inheritedVariablesFile */.iq)(release)] : []),
        ...(hidden === 'all' && environmentNames.length > 0 ? [(0,release_paths/* environmentFile */.qU)(release)] : []),
    ];
    if (own.length === 0)
        return logs;
    return `(
withhold() { printf ${(0,quote/* quote */.h)(`${withheld}\n`)} "$1" "$1"; exit 0; }
files=()
# Until a release serves it may run with others than its own; one of the two has values.
values_of() {
  local held=0 file
  for file; do
    [ -e "$file" ] || [ -L "$file" ] || continue
    [ -f "$file" ] && [ -r "$file" ] || withhold "$file"
    [ ! -s "$file" ] || { files+=("$file"); held=1; }
  done
  [ "$held" = 1 ] || withhold "$1"
}
${own.map((file) => `values_of ${(0,quote/* quote */.h)(file)} ${(0,quote/* quote */.h)((0,release_paths/* nextVariables */.NQ)(file))}`).join('\n')}
${logs} | awk '
function written(value, form,   i, sign, out) {
  for (i = 1; i <= length(value); i++) {
    sign = substr(value, i, 1)
    if (form == "json") out = out (sign ~ /["\\\\]/ ? "\\\\" sign : sign)
    else out = out (sign ~ /[A-Za-z0-9._~-]/ ? sign : sprintf("%%%02X", code[sign]))
  }
  return out
}
BEGIN {
  for (i = 1; i < 256; i++) code[sprintf("%c", i)] = i
  for (i = 1; i < ARGC; i++) {
    while ((got = (getline line < ARGV[i])) > 0) {
      value = substr(line, index(line, "=") + 1)
      if (length(value) < ${shortest}) continue
      values[++count] = written(value, "url"); values[++count] = written(value, "json"); values[++count] = value
    }
    # It broke off: what it did not give is not known.
    if (got < 0) exit 1
    # The lines come on standard input.
    ARGV[i] = ""
  }
  # The longest first, so that no part of one is left.
  for (i = 2; i <= count; i++)
    for (at = i; at > 1 && length(values[at]) > length(values[at - 1]); at--) { value = values[at]; values[at] = values[at - 1]; values[at - 1] = value }
}
{
  for (i = 1; i <= count; i++) {
    out = ""
    while ((at = index($0, values[i])) > 0) { out = out substr($0, 1, at - 1) "***"; $0 = substr($0, at + length(values[i])) }
    $0 = out $0
  }
  print
}' \${files[@]+"\${files[@]}"}
)`;
}
/** For printf, in both languages: it stands where lines of the application do, which have none. */
const withheld = `${logLineMessages.withheld('%s').en} ${logLineMessages.withheld('%s').zh}`;
/** Bytes of a line that are shown. */
const longest = 4000;
/** Asks for the last log lines of the container of a release, for whoever was not given its `env`. */
function lastLinesProbe(release, lines) {
    return {
        script: `name=$(cat ${(0,quote/* quote */.h)((0,release_paths/* containerFile */.YS)(release))}) || name=${(0,quote/* quote */.h)(release.image)}
docker container inspect --format . "$name" >/dev/null || exit 0
{ ${logsScript('"$name"', lines, release, 'all')}; } | cut -b -${longest}`,
        read: (output) => output.trimEnd(),
    };
}


/***/ }),

/***/ 19961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ closedMounts),
/* harmony export */   b: () => (/* binding */ readMounts)
/* harmony export */ });
/* harmony import */ var _values_system_places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75229);
/* harmony import */ var _denied_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8545);


/** Reads what `ask_mounts` found, a line each; what belongs to the system nobody means to write to. */
function readMounts(mounts) {
    return mounts
        .split('\n')
        .filter(Boolean)
        .map((line) => {
        const [hindrance = '', path = '', place = '', owner = '', mode = '', files = ''] = line.split('\t');
        return { hindrance, path, place, owner, mode, files };
    })
        .filter(({ path }) => !(0,_values_system_places_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfTheSystem */ .a)(path));
}
/** Those that `chown` opens; undefined where there is none. */
function closedMounts(user, mounts) {
    const paths = readMounts(mounts).flatMap(({ hindrance, path }) => hindrance === 'closed' || hindrance === 'files' ? [path] : []);
    if (paths.length === 0)
        return undefined;
    return { user, paths: paths.join(', '), chown: paths.map((path) => (0,_denied_path_js__WEBPACK_IMPORTED_MODULE_0__/* .chownLine */ .W2)(user, path)).join('\n') };
}


/***/ }),

/***/ 25751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ containerProbe),
  u: () => (/* binding */ readContainer)
});

;// CONCATENATED MODULE: ./.build/lib/checks/listening.js
/** Docker's own name server in a container's network: no part of the application. */
const dockersDns = /^127\.0\.0\.11$/;
const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
/** The ports in a list of addresses as `ss -ltn` prints them, and those that the loopback alone serves. */
function listeningIn(addresses) {
    const found = addresses.split(/\s+/).flatMap((word) => {
        const [, written = '', port] = /^(?:(.*):)?(\d+)$/.exec(word) ?? [];
        // Older ones print no brackets, and an interface after the address.
        const address = written.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
        return port === undefined || dockersDns.test(address)
            ? []
            : [{ port: Number(port), local: loopback.test(address) }];
    });
    const listening = [...new Set(found.map(({ port }) => port))].sort((a, b) => a - b);
    const open = new Set(found.filter(({ local }) => !local).map(({ port }) => port));
    return { listening, listeningLocally: listening.filter((port) => !open.has(port)) };
}

// EXTERNAL MODULE: ./.build/lib/layout/release-paths.js
var release_paths = __webpack_require__(33433);
// EXTERNAL MODULE: ./.build/lib/server/script-protocol.js
var script_protocol = __webpack_require__(28158);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/resources/container-logs.js + 1 modules
var container_logs = __webpack_require__(86429);
// EXTERNAL MODULE: ./.build/lib/resources/container/closed-mounts.js
var closed_mounts = __webpack_require__(19961);
// EXTERNAL MODULE: ./.build/lib/resources/container/denied-path.js + 1 modules
var denied_path = __webpack_require__(8545);
// EXTERNAL MODULE: ./.build/lib/resources/container/observe-script.js + 1 modules
var observe_script = __webpack_require__(21026);
;// CONCATENATED MODULE: ./.build/lib/resources/container/container-probe.js








/**
 * Asks for the container of a release, by what its folder recorded, and for the answer of its health path; its log of the
 * last hour, in which a version that has just begun to serve has all of its own.
 */
function containerProbe(release, hidden) {
    return {
        // The answer of a probe has no marks of an exchange: facts in it are plain.
        script: `deploy_mark=@@ well=
${(0,observe_script/* observeFunctions */.q)(release.health)}
name=$(cat ${(0,quote/* quote */.h)((0,release_paths/* containerFile */.YS)(release))}) || name=${(0,quote/* quote */.h)(release.image)}
ask_state
! ask_health || well=yes
fact well "$well"
fact own "$own"
tell_answer
# It may have ended meanwhile.
[ -n "$well" ] || ask_state
look_at_container \${well:+briefly}
# What it said before it was last stopped tells of another time; how a crash came about is in what was said before it. Not
# since its start, which Docker notes a moment after the application's first lines.
since=$(($(date +%s) - 3600))
case "$status $restarts $finished" in
  # It never ended; not every date knows the year 1.
  'running 0 0001-'*) ;;
  'running 0 '*) ended=$(date -d "$finished" +%s) && [ "$ended" -lt "$since" ] || since=$finished ;;
esac
echo ${logMark}
${(0,container_logs/* logsScript */.P)('"$name"', 400, release, hidden, '"${since:-0}"')}`,
        read: (output) => {
            // Facts are in base64: the first line that looks like the mark is it, and what follows may say anything.
            const [told = '', ...log] = output.split(`${logMark}\n`);
            const facts = (0,script_protocol/* factsIn */.PC)(told);
            return {
                observation: readContainer(release.image, release, facts, log.join(`${logMark}\n`)),
                well: facts.well === 'yes',
                healthStatus: Number(facts.own) || undefined,
            };
        },
    };
}
const logMark = 'log:';
/** The container of a release as the functions of observe-script.ts saw it; `log` has its last lines. */
function readContainer(name, release, facts, log) {
    const { health, container } = release;
    const { port, database, local, listens, managementPort } = health;
    const logLines = log.split('\n').filter(Boolean);
    const user = { user: facts.user ?? '', workdir: facts.workdir ?? '' };
    const answer = Number(facts.answer) || undefined;
    return {
        name,
        status: facts.status || 'gone',
        exitCode: Number(facts.exitCode ?? 0),
        oomKilled: facts.outOfMemory === 'true',
        restarts: Number(facts.restarts ?? 0),
        ...listeningIn(facts.sockets ?? ''),
        port,
        database,
        local,
        listens,
        managementPort,
        answer: answer === undefined
            ? undefined
            : {
                status: answer,
                path: health.path,
                expected: health.status,
                seconds: facts.waited === undefined ? undefined : Math.min(Number(facts.waited), health.timeoutSeconds),
                steady: facts.steady === '1',
            },
        ...(facts.body === undefined ? {} : { healthBody: facts.body }),
        logLines,
        memory: container.memory,
        mounts: (0,closed_mounts/* closedMounts */.P)(user.user, facts.mounts ?? ''),
        denied: (0,denied_path/* deniedPath */.vJ)(release, name, user, logLines),
    };
}


/***/ }),

/***/ 8545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W2: () => (/* binding */ chownLine),
  vJ: () => (/* binding */ deniedPath),
  ak: () => (/* binding */ mayBeGiven)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/checks/log-levels.js
var log_levels = __webpack_require__(65078);
;// CONCATENATED MODULE: ./.build/lib/checks/permission.js


/** What systems say of a path that may not be written to, in the languages that Java has it from them. */
const refused = '(?:Permission denied|Read-only file system|Operation not permitted|权限不够|只读文件系统|不允许的操作)';
const messages = [
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
function deniedFolders(all, workdir) {
    const logLines = (0,log_levels/* withoutDetail */.s)(all, () => false);
    const folders = logLines.flatMap((line, at) => messages.flatMap(({ said, folder, maybeRead }) => {
        const path = said.exec(line)?.[1];
        if (path === undefined || !isPath(path))
            return [];
        if (maybeRead && logLines.slice(at + 1, at + 9).some((frame) => /^\s+at /.test(frame) && reading.test(frame))) {
            return [];
        }
        const absolute = external_node_path_.posix.resolve(workdir, path);
        // Libraries look there for what the kernel tells of the machine.
        if (/^\/(?:proc|sys|dev)\//.test(absolute))
            return [];
        // A name without an ending is rather a folder's: `Files.createDirectories` names the first that it cannot make.
        const isFolder = folder || (said.source.includes('AccessDenied') && !/\.[A-Za-z0-9]{1,6}$/.test(absolute));
        return [isFolder ? absolute : external_node_path_.posix.dirname(absolute)];
    }));
    return [...new Set(folders)];
}
/** Whether it can be shown and mounted: an application names what it likes. */
function isPath(path) {
    return path.length <= 500 && !/[\p{Cc}:\\]/u.test(path) && path !== 'null';
}

// EXTERNAL MODULE: ./.build/lib/release/volumes-to-paste.js
var volumes_to_paste = __webpack_require__(84283);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/values/system-places.js
var system_places = __webpack_require__(75229);
// EXTERNAL MODULE: ./.build/lib/values/volumes.js
var values_volumes = __webpack_require__(34374);
;// CONCATENATED MODULE: ./.build/lib/resources/container/denied-path.js





/** Folders of an image that hold its programs, or all that it has: a mount there would hide them. */
const ofTheImage = /^\/(?:(?:bin|boot|dev|etc|lib\w*|proc|sbin|sys|usr)(?:\/.*)?|home|opt|root|run|srv|tmp|var)?$/;
/** Folders named at most. */
const shown = 5;
/** What the log of a release's container says of folders that it cannot write to, and how it can; undefined: nothing. */
function deniedPath({ app, container }, name, { user, workdir }, logLines) {
    const folders = deniedFolders(logLines, workdir || '/').slice(0, shown);
    if (folders.length === 0)
        return undefined;
    const words = {
        container: name,
        path: folders.join(', '),
        user,
        mounted: (0,volumes_to_paste/* writableFolder */.BK)(app, container.volumes),
    };
    const mounts = folders.flatMap((folder) => mountOf(folder, container.volumes) ?? []);
    const readOnly = mounts.find((volume) => volume.readOnly);
    if (readOnly !== undefined)
        return { ...words, volumes: '', chown: '', readOnly: (0,values_volumes/* renderVolume */.Jl)(readOnly) };
    const hosts = [...new Set(mounts.map(({ host }) => host))].filter(mayBeGiven);
    const chown = user === '' ? '' : hosts.map((host) => chownLine(user, host)).join('\n');
    const outside = folders.filter((folder) => mountOf(folder, container.volumes) === undefined);
    const fit = outside.every((folder) => isMountable(folder, workdir, user));
    const volumes = outside.length === 0 || !fit
        ? ''
        : ((0,volumes_to_paste/* volumesToPaste */.us)([...container.volumes, ...(0,volumes_to_paste/* suggestedVolumes */.r2)(app, outside, container.volumes)]) ?? '');
    return { ...words, volumes, chown, readOnly: '' };
}
/** Whether a mount is a folder of the server whose owner may be changed. */
function mayBeGiven(host) {
    return host.startsWith('/') && !(0,system_places/* isOfTheSystem */.a)(host);
}
/** The line that gives a folder of the server to a user, all that is in it too; in one like `/data` may be others' files. */
function chownLine(user, path) {
    return `chown ${/^\/[^/]*$/.test(path) ? '' : '-R '}${user} ${(0,quote/* quote */.h)(path)}`;
}
function mountOf(path, volumes) {
    return volumes
        .filter(({ container }) => path === container || path.startsWith(`${container}/`))
        .toSorted((a, b) => b.container.length - a.container.length)[0];
}
/** Whether a mount at `folder` hides nothing, and the user gets there. */
function isMountable(folder, workdir, user) {
    if (ofTheImage.test(folder) || `${workdir}/`.startsWith(`${folder}/`))
        return false;
    return user.startsWith('0:') || !folder.startsWith('/root/');
}


/***/ }),

/***/ 21026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ observeFunctions)
});

// EXTERNAL MODULE: ./.build/lib/release/release.js
var release = __webpack_require__(85369);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/values/health-status.js
var health_status = __webpack_require__(16426);
;// CONCATENATED MODULE: ./.build/lib/resources/container/signal-script.js
/**
 * Bash function `ask_signal`: whether the application of the container whose first process is `pid` gets the signal
 * `stop`, which asks it to stop, as Docker has it (`SIGTERM`, `15`); hands over as the fact `signal` the process that
 * keeps it and the signal, or nothing where it is heard. The first process of a container ignores what it has no
 * handler for (pid_namespaces(7)).
 */
const askSignal = `# The program of a process, as it was called: "sh" for a script too.
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

// EXTERNAL MODULE: ./.build/lib/resources/container/user-script.js
var user_script = __webpack_require__(94297);
;// CONCATENATED MODULE: ./.build/lib/resources/container/observe-script.js





/** Bytes of a body that are read: an actuator's is smaller. */
const mostOfBody = 65_536;
// `.Id` makes docker read its raw answer, in which keys without a value may be missing. In JSON a large number has all its
// digits. What may be empty has a sign in front; a working folder may have spaces.
const state = [
    '{{.State.Status}} {{json .State.ExitCode}} {{json .State.OOMKilled}} {{json .RestartCount}} {{json .State.Pid}}',
    '{{.State.FinishedAt}} {{.Id}} {{with index .Config "StopSignal"}}{{.}}{{else}}SIGTERM{{end}}',
    ',{{range .NetworkSettings.Networks}}{{with index . "IPAddress"}}{{.}},{{end}}{{end}} {{with index .Config "WorkingDir"}}{{.}}{{end}}',
].join(' ');
/**
 * Bash functions that look at the container `$name`, an id or a name, for all who want to know how its application is:
 * - `ask_state` has `status`, `exit_code`, `out_of_memory`, `restarts`, `pid`, `finished` (when it last ended; in year 1:
 *   never), `id`, `stop`, `address` (its own, on its first network) and `workdir`, as Docker tells; all empty where it is gone.
 * - `ask_health`: whether it is well, asked at that address (a management port needs no publishing). `own` is what the
 *   health path answers, `code` what counts; `000` for no answer.
 * - `tell_answer` hands over what it answered, and the body where it says anything of the application.
 * - `look_at_container` hands over as facts the state and what else {@link readContainer} reads; with the word `briefly` without what
 *   explains a failure, or is warned of before the container serves. All but facts that it prints goes to nobody.
 */
function observeFunctions(health) {
    const { port, path, status, fallback } = health;
    const telling = (0,release/* tellingPath */.ZI)(health);
    return `${user_script/* userFunctions */.r6}
${user_script/* askMounts */.MN}
${askSignal}
ask_state() {
  read -r status exit_code out_of_memory restarts pid finished id stop address workdir < <(docker container inspect --format '${state}' "$name" 2>/dev/null) || true
  address=\${address#,} address=\${address%%,*}
}
ask() { curl -q -s --noproxy '*' -o /dev/null -m 5 -w '%{http_code}' "http://\${address:-127.0.0.1}:$1$2" || true; }
ask_health() {
  own=$(ask ${port} ${(0,quote/* quote */.h)(path)}); own=\${own:-000} code=$own
  if ${(0,health_status/* statusCondition */.y)('code', status)}; then return 0; fi
${fallback === undefined ? '' : askFallback(fallback)}  return 1
}
ask_body() { curl -q -s --noproxy '*' -m 5 "http://\${address:-127.0.0.1}:$1$2" 2>/dev/null | head -c ${mostOfBody} | tr -d '\\0' || true; }
tell_answer() {
  fact answer "$code"
  if [ "$code" = 000 ] || ${(0,health_status/* statusCondition */.y)('code', health_status/* guardedStatus */.RW)}; then return 0; fi
  fact body "$(ask_body ${telling.port} ${(0,quote/* quote */.h)(telling.path)})"
}
# The process that listens on the application's port: an image that begins as root may go on as somebody else.
ask_user() {
  local pid=$pid uid= gid= groups=
  [ -n "$id" ] || return 0
  fact workdir "$workdir"
  if [ "\${pid:-0}" -gt 0 ]; then
    fact started "$(ids_inside "$pid")"
    [ "$1" = briefly ] || ask_signal
    [ ! -d "/proc/$listener/ns" ] || pid=$listener
  fi
  if [ "\${pid:-0}" -le 0 ] || ! ids_of "$pid"; then
    pid=0
    numbers_of "$id" || return 0
  fi
  fact user "$uid:$gid"
  [ "$1" = briefly ] || ask_mounts
}
# containerd loses that message where the control group is gone before it looks (1 of 100 in a test): the kernel's log has it
# under the container's id, kernels before 4.20 in other words. What it says of an earlier end does not count.
kernel_killed() {
  local at up _
  at=$(dmesg | sed -n "s/^\\[ *\\([0-9]*\\)\\..*\\(oom-kill:\\|killed as a result of limit of\\).*$id.*/\\1/p" | tail -n 1)
  read -r up _ < /proc/uptime
  [ -n "$at" ] && [ "$(($(date -d "$finished" +%s) - $(date +%s) + \${up%.*} - at))" -lt 60 ]
}
look_at_container() {
  local sockets listener= _
  # That it was killed for want of memory comes to Docker by a message of its own, at times after that of its end.
  for _ in 1 2 3 4; do
    [ "$status $exit_code $out_of_memory" = 'exited 137 false' ] || break
    sleep 0.5; ask_state
  done
  [ "$exit_code $out_of_memory" != '137 false' ] || ! kernel_killed || out_of_memory=true
  fact status "$status"
  fact exitCode "$exit_code"
  fact outOfMemory "$out_of_memory"
  fact restarts "$restarts"
  if [ "\${pid:-0}" -gt 0 ]; then
    sockets=$(nsenter -t "$pid" -n ss -ltnp 2>/dev/null) || true
    listener=$(printf '%s\\n' "$sockets" | sed -n 's/^LISTEN .*[:.]${port} .*pid=\\([0-9]*\\).*/\\1/p' | head -n 1)
    fact sockets "$(printf '%s\\n' "$sockets" | awk '$1 == "LISTEN" {print $4}' | sort -u | tr '\\n' ' ')"
  fi
  ask_user "\${1-}" || true
} 2>/dev/null`;
}
/** A guarded or moved actuator answers 401 or 404: then the application itself is asked. */
function askFallback({ port, path, status }) {
    return `  if ${(0,health_status/* statusCondition */.y)('code', health_status/* guardedStatus */.RW)}; then
    code=$(ask ${port} ${(0,quote/* quote */.h)(path)}); code=\${code:-000}
    if ${(0,health_status/* statusCondition */.y)('code', status)}; then return 0; fi
  fi
`;
}


/***/ }),

/***/ 94297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MN: () => (/* binding */ askMounts),
/* harmony export */   Vo: () => (/* binding */ giveFolders),
/* harmony export */   r6: () => (/* binding */ userFunctions)
/* harmony export */ });
/* harmony import */ var _fragments_process_user_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58917);

/**
 * Bash functions about the user of a container:
 * - `numbers_of ID`: has its user, group and groups in `uid`, `gid` and `groups` (separated by commas) as the image's passwd
 *   and group have them; nothing in the image is run, so that one without a shell will do.
 * - `ids_of PID`: the same as the server counts them for a process that runs.
 * - `ids_inside PID` (process-user.ts).
 */
const userFunctions = `${_fragments_process_user_js__WEBPACK_IMPORTED_MODULE_0__/* .processUser */ .N}
accounts() { docker cp -L "$1:/etc/$2" - 2>/dev/null | tar -xO 2>/dev/null | head -c 1000000; }
# The line of an account by its name or its number.
account() { word=$1 awk -F: '$1 "" == ENVIRON["word"] || $3 "" == ENVIRON["word"] { print; exit }'; }
numbers_of() {
  local user name group= more passwd list line word
  user=$(docker container inspect --format '{{.Config.User}}' "$1" 2>/dev/null) || return 1
  name=\${user%%:*} name=\${name:-0}
  case $user in *:*) group=\${user#*:} ;; esac
  passwd=$(accounts "$1" passwd) || passwd=
  list=$(accounts "$1" group) || list=
  line=$(account "$name" <<<"$passwd")
  if [ -n "$line" ]; then
    IFS=: read -r name word uid gid word <<<"$line"
  else
    uid=$name gid=0
  fi
  more=$(docker container inspect --format '{{range .HostConfig.GroupAdd}}{{println .}}{{end}}' "$1" 2>/dev/null) || more=
  if [ -n "$group" ]; then
    line=$(account "$group" <<<"$list")
    gid=$group
    [ -z "$line" ] || IFS=: read -r word word gid word <<<"$line"
  else
    more+=" $(name=$name awk -F: '{ count = split($4, members, ","); for (at = 1; at <= count; at++) if (members[at] == ENVIRON["name"]) print $3 }' <<<"$list")"
  fi
  groups=$gid
  for word in $more; do
    line=$(account "$word" <<<"$list")
    [ -z "$line" ] || IFS=: read -r group group word group <<<"$line"
    case $word in *[!0-9]*) ;; *) groups+=",$word" ;; esac
  done
  case $uid$gid in ''|*[!0-9]*) uid= gid=; return 1 ;; esac
}
ids_of() {
  read -r uid gid groups < <(awk '$1 == "Uid:" { uid = $3 } $1 == "Gid:" { gid = $3 }
    $1 == "Groups:" { for (at = 2; at <= NF; at++) more = more "," $at } END { if (uid != "") print uid, gid, gid more }' "/proc/$1/status" 2>/dev/null) || true
  [ -n "$uid" ]
}`;
/**
 * Bash that gives folders, which were made for a container and are empty and root's still, to its user where only its image
 * tells who that is. Needs {@link userFunctions}; the container's id is in `file`.
 */
const giveFolders = (file) => `give_folders() {
  local folder uid= gid= groups=
  numbers_of "$(cat ${file})" && [ "$uid" -ne 0 ] || return 0
  for folder; do
    [ -d "$folder" ] && [ ! -L "$folder" ] && [ "$(stat -c %u:%g "$folder")" = 0:0 ] && [ -z "$(ls -A "$folder")" ] || continue
    chown -h "$uid:$gid" "$folder" || return 1
  done
}`;
/**
 * Bash function `ask_mounts`: asks for each folder and file that the container \`id\` mounts for writing whether \`uid\`,
 * \`gid\` and \`groups\` can write to it, as they would, without writing and without a program of the image; hands over those
 * to which they cannot as the fact \`mounts\`, a line each, tabs between: what hinders them, path on the server, path in the
 * container, owner, mode, some files. \`pid\` is a process of the container, 0 where none runs.
 */
const askMounts = `# Runs a program as the container's user, by the server's own files.
as_user() {
  if [ "$uid" -ne 0 ]; then chroot --userspec="+$uid:+$gid" --groups="$groups" / "$@"
  elif [ "$overrides" = yes ]; then "$@"
  else setpriv --bounding-set=-dac_override,-dac_read_search "$@"; fi
}
# False only where the answer is no: what cannot be asked hinders nobody.
can_write() {
  local code=0
  as_user test -w "$1" || code=$?
  [ "$code" -ne 1 ] || return 1
  [ -d "$1" ] || return 0
  as_user test -x "$1" || code=$?
  [ "$code" -ne 1 ]
}
plain() { printf %s "\${1//[[:cntrl:]]/?}"; }
ask_mounts() {
  local kind name source place hindrance some count file overrides=yes found=
  if [ "$pid" -gt 0 ]; then
    # Root of a user namespace rules over those files alone whose owners the namespace has.
    case $(ids_inside "$pid") in 0:*) [ "$uid" -eq 0 ] || return 0 ;; esac
    [ "$uid" -ne 0 ] || [ $((0x$(awk '$1 == "CapEff:" { print $2 }' "/proc/$pid/status") & 2)) -ne 0 ] || overrides=no
    [ "$overrides" = yes ] || type -P setpriv >/dev/null || return 0
  fi
  while IFS= read -r -d '' kind && IFS= read -r -d '' name && IFS= read -r -d '' source && IFS= read -r -d '' place; do
    # A volume without a name of its own is this container's alone.
    case $kind in bind) ;; volume) [[ ! $name =~ ^[0-9a-f]{64}$ ]] || continue ;; *) continue ;; esac
    [ -d "$source" ] || [ -f "$source" ] || continue
    hindrance= some=
    { exec 8<"$source"; } 2>/dev/null || continue
    # A server of NFS may refuse root alone, whom it takes for nobody.
    if [ ! -w "$source" ] && [ "$(stat -f -c %T "$source")" != nfs ]; then
      hindrance=read-only
    elif ! can_write /proc/self/fd/8; then
      hindrance=closed
    elif [ "$pid" -gt 0 ] && [ "$(stat -Lc %d:%i "/proc/$pid/root$place" 2>/dev/null)" = "$(stat -Lc %d:%i "$source")" ] && { exec 9<"/proc/$pid/root"; } 2>/dev/null; then
      # The same from the container's root, so that the folders above it count.
      can_write "/proc/self/fd/9$place" || hindrance=out-of-reach
      exec 9<&-
    fi
    if [ -z "$hindrance" ] && [ -d "$source" ] && { [ "$uid" -ne 0 ] || [ "$overrides" = no ]; }; then
      count=0
      while [ "$count" -lt 3 ] && IFS= read -r -d '' file; do
        some+="\${some:+, }$(plain "$file")" count=$((count + 1)) hindrance=files
      done < <(as_user timeout 10 find /proc/self/fd/8/ -xdev -mindepth 1 -name lost+found -prune -o \\( -type d -o -type f \\) ! -uid "$uid" ! -writable -printf '%P\\0' 2>/dev/null)
    fi
    exec 8<&-
    [ -z "$hindrance" ] || found+="$hindrance"$'\\t'"$(plain "$source")"$'\\t'"$(plain "$place")"$'\\t'"$(stat -Lc '%u:%g'$'\\t''%a' "$source")"$'\\t'"$some"$'\\n'
  done < <(docker container inspect --format '{{range .Mounts}}{{if .RW}}{{printf "%s\\x00%s\\x00%s\\x00%s\\x00" .Type .Name .Source .Destination}}{{end}}{{end}}' "$id" 2>/dev/null)
  fact mounts "$found"
}`;


/***/ }),

/***/ 49677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ certificateFileProbe),
/* harmony export */   bz: () => (/* binding */ certificatesProbe)
/* harmony export */ });
/* unused harmony export readCertificates */
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27431);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _nginx_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(347);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27113);




// Directives are told apart by what ends them, since a block may stand on one line; relative paths count from the folder
// of the main file (ngx_http_ssl_module). What else is printed there names no file.
const script = `
{
  (
    dump=$(printf '%s\\n' "\${${_nginx_js__WEBPACK_IMPORTED_MODULE_2__/* .nginxAnswer */ .dC}-}" | sed -n 's/^dump //p' | base64 -d)
    folder=$(printf '%s\\n' "$dump" | sed -n 's/^# configuration file \\(.*\\)\\/[^/]*:$/\\1/p' | head -n 1)
    printf '%s\\n' "$dump" | tr ';{}' '\\n\\n\\n' |
      sed -nE "s/^[[:space:]]*ssl_certificate(_key)?[[:space:]]+[\\"']?([^\\"']*[^\\"'[:space:]])[\\"']?[[:space:]]*$/\\2/p" |
      while IFS= read -r path; do case $path in /*) echo "$path" ;; *) echo "$folder/$path" ;; esac; done
  )
  # Newest first, before the list is cut; folders that are links as well.
  find -H /etc/nginx/ssl /etc/nginx/ssl/*/ -type f \\( -name '*.crt' -o -name '*.pem' -o -name '*.key' \\) -size -64k -printf '%T@ %p\\n' 2>/dev/null |
    sort -rn | cut -d' ' -f2-
} | awk '!seen[$0]++' | head -n 200 | while IFS= read -r path; do
  [ -f "$path" ] || continue
  # One file may hold both; of a key only its public half leaves the server.
  if grep -q 'BEGIN CERTIFICATE' "$path"; then
    echo "certificate $(printf %s "$path" | base64 -w0) $(sed -n '/BEGIN CERTIFICATE/,/END CERTIFICATE/p' "$path" | base64 -w0)"
  fi
  if grep -q 'PRIVATE KEY' "$path"; then
    echo "key $(printf %s "$path" | base64 -w0) $(openssl pkey -in "$path" -passin pass: -pubout 2>/dev/null | base64 -w0)"
  fi
done`;
/** Asks for the certificates that the server has; for those that nginx names, its probe is to be asked before. */
const certificatesProbe = { script, read: readCertificates };
/** Reads the probe's lines: what it is, its path, its text, both in base64. */
function readCertificates(output) {
    const files = (word) => (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .readLines */ .S)(output)
        .fields(word)
        .map(([path, text]) => ({ path: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(path), text: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(text) }));
    return {
        certificates: files('certificate'),
        keys: files('key').map(({ path, text }) => ({ path, publicKey: text })),
    };
}
/** Asks for the certificates of one file of the server, as text; empty where it has none. */
function certificateFileProbe(path) {
    const file = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path);
    return {
        script: `[ ! -f ${file} ] || sed -n '/BEGIN CERTIFICATE/,/END CERTIFICATE/p' ${file} | head -n 1000`,
        read: (output) => output,
    };
}


/***/ }),

/***/ 80402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ closedPlacesProbe),
/* harmony export */   $h: () => (/* binding */ closed),
/* harmony export */   XD: () => (/* binding */ readClosed),
/* harmony export */   oo: () => (/* binding */ closedFailures)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27431);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21395);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27113);




/**
 * Bash function `closed PATH...`: a line for each that takes no writes. Only what is certain is told: a read-only mount, or
 * an attribute. What root may not write for another reason (a network's file system) may still be written by other means.
 */
const closed = `closed() {
  local path at line point options state mount prefix why count=0
  local -a nearest=() ats=() points=() modes=()
  local -A reals=() attributes=()
  for path; do
    at=$path
    while [ ! -e "$at" ]; do at=\${at%/*}; at=\${at:-/}; done
    nearest+=("$at")
    [ -n "\${reals[$at]+asked}" ] || { reals[$at]=; ats+=("$at"); }
  done
  [ "\${#ats[@]}" -gt 0 ] || return 0
  # Each program is asked of all at once, since a process for each place costs more than all the rest.
  while IFS= read -r -d '' line; do
    reals[\${ats[count++]}]=$line
  done < <(readlink -zm -- \${ats[@]+"\${ats[@]}"})
  while read -r state line; do [ -z "$line" ] || attributes[$line]=$state; done < <(lsattr -d -- \${reals[@]+"\${reals[@]}"} 2>/dev/null)
  while read -r _ _ _ _ point options line; do
    # Octal are the characters that would end a field (proc(5)).
    case $point in *\\\\*) printf -v point %b "\${point//\\\\/\\\\0}" ;; esac
    points+=("$point") modes+=(",$options,\${line##* },")
  done </proc/self/mountinfo
  count=0
  for path; do
    at=\${reals[\${nearest[count++]}]} mount= state= why=
    for point in "\${!points[@]}"; do
      line=\${points[point]}
      [ "\${#line}" -ge "\${#mount}" ] || continue
      # Never empty: bash 5.2 takes "\${x%/}"/* to match nothing where the expansion is empty.
      prefix=\${line%/}/
      case \${at%/}/ in "$prefix"*) mount=$line state=\${modes[point]} ;; esac
    done
    case \${attributes[$at]:-} in *[ia]*) why=attribute ;; esac
    case $state in *,ro,*) [ -w "$at" ] || why=mount ;; esac
    [ -z "$why" ] || echo "closed $(printf %s "$path" | base64 -w0) $(printf %s "$at" | base64 -w0) $why $(printf %s "$mount" | base64 -w0)"
  done
}`;
/** Asks which of `paths` take no writes. */
function closedPlacesProbe(paths) {
    return { script: `${closed}\nclosed ${paths.map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h).join(' ')}`, read: readClosed };
}
/** Reads the lines that `closed` printed, among others. */
function readClosed(output) {
    return (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .readLines */ .S)(output)
        .fields('closed')
        .map(([path, at, why, mount]) => ({
        path: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D4)(path),
        at: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D4)(at),
        why: why === 'mount' ? 'mount' : 'attribute',
        mount: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D4)(mount),
    }));
}
/** The failures of those of `places` that are to be written, one for each thing to open. */
function closedFailures(places, paths) {
    const found = places.filter(({ path }) => paths.includes(path));
    const first = found.filter((place, index) => found.findIndex((one) => one.at === place.at) === index);
    return first.map(({ path, at, why, mount }) => why === 'mount'
        ? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('PLACE_READ_ONLY', { path, mount, folder: (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(mount) })
        : (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('PLACE_IMMUTABLE', { path, at, target: (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(at) }));
}


/***/ }),

/***/ 25771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ containerDetails),
/* harmony export */   l8: () => (/* binding */ containers),
/* harmony export */   qk: () => (/* binding */ listContainersOnce)
/* harmony export */ });
/* harmony import */ var _release_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10509);

const format = `{{.ID}}\\t{{.Names}}\\t{{.Ports}}\\t{{json (.Label "${_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.app}")}}\\t{{json (.Label "${_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.build}")}}`;
/**
 * Bash function `containers`: a line a container, whatever its state, tabs between: id, name, published ports, and in JSON
 * the labels that name an application and a build. The labels tell whose it may be, never whose it is. Of several names
 * the first that is no link's counts. Where {@link listContainersOnce} went before, Docker is not asked again.
 */
const containers = `containers() {
  if [ -n "\${container_list+listed}" ]; then printf '%s' "\${container_list:+$container_list$'\\n'}"; return; fi
  docker ps -a --no-trunc --format '${format}' |
    awk -F '\\t' -v OFS='\\t' '{ count = split($2, names, ","); for (at = count; at > 0; at--) if (names[at] !~ "/") $2 = names[at]; print }'
}`;
// Read by containers.ts. The environment is left out on purpose: it holds secrets, and nothing there needs it.
const inJson = `{"id":{{json .Id}},"name":{{json .Name}},"image":{{json .Image}},"labels":{{json .Config.Labels}},\
"status":{{json .State.Status}},"exitCode":{{json .State.ExitCode}},"outOfMemory":{{json .State.OOMKilled}},\
"unstartable":{{if .State.Error}}true{{else}}false{{end}},\
"restarts":{{json .RestartCount}},"restartPolicy":"{{with .HostConfig.RestartPolicy}}{{.Name}}{{if .MaximumRetryCount}}:{{.MaximumRetryCount}}{{end}}{{end}}",\
"startedAt":{{json .State.StartedAt}},"finishedAt":{{json .State.FinishedAt}},"memoryLimit":{{json .HostConfig.Memory}},\
"networkMode":{{json .HostConfig.NetworkMode}},"ports":{{json .HostConfig.PortBindings}},"pid":{{json .State.Pid}}}`;
/** What may hold anything, as a word: escaped as in a URL, with a sign in front, since it may be empty. */
const word = (value) => `={{with ${value}}}{{urlquery .}}{{end}}`;
// `.Id` makes docker read its raw answer, in which keys without a value may be missing: only `index` asks for such.
const details = `container {{.Id}} ${inJson}
image {{.Id}} {{.Image}} ${word('.Config.Image')} ={{with .Config.Labels}}{{with index . "${_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.release}"}}{{urlquery .}}{{end}}{{end}} {{.State.Status}}
{{range index . "Mounts"}}mount {{$.Id}} ${word('$.Name')} {{index . "Type"}} {{.RW}} ${word('.Source')} ${word('index . "Name"')}
{{end}}`;
/**
 * Bash functions about all containers:
 * - `inspected`: lines `container ID JSON`, `image ID IMAGE NAMED-IMAGE RELEASE STATUS` and `mount ID NAME TYPE RW SOURCE
 *   VOLUME`. Where {@link listContainersOnce} went before, Docker is not asked again.
 * - `unescape WORD`: has in `plain` what a word with a `=` in front stands for.
 * They need {@link containers} in front.
 */
const containerDetails = `inspected() {
  if [ -n "\${container_details+listed}" ]; then printf '%s' "$container_details"; return; fi
  containers | cut -f 1 | xargs -r docker container inspect --format '${details}'
}
unescape() { plain=\${1#=} plain=\${plain//+/ }; printf -v plain %b "\${plain//%/\\\\x}"; }`;
/**
 * Bash in front of several probes that use `containers` and `inspected`: a call of docker costs more than most questions. A
 * client that another user can change is not run by any of them (rule *Roots alone*). Where no process could be started
 * for it, nothing is told at all.
 */
const listContainersOnce = `${containers}
${containerDetails}
client=$(type -P docker) || client=
[ -z "$client" ] || [ -z "$(strangers "$client")" ] || docker() { return 126; }
listed=$(containers 2>/dev/null </dev/null; printf .)
[ -n "$listed" ] || exit 71
listed=\${listed%.} container_list=\${listed%$'\\n'}
listed=$(inspected 2>/dev/null </dev/null; printf .)
[ -n "$listed" ] || exit 71
container_details=\${listed%.}
# Older clients end at the first one that is gone meanwhile.
for id in $(printf '%s\\n' "$container_list" | cut -f 1); do
  case $'\\n'$container_details in
    *$'\\n'"container $id "*) ;;
    *) container_details+=$(docker container inspect --format '${details}' "$id" 2>/dev/null </dev/null)$'\\n' ;;
  esac
done`;


/***/ }),

/***/ 84097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ containersProbe)
/* harmony export */ });
/* unused harmony export readContainers */
/* harmony import */ var _fragments_process_user_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58917);
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10386);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);
/* harmony import */ var _container_list_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25771);




/** Asks for the containers of an application, by label or by a record, and for the one that bears its name. */
function containersProbe(app, image) {
    return {
        script: `
${_container_list_js__WEBPACK_IMPORTED_MODULE_1__/* .containers */ .l8}
${_container_list_js__WEBPACK_IMPORTED_MODULE_1__/* .containerDetails */ .Qq}
${_fragments_process_user_js__WEBPACK_IMPORTED_MODULE_2__/* .processUser */ .N}
ids=$( { find ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .applicationDirectory */ .gZ)(app))}/releases/*/container -maxdepth 0 -type f -exec awk 1 {} + 2>/dev/null; containers; } |
  awk -F '\\t' -v name=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(image)} -v app=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(JSON.stringify(app))} 'NF < 2 { recorded[$1] = 1; next } $1 in recorded || $2 == name || $4 == app { print $1 }' | sort -u)
[ -n "$ids" ] || exit 0
# Of a container that a shell starts, the first process is the shell: all that it began counts.
processes=$(cat /proc/[0-9]*/status 2>/dev/null | grep -aE '^(Pid|PPid|VmRSS):')
inspected | sed -n 's/^container //p' | sort | while IFS= read -r line; do
  case $'\\n'$ids$'\\n' in *$'\\n'"\${line%% *}"$'\\n'*) line=\${line#* } ;; *) continue ;; esac
  pid=\${line##*\\"pid\\":}; pid=\${pid%\\}}
  rss=$(printf '%s\\n' "$processes" | awk -v top="$pid" '$1 == "Pid:" { pid = $2 } $1 == "PPid:" { above[pid] = $2 } $1 == "VmRSS:" { size[pid] = $2 }
    END { for (one in size) { for (at = one + 0; at > 1 && at != top; at = above[at] + 0); if (at == top) sum += size[one] }; if (top > 0) print sum }')
  user=$(ids_inside "$pid")
  printf '%s %s %s\\n' "\${rss:-0}" "\${user:--}" "$line"
done`,
        read: readContainers,
    };
}
/** Reads a line a container: resident kilobytes, its user, then JSON. */
function readContainers(output) {
    return output
        .split('\n')
        .filter(Boolean)
        .map((line) => {
        const [, kilobytes, user, json = ''] = /^(\d+) (\S+) (.*)$/.exec(line) ?? [];
        const inspected = JSON.parse(json);
        const bindings = Object.values(inspected.ports ?? {}).flatMap((of) => of ?? []);
        return {
            ...inspected,
            name: inspected.name.replace(/^\//, ''),
            labels: inspected.labels ?? {},
            memory: Number(kilobytes) * 1024,
            user: (0,_fragments_process_user_js__WEBPACK_IMPORTED_MODULE_2__/* .readProcessUser */ .H)(user),
            ports: bindings.map(({ HostPort }) => Number(HostPort)).filter((port) => port > 0),
        };
    });
}


/***/ }),

/***/ 9121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ dockerProbe)
/* harmony export */ });
/* unused harmony export readDocker */
/* harmony import */ var _fragments_masked_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47269);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27431);
/* harmony import */ var _shell_strangers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65160);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27113);




// A snap's client is on no PATH, nor is one of /usr/local where another user can change a program there (script-text.ts).
// podman-docker's client is a script that calls podman; its answers are not those of docker, and come with words of its
// own on standard error.
const script = `
${_fragments_masked_units_js__WEBPACK_IMPORTED_MODULE_2__/* .isMasked */ .S}
masked() {
  ! is_masked docker.service || echo "masked docker.service"
  # Its unit decides whether it needs the socket.
  ! is_masked docker.socket || ! systemctl show -p Requires docker.service | grep -qF docker.socket || echo "masked docker.socket"
}
[ -f /etc/docker/daemon.json ] && echo "daemon $(base64 -w0 </etc/docker/daemon.json)"
for client in "$(type -P docker)" /usr/local/bin/docker /snap/bin/docker missing; do [ ! -x "$client" ] || break; done
[ "$client" != missing ] || { echo missing; masked; exit; }
echo "client $(readlink -f "$client")"
case $client in
  /usr/local/*) found=$(strangers "$client" \${strange_program:+"$strange_program"}) ;;
  *) found=$(strangers "$client") ;;
esac
[ -z "$found" ] || { printf '%s\\n' "$found" | sed 's/^/stranger /'; exit; }
case $client in /snap/*) exit ;; esac
head -c 512 "$client" | grep -aq podman && echo "podman yes"
if version=$(docker version --format '{{json .Server}}' 2>/dev/null); then
  echo "version $version"
  echo "info $(docker info --format '{{json .}}' 2>/dev/null)"
else
  echo "detail $(docker version 2>&1 >/dev/null | tr '\\n' ' ')"
  masked
fi`;
/** Asks for the Docker Engine. */
const dockerProbe = { script, read: readDocker };
/** Reads the probe's lines: a word, then its value. */
function readDocker(output) {
    const { value, values, has } = (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .readLines */ .S)(output);
    const daemonJson = has('daemon') ? (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(value('daemon')) : undefined;
    const client = value('client');
    const masked = values('masked');
    if (client === undefined)
        return { state: 'missing', daemonJson, masked };
    const podman = value('podman') === 'yes';
    const [version, info] = [parse(value('version')), parse(value('info'))];
    if (version === undefined || info === undefined) {
        const strangers = (0,_shell_strangers_js__WEBPACK_IMPORTED_MODULE_1__/* .readStrangers */ .E)(values('stranger').join('\n'));
        return { state: 'stopped', client, podman, detail: value('detail') ?? '', daemonJson, masked, strangers };
    }
    return {
        state: 'running',
        client,
        version: version.Version ?? '',
        podman: podman || (version.Components?.some((component) => /podman/i.test(component.Name ?? '')) ?? false),
        rootless: info.SecurityOptions?.some((option) => option.includes('rootless')) ?? false,
        rootDirectory: info.DockerRootDir ?? '/var/lib/docker',
        containerdStore: (info.DriverStatus ?? []).some(([, value]) => value.startsWith('io.containerd.snapshotter')),
        loggingDriver: info.LoggingDriver ?? 'json-file',
        registryMirrors: info.RegistryConfig?.Mirrors ?? [],
        daemonJson,
    };
}
function parse(json) {
    try {
        // `null` is what a client says of an engine that it does not know.
        return json === undefined ? undefined : (JSON.parse(json) ?? undefined);
    }
    catch {
        return undefined;
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

/***/ 31155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Er: () => (/* binding */ baseImagesProbe),
/* harmony export */   T: () => (/* binding */ imagesProbe),
/* harmony export */   b1: () => (/* binding */ buildLeftoversProbe),
/* harmony export */   e_: () => (/* binding */ hasImage),
/* harmony export */   ef: () => (/* binding */ lookForImagesOnce)
/* harmony export */ });
/* harmony import */ var _release_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10509);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _container_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25771);



const format = `{"id":{{json .Id}},"labels":{{json .Config.Labels}},"tags":{{json .RepoTags}}}`;
/** Asks for all images that bear an application's image name, whoever made them. */
function imagesProbe(image) {
    return {
        script: `${_container_list_js__WEBPACK_IMPORTED_MODULE_2__/* .containers */ .l8}
${_container_list_js__WEBPACK_IMPORTED_MODULE_2__/* .containerDetails */ .Qq}
docker image ls -q --no-trunc ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(image)} | sort -u | xargs -r docker image inspect --format ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(format)}
inspected | awk '$1 == "image" {print "on", $3, $2}'`,
        read: (output) => readImages(output, image),
    };
}
/** Reads a line an image in JSON, then a line a container with its image's id. */
function readImages(output, image) {
    const users = [...output.matchAll(/^on (\S+) (\S+)$/gm)];
    return output
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line))
        .flatMap(({ id, labels, tags }) => (tags ?? [])
        .filter((tag) => tag.startsWith(`${image}:`))
        .map((tag) => ({
        tag,
        id,
        app: labels?.[_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.app],
        release: labels?.[_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.release],
        containers: users.flatMap(([, of, container = '']) => (of === id ? [container] : [])),
    })));
}
/** Bash function `has_image IMAGE`. Where {@link lookForImagesOnce} went before, Docker is not asked again. */
const hasImage = `has_image() {
  [ -n "\${images_there+asked}" ] || { docker image inspect --format . "$1" >/dev/null; return; }
  case $'\\n'$images_there in *$'\\n'"$1"$'\\n'*) ;; *) return 1 ;; esac
}`;
/**
 * Bash in front of several probes that ask for the same `images`. Where no process could be started for it, nothing is told
 * at all.
 */
function lookForImagesOnce(images) {
    return `${hasImage}
looked=$({ ${listThose(images)}; } 2>/dev/null </dev/null; printf .)
[ -n "$looked" ] || exit 71
images_there=\${looked%.}`;
}
/** Bash that prints those of `images` that are on the server, a line each. */
function listThose(images) {
    return `for image in ${images.map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h).join(' ')}; do ! has_image "$image" || printf '%s\\n' "$image"; done`;
}
/** Asks which of `images`, by the names under which a Dockerfile has them, are on the server. */
function baseImagesProbe(images) {
    return {
        script: `${hasImage}\n${listThose(images)}`,
        read: (output) => output.split('\n').filter(Boolean),
    };
}
/**
 * Asks for the containers that a build which was cut short left: of an image in the middle of a build (it has the build's
 * label, and none of a release), made by its id and not by a name, and at a standstill. Only the classic builder makes such.
 */
function buildLeftoversProbe(app) {
    return {
        script: `${_container_list_js__WEBPACK_IMPORTED_MODULE_2__/* .containers */ .l8}
${_container_list_js__WEBPACK_IMPORTED_MODULE_2__/* .containerDetails */ .Qq}
{ containers | awk -F '\\t' -v app=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(JSON.stringify(app))} '$5 == app {print $1}'; inspected; } |
  awk 'NF == 1 {of[$1]; next} $1 == "image" && $2 in of {print $2, $4, $5, $6}'`,
        // Named by its id, in the escape of a URL; no release.
        read: (output) => [...output.matchAll(/^(\S+) =sha256%3A[0-9a-f]{64} = (?:created|exited|dead)$/gm)].map(([, id = '']) => id),
    };
}


/***/ }),

/***/ 88895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bC: () => (/* binding */ manualContainersProbe)
/* harmony export */ });
/* unused harmony exports candidatesScript, readManualContainers */
/* harmony import */ var _fragments_process_user_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58917);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27431);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _container_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25771);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27113);





// Records end in NUL, since values may have line breaks; one without anything ends a container.
const format = `{{printf "%s\\x00" .Id}}{"id":{{json .Id}},"name":{{json .Name}},"image":{{json .Config.Image}},"imageId":{{json .Image}},\
"status":{{json .State.Status}},"pid":{{json .State.Pid}},"labels":{{json .Config.Labels}},\
"entrypoint":{{json .Config.Entrypoint}},"command":{{json .Config.Cmd}},"user":{{json .Config.User}},\
"workingDirectory":{{json .Config.WorkingDir}},"hostname":{{json .Config.Hostname}},"mounts":{{json .Mounts}},\
"networks":{{json .NetworkSettings.Networks}},"host":{{json .HostConfig}}}{{printf "\\x00"}}{{json .State.Pid}}{{printf "\\x00%s\\x00" .Image}}\
{{range .Config.Env}}{{printf "=%s\\x00" .}}{{end}}{{printf "\\x00"}}`;
const imageFormat = `{"entrypoint":{{json .Config.Entrypoint}},"command":{{json .Config.Cmd}},"user":{{json .Config.User}}}\
{{printf "\\x00"}}{{range .Config.Env}}{{printf "=%s\\x00" .}}{{end}}`;
/**
 * Bash that prints the ids of `containers` that could be taken over, twenty at most: those of the application's name,
 * then those that publish a port.
 */
function candidatesScript(image) {
    return `containers |
  awk -F '\\t' -v name=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(image)} 'tolower($2) == name || index($2, name "-adopted-") == 1 {print 1, $1; next} $3 ~ /->/ {print 2, $1}' | sort -s -n -k 1,1 | cut -d ' ' -f 2 |
  grep -vxF "\${ours:--}" | head -n 20`;
}
// Names of variables leave the server, values do not. The one of the application's name comes first, with one that was
// taken over and kept, then those that publish a port: no other is ever taken over.
const script = (app, image) => `
${_container_list_js__WEBPACK_IMPORTED_MODULE_2__/* .containers */ .l8}
${_fragments_process_user_js__WEBPACK_IMPORTED_MODULE_3__/* .processUser */ .N}
# Ours is what a release recorded; an image's label is inherited. What bears another application's is nobody's to adopt.
ours=$(find /docker/app/*/releases/*/container -maxdepth 0 -type f -exec awk 1 {} + 2>/dev/null
  containers | awk -F '\\t' -v app=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(JSON.stringify(app))} '$4 != "\\"\\"" && $4 != app {print $1}')
candidates=$(${candidatesScript(image)})
declare -A asked=() settings=() of_image=()
ask_image() {
  local record key
  [ -n "$1" ] && [ -z "\${asked[$1]:-}" ] || return 0
  asked[$1]=yes
  while IFS= read -r -d '' record; do
    case $record in
      =*) key="$1 \${record#=}"; of_image[$key]=1 ;;
      *) settings[$1]=$record ;;
    esac
  done < <(docker image inspect --format ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(imageFormat)} "$1")
}
ask_containers() {
  local id inspected pid image entry key origin form rss user
  while IFS= read -r -d '' id && IFS= read -r -d '' inspected && IFS= read -r -d '' pid && IFS= read -r -d '' image; do
    # Docker ends each container's line with a line break.
    id=\${id##*$'\\n'}
    asked[$id]=yes
    ask_image "$image"
    rss=$(sed -n 's/^VmRSS:[^0-9]*\\([0-9]*\\) kB/\\1/p' "/proc/$pid/status" 2>/dev/null)
    user=$(ids_inside "$pid")
    echo "container $id \${rss:-0} \${user:--} $(printf %s "$inspected" | base64 -w0) $(printf %s "\${settings[\${image:--}]:-}" | base64 -w0)"
    while IFS= read -r -d '' entry && [ -n "$entry" ]; do
      entry=\${entry#=} key="$image $entry"
      origin=own; [ -n "\${of_image[$key]:-}" ] && origin=image
      form=line; case $entry in *[$'\\n\\r']*) form=lines ;; esac
      echo "variable $id $origin $form $(printf %s "\${entry%%=*}" | base64 -w0)"
    done
  done < <(docker container inspect --format ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(format)} "$@")
}
[ -z "$candidates" ] || ask_containers $candidates
# Older clients end at the first one that is gone meanwhile.
for id in $candidates; do [ -n "\${asked[$id]:-}" ] || ask_containers "$id"; done
true`;
/**
 * Asks for the containers that were not made by this action: that of the application's name, one that was kept, and
 * those that publish a port.
 */
function manualContainersProbe(app, image) {
    return { script: script(app, image), read: readManualContainers };
}
/** Reads the probe's lines: one a container with its image, both in JSON and base64, one a variable. */
function readManualContainers(output) {
    const { fields } = (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .readLines */ .S)(output);
    const variables = fields('variable').map(([id, origin, form, name]) => ({
        id,
        name: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(name),
        ofImage: origin === 'image',
        writable: form === 'line',
    }));
    return fields('container').map(([id, rss, ids, container, image = '']) => {
        const one = JSON.parse((0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(container));
        const of = image === '' ? {} : JSON.parse((0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(image));
        const labels = one.labels ?? {};
        return {
            id: one.id,
            name: one.name.replace(/^\//, ''),
            image: one.image,
            imageId: one.imageId,
            status: one.status,
            pid: one.pid,
            memory: Number(rss) * 1024,
            restartPolicy: policyOf(one.host.RestartPolicy),
            composeProject: labels['com.docker.compose.project'],
            keptAliveBy: labels['com.docker.swarm.service.name'] ?? labels['io.kubernetes.pod.name'],
            command: [...(one.entrypoint ?? []), ...(one.command ?? [])],
            imageCommand: [...(of.entrypoint ?? []), ...(of.command ?? [])],
            user: one.user,
            ids: (0,_fragments_process_user_js__WEBPACK_IMPORTED_MODULE_3__/* .readProcessUser */ .H)(ids),
            imageUser: of.user ?? '',
            workingDirectory: one.workingDirectory,
            hostname: one.id.startsWith(one.hostname) || one.host.NetworkMode === 'host' ? undefined : one.hostname,
            mounts: (one.mounts ?? []).map(toMount).toSorted((a, b) => (a.destination < b.destination ? -1 : 1)),
            published: Object.entries(one.host.PortBindings ?? {}).flatMap(toPublished),
            networkMode: one.host.NetworkMode ?? 'default',
            networks: Object.entries(one.networks ?? {}).map(([name, network]) => toNetwork(name, network, one, labels)),
            environment: variables
                .filter((variable) => variable.id === id)
                .map(({ name, ofImage, writable }) => ({ name, ofImage, writable })),
            host: one.host,
        };
    });
}
/** As `docker update --restart` takes it. */
function policyOf({ Name = '', MaximumRetryCount = 0 } = {}) {
    return MaximumRetryCount > 0 ? `${Name}:${MaximumRetryCount}` : Name || 'no';
}
function toMount({ Type, Name, Source, Destination, RW }) {
    return { kind: Type, source: Type === 'volume' ? (Name ?? Source) : Source, destination: Destination, readOnly: !RW };
}
function toPublished([key, bindings]) {
    const [port, protocol = 'tcp'] = key.split('/');
    return (bindings ?? [])
        .filter((binding) => binding.HostPort !== undefined && binding.HostPort !== '')
        .map(({ HostIp, HostPort }) => ({
        containerPort: Number(port),
        protocol,
        address: HostIp === '0.0.0.0' || HostIp === '::' ? '' : (HostIp ?? ''),
        port: Number(HostPort),
    }));
}
function toNetwork(name, { Aliases, IPAMConfig }, { id, name: container }, labels) {
    const known = [container.replace(/^\//, ''), labels['com.docker.compose.service']];
    return {
        name,
        aliases: (Aliases ?? []).filter((alias) => !id.startsWith(alias) && !known.includes(alias)),
        fixedAddress: IPAMConfig?.IPv4Address || undefined,
    };
}


/***/ }),

/***/ 347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dC: () => (/* binding */ nginxAnswer),
  nE: () => (/* binding */ nginxProbe),
  h: () => (/* binding */ servedRelease),
  Fu: () => (/* binding */ writtenRelease)
});

// UNUSED EXPORTS: readNginx

// EXTERNAL MODULE: ./.build/lib/fragments/find-nginx.js
var find_nginx = __webpack_require__(65740);
// EXTERNAL MODULE: ./.build/lib/fragments/serving.js
var fragments_serving = __webpack_require__(74820);
// EXTERNAL MODULE: ./.build/lib/nginx/label.js
var label = __webpack_require__(91155);
// EXTERNAL MODULE: ./.build/lib/nginx/version.js
var version = __webpack_require__(3877);
// EXTERNAL MODULE: ./.build/lib/shell/packed.js
var packed = __webpack_require__(27431);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/shell/strangers.js
var shell_strangers = __webpack_require__(65160);
// EXTERNAL MODULE: ./.build/lib/nginx/patience.js
var patience = __webpack_require__(71018);
;// CONCATENATED MODULE: ./.build/lib/survey/broken-nginx.js


/**
 * Bash function `look_at_broken_nginx`, for when `nginx -T` fails: which of the files is it that nginx does not accept?
 * It asks again with files of ours set aside, in a mount namespace of its own, so that nothing changes.
 * - `broken COMPLAINT` and `dump`, and the variables `broken` (the file) and `dump`: without this application's own
 *   file it accepts the rest. A deploy writes the file again, and the certificate that it names.
 * - `silent` where it does not come to an end in time.
 * - `complaint` else, with a line `broken-other FILE APP` for each file of another application that must be out of the way.
 *
 * Such a file is known by its label and its name. Empty or with NUL bytes, as a power cut may leave it, it is known by its
 * name, the lower-case form of an application that has its folder here. Needs `program` and the positional parameters of
 * `findNginx`, and the functions of nginx-dump.ts and nginx-headings.ts.
 */
function lookAtBrokenNginx(app) {
    return `
look_at_broken_nginx() {
  local complaint main file owner own= all= rest others= status
  complaint=$(${patience/* patiently */.d_} "$program" "$@" -t 2>&1); status=$?
  if ran_out "$status"; then echo "silent yes"; return; fi
  # Somebody has corrected it since.
  if [ "$status" -eq 0 ] && dump_nginx "$@"; then
    dump=$(with_own_headings)
    echo "dump $(printf %s "$dump" | base64 -w0)"
    return
  fi
  main=$(printf '%s\\n' "$complaint" | sed -n 's/^nginx: configuration file \\(.*\\) test failed$/\\1/p' | tail -n 1)
  while IFS= read -r file; do
    owner=$(owner_of "$file")
    [ -n "$owner" ] || continue
    all="$all$file"$'\\n'
    if [ "$owner" = ${(0,quote/* quote */.h)(app)} ]; then own=\${own:-$file}; else others="$others$file $owner"$'\\n'; fi
  done < <(included "$main")
  if [ -n "$own" ]; then
    if dump=$(setting_aside "$own" -- "$program" "$@" -T 2>/dev/null); then
      broken=$own
      echo "broken $(printf '%s\\n' "$complaint" | base64 -w0)"
      echo "dump $(printf %s "$dump" | base64 -w0)"
      return
    fi
    complaint=$(setting_aside "$own" -- "$program" "$@" -t 2>&1)
    if ran_out $?; then echo "silent yes"; return; fi
  fi
  echo "complaint $(printf '%s\\n' "$complaint" | base64 -w0)"
  setting_aside_all "$all" "$program" "$@" || return 0
  while IFS= read -r file; do
    [ -n "$file" ] || continue
    # Back in its place alone, the others set aside.
    rest=$(printf '%s' "$all" | grep -vxF "\${file% *}")
    setting_aside_all "$rest" "$program" "$@" && continue
    status=$?
    echo "broken-other $file"
    ! ran_out "$status" || break
  done < <(printf '%s' "$others")
}
# A list, a path a line.
setting_aside_all() (
  list=$1; shift
  IFS=$'\\n'; set -f
  setting_aside $list -- "$@" -t 2>/dev/null
)
setting_aside() {
  unshare -m bash -c 'set -e; mount --make-rprivate /
while [ "$1" != -- ]; do mount --bind /dev/null "$(readlink -f "$1")"; shift; done
shift; exec ${patience/* patiently */.d_} "$@"' aside "$@"
}
owner_of() {
  local folder name=\${1##*/} label
  label=$(head -n 1 "$1" | tr -d '\\000' | sed -n 's/^# managed by deploy-miniprogram-backend: app \\([^ ,]*\\),.*/\\1/p')
  if [ -n "$label" ]; then
    [ "$(printf %s "$label" | tr A-Z a-z).conf" != "$name" ] || echo "$label"
    return
  fi
  [ -z "$(tr -d '\\000[:space:]' <"$1")" ] || [ "$(tr -d '\\000' <"$1" | wc -c)" -ne "$(wc -c <"$1")" ] || return 0
  for folder in ${(0,quote/* quote */.h)(`/docker/app/${app}`)} /docker/app/*/; do
    folder=\${folder%/}; folder=\${folder##*/}
    [ "$(printf %s "$folder" | tr A-Z a-z).conf" != "$name" ] || { echo "$folder"; return; }
  done
}`;
}

// EXTERNAL MODULE: ./.build/lib/survey/closed-places.js
var closed_places = __webpack_require__(80402);
;// CONCATENATED MODULE: ./.build/lib/survey/managed-file.js


/**
 * Bash function `managed_file`: of the paths on its standard input, a line each, the first that is the application's own
 * file. It bears our mark and the name that we give: a copy by another name is somebody's.
 */
function managedFile(app) {
    return `managed_file() {
  local path
  while IFS= read -r path; do
    [ "\${path##*/}" = ${(0,quote/* quote */.h)((0,label/* nginxFileOf */._8)(app))} ] && [ -f "$path" ] || continue
    head -n 3 "$path" | grep -aqF ${(0,quote/* quote */.h)(`managed by deploy-miniprogram-backend: app ${app},`)} && { printf '%s\\n' "$path"; break; }
  done
}`;
}

;// CONCATENATED MODULE: ./.build/lib/survey/nginx-dump.js

/**
 * Bash functions that get all files of nginx's configuration:
 * - `dump_nginx WORD...` sets `dump` to what `nginx -T` prints. nginx before 1.9.2, and Tengine made of one, have no such
 *   option: the files are read as it would print them, where it accepts them. Its status is 0 where there is a dump, else
 *   that of nginx.
 * - `included MAIN` prints the paths of the files that MAIN includes, and of what they include, a line each.
 *
 * They need `program` of `findNginx`.
 */
const dumpNginx = `${patience/* ranOut */.ir}
dump_nginx() {
  local status said main file
  dump=$(${patience/* patiently */.d_} "$program" "$@" -T 2>/dev/null); status=$?
  [ "$status" -ne 0 ] || return 0
  dump=
  if ran_out "$status"; then return "$status"; fi
  said=$(${patience/* patiently */.d_} "$program" "$@" -t 2>&1) || return "$status"
  main=$(printf '%s\\n' "$said" | sed -n 's/^nginx: configuration file \\(.*\\) test is successful$/\\1/p' | tail -n 1)
  [ -n "$main" ] || return "$status"
  dump=$({ echo "$main"; included "$main"; } | awk '!seen[$0]++' | while IFS= read -r file; do
    [ -f "$file" ] || continue
    printf '# configuration file %s:\\n' "$file"
    timeout -s KILL 10 cat -- "$file"
    echo
  done)
}
# Relative paths count from the folder of the main file.
included() {
  local level paths
  paths=$1
  for level in 1 2 3 4; do
    paths=$(printf '%s\\n' "$paths" | while IFS= read -r file; do
      [ ! -f "$file" ] || timeout -s KILL 10 tr ';{}' '\\n\\n\\n' <"$file" 2>/dev/null | sed -nE "s/^[[:space:]]*include[[:space:]]+[\\"']?([^\\"']*[^\\"'[:space:]])[\\"']?[[:space:]]*$/\\1/p"
    done | while IFS= read -r glob; do
      case $glob in /*) ;; *) glob=\${1%/*}/$glob ;; esac
      IFS=
      for file in $glob; do [ ! -f "$file" ] || printf '%s\\n' "$file"; done
    done)
    printf '%s\\n' "$paths"
  done | awk 'NF && !seen[$0]++'
}`;

;// CONCATENATED MODULE: ./.build/lib/survey/nginx-headings.js

/**
 * awk: `nginx -T` puts a heading in front of each file, and any comment in a file may read like one. What a heading's file
 * holds is compared with what follows it; a line in there that looks like a heading is made one that does not. NUL is left
 * out, since bash kept none of what nginx printed. A comment may name anything: only a plain file is read, and not for long.
 */
const compare = `{ line[NR] = $0 }
END {
  for (i = 1; i <= NR; i++) {
    print line[i]
    if (line[i] !~ /^# configuration file \\/.*:$/) continue
    path = substr(line[i], 22, length(line[i]) - 22); same = 1
    gsub(/'/, "'\\\\''", path)
    read = "[ -f '" path "' ] && timeout -s KILL 10 cat -- '" path "' | tr -d '\\\\000'"
    for (n = 0; (read | getline text) > 0; n++) if ((text "") != (line[i + n + 1] "")) same = 0
    close(read)
    for (; same && n > 0; n--) { text = line[++i]; sub(/^# configuration file \\//, "## configuration file /", text); print text }
  }
}`;
/**
 * Bash functions about the files in what `nginx -T` printed, which is in `dump`:
 * - `paths`: those that headings name, a line each.
 * - `with_own_headings`: the dump, in which no comment reads like a heading. Each file is read for that only where one of
 *   them holds such a line, or cannot be read to its end.
 */
const headings = `paths() { printf '%s\\n' "$dump" | sed -n 's/^# configuration file \\(.*\\):$/\\1/p'; }
with_own_headings() {
  if paths | while IFS= read -r path; do [ ! -f "$path" ] || printf '%s\\0' "$path"; done |
    { timeout -s KILL 10 xargs -0 -r sed -n p || echo '# configuration file /:'; } 2>/dev/null |
    tr -d '\\000' | grep -qa '^# configuration file /.*:$'
  then printf '%s\\n' "$dump" | awk ${(0,quote/* quote */.h)(compare)}
  else printf '%s\\n' "$dump"
  fi
}`;

;// CONCATENATED MODULE: ./.build/lib/survey/nginx-unit.js
/**
 * Bash that tells which unit of systemd starts nginx (`unit NAME`), whether that unit, which would start this very nginx,
 * does not do so at boot (`disabled yes`), and whether there is a start script (`init-script yes`, and what others can
 * change of it). It is the unit that the running master is the main process of, else one that names the program, else
 * nginx's own by its name, which a SysV script may be wrapped in. Needs `state`, `program`, `master` and the positional
 * parameters of `findNginx`.
 */
const lookAtUnit = `started_by() { systemctl show -p ExecStart "$1" 2>/dev/null | sed -n 's/.*path=//p' | tail -n 1; }
unit=
cgroup=$(sed -n 's|.*/\\([^/]*\\.service\\)$|\\1|p' "/proc/\${master:-none}/cgroup" 2>/dev/null | head -n 1)
# A panel may have started it, or somebody logged in, whose own unit that is.
case \${cgroup:+$(systemctl show -p MainPID "$cgroup" 2>/dev/null)} in ?*=\${master:-none}) unit=$cgroup ;; esac
# A masked one cannot be started.
known=$(for name in $cgroup nginx.service openresty.service tengine.service; do
  case $name in nginx.*|openresty.*|tengine.*) ;; *) continue ;; esac
  [ "$(systemctl show -p LoadState "$name" 2>/dev/null)" != LoadState=loaded ] || echo "$name"
done)
for name in $known; do
  start=$(started_by "$name")
  [ -n "$unit" ] || [ "$(readlink -f "\${start%% *}")" != "$program" ] || unit=$name
done
[ -n "$unit" ] || [ -z "$known" ] || unit=$(printf '%s\\n' "$known" | head -n 1)
if [ -n "$unit" ]; then
  echo "unit $unit"
  disabled=$(systemctl is-enabled "$unit" 2>/dev/null)
  start=$(started_by "$unit")
  # It may start another nginx than the one that runs, or the same with another configuration.
  case $state:\${start%% *} in
    stopped:*|running:/etc/init.d/nginx) ;;
    *)
      [ "$(readlink -f "\${start%% *}")" = "$program" ] || disabled=other
      for word; do case "$start" in *" $word "*) ;; *) disabled=other ;; esac; done ;;
  esac
  [ "$disabled" != disabled ] || echo "disabled yes"
fi
if [ -x /etc/init.d/nginx ]; then
  echo "init-script yes"
  strangers /etc/init.d/nginx | sed 's/^/stranger /'
fi`;

// EXTERNAL MODULE: ./.build/lib/survey/probe-lines.js
var probe_lines = __webpack_require__(27113);
;// CONCATENATED MODULE: ./.build/lib/survey/nginx.js














// What is served now is asked for where the file says, not where the next one will be.
const script = (app, domain) => `${fragments_serving/* lookAtNginx */.b}
${headings}
${closed_places/* closed */.$h}
${dumpNginx}
${lookAtBrokenNginx(app)}
${managedFile(app)}
${find_nginx/* findNginx */.e}
echo "state $state"
echo "program $program"
for word; do echo "select $word"; done
${lookAtUnit}
echo "version $("$program" -V 2>&1 | base64 -w0)"
broken=
if dump_nginx "$@"; then
  dump=$(with_own_headings)
  echo "dump $(printf %s "$dump" | base64 -w0)"
else
  if ran_out $?; then echo "silent yes"; else look_at_broken_nginx "$@"; fi
fi
speaking=$(paths | tr '\\n' '\\0' | xargs -0 -r grep -liaF -D skip ${(0,quote/* quote */.h)(domain)})
# Files that may change with ours, and folders that it includes from, where ours may come to lie.
mapfile -t places < <({ paths | sed 's|/[^/]*$||'; printf '%s\\n' "$speaking" | head -n 50; printf '%s\\n' "$dump" | sed -nE 's/^[[:space:]]*include[[:space:]]+(\\/[^*?;[]*)\\/[^/;]*;.*/\\1/p'; } | grep . | sort -u)
[ -z "$(strangers \${places[@]+"\${places[@]}"})" ] || for place in \${places[@]+"\${places[@]}"}; do
  strangers "$place" | sed "s|^|place-stranger $(printf %s "$place" | base64 -w0) |"
done
mapfile -t files < <({ printf '%s\\n' "$speaking" | head -n 50; printf '%s\\n' \${places[@]+"\${places[@]/%//${(0,label/* nginxFileOf */._8)(app)}}"}; } | while IFS= read -r path; do [ ! -f "$path" ] || printf '%s\\n' "$path"; done)
closed \${places[@]+"\${places[@]}"} \${files[@]+"\${files[@]}"}
printf '%s\\n' "$speaking" | while IFS= read -r path; do
  [ ! -f "$path" ] || echo "original $(printf %s "$path" | base64 -w0) $(base64 -w0 <"$path")"
done
file=$broken
[ -n "$file" ] || file=$(paths | managed_file)
[ -n "$file" ] || exit 0
echo "managed $file"
echo "text $(base64 -w0 <"$file")"
proof=$(sed -n 's/^ *location = "\\{0,1\\}\\(\\/[^" ]*\\)"\\{0,1\\} .*/\\1/p' "$file" | head -n 1)
port=$(sed -n 's/^ *listen \\([0-9]*\\) ssl.*/\\1/p' "$file" | head -n 1); domain=$(sed -n 's/^ *server_name \\([^ ]*\\);$/\\1/p' "$file" | head -n 1)
[ $state = running ] && echo "serving $(look_at_nginx https "$domain" "$port" "$proof")"`;
/** Asks for the nginx that runs, its configuration, what it serves of this application, and who else speaks of the domain. */
function nginxProbe(app, domain) {
    return { script: script(app, domain), read: readNginx };
}
/** The shell variable that has what {@link nginxProbe} printed, for other probes: nginx is asked for its files once. */
const nginxAnswer = 'nginx_answer';
/** Reads the probe's lines: a word, then its value, long ones in base64. */
function readNginx(output) {
    const { value, values, fields, has } = (0,probe_lines/* readLines */.S)(output);
    const long = (word) => (0,packed/* decode */.D4)(value(word));
    const program = value('program');
    const strangers = (0,shell_strangers/* readStrangers */.E)(values('stranger').join('\n'));
    const masters = fields('master').map(([pid, contained]) => ({ pid: Number(pid), contained: contained === 'yes' }));
    if (program === undefined) {
        // A master in a container and none on the host: for the caller to refuse, not to install beside.
        if (masters.length === 0)
            return { state: 'missing' };
    }
    const managed = value('managed');
    const serving = value('serving');
    return {
        state: value('state') === 'running' ? 'running' : 'stopped',
        program: program ?? '',
        version: program === undefined || !has('version') ? emptyVersion : (0,version/* parseNginxVersion */.M)(long('version')),
        selection: values('select'),
        masters,
        dump: long('dump'),
        complaint: long('complaint'),
        silent: has('silent'),
        brokenOthers: values('broken-other').map((value) => {
            const at = value.lastIndexOf(' ');
            return { file: value.slice(0, at), app: value.slice(at + 1) };
        }),
        originals: new Map(fields('original').map(([path, bytes = '']) => [(0,packed/* decode */.D4)(path), Buffer.from(bytes, 'base64')])),
        managedFile: managed === undefined
            ? undefined
            : { path: managed, text: long('text'), ...(has('broken') ? { broken: long('broken') } : {}) },
        serving: serving === undefined ? undefined : (0,fragments_serving/* readServing */.x)(serving),
        unit: value('unit'),
        disabled: has('disabled'),
        initScript: has('init-script'),
        strangers,
        strangersOfPlaces: readPlaces(values('place-stranger')),
        closed: (0,closed_places/* readClosed */.XD)(output),
    };
}
function readPlaces(lines) {
    const found = new Map();
    for (const line of lines) {
        const [path, stranger] = (0,probe_lines/* parted */.v)(line);
        const place = (0,packed/* decode */.D4)(path);
        found.set(place, [...(found.get(place) ?? []), ...(0,shell_strangers/* readStrangers */.E)(stranger)]);
    }
    return found;
}
/** The release that nginx serves, by its answer or else by the application's file; undefined: none. */
function servedRelease(nginx) {
    if (nginx.state === 'missing')
        return undefined;
    return nginx.serving?.release || writtenRelease(nginx);
}
/** The release that the application's nginx file leads to; undefined: it has none of ours. */
function writtenRelease(nginx) {
    return nginx.state === 'missing' ? undefined : (0,label/* managedBy */.ZF)(nginx.managedFile?.text ?? '')?.release;
}
const emptyVersion = {
    number: [0, 0, 0],
    text: '',
    configurationPath: undefined,
    prefix: undefined,
    errorLogPath: undefined,
    http2: false,
    tls: false,
    openssl: undefined,
};


/***/ }),

/***/ 27113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readLines),
/* harmony export */   v: () => (/* binding */ parted)
/* harmony export */ });
/** Reads lines of a word and its value; others are lines of words that nobody asks for. */
function readLines(output) {
    const found = new Map();
    for (const line of output.split('\n')) {
        const [word, value] = parted(line);
        const values = found.get(word);
        if (values === undefined)
            found.set(word, [value]);
        else
            values.push(value);
    }
    const values = (word) => found.get(word) ?? [];
    return {
        values,
        value: (word) => found.get(word)?.[0],
        has: (word) => found.has(word),
        fields: (word) => values(word).map((value) => (value.trim() === '' ? [] : value.trimEnd().split(' '))),
    };
}
/** A line's first word, and the rest. */
function parted(line) {
    const space = line.indexOf(' ');
    return space === -1 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
}


/***/ }),

/***/ 58900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AO: () => (/* binding */ distrustedNginx),
/* harmony export */   Ke: () => (/* binding */ refusals),
/* harmony export */   ZT: () => (/* binding */ brokenBefore),
/* harmony export */   dg: () => (/* binding */ confined),
/* harmony export */   kw: () => (/* binding */ distrusted),
/* harmony export */   wU: () => (/* binding */ nginxRefusals),
/* harmony export */   y1: () => (/* binding */ distrustedFolder)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
/* harmony import */ var _nginx_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20548);
/* harmony import */ var _nginx_patience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71018);
/* harmony import */ var _redaction_complaint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59805);





/** Kinds of server that cannot be worked with, each with its cure (rule *The nginx that runs*). */
function refusals(docker, nginx, baseImages) {
    return [...dockerRefusals(docker, baseImages), ...nginxRefusals(nginx)];
}
/**
 * Programs that root would run and folders that root would write to, where another user of the server or a container can
 * change them (rule *Roots alone*). `folder` is the application's.
 */
function distrusted({ system, docker, nginx, strangers, releases, }, folder) {
    // Where daemon.json gets a mirror (docker-engine.ts).
    const mirror = system.tencentInstance !== undefined && !(docker.state === 'running' && docker.registryMirrors.length > 0);
    return [
        ...(docker.state === 'stopped' ? programIn(docker.client, docker.strangers) : []),
        ...distrustedNginx(nginx),
        ...distrustedFolder({ strangers, releases }, folder),
        ...(mirror ? strangersIn('/etc/docker', strangers.engine) : []),
    ];
}
/** The same of nginx alone. */
function distrustedNginx(nginx) {
    return nginx.state === 'missing' ? [] : programIn(nginx.program, nginx.strangers);
}
/** The same of the application's folder alone. */
function distrustedFolder({ strangers, releases }, folder) {
    return [
        ...strangersIn(folder, strangers.application),
        ...strangers.mistaken.map((path) => (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('PATH_TAKEN', { path })),
        ...releases.writers.map(({ container, source }) => (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('FOLDER_OPEN_TO_CONTAINER', { folder, container, source })),
    ];
}
/** A server that is a container of somebody's: what such a one may lack. */
function confined({ namespaces }) {
    return namespaces ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('NAMESPACES_REFUSED', {})];
}
function programIn(program, found) {
    return found.length === 0 ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('PROGRAM_NOT_ROOTS', { program, found })];
}
function strangersIn(folder, found) {
    return found.length === 0 ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('FOLDER_NOT_ROOTS', { folder, found })];
}
function dockerRefusals(docker, baseImages) {
    if (docker.state !== 'running' && docker.masked.length > 0) {
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DOCKER_MASKED', { units: docker.masked.join(' ') })];
    }
    if (docker.state === 'missing')
        return [];
    if (docker.client.startsWith('/snap/') || docker.client === '/usr/bin/snap')
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DOCKER_SNAP', {})];
    if (docker.podman || docker.client.includes('podman'))
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DOCKER_PODMAN', {})];
    if (docker.state === 'stopped')
        return [];
    if (docker.rootless)
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DOCKER_ROOTLESS', {})];
    const version = semver__WEBPACK_IMPORTED_MODULE_0__.coerce(docker.version);
    // temurin's images are built on a glibc whose system calls older engines' seccomp profiles refuse.
    const temurin = baseImages.find((image) => image.includes('eclipse-temurin'));
    if (version !== null && temurin !== undefined && semver__WEBPACK_IMPORTED_MODULE_0__.lt(version, '20.10.10')) {
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DOCKER_TOO_OLD', { version: docker.version, image: temurin, needed: '20.10.10' })];
    }
    // host-gateway came with 20.10.
    if (version !== null && semver__WEBPACK_IMPORTED_MODULE_0__.lt(version, '20.10.0')) {
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DOCKER_TOO_OLD', { version: docker.version, image: 'host.docker.internal', needed: '20.10.0' })];
    }
    return [];
}
/** Kinds of nginx that cannot be worked with. */
function nginxRefusals(nginx) {
    if (nginx.state === 'missing')
        return [];
    const onHost = nginx.masters.filter((master) => !master.contained);
    if (nginx.masters.length > 0 && onHost.length === 0)
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('NGINX_IN_CONTAINER', { pids: nginx.masters.map(({ pid }) => pid).join(', ') })];
    if (onHost.length > 1)
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('NGINX_SEVERAL', { pids: onHost.map((master) => master.pid).join(', ') })];
    if (nginx.silent)
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('NGINX_SILENT', { seconds: _nginx_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .nginxSeconds */ .Ce, nginx: (0,_nginx_command_js__WEBPACK_IMPORTED_MODULE_2__/* .nginxCommand */ .Y)(nginx) })];
    if (nginx.complaint === '')
        return [];
    if (nginx.brokenOthers.length === 0)
        return [brokenBefore(nginx, nginx.complaint)];
    const said = emergencyIn(nginx.complaint);
    const evidence = { evidence: nginx.complaint };
    return nginx.brokenOthers.map(({ file, app }) => (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('NGINX_BROKEN_BY_APP', { app, file, said }, evidence));
}
/** NGINX_BROKEN_BEFORE, from what `nginx -t` says. */
function brokenBefore(nginx, complaint) {
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('NGINX_BROKEN_BEFORE', { said: emergencyIn(complaint), nginx: (0,_nginx_command_js__WEBPACK_IMPORTED_MODULE_2__/* .nginxCommand */ .Y)(nginx) }, { evidence: complaint });
}
function emergencyIn(complaint) {
    return (0,_redaction_complaint_js__WEBPACK_IMPORTED_MODULE_4__/* .hideInComplaint */ .F)(complaint.split('\n').find((line) => line.includes('[emerg]')) ?? '');
}


/***/ }),

/***/ 95384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ releasesProbe)
/* harmony export */ });
/* harmony import */ var _delta_index_file_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(21994);
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(10386);
/* harmony import */ var _layout_release_id_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(79468);
/* harmony import */ var _layout_release_paths_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(33433);
/* harmony import */ var _release_adoption_record_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(77602);
/* harmony import */ var _release_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56492);
/* harmony import */ var _release_rollback_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33778);
/* harmony import */ var _server_lock_script_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33493);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21395);
/* harmony import */ var _container_list_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25771);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15127);
/* harmony import */ var _strangers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12098);
/* harmony import */ var _writers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78965);













// What others may have put there is told as `taken`, and nothing of it is read.
const script = (app) => `
lock=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)((0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_2__/* .applicationLock */ .c_)(app))}
# The file is only looked at: a plan writes nothing.
if [ -f "$lock" ] && ! flock -n "$lock" true; then
  echo "under-way $(sed -n 's/.*"who":"\\([^"]*\\)".*"runUrl":"\\([^"]*\\)".*"since":"\\([^"]*\\)".*/\\1 \\2, \\3/p' "\${lock%.lock}.holder" | head -n 1)"
fi
${(0,_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .ourFolders */ .Cf)(app)}
${_writers_js__WEBPACK_IMPORTED_MODULE_7__/* .writers */ .f}
encode() { printf %s "$1" | base64 -w0; }
${_container_list_js__WEBPACK_IMPORTED_MODULE_4__/* .containers */ .l8}
${_container_list_js__WEBPACK_IMPORTED_MODULE_4__/* .containerDetails */ .Qq}
there=$(containers | cut -f 1)
root=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .applicationDirectory */ .gZ)(app))} current= indexed=()
for path in /docker /docker/app "$root" "$root/releases" "$root/static"; do
  [ -d "$path" ] || { [ ! -e "$path" ] && [ ! -L "$path" ]; } || echo "taken $(encode "$path")"
done
for marker in /docker/app/*/releases/*/${_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .markerFile */ .bx}; do
  [ ! -f "$marker" ] || printf '%s\\0' "\${marker%/*/*/*}"
done | sort -zu | xargs -0 -r readlink -f -- | sort -u | while IFS= read -r path; do echo "application $(encode "$path")"; done
writing=$(writers "$root")
[ -z "$writing" ] || printf '%s\\n' "$writing" | sed 's/^/writer /'
# Of a folder that another user or a container can change nothing is read (a named pipe would never end); the run is refused.
[ -z "$writing" ] && [ -z "$(strangers ${(0,_strangers_js__WEBPACK_IMPORTED_MODULE_6__/* .applicationPaths */ .Xc)(app)})" ] && cd "$root" 2>/dev/null && {
  if [ -e current ] || [ -L current ]; then
    current=$(readlink current) && [[ $current =~ ^releases/${_layout_release_id_js__WEBPACK_IMPORTED_MODULE_9__/* .releaseIdForm */ .Ns}$ ]] || echo "taken $(encode "$root/current")"
  fi
  current=\${current#releases/}
  for folder in releases/*/; do
    [ -d "$folder" ] || continue
    folder=\${folder%/}; id=\${folder##*/}
    [[ $id =~ ^${_layout_release_id_js__WEBPACK_IMPORTED_MODULE_9__/* .releaseIdForm */ .Ns}$ ]] || continue
    is_ours "$folder" || { echo "taken $(encode "$root/$folder")"; continue; }
    record=planned.json
    if [ -f "$folder/release.json" ]; then echo "recorded $id"; record=release.json; else echo "orphan $id"; fi
    container=
    [ -f "$folder/container" ] && { read -r container || true; } <"$folder/container" && echo "container $id $container"
    [ -f "${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .jarNoteIn */ .pE)('$folder')}" ] && read -r hash jar <"${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .jarNoteIn */ .pE)('$folder')}" && [ -f "$folder/build/$jar" ] && {
      echo "jar $hash $root/$folder/build/$jar"
      index=${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .jarIndexIn */ .rp)('$folder')}
      # One that was changed since is noticed by its size and time; its bytes are compared when something was made of them.
      [ -f "$index" ] && [ "$(stat -c %s "$index")" -le ${_delta_index_file_js__WEBPACK_IMPORTED_MODULE_11__/* .mostIndexBytes */ .lQ} ] && [ "$(tail -n 1 "$index")" = "@ $(stat -c '%s %Y' "$folder/build/$jar")" ] &&
        case " \${indexed[*]-} " in *" $hash "*) ;; *) indexed=("$hash" "$folder" "$jar" \${indexed[@]+"\${indexed[@]}"}) ;; esac
    }
    [ -s "$folder/switch/journal" ] && ! grep -Eq '^[0-9.]+ outcome ' "$folder/switch/journal" && echo "half-done $id"
    { [ ! -e "$folder/env.next" ] && [ ! -e "$folder/env.adopted.next" ]; } || echo "variables-left $id"
    [ -f "$folder/$record" ] || continue
    [ "$record" = release.json ] || { [ -n "$container" ] && case $'\\n'$there$'\\n' in *$'\\n'"$container"$'\\n'*) ;; *) false ;; esac; } || continue
    echo "known $id $(base64 -w0 <"$folder/$record")"
    [ -f "$folder/env" ] && hash=$(sha256sum <"$folder/env") && echo "env $id \${hash%% *}"
    for file in "$folder/files"/*; do
      [ -f "$file" ] && hash=$(sha256sum <"$file") && echo "file $id \${file##*/} \${hash%% *}"
    done
  done
  for at in 0 3; do
    folder=\${indexed[at + 1]:-}
    [ -n "$folder" ] || continue
    echo "basis-$at \${indexed[at]} $(tail -n 1 "${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .jarIndexIn */ .rp)('$folder')}" | cut -d ' ' -f 2) $root/$folder/build/\${indexed[at + 2]}"
    sed -e '$d' -e "s/^/piece-$at /" "${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .jarIndexIn */ .rp)('$folder')}"
  done
  [ -d releases/.incoming ] && [ -n "$(ls -A releases/.incoming)" ] && echo 'incoming yes'
  [ -d releases/.incoming ] && [ -z "$(ls -A releases/.incoming)" ] && echo 'empty-incoming yes'
  for folder in static/*/; do
    [ -d "$folder" ] || continue
    folder=\${folder%/}; sha256=\${folder##*/}
    [[ $sha256 =~ ^[0-9a-f]{64}$ ]] || continue
    is_ours "$folder" || { echo "taken $(encode "$root/$folder")"; continue; }
    echo "static $sha256 $(grep -lF -D skip "/static/$sha256/" releases/*/release.json releases/*/planned.json 2>/dev/null | cut -d/ -f2 | sort -u | tr '\\n' ' ')"
  done
  ${(0,_release_rollback_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .isOurRollback */ .B)('rollback')} || echo "taken $(encode "$root/rollback")"
  { [ ! -e adopted.env ] && [ ! -L adopted.env ]; } || { [ -f adopted.env ] && [ "$(head -n 1 adopted.env)" = ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(_release_adoption_record_js__WEBPACK_IMPORTED_MODULE_12__/* .inheritedEnvironmentMark */ .B)} ]; } ||
    echo "taken $(encode "$root/adopted.env")"
  [ -f adopted.json ] && echo "adopted $(base64 -w0 <adopted.json)"
  printf 'current %s\\n' "$current"
}
find /docker/app/*/releases/*/{release,planned}.json -maxdepth 0 -type f -print0 2>/dev/null |
  xargs -0 -r sed -n 's/.*"loopbackPort": *\\([0-9]*\\).*/port \\1/p'
true`;
/** Asks what releases of an application the server has. */
function releasesProbe(app) {
    return { script: script(app), read: (output) => (0,_releases_js__WEBPACK_IMPORTED_MODULE_5__/* .readReleases */ .tl)(output, app) };
}


/***/ }),

/***/ 15127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VH: () => (/* binding */ whatServes),
/* harmony export */   iJ: () => (/* binding */ readRelease),
/* harmony export */   tl: () => (/* binding */ readReleases)
/* harmony export */ });
/* harmony import */ var _delta_index_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21994);
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10386);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27431);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27113);
/* harmony import */ var _writers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78965);





/** Reads the probe's lines. */
function readReleases(output, app = '') {
    const lines = (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .readLines */ .S)(output);
    const { value, values, fields, has } = lines;
    const known = knownIn(lines);
    const adopted = value('adopted');
    const record = adopted === undefined ? undefined : readRecord(adopted);
    const strange = adopted !== undefined && record === undefined ? [(0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .adoptionRecordFile */ .cG)(app)] : [];
    const found = {
        current: undefined,
        unrecorded: false,
        environmentSha256: undefined,
        fileSha256: new Map(),
        recorded: values('recorded').toSorted(),
        orphans: values('orphan').toSorted(),
        containers: new Map(values('container').map(_probe_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .parted */ .v)),
        variablesLeft: values('variables-left').toSorted(),
        // The path comes last: a Dockerfile may put the jar where there is a space in the name.
        jars: new Map(values('jar').map(_probe_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .parted */ .v)),
        bases: basesIn(lines),
        statics: fields('static').map(([sha256 = '', ...releases]) => ({ sha256, releases })),
        adopted: record,
        recordedPorts: values('port').map(Number),
        halfDone: has('half-done'),
        halfDoneRelease: value('half-done'),
        incoming: has('incoming'),
        emptyIncoming: has('empty-incoming'),
        underWay: value('under-way'),
        taken: [...values('taken').map(_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4), ...strange],
        writers: values('writer').map(_writers_js__WEBPACK_IMPORTED_MODULE_1__/* .readWriter */ .E),
        applications: values('application').map(_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4),
        known,
    };
    const current = value('current') ?? '';
    return withCurrent(found, found.recorded.includes(current) ? known.get(current) : undefined, false);
}
/**
 * What was read, with the release as the current one that nginx serves (`served`, by its file or its answer) whatever
 * `current` points at: where its record failed, its folder must not be taken for an orphan's.
 */
function whatServes(found, served) {
    if (served === undefined || served === found.current?.id)
        return found;
    const spared = { ...found, orphans: found.orphans.filter((id) => id !== served) };
    const known = found.known.get(served);
    if (known === undefined)
        return spared;
    const recorded = [...new Set([...found.recorded, served])].toSorted();
    return withCurrent({ ...spared, recorded }, known, true);
}
function withCurrent(found, known, unrecorded) {
    if (known === undefined)
        return found;
    const { release, environmentSha256, fileSha256 } = known;
    return { ...found, current: release, environmentSha256, fileSha256, unrecorded };
}
function knownIn({ values, fields }) {
    const environments = new Map(values('env').map(_probe_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .parted */ .v));
    const files = fields('file');
    return new Map(values('known').flatMap((line) => {
        const [id, base64] = (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .parted */ .v)(line);
        const release = readRelease(base64);
        if (release === undefined)
            return [];
        const fileSha256 = new Map(files.flatMap(([of, name = '', sha256 = '']) => (of === id ? [[name, sha256]] : [])));
        return [[id, { release, environmentSha256: environments.get(id), fileSha256 }]];
    }));
}
function basesIn({ value, values }) {
    return ['0', '3'].flatMap((at) => {
        const [, sha256 = '', bytes, path = ''] = /^([0-9a-f]{64}) (\d+) (.+)$/.exec(value(`basis-${at}`) ?? '') ?? [];
        const pieces = (0,_delta_index_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readIndex */ .vY)(values(`piece-${at}`), Number(bytes));
        const folder = path.slice(0, path.indexOf('/build/'));
        return pieces === undefined ? [] : [{ path, folder, sha256, bytes: Number(bytes), pieces }];
    });
}
/** Settings of a container that earlier versions did not have, or JSON left out. */
const unknownBefore = {
    carried: [],
    files: [],
    networks: [],
    memory: undefined,
    inheritedEnvironment: [],
    user: undefined,
};
/** The record of a release, from its file in base64; undefined: it cannot be read. */
function readRelease(base64) {
    const record = readRecord(base64);
    return record && { ...record, container: { ...unknownBefore, ...record.container } };
}
/** A record that another version wrote in another form counts as none: the deploy writes a new one. */
function readRecord(base64) {
    try {
        const record = JSON.parse((0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(base64));
        return record.format === 1 ? record : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 12098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qd: () => (/* binding */ certificateFolder),
/* harmony export */   Xc: () => (/* binding */ applicationPaths),
/* harmony export */   eP: () => (/* binding */ strangersProbe)
/* harmony export */ });
/* unused harmony export readStrangersOfPlaces */
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10386);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27431);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _shell_strangers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65160);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27113);





/** The folder of a domain's certificates. */
function certificateFolder(domain) {
    return `/etc/nginx/ssl/${domain}`;
}
/** Asks what other users can change of the folders of an application, its domain and its `volumes`. */
function strangersProbe(app, domain, volumes) {
    const own = (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .applicationDirectory */ .gZ)(app);
    return {
        script: `
tell() { printf '%s %s\\n' "$1" "$(strangers "\${@:2}" | base64 -w0)"; }
tell application ${applicationPaths(app)} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(own)}/releases/* ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .staticDirectory */ .oO)(app))}/*
mistaken() { printf 'mistaken %s\\n' "$(printf %s "$1" | base64 -w0)"; }
# A link may have been put there while the folder was another user's: root would write to where it leads.
for path in ${[(0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .deployLog */ .Wk)(app), (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .keptFile */ .hr)(app)].map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h).join(' ')}; do
  [ ! -L "$path" ] && { [ -f "$path" ] || [ ! -e "$path" ]; } || mistaken "$path"
done
path=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .carriedDirectory */ .kx)(app))}
[ ! -L "$path" ] && { [ -d "$path" ] || [ ! -e "$path" ]; } || mistaken "$path"
tell certificates ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(certificateFolder(domain))} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(certificateFolder(domain))}/*
tell engine /etc/docker/daemon.json
for path in ${volumes.map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h).join(' ')}; do tell "volume $(printf %s "$path" | base64 -w0)" "$path"; done
true`,
        read: readStrangersOfPlaces,
    };
}
/** Bash words: the files and folders of an application that scripts read and obey. */
function applicationPaths(app) {
    const own = (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .applicationDirectory */ .gZ)(app);
    const releases = `${own}/releases`;
    return [releases, `${releases}/.incoming`, (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .staticDirectory */ .oO)(app), `${own}/current`]
        .concat((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .adoptionRecordFile */ .cG)(app), (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .inheritedEnvironmentFile */ .qq)(app), (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .deployLog */ .Wk)(app), (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .carriedDirectory */ .kx)(app), (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .keptFile */ .hr)(app))
        .map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)
        .join(' ');
}
/** Reads the probe's lines: of what, then what the bash function `strangers` printed, in base64. */
function readStrangersOfPlaces(output) {
    const { value, values, fields } = (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .readLines */ .S)(output);
    const found = (base64) => (0,_shell_strangers_js__WEBPACK_IMPORTED_MODULE_2__/* .readStrangers */ .E)((0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(base64));
    return {
        application: found(value('application')),
        mistaken: values('mistaken').map(_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4),
        certificates: found(value('certificates')),
        engine: found(value('engine')),
        volumes: new Map(fields('volume').map(([path, strangers]) => [(0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(path), found(strangers)])),
    };
}


/***/ }),

/***/ 39872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gw: () => (/* binding */ systemProbe)
/* harmony export */ });
/* unused harmony exports neededTools, readSystem */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var _layout_policy_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97510);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _values_instance_id_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13694);




/** Programs that the scripts of this action call on the server, and that a bare one may lack. */
const neededTools = ['curl', 'openssl', 'ss', 'flock', 'setsid', 'unshare', 'tar', 'sha256sum'];
// The metadata service answers in milliseconds where it exists (Tencent's documentation, "instance metadata"); elsewhere
// its name does not resolve, so that the limit is for a resolver that does not answer.
const script = `
{ cat /etc/os-release || cat /usr/lib/os-release; } 2>/dev/null | grep '^[A-Z][A-Z_]*='
echo "architecture=$(uname -m)"
echo "memory=$(sed -n 's/^MemAvailable: *\\([0-9]*\\) kB/\\1/p' /proc/meminfo)"
echo "swap=$(sed -n 's/^SwapFree: *\\([0-9]*\\) kB/\\1/p' /proc/meminfo)"
[ -s /proc/net/if_inet6 ] && echo ipv6=yes
[ -e /etc/debian_version ] && command -v apt-get >/dev/null && echo apt=yes
[ -d /run/systemd/system ] && echo systemd=yes
grep -qxF ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(_layout_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .policyMark */ .M)} ${_layout_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .policyFile */ .X} && echo policy=left
# What programs go by is the link; RHEL's family has no other, Debian keeps the name in a file as well.
zone=$(readlink -f /etc/localtime)
case $zone in */zoneinfo/*) zone=\${zone#*/zoneinfo/} ;; *) zone=$(cat /etc/timezone) ;; esac
echo "timezone=$(printf %s "$zone" | head -n 1)"
for tool in ${neededTools.join(' ')}; do command -v "$tool" >/dev/null || echo "missing=$tool"; done
! command -v unshare >/dev/null || unshare -m true || echo namespaces=no
if command -v curl >/dev/null && timeout 2 getent hosts metadata.tencentyun.com >/dev/null; then
  # Whatever answers to that name may answer with a page of its own.
  metadata() { curl -q -sf --noproxy '*' -m 2 "http://metadata.tencentyun.com/latest/meta-data/$1" | head -c 64 | tr -d '\\000\\r' | head -n 1; }
  instance=$(metadata instance-id)
  echo "instance=$instance"
  if [ -n "$instance" ]; then
    echo "address=$(metadata public-ipv4)"
    echo "region=$(metadata placement/region)"
  fi
fi`;
/** Asks for the machine and its Linux. */
const systemProbe = { script, read: readSystem };
/** Reads the probe's `key=value` lines; later ones of one key add to `missing`, else the first counts. */
function readSystem(output) {
    const pairs = output.split('\n').flatMap((line) => {
        const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
        return key === undefined || value === undefined ? [] : [{ key, value: value.replace(/^(["'])(.*)\1$/, '$2') }];
    });
    const first = (key) => pairs.find((pair) => pair.key === key)?.value ?? '';
    const address = first('address');
    const isInstance = (0,_values_instance_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isInstanceId */ .z)(first('instance'));
    return {
        id: first('ID').toLowerCase(),
        like: first('ID_LIKE').toLowerCase().split(/\s+/).filter(Boolean),
        version: first('VERSION_ID'),
        platform: first('PLATFORM_ID'),
        name: first('PRETTY_NAME') || first('NAME') || first('ID'),
        architecture: first('architecture'),
        memoryAvailable: Number(first('memory')) * 1024,
        swapFree: Number(first('swap')) * 1024,
        ipv6: first('ipv6') === 'yes',
        apt: first('apt') === 'yes',
        systemd: first('systemd') === 'yes',
        namespaces: first('namespaces') !== 'no',
        missingTools: pairs.filter((pair) => pair.key === 'missing').map((pair) => pair.value),
        policyLeft: first('policy') === 'left',
        timezone: /^\w[\w+-]*(\/[\w+-]+)*$/.exec(first('timezone'))?.[0],
        tencentInstance: isInstance ? first('instance') : undefined,
        tencentPublicAddress: isInstance && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) ? address : undefined,
        tencentRegion: isInstance ? /^[a-z]{2,4}(-[a-z0-9]+){1,3}$/.exec(first('region'))?.[0] : undefined,
    };
}


/***/ }),

/***/ 78965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readWriter),
/* harmony export */   f: () => (/* binding */ writers)
/* harmony export */ });
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10386);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27431);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27113);



// What `current` leads to is in `releases`, or is not ours.
const ofRoot = _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .privateNames */ .or.filter((name) => name !== 'current');
/**
 * Bash function `writers FOLDER`: of all containers, running or not, those that mount the application's FOLDER, a folder
 * above it, or something of root's in it, to be written; `CONTAINER SOURCE`, the source in base64. What such a container
 * leaves there is root's by its number (rule *Roots alone*). Links are followed; a named volume may stand
 * for a folder of the server.
 *
 * A mount of `/` is left out: who set that up (an agent of a panel) made the container root of the whole server, and no
 * folder here makes it more.
 */
const writers = `writers() {
  local own word name kind writable source volume plain real place at found
  local -a names=() sources=() volumes=() places=()
  local -A devices=()
  own=$(readlink -m -- "$1")
  while read -r word _ name kind writable source volume; do
    case "$word $kind $writable" in
      'mount bind true') unescape "$source" ;;
      'mount volume true') unescape "$volume"; volumes+=("$plain") ;;
      *) continue ;;
    esac
    sources+=("$plain")
    unescape "$name"
    names+=("\${plain##*/}")
  done < <(inspected 2>/dev/null)
  if [ "\${#volumes[@]}" -gt 0 ]; then
    while IFS= read -r -d '' name && IFS= read -r -d '' source; do
      devices[\${name##*$'\\n'}]=$source
    done < <(docker volume inspect --format '{{$name := .Name}}{{with .Options}}{{with .device}}{{printf "%s\\x00%s\\x00" $name .}}{{end}}{{end}}' \${volumes[@]+"\${volumes[@]}"} 2>/dev/null)
  fi
  [ "\${#names[@]}" -gt 0 ] || return 0
  while IFS= read -r -d '' place; do places+=("$place"); done < <(readlink -zm -- ${ofRoot.map((name) => `"$own/${name}"`).join(' ')})
  for at in "\${!names[@]}"; do
    source=\${sources[at]}
    case $source in /*) ;; *) source=\${devices[$source]:-} ;; esac
    case $source in /*) real=$(readlink -m -- "$source") ;; *) continue ;; esac
    [ -n "$real" ] && [ "$real" != / ] || continue
    found=no
    for place in "$own" \${places[@]+"\${places[@]}"}; do
      case $place/ in "$real"/*) found=yes ;; esac
    done
    for place in \${places[@]+"\${places[@]}"}; do
      case $real in "$place"/*) found=yes ;; esac
    done
    [ $found = no ] || printf '%s %s\\n' "\${names[at]}" "$(printf %s "$source" | base64 -w0)"
  done
}`;
/** Reads a line of {@link writers}. */
function readWriter(line) {
    const [container, source] = (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .parted */ .v)(line);
    return { container, source: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(source) };
}


/***/ }),

/***/ 44941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ findInstance)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
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


/***/ }),

/***/ 75229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isOfTheSystem)
/* harmony export */ });
/** Folders that hold more than one program's files: `/home`, `/var/lib`. */
const shared = /^\/(?:home|media|mnt|opt|root|run|srv|tmp|etc|usr|usr\/local|var|var\/(?:lib|log|run|tmp))?$/;
/** Files of the system, as tutorials mount them into a container: the time zone, certificates, fonts, programs. */
const ofTheSystem = /^\/(?:bin|boot|dev|lib\w*|proc|sbin|sys|etc\/(?:ssl|pki|ca-certificates|fonts|alternatives)|usr\/(?:bin|include|lib\w*|sbin|share)|usr\/local\/(?:bin|lib\w*|sbin|share)|var\/lib\/(?:docker|containerd))(?:\/|$)|^\/etc\/(?:localtime|timezone|hosts|hostname|resolv\.conf|passwd|group|shadow|os-release|machine-id)$/;
/** Whether a path of the server is the system's: what an application mounts there it reads, and its owner must stay. */
function isOfTheSystem(path) {
    return shared.test(path) || ofTheSystem.test(path);
}


/***/ })

};
