export const id = 721;
export const ids = [721];
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

/***/ 75721:
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
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 62 modules
var failure = __webpack_require__(22078);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/decision/build-hash.js
var build_hash = __webpack_require__(24066);
// EXTERNAL MODULE: ./.build/lib/decision/env-content.js
var env_content = __webpack_require__(17614);
// EXTERNAL MODULE: ./.build/lib/decision/files-of-old.js
var files_of_old = __webpack_require__(17906);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/layout/release-paths.js
var release_paths = __webpack_require__(33433);
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
        ...(env ? [(0,release_paths/* environmentFile */.qU)(release)] : []),
        ...files.map(({ name }) => `${(0,release_paths/* filesDirectory */.Rv)(release)}/${name}`),
        ...(pages === undefined || hasPages ? [] : [pages]),
    ];
    return [
        ...gone.map((path) => (0,failure/* failure */.V2)('RELEASE_INCOMPLETE', { app, release: id, path })),
        ...missingImage(release, server),
        ...keptContainer(release, server),
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
/** Its old container holds files that could not be carried: a new one would take its place in the records. */
function keptContainer(release, server) {
    const container = (0,orphans/* containerOf */.t8)(release.id, server);
    if (container === undefined || !server.written.containers.some((one) => one.container === container.id && one.kept))
        return [];
    return [(0,failure/* failure */.V2)('RELEASE_CONTAINER_KEPT', { app: release.app, release: release.id, container: container.name })];
}

;// CONCATENATED MODULE: ./.build/lib/decision/rollback.js










/**
 * The release that is asked for by its id, or the one before the one that serves. Throws RELEASE_NOT_KEPT and
 * NO_PREVIOUS_RELEASE, with what can be gone back to.
 */
function pickRelease(wanted, app, found) {
    const kept = (0,kept_releases/* keptReleases */.ZL)(found);
    const picked = wanted === undefined ? (0,kept_releases/* previousOf */.te)(kept) : kept.find(({ release }) => release.id === wanted);
    if (picked !== undefined)
        return picked.release;
    const list = listOf(kept);
    if (wanted !== undefined)
        throw (0,failure/* failure */.V2)('RELEASE_NOT_KEPT', { app, release: wanted, kept: list });
    const { current, adopted } = found.releases;
    const byHand = adopted?.container?.keptAs;
    throw (0,failure/* failure */.V2)('NO_PREVIOUS_RELEASE', { app, serving: current?.id ?? '-', kept: list, byHand: byHand ?? '' });
}
/** A line a release that does not serve, the newest first. */
function listOf(kept) {
    return kept
        .filter(({ serves }) => !serves)
        .map(lineOf)
        .join('\n');
}
function lineOf({ release: { id, origin } }) {
    return [id, origin.commit.slice(0, 12), origin.actor].filter(Boolean).join(' ');
}
/** Decides how a release that was kept is to serve on the server of today. */
function decideRollback({ settings, release, server, certificate, publicAddress }) {
    const { current } = server.releases;
    const environment = (0,env_content/* renderedEnvironment */.L)(settings.environment ?? []);
    const serves = current?.id === release.id;
    const newContainer = reasonForContainer(release, serves, server);
    const replaced = newContainer === undefined ? undefined : settings.writtenFiles;
    const mountedFiles = release.container.files.map(({ container }) => container);
    const { volumes } = release.container;
    const atStake = (0,files_of_old/* filesOfOld */.Y)((0,orphans/* servingContainer */._B)(server), server, volumes, mountedFiles);
    const { carried, mounts } = (0,files_of_old/* whatIsCarried */.x)(atStake, replaced, release.app, release.id);
    const port = newContainer === undefined
        ? release.container.loopbackPort
        : (0,deployment_port/* choosePort */.t9)(release.app, server.listeners, server.releases.recordedPorts);
    const given = environment === undefined ? undefined : (settings.environment ?? []).map(({ name }) => name);
    const container = {
        ...release.container,
        loopbackPort: port,
        volumes: [...volumes, ...mounts],
        carried: [...release.container.carried, ...mounts],
        environmentNames: given ?? release.container.environmentNames,
        inheritedEnvironment: release.container.inheritedEnvironment.filter((name) => given?.includes(name) !== true),
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
        source: { kind: 'kept', environment: newContainer === undefined ? undefined : environment },
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
                ...(newContainer === undefined ? [] : missingParts(release, environment === undefined, server)),
                ...(serves ? otherVariables(environment && (0,env_content/* sha256Of */.B)(environment), release, server) : []),
            ],
            warnings: [],
            notices: { configuration: [], paths: [] },
            healthReason: (0,messages_text/* text */.Qq)('as when it was deployed', '与部署时相同'),
        },
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

// EXTERNAL MODULE: ./.build/lib/deployment/plan.js + 85 modules
var deployment_plan = __webpack_require__(43617);
// EXTERNAL MODULE: ./.build/lib/deployment/space.js
var space = __webpack_require__(70122);
// EXTERNAL MODULE: ./.build/lib/engine/plan.js
var plan = __webpack_require__(9678);
// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
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
// EXTERNAL MODULE: ./.build/lib/values/app-name.js
var app_name = __webpack_require__(55508);
// EXTERNAL MODULE: ./.build/lib/commands/account.js + 1 modules
var commands_account = __webpack_require__(55930);
// EXTERNAL MODULE: ./.build/lib/commands/carry-out.js + 2 modules
var carry_out = __webpack_require__(51251);
// EXTERNAL MODULE: ./.build/lib/commands/connect.js + 30 modules
var connect = __webpack_require__(97792);
// EXTERNAL MODULE: ./.build/lib/commands/last-looks.js + 2 modules
var last_looks = __webpack_require__(83947);
// EXTERNAL MODULE: ./.build/lib/commands/lock.js
var lock = __webpack_require__(3902);
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

// EXTERNAL MODULE: ./.build/lib/commands/check-hooks.js + 1 modules
var check_hooks = __webpack_require__(97610);
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
 * Surveys the server for the release that is gone to, once it lets `opening` pass. Throws where that cannot be gone to, or
 * root would run or write what another user can change.
 */
function lookForRollback({ session, settings, run, record }, { app, domain }, opening) {
    return (0,commands_run/* timed */.ay)(run, record, 'survey', commands/* commandMessages */.c.survey, () => (0,enough_shells/* withEnoughShells */.m)(session, async () => {
        const image = (0,app_name/* imageNameOf */.mi)(app);
        const kept = await surveyKept(session, { app, image, domain }, opening);
        // A switch that was cut short is ended first: then it shows what serves.
        const { current } = kept.releases;
        const release = kept.releases.halfDone && current !== undefined ? current : pickRelease(settings.release, app, kept);
        const { container, site } = release;
        const application = { app, image, pulledImages: (0,kept_image/* basesOf */.c)(release) };
        const [surveyed] = await Promise.all([
            (0,deployment/* surveyDeployment */.GG)(session, application, site.domain, container.volumes),
            (0,check_hooks/* checkHooks */.T)(session, settings.hooks),
        ]);
        const strange = (0,refusals/* distrusted */.kw)(surveyed, (0,application_paths/* applicationDirectory */.gZ)(app));
        if (strange.length > 0)
            throw new failure/* Failures */.oo(strange);
        const serving = surveyed.releases.current;
        record.app = app;
        record.previous = serving;
        record.domain = site.domain;
        record.httpsPort = site.httpsPort;
        run.log.info(serving?.id === release.id ? rollback/* rollbackMessages */.d.serves(app, release.id) : rollback/* rollbackMessages */.d.goesTo(app, release.id, serving?.id ?? '-'));
        return { release, surveyed };
    }));
}

// EXTERNAL MODULE: ./.build/lib/commands/open-account.js + 8 modules
var open_account = __webpack_require__(49479);
// EXTERNAL MODULE: ./.build/lib/commands/settled.js + 1 modules
var settled = __webpack_require__(14519);
// EXTERNAL MODULE: ./.build/lib/commands/ssh-access.js + 4 modules
var ssh_access = __webpack_require__(65569);
// EXTERNAL MODULE: ./.build/lib/commands/telling.js
var telling = __webpack_require__(76104);
;// CONCATENATED MODULE: ./.build/lib/commands/rollback.js




























/**
 * Goes back to a release that was kept on the server, by the same switch and the same proof as a deploy. Throws `Failure` or
 * `Failures`; what was reached is in `record`.
 */
async function rollback_rollback(settings, run, record) {
    record.app = settings.app;
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
    const { session, settings, run, record } = start;
    const application = await findApplication(start);
    const { app } = application;
    return (0,lock/* underLock */.y)(session, (0,app_name/* imageNameOf */.mi)(app), run, {
        look: (opening, held) => lookForRollback({ ...start, run: held }, application, opening),
        work: async (lock, found) => {
            const isHalfDone = ({ surveyed }) => surveyed.releases.halfDone;
            const again = { app, isHalfDone, look: () => lookForRollback(start, application, '') };
            return bringUnderLock(start, lock, application, await (0,settled/* settled */.g)(found, again, { session, lock, run, record }));
        },
    }, settings.lockTimeoutSeconds);
}
async function bringUnderLock(start, lock, application, found) {
    const { session, access, tencent, settings, run, record } = start;
    const { release, surveyed } = await withDocker(start, lock, application, found);
    const cloud = await (0,commands_account/* lookAround */.h)(session, tencent, { ...settings, site: release.site }, surveyed, run, record);
    await access.clearLeftovers(cloud.account?.firewall);
    const server = (0,provisioned_server/* provisionedServer */.I)(surveyed);
    const { domain } = release.site;
    const certificate = (0,decision_certificate/* certificateAtHand */.GW)(domain, server, { now: new Date(run.now()), roots: run.roots });
    const { account, publicAddress } = cloud;
    const target = decideRollback({ settings, release, server, certificate, publicAddress });
    const deployment = (0,deployment_plan/* planDeployment */.H)(target, server, account);
    await (0,telling/* tellDeployment */.jZ)(deployment, run, record);
    const { plan } = deployment;
    const by = { ...target.release, origin: run.origin };
    const farewell = (0,release_record/* deployLogLine */.eT)(by, rollback/* rollbackMessages */.d.subject(record.previous?.id ?? '-'));
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
        ...(0,packages_packages/* provisionProblems */.ao)(system, (0,packages_packages/* missingPackages */.K$)(surveyed), false),
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
