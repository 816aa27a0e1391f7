export const id = 618;
export const ids = [618];
export const modules = {

/***/ 97618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _deployment_orphans_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40459);
/* harmony import */ var _deployment_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35326);
/* harmony import */ var _deployment_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49121);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9678);
/* harmony import */ var _messages_commands_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40325);
/* harmony import */ var _server_spare_sessions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81409);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91946);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13549);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(51936);









/** Says what `deploy` would do. Changes nothing on the server, takes no lock. */
async function plan(settings, run, record) {
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_7__/* .readRunner */ .fY)(settings, run, record);
    const session = await (0,_run_js__WEBPACK_IMPORTED_MODULE_8__/* .timed */ .ay)(run, record, 'connect', _messages_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .commandMessages */ .c.connect(settings.server.host), () => (0,_connect_js__WEBPACK_IMPORTED_MODULE_6__/* .connectTo */ .m)(settings.server, run));
    try {
        const surveyed = await (0,_server_spare_sessions_js__WEBPACK_IMPORTED_MODULE_5__/* .withSpareSessions */ .b)(session, 0, () => (0,_prepare_js__WEBPACK_IMPORTED_MODULE_7__/* .look */ .Op)(session, settings, prepared, run, record));
        (0,_prepare_js__WEBPACK_IMPORTED_MODULE_7__/* .refuse */ .TR)(surveyed, settings, prepared);
        if (surveyed.releases.underWay !== undefined)
            run.log.warning(_messages_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .commandMessages */ .c.underWay(surveyed.releases.underWay));
        const seen = surveyed.releases.underWay === undefined ? surveyed : (0,_deployment_orphans_js__WEBPACK_IMPORTED_MODULE_0__/* .besideAnother */ .SV)(prepared.project, surveyed);
        const wave = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_7__/* .provisioning */ .iq)(surveyed);
        const deployment = wave.length > 0 ? undefined : (0,_prepare_js__WEBPACK_IMPORTED_MODULE_7__/* .planFor */ .bJ)(settings, prepared, seen, run);
        record.plan = deployment?.plan ?? (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .makePlan */ .Cs)(wave);
        record.release = deployment?.decision.release;
        record.site = deployment?.siteText;
        record.warnings.push(...(deployment?.warnings ?? []));
        (0,_run_js__WEBPACK_IMPORTED_MODULE_8__/* .addNotices */ .TL)(record, [...(deployment?.notices ?? (0,_deployment_words_js__WEBPACK_IMPORTED_MODULE_2__/* .noticesOn */ .Zp)(prepared.project)), ...(deployment?.expected ?? [])]);
        await run.log.group(_messages_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .commandMessages */ .c.plan, async () => {
            for (const note of deployment?.notes ?? [])
                run.log.info(note);
            for (const line of (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .describePlan */ .df)(record.plan ?? (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .makePlan */ .Cs)([])))
                run.log.info(line);
            if (deployment === undefined)
                run.log.info(_deployment_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .knownAfterProvisioning */ .R);
            run.log.info(_messages_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .commandMessages */ .c.planOnly);
        });
    }
    finally {
        record.roundTrips = session.roundTrips;
        session.dispose();
    }
}


/***/ })

};
