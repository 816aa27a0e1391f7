export const id = 490;
export const ids = [490];
export const modules = {

/***/ 24446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NC: () => (/* binding */ certificateNeeded),
/* harmony export */   Wt: () => (/* binding */ notRenewed),
/* harmony export */   rU: () => (/* binding */ chooseCertificate)
/* harmony export */ });
/* harmony import */ var _decision_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7062);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22078);
/* harmony import */ var _messages_issue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84700);
/* harmony import */ var _survey_domain_certificates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91630);




/**
 * Chooses it from what is on the server; the account is not asked. `asked`: an issuer was, so that what is there by now is
 * served, due or not. Throws what is wrong with it.
 */
function chooseCertificate(choosing, server, asked) {
    const { settings, prepared, run } = choosing;
    const { certificate, site } = settings;
    if (prepared.provided !== undefined)
        return { kind: 'ready', served: prepared.provided };
    if (isIssued(certificate)) {
        const found = issuedOn(server, site.domain, certificate, run);
        const needed = asked ? undefined : neededInPlaceOf(found, certificate, choosing);
        if (needed !== undefined)
            return needed;
        if (found.kind === 'none')
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_NOT_FOUND', { domain: site.domain, found: '-' });
        return { kind: 'ready', served: found.served };
    }
    const { certificates, configuration } = server;
    const served = (0,_decision_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseExisting */ .hC)(site.domain, certificates, configuration, new Date(run.now()), run.roots);
    return { kind: 'ready', served };
}
/** The one that must be issued, also for a server that has no nginx yet; undefined: none must. */
function certificateNeeded(choosing, surveyed) {
    const { settings, run } = choosing;
    const { certificate, site } = settings;
    if (!isIssued(certificate))
        return undefined;
    return neededInPlaceOf(issuedOn(surveyed, site.domain, certificate, run), certificate, choosing);
}
function isIssued(certificate) {
    return certificate.source === 'tencent' || certificate.source === 'acme';
}
/** Undefined where what was found is not due; that is said. */
function neededInPlaceOf(found, certificate, { settings: { site }, prepared, tencent, run }) {
    const { domain } = site;
    const now = new Date(run.now());
    if (found.kind === 'valid' && found.from > now) {
        const { pair, certificate: leaf } = found.served;
        run.log.info(_messages_issue_js__WEBPACK_IMPORTED_MODULE_2__/* .issueMessages */ .u.kept(pair.chainPath, leaf.notAfter.toISOString(), found.from.toISOString()));
        return undefined;
    }
    if (tencent === undefined)
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('INTERNAL', { detail: 'no account to have a certificate issued in' });
    const issuance = { app: prepared.project.app, domain, settings: certificate, tencent };
    return { kind: 'needed', issuance, found, expected: (0,_decision_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .expectedCertificate */ .CO)(domain, now) };
}
function issuedOn({ nginx, certificates }, domain, { renewBeforeDays }, { now, roots }) {
    return (0,_decision_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .findIssued */ .P6)(domain, certificates, (0,_survey_domain_certificates_js__WEBPACK_IMPORTED_MODULE_3__/* .configurationOf */ .Q)(nginx), { renewBeforeDays, now: new Date(now()), roots });
}
/** What is warned of where a certificate that is due was not renewed, and is served all the same: that, and why. */
function notRenewed(domain, { served }, error) {
    const causes = (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresOf */ .dJ)(error);
    const until = served.certificate.notAfter.toISOString();
    return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_NOT_RENEWED', { domain, until, code: causes[0]?.code ?? '-' }), ...causes];
}


/***/ }),

/***/ 78490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deploy: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var _engine_cancel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60523);
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9678);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22078);
/* harmony import */ var _server_enough_shells_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63756);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55930);
/* harmony import */ var _after_deploy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53035);
/* harmony import */ var _carry_out_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78518);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24446);
/* harmony import */ var _issue_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(58306);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3902);
/* harmony import */ var _observe_deployment_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6664);
/* harmony import */ var _observe_serving_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(70296);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(75190);
/* harmony import */ var _reach_server_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(29060);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(51936);
/* harmony import */ var _telling_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(76104);
















/** Takes the jar to a verified `https://domain:port`. Throws `Failure` or `Failures`; what was reached is in `record`. */
async function deploy(settings, run, record) {
    await (0,_reach_server_js__WEBPACK_IMPORTED_MODULE_13__/* .reachServer */ .V)(settings, run, record, deployOver);
}
async function deployOver(start) {
    const { session, settings, run, record } = start;
    try {
        const { deployment, cloud } = await bringAbout(start);
        const { target } = deployment;
        // A version that went on is asked while the looks from outside go on; a new one may fail at its first requests.
        const ahead = target.newContainer === undefined ? (0,_observe_serving_js__WEBPACK_IMPORTED_MODULE_11__/* .lookAtServing */ .X)(session, target) : undefined;
        ahead?.catch(() => { });
        try {
            await (0,_engine_cancel_js__WEBPACK_IMPORTED_MODULE_0__/* .unlessCancelled */ .M)(() => (0,_observe_deployment_js__WEBPACK_IMPORTED_MODULE_10__/* .observeDeployment */ .a)(session, settings, deployment, cloud, run, record), run.cancelled);
        }
        finally {
            await (0,_observe_serving_js__WEBPACK_IMPORTED_MODULE_11__/* .observeServing */ .L)(session, target, run, record, ahead);
        }
        await (0,_after_deploy_js__WEBPACK_IMPORTED_MODULE_5__/* .afterDeploy */ .q)(session, deployment, run, record);
    }
    catch (error) {
        if (run.cancelled.aborted)
            record.warnings.push(...(0,_telling_js__WEBPACK_IMPORTED_MODULE_15__/* .whatBecomesOfIt */ .b)(record));
        throw error;
    }
}
/**
 * Everything that changes the server, and the account that it is in. The application's lock is not held while an authority
 * is awaited: what the server is like is looked at again afterwards.
 */
async function bringAbout(start) {
    const { session, settings, prepared, run, record } = start;
    const { image } = prepared.project;
    const brought = (issued) => (0,_lock_js__WEBPACK_IMPORTED_MODULE_9__/* .underLock */ .y)(session, image, run, {
        look: (opening, held) => (0,_server_enough_shells_js__WEBPACK_IMPORTED_MODULE_3__/* .withEnoughShells */ .m)(session, () => (0,_prepare_js__WEBPACK_IMPORTED_MODULE_12__/* .look */ .Op)(session, settings, prepared, held, record, opening)),
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
    throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('INTERNAL', { detail: 'a certificate is needed twice' });
}
/**
 * `found`: the server, as it was when the lock was taken. `issued`: the steps that a certificate took; undefined: none was
 * asked for yet, and where one is needed it is said.
 */
async function bringUnderLock(start, lock, found, issued) {
    const { session, access, tencent, settings, prepared, run, record } = start;
    const { app } = prepared.project;
    let surveyed = found;
    if (surveyed.releases.halfDone) {
        // Not known until it has ended: the server goes on with it alone.
        record.uncertain = true;
        await (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_6__/* .resume */ .U)(app, { session, lock, run, record });
        record.uncertain = false;
        surveyed = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_12__/* .look */ .Op)(session, settings, prepared, run, record);
        // Its journal and its backup must not be taken for an orphan's.
        if (surveyed.releases.halfDone)
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('SWITCH_NOT_ENDED', { app });
    }
    const mends = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_12__/* .mending */ .ph)(surveyed, settings, prepared);
    if (mends.length > 0) {
        await (0,_telling_js__WEBPACK_IMPORTED_MODULE_15__/* .tellPlan */ .f)((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .makePlan */ .Cs)(mends), run);
        await (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_6__/* .apply */ .Bb)(mends, session, (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_6__/* .whileHeld */ .tE)({ lock, run }), record);
        surveyed = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_12__/* .look */ .Op)(session, settings, prepared, run, record);
    }
    const cloud = await (0,_account_js__WEBPACK_IMPORTED_MODULE_4__/* .lookAround */ .h)(session, tencent, settings, surveyed, run, record);
    await access.clearLeftovers(cloud.account?.firewall);
    (0,_prepare_js__WEBPACK_IMPORTED_MODULE_12__/* .refuse */ .TR)(surveyed, settings, prepared, cloud, run);
    const wave = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_12__/* .provisioning */ .iq)(surveyed);
    if (wave.length > 0) {
        await (0,_telling_js__WEBPACK_IMPORTED_MODULE_15__/* .tellPlan */ .f)((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .makePlan */ .Cs)(wave), run);
        await (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_6__/* .apply */ .Bb)(wave, session, (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_6__/* .whileHeld */ .tE)({ lock, run }), record);
        surveyed = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_12__/* .look */ .Op)(session, settings, prepared, run, record);
    }
    const server = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_12__/* .provisioned */ .dq)(surveyed, settings, prepared, cloud, run);
    const certificate = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_7__/* .chooseCertificate */ .rU)(start, server, issued !== undefined);
    const served = certificate.kind === 'ready' ? certificate.served : certificate.expected;
    // With one that is still to be issued, too: what stands in the way is told before an authority is asked.
    const deployment = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_12__/* .planFor */ .bJ)(settings, prepared, server, served, cloud, run);
    record.plan = (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .makePlan */ .Cs)([...(record.plan?.steps ?? []), ...wave, ...(issued ?? [])]);
    if (certificate.kind === 'needed')
        return certificate;
    record.plan = (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .makePlan */ .Cs)([...record.plan.steps, ...deployment.plan.steps]);
    record.release = deployment.target.release;
    record.site = deployment.siteText;
    record.certificateNotAfter = deployment.target.certificate.certificate.notAfter;
    record.warnings.push(...deployment.warnings);
    (0,_run_js__WEBPACK_IMPORTED_MODULE_14__/* .addNotices */ .TL)(record, deployment.notices);
    for (const note of deployment.notes)
        run.log.info(note);
    await (0,_telling_js__WEBPACK_IMPORTED_MODULE_15__/* .tellPlan */ .f)(deployment.plan, run);
    await (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_6__/* .carryOut */ .u0)((0,_carry_out_js__WEBPACK_IMPORTED_MODULE_6__/* .undertakingOf */ .yk)(deployment, run), { session, lock, run, record });
    return { kind: 'brought', deployment, cloud };
}
/** Has it issued; where that fails and the one that is due is valid still, the deploy goes on with that one. */
async function issueOrKeep({ issuance, found }, session, run, record) {
    try {
        return await (0,_issue_js__WEBPACK_IMPORTED_MODULE_8__/* .issueCertificate */ .D8)(session, issuance, run, record);
    }
    catch (error) {
        if (found.kind === 'none' || run.cancelled.aborted)
            throw error;
        (0,_run_js__WEBPACK_IMPORTED_MODULE_14__/* .addNotices */ .TL)(record, (0,_certificate_js__WEBPACK_IMPORTED_MODULE_7__/* .notRenewed */ .Wt)(issuance.domain, found, error));
        return [];
    }
}


/***/ }),

/***/ 29060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ reachServer)
});

// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 62 modules
var failure = __webpack_require__(22078);
// EXTERNAL MODULE: ./.build/lib/messages/held-log.js
var held_log = __webpack_require__(82719);
// EXTERNAL MODULE: ./.build/lib/server/sessions-needed.js
var sessions_needed = __webpack_require__(38993);
// EXTERNAL MODULE: ./.build/lib/commands/connect.js + 30 modules
var connect = __webpack_require__(97792);
;// CONCATENATED MODULE: ./.build/lib/commands/early-connection.js




/**
 * Does `read`, which may have the connection begun, then `work`, which takes it. Where the reading fails, that is told; beside
 * it why nothing could be connected, where that is known by then. What `work` did not take is closed.
 */
async function whileConnecting(settings, run, read, work) {
    const left = new AbortController();
    const held = (0,held_log/* heldLog */.e)();
    let connecting;
    let failed;
    let taken = false;
    const early = {
        begin: () => {
            const cancelled = AbortSignal.any([run.cancelled, left.signal]);
            connecting ??= (0,connect/* connectTo */.m)(settings.server, { log: held, cancelled }).then((session) => {
                session.warm(sessions_needed/* sessionsNeeded */.D);
                return session;
            });
            connecting.catch((error) => {
                failed = error;
            });
        },
        take: async (log) => {
            early.begin();
            taken = true;
            held.tellTo(log);
            return await connecting;
        },
    };
    /** Where a firewall must be opened first, or may have to be, the server is asked for nothing before. */
    const begin = opensFirst(settings) ? () => { } : early.begin;
    try {
        const found = await read(begin).catch((error) => {
            throw failed === undefined ? error : both(error, failed);
        });
        return await work(found, early);
    }
    finally {
        if (!taken) {
            left.abort();
            void connecting?.then((session) => session.dispose()).catch(() => { });
        }
    }
}
function opensFirst({ tencent }) {
    return tencent !== undefined && tencent.sshFromRunner !== 'nobody';
}
function both(first, second) {
    const failures = (0,failure/* failuresOf */.dJ)(first);
    return new failure/* Failures */.oo([
        ...failures,
        ...(0,failure/* failuresOf */.dJ)(second).filter(({ message }) => !failures.some((one) => one.message === message)),
    ]);
}

// EXTERNAL MODULE: ./.build/lib/commands/open-account.js + 8 modules
var open_account = __webpack_require__(49479);
// EXTERNAL MODULE: ./.build/lib/commands/prepare.js + 59 modules
var prepare = __webpack_require__(75190);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
// EXTERNAL MODULE: ./.build/lib/commands/ssh-access.js + 4 modules
var ssh_access = __webpack_require__(65569);
;// CONCATENATED MODULE: ./.build/lib/commands/reach-server.js






/** Reads what the runner has, while it connects; then does `work` over the connection. Throws what each of them throws. */
async function reachServer(settings, run, record, work) {
    const connected = async (prepared, early) => {
        const tencent = settings.tencent && (0,open_account.openAccount)(settings.tencent, settings.language, run, run.cancelled);
        const over = async (access) => {
            const title = commands/* commandMessages */.c.connect(settings.server.host);
            const session = await (0,commands_run/* timed */.ay)(run, record, 'connect', title, access.connect);
            await work({ session, access, tencent, settings, prepared, run, record });
        };
        await (0,ssh_access/* withSshAccess */.V)(tencent, settings, run, record, over, early);
    };
    await whileConnecting(settings, run, (begin) => (0,prepare/* readRunner */.fY)(settings, run, record, begin), connected);
}


/***/ })

};
