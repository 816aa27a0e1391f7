export const id = 618;
export const ids = [618];
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
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(75190);
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
