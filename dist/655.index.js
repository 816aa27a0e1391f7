export const id = 655;
export const ids = [655,951];
export const modules = {

/***/ 67951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runnerLog: () => (/* binding */ runnerLog)
/* harmony export */ });
/* harmony import */ var _console_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38588);

/**
 * The runner's log in one language: groups fold, warnings become annotations. Groups do not nest there, so only the
 * outer one folds.
 */
function runnerLog(language) {
    let depth = 0;
    return {
        group: async (title, work) => {
            if (depth++ === 0)
                (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh)(title[language]);
            else
                (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)(title[language]);
            try {
                return await work();
            }
            finally {
                if (--depth === 0)
                    (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4)();
            }
        },
        info: (line) => (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)(line[language]),
        warning: (line) => (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .warn */ .R8)(line[language]),
        output: _console_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU,
        debug: _console_js__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz,
    };
}


/***/ }),

/***/ 3655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var run = __webpack_require__(51936);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 41 modules
var failure = __webpack_require__(60109);
// EXTERNAL MODULE: ./.build/lib/messages/inputs.js
var messages_inputs = __webpack_require__(8386);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/main.js

/** What is said around a command. */
const mainMessages = {
    ignored: (input) => (0,messages_text/* text */.Qq)(`The environment has INPUT_${input.toUpperCase()}, which is no input of this action.`, `环境变量 INPUT_${input.toUpperCase()} 不是本 Action 的输入，已忽略。`),
    evidence: (code) => (0,messages_text/* text */.Qq)(`Output that shows ${code}`, `${code} 的相关输出`),
    artifactFolder: (folder) => (0,messages_text/* text */.Qq)(`The artifact lies in ${folder}`, `产物位于 ${folder}`),
    artifactFailed: (detail) => (0,messages_text/* text */.Qq)(`The artifact could not be uploaded: ${detail}`, `产物上传失败：${detail}`),
    artifactOutOfTime: (0,messages_text/* text */.Qq)('Cancelled: there is no time to upload the artifact.', '运行已取消：没有时间上传产物。'),
};

// EXTERNAL MODULE: ./.build/lib/nginx/hide-complaint.js
var hide_complaint = __webpack_require__(80113);
// EXTERNAL MODULE: ./.build/lib/report/redact.js
var redact = __webpack_require__(29488);
;// CONCATENATED MODULE: ./.build/lib/report/shorten.js
/** A text of at most `most` characters: its beginning, or its end where `keeps` says so, and `…` for the rest. */
function shorten(text, most, keeps = 'beginning') {
    if (text.length <= most)
        return text;
    // Whole lines where there are several.
    return keeps === 'beginning'
        ? `${text.slice(0, most).replace(/\n[^\n]*$/, '\n')}…`
        : `… ${text.slice(-most).replace(/^[^\n]*\n(?!$)/, '\n')}`;
}

;// CONCATENATED MODULE: ./.build/lib/report/evidence.js



/** Characters of it that are shown at most. */
const mostEvidence = 60_000;
/** The output that shows a failure, for people to read, its last `most` characters; undefined where there is none. */
function evidenceOf({ evidence }, secrets, most = mostEvidence) {
    if (evidence === undefined || evidence.trim() === '')
        return undefined;
    // Redacted first: of a secret that is cut in two, neither half would be found.
    return shorten((0,redact/* redact */.E)((0,hide_complaint/* hideInComplaint */.F)(evidence.trimEnd()), secrets), most, 'end');
}

// EXTERNAL MODULE: ./.build/lib/settings/inputs.js
var settings_inputs = __webpack_require__(95129);
// EXTERNAL MODULE: ./.build/lib/settings/masks.js + 2 modules
var masks = __webpack_require__(105);
// EXTERNAL MODULE: ./.build/lib/settings/read-settings.js + 13 modules
var read_settings = __webpack_require__(73926);
// EXTERNAL MODULE: ./.build/lib/settings/unknown-inputs.js
var unknown_inputs = __webpack_require__(26004);
// EXTERNAL MODULE: ./.build/lib/action/cancellation.js
var cancellation = __webpack_require__(43482);
// EXTERNAL MODULE: ./.build/lib/action/console.js + 1 modules
var console = __webpack_require__(38588);
// EXTERNAL MODULE: ./.build/lib/action/log.js
var log = __webpack_require__(67951);
;// CONCATENATED MODULE: ./.build/lib/action/origin.js
/** Who runs what, as the runner's environment tells. */
function originOf(environment) {
    const { GITHUB_SHA, GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = environment;
    return {
        commit: GITHUB_SHA ?? '',
        actor: GITHUB_TRIGGERING_ACTOR ?? GITHUB_ACTOR ?? '',
        runUrl: GITHUB_REPOSITORY === undefined || GITHUB_RUN_ID === undefined
            ? ''
            : `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`,
    };
}
/** First line of the commit's message; empty where there is no git or no repository. */
async function subjectOf(commit, folder) {
    if (!/^[0-9a-f]{7,40}$/.test(commit))
        return '';
    try {
        const { getExecOutput } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 81260));
        const { exitCode, stdout } = await getExecOutput('git', ['log', '-1', '--format=%s', commit], {
            cwd: folder,
            silent: true,
            ignoreReturnCode: true,
        });
        return exitCode === 0 ? stdout.trim() : '';
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/engine/plan.js
var engine_plan = __webpack_require__(9678);
// EXTERNAL MODULE: ./.build/lib/nginx/hide-secrets.js + 1 modules
var hide_secrets = __webpack_require__(99083);
// EXTERNAL MODULE: ./.build/lib/release/shown.js
var release_shown = __webpack_require__(22697);
// EXTERNAL MODULE: ./.build/lib/resources/container/run-command.js
var run_command = __webpack_require__(23561);
// EXTERNAL MODULE: ./.build/lib/server/quote.js
var quote = __webpack_require__(76148);
;// CONCATENATED MODULE: ./.build/lib/report/artifact.js






/**
 * The files of the artifact: Dockerfile, nginx file, `docker run` line, plan and a record of the deployment.
 * Every one is passed through `redact` with `secrets`, though none is made of them.
 */
function artifactFiles(record, language, secrets) {
    const { plan } = record;
    const release = record.release && (0,release_shown/* shownRelease */.z)(record.release);
    const files = [];
    const add = (name, text) => {
        files.push({ name, text: (0,redact/* redact */.E)(text, secrets) });
    };
    if (plan !== undefined)
        add('plan.txt', `${(0,engine_plan/* describePlan */.df)(plan)
            .map((line) => line[language])
            .join('\n')}\n`);
    if (release !== undefined) {
        add('Dockerfile', release.build.dockerfile);
        const lines = (0,run_command/* commandsByHand */.Xm)(release).map((argv) => (0,quote/* commandLine */.a)(argv.map((word) => (0,redact/* redact */.E)(word, secrets))));
        add('docker-run.sh', `${lines.join('\n')}\n`);
        if (record.site !== undefined)
            add(`nginx-${release.image}.conf`, (0,hide_secrets/* hideSecrets */.s)(record.site));
    }
    // Before JSON escapes them: a secret with a quotation mark would not be found afterwards, and digits would leave no JSON.
    const shown = (_, value) => (typeof value === 'string' ? (0,redact/* redact */.E)(value, secrets) : value);
    files.push({ name: 'deployment.json', text: `${JSON.stringify(deploymentRecord(record), shown, 2)}\n` });
    return files;
}
/** What the run came to, for programs to read. */
function deploymentRecord(record) {
    const { outside } = record;
    return {
        app: record.app,
        release: record.release && (0,release_shown/* shownRelease */.z)(record.release),
        previousRelease: record.previous?.id,
        changed: record.changed,
        rolledBack: record.rolledBack,
        uncertain: record.uncertain,
        switch: record.fate,
        steps: record.plan?.steps.map(({ id, phase }) => ({ id, phase })),
        timings: record.timings,
        roundTrips: record.roundTrips,
        healthStatus: record.healthStatus,
        certificateNotAfter: record.certificateNotAfter?.toISOString(),
        outside: outside === undefined
            ? undefined
            : { address: outside.address, tls: tlsFacts(outside.tls), https: outside.https?.kind },
        notices: record.notices.map(recorded),
        failures: record.failures.map(recorded),
    };
}
function recorded({ code, text }) {
    return { code, what: text.what.en, cure: text.cure.en };
}
function tlsFacts(tls) {
    if (tls === undefined || tls.kind !== 'served')
        return tls === undefined ? undefined : { kind: tls.kind };
    return { kind: tls.kind, protocol: tls.protocol, fingerprint: tls.fingerprint256, chainLength: tls.chainLength };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./.build/lib/messages/checks.js
var checks = __webpack_require__(12374);
// EXTERNAL MODULE: ./.build/lib/checks/origin.js
var origin = __webpack_require__(17258);
;// CONCATENATED MODULE: ./.build/lib/checks/wechat.js



/** The strings to paste. */
function wechatDomains(domain, httpsPort) {
    return { request: (0,origin/* origin */.T)(domain, httpsPort), socket: `wss://${domain}` };
}
/**
 * WeChat's rules for a server, held against what was seen. Filing (备案) is not among them: it cannot be seen from here.
 */
function checkWechat(domain, { tls, tls12 }) {
    const served = tls?.kind === 'served' ? tls : undefined;
    return [
        { rule: checks/* ruleHostName */.cC, ok: isHostName(domain) },
        // 1.2 itself: phones that know nothing newer cannot connect otherwise (the network page, 「TLS 必须支持 1.2 及以上版本」).
        { rule: checks/* ruleTls */.QD, ok: served && tls12 },
        { rule: checks/* ruleChain */.gR, ok: holds(served, chainErrors) },
        { rule: checks/* ruleCertificateName */.vX, ok: holds(served, nameErrors) },
        { rule: checks/* ruleCertificateDates */.jE, ok: holds(served, dateErrors) },
    ];
}
const nameErrors = ['ERR_TLS_CERT_ALTNAME_INVALID'];
const dateErrors = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];
const chainErrors = undefined;
/** Whether the certificate is free of `errors`; of every error that is neither name nor date where that is undefined. */
function holds(served, errors) {
    if (served === undefined)
        return undefined;
    const error = served.authorizationError;
    if (error === undefined)
        return true;
    return errors === undefined ? [...nameErrors, ...dateErrors].includes(error) : !errors.includes(error);
}
function isHostName(domain) {
    const name = domain.toLowerCase();
    if ((0,external_node_net_.isIP)(name) !== 0 || name === 'api.weixin.qq.com')
        return false;
    return name.includes('.') && !name.endsWith('.localhost') && !/^\d+$/.test(name.slice(name.lastIndexOf('.') + 1));
}

// EXTERNAL MODULE: ./.build/lib/release/release.js
var release_release = __webpack_require__(85369);
;// CONCATENATED MODULE: ./.build/lib/report/outputs.js


/** The outputs of a run by their names in action.yml; what is not known is empty. */
function outputsOf(record, now) {
    const { release, domain, httpsPort, fate } = record;
    const unseen = fate === 'open' || fate === 'cut-short';
    const site = domain === undefined || httpsPort === undefined ? undefined : wechatDomains(domain, httpsPort);
    return {
        url: record.verified || record.proven ? (site?.request ?? '') : '',
        release: release?.id ?? '',
        'previous-release': record.previous?.id ?? '',
        image: release === undefined ? '' : (0,release_release/* imageTag */.I_)(release),
        container: release?.image ?? '',
        changed: record.changed ? 'true' : unseen || record.uncertain ? '' : 'false',
        'rolled-back': unseen ? '' : String(record.rolledBack),
        'health-status': record.healthStatus === undefined ? '' : String(record.healthStatus),
        'certificate-not-after': record.certificateNotAfter?.toISOString() ?? '',
        'wechat-request-domain': site?.request ?? '',
        'wechat-socket-domain': site?.socket ?? '',
        'duration-seconds': ((now - record.begun) / 1000).toFixed(1),
        'error-code': record.failures[0]?.code ?? '',
    };
}

;// CONCATENATED MODULE: ./.build/lib/messages/summary.js

/** Headings and words of the job summary. */
const summaryMessages = {
    deployed: (app, url) => (0,messages_text/* text */.Qq)(`${app} is deployed: ${url}`, `${app} 已部署：${url}`),
    unchanged: (app, url) => (0,messages_text/* text */.Qq)(`${app}: nothing to change, ${url} is proven`, `${app}：无需更改，已验证 ${url}`),
    planned: (app) => (0,messages_text/* text */.Qq)(`Plan for ${app}`, `${app} 的部署计划`),
    nothingPlanned: (app) => (0,messages_text/* text */.Qq)(`Plan for ${app}: nothing to change`, `${app} 的部署计划：无需更改`),
    notVerified: (url) => (0,messages_text/* text */.Qq)(`${url} could not be verified`, `无法验证 ${url}`),
    verified: (url) => (0,messages_text/* text */.Qq)(`${url} is as it should be`, `${url} 一切正常`),
    failed: (what) => (0,messages_text/* text */.Qq)(`Failed: ${what}`, `失败：${what}`),
    keptServing: (release) => (0,messages_text/* text */.Qq)(`${release} goes on serving.`, `${release} 继续提供服务。`),
    live: (release) => (0,messages_text/* text */.Qq)(`${release} is live.`, `${release} 正在提供服务。`),
    switchUndone: (0,messages_text/* text */.Qq)('The switch was undone.', '切换已撤销。'),
    rolledBack: (0,messages_text/* text */.Qq)('The switch was undone; what was prepared has been removed.', '切换已撤销；已准备的内容已清理。'),
    deploymentKept: (0,messages_text/* text */.Qq)('The deployment itself is proven on the server and stays; the failure is in what lies before it.', '部署本身已在服务器上验证并保留；问题出在服务器之外的链路。'),
    changes: (0,messages_text/* text */.Qq)('Changes', '更改'),
    step: (0,messages_text/* text */.Qq)('Step', '步骤'),
    reason: (0,messages_text/* text */.Qq)('Reason', '原因'),
    seconds: (0,messages_text/* text */.Qq)('Seconds', '秒'),
    timings: (0,messages_text/* text */.Qq)('Timings', '耗时'),
    path: (0,messages_text/* text */.Qq)('The way of a request', '请求路径'),
    browser: (0,messages_text/* text */.Qq)('Browser', '浏览器'),
    pages: (0,messages_text/* text */.Qq)('static site', '静态站点'),
    miniProgram: (0,messages_text/* text */.Qq)('Mini program', '小程序'),
    wechat: (0,messages_text/* text */.Qq)('To paste into 服务器域名 (mp.weixin.qq.com → 开发管理)', '粘贴到「服务器域名」（mp.weixin.qq.com → 开发管理）'),
    requestDomain: (0,messages_text/* text */.Qq)('request, uploadFile, downloadFile', 'request / uploadFile / downloadFile 合法域名'),
    socketDomain: (0,messages_text/* text */.Qq)('socket', 'socket 合法域名'),
    filing: (0,messages_text/* text */.Qq)('The domain must be filed (备案) with the hosting vendor; that cannot be seen from here.', '域名必须在云服务商处完成备案；此处无法检测。'),
    certificate: (day) => (0,messages_text/* text */.Qq)(`Certificate valid until ${day}`, `证书有效期至 ${day}`),
    evidence: (0,messages_text/* text */.Qq)('Output', '输出'),
    warnings: (0,messages_text/* text */.Qq)('Warnings', '警告'),
    tooLong: (0,messages_text/* text */.Qq)('The rest is too long for a summary: see the log.', '其余内容过长，无法放入摘要：请查看日志。'),
};

// EXTERNAL MODULE: ./.build/lib/nginx/site.js
var nginx_site = __webpack_require__(18342);
// EXTERNAL MODULE: ./.build/lib/report/markdown.js
var markdown = __webpack_require__(22144);
;// CONCATENATED MODULE: ./.build/lib/report/summary.js







/** GitHub drops a summary of more than 1 MiB as a whole, and counts bytes. */
const mostBytes = 1_000_000;
/** Characters that each of its texts may have, tried one after another until the whole fits. */
const limits = [mostEvidence, 10_000, 2000, 300];
/**
 * The job summary in Markdown: what happened, what changed, how long it took, the way of a request, WeChat's strings.
 * Without `secrets`; texts are shortened as far as GitHub's limit asks for.
 */
function renderSummary(command, record, language, secrets = []) {
    // Escaped, a secret is written in yet another form.
    const forms = [...secrets, ...secrets.map(markdown/* plain */.pj)];
    for (const most of limits) {
        const summary = (0,redact/* redact */.E)(renderAll(command, record, { language, secrets, most }), forms);
        if (Buffer.byteLength(summary) <= mostBytes)
            return summary;
    }
    const codes = record.failures.map(({ code }) => `- **${code}**`).slice(0, 1000);
    const shown = (words) => (0,markdown/* plain */.pj)(words[language]);
    return [`## ${shown(title(command, record))}`, codes.join('\n'), shown(summaryMessages.tooLong)].join('\n\n');
}
function renderAll(command, record, reader) {
    const cut = (words) => shorten((0,redact/* redact */.E)(words, reader.secrets), reader.most);
    const t = (words) => cut(words[reader.language]);
    return [
        `## ${(0,markdown/* plain */.pj)(t(title(command, record)))}`,
        ...record.failures.flatMap((failed) => renderFailure(failed, t, reader)),
        ...(record.failures.length > 0 ? consequence(record).map((words) => `**${(0,markdown/* plain */.pj)(t(words))}**`) : []),
        ...warnings(record, t),
        ...changes(record, t, cut),
        ...way(record, t),
        ...wechat(command, record, t),
        ...timings(record, t),
    ].join('\n\n');
}
function title(command, record) {
    const [failed] = record.failures;
    if (failed !== undefined)
        return summaryMessages.failed(failed.code);
    const url = record.domain === undefined ? '' : wechatDomains(record.domain, record.httpsPort ?? 443).request;
    const app = record.app ?? '';
    if (command === 'verify')
        return record.verified ? summaryMessages.verified(url) : summaryMessages.notVerified(url);
    if (command === 'plan')
        return record.plan?.steps.length === 0 ? summaryMessages.nothingPlanned(app) : summaryMessages.planned(app);
    return record.changed ? summaryMessages.deployed(app, url) : summaryMessages.unchanged(app, url);
}
function renderFailure(failed, t, { secrets, most }) {
    const { what, why, cure } = failed.text;
    const evidence = evidenceOf(failed, secrets, most);
    return [
        `**${failed.code}** — ${(0,markdown/* plain */.pj)(t(what))}`,
        (0,markdown/* plain */.pj)(t(why)),
        `> ${(0,markdown/* plain */.pj)(t(cure)).replaceAll('\n', '\n> ')}`,
        ...(evidence === undefined ? [] : [(0,markdown/* details */.zH)(t(summaryMessages.evidence), (0,markdown/* fenced */.OF)(evidence))]),
    ];
}
function warnings({ warnings, notices }, t) {
    if (warnings.length + notices.length === 0)
        return [];
    const items = [
        ...warnings.map((words) => (0,markdown/* plain */.pj)(t(words))),
        ...notices.map(({ code, text: { what, cure } }) => `**${code}** — ${(0,markdown/* plain */.pj)(t(what))}\n${(0,markdown/* plain */.pj)(t(cure))}`),
    ];
    return [`### ${t(summaryMessages.warnings)}`, items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n')];
}
/** What is live after a run that failed, where neither the failure nor a warning says it. */
function consequence(record) {
    const { fate, previous } = record;
    const kept = previous === undefined ? [] : [summaryMessages.keptServing(previous.id)];
    if (record.rolledBack)
        return [record.uncertain ? summaryMessages.switchUndone : summaryMessages.rolledBack, ...kept];
    if (fate === undefined)
        return record.outside !== undefined && record.changed ? [summaryMessages.deploymentKept] : kept;
    if (fate !== 'committed' || record.failures.some(({ code }) => code === 'CANCELLED'))
        return [];
    return [record.outside === undefined ? summaryMessages.live(record.release?.id ?? '') : summaryMessages.deploymentKept];
}
function changes(record, t, cut) {
    const steps = record.plan?.steps ?? [];
    if (steps.length === 0)
        return [];
    const row = (step) => `| \`${step.id}\` | ${(0,markdown/* cell */.Hn)(t(step.title))} | ${(0,markdown/* cell */.Hn)(t(step.reason))} |`;
    const diffs = steps.filter((step) => step.diff !== undefined);
    return [
        `### ${t(summaryMessages.changes)}`,
        [`| | ${t(summaryMessages.step)} | ${t(summaryMessages.reason)} |`, '|---|---|---|', ...steps.map(row)].join('\n'),
        ...diffs.map((step) => (0,markdown/* details */.zH)(t(step.title), (0,markdown/* fenced */.OF)(cut(step.diff ?? ''), 'diff'))),
    ];
}
/** The way of a request as a Mermaid drawing, which GitHub renders. */
function way(record, t) {
    const { release } = record;
    if (release === undefined)
        return [];
    const { site, container } = release;
    const url = (0,nginx_site/* staticUrl */.oz)(site);
    return [
        `### ${t(summaryMessages.path)}`,
        (0,markdown/* fenced */.OF)([
            'flowchart LR',
            `  client[${(0,markdown/* drawn */.vG)(t(summaryMessages.miniProgram))}] -->|"https ${site.domain}:${site.httpsPort}"| nginx["nginx :${site.httpsPort}"]`,
            `  nginx -->|"http 127.0.0.1:${container.loopbackPort}"| container[${(0,markdown/* drawn */.vG)(`${release.image} :${container.appPort}`)}]`,
            ...(site.publishedAppPort === undefined ? [] : [`  world["http"] -->|":${site.publishedAppPort}"| nginx`]),
            ...(url === undefined
                ? []
                : [
                    `  browser[${(0,markdown/* drawn */.vG)(t(summaryMessages.browser))}] -->|${(0,markdown/* drawn */.vG)(url)}| pages["nginx :443"]`,
                    `  pages --> files[${(0,markdown/* drawn */.vG)(t(summaryMessages.pages))}]`,
                ]),
        ].join('\n'), 'mermaid'),
    ];
}
function wechat(command, record, t) {
    const { domain, httpsPort, outside } = record;
    if (command === 'plan' || domain === undefined || httpsPort === undefined || outside === undefined)
        return [];
    const { request, socket } = wechatDomains(domain, httpsPort);
    const sign = (ok) => (ok === undefined ? '❔' : ok ? '✅' : '❌');
    const rules = checkWechat(domain, outside).map(({ rule, ok }) => `- ${sign(ok)} ${t(rule)}`);
    return [
        `### ${t(summaryMessages.wechat)}`,
        [
            '| | |',
            '|---|---|',
            `| ${t(summaryMessages.requestDomain)} | \`${request}\` |`,
            `| ${t(summaryMessages.socketDomain)} | \`${socket}\` |`,
        ].join('\n'),
        rules.join('\n'),
        ...(record.certificateNotAfter === undefined
            ? []
            : [t(summaryMessages.certificate(record.certificateNotAfter.toISOString().slice(0, 10)))]),
        t(summaryMessages.filing),
    ];
}
function timings(record, t) {
    if (record.timings.length === 0)
        return [];
    const rows = record.timings.map(({ id, seconds }) => `| \`${id}\` | ${seconds.toFixed(1)} |`);
    return [`### ${t(summaryMessages.timings)}`, [`| ${t(summaryMessages.step)} | ${t(summaryMessages.seconds)} |`, '|---|--:|', ...rows].join('\n')];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./.build/lib/action/artifact.js


/** How many names are tried where an earlier step of the run took the name. */
const mostNames = 9;
/**
 * Writes the files under the runner's temporary folder and uploads them where the runner has an artifact service. A name
 * that another step of the run has taken gets a number (`-2`): neither artifact is lost.
 */
async function keepArtifact(name, files) {
    for (let number = 1;; number += 1) {
        try {
            return await keepAs(number === 1 ? name : `${name}-${number}`, files);
        }
        catch (error) {
            if (number === mostNames || !isTaken(error))
                throw error;
        }
    }
}
async function keepAs(name, files) {
    const above = process.env.RUNNER_TEMP ?? '.';
    await (0,promises_.mkdir)(above, { recursive: true });
    const folder = (0,external_node_path_.join)(above, name);
    await (0,promises_.mkdir)(folder);
    const paths = await Promise.all(files.map(async (file) => {
        const path = (0,external_node_path_.join)(folder, file.name);
        await (0,promises_.writeFile)(path, file.text, { mode: 0o600 });
        return path;
    }));
    if (process.env.ACTIONS_RUNTIME_TOKEN === undefined)
        return { folder, id: '', url: '' };
    // Loaded only here: with what it brings along it takes longer than all the rest of the start.
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(44)]).then(__webpack_require__.bind(__webpack_require__, 19044));
    const { id } = await new DefaultArtifactClient().uploadArtifact(name, paths, folder);
    return { folder, id: String(id ?? ''), url: artifactUrl(id) };
}
/** The folder is there, or the service has an artifact of this name in the run (it answers 409, Conflict). */
function isTaken(error) {
    const { code, message } = error;
    return code === 'EEXIST' || /\(409\)/.test(message);
}
function artifactUrl(id) {
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = process.env;
    if (id === undefined || GITHUB_REPOSITORY === undefined || GITHUB_RUN_ID === undefined)
        return '';
    return `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/artifacts/${id}`;
}

;// CONCATENATED MODULE: ./.build/lib/action/report.js










/** Hands over what the run came to: outputs, job summary, then the artifact, for which a cancelled run may lack time. */
async function report(settings, record, language, graceOver) {
    (0,console/* resume */.U)();
    const secrets = settings === undefined ? [] : (0,masks/* masks */.S)(settings);
    for (const [name, value] of Object.entries(outputsOf(record, Date.now())))
        core/* setOutput */.uH(name, value);
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (file !== undefined && file !== '') {
        await (0,promises_.appendFile)(file, `${renderSummary(settings?.command ?? 'deploy', record, language, secrets)}\n`);
    }
    const artifact = settings && (await artifactOf(settings, record, language, secrets, graceOver));
    core/* setOutput */.uH('artifact-id', artifact?.id ?? '');
    core/* setOutput */.uH('artifact-url', artifact?.url ?? '');
}
/** An artifact that cannot be kept is a warning: the deployment stands. */
async function artifactOf(settings, record, language, secrets, graceOver) {
    const { artifactName } = settings;
    if (artifactName === undefined)
        return undefined;
    const name = artifactName.replaceAll('<app>', record.app ?? record.domain ?? 'app');
    try {
        const files = artifactFiles(record, language, secrets);
        const kept = await (0,cancel/* unlessCancelled */.M)(() => keepArtifact(name, files), graceOver);
        (0,console/* say */.cv)(mainMessages.artifactFolder(kept.folder)[language]);
        return kept;
    }
    catch (error) {
        if (graceOver.aborted)
            (0,console/* say */.cv)(mainMessages.artifactOutOfTime[language]);
        else
            (0,console/* warn */.R8)(mainMessages.artifactFailed(error instanceof Error ? error.message : String(error))[language]);
        return undefined;
    }
}

// EXTERNAL MODULE: ./.build/lib/action/state.js
var state = __webpack_require__(78732);
;// CONCATENATED MODULE: ./.build/lib/action/main.js

















/**
 * The main step of the action: settings, command, report. Never throws; a failure ends the process with code 1. A run
 * that is cancelled ends by itself before the runner kills it.
 */
async function main() {
    const inputs = (0,settings_inputs/* inputsFrom */.W)(process.env);
    const language = (0,read_settings/* languageOf */.eX)(inputs);
    const record = (0,run/* newRecord */.Mx)(Date.now());
    const patience = (0,cancellation/* listenForCancel */.F)();
    let settings;
    try {
        for (const name of (0,unknown_inputs/* unknownInputs */.q)(inputs, Object.keys(messages_inputs/* inputTexts */.L)).ignored)
            (0,console/* debug */.Yz)(mainMessages.ignored(name)[language]);
        settings = (0,read_settings/* readSettings */.sb)(inputs);
        mask(settings);
        record.warnings.push(...settings.warnings);
        await runCommand(settings, await runOf(settings.command, language, patience), record);
    }
    catch (error) {
        record.failures.push(...(0,failure/* failuresOf */.dJ)(error), ...(await alsoWrong(error, language, patience)));
    }
    await report(settings, record, language, patience.graceOver).catch((error) => record.failures.push(...(0,failure/* failuresOf */.dJ)(error)));
    tellFindings(record, language, settings === undefined ? [] : (0,masks/* masks */.S)(settings));
    (0,state/* rememberPhase */.No)(state/* ended */.v6);
    (0,cancellation/* endSoon */.n)();
}
function mask(settings) {
    for (const secret of (0,masks/* masks */.S)(settings))
        (0,console/* hide */.jD)(secret);
}
/** Where inputs were refused: what else is wrong, so that it is all told in one run. */
async function alsoWrong(error, language, patience) {
    if (!(error instanceof read_settings/* BadInputs */.JM) || error.readable === undefined)
        return [];
    mask(error.readable);
    const { furtherProblems } = await Promise.all(/* import() */[__webpack_require__.e(487), __webpack_require__.e(118), __webpack_require__.e(164), __webpack_require__.e(605), __webpack_require__.e(946), __webpack_require__.e(549)]).then(__webpack_require__.bind(__webpack_require__, 13549));
    return furtherProblems(error.readable, await runOf('plan', language, patience));
}
async function runOf(command, language, patience) {
    // With TLS and all roots: not for a run that fails at its inputs.
    const { trustedRoots } = await __webpack_require__.e(/* import() */ 575).then(__webpack_require__.bind(__webpack_require__, 46575));
    const folder = process.env.GITHUB_WORKSPACE ?? process.cwd();
    const origin = originOf(process.env);
    return {
        log: (0,log.runnerLog)(language),
        folder,
        origin,
        subject: command === 'deploy' ? await subjectOf(origin.commit, folder) : '',
        roots: trustedRoots(),
        now: Date.now,
        enter: state/* rememberPhase */.No,
        noteSwitch: state/* rememberSwitch */.Gv,
        ...patience,
    };
}
/** Each command is loaded when it is called for: `verify` needs no SSH. */
async function runCommand(settings, run, record) {
    switch (settings.command) {
        case 'verify':
            return (await Promise.all(/* import() */[__webpack_require__.e(605), __webpack_require__.e(678), __webpack_require__.e(224)]).then(__webpack_require__.bind(__webpack_require__, 34843))).verify(settings, run, record);
        case 'plan':
            return (await Promise.all(/* import() */[__webpack_require__.e(487), __webpack_require__.e(118), __webpack_require__.e(164), __webpack_require__.e(605), __webpack_require__.e(946), __webpack_require__.e(549), __webpack_require__.e(618)]).then(__webpack_require__.bind(__webpack_require__, 97618))).plan(settings, run, record);
        case 'deploy':
            return (await Promise.all(/* import() */[__webpack_require__.e(487), __webpack_require__.e(118), __webpack_require__.e(164), __webpack_require__.e(605), __webpack_require__.e(946), __webpack_require__.e(549), __webpack_require__.e(678), __webpack_require__.e(620)]).then(__webpack_require__.bind(__webpack_require__, 45620))).deploy(settings, run, record);
    }
}
/** Every warning and failure with its cure in the log and as an annotation; a failure makes the run red. */
function tellFindings(record, language, secrets) {
    const tell = (found, say) => {
        const evidence = evidenceOf(found, secrets);
        if (evidence !== undefined) {
            (0,console/* startGroup */.Oh)(mainMessages.evidence(found.code)[language]);
            (0,console/* show */.WU)(evidence);
            (0,console/* endGroup */.N4)();
        }
        say((0,redact/* redact */.E)((0,failure/* describe */.q0)(found, language), secrets), found.code);
    };
    for (const warning of record.warnings)
        (0,console/* warn */.R8)((0,redact/* redact */.E)(warning[language], secrets));
    for (const notice of record.notices)
        tell(notice, console/* warn */.R8);
    for (const failed of record.failures)
        tell(failed, console/* fail */.fJ);
    if (record.failures.length > 0)
        process.exitCode = core/* ExitCode */.yU.Failure;
}


/***/ }),

/***/ 17258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ origin),
/* harmony export */   k: () => (/* binding */ authority)
/* harmony export */ });
/** `https://host:port`, the port left out where it is 443: the form of WeChat's domains. */
function origin(domain, port) {
    return `https://${authority(domain, port)}`;
}
/** The host and the port, the latter left out where it is 443: the form of the `Host` header. */
function authority(domain, port) {
    return port === 443 ? domain : `${domain}:${port}`;
}


/***/ }),

/***/ 51936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mx: () => (/* binding */ newRecord),
/* harmony export */   TL: () => (/* binding */ addNotices),
/* harmony export */   UI: () => (/* binding */ timedToEnd),
/* harmony export */   ay: () => (/* binding */ timed),
/* harmony export */   yg: () => (/* binding */ withdrawNotices)
/* harmony export */ });
/* harmony import */ var _engine_cancel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60523);

/** The record of a run that begins. */
function newRecord(begun) {
    return {
        begun,
        app: undefined,
        release: undefined,
        previous: undefined,
        plan: undefined,
        site: undefined,
        changed: false,
        rolledBack: false,
        uncertain: false,
        fate: undefined,
        verified: false,
        proven: false,
        healthStatus: undefined,
        certificateNotAfter: undefined,
        outside: undefined,
        domain: undefined,
        httpsPort: undefined,
        timings: [],
        warnings: [],
        notices: [],
        failures: [],
        roundTrips: 0,
    };
}
/** Adds to what is warned of; the same words are not told twice. */
function addNotices({ notices }, found) {
    for (const one of found)
        if (!notices.some(({ message }) => message === one.message))
            notices.push(one);
}
/** Takes back what is true no more. */
function withdrawNotices({ notices }, over) {
    notices.splice(0, notices.length, ...notices.filter((one) => !over(one)));
}
/** Does `work` under a title, unless the run is cancelled, and notes how long it took. */
function timed(run, record, id, title, work) {
    return timedToEnd(run, record, id, title, () => (0,_engine_cancel_js__WEBPACK_IMPORTED_MODULE_0__/* .unlessCancelled */ .M)(work, run.cancelled));
}
/** As `timed`, for work that looks itself whether the run is cancelled. */
async function timedToEnd(run, record, id, title, work) {
    run.enter(id);
    const begun = run.now();
    try {
        return await run.log.group(title, work);
    }
    finally {
        record.timings.push({ id, seconds: (run.now() - begun) / 1000 });
    }
}


/***/ }),

/***/ 60523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   M: () => (/* binding */ unlessCancelled)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60109);

/**
 * What `work` comes to, or the failure that is the signal's reason (`CANCELLED` where it has none) as soon as it is
 * aborted. The work itself is not stopped: what it does on the server is for the caller to take back.
 */
async function unlessCancelled(work, cancelled) {
    if (cancelled.aborted)
        throw reasonOf(cancelled);
    const { promise, reject } = Promise.withResolvers();
    const refuse = () => reject(reasonOf(cancelled));
    cancelled.addEventListener('abort', refuse, { once: true });
    try {
        const working = work();
        // Nobody waits for it any more once the run is cancelled, and then its failure is no news.
        working.catch(() => { });
        return await Promise.race([working, promise]);
    }
    finally {
        cancelled.removeEventListener('abort', refuse);
    }
}
/** Why a run is not to go on. */
function reasonOf(cancelled) {
    return cancelled.reason instanceof _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR ? cancelled.reason : (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('CANCELLED', {});
}


/***/ }),

/***/ 9678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   df: () => (/* binding */ describePlan),
/* harmony export */   xe: () => (/* binding */ inPhase)
/* harmony export */ });
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91520);
/* harmony import */ var _switch_script_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32025);


const phases = ['provision', 'prepare', 'switch', 'publish'];
/** Sorts steps by phase; within `prepare` they keep the order in which the resources gave them. */
function makePlan(steps) {
    const switchSteps = (0,_switch_script_js__WEBPACK_IMPORTED_MODULE_0__/* .inOrder */ .al)(steps.filter((step) => step.kind === 'switch'));
    return {
        steps: phases.flatMap((phase) => phase === 'switch' ? switchSteps : steps.filter((step) => step.phase === phase)),
    };
}
/** Steps of one phase. */
function inPhase(plan, phase) {
    return plan.steps.filter((step) => step.phase === phase);
}
const titles = {
    provision: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Provision', '安装环境'),
    prepare: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Prepare (what serves is not touched)', '准备（不影响正在运行的服务）'),
    switch: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Switch (one script, run by the server alone)', '切换（由服务器独立运行的一个脚本）'),
    publish: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Publish', '对外开放'),
};
/** The plan as a person reads it: a heading a phase, a line a step, its diff below it, a footer that counts. */
function describePlan(plan) {
    if (plan.steps.length === 0)
        return [(0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Nothing to change.', '无需更改。')];
    const lines = [];
    for (const phase of phases) {
        const steps = inPhase(plan, phase);
        if (steps.length === 0)
            continue;
        lines.push(titles[phase]);
        for (const step of steps) {
            lines.push((0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`  + ${step.title.en}: ${step.reason.en}`, `  + ${step.title.zh}：${step.reason.zh}`));
            for (const line of step.diff?.split('\n') ?? [])
                lines.push((0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`      ${line}`, `      ${line}`));
        }
    }
    const counts = phases.map((phase) => inPhase(plan, phase).length);
    lines.push((0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`${plan.steps.length} steps: ${phases.map((phase, i) => `${counts[i]} ${phase}`).join(' · ')}`, `共 ${plan.steps.length} 步：${['安装', '准备', '切换', '开放'].map((name, i) => `${name} ${counts[i]}`).join(' · ')}`));
    return lines;
}


/***/ }),

/***/ 32025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nc: () => (/* binding */ switchFolder),
/* harmony export */   Vk: () => (/* binding */ renderSwitch),
/* harmony export */   al: () => (/* binding */ inOrder)
/* harmony export */ });
/* unused harmony export isAftermath */
/* harmony import */ var _server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33493);
/* harmony import */ var _server_prelude_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13553);
/* harmony import */ var _server_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76148);



/** The files of a switch under the release's own folder on the server. */
function switchFolder(releaseDirectory) {
    const folder = `${releaseDirectory}/switch`;
    return {
        script: `${folder}/script`,
        journal: `${folder}/journal`,
        output: `${folder}/output`,
        failed: `${folder}/failed`,
    };
}
const reversible = ['write', 'test', 'swap', 'reload', 'prove'];
const aftermath = ['drain', 'retire', 'rename', 'record', 'prune'];
/** The steps in the order in which the script runs them: pass by pass, stage by stage, then the aftermath. */
function inOrder(steps) {
    const rank = (step) => isAftermath(step)
        ? 10_000 + aftermath.indexOf(step.stage)
        : step.pass * 100 + reversible.indexOf(step.stage);
    return steps.toSorted((a, b) => rank(a) - rank(b));
}
/** Whether a step comes after the point of no return. */
function isAftermath(step) {
    return aftermath.includes(step.stage);
}
/**
 * Renders the switch: one bash script that the server runs alone, whatever becomes of the connection (design rule 1).
 * `run` does the steps; when one fails, what was begun is undone in reverse. `resume` ends a run that a reboot cut short:
 * undone when the last proof was not yet there, finished otherwise. Every line of the journal is
 * `<seconds> <event> <step> <detail>`; the events are begin, done, failed, undo, undone, stuck, committed, warned, skipped
 * (nothing is pruned where a record failed), noticed (a warning of a step of the aftermath), outcome. A step begins only
 * once its `begin` is on disk (design rule 18). In an undo `$stuck` is 1 when that of a later step failed.
 */
function renderSwitch(steps, purpose, locks = _server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__/* .lockFolder */ .MS) {
    const ordered = inOrder(steps);
    const number = new Map(ordered.map((step, i) => [step, i + 1]));
    const numbers = (wanted) => ordered
        .filter(wanted)
        .map((step) => number.get(step))
        .join(' ');
    const functions = ordered.map((step) => [
        comment(`${step.id}: ${step.title.en}`),
        `do_${number.get(step)}() {\n${step.script}\n}`,
        ...(step.undo === undefined ? [] : [`undo_${number.get(step)}() {\n${step.undo}\n}`]),
    ].join('\n'));
    const names = ordered.map((step) => `  [${number.get(step)}]=${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(step.id)}`);
    return `#!/bin/bash
${comment(purpose.title)}
# Run by the server alone; the runner only watches the journal. Usage: bash script run|resume
set -u
trap '' HUP INT TERM
exec </dev/null
# Bash before 5.1 writes each here-document to a file: in memory, so that a full disk stops no step.
TMPDIR=${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(locks)}
# A word of this run's own: what a build or an application prints is not taken for a failure that a step names.
deploy_mark=@@$(od -An -N8 -tx1 /dev/urandom | tr -d ' \\n'):
${_server_prelude_js__WEBPACK_IMPORTED_MODULE_1__/* .prelude */ .e}
journal=${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(purpose.folder.journal)}
output=${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(purpose.folder.output)}
# In memory: a step must be able to print also when the disk is full.
step_output=${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(`${locks}/switch`)}-$$.output
trap 'rm -f "$step_output"' EXIT
declare -A names=(
${names.join('\n')}
)
# Either may be empty, which set -u of bash 4.2 (CentOS 7) takes for unset: they are expanded only where set.
forward=(${numbers((s) => !isAftermath(s))})
after=(${numbers(isAftermath)})
records=(${numbers(({ stage }) => stage === 'record')})
prunes=(${numbers(({ stage }) => stage === 'prune')})
stuck=0
begun=' '

# What a crash or a full disk left of a line must not become a part of the next one.
whole=unknown
# True once the line is on disk; else $unwritten says why not.
note() {
  local torn= now=\${EPOCHREALTIME:-$(date +%s.%6N)}
  [ $whole = yes ] || [ ! -s "$journal" ] || [ -z "$(tail -c 1 "$journal")" ] || torn=$'\\n'
  whole=unknown
  unwritten=$( { printf '%s%s %s %s %s\\n' "$torn" "\${now%???}" "$1" "\${2:--}" "\${3:-}" >>"$journal" && sync "$journal"; } 2>&1 ) && whole=yes
}
noted() { grep -Eq "^[0-9.]+ $1 $2( |$)" "$journal" 2>/dev/null; }
disk_full() { printf '@@failure SWITCH_DISK_FULL said=%s' "$(printf %s "$1" | base64 | tr -d '\\n')"; }
reason() {
  local named
  named=$(sed -n "s/^\${deploy_mark}failure/@@failure/p" "$step_output" 2>/dev/null | tail -n 1)
  [ -n "$named" ] || ! grep -qi 'no space left on device' "$step_output" || named=$(disk_full "$(grep -i 'no space left on device' "$step_output" | tail -n 1)")
  printf '%s' "$named"
}
# What a step warned of, one line of the journal each.
tell_notices() {
  local line
  sed -n "s/^\${deploy_mark}notice/@@notice/p" "$step_output" 2>/dev/null | while IFS= read -r line; do note noticed "$1" "$line"; done
  whole=unknown
}
# Never called in a condition: bash ignores set -e there, also inside the subshell.
attempt() { ( set -e; "$1" ) >"$step_output" 2>&1; local code=$?; cat "$step_output" >>"$output" 2>/dev/null; return "$code"; }

${functions.join('\n\n')}

farewell() {
outcome=$1
${purpose.farewell}
}

undo_all() {
  local i n
  for ((i = \${#forward[@]} - 1; i >= 0; i--)); do
    n=\${forward[i]}
    case $begun in *" $n "*) ;; *) noted begin "\${names[$n]}" || continue ;; esac
    declare -F "undo_$n" >/dev/null || continue
    note undo "\${names[$n]}"
    attempt "undo_$n"
    if [ $? -eq 0 ]; then note undone "\${names[$n]}"; else note stuck "\${names[$n]}" "$(reason)"; stuck=1; fi
  done
  farewell undone >>"$output" 2>&1
  if [ "$stuck" -eq 0 ]; then note outcome undone; else note outcome stuck; fi
  return 1
}

recorded() {
  local n
  for n in \${records[@]+"\${records[@]}"}; do noted done "\${names[$n]}" || return 1; done
}

finish() {
  local n
  for n in \${after[@]+"\${after[@]}"}; do
    noted done "\${names[$n]}" && continue
    # What is not recorded, the next run finds by what was there before.
    case " \${prunes[*]-} " in *" $n "*) recorded || { note skipped "\${names[$n]}"; continue; } ;; esac
    note begin "\${names[$n]}" || { note warned "\${names[$n]}" "$(disk_full "$unwritten")"; continue; }
    attempt "do_$n"
    if [ $? -eq 0 ]; then note done "\${names[$n]}"; else note warned "\${names[$n]}" "$(reason)"; fi
    tell_notices "\${names[$n]}"
  done
  farewell committed >>"$output" 2>&1 || note warned deploy.log
  note outcome committed
}

run() {
  local n
  for n in \${forward[@]+"\${forward[@]}"}; do
    if ! note begin "\${names[$n]}"; then note failed "\${names[$n]}" "$(disk_full "$unwritten")"; undo_all; return 1; fi
    begun="$begun$n "
    attempt "do_$n"
    if [ $? -ne 0 ]; then
      # Before its undo, and those of others, print theirs.
      tail -n 60 "$step_output" >${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(purpose.folder.failed)} 2>/dev/null
      note failed "\${names[$n]}" "$(reason)"; undo_all; return 1
    fi
    note done "\${names[$n]}"
  done
  if ! note committed -; then note failed - "$(disk_full "$unwritten")"; undo_all; return 1; fi
  exec 8>&-
  finish
}

${(0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__/* .makeLockFolder */ .Ww)(locks)}
exec 8>>${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__/* .sharedLock */ .lj)(locks))}
if ! flock -w ${purpose.sharedLockSeconds} 8; then
  note failed shared-lock "@@failure SHARED_LOCK_BUSY seconds=$(printf %s ${purpose.sharedLockSeconds} | base64)"
  [ "$1" = run ] && { farewell undone >>"$output" 2>&1; note outcome undone; }
  exit 1
fi
case $1 in
  run) run ;;
  resume) if noted committed - && ! noted failed -; then exec 8>&-; finish; else undo_all; fi ;;
esac
`;
}
/** A comment of one line, whatever is in the words. */
function comment(words) {
    return `# ${words.replaceAll('\n', ' ')}`;
}


/***/ }),

/***/ 12374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ tls12Refused),
/* harmony export */   HK: () => (/* binding */ duplicatesDropped),
/* harmony export */   IV: () => (/* binding */ chainReordered),
/* harmony export */   LP: () => (/* binding */ rootIncluded),
/* harmony export */   NT: () => (/* binding */ unusedDropped),
/* harmony export */   Q5: () => (/* binding */ tlsHolds),
/* harmony export */   QD: () => (/* binding */ ruleTls),
/* harmony export */   Ve: () => (/* binding */ nameLeads),
/* harmony export */   XV: () => (/* binding */ lookGoesTo),
/* harmony export */   ZA: () => (/* binding */ tlsDoesNotHold),
/* harmony export */   ZC: () => (/* binding */ nameLeadsNowhere),
/* harmony export */   cC: () => (/* binding */ ruleHostName),
/* harmony export */   cP: () => (/* binding */ redirected),
/* harmony export */   gR: () => (/* binding */ ruleChain),
/* harmony export */   ix: () => (/* binding */ onlyWarned),
/* harmony export */   jE: () => (/* binding */ ruleCertificateDates),
/* harmony export */   oQ: () => (/* binding */ answered),
/* harmony export */   s0: () => (/* binding */ noConnection),
/* harmony export */   tw: () => (/* binding */ certificateEndsSoon),
/* harmony export */   vX: () => (/* binding */ ruleCertificateName),
/* harmony export */   zT: () => (/* binding */ notAnswered)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

// Certificate
/** Warning: the certificate ends in `days` days (fewer than 14). */
function certificateEndsSoon(days, notAfter) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The certificate ends in ${days} days (${notAfter}). Renew it before then: after it no client connects any more.`, `证书将在 ${days} 天后到期（${notAfter}）。请在此之前续期：到期后所有客户端都将无法连接。`);
}
/** Note: the chain was put in order. */
const chainReordered = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)("The certificates of the chain were out of order and have been sorted: the server's own first, each followed by its issuer.", '证书链中的证书顺序不对，已重新排序：服务器证书在前，其后依次为各自的签发者。');
/** Note: certificates that were there more than once were dropped. */
function duplicatesDropped(count) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Certificates that the chain held more than once were dropped: ${count}`, `已去除证书链中重复的证书：${count} 个`);
}
/** Note: certificates that belong to no link of the chain were dropped. */
function unusedDropped(names) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Certificates that do not belong to the chain were dropped: ${names}`, `已去除不属于该证书链的证书：${names}`);
}
/** Note: the chain holds its root, which clients have anyway. */
function rootIncluded(name) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The chain holds its root "${name}" too. That does no harm; clients have it anyway.`, `证书链中还包含根证书“${name}”。这没有坏处，客户端本身已内置该根证书。`);
}
// Looks from outside
/** Log: where the name leads. */
function nameLeads(domain, addresses) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${domain} leads to ${addresses}`, `${domain} 解析到 ${addresses}`);
}
/** Log: the name has no address, or none could be learnt. */
function nameLeadsNowhere(domain, detail) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${domain}: no address (${detail})`, `${domain}：没有解析结果（${detail}）`);
}
/** Log: the look goes to the server's address, because the name does not lead there. */
function lookGoesTo(address, domain) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Looking at ${address} itself, under the name ${domain}`, `直接检查 ${address}（使用域名 ${domain}）`);
}
/** Log: a handshake that came to its end, with a certificate that holds. */
function tlsHolds(protocol, cipher, certificates, notAfter) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${protocol}, ${cipher}; certificate valid until ${notAfter}, chain complete (certificates sent: ${certificates})`, `${protocol}，${cipher}；证书有效期至 ${notAfter}，证书链完整（已发送证书数：${certificates}）`);
}
/** Log: a handshake that came to its end, with a certificate that does not hold. */
function tlsDoesNotHold(protocol, certificates, error) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${protocol}; the certificate does not hold: ${error} (certificates sent: ${certificates})`, `${protocol}；证书无效：${error}（已发送证书数：${certificates}）`);
}
/** Log: no TLS connection. */
function noConnection(address, port, detail) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`No connection to ${address}:${port}: ${detail}`, `无法连接 ${address}:${port}：${detail}`);
}
/** Warning: `outside-check` is `warn`, and a look from outside found something. */
const onlyWarned = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The site could not be verified from this runner. `outside-check` is `warn`, so that the run does not fail for it.', '无法从本运行器验证站点。`outside-check` 为 `warn`，因此运行不会因此失败。');
/** Warning: phones without TLS 1.3 are locked out. */
const tls12Refused = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The server refuses TLS 1.2: older phones cannot connect. nginx takes `ssl_protocols` from the first server block of the port, or from the one with `default_server`: in a server block of another application on this port, add TLSv1.2 (`nginx -T | grep -n ssl_protocols` shows the lines).', '服务器拒绝 TLS 1.2：较旧的手机将无法连接。nginx 以该端口的首个 server 块（或带 `default_server` 的 server 块）的 `ssl_protocols` 为准：请在该端口其他应用的 server 块中加入 TLSv1.2（用 `nginx -T | grep -n ssl_protocols` 查看相应的行）。');
/** Log: the answer to the request. */
function answered(url, status) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`GET ${url}: ${status}`, `GET ${url}：${status}`);
}
/** Log: where a request is led. */
function redirected(url, status, location) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`GET ${url}: ${status}, leads to ${location}`, `GET ${url}：${status}，跳转到 ${location}`);
}
/** Log: the request was not answered. */
function notAnswered(url, detail) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`GET ${url}: no response (${detail})`, `GET ${url}：没有响应（${detail}）`);
}
// WeChat's rules
/** Rule: a host name, no address. */
const ruleHostName = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('A host name, not an IP address, localhost or api.weixin.qq.com', '使用域名，而不是 IP 地址、localhost 或 api.weixin.qq.com');
/** Rule: TLS version. */
const ruleTls = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('TLS 1.2, which older phones need', '支持 TLS 1.2（较旧的手机需要）');
/** Rule: chain and authority. */
const ruleChain = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('A trusted authority, and a complete certificate chain sent by the server', '证书机构受信任，且服务器发送完整的证书链');
/** Rule: name in the certificate. */
const ruleCertificateName = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('A certificate for this host name', '证书与域名匹配');
/** Rule: dates of the certificate. */
const ruleCertificateDates = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('A certificate within its dates', '证书在有效期内');


/***/ }),

/***/ 10509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ label)
/* harmony export */ });
/** Labels on everything made here. They find candidates; an id that was recorded, or a marker, says what is ours. */
const label = {
    /** Application name, as given. */
    app: 'deploy-miniprogram-backend.app',
    /** Release that a container or an image belongs to. */
    release: 'deploy-miniprogram-backend.release',
    /** Application whose build an image or a container comes from; in the middle of it they have none of the others. */
    build: 'deploy-miniprogram-backend.build',
    /** Hash of everything that makes the container what it is, its environment's values aside. */
    container: 'deploy-miniprogram-backend.container',
};


/***/ }),

/***/ 22697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ shownRelease)
/* harmony export */ });
/* harmony import */ var _nginx_hide_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99083);
/* harmony import */ var _settings_docker_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78897);
/* harmony import */ var _settings_java_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12883);



/**
 * A release for people and programs to read: values that its inputs handed on as they were written, and that may hold a
 * secret, are left out. What goes to the server is rendered from the release itself.
 */
function shownRelease(release) {
    const { build, container, site } = release;
    return {
        ...release,
        build: { ...build, arguments: build.arguments.map(({ name }) => ({ name, value: '…' })) },
        container: {
            ...container,
            options: (0,_settings_docker_options_js__WEBPACK_IMPORTED_MODULE_1__/* .shownOptionsOf */ .tm)(container.options),
            variables: Object.fromEntries(Object.entries(container.variables).map(([name, value]) => [name, shown(name, value)])),
        },
        site: { ...site, snippet: site.snippet === undefined ? undefined : (0,_nginx_hide_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hideSecrets */ .s)(site.snippet) },
    };
}
function shown(variable, value) {
    return variable === _settings_java_options_js__WEBPACK_IMPORTED_MODULE_2__/* .javaOptionsVariable */ .lw ? (0,_settings_java_options_js__WEBPACK_IMPORTED_MODULE_2__/* .shownJavaOptions */ .s9)(value) : value;
}


/***/ }),

/***/ 23561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ startCommands),
/* harmony export */   Xm: () => (/* binding */ commandsByHand),
/* harmony export */   gu: () => (/* binding */ createCommand)
/* harmony export */ });
/* harmony import */ var _release_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10509);
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85369);
/* harmony import */ var _settings_docker_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78897);
/* harmony import */ var _settings_volumes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89061);




/**
 * The `docker create` of a release as argv. The id goes into the release's folder before the container starts: it is what
 * makes it ours (design rule 14). It gets its restart policy in the switch, so that a candidate whose runner died does not
 * come back at a reboot.
 */
function createCommand(release) {
    return ['docker', 'create', '--cidfile', (0,_release_release_js__WEBPACK_IMPORTED_MODULE_3__/* .containerFile */ .YS)(release), ...argumentsOf(release)];
}
/** The same as a person would type it, who keeps no record: `docker run` where that can do it. */
function commandsByHand(release) {
    if (release.container.networks.length <= 1)
        return [['docker', 'run', '--detach', ...argumentsOf(release)]];
    return [['docker', 'create', ...argumentsOf(release)], ...startCommands(release)];
}
function argumentsOf(release) {
    const { container } = release;
    const [network] = container.networks;
    return [
        ...['--name', (0,_release_release_js__WEBPACK_IMPORTED_MODULE_3__/* .candidateName */ .vf)(release), '--restart', 'no'],
        ...['--label', `${_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.app}=${release.app}`],
        ...['--label', `${_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.release}=${release.id}`],
        ...['--label', `${_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.container}=${container.hash}`],
        ...['--publish', `127.0.0.1:${container.loopbackPort}:${container.appPort}`],
        // The server as the container sees it: most back ends talk to a database there (Engine 20.10 and later).
        ...['--add-host', 'host.docker.internal:host-gateway'],
        ...(network === undefined ? [] : ['--network', network]),
        ...(container.memory === undefined ? [] : ['--memory', container.memory]),
        ...container.volumes.flatMap((volume) => ['--volume', (0,_settings_volumes_js__WEBPACK_IMPORTED_MODULE_2__/* .renderVolume */ .Jl)(volume)]),
        ...container.files
            .map((file) => ({ host: `${(0,_release_release_js__WEBPACK_IMPORTED_MODULE_3__/* .filesDirectory */ .Rv)(release)}/${file.name}`, container: file.container, readOnly: true }))
            .flatMap((volume) => ['--volume', (0,_settings_volumes_js__WEBPACK_IMPORTED_MODULE_2__/* .renderVolume */ .Jl)(volume)]),
        ...Object.entries(container.variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
        ...(container.environmentNames.length > 0 ? ['--env-file', (0,_release_release_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentFile */ .qU)(release)] : []),
        ...(container.adoptedEnvironment.length > 0 ? ['--env-file', (0,_release_release_js__WEBPACK_IMPORTED_MODULE_3__/* .adoptedVariablesFile */ .Ho)(release)] : []),
        ...(container.user !== undefined && !(0,_settings_docker_options_js__WEBPACK_IMPORTED_MODULE_1__/* .givesOption */ .Il)(container.options, 'user') ? ['--user', container.user] : []),
        ...((0,_settings_docker_options_js__WEBPACK_IMPORTED_MODULE_1__/* .givesOption */ .Il)(container.options, 'stop-timeout') ? [] : ['--stop-timeout', String(container.stopTimeoutSeconds)]),
        // Without these json-file grows until the disk is full (docs.docker.com, json-file logging driver).
        ...(container.rotateLogs && !logsOtherwise(container.options)
            ? ['--log-opt', 'max-size=10m', '--log-opt', 'max-file=3']
            : []),
        ...container.options,
        (0,_release_release_js__WEBPACK_IMPORTED_MODULE_3__/* .imageTag */ .I_)(release),
    ];
}
/** What brings the container up once it is made, as argv; `docker create` knows only one network (Engine before 25). */
function startCommands(release) {
    const name = (0,_release_release_js__WEBPACK_IMPORTED_MODULE_3__/* .candidateName */ .vf)(release);
    return [
        ...release.container.networks.slice(1).map((network) => ['docker', 'network', 'connect', network, name]),
        ['docker', 'start', name],
    ];
}
/** A driver that the user chose may not know these options, and options of the user's own are theirs. */
function logsOtherwise(options) {
    return (0,_settings_docker_options_js__WEBPACK_IMPORTED_MODULE_1__/* .givesOption */ .Il)(options, 'log-driver') || (0,_settings_docker_options_js__WEBPACK_IMPORTED_MODULE_1__/* .givesOption */ .Il)(options, 'log-opt');
}


/***/ }),

/***/ 33493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MS: () => (/* binding */ lockFolder),
/* harmony export */   Ri: () => (/* binding */ findSwitchScript),
/* harmony export */   VN: () => (/* binding */ underSharedLock),
/* harmony export */   Ww: () => (/* binding */ makeLockFolder),
/* harmony export */   c_: () => (/* binding */ applicationLock),
/* harmony export */   lT: () => (/* binding */ lockedFailure),
/* harmony export */   lj: () => (/* binding */ sharedLock),
/* harmony export */   mQ: () => (/* binding */ keeperScript)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60109);
/* harmony import */ var _prelude_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13553);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76148);



/** Where locks are: gone after a reboot, as their holders are. */
const lockFolder = '/run/deploy-miniprogram';
/** The lock of one application; no application's name can make it the one that all share. */
function applicationLock(image, folder = lockFolder) {
    return `${folder}/app-${image}.lock`;
}
/** The lock of what applications share. */
function sharedLock(folder = lockFolder) {
    return `${folder}/shared.lock`;
}
/** Bash that makes the folder of the locks: root's alone, in a folder (/run) where only root can make one. */
function makeLockFolder(folder = lockFolder) {
    return `mkdir -p -m 700 ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(folder)}`;
}
function parentOf(folder) {
    return folder.slice(0, folder.lastIndexOf('/')) || '/';
}
/**
 * The keeper of an application's lock: takes it on descriptor 9 or tells who has it (exit 75, EX_TEMPFAIL), prints
 * `held`, then serves lines: `beat`, `release`, and `run` or `resume`, tab, script of a switch, tab, output file: it starts
 * that script with that word, the lock inherited, and answers `switch PID`.
 * Silence for `silenceSeconds`, or the end of its input, ends it; the kernel frees the lock with its last holder.
 */
function keeperScript(app, holder, silenceSeconds, folder = lockFolder) {
    return `${_prelude_js__WEBPACK_IMPORTED_MODULE_1__/* .prelude */ .e}
# Empty files can be made where not a byte of room is left.
unwritten() {
  local place free
  free=$(df -h --output=avail ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(parentOf(folder))} | tail -n 1) place=$(df --output=target ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(parentOf(folder))} | tail -n 1)
  ! df -B1 --output=avail,iavail,itotal ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(parentOf(folder))} | tail -n 1 | awk '{ exit !($1 == 0 || ($2 == 0 && $3 > 0)) }' ||
    failure RUN_FULL "host=$(hostname)" "fileSystem=$place" needed='1.0 MB' "available=\${free// /}"
  exit 73
}
${makeLockFolder(folder)} || unwritten
lock=${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(applicationLock(app, folder))} holder=${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(`${folder}/app-${app}.holder`)}
command -v flock >/dev/null || { printf 'no flock\\n' >&2; exit 69; }
exec 9>>"$lock" || unwritten
# A plan that looks whether it is held has it for an instant.
if ! flock -w 0.2 9; then
  fact seconds "$(($(date +%s) - $(stat -c %Y "$holder" 2>/dev/null || date +%s)))"
  fact holder "$(cat "$holder" 2>/dev/null)"
  exit 75
fi
printf '%s\\n' ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(JSON.stringify(holder))} >"$holder.new" && mv -f "$holder.new" "$holder" || unwritten
printf 'held\\n'
while IFS=$'\\t' read -r -t ${silenceSeconds} word script output; do
  case $word in
    release) break ;;
    run|resume)
      # No child of this shell: while that waits for a line it reaps none, and the pid would be there until the next beat.
      pid=$(setsid bash "$script" "$word" </dev/null >"$output" 2>&1 & printf %s "$!")
      printf '%s\\n' "$pid" >"$script.pid"
      printf 'switch %s\\n' "$pid" ;;
  esac
done
exit 0
`;
}
/**
 * Prints the pid of a switch whose start was asked for over a connection that then broke, or nothing when it never began:
 * known as soon as the pid is noted, or nobody holds the lock any more.
 */
function findSwitchScript(app, script, waitSeconds, folder = lockFolder) {
    return `deadline=$((SECONDS + ${waitSeconds}))
while [ "$SECONDS" -lt "$deadline" ]; do
  free=no; flock -n ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(applicationLock(app, folder))} true && free=yes
  if [ -s ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(`${script}.pid`)} ]; then cat ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(`${script}.pid`)}; exit 0; fi
  [ $free = no ] || exit 0
  sleep 0.2
done
exit 75
`;
}
/** LOCKED, from what the keeper printed of the one that came first. */
function lockedFailure(app, holderJson, seconds = '?') {
    const holder = parseHolder(holderJson);
    const { who = '?', runUrl = '?', commit = '?', since = '?' } = holder;
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('LOCKED', { app, who, run: runUrl, commit, since, seconds });
}
function parseHolder(json) {
    try {
        const parsed = JSON.parse(json);
        if (typeof parsed !== 'object' || parsed === null)
            return {};
        return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, String(value)]));
    }
    catch {
        // Written by another version, or cut short: that it is held is what counts.
        return {};
    }
}
/**
 * `script`, run while holding the lock of what applications share (nginx, certificates, daemon.json) on descriptor 8;
 * waits at most `waitSeconds` for it, else fails with SHARED_LOCK_BUSY. Needs the prelude in front. What the script
 * starts to stay (a daemon) must close the descriptor: `8>&-`.
 */
function underSharedLock(script, waitSeconds, folder = lockFolder) {
    return `${makeLockFolder(folder)}
exec 8>>${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(sharedLock(folder))}
flock -w ${waitSeconds} 8 || failure SHARED_LOCK_BUSY seconds=${waitSeconds}
{
${script}
}
shared_lock_status=$?
exec 8>&-
(exit "$shared_lock_status")
`;
}


/***/ }),

/***/ 13553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ prelude)
/* harmony export */ });
/* harmony import */ var _script_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72882);
/* harmony import */ var _strangers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81539);


/**
 * Bash that a script puts in front of itself: `failure` and `fact` (script-failure.ts), `strangers` and `roots_alone`
 * (strangers.ts), and
 * - `flush PATH...`: has files and folders on disk when it returns (coreutils before 8.24 flush everything instead).
 * - `put_in_place NEW TARGET`: flushes a finished file, renames it to TARGET in one step, flushes the folder: whatever
 *   names TARGET afterwards finds it whole, also after a power cut (design rule 18).
 */
const prelude = `${_script_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .protocol */ .TB}flush() { sync "$@" 2>/dev/null || sync; }
put_in_place() { flush "$1" && mv -fT "$1" "$2" && flush "\${2%/*}"; }
${_strangers_js__WEBPACK_IMPORTED_MODULE_1__/* .strangers */ .o}`;


/***/ }),

/***/ 72882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PC: () => (/* binding */ factsIn),
/* harmony export */   Q6: () => (/* binding */ failureIn),
/* harmony export */   TB: () => (/* binding */ protocol),
/* harmony export */   YJ: () => (/* binding */ parseFailureLine),
/* harmony export */   oe: () => (/* binding */ noticesAmong),
/* harmony export */   pY: () => (/* binding */ noticesIn)
/* harmony export */ });
/* unused harmony exports namedFailureExitCode, isProtocolLine, withoutProtocol */
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60109);

/** How scripts tell the runner more than an exit code: marks (marks.ts), their values in base64. */
/** The exit code of a script that named its failure (EX_SOFTWARE of sysexits.h). */
const namedFailureExitCode = 70;
/**
 * Bash in front of a script (prelude.ts). Marks are plain in one that no exchange gave a word. It defines
 * - `failure CODE key=value...`: names a failure of the catalogue on stderr and exits 70. In a subshell or a command
 *   substitution it ends only that one, so call it from the script itself.
 * - `notice CODE key=value...`: warns of a failure of the catalogue on stderr; the script goes on.
 * - `fact key value`: hands a value to the runner on stdout.
 */
const protocol = `: "\${deploy_mark:=@@}"
named() {
  local line="\${deploy_mark}$1 $2" pair
  shift 2
  for pair in "$@"; do line="$line \${pair%%=*}=$(printf %s "\${pair#*=}" | base64 | tr -d '\\n')"; done
  printf '%s\\n' "$line" >&2
}
failure() { named failure "$@"; exit ${namedFailureExitCode}; }
notice() { named notice "$@"; }
fact() {
  printf '%sfact %s %s\\n' "$deploy_mark" "$1" "$(printf %s "$2" | base64 | tr -d '\\n')"
}
`;
/** Whether a line of output belongs to this protocol, and is not for a person to read. */
function isProtocolLine(line) {
    return /^@@(?:failure|notice|fact) /.test(line);
}
/** `output` without the lines of this protocol. */
function withoutProtocol(output) {
    return output
        .split('\n')
        .filter((line) => !isProtocolLine(line))
        .join('\n');
}
/** Reads one line that `failure` wrote; undefined for any other line. */
function parseFailureLine(line) {
    return parseNamed('failure', line);
}
function parseNamed(word, line) {
    if (!line.startsWith(`@@${word} `))
        return undefined;
    const [, code = '', ...pairs] = line.trimEnd().split(' ');
    const parameters = {};
    for (const pair of pairs) {
        const at = pair.indexOf('=');
        parameters[pair.slice(0, at)] = decode(pair.slice(at + 1));
    }
    return { code, parameters };
}
/** The failure that the script named, with the rest of its stderr as evidence; undefined where it named none. */
function failureIn(result) {
    if (result.code === 0)
        return undefined;
    const named = result.stderr
        .split('\n')
        .map(parseFailureLine)
        .find((found) => found !== undefined);
    if (named === undefined)
        return undefined;
    const evidence = withoutProtocol(result.stderr).trim();
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureNamed */ .g8)(named.code, named.parameters, evidence === '' ? undefined : evidence);
}
/** What the script warned of by `notice`, in its order. */
function noticesIn({ stderr }) {
    return noticesAmong(stderr.split('\n'));
}
/** What those of these lines warn of that `notice` wrote. */
function noticesAmong(lines) {
    return lines
        .map((line) => parseNamed('notice', line))
        .filter((named) => named !== undefined)
        .map(({ code, parameters }) => (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureNamed */ .g8)(code, parameters));
}
/** The facts that the script handed over, by their key; the last one of a key counts. */
function factsIn(stdout) {
    const facts = {};
    for (const line of stdout.split('\n')) {
        const [, key, value = ''] = /^@@fact (\S+) ?(\S*)$/.exec(line.trimEnd()) ?? [];
        if (key !== undefined)
            facts[key] = decode(value);
    }
    return facts;
}
function decode(base64) {
    return Buffer.from(base64, 'base64').toString('utf8');
}


/***/ })

};
