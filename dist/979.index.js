export const id = 979;
export const ids = [979];
export const modules = {

/***/ 93034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ checkPair)
/* harmony export */ });
/* unused harmony export describeChain */
/* harmony import */ var _messages_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12374);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34315);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24481);
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57396);





const SOON_DAYS = 14;
const DAY_MS = 86_400_000;
/** Checks a chain and its key for `domain`, as a client that repairs nothing (WeChat) would, before nginx sees them. */
function checkPair(pair) {
    const source = pair.source ?? '`certificate-chain`';
    const keySource = pair.keySource ?? '`certificate-key`';
    const chain = attempt(() => (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .readChain */ .UM)(pair.chainPem, source));
    const key = attempt(() => (pair.keyPem === undefined ? undefined : (0,_key_js__WEBPACK_IMPORTED_MODULE_3__/* .readPrivateKey */ .$)(pair.keyPem, keySource)));
    const problems = [...chain.problems, ...key.problems];
    const keyPart = key.value === undefined ? {} : { key: key.value.pem };
    if (chain.value === undefined)
        return { ...keyPart, problems, warnings: [], notes: [] };
    problems.push(...keyProblems(chain.value, key.value, source, keySource), ...nameProblems(chain.value, pair.domain, source), ...trustProblems(chain.value, pair, source));
    return {
        certificate: describeChain(chain.value),
        ...keyPart,
        problems,
        warnings: endsSoon(chain.value, pair.now),
        notes: notesOn(chain.value),
    };
}
/** The facts of a chain's leaf. */
function describeChain(chain) {
    const [leaf] = chain.certificates;
    return {
        fingerprint: (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .Rj)(leaf),
        names: (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(leaf),
        notBefore: (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .notBefore */ .$F)(leaf),
        notAfter: (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .notAfter */ .Cw)(leaf),
        issuer: (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .commonName */ .LS)(leaf.issuer),
        chainPem: (0,_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .writeCertificates */ .Y)(chain.certificates),
    };
}
function keyProblems(chain, key, source, keySource) {
    const [leaf] = chain.certificates;
    if (key === undefined || leaf.checkPrivateKey(key.key))
        return [];
    return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_KEY_MISMATCH', { source, keySource, subject: holder(leaf) })];
}
function nameProblems(chain, domain, source) {
    const [leaf] = chain.certificates;
    if ((0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .covers */ .hU)(leaf, domain))
        return [];
    return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_NAMES', { source, domain, names: (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(leaf).join(', ') || '-' })];
}
function trustProblems(chain, { roots, now }, source) {
    const anchor = (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .anchorOf */ .dI)(chain, roots, now);
    const dates = anchor.path.flatMap((one) => dateProblems(one, now, source));
    switch (anchor.kind) {
        case 'trusted':
            return dates;
        case 'untrusted':
            return [...dates, (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_CHAIN_UNTRUSTED', { source, root: holder(anchor.root) })];
        case 'incomplete': {
            const { last } = anchor;
            const missing = (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .commonName */ .LS)(last.issuer);
            const url = (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .issuerUrl */ .Ps)(last) ?? '';
            return [...dates, (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_CHAIN_INCOMPLETE', { source, subject: holder(last), missing, url })];
        }
    }
}
function dateProblems(one, now, source) {
    const subject = holder(one);
    if ((0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .notAfter */ .Cw)(one) < now) {
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_EXPIRED', { source, subject, notAfter: (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .notAfter */ .Cw)(one).toISOString() })];
    }
    if (now < (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .notBefore */ .$F)(one)) {
        const from = (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .notBefore */ .$F)(one).toISOString();
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_NOT_YET_VALID', { source, subject, notBefore: from, now: now.toISOString() })];
    }
    return [];
}
function endsSoon(chain, now) {
    const end = (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .notAfter */ .Cw)(chain.certificates[0]);
    const days = Math.floor((end.getTime() - now.getTime()) / DAY_MS);
    return days >= 0 && days < SOON_DAYS ? [(0,_messages_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .certificateEndsSoon */ .tw)(days, end.toISOString())] : [];
}
function notesOn(chain) {
    const notes = [];
    if (chain.reordered)
        notes.push(_messages_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .chainReordered */ .IV);
    if (chain.duplicates > 0)
        notes.push((0,_messages_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .duplicatesDropped */ .HK)(chain.duplicates));
    if (chain.unused.length > 0)
        notes.push((0,_messages_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .unusedDropped */ .NT)(chain.unused.map(holder).join(', ')));
    const [, ...above] = chain.certificates;
    const root = above.find((one) => one.subject === one.issuer);
    if (root !== undefined)
        notes.push((0,_messages_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .rootIncluded */ .LP)(holder(root)));
    return notes;
}
function holder(certificate) {
    return (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .commonName */ .LS)(certificate.subject) || (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(certificate)[0] || '-';
}
function attempt(read) {
    try {
        return { value: read(), problems: [] };
    }
    catch (error) {
        return { problems: (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresOf */ .dJ)(error) };
    }
}


/***/ }),

/***/ 49520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ renewalFrom),
/* harmony export */   ds: () => (/* binding */ dueFrom)
/* harmony export */ });
/* unused harmony export momentIn */
const dayMs = 86_400_000;
/**
 * From when on a certificate is to be renewed: `renewBeforeDays` before its end; undefined: 30 days or a third of its life,
 * whichever is less. Two thirds of its life at most: else one that was just issued would be due, and be applied for anew each
 * day.
 */
function dueFrom({ notBefore, notAfter }, renewBeforeDays) {
    const life = notAfter.getTime() - notBefore.getTime();
    const before = renewBeforeDays === undefined ? Math.min(30 * dayMs, life / 3) : Math.min(renewBeforeDays * dayMs, (life * 2) / 3);
    return new Date(notAfter.getTime() - before);
}
/**
 * When within an authority's window a certificate is renewed: for one certificate always the same moment, for many spread
 * over it, as RFC 9773, 4.2 asks for. `fingerprint`: 64 hex digits.
 */
function momentIn({ start, end }, fingerprint) {
    const share = Number.parseInt(fingerprint.slice(0, 8), 16) / 0x1_0000_0000;
    return new Date(start.getTime() + share * Math.max(0, end.getTime() - start.getTime()));
}
/**
 * From when on a certificate is to be renewed whose authority may name a window for it (ARI): then that decides, and not the
 * date, unless the user has named one: then whichever is earlier.
 */
function renewalFrom(certificate, renewBeforeDays, window) {
    const own = dueFrom(certificate, renewBeforeDays);
    if (window === undefined)
        return own;
    const named = momentIn(window, certificate.fingerprint);
    return renewBeforeDays === undefined || named < own ? named : own;
}


/***/ }),

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
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
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
/** The reason of a run that was cancelled comes first, then what else failed. */
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
            const pid = (0,cancel/* unlessCancelled */.M)(() => beginSwitch(release.app, purpose, noteFate, work), run.graceOver);
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

/***/ 12172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ holderOf),
  y: () => (/* binding */ underLock)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/messages/held-log.js
var held_log = __webpack_require__(82719);
// EXTERNAL MODULE: ./.build/lib/messages/lock.js
var messages_lock = __webpack_require__(22800);
// EXTERNAL MODULE: ./.build/lib/server/lock.js + 3 modules
var server_lock = __webpack_require__(24527);
// EXTERNAL MODULE: ./.build/lib/layout/release-id.js
var release_id = __webpack_require__(79468);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
// EXTERNAL MODULE: ./.build/lib/server/script-protocol.js
var script_protocol = __webpack_require__(28158);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/engine/follow-script.js
var follow_script = __webpack_require__(3026);
// EXTERNAL MODULE: ./.build/lib/engine/switch-folder.js
var switch_folder = __webpack_require__(84330);
;// CONCATENATED MODULE: ./.build/lib/engine/resume.js






/**
 * The switches of an application that a reboot cut short. Root runs their scripts: a folder counts only where its name is a
 * release's, it was made here (`ourFolders` defines `is_ours FOLDER`), and no other user can change it.
 */
async function findCutShort(server, applicationDirectory, ourFolders) {
    const { stdout } = await server.run(cutShortScript(applicationDirectory, ourFolders));
    return [...stdout.matchAll(/^@@cut-short (\S+)$/gm)].map(([, release = '']) => ({
        release,
        folder: (0,switch_folder/* switchFolder */.N)(`${applicationDirectory}/releases/${release}`),
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
async function awaitOutcome(server, folder, pid) {
    const script = `${prelude/* prelude */.e}
pid=${pid}
${(0,follow_script/* followScript */.t)(folder)}
outcome() { sed -n 's/^[0-9.]* outcome \\([a-z]*\\).*/\\1/p' ${(0,quote/* quote */.h)(folder.journal)} | tail -n 1; }
while is_alive && [ -z "$(outcome)" ]; do sleep 0.2; done
fact outcome "$(outcome)"`;
    // A long drain writes nothing; a dead connection shows by its keepalive.
    const { stdout } = await server.run(script, { stallSeconds: 100_000 });
    return (0,script_protocol/* factsIn */.PC)(stdout).outcome || '-';
}

// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/release/marker.js
var marker = __webpack_require__(56492);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/settled.js






/** What was found, once no switch of the application is half done. Throws SWITCH_NOT_ENDED. */
async function settled(found, { app, isHalfDone, look }, work) {
    if (!isHalfDone(found))
        return found;
    const { record } = work;
    // Not known until it has ended: the server goes on with it alone.
    record.uncertain = true;
    await resume(app, work);
    record.uncertain = false;
    const after = await look();
    // Its journal and its backup must not be taken for an orphan's.
    if (isHalfDone(after))
        throw (0,failure/* failure */.V2)('SWITCH_NOT_ENDED', { app });
    return after;
}
/** Ends the switch of an earlier run that a reboot interrupted: undone, or completed if it was verified. */
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

;// CONCATENATED MODULE: ./.build/lib/commands/lock.js






/** Who takes a lock, as other runs report it. */
function holderOf({ origin, now }) {
    const { actor, runUrl, commit } = origin;
    return { who: actor, runUrl, commit, since: new Date(now()).toISOString(), token: (0,external_node_crypto_.randomBytes)(8).toString('hex') };
}
/** Seconds for which a look that goes ahead waits for a lock that is free: longer than a keeper may take to begin. */
const aheadSeconds = 60;
/**
 * Looks and works while the run holds the lock of an application; what is worked with has no switch that is half done.
 * Others that hold the lock are waited for, in turn, for `waitSeconds`; then it throws LOCKED, and nothing was asked.
 */
async function underLock({ session, run, record }, app, { look, isHalfDone, work }, waitSeconds) {
    const holder = holderOf(run);
    const begun = run.now();
    const dropped = new AbortController();
    const ahead = logOnceKnown(run.log);
    const onWait = (what) => {
        run.enter('lock');
        run.log.info(lineOf(what, app, waitSeconds));
        dropped.abort();
    };
    const { cancelled } = run;
    const options = { app, holder, beatSeconds: 5, waitSeconds, onWait, cancelled };
    const taking = (0,cancel/* unlessCancelled */.M)(() => (0,server_lock/* takeLock */.HJ)(session, options), cancelled);
    const looking = look((0,server_lock/* onceHeld */.FJ)(app, holder.token, aheadSeconds), {
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
    const again = { app, isHalfDone, look: () => look('', run) };
    const workWith = async (found) => work(lock, await settled(found, again, { session, lock, run, record }));
    try {
        if (!dropped.signal.aborted) {
            ahead.tell();
            return await workWith(await looking);
        }
        ahead.drop();
        run.log.info(messages_lock/* lockMessages */.G.held(app, Math.round((run.now() - begun) / 1000)));
        return await workWith(await look('', run));
    }
    finally {
        // Its answer is not waited for: the word goes before all that follows, and before the end of the connection.
        void lock.release();
    }
}
function lineOf(what, app, seconds) {
    if (what.kind === 'left')
        return messages_lock/* lockMessages */.G.left(what.process);
    const { who = '?', runUrl: run = '?', since = '?' } = what.holder;
    return messages_lock/* lockMessages */.G.waiting({ app, who, run, since, before: what.before, seconds });
}
/** A log of work that went ahead: its groups are shown once it is known that it counts, or never. */
function logOnceKnown(to) {
    const kept = (0,held_log/* heldLog */.e)();
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

/***/ 7062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ expectedCertificate),
/* harmony export */   GW: () => (/* binding */ certificateAtHand),
/* harmony export */   P6: () => (/* binding */ findIssued),
/* harmony export */   W2: () => (/* binding */ checkProvided),
/* harmony export */   hC: () => (/* binding */ chooseExisting),
/* harmony export */   kr: () => (/* binding */ existingPair)
/* harmony export */ });
/* harmony import */ var _certificate_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93034);
/* harmony import */ var _certificate_due_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49520);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
/* harmony import */ var _nginx_servers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52193);
/* harmony import */ var _resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45619);





function countIn(pem) {
    return pem.match(/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/g)?.length ?? 0;
}
/** Checks the pair of the inputs, before the server is contacted; undefined where the server's own is asked for. */
function checkProvided(settings, now, roots) {
    if (settings.certificate.source !== 'provided')
        return undefined;
    const { domain } = settings.site;
    const checked = (0,_certificate_check_js__WEBPACK_IMPORTED_MODULE_0__/* .checkPair */ .z)({
        chainPem: settings.certificate.chain,
        keyPem: settings.certificate.key,
        domain,
        now,
        roots,
    });
    if (checked.certificate === undefined || checked.key === undefined || checked.problems.length > 0) {
        throw new _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failures */ .oo(checked.problems);
    }
    const { certificate, key, warnings, notes } = checked;
    return {
        pair: (0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .certificatePaths */ .ao)(domain, certificate.fingerprint),
        certificate,
        sent: countIn(certificate.chainPem),
        install: { chain: certificate.chainPem, key },
        warnings,
        notes,
    };
}
/**
 * Looks for the pair of a domain that ends last, among those that are whole and valid: one that a deployment brought, since
 * those are shared and renewed; else one that nginx names for it; else any.
 */
function findIssued(domain, files, nginx, { renewBeforeDays, now, roots, }) {
    const named = nginx === undefined ? [] : (0,_nginx_servers_js__WEBPACK_IMPORTED_MODULE_2__/* .certificatesFor */ .Gg)(nginx, domain);
    const rank = ({ chainPath, keyPath }) => {
        if ((0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .isBrought */ .a$)({ chainPath, keyPath }, domain))
            return 0;
        return named.some((pair) => pair.chainPath === chainPath) ? 1 : 2;
    };
    const [latest] = (0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .existingPairs */ .l)(files, named)
        .flatMap((pair) => existingPair(pair, domain, now, roots).served ?? [])
        .toSorted((a, b) => rank(a.pair) - rank(b.pair) || b.certificate.notAfter.getTime() - a.certificate.notAfter.getTime());
    if (latest === undefined)
        return { kind: 'none' };
    return { kind: 'valid', served: latest, from: (0,_certificate_due_js__WEBPACK_IMPORTED_MODULE_4__/* .dueFrom */ .ds)(latest.certificate, renewBeforeDays) };
}
/** A certificate that is still to be issued, for planning what comes after it. */
function expectedCertificate(domain, now) {
    const certificate = {
        fingerprint: _resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .unissued */ .lN,
        names: [domain],
        notBefore: now,
        // Later than any that is there: it is issued to take their place.
        notAfter: new Date(8.64e15),
        issuer: '',
        chainPem: '',
    };
    const pair = (0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .certificatePaths */ .ao)(domain, _resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .unissued */ .lN);
    return { pair, certificate, sent: 0, install: undefined, expected: true, warnings: [], notes: [] };
}
/**
 * The server's own pair for a domain: the one that nginx names for it (of several that which ends last, as another
 * application of the domain may have renewed it), else the newest that is valid for it.
 * Throws what is wrong with the one that nginx names, or `CERTIFICATE_NOT_FOUND`.
 */
function chooseExisting(domain, files, nginx, now, roots) {
    const named = (0,_nginx_servers_js__WEBPACK_IMPORTED_MODULE_2__/* .certificatesFor */ .Gg)(nginx, domain);
    const pairs = (0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .existingPairs */ .l)(files, named);
    const unfit = [];
    for (const pair of pairs) {
        const { served, problems } = existingPair(pair, domain, now, roots);
        if (served !== undefined)
            return served;
        if (named.some(({ chainPath }) => chainPath === pair.chainPath))
            throw new _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failures */ .oo(problems);
        unfit.push(`${pair.chainPath} (${problems.map(({ code }) => code).join(', ')})`);
    }
    const keyless = files.certificates.filter(({ path }) => !pairs.some(({ chainPath }) => chainPath === path));
    unfit.push(...keyless.map(({ path }) => `${path} (CERTIFICATE_KEY_MISMATCH)`));
    throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_NOT_FOUND', { domain, found: unfit.join('; ') || '-' });
}
/** A pair of the server, checked; `served` undefined: it is not whole, not valid, or of another name. */
function existingPair({ chainPath, keyPath, chain }, domain, now, roots) {
    const checked = (0,_certificate_check_js__WEBPACK_IMPORTED_MODULE_0__/* .checkPair */ .z)({ chainPem: chain, domain, now, roots, source: chainPath });
    const { certificate, problems, warnings, notes } = checked;
    if (certificate === undefined || problems.length > 0)
        return { problems };
    const pair = { chainPath, keyPath };
    return { served: { pair, certificate, sent: countIn(chain), install: undefined, warnings, notes }, problems: [] };
}
/**
 * The server's own pair for a domain, without an account: the one that nginx names for it, unless that is fit no more; else
 * the valid one that ends last. Throws as `chooseExisting` does where there is none.
 */
function certificateAtHand(domain, { certificates, configuration, }, { now, roots }) {
    try {
        return chooseExisting(domain, certificates, configuration, now, roots);
    }
    catch (error) {
        const found = findIssued(domain, certificates, configuration, { renewBeforeDays: undefined, now, roots });
        if (found.kind === 'none')
            throw error;
        return found.served;
    }
}


/***/ }),

/***/ 30532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q_: () => (/* binding */ broughtSites),
/* harmony export */   V5: () => (/* binding */ repointed),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   eo: () => (/* binding */ leafOf),
/* harmony export */   yn: () => (/* binding */ managedSites)
/* harmony export */ });
/* harmony import */ var _nginx_label_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91155);
/* harmony import */ var _nginx_proof_address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66086);
/* harmony import */ var _nginx_repoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58640);
/* harmony import */ var _resources_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45619);
/* harmony import */ var _values_health_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16426);





/** Our files for a domain, of all applications. */
function managedSites(domain, { nginx, certificates }) {
    return [...nginx.originals].flatMap(([path, file]) => {
        const label = (0,_nginx_label_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerOf */ .bf)(path, file.toString('utf8'));
        const addresses = (0,_nginx_proof_address_js__WEBPACK_IMPORTED_MODULE_4__/* .proofAddressesIn */ .q)(file.toString('utf8'));
        if (label === undefined || addresses[0]?.domain !== domain)
            return [];
        const [pair, ...more] = (0,_nginx_repoint_js__WEBPACK_IMPORTED_MODULE_1__/* .pairsIn */ .j)(file);
        if (pair === undefined)
            return [];
        return [{ path, file, label, addresses, pairs: [pair, ...more], leaf: leafOf(pair, certificates) }];
    });
}
/** Those of them whose pair was brought: what is at a path of the user's own is renewed by whoever put it there. */
function broughtSites(domain, server) {
    return managedSites(domain, server).flatMap((site) => site.leaf !== undefined && (0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .isBrought */ .a$)(site.pairs[0], domain) ? [{ ...site, leaf: site.leaf }] : []);
}
/** The leaf of a pair; undefined where it cannot be read. */
function leafOf({ chainPath }, { certificates }) {
    return (0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .readLeaf */ .rf)(certificates.find(({ path }) => path === chainPath)?.text ?? '');
}
/** SHA-256 of a leaf, 64 lower-case hex digits. */
function fingerprintOf({ fingerprint256 }) {
    return fingerprint256.replaceAll(':', '').toLowerCase();
}
/** The change that has a file name another pair in the place of those `from`, and what nginx must bring before and after. */
function repointed(site, from, { pair, certificate }, words, at) {
    const { path, file, leaf } = site;
    const after = from.reduce((text, old) => (0,_nginx_repoint_js__WEBPACK_IMPORTED_MODULE_1__/* .repoint */ .K)(text, old, pair), file);
    return {
        // The journal of the switch knows steps by their ids alone.
        id: at === 0 ? 'certificate.repoint' : `certificate.repoint-${at + 1}`,
        ...words,
        change: { path, before: file, after, ours: false },
        proofs: proven(site, after, from.length === 0 ? leaf && fingerprintOf(leaf) : certificate.fingerprint),
        proofsOfUndo: proven(site, file, leaf && fingerprintOf(leaf)),
    };
}
/** Its application may be down, so any status will do; of a file edited by hand only the certificate is known. */
function proven({ addresses }, file, fingerprint) {
    const text = file.toString('utf8');
    const label = (0,_nginx_label_js__WEBPACK_IMPORTED_MODULE_0__/* .isUntouched */ .O2)(text) ? (0,_nginx_label_js__WEBPACK_IMPORTED_MODULE_0__/* .managedBy */ .ZF)(text) : undefined;
    const [first, ...more] = (0,_nginx_repoint_js__WEBPACK_IMPORTED_MODULE_1__/* .pairsIn */ .j)(file);
    return addresses.map((address) => ({
        ...address,
        status: _values_health_status_js__WEBPACK_IMPORTED_MODULE_3__/* .anyStatus */ .L,
        release: label?.release,
        configuration: label?.configuration,
        // With a second pair from `nginx-snippet` the client's taste decides which of them is served.
        fingerprint: more.every(({ chainPath }) => chainPath === first?.chainPath) ? fingerprint : undefined,
    }));
}


/***/ }),

/***/ 67457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ shareCertificate),
/* harmony export */   l: () => (/* binding */ certificatesByHand)
/* harmony export */ });
/* harmony import */ var _messages_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40325);
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91520);
/* harmony import */ var _nginx_label_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91155);
/* harmony import */ var _nginx_servers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52193);
/* harmony import */ var _resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45619);
/* harmony import */ var _managed_sites_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30532);






/**
 * Applications of one domain share its certificate (rule *Shared things*): whoever brings one that ends later repoints
 * the files of the others in the same transaction. None is put back to one that ends earlier. What is at a path of the
 * user's own is left alone, on either side: whoever put it there renews it there.
 */
function shareCertificate(app, domain, chosen, server) {
    const sites = (0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .isBrought */ .a$)(chosen.pair, domain) ? (0,_managed_sites_js__WEBPACK_IMPORTED_MODULE_4__/* .broughtSites */ .Q_)(domain, server) : [];
    const own = chosen.certificate.notAfter;
    const earlier = sites.filter((site) => site.label.app !== app && site.leaf.validToDate < own);
    const later = sites.filter((site) => site.leaf.validToDate > own);
    return {
        others: earlier.map((site, at) => toOther(site, chosen, at)),
        notes: later.map((site) => _messages_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commandMessages */ .c.laterCertificate(site.label.app, (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .dayOf */ .kb)(site.leaf.validToDate), (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .dayOf */ .kb)(own), site.label.app === app)),
    };
}
/**
 * Servers set up by hand for the domain whose certificate ends earlier than the one that is deployed: nobody renews it
 * with this one, and it is easily forgotten. Those that are taken over in this run go.
 */
function certificatesByHand(domain, chosen, { certificates, configuration }, taken) {
    return (0,_nginx_servers_js__WEBPACK_IMPORTED_MODULE_2__/* .serversOf */ .U2)(configuration)
        .filter(({ names, file }) => names.includes(domain) && (0,_nginx_label_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOf */ .bf)(file, configuration.files.get(file) ?? '') === undefined)
        .filter(({ file, line }) => !taken.some((one) => one.file === file && one.line === line))
        .flatMap(({ certificates: [pair], listen, file, line }) => {
        const leaf = (0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .readLeaf */ .rf)(certificates.certificates.find(({ path }) => path === pair?.chainPath)?.text ?? '');
        if (leaf === undefined || leaf.validToDate >= chosen.certificate.notAfter)
            return [];
        const ports = [...new Set(listen.map(({ port }) => port))].join(', ');
        return [_messages_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commandMessages */ .c.certificateByHand(file, line, ports, (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .dayOf */ .kb)(leaf.validToDate))];
    });
}
function toOther(site, chosen, at) {
    const { path, label } = site;
    const [from, until] = [(0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .dayOf */ .kb)(site.leaf.validToDate), (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .dayOf */ .kb)(chosen.certificate.notAfter)];
    return (0,_managed_sites_js__WEBPACK_IMPORTED_MODULE_4__/* .repointed */ .V5)(site, [site.pairs[0]], chosen, {
        title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`Have ${label.app} serve it too (${path})`, `让 ${label.app} 也使用该证书（${path}）`),
        reason: chosen.expected
            ? (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`the certificate of the domain is shared; its own ends on ${from}`, `同一域名共用证书；其现有证书 ${from} 到期`)
            : (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`the certificate of the domain is shared; its own ends on ${from}, this one on ${until}`, `同一域名共用证书；其现有证书 ${from} 到期，新证书 ${until} 到期`),
    }, at);
}


/***/ }),

/***/ 99447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IH: () => (/* binding */ strangersOfFiles),
/* harmony export */   Lf: () => (/* binding */ strangersOfCertificates),
/* harmony export */   h4: () => (/* binding */ strangersInTheWay)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
/* harmony import */ var _survey_strangers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12098);



/**
 * Folders in which another user could lead root elsewhere, of those that this deployment writes to (rule *Roots
 * alone*). `files` are those of nginx that it writes: the application's, and those of others.
 */
function strangersInTheWay({ release, certificate }, { nginx, storage, strangers }, files) {
    const made = storage.folders.filter(({ path, exists }) => !exists && release.container.volumes.some(({ host }) => host === path));
    return [
        ...strangersOfFiles(files, nginx),
        ...(certificate.install !== undefined || certificate.expected === true
            ? strangersOfCertificates(release.site.domain, strangers)
            : []),
        ...made.flatMap(({ path }) => {
            const found = strangers.volumes.get(path) ?? [];
            return found.length === 0 ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('VOLUME_NOT_ROOTS', { folder: path, found })];
        }),
    ];
}
/** Folders of nginx's files in which another user could lead root elsewhere. */
function strangersOfFiles(files, { strangersOfPlaces }) {
    const ofFile = (file) => [...strangersOfPlaces]
        .filter(([place]) => place === file || place === node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file))
        .flatMap(([, found]) => found);
    return files.flatMap((file) => refuse(file, ofFile(file)));
}
/** The same of the folder of a domain's certificates. */
function strangersOfCertificates(domain, { certificates }) {
    return refuse((0,_survey_strangers_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateFolder */ .Qd)(domain), certificates);
}
function refuse(folder, found) {
    const once = found.filter(({ path }, at) => found.findIndex((one) => one.path === path) === at);
    return once.length === 0 ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('FOLDER_NOT_ROOTS', { folder, found: once })];
}


/***/ }),

/***/ 3780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ registryOf),
/* harmony export */   hb: () => (/* binding */ isImageReference),
/* harmony export */   ji: () => (/* binding */ manifestPath),
/* harmony export */   qS: () => (/* binding */ defaultBaseImage)
/* harmony export */ });
/* unused harmony export checkedBaseImage */
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

// Versions with years of updates, which eclipse-temurin has as JRE images.
const longTermSupport = [8, 11, 17, 21, 25];
/** The image that runs classes of a Java version: that of the next version with long-term support, or its own. */
function defaultBaseImage(javaVersion) {
    const version = longTermSupport.find((lts) => lts >= javaVersion) ?? javaVersion;
    return `eclipse-temurin:${version}-jre`;
}
// The grammar of github.com/distribution/reference (regexp.go).
const domainPart = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const domain = `(?:${domainPart}(?:\\.${domainPart})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const pathPart = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const tag = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const reference = new RegExp(`^(?:${domain}/)?${pathPart}(?:/${pathPart})*(?::${tag})?(?:@${digest})?$`);
/** Whether `image` can follow FROM: a reference, not `scratch`, which has no Java. */
function isImageReference(image) {
    return image.length <= 383 && image !== 'scratch' && reference.test(image);
}
/** `image` itself. Throws `Failure` DOCKER_BASE_IMAGE_INVALID where it is no reference. */
function checkedBaseImage(image) {
    if (!isImageReference(image))
        throw failure('DOCKER_BASE_IMAGE_INVALID', { image });
    return image;
}
/** The registry that an image is pulled from, `registry.example.com:5000`; undefined: Docker Hub, by a mirror or without. */
function registryOf(image) {
    const [host = '', ...rest] = image.split('/');
    if (rest.length === 0 || !(/[.:]/.test(host) || host === 'localhost'))
        return undefined;
    return /^(?:index\.)?docker\.io$/.test(host) ? undefined : host;
}
/**
 * Where its registry, or a mirror of Docker Hub, has the manifest of an image: `library/eclipse-temurin/manifests/8-jre`.
 */
function manifestPath(image) {
    const registry = registryOf(image);
    const path = registry === undefined ? image.replace(/^(?:index\.)?docker\.io\//, '') : image.slice(registry.length + 1);
    const [, name = '', tag, digest] = /^([^:@]+)(?::([^@]+))?(?:@(.+))?$/.exec(path) ?? [];
    const repository = registry !== undefined || name.includes('/') ? name : `library/${name}`;
    return `${repository}/manifests/${digest ?? tag ?? 'latest'}`;
}


/***/ }),

/***/ 16373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ lastWords),
/* harmony export */   y: () => (/* binding */ pullFailure)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _messages_registry_mirror_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14518);
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3780);



const words = {
    full: /no space left on device/i,
    platform: /no match(?:ing manifest)? for |does not match the specified platform/i,
    limit: /toomanyrequests|too many requests|\b429\b/i,
    status: /unexpected (?:HTTP )?status|error parsing HTTP \d+/i,
    unknown: /manifest\b.*\b(?:unknown|not found)|repository\b.*\b(?:does not exist|not found)|name unknown|: not found\s*$|unauthorized|authentication required|no basic auth|\bdenied\b|insufficient_scope|authorization failed/i,
    unreachable: /dial tcp|lookup \S+|TLS handshake timeout|timeout|timed out|deadline exceeded|request canceled|no such host|connection (?:refused|reset)|unreachable|no route to host|server misbehaving|\bEOF\b/i,
};
/**
 * The failure that the last words of a pull stand for. A mirror that says that it has no such image is heard as well:
 * Docker asks Docker Hub next, and names only what came of that.
 */
function pullFailure(image, said, output, puller) {
    const { architecture, mirrors, tencent, unloaded, runner } = puller;
    const evidence = { evidence: output };
    const registry = (0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .registryOf */ .Fv)(image);
    if (words.full.test(said))
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BUILD_DISK_FULL', {}, evidence);
    if (words.platform.test(said))
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BASE_IMAGE_PLATFORM', { image, architecture }, evidence);
    if (words.limit.test(said))
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('REGISTRY_LIMIT', { image, registry: registry ?? 'Docker Hub', runner }, evidence);
    const refused = words.status.test(said);
    if (!refused && words.unknown.test(said))
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BASE_IMAGE_UNKNOWN', { image, said, runner }, evidence);
    if (!refused && !words.unreachable.test(said))
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BASE_IMAGE_NOT_PULLED', { image, said, runner }, evidence);
    const without = mirrors.find(({ status }) => status === 404);
    if (registry === undefined && without !== undefined && !mirrors.some(_messages_registry_mirror_js__WEBPACK_IMPORTED_MODULE_2__/* .isDead */ .X)) {
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BASE_IMAGE_UNKNOWN', { image, said: `${without.url}: 404; ${said}`, runner }, evidence);
    }
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BASE_IMAGE_UNREACHABLE', { image, said, registry, tencent, mirrors, unloaded, runner }, evidence);
}
/** The last line of a program's output, without what Docker puts in front of each. */
function lastWords(output) {
    const line = output.split('\n').findLast((one) => one.trim() !== '') ?? '-';
    return line.trim().replace(/^(?:Error response from daemon|ERROR): /, '');
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

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

/***/ 84330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ switchFolder)
/* harmony export */ });
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


/***/ }),

/***/ 32025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ renderSwitch)
/* harmony export */ });
/* harmony import */ var _server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33493);
/* harmony import */ var _server_prelude_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13553);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21395);
/* harmony import */ var _step_output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44553);
/* harmony import */ var _switch_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35936);





/**
 * Renders the switch: one bash script that the server runs alone, whatever becomes of the connection (rule *The server
 * switches*). `run` does the steps; when one fails, what was begun is undone in reverse. `resume` ends a run that a
 * reboot cut short: undone when the last proof was not yet there, finished otherwise. Every line of the journal is
 * `<seconds> <event> <step> <detail>`; the events are begin, done, failed, undo, undone, stuck, committed, warned,
 * skipped (nothing is pruned where a record failed), noticed (a warning of a step), outcome. A step
 * begins only once its `begin` is on disk (rule *On disk first*). In an undo `$stuck` is 1 when that of a later step
 * failed.
 */
function renderSwitch(steps, purpose, locks = _server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__/* .lockFolder */ .MS) {
    const ordered = (0,_switch_order_js__WEBPACK_IMPORTED_MODULE_4__/* .inOrder */ .al)(steps);
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
    const names = ordered.map((step) => `  [${number.get(step)}]=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(step.id)}`);
    return `#!/bin/bash
${comment(purpose.title)}
# Run by the server alone; the runner only watches the journal. Usage: bash script run|resume
set -u
trap '' HUP INT TERM
exec </dev/null
# Bash before 5.1 writes each here-document to a file: in memory, so that a full disk stops no step.
TMPDIR=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(locks)}
# A word of this run's own: what a build or an application prints is not taken for a failure that a step names.
deploy_mark=@@$(od -An -N8 -tx1 /dev/urandom | tr -d ' \\n'):
${_server_prelude_js__WEBPACK_IMPORTED_MODULE_1__/* .prelude */ .e}
journal=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(purpose.folder.journal)}
output=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(purpose.folder.output)}
kept=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(purpose.folder.kept)}
${(0,_step_output_js__WEBPACK_IMPORTED_MODULE_3__/* .stepOutputScript */ .bh)(locks)}
declare -A names=(
${names.join('\n')}
)
# Either may be empty, which set -u of bash 4.2 (CentOS 7) takes for unset: they are expanded only where set.
brought=(${numbers(_switch_order_js__WEBPACK_IMPORTED_MODULE_4__/* .isBrought */ .a$)})
forward=(${numbers((s) => !(0,_switch_order_js__WEBPACK_IMPORTED_MODULE_4__/* .isAftermath */ .tP)(s))})
after=(${numbers(_switch_order_js__WEBPACK_IMPORTED_MODULE_4__/* .isAftermath */ .tP)})
records=(${numbers(({ stage }) => stage === 'record')})
prunes=(${numbers(({ stage }) => stage === 'prune')})
# What these printed tells the runner why they failed, whether to warn of something, or what they measured.
explaining=(${numbers(({ explain }) => explain !== undefined)})
telling=(${numbers(({ notice, measures }) => notice !== undefined || measures === true)})
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

# Not to be called in a condition: bash ignores set -e there, also in what it calls.
forth() {
  local n=$1 code how=guessed
  if ! note begin "\${names[$n]}"; then note failed "\${names[$n]}" "$(disk_full "$unwritten")"; return 1; fi
  begun="$begun$n "
  attempt "do_$n"
  code=$?
  if [ $code -ne 0 ]; then
    # Before its undo, and those of others, print theirs.
    keep "\${names[$n]}" $code && case " \${explaining[*]-} " in *" $n "*) how=explained ;; esac
    note failed "\${names[$n]}" "$(reason $how)"; return 1
  fi
  note done "\${names[$n]}"
  tell_notices "$n"
}

# Not for what is brought: that may take its time.
share() {
  exec 8>>${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__/* .sharedLock */ .lj)(locks))}
  flock -w ${purpose.sharedLockSeconds} 8 || { note failed shared-lock "@@failure SHARED_LOCK_BUSY seconds=.${purpose.sharedLockSeconds}"; return 1; }
}

run() {
  local n shared=
  for n in \${forward[@]+"\${forward[@]}"}; do
    if [ -z "$shared" ]; then
      case " \${brought[*]-} " in *" $n "*) ;; *) share || { undo_all; return 1; }; shared=yes ;; esac
    fi
    forth "$n"
    [ $? -eq 0 ] || { undo_all; return 1; }
  done
  if ! note committed -; then note failed - "$(disk_full "$unwritten")"; undo_all; return 1; fi
  exec 8>&-
  finish
}

${(0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__/* .makeLockFolder */ .Ww)(locks)}
case $1 in
  run) run ;;
  resume) share || exit 1; if noted committed - && ! noted failed -; then exec 8>&-; finish; else undo_all; fi ;;
esac
`;
}
/** A comment of one line, whatever is in the words. */
function comment(words) {
    return `# ${words.replaceAll('\n', ' ')}`;
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

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/switch.js

/** What the log says while the server switches. */
const switchMessages = {
    connectionLost: (code) => (0,messages_text/* text */.Qq)(`The connection was lost (${code}). The server continues without it. Reconnecting.`, `连接中断（${code}）；服务器会独立继续。正在重新连接。`),
    followedAfterCancel: (0,messages_text/* text */.Qq)('Cancelled during the switch. The server completes it without the runner; following it for a few seconds.', '切换过程中收到取消请求。服务器会独立完成切换；继续跟踪数秒。'),
    connectedAgain: (0,messages_text/* text */.Qq)('Connected again; the switch was found.', '已重新连接，并找到了正在进行的切换。'),
    /** What is said of an event of the journal; events not listed are not shown. */
    events: {
        done: (step) => (0,messages_text/* text */.Qq)(`done: ${step}`, `完成：${step}`),
        failed: (step) => (0,messages_text/* text */.Qq)(`failed: ${step}; undoing everything`, `失败：${step}；正在全部撤销`),
        undone: (step) => (0,messages_text/* text */.Qq)(`undone: ${step}`, `已撤销：${step}`),
        stuck: (step) => (0,messages_text/* text */.Qq)(`could not be undone: ${step}`, `未能撤销：${step}`),
        skipped: (step) => (0,messages_text/* text */.Qq)(`skipped: ${step}, because the record failed`, `已跳过：${step}，因为记录失败`),
        committed: () => (0,messages_text/* text */.Qq)('verified: the new version is live', '已验证：新版本正在提供服务'),
    },
    notUndone: (step, why) => (0,messages_text/* text */.Qq)(`${step} could not be undone. ${why.what.en} ${why.cure.en}`, `未能撤销 ${step}。${why.what.zh}${why.cure.zh}`),
    warned: (step, why) => (0,messages_text/* text */.Qq)(`The new version is live, but ${step} failed afterwards. ${why?.what.en ?? ''} ${why?.cure.en ?? ''}`.trim(), `新版本已正常服务，但之后的 ${step} 失败。${why?.what.zh ?? ''}${why?.cure.zh ?? ''}`),
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

/***/ 68825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ metRegistry),
/* harmony export */   m8: () => (/* binding */ knowSources),
/* harmony export */   rF: () => (/* binding */ askRegistry),
/* harmony export */   y_: () => (/* binding */ surveySeconds)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

const manifests = [
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
].join(', ');
/**
 * Bash function: `ask_registry URL PATH SECONDS` asks a registry for a manifest, and prints the address, curl's exit code,
 * the status and the seconds that it took. One without TLS is asked as Docker asks it.
 */
const askRegistry = `ask_registry() {
  local status exit=0 url="\${1%/}/v2/$2" words=(-q -s -k -I -o /dev/null -m "$3" -H ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`Accept: ${manifests}`)} -w '%{http_code} %{time_total}')
  status=$(curl \${words[@]+"\${words[@]}"} "$url") || exit=$?
  case $exit:$url in 35:https://*) exit=0; status=$(curl \${words[@]+"\${words[@]}"} "http://\${url#https://}") || exit=$? ;; esac
  printf '%s %s %s\\n' "$1" "$exit" "$status"
}`;
/** Seconds that a source has to answer a survey: what takes longer would take Docker minutes. */
const surveySeconds = 5;
/**
 * Bash function `know_sources`: what the engine has loaded of where it pulls from, in `$proxy` (behind one, what a shell
 * meets is not what the engine met), `$hub` (Docker Hub's address) and `$mirrors` (a line each). Fails without an engine.
 * Asked for at once, since the engine runs programs for each answer.
 */
const knowSources = `proxy= hub= mirrors=
know_sources() {
  local told
  told=$(docker info --format '{{.HTTPProxy}}{{.HTTPSProxy}}{{println}}{{.IndexServerAddress}}{{range .RegistryConfig.Mirrors}}{{println}}{{.}}{{end}}' 2>/dev/null) || return
  proxy=\${told%%$'\\n'*} told=\${told#*$'\\n'}
  hub=\${told%%$'\\n'*} mirrors=\${told#"$hub"}
  hub=\${hub%/v1/}
}`;
/** How a registry was met, by what `ask_registry` printed of it (curl(1)): 28 timed out, 6 and 7 no name, no connection. */
function metRegistry(exit, status) {
    const states = { '0': 'answers', '28': 'silent', '6': 'unreachable', '7': 'unreachable' };
    return {
        state: states[exit] ?? 'unclear',
        status: /^[1-9]\d\d$/.test(status) ? Number(status) : undefined,
    };
}


/***/ }),

/***/ 94057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ layerFunctions)
});

// EXTERNAL MODULE: ./.build/lib/shell/packed.js
var packed = __webpack_require__(27431);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
;// CONCATENATED MODULE: ./.build/lib/fragments/harmless-files.js

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
const worthKeeping = `worth_keeping() {
  local folder own='^$'
  folder=$(printf %s "\${work%/}" | sed 's/[][\\\\.*^$+?(){}|%]/\\\\&/g')
  [ -z "$folder" ] || own="^. $folder/"
  { LC_ALL=C grep -azvE ${(0,quote/* quote */.h)(harmless)} || [ "$?" -eq 1 ]; } | LC_ALL=C sed -z -r -e ${(0,quote/* quote */.h)(`\\%${logFolder}%I{\\%${rotated}%Id;\\%${documents}%I!d}`)} \\
    -e "\\\\%^. $folder/te?mp(/|\\$)%{"${(0,quote/* quote */.h)(`\\%${database}%I!d}`)} -e ${(0,quote/* quote */.h)(`\\%^. (${ofPrograms})%{\\%`)}"$own"'%!d}'
}`;

;// CONCATENATED MODULE: ./.build/lib/fragments/layer-script.js


// Docker's own answer is compared on a driver that keeps whole copies: that takes its time.
const diffSeconds = 60;
/**
 * Bash functions that look into a container's own layer and its volumes without a name, which no later container gets,
 * whatever the storage driver; all records end in NUL, since names may have line breaks.
 * - `open_layer ID`: asks Docker (`docker diff`) what they hold; false where it does not tell. Sets `name`, `changes`,
 *   `upper`, `lower`, `pid`, `started`, `work`, `mounts` and `volumes` (place, folder of the server and name of each
 *   without a name of its own) for the others. With overlay2 the layer is the folder `upper`; else the files of a running
 *   container are seen through /proc/PID/root. Only names, times and sizes are read there, since an application can put
 *   links in the way.
 * - `layer_changes`: `A|C|D PATH` of everything; `worth_keeping` leaves out what nobody misses.
 * - `layer_times`: for such records on standard input `MODE CTIME MTIME SIZE ./PATH`, mode in hex; false where it cannot
 *   tell.
 * - `pack` and `unpack LIST` (packed.ts). `lines`: records as lines, which bash and awk read much faster; a line break in a
 *   name becomes the byte 1.
 */
const layerFunctions = `
${packed/* packFunctions */.po}
lines() { tr '\\n\\0' '\\001\\n'; }
open_layer() {
  local kind source target at
  pid= upper=- lower=- work= mounts=() volumes=()
  while IFS= read -r -d '' kind && IFS= read -r -d '' source && IFS= read -r -d '' target; do
    case $kind in
      state) pid=\${source%% *} started=\${source##* } name=\${source#* } work=$target; name=\${name% *}; continue ;;
      layer) upper=\${source:--} lower=\${target:--}; continue ;;
    esac
    mounts+=("$target")
    [[ $kind =~ ^volume\\ ([0-9a-f]{64})$ ]] || continue
    [ -d "$source" ] || return 1
    volumes+=("$target" "$source" "\${BASH_REMATCH[1]}")
  done < <(docker container inspect --format '{{printf "state\\x00%v %s %s\\x00%s\\x00" .State.Pid .Name .State.StartedAt .Config.WorkingDir}}{{with .GraphDriver}}{{with .Data}}{{printf "layer\\x00%s\\x00%s\\x00" (or (index . "UpperDir") "") (or (index . "LowerDir") "")}}{{end}}{{end}}{{range .Mounts}}{{printf "%s %s\\x00%s\\x00%s\\x00" .Type .Name .Source .Destination}}{{end}}' "$1")
  [ -n "$pid" ] || return 1
  changes=$(set -o pipefail; {
    # A line break within a name is none between two records.
    { timeout ${diffSeconds} docker diff "$1" && printf '\\0'; } | LC_ALL=C sed 's,^[ACD] /,\\x00&,' | sed -z 's/\\n$//;/^$/d' || exit
    for ((at = 0; at < \${#volumes[@]}; at += 3)); do
      { find "\${volumes[at + 1]}" -xdev -mindepth 1 -printf '%P\\0' 2>/dev/null || true; } | sed -z "s,^,A $(printf %s "\${volumes[at]}" | sed 's/[\\\\&,]/\\\\&/g')/,"
    done
  } | pack)
}
layer_changes() { unpack "$changes"; }
${worthKeeping}
layer_times() (
  set -o pipefail
  # A file may have gone since.
  times() { xargs -0 -r stat --printf "$1" -- 2>/dev/null || true; }
  entries=$(pack) || exit
  base=$upper
  [ -d "$base" ] || base=/proc/$pid/root
  if [ -d "$upper" ] || [ "$pid" -gt 0 ]; then
    ( cd "$base" 2>/dev/null && unpack "$entries" | sed -z 's/^. /./' | times '%f %.9Z %Y %s %n\\0' ) || exit
  fi
  for ((at = 0; at < \${#volumes[@]}; at += 3)); do
    place=\${volumes[at]}
    ( cd "\${volumes[at + 1]}" && unpack "$entries" | sed -z -n "s,^. $(printf %s "$place" | sed 's/[][\\\\.*^$,]/\\\\&/g')/,,p" |
      times "%f %.9Z %Y %s .$(printf %s "$place" | sed 's/[%\\\\]/&&/g')/%n\\0" ) || exit
  done
)`;


/***/ }),

/***/ 3451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ deployLogSubjects)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** What deploy.log has in the place of a commit's subject, for a switch that no commit began. */
const deployLogSubjects = {
    rollback: (from) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`rollback from ${from}`, `从 ${from} 回滚`),
    rollbackOnServer: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('rollback on the server', '在服务器上回滚'),
    certificate: (domain, until) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`certificate of ${domain}, valid until ${until}`, `${domain} 的证书，有效期至 ${until}`),
};


/***/ }),

/***/ 16516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ dnsRecordMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** What the log says while a host name is bound to an address. */
const dnsRecordMessages = {
    created: (id) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Added record ${id}.`, `已添加记录 ${id}。`),
    modified: (id) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Changed record ${id}.`, `已修改记录 ${id}。`),
    removed: (id) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Deleted record ${id}.`, `已删除记录 ${id}。`),
    alreadyThere: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('DNSPod has this record already, and its list does not show it yet.', 'DNSPod 中已有该记录，但列表尚未显示。'),
    noAnswer: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('DNSPod did not answer. The action checks whether the record was added.', 'DNSPod 未响应，正在检查记录是否已添加。'),
    lagging: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Waiting until the list of records shows it.', '正在等待记录出现在列表中。'),
    ttlRaised: (seconds) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The plan of the domain asks for a longer TTL: ${seconds} s.`, `该域名的套餐要求更长的 TTL：${seconds} 秒。`),
    servers: (right, behind) => behind === ''
        ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`All name servers answer the new address: ${right}`, `所有 DNS 服务器均已返回新地址：${right}`)
        : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Name servers with the new address: ${right || 'none'}; not yet: ${behind}`, `已返回新地址的 DNS 服务器：${right || '无'}；尚未返回：${behind}`),
};


/***/ }),

/***/ 22800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ lockMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** Lines about the queue of an application's lock. */
const lockMessages = {
    waiting: (p) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Waiting for another run on ${p.app}: ${p.who}, ${p.run}, since ${p.since}. Runs in the queue before this one: ${p.before}. This run waits at most ${p.seconds} s (\`lock-timeout\`).`, `正在排队：另一次运行正在操作 ${p.app}（${p.who}，${p.run}，开始于 ${p.since}）。前面还有 ${p.before} 个运行在排队；本次运行最多等待 ${p.seconds} 秒（\`lock-timeout\`）。`),
    left: (process) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`An interrupted run left ${process} running on the server. Waiting until it has ended.`, `中断的运行在服务器上留下了仍在执行的 ${process}，等待其结束。`),
    held: (app, seconds) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${app} is free: this run's turn after ${seconds} s.`, `${app} 的锁已释放，轮到本次运行（等待了 ${seconds} 秒）。`),
    notInTime: (p) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${p.app} is still locked after ${p.seconds} s by another run: ${p.who}, ${p.run}, since ${p.since}. Nothing was changed.`, `等待 ${p.seconds} 秒后，${p.app} 仍被另一次运行锁定：${p.who}，${p.run}，开始于 ${p.since}。未做任何修改。`),
};


/***/ }),

/***/ 81916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ errorLogOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** Where nginx tells why it does not serve: the main file's `error_log`, else the place that it was built with. */
function errorLogOf({ tree }, { prefix, errorLogPath }) {
    const http = tree.find(({ name }) => name === 'http')?.block ?? [];
    const given = [...tree, ...http].find(({ name }) => name === 'error_log')?.args[0];
    const isFile = given !== undefined && !/^(stderr$|syslog:|memory:)/.test(given);
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(prefix ?? '/usr/local/nginx', isFile ? given : (errorLogPath ?? 'logs/error.log'));
}


/***/ }),

/***/ 20125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ isDefaultLine),
/* harmony export */   V: () => (/* binding */ isAlias)
/* harmony export */ });
/** Whether a record is of the line that counts if no other fits who asks. */
function isDefaultLine({ line, lineId }) {
    return lineId === '' ? line === '默认' || line.toLowerCase() === 'default' : lineId === '0';
}
/** Whether a record answers in place of others: a CNAME, or DNSPod's own redirects (显性URL, 隐性URL). */
function isAlias({ type }) {
    return type === 'CNAME' || type.endsWith('URL');
}


/***/ }),

/***/ 86078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ dnsStep),
  N: () => (/* binding */ planDnsRecord)
});

// EXTERNAL MODULE: ./.build/lib/messages/dns-record.js
var dns_record = __webpack_require__(16516);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/tencent/api-failure.js
var api_failure = __webpack_require__(47371);
// EXTERNAL MODULE: ./.build/lib/tencent/read-records.js
var read_records = __webpack_require__(14573);
// EXTERNAL MODULE: ./.build/lib/resources/dns-lines.js
var dns_lines = __webpack_require__(20125);
// EXTERNAL MODULE: ./.build/lib/resources/dns-refusal.js
var dns_refusal = __webpack_require__(84106);
// EXTERNAL MODULE: ./.build/lib/resources/dns-writing.js
var dns_writing = __webpack_require__(7326);
// EXTERNAL MODULE: ./.build/lib/resources/name-servers.js
var name_servers = __webpack_require__(37392);
// EXTERNAL MODULE: ./.build/lib/resources/zone-problems.js
var zone_problems = __webpack_require__(31145);
;// CONCATENATED MODULE: ./.build/lib/resources/dns-record/await-address.js



/** Waits until every authoritative server answers the one address. Throws DNS_SERVERS_BEHIND as `awaitServers` does. */
function awaitAddress(wanted, ask, clock, log) {
    const { domain, address, servers, isAlsoGood } = wanted;
    const answer = {
        name: domain,
        type: 'A',
        servers,
        isRight: (answered) => (answered.length === 1 && answered[0] === address) || (answered.length > 0 && isAlsoGood(answered)),
        told: dns_record/* dnsRecordMessages */.L.servers,
        failed: (behind, seconds) => (0,failure/* failure */.V2)('DNS_SERVERS_BEHIND', { domain, address, servers: behind, seconds }),
    };
    return (0,name_servers/* awaitServers */.V)(answer, ask, clock, log);
}

// EXTERNAL MODULE: ./.build/lib/tencent/remark.js
var remark = __webpack_require__(49690);
;// CONCATENATED MODULE: ./.build/lib/resources/dns-record/decide.js



/**
 * Decides what leaves the host name with one enabled A record of the default line, with our value. Whoever made that one,
 * it is good; what else answers in its place is changed only if it is our own or `overwrite` names its value.
 *
 * Of several records of our own application one is kept and the others go (a create that took effect although no answer
 * came, or that the list did not show yet): the caller holds the application's lock, so that the runs which made them are
 * over.
 */
function decideRecord(wanted, zone) {
    const here = zone.records.filter(dns_lines/* isDefaultLine */.I);
    const addresses = here.filter(({ type }) => type === 'A');
    const aliases = here.filter((record) => record.enabled && (0,dns_lines/* isAlias */.V)(record));
    const problems = [
        ...delegation(wanted, zone.host, here),
        ...aliases.filter((record) => !mayChange(record, wanted)).map((record) => aliasProblem(record, wanted)),
    ];
    const base = baseOf(addresses, aliases, wanted);
    const rivals = addresses.filter((record) => record.enabled && record !== base);
    // One more of our own value changes no answer.
    const inTheWay = [...(base?.type === 'A' ? [base] : []), ...rivals].filter((record) => !isRight(record, wanted) && !mayChange(record, wanted));
    problems.push(...addressProblems(inTheWay, addresses, wanted));
    if (problems.length > 0)
        return { changes: [], problems };
    const remove = (record) => ({ kind: 'remove', record });
    return {
        changes: [
            // No A record beside them: they go first. Other addresses go last, so that the name has one all the time.
            ...aliases.filter((record) => record !== base).map(remove),
            ...(base === undefined ? [{ kind: 'create' }] : []),
            ...(base === undefined || isRight(base, wanted) ? [] : [{ kind: 'modify', record: base }]),
            ...rivals.filter((record) => mayChange(record, wanted)).map(remove),
        ],
        problems: [],
    };
}
function isRight({ enabled, type, value }, { address }) {
    return enabled && type === 'A' && value === address;
}
function mayChange(record, { app, overwrite }) {
    const named = overwrite.some((value) => value.replace(/\.$/, '').toLowerCase() === record.value.toLowerCase());
    return named || (record.type === 'A' && (0,remark/* isOwn */.NP)(record, app));
}
/**
 * The record that stays, or is changed into the one that is wanted. One that has our value but is disabled comes before
 * others: a second one of the same value would be refused. What somebody else disabled, with another value, is let be.
 */
function baseOf(addresses, aliases, wanted) {
    const own = (record) => (0,remark/* isOwn */.NP)(record, wanted.app);
    return (addresses.find((record) => isRight(record, wanted) && own(record)) ??
        addresses.find((record) => isRight(record, wanted)) ??
        addresses.find(({ value }) => value === wanted.address) ??
        addresses.find((record) => record.enabled && own(record)) ??
        addresses.find(({ enabled }) => enabled) ??
        aliases[0] ??
        addresses.find(own));
}
function delegation({ domain }, host, here) {
    // Those of the zone's own name are the zone's servers.
    const servers = host === '@' ? [] : here.filter(({ type, enabled }) => type === 'NS' && enabled);
    return servers.length === 0 ? [] : [(0,failure/* failure */.V2)('DNS_RECORD_DELEGATED', { domain, servers: valuesOf(servers) })];
}
function aliasProblem({ type, value }, { domain, address }) {
    return (0,failure/* failure */.V2)('DNS_RECORD_CNAME', { domain, type, value, address });
}
/** What stands in the way of the one A record; several at once are told as one. */
function addressProblems(unchangeable, all, { domain, address }) {
    const [one, ...more] = unchangeable;
    if (one === undefined)
        return [];
    if (more.length === 0 && !one.enabled)
        return [(0,failure/* failure */.V2)('DNS_RECORD_DISABLED', { domain, address })];
    const found = all.filter((record) => record.enabled || unchangeable.includes(record));
    if (found.length === 1)
        return [(0,failure/* failure */.V2)('DNS_RECORD_FOREIGN', { domain, address, value: one.value })];
    return [(0,failure/* failure */.V2)('DNS_RECORDS_SEVERAL', { domain, address, found: valuesOf(found), foreign: valuesOf(unchangeable) })];
}
function valuesOf(records) {
    return [...new Set(records.map(({ value }) => value))].join(', ');
}

;// CONCATENATED MODULE: ./.build/lib/resources/dns-record/write-record.js





/** Makes one change. Throws `ApiFailure`, and DNS_RECORD_CHANGED where somebody else writes at the same time. */
async function writeRecord(change, writing) {
    const { log } = writing;
    const content = contentOf(writing.wanted);
    if (change.kind === 'create') {
        const id = await (0,dns_writing/* createRecord */.eC)(content, writing);
        // Not by the list, which lags behind.
        await mustBeWritten(id, content, writing);
        return log.info(dns_record/* dnsRecordMessages */.L.created(id));
    }
    const { id } = change.record;
    if (change.kind === 'remove') {
        await (0,dns_writing/* removeRecord */.GI)(id, writing);
        return log.info(dns_record/* dnsRecordMessages */.L.removed(id));
    }
    await (0,dns_writing/* modifyRecord */.IM)(change.record, content, writing);
    await mustBeWritten(id, content, writing);
    return log.info(dns_record/* dnsRecordMessages */.L.modified(id));
}
function contentOf({ app, address, run }) {
    return { type: 'A', value: address, remark: (0,remark/* renderRemark */.PJ)({ app, value: address, run }) };
}
/** Reads the record itself; one that cannot be found yet is left to the name servers to show. */
async function mustBeWritten(id, content, { tencent, zone, wanted }) {
    const found = await (0,read_records/* readRecord */.aE)(tencent, zone, id);
    if (found === undefined || ((0,dns_writing/* isAs */.br)(found, content) && found.enabled))
        return;
    const said = `${found.type} ${found.value}${found.enabled ? '' : ' (DISABLE)'}`;
    throw (0,failure/* failure */.V2)('DNS_RECORD_CHANGED', { domain: wanted.domain, found: said, address: wanted.address });
}

;// CONCATENATED MODULE: ./.build/lib/resources/dns-record/zone-findings.js


/** What a user ought to know of a zone that can be worked with. */
function zoneNotices(wanted, zone) {
    const { domain, address } = wanted;
    const { name, nameServers, delegatedTo, registration } = zone;
    const enabled = zone.records.filter((record) => record.enabled);
    const lines = enabled.filter((one) => !(0,dns_lines/* isDefaultLine */.I)(one) && (one.type === 'A' || (0,dns_lines/* isAlias */.V)(one)));
    const six = enabled.filter(({ type }) => type === 'AAAA');
    return [
        ...(registration?.realName === 'InAudit' ? [(0,failure/* failure */.V2)('DOMAIN_VERIFICATION_PENDING', { zone: name })] : []),
        ...(isDelegatedElsewhere(zone)
            ? [(0,failure/* failure */.V2)('DNS_NOT_DELEGATED', { zone: name, found: delegatedTo.join(', '), expected: nameServers.join(', ') })]
            : []),
        ...(lines.length === 0
            ? []
            : [(0,failure/* failure */.V2)('DNS_RECORD_LINES', { domain, address, records: lines.map(words).join(', ') })]),
        ...(six.length === 0
            ? []
            : [(0,failure/* failure */.V2)('DNS_RECORD_IPV6', { domain, address, found: six.map(({ value }) => value).join(', ') })]),
    ];
}
/** Whether the registry names servers that are not DNSPod's, so that what DNSPod answers may reach nobody. */
function isDelegatedElsewhere({ nameServers, delegatedTo }) {
    return nameServers.length > 0 && delegatedTo.some((server) => !nameServers.includes(server));
}
function words({ type, value, line }) {
    return `${type} ${value} (${line})`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/dns-record/dns-record.js














/** Id of the step: it ends well only where all name servers answer as they are to. */
const dnsStep = 'dns.bind';
const realTools = {
    clock: {
        now: Date.now,
        sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    ask: (0,name_servers/* askOverNetwork */.O)(),
};
/**
 * Plans how `domain` comes to lead to `address` and nowhere else. The step changes the records in DNSPod, then waits until
 * all authoritative servers answer so. It has no undo: what serves by then has been proven, and a step that was cut short is
 * finished by the next run, which decides again from what is there.
 */
function planDnsRecord(wanted, zone, tencent, tools = realTools) {
    const { changes, problems } = decideRecord(wanted, zone);
    const all = [...(0,zone_problems/* zoneProblems */.d)(wanted.domain, zone), ...problems];
    const notices = zoneNotices(wanted, zone);
    if (all.length > 0 || changes.length === 0)
        return { steps: [], problems: all, notices, replaced: undefined };
    const step = {
        kind: 'runner',
        phase: 'publish',
        id: dnsStep,
        title: (0,messages_text/* text */.Qq)(`Point ${wanted.domain} to ${wanted.address}`, `将 ${wanted.domain} 解析到 ${wanted.address}`),
        reason: reasonOf(wanted, zone),
        diff: diffOf(changes, wanted, zone),
        run: (_, log) => bind(wanted, zone, tencent, tools, log),
    };
    return { steps: [step], problems: [], notices, replaced: replacedIn(zone) };
}
async function bind(wanted, zone, tencent, { clock, ask }, log) {
    const writing = { wanted, zone, tencent, clock, log };
    const { domain, address } = wanted;
    const servers = zone.nameServers.length > 0 ? zone.nameServers : zone.delegatedTo;
    const answer = { domain, address, servers, isAlsoGood: isOfAnotherLine(zone) };
    const seen = () => awaitAddress(answer, ask, clock, log);
    await settle(writing);
    try {
        await seen();
    }
    catch (error) {
        // By now the list shows what it did not: a record of a run that ended right before this one, with another address.
        if (!(await settle(writing)))
            throw error;
        await seen();
    }
}
/** Milliseconds for which DNSPod's list may lack a record that was just made. */
const listLag = 30_000;
/**
 * Decides from what is there now, for somebody may have changed it since the plan, and makes the changes; tells whether
 * there were any. A record that the API has already and the list does not show yet is waited for, since what else is there
 * decides what is to be done.
 */
async function settle(writing) {
    const { wanted, zone, tencent, clock, log } = writing;
    const until = clock.now() + listLag;
    for (;;) {
        const { changes, problems } = decideRecord(wanted, { ...zone, records: await (0,read_records/* readRecords */.T3)(tencent, zone) });
        (0,failure/* throwAll */.Kx)(problems);
        try {
            for (const change of changes)
                await writeRecord(change, writing);
            return changes.length > 0;
        }
        catch (error) {
            if (!(0,api_failure/* hasApiCode */.ii)(error, 'InvalidParameter.DomainRecordExist'))
                throw (0,dns_refusal/* refusalOf */.O)(error, zone, refusedFor(wanted));
            // Not shown in time, but there: the name servers tell whether it answers.
            if (clock.now() >= until)
                return true;
            log.info(dns_record/* dnsRecordMessages */.L.alreadyThere);
            await clock.sleep(5000);
        }
    }
}
/** What DNSPod's refusal of an A record means, by Tencent's code. */
function refusedFor({ domain, address }) {
    return (detail, options) => {
        if ((0,dns_refusal/* isConflict */.d)(detail))
            return (0,failure/* failure */.V2)('DNS_RECORD_CONFLICT', { domain, detail }, options);
        return detail === 'OperationDenied.IPInBlacklistNotAllowed'
            ? (0,failure/* failure */.V2)('DNS_ADDRESS_REFUSED', { domain, address, detail }, options)
            : undefined;
    };
}
function reasonOf({ domain }, { records }) {
    const old = answering(records).map(({ value }) => value);
    if (old.length === 0)
        return (0,messages_text/* text */.Qq)(`${domain} does not resolve yet`, `${domain} 尚无解析记录`);
    return (0,messages_text/* text */.Qq)(`it resolves to ${old.join(', ')}`, `当前解析到 ${old.join('、')}`);
}
function diffOf(changes, { address }, { host }) {
    const line = (sign, type, value, ttl, note = '') => `${sign} ${host} ${type} ${value} TTL ${ttl}${note}`;
    return changes
        .flatMap((change) => {
        if (change.kind === 'create')
            return [line('+', 'A', address, dns_writing/* usualTtl */.pf)];
        const { type, value, ttl, enabled } = change.record;
        const old = line('-', type, value, ttl, enabled ? '' : ' (paused)');
        return change.kind === 'remove' ? [old] : [old, line('+', 'A', address, ttl || dns_writing/* usualTtl */.pf)];
    })
        .join('\n');
}
/** What the default line answers. */
function answering(records) {
    return records.filter((one) => one.enabled && (0,dns_lines/* isDefaultLine */.I)(one) && (one.type === 'A' || (0,dns_lines/* isAlias */.V)(one)));
}
function replacedIn(zone) {
    // What resolvers answer then is not from here, and stays as it is however long they are waited for.
    if (zone.delegatedTo.length === 0 || isDelegatedElsewhere(zone))
        return undefined;
    const old = answering(zone.records);
    // For a name without records, resolvers keep that there is none: 600 seconds in DNSPod's SOA.
    if (old.length === 0)
        return { answer: [], seconds: dns_writing/* usualTtl */.pf };
    const seconds = Math.max(...old.map(({ ttl }) => ttl || dns_writing/* usualTtl */.pf));
    // What an alias led to is in another zone.
    if (old.some(dns_lines/* isAlias */.V))
        return { answer: 'alias', seconds };
    return { answer: old.map(({ value }) => value), seconds };
}
/**
 * Whether an answer can be that of another line: DNSPod answers by where it is asked from, and this runner may be of a line
 * that has records of its own, which nobody changes.
 */
function isOfAnotherLine({ records }) {
    const others = records.filter((one) => one.enabled && !(0,dns_lines/* isDefaultLine */.I)(one) && (one.type === 'A' || (0,dns_lines/* isAlias */.V)(one)));
    const values = others.map(({ value }) => value);
    const old = answering(records).map(({ value }) => value);
    return (answer) => answer.every((address) => values.includes(address)) ||
        (others.some(dns_lines/* isAlias */.V) && !answer.some((address) => old.includes(address)));
}


/***/ }),

/***/ 84106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ refusalOf),
/* harmony export */   d: () => (/* binding */ isConflict)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _tencent_api_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47371);


/**
 * What DNSPod's refusal to write a record means for the user, by what `own` makes of Tencent's code for this kind of record,
 * else by the zone; any other error as it is.
 */
function refusalOf(error, zone, own) {
    if (!(error instanceof _tencent_api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFailure */ .F9) || error.apiCode === undefined)
        return error;
    const options = { cause: error, evidence: error.evidence ?? error.text.why.en };
    return own(error.apiCode, options) ?? ofZone(error.apiCode, options, zone) ?? error;
}
/** Whether the code says that another record excludes the one that is written. */
function isConflict(detail) {
    // The first was seen live, and is in no list of codes.
    return ['InvalidParameter.ConflictRecord', 'InvalidParameter.DnssecAddCnameError'].includes(detail);
}
function ofZone(detail, options, zone) {
    switch (detail) {
        case 'FailedOperation.NotRealNamedUser':
        case 'InvalidParameter.UnrealNameUser':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DNS_ACCOUNT_NOT_VERIFIED', { detail }, options);
        case 'FailedOperation.DomainIsLocked':
        case 'InvalidParameter.DomainNotAllowedModifyRecords':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DNS_ZONE_LOCKED', { zone: zone.name, detail }, options);
        case 'FailedOperation.DomainIsSpam':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DNS_ZONE_DISABLED', { zone: zone.name, status: 'SPAM' }, options);
        default:
            return detail.startsWith('LimitExceeded.')
                ? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DNS_LIMIT', { zone: zone.name, grade: zone.grade, detail }, options)
                : undefined;
    }
}


/***/ }),

/***/ 7326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ removeRecord),
/* harmony export */   IM: () => (/* binding */ modifyRecord),
/* harmony export */   br: () => (/* binding */ isAs),
/* harmony export */   dt: () => (/* binding */ findListed),
/* harmony export */   eC: () => (/* binding */ createRecord),
/* harmony export */   pf: () => (/* binding */ usualTtl)
/* harmony export */ });
/* harmony import */ var _messages_dns_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16516);
/* harmony import */ var _tencent_api_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47371);
/* harmony import */ var _tencent_read_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14573);
/* harmony import */ var _tencent_record_value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26671);




/** Seconds: the least that DNSPod's free plan takes in practice, and short enough to move by. */
const usualTtl = 600;
/** How often a write is tried whose answer did not come. */
const attempts = 3;
/** What both writes say of the record; the id of the line decides, its name is asked for all the same. */
function requestOf({ type, value, remark }, { zone }) {
    return {
        Domain: zone.name,
        DomainId: zone.id,
        SubDomain: zone.host,
        RecordType: type,
        RecordLine: '默认',
        RecordLineId: '0',
        Value: value,
        Status: 'ENABLE',
        Remark: remark,
    };
}
/** Makes a record, and gives its id. One that was made although no answer came is found, not made again. Throws `ApiFailure`. */
async function createRecord(content, writing) {
    const { tencent } = writing;
    const request = requestOf(content, writing);
    const send = async (ttl) => (await tencent.call('dnspod:CreateRecord', { ...request, TTL: ttl })).RecordId ?? 0;
    const ttl = Math.max(usualTtl, await leastTtl(writing));
    for (let attempt = 1;; attempt += 1) {
        const id = await withTtl(ttl, send, writing).catch(async (error) => {
            if (!tookEffectPerhaps(error))
                throw error;
            writing.log.info(_messages_dns_record_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsRecordMessages */ .L.noAnswer);
            const found = await findListed((record) => isAs(record, content) && record.remark === content.remark, writing);
            if (found === undefined && attempt === attempts)
                throw error;
            return found?.id;
        });
        if (id !== undefined)
            return id;
    }
}
/** Whether a record has the type and the value that are wanted, as far as DNS tells them apart. */
function isAs(record, { type, value }) {
    const [is, wanted] = [(0,_tencent_record_value_js__WEBPACK_IMPORTED_MODULE_3__/* .plainValue */ ._)(type, record.value), (0,_tencent_record_value_js__WEBPACK_IMPORTED_MODULE_3__/* .plainValue */ ._)(type, value)];
    return record.type === type && (type === 'TXT' ? is === wanted : is.toLowerCase() === wanted.toLowerCase());
}
/**
 * A record of the host that is there although the list may not show it yet. It shows a new one within 30 seconds; what is
 * written again before that could be there twice. Undefined: it is not shown by then. Throws `ApiFailure`.
 */
async function findListed(isIt, { tencent, zone, clock, log }) {
    const until = clock.now() + 40_000;
    let told = false;
    for (;;) {
        const found = (await (0,_tencent_read_records_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecords */ .T3)(tencent, zone)).find(isIt);
        if (found !== undefined || clock.now() >= until)
            return found;
        if (!told)
            log.info(_messages_dns_record_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsRecordMessages */ .L.lagging);
        told = true;
        await clock.sleep(4000);
    }
}
/** Makes a record another one; its TTL stays. Throws `ApiFailure`. */
async function modifyRecord(record, content, writing) {
    const { tencent } = writing;
    const send = (ttl) => tencent.call('dnspod:ModifyRecord', { ...requestOf(content, writing), RecordId: record.id, TTL: ttl });
    // It says the same however often it is sent.
    await repeated(() => withTtl(record.ttl || usualTtl, send, writing));
}
/** Removes a record by its id; one that is gone already is good. Throws `ApiFailure`. */
async function removeRecord(id, { tencent, zone }) {
    const request = { Domain: zone.name, DomainId: zone.id, RecordId: id };
    await repeated(() => tencent.call('dnspod:DeleteRecord', request)).catch((error) => {
        if (!(0,_tencent_read_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isGone */ .ST)(error))
            throw error;
    });
}
async function repeated(write) {
    for (let attempt = 1;; attempt += 1) {
        try {
            await write();
            return;
        }
        catch (error) {
            if (!tookEffectPerhaps(error) || attempt === attempts)
                throw error;
        }
    }
}
function tookEffectPerhaps(error) {
    return error instanceof _tencent_api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFailure */ .F9 && error.mayHaveTakenEffect;
}
/** Sends with the TTL in seconds, and where that is too short for the plan, once more with one that is not. */
async function withTtl(ttl, send, writing) {
    try {
        return await send(ttl);
    }
    catch (error) {
        if (!(0,_tencent_api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .hasApiCode */ .ii)(error, 'LimitExceeded.RecordTtlLimit'))
            throw error;
        const longer = Math.max(usualTtl, await leastTtl(writing), writing.zone.ttl);
        if (longer <= ttl)
            throw error;
        writing.log.info(_messages_dns_record_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsRecordMessages */ .L.ttlRaised(longer));
        return await send(longer);
    }
}
/** Seconds that the plan of the zone asks for; 0 where it says nothing. Its name is spelt in two ways (DP_FREE, DP_Free). */
async function leastTtl({ tencent, zone }) {
    const { Info } = await tencent.call('dnspod:DescribePackageDetail', null);
    const plan = Info?.find(({ DomainGrade }) => DomainGrade.toLowerCase() === zone.grade.toLowerCase());
    return plan?.MinTtl ?? 0;
}


/***/ }),

/***/ 71837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ goneByFile),
/* harmony export */   r: () => (/* binding */ goneFunctions)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

/**
 * Bash functions that tell a container that is gone from an engine that does not answer:
 * - `gone ID`: true only where Docker lists its containers and none has this id.
 * - `await_engine`: waits until Docker answers, a minute at most: it may be restarting.
 */
const goneFunctions = `gone() {
  local all
  all=$(docker ps -aq --no-trunc 2>/dev/null) || return 2
  case $'\\n'$all$'\\n' in *$'\\n'"$1"$'\\n'*) return 1 ;; esac
}
await_engine() {
  local left
  for left in {1..30}; do ! docker ps -q >/dev/null 2>&1 || return 0; sleep 2; done
  return 1
}`;
/** Bash that is true where the container whose id is in `file` is gone, or where none was made. */
function goneByFile(file) {
    return `{ id=$(cat ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(file)} 2>/dev/null) || id=; [ -z "$id" ] || gone "$id"; }`;
}


/***/ }),

/***/ 22065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AJ: () => (/* binding */ buildScript),
  fj: () => (/* binding */ endWhereThere),
  Fz: () => (/* binding */ planImage),
  FA: () => (/* binding */ removeBuildLeftovers),
  aH: () => (/* binding */ removeImage)
});

// UNUSED EXPORTS: buildCommand, isOfApp

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/dockerfile/pull-failure.js
var pull_failure = __webpack_require__(16373);
;// CONCATENATED MODULE: ./.build/lib/dockerfile/build-failure.js


/** How BuildKit begins the line that says why a build failed; the classic builder's is its last. */
const verdict = /^ERROR: (?:failed to build: )?failed to solve: /;
/** How either says that a command of the Dockerfile failed; what that printed are no words of Docker's. */
const ofCommand = /did not complete successfully|returned a non-zero code/;
/** How either says that an image could not be had. */
const ofPull = /failed to resolve source metadata|failed to (?:authorize|fetch)|pull access denied|^manifest for |^Get "https?:|^toomanyrequests|^no matching manifest|^error pulling image/;
/**
 * The failure that a build's last lines of output stand for. Base images are pulled before (resources/base-image.ts), but
 * for those that the builder alone can tell; anything else is the Dockerfile's own.
 */
function explainBuild(output, puller) {
    const line = output.split('\n').findLast((one) => verdict.test(one)) ?? (0,pull_failure/* lastWords */.a)(output);
    const said = line.replace(verdict, '').trim();
    if (/no space left on device/i.test(output))
        return (0,failure/* failure */.V2)('BUILD_DISK_FULL', {}, { evidence: output });
    if (ofCommand.test(said) || !ofPull.test(said)) {
        return (0,failure/* failure */.V2)('BUILD_FAILED', { detail: said }, { evidence: output });
    }
    return (0,pull_failure/* pullFailure */.y)(imageIn(said), said, output, puller);
}
/** The image that such a line speaks of, as far as it says. */
function imageIn(said) {
    const found = /source metadata for (\S+): |manifest for (\S+) (?:not found|unknown)|denied for ([^\s,]+)/.exec(said);
    return found?.slice(1).find((image) => image !== undefined) ?? '-';
}

// EXTERNAL MODULE: ./.build/lib/engine/apply.js + 8 modules
var apply = __webpack_require__(22268);
// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/layout/release-paths.js
var release_paths = __webpack_require__(33433);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/release/labels.js
var release_labels = __webpack_require__(10509);
// EXTERNAL MODULE: ./.build/lib/release/names.js
var names = __webpack_require__(16260);
// EXTERNAL MODULE: ./.build/lib/release/shown.js
var shown = __webpack_require__(22697);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/resources/disk-growth.js
var disk_growth = __webpack_require__(82919);
// EXTERNAL MODULE: ./.build/lib/resources/place-jar.js
var place_jar = __webpack_require__(69167);
// EXTERNAL MODULE: ./.build/lib/shell/range.js
var range = __webpack_require__(22534);
;// CONCATENATED MODULE: ./.build/lib/resources/unpacking.js

/**
 * Bash that takes a jar apart by its recipe (src/jar/unpacking-recipe.ts) with dd, gzip, tar, mkdir and xargs. It defines
 * `take_apart JAR RECIPE FOLDER`, which fills a folder that is there and empty; the jar is one whose SHA-256 was proven.
 *
 * A stored file is a range of the jar. Deflated ones go through one gzip and one tar: each is a gzip member of its own,
 * whose checksum gzip proves; the tar header before it is one as well, not compressed.
 */
const unpacking = `take_apart() (
  set -f
  set -o pipefail
  umask 022
  export LC_ALL=C
  recipe=$(gzip -dc "$2") || exit 1
  cd "$3" || exit 1
  IFS=$'\\n'
  lines=($recipe)
  IFS=' '
  jar=$1
  printf -v nothing '\\\\000%.0s' {1..1536}
  member='\\037\\213\\010\\000\\000\\000\\000\\000\\000\\003'
  ${range/* rangeFunction */.E}
  # Numbers and hexadecimal bytes as escapes of printf, into the variable that comes first.
  short() { printf -v "$1" '\\\\%03o\\\\%03o' $(($2 & 255)) $(($2 >> 8 & 255)); }
  long() { printf -v "$1" '\\\\%03o\\\\%03o\\\\%03o\\\\%03o' $(($2 & 255)) $(($2 >> 8 & 255)) $(($2 >> 16 & 255)) $(($2 >> 24 & 255)); }
  bytes() { printf -v "$1" '\\\\x%s\\\\x%s\\\\x%s\\\\x%s' "\${2:0:2}" "\${2:2:2}" "\${2:4:2}" "\${2:6:2}"; }
  # Of a line what is before its path, word by word, and the path.
  fields() { field=(\${1%%$'\\t'*}); path=\${1#*$'\\t'}; }
  stored() {
    for line in \${lines[@]+"\${lines[@]}"}; do
      [[ $line == S\\ * ]] || continue
      fields "$line"
      offset=\${field[1]} size=\${field[2]}
      if [ "$size" = 0 ]; then : >"$path"; else range "$jar" "$offset" "$size" >"$path"; fi || return 1
    done
  }
  alone() {
    for line in \${lines[@]+"\${lines[@]}"}; do
      [[ $line == L\\ * ]] || continue
      fields "$line"
      long isize "\${field[3]}"
      bytes crc "\${field[4]}"
      { printf "$member" && range "$jar" "\${field[1]}" "\${field[2]}" && printf "$crc$isize"; } | gzip -dc >"$path" || return 1
    done
  }
  # A part of the jar as escapes, 512 bytes a row; and bytes of it, \`cut FROM COUNT\`, into \`piece\`.
  rows() {
    local text
    text=$(range "$jar" "$1" "$2" | od -An -v -to1 -w512 | tr ' ' '\\\\') || return 1
    IFS=$'\\n'
    row=($text)
    IFS=' '
  }
  cut() {
    local at=$(($1 / 512)) from=$(($1 % 512)) left=$2
    piece=\${row[at]:from * 4:left * 4}
    for ((left -= 512 - from; left > 0; left -= 512)); do
      at=$((at + 1))
      piece+=\${row[at]:0:left * 4}
    done
  }
  # A gzip member that is not compressed, up to where its bytes begin: \`open LENGTH\`, into \`begin\`.
  open() {
    short length "$1"
    short other $((65535 - $1))
    begin="$member\\\\001$length$other"
  }
  deflated() {
    padding=0
    for line in \${lines[@]+"\${lines[@]}"}; do
      case $line in
        Z\\ * | z\\ *) ;;
        R\\ *)
          fields "$line"
          rows "\${field[1]}" "\${field[2]}" || return 1
          continue ;;
        E\\ *)
          bytes crc "\${line#E }"
          open $((padding + 1024))
          printf "$begin\${nothing:0:(padding + 1024) * 4}$crc$length\\\\000\\\\000"
          return ;;
        *) continue ;;
      esac
      fields "$line"
      size=\${field[3]} before=\${field[7]} prefix=
      [ "$before" = 0 ] || { prefix=\${path:0:before}; path=\${path:before + 1}; }
      bytes crc "\${field[4]}"
      bytes header "\${field[6]}"
      open $((padding + 512))
      printf -v octal '%011o' "$size"
      long isize "$size"
      piece=
      [ "\${field[0]}" = Z ] || cut "\${field[1]}" "\${field[2]}"
      begin+="\${nothing:0:padding * 4}%s\${nothing:0:(100 - \${#path}) * 4}0000644\\\\0000000000\\\\0000000000\\\\000%s\\\\00000000000000\\\\000%s\\\\000 0\${nothing:0:400}ustar\\\\00000\${nothing:0:320}%s\${nothing:0:(167 - \${#prefix}) * 4}"
      printf "$begin$header$length\\\\000\\\\000$member$piece" "$path" "$octal" "\${field[5]}" "$prefix" || return 1
      [ "\${field[0]}" = z ] || range "$jar" "\${field[1]}" "\${field[2]}" || return 1
      printf "$crc$isize" || return 1
      padding=$(((512 - size % 512) % 512))
    done
  }
  printf '%s\\n' "$recipe" | sed -n 's/^D\\t//p' | xargs -d '\\n' mkdir -p -- || exit 1
  { stored && alone; } &
  deflated | gzip -dc | tar -x -m --no-same-owner -f - || { wait; exit 1; }
  wait $!
)`;

;// CONCATENATED MODULE: ./.build/lib/resources/image.js












/** The `docker build` of a release as argv. Of a jar that is taken apart it sees the layers alone. */
function buildCommand(release) {
    const folder = (0,release_paths/* buildDirectory */.WP)(release);
    const context = release.build.unpacked === undefined ? folder : (0,application_paths/* unpackedDirectory */.t)(release.app);
    return [
        // Without it a build that fails leaves the container of its last step (docker build --help).
        ...['docker', 'build', '--force-rm', '--file', `${folder}/Dockerfile`, '--tag', (0,names/* imageTag */.I)(release)],
        ...['--label', `${release_labels/* label */.P.app}=${release.app}`, '--label', `${release_labels/* label */.P.release}=${release.id}`],
        ...release.build.arguments.flatMap(({ name, value }) => ['--build-arg', `${name}=${value}`]),
        context,
    ];
}
/**
 * Steps that bring the image of `release`.
 * `latestIsOurs`: whether `<image>:latest` may be led to it; somebody else's keeps what it names (rule *Ours*).
 * `before`: the release that serves now; what the disk has of it does not count as growth.
 */
function planImage(release, source, latestIsOurs, puller, before) {
    const brought = source.from === 'server' ? [] : [bring(release, source, puller, before)];
    return [...brought, ...(latestIsOurs ? [nameLatest(release)] : [])];
}
function bring(release, source, puller, before) {
    const tag = (0,names/* imageTag */.I)(release);
    const free = source.kept ? endWhereThere(release) : mustBeFree(tag);
    const common = { kind: 'server', phase: 'prepare' };
    if (source.from === 'release') {
        return {
            ...common,
            id: 'image.tag',
            title: (0,messages_text/* text */.Qq)(`Name image ${tag}`, `标记镜像 ${tag}`),
            reason: (0,messages_text/* text */.Qq)('its content did not change', '镜像内容没有变化'),
            script: `${free}\ndocker tag ${(0,quote/* quote */.h)(source.tag)} ${(0,quote/* quote */.h)(tag)}\n${(0,disk_growth/* measureGrowth */.mg)(release, before)}`,
            ...(source.kept ? {} : { undo: takeBackImage(tag, isSameImage(tag, source.tag)) }),
        };
    }
    const undo = [
        ...(release.build.unpacked === undefined ? [] : [removeUnpacked(release)]),
        ...(source.kept ? [] : [takeBackImage(tag, isBuiltFor(release))]),
    ];
    return {
        ...common,
        id: 'image.build',
        title: (0,messages_text/* text */.Qq)(`Build image ${tag}`, `构建镜像 ${tag}`),
        reason: source.kept
            ? (0,messages_text/* text */.Qq)('the image of this release was removed', '该发布版本的镜像已被删除')
            : (0,messages_text/* text */.Qq)('the jar or what is built around it is new', 'jar 或其构建内容有变化'),
        diff: `+ ${(0,quote/* commandLine */.a)(buildCommand((0,shown/* shownRelease */.z)(release)))}`,
        streams: true,
        // A builder is silent while it pulls, and a command may be.
        silentSeconds: 1800,
        endable: true,
        script: `${buildScript(release, free)}\n${(0,disk_growth/* measureGrowth */.mg)(release, before)}`,
        ...(undo.length === 0 ? {} : { undo: undo.join('\n') }),
        explain: (result) => explainBuild((0,apply/* lastLines */.w$)(result.stdout, 40), puller),
    };
}
function mustBeFree(tag) {
    return `! docker image inspect ${(0,quote/* quote */.h)(tag)} >/dev/null 2>&1 || failure IMAGE_TAG_TAKEN tag=${(0,quote/* quote */.h)(tag)}`;
}
/** Bash that ends a step where a release has its image; somebody else's under its name is refused. */
function endWhereThere(release) {
    const tag = (0,names/* imageTag */.I)(release);
    return `if docker image inspect ${(0,quote/* quote */.h)(tag)} >/dev/null 2>&1; then
  ${isOfApp(tag, release.app)} || failure IMAGE_TAG_TAKEN tag=${(0,quote/* quote */.h)(tag)}
  exit 0
fi`;
}
/** Bash that takes a name from an image that this run gave it to, as a condition tells; fails where docker refuses. */
function takeBackImage(tag, isOurs) {
    const [name, there] = [(0,quote/* quote */.h)(tag), `docker image inspect ${(0,quote/* quote */.h)(tag)} >/dev/null 2>&1`];
    return `! ${isOurs} || docker image rm ${name} >/dev/null 2>&1 || ! ${there}`;
}
function isSameImage(tag, other) {
    const idOf = (name) => `$(docker image inspect --format '{{.Id}}' ${(0,quote/* quote */.h)(name)} 2>/dev/null)`;
    return `[ "${idOf(tag)}" = "${idOf(other)}" ]`;
}
/** Bash condition: whether the image under a release's name is the one that was built for it. */
function isBuiltFor(release) {
    const format = [release_labels/* label */.P.app, release_labels/* label */.P.release].map((name) => `{{index .Config.Labels ${JSON.stringify(name)}}}`).join(' ');
    const labels = `$(docker image inspect --format ${(0,quote/* quote */.h)(format)} ${(0,quote/* quote */.h)((0,names/* imageTag */.I)(release))} 2>/dev/null)`;
    return `[ "${labels}" = ${(0,quote/* quote */.h)(`${release.app} ${release.id}`)} ]`;
}
function nameLatest(release) {
    const latest = `${release.image}:latest`;
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'record',
        id: 'image.latest',
        title: (0,messages_text/* text */.Qq)(`${latest} is this release`, `${latest} 指向本发布版本`),
        reason: (0,messages_text/* text */.Qq)('for people who look with docker images', '便于用 docker images 查看'),
        script: `! docker image inspect ${(0,quote/* quote */.h)(latest)} >/dev/null 2>&1 || ${isOfApp(latest, release.app)} || failure IMAGE_LATEST_TAKEN tag=${(0,quote/* quote */.h)(latest)}
docker tag ${(0,quote/* quote */.h)((0,names/* imageTag */.I)(release))} ${(0,quote/* quote */.h)(latest)}`,
    };
}
/** Bash condition: whether the image of a name was built for an application. */
function isOfApp(tag, app) {
    const format = `{{index .Config.Labels ${JSON.stringify(release_labels/* label */.P.app)}}}`;
    return `[ "$(docker image inspect --format ${(0,quote/* quote */.h)(format)} ${(0,quote/* quote */.h)(tag)} 2>/dev/null)" = ${(0,quote/* quote */.h)(app)} ]`;
}
/** Bash that takes a name from an image, where that was built for the application; fails where docker refuses. */
function removeImage(tag, app) {
    return `{ ! ${isOfApp(tag, app)} || docker image rm ${(0,quote/* quote */.h)(tag)} >/dev/null 2>&1; }`;
}
/**
 * Bash that builds the image once `free` let it; afterwards images go that earlier builds left without a name, but for
 * those that this one went through. In the middle of a build an image has no label of a release: what somebody made of a
 * whole one (`docker commit`) has it.
 */
function buildScript(release, free) {
    const log = (0,quote/* quote */.h)(`${(0,release_paths/* releaseDirectory */.fF)(release)}/build.log`);
    const format = `{{index .Config.Labels ${JSON.stringify(release_labels/* label */.P.release)}}}`;
    const build = `${(0,quote/* commandLine */.a)(buildCommand(release))} 2>&1 | tee ${log}`;
    return `${free}
set -o pipefail
${release.build.unpacked === undefined ? build : unpackedFor(release, build)}
docker image ls -q --no-trunc --filter dangling=true --filter ${(0,quote/* quote */.h)(`label=${release_labels/* label */.P.build}=${release.app}`)} | sort -u | while IFS= read -r image; do
  part=\${image#sha256:}
  grep -qF "\${part:0:12}" ${log} || [ -n "$(docker image inspect --format ${(0,quote/* quote */.h)(format)} "$image" 2>/dev/null || echo gone)" ] ||
    docker image rm "$image" >/dev/null 2>&1 || true
done
rm -f ${log}`;
}
/** `build` with the jar taken apart before it; what came of that is there only as long as it runs. */
function unpackedFor(release, build) {
    const folder = (0,quote/* quote */.h)((0,application_paths/* unpackedDirectory */.t)(release.app));
    const jar = `${(0,release_paths/* buildDirectory */.WP)(release)}/${release.build.jarDestinations[0]}`;
    return `${unpacking}
# A jar that was kept for a rollback lies there for long.
${(0,place_jar/* mustBeJar */.uf)(release, jar)}
rm -rf ${folder}
mkdir -m 700 ${folder}
printf %s ${release.id} >${folder}/${ownerFile}
take_apart ${(0,quote/* quote */.h)(jar)} ${(0,quote/* quote */.h)((0,release_paths/* recipeFile */.PN)(release))} ${folder} || {
  ${removeUnpacked(release)}
  failure JAR_NOT_UNPACKED path=${(0,quote/* quote */.h)(jar)}
}
built=0
${build} || built=$?
${removeUnpacked(release)}
[ "$built" = 0 ] || exit "$built"`;
}
/** In the folder that a jar is taken apart in: the id of the release whose build that is for. */
const ownerFile = '.release';
/** Bash that removes what the jar was taken apart into; what another run has there by now, whose turn it is, stays. */
function removeUnpacked(release) {
    const folder = (0,quote/* quote */.h)((0,application_paths/* unpackedDirectory */.t)(release.app));
    return `[ "$(cat ${folder}/${ownerFile} 2>/dev/null)" != ${release.id} ] || rm -rf ${folder}`;
}
/** The step that removes the containers of a build that was cut short; none of them runs. */
function removeBuildLeftovers(ids) {
    if (ids.length === 0)
        return [];
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'image.remove-leftovers',
            title: (0,messages_text/* text */.Qq)(`Remove ${ids.length} container(s) of an interrupted build`, `删除中断的构建留下的 ${ids.length} 个容器`),
            reason: (0,messages_text/* text */.Qq)('docker build left them when it was interrupted', 'docker build 中断时留下的'),
            diff: ids.map((id) => `- ${id.slice(0, 12)}`).join('\n'),
            // Without -f: docker refuses one that runs.
            script: `docker rm ${ids.map(quote/* quote */.h).join(' ')} >/dev/null 2>&1 || true`,
        },
    ];
}


/***/ }),

/***/ 37392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ askOverNetwork),
/* harmony export */   V: () => (/* binding */ awaitServers)
/* harmony export */ });
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71553);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);


const limitSeconds = 120;
/**
 * Waits until every authoritative server answers as wanted, and tells who does. Throws `failed` with each server that does
 * not within 120 seconds, and what it answers.
 */
async function awaitServers(wanted, ask, clock, log) {
    const until = clock.now() + limitSeconds * 1000;
    let told = '';
    for (;;) {
        const answers = await Promise.all(wanted.servers.map(async (server) => ({ server, answer: await answerOf(server, wanted, ask) })));
        const right = answers.filter(({ answer }) => 'values' in answer && wanted.isRight(answer.values));
        const behind = answers
            .filter((one) => !right.includes(one))
            .map(({ server, answer }) => `${server} (${wordsOf(answer)})`)
            .join(', ');
        const line = wanted.told(right.map(({ server }) => server).join(', '), behind);
        if (line.en !== told)
            log.info(line);
        told = line.en;
        if (behind === '')
            return;
        if (clock.now() >= until)
            throw wanted.failed(behind, limitSeconds);
        await clock.sleep(3000);
    }
}
async function answerOf(server, { name, type }, ask) {
    try {
        return { values: await ask(server, name, type) };
    }
    catch (error) {
        return { code: error.code ?? String(error) };
    }
}
function wordsOf(answer) {
    return 'values' in answer ? answer.values.join(', ') || 'ENODATA' : answer.code;
}
/**
 * Asks over the network, at the port of DNS. The server's own name is resolved by the system, so that hosts files and
 * resolv.conf count.
 */
function askOverNetwork(port = 53) {
    return async (server, name, type) => {
        const found = (await (0,node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.lookup)(server, { all: true })).map(({ address }) => address);
        const four = found.filter((address) => (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(address) === 4);
        const resolver = new node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.Resolver({ timeout: 2000, tries: 2 });
        // Most runners have no IPv6.
        resolver.setServers(four.length > 0 ? four.map((one) => `${one}:${port}`) : found.map((one) => `[${one}]:${port}`));
        if (type === 'A')
            return await resolver.resolve4(name);
        if (type === 'CNAME')
            return await resolver.resolveCname(name);
        return (await resolver.resolveTxt(name)).map((chunks) => chunks.join(''));
    };
}


/***/ }),

/***/ 1566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ noteWorkers),
/* harmony export */   OT: () => (/* binding */ tellCut),
/* harmony export */   cp: () => (/* binding */ workersFunction),
/* harmony export */   ow: () => (/* binding */ drainScript)
/* harmony export */ });
/* harmony import */ var _shell_born_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9516);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);


/**
 * Bash functions about workers of nginx:
 * - `nginx_workers` prints those that serve, `PID BORN` a line. Any process may call itself a worker: only children of a
 *   master of root's that runs `program` are. A number may become another process's, so that each is known by when it
 *   began, too. One that only ends its last requests has another title.
 * - `serves PID BORN`: whether that one still does.
 */
function workersFunction(program) {
    return `nginx_workers() {
  local process parent exe
  for process in $(grep -lsxz 'nginx: worker process' /proc/[0-9]*/cmdline); do
    process=\${process%/cmdline}
    parent=$(sed -n 's/^PPid:[[:space:]]*/\\/proc\\//p' "$process/status" 2>/dev/null) || continue
    grep -Eqs '^Uid:([[:space:]]+0){4}$' "$parent/status" && [ "$parent/root" -ef / ] || continue
    exe=$(readlink "$parent/exe" 2>/dev/null) || continue
    [ "\${exe% (deleted)}" = ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(program)} ] || continue
    echo "\${process#/proc/} $(born_of "\${process#/proc/}")"
  done
}
${_shell_born_js__WEBPACK_IMPORTED_MODULE_1__/* .bornOf */ .b}
serves() { grep -qsxz 'nginx: worker process' "/proc/$1/cmdline" && [ "$(born_of "$1")" = "$2" ]; }`;
}
/**
 * Bash that notes the workers of now: after the reload they are the old ones, and end when their requests do. Needs
 * {@link workersFunction} in front.
 */
function noteWorkers(folder) {
    return `nginx_workers >${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${folder}/workers`)}`;
}
/**
 * Bash that waits until no worker noted carries anything that ends with the old version, a limit at most: nginx itself sets
 * none to its last requests. Connections of other sites are not waited for. What is open at the end is noted in `folder`
 * for {@link tellCut}.
 */
function drainScript(folder, { seconds, ports, ownPorts, backEnds }) {
    const [workers, cut] = [(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${folder}/workers`), (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${folder}/cut`)];
    return `deadline=$((SECONDS + ${seconds}))
${_shell_born_js__WEBPACK_IMPORTED_MODULE_1__/* .bornOf */ .b}
lives() { grep -qsz 'nginx: worker process' "/proc/$1/cmdline" && [ "$(born_of "$1")" = "$2" ]; }
# Prints how many connections of workers noted are open: all that are waited for, and those that end with the old version.
carried() {
  local pid born pids=,
  while read -r pid born; do ! lives "$pid" "$born" || pids=$pids$pid,; done <${workers}
  [ "$pids" != , ] || { echo 0 0; return; }
  ss -tnp state established 2>/dev/null | awk -v pids="$pids" -v ports=,${ports.join(',')}, -v own=,${ownPorts.join(',')}, -v ends=,${backEnds.join(',')}, '
    function port_of(address) { sub(/.*:/, "", address); return "," address "," }
    { named = named || /users:/ }
    match($0, /",(pid=)?[0-9]+,/) {
      pid = substr($0, RSTART + 2, RLENGTH - 3); sub(/^pid=/, "", pid)
      if (!index(pids, "," pid ",")) next
      if (index(ends, port_of($4))) { back++; all++ }
      else if (index(ports, port_of($3))) { all++; if (index(own, port_of($3))) front++ }
    }
    # Where it is not told whose connections they are, a worker that lives may carry some.
    END { print (named ? all + 0 : 1), (front > back ? front : back + 0) }'
}
read -r open ending < <(carried)
while [ "$open" -gt 0 ] && [ "$SECONDS" -lt "$deadline" ]; do
  sleep 0.3
  read -r open ending < <(carried)
done
{ echo "$ending" >${cut}; } 2>/dev/null || true
# What stops next is waited for no more.
: >${workers}`;
}
/** Bash that warns of what was still open when the old version was stopped. */
function tellCut(folder, { seconds }) {
    return `read -r ending 2>/dev/null <${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${folder}/cut`)} || ending=0
[ "\${ending:-0}" -eq 0 ] || notice DRAIN_CUT "connections=$ending" seconds=${seconds}`;
}


/***/ }),

/***/ 69167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ indexBeside),
/* harmony export */   Fr: () => (/* binding */ jarIsPlaced),
/* harmony export */   Lv: () => (/* binding */ placeJar),
/* harmony export */   uf: () => (/* binding */ mustBeJar)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33433);
/* harmony import */ var _release_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56492);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21395);




/**
 * Bash that puts the jar at `source` where the Dockerfile looks for it, and notes its pieces and its hash for later runs.
 * `index`: bash that prints the index; one that cannot be written is no failure, the next jar is sent whole then. All of it
 * is done from within the release's folder: where that was taken back meanwhile, nothing of it is made again.
 */
function placeJar(release, source, verb, index) {
    const folder = (0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseDirectory */ .fF)(release);
    const within = (path) => `.${path.slice(folder.length)}`;
    const [first, ...others] = release.build.jarDestinations.map((path) => within(`${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .buildDirectory */ .WP)(release)}/${path}`));
    const build = within((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .buildDirectory */ .WP)(release));
    const target = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(first ?? build);
    const [note, kept] = [within((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .jarNoteIn */ .pE)(folder)), within((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .jarIndexIn */ .rp)(folder))].map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h);
    return [
        (0,_release_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .ourFolders */ .Cf)(release.app),
        `cd ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(folder)} && is_ours . ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(release.id)} || { printf '%s\\n' 'the folder of the release is gone' >&2; exit 1; }`,
        ...[first ?? build, ...others].map((path) => `mkdir -p ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path))}`),
        verb === 'mv'
            ? `mv -f ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(source)} ${target}`
            : `ln -f ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(source)} ${target} 2>/dev/null || cp -p ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(source)} ${target}`,
        `chmod 644 ${target}`,
        ...others.map((path) => `ln -f ${target} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(path)}`),
        // What the hash stands for is on disk before it: later releases take the jar by it.
        `flush ${target} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(build)}`,
        ...(index === undefined
            ? []
            : [
                `rm -f ${kept}.new`,
                `if (umask 077; { ${index} && printf '@ %s\\n' "$(stat -c '%s %Y' ${target})"; } >${kept}.new); then`,
                `  put_in_place ${kept}.new ${kept}`,
                `else rm -f ${kept}.new; fi`,
            ]),
        `printf '%s\\n' ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(noteOf(release))} >${note}.new`,
        `put_in_place ${note}.new ${note}`,
        'cd /',
    ].join('\n');
}
/** A condition of bash: the jar of the release is in its place. */
function jarIsPlaced(release) {
    const folder = (0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseDirectory */ .fF)(release);
    return `[ "$(cat ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .jarNoteIn */ .pE)(folder))} 2>/dev/null)" = ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(noteOf(release))} ]`;
}
/** Bash that prints the index of the release that the jar at `source` belongs to; fails where that has none. */
function indexBeside(source) {
    return `{ [ -f ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .jarIndexIn */ .rp)(folderOf(source)))} ] && sed '$d' ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .jarIndexIn */ .rp)(folderOf(source)))}; }`;
}
/** Bash that ends the script where the jar at `source` was changed since it came: the next run uploads its own. */
function mustBeJar({ build: { jar } }, source) {
    return `[ "$(sha256sum <${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(source)})" = '${jar.sha256}  -' ] || {
  rm -f ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .jarNoteIn */ .pE)(folderOf(source)))} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .jarIndexIn */ .rp)(folderOf(source)))}
  failure JAR_CHANGED_ON_SERVER path=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(source)}
}`;
}
function folderOf(source) {
    return source.slice(0, source.indexOf('/build/'));
}
function noteOf({ build: { jar, jarDestinations } }) {
    return `${jar.sha256} ${jarDestinations[0] ?? ''}`;
}


/***/ }),

/***/ 99880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ planMissingRecord),
/* harmony export */   W3: () => (/* binding */ releasesToPrune),
/* harmony export */   eT: () => (/* binding */ deployLogLine),
/* harmony export */   gs: () => (/* binding */ removeRelease),
/* harmony export */   sF: () => (/* binding */ renderRecord),
/* harmony export */   wM: () => (/* binding */ planPrune),
/* harmony export */   x1: () => (/* binding */ planRecord)
/* harmony export */ });
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(10386);
/* harmony import */ var _layout_release_paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33433);
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91520);
/* harmony import */ var _release_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56492);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(16260);
/* harmony import */ var _shell_heredoc_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(72487);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _freed_space_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12837);
/* harmony import */ var _gone_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71837);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22065);










/** A release as its record holds it. */
function renderRecord(release) {
    return `${JSON.stringify(release, null, 2)}\n`;
}
/** The step that makes `release` the recorded and current one. */
function planRecord(release) {
    const folder = (0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseDirectory */ .fF)(release);
    const application = (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .applicationDirectory */ .gZ)(release.app);
    const uploads = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .incomingDirectory */ .kR)(release.app));
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'record',
        id: 'release.record',
        title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(`${application}/current is ${release.id}`, `${application}/current 指向 ${release.id}`),
        reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)('later runs and people find there which release is live', '后续运行和运维人员据此找到当前发布版本'),
        script: `umask 077
base64 -d >${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${folder}/release.json.new`)} <<'EOF'
${(0,_shell_heredoc_js__WEBPACK_IMPORTED_MODULE_8__/* .encode */ .l)(renderRecord(release))}
EOF
put_in_place ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${folder}/release.json.new`)} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .recordFile */ .mR)(release))}
rm -f ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .plannedFile */ .vU)(release))}
${leadCurrent(release)}
rm -rf ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${folder}/switch/stage`)} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .unpackedDirectory */ .t)(release.app))}
# What an upload that was broken off left is of no use any more.
for file in ${uploads}/*.jar ${uploads}/*.jar.* ${uploads}/*.image ${uploads}/*.image.*; do
  ! [[ \${file##*/} =~ ^[0-9a-f]{64}[.](jar|image)([.](part|rest)-[0-9a-f.]+)?$ ]] || rm -f "$file"
done
rmdir ${uploads} 2>/dev/null || true`,
    };
}
/**
 * Bash that points `current` at a release. The link is made in the release's folder, where nothing of anybody else's has
 * its name. It is flushed by its folders: `sync` follows a link, and this one does not resolve where it is made.
 */
function leadCurrent(release) {
    const [folder, application] = [(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseDirectory */ .fF)(release), (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .applicationDirectory */ .gZ)(release.app)];
    const link = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${folder}/current.new`);
    return `rm -f ${link}
ln -s ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`releases/${release.id}`)} ${link}
flush ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(folder)}
mv -fT ${link} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${application}/current`)}
flush ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(application)}`;
}
/** The step that writes the record which an earlier run failed to write, of a release that serves; it comes first. */
function planMissingRecord(release) {
    const [planned, record] = [(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .plannedFile */ .vU)(release)), (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .recordFile */ .mR)(release))];
    return {
        kind: 'server',
        phase: 'prepare',
        id: 'release.record-missing',
        title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(`Record ${release.id} as live`, `记录当前发布版本 ${release.id}`),
        reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)('an earlier run could not write its record', '先前的运行未能写入其记录'),
        diff: `+ ${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .recordFile */ .mR)(release)}\n+ ${(0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .applicationDirectory */ .gZ)(release.app)}/current -> releases/${release.id}`,
        script: `[ ! -f ${planned} ] || put_in_place ${planned} ${record}
${leadCurrent(release)}`,
    };
}
/** The releases that go beyond `keep`, once `release` is recorded. */
function releasesToPrune(release, recorded, keep) {
    if (recorded.length < keep)
        return [];
    return recorded.filter((id) => id !== release.id).slice(0, -(keep - 1) || undefined);
}
/** The step that removes the releases that go beyond `keep`; those kept are there to roll back to. */
function planPrune(release, recorded, keep) {
    const old = releasesToPrune(release, recorded, keep);
    if (old.length === 0)
        return [];
    return [
        {
            kind: 'switch',
            phase: 'switch',
            pass: 1,
            stage: 'prune',
            id: 'release.prune',
            title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(`Remove ${old.length} old release(s), keep ${keep}`, `删除 ${old.length} 个旧的发布版本，保留 ${keep} 个`),
            reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)('old images fill the disk', '旧镜像会占满磁盘'),
            diff: old.map((id) => `- ${id}`).join('\n'),
            measures: true,
            script: (0,_freed_space_js__WEBPACK_IMPORTED_MODULE_2__/* .measureFreed */ .rG)(old.map((id) => pruneRelease(release, id)).join('\n')),
        },
    ];
}
/** Bash that removes a release and counts it; it warns of an image that somebody's container holds. */
function pruneRelease(release, id) {
    const [folder, tag] = [
        (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseDirectory */ .fF)({ app: release.app, id })),
        (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_release_names_js__WEBPACK_IMPORTED_MODULE_9__/* .imageTag */ .I)({ image: release.image, id })),
    ];
    return `${removeRelease(release, id)}
if [ ! -e ${folder} ]; then
  removed=$((removed + 1))
  if docker image inspect ${tag} >/dev/null 2>&1; then
    held=$(docker ps -a --filter ancestor=${tag} --format '{{.Names}}' 2>/dev/null) || held=
    held=\${held//$'\\n'/,}
    notice IMAGE_LEFT image=${tag} "containers=\${held:--}"
  fi
fi`;
}
/**
 * Bash that removes image and folder of a release, as far as they are ours. While its container is there, so do they stay:
 * its id and the files that it mounts are in the folder.
 */
function removeRelease({ app, image }, id) {
    return `${_gone_js__WEBPACK_IMPORTED_MODULE_3__/* .goneFunctions */ .r}
if ${(0,_gone_js__WEBPACK_IMPORTED_MODULE_3__/* .goneByFile */ .l)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .containerFile */ .YS)({ app, id }))}; then
${(0,_image_js__WEBPACK_IMPORTED_MODULE_4__/* .removeImage */ .aH)((0,_release_names_js__WEBPACK_IMPORTED_MODULE_9__/* .imageTag */ .I)({ image, id }), app)} || true
${(0,_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .ourFolders */ .Cf)(app)}
remove_ours ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseDirectory */ .fF)({ app, id }))}
fi`;
}
/** Bash that adds the line of this run to deploy.log; `$outcome` says how it ended. */
function deployLogLine(release, subject) {
    const who = release.origin.actor || '-';
    const line = [who, release.origin.runUrl || '-', release.id]
        .map((word) => word.replace(/[\s\x00-\x1f\x7f-\x9f]+/g, '_'))
        .join(' ');
    return `printf '%s %s %s %s\\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(line)} "$outcome" ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(subject.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, ' '))} >>${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .deployLog */ .Wk)(release.app))}`;
}


/***/ }),

/***/ 86327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ enableSteps)
/* harmony export */ });
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91520);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);


/**
 * The step that has systemd start nginx at boot, where it does not: the last one before the point of no return, once nginx
 * is proven in `pass`, the last pass. A unit that somebody enabled or disabled meanwhile is left as it is.
 */
function enableSteps(nginx, pass, folder) {
    if (nginx.unit === undefined || !nginx.disabled)
        return [];
    const unit = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(nginx.unit);
    const note = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${folder}/nginx-was-disabled`);
    return [
        {
            kind: 'switch',
            phase: 'switch',
            pass,
            stage: 'prove',
            id: 'site.enable',
            title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Have systemd start nginx at boot', '设置 nginx 开机自动启动'),
            reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`${nginx.unit} is disabled`, `${nginx.unit} 未设为开机启动`),
            diff: `+ systemctl enable ${nginx.unit}`,
            script: `rm -f ${note}
if [ "$(systemctl is-enabled ${unit} 2>/dev/null)" = disabled ]; then
  : >${note}
  flush ${note} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(folder)}
  systemctl enable ${unit}
fi`,
            undo: `if [ -e ${note} ]; then
  systemctl disable ${unit}
  rm -f ${note}
fi`,
        },
    ];
}


/***/ }),

/***/ 27995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ unchanged),
/* harmony export */   Nn: () => (/* binding */ forgetScript),
/* harmony export */   Pv: () => (/* binding */ swapScript),
/* harmony export */   Q: () => (/* binding */ restoreScript),
/* harmony export */   x5: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _shell_heredoc_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72487);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);



/**
 * Bash that puts the new bytes in place of the file in one step. The old file keeps a second name beside it, with `key` in
 * it: it comes back by a rename, which needs no space. Names that begin with a dot are taken by no `include` of a folder
 * (glob(7)). Another's keeps its owner and mode. Needs the prelude in front.
 */
function swapScript(change, key) {
    const { before, after, ours } = change;
    return [
        ...locate(change),
        backupName(key),
        ...(before === undefined ? [refuseForeign(change)] : [...(ours ? [] : [unchanged(change)]), keepOld]),
        ...(before === undefined || ours ? ['rm -f "$new"'] : ['cp -a "$file" "$new"']),
        `base64 -d >"$new" <<'EOF'\n${(0,_shell_heredoc_js__WEBPACK_IMPORTED_MODULE_2__/* .encode */ .l)(after)}\nEOF`,
        ...(ours ? ['chmod 644 "$new"'] : []),
        'put_in_place "$new" "$file"',
    ].join('\n');
}
/** A link where the file system has them: the same file under two names, until the new one takes the first. */
const keepOld = `if [ -f "$file" ]; then
  ln -f "$file" "$backup" 2>/dev/null || { cp -a "$file" "$backup.new"; put_in_place "$backup.new" "$backup"; }
  flush "$backup" "\${file%/*}"
fi`;
/** What came to be there since the survey is somebody's, unless it is a file of ours, or nothing but what a crash left. */
function refuseForeign({ path }) {
    return `if [ -e "$file" ] && ! head -n 1 "$file" | grep -aq '^# managed by deploy-miniprogram-backend: ' && [ -n "$(tr -d '\\000[:space:]' <"$file")" ]; then
  failure NGINX_FILE_CHANGED file=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)}
fi`;
}
/**
 * Bash that puts the old file back, or takes the new one away where there was none. Needs no space on the disk.
 * Idempotent; a swap that had not begun changes nothing. `nginx` is
 * the command line of this server's.
 */
function restoreScript(change, key, nginx) {
    const { path, before, after, ours } = change;
    // Edited or removed since: whoever did so is not overruled, and finds the old file beside it.
    const edited = `elif [ -f "$backup" ] && ! ${hasBytes(after)} && ! ${hasBytes(before ?? Buffer.alloc(0))}; then
  failure NGINX_FILE_EDITED file=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)} backup="$backup" nginx=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(nginx)}`;
    return [
        ...locate(change),
        backupName(key),
        'rm -f "$new"',
        'if [ "$backup" -ef "$file" ]; then',
        // rename(2) leaves two names of one file as they are.
        '  rm -f "$backup"',
        ...(ours ? [] : [edited]),
        'elif [ -f "$backup" ]; then',
        '  mv -fT "$backup" "$file"',
        ...(before?.equals(after) ? [] : [`elif ${hasBytes(after)}; then`, before === undefined ? takeAway : gone]),
        'fi',
        'flush "${file%/*}"',
    ].join('\n');
}
const takeAway = '  rm -f "$file"';
/** Somebody removed it; what the new file names must stay. */
const gone = `  printf '%s is gone\\n' "$backup" >&2; exit 1`;
/** Bash that removes what {@link swapScript} kept, once nothing undoes any more, or before a swap with that key began. */
function forgetScript(change, key) {
    return [...locate(change), backupName(key), 'rm -f "$backup" "$backup.new" "$new"'].join('\n');
}
/** Bash that names what became of another's file since it was surveyed: two may edit one. */
function unchanged({ path, before }) {
    return `${hasBytes(before ?? Buffer.alloc(0))} || failure NGINX_FILE_CHANGED file=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)}`;
}
function hasBytes(bytes) {
    const sum = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
    return `[ "$(sha256sum <"$file" 2>/dev/null | cut -d ' ' -f 1)" = ${sum} ]`;
}
/** Sets `file` to where the bytes really lie, and `new` to a name beside it. */
function locate({ path, before }) {
    return [
        before === undefined ? `file=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)}` : `file=$(readlink -f ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)}) || file=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)}`,
        `new="\${file%/*}/.\${file##*/}.deploy"`,
    ];
}
function backupName(key) {
    return `backup="\${file%/*}/.\${file##*/}.before-"${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(key)}`;
}


/***/ }),

/***/ 85589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ applicationLogOf),
  I: () => (/* binding */ proveScript)
});

// EXTERNAL MODULE: ./.build/lib/fragments/serving.js
var serving = __webpack_require__(74820);
// EXTERNAL MODULE: ./.build/lib/nginx/command.js
var command = __webpack_require__(20548);
// EXTERNAL MODULE: ./.build/lib/release/names.js
var names = __webpack_require__(16260);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/values/health-status.js
var health_status = __webpack_require__(16426);
// EXTERNAL MODULE: ./.build/lib/resources/container-logs.js + 1 modules
var container_logs = __webpack_require__(86429);
// EXTERNAL MODULE: ./.build/lib/nginx/patience.js
var patience = __webpack_require__(71018);
;// CONCATENATED MODULE: ./.build/lib/resources/site/why-not-script.js



/** Lines of an error log that are nginx's own, not what a client had it write: date, time, then the level. */
const level = (name) => `^[0-9/]+ [0-9:]+ \\[${name}\\] `;
/** Directives that answer a request, or refuse it, before any location is looked for. */
const answering = 'return|rewrite|if|deny|auth_basic|auth_request|auth_jwt|ssl_verify_client|limit_req|limit_conn|access_by_lua[a-z_]*|rewrite_by_lua[a-z_]*|modsecurity|secure_link|valid_referers';
/**
 * Bash functions for a proof that does not come about. They use what the proof knows: `$code`, `$release`,
 * `$configuration`, `$fingerprint`, which answered, and `$want_release`, `$want_configuration`, `$want_fingerprint`, which
 * are empty where anything will do.
 * - `settled SECONDS`: whether it will not come about any more, the same answer having come for that long. Looks once a
 *   second.
 * - `why_not PORT PATH`: sets `fresh` (what the error log says since the reload of nginx itself and of the proof),
 *   `cause`, `said`, `place`, `owner` and `holder`. Called in a condition, since its questions may have no answer.
 */
function whyNotFunctions(traces) {
    return `# Of requests only the proof's own: what others sent is theirs.
own_lines() {
  awk '!/^[0-9\\/]+ [0-9:]+ \\[[a-z]+\\] [0-9]+#[0-9]+: / { next }
    !/^[^*]*#[0-9]+: \\*[0-9]+ / || /\\/deploy-proof\\// || (/, client: 127\\.0\\.0\\.1/ && !/, request: /)'
}
# What a master says; somebody else's nginx -t writes to the same log.
emergencies() {
  local pid
  for pid in $(nginx_masters); do
    printf '%s\\n' "$fresh" | grep -aE '${level('emerg')}'"$pid#"
  done
  [ -n "$(nginx_masters)" ] || printf '%s\\n' "$fresh" | grep -aE '${level('emerg')}'
}
settled() {
  [ "$SECONDS" -gt "\${looked:-0}" ] || return 1
  looked=$SECONDS
  fresh=$(log_since_reload | own_lines)
  # A port that is taken is tried five times.
  ! emergencies | grep -qavE ' bind\\(\\) to ' || return 0
  [ "$1" -ge 3 ] && taken_up || return 1
  case $code in
    0) printf '%s\\n' "$fresh" | grep -qaF 'broken header' ;;
    5??) return 1 ;;
  esac
}
why_not() {
  local port=$1 path=$2 listens
  cause=other said= place= owner= holder=
  fresh=$(log_since_reload | own_lines)
  said=$(emergencies)
  # One that was free again at a later try is no cause.
  case $said in *'still could not bind'*) ;; *) said=$(printf '%s\\n' "$said" | grep -avF ' bind() to ') ;; esac
  said=$(printf '%s\\n' "$said" | grep -avF 'still could not bind' | tail -n 1)
  listens=$(holder_of "$port")
  if [ -n "$said" ]; then
    cause=refused place=$(place_of "$said")
    case $said in
      *'bind() to '*' failed (98: '*)
        cause=taken port=\${said%% failed (98: *} port=\${port##*:}
        place=$(where_listens "$port") holder=$(holder_of "$port")
        case $holder in nginx' '*|openresty' '*|tengine' '*) cause=both owner=$(where_listens "$port" ipv6only=off) place=\${owner:-$place} ;; esac ;;
    esac
  elif [ -z "$(nginx_masters)" ]; then
    cause=down said=$(journal_since_reload | grep -aE '\\[emerg\\]|Failed|failed|killed|exited' | tail -n 1)
  elif [ -z "$listens" ]; then
    cause=unbound said=$(printf '%s\\n' "$fresh" | grep -aE '${level('(alert|crit)')}' | tail -n 1)
  elif case $listens in nginx' '*|openresty' '*|tengine' '*) false ;; esac; then
    cause=program holder=$listens
  elif [ "$code" = 0 ] && [ "$fingerprint" = - ]; then
    said=$(printf '%s\\n' "$fresh" | grep -aF 'client: 127.0.0.1' | tail -n 1)
    case $said in
      *'broken header'*) cause=proxy-protocol place=$(where_listens "$port" proxy_protocol) ;;
      *) timeout -s KILL 5 bash -c ": </dev/tcp/127.0.0.1/$port" 2>/dev/null && cause=closed || cause=filtered ;;
    esac
    [ -n "$said" ] || said=$(printf '%s\\n' "$fresh" | grep -aE '${level('(alert|crit)')}' | tail -n 1)
  elif [ "$release" = - ] && [ "\${want_release:--}" != - ]; then
    place=$(where_listens "127[.]0[.]0[.]1:$port")
    if [ -n "$place" ] || { [ -n "$want_fingerprint" ] && [ "$fingerprint" != "$want_fingerprint" ]; }
    then cause=server place=\${place:-$(where_listens "$port")}
    else cause=answered place=$(where_answers) said=$(printf '%s\\n' "$fresh" | grep -aF "$path" | tail -n 1)
    fi
  elif [ -n "$want_release" ] && [ "$release" != "$want_release" ] || [ -n "$want_configuration" ] && [ "$configuration" != "$want_configuration" ]; then
    cause=old said=$(printf '%s\\n' "$fresh" | grep -aE '${level('(alert|crit)')}' | tail -n 1)
  elif [ -n "$want_fingerprint" ] && [ "$fingerprint" != "$want_fingerprint" ]; then
    cause=certificate
  else
    cause=status said=$(printf '%s\\n' "$fresh" | grep -aF "$path" | tail -n 1)
    case $code in 5??) case $said in *' limiting '*) ;; *) cause=application ;; esac ;; esac
  fi
  owner=$(owner_of "$place") said=\${said:0:600}
}
# The first directive that answers by itself, of the application's snippet, else of the http block.
where_answers() {
  local own=${(0,quote/* quote */.h)(traces.file)} at
  at=$(awk '/^ *# nginx-snippet$/ { after = 1; next }
    after { sub(/#.*/, "") }
    after && depth == 0 && /^[ \\t]*(${answering})[ \\t{]/ { print NR; exit }
    after { text = $0; depth += gsub(/[{]/, "", text) - gsub(/[}]/, "", text); if (depth < 0) exit }' "$own")
  if [ -n "$at" ]; then printf '%s:%s' "$own" "$at"; return; fi
  ${patience/* patiently */.d_} ${(0,command/* nginxCommand */.Y)(traces.nginx)} -T 2>/dev/null | awk '
    /^# configuration file \\/.*:$/ { file = substr($0, 22, length($0) - 22); line = depth = 0; files++; next }
    { line++; sub(/#.*/, "") }
    depth == (files == 1) && /^[ \\t]*(${answering})[ \\t{]/ { print file ":" line; exit }
    { text = $0; depth += gsub(/[{]/, "", text) - gsub(/[}]/, "", text) }'
}`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/site/prove-script.js







/** Fresh connections in a row that must all bring the new state: nginx has several workers, each its own listener. */
const looks = 5;
/**
 * Bash that waits, for each of what is `expected`, until nginx serves it. When it does not within 20 s, or cannot any more,
 * it names why, with the lines that the error log has since nginx was told to read its files; `applicationLog` prints the
 * application's own where that is what does not answer. Needs `nginxFunctions` and `traceFunctions` in front.
 */
function proveScript(expected, traces, applicationLog) {
    if (expected.length === 0)
        return '';
    return `${serving/* lookAtNginx */.b}
${whyNotFunctions(traces)}
application_log() { ${applicationLog ?? ':'}; }
${expected.map((one) => proveOne(one, traces)).join('\n')}`;
}
function proveOne(expected, { nginx, file, errorLog }) {
    const { scheme, domain, port, path, release, configuration, fingerprint } = expected;
    const wanted = Object.entries({ release, configuration, fingerprint }).map(([name, value]) => ({ name, value }));
    const compared = wanted.filter(({ value }) => value !== undefined).map(({ name }) => name);
    return `${wanted.map(({ name, value }) => `want_${name}=${value === undefined ? '' : wordFor(value)}`).join(' ')}
proven=0 same= since=$SECONDS deadline=$((SECONDS + 20))
while [ "$proven" -lt ${looks} ]; do
  # The first look has all the time that there is; those that follow a good one have as much as it may have taken.
  look_seconds=20; [ "$proven" -gt 0 ] || [ "$deadline" -le "$SECONDS" ] || look_seconds=$((deadline - SECONDS))
  answer=$(look_at_nginx ${scheme} ${(0,quote/* quote */.h)(domain)} ${port} ${(0,quote/* quote */.h)(path)})
  read -r code release configuration fingerprint _ < <(printf '%s\\n' "$answer")
  [ "$code" = - ] && code=0
  if [ "${compared.map((name) => `$${name}`).join(' ')}" = "${compared.map((name) => `$want_${name}`).join(' ')}" ] && ${(0,health_status/* statusCondition */.y)('code', expected.status)}; then
    proven=$((proven + 1))
    continue
  fi
  proven=0
  [ "$answer" = "$same" ] || { same=$answer; since=$SECONDS; }
  if [ "$SECONDS" -ge "$deadline" ] || settled $((SECONDS - since)); then
    why_not ${port} ${(0,quote/* quote */.h)(path)} || true
    [ -z "$fresh" ] || printf '%s\\n' "$fresh" | tail -n 20 >&2
    [ "$cause" != application ] || application_log >&2 || true
    failure NGINX_NOT_SWITCHED "port=${port}" "status=$code" "release=$release" "configuration=$configuration" "fingerprint=$fingerprint" \\
      "expected=$want_release $want_configuration $want_fingerprint" "cause=$cause" "said=$said" "place=$place" "owner=$owner" "holder=$holder" \\
      nginx=${(0,quote/* quote */.h)((0,command/* nginxCommand */.Y)(nginx))} log=${(0,quote/* quote */.h)(errorLog)} file=${(0,quote/* quote */.h)(file)}
  fi
  sleep 0.2
done`;
}
/** Bash that prints the end of the log of the container that a release runs in. */
function applicationLogOf(release, hidden) {
    const [candidate, serving] = [(0,names/* candidateName */.v)(release), release.image].map((name) => (0,container_logs/* logsScript */.P)(name, 40, release, hidden));
    return `if docker container inspect ${(0,quote/* quote */.h)((0,names/* candidateName */.v)(release))} >/dev/null 2>&1; then ${candidate}; else ${serving}; fi`;
}
function wordFor(value) {
    if (typeof value === 'string')
        return (0,quote/* quote */.h)(value);
    return `"$(sed -n '1s/.*, configuration //p' ${(0,quote/* quote */.h)(value.file)})"`;
}


/***/ }),

/***/ 53461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ej: () => (/* binding */ forgetStep),
  c4: () => (/* binding */ judgeStep),
  eR: () => (/* binding */ stepId),
  Dh: () => (/* binding */ swapSteps)
});

// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/nginx/command.js
var nginx_command = __webpack_require__(20548);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/resources/nginx-workers.js
var nginx_workers = __webpack_require__(1566);
// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(37291);
// EXTERNAL MODULE: ./.build/lib/nginx/hide-secrets.js + 1 modules
var hide_secrets = __webpack_require__(99083);
;// CONCATENATED MODULE: ./.build/lib/resources/site/difference.js


/** What changes in a file, for people to read; values that may hold a secret are left out. */
function difference({ path, before, after }) {
    const [old, new_] = [before, after].map((bytes) => (0,hide_secrets/* hideSecrets */.s)(bytes?.toString('utf8') ?? ''));
    return (0,create/* createTwoFilesPatch */.ss)(path, path, old, new_, undefined, undefined, { context: 2 })
        .split('\n')
        .filter((line) => !/^=+$/.test(line))
        .join('\n')
        .trimEnd();
}

// EXTERNAL MODULE: ./.build/lib/resources/site/file-change.js
var file_change = __webpack_require__(27995);
// EXTERNAL MODULE: ./.build/lib/nginx/patience.js
var patience = __webpack_require__(71018);
;// CONCATENATED MODULE: ./.build/lib/resources/site/nginx-command.js



const initScript = '/etc/init.d/nginx';
/**
 * Bash functions that look at nginx as it is when they are called, whatever was surveyed minutes before:
 * - `nginx_masters` prints the pids of its masters that are root's.
 * - `apply_configuration` has nginx read its configuration again where a master lives, else starts it.
 * - `stop_nginx` stops it.
 */
function nginxFunctions(nginx) {
    const command = (0,nginx_command/* nginxCommand */.Y)(nginx);
    return `nginx_processes() {
  local process exe
  find /proc/[0-9]*/exe -maxdepth 0 -printf '%h %l\\n' 2>/dev/null | while read -r process exe; do
    [ "\${exe% (deleted)}" = ${(0,quote/* quote */.h)(nginx.program)} ] || continue
    tr '\\0' ' ' <"$process/cmdline" 2>/dev/null | grep -q "^$1" || continue
    # One of a container has a pid namespace of its own, or a root.
    [ "$process/root" -ef / ] || continue
    [ "$(readlink "$process/ns/pid")" != "$(readlink /proc/self/ns/pid)" ] || echo "\${process#/proc/}"
  done
}
of_root() {
  local pid
  while read -r pid; do
    ! grep -q "^Uid:[[:space:]]*$UID[[:space:]]" "/proc/$pid/status" 2>/dev/null || echo "$pid"
  done
}
# A master has its title a moment after the command that started it has ended: until then its command line is that command's.
nginx_masters() {
  local masters try
  for try in 1 2 3 4 5 6 7 8 9 10; do
    masters=$(nginx_processes 'nginx: master process' | of_root) || true
    [ -z "$masters" ] && [ -n "$(nginx_processes '[^ ]*[^ :]\\( \\|$\\)' | of_root)" ] || break
    sleep 0.2
  done
  [ -z "$masters" ] || printf '%s\\n' "$masters"
}
# Workers outlive a master that was killed, and hold its ports.
end_orphans() {
  local masters orphans pid parent try signal=QUIT
  masters=" $(nginx_processes 'nginx: master process' | tr '\\n' ' ')"
  for try in 1 2 3 4 5 6 7 8 9 10; do
    orphans=
    for pid in $(nginx_processes 'nginx: \\(worker\\|cache [a-z]*\\) process *$'); do
      parent=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$pid/status" 2>/dev/null)
      case $masters in *" $parent "*) ;; *) orphans="$orphans $pid" ;; esac
    done
    [ -n "$orphans" ] || return 0
    # QUIT lets go of the ports at once, and lets the last requests end.
    [ "$try" -lt 6 ] || signal=KILL
    kill -s "$signal" $orphans 2>/dev/null
    sleep 0.3
  done
}
start_nginx() {
  end_orphans
${indent(startCommands(nginx))}
}
apply_configuration() {
  if [ -n "$(nginx_masters)" ]; then ${patience/* patiently */.d_} ${command} -s reload; else start_nginx; fi
}
stop_nginx() {
${indent(stopCommands(nginx))}
}`;
}
/**
 * Another program than the one that ran may be what systemd would start. The lock's descriptors stay with the script, not
 * with a daemon that it starts. Not `start`: what systemd makes of a SysV script counts as active for ever, also when a
 * panel stopped nginx by calling that script itself. What failed often in short time is not started again before
 * `reset-failed` (systemd.unit(5), StartLimitBurst).
 */
function startCommands(nginx) {
    const plain = `${patience/* patiently */.d_} ${(0,nginx_command/* nginxCommand */.Y)(nginx)} 8>&- 9>&-`;
    // A script may take what a master that was killed left for one that runs.
    if (nginx.unit === undefined)
        return nginx.initScript
            ? `${patience/* patiently */.d_} ${initScript} start 8>&- 9>&- && [ -n "$(nginx_masters)" ] || ${plain}`
            : plain;
    const unit = (0,quote/* quote */.h)(nginx.unit);
    const restart = `systemctl reset-failed ${unit} >/dev/null 2>&1
systemctl restart ${unit} 8>&- 9>&-`;
    if (nginx.state === 'stopped')
        return restart;
    return `local path
path=$(systemctl show -p ExecStart ${unit} 2>/dev/null | sed -n 's/.*path=\\([^ ;]*\\).*/\\1/p' | tail -n 1)
case \${path##*/} in
  nginx|openresty|tengine) [ "$path" = ${initScript} ] || [ "$(readlink -f "$path")" = ${(0,quote/* quote */.h)(nginx.program)} ] || { ${plain}; return; } ;;
esac
${restart}`;
}
function stopCommands(nginx) {
    if (nginx.unit !== undefined)
        return `systemctl stop ${(0,quote/* quote */.h)(nginx.unit)}`;
    return `${patience/* patiently */.d_} ${nginx.initScript ? `${initScript} stop` : `${(0,nginx_command/* nginxCommand */.Y)(nginx)} -s stop`}`;
}
function indent(script) {
    return script.replace(/^/gm, '  ');
}

// EXTERNAL MODULE: ./.build/lib/resources/site/prove-script.js + 1 modules
var prove_script = __webpack_require__(85589);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./.build/lib/resources/site/traces-script.js





/**
 * Bash functions that read what nginx and systemd said since nginx was last told to read its files, and nothing older:
 * - `note_reload`: notes the time, how long the error log is, and which workers serve. Without space nothing is noted.
 * - `log_since_reload`, `journal_since_reload`: the lines since then; none where nothing was noted.
 * - `taken_up`: whether the workers of then serve no more, and others do.
 * - `where_listens PORT [WORD]`: FILE:LINE of the `listen` of a port, one that is not in the application's file first.
 * - `place_of SAID`: FILE:LINE that a complaint is about.
 * - `owner_of PLACE`: the application whose file it is; nothing where it is not one of ours.
 * - `holder_of PORT`: program and pid of what listens there.
 * Needs `nginxFunctions` in front.
 */
function traceFunctions({ nginx, file, errorLog, folder }) {
    const note = (0,quote/* quote */.h)(`${folder}/reload`);
    const log = (0,quote/* quote */.h)(errorLog);
    return `${(0,nginx_workers/* workersFunction */.cp)(nginx.program)}
note_reload() {
  { { date +%s; stat -c '%i %s' ${log} || echo; nginx_workers; } >${note}; } 2>/dev/null || true
}
log_since_reload() {
  local inode=- size=0 now
  { read -r _ && read -r inode size; } 2>/dev/null <${note} || return 0
  # A worker's user may own its folder, and put a link or a named pipe there.
  [ ! -L ${log} ] && [ -f ${log} ] || return 0
  now=$(stat -c '%i %s' ${log} 2>/dev/null) || return 0
  if [ "\${now% *}" = "$inode" ] && [ "\${now#* }" -ge "$size" ]
  then timeout -s KILL 10 tail -c "+$((size + 1))" ${log}
  # It was rotated, or made since.
  else timeout -s KILL 10 tail -n 200 ${log}
  fi 2>/dev/null | tail -c 200000 | tr -d '\\000'
}
journal_since_reload() {
  local since
  read -r since 2>/dev/null <${note} || return 0
  timeout -s KILL 10 journalctl -u ${(0,quote/* quote */.h)(nginx.unit ?? 'nginx.service')} --since "@$since" -n 40 -o cat --no-pager 2>/dev/null || true
}
taken_up() {
  local pid born
  [ -s ${note} ] || return 1
  while read -r pid born; do
    ! serves "$pid" "$born" || return 1
  done < <(tail -n +3 ${note})
  [ -n "$(nginx_workers)" ]
}
where_listens() {
  ${patience/* patiently */.d_} ${(0,nginx_command/* nginxCommand */.Y)(nginx)} -T 2>/dev/null | awk -v port="$1" -v word="\${2-}" -v own=${(0,quote/* quote */.h)(file)} '
    /^# configuration file \\/.*:$/ { file = substr($0, 22, length($0) - 22); line = 0; next }
    { line++; sub(/#.*/, "") }
    $0 ~ "(^|[;{ \\t])listen[ \\t]+([^; \\t]*:)?" port "([ \\t;]|$)" && (word == "" || index($0, word)) {
      place = file ":" line
      if (file != own) { print place; found = 1; exit }
      if (ours == "") ours = place
    }
    END { if (!found && ours != "") print ours }'
}
place_of() {
  local place word
  place=$(printf '%s\\n' "$1" | sed -n 's|.* in \\(/[^ ]*:[0-9][0-9]*\\)$|\\1|p')
  # Whoever names a file that cannot be used names no place of the configuration.
  word=$(printf '%s\\n' "$1" | sed -n 's|^[^"]*"\\(/[^"]*\\)".*|\\1|p')
  [ -n "$place" ] || [ -z "$word" ] || place=$(grep -nHsF -D skip -d skip -e "$word" ${foldersOf(nginx, file).map(among).join(' ')} </dev/null |
    grep -vF -e ${log}: | grep -v '^[^:]*:[0-9]*:[[:space:]]*#' | head -n 1 | cut -d : -f 1,2)
  printf '%s' "$place"
}
owner_of() {
  local file=\${1%:*}
  [ ! -f "$file" ] || head -n 1 "$file" | tr -d '\\000' | sed -n 's/^# managed by deploy-miniprogram-backend: app \\([^, ]*\\),.*/\\1/p'
}
holder_of() {
  ss -ltnp 2>/dev/null | awk -v end=":$1" 'substr($4, length($4) - length(end) + 1) == end { print $NF }' |
    sed -n 's/^[^"]*"\\([^"]*\\)",\\(pid=\\)\\{0,1\\}\\([0-9]*\\).*/\\1 (pid \\3)/p' | head -n 1
}`;
}
function filesOf({ dump }) {
    return [...dump.matchAll(/^# configuration file (\/.*):$/gm)].map(([, path = '']) => path);
}
/** The file that nginx was started with. */
function mainFile(nginx) {
    return filesOf(nginx)[0] ?? nginx.version.configurationPath ?? '/etc/nginx/nginx.conf';
}
/** FILE:LINE of the first directive of this name in what nginx reads, of those that stand once; empty: none. */
function placeOf(nginx, directive) {
    const [, ...parts] = nginx.dump.split(/^# configuration file (\/.*):\n/m);
    for (let at = 0; at + 1 < parts.length; at += 2) {
        const lines = (parts[at + 1] ?? '').split('\n');
        const line = lines.findIndex((one) => new RegExp(`^\\s*${directive}\\s`).test(one));
        if (line >= 0)
            return `${parts[at]}:${line + 1}`;
    }
    return '';
}
/** The folders of the files that nginx reads. */
function foldersOf(nginx, file) {
    return [...new Set([mainFile(nginx), file, ...filesOf(nginx)].map((path) => external_node_path_.posix.dirname(path)))];
}
function among(folder) {
    return `${(0,quote/* quote */.h)(folder)}/*`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/site/reload-script.js





/**
 * Bash that has nginx read its files, and names why where it does not: by nginx's own words, else by the state of its unit,
 * else by what systemctl said.
 */
function reloadScript(traces) {
    const { nginx, errorLog, file } = traces;
    const unit = (0,quote/* quote */.h)(nginx.unit ?? 'nginx.service');
    return `${nginxFunctions(nginx)}
${traceFunctions(traces)}
${patience/* ranOut */.ir}
note_reload
said=$(apply_configuration 2>&1) || {
  ! ran_out $? || failure NGINX_SILENT seconds=${patience/* nginxSeconds */.Ce} nginx=${(0,quote/* quote */.h)((0,nginx_command/* nginxCommand */.Y)(nginx))}
  # Nobody but nginx itself writes such lines to where its unit's output goes.
  all=$(printf '%s\\n' "$said"; journal_since_reload)
  printf '%s\\n' "$all" | tail -n 20 >&2
  named=$(printf '%s\\n' "$all" | grep -aF '[emerg]' | grep -avF 'still could not bind' | tail -n 1) || true
  cause=other place= owner= holder=
  case $named in
    '') state=$(systemctl show -p LoadState -p ActiveState -p Result -p ExecMainStatus ${unit} 2>/dev/null | tr '\\n' ' ') || true
      named=$(printf '%s\\n' "$said" | head -n 1)
      case $state in
        *LoadState=masked*) cause=masked ;;
        *Result=success*|'') ;;
        *) named="$named ($state)" ;;
      esac ;;
    *'bind() to '*' failed (98: '*)
      cause=taken port=\${named%% failed (98: *} port=\${port##*:}
      place=$(where_listens "$port") holder=$(holder_of "$port") || true ;;
    *) cause=refused place=$(place_of "$named") || true ;;
  esac
  owner=$(owner_of "$place") || true
  failure NGINX_NOT_STARTED "said=$named" "cause=$cause" "place=$place" "owner=$owner" "holder=$holder" unit=${unit} \\
    nginx=${(0,quote/* quote */.h)((0,nginx_command/* nginxCommand */.Y)(nginx))} log=${(0,quote/* quote */.h)(errorLog)} file=${(0,quote/* quote */.h)(file)}
}`;
}

// EXTERNAL MODULE: ./.build/lib/shell/heredoc.js
var heredoc = __webpack_require__(72487);
;// CONCATENATED MODULE: ./.build/lib/resources/site/test-script.js







/**
 * Bash that lets nginx judge the changed files in the place of the live ones, in a mount namespace of its own: the live
 * files stay as they are. They are laid out below `stage`. A file that is not there yet cannot be mounted over; a copy
 * of its folder, with it, is.
 */
function testScript(traces, changes, stage) {
    const { nginx, file, domain } = traces;
    const fresh = changes.filter(({ before }) => before === undefined);
    const folders = [...new Set(fresh.map(({ path }) => external_node_path_.posix.dirname(path)))];
    const mounts = [];
    const lines = [
        ...changes.map(({ path }) => `roots_alone ${(0,quote/* quote */.h)(path)}`),
        `rm -rf ${(0,quote/* quote */.h)(stage)}`,
        `mkdir -p ${(0,quote/* quote */.h)(stage)}`,
    ];
    for (const [at, folder] of folders.entries()) {
        const copy = `${stage}/folder-${at}`;
        // nginx includes from folders that are not there, too.
        lines.push(`[ -d ${(0,quote/* quote */.h)(folder)} ] || (umask 022; mkdir -p ${(0,quote/* quote */.h)(folder)})`);
        lines.push(`cp -a ${(0,quote/* quote */.h)(`${folder}/.`)} ${(0,quote/* quote */.h)(`${copy}/`)}`);
        for (const { path, after } of fresh.filter((change) => external_node_path_.posix.dirname(change.path) === folder)) {
            lines.push(write(after, `${copy}/${external_node_path_.posix.basename(path)}`));
        }
        mounts.push(copy, folder);
    }
    for (const [at, change] of changes.filter(({ before }) => before !== undefined).entries()) {
        const copy = `${stage}/file-${at}`;
        if (!change.ours)
            lines.push(...(0,file_change/* locate */.x5)(change), (0,file_change/* unchanged */.Cv)(change));
        lines.push(write(change.after, copy));
        mounts.push(copy, change.path);
    }
    return `${lines.join('\n')}
${patience/* ranOut */.ir}
status=0
said=$(unshare -m bash -c '${judge}' judge ${mounts.map(quote/* quote */.h).join(' ')} -- ${patience/* patiently */.d_} ${(0,nginx_command/* nginxCommand */.Y)(nginx)} 2>&1) || status=$?
if [ "$status" -ne 0 ]; then
  printf '%s\\n' "$said" >&2
  ! ran_out "$status" || failure NGINX_SILENT seconds=${patience/* nginxSeconds */.Ce} nginx=${(0,quote/* quote */.h)((0,nginx_command/* nginxCommand */.Y)(nginx))}
  said=$(printf '%s\\n' "$said" | grep -E '\\[(emerg|crit|alert)\\]' | head -n 3)
  have=$(printf '%s\\n' "$said" | sed -n 's/.*could not build server_names_hash.*bucket_size: \\([0-9]*\\).*/\\1/p')
  [ -z "$have" ] || failure NGINX_NAMES_HASH domain=${(0,quote/* quote */.h)(domain)} "have=$have" "need=$((have * 2))" main=${(0,quote/* quote */.h)(mainFile(nginx))} nginx=${(0,quote/* quote */.h)((0,nginx_command/* nginxCommand */.Y)(nginx))} place=${(0,quote/* quote */.h)(placeOf(nginx, 'server_names_hash_bucket_size'))}
${traceFunctions(traces)}
  place=$(place_of "$said") || true
  owner=$(owner_of "$place") || true
  failure NGINX_REFUSED "said=$said" "place=$place" "owner=$owner" nginx=${(0,quote/* quote */.h)((0,nginx_command/* nginxCommand */.Y)(nginx))} file=${(0,quote/* quote */.h)(file)}
fi`;
}
/** Folders first, then files, which may lie in one of them; after `--` the words that call nginx. */
const judge = `set -e; mount --make-rprivate /
while [ "$1" != -- ]; do mount --bind "$1" "$(readlink -f "$2")"; shift 2; done
shift; exec "$@" -t`;
function write(bytes, path) {
    return `base64 -d >${(0,quote/* quote */.h)(path)} <<'EOF'\n${(0,heredoc/* encode */.l)(bytes)}\nEOF\nchmod 644 ${(0,quote/* quote */.h)(path)}`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/site/undo-script.js






/**
 * Bash that notes, of an nginx that was surveyed as stopped, that it still is as the switch begins: another application's
 * may have started it meanwhile. The note counts until the next boot, which starts what is enabled. Needs
 * {@link nginxFunctions} in front.
 */
function noteStopped({ state }, folder) {
    if (state === 'running')
        return '';
    const note = (0,quote/* quote */.h)(stoppedNote(folder));
    return `rm -f ${note}; [ -n "$(nginx_masters)" ] || { cat ${bootId} >${note}; flush ${note} ${(0,quote/* quote */.h)(folder)}; }`;
}
/** Another one after each boot (random(4)). */
const bootId = '/proc/sys/kernel/random/boot_id';
function stoppedNote(folder) {
    return `${folder}/nginx-was-stopped`;
}
/**
 * Bash that puts the application's old file back, has nginx read it, and proves that it serves as before. Undone last of
 * its pass.
 */
function undoSwapScript({ own, key, proofs, }, traces) {
    const { nginx, folder } = traces;
    // What kept it from starting is taken away by now: others' sites, which were down with it, come back.
    const mended = nginx.managedFile?.broken !== undefined && nginx.state === 'stopped';
    return [
        (0,file_change/* restoreScript */.Q)(own, key, (0,nginx_command/* nginxCommand */.Y)(nginx)),
        nginxFunctions(nginx),
        traceFunctions(traces),
        ...(mended || nginx.state === 'running'
            ? []
            : [
                `if [ "$(cat ${(0,quote/* quote */.h)(stoppedNote(folder))} 2>/dev/null)" = "$(cat ${bootId})" ]; then stop_nginx || true; exit 0; fi`,
            ]),
        // Killed or stopped since the survey, it is started with the old file.
        'note_reload',
        'apply_configuration || true',
        (0,prove_script/* proveScript */.I)(proofs, traces),
    ].join('\n');
}

;// CONCATENATED MODULE: ./.build/lib/resources/site/swap-steps.js












/** The id of a step of a pass. */
function stepId(name, pass) {
    return pass === 1 ? `site.${name}` : `site.${name}-${pass}`;
}
/** The step by which nginx judges files before the switch, beside the live ones. */
function judgeStep(traces, changes) {
    const stage = `${traces.folder}/stage`;
    return {
        kind: 'server',
        phase: 'prepare',
        id: 'site.judge',
        title: (0,messages_text/* text */.Qq)(`Validate ${traces.file} with nginx`, `nginx 检查 ${traces.file}`),
        reason: (0,messages_text/* text */.Qq)('what it refuses is known before anything long begins', '在耗时操作之前先发现 nginx 不接受的内容'),
        script: testScript(traces, changes, stage),
        undo: `rm -rf ${(0,quote/* quote */.h)(stage)}`,
    };
}
/** The steps of one pass: nginx judges the files, they are put in place, it reads them, and is proven to serve them. */
function swapSteps(swap, traces) {
    const { number, key, before, files, proofs, proofsOfUndo } = swap;
    const { nginx, folder } = traces;
    const changes = files.map(({ change }) => change);
    const common = { kind: 'switch', phase: 'switch', pass: number };
    const [first, ...others] = files;
    const told = ({ id, title, reason, change }) => ({
        ...common,
        stage: 'swap',
        id,
        title,
        reason,
        ...(change.before?.equals(change.after) ? {} : { diff: difference(change) }),
    });
    return [
        {
            ...common,
            stage: 'test',
            id: stepId('test', number),
            title: (0,messages_text/* text */.Qq)('Validate it with nginx together with the current files', 'nginx 结合当前文件再次检查'),
            reason: (0,messages_text/* text */.Qq)('another application may have changed its own', '其他应用可能已修改其文件'),
            // Nothing of this pass is swapped yet: an old file with its key is a former run's.
            script: [
                ...(before === '' ? [] : [before]),
                ...changes.map((change) => (0,file_change/* forgetScript */.Nn)(change, key)),
                testScript(traces, changes, `${folder}/stage`),
            ].join('\n'),
        },
        {
            ...told(first),
            script: [
                nginxFunctions(nginx),
                traceFunctions(traces),
                ...(number === 1 ? [noteStopped(nginx, folder)] : []),
                ...(swap.notesWorkers ? [(0,nginx_workers/* noteWorkers */.GI)(folder)] : []),
                (0,file_change/* swapScript */.Pv)(first.change, key),
            ].join('\n'),
            undo: undoSwapScript({ own: first.change, key, proofs: proofsOfUndo }, traces),
        },
        ...others.map((other) => ({
            ...told(other),
            script: (0,file_change/* swapScript */.Pv)(other.change, key),
            undo: (0,file_change/* restoreScript */.Q)(other.change, key, (0,nginx_command/* nginxCommand */.Y)(nginx)),
        })),
        {
            ...common,
            stage: 'reload',
            id: stepId('reload', number),
            title: nginx.state === 'running' ? (0,messages_text/* text */.Qq)('Reload nginx', '重新加载 nginx') : (0,messages_text/* text */.Qq)('Start nginx', '启动 nginx'),
            reason: (0,messages_text/* text */.Qq)('it reads the new files', '使新文件生效'),
            script: reloadScript(traces),
        },
        {
            ...common,
            stage: 'prove',
            id: stepId('prove', number),
            title: swap.proven,
            reason: (0,messages_text/* text */.Qq)('a reload that returns 0 does not mean that nginx has switched', '返回码不可靠，以实际响应为准'),
            // Whatever ended it since the reload, it is started once more.
            script: [
                nginxFunctions(nginx),
                traceFunctions(traces),
                '[ -n "$(nginx_masters)" ] || apply_configuration >&2 || true',
                (0,prove_script/* proveScript */.I)(proofs, traces, swap.applicationLog),
            ].join('\n'),
        },
    ];
}
/** The step after the last proof that runs `forget`: with nothing to undo any more the old files go. */
function forgetStep(forget) {
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'drain',
        id: 'site.forget',
        title: (0,messages_text/* text */.Qq)('Remove the old nginx files', '删除旧的 nginx 文件'),
        reason: (0,messages_text/* text */.Qq)('nothing is undone any more', '此后不再撤销'),
        script: forget.join('\n'),
    };
}


/***/ }),

/***/ 31145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ zoneProblems)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** What keeps a zone's names, `domain` among them, from resolving, whatever its records say. */
function zoneProblems(domain, zone) {
    const { name, status, registration } = zone;
    const held = registration?.states.filter((state) => /^(server|client)hold$/i.test(state)) ?? [];
    return [
        ...(status === 'ENABLE' ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DNS_ZONE_DISABLED', { zone: name, status })]),
        ...(['NotUpload', 'Reject'].includes(registration?.realName ?? '')
            ? [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DOMAIN_NOT_VERIFIED', { zone: name, domain, status: registration?.realName ?? '' })]
            : []),
        ...(held.length === 0 ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DOMAIN_ON_HOLD', { zone: name, states: held.join(', ') })]),
    ];
}


/***/ }),

/***/ 63756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ withEnoughShells)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
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

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
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

/***/ 89423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ queueFunctions),
/* harmony export */   Au: () => (/* binding */ waitInQueue),
/* harmony export */   W_: () => (/* binding */ secondsToEnd),
/* harmony export */   mR: () => (/* binding */ writeHolder)
/* harmony export */ });
/* unused harmony export queueFolder */
/* harmony import */ var _messages_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22800);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _lock_script_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33493);
/* harmony import */ var _step_notes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80232);




/** Where those that wait for an application's lock have their tickets: files, each locked as long as its waiter lives. */
function queueFolder(app, folder = _lock_script_js__WEBPACK_IMPORTED_MODULE_2__/* .lockFolder */ .MS) {
    return (0,_lock_script_js__WEBPACK_IMPORTED_MODULE_2__/* .lockPath */ .HZ)(app, 'queue', folder);
}
/** Seconds that what a run left at work has to end, however little of the time to wait is left. */
const secondsToEnd = 30;
/**
 * Bash of the queue of an application's lock. Needs the prelude, the lock open on descriptor 9, and three functions of the
 * caller's: `waits` is told `before` (how many wait in front) and `holds` (what is written of the holder) about five times a
 * second, `left` what a run that is gone left at work; `hear` takes its time, at most a quarter of a second.
 * - `in_queue SECONDS` takes the lock, first come, first served; 75 where it is not to be had in time.
 * - `in_front` takes a place in front of all.
 * - `leave_queue` gives the place up; so does the end of the process.
 * - `end_left SECONDS`: see step-notes.ts.
 */
function queueFunctions(app, token, folder = _lock_script_js__WEBPACK_IMPORTED_MODULE_2__/* .lockFolder */ .MS) {
    return `queue=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(queueFolder(app, folder))} holder=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_lock_script_js__WEBPACK_IMPORTED_MODULE_2__/* .holderFile */ .bd)(app, folder))} ticket=
mkdir -p -m 700 "$queue" ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_step_notes_js__WEBPACK_IMPORTED_MODULE_3__/* .notesFolder */ .w4)(app, folder))} || unwritten
# Seconds of a clock that nobody sets.
clock() { read -r now _ </proc/uptime; now=\${now%%.*}; }
# Numbers are given one at a time, and only later ones look at a ticket: to them, one that is not locked is a dead waiter's.
take_ticket() {
  local one last=0
  exec 6<"$queue" && flock -w 10 6 || return
  for one in "$queue"/*; do [ ! -e "$one" ] || last=\${one##*/}; done
  last=\${last%%-*}
  printf -v ticket '%s/%010d' "$queue" "$((10#$last + 1))"
  exec 5>"$ticket" && flock -n 5 || return
  exec 6<&-
}
in_front() {
  ticket=$queue/0000000000-$$
  exec 5>"$queue/.$$" && flock -n 5 && mv -f "$queue/.$$" "$ticket"
}
leave_queue() { rm -f "$ticket"; exec 5>&-; }
count_before() {
  local one LC_ALL=C
  before=0
  for one in "$queue"/*; do
    [[ $one < $ticket ]] || break
    { exec 6<"$one"; } 2>/dev/null || continue
    if flock -n 6; then rm -f "$one"; else before=$((before + 1)); fi
    exec 6<&-
  done
}
in_queue() {
  local deadline holds
  clock
  deadline=$((now + $1))
  take_ticket || unwritten
  until count_before; [ "$before" = 0 ] && flock -w 0.2 9; do
    clock
    [ "$now" -lt "$deadline" ] || { leave_queue; return 75; }
    { IFS= read -r holds <"$holder"; } 2>/dev/null || holds=
    waits
    hear
  done
  leave_queue
}
${(0,_step_notes_js__WEBPACK_IMPORTED_MODULE_3__/* .endLeft */ .p5)(app, token, folder)}`;
}
/** Bash: writes down who holds the lock, and holds that file's own lock on descriptor 7. `about`: JSON without its end. */
function writeHolder(about) {
    return `{ exec 7>"$holder.new" && flock -n 7 && printf '%s,"since":"%s"}\\n' ${about} "$(date -u +%FT%TZ)" >&7 && mv -f "$holder.new" "$holder"; } || unwritten`;
}
/**
 * Bash for a script of the server's own: goes on once it holds the application's lock, on descriptor 9, and what a run that
 * is gone left at work has ended; tells on standard error whom it waits for, and ends (75) where the lock is not to be had in
 * time. Needs the prelude. What it starts to stay must close the descriptors: `9>&- 7>&-`.
 */
function waitInQueue({ app, place, seconds, language }, folder = _lock_script_js__WEBPACK_IMPORTED_MODULE_2__/* .lockFolder */ .MS) {
    const told = (words) => `printf '%s\\n' "${words.replace(/[`"\\]/g, '\\$&')}" >&2`;
    const of = (name) => `\${${name}:-?}`;
    const holder = { who: of('who'), run: of('run'), since: of('since') };
    const waiting = _messages_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockMessages */ .G.waiting({ app, ...holder, before: of('before'), seconds });
    const locked = _messages_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockMessages */ .G.notInTime({ app, ...holder, seconds });
    return `token=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \\n')
${(0,_lock_script_js__WEBPACK_IMPORTED_MODULE_2__/* .openLock */ .qB)((0,_lock_script_js__WEBPACK_IMPORTED_MODULE_2__/* .applicationLock */ .c_)(app, folder), folder)}
${queueFunctions(app, '$token', folder)}
field() { printf '%s\\n' "$holds" | sed -n "s/.*\\"$1\\":\\"\\([^\\"]*\\)\\".*/\\1/p"; }
named() { who=$(field who) run=$(field runUrl) since=$(field since); }
told=
waits() {
  [ "$told" != "$before $holds" ] || return 0
  told="$before $holds"
  named
  ${told(waiting[language])}
}
left() {
  local work=$1
  ${told(_messages_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockMessages */ .G.left(of('work'))[language])}
}
hear() { sleep 0.2; }
in_queue ${seconds} || {
  ${told(locked[language])}
  exit 75
}
end_left ${secondsToEnd}
by=\${SUDO_USER:-$(id -un)}
${writeHolder(`'{"who":"'"\${by//[!A-Za-z0-9._@-]/_}"${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`","runUrl":${JSON.stringify(place)},"commit":"","token":"`)}"$token"'"'`)}`;
}


/***/ }),

/***/ 72487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ encode)
/* harmony export */ });
/** A text or bytes in base64, in lines of 76 characters as base64(1) prints it: what a heredoc carries unharmed. */
function encode(content) {
    return (typeof content === 'string' ? Buffer.from(content, 'utf8') : content)
        .toString('base64')
        .replace(/.{76}/g, '$&\n');
}


/***/ }),

/***/ 22534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ rangeFunction)
/* harmony export */ });
/** A bash function: `range FILE OFFSET BYTES` prints a part of a file, as far as the file has it. */
const rangeFunction = 'range() { dd if="$1" bs=64K iflag=skip_bytes,count_bytes skip="$2" count="$3" status=none; }';


/***/ }),

/***/ 59101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jR: () => (/* binding */ placesOfPackages),
  pW: () => (/* binding */ placesOfRun),
  GG: () => (/* binding */ surveyDeployment)
});

// EXTERNAL MODULE: ./.build/lib/engine/survey.js
var survey = __webpack_require__(29719);
// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/survey/certificates.js
var certificates = __webpack_require__(49677);
// EXTERNAL MODULE: ./.build/lib/survey/closed-places.js
var closed_places = __webpack_require__(80402);
// EXTERNAL MODULE: ./.build/lib/survey/container-list.js
var container_list = __webpack_require__(25771);
// EXTERNAL MODULE: ./.build/lib/survey/containers.js
var containers = __webpack_require__(84097);
// EXTERNAL MODULE: ./.build/lib/survey/docker.js
var docker = __webpack_require__(9121);
// EXTERNAL MODULE: ./.build/lib/survey/firewall.js
var firewall = __webpack_require__(9617);
// EXTERNAL MODULE: ./.build/lib/dockerfile/base-image.js
var base_image = __webpack_require__(3780);
// EXTERNAL MODULE: ./.build/lib/fragments/ask-registry.js
var ask_registry = __webpack_require__(68825);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/survey/images.js
var survey_images = __webpack_require__(31155);
;// CONCATENATED MODULE: ./.build/lib/survey/image-sources.js




/**
 * Asks, for each of `images` that is missing, all sources at once for its manifest. Docker waits for a dead mirror without
 * a word, for each image anew; so what hangs is known before anything is begun. Docker Hub's address is the engine's own.
 */
function imageSourcesProbe(images) {
    return {
        script: `${survey_images/* hasImage */.e_}
${ask_registry/* askRegistry */.rF}
${ask_registry/* knowSources */.m8}
look() {
  if [ -n "$proxy" ]; then printf '%s - -\\n' "$4"; else ask_registry "$4" "$3" ${ask_registry/* surveySeconds */.y_}; fi | sed "s|^|$1 $2 |"
}
${images.map(questionOf).join('\n')}
wait`,
        read: (output) => images.flatMap((image, at) => {
            const lines = output.split('\n').map((line) => line.split(' '));
            const found = (role) => lines.flatMap(([of, as, url = '', exit = '', status = '', took = '']) => of === String(at) && as === role ? [observed(url, exit, status, took)] : []);
            const [registry] = found('registry');
            const order = output.split('\n').flatMap((line) => /^order (\S+?)\/?$/.exec(line)?.[1] ?? []);
            const mirrors = found('mirror').toSorted((a, b) => order.indexOf(a.url) - order.indexOf(b.url));
            return registry === undefined ? [] : [{ image, mirrors, registry }];
        }),
    };
}
/** One that refuses at once keeps Docker waiting for no second. */
function observed(url, exit, status, took) {
    const met = (0,ask_registry/* metRegistry */.M0)(exit, status);
    const seconds = met.state === 'unreachable' ? Math.floor(Number(took)) || 0 : undefined;
    return { url: url.replace(/\/$/, ''), ...met, seconds };
}
/** Bash that begins to ask for the image at a place of the list, where it is missing. */
function questionOf(image, at) {
    const registry = (0,base_image/* registryOf */.Fv)(image);
    const ask = (role, path, url) => `look ${at} ${role} ${(0,quote/* quote */.h)(path)} ${url} &`;
    const path = (0,base_image/* manifestPath */.ji)(image);
    const questions = registry === undefined
        ? `for mirror in $mirrors; do echo "order $mirror"; ${ask('mirror', path, '"$mirror"')} done
  ${ask('registry', path, '"$hub"')}`
        : ask('registry', path, (0,quote/* quote */.h)(`https://${registry}`));
    return `if ! has_image ${(0,quote/* quote */.h)(image)}; then
  [ -n "$hub" ] || know_sources || exit 0
  ${questions}
fi`;
}

// EXTERNAL MODULE: ./.build/lib/survey/listeners.js
var listeners = __webpack_require__(16572);
// EXTERNAL MODULE: ./.build/lib/survey/manual-containers-probe.js
var manual_containers_probe = __webpack_require__(88895);
;// CONCATENATED MODULE: ./.build/lib/survey/networks.js
/** Asks for the Docker networks; none where no engine answers. */
const networksProbe = {
    script: `docker network ls --no-trunc --format '{{.Driver}} {{.Internal}} {{.Name}}'`,
    read: readNetworks,
};
/** Reads a line a network; its name comes last and may hold anything. */
function readNetworks(output) {
    return [...output.matchAll(/^(\S+) (true|false) (.+)$/gm)].map(([, driver = '', internal, name = '']) => ({
        name,
        driver,
        internal: internal === 'true',
    }));
}

// EXTERNAL MODULE: ./.build/lib/survey/nginx.js + 5 modules
var survey_nginx = __webpack_require__(347);
// EXTERNAL MODULE: ./.build/lib/fragments/masked-units.js
var masked_units = __webpack_require__(47269);
;// CONCATENATED MODULE: ./.build/lib/survey/nginx-masked.js

/**
 * Asks which units by the names of nginx's are masked: systemd starts none of them, and does not tell what they would
 * start.
 */
const maskedProbe = {
    script: `${masked_units/* isMasked */.S}
for unit in nginx.service openresty.service tengine.service; do ! is_masked "$unit" || echo "$unit"; done`,
    read: (output) => output.split('\n').filter(Boolean),
};

// EXTERNAL MODULE: ./.build/lib/survey/packet-filter.js + 10 modules
var packet_filter = __webpack_require__(19880);
// EXTERNAL MODULE: ./.build/lib/survey/releases.js
var releases = __webpack_require__(15127);
// EXTERNAL MODULE: ./.build/lib/survey/releases-probe.js
var releases_probe = __webpack_require__(95384);
;// CONCATENATED MODULE: ./.build/lib/survey/selinux.js
const script = `
[ "$(getenforce)" = Enforcing ] || exit 0
echo mode enforcing
getsebool httpd_can_network_connect
command -v semanage >/dev/null || exit 0
echo semanage yes
semanage port -l`;
/** Asks for SELinux. */
const selinuxProbe = { script, read: readSelinux };
/** Reads the probe's lines; of `semanage port -l` those like `http_port_t   tcp   80, 443, 8008-8010`. */
function readSelinux(output) {
    return {
        mode: /^mode enforcing$/m.test(output) ? 'enforcing' : 'off',
        semanage: /^semanage yes$/m.test(output),
        ports: [...output.matchAll(/^(\w+_t)\s+tcp\s+([\d, -]+)$/gm)].flatMap(([, type, list]) => (list ?? '').split(',').map((range) => {
            const [from, to] = range.split('-').map(Number);
            return { type: type ?? '', from: from ?? 0, to: to ?? from ?? 0 };
        })),
        networkConnect: /^httpd_can_network_connect --> on$/m.test(output),
    };
}

// EXTERNAL MODULE: ./.build/lib/server/space.js
var space = __webpack_require__(73022);
;// CONCATENATED MODULE: ./.build/lib/survey/storage.js




/**
 * Asks for the state of `folders`, of those that the application's containers mount or that an earlier one, set up by
 * hand, mounted; and for the space of the local file systems.
 */
function storageProbe(folders, { app, image }) {
    return {
        script: `
${container_list/* containers */.l8}
${container_list/* containerDetails */.Qq}
# The folders whose paths differ from $1 in case alone and that are not empty.
variants() {
  local rest=$1 part folder entry name
  local -a found=(/) next
  while rest=\${rest#"\${rest%%[!/]*}"}; part=\${rest%%/*}; [ -n "$part" ]; do
    rest=\${rest#"$part"} next=()
    for folder in \${found[@]+"\${found[@]}"}; do
      [ "\${#next[@]}" -lt 20 ] || break
      for entry in "\${folder%/}"/*/; do
        entry=\${entry%/} name=\${entry##*/}
        [ "\${name,,}" != "\${part,,}" ] || [ -L "$entry" ] || next+=("$entry")
      done
    done
    found=(\${next[@]+"\${next[@]}"})
  done
  for entry in \${found[@]+"\${found[@]}"}; do
    [ "$entry" = "$1" ] || [ -z "$(ls -A "$entry")" ] || printf '%s\\0' variant "$entry"
  done
}
declare -A told=()
tell() {
  local path=$1 owner='0 0' content=empty exists=no
  [ -z "\${told[$path]:-}" ] || return 0
  told[$path]=yes
  if [ -e "$path" ]; then
    exists=yes owner=$(stat -Lc '%u %g' "$path")
    [ -z "$(ls -A "$path" 2>/dev/null)" ] || content=full
  fi
  printf '%s\\0' folder "$path" "$(readlink -m "$path")" $exists $owner $content
  variants "$path"
}
shopt -s dotglob nullglob
for path in ${folders.map(quote/* quote */.h).join(' ')}; do tell "$path"; done
while IFS= read -r path; do case $path in /*) tell "$path" ;; esac; done < <(
  ids=$(containers | awk -F '\\t' -v name=${(0,quote/* quote */.h)(image)} -v app=${(0,quote/* quote */.h)(JSON.stringify(app))} 'tolower($2) == name || $4 == app {print $1}')
  [ -z "$ids" ] || inspected | while read -r word id _ kind _ source _; do
    [ "$word $kind" = 'mount bind' ] || continue
    case $'\\n'$ids$'\\n' in *$'\\n'"$id"$'\\n'*) unescape "$source"; printf '%s\\n' "$plain" ;; esac
  done
  [ ! -f ${(0,quote/* quote */.h)((0,application_paths/* adoptionRecordFile */.cG)(app))} ] || [ -n "$(strangers ${(0,quote/* quote */.h)((0,application_paths/* adoptionRecordFile */.cG)(app))})" ] || sed -n 's/^ *"host": "\\(\\/.*\\)",*$/\\1/p' ${(0,quote/* quote */.h)((0,application_paths/* adoptionRecordFile */.cG)(app))}
)
printf 'space\\0'
# All of them: of a disk that is mounted at several places df shows one, which need not be the one that is written to.
# What autofs would mount is left unmounted: its server may not answer.
${space/* dfCommand */.Wg} -l -a -x autofs`,
        read: readStorage,
    };
}
/**
 * Reads the probe's records, each ended by NUL: what it is, then its values, a folder's variants after it; last df's
 * table.
 */
function readStorage(output) {
    const records = output.split('\0');
    const folders = [];
    while (records.length > 1) {
        const kind = records.shift();
        if (kind === 'folder') {
            const [path = '', real = '', exists, uid, gid, content] = records.splice(0, 6);
            folders.push({
                path,
                real,
                exists: exists === 'yes',
                uid: Number(uid),
                gid: Number(gid),
                empty: content === 'empty',
                variants: [],
            });
        }
        else if (kind === 'variant') {
            folders.at(-1)?.variants.push(records.shift() ?? '');
        }
    }
    return { folders, fileSystems: (0,space/* parseDf */.MK)(records[0] ?? '') };
}

// EXTERNAL MODULE: ./.build/lib/survey/strangers.js
var strangers = __webpack_require__(12098);
// EXTERNAL MODULE: ./.build/lib/survey/system.js
var system = __webpack_require__(39872);
;// CONCATENATED MODULE: ./.build/lib/survey/time.js
/** Asks the server's clock: seconds since 1970 with their fraction, as text. */
const timeProbe = {
    script: 'date +%s.%N',
    read: (output) => /^\d+\.\d{9}$/m.exec(output)?.[0] ?? '0.000000000',
};

// EXTERNAL MODULE: ./.build/lib/survey/written-files.js + 1 modules
var written_files = __webpack_require__(22726);
;// CONCATENATED MODULE: ./.build/lib/survey/deployment.js

























/** What a deployment asks the server, all in one round trip. */
function probes(project, domain, volumes, nginx) {
    return {
        system: system/* systemProbe */.gw,
        docker: docker/* dockerProbe */.x,
        nginx,
        maskedNginx: maskedProbe,
        listeners: listeners/* listenersProbe */.u_,
        containers: (0,containers/* containersProbe */.P)(project.app, project.image),
        manualContainers: (0,manual_containers_probe/* manualContainersProbe */.bC)(project.app, project.image),
        images: (0,survey_images/* imagesProbe */.T)(project.image),
        baseImages: (0,survey_images/* baseImagesProbe */.Er)(project.pulledImages),
        imageSources: imageSourcesProbe(project.pulledImages),
        buildLeftovers: (0,survey_images/* buildLeftoversProbe */.b1)(project.app),
        networks: networksProbe,
        releases: (0,releases_probe/* releasesProbe */.L)(project.app),
        storage: storageProbe(volumes.map((volume) => volume.host), project),
        strangers: (0,strangers/* strangersProbe */.eP)(project.app, domain, volumes.map((volume) => volume.host)),
        closed: (0,closed_places/* closedPlacesProbe */.$5)(placesOf(project.app, domain, volumes)),
        certificates: certificates/* certificatesProbe */.bz,
        firewall: firewall/* firewallProbe */.j,
        filters: packet_filter/* packetFilterProbe */.B,
        selinux: selinuxProbe,
        // Right before: what is written after it was looked at is told by its time.
        time: timeProbe,
        written: (0,written_files/* writtenFilesProbe */.$Q)(project, volumes),
    };
}
/** Where a run writes, but for nginx's own files, which it is asked for itself. */
function placesOf(app, domain, volumes) {
    const application = (0,application_paths/* applicationDirectory */.gZ)(app);
    return [
        ...placesOfRun,
        ...placesOfPackages,
        ...[`${application}/releases`, (0,application_paths/* staticDirectory */.oO)(app), `/etc/nginx/ssl/${domain}`, '/etc/docker/daemon.json'],
        ...volumes.map((volume) => volume.host),
    ];
}
/** Where every run writes: its lock, and texts that scripts hand to programs. */
const placesOfRun = [lock_script/* lockFolder */.MS, '/tmp'];
/** Where packages are installed. */
const placesOfPackages = ['/usr', '/var/lib', '/etc'];
/**
 * Surveys the server for a deployment of `project`; what nginx serves is its current release. `opening`: bash that runs before
 * anything is asked.
 */
async function surveyDeployment(server, project, domain, volumes, opening = '') {
    const once = `${container_list/* listContainersOnce */.qk}\n${(0,survey_images/* lookForImagesOnce */.ef)(project.pulledImages)}`;
    const nginx = (0,survey/* askedBefore */.or)(survey_nginx/* nginxAnswer */.dC, (0,survey_nginx/* nginxProbe */.nE)(project.app, domain), once);
    const found = await (0,survey/* survey */.Fr)(server, probes(project, domain, volumes, nginx.probe), `${opening}\n${nginx.opening}`);
    return { ...found, supplies: new Map(), releases: (0,releases/* whatServes */.VH)(found.releases, (0,survey_nginx/* servedRelease */.h)(found.nginx)) };
}


/***/ }),

/***/ 9617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ firewallProbe)
/* harmony export */ });
/* unused harmony export readFirewall */
// `verbose` shows the ports of application profiles (`Nginx Full`) beside their names, and the default.
const script = `
device=$(ip -o route show default | sed -n 's/.* dev \\([^ ]*\\).*/\\1/p' | head -n 1)
if command -v ufw >/dev/null && ufw status | grep -q '^Status: active'; then
  echo "kind ufw"
  echo "device $device"
  ufw status verbose
  ufw status numbered | sed 's/^/numbered /'
elif command -v firewall-cmd >/dev/null && firewall-cmd --state >/dev/null 2>&1; then
  echo "kind firewalld"
  zone=$(firewall-cmd --get-zone-of-interface="$device" 2>/dev/null) || zone=$(firewall-cmd --get-default-zone)
  echo "zone $zone"
  now=$(firewall-cmd --zone="$zone" --list-all); later=$(firewall-cmd --permanent --zone="$zone" --list-all)
  printf '%s\\n' "$now" | sed 's/^/now /'
  printf '%s\\n' "$later" | sed 's/^/later /'
  for service in $(printf '%s\\n' "$now" "$later" | sed -n 's/^ *services: *//p' | tr ' ' '\\n' | sort -u); do
    echo "service $service $(firewall-cmd --info-service="$service" | sed -n 's/^ *ports: *//p')"
  done
fi`;
/** Asks for the host's firewall. */
const firewallProbe = { script, read: readFirewall };
/** Reads the probe's lines. */
function readFirewall(output) {
    switch (/^kind (\w+)$/m.exec(output)?.[1]) {
        case 'ufw':
            return { kind: 'ufw', rules: readUfw(output) };
        case 'firewalld':
            return readFirewalld(output);
        default:
            return { kind: 'none', rules: [] };
    }
}
const everyPort = '1:65535';
/**
 * Reads `ufw status verbose`. Rules for some networks only are left out: they let a mini program in no more than none
 * does; so are those for IPv6, which follow the others, and those for interfaces that do not lead to the world.
 */
function readUfw(output) {
    const device = /^device (\S+)$/m.exec(output)?.[1];
    const pattern = /^(\S.*?) +(ALLOW|LIMIT|DENY|REJECT) IN +Anywhere(?:\/tcp)?(?: +on \S+)?(?: +\(log(?:-all)?\))?(?: +#.*)? *$/;
    // Both lists have the same rules in the same order; the numbered one does not show the ports of profiles.
    const incoming = output.split('\n').filter((line) => / (ALLOW|LIMIT|DENY|REJECT) IN /.test(line));
    const numbers = incoming.flatMap((line) => /^numbered \[ *(\d+)\]/.exec(line)?.[1] ?? []).map(Number);
    const rules = incoming
        .filter((line) => !line.startsWith('numbered '))
        .flatMap((line, at) => {
        const [, to, does] = pattern.exec(line) ?? [];
        if (to === undefined)
            return [];
        const [, ports = '', on] = /^(.*?)(?: on (\S+))?$/.exec(to.replace(/ +\(.*\)$/, '')) ?? [];
        if (on !== undefined && on !== device)
            return [];
        const named = /^Anywhere(\/tcp)?$/.test(ports) ? everyPort : ports;
        const number = numbers[at];
        if (/\s/.test(named))
            return [];
        return [
            { lets: does === 'ALLOW' || does === 'LIMIT', ports: named, ...(number === undefined ? {} : { number }) },
        ];
    });
    return /^Default: allow \(incoming\)/m.test(output) ? [...rules, { lets: true, ports: everyPort }] : rules;
}
function readFirewalld(output) {
    const zone = /^zone (\S+)$/m.exec(output)?.[1];
    return {
        kind: 'firewalld',
        rules: readZone(output, 'now'),
        ...(zone === undefined ? {} : { zone }),
        permanent: readZone(output, 'later'),
    };
}
/** Reads one `firewall-cmd --list-all`. Of one priority firewalld looks at what denies first (firewalld.richlanguage(5)). */
function readZone(output, when) {
    const words = (key) => (new RegExp(`^${when} +${key}: *(.*)$`, 'm').exec(output)?.[1] ?? '').split(/\s+/).filter(Boolean);
    const rich = [...output.matchAll(new RegExp(`^${when}\\s+rule (.*)$`, 'gm'))]
        .map(([, rule = '']) => rule)
        .filter((rule) => !/\bsource\b|family="ipv6"/.test(rule))
        .flatMap((rule) => {
        const ports = /\bport port="([\d-]+)" protocol="tcp"/.exec(rule)?.[1];
        const does = /\b(accept|reject|drop)\b/.exec(rule)?.[1];
        if (ports === undefined || does === undefined)
            return [];
        const priority = Number(/\bpriority="(-?\d+)"/.exec(rule)?.[1] ?? 0);
        return [{ lets: does === 'accept', ports: `${ports}/tcp`, priority }];
    })
        .toSorted((one, other) => one.priority - other.priority);
    const ofServices = words('services').flatMap((service) => [...output.matchAll(/^service (\S+) (.*)$/gm)].flatMap(([, name, ports]) => name === service ? (ports ?? '').split(/\s+/).filter(Boolean) : []));
    const open = [...words('ports'), ...ofServices, ...(words('target')[0] === 'ACCEPT' ? [everyPort] : [])];
    const told = (holds) => rich.filter(({ priority, lets }) => holds(priority, lets)).map(({ lets, ports }) => ({ lets, ports }));
    return [
        ...told((priority) => priority < 0),
        ...told((priority, lets) => priority === 0 && !lets),
        ...told((priority, lets) => priority === 0 && lets),
        ...open.map((ports) => ({ lets: true, ports })),
        ...told((priority) => priority > 0),
    ];
}


/***/ }),

/***/ 16572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gk: () => (/* binding */ isOfProgram),
/* harmony export */   aw: () => (/* binding */ isEphemeral),
/* harmony export */   pW: () => (/* binding */ holdersOf),
/* harmony export */   u_: () => (/* binding */ listenersProbe)
/* harmony export */ });
/* unused harmony export readListeners */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

const script = `
echo "ephemeral $(cat /proc/sys/net/ipv4/ip_local_port_range)"
echo "reserved $(cat /proc/sys/net/ipv4/ip_local_reserved_ports)"
ss -ltnpe`;
/** Asks what listens on TCP. */
const listenersProbe = { script, read: readListeners };
/**
 * Reads `ss -ltnpe`: a heading, then lines of state, queues, local address, peer, `users:(("nginx",pid=1,fd=6),...)`, and
 * `uid:33` unless that is root's; CentOS 7's writes `("nginx",1,6)`, and knows no option that leaves the heading out.
 */
function readListeners(output) {
    const sockets = output.split('\n').flatMap((line) => {
        const [, address, port, rest] = /^LISTEN\s+\d+\s+\d+\s+(\S+):(\d+)\s+\S+\s*(.*)$/.exec(line) ?? [];
        if (address === undefined || port === undefined)
            return [];
        const [, process, pid] = /\(\("([^"]*)",(?:pid=)?(\d+)/.exec(rest ?? '') ?? [];
        return [
            {
                address,
                port: Number(port),
                process: process ?? '',
                pid: pid === undefined ? undefined : Number(pid),
                // The last one: a process may call itself anything.
                uid: Number(/.*\buid:(\d+)/.exec(rest ?? '')?.[1] ?? 0),
            },
        ];
    });
    const [, from = '32768', to = '60999'] = /^ephemeral (\d+)\s+(\d+)/m.exec(output) ?? [];
    const [, reserved = ''] = /^reserved (\S+)/m.exec(output) ?? [];
    return {
        sockets,
        ephemeral: { from: Number(from), to: Number(to) },
        reserved: [...reserved.matchAll(/(\d+)(?:-(\d+))?/g)].map(([, first, last = first]) => ({
            from: Number(first),
            to: Number(last),
        })),
    };
}
/** Whether the kernel may hand out a port to an outgoing connection. */
function isEphemeral({ ephemeral, reserved }, port) {
    const holds = ({ from, to }) => from <= port && port <= to;
    return holds(ephemeral) && !reserved.some(holds);
}
/** The processes that hold a port, without repeats. */
function holdersOf(listeners, port) {
    return listeners.sockets.filter((socket) => socket.port === port);
}
/** Whether a socket is one of nginx's, `program`, whose master is root's. */
function isOfProgram({ process, uid }, program) {
    // A name as the kernel keeps it (proc(5), comm).
    return uid === 0 && ['nginx', node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(program).slice(0, 15)].includes(process);
}


/***/ }),

/***/ 19880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ packetFilterProbe)
});

// UNUSED EXPORTS: readPacketFilters

// EXTERNAL MODULE: ./.build/lib/filters/packet.js + 1 modules
var filters_packet = __webpack_require__(96224);
// EXTERNAL MODULE: ./.build/lib/filters/truth.js
var filters_truth = __webpack_require__(75287);
;// CONCATENATED MODULE: ./.build/lib/filters/ipset.js


/** Reads `ipset save`; a line `cut NAME` stands for elements that were left out. */
function readIpSets(text) {
    const sets = new Map();
    for (const line of text.split('\n')) {
        const [verb, name = '', value = '', ...options] = line.trim().split(/\s+/);
        if (verb === 'create')
            sets.set(name, { parts: (value.split(':')[1] ?? '').split(','), elements: [], whole: true });
        const set = sets.get(name);
        if (set === undefined)
            continue;
        if (verb === 'add')
            set.elements.push({ values: value.split(','), excepted: options.includes('nomatch') });
        if (verb === 'cut')
            set.whole = false;
    }
    return sets;
}
/** Whether a packet is in a set, whose parts are looked for at `sides` (`src`, `dst`). */
function isInSet(sets, name, sides, packet, depth = 0) {
    const set = sets.get(name);
    if (set === undefined || depth > 4)
        return 'unknown';
    const truths = set.elements.map(({ values, excepted }) => {
        const [first = ''] = values;
        if (set.parts[0] === 'set')
            return isInSet(sets, first, sides, packet, depth + 1);
        const truth = (0,filters_truth/* allOf */.bn)(values.map((value, at) => part(set.parts[at] ?? '', value, sides[at] ?? 'src', packet)));
        return excepted && truth !== 'no' ? 'unknown' : truth;
    });
    return (0,filters_truth/* anyOf */.EB)(set.whole ? truths : [...truths, 'unknown']);
}
function part(kind, value, word, packet) {
    const side = word === 'src' ? 'source' : 'destination';
    if (kind === 'ip' || kind === 'net')
        return (0,filters_packet/* addressIn */._Q)(packet, side, [value]);
    if (kind !== 'port')
        return 'unknown';
    const [protocol, ports] = value.includes(':') ? value.split(':') : ['tcp', value];
    if (protocol !== 'tcp')
        return 'no';
    const [from, to] = (ports ?? '').split('-').map(Number);
    return (0,filters_packet/* portIn */.Ju)(packet, side, [[from ?? Number.NaN, to ?? from ?? Number.NaN]]);
}

;// CONCATENATED MODULE: ./.build/lib/filters/iptables-match.js



/** Extensions that look at what packets carry. */
const contentMatches = ['string', 'u32', 'bpf', 'layer7', 'tls', 'ndpi'];
/** Whether a match holds for a packet. */
function holds(match, packet, sets) {
    if (match.name === 'comment')
        return 'yes';
    // A kernel looks through every packet's own bytes, and those that begin a connection have none.
    if (match.name === 'string' || match.name === 'tls') {
        return packet.payload || match.options.some(({ negated }) => negated) ? 'unknown' : 'no';
    }
    if (match.name === 'rpfilter') {
        // Whoever comes from the world comes in by the device that leads there.
        return (0,filters_truth/* truthOf */.D)(!match.options.some(({ name }) => name === '--invert'));
    }
    const truths = match.options.map((option) => {
        const truth = optionHolds(match.name, option, packet, sets);
        return option.negated ? (0,filters_truth/* not */.AU)(truth) : truth;
    });
    return truths.length === 0 && match.name !== 'tcp' ? 'unknown' : (0,filters_truth/* allOf */.bn)(truths);
}
function optionHolds(match, { name, values }, packet, sets) {
    const [value = '', second = ''] = values;
    switch (`${match} ${name}`) {
        case ' -s':
            return (0,filters_packet/* addressIn */._Q)(packet, 'source', [value]);
        case ' -d':
            return (0,filters_packet/* addressIn */._Q)(packet, 'destination', [value]);
        case ' -i':
            return (0,filters_packet/* deviceIs */.D0)(packet, 'in', value, '+');
        case ' -o':
            return (0,filters_packet/* deviceIs */.D0)(packet, 'out', value, '+');
        case ' -p':
            return (0,filters_packet/* valueIs */.qN)(['tcp', '6', 'all', '0'], value);
        case ' -f':
            return 'no';
        case 'tcp --dport':
        case 'multiport --dports':
            return (0,filters_packet/* portIn */.Ju)(packet, 'destination', rangesIn(value));
        case 'tcp --sport':
        case 'multiport --sports':
            return (0,filters_packet/* portIn */.Ju)(packet, 'source', rangesIn(value));
        case 'multiport --ports':
            return (0,filters_truth/* anyOf */.EB)([(0,filters_packet/* portIn */.Ju)(packet, 'source', rangesIn(value)), (0,filters_packet/* portIn */.Ju)(packet, 'destination', rangesIn(value))]);
        case 'tcp --syn':
            return (0,filters_truth/* truthOf */.D)(packet.flags.includes('syn') && packet.flags.length === 1);
        case 'tcp --tcp-flags':
            return flagsAre(packet, value, second);
        case 'conntrack --ctstate':
        case 'state --state':
            return (0,filters_packet/* stateIs */.iH)(packet, value.split(','));
        case 'conntrack --ctstatus':
            return (0,filters_packet/* statusIs */.lv)(value.split(','));
        case 'conntrack --ctproto':
            return (0,filters_packet/* valueIs */.qN)(['tcp', '6'], value);
        case 'conntrack --ctdir':
            return (0,filters_truth/* truthOf */.D)((value === 'ORIGINAL') === (packet.direction === 'in'));
        case 'conntrack --ctorigdstport':
            return (0,filters_packet/* portIn */.Ju)({ ...packet, direction: 'in' }, 'destination', rangesIn(value));
        case 'addrtype --src-type':
            return typeIs(packet, 'source', value);
        case 'addrtype --dst-type':
            return typeIs(packet, 'destination', value);
        case 'addrtype --limit-iface-in':
        case 'addrtype --limit-iface-out':
        case 'set --return-nomatch':
        case 'policy --dir':
        case 'recent --name':
        case 'recent --mask':
        case 'recent --rsource':
        case 'recent --rdest':
            return 'yes';
        case 'recent --set':
            return 'yes';
        case 'iprange --src-range':
            return (0,filters_packet/* addressIn */._Q)(packet, 'source', [value]);
        case 'iprange --dst-range':
            return (0,filters_packet/* addressIn */._Q)(packet, 'destination', [value]);
        case 'set --match-set':
            return isInSet(sets, value, second.split(','), packet);
        case 'pkttype --pkt-type':
            return (0,filters_packet/* valueIs */.qN)(['unicast'], value);
        case 'mark --mark':
        case 'connmark --mark':
            return (0,filters_packet/* markIs */.iG)(packet, /^(0x)?0+(\/|$)/.test(value));
        case 'policy --pol':
            return (0,filters_packet/* valueIs */.qN)(['none'], value);
        default:
            return 'unknown';
    }
}
function rangesIn(list) {
    return list.split(',').map((range) => {
        const [from, to] = range.split(':');
        return [from === '' ? 0 : Number(from), to === undefined ? Number(from) : to === '' ? 65535 : Number(to)];
    });
}
function flagsAre({ flags }, mask, wanted) {
    const words = (list) => {
        const lower = list.toLowerCase();
        if (lower === 'all')
            return ['syn', 'ack', 'fin', 'rst', 'urg', 'psh'];
        return lower === 'none' ? [] : lower.split(',');
    };
    return (0,filters_truth/* truthOf */.D)(words(mask).every((flag) => flags.includes(flag) === words(wanted).includes(flag)));
}
function typeIs(packet, side, types) {
    const type = (0,filters_packet/* isServers */.px)(packet, side) || packet.device === 'lo' ? 'LOCAL' : 'UNICAST';
    return (0,filters_truth/* truthOf */.D)(types.split(',').includes(type));
}

;// CONCATENATED MODULE: ./.build/lib/filters/iptables-words.js
/** The words of a line of `iptables-save`, which puts those with blanks in double quotes. */
function iptables_words_words(line) {
    return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) => quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/g, '$1'));
}

;// CONCATENATED MODULE: ./.build/lib/filters/iptables.js



const hooks = {
    PREROUTING: 'prerouting',
    INPUT: 'input',
    OUTPUT: 'output',
    POSTROUTING: 'postrouting',
};
/** The order of tables in one hook (netfilter_ipv4.h). */
const priorities = { raw: -300, mangle: -150, nat: -100, filter: 0, security: 50 };
/** Targets that let the next rule be asked; those that only mark are aside. */
const passing = /^(LOG|NFLOG|ULOG|SET|TRACE|TCPMSS|CLASSIFY|AUDIT|CHECKSUM|DSCP|TOS|TTL|HL|ECN|CT|SECMARK|CONNSECMARK|RATEEST|IDLETIMER|LED|TEE|HMARK)$/;
/** Reads what `iptables-save` or `ip6tables-save` printed. What it cannot read of a rule makes that rule `unknown`. */
function readIptables(text, tool, family, sets) {
    const tables = [];
    for (const line of text.split('\n')) {
        const table = tables.at(-1);
        const [, name] = /^\*(\S+)/.exec(line) ?? [];
        if (name !== undefined)
            tables.push({ name, chains: new Map() });
        const [, chain, policy] = /^:(\S+) (\S+)/.exec(line) ?? [];
        if (table !== undefined && chain !== undefined) {
            table.chains.set(chain, { name: chain, ...baseOf(table.name, chain, policy ?? '-'), rules: [] });
        }
        const [, into = '', rest = ''] = /^(?:\[\d+:\d+\] )?-A (\S+) ?(.*)$/.exec(line) ?? [];
        const rules = table?.chains.get(into)?.rules;
        rules?.push(readRule(rest, rules.length + 1, sets, (chain) => table?.chains.has(chain) === true));
    }
    return tables.map(({ name, chains }) => ({ tool, family, name, chains }));
}
function baseOf(table, chain, policy) {
    const hook = hooks[chain];
    if (hook === undefined || policy === '-')
        return {};
    const nat = table === 'nat';
    return {
        base: { hook, priority: priorities[table] ?? 0, nat, policy: policy === 'DROP' ? 'drop' : 'accept' },
    };
}
function readRule(rest, number, sets, isChain) {
    const words = iptables_words_words(rest);
    const { matches, target } = parse(words);
    return {
        number,
        words: told(words),
        content: matches.some(({ name }) => contentMatches.includes(name)),
        branches: (packet) => [
            { when: (0,filters_truth/* allOf */.bn)(matches.map((match) => holds(match, packet, sets))), action: actionOf(target, packet, isChain) },
        ],
    };
}
function parse(words) {
    const matches = [
        { name: '', options: [] },
    ];
    let negated = false;
    for (let at = 0; at < words.length; at += 1) {
        const word = words[at] ?? '';
        if (word === '-j' || word === '-g') {
            const target = { name: words[at + 1] ?? '', goto: word === '-g', options: words.slice(at + 2) };
            return { matches: matches.filter(({ name, options }) => name !== '' || options.length > 0), target };
        }
        if (word === '!')
            negated = true;
        else if (word === '-m') {
            matches.push({ name: words[at + 1] ?? '', options: [] });
            at += 1;
        }
        else if (/^-[a-z]$|^--[a-z]/.test(word)) {
            // Options of one letter are those of every rule, wherever they stand.
            const home = word.startsWith('--') ? matches.at(-1) : matches[0];
            home?.options.push({ name: word, negated, values: [] });
            negated = false;
            while (at + 1 < words.length && !/^(!|-[a-z]|--[a-z].*)$/.test(words[at + 1] ?? '')) {
                home?.options.at(-1)?.values.push(words[at + 1] ?? '');
                at += 1;
            }
        }
    }
    return { matches: matches.filter(({ name, options }) => name !== '' || options.length > 0), target: undefined };
}
function actionOf(target, packet, isChain) {
    if (target === undefined)
        return { do: 'none' };
    const { name, options } = target;
    if (isChain(name))
        return { do: target.goto ? 'goto' : 'jump', chain: name };
    if (name === 'NOTRACK' || (name === 'CT' && options.includes('--notrack')))
        return { do: 'notrack' };
    if (name === 'MARK' || name === 'CONNMARK') {
        return { do: options.some((option) => /^--(restore|save)-mark$/.test(option)) ? 'none' : 'mark' };
    }
    if (passing.test(name))
        return { do: 'none' };
    switch (name) {
        case 'ACCEPT':
        case 'SNAT':
        case 'MASQUERADE':
            return { do: 'accept' };
        case 'DROP':
        case 'REJECT':
        case 'TARPIT':
        case 'STEAL':
            return { do: 'drop' };
        case 'RETURN':
            return { do: 'return' };
        case 'DNAT':
        case 'REDIRECT':
            return { do: leadsBack(options, packet) ? 'accept' : 'redirect' };
        case 'TPROXY':
        case 'NETMAP':
            return { do: 'redirect' };
        default:
            return { do: 'unknown' };
    }
}
/** Whether a packet is redirected to the very address and port that it is for. */
function leadsBack(options, { addresses, port }) {
    const after = (option) => options[options.indexOf(option) + 1 || options.length];
    const [, address, to] = /^([^:]*|\[.*\])(?::(\d+))?$/.exec(after('--to-destination') ?? '') ?? [];
    if (address !== undefined && address !== '' && !addresses.includes(address))
        return false;
    return [to, after('--to-ports')].every((one) => one === undefined || one === String(port));
}
/** The rule without texts that somebody wrote into it: comments, prefixes of log lines, what is looked for in packets. */
function told(words) {
    const kept = [];
    for (let at = 0; at < words.length; at += 1) {
        const word = words[at] ?? '';
        if (word === '-m' && words[at + 1] === 'comment')
            at += 1;
        else if (word === '--comment')
            at += 1;
        else if (/^--(log-prefix|nflog-prefix|string|hex-string|host|bytecode|u32)$/.test(word)) {
            kept.push(word, '…');
            at += 1;
        }
        else
            kept.push(word);
    }
    return kept.join(' ').slice(0, 300);
}

;// CONCATENATED MODULE: ./.build/lib/filters/nft-field.js

/** Whether a value of JSON is an object. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The object under a key, if there is one. */
function under(value, key) {
    const found = isObject(value) ? value[key] : undefined;
    return isObject(found) ? found : undefined;
}
const unknown = { kind: 'unknown', content: false };
/** What `left` speaks of, for a packet. */
function fieldOf(left, packet) {
    if (!isObject(left))
        return unknown;
    const payload = under(left, 'payload');
    if (payload !== undefined)
        return payloadField(payload, packet);
    const key = String(under(left, 'meta')?.key ?? '');
    if (key !== '')
        return metaField(key, packet);
    const ct = under(left, 'ct');
    if (ct !== undefined)
        return ctField(ct, packet);
    const fib = under(left, 'fib');
    if (fib !== undefined)
        return fibField(fib, packet);
    if (Array.isArray(left.concat)) {
        return { kind: 'all', fields: left.concat.map((one) => fieldOf(one, packet)) };
    }
    if (Array.isArray(left['&']))
        return masked(left['&'], packet);
    // Headers of IPv6's own, of which a packet of TCP has none as a rule.
    if (under(left, 'exthdr') !== undefined)
        return { kind: 'absent' };
    return unknown;
}
function payloadField({ protocol, field, base }, { family }) {
    switch (`${String(protocol ?? base)} ${String(field ?? '')}`) {
        case 'tcp dport':
        case 'th dport':
            return { kind: 'port', side: 'destination' };
        case 'tcp sport':
        case 'th sport':
            return { kind: 'port', side: 'source' };
        case 'tcp flags':
            return { kind: 'flags' };
        case `${family} saddr`:
            return { kind: 'address', side: 'source' };
        case `${family} daddr`:
            return { kind: 'address', side: 'destination' };
        case 'ip protocol':
        case 'ip6 nexthdr':
            return protocol === family ? { kind: 'value', known: ['tcp', '6'] } : { kind: 'absent' };
        // No fragment of a larger packet.
        case 'ip frag-off':
            return family === 'ip' ? { kind: 'value', known: ['0'] } : { kind: 'absent' };
        default:
            break;
    }
    if (protocol === undefined)
        return { kind: 'unknown', content: true };
    return protocol === 'tcp' || protocol === 'th' || protocol === 'ether' || protocol === family
        ? unknown
        : { kind: 'absent' };
}
function metaField(key, { family }) {
    switch (key) {
        case 'l4proto':
            return { kind: 'value', known: ['tcp', '6'] };
        case 'nfproto':
            return { kind: 'value', known: family === 'ip' ? ['ipv4', '2'] : ['ipv6', '10'] };
        case 'protocol':
            return { kind: 'value', known: family === 'ip' ? ['ip', '8', '2048'] : ['ip6', '56710', '34525'] };
        case 'iif':
        case 'iifname':
            return { kind: 'device', way: 'in' };
        case 'oif':
        case 'oifname':
            return { kind: 'device', way: 'out' };
        case 'mark':
            return { kind: 'mark' };
        case 'pkttype':
            return { kind: 'value', known: ['host', 'unicast', '0'] };
        default:
            return unknown;
    }
}
function ctField({ key, dir }, { direction, family }) {
    switch (String(key)) {
        case 'state':
            return { kind: 'state' };
        case 'status':
            return { kind: 'status' };
        case 'mark':
            return { kind: 'mark' };
        case 'direction':
            return { kind: 'value', known: direction === 'in' ? ['original', '0'] : ['reply', '1'] };
        case 'protocol':
            return { kind: 'value', known: ['tcp', '6'] };
        case 'l3proto':
            return { kind: 'value', known: family === 'ip' ? ['ipv4', 'ip'] : ['ipv6', 'ip6'] };
        case 'proto-dst':
            return dir === 'original' && direction === 'in' ? { kind: 'port', side: 'destination' } : unknown;
        default:
            return unknown;
    }
}
/** Whoever comes from the world comes in by the device that leads there, to an address of the server. */
function fibField({ result, flags }, packet) {
    const of = Array.isArray(flags) ? flags.map(String) : [String(flags)];
    const side = of.includes('daddr') ? 'destination' : 'source';
    if (result === 'type')
        return { kind: 'value', known: [(0,filters_packet/* isServers */.px)(packet, side) || packet.device === 'lo' ? 'local' : 'unicast'] };
    return side === 'source' && packet.direction === 'in' ? { kind: 'value', known: ['true', 'exists'] } : unknown;
}
function masked([of, mask], packet) {
    const field = fieldOf(of, packet);
    if (field.kind === 'mark' || field.kind === 'absent')
        return field;
    // Of the fragment's place; a bit further up forbids fragments.
    if (field.kind === 'value' && field.known[0] === '0' && Number(mask) < 0x4000)
        return field;
    return field.kind === 'flags' ? { kind: 'flags', mask: flagWords(mask) } : unknown;
}
/** Flags by their names: one, a list, or several joined by `|`. */
function flagWords(value) {
    if (Array.isArray(value))
        return value.flatMap(flagWords);
    if (isObject(value))
        return Object.values(value).flatMap(flagWords);
    return [String(value)];
}

;// CONCATENATED MODULE: ./.build/lib/filters/nft-match.js



const everyFlag = ['fin', 'syn', 'rst', 'psh', 'ack', 'urg', 'ecn', 'cwr'];
/** Whether a comparison holds: `{"op": "==", "left": ..., "right": ...}`. */
function matches(comparison, packet, sets) {
    if (!isObject(comparison))
        return 'unknown';
    const { op, left, right } = comparison;
    const field = fieldOf(left, packet);
    // That a packet is of the protocol is a condition of its own, whatever is compared.
    if (isAbsent(field))
        return 'no';
    if (op === 'in')
        return isOneOf(field, right, packet, sets);
    const exact = field.kind === 'flags' ? { mask: everyFlag, ...field } : field;
    if (op === '==')
        return isOneOf(exact, right, packet, sets);
    if (op === '!=')
        return (0,filters_truth/* not */.AU)(isOneOf(exact, right, packet, sets));
    const bound = Number(right);
    if (field.kind !== 'port' || Number.isNaN(bound))
        return 'unknown';
    switch (op) {
        case '<':
            return (0,filters_packet/* portIn */.Ju)(packet, field.side, [[0, bound - 1]]);
        case '<=':
            return (0,filters_packet/* portIn */.Ju)(packet, field.side, [[0, bound]]);
        case '>':
            return (0,filters_packet/* portIn */.Ju)(packet, field.side, [[bound + 1, 65535]]);
        case '>=':
            return (0,filters_packet/* portIn */.Ju)(packet, field.side, [[bound, 65535]]);
        default:
            return 'unknown';
    }
}
/** Whether a packet has no such field. */
function isAbsent(field) {
    return field.kind === 'absent' || (field.kind === 'all' && field.fields.some(isAbsent));
}
/** Whether a field is an element, or one of a set's: `@name`, `{"set": [...]}`, a single value. */
function isOneOf(field, right, packet, sets) {
    const elements = elementsOf(right, sets);
    if (elements === undefined)
        return 'unknown';
    if (field.kind === 'address') {
        const specs = elements.map((one) => addressSpec(inner(one)));
        if (!specs.includes(undefined) && !elements.some(isLimited)) {
            return (0,filters_packet/* addressIn */._Q)(packet, field.side, specs.filter((one) => one !== undefined));
        }
    }
    return (0,filters_truth/* anyOf */.EB)(elements.map((one) => isElement(field, one, packet)));
}
/** Elements of what a field is compared with, or looked up in. */
function elementsOf(right, sets) {
    if (typeof right === 'string' && right.startsWith('@'))
        return sets.get(right.slice(1));
    const set = isObject(right) ? right.set : undefined;
    return Array.isArray(set) ? set : [right];
}
/** Whether a field is one element: a value, a range, a prefix, several of them in a row. */
function isElement(field, element, packet) {
    if (isLimited(element))
        return (0,filters_truth/* allOf */.bn)([isElement(field, inner(element), packet), 'unknown']);
    const value = inner(element);
    if (value === '*')
        return 'yes';
    switch (field.kind) {
        case 'port': {
            const range = isObject(value) && Array.isArray(value.range) ? value.range : [value, value];
            return (0,filters_packet/* portIn */.Ju)(packet, field.side, [[Number(range[0]), Number(range[1])]]);
        }
        case 'address': {
            const spec = addressSpec(value);
            return spec === undefined ? 'unknown' : (0,filters_packet/* addressIn */._Q)(packet, field.side, [spec]);
        }
        case 'device':
            return typeof value === 'string' ? (0,filters_packet/* deviceIs */.D0)(packet, field.way, value, '*') : 'unknown';
        case 'state':
            return (0,filters_packet/* stateIs */.iH)(packet, flagWords(value));
        case 'status':
            return (0,filters_packet/* statusIs */.lv)(flagWords(value));
        case 'mark':
            return typeof value === 'number' ? (0,filters_packet/* markIs */.iG)(packet, value === 0) : 'unknown';
        case 'value':
            return isObject(value) ? 'unknown' : (0,filters_packet/* valueIs */.qN)(field.known, String(value));
        case 'flags':
            return nft_match_flagsAre(packet.flags, field.mask, flagWords(value));
        case 'all': {
            const parts = isObject(value) && Array.isArray(value.concat) ? value.concat : [];
            if (parts.length !== field.fields.length)
                return 'unknown';
            return (0,filters_truth/* allOf */.bn)(field.fields.map((one, at) => isElement(one, parts[at], packet)));
        }
        case 'absent':
            return 'no';
        default:
            return 'unknown';
    }
}
/** With a mask: those within it are these and no others; without one: any of these is there. */
function nft_match_flagsAre(flags, mask, wanted) {
    if (mask === undefined)
        return (0,filters_truth/* truthOf */.D)(wanted.some((flag) => flags.includes(flag)));
    if (wanted.some((flag) => /^\d/.test(flag) && flag !== '0'))
        return 'unknown';
    return (0,filters_truth/* truthOf */.D)(mask.every((flag) => flags.includes(flag) === wanted.includes(flag)));
}
function inner(element) {
    const value = isObject(element) && isObject(element.elem) ? element.elem.val : undefined;
    return value === undefined ? element : value;
}
/** An element with a condition of its own: a rate, a quota, a count of connections. */
function isLimited(element) {
    const inner = isObject(element) && isObject(element.elem) ? element.elem : undefined;
    return inner !== undefined && ['limit', 'quota', 'ct count'].some((key) => key in inner);
}
function addressSpec(value) {
    if (typeof value === 'string')
        return value;
    if (!isObject(value))
        return undefined;
    if (Array.isArray(value.range))
        return value.range.join('-');
    const prefix = value.prefix;
    return isObject(prefix) ? `${String(prefix.addr)}/${String(prefix.len)}` : undefined;
}

;// CONCATENATED MODULE: ./.build/lib/filters/nft-rule.js



/** What the statements of a rule do with a packet; each is asked only where those before it hold. */
function branchesOf(statements, packet, sets) {
    const branches = [];
    let when = 'yes';
    for (const statement of statements) {
        if (when === 'no')
            break;
        if (!isObject(statement))
            continue;
        const [[key, value] = ['', undefined]] = Object.entries(statement);
        if (key === 'match')
            when = (0,filters_truth/* allOf */.bn)([when, matches(value, packet, sets)]);
        else if (key === 'vmap') {
            const looked = lookedUp(value, packet, sets);
            branches.push(...looked.map((branch) => ({ ...branch, when: (0,filters_truth/* allOf */.bn)([when, branch.when]) })));
            when = (0,filters_truth/* allOf */.bn)([when, (0,filters_truth/* not */.AU)((0,filters_truth/* anyOf */.EB)(looked.map((branch) => branch.when)))]);
        }
        else if (conditions.includes(key) || (key === 'set' && under(statement, 'set')?.stmt !== undefined)) {
            when = (0,filters_truth/* allOf */.bn)([when, 'unknown']);
        }
        else {
            const action = nft_rule_actionOf(key, value, packet);
            if (action?.do === 'redirect')
                when = (0,filters_truth/* allOf */.bn)([when, isFound(value, packet, sets)]);
            if (action !== undefined)
                branches.push({ when, action });
        }
    }
    return branches;
}
/** Statements that end a rule where a rate, a number or a volume is exceeded, or is not; and those of iptables. */
const conditions = ['limit', 'quota', 'ct count', 'meter', 'xt'];
function lookedUp(vmap, packet, sets) {
    const lost = [{ when: 'unknown', action: { do: 'unknown' } }];
    if (!isObject(vmap))
        return lost;
    const field = fieldOf(vmap.key, packet);
    if (isAbsent(field))
        return [];
    const elements = elementsOf(vmap.data, sets);
    if (elements === undefined)
        return lost;
    const found = elements.flatMap((pair) => {
        const [element, verdict] = Array.isArray(pair) ? pair : [];
        const [[key, value] = ['', undefined]] = isObject(verdict) ? Object.entries(verdict) : [];
        const when = isElement(field, element, packet);
        return when === 'no'
            ? []
            : [{ when, action: nft_rule_actionOf(key, value, packet) ?? { do: 'none' }, any: element === '*' }];
    });
    // The one for all others is for those alone.
    const exact = found.filter(({ any }) => !any);
    return exact.some(({ when }) => when === 'yes') ? exact : found;
}
/** Whether an address or a port that is looked up in a map is found there; where it is not, the rule ends. */
function isFound(value, packet, sets) {
    const maps = isObject(value) ? [under(value.addr, 'map'), under(value.port, 'map')] : [];
    return (0,filters_truth/* allOf */.bn)(maps.map((map) => {
        if (map === undefined)
            return 'yes';
        const field = fieldOf(map.key, packet);
        const elements = elementsOf(map.data, sets);
        if (elements === undefined)
            return 'unknown';
        return (0,filters_truth/* anyOf */.EB)(elements.map((pair) => (Array.isArray(pair) ? isElement(field, pair[0], packet) : 'unknown')));
    }));
}
function nft_rule_actionOf(key, value, packet) {
    switch (key) {
        case 'accept':
            return { do: 'accept' };
        case 'drop':
        case 'reject':
            return { do: 'drop' };
        case 'return':
            return { do: 'return' };
        case 'jump':
        case 'goto':
            return { do: key, chain: isObject(value) ? String(value.target) : '' };
        case 'redirect':
        case 'dnat':
            return { do: nft_rule_leadsBack(value, packet) ? 'accept' : 'redirect' };
        case 'tproxy':
        case 'fwd':
            return { do: 'redirect' };
        case 'notrack':
            return { do: 'notrack' };
        case 'mangle':
            return { do: setsMark(value) ? 'mark' : 'none' };
        case 'queue':
        case 'synproxy':
            return { do: 'unknown' };
        case 'snat':
        case 'masquerade':
            return { do: 'accept' };
        case 'counter':
        case 'log':
        case 'comment':
        case 'continue':
        case 'set':
        case 'map':
        case 'flow':
        case 'dup':
        case 'ct helper':
        case 'ct timeout':
        case 'ct expectation':
        case 'secmark':
        case 'last':
        case 'reset':
            return undefined;
        default:
            return { do: 'unknown' };
    }
}
/** Whether a mark gets another value than that of the packet's other mark. */
function setsMark(value) {
    const isMark = (one) => [under(one, 'meta'), under(one, 'ct')].some((of) => of?.key === 'mark');
    return isObject(value) && isMark(value.key) && !isMark(value.value);
}
/** Whether a packet is redirected to the very address and port that it is for. */
function nft_rule_leadsBack(value, { addresses, port }) {
    const { addr, port: to } = isObject(value) ? value : {};
    return (addr === undefined || addresses.includes(String(addr))) && (to === undefined || to === port);
}

;// CONCATENATED MODULE: ./.build/lib/filters/nft-words.js

/** A rule of nft's JSON in nft's words, as far as they are known; comments and texts are left out. */
function nftWords(statements) {
    return statements.map(statementWords).filter(Boolean).join(' ').slice(0, 300);
}
function statementWords(statement) {
    if (!isObject(statement))
        return '…';
    const [[key, value] = ['', undefined]] = Object.entries(statement);
    switch (key) {
        case 'match': {
            const { op, left, right } = isObject(value) ? value : {};
            return [valueWords(left), op === '==' || op === 'in' ? '' : String(op), valueWords(right)]
                .filter(Boolean)
                .join(' ');
        }
        case 'vmap': {
            const { key: of, data } = isObject(value) ? value : {};
            return `${valueWords(of)} vmap ${typeof data === 'string' ? data : '{ … }'}`;
        }
        case 'jump':
        case 'goto':
            return `${key} ${isObject(value) ? String(value.target) : '…'}`;
        case 'limit':
            return `limit rate ${isObject(value) ? `${value.inv === true ? 'over ' : ''}${valueWords(value.rate)}/${valueWords(value.per)}` : '…'}`;
        case 'redirect':
        case 'dnat': {
            const to = isObject(value) ? value : {};
            const port = to.port === undefined ? '' : `:${valueWords(to.port)}`;
            return `${key}${to.addr === undefined && port === '' ? '' : ` to ${valueWords(to.addr)}${port}`}`;
        }
        case 'mangle':
            return `${isObject(value) ? valueWords(value.key) : '…'} set …`;
        case 'xt':
            return `xt ${isObject(value) ? `${valueWords(value.type)} ${valueWords(value.name)}` : '…'}`;
        case 'set':
        case 'meter':
        case 'queue':
        case 'ct count':
        case 'quota':
        case 'synproxy':
        case 'tproxy':
        case 'fwd':
            return `${key} …`;
        case 'counter':
        case 'log':
        case 'comment':
            return '';
        default:
            return key;
    }
}
/** One value, as nft would print it. */
function valueWords(value) {
    if (value === undefined)
        return '';
    if (Array.isArray(value))
        return value.map(valueWords).join(',');
    if (!isObject(value))
        return /^[\w@.:*+/-]{0,64}$/.test(String(value)) ? String(value) : '…';
    const [[kind, inner] = ['', undefined]] = Object.entries(value);
    const of = isObject(inner) ? inner : {};
    switch (kind) {
        case 'payload':
            return of.protocol === undefined
                ? `@${valueWords(of.base)},${valueWords(of.offset)},${valueWords(of.len)}`
                : `${valueWords(of.protocol)} ${valueWords(of.field)}`;
        case 'meta':
            return `meta ${valueWords(of.key)}`.replace(/^meta (iifname|oifname|iif|oif)$/, '$1');
        case 'ct':
            return ['ct', valueWords(of.dir), valueWords(of.key)].filter(Boolean).join(' ');
        case 'fib':
            return `fib ${Array.isArray(of.flags) ? of.flags.map(valueWords).join(' . ') : valueWords(of.flags)} ${valueWords(of.result)}`;
        case 'prefix':
            return `${valueWords(of.addr)}/${valueWords(of.len)}`;
        case 'range':
            return Array.isArray(inner) ? inner.map(valueWords).join('-') : '…';
        case 'concat':
            return Array.isArray(inner) ? inner.map(valueWords).join(' . ') : '…';
        case 'set': {
            const elements = Array.isArray(inner) ? inner : [];
            return `{ ${elements.slice(0, 8).map(valueWords).join(', ')}${elements.length > 8 ? ', …' : ''} }`;
        }
        case 'elem':
            return valueWords(of.val);
        case '&':
            return Array.isArray(inner) ? `${valueWords(inner[0])} & (${flat(inner[1])})` : '…';
        case '|':
            return flat(inner);
        default:
            return kind;
    }
}
function flat(value) {
    return Array.isArray(value) ? value.map(flat).join('|') : valueWords(value);
}

;// CONCATENATED MODULE: ./.build/lib/filters/nft.js



const nft_hooks = ['ingress', 'prerouting', 'input', 'output', 'postrouting', 'egress'];
const unturnable = new Set(['toString', 'valueOf']);
/** Reads what `nft -j list ruleset` printed. Throws SyntaxError for what is no JSON. */
function readNft(json, more) {
    // A member named so would keep the object from being turned into text; nft has none (libnftables-json(5)).
    const listed = JSON.parse(json, (key, value) => (unturnable.has(key) ? undefined : value));
    const objects = isObject(listed) && Array.isArray(listed.nftables) ? listed.nftables : [];
    const tables = new Map();
    for (const object of objects) {
        const { family, name } = under(object, 'table') ?? {};
        if (family === 'ip' || family === 'ip6' || family === 'inet' || family === 'netdev') {
            tables.set(`${family} ${String(name)}`, {
                tool: 'nft',
                family,
                name: String(name),
                chains: new Map(),
                sets: new Map(),
            });
        }
        addSet(object, tables, more);
        addChain(object, tables, more);
        addRule(object, tables);
    }
    return [...tables].flatMap(([key, table]) => (more.dormant.includes(key) ? [] : [table]));
}
function tableOf(tables, { family, table }) {
    return tables.get(`${String(family)} ${String(table)}`);
}
function addSet(object, tables, { terse }) {
    const set = under(object, 'set') ?? under(object, 'map');
    if (set === undefined)
        return;
    const elements = Array.isArray(set.elem) ? set.elem : terse ? undefined : [];
    tableOf(tables, set)?.sets.set(String(set.name), elements);
}
function addChain(object, tables, { devices }) {
    const chain = under(object, 'chain');
    const table = chain === undefined ? undefined : tableOf(tables, chain);
    if (chain === undefined || table === undefined)
        return;
    const name = String(chain.name);
    const hook = nft_hooks.find((one) => one === chain.hook);
    const only = devicesOf(chain.dev) ?? devices.get(`${table.family} ${table.name} ${name}`);
    const base = hook === undefined
        ? {}
        : {
            base: {
                hook,
                priority: Number(chain.prio ?? 0),
                nat: chain.type === 'nat',
                policy: chain.policy === 'drop' ? 'drop' : 'accept',
                ...(only === undefined ? {} : { devices: only }),
            },
        };
    table.chains.set(name, { name, ...base, rules: [] });
}
function devicesOf(dev) {
    if (Array.isArray(dev))
        return dev.map(String);
    return typeof dev === 'string' ? [dev] : undefined;
}
function addRule(object, tables) {
    const rule = under(object, 'rule');
    const table = rule === undefined ? undefined : tableOf(tables, rule);
    if (rule === undefined || table === undefined)
        return;
    const statements = Array.isArray(rule.expr) ? rule.expr : [];
    const words = nftWords(statements);
    table.chains.get(String(rule.chain))?.rules.push({
        number: Number(rule.handle),
        words,
        content: /(^| )@(th|nh|ll|ih),|xt match string/.test(words),
        branches: (packet) => branchesOf(statements, packet, table.sets),
    });
}

;// CONCATENATED MODULE: ./.build/lib/filters/twins.js
/**
 * Tables that iptables keeps in nf_tables are shown by both programs: by nft without what iptables' own matches look
 * for, by iptables without chains that it did not make. Of each chain one of the two is left to be entered.
 */
function withoutTwins(ofIptables, ofNft) {
    const twin = (table, others) => others.find(({ family, name }) => family === table.family && name === table.name);
    return [
        ...ofIptables.map((table) => {
            const nft = twin(table, ofNft);
            // Chains that it shows but that are not there yet let everything through.
            return nft === undefined
                ? table
                : entered(table, (chain) => isShownBy(nft, chain) || !nft.chains.has(chain.name));
        }),
        ...ofNft.map((table) => {
            const iptables = twin(table, ofIptables);
            return iptables === undefined ? table : entered(table, (chain) => !isShownBy(iptables, chain));
        }),
    ];
}
function isShownBy(other, { name, base, rules }) {
    const same = other.chains.get(name);
    return same?.base?.policy === base?.policy && same?.base?.hook === base?.hook && same?.rules.length === rules.length;
}
/** The table with only those chains of its own accord entered that `keeps` names. */
function entered(table, keeps) {
    const chains = [...table.chains].map(([name, chain]) => [
        name,
        keeps(chain) ? chain : { name, rules: chain.rules },
    ]);
    return { ...table, chains: new Map(chains) };
}

// EXTERNAL MODULE: ./.build/lib/shell/packed.js
var shell_packed = __webpack_require__(27431);
// EXTERNAL MODULE: ./.build/lib/survey/probe-lines.js
var probe_lines = __webpack_require__(27113);
;// CONCATENATED MODULE: ./.build/lib/survey/packet-filter.js






/** Bytes of one listing at most. More is not sent: what it would say is told as unclear. */
const limit = 1024 * 1024;
// Asked of the programs that list rules, whichever program wrote them. iptables has two sets of rules: that of nf_tables,
// and the legacy one, which is only asked where it has tables, since the question alone would load its modules.
const script = `
quickly() { timeout -s KILL 5 "$@" 2>/dev/null; }
# Fails where the program does, and where its answer is too long.
listed() { quickly "$@" | head -c ${limit + 1}; return "\${PIPESTATUS[0]}"; }
${shell_packed/* packFunctions */.po}
packed() { local text; text=$(listed "$@") && [ "\${#text}" -le ${limit} ] && printf '%s' "$text" | pack; }
device=$(ip -o route show default | sed -n 's/.* dev \\([^ ]*\\).*/\\1/p' | head -n 1)
echo "device $device"
[ -z "$device" ] || echo "addresses $(ip -o addr show dev "$device" scope global | awk '{sub(/\\/.*/, "", $4); print $4}' | tr '\\n' ' ')"
pid=$$
for _ in 1 2 3 4 5 6 7 8 9 10; do
  # A script as root keeps the one, sudo takes both from it.
  from=
  while IFS= read -r -d '' variable; do
    case $variable in SSH_CLIENT=*' '*|SSH_CONNECTION=*' '*) from=\${variable#*=}; from=\${from%% *}; break ;; esac
  done <"/proc/$pid/environ"
  [ -z "$from" ] || { echo "runner $from"; break; }
  while read -r field value; do [ "$field" != PPid: ] || { pid=$value; break; }; done <"/proc/$pid/status"
  [ "\${pid:-0}" -gt 1 ] || break
done
has() { command -v "$1" >/dev/null; }
list_iptables() {
  name=$1 family=$2 names=$3 usual=legacy modern= old=
  case $("$name" -V) in *nf_tables*) usual=nft ;; esac
  if has "$name-nft-save"; then modern=$name-nft-save; elif [ $usual = nft ] && has "$name-save"; then modern=$name-save; fi
  if has "$name-legacy-save"; then old=$name-legacy-save; elif [ $usual = legacy ] && has "$name-save"; then old=$name-save; fi
  if [ -n "$modern" ]; then
    tool=$name; [ $usual = nft ] || tool=$name-nft
    echo "nf-tables $tool $family $(packed "$modern")"
  fi
  if grep -q . "$names"; then
    tool=$name; [ $usual = legacy ] || tool=$name-legacy
    if [ -n "$old" ]; then echo "legacy $tool $family $(packed "$old")"; else echo "unread $name-legacy"; fi
  elif [ -n "$old" ] && [ $usual = legacy ]; then echo "read $name"; fi
}
list_iptables iptables ip /proc/net/ip_tables_names
list_iptables ip6tables ip6 /proc/net/ip6_tables_names
if has nft; then
  if ! tables=$(quickly nft list tables); then echo "unread nft"
  elif [ -z "$tables" ]; then echo "read nft"
  else
    printf '%s\\n' "$tables" | sed 's/^/has-/'
    if json=$(listed nft -j list ruleset) && [ "\${#json}" -le ${limit} ]; then echo "nft $(printf '%s' "$json" | pack)"
    elif [ "\${#json}" -gt ${limit} ] && json=$(listed nft -j -t list ruleset) && [ "\${#json}" -le ${limit} ]; then
      echo "nft-terse $(printf '%s' "$json" | pack)"
    else echo nft; fi
    # What the JSON of some versions lacks: tables that are switched off, and devices.
    if printf '%s' "$json" | grep -Eq '"table": \\{[^}]*"flags"|"hook": "(in|e)gress"'; then
      quickly nft list ruleset | head -c ${4 * limit} | awk '
        /^table / {table = $2 " " $3}
        /^\\tchain / {chain = $2}
        /^\\tflags / && /dormant/ {print "dormant " table}
        /hook (ingress|egress) devices? / {
          sub(/.*hook (ingress|egress) devices? *=? */, ""); sub(/ *priority .*/, ""); gsub(/[{}",]/, " ")
          print "devices " table " " chain " " $0
        }'
    fi
  fi
elif [ ! -e /proc/modules ] || grep -q '^nf_tables ' /proc/modules || grep -q '/nf_tables\\.ko' "/lib/modules/$(uname -r)/modules.builtin"; then echo "absent nft"; fi
if has ipset; then
  # Of a large set the beginning: whether somebody is in it stays open then.
  echo "ipset $(quickly ipset save | awk '$1 == "add" && ++seen[$2] > 2000 {if (seen[$2] == 2001) print "cut " $2; next} {print}' | head -c ${limit} | pack)"
fi
exit 0`;
/** Asks for the rules of all packet filters. */
const packetFilterProbe = { script, read: readPacketFilters };
/** Reads the probe's lines. */
function readPacketFilters(output) {
    const lines = (0,probe_lines/* readLines */.S)(output);
    const { fields: of, has } = lines;
    const sets = readIpSets(of('ipset')
        .map(([packed]) => listing(packed) ?? '')
        .join('\n'));
    const read = new Set(of('read').flat());
    const unread = new Set(of('unread').flat());
    const iptables = (word) => of(word).flatMap(([tool = '', family, packed]) => {
        const text = listing(packed);
        (text === undefined || (isPartial(text) && !has('nft')) ? unread : read).add(tool);
        return text === undefined ? [] : readIptables(text, tool, family === 'ip6' ? 'ip6' : 'ip', sets);
    });
    const modern = iptables('nf-tables');
    const legacy = iptables('legacy');
    const native = readNative(lines);
    // Of a program without JSON nothing is missed where iptables wrote all that there is.
    const missed = native === undefined && !of('has-table').every(([family, name]) => isAmong(modern, family, name));
    (missed ? unread : read).add('nft');
    const absent = of('absent').flat();
    return {
        device: of('device')[0]?.[0] ?? '',
        addresses: of('addresses').flat(),
        runner: outsideOnly(of('runner')[0]?.[0] ?? ''),
        tables: [...withoutTwins(modern, native ?? []), ...legacy],
        read: [...read].filter((program) => !unread.has(program) && !absent.includes(program)),
        unread: [...unread],
        absent,
    };
}
/** The tables that nft listed; undefined: it did not, or in no JSON. */
function readNative({ fields: of }) {
    const [whole] = of('nft');
    const [terse] = of('nft-terse');
    const json = listing((whole ?? terse)?.[0]);
    if (json === undefined || json.trim() === '')
        return undefined;
    const devices = of('devices').map(([family, table, chain, ...names]) => [`${family} ${table} ${chain}`, names.filter(Boolean)]);
    try {
        return readNft(json, {
            dormant: of('dormant').map((words) => words.join(' ')),
            devices: new Map(devices),
            terse: whole === undefined,
        });
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
/** Whether iptables says that it leaves something to nft. */
function isPartial(text) {
    return /^# Table .* incompatible/m.test(text);
}
function isAmong(tables, family, name) {
    return tables.some((table) => table.family === family && table.name === name);
}
/** A listing as it was; undefined: it was cut short, or none came. */
function listing(packed = '') {
    try {
        const bytes = (0,shell_packed/* unpacked */.KZ)(packed, { maxOutputLength: 2 * limit });
        return bytes.length > limit ? undefined : bytes.toString('utf8');
    }
    catch {
        return undefined;
    }
}
/** One that comes from the server itself came through a tunnel. */
function outsideOnly(address) {
    return /^127\.|^::1$/.test(address) ? '' : address.replace(/^::ffff:/, '');
}


/***/ }),

/***/ 68447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ mostFiles),
  g: () => (/* binding */ writtenFilesScript)
});

// EXTERNAL MODULE: ./.build/lib/fragments/layer-script.js + 1 modules
var layer_script = __webpack_require__(94057);
// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/survey/container-list.js
var container_list = __webpack_require__(25771);
;// CONCATENATED MODULE: ./.build/lib/survey/stopped-layer-script.js
/**
 * Bash functions for a container that has ended and whose layer is no folder that could be read: Docker copies out of it,
 * and the names, times and sizes are those of the copies. Nothing is written down. They follow `open_layer`; `files` prints
 * what is worth keeping, and `until` is when they end.
 * - `layer_folders`: folders in which anything was changed.
 * - `copied_names ID FOLDER`: names of the files in a folder; false where it cannot tell. Where something is mounted below,
 *   Docker would copy that, too.
 * - `stopped_copies ID`: pairs of records `FOLDER` and what `tar -tv` says of a copy that was made from there.
 */
const stoppedFunctions = `
layer_folders() { layer_changes | sed -z 's,^. ,,;s,/[^/]*$,,' | LC_ALL=C sort -zu; }
copied_names() { (
  set -o pipefail
  for mount in \${mounts[@]+"\${mounts[@]}"}; do case $mount/ in "$2"/*) exit 1 ;; esac; done
  timeout 60 docker cp "$1:$2/." - 2>/dev/null | tar -t --quoting-style=literal 2>/dev/null | sed -n 's,^[.]/,,;/[^/]$/p'
) }
# Whole folders where the image has none, or there are many files, since each copy costs a call of Docker; else single files.
stopped_copies() {
  local path
  { [ "$pid" -eq 0 ] && [ ! -d "$upper" ]; } || return 0
  while IFS= read -r path; do
    [ "$SECONDS" -lt "$until" ] || return 0
    path=\${path//$'\\001'/$'\\n'}
    printf '%s\\0' "\${path%/*}"
    timeout 60 docker cp "$1:$path" - 2>/dev/null | TZ=UTC0 LC_ALL=C tar -tv --full-time --numeric-owner --quoting-style=escape 2>/dev/null
    printf '\\0'
  done < <(LC_ALL=C awk '
    function parent(path) { sub("/[^/]*$", "", path); return path }
    function is_mount(path,  at) { for (at = 0; at < mounts; at++) if (index(mount[at] "/", path "/") == 1) return 1; return 0 }
    function is_mounted(path,  at) { for (at = 0; at < mounts; at++) if (index(path, mount[at] "/") == 1) return 1; return 0 }
    function root(folder,  at, top) {
      if (folder in root_of) return root_of[folder]
      for (at = folder; at != ""; at = parent(at)) if (kind[at] == "A" && !is_mount(at)) top = at
      return root_of[folder] = top
    }
    list == 1 { if ($0 != "") mount[mounts++] = $0; next }
    list == 2 { folder[$0] = 1; next }
    { path = substr($0, 3) }
    list == 3 { kind[path] = substr($0, 1, 1); next }
    !/^D/ && !(path in folder) && !is_mount(path) && !is_mounted(path) {
      top = root(parent(path))
      if (top == "") { single[++singles] = path; beside[parent(path)]++ }
      else if (!(top in told)) { print top; told[top] = 1 }
    }
    END {
      for (at = 1; at <= singles; at++) {
        top = parent(single[at])
        if (top == "" || beside[top] < 20 || is_mount(top)) print single[at]
        else if (!(top in told)) { print top; told[top] = 1 }
      }
    }' list=1 <(printf '%s\\0' \${mounts[@]+"\${mounts[@]}"} | lines) list=2 <(layer_folders | lines) list=3 <(layer_changes | lines) list=4 <(files | lines))
}`;

;// CONCATENATED MODULE: ./.build/lib/survey/written-files-script.js





/** Files of a container that are told of, beside those that nobody misses; one more says that there are more. */
const mostFiles = 200_000;
/** Script of sed that makes a path of the container one of the server: at its place in a mount, else at the mount's top. */
function toPlaceOn({ host, container }) {
    const to = `${host.replace(/[\\&,]/g, '\\$&')}/`;
    return `s,^. ${container.replace(/[\\.*^$[\],]/g, '\\$&')}/,${to},;t;s,^.*/,${to},`;
}
/**
 * Bash that prints ids of the application's containers: the one of its name, those that releases recorded, those kept
 * for their files.
 */
const ownContainers = ({ app, image }) => `{
    containers | awk -F '\\t' -v name=${(0,quote/* quote */.h)(image)} 'tolower($2) == name {print $1}'
    find ${(0,quote/* quote */.h)((0,application_paths/* applicationDirectory */.gZ)(app))}/releases/*/container ${(0,quote/* quote */.h)((0,application_paths/* keptFile */.hr)(app))} -maxdepth 0 -type f -exec awk 1 {} + 2>/dev/null |
      grep -xF "$(containers | cut -f 1 | grep . || echo -)"
  } | awk '!seen[$0]++'`;
/**
 * Bash that prints what the application's containers, or the one with the id `other`, hold in their own layers:
 * `container ID NAME PID STARTED MOUNTS VOLUMES FILES FOLDERS TIMES COPIES IMAGE-FOLDERS HOST-TIMES OPEN`, the last
 * nine gzipped in base64, records ended by NUL, or `-` where there are none. `FILES` leaves out what nobody misses;
 * `FOLDERS` are those in which there is anything. `COPIES` is of a container that has ended and whose layer is no folder.
 * `HOST-TIMES` is of files at the same places below `volumes`, or of the same name at their top.
 */
const writtenFilesScript = (application, volumes, other) => `
${container_list/* containers */.l8}
${layer_script/* layerFunctions */.z}
${stoppedFunctions}
until=$((SECONDS + 120))
files() { unpack "$files"; }
host_times() {
  {
    :
    ${volumes.map((volume) => `files | sed -z ${(0,quote/* quote */.h)(toPlaceOn(volume))}`).join('\n    ')}
  } | xargs -0 -r stat --printf '%f %.9Z %Y %s %n\\0' -- 2>/dev/null
}
in_lower() {
  local layer
  while IFS= read -r -d : layer; do
    [ -z "$(find "$layer$1" -xdev ! -type d -print -quit 2>/dev/null | head -c 1)" ] || return 0
  done < <(printf '%s:' "$lower")
  return 1
}
# Names of files in a folder of the container that were not added there; '/' after a list that is whole.
names_in() {
  if [ "$pid" -gt 0 ]; then ( cd "/proc/$pid/root$2" && find . -xdev ! -type d -printf '%P\\0' ) | lines; else copied_names "$1" "$2"; fi && echo /
}
has_others() {
  ! parent=$2 LC_ALL=C awk 'BEGIN { above = "A " ENVIRON["parent"] "/" }
    list == 1 { if (index($0, above) == 1) added[substr($0, length(above) + 1)] = 1; next }
    $0 == "/" { whole = 1; next }
    !($0 in added) { other = 1; exit }
    END { exit other || !whole }' list=1 <(layer_changes | lines) list=2 <(set -o pipefail; names_in "$1" "$2")
}
# Folders of the image in which something was added, and which hold files of the image's own.
image_folders() {
  local parent at asked=0
  for ((at = 0; at < \${#volumes[@]}; at += 3)); do
    [ "$lower" = - ] || ! in_lower "\${volumes[at]}" || printf '%s\\0' "\${volumes[at]}"
  done
  while IFS= read -r parent; do
    parent=\${parent//$'\\001'/$'\\n'}
    asked=$((asked + 1))
    if [ "$asked" -le 50 ] && [ "$SECONDS" -lt "$until" ]; then
      if [ "$lower" != - ]; then in_lower "$parent" || continue
      else has_others "$1" "$parent" || continue
      fi
    fi
    printf '%s\\0' "$parent"
  done < <(LC_ALL=C awk '{ path = substr($0, 3); kind = substr($0, 1, 1) }
    list == 1 { if (kind == "C") changed[path] = 1; next }
    kind == "A" { sub("/[^/]*$", "", path); if (path != "" && path in changed) { print path; delete changed[path] } }' list=1 <(layer_changes | lines) list=2 <(files | lines))
}
# First a mark that its processes are known.
open_files() {
  local processes
  [ "$pid" -gt 0 ] && processes=$(docker top "$1" -eo pid | tail -n +2 | grep .) || return 0
  printf 'known\\0'
  for process in $processes; do find "/proc/$process/fd" -type l -perm -200 -lname '/*' -printf '%l\\0' 2>/dev/null; done
}
# False where all that is worth keeping are mounts, and folders above them: of such nothing more is asked.
holds_more() {
  local entry mount
  while IFS= read -r -d '' entry; do
    for mount in \${mounts[@]+"\${mounts[@]}"}; do case $mount/ in "\${entry#* }"/*) continue 2 ;; esac; done
    return 0
  done < <(files)
  return 1
}
${other === undefined ? `[ -n "\${container_list+listed}" ] || container_list=$(containers)\nasked=$(${ownContainers(application)})` : `asked=${(0,quote/* quote */.h)(other)}`}
for id in $asked; do
  name=
  if [ "$SECONDS" -lt "$until" ] && open_layer "$id" &&
    files=$(set -o pipefail; layer_changes | worth_keeping | sed -z -n '1,${mostFiles + 1}p' | pack); then
    of_mounts=- of_volumes=- of_files='- - - - - -'
    [ "\${#mounts[@]}" -eq 0 ] || of_mounts=$(printf '%s\\0' \${mounts[@]+"\${mounts[@]}"} | pack)
    [ "\${#volumes[@]}" -eq 0 ] || of_volumes=$(printf '%s\\0' \${volumes[@]+"\${volumes[@]}"} | pack)
    if holds_more; then
      of_files="$(layer_folders | pack) $(files | layer_times | pack) $(stopped_copies "$id" 2>/dev/null | pack) $(image_folders "$id" 2>/dev/null | pack) $(host_times | pack) $(open_files "$id" | pack)"
    fi
    echo "container $id \${name#/} $pid $started $of_mounts $of_volumes $files $of_files"
  else
    echo "unseen $id \${name#/}"
  fi
done
for marker in ${(0,quote/* quote */.h)((0,application_paths/* carriedDirectory */.kx)(application.app))}/*/.copying; do [ -e "$marker" ] && echo "copying $(basename "$(dirname "$marker")")"; done
[ -n "$(strangers ${(0,quote/* quote */.h)((0,application_paths/* keptFile */.hr)(application.app))})" ] || find ${(0,quote/* quote */.h)((0,application_paths/* keptFile */.hr)(application.app))} -maxdepth 0 -type f -exec awk 1 {} + | sed -n 's/^[0-9a-f][0-9a-f]*$/kept &/p'
for baseline in ${(0,quote/* quote */.h)((0,application_paths/* applicationDirectory */.gZ)(application.app))}/releases/*/baseline; do
  [ -f "$baseline" ] || continue
  IFS= read -r -d '' id <"$baseline" || true
  case " "$asked" " in *"$id"*) echo "baseline $id $(stat -c %Y "$baseline") $(pack <"$baseline")" ;; esac
done
true`;


/***/ }),

/***/ 22726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uK: () => (/* binding */ unseenFiles),
  $Q: () => (/* binding */ writtenFilesProbe)
});

// UNUSED EXPORTS: readWrittenFiles

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/shell/packed.js
var packed = __webpack_require__(27431);
;// CONCATENATED MODULE: ./.build/lib/survey/container-layer.js


/** A lock or a process id is no longer than this; a contract may be called `.lock`, too. */
const lockBytes = 4096;
/** A container's own files and folders; below a mount nothing counts. */
function layerOf({ changes, folders, found, mounts, anonymous }) {
    const inAnonymous = (path) => [...anonymous.keys()].some((place) => path.startsWith(`${place}/`));
    const inMount = (path) => mounts.some((mount) => path === mount || path.startsWith(`${mount}/`));
    const entries = changes
        .map((entry) => ({ kind: entry.slice(0, 1), path: entry.slice(2) }))
        .filter(({ path }) => inAnonymous(path) || !inMount(path));
    const parents = new Set(folders);
    const isFolder = (path) => found.get(path)?.type === 'folder' || parents.has(path) || mounts.some((mount) => mount.startsWith(`${path}/`));
    return {
        files: entries
            .filter(({ kind, path }) => kind !== 'D' && !isFolder(path))
            .map(({ path }) => ({ path, known: found.get(path) }))
            // What is empty holds nothing; a link holds nothing of its own.
            .filter(({ path, known }) => known === undefined || (known.type === 'file' && holdsSomething(path, known.times)))
            .map(({ path, known }) => ({ path, times: known?.times })),
        addedFolders: new Set(entries.filter(({ kind, path }) => kind === 'A' && isFolder(path)).map(({ path }) => path)),
        robbedFolders: entries.filter(({ kind }) => kind === 'D').map(({ path }) => external_node_path_.posix.dirname(path)),
    };
}
function holdsSomething(path, { bytes }) {
    return bytes > (/[.](?:lock|lck|pid)$/.test(path) ? lockBytes : 0);
}
/** Plain files among what was found, by their path. */
function filesOf(found) {
    return new Map([...found].filter(([, { type }]) => type === 'file').map(([path, { times }]) => [path, times]));
}
/** Reads records `MODE CTIME MTIME SIZE PATH`, the mode in hex. */
function readTimes(records) {
    const types = { 32768: 'file', 16384: 'folder' };
    return new Map(records.map((record) => {
        const [, mode = '0', changed, modified = '0', bytes = '0', path = ''] = /^(\w+) (\S+) (\d+) (\d+) [.]?(.*)$/s.exec(record) ?? [];
        const type = types[Number.parseInt(mode, 16) & 0xf000] ?? 'other';
        return [path, { type, times: { changed, modified: Number(modified), bytes: Number(bytes) } }];
    }));
}
/** Reads pairs of a folder and what `tar -tv --full-time --quoting-style=escape` listed of a copy from there, in UTC. */
function readCopies(records) {
    const found = new Map();
    for (let at = 0; at + 1 < records.length; at += 2) {
        const pathOf = (name) => `${records[at]}/${unescaped(name).replace(/\/$/, '')}`;
        for (const line of (records[at + 1] ?? '').split('\n')) {
            const [, kind = '', bytes, date, time, names = ''] = /^(.)\S+ \S+ +(\d+) (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)\S* (.*)$/.exec(line) ?? [];
            const [name = '', target = ''] = names.split({ h: ' link to ', l: ' -> ' }[kind] ?? '\n');
            const times = { changed: undefined, modified: Date.parse(`${date}T${time}Z`) / 1000, bytes: Number(bytes) };
            const types = { '-': 'file', d: 'folder', l: 'other' };
            // `h`: a second name of a file that came before.
            const one = kind === 'h' ? found.get(pathOf(target)) : { type: types[kind] ?? 'other', times };
            if (name !== '' && one !== undefined)
                found.set(pathOf(name), one);
        }
    }
    return found;
}
const escapes = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
/** A name as it is: tar writes what is not printable, and each byte beyond ASCII, in octal. */
function unescaped(name) {
    const bytes = name.replace(/\\([0-7]{3}|.)/g, (_, code) => code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code));
    return Buffer.from(bytes, 'latin1').toString('utf8');
}
/** Records of a packed list; `-` has none. */
function recordsOf(list = '-') {
    if (list === '-')
        return [];
    return (0,packed/* unpacked */.KZ)(list).toString('utf8').split('\0').slice(0, -1);
}

// EXTERNAL MODULE: ./.build/lib/survey/probe-lines.js
var probe_lines = __webpack_require__(27113);
// EXTERNAL MODULE: ./.build/lib/survey/written-files-script.js + 1 modules
var written_files_script = __webpack_require__(68447);
;// CONCATENATED MODULE: ./.build/lib/survey/written-files.js




/**
 * Asks what the application's containers hold, or the one with the id `other`, which bears neither its name nor is one of
 * its releases; `volumes` are those wanted.
 */
function writtenFilesProbe(application, volumes, other) {
    return {
        script: (0,written_files_script/* writtenFilesScript */.g)(application, volumes, other),
        read: (output) => readWrittenFiles(output, volumes),
    };
}
/** Reads the probe's lines: one a container, its lists packed, and one a baseline. */
function readWrittenFiles(output, volumes = []) {
    const { fields: of } = (0,probe_lines/* readLines */.S)(output);
    const baselines = new Map(of('baseline').map(([id = '', at, list]) => [id, { at: Number(at), list }]));
    const kept = new Set(of('kept').map(([id = '']) => id));
    const unseen = of('unseen').map(([id = '', name = '']) => ({ ...unseenFiles(id, name), kept: kept.has(id) }));
    const seen = of('container').map((line) => {
        const [id = '', name = '', pid, started = '', ...lists] = line;
        const list = (at) => recordsOf(lists[at]);
        const mounts = list(0).filter(Boolean);
        const anonymous = anonymousOf(list(1));
        const files = list(2);
        const layer = layerOf({
            changes: files.slice(0, written_files_script/* mostFiles */.p),
            folders: list(3),
            found: new Map([...readCopies(list(5)), ...readTimes(list(4))]),
            mounts,
            anonymous,
        });
        const onServer = filesOf(readTimes(list(7)));
        const open = list(8);
        const baseline = baselines.get(id);
        const startedAt = Date.parse(started) / 1000;
        return {
            container: id,
            name,
            seen: true,
            running: pid !== '0',
            restarted: baseline !== undefined && startedAt > baseline.at ? startedAt : undefined,
            mounts,
            anonymous,
            files: layer.files.map((file) => ({ ...file, copied: isCopied(file, onServer, volumes) })),
            cut: files.length > written_files_script/* mostFiles */.p,
            addedFolders: layer.addedFolders,
            imageFolders: new Set([...list(6), ...layer.robbedFolders]),
            open: open.length === 0 ? undefined : new Set(open.slice(1)),
            kept: kept.has(id),
            baseline: baseline === undefined ? undefined : filesOf(readTimes(recordsOf(baseline.list).slice(1))),
        };
    });
    return { containers: [...seen, ...unseen], copies: of('copying').map(([id = '']) => id) };
}
/** A container of which Docker does not tell what it holds, or which was not there to be asked. */
function unseenFiles(container, name) {
    const none = new Set();
    return {
        container,
        name,
        seen: false,
        running: true,
        restarted: undefined,
        mounts: [],
        anonymous: new Map(),
        files: [],
        cut: false,
        addedFolders: none,
        imageFolders: none,
        open: undefined,
        kept: false,
        baseline: undefined,
    };
}
/** Volumes by the path of their mount, of records PATH, FOLDER, NAME. */
function anonymousOf(records) {
    const volumes = new Map();
    for (let at = 0; at + 2 < records.length; at += 3)
        volumes.set(records[at] ?? '', records[at + 2] ?? '');
    return volumes;
}
function isCopied({ path, times }, onServer, volumes) {
    const over = volumes.find(({ container }) => path.startsWith(`${container}/`));
    const places = over === undefined
        ? volumes.map(({ host }) => `${host}/${external_node_path_.posix.basename(path)}`)
        : [`${over.host}${path.slice(over.container.length)}`];
    return places.some((place) => {
        const copy = onServer.get(place);
        return times !== undefined && copy?.bytes === times.bytes && copy.modified === times.modified;
    });
}


/***/ }),

/***/ 14573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   T3: () => (/* binding */ readRecords),
/* harmony export */   aE: () => (/* binding */ readRecord)
/* harmony export */ });
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47371);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10836);
/* harmony import */ var _record_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26671);



/** As many as DNSPod gives at once. */
const pageSize = 3000;
/** What the API says of a record that is not there (any more). */
const gone = ['InvalidParameter.RecordIdInvalid', 'ResourceNotFound.NoDataOfRecord'];
/** Whether the API says of a record that it is not there (any more). */
function isGone(error) {
    return (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .hasApiCode */ .ii)(error, ...gone);
}
/**
 * The records that a host name has, or all of the zone where none is named, of all types and lines. One that was made less than 30 seconds ago may be missing:
 * DNSPod's list lags behind. Throws `ApiFailure`.
 */
async function readRecords(tencent, { id, name, host }) {
    const of = host === undefined ? {} : { SubDomain: host };
    const request = { Domain: name, DomainId: id, ...of, ErrorOnEmpty: 'no' };
    const found = await (0,_pages_js__WEBPACK_IMPORTED_MODULE_1__/* .allPages */ .S)(tencent, 'dnspod:DescribeRecordList', request, {
        size: pageSize,
        page: ({ RecordList: items, RecordCountInfo: count }) => ({ items, total: count?.TotalCount }),
    }).catch((error) => {
        // Not every place of the API heeds `ErrorOnEmpty`.
        if ((0,_api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .hasApiCode */ .ii)(error, 'ResourceNotFound.NoDataOfRecord'))
            return [];
        throw error;
    });
    return found.flatMap((record) => recordOf(record));
}
function recordOf({ RecordId, Type, Value, Line, LineId, TTL, Status, Remark }) {
    if (RecordId === undefined)
        return [];
    const type = (Type ?? '').toUpperCase();
    return [
        {
            id: RecordId,
            type,
            value: (0,_record_value_js__WEBPACK_IMPORTED_MODULE_2__/* .plainValue */ ._)(type, Value ?? ''),
            line: Line ?? '',
            lineId: LineId ?? '',
            ttl: TTL ?? 0,
            enabled: (Status ?? 'ENABLE').toUpperCase() !== 'DISABLE',
            remark: Remark ?? '',
        },
    ];
}
/**
 * One record by its id, which lists may not show yet; undefined: it is not there, or cannot be found yet. Throws
 * `ApiFailure`.
 */
async function readRecord(tencent, { id, name }, record) {
    const request = { Domain: name, DomainId: id, RecordId: record };
    const answer = await tencent.call('dnspod:DescribeRecord', request).catch((error) => {
        if (isGone(error))
            return undefined;
        throw error;
    });
    const found = answer?.RecordInfo;
    if (found === undefined)
        return undefined;
    const { RecordType: type = '', Value: value = '', Enabled: enabled = 1, Remark: remark } = found;
    return { type, value: (0,_record_value_js__WEBPACK_IMPORTED_MODULE_2__/* .plainValue */ ._)(type, value), enabled: enabled === 1, remark: remark ?? '' };
}


/***/ }),

/***/ 12673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readZone),
/* harmony export */   t: () => (/* binding */ findZones)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
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


/***/ }),

/***/ 26671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ plainValue)
/* harmony export */ });
/**
 * The value of a record as it is compared: a name without the dot that ends it, which the API writes and people do not; a
 * text without the quotes that it may come in, its chunks joined.
 */
function plainValue(type, value) {
    if (type !== 'TXT')
        return value.replace(/\.$/, '');
    const form = /"((?:[^"\\]|\\.)*)"/g;
    if (!/^(?:"(?:[^"\\]|\\.)*"\s*)+$/.test(value))
        return value;
    return [...value.matchAll(form)].map(([, chunk = '']) => chunk.replaceAll(/\\(.)/g, '$1')).join('');
}


/***/ }),

/***/ 49690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NP: () => (/* binding */ isOwn),
/* harmony export */   PJ: () => (/* binding */ renderRemark),
/* harmony export */   RC: () => (/* binding */ readRemark)
/* harmony export */ });
const maker = 'deploy-miniprogram-backend';
/** How long Tencent lets a remark be is in no document: kept short. */
const most = 120;
/** The remark in ASCII, one word for each of its parts, at most 120 characters unless application and value are longer. */
function renderRemark({ app, value, run }) {
    const [name, what, who] = [app, value, run].map((part) => part.replaceAll(/[^\x21-\x7e]+/g, '-'));
    const known = `${maker} ${name} ${what}`;
    return `${known} ${who}`.slice(0, Math.max(most, known.length));
}
/** What a remark of ours says; undefined: it has not our form. */
function readRemark(remark) {
    const [by, app, value, run = '', ...more] = remark.trim().split(/\s+/);
    if (by !== maker || app === undefined || value === undefined || more.length > 0)
        return undefined;
    return { app, value, run };
}
/**
 * Whether a record is the application's own: its remark says so, and still names the value that the record has. Who
 * changed the value by hand, and left the remark, made it theirs (rule *Ours*).
 */
function isOwn({ remark, value }, app) {
    const said = readRemark(remark);
    return said !== undefined && said.app === app && said.value === value;
}


/***/ })

};
