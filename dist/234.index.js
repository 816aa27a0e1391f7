export const id = 234;
export const ids = [234];
export const modules = {

/***/ 20234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renew: () => (/* binding */ renew)
});

// EXTERNAL MODULE: ./.build/lib/decision/certificate.js
var decision_certificate = __webpack_require__(7062);
// EXTERNAL MODULE: ./.build/lib/resources/certificate.js
var resources_certificate = __webpack_require__(45619);
;// CONCATENATED MODULE: ./.build/lib/decision/renewal.js


/**
 * Looks at the pairs of a server. Where the certificate is issued, any that is valid may be served (one that a deployment
 * brought first), as by a deploy; beside
 * one of the inputs, only those that the application names already or a deployment brought.
 */
function standingOf({ pairs: [named] }, domain, settings, server, { now, roots }) {
    const { certificates: files, configuration } = server;
    const own = (0,resources_certificate/* existingPairs */.l)(files, [named]).find(({ chainPath }) => chainPath === named.chainPath);
    const mayServe = (path) => path === named.chainPath ||
        (0,resources_certificate/* existingPairs */.l)(files, []).some((pair) => pair.chainPath === path && (0,resources_certificate/* isBrought */.a$)(pair, domain));
    const provided = settings.source === 'provided';
    const candidates = provided
        ? { ...files, certificates: files.certificates.filter(({ path }) => mayServe(path)) }
        : files;
    const terms = { renewBeforeDays: provided ? undefined : settings.renewBeforeDays, now, roots };
    return {
        namedIsFit: own !== undefined && (0,decision_certificate/* existingPair */.kr)(own, domain, now, roots).served !== undefined,
        found: (0,decision_certificate/* findIssued */.P6)(domain, candidates, configuration, terms),
    };
}
/** The pair to be served: the one of the inputs where it ends later than what there is; undefined: there is none. */
function pairToServe({ found }, provided) {
    if (found.kind === 'none')
        return provided;
    const { served } = found;
    return provided !== undefined && provided.certificate.notAfter > served.certificate.notAfter ? provided : served;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/engine/plan.js
var engine_plan = __webpack_require__(9678);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 62 modules
var failure = __webpack_require__(22078);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/renew.js

/** Lines of `renew`. */
const renewMessages = {
    check: (0,messages_text/* text */.Qq)('Check the inputs', '检查参数'),
    survey: (0,messages_text/* text */.Qq)('Inspect the certificates on the server', '检查服务器上的证书'),
    application: (app, domain, ports) => (0,messages_text/* text */.Qq)(`${app} serves ${domain} on ${ports}.`, `${app} 在 ${ports} 端口提供 ${domain}。`),
    served: (until, from) => (0,messages_text/* text */.Qq)(`The certificate is valid until ${until} and will be renewed from ${from} on. Nothing to do.`, `证书有效期至 ${until}，将从 ${from} 起续期。目前无需操作。`),
    due: (until, from) => (0,messages_text/* text */.Qq)(`The certificate is valid until ${until} and has been due since ${from}.`, `证书有效期至 ${until}，自 ${from} 起应当续期。`),
    unfit: (0,messages_text/* text */.Qq)('The certificate that the application names cannot be served: a new one is needed.', '应用当前引用的证书不可用，需要新的证书。'),
    notLater: (given, served) => (0,messages_text/* text */.Qq)(`The certificate of the inputs is valid until ${given}, the live one until ${served}. Nothing to do.`, `参数中的证书有效期至 ${given}，线上证书有效期至 ${served}。无需操作。`),
    goesOn: (until) => (0,messages_text/* text */.Qq)(`The live certificate stays in use. It is valid until ${until}.`, `线上证书继续使用，有效期至 ${until}。`),
    live: (until) => (0,messages_text/* text */.Qq)(`The certificate of the inputs is live already. It is valid until ${until}. Nothing to do.`, `参数中的证书已在使用，有效期至 ${until}。无需操作。`),
    nothingLeft: (0,messages_text/* text */.Qq)('Another run has renewed it already. Nothing to do.', '另一次运行已完成续期。无需操作。'),
    repoint: (app, path) => (0,messages_text/* text */.Qq)(`Have ${app} use the new certificate (${path})`, `让 ${app} 使用新证书（${path}）`),
    repointReason: (from, until) => (0,messages_text/* text */.Qq)(`the certificate that it names is valid until ${from}, the new one until ${until}`, `当前引用的证书有效期至 ${from}，新证书有效期至 ${until}`),
    reread: (app, path) => (0,messages_text/* text */.Qq)(`Have nginx use the certificate of ${app} (${path})`, `让 nginx 使用 ${app} 的证书（${path}）`),
    rereadReason: (0,messages_text/* text */.Qq)('nginx serves another one than the file names', 'nginx 当前使用的证书与文件中写明的不一致'),
    logLine: (domain, until) => `certificate of ${domain}, valid until ${until}`,
    switchTitle: (app, domain) => `${app}: the certificate of ${domain}`,
};

// EXTERNAL MODULE: ./.build/lib/nginx/command.js
var command = __webpack_require__(20548);
// EXTERNAL MODULE: ./.build/lib/nginx/error-log.js
var error_log = __webpack_require__(81916);
// EXTERNAL MODULE: ./.build/lib/layout/release-paths.js
var release_paths = __webpack_require__(33433);
// EXTERNAL MODULE: ./.build/lib/resources/site/enable.js
var enable = __webpack_require__(86327);
// EXTERNAL MODULE: ./.build/lib/resources/site/file-change.js
var file_change = __webpack_require__(27995);
// EXTERNAL MODULE: ./.build/lib/resources/site/swap-steps.js + 6 modules
var swap_steps = __webpack_require__(53461);
;// CONCATENATED MODULE: ./.build/lib/resources/site/repointing.js





/** Steps that test, swap, reload and prove files of nginx as they are, but for what changes in each; none without files. */
function planRepointing({ release, domain, file, files, errorLog }, nginx) {
    const [first, ...others] = files;
    if (first === undefined)
        return [];
    const folder = `${(0,release_paths/* releaseDirectory */.fF)(release)}/switch`;
    const traces = { nginx, domain, file, errorLog, folder };
    const changes = files.map(({ change }) => change);
    const key = `${release.image}-${release.id}-1`;
    const ports = [...new Set(files.flatMap(({ proofs }) => proofs.map(({ port }) => port)))].join(', ');
    return [
        (0,swap_steps/* judgeStep */.c4)(traces, changes),
        ...(0,swap_steps/* swapSteps */.Dh)({
            number: 1,
            key,
            files: [first, ...others],
            proofs: files.flatMap(({ proofs }) => proofs),
            proofsOfUndo: files.flatMap(({ proofsOfUndo }) => proofsOfUndo),
            proven: (0,messages_text/* text */.Qq)(`nginx serves the certificate on ${ports}`, `nginx 在 ${ports} 端口使用该证书`),
            // What an application answers is no part of this proof.
            applicationLog: undefined,
            // No version stops: requests under way end by themselves.
            notesWorkers: false,
        }, traces),
        ...(0,enable/* enableSteps */.h)(nginx, 1, folder),
        (0,swap_steps/* forgetStep */.ej)(changes.map((change) => (0,file_change/* forgetScript */.Nn)(change, key))),
    ];
}

// EXTERNAL MODULE: ./.build/lib/survey/closed-places.js
var closed_places = __webpack_require__(80402);
// EXTERNAL MODULE: ./.build/lib/survey/deployment.js + 6 modules
var deployment = __webpack_require__(59101);
// EXTERNAL MODULE: ./.build/lib/survey/strangers.js
var survey_strangers = __webpack_require__(12098);
// EXTERNAL MODULE: ./.build/lib/deployment/managed-sites.js
var managed_sites = __webpack_require__(30532);
// EXTERNAL MODULE: ./.build/lib/deployment/shared-certificate.js
var shared_certificate = __webpack_require__(67457);
// EXTERNAL MODULE: ./.build/lib/deployment/strangers.js
var deployment_strangers = __webpack_require__(99447);
;// CONCATENATED MODULE: ./.build/lib/deployment/renewal.js















/**
 * Plans how every managed site of a domain comes to serve a pair, in one switch that proves each port (rule *Shared
 * things*). The application's own file is one of them: it is repointed in its place, as the others are, so that no release
 * is rendered and what a hand wrote stays. None is put back to a pair that ends earlier. Throws `Failures` with what stands
 * in the way.
 */
function planRenewal(target, server) {
    const { release, certificate } = target;
    const { app, site: { domain }, } = release;
    const { nginx, configuration, certificates } = server;
    const sites = (0,managed_sites/* managedSites */.yn)(domain, server);
    const own = sites.find(({ label }) => label.app === app);
    // The application's own first: whatever cuts the switch short, it was asked for.
    const inOrder = [...sites.filter((site) => site === own), ...sites.filter((site) => site !== own)];
    const install = certificate.install === undefined
        ? []
        : (0,resources_certificate/* planCertificate */.Xz)(certificate.pair, domain, certificate.install.chain, certificate.install.key, certificates);
    const changing = { ...target, installs: install.length > 0 };
    const files = inOrder.flatMap((site) => changeOf(site, site === own, changing, server)).map((make, at) => make(at));
    const errorLog = (0,error_log/* errorLogOf */.a)(configuration, nginx.version);
    const ownPath = own?.path ?? '';
    const steps = [...install, ...planRepointing({ release, domain, file: ownPath, files, errorLog }, nginx)];
    refuse(files.map(({ change }) => change.path), install.length > 0 || certificate.expected === true, domain, server);
    const ownChange = files.find(({ change }) => change.path === ownPath)?.change.after;
    return {
        plan: (0,engine_plan/* makePlan */.Cs)(steps),
        nginx: { command: (0,command/* nginxCommand */.Y)(nginx), errorLog },
        siteText: (ownChange ?? own?.file ?? Buffer.alloc(0)).toString('utf8'),
        warnings: [...certificate.warnings, ...(0,shared_certificate/* certificatesByHand */.l)(domain, certificate, server, [])],
    };
}
/** The change of a site, given its place among those that change; none where it serves the pair, or keeps its own. */
function changeOf(site, own, target, server) {
    const { release, certificate, replacesOwn } = target;
    const { path, label, leaf } = site;
    const { domain } = release.site;
    const end = certificate.certificate.notAfter;
    const brings = (0,resources_certificate/* isBrought */.a$)(certificate.pair, domain);
    const old = site.pairs.filter((pair, at) => {
        if (pair.chainPath === certificate.pair.chainPath)
            return false;
        const its = (0,managed_sites/* leafOf */.eo)(pair, server.certificates);
        const isEarlier = its !== undefined && its.validToDate < end;
        // What is at a path of the user's own is left alone, on either side, but for what this application is asked to serve.
        return own && at === 0 ? replacesOwn || isEarlier : isEarlier && brings && (0,resources_certificate/* isBrought */.a$)(pair, domain);
    });
    if (old.length > 0) {
        const reason = renewMessages.repointReason(leaf === undefined ? '-' : (0,messages_text/* dayOf */.kb)(leaf.validToDate), (0,messages_text/* dayOf */.kb)(end));
        const words = { title: renewMessages.repoint(label.app, path), reason };
        return [(at) => (0,managed_sites/* repointed */.V5)(site, distinct(old), certificate, words, at)];
    }
    if (isServed(site, own, target, server) || !(own || (0,resources_certificate/* isBrought */.a$)(site.pairs[0], domain)))
        return [];
    const words = { title: renewMessages.reread(label.app, path), reason: renewMessages.rereadReason };
    return [(at) => (0,managed_sites/* repointed */.V5)(site, [], certificate, words, at)];
}
function distinct(pairs) {
    return pairs.filter((pair, at) => pairs.findIndex(({ chainPath }) => chainPath === pair.chainPath) === at);
}
/** Whether nginx was seen to serve what a file names. Of another application's port that does not answer it is not known. */
function isServed({ addresses, pairs, leaf }, own, { certificate, installs }, { served }) {
    if (leaf === undefined || distinct(pairs).length > 1)
        return true;
    const isPair = pairs[0].chainPath === certificate.pair.chainPath;
    // The same leaf with another chain: nginx sends what it read.
    if (isPair && installs)
        return false;
    return addresses.every(({ port }) => {
        const { fingerprint = '', sent = certificate.sent } = served.get(port) ?? {};
        if (fingerprint === '')
            return !own;
        return fingerprint === (0,managed_sites/* fingerprintOf */.ax)(leaf) && (!isPair || sent === certificate.sent);
    });
}
function refuse(files, installs, domain, server) {
    const { nginx, strangers, closed } = server;
    const places = [...deployment/* placesOfRun */.pW, ...(installs ? [(0,survey_strangers/* certificateFolder */.Qd)(domain)] : [])];
    const problems = [
        ...(0,deployment_strangers/* strangersOfFiles */.IH)(files, nginx),
        ...(installs ? (0,deployment_strangers/* strangersOfCertificates */.Lf)(domain, strangers) : []),
        ...(0,closed_places/* closedFailures */.oo)(closed, places),
        ...(0,closed_places/* closedFailures */.oo)(nginx.closed, files.flatMap((file) => [file, external_node_path_.posix.dirname(file)])),
    ];
    if (problems.length > 0)
        throw new failure/* Failures */.oo(problems);
}

// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/resources/release-record.js
var release_record = __webpack_require__(99880);
// EXTERNAL MODULE: ./.build/lib/values/app-name.js
var app_name = __webpack_require__(55508);
// EXTERNAL MODULE: ./.build/lib/commands/carry-out.js + 2 modules
var carry_out = __webpack_require__(51251);
// EXTERNAL MODULE: ./.build/lib/commands/connect.js + 30 modules
var connect = __webpack_require__(97792);
// EXTERNAL MODULE: ./.build/lib/commands/issue.js + 2 modules
var issue = __webpack_require__(58306);
// EXTERNAL MODULE: ./.build/lib/commands/lock.js
var lock = __webpack_require__(3902);
// EXTERNAL MODULE: ./.build/lib/deployment/managed-applications.js
var managed_applications = __webpack_require__(22093);
// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/nginx/configuration.js
var nginx_configuration = __webpack_require__(52731);
// EXTERNAL MODULE: ./.build/lib/server/enough-shells.js
var enough_shells = __webpack_require__(63756);
// EXTERNAL MODULE: ./.build/lib/survey/refusals.js
var refusals = __webpack_require__(58900);
// EXTERNAL MODULE: ./.build/lib/engine/survey.js
var survey = __webpack_require__(29719);
// EXTERNAL MODULE: ./.build/lib/survey/certificates.js
var certificates = __webpack_require__(49677);
// EXTERNAL MODULE: ./.build/lib/survey/container-list.js
var container_list = __webpack_require__(25771);
// EXTERNAL MODULE: ./.build/lib/survey/nginx.js + 5 modules
var survey_nginx = __webpack_require__(347);
// EXTERNAL MODULE: ./.build/lib/survey/releases.js
var releases = __webpack_require__(15127);
// EXTERNAL MODULE: ./.build/lib/survey/releases-probe.js
var releases_probe = __webpack_require__(95384);
// EXTERNAL MODULE: ./.build/lib/survey/serving-probe.js
var serving_probe = __webpack_require__(38838);
// EXTERNAL MODULE: ./.build/lib/survey/system.js
var system = __webpack_require__(39872);
;// CONCATENATED MODULE: ./.build/lib/survey/renewal.js











/** Asks for nginx, its files of a domain, and the certificates. */
function surveyDomain(server, domain, opening = '') {
    // Of no application in particular: their files are all alike here.
    const nginx = (0,survey/* askedBefore */.or)(survey_nginx/* nginxAnswer */.dC, (0,survey_nginx/* nginxProbe */.nE)('', domain));
    const probes = { system: system/* systemProbe */.gw, nginx: nginx.probe, certificates: certificates/* certificatesProbe */.bz };
    return (0,survey/* survey */.Fr)(server, probes, `${opening}\n${nginx.opening}`);
}
/** Asks for an application whose file leads to `release`, and for what nginx serves at `addresses`. */
async function surveyApplication(server, { app, release, domain }, addresses) {
    const found = await (0,survey/* survey */.Fr)(server, {
        releases: (0,releases_probe/* releasesProbe */.L)(app),
        strangers: (0,survey_strangers/* strangersProbe */.eP)(app, domain, []),
        closed: (0,closed_places/* closedPlacesProbe */.$5)([...deployment/* placesOfRun */.pW, (0,survey_strangers/* certificateFolder */.Qd)(domain)]),
        served: (0,serving_probe/* servedProbe */.U)(addresses),
    }, container_list/* listContainersOnce */.qk);
    return { ...found, releases: (0,releases/* whatServes */.VH)(found.releases, release) };
}

// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/look-renewal.js












/**
 * Surveys what a renewal needs to know. `opening`: bash under which the server waits for the application's lock; undefined:
 * it is neither held nor asked for. Throws what cannot be worked with.
 */
function look({ session, settings, run, record }, app, opening) {
    const { domain, httpsPort } = settings.site;
    return (0,commands_run/* timed */.ay)(run, record, 'survey', renewMessages.survey, () => (0,enough_shells/* withEnoughShells */.m)(session, async () => {
        const onDomain = await surveyDomain(session, domain, opening);
        const { nginx, system } = onDomain;
        if (nginx.state === 'missing')
            throw (0,managed_applications/* applicationAskedFor */.aZ)({ app, domain, httpsPort }, []);
        look_renewal_refuse([...(0,refusals/* confined */.dg)(system), ...(0,refusals/* distrustedNginx */.AO)(nginx), ...(0,refusals/* nginxRefusals */.wU)(nginx)]);
        const configuration = (0,nginx_configuration/* parseDump */.o)(nginx.dump);
        const application = (0,managed_applications/* applicationAskedFor */.aZ)({ app, domain, httpsPort }, (0,managed_applications/* managedApplications */.h)(configuration));
        const sites = (0,managed_sites/* managedSites */.yn)(domain, { ...onDomain, nginx });
        const own = sites.find(({ label }) => label.app === application.app);
        const addresses = sites.flatMap((site) => site.addresses);
        const ofApplication = await surveyApplication(session, application, addresses);
        look_renewal_refuse((0,refusals/* distrustedFolder */.y1)(ofApplication, (0,application_paths/* applicationDirectory */.gZ)(application.app)));
        const { current: release } = ofApplication.releases;
        if (release === undefined || own === undefined)
            throw notRecorded(application);
        record.app = release.app;
        record.release = release;
        record.previous = release;
        [record.httpsPort] = application.ports;
        run.log.info(renewMessages.application(release.app, domain, application.ports.join(', ')));
        const server = { ...onDomain, ...ofApplication, nginx, configuration };
        const terms = { now: new Date(run.now()), roots: run.roots };
        const standing = standingOf(own, domain, settings.certificate, server, terms);
        record.certificateNotAfter = standing.namedIsFit ? own.leaf?.validToDate : undefined;
        return { application, release, server, standing };
    }));
}
function look_renewal_refuse(problems) {
    if (problems.length > 0)
        throw new failure/* Failures */.oo(problems);
}
function notRecorded({ app, release }) {
    return (0,failure/* failure */.V2)('RELEASE_NOT_RECORDED', { app, release, folder: (0,release_paths/* releaseDirectory */.fF)({ app, id: release }) });
}

// EXTERNAL MODULE: ./.build/lib/commands/observe-deployment.js + 4 modules
var observe_deployment = __webpack_require__(6664);
// EXTERNAL MODULE: ./.build/lib/commands/open-account.js + 8 modules
var open_account = __webpack_require__(49479);
// EXTERNAL MODULE: ./.build/lib/commands/open-issuer.js + 29 modules
var open_issuer = __webpack_require__(7735);
// EXTERNAL MODULE: ./.build/lib/commands/public-address.js
var public_address = __webpack_require__(80525);
// EXTERNAL MODULE: ./.build/lib/commands/settled.js + 1 modules
var settled = __webpack_require__(14519);
// EXTERNAL MODULE: ./.build/lib/commands/ssh-access.js + 4 modules
var ssh_access = __webpack_require__(65569);
// EXTERNAL MODULE: ./.build/lib/commands/telling.js
var telling = __webpack_require__(76104);
;// CONCATENATED MODULE: ./.build/lib/commands/renew.js
























/**
 * Renews the certificate of a domain where it is due, and has every application of the domain serve it. No container is
 * touched. Throws `Failure` or `Failures`; what was reached is in `record`.
 */
async function renew(settings, run, record) {
    const provided = await checkInputs(settings, run, record);
    const tencent = settings.tencent && (0,open_account.openAccount)(settings.tencent, settings.language, run, run.cancelled);
    await (0,ssh_access/* withSshAccess */.V)(tencent, settings, run, record, async (access) => {
        const session = await (0,commands_run/* timed */.ay)(run, record, 'connect', commands/* commandMessages */.c.connect(settings.server.host), access.connect);
        await access.clearLeftovers(undefined);
        await (0,telling/* tellingWhatIsLeft */.fZ)(run, record, async () => {
            const renewed = await bringAbout({ session, tencent, settings, provided, run, record });
            if (renewed !== undefined)
                await (0,cancel/* unlessCancelled */.M)(() => observe(renewed, session, settings, run, record), run.cancelled);
        });
    });
}
/** Checks what can be checked before the server is contacted. Throws `Failures` with all that is wrong. */
async function checkInputs(settings, run, record) {
    record.domain = settings.site.domain;
    record.httpsPort = settings.site.httpsPort;
    record.app = settings.app;
    return (0,commands_run/* timed */.ay)(run, record, 'inputs', renewMessages.check, async () => {
        const [provided] = await (0,failure/* gather */.kg)([
            Promise.resolve().then(() => (0,decision_certificate/* checkProvided */.W2)(settings, new Date(run.now()), run.roots)),
            (0,connect/* checkCredentials */.v)(settings.server),
        ]);
        return provided;
    });
}
/**
 * Everything that changes something. The application's lock is not held while an authority is awaited: what the server is
 * like is looked at again afterwards. Undefined: there was nothing to do.
 */
async function bringAbout(start) {
    const { session, settings, run, record } = start;
    const first = await look(start, settings.app);
    // Whoever holds the lock by then ends its own.
    const found = first.server.releases.halfDone ? await underLockOf(first, start, async (_, again) => again) : first;
    try {
        const need = await whatIsNeeded(found, start);
        if (need.kind === 'nothing')
            return undefined;
        const issued = need.kind === 'issue' ? await (0,issue/* issueCertificate */.D8)(session, need.issuance, run, record) : [];
        record.plan = (0,engine_plan/* makePlan */.Cs)(issued);
        return await underLockOf(found, start, (lock, again) => repoint(again, issued, lock, start));
    }
    catch (error) {
        const { certificateNotAfter: until, fate } = record;
        if (until !== undefined && (fate === undefined || fate === 'undone'))
            record.warnings.push(renewMessages.goesOn((0,messages_text/* dayOf */.kb)(until)));
        throw error;
    }
}
/** Works with what is found once the lock is held. */
function underLockOf({ application: { app } }, start, work) {
    const { session, settings, run, record } = start;
    return (0,lock/* underLock */.y)(session, (0,app_name/* imageNameOf */.mi)(app), run, {
        look: (opening, held) => look({ ...start, run: held }, app, opening),
        work: async (lock, found) => {
            const isHalfDone = ({ server }) => server.releases.halfDone;
            const again = { app, isHalfDone, look: () => look(start, app, '') };
            return work(lock, await (0,settled/* settled */.g)(found, again, { session, lock, run, record }));
        },
    }, settings.lockTimeoutSeconds);
}
/** Finds out what there is to do, and says so. The account is not asked. */
async function whatIsNeeded({ release, server, standing }, start) {
    const { settings, provided, run, record } = start;
    const replacesOwn = !standing.namedIsFit;
    const from = await renewsFrom(standing.found, start);
    if (from !== undefined && from.getTime() <= run.now()) {
        const certificate = (0,decision_certificate/* expectedCertificate */.CO)(settings.site.domain, new Date(run.now()));
        // What stands in the way is told before an authority is asked.
        planRenewal({ release, certificate, replacesOwn }, server);
        return { kind: 'issue', issuance: issuanceOf(release.app, start) };
    }
    const certificate = pairToServe(standing, provided);
    if (certificate === undefined)
        throw (0,failure/* failure */.V2)('INTERNAL', { detail: 'no certificate to renew with' });
    const { plan, warnings } = planRenewal({ release, certificate, replacesOwn }, server);
    if (plan.steps.length > 0)
        return { kind: 'repoint' };
    const until = (0,messages_text/* dayOf */.kb)(certificate.certificate.notAfter);
    if (from !== undefined)
        run.log.info(renewMessages.served(until, (0,messages_text/* dayOf */.kb)(from)));
    else if (provided !== undefined && provided.pair.chainPath !== certificate.pair.chainPath)
        run.log.info(renewMessages.notLater((0,messages_text/* dayOf */.kb)(provided.certificate.notAfter), until));
    else
        run.log.info(renewMessages.live(until));
    record.plan = plan;
    record.warnings.push(...warnings);
    record.proven = true;
    return { kind: 'nothing' };
}
/** From when on the certificate is renewed: at once where there is none; undefined: it is not issued. */
async function renewsFrom(found, start) {
    const { settings: { certificate }, run, record, } = start;
    if (certificate.source === 'provided')
        return undefined;
    if (found.kind === 'none') {
        run.log.info(renewMessages.unfit);
        return new Date(0);
    }
    const { tencent } = issuanceOf('', start);
    const from = await (0,issue/* renewedFrom */.d5)(found.served, (0,open_issuer/* openIssuer */.K)(certificate, tencent, run, record), certificate, run);
    if (from.getTime() <= run.now())
        run.log.info(renewMessages.due((0,messages_text/* dayOf */.kb)(found.served.certificate.notAfter), (0,messages_text/* dayOf */.kb)(from)));
    return from;
}
function issuanceOf(app, { settings: { site, certificate }, tencent }) {
    if (tencent === undefined || certificate.source === 'provided')
        throw (0,failure/* failure */.V2)('INTERNAL', { detail: 'no account to have a certificate issued in' });
    return { app, domain: site.domain, settings: certificate, tencent };
}
/** Has every site of the domain serve the pair. Undefined: another run has. */
async function repoint(found, issued, lock, { session, settings, provided, run, record }) {
    const { release, server, standing } = found;
    const { domain } = settings.site;
    const certificate = pairToServe(standing, provided);
    if (certificate === undefined)
        throw (0,failure/* failure */.V2)('CERTIFICATE_NOT_FOUND', { domain, found: '-' });
    const renewal = planRenewal({ release, certificate, replacesOwn: !standing.namedIsFit }, server);
    const { plan } = renewal;
    record.plan = (0,engine_plan/* makePlan */.Cs)([...issued, ...plan.steps]);
    record.site = renewal.siteText;
    record.warnings.push(...renewal.warnings);
    if (plan.steps.length === 0) {
        run.log.info(renewMessages.nothingLeft);
        record.proven = true;
        return undefined;
    }
    await (0,telling/* tellPlan */.fb)(plan, run);
    const subject = renewMessages.logLine(domain, (0,messages_text/* dayOf */.kb)(certificate.certificate.notAfter));
    const farewell = (0,release_record/* deployLogLine */.eT)({ ...release, origin: run.origin }, subject);
    const title = renewMessages.switchTitle(release.app, domain);
    await (0,carry_out/* carryOut */.u0)({ plan, release, title, farewell }, { session, lock, run, record });
    record.certificateNotAfter = certificate.certificate.notAfter;
    return { found, certificate, renewal };
}
/** Looks from outside, as after a deploy, at every https port of the application. */
async function observe({ found: { release, server }, certificate, renewal: { nginx } }, session, settings, run, record) {
    const live = { target: { release, certificate, hidden: 'all' }, nginx, replaced: undefined };
    const publicAddress = await (0,public_address/* publicAddressOf */.L)(settings, server, undefined);
    await (0,observe_deployment/* observeDeployment */.a)(session, settings, live, { account: undefined, publicAddress }, run, record);
}


/***/ }),

/***/ 22093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ky: () => (/* binding */ deployedApplications),
/* harmony export */   aZ: () => (/* binding */ applicationAskedFor),
/* harmony export */   h: () => (/* binding */ managedApplications)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22078);
/* harmony import */ var _nginx_label_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91155);
/* harmony import */ var _nginx_proof_address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66086);
/* harmony import */ var _nginx_site_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18342);




/** All applications that nginx serves by files of ours. */
function managedApplications({ files }) {
    return [...files].flatMap(([file, text]) => {
        const label = (0,_nginx_label_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOf */ .bf)(file, text);
        const addresses = (0,_nginx_proof_address_js__WEBPACK_IMPORTED_MODULE_3__/* .proofAddressesIn */ .q)(text);
        if (label === undefined || addresses[0] === undefined)
            return [];
        const ports = addresses.map(({ port }) => port);
        return [{ app: label.app, file, release: label.release, domain: addresses[0].domain, ports }];
    });
}
/** The applications that nginx serves, and those that it has no file of, as far as they are recorded: their `file` is empty. */
function deployedApplications(configuration, recorded) {
    const served = configuration === undefined ? [] : managedApplications(configuration);
    const others = recorded.filter(({ app }) => !served.some((one) => one.app === app));
    return [
        ...served,
        ...others.map(({ app, id, site }) => ({ app, file: '', release: id, domain: site.domain, ports: (0,_nginx_site_js__WEBPACK_IMPORTED_MODULE_2__/* .portsOf */ .a5)(site) })),
    ];
}
/**
 * The managed application that is asked for; with neither name nor domain, the only one. Throws APPLICATION_NOT_FOUND and
 * APPLICATION_AMBIGUOUS, with those that there are.
 */
function applicationAskedFor(asked, all) {
    const { app, domain, httpsPort } = asked;
    const [found, ...more] = all.filter((one) => (app === undefined || one.app === app) &&
        (domain === '' || (one.domain === domain && (app !== undefined || one.ports[0] === httpsPort))));
    if (found !== undefined && more.length === 0)
        return found;
    const there = all.map((one) => `${one.app} (${one.domain}:${one.ports[0]})`).join(', ') || '-';
    if (found !== undefined)
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_AMBIGUOUS', { found: there });
    throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_NOT_FOUND', { app: app ?? '', domain, port: httpsPort, found: there });
}


/***/ })

};
