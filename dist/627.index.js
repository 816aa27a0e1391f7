export const id = 627;
export const ids = [627];
export const modules = {

/***/ 55627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollback: () => (/* binding */ rollback_rollback)
});

// EXTERNAL MODULE: ./.build/lib/decision/certificate.js
var decision_certificate = __webpack_require__(7062);
// EXTERNAL MODULE: ./.build/lib/deployment/kept-releases.js
var kept_releases = __webpack_require__(37445);
// EXTERNAL MODULE: ./.build/lib/deployment/orphans.js
var orphans = __webpack_require__(40459);
// EXTERNAL MODULE: ./.build/lib/deployment/port.js
var deployment_port = __webpack_require__(47061);
// EXTERNAL MODULE: ./.build/lib/deployment/start-again.js
var start_again = __webpack_require__(25549);
// EXTERNAL MODULE: ./.build/lib/layout/release-id.js
var release_id = __webpack_require__(79468);
// EXTERNAL MODULE: ./.build/lib/layout/release-paths.js
var release_paths = __webpack_require__(33433);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/decision/adoption/inherited-settings.js
var inherited_settings = __webpack_require__(48568);
// EXTERNAL MODULE: ./.build/lib/decision/build-hash.js
var build_hash = __webpack_require__(24066);
// EXTERNAL MODULE: ./.build/lib/values/volumes.js
var values_volumes = __webpack_require__(34374);
;// CONCATENATED MODULE: ./.build/lib/decision/carried-since.js

/**
 * The mounts of a release that is rolled back to, with those of folders that were carried since, as the one that serves has
 * them: what the application wrote is there now, also where the release has a copy of an earlier time. What it was told to
 * mount stays, as for a deploy.
 */
function withCarriedSince({ volumes, carried }, serving) {
    const named = volumes.filter(({ container }) => !carried.some((one) => one.container === container));
    const since = (serving?.carried ?? []).filter(({ container }) => !(0,values_volumes/* isMounted */.BX)(container, named));
    const own = carried.filter(({ container }) => !(0,values_volumes/* isMounted */.BX)(container, since));
    return { volumes: [...named, ...own, ...since], carried: [...own, ...since] };
}

// EXTERNAL MODULE: ./.build/lib/decision/env-content.js
var env_content = __webpack_require__(17614);
// EXTERNAL MODULE: ./.build/lib/decision/files-of-old.js
var files_of_old = __webpack_require__(17906);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/release/names.js
var names = __webpack_require__(16260);
// EXTERNAL MODULE: ./.build/lib/resources/kept-image.js
var kept_image = __webpack_require__(30934);
;// CONCATENATED MODULE: ./.build/lib/decision/missing-parts.js







/**
 * What a release that was kept lacks to serve again; of the server that was surveyed for it. `ownVariables`: it is to have
 * those that it had.
 */
function missingParts(release, ownVariables, server) {
    const { app, id, container, site } = release;
    const { releases } = server;
    const known = releases.known.get(id);
    const env = ownVariables && container.environmentNames.length > 0 && known?.environmentSha256 === undefined;
    const files = container.files.filter(({ name }) => known?.fileSha256.has(name) !== true);
    const pages = site.staticSite === undefined ? undefined : external_node_path_.posix.dirname(site.staticSite.root);
    const hasPages = releases.statics.some(({ sha256 }) => sha256 === external_node_path_.posix.basename(pages ?? ''));
    const gone = [
        ...(env ? [{ part: 'env', path: (0,release_paths/* environmentFile */.qU)(release) }] : []),
        ...files.map(({ name }) => ({ part: 'files', path: `${(0,release_paths/* filesDirectory */.Rv)(release)}/${name}` })),
        ...(pages === undefined || hasPages ? [] : [{ part: 'static', path: pages }]),
    ];
    const kept = (0,kept_releases/* listOfKept */.IV)((0,kept_releases/* keptReleases */.ZL)(server), id);
    return [
        ...gone.map(({ part, path }) => (0,failure/* failure */.V2)('RELEASE_INCOMPLETE', { app, release: id, path, part, kept })),
        ...missingImage(release, server),
        ...containerInTheWay(release, server),
    ];
}
/** It is built again where it was pruned, of what is on the server. */
function missingImage(release, { images, baseImages }) {
    const tag = (0,names/* imageTag */.I)(release);
    const found = images.find((image) => image.tag === tag);
    if (found !== undefined)
        return found.app === release.app ? [] : [(0,failure/* failure */.V2)('IMAGE_TAG_TAKEN', { tag })];
    const base = (0,kept_image/* basesOf */.c)(release).find((image) => !baseImages.includes(image));
    return base === undefined ? [] : [(0,failure/* failure */.V2)('IMAGE_MISSING', { tag, base })];
}
/**
 * Its old container, in the place of which a new one would be recorded: it holds files that could not be carried, or is none
 * that a run which died left behind. Such a one is removed first, where nothing is lost with it.
 */
function containerInTheWay(release, server) {
    const container = (0,orphans/* containerOf */.t8)(release.id, server);
    if (container === undefined)
        return [];
    const { app, id } = release;
    if (server.written.containers.some((one) => one.container === container.id && one.kept))
        return [(0,failure/* failure */.V2)('RELEASE_CONTAINER_KEPT', { app, release: id, container: container.name })];
    if ((0,orphans/* orphanContainers */.HY)(release, server).includes(container))
        return [];
    return [(0,failure/* failure */.V2)('RELEASE_CONTAINER_THERE', { app, release: id, container: container.name })];
}

;// CONCATENATED MODULE: ./.build/lib/decision/rollback.js














/**
 * The release that is asked for by its id, or the one before the live one. Throws RELEASE_NOT_KEPT, RELEASE_NOT_RECORDED,
 * LIVE_RELEASE_CHANGED and NO_PREVIOUS_RELEASE, with what can be rolled back to.
 */
function pickRelease({ app, wanted, seen, written, served }, found) {
    const all = (0,kept_releases/* keptReleases */.ZL)(found);
    const kept = (0,kept_releases/* listOfKept */.IV)(all);
    if (wanted !== undefined) {
        const named = all.find(({ release }) => release.id === wanted);
        if (named === undefined)
            throw (0,failure/* failure */.V2)('RELEASE_NOT_KEPT', { app, release: wanted, kept });
        return named.release;
    }
    const { current, adopted } = found.releases;
    if (current === undefined || (served !== undefined && served !== current.id)) {
        const release = served ?? seen;
        throw (0,failure/* failure */.V2)('RELEASE_NOT_RECORDED', { app, release, folder: (0,release_paths/* releaseDirectory */.fF)({ app, id: release }), kept });
    }
    const live = written ?? current.id;
    if (live !== seen)
        throw (0,failure/* failure */.V2)('LIVE_RELEASE_CHANGED', { app, seen, live, kept });
    const previous = (0,kept_releases/* previousOf */.te)(all);
    if (previous !== undefined)
        return previous.release;
    const byHand = adopted?.container?.keptAs ?? '';
    throw (0,failure/* failure */.V2)('NO_PREVIOUS_RELEASE', { app, serving: current.id, kept, byHand });
}
/** Decides how a release that was kept is to serve on the server of today. */
function decideRollback(inputs) {
    const { settings, release, server, certificate, publicAddress, now } = inputs;
    const { current } = server.releases;
    const environment = (0,env_content/* renderedEnvironment */.L)(settings.environment ?? []);
    const serves = current?.id === release.id;
    const newContainer = reasonForContainer(release, serves, server);
    const replaces = newContainer !== undefined;
    const replaced = replaces ? settings.writtenFiles : undefined;
    const mountedFiles = release.container.files.map(({ container }) => container);
    const { volumes, carried: remembered } = withCarriedSince(release.container, current?.container);
    const atStake = (0,files_of_old/* filesOfOld */.Y)((0,orphans/* servingContainer */._B)(server), server, volumes, mountedFiles);
    const { carried, mounts } = (0,files_of_old/* whatIsCarried */.x)(atStake, replaced, release.app, (0,release_id/* releaseId */.Bf)(now, release.origin.commit));
    const port = replaces
        ? (0,deployment_port/* choosePort */.t9)(release.app, server.listeners, server.releases.recordedPorts)
        : release.container.loopbackPort;
    const given = (settings.environment ?? []).map(({ name }) => name);
    const container = {
        ...release.container,
        loopbackPort: port,
        volumes: [...volumes, ...mounts],
        carried: [...remembered, ...mounts],
        ...(replaces && environment !== undefined ? variablesOfToday(given, release.container, server) : {}),
    };
    return {
        release: {
            ...release,
            container: { ...container, hash: (0,build_hash/* containerHash */.Y)(release.build.hash, container) },
            site: {
                ...release.site,
                upstreamPort: port,
                certificate: certificate.pair,
                proof: { ...release.site.proof, path: current?.site.proof.path ?? release.site.proof.path },
                ipv6: server.system.ipv6,
            },
        },
        source: { kind: 'kept', environment: replaces ? environment : undefined },
        newContainer,
        certificate,
        adoption: kept_releases/* nothingAdopted */.fR,
        atStake,
        carried,
        publicAddress,
        hidden: environment === undefined ? 'all' : 'taken-over',
        choices: {
            writtenFiles: settings.writtenFiles,
            keepReleases: settings.keepReleases,
            host: settings.server.host,
            dnsOverwrite: settings.tencent?.dnsOverwrite ?? [],
            language: settings.language,
            hooks: settings.hooks,
        },
        advice: {
            problems: [
                ...(replaces ? missingParts(release, environment === undefined, server) : []),
                ...(serves ? otherVariables(environment && (0,env_content/* sha256Of */.B)(environment), release, server) : []),
            ],
            warnings: [],
            notices: { configuration: [], paths: [] },
            healthReason: (0,messages_text/* text */.Qq)('as when it was deployed', '与部署时相同'),
        },
    };
}
/**
 * The variables that are given in the place of those that it had. None of the others is to outrank one of them: neither
 * what docker is given in argv, nor what a container set up by hand had.
 */
function variablesOfToday(given, { variables }, { releases: { adopted } }) {
    return {
        variables: Object.fromEntries(Object.entries(variables).filter(([name]) => !given.includes(name))),
        environmentNames: given,
        inheritedEnvironment: (adopted?.inherited?.environment ?? []).filter((name) => !given.includes(name) && !(0,inherited_settings/* isReadOnTheRunner */.pU)(name)),
    };
}
/** Why a container is needed; undefined where the release serves and its own stays, or is started again. */
function reasonForContainer(release, serves, server) {
    if (!serves)
        return kept_releases/* reasonToGoBack */.Tt;
    const runs = (0,orphans/* containerOf */.t8)(release.id, server)?.status === 'running';
    return runs || (0,start_again/* toStartAgain */.Q)(release, server) !== undefined
        ? undefined
        : (0,messages_text/* text */.Qq)('its container does not run', '容器未在运行');
}
/** A release that serves gets no other variables by going to it. */
function otherVariables(sha256, { id, app }, { releases }) {
    return sha256 === undefined || sha256 === releases.environmentSha256
        ? []
        : [(0,failure/* failure */.V2)('RELEASE_SERVES', { app, release: id })];
}

// EXTERNAL MODULE: ./.build/lib/deployment/plan.js + 88 modules
var deployment_plan = __webpack_require__(26074);
// EXTERNAL MODULE: ./.build/lib/deployment/space.js
var space = __webpack_require__(70122);
// EXTERNAL MODULE: ./.build/lib/engine/plan.js
var plan = __webpack_require__(9678);
// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/messages/deploy-log.js
var deploy_log = __webpack_require__(3451);
// EXTERNAL MODULE: ./.build/lib/messages/rollback.js
var rollback = __webpack_require__(82151);
// EXTERNAL MODULE: ./.build/lib/resources/docker-engine.js
var docker_engine = __webpack_require__(96553);
// EXTERNAL MODULE: ./.build/lib/resources/packages/packages.js + 5 modules
var packages_packages = __webpack_require__(54304);
// EXTERNAL MODULE: ./.build/lib/resources/release-record.js
var release_record = __webpack_require__(99880);
// EXTERNAL MODULE: ./.build/lib/server/space.js
var server_space = __webpack_require__(73022);
// EXTERNAL MODULE: ./.build/lib/survey/closed-places.js
var closed_places = __webpack_require__(80402);
// EXTERNAL MODULE: ./.build/lib/survey/deployment.js + 6 modules
var deployment = __webpack_require__(59101);
// EXTERNAL MODULE: ./.build/lib/survey/provisioned-server.js
var provisioned_server = __webpack_require__(70679);
// EXTERNAL MODULE: ./.build/lib/survey/refusals.js
var refusals = __webpack_require__(58900);
// EXTERNAL MODULE: ./.build/lib/commands/account.js + 1 modules
var commands_account = __webpack_require__(55930);
// EXTERNAL MODULE: ./.build/lib/commands/carry-out.js + 2 modules
var carry_out = __webpack_require__(51251);
// EXTERNAL MODULE: ./.build/lib/commands/connect.js + 30 modules
var connect = __webpack_require__(97792);
// EXTERNAL MODULE: ./.build/lib/commands/last-looks.js + 2 modules
var last_looks = __webpack_require__(83947);
// EXTERNAL MODULE: ./.build/lib/commands/lock.js + 2 modules
var lock = __webpack_require__(12172);
// EXTERNAL MODULE: ./.build/lib/deployment/managed-applications.js
var managed_applications = __webpack_require__(22093);
// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/server/enough-shells.js
var enough_shells = __webpack_require__(63756);
// EXTERNAL MODULE: ./.build/lib/survey/domain-certificates.js
var domain_certificates = __webpack_require__(91630);
// EXTERNAL MODULE: ./.build/lib/engine/survey.js
var survey = __webpack_require__(29719);
// EXTERNAL MODULE: ./.build/lib/survey/applications.js
var applications = __webpack_require__(28634);
// EXTERNAL MODULE: ./.build/lib/survey/container-list.js
var container_list = __webpack_require__(25771);
// EXTERNAL MODULE: ./.build/lib/survey/images.js
var survey_images = __webpack_require__(31155);
// EXTERNAL MODULE: ./.build/lib/survey/nginx.js + 5 modules
var survey_nginx = __webpack_require__(347);
// EXTERNAL MODULE: ./.build/lib/survey/releases.js
var releases = __webpack_require__(15127);
// EXTERNAL MODULE: ./.build/lib/survey/releases-probe.js
var releases_probe = __webpack_require__(95384);
;// CONCATENATED MODULE: ./.build/lib/survey/kept.js







/** Asks which applications a server has: nginx for its files, and the records. */
function surveyApplications(server, domain) {
    const nginx = (0,survey/* askedBefore */.or)(survey_nginx/* nginxAnswer */.dC, (0,survey_nginx/* nginxProbe */.nE)('', domain));
    return (0,survey/* survey */.Fr)(server, { nginx: nginx.probe, applications: applications/* applicationsProbe */.w }, nginx.opening);
}
/** Asks for the releases that are kept of an application. `opening`: bash that runs before anything is asked. */
async function surveyKept(server, { app, image, domain }, opening) {
    const nginx = (0,survey/* askedBefore */.or)(survey_nginx/* nginxAnswer */.dC, (0,survey_nginx/* nginxProbe */.nE)(app, domain), container_list/* listContainersOnce */.qk);
    const probes = { nginx: nginx.probe, releases: (0,releases_probe/* releasesProbe */.L)(app), images: (0,survey_images/* imagesProbe */.T)(image) };
    const found = await (0,survey/* survey */.Fr)(server, probes, `${opening}\n${nginx.opening}`);
    return { ...found, releases: (0,releases/* whatServes */.VH)(found.releases, (0,survey_nginx/* servedRelease */.h)(found.nginx)) };
}

// EXTERNAL MODULE: ./.build/lib/values/app-name.js
var app_name = __webpack_require__(55508);
// EXTERNAL MODULE: ./.build/lib/commands/check-hooks.js + 2 modules
var check_hooks = __webpack_require__(17785);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/look-rollback.js

















/** Finds the application that is asked for. Throws APPLICATION_NOT_FOUND and APPLICATION_AMBIGUOUS. */
function findApplication({ session, settings, run, record }) {
    const { app, site } = settings;
    return (0,commands_run/* timed */.ay)(run, record, 'find', rollback/* rollbackMessages */.d.find, async () => {
        const { nginx, applications } = await surveyApplications(session, site.domain);
        const all = (0,managed_applications/* deployedApplications */.Ky)((0,domain_certificates/* configurationOf */.Q)(nginx), applications);
        return (0,managed_applications/* applicationAskedFor */.aZ)({ app, domain: site.domain, httpsPort: site.httpsPort }, all);
    });
}
/**
 * Surveys the server for the release to roll back to, once it lets `opening` pass. Throws where that cannot be done, or
 * root would run or write what another user can change.
 */
function lookForRollback({ session, settings, run, record }, { app, domain, release: seen }, opening) {
    return (0,commands_run/* timed */.ay)(run, record, 'survey', commands/* commandMessages */.c.survey, () => (0,enough_shells/* withEnoughShells */.m)(session, async () => {
        const image = (0,app_name/* imageNameOf */.mi)(app);
        const kept = await surveyKept(session, { app, image, domain }, opening);
        // A switch that was cut short is ended first: then it shows what serves.
        const { current, halfDone } = kept.releases;
        const live = { written: (0,survey_nginx/* writtenRelease */.Fu)(kept.nginx), served: (0,survey_nginx/* servedRelease */.h)(kept.nginx) };
        const asked = { app, wanted: settings.release, seen, ...live };
        const release = halfDone && current !== undefined ? current : pickRelease(asked, kept);
        const { container, site } = release;
        const application = { app, image, pulledImages: (0,kept_image/* basesOf */.c)(release) };
        const [surveyed] = await Promise.all([
            (0,deployment/* surveyDeployment */.GG)(session, application, site.domain, withCarriedSince(container, current?.container).volumes),
            (0,check_hooks/* checkHooks */.T)(session, settings.hooks),
        ]);
        const strange = (0,refusals/* distrusted */.kw)(surveyed, (0,application_paths/* applicationDirectory */.gZ)(app));
        if (strange.length > 0)
            throw new failure/* Failures */.oo(strange);
        record.app = app;
        record.previous = surveyed.releases.current;
        record.domain = site.domain;
        record.httpsPort = site.httpsPort;
        return { release, surveyed };
    }));
}

// EXTERNAL MODULE: ./.build/lib/commands/open-account.js + 8 modules
var open_account = __webpack_require__(49479);
// EXTERNAL MODULE: ./.build/lib/messages/inputs.js + 2 modules
var inputs = __webpack_require__(94472);
// EXTERNAL MODULE: ./.build/lib/settings/rollback-inputs.js
var rollback_inputs = __webpack_require__(28520);
;// CONCATENATED MODULE: ./.build/lib/commands/rollback-cures.js





/**
 * A failure as `rollback` tells it: a cure is written for the deploy that sets an input, and a release that was kept has
 * settings of its own.
 */
function forRollback(failed) {
    const { code, text, evidence, cause } = failed;
    const advised = Object.keys(inputs/* inputTexts */.L).filter((name) => !(0,rollback_inputs/* countsForRollback */.C)(name) && new RegExp(`\`${name}(?:\`|: )|^${name}: `, 'm').test(text.cure.en));
    if (advised.length === 0)
        return failed;
    return new failure/* Failure */.HR(code, { ...text, cure: (0,messages_text/* lines */.Mn)(text.cure, rollback/* rollbackMessages */.d.ownSettings(advised)) }, { evidence, cause });
}

// EXTERNAL MODULE: ./.build/lib/commands/ssh-access.js + 4 modules
var ssh_access = __webpack_require__(65569);
// EXTERNAL MODULE: ./.build/lib/commands/telling.js
var telling = __webpack_require__(76104);
;// CONCATENATED MODULE: ./.build/lib/commands/rollback.js




























/**
 * Rolls back to a release that was kept on the server, by the same switch and the same verification as a deploy. Throws
 * `Failures`; what was reached is in `record`.
 */
async function rollback_rollback(settings, run, record) {
    try {
        await rollBack(settings, run, record);
    }
    catch (error) {
        throw new failure/* Failures */.oo((0,failure/* failuresOf */.dJ)(error).map(forRollback));
    }
    finally {
        for (const told of [record.notices, record.failures])
            told.splice(0, told.length, ...told.map(forRollback));
    }
}
async function rollBack(settings, run, record) {
    record.app = settings.app;
    const { unusedInputs: unused } = settings;
    if (unused.length > 0)
        run.log.info(rollback/* rollbackMessages */.d.unused(unused));
    await (0,commands_run/* timed */.ay)(run, record, 'inputs', rollback/* rollbackMessages */.d.check, () => (0,connect/* checkCredentials */.v)(settings.server));
    const tencent = settings.tencent && (0,open_account.openAccount)(settings.tencent, settings.language, run, run.cancelled);
    await (0,ssh_access/* withSshAccess */.V)(tencent, settings, run, record, async (access) => {
        const session = await (0,commands_run/* timed */.ay)(run, record, 'connect', commands/* commandMessages */.c.connect(settings.server.host), access.connect);
        await (0,telling/* tellingWhatIsLeft */.fZ)(run, record, async () => {
            const brought = await bringAbout({ session, access, tencent, settings, run, record });
            await (0,last_looks/* lastLooks */.h)(brought, session, settings, run, record);
        });
    });
}
/** Everything that changes the server, and the account that it is in. */
async function bringAbout(start) {
    const application = await findApplication(start);
    return (0,lock/* underLock */.y)(start, application.app, {
        look: (opening, held) => lookForRollback({ ...start, run: held }, application, opening),
        isHalfDone: ({ surveyed }) => surveyed.releases.halfDone,
        work: (lock, found) => bringUnderLock(start, lock, application, found),
    }, start.settings.lockTimeoutSeconds);
}
async function bringUnderLock(start, lock, application, found) {
    const { session, access, tencent, settings, run, record } = start;
    const { release, surveyed } = await withDocker(start, lock, application, found);
    const serving = surveyed.releases.current?.id;
    run.log.info(serving === release.id ? rollback/* rollbackMessages */.d.serves(release.app, release.id) : rollback/* rollbackMessages */.d.goesTo(release.app, release.id, serving ?? '-'));
    if (settings.release === undefined && serving !== release.id)
        run.log.info(rollback/* rollbackMessages */.d.repeat(release.id));
    const cloud = await (0,commands_account/* lookAround */.h)(session, tencent, { ...settings, site: release.site }, surveyed, run, record);
    await access.clearLeftovers(cloud.account?.firewall);
    const server = (0,provisioned_server/* provisionedServer */.I)(surveyed);
    const { domain } = release.site;
    const now = new Date(run.now());
    const certificate = (0,decision_certificate/* certificateAtHand */.GW)(domain, server, { now, roots: run.roots });
    const { account, publicAddress } = cloud;
    const target = decideRollback({ settings, release, server, certificate, publicAddress, now });
    const deployment = (0,deployment_plan/* planDeployment */.H)(target, server, account);
    await (0,telling/* tellDeployment */.jZ)(deployment, run, record);
    const { plan } = deployment;
    const by = { ...target.release, origin: run.origin };
    const farewell = (0,release_record/* deployLogLine */.eT)(by, deploy_log/* deployLogSubjects */.x.rollback(record.previous?.id ?? '-')[settings.language]);
    const title = rollback/* rollbackMessages */.d.switchTitle(release.app, release.id);
    await (0,carry_out/* carryOut */.u0)({ plan, release: target.release, title, farewell }, { session, lock, run, record });
    return { deployment, cloud };
}
/** The same with the engine running: one that is stopped is started. Throws `Failures` where the server cannot be worked with. */
async function withDocker(start, lock, application, found) {
    const { session, run, record, settings } = start;
    refuse(found, settings);
    const { system, docker } = found.surveyed;
    const wave = (0,docker_engine/* planEngine */.K)(system, docker);
    if (wave.length === 0)
        return found;
    record.plan = (0,plan/* makePlan */.Cs)(wave);
    await (0,telling/* tellPlan */.fb)(record.plan, run);
    await (0,carry_out/* apply */.Bb)(wave, session, (0,carry_out/* whileHeld */.tE)({ lock, run }), record);
    const after = await lookForRollback(start, application, '');
    refuse(after, settings);
    return after;
}
function refuse({ surveyed }, { server }) {
    const { system, docker, nginx, storage, closed } = surveyed;
    const problems = [
        ...(0,refusals/* confined */.dg)(system),
        ...(0,refusals/* refusals */.Ke)(docker, nginx, []),
        // Nothing is installed on the way back.
        ...(0,packages_packages/* provisionProblems */.ao)(system, (0,packages_packages/* missingPackages */.K$)(surveyed), 'never'),
        ...(0,server_space/* spaceFailures */.Ew)(server.host, space/* needsOfRun */.A, storage.fileSystems),
        ...(0,closed_places/* closedFailures */.oo)(closed, deployment/* placesOfRun */.pW),
    ];
    if (problems.length > 0)
        throw new failure/* Failures */.oo(problems);
}


/***/ }),

/***/ 22093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ky: () => (/* binding */ deployedApplications),
/* harmony export */   aZ: () => (/* binding */ applicationAskedFor),
/* harmony export */   h: () => (/* binding */ managedApplications)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
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


/***/ }),

/***/ 28634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ applicationsProbe)
/* harmony export */ });
/* harmony import */ var _layout_release_id_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79468);
/* harmony import */ var _release_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56492);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27113);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15127);




// Of a folder that another user can change nothing is read (rule *Roots alone*).
const script = `
for current in /docker/app/*/current; do
  [ -L "$current" ] && link=$(readlink "$current") && [[ $link =~ ^releases/${_layout_release_id_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseIdForm */ .Ns}$ ]] || continue
  folder=\${current%/current} release=\${current%/*}/$link
  [ -f "$release/release.json" ] && [ -f "$release/${_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .markerFile */ .bx}" ] || continue
  [ -z "$(strangers "$release/release.json" "$release/${_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .markerFile */ .bx}")" ] || continue
  [ "$(cat "$release/${_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .markerFile */ .bx}")" = "\${folder##*/} \${link#releases/}" ] || continue
  echo "current $(base64 -w0 <"$release/release.json")"
done
true`;
/** Asks for the applications that were deployed to a server, by the records of their current releases. */
const applicationsProbe = {
    script,
    read: (output) => (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .readLines */ .S)(output)
        .values('current')
        .flatMap((base64) => (0,_releases_js__WEBPACK_IMPORTED_MODULE_1__/* .readRelease */ .iJ)(base64) ?? []),
};


/***/ })

};
