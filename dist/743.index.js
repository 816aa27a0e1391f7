export const id = 743;
export const ids = [743,951];
export const modules = {

/***/ 67951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runnerLog: () => (/* binding */ runnerLog)
/* harmony export */ });
/* harmony import */ var _console_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38588);

/**
 * The runner's log in one language: groups fold, warnings become annotations. Groups do not nest there, so only the
 * outer one folds. Secrets are taken out here, not by the runner's mask alone.
 */
function runnerLog(language, { redact }) {
    let depth = 0;
    return {
        group: async (title, work) => {
            if (depth++ === 0)
                (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh)(redact(title[language]));
            else
                (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)(redact(title[language]));
            try {
                return await work();
            }
            finally {
                if (--depth === 0)
                    (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4)();
            }
        },
        info: (line) => (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)(redact(line[language])),
        warning: (line) => (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .warn */ .R8)(redact(line[language])),
        output: (lines) => (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(redact(lines)),
        debug: (words) => (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz)(redact(words)),
    };
}


/***/ }),

/***/ 57743:
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
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/messages/inputs.js + 2 modules
var messages_inputs = __webpack_require__(94472);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/main.js

/** What is said around a command. */
const mainMessages = {
    ignored: (input) => (0,messages_text/* text */.Qq)(`The environment has INPUT_${input.toUpperCase()}, which is no input of this action.`, `环境变量 INPUT_${input.toUpperCase()} 不是本 Action 的参数，已忽略。`),
    evidence: (code) => (0,messages_text/* text */.Qq)(`Output that shows ${code}`, `${code} 的相关输出`),
    artifactFolder: (folder) => (0,messages_text/* text */.Qq)(`The artifact is in ${folder}`, `产物位于 ${folder}`),
    artifactFailed: (detail) => (0,messages_text/* text */.Qq)(`The artifact could not be uploaded: ${detail}`, `产物上传失败：${detail}`),
    artifactOutOfTime: (0,messages_text/* text */.Qq)('Cancelled: there is no time to upload the artifact.', '运行已取消：没有时间上传产物。'),
};

// EXTERNAL MODULE: ./.build/lib/redaction/secrets.js
var redaction_secrets = __webpack_require__(51361);
// EXTERNAL MODULE: ./.build/lib/settings/inputs.js
var settings_inputs = __webpack_require__(95129);
// EXTERNAL MODULE: ./.build/lib/settings/masks.js + 1 modules
var masks = __webpack_require__(56617);
// EXTERNAL MODULE: ./.build/lib/settings/public-facts.js
var public_facts = __webpack_require__(88919);
// EXTERNAL MODULE: ./.build/lib/settings/read-settings.js + 27 modules
var read_settings = __webpack_require__(68836);
// EXTERNAL MODULE: ./.build/lib/settings/unknown-inputs.js
var unknown_inputs = __webpack_require__(26004);
// EXTERNAL MODULE: ./.build/lib/action/cancellation.js
var cancellation = __webpack_require__(43482);
// EXTERNAL MODULE: ./.build/lib/action/console.js + 1 modules
var console = __webpack_require__(38588);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./.build/lib/action/docker.js

/** The runner's docker, as far as there is one. It is called by its words, by no shell, and sees no input of the action. */
const runnerDocker = {
    temp: process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(),
    run: async (words, { onLine, seconds } = {}) => {
        const { getExecOutput } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 81260));
        const call = getExecOutput('docker', [...words], {
            silent: true,
            ignoreReturnCode: true,
            env: withoutInputs(process.env),
            ...(onLine === undefined ? {} : { listeners: { stdline: onLine } }),
        }).then(({ exitCode, stdout, stderr }) => ({ code: exitCode, stdout, stderr }), 
        // No such program.
        (error) => ({ code: 127, stdout: '', stderr: error instanceof Error ? error.message : String(error) }));
        if (seconds === undefined)
            return call;
        let timer;
        const late = new Promise((resolve) => {
            timer = setTimeout(() => resolve({ code: 124, stdout: '', stderr: `no answer within ${seconds} s` }), seconds * 1000);
        });
        return Promise.race([call, late]).finally(() => clearTimeout(timer));
    },
};
/** Programs that docker calls (credential helpers, plugins) have no need of keys and passwords. */
function withoutInputs(environment) {
    return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value === undefined || /^(?:INPUT_|STATE_|ACTIONS_)/i.test(name) ? [] : [[name, value]]));
}

// EXTERNAL MODULE: ./.build/lib/redaction/redact.js
var redact = __webpack_require__(24559);
// EXTERNAL MODULE: ./.build/lib/redaction/complaint.js
var complaint = __webpack_require__(59805);
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
    return shorten((0,redact/* redact */.E)((0,complaint/* hideInComplaint */.F)(evidence.trimEnd()), secrets), most, 'end');
}

;// CONCATENATED MODULE: ./.build/lib/action/findings.js





/** Tells every warning and failure with its cure, in the log and as an annotation. */
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
}

// EXTERNAL MODULE: ./.build/lib/action/id-token.js
var id_token = __webpack_require__(24880);
// EXTERNAL MODULE: ./.build/lib/action/log.js
var log = __webpack_require__(67951);
// EXTERNAL MODULE: ./.build/lib/action/origin.js
var action_origin = __webpack_require__(14555);
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
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/messages/status.js
var messages_status = __webpack_require__(56625);
// EXTERNAL MODULE: ./.build/lib/status/describe.js + 1 modules
var describe = __webpack_require__(50055);
// EXTERNAL MODULE: ./.build/lib/report/markdown.js
var markdown = __webpack_require__(22144);
;// CONCATENATED MODULE: ./.build/lib/report/status.js



/** What `status` found, as parts of a summary in Markdown. */
function statusSections(status, writing) {
    return status === undefined ? [] : (0,describe/* describeStatus */.W)(status).flatMap((section) => rendered(section, writing));
}
/** The same for a program: JSON, without what the application logged. */
function statusFacts({ application, ...rest }) {
    if (application === undefined)
        return rest;
    const { log: _, ...facts } = application;
    return { ...rest, application: facts };
}
function rendered({ title, notes = [], facts = [], table, output }, { t, tail }) {
    const named = { heading: [], rows: facts };
    return [
        `### ${(0,markdown/* plain */.pj)(t(title))}`,
        ...notes.map((note) => (0,markdown/* plain */.pj)(t(note))),
        ...(table === undefined || table.rows.length === 0 ? [] : [tabled(table, t)]),
        ...(facts.length === 0 ? [] : [tabled(named, t)]),
        ...(output === undefined ? [] : [output === '' ? t(messages_status/* statusMessages */.$.none) : (0,markdown/* fenced */.OF)(tail(output))]),
    ];
}
/** Without a heading, the first column is it. */
function tabled({ heading, rows }, t) {
    const row = (cells) => `| ${cells.map((words) => (0,markdown/* cell */.Hn)(t(words))).join(' | ')} |`;
    const columns = rows[0]?.length ?? 0;
    const head = heading.length === 0 ? `|${' |'.repeat(columns)}` : row(heading);
    return [head, `|${'---|'.repeat(columns)}`, ...rows.map(row)].join('\n');
}

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
    const json = (facts) => `${JSON.stringify(facts, shown, 2)}\n`;
    if (record.status !== undefined)
        files.push({ name: 'status.json', text: json(statusFacts(record.status)) });
    files.push({ name: 'deployment.json', text: json(deploymentRecord(record)) });
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
        diskGrowth: record.fate === 'committed' ? record.growth : undefined,
        freedSpace: record.freed,
        steps: record.plan?.steps.map(({ id, phase }) => ({ id, phase })),
        timings: record.timings,
        roundTrips: record.roundTrips,
        healthStatus: record.healthStatus,
        certificateNotAfter: record.certificateNotAfter?.toISOString(),
        outside: outside === undefined
            ? undefined
            : { address: outside.address, tls: tlsFacts(outside.tls), https: outside.https?.kind },
        icp: record.icp,
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

// EXTERNAL MODULE: ./.build/lib/checks/wechat.js
var wechat = __webpack_require__(39714);
// EXTERNAL MODULE: ./.build/lib/release/names.js
var names = __webpack_require__(16260);
;// CONCATENATED MODULE: ./.build/lib/report/outputs.js


/** The outputs of a run by their names in action.yml; what is not known is empty. */
function outputsOf(record, now) {
    const { release, domain, httpsPort, fate, icp } = record;
    const unseen = fate === 'open' || fate === 'cut-short';
    const site = domain === undefined || httpsPort === undefined ? undefined : (0,wechat/* wechatDomains */.G0)(domain, httpsPort);
    return {
        url: record.verified || record.proven ? (site?.request ?? '') : '',
        release: release?.id ?? '',
        'previous-release': record.previous?.id ?? '',
        image: release === undefined ? '' : (0,names/* imageTag */.I)(release),
        container: release?.image ?? '',
        changed: record.changed ? 'true' : unseen || record.uncertain ? '' : 'false',
        'rolled-back': unseen ? '' : String(record.rolledBack),
        'health-status': record.healthStatus === undefined ? '' : String(record.healthStatus),
        'certificate-not-after': record.certificateNotAfter?.toISOString() ?? '',
        'certificate-id': record.certificateId ?? '',
        'wechat-request-domain': site?.request ?? '',
        'wechat-socket-domain': site?.socket ?? '',
        'icp-status': icp === undefined || icp.status === 'outside-mainland' ? '' : icp.status,
        'duration-seconds': ((now - record.begun) / 1000).toFixed(1),
        'error-code': record.failures[0]?.code ?? '',
    };
}

// EXTERNAL MODULE: ./.build/lib/checks/icp-report.js
var icp_report = __webpack_require__(85297);
;// CONCATENATED MODULE: ./.build/lib/messages/summary.js

/** Headings and words of the job summary. */
const summaryMessages = {
    deployed: (app, url) => (0,messages_text/* text */.Qq)(`${app} is deployed: ${url}`, `${app} 已部署：${url}`),
    rolledBackTo: (app, release, url) => (0,messages_text/* text */.Qq)(`${app} is rolled back to ${release}: ${url}`, `${app} 已回滚到发布版本 ${release}：${url}`),
    /** `rollback` to a newer release than the one that was live. */
    switchedTo: (app, release, url) => (0,messages_text/* text */.Qq)(`${app} is switched to the newer ${release}: ${url}`, `${app} 已切换到较新的发布版本 ${release}：${url}`),
    unchanged: (app, url) => (0,messages_text/* text */.Qq)(`${app}: nothing to change, ${url} is verified`, `${app}：无需变更，已验证 ${url}`),
    planned: (app) => (0,messages_text/* text */.Qq)(`Plan for ${app}`, `${app} 的部署计划`),
    nothingPlanned: (app) => (0,messages_text/* text */.Qq)(`Plan for ${app}: nothing to change`, `${app} 的部署计划：无需变更`),
    renewed: (domain, day) => (0,messages_text/* text */.Qq)(`The certificate of ${domain} is renewed, valid until ${day}`, `${domain} 的证书已更新，有效期至 ${day}`),
    notDue: (domain, day) => (0,messages_text/* text */.Qq)(`The certificate of ${domain} is valid until ${day}: nothing to do`, `${domain} 的证书有效期至 ${day}：无需操作`),
    notVerified: (url) => (0,messages_text/* text */.Qq)(`${url} could not be verified`, `无法验证 ${url}`),
    verified: (url) => (0,messages_text/* text */.Qq)(`${url} is as it should be`, `${url} 一切正常`),
    failed: (what) => (0,messages_text/* text */.Qq)(`Failed: ${what}`, `失败：${what}`),
    keptServing: (release) => (0,messages_text/* text */.Qq)(`${release} stays live.`, `${release} 继续提供服务。`),
    live: (release) => (0,messages_text/* text */.Qq)(`${release} is live.`, `${release} 正在提供服务。`),
    undone: (steps) => (0,messages_text/* text */.Qq)(`Undone, in this order: ${steps}.`, `已依次撤销：${steps}。`),
    switchUndone: (0,messages_text/* text */.Qq)('The switch was undone.', '切换已撤销。'),
    rolledBack: (0,messages_text/* text */.Qq)('The switch was undone; what was prepared has been removed.', '切换已撤销；已准备的内容已清理。'),
    deploymentKept: (0,messages_text/* text */.Qq)('The deployment is verified on the server and stays live. The problem is on the way from the internet to the server.', '部署本身已在服务器上验证并保留；问题出在服务器之外的链路。'),
    nothingSeen: (0,messages_text/* text */.Qq)('The status of the server is not known', '未能得知服务器的状态'),
    changes: (0,messages_text/* text */.Qq)('Changes', '变更'),
    step: (0,messages_text/* text */.Qq)('Step', '步骤'),
    reason: (0,messages_text/* text */.Qq)('Reason', '原因'),
    seconds: (0,messages_text/* text */.Qq)('Seconds', '秒'),
    timings: (0,messages_text/* text */.Qq)('Timings', '耗时'),
    path: (0,messages_text/* text */.Qq)('Request path', '请求路径'),
    browser: (0,messages_text/* text */.Qq)('Browser', '浏览器'),
    pages: (0,messages_text/* text */.Qq)('static site', '静态站点'),
    miniProgram: (0,messages_text/* text */.Qq)('Mini program', '小程序'),
    wechat: (0,messages_text/* text */.Qq)('WeChat', '微信'),
    paste: (0,messages_text/* text */.Qq)('To paste into 服务器域名 (mp.weixin.qq.com → 开发管理)', '粘贴到「服务器域名」（mp.weixin.qq.com → 开发管理）'),
    requestDomain: (0,messages_text/* text */.Qq)('request, uploadFile, downloadFile', 'request / uploadFile / downloadFile 合法域名'),
    socketDomain: (0,messages_text/* text */.Qq)('socket', 'socket 合法域名'),
    certificate: (day) => (0,messages_text/* text */.Qq)(`Certificate valid until ${day}`, `证书有效期至 ${day}`),
    evidence: (0,messages_text/* text */.Qq)('Output', '输出'),
    warnings: (0,messages_text/* text */.Qq)('Warnings', '警告'),
    tooLong: (0,messages_text/* text */.Qq)('The rest is too long for a summary: see the log.', '其余内容过长，无法放入摘要：请查看日志。'),
};

// EXTERNAL MODULE: ./.build/lib/messages/wechat.js
var messages_wechat = __webpack_require__(80445);
// EXTERNAL MODULE: ./.build/lib/nginx/site.js
var nginx_site = __webpack_require__(18342);
// EXTERNAL MODULE: ./.build/lib/resources/disk-growth.js
var disk_growth = __webpack_require__(82919);
// EXTERNAL MODULE: ./.build/lib/resources/freed-space.js
var freed_space = __webpack_require__(12837);
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
        ...(record.failures.length > 0
            ? [...consequence(record), ...undone(record)].map((words) => `**${(0,markdown/* plain */.pj)(t(words))}**`)
            : []),
        ...warnings(record, t),
        ...statusSections(record.status, {
            t,
            tail: (output) => shorten((0,redact/* redact */.E)(output, reader.secrets), reader.most, 'end'),
        }),
        ...changes(record, t, cut),
        ...way(record, t),
        ...summary_wechat(command, record, t, cut),
        ...timings(record, t),
    ].join('\n\n');
}
function title(command, record) {
    const [failed] = record.failures;
    if (failed !== undefined)
        return summaryMessages.failed(failed.code);
    const url = record.domain === undefined ? '' : (0,wechat/* wechatDomains */.G0)(record.domain, record.httpsPort ?? 443).request;
    const app = record.app ?? '';
    switch (command) {
        case 'verify':
            return record.verified ? summaryMessages.verified(url) : summaryMessages.notVerified(url);
        case 'plan':
            return record.plan?.steps.length === 0 ? summaryMessages.nothingPlanned(app) : summaryMessages.planned(app);
        case 'renew': {
            const { certificateNotAfter: end } = record;
            const until = end === undefined ? '-' : (0,messages_text/* dayOf */.kb)(end);
            return record.changed ? summaryMessages.renewed(record.domain ?? '', until) : summaryMessages.notDue(record.domain ?? '', until);
        }
        case 'status':
            return record.status === undefined ? summaryMessages.nothingSeen : (0,describe/* titleOf */.G)(record.status);
        case 'rollback':
            return record.changed ? rolledBack(app, record, url) : summaryMessages.unchanged(app, url);
        case 'deploy':
            return record.changed ? summaryMessages.deployed(app, url) : summaryMessages.unchanged(app, url);
    }
}
/** Ids of releases begin with their time. */
function rolledBack(app, { release, previous }, url) {
    const to = release?.id ?? '';
    return previous !== undefined && previous.id < to ? summaryMessages.switchedTo(app, to, url) : summaryMessages.rolledBackTo(app, to, url);
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
/** What the runner took back. */
function undone({ undone: steps }) {
    return steps.length === 0 ? [] : [summaryMessages.undone(steps.join(', '))];
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
        ...(record.growth === undefined || record.fate !== 'committed' ? [] : [t((0,disk_growth/* lineOfGrowth */.hQ)(record.growth))]),
        ...(record.freed === undefined ? [] : [t((0,freed_space/* lineOfFreed */.S0)(record.freed))]),
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
const signs = { ok: '✅', broken: '❌', unseen: '❔' };
function summary_wechat(command, record, t, cut) {
    const { domain, httpsPort, outside } = record;
    if (command === 'plan' || domain === undefined || httpsPort === undefined || outside === undefined)
        return [];
    const { request, socket } = (0,wechat/* wechatDomains */.G0)(domain, httpsPort);
    const rules = (record.wechat ?? []).map(({ state, rule, detail }) => `- ${signs[state]} ${t(rule)}${detail === '' ? '' : `: ${(0,markdown/* plain */.pj)(cut(detail))}`}`);
    return [
        ...((0,wechat/* domainsChanged */.Gb)({ domain, httpsPort }, record.previous?.site)
            ? [
                `### ${t(summaryMessages.paste)}`,
                [
                    '| | |',
                    '|---|---|',
                    `| ${t(summaryMessages.requestDomain)} | \`${request}\` |`,
                    `| ${t(summaryMessages.socketDomain)} | \`${socket}\` |`,
                ].join('\n'),
            ]
            : [`### ${t(summaryMessages.wechat)}`, t(messages_wechat/* domainsAsBefore */.p8)]),
        ...(rules.length === 0 ? [] : [rules.join('\n')]),
        ...(record.certificateNotAfter === undefined ? [] : [t(summaryMessages.certificate((0,messages_text/* dayOf */.kb)(record.certificateNotAfter)))]),
        ...(record.icp === undefined ? [] : [t((0,icp_report/* lineOfIcp */.s)(record.icp))]),
        t(messages_wechat/* onlyWechatKnows */.Ho),
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
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(61), __webpack_require__.e(44)]).then(__webpack_require__.bind(__webpack_require__, 19044));
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
async function report(settings, record, language, secrets, graceOver) {
    (0,console/* resume */.U)();
    for (const [name, value] of Object.entries(outputsOf(record, Date.now())))
        core/* setOutput */.uH(name, secrets.redact(value));
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (file !== undefined && file !== '') {
        await (0,promises_.appendFile)(file, `${renderSummary(settings?.command ?? 'deploy', record, language, secrets.masks())}\n`);
    }
    const artifact = settings && (await artifactOf(settings, record, language, secrets.masks(), graceOver));
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
    const secrets = (0,redaction_secrets/* openSecrets */.c)(console/* hide */.jD);
    let settings;
    try {
        for (const name of (0,unknown_inputs/* unknownInputs */.q)(inputs, Object.keys(messages_inputs/* inputTexts */.L)).ignored)
            (0,console/* debug */.Yz)(mainMessages.ignored(name)[language]);
        settings = (0,read_settings/* readSettings */.sb)(inputs);
        secrets.include((0,masks/* masks */.S)(settings), (0,public_facts/* publicFacts */.F)(settings));
        record.warnings.push(...settings.warnings);
        await runCommand(settings, await runOf(settings.command, language, patience, secrets), record);
    }
    catch (error) {
        record.failures.push(...(0,failure/* failuresOf */.dJ)(error), ...(await alsoWrong(error, language, patience, secrets)));
    }
    await report(settings, record, language, secrets, patience.graceOver).catch((error) => record.failures.push(...(0,failure/* failuresOf */.dJ)(error)));
    tellFindings(record, language, secrets.masks());
    if (record.failures.length > 0)
        process.exitCode = core/* ExitCode */.yU.Failure;
    (0,state/* rememberPhase */.No)(state/* ended */.v6);
    (0,cancellation/* endSoon */.n)();
}
/** Where inputs were refused: what else is wrong, so that it is all told in one run. */
async function alsoWrong(error, language, patience, secrets) {
    if (!(error instanceof read_settings/* BadInputs */.JM) || error.readable === undefined)
        return [];
    secrets.include((0,masks/* masks */.S)(error.readable), (0,public_facts/* publicFacts */.F)(error.readable));
    const { furtherProblems } = await Promise.all(/* import() */[__webpack_require__.e(487), __webpack_require__.e(901), __webpack_require__.e(279), __webpack_require__.e(493), __webpack_require__.e(252), __webpack_require__.e(448), __webpack_require__.e(193), __webpack_require__.e(976), __webpack_require__.e(715)]).then(__webpack_require__.bind(__webpack_require__, 29976));
    return furtherProblems(error.readable, await runOf('plan', language, patience, secrets));
}
async function runOf(command, language, patience, secrets) {
    // With TLS and all roots: not for a run that fails at its inputs.
    const { trustedRoots } = await __webpack_require__.e(/* import() */ 575).then(__webpack_require__.bind(__webpack_require__, 46575));
    const folder = process.env.GITHUB_WORKSPACE ?? process.cwd();
    const origin = (0,action_origin/* originOf */.y)(process.env);
    return {
        log: (0,log.runnerLog)(language, secrets),
        folder,
        origin,
        subject: command === 'deploy' ? await (0,action_origin/* subjectOf */.e)(origin.commit, folder) : '',
        roots: trustedRoots(),
        now: Date.now,
        enter: state/* rememberPhase */.No,
        noteSwitch: state/* rememberSwitch */.Gv,
        noteLease: (0,state/* leaseMemory */.m3)(),
        hide: secrets.add,
        idToken: id_token/* idToken */.f,
        proxies: process.env,
        docker: runnerDocker,
        ...patience,
    };
}
/** Each command is loaded when it is called for: `verify` needs no SSH. */
async function runCommand(settings, run, record) {
    switch (settings.command) {
        case 'verify':
            return (await Promise.all(/* import() */[__webpack_require__.e(57), __webpack_require__.e(60), __webpack_require__.e(698), __webpack_require__.e(47)]).then(__webpack_require__.bind(__webpack_require__, 34843))).verify(settings, run, record);
        case 'plan':
            return (await Promise.all(/* import() */[__webpack_require__.e(487), __webpack_require__.e(88), __webpack_require__.e(901), __webpack_require__.e(279), __webpack_require__.e(118), __webpack_require__.e(291), __webpack_require__.e(493), __webpack_require__.e(252), __webpack_require__.e(448), __webpack_require__.e(57), __webpack_require__.e(870), __webpack_require__.e(479), __webpack_require__.e(261), __webpack_require__.e(60), __webpack_require__.e(979), __webpack_require__.e(193), __webpack_require__.e(519), __webpack_require__.e(976), __webpack_require__.e(306), __webpack_require__.e(806), __webpack_require__.e(618)]).then(__webpack_require__.bind(__webpack_require__, 97618))).plan(settings, run, record);
        case 'rollback':
            return (await Promise.all(/* import() */[__webpack_require__.e(487), __webpack_require__.e(88), __webpack_require__.e(901), __webpack_require__.e(279), __webpack_require__.e(118), __webpack_require__.e(291), __webpack_require__.e(252), __webpack_require__.e(448), __webpack_require__.e(57), __webpack_require__.e(870), __webpack_require__.e(479), __webpack_require__.e(261), __webpack_require__.e(60), __webpack_require__.e(979), __webpack_require__.e(193), __webpack_require__.e(698), __webpack_require__.e(519), __webpack_require__.e(494), __webpack_require__.e(627)]).then(__webpack_require__.bind(__webpack_require__, 55627))).rollback(settings, run, record);
        case 'status':
            return (await Promise.all(/* import() */[__webpack_require__.e(487), __webpack_require__.e(88), __webpack_require__.e(252), __webpack_require__.e(448), __webpack_require__.e(57), __webpack_require__.e(870), __webpack_require__.e(479), __webpack_require__.e(261), __webpack_require__.e(551)]).then(__webpack_require__.bind(__webpack_require__, 35551))).status(settings, run, record);
        case 'renew':
            return (await Promise.all(/* import() */[__webpack_require__.e(487), __webpack_require__.e(88), __webpack_require__.e(901), __webpack_require__.e(291), __webpack_require__.e(252), __webpack_require__.e(448), __webpack_require__.e(57), __webpack_require__.e(870), __webpack_require__.e(479), __webpack_require__.e(261), __webpack_require__.e(60), __webpack_require__.e(979), __webpack_require__.e(698), __webpack_require__.e(306), __webpack_require__.e(234)]).then(__webpack_require__.bind(__webpack_require__, 20234))).renew(settings, run, record);
        case 'deploy':
            return (await Promise.all(/* import() */[__webpack_require__.e(487), __webpack_require__.e(88), __webpack_require__.e(901), __webpack_require__.e(279), __webpack_require__.e(118), __webpack_require__.e(291), __webpack_require__.e(493), __webpack_require__.e(252), __webpack_require__.e(448), __webpack_require__.e(57), __webpack_require__.e(870), __webpack_require__.e(479), __webpack_require__.e(261), __webpack_require__.e(60), __webpack_require__.e(979), __webpack_require__.e(193), __webpack_require__.e(698), __webpack_require__.e(519), __webpack_require__.e(976), __webpack_require__.e(306), __webpack_require__.e(806), __webpack_require__.e(494), __webpack_require__.e(490)]).then(__webpack_require__.bind(__webpack_require__, 78490))).deploy(settings, run, record);
        default:
            settings;
    }
}


/***/ }),

/***/ 34315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $F: () => (/* binding */ notBefore),
/* harmony export */   Cw: () => (/* binding */ notAfter),
/* harmony export */   LS: () => (/* binding */ commonName),
/* harmony export */   Ps: () => (/* binding */ issuerUrl),
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   UM: () => (/* binding */ readChain),
/* harmony export */   dI: () => (/* binding */ anchorOf),
/* harmony export */   dR: () => (/* binding */ chainOf),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   hU: () => (/* binding */ covers)
/* harmony export */ });
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57396);

/**
 * Reads a chain from PEM text. A complete chain out of order is put in order, what is there twice is dropped.
 * Throws as `readCertificates` does.
 */
function readChain(pem, source) {
    return chainOf((0,_pem_js__WEBPACK_IMPORTED_MODULE_0__/* .readCertificates */ .j)(pem, source));
}
/** Orders certificates into a chain. Throws RangeError for none. */
function chainOf(given) {
    const all = given.filter((one, index) => given.findIndex((other) => isSame(one, other)) === index);
    const leaf = findLeaf(all);
    if (leaf === undefined)
        throw new RangeError('no certificate');
    const certificates = [leaf];
    for (let last = leaf; !isIssuedBy(last, last);) {
        const issuer = all.find((other) => !certificates.includes(other) && isIssuedBy(last, other));
        if (issuer === undefined)
            break;
        certificates.push(issuer);
        last = issuer;
    }
    const inGivenOrder = all.filter((one) => certificates.includes(one));
    return {
        certificates,
        reordered: inGivenOrder.some((one, index) => one !== certificates[index]),
        duplicates: given.length - all.length,
        unused: all.filter((one) => !certificates.includes(one)),
    };
}
/**
 * Where `chain` ends, for a client that trusts `roots` at the time `now` and fetches nothing by itself.
 * A cross-signed certificate above a trusted root does no harm, expired or not: clients stop at the root.
 */
function anchorOf(chain, roots, now) {
    const valid = roots.filter((root) => notBefore(root) <= now && now <= notAfter(root));
    for (const [index, one] of chain.certificates.entries()) {
        const path = chain.certificates.slice(0, index + 1);
        const self = valid.find((root) => isSame(root, one));
        if (self !== undefined)
            return { kind: 'trusted', root: self, included: true, path };
        const root = valid.find((candidate) => isIssuedBy(one, candidate));
        if (root === undefined)
            continue;
        const included = chain.certificates.some((other) => isSame(other, root));
        return { kind: 'trusted', root, included, path };
    }
    const path = chain.certificates;
    const last = path.at(-1) ?? path[0];
    return isIssuedBy(last, last) ? { kind: 'untrusted', root: last, path } : { kind: 'incomplete', last, path };
}
/** SHA-256 over the certificate's DER, as 64 lower-case hex digits. */
function fingerprint(certificate) {
    return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}
/** The DNS names for which a certificate is valid (subjectAltName), in its order. */
function namesOf(certificate) {
    const entries = certificate.subjectAltName?.split(', ') ?? [];
    return entries.filter((entry) => entry.startsWith('DNS:')).map((entry) => entry.slice('DNS:'.length));
}
/** Whether a certificate is valid for a host name: exactly, or by a wildcard for one label. The subject does not count. */
function covers(certificate, host) {
    return certificate.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined;
}
/** Start of a certificate's validity. */
function notBefore(certificate) {
    return new Date(certificate.validFrom);
}
/** End of a certificate's validity. */
function notAfter(certificate) {
    return new Date(certificate.validTo);
}
/** What people call the holder of a distinguished name as Node writes it (one attribute a line): its CN, else its O. */
function commonName(distinguishedName) {
    const lines = distinguishedName?.split('\n') ?? [];
    const attribute = (type) => lines.find((line) => line.startsWith(`${type}=`))?.slice(type.length + 1);
    return attribute('CN') ?? attribute('O') ?? lines.join(', ');
}
/** Where a certificate says that its issuer's can be fetched (Authority Information Access), if it does. */
function issuerUrl(certificate) {
    return certificate.infoAccess?.match(/^CA Issuers - URI:(https?:\S+)$/m)?.[1];
}
function findLeaf(all) {
    const issuesNothing = all.filter((one) => !all.some((other) => other !== one && isIssuedBy(other, one)));
    return issuesNothing.find((one) => !one.ca) ?? issuesNothing[0] ?? all[0];
}
function isIssuedBy(one, issuer) {
    // Names first: they settle nearly every pair of a long list of roots without a signature to compute.
    if (one.issuer !== issuer.subject || !one.checkIssued(issuer))
        return false;
    try {
        return one.verify(issuer.publicKey);
    }
    catch {
        return false; // a kind of key that this OpenSSL does not know
    }
}
function isSame(one, other) {
    return one.fingerprint256 === other.fingerprint256;
}


/***/ }),

/***/ 57396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ writeCertificates),
/* harmony export */   j: () => (/* binding */ readCertificates)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
/* harmony import */ var _pem_blocks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65445);



/**
 * The certificates in the PEM text `pem`, in its order. `source` names the text in errors (an input, a file).
 * Throws `CERTIFICATE_UNREADABLE`, and `CERTIFICATE_KEY_IN_CHAIN` where a private key was pasted along.
 */
function readCertificates(pem, source) {
    const { blocks, begun } = (0,_pem_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .readPem */ .Je)(pem);
    if (begun.some(_pem_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .isKeyLabel */ .AU))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_KEY_IN_CHAIN', { source });
    const unreadable = (detail) => (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_UNREADABLE', { source, detail });
    if (begun.length === 0)
        throw unreadable('no -----BEGIN CERTIFICATE-----');
    if (begun.length !== blocks.length)
        throw unreadable(`${begun.length} x -----BEGIN, ${blocks.length} x -----END`);
    const certificates = blocks.filter(({ label }) => /^(X509 )?CERTIFICATE$/.test(label));
    if (certificates.length === 0)
        throw unreadable(blocks.map(({ label }) => label).join(', '));
    return certificates.map(({ base64 }, index) => {
        const certificate = parse(base64);
        if (certificate === undefined)
            throw unreadable(`-----BEGIN CERTIFICATE----- ${index + 1}/${certificates.length}`);
        return certificate;
    });
}
/** Certificates as one PEM text with LF line ends, as nginx reads `ssl_certificate`. */
function writeCertificates(certificates) {
    return certificates.map((certificate) => `${certificate.toString().trim()}\n`).join('');
}
function parse(base64) {
    // Buffer.from skips what is not base64, so that garbage could come out as another, shorter certificate.
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
        return undefined;
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(Buffer.from(base64, 'base64'));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 52170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ diagnoseCertificate),
/* harmony export */   c: () => (/* binding */ foreignName)
/* harmony export */ });
/* harmony import */ var _certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34315);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
/* harmony import */ var _wechat_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70627);



/** Why the certificate that is served does not hold for its name; undefined where it does. */
function diagnoseCertificate(domain, port, tls) {
    const detail = tls.authorizationError;
    const [leaf] = tls.certificates;
    switch (detail) {
        case undefined:
            return undefined;
        case 'CERT_HAS_EXPIRED':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('SERVED_CERTIFICATE_EXPIRED', { domain, port, notAfter: tls.notAfter.toISOString() });
        case 'ERR_TLS_CERT_ALTNAME_INVALID':
            return foreignName(domain, port, tls);
        // OpenSSL's words for an issuer that it has not got: of the only certificate sent, and of a later one.
        case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
        case 'UNABLE_TO_GET_ISSUER_CERT':
        case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('SERVED_CHAIN_INCOMPLETE', { domain, port, count: tls.chainLength, missing: missingIn(tls) });
        default: {
            // A key or a hash that is too weak has no word of Node's; what is meant for others than servers has one.
            const weak = ['UNSPECIFIED', 'INVALID_PURPOSE'].includes(detail) ? (0,_wechat_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .unfit */ .R)({ domain, port, ...tls }) : undefined;
            return (weak ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('SERVED_CERTIFICATE_UNTRUSTED', { domain, port, issuer: (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .commonName */ .LS)(leaf?.issuer), detail }));
        }
    }
}
/** The failure of a certificate that is another name's. */
function foreignName(domain, port, { certificates: [leaf] }) {
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('SERVED_CERTIFICATE_NAMES', { domain, port, names: (leaf && (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .namesOf */ .eZ)(leaf).join(', ')) || '-' });
}
function missingIn({ certificates }) {
    if (certificates.length === 0)
        return '-';
    const chain = (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .chainOf */ .dR)(certificates);
    // No roots: what OpenSSL could not anchor ends at its last link.
    const { path } = (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .anchorOf */ .dI)(chain, [], new Date(0));
    return (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .commonName */ .LS)(path.at(-1)?.issuer);
}


/***/ }),

/***/ 85297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ linesOfIcp),
/* harmony export */   s: () => (/* binding */ lineOfIcp)
/* harmony export */ });
/* harmony import */ var _messages_icp_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35955);
/* harmony import */ var _icp_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31014);


/** What was seen, a line for each port. */
function linesOfIcp(seen) {
    return (0,_icp_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .portsOf */ .a5)(seen).map(lineOfPort);
}
/** What it comes to, in one line. */
function lineOfIcp(found) {
    switch (found.status) {
        case 'blocked':
            return _messages_icp_js__WEBPACK_IMPORTED_MODULE_0__/* .icpMessages */ .L.blocked(found.domain);
        case 'not-blocked':
            return _messages_icp_js__WEBPACK_IMPORTED_MODULE_0__/* .icpMessages */ .L.notBlocked(found.domain, found.ports.join(', '));
        case 'unknown':
            return _messages_icp_js__WEBPACK_IMPORTED_MODULE_0__/* .icpMessages */ .L.unknown(_messages_icp_js__WEBPACK_IMPORTED_MODULE_0__/* .icpMessages */ .L.doubts[found.doubt](found.port));
        case 'outside-mainland':
            return _messages_icp_js__WEBPACK_IMPORTED_MODULE_0__/* .icpMessages */ .L.outsideMainland;
    }
}
function lineOfPort({ port, protocol, tries }) {
    const count = (kind) => tries.filter((one) => one === kind).length;
    if (count('closed') === tries.length)
        return _messages_icp_js__WEBPACK_IMPORTED_MODULE_0__/* .icpMessages */ .L.closed(protocol.toUpperCase(), port);
    return protocol === 'http'
        ? _messages_icp_js__WEBPACK_IMPORTED_MODULE_0__/* .icpMessages */ .L.http(port, count('clean'), count('page'), tries.length)
        : _messages_icp_js__WEBPACK_IMPORTED_MODULE_0__/* .icpMessages */ .L.tls(port, count('clean'), count('cut'), tries.length);
}


/***/ }),

/***/ 31014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ explainedByBlock),
/* harmony export */   Rh: () => (/* binding */ icpFailure),
/* harmony export */   a5: () => (/* binding */ portsOf),
/* harmony export */   m4: () => (/* binding */ judgeIcp),
/* harmony export */   rB: () => (/* binding */ besideHostFirewall)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** Resets beside controls that get through must be this many, without exception. */
const ENOUGH = 3;
/** Where Tencent Cloud leads requests for a domain without filing. */
const blockPage = /dnspod\.qcloud\.com\/static\/webblock/;
/** Seen in place of 302, with the same page; no server of its own says it. */
const blockStatus = 566;
/**
 * The verdict: `blocked` needs the block page once, or a port on which every handshake with the name is reset and every one
 * without gets through. `not-blocked` needs every port that answers to do so each time. All else is `unknown`.
 */
function judgeIcp(seen, httpsPort) {
    const ports = portsOf(seen);
    const all = ({ tries }, kind) => tries.every((one) => one === kind);
    const blocked = ports.find((one) => one.tries.includes('page') || (one.tries.length >= ENOUGH && all(one, 'cut')));
    if (blocked !== undefined) {
        const { domain, address } = seen;
        const { port, protocol, tries } = blocked;
        const by = protocol === 'http' ? 'page' : 'resets';
        const count = tries.filter((one) => one === 'page' || one === 'cut').length;
        const open = ports.some((one) => one.port === httpsPort && one.protocol === 'tls' && all(one, 'clean'));
        return { status: 'blocked', domain, address, httpsPort, by, port, seen: count, tries: tries.length, open };
    }
    const answering = ports.filter((one) => !all(one, 'closed'));
    const doubtful = answering.find((one) => !all(one, 'clean'));
    if (doubtful !== undefined)
        return { status: 'unknown', doubt: doubtOf(doubtful), port: doubtful.port };
    if (answering.length === 0)
        return { status: 'unknown', doubt: 'closed', port: httpsPort };
    return { status: 'not-blocked', domain: seen.domain, ports: answering.map(({ port }) => port) };
}
/** What each port's tries came to. */
function portsOf({ http, tls }) {
    return [
        { port: http.port, protocol: 'http', tries: http.tries.map(httpTry) },
        ...tls.map(({ port, tries }) => ({ port, protocol: 'tls', tries: tries.map(tlsTry) })),
    ];
}
/** The failure that a block is; undefined where none was seen. */
function icpFailure(verdict) {
    if (verdict?.status !== 'blocked')
        return undefined;
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('ICP_BLOCKED', { ...verdict, page: verdict.by === 'page' });
}
/** What was found from outside, where a block was seen: what it explains is told as the block, and once. */
function explainedByBlock(found, blocked) {
    if (blocked === undefined)
        return found;
    const explained = ({ code, message }) => code === 'REQUEST_RESET_BY_NAME' ||
        (code === 'SITE_REDIRECT' && blockPage.test(message)) ||
        (code === 'SITE_UNREACHABLE' && message.includes('ECONNRESET'));
    return [...new Set(found.map((one) => (explained(one) ? blocked : one)))];
}
/** The verdict once the server was asked: resets prove nothing where its own packet filter looks at contents. */
function besideHostFirewall(verdict, found) {
    const filtered = found.some(({ code }) => code === 'HOST_FIREWALL_UNCLEAR');
    if (verdict.status !== 'blocked' || verdict.by === 'page' || !filtered)
        return verdict;
    return { status: 'unknown', doubt: 'host-firewall', port: verdict.port };
}
function httpTry(look) {
    if (look.kind !== 'answered')
        return isClosed(look) ? 'closed' : 'unclear';
    const { status, location = '' } = look;
    const leadsAway = (status >= 300 && status < 400) || status === blockStatus;
    if (leadsAway && blockPage.test(location))
        return 'page';
    return status === blockStatus ? 'unclear' : 'clean';
}
function tlsTry({ named, control }) {
    // An answer in TLS's own words is one, too: that of a server that has nothing for this name.
    if (named.kind === 'served' || named.kind === 'handshake')
        return 'clean';
    if (isClosed(named))
        return 'closed';
    if (named.kind !== 'reset')
        return 'unclear';
    if (control.kind === 'served' || control.kind === 'handshake')
        return 'cut';
    return control.kind === 'reset' ? 'cut-alike' : 'unclear';
}
function isClosed({ kind, stage }) {
    return stage === 'connect' && (kind === 'refused' || kind === 'timeout' || kind === 'unreachable');
}
function doubtOf({ tries }) {
    if (tries.includes('cut'))
        return 'some';
    return tries.includes('cut-alike') ? 'all-alike' : 'unsteady';
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

/***/ 70627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ certificateRules),
  R: () => (/* binding */ unfit)
});

// EXTERNAL MODULE: ./.build/lib/certificate/chain.js
var chain = __webpack_require__(34315);
;// CONCATENATED MODULE: ./.build/lib/certificate/signature.js
/** RFC 8017, appendix C; RFC 5758, section 3.2. An RSASSA-PSS names its hash elsewhere: no public authority uses it. */
const algorithms = {
    '1.2.840.113549.1.1.4': { algorithm: 'md5WithRSAEncryption', sha2: false },
    '1.2.840.113549.1.1.5': { algorithm: 'sha1WithRSAEncryption', sha2: false },
    '1.2.840.113549.1.1.11': { algorithm: 'sha256WithRSAEncryption', sha2: true },
    '1.2.840.113549.1.1.12': { algorithm: 'sha384WithRSAEncryption', sha2: true },
    '1.2.840.113549.1.1.13': { algorithm: 'sha512WithRSAEncryption', sha2: true },
    '1.2.840.10045.4.1': { algorithm: 'ecdsa-with-SHA1', sha2: false },
    '1.2.840.10045.4.3.2': { algorithm: 'ecdsa-with-SHA256', sha2: true },
    '1.2.840.10045.4.3.3': { algorithm: 'ecdsa-with-SHA384', sha2: true },
    '1.2.840.10045.4.3.4': { algorithm: 'ecdsa-with-SHA512', sha2: true },
};
/** Reads how a certificate is signed out of its DER (RFC 5280, section 4.1): Node 20 does not tell. */
function signatureOf({ raw }) {
    const certificate = elementAt(raw, 0);
    const toBeSigned = elementAt(raw, certificate.begin);
    const algorithm = elementAt(raw, toBeSigned.end);
    const { begin, end } = elementAt(raw, algorithm.begin);
    const identifier = objectIdentifier(raw.subarray(begin, end));
    return algorithms[identifier] ?? { algorithm: identifier, sha2: undefined };
}
/** Where the contents of the DER element at `offset` begin and end. Node has parsed it before: it is well-formed. */
function elementAt(der, offset) {
    const first = der.readUInt8(offset + 1);
    if (first < 0x80)
        return { begin: offset + 2, end: offset + 2 + first };
    const size = first & 0x7f;
    const begin = offset + 2 + size;
    return { begin, end: begin + der.readUIntBE(offset + 2, size) };
}
/** The dotted form of an object identifier's contents (X.690, section 8.19). */
function objectIdentifier(contents) {
    const arcs = [];
    let arc = 0;
    for (const byte of contents) {
        arc = arc * 128 + (byte & 0x7f);
        if (byte >= 0x80)
            continue;
        arcs.push(arc);
        arc = 0;
    }
    const [first = 0, ...rest] = arcs;
    const root = Math.min(Math.floor(first / 40), 2);
    return [root, first - root * 40, ...rest].join('.');
}

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/messages/wechat.js
var wechat = __webpack_require__(80445);
// EXTERNAL MODULE: ./.build/lib/checks/wechat-rule.js
var wechat_rule = __webpack_require__(45901);
;// CONCATENATED MODULE: ./.build/lib/checks/wechat-certificate.js





/**
 * The rules for the certificates themselves, whoever trusts them. WeChat leaves TLS to the phone: what iOS 13 asks for is
 * on support.apple.com/103769, and Android 7.0 offers the curve P-256 alone.
 */
function certificateRules(served) {
    return [keyRule(served), signatureRule(served), usageRule(served), lifetimeRule(served)];
}
/** Why OpenSSL refuses a certificate without a word for it (`UNSPECIFIED`, `INVALID_PURPOSE`), as far as these rules tell. */
function unfit(served) {
    return [keyRule, signatureRule, usageRule].map((rule) => rule(served).failure).find((found) => found !== undefined);
}
function keyRule({ domain, port, certificates }) {
    const keys = issuing(certificates).map((one, index) => ({ ...keyOf(one, index === 0), holder: holderOf(one) }));
    const weak = keys.find(({ fit }) => fit === false);
    if (weak !== undefined) {
        const { key, holder } = weak;
        return (0,wechat_rule/* broken */.mw)(wechat/* ruleKey */.ep, `${key} (${holder})`, (0,failure/* failure */.V2)('WECHAT_KEY', { domain, port, key, holder }));
    }
    return keys.every(({ fit }) => fit) && keys[0] !== undefined ? (0,wechat_rule/* kept */.LP)(wechat/* ruleKey */.ep, keys[0].key) : (0,wechat_rule/* unseen */.nv)(wechat/* ruleKey */.ep);
}
function signatureRule({ domain, port, certificates }) {
    const signatures = issuing(certificates).map((one) => ({ ...signatureOf(one), holder: holderOf(one) }));
    const weak = signatures.find(({ sha2 }) => sha2 === false);
    if (weak !== undefined) {
        const { algorithm, holder } = weak;
        const found = (0,failure/* failure */.V2)('WECHAT_SIGNATURE', { domain, port, algorithm, holder });
        return (0,wechat_rule/* broken */.mw)(wechat/* ruleSignature */.Dm, `${algorithm} (${holder})`, found);
    }
    const names = [...new Set(signatures.map(({ algorithm }) => algorithm))].join(', ');
    return signatures.every(({ sha2 }) => sha2) ? (0,wechat_rule/* kept */.LP)(wechat/* ruleSignature */.Dm, names) : (0,wechat_rule/* unseen */.nv)(wechat/* ruleSignature */.Dm);
}
const serverAuth = '1.3.6.1.5.5.7.3.1';
function usageRule({ domain, port, certificates: [leaf] }) {
    if (leaf === undefined)
        return (0,wechat_rule/* unseen */.nv)(wechat/* ruleUsage */.GP);
    // Node's name for the extension extendedKeyUsage; the types do not know that it may be missing.
    const usage = leaf.keyUsage ?? [];
    const names = usage.join(', ') || '-';
    if (usage.includes(serverAuth))
        return (0,wechat_rule/* kept */.LP)(wechat/* ruleUsage */.GP, 'serverAuth');
    return (0,wechat_rule/* broken */.mw)(wechat/* ruleUsage */.GP, names, (0,failure/* failure */.V2)('WECHAT_USAGE', { domain, port, usage: names }));
}
/** Days that a certificate may count by the day on which it begins: Baseline Requirements of the CA/B Forum, 6.3.2 (SC-081). */
const lifetimes = [
    { since: '2026-03-15', days: 200 },
    { since: '2020-09-01', days: 398 },
];
const DAY_MS = 86_400_000;
function lifetimeRule({ domain, port, certificates: [leaf] }) {
    const begin = leaf && (0,chain/* notBefore */.$F)(leaf);
    const limit = begin && lifetimes.find(({ since }) => begin >= new Date(since));
    if (leaf === undefined || begin === undefined || limit === undefined)
        return (0,wechat_rule/* unseen */.nv)(wechat/* ruleLifetime */.Qv);
    // Both ends belong to it, and a day that has begun counts.
    const days = Math.ceil(((0,chain/* notAfter */.Cw)(leaf).getTime() - begin.getTime() + 1000) / DAY_MS);
    const detail = `${days} d, ≤ ${limit.days} d`;
    if (days <= limit.days)
        return (0,wechat_rule/* kept */.LP)(wechat/* ruleLifetime */.Qv, detail);
    const found = (0,failure/* failure */.V2)('WECHAT_LIFETIME', { domain, port, days, most: limit.days, since: limit.since });
    return (0,wechat_rule/* broken */.mw)(wechat/* ruleLifetime */.Qv, `${days} d > ${limit.days} d`, found);
}
/** All but a root, which clients have anyway: neither its own signature nor its key is looked at. */
function issuing(certificates) {
    return certificates.filter((one, index) => index === 0 || one.issuer !== one.subject);
}
/** A key in words, and whether phones take it; of an issuing authority the size of an RSA key alone counts. */
function keyOf(certificate, leaf) {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = certificate.publicKey;
    if (type === 'rsa') {
        const bits = details?.modulusLength ?? 0;
        return { key: `RSA ${bits}`, fit: bits >= 2048 };
    }
    const curve = details?.namedCurve ?? type ?? '-';
    // OpenSSL's name for P-256.
    return { key: curve === 'prime256v1' ? 'P-256' : curve, fit: !leaf || curve === 'prime256v1' };
}
function holderOf(certificate) {
    return (0,chain/* commonName */.LS)(certificate.subject);
}


/***/ }),

/***/ 45901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LP: () => (/* binding */ kept),
/* harmony export */   mw: () => (/* binding */ broken),
/* harmony export */   nv: () => (/* binding */ unseen)
/* harmony export */ });
/** A rule that is kept. */
function kept(rule, detail) {
    return { rule, state: 'ok', detail };
}
/** A rule that is broken. */
function broken(rule, detail, failure) {
    return { rule, state: 'broken', detail, failure };
}
/** A rule of which nothing could be seen. */
function unseen(rule) {
    return { rule, state: 'unseen', detail: '' };
}


/***/ }),

/***/ 39714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ wechatDomains),
/* harmony export */   Gb: () => (/* binding */ domainsChanged),
/* harmony export */   hc: () => (/* binding */ checkWechat)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var _certificate_chain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34315);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21625);
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(91520);
/* harmony import */ var _messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80445);
/* harmony import */ var _diagnose_certificate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52170);
/* harmony import */ var _origin_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17258);
/* harmony import */ var _wechat_certificate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70627);
/* harmony import */ var _wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45901);









/** The strings to paste. */
function wechatDomains(domain, httpsPort) {
    return { request: (0,_origin_js__WEBPACK_IMPORTED_MODULE_6__/* .origin */ .T)(domain, httpsPort), socket: `wss://${domain}` };
}
/** Whether the strings are other ones than those of the release that served before, so that they have to be pasted. */
function domainsChanged(now, before) {
    return before?.domain !== now.domain || before.httpsPort !== now.httpsPort;
}
/**
 * WeChat's rules for a server, held against what was seen. What only WeChat knows (the domain's filing, whether it is
 * registered) is not among them.
 */
function checkWechat(outside) {
    const { domain, httpsPort: port, tls } = outside;
    const served = tls?.kind === 'served' ? tls : undefined;
    return [
        isHostName(domain)
            ? (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .kept */ .LP)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleHostName */ .cC, domain)
            : (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .broken */ .mw)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleHostName */ .cC, domain, (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('WECHAT_HOST', { domain })),
        formRule(outside),
        ...versionRules(outside),
        ...(served === undefined
            ? [_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleChain */ .gR, _messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleCertificateName */ .vX, _messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleCertificateDates */ .jE].map(_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .unseen */ .nv)
            : trustRules(domain, port, served)),
        ...(served === undefined
            ? [_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleKey */ .ep, _messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleSignature */ .Dm, _messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleUsage */ .GP, _messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleLifetime */ .Qv].map(_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .unseen */ .nv)
            : (0,_wechat_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .certificateRules */ .P)({ domain, port, certificates: served.certificates })),
    ];
}
/** wx.request speaks HTTP/1.1 unless `enableHttp2` is set. */
function formRule({ domain, httpsPort, path, https }) {
    const { request } = wechatDomains(domain, httpsPort);
    if (https?.kind === 'answered')
        return (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .kept */ .LP)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleForm */ .zp, request);
    if (https?.kind !== 'handshake')
        return (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .unseen */ .nv)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleForm */ .zp);
    const { detail } = https;
    return (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .broken */ .mw)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleForm */ .zp, detail, (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('HTTPS_NO_ANSWER', { url: `${request}${path}`, detail }));
}
/** 1.2 itself: the network page says 「TLS 必须支持 1.2 及以上版本」, and phones that know nothing newer cannot connect otherwise. */
function versionRules({ domain, httpsPort: port, tls12, }) {
    switch (tls12?.kind) {
        case undefined:
            return [(0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .unseen */ .nv)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleTls */ .QD), (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .unseen */ .nv)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleSuites */ .KZ)];
        case 'refused':
            return [(0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .broken */ .mw)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleTls */ .QD, tls12.detail, (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('WECHAT_TLS12', { domain, port })), (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .unseen */ .nv)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleSuites */ .KZ)];
        case 'other': {
            const { cipher } = tls12;
            const found = (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('WECHAT_SUITES', { domain, port, cipher });
            return [(0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .kept */ .LP)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleTls */ .QD, 'TLSv1.2'), (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .broken */ .mw)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleSuites */ .KZ, cipher, found)];
        }
        case 'ecdhe':
            return [(0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .kept */ .LP)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleTls */ .QD, 'TLSv1.2'), (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .kept */ .LP)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleSuites */ .KZ, tls12.cipher)];
    }
}
const nameError = 'ERR_TLS_CERT_ALTNAME_INVALID';
const dateErrors = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];
/** Chain, name and dates, with the failures that the diagnosis has for them. OpenSSL looks at dates last, and tells one error. */
function trustRules(domain, port, tls) {
    const refused = tls.authorizationError === nameError ? undefined : (0,_diagnose_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .diagnoseCertificate */ .E)(domain, port, tls);
    const [leaf] = tls.certificates;
    const names = (leaf && (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .namesOf */ .eZ)(leaf).join(', ')) ?? '';
    const until = (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_8__/* .dayOf */ .kb)(tls.notAfter);
    const dated = dateErrors.includes(tls.authorizationError ?? '');
    return [
        dated ? (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .unseen */ .nv)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleChain */ .gR) : chainRule(domain, port, tls, refused),
        leaf !== undefined && (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .covers */ .hU)(leaf, domain)
            ? (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .kept */ .LP)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleCertificateName */ .vX, names)
            : (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .broken */ .mw)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleCertificateName */ .vX, names, (0,_diagnose_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .foreignName */ .c)(domain, port, tls)),
        dated && refused !== undefined
            ? (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .broken */ .mw)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleCertificateDates */ .jE, until, refused)
            : (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .kept */ .LP)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleCertificateDates */ .jE, until),
    ];
}
function chainRule(domain, port, { certificates }, refused) {
    const names = [...certificates.map(({ subject }) => subject), certificates.at(-1)?.issuer].map(_certificate_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .commonName */ .LS);
    const sent = names.filter((name, index) => name !== names[index - 1]).join(' → ');
    if (refused !== undefined) {
        // What is refused for its key, its hash or its purpose has a rule of its own.
        return refused.code.startsWith('SERVED_') ? (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .broken */ .mw)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleChain */ .gR, sent, refused) : (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .unseen */ .nv)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleChain */ .gR);
    }
    // RFC 5246, 7.4.2: TLS 1.2 has each certificate followed by its issuer.
    if (!(0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .chainOf */ .dR)(certificates).reordered)
        return (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .kept */ .LP)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleChain */ .gR, sent);
    return (0,_wechat_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .broken */ .mw)(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleChain */ .gR, sent, (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('WECHAT_CHAIN_ORDER', { domain, port, sent }));
}
function isHostName(domain) {
    const name = domain.toLowerCase();
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(name) !== 0 || name === 'api.weixin.qq.com')
        return false;
    return name.includes('.') && !name.endsWith('.localhost') && !/^\d+$/.test(name.slice(name.lastIndexOf('.') + 1));
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
        undone: [],
        left: [],
        fate: undefined,
        verified: false,
        proven: false,
        healthStatus: undefined,
        certificateNotAfter: undefined,
        certificateId: undefined,
        outside: undefined,
        icp: undefined,
        wechat: undefined,
        status: undefined,
        domain: undefined,
        httpsPort: undefined,
        growth: undefined,
        freed: undefined,
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
/* harmony export */   A: () => (/* reexport safe */ _messages_cancelled_js__WEBPACK_IMPORTED_MODULE_0__.A),
/* harmony export */   M: () => (/* reexport safe */ _messages_cancelled_js__WEBPACK_IMPORTED_MODULE_0__.M)
/* harmony export */ });
/* harmony import */ var _messages_cancelled_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77684);



/***/ }),

/***/ 9678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   df: () => (/* binding */ describePlan),
/* harmony export */   xe: () => (/* binding */ inPhase)
/* harmony export */ });
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91520);
/* harmony import */ var _switch_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35936);


const phases = ['provision', 'issue', 'prepare', 'switch', 'publish'];
/** Sorts steps by phase; within `prepare` they keep the order in which the resources gave them. */
function makePlan(steps) {
    const switchSteps = (0,_switch_order_js__WEBPACK_IMPORTED_MODULE_0__/* .inOrder */ .al)(steps.filter((step) => step.kind === 'switch'));
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
    issue: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Certificate (what serves is not touched)', '证书（不影响正在运行的服务）'),
    prepare: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Prepare (what serves is not touched)', '准备（不影响正在运行的服务）'),
    switch: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Switch (one script, run by the server alone)', '切换（由服务器独立运行的一个脚本）'),
    publish: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Publish', '对外开放'),
};
/** The plan as a person reads it: a heading a phase, a line a step, its diff below it, a footer that counts. */
function describePlan(plan) {
    if (plan.steps.length === 0)
        return [(0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Nothing to change.', '无需变更。')];
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
    lines.push((0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`${plan.steps.length} steps: ${phases.map((phase, i) => `${counts[i]} ${phase}`).join(' · ')}`, `共 ${plan.steps.length} 步：${['安装', '证书', '准备', '切换', '开放'].map((name, i) => `${name} ${counts[i]}`).join(' · ')}`));
    return lines;
}


/***/ }),

/***/ 39611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ie: () => (/* binding */ prepareStep),
/* harmony export */   PS: () => (/* binding */ switchStep),
/* harmony export */   UT: () => (/* binding */ aftermathStages),
/* harmony export */   p9: () => (/* binding */ passStages)
/* harmony export */ });
/**
 * The stages of a pass of the switch, in their order; what is begun of them is undone in reverse when one fails.
 * - `bring`: what else is prepared by the runner, where none is there. Of the first pass alone, and before the lock that
 *   applications share is taken: it may take its time.
 * - `write`, `test`: what the next stages put in place is written beside it, and tested.
 * - `stop`: what serves lets go of what the next one needs.
 * - `start`, `await`: what is to serve is started, and is well.
 * - `swap`, `reload`, `prove`: nginx leads to it, and is seen to.
 */
const passStages = ['bring', 'write', 'test', 'stop', 'start', 'await', 'swap', 'reload', 'prove'];
/** The stages after the last proof of all passes, in their order: nothing undoes, and a failure there is a warning. */
const aftermathStages = ['drain', 'retire', 'rename', 'record', 'prune'];
/** The fragment as a step of `prepare`. */
function prepareStep(fragment) {
    return { kind: 'server', phase: 'prepare', ...fragment };
}
/** The fragment as a step of the switch. */
function switchStep({ streams, silentSeconds, endable, ...fragment }, place) {
    return { kind: 'switch', phase: 'switch', ...place, ...fragment };
}


/***/ }),

/***/ 35936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a$: () => (/* binding */ isBrought),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   tP: () => (/* binding */ isAftermath)
/* harmony export */ });
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39611);

const order = [..._step_js__WEBPACK_IMPORTED_MODULE_0__/* .passStages */ .p9, ..._step_js__WEBPACK_IMPORTED_MODULE_0__/* .aftermathStages */ .UT];
/** The steps in the order in which the script runs them: pass by pass, stage by stage, then the aftermath. */
function inOrder(steps) {
    const pass = (step) => (isAftermath(step) ? Number.MAX_SAFE_INTEGER : step.pass);
    return steps.toSorted((a, b) => pass(a) - pass(b) || order.indexOf(a.stage) - order.indexOf(b.stage));
}
/** Whether a step comes after the point of no return. */
function isAftermath({ stage }) {
    return _step_js__WEBPACK_IMPORTED_MODULE_0__/* .aftermathStages */ .UT.includes(stage);
}
/** Whether a step comes before the lock that applications share is taken. */
function isBrought({ stage }) {
    return stage === 'bring';
}


/***/ }),

/***/ 33433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NQ: () => (/* binding */ nextVariables),
/* harmony export */   PN: () => (/* binding */ recipeFile),
/* harmony export */   Rv: () => (/* binding */ filesDirectory),
/* harmony export */   Ty: () => (/* binding */ rollbackForm),
/* harmony export */   WP: () => (/* binding */ buildDirectory),
/* harmony export */   YS: () => (/* binding */ containerFile),
/* harmony export */   _S: () => (/* binding */ baselineFile),
/* harmony export */   fF: () => (/* binding */ releaseDirectory),
/* harmony export */   iq: () => (/* binding */ inheritedVariablesFile),
/* harmony export */   mR: () => (/* binding */ recordFile),
/* harmony export */   pE: () => (/* binding */ jarNoteIn),
/* harmony export */   qU: () => (/* binding */ environmentFile),
/* harmony export */   rp: () => (/* binding */ jarIndexIn),
/* harmony export */   vU: () => (/* binding */ plannedFile)
/* harmony export */ });
/* harmony import */ var _application_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10386);

/** The folder of one release. */
function releaseDirectory(release) {
    return `${(0,_application_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .applicationDirectory */ .gZ)(release.app)}/releases/${release.id}`;
}
/** What `docker build` of a release sees; of a jar that is taken apart, its Dockerfile alone (`unpackedDirectory`). */
function buildDirectory(release) {
    return `${releaseDirectory(release)}/build`;
}
/** By what the jar of a release is taken apart: compressed text, root's. */
function recipeFile(release) {
    return `${releaseDirectory(release)}/unpacking.gz`;
}
/** Id of the container that was made for a release: what makes it ours (rule *Ours*). */
function containerFile(release) {
    return `${releaseDirectory(release)}/container`;
}
/** The record of a release that served. */
function recordFile(release) {
    return `${releaseDirectory(release)}/release.json`;
}
/** What a release is to be; there until its record is. */
function plannedFile(release) {
    return `${releaseDirectory(release)}/planned.json`;
}
/** How to roll back to a release, whichever is live then: a script with blanks, compressed. */
function rollbackForm(release) {
    return `${releaseDirectory(release)}/rollback.gz`;
}
/** The env file of a release: outside the build folder, 0600. */
function environmentFile(release) {
    return `${releaseDirectory(release)}/env`;
}
/** What is to take the place of a file of variables once the release serves with them; there until then. */
function nextVariables(file) {
    return `${file}.next`;
}
/** The files of a release that are mounted into its container: closed to all but root, who starts it. */
function filesDirectory(release) {
    return `${releaseDirectory(release)}/files`;
}
/** Variables of a release that a container set up by hand had, with their values: 0600. */
function inheritedVariablesFile(release) {
    return `${releaseDirectory(release)}/env.adopted`;
}
/** The list of files that a release's container had when it began to serve: its id, then records of `layer_times`. */
function baselineFile(release) {
    return `${releaseDirectory(release)}/baseline`;
}
/** The SHA-256 of the jar in the folder of a release, and the jar's path in its build folder: whole once this is there. */
function jarNoteIn(folder) {
    return `${folder}/jar.sha256`;
}
/** The pieces of that jar, for uploads of later ones: a line for each, then its size and time. */
function jarIndexIn(folder) {
    return `${folder}/jar.index`;
}


/***/ }),

/***/ 77684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   M: () => (/* binding */ unlessCancelled)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** Why a run is not to go on: the failure that is the signal's reason, `CANCELLED` where it has none. */
function reasonOf(cancelled) {
    return cancelled.reason instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR ? cancelled.reason : (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('CANCELLED', {});
}
/**
 * What `work` comes to, or the signal's reason as soon as it is aborted. The work itself is not stopped: what it does
 * elsewhere is for the caller to take back.
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


/***/ }),

/***/ 40325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ commandMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** Titles and lines of the commands. */
const commandMessages = {
    /** What the plan says of a server that must be provisioned first: the rest depends on what is installed. */
    knownAfterProvisioning: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Image, container, certificate and nginx site: known after provisioning.', '镜像、容器、证书和 nginx 站点：安装环境后才能确定。'),
    readProject: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Read the jar and what is built around it', '读取 jar 及构建内容'),
    connect: (host) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Connect to ${host}`, `连接 ${host}`),
    survey: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Inspect the server', '检查服务器'),
    account: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Inspect the Tencent Cloud account', '检查腾讯云账号'),
    instance: (one) => {
        const { id, name, region, state } = one;
        const product = one.kind === 'lighthouse' ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Lighthouse', '轻量应用服务器') : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('CVM', '云服务器');
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${product.en} instance ${id} (${name}), ${region}: ${state}`, `${product.zh}实例 ${id}（${name}），${region}：${state}`);
    },
    zone: (name, servers) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`DNS zone ${name}, name servers ${servers}`, `DNS 域名 ${name}，DNS 服务器 ${servers}`),
    resume: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Complete or undo an interrupted switch', '处理上次中断的切换'),
    resumed: (release, outcome) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The interrupted switch to ${release} has ended: ${outcome}.`, `之前中断的切换（${release}）已处理完：${outcome}。`),
    plan: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Plan', '计划'),
    switch: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Switch', '切换'),
    outside: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('External checks', '从公网检查'),
    lastLook: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Check the running version', '检查正在运行的版本'),
    outsidePages: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('External checks of the static site', '从公网检查静态站点'),
    staticSite: (url) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Static site: ${url}`, `静态站点：${url}`),
    userSources: {
        'docker-options': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the input `docker-options`', '参数 `docker-options`'),
        'taken-over': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the existing container that was taken over', '被接管的现有容器'),
        dockerfile: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('your Dockerfile', '你的 Dockerfile'),
        'base-image': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the base image', '基础镜像'),
        folders: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the owner of the mounted folders', '挂载文件夹的属主'),
    },
    runsAs: (user, from) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The application runs as user ${user} (from ${from.en}).`, `应用以用户 ${user} 运行（来自${from.zh}）。`),
    runsAsName: (user, from) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The application runs as user \`${user}\` (from ${from.en}); the image decides its number.`, `应用以用户 \`${user}\` 运行（来自${from.zh}）；其编号由镜像决定。`),
    runsAsBaseImage: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The application runs as the user that the base image sets, or root if it sets none.', '应用以基础镜像设定的用户运行；如未设定则为 root。'),
    longStop: (seconds) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Stopping a version may take up to ${seconds} s: its graceful shutdown lets requests finish, and Docker waits as long.`, `停止一个版本最多可能需要 ${seconds} 秒：优雅停机会等待请求完成，Docker 也会等待同样长的时间。`),
    latestKept: (tag) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${tag} was not built by this action for this application and is left as it is. To give it to this application, give the image another name: docker tag ${tag} ${tag}-old && docker image rm ${tag}`, `${tag} 不是本 Action 为本应用构建的镜像，保持不变。如需将该名称用于本应用，请为镜像改名：docker tag ${tag} ${tag}-old && docker image rm ${tag}`),
    siteNoLonger: (url) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${url} goes offline: the live release has a static site, the new one has none. To keep it, set \`static-site\`.`, `${url} 将下线：当前发布版本有静态站点，新的发布版本没有。如需保留，请设置 \`static-site\`。`),
    underWay: (who) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`A run is in progress (${who}); this plan may soon be out of date.`, `有运行正在进行（${who}）；本计划可能很快过期。`),
    jar: (fileName, boot, java, size) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${fileName}: Spring Boot ${boot}, Java ${java}, ${size}`, `${fileName}：Spring Boot ${boot}，Java ${java}，${size}`),
    /** Why a jar is not taken apart: every new version then takes the disk space of the whole jar twice. */
    jarWhole: (fileName, reason) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${fileName} goes into the image as one layer, so each version adds the whole jar to the disk: ${reason.en}.`, `${fileName} 将整体作为一层放入镜像，每个版本都会占用整个 jar 的磁盘空间：${reason.zh}。`),
    wholeReasons: {
        launcher: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('it is not started by Spring Boot’s JarLauncher or WarLauncher', '它不由 Spring Boot 的 JarLauncher 或 WarLauncher 启动'),
        'class-path': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('unpacked, its libraries would be searched in another order (it has no `classpath.idx` that its launcher reads)', '解包后依赖库的搜索顺序会改变（没有启动器可读取的 `classpath.idx`）'),
        names: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('names of files in it are not plain ASCII, or occur twice', '其中有文件名不是纯 ASCII，或重复出现'),
        'own-place': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('its classes ask where their jar is, which changes when it is unpacked', '其中的类会查询自身 jar 的位置，解包后该位置会改变'),
        'many-files': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('it has more than 10,000 files', '其中的文件超过 10,000 个'),
    },
    /** What a deploy took of the disk, of the log and of the summary. */
    diskGrowth: (p) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Disk use of this release: ${p.both} (new image layers ${p.layers}, its folder ${p.folder})`, `本发布版本新增的磁盘占用：${p.both}（新增镜像层 ${p.layers}，发布版本目录 ${p.folder}）`),
    /** What pruning removed, of the log and of the summary; a line for each disk follows. */
    releasesRemoved: (count) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Old releases removed: ${count}`, `已删除旧的发布版本：${count} 个`),
    freedOn: (p) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`free on the disk of ${p.folder}: ${p.before} before, ${p.after} after`, `${p.folder} 所在磁盘的可用空间：删除前 ${p.before}，删除后 ${p.after}`),
    jarChosen: (count, fileName) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Of ${count} files that match \`jar\`, ${fileName} is the executable one.`, `匹配 \`jar\` 的 ${count} 个文件中，${fileName} 可执行。`),
    longJavaOptions: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('`java-options` has 1024 bytes or more. Where the image has Java 8, all of it is silently ignored: shorten it, or use a later Java.', '`java-options` 达到或超过 1024 字节。若镜像中是 Java 8，全部选项会被悄悄忽略：请缩短，或使用更新的 Java。'),
    unreadableConfiguration: (name, detail) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${name} cannot be read (${detail}); what it sets is not known.`, `无法读取 ${name}（${detail}）；其中的设置未知。`),
    profiles: (profiles) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Active profiles: ${profiles}`, `启用的 profile：${profiles}`),
    origins: (files) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Configuration also from: ${files}`, `其他配置来源：${files}`),
    health: (path, port, status, reason) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Health: ${path} on port ${port}, ${status}: ${reason.en}`, `健康检查：端口 ${port} 的 ${path}，${status}：${reason.zh}`),
    healthGiven: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('as the inputs say', '依据参数'),
    current: (release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Live release: ${release}`, `当前发布版本：${release}`),
    nothingDeployed: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Nothing is deployed there yet.', '服务器上尚未部署过。'),
    proven: (release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Nothing to change. Verified: ${release} is live.`, `无需变更；已验证线上就是 ${release}。`),
    planOnly: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Nothing was changed: this was a plan.', '未做任何修改：这只是计划。'),
    verified: (url) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Verified: ${url}`, `已验证：${url}`),
    publicPort: (port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Port ${port} serves the application in plain http to the world (publish-app-port).`, `端口 ${port} 以明文 http 向公网提供应用（publish-app-port）。`),
    certificateUntil: (source, day) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Certificate: ${source}, valid until ${day}`, `证书：${source}，有效期至 ${day}`),
    certificateToCome: (source) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Certificate: ${source}; fingerprint and expiry are known after it is issued.`, `证书：${source}；指纹和到期日在签发后才能确定。`),
    certificateByHand: (file, line, ports, until) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The nginx server of port ${ports} in ${file}, line ${line}, names a certificate of its own for this domain, valid until ${until}: it is not renewed with this one. Name the same pair there, or have it taken over by \`static-site\`.`, `${file} 第 ${line} 行（端口 ${ports}）的 nginx server 为该域名使用另一张证书，有效期至 ${until}：它不会随本证书一起更新。请在该处改用同一对证书文件，或用 \`static-site\` 接管它。`),
    laterCertificate: (app, served, given, own) => own
        ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The certificate of this deployment expires on ${given}, the live one of ${app} on ${served}. Is the secret out of date?`, `本次部署的证书 ${given} 到期，而 ${app} 当前使用的证书 ${served} 才到期：密钥（secret）是否已过时？`)
        : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${app} keeps its certificate, which expires on ${served}; the one of this deployment expires earlier, on ${given}. Is the secret out of date?`, `${app} 保留其证书（${served} 到期）；本次部署的证书更早到期（${given}）：密钥（secret）是否已过时？`),
};


/***/ }),

/***/ 35955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ icpMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** Lines about blocks for want of an ICP filing (备案). */
const icpMessages = {
    look: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Check for an ICP filing block (备案)', '检查域名是否因未备案被拦截'),
    http: (port, answered, pages, tries) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`HTTP, port ${port}: ${answered} of ${tries} requests answered, block page: ${pages}`, `HTTP，端口 ${port}：${tries} 次请求中有 ${answered} 次响应，拦截页 ${pages} 次`),
    tls: (port, answered, cut, tries) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`TLS, port ${port}: ${answered} of ${tries} connections with the domain accepted, reset by name: ${cut}`, `TLS，端口 ${port}：${tries} 次携带域名的连接中有 ${answered} 次建立，因域名被重置 ${cut} 次`),
    closed: (protocol, port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${protocol}, port ${port}: closed`, `${protocol}，端口 ${port}：未开放`),
    notBlocked: (domain, ports) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`No block for want of an ICP filing (备案) was seen (open ports checked: ${ports}). This does not mean that ${domain} has a filing.`, `未发现未备案拦截（已检查的开放端口：${ports}）。这并不能证明 ${domain} 已备案。`),
    blocked: (domain) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Access to ${domain} is blocked for want of an ICP filing (备案): see ICP_BLOCKED.`, `${domain} 因未备案（或未接入备案）被拦截：见 ICP_BLOCKED。`),
    unknown: (why) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`It is unknown whether access is blocked for want of an ICP filing (备案): ${why.en}`, `无法确定域名是否因未备案被拦截：${why.zh}`),
    doubts: {
        some: (port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`on port ${port} some connections with the domain were reset, others were not.`, `端口 ${port} 上携带域名的连接有的被重置，有的没有。`),
        'all-alike': (port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`on port ${port} connections are reset with and without the domain.`, `端口 ${port} 上的连接无论是否携带域名都会被重置。`),
        unsteady: (port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`port ${port} did not answer every time, or not in a way that says anything.`, `端口 ${port} 并非每次都有响应，或其响应无法说明问题。`),
        closed: () => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('no port answered.', '没有端口响应。'),
        'host-firewall': (port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`connections to port ${port} are reset when they carry the domain, but the server's own packet filter inspects contents and may be the cause.`, `携带域名的连接在端口 ${port} 上被重置，但服务器自身的包过滤规则会检查内容，可能是其原因。`),
    },
    outsideMainland: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The server is outside mainland China: no block for want of an ICP filing (备案) is expected. WeChat still accepts only domains that have a filing.', '服务器不在中国大陆：不会因未备案被拦截。但微信仍只接受已备案的域名。'),
};


/***/ }),

/***/ 56625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ statusMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

function underWayOf({ who, since, runUrl }) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`a run of ${who}, since ${since}: ${runUrl}`, `${who} 的运行，始于 ${since}：${runUrl}`);
}
/** What `status` says. */
const statusMessages = {
    look: (app) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Inspect ${app}`, `检查 ${app}`),
    titleApplication: (app, url) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Status of ${app}: ${url}`, `${app} 的状态：${url}`),
    titleServer: (host) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Status of the server ${host}`, `服务器 ${host} 的状态`),
    changesNothing: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Nothing was changed: `status` only reads.', '未做任何修改：`status` 只读取信息。'),
    server: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Server', '服务器'),
    system: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('System', '系统'),
    memoryAvailable: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Memory available', '可用内存'),
    programs: {
        missing: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('not installed', '未安装'),
        stopped: (version) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${version}, does not run`, `${version}，未运行`),
        running: (version) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${version}, runs`, `${version}，正在运行`),
    },
    invalid: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('its configuration does not pass `nginx -t`', '其配置未通过 `nginx -t`'),
    blank: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The server has neither Docker nor nginx: `deploy` installs both.', '服务器上没有 Docker 和 nginx：`deploy` 会安装两者。'),
    nothingDeployed: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('This action has deployed nothing on this server yet.', '本 Action 尚未在该服务器上部署任何应用。'),
    notDeployed: (asked) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`This action has not deployed ${asked} on this server.`, `本 Action 没有在该服务器上部署 ${asked}。`),
    nameOne: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('For the details of one of them, give its name as `app`, or its `domain` and `https-port`.', '如需查看其中某个应用的详情，请用 `app` 指定其名称，或填写其 `domain` 和 `https-port`。'),
    underWay: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Run in progress', '正在进行的运行'),
    underWayOf,
    underWayOn: (image, run) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${image}: ${underWayOf(run).en}`, `${image}：${underWayOf(run).zh}`),
    applications: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Applications', '应用'),
    application: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Application', '应用'),
    address: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Address', '地址'),
    file: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('nginx file', 'nginx 文件'),
    noFile: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('none', '无'),
    manual: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('A deploy would take over', '部署时会接管'),
    manualContainer: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Container', '容器'),
    manualServer: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('nginx server block', 'nginx server 块'),
    line: (file, line) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${file}, line ${line}`, `${file} 第 ${line} 行`),
    manualNothing: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('No container and no nginx server block fit, so a deploy would take over nothing.', '没有匹配的容器和 nginx server 块，部署时不会接管任何内容。'),
    runs: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('What is live', '当前发布版本'),
    release: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Release', '发布版本'),
    since: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Live since', '上线时间'),
    sinceUnknown: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('not in deploy.log', 'deploy.log 中没有记录'),
    commit: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Commit', '提交'),
    deployedBy: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Deployed by', '部署者'),
    image: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Image', '镜像'),
    container: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Container', '容器'),
    runningSince: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Running since', '启动时间'),
    endedAt: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Ended', '退出时间'),
    exitCode: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Exit code', '退出码'),
    outOfMemory: (code) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${code}, out of memory`, `${code}，内存不足`),
    restarts: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Restarts', '重启次数'),
    memory: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Memory', '内存'),
    memoryOf: (used, limit) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${used} of ${limit}`, `${used}，上限 ${limit}`),
    memoryUnlimited: (used) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${used}, no limit`, `${used}，无上限`),
    health: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Health', '健康检查'),
    healthOf: (p) => p.well
        ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`healthy: :${p.port}${p.path} answers ${p.status}`, `正常：:${p.port}${p.path} 返回 ${p.status}`)
        : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`not healthy: :${p.port}${p.path} answers ${p.status}, expected ${p.expected}`, `异常：:${p.port}${p.path} 返回 ${p.status}，期望 ${p.expected}`),
    noAnswer: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('nothing', '无响应'),
    nginxServes: (url) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`serves it at ${url}`, `正在提供服务：${url}`),
    nginxAnswers: (url, status) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`routes to it at ${url}, which answers ${status}`, `指向该应用：${url}，但返回 ${status}`),
    nginxDoesNotServe: (url) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`does not serve it at ${url}`, `没有提供服务：${url}`),
    nginxServesOther: (url, release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`serves ${release} at ${url}`, `正在提供发布版本 ${release}：${url}`),
    kept: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Releases to roll back to', '可回滚的发布版本'),
    keptNone: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('No release is recorded.', '没有记录任何发布版本。'),
    date: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Date', '日期'),
    state: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('State', '状态'),
    states: {
        live: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('live', '当前发布版本'),
        previous: (image) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`previous release: \`rollback\` goes here by default; ${image.en}`, `上一个发布版本（默认回滚目标）；${image.zh}`),
        image: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('image present', '镜像存在'),
        rebuilt: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('image missing, will be rebuilt', '镜像缺失，将重新构建'),
    },
    certificate: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Certificate', '证书'),
    names: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Names', '域名'),
    path: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('File', '文件'),
    expires: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Expires', '到期时间'),
    daysLeft: (day, days) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${day} (${days} days left)`, `${day}（剩余 ${days} 天）`),
    expired: (day) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${day} (expired)`, `${day}（已过期）`),
    unreadable: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('cannot be read', '无法读取'),
    disk: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Disk', '磁盘'),
    mounted: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('File system', '文件系统'),
    holds: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Holds', '包含'),
    size: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Size', '大小'),
    free: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Free', '可用'),
    imagesTake: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Images of the application', '应用的镜像'),
    releasesTake: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Folders of its releases', '发布版本目录'),
    deploys: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Last lines of deploy.log', 'deploy.log 的最后几行'),
    log: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Last log lines of the application', '应用日志的最后几行'),
    none: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('none', '无'),
};


/***/ }),

/***/ 80445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ ruleStates),
/* harmony export */   Cn: () => (/* binding */ wechatRules),
/* harmony export */   D7: () => (/* binding */ pasteDomains),
/* harmony export */   Dm: () => (/* binding */ ruleSignature),
/* harmony export */   GP: () => (/* binding */ ruleUsage),
/* harmony export */   Ho: () => (/* binding */ onlyWechatKnows),
/* harmony export */   KZ: () => (/* binding */ ruleSuites),
/* harmony export */   QD: () => (/* binding */ ruleTls),
/* harmony export */   Qv: () => (/* binding */ ruleLifetime),
/* harmony export */   cC: () => (/* binding */ ruleHostName),
/* harmony export */   ep: () => (/* binding */ ruleKey),
/* harmony export */   gR: () => (/* binding */ ruleChain),
/* harmony export */   jE: () => (/* binding */ ruleCertificateDates),
/* harmony export */   lW: () => (/* binding */ ruleLine),
/* harmony export */   p8: () => (/* binding */ domainsAsBefore),
/* harmony export */   vX: () => (/* binding */ ruleCertificateName),
/* harmony export */   zp: () => (/* binding */ ruleForm)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

// Rules that can be checked from the runner
/** Rule: a host name, no address. */
const ruleHostName = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('A host name, not an IP address, localhost or api.weixin.qq.com', '使用域名，而不是 IP 地址、localhost 或 api.weixin.qq.com');
/** Rule: the form that is registered, and the protocol in which WeChat asks. */
const ruleForm = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('HTTP/1.1 at the URL to register', '待登记的地址支持 HTTP/1.1');
/** Rule: TLS version. */
const ruleTls = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('TLS 1.2, which older phones need', '支持 TLS 1.2（较旧的手机需要）');
/** Rule: cipher suites. */
const ruleSuites = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('An ECDHE cipher suite with TLS 1.2', 'TLS 1.2 支持 ECDHE 加密套件');
/** Rule: chain and authority. */
const ruleChain = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('A trusted authority, and the complete certificate chain sent in order', '证书颁发机构（CA）受信任，且服务器按顺序发送完整的证书链');
/** Rule: name in the certificate. */
const ruleCertificateName = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('A certificate for this host name', '证书与域名匹配');
/** Rule: dates of the certificate. */
const ruleCertificateDates = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('A certificate within its dates', '证书在有效期内');
/** Rule: key of the certificate. */
const ruleKey = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('An RSA key of 2048 bits or more, or an elliptic curve key on P-256', '密钥为 2048 位或以上的 RSA，或 P-256 椭圆曲线');
/** Rule: signatures of the certificates. */
const ruleSignature = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Certificates signed with SHA-256 or better', '证书签名使用 SHA-256 或更强的算法');
/** Rule: purpose of the certificate. */
const ruleUsage = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('A certificate for servers (serverAuth)', '证书用途包含服务器身份验证（serverAuth）');
/** Rule: lifetime of the certificate. */
const ruleLifetime = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('A certificate that is not valid for too long', '证书有效期未超过上限');
/** What becomes of a rule. */
const ruleStates = {
    ok: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('ok', '符合'),
    broken: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('broken', '不符合'),
    unseen: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('not seen', '未检测到'),
};
/** Log: one rule, its state and what was seen. */
function ruleLine(state, rule, detail) {
    const seen = (open, close) => (detail === '' ? '' : `${open}${detail}${close}`);
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${state.en}: ${rule.en}${seen(' (', ')')}`, `${state.zh}：${rule.zh}${seen('（', '）')}`);
}
/** Title of the log's group. */
const wechatRules = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)("Check WeChat's rules for servers", '检查微信对服务器的要求');
// What is not seen from here
/** What only WeChat knows. */
const onlyWechatKnows = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Only WeChat knows the rest: whether the domain is registered in 服务器域名, whether WeChat finds its ICP filing (备案), and how many edits of 服务器域名 are left this month.', '其余只有微信知道：域名是否已登记在「服务器域名」中、微信能否查到其 ICP 备案、本月「服务器域名」还可修改几次。');
// The strings
/** Log: what to paste. */
function pasteDomains(request, socket) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Paste into 服务器域名 (mp.weixin.qq.com → 开发管理):', '请粘贴到「服务器域名」（mp.weixin.qq.com → 开发管理）：'), (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`  request, uploadFile, downloadFile: ${request}`, `  request / uploadFile / downloadFile 合法域名：${request}`), (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`  socket: ${socket}`, `  socket 合法域名：${socket}`));
}
/** Log and summary: nothing to paste. */
const domainsAsBefore = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('服务器域名 at WeChat stays as it is: domain and port are those of the previous release.', '微信「服务器域名」无需修改：域名和端口与上一个发布版本相同。');


/***/ }),

/***/ 22277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ applyEdits)
/* harmony export */ });
/** The text with all edits made, which do not overlap; everything outside of them stays as it is. */
function applyEdits(text, edits) {
    const parts = [];
    let at = 0;
    for (const { start, end, text: instead } of edits.toSorted((a, b) => a.start - b.start)) {
        parts.push(text.slice(at, start), instead);
        at = end;
    }
    return [...parts, text.slice(at)].join('');
}


/***/ }),

/***/ 99083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ hideSecrets)
});

// EXTERNAL MODULE: ./.build/lib/redaction/address.js
var address = __webpack_require__(50776);
// EXTERNAL MODULE: ./.build/lib/nginx/edit.js
var edit = __webpack_require__(22277);
;// CONCATENATED MODULE: ./.build/lib/nginx/harmless.js
const words = new Set(`absolute_redirect access_log aio alias allow auth_basic auth_basic_user_file auth_delay autoindex autoindex_exact_size
  autoindex_localtime break charset chunked_transfer_encoding client_body_in_file_only client_body_temp_path
  client_max_body_size daemon default_type deny directio disable_symlinks empty_gif error_log etag events
  expires geo gzip_comp_level hash http http2 http3 if_modified_since include index internal ip_hash keepalive keepalive_disable
  keepalive_requests keepalive_time large_client_header_buffers least_conn limit_conn limit_conn_zone limit_except
  limit_rate limit_rate_after limit_req limit_req_status limit_req_zone limit_conn_status lingering_close listen
  load_module location log_not_found master_process max_ranges merge_slashes msie_padding multi_accept
  open_file_cache open_file_cache_errors open_file_cache_min_uses open_file_cache_valid pcre_jit pid port_in_redirect
  proxy_buffering proxy_cache proxy_cache_bypass proxy_cache_lock proxy_cache_methods proxy_cache_min_uses
  proxy_cache_path proxy_cache_revalidate proxy_cache_use_stale proxy_cache_valid proxy_force_ranges proxy_hide_header
  proxy_http_version proxy_ignore_client_abort proxy_ignore_headers proxy_intercept_errors proxy_method
  proxy_next_upstream proxy_next_upstream_tries proxy_no_cache proxy_pass_header proxy_pass_request_body
  proxy_pass_request_headers proxy_request_buffering proxy_socket_keepalive proxy_ssl_name proxy_ssl_protocols
  proxy_ssl_server_name proxy_ssl_verify proxy_temp_path random real_ip_header real_ip_recursive recursive_error_pages
  reset_timedout_connection resolver root satisfy send_lowat sendfile sendfile_max_chunk server_name
  server_name_in_redirect server_names_hash_bucket_size server_names_hash_max_size server_tokens set_real_ip_from slice
  ssl ssl_buffer_size ssl_ciphers ssl_client_certificate ssl_conf_command ssl_dhparam ssl_ecdh_curve ssl_password_file
  ssl_prefer_server_ciphers ssl_protocols ssl_reject_handshake ssl_session_cache ssl_session_ticket_key
  ssl_session_tickets ssl_stapling ssl_stapling_verify ssl_trusted_certificate ssl_verify_client ssl_verify_depth
  stream subrequest_output_buffer_size tcp_nodelay tcp_nopush try_files types types_hash_bucket_size
  types_hash_max_size upstream use user variables_hash_bucket_size variables_hash_max_size worker_connections
  worker_cpu_affinity worker_priority worker_processes worker_rlimit_nofile zone`.split(/\s+/));
/** Times and sizes of all modules, compression, uploads of the body. */
const families = /_(timeout|buffers?|buffer_size|busy_buffers_size|max_temp_file_size|temp_file_write_size)$|^(gzip|brotli)(_|$)/;
/** Directives whose second word is what is sent: headers that every visitor gets are no secret. */
const publicHeaders = /^(access-control-[a-z-]+|cache-control|content-(security-policy|type|disposition)|cross-origin-[a-z-]+|expires|permissions-policy|pragma|referrer-policy|strict-transport-security|vary|x-(content-type-options|frame-options|xss-protection|robots-tag|deploy-(release|configuration)))$/i;
/** What people may see of the directive with these words. */
function shownOf(name, args) {
    if (words.has(name) || families.test(name))
        return 'words';
    switch (name) {
        case 'error_page':
        case 'mirror':
        case 'proxy_redirect':
        case 'return':
        case 'rewrite':
            return 'address';
        case 'fastcgi_pass':
        case 'grpc_pass':
        case 'proxy_pass':
        case 'scgi_pass':
        case 'server':
        case 'uwsgi_pass':
            return 'host';
        case 'ssl_certificate':
        case 'ssl_certificate_key':
            return 'file';
        case 'add_header':
            return publicHeaders.test(args[0] ?? '') ? 'words' : 'name';
        case 'add_trailer':
        case 'fastcgi_param':
        case 'grpc_set_header':
        case 'log_format':
        case 'proxy_set_header':
        case 'scgi_param':
        case 'set':
        case 'uwsgi_param':
            return 'name';
        case 'if':
            return 'condition';
        case 'map':
        case 'split_clients':
            return 'variables';
        default:
            return undefined;
    }
}
/** Blocks whose lines are values, not directives. */
const blocksOfValues = new Set(['map', 'geo', 'split_clients', 'match']);

// EXTERNAL MODULE: ./.build/lib/nginx/read.js + 1 modules
var read = __webpack_require__(59660);
// EXTERNAL MODULE: ./.build/lib/nginx/render-static.js
var render_static = __webpack_require__(97728);
// EXTERNAL MODULE: ./.build/lib/nginx/syntax-error.js
var syntax_error = __webpack_require__(15101);
// EXTERNAL MODULE: ./.build/lib/nginx/tokens.js
var tokens = __webpack_require__(9343);
;// CONCATENATED MODULE: ./.build/lib/nginx/hide-secrets.js







/** Lines of ours that look like somebody's values. */
const ownRules = new Set(render_static/* cacheRules */.M$);
/** Comments of ours. */
const ownComment = /^# (managed by deploy-miniprogram-backend: app \S+, release \S+, configuration [0-9a-f]*|Written by the deployment; the next one replaces it\. Further directives go into the input nginx-snippet\.|nginx-snippet|Shows to this server alone what is being served\.|index\.html, whose script knows the route; but never in the place of a script or a picture\.|[\w.-]+:[\d,]+ is served by the file of [\w.-]+ \(deploy-miniprogram-backend\))$/;
/**
 * The text of a configuration for people to read: `…` in the place of every value but those of directives that hold no
 * secret, in the place of what comments say, of blocks of another language, and of all words in blocks of modules that
 * are not known. Layout and names stay. Of text that cannot be read nothing is shown.
 */
function hideSecrets(text) {
    const edits = [];
    const blocks = [];
    let statement = [];
    const { foreign } = (0,read/* readNginxText */.S)(text, 'text');
    if (foreign === undefined)
        return '…';
    try {
        for (const token of (0,tokens/* tokenize */.q)(text, 'text', foreign)) {
            if (token.kind === 'comment') {
                if (!ownComment.test(token.text.trimEnd()))
                    edits.push(hide_secrets_edit(token, '# …'));
            }
            else if (token.kind === 'word')
                statement.push(token);
            else {
                const from = statement[0]?.start ?? token.start;
                if (!ownRules.has(text.slice(from, token.end)))
                    edits.push(...hide_secrets_hidden(statement, blocks.at(-1)));
                if (token.kind === 'foreign')
                    edits.push(hide_secrets_edit(token, '{ … }'));
                if (token.kind === '{')
                    blocks.push(blockWithin(blocks.at(-1), statement[0]?.text ?? ''));
                if (token.kind === '}')
                    blocks.pop();
                statement = [];
            }
        }
    }
    catch (error) {
        if (error instanceof syntax_error/* NginxSyntaxError */.A)
            return '…';
        throw error;
    }
    edits.push(...hide_secrets_hidden(statement, blocks.at(-1)));
    return (0,edit/* applyEdits */.c)(text, edits);
}
/** As what a block is shown that begins inside of another: `types` and blocks of values are so in all their depth. */
function blockWithin(outer, name) {
    return outer !== undefined && (outer === 'types' || isOfValues(outer)) ? outer : name;
}
/** A block of a module that is not known may have keys in the place of names. */
function isOfValues(block) {
    return blocksOfValues.has(block) || !read/* ownBlocks */.P.test(block);
}
/** What is left out of one directive. */
function hide_secrets_hidden(statement, block) {
    if (block === 'types')
        return [];
    if (block !== undefined && isOfValues(block)) {
        return statement.flatMap((token) => replaced(token, (0,address/* variablesOf */.h)(token.text)));
    }
    const [name, ...args] = statement;
    if (name === undefined)
        return [];
    if (!/^[a-z]\w*$/i.test(name.text))
        return statement.map((token) => hide_secrets_edit(token, '…'));
    const shown = shownOf(name.text, args.map(({ text }) => text));
    return args.flatMap((token, at) => replaced(token, shownWord(token, at, shown)));
}
function replaced(token, shown) {
    return shown === token.text ? [] : [hide_secrets_edit(token, shown ?? '…')];
}
function hide_secrets_edit({ start, end }, text) {
    return { start, end, text };
}
/** What is seen of one word after the directive's name; undefined: nothing. */
function shownWord({ text }, at, shown) {
    switch (shown) {
        case 'words':
            return text;
        case 'address':
            return (0,address/* addressOf */.c)(text);
        case 'host':
            return /^[\w.-]+$/.test(text) ? text : (0,address/* addressOf */.c)(text);
        case 'file':
            return /^(data|engine|store):/.test(text) ? undefined : text;
        case 'name':
            return at === 0 && /^\$?[\w-]+$/.test(text) ? text : (0,address/* variablesOf */.h)(text);
        case 'condition':
            return conditionOf(text);
        case 'variables':
            return (0,address/* variablesOf */.h)(text);
        default:
            return undefined;
    }
}
function conditionOf(word) {
    if (/^(\(?!?-[fdex]|!?~\*?|!?=|\(|\))$/.test(word))
        return word;
    const [, open = '', inner = '', close = ''] = /^(\(?)(.*?)(\)?)$/s.exec(word) ?? [];
    if (/^\$\w+$/.test(inner) || /^(https?|on|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)?$/i.test(inner))
        return word;
    return `${open}…${close}`;
}


/***/ }),

/***/ 13237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ quoteNginx)
/* harmony export */ });
/** nginx reads configuration into a buffer of 4096 bytes (NGX_CONF_BUFFER); a longer word is an error. */
const longest = 4000;
/**
 * One argument of a directive, quoted where it must be. nginx has no escape for `$`, so a value with one is refused:
 * it would be read as a variable. Throws RangeError for that, for control characters and for what is too long.
 */
function quoteNginx(value) {
    if (/[$\x00-\x1f\x7f]/.test(value))
        throw new RangeError(`nginx cannot take this literally: ${JSON.stringify(value)}`);
    if (Buffer.byteLength(value) > longest)
        throw new RangeError('too long for nginx');
    if (/^[A-Za-z0-9_./:@=,+*~%!?&()|-]+$/.test(value))
        return value;
    return `"${value.replace(/["\\]/g, '\\$&')}"`;
}


/***/ }),

/***/ 59660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ ownBlocks),
  S: () => (/* binding */ readNginxText)
});

// EXTERNAL MODULE: ./.build/lib/nginx/lua.js
var lua = __webpack_require__(7351);
;// CONCATENATED MODULE: ./.build/lib/nginx/foreign.js

/**
 * `c`: strings, and comments as PHP has them; `hash`: strings and `#`, as Perl, Ruby and Python; `quotes`: strings alone;
 * `braces`: nothing.
 */
const dialects = ['c', 'lua', 'hash', 'quotes', 'braces'];
const comments = {
    c: [
        ['/*', '*/'],
        ['//', '\n'],
        ['#', '\n'],
    ],
    hash: [['#', '\n']],
    quotes: [],
    braces: [],
};
/**
 * Index after the `}` that closes a block of another language than nginx's whose `{` stands at `at`; undefined: none does.
 * Without a dialect, where most of them find it. A string that goes beyond its line is mostly an apostrophe of a comment.
 */
function endOfForeign(text, at, dialect) {
    if (dialect !== undefined)
        return scan(text, at, dialect)?.end;
    const found = dialects
        .filter((one) => one !== 'braces')
        .map((one) => scan(text, at, one))
        .filter((one) => one !== undefined);
    const inLines = found.filter(({ lines }) => !lines);
    const trusted = (inLines.length > 0 ? inLines : found).map(({ end }) => end);
    const votes = (end) => trusted.filter((one) => one === end).length;
    return trusted.toSorted((a, b) => votes(b) - votes(a))[0] ?? scan(text, at, 'braces')?.end;
}
function scan(text, at, dialect) {
    if (dialect === 'lua') {
        const end = (0,lua/* endOfLua */.D)(text, at);
        return end === undefined ? undefined : { end, lines: false };
    }
    let depth = 0;
    let lines = false;
    for (let i = at; i < text.length; i++) {
        const sign = text[i] ?? '';
        const comment = comments[dialect].find(([open]) => text.startsWith(open, i));
        if (comment !== undefined) {
            const [open, close] = comment;
            const end = text.indexOf(close, i + open.length);
            if (end < 0)
                return undefined;
            i = end + close.length - 1;
        }
        else if (dialect !== 'braces' && /["'`]/.test(sign)) {
            i += 1;
            for (; i < text.length && text[i] !== sign; i++) {
                if (text[i] === '\n' && sign !== '`')
                    lines = true;
                if (text[i] === '\\')
                    i += 1;
            }
        }
        else if (sign === '{')
            depth += 1;
        else if (sign === '}') {
            depth -= 1;
            if (depth === 0)
                return { end: i + 1, lines };
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./.build/lib/nginx/parse.js
var parse = __webpack_require__(498);
// EXTERNAL MODULE: ./.build/lib/nginx/syntax-error.js
var syntax_error = __webpack_require__(15101);
;// CONCATENATED MODULE: ./.build/lib/nginx/read.js



/** Blocks whose inside nginx itself reads. */
const ownBlocks = /^(http|server|location|if|limit_except|upstream|map|geo|split_clients|types|events|stream|mail|match|charset_map|dso)$/;
/** Signs that are read in search of what the blocks of one file are. */
const effort = 20_000_000;
/**
 * Reads a file of somebody else's, which nginx accepts: a module may have a syntax of its own. A block that does not read
 * as nginx's is taken for one of another language, a directive without a block, and no more is asked of it.
 */
function readNginxText(text, file) {
    const known = new Map();
    const endAt = (at, dialect) => {
        const key = `${at} ${dialect}`;
        if (!known.has(key))
            known.set(key, endOfForeign(text, at, dialect));
        return known.get(key);
    };
    let left = Math.max(8, Math.min(200, effort / (text.length + 1)));
    let worst;
    /** What the file is where blocks of these names are of another language, of some it is known of which. */
    const attempt = (languages, before) => {
        const isForeign = (name) => name.endsWith('_block') || languages.has(name);
        const foreign = (name, at) => {
            if (!isForeign(name))
                return undefined;
            const dialect = languages.get(name) ?? (name.endsWith('_by_lua_block') ? 'lua' : undefined);
            return endAt(at, dialect) ?? endAt(at, undefined) ?? 'endless';
        };
        left -= 1;
        try {
            return { directives: (0,parse/* parseNginx */.S)(text, file, foreign), foreign, unread: undefined };
        }
        catch (error) {
            if (!(error instanceof syntax_error/* NginxSyntaxError */.A))
                throw error;
            if (worst === undefined || error.at > worst.at)
                worst = error;
            // The guess was wrong, the same is in the way still.
            if (error.at === before)
                return undefined;
            for (const name of new Set(error.blocks.map((block) => block.name))) {
                if (ownBlocks.test(name) || languages.get(name) !== undefined)
                    continue;
                for (const guess of isForeign(name) ? dialects : [undefined, ...dialects]) {
                    if (left <= 0)
                        return undefined;
                    const found = attempt(new Map([...languages, [name, guess]]), error.at);
                    if (found !== undefined)
                        return found;
                }
            }
            return undefined;
        }
    };
    return attempt(new Map(), -1) ?? unreadable(text, file, worst?.line ?? 1);
}
function unreadable(text, file, line) {
    const head = { file, args: [], start: 0, end: text.length };
    const includes = [...text.matchAll(/^[ \t]*include[ \t]+(["']?)([^\s;"'{}]+)\1[ \t]*;/gm)].map((found) => ({
        ...head,
        name: 'include',
        args: [found[2] ?? ''],
        line: text.slice(0, found.index).split('\n').length,
    }));
    return { directives: [{ ...head, name: '', line }, ...includes], foreign: undefined, unread: line };
}


/***/ }),

/***/ 97728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ renderStatic),
/* harmony export */   M$: () => (/* binding */ cacheRules),
/* harmony export */   b6: () => (/* binding */ servesPages)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13237);
/* harmony import */ var _server_block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31774);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18342);
/* harmony import */ var _tls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51612);




/**
 * Names of files that a build named by their contents, which may be kept for ever: webpack's `main.3f2a9c1b.chunk.js`,
 * Vite's and Rollup's `index-Bq3kX9fA.js`. A word with a number after it (`report-Overview2024.js`) is none, nor is
 * what holds a dash: several words would look like one. A hash that is not recognised costs a question for a 304; a name
 * that is taken for one would be stale for a year.
 */
const hashedNames = [
    '[.-](?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{8,}',
    '[.-](?=[A-Za-z0-9_]*[A-Z])(?=[A-Za-z0-9_]*[a-z])(?=[A-Za-z0-9_]*[0-9])(?![A-Z]?[a-z]+([A-Z][a-z]+)*[0-9]+[.])[A-Za-z0-9_]{8,}',
];
/** What follows the hash: an extension, or two (`.chunk.js`, `.js.map`). */
const extensions = '([.][A-Za-z0-9]+){1,2}$';
/** How long a browser may keep what lies at a path. */
const cacheRules = [
    // Asked for anew each time, and answered by 304 where the ETag is still right.
    'default no-cache;',
    '~[.]html?$ no-store;',
    ...hashedNames.map((name) => `"~${name}${extensions}" "public, max-age=31536000, immutable";`),
];
/** A path whose last part ends like a file's and not like a document's: one that is missing is no route of the page. */
const assetName = '[.](?!html?$)(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,12}$';
/** What browsers must be told; nginx's own list lacks `.mjs`, and the http block of a server may have none at all. */
const types = {
    'text/html': 'html htm',
    'text/css': 'css',
    'text/javascript': 'js mjs',
    'text/plain': 'txt',
    'text/xml': 'xml',
    'application/json': 'json map',
    'application/manifest+json': 'webmanifest',
    'application/wasm': 'wasm',
    'application/pdf': 'pdf',
    'application/zip': 'zip',
    'image/svg+xml': 'svg',
    'image/png': 'png',
    'image/jpeg': 'jpg jpeg',
    'image/gif': 'gif',
    'image/webp': 'webp',
    'image/avif': 'avif',
    'image/x-icon': 'ico',
    'font/woff': 'woff',
    'font/woff2': 'woff2',
    'font/ttf': 'ttf',
    'font/otf': 'otf',
    'audio/mpeg': 'mp3',
    'video/mp4': 'mp4',
    'video/webm': 'webm',
};
/** text/html is compressed without being named. */
const compressed = [
    ...['text/css', 'text/javascript', 'text/plain', 'text/xml', 'application/json', 'application/manifest+json'],
    ...['application/wasm', 'image/svg+xml', 'font/ttf', 'font/otf'],
].join(' ');
/** What a site of static files adds to the application's nginx file: how long files may be kept, 443, and 80. */
function renderStatic(site, pages, nginx, id, configuration) {
    return [
        '',
        `map $uri $${id}_cache {`,
        ...(0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .indent */ .pZ)(cacheRules),
        '}',
        '',
        ...filesServer(site, pages, nginx, id, configuration),
        '',
        ...redirectServer(site, pages, configuration),
    ];
}
/** Whether the text of a file of ours serves a static site. */
function servesPages(text) {
    return /^ *root \S+\/static\/[0-9a-f]{64}\/files;$/m.test(text);
}
function filesServer(site, { root, path, fallback }, nginx, id, configuration) {
    const { domain } = site;
    const document = `${path}index.html`;
    return (0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .serverBlock */ .Zl)([
        ...(0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .tlsListens */ .iT)(_site_js__WEBPACK_IMPORTED_MODULE_1__/* .staticPorts */ .d6.https, site.ipv6, nginx),
        `server_name ${domain};`,
        '',
        ...(0,_tls_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTls */ .O)(site.certificate, nginx, id),
        `error_page 497 =308 https://${domain}$request_uri;`,
        'server_tokens off;',
        `root ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteNginx */ .p)(root)};`,
        'index index.html;',
        'types {',
        ...(0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .indent */ .pZ)(Object.entries(types).map(([type, names]) => `${type} ${names};`)),
        '}',
        'default_type application/octet-stream;',
        'gzip on;',
        'gzip_vary on;',
        'gzip_min_length 1000;',
        'gzip_comp_level 5;',
        'gzip_proxied any;',
        `gzip_types ${compressed};`,
        'add_header X-Content-Type-Options nosniff always;',
        // Without `always`: a missing file is not to be kept for a year.
        `add_header Cache-Control $${id}_cache;`,
        '',
        ...(path === '/'
            ? []
            : [
                'location = / {',
                `    return 302 https://${domain}${path}$is_args$args;`,
                '}',
                '',
                `location = ${path.slice(0, -1)} {`,
                `    return 302 https://${domain}${path}$is_args$args;`,
                '}',
                '',
                'location / {',
                '    return 404;',
                '}',
                '',
            ]),
        `location ${path} {`,
        ...(0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .indent */ .pZ)(fallback
            ? [
                '# index.html, whose script knows the route; but never in the place of a script or a picture.',
                `try_files $uri $uri/index.html ${document};`,
                `location ~ "${assetName}" {`,
                '    try_files $uri =404;',
                '}',
            ]
            : ['try_files $uri $uri/ =404;']),
        '}',
        '',
        // A file, so that it is proven that a worker can read it; `return` would come before `allow` and `deny`.
        ...(0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .proofLocation */ .GP)(site, configuration, `try_files ${document} =404;`),
    ]);
}
function redirectServer(site, { root, path }, configuration) {
    return (0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .serverBlock */ .Zl)([
        ...(0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .plainListens */ .vH)(_site_js__WEBPACK_IMPORTED_MODULE_1__/* .staticPorts */ .d6.http, site.ipv6),
        `server_name ${site.domain};`,
        '',
        'server_tokens off;',
        `root ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteNginx */ .p)(root)};`,
        '',
        'location / {',
        `    return 301 https://${site.domain}$request_uri;`,
        '}',
        '',
        ...(0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .proofLocation */ .GP)(site, configuration, `try_files ${path}index.html =404;`),
    ]);
}


/***/ }),

/***/ 31774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GP: () => (/* binding */ proofLocation),
/* harmony export */   Zl: () => (/* binding */ serverBlock),
/* harmony export */   iT: () => (/* binding */ tlsListens),
/* harmony export */   pZ: () => (/* binding */ indent),
/* harmony export */   vH: () => (/* binding */ plainListens)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13237);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18342);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3877);



/** A `server` block of these lines; `verbatim` ends it as it is. */
function serverBlock(lines, verbatim = []) {
    return ['server {', ...indent(lines), ...verbatim, '}'];
}
/** Lines one level deeper. */
function indent(lines) {
    return lines.map((line) => (line === '' ? '' : `    ${line}`));
}
/** `listen` for plain http. */
function plainListens(port, ipv6) {
    return listens(port, ipv6, '');
}
/** `listen` for https, with HTTP/2 where this nginx has it. */
function tlsListens(port, ipv6, nginx) {
    if (!nginx.http2)
        return listens(port, ipv6, ' ssl');
    // 1.25.1 made a directive of what had been a flag.
    if (!(0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .atLeast */ .j)(nginx, 1, 25, 1))
        return listens(port, ipv6, ' ssl http2');
    return [...listens(port, ipv6, ' ssl'), 'http2 on;'];
}
function listens(port, ipv6, flags) {
    return [`listen ${port}${flags};`, ...(ipv6 ? [`listen [::]:${port}${flags};`] : [])];
}
/** The location by which a switch is proven; `answer` says with what, after the directives of `open`. */
function proofLocation(site, configuration, answer, open = []) {
    // An application that sends a header of this name does not answer in nginx's place.
    const header = (name, value) => [`proxy_hide_header ${name};`, `add_header ${name} ${value} always;`];
    return [
        '# Shows to this server alone what is being served.',
        `location = ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteNginx */ .p)(site.proof.path)} {`,
        ...indent([
            'allow 127.0.0.1;',
            'allow ::1;',
            'deny all;',
            'satisfy all;',
            'auth_basic off;',
            ...open,
            'access_log off;',
            // A location with add_header of its own inherits none.
            ...header(_site_js__WEBPACK_IMPORTED_MODULE_0__/* .proofHeaders */ .zD.release, (0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteNginx */ .p)(site.release)),
            ...header(_site_js__WEBPACK_IMPORTED_MODULE_0__/* .proofHeaders */ .zD.configuration, `"${configuration}"`),
            answer,
        ]),
        '}',
    ];
}


/***/ }),

/***/ 18342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QQ: () => (/* binding */ listensOf),
/* harmony export */   Rr: () => (/* binding */ openPorts),
/* harmony export */   a5: () => (/* binding */ portsOf),
/* harmony export */   d6: () => (/* binding */ staticPorts),
/* harmony export */   oz: () => (/* binding */ staticUrl),
/* harmony export */   zD: () => (/* binding */ proofHeaders)
/* harmony export */ });
/** The ports that a static site has. */
const staticPorts = { https: 443, http: 80 };
/** Headers of an answer through the proof location. */
const proofHeaders = { release: 'X-Deploy-Release', configuration: 'X-Deploy-Configuration' };
/** The URL of a site's pages; undefined where it has none. */
function staticUrl({ domain, staticSite }) {
    return staticSite === undefined ? undefined : `https://${domain}${staticSite.path}`;
}
/** The ports that nginx listens on for a site: the https port, the application's own where published, those of the pages. */
function listensOf({ httpsPort, publishedAppPort, staticSite }) {
    return [
        { port: httpsPort, tls: true },
        ...(publishedAppPort === undefined ? [] : [{ port: publishedAppPort, tls: false }]),
        ...(staticSite === undefined
            ? []
            : [
                { port: staticPorts.https, tls: true },
                { port: staticPorts.http, tls: false },
            ]),
    ];
}
/** The same by their numbers. */
function portsOf(site) {
    return listensOf(site).map(({ port }) => port);
}
/** Those of them that the world is to reach. */
function openPorts(site) {
    return portsOf(site).filter((port) => port !== site.publishedAppPort || !site.publishedOnLoopback);
}


/***/ }),

/***/ 51612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ renderTls)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13237);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3877);


/** Mozilla's "intermediate", guidelines 6.0 (github.com/mozilla/ssl-config-generator). */
const ciphers = [
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');
/**
 * The TLS directives of a server block: Mozilla's intermediate without X25519MLKEM768, which OpenSSL 3.0 does not know,
 * and without HSTS, which would bind the whole host name. The order of the suites is the server's, which scanners ask for
 * (testssl.sh: cipher_order); what Mozilla leaves it to the client for is kept: a phone that computes ChaCha20 faster, and
 * therefore names it first, gets it. `id` names the session cache.
 */
function renderTls(certificate, nginx, id) {
    // OpenSSL 1.0 has no X25519, and nginx does not start with a curve that it lacks; before 1.11.0 it takes one alone.
    const known = nginx.openssl?.startsWith('1.0.') ? 'prime256v1:secp384r1' : 'X25519:prime256v1:secp384r1';
    const curves = (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeast */ .j)(nginx, 1, 11, 0) ? known : 'prime256v1';
    return [
        `ssl_certificate ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteNginx */ .p)(certificate.chainPath)};`,
        `ssl_certificate_key ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteNginx */ .p)(certificate.keyPath)};`,
        (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeast */ .j)(nginx, 1, 13, 0) ? 'ssl_protocols TLSv1.2 TLSv1.3;' : 'ssl_protocols TLSv1.2;',
        `ssl_ciphers ${ciphers};`,
        'ssl_prefer_server_ciphers on;',
        ...(prioritizesChaCha(nginx) ? ['ssl_conf_command Options PrioritizeChaCha;'] : []),
        `ssl_ecdh_curve ${curves};`,
        'ssl_session_timeout 1d;',
        `ssl_session_cache shared:${id}:10m;`,
        // Since 1.23.2 nginx rotates the ticket keys of a shared cache.
        ...((0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeast */ .j)(nginx, 1, 23, 2) ? [] : ['ssl_session_tickets off;']),
    ];
}
/** ssl_conf_command is nginx 1.19.4's, the option OpenSSL 1.1.1's; other libraries may have neither. */
function prioritizesChaCha(nginx) {
    return nginx.openssl !== undefined && !/^1\.(0\.|1\.0)/.test(nginx.openssl) && (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeast */ .j)(nginx, 1, 19, 4);
}


/***/ }),

/***/ 3877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ parseNginxVersion),
/* harmony export */   j: () => (/* binding */ atLeast)
/* harmony export */ });
/**
 * What is taken for the version of an nginx that does not tell it: a build may bear any name and number. Newer ones read
 * what is written for this one, at most with a warning; the forks still in use are none older.
 */
const unknown = [1, 13, 0];
/**
 * nginx's version: of Tengine in brackets (`Tengine/2.2.3 (nginx/1.8.1)`) or on a line of its own, of OpenResty the first
 * three numbers of its own. Another name's number says nothing.
 */
const versions = [
    /\(nginx\/((\d+)\.(\d+)(?:\.(\d+))?[^\s)]*)\)/,
    /^nginx version: (?:nginx|nginx-plus|freenginx|openresty|)\/?((\d+)\.(\d+)(?:\.(\d+))?\S*)/im,
];
/** Reads what `nginx -V` prints (on standard error), of forks too. */
function parseNginxVersion(output) {
    const version = versions.map((pattern) => pattern.exec(output)).find((found) => found !== null);
    const option = (name) => new RegExp(`--${name}=(?:'([^']*)'|(\\S+))`).exec(output);
    const value = (name) => option(name)?.[1] ?? option(name)?.[2];
    const openssl = /running with OpenSSL (\S+?)\)?[\s)]/.exec(output) ?? /built with OpenSSL (\S+)/.exec(output);
    return {
        number: version ? [Number(version[2]), Number(version[3]), Number(version[4] ?? 0)] : unknown,
        text: version?.[1] ?? (/version: *(.*)$/m.exec(output)?.[1] ?? output.split('\n')[0] ?? '').slice(0, 80),
        configurationPath: value('conf-path'),
        prefix: value('prefix'),
        errorLogPath: value('error-log-path'),
        http2: output.includes('--with-http_v2_module'),
        tls: output.includes('--with-http_ssl_module'),
        openssl: openssl?.[1],
    };
}
/** Whether nginx is at least `major.minor.patch`. */
function atLeast(nginx, major, minor, patch) {
    const [a, b, c] = nginx.number;
    if (a !== major)
        return a > major;
    if (b !== minor)
        return b > minor;
    return c >= patch;
}


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

/***/ 16260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ imageTag),
/* harmony export */   v: () => (/* binding */ candidateName)
/* harmony export */ });
/** `<image>:<release>`. */
function imageTag(release) {
    return `${release.image}:${release.id}`;
}
/** Name of the container until it takes the guide's: it carries its release, so that two can stand side by side. */
function candidateName(release) {
    return `${release.image}-${release.id}`;
}


/***/ }),

/***/ 22697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ shownRelease)
/* harmony export */ });
/* harmony import */ var _nginx_hide_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99083);
/* harmony import */ var _values_docker_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85926);
/* harmony import */ var _values_java_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44582);



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
            // Its address may come from `env`.
            embeddedDatabase: container.embeddedDatabase?.replace(/^(jdbc:\w+:)?.*$/s, '$1…'),
            options: (0,_values_docker_options_js__WEBPACK_IMPORTED_MODULE_1__/* .shownOptionsOf */ .tm)(container.options),
            variables: Object.fromEntries(Object.entries(container.variables).map(([name, value]) => [name, shown(name, value)])),
        },
        site: { ...site, snippet: site.snippet === undefined ? undefined : (0,_nginx_hide_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hideSecrets */ .s)(site.snippet) },
    };
}
function shown(variable, value) {
    return variable === _values_java_options_js__WEBPACK_IMPORTED_MODULE_2__/* .javaOptionsVariable */ .lw ? (0,_values_java_options_js__WEBPACK_IMPORTED_MODULE_2__/* .shownJavaOptions */ .s9)(value) : value;
}


/***/ }),

/***/ 23561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ startCommands),
/* harmony export */   Xm: () => (/* binding */ commandsByHand),
/* harmony export */   gu: () => (/* binding */ createCommand)
/* harmony export */ });
/* harmony import */ var _layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33433);
/* harmony import */ var _release_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10509);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16260);
/* harmony import */ var _values_docker_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85926);
/* harmony import */ var _values_volumes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34374);





/**
 * The `docker create` of a release as argv. The id goes into the release's folder before the container starts: it is what
 * makes it ours (rule *Ours*). It gets its restart policy in the switch, so that a candidate whose runner died does not
 * come back at a reboot.
 */
function createCommand(release, variables = 'own') {
    return ['docker', 'create', '--cidfile', (0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .containerFile */ .YS)(release), ...argumentsOf(release, variables)];
}
/** The same as a person would type it, who keeps no record: `docker run` where that can do it. */
function commandsByHand(release) {
    if (release.container.networks.length <= 1)
        return [['docker', 'run', '--detach', ...argumentsOf(release)]];
    return [['docker', 'create', ...argumentsOf(release)], ...startCommands(release)];
}
function argumentsOf(release, variables = 'own') {
    const { container } = release;
    const from = (file) => (variables === 'own' ? file : (0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .nextVariables */ .NQ)(file));
    const [network] = container.networks;
    return [
        ...['--name', (0,_release_names_js__WEBPACK_IMPORTED_MODULE_4__/* .candidateName */ .v)(release), '--restart', 'no'],
        ...['--label', `${_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.app}=${release.app}`],
        ...['--label', `${_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.release}=${release.id}`],
        ...['--label', `${_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.container}=${container.hash}`],
        ...['--publish', `127.0.0.1:${container.loopbackPort}:${container.appPort}`],
        // The server as the container sees it: most back ends talk to a database there (Engine 20.10 and later).
        ...['--add-host', 'host.docker.internal:host-gateway'],
        ...(network === undefined ? [] : ['--network', network]),
        ...(container.memory === undefined ? [] : ['--memory', container.memory]),
        ...container.volumes.flatMap((volume) => ['--volume', (0,_values_volumes_js__WEBPACK_IMPORTED_MODULE_2__/* .renderVolume */ .Jl)(volume)]),
        ...container.files
            .map((file) => ({ host: `${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .filesDirectory */ .Rv)(release)}/${file.name}`, container: file.container, readOnly: true }))
            .flatMap((volume) => ['--volume', (0,_values_volumes_js__WEBPACK_IMPORTED_MODULE_2__/* .renderVolume */ .Jl)(volume)]),
        ...Object.entries(container.variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
        ...(container.environmentNames.length > 0 ? ['--env-file', from((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentFile */ .qU)(release))] : []),
        ...(container.inheritedEnvironment.length > 0 ? ['--env-file', from((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .inheritedVariablesFile */ .iq)(release))] : []),
        ...(container.user !== undefined && !(0,_values_docker_options_js__WEBPACK_IMPORTED_MODULE_1__/* .givesOption */ .Il)(container.options, 'user') ? ['--user', container.user] : []),
        ...((0,_values_docker_options_js__WEBPACK_IMPORTED_MODULE_1__/* .givesOption */ .Il)(container.options, 'stop-timeout') ? [] : ['--stop-timeout', String(container.stopTimeoutSeconds)]),
        // Without these json-file grows until the disk is full (docs.docker.com, json-file logging driver).
        ...(container.rotateLogs && !logsOtherwise(container.options)
            ? ['--log-opt', 'max-size=10m', '--log-opt', 'max-file=3']
            : []),
        ...container.options,
        (0,_release_names_js__WEBPACK_IMPORTED_MODULE_4__/* .imageTag */ .I)(release),
    ];
}
/** What brings the container up once it is made, as argv; `docker create` knows only one network (Engine before 25). */
function startCommands(release) {
    const name = (0,_release_names_js__WEBPACK_IMPORTED_MODULE_4__/* .candidateName */ .v)(release);
    return [
        ...release.container.networks.slice(1).map((network) => ['docker', 'network', 'connect', network, name]),
        ['docker', 'start', name],
    ];
}
/** A driver that the user chose may not know these options, and options of the user's own are theirs. */
function logsOtherwise(options) {
    return (0,_values_docker_options_js__WEBPACK_IMPORTED_MODULE_1__/* .givesOption */ .Il)(options, 'log-driver') || (0,_values_docker_options_js__WEBPACK_IMPORTED_MODULE_1__/* .givesOption */ .Il)(options, 'log-opt');
}


/***/ }),

/***/ 82919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z8: () => (/* binding */ growthIn),
/* harmony export */   hQ: () => (/* binding */ lineOfGrowth),
/* harmony export */   mg: () => (/* binding */ measureGrowth)
/* harmony export */ });
/* harmony import */ var _layout_release_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33433);
/* harmony import */ var _messages_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40325);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16260);
/* harmony import */ var _server_space_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73022);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21395);





/**
 * Bash that tells by facts what the image and the folder of a release add to those of `before`. Layers are told apart by
 * when and how they were made, which those out of a builder's cache keep.
 */
function measureGrowth(release, before) {
    const others = [...(before === undefined ? [] : [(0,_release_names_js__WEBPACK_IMPORTED_MODULE_3__/* .imageTag */ .I)(before)]), ...baseImagesOf(release.build.dockerfile)];
    return `layers() { docker history --no-trunc --human=false --format '{{.CreatedAt}} {{.Size}} {{json .CreatedBy}}' "$1" 2>/dev/null; }
known=
for image in ${others.map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h).join(' ')}; do known+=$(layers "$image" || true)$'\\n'; done
grown=0
while read -r made size how; do
  case $'\\n'$known in *$'\\n'"$made $size $how"$'\\n'*) ;; *) [[ ! $size =~ ^[0-9]+$ ]] || grown=$((grown + size)) ;; esac
done < <(layers ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_release_names_js__WEBPACK_IMPORTED_MODULE_3__/* .imageTag */ .I)(release))})
fact image-bytes "$grown"
grown=0
declare -A links=()
while read -r inode count size; do
  links[$inode]=$((\${links[$inode]:-0} + 1))
  # The same file under several names: none of them is in another release's folder.
  [ "\${links[$inode]}" != "$count" ] || grown=$((grown + size))
done < <(find ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseDirectory */ .fF)(release))} -type f -printf '%i %n %s\\n')
fact folder-bytes "$grown"`;
}
/** What the facts of a step say; undefined where it measured nothing. */
function growthIn(facts) {
    const [image, folder] = [Number(facts['image-bytes'] ?? '-'), Number(facts['folder-bytes'] ?? '-')];
    return Number.isSafeInteger(image) && Number.isSafeInteger(folder) ? { image, folder } : undefined;
}
/** The line of the log and of the summary. */
function lineOfGrowth({ image, folder }) {
    return _messages_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commandMessages */ .c.diskGrowth({
        both: (0,_server_space_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(image + folder),
        layers: (0,_server_space_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(image),
        folder: (0,_server_space_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(folder),
    });
}
/** As the Dockerfile writes them. */
function baseImagesOf(dockerfile) {
    return [...dockerfile.matchAll(/^\s*FROM\s+(?:--\S+\s+)*([^\s$]+)/gim)].map(([, image = '']) => image);
}


/***/ }),

/***/ 12837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S0: () => (/* binding */ lineOfFreed),
/* harmony export */   YO: () => (/* binding */ freedIn),
/* harmony export */   rG: () => (/* binding */ measureFreed)
/* harmony export */ });
/* harmony import */ var _messages_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40325);
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91520);
/* harmony import */ var _server_space_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73022);



/** Bash that measures by facts what `remove` frees, which counts in `$removed` what it removes. */
function measureFreed(remove) {
    return `free_space() { df -B1 --output=avail "$1" 2>/dev/null | sed -n '2{s/[^0-9]//g;p}'; }
rooms=/docker
docker_root=$(docker info --format '{{.DockerRootDir}}' 2>/dev/null) || docker_root=
# One disk is told once.
if [ -d "$docker_root" ]; then
  rooms=$docker_root
  [ "$(stat -c %d "$docker_root" 2>/dev/null)" = "$(stat -c %d /docker 2>/dev/null)" ] || rooms=$rooms$'\\n'/docker
fi
removed=0 before=
while IFS= read -r room; do before+="$(free_space "$room" || true) "; done <<<"$rooms"
${remove}
fact pruned-releases "$removed"
number=0
while IFS= read -r room; do
  number=$((number + 1))
  fact "room-$number" "\${before%% *} $(free_space "$room" || true) $room"
  before=\${before#* }
done <<<"$rooms"`;
}
/** What the facts of a step say; undefined where it removed nothing. */
function freedIn(facts) {
    const releases = Number(facts['pruned-releases'] ?? 0);
    if (!Number.isSafeInteger(releases) || releases < 1)
        return undefined;
    const rooms = [facts['room-1'], facts['room-2']].flatMap((told) => {
        const [, before, after, of] = /^(\d+) (\d+) (\/.*)$/.exec(told ?? '') ?? [];
        return of === undefined ? [] : [{ of, before: Number(before), after: Number(after) }];
    });
    return { releases, rooms };
}
/** The line of the log and of the summary. */
function lineOfFreed({ releases, rooms }) {
    const parts = [
        _messages_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commandMessages */ .c.releasesRemoved(releases),
        ...rooms.map(({ of, before, after }) => _messages_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commandMessages */ .c.freedOn({ folder: of, before: (0,_server_space_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(before), after: (0,_server_space_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(after) })),
    ];
    return (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(parts.map(({ en }) => en).join('; '), parts.map(({ zh }) => zh).join('；'));
}


/***/ }),

/***/ 73022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ew: () => (/* binding */ spaceFailures),
/* harmony export */   MK: () => (/* binding */ parseDf),
/* harmony export */   Wg: () => (/* binding */ dfCommand),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/* unused harmony export fileSystemOf */
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** How `df` is to be called for {@link parseDf}. */
const dfCommand = 'df -B1 --output=source,target,avail,iavail,itotal';
/** Reads the output of {@link dfCommand}: a heading, then a line for each file system that says what is free on it. */
function parseDf(output) {
    return output
        .split('\n')
        .slice(1)
        .flatMap((line) => {
        // A mount point may hold spaces; the numbers are last, and a dash stands for one that is not known.
        const [, source = '', target, bytes, inodes, all] = /^(\S+)\s+(.*\S)\s+(\d+)\s+(\d+|-)\s+(\d+|-)\s*$/.exec(line) ?? [];
        if (target === undefined)
            return [];
        const counted = Number(all) > 0 && inodes !== '-';
        return [
            {
                target,
                availableBytes: Number(bytes),
                availableInodes: counted ? Number(inodes) : undefined,
                device: source.startsWith('/') ? source : undefined,
            },
        ];
    });
}
/** The file system that holds `path`: the one mounted nearest above it, of several there the last. */
function fileSystemOf(path, systems) {
    const holds = ({ target }) => target === '/' || path === target || path.startsWith(`${target}/`);
    return systems.filter(holds).reduce((nearest, one) => {
        return nearest === undefined || one.target.length >= nearest.target.length ? one : nearest;
    }, undefined);
}
/** What stands in the way of all `needs` together: a failure for each file system that lacks room, or room for more files. */
function spaceFailures(host, needs, systems) {
    const sums = new Map();
    for (const { path, bytes, inodes = 0 } of needs) {
        const system = fileSystemOf(path, systems);
        if (system === undefined)
            continue;
        const key = system.device ?? system.target;
        const sum = sums.get(key) ?? { system, bytes: 0, inodes: 0 };
        sums.set(key, { system: sum.system, bytes: sum.bytes + bytes, inodes: sum.inodes + inodes });
    }
    return [...sums.values()].flatMap(({ system, bytes, inodes }) => [
        ...(bytes > system.availableBytes ? [diskFull(host, system, bytes)] : []),
        ...(inodes > (system.availableInodes ?? inodes) ? [inodesFull(host, system, inodes)] : []),
    ]);
}
/** DISK_FULL for one file system; RUN_FULL for that of /run, which is memory and is freed in another way. */
function diskFull(host, system, neededBytes) {
    const { target, availableBytes } = system;
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(isRun(target) ? 'RUN_FULL' : 'DISK_FULL', {
        host,
        fileSystem: target,
        needed: formatBytes(neededBytes),
        available: formatBytes(availableBytes),
    });
}
/** INODES_FULL for one file system. */
function inodesFull(host, { target, availableInodes = 0 }, needed) {
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INODES_FULL', { host, fileSystem: target, needed, available: availableInodes });
}
function isRun(target) {
    return target === '/run' || target.startsWith('/run/');
}
/** Bytes for a person: `512 B`, `1.5 MB`, `2.0 GB` (powers of 1000, as disks are sold). */
function formatBytes(bytes) {
    const units = ['kB', 'MB', 'GB', 'TB'];
    if (bytes < 1000)
        return `${Math.round(bytes)} B`;
    let value = bytes;
    let unit = 'B';
    for (const next of units) {
        if (value < 999.95)
            break;
        value /= 1000;
        unit = next;
    }
    return `${value.toFixed(1)} ${unit}`;
}


/***/ }),

/***/ 50055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ describeStatus),
  G: () => (/* binding */ titleOf)
});

// EXTERNAL MODULE: ./.build/lib/messages/status.js
var messages_status = __webpack_require__(56625);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/server/space.js
var space = __webpack_require__(73022);
;// CONCATENATED MODULE: ./.build/lib/status/describe-application.js



/** All that `status` shows of an application, part by part. */
function describeApplication(application) {
    const { certificate, deploys, log } = application;
    return [
        ofRunning(application),
        ofKept(application),
        ...(certificate === undefined ? [] : [ofCertificate(certificate)]),
        ofDisk(application),
        { title: messages_status/* statusMessages */.$.deploys, output: deploys.join('\n') },
        { title: messages_status/* statusMessages */.$.log, output: log },
    ];
}
function ofRunning({ serving, container, health, site, url, file, underWay }) {
    const { release, since, commit, actor, runUrl, image } = serving;
    return {
        title: messages_status/* statusMessages */.$.runs,
        facts: [
            ...(underWay === undefined ? [] : [[messages_status/* statusMessages */.$.underWay, messages_status/* statusMessages */.$.underWayOf(underWay)]]),
            [messages_status/* statusMessages */.$.release, (0,messages_text/* verbatim */.Bj)(release)],
            [messages_status/* statusMessages */.$.since, since === undefined ? messages_status/* statusMessages */.$.sinceUnknown : (0,messages_text/* verbatim */.Bj)(since)],
            [messages_status/* statusMessages */.$.commit, (0,messages_text/* verbatim */.Bj)(commit || '-')],
            [messages_status/* statusMessages */.$.deployedBy, (0,messages_text/* verbatim */.Bj)([actor, runUrl].filter(Boolean).join(', ') || '-')],
            [messages_status/* statusMessages */.$.image, (0,messages_text/* verbatim */.Bj)(image)],
            ...(container === undefined ? [] : ofContainer(container)),
            ...(health === undefined ? [] : [[messages_status/* statusMessages */.$.health, healthWords(health)]]),
            [(0,messages_text/* verbatim */.Bj)('nginx'), nginxWords(url, site)],
            [messages_status/* statusMessages */.$.file, file === undefined ? messages_status/* statusMessages */.$.noFile : (0,messages_text/* verbatim */.Bj)(file)],
        ],
    };
}
function ofContainer(container) {
    const { name, state, startedAt, finishedAt, restarts, memory, memoryLimit, exitCode, outOfMemory } = container;
    const line = [messages_status/* statusMessages */.$.container, (0,messages_text/* verbatim */.Bj)(`${name} (${state})`)];
    if (state === 'gone')
        return [line];
    if (memory === 0) {
        return [
            line,
            [messages_status/* statusMessages */.$.endedAt, (0,messages_text/* verbatim */.Bj)(finishedAt ?? '-')],
            [messages_status/* statusMessages */.$.exitCode, outOfMemory ? messages_status/* statusMessages */.$.outOfMemory(exitCode) : (0,messages_text/* verbatim */.Bj)(String(exitCode))],
            [messages_status/* statusMessages */.$.restarts, (0,messages_text/* verbatim */.Bj)(String(restarts))],
        ];
    }
    const used = (0,space/* formatBytes */.z3)(memory);
    return [
        line,
        [messages_status/* statusMessages */.$.runningSince, (0,messages_text/* verbatim */.Bj)(startedAt ?? '-')],
        [messages_status/* statusMessages */.$.restarts, (0,messages_text/* verbatim */.Bj)(String(restarts))],
        [messages_status/* statusMessages */.$.memory, memoryLimit === 0 ? messages_status/* statusMessages */.$.memoryUnlimited(used) : messages_status/* statusMessages */.$.memoryOf(used, (0,space/* formatBytes */.z3)(memoryLimit))],
    ];
}
function healthWords({ well, status, path, port, expected }) {
    if (status !== undefined)
        return messages_status/* statusMessages */.$.healthOf({ well, status: String(status), path, port, expected });
    return {
        en: messages_status/* statusMessages */.$.healthOf({ well, status: messages_status/* statusMessages */.$.noAnswer.en, path, port, expected }).en,
        zh: messages_status/* statusMessages */.$.healthOf({ well, status: messages_status/* statusMessages */.$.noAnswer.zh, path, port, expected }).zh,
    };
}
function nginxWords(url, { release, status, serves }) {
    if (serves)
        return status < 500 ? messages_status/* statusMessages */.$.nginxServes(url) : messages_status/* statusMessages */.$.nginxAnswers(url, status);
    return release === undefined ? messages_status/* statusMessages */.$.nginxDoesNotServe(url) : messages_status/* statusMessages */.$.nginxServesOther(url, release);
}
function ofKept({ kept }) {
    const rows = kept.map(({ release, date, commit, serves, previous, hasImage }) => {
        const image = hasImage ? messages_status/* statusMessages */.$.states.image : messages_status/* statusMessages */.$.states.rebuilt;
        const state = previous ? messages_status/* statusMessages */.$.states.previous(image) : image;
        return [(0,messages_text/* verbatim */.Bj)(release), (0,messages_text/* verbatim */.Bj)(date), (0,messages_text/* verbatim */.Bj)(commit.slice(0, 12) || '-'), serves ? messages_status/* statusMessages */.$.states.live : state];
    });
    if (rows.length === 0)
        return { title: messages_status/* statusMessages */.$.kept, notes: [messages_status/* statusMessages */.$.keptNone] };
    return { title: messages_status/* statusMessages */.$.kept, table: { heading: [messages_status/* statusMessages */.$.release, messages_status/* statusMessages */.$.date, messages_status/* statusMessages */.$.commit, messages_status/* statusMessages */.$.state], rows } };
}
function ofCertificate({ path, notAfter, daysLeft, names }) {
    const day = notAfter === undefined ? '' : (0,messages_text/* dayOf */.kb)(new Date(notAfter));
    const expires = notAfter === undefined ? messages_status/* statusMessages */.$.unreadable : daysLeft < 0 ? messages_status/* statusMessages */.$.expired(day) : messages_status/* statusMessages */.$.daysLeft(day, daysLeft);
    return {
        title: messages_status/* statusMessages */.$.certificate,
        facts: [
            [messages_status/* statusMessages */.$.expires, expires],
            [messages_status/* statusMessages */.$.names, (0,messages_text/* verbatim */.Bj)(names.join(', ') || '-')],
            [messages_status/* statusMessages */.$.path, (0,messages_text/* verbatim */.Bj)(path)],
        ],
    };
}
function ofDisk({ disk: { fileSystems, images, releases } }) {
    return {
        title: messages_status/* statusMessages */.$.disk,
        table: {
            heading: [messages_status/* statusMessages */.$.mounted, messages_status/* statusMessages */.$.holds, messages_status/* statusMessages */.$.size, messages_status/* statusMessages */.$.free],
            rows: fileSystems.map(({ target, folders, bytes, free }) => [
                (0,messages_text/* verbatim */.Bj)(target),
                (0,messages_text/* verbatim */.Bj)(folders.join(', ')),
                (0,messages_text/* verbatim */.Bj)((0,space/* formatBytes */.z3)(bytes)),
                (0,messages_text/* verbatim */.Bj)((0,space/* formatBytes */.z3)(free)),
            ]),
        },
        facts: [
            [messages_status/* statusMessages */.$.imagesTake, (0,messages_text/* verbatim */.Bj)((0,space/* formatBytes */.z3)(images))],
            [messages_status/* statusMessages */.$.releasesTake, (0,messages_text/* verbatim */.Bj)((0,space/* formatBytes */.z3)(releases))],
        ],
    };
}

;// CONCATENATED MODULE: ./.build/lib/status/describe.js




/** What it is the status of. */
function titleOf({ application, machine }) {
    return application === undefined
        ? messages_status/* statusMessages */.$.titleServer(machine.host)
        : messages_status/* statusMessages */.$.titleApplication(application.app, application.url);
}
/** All that `status` shows of a server, part by part. */
function describeStatus(status) {
    const { applications, application, manual } = status;
    const alone = application !== undefined && applications.length === 1;
    return [
        ofMachine(status),
        ...(manual === undefined ? [] : [ofManual(manual)]),
        ...(applications.length === 0 || alone ? [] : [ofAll(applications, application === undefined)]),
        ...(application === undefined ? [] : describeApplication(application)),
    ];
}
function ofMachine({ machine, applications, manual }) {
    const { system, memoryAvailable, docker, nginx, underWay } = machine;
    const blank = docker.state === 'missing' && nginx.state === 'missing';
    const invalid = nginx.state === 'missing' || nginx.valid ? [] : [messages_status/* statusMessages */.$.invalid];
    const facts = [
        [messages_status/* statusMessages */.$.system, (0,messages_text/* verbatim */.Bj)(system)],
        [messages_status/* statusMessages */.$.memoryAvailable, (0,messages_text/* verbatim */.Bj)((0,space/* formatBytes */.z3)(memoryAvailable))],
        [(0,messages_text/* verbatim */.Bj)('Docker'), stateOf(docker)],
        [(0,messages_text/* verbatim */.Bj)('nginx'), (0,messages_text/* join */.fj)([stateOf(nginx), ...invalid], '; ')],
        ...underWay.map((one) => [messages_status/* statusMessages */.$.underWay, messages_status/* statusMessages */.$.underWayOn(one.image, one)]),
    ];
    return {
        title: messages_status/* statusMessages */.$.server,
        notes: [
            ...(blank ? [messages_status/* statusMessages */.$.blank] : []),
            ...(applications.length === 0
                ? [messages_status/* statusMessages */.$.nothingDeployed]
                : manual === undefined
                    ? []
                    : [messages_status/* statusMessages */.$.notDeployed(manual.asked)]),
        ],
        facts,
    };
}
function stateOf({ state, version }) {
    if (state === 'missing')
        return messages_status/* statusMessages */.$.programs.missing;
    return state === 'running' ? messages_status/* statusMessages */.$.programs.running(version) : messages_status/* statusMessages */.$.programs.stopped(version || '-');
}
function ofAll(applications, nameOne) {
    return {
        title: messages_status/* statusMessages */.$.applications,
        notes: nameOne && applications.length > 1 ? [messages_status/* statusMessages */.$.nameOne] : [],
        table: {
            heading: [messages_status/* statusMessages */.$.application, messages_status/* statusMessages */.$.address, messages_status/* statusMessages */.$.release, messages_status/* statusMessages */.$.file, messages_status/* statusMessages */.$.underWay],
            rows: applications.map(({ app, url, release, file, underWay }) => [
                (0,messages_text/* verbatim */.Bj)(app),
                (0,messages_text/* verbatim */.Bj)(url),
                (0,messages_text/* verbatim */.Bj)(release),
                file === undefined ? messages_status/* statusMessages */.$.noFile : (0,messages_text/* verbatim */.Bj)(file),
                underWay === undefined ? (0,messages_text/* verbatim */.Bj)('') : messages_status/* statusMessages */.$.underWayOf(underWay),
            ]),
        },
    };
}
function ofManual({ containers, servers }) {
    const facts = [
        ...containers.map(({ name, image, state }) => [messages_status/* statusMessages */.$.manualContainer, (0,messages_text/* verbatim */.Bj)(`${name} (${image}, ${state})`)]),
        ...servers.map(({ file, line }) => [messages_status/* statusMessages */.$.manualServer, messages_status/* statusMessages */.$.line(file, line)]),
    ];
    return { title: messages_status/* statusMessages */.$.manual, notes: facts.length === 0 ? [messages_status/* statusMessages */.$.manualNothing] : [], facts };
}


/***/ })

};
