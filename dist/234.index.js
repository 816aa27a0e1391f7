export const id = 234;
export const ids = [234];
export const modules = {

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
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
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
            // Each file is compared with what was read of it.
            before: '',
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
// EXTERNAL MODULE: ./.build/lib/messages/deploy-log.js
var deploy_log = __webpack_require__(3451);
// EXTERNAL MODULE: ./.build/lib/resources/release-record.js
var release_record = __webpack_require__(99880);
// EXTERNAL MODULE: ./.build/lib/commands/carry-out.js + 2 modules
var carry_out = __webpack_require__(51251);
// EXTERNAL MODULE: ./.build/lib/commands/connect.js + 30 modules
var connect = __webpack_require__(97792);
// EXTERNAL MODULE: ./.build/lib/commands/issue.js + 2 modules
var issue = __webpack_require__(58306);
// EXTERNAL MODULE: ./.build/lib/commands/lock.js + 2 modules
var lock = __webpack_require__(12172);
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
    return (0,failure/* failure */.V2)('RELEASE_NOT_RECORDED', { app, release, folder: (0,release_paths/* releaseDirectory */.fF)({ app, id: release }), kept: '' });
}

// EXTERNAL MODULE: ./.build/lib/commands/observe-deployment.js + 4 modules
var observe_deployment = __webpack_require__(6664);
// EXTERNAL MODULE: ./.build/lib/commands/open-account.js + 8 modules
var open_account = __webpack_require__(49479);
// EXTERNAL MODULE: ./.build/lib/commands/open-issuer.js + 29 modules
var open_issuer = __webpack_require__(7735);
// EXTERNAL MODULE: ./.build/lib/commands/public-address.js
var public_address = __webpack_require__(80525);
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
    const { release, application } = first;
    run.log.info(renewMessages.application(release.app, settings.site.domain, application.ports.join(', ')));
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
    return (0,lock/* underLock */.y)(start, app, {
        look: (opening, held) => look({ ...start, run: held }, app, opening),
        isHalfDone: ({ server }) => server.releases.halfDone,
        work,
    }, start.settings.lockTimeoutSeconds);
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
    const subject = deploy_log/* deployLogSubjects */.x.certificate(domain, (0,messages_text/* dayOf */.kb)(certificate.certificate.notAfter));
    const farewell = (0,release_record/* deployLogLine */.eT)({ ...release, origin: run.origin }, subject[settings.language]);
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
