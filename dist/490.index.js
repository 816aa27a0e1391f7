export const id = 490;
export const ids = [490];
export const modules = {

/***/ 78490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deploy: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9678);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
/* harmony import */ var _server_enough_shells_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63756);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55930);
/* harmony import */ var _carry_out_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51251);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24446);
/* harmony import */ var _issue_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58306);
/* harmony import */ var _last_looks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(83947);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(12172);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(88404);
/* harmony import */ var _reach_server_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(29060);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(51936);
/* harmony import */ var _telling_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(76104);













/** Takes the jar to a verified `https://domain:port`. Throws `Failure` or `Failures`; what was reached is in `record`. */
async function deploy(settings, run, record) {
    await (0,_reach_server_js__WEBPACK_IMPORTED_MODULE_10__/* .reachServer */ .V)(settings, run, record, deployOver);
}
async function deployOver(start) {
    const { session, settings, run, record } = start;
    await (0,_telling_js__WEBPACK_IMPORTED_MODULE_12__/* .tellingWhatIsLeft */ .fZ)(run, record, async () => (0,_last_looks_js__WEBPACK_IMPORTED_MODULE_7__/* .lastLooks */ .h)(await bringAbout(start), session, settings, run, record));
}
/**
 * Everything that changes the server, and the account that it is in. The application's lock is not held while an authority
 * is awaited: what the server is like is looked at again afterwards.
 */
async function bringAbout(start) {
    const { session, settings, prepared, run, record } = start;
    const brought = (issued) => (0,_lock_js__WEBPACK_IMPORTED_MODULE_8__/* .underLock */ .y)(start, prepared.project.app, {
        look: (opening, held) => (0,_server_enough_shells_js__WEBPACK_IMPORTED_MODULE_2__/* .withEnoughShells */ .m)(session, () => (0,_prepare_js__WEBPACK_IMPORTED_MODULE_9__/* .look */ .Op)(session, settings, prepared, held, record, opening)),
        isHalfDone: ({ releases }) => releases.halfDone,
        work: (lock, surveyed) => bringUnderLock(start, lock, surveyed, issued),
    }, settings.lockTimeoutSeconds);
    const first = await brought(undefined);
    if (first.kind === 'brought')
        return first;
    const issued = await issueOrKeep(first, session, run, record);
    // Let go for the authority's sake: whoever has taken it meanwhile, or waits for it, comes first.
    const second = await brought(issued);
    if (second.kind === 'brought')
        return second;
    throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('INTERNAL', { detail: 'a certificate is needed twice' });
}
/**
 * `found`: the server, as it was when the lock was taken. `issued`: the steps that a certificate took; undefined: none was
 * asked for yet, and where one is needed it is said.
 */
async function bringUnderLock(start, lock, found, issued) {
    const { session, access, tencent, settings, prepared, run, record } = start;
    const again = () => (0,_prepare_js__WEBPACK_IMPORTED_MODULE_9__/* .look */ .Op)(session, settings, prepared, run, record);
    let surveyed = found;
    const mends = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_9__/* .mending */ .ph)(surveyed, settings, prepared);
    if (mends.length > 0) {
        await (0,_telling_js__WEBPACK_IMPORTED_MODULE_12__/* .tellPlan */ .fb)((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .makePlan */ .Cs)(mends), run);
        await (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_4__/* .apply */ .Bb)(mends, session, (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_4__/* .whileHeld */ .tE)({ lock, run }), record);
        surveyed = await again();
    }
    const cloud = await (0,_account_js__WEBPACK_IMPORTED_MODULE_3__/* .lookAround */ .h)(session, tencent, settings, surveyed, run, record);
    await access.clearLeftovers(cloud.account?.firewall);
    (0,_prepare_js__WEBPACK_IMPORTED_MODULE_9__/* .refuse */ .TR)(surveyed, settings, prepared, cloud, run);
    const wave = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_9__/* .provisioning */ .iq)(surveyed);
    if (wave.length > 0) {
        await (0,_telling_js__WEBPACK_IMPORTED_MODULE_12__/* .tellPlan */ .fb)((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .makePlan */ .Cs)(wave), run);
        await (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_4__/* .apply */ .Bb)(wave, session, (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_4__/* .whileHeld */ .tE)({ lock, run }), record);
        surveyed = await again();
    }
    const server = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_9__/* .provisioned */ .dq)(surveyed, settings, prepared, cloud, run);
    const certificate = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .chooseCertificate */ .rU)(start, server, issued !== undefined);
    const served = certificate.kind === 'ready' ? certificate.served : certificate.expected;
    // With one that is still to be issued, too: what stands in the way is told before an authority is asked.
    const deployment = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_9__/* .planFor */ .bJ)(settings, prepared, server, served, cloud, run);
    record.plan = (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .makePlan */ .Cs)([...(record.plan?.steps ?? []), ...wave, ...(issued ?? [])]);
    if (certificate.kind === 'needed')
        return certificate;
    await (0,_telling_js__WEBPACK_IMPORTED_MODULE_12__/* .tellDeployment */ .jZ)(deployment, run, record);
    await (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_4__/* .carryOut */ .u0)((0,_carry_out_js__WEBPACK_IMPORTED_MODULE_4__/* .undertakingOf */ .yk)(deployment, run), { session, lock, run, record });
    return { kind: 'brought', deployment, cloud };
}
/** Has it issued; where that fails and the one that is due is valid still, the deploy goes on with that one. */
async function issueOrKeep({ issuance, found }, session, run, record) {
    try {
        return await (0,_issue_js__WEBPACK_IMPORTED_MODULE_6__/* .issueCertificate */ .D8)(session, issuance, run, record);
    }
    catch (error) {
        if (found.kind === 'none' || run.cancelled.aborted)
            throw error;
        (0,_run_js__WEBPACK_IMPORTED_MODULE_11__/* .addNotices */ .TL)(record, (0,_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .notRenewed */ .Wt)(issuance.domain, found, error));
        return [];
    }
}


/***/ })

};
