export const id = 490;
export const ids = [490];
export const modules = {

/***/ 55930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ lookAround)
});

// EXTERNAL MODULE: ./.build/lib/checks/instance.js
var checks_instance = __webpack_require__(81611);
// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 62 modules
var failure = __webpack_require__(22078);
// EXTERNAL MODULE: ./.build/lib/engine/survey.js
var survey = __webpack_require__(29719);
// EXTERNAL MODULE: ./.build/lib/tencent/find-instance.js
var find_instance = __webpack_require__(44941);
// EXTERNAL MODULE: ./.build/lib/tencent/read-firewall.js
var read_firewall = __webpack_require__(41727);
// EXTERNAL MODULE: ./.build/lib/tencent/read-zone.js
var read_zone = __webpack_require__(12673);
;// CONCATENATED MODULE: ./.build/lib/survey/account.js





/** Asks the account everything at once. Throws `Failures` with all that it refuses, or that is not in it. */
async function surveyAccount(server, tencent, asked) {
    const { domain, instance: hints, firewall } = asked;
    const asking = (0,survey/* survey */.Fr)(server, {
        zone: { ask: async () => (domain === undefined ? undefined : (0,read_zone/* readZone */.X)(tencent, domain)) },
        machine: {
            ask: async () => {
                if (hints === undefined)
                    return undefined;
                const instance = await (0,find_instance/* findInstance */.X)(tencent, hints);
                return { instance, firewall: firewall ? await (0,read_firewall/* readFirewall */.tq)(tencent, instance) : undefined };
            },
        },
    });
    const { zone, machine } = await asking.catch((error) => {
        if (error instanceof failure/* Failures */.oo)
            (0,failure/* throwAll */.Kx)(toldOnce(error.failures));
        throw error;
    });
    return { tencent, zone, instance: machine?.instance, firewall: machine?.firewall };
}
/** What has one cause, whichever call comes to it. */
const ofAccount = [
    'OIDC_PERMISSION_MISSING',
    'OIDC_REFUSED',
    'OIDC_TOKEN_UNAVAILABLE',
    'TENCENT_CLOCK_SKEW',
    'TENCENT_CREDENTIALS',
    'TENCENT_UNREACHABLE',
];
/** Each failure, of those with one cause the first alone. */
function toldOnce(failures) {
    return failures.filter(({ code }, at) => !ofAccount.includes(code) || failures.findIndex((other) => other.code === code) === at);
}

// EXTERNAL MODULE: ./.build/lib/commands/public-address.js
var public_address = __webpack_require__(80525);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/account.js






/**
 * Looks into the account: the instance that the server is, its firewall, the domain's zone. Throws `Failures` with what it
 * lacks or refuses, and where the instance is one that cannot be worked with.
 */
async function lookAround(server, tencent, settings, surveyed, run, record) {
    const account = tencent === undefined || settings.tencent === undefined
        ? undefined
        : await lookAtAccount(server, tencent, settings, settings.tencent, surveyed, run, record);
    return { account, publicAddress: await (0,public_address/* publicAddressOf */.L)(settings, surveyed, account) };
}
function lookAtAccount(server, tencent, settings, wanted, surveyed, run, record) {
    return (0,commands_run/* timed */.ay)(run, record, 'account', commands/* commandMessages */.c.account, async () => {
        const { system } = surveyed;
        const address = await (0,public_address/* sshAddress */.z)(settings);
        const account = await surveyAccount(server, tencent, {
            domain: wanted.dns ? settings.site.domain : undefined,
            instance: asksInstance(wanted) ? hintsFrom(settings, wanted, surveyed, address) : undefined,
            firewall: wanted.firewall,
        });
        const { instance, zone } = account;
        if (instance !== undefined)
            run.log.info(commands/* commandMessages */.c.instance(instance));
        if (zone !== undefined)
            run.log.info(commands/* commandMessages */.c.zone(zone.name, zone.nameServers.join(', ')));
        if (instance === undefined)
            return account;
        const { host } = settings.server;
        const mismatch = (0,checks_instance/* instanceMismatch */.Ek)(instance, { metadataId: system.tencentInstance, host, address });
        (0,failure/* throwAll */.Kx)([...(mismatch === undefined ? [] : [mismatch]), ...(0,checks_instance/* instanceProblems */.Kn)(instance)]);
        (0,commands_run/* addNotices */.TL)(record, (0,checks_instance/* instanceNotices */.Zj)(instance, new Date(run.now())));
        return account;
    });
}
/** Without anything to do there it is looked at where an input names it. */
function asksInstance({ firewall, instanceId }) {
    return firewall || instanceId !== undefined;
}
/** `address`: where SSH went. */
function hintsFrom({ publicIp }, { instanceId, region }, { system }, address) {
    return {
        id: instanceId ?? system.tencentInstance,
        address: publicIp ?? system.tencentPublicAddress ?? address,
        region: region ?? system.tencentRegion,
    };
}


/***/ }),

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
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9678);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22078);
/* harmony import */ var _server_enough_shells_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63756);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55930);
/* harmony import */ var _carry_out_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51251);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24446);
/* harmony import */ var _issue_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58306);
/* harmony import */ var _last_looks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(83947);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3902);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(75190);
/* harmony import */ var _reach_server_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(29060);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(51936);
/* harmony import */ var _settled_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(14519);
/* harmony import */ var _telling_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(76104);














/** Takes the jar to a verified `https://domain:port`. Throws `Failure` or `Failures`; what was reached is in `record`. */
async function deploy(settings, run, record) {
    await (0,_reach_server_js__WEBPACK_IMPORTED_MODULE_10__/* .reachServer */ .V)(settings, run, record, deployOver);
}
async function deployOver(start) {
    const { session, settings, run, record } = start;
    await (0,_telling_js__WEBPACK_IMPORTED_MODULE_13__/* .tellingWhatIsLeft */ .fZ)(run, record, async () => (0,_last_looks_js__WEBPACK_IMPORTED_MODULE_7__/* .lastLooks */ .h)(await bringAbout(start), session, settings, run, record));
}
/**
 * Everything that changes the server, and the account that it is in. The application's lock is not held while an authority
 * is awaited: what the server is like is looked at again afterwards.
 */
async function bringAbout(start) {
    const { session, settings, prepared, run, record } = start;
    const { image } = prepared.project;
    const brought = (issued) => (0,_lock_js__WEBPACK_IMPORTED_MODULE_8__/* .underLock */ .y)(session, image, run, {
        look: (opening, held) => (0,_server_enough_shells_js__WEBPACK_IMPORTED_MODULE_2__/* .withEnoughShells */ .m)(session, () => (0,_prepare_js__WEBPACK_IMPORTED_MODULE_9__/* .look */ .Op)(session, settings, prepared, held, record, opening)),
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
    const { app } = prepared.project;
    const again = () => (0,_prepare_js__WEBPACK_IMPORTED_MODULE_9__/* .look */ .Op)(session, settings, prepared, run, record);
    const isHalfDone = ({ releases }) => releases.halfDone;
    let surveyed = await (0,_settled_js__WEBPACK_IMPORTED_MODULE_12__/* .settled */ .g)(found, { app, isHalfDone, look: again }, { session, lock, run, record });
    const mends = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_9__/* .mending */ .ph)(surveyed, settings, prepared);
    if (mends.length > 0) {
        await (0,_telling_js__WEBPACK_IMPORTED_MODULE_13__/* .tellPlan */ .fb)((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .makePlan */ .Cs)(mends), run);
        await (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_4__/* .apply */ .Bb)(mends, session, (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_4__/* .whileHeld */ .tE)({ lock, run }), record);
        surveyed = await again();
    }
    const cloud = await (0,_account_js__WEBPACK_IMPORTED_MODULE_3__/* .lookAround */ .h)(session, tencent, settings, surveyed, run, record);
    await access.clearLeftovers(cloud.account?.firewall);
    (0,_prepare_js__WEBPACK_IMPORTED_MODULE_9__/* .refuse */ .TR)(surveyed, settings, prepared, cloud, run);
    const wave = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_9__/* .provisioning */ .iq)(surveyed);
    if (wave.length > 0) {
        await (0,_telling_js__WEBPACK_IMPORTED_MODULE_13__/* .tellPlan */ .fb)((0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .makePlan */ .Cs)(wave), run);
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
    await (0,_telling_js__WEBPACK_IMPORTED_MODULE_13__/* .tellDeployment */ .jZ)(deployment, run, record);
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


/***/ }),

/***/ 83947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ lastLooks)
});

// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/engine/apply.js + 8 modules
var apply = __webpack_require__(22268);
// EXTERNAL MODULE: ./.build/lib/messages/hook.js
var messages_hook = __webpack_require__(63528);
// EXTERNAL MODULE: ./.build/lib/resources/hook/hook.js + 1 modules
var hook_hook = __webpack_require__(92382);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/after-deploy.js




/**
 * The last thing that a run does: the user's `after-deploy`, where the run changed something and nothing failed. The
 * application's lock is not held. Throws AFTER_DEPLOY_FAILED; nothing is undone. A run that is cancelled leaves it to the
 * server, which ends it.
 */
async function afterDeploy(session, { target: { release, choices } }, run, record) {
    const hook = (0,hook_hook/* afterDeployHook */.Ni)(release, choices.hooks);
    if (hook === undefined || !record.changed || record.failures.length > 0)
        return;
    await (0,commands_run/* timed */.ay)(run, record, 'hook.after-deploy', messages_hook/* hookMessages */.W.afterDeploy, async () => {
        const result = await session.run(hook.script, {
            input: await hook.input(),
            signal: run.cancelled,
            onLine: (line, stream) => {
                if (stream === 'stdout' && !line.startsWith('@@'))
                    run.log.output(line);
            },
        });
        (0,apply/* mustSucceed */.MX)('hook.after-deploy', result, hook.explain);
    });
}

// EXTERNAL MODULE: ./.build/lib/commands/observe-deployment.js + 4 modules
var observe_deployment = __webpack_require__(6664);
// EXTERNAL MODULE: ./.build/lib/checks/application.js
var application = __webpack_require__(67732);
// EXTERNAL MODULE: ./.build/lib/checks/application-notices.js
var application_notices = __webpack_require__(14908);
// EXTERNAL MODULE: ./.build/lib/deployment/container-files.js
var container_files = __webpack_require__(77301);
// EXTERNAL MODULE: ./.build/lib/deployment/written-files-words.js
var written_files_words = __webpack_require__(25581);
// EXTERNAL MODULE: ./.build/lib/engine/survey.js
var survey = __webpack_require__(29719);
// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 62 modules
var failure = __webpack_require__(22078);
// EXTERNAL MODULE: ./.build/lib/messages/written-files.js
var written_files = __webpack_require__(10110);
// EXTERNAL MODULE: ./.build/lib/resources/container/container-probe.js + 1 modules
var container_probe = __webpack_require__(25751);
// EXTERNAL MODULE: ./.build/lib/survey/written-files.js + 1 modules
var survey_written_files = __webpack_require__(22726);
;// CONCATENATED MODULE: ./.build/lib/commands/observe-serving.js











/**
 * Seconds after the first answer for which the log of an application is awaited whose health path tells nothing of what it
 * needs: what it does first after its start (a first query, the jobs of a timer) may fail only then.
 */
const settleSeconds = 10;
/** Asks the server about the version that serves; of one that went on only what it does now. */
function lookAtServing(server, { release, newContainer, hidden }) {
    return (0,survey/* survey */.Fr)(server, {
        container: (0,container_probe/* containerProbe */.A)(release, hidden),
        // One that went on was looked at before.
        written: newContainer === undefined ? nothingAsked : (0,survey_written_files/* writtenFilesProbe */.$Q)(release, release.container.volumes),
    });
}
/**
 * The last look of a deploy, at the version that serves: what its health path answers, what its log says since it began to
 * serve, and what it writes outside its mounts, so that its first user's data is not the first to be lost. `ahead`: what was
 * asked already. Never throws: the deployment is done, and other looks tell whether the server can be reached.
 */
async function observeServing(server, served, run, record, ahead) {
    const { release, newContainer } = served;
    const { health, image } = release;
    const { volumes, files: mounted } = release.container;
    await (0,commands_run/* timed */.ay)(run, record, 'last-look', commands/* commandMessages */.c.lastLook, async () => {
        const wait = newContainer === undefined || health.telling || !record.verified ? 0 : settleSeconds - secondsServed(record);
        if (wait > 0)
            await run.sleep(wait * 1000);
        const { container, written } = await (ahead ?? lookAtServing(server, served));
        const { observation, well, healthStatus } = container;
        record.healthStatus = healthStatus ?? record.healthStatus;
        // Where it answers no more, a look from outside has told so, or it has just ended.
        const ended = !well && record.verified ? [(0,application/* diagnoseApplication */.n)(observation)] : [];
        const found = (0,application_notices/* applicationNotices */.q)(observation);
        // What the log said before, which reaches as far back still, and says no more: connected since.
        (0,commands_run/* withdrawNotices */.yg)(record, ({ message, evidence = '' }) => observation.logLines.includes(evidence.split('\n')[0] ?? '') && !found.some((one) => one.message === message));
        (0,commands_run/* addNotices */.TL)(record, [...ended, ...found]);
        if (observation.denied !== undefined && !record.notices.some(({ code }) => code === 'PATH_NOT_WRITABLE')) {
            (0,commands_run/* addNotices */.TL)(record, [(0,failure/* failure */.V2)('PATH_NOT_WRITABLE', observation.denied)]);
        }
        if (newContainer === undefined)
            return;
        const serving = written?.containers.find(({ name }) => name === image);
        const files = mounted.map(({ container: path }) => path);
        record.warnings.push(...(serving === undefined
            ? [written_files/* writtenFilesMessages */.v.unseen(image)]
            : (0,written_files_words/* writesOutside */.EH)((0,container_files/* filesAtStake */.dC)(serving, volumes, files), release.app, volumes)));
    }).catch(() => newContainer !== undefined && record.warnings.push(written_files/* writtenFilesMessages */.v.unseen(image)));
}
/** Stands for a question that is not put. */
const nothingAsked = { script: ':', read: () => undefined };
/** How long ago a new version first answered, as far as the steps since then tell. */
function secondsServed({ timings }) {
    const at = timings.findLastIndex(({ id }) => id === 'container.health');
    return timings.slice(at + 1).reduce((sum, { seconds }) => sum + seconds, 0);
}

;// CONCATENATED MODULE: ./.build/lib/commands/last-looks.js




/** The looks at what was brought about, from outside and at the version that serves; then the user's `after-deploy`. */
async function lastLooks({ deployment, cloud }, session, settings, run, record) {
    const { target } = deployment;
    // A version that went on is asked while the looks from outside go on; a new one may fail at its first requests.
    const ahead = target.newContainer === undefined ? lookAtServing(session, target) : undefined;
    ahead?.catch(() => { });
    try {
        await (0,cancel/* unlessCancelled */.M)(() => (0,observe_deployment/* observeDeployment */.a)(session, settings, deployment, cloud, run, record), run.cancelled);
    }
    finally {
        await observeServing(session, target, run, record, ahead);
    }
    await afterDeploy(session, deployment, run, record);
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
