export const id = 618;
export const ids = [618];
export const modules = {

/***/ 97618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _decision_configuration_notices_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71251);
/* harmony import */ var _deployment_orphans_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40459);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9678);
/* harmony import */ var _messages_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40325);
/* harmony import */ var _messages_issue_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84700);
/* harmony import */ var _server_enough_shells_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63756);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55930);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24446);
/* harmony import */ var _issue_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(58306);
/* harmony import */ var _open_issuer_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7735);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(88404);
/* harmony import */ var _reach_server_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(29060);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(51936);













/** Says what `deploy` would do. Changes nothing on the server, takes no lock. */
async function plan(settings, run, record) {
    await (0,_reach_server_js__WEBPACK_IMPORTED_MODULE_11__/* .reachServer */ .V)(settings, run, record, planOver);
}
async function planOver(start) {
    const { session, access, tencent, settings, prepared, run, record } = start;
    const surveyed = await (0,_server_enough_shells_js__WEBPACK_IMPORTED_MODULE_5__/* .withEnoughShells */ .m)(session, () => (0,_prepare_js__WEBPACK_IMPORTED_MODULE_10__/* .look */ .Op)(session, settings, prepared, run, record));
    const cloud = await (0,_account_js__WEBPACK_IMPORTED_MODULE_6__/* .lookAround */ .h)(session, tencent, settings, surveyed, run, record);
    await access.clearLeftovers(cloud.account?.firewall);
    await planOn(start, surveyed, cloud);
}
/** Plans from what was surveyed, and tells the plan. */
async function planOn(start, surveyed, cloud) {
    const { settings, prepared, run, record } = start;
    (0,_prepare_js__WEBPACK_IMPORTED_MODULE_10__/* .refuse */ .TR)(surveyed, settings, prepared, cloud, run);
    if (surveyed.releases.underWay !== undefined)
        run.log.warning(_messages_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .commandMessages */ .c.underWay(surveyed.releases.underWay));
    const wave = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_10__/* .provisioning */ .iq)(surveyed);
    // What another deploy has prepared by now is no orphan.
    const seen = (server) => server.releases.underWay === undefined ? server : (0,_deployment_orphans_js__WEBPACK_IMPORTED_MODULE_1__/* .besideAnother */ .SV)(prepared.project, server);
    const server = wave.length > 0 ? undefined : seen((0,_prepare_js__WEBPACK_IMPORTED_MODULE_10__/* .provisioned */ .dq)(surveyed, settings, prepared, cloud, run));
    const choice = server === undefined ? (0,_certificate_js__WEBPACK_IMPORTED_MODULE_7__/* .certificateNeeded */ .NC)(start, surveyed) : (0,_certificate_js__WEBPACK_IMPORTED_MODULE_7__/* .chooseCertificate */ .rU)(start, server, false);
    const issue = choice?.kind === 'needed' ? await planIssue(choice, start) : [];
    const deployment = server === undefined || choice === undefined
        ? undefined
        : (0,_prepare_js__WEBPACK_IMPORTED_MODULE_10__/* .planFor */ .bJ)(settings, prepared, server, servedAfter(choice, issue), cloud, run);
    const rest = deployment?.plan ?? (0,_prepare_js__WEBPACK_IMPORTED_MODULE_10__/* .cloudPlanFor */ .GW)(settings, prepared.project.app, cloud, run);
    record.plan = (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .makePlan */ .Cs)([...wave, ...issue, ...rest.steps]);
    record.release = deployment?.target.release;
    record.site = deployment?.siteText;
    record.warnings.push(...(deployment?.warnings ?? []));
    (0,_run_js__WEBPACK_IMPORTED_MODULE_12__/* .addNotices */ .TL)(record, [
        ...(deployment?.notices ?? (0,_decision_configuration_notices_js__WEBPACK_IMPORTED_MODULE_0__/* .configurationNotices */ .A)(prepared.project)),
        ...(deployment?.expected ?? []),
    ]);
    await run.log.group(_messages_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .commandMessages */ .c.plan, async () => {
        for (const note of deployment?.notes ?? [])
            run.log.info(note);
        for (const line of (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .describePlan */ .df)(record.plan ?? (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .makePlan */ .Cs)([])))
            run.log.info(line);
        if (deployment === undefined)
            run.log.info(_messages_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .commandMessages */ .c.knownAfterProvisioning);
        run.log.info(_messages_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .commandMessages */ .c.planOnly);
    });
}
/** What would be served once the steps of `issue` have run; none of them: what is there is kept. */
function servedAfter(choice, issue) {
    if (choice.kind === 'ready')
        return choice.served;
    return issue.length === 0 && choice.found.kind === 'valid' ? choice.found.served : choice.expected;
}
/** Asks the issuer what it would do. */
function planIssue({ issuance, found }, { session, run, record }) {
    const { domain, settings, tencent } = issuance;
    return (0,_run_js__WEBPACK_IMPORTED_MODULE_12__/* .timed */ .ay)(run, record, 'certificate.look', _messages_issue_js__WEBPACK_IMPORTED_MODULE_4__/* .issueMessages */ .u.look(domain), async () => {
        const issuer = (0,_open_issuer_js__WEBPACK_IMPORTED_MODULE_9__/* .openIssuer */ .K)(settings, tencent, run, record);
        try {
            return (await (0,_issue_js__WEBPACK_IMPORTED_MODULE_8__/* .isKept */ .t8)(found, issuer, settings, run))
                ? []
                : await issuer.plan(session, (0,_issue_js__WEBPACK_IMPORTED_MODULE_8__/* .wantedOf */ .Lm)(found, domain, settings));
        }
        catch (error) {
            if (found.kind === 'none' || run.cancelled.aborted)
                throw error;
            (0,_run_js__WEBPACK_IMPORTED_MODULE_12__/* .addNotices */ .TL)(record, (0,_certificate_js__WEBPACK_IMPORTED_MODULE_7__/* .notRenewed */ .Wt)(domain, found, error));
            return [];
        }
    });
}


/***/ })

};
