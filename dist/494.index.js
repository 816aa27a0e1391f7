export const id = 494;
export const ids = [494];
export const modules = {

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
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
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
    // A version that stayed is asked during the checks from the internet; a new one may fail at its first requests.
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

/***/ 6664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ observeDeployment)
});

// EXTERNAL MODULE: ./.build/lib/checks/diagnose.js
var diagnose = __webpack_require__(93420);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/checks/cloud-firewall.js
var cloud_firewall = __webpack_require__(15704);
// EXTERNAL MODULE: ./.build/lib/checks/host-firewall.js + 2 modules
var host_firewall = __webpack_require__(45970);
// EXTERNAL MODULE: ./.build/lib/checks/origin.js
var origin = __webpack_require__(17258);
;// CONCATENATED MODULE: ./.build/lib/checks/diagnose-pages.js





/** What is wrong with a static site as it is seen from outside; at most one failure for each of its two ports. */
function diagnosePages(observation) {
    return [diagnoseDocument(observation), diagnoseRedirect(observation)].filter((found) => found !== undefined);
}
function diagnoseDocument(observations) {
    const { pages, soundPort, errorLog, firewallAt, cloudAt } = observations;
    const { document } = pages;
    const { domain, httpsPort, path, tls, https, address = '-' } = document;
    const hostFirewall = firewallAt(httpsPort);
    const cloud = cloudAt?.(httpsPort);
    const inside = { application: 'healthy', nginxProven: true, hostFirewall, cloud };
    const found = (0,diagnose/* diagnosePath */.wU)({ outside: document, inside });
    // The same way as the API's, but no application stands at its end.
    if (found?.code === 'APPLICATION_STATUS' && https?.kind === 'answered') {
        const url = `${(0,origin/* origin */.T)(domain, httpsPort)}${path}`;
        return (0,failure/* failure */.V2)('SITE_STATUS', { url, status: https.status, domain, address, log: errorLog });
    }
    if (tls === undefined || tls.kind === 'served')
        return found;
    if (found?.code !== 'CLOUD_FIREWALL_OR_ROUTE' && found?.code !== 'ROUTE_BLOCKED')
        return found;
    return silence(address, httpsPort, tls, soundPort, hostFirewall, cloud);
}
function diagnoseRedirect(observations) {
    const { pages, httpPort, soundPort, firewallAt, cloudAt } = observations;
    const { document, redirect } = pages;
    if (redirect === undefined)
        return undefined;
    const expected = `${(0,origin/* origin */.T)(document.domain, document.httpsPort)}/`;
    if (redirect.kind === 'answered') {
        const { status, location = '-' } = redirect;
        if (status >= 300 && status < 400 && location.startsWith(expected))
            return undefined;
        const { domain, address = '-' } = document;
        return (0,failure/* failure */.V2)('SITE_REDIRECT', { url: `http://${domain}/`, status, location, expected, domain, address });
    }
    const firewall = firewallAt(httpPort);
    return ((0,host_firewall/* firewallBlamed */.Wo)(httpPort, firewall, redirect.stage === 'connect' ? 'connect' : 'later', redirect.detail) ??
        silence(document.address, httpPort, redirect, soundPort, firewall, cloudAt?.(httpPort)));
}
function silence(address = '-', port, connection, soundPort, firewall, cloud) {
    const blamed = (0,cloud_firewall/* cloudBlamed */.x)(address, port, connection, firewall, cloud);
    // Where the API is reached, the route is sound: what keeps one port of a server silent is the cloud or the filing.
    if (soundPort === undefined || blamed.code === 'CLOUD_FIREWALL_CLOSED')
        return blamed;
    return (0,failure/* failure */.V2)('SITE_UNREACHABLE', { address, port, apiPort: soundPort, detail: connection.detail });
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./.build/lib/checks/dns-cached.js


/**
 * The notice DNS_CACHED that stands for `found`, where the look from outside met exactly the old answer; undefined: `found`
 * stands. Only to be asked where the change was seen on all authoritative servers.
 */
function cachedAnswer(found, { domain, name, address = '-' }, replaced) {
    if (replaced === undefined || !['DNS_ELSEWHERE', 'DNS_SEVERAL', 'DNS_NOT_FOUND'].includes(found.code))
        return undefined;
    if (name.kind === 'unknown')
        return undefined;
    const all = name.kind === 'missing' ? [] : name.addresses;
    // The record is of IPv4 alone; what else the name has was not changed.
    const four = all.filter((one) => (0,external_node_net_.isIP)(one) === 4);
    const { answer, seconds } = replaced;
    const isOld = answer === 'alias' ? four.length > 0 && !four.includes(address) : isSame(four, answer);
    return isOld ? (0,failure/* failure */.V2)('DNS_CACHED', { domain, old: four.join(', '), address, seconds }) : undefined;
}
function isSame(some, others) {
    return new Set(some).size === new Set(others).size && some.every((one) => others.includes(one));
}

// EXTERNAL MODULE: ./.build/lib/checks/icp-report.js
var icp_report = __webpack_require__(85297);
// EXTERNAL MODULE: ./.build/lib/checks/icp-verdict.js
var icp_verdict = __webpack_require__(31014);
// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/nginx/site.js
var nginx_site = __webpack_require__(18342);
// EXTERNAL MODULE: ./.build/lib/release/release.js
var release_release = __webpack_require__(85369);
// EXTERNAL MODULE: ./.build/lib/resources/dns-record/dns-record.js + 4 modules
var dns_record = __webpack_require__(86078);
// EXTERNAL MODULE: ./.build/lib/tencent/read-firewall.js
var read_firewall = __webpack_require__(41727);
;// CONCATENATED MODULE: ./.build/lib/commands/observe-cloud.js


/** Asks what the cloud's firewall does with ports by now; one that cannot be read says nothing. */
async function observeCloudFirewall(account) {
    if (account?.firewall === undefined)
        return () => undefined;
    const { tencent, firewall } = account;
    const now = await (0,read_firewall/* rereadFirewall */.OA)(tencent, firewall).catch(() => undefined);
    return (port) => now && (0,cloud_firewall/* cloudPortAt */.O)(port, now);
}

// EXTERNAL MODULE: ./.build/lib/commands/observe-icp.js + 1 modules
var observe_icp = __webpack_require__(8572);
// EXTERNAL MODULE: ./.build/lib/engine/survey.js
var survey = __webpack_require__(29719);
// EXTERNAL MODULE: ./.build/lib/resources/container/container-probe.js + 1 modules
var container_probe = __webpack_require__(25751);
// EXTERNAL MODULE: ./.build/lib/survey/firewall.js
var survey_firewall = __webpack_require__(9617);
// EXTERNAL MODULE: ./.build/lib/survey/listeners.js
var listeners = __webpack_require__(16572);
// EXTERNAL MODULE: ./.build/lib/survey/packet-filter.js + 10 modules
var packet_filter = __webpack_require__(19880);
// EXTERNAL MODULE: ./.build/lib/survey/serving-probe.js
var serving_probe = __webpack_require__(38838);
// EXTERNAL MODULE: ./.build/lib/values/health-status.js
var health_status = __webpack_require__(16426);
;// CONCATENATED MODULE: ./.build/lib/commands/observe-inside.js










/** Looks at the server itself, past every firewall, to tell where a request that fails from outside is lost. */
async function observeInside(server, { target: { release, certificate, hidden }, nginx }, account, address) {
    const { site } = release;
    const cloudAt = await observeCloudFirewall(account);
    const seen = await (0,survey/* survey */.Fr)(server, {
        serving: (0,serving_probe/* servingProbe */.D)(site.domain, site.httpsPort, site.proof.path),
        container: (0,container_probe/* containerProbe */.A)(release, hidden),
        listeners: listeners/* listenersProbe */.u_,
        firewall: survey_firewall/* firewallProbe */.j,
        filters: packet_filter/* packetFilterProbe */.B,
    });
    const [holder] = (0,listeners/* holdersOf */.pW)(seen.listeners, site.httpsPort);
    return {
        application: seen.container.well ? 'healthy' : seen.container.observation,
        nginxProven: seen.serving.release === release.id &&
            seen.serving.fingerprint === certificate.certificate.fingerprint &&
            (0,health_status/* accepts */.G3)((0,release_release/* proofStatus */.Jn)(release), seen.serving.status),
        ...(holder === undefined ? {} : { listener: `${holder.process} (pid ${holder.pid ?? '-'})` }),
        nginx,
        cloud: cloudAt(site.httpsPort),
        hostFirewall: (0,host_firewall/* hostFirewallAt */.gC)(site.httpsPort, seen.firewall, withRunner(seen.filters, server), address),
    };
}
/** Asks what the server's own firewall does with connections to ports of `address`. */
async function observeFirewall(server, address) {
    const { firewall, filters } = await (0,survey/* survey */.Fr)(server, { firewall: survey_firewall/* firewallProbe */.j, filters: packet_filter/* packetFilterProbe */.B });
    return (port) => (0,host_firewall/* hostFirewallAt */.gC)(port, firewall, withRunner(filters, server), address);
}
/** Behind a jump host, whoever asked is the jump host: what the filters do with the runner's address is not known. */
function withRunner(filters, { behindJumpHost }) {
    return behindJumpHost === true ? { ...filters, runner: '' } : filters;
}

// EXTERNAL MODULE: ./.build/lib/commands/observe-outside.js + 2 modules
var observe_outside = __webpack_require__(82578);
// EXTERNAL MODULE: ./.build/lib/commands/observe-wechat.js
var observe_wechat = __webpack_require__(45448);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/observe-deployment.js
















/**
 * Looks from outside; what is wrong there makes the run red, but undoes nothing (rule *Outside looks undo nothing*).
 */
async function observeDeployment(session, settings, deployment, { account, publicAddress }, run, record) {
    const { release, certificate } = deployment.target;
    const { site } = release;
    const known = {
        fingerprint: certificate.certificate.fingerprint,
        publicAddress,
    };
    const { domain, httpsPort, proof } = site;
    const { wechatCheck } = settings;
    const api = { domain, httpsPort, path: proof.target, status: (0,release_release/* proofStatus */.Jn)(release), ...known, wechatCheck };
    await (0,observe_outside/* observeOutside */.IQ)(api, run, record);
    const pages = await (0,observe_outside/* observeStaticSite */.se)(site, known, run, record);
    await (0,observe_icp/* observeIcpBlock */.I)(settings.icpCheck, { pages, mainland: account?.instance?.mainland }, run, record);
    const { outside } = record;
    if (outside === undefined)
        return;
    const failed = judge({ outside }, deployment, record).length > 0;
    const pagesFailed = pages === undefined ? [] : await pagesProblems(session, pages, failed ? undefined : httpsPort, deployment, account);
    if (!failed && pagesFailed.length === 0) {
        const required = await (0,observe_wechat/* observeWechat */.j)(outside, wechatCheck, [], run, record);
        record.verified = required.length === 0 && !(0,observe_outside/* failsForBlock */.aV)(settings, record);
        if (record.verified)
            run.log.info(commands/* commandMessages */.c.verified(`https://${domain}:${httpsPort}`));
        const url = (0,nginx_site/* staticUrl */.oz)(site);
        if (url !== undefined)
            run.log.info(commands/* commandMessages */.c.staticSite(url));
        (0,observe_outside/* tellOutside */.R_)([], settings, record, required);
        return;
    }
    const observation = failed
        ? { outside, inside: await observeInside(session, deployment, account, outside.address) }
        : undefined;
    const found = [...(observation === undefined ? [] : judge(observation, deployment, record)), ...pagesFailed];
    doubtBlock(found, run, record);
    const required = await (0,observe_wechat/* observeWechat */.j)(outside, wechatCheck, found, run, record);
    // What is broken on the server is broken for those who can reach it, too.
    const broken = observation !== undefined && (0,diagnose/* diagnoseInside */.vF)(outside, observation.inside) !== undefined;
    (0,observe_outside/* tellOutside */.R_)(found, broken ? { ...settings, outsideCheck: 'require' } : settings, record, required);
    record.proven = true;
}
/**
 * What is wrong. That the name still leads to where it led is only warned of, where this run has moved it and seen all of
 * its servers answer so: resolvers keep the old answer for a while.
 */
function judge(observed, { replaced }, record) {
    const found = (0,diagnose/* diagnose */.h4)(observed);
    if (!record.timings.some(({ id }) => id === dns_record/* dnsStep */.e))
        return found;
    const judged = found.map((one) => ({ one, cached: cachedAnswer(one, observed.outside, replaced) }));
    (0,run/* addNotices */.TL)(record, judged.flatMap(({ cached }) => cached ?? []));
    return judged.flatMap(({ one, cached }) => (cached === undefined ? one : []));
}
/** Takes a block back that the server's own packet filter may be the cause of. */
function doubtBlock(found, run, record) {
    const { icp } = record;
    if (icp === undefined || icp.status === 'outside-mainland')
        return;
    record.icp = (0,icp_verdict/* besideHostFirewall */.rB)(icp, found);
    if (record.icp !== icp)
        run.log.info((0,icp_report/* lineOfIcp */.s)(record.icp));
}
/** What is wrong with the static site; firewalls are only asked where something is. */
async function pagesProblems(session, pages, soundPort, { nginx: { errorLog } }, account) {
    const observation = { pages, httpPort: nginx_site/* staticPorts */.d6.http, soundPort, errorLog };
    if (diagnosePages({ ...observation, firewallAt: () => host_firewall/* unaskedFirewall */.Gj }).length === 0)
        return [];
    const [firewallAt, cloudAt] = await Promise.all([
        observeFirewall(session, pages.document.address),
        observeCloudFirewall(account),
    ]);
    return diagnosePages({ ...observation, firewallAt, cloudAt });
}


/***/ }),

/***/ 76104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fZ: () => (/* binding */ tellingWhatIsLeft),
/* harmony export */   fb: () => (/* binding */ tellPlan),
/* harmony export */   jZ: () => (/* binding */ tellDeployment)
/* harmony export */ });
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9678);
/* harmony import */ var _messages_aftermath_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39243);
/* harmony import */ var _messages_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40325);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51936);




/** Tells what is about to be done. */
function tellPlan(plan, run) {
    return run.log.group(_messages_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .commandMessages */ .c.plan, async () => {
        for (const line of (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .describePlan */ .df)(plan))
            run.log.info(line);
    });
}
/** Notes in the record what a deployment leads to, and tells what is about to be done. */
async function tellDeployment(deployment, run, record) {
    const { target, plan, siteText, warnings, notices, notes } = deployment;
    record.plan = (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .makePlan */ .Cs)([...(record.plan?.steps ?? []), ...plan.steps]);
    record.release = target.release;
    record.site = siteText;
    record.certificateNotAfter = target.certificate.certificate.notAfter;
    record.warnings.push(...warnings);
    (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .addNotices */ .TL)(record, notices);
    for (const note of notes)
        run.log.info(note);
    await tellPlan(plan, run);
}
/** Does `work`; where the run is cancelled meanwhile, what it leaves behind is warned of. Throws what `work` throws. */
async function tellingWhatIsLeft(run, record, work) {
    try {
        await work();
    }
    catch (error) {
        if (run.cancelled.aborted)
            record.warnings.push(...whatBecomesOfIt(record));
        throw error;
    }
}
/** What a run that was cancelled leaves behind. */
function whatBecomesOfIt({ fate, release, previous, uncertain }) {
    if (fate !== undefined)
        return [_messages_aftermath_js__WEBPACK_IMPORTED_MODULE_1__/* .aftermathMessages */ .d.fates[fate](release?.id ?? '', previous?.id)];
    return uncertain ? [_messages_aftermath_js__WEBPACK_IMPORTED_MODULE_1__/* .aftermathMessages */ .d.uncertain] : [];
}


/***/ }),

/***/ 39243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ aftermathMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

const previously = (previous) => previous === undefined
    ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the state before this run is live again', '本次运行之前的状态已恢复')
    : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${previous} is live`, `${previous} 正在提供服务`);
/** What is said of a switch whose run was cancelled or killed, by the run itself or by its post step. */
const aftermathMessages = {
    title: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Interrupted deploy', '部署被中断'),
    /** Which version is live, by what is known of the switch. */
    fates: {
        committed: (release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The switch is committed: ${release} is live. It was not checked from the internet. Run again to check it.`, `切换已提交：${release} 正在提供服务。尚未从公网检查，请重新运行以检查。`),
        undone: (release, previous) => {
            const live = previously(previous);
            return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The switch to ${release} failed and was undone: ${live.en}. Run again to deploy.`, `切换到 ${release} 失败并已撤销：${live.zh}。请重新运行以部署。`);
        },
        stuck: (release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The switch to ${release} failed and could not be undone completely. Log in, check \`nginx -t\` and \`docker ps -a\`, then run again.`, `切换到 ${release} 失败，且未能完全撤销。请登录服务器检查 \`nginx -t\` 和 \`docker ps -a\`，然后重新运行。`),
        'cut-short': (release, previous) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The switch to ${release} was interrupted on the server, most likely by a reboot. ${previous ?? 'The previous state'} or ${release} is live. Run again: the next run completes or undoes the switch first.`, `切换到 ${release} 的过程在服务器上被中断，很可能是服务器重启。当前提供服务的是 ${previous ?? '之前的状态'} 或 ${release}。请重新运行：下次运行会先完成或撤销这次切换。`),
        open: (release, previous) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The switch to ${release} had not ended yet. The server completes or undoes it without the runner; until then ${previous ?? 'the previous state'} or ${release} is live. The next run continues from there.`, `切换到 ${release} 尚未结束。服务器会独立完成或撤销；在此之前提供服务的是 ${previous ?? '之前的状态'} 或 ${release}。下次运行会在此基础上继续。`),
    },
    notBegun: (release, previous) => {
        const live = previously(previous);
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The switch to ${release} had not begun: ${live.en}. The next run removes what was prepared.`, `切换到 ${release} 尚未开始：${live.zh}。下次运行会清理已准备的内容。`);
    },
    tidying: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The server is still draining and removing the old version; it needs no runner for that.', '服务器仍在等待旧版本的请求结束并将其移除，无需运行器参与。'),
    uncertain: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The run did not see whether everything that it had begun on the server was completed or undone. The next run continues from there.', '本次运行未能确认已开始的操作是否全部完成或撤销。下次运行会在此基础上继续。'),
    inResume: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The run was interrupted while an earlier switch was being completed or undone. The server continues that without the runner; the next run checks it.', '运行在处理上次中断的切换时被中断。服务器会独立把它处理完，下次运行会检查结果。'),
    /** The run ended before the switch, in `phase`. */
    beforeSwitch: (phase) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The run was interrupted in: ${phase}. The switch had not begun: the previous release is still live. The next run removes what was prepared.`, `运行在「${phase}」阶段被中断。切换尚未开始：之前的版本仍在提供服务。下次运行会清理已准备的内容。`),
    looking: (host, seconds) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Reading the journal of the switch on ${host}, for up to ${seconds} s.`, `正在读取 ${host} 上的切换日志，最多 ${seconds} 秒。`),
    unreachable: (why) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The server could not be asked how the switch ended: ${why.en}`, `无法向服务器查询切换结果：${why.zh}`),
};


/***/ }),

/***/ 38838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ servingProbe),
/* harmony export */   U: () => (/* binding */ servedProbe)
/* harmony export */ });
/* harmony import */ var _fragments_serving_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74820);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);


/** Asks nginx on loopback for a path of a domain by https. */
function servingProbe(domain, port, path) {
    return { script: `${_fragments_serving_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAtNginx */ .b}\nlook_at_nginx https ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(domain)} ${port} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)}`, read: _fragments_serving_js__WEBPACK_IMPORTED_MODULE_0__/* .readServing */ .x };
}
/** Asks the same at several addresses; what each brought, by its port. */
function servedProbe(addresses) {
    const looks = addresses.map(({ domain, port, path }) => `echo "${port} $(look_at_nginx https ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(domain)} ${port} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)})"`);
    return {
        script: [_fragments_serving_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAtNginx */ .b, ...looks].join('\n'),
        read: (output) => new Map([...output.matchAll(/^(\d+) (.*)$/gm)].map(([, port, line = '']) => [Number(port), (0,_fragments_serving_js__WEBPACK_IMPORTED_MODULE_0__/* .readServing */ .x)(line)])),
    };
}


/***/ })

};
