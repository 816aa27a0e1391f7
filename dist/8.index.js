export const id = 8;
export const ids = [8];
export const modules = {

/***/ 60523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* reexport safe */ _messages_cancelled_js__WEBPACK_IMPORTED_MODULE_0__.A),
/* harmony export */   M: () => (/* reexport safe */ _messages_cancelled_js__WEBPACK_IMPORTED_MODULE_0__.M)
/* harmony export */ });
/* harmony import */ var _messages_cancelled_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77684);



/***/ }),

/***/ 36008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  giveBackNoted: () => (/* binding */ giveBackNoted),
  I: () => (/* binding */ giveBackOrphans),
  p: () => (/* binding */ withLease)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
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

/***/ 77684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   M: () => (/* binding */ unlessCancelled)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** Why a run is not to go on: the failure that is the signal's reason, `CANCELLED` where it has none. */
function reasonOf(cancelled) {
    return cancelled.reason instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR ? cancelled.reason : (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('CANCELLED', {});
}
/**
 * What `work` comes to, or the signal's reason as soon as it is aborted. The work itself is not stopped: what it does
 * elsewhere is for the caller to take back.
 */
async function unlessCancelled(work, cancelled) {
    if (cancelled.aborted)
        throw reasonOf(cancelled);
    const { promise, reject } = Promise.withResolvers();
    const refuse = () => reject(reasonOf(cancelled));
    cancelled.addEventListener('abort', refuse, { once: true });
    try {
        const working = work();
        // Nobody waits for it any more once the run is cancelled, and then its failure is no news.
        working.catch(() => { });
        return await Promise.race([working, promise]);
    }
    finally {
        cancelled.removeEventListener('abort', refuse);
    }
}


/***/ })

};
