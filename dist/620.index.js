export const id = 620;
export const ids = [620];
export const modules = {

/***/ 43482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ listenForCancel),
/* harmony export */   n: () => (/* binding */ endSoon)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/**
 * Milliseconds that a run has from a signal to its report. The runner sends SIGINT, 7.5 s later SIGTERM, 2.5 s later
 * SIGKILL; SIGTERM alone comes from a machine that shuts down.
 */
const grace = { SIGINT: 6500, SIGTERM: 1000 };
/** Hears the signals that cancel this process, which they no longer end. */
function listenForCancel() {
    const [person, clock] = [new AbortController(), new AbortController()];
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            person.abort();
            setTimeout(() => clock.abort(), grace[signal]).unref();
        });
    }
    return {
        cancelled: person.signal,
        graceOver: clock.signal,
        sleep: (milliseconds) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal: clock.signal }),
    };
}
/** Lets the process end: by itself, or in a second where work that nobody waits for any more keeps it alive. */
function endSoon() {
    setTimeout(() => process.exit(), 1000).unref();
}


/***/ }),

/***/ 38588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ debug),
  N4: () => (/* binding */ endGroup),
  fJ: () => (/* binding */ fail),
  jD: () => (/* binding */ hide),
  U: () => (/* binding */ resume),
  cv: () => (/* binding */ say),
  WU: () => (/* binding */ show),
  Oh: () => (/* binding */ startGroup),
  R8: () => (/* binding */ warn)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
;// CONCATENATED MODULE: ./.build/lib/action/inert.js
/**
 * Words for the runner's log that act on nothing there. A line that begins with `::name::` is a command to the runner, one
 * that holds `##[` is a command anywhere in it and a colour or a fold on the page of the run: a space breaks both. A
 * carriage return ends a line for the runner too (.NET, StreamReader.ReadLine).
 */
function inert(words) {
    return withoutColours(words).replace(/^([\s\u0085]*)::(?=[^\r\n]*::)/gm, '$1: :');
}
/** Words in which nothing is a colour or a fold on the page of the run. */
function withoutColours(words) {
    return words.replaceAll('##[', '## [');
}

;// CONCATENATED MODULE: ./.build/lib/action/console.js



/**
 * All that this action writes on standard output, which the runner reads for commands (`::add-mask::`). What comes from
 * outside is shown between `::stop-commands::TOKEN` and `::TOKEN::`, where the runner obeys nothing (rule *Data from
 * outside*).
 */
/** The token that ends the lines from outside; undefined while the runner listens. */
let token;
/** Lines of a program, a server or a file, as they came. */
function show(lines) {
    if (token === undefined) {
        token = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        core/* info */.pq(`::stop-commands::${token}`);
    }
    core/* info */.pq(withoutColours(lines));
}
/** Has the runner listen again. */
function resume() {
    if (token === undefined)
        return;
    core/* info */.pq(`::${token}::`);
    token = undefined;
}
/** A line of ours, which may hold names from outside. */
function say(line) {
    resume();
    core/* info */.pq(inert(line));
}
/** A warning, which becomes an annotation; with a title where it is given. */
function warn(words, title) {
    resume();
    core/* warning */.$e(withoutColours(words), title === undefined ? {} : { title });
}
/** An error, which becomes an annotation with a title. */
function fail(words, title) {
    resume();
    core/* error */.z3(withoutColours(words), { title });
}
/** A line for runs with debug logging. */
function debug(words) {
    resume();
    core/* debug */.Yz(withoutColours(words));
}
/** Begins a fold. */
function startGroup(title) {
    resume();
    core/* startGroup */.Oh(withoutColours(title));
}
/** Ends it. */
function endGroup() {
    resume();
    core/* endGroup */.N4();
}
/**
 * Has the runner hide a value from here on. It would also hide each line of one of several lines, however short
 * (actions/runner, AddMaskCommandExtension): those come as values of their own.
 */
function hide(value) {
    if (/[\r\n]/.test(value))
        return;
    resume();
    core/* setSecret */.Pq(value);
}


/***/ }),

/***/ 24880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ idToken)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
/* harmony import */ var _redaction_secret_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3682);
/* harmony import */ var _console_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38588);




/**
 * GitHub's ID token of this job for `audience`. Throws `OIDC_PERMISSION_MISSING` where the job may have none, and
 * `OIDC_TOKEN_UNAVAILABLE` where the service that makes it fails.
 */
async function idToken(audience) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = process.env;
    if (!url || !token)
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('OIDC_PERMISSION_MISSING', {});
    // It masks the token itself by a command, which the runner must hear.
    (0,_console_js__WEBPACK_IMPORTED_MODULE_3__/* .resume */ .U)();
    try {
        return new _redaction_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .Secret */ .z(await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getIDToken */ .V9(audience));
    }
    catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        const detail = words.replaceAll(url, 'ACTIONS_ID_TOKEN_REQUEST_URL').replaceAll(token, '***');
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('OIDC_TOKEN_UNAVAILABLE', { detail: detail.replace(/\s+/g, ' ').trim() });
    }
}


/***/ }),

/***/ 14555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ subjectOf),
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
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


/***/ }),

/***/ 78732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ rememberSwitch),
/* harmony export */   No: () => (/* binding */ rememberPhase),
/* harmony export */   lT: () => (/* binding */ rememberedSwitch),
/* harmony export */   m3: () => (/* binding */ leaseMemory),
/* harmony export */   q3: () => (/* binding */ rememberedPhase),
/* harmony export */   uO: () => (/* binding */ rememberedLeases),
/* harmony export */   v6: () => (/* binding */ ended)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);

/** What main leaves for the post step, by its names in the runner's state. Written at once: main may be killed. */
const keys = { phase: 'phase', switch: 'switch', leases: 'leases' };
/** The phase of a run that told everything itself. */
const ended = 'ended';
/** Notes which phase the main step is in. */
function rememberPhase(phase) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ(keys.phase, phase);
}
/** The phase that was noted last; empty when main never began. */
function rememberedPhase() {
    return _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu(keys.phase);
}
/** Notes what is known of the switch; `undefined` where none began. */
function rememberSwitch(note) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ(keys.switch, note === undefined ? '' : JSON.stringify(note));
}
/** The switch that was noted last; undefined where none began. */
function rememberedSwitch() {
    const saved = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu(keys.switch);
    return saved === '' ? undefined : JSON.parse(saved);
}
/** Notes what a run holds only for its own time. */
function leaseMemory() {
    const held = new Map();
    return (id, note) => {
        held.delete(id);
        if (note !== undefined)
            held.set(id, note);
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ(keys.leases, held.size === 0 ? '' : JSON.stringify([...held.values()]));
    };
}
/** What was still held when it was noted last, in the order in which it was taken. */
function rememberedLeases() {
    const saved = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu(keys.leases);
    return saved === '' ? [] : JSON.parse(saved);
}


/***/ }),

/***/ 10386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qi: () => (/* binding */ incomingImage),
/* harmony export */   SN: () => (/* binding */ rollbackScript),
/* harmony export */   Wk: () => (/* binding */ deployLog),
/* harmony export */   Ym: () => (/* binding */ incomingJar),
/* harmony export */   cG: () => (/* binding */ adoptionRecordFile),
/* harmony export */   gZ: () => (/* binding */ applicationDirectory),
/* harmony export */   hr: () => (/* binding */ keptFile),
/* harmony export */   kR: () => (/* binding */ incomingDirectory),
/* harmony export */   kx: () => (/* binding */ carriedDirectory),
/* harmony export */   lN: () => (/* binding */ staticRoot),
/* harmony export */   oO: () => (/* binding */ staticDirectory),
/* harmony export */   or: () => (/* binding */ privateNames),
/* harmony export */   pS: () => (/* binding */ dataFolder),
/* harmony export */   qq: () => (/* binding */ inheritedEnvironmentFile),
/* harmony export */   t: () => (/* binding */ unpackedDirectory)
/* harmony export */ });
/** The folder of an application on the server. */
function applicationDirectory(app) {
    return `/docker/app/${app}`;
}
/** The guide's folder for the data of an application, on the server and in the container. */
function dataFolder(app) {
    return `${applicationDirectory(app)}/file-system`;
}
/** Where folders that were carried out of containers are, each below a word of the run that carried it: its time. */
function carriedDirectory(app) {
    return `${applicationDirectory(app)}/container-files`;
}
/** The list of containers that are kept since not all of their files could be carried, an id a line. */
function keptFile(app) {
    return `${carriedDirectory(app)}/kept`;
}
/** The file with a line for each deploy. */
function deployLog(app) {
    return `${applicationDirectory(app)}/deploy.log`;
}
/** The script that rolls back to an earlier release without a runner. */
function rollbackScript(app) {
    return `${applicationDirectory(app)}/rollback`;
}
/** The folder of the application's static sites, or of the one with these contents. */
function staticDirectory(app, sha256) {
    const folder = `${applicationDirectory(app)}/static`;
    return sha256 === undefined ? folder : `${folder}/${sha256}`;
}
/** What nginx serves of a static site: its own folder in the site's, so that the marker beside it is not served. */
function staticRoot(app, sha256) {
    return `${staticDirectory(app, sha256)}/files`;
}
/** The folder of uploads; there only while one waits. */
function incomingDirectory(app) {
    return `${applicationDirectory(app)}/releases/.incoming`;
}
/**
 * What `docker build` sees of a jar that is taken apart; there only while it builds. It is the same folder for every
 * release, since BuildKit keeps a copy of what it was sent from each.
 */
function unpackedDirectory(app) {
    return `${applicationDirectory(app)}/releases/.unpacked`;
}
/** The record of what was adopted. */
function adoptionRecordFile(app) {
    return `${applicationDirectory(app)}/adopted.json`;
}
/** The variables that an adopted container hands on, with their values, 0600: lines `NAME=value`. */
function inheritedEnvironmentFile(app) {
    return `${applicationDirectory(app)}/adopted.env`;
}
/**
 * Names in an application's folder that are root's: variables and scripts, and what the next run goes by. A folder of
 * copies beside `container-files/kept` may be mounted into a container; the folder of both may not.
 */
const privateNames = [
    'releases',
    'static',
    'current',
    'rollback',
    'adopted.json',
    'adopted.env',
    'deploy.log',
    'container-files/kept',
];
/** Where an uploaded jar waits, named by the SHA-256 of its contents: a broken upload is resumed by the next run. */
function incomingJar(app, sha256) {
    return `${incomingDirectory(app)}/${sha256}.jar`;
}
/** Where a base image waits that the runner sent, named by the SHA-256 of its archive. */
function incomingImage(app, sha256) {
    return `${incomingDirectory(app)}/${sha256}.image`;
}


/***/ }),

/***/ 79468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ releaseId),
/* harmony export */   F3: () => (/* binding */ isReleaseId),
/* harmony export */   Ns: () => (/* binding */ releaseIdForm)
/* harmony export */ });
/** Whether a word has the form of a release's id. */
function isReleaseId(word) {
    return new RegExp(`^${releaseIdForm}$`).test(word);
}
/** The form of a release's id, as a regular expression of JavaScript and of bash. */
const releaseIdForm = '[0-9]{8}T[0-9]{6}Z-[0-9A-Za-z]+';
/** A release's id. `commit` may be empty. */
function releaseId(at, commit) {
    const time = at
        .toISOString()
        .replace(/[-:]/g, '')
        .replace(/\.\d+Z$/, 'Z');
    return `${time}-${commit.slice(0, 7) || 'local'}`;
}


/***/ }),

/***/ 61458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ certificateState),
/* harmony export */   t: () => (/* binding */ certificateIssueMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** A status of Tencent's, by its number. */
function certificateState(state) {
    return states.get(state) ?? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`status ${state}`, `状态 ${state}`);
}
const states = new Map(Object.entries({
    '0': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('under review', '审核中'),
    '1': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('issued', '已签发'),
    '2': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('review failed', '审核失败'),
    '3': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('expired', '已过期'),
    '4': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('waiting for validation, DNS record added by Tencent Cloud', '待验证，腾讯云已自动添加 DNS 记录'),
    '6': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('being cancelled', '订单取消中'),
    '7': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('cancelled', '已取消'),
    '9': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('being revoked', '吊销中'),
    '10': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('revoked', '已吊销'),
    '11': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('being reissued', '重颁发中'),
    '12': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('waiting for a letter of revocation', '待上传吊销确认函'),
    '13': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('waiting for details of the applicant', '待提交资料'),
    '14': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('refunded', '已退款'),
    '15': (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('being migrated', '证书迁移中'),
}));
/** What the log says while Tencent Cloud issues a certificate. */
const certificateIssueMessages = {
    applied: (id, method) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Applied for certificate ${id} (${method}).`, `已提交证书申请 ${id}（${method}）。`),
    alreadyApplied: (id) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Another run has applied already: the action waits for certificate ${id}.`, `另一次运行已提交申请：等待证书 ${id}。`),
    noAnswer: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Tencent Cloud did not answer. The action checks whether the application was made.', '腾讯云未响应，正在检查申请是否已提交。'),
    autoRefused: (words) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Tencent Cloud cannot add the validation record itself, so the action adds it (${words}).`, `腾讯云无法自动添加验证记录，改由本 Action 添加（${words}）。`),
    progress: (state, detail, waited, left) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${state.en}${detail && ` (${detail})`}. Waited ${waited} s, ${left} s left.`, `${state.zh}${detail && `（${detail}）`}。已等待 ${waited} 秒，剩余 ${left} 秒。`),
    addByHand: (record) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The zone of the domain is not in this Tencent Cloud account. Add this record at your DNS provider now; the run waits for it: ${record}`, `该域名不在此腾讯云账号的云解析 DNS 中。请现在到 DNS 服务商处添加以下记录，本次运行会等待其生效：${record}`),
    notValidatedYet: (reason) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The validation does not pass yet: ${reason}`, `域名验证尚未通过：${reason}`),
    issued: (id, seconds) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Certificate ${id} is issued, after ${seconds} s.`, `证书 ${id} 已签发，用时 ${seconds} 秒。`),
    downloaded: (id, notAfter, issuer) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Certificate ${id} is complete and valid until ${notAfter} (issued by ${issuer}).`, `证书 ${id} 完整，有效期至 ${notAfter}（由 ${issuer} 签发）。`),
};


/***/ }),

/***/ 88698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _7: () => (/* binding */ firewallPage),
/* harmony export */   wu: () => (/* binding */ firewallName),
/* harmony export */   z7: () => (/* binding */ instancePage)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** Where Tencent Cloud's console has the inbound rules of a Lighthouse instance, or of a security group. */
function firewallPage(kind, id) {
    return kind === 'lighthouse'
        ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`https://console.cloud.tencent.com/lighthouse > ${id} > Firewall`, `https://console.cloud.tencent.com/lighthouse > ${id} > 防火墙`)
        : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`https://console.cloud.tencent.com/cvm/securitygroup > ${id} > Inbound rules`, `https://console.cloud.tencent.com/cvm/securitygroup > ${id} > 入站规则`);
}
/** Where the console has an instance. */
function instancePage(kind) {
    return kind === 'lighthouse'
        ? 'https://console.cloud.tencent.com/lighthouse/instance/index'
        : 'https://console.cloud.tencent.com/cvm/instance/index';
}
/** What Tencent calls the thing that has the rules. */
function firewallName(kind, id) {
    return kind === 'lighthouse'
        ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`the Lighthouse firewall of ${id}`, `轻量应用服务器 ${id} 的防火墙`)
        : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`security group ${id}`, `安全组 ${id}`);
}


/***/ }),

/***/ 21625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HR: () => (/* binding */ Failure),
  oo: () => (/* binding */ Failures),
  q0: () => (/* binding */ describe),
  V2: () => (/* binding */ failure),
  g8: () => (/* binding */ failureNamed),
  dJ: () => (/* binding */ failuresOf),
  kg: () => (/* binding */ gather),
  Kx: () => (/* binding */ throwAll)
});

// EXTERNAL MODULE: ./.build/lib/redaction/complaint.js
var complaint = __webpack_require__(59805);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/errors/action.js

const newIssue = 'https://github.com/deploy-miniprogram/deploy-miniprogram-backend/issues/new/choose';
/** How a script ended: `signal`, `no PROBE` where that was not asked, or its exit code. */
function ended(code) {
    const [, unasked] = /^no (\w+)$/.exec(code) ?? [];
    if (code === 'signal')
        return (0,messages_text/* text */.Qq)('ended by a signal', '被信号终止');
    if (unasked !== undefined)
        return (0,messages_text/* text */.Qq)(`no result for "${unasked}"`, `没有“${unasked}”的结果`);
    return (0,messages_text/* text */.Qq)(`exit code ${code}`, `退出码 ${code}`);
}
/** Failures of the action itself, and of its steps on the server in general. */
const actionErrors = {
    INTERNAL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The action met an error of its own: ${p.detail}`, `本 Action 自身出错：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('This is a defect of the action, not of your project.', '这是本 Action 的缺陷，不是你项目的问题。'),
        cure: (0,messages_text/* text */.Qq)(`Open an issue with this text and the log of the step: ${newIssue}`, `请带上这段文字和该步骤的日志提交 issue：${newIssue}`),
    }),
    CANCELLED: (_) => ({
        what: (0,messages_text/* text */.Qq)('The run was cancelled.', '运行已被取消。'),
        why: (0,messages_text/* text */.Qq)('Somebody, or a newer run of the same concurrency group, asked for it.', '由用户或同一并发组中较新的运行触发。'),
        cure: (0,messages_text/* text */.Qq)('Run again to deploy. What was prepared is removed now or by the next run. If the switch had begun, a warning says which version is live.', '如需部署请重新运行。已准备的内容会立即或由下次运行清理。如果切换已开始，警告会说明当前发布版本。'),
    }),
    SURVEY_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The server could not be inspected (${ended(p.code).en}).`, `无法检查服务器（${ended(p.code).zh}）。`),
        why: (0,messages_text/* text */.Qq)('Something on the server ended the read-only inspection script.', '只读检查脚本被外部终止。'),
        cure: (0,messages_text/* text */.Qq)('Run the step again. If it fails again, look at the server’s memory and disk (`free -m; df -h`) and at its last kernel messages (`dmesg | tail`).', '请重新运行。如仍失败，请检查服务器的内存和磁盘（`free -m; df -h`）以及最近的内核消息（`dmesg | tail`）。'),
    }),
    STEP_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The step ${p.step} failed (${ended(p.code).en}).`, `步骤 ${p.step} 失败（${ended(p.code).zh}）。`),
        why: (0,messages_text/* text */.Qq)('The output below shows what the server said.', '下方输出是服务器给出的信息。'),
        cure: (0,messages_text/* text */.Qq)('Fix what the output names, then run again. What this run prepared is removed now or by the next run.', '请按输出提示处理后重新运行。本次运行已准备的内容会立即或由下次运行清理。'),
    }),
    NOT_UNDONE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Not undone on ${p.host}, or not seen to be: ${p.steps}.`, `${p.host} 上未能撤销（或未能确认已撤销）的步骤：${p.steps}。`),
        why: (0,messages_text/* text */.Qq)('Undoing a step failed, the connection was lost, or the time of a cancelled run was over. The running version does not need what is left, and is untouched by it.', '撤销步骤失败、连接中断，或被取消的运行时间已到。残留内容与正在运行的版本无关，不影响其服务。'),
        cure: (0,messages_text/* text */.Qq)('Run the workflow again: it removes first what this run left. Nothing has to be removed by hand.', '请重新运行工作流：它会先清理本次运行的残留，无需手动删除。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/adoption.js

/** Failures of taking over what a set-up by hand left. */
const adoptionErrors = {
    ADOPTION_LOSES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Taking over the container ${p.container} would lose: ${p.what}`, `接管容器 ${p.container} 会丢失：${p.what}`),
        why: (0,messages_text/* text */.Qq)('Its mounts, variables, port, networks and user are taken over; for this an input is needed. Nothing was touched.', '其挂载、环境变量、端口、网络和用户会被接管；以上内容需要用参数说明。尚未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)([
            ...(p.first === '' ? [] : [`Run on the server first:\n${p.first}`]),
            ...(p.lines === ''
                ? []
                : [`Paste into the step’s \`with:\` what is to stay, or your own word on it:\n${p.lines}`]),
            ...(p.without === ''
                ? []
                : [
                    `No input keeps ${p.without}: put it into a Dockerfile of your own (input \`dockerfile\`), or do without it: name its mounts in \`volumes\`, then save the whole container before you remove it: \`${p.removal}\`.`,
                ]),
        ].join('\n'), [
            ...(p.first === '' ? [] : [`请先在服务器上执行：\n${p.first}`]),
            ...(p.lines === '' ? [] : [`请将需要保留的内容（或你自己的设置）粘贴到该步骤的 \`with:\` 中：\n${p.lines}`]),
            ...(p.without === ''
                ? []
                : [
                    `没有参数可以保留 ${p.without}：请写入自己的 Dockerfile（参数 \`dockerfile\`）；若不再需要，请在 \`volumes\` 中写明其挂载，并在删除容器之前先保存整个容器：\`${p.removal}\`。`,
                ]),
        ].join('\n')),
    }),
    ADOPTION_SEVERAL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The nginx server of ${p.domain}:${p.port} proxies to several containers: ${p.containers}`, `${p.domain}:${p.port} 的 nginx server 代理到多个容器：${p.containers}`),
        why: (0,messages_text/* text */.Qq)('The action takes over one container and cannot tell which of them is the application. Nothing was changed.', '本 Action 只接管一个容器，无法判断其中哪个是该应用。尚未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)(`Give the container of the application the name ${p.image} (such as \`docker rename ${p.container} ${p.image}\`), or have \`location /\` of that server proxy to it alone. If none of them is to be taken over, set \`adopt: false\` and choose another \`https-port\`. Then run again.`, `请将该应用的容器改名为 ${p.image}（例如 \`docker rename ${p.container} ${p.image}\`），或让该 server 的 \`location /\` 只代理到它；若都不需要接管，请设置 \`adopt: false\` 并改用其他 \`https-port\`。然后重新运行。`),
    }),
    ADOPTION_AUTO_REMOVE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The container ${p.container} was started with \`--rm\`: when it stops, Docker deletes it with its settings, its own files and its anonymous volumes.`, `容器 ${p.container} 以 \`--rm\` 启动：一旦停止，Docker 会将其连同设置、自身文件和匿名卷一起删除。`),
        why: (0,messages_text/* text */.Qq)('The switch stops the container and must be able to start it again. Nothing was changed.', '切换时会停止该容器，并且必须能够重新启动它。尚未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)(`1. Save its settings and files on the server first:\n${p.saves}\n2. Stop it (\`${p.saves.includes('docker pause') ? `docker unpause ${p.container}; ` : ''}docker stop ${p.container}\`), start it with the same \`docker run\` without \`--rm\`, the saved files mounted, and run again.`, `1. 请先在服务器上保存其设置和文件：\n${p.saves}\n2. 停止它（\`${p.saves.includes('docker pause') ? `docker unpause ${p.container}; ` : ''}docker stop ${p.container}\`），用相同的 \`docker run\` 去掉 \`--rm\`、挂载保存的文件后启动，再重新运行。`),
    }),
    ADOPTION_ORCHESTRATED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The container ${p.container} belongs to ${p.by}, which starts it again whenever it stops.`, `容器 ${p.container} 属于 ${p.by}，一旦停止就会被其重新启动。`),
        why: (0,messages_text/* text */.Qq)('Swarm or Kubernetes keeps it running; two would then fight for the port. Nothing was touched.', '它由 Swarm 或 Kubernetes 维持运行；接管后两者会争抢端口。尚未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)(`Copy what it holds outside its mounts first (\`docker diff ${p.container}\`, \`docker cp\`): it is deleted with the service. Then remove it there (Swarm: \`docker service rm ${p.by}\`; Kubernetes: delete its Deployment with \`kubectl\`), name its mounts in \`volumes\`, and run again.`, `请先复制其挂载之外的文件（\`docker diff ${p.container}\`、\`docker cp\`）：它们会随服务一起删除。然后在那里将其移除（Swarm：\`docker service rm ${p.by}\`；Kubernetes：用 \`kubectl\` 删除其 Deployment），在 \`volumes\` 中写明其挂载后重新运行。`),
    }),
    ADOPTED_NOT_RESTARTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The container ${p.container}, which was stopped for the switch, did not come back.`, `为切换而停止的容器 ${p.container} 未能恢复运行。`),
        why: (0,messages_text/* text */.Qq)('The switch was undone; its port may be held by another program, or the application does not start any more.', '切换已撤销；其端口可能被其他程序占用，或应用已无法启动。'),
        cure: (0,messages_text/* text */.Qq)(`On the server: \`docker start ${p.container}; docker logs --tail 50 ${p.container}\`. If Docker says "address already in use", \`ss -ltnp\` lists the program that holds the port: stop it, then start the container again. Its data is untouched.`, `在服务器上执行 \`docker start ${p.container}; docker logs --tail 50 ${p.container}\`。如果 Docker 提示 address already in use，请用 \`ss -ltnp\` 找到占用端口的程序，停止它后再启动容器。其数据未受影响。`),
    }),
    SERVER_BLOCK_SHARED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The nginx server in ${p.file}, line ${p.line}, serves ${p.domain}:${p.ports} together with other names and other ports.`, `${p.file} 第 ${p.line} 行的 nginx server 同时服务 ${p.domain}:${p.ports} 以及其他域名和端口。`),
        why: (0,messages_text/* text */.Qq)('One name on one port cannot be taken out of it alone.', '无法只从中移除一个域名的一个端口。'),
        cure: (0,messages_text/* text */.Qq)(`Split it: one server for ${p.domain} on ${p.ports} alone, further ones for its other names and ports. Test with \`nginx -t\`, and run again.`, `请将其拆分：一个 server 只服务 ${p.domain} 的 ${p.ports} 端口，其他域名和端口放在另外的 server 中；用 \`nginx -t\` 检查后重新运行。`),
    }),
    /** `upstream`: the name by which `proxy_pass` reaches the application. */
    SERVER_BLOCK_LOSES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Taking over the nginx server of ${p.domain}:${p.ports} in ${p.file}, line ${p.line}, would lose:\n${p.directives}`, `接管 ${p.file} 第 ${p.line} 行 ${p.domain}:${p.ports} 的 nginx server 会丢失：\n${p.directives}`),
        why: (0,messages_text/* text */.Qq)('The server that takes its place has nothing for these. Nothing was touched.', '替代它的 server 没有对应的内容。尚未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)(`Put what is to stay into \`nginx-snippet\` (for \`client_max_body_size\`: \`max-body-size\`). In a location that proxies to the application write \`proxy_pass http://${p.upstream};\`. \`location /\` exists already: put only the directives in it, outside of any block and without its \`proxy_pass\`. If nothing is to stay, set \`nginx-snippet: '# nothing'\`.`, `请将需要保留的内容写入 \`nginx-snippet\`（\`client_max_body_size\` 请用 \`max-body-size\`）。代理到本应用的 location 请写 \`proxy_pass http://${p.upstream};\`。\`location /\` 已存在：只需把其中的指令（\`proxy_pass\` 除外）直接写入，不要放在块中。如果都不需要保留，请设置 \`nginx-snippet: '# nothing'\`。`),
    }),
    STATIC_SERVER_LOSES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The admin site would take the place of the nginx server of ${p.domain}:${p.ports} in ${p.file}, line ${p.line}, and lose:\n${p.directives}`, `管理站点会替代 ${p.file} 第 ${p.line} 行 ${p.domain}:${p.ports} 的 nginx server，并丢失：\n${p.directives}`),
        why: (0,messages_text/* text */.Qq)('The admin site serves its own path and nothing else. Nothing was touched.', '管理站点只提供自己的路径。尚未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)('Where it is the same site at another path, set `static-site-path` to that. Else remove these directives by hand, move them to a server of another name, or leave `static-site` out.', '若是同一站点的不同路径，请将 `static-site-path` 设为该路径；否则请手工删除这些指令、移到其他域名的 server，或不使用 `static-site`。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/rollback.js

/** How one of the releases that are kept is chosen: `kept` has a line for each, its id first; empty: there is none. */
function chooseOf(kept) {
    const [first = ''] = String(kept).split(/\s/);
    return kept === ''
        ? (0,messages_text/* text */.Qq)('The server has no release to roll back to. Deploy the commit that you want to be live.', '服务器上没有可回滚的发布版本。请重新部署所需的提交。')
        : (0,messages_text/* text */.Qq)(`1. Choose one of the releases on the server:\n${kept}\n2. Run \`rollback\` with its id, such as \`release: ${first}\`.\n3. If the one you need is not listed, deploy its commit again.`, `1. 从服务器上的发布版本中选择一个：\n${kept}\n2. 用其编号运行 \`rollback\`，例如 \`release: ${first}\`。\n3. 如果所需的发布版本不在其中，请重新部署对应的提交。`);
}
/** The other way, where something else helps as well; empty where no release is kept. */
function orRollBackTo(kept) {
    return kept === ''
        ? (0,messages_text/* text */.Qq)('', '')
        : (0,messages_text/* text */.Qq)(` To roll back without it, set \`release\` to one of these:\n${kept}`, `如需不经部署直接回滚，请将 \`release\` 设为以下之一：\n${kept}`);
}
/** The existing container that was taken over, where it is the only thing that there was before. */
function orByHand(byHand) {
    return byHand === ''
        ? (0,messages_text/* text */.Qq)('', '')
        : (0,messages_text/* text */.Qq)(` The container that was taken over is kept, stopped, as ${byHand}.`, `被接管的旧容器已停止并保留，名为 ${byHand}。`);
}
/** Why a rollback does not begin. Nothing was touched. */
const rollbackErrors = {
    RELEASE_NOT_KEPT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Release ${p.release} of ${p.app} is not on the server.`, `服务器上没有 ${p.app} 的发布版本 ${p.release}。`),
        why: (0,messages_text/* text */.Qq)('It was pruned (see `keep-releases`), was never live, or belongs to another application.', '它可能已被清理（见 `keep-releases`）、从未上线，或属于其他应用。'),
        cure: chooseOf(p.kept),
    }),
    NO_PREVIOUS_RELEASE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.app} has no release before ${p.serving}, which is live.`, `${p.app} 在当前发布版本 ${p.serving} 之前没有其他发布版本。`),
        why: (0,messages_text/* text */.Qq)(`Without \`release\`, \`rollback\` goes to the newest release before the live one.${orByHand(p.byHand).en}`, `未给出 \`release\` 时，\`rollback\` 回滚到当前发布版本之前最新的一个。${orByHand(p.byHand).zh}`),
        cure: chooseOf(p.kept),
    }),
    LIVE_RELEASE_CHANGED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`When this rollback of ${p.app} began, ${p.seen} was live; now it is ${p.live}.`, `本次回滚 ${p.app} 开始时，当前发布版本为 ${p.seen}，现在为 ${p.live}。`),
        why: (0,messages_text/* text */.Qq)('Another run changed the live release while this one waited. Without `release`, this rollback would go to the release before the new one, which may not be the one you meant. It did not start.', '本次运行排队期间，另一次运行切换了发布版本。未给出 `release` 时，将回滚到新发布版本的上一个，这未必是你想要的，因此没有开始回滚。'),
        cure: chooseOf(p.kept),
    }),
    /** `part`: what is missing; `kept`: the other releases. */
    RELEASE_INCOMPLETE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Release ${p.release} of ${p.app} cannot be live again: ${p.path} is missing.`, `${p.app} 的发布版本 ${p.release} 无法再次上线：缺少 ${p.path}。`),
        why: (0,messages_text/* text */.Qq)('Somebody removed it from the server. Nothing was changed.', '它已从服务器上被删除。未做任何修改。'),
        cure: p.part === 'env'
            ? (0,messages_text/* text */.Qq)(`Set \`env\` to the variables of the container and run \`rollback\` again.${orRollBackTo(p.kept).en}`, `请在 \`env\` 中给出容器的环境变量，然后重新运行 \`rollback\`。${orRollBackTo(p.kept).zh}`)
            : chooseOf(p.kept),
    }),
    RELEASE_CONTAINER_KEPT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Release ${p.release} of ${p.app} still has its old container ${p.container}.`, `${p.app} 的发布版本 ${p.release} 仍保留着旧容器 ${p.container}。`),
        why: (0,messages_text/* text */.Qq)('It was kept because it holds files that are nowhere else. A new container would take its place in the records. Nothing was changed.', '该容器中有别处没有的文件，因此被保留。新容器会取代它的记录。尚未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)(`Save its files (\`docker cp ${p.container}:<folder> <folder>\` on the server), remove it by \`docker rm ${p.container}\`, and run the rollback again; or go to another release.`, `请在服务器上保存其文件（\`docker cp ${p.container}:<目录> <目录>\`），用 \`docker rm ${p.container}\` 删除后再次回滚；或回滚到其他发布版本。`),
    }),
    RELEASE_CONTAINER_THERE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Release ${p.release} of ${p.app} still has its old container ${p.container}, which was not removed.`, `${p.app} 的发布版本 ${p.release} 的旧容器 ${p.container} 仍然存在，尚未删除。`),
        why: (0,messages_text/* text */.Qq)('A release has one container. A new one would take its place in the records, and nobody checked whether its files are needed. Nothing was changed.', '一个发布版本只有一个容器。新容器会取代它的记录，而其中的文件是否还需要并未确认。尚未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)(`Run \`deploy\`, which makes a release of its own, or go to another release. To go to this one, see what the container holds (\`docker diff ${p.container}\` on the server), save what you need (\`docker cp ${p.container}:<folder> <folder>\`), remove it by \`docker rm ${p.container}\`, and run the rollback again.`, `请运行 \`deploy\`（会创建新的发布版本），或回滚到其他版本。若要回滚到此版本，请在服务器上查看容器中的文件（\`docker diff ${p.container}\`），保存需要的内容（\`docker cp ${p.container}:<目录> <目录>\`），用 \`docker rm ${p.container}\` 删除后再次回滚。`),
    }),
    RELEASE_SERVES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Release ${p.release} of ${p.app} is live already, with other variables than \`env\` gives.`, `${p.app} 当前已是发布版本 ${p.release}，但其变量与 \`env\` 给出的不同。`),
        why: (0,messages_text/* text */.Qq)('A rollback sets the variables of the release that it goes to; it does not change those of the live one.', '回滚只为目标发布版本设置变量，不会修改当前发布版本的变量。'),
        cure: (0,messages_text/* text */.Qq)('To change variables, run `deploy`. To verify that the release is live, leave `env` out.', '要修改变量，请运行 `deploy`。若只想确认该发布版本正常运行，请不要给出 `env`。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/application-asked.js


/** Whichever of name and domain was asked for. */
function whatIsNotThere({ app, domain, port }) {
    if (app === '' && domain === '')
        return (0,messages_text/* text */.Qq)('No application is deployed on this server.', '该服务器上没有部署任何应用。');
    if (app === '')
        return (0,messages_text/* text */.Qq)(`No application is deployed for ${domain}:${port} on this server.`, `该服务器上没有为 ${domain}:${port} 部署的应用。`);
    if (domain === '')
        return (0,messages_text/* text */.Qq)(`${app} is not deployed on this server.`, `该服务器上没有部署应用 ${app}。`);
    return (0,messages_text/* text */.Qq)(`${app} is not deployed for ${domain} on this server.`, `该服务器上没有为 ${domain} 部署应用 ${app}。`);
}
/** Failures to find the application, or its record, that `rollback`, `renew` or `status` asks for. */
const applicationAskedErrors = {
    APPLICATION_NOT_FOUND: (p) => ({
        what: whatIsNotThere(p),
        why: (0,messages_text/* text */.Qq)(`The action looked for the nginx files and release records that it writes itself. Found there: ${p.found}`, `已查找由本 Action 写入的 nginx 文件和发布版本记录。找到的应用：${p.found}`),
        cure: (0,messages_text/* text */.Qq)('Set `app` to the name of one of these applications, or `domain` and `https-port` to its address. If there is none, run `deploy` once.', '请用 `app` 指定其中某个应用的名称，或填写其 `domain` 和 `https-port`。如果没有任何应用，请先运行一次 `deploy`。'),
    }),
    APPLICATION_AMBIGUOUS: (p) => ({
        what: (0,messages_text/* text */.Qq)('It is not clear which application is meant.', '无法确定所指的应用。'),
        why: (0,messages_text/* text */.Qq)(`Several applications are deployed on this server: ${p.found}`, `该服务器上部署了多个应用：${p.found}`),
        cure: (0,messages_text/* text */.Qq)('Set `app` to the name of one of them, or `domain` and `https-port` to its address.', '请用 `app` 指定其中一个的名称，或填写其 `domain` 和 `https-port`。'),
    }),
    /** `kept`: the releases that `rollback` can go to; empty: another command asks, or there are none. */
    RELEASE_NOT_RECORDED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The record of release ${p.release} of ${p.app}, which is live, is not on the server.`, `服务器上没有 ${p.app} 当前发布版本 ${p.release} 的记录。`),
        why: (0,messages_text/* text */.Qq)(`The record should be in ${p.folder}. Somebody removed it, or another version of the action wrote it in another form.`, `该记录应在 ${p.folder} 中，可能已被删除，或由本 Action 的其他版本以另一种格式写入。`),
        cure: (0,messages_text/* text */.Qq)(`Run \`deploy\` once: it writes a new record. Then run this command again.${orRollBackTo(p.kept).en}`, `请运行一次 \`deploy\` 以写入新的记录，然后重新运行本命令。${orRollBackTo(p.kept).zh}`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/certificate.js

/** Failures of a certificate and its key, found before anything on the server is touched. */
const certificateErrors = {
    CERTIFICATE_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.source} holds no readable certificate: ${p.detail}`, `${p.source} 中没有可读取的证书：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('A chain is PEM text: one or more blocks from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.', '证书链应为 PEM 文本：一个或多个从 -----BEGIN CERTIFICATE----- 到 -----END CERTIFICATE----- 的段落。'),
        cure: (0,messages_text/* text */.Qq)('Download the certificate in its nginx form and give the whole text of the file *_bundle.crt (not .pfx, .jks or .csr).', '请下载 nginx 格式的证书，并填写 *_bundle.crt 文件的全部内容（不是 .pfx、.jks 或 .csr）。'),
    }),
    CERTIFICATE_KEY_IN_CHAIN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.source} holds a private key beside the certificates.`, `${p.source} 中除证书外还包含私钥。`),
        why: (0,messages_text/* text */.Qq)('A chain is public and handled as such: the key would have been written where anybody may read it.', '证书链是公开内容，会按公开内容处理；其中的私钥会被写到任何人都能读取的地方。'),
        cure: (0,messages_text/* text */.Qq)('Move the block -----BEGIN ... PRIVATE KEY----- to `certificate-key`, from a secret of its own. If the chain was kept as a plain variable or in the repository, have the certificate issued again with a new key.', '请把 -----BEGIN ... PRIVATE KEY----- 段落移到 `certificate-key`，并使用单独的 secret。如果该证书链曾以普通变量或文件形式保存在仓库中，请更换私钥并重新申请证书。'),
    }),
    CERTIFICATE_KEY_INVALID: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.source} holds no readable private key (found: ${p.found}).`, `${p.source} 中没有可读取的私钥（实际内容：${p.found}）。`),
        why: (0,messages_text/* text */.Qq)('A key is PEM text that begins with -----BEGIN PRIVATE KEY-----, -----BEGIN RSA PRIVATE KEY----- or -----BEGIN EC PRIVATE KEY-----.', '私钥应为 PEM 文本，以 -----BEGIN PRIVATE KEY-----、-----BEGIN RSA PRIVATE KEY----- 或 -----BEGIN EC PRIVATE KEY----- 开头。'),
        cure: (0,messages_text/* text */.Qq)('Give the whole text of the file *.key that came with the certificate, its first and last line included.', '请填写随证书一起下载的 *.key 文件的全部内容，包括首行和末行。'),
    }),
    CERTIFICATE_KEY_ENCRYPTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The private key in ${p.source} is encrypted with a passphrase.`, `${p.source} 中的私钥使用了密码加密。`),
        why: (0,messages_text/* text */.Qq)('nginx would ask for the passphrase at every start, and nobody is there to type it.', 'nginx 每次启动都会询问该密码，而届时没有人可以输入。'),
        cure: (0,messages_text/* text */.Qq)('Decrypt it once on your own machine (openssl pkey -in encrypted.key -out plain.key) and keep the result as the secret.', '请在自己的电脑上解密一次（openssl pkey -in encrypted.key -out plain.key），并把结果保存为 secret。'),
    }),
    CERTIFICATE_KEY_MISMATCH: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The private key in ${p.keySource} does not belong to the certificate of ${p.subject} in ${p.source}.`, `${p.keySource} 中的私钥与 ${p.source} 中 ${p.subject} 的证书不匹配。`),
        why: (0,messages_text/* text */.Qq)('The public key in the certificate is not the one that this private key makes. Usually one of the two is left from an earlier certificate.', '证书中的公钥与该私钥不对应。通常是其中之一仍为旧证书的文件。'),
        cure: (0,messages_text/* text */.Qq)('Update both from the same download: *_bundle.crt and *.key.', '请使用同一次下载得到的 *_bundle.crt 和 *.key 同时更新两者。'),
    }),
    CERTIFICATE_NAMES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The certificate in ${p.source} is not valid for ${p.domain}. It is valid for: ${p.names}`, `${p.source} 中的证书不适用于 ${p.domain}。该证书适用的域名：${p.names}`),
        why: (0,messages_text/* text */.Qq)('The names in its extension subjectAltName count, nothing else; *.example.com covers api.example.com, but neither example.com nor a.b.example.com.', '只有证书 subjectAltName 扩展中的域名有效；*.example.com 包含 api.example.com，但不包含 example.com，也不包含 a.b.example.com。'),
        cure: (0,messages_text/* text */.Qq)(`Apply for a certificate for ${p.domain}, or correct \`domain\`.`, `请为 ${p.domain} 申请证书，或改正 \`domain\`。`),
    }),
    CERTIFICATE_EXPIRED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The certificate of ${p.subject} in ${p.source} expired at ${p.notAfter}.`, `${p.source} 中 ${p.subject} 的证书已于 ${p.notAfter} 过期。`),
        why: (0,messages_text/* text */.Qq)("No client accepts an expired certificate, whether it is the server's own or one above it in the chain.", '无论是服务器证书还是证书链中的上级证书，过期后任何客户端都不再接受。'),
        cure: (0,messages_text/* text */.Qq)('Apply for a new certificate, download its nginx form and update the chain and the key.', '请申请新证书，下载 nginx 格式，并同时更新证书链和私钥。'),
    }),
    CERTIFICATE_NOT_YET_VALID: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The certificate of ${p.subject} in ${p.source} is valid only from ${p.notBefore} on.`, `${p.source} 中 ${p.subject} 的证书从 ${p.notBefore} 起才有效。`),
        why: (0,messages_text/* text */.Qq)(`By the clock of this runner it is ${p.now}.`, `运行器的当前时间为 ${p.now}。`),
        cure: (0,messages_text/* text */.Qq)('Wait until then or use a certificate that is valid now; if the time above is wrong, correct the clock of the (self-hosted) runner.', '请等到该时间，或换用当前有效的证书；如果上面的当前时间不对，请校准（自托管）运行器的时钟。'),
    }),
    CERTIFICATE_CHAIN_INCOMPLETE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The chain in ${p.source} is incomplete: the certificate of "${p.missing}", which issued that of "${p.subject}", is missing.`, `${p.source} 中的证书链不完整：缺少签发“${p.subject}”的上级证书“${p.missing}”。`),
        why: (0,messages_text/* text */.Qq)('A server has to send every certificate between its own and a root that phones know. Browsers on a computer fetch a missing one by themselves, WeChat does not (request:fail ssl hand shake error). An authority of your own is not known to any phone.', '服务器必须发送从自身证书到手机内置根证书之间的全部证书。电脑浏览器会自动补全缺失的证书，微信不会（request:fail ssl hand shake error）。自建的证书颁发机构不被任何手机信任。'),
        cure: (0,messages_text/* text */.Qq)(`Download the certificate in its nginx form and use the file *_bundle.crt, which holds the whole chain${p.url ? `; or append the missing certificate, converted to PEM, from ${p.url}` : ''}.`, `请下载 nginx 格式的证书，并使用包含完整证书链的 *_bundle.crt 文件${p.url ? `；或从 ${p.url} 下载缺少的证书，转换为 PEM 后追加到末尾` : ''}。`),
    }),
    CERTIFICATE_CHAIN_UNTRUSTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The chain in ${p.source} ends at "${p.root}", which is not a trusted authority.`, `${p.source} 中的证书链终止于“${p.root}”，它不是受信任的证书颁发机构。`),
        why: (0,messages_text/* text */.Qq)('The certificate is self-signed or comes from a private authority. WeChat accepts only authorities that are built into phones.', '该证书是自签名证书，或由私有机构签发。微信只接受手机系统内置的证书颁发机构。'),
        cure: (0,messages_text/* text */.Qq)("Use a certificate of a public authority (the free one of Tencent Cloud, or Let's Encrypt). For a test with an authority of your own, give the step the file with its root: `env: { NODE_EXTRA_CA_CERTS: root.pem }`.", "请使用公共证书颁发机构签发的证书（腾讯云免费证书或 Let's Encrypt）。如需用自建机构进行测试，请在该步骤中给出其根证书文件：`env: { NODE_EXTRA_CA_CERTS: root.pem }`。"),
    }),
    CERTIFICATE_NOT_RENEWED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The certificate of ${p.domain} is due and was not renewed (${p.code}). The current one stays live until ${p.until}.`, `${p.domain} 的证书应当续期但未成功（${p.code}）。继续使用旧证书，其到期时间为 ${p.until}。`),
        why: (0,messages_text/* text */.Qq)('A deploy continues while the current certificate is valid. The reason is in the next warning.', '旧证书仍有效时部署继续进行。未能签发新证书的原因见另一条提示。'),
        cure: (0,messages_text/* text */.Qq)(`Remove the cause. The next deploy, or \`command: renew\`, tries again; after ${p.until} no client accepts the current certificate.`, `请排除该原因。下一次部署或 \`command: renew\` 会再次尝试；${p.until} 之后任何客户端都不再接受旧证书。`),
    }),
    CERTIFICATE_NOT_FOUND: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The server has no certificate that is valid for ${p.domain}.`, `服务器上没有对 ${p.domain} 有效的证书。`),
        why: (0,messages_text/* text */.Qq)(`Looked at what nginx names and under /etc/nginx/ssl. Found there, and why it cannot serve: ${p.found}`, `已查看 nginx 引用的证书和 /etc/nginx/ssl。找到的证书及其不可用的原因：${p.found}`),
        cure: (0,messages_text/* text */.Qq)('Give `certificate-chain` and `certificate-key` (the nginx form of the download), or put the pair under /etc/nginx/ssl on the server.', '请提供 `certificate-chain` 和 `certificate-key`（下载的 nginx 格式），或将证书和私钥放到服务器的 /etc/nginx/ssl 下。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/certificate-acme.js

/** The authority's own words. */
function wordsOf({ host, type, detail }) {
    return (0,messages_text/* text */.Qq)(`${host} answers: ${detail} (${type})`, `${host} 返回：${detail}（${type}）`);
}
/** What is wrong with a certificate; the page of errors has no more than a name for it. */
function foundIn(found) {
    const words = typeof found === 'string' ? (0,messages_text/* verbatim */.Bj)(found) : found;
    return (0,messages_text/* text */.Qq)(`Found in it: ${words.en}`, `发现的问题：${words.zh}`);
}
/** Failures of a certificate that an ACME authority is to issue. What serves is left as it is by all of them. */
const certificateAcmeErrors = {
    ACME_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The ACME authority ${p.host} does not answer${p.proxy === undefined ? '' : ` through the proxy ${p.proxy}`}: ${p.reason}.`, `${p.proxy === undefined ? '' : `经由代理 ${p.proxy} 访问 `}ACME 机构 ${p.host} 没有应答：${p.reason}。`),
        why: (0,messages_text/* text */.Qq)('The runner cannot connect to the authority: its network, a proxy or `acme-directory` is wrong, or the authority is down.', '运行器无法连接该机构：网络、代理或 `acme-directory` 有误，或者该机构自身出现故障。'),
        cure: (0,messages_text/* text */.Qq)(`On the runner, \`curl -v ${p.proxy === undefined ? '' : `-x ${p.proxy} `}https://${p.host}\` shows what is wrong. If the runner needs a proxy, set \`https_proxy\` in \`env\` of the step. If the authority uses a private root, give its certificate by NODE_EXTRA_CA_CERTS. Otherwise run again later.`, `在运行器上执行 \`curl -v ${p.proxy === undefined ? '' : `-x ${p.proxy} `}https://${p.host}\` 可以看到原因。如果运行器需要代理，请在该步骤的 \`env\` 中设置 \`https_proxy\`；如果该机构使用私有根证书，请通过 NODE_EXTRA_CA_CERTS 提供；否则请稍后重新运行。`),
    }),
    ACME_DIRECTORY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`acme-directory\` is not an ACME directory: ${p.url}`, `\`acme-directory\` 不是 ACME 目录：${p.url}`),
        why: p.answer === ''
            ? (0,messages_text/* text */.Qq)(`The page has no https URL for: ${p.missing}.`, `该页面缺少以下 https URL：${p.missing}。`)
            : (0,messages_text/* text */.Qq)(`The server answers ${p.answer}, without a directory.`, `服务器返回 ${p.answer}，其中没有目录。`),
        cure: (0,messages_text/* text */.Qq)('Copy the directory URL from the documentation of the authority. Let’s Encrypt’s is https://acme-v02.api.letsencrypt.org/directory, which is used if you remove the input.', '请从该机构的文档复制目录 URL。Let’s Encrypt 的目录为 https://acme-v02.api.letsencrypt.org/directory，删除该参数即使用此目录。'),
    }),
    ACME_EXTERNAL_ACCOUNT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} issues certificates only to accounts that were registered on its website.`, `${p.host} 仅向在其网站注册过的账号签发证书。`),
        why: (0,messages_text/* text */.Qq)('Its directory requires external account binding, which the action does not support.', '其目录要求外部账号绑定（EAB），本 Action 不支持。'),
        cure: (0,messages_text/* text */.Qq)('Remove `acme-directory` to use Let’s Encrypt, or set `certificate: tencent`.', '请删除 `acme-directory` 以使用 Let’s Encrypt，或设置 `certificate: tencent`。'),
    }),
    ACME_ACCOUNT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} does not accept the ACME account of this server (${p.type}).`, `${p.host} 不接受本服务器的 ACME 账号（${p.type}）。`),
        why: wordsOf(p),
        cure: (0,messages_text/* text */.Qq)(`If the authority does not like the address, correct \`acme-email\` or remove it. If it has closed the account, move its key away on the server, and the next run registers a new account: mv ${p.keyFile} ${p.keyFile}.old`, `如果是邮箱地址的问题，请改正或删除 \`acme-email\`。如果账号已被该机构停用，请在服务器上移走其私钥，下次运行会注册新账号：mv ${p.keyFile} ${p.keyFile}.old`),
    }),
    ACME_RATE_LIMITED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} issues no certificate now: a rate limit is reached${p.until === undefined ? '' : `, until ${p.until}`}.`, `${p.host} 暂不签发证书：已达到频率限制${p.until === undefined ? '' : `，${p.until} 之后可重试`}。`),
        why: (0,messages_text/* text */.Qq)(`${p.host} answers: ${p.detail}`, `${p.host} 返回：${p.detail}`),
        cure: (0,messages_text/* text */.Qq)(`Run again ${p.until === undefined ? 'when the limit allows it' : `after ${p.until}`}. Limits count for the domain as a whole, so other servers and subdomains may have used them up. While you test, use the staging directory of the authority.`, `请在${p.until === undefined ? '限制解除' : ` ${p.until} `}之后重新运行。限制按整个主域名计算，可能已被其他服务器或子域名用完。测试时请使用该机构的测试（staging）目录。`),
    }),
    ACME_CHALLENGE_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} could not verify that ${p.domain} is yours (${p.type}).`, `${p.host} 未能验证 ${p.domain} 归你所有（${p.type}）。`),
        why: wordsOf(p),
        cure: (0,messages_text/* text */.Qq)(`The action had put the TXT record \`${p.record}\` into DNSPod. Check that the domain uses the name servers of DNSPod, and that nobody changed the record: \`dig +trace TXT ${p.record}\`. If the domain has CAA records, they must allow this authority. Then run again.`, `本 Action 已在 DNSPod 添加 TXT 记录 \`${p.record}\`。请确认域名使用 DNSPod 的 DNS 服务器，且该记录未被改动：\`dig +trace TXT ${p.record}\`。如果域名有 CAA 记录，须允许该机构签发。然后重新运行。`),
    }),
    ACME_PENDING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} has not issued the certificate of ${p.domain} after ${p.seconds} seconds.`, `等待 ${p.seconds} 秒后，${p.host} 仍未签发 ${p.domain} 的证书。`),
        why: (0,messages_text/* text */.Qq)(`The authority takes longer than \`certificate-timeout\`. Its order stays open: ${p.order}`, `该机构的处理时间超过了 \`certificate-timeout\`。订单仍然有效：${p.order}`),
        cure: (0,messages_text/* text */.Qq)('Run again later: the next run resumes this order and uses the same key. If this happens often, increase `certificate-timeout`.', '请稍后重新运行：下次运行会继续该订单并使用同一私钥。如果经常如此，请增大 `certificate-timeout`。'),
    }),
    ACME_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} refuses to issue the certificate (${p.type}).`, `${p.host} 拒绝签发证书（${p.type}）。`),
        why: wordsOf(p),
        cure: (0,messages_text/* text */.Qq)('Fix what the authority names, then run again. If it does not issue for this domain at all, set `acme-directory` to another authority, or `certificate: tencent`.', '请按该机构的说明处理后重新运行。如果它完全不为该域名签发证书，请将 `acme-directory` 改为其他机构，或设置 `certificate: tencent`。'),
    }),
    ACME_CERTIFICATE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} issued a certificate that cannot be served for ${p.domain}.`, `${p.host} 签发的证书不能用于 ${p.domain}。`),
        why: foundIn(p.found),
        cure: (0,messages_text/* text */.Qq)('A staging directory issues certificates that nobody trusts: set `acme-directory` to the production one, or give its root by NODE_EXTRA_CA_CERTS to test with it. Otherwise run again: a new certificate is ordered.', '测试（staging）目录签发的证书不受信任：请将 `acme-directory` 改为正式目录；如需用于测试，请通过 NODE_EXTRA_CA_CERTS 提供其根证书。否则请重新运行：会重新申请证书。'),
    }),
    ACME_KEY_UNMADE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The server could not make a key or a certificate request in ${p.folder}.`, `服务器未能在 ${p.folder} 中生成私钥或证书请求。`),
        why: (0,messages_text/* text */.Qq)('The output of openssl below shows the reason.', '原因见下方 openssl 的输出。'),
        cure: (0,messages_text/* text */.Qq)('Make sure that `openssl version` works on the server and that its disk has free space, then run again.', '请确认服务器上可以执行 `openssl version` 且磁盘有剩余空间，然后重新运行。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/certificate-input.js

/** Failures of the inputs that say where the certificate comes from. */
const certificateInputErrors = {
    INPUT_CERTIFICATE_SOURCE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` is given beside credentials of Tencent Cloud, and \`certificate\` does not say which of them counts.`, `同时给出了 \`${p.name}\` 和腾讯云凭证，但 \`certificate\` 未说明使用哪一种证书。`),
        why: (0,messages_text/* text */.Qq)('With credentials, `certificate` is `tencent` by default: the certificate is issued by Tencent Cloud, and this input would have no effect.', '给出凭证时 `certificate` 默认为 `tencent`：证书由腾讯云签发，该参数不会生效。'),
        cure: (0,messages_text/* text */.Qq)('Set `certificate: provided` to serve your own pair, or remove `certificate-chain` and `certificate-key`.', '如需使用自己的证书，请设置 `certificate: provided`；否则请删除 `certificate-chain` 和 `certificate-key`。'),
    }),
    INPUT_ACME_DIRECTORY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`acme-directory\` cannot be "${p.value}".`, `\`acme-directory\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is the https URL of a directory (RFC 8555), without user, query or fragment.', '它应为 ACME 目录（RFC 8555）的 https URL，不含用户名、查询参数和片段。'),
        cure: (0,messages_text/* text */.Qq)('Copy it from the documentation of the authority, or remove the input for Let’s Encrypt.', '请从 ACME 机构的文档复制，或删除该参数以使用 Let’s Encrypt。'),
    }),
    INPUT_EMAIL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`acme-email\` cannot be "${p.value}".`, `\`acme-email\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is one e-mail address in ASCII.', '它应为一个 ASCII 邮箱地址。'),
        cure: (0,messages_text/* text */.Qq)('Give an address such as `ops@example.com`, or remove the input.', '请填写如 `ops@example.com` 的地址，或删除该参数。'),
    }),
    INPUT_RENEW_EXISTING: (_) => ({
        what: (0,messages_text/* text */.Qq)('`renew` cannot renew the certificate of the server: `certificate` is `existing`.', '`renew` 无法更新服务器上的证书：`certificate` 为 `existing`。'),
        why: (0,messages_text/* text */.Qq)('An `existing` certificate is renewed on the server by whoever put it there. Without credentials and PEM texts, `existing` is the default.', '`existing` 证书由放置它的人在服务器上自行续期。如果既未给出凭证也未给出 PEM 文本，则默认为 `existing`。'),
        cure: (0,messages_text/* text */.Qq)('Give `tencent-secret-id` and `tencent-secret-key`, and `certificate: tencent` or `acme`, to have it issued and renewed; or `certificate-chain` and `certificate-key` to install a pair of your own. To serve a pair that was renewed in its place, run `deploy`.', '如需签发并自动续期证书，请提供 `tencent-secret-id` 和 `tencent-secret-key`，并设置 `certificate: tencent` 或 `acme`；如需安装自己的证书，请提供 `certificate-chain` 和 `certificate-key`。若证书已在原处续期，请运行 `deploy` 使其生效。'),
    }),
};

// EXTERNAL MODULE: ./.build/lib/messages/certificate-issue.js
var certificate_issue = __webpack_require__(61458);
;// CONCATENATED MODULE: ./.build/lib/messages/errors/certificate-issue.js


const consoleUrl = 'https://console.cloud.tencent.com/ssl';
/** Failures while Tencent Cloud issues a certificate. */
const certificateIssueErrors = {
    /** `record`, `value`: the record that the authority does not see, `NAME TYPE`; empty where it is not known. */
    CERTIFICATE_PENDING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Tencent Cloud has not issued the certificate for ${p.domain} within ${p.seconds} s (${p.id}: ${(0,certificate_issue/* certificateState */.j)(p.state).en}).`, `腾讯云在 ${p.seconds} 秒内未签发 ${p.domain} 的证书（${p.id}：${(0,certificate_issue/* certificateState */.j)(p.state).zh}）。`),
        why: p.record
            ? (0,messages_text/* text */.Qq)(`The authority does not see the validation record: ${p.record} ${p.value}`, `证书颁发机构未查到验证记录：${p.record} ${p.value}`)
            : (0,messages_text/* text */.Qq)('Validation and review usually take minutes. They can take hours when the authority is busy.', '验证和审核通常需要几分钟，证书颁发机构繁忙时可能需要数小时。'),
        cure: p.record
            ? (0,messages_text/* text */.Qq)(`1. Check the record: \`dig ${p.record}\` must return ${p.value}. If the DNS of the domain is at another provider, add the record there. 2. Run again: the next run continues this application and does not apply twice.`, `1. 检查该记录：\`dig ${p.record}\` 应返回 ${p.value}。如果域名的 DNS 在其他服务商处，请在该服务商处添加。2. 重新运行：下次运行会继续此申请，不会重复申请。`)
            : (0,messages_text/* text */.Qq)('Run again later: the next run continues this application and does not apply twice. To wait longer in one run, raise `certificate-timeout`.', '请稍后重新运行：下次运行会继续此申请，不会重复申请。如需单次运行等待更久，请增大 `certificate-timeout`。'),
    }),
    CERTIFICATE_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Tencent Cloud does not issue certificate ${p.id} for ${p.domain}: ${(0,certificate_issue/* certificateState */.j)(p.status).en} (status ${p.status}).`, `腾讯云未签发 ${p.domain} 的证书 ${p.id}：${(0,certificate_issue/* certificateState */.j)(p.status).zh}（状态 ${p.status}）。`),
        why: p.message
            ? (0,messages_text/* text */.Qq)(`Tencent Cloud says: ${p.message}`, `腾讯云返回：${p.message}`)
            : (0,messages_text/* text */.Qq)('The application was cancelled or refused; Tencent Cloud gives no reason.', '该申请已被取消或拒绝，腾讯云未说明原因。'),
        cure: (0,messages_text/* text */.Qq)(`Open certificate ${p.id} at ${consoleUrl} and fix what it names. If the validation timed out, run again: the action applies for a new one. If the authority rejects the domain, open a ticket or use \`certificate: acme\`.`, `请在 ${consoleUrl} 打开证书 ${p.id}，按提示处理。如果是验证超时，请重新运行，本 Action 会重新申请。如果证书颁发机构拒绝该域名，请提交工单，或改用 \`certificate: acme\`。`),
    }),
    /** `message`: Tencent's own words as they are. */
    CERTIFICATE_QUOTA: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Tencent Cloud issues no more certificates for ${p.domain} at present: ${p.message}`, `腾讯云目前不再为 ${p.domain} 签发证书：${p.message}`),
        why: (0,messages_text/* text */.Qq)(`A limit of the account or the domain is used up (${p.code}).`, `账号或域名的配额已用完（${p.code}）。`),
        cure: (0,messages_text/* text */.Qq)(`Delete expired or unused free certificates at ${consoleUrl}, then run again. Or use \`certificate: acme\`, which has limits of its own.`, `请在 ${consoleUrl} 删除已过期或不再使用的免费证书，然后重新运行；或改用 \`certificate: acme\`（配额另计）。`),
    }),
    CERTIFICATE_ACCOUNT_NOT_VERIFIED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Tencent Cloud issues no certificate for ${p.domain}: the account has not passed real-name verification.`, `腾讯云无法为 ${p.domain} 签发证书：账号未通过实名认证。`),
        why: (0,messages_text/* text */.Qq)(`Tencent Cloud answers: ${p.detail}`, `腾讯云返回：${p.detail}`),
        cure: (0,messages_text/* text */.Qq)('Complete the verification at https://console.cloud.tencent.com/developer, then run again.', '请在 https://console.cloud.tencent.com/developer 完成实名认证，然后重新运行。'),
    }),
    CERTIFICATE_PACKAGE_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The download of certificate ${p.id} for ${p.domain} has no certificate with its key.`, `${p.domain} 的证书 ${p.id} 的下载内容中没有证书及其私钥。`),
        why: (0,messages_text/* text */.Qq)(`Files with PEM text in it: ${p.found || 'none'}.`, `其中的 PEM 文件：${p.found || '无'}。`),
        cure: (0,messages_text/* text */.Qq)(`Download the certificate at ${consoleUrl} and look for its key. If it was applied for with your own CSR, Tencent Cloud does not have the key: use \`certificate-chain\` and \`certificate-key\`, or delete that certificate.`, `请在 ${consoleUrl} 下载该证书并查看是否包含私钥。如果申请时使用了自己的 CSR，腾讯云没有私钥：请使用 \`certificate-chain\` 和 \`certificate-key\`，或删除该证书。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/user.js

/** What is warned of over the user that a container runs as, and what it may write to. */
const userErrors = {
    /** `folders`: `chown` lines, one a line; empty: nothing is mounted, or root can write to all. */
    USER_CHANGED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application runs as user ${p.to} from now on; the version before it runs as ${p.from}.`, `应用今后以用户 ${p.to} 运行；之前的版本以 ${p.from} 运行。`),
        why: whyUser(p.by),
        cure: p.folders === ''
            ? (0,messages_text/* text */.Qq)(`If that is not intended, keep the earlier user: \`docker-options: --user ${p.from}\``, `如果这不是预期结果，请保留原用户：\`docker-options: --user ${p.from}\``)
            : (0,messages_text/* text */.Qq)(`If it must change files that the earlier version wrote, run on the server:\n${p.folders}\nOr keep the earlier user: \`docker-options: --user ${p.from}\``, `如果应用需要修改之前版本写入的文件，请在服务器上执行：\n${p.folders}\n或保留原用户：\`docker-options: --user ${p.from}\``),
    }),
    /** `path` on the server, `files` some that it cannot change: empty where it cannot write to the folder itself. */
    MOUNT_NOT_WRITABLE: (p) => ({
        what: p.files === ''
            ? (0,messages_text/* text */.Qq)(`User ${p.user} of the container cannot write to ${p.path} (owner ${p.owner}, mode ${p.mode}).`, `容器中的用户 ${p.user} 无法写入 ${p.path}（属主 ${p.owner}，权限 ${p.mode}）。`)
            : (0,messages_text/* text */.Qq)(`User ${p.user} of the container cannot change some files in ${p.path}: ${p.files}`, `容器中的用户 ${p.user} 无法修改 ${p.path} 中的部分文件：${p.files}`),
        why: (0,messages_text/* text */.Qq)('The server was asked as this user and its groups, without writing. Folders and files that exist keep their owner.', '已在服务器上以该用户及其用户组检查（不写入）。已存在的文件夹和文件保持原属主。'),
        cure: (0,messages_text/* text */.Qq)(`On the server: ${p.chown}\nIf the application only reads it, mount it read-only: add \`:ro\` to its line in \`volumes\`.`, `在服务器上执行：${p.chown}\n如果应用只读取它，请以只读方式挂载：在 \`volumes\` 的该行末尾加 \`:ro\`。`),
    }),
    MOUNT_READ_ONLY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Nobody can write to ${p.path}, which the container mounts for writing.`, `容器以可写方式挂载了 ${p.path}，但任何用户都无法写入。`),
        why: (0,messages_text/* text */.Qq)('Not even root can: its file system is mounted read-only, or the folder is immutable (`chattr +i`).', '连 root 也无法写入：其文件系统以只读方式挂载，或该文件夹被设为不可修改（`chattr +i`）。'),
        cure: (0,messages_text/* text */.Qq)(`See \`findmnt -T ${p.path}\` and \`lsattr -d ${p.path}\` on the server. If the application only reads it, write \`${p.volume}\` in \`volumes\`.`, `请在服务器上查看 \`findmnt -T ${p.path}\` 和 \`lsattr -d ${p.path}\`。如果应用只读取它，请在 \`volumes\` 中写 \`${p.volume}\`。`),
    }),
    /** `place` in the container, `elsewhere` a line of `volumes` that puts it where the user gets to. */
    MOUNT_OUT_OF_REACH: (p) => ({
        what: (0,messages_text/* text */.Qq)(`User ${p.user} of the container cannot reach ${p.place}, where ${p.path} is mounted.`, `容器中的用户 ${p.user} 无法访问 ${p.place}（${p.path} 的挂载点）。`),
        why: (0,messages_text/* text */.Qq)('A folder of the image above it is closed to this user, as `/root` is to all but root.', '其上级的镜像文件夹不允许该用户访问，例如 `/root` 只允许 root 访问。'),
        cure: (0,messages_text/* text */.Qq)(`Replace the line of this mount by one with another path of the container, and have the application use that path:\n${p.elsewhere}`, `请将该挂载的行改为容器内的其他路径，并让应用使用新路径：\n${p.elsewhere}`),
    }),
    /** What the log of an application that answers says. */
    PATH_NOT_WRITABLE: (p) => ({ what: whatPath(p), why: whyPath(p), cure: curePath(p) }),
    STOP_SIGNAL_LOST: (p) => ({
        what: typeof p.line !== 'number'
            ? (0,messages_text/* text */.Qq)(`The application in container ${p.container} does not get ${p.signal}: the first process of the container, \`${p.process}\`, does not react to it.`, `容器 ${p.container} 中的应用收不到 ${p.signal}：容器的首个进程 \`${p.process}\` 不处理该信号。`)
            : (0,messages_text/* text */.Qq)(`In container ${p.container} the application may not get ${p.signal}: line ${p.line} of the Dockerfile has a shell start it.`, `容器 ${p.container} 中的应用可能收不到 ${p.signal}：Dockerfile 第 ${p.line} 行由 shell 启动应用。`),
        why: (0,messages_text/* text */.Qq)(`Docker then waits up to ${p.seconds} s whenever it stops a version, and kills it: graceful shutdown, \`@PreDestroy\` and open transactions are cut off. A shell does not pass the signal on, and dash (Debian, Ubuntu) never gives its place to the program that it starts.`, `这样 Docker 每次停止版本时最多等待 ${p.seconds} 秒，然后强制终止：优雅停机、\`@PreDestroy\` 和未完成的事务都会被中断。shell 不会转发该信号，dash（Debian、Ubuntu）也不会被其启动的程序替换。`),
        cure: cureSignal(p.program),
    }),
};
/** What closed mounts may have to do with a failure. */
function cureMounts(mounts) {
    return (0,messages_text/* text */.Qq)(`\nThe application runs as user ${mounts.user}, who cannot write to ${mounts.paths}. If it has to, run on the server:\n${mounts.chown}`, `\n应用以用户 ${mounts.user} 运行，该用户无法写入 ${mounts.paths}。如果应用需要写入，请在服务器上执行：\n${mounts.chown}`);
}
/** That an application cannot write to a path, and as whom. */
function whatPath(p) {
    const user = p.user === '' ? (0,messages_text/* text */.Qq)('', '') : (0,messages_text/* text */.Qq)(`: it runs as user ${p.user}`, `：它以用户 ${p.user} 运行`);
    return (0,messages_text/* text */.Qq)(`The application in container ${p.container} cannot write to ${p.path}${user.en}.`, `容器 ${p.container} 中的应用无法写入 ${p.path}${user.zh}。`);
}
/** Why it cannot. */
function whyPath(p) {
    if (p.readOnly !== '')
        return (0,messages_text/* text */.Qq)('Its log says so. The path is mounted read-only.', '应用日志如此记录。该路径以只读方式挂载。');
    return p.chown === ''
        ? (0,messages_text/* text */.Qq)('Its log says so. The image does not let this user write there.', '应用日志如此记录。镜像不允许该用户写入该路径。')
        : (0,messages_text/* text */.Qq)('Its log says so. The path is in a mounted folder that belongs to another user.', '应用日志如此记录。该路径位于属于其他用户的挂载文件夹中。');
}
/** How it can. */
function curePath(p) {
    if (p.readOnly !== '') {
        return (0,messages_text/* text */.Qq)(`Remove \`:ro\` from the line \`${p.readOnly}\` of \`volumes\`.`, `请从 \`volumes\` 的 \`${p.readOnly}\` 一行中去掉 \`:ro\`。`);
    }
    const chown = p.chown === '' ? undefined : (0,messages_text/* text */.Qq)(`On the server:\n${p.chown}`, `在服务器上执行：\n${p.chown}`);
    const mount = p.volumes === ''
        ? undefined
        : (0,messages_text/* text */.Qq)(`Mount a folder there; the next deploy creates it with the right owner:\n${p.volumes}`, `请在该路径挂载文件夹；下次部署会以正确的属主创建它：\n${p.volumes}`);
    const ways = [chown, mount].filter((way) => way !== undefined);
    if (ways.length > 0)
        return (0,messages_text/* text */.Qq)(ways.map(({ en }) => en).join('\n'), ways.map(({ zh }) => zh).join('\n'));
    return (0,messages_text/* text */.Qq)(`In \`env\`, set the variable that names this path to a mounted folder, such as \`${p.mounted}\` (for the log of Spring Boot: \`LOGGING_FILE_NAME=${p.mounted}/app.log\`).`, `请在 \`env\` 中将指定该路径的环境变量设为已挂载的文件夹，例如 \`${p.mounted}\`（Spring Boot 日志：\`LOGGING_FILE_NAME=${p.mounted}/app.log\`）。`);
}
function whyUser(by) {
    switch (by) {
        case 'docker-options':
            return (0,messages_text/* text */.Qq)('`docker-options` names the user.', '由 `docker-options` 指定用户。');
        case 'taken-over':
            return (0,messages_text/* text */.Qq)('It goes on as the container that was taken over ran.', '沿用被接管容器的用户。');
        case 'dockerfile':
            return (0,messages_text/* text */.Qq)('The Dockerfile names the user.', '由 Dockerfile 指定用户。');
        case 'base-image':
            return (0,messages_text/* text */.Qq)('The base image decides: the Dockerfile has no USER.', '由基础镜像决定：Dockerfile 中没有 USER。');
        default:
            return (0,messages_text/* text */.Qq)('The owner of the mounted folders decides, unless a Dockerfile or `docker-options` names a user.', '除非 Dockerfile 或 `docker-options` 指定了用户，否则由挂载文件夹的属主决定。');
    }
}
function cureSignal(program) {
    if (program === 'java') {
        return (0,messages_text/* text */.Qq)('Remove the JVM option `-Xrs`, and `STOPSIGNAL` from the Dockerfile.', '请去掉 JVM 选项 `-Xrs`，以及 Dockerfile 中的 `STOPSIGNAL`。');
    }
    if (program !== 'sh') {
        return (0,messages_text/* text */.Qq)('Have it handle SIGTERM, or put an init process in front: `docker-options: --init`', '请让它处理 SIGTERM，或在其前面加 init 进程：`docker-options: --init`');
    }
    return (0,messages_text/* text */.Qq)('In the Dockerfile use the exec form, `ENTRYPOINT ["java", "-jar", "app.jar"]`; with variables, or in a script, start it with `exec`: `ENTRYPOINT exec java $JAVA_OPTS -jar app.jar`', '请在 Dockerfile 中使用 exec 形式 `ENTRYPOINT ["java", "-jar", "app.jar"]`；需要变量或使用脚本时，用 `exec` 启动：`ENTRYPOINT exec java $JAVA_OPTS -jar app.jar`');
}

;// CONCATENATED MODULE: ./.build/lib/messages/errors/application.js


/** Failures of the application itself, seen on the server. */
const applicationErrors = {
    /** `denied`: a path that it cannot write to, where its log says so. */
    APPLICATION_EXITED: (p) => {
        const what = (0,messages_text/* text */.Qq)(`The application in container ${p.container} ended with exit code ${p.exitCode} (restarts: ${p.restarts}).`, `容器 ${p.container} 中的应用已退出，退出码 ${p.exitCode}（重启次数：${p.restarts}）。`);
        if (typeof p.denied === 'object')
            return deniedTexts(what, p.denied);
        const mounts = typeof p.mounts === 'object' ? cureMounts(p.mounts) : (0,messages_text/* text */.Qq)('', '');
        return {
            what,
            why: (0,messages_text/* text */.Qq)('Its last log lines usually name the cause: a database that it cannot reach, a missing setting, a port that is in use.', '原因通常就在最后几行日志中：数据库无法连接、缺少配置或端口被占用。'),
            cure: (0,messages_text/* text */.Qq)(`Read the log lines shown with this error, correct the application or its \`env\`, \`files\` and \`spring-profile\`, and deploy again.${mounts.en}`, `请查看随本错误显示的日志，修正应用或其 \`env\`、\`files\`、\`spring-profile\`，然后重新部署。${mounts.zh}`),
        };
    },
    /** `memory`: the limit; empty: it has none. `enough`: one that suffices rather, `percentage` of it for the heap. */
    APPLICATION_OUT_OF_MEMORY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} was killed for want of memory (restarts: ${p.restarts}).`, `容器 ${p.container} 中的应用因内存不足被终止（重启次数：${p.restarts}）。`),
        why: (0,messages_text/* text */.Qq)('Docker (OOMKilled) or the kernel’s log reports it: the application went beyond the limit of `memory`, or the server ran out of memory.', 'Docker（OOMKilled）或内核日志显示：应用超出了 `memory` 限制，或服务器内存已耗尽。'),
        cure: p.memory === ''
            ? (0,messages_text/* text */.Qq)('See what uses the memory of the server (`free -m`, `ps aux --sort=-rss | head`), stop what is not needed, add swap, or choose a larger server.', '请查看服务器内存占用（`free -m`、`ps aux --sort=-rss | head`），停止不需要的程序、增加 swap，或升级服务器。')
            : (0,messages_text/* text */.Qq)(`Set \`memory: ${p.enough}\` instead of ${p.memory}, with \`java-options: -XX:MaxRAMPercentage=${p.percentage}\` so that the heap leaves room for the rest of the JVM.`, `请将 \`memory\` 由 ${p.memory} 改为 \`memory: ${p.enough}\`，并设置 \`java-options: -XX:MaxRAMPercentage=${p.percentage}\`，让堆为 JVM 的其余部分留出空间。`),
    }),
    APPLICATION_OTHER_PORT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Nothing listens on port ${p.port} in container ${p.container}; the application listens on: ${p.listening}`, `容器 ${p.container} 中没有程序监听端口 ${p.port}；应用监听的端口：${p.listening}`),
        why: (0,messages_text/* text */.Qq)('The application runs on another port than `app-port` (server.port in its configuration, profile or `env`).', '应用正在运行，但其端口与 `app-port` 不一致（由配置、profile 或 `env` 中的 server.port 决定）。'),
        cure: (0,messages_text/* text */.Qq)(`Set \`app-port\` to the port it listens on, or server.port to ${p.port}.`, `请将 \`app-port\` 设为应用实际监听的端口，或将 server.port 设为 ${p.port}。`),
    }),
    MANAGEMENT_OTHER_PORT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Nothing listens on port ${p.port}, the actuator's port, in container ${p.container}; the application listens on: ${p.listening}`, `容器 ${p.container} 中没有程序监听 actuator 的端口 ${p.port}；应用监听的端口：${p.listening}`),
        why: (0,messages_text/* text */.Qq)('management.server.port in the configuration of the jar is another port than the one in force, or the actuator did not start.', 'jar 配置中的 management.server.port 与实际生效的端口不同，或 actuator 没有启动。'),
        cure: (0,messages_text/* text */.Qq)(`Add \`MANAGEMENT_SERVER_PORT=${p.port}\` to \`env\`, or ask the application's own port: \`health-path: /\` and \`health-status: 200-499\`.`, `请在 \`env\` 中加入 \`MANAGEMENT_SERVER_PORT=${p.port}\`，或改为检查应用自身的端口：\`health-path: /\` 和 \`health-status: 200-499\`。`),
    }),
    APPLICATION_LISTENS_LOCALLY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} listens on the container's loopback only (port ${p.port}).`, `容器 ${p.container} 中的应用只在容器的回环地址上监听（端口 ${p.port}）。`),
        why: (0,messages_text/* text */.Qq)(`${p.key} is localhost: nginx and the health check come from outside the container and cannot reach it.`, `${p.key} 为 localhost：nginx 和健康检查来自容器之外，无法访问。`),
        cure: (0,messages_text/* text */.Qq)(`Remove ${p.key} from the configuration, or set: \`${p.setting}\``, `请从配置中移除 ${p.key}，或设置：\`${p.setting}\``),
    }),
    APPLICATION_DOWN: (p) => {
        const what = (0,messages_text/* text */.Qq)(`The application in container ${p.container} does not answer its health check on port ${p.port} (container: ${p.status}, restarts: ${p.restarts}).`, `容器 ${p.container} 中的应用未通过端口 ${p.port} 上的健康检查（容器状态：${p.status}，重启次数：${p.restarts}）。`);
        if (typeof p.denied === 'object')
            return deniedTexts(what, p.denied);
        const mounts = typeof p.mounts === 'object' ? cureMounts(p.mounts) : (0,messages_text/* text */.Qq)('', '');
        return {
            what,
            why: (0,messages_text/* text */.Qq)('The fault is in the application itself: the request was made on the server, without nginx and without any firewall in between.', '问题出在应用本身：该请求在服务器内部发出，未经过 nginx 和任何防火墙。'),
            cure: (0,messages_text/* text */.Qq)(`Read the log lines shown with this error. If the application only starts slowly, raise \`health-timeout\`; if its health page is at another path, set \`health-path\` and \`health-status\`.${mounts.en}`, `请查看随本错误显示的日志。如果应用只是启动较慢，请提高 \`health-timeout\`；如果健康检查地址不同，请设置 \`health-path\` 和 \`health-status\`。${mounts.zh}`),
        };
    },
};
/** The texts of a failure whose cause is a path that the application cannot write to. */
function deniedTexts(what, denied) {
    const path = whatPath(denied);
    return {
        what: (0,messages_text/* text */.Qq)(`${what.en} ${path.en}`, `${what.zh}${path.zh}`),
        why: whyPath(denied),
        cure: curePath(denied),
    };
}

;// CONCATENATED MODULE: ./.build/lib/messages/errors/bridge.js

/** Has programs listen on the address of Docker's bridge before Docker has made it, as after a reboot. */
const nonlocal = "`echo 'net.ipv4.ip_nonlocal_bind = 1' > /etc/sysctl.d/90-nonlocal-bind.conf && sysctl -p /etc/sysctl.d/90-nonlocal-bind.conf`";
/** What keeps a program listening on the bridge where it starts before Docker. */
function listenEarly(en, zh) {
    return (0,messages_text/* text */.Qq)(`So that ${en} listens there even if Docker starts later after a reboot, run once: ${nonlocal}`, `为了在服务器重启后 Docker 启动较晚时${zh}仍能监听该地址，请执行一次：${nonlocal}`);
}

;// CONCATENATED MODULE: ./.build/lib/messages/errors/database.js


const earlyRedis = listenEarly('Redis', ' Redis ');
const early = listenEarly('PostgreSQL or MySQL', ' PostgreSQL 或 MySQL ');
/** Failures of an application that does not get at its database, or another service that it needs, told by its log. */
const databaseErrors = {
    DATABASE_AT_LOCALHOST: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} looks for its database at localhost, and there is none.`, `容器 ${p.container} 中的应用在 localhost 上寻找数据库，但那里没有数据库。`),
        why: (0,messages_text/* text */.Qq)('Inside a container, localhost and 127.0.0.1 are the container itself, not the server that it runs on.', '在容器内，localhost 和 127.0.0.1 指容器自身，而不是容器所在的服务器。'),
        cure: (0,messages_text/* text */.Qq)(`For a database on the server, write host.docker.internal instead of localhost, in the configuration of the jar or by this setting, which takes precedence over it (keep the rest of the URL): \`${p.settings}\`\nThe database must also listen for containers (README, "A database on the server").`, `如果数据库在本服务器上：请将 localhost 改为 host.docker.internal，可修改 jar 中的配置，或使用以下优先级更高的设置（URL 的其余部分保持不变）：\`${p.settings}\`\n数据库还须监听容器可达的地址（见 README“服务器上的数据库”）。`),
    }),
    REDIS_AT_LOCALHOST: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} looks for Redis at localhost, and there is none.`, `容器 ${p.container} 中的应用在 localhost 上寻找 Redis，但那里没有 Redis。`),
        why: (0,messages_text/* text */.Qq)('Inside a container, localhost and 127.0.0.1 are the container itself, not the server that it runs on.', '在容器内，localhost 和 127.0.0.1 指容器自身，而不是容器所在的服务器。'),
        cure: (0,messages_text/* text */.Qq)(`For Redis on the server: \`${p.settings}\`\nRedis must also listen for containers: in redis.conf, \`bind 127.0.0.1 172.17.0.1\` and a \`requirepass\` (give that password to the application); then restart it. ${earlyRedis.en}`, `如果 Redis 在本服务器上：\`${p.settings}\`\nRedis 还须监听容器可达的地址：在 redis.conf 中设置 \`bind 127.0.0.1 172.17.0.1\` 和 \`requirepass\`（并把该密码告知应用），然后重启 Redis。${earlyRedis.zh}`),
    }),
    SERVICE_AT_LOCALHOST: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The configuration of the application names localhost: ${p.keys}`, `应用的配置指向 localhost：${p.keys}`),
        why: (0,messages_text/* text */.Qq)('Inside a container, localhost and 127.0.0.1 are the container itself, not the server that it runs on.', '在容器内，localhost 和 127.0.0.1 指容器自身，而不是容器所在的服务器。'),
        cure: (0,messages_text/* text */.Qq)(`For services on the server, set (keep the rest of a URL): \`${p.settings}\`\nThey must also listen for containers (README, "A database on the server").`, `如果这些服务在本服务器上，请设置（URL 的其余部分保持不变）：\`${p.settings}\`\n这些服务还须监听容器可达的地址（见 README“服务器上的数据库”）。`),
    }),
    DATABASE_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} reaches the host of its database, but nothing listens on the port there.`, `容器 ${p.container} 中的应用能到达数据库所在主机，但该端口上没有程序监听。`),
        why: (0,messages_text/* text */.Qq)('The connection was refused. As installed, MariaDB, MySQL and PostgreSQL often listen on 127.0.0.1 only, which no container reaches; or the database does not run, or has another port.', '连接被拒绝。MariaDB、MySQL 和 PostgreSQL 安装后往往只监听容器无法到达的 127.0.0.1；也可能是数据库未运行，或端口不同。'),
        cure: (0,messages_text/* text */.Qq)(`For a database on the server, let it listen on the address of Docker's bridge too, and restart it (172.17.0.1; \`ip -4 address show docker0\` shows it).\nMariaDB 10.11, MySQL 8.0.13 and later: \`bind-address = 127.0.0.1,172.17.0.1\` (README, "A database on the server"). Earlier ones take one address: \`bind-address = 172.17.0.1\`.\nPostgreSQL: \`listen_addresses = 'localhost,172.17.0.1'\` in postgresql.conf, and \`host all all 172.16.0.0/12 scram-sha-256\` in pg_hba.conf.\n${early.en}\n\`ss -ltn\` shows whether it listens there.`, `如果数据库在本服务器上：请让它同时监听 Docker 网桥地址（172.17.0.1；可用 \`ip -4 address show docker0\` 查看），然后重启数据库。\nMariaDB 10.11、MySQL 8.0.13 及更高版本：\`bind-address = 127.0.0.1,172.17.0.1\`（见 README“服务器上的数据库”）。更早的版本只接受一个地址：\`bind-address = 172.17.0.1\`。\nPostgreSQL：在 postgresql.conf 中设置 \`listen_addresses = 'localhost,172.17.0.1'\`，并在 pg_hba.conf 中加入 \`host all all 172.16.0.0/12 scram-sha-256\`。\n${early.zh}\n用 \`ss -ltn\` 确认是否已监听。`),
    }),
    DATABASE_SILENT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} gets no answer from the address of its database.`, `容器 ${p.container} 中的应用连接数据库地址时没有得到任何应答。`),
        why: (0,messages_text/* text */.Qq)('A firewall in between usually drops the packets: that of the server, if ufw or firewalld is active, or the allowlist of a cloud database.', '通常是中间的防火墙丢弃了数据包：服务器上启用的 ufw 或 firewalld，或云数据库的白名单。'),
        cure: (0,messages_text/* text */.Qq)(`For a database on the server, allow containers only.\nufw: \`ufw allow in on docker0 to any port ${p.port} proto tcp\`\nfirewalld: \`firewall-cmd --permanent --add-rich-rule='rule family=ipv4 source address=172.17.0.0/16 port port=${p.port} protocol=tcp accept' && firewall-cmd --reload\`\nWith \`network\`, use that network's bridge and subnet (\`docker network inspect\` shows the subnet). For a database elsewhere, allow the server's address there.`, `如果数据库在本服务器上，请只放行容器。\nufw：\`ufw allow in on docker0 to any port ${p.port} proto tcp\`\nfirewalld：\`firewall-cmd --permanent --add-rich-rule='rule family=ipv4 source address=172.17.0.0/16 port port=${p.port} protocol=tcp accept' && firewall-cmd --reload\`\n使用 \`network\` 时，请改为该网络的网桥和网段（\`docker network inspect\` 会显示网段）。如果数据库在别处：请在那里放行本服务器的地址。`),
    }),
    DATABASE_NAME_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} cannot find the address of its database's host name.`, `容器 ${p.container} 中的应用无法解析数据库的主机名。`),
        why: (0,messages_text/* text */.Qq)('The name is misspelt, or it is known in another place only: names of containers are known on a Docker network of their own.', '主机名有误，或只在别处有效：容器名只在其所属的 Docker 网络内可以解析。'),
        cure: (0,messages_text/* text */.Qq)('For a database on the server write host.docker.internal. For one in another container, set `network` to the Docker network of that container (`docker network ls`). For one elsewhere, run `getent hosts NAME` on the server to see whether the name is known.', '如果数据库在本服务器上，请使用 host.docker.internal；如果在另一个容器中，请将 `network` 设为该容器所在的 Docker 网络（`docker network ls`）；如果在别处，请在服务器上用 `getent hosts NAME` 检查能否解析。'),
    }),
    DATABASE_ACCESS_DENIED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} reaches its database, which turns its user away.`, `容器 ${p.container} 中的应用能连接到数据库，但数据库拒绝了其用户。`),
        why: (0,messages_text/* text */.Qq)("`Access denied ... (using password` or `password authentication failed` in its log: user or password is wrong, or the user may not come from the container's address; `is not allowed to connect` or `no pg_hba.conf entry`: no user may; `to database`: it has no rights there.", '日志中的 `Access denied ... (using password` 或 `password authentication failed`：用户名或密码错误，或该用户不允许来自容器的地址；`is not allowed to connect` 或 `no pg_hba.conf entry`：不允许来自该地址的任何用户；`to database`：该用户没有此数据库的权限。'),
        cure: (0,messages_text/* text */.Qq)('Check user and password in `env` (SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD; with Druid often SPRING_DATASOURCE_DRUID_USERNAME and _PASSWORD). In the database, the user must be allowed to come from containers: in MariaDB and MySQL `app@\'172.16.0.0/255.240.0.0\'`, not `app@localhost` (README, "A database on the server"); in PostgreSQL `host all all 172.16.0.0/12 scram-sha-256` in pg_hba.conf, then `systemctl reload postgresql`.', "请检查 `env` 中的用户名和密码（SPRING_DATASOURCE_USERNAME 和 SPRING_DATASOURCE_PASSWORD；使用 Druid 时常为 SPRING_DATASOURCE_DRUID_USERNAME 和 _PASSWORD）。数据库中的用户须允许来自容器：MariaDB 和 MySQL 为 `app@'172.16.0.0/255.240.0.0'`，而不是 `app@localhost`（见 README“服务器上的数据库”）；PostgreSQL 须在 pg_hba.conf 中有 `host all all 172.16.0.0/12 scram-sha-256`，然后执行 `systemctl reload postgresql`。"),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/dns.js

/** The kind of record that holds an address. */
function aRecord(address) {
    const name = address.includes(':') ? 'AAAA' : 'A';
    return { name, en: `an ${name}`, zh: name };
}
/** The value of a record; `-`: the server's public address is not known. */
function value(address) {
    return address === '-'
        ? (0,messages_text/* text */.Qq)('the public address of the server (see the console of its cloud)', '服务器的公网地址（见云控制台）')
        : (0,messages_text/* text */.Qq)(address, address);
}
/** What becomes of the records of a name that leads elsewhere; those of the other kind of address stay. */
function correction({ domain, found, expected }) {
    const { name, en } = aRecord(expected);
    const wrong = String(found)
        .split(', ')
        .filter((address) => address.includes(':') === expected.includes(':'));
    if (wrong.length === 0) {
        return (0,messages_text/* text */.Qq)(`add ${en} record for ${domain} with the value ${expected}`, `为 ${domain} 添加 ${name} 记录，记录值为 ${expected}`);
    }
    if (wrong.length === 1) {
        return (0,messages_text/* text */.Qq)(`change the ${name} record of ${domain} to ${expected}`, `将 ${domain} 的 ${name} 记录改为 ${expected}`);
    }
    return (0,messages_text/* text */.Qq)(`change one ${name} record of ${domain} to ${expected} and delete its other ${name} records`, `将 ${domain} 的一条 ${name} 记录改为 ${expected}，并删除其余的 ${name} 记录`);
}
/** Failures of where the name leads. */
const dnsErrors = {
    DNS_NOT_FOUND: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain} has no address.`, `域名 ${p.domain} 没有解析记录。`),
        why: (0,messages_text/* text */.Qq)('The resolver of this runner knows no A or AAAA record of it. A record that was just made may take some minutes.', '运行器的解析器查不到它的 A 或 AAAA 记录。刚添加的记录可能需要几分钟才能生效。'),
        cure: (0,messages_text/* text */.Qq)(`At the DNS provider of the domain (DNSPod: https://console.cloud.tencent.com/cns), add ${aRecord(p.expected).en} record for ${p.domain} with the value ${value(p.expected).en}. Then run the command \`verify\`.`, `请在域名的 DNS 服务商处（DNSPod：https://console.cloud.tencent.com/cns）为 ${p.domain} 添加 ${aRecord(p.expected).zh} 记录，记录值为 ${value(p.expected).zh}，然后运行 \`verify\` 命令。`),
    }),
    PUBLIC_ADDRESS_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The public address of the server is not known, so ${p.domain} cannot be bound to it.`, `服务器的公网地址未知，无法将 ${p.domain} 解析到它。`),
        why: (0,messages_text/* text */.Qq)('No public IPv4 address was found: not in `public-ip`, not at the instance in the account, not at the metadata service of the server, and `host` does not resolve to one.', '未找到公网 IPv4 地址：未设置 `public-ip`，账号中的实例和服务器的元数据服务均未给出，`host` 也未解析到公网地址。'),
        cure: (0,messages_text/* text */.Qq)('Set `public-ip` to the public IPv4 address of the server, or `dns: false`.', '请将 `public-ip` 设为服务器的公网 IPv4 地址，或设置 `dns: false`。'),
    }),
    DNS_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The resolver did not say where ${p.domain} leads (${p.detail}).`, `解析器未能给出 ${p.domain} 的解析结果（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('The name servers of the domain or the resolver of this runner did not answer in time.', '该域名的 DNS 服务器或运行器的解析器未及时响应。'),
        cure: (0,messages_text/* text */.Qq)(`Run the command \`verify\` again. If the result is the same, ask another resolver: \`nslookup ${p.domain} 119.29.29.29\`. If it answers, the resolver of the runner is at fault: on a self-hosted runner, set another one. If it does not answer either, check the name servers of the domain at its registrar.`, `请再次运行 \`verify\` 命令。如果结果相同，请换一个解析器查询：\`nslookup ${p.domain} 119.29.29.29\`。如果有应答，则是运行器的解析器有问题：自托管运行器请改用其他解析器。如果仍无应答，请在域名注册商处检查该域名的 DNS 服务器。`),
    }),
    DNS_ELSEWHERE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain} resolves to ${p.found}, not to this server (${p.expected}).`, `域名 ${p.domain} 解析到 ${p.found}，而不是本服务器（${p.expected}）。`),
        why: (0,messages_text/* text */.Qq)('Its record still holds an earlier address, or an old answer is still in a cache.', '其解析记录仍为旧地址，或旧的解析结果仍在缓存中。'),
        cure: (0,messages_text/* text */.Qq)(`At the DNS provider of the domain (DNSPod: https://console.cloud.tencent.com/cns), ${correction(p).en}. Wait for its TTL, then run the command \`verify\`. If ${p.expected} is not the public address of the server, set \`public-ip\`.`, `请在域名的 DNS 服务商处（DNSPod：https://console.cloud.tencent.com/cns）${correction(p).zh}，等待 TTL 到期后运行 \`verify\` 命令。如果 ${p.expected} 不是服务器的公网地址，请设置 \`public-ip\`。`),
    }),
    DNS_SEVERAL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain} resolves to several addresses: ${p.found}. Only ${p.expected} is this server.`, `域名 ${p.domain} 解析到多个地址：${p.found}。其中只有 ${p.expected} 是本服务器。`),
        why: (0,messages_text/* text */.Qq)('Several A records are used in turn: a part of the requests goes to the other address.', '多条 A 记录会被轮流使用：一部分请求会到达其他地址。'),
        cure: (0,messages_text/* text */.Qq)(`At the DNS provider of the domain (DNSPod: https://console.cloud.tencent.com/cns), delete the ${aRecord(p.expected).name} records of ${p.domain} other than ${p.expected}. Then run the command \`verify\`.`, `请在域名的 DNS 服务商处（DNSPod：https://console.cloud.tencent.com/cns）删除 ${p.domain} 中除 ${p.expected} 以外的 ${aRecord(p.expected).name} 记录，然后运行 \`verify\` 命令。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/host-firewall.js

const thenEn = 'Then run the command `verify`. The deployment stays as it is.';
const thenZh = '然后运行 `verify` 命令。部署保持不变。';
const keepEn = 'To keep this after a reboot, make the same change where the rules are loaded from (/etc/nftables.conf, /etc/iptables/rules.v4, or the program that wrote them).';
const keepZh = '如需重启后仍有效，请在规则的来源处做相同修改（/etc/nftables.conf、/etc/iptables/rules.v4，或写入规则的程序）。';
/** What else is to be done so that a change lasts; ufw and firewalld see to that themselves. */
function keep(program) {
    return program === 'ufw' || program === 'firewalld' ? (0,messages_text/* text */.Qq)('', '') : (0,messages_text/* text */.Qq)(`${keepEn} `, keepZh);
}
/** Failures that the server's own packet filters cause. `rule` names the table, the chain and the rule in it. */
const hostFirewallErrors = {
    HOST_FIREWALL_CLOSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The firewall on the server (${p.program}) blocks TCP port ${p.port}: ${p.rule}`, `服务器上的防火墙（${p.program}）拦截了 TCP 端口 ${p.port}：${p.rule}`),
        why: (0,messages_text/* text */.Qq)('This rule drops or rejects packets before nginx gets them, and no earlier rule accepts them.', '该规则在 nginx 收到之前丢弃或拒绝数据包，且之前没有放行规则。'),
        cure: (0,messages_text/* text */.Qq)(`On the server, run \`${p.command}\`. ${keep(p.program).en}${thenEn}`, `请在服务器上运行 \`${p.command}\`。${keep(p.program).zh}${thenZh}`),
    }),
    HOST_FIREWALL_SOURCES: (p) => ({
        what: (0,messages_text/* text */.Qq)(p.client === '-'
            ? `The firewall on the server (${p.program}) allows only some addresses to reach TCP port ${p.port}: ${p.rule}`
            : `The firewall on the server (${p.program}) blocks TCP port ${p.port} for this runner (${p.client}): ${p.rule}`, p.client === '-'
            ? `服务器上的防火墙（${p.program}）只允许部分地址访问 TCP 端口 ${p.port}：${p.rule}`
            : `服务器上的防火墙（${p.program}）对本运行器（${p.client}）拦截了 TCP 端口 ${p.port}：${p.rule}`),
        why: (0,messages_text/* text */.Qq)('The rule depends on the address that a connection comes from. Users of a mini program come from any address.', '该规则取决于连接的来源地址。小程序的用户来自任意地址。'),
        cure: (0,messages_text/* text */.Qq)(`If everyone should reach the port, run \`${p.command}\` on the server. ${keep(p.program).en}If only some addresses should, set \`outside-check: warn\`. ${thenEn}`, `如果该端口应对所有人开放，请在服务器上运行 \`${p.command}\`。${keep(p.program).zh}如果只应对部分地址开放，请设置 \`outside-check: warn\`。${thenZh}`),
    }),
    HOST_FIREWALL_REDIRECTS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`A rule of ${p.program} on the server redirects TCP port ${p.port}: ${p.rule}`, `服务器上的 ${p.program} 规则将 TCP 端口 ${p.port} 转发到了别处：${p.rule}`),
        why: (0,messages_text/* text */.Qq)('Connections from outside go to another port or address. nginx does not get them. A published port of a container is such a rule.', '来自外部的连接被转到其他端口或地址，nginx 收不到。容器发布的端口就是这样的规则。'),
        cure: (0,messages_text/* text */.Qq)(`If a container publishes the port, publish it elsewhere or choose another \`https-port\`. Otherwise remove the rule on the server: \`${p.command}\`. ${keepEn} ${thenEn}`, `如果是容器发布了该端口，请改用其他端口发布，或更换 \`https-port\`。否则请在服务器上删除该规则：\`${p.command}\`。${keepZh}${thenZh}`),
    }),
    HOST_FIREWALL_UNCLEAR: (p) => ({
        what: (0,messages_text/* text */.Qq)(`No answer from outside at TCP port ${p.port} (${p.detail}). It is unclear whether the firewall on the server blocks it, because of: ${p.rules}`, `从外部访问 TCP 端口 ${p.port} 没有响应（${p.detail}）。无法确定是否被服务器上的防火墙拦截，原因：${p.rules}`),
        why: (0,messages_text/* text */.Qq)('Such rules depend on the rate, the time, the content of packets, a mark or a program, or were too many to read. Their effect on this connection cannot be computed.', '这些规则取决于速率、时间、数据包内容、标记或其他程序，或数量过多无法读取，因此无法推算其对本次连接的影响。'),
        cure: (0,messages_text/* text */.Qq)(`On the server, run \`${p.command}\` before and after opening the URL. If the counter of a rule that drops increases, change that rule. Otherwise check the firewall of the cloud (inbound rule TCP:${p.port} from 0.0.0.0/0). ${thenEn}`, `请在访问该网址前后在服务器上运行 \`${p.command}\`。如果某条丢弃规则的计数增加，请修改该规则；否则请检查云防火墙（入站规则 TCP:${p.port}，来源 0.0.0.0/0）。${thenZh}`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/icp.js

/** Access by a name that is blocked for want of an ICP filing. */
const icpErrors = {
    ICP_BLOCKED: (p) => ({
        what: p.page
            ? (0,messages_text/* text */.Qq)(`Access to ${p.domain} is blocked: ${p.seen} of ${p.tries} plain HTTP requests to ${p.address}, port ${p.port}, were redirected to Tencent Cloud's block page (dnspod.qcloud.com/static/webblock).`, `${p.domain} 的访问被拦截：向 ${p.address} 端口 ${p.port} 发出的 ${p.tries} 次明文 HTTP 请求中，有 ${p.seen} 次被跳转到腾讯云的拦截页（dnspod.qcloud.com/static/webblock）。`)
            : (0,messages_text/* text */.Qq)(`Access to ${p.domain} is blocked: ${p.seen} of ${p.tries} TLS connections to ${p.address}, port ${p.port}, were reset when they named the domain. Without a name every one was accepted.`, `${p.domain} 的访问被拦截：向 ${p.address} 端口 ${p.port} 发起的 ${p.tries} 次 TLS 连接，携带域名时有 ${p.seen} 次被重置；不携带域名时每次都能建立。`),
        why: (0,messages_text/* text */.Qq)(`${p.page ? '' : 'Most likely '}${p.domain} has no ICP filing (备案) with the vendor that hosts the server. In mainland China the vendor's network then blocks requests that carry the domain. On the server itself everything works.`, `${p.page ? '' : '最可能的原因：'}${p.domain} 未在服务器所属的云服务商处备案（或接入备案）。在中国大陆，云服务商的网络会拦截携带该域名的请求；服务器本身一切正常。`),
        cure: (0,messages_text/* text */.Qq)(`1. File ${p.domain} at https://console.cloud.tencent.com/beian; this takes 1-3 weeks. If it already has a filing with another vendor, add Tencent Cloud to it (接入备案). On another cloud, file with that vendor. 2. ${p.open ? `Until then https on port ${p.httpsPort} may continue to work for a while, but do not rely on it: blocks spread to other ports and networks. WeChat accepts only domains that have a filing.` : `Until then clients cannot rely on port ${p.httpsPort} either.`} 3. Run the command \`verify\` about 30 minutes after approval. The deployment stays as it is.`, `1. 请在 https://console.cloud.tencent.com/beian 为 ${p.domain} 办理备案（约 1–3 周）；如已在其他服务商处备案，请办理接入备案。使用其他云时，请在该服务商处办理。2. ${p.open ? `在此之前，端口 ${p.httpsPort} 的 https 可能暂时仍可访问，但请勿依赖：拦截会逐步扩大到其他端口和网络。微信只接受已备案的域名。` : `在此之前，端口 ${p.httpsPort} 同样无法可靠访问。`}3. 备案通过约 30 分钟后，请运行 \`verify\` 命令。部署保持不变。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/route.js

const keptEn = 'The deployment stays as it is; run the command `verify` once this is done.';
const keptZh = '部署保持不变；处理完成后请运行 `verify` 命令。';
/** Whether another program than nginx listens. */
function isOther(listener) {
    return listener !== '-' && !/nginx|openresty|tengine/.test(listener);
}
/** Failures on the way from the world to the application: nginx, firewalls, the route. */
const routeErrors = {
    NGINX_NOT_SERVING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx does not serve the application on port ${p.port}. Listening there: ${p.listener === '-' ? 'nothing' : p.listener}`, `nginx 未在端口 ${p.port} 上提供该应用的服务。该端口的监听程序：${p.listener === '-' ? '无' : p.listener}`),
        why: (0,messages_text/* text */.Qq)('The application is healthy, but a request through nginx on the server itself did not reach it.', '应用的健康检查已通过，但在服务器内部经由 nginx 的请求未能到达应用。'),
        cure: (0,messages_text/* text */.Qq)(`${isOther(p.listener) ? 'Stop the program that holds the port, or choose another `https-port`. Then run' : 'Run'} the workflow again: it starts nginx if it does not run, and has it serve the application again. If that fails, \`${p.nginx} -t\` and \`tail -n 50 ${p.log}\`, as root on the server, show why.`, `请${isOther(p.listener) ? '停止占用该端口的程序，或更换 `https-port`，然后' : ''}重新运行工作流：它会启动未运行的 nginx，并使其重新提供该应用的服务。如仍失败，请以 root 在服务器上执行 \`${p.nginx} -t\` 和 \`tail -n 50 ${p.log}\` 查看原因。`),
    }),
    CLOUD_FIREWALL_OR_ROUTE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`From outside nothing answers at ${p.address}, TCP port ${p.port} (${p.detail}).`, `从外部访问 ${p.address} 的 TCP 端口 ${p.port} 没有响应（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)(`nginx answers on the server itself, and the packet filters of the server let the port in (read: ${p.read}${p.absent === '-' ? '' : `; not installed, so its rules are not known: ${p.absent}`}). The remaining causes are the firewall of the cloud (Lighthouse firewall, security group) and the route from this runner to the server.`, `在服务器内部 nginx 有响应，且服务器自身的包过滤规则放行了该端口（已读取：${p.read}${p.absent === '-' ? '' : `；未安装、规则未知：${p.absent}`}）。剩下的可能是云防火墙（轻量应用服务器防火墙、安全组），或运行器到服务器之间的线路。`),
        cure: (0,messages_text/* text */.Qq)(`Add an inbound rule: protocol TCP, port ${p.port}, source 0.0.0.0/0, allow. Lighthouse: https://console.cloud.tencent.com/lighthouse > the instance > Firewall > Add rule. CVM: https://console.cloud.tencent.com/cvm/securitygroup > the instance's group > Inbound rules > Add rule (TCP:${p.port}). Other clouds: the security group or firewall of the instance. If the rule is there, open https://${p.address}:${p.port} from another network. If it answers there, the route from this runner is the cause. ${keptEn}`, `请添加一条入站规则：协议 TCP，端口 ${p.port}，来源 0.0.0.0/0，策略允许。轻量应用服务器：https://console.cloud.tencent.com/lighthouse > 实例 > 防火墙 > 添加规则。云服务器：https://console.cloud.tencent.com/cvm/securitygroup > 实例所属安全组 > 入站规则 > 添加规则（TCP:${p.port}）。其他云：实例的安全组或防火墙。如果规则已存在，请换一个网络访问 https://${p.address}:${p.port}；如果有响应，则是运行器到服务器的线路问题。${keptZh}`),
    }),
    ROUTE_BLOCKED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`From outside nothing answers at ${p.address}, TCP port ${p.port} (${p.detail}), although the server and the firewall of the cloud (${p.instance}) allow it.`, `从外部访问 ${p.address} 的 TCP 端口 ${p.port} 没有响应（${p.detail}），但服务器和云防火墙（${p.instance}）均已放行。`),
        why: (0,messages_text/* text */.Qq)(p.oftenDropped
            ? `Carriers in mainland China often drop TCP port ${p.port}.`
            : `The route from this runner to the server is the remaining cause: a carrier or the network of the runner drops the connection, or ${p.address} is not the address of this instance.`, p.oftenDropped
            ? `中国大陆的运营商经常封堵 TCP 端口 ${p.port}。`
            : `剩下的可能是运行器到服务器之间的线路：运营商或运行器所在网络丢弃了连接，或 ${p.address} 不是该实例的地址。`),
        cure: (0,messages_text/* text */.Qq)(`${p.oftenDropped ? 'Choose another `https-port`, such as 8443.' : `Open https://${p.address}:${p.port} from another network. If it answers there, use another runner or set \`outside-check: warn\`. If it answers nowhere, try another \`https-port\`, such as 8443.`} ${keptEn}`, `${p.oftenDropped ? '请更换 `https-port`，例如 8443。' : `请换一个网络访问 https://${p.address}:${p.port}。如果有响应，请更换运行器或设置 \`outside-check: warn\`；如果都没有响应，请更换 \`https-port\`，例如 8443。`}${keptZh}`),
    }),
    OUTSIDE_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`From outside nothing answers at ${p.address}, TCP port ${p.port} (${p.detail}).`, `从外部访问 ${p.address} 的 TCP 端口 ${p.port} 没有响应（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('From here it cannot be told whether nginx, the firewall of the server, that of the cloud or the route is to blame. ECONNREFUSED usually means that nothing listens, ETIMEDOUT that a firewall drops.', '仅从外部无法判断是 nginx、服务器防火墙、云防火墙还是线路的问题。ECONNREFUSED 通常表示没有程序监听，ETIMEDOUT 通常表示被防火墙丢弃。'),
        cure: (0,messages_text/* text */.Qq)(`Check that ${p.address} is the public address of the server; if not, correct the DNS record of the domain. Then run the command \`deploy\`, which looks at the server itself and names the cause. Or look as root on the server: \`ss -ltn 'sport = :${p.port}'\` must list a listener (if not, check \`https-port\` and whether nginx runs), and \`iptables -vnL; nft list ruleset\` no rule that blocks TCP ${p.port}. The firewall of the cloud (Lighthouse firewall, security group) must allow TCP:${p.port} from 0.0.0.0/0.`, `请确认 ${p.address} 是服务器的公网地址；如果不是，请修改域名的 DNS 记录。然后运行 \`deploy\` 命令，它会检查服务器本身并指出原因。也可以以 root 在服务器上检查：\`ss -ltn 'sport = :${p.port}'\` 应有监听（如没有，请检查 \`https-port\` 以及 nginx 是否在运行），\`iptables -vnL; nft list ruleset\` 中不应有拦截 TCP ${p.port} 的规则；云防火墙（轻量应用服务器防火墙、安全组）须放行 TCP:${p.port}，来源 0.0.0.0/0。`),
    }),
    REQUEST_RESET_BY_NAME: (p) => ({
        what: (0,messages_text/* text */.Qq)(`A TLS connection to ${p.address}:${p.port} is cut when it names ${p.domain} (${p.detail}), and let through without the name.`, `向 ${p.address}:${p.port} 发起的 TLS 连接在带有域名 ${p.domain} 时被中断（${p.detail}），不带域名则可以通过。`),
        why: (0,messages_text/* text */.Qq)('The cause is not known for certain. Most likely the name is not filed (备案) with the provider of this server: servers in mainland China have such names blocked on the way.', '无法确定具体原因。最可能的情况是该域名尚未在此服务器的云服务商处备案（或接入备案）：中国大陆的服务器会在网络上拦截此类域名。'),
        cure: (0,messages_text/* text */.Qq)(`Look at https://console.cloud.tencent.com/beian whether ${p.domain} is filed with Tencent Cloud; a filing with another provider has to be transferred (接入备案). ${keptEn}`, `请在 https://console.cloud.tencent.com/beian 查看 ${p.domain} 是否已在腾讯云备案；在其他服务商处的备案需要办理接入备案。${keptZh}`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/served.js

/** What to do where another machine may have answered. */
function otherMachine(p) {
    return (0,messages_text/* text */.Qq)(`Check that ${p.address} is the public address of this server. If not, change the DNS record of ${p.domain}, and set \`public-ip\` to the right address.`, `请确认 ${p.address} 是本服务器的公网地址。如果不是，请修改 ${p.domain} 的 DNS 记录，并将 \`public-ip\` 设为正确的地址。`);
}
const verifyAfter = (0,messages_text/* text */.Qq)('Then run the command `verify`.', '然后运行 `verify` 命令。');
/** Failures of what is served: TLS, certificate, answer. */
const servedErrors = {
    OUTSIDE_PLAIN_HTTP: (p) => ({
        what: (0,messages_text/* text */.Qq)(`What answers at ${p.address}, port ${p.port}, speaks no TLS.`, `${p.address} 端口 ${p.port} 上的响应程序不支持 TLS。`),
        why: (0,messages_text/* text */.Qq)('Another program holds the port, a proxy in between answers in plain http, or the `listen` of nginx lacks `ssl`.', '该端口被其他程序占用，或中间代理以明文 http 响应，或 nginx 的 `listen` 缺少 `ssl`。'),
        cure: (0,messages_text/* text */.Qq)(`See on the server who listens: \`ss -ltnp 'sport = :${p.port}'\`. If it is nginx, look for a \`listen ${p.port}\` without \`ssl\` (\`nginx -T | grep -n 'listen.*${p.port}'\`) and for a proxy before the server. If it is another program that is not needed, stop it; else choose another \`https-port\`.`, `请在服务器上查看监听程序：\`ss -ltnp 'sport = :${p.port}'\`。若是 nginx，请查找缺少 \`ssl\` 的 \`listen ${p.port}\`（\`nginx -T | grep -n 'listen.*${p.port}'\`），并检查服务器前面的代理。若是不需要的其他程序，请停止它；否则请更换 \`https-port\`。`),
    }),
    TLS_HANDSHAKE_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The TLS handshake with ${p.domain}:${p.port} failed: ${p.detail}`, `与 ${p.domain}:${p.port} 的 TLS 握手失败：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('TLS 1.2 and 1.3 were offered, as WeChat needs. The server has only older versions, has nothing for this name, or another program answers.', '握手时提供了微信所要求的 TLS 1.2 和 1.3。服务器只支持更旧的版本，或没有该域名的配置，或由其他程序响应。'),
        cure: (0,messages_text/* text */.Qq)('Set `ssl_protocols TLSv1.2 TLSv1.3;` in the first server block of this port, or in the one with `default_server`: nginx takes the value from there (`nginx -T | grep -n ssl_protocols` shows the lines). See that the `server_name` of a server on this port holds the domain.', '请在该端口的第一个 server 块（或带 `default_server` 的 server 块）中设置 `ssl_protocols TLSv1.2 TLSv1.3;`：nginx 以其为准（用 `nginx -T | grep -n ssl_protocols` 查看相应的行）。并确认该端口上某个 server 的 `server_name` 包含该域名。'),
    }),
    SERVED_CERTIFICATE_WRONG: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} serves another certificate (SHA-256 ${p.served}) than the one installed (${p.expected}).`, `${p.domain}:${p.port} 提供的证书（SHA-256 ${p.served}）不是已安装的证书（${p.expected}）。`),
        why: (0,messages_text/* text */.Qq)('On the server nginx serves the new one. From outside something else answers: another server behind the address, a CDN or a load balancer.', '在服务器内部 nginx 提供的是新证书。从外部响应的是其他设备：该地址后面的另一台服务器、CDN 或负载均衡。'),
        cure: (0,messages_text/* text */.Qq)(`${otherMachine(p).en} If ${p.address} is a CDN or load balancer of yours, install the certificate there too. ${verifyAfter.en}`, `${otherMachine(p).zh}如果 ${p.address} 是你的 CDN 或负载均衡，请在那里也安装该证书。${verifyAfter.zh}`),
    }),
    SERVED_CHAIN_INCOMPLETE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} sends an incomplete certificate chain (certificates sent: ${p.count}; missing: "${p.missing}").`, `${p.domain}:${p.port} 发送的证书链不完整（已发送证书数：${p.count}；缺少：“${p.missing}”）。`),
        why: (0,messages_text/* text */.Qq)('Browsers on a computer fetch a missing certificate by themselves, WeChat does not (request:fail ssl hand shake error). An authority of your own is not known to any phone.', '电脑浏览器会自动补全缺失的证书，微信不会（request:fail ssl hand shake error）。自建的证书颁发机构不被任何手机信任。'),
        cure: (0,messages_text/* text */.Qq)('Use the file *_bundle.crt of the nginx download, which has the whole chain, as `certificate-chain`, and deploy. With `certificate: existing`, put its contents into the file that `ssl_certificate` names on the server (`nginx -T | grep ssl_certificate`), run `nginx -t && nginx -s reload` there, then run the command `verify`. For a test with an authority of your own, put its root certificate into the checkout and give it to the step: `env: { NODE_EXTRA_CA_CERTS: root.pem }`.', '请将 nginx 格式下载包中的 *_bundle.crt 文件（包含完整的证书链）填入 `certificate-chain`，然后部署。`certificate: existing` 时，请将其内容写入服务器上 `ssl_certificate` 所指的文件（`nginx -T | grep ssl_certificate`），在服务器上执行 `nginx -t && nginx -s reload`，然后运行 `verify` 命令。如需用自建机构进行测试，请将其根证书放入代码仓库，并在该步骤中给出：`env: { NODE_EXTRA_CA_CERTS: root.pem }`。'),
    }),
    SERVED_CERTIFICATE_EXPIRED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} serves an expired certificate (itself or one above it expired; its own ends at ${p.notAfter}).`, `${p.domain}:${p.port} 提供的证书已过期（证书本身或其上级；本身的到期时间为 ${p.notAfter}）。`),
        why: (0,messages_text/* text */.Qq)('No client accepts it any more.', '任何客户端都不再接受该证书。'),
        cure: (0,messages_text/* text */.Qq)('Renew the certificate, put both PEMs of the new download into the secrets behind `certificate-chain` and `certificate-key`, and deploy again. With `certificate: existing`: replace both files on the server, then deploy again.', '请续期证书，将新下载的两个 PEM 存入 `certificate-chain` 和 `certificate-key` 所用的 secret，然后重新部署。`certificate: existing` 时：请替换服务器上的两个文件，然后重新部署。'),
    }),
    SERVED_CERTIFICATE_NAMES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} serves a certificate that is not valid for ${p.domain}, but for: ${p.names}`, `${p.domain}:${p.port} 提供的证书不适用于 ${p.domain}，而适用于：${p.names}`),
        why: (0,messages_text/* text */.Qq)('Another server block of nginx answers for this name, or the certificate is that of another domain.', 'nginx 的其他 server 块响应了该域名，或该证书属于其他域名。'),
        cure: (0,messages_text/* text */.Qq)(`Deploy with \`domain: ${p.domain}\` and a certificate that is valid for it. If you have, look on the server for another server block that answers for this name on port ${p.port}, and remove it: \`nginx -T | grep -nE "^# configuration|listen|server_name"\`.`, `请设置 \`domain: ${p.domain}\` 并使用对该域名有效的证书进行部署。如果已经如此，请在服务器上查找端口 ${p.port} 上响应该域名的其他 server 块并删除：\`nginx -T | grep -nE "^# configuration|listen|server_name"\`。`),
    }),
    SERVED_CERTIFICATE_UNTRUSTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} serves a certificate that nobody trusts (issued by "${p.issuer}"; ${p.detail}).`, `${p.domain}:${p.port} 提供的证书不受信任（签发者“${p.issuer}”；${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('It is self-signed, or comes from a private authority. WeChat accepts only authorities that are built into phones.', '它是自签名证书，或由私有机构签发。微信只接受手机系统内置的证书颁发机构。'),
        cure: (0,messages_text/* text */.Qq)("Use a certificate of a public authority (the free one of Tencent Cloud, or Let's Encrypt). For a test with an authority of your own, put its root certificate into the checkout and give it to the step: `env: { NODE_EXTRA_CA_CERTS: root.pem }`.", "请使用公共证书颁发机构签发的证书（腾讯云免费证书或 Let's Encrypt）。如需用自建机构进行测试，请将其根证书放入代码仓库，并在该步骤中给出：`env: { NODE_EXTRA_CA_CERTS: root.pem }`。"),
    }),
    HTTPS_NO_ANSWER: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.url}: The TLS handshake succeeded, but the request got no response (${p.detail}).`, `${p.url}：TLS 连接成功，但请求没有得到响应（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('The application hangs or is too slow, or something on the way cuts the connection once the request is sent.', '应用无响应或过慢，或请求发出后连接在途中被中断。'),
        cure: (0,messages_text/* text */.Qq)('Ask for the same path on the server itself: `curl -v http://127.0.0.1:PORT/PATH`, where `docker ps` shows the port of the container. If it is slow there too, look at the log (`docker logs --tail 50 NAME`) and the database of the application.', '请在服务器上直接访问同一路径：`curl -v http://127.0.0.1:端口/路径`，容器的端口可用 `docker ps` 查看。如果同样缓慢，请检查应用日志（`docker logs --tail 50 容器名`）和数据库。'),
    }),
    APPLICATION_STATUS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.url} answers with status ${p.status}; expected: ${p.expected}`, `${p.url} 返回状态码 ${p.status}；期望：${p.expected}`),
        why: (0,messages_text/* text */.Qq)('502 and 504 come from nginx, which does not reach the application; 503 of an actuator means that a part of it (a database) is down; 401, 403 and 404 mean that the path is protected or is elsewhere.', '502 和 504 来自 nginx，表示无法连接应用；actuator 返回 503 表示其某个组件（如数据库）不可用；401、403、404 表示该路径受保护或不存在。'),
        cure: (0,messages_text/* text */.Qq)('Look at the log of the application on the server (`docker logs --tail 50 NAME`; `docker ps -a` shows the name). If its container has stopped, run `docker start NAME`. If the application works, correct `health-path` and `health-status`.', '请在服务器上查看应用日志（`docker logs --tail 50 容器名`；`docker ps -a` 可查看容器名）。如果容器已停止，请执行 `docker start 容器名`。如果应用正常，请改正 `health-path` 和 `health-status`。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/wechat.js

const verifyEn = 'Then run the command `verify`.';
const verifyZh = '然后运行 `verify` 命令。';
const newCertificateEn = "Apply for a new certificate with an RSA key of 2048 bits at a public authority (Tencent Cloud's free one or Let's Encrypt) and deploy it.";
const newCertificateZh = "请向公共证书颁发机构（腾讯云免费证书或 Let's Encrypt）申请新证书，密钥为 RSA 2048 位，然后重新部署。";
/** Rules of WeChat's, or of the phones on which it runs, that a server breaks though browsers on a computer accept it. */
const wechatErrors = {
    WECHAT_HOST: (p) => ({
        what: (0,messages_text/* text */.Qq)(`WeChat does not accept ${p.domain} as a server domain.`, `微信不接受 ${p.domain} 作为服务器域名。`),
        why: (0,messages_text/* text */.Qq)('A server domain is a host name with an ICP filing (备案): no IP address, no localhost, and not api.weixin.qq.com, which only your server may call.', '服务器域名必须是已完成 ICP 备案的域名，不能是 IP 地址、localhost 或 api.weixin.qq.com（后者只能由你的服务器调用）。'),
        cure: (0,messages_text/* text */.Qq)('Set `domain` to a host name of your own that resolves to the server, and deploy again.', '请将参数 `domain` 设为解析到该服务器的自有域名，然后重新部署。'),
    }),
    WECHAT_TLS12: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} refuses TLS 1.2.`, `${p.domain}:${p.port} 拒绝 TLS 1.2。`),
        why: (0,messages_text/* text */.Qq)(`WeChat requires TLS 1.2, and older phones know nothing newer. nginx takes \`ssl_protocols\` from the default server block of the port: the one with \`default_server\`, otherwise the first. That block may belong to another application.`, '微信要求支持 TLS 1.2，较旧的手机不支持更高版本。nginx 以该端口默认 server 块的 `ssl_protocols` 为准：即带 `default_server` 的 server 块，没有则为第一个。它可能属于其他应用。'),
        cure: (0,messages_text/* text */.Qq)(`1. If \`nginx-snippet\` sets \`ssl_protocols\`, remove it and deploy again. 2. Otherwise list the server blocks of the port on the server: \`nginx -T | grep -nE "^# configuration|listen .*${p.port}|ssl_protocols"\`. 3. In the default one, set \`ssl_protocols TLSv1.2 TLSv1.3;\` and run \`nginx -t && nginx -s reload\`. ${verifyEn}`, `1. 如果 \`nginx-snippet\` 设置了 \`ssl_protocols\`，请删除并重新部署。2. 否则在服务器上列出该端口的 server 块：\`nginx -T | grep -nE "^# configuration|listen .*${p.port}|ssl_protocols"\`。3. 在默认 server 块中设置 \`ssl_protocols TLSv1.2 TLSv1.3;\`，并执行 \`nginx -t && nginx -s reload\`。${verifyZh}`),
    }),
    WECHAT_SUITES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} accepts no ECDHE cipher suite with TLS 1.2, only others (${p.cipher}).`, `${p.domain}:${p.port} 在 TLS 1.2 下不接受 ECDHE 加密套件，只接受其他套件（${p.cipher}）。`),
        why: (0,messages_text/* text */.Qq)('iOS (App Transport Security) connects with ECDHE suites only, so the mini program fails on iPhones. `ssl_ciphers` has been narrowed, or a load balancer in front of nginx ends TLS.', 'iOS（App Transport Security）只使用 ECDHE 套件，因此小程序在 iPhone 上无法连接。原因是 `ssl_ciphers` 限制过严，或 nginx 前面的负载均衡终止了 TLS。'),
        cure: (0,messages_text/* text */.Qq)(`1. If \`nginx-snippet\` sets \`ssl_ciphers\`, remove it and deploy again: the action configures suites that every phone accepts. 2. Otherwise set \`ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256;\` in the server block of ${p.domain}, run \`nginx -t && nginx -s reload\`, or allow these suites at the load balancer. ${verifyEn}`, `1. 如果 \`nginx-snippet\` 设置了 \`ssl_ciphers\`，请删除并重新部署：本 Action 会配置所有手机都支持的套件。2. 否则在 ${p.domain} 的 server 块中设置 \`ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256;\` 并执行 \`nginx -t && nginx -s reload\`，或在负载均衡上启用这些套件。${verifyZh}`),
    }),
    WECHAT_KEY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port}: the certificate of "${p.holder}" has a key that some phones reject (${p.key}).`, `${p.domain}:${p.port}：证书“${p.holder}”的密钥不被部分手机接受（${p.key}）。`),
        why: (0,messages_text/* text */.Qq)('iOS rejects RSA keys of fewer than 2048 bits. Android 7.0 supports P-256 as its only elliptic curve.', 'iOS 拒绝小于 2048 位的 RSA 密钥；Android 7.0 只支持 P-256 这一种椭圆曲线。'),
        cure: (0,messages_text/* text */.Qq)(newCertificateEn, newCertificateZh),
    }),
    WECHAT_SIGNATURE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port}: the certificate of "${p.holder}" has an outdated signature (${p.algorithm}).`, `${p.domain}:${p.port}：证书“${p.holder}”的签名算法已过时（${p.algorithm}）。`),
        why: (0,messages_text/* text */.Qq)('iOS and Android reject certificates that are signed with SHA-1 or MD5, those of the chain included.', 'iOS 和 Android 拒绝使用 SHA-1 或 MD5 签名的证书，证书链中的上级证书也不例外。'),
        cure: (0,messages_text/* text */.Qq)(newCertificateEn, newCertificateZh),
    }),
    WECHAT_USAGE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} serves a certificate that is not made for servers (extendedKeyUsage: ${p.usage}).`, `${p.domain}:${p.port} 提供的证书不能用于服务器（extendedKeyUsage：${p.usage}）。`),
        why: (0,messages_text/* text */.Qq)('iOS requires the purpose serverAuth (1.3.6.1.5.5.7.3.1) in the certificate. It is missing in certificates for clients, code or mail, and in many self-made ones.', 'iOS 要求证书包含 serverAuth 用途（1.3.6.1.5.5.7.3.1）。客户端、代码签名或邮件证书以及许多自制证书没有该用途。'),
        cure: (0,messages_text/* text */.Qq)(newCertificateEn, newCertificateZh),
    }),
    WECHAT_LIFETIME: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} serves a certificate that is valid for ${p.days} days; ${p.most} are allowed.`, `${p.domain}:${p.port} 提供的证书有效期为 ${p.days} 天，上限为 ${p.most} 天。`),
        why: (0,messages_text/* text */.Qq)(`Since ${p.since} public authorities may issue certificates for ${p.most} days at most, and phones reject longer ones. This one comes from a private authority or from a mistake.`, `自 ${p.since} 起，公共证书颁发机构（CA）签发的证书有效期不得超过 ${p.most} 天，手机会拒绝更长的证书。该证书来自私有机构，或属于误签发。`),
        cure: (0,messages_text/* text */.Qq)(newCertificateEn, newCertificateZh),
    }),
    WECHAT_CHAIN_ORDER: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} sends its certificate chain in the wrong order: ${p.sent}`, `${p.domain}:${p.port} 发送的证书链顺序错误：${p.sent}`),
        why: (0,messages_text/* text */.Qq)('TLS 1.2 requires each certificate to be followed by its issuer. Computers sort them, some phones do not.', 'TLS 1.2 要求每张证书之后紧跟其签发者的证书。电脑会自动排序，部分手机不会。'),
        cure: (0,messages_text/* text */.Qq)(`Put the file that \`ssl_certificate\` names in order: the server's own certificate first, then its issuer, then the next one. Or give the same text as \`certificate-chain\` and deploy: the action sorts it. ${verifyEn}`, `请调整 \`ssl_certificate\` 所指文件中的顺序：先是服务器证书，然后是其签发者，依次类推。也可以将同样的内容填入 \`certificate-chain\` 并部署，本 Action 会自动排序。${verifyZh}`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/check.js








/** Failures that the looks from outside and inside tell apart: one file a place on the way, joined here. */
const checkErrors = {
    ...applicationErrors,
    ...databaseErrors,
    ...routeErrors,
    ...hostFirewallErrors,
    ...dnsErrors,
    ...servedErrors,
    ...icpErrors,
    ...wechatErrors,
};

// EXTERNAL MODULE: ./.build/lib/messages/cloud-console.js
var cloud_console = __webpack_require__(88698);
;// CONCATENATED MODULE: ./.build/lib/messages/errors/cloud-firewall.js


/** Failures and notices of Tencent Cloud's firewall. `list` is the Lighthouse instance or the security group. */
const cloudFirewallErrors = {
    CLOUD_FIREWALL_DROP: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${upper((0,cloud_console/* firewallName */.wu)(p.kind, p.list).en)} blocks TCP port ${p.port}: ${p.rule}`, `${(0,cloud_console/* firewallName */.wu)(p.kind, p.list).zh}拦截了 TCP 端口 ${p.port}：${p.rule}`),
        why: (0,messages_text/* text */.Qq)('Tencent checks rules from top to bottom, and the first match decides. The API of Lighthouse cannot insert a rule above this one.', '腾讯云从上到下匹配规则，首条命中的规则生效。轻量应用服务器的 API 无法在该规则之前插入规则。'),
        cure: (0,messages_text/* text */.Qq)(`Delete this rule or move it to the end of the list: ${(0,cloud_console/* firewallPage */._7)(p.kind, p.list).en}. Then run the workflow again. To leave the firewall of the cloud to yourself, set \`firewall: false\`.`, `请删除该规则或将其移到列表末尾：${(0,cloud_console/* firewallPage */._7)(p.kind, p.list).zh}，然后重新运行工作流。如需自行管理云防火墙，请设置 \`firewall: false\`。`),
    }),
    CLOUD_FIREWALL_NOT_OPEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`TCP port ${p.port} is still closed in ${(0,cloud_console/* firewallName */.wu)(p.kind, p.list).en}${p.rule === '-' ? '' : `: ${p.rule}`}`, `TCP 端口 ${p.port} 在${(0,cloud_console/* firewallName */.wu)(p.kind, p.list).zh}中仍未开放${p.rule === '-' ? '' : `：${p.rule}`}`),
        why: (0,messages_text/* text */.Qq)(p.rule === '-'
            ? 'Tencent accepted the change, but no rule that was read afterwards allows the port for every address.'
            : 'Tencent checks rules from top to bottom, and this rule matches before the one that allows the port.', p.rule === '-'
            ? '腾讯云接受了变更，但之后读取的规则中没有一条对所有地址放行该端口。'
            : '腾讯云从上到下匹配规则，该规则先于放行该端口的规则命中。'),
        cure: (0,messages_text/* text */.Qq)(`Move the rule that allows TCP ${p.port} from 0.0.0.0/0 to the top: ${(0,cloud_console/* firewallPage */._7)(p.kind, p.list).en}. If there is none, add it. The deployment stays as it is; then run the command \`verify\`.`, `请将放行 TCP ${p.port}（来源 0.0.0.0/0）的规则移到最前；如没有请添加：${(0,cloud_console/* firewallPage */._7)(p.kind, p.list).zh}。部署保持不变；完成后请运行 \`verify\` 命令。`),
    }),
    CLOUD_FIREWALL_FULL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${upper((0,cloud_console/* firewallName */.wu)(p.kind, p.list).en)} has no room for another rule (TCP ${p.port}); it has ${p.count}.`, `${(0,cloud_console/* firewallName */.wu)(p.kind, p.list).zh}无法再添加规则（TCP ${p.port}），现有 ${p.count} 条。`),
        why: (0,messages_text/* text */.Qq)('Tencent limits the number of rules.', '腾讯云限制规则数量。'),
        cure: (0,messages_text/* text */.Qq)(`Delete rules that you do not need: ${(0,cloud_console/* firewallPage */._7)(p.kind, p.list).en}. Then run the workflow again.`, `请删除不需要的规则：${(0,cloud_console/* firewallPage */._7)(p.kind, p.list).zh}，然后重新运行工作流。`),
    }),
    CLOUD_FIREWALL_WIDE: (p) => ({
        what: (0,messages_text/* text */.Qq)(p.port === 'everything'
            ? `${upper((0,cloud_console/* firewallName */.wu)(p.kind, p.list).en)} opens all ports to the internet: ${p.rule}`
            : `${upper((0,cloud_console/* firewallName */.wu)(p.kind, p.list).en)} opens TCP port ${p.port} to the internet: ${p.rule}`, p.port === 'everything'
            ? `${(0,cloud_console/* firewallName */.wu)(p.kind, p.list).zh}对公网开放了所有端口：${p.rule}`
            : `${(0,cloud_console/* firewallName */.wu)(p.kind, p.list).zh}对公网开放了 TCP 端口 ${p.port}：${p.rule}`),
        why: (0,messages_text/* text */.Qq)('Visitors need the HTTPS port only: nginx reaches the application, and the application its database, on the server itself.', '访问者只需要 HTTPS 端口：nginx 访问应用、应用访问数据库都在服务器内部进行。'),
        cure: (0,messages_text/* text */.Qq)(`Delete the rule, or limit its source to your own address: ${(0,cloud_console/* firewallPage */._7)(p.kind, p.list).en}. Keep the rules for SSH and HTTPS.`, `请删除该规则，或将来源限制为你自己的地址：${(0,cloud_console/* firewallPage */._7)(p.kind, p.list).zh}。请保留 SSH 和 HTTPS 的规则。`),
    }),
    CLOUD_FIREWALL_CLOSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${upper((0,cloud_console/* firewallName */.wu)(p.kind, p.list).en)} (instance ${p.instance}) blocks ${p.address}, TCP port ${p.port} (${p.detail})${p.rule === '-' ? '.' : `: ${p.rule}`}`, `${(0,cloud_console/* firewallName */.wu)(p.kind, p.list).zh}（实例 ${p.instance}）拦截了 ${p.address} 的 TCP 端口 ${p.port}（${p.detail}）${p.rule === '-' ? '。' : `：${p.rule}`}`),
        why: (0,messages_text/* text */.Qq)(p.rule === '-'
            ? 'No rule allows the port for every address, and Tencent drops what no rule allows. nginx answers on the server itself.'
            : 'This rule matches before any rule that allows the port. nginx answers on the server itself.', p.rule === '-'
            ? '没有规则对所有地址放行该端口，腾讯云会丢弃未放行的连接。在服务器内部 nginx 有响应。'
            : '该规则先于放行该端口的规则命中。在服务器内部 nginx 有响应。'),
        cure: (0,messages_text/* text */.Qq)(`Add an inbound rule above all others: protocol TCP, port ${p.port}, source 0.0.0.0/0, allow. Page: ${(0,cloud_console/* firewallPage */._7)(p.kind, p.list).en}. The deployment stays as it is; then run the command \`verify\`. If another error of this run says why the action could not open the port, you can follow that one instead and run the workflow again.`, `请在最前添加一条入站规则：协议 TCP，端口 ${p.port}，来源 0.0.0.0/0，策略允许。页面：${(0,cloud_console/* firewallPage */._7)(p.kind, p.list).zh}。部署保持不变；完成后请运行 \`verify\` 命令。如果本次运行的另一条错误说明了 action 为何未能放行该端口，也可以先解决该错误，再重新运行工作流。`),
    }),
};
function upper(words) {
    return words.charAt(0).toUpperCase() + words.slice(1);
}

;// CONCATENATED MODULE: ./.build/lib/messages/errors/container.js

/** Failures of the container, and of what two of them need side by side. */
const containerErrors = {
    CONTAINER_NOT_OURS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`A container named ${p.container} exists and is not of this application (owner: ${p.owner}).`, `已存在名为 ${p.container} 的容器，且不属于本应用（所有者：${p.owner}）。`),
        why: (0,messages_text/* text */.Qq)('This action did not create it for this application; replacing it could lose its data.', '它不是本 Action 为本应用创建的；替换可能丢失数据。'),
        cure: (0,messages_text/* text */.Qq)(`If it is the manual setup of this application and \`adopt\` is \`false\`, remove that input: the container is then taken over. Otherwise choose another \`app\`, or give the container another name on the server (it keeps running) and run again: docker rename ${p.container} ${p.container}-other-$(date +%s)`, `如果它是本应用的手工部署，且 \`adopt\` 为 \`false\`，请删除该参数，即可接管它。否则请改用其他 \`app\` 名称，或在服务器上将该容器改名（它会继续运行）后重新运行：docker rename ${p.container} ${p.container}-other-$(date +%s)`),
    }),
    CONTAINER_NAME_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Another container took the name ${p.container} during the deploy; the new version keeps the name ${p.ours}.`, `部署期间另一个容器占用了名称 ${p.container}；新版本保留名称 ${p.ours}。`),
        why: (0,messages_text/* text */.Qq)('This action did not create that container.', '该容器不是由本 Action 创建的。'),
        cure: (0,messages_text/* text */.Qq)(`Rename it on the server and run the workflow again: docker rename ${p.container} ${p.container}-other-$(date +%s)`, `请在服务器上将其改名后重新运行工作流：docker rename ${p.container} ${p.container}-other-$(date +%s)`),
    }),
    VOLUME_PRIVATE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The container cannot mount ${p.path}: it would give the application access to ${p.opened}.`, `容器不能挂载 ${p.path}：应用会因此可以访问 ${p.opened}。`),
        why: (0,messages_text/* text */.Qq)('The action keeps the values of `env` and scripts there that root runs, or nginx its configuration and keys. Nothing was changed.', '那里存放着 `env` 的值和由 root 运行的脚本，或 nginx 的配置和私钥。尚未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)(`List in \`volumes\` only folders with data of the application, such as \`${p.fit}\`. If an existing container mounts the folder, list its other mounts there and move the data that it needs to a folder of its own.`, `\`volumes\` 中只写应用数据所在的目录，例如 \`${p.fit}\`。如果是现有容器挂载了该目录，请在其中写明其余挂载，并将所需数据移到单独的目录。`),
    }),
    NETWORK_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`There is no Docker network named ${p.network} on the server.`, `服务器上没有名为 ${p.network} 的 Docker 网络。`),
        why: (0,messages_text/* text */.Qq)(`These exist: ${p.known}.`, `现有网络：${p.known}。`),
        cure: (0,messages_text/* text */.Qq)(`Make it on the server: docker network create ${p.network}`, `请在服务器上创建：docker network create ${p.network}`),
    }),
    NETWORK_UNFIT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The Docker network ${p.network} cannot be used; it is of this kind: ${p.driver}.`, `无法使用 Docker 网络 ${p.network}；其类型为：${p.driver}。`),
        why: (0,messages_text/* text */.Qq)('nginx on the server reaches an application by a published port, and its health is asked at its own address: only a bridge that is not internal has both.', '服务器上的 nginx 通过发布的端口访问应用，健康检查使用容器自身的地址：只有非 internal 的 bridge 网络二者兼备。'),
        cure: (0,messages_text/* text */.Qq)('Name a bridge, made with `docker network create NAME`, or remove `network`.', '请填写用 `docker network create 名称` 创建的 bridge 网络，或删除 `network`。'),
    }),
    CONTAINER_NOT_STARTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The container of ${p.image} could not be started.`, `无法启动 ${p.image} 的容器。`),
        why: (0,messages_text/* text */.Qq)('The output below is docker’s own.', '下方为 docker 的输出。'),
        cure: (0,messages_text/* text */.Qq)('Correct `volumes`, `files`, `memory`, `docker-options` or what docker names. If iptables lacks a chain, a firewall that started after Docker removed its rules; `systemctl restart docker` restores them, and restarts every container of the server.', '请修正 `volumes`、`files`、`memory`、`docker-options` 或 docker 提示的问题。若提示 iptables 缺少链，说明防火墙在 Docker 之后启动并清除了其规则；执行 `systemctl restart docker` 可恢复，但会重启服务器上的所有容器。'),
    }),
    EMBEDDED_DATABASE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application keeps its data in a file (${p.database}), which two versions at once cannot share.`, `应用将数据保存在文件中（${p.database}），两个版本无法同时使用。`),
        why: (0,messages_text/* text */.Qq)('A deploy starts the new version next to the old one before it switches.', '部署时会先让新版本与旧版本并行运行，再切换。'),
        cure: (0,messages_text/* text */.Qq)(`Use a database server (MySQL). Or stop the old version, then run again; the site is down until that deploy finishes, and the stopped container keeps its files:\n${p.stop}\nEach later deploy needs the same (\`docker stop ${p.image}\`).`, `请改用数据库服务器（MySQL）。或先停止旧版本再重新运行；部署完成前服务不可用，已停止的容器保留其文件：\n${p.stop}\n以后每次部署都需要这样做（\`docker stop ${p.image}\`）。`),
    }),
    MEMORY_TOO_SMALL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Two versions at once need about ${p.needed} MB more; ${p.available} MB of memory and ${p.swap} MB of swap are free.`, `两个版本同时运行约需再占用 ${p.needed} MB；可用内存 ${p.available} MB，可用 swap ${p.swap} MB。`),
        why: (0,messages_text/* text */.Qq)('The old version uses that much, and the new one runs next to it until the switch.', '旧版本占用这么多内存，切换前新版本会与其并行运行。'),
        cure: (0,messages_text/* text */.Qq)(`Add swap on the server:\nf=$(mktemp /swapfile-XXXXXX) && dd if=/dev/zero of=$f bs=1M count=${p.megabytes} && mkswap $f && swapon $f && echo "$f none swap sw 0 0" >> /etc/fstab\nOr see what uses the memory (\`ps aux --sort=-rss | head\`), or choose a larger server. Or stop the old version first; the site is down until the deploy finishes: ${p.stop}`, `请在服务器上增加 swap：\nf=$(mktemp /swapfile-XXXXXX) && dd if=/dev/zero of=$f bs=1M count=${p.megabytes} && mkswap $f && swapon $f && echo "$f none swap sw 0 0" >> /etc/fstab\n或查看内存占用（\`ps aux --sort=-rss | head\`），或升级服务器。也可先停止旧版本（部署完成前服务不可用）：${p.stop}`),
    }),
    MEMORY_SWAPS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Two versions at once need about ${p.needed} MB more, and ${p.available} MB of memory are free: the server will use swap until the switch.`, `两个版本同时运行约需再占用 ${p.needed} MB，而可用内存为 ${p.available} MB：切换前服务器将使用 swap。`),
        why: (0,messages_text/* text */.Qq)(`${p.swap} MB of swap are free. Swap is slow, so that the application may answer slowly meanwhile.`, `可用 swap 为 ${p.swap} MB。swap 较慢，期间应用的响应可能变慢。`),
        cure: (0,messages_text/* text */.Qq)('If that is too slow, choose a larger server, or see what uses the memory: `ps aux --sort=-rss | head`.', '若影响过大，请升级服务器，或查看内存占用：`ps aux --sort=-rss | head`。'),
    }),
    HEAP_TOO_LARGE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The heap may grow to ${p.heap} MiB of \`memory: ${p.memory}\`, which leaves ${p.rest} MiB for the rest of the JVM.`, `堆最大可达 ${p.heap} MiB（\`memory: ${p.memory}\`），只剩 ${p.rest} MiB 供 JVM 的其余部分使用。`),
        why: (0,messages_text/* text */.Qq)('Classes, code and threads of a Spring Boot application take 150 to 250 MiB in addition to the heap. Beyond `memory` the kernel kills the application, usually under load.', 'Spring Boot 应用的类、代码和线程在堆外还需 150 到 250 MiB。超出 `memory` 时内核会终止应用，通常发生在高负载时。'),
        cure: p.enough === ''
            ? (0,messages_text/* text */.Qq)(`Set \`java-options: -XX:MaxRAMPercentage=${p.percentage}\`.`, `请设置 \`java-options: -XX:MaxRAMPercentage=${p.percentage}\`。`)
            : (0,messages_text/* text */.Qq)(`Set \`memory: ${p.enough}\`${p.percentage === '' ? '' : `, or keep it and set \`java-options: -XX:MaxRAMPercentage=${p.percentage}\``}.`, `请设置 \`memory: ${p.enough}\`${p.percentage === '' ? '' : `，或保持不变并设置 \`java-options: -XX:MaxRAMPercentage=${p.percentage}\``}。`),
    }),
    NO_PORT_LEFT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`No port from ${p.from} to ${p.to} is free on the server’s loopback.`, `服务器回环地址上 ${p.from} 到 ${p.to} 没有空闲端口。`),
        why: (0,messages_text/* text */.Qq)('Every container has a loopback port of its own.', '每个容器都有自己的回环端口。'),
        cure: (0,messages_text/* text */.Qq)('See what holds them with `ss -ltnp`, and stop what is not needed.', '请用 `ss -ltnp` 查看占用者，并停止不需要的程序。'),
    }),
    PORT_EPHEMERAL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The container has port ${p.port} of the server’s loopback, which an outgoing connection may take.`, `容器使用服务器回环地址的端口 ${p.port}，该端口可能被出站连接占用。`),
        why: (0,messages_text/* text */.Qq)(`The kernel uses ${p.from} to ${p.to} for outgoing connections (net.ipv4.ip_local_port_range). If one has the port when the container starts again, the start fails.`, `内核将 ${p.from} 到 ${p.to} 用于出站连接（net.ipv4.ip_local_port_range）。若容器重新启动时端口恰被占用，启动会失败。`),
        cure: (0,messages_text/* text */.Qq)(`Reserve the ports on the server:\necho 'net.ipv4.ip_local_reserved_ports = ${p.reserve}' > /etc/sysctl.d/90-deploy-ports.conf && sysctl -p /etc/sysctl.d/90-deploy-ports.conf`, `请在服务器上保留这些端口：\necho 'net.ipv4.ip_local_reserved_ports = ${p.reserve}' > /etc/sysctl.d/90-deploy-ports.conf && sysctl -p /etc/sysctl.d/90-deploy-ports.conf`),
    }),
};

// EXTERNAL MODULE: ./.build/lib/messages/ways-to-keep.js
var ways_to_keep = __webpack_require__(87735);
;// CONCATENATED MODULE: ./.build/lib/messages/errors/container-files.js


/** Failures over files that an application wrote into its container, outside of its mounts. */
const containerFilesErrors = {
    /** `variables`: a line of `env` for each folder. */
    FILES_UNMOUNTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application's configuration names folders outside its mounts: ${p.paths}.`, `应用的配置使用了挂载之外的文件夹：${p.paths}。`),
        why: (0,messages_text/* text */.Qq)('Each deploy replaces the container: what is in such a folder is lost with it, or stops the next deploy (`container-files`). A relative path counts from the working folder of the container; one of Windows is a relative path on Linux.', '每次部署都会替换容器：这些文件夹中的内容会随之丢失，或使下一次部署中止（`container-files`）。相对路径以容器的工作目录为准；Windows 路径在 Linux 上也是相对路径。'),
        cure: (0,messages_text/* text */.Qq)(`${p.volumes === '' ? 'Use' : `Mount the folder:\n${p.volumes}\nOr use`} a folder that is mounted already; add to \`env\`:${(0,ways_to_keep/* shownLines */.TV)(p.variables).replace(/^`/, ' `')}`, `${p.volumes === '' ? '请' : `请挂载该文件夹：\n${p.volumes}\n或者`}使用已挂载的文件夹，在 \`env\` 中加入：${(0,ways_to_keep/* shownLines */.TV)(p.variables)}`),
    }),
    CONTAINER_FILES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The container ${p.container} holds ${p.count} file(s) that were written outside its mounts: ${p.files}`, `容器 ${p.container} 中有 ${p.count} 个写在挂载之外的文件：${p.files}`),
        why: (0,messages_text/* text */.Qq)('They are stored in the container itself and are lost when this run replaces it. Temporary files, caches and logs are not counted. Nothing was changed.', '它们保存在容器自身之中，本次运行替换容器时会丢失。临时文件、缓存和日志不计在内。尚未做任何修改。'),
        cure: (0,ways_to_keep/* waysToKeep */.N0)(p),
    }),
    CONTAINER_FILES_NOT_CARRIED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`container-files: carry\` cannot bring along all files of the container ${p.container}: ${[p.inUse, p.beside, p.filled].filter(Boolean).join(', ')}`, `\`container-files: carry\` 无法带走容器 ${p.container} 的全部文件：${[p.inUse, p.beside, p.filled].filter(Boolean).join('、')}`),
        why: (0,messages_text/* lines */.Mn)(...(p.inUse === '' ? [] : [notWhileInUse(p.inUse)]), ...(p.beside === '' ? [] : [hidesImage(p.beside)]), ...(p.filled === '' ? [] : [alreadyFilled(p.filled)]), (0,messages_text/* text */.Qq)('Nothing was changed.', '尚未做任何修改。')),
        cure: (0,messages_text/* lines */.Mn)(...(p.inUse === ''
            ? []
            : [
                (0,messages_text/* text */.Qq)(`Stop the container and run again: \`docker stop ${p.container}\`. The site is down until the deploy finishes; the files stay in the stopped container and are carried. If a file was only being uploaded, running again is enough.`, `请停止容器后重新运行：\`docker stop ${p.container}\`。该次运行完成前服务不可用；文件保留在已停止的容器中，并会被带走。若只是有文件正在上传，重新运行即可。`),
            ]), ...(p.beside === '' ? [] : [(0,ways_to_keep/* moveBeside */.IS)(p.beside, p.mounted)]), ...(p.copies === '' ? [] : [(0,messages_text/* text */.Qq)(`Copy them on the server:\n${p.copies}`, `请在服务器上复制：\n${p.copies}`)])),
    }),
    CONTAINER_FILES_UNSEEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Docker does not list the files that were written in the container ${p.container}.`, `Docker 无法列出容器 ${p.container} 中写入的文件。`),
        why: (0,messages_text/* text */.Qq)('`docker diff` failed or took more than 60 seconds. Files that the application wrote outside its mounts could be lost. Nothing was changed.', '`docker diff` 失败或超过 60 秒。应用写在挂载之外的文件可能会丢失。尚未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)(`Run \`docker diff ${p.container}\` on the server to see why. If the container holds nothing to keep, set \`container-files: discard\`.`, `请在服务器上执行 \`docker diff ${p.container}\` 查看原因。若容器中没有需要保留的文件，请设置 \`container-files: discard\`。`),
    }),
    CONTAINER_FILES_TOO_MANY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The container ${p.container} holds more than ${p.most} files outside its mounts${p.files === '' ? '' : `: ${p.files}`}`, `容器 ${p.container} 在挂载之外有超过 ${p.most} 个文件${p.files === '' ? '' : `：${p.files}`}`),
        why: (0,messages_text/* text */.Qq)('Not all of them can be listed and checked, so `container-files: carry` could lose some of them. Nothing was changed.', '无法全部列出并核对，`container-files: carry` 可能会丢失其中一部分。尚未做任何修改。'),
        cure: (0,messages_text/* lines */.Mn)((0,messages_text/* text */.Qq)(`Stop the container (\`docker stop ${p.container}\`; the site is down until that run finishes) and copy the files on the server. \`docker diff ${p.container}\` lists them.${p.copies === '' ? '' : `\n${p.copies}`}`, `请停止容器（\`docker stop ${p.container}\`；该次运行完成前服务不可用），并在服务器上复制文件。\`docker diff ${p.container}\` 会列出它们。${p.copies === '' ? '' : `\n${p.copies}`}`), ...(p.volumes === '' ? [] : [(0,messages_text/* text */.Qq)(`Mount the copies:\n${p.volumes}`, `挂载副本：\n${p.volumes}`)]), (0,messages_text/* text */.Qq)('Then set `container-files: discard` for one run.', '然后在一次运行中设置 `container-files: discard`。')),
    }),
    CONTAINER_FILES_COPY_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.folder} could not be copied out of the container ${p.container}.`, `无法从容器 ${p.container} 中复制 ${p.folder}。`),
        why: (0,messages_text/* text */.Qq)('A file changed while it was read, or the disk is full; see the output below.', '读取时文件发生变化，或磁盘已满；见下方输出。'),
        cure: (0,messages_text/* text */.Qq)('Make room if the disk is full (`df -h`), and run again.', '若磁盘已满，请清理空间（`df -h`），然后重新运行。'),
    }),
    /** `copies`: the command that copies the folder to where `mounted` is mounted from; empty: nothing is mounted. */
    CONTAINER_FILES_IN_IMAGE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The new image has files of its own in ${p.folder}, where the carried folder would be mounted.`, `新镜像在 ${p.folder} 中有自己的文件，而带走的文件夹会挂载到那里。`),
        why: (0,messages_text/* text */.Qq)('The mount would hide the files of the image.', '挂载会遮住镜像中的文件。'),
        cure: p.copies === ''
            ? (0,messages_text/* text */.Qq)('Remove the files from the image (COPY in the Dockerfile).', '请从镜像中移除这些文件（Dockerfile 中的 COPY）。')
            : (0,messages_text/* text */.Qq)(`Remove the files from the image (COPY in the Dockerfile). Or copy the written ones on the server, and set the property or variable that tells the application where to write to ${p.mounted}:\n  ${p.copies}`, `请从镜像中移除这些文件（Dockerfile 中的 COPY）。或在服务器上复制写入的文件，并将应用写入位置的配置项或环境变量设为 ${p.mounted}：\n  ${p.copies}`),
    }),
    CONTAINER_FILES_NOT_CARRIED_AGAIN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Not everything that the old version wrote last could be carried: ${p.files}`, `旧版本最后写入的内容未能全部带走：${p.files}`),
        why: (0,messages_text/* text */.Qq)('The new version wrote files of the same names, which are kept; or they are outside the carried folders; or the copy failed.', '新版本写入了同名文件（予以保留），或文件在所带走的文件夹之外，或复制失败。'),
        cure: (0,messages_text/* text */.Qq)(`The old container is kept, stopped, as ${p.container}; no run removes it. Compare and copy what is missing on the server, such as by \`docker cp ${p.container}:<file> /root/\`.`, `旧容器已停止并保留为 ${p.container}，任何运行都不会删除它。请在服务器上比较并复制缺少的文件，例如 \`docker cp ${p.container}:<文件> /root/\`。`),
    }),
    CONTAINER_FILES_WRITTEN_LAST: (p) => ({
        what: p.files === ''
            ? (0,messages_text/* text */.Qq)(`Docker does not list what the old version wrote last in the container ${p.container}.`, `Docker 无法列出旧版本最后在容器 ${p.container} 中写入的文件。`)
            : (0,messages_text/* text */.Qq)(`The old version wrote files outside its mounts that no check had seen: ${p.files}`, `旧版本在挂载之外写入了此前的检查未见到的文件：${p.files}`),
        why: (0,messages_text/* text */.Qq)('It wrote them after the check at the start of the run: until it stopped, or when it was started again.', '这些文件写于运行开始时的检查之后：在它停止之前，或在它再次启动之后。'),
        cure: (0,messages_text/* text */.Qq)(`The old container is kept, stopped, as ${p.container}; no run removes it. Copy what you need on the server, such as by \`docker cp ${p.container}:<file> /root/\`. If such files are never needed, set \`container-files: discard\`.`, `旧容器已停止并保留为 ${p.container}，任何运行都不会删除它。请在服务器上复制需要的文件，例如 \`docker cp ${p.container}:<文件> /root/\`。若从不需要这类文件，请设置 \`container-files: discard\`。`),
    }),
    CONTAINER_FILES_DISCARDED_LAST: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`container-files: discard\`: files that the old version wrote last are lost with its container ${p.container}: ${p.files}`, `\`container-files: discard\`：旧版本最后写入的文件随其容器 ${p.container} 丢失：${p.files}`),
        why: (0,messages_text/* text */.Qq)('It wrote them after the check at the start of the run.', '这些文件写于运行开始时的检查之后。'),
        cure: (0,messages_text/* text */.Qq)('If such files are needed, set `container-files: carry`, or mount their folder: a line in `volumes`, next to those of the present mounts, which the input replaces.', '若需要这类文件，请设置 `container-files: carry`，或挂载其文件夹：在 `volumes` 中加入一行，并保留现有挂载的各行（该参数会取代它们）。'),
    }),
    EMBEDDED_DATABASE_UNMOUNTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application’s database would be stored in the container itself: ${p.path} (${p.url}).`, `应用的数据库会保存在容器自身之中：${p.path}（${p.url}）。`),
        why: (0,messages_text/* text */.Qq)('No mount covers this path. Every deploy replaces the container, and the data would be lost with it. Nothing was changed.', '没有挂载覆盖该路径。每次部署都会替换容器，数据会随之丢失。尚未做任何修改。'),
        cure: (0,ways_to_keep/* keepDatabase */.fh)(p),
    }),
};
function notWhileInUse(files) {
    return (0,messages_text/* text */.Qq)(`${files}: a database or a file that is being written; a copy made while the application runs may be damaged.`, `${files}：数据库或正在写入的文件；应用运行时所做的副本可能已损坏。`);
}
function hidesImage(files) {
    return (0,messages_text/* text */.Qq)(`${files}: the image has files of its own in that folder, which a mount would hide.`, `${files}：镜像在该文件夹中有自己的文件，挂载会将其遮住。`);
}
function alreadyFilled(folders) {
    return (0,messages_text/* text */.Qq)(`${folders}: this folder of the server already holds files, which are not overwritten.`, `${folders}：服务器上的该文件夹已有文件，不会覆盖。`);
}

;// CONCATENATED MODULE: ./.build/lib/messages/errors/container-input.js

/** Failures of the inputs that say how the image is built and the container runs. */
const containerInputErrors = {
    ENV_EMPTY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`These values are empty, or lack a part such as the host or the password of a URL: ${p.values}.`, `以下值为空，或缺少一部分（如 URL 中的主机或密码）：${p.values}。`),
        why: (0,messages_text/* text */.Qq)('A secret or variable that does not exist is an empty value in a workflow. Secrets of an environment need `environment:` in the job; pull requests from forks get none.', '在工作流中，不存在的 secret 或变量就是空值。environment 的 secret 需要在 job 中写 `environment:`；来自 fork 的 PR 得不到 secret。'),
        cure: (0,messages_text/* text */.Qq)('Compare the names with those under Settings → Secrets and variables → Actions of the repository. Delete lines that are not needed; if a value is meant to be empty, nothing is to be done.', '请与仓库 Settings → Secrets and variables → Actions 中的名称核对。不需要的行请删除；如果本来就应为空，则无需处理。'),
    }),
    INPUT_JAVA_OPTIONS_LINE: (_) => ({
        what: (0,messages_text/* text */.Qq)('`java-options` holds a line break or another control character.', '`java-options` 中有换行或其他控制字符。'),
        why: (0,messages_text/* text */.Qq)('The variable JAVA_TOOL_OPTIONS, which it becomes, is one line.', '它会成为变量 JAVA_TOOL_OPTIONS，该变量只占一行。'),
        cure: (0,messages_text/* text */.Qq)('Write the options on one line, with blanks between them. `java-options: >-` lets YAML join several lines.', '请把选项写在一行，用空格分隔。用 `java-options: >-` 可让 YAML 把多行合为一行。'),
    }),
    INPUT_JAVA_OPTIONS_QUOTE: (_) => ({
        what: (0,messages_text/* text */.Qq)('`java-options` holds a quote that is not closed.', '`java-options` 中有未闭合的引号。'),
        why: (0,messages_text/* text */.Qq)('With such options no JVM starts.', '带有这样的选项，JVM 无法启动。'),
        cure: (0,messages_text/* text */.Qq)('Close it. A quote that is meant itself goes into quotes of the other kind.', '请闭合引号。若引号本身是内容，请用另一种引号括起来。'),
    }),
    INPUT_MEMORY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`memory\` cannot be "${p.value}".`, `\`memory\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is a size as Docker writes it: digits, then nothing (bytes), `k`, `m` or `g`; at least 64m, since even a small Spring Boot application needs about twice that.', '它采用 Docker 的写法：数字后接空（字节）、`k`、`m` 或 `g`；至少 64m，因为即使很小的 Spring Boot 应用也需要约两倍于此的内存。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `512m` or `1g`.', '请写成 `512m` 或 `1g` 的形式。'),
    }),
    INPUT_TIMEZONE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`timezone\` cannot be "${p.value}".`, `\`timezone\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('No time zone of this name is in the IANA database; an abbreviation (CST) or an offset (+08:00) is no name.', 'IANA 时区数据库中没有这个名称；缩写（CST）和偏移量（+08:00）都不是时区名称。'),
        cure: (0,messages_text/* text */.Qq)(`${p.nearest === undefined ? '' : `The nearest name is \`${p.nearest}\`. `}Write \`Asia/Shanghai\` for China; \`timedatectl list-timezones\` lists all names.`, `${p.nearest === undefined ? '' : `最接近的名称是 \`${p.nearest}\`。`}中国请写 \`Asia/Shanghai\`；\`timedatectl list-timezones\` 会列出所有名称。`),
    }),
    INPUT_FILE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`files\`, line ${p.line}, cannot be "${p.value}".`, `\`files\` 第 ${p.line} 行不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('A line is `runner-path:container-path`; the latter is the absolute path of a file, without `..`, colons or backslashes. Files are always mounted read-only, so that `:ro` is not written.', '每行写 `运行器路径:容器路径`；后者是文件的绝对路径，不含 `..`、冒号和反斜杠。文件始终以只读方式挂载，因此不写 `:ro`。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `keys/apiclient_key.pem:/etc/wechat/apiclient_key.pem`. A folder of the server goes into `volumes`.', '请写成 `keys/apiclient_key.pem:/etc/wechat/apiclient_key.pem` 的形式。服务器上的文件夹请写在 `volumes` 中。'),
    }),
    INPUT_FILE_PLACE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`files\`: ${p.path} cannot be mounted beside ${p.other}.`, `\`files\`：${p.path} 无法与 ${p.other} 同时挂载。`),
        why: (0,messages_text/* text */.Qq)('Two mounts have the same path in the container, or a file would have to be made within a file or a read-only folder.', '两个挂载在容器内路径相同，或者需要在文件内、只读文件夹内创建文件。'),
        cure: (0,messages_text/* text */.Qq)('Mount the file elsewhere.', '请把文件挂载到别处。'),
    }),
    INPUT_VOLUME: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`volumes\`, line ${p.line}, cannot be "${p.value}".`, `\`volumes\` 第 ${p.line} 行不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('A line is `host:container`, or `host:container:ro` to mount it read-only; both are absolute paths below `/`, without `..`, colons or backslashes.', '每行写 `服务器路径:容器路径`，只读时写 `服务器路径:容器路径:ro`；两者都是 `/` 之下的绝对路径，不含 `..`、冒号和反斜杠。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `/docker/app/demo/logs:/docker/app/demo/logs`.', '请写成 `/docker/app/demo/logs:/docker/app/demo/logs` 的形式。'),
    }),
    INPUT_VOLUME_TWICE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`volumes\`, line ${p.line}, mounts ${p.path} in the container a second time.`, `\`volumes\` 第 ${p.line} 行再次挂载容器内的 ${p.path}。`),
        why: (0,messages_text/* text */.Qq)('One of the two folders would be hidden.', '其中一个文件夹会被遮住。'),
        cure: (0,messages_text/* text */.Qq)('Remove one of the lines, or mount it elsewhere.', '请删除其中一行，或挂载到别处。'),
    }),
    INPUT_ENV_LINE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`env\`, line ${p.line}, is not \`NAME=value\`. (The line is not shown, it may be secret.)`, `\`env\` 第 ${p.line} 行不是 \`NAME=value\` 的形式。（该行可能含机密，不予显示。）`),
        why: (0,messages_text/* text */.Qq)('A name begins with a letter or `_` and holds letters, digits, `_` `.` `-`; then comes `=`. Docker reads one variable a line: a value cannot hold a line break.', '变量名以字母或 `_` 开头，由字母、数字、`_` `.` `-` 组成，其后是 `=`。Docker 每行读取一个变量：值中不能有换行。'),
        cure: (0,messages_text/* text */.Qq)('Correct the line. A value of several lines (a PEM key) goes in encoded as base64 on one line, or as a file, by `files`.', '请改正该行。多行的值（如 PEM 密钥）请先用 base64 编码成一行，或用 `files` 作为文件提供。'),
    }),
    INPUT_ENV_TWICE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`env\`, line ${p.line}, sets ${p.name} a second time.`, `\`env\` 第 ${p.line} 行重复设置 ${p.name}。`),
        why: (0,messages_text/* text */.Qq)('Only one value can win.', '只有一个值能生效。'),
        cure: (0,messages_text/* text */.Qq)('Remove one of the lines.', '请删除其中一行。'),
    }),
    INPUT_ENV_LONG: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`env\`, line ${p.line}, is too long.`, `\`env\` 第 ${p.line} 行过长。`),
        why: (0,messages_text/* text */.Qq)('Docker reads lines of less than 64 KiB from an env file.', 'Docker 从 env 文件读取的每行须小于 64 KiB。'),
        cure: (0,messages_text/* text */.Qq)('Give a value of that size as a file, by `files`.', '这么大的值请用 `files` 作为文件提供。'),
    }),
    INPUT_NETWORK_MODE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`network\` cannot be "${p.value}".`, `\`network\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('On the network of the server, or in that of another container, two versions cannot listen on one port side by side; without a network nothing reaches the application.', '使用服务器自身的网络或其他容器的网络时，两个版本无法同时监听同一端口；没有网络则无法访问应用。'),
        cure: (0,messages_text/* text */.Qq)('Name a network made with `docker network create`, or remove the input: `host.docker.internal` reaches what runs on the server itself.', '请填写用 `docker network create` 创建的网络，或删除该参数：用 `host.docker.internal` 可以访问服务器上运行的程序。'),
    }),
    INPUT_NETWORK: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`network\` cannot be "${p.value}".`, `\`network\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is the name of one Docker network: letters, digits, `_` `.` `-`, a letter or digit first.', '它是一个 Docker 网络的名称：由字母、数字、`_` `.` `-` 组成，以字母或数字开头。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `backend`.', '请写成 `backend` 的形式。'),
    }),
    INPUT_BUILD_ARG: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`build-args\`, line ${p.line}, cannot be "${p.value}".`, `\`build-args\` 第 ${p.line} 行不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('A line is `NAME=value`, the name of letters, digits and `_`, not beginning with a digit, each given once.', '每行写 `NAME=value`，名称由字母、数字和 `_` 组成，不以数字开头，且只出现一次。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `JAR_FILE=target/demo.jar`.', '请写成 `JAR_FILE=target/demo.jar` 的形式。'),
    }),
    INPUT_DOCKER_OPTIONS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`docker-options\` holds ${p.sign} at character ${p.column}.`, `\`docker-options\` 第 ${p.column} 个字符处有 ${p.sign}。`),
        why: (0,messages_text/* text */.Qq)('The options are split as a shell splits words, but never run by one: no operators, variables, substitutions, patterns, comments or open quotes.', '这些选项按 shell 的分词规则拆分，但不会由 shell 执行：不允许运算符、变量、命令替换、通配符、注释或未闭合的引号。'),
        cure: (0,messages_text/* text */.Qq)('Where the character itself is meant, put the word into single quotes; else remove it.', '如果确实需要该字符，请把整个词放进单引号；否则请删除。'),
    }),
    INPUT_DOCKER_OPTION_RESERVED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`docker-options\` cannot hold \`${p.option}\`.`, `\`docker-options\` 中不能有 \`${p.option}\`。`),
        why: (0,messages_text/* text */.Qq)(`An input covers it: \`${p.input}\`.`, `它由参数 \`${p.input}\` 表示。`),
        cure: p.input === 'app-port'
            ? (0,messages_text/* text */.Qq)("Remove it. The action publishes the application's own port (`app-port`; `publish-app-port: true` also opens it to the world) and no other one. Other containers reach every port of this one on a Docker network: set `network`.", '请删除它。本 Action 只发布应用自身的端口（`app-port`；`publish-app-port: true` 还会对外开放），不发布其他端口。其他容器可通过 Docker 网络访问该容器的任何端口：请设置 `network`。')
            : (0,messages_text/* text */.Qq)(`Remove it and use \`${p.input}\`.`, `请删除它，改用 \`${p.input}\`。`),
    }),
    INPUT_DOCKER_OPTION_FIXED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`docker-options\` cannot hold \`${p.option}\`.`, `\`docker-options\` 中不能有 \`${p.option}\`。`),
        why: (0,messages_text/* text */.Qq)('The action sets it itself: a deployment could not be verified, undone or found again without it.', '它由本 Action 自行设置：否则无法验证、撤销或再次找到部署。'),
        cure: (0,messages_text/* text */.Qq)('Remove it.', '请删除它。'),
    }),
    INPUT_DOCKER_OPTION_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`docker-options\` holds \`${p.option}\`, which \`docker run\` does not know.`, `\`docker-options\` 中的 \`${p.option}\` 不是 \`docker run\` 的选项。`),
        why: (0,messages_text/* text */.Qq)('docker would refuse to start the container with it.', '使用该选项时 docker 会拒绝启动容器。'),
        cure: (0,messages_text/* text */.Qq)(`${p.nearest === undefined ? '' : `The nearest option is \`${p.nearest}\`. `}Correct or remove it; \`docker run --help\` lists all options.`, `${p.nearest === undefined ? '' : `最接近的选项是 \`${p.nearest}\`。`}请改正或删除它；\`docker run --help\` 会列出所有选项。`),
    }),
    INPUT_DOCKER_OPTION_VALUE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`docker-options\`: \`${p.option}\` lacks its value.`, `\`docker-options\` 中 \`${p.option}\` 缺少取值。`),
        why: (0,messages_text/* text */.Qq)('The option takes a value, and nothing follows it.', '该选项需要一个值，但其后没有内容。'),
        cure: (0,messages_text/* text */.Qq)(`Write \`${p.option} VALUE\`.`, `请写成 \`${p.option} 值\`。`),
    }),
    INPUT_DOCKER_OPTION_WORD: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`docker-options\` holds the word "${p.word}", which belongs to no option.`, `\`docker-options\` 中的“${p.word}”不属于任何选项。`),
        why: (0,messages_text/* text */.Qq)('Docker would take it for the image, and all that follows for a command.', 'Docker 会把它当作镜像名，并把其后的内容当作命令。'),
        cure: (0,messages_text/* text */.Qq)('Remove it. A switch takes its value after `=`: `--read-only=true`.', '请删除它。开关类选项的值写在 `=` 之后：`--read-only=true`。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/dns-record.js

const dns_record_consoleUrl = 'https://console.cloud.tencent.com/cns';
/** The input that lets the action change records of these values, as it is pasted into the step. On one line: a summary has no others. */
function overwrite(values) {
    return `\`dns-overwrite: ${values}\``;
}
/** Failures and notices of what DNSPod's records say of the host name. */
const dnsRecordErrors = {
    DNS_RECORD_FOREIGN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain} has an A record with the value ${p.value}. The server is ${p.address}.`, `${p.domain} 已有记录值为 ${p.value} 的 A 记录，而服务器的地址是 ${p.address}。`),
        why: (0,messages_text/* text */.Qq)('This application did not make the record, or somebody changed it since. It may belong to another server, so nothing was changed.', '该记录不是由本应用添加的，或之后被人修改过。它可能属于其他服务器，因此未做任何变更。'),
        cure: (0,messages_text/* text */.Qq)(`If the record may be changed, add this input to the step and run again: ${overwrite(p.value)}\nIf it may not, use another \`domain\`.`, `如果可以修改该记录，请为该步骤添加以下参数后重新运行：${overwrite(p.value)}\n如果不可以，请使用其他 \`domain\`。`),
    }),
    DNS_RECORDS_SEVERAL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain} has several A records (${p.found}). It needs exactly one, with the value ${p.address}.`, `${p.domain} 有多条 A 记录（${p.found}）。需要且只能有一条，记录值为 ${p.address}。`),
        why: (0,messages_text/* text */.Qq)(`DNSPod gives all of them to clients, so that a part of the requests reaches other servers. This application did not make: ${p.foreign}.`, `DNSPod 会把它们全部返回给客户端，一部分请求会到达其他服务器。以下记录不是由本应用添加的：${p.foreign}。`),
        cure: (0,messages_text/* text */.Qq)(`If these records may be changed or deleted, add this input to the step and run again: ${overwrite(p.foreign)}\nOr delete them yourself at ${dns_record_consoleUrl}.`, `如果可以修改或删除这些记录，请为该步骤添加以下参数后重新运行：${overwrite(p.foreign)}\n也可以在 ${dns_record_consoleUrl} 自行删除。`),
    }),
    DNS_RECORD_DISABLED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The A record of ${p.domain} with the value ${p.address} is paused.`, `${p.domain} 的 A 记录（记录值 ${p.address}）已暂停。`),
        why: (0,messages_text/* text */.Qq)('This application did not make the record, and somebody paused it, so the action does not enable it by itself.', '该记录不是由本应用添加的，且被人暂停，因此本 Action 不会自行启用。'),
        cure: (0,messages_text/* text */.Qq)(`Enable it at ${dns_record_consoleUrl}. Or add this input to the step and run again: ${overwrite(p.address)}`, `请在 ${dns_record_consoleUrl} 启用该记录，或为该步骤添加以下参数后重新运行：${overwrite(p.address)}`),
    }),
    DNS_RECORD_CNAME: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain} has a record of the type ${redirectName(p.type).en} with the value ${p.value}. Next to it, an A record is not possible.`, `${p.domain} 有一条类型为 ${p.type} 的记录（记录值 ${p.value}），不能与 A 记录并存。`),
        why: (0,messages_text/* text */.Qq)('The name is in use for something else (a CDN, another host, a redirect), so nothing was changed.', '该主机记录已用于其他用途（CDN、其他主机或跳转），因此未做任何变更。'),
        cure: (0,messages_text/* text */.Qq)(`If it may become an A record with the value ${p.address}, add this input to the step and run again: ${overwrite(p.value)}\nIf it may not, use another \`domain\`, or set \`dns: false\`.`, `如果可以把它改为记录值为 ${p.address} 的 A 记录，请为该步骤添加以下参数后重新运行：${overwrite(p.value)}\n如果不可以，请使用其他 \`domain\`，或设置 \`dns: false\`。`),
    }),
    DNS_RECORD_DELEGATED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain} is delegated to other name servers: ${p.servers}.`, `${p.domain} 已通过 NS 记录委派给其他 DNS 服务器：${p.servers}。`),
        why: (0,messages_text/* text */.Qq)('Resolvers ask those servers for its address. An A record in this zone has no effect.', '解析器会向这些服务器查询地址，在本域名下添加 A 记录不会生效。'),
        cure: (0,messages_text/* text */.Qq)(`Add the A record at those servers and set \`dns: false\`. Or delete the NS records of the host at ${dns_record_consoleUrl} and run again.`, `请在这些服务器上添加 A 记录，并设置 \`dns: false\`；或在 ${dns_record_consoleUrl} 删除该主机记录的 NS 记录后重新运行。`),
    }),
    DNS_RECORD_LINES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain} has records for single lines: ${p.records}.`, `${p.domain} 有针对特定线路的记录：${p.records}。`),
        why: (0,messages_text/* text */.Qq)(`Clients of those lines get these values and not ${p.address}. The action changes only records of the default line.`, `这些线路的客户端会得到上述记录值，而不是 ${p.address}。本 Action 只修改默认线路的记录。`),
        cure: (0,messages_text/* text */.Qq)(`If those clients are to reach this server, delete the records at ${dns_record_consoleUrl}.`, `如果这些客户端也应访问本服务器，请在 ${dns_record_consoleUrl} 删除这些记录。`),
    }),
    DNS_RECORD_IPV6: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain} also has an IPv6 address: ${p.found}.`, `${p.domain} 还有 IPv6 地址：${p.found}。`),
        why: (0,messages_text/* text */.Qq)(`Clients with IPv6 use that address. The action binds and checks ${p.address} only, and the other address may be another server.`, `支持 IPv6 的客户端会使用该地址。本 Action 只绑定和检查 ${p.address}，该地址可能属于其他服务器。`),
        cure: (0,messages_text/* text */.Qq)(`If it is not this server, delete the AAAA record at ${dns_record_consoleUrl}.`, `如果它不是本服务器的地址，请在 ${dns_record_consoleUrl} 删除该 AAAA 记录。`),
    }),
    DNS_RECORD_CHANGED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The A record of ${p.domain} was written, and DNSPod now gives another one: ${p.found}.`, `${p.domain} 的 A 记录已写入，但 DNSPod 返回的是：${p.found}。`),
        why: (0,messages_text/* text */.Qq)(`Somebody else, or another program, changed the record at the same time. It is to be A ${p.address}, enabled.`, `可能有人或其他程序同时修改了该记录。需要的是：A ${p.address}，启用。`),
        cure: (0,messages_text/* text */.Qq)(`Find out who changed it (${dns_record_consoleUrl} > the domain > operation log), then run again.`, `请确认是谁修改的（${dns_record_consoleUrl} > 域名 > 操作日志），然后重新运行。`),
    }),
};
/** DNSPod's redirects have Chinese names only. */
function redirectName(type) {
    if (type.startsWith('显性'))
        return { en: 'explicit URL' };
    if (type.startsWith('隐性'))
        return { en: 'implicit URL' };
    return { en: type };
}

;// CONCATENATED MODULE: ./.build/lib/messages/errors/dns-refusal.js

/** Refusals of DNSPod that a user can do something about. */
const dnsRefusalErrors = {
    DNS_ACCOUNT_NOT_VERIFIED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`DNSPod changes no records: this Tencent Cloud account has not passed the real-name verification (${p.detail}).`, `DNSPod 拒绝修改记录：该腾讯云账号未完成实名认证（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('Tencent allows changes of DNS records to verified accounts only.', '腾讯云只允许已实名认证的账号修改解析记录。'),
        cure: (0,messages_text/* text */.Qq)('Complete the verification at https://console.cloud.tencent.com/developer/auth, then run again.', '请在 https://console.cloud.tencent.com/developer/auth 完成实名认证，然后重新运行。'),
    }),
    DNS_RECORD_CONFLICT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`DNSPod refuses the A record of ${p.domain}: another record is in its way (${p.detail}).`, `DNSPod 拒绝 ${p.domain} 的 A 记录：与其他记录冲突（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('A CNAME, NS or URL record of the same host and line excludes an A record. A record that was just added or deleted may not be in the list yet.', '同一主机记录和线路上的 CNAME、NS 或 URL 记录不能与 A 记录并存。刚添加或删除的记录可能尚未出现在列表中。'),
        cure: (0,messages_text/* text */.Qq)('Look at the records of the host at https://console.cloud.tencent.com/cns. Wait a minute and run again, or delete the record that is in the way.', '请在 https://console.cloud.tencent.com/cns 查看该主机记录的解析记录。请等待一分钟后重新运行，或删除冲突的记录。'),
    }),
    DNS_ADDRESS_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`DNSPod refuses ${p.address} as the value of ${p.domain} (${p.detail}).`, `DNSPod 拒绝把 ${p.address} 作为 ${p.domain} 的记录值（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('The address is on a blocklist of Tencent.', '该地址在腾讯云的黑名单中。'),
        cure: (0,messages_text/* text */.Qq)('If it is not the public address of your server, set `public-ip`. If it is, open a ticket: https://console.cloud.tencent.com/workorder.', '如果它不是服务器的公网地址，请设置 `public-ip`；如果是，请提交工单：https://console.cloud.tencent.com/workorder。'),
    }),
    DNS_LIMIT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`DNSPod refuses the record: a limit of the plan of ${p.zone} (${p.grade}) is reached (${p.detail}).`, `DNSPod 拒绝该记录：已达到 ${p.zone} 的套餐（${p.grade}）限制（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('Each plan limits the levels of a host name, the records of one name, and the shortest TTL.', '各套餐对主机记录级数、同名记录数和最小 TTL 都有限制。'),
        cure: (0,messages_text/* text */.Qq)('Use a host name with fewer levels, delete records that are not needed, or change the plan: https://console.cloud.tencent.com/cns.', '请使用级数更少的域名、删除不需要的记录，或升级套餐：https://console.cloud.tencent.com/cns。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/dns-zone.js

const dns_zone_consoleUrl = 'https://console.cloud.tencent.com/cns';
const domainUrl = 'https://console.cloud.tencent.com/domain';
/** Failures and notices of the zone that the host name is in, of its registration, and of its name servers. */
const dnsZoneErrors = {
    DNS_ZONE_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`DNSPod has no zone for ${p.domain} in this Tencent Cloud account.`, `该腾讯云账号的云解析 DNS 中没有 ${p.domain} 所属的域名。`),
        why: (0,messages_text/* text */.Qq)(`The zones of the account are: ${p.zones || 'none'}.`, `该账号下的域名：${p.zones || '无'}。`),
        cure: (0,messages_text/* text */.Qq)(`Add the domain at ${dns_zone_consoleUrl}. If it is in another account, use the credentials of that account. If its DNS is at another provider, set \`dns: false\` and add the A record there.`, `请在 ${dns_zone_consoleUrl} 添加该域名。如果域名在其他账号下，请使用该账号的密钥。如果域名的 DNS 在其他服务商处，请设置 \`dns: false\`，并在该服务商处添加 A 记录。`),
    }),
    DNS_ZONE_DISABLED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`DNSPod does not serve the zone ${p.zone}: its status is ${p.status}.`, `DNSPod 未对域名 ${p.zone} 提供解析：状态为 ${p.status}。`),
        why: (0,messages_text/* text */.Qq)('PAUSE: somebody paused the zone. SPAM: Tencent blocked it. No name in it resolves.', 'PAUSE 表示该域名已被人暂停解析，SPAM 表示已被腾讯云封禁。其中的所有记录都无法解析。'),
        cure: (0,messages_text/* text */.Qq)(`Resume the zone at ${dns_zone_consoleUrl}. If Tencent blocked it, open a ticket: https://console.cloud.tencent.com/workorder.`, `请在 ${dns_zone_consoleUrl} 启用该域名的解析。如果已被封禁，请提交工单：https://console.cloud.tencent.com/workorder。`),
    }),
    DNS_ZONE_LOCKED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The records of ${p.zone} cannot be changed at present (${p.detail}).`, `${p.zone} 的解析记录目前无法修改（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('The zone is locked in DNSPod, by its owner or by Tencent.', '该域名在 DNSPod 中已被其所有者或腾讯云锁定。'),
        cure: (0,messages_text/* text */.Qq)(`Unlock it at ${dns_zone_consoleUrl} > the domain > domain settings, then run again.`, `请在 ${dns_zone_consoleUrl} > 域名 > 域名设置中解锁，然后重新运行。`),
    }),
    DOMAIN_NOT_VERIFIED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The owner of ${p.zone} has not passed the real-name verification (${p.status}).`, `域名 ${p.zone} 未通过实名认证（${p.status}）。`),
        why: (0,messages_text/* text */.Qq)('The registry stops resolving a domain without verification, and a filing is not possible for it.', '未实名认证的域名会被注册局暂停解析，也无法备案。'),
        cure: (0,messages_text/* text */.Qq)(`Complete the verification at ${domainUrl} > the domain > real-name verification. Then run again.`, `请在 ${domainUrl} > 域名 > 实名认证中完成认证，然后重新运行。`),
    }),
    DOMAIN_VERIFICATION_PENDING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The real-name verification of ${p.zone} is in progress.`, `域名 ${p.zone} 的实名认证正在审核中。`),
        why: (0,messages_text/* text */.Qq)('If it is rejected, the registry stops resolving the domain.', '如果审核未通过，注册局会暂停解析该域名。'),
        cure: (0,messages_text/* text */.Qq)(`Nothing is to be done now. The result is shown at ${domainUrl}.`, `目前无需操作，审核结果见 ${domainUrl}。`),
    }),
    DOMAIN_ON_HOLD: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The domain ${p.zone} does not resolve: its registration has the status ${p.states}.`, `域名 ${p.zone} 无法解析：注册状态为 ${p.states}。`),
        why: (0,messages_text/* text */.Qq)('serverHold is set by the registry, clientHold by the registrar: the domain has expired, its owner is not verified, or there is a complaint.', 'serverHold 由注册局设置，clientHold 由注册商设置：域名已过期、未实名认证，或被投诉。'),
        cure: (0,messages_text/* text */.Qq)(`See the reason at ${domainUrl} > the domain, and renew or verify it there. Then run again.`, `请在 ${domainUrl} > 域名中查看原因，续费或完成实名认证后重新运行。`),
    }),
    DNS_NOT_DELEGATED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The registrar of ${p.zone} names DNS servers that are not those of DNSPod for it: ${p.found}.`, `${p.zone} 在注册商处设置的 DNS 服务器与 DNSPod 分配的不一致：${p.found}。`),
        why: (0,messages_text/* text */.Qq)(`Clients ask the servers that the registrar names. The records at DNSPod are on: ${p.expected}.`, `客户端会查询注册商处设置的 DNS 服务器，而 DNSPod 上的记录由以下服务器提供：${p.expected}。`),
        cure: (0,messages_text/* text */.Qq)(`At the registrar of the domain (Tencent: ${domainUrl}), set its DNS servers to ${p.expected}. If its DNS is to stay elsewhere, set \`dns: false\` and add the A record there.`, `请在域名注册商处（腾讯云：${domainUrl}）把 DNS 服务器修改为 ${p.expected}。如果要继续使用其他 DNS 服务商，请设置 \`dns: false\`，并在该服务商处添加 A 记录。`),
    }),
    DNS_SERVERS_BEHIND: (p) => ({
        what: (0,messages_text/* text */.Qq)(`After ${p.seconds} s, not all name servers of ${p.domain} answer ${p.address}: ${p.servers}.`, `${p.seconds} 秒后，${p.domain} 的 DNS 服务器仍未全部返回 ${p.address}：${p.servers}。`),
        why: (0,messages_text/* text */.Qq)('The record is set in DNSPod, but it has not reached these servers yet, or this runner cannot reach them (UDP port 53).', '记录已在 DNSPod 中设置，但尚未同步到这些服务器，或运行器无法访问它们（UDP 53 端口）。'),
        cure: (0,messages_text/* text */.Qq)(`Wait some minutes, then run the command \`verify\`. To ask a server yourself: \`nslookup ${p.domain} SERVER\`. On a self-hosted runner, allow outgoing UDP and TCP port 53.`, `请等待几分钟后运行 \`verify\` 命令。自行查询：\`nslookup ${p.domain} DNS服务器\`。自托管运行器请放行出站的 UDP 和 TCP 53 端口。`),
    }),
    DNS_CACHED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The resolver of this runner still has the old answer for ${p.domain} (${p.old || 'no address'}).`, `运行器的解析器仍缓存着 ${p.domain} 的旧解析结果（${p.old || '无地址'}）。`),
        why: (0,messages_text/* text */.Qq)(`This run changed the record to ${p.address}, and all name servers of the domain answer so. Resolvers may keep the old answer for up to ${p.seconds} s.`, `本次运行已把记录改为 ${p.address}，该域名的所有 DNS 服务器均已返回新结果。解析器最多会缓存旧结果 ${p.seconds} 秒。`),
        cure: (0,messages_text/* text */.Qq)(`Wait ${p.seconds} s. To be sure, run the command \`verify\` then.${p.old === '' ? '' : ' Keep the old server running until then.'}`, `请等待 ${p.seconds} 秒，之后可运行 \`verify\` 命令确认。${p.old === '' ? '' : '在此之前请保持旧服务器运行。'}`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/disk.js

const rest = (0,messages_text/* text */.Qq)('Then free it: `docker builder prune` (build cache), `docker image prune` (images without a name), `docker image rm NAME` (versions that you no longer need), `journalctl --vacuum-size=200M` (old logs). Then run again.', '然后清理：`docker builder prune`（构建缓存）、`docker image prune`（未命名的镜像）、`docker image rm 名称`（不再需要的版本）、`journalctl --vacuum-size=200M`（旧日志）。然后重新运行。');
/** How room is made where Docker keeps images: what no container and no name needs goes first, and nothing holds data. */
const freeDocker = (0,messages_text/* text */.Qq)(`On the server, see what takes the room: \`docker system df\`, \`df -h\`. ${rest.en}`, `请在服务器上查看占用情况：\`docker system df\`、\`df -h\`。${rest.zh}`);
/** Failures of places on the server that take nothing: full, or closed to writing. */
const diskErrors = {
    DISK_FULL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The file system ${p.fileSystem} on ${p.host} has too little space: ${p.needed} needed, ${p.available} available.`, `${p.host} 上的文件系统 ${p.fileSystem} 空间不足：需要 ${p.needed}，可用 ${p.available}。`),
        why: (0,messages_text/* text */.Qq)('The jar, its image, a base image that must be pulled and packages that must be installed are counted. Old images, logs and build caches usually fill the disk.', '已计入 jar、其镜像、需要拉取的基础镜像和需要安装的软件包。磁盘通常被旧镜像、日志和构建缓存占满。'),
        cure: (0,messages_text/* text */.Qq)(`On the server, see what takes the room: \`du -xh -d 3 ${p.fileSystem} | sort -h | tail\`, \`docker system df\`. ${rest.en}`, `请在服务器上查看占用情况：\`du -xh -d 3 ${p.fileSystem} | sort -h | tail\`、\`docker system df\`。${rest.zh}`),
    }),
    INODES_FULL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The file system ${p.fileSystem} on ${p.host} cannot take enough new files: ${p.needed} needed, ${p.available} available (inodes).`, `${p.host} 上的文件系统 ${p.fileSystem} 无法再创建足够的文件：需要 ${p.needed}，可用 ${p.available}（inode）。`),
        why: (0,messages_text/* text */.Qq)('Many small files use them up: sessions, mail queues, caches. `df -h` still shows free space; `df -i` shows this.', '大量小文件（会话、邮件队列、缓存）会耗尽 inode。`df -h` 仍显示有空间，`df -i` 可看到该问题。'),
        cure: (0,messages_text/* text */.Qq)(`On the server, find the folder with the most files: \`du --inodes -x -d 4 ${p.fileSystem} | sort -n | tail\`. Remove the files that you do not need; \`docker image prune\` frees those of images without a name. Then run again.`, `请在服务器上找出文件最多的目录：\`du --inodes -x -d 4 ${p.fileSystem} | sort -n | tail\`，删除不需要的文件；\`docker image prune\` 可释放未命名镜像占用的文件。然后重新运行。`),
    }),
    RUN_FULL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.fileSystem} on ${p.host} is full: ${p.needed} needed, ${p.available} available.`, `${p.host} 上的 ${p.fileSystem} 已满：需要 ${p.needed}，可用 ${p.available}。`),
        why: (0,messages_text/* text */.Qq)('It is a part of the memory. The lock of a deployment and the state of running services are kept there.', '它占用内存，部署锁和运行中服务的状态保存在其中。'),
        cure: (0,messages_text/* text */.Qq)(`On the server, see what fills it: \`du -xah ${p.fileSystem} | sort -h | tail\`. If it is the journal (${p.fileSystem}/log/journal), run \`journalctl --vacuum-size=10M\`. Otherwise delete the file, or restart the service that wrote it. A reboot empties it. Then run again.`, `请在服务器上查看占用情况：\`du -xah ${p.fileSystem} | sort -h | tail\`。如为系统日志（${p.fileSystem}/log/journal），请执行 \`journalctl --vacuum-size=10M\`；否则请删除该文件，或重启写入它的服务。重启服务器会清空该目录。然后重新运行。`),
    }),
    /** `folder`: that of the mount, as a shell takes it. */
    PLACE_READ_ONLY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.path} cannot be written on the server.`, `服务器上的 ${p.path} 无法写入。`),
        why: (0,messages_text/* text */.Qq)(`The file system of ${p.mount} is mounted read-only. The kernel does that after an error of the disk; some administrators do it on purpose. Nothing was changed.`, `${p.mount} 所在的文件系统以只读方式挂载。磁盘出错后内核会这样做，也可能是管理员有意设置。尚未做任何修改。`),
        cure: (0,messages_text/* text */.Qq)(`On the server, as root: \`dmesg | grep -iE "remount|i/o error"\`. If it names the disk, check the disk first (fsck). Otherwise: mount -o remount,rw ${p.folder}`, `请以 root 在服务器上执行 \`dmesg | grep -iE "remount|i/o error"\`。如提到该磁盘，请先检查磁盘（fsck）；否则执行：mount -o remount,rw ${p.folder}`),
    }),
    /** `target`: the place, as a shell takes it. */
    PLACE_IMMUTABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.path} cannot be written on the server.`, `服务器上的 ${p.path} 无法写入。`),
        why: (0,messages_text/* text */.Qq)(`${p.at} is immutable or append-only (\`lsattr -d\` shows \`i\` or \`a\`), so that not even root can change it. Panels and hardening scripts set this. Nothing was changed.`, `${p.at} 被设置为不可修改或只能追加（\`lsattr -d\` 显示 \`i\` 或 \`a\`），root 也无法修改。面板和安全加固脚本会这样设置。尚未做任何修改。`),
        cure: (0,messages_text/* text */.Qq)(`If the deployment may change it, run on the server, as root: chattr -i -a ${p.target}`, `如允许部署修改它，请以 root 在服务器上执行：chattr -i -a ${p.target}`),
    }),
};

// EXTERNAL MODULE: ./.build/lib/messages/registry-mirror.js
var registry_mirror = __webpack_require__(14518);
;// CONCATENATED MODULE: ./.build/lib/messages/errors/unreachable-image.js


/** Why the image could not be had, each mirror with how long it hung or what it answered. */
function whyUnreachable(image) {
    const [server, runner] = [whyOfServer(image), whyNotRunner(image.runner)];
    return (0,messages_text/* text */.Qq)(`${server.en}${runner.en}`, `${server.zh}${runner.zh}`);
}
/** A sentence that follows another one: why the runner cannot send the image; empty where it was not asked. */
function whyNotRunner(runner) {
    if (runner === undefined)
        return (0,messages_text/* text */.Qq)('', '');
    return typeof runner === 'string'
        ? (0,messages_text/* text */.Qq)(' The message also says why the runner cannot send it.', '错误信息还会说明运行器为何无法发送该镜像。')
        : (0,messages_text/* text */.Qq)(` ${runner.en}`, `另外，${runner.zh}`);
}
function whyOfServer({ registry, mirrors }) {
    if (typeof mirrors === 'string') {
        return (0,messages_text/* text */.Qq)('The server cannot reach the registry. The message names each registry mirror and for how long it did not answer. Docker Hub is hardly reachable from China.', '服务器无法访问镜像仓库。错误信息会列出每个镜像加速及其无响应的时长。国内几乎无法访问 Docker Hub。');
    }
    if (registry !== undefined) {
        return (0,messages_text/* text */.Qq)(`The server cannot reach the registry ${registry}.`, `服务器无法访问镜像仓库 ${registry}。`);
    }
    const met = mirrors.filter((mirror) => mirror.state !== 'unclear' || (0,registry_mirror/* isDead */.X)(mirror)).map(unreachable_image_wordsOf);
    return (0,messages_text/* text */.Qq)([...met.map(({ en }) => en), 'The server cannot reach Docker Hub, as most servers in China.'].join(' '), [...met.map(({ zh }) => zh), '服务器无法访问 Docker Hub（国内多数服务器如此）。'].join(''));
}
function unreachable_image_wordsOf(mirror) {
    const { url, state, status, seconds } = mirror;
    if (!(0,registry_mirror/* isDead */.X)(mirror)) {
        return (0,messages_text/* text */.Qq)(`The registry mirror ${url} answered ${status ?? '-'}, but did not send the image.`, `镜像加速 ${url} 返回 ${status ?? '-'}，但未提供该镜像。`);
    }
    if (state === 'unreachable' && seconds === undefined) {
        return (0,messages_text/* text */.Qq)(`The registry mirror ${url} accepts no connection.`, `镜像加速 ${url} 无法连接。`);
    }
    return seconds === undefined
        ? (0,messages_text/* text */.Qq)(`The registry mirror ${url} did not answer.`, `镜像加速 ${url} 无响应。`)
        : (0,messages_text/* text */.Qq)(`The registry mirror ${url} did not answer for ${seconds} s.`, `镜像加速 ${url} 在 ${seconds} 秒内无响应。`);
}
/** What to do, in this order; what the server has already is not advised. */
function curesOfUnreachable(image) {
    const steps = [...sourceOf(image), otherImage, fromRunner, byHand(image.image)];
    return (0,messages_text/* text */.Qq)(steps.map(({ en }, at) => `${at + 1}. ${en}`).join(' '), steps.map(({ zh }, at) => `${at + 1}. ${zh}`).join(''));
}
/** What makes the source that was asked answer, or adds one. */
function sourceOf({ registry, mirrors, tencent, unloaded }) {
    if (typeof mirrors === 'string' || typeof unloaded === 'string')
        return [replaceMirrors('MIRROR'), addMirror];
    if (registry !== undefined) {
        return [
            (0,messages_text/* text */.Qq)(`Check the address of the registry and that the server reaches it: \`curl -v https://${registry}/v2/\` on the server.`, `请检查仓库地址，以及服务器能否访问：在服务器上执行 \`curl -v https://${registry}/v2/\`。`),
        ];
    }
    const dead = mirrors.filter(registry_mirror/* isDead */.X).map(({ url }) => url);
    const known = [...mirrors.map(({ url }) => url), ...unloaded].includes(registry_mirror/* tencentMirror */.p);
    return [
        ...(unloaded.length === 0
            ? []
            : [
                (0,messages_text/* text */.Qq)(`Run \`systemctl reload docker\` on the server: /etc/docker/daemon.json names ${unloaded.join(', ')}, and Docker has not loaded it yet.`, `在服务器上执行 \`systemctl reload docker\`：/etc/docker/daemon.json 中已有 ${unloaded.join('、')}，但 Docker 尚未加载。`),
            ]),
        ...(dead.length === 0 ? [] : [replaceMirrors(dead.join(', '))]),
        ...(tencent && !known
            ? [
                (0,messages_text/* text */.Qq)(`Add ${registry_mirror/* tencentMirror */.p} to \`registry-mirrors\` in /etc/docker/daemon.json, then run \`systemctl reload docker\`.`, `在 /etc/docker/daemon.json 的 \`registry-mirrors\` 中添加 ${registry_mirror/* tencentMirror */.p}，然后执行 \`systemctl reload docker\`。`),
            ]
            : []),
        ...(mirrors.length === 0 && unloaded.length === 0 && !tencent ? [addMirror] : []),
    ];
}
function replaceMirrors(dead) {
    return (0,messages_text/* text */.Qq)(`In /etc/docker/daemon.json, replace ${dead} in \`registry-mirrors\` by a registry mirror that answers, then run \`systemctl reload docker\`.`, `在 /etc/docker/daemon.json 的 \`registry-mirrors\` 中将 ${dead} 替换为可用的镜像加速，然后执行 \`systemctl reload docker\`。`);
}
const addMirror = (0,messages_text/* text */.Qq)('If there is no registry mirror, add one to /etc/docker/daemon.json (`{"registry-mirrors": ["https://MIRROR"]}`; the console of your cloud provider names it, on Tencent Cloud https://mirror.ccs.tencentyun.com), then run `systemctl reload docker`.', '如未配置镜像加速，请在 /etc/docker/daemon.json 中添加（`{"registry-mirrors": ["https://镜像加速地址"]}`，地址见云厂商控制台，腾讯云为 https://mirror.ccs.tencentyun.com），然后执行 `systemctl reload docker`。');
const otherImage = (0,messages_text/* text */.Qq)('Set `base-image`, or FROM in the Dockerfile, to an image in a registry that the server reaches.', '将 `base-image` 或 Dockerfile 的 FROM 设为服务器可访问仓库中的镜像。');
/** What makes the action bring an image itself. */
const fromRunner = (0,messages_text/* text */.Qq)('Run the job on a runner that has Docker and either reaches the registry (`ubuntu-latest` does) or has built the image in an earlier step: the action then sends the image over the SSH connection.', '让任务在装有 Docker 的运行器上运行，且该运行器能访问镜像仓库（如 `ubuntu-latest`）或已在之前的步骤中构建该镜像：本 Action 会通过 SSH 连接把镜像发送到服务器。');
function byHand(image) {
    return (0,messages_text/* text */.Qq)(`Or bring it by hand once, from a machine that has Docker and reaches the registry: docker pull ${image} && docker save ${image} | ssh root@SERVER docker load`, `或在能访问仓库且装有 Docker 的机器上手动导入一次：docker pull ${image} && docker save ${image} | ssh root@服务器 docker load`);
}

;// CONCATENATED MODULE: ./.build/lib/messages/errors/base-image.js



/** Failures of base images, of registries and of builds. */
const baseImageErrors = {
    REGISTRY_MIRROR_SILENT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The registry mirror ${p.url} did not answer within ${p.seconds} s.`, `镜像加速 ${p.url} 在 ${p.seconds} 秒内无响应。`),
        why: (0,messages_text/* text */.Qq)('It is in `registry-mirrors` of /etc/docker/daemon.json. Docker waits for it at every pull, then uses another source.', '它在 /etc/docker/daemon.json 的 `registry-mirrors` 中，每次拉取镜像 Docker 都会先等待它，再改用其他来源。'),
        cure: (0,messages_text/* text */.Qq)('On the server, remove it from /etc/docker/daemon.json or replace it by one that answers, then run `systemctl reload docker`.', '请在服务器的 /etc/docker/daemon.json 中将其删除或替换为可用的地址，然后执行 `systemctl reload docker`。'),
    }),
    BASE_IMAGE_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The base image ${p.image} could not be pulled: ${p.said}`, `无法拉取基础镜像 ${p.image}：${p.said}`),
        why: whyUnreachable(p),
        cure: curesOfUnreachable(p),
    }),
    BASE_IMAGE_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The registry does not have the base image ${p.image}: ${p.said}`, `镜像仓库中没有基础镜像 ${p.image}：${p.said}`),
        why: (0,messages_text/* text */.Qq)(`Its name or tag is misspelt, it was withdrawn (as openjdk was), or it is private.${whyNotRunner(p.runner).en}`, `名称或标签有误、已下架（如 openjdk），或为私有镜像。${whyNotRunner(p.runner).zh}`),
        cure: (0,messages_text/* text */.Qq)('Correct the name and the tag in `base-image`, or in FROM of the Dockerfile; `eclipse-temurin` replaces `openjdk`. If the image is private, run `docker login` for its registry on the server, as root. If an earlier step of the job builds it, build it for the server’s processor: the action then sends it from the runner.', '请修正 `base-image` 或 Dockerfile 中 FROM 的名称和标签；`openjdk` 可用 `eclipse-temurin` 代替。如为私有镜像，请在服务器上以 root 对其仓库执行 `docker login`。如由任务中之前的步骤构建，请按服务器的处理器构建：本 Action 会由运行器发送。'),
    }),
    BASE_IMAGE_PLATFORM: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The base image ${p.image} does not exist for this server’s processor (${p.architecture}).`, `基础镜像 ${p.image} 不支持该服务器的处理器（${p.architecture}）。`),
        why: (0,messages_text/* text */.Qq)('Its registry has it for other processors only.', '镜像仓库中只有其他处理器的版本。'),
        cure: (0,messages_text/* text */.Qq)('Set `base-image`, or FROM in the Dockerfile, to an image that is published for this processor: those of `eclipse-temurin` are published for x86_64 and aarch64, but not those with `alpine` in the tag for every version.', '请将 `base-image` 或 Dockerfile 的 FROM 改为支持该处理器的镜像：`eclipse-temurin` 提供 x86_64 和 aarch64 版本，但标签含 `alpine` 的并非每个版本都有。'),
    }),
    REGISTRY_LIMIT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.registry} refuses to send ${p.image}: too many pulls from this address.`, `${p.registry} 拒绝发送 ${p.image}：该地址的拉取次数过多。`),
        why: (0,messages_text/* text */.Qq)(`Registries limit the pulls of one address within some hours; servers behind one address share the limit.${whyNotRunner(p.runner).en}`, `镜像仓库会限制同一地址数小时内的拉取次数，共用出口地址的服务器共用该限额。${whyNotRunner(p.runner).zh}`),
        cure: (0,messages_text/* text */.Qq)('Run again in some hours; or log in on the server as root (`docker login`), which raises the limit; or set `base-image` to the same image in another registry; or use a runner that has Docker, which then sends the image.', '请数小时后重新运行；或以 root 在服务器上登录（`docker login`）以提高限额；或将 `base-image` 设为其他仓库中的同一镜像；或使用装有 Docker 的运行器，由其发送镜像。'),
    }),
    BASE_IMAGE_NOT_PULLED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The base image ${p.image} could not be pulled: ${p.said}`, `无法拉取基础镜像 ${p.image}：${p.said}`),
        why: (0,messages_text/* text */.Qq)(`These are Docker’s own words.${whyNotRunner(p.runner).en}`, `以上为 Docker 的原文。${whyNotRunner(p.runner).zh}`),
        cure: (0,messages_text/* text */.Qq)(`1. Run \`docker pull ${p.image}\` on the server, as root, and fix what it reports. 2. ${fromRunner.en}`, `1. 请以 root 在服务器上执行 \`docker pull ${p.image}\`，并解决其报告的问题。2. ${fromRunner.zh}`),
    }),
    BASE_IMAGE_NOT_LOADED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The server’s Docker did not take in the base image ${p.image} that the runner sent: ${p.said}`, `服务器上的 Docker 未能导入运行器发送的基础镜像 ${p.image}：${p.said}`),
        why: (0,messages_text/* text */.Qq)('`docker load` failed, or what it made is not the image that was sent; that was removed.', '`docker load` 失败，或导入的结果与发送的镜像不一致（已删除）。'),
        cure: (0,messages_text/* text */.Qq)('Fix what Docker reports (`journalctl -u docker` on the server), then run again: what was sent is kept.', '请解决 Docker 报告的问题（在服务器上执行 `journalctl -u docker`），然后重新运行：已发送的内容会保留。'),
    }),
    BUILD_DISK_FULL: (_) => ({
        what: (0,messages_text/* text */.Qq)('The disk of the server became full while the image was pulled or built.', '拉取或构建镜像时服务器磁盘已满。'),
        why: (0,messages_text/* text */.Qq)('Docker keeps images under its root directory.', 'Docker 将镜像保存在其根目录下。'),
        cure: freeDocker,
    }),
    JAR_NOT_UNPACKED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.path} could not be unpacked into the layers of the image.`, `无法将 ${p.path} 解包为镜像的各层。`),
        why: (0,messages_text/* text */.Qq)('The disk is full, or the file was changed on the server after it was checked. The output below says which.', '磁盘已满，或该文件在校验之后于服务器上被改动。下方输出说明了具体原因。'),
        cure: (0,messages_text/* text */.Qq)('1. Check the free space: `df -h`. 2. Run again. 3. If it fails again, remove the file on the server; the next run uploads it.', '1. 检查剩余空间：`df -h`。2. 重新运行。3. 若再次失败，请在服务器上删除该文件，下次运行会重新上传。'),
    }),
    BUILD_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`docker build failed: ${p.detail}`, `docker build 失败：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('The last lines of its output are below.', '下方为其输出的最后几行。'),
        cure: (0,messages_text/* text */.Qq)('Correct the Dockerfile; `docker build` on your own machine shows the same. If a command of it did not reach a network (npm, apt, Maven), the server does not: set a mirror that it reaches in the Dockerfile.', '请修正 Dockerfile；在本机运行 `docker build` 可复现。如其中的命令无法访问网络（npm、apt、Maven），是服务器无法访问：请在 Dockerfile 中设置服务器可访问的镜像源。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/docker.js


/** Failures of the Docker Engine, of base images and of builds. */
const dockerErrors = {
    DOCKER_NOT_STARTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The Docker Engine does not start: ${p.said}`, `Docker Engine 无法启动：${p.said}`),
        why: (0,messages_text/* text */.Qq)('These are its own last words, or the state of its unit.', '以上为其最后的输出，或其服务的状态。'),
        cure: (0,messages_text/* text */.Qq)('On the server, fix what it names, then run `systemctl reset-failed docker; systemctl restart docker`; `journalctl -u docker -n 50` shows more. If it names /etc/docker/daemon.json, correct that file. If it names iptables, install the package `iptables`. If it names a disk, see `df -h /var/lib/docker`.', '请在服务器上解决其指出的问题，然后执行 `systemctl reset-failed docker; systemctl restart docker`；`journalctl -u docker -n 50` 可查看更多输出。如提到 /etc/docker/daemon.json，请修正该文件；如提到 iptables，请安装软件包 `iptables`；如提到磁盘，请查看 `df -h /var/lib/docker`。'),
    }),
    DOCKER_CLIENT_MISSING: (_) => ({
        what: (0,messages_text/* text */.Qq)('The Docker Engine is installed, but its command `docker` is not.', '已安装 Docker Engine，但缺少 `docker` 命令。'),
        why: (0,messages_text/* text */.Qq)('Some distributions put the command into a package of its own (from Debian 13 on, docker-cli).', '部分发行版将该命令放在单独的软件包中（Debian 13 起为 docker-cli）。'),
        cure: (0,messages_text/* text */.Qq)('On the server, as root, install it: `apt-get install docker-cli docker-buildx` on Debian, `dnf install docker-ce-cli` with Docker’s own packages. Then run again.', '请以 root 在服务器上安装：Debian 为 `apt-get install docker-cli docker-buildx`，Docker 官方软件包为 `dnf install docker-ce-cli`。然后重新运行。'),
    }),
    DOCKER_MASKED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`systemd on the server is configured not to start ${p.units}.`, `服务器上的 systemd 被设置为不启动 ${p.units}。`),
        why: (0,messages_text/* text */.Qq)('The unit is masked (`systemctl mask`), so that nothing starts the Docker Engine.', '该服务已被屏蔽（`systemctl mask`），任何程序都无法启动 Docker Engine。'),
        cure: (0,messages_text/* text */.Qq)(`If Docker may run on this server, run there as root: systemctl unmask ${p.units}`, `如允许在该服务器上运行 Docker，请以 root 执行：systemctl unmask ${p.units}`),
    }),
    DOCKER_SNAP: (_) => ({
        what: (0,messages_text/* text */.Qq)('Docker is installed as a snap.', 'Docker 是以 snap 方式安装的。'),
        why: (0,messages_text/* text */.Qq)('A snap cannot mount folders outside its own, so that volumes would be empty.', 'snap 无法挂载其目录之外的文件夹，数据卷会是空的。'),
        cure: (0,messages_text/* text */.Qq)('Its containers, images and volumes go with it. On the server, list them (`docker ps -a`, `docker volume ls`) and copy what you need into your home folder, since a snap writes nowhere else (`cd`, then `docker cp CONTAINER:PATH .` and `docker save IMAGE >image.tar`). Then run `snap remove docker`, and run this workflow again: Docker is then installed from the distribution.', '移除 snap 会同时删除其容器、镜像和数据卷。请先在服务器上列出（`docker ps -a`、`docker volume ls`）并将所需内容备份到主目录，snap 无法写入其他位置（先 `cd`，再 `docker cp 容器:路径 .`、`docker save 镜像 >image.tar`），再执行 `snap remove docker`，然后重新运行工作流：会改用发行版的 Docker。'),
    }),
    DOCKER_PODMAN: (_) => ({
        what: (0,messages_text/* text */.Qq)('`docker` on this server is Podman.', '该服务器上的 `docker` 实际是 Podman。'),
        why: (0,messages_text/* text */.Qq)('It lacks restart policies at boot and other things that this deployment needs.', '它缺少开机重启策略等本部署依赖的功能。'),
        cure: (0,messages_text/* text */.Qq)('On the server, as root: `apt-get remove podman-docker` on Debian and Ubuntu, `yum remove podman-docker` elsewhere. Containers of Podman stay, and `podman` still manages them. Then run again: with `provision: true` Docker Engine is installed.', '请以 root 在服务器上执行：Debian 和 Ubuntu 为 `apt-get remove podman-docker`，其他系统为 `yum remove podman-docker`。Podman 的容器不受影响，仍可用 `podman` 管理。然后重新运行：`provision: true` 会安装 Docker Engine。'),
    }),
    DOCKER_ROOTLESS: (_) => ({
        what: (0,messages_text/* text */.Qq)('The Docker Engine runs rootless.', 'Docker Engine 以 rootless 模式运行。'),
        why: (0,messages_text/* text */.Qq)('Its containers do not come back after a reboot unless their user lingers, and ports pass through a proxy of its own.', '其容器在重启后不会自动恢复（除非用户开启 linger），端口也经过其自己的代理。'),
        cure: (0,messages_text/* text */.Qq)('As the user who runs the rootless engine: `systemctl --user disable --now docker`. As root: `docker context use default`, and remove DOCKER_HOST from the start-up files of root. Install the Docker Engine of the system if it is missing, and start it: `systemctl enable --now docker`. Then run again.', '以运行 rootless 引擎的用户执行：`systemctl --user disable --now docker`；以 root 执行：`docker context use default`，并从 root 的启动文件中删除 DOCKER_HOST。如缺少系统级 Docker Engine，请安装并启动：`systemctl enable --now docker`。然后重新运行。'),
    }),
    DOCKER_TOO_OLD: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Docker Engine ${p.version} is too old for ${p.image}; ${p.needed} is needed.`, `Docker Engine ${p.version} 版本过低，无法用于 ${p.image}；需要 ${p.needed} 以上。`),
        why: (0,messages_text/* text */.Qq)('Its seccomp profile refuses system calls of newer base images, so that Java does not start.', '其 seccomp 配置会拒绝新基础镜像的系统调用，导致 Java 无法启动。'),
        cure: (0,messages_text/* text */.Qq)('Update the Docker Engine: `apt-get update && apt-get install --only-upgrade docker.io` (or `docker-ce`, as the package is named), `yum update docker-ce` elsewhere; its containers restart. If only a base image needs it, you can instead set `base-image` to one with an older system, whose tag ends with `-focal`, such as `eclipse-temurin:17-jre-focal`.', '请升级 Docker Engine：`apt-get update && apt-get install --only-upgrade docker.io`（或 `docker-ce`，以实际软件包名为准），其他系统为 `yum update docker-ce`；容器会重启。如仅基础镜像需要，也可将 `base-image` 设为基于较旧系统、标签以 `-focal` 结尾的镜像，例如 `eclipse-temurin:17-jre-focal`。'),
    }),
    DAEMON_JSON_INVALID: (_) => ({
        what: (0,messages_text/* text */.Qq)('/etc/docker/daemon.json is not a JSON object.', '/etc/docker/daemon.json 不是 JSON 对象。'),
        why: (0,messages_text/* text */.Qq)('To add a registry mirror it must be read; writing it again would lose what it says.', '添加镜像加速需要读取该文件；重写会丢失其内容。'),
        cure: (0,messages_text/* text */.Qq)('Correct the file, as UTF-8 text. `python3 -m json.tool /etc/docker/daemon.json` shows where it is wrong; without Python, `dockerd --validate` does (Docker 23 or later).', '请修正该文件（须为 UTF-8 文本）。`python3 -m json.tool /etc/docker/daemon.json` 可定位错误；没有 Python 时可用 `dockerd --validate`（Docker 23 及以上）。'),
    }),
    DAEMON_JSON_CHANGED: (_) => ({
        what: (0,messages_text/* text */.Qq)('/etc/docker/daemon.json was changed while the deployment ran.', '部署过程中 /etc/docker/daemon.json 被修改。'),
        why: (0,messages_text/* text */.Qq)('The action adds a registry mirror to this file. Writing it now would lose the change. The file was not changed by the action.', '本 Action 要在该文件中添加镜像加速；此时写入会丢失这一修改。本 Action 未修改该文件。'),
        cure: (0,messages_text/* text */.Qq)('Run the workflow again. It reads the file again.', '请重新运行工作流，它会重新读取该文件。'),
    }),
    IMAGE_TAG_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The image name ${p.tag} is already in use on the server.`, `服务器上已有名为 ${p.tag} 的镜像。`),
        why: (0,messages_text/* text */.Qq)('The action builds an image of this name and does not replace one that it did not build. Nothing was changed.', '本 Action 要构建该名称的镜像，但不会替换不是由它构建的镜像。尚未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)(`Give it another name: docker tag ${p.tag} ${p.tag}-old && docker image rm ${p.tag}`, `请为其改名：docker tag ${p.tag} ${p.tag}-old && docker image rm ${p.tag}`),
    }),
    IMAGE_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Image ${p.tag} was removed, and cannot be rebuilt: its base image ${p.base} is missing as well.`, `镜像 ${p.tag} 已被删除，且无法重新构建：基础镜像 ${p.base} 也不存在。`),
        why: (0,messages_text/* text */.Qq)('Images are often removed by `docker image prune -a`. A rollback downloads nothing. Nothing was changed.', '镜像常被 `docker image prune -a` 删除。回滚不会下载任何内容。尚未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)(`Bring the base image to the server, then run the rollback again: docker pull ${p.base}`, `请先在服务器上取得基础镜像，再重新回滚：docker pull ${p.base}`),
    }),
    IMAGE_LATEST_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.tag} is left as it is.`, `${p.tag} 保持不变。`),
        why: (0,messages_text/* text */.Qq)('During the deploy it was given to an image that this action did not build.', '部署期间，该名称被用于不是由本 Action 构建的镜像。'),
        cure: (0,messages_text/* text */.Qq)(`To give the name back to this application, give the image another name: docker tag ${p.tag} ${p.tag}-old && docker image rm ${p.tag}`, `如需将该名称还给本应用，请为镜像改名：docker tag ${p.tag} ${p.tag}-old && docker image rm ${p.tag}`),
    }),
    ...baseImageErrors,
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/dockerfile.js

/** Failures of the Dockerfile, all found on the runner before the server is contacted. */
const dockerfileErrors = {
    /** `detail` says what is wrong with it: missing, a folder, empty, no text, no FROM. */
    DOCKERFILE_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The Dockerfile cannot be read: ${p.path}`, `无法读取 Dockerfile：${p.path}`),
        why: (0,messages_text/* text */.Qq)(`Found: ${p.detail}`, `原因：${p.detail}`),
        cure: (0,messages_text/* text */.Qq)('Let `dockerfile` name a text file with a FROM line, relative to the workspace; or leave it empty, and one is rendered for the jar.', '请让 `dockerfile` 指向含有 FROM 行的文本文件（相对于工作区）；或留空，由本 Action 为该 jar 生成。'),
    }),
    /** `line` counts from 1; `there` lists files that are there, or says that there are none. */
    DOCKERFILE_COPY_FINDS_NOTHING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Line ${p.line} of the Dockerfile copies ${p.source}, which would not be there`, `Dockerfile 第 ${p.line} 行复制 ${p.source}，但该文件不会存在`),
        why: (0,messages_text/* text */.Qq)(`The build folder holds the jar (${p.jar}) and the files of \`context\`: ${p.there}`, `构建目录中只有 jar（${p.jar}）和 \`context\` 中的文件：${p.there}`),
        cure: (0,messages_text/* text */.Qq)('Correct the path in the Dockerfile, or let `context` name the folder that holds this file.', '请改正 Dockerfile 中的路径，或让 `context` 指向含有该文件的目录。'),
    }),
    DOCKERFILE_COPY_FINDS_SEVERAL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Line ${p.line} of the Dockerfile copies ${p.source}, which matches several files, to one file`, `Dockerfile 第 ${p.line} 行把 ${p.source} 匹配到的多个文件复制成一个文件`),
        why: (0,messages_text/* text */.Qq)(`It matches: ${p.matches}`, `匹配到：${p.matches}`),
        cure: (0,messages_text/* text */.Qq)('Name the jar exactly, keep the other files out of `context`, or copy into a folder (a destination that ends with /).', '请写明 jar 的确切名称，或不要把其他文件放进 `context`，或复制到目录（目标以 / 结尾）。'),
    }),
    DOCKERFILE_NO_JAR: (p) => ({
        what: (0,messages_text/* text */.Qq)('No COPY or ADD of the Dockerfile takes the jar', 'Dockerfile 中没有任何 COPY 或 ADD 复制 jar'),
        why: (0,messages_text/* text */.Qq)(`The image would not contain ${p.jar}: looked for a source that ends in .jar, a folder, or \`COPY . .\`; COPY --from and ONBUILD do not count.`, `镜像中不会包含 ${p.jar}：查找了以 .jar 结尾的来源、目录以及 \`COPY . .\`；COPY --from 和 ONBUILD 不算。`),
        cure: (0,messages_text/* text */.Qq)('Add a line such as `COPY target/*.jar app.jar`, or leave `dockerfile` empty, and one is rendered for the jar.', '请加入类似 `COPY target/*.jar app.jar` 的一行；或将 `dockerfile` 留空，由本 Action 为该 jar 生成。'),
    }),
    DOCKERFILE_JAR_AMBIGUOUS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The Dockerfile copies several jars, and it cannot be told which is the application: ${p.sources}`, `Dockerfile 复制了多个 jar，无法判断哪个是应用：${p.sources}`),
        why: (0,messages_text/* text */.Qq)(`None of them is named like ${p.jar}, and \`context\` holds none of them.`, `它们都与 ${p.jar} 不同名，且 \`context\` 中都没有。`),
        cure: (0,messages_text/* text */.Qq)('Put the other jars into `context`, or name the application as the build names it (`COPY target/*.jar app.jar`).', '请把其他 jar 放进 `context`，或按构建产物的名称书写应用的 jar（`COPY target/*.jar app.jar`）。'),
    }),
    DOCKERFILE_ARG_UNSET: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Line ${p.line} of the Dockerfile uses \${${p.name}}, which has no value: ${p.instruction}`, `Dockerfile 第 ${p.line} 行使用了没有值的 \${${p.name}}：${p.instruction}`),
        why: (0,messages_text/* text */.Qq)('It is declared without a default, or not at all in this stage, and `build-args` does not set it.', '它在声明时没有默认值，或在该阶段没有声明，并且 `build-args` 没有设置它。'),
        cure: (0,messages_text/* text */.Qq)(`Give the input \`build-args\` a line ${p.name}=value, or the Dockerfile a default: ARG ${p.name}=value`, `请在参数 \`build-args\` 中加一行 ${p.name}=值，或在 Dockerfile 中给出默认值：ARG ${p.name}=值`),
    }),
    DOCKER_BASE_IMAGE_INVALID: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`base-image\` is not the name of an image: ${p.image}`, `\`base-image\` 不是有效的镜像名：${p.image}`),
        why: (0,messages_text/* text */.Qq)('A name is [host[:port]/]path[:tag][@sha256:digest], its path in lower case, without spaces.', '镜像名的格式为 [主机[:端口]/]路径[:标签][@sha256:摘要]，路径为小写，不含空格。'),
        cure: (0,messages_text/* text */.Qq)('Write for example `base-image: eclipse-temurin:17-jre`, or leave it empty for the one that fits the jar.', '例如写 `base-image: eclipse-temurin:17-jre`；或留空，使用适合该 jar 的镜像。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/health.js

/** Failures of the health check: the application answers, but not as it should. */
const healthErrors = {
    HEALTH_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application answers ${p.status} on ${p.path}, port ${p.port}; expected ${p.expected}${p.seconds === undefined ? '' : ` (waited ${p.seconds} s)`}.${p.components === '' ? '' : ` The actuator reports as down: ${p.components}.`}`, `应用在端口 ${p.port} 的 ${p.path} 返回 ${p.status}；期望 ${p.expected}${p.seconds === undefined ? '' : `（已等待 ${p.seconds} 秒）`}。${p.components === '' ? '' : `actuator 报告异常的组件：${p.components}。`}`),
        why: whyNot(p),
        cure: cureOf(p),
    }),
    HEALTH_SAYS_DOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The health of the application in container ${p.container} says ${p.status}${p.components === '' ? '' : `: ${p.components}`}, though the health check passed.`, `健康检查已通过，但容器 ${p.container} 中应用的健康状态为 ${p.status}${p.components === '' ? '' : `：${p.components}`}。`),
        why: (0,messages_text/* text */.Qq)('Another path or status was accepted: by `health-path`, `health-status` or the configuration of the actuator (`management.endpoint.health.status.http-mapping`). So the deploy went on.', '`health-path`、`health-status` 或 actuator 的配置（`management.endpoint.health.status.http-mapping`）接受了其他路径或状态码，因此部署继续进行。'),
        cure: p.components === ''
            ? (0,messages_text/* text */.Qq)('The log of the application says what does not work. `MANAGEMENT_ENDPOINT_HEALTH_SHOW_COMPONENTS=always` in `env` lets the actuator name the component that is down.', '原因见应用日志。在 `env` 中设置 `MANAGEMENT_ENDPOINT_HEALTH_SHOW_COMPONENTS=always` 可让 actuator 说明是哪个组件异常。')
            : componentsCure(p.components),
    }),
};
function whyNot({ container, status, steady, components }) {
    if (components !== '')
        return (0,messages_text/* text */.Qq)(`It runs in ${container}, and what it needs does not work. Its last log lines are shown with this error.`, `应用在 ${container} 中运行，但它依赖的组件不可用。最后的日志见本错误。`);
    if (steady)
        return (0,messages_text/* text */.Qq)(`It has answered ${status} from the first answer on; this does not change by waiting.`, `从第一次响应起一直返回 ${status}，继续等待不会改变。`);
    return (0,messages_text/* text */.Qq)(`It runs in ${container}, but does not say that it is well. Its last log lines are shown with this error.`, `应用在 ${container} 中运行，但健康检查未通过。最后的日志见本错误。`);
}
function cureOf({ path, status, components }) {
    if (components !== '')
        return componentsCure(components);
    if (status === '404')
        return (0,messages_text/* text */.Qq)(`Nothing is served at ${path}. Set \`health-path\` to a path that the application serves, with its context path in front (\`/shop/actuator/health\`).`, `${path} 不存在。请将 \`health-path\` 设为应用提供的路径，并以上下文路径开头（如 \`/shop/actuator/health\`）。`);
    if (status === '401' || status === '403')
        return (0,messages_text/* text */.Qq)(`${path} asks for a login. Permit it in Spring Security (\`requestMatchers("${path}").permitAll()\`), or set \`health-status: ${status}\`.`, `${path} 要求登录。请在 Spring Security 中放行（\`requestMatchers("${path}").permitAll()\`），或设置 \`health-status: ${status}\`。`);
    if (/^3\d\d$/.test(status))
        return (0,messages_text/* text */.Qq)(`${path} redirects, often to a login page. Set \`health-path\` to a path that answers without a login, or \`health-status: ${status}\`.`, `${path} 发生跳转（通常跳到登录页）。请将 \`health-path\` 设为无需登录的路径，或设置 \`health-status: ${status}\`。`);
    if (status === '400')
        return (0,messages_text/* text */.Qq)('If the application serves HTTPS itself on this port, add `SERVER_SSL_ENABLED=false` to `env`: nginx serves HTTPS. Otherwise set `health-path` to a path that answers 200.', '如果应用在该端口上自己提供 HTTPS，请在 `env` 中设置 `SERVER_SSL_ENABLED=false`：HTTPS 由 nginx 提供。否则请将 `health-path` 设为返回 200 的路径。');
    if (/^[24]\d\d$/.test(status))
        return (0,messages_text/* text */.Qq)(`Set \`health-status: ${status}\` if this is the right answer, or \`health-path\` to a path that answers 200.`, `如果该响应是正确的，请设置 \`health-status: ${status}\`；否则请将 \`health-path\` 设为返回 200 的路径。`);
    return (0,messages_text/* text */.Qq)('Correct what the log lines name (often a database or another service), or set `health-path` to a path that does not depend on it. `MANAGEMENT_ENDPOINT_HEALTH_SHOW_COMPONENTS=always` in `env` lets the actuator name the component that is down.', '请按日志处理（常见原因是数据库或其他服务），或将 `health-path` 设为不依赖它的路径。在 `env` 中设置 `MANAGEMENT_ENDPOINT_HEALTH_SHOW_COMPONENTS=always` 可让 actuator 说明是哪个组件异常。');
}
/** What to do about components that the actuator knows of; others are the application's own. */
function componentsCure(components) {
    const cures = known.filter(([form]) => form.test(components)).map(([, cure]) => cure);
    if (cures.length > 0)
        return (0,messages_text/* text */.Qq)(cures.map(({ en }) => en).join('\n'), cures.map(({ zh }) => zh).join('\n'));
    return (0,messages_text/* text */.Qq)('Correct what the components need, in `env` or in the configuration of the jar; the log of the application says what it is.', '请在 `env` 或 jar 的配置中修正这些组件所需的设置；具体原因见应用日志。');
}
/** Components by their names in a list. */
const known = [
    [
        /(?:^|, )(?:db|r2dbc)|dataSource/i,
        (0,messages_text/* text */.Qq)('Database: verify SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD in `env`; for a database on this server the host is `host.docker.internal` (README, "A database on the server").', '数据库：请检查 `env` 中的 SPRING_DATASOURCE_URL、_USERNAME、_PASSWORD；数据库在本服务器上时主机名为 `host.docker.internal`（见 README“服务器上的数据库”）。'),
    ],
    [
        /(?:^|, )redis/i,
        (0,messages_text/* text */.Qq)('Redis: verify SPRING_DATA_REDIS_HOST and _PASSWORD (Spring Boot 2: SPRING_REDIS_HOST, _PASSWORD) in `env`; for Redis on this server the host is `host.docker.internal`.', 'Redis：请检查 `env` 中的 SPRING_DATA_REDIS_HOST、_PASSWORD（Spring Boot 2：SPRING_REDIS_HOST、_PASSWORD）；Redis 在本服务器上时主机名为 `host.docker.internal`。'),
    ],
    [
        /(?:^|, )mail/i,
        (0,messages_text/* text */.Qq)('Mail: use port 465 with TLS (clouds block port 25), or leave mail out of the health check: `MANAGEMENT_HEALTH_MAIL_ENABLED=false` in `env`.', '邮件：请使用 465 端口和 TLS（云厂商封禁 25 端口），或不检查邮件：在 `env` 中设置 `MANAGEMENT_HEALTH_MAIL_ENABLED=false`。'),
    ],
    [
        /(?:^|, )diskSpace/i,
        (0,messages_text/* text */.Qq)('Disk space: run `df -h /` on the server and free some, or lower the threshold: `MANAGEMENT_HEALTH_DISKSPACE_THRESHOLD=10MB` in `env`.', '磁盘空间：请在服务器上执行 `df -h /` 并清理，或降低阈值：在 `env` 中设置 `MANAGEMENT_HEALTH_DISKSPACE_THRESHOLD=10MB`。'),
    ],
    [
        /(?:^|, )(?:rabbit|elasticsearch|mongo|kafka|ldap|jms|neo4j|cassandra|nacos|consul|eureka|discovery)/i,
        (0,messages_text/* text */.Qq)('Verify the address and the password of these services in `env`; a service on this server has the host `host.docker.internal`, not `localhost`.', '请检查 `env` 中这些服务的地址和密码；本服务器上的服务主机名为 `host.docker.internal`，而不是 `localhost`。'),
    ],
];

;// CONCATENATED MODULE: ./.build/lib/messages/errors/hook.js

/** Failures of the scripts that a user has run on the server (`before-switch`, `after-deploy`). */
const hookErrors = {
    INPUT_HOOK_SHEBANG: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The first line of \`${p.name}\` (\`#!\`) names ${p.program}.`, `\`${p.name}\` 的首行 \`#!\` 指定了 ${p.program}。`),
        why: (0,messages_text/* text */.Qq)('bash runs the script, whatever its first line says.', '无论首行写什么，脚本都由 bash 运行。'),
        cure: (0,messages_text/* text */.Qq)(`Write it for bash, and call ${p.program} from it: \`${p.program} - <<'EOF'\`, the program, and a last line \`EOF\`.`, `请按 bash 编写，并在其中调用 ${p.program}：\`${p.program} - <<'EOF'\`，然后是程序，最后一行为 \`EOF\`。`),
    }),
    HOOK_SYNTAX: (p) => ({
        what: (0,messages_text/* text */.Qq)(`bash on the server cannot read \`${p.name}\`: syntax error in line ${p.line}.`, `服务器上的 bash 无法解析 \`${p.name}\`：第 ${p.line} 行有语法错误。`),
        why: (0,messages_text/* text */.Qq)('It was checked with `bash -n` before anything was changed; what bash says is shown with this error.', '在做任何修改之前用 `bash -n` 检查过；bash 的提示见本错误。'),
        cure: (0,messages_text/* text */.Qq)(`Fix the script. In a workflow, write it below \`${p.name}: |\`: with \`>\` YAML joins its lines.`, `请修正脚本。在工作流中请写在 \`${p.name}: |\` 之下：用 \`>\` 时 YAML 会把各行连成一行。`),
    }),
    HOOK_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`before-switch\` failed: ${exitOf(p.code).en}.`, `\`before-switch\` 失败：${exitOf(p.code).zh}。`),
        why: (0,messages_text/* text */.Qq)(`So ${p.release} does not go live. What was prepared is undone, and the old version stays live. The last lines of the script are shown with this error.`, `因此 ${p.release} 不会上线。已准备的内容会撤销，原来的版本继续提供服务。脚本最后的输出见本错误。`),
        cure: (0,messages_text/* text */.Qq)('If the script tests the new version: fix the application. Otherwise fix the script. It stops at the first command that fails (`bash -eo pipefail`).', '如果脚本测试的是新版本，请修复应用；否则请修正脚本。脚本会在第一个失败的命令处停止（`bash -eo pipefail`）。'),
    }),
    HOOK_TIMEOUT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`before-switch\` did not finish within ${p.seconds} s and was terminated.`, `\`before-switch\` 在 ${p.seconds} 秒内未结束，已被终止。`),
        why: (0,messages_text/* text */.Qq)(`So ${p.release} does not go live. What was prepared is undone, and the old version stays live.`, `因此 ${p.release} 不会上线。已准备的内容会撤销，原来的版本继续提供服务。`),
        cure: (0,messages_text/* text */.Qq)('If it waits for something, give that a limit of its own (`curl --max-time 10`). If it needs longer, raise `hook-timeout`.', '如果它在等待，请为该命令单独设置时限（`curl --max-time 10`）；如果确实需要更久，请调大 `hook-timeout`。'),
    }),
    AFTER_DEPLOY_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`after-deploy\` failed: ${endOf(p).en}.`, `\`after-deploy\` 失败：${endOf(p).zh}。`),
        why: (0,messages_text/* text */.Qq)(`It runs after everything is verified, so nothing is undone: ${p.release} is live.`, `它在全部验证通过后运行，因此不撤销任何修改：${p.release} 已上线。`),
        cure: (0,messages_text/* text */.Qq)('Fix the script. It runs again with the next deploy that changes something; until then, do by hand what it should have done.', '请修正脚本。下一次有变更的运行会再次执行它；这次未完成的事请手动处理。'),
    }),
};
/** bash tells of signal N as 128 + N. */
function exitOf(code) {
    return code > 128 && code <= 192
        ? (0,messages_text/* text */.Qq)(`exit code ${code} (signal ${code - 128})`, `退出码 ${code}（信号 ${code - 128}）`)
        : (0,messages_text/* text */.Qq)(`exit code ${code}`, `退出码 ${code}`);
}
function endOf({ ended, code, seconds }) {
    switch (ended) {
        case 'timeout':
            return (0,messages_text/* text */.Qq)(`it did not finish within ${seconds} s (\`hook-timeout\`) and was terminated`, `在 ${seconds} 秒（\`hook-timeout\`）内未结束，已被终止`);
        case 'busy':
            return (0,messages_text/* text */.Qq)(`another run's \`after-deploy\` was still running after ${seconds} s (\`hook-timeout\`), so it did not start`, `等待 ${seconds} 秒（\`hook-timeout\`）后，另一次运行的 \`after-deploy\` 仍未结束，因此没有执行`);
        default:
            return exitOf(code);
    }
}

;// CONCATENATED MODULE: ./.build/lib/messages/errors/input.js

/** How the runner hands over the input `name` (actions/toolkit, core.getInput). */
function variableOf(name) {
    return `INPUT_${name.toUpperCase()}`;
}
/** Failures of the inputs, all found on the runner before the server is contacted. A secret's value is in none of them. */
const inputErrors = {
    INPUT_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The input \`${p.name}\` is missing.`, `缺少参数 \`${p.name}\`。`),
        why: (0,messages_text/* text */.Qq)(`The command \`${p.command}\` needs it.`, `命令 \`${p.command}\` 需要它。`),
        cure: (0,messages_text/* text */.Qq)(`Add \`${p.name}: ...\` under \`with:\`. Where it comes from a secret, check that the secret exists and has a value: a secret that does not exist is empty.`, `在 \`with:\` 下添加 \`${p.name}: ...\`。若取自 secret，请确认该 secret 存在且有值：不存在的 secret 为空。`),
    }),
    INPUT_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`There is no input named \`${p.name}\`.`, `没有名为 \`${p.name}\` 的参数。`),
        why: (0,messages_text/* text */.Qq)('GitHub would only warn, and the value would have no effect.', 'GitHub 只会给出警告，该值不会生效。'),
        cure: (0,messages_text/* text */.Qq)(`${p.nearest === undefined ? '' : `The nearest name is \`${p.nearest}\`. `}Correct the name, or remove the line. If it is not an input of the step but a variable of its environment (\`${variableOf(p.name)}\`), empty it there: \`env: { ${variableOf(p.name)}: '' }\`.`, `${p.nearest === undefined ? '' : `最接近的名称是 \`${p.nearest}\`。`}请改正名称，或删除该行。若它不是该步骤的参数，而是环境变量 \`${variableOf(p.name)}\`，请在该步骤中将其置空：\`env: { ${variableOf(p.name)}: '' }\`。`),
    }),
    INPUT_CHOICE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('Only a fixed set of values is known.', '只支持固定的几个取值。'),
        cure: (0,messages_text/* text */.Qq)(`Use one of: ${p.allowed}.`, `请使用以下之一：${p.allowed}。`),
    }),
    INPUT_BOOLEAN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is either on or off.', '它只能是开或关。'),
        cure: (0,messages_text/* text */.Qq)('Write `true` or `false`.', '请写 `true` 或 `false`。'),
    }),
    INPUT_NUMBER: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)(`It is a whole number from ${p.least} to ${p.most}, in plain digits.`, `它必须是 ${p.least} 到 ${p.most} 之间的整数，只用数字书写。`),
        cure: (0,messages_text/* text */.Qq)('Write such a number, without unit or sign.', '请写这样的数字，不带单位和符号。'),
    }),
    INPUT_HOST: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`host\` cannot be "${p.value}".`, `\`host\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is a host name, an IPv4 or an IPv6 address, without user name and port.', '它是主机名、IPv4 或 IPv6 地址，不带用户名和端口。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `203.0.113.10`; the rest goes into `username` and `port`.', '请写成 `203.0.113.10` 的形式；其余写在 `username` 和 `port` 中。'),
    }),
    INPUT_USERNAME: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`username\` cannot be "${p.value}".`, `\`username\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('A user name on Linux has no spaces, slashes, colons, quotes or @.', 'Linux 用户名不含空格、斜杠、冒号、引号或 @。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `root` or `ubuntu`.', '请写成 `root` 或 `ubuntu` 的形式。'),
    }),
    INPUT_PUBLIC_IP: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`public-ip\` cannot be "${p.value}".`, `\`public-ip\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is the public IPv4 or IPv6 address that the domain points at; a private, loopback or link-local address is reached by nobody outside.', '它是域名指向的公网 IPv4 或 IPv6 地址；内网、回环或链路本地地址外界无法访问。'),
        cure: (0,messages_text/* text */.Qq)('Copy the public address from the console of the server, or remove the input.', '请从服务器控制台复制公网地址，或删除该参数。'),
    }),
    INPUT_APP: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`app\` cannot be "${p.value}".`, `\`app\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('Its lower-case form names the image and the container: 2 to 64 letters, digits and single `.` `_` `-` between them.', '其小写形式用作镜像名和容器名：2 到 64 个字母、数字，中间可用单个 `.` `_` `-` 分隔。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `MCCM-server`.', '请写成 `MCCM-server` 的形式。'),
    }),
    INPUT_BASE_IMAGE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`base-image\` cannot be "${p.value}".`, `\`base-image\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is not a reference to an image: [registry[:port]/]name[:tag][@digest], the name in lower case.', '它不是有效的镜像引用：[仓库[:端口]/]名称[:标签][@摘要]，名称须小写。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `eclipse-temurin:17-jre`.', '请写成 `eclipse-temurin:17-jre` 的形式。'),
    }),
    INPUT_PROFILE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`spring-profile\` cannot be "${p.value}".`, `\`spring-profile\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is one or more names of letters, digits, `_` `.` `@` `+` `-`, separated by commas.', '它是一个或多个名称，由字母、数字、`_` `.` `@` `+` `-` 组成，用逗号分隔。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `prod` or `prod,wechat`.', '请写成 `prod` 或 `prod,wechat` 的形式。'),
    }),
    INPUT_PATH: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is one path on the runner, on one line.', '它是运行器上的一个路径，只占一行。'),
        cure: (0,messages_text/* text */.Qq)('Write a path relative to the workspace.', '请写相对于工作目录的路径。'),
    }),
    INPUT_HEALTH_PATH: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`health-path\` cannot be "${p.value}".`, `\`health-path\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It begins with `/` and holds only characters of a URL path (others as %XX), no scheme and host, no `$` or quotes.', '它以 `/` 开头，只含 URL 路径允许的字符（其他字符写成 %XX），不带协议和主机名，不含 `$` 和引号。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `/actuator/health`.', '请写成 `/actuator/health` 的形式。'),
    }),
    INPUT_HEALTH_STATUS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`health-status\` cannot be "${p.value}".`, `\`health-status\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It lists HTTP statuses from 100 to 599 and ranges of them, separated by commas.', '它列出 100 到 599 的 HTTP 状态码或其范围，用逗号分隔。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `200`, `200-299` or `200,204`.', '请写成 `200`、`200-299` 或 `200,204` 的形式。'),
    }),
    INPUT_ARTIFACT_NAME: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`artifact-name\` cannot be "${p.value}".`, `\`artifact-name\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('GitHub allows none of " : < > | * ? \\ / and no line break in it; `<app>` stands for the application name.', 'GitHub 不允许其中出现 " : < > | * ? \\ / 和换行；`<app>` 代表应用名。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `deployment-<app>`.', '请写成 `deployment-<app>` 的形式。'),
    }),
    INPUT_NEEDS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` needs \`${p.needed}\`.`, `\`${p.name}\` 需要同时给出 \`${p.needed}\`。`),
        why: (0,messages_text/* text */.Qq)('One without the other has no meaning.', '二者缺一则没有意义。'),
        cure: (0,messages_text/* text */.Qq)(`Add \`${p.needed}\`, or change \`${p.name}\`. Where it comes from a secret, check that the secret has a value.`, `请添加 \`${p.needed}\`，或修改 \`${p.name}\`。若取自 secret，请确认该 secret 有值。`),
    }),
    INPUT_RELEASE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('The id of a release is its UTC time and its commit, such as 20261123T160512Z-1a2b3c4.', '发布版本的编号由 UTC 时间和提交组成，例如 20261123T160512Z-1a2b3c4。'),
        cure: (0,messages_text/* text */.Qq)('Take the id from the output `release` of a deploy, from its summary, or from the list that `command: status` prints. Without `release`, `rollback` goes to the newest release before the live one.', '请从某次部署的输出 `release`、其摘要，或 `command: status` 打印的列表中取发布版本的编号。不给出 `release` 时，`rollback` 回滚到当前发布版本之前最新的一个。'),
    }),
    INPUT_CONFLICT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` and \`${p.other}\` exclude each other.`, `\`${p.name}\` 与 \`${p.other}\` 不能同时这样设置。`),
        why: (0,messages_text/* text */.Qq)('One of the two would have no effect.', '其中之一不会生效。'),
        cure: (0,messages_text/* text */.Qq)('Remove or change one of them.', '请删除或修改其中之一。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/instance.js


/** Failures and notices of the server as an instance of Tencent Cloud. */
const instanceErrors = {
    INSTANCE_NOT_FOUND: (p) => ({
        what: (0,messages_text/* text */.Qq)(`No instance ${p.wanted} in this Tencent Cloud account (${p.products}; regions: ${p.regions}).`, `此腾讯云账号中没有实例 ${p.wanted}（${p.products}；地域：${p.regions}）。`),
        why: (0,messages_text/* text */.Qq)('The server may be in another account or region, or its public address may not be its own (a NAT gateway, a load balancer).', '服务器可能属于其他账号或地域，或该公网地址并非服务器自身的地址（如 NAT 网关、负载均衡）。'),
        cure: (0,messages_text/* text */.Qq)('Set `instance-id` (lhins-… or ins-…) and `tencent-region` as the console shows them: https://console.cloud.tencent.com. If the server is in another account, use credentials of that account. If it is not with Tencent Cloud, set `firewall: false`.', '请按控制台所示设置 `instance-id`（lhins-… 或 ins-…）和 `tencent-region`：https://console.cloud.tencent.com。如果服务器属于其他账号，请使用该账号的凭证；如果不是腾讯云服务器，请设置 `firewall: false`。'),
    }),
    INSTANCE_MISMATCH: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The instance in the account is ${p.given}, but SSH to ${p.host} reaches ${p.reached}.`, `账号中的实例是 ${p.given}，但通过 SSH 连接 ${p.host} 到达的是 ${p.reached}。`),
        why: (0,messages_text/* text */.Qq)("The two belong to different servers. Changing the other server's firewall would not help, and could do harm. Nothing was changed.", '二者不是同一台服务器。修改另一台服务器的防火墙没有用处，且可能造成损害。未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)('Correct `host`, `instance-id` or `public-ip`. If neither of the last two is set, the action uses the server that SSH reaches.', '请修正 `host`、`instance-id` 或 `public-ip`。后两项都不设置时，action 使用 SSH 到达的服务器。'),
    }),
    INSTANCE_NOT_RUNNING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Instance ${p.id} (${p.name}) is not running: ${p.state}`, `实例 ${p.id}（${p.name}）未在运行：${p.state}`),
        why: (0,messages_text/* text */.Qq)('Tencent Cloud reports this state.', '这是腾讯云返回的实例状态。'),
        cure: (0,messages_text/* text */.Qq)(`Start it in the console, then run the workflow again: ${(0,cloud_console/* instancePage */.z7)(p.kind)}`, `请在控制台开机，然后重新运行工作流：${(0,cloud_console/* instancePage */.z7)(p.kind)}`),
    }),
    INSTANCE_RESTRICTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Tencent Cloud has restricted instance ${p.id} (${p.name}): ${p.restriction}`, `腾讯云限制了实例 ${p.id}（${p.name}）：${p.restriction}`),
        why: (0,messages_text/* text */.Qq)(p.restriction === 'NETWORK_RESTRICT'
            ? 'Its network is blocked, usually because of a violation or an attack.'
            : 'It has expired, was returned, or is isolated for security.', p.restriction === 'NETWORK_RESTRICT'
            ? '其网络已被封禁，通常是因为违规或攻击。'
            : '实例已到期、已退还或被安全隔离。'),
        cure: (0,messages_text/* text */.Qq)(`The console and its message center give the reason: ${(0,cloud_console/* instancePage */.z7)(p.kind)}, https://console.cloud.tencent.com/message. Renew the instance or have the block lifted, then run the workflow again.`, `控制台和消息中心会说明原因：${(0,cloud_console/* instancePage */.z7)(p.kind)}、https://console.cloud.tencent.com/message。请续费或申请解封，然后重新运行工作流。`),
    }),
    INSTANCE_EXPIRES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Instance ${p.id} (${p.name}) expires on ${p.date}, ${p.days === 1 ? 'in 1 day' : `in ${p.days} days`}.`, `实例 ${p.id}（${p.name}）将于 ${p.date} 到期，剩余 ${p.days} 天。`),
        why: (0,messages_text/* text */.Qq)('Auto-renewal is off. Tencent Cloud stops an expired instance, and deletes it later.', '未开启自动续费。实例到期后会被腾讯云停机，之后会被销毁。'),
        cure: (0,messages_text/* text */.Qq)(`Renew it or turn on auto-renewal: ${(0,cloud_console/* instancePage */.z7)(p.kind)}`, `请续费或开启自动续费：${(0,cloud_console/* instancePage */.z7)(p.kind)}`),
    }),
};

// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
;// CONCATENATED MODULE: ./.build/lib/messages/errors/jar.js


/**
 * How a build makes an executable jar or war. The parent only configures the plugin, and without a version Maven takes the
 * newest one, whose start classes may need a later Java than the application.
 */
function executableBuild(task, taskZh = task) {
    const plugin = `<groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId>`;
    const withParent = `<plugin>${plugin}</plugin>`;
    const alone = `<plugin>${plugin}<version>BOOT</version><executions><execution><goals><goal>repackage</goal></goals></execution></executions></plugin>`;
    return (0,messages_text/* text */.Qq)(`Maven: if the parent of pom.xml is spring-boot-starter-parent, put \`${withParent}\` into \`<build><plugins>\`; otherwise \`${alone}\` with the version of Spring Boot that the project uses for BOOT. Then build with \`mvn -B clean package\`, and set \`jar\` to the file in target. Gradle: apply the plugin \`org.springframework.boot\`, and set \`jar\` to what the task \`${task}\` writes to build/libs. In a project of several modules, do this in the module that has the \`main\` method.`, `Maven：若 pom.xml 的 parent 是 spring-boot-starter-parent，请在 \`<build><plugins>\` 中加入 \`${withParent}\`；否则加入 \`${alone}\`，其中 BOOT 为项目使用的 Spring Boot 版本。然后执行 \`mvn -B clean package\`，并将 \`jar\` 指向 target 中的文件。Gradle：使用插件 \`org.springframework.boot\`，并将 \`jar\` 指向 \`${taskZh}\` 任务在 build/libs 中的产物。多模块项目请在包含 \`main\` 方法的模块中操作。`);
}
/** Failures of the jar, all found on the runner before the server is contacted. */
const jarErrors = {
    /** `pattern` as the user gave it, `folder` the absolute folder it was looked for in. */
    JAR_NOT_FOUND: (p) => ({
        what: (0,messages_text/* text */.Qq)(`No file matches \`jar\`: ${p.pattern}`, `没有文件匹配 \`jar\`：${p.pattern}`),
        why: (0,messages_text/* text */.Qq)(`Looked in ${p.folder}.`, `查找的目录：${p.folder}。`),
        cure: (0,messages_text/* text */.Qq)('Build the project in a step before this one (for Maven: `mvn -B package`), or correct the path.', '请在此步骤之前先构建项目（Maven：`mvn -B package`），或改正路径。'),
    }),
    /**
     * `setAside` lists the files that match but are never the application; `opened`: some were looked into, not judged by
     * name alone.
     */
    JAR_ONLY_SIDE_PRODUCTS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`jar\` (${p.pattern}) matches only files that cannot be started: ${p.setAside}`, `\`jar\`（${p.pattern}）只匹配到无法启动的文件：${p.setAside}`),
        why: p.opened
            ? (0,messages_text/* text */.Qq)('None of them contains a class that its META-INF/MANIFEST.MF names as Main-Class: they are libraries, or by-products of a build (*-plain, *-sources, *-javadoc, *.original).', '它们都不包含 META-INF/MANIFEST.MF 中 Main-Class 指定的类：它们是依赖库或构建的副产品（*-plain、*-sources、*-javadoc、*.original）。')
            : (0,messages_text/* text */.Qq)('Files named *-plain.jar, *-plain.war, *-sources.jar, *-javadoc.jar and *.original are by-products of a build; the executable jar or war is missing.', '*-plain.jar、*-plain.war、*-sources.jar、*-javadoc.jar 和 *.original 都是构建的副产品，缺少可执行的 jar 或 war。'),
        cure: executableBuild('bootJar` or `bootWar', 'bootJar` 或 `bootWar'),
    }),
    /** `matches` lists the files that could be the application, `unread` those of them that are no sound archives. */
    JAR_AMBIGUOUS: (p) => ({
        what: !isSome(p.unread)
            ? (0,messages_text/* text */.Qq)(`\`jar\` (${p.pattern}) matches more than one executable file: ${p.matches}`, `\`jar\`（${p.pattern}）匹配到多个可执行文件：${p.matches}`)
            : (0,messages_text/* text */.Qq)(`\`jar\` (${p.pattern}) matches more than one file: ${p.matches}`, `\`jar\`（${p.pattern}）匹配到多个文件：${p.matches}`),
        why: !isSome(p.unread)
            ? (0,messages_text/* text */.Qq)('Only one application can be deployed at a time.', '一次只能部署一个应用。')
            : (0,messages_text/* text */.Qq)(`These cannot be read as jars (empty, damaged or cut off), so the action cannot tell which file is the application: ${p.unread.join(', ')}`, `以下文件无法作为 jar 读取（为空、已损坏或被截断），因此无法判断哪个文件是应用：${p.unread.join(', ')}`),
        cure: (0,messages_text/* text */.Qq)('Write a pattern that matches only one of them, or build into a clean folder (`mvn -B clean package`) so that old versions are gone.', '请写一个只匹配其中一个文件的模式，或先清理再构建（`mvn -B clean package`），以去掉旧版本。'),
    }),
    /** `detail` is the operating system's word. */
    JAR_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The jar cannot be read: ${p.path}`, `无法读取 jar：${p.path}`),
        why: (0,messages_text/* text */.Qq)(`The system says: ${p.detail}`, `系统返回：${p.detail}`),
        cure: (0,messages_text/* text */.Qq)(`Set \`jar\` to a regular file. If another user made it (a container, \`sudo\`), run \`sudo chmod a+r ${(0,quote/* quote */.h)(String(p.path))}\` in a step before this one.`, `请将 \`jar\` 指向普通文件。如果它由其他用户（容器、\`sudo\`）创建，请在此步骤之前执行 \`sudo chmod a+r ${(0,quote/* quote */.h)(String(p.path))}\`。`),
    }),
    /** `detail` says what the file begins with. */
    JAR_NOT_A_ZIP: (p) => ({
        what: (0,messages_text/* text */.Qq)(`This is not a jar: ${p.path}`, `这不是 jar 文件：${p.path}`),
        why: (0,messages_text/* text */.Qq)(`A jar is a zip archive, and this file has no zip directory at its end. It begins with: ${p.detail}`, `jar 是 zip 归档，而此文件末尾没有 zip 目录。文件开头为：${p.detail}`),
        cure: (0,messages_text/* text */.Qq)('Let `jar` name the jar that the build makes. If the file comes from Git LFS, check it out with `lfs: true`; if it was downloaded, look at it: it may be an error page.', '请让 `jar` 指向构建生成的 jar。若文件来自 Git LFS，检出时请设置 `lfs: true`；若是下载得到的，请检查其内容，可能是错误页面。'),
    }),
    /** `detail` is what the zip reader met. */
    JAR_CORRUPT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The jar is damaged: ${p.path}`, `jar 已损坏：${p.path}`),
        why: (0,messages_text/* text */.Qq)(`While reading it: ${p.detail}`, `读取时出错：${p.detail}`),
        cure: (0,messages_text/* text */.Qq)('Build the jar again. If it passed through an artifact, a cache or a download, compare its size and SHA-256 with the original.', '请重新构建 jar。若它经过了 artifact、缓存或下载，请与原文件比较大小和 SHA-256。'),
    }),
    JAR_NO_MAIN_CLASS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The jar cannot be started: ${p.path}`, `jar 无法启动：${p.path}`),
        why: (0,messages_text/* text */.Qq)('Its META-INF/MANIFEST.MF is missing or names no Main-Class, so `java -jar` would refuse it.', '它的 META-INF/MANIFEST.MF 缺失或没有 Main-Class，`java -jar` 会拒绝启动。'),
        cure: executableBuild('bootJar'),
    }),
    WAR_NOT_EXECUTABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The war cannot be started by itself: ${p.path}`, `war 无法独立启动：${p.path}`),
        why: (0,messages_text/* text */.Qq)('It is an ordinary war for a servlet container: its META-INF/MANIFEST.MF names no Main-Class, so `java -jar` would refuse it.', '它是供 Servlet 容器使用的普通 war：META-INF/MANIFEST.MF 中没有 Main-Class，`java -jar` 会拒绝启动。'),
        cure: executableBuild('bootWar'),
    }),
    /** `className` is the class that was looked for. */
    JAR_JAVA_VERSION_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The Java version that ${p.path} needs cannot be told`, `无法判断 ${p.path} 需要的 Java 版本`),
        why: (0,messages_text/* text */.Qq)(`The class ${p.className} is not in the jar, nor is any other class of the application.`, `jar 中没有类 ${p.className}，也没有应用的其他类。`),
        cure: (0,messages_text/* text */.Qq)('The build compiled nothing: put the sources into src/main/java (src/main/kotlin with the Kotlin plugin) of the module that makes the jar, then build with `mvn -B clean package`.', '构建没有编译任何源码：请将源码放在生成该 jar 的模块的 src/main/java 中（Kotlin：使用 Kotlin 插件，放在 src/main/kotlin 中），然后执行 `mvn -B clean package`。'),
    }),
    /** `name` is the rejected name, `source` where it comes from (the jar's file name or the input). */
    APP_NAME_INVALID: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Not a usable application name: ${p.name} (from ${p.source})`, `不可用的应用名：${p.name}（来自 ${p.source}）`),
        why: (0,messages_text/* text */.Qq)('The name becomes a folder, an image and a container: 2 to 64 letters and digits of ASCII, in groups joined by a dot, one or two underscores, or dashes.', '该名称会用作目录、镜像和容器的名称：2 到 64 个 ASCII 字母和数字，各段之间用一个点、一到两个下划线或若干短横线连接。'),
        cure: (0,messages_text/* text */.Qq)('Give the input `app`, for example `app: mccm-server`.', '请填写参数 `app`，例如 `app: mccm-server`。'),
    }),
};
/** Whether a list names something. */
function isSome(list) {
    return Array.isArray(list) && list.length > 0;
}

;// CONCATENATED MODULE: ./.build/lib/messages/errors/nginx.js

/** Failures of an nginx that cannot be worked with, and of what is in its files. */
const nginxErrors = {
    NGINX_IN_CONTAINER: (p) => ({
        what: (0,messages_text/* text */.Qq)('nginx runs in a container on this server.', '该服务器上的 nginx 运行在容器中。'),
        why: (0,messages_text/* text */.Qq)('Its files and ports are the container’s; a second nginx on the host would fight for them.', '其文件和端口属于容器；在主机上再装一个 nginx 会冲突。'),
        cure: (0,messages_text/* text */.Qq)(`Find the container: \`docker ps\`, then \`docker top NAME\` lists pid ${p.pids}. Copy the files of its sites to /root: \`docker cp NAME:/etc/nginx /root/\`. Stop it for good: \`docker update --restart=no NAME && docker stop NAME\`. Run again: the action uses the nginx of the server, and installs it if missing. Then put the sites into its configuration.`, `先找到该容器：用 \`docker ps\` 列出容器，\`docker top NAME\` 中含 pid ${p.pids} 的就是。将其站点文件复制到 /root：\`docker cp NAME:/etc/nginx /root/\`。停止该容器并取消自动启动：\`docker update --restart=no NAME && docker stop NAME\`。然后重新运行，本 Action 会使用服务器自身的 nginx（没有则安装）；最后将原有站点加入其配置。`),
    }),
    NGINX_SEVERAL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Several nginx masters run on this server (pids ${p.pids}).`, `该服务器上运行着多个 nginx 主进程（pid ${p.pids}）。`),
        why: (0,messages_text/* text */.Qq)('The action cannot tell which of them is to serve the application.', '本 Action 无法判断应由哪一个提供服务。'),
        cure: (0,messages_text/* text */.Qq)(`See what each one is: \`ps -o pid,unit,args -p ${p.pids.replaceAll(' ', '')}\`. Stop all but one: \`systemctl stop UNIT\`, or \`kill -QUIT PID\` for one without a unit of its own. Then run again.`, `查看各主进程：\`ps -o pid,unit,args -p ${p.pids.replaceAll(' ', '')}\`。只保留一个，其余的用 \`systemctl stop UNIT\` 停止；没有自己单元的用 \`kill -QUIT PID\`。然后重新运行。`),
    }),
    NGINX_BROKEN_BEFORE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx on this server does not accept its own configuration: ${p.said}`, `服务器上的 nginx 不接受其现有配置：${p.said}`),
        why: (0,messages_text/* text */.Qq)('It was broken before this deploy; nothing of it is ours to change.', '在本次部署之前就已损坏；不属于本部署可修改的内容。'),
        cure: (0,messages_text/* text */.Qq)(`Correct the file that it names, verify with \`${p.nginx} -t\`, then run again.`, `请修正其指出的文件，用 \`${p.nginx} -t\` 检查，然后重新运行。`),
    }),
    NGINX_SILENT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx on this server did not finish testing its configuration within ${p.seconds} s.`, `服务器上的 nginx 未能在 ${p.seconds} 秒内完成配置检查。`),
        why: (0,messages_text/* text */.Qq)('nginx opens every file that its configuration names. A named pipe in the place of a log file, or a network file system that does not answer, blocks it.', 'nginx 会打开配置中写明的每个文件。如果日志文件被替换为命名管道，或网络文件系统没有响应，nginx 就会一直等待。'),
        cure: (0,messages_text/* text */.Qq)(`List the named pipes on the server: \`find /data /etc /home /mnt /opt /run /srv /usr/local /var /www -type p 2>/dev/null\`. Remove the one that the nginx configuration names (\`access_log\`, \`error_log\`, \`include\`), verify with \`timeout -s KILL 10 ${p.nginx} -t\`, then run again.`, `请在服务器上列出命名管道：\`find /data /etc /home /mnt /opt /run /srv /usr/local /var /www -type p 2>/dev/null\`。删除 nginx 配置中写明的那一个（\`access_log\`、\`error_log\`、\`include\`），用 \`timeout -s KILL 10 ${p.nginx} -t\` 确认后重新运行。`),
    }),
    NGINX_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.file} cannot be read from line ${p.line} on, and it has a server for ${p.domain}:${p.port}.`, `无法读取 ${p.file} 第 ${p.line} 行起的内容，且该文件含有 ${p.domain}:${p.port} 的 server。`),
        why: (0,messages_text/* text */.Qq)('nginx accepts the file, so a module has a syntax of its own there. The action would have to change this server, and does not change what it cannot read. Nothing was changed.', 'nginx 接受该文件，说明某个模块在此处使用了自己的语法。本 Action 需要修改该 server，但不会修改无法读取的内容。尚未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)(`Move that server block into a file of its own in a folder that nginx includes, then run again. Or choose another \`https-port\` or \`domain\`.`, `请将该 server 块移到 nginx 会 include 的目录中的单独文件，然后重新运行；或改用其他 \`https-port\` 或 \`domain\`。`),
    }),
    NGINX_FILE_PASSED_BY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.file} cannot be read from line ${p.line} on. It is left as it is.`, `无法读取 ${p.file} 第 ${p.line} 行起的内容。该文件保持不变。`),
        why: (0,messages_text/* text */.Qq)('A module has a syntax of its own there. nginx validates the file; the action does not know which servers are in it.', '某个模块在此处使用了自己的语法。该文件由 nginx 自行检查；本 Action 不知道其中有哪些 server。'),
        cure: (0,messages_text/* text */.Qq)('You need to do nothing, unless a server in this file has the same name and port as the application.', '如果该文件中没有与本应用同名同端口的 server，则无需处理。'),
    }),
    NGINX_BROKEN_BY_APP: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx on this server does not accept the file of the application ${p.app}, ${p.file}: ${p.said}`, `服务器上的 nginx 不接受应用 ${p.app} 的配置文件 ${p.file}：${p.said}`),
        why: (0,messages_text/* text */.Qq)('An earlier deploy of that application wrote the file. The file, or the certificate that it names, is damaged.', '该文件由该应用先前的部署写入；文件或其引用的证书已损坏。'),
        cure: (0,messages_text/* text */.Qq)(`Deploy ${p.app} first: its deploy writes the file and the certificate again. Then run this workflow again. If the deploy of ${p.app} reports the file of this application in turn: \`mv ${p.file} /root/\`, run this workflow, then deploy ${p.app}.`, `请先部署 ${p.app}：其部署会重新写入该文件和证书。然后重新运行本工作流。如果 ${p.app} 的部署又报告本应用的文件：请执行 \`mv ${p.file} /root/\`，运行本工作流，再部署 ${p.app}。`),
    }),
    NGINX_MASKED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`systemd cannot start nginx: ${p.unit} is masked.`, `systemd 无法启动 nginx：${p.unit} 已被屏蔽（masked）。`),
        why: (0,messages_text/* text */.Qq)('Somebody masked the unit, often because another web server is in use. nginx would not be there after a reboot.', '该单元已被人为屏蔽，通常是因为使用了其他 Web 服务器。服务器重启后 nginx 不会启动。'),
        cure: (0,messages_text/* text */.Qq)(`On the server: \`systemctl unmask ${p.unit}\`, then run again.`, `请在服务器上执行 \`systemctl unmask ${p.unit}\`，然后重新运行。`),
    }),
    NGINX_NAMES_HASH: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The host name ${p.domain} is too long for the table of server names of nginx (server_names_hash_bucket_size ${p.have}).`, `域名 ${p.domain} 过长，超出 nginx 的 server_names_hash_bucket_size（${p.have}）。`),
        why: (0,messages_text/* text */.Qq)('nginx builds this table for each port that several servers share, and refuses a configuration with a name that does not fit.', '多个 server 共用端口时，nginx 会为该端口建立域名哈希表；放不下的域名会使整个配置被拒绝。'),
        cure: p.place === ''
            ? (0,messages_text/* text */.Qq)(`Add this line to the http block of ${p.main}, verify with \`${p.nginx} -t\`, then run again: server_names_hash_bucket_size ${p.need};`, `请在 ${p.main} 的 http 块中加入下面一行，用 \`${p.nginx} -t\` 检查后重新运行：server_names_hash_bucket_size ${p.need};`)
            : (0,messages_text/* text */.Qq)(`Change ${p.place}, verify with \`${p.nginx} -t\`, then run again: server_names_hash_bucket_size ${p.need};`, `请修改 ${p.place}，用 \`${p.nginx} -t\` 检查后重新运行：server_names_hash_bucket_size ${p.need};`),
    }),
    NGINX_NO_INCLUDE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The http block of ${p.main} includes no folder.`, `${p.main} 的 http 块没有 include 任何目录。`),
        why: (0,messages_text/* text */.Qq)('The action writes a file of its own for the application, into a folder that nginx includes.', '本 Action 会为应用写入单独的配置文件，该文件必须位于 nginx 会 include 的目录中。'),
        cure: (0,messages_text/* text */.Qq)(`Create the folder: \`mkdir -p ${p.folder}\`. Add to the http block of ${p.main}: \`include ${p.folder}/*.conf;\`. Then run again; nginx need not be reloaded before.`, `请创建目录：\`mkdir -p ${p.folder}\`；在 ${p.main} 的 http 块中加入：\`include ${p.folder}/*.conf;\`；然后重新运行，事先无需重新加载 nginx。`),
    }),
    NGINX_FILE_NOT_OURS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.file} exists and is not of this application (owner: ${p.owner}).`, `${p.file} 已存在，且不属于本应用（所有者：${p.owner}）。`),
        why: (0,messages_text/* text */.Qq)('It was written by hand or for another application; the deploy would overwrite it.', '它由手工或其他应用写入；部署会覆盖它。'),
        cure: (0,messages_text/* text */.Qq)(`Choose another \`app\`. Or, if you do not need what the file says, move it out of that folder: \`mv ${p.file} /root/\`. Then run again.`, `请改用其他 \`app\` 名称；如果不再需要该文件的内容，也可将其移出该目录：\`mv ${p.file} /root/\`。然后重新运行。`),
    }),
    NGINX_FILE_CHANGED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.file} was changed while the deployment ran.`, `部署过程中 ${p.file} 被修改。`),
        why: (0,messages_text/* text */.Qq)('Somebody else edited it, or another application was deployed; writing over that would lose it.', '有人编辑了该文件，或其他应用正在部署；覆盖会丢失这些修改。'),
        cure: (0,messages_text/* text */.Qq)('Run the workflow again; it reads the file again.', '请重新运行工作流，它会重新读取该文件。'),
    }),
    SITE_CERTIFICATE_CHANGED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.file} names another certificate than at the beginning: ${p.now}, no longer ${p.before}.`, `${p.file} 中的证书在此期间已更换：现为 ${p.now}，原为 ${p.before}。`),
        why: (0,messages_text/* text */.Qq)('The certificate was renewed meanwhile, or another application of the domain was deployed. Writing the file now would bring the old certificate back.', '在此期间证书已续期，或同域名的其他应用已部署；现在写入会恢复旧证书。'),
        cure: (0,messages_text/* text */.Qq)('Run it again: it reads the file again, and takes the certificate that is there now.', '请重新运行，它会重新读取该文件并使用现在的证书。'),
    }),
    NGINX_FILE_EDITED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.file} was edited during the switch, so the undo left it as it is.`, `切换期间 ${p.file} 被修改，因此撤销时保持其现状。`),
        why: (0,messages_text/* text */.Qq)('The action restores a file of somebody else only if it still is as the action wrote it. Writing it now would lose the edit.', '对于他人的文件，只有内容仍与本 Action 写入的一致时才会恢复；此时写入会丢失这一修改。'),
        cure: (0,messages_text/* text */.Qq)(`On the server, compare the two and put back what is missing: \`diff ${p.backup} ${p.file}\`. Then check and reload nginx: \`${p.nginx} -t && ${p.nginx} -s reload\`, remove ${p.backup}, and run the workflow again.`, `请在服务器上比较两个文件并补回缺少的内容：\`diff ${p.backup} ${p.file}\`；然后检查并重新加载 nginx：\`${p.nginx} -t && ${p.nginx} -s reload\`，删除 ${p.backup}，再重新运行工作流。`),
    }),
    SERVER_BLOCK_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx already has a server for ${p.domain}:${p.port} in ${p.file}, line ${p.line}.`, `nginx 已有 ${p.domain}:${p.port} 的 server，位于 ${p.file} 第 ${p.line} 行。`),
        why: (0,messages_text/* text */.Qq)('It is not managed by this deployment; of two servers with one name and port nginx uses only the first.', '它不由本部署管理；同名同端口的两个 server，nginx 只使用第一个。'),
        cure: p.app === '-'
            ? (0,messages_text/* text */.Qq)('Set `adopt: true` (the default) to take over an existing server. Or remove that server block, or choose another `https-port` or `domain`. For the port of the application: `publish-app-port: false`. For 443 and 80: remove `static-site`.', '将 `adopt` 设为 `true`（默认值）即可接管已有的 server；也可以移除该 server 块，或改用其他 `https-port` 或 `domain`。应用端口可设置 `publish-app-port: false`；443 和 80 端口可去掉 `static-site`。')
            : (0,messages_text/* text */.Qq)(`It belongs to the application ${p.app}, which the action deployed. Choose another \`https-port\` or \`domain\` for this one. For the port of the application: \`publish-app-port: false\`.`, `它属于由本 Action 部署的应用 ${p.app}。请为当前应用改用其他 \`https-port\` 或 \`domain\`；应用端口可设置 \`publish-app-port: false\`。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/nginx-findings.js

/** Port in nginx's complaint about an address that is taken: `bind() to 0.0.0.0:80 failed`. */
function takenPort({ said }) {
    return /bind\(\) to \S*:(\d+) failed/.exec(said)?.[1] ?? '-';
}
function fileOf(place) {
    return place.replace(/:\d+$/, '');
}
/** ` (FILE:LINE)`, unless nginx's words name it already. */
function at({ place, said }) {
    return !place || said.includes(place) ? '' : ` (${place})`;
}
/** Whose file it is that stands in the way, and what to correct in it. */
function correct(p) {
    const check = (0,messages_text/* text */.Qq)(`Verify with \`${p.nginx} -t\`, then run again.`, `用 \`${p.nginx} -t\` 检查，然后重新运行。`);
    if (!p.place)
        return {
            why: (0,messages_text/* text */.Qq)('nginx refuses the configuration that is in its files now.', 'nginx 拒绝当前文件中的配置。'),
            cure: (0,messages_text/* text */.Qq)(`Correct what nginx names. ${check.en}`, `请修正 nginx 指出的问题。${check.zh}`),
        };
    const file = fileOf(p.place);
    if (file === p.file)
        return {
            why: (0,messages_text/* text */.Qq)(`${file} is the file of this application.`, `${file} 是本应用的配置文件。`),
            cure: (0,messages_text/* text */.Qq)('Correct `nginx-snippet`, or the certificate that nginx names, then run again.', '请修正 `nginx-snippet` 或 nginx 指出的证书，然后重新运行。'),
        };
    const whose = !p.owner
        ? (0,messages_text/* text */.Qq)(`${file} is not a file of this application.`, `${file} 不是本应用的文件。`)
        : (0,messages_text/* text */.Qq)(`${file} belongs to the application ${p.owner}.`, `${file} 属于应用 ${p.owner}。`);
    return { why: whose, cure: (0,messages_text/* text */.Qq)(`Correct ${p.place}. ${check.en}`, `请修正 ${p.place}。${check.zh}`) };
}
/** Another program holds a port that a line of the configuration wants. */
function taken(p) {
    const port = takenPort(p);
    const holder = !p.holder ? (0,messages_text/* text */.Qq)('another program', '其他程序') : (0,messages_text/* text */.Qq)(p.holder, p.holder);
    const place = !p.place ? (0,messages_text/* text */.Qq)('The configuration', '配置') : (0,messages_text/* text */.Qq)(p.place, p.place);
    const own = fileOf(p.place ?? '') === p.file;
    return {
        why: (0,messages_text/* text */.Qq)(`${place.en} wants port ${port}, which ${holder.en} holds.`, `${place.zh} 需要端口 ${port}，而该端口被 ${holder.zh} 占用。`),
        cure: own
            ? (0,messages_text/* text */.Qq)(`Stop that program (\`ss -ltnp 'sport = :${port}'\` lists it), or choose another port (\`https-port\`; \`publish-app-port: false\` for the port of the application), then run again.`, `请停止该程序（用 \`ss -ltnp 'sport = :${port}'\` 查看），或改用其他端口（\`https-port\`；应用端口可设置 \`publish-app-port: false\`），然后重新运行。`)
            : (0,messages_text/* text */.Qq)(`Stop that program (\`ss -ltnp 'sport = :${port}'\` lists it), or remove that \`listen\` line, then run again.`, `请停止该程序（用 \`ss -ltnp 'sport = :${port}'\` 查看），或删除该 \`listen\` 行，然后重新运行。`),
    };
}
/** Where else to look on the server. */
function look(p) {
    return (0,messages_text/* text */.Qq)(`On the server, look at \`${p.nginx} -t\` and \`tail -n 50 ${p.log}\`, then run again.`, `请在服务器上查看 \`${p.nginx} -t\` 和 \`tail -n 50 ${p.log}\`，然后重新运行。`);
}
/** What nginx said of it, as a further sentence. */
function saying({ said }) {
    return said === '' ? (0,messages_text/* text */.Qq)('', '') : (0,messages_text/* text */.Qq)(` It said: ${said}`, ` nginx 的输出：${said}`);
}

;// CONCATENATED MODULE: ./.build/lib/messages/errors/nginx-switch.js


/** Why nginx does not serve the new version, by the cause that the switch found. */
const switchCauses = {
    refused: (p) => {
        const { why, cure } = correct(p);
        return {
            why: (0,messages_text/* text */.Qq)(`nginx kept its old configuration: ${p.said}${at(p)}. ${why.en}`, `nginx 沿用了旧配置：${p.said}${at(p)}。${why.zh}`),
            cure,
        };
    },
    taken: (p) => {
        const { why, cure } = taken(p);
        return {
            why: (0,messages_text/* text */.Qq)(`nginx kept its old configuration: ${p.said}. ${why.en}`, `nginx 沿用了旧配置：${p.said}。${why.zh}`),
            cure,
        };
    },
    both: (p) => ({
        why: (0,messages_text/* text */.Qq)(`nginx kept its old configuration: ${p.said}. nginx itself holds the port by another \`listen\`${p.place ? `: ${p.place}` : ''}.`, `nginx 沿用了旧配置：${p.said}。nginx 自身已通过另一个 \`listen\` 占用该端口${p.place ? `：${p.place}` : ''}。`),
        cure: (0,messages_text/* text */.Qq)('Choose another `https-port`. Or have that `listen` name the port alone, without an address and `ipv6only=off`, and restart nginx.', '请改用其他 `https-port`；或让该 `listen` 只写端口（去掉地址和 `ipv6only=off`）并重启 nginx。'),
    }),
    down: (p) => ({
        why: (0,messages_text/* text */.Qq)(`nginx does not run.${saying(p).en}`, `nginx 未运行。${saying(p).zh}`),
        cure: look(p),
    }),
    unbound: (p) => ({
        why: (0,messages_text/* text */.Qq)(`No program listens on port ${p.port}: nginx has not taken up its new configuration.${saying(p).en}`, `没有程序监听端口 ${p.port}：nginx 尚未采用新配置。${saying(p).zh}`),
        cure: look(p),
    }),
    program: (p) => ({
        why: (0,messages_text/* text */.Qq)(`${p.holder} listens on port ${p.port}, not nginx.`, `监听端口 ${p.port} 的是 ${p.holder}，而不是 nginx。`),
        cure: (0,messages_text/* text */.Qq)(`Stop that program, or choose another port (\`https-port\`; \`publish-app-port: false\` for the port of the application), then run again.`, `请停止该程序，或改用其他端口（\`https-port\`；应用端口可设置 \`publish-app-port: false\`），然后重新运行。`),
    }),
    'proxy-protocol': (p) => ({
        why: (0,messages_text/* text */.Qq)(`A server on port ${p.port} listens with \`proxy_protocol\`${!p.place ? '' : ` (${p.place})`}. nginx applies this option to every server on the port and disconnects clients that do not send the PROXY protocol.`, `端口 ${p.port} 上有 server 以 \`proxy_protocol\` 监听${!p.place ? '' : `（${p.place}）`}。nginx 会将该选项用于该端口上的所有 server，并断开不发送 PROXY 协议的客户端。`),
        cure: (0,messages_text/* text */.Qq)('Choose another `https-port`, or move that server to another port, then run again.', '请改用其他 `https-port`，或将该 server 移到其他端口，然后重新运行。'),
    }),
    filtered: (p) => ({
        why: (0,messages_text/* text */.Qq)(`nginx listens on port ${p.port}, but the server rejects connections to itself there: a packet filter does this.`, `nginx 正在监听端口 ${p.port}，但服务器拒绝了本机到该端口的连接，原因是防火墙规则。`),
        cure: (0,messages_text/* text */.Qq)('List the rules: `iptables -S; nft list ruleset`. Allow the loopback interface (`iptables -I INPUT -i lo -j ACCEPT`), then run again.', '请查看规则：`iptables -S; nft list ruleset`。放行回环接口（`iptables -I INPUT -i lo -j ACCEPT`），然后重新运行。'),
    }),
    closed: (p) => ({
        why: (0,messages_text/* text */.Qq)(`nginx accepted connections on port ${p.port} and closed them without an answer.${saying(p).en}`, `nginx 接受了端口 ${p.port} 的连接，但未作应答就关闭了。${saying(p).zh}`),
        cure: look(p),
    }),
    server: (p) => ({
        why: (0,messages_text/* text */.Qq)(`Another server of nginx answered with status ${p.status}${!p.place ? '' : `; see ${p.place}`}. A server that listens on an address (127.0.0.1:${p.port}) takes precedence over one that listens on the port alone.`, `应答的是 nginx 的另一个 server（状态码 ${p.status}）${!p.place ? '' : `，见 ${p.place}`}。监听具体地址（127.0.0.1:${p.port}）的 server 优先于只监听端口的 server。`),
        cure: (0,messages_text/* text */.Qq)(`Have that server listen on the port alone (\`listen ${p.port} ssl;\`) or on another port, or choose another \`https-port\`.`, `请让该 server 只监听端口（\`listen ${p.port} ssl;\`）或改用其他端口，也可以改用其他 \`https-port\`。`),
    }),
    answered: (p) => ({
        why: (0,messages_text/* text */.Qq)(`nginx ${p.status === '0' ? 'closed the connection' : `answered ${p.status}`} itself before the request reached the application${!p.place ? '' : `; see ${p.place}`}. A directive of \`nginx-snippet\` or of the http block does this (return, rewrite, deny, auth_request, ssl_verify_client, Lua).${saying(p).en}`, `请求到达应用之前，nginx ${p.status === '0' ? '关闭了连接' : `自己返回了 ${p.status}`}${!p.place ? '' : `，见 ${p.place}`}。原因是 \`nginx-snippet\` 或 http 块中的指令（return、rewrite、deny、auth_request、ssl_verify_client、Lua）。${saying(p).zh}`),
        cure: (0,messages_text/* text */.Qq)('Put that directive into a `location` block: requests to /deploy-proof/ from the server itself must reach the application.', '请将该指令放入 `location` 块：服务器本机对 /deploy-proof/ 的请求必须能到达应用。'),
    }),
    old: (p) => ({
        why: (0,messages_text/* text */.Qq)(`Worker processes with the old configuration still answer (release ${p.release}, configuration ${p.configuration}).${saying(p).en}`, `仍由使用旧配置的 worker 进程应答（发布版本 ${p.release}，配置 ${p.configuration}）。${saying(p).zh}`),
        cure: (0,messages_text/* text */.Qq)(`On the server, list the processes (\`ps -eo pid,ppid,lstart,args | grep 'nginx: '\`), look at \`tail -n 50 ${p.log}\`, then run again.`, `请在服务器上查看进程（\`ps -eo pid,ppid,lstart,args | grep 'nginx: '\`）和 \`tail -n 50 ${p.log}\`，然后重新运行。`),
    }),
    certificate: (p) => ({
        why: (0,messages_text/* text */.Qq)(`nginx serves another certificate on port ${p.port} (SHA-256 ${p.fingerprint}) than the deployment installed.`, `nginx 在端口 ${p.port} 提供的证书（SHA-256 ${p.fingerprint}）不是本次部署安装的证书。`),
        cure: (0,messages_text/* text */.Qq)(`Remove \`ssl_certificate\` lines from \`nginx-snippet\`; see \`${p.nginx} -T | grep -n ssl_certificate\`.`, `请从 \`nginx-snippet\` 中删除 \`ssl_certificate\` 行；可用 \`${p.nginx} -T | grep -n ssl_certificate\` 查看。`),
    }),
    application: (p) => ({
        why: (0,messages_text/* text */.Qq)(`nginx serves the new configuration, but the application behind it fails (status ${p.status}), although it was healthy before.${saying(p).en}`, `nginx 已采用新配置，但其后的应用异常（状态码 ${p.status}），而此前健康检查已通过。${saying(p).zh}`),
        cure: (0,messages_text/* text */.Qq)('Read the log of the application below. If nginx reports "(13: Permission denied)", SELinux blocks it: `setsebool -P httpd_can_network_connect 1`.', '请查看下方的应用日志。如果 nginx 报告“(13: Permission denied)”，则是 SELinux 阻止：`setsebool -P httpd_can_network_connect 1`。'),
    }),
    status: (p) => ({
        why: (0,messages_text/* text */.Qq)(`nginx serves the new configuration, but the answer has status ${p.status}.${saying(p).en}`, `nginx 已采用新配置，但应答的状态码为 ${p.status}。${saying(p).zh}`),
        cure: (0,messages_text/* text */.Qq)(`If nginx names a file that it cannot read, allow the user of its workers to read it. Otherwise see \`tail -n 50 ${p.log}\`, then run again.`, `如果 nginx 指出了无法读取的文件，请允许 worker 进程的用户读取。否则请查看 \`tail -n 50 ${p.log}\`，然后重新运行。`),
    }),
};
/** Why nginx does not start or read its files. */
const startCauses = {
    masked: ({ unit }) => ({
        why: (0,messages_text/* text */.Qq)(`systemd does not start a masked unit.`, `systemd 不会启动被屏蔽（masked）的单元。`),
        cure: (0,messages_text/* text */.Qq)(`On the server: \`systemctl unmask ${unit}\`, then run again.`, `请在服务器上执行 \`systemctl unmask ${unit}\`，然后重新运行。`),
    }),
    taken: taken,
    refused: correct,
};
/** Failures of nginx in the switch, each with what was seen. */
const nginxSwitchErrors = {
    NGINX_REFUSED: (p) => {
        const { why, cure } = correct(p);
        return {
            what: (0,messages_text/* text */.Qq)(`nginx refuses the new configuration: ${p.said}`, `nginx 拒绝新配置：${p.said}`),
            why: (0,messages_text/* text */.Qq)(`${why.en} It was tested next to the live files, which were not touched.`, `${why.zh}检查是在副本上进行的，未改动线上文件。`),
            cure,
        };
    },
    NGINX_NOT_STARTED: (p) => {
        const { why, cure } = startCauses[p.cause ?? '']?.(p) ?? {
            why: (0,messages_text/* text */.Qq)('systemd or nginx gave no other reason.', 'systemd 和 nginx 没有给出其他原因。'),
            cure: (0,messages_text/* text */.Qq)(`On the server: \`${p.nginx} -t; systemctl status ${p.unit}; journalctl -u ${p.unit} -n 50\`. Then run again.`, `请在服务器上执行：\`${p.nginx} -t; systemctl status ${p.unit}; journalctl -u ${p.unit} -n 50\`，然后重新运行。`),
        };
        return {
            what: (0,messages_text/* text */.Qq)(`nginx could not load its configuration or start: ${p.said}${at(p)}`, `nginx 无法加载配置或启动：${p.said}${at(p)}`),
            why,
            cure,
        };
    },
    NGINX_NOT_SWITCHED: (p) => {
        const { why, cure } = switchCauses[p.cause ?? '']?.(p) ?? { why: seen(p), cure: look(p) };
        return {
            what: (0,messages_text/* text */.Qq)(`nginx does not serve the new version on port ${p.port}.`, `nginx 未在端口 ${p.port} 提供新版本。`),
            why,
            cure,
        };
    },
};
function seen(p) {
    return (0,messages_text/* text */.Qq)(`A request on the server itself brought status ${p.status}, release ${p.release}, configuration ${p.configuration}, certificate ${p.fingerprint}; expected: ${p.expected}. Causes: another program or another server of nginx on the port, a directive that answers before the application, an application that stopped, a configuration that nginx refuses.`, `在服务器本机访问得到：状态码 ${p.status}、发布版本 ${p.release}、配置 ${p.configuration}、证书 ${p.fingerprint}；期望：${p.expected}。可能的原因：其他程序或 nginx 的其他 server 占用该端口、某个指令在应用之前应答、应用已停止、nginx 拒绝了配置。`);
}

;// CONCATENATED MODULE: ./.build/lib/messages/errors/packages.js

/** Failures of bringing a server to "docker and nginx present". */
const packagesErrors = {
    LINUX_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.missing} missing, and how to install on ${p.system} is not known to this version.`, `缺少 ${p.missing}，且本版本不支持在 ${p.system} 上自动安装。`),
        why: (0,messages_text/* text */.Qq)('Provisioning knows Debian and Ubuntu; TencentOS 2 to 4, OpenCloudOS 8 and 9, CentOS 7, CentOS Stream, Rocky, AlmaLinux and RHEL 8 and 9, and what takes the packages of those (`PLATFORM_ID` platform:el8 or el9 in /etc/os-release).', '自动安装支持 Debian 和 Ubuntu；TencentOS 2 至 4、OpenCloudOS 8 和 9、CentOS 7，CentOS Stream、Rocky、AlmaLinux、RHEL 的 8 和 9，以及使用其软件包的系统（/etc/os-release 中 `PLATFORM_ID` 为 platform:el8 或 el9）。'),
        cure: (0,messages_text/* text */.Qq)(`Install by hand what is missing (${p.missing}), start the Docker Engine, then run again.`, `请手动安装缺少的软件（${p.missing}），启动 Docker Engine 后重新运行。`),
    }),
    NAMESPACES_REFUSED: (_) => ({
        what: (0,messages_text/* text */.Qq)('Root on the server cannot create a mount namespace (`unshare -m true` fails).', '服务器上的 root 无法创建挂载命名空间（`unshare -m true` 失败）。'),
        why: (0,messages_text/* text */.Qq)('Some servers are containers themselves (OpenVZ, LXC). Docker and the test of nginx files before they are live need namespaces.', '部分服务器本身是容器（OpenVZ、LXC）。Docker 以及在生效前测试 nginx 文件都需要命名空间。'),
        cure: (0,messages_text/* text */.Qq)('Run `systemd-detect-virt -c` on the server: it names the kind of container. On an LXC host of your own, allow nesting (`pct set ID --features nesting=1`, or `lxc config set NAME security.nesting true`) and restart it; otherwise use a server that is a virtual machine (KVM).', '请在服务器上执行 `systemd-detect-virt -c` 查看容器类型。如为自己的 LXC 主机，请允许嵌套（`pct set ID --features nesting=1` 或 `lxc config set 名称 security.nesting true`）并重启；否则请使用虚拟机（KVM）类型的服务器。'),
    }),
    /** `installing`: `no`, the input says so; `never`: the command installs nothing. */
    PROVISION_NEEDED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Missing on the server: ${p.missing}`, `服务器上缺少：${p.missing}`),
        why: p.installing === 'never'
            ? (0,messages_text/* text */.Qq)('`rollback` installs nothing.', '`rollback` 不会安装任何软件。')
            : (0,messages_text/* text */.Qq)('`provision` is `false`, so nothing is installed.', '`provision` 为 `false`，因此不会安装任何软件。'),
        cure: p.installing === 'never'
            ? (0,messages_text/* text */.Qq)(`Run on the server: ${p.command}\nOr run \`deploy\`, which installs what is missing.`, `请在服务器上执行：${p.command}\n或运行 \`deploy\`：它会安装缺少的软件。`)
            : (0,messages_text/* text */.Qq)(`Set \`provision: true\`, or run on the server: ${p.command}`, `请设置 \`provision: true\`，或在服务器上执行：${p.command}`),
    }),
    PACKAGES_LOCKED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Another ${p.manager} has been running on the server for ten minutes.`, `服务器上的另一个 ${p.manager} 已运行十分钟。`),
        why: (0,messages_text/* text */.Qq)('Fresh cloud servers update themselves after their first boot.', '新的云服务器首次启动后会自动更新。'),
        cure: (0,messages_text/* text */.Qq)('Run again in some minutes; `ps aux | grep -E "apt|dpkg|dnf|yum|rpm"` shows what runs.', '请几分钟后重新运行；`ps aux | grep -E "apt|dpkg|dnf|yum|rpm"` 可查看正在运行的进程。'),
    }),
    PACKAGES_BROKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`dpkg cannot finish an installation that was begun earlier: ${p.said}`, `dpkg 无法完成之前未完成的安装：${p.said}`),
        why: (0,messages_text/* text */.Qq)('A package on the server is half configured and its configuration fails, so apt-get installs nothing. No other package manager is running.', '服务器上有软件包只配置了一半，且配置失败，因此 apt-get 无法安装软件。并没有其他软件包管理器正在运行。'),
        cure: (0,messages_text/* text */.Qq)('On the server, run `dpkg --configure -a` and fix what it reports, or remove the package if you do not need it: `dpkg --audit` lists it, `dpkg --remove --force-remove-reinstreq PACKAGE` removes it. Then run again.', '请在服务器上执行 `dpkg --configure -a` 并解决其报告的问题；如不需要该软件包，可将其移除：`dpkg --audit` 列出软件包，`dpkg --remove --force-remove-reinstreq 软件包名` 移除。然后重新运行。'),
    }),
    PACKAGES_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The server cannot read its package lists: ${p.said}`, `服务器无法读取软件包列表：${p.said}`),
        why: (0,messages_text/* text */.Qq)('Its package mirror does not answer, or its name does not resolve.', '软件包镜像源无响应，或域名无法解析。'),
        cure: (0,messages_text/* text */.Qq)(`On the server, check the addresses in ${p.lists}, and that their names resolve (\`getent hosts NAME\`). Within Tencent Cloud, use mirrors.tencentyun.com, which answers there without an internet connection. The repositories of CentOS 7 have moved: \`sed -i -e 's/^mirrorlist/#mirrorlist/' -e 's|^#* *baseurl=http://mirror.centos.org|baseurl=http://vault.centos.org|' /etc/yum.repos.d/CentOS-*.repo\`. Then run again.`, `请在服务器上检查 ${p.lists} 中的地址，以及域名能否解析（\`getent hosts 域名\`）。腾讯云内请使用 mirrors.tencentyun.com（无需公网）。CentOS 7 的软件源已迁移：\`sed -i -e 's/^mirrorlist/#mirrorlist/' -e 's|^#* *baseurl=http://mirror.centos.org|baseurl=http://vault.centos.org|' /etc/yum.repos.d/CentOS-*.repo\`。然后重新运行。`),
    }),
    PACKAGES_REMOVE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Installing ${p.packages} would remove packages from the server: ${p.removed}`, `安装 ${p.packages} 会从服务器上移除软件包：${p.removed}`),
        why: (0,messages_text/* text */.Qq)('They come from another source and cannot be installed at the same time. Something on the server may use them. The action removes no packages, so nothing was installed.', '它们来自其他软件源，无法与之共存，服务器上可能有程序正在使用。本 Action 不会移除任何软件包，因此尚未安装任何软件。'),
        cure: (0,messages_text/* text */.Qq)(`Install Docker and nginx from the source that these packages come from (with containerd.io of Docker’s repository: docker-ce), or remove these packages if you do not need them. Then run again. The command that was tried: ${p.command}`, `请从这些软件包的来源安装 Docker 和 nginx（containerd.io 来自 Docker 官方软件源，对应 docker-ce），或在确认不需要后移除这些软件包，然后重新运行。尝试的命令：${p.command}`),
    }),
    PACKAGES_NOT_INSTALLED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.manager} could not install ${p.packages}: ${p.said}`, `${p.manager} 无法安装 ${p.packages}：${p.said}`),
        why: (0,messages_text/* text */.Qq)(`The output below is ${p.manager}’s own.`, `下方为 ${p.manager} 的输出。`),
        cure: (0,messages_text/* text */.Qq)(`On the server, fix what ${p.manager} reports, then run again.`, `请在服务器上解决 ${p.manager} 提示的问题后重新运行。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/ports.js

/** What an option of `listen` does to the other servers of the port. */
const optionWhy = {
    proxy_protocol: (0,messages_text/* text */.Qq)('nginx applies this option to every server on the port. It disconnects clients that do not send the PROXY protocol, browsers and mini programs among them.', 'nginx 会将该选项用于该端口上的所有 server；不发送 PROXY 协议的客户端（包括浏览器和小程序）会被断开。'),
    'ipv6only=off': (0,messages_text/* text */.Qq)('That socket takes IPv4 connections as well, so that nginx cannot open the port a second time.', '该套接字同时接收 IPv4 连接，nginx 因此无法再次打开该端口。'),
    http2: (0,messages_text/* text */.Qq)('Without TLS, this version of nginx then speaks HTTP/2 alone on the port; other clients get no answer.', '在没有 TLS 的端口上，此版本的 nginx 只支持 HTTP/2，其他客户端得不到应答。'),
};
/** Failures of the ports that nginx is to listen on. */
const portErrors = {
    PORT_SPEAKS_OTHERWISE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Port ${p.port} is to speak ${p.wanted}, but a server in ${p.file}, line ${p.line}, has it speak otherwise.`, `端口 ${p.port} 需要使用 ${p.wanted}，但 ${p.file} 第 ${p.line} 行的 server 使用另一种协议。`),
        why: (0,messages_text/* text */.Qq)('nginx speaks TLS on a port as soon as one of its servers there does; the other one would be cut off.', '同一端口上只要有一个 server 使用 TLS，nginx 就会在该端口使用 TLS；另一个 server 会无法访问。'),
        cure: (0,messages_text/* text */.Qq)('Choose another `https-port`, or move that server to another port. For the port of the application: `publish-app-port: false`. For 443 and 80: remove `static-site`.', '请改用其他 `https-port`，或将该 server 移到其他端口。应用端口可设置 `publish-app-port: false`；443 和 80 端口可去掉 `static-site`。'),
    }),
    PORT_OPTION_UNFIT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.file}, line ${p.line}, listens on port ${p.port} with ${p.option}.`, `${p.file} 第 ${p.line} 行以 ${p.option} 监听端口 ${p.port}。`),
        why: optionWhy[p.option] ??
            (0,messages_text/* text */.Qq)('nginx applies the option to every server on the port.', 'nginx 会将该选项用于该端口上的所有 server。'),
        cure: (0,messages_text/* text */.Qq)('Choose another `https-port`, or move that server to another port. For the port of the application: `publish-app-port: false`. For 443 and 80: remove `static-site`.', '请改用其他 `https-port`，或将该 server 移到其他端口。应用端口可设置 `publish-app-port: false`；443 和 80 端口可去掉 `static-site`。'),
    }),
    PORT_ADDRESS_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.file}, line ${p.line}, listens on ${p.address}:${p.port}.`, `${p.file} 第 ${p.line} 行监听 ${p.address}:${p.port}。`),
        why: (0,messages_text/* text */.Qq)(`A server that listens on an address takes all requests to that address; a server that listens on port ${p.port} alone, as that of the deployment does, gets none of them.`, `监听具体地址的 server 会接收发往该地址的全部请求；只监听端口 ${p.port} 的 server（本部署即如此）收不到这些请求。`),
        cure: (0,messages_text/* text */.Qq)(`In that file, write \`listen ${p.port}\` instead of \`listen ${p.address}:${p.port}\` (keep the options), and restart nginx. Or choose another \`https-port\`.`, `请在该文件中将 \`listen ${p.address}:${p.port}\` 改为 \`listen ${p.port}\`（保留其他选项）并重启 nginx，或改用其他 \`https-port\`。`),
    }),
    PORT_ADDRESS_HELD: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx listens on port ${p.port} of the address ${p.address} alone${p.place === '' ? '' : ` (${p.place})`}.`, `nginx 目前只在地址 ${p.address} 上监听端口 ${p.port}${p.place === '' ? '' : `（${p.place}）`}。`),
        why: (0,messages_text/* text */.Qq)('The site listens on all addresses. A reload of nginx cannot change one into the other: it keeps the old configuration.', '本站点监听所有地址。nginx 重新加载时无法从单个地址改为监听所有地址，会沿用旧配置。'),
        cure: p.place === ''
            ? (0,messages_text/* text */.Qq)('No `listen` names this address any more: restart nginx (`systemctl restart nginx`), then run again. Or choose another `https-port`.', '配置中已没有 `listen` 使用该地址：请重启 nginx（`systemctl restart nginx`），然后重新运行；或改用其他 `https-port`。')
            : (0,messages_text/* text */.Qq)(`In that file, write \`listen ${p.port}\` without the address (keep the options), restart nginx, then run again. Or choose another \`https-port\`. For the port of the application: \`publish-app-port: false\`.`, `请在该文件中改写为 \`listen ${p.port}\`，去掉地址（保留其他选项），重启 nginx，然后重新运行；或改用其他 \`https-port\`。应用端口可设置 \`publish-app-port: false\`。`),
    }),
    PORT_OF_STREAM: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The stream or mail block of nginx listens on port ${p.port}: ${p.file}, line ${p.line}.`, `nginx 的 stream 或 mail 块监听端口 ${p.port}：${p.file} 第 ${p.line} 行。`),
        why: (0,messages_text/* text */.Qq)('It does not share the port with websites.', '它不能与网站共用端口。'),
        cure: (0,messages_text/* text */.Qq)('Choose another `https-port`, or move that server to another port. For the port of the application: `publish-app-port: false`. For 443 and 80: remove `static-site`.', '请改用其他 `https-port`，或将该 server 移到其他端口。应用端口可设置 `publish-app-port: false`；443 和 80 端口可去掉 `static-site`。'),
    }),
    NGINX_PORT_HELD: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx is stopped and cannot start: ${p.process} (pid ${p.pid}) holds port ${p.port}, which ${p.file}, line ${p.line}, listens on.`, `nginx 未运行且无法启动：${p.file} 第 ${p.line} 行需要的端口 ${p.port} 被 ${p.process}（pid ${p.pid}）占用。`),
        why: (0,messages_text/* text */.Qq)('nginx starts only if every port in its configuration is free, those of other sites included.', '只有配置中的所有端口（包括其他站点的）都空闲时，nginx 才能启动。'),
        cure: (0,messages_text/* text */.Qq)(`Stop that program, or remove the server in ${p.file} if it is not needed (\`rm /etc/nginx/sites-enabled/default\` for the default site of Debian and Ubuntu).`, `请停止该程序；如果不需要 ${p.file} 中的 server，也可以将其删除（Debian 和 Ubuntu 的默认站点：\`rm /etc/nginx/sites-enabled/default\`）。`),
    }),
    PORT_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Port ${p.port} is held by ${p.process} (pid ${p.pid}, ${p.address}).`, `端口 ${p.port} 被 ${p.process} 占用（pid ${p.pid}，${p.address}）。`),
        why: (0,messages_text/* text */.Qq)('nginx is to listen there; its reload would return 0 and keep the old configuration.', 'nginx 需要监听该端口；否则 reload 会返回 0 却继续使用旧配置。'),
        cure: (0,messages_text/* text */.Qq)('Stop that program, or choose another `https-port`. For the port of the application: `publish-app-port: false`. For 443 and 80: remove `static-site`.', '请停止该程序，或改用其他 `https-port`。应用端口可设置 `publish-app-port: false`；443 和 80 端口可去掉 `static-site`。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/project.js

/** Failures of what the runner has to offer, beyond jar and Dockerfile themselves. */
const projectErrors = {
    PROFILE_SET_TWICE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The Dockerfile sets the Spring profile ${p.dockerfile}, and \`spring-profile\` says ${p.input}.`, `Dockerfile 设置了 Spring profile ${p.dockerfile}，而 \`spring-profile\` 为 ${p.input}。`),
        why: (0,messages_text/* text */.Qq)('Only one of them takes effect: the command line of the Dockerfile before the input, the input before `ENV`.', '只有一个会生效：Dockerfile 的命令行优先于该参数，该参数优先于 `ENV`。'),
        cure: (0,messages_text/* text */.Qq)('Leave `spring-profile` out, or remove `spring.profiles.active` (ENV SPRING_PROFILES_ACTIVE, `--spring.profiles.active=`, `-Dspring.profiles.active=`) from the Dockerfile.', '请去掉 `spring-profile`，或从 Dockerfile 中移除 `spring.profiles.active`（ENV SPRING_PROFILES_ACTIVE、`--spring.profiles.active=`、`-Dspring.profiles.active=`）。'),
    }),
    CONTEXT_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`context\` cannot be read: ${p.folder} (${p.detail})`, `无法读取 \`context\`：${p.folder}（${p.detail}）`),
        why: (0,messages_text/* text */.Qq)('It must be a folder of the checkout.', '它必须是检出代码中的一个目录。'),
        cure: (0,messages_text/* text */.Qq)('Set `context` to a folder of the checkout, relative to its root (`ls` in a step before this one shows what is there).', '请将 `context` 设为检出代码中的目录（相对于其根目录；可在之前的步骤中用 `ls` 查看）。'),
    }),
    FILE_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`A file of \`files\` cannot be read: ${p.path}`, `无法读取 \`files\` 中的文件：${p.path}`),
        why: (0,messages_text/* text */.Qq)(`The system says: ${p.detail}`, `系统返回：${p.detail}`),
        cure: (0,messages_text/* text */.Qq)('Let the line name a plain file that the user of the runner may read; a step before this one may have to write it.', '请让该行指向运行器用户可读的普通文件；可能需要由之前的步骤写出该文件。'),
    }),
    FILE_TOO_LARGE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`A file of \`files\` has ${p.megabytes} MB, more than 10: ${p.path}`, `\`files\` 中的文件有 ${p.megabytes} MB，超过 10 MB：${p.path}`),
        why: (0,messages_text/* text */.Qq)('These files are sent again with every release, with keys and configuration in mind.', '这些文件随每个版本重新发送，适用于密钥和配置。'),
        cure: (0,messages_text/* text */.Qq)('Put it into a folder of the server and mount that folder: a line in `volumes`, next to those of the present mounts, which the input replaces. Or, with a Dockerfile of your own (`dockerfile`), put it into `context` and COPY it.', '请把它放入服务器上的文件夹并挂载：在 `volumes` 中加入一行，并保留现有挂载的各行（该参数会取代它们）。或使用自己的 Dockerfile（`dockerfile`），把它放进 `context` 并用 COPY 复制。'),
    }),
    APPLICATION_SPEAKS_HTTPS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.app} itself speaks https (server.ssl in its configuration).`, `${p.app} 自身使用 https（配置中的 server.ssl）。`),
        why: (0,messages_text/* text */.Qq)('nginx ends TLS and passes plain http on, over loopback.', 'TLS 由 nginx 终止，并通过回环以 http 转发。'),
        cure: (0,messages_text/* text */.Qq)(`Turn it off; without TLS of its own the application keeps its port: \`${p.setting}\``, `请关闭应用自身的 TLS，端口保持不变：\`${p.setting}\``),
    }),
    ADDRESS_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.key} keeps the application from listening on its container's address.`, `${p.key} 使应用无法在容器的地址上监听。`),
        why: (0,messages_text/* text */.Qq)('nginx and the health check come from outside the container. They cannot reach its localhost, and the container does not have the addresses of the server.', 'nginx 和健康检查来自容器之外，无法访问容器的 localhost；容器也没有服务器的地址。'),
        cure: (0,messages_text/* text */.Qq)(`Remove ${p.key} from the configuration, or set: \`${p.setting}\``, `请从配置中移除 ${p.key}，或设置：\`${p.setting}\``),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/selinux.js

/** Failures of having an enforcing SELinux let nginx do its work. */
const selinuxErrors = {
    SELINUX_PORT_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`SELinux does not let port ${p.port} become one of nginx’s: ${p.said}`, `SELinux 不允许将端口 ${p.port} 设为 nginx 的端口：${p.said}`),
        why: (0,messages_text/* text */.Qq)(`The policy of the server reserves the port for another service (its type is ${p.type}), or the policy cannot be changed.`, `服务器的策略将该端口保留给其他服务（类型为 ${p.type}），或策略无法修改。`),
        cure: (0,messages_text/* text */.Qq)(`Set \`https-port: 8443\`, one of nginx’s ports in the targeted policy. \`semanage port -l | grep -w ${p.type === '-' ? p.port : p.type}\` lists the ports of the other service (package policycoreutils-python-utils, on CentOS 7 policycoreutils-python).`, `请设置 \`https-port: 8443\`，它在 targeted 策略中属于 nginx。\`semanage port -l | grep -w ${p.type === '-' ? p.port : p.type}\` 列出该服务的端口（软件包 policycoreutils-python-utils，CentOS 7 为 policycoreutils-python）。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/service.js


/** Why the connection fails: by the address, the answer, the name. */
function why({ how, local }) {
    if (local)
        return (0,messages_text/* text */.Qq)('Its log names localhost. Inside a container, localhost and 127.0.0.1 are the container itself, not the server.', '日志中的地址是 localhost。在容器内，localhost 和 127.0.0.1 指容器自身，而不是服务器。');
    switch (how) {
        case 'refused':
            return (0,messages_text/* text */.Qq)('Its log says that the connection was refused: nothing listens on that address and port for containers.', '日志显示连接被拒绝：该地址和端口上没有面向容器监听的程序。');
        case 'silent':
            return (0,messages_text/* text */.Qq)('Its log says that nothing answered in time. Usually a firewall or an allowlist drops the packets.', '日志显示连接超时，通常是防火墙或白名单丢弃了数据包。');
        case 'unknown-name':
            return (0,messages_text/* text */.Qq)('Its log says that the host name is not known. Names of containers are known only on a Docker network of their own (`network`).', '日志显示主机名无法解析。容器名只在其所属的 Docker 网络（`network`）内可以解析。');
        case 'unclear':
            return (0,messages_text/* text */.Qq)('Its log says so; the lines are shown with this message.', '日志如此记录，相关日志见本消息。');
    }
}
const service_early = listenEarly('Redis', ' Redis ');
/** What to do about the address of Redis. */
function redisCure({ how, local }) {
    if (how === 'silent' && !local)
        return (0,messages_text/* text */.Qq)("If Redis runs on this server, let containers in.\nufw: `ufw allow in on docker0 to any port 6379 proto tcp`\nfirewalld: `firewall-cmd --permanent --add-rich-rule='rule family=ipv4 source address=172.17.0.0/16 port port=6379 protocol=tcp accept' && firewall-cmd --reload`\nIf it runs elsewhere, add this server's address to its firewall or allowlist.", "如果 Redis 在本服务器上，请放行容器。\nufw：`ufw allow in on docker0 to any port 6379 proto tcp`\nfirewalld：`firewall-cmd --permanent --add-rich-rule='rule family=ipv4 source address=172.17.0.0/16 port port=6379 protocol=tcp accept' && firewall-cmd --reload`\n如果在别处，请把本服务器的地址加入其防火墙或白名单。");
    return (0,messages_text/* text */.Qq)(`If Redis runs on this server: add \`SPRING_DATA_REDIS_HOST=host.docker.internal\` (Spring Boot 2: \`SPRING_REDIS_HOST=host.docker.internal\`) to \`env\`, set \`bind 127.0.0.1 172.17.0.1\` and a \`requirepass\` in /etc/redis/redis.conf, give that password as SPRING_DATA_REDIS_PASSWORD (SPRING_REDIS_PASSWORD), and run \`systemctl restart redis-server\` (\`redis\` on CentOS). ${service_early.en}\nIf it runs elsewhere, correct the host in \`env\` or in the jar's configuration.`, `如果 Redis 在本服务器上：在 \`env\` 中设置 \`SPRING_DATA_REDIS_HOST=host.docker.internal\`（Spring Boot 2：\`SPRING_REDIS_HOST=host.docker.internal\`），在 /etc/redis/redis.conf 中设置 \`bind 127.0.0.1 172.17.0.1\` 和 \`requirepass\`，将该密码填入 SPRING_DATA_REDIS_PASSWORD（SPRING_REDIS_PASSWORD），然后执行 \`systemctl restart redis-server\`（CentOS 为 \`redis\`）。${service_early.zh}\n如果在别处，请修正 \`env\` 或 jar 配置中的主机名。`);
}
/** What an application lacks though it may answer, told by its log. */
const serviceErrors = {
    REDIS_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} cannot connect to Redis.`, `容器 ${p.container} 中的应用无法连接 Redis。`),
        why: why(p),
        cure: redisCure(p),
    }),
    REDIS_ACCESS_DENIED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} reaches Redis, but Redis rejects it.`, `容器 ${p.container} 中的应用能连接到 Redis，但被拒绝。`),
        why: (0,messages_text/* text */.Qq)('`NOAUTH` in its log: no password was sent; `WRONGPASS` or `invalid password`: a wrong one; `without any password configured`: Redis has none; `protected mode`: Redis has none and takes connections of its own machine only.', '日志中的 `NOAUTH`：没有发送密码；`WRONGPASS` 或 `invalid password`：密码错误；`without any password configured`：Redis 没有设置密码；`protected mode`：Redis 没有密码，只接受本机连接。'),
        cure: (0,messages_text/* text */.Qq)('Set SPRING_DATA_REDIS_PASSWORD (Spring Boot 2: SPRING_REDIS_PASSWORD) in `env` to the value of `requirepass` in /etc/redis/redis.conf; in protected mode set `requirepass` first and run `systemctl restart redis-server`.', '请在 `env` 中将 SPRING_DATA_REDIS_PASSWORD（Spring Boot 2：SPRING_REDIS_PASSWORD）设为 /etc/redis/redis.conf 中 `requirepass` 的值；若为 protected mode，请先设置 `requirepass` 并执行 `systemctl restart redis-server`。'),
    }),
    MAIL_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} cannot connect to its mail server.`, `容器 ${p.container} 中的应用无法连接邮件服务器。`),
        why: p.local
            ? why(p)
            : (0,messages_text/* text */.Qq)('Its log says so. Tencent Cloud and most other clouds block outgoing connections to port 25.', '日志如此记录。腾讯云及多数云厂商默认封禁出站 25 端口。'),
        cure: (0,messages_text/* text */.Qq)('Use port 465 with TLS: `SPRING_MAIL_PORT=465` and `SPRING_MAIL_PROPERTIES_MAIL_SMTP_SSL_ENABLE=true` in `env`, and `SPRING_MAIL_HOST` with the name of your mail provider.', '请改用 465 端口和 TLS：在 `env` 中设置 `SPRING_MAIL_PORT=465`、`SPRING_MAIL_PROPERTIES_MAIL_SMTP_SSL_ENABLE=true`，并将 `SPRING_MAIL_HOST` 设为邮件服务商的地址。'),
    }),
    MAIL_ACCESS_DENIED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The mail server rejects the login of the application in container ${p.container}.`, `邮件服务器拒绝了容器 ${p.container} 中应用的登录。`),
        why: (0,messages_text/* text */.Qq)('User or password is wrong. QQ, 163 and most other providers want an authorization code instead of the password of the account.', '用户名或密码错误。QQ、163 等多数邮箱要求使用授权码，而不是账户密码。'),
        cure: (0,messages_text/* text */.Qq)('Set SPRING_MAIL_USERNAME to the full address and SPRING_MAIL_PASSWORD to the authorization code in `env`.', '请在 `env` 中将 SPRING_MAIL_USERNAME 设为完整的邮箱地址，将 SPRING_MAIL_PASSWORD 设为授权码。'),
    }),
    SERVICE_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} cannot connect to ${p.service || 'another service'}.`, `容器 ${p.container} 中的应用无法连接 ${p.service || '其他服务'}。`),
        why: why(p),
        cure: (0,messages_text/* text */.Qq)(`Verify that ${p.service || 'the service that the lines name'} is up. If it runs on this server, write \`host.docker.internal\` instead of \`localhost\` as its host, and let it listen on the address that \`ip -4 addr show docker0\` prints. If it runs elsewhere, allow this server's address there. If the application does not need it, switch it off in the application's configuration.`, `请确认${p.service ? ` ${p.service} ` : '日志中的服务'}正常运行。如果它在本服务器上，请将主机名 \`localhost\` 改为 \`host.docker.internal\`，并让它监听 \`ip -4 addr show docker0\` 显示的地址；如果在别处，请在那里放行本服务器的地址；如果应用不需要它，请在应用配置中关闭。`),
    }),
    SERVICE_ACCESS_DENIED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} reaches ${p.service}, but ${p.service} rejects it.`, `容器 ${p.container} 中的应用能连接到 ${p.service}，但被拒绝。`),
        why: (0,messages_text/* text */.Qq)('User, password or token is wrong or missing, or the user has no rights there. The lines are shown with this message.', '用户名、密码或 token 有误或缺失，或该用户没有权限。相关日志见本消息。'),
        cure: (0,messages_text/* text */.Qq)(`Correct the user and password of ${p.service} in \`env\`, and verify that the secrets they come from exist.${p.service === 'RabbitMQ' ? ` RabbitMQ accepts its user \`guest\` from its own machine only, so not from a container. Create another: ${rabbitUser}` : ''}`, `请修正 \`env\` 中 ${p.service} 的用户名和密码，并确认它们引用的 secret 存在。${p.service === 'RabbitMQ' ? `RabbitMQ 的 \`guest\` 用户只允许从本机连接，容器无法使用。请另建用户：${rabbitUser}` : ''}`),
    }),
    APPLICATION_PORT_IN_USE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} cannot listen on ${p.port === '' ? 'one of its ports' : `port ${p.port}`}: it is in use.`, `容器 ${p.container} 中的应用无法监听${p.port === '' ? '其中一个端口' : `端口 ${p.port}`}：端口已被占用。`),
        why: (0,messages_text/* text */.Qq)('Each container has ports of its own, so two listeners of the application, or two programs in its container, use the same one.', '每个容器有自己的端口，因此是应用的两个监听器，或容器中的两个程序使用了同一端口。'),
        cure: (0,messages_text/* text */.Qq)('Give one of the two another port, in `env` or in the configuration of the jar: `server.port`, `management.server.port`, or that of the library whose lines are shown.', '请为其中之一设置其他端口（在 `env` 或 jar 的配置中）：`server.port`、`management.server.port`，或日志中相应组件的端口。'),
    }),
    VARIABLE_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} needs \`${p.variable}\`, and nothing sets it.`, `容器 ${p.container} 中的应用需要 \`${p.variable}\`，但没有设置。`),
        why: (0,messages_text/* text */.Qq)('Its log says so. What a developer has in a shell or in a local file is not on the server.', '日志如此记录。开发机上的环境变量或本地文件在服务器上不存在。'),
        cure: (0,messages_text/* text */.Qq)(`Add a line \`${service_variableOf(p.variable)}=...\` to \`env\`, or set the \`spring-profile\` whose configuration has it.`, `请在 \`env\` 中加入一行 \`${service_variableOf(p.variable)}=...\`，或设置包含该配置的 \`spring-profile\`。`),
    }),
    DATABASE_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} has no connection to its database.`, `容器 ${p.container} 中的应用没有数据库连接。`),
        why: (0,messages_text/* text */.Qq)('Its log says so, without saying why the connection fails.', '日志如此记录，但没有说明连接失败的原因。'),
        cure: (0,messages_text/* text */.Qq)('Read the lines shown with this message. For a database on this server use `host.docker.internal` as its host, not `localhost` (README, "A database on the server").', '请查看本消息附带的日志。如果数据库在本服务器上，主机名请用 `host.docker.internal`，而不是 `localhost`（见 README“服务器上的数据库”）。'),
    }),
    DATABASE_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The database that the application in container ${p.container} asks for does not exist on its database server.`, `容器 ${p.container} 中的应用所用的数据库，在数据库服务器上不存在。`),
        why: (0,messages_text/* text */.Qq)('The login succeeded; the name at the end of the JDBC URL is misspelled, or the database was not created.', '登录成功；JDBC URL 末尾的数据库名有误，或尚未创建该数据库。'),
        cure: (0,messages_text/* text */.Qq)('Create it, with its name instead of `shop` (MySQL: `CREATE DATABASE shop CHARACTER SET utf8mb4;`; PostgreSQL: `CREATE DATABASE shop OWNER app;` with the user of the application instead of `app`), or correct the name in SPRING_DATASOURCE_URL in `env`.', '请创建该数据库，并把 `shop` 换成它的名称（MySQL：`CREATE DATABASE shop CHARACTER SET utf8mb4;`；PostgreSQL：`CREATE DATABASE shop OWNER app;`，把 `app` 换成应用的用户），或修正 `env` 中 SPRING_DATASOURCE_URL 的数据库名。'),
    }),
    DATABASE_FULL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The database has no connection left for the application in container ${p.container}.`, `数据库没有剩余连接可供容器 ${p.container} 中的应用使用。`),
        why: (0,messages_text/* text */.Qq)('While a deploy overlaps two versions, both hold a pool of connections.', '部署期间新旧两个版本同时运行，各自占用一个连接池。'),
        cure: (0,messages_text/* text */.Qq)('Raise `max_connections` of the database: MySQL and MariaDB at once by `SET GLOBAL max_connections = 300;`, and in their configuration for the next restart; PostgreSQL in postgresql.conf, then restart it. Or make the pool smaller: `SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE=5` (Druid: `SPRING_DATASOURCE_DRUID_MAX_ACTIVE=5`) in `env`. The running version keeps its pool until the switch: if it leaves no room for 5 connections, the smaller pool helps from the next deploy on only.', '请提高数据库的 `max_connections`：MySQL 和 MariaDB 执行 `SET GLOBAL max_connections = 300;` 立即生效，并写入配置文件以便重启后保留；PostgreSQL 在 postgresql.conf 中修改后重启。或缩小连接池：在 `env` 中设置 `SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE=5`（Druid：`SPRING_DATASOURCE_DRUID_MAX_ACTIVE=5`）。切换前运行中的版本仍占用其连接池：如果剩余连接不足 5 个，缩小连接池要到下一次部署才有效。'),
    }),
    DATABASE_KEY_NOT_SENT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The database driver in container ${p.container} may not ask MySQL for its public key, and so cannot log in.`, `容器 ${p.container} 中的数据库驱动不允许向 MySQL 获取公钥，因此无法登录。`),
        why: (0,messages_text/* text */.Qq)('MySQL 8 logs users in by `caching_sha2_password`, which without TLS needs the key of the server.', 'MySQL 8 使用 `caching_sha2_password` 登录，没有 TLS 时需要服务器的公钥。'),
        cure: (0,messages_text/* text */.Qq)('Append `allowPublicKeyRetrieval=true` to the parameters of the JDBC URL (`?` before the first one, `&` between them), in `env` or in the configuration of the jar.', '请在 JDBC URL 的参数中加上 `allowPublicKeyRetrieval=true`（第一个参数前用 `?`，之间用 `&`），可在 `env` 或 jar 的配置中修改。'),
    }),
};
/** A user that an application in a container may be. */
const rabbitUser = "`rabbitmqctl add_user app PASSWORD && rabbitmqctl set_permissions app '.*' '.*' '.*'` (`SPRING_RABBITMQ_USERNAME=app`, `SPRING_RABBITMQ_PASSWORD`)";
/** The variable that sets a property, as Spring Boot binds it; a name that is a variable already stays. */
function service_variableOf(name) {
    return /^[A-Z0-9_]+$/.test(name) ? name : name.replaceAll('.', '_').replaceAll('-', '').toUpperCase();
}

// EXTERNAL MODULE: ./.build/lib/messages/hop.js
var hop = __webpack_require__(70888);
;// CONCATENATED MODULE: ./.build/lib/messages/errors/host-key.js


/** Failures of telling whether the server is the right one. */
const hostKeyErrors = {
    HOST_KEY_INVALID: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Line ${p.line} of \`${p.input}\` cannot be read: ${p.value}`, `\`${p.input}\` 第 ${p.line} 行无法识别：${p.value}`),
        why: (0,messages_text/* text */.Qq)('Allowed are fingerprints (`SHA256:` and 43 characters), lines of known_hosts, of a .pub file or of `ssh-keygen -l`, and `accept-any`. MD5 fingerprints and @cert-authority are not.', '允许：指纹（`SHA256:` 加 43 个字符）、known_hosts 的行、.pub 文件的内容、`ssh-keygen -l` 的输出，以及 `accept-any`。不支持 MD5 指纹和 @cert-authority。'),
        cure: (0,messages_text/* text */.Qq)('Print the fingerprint on that machine with `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` and paste it whole.', '在该机器上执行 `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub`，把输出完整粘贴过来。'),
    }),
    HOST_KEY_MISSING: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`${w.hostKey} is empty, so ${w.at.en}, port ${p.port}, cannot be told from an impostor. Nothing was sent to it.`, `未设置 ${w.hostKey}，无法确认${w.at.zh} 端口 ${p.port} 不是冒充者。没有向其发送任何凭据。`),
        why: (0,messages_text/* text */.Qq)(`It showed a key of type ${p.type} with the fingerprint ${p.line}`, `${w.machine.zh}出示的主机密钥类型为 ${p.type}，指纹为 ${p.line}`),
        cure: (0,messages_text/* text */.Qq)(`Compare on ${w.machine.en} (console login): \`ssh-keygen -lf ${p.file}\`. If it prints the same, paste this line as ${w.hostKey}:\n${p.line}`, `请通过控制台登录${w.machine.zh}核对：\`ssh-keygen -lf ${p.file}\`。若输出一致，把下面这一行填入 ${w.hostKey}：\n${p.line}`),
    }),
    HOST_KEY_MISMATCH: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`${w.At.en}, port ${p.port}, shows a host key that ${w.hostKey} does not name. Nothing was sent to it.`, `${w.At.zh} 端口 ${p.port} 出示的主机密钥不在 ${w.hostKey} 中。没有向其发送任何凭据。`),
        why: (0,messages_text/* text */.Qq)(`Shown: ${p.offered}. Pinned: ${p.pinned}. Either ${w.machine.en} was installed again, or ${w.host} is another machine, or somebody intercepts the connection.`, `出示：${p.offered}。固定：${p.pinned}。可能是${w.machine.zh}重装过系统，或 ${w.host} 指向了另一台机器，或有中间人攻击。`),
        cure: (0,messages_text/* text */.Qq)(`Log in to ${w.machine.en} through its console and compare: \`ssh-keygen -lf ${p.file}\`. Only if it prints the fingerprint shown, put that into ${w.hostKey}.`, `请通过控制台登录${w.machine.zh}并核对：\`ssh-keygen -lf ${p.file}\`。仅当输出与出示的指纹一致时，才把它填入 ${w.hostKey}。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/jump-host.js

/** Failures of going through a jump host that concern no other server. */
const jumpHostErrors = {
    INPUT_JUMP_HOST: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`jump-host\` cannot be "${p.value}".`, `\`jump-host\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is `[user@]host[:port]`: one machine, by its host name or IP address. An IPv6 address is in brackets.', '跳板机的格式为 `[用户@]主机[:端口]`，只能是一台机器。IPv6 地址须放在方括号中。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `jump@203.0.113.20:22`, `bastion.example.com` or `[2001:db8::20]:2222`.', '请写成 `jump@203.0.113.20:22`、`bastion.example.com` 或 `[2001:db8::20]:2222` 的形式。'),
    }),
    INPUT_JUMP_KEY: (_) => ({
        what: (0,messages_text/* text */.Qq)('`jump-host` needs a key: `jump-private-key`, or `private-key` for both machines.', '`jump-host` 需要密钥：`jump-private-key`，或同时用于两台机器的 `private-key`。'),
        why: (0,messages_text/* text */.Qq)('The action logs in to a jump host by key only. It never sends `password` to another machine than the server.', '登录跳板机只使用密钥；`password` 只会发送给服务器，不会发送给其他机器。'),
        cure: (0,messages_text/* text */.Qq)('Make a key with `ssh-keygen -t ed25519 -N "" -f jump`, append the line of jump.pub to ~/.ssh/authorized_keys on the jump host, and give the file jump as `jump-private-key`.', '用 `ssh-keygen -t ed25519 -N "" -f jump` 生成密钥，把 jump.pub 的内容追加到跳板机的 ~/.ssh/authorized_keys，并把 jump 文件的内容作为 `jump-private-key` 传入。'),
    }),
    SSH_FROM_RUNNER_JUMP: (p) => ({
        what: (0,messages_text/* text */.Qq)('`ssh-from-runner` cannot be combined with `jump-host`.', '`ssh-from-runner` 不能与 `jump-host` 同时使用。'),
        why: (0,messages_text/* text */.Qq)('It opens SSH on the server for the address of the runner. Behind a jump host, the address that connects is that of the jump host.', '它为运行器的地址放通服务器的 SSH 端口；而通过跳板机连接时，来源是跳板机的地址。'),
        cure: (0,messages_text/* text */.Qq)(`Remove \`ssh-from-runner\`. In the firewall or security group of the server, allow TCP ${p.port} from the address of the jump host.`, `请删除 \`ssh-from-runner\`，并在服务器的防火墙或安全组中，允许跳板机的地址访问 TCP ${p.port}。`),
    }),
    JUMP_FORWARD_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The jump host ${p.host}, port ${p.port}, refuses to forward a connection to ${p.target}, port ${p.targetPort} (${p.detail}).`, `跳板机 ${p.host} 端口 ${p.port} 拒绝转发到 ${p.target} 端口 ${p.targetPort} 的连接（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('The login at the jump host succeeded. Its sshd forbids TCP forwarding (`AllowTcpForwarding`, `DisableForwarding`) or this destination (`PermitOpen`), or the line of the key in authorized_keys does (`restrict`, `no-port-forwarding`, `permitopen=`).', '已成功登录跳板机。其 sshd 禁止 TCP 转发（`AllowTcpForwarding`、`DisableForwarding`）或禁止该目标（`PermitOpen`），或 authorized_keys 中该密钥的选项禁止（`restrict`、`no-port-forwarding`、`permitopen=`）。'),
        cure: (0,messages_text/* text */.Qq)(`As root on the jump host: \`sshd -T | grep -iE "forwarding|permitopen"\` shows what is allowed; \`AllowTcpForwarding local\` with \`PermitOpen ${p.target}:${p.targetPort}\` is enough. Then \`systemctl reload ssh || systemctl reload sshd\`. In authorized_keys, \`restrict,port-forwarding,permitopen="${p.target}:${p.targetPort}"\` before the key is enough.`, `以 root 在跳板机上执行 \`sshd -T | grep -iE "forwarding|permitopen"\` 查看允许的范围；\`AllowTcpForwarding local\` 加 \`PermitOpen ${p.target}:${p.targetPort}\` 即可，然后执行 \`systemctl reload ssh || systemctl reload sshd\`。在 authorized_keys 中，密钥前写 \`restrict,port-forwarding,permitopen="${p.target}:${p.targetPort}"\` 即可。`),
    }),
    JUMP_TARGET_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The jump host ${p.jump} cannot connect to the server ${p.host}, port ${p.port} (${p.detail}).`, `跳板机 ${p.jump} 无法连接服务器 ${p.host} 端口 ${p.port}（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('The login at the jump host succeeded. It resolves `host` and connects to it from its own network: the name or address is not known there, sshd listens on another port, or the firewall of the server does not allow the jump host.', '已成功登录跳板机。`host` 由跳板机解析，并从跳板机所在网络连接：可能是那里不认识该名称或地址、sshd 监听在其他端口，或服务器的防火墙没有放行跳板机。'),
        cure: (0,messages_text/* text */.Qq)(`On the jump host, \`timeout 5 bash -c '</dev/tcp/${p.host}/${p.port}' && echo open\` tries it. Set \`host\` and \`port\` to what works there, such as the private address of the server. Or allow TCP ${p.port} from the address of the jump host in the firewall or security group of the server.`, `在跳板机上执行 \`timeout 5 bash -c '</dev/tcp/${p.host}/${p.port}' && echo open\` 验证。请把 \`host\` 和 \`port\` 设为在跳板机上可用的值，例如服务器的内网地址；或在服务器的防火墙、安全组中，允许跳板机的地址访问 TCP ${p.port}。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/login.js


const newKey = (0,messages_text/* text */.Qq)('Make a key: `ssh-keygen -t ed25519 -N "" -f deploy`; append the line of deploy.pub to ~/.ssh/authorized_keys on that machine (`install -d -m 700 ~/.ssh` makes the folder) and paste the whole file deploy, first and last line included, into the secret.', '生成密钥：`ssh-keygen -t ed25519 -N "" -f deploy`；把 deploy.pub 的内容追加到要登录的机器的 ~/.ssh/authorized_keys（`install -d -m 700 ~/.ssh` 可创建该目录），并把 deploy 文件的全部内容（包括首尾两行）粘贴到 secret。');
/** Failures of logging in: the key itself, and what the server says of it. */
const loginErrors = {
    PRIVATE_KEY_INVALID: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.input}\` cannot be read: ${p.detail}`, `\`${p.input}\` 无法读取：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('Allowed are private keys of the types Ed25519, ECDSA and RSA, in the form of OpenSSH or PEM.', '允许 Ed25519、ECDSA、RSA 类型的私钥，格式为 OpenSSH 或 PEM。'),
        cure: newKey,
    }),
    PRIVATE_KEY_TRUNCATED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.input}\` is not whole: lines of the ${p.kind} are missing or damaged.`, `\`${p.input}\` 不完整：${p.kind} 缺少某些行或已损坏。`),
        why: (0,messages_text/* text */.Qq)('Usually the last line, or a part of the middle, was not copied.', '通常是漏复制了最后一行或中间的一部分。'),
        cure: (0,messages_text/* text */.Qq)('Paste the file again, from the line -----BEGIN to the line -----END, with both.', '请重新粘贴整个文件，从 -----BEGIN 行到 -----END 行，两行都要包含。'),
    }),
    PRIVATE_KEY_IS_PUBLIC: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.input}\` holds a public key.`, `\`${p.input}\` 中填的是公钥。`),
        why: (0,messages_text/* text */.Qq)('The .pub file was pasted; it belongs on the server.', '粘贴的是 .pub 文件；公钥应放在服务器上。'),
        cure: (0,messages_text/* text */.Qq)('Paste the file of the same name without .pub; it begins with -----BEGIN.', '请粘贴同名但不带 .pub 的文件，其内容以 -----BEGIN 开头。'),
    }),
    PRIVATE_KEY_IS_PUTTY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.input}\` is in the form of PuTTY (.ppk).`, `\`${p.input}\` 是 PuTTY 格式（.ppk）。`),
        why: (0,messages_text/* text */.Qq)('Keys are read in the form of OpenSSH and PEM.', '仅支持 OpenSSH 和 PEM 格式的私钥。'),
        cure: (0,messages_text/* text */.Qq)('In PuTTYgen: Conversions, Export OpenSSH key. Or: `puttygen key.ppk -O private-openssh -o key`. Paste the result.', '在 PuTTYgen 中选择 Conversions → Export OpenSSH key；或执行 `puttygen key.ppk -O private-openssh -o key`，然后粘贴结果。'),
    }),
    PASSPHRASE_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.input}\` is encrypted, and \`passphrase\` is empty.`, `\`${p.input}\` 已加密，但未设置 \`passphrase\`。`),
        why: (0,messages_text/* text */.Qq)('An empty value is also what a secret gives that does not exist, or that a run from a fork may not see.', '如果 secret 不存在，或来自 fork 的运行无权读取，得到的也是空值。'),
        cure: (0,messages_text/* text */.Qq)('Put the passphrase into a secret and give it as `passphrase`, or use a key without one.', '把口令存入 secret 并通过 `passphrase` 传入，或使用没有口令的密钥。'),
    }),
    PASSPHRASE_WRONG: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`passphrase\` does not open \`${p.input}\`.`, `\`passphrase\` 无法解开 \`${p.input}\`。`),
        why: (0,messages_text/* text */.Qq)('It is of another key, or was pasted with a space or line end.', '口令属于另一把密钥，或粘贴时多带了空格、换行。'),
        cure: (0,messages_text/* text */.Qq)('Try it where the key is stored: `ssh-keygen -y -f key` asks for it. Then correct the secret. If a jump host has a key of its own, `passphrase` opens both keys: encrypt both with the same one, or leave one without.', '在密钥所在机器上执行 `ssh-keygen -y -f key` 验证口令，然后改正 secret。若跳板机使用单独的密钥，`passphrase` 用于两个密钥：请用同一口令加密，或让其中一个不设口令。'),
    }),
    AUTHENTICATION_FAILED: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`${w.At.en}, port ${p.port}, does not let the user ${p.username} in. Tried: ${p.tried}. It offers: ${p.offered}.`, `${w.At.zh} 端口 ${p.port} 拒绝用户 ${p.username} 登录。已尝试：${p.tried}。其支持：${p.offered}。`),
        why: (0,messages_text/* text */.Qq)(`Most likely the public half of \`${p.input}\` is not in the authorized_keys of ${p.username} (but of another user), or the password is wrong; or the home folder or ~/.ssh is writable for others, or sshd_config does not admit this user (PermitRootLogin, AllowUsers).`, `最可能的原因：\`${p.input}\` 对应的公钥不在用户 ${p.username} 的 authorized_keys 中（而在其他用户下），或密码错误；也可能是主目录或 ~/.ssh 权限过宽，或 sshd_config 不允许该用户登录（PermitRootLogin、AllowUsers）。`),
        cure: (0,messages_text/* text */.Qq)(`On ${w.machine.en}, as ${p.username}: \`install -d -m 700 ~/.ssh\`; append the line of the .pub file to ~/.ssh/authorized_keys; \`chmod go-w ~ && chmod 600 ~/.ssh/authorized_keys\`. As root, \`journalctl -u ssh -u sshd -n 20\` shows the reason. Or correct ${w.username.en} or \`${p.input}\`.`, `在${w.machine.zh}上以 ${p.username} 身份：执行 \`install -d -m 700 ~/.ssh\`，把 .pub 文件的内容追加到 ~/.ssh/authorized_keys，再执行 \`chmod go-w ~ && chmod 600 ~/.ssh/authorized_keys\`。以 root 执行 \`journalctl -u ssh -u sshd -n 20\` 可查看具体原因。或改正 ${w.username.zh} 或 \`${p.input}\`。`),
    }),
    PASSWORD_NOT_ACCEPTED: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`${w.At.en}, port ${p.port}, takes no passwords from ${p.username}. It offers: ${p.offered}.`, `${w.At.zh} 端口 ${p.port} 不接受用户 ${p.username} 用密码登录。其支持：${p.offered}。`),
        why: (0,messages_text/* text */.Qq)('PasswordAuthentication is no in its sshd_config, or PermitRootLogin is prohibit-password.', 'sshd_config 中 PasswordAuthentication 为 no，或 PermitRootLogin 为 prohibit-password。'),
        cure: (0,messages_text/* text */.Qq)('Give `private-key` instead of `password`.', '请改用 `private-key`，不要用 `password`。'),
    }),
    PASSWORD_WRONG: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`${w.At.en}, port ${p.port}, did not accept the password of ${p.username}.`, `${w.At.zh} 端口 ${p.port} 未接受用户 ${p.username} 的密码。`),
        why: (0,messages_text/* text */.Qq)('The password is of another user or machine, or was pasted with a space or line end; or sshd_config does not admit this user (PermitRootLogin, AllowUsers). Too many wrong passwords lock a user on some servers.', '密码属于其他用户或其他机器，或粘贴时多带了空格、换行；也可能是 sshd_config 不允许该用户登录（PermitRootLogin、AllowUsers）。部分服务器会在多次输错后锁定用户。'),
        cure: (0,messages_text/* text */.Qq)(`Log in by hand: \`ssh -p ${p.port} ${p.username}@${p.host}\`. If the password does not let you in either, set another: \`passwd ${p.username}\` as root, or "Reset password" in Tencent Cloud's console. Then correct the secret. As root, \`journalctl -u ssh -u sshd -n 20\` shows the reason. Better is a key: \`private-key\`.`, `手动登录验证：\`ssh -p ${p.port} ${p.username}@${p.host}\`。如果同样无法登录，请以 root 执行 \`passwd ${p.username}\` 或在腾讯云控制台“重置密码”设置新密码，然后改正 secret。以 root 执行 \`journalctl -u ssh -u sshd -n 20\` 可查看具体原因。建议改用密钥：\`private-key\`。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/reach.js


/** Of several lines `MaxStartups` sshd takes the last, of `LoginGraceTime` the first: those that are there are changed. */
const moreStartups = (0,messages_text/* text */.Qq)('`grep -rniE "^\\s*(MaxStartups|LoginGraceTime)" /etc/ssh/sshd_config /etc/ssh/sshd_config.d`, as root there, shows the lines. Change them to `MaxStartups 100:30:200` and `LoginGraceTime 20`; put one that is missing at the top of /etc/ssh/sshd_config. Then run `systemctl reload ssh || systemctl reload sshd`.', '以 root 在该机器上执行 `grep -rniE "^\\s*(MaxStartups|LoginGraceTime)" /etc/ssh/sshd_config /etc/ssh/sshd_config.d` 找到这两行，改为 `MaxStartups 100:30:200` 和 `LoginGraceTime 20`，缺少的行加到 /etc/ssh/sshd_config 开头，再执行 `systemctl reload ssh || systemctl reload sshd`。');
/** Failures on the way to an SSH server that shows its key: that of the server, or of a jump host before it. */
const reachErrors = {
    HOST_NOT_FOUND: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`The name of ${w.machine.en}, ${p.host} (${w.host}), does not resolve to an address (${p.detail}).`, `${w.machine.zh}的主机名 ${p.host}（${w.host}）无法解析为 IP 地址（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('Most often the name is misspelt, holds "https://" or a port, or its DNS record does not exist yet.', '最常见的原因：主机名拼写错误、误带了 “https://” 或端口号，或 DNS 记录尚未创建。'),
        cure: (0,messages_text/* text */.Qq)(`Correct ${w.host}, or give the public IP address that the console of your cloud shows for ${w.machine.en}.`, `改正 ${w.host}，或直接填写云控制台中显示的${w.machine.zh}公网 IP。`),
    }),
    CONNECTION_REFUSED: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`${w.At.en} refuses connections to port ${p.port}.`, `${w.At.zh} 拒绝了到端口 ${p.port} 的连接。`),
        why: (0,messages_text/* text */.Qq)('The machine is there, but nothing listens on this port: sshd runs on another port or not at all, or the address is of another machine. A firewall or fail2ban may also answer so.', '机器可以到达，但该端口没有程序监听：sshd 使用了其他端口或没有运行，或者这个地址属于另一台机器；也可能是防火墙或 fail2ban 主动拒绝。'),
        cure: (0,messages_text/* text */.Qq)(`As root on ${w.machine.en} (console login): \`ss -tlnp | grep -E "ssh|systemd"\` lists the port of sshd (or of ssh.socket, by systemd); set ${w.port.en} to it. If the list has none: \`systemctl enable --now ssh || systemctl enable --now sshd\`. If fail2ban is installed, \`fail2ban-client status sshd\` lists the addresses that it bans, and \`fail2ban-client set sshd unbanip ADDRESS\` lifts a ban. Compare ${w.host} with the public IP in the console.`, `以 root 在${w.machine.zh}上（通过控制台登录）执行 \`ss -tlnp | grep -E "ssh|systemd"\` 查看 sshd（或 systemd 的 ssh.socket）监听的端口，并把 ${w.port.zh} 设为该端口；若没有，执行 \`systemctl enable --now ssh || systemctl enable --now sshd\`。若安装了 fail2ban，\`fail2ban-client status sshd\` 列出被封禁的地址，\`fail2ban-client set sshd unbanip 地址\` 解除封禁。并核对 ${w.host} 与控制台中的公网 IP。`),
    }),
    CONNECTION_TIMEOUT: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`No answer from ${w.at.en}, port ${p.port}, within ${p.seconds} seconds.`, `${p.seconds} 秒内没有收到${w.at.zh} 端口 ${p.port} 的任何应答。`),
        why: (0,messages_text/* text */.Qq)(`Packets are dropped on the way. In order of likelihood: the firewall of the instance (Lighthouse) or its security group (CVM) does not admit the SSH port; the IP is wrong or ${w.machine.en} is off; ${w.machine.en} admits SSH from certain addresses only, and the runner of GitHub, outside of China, is not among them.`, `数据包在途中被丢弃。按可能性排序：轻量应用服务器的防火墙或云服务器的安全组没有放行 SSH 端口；IP 填错或${w.machine.zh}已关机；${w.machine.zh}只允许特定地址 SSH 登录，而 GitHub 的运行器位于境外，不在其中。`),
        cure: (0,messages_text/* text */.Qq)(`Open TCP ${p.port} for SSH in the console (Lighthouse: Firewall; CVM: Security Group), compare ${w.host} with the public IP there, or use a self-hosted runner that ${w.machine.en} admits. A slow route only needs a larger \`connect-timeout\`.`, `在控制台放行 TCP ${p.port}（轻量应用服务器：防火墙；云服务器：安全组），核对 ${w.host} 与公网 IP，或改用${w.machine.zh}允许访问的自托管运行器。若只是线路较慢，请调大 \`connect-timeout\`。`),
    }),
    NETWORK_UNREACHABLE: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`There is no route to ${w.at.en}, port ${p.port} (${p.detail}).`, `没有到达${w.at.zh} 端口 ${p.port} 的路由（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)(`The address is private or IPv6 and the runner cannot reach it (runners of GitHub have no IPv6), or the firewall of ${w.machine.en} (firewalld) rejects the port.`, `该地址是内网地址或 IPv6 地址，运行器无法到达（GitHub 的运行器没有 IPv6）；或者${w.machine.zh}的防火墙（firewalld）拒绝了该端口。`),
        cure: (0,messages_text/* text */.Qq)(`Set ${w.host} to the public IPv4 address. If it is that already and firewalld runs on ${w.machine.en} (\`firewall-cmd --state\`), open the port there: \`firewall-cmd --permanent --add-port=${p.port}/tcp && firewall-cmd --reload\`.`, `${w.host} 请填写公网 IPv4 地址。若已是公网地址，且${w.machine.zh}上运行着 firewalld（\`firewall-cmd --state\`），请放行端口：\`firewall-cmd --permanent --add-port=${p.port}/tcp && firewall-cmd --reload\`。`),
    }),
    HANDSHAKE_FAILED: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`${w.At.en}, port ${p.port}, took the connection and closed it during the SSH handshake (${p.detail}).`, `${w.At.zh} 端口 ${p.port} 接受了连接，但在 SSH 握手期间将其关闭（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('The address of the runner is banned (fail2ban, hosts.deny, or the host security of the cloud), sshd has too many logins in progress (`MaxStartups`), the account is closed (it has expired, or /etc/nologin exists), or something on the way cuts SSH off.', '运行器的地址被封禁（fail2ban、hosts.deny 或云厂商的主机安全）、sshd 同时登录的连接过多（`MaxStartups`）、账户被停用（已过期，或存在 /etc/nologin），或途中设备切断了 SSH。'),
        cure: (0,messages_text/* text */.Qq)(`As root on ${w.machine.en} (console login): \`journalctl -u ssh -u sshd -n 50\` shows the reason; if fail2ban is installed, \`fail2ban-client status sshd\` lists what it bans and \`fail2ban-client set sshd unbanip ADDRESS\` lifts a ban. If places are taken, set \`connect-timeout: 150\`.`, `以 root 在${w.machine.zh}上（通过控制台登录）执行 \`journalctl -u ssh -u sshd -n 50\` 查看原因；若安装了 fail2ban，\`fail2ban-client status sshd\` 列出被封禁的地址，\`fail2ban-client set sshd unbanip 地址\` 解除封禁。若是连接名额被占用，设置 \`connect-timeout: 150\`。`),
    }),
    SSH_TURNED_AWAY: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`The SSH server at ${w.at.en}, port ${p.port}, turned ${p.attempts} connections away within ${p.seconds} seconds: ${p.said}`, `${w.At.zh} 端口 ${p.port} 的 SSH 服务在 ${p.seconds} 秒内拒绝了 ${p.attempts} 次连接：${p.said}`),
        why: p.said.includes('MaxStartups')
            ? (0,messages_text/* text */.Qq)('sshd admits a limited number of connections that have not logged in (`MaxStartups`). Scanners or idle connections hold these places, each up to `LoginGraceTime` (120 s by default).', 'sshd 限制未完成登录的连接数量（`MaxStartups`）。扫描器或空闲连接会占用名额，每个最长 `LoginGraceTime`（默认 120 秒）。')
            : (0,messages_text/* text */.Qq)('OpenSSH 9.8 and later say this for two reasons: too many connections have not logged in (`MaxStartups`), or earlier logins from the address of the runner failed and it is blocked for a while (`PerSourcePenalties`).', 'OpenSSH 9.8 及以上版本在两种情况下给出这一提示：未完成登录的连接过多（`MaxStartups`），或运行器的地址此前登录失败而被暂时封禁（`PerSourcePenalties`）。'),
        cure: p.said.includes('MaxStartups')
            ? (0,messages_text/* text */.Qq)(`Set \`connect-timeout: 150\`, so that the action waits for a free place. To free places sooner: ${moreStartups.en} Or allow port ${p.port} from known addresses only.`, `设置 \`connect-timeout: 150\`，等待名额空出。若要更快空出名额：${moreStartups.zh}也可以只允许已知地址访问端口 ${p.port}。`)
            : (0,messages_text/* text */.Qq)(`Run the workflow again some minutes later, or set \`connect-timeout: 150\`. If it persists, \`journalctl -u ssh -u sshd -n 50 | grep drop\`, as root on ${w.machine.en}, shows the reason and the address of the runner. If it is \`penalty\`: put \`PerSourcePenaltyExemptList ADDRESS\` at the top of /etc/ssh/sshd_config, then \`systemctl reload ssh || systemctl reload sshd\`. If it is \`Maxstartups\`: ${moreStartups.en}`, `几分钟后重新运行工作流，或设置 \`connect-timeout: 150\`。若仍失败，以 root 在${w.machine.zh}上执行 \`journalctl -u ssh -u sshd -n 50 | grep drop\` 查看原因和运行器的地址。若为 \`penalty\`：在 /etc/ssh/sshd_config 开头加入 \`PerSourcePenaltyExemptList 地址\`，再执行 \`systemctl reload ssh || systemctl reload sshd\`。若为 \`Maxstartups\`：${moreStartups.zh}`),
    }),
    HANDSHAKE_TIMEOUT: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`${w.At.en}, port ${p.port}, took the connection but did not complete the SSH handshake within ${p.seconds} seconds.`, `${w.At.zh} 端口 ${p.port} 接受了连接，但 ${p.seconds} 秒内没有完成 SSH 握手。`),
        why: (0,messages_text/* text */.Qq)('It is overloaded (out of memory is typical), what listens there is no SSH server, or the route loses large packets.', `${w.machine.zh}负载过高（常见为内存耗尽）、该端口上的不是 SSH 服务，或线路丢弃较大的数据包。`),
        cure: (0,messages_text/* text */.Qq)(`Log in through the console and look at \`free -m\` and \`uptime\`; check ${w.port.en}; or raise \`connect-timeout\`.`, `请通过控制台登录查看 \`free -m\` 与 \`uptime\`；检查 ${w.port.zh}；或调大 \`connect-timeout\`。`),
    }),
    NOT_AN_SSH_SERVER: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`What answers at ${w.at.en}, port ${p.port}, is not an SSH server.`, `${w.At.zh} 端口 ${p.port} 上应答的不是 SSH 服务。`),
        why: (0,messages_text/* text */.Qq)('The port is that of another service (a web server, for example).', '该端口属于其他服务（例如网站）。'),
        cure: (0,messages_text/* text */.Qq)(`Set ${w.port.en} to the SSH port of ${w.machine.en} (22 unless it was changed; as root there, \`ss -tlnp | grep -E "ssh|systemd"\` lists it).`, `把 ${w.port.zh} 设为${w.machine.zh}的 SSH 端口（默认 22；以 root 在其上执行 \`ss -tlnp | grep -E "ssh|systemd"\` 查看）。`),
    }),
    NO_COMMON_ALGORITHM: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`The SSH server at ${w.at.en}, port ${p.port}, offers no algorithm that is considered safe (${p.detail}).`, `${w.At.zh} 端口 ${p.port} 的 SSH 服务没有提供任何被认为安全的算法（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('The OpenSSH there is very old (before 7.2, 2016), or its configuration leaves only algorithms that others lack.', '其 OpenSSH 版本过旧（早于 7.2，2016 年），或其配置只保留了少数算法。'),
        cure: (0,messages_text/* text */.Qq)(`As root on ${w.machine.en}: \`grep -rniE "^\\s*(HostKeyAlgorithms|KexAlgorithms|Ciphers|MACs)" /etc/ssh/sshd_config /etc/ssh/sshd_config.d\` shows the lists. Append to those that are there: rsa-sha2-512,ssh-ed25519 to HostKeyAlgorithms, curve25519-sha256 to KexAlgorithms, aes256-ctr to Ciphers, hmac-sha2-256 to MACs; then \`systemctl reload ssh || systemctl reload sshd\`. If it shows none, update OpenSSH.`, `以 root 在${w.machine.zh}上执行 \`grep -rniE "^\\s*(HostKeyAlgorithms|KexAlgorithms|Ciphers|MACs)" /etc/ssh/sshd_config /etc/ssh/sshd_config.d\` 查看这些列表，在已有的行末尾追加：HostKeyAlgorithms 加 rsa-sha2-512,ssh-ed25519，KexAlgorithms 加 curve25519-sha256，Ciphers 加 aes256-ctr，MACs 加 hmac-sha2-256；再执行 \`systemctl reload ssh || systemctl reload sshd\`。若没有这些行，请升级 OpenSSH。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/script.js


/** A file for a user's rules that sudo reads last, so that its lines win; names with a dot it passes over (sudoers(5)). */
function dropIn(username) {
    return `/etc/sudoers.d/zz-${username.replaceAll('.', '_')}`;
}
const maxSessions = (0,messages_text/* text */.Qq)('As root on the server: `grep -rniE "^\\s*MaxSessions" /etc/ssh/sshd_config /etc/ssh/sshd_config.d` shows the line. Change it to `MaxSessions 10` (of several lines, sshd takes the first), then `systemctl reload ssh || systemctl reload sshd`.', '以 root 在服务器上执行 `grep -rniE "^\\s*MaxSessions" /etc/ssh/sshd_config /etc/ssh/sshd_config.d` 找到该行，改为 `MaxSessions 10`（有多行时以第一行为准），再执行 `systemctl reload ssh || systemctl reload sshd`。');
/** The command, in backquotes, that lets a user become root without a password. */
function rule(username) {
    const file = dropIn(username);
    return `\`echo '${username} ALL=(ALL) NOPASSWD:ALL' > ${file} && chmod 440 ${file}\``;
}
/** Failures of running scripts over the connection: becoming root, the connection itself. */
const scriptErrors = {
    SUDO_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.username} is not root, and finds no sudo on ${p.host}.`, `${p.username} 不是 root，且在 ${p.host} 上找不到 sudo。`),
        why: (0,messages_text/* text */.Qq)('sudo is not installed. A deployment needs root for Docker, nginx and their files.', '未安装 sudo。部署需要 root 权限来管理 Docker、nginx 及其文件。'),
        cure: (0,messages_text/* text */.Qq)(`Use \`username: root\`, or as root on the server: \`{ apt-get update && apt-get install -y sudo; } || yum install -y sudo\`, then ${rule(p.username)}.`, `使用 \`username: root\`，或以 root 在服务器上执行：\`{ apt-get update && apt-get install -y sudo; } || yum install -y sudo\`，再执行 ${rule(p.username)}。`),
    }),
    SUDO_NEEDS_PASSWORD: (p) => ({
        what: (0,messages_text/* text */.Qq)(`sudo on ${p.host} asks ${p.username} for a password.`, `${p.host} 上的 sudo 要求 ${p.username} 输入密码。`),
        why: (0,messages_text/* text */.Qq)('A deployment cannot answer; sudo has to be passwordless for this user. It also asks a user whom /etc/sudoers does not name.', '自动部署无法输入密码，该用户的 sudo 必须免密。用户不在 sudoers 中时，sudo 也会先要求密码。'),
        cure: (0,messages_text/* text */.Qq)(`As root on the server: ${rule(p.username)}.`, `以 root 在服务器上执行：${rule(p.username)}。`),
    }),
    SUDO_NOT_ALLOWED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`sudo on ${p.host} does not allow ${p.username} to run bash as root.`, `${p.host} 上的 sudo 不允许 ${p.username} 以 root 运行 bash。`),
        why: (0,messages_text/* text */.Qq)('The sudoers rules of this user name other commands only, or do not exist.', '该用户的 sudoers 规则只包含其他命令，或不存在。'),
        cure: (0,messages_text/* text */.Qq)(`As root on the server: ${rule(p.username)}.`, `以 root 在服务器上执行：${rule(p.username)}。`),
    }),
    SUDO_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`sudo on ${p.host} refuses ${p.username}: ${p.said}`, `${p.host} 上的 sudo 拒绝了 ${p.username}：${p.said}`),
        why: (0,messages_text/* text */.Qq)('These are the words of sudo itself.', '以上为 sudo 的原文。'),
        cure: (0,messages_text/* text */.Qq)(`Log in to the server as ${p.username}, run \`sudo -n true\`, and fix what it reports. Errors in sudoers files are listed by \`visudo -c\` (as root, in the console of your cloud).`, `以 ${p.username} 登录服务器，执行 \`sudo -n true\` 并解决其提示的问题。sudoers 文件的错误可用 \`visudo -c\` 列出（以 root 身份，可通过云控制台登录）。`),
    }),
    SUDO_NEEDS_TTY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`sudo on ${p.host} runs only from a terminal.`, `${p.host} 上的 sudo 只能在终端中运行。`),
        why: (0,messages_text/* text */.Qq)('/etc/sudoers says `Defaults requiretty`, and the server has no script(1), which would make a terminal.', '/etc/sudoers 中设置了 `Defaults requiretty`，而服务器上没有可以提供终端的 script(1)。'),
        cure: (0,messages_text/* text */.Qq)(`Install util-linux, or as root on the server: \`echo 'Defaults:${p.username} !requiretty' > ${dropIn(p.username)}-tty && chmod 440 ${dropIn(p.username)}-tty\`.`, `安装 util-linux，或以 root 在服务器上执行：\`echo 'Defaults:${p.username} !requiretty' > ${dropIn(p.username)}-tty && chmod 440 ${dropIn(p.username)}-tty\`。`),
    }),
    CHANNEL_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} refuses a further session on the connection (${p.detail}).`, `${p.host} 拒绝在该连接上再打开会话（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)(`A deployment needs ${p.needed} sessions at a time; \`MaxSessions\` in its sshd_config is lower.`, `部署同时需要 ${p.needed} 个会话，而 sshd_config 中的 \`MaxSessions\` 更小。`),
        cure: maxSessions,
    }),
    SESSIONS_TOO_FEW: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} allows ${p.had} SSH sessions per connection; a deployment needs ${p.needed}.`, `${p.host} 每个连接只允许 ${p.had} 个 SSH 会话，部署需要 ${p.needed} 个。`),
        why: (0,messages_text/* text */.Qq)('`MaxSessions` in its sshd_config, or in a Match block that applies to this user, is lower.', 'sshd_config（或适用于该用户的 Match 块）中的 `MaxSessions` 过小。'),
        cure: maxSessions,
    }),
    CONNECTION_LOST: (p, w = (0,hop/* hopWords */.L)(p)) => ({
        what: (0,messages_text/* text */.Qq)(`The connection to ${w.at.en}, port ${p.port}, was lost (${p.detail}).`, `与${w.at.zh} 端口 ${p.port} 的连接中断（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)(`The network between the runner and ${w.machine.en} broke down, sshd was restarted, or ${w.machine.en} went down.`, `运行器与${w.machine.zh}之间的网络中断、sshd 被重启，或${w.machine.zh}宕机。`),
        cure: (0,messages_text/* text */.Qq)('Run the workflow again: it takes up what is there, uploads included.', '请重新运行工作流：会从已有状态继续，包括已上传的部分。'),
    }),
    CONNECTION_STALLED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Nothing moved to or from ${p.host} for ${p.seconds} seconds.`, `${p.seconds} 秒内与 ${p.host} 之间没有任何数据往来。`),
        why: (0,messages_text/* text */.Qq)('The connection is open, but the program on the server neither reads nor prints: it hangs, waits for a lock or a disk, or the route is as good as dead.', '连接仍然存在，但服务器上的程序既不读取也不输出：程序挂起、在等待锁或磁盘，或线路实际上已不可用。'),
        cure: (0,messages_text/* text */.Qq)('Look at the server: `uptime`, `df -h`, `dmesg | tail`. Then run the workflow again.', '请查看服务器：`uptime`、`df -h`、`dmesg | tail`，然后重新运行工作流。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/shared-server.js


/** Moves a path out of the way; what has the other name already is kept under a number. */
function moveAway(path) {
    return `mv -T --backup=numbered ${(0,quote/* quote */.h)(`${path}`)} ${(0,quote/* quote */.h)(`${path}.old`)}`;
}
/** Failures of what a server has once for all: files in transfer, locks. */
const sharedServerErrors = {
    PATH_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.path} exists on the server and was not made by this action.`, `服务器上已存在 ${p.path}，且不是由本 Action 创建的。`),
        why: (0,messages_text/* text */.Qq)('The action needs this path and does not replace what it did not make. Nothing was changed.', '本 Action 需要使用该路径，但不会替换不是它创建的内容。尚未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)(`Move it away: \`${moveAway(p.path)}\`. Then run again.`, `请将其移走：\`${moveAway(p.path)}\`，然后重新运行。`),
    }),
    UPLOAD_CORRUPT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.path} did not arrive on ${p.host} as it was sent: SHA-256 ${p.actual} instead of ${p.expected}. It was removed.`, `${p.path} 在 ${p.host} 上与发送的内容不一致：SHA-256 为 ${p.actual}，应为 ${p.expected}。已删除。`),
        why: (0,messages_text/* text */.Qq)('The file changed while it was sent, or the disk of the server is faulty.', '文件在发送过程中被修改，或服务器磁盘有故障。'),
        cure: (0,messages_text/* text */.Qq)('Let the build end before this step, and run the workflow again. If it happens once more, look as root at `dmesg | grep -i error` on the server.', '请确保构建在此步骤之前结束，然后重新运行工作流。若再次发生，请以 root 在服务器上查看 `dmesg | grep -i error`。'),
    }),
    JAR_CHANGED_ON_SERVER: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.path} on the server is no longer the jar that was uploaded.`, `服务器上的 ${p.path} 已不是当初上传的 jar。`),
        why: (0,messages_text/* text */.Qq)('A program, a person or the disk changed the file. An image built from it would be another application.', '程序、人为操作或磁盘故障修改了该文件；用它构建的镜像将不是原来的应用。'),
        cure: (0,messages_text/* text */.Qq)('Run the workflow again: the next run uploads the jar instead of taking this file.', '请重新运行工作流：下次运行会重新上传 jar，不再使用该文件。'),
    }),
    UPLOAD_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.path} could not be written on ${p.host}.`, `无法在 ${p.host} 上写入 ${p.path}。`),
        why: (0,messages_text/* text */.Qq)('The folder cannot be made or written (read-only file system, a file in its place), or another run uploads the same file.', '目录无法创建或写入（文件系统只读，或同名文件占用），或另一个运行正在上传同一文件。'),
        cure: (0,messages_text/* text */.Qq)(`See the output below. On the server, \`namei -l ${(0,quote/* quote */.h)(`${p.path}`)}\` shows a file in the place of a folder, and \`findmnt -O ro\` lists the file systems that are read-only. Wait for other runs to end and run the workflow again.`, `请查看下方输出。在服务器上执行 \`namei -l ${(0,quote/* quote */.h)(`${p.path}`)}\` 可查看是否有同名文件占用了目录，\`findmnt -O ro\` 列出只读的文件系统。等待其他运行结束后重新运行工作流。`),
    }),
    LOCKED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Another run works on ${p.app}: ${p.who}, ${p.run}, commit ${p.commit}, since ${p.since} (${p.seconds} s). This run waited ${p.waited} s for it and changed nothing.`, `另一次运行正在操作 ${p.app}：${p.who}，${p.run}，提交 ${p.commit}，开始于 ${p.since}（${p.seconds} 秒）。本次运行等待了 ${p.waited} 秒，未做任何修改。`),
        why: (0,messages_text/* text */.Qq)('One run at a time works on an application; the others queue for `lock-timeout` seconds. The lock frees itself when that run ends, or seconds after it vanishes.', '同一应用同一时间只由一次运行操作，其他运行最多排队 `lock-timeout` 秒。该运行结束后（或其消失数秒后）锁会自动释放。'),
        cure: (0,messages_text/* text */.Qq)(`1. If that run is stuck or no longer needed, cancel it: ${p.run} 2. Run this one again. 3. If your deploys take longer than that, raise \`lock-timeout\`. A \`concurrency\` group in the workflow has GitHub queue the runs before they start.`, `1. 如果该运行卡住或已不需要，请取消它：${p.run} 2. 重新运行本次工作流。3. 如果部署通常需要更久，请调大 \`lock-timeout\`。在工作流中设置 \`concurrency\` 可让 GitHub 在启动前排队。`),
    }),
    LEFT_RUNNING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`An interrupted run of ${p.app} left ${p.process} running on the server. It has not ended within ${p.seconds} s.`, `${p.app} 的一次中断的运行在服务器上留下了仍在执行的 ${p.process}，${p.seconds} 秒内没有结束。`),
        why: (0,messages_text/* text */.Qq)('It may still write where this run would work, and ending it half-way can do harm (an installation of packages). Nothing was changed.', '它可能仍在写入本次运行要操作的位置，而中途结束可能造成损坏（例如正在安装软件包）。未做任何修改。'),
        cure: (0,messages_text/* text */.Qq)(`1. On the server, see what it does: \`ps -fp ${p.pid}\`. 2. Wait until it has ended: \`tail --pid=${p.pid} -f /dev/null\`. If it hangs, end it: \`kill ${p.pid}\`. 3. Run the workflow again.`, `1. 在服务器上查看它在做什么：\`ps -fp ${p.pid}\`。2. 等待其结束：\`tail --pid=${p.pid} -f /dev/null\`；如已卡死，请结束它：\`kill ${p.pid}\`。3. 重新运行工作流。`),
    }),
    CERTIFICATE_LOCKED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Another run has been busy with the certificate of ${p.domain} for more than ${p.seconds} s: ${p.who}, ${p.run}, since ${p.since}.`, `另一次运行处理 ${p.domain} 的证书已超过 ${p.seconds} 秒：${p.who}，${p.run}，开始于 ${p.since}。`),
        why: (0,messages_text/* text */.Qq)('One run at a time applies for the certificate of a domain. The lock frees itself when that run ends, or seconds after it vanishes.', '同一域名的证书同一时间只由一次运行申请。该运行结束后（或其消失数秒后）锁会自动释放。'),
        cure: (0,messages_text/* text */.Qq)('Wait for it and run this one again.', '请等待其结束后重新运行。'),
    }),
    LOCK_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The lock of the deployment could not be taken on ${p.host}: ${p.detail}`, `无法在 ${p.host} 上获取部署锁：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('/run/deploy-miniprogram cannot be written, or flock (util-linux) is missing.', '/run/deploy-miniprogram 无法写入，或缺少 flock（util-linux）。'),
        cure: (0,messages_text/* text */.Qq)('On the server: `ls -ld /run /run/deploy-miniprogram; findmnt -T /run; df -h /run; command -v flock`. Free space if /run is full, remount it if it is read-only (`mount -o remount,rw /run`), install util-linux if flock is missing.', '在服务器上执行 `ls -ld /run /run/deploy-miniprogram; findmnt -T /run; df -h /run; command -v flock`。/run 已满时请清理空间；只读时请重新挂载（`mount -o remount,rw /run`）；缺少 flock 时请安装 util-linux。'),
    }),
    LOCK_LOST: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The lock of ${p.app} on ${p.host} was lost during the deployment.`, `部署过程中失去了 ${p.host} 上 ${p.app} 的锁。`),
        why: (0,messages_text/* text */.Qq)('Its keeper on the server was ended, or heard nothing from this run for too long.', '服务器上的锁保持进程被结束，或长时间没有收到本次运行的心跳。'),
        cure: (0,messages_text/* text */.Qq)('Run the workflow again; it repairs what this run left half-done.', '请重新运行工作流，它会修复本次运行未完成的部分。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/shell.js

/** The line that ends a start-up file of this name where nobody types. */
function guardFor(file) {
    if (file.includes('fish'))
        return 'status is-interactive; or return';
    if (file.includes('zsh'))
        return '[[ -o interactive ]] || return';
    if (/csh/.test(file))
        return 'if (! $?prompt) exit';
    return 'case $- in *i*) ;; *) return ;; esac';
}
/** Failures of the login user's account: the login succeeds, but no script runs. */
const shellErrors = {
    BASH_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} has no bash.`, `${p.host} 上没有 bash。`),
        why: (0,messages_text/* text */.Qq)('Scripts on the server are run by bash.', '服务器上的脚本由 bash 执行。'),
        cure: (0,messages_text/* text */.Qq)('Install it: `apt-get install bash`, `dnf install bash` or `apk add bash`.', '请安装：`apt-get install bash`、`dnf install bash` 或 `apk add bash`。'),
    }),
    LOGIN_AS_OTHER: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} does not let ${p.username} run commands. It asks for the user ${p.other}.`, `${p.host} 不允许 ${p.username} 执行命令，要求改用用户 ${p.other}。`),
        why: (0,messages_text/* text */.Qq)(`The key of ${p.username} is bound to this message. Images of many clouds do so for root (cloud-init, \`disable_root\`).`, `${p.username} 的密钥绑定了这条提示。许多云镜像对 root 都这样设置（cloud-init 的 \`disable_root\`）。`),
        cure: (0,messages_text/* text */.Qq)(`Set \`username: ${p.other}\`; the same key works. ${p.other} needs sudo without a password, which such images give it.`, `请设置 \`username: ${p.other}\`，密钥不变。${p.other} 需要免密的 sudo，这类镜像默认已配置。`),
    }),
    PASSWORD_EXPIRED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The password of ${p.username} on ${p.host} has expired. The server runs nothing until it is changed.`, `${p.host} 上 ${p.username} 的密码已过期，修改之前服务器不执行任何命令。`),
        why: (0,messages_text/* text */.Qq)('The account has a maximum password age, or its password was reset and must be changed at the next login. This applies to logins with a key as well.', '该账户设置了密码有效期，或密码被重置后须在下次登录时修改。使用密钥登录同样受限。'),
        cure: (0,messages_text/* text */.Qq)(`Log in once in a terminal (\`ssh ${p.username}@${p.host}\`) and set a new password, or as root on the server: \`chage -d $(date +%F) ${p.username}\`.`, `请在终端中登录一次（\`ssh ${p.username}@${p.host}\`）并修改密码，或以 root 在服务器上执行：\`chage -d $(date +%F) ${p.username}\`。`),
    }),
    STARTUP_FILE: (p) => ({
        what: p.file === '-'
            ? (0,messages_text/* text */.Qq)(`A start-up file of ${p.username} on ${p.host} keeps scripts from running.`, `${p.host} 上 ${p.username} 的某个启动文件使脚本无法执行。`)
            : (0,messages_text/* text */.Qq)(`A start-up file of ${p.username} on ${p.host} keeps scripts from running: ${p.file}, line ${p.line}${p.word === '-' ? '' : ` (\`${p.word}\`)`}.`, `${p.host} 上 ${p.username} 的启动文件使脚本无法执行：${p.file} 第 ${p.line} 行${p.word === '-' ? '' : `（\`${p.word}\`）`}。`),
        why: (0,messages_text/* text */.Qq)('sshd runs commands through the login shell, which reads its start-up files first. One of them starts another program or reads the input that is meant for the script.', 'sshd 通过登录 shell 执行命令，shell 会先读取启动文件；其中启动了其他程序，或读走了发给脚本的输入。'),
        cure: p.file === '-'
            ? (0,messages_text/* text */.Qq)(`Look on the server, as ${p.username}, into ~/.bashrc, ~/.zshenv, ~/.config/fish/config.fish, ~/.ssh/rc and the files that they read. What is meant for people goes behind the line \`${guardFor('bash')}\` (zsh: \`${guardFor('zsh')}\`; fish: \`${guardFor('fish')}\`).`, `请以 ${p.username} 登录服务器，检查 ~/.bashrc、~/.zshenv、~/.config/fish/config.fish、~/.ssh/rc 及其引用的文件，把仅供人工登录使用的内容放到这一行之后：\`${guardFor('bash')}\`（zsh：\`${guardFor('zsh')}\`；fish：\`${guardFor('fish')}\`）。`)
            : (0,messages_text/* text */.Qq)(`Insert this line before line ${p.line} of ${p.file}: \`${guardFor(p.file)}\`. What follows it is then read only when somebody types.`, `在 ${p.file} 第 ${p.line} 行之前插入：\`${guardFor(p.file)}\`。其后的内容只在交互登录时生效。`),
    }),
    SCRIPT_NOT_UNPACKED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} could not unpack a script${p.said === '' ? '.' : `: ${p.said}`}`, `${p.host} 无法解压脚本${p.said === '' ? '。' : `：${p.said}`}`),
        why: (0,messages_text/* text */.Qq)('base64 or gzip is missing or failed: mostly memory or processes had run out. Nothing of the script was run.', 'base64 或 gzip 缺失或出错，多半是内存或进程数已用尽。脚本没有任何部分被执行。'),
        cure: (0,messages_text/* text */.Qq)('On the server, `command -v base64 gzip` shows whether both are there; `free -m` and `dmesg | tail` show whether memory ran out. Then run again.', '请在服务器上用 `command -v base64 gzip` 确认两者都在，用 `free -m` 和 `dmesg | tail` 查看内存是否用尽，然后重新运行。'),
    }),
    SHELL_UNUSABLE: (p) => ({
        what: p.said === ''
            ? (0,messages_text/* text */.Qq)(`${p.host} let ${p.username} in but ran no script, and said nothing (exit code ${p.code}).`, `${p.host} 允许 ${p.username} 登录，但没有执行脚本，也没有任何输出（退出码 ${p.code}）。`)
            : (0,messages_text/* text */.Qq)(`${p.host} let ${p.username} in but ran no script (exit code ${p.code}). It said: ${p.said}`, `${p.host} 允许 ${p.username} 登录，但没有执行脚本（退出码 ${p.code}）。输出为：${p.said}`),
        why: (0,messages_text/* text */.Qq)('The account has no usable login shell (nologin, a menu), admits SFTP only, is bound to a command (`command=` in authorized_keys, ForceCommand), or a start-up file (~/.bashrc) ends the shell.', '该账户没有可用的登录 shell（nologin 或菜单程序）、只允许 SFTP，绑定了固定命令（authorized_keys 中的 `command=`、ForceCommand），或启动文件（~/.bashrc）结束了 shell。'),
        cure: (0,messages_text/* text */.Qq)(`As root on the server, look which: \`getent passwd ${p.username} | cut -d: -f7\` prints the login shell (\`usermod -s /bin/bash ${p.username}\` changes it); \`grep -n command= ~${p.username}/.ssh/authorized_keys\` shows a key that is bound to a command; \`/usr/sbin/sshd -T -C user=${p.username},host=localhost,addr=127.0.0.1 | grep -i forcecommand\` does so for sshd_config; \`grep -nwE 'exec|exit|tmux|screen' ~${p.username}/.bashrc ~${p.username}/.zshenv\` shows a start-up file that takes the shell away. Remove the restriction, or set \`username\` to another user.`, `请以 root 在服务器上确认原因：\`getent passwd ${p.username} | cut -d: -f7\` 显示登录 shell（可用 \`usermod -s /bin/bash ${p.username}\` 修改）；\`grep -n command= ~${p.username}/.ssh/authorized_keys\` 显示绑定了命令的密钥；\`/usr/sbin/sshd -T -C user=${p.username},host=localhost,addr=127.0.0.1 | grep -i forcecommand\` 显示 sshd_config 中的限制；\`grep -nwE 'exec|exit|tmux|screen' ~${p.username}/.bashrc ~${p.username}/.zshenv\` 显示启动文件中取代 shell 的行。取消该限制，或把 \`username\` 改为其他用户。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/session.js








/** Failures of reaching the server, and of what is done over the connection: one file a stage, joined here. */
const sessionErrors = {
    ...reachErrors,
    ...jumpHostErrors,
    ...hostKeyErrors,
    ...loginErrors,
    ...shellErrors,
    ...scriptErrors,
    ...diskErrors,
    ...sharedServerErrors,
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/site-input.js

/** Failures of the inputs of what nginx serves: its name, ports, pages and directives. */
const siteInputErrors = {
    INPUT_DOMAIN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`domain\` cannot be "${p.value}".`, `\`domain\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is the host name alone: no scheme, port, path, wildcard, IP address or localhost. WeChat accepts no IP address.', '它只能是域名本身：不带协议、端口、路径、通配符，也不能是 IP 地址或 localhost。微信不接受 IP 地址。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `api.example.com`; the port goes into `https-port`.', '请写成 `api.example.com` 的形式；端口写在 `https-port` 中。'),
    }),
    INPUT_SITE_PATH: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`static-site-path\` cannot be "${p.value}".`, `\`static-site-path\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is the path of a URL, made of letters, digits, `.` `_` `~` `-` and single slashes, without `..`.', '它是 URL 的路径，由字母、数字、`.` `_` `~` `-` 和单个斜杠组成，不含 `..`。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `/admin/`, or `/` for the whole host.', '请写成 `/admin/` 的形式，或写 `/` 表示整个域名。'),
    }),
    INPUT_BODY_SIZE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`max-body-size\` cannot be "${p.value}".`, `\`max-body-size\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is a size as nginx writes it: digits, then nothing (bytes), `k`, `m` or `g`; 0 means no limit.', '它采用 nginx 的写法：数字后接空（字节）、`k`、`m` 或 `g`；0 表示不限制。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `20m`.', '请写成 `20m` 的形式。'),
    }),
    INPUT_SNIPPET_CLOSES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`nginx-snippet\`, line ${p.line}: a \`}\` closes a block that the snippet did not open.`, `\`nginx-snippet\` 第 ${p.line} 行：\`}\` 关闭了并非由片段打开的块。`),
        why: (0,messages_text/* text */.Qq)('It would end the server block that contains the snippet.', '这会提前结束片段所在的 server 块。'),
        cure: (0,messages_text/* text */.Qq)('Remove the `}`, or add the `{` that is missing before it.', '请删除该 `}`，或补上前面缺少的 `{`。'),
    }),
    INPUT_SNIPPET_ANSWERS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`nginx-snippet\`, line ${p.line}: \`${p.directive}\` applies to every request, also to those that verify the deploy.`, `\`nginx-snippet\` 第 ${p.line} 行：\`${p.directive}\` 对所有请求生效，包括验证部署的请求。`),
        why: (0,messages_text/* text */.Qq)('nginx handles return and rewrite of a server block before it looks for a location. Mini programs cannot send a client certificate.', 'nginx 先处理 server 块中的 return 和 rewrite，再匹配 location。小程序无法发送客户端证书。'),
        cure: (0,messages_text/* text */.Qq)('Put it into a block: `location /old/ { return 410; }`. Let a rewrite leave out the requests that verify the deploy: `rewrite ^/(?!deploy-proof/)(.*)$ /v2/$1 last;`. For client certificates: `ssl_verify_client optional;` and check `$ssl_client_verify` in a location.', '请将其放入块中：`location /old/ { return 410; }`。rewrite 请排除验证部署的请求：`rewrite ^/(?!deploy-proof/)(.*)$ /v2/$1 last;`。客户端证书请用 `ssl_verify_client optional;`，并在 location 中检查 `$ssl_client_verify`。'),
    }),
    INPUT_SNIPPET_SYNTAX: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`nginx-snippet\`, line ${p.line}: nginx would not understand this near "${p.near}".`, `\`nginx-snippet\` 第 ${p.line} 行：nginx 无法理解“${p.near}”附近的内容。`),
        why: (0,messages_text/* text */.Qq)('A directive ends with `;`, a block with `}`, a quote with the same quote, and a space follows a closing quote. Lua blocks are not allowed: their text cannot be told from configuration.', '指令以 `;` 结束，块以 `}` 结束，引号须成对，闭合引号之后须有空格。不允许 Lua 块：无法把其文本与配置区分开。'),
        cure: (0,messages_text/* text */.Qq)('Complete it, as in `add_header X-Frame-Options DENY;`. Lua goes into a file, named by a `..._by_lua_file` directive.', '请补全，例如 `add_header X-Frame-Options DENY;`。Lua 代码请放入文件，用 `..._by_lua_file` 指令引用。'),
    }),
    INPUT_SAME_PORT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` and \`${p.other}\` are both ${p.port}.`, `\`${p.name}\` 与 \`${p.other}\` 都是 ${p.port}。`),
        why: (0,messages_text/* text */.Qq)('nginx cannot serve https and plain http on one port.', 'nginx 无法在同一端口上同时提供 https 和 http。'),
        cure: (0,messages_text/* text */.Qq)('Change one of them. If the application’s port comes from the jar, set `publish-app-port: false`: nginx then serves https alone.', '请修改其中之一。若应用端口来自 jar，请设置 `publish-app-port: false`：nginx 将只提供 https。'),
    }),
    INPUT_STATIC_PORT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` is ${p.port}, which \`static-site\` needs for itself.`, `\`${p.name}\` 为 ${p.port}，而 \`static-site\` 需要独占该端口。`),
        why: (0,messages_text/* text */.Qq)('A static site is served on 443, and 80 redirects to it; nginx uses one server for a name and port.', '静态站点使用 443 端口，80 端口跳转到它；同名同端口 nginx 只使用一个 server。'),
        cure: (0,messages_text/* text */.Qq)('Leave `static-site` out, or choose another port: 8014 for the API is the default. If the application’s port comes from the jar, set `publish-app-port: false`.', '请去掉 `static-site`，或改用其他端口：API 默认使用 8014。若应用端口来自 jar，请设置 `publish-app-port: false`。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/ssh-rule.js

/** Failures of opening SSH for the runner in Tencent's firewall (`ssh-from-runner`). */
const sshRuleErrors = {
    SSH_FROM_RUNNER_ADDRESS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`ssh-from-runner\` is \`true\`, but the address of this runner is not known. TCP ${p.port} of ${p.instance} stays closed.`, `\`ssh-from-runner\` 为 \`true\`，但本运行器的地址未知。${p.instance} 的 TCP ${p.port} 保持关闭。`),
        why: (0,messages_text/* text */.Qq)('The firewall of a Lighthouse instance takes addresses only. A security group (CVM) can use the address that the request comes from; Lighthouse has nothing like it.', '轻量应用服务器的防火墙只接受具体地址。云服务器的安全组可以使用请求来源的地址，轻量应用服务器没有这一功能。'),
        cure: (0,messages_text/* text */.Qq)('Set `ssh-from-runner` to the public IPv4 address of the runner. An earlier step of the workflow can find it out and pass it on: `ssh-from-runner: ${{ steps.address.outputs.ip }}`. A self-hosted runner with a fixed address can have it written down.', '把 `ssh-from-runner` 设为运行器的公网 IPv4 地址。可由工作流中之前的步骤查询并传入：`ssh-from-runner: ${{ steps.address.outputs.ip }}`。地址固定的自托管运行器可直接填写。'),
    }),
    SSH_FROM_RUNNER_DROP: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The firewall of ${p.instance} refuses TCP ${p.port} from ${p.address} by an earlier rule: ${p.rule}.`, `${p.instance} 的防火墙中靠前的规则拒绝了 ${p.address} 访问 TCP ${p.port}：${p.rule}。`),
        why: (0,messages_text/* text */.Qq)('The rules apply from top to bottom and the first match decides. The API cannot add a rule above this one.', '规则自上而下匹配，首条命中的规则生效。API 无法在该规则之前添加规则。'),
        cure: (0,messages_text/* text */.Qq)(`In the console, open the firewall of ${p.instance}. Remove this rule, or move it below the rules that accept. Then run the workflow again.`, `在控制台打开 ${p.instance} 的防火墙，删除该规则，或将其移到允许规则之后，然后重新运行工作流。`),
    }),
    SSH_FROM_RUNNER_TIMEOUT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`No answer from ${p.host}, port ${p.port}, within ${p.seconds} seconds, although its cloud firewall now allows ${p.address}.`, `云防火墙已允许 ${p.address}，但 ${p.seconds} 秒内没有收到 ${p.host} 端口 ${p.port} 的任何应答。`),
        why: (0,messages_text/* text */.Qq)('Most likely SSH connections of this runner come from another address. If `https_proxy` is set, Tencent sees the address of the proxy; the runner may have several addresses; or the address in `ssh-from-runner` is not its own. Otherwise a firewall on the server blocks the port.', '最可能的原因：本运行器的 SSH 连接来自其他地址。设置了 `https_proxy` 时，腾讯云看到的是代理的地址；运行器可能有多个出口地址；或 `ssh-from-runner` 中的地址不是它的。否则是服务器上的防火墙拦截了该端口。'),
        cure: (0,messages_text/* text */.Qq)(`Set \`ssh-from-runner\` to the address that SSH connections come from. On a server that the runner can reach, \`echo $SSH_CLIENT\` shows it. If the address is right, look at the firewall of the server in its console: \`ufw status; firewall-cmd --list-all; iptables -S INPUT\`. Rules that take longer to apply need a larger \`connect-timeout\`.`, `把 \`ssh-from-runner\` 设为 SSH 连接的来源地址；在运行器能登录的服务器上执行 \`echo $SSH_CLIENT\` 可查看。若地址正确，请通过控制台登录服务器查看其防火墙：\`ufw status; firewall-cmd --list-all; iptables -S INPUT\`。若规则生效较慢，请调大 \`connect-timeout\`。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/static-site.js



function linesOf(list) {
    return [...new Set(String(list).split('\n').filter(Boolean))];
}
/** Which folder `static-site` should name; `built` is one that was found to have an index.html, or empty. */
function nameBuilt(built) {
    return built === ''
        ? (0,messages_text/* text */.Qq)('Build the front end in a step before this one, and set `static-site` to the folder that the build writes (often `dist` or `build` in it): the one that has index.html.', '请在此步骤之前的步骤中构建前端，并将 `static-site` 设为构建输出的目录（通常是其中的 `dist` 或 `build`），即包含 index.html 的目录。')
        : (0,messages_text/* text */.Qq)(`Set \`static-site: ${built}\`, the folder that the build wrote.`, `请设置 \`static-site: ${built}\`，即构建输出的目录。`);
}
/** Failures of the static site: its folder on the runner, its place on the server, its ports. */
const staticSiteErrors = {
    STATIC_SITE_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`static-site\` cannot be read: ${p.folder} (${p.detail})`, `无法读取 \`static-site\`：${p.folder}（${p.detail}）`),
        why: (0,messages_text/* text */.Qq)('It must be a folder on the runner; most often the step that builds the front end did not run, or writes elsewhere.', '它必须是运行器上的一个目录；最常见的原因是构建前端的步骤没有运行，或输出到了其他位置。'),
        cure: (0,messages_text/* text */.Qq)('In a step before this one, run `npm ci && npm run build` in the folder of the front end (`npm install && npm run build` if it has no package-lock.json). Set `static-site` to the folder that the build writes, as a path from the root of the checkout.', '请在此步骤之前的步骤中，于前端目录执行 `npm ci && npm run build`（没有 package-lock.json 时执行 `npm install && npm run build`），并将 `static-site` 设为其输出目录（相对于检出代码的根目录）。'),
    }),
    STATIC_SITE_NO_INDEX: (p) => ({
        what: (0,messages_text/* text */.Qq)(`There is no index.html at the top of \`static-site\`: ${p.folder}`, `\`static-site\` 的顶层没有 index.html：${p.folder}`),
        why: (0,messages_text/* text */.Qq)('A built front end has one. The folder is probably that of the sources, or one above the built one.', '构建好的前端都有该文件。所填的可能是源码目录，或构建目录的上一级。'),
        cure: nameBuilt(p.built),
    }),
    STATIC_SITE_NOT_BUILT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`static-site\` holds the sources of a front end: ${p.folder} has ${p.sources}`, `\`static-site\` 是前端源码目录：${p.folder} 中有 ${p.sources}`),
        why: (0,messages_text/* text */.Qq)('Everything in the folder becomes public; browsers need what the build makes of it.', '目录中的所有内容都会公开；浏览器需要的是构建后的文件。'),
        cure: nameBuilt(p.built),
    }),
    STATIC_SITE_TOO_LARGE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`static-site\` is too large: ${p.folder} has ${p.files} files, ${p.bytes}.`, `\`static-site\` 过大：${p.folder} 有 ${p.files} 个文件，共 ${p.bytes}。`),
        why: (0,messages_text/* text */.Qq)(`At most ${p.mostFiles} files and ${p.mostBytes} are taken; a front end is far smaller.`, `最多 ${p.mostFiles} 个文件、${p.mostBytes}；正常的前端远小于此。`),
        cure: (0,messages_text/* text */.Qq)('Name the folder that the build writes; keep large media elsewhere (object storage).', '请填写构建输出的目录；大型媒体文件请放到其他位置（如对象存储）。'),
    }),
    STATIC_SITE_CHANGED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.path} of \`static-site\` changed while it was sent.`, `\`static-site\` 中的 ${p.path} 在发送过程中发生变化。`),
        why: (0,messages_text/* text */.Qq)('Something still writes to the folder.', '仍有程序在写入该目录。'),
        cure: (0,messages_text/* text */.Qq)('Let the build end before this step, then run again.', '请确保构建在本步骤之前结束，然后重新运行。'),
    }),
    /** One folder a line. */
    STATIC_SITE_CLOSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx cannot reach the static site. Folders on the server that are closed to other users: ${linesOf(p.folders).join(', ')}`, `nginx 无法访问静态站点。服务器上不允许其他用户进入的目录：${linesOf(p.folders).join('、')}`),
        why: (0,messages_text/* text */.Qq)('nginx reads files as a user of its own, who must be able to enter every folder above them.', 'nginx 以其自己的用户读取文件，必须能进入其上的每一级目录。'),
        cure: (0,messages_text/* text */.Qq)(`On the server, run \`chmod o+x ${linesOf(p.folders).map(quote/* quote */.h).join(' ')}\`, then run the workflow again.`, `请在服务器上执行 \`chmod o+x ${linesOf(p.folders).map(quote/* quote */.h).join(' ')}\`，然后重新运行工作流。`),
    }),
    SITE_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.app} already serves ${p.domain}:${p.port} on this server.`, `该服务器上的 ${p.app} 已在提供 ${p.domain}:${p.port}。`),
        why: (0,messages_text/* text */.Qq)('One application per domain can have 443 and 80: of two servers with one name and port nginx uses only the first.', '同一域名的 443 和 80 只能由一个应用使用：同名同端口的两个 server，nginx 只使用第一个。'),
        cure: (0,messages_text/* text */.Qq)(`Leave \`static-site\` out here, or first deploy ${p.app} without its \`static-site\`.`, `请在此处去掉 \`static-site\`，或先去掉 ${p.app} 的 \`static-site\` 并重新部署 ${p.app}。`),
    }),
    SITE_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`From outside nothing answers at ${p.address}, TCP port ${p.port} (${p.detail}), though port ${p.apiPort} does.`, `从外部访问 ${p.address} 的 TCP 端口 ${p.port} 没有响应（${p.detail}），而端口 ${p.apiPort} 正常。`),
        why: (0,messages_text/* text */.Qq)(`Server and route are sound. Either the firewall of the cloud lets only ${p.apiPort} in, or the domain is not filed (备案): in mainland China providers block 80 and 443 of such names, often these two alone.`, `服务器和线路正常。可能是云防火墙只放行了 ${p.apiPort}，也可能是域名未备案：中国大陆的服务商会拦截未备案域名的 80 和 443，且往往只拦截这两个端口。`),
        cure: (0,messages_text/* text */.Qq)(`Open TCP ${p.port} in the cloud (Lighthouse firewall or security group, source 0.0.0.0/0). If it is open, look at https://console.cloud.tencent.com/beian whether the domain is filed with this provider; until then leave \`static-site\` out. The deployment stays as it is.`, `请在云控制台放行 TCP ${p.port}（轻量应用服务器防火墙或安全组，来源 0.0.0.0/0）。若已放行，请在 https://console.cloud.tencent.com/beian 查看域名是否已在该服务商备案；备案之前请去掉 \`static-site\`。部署保持不变。`),
    }),
    SITE_STATUS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.url} answers with status ${p.status}; expected: 200`, `${p.url} 返回状态码 ${p.status}；期望：200`),
        why: (0,messages_text/* text */.Qq)('On the server nginx reads the page. From outside something else answers: a CDN, a load balancer, or another server block.', '在服务器上 nginx 可以读取该页面。从外部响应的是其他设备：CDN、负载均衡或其他 server 块。'),
        cure: (0,messages_text/* text */.Qq)(`${otherMachine(p).en} If it is, \`tail -n 50 ${p.log}\` on the server shows what nginx says of the request; if it says nothing, a CDN or load balancer of yours answers.`, `${otherMachine(p).zh}如果是，请在服务器上执行 \`tail -n 50 ${p.log}\` 查看 nginx 对该请求的记录；若没有记录，则由你的 CDN 或负载均衡响应。`),
    }),
    SITE_REDIRECT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.url} does not lead to ${p.expected}: status ${p.status}, location ${p.location}`, `${p.url} 没有跳转到 ${p.expected}：状态码 ${p.status}，location 为 ${p.location}`),
        why: (0,messages_text/* text */.Qq)('On the server nginx redirects it. Something on the way answers instead: in mainland China providers lead names that are not filed (备案) to a page of their own (webblock).', '在服务器上 nginx 会跳转。途中有其他设备代为响应：中国大陆的服务商会把未备案的域名引到其拦截页面（webblock）。'),
        cure: (0,messages_text/* text */.Qq)(`${otherMachine(p).en} If it is, look at https://console.cloud.tencent.com/beian whether the domain is filed with the provider of this server; until then leave \`static-site\` out. The deployment stays as it is.`, `${otherMachine(p).zh}如果是，请在 https://console.cloud.tencent.com/beian 查看域名是否已在该服务器的服务商处备案；备案之前请去掉 \`static-site\`。部署保持不变。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/status.js

/** What `status` warns of. */
const statusErrors = {
    SWITCH_HALF_DONE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`A switch of ${p.app} to ${p.release} was interrupted and is half done.`, `${p.app} 到发布版本 ${p.release} 的切换被中断，只完成了一半。`),
        why: (0,messages_text/* text */.Qq)('Its journal has no outcome, and no run is in progress. Most likely the server was restarted during the switch. The old or the new version is live.', '该次切换的日志没有结果，且没有正在进行的运行。最可能的原因是切换过程中服务器重启。旧版本或新版本仍在提供服务。'),
        cure: (0,messages_text/* text */.Qq)('Run `deploy` or `rollback`: it completes or undoes this switch first.', '请运行 `deploy` 或 `rollback`：它会先完成或撤销这次切换。'),
    }),
    DOCKER_STOPPED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Docker does not run, so nothing is known of the container of ${p.app}.`, `Docker 没有运行，无法得知 ${p.app} 的容器状态。`),
        why: (0,messages_text/* text */.Qq)('The Docker Engine is stopped, or was removed.', 'Docker Engine 已停止，或已被卸载。'),
        cure: (0,messages_text/* text */.Qq)('On the server: `systemctl restart docker`. If that fails, `journalctl -u docker -n 50` shows why.', '请在服务器上执行 `systemctl restart docker`。如果失败，`journalctl -u docker -n 50` 会显示原因。'),
    }),
    CONTAINER_NOT_RUNNING: (p) => p.state === 'gone'
        ? {
            what: (0,messages_text/* text */.Qq)(`The container ${p.container} does not exist.`, `容器 ${p.container} 不存在。`),
            why: (0,messages_text/* text */.Qq)('Somebody removed it.', '该容器已被删除。'),
            cure: (0,messages_text/* text */.Qq)('Run `deploy` with the same jar: it starts the container again.', '请用同一个 jar 运行 `deploy`：它会重新启动容器。'),
        }
        : {
            what: (0,messages_text/* text */.Qq)(`The container ${p.container} does not run (${p.state}, exit code ${p.exitCode}).`, `容器 ${p.container} 没有运行（${p.state}，退出码 ${p.exitCode}）。`),
            why: (0,messages_text/* text */.Qq)('Somebody stopped it, or Docker could not start it again. The last log lines of the application show how it ended.', '该容器被停止，或 Docker 未能重新启动它。应用的最后几行日志说明了它是如何结束的。'),
            cure: (0,messages_text/* text */.Qq)(`On the server: \`docker start ${p.container}\`. Or run \`deploy\` with the same jar: it starts the container again and verifies it.`, `请在服务器上执行 \`docker start ${p.container}\`；或用同一个 jar 运行 \`deploy\`：它会重新启动容器并进行验证。`),
        },
    NGINX_STOPPED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx does not run, so port ${p.port} of ${p.app} is not served.`, `nginx 没有运行，${p.app} 的端口 ${p.port} 无法访问。`),
        why: (0,messages_text/* text */.Qq)('It was stopped, or it could not start with its configuration.', 'nginx 被停止，或因其配置无法启动。'),
        cure: (0,messages_text/* text */.Qq)('On the server: `nginx -t && systemctl restart nginx`. Or run `deploy` with the same jar: it starts nginx.', '请在服务器上执行 `nginx -t && systemctl restart nginx`；或用同一个 jar 运行 `deploy`：它会启动 nginx。'),
    }),
    RELEASE_NOT_SERVED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx does not serve ${p.release} of ${p.app} at ${p.domain}:${p.httpsPort}.`, `nginx 没有在 ${p.domain}:${p.httpsPort} 提供 ${p.app} 的发布版本 ${p.release}。`),
        why: p.status === 0
            ? (0,messages_text/* text */.Qq)('A request on the server itself got no answer.', '在服务器上发出的请求没有得到响应。')
            : (0,messages_text/* text */.Qq)(`A request on the server itself got the status ${p.status}, from another release or another server block.`, `在服务器上发出的请求得到状态码 ${p.status}，来自其他发布版本或其他 server 块。`),
        cure: (0,messages_text/* text */.Qq)('Run `deploy` with the same jar: it has nginx serve the release again, or says what is in the way.', '请用同一个 jar 运行 `deploy`：它会使 nginx 重新提供该发布版本，或说明障碍所在。'),
    }),
    CERTIFICATE_GONE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The certificate of ${p.domain} cannot be read: ${p.path}`, `无法读取 ${p.domain} 的证书：${p.path}`),
        why: (0,messages_text/* text */.Qq)('nginx names this file. It is not there, or holds no certificate, so nginx will not start again.', 'nginx 的配置使用该文件，但它不存在或其中没有证书，nginx 将无法再次启动。'),
        cure: (0,messages_text/* text */.Qq)('Run `deploy` or `renew`: it installs the certificate again.', '请运行 `deploy` 或 `renew`：它会重新安装证书。'),
    }),
    CERTIFICATE_ENDS: (p) => ({
        what: p.daysLeft < 0
            ? (0,messages_text/* text */.Qq)(`The certificate of ${p.domain} expired on ${p.notAfter}: ${p.path}`, `${p.domain} 的证书已于 ${p.notAfter} 过期：${p.path}`)
            : (0,messages_text/* text */.Qq)(`The certificate of ${p.domain} expires in ${p.daysLeft} days, on ${p.notAfter}: ${p.path}`, `${p.domain} 的证书将在 ${p.daysLeft} 天后（${p.notAfter}）到期：${p.path}`),
        why: (0,messages_text/* text */.Qq)('No client accepts an expired certificate.', '证书过期后，任何客户端都不再接受。'),
        cure: (0,messages_text/* text */.Qq)('Run `renew`, or put a new certificate into the secrets and run `deploy`.', '请运行 `renew`，或将新证书存入 secret 后运行 `deploy`。'),
    }),
};

// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/shell/strangers.js
var strangers = __webpack_require__(65160);
;// CONCATENATED MODULE: ./.build/lib/messages/errors/strangers.js




/** Failures of what other users of the server can change, and root would run, obey or write to. */
const strangerErrors = {
    PROGRAM_NOT_ROOTS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Root would run ${p.program}, and other users can change it: ${listOf(p.found)}.`, `root 需要运行 ${p.program}，但其他用户可以修改它：${listOf(p.found)}。`),
        why: (0,messages_text/* text */.Qq)('Whoever can change a program, its configuration file or a folder above them decides what root does. Nothing was run or changed.', '能修改程序、其配置文件或上级目录的用户，就能决定 root 执行的内容。未运行也未修改任何内容。'),
        cure: (0,messages_text/* text */.Qq)(`If these files are as they should be, give them to root on the server, then run again: ${commandFor(p.found)}`, `请确认这些文件无误，在服务器上将其交给 root 后重新运行：${commandFor(p.found)}`),
    }),
    FOLDER_NOT_ROOTS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Root would write to ${p.folder}, and other users can change it: ${listOf(p.found)}.`, `root 需要写入 ${p.folder}，但其他用户可以修改它：${listOf(p.found)}。`),
        why: (0,messages_text/* text */.Qq)('Another user could put a link or a script there, which root would follow or run. Nothing was changed.', '其他用户可以在其中放置链接或脚本，root 会跟随或运行它们。未修改任何内容。'),
        cure: (0,messages_text/* text */.Qq)(`First check what is there: another user may have placed links or scripts${namesIn(p.folder).en}. Move away what you do not recognize; do not give it to root. Then give the rest to root on the server and run again: ${commandFor(p.found)}`, `请先检查其中的内容：其他用户可能${namesIn(p.folder).zh}放置了链接或脚本。请将来源不明的内容移走，不要交给 root。然后在服务器上将其余内容交给 root 并重新运行：${commandFor(p.found)}`),
    }),
    FOLDER_OPEN_TO_CONTAINER: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Root would run scripts in ${p.folder}, and the container ${p.container} can write there: it mounts ${p.source}.`, `root 需要运行 ${p.folder} 中的脚本，但容器 ${p.container} 可以写入该目录：它挂载了 ${p.source}。`),
        why: (0,messages_text/* text */.Qq)('A process of the container could put a script there, which root would run on the server. Nothing was run or changed.', '容器内的进程可以在其中放置脚本，由 root 在服务器上运行。未运行也未修改任何内容。'),
        cure: (0,messages_text/* text */.Qq)(`Create the container ${p.container} again without this mount, or with \`:ro\` (\`docker inspect ${p.container}\` shows how it was created; copy the files that you need with \`docker cp\`, then \`docker rm -f ${p.container}\` and \`docker run\`). A folder of data inside it, such as ${p.folder}/logs, can stay mounted. If you do not trust it, also move releases, static, current, rollback and adopted.* out of ${p.folder}; do not give them to root. Then run again.`, `请重新创建容器 ${p.container}，去掉该挂载，或加上 \`:ro\`（\`docker inspect ${p.container}\` 可查看创建参数；先用 \`docker cp\` 复制所需的文件，再执行 \`docker rm -f ${p.container}\` 和 \`docker run\`）。其中的数据目录（例如 ${p.folder}/logs）可以继续挂载。如果不信任该容器，还请将 releases、static、current、rollback 和 adopted.* 移出 ${p.folder}，不要直接交给 root。然后重新运行。`),
    }),
    VOLUME_NOT_ROOTS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The folder ${p.folder} of \`volumes\` does not exist, and root would create it where other users can write: ${listOf(p.found)}.`, `\`volumes\` 中的目录 ${p.folder} 不存在，而 root 需要在其他用户可写的位置创建它：${listOf(p.found)}。`),
        why: (0,messages_text/* text */.Qq)('Another user could put a link in its place, and root would create and hand over a folder elsewhere.', '其他用户可以在该位置放置链接，使 root 在别处创建目录并修改其所有者。'),
        cure: (0,messages_text/* text */.Qq)(`Create it on the server as its owner, then run again: mkdir -p ${(0,quote/* quote */.h)(String(p.folder))}. Or choose a folder below /docker/app.`, `请在服务器上以其所有者身份创建后重新运行：mkdir -p ${(0,quote/* quote */.h)(String(p.folder))}。或改用 /docker/app 下的目录。`),
    }),
};
/** What to look for in an application's folder. */
function namesIn(folder) {
    if (!folder.startsWith('/docker/'))
        return (0,messages_text/* text */.Qq)('', '');
    const names = [...new Set(application_paths/* privateNames */.or.map((name) => name.replace(/\/.*/, '')))].join(', ');
    return (0,messages_text/* text */.Qq)(` under names that the action uses (${names})`, `以本 Action 使用的名称（${names}）`);
}
/** In docs/errors.md there is none: the place of one is shown. */
function read(found) {
    const read = typeof found === 'string' ? (0,strangers/* readStrangers */.E)(found) : found;
    return read.length > 0 ? read : [{ path: '<path>', owner: '<owner>', mode: '<mode>' }];
}
function listOf(found) {
    return read(found)
        .map(({ path, owner, mode }) => `${path} (${owner}, ${mode})`)
        .join(', ');
}
function commandFor(found) {
    const paths = read(found)
        .map(({ path }) => (0,quote/* quote */.h)(path))
        .join(' ');
    return `chown root:root ${paths} && chmod go-w ${paths}`;
}

;// CONCATENATED MODULE: ./.build/lib/messages/errors/switch.js

/** Failures of the switch, which the server does alone. */
const switchErrors = {
    SHARED_LOCK_BUSY: (p) => ({
        what: (0,messages_text/* text */.Qq)('Another application of this server is switching nginx.', '本服务器上的另一个应用正在切换 nginx。'),
        why: (0,messages_text/* text */.Qq)(`Its lock was not free within ${p.seconds ?? '120'} s.`, `${p.seconds ?? '120'} 秒内未能获得锁。`),
        cure: (0,messages_text/* text */.Qq)('Run again when the other deploy has ended.', '请在另一个部署结束后重新运行。'),
    }),
    SWITCH_UNSEEN: (p) => ({
        what: (0,messages_text/* text */.Qq)('The server switches alone, but its connection is lost and could not be made again.', '服务器正在独立切换，但连接中断且无法恢复。'),
        why: (0,messages_text/* text */.Qq)(`It finishes or undoes by itself; its journal is ${p.journal}.`, `它会自行完成或撤销；日志在 ${p.journal}。`),
        cure: (0,messages_text/* text */.Qq)('Run again: the next run finds how it ended and continues from there.', '请重新运行：下次运行会查明结果并继续。'),
    }),
    SWITCH_CUT_SHORT: (p) => ({
        what: (0,messages_text/* text */.Qq)('The switch was interrupted on the server, most likely by a reboot.', '切换在服务器上被中断，很可能是服务器重启。'),
        why: (0,messages_text/* text */.Qq)(`Its journal ${p.journal} has no outcome. The old or the new version is live.`, `其日志 ${p.journal} 没有结果。旧版本或新版本仍在提供服务。`),
        cure: (0,messages_text/* text */.Qq)('Run again: the next run ends it first, then deploys.', '请重新运行：下次运行会先收尾，再部署。'),
    }),
    SWITCH_NOT_ENDED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`An earlier switch of ${p.app} was interrupted and could not be completed or undone yet.`, `${p.app} 之前的切换被中断，且目前无法收尾。`),
        why: (0,messages_text/* text */.Qq)('Another application may have held the lock for nginx all the while, or the disk is full.', '可能另一个应用一直占用 nginx 的锁，或者磁盘已满。'),
        cure: (0,messages_text/* text */.Qq)('Run again in some minutes; the old or the new version is live meanwhile.', '请几分钟后重新运行；在此期间旧版本或新版本仍在提供服务。'),
    }),
    SWITCH_DISK_FULL: (p) => ({
        what: (0,messages_text/* text */.Qq)('A disk of the server became full during the switch.', '切换过程中服务器磁盘已满。'),
        why: (0,messages_text/* text */.Qq)(`The switch could not write: ${p.said}`, `切换无法写入：${p.said}`),
        cure: (0,messages_text/* text */.Qq)('Free some space (`df -h`, `docker system df`, old logs), then run the workflow again.', '请清理空间（`df -h`、`docker system df`、旧日志），然后重新运行工作流。'),
    }),
    DRAIN_CUT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Requests or WebSocket connections to the old version that were still open after ${p.seconds} s: ${p.connections}.`, `${p.seconds} 秒后仍未结束的、发往旧版本的请求或 WebSocket 连接：${p.connections} 个。`),
        why: (0,messages_text/* text */.Qq)('The old version stops when `drain-timeout` is over. These connections are cut off unless the application finishes them while it stops.', '`drain-timeout` 到时后旧版本会停止；除非应用在停止过程中处理完，这些连接会被中断。'),
        cure: (0,messages_text/* text */.Qq)('Set `drain-timeout` to more seconds than your longest request takes. WebSocket clients connect again by themselves.', '请将 `drain-timeout` 设为大于最长请求耗时的秒数。WebSocket 客户端会自行重连。'),
    }),
    IMAGE_LEFT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The image ${p.image} of an old release could not be removed.`, `旧发布版本的镜像 ${p.image} 未能删除。`),
        why: (0,messages_text/* text */.Qq)(p.containers === '-'
            ? 'Docker refused it; no container of this very image was found.'
            : `These containers, which this action did not make, are of this image: ${p.containers}.`, p.containers === '-'
            ? 'Docker 拒绝删除，但没有找到使用该镜像的容器。'
            : `以下不是由本 Action 创建的容器正在使用它：${p.containers}。`),
        cure: (0,messages_text/* text */.Qq)(`Once you no longer need them, remove them on the server, then the image: \`docker image rm ${p.image}\`.`, `不再需要这些容器后，请在服务器上删除它们，再删除镜像：\`docker image rm ${p.image}\`。`),
    }),
    SWITCH_STUCK: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The switch failed at ${p.step === '-' ? 'its last record' : `the step ${p.step}`}, and could not be undone: ${p.notUndone}.`, `切换在${p.step === '-' ? '最后写入记录时' : `步骤 ${p.step} `}失败，以下步骤未能撤销：${p.notUndone}。`),
        why: (0,messages_text/* text */.Qq)(`Everything that was printed is in ${p.output} on the server.`, `完整输出在服务器的 ${p.output} 中。`),
        cure: (0,messages_text/* text */.Qq)('Fix what the failure above names, then run again: the next run starts from what it finds and replaces it.', '请先解决上面的故障，然后重新运行：下次运行会从现有状态开始并完成替换。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/tencent-families.js

/**
 * What to do about a code of Tencent Cloud that is not known by itself: by its family, the part before the dot. Live codes
 * occur that no list of Tencent's has, so that there is a general answer as well.
 */
function refusalCure(code) {
    return families.get(code.split('.', 1)[0] ?? '') ?? general;
}
const general = (0,messages_text/* text */.Qq)("Follow Tencent's words above, then run again. If they do not help, give the request id to the support: https://console.cloud.tencent.com/workorder.", '请按上面腾讯云返回的说明处理后重新运行。如仍无法解决，请将请求 ID 提交给腾讯云工单：https://console.cloud.tencent.com/workorder。');
const wrongValue = (0,messages_text/* text */.Qq)("Tencent does not accept a value of the request; its message above says which. Compare the inputs of the step (domain, `instance-id`, region, addresses) with the console. If they are right, open an issue with Tencent's words and the request id.", '腾讯云不接受请求中的某个值，上面的返回信息说明了是哪一个。请将该步骤的参数（域名、`instance-id`、地域、地址）与控制台核对；如果都正确，请附上返回信息和请求 ID 提交 issue。');
const wrongRequest = (0,messages_text/* text */.Qq)("The API has changed or this action's request is wrong. Update the action to its newest version. If it stays so, open an issue with Tencent's words and the request id.", 'API 已变更，或者本 Action 的请求有误。请将本 Action 更新到最新版本；如果仍然如此，请附上返回信息和请求 ID 提交 issue。');
const notThere = (0,messages_text/* text */.Qq)('Look in the console, with the account of these credentials, whether it exists, in which region, and whether it was deleted or isolated. Correct the inputs, then run again.', '请用该凭证所属的账号在控制台查看该资源是否存在、位于哪个地域、是否已被删除或隔离。改正参数后重新运行。');
const notNow = (0,messages_text/* text */.Qq)('Look at the resource in the console: it may be stopped, isolated, locked, suspended or not verified. Fix that there, then run again.', '请在控制台查看该资源的状态：可能已关机、隔离、锁定、暂停或未通过认证。处理后重新运行。');
const quota = (0,messages_text/* text */.Qq)('A quota or a limit of the plan is used up. Delete in the console what is no longer needed, raise the quota, or take a larger plan. Then run again.', '配额或套餐上限已用完。请在控制台删除不再需要的内容、提升配额或升级套餐，然后重新运行。');
const families = new Map(Object.entries({
    InvalidParameter: wrongValue,
    InvalidParameterValue: wrongValue,
    MissingParameter: wrongRequest,
    UnknownParameter: wrongRequest,
    InvalidAction: wrongRequest,
    InvalidRequest: wrongRequest,
    NoSuchVersion: wrongRequest,
    NoSuchProduct: wrongRequest,
    ActionOffline: wrongRequest,
    UnsupportedProtocol: wrongRequest,
    RequestSizeLimitExceeded: wrongRequest,
    ResponseSizeLimitExceeded: wrongRequest,
    UnsupportedRegion: (0,messages_text/* text */.Qq)('The product is not offered in this region. Correct the region, or leave it out.', '该地域不提供此产品。请改正地域，或不设置地域。'),
    ResourceNotFound: notThere,
    ResourceUnavailable: notNow,
    ResourceInUse: notNow,
    ResourcesSoldOut: notNow,
    FailedOperation: notNow,
    OperationDenied: notNow,
    UnsupportedOperation: notNow,
    LimitExceeded: quota,
    ResourceInsufficient: quota,
}));

;// CONCATENATED MODULE: ./.build/lib/messages/errors/tencent.js


/** Tencent's own words with what its support asks for. */
function answerOf({ message, code, requestId }) {
    return (0,messages_text/* text */.Qq)(`Tencent Cloud answers: ${message} (${code}, request id ${requestId})`, `腾讯云返回：${message}（${code}，请求 ID ${requestId}）`);
}
/** `HTTP 503` or words of Tencent's as they are; `garbage` and `endless` in words. */
function answerThatIsNone(answer) {
    if (answer === 'garbage')
        return (0,messages_text/* text */.Qq)('its answer is none of the API', '返回的内容不是 API 应答');
    if (answer === 'endless')
        return (0,messages_text/* text */.Qq)('its list has no end', '返回的列表没有结尾');
    return (0,messages_text/* verbatim */.Bj)(answer);
}
/** What the trust policy of the role must say of who may use it. */
function subjectCure(subject) {
    return subject === undefined
        ? (0,messages_text/* text */.Qq)('The condition on `oidc:sub` in its trust policy matches this repository and branch or environment: `repo:OWNER/REPOSITORY:ref:refs/heads/main`, for newer repositories `repo:OWNER@ID/REPOSITORY@ID:ref:refs/heads/main`.', '角色信任策略中的 `oidc:sub` 条件与本仓库及分支或环境匹配：`repo:OWNER/REPOSITORY:ref:refs/heads/main`，较新的仓库为 `repo:OWNER@ID/REPOSITORY@ID:ref:refs/heads/main`')
        : (0,messages_text/* text */.Qq)(`The condition on \`oidc:sub\` in its trust policy allows the subject of this run as a whole (newer repositories: \`repo:OWNER@ID/REPOSITORY@ID:...\`): \`${subject}\`.`, `角色信任策略中的 \`oidc:sub\` 条件允许本次运行的 subject（需完整填写；较新的仓库为 \`repo:OWNER@ID/REPOSITORY@ID:...\`）：\`${subject}\``);
}
/** Codes by which the zone or domain belongs to another account. */
const foreignDomain = /NotDomainOwner|NoPermissionToOperateDomain/;
/** Failures that any call of Tencent Cloud's API may come to. */
const tencentErrors = {
    TENCENT_CREDENTIALS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Tencent Cloud does not accept the credentials (${p.code}).`, `腾讯云不接受所提供的 API 密钥（${p.code}）。`),
        why: answerOf(p),
        cure: (0,messages_text/* text */.Qq)('In https://console.cloud.tencent.com/cam/capi, check that the key exists and is enabled. Then copy SecretId and SecretKey again into the GitHub secrets, both of the same key. Temporary credentials also need their session token, and expire. If the account is of the international site, set `tencent-endpoint: intl.tencentcloudapi.com`.', '请在 https://console.cloud.tencent.com/cam/capi 确认该密钥存在且已启用，然后把同一密钥的 SecretId 和 SecretKey 重新复制到 GitHub secret。临时密钥还需要会话 Token，并且会过期。国际站账号请设置 `tencent-endpoint: intl.tencentcloudapi.com`。'),
    }),
    TENCENT_CLOCK_SKEW: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Tencent Cloud refuses the signature as expired: the clock of the runner says ${p.now}.`, `腾讯云认为签名已过期：运行器的时钟为 ${p.now}。`),
        why: answerOf(p),
        cure: (0,messages_text/* text */.Qq)('A signature counts for 5 minutes. Set the clock of the self-hosted runner: `timedatectl set-ntp true`, then compare `date -u` with the real time.', '签名的有效期为 5 分钟。请校准自托管运行器的时钟：执行 `timedatectl set-ntp true`，再用 `date -u` 与实际时间核对。'),
    }),
    TENCENT_NOT_AUTHORIZED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The credentials do not allow ${p.permission}.`, `所用凭证没有 ${p.permission} 的权限。`),
        why: answerOf(p),
        cure: foreignDomain.test(p.code)
            ? (0,messages_text/* text */.Qq)(`If the domain belongs to another Tencent Cloud account, use credentials of that account. Otherwise allow ${p.permission} for the CAM user or role: https://console.cloud.tencent.com/cam/policy. docs/tencent.md has a policy with all actions that are needed.`, `如果该域名属于其他腾讯云账号，请使用该账号的凭证；否则请为 CAM 用户或角色授予 ${p.permission} 权限：https://console.cloud.tencent.com/cam/policy。docs/tencent.md 中有包含全部所需操作的策略。`)
            : (0,messages_text/* text */.Qq)(`Allow ${p.permission} for the CAM user or role: https://console.cloud.tencent.com/cam/policy. docs/tencent.md has a policy with all actions that are needed.`, `请为 CAM 用户或角色授予 ${p.permission} 权限：https://console.cloud.tencent.com/cam/policy。docs/tencent.md 中有包含全部所需操作的策略。`),
    }),
    TENCENT_ADDRESS_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Tencent Cloud does not accept ${p.action} from the address of this runner (${p.code}).`, `腾讯云不接受从本运行器的 IP 地址调用 ${p.action}（${p.code}）。`),
        why: answerOf(p),
        cure: (0,messages_text/* text */.Qq)('The account or the key allows certain addresses only, and runners of GitHub have another one in each run. Remove this restriction from the key (or from the settings of DNSPod), or use a self-hosted runner with an address that is allowed.', '该账号或密钥限制了来源 IP，而 GitHub 运行器每次运行的 IP 都不同。请取消密钥（或 DNSPod 设置）中的来源 IP 限制，或改用 IP 已获允许的自托管运行器。'),
    }),
    TENCENT_THROTTLED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Tencent Cloud throttles ${p.action}, and still does after ${p.seconds} seconds.`, `腾讯云对 ${p.action} 限频，等待 ${p.seconds} 秒后仍未恢复。`),
        why: (0,messages_text/* text */.Qq)(`Something else calls the API with the same account very often (${p.code}, request id ${p.requestId}).`, `有其他程序正在用同一账号频繁调用该接口（${p.code}，请求 ID ${p.requestId}）。`),
        cure: (0,messages_text/* text */.Qq)('Run again in a few minutes. If it stays so, look in https://console.cloud.tencent.com/cloudaudit for what calls the API.', '请几分钟后重新运行。如果仍然如此，请在 https://console.cloud.tencent.com/cloudaudit 查看是什么在调用接口。'),
    }),
    TENCENT_BUSY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.action} still waits for another change after ${p.seconds} seconds (${p.code}).`, `等待 ${p.seconds} 秒后，${p.action} 仍被另一项操作占用（${p.code}）。`),
        why: answerOf(p),
        cure: (0,messages_text/* text */.Qq)('Look at the instance in the console for an operation in progress, let it finish, then run again.', '请在控制台查看实例是否有正在进行的操作，待其完成后重新运行。'),
    }),
    TENCENT_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} does not answer ${p.action}${p.proxy === undefined ? '' : ` through the proxy ${p.proxy}`}: ${p.reason}.`, `${p.proxy === undefined ? '' : `经由代理 ${p.proxy} 调用 `}${p.host} 的 ${p.action} 没有得到应答：${p.reason}。`),
        why: (0,messages_text/* text */.Qq)('The runner cannot connect to the API of Tencent Cloud: its network, a proxy or `tencent-endpoint` is wrong, or the route is disturbed.', '运行器无法连接腾讯云 API：网络、代理或 `tencent-endpoint` 有误，或线路不稳定。'),
        cure: p.proxy === undefined
            ? (0,messages_text/* text */.Qq)(`On the runner, \`curl -v https://${p.host}\` shows what is wrong. If the runner needs a proxy, set \`https_proxy\` in \`env\` of the step. If a firewall inspects TLS there, give its root certificate by NODE_EXTRA_CA_CERTS. On a disturbed route, run again.`, `在运行器上执行 \`curl -v https://${p.host}\` 可以看到原因。如果运行器需要代理，请在该步骤的 \`env\` 中设置 \`https_proxy\`；如果防火墙解密 TLS，请通过 NODE_EXTRA_CA_CERTS 提供其根证书；线路不稳定时请重新运行。`)
            : (0,messages_text/* text */.Qq)(`On the runner, \`curl -v -x ${p.proxy} https://${p.host}\` shows what is wrong (with the user and password of the proxy, if it has any). Correct \`https_proxy\`, or set \`no_proxy: ${p.host}\` in \`env\` of the step to connect without the proxy.`, `在运行器上执行 \`curl -v -x ${p.proxy} https://${p.host}\`（如代理需要用户名和密码请一并提供）可以看到原因。请改正 \`https_proxy\`，或在该步骤的 \`env\` 中设置 \`no_proxy: ${p.host}\` 以绕过代理。`),
    }),
    TENCENT_SERVER_ERROR: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} fails at ${p.action}: ${answerThatIsNone(p.answer).en}.`, `${p.host} 处理 ${p.action} 失败：${answerThatIsNone(p.answer).zh}。`),
        why: (0,messages_text/* text */.Qq)('The API of Tencent Cloud has a failure of its own, or something between the runner and Tencent (a proxy, a firewall) answers in its place.', '腾讯云 API 自身出现故障，或者运行器与腾讯云之间的设备（代理、防火墙）代为应答。'),
        cure: (0,messages_text/* text */.Qq)('Run again in a few minutes. If it stays so, check a proxy or firewall on the way, then give the request id to the support of Tencent Cloud: https://console.cloud.tencent.com/workorder.', '请几分钟后重新运行。如果仍然如此，请检查途经的代理或防火墙，然后将请求 ID 提交给腾讯云工单：https://console.cloud.tencent.com/workorder。'),
    }),
    TENCENT_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Tencent Cloud refuses ${p.action} (${p.code}).`, `腾讯云拒绝了 ${p.action}（${p.code}）。`),
        why: answerOf(p),
        cure: refusalCure(p.code),
    }),
    TENCENT_REQUEST_UNWRITABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The request ${p.action} to ${p.host} cannot be written.`, `无法生成发往 ${p.host} 的 ${p.action} 请求。`),
        why: (0,messages_text/* text */.Qq)('The SecretId or the session token holds a character that no key of Tencent Cloud has (a line break, a space, a letter that is not ASCII), or `tencent-endpoint` is no host name.', 'SecretId 或会话 Token 中含有腾讯云密钥不会有的字符（换行、空格、非 ASCII 字符），或者 `tencent-endpoint` 不是主机名。'),
        cure: (0,messages_text/* text */.Qq)('Copy the credentials into the GitHub secrets again, without spaces and line breaks. Leave `tencent-endpoint` out, unless your account is of the international site (`intl.tencentcloudapi.com`).', '请重新将密钥复制到 GitHub secret，不要带空格和换行。除非你使用国际站账号（`intl.tencentcloudapi.com`），否则请不要设置 `tencent-endpoint`。'),
    }),
    OIDC_PERMISSION_MISSING: (_) => ({
        what: (0,messages_text/* text */.Qq)('GitHub gives this job no ID token, which Tencent Cloud needs to identify it.', 'GitHub 没有为本任务提供 ID 令牌，腾讯云无法据此确认身份。'),
        why: (0,messages_text/* text */.Qq)('The job lacks the permission `id-token: write`. Pull requests from forks never get it.', '该任务缺少 `id-token: write` 权限；来自 fork 的 pull request 始终没有此权限。'),
        cure: (0,messages_text/* text */.Qq)('Add to the job: `permissions: { contents: read, id-token: write }`. A reusable workflow also needs it in the job that calls it.', '请在任务中添加：`permissions: { contents: read, id-token: write }`。使用可复用工作流时，调用它的任务也需要添加。'),
    }),
    OIDC_TOKEN_UNAVAILABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`GitHub's service for ID tokens does not give one: ${p.detail}`, `GitHub 的 ID 令牌服务没有返回令牌：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('The job has the permission, so the service itself fails, or the runner cannot connect to it.', '任务具有所需权限，因此是该服务自身故障，或运行器无法连接该服务。'),
        cure: (0,messages_text/* text */.Qq)('Look at https://www.githubstatus.com and run again. A self-hosted runner must be able to connect to *.actions.githubusercontent.com.', '请查看 https://www.githubstatus.com 后重新运行。自托管运行器必须能够访问 *.actions.githubusercontent.com。'),
    }),
    OIDC_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Tencent Cloud gives no temporary credentials for the role ${p.roleArn} (provider ${p.provider}, ${p.code}).`, `腾讯云没有为角色 ${p.roleArn}（身份提供商 ${p.provider}，${p.code}）颁发临时密钥。`),
        why: answerOf(p),
        cure: (0,messages_text/* text */.Qq)(`Check in CAM: 1. The identity provider (https://console.cloud.tencent.com/cam/idp) has this name, the issuer https://token.actions.githubusercontent.com and the client ID sts.tencentcloudapi.com. 2. The role has exactly this ARN and trusts this provider. 3. ${subjectCure(p.subject).en} 4. The public keys of the provider are current: turn on the automatic rotation of keys.`, `请在 CAM 中检查：1. 身份提供商（https://console.cloud.tencent.com/cam/idp）的名称一致，颁发者 URL 为 https://token.actions.githubusercontent.com，客户端 ID 为 sts.tencentcloudapi.com；2. 角色的 ARN 完全一致，并且信任该身份提供商；3. ${subjectCure(p.subject).zh}；4. 身份提供商的公钥是最新的：请开启公钥自动轮换。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/tencent-input.js

/** Failures of the inputs for an account of Tencent Cloud. Ids, keys and tokens are in none of them. */
const tencentInputErrors = {
    INPUT_SECRET_ID: (_) => ({
        what: (0,messages_text/* text */.Qq)('`tencent-secret-id` is not the id of an API key. (The value is not shown; it may be secret.)', '`tencent-secret-id` 不是 API 密钥的 SecretId。（该值可能是机密，不予显示。）'),
        why: (0,messages_text/* text */.Qq)('A SecretId is one word that begins with `AKID` (international site: `IKID`), without quotes or spaces.', 'SecretId 是以 `AKID`（国际站为 `IKID`）开头的一个词，不带引号和空格。'),
        cure: (0,messages_text/* text */.Qq)('Copy the SecretId from https://console.cloud.tencent.com/cam/capi into the secret again.', '请从 https://console.cloud.tencent.com/cam/capi 重新复制 SecretId 到该 secret。'),
    }),
    INPUT_SECRETS_SWAPPED: (_) => ({
        what: (0,messages_text/* text */.Qq)('`tencent-secret-key` holds a SecretId.', '`tencent-secret-key` 中是 SecretId。'),
        why: (0,messages_text/* text */.Qq)('Its value begins as a SecretId does (`AKID`). The two values are probably swapped.', '其值以 SecretId 的形式（`AKID`）开头。两个值可能填反了。'),
        cure: (0,messages_text/* text */.Qq)('Put the SecretId into `tencent-secret-id` and the SecretKey into `tencent-secret-key`.', '请将 SecretId 填入 `tencent-secret-id`，将 SecretKey 填入 `tencent-secret-key`。'),
    }),
    INPUT_SECRET_WORD: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` is not one word of at least 8 characters. (The value is not shown.)`, `\`${p.name}\` 不是至少 8 个字符的一个词。（该值不予显示。）`),
        why: (0,messages_text/* text */.Qq)('Tencent Cloud issues keys and tokens as letters, digits and signs of ASCII, without spaces or line breaks.', '腾讯云签发的密钥和令牌只含 ASCII 字母、数字和符号，不含空格和换行。'),
        cure: (0,messages_text/* text */.Qq)(`Copy the value into the secret behind \`${p.name}\` again.`, `请将该值重新复制到 \`${p.name}\` 所用的 secret。`),
    }),
    INPUT_ROLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`tencent-role-arn\` cannot be "${p.value}".`, `\`tencent-role-arn\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is the full name (RoleArn) of a role of CAM: `qcs::cam::uin/`, the id of the account in digits, `:roleName/`, the name of the role.', '它是访问管理（CAM）角色的 RoleArn：`qcs::cam::uin/`、主账号 ID（数字）、`:roleName/`、角色名。'),
        cure: (0,messages_text/* text */.Qq)('Copy the RoleArn from the page of the role in the CAM console. Write it like `qcs::cam::uin/100000000001:roleName/deploy`.', '请从访问管理控制台的角色页面复制 RoleArn，写成 `qcs::cam::uin/100000000001:roleName/deploy` 的形式。'),
    }),
    INPUT_OIDC_PROVIDER: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`tencent-oidc-provider\` cannot be "${p.value}".`, `\`tencent-oidc-provider\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is the name that the identity provider has in CAM, not its URL: letters, digits and `+=,.@_-`, up to 128.', '它是身份提供商在访问管理（CAM）中的名称，不是 URL：字母、数字和 `+=,.@_-`，最多 128 个字符。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `github`.', '请写成 `github` 的形式。'),
    }),
    INPUT_REGION: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`tencent-region\` cannot be "${p.value}".`, `\`tencent-region\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is the short name of a region in lower case, not of a zone (`ap-guangzhou-3`) and not the name in the console.', '它是地域的英文简称（小写），不是可用区（`ap-guangzhou-3`），也不是控制台中显示的名称。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `ap-guangzhou`, or remove the input: the action then finds the region.', '请写成 `ap-guangzhou` 的形式，或删除该参数，由本 Action 查找地域。'),
    }),
    INPUT_INSTANCE_ID: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`instance-id\` cannot be "${p.value}".`, `\`instance-id\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('The id of a Lighthouse instance begins with `lhins-`, that of a CVM instance with `ins-`, then come 4 to 20 small letters and digits.', '轻量应用服务器的实例 ID 以 `lhins-` 开头，云服务器 CVM 的以 `ins-` 开头，其后为 4 到 20 个小写字母和数字。'),
        cure: (0,messages_text/* text */.Qq)('Copy the instance ID from the console of the server, or remove the input: the action then finds the instance.', '请从服务器控制台复制实例 ID，或删除该参数，由本 Action 查找实例。'),
    }),
    INPUT_ENDPOINT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`tencent-endpoint\` cannot be "${p.value}".`, `\`tencent-endpoint\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is what the host names of the API end with. The action puts the name of each product in front of it. A whole host name, a URL or an IP address would break the signatures.', '它是 API 主机名的后缀，本 Action 会在前面加上各产品的名称。完整的主机名、URL 或 IP 地址会使签名失效。'),
        cure: (0,messages_text/* text */.Qq)('Write `tencentcloudapi.com`, or `intl.tencentcloudapi.com` for the international site, or remove the input.', '请写 `tencentcloudapi.com`，国际站写 `intl.tencentcloudapi.com`，或删除该参数。'),
    }),
    INPUT_DNS_VALUE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` cannot contain "${p.value}".`, `\`${p.name}\` 中不能有“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('Each value is the IPv4 address of an existing A record, the host name that an existing CNAME record points at, or the URL of an existing explicit or implicit URL record.', '每个值是现有 A 记录的 IPv4 地址、现有 CNAME 记录指向的主机名，或现有显性 URL、隐性 URL 记录的网址。'),
        cure: (0,messages_text/* text */.Qq)('Copy the value of the record from the DNSPod console, such as `203.0.113.9` or `www.example.com`. Separate several values by line breaks or commas.', '请从 DNSPod 控制台复制记录值，例如 `203.0.113.9` 或 `www.example.com`。多个值用换行或逗号分隔。'),
    }),
    INPUT_SSH_FROM_RUNNER: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is `true`, `false` or one public IPv4 address. A private address is not what the firewall sees, and a network would let in other machines.', '它是 `true`、`false` 或一个公网 IPv4 地址。防火墙看不到内网地址；而一个网段会让其他机器也能连接。'),
        cure: (0,messages_text/* text */.Qq)('Write `true`, or the public address that the runner connects from, like `203.0.113.20`.', '请写 `true`，或运行器连接时所用的公网地址，例如 `203.0.113.20`。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/validation-record.js

const validation_record_consoleUrl = 'https://console.cloud.tencent.com/cns';
/** Failures of the record by which the owner of a domain is validated for a certificate. */
const validationRecordErrors = {
    VALIDATION_ZONE_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The domain cannot be validated: DNSPod has no zone for ${p.name} in this Tencent Cloud account.`, `无法验证域名：该腾讯云账号的云解析 DNS 中没有 ${p.name} 所属的域名。`),
        why: (0,messages_text/* text */.Qq)(`The certificate is issued after a record is added there. The zones of the account are: ${p.zones || 'none'}.`, `签发证书前需要在其中添加一条记录。该账号下的域名：${p.zones || '无'}。`),
        cure: (0,messages_text/* text */.Qq)(`Add the domain at ${validation_record_consoleUrl}, or use the credentials of the account that has it. If its DNS is at another provider, set \`certificate: provided\` and provide the certificate yourself.`, `请在 ${validation_record_consoleUrl} 添加该域名，或使用该域名所在账号的密钥。如果域名的 DNS 在其他服务商处，请设置 \`certificate: provided\`，并自行提供证书。`),
    }),
    VALIDATION_RECORD_CONFLICT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The validation record ${p.name} ${p.type} ${p.value} cannot be added: another record is in its way (${p.found}).`, `无法添加域名验证记录 ${p.name} ${p.type} ${p.value}：与其他记录冲突（${p.found}）。`),
        why: (0,messages_text/* text */.Qq)('A CNAME, NS or URL record of this host takes its place, a record of a single line hides it from a part of the resolvers, and a paused one with the same value blocks it. The action did not add that record, so nothing was changed. It may belong to another certificate tool.', '该主机记录的 CNAME、NS 或 URL 记录会取代它，针对特定线路的记录会使部分解析器查不到它，值相同的已暂停记录会使它无法添加。冲突的记录不是由本 Action 添加的，可能属于其他证书工具，因此未做任何变更。'),
        cure: (0,messages_text/* text */.Qq)(`If the record is not needed, delete it at ${validation_record_consoleUrl} and run again. If another tool needs it, have that tool issue the certificate and set \`certificate: provided\`.`, `如果不再需要该记录，请在 ${validation_record_consoleUrl} 删除后重新运行。如果其他工具需要它，请由该工具签发证书，并设置 \`certificate: provided\`。`),
    }),
    VALIDATION_SERVERS_BEHIND: (p) => ({
        what: (0,messages_text/* text */.Qq)(`After ${p.seconds} s, not all name servers return the validation record ${p.name} ${p.type} ${p.value}: ${p.servers}.`, `${p.seconds} 秒后，DNS 服务器仍未全部返回域名验证记录 ${p.name} ${p.type} ${p.value}：${p.servers}。`),
        why: (0,messages_text/* text */.Qq)('The record is set in DNSPod. It has not reached these servers yet, they are not those of DNSPod, or this runner cannot reach them (UDP port 53). The certificate authority was not asked, because it would refuse.', '记录已在 DNSPod 中设置，但尚未同步到这些服务器、这些服务器不属于 DNSPod，或运行器无法访问它们（UDP 53 端口）。证书颁发机构（CA）届时会验证失败，因此没有请求验证。'),
        cure: (0,messages_text/* text */.Qq)(`Run again after some minutes. If servers of another provider are named, set the DNS servers of the domain to those of DNSPod at its registrar, or set \`certificate: provided\`. On a self-hosted runner, allow outgoing UDP and TCP port 53.`, `请几分钟后重新运行。如果列出的是其他服务商的服务器，请在域名注册商处把 DNS 服务器修改为 DNSPod 的服务器，或设置 \`certificate: provided\`。自托管运行器请放行出站的 UDP 和 TCP 53 端口。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors.js









































/** Every failure that the action knows, by its stable code. One file a subject, joined here. */
const errors = {
    ...inputErrors,
    ...siteInputErrors,
    ...containerInputErrors,
    ...tencentInputErrors,
    ...certificateInputErrors,
    ...jarErrors,
    ...dockerfileErrors,
    ...sessionErrors,
    ...projectErrors,
    ...packagesErrors,
    ...dockerErrors,
    ...containerErrors,
    ...containerFilesErrors,
    ...healthErrors,
    ...hookErrors,
    ...serviceErrors,
    ...userErrors,
    ...nginxErrors,
    ...nginxSwitchErrors,
    ...portErrors,
    ...staticSiteErrors,
    ...strangerErrors,
    ...adoptionErrors,
    ...selinuxErrors,
    ...switchErrors,
    ...actionErrors,
    ...instanceErrors,
    ...cloudFirewallErrors,
    ...certificateErrors,
    ...applicationAskedErrors,
    ...rollbackErrors,
    ...statusErrors,
    ...certificateIssueErrors,
    ...certificateAcmeErrors,
    ...checkErrors,
    ...dnsZoneErrors,
    ...dnsRecordErrors,
    ...dnsRefusalErrors,
    ...validationRecordErrors,
    ...sshRuleErrors,
    ...tencentErrors,
};

;// CONCATENATED MODULE: ./.build/lib/messages/failure.js



/** A failure that a user can act on: a stable code and its text in every language. */
class Failure extends Error {
    code;
    text;
    /** Output of a program that shows the cause (a build's last lines, a container's log). */
    evidence;
    constructor(code, text, options) {
        super(`${code}: ${text.what.en}`, options?.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'Failure';
        this.code = code;
        this.text = text;
        this.evidence = options?.evidence;
    }
}
/** Several failures found in one look (all bad inputs of a run). */
class Failures extends Error {
    failures;
    constructor(failures) {
        super(failures.map((f) => f.message).join('\n'));
        this.name = 'Failures';
        this.failures = failures;
    }
}
/** Makes the failure `code` from the catalogue; the compiler checks its parameters. */
function failure(code, parameters, options) {
    const entry = errors[code];
    return new Failure(code, entry(parameters), options);
}
/**
 * The failure that a script on the server named by its code. Its parameters are words of the script, so the compiler
 * cannot check them; a code that the catalogue lacks becomes `INTERNAL`.
 */
function failureNamed(code, parameters, evidence) {
    if (!Object.hasOwn(errors, code))
        return failure('INTERNAL', { detail: `${code} ${JSON.stringify(parameters)}` }, { evidence });
    const entry = errors[code];
    // Of what nginx complains of, names and places alone.
    const shown = Object.entries(parameters).map(([name, value]) => [name, (0,complaint/* hideInComplaint */.F)(value)]);
    return new Failure(code, entry(Object.fromEntries(shown)), { evidence });
}
/** The failures in `error`, whatever was thrown; an unexpected one becomes `INTERNAL`. */
function failuresOf(error) {
    if (error instanceof Failures)
        return error.failures;
    if (error instanceof Failure)
        return [error];
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [failure('INTERNAL', { detail }, { cause: error })];
}
/** Throws what failed: a single failure as it is, several as `Failures`; nothing where there is none. */
function throwAll(failed) {
    if (failed.length === 1)
        throw failed[0];
    if (failed.length > 0)
        throw new Failures(failed);
}
/** Waits for all of `readings`; throws what failed of any of them, all at once. */
async function gather(readings) {
    const settled = await Promise.allSettled(readings);
    const failed = settled.flatMap((one) => (one.status === 'rejected' ? failuresOf(one.reason) : []));
    if (failed.length > 0)
        throw new Failures(failed);
    return settled.map((one) => one.value);
}
/** One failure as lines for a log: code and what, then why, then what to do. */
function describe(f, language) {
    const labels = { why: (0,messages_text/* text */.Qq)('Why', '原因'), cure: (0,messages_text/* text */.Qq)('What to do', '解决办法') };
    const lines = [`${f.code}: ${f.text.what[language]}`];
    if (f.text.why[language])
        lines.push(`${labels.why[language]}: ${f.text.why[language]}`);
    lines.push(`${labels.cure[language]}: ${f.text.cure[language]}`);
    return lines.join('\n');
}


/***/ }),

/***/ 70888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ hopWords)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** The words for a machine. */
function hopWords({ host, hop }) {
    if (hop !== 'jump-host') {
        return {
            // Chinese sets Latin letters off by a space.
            at: { en: host, zh: ` ${host}` },
            At: same(host),
            machine: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the server', '服务器'),
            Machine: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The server', '服务器'),
            host: '`host`',
            port: same('`port`'),
            username: same('`username`'),
            hostKey: '`host-key`',
        };
    }
    return {
        at: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`the jump host ${host}`, `跳板机 ${host}`),
        At: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The jump host ${host}`, `跳板机 ${host}`),
        machine: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the jump host', '跳板机'),
        Machine: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The jump host', '跳板机'),
        host: '`jump-host`',
        port: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the port in `jump-host`', '`jump-host` 中的端口'),
        username: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the user in `jump-host`', '`jump-host` 中的用户'),
        hostKey: '`jump-host-key`',
    };
}
/** A name, which is the same in every language. */
function same(name) {
    return { en: name, zh: name };
}


/***/ }),

/***/ 94472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ inputTexts)
});

// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/certificate-inputs.js

/** What the inputs are for that say where the certificate comes from. */
const certificateInputTexts = {
    certificate: (0,messages_text/* text */.Qq)("Where the certificate comes from: `tencent` (a free one of Tencent Cloud, issued and renewed), `acme` (an ACME authority such as Let's Encrypt, through DNSPod), `provided` (the two inputs below) or `existing` (already on the server). Default: `tencent` with credentials of Tencent Cloud, else `provided` if the PEMs are given, else `existing`.", "证书来源：`tencent`（腾讯云免费证书，自动申请和续期）、`acme`（Let's Encrypt 等 ACME 机构，通过 DNSPod 验证）、`provided`（由下面两个参数给出）或 `existing`（已在服务器上）。默认：给出腾讯云凭证时为 `tencent`，否则给出 PEM 时为 `provided`，否则为 `existing`。"),
    'certificate-chain': (0,messages_text/* text */.Qq)('Certificate and its intermediates as PEM, leaf first, for `provided`.', '证书及其中间证书的 PEM，站点证书在前，用于 `provided`。'),
    'certificate-key': (0,messages_text/* text */.Qq)('Private key of the certificate as PEM, without passphrase, for `provided`. Take it from a secret.', '证书私钥的 PEM，不带口令，用于 `provided`。请取自 secret。'),
    'acme-directory': (0,messages_text/* text */.Qq)("URL of the directory of the ACME authority, for `acme`. Default: the one of Let's Encrypt. With `certificate: acme` you agree to its terms of service.", "ACME 机构的目录 URL，用于 `acme`。默认：Let's Encrypt。使用 `certificate: acme` 即表示同意其服务条款。"),
    'acme-email': (0,messages_text/* text */.Qq)('E-mail address that the ACME authority may write to, for `acme`. Default: none.', 'ACME 机构可以联系的邮箱地址，用于 `acme`。默认：无。'),
    'renew-before-days': (0,messages_text/* text */.Qq)('Days before its end from which on a certificate of `tencent` or `acme` is renewed. Default: the smaller of 30 and a third of its life; with `acme`, `renew` follows the time that the authority suggests, unless the date given here is earlier. Two thirds of its life at most.', '`tencent` 或 `acme` 的证书在到期前多少天开始续期。默认：30 天与有效期三分之一中的较小者；使用 `acme` 时，`renew` 按机构建议的时间，除非此处指定的日期更早。最多为有效期的三分之二。'),
    'certificate-timeout': (0,messages_text/* text */.Qq)('Seconds that a run waits for a certificate to be issued. A certificate application that is still pending is resumed by the next run.', '一次运行等待证书签发的最长秒数。仍在审核中的申请由下一次运行继续。'),
};

;// CONCATENATED MODULE: ./.build/lib/messages/server-inputs.js

/** What the inputs are for that say how the server is reached. */
const serverInputTexts = {
    host: (0,messages_text/* text */.Qq)('Host name or IP address of the server, for SSH. Needed by every command but `verify`.', '服务器的主机名或 IP 地址，用于 SSH。除 `verify` 外的命令必填。'),
    port: (0,messages_text/* text */.Qq)('SSH port of the server.', '服务器的 SSH 端口。'),
    username: (0,messages_text/* text */.Qq)('User to log in as. Any but root needs sudo without a password.', '登录用户。root 以外的用户需要免密码的 sudo。'),
    'private-key': (0,messages_text/* text */.Qq)('Private key for SSH, OpenSSH or PEM. Take it from a secret. This or `password` is needed.', 'SSH 私钥，OpenSSH 或 PEM 格式。请取自 secret。它与 `password` 至少给出一个。'),
    passphrase: (0,messages_text/* text */.Qq)('Passphrase of `private-key`. Take it from a secret.', '`private-key` 的口令。请取自 secret。'),
    password: (0,messages_text/* text */.Qq)('Password for SSH. Take it from a secret.', 'SSH 密码。请取自 secret。'),
    'host-key': (0,messages_text/* text */.Qq)('Expected host keys of the server, one a line, any of which may match: `SHA256:...` fingerprints or known_hosts lines. Without it the step fails before it authenticates and prints the line to paste. `accept-any` checks nothing.', '服务器的主机密钥，每行一个，匹配其一即可：`SHA256:...` 指纹或 known_hosts 行。未给出时，步骤会在认证之前失败，并打印可粘贴的内容。`accept-any` 表示不检查。'),
    'jump-host': (0,messages_text/* text */.Qq)('A machine to connect through (a bastion), as `[user@]host[:port]`, an IPv6 address in brackets. It connects to `host`, which it resolves itself; nothing is run or written on it. Default: none; its user is `username`, its port 22.', '用来中转连接的跳板机（堡垒机），格式为 `[用户@]主机[:端口]`，IPv6 地址放在方括号中。由它解析并连接 `host`；不会在其上运行或写入任何内容。默认：不使用；用户默认为 `username`，端口默认为 22。'),
    'jump-host-key': (0,messages_text/* text */.Qq)('Expected host keys of the jump host, in the forms of `host-key`. Without it the step fails before it authenticates there and prints the line to paste.', '跳板机的主机密钥，格式同 `host-key`。未给出时，步骤会在登录跳板机之前失败，并打印可粘贴的内容。'),
    'jump-private-key': (0,messages_text/* text */.Qq)('Private key for the jump host. Default: `private-key`. `passphrase` opens both. Take it from a secret.', '登录跳板机的私钥。默认：`private-key`。`passphrase` 用于这两个密钥。请取自 secret。'),
    'connect-timeout': (0,messages_text/* text */.Qq)('Seconds to wait for the SSH connection.', '等待 SSH 连接的秒数。'),
};

;// CONCATENATED MODULE: ./.build/lib/messages/inputs.js



/** What each input is for: action.yml's words in English, and their Chinese. Both READMEs are generated from it. */
const inputTexts = {
    command: (0,messages_text/* text */.Qq)('`deploy`, `plan` (shows what a deploy would do, changes nothing), `rollback` (rolls back to an earlier release; needs no jar), `renew` (renews the certificate if it is due, and nothing else; needs no jar), `verify` (checks from the internet only) or `status` (shows what is live, which releases `rollback` can go to, and the state of the server; changes nothing).', '`deploy`（部署）、`plan`（说明部署会做什么，不做任何修改）、`rollback`（回滚到之前的发布版本，不需要 jar）、`renew`（仅在证书到续期时间时更新证书，不需要 jar）、`verify`（仅从公网检查）或 `status`（显示当前发布版本、可回滚的发布版本以及服务器状况，不做任何修改）。'),
    language: (0,messages_text/* text */.Qq)('Language of the log, the errors and the summary: `en` or `zh`.', '日志、错误和摘要的语言：`en` 或 `zh`。'),
    jar: (0,messages_text/* text */.Qq)('Path or glob of the executable jar (or war) that was built. If several files match, the action takes the executable one (`shop-exec.jar` next to `shop.jar`); two executable ones are refused. Needed by `deploy` and `plan`.', '已构建的可执行 jar（或 war）的路径或通配符。如果匹配到多个文件，取其中可执行的一个（如 `shop.jar` 旁的 `shop-exec.jar`）；有两个可执行文件时会拒绝。`deploy` 和 `plan` 必填。'),
    app: (0,messages_text/* text */.Qq)('Name of the application; its lower-case form names the image and the container. Default: the name of the jar without its version; for `rollback`, `renew` and `status`, the application with this domain and port on the server (`rollback` and `status` without `domain`: the only one there).', '应用名；其小写形式用作镜像名和容器名。默认：去掉版本号的 jar 名；`rollback`、`renew` 和 `status` 默认取服务器上使用该域名和端口的应用（`rollback` 和 `status` 未给出 `domain` 时，取服务器上唯一的应用）。'),
    dockerfile: (0,messages_text/* text */.Qq)('Path of a Dockerfile of your own. Default: one is rendered for the jar. The jar is put where its COPY looks for it.', '自己的 Dockerfile 的路径。默认：为该 jar 生成一个。jar 会放到其 COPY 所指的位置。'),
    context: (0,messages_text/* text */.Qq)('A folder to send along with the Dockerfile, for its COPY lines. Needs `dockerfile`.', '随 Dockerfile 一起发送的文件夹，供其中的 COPY 使用。需要 `dockerfile`。'),
    'build-args': (0,messages_text/* text */.Qq)('Lines `NAME=value` for `docker build --build-arg`. Not for secrets: they stay in the image. Needs `dockerfile`.', '`docker build --build-arg` 的 `NAME=value` 行。不要放机密：它们会留在镜像中。需要 `dockerfile`。'),
    'base-image': (0,messages_text/* text */.Qq)("Base image of the rendered Dockerfile. Default: `eclipse-temurin` with the JRE of the jar's own Java version, up to the next LTS.", '生成的 Dockerfile 的基础镜像。默认：`eclipse-temurin` 的 JRE，版本取 jar 自身的 Java 版本并向上取到下一个 LTS。'),
    'spring-profile': (0,messages_text/* text */.Qq)("Active Spring profiles, separated by commas. Default: the jar's own.", '启用的 Spring profile，用逗号分隔。默认：jar 自身的设置。'),
    'java-options': (0,messages_text/* text */.Qq)('Options for the JVM, such as `-Xmx512m -Duser.language=zh`: the variable `JAVA_TOOL_OPTIONS` of the container. Not for secrets: they are in the record of the release on the server; the log shows `-D` options by name only.', 'JVM 选项，例如 `-Xmx512m -Duser.language=zh`：即容器的变量 `JAVA_TOOL_OPTIONS`。不要放机密：会写入服务器上发布版本的记录；日志中 `-D` 选项只显示名称。'),
    memory: (0,messages_text/* text */.Qq)('Memory that the container may use, in the notation of Docker, such as `512m` or `1g`; at least `64m`. Default: no limit.', '容器可使用的内存，采用 Docker 的写法，例如 `512m` 或 `1g`；至少 `64m`。默认：不限制。'),
    timezone: (0,messages_text/* text */.Qq)('Time zone of the application, such as `Asia/Shanghai`: the variable `TZ` of the container. Default: that of the server.', '应用的时区，例如 `Asia/Shanghai`：即容器的变量 `TZ`。默认：服务器的时区。'),
    env: (0,messages_text/* text */.Qq)('Lines `NAME=value` for the environment of the container. Every value is treated as a secret.', '容器环境变量的 `NAME=value` 行。每个值都按机密处理。'),
    files: (0,messages_text/* text */.Qq)('Lines `runner-path:container-path`: files to mount read-only, such as a payment key or `application-prod.yml`; at most 10 MB each. Every user in the container can read them.', '`运行器路径:容器路径` 行：以只读方式挂载的文件，例如支付密钥或 `application-prod.yml`；每个最大 10 MB。容器内的所有用户都能读取。'),
    volumes: (0,messages_text/* text */.Qq)('Lines `host:container` or `host:container:ro`: folders of the server to mount. Default: `/docker/app/<app>/file-system` and `/docker/app/<app>/logs`, same path inside.', '`服务器路径:容器路径` 或 `服务器路径:容器路径:ro` 行：要挂载的服务器文件夹。默认：`/docker/app/<app>/file-system` 和 `/docker/app/<app>/logs`，容器内路径相同。'),
    'container-files': (0,messages_text/* text */.Qq)('What happens to files that the application wrote into its container outside the mounts, when a deploy replaces the container: `refuse` (stop and list them), `carry` (copy them, with their owners, into a folder that stays mounted) or `discard`. Temporary files, caches and logs do not count. Default: `refuse`.', '部署替换容器时，如何处理应用写在挂载之外（容器自身之中）的文件：`refuse`（中止并列出）、`carry`（连同属主一起复制到此后一直挂载的文件夹）或 `discard`（丢弃）。临时文件、缓存和日志不计。默认：`refuse`。'),
    network: (0,messages_text/* text */.Qq)("Name of a Docker network of the server for the container, a bridge. Default: Docker's own. `host.docker.internal` reaches the server itself from either.", '容器使用的服务器上的 Docker 网络名称，须为 bridge 网络。默认：Docker 自带的网络。两者都可用 `host.docker.internal` 访问服务器本身。'),
    'docker-options': (0,messages_text/* text */.Qq)('Additional options of `docker run`, such as `--cpus 1.5`. They are split as a shell splits words, but no shell runs them; options that another input covers are refused.', '`docker run` 的其他选项，例如 `--cpus 1.5`。按 shell 规则分词，但不由 shell 执行；由其他参数表示的选项会被拒绝。'),
    'app-port': (0,messages_text/* text */.Qq)("Port that the application listens on in its container. Default: `server.port` of the jar's configuration for the profile, else 8080.", '应用在容器内监听的端口。默认：jar 配置中该 profile 的 `server.port`，否则为 8080。'),
    'publish-app-port': (0,messages_text/* text */.Qq)('Serve the port of the application in plain http to the world as well: `true` or `false`. Default: `true` where the container that is taken over published it, else `false`.', '是否同时以明文 http 对外提供应用端口：`true` 或 `false`。默认：被接管的容器曾发布该端口时为 `true`，否则为 `false`。'),
    adopt: (0,messages_text/* text */.Qq)('Take over an existing container and nginx server block with the same name and port: `true`, or `false` to refuse. Anything that would be lost is listed first.', '接管手工部署留下的容器以及同名同端口的 nginx server，凡会丢失的内容都会先列出：`true`；`false` 则拒绝。'),
    ...serverInputTexts,
    'drain-timeout': (0,messages_text/* text */.Qq)('Seconds that the old container may take to finish its requests; 0 to 86400.', '旧容器处理完现有请求的最长秒数；0 到 86400。'),
    'lock-timeout': (0,messages_text/* text */.Qq)('Seconds to wait while another run works on the same application, first come, first served; 0 to 86400.', '另一个运行正在操作同一应用时，排队等待的最长秒数（先到先得）；0 到 86400。'),
    'keep-releases': (0,messages_text/* text */.Qq)('Releases kept on the server with their images, the live one included; 1 to 100.', '服务器上保留的发布版本（含镜像）数量，包括当前发布版本；1 到 100。'),
    release: (0,messages_text/* text */.Qq)('Release that `rollback` goes to, such as `20261123T160512Z-1a2b3c4`. Default: the newest one before the live one.', '`rollback` 要回滚到的发布版本，例如 `20261123T160512Z-1a2b3c4`。默认：当前发布版本之前最新的一个。'),
    'before-switch': (0,messages_text/* text */.Qq)('Shell script that bash runs on the server as root once the new container is healthy and before it gets any request: a smoke test, a backup. `$CANDIDATE_URL` (the address of the new container on the server), `$RELEASE` and `$APP` are set. If it fails, the old version stays live.', '新容器健康检查通过之后、流量切换之前，由 bash 以 root 身份在服务器上运行的脚本：冒烟测试、备份等。会设置 `$CANDIDATE_URL`（在服务器上访问新容器的地址）、`$RELEASE` 和 `$APP`。脚本失败时，旧版本继续提供服务。'),
    'after-deploy': (0,messages_text/* text */.Qq)('Shell script that bash runs on the server as root once everything is verified, with the same variables. If it fails, the run is red and nothing is undone.', '全部验证通过后，由 bash 以 root 身份在服务器上运行的脚本，变量同上。脚本失败时，本次运行标记为失败，但不撤销任何修改。'),
    'hook-timeout': (0,messages_text/* text */.Qq)('Seconds that `before-switch` and `after-deploy` may each take; 1 to 86400.', '`before-switch` 和 `after-deploy` 各自允许的最长秒数；1 到 86400。'),
    provision: (0,messages_text/* text */.Qq)('Install docker and nginx on the server where they are missing: `true` or `false`.', '服务器缺少 docker 和 nginx 时是否安装：`true` 或 `false`。'),
    domain: (0,messages_text/* text */.Qq)('Host name of the API, such as `api.example.com`. Needed by every command but `rollback` and `status`.', 'API 的域名，例如 `api.example.com`。除 `rollback` 和 `status` 外，所有命令必填。'),
    'https-port': (0,messages_text/* text */.Qq)('Port on which nginx serves https.', 'nginx 提供 https 的端口。'),
    'static-site': (0,messages_text/* text */.Qq)('A folder with a built front end (an admin site) to serve on port 443; 80 redirects there. It has index.html at its top; files whose names begin with a dot are not published.', '构建好的前端（管理后台）所在的文件夹，在 443 端口提供；80 端口跳转到它。其顶层须有 index.html；以点开头的文件不会发布。'),
    'static-site-path': (0,messages_text/* text */.Qq)('Path under which `static-site` is served; `/` redirects there. Default: `/admin/`. The front end must be built for it.', '`static-site` 所在的路径，`/` 会跳转到它。默认：`/admin/`。前端须按该路径构建。'),
    'static-site-fallback': (0,messages_text/* text */.Qq)('Answer paths of `static-site` that name no file with its index.html, for routes of a single-page application: `true` or `false`. Default: `true`.', '对 `static-site` 中不存在的路径返回其 index.html（单页应用的路由）：`true` 或 `false`。默认：`true`。'),
    'max-body-size': (0,messages_text/* text */.Qq)('Largest request body, in the notation of nginx, such as `20m`; 0 for no limit.', '请求体的最大大小，采用 nginx 的写法，例如 `20m`；0 表示不限制。'),
    'nginx-snippet': (0,messages_text/* text */.Qq)("Additional nginx directives for the API's server block. `nginx -t` checks them before they go live.", 'API 的 server 块中的其他 nginx 指令。上线前先用 `nginx -t` 检查。'),
    ...certificateInputTexts,
    'tencent-secret-id': (0,messages_text/* text */.Qq)('SecretId of an API key of Tencent Cloud (`AKID...`). With it and `tencent-secret-key`, the action can bind the domain and open the cloud firewall. Take it from a secret.', '腾讯云 API 密钥的 SecretId（`AKID...`）。与 `tencent-secret-key` 一起给出后，本 Action 可绑定域名并放通云防火墙。请取自 secret。'),
    'tencent-secret-key': (0,messages_text/* text */.Qq)('SecretKey of that API key. Take it from a secret.', '该 API 密钥的 SecretKey。请取自 secret。'),
    'tencent-session-token': (0,messages_text/* text */.Qq)('Token of temporary credentials, next to their SecretId and SecretKey. Take it from a secret.', '临时凭证的 Token，与其 SecretId 和 SecretKey 一起使用。请取自 secret。'),
    'tencent-role-arn': (0,messages_text/* text */.Qq)('Instead of a key: RoleArn of the CAM role to assume by GitHub OIDC, such as `qcs::cam::uin/100000000001:roleName/deploy`. Needs `tencent-oidc-provider` and `permissions: id-token: write`.', '不用密钥时：通过 GitHub OIDC 扮演的 CAM 角色的 RoleArn，例如 `qcs::cam::uin/100000000001:roleName/deploy`。需要 `tencent-oidc-provider` 和 `permissions: id-token: write`。'),
    'tencent-oidc-provider': (0,messages_text/* text */.Qq)("Name of GitHub's identity provider in CAM, such as `github`. Needs `tencent-role-arn`.", 'GitHub 身份提供商在 CAM 中的名称，例如 `github`。需要 `tencent-role-arn`。'),
    'tencent-region': (0,messages_text/* text */.Qq)('Region of the server at Tencent Cloud, such as `ap-guangzhou`. Default: found by the API.', '服务器所在的腾讯云地域，例如 `ap-guangzhou`。默认：通过 API 查找。'),
    'instance-id': (0,messages_text/* text */.Qq)('Instance ID of the server at Tencent Cloud: `lhins-...` (Lighthouse) or `ins-...` (CVM). Default: found by the public IP address.', '服务器的腾讯云实例 ID：`lhins-...`（轻量应用服务器）或 `ins-...`（CVM）。默认：按公网 IP 地址查找。'),
    'tencent-endpoint': (0,messages_text/* text */.Qq)("Suffix of the host names of Tencent Cloud's API. Default: `tencentcloudapi.com`; the international site has `intl.tencentcloudapi.com`.", '腾讯云 API 主机名的后缀。默认：`tencentcloudapi.com`；国际站为 `intl.tencentcloudapi.com`。'),
    dns: (0,messages_text/* text */.Qq)('Create or change the A record of `domain` at DNSPod, so that it resolves to the server: `true` or `false`. Default: `true` with Tencent Cloud credentials.', '在 DNSPod 创建或修改 `domain` 的 A 记录，使其解析到该服务器：`true` 或 `false`。默认：给出腾讯云凭证时为 `true`。'),
    'dns-overwrite': (0,messages_text/* text */.Qq)('Current values of DNS records that the action may replace although it did not create them, one a line or separated by commas: IPv4 addresses, host names of CNAME records, or URLs of explicit and implicit URL records. Default: none.', '允许替换的、并非由本 Action 创建的 DNS 记录的当前值，每行一个或用逗号分隔：IPv4 地址、CNAME 记录的主机名，或显性 URL、隐性 URL 记录的网址。默认：无。'),
    firewall: (0,messages_text/* text */.Qq)('Open the https port (80 and 443 as well for `static-site`) in the Lighthouse firewall or security group: `true` or `false`. Default: `true` with Tencent Cloud credentials.', '在轻量应用服务器防火墙或安全组中放通 https 端口（有 `static-site` 时还包括 80 和 443）：`true` 或 `false`。默认：给出腾讯云凭证时为 `true`。'),
    'ssh-from-runner': (0,messages_text/* text */.Qq)('Open the SSH port in the cloud firewall for the time of the run, for the runner alone: `false`, the public IPv4 address that the runner connects from, or `true` to let Tencent Cloud find that address (CVM only). Default: `false`.', '在运行期间，仅对运行器在云防火墙中放通 SSH 端口：`false`、运行器连接时所用的公网 IPv4 地址，或 `true`（由腾讯云识别该地址，仅限 CVM）。默认：`false`。'),
    'public-ip': (0,messages_text/* text */.Qq)("Public IP address that the domain must point at. Default: read from the metadata service of the server's cloud.", '域名必须指向的公网 IP 地址。默认：向服务器所在的云查询。'),
    'health-path': (0,messages_text/* text */.Qq)("Health check path. Default: from the jar's configuration; the actuator's health if it has one.", '健康检查路径。默认：取自 jar 的配置，有 actuator 时用其 health。'),
    'health-status': (0,messages_text/* text */.Qq)('Statuses that count as healthy, such as `200`, `200-299` or `200,204`. Default: `200` with an actuator, else anything below 500.', '视为健康检查通过的状态码，例如 `200`、`200-299` 或 `200,204`。默认：有 actuator 时为 `200`，否则为 500 以下的任意值。'),
    'health-timeout': (0,messages_text/* text */.Qq)('Seconds that the application may take to become healthy; ended early when its container exits, or when it gives an answer that will not change (404, 401).', '等待应用健康检查通过的最长秒数；容器退出，或响应不会再变（404、401）时提前结束。'),
    'outside-check': (0,messages_text/* text */.Qq)('What happens when the site cannot be verified from the runner: `require` ends the run as failed, `warn` only warns. Use `warn` where the site is open to some addresses only. What fails on the server itself ends the run as failed in either case.', '从运行器无法验证站点时的处理：`require` 使运行失败，`warn` 仅警告。站点只对部分地址开放时请用 `warn`。服务器自身的检查失败时，运行始终失败。'),
    'wechat-check': (0,messages_text/* text */.Qq)("What happens when a rule of WeChat's for servers is broken: `warn`, `require` (the run fails) or `off`.", '不符合微信对服务器的要求时的处理：`warn`（警告）、`require`（运行失败）或 `off`（不检查）。'),
    'icp-check': (0,messages_text/* text */.Qq)('What happens when access is seen to be blocked because the domain has no ICP filing: `warn`, `require` (the run fails) or `off`. A result that is not certain never fails a run.', '发现域名因未备案而被拦截时的处理：`warn`（警告）、`require`（运行失败）或 `off`（不检查）。结果不确定时不会使运行失败。'),
    'artifact-name': (0,messages_text/* text */.Qq)('Name of the artifact with what was rendered and the record of the run; `<app>` stands for the application. Default: `deployment-<app>`, and `<command>-<app>` for other commands than `deploy`. Empty: no artifact.', '包含所生成文件和运行记录的制品名称；`<app>` 代表应用名。默认：`deployment-<app>`；`deploy` 以外的命令为 `<command>-<app>`。留空：不上传制品。'),
};


/***/ }),

/***/ 14518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ isDead),
/* harmony export */   p: () => (/* binding */ tencentMirror)
/* harmony export */ });
/** Docker Hub's mirror inside Tencent's network; from elsewhere it does not answer. */
const tencentMirror = 'https://mirror.ccs.tencentyun.com';
/** From how many seconds on a mirror is worth a word. */
const slowSeconds = 5;
/** Whether a mirror kept Docker waiting, or is not there. */
function isDead({ state, seconds }) {
    return state === 'silent' || state === 'unreachable' || (seconds ?? 0) >= slowSeconds;
}


/***/ }),

/***/ 91520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ verbatim),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   eo: () => (/* binding */ languages),
/* harmony export */   fj: () => (/* binding */ join),
/* harmony export */   kb: () => (/* binding */ dayOf)
/* harmony export */ });
/** The languages in which the action speaks; the values of the input `language`, the first one being its default. */
const languages = ['en', 'zh'];
/** Makes a text from its English and its Chinese wording. */
function text(en, zh) {
    return { en, zh };
}
/** A text that is the same in every language: a path, a command, output of a program. */
function verbatim(words) {
    return { en: words, zh: words };
}
/** Joins texts, language by language, with `separator` between them. */
function join(texts, separator) {
    return text(texts.map((t) => t.en).join(separator), texts.map((t) => t.zh).join(separator));
}
/** Texts as one, a line each. */
function lines(...parts) {
    return join(parts, '\n');
}
/** A day as every language writes it here, in UTC: `2027-02-25`. */
function dayOf(date) {
    return date.toISOString().slice(0, 10);
}


/***/ }),

/***/ 87735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IS: () => (/* binding */ moveBeside),
/* harmony export */   N0: () => (/* binding */ waysToKeep),
/* harmony export */   TV: () => (/* binding */ shownLines),
/* harmony export */   fh: () => (/* binding */ keepDatabase)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** How files that a container holds are kept, or let go. */
function waysToKeep(p) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)(...(p.carry
        ? [
            (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Set `container-files: carry`: this run copies them, with their owners, into a folder that stays mounted.', '设置 `container-files: carry`：本次运行会将其连同属主复制到此后一直挂载的文件夹。'),
        ]
        : []), ...(p.database
        ? [
            (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`A database is among them: stop the container before you copy it or run again (\`docker stop ${p.container}\`; the site is down until that run finishes).`, `其中有数据库文件：复制或重新运行之前请先停止容器（\`docker stop ${p.container}\`；该次运行完成前服务不可用）。`),
        ]
        : []), ...(p.copies === ''
        ? []
        : [
            (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${p.carry ? 'Or copy' : 'Copy'} them on the server:\n${p.copies}`, `${p.carry ? '或在' : '请在'}服务器上复制：\n${p.copies}`),
        ]), ...(p.volumes === ''
        ? []
        : [(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Then mount the copies and run again:\n${p.volumes}`, `然后挂载副本并重新运行：\n${p.volumes}`)]), ...(p.beside === '' ? [] : [moveBeside(p.beside, p.mounted)]), p.volumes === '' && p.copies !== ''
        ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Once they are copied, or if none of them is needed: `container-files: discard`.', '复制之后，或都不需要时：`container-files: discard`。')
        : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('If none of them is needed: `container-files: discard`.', '若都不需要：`container-files: discard`。'));
}
/** How a database in a file is kept. */
function keepDatabase(p) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)(...(p.volumes === '' ? [] : [(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Mount its folder:\n${p.volumes}`, `请挂载其文件夹：\n${p.volumes}`)]), (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${p.volumes === '' ? 'Store' : 'Or store'} it in a mounted folder, by this setting (append your own parameters of the URL):\n  ${p.variable}`, `${p.volumes === '' ? '请' : '或'}通过以下设置将其保存到已挂载的文件夹（URL 中原有的参数请自行补上）：\n  ${p.variable}`), (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('If the data may be lost with every deploy: `container-files: discard`.', '若数据可以随每次部署丢失：`container-files: discard`。'));
}
/** What is to be done about files in a folder that cannot be mounted. */
function moveBeside(files, mounted) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The image has files of its own next to ${files}, so that folder cannot be mounted. Set the property or variable that tells the application where to write to a mounted folder, such as ${mounted}. Files that are copied there are recognised.`, `镜像在 ${files} 旁边有自己的文件，因此该文件夹不能挂载。请将应用写入位置的配置项或环境变量设为已挂载的文件夹，例如 ${mounted}；复制到那里的文件会被识别。`);
}
/** One line as code, several as lines of their own. */
function shownLines(lines) {
    return lines.includes('\n') ? `\n${lines.replace(/^/gm, '  ')}` : `\`${lines}\``;
}


/***/ }),

/***/ 7351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ endOfLua)
/* harmony export */ });
/**
 * Index after the `}` that closes the block of Lua whose `{` stands at `at`; undefined where none does. Braces count but in
 * strings, long brackets and comments (lua-nginx-module, ngx_http_lua_lex).
 */
function endOfLua(text, at) {
    let depth = 0;
    for (let i = at; i < text.length;) {
        const rest = text.slice(i, i + 2);
        const sign = rest[0];
        const long = longBracket(text, rest === '--' ? i + 2 : i);
        if (long !== undefined) {
            const end = text.indexOf(long.close, long.open);
            if (end < 0)
                return undefined;
            i = end + long.close.length;
        }
        else if (rest === '--') {
            const end = text.indexOf('\n', i);
            if (end < 0)
                return undefined;
            i = end + 1;
        }
        else if (sign === '"' || sign === "'") {
            const end = endOfString(text, i, sign);
            if (end === undefined)
                return undefined;
            i = end;
        }
        else {
            if (sign === '{')
                depth += 1;
            if (sign === '}')
                depth -= 1;
            i += 1;
            if (depth === 0)
                return i;
        }
    }
    return undefined;
}
/** `[[`, `[==[`: what closes it, and where its text begins. */
function longBracket(text, at) {
    if (text[at] !== '[')
        return undefined;
    let open = at + 1;
    while (text[open] === '=')
        open += 1;
    return text[open] === '[' ? { close: `]${'='.repeat(open - at - 1)}]`, open: open + 1 } : undefined;
}
function endOfString(text, at, quote) {
    for (let i = at + 1; i < text.length; i++) {
        if (text[i] === '\\')
            i += 1;
        else if (text[i] === quote)
            return i + 1;
    }
    return undefined;
}


/***/ }),

/***/ 498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parseNginx)
/* harmony export */ });
/* harmony import */ var _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15101);
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9343);


/** Closed blocks that an error names: more of them are hardly the cause. */
const closedBlocks = 5;
/** Blocks in each other, more than anybody has. */
const deepest = 200;
/**
 * Parses configuration text as nginx does (ngx_conf_parse, ngx_conf_read_token). A block of another language is a directive
 * without a block: what is in it is none of nginx's. Throws `NginxSyntaxError`.
 */
function parseNginx(text, file, foreign = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .luaAlone */ .W)(text)) {
    const tokens = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenize */ .q)(text, file, foreign);
    const open = [];
    const closed = [];
    let last;
    const next = () => {
        for (;;) {
            const { value, done } = tokens.next();
            if (done === true)
                return undefined;
            if (value.kind === 'comment')
                continue;
            last = value;
            return value;
        }
    };
    /** The directives up to the `}` that closes their block, or the end of the file; and where that sign ends. */
    const directives = (depth) => {
        const found = [];
        for (;;) {
            const first = next();
            if (first === undefined && depth === 0)
                return { block: found, end: text.length };
            if (first === undefined) {
                throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A('syntax', file, last?.line ?? 1, 'end of file', text.length);
            }
            if (first.kind === '}' && depth === 0)
                throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A('closes', file, first.line, '}', first.start);
            if (first.kind === '}')
                return { block: found, end: first.end };
            if (first.kind !== 'word')
                throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A('syntax', file, first.line, first.text, first.start);
            found.push(directive(first, depth));
        }
    };
    const directive = (first, depth) => {
        const args = [];
        for (;;) {
            const token = next();
            if (token === undefined)
                throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A('syntax', file, first.line, first.text, text.length);
            const head = { name: first.text, args, file, line: first.line, start: first.start };
            if (token.kind === ';')
                return { ...head, end: token.end };
            if (token.kind === 'foreign') {
                closed.push({ name: first.text, at: token.start });
                return { ...head, end: token.end };
            }
            if (token.kind === '{') {
                if (depth === deepest)
                    throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A('syntax', file, token.line, '{', token.start);
                open.push({ name: first.text, at: token.start });
                const inside = directives(depth + 1);
                closed.push(...open.splice(-1));
                return { ...head, ...inside };
            }
            if (token.kind === '}')
                throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A('syntax', file, token.line, '}', token.start);
            args.push(token.text);
        }
    };
    try {
        return directives(0).block;
    }
    catch (error) {
        if (error instanceof _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A) {
            error.blocks.push(...open, ...closed.slice(-closedBlocks).toReversed());
        }
        throw error;
    }
}


/***/ }),

/***/ 17964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseSnippet)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(498);
/* harmony import */ var _syntax_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15101);



/**
 * Directives for the inside of a server block. Read as nginx reads them, so that they can neither close the block nor
 * swallow what follows; whether nginx knows them is its own test's matter. What answers every request by itself is
 * refused: nothing would reach the application. Line ends become `\n`.
 * Throws `INPUT_SNIPPET_CLOSES`, `INPUT_SNIPPET_SYNTAX`, `INPUT_SNIPPET_ANSWERS`.
 */
function parseSnippet(value) {
    const snippet = value.replaceAll('\r\n', '\n').trim();
    try {
        const lua = allOf((0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseNginx */ .S)(snippet, 'nginx-snippet')).find(({ name }) => name.endsWith('_by_lua_block'));
        if (lua)
            throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_2__/* .NginxSyntaxError */ .A('syntax', lua.file, lua.line, lua.name);
        const directives = (0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseNginx */ .S)(snippet, 'nginx-snippet');
        // After it nginx runs no further rewriting directive of the block.
        const end = directives.findIndex(({ name }) => name === 'break');
        const answering = directives.find((one, at) => answersAll(one) && (end < 0 || at < end || !rewriting(one)));
        if (answering)
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_SNIPPET_ANSWERS', { line: answering.line, directive: answering.name });
        return snippet;
    }
    catch (error) {
        if (!(error instanceof _syntax_error_js__WEBPACK_IMPORTED_MODULE_2__/* .NginxSyntaxError */ .A))
            throw error;
        const { line, near, kind } = error;
        throw kind === 'closes'
            ? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_SNIPPET_CLOSES', { line })
            : (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_SNIPPET_SYNTAX', { line, near: /^\w*$|^.$/.test(near) ? near : `${near[0]}…` });
    }
}
/** Whether a directive of the server block answers, or sends elsewhere, whatever is asked for. */
function answersAll({ name, args }) {
    if (name === 'return')
        return true;
    if (name === 'ssl_verify_client')
        return args[0] === 'on';
    if (name !== 'rewrite')
        return false;
    try {
        // A path that no application has.
        return new RegExp(args[0] ?? '').test('/deploy-proof/0123456789abcdef');
    }
    catch {
        // PCRE knows more than a RegExp does.
        return false;
    }
}
function rewriting({ name }) {
    return name === 'return' || name === 'rewrite';
}
function allOf(directives) {
    return directives.flatMap((directive) => [directive, ...allOf(directive.block ?? [])]);
}


/***/ }),

/***/ 15101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ NginxSyntaxError)
/* harmony export */ });
/** Text that nginx itself would not read either, or only with a module that has a syntax of its own. */
class NginxSyntaxError extends Error {
    file;
    line;
    /** `closes`: a `}` without its `{`; `syntax`: anything else. */
    kind;
    /** The word at which it was noticed. */
    near;
    /** Where it was noticed: an index into the text. */
    at;
    /**
     * Blocks that may be of another language, as `parseNginx` notes them: open ones from outside in, then closed ones,
     * latest first.
     */
    blocks = [];
    constructor(kind, file, line, near, at = 0) {
        super(`${file}:${line}: ${kind === 'closes' ? 'unexpected "}"' : `not nginx configuration near "${near}"`}`);
        this.name = 'NginxSyntaxError';
        this.kind = kind;
        this.file = file;
        this.line = line;
        this.near = near;
        this.at = at;
    }
}


/***/ }),

/***/ 9343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ luaAlone),
/* harmony export */   q: () => (/* binding */ tokenize)
/* harmony export */ });
/* harmony import */ var _lua_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7351);
/* harmony import */ var _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15101);


/** Blocks of Lua are of another language, no others. */
function luaAlone(text) {
    return (name, at) => (name.endsWith('_by_lua_block') ? ((0,_lua_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfLua */ .D)(text, at) ?? 'endless') : undefined);
}
/**
 * The words and signs of a configuration's text as nginx reads them (ngx_conf_read_token), its comments too. Throws
 * `NginxSyntaxError`.
 */
function* tokenize(text, file, foreign = luaAlone(text)) {
    let line = 1;
    let at = 0;
    /** The first word of the directive that is being read. */
    let name;
    while (at < text.length) {
        const sign = text[at] ?? '';
        if (sign === '\0')
            throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A('syntax', file, line, 'NUL', at);
        if (sign === '\n')
            line += 1;
        const end = sign === '{' && name !== undefined ? foreign(name, at) : undefined;
        if (/[ \t\r\n]/.test(sign))
            at += 1;
        else if (sign === '#') {
            const after = endOfLine(text, at);
            yield { kind: 'comment', text: text.slice(at, after), line, start: at, end: after };
            at = after;
        }
        else if (end !== undefined) {
            if (end === 'endless')
                throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A('syntax', file, line, name ?? '', at);
            yield { kind: 'foreign', text: text.slice(at, end), line, start: at, end };
            line += text.slice(at, end).split('\n').length - 1;
            at = end;
            name = undefined;
        }
        else if (sign === ';' || sign === '{' || sign === '}') {
            yield { kind: sign, text: sign, line, start: at, end: at + 1 };
            at += 1;
            name = undefined;
        }
        else {
            const quoted = sign === '"' || sign === "'";
            const after = quoted ? endOfQuoted(text, at) : endOfBare(text, at);
            const raw = text.slice(at, after);
            // After a quote nginx wants a blank or a sign; `)` is let pass for `if ($x = "y")`.
            const cut = quoted && (after > text.length || !/^([ \t\r\n;{)]|$)/.test(text.slice(after, after + 1)));
            if (cut || raw.includes('\0'))
                throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A('syntax', file, line, raw.slice(0, 40), at);
            const word = quoted ? raw.slice(1, -1) : raw;
            const resolved = resolveEscapes(word);
            name ??= resolved;
            yield { kind: 'word', text: resolved, line, start: at, end: after };
            line += raw.split('\n').length - 1;
            at = after;
        }
    }
}
function endOfLine(text, at) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
}
/** Index after the closing quote; beyond the text's end where there is none. */
function endOfQuoted(text, at) {
    for (let i = at + 1; i < text.length; i++) {
        if (text[i] === '\\')
            i += 1;
        else if (text[i] === text[at])
            return i + 1;
    }
    return text.length + 1;
}
/** A bare word ends at a blank, `;` or a `{` that does not follow `$`; quotes and `}` within are themselves. */
function endOfBare(text, at) {
    let variable = false;
    for (let i = at; i < text.length; i++) {
        const sign = text[i] ?? '';
        if (sign === '{' && variable)
            continue;
        if (/[ \t\r\n;{]/.test(sign))
            return i;
        variable = sign === '$';
        if (sign === '\\')
            i += 1;
    }
    return text.length;
}
/** Takes escapes away as nginx does; a backslash before any other sign stays. */
function resolveEscapes(word) {
    const controls = { t: '\t', r: '\r', n: '\n' };
    return word.replace(/\\(["'\\trn])/g, (_, sign) => controls[sign] ?? sign);
}


/***/ }),

/***/ 65445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ isKeyLabel),
/* harmony export */   I6: () => (/* binding */ writePem),
/* harmony export */   Je: () => (/* binding */ readPem)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _pasted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82114);


/**
 * The one reader of inputs in PEM (RFC 7468), however they were pasted: text around the blocks, CRLF, indentation, a byte
 * order mark, line ends spelled out (`\n`) or lost, all on one line, in quotes of JSON or of a shell, dashes that a word
 * processor joined, the whole in base64; base64 of a block alone, its lines BEGIN and END lost.
 */
function readPem(pasted) {
    const text = withFrames((0,_pasted_js__WEBPACK_IMPORTED_MODULE_1__/* .unfold */ .t)(pasted));
    const found = text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----((?:(?!-----)[\s\S])*)-----END \1-----/g);
    const blocks = [...found].map(([, label = '', body = '']) => ({ label, ...readBody(body) }));
    const labels = (word) => [...text.matchAll(new RegExp(`-----${word} ([A-Z0-9 ]+)-----`, 'g'))].map(([, label = '']) => label);
    const begun = labels('BEGIN');
    const ended = labels('END');
    const bare = begun.length + ended.length === 0 ? bareBlock(text) : undefined;
    return bare === undefined
        ? { blocks, begun, ended, text }
        : { blocks: [bare], begun: [bare.label], ended: [bare.label], text };
}
/** A block as programs write it: LF line ends, 64 characters a line (OpenSSH: 70). */
function writePem({ label, headers, base64 }) {
    const lines = base64.match(label.startsWith('OPENSSH') ? /.{1,70}/g : /.{1,64}/g) ?? [];
    const head = headers.length === 0 ? [] : [...headers, ''];
    return [`-----BEGIN ${label}-----`, ...head, ...lines, `-----END ${label}-----`, ''].join('\n');
}
/** True for the label of a private key in any of its forms. */
function isKeyLabel(label) {
    return label.endsWith('PRIVATE KEY');
}
/** White space and a word of a label, also with a line end in between, as it is or spelled out. */
const space = String.raw `(?:\s|\\+[rnt])`;
const frame = new RegExp(String.raw `[-\u2010-\u2015\u2212\uff0d]{2,}${space}*(BEGIN|END)${space}+([A-Z0-9](?:${space}*[A-Z0-9])*)${space}*[-\u2010-\u2015\u2212\uff0d]{2,5}`, 'g');
/** The text with its lines BEGIN and END as they should be, whatever became of their dashes and spaces. */
function withFrames(text) {
    return text.replace(frame, (_, word, label) => {
        const words = label.replaceAll(new RegExp(`${space}+`, 'g'), ' ');
        return `-----${word} ${words}-----`;
    });
}
/** Headers of an encrypted key; the length of the vector follows from its cipher, where nothing else ends it. */
const procType = /Proc-Type: *4, *ENCRYPTED/;
const dekInfo = /DEK-Info: *((?:AES-\d+-[A-Z]+), *[0-9A-Fa-f]{32}|(?:DES-[A-Z0-9-]*[A-Z0-9]), *[0-9A-Fa-f]{16})/;
function readBody(body) {
    const text = body
        .replace(/\\+u([0-9A-Fa-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
        .replace(/\\+[rnt]/g, '\n');
    const vector = dekInfo.exec(text)?.[1];
    const headers = [
        ...(procType.test(text) ? ['Proc-Type: 4,ENCRYPTED'] : []),
        ...(vector === undefined ? [] : [`DEK-Info: ${vector.replaceAll(' ', '')}`]),
    ];
    const rest = text
        .replace(procType, '\n')
        .replace(dekInfo, '\n')
        .split('\n')
        .filter((line) => !line.includes(':'))
        .join('\n')
        .replace(/[\s\\"',>]/g, '');
    return { headers, base64: withoutLoneN(rest) };
}
/** Without the `n` that is left of each `\n` where a shell took the backslash: after every line of one length. */
function withoutLoneN(base64) {
    for (const length of [64, 70, 76]) {
        if (new RegExp(`^n+(?:[A-Za-z0-9+/=]{${length}}n)*(?:[A-Za-z0-9+/]{1,${length}}={0,2}n)?$`).test(base64)) {
            // Each line as long as can be, so that an `n` of its own at its end stays.
            return base64.replace(/^n+/, '').replaceAll(new RegExp(`(.{1,${length}})n`, 'g'), '$1');
        }
    }
    return base64;
}
/** The block that base64 without a frame is of: the one that can be read. */
function bareBlock(text) {
    const bytes = (0,_pasted_js__WEBPACK_IMPORTED_MODULE_1__/* .fromBase64 */ .E)(text);
    if (bytes === undefined)
        return undefined;
    const base64 = bytes.toString('base64');
    if (bytes.toString('latin1').startsWith('openssh-key-v1\0')) {
        return { label: 'OPENSSH PRIVATE KEY', headers: [], base64 };
    }
    const labels = ['CERTIFICATE', 'PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY'];
    return labels.map((label) => ({ label, headers: [], base64 })).find(isReadable);
}
function isReadable(block) {
    try {
        const pem = writePem(block);
        return block.label === 'CERTIFICATE'
            ? new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(pem).raw.length > 0
            : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(pem).type === 'private';
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 82114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ fromBase64),
/* harmony export */   t: () => (/* binding */ unfold)
/* harmony export */ });
/**
 * What was pasted, as a person would have typed it: without byte order mark and invisible characters, with spaces and
 * line ends of one kind. Of a secret that was kept in base64, what it holds.
 */
function unfold(pasted) {
    return isWhole(pasted) ? tidy(pasted) : decoded(tidy(pasted), 2);
}
/** Characters that take no place where they are pasted: byte order mark, zero width, soft hyphen, direction. */
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\0]/g;
function tidy(pasted) {
    return pasted
        .replace(/[\u2028\u2029\u0085]|\r\n?/g, '\n')
        .replace(invisible, '')
        .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ');
}
/** Whether it holds a block of PEM, in whatever dashes. */
function isWhole(text) {
    return /[-\u2010-\u2015\u2212\uff0d]{2}\s*BEGIN/.test(text);
}
/** `text`, or what its base64 holds where that is text with a frame of PEM; `times`: encoded more than once. */
function decoded(text, times) {
    const packed = text
        .replace(/\\+[rn]|["'\s]/g, '')
        .replaceAll('-', '+')
        .replaceAll('_', '/');
    if (times === 0 || packed === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed))
        return text;
    const bytes = Buffer.from(packed, 'base64');
    // Windows encodes text in two bytes a character.
    const inside = tidy(bytes.includes(0) ? bytes.toString('utf16le') : bytes.toString('utf8'));
    if (isWhole(inside))
        return inside;
    const further = decoded(inside, times - 1);
    return isWhole(further) ? further : text;
}
/** The bytes of a text that is nothing but base64, in either alphabet. */
function fromBase64(text) {
    const packed = text
        .replace(/\\+[rn]|["'\s]/g, '')
        .replaceAll('-', '+')
        .replaceAll('_', '/');
    return /^[A-Za-z0-9+/]+={0,2}$/.test(packed) ? Buffer.from(packed, 'base64') : undefined;
}


/***/ }),

/***/ 50776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ addressOf),
/* harmony export */   h: () => (/* binding */ variablesOf)
/* harmony export */ });
/** An address or a path; user, password and query left out. Undefined: it is neither. */
function addressOf(word) {
    const [, base = '', query] = /^([^?]*)(\?.*)?$/s.exec(word) ?? [];
    const plain = base.replace(/^([a-z][a-z0-9+.-]*:\/\/).*@/i, '$1…@');
    const known = /^(\^|~|\/|@|\$|https?:|unix:|wss?:)/i.test(plain) || /^[\w.-]+:\d+$/.test(plain) || manner.test(plain);
    if (!known)
        return undefined;
    return query === undefined || variablesOf(query) === query ? `${plain}${query ?? ''}` : `${plain}?…`;
}
/** Words that say how, not what. */
const manner = /^(=?\d{3}|=|last|break|redirect|permanent|off|default|on|backup|down|resolve|(weight|max_fails|fail_timeout|max_conns)=\w{1,6})$/;
/** A word of variables and signs alone, or one that says nothing of its own; undefined where there is more in it. */
function variablesOf(word) {
    const alone = /^(\$\d|\$[a-z_]\w*|\$\{\w+\}|[\s:,;./&=?()|~^'"[\]-])*$/i.test(word);
    return alone || plainValue.test(word) ? word : undefined;
}
/** Words that are values everywhere. */
const plainValue = /^(default|hostnames|volatile|include|on|off|always|close|upgrade|keep-alive|https?|[01]|no-cache|no-store)$/i;


/***/ }),

/***/ 54142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ shownWord)
/* harmony export */ });
/**
 * A word of a command line for people to read: `--server.port=…`, `-Dspring.redis.url=…`, `-Xmx512m`; `…` for one without
 * a name. What a value holds may be a secret, whatever its name is (`--spring.datasource.url=jdbc:...&password=...`,
 * `-Dspring.redis.url=redis://:pass@host`) (rule *Data from outside*).
 */
function shownWord(word) {
    // Sizes, switches and counters of the JVM hold no secret.
    if (/^-X(m[nsx]|ss)\d+[kmgt]?$/i.test(word) || /^-X[a-z]+$/.test(word))
        return word;
    if (/^-XX:([+-]\w+|\w+=\d+[kmgt]?)$/i.test(word))
        return word;
    const [, named] = /^(--?[A-Za-z][\w.[\]-]*)$/.exec(word) ?? [];
    if (named !== undefined && (named.startsWith('--') || ofLauncher.has(named)))
        return named;
    const agent = /^-(?:javaagent:\/[\w./-]+|agentlib:\w+|agentpath:\/[\w./-]+)(?==|$)/.exec(word)?.[0];
    if (agent !== undefined)
        return agent === word ? word : `${agent}=…`;
    const [, name] = /^(-XX:\w+=)/.exec(word) ?? /^(--?[A-Za-z][\w.[\]-]*[=:])/.exec(word) ?? [];
    if (name !== undefined)
        return `${name}…`;
    return /^-[A-Za-z]/.test(word) ? `${word.slice(0, 2)}…` : '…';
}
/** Options of `java` that are one word; what follows some of them is another word. */
const ofLauncher = new Set('-jar -cp -classpath -server -client -ea -da -esa -dsa -enableassertions -verbose -showversion -noverify'.split(' '));


/***/ }),

/***/ 59805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ hideInComplaint)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50776);

/** What nginx says of a configuration that it refuses. */
const complaint = /\[(emerg|alert|crit|error|warn|notice|info|debug)\]/;
/** Words around a quoted one by which it is a name: of a directive, a variable, a log format. */
const namedBefore = /(unknown directive|duplicate|unknown|unexpected|no|the|server name|log format|zone|upstream|module|user|group) $/;
const namedAfter = /^ (directive|variable|is duplicate|cannot|must|has no)\b/;
/**
 * What nginx says of a configuration, for people to read: names, paths and places are left, of other words that it quotes
 * out of a file nothing is, since they may hold a secret.
 */
function hideInComplaint(said) {
    return said
        .split('\n')
        .map((line) => (complaint.test(line) ? hideQuoted(line) : line))
        .join('\n');
}
function hideQuoted(line) {
    return line.replace(/"([^"]*)"/g, (quoted, word, at) => {
        const named = namedBefore.test(line.slice(0, at)) || namedAfter.test(line.slice(at + quoted.length));
        if (word.length <= 1 || (named && /^[\w.-]+$/.test(word)))
            return quoted;
        if (/^[\w.-]+(:\d+)?$/.test(word) && /host not found in \w+ $/.test(line.slice(0, at)))
            return quoted;
        return /^[/$~^]|^https?:/.test(word) ? `"${(0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .addressOf */ .c)(word) ?? '…'}"` : '"…"';
    });
}


/***/ }),

/***/ 25321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JF: () => (/* binding */ masksOf),
/* harmony export */   aC: () => (/* binding */ valuesIn),
/* harmony export */   pr: () => (/* binding */ shortest)
/* harmony export */ });
/* harmony import */ var _pem_blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65445);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);


/** A shorter value is too likely to be a part of other words: masking it would spoil the log. */
const shortest = 8;
/**
 * The strings by which `values` must not be seen, on the runner's log or in a text of ours: each value, each line of one of
 * several lines, in all forms in which programs write it. Left out is what is shorter than 8 characters, and what anybody
 * may know (`facts`): a variable that holds the domain must not turn the address of the site into `***`.
 */
function masksOf(values, facts) {
    const found = new Set();
    for (const value of values) {
        for (const part of [value, value.trim(), ...value.split('\n').map((line) => line.trim())]) {
            // The frame of a PEM is no secret, and masking it would hide which kind of key a text speaks of.
            if (part.length < shortest || /^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(part))
                continue;
            if (facts.some((fact) => fact.includes(part.trim())))
                continue;
            for (const form of formsOf(part))
                found.add(form);
        }
    }
    return [...found];
}
/**
 * A secret, and the private keys in it as programs write them: their lines are others where they were pasted in one or in
 * base64.
 */
function valuesIn(secret) {
    const value = secret.reveal();
    const keys = (0,_pem_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .readPem */ .Je)(value).blocks.filter(({ label }) => (0,_pem_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .isKeyLabel */ .AU)(label));
    return [value, ...keys.flatMap((key) => [(0,_pem_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .writePem */ .I6)(key), key.base64])];
}
/** A value as it is, in base64 (both alphabets), in a URL, in JSON, in a form, between a shell's single quotes. */
function formsOf(value) {
    const bytes = Buffer.from(value);
    const inUrl = encodeURIComponent(value.toWellFormed());
    const lower = inUrl.replace(/%[0-9A-F]{2}/g, (sign) => sign.toLowerCase());
    const inJson = JSON.stringify(value).slice(1, -1);
    return [
        value,
        bytes.toString('base64'),
        bytes.toString('base64url'),
        inUrl,
        lower,
        new URLSearchParams({ '': value }).toString().slice(1),
        inJson,
        // Some writers of JSON escape the slash as well.
        inJson.replaceAll('/', '\\/'),
        value.includes('\0') ? value : (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(value).replace(/^'(.*)'$/s, '$1'),
    ];
}


/***/ }),

/***/ 24559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redact)
/* harmony export */ });
/** `text` with every one of `secrets` replaced by `***`; longer ones first, so that no part of one is left. */
function redact(text, secrets) {
    return secrets
        .filter((secret) => secret.length > 0)
        .toSorted((a, b) => b.length - a.length)
        .reduce((redacted, secret) => redacted.replaceAll(secret, '***'), text);
}


/***/ }),

/***/ 3682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** A value that must not be printed: it shows as `***` unless somebody asks for it by `reveal()`. */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    /** The value itself. Only for stdin and SFTP, never for argv or a log. */
    reveal() {
        return this.#value;
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return '***';
    }
}


/***/ }),

/***/ 51361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ openSecrets)
/* harmony export */ });
/* harmony import */ var _masks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25321);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24559);


/** The secrets of a run that begins; `hide` has the runner's log hide a string from then on. */
function openSecrets(hide) {
    const known = new Set();
    const facts = [];
    const addAll = (masks) => {
        for (const mask of masks) {
            if (known.has(mask))
                continue;
            known.add(mask);
            hide(mask);
        }
    };
    return {
        masks: () => [...known],
        include: (masks, ofInputs) => {
            facts.push(...ofInputs);
            addAll(masks);
        },
        add: (secret) => addAll((0,_masks_js__WEBPACK_IMPORTED_MODULE_0__/* .masksOf */ .JF)((0,_masks_js__WEBPACK_IMPORTED_MODULE_0__/* .valuesIn */ .aC)(secret), facts)),
        redact: (text) => (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E)(text, [...known]),
    };
}


/***/ }),

/***/ 22144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   vG: () => (/* binding */ drawn),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/**
 * Words as Markdown that shows them as they are: names and paths from outside make no link, no picture, no HTML, no heading
 * and no formula. Code spans of one line stay; a backtick without its partner is a backtick.
 */
function plain(words) {
    return words
        .split(/\r\n|\r|\n/)
        .map(plainLine)
        .join('\n');
}
function plainLine(line) {
    // Text, a code span, its backticks, text …
    const parts = line.split(/((?<!`)(`+)(?!`)(?:.*?[^`])?\2(?!`))/);
    const words = parts.map((part, at) => (at % 3 === 0 ? escaped(part) : at % 3 === 1 ? part : '')).join('');
    return words.replace(/^(\s*)(?=#{1,6}(\s|$)|>|\||~~~|=+\s*$|-+\s*$)(?=.)/, '$1\\');
}
/** What is no code span. */
function escaped(words) {
    return words
        .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
        .replace(/[`[\]$]/g, '\\$&')
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\*/gu, '\\$&')
        .replaceAll('<', '&lt;');
}
/** Words as a cell of a table. */
function cell(words) {
    return plain(words).replaceAll('|', '\\|').replaceAll('\n', ' ');
}
/** A code block whose fence is longer than any in the text. */
function fenced(code, language = '') {
    const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${code}\n${fence}`;
}
/** What folds under a heading. */
function details(heading, body) {
    return `<details><summary>${heading.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/\s+/g, ' ')}</summary>\n\n${body}\n\n</details>`;
}
/** A label of a Mermaid drawing. */
function drawn(words) {
    return `"${words.replace(/[#"<>&`;]/g, (sign) => `#${sign.codePointAt(0)};`).replace(/\s+/g, ' ')}"`;
}


/***/ }),

/***/ 95129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ inputsFrom)
/* harmony export */ });
/**
 * The inputs in an environment, as the runner passes them: `INPUT_` and the name in upper case, hyphens kept
 * (actions/toolkit, core.getInput). Values are as they came; each parser trims what it may.
 */
function inputsFrom(environment) {
    const inputs = new Map();
    for (const [name, value] of Object.entries(environment)) {
        if (/^INPUT_./i.test(name) && value !== undefined)
            inputs.set(name.slice('INPUT_'.length).toLowerCase(), value);
    }
    return inputs;
}


/***/ }),

/***/ 56617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ maskWarnings),
  S: () => (/* binding */ masks_masks)
});

// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/redaction/masks.js
var masks = __webpack_require__(25321);
// EXTERNAL MODULE: ./.build/lib/values/docker-options.js + 2 modules
var docker_options = __webpack_require__(85926);
// EXTERNAL MODULE: ./.build/lib/values/java-options.js
var java_options = __webpack_require__(44582);
;// CONCATENATED MODULE: ./.build/lib/settings/folder-values.js
/** Folders of a server that paths begin with. */
const ofServers = /^\/(?:apps?|data\d*|docker|export|files?|home|logs?|media|mnt|opt|srv|uploads?|usr|var|www)(?=\/|$)/;
/** Names of variables whose values are folders. */
const named = /(?:path|dir|directory|folder|location|files|uploads?|storage)$/i;
/** Names of variables whose values are none, whatever they look like. */
const secret = /pass|pwd|secret|token|credential|key/i;
/** A path of words; whatever could be a token is none. */
const ofWords = /^(?:\.{0,2}\/)?[a-z][a-z._-]{0,30}\d{0,4}(?:\/[a-z][a-z._-]{0,30}\d{0,4})*\/?$/i;
/**
 * Whether the value of a variable is a folder. What an application writes there is named in messages, with commands that
 * copy it: masked, they could not be carried out.
 */
function isFolderValue(name, value) {
    return (!secret.test(name) && value.includes('/') && ofWords.test(value) && (ofServers.test(value) || named.test(name)));
}

// EXTERNAL MODULE: ./.build/lib/settings/public-facts.js
var public_facts = __webpack_require__(88919);
;// CONCATENATED MODULE: ./.build/lib/settings/masks.js






/** Every string of the inputs that must not be seen, but for what anybody may know: a folder is no secret. */
function masks_masks(settings) {
    return (0,masks/* masksOf */.JF)(valuesOf(settings), (0,public_facts/* publicFacts */.F)(settings));
}
/** One warning for each secret that is too short to be masked. */
function maskWarnings(settings) {
    return secretsOf(settings)
        .filter(({ secret }) => secret.reveal() !== '' && secret.reveal().length < masks/* shortest */.pr)
        .map(({ name }) => (0,messages_text/* text */.Qq)(`The value of ${name} is shorter than ${masks/* shortest */.pr} characters and is not masked in the log.`, `${name} 的值短于 ${masks/* shortest */.pr} 个字符，不会在日志中屏蔽。`));
}
function valuesOf(settings) {
    const secrets = secretsOf(settings).flatMap(({ secret }) => (0,masks/* valuesIn */.aC)(secret));
    if (!('container' in settings))
        return secrets;
    const { options, javaOptions } = settings.container;
    return [...secrets, ...(0,docker_options/* valuesToHide */._9)(options), ...(0,java_options/* secretsOfJavaOptions */.b8)(javaOptions ?? '')];
}
function masks_named(name, secret) {
    return secret === undefined ? [] : [{ name, secret }];
}
/** The id of a key is none by itself, but it is half of what a stranger needs. */
function ofAccount(credentials) {
    if (credentials.kind === 'oidc')
        return [];
    return [
        ...masks_named('`tencent-secret-id`', credentials.secretId),
        ...masks_named('`tencent-secret-key`', credentials.secretKey),
        ...masks_named('`tencent-session-token`', credentials.token),
    ];
}
function environmentOf(settings) {
    if ('container' in settings)
        return settings.container.environment;
    return ('environment' in settings ? settings.environment : undefined) ?? [];
}
function secretsOf(settings) {
    if (settings.command === 'verify')
        return [];
    const { server, tencent } = settings;
    const certificate = 'certificate' in settings ? settings.certificate : undefined;
    return [
        ...masks_named('`private-key`', server.privateKey),
        ...(server.jump?.keyInput === 'jump-private-key' ? masks_named('`jump-private-key`', server.jump.privateKey) : []),
        ...masks_named('`passphrase`', server.passphrase),
        ...masks_named('`password`', server.password),
        ...(certificate?.source === 'provided' ? masks_named('`certificate-key`', certificate.key) : []),
        ...(tencent === undefined ? [] : ofAccount(tencent.credentials)),
        ...environmentOf(settings)
            .filter(({ name, value }) => !isFolderValue(name, value.reveal()))
            .map(({ name, value }) => ({ name: `\`env\`: ${name}`, secret: value })),
    ];
}


/***/ }),

/***/ 88919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ publicFacts)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10386);
/* harmony import */ var _values_app_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55508);
/* harmony import */ var _values_cam_role_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22083);
/* harmony import */ var _values_jar_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29866);





/** What cures name, such as the host to set: a variable that is set to it must not hide it there. */
const ofEveryServer = ['localhost', '127.0.0.1', '172.17.0.1', 'host.docker.internal'];
/**
 * What anybody may know of a run, and log and summary must be able to say: addresses, names, ports and paths that its
 * inputs give. The application's name is taken from the jar's path where that has no wildcard in it.
 */
function publicFacts(settings) {
    const { domain, httpsPort } = settings.site;
    const facts = [
        ...(domain === '' ? [] : [`https://${domain}:${httpsPort}`, `https://${domain}/`, `wss://${domain}`]),
        settings.publicIp ?? '',
        ...ofEveryServer,
        ...('server' in settings ? ofServer(settings) : []),
        ...('jar' in settings ? ofDeploy(settings) : []),
    ];
    return facts.filter((fact) => fact !== '');
}
function ofServer({ app, server, health, tencent }) {
    return [
        ...(app === undefined ? [] : namesOf(app)),
        `${server.host}:${server.port}`,
        server.username,
        ...(server.jump === undefined ? [] : [`${server.jump.host}:${server.jump.port}`, server.jump.username]),
        health.path ?? '',
        ...(tencent === undefined ? [] : ofAccount(tencent)),
    ];
}
function namesOf(app) {
    return [(0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .dataFolder */ .pS)(app), (0,_values_app_name_js__WEBPACK_IMPORTED_MODULE_1__/* .imageNameOf */ .mi)(app)];
}
function ofDeploy({ app, jar, image, container, site }) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(jar.replaceAll('\\', '/'));
    const known = /[*?[\]{}]/.test(file) ? undefined : file;
    const name = app ?? (known === undefined ? undefined : (0,_values_jar_name_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutVersion */ .P)(known.replace(/\.[jw]ar$/i, '')));
    return [
        known ?? '',
        ...(name === undefined ? [] : namesOf(name)),
        image.dockerfile ?? '',
        image.baseImage ?? '',
        container.profile ?? '',
        container.timezone ?? '',
        container.network ?? '',
        ...(container.volumes ?? []).flatMap((volume) => [volume.host, volume.container]),
        ...container.files.map((file) => file.container),
        ...(site.staticSite === undefined ? [] : [`https://${site.domain}${site.staticSite.path}`]),
    ];
}
/** Never anything of a key, its id included. */
function ofAccount({ credentials, endpoint, region, instanceId }) {
    const roleAndProvider = credentials.kind === 'oidc' ? [(0,_values_cam_role_js__WEBPACK_IMPORTED_MODULE_2__/* .roleNameOf */ .xZ)(credentials.roleArn), credentials.provider] : [];
    return [endpoint, region ?? '', instanceId ?? '', ...roleAndProvider];
}


/***/ }),

/***/ 68836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JM: () => (/* binding */ BadInputs),
  eX: () => (/* binding */ languageOf),
  sb: () => (/* binding */ readSettings)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/messages/inputs.js + 2 modules
var messages_inputs = __webpack_require__(94472);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/nginx/snippet.js
var snippet = __webpack_require__(17964);
// EXTERNAL MODULE: ./.build/lib/values/app-name.js
var app_name = __webpack_require__(55508);
;// CONCATENATED MODULE: ./.build/lib/values/artifact-name.js

/** The default of action.yml, which the runner hands over like a value that was given. */
const defaultArtifactName = 'deployment-<app>';
/** A name that GitHub takes for an artifact, `<app>` standing for the application's. Throws `INPUT_ARTIFACT_NAME`. */
function parseArtifactName(value) {
    if (/[":<>|*?\r\n\\/]/.test(value.replaceAll('<app>', '')))
        throw (0,failure/* failure */.V2)('INPUT_ARTIFACT_NAME', { value });
    return value;
}

// EXTERNAL MODULE: ./.build/lib/values/body-size.js
var body_size = __webpack_require__(90511);
;// CONCATENATED MODULE: ./.build/lib/values/boolean.js

/** `true` or `false`; YAML's other words (`yes`, `on`) are refused. Throws `INPUT_BOOLEAN`. */
function parseBoolean(value, name) {
    if (/^true$/i.test(value))
        return true;
    if (/^false$/i.test(value))
        return false;
    throw (0,failure/* failure */.V2)('INPUT_BOOLEAN', { name, value });
}

// EXTERNAL MODULE: ./.build/lib/values/lines.js
var lines = __webpack_require__(57546);
;// CONCATENATED MODULE: ./.build/lib/values/build-args.js


/** Lines `NAME=value`. Throws `Failures` of `INPUT_BUILD_ARG`, one a line. */
function parseBuildArgs(value) {
    const failures = [];
    const args = [];
    for (const { number: line, text } of (0,lines/* linesOf */.D)(value)) {
        const [, name, rest] = /^([A-Za-z_][A-Za-z0-9_]*)=([^\0\r]*)$/.exec(text) ?? [];
        const known = args.some((other) => other.name === name);
        if (name === undefined || rest === undefined || known)
            // A value may hold a token.
            failures.push((0,failure/* failure */.V2)('INPUT_BUILD_ARG', { line, value: text.replace(/=.*$/s, '=…') }));
        else
            args.push({ name, value: rest });
    }
    if (failures.length > 0)
        throw new failure/* Failures */.oo(failures);
    return args;
}

;// CONCATENATED MODULE: ./.build/lib/values/choice.js

/** A parser that lets only the words of `allowed` pass. It throws `INPUT_CHOICE`. */
function choiceOf(allowed) {
    return (value, name) => {
        const found = allowed.find((word) => word === value);
        if (found === undefined)
            throw (0,failure/* failure */.V2)('INPUT_CHOICE', { name, value, allowed: allowed.join(', ') });
        return found;
    };
}

// EXTERNAL MODULE: ./.build/lib/values/domain.js
var domain = __webpack_require__(93609);
// EXTERNAL MODULE: ./.build/lib/values/health-status.js
var health_status = __webpack_require__(16426);
;// CONCATENATED MODULE: ./.build/lib/values/image-reference.js

const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const registry = `(?:${label}(?:\\.${label})*(?::\\d+)?/)`;
const component = '[a-z0-9]+(?:(?:\\.|__?|-+)[a-z0-9]+)*';
const reference = new RegExp(`^${registry}?${component}(?:/${component})*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`);
/** A reference to an image, by the grammar of distribution/reference. Throws `INPUT_BASE_IMAGE`. */
function parseImageReference(value) {
    if (value.length > 400 || !reference.test(value))
        throw (0,failure/* failure */.V2)('INPUT_BASE_IMAGE', { value });
    return value;
}

// EXTERNAL MODULE: ./.build/lib/values/path.js
var values_path = __webpack_require__(95466);
// EXTERNAL MODULE: ./.build/lib/values/public-address.js
var public_address = __webpack_require__(67829);
;// CONCATENATED MODULE: ./.build/lib/values/public-ip.js


/** A public IPv4 or IPv6 address. Throws `INPUT_PUBLIC_IP`. */
function parsePublicIp(value) {
    if (!(0,public_address/* isPublicAddress */.i)(value))
        throw (0,failure/* failure */.V2)('INPUT_PUBLIC_IP', { value });
    return value;
}

// EXTERNAL MODULE: ./.build/lib/layout/release-id.js
var release_id = __webpack_require__(79468);
;// CONCATENATED MODULE: ./.build/lib/values/release-id.js


/** The id of a release as given. Throws INPUT_RELEASE. */
function parseReleaseId(value, name) {
    if ((0,release_id/* isReleaseId */.F3)(value))
        return value;
    throw (0,failure/* failure */.V2)('INPUT_RELEASE', { name, value });
}

;// CONCATENATED MODULE: ./.build/lib/values/whole-number.js

/** A parser of whole numbers from `least` to `most`, in plain decimal digits. It throws `INPUT_NUMBER`. */
function wholeNumber(least, most) {
    return (value, name) => {
        const number = Number(value);
        if (/^(0|[1-9]\d{0,14})$/.test(value) && number >= least && number <= most)
            return number;
        throw (0,failure/* failure */.V2)('INPUT_NUMBER', { name, value, least, most });
    };
}
/** A TCP port. */
const parsePort = wholeNumber(1, 65535);
/** Seconds, at most a day. */
const parseSeconds = wholeNumber(1, 86400);
/** Seconds, 0 for none, at most a day. */
const parseSecondsOrNone = wholeNumber(0, 86400);
/** How many releases are kept, the one that serves among them. */
const parseReleases = wholeNumber(1, 100);
/** Days, at most a year. */
const parseDays = wholeNumber(1, 365);

;// CONCATENATED MODULE: ./.build/lib/settings/artifact-name.js

/** The name for a command: a plan and a deploy of one workflow would collide under one default. */
function artifactNameOf(command, name) {
    return name === defaultArtifactName && command !== 'deploy' ? `${command}-<app>` : name;
}

// EXTERNAL MODULE: ./.build/lib/settings/masks.js + 1 modules
var masks = __webpack_require__(56617);
// EXTERNAL MODULE: ./.build/lib/redaction/secret.js
var secret = __webpack_require__(3682);
;// CONCATENATED MODULE: ./.build/lib/values/acme-directory.js

/** The URL of an ACME authority's directory (RFC 8555, 7.1.1): https, without user, query or fragment. Throws `INPUT_ACME_DIRECTORY`. */
function parseAcmeDirectory(value) {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
        throw (0,failure/* failure */.V2)('INPUT_ACME_DIRECTORY', { value: shownOf(value, url) });
    return url.href;
}
/** Without what may be a password or a token. */
function shownOf(value, url) {
    if (url === undefined)
        return value;
    return `${url.protocol}//${url.host}${url.pathname}`;
}

;// CONCATENATED MODULE: ./.build/lib/values/email.js

/** An e-mail address in ASCII, as ACME takes it in a `mailto:` (RFC 8555, 7.3). Throws `INPUT_EMAIL`. */
function parseEmail(value) {
    if (value.length <= 254 && /^[A-Za-z0-9.!#$&'*+/=^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(value))
        return value;
    throw (0,failure/* failure */.V2)('INPUT_EMAIL', { value });
}

;// CONCATENATED MODULE: ./.build/lib/settings/read-certificate.js






/** Let's Encrypt's (letsencrypt.org/docs/acme-protocol-updates). */
const defaultAcmeDirectory = 'https://acme-v02.api.letsencrypt.org/directory';
const parseSource = choiceOf(['tencent', 'acme', 'provided', 'existing']);
const pems = ['certificate-chain', 'certificate-key'];
/** Inputs that only some of the sources know. */
const onlyFor = [
    ['certificate-chain', ['provided']],
    ['certificate-key', ['provided']],
    ['acme-directory', ['acme']],
    ['acme-email', ['acme']],
    ['renew-before-days', ['tencent', 'acme']],
];
/** Where the certificate comes from. `account`: whether credentials of Tencent Cloud are given. */
function readCertificate(reader, account) {
    const given = pems.filter((name) => reader.has(name));
    const source = reader.read('certificate', parseSource, defaultSource(given.length > 0, account));
    for (const [name, sources] of onlyFor) {
        if (!reader.has(name) || sources.includes(source))
            continue;
        const unclear = sources.includes('provided') && !reader.has('certificate');
        reader.refuse(unclear
            ? (0,failure/* failure */.V2)('INPUT_CERTIFICATE_SOURCE', { name })
            : (0,failure/* failure */.V2)('INPUT_CONFLICT', { name, other: `certificate: ${source}` }));
    }
    const terms = {
        renewBeforeDays: reader.read('renew-before-days', parseDays, undefined),
        timeoutSeconds: reader.read('certificate-timeout', parseSeconds, 900),
    };
    const acme = {
        directory: reader.read('acme-directory', parseAcmeDirectory, defaultAcmeDirectory),
        email: reader.read('acme-email', parseEmail, undefined),
    };
    switch (source) {
        case 'existing':
            return { source };
        case 'provided':
            for (const needed of pems) {
                const name = given[0] ?? 'certificate: provided';
                if (!reader.has(needed))
                    reader.refuse((0,failure/* failure */.V2)('INPUT_NEEDS', { name, needed }));
            }
            return {
                source,
                chain: reader.read('certificate-chain', (value) => value, ''),
                key: reader.secret('certificate-key') ?? new secret/* Secret */.z(''),
            };
        case 'tencent':
        case 'acme': {
            const name = `certificate: ${source}`;
            if (!account)
                reader.refuse((0,failure/* failure */.V2)('INPUT_NEEDS', { name, needed: 'tencent-secret-id' }));
            return source === 'tencent' ? { source, ...terms } : { source, ...terms, ...acme };
        }
    }
}
function defaultSource(pair, account) {
    if (account)
        return 'tencent';
    return pair ? 'provided' : 'existing';
}

// EXTERNAL MODULE: ./.build/lib/values/docker-options.js + 2 modules
var docker_options = __webpack_require__(85926);
// EXTERNAL MODULE: ./.build/lib/values/environment.js
var values_environment = __webpack_require__(91380);
// EXTERNAL MODULE: ./.build/lib/values/java-options.js
var java_options = __webpack_require__(44582);
// EXTERNAL MODULE: ./.build/lib/values/memory.js
var memory = __webpack_require__(71798);
// EXTERNAL MODULE: ./.build/lib/values/mounted-files.js
var mounted_files = __webpack_require__(15343);
;// CONCATENATED MODULE: ./.build/lib/values/network.js

/**
 * Name of a Docker network. What Docker takes for a mode of its own is refused: on the server's network two versions
 * cannot stand side by side, without one nginx reaches none. Throws `INPUT_NETWORK`, `INPUT_NETWORK_MODE`.
 */
function parseNetwork(value) {
    if (/^(host|none|container:.*)$/i.test(value))
        throw (0,failure/* failure */.V2)('INPUT_NETWORK_MODE', { value });
    if (!/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(value))
        throw (0,failure/* failure */.V2)('INPUT_NETWORK', { value });
    return value;
}

// EXTERNAL MODULE: ./.build/lib/values/spring-profile.js
var spring_profile = __webpack_require__(59952);
// EXTERNAL MODULE: ./.build/lib/values/timezone.js
var timezone = __webpack_require__(90314);
// EXTERNAL MODULE: ./.build/lib/values/volumes.js
var volumes = __webpack_require__(34374);
;// CONCATENATED MODULE: ./.build/lib/values/written-files-choice.js
/** Stop and name files that an application wrote outside its mounts, carry them into a mounted folder, or let them go. */
const writtenFilesChoices = ['refuse', 'carry', 'discard'];

;// CONCATENATED MODULE: ./.build/lib/settings/read-container.js














const parseWrittenFiles = choiceOf(writtenFilesChoices);
/** How the container is to run. `reader` notes what is refused. */
function readContainer(reader) {
    const container = {
        profile: reader.read('spring-profile', spring_profile/* parseSpringProfile */.m, undefined),
        javaOptions: reader.read('java-options', java_options/* parseJavaOptions */.Uy, undefined),
        memory: reader.read('memory', memory/* parseMemory */.Pw, undefined),
        timezone: reader.read('timezone', timezone/* parseTimezone */.h, undefined),
        environment: reader.read('env', values_environment/* parseEnvironment */.Nq, []),
        files: reader.read('files', mounted_files/* parseFiles */.B, []),
        volumes: reader.read('volumes', volumes/* parseVolumes */.Xw, undefined),
        writtenFiles: reader.read('container-files', parseWrittenFiles, 'refuse'),
        network: reader.read('network', parseNetwork, undefined),
        options: reader.read('docker-options', docker_options/* parseDockerOptions */.OV, []),
        port: reader.read('app-port', parsePort, undefined),
        publishPort: reader.read('publish-app-port', parseBoolean, undefined),
    };
    refuseSetTwice(container, reader);
    for (const problem of (0,mounted_files/* besideVolumes */.E)(container.files, container.volumes ?? []))
        reader.refuse(problem);
    return container;
}
/** What one input sets is not set by another as well: one of the two would have no effect. */
function refuseSetTwice({ profile, javaOptions, timezone, environment }, reader) {
    const values = (0,values_environment/* valuesOf */.sm)(environment);
    const refuse = (name, other) => reader.refuse((0,failure/* failure */.V2)('INPUT_CONFLICT', { name, other }));
    if (javaOptions !== undefined && java_options/* javaOptionsVariable */.lw in values)
        refuse('java-options', `env: ${java_options/* javaOptionsVariable */.lw}`);
    if (timezone !== undefined && 'TZ' in values)
        refuse('timezone', 'env: TZ');
    const options = { ...values, ...(javaOptions === undefined ? {} : { [java_options/* javaOptionsVariable */.lw]: javaOptions }) };
    const profileKey = 'spring.profiles.active';
    if (profile !== undefined && profileKey in (0,java_options/* propertiesOfEnvironment */.aX)(options)) {
        refuse('spring-profile', `${javaOptions === undefined ? 'env' : 'java-options'}: -D${profileKey}`);
    }
}

;// CONCATENATED MODULE: ./.build/lib/settings/read-hooks.js


/** The scripts that run on the way, and how long they may take. */
function readHooks(reader) {
    return {
        beforeSwitch: readHook(reader, 'before-switch'),
        afterDeploy: readHook(reader, 'after-deploy'),
        timeoutSeconds: reader.read('hook-timeout', parseSeconds, 300),
    };
}
/** A first line that names another program asks for what is not done: bash would read the script all the same. */
function readHook(reader, name) {
    const script = reader.secret(name);
    const [, line = ''] = /^\s*#!(.*)/.exec(script?.reveal() ?? '') ?? [];
    const program = /^\s*(?:\S*\/env\s+(?:-S\s+)?)?(?:\S*\/)?([\w.+-]+)/.exec(line)?.[1];
    if (program !== undefined && !['bash', 'sh'].includes(program)) {
        reader.refuse((0,failure/* failure */.V2)('INPUT_HOOK_SHEBANG', { name, program }));
    }
    return script;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./.build/lib/values/host.js


/** A host name or address to connect to; an IPv6 address loses its brackets. Throws `INPUT_HOST`. */
function parseHost(value) {
    const host = /^\[.*\]$/.test(value) ? value.slice(1, -1) : value;
    if ((0,external_node_net_.isIP)(host) !== 0)
        return host;
    const labels = host.split('.');
    const good = host === value &&
        host.length <= 253 &&
        labels.every((label) => /^[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/.test(label)) &&
        !/^\d+$/.test(labels.at(-1) ?? '');
    if (!good)
        throw (0,failure/* failure */.V2)('INPUT_HOST', { value });
    return host;
}
/** A user name of the server. Throws `INPUT_USERNAME`. */
function parseUsername(value) {
    if (!/^[^\s:/\\'"`@$\x00-\x1f]{1,64}$/.test(value) || value.startsWith('-'))
        throw (0,failure/* failure */.V2)('INPUT_USERNAME', { value });
    return value;
}
/** `[user@]host[:port]`, an IPv6 address in brackets. Throws `INPUT_JUMP_HOST`. */
function parseJumpHost(value) {
    const refused = (0,failure/* failure */.V2)('INPUT_JUMP_HOST', { value });
    const [, username, host = '', digits] = /^(?:(.*)@)?(\[[^\]]*\]|[^:[\]]*)(?::(\d{1,5}))?$/.exec(value) ?? [];
    const port = digits === undefined ? undefined : Number(digits);
    if (port !== undefined && (port < 1 || port > 65_535))
        throw refused;
    try {
        return { username: username === undefined ? undefined : parseUsername(username), host: parseHost(host), port };
    }
    catch {
        throw refused;
    }
}

;// CONCATENATED MODULE: ./.build/lib/settings/read-server.js



/** How the server is reached. `host` is empty where it was refused or not given, which the reader has noted or will. */
function readServer(reader) {
    if (reader.has('passphrase') && !reader.has('private-key') && !reader.has('jump-private-key')) {
        reader.refuse((0,failure/* failure */.V2)('INPUT_NEEDS', { name: 'passphrase', needed: 'private-key' }));
    }
    const server = {
        host: reader.read('host', parseHost, ''),
        port: reader.read('port', parsePort, 22),
        username: reader.read('username', parseUsername, 'root'),
        privateKey: reader.secret('private-key'),
        passphrase: reader.secret('passphrase'),
        password: reader.secret('password'),
        hostKey: reader.read('host-key', (value) => value, ''),
        connectTimeoutSeconds: reader.read('connect-timeout', parseSeconds, 30),
    };
    return { ...server, jump: readJump(reader, server) };
}
/** The jump host; undefined where none is given, or it was refused. */
function readJump(reader, { username, privateKey }) {
    if (!reader.has('jump-host')) {
        for (const name of ['jump-host-key', 'jump-private-key']) {
            if (reader.has(name))
                reader.refuse((0,failure/* failure */.V2)('INPUT_NEEDS', { name, needed: 'jump-host' }));
        }
        return undefined;
    }
    const place = reader.read('jump-host', parseJumpHost, undefined);
    const hostKey = reader.read('jump-host-key', (value) => value, '');
    const own = reader.secret('jump-private-key');
    const key = own ?? privateKey;
    if (key === undefined)
        reader.refuse((0,failure/* failure */.V2)('INPUT_JUMP_KEY', {}));
    if (place === undefined || key === undefined)
        return undefined;
    return {
        host: place.host,
        port: place.port ?? 22,
        username: place.username ?? username,
        privateKey: key,
        keyInput: own === undefined ? 'private-key' : 'jump-private-key',
        hostKey,
    };
}

;// CONCATENATED MODULE: ./.build/lib/settings/read-static-site.js



/** The pages to serve on 443, which then belong to them, as 80 does. */
function readStaticSite(reader, httpsPort, container) {
    const given = reader.has('static-site');
    for (const name of ['static-site-path', 'static-site-fallback']) {
        if (reader.has(name) && !given)
            reader.refuse((0,failure/* failure */.V2)('INPUT_NEEDS', { name, needed: 'static-site' }));
    }
    const appPort = container.publishPort ? container.port : undefined;
    for (const port of given ? [80, 443] : []) {
        if (httpsPort === port)
            reader.refuse((0,failure/* failure */.V2)('INPUT_STATIC_PORT', { name: 'https-port', port }));
        if (appPort === port)
            reader.refuse((0,failure/* failure */.V2)('INPUT_STATIC_PORT', { name: 'app-port', port }));
    }
    const folder = reader.read('static-site', values_path/* parsePath */.Rr, undefined);
    const path = reader.read('static-site-path', values_path/* parseSitePath */.sn, '/admin/');
    const fallback = reader.read('static-site-fallback', parseBoolean, true);
    return folder === undefined ? undefined : { folder, path, fallback };
}

// EXTERNAL MODULE: ./.build/lib/tencent/actions.js
var actions = __webpack_require__(36427);
// EXTERNAL MODULE: ./.build/lib/values/cam-role.js
var cam_role = __webpack_require__(22083);
;// CONCATENATED MODULE: ./.build/lib/values/dns-values.js


/**
 * Values of DNS records, by lines or commas: IPv4 addresses, host names (of a CNAME) without a dot at their end, and URLs
 * (of DNSPod's redirects); in lower case, each of them once. Throws `Failures` of `INPUT_DNS_VALUE`, one a value.
 */
function parseDnsValues(value, name) {
    const failures = [];
    const values = new Set();
    for (const word of value.split(/[\s,]+/).filter((part) => part !== '')) {
        const plain = word.toLowerCase().replace(/\.$/, '');
        if ((0,external_node_net_.isIPv4)(plain) || isHostName(plain) || isUrl(plain))
            values.add(plain);
        else
            failures.push((0,failure/* failure */.V2)('INPUT_DNS_VALUE', { name, value: word }));
    }
    if (failures.length > 0)
        throw new failure/* Failures */.oo(failures);
    return [...values];
}
function isUrl(text) {
    return /^https?:\/\/[^/]/.test(text) && URL.canParse(text);
}
/** A name of at least two labels; an underscore is allowed in what a CNAME points at (RFC 2181 section 11). */
function isHostName(name) {
    const labels = name.split('.');
    return (name.length <= 253 &&
        labels.length >= 2 &&
        labels.every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)) &&
        !/^\d+$/.test(labels.at(-1) ?? ''));
}

// EXTERNAL MODULE: ./.build/lib/values/instance-id.js
var instance_id = __webpack_require__(13694);
;// CONCATENATED MODULE: ./.build/lib/values/ssh-from-runner.js



/**
 * `false`, `true` or one public IPv4 address, which may be written as a network of its own (`/32`). A private one is not what
 * Tencent's firewall sees, and a wider network would let in others. Throws `INPUT_SSH_FROM_RUNNER`.
 */
function parseSshFromRunner(value, name) {
    if (/^false$/i.test(value))
        return 'nobody';
    if (/^true$/i.test(value))
        return 'runner';
    const address = value.replace(/\/32$/, '');
    if (!(0,external_node_net_.isIPv4)(address) || !(0,public_address/* isPublicAddress */.i)(address))
        throw (0,failure/* failure */.V2)('INPUT_SSH_FROM_RUNNER', { name, value });
    return { address };
}

;// CONCATENATED MODULE: ./.build/lib/values/tencent-credentials.js


/** How the id of a key begins: `AKID` on Tencent Cloud's own site, `IKID` on the international one. */
const idForm = /^[AI]KID[A-Za-z0-9_-]{9,}$/;
/** Whether `value` has the form of a secret id, which is also how to tell it from a secret key. */
function isSecretId(value) {
    return idForm.test(value);
}
/** The id of a key (`AKID…`). It is not shown if it is wrong: it may be the key. Throws `INPUT_SECRET_ID`. */
function parseSecretId(value) {
    if (!isSecretId(value))
        throw (0,failure/* failure */.V2)('INPUT_SECRET_ID', {});
    return new secret/* Secret */.z(value);
}
/** A secret key or a session token, which are one word of ASCII; never shown. Throws `INPUT_SECRET_WORD`. */
function parseSecretWord(value, name) {
    if (!/^[\x21-\x7e]{8,}$/.test(value))
        throw (0,failure/* failure */.V2)('INPUT_SECRET_WORD', { name });
    return new secret/* Secret */.z(value);
}

;// CONCATENATED MODULE: ./.build/lib/values/tencent-endpoint.js


/** What host names of Tencent Cloud's API end with, if nothing else is said. */
const defaultTencentEndpoint = 'tencentcloudapi.com';
/**
 * A parser of what host names of the API end with, after the product's name and a dot. A whole host name would break the
 * signature, which covers the product by its place in the name. It throws `INPUT_ENDPOINT`.
 */
function tencentEndpointOf(products) {
    return (value) => {
        const suffix = value.toLowerCase();
        const labels = suffix.split('.');
        const good = labels.length >= 2 &&
            suffix.length <= 200 &&
            labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
            (0,external_node_net_.isIP)(suffix) === 0;
        if (!good || products.includes(labels[0] ?? ''))
            throw (0,failure/* failure */.V2)('INPUT_ENDPOINT', { value });
        return suffix;
    };
}

;// CONCATENATED MODULE: ./.build/lib/values/tencent-region.js

/** A region of Tencent Cloud, `ap-guangzhou` or `ap-shanghai-fsi`; a zone (`ap-guangzhou-3`) is none. Throws `INPUT_REGION`. */
function parseTencentRegion(value) {
    if (!/^[a-z]{2}-[a-z]+(-[a-z]+)*$/.test(value))
        throw (0,failure/* failure */.V2)('INPUT_REGION', { value });
    return value;
}

;// CONCATENATED MODULE: ./.build/lib/settings/read-tencent.js










const key = ['tencent-secret-id', 'tencent-secret-key'];
const role = ['tencent-role-arn', 'tencent-oidc-provider'];
const parseEndpoint = tencentEndpointOf(Object.keys(actions/* versions */.e));
/** Whether credentials of an account are given, or a part of them. */
function hasAccount(reader) {
    return [...key, ...role].some((name) => reader.has(name));
}
/**
 * An account of Tencent Cloud, opened by a key or by GitHub's word for the run; undefined if neither is given. What is asked
 * of it without either is refused, but for what asks for nothing (`dns: false`). `sshPort`: the port of the server.
 */
function readTencent(reader, sshPort) {
    const given = hasAccount(reader);
    const credentials = readCredentials(reader);
    const dns = reader.read('dns', parseBoolean, given);
    const settings = {
        endpoint: reader.read('tencent-endpoint', parseEndpoint, defaultTencentEndpoint),
        region: reader.read('tencent-region', parseTencentRegion, undefined),
        instanceId: reader.read('instance-id', instance_id/* parseInstanceId */.U, undefined),
        dns,
        dnsOverwrite: reader.read('dns-overwrite', parseDnsValues, []),
        firewall: reader.read('firewall', parseBoolean, given),
        sshFromRunner: reader.read('ssh-from-runner', parseSshFromRunner, 'nobody'),
    };
    if (settings.sshFromRunner !== 'nobody' && reader.has('jump-host')) {
        reader.refuse((0,failure/* failure */.V2)('SSH_FROM_RUNNER_JUMP', { port: sshPort }));
    }
    if (!given)
        refuseWithoutAccount(settings, reader);
    else if (!dns && reader.has('dns-overwrite')) {
        reader.refuse((0,failure/* failure */.V2)('INPUT_CONFLICT', { name: 'dns-overwrite', other: 'dns: false' }));
    }
    return credentials === undefined ? undefined : { credentials, ...settings };
}
/** The credentials; undefined if none are given, or any of them was refused. */
function readCredentials(reader) {
    const [firstKey] = key.filter((name) => reader.has(name));
    const [firstRole] = role.filter((name) => reader.has(name));
    if (firstKey !== undefined && firstRole !== undefined) {
        reader.refuse((0,failure/* failure */.V2)('INPUT_CONFLICT', { name: firstRole, other: firstKey }));
    }
    if (firstKey !== undefined)
        refuseAbsent(reader, firstKey, key);
    else if (firstRole !== undefined)
        refuseAbsent(reader, firstRole, role);
    if (firstKey === undefined && reader.has('tencent-session-token')) {
        if (firstRole === undefined)
            refuseAbsent(reader, 'tencent-session-token', key);
        else
            reader.refuse((0,failure/* failure */.V2)('INPUT_CONFLICT', { name: 'tencent-session-token', other: firstRole }));
    }
    const swapped = isSecretId(reader.read('tencent-secret-key', (value) => value, ''));
    if (swapped)
        reader.refuse((0,failure/* failure */.V2)('INPUT_SECRETS_SWAPPED', {}));
    const secretId = swapped ? undefined : reader.read('tencent-secret-id', parseSecretId, undefined);
    const secretKey = reader.read('tencent-secret-key', parseSecretWord, undefined);
    const token = reader.read('tencent-session-token', parseSecretWord, undefined);
    const roleArn = reader.read('tencent-role-arn', cam_role/* parseRole */.gP, undefined);
    const provider = reader.read('tencent-oidc-provider', cam_role/* parseOidcProvider */.CG, undefined);
    if (secretId !== undefined && secretKey !== undefined)
        return { kind: 'key', secretId, secretKey, token };
    if (roleArn !== undefined && provider !== undefined)
        return { kind: 'oidc', roleArn, provider };
    return undefined;
}
function refuseAbsent(reader, name, all) {
    for (const needed of all)
        if (!reader.has(needed))
            reader.refuse((0,failure/* failure */.V2)('INPUT_NEEDS', { name, needed }));
}
function refuseWithoutAccount(settings, reader) {
    const asked = [
        ['tencent-endpoint', true],
        ['tencent-region', true],
        ['instance-id', true],
        ['dns', settings.dns],
        ['dns-overwrite', true],
        ['firewall', settings.firewall],
        ['ssh-from-runner', settings.sshFromRunner !== 'nobody'],
    ];
    for (const [name, asks] of asked) {
        if (asks && reader.has(name))
            reader.refuse((0,failure/* failure */.V2)('INPUT_NEEDS', { name, needed: 'tencent-secret-id' }));
    }
}

;// CONCATENATED MODULE: ./.build/lib/settings/reader.js


/** A reader of `inputs`. */
function readerOf(inputs) {
    const failures = [];
    const value = (name) => inputs.get(name) ?? '';
    return {
        failures,
        has: (name) => value(name).trim() !== '',
        read: (name, parse, otherwise) => {
            if (value(name).trim() === '')
                return otherwise;
            try {
                // The end of `env` is a value's own; what is refused there is never shown.
                return parse(name === 'env' ? value(name) : value(name).trim(), name);
            }
            catch (error) {
                if (error instanceof failure/* Failures */.oo)
                    failures.push(...error.failures);
                else if (error instanceof failure/* Failure */.HR)
                    failures.push(error);
                else
                    throw error;
                return otherwise;
            }
        },
        secret: (name) => {
            const text = value(name).replaceAll('\r\n', '\n').replace(/\n+$/, '');
            return text.trim() === '' ? undefined : new secret/* Secret */.z(text);
        },
        refuse: (failure) => failures.push(failure),
    };
}

// EXTERNAL MODULE: ./.build/lib/settings/rollback-inputs.js
var rollback_inputs = __webpack_require__(28520);
;// CONCATENATED MODULE: ./.build/lib/settings/settings.js
/** Values of the input `command`, the first one being its default. */
const commands = ['deploy', 'plan', 'rollback', 'renew', 'verify', 'status'];

// EXTERNAL MODULE: ./.build/lib/settings/unknown-inputs.js
var unknown_inputs = __webpack_require__(26004);
;// CONCATENATED MODULE: ./.build/lib/settings/read-settings.js





























const parseLanguage = choiceOf(messages_text/* languages */.eo);
const parseCommand = choiceOf(commands);
const parseOutsideCheck = choiceOf(['require', 'warn']);
const parseCheckLevel = choiceOf(['warn', 'require', 'off']);
/** The language of a run, also of one whose inputs are bad. */
function languageOf(inputs) {
    const given = inputs.get('language')?.trim();
    return messages_text/* languages */.eo.find((language) => language === given) ?? messages_text/* languages */.eo[0];
}
/** What is wrong with the inputs, and what could be read of them: so much can be checked further, all in one run. */
class BadInputs extends failure/* Failures */.oo {
    /** Settings with a default in the place of what was refused; undefined where there is nothing to look into. */
    readable;
    constructor(failures, readable) {
        super(failures);
        this.name = 'BadInputs';
        this.readable = readable;
    }
}
/** Inputs that name what can be looked into beyond its form. */
const furtherReadable = [
    'jar',
    'private-key',
    'host-key',
    'jump-private-key',
    'jump-host-key',
    'static-site',
    'certificate-chain',
];
/**
 * All settings of a run; every input is checked, whether its command needs it or not.
 * Throws `BadInputs` with whatever is wrong with all of them.
 */
function readSettings(inputs) {
    const reader = readerOf(inputs);
    refuseUnknown(inputs, reader);
    const command = reader.read('command', parseCommand, reader.has('command') ? undefined : 'deploy');
    const deploy = readDeploy(inputs, reader);
    const release = reader.read('release', parseReleaseId, undefined);
    if (command !== undefined)
        refuseMissing(command, reader);
    const { certificate } = deploy;
    if (command === 'renew' && certificate.source === 'existing')
        reader.refuse((0,failure/* failure */.V2)('INPUT_RENEW_EXISTING', {}));
    if (command === undefined || reader.failures.length > 0) {
        const more = furtherReadable.some((name) => reader.has(name));
        throw new BadInputs(reader.failures, more ? readableFor(command, deploy) : undefined);
    }
    const artifactName = artifactNameOf(command, deploy.artifactName);
    const { language, app, publicIp, health, outsideCheck, wechatCheck, icpCheck, site, warnings } = deploy;
    const checks = { health, outsideCheck, wechatCheck, icpCheck };
    const common = { language, app, publicIp, ...checks, artifactName, site, warnings };
    if (command === 'verify')
        return { command, ...common };
    const settings = settingsOf(command, deploy, common, release, inputs);
    return { ...settings, warnings: (0,masks/* maskWarnings */.y)(settings) };
}
/** What a command that reaches the server takes of all that was read. */
function settingsOf(command, deploy, common, release, inputs) {
    const { server, tencent, lockTimeoutSeconds, keepReleases, hooks, container } = deploy;
    switch (command) {
        case 'renew':
            return { command, ...common, server, tencent, lockTimeoutSeconds, certificate: renewable(deploy.certificate) };
        case 'rollback':
            return {
                command,
                ...common,
                server,
                tencent,
                lockTimeoutSeconds,
                keepReleases,
                hooks,
                writtenFiles: container.writtenFiles,
                release,
                environment: container.environment.length > 0 ? container.environment : undefined,
                unusedInputs: (0,rollback_inputs/* unusedByRollback */.i)(inputs),
            };
        case 'status':
            return { command, ...common, server, tencent };
        case 'deploy':
        case 'plan':
            return { ...deploy, command, artifactName: common.artifactName };
    }
}
/** What can be looked into further of settings that were refused in part; without a jar, credentials and certificate alone. */
function readableFor(command, deploy) {
    if (command === 'verify')
        return undefined;
    return command === 'renew' || command === 'rollback' || command === 'status'
        ? { ...deploy, jar: '', site: { ...deploy.site, staticSite: undefined } }
        : deploy;
}
/** What `renew` has refused before. */
function renewable(certificate) {
    if (certificate.source === 'existing')
        throw (0,failure/* failure */.V2)('INPUT_RENEW_EXISTING', {});
    return certificate;
}
/** All settings that a deploy can have; `verify` uses few of them. */
function readDeploy(inputs, reader) {
    const server = readServer(reader);
    const container = readContainer(reader);
    const httpsPort = reader.read('https-port', parsePort, 8014);
    if (container.publishPort && container.port === httpsPort) {
        reader.refuse((0,failure/* failure */.V2)('INPUT_SAME_PORT', { name: 'app-port', other: 'https-port', port: httpsPort }));
    }
    return {
        command: 'deploy',
        language: reader.read('language', parseLanguage, 'en'),
        jar: reader.read('jar', values_path/* parsePath */.Rr, ''),
        app: reader.read('app', app_name/* parseAppName */.QV, undefined),
        image: readImage(reader),
        container,
        adopt: reader.read('adopt', parseBoolean, true),
        server,
        provision: reader.read('provision', parseBoolean, true),
        keepReleases: reader.read('keep-releases', parseReleases, 5),
        drainTimeoutSeconds: reader.read('drain-timeout', parseSecondsOrNone, 30),
        lockTimeoutSeconds: reader.read('lock-timeout', parseSecondsOrNone, 600),
        hooks: readHooks(reader),
        site: {
            domain: reader.read('domain', domain/* parseDomain */.g, ''),
            httpsPort,
            staticSite: readStaticSite(reader, httpsPort, container),
            maxBodySize: reader.read('max-body-size', body_size/* parseBodySize */.V, '20m'),
            snippet: reader.read('nginx-snippet', snippet/* parseSnippet */.T, undefined),
        },
        certificate: readCertificate(reader, hasAccount(reader)),
        tencent: readTencent(reader, server.port),
        publicIp: reader.read('public-ip', parsePublicIp, undefined),
        health: {
            path: reader.read('health-path', values_path/* parseHealthPath */.fj, undefined),
            status: reader.read('health-status', health_status/* parseHealthStatus */.wX, undefined),
            timeoutSeconds: reader.read('health-timeout', parseSeconds, 240),
        },
        outsideCheck: reader.read('outside-check', parseOutsideCheck, 'require'),
        wechatCheck: reader.read('wechat-check', parseCheckLevel, 'warn'),
        icpCheck: reader.read('icp-check', parseCheckLevel, 'warn'),
        // The runner fills in the default, so that an empty value is one that the user gave: no artifact.
        artifactName: reader.read('artifact-name', parseArtifactName, inputs.has('artifact-name') ? undefined : defaultArtifactName),
        warnings: [],
    };
}
function readImage(reader) {
    const own = reader.has('dockerfile');
    for (const name of ['context', 'build-args']) {
        if (reader.has(name) && !own)
            reader.refuse((0,failure/* failure */.V2)('INPUT_NEEDS', { name, needed: 'dockerfile' }));
    }
    if (reader.has('base-image') && own) {
        reader.refuse((0,failure/* failure */.V2)('INPUT_CONFLICT', { name: 'base-image', other: 'dockerfile' }));
    }
    return {
        dockerfile: reader.read('dockerfile', values_path/* parsePath */.Rr, undefined),
        context: reader.read('context', values_path/* parsePath */.Rr, undefined),
        buildArgs: reader.read('build-args', parseBuildArgs, []),
        baseImage: reader.read('base-image', parseImageReference, undefined),
    };
}
const neededInputs = {
    deploy: ['jar', 'host', 'domain'],
    plan: ['jar', 'host', 'domain'],
    rollback: ['host'],
    renew: ['host', 'domain'],
    verify: ['domain'],
    status: ['host'],
};
function refuseMissing(command, reader) {
    for (const name of neededInputs[command])
        if (!reader.has(name))
            reader.refuse((0,failure/* failure */.V2)('INPUT_MISSING', { name, command }));
    if (command !== 'verify' && !reader.has('private-key') && !reader.has('password')) {
        reader.refuse((0,failure/* failure */.V2)('INPUT_MISSING', { name: 'private-key', command }));
    }
}
function refuseUnknown(inputs, reader) {
    for (const unknown of (0,unknown_inputs/* unknownInputs */.q)(inputs, Object.keys(messages_inputs/* inputTexts */.L)).mistaken) {
        reader.refuse((0,failure/* failure */.V2)('INPUT_UNKNOWN', unknown));
    }
}


/***/ }),

/***/ 28520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ countsForRollback),
/* harmony export */   i: () => (/* binding */ unusedByRollback)
/* harmony export */ });
/* harmony import */ var _messages_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94472);

/**
 * Inputs that describe a release and how it comes to the server: a release that was kept has its own. Its certificate is the
 * one that the server has.
 */
const ofTheRelease = [
    'jar',
    'dockerfile',
    'context',
    'build-args',
    'base-image',
    'spring-profile',
    'java-options',
    'memory',
    'timezone',
    'files',
    'volumes',
    'network',
    'docker-options',
    'app-port',
    'publish-app-port',
    'adopt',
    'drain-timeout',
    'provision',
    'static-site',
    'static-site-path',
    'static-site-fallback',
    'max-body-size',
    'nginx-snippet',
    'certificate',
    'certificate-chain',
    'certificate-key',
    'acme-directory',
    'acme-email',
    'renew-before-days',
    'certificate-timeout',
    'health-path',
    'health-status',
    'health-timeout',
];
/** What action.yml has the runner fill in for them: not given. */
const filledIn = {
    adopt: 'true',
    'drain-timeout': '30',
    provision: 'true',
    'max-body-size': '20m',
    'certificate-timeout': '900',
    'health-timeout': '240',
};
/** Whether an input has an effect on `rollback`. */
function countsForRollback(name) {
    return !ofTheRelease.includes(name);
}
/** Inputs that are given and have no effect on `rollback`, in the order of action.yml. */
function unusedByRollback(inputs) {
    return Object.keys(_messages_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTexts */ .L).filter((name) => {
        const value = inputs.get(name)?.trim() ?? '';
        return !countsForRollback(name) && value !== '' && value !== filledIn[name];
    });
}


/***/ }),

/***/ 26004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ unknownInputs)
/* harmony export */ });
/* harmony import */ var _values_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85563);

/**
 * Tells a mistyped input from a variable of the runner's environment that begins with `INPUT_` too (`INPUT_METHOD=fcitx`
 * of a desktop): only the name can tell. One with a hyphen comes from a workflow; so does one that is nearly, or a part
 * of, the name of an input.
 */
function unknownInputs(inputs, known) {
    const unknown = [...inputs].filter(([name, value]) => !known.includes(name) && value.trim() !== '');
    const mistaken = unknown.flatMap(([name]) => {
        const written = name.replaceAll('_', '-');
        const whole = known.find((one) => isPart(written, one));
        const near = whole ?? (0,_values_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(written, known);
        const isNear = near !== undefined && (0,_values_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .changesBetween */ .i)(written, near) <= Math.max(1, Math.floor(written.length / 4));
        return name.includes('-') || whole !== undefined || isNear ? [{ name, nearest: near }] : [];
    });
    const ignored = unknown.map(([name]) => name).filter((name) => !mistaken.some((one) => one.name === name));
    return { mistaken, ignored };
}
/** Whether `word` is the beginning of `name` (`user`), or whole words of it (`key`). */
function isPart(word, name) {
    return (word.length > 3 && name.startsWith(word)) || `-${name}-`.includes(`-${word}-`);
}


/***/ }),

/***/ 27431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ decode),
/* harmony export */   KZ: () => (/* binding */ unpacked),
/* harmony export */   po: () => (/* binding */ packFunctions),
/* harmony export */   xc: () => (/* binding */ packed)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);

/** Bash functions: `pack` makes its standard input a word of base64, gzipped; `unpack WORD` prints what it was made of. */
const packFunctions = `pack() { gzip -1 -c | base64 -w0; }
unpack() { printf %s "$1" | base64 -d | gzip -dc; }`;
/** Bytes for a server: by gzip where they are fewer then. */
function packed(bytes) {
    const zipped = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(bytes, { level: 9 });
    return zipped.length < bytes.length ? { bytes: zipped, packing: 'gzip' } : { bytes, packing: 'plain' };
}
/** The bytes of which `pack` made a word. Throws where it is none, or has more of them than `maxOutputLength`. */
function unpacked(word, options = {}) {
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(Buffer.from(word, 'base64'), options);
}
/** The text that a script printed in base64; empty for what is missing. */
function decode(base64 = '') {
    return Buffer.from(base64, 'base64').toString('utf8');
}


/***/ }),

/***/ 21395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ commandLine),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/** Reserved words of bash: bare, one of them could end a `case` or begin a loop. */
const reserved = new Set('case coproc do done elif else esac fi for function if in select then time until while'.split(' '));
/**
 * Quotes one word for a POSIX shell: inside single quotes every byte but the single quote is itself
 * (POSIX.1-2017, Shell Command Language 2.2.2). The one place where a value becomes part of a script.
 * Throws RangeError for NUL, which no argument of a program can hold.
 */
function quote(word) {
    if (word.includes('\0'))
        throw new RangeError('a shell word cannot contain NUL');
    if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word) && !reserved.has(word))
        return word;
    return `'${word.replaceAll("'", `'\\''`)}'`;
}
/** An argv array as one command line. */
function commandLine(argv) {
    return argv.map(quote).join(' ');
}


/***/ }),

/***/ 65160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readStrangers),
/* harmony export */   o: () => (/* binding */ strangers)
/* harmony export */ });
/* harmony import */ var _packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27431);

/**
 * Who may change what root uses (rule *Roots alone*). Bash for the prelude; sudo says in `SUDO_UID` who logged in:
 * - `strangers PATH...` prints what other users can change of each path and of the folders and links on the way to it,
 *   lines `OWNER MODE PATH` with the path in base64. Of what does not exist, the folders that do count. In a folder with
 *   the sticky bit nobody can replace what is root's. A group counts as the login user where it has the same number.
 * - `roots_alone PATH` ends the script with FOLDER_NOT_ROOTS where there is anything of the kind.
 */
const strangers = `strangers() {
  local path at rest part next target state links uid gid mode
  local -A known=() stated=([/]=)
  # Of all at once, since a process for each costs more than all the rest; of what links lead to one by one.
  for path; do
    at= rest=$path
    while :; do
      rest=\${rest#"\${rest%%[!/]*}"}
      part=\${rest%%/*}
      [ -n "$part" ] || break
      at=$at/$part rest=\${rest#"$part"}
      stated[$at]=
    done
  done
  while IFS= read -r -d '' state; do
    stated[\${state#* * * }]=$state
  done < <(stat --printf '%u %g %a %n\\0' -- "\${!stated[@]}" 2>/dev/null)
  for path; do
    at=/ rest=$path links=0
    while :; do
      rest=\${rest#"\${rest%%[!/]*}"}
      part=\${rest%%/*}
      next=\${at%/}/$part
      state=\${known[$at]:-}
      if [ -z "$state" ]; then
        state=\${stated[$at]:-}
        [ -n "$state" ] || state=$(stat -c '%u %g %a' -- "$at" 2>/dev/null) || break
        uid=\${state%% *} state=\${state#* }
        gid=\${state%% *} mode=\${state#* }
        mode=\${mode%% *} state=ours
        if ! is_roots "$uid"; then
          state=strange
        elif ((8#$mode & 8#2)) || { ((8#$mode & 8#20)) && [ "$gid $gid" != "\${SUDO_UID:-} \${SUDO_GID:-}" ]; }; then
          state=strange
          ((8#$mode & 8#1000)) && state=sticky
        fi
        known[$at]=$state
      fi
      if [ "$state" = sticky ] && { [ -z "$part" ] || ! is_roots "$(stat -c %u -- "$next" 2>/dev/null)"; }; then state=strange; fi
      if [ "$state" = strange ] && [ "\${known[$at]}" != told ]; then
        printf '%s %s\\n' "$(stat -c '%U %a' -- "$at")" "$(printf %s "$at" | base64 | tr -d '\\n')"
        known[$at]=told
      fi
      [ -n "$part" ] || break
      rest=\${rest#"$part"}
      case $part in
        .) continue ;;
        ..) at=\${at%/*}; at=\${at:-/}; continue ;;
      esac
      if [ -L "$next" ]; then
        [ "$((links += 1))" -le 40 ] || break
        target=$(readlink -- "$next")
        case $target in /*) at=/ ;; esac
        rest=$target$rest
        continue
      fi
      [ -e "$next" ] || break
      at=$next
    done
  done
}
is_roots() { [ "$1" = 0 ] || { [ -n "\${SUDO_UID:-}" ] && [ "$1" = "$SUDO_UID" ]; }; }
roots_alone() {
  local found
  found=$(strangers "$1")
  [ -z "$found" ] || failure FOLDER_NOT_ROOTS folder="$1" found="$found"
}
`;
/** Reads what the bash function `strangers` printed, each path once. */
function readStrangers(output) {
    const found = [...output.matchAll(/^(\S+) ([0-7]+) (\S+)$/gm)].map(([, owner = '', mode = '', path = '']) => ({
        path: (0,_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(path),
        owner,
        mode,
    }));
    return found.filter(({ path }, at) => found.findIndex((one) => one.path === path) === at);
}


/***/ }),

/***/ 36427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ versions),
/* harmony export */   o: () => (/* binding */ actions)
/* harmony export */ });
const read = { kind: 'read', region: 'none' };
const write = { kind: 'write', region: 'none' };
const readThere = { kind: 'read', region: 'resource' };
const writeThere = { kind: 'write', region: 'resource' };
const readAnywhere = { kind: 'read', region: 'fixed' };
/** All actions, by their names. The least rights that the action needs in CAM are these names, and no others. */
const actions = {
    'dnspod:DescribeDomainList': read,
    'dnspod:DescribeDomain': read,
    'dnspod:DescribePackageDetail': read,
    'dnspod:DescribeRecordList': read,
    'dnspod:DescribeRecord': read,
    'dnspod:CreateRecord': write,
    'dnspod:ModifyRecord': write,
    'dnspod:DeleteRecord': write,
    'domain:DescribeDomainBaseInfo': read,
    'lighthouse:DescribeRegions': readAnywhere,
    'lighthouse:DescribeInstances': readThere,
    'lighthouse:DescribeFirewallRules': readThere,
    'lighthouse:CreateFirewallRules': writeThere,
    'lighthouse:DeleteFirewallRules': writeThere,
    'cvm:DescribeRegions': readAnywhere,
    'cvm:DescribeInstances': readThere,
    'vpc:DescribeSecurityGroupPolicies': readThere,
    'vpc:DescribeSecurityGroupAssociationStatistics': readThere,
    'vpc:CreateSecurityGroupPolicies': writeThere,
    'vpc:DeleteSecurityGroupPolicies': writeThere,
    'ssl:DescribeCertificates': read,
    'ssl:DescribeCertificate': read,
    'ssl:CheckCertificateDomainVerification': read,
    'ssl:ApplyCertificate': write,
    'ssl:CompleteCertificate': write,
    // Gives the private key as well: called only to install it.
    'ssl:DownloadCertificate': read,
    // Unsigned; needs a region all the same (Tencent's documentation of 2025-10-30).
    'sts:AssumeRoleWithWebIdentity': readAnywhere,
};
/** The version of each product's API that the models are of. */
const versions = {
    dnspod: '2021-03-23',
    domain: '2018-08-08',
    lighthouse: '2020-03-24',
    cvm: '2017-03-12',
    vpc: '2017-03-12',
    ssl: '2019-12-05',
    sts: '2018-08-13',
};


/***/ }),

/***/ 55508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QV: () => (/* binding */ parseAppName),
/* harmony export */   fq: () => (/* binding */ isAppName),
/* harmony export */   mi: () => (/* binding */ imageNameOf)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/**
 * Whether a name can be that of an application: its lower-case form is a component of an image's name
 * (distribution/reference: parts of letters and digits, joined by `.`, `_`, `__` or hyphens) and a container's name.
 */
function isAppName(name) {
    return name.length >= 2 && name.length <= 64 && /^[A-Za-z0-9]+((\.|__?|-+)[A-Za-z0-9]+)*$/.test(name);
}
/** The name of an application. Throws `INPUT_APP`. */
function parseAppName(value) {
    if (!isAppName(value))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_APP', { value });
    return value;
}
/** The name of an application's image and container. */
function imageNameOf(app) {
    return app.toLowerCase();
}


/***/ }),

/***/ 90511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ parseBodySize)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** A size as nginx reads it (ngx_parse_offset): digits and `k`, `m`, `g` or nothing. Throws `INPUT_BODY_SIZE`. */
function parseBodySize(value) {
    // Nine digits of gigabytes are far below nginx's limit of 2^63 bytes.
    if (!/^\d{1,9}[kmg]?$/i.test(value))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_BODY_SIZE', { value });
    return value;
}


/***/ }),

/***/ 22083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CG: () => (/* binding */ parseOidcProvider),
/* harmony export */   gP: () => (/* binding */ parseRole),
/* harmony export */   xZ: () => (/* binding */ roleNameOf)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/**
 * The name of a role of CAM as other products know it, by the role's name: `qcs::cam::uin/<account>:roleName/<name>`, of a
 * service's role `qcs::cam::uin/<account>:role/tencentcloudServiceRoleName/<name>`; by its number, the same with `role/` and
 * `role/tencentcloudServiceRole/` (Tencent's model of `AssumeRole`). Names are as CAM allows them.
 */
const roleForm = /^qcs::cam::uin\/\d{5,20}:(?:roleName\/|role\/tencentcloudServiceRoleName\/|role\/(?:tencentcloudServiceRole\/)?(?=\d+$))([\w+=,.@-]{1,128})$/;
/** A role of CAM. Throws `INPUT_ROLE`. */
function parseRole(value) {
    if (!roleForm.test(value))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_ROLE', { value });
    return value;
}
/** The last part of a role's full name: its own name, or its number. */
function roleNameOf(role) {
    return roleForm.exec(role)?.[1] ?? '';
}
/** The name of an identity provider of CAM. Throws `INPUT_OIDC_PROVIDER`. */
function parseOidcProvider(value) {
    if (!/^[\w+=,.@-]{1,128}$/.test(value))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_OIDC_PROVIDER', { value });
    return value;
}


/***/ }),

/***/ 85926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Il: () => (/* binding */ givesOption),
  OV: () => (/* binding */ parseDockerOptions),
  tm: () => (/* binding */ shownOptionsOf),
  GB: () => (/* binding */ valueOfOption),
  _9: () => (/* binding */ valuesToHide)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
;// CONCATENATED MODULE: ./.build/lib/values/docker-run-options.js
/** Long options of `docker run` that take a value, Docker 20.10 to 28 (docker/cli, cli/command/container/opts.go). */
const valueOptions = new Set(`add-host annotation attach blkio-weight blkio-weight-device cap-add cap-drop cgroup-parent cgroupns cidfile cpu-count
  cpu-percent cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus cpuset-mems detach-keys device
  device-cgroup-rule device-read-bps device-read-iops device-write-bps device-write-iops dns dns-opt dns-option dns-search
  domainname entrypoint env env-file expose gpus group-add health-cmd health-interval health-retries
  health-start-interval health-start-period health-timeout hostname io-maxbandwidth io-maxiops ip ip6 ipc isolation
  kernel-memory label label-file link link-local-ip log-driver log-opt mac-address memory memory-reservation memory-swap
  memory-swappiness mount name net net-alias network network-alias oom-score-adj pid pids-limit platform publish pull
  restart runtime security-opt shm-size stop-signal stop-timeout storage-opt sysctl tmpfs ulimit user userns uts volume
  volume-driver volumes-from workdir`.split(/\s+/));
/** Long options of `docker run` that are switches: a value only as `--option=true`. */
const switchOptions = new Set(`detach disable-content-trust init interactive no-healthcheck oom-kill-disable privileged publish-all quiet read-only rm
  sig-proxy tty use-api-socket`.split(/\s+/));
/** Short options and the long ones they stand for. */
const shortOptions = {
    a: 'attach',
    c: 'cpu-shares',
    d: 'detach',
    e: 'env',
    h: 'hostname',
    i: 'interactive',
    l: 'label',
    m: 'memory',
    p: 'publish',
    P: 'publish-all',
    q: 'quiet',
    t: 'tty',
    u: 'user',
    v: 'volume',
    w: 'workdir',
};
/** Options that an input stands for, with its name. */
const optionsOfInputs = {
    name: 'app',
    publish: 'app-port',
    'publish-all': 'app-port',
    volume: 'volumes',
    mount: 'volumes',
    env: 'env',
    'env-file': 'env',
    memory: 'memory',
    network: 'network',
    net: 'network',
    entrypoint: 'dockerfile',
};
/** Options that the action sets itself, or whose effect would break what it relies on. */
const fixedOptions = new Set(`attach cidfile detach detach-keys interactive ip ip6 label label-file link link-local-ip net-alias network-alias pull
  quiet restart rm sig-proxy tty`.split(/\s+/));
/**
 * Options whose values log, summary and artifact may show: limits, names, addresses, devices, what the kernel is asked for.
 * All others may hold a secret.
 */
const shownOptions = new Set(`add-host attach blkio-weight blkio-weight-device cap-add cap-drop cgroup-parent cgroupns cidfile cpu-count cpu-percent
  cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus cpuset-mems device device-cgroup-rule
  device-read-bps device-read-iops device-write-bps device-write-iops dns dns-opt dns-option dns-search domainname expose
  gpus group-add health-interval health-retries health-start-interval health-start-period health-timeout hostname
  io-maxbandwidth io-maxiops ip ip6 ipc isolation kernel-memory link log-driver mac-address memory memory-reservation
  memory-swap memory-swappiness name net net-alias network network-alias oom-score-adj pid pids-limit platform publish pull
  restart runtime security-opt shm-size stop-signal stop-timeout sysctl tmpfs ulimit user userns uts volume volume-driver
  volumes-from workdir`.split(/\s+/));
/** Options whose values are `key=value`, so that the key can be shown. */
const keyedOptions = new Set(['annotation', 'label', 'log-opt', 'storage-opt']);
/** Keys of those whose values are no secret either (docs.docker.com, logging drivers). */
const shownKeys = new Set('compress max-buffer-size max-file max-size mode size tag'.split(' '));

// EXTERNAL MODULE: ./.build/lib/values/nearest.js
var nearest = __webpack_require__(85563);
;// CONCATENATED MODULE: ./.build/lib/values/shell-words.js

/** What a shell would act on instead of taking it as it stands (POSIX.1-2017, Shell Command Language 2.2, 2.6). */
const active = new Set([';', '|', '&', '<', '>', '(', ')', '$', '`', '*', '?', '[']);
/** What acts only where a word begins. */
const activeFirst = new Set(['#', '~']);
/**
 * Splits words as a shell does: blanks and line breaks between them, single and double quotes, backslash. Nothing is
 * run or replaced, so whatever a shell would run or replace is refused, and an open quote too (which is why this is not
 * shell-quote's `parse`: it drops open quotes and variables in silence). Throws `INPUT_DOCKER_OPTIONS`.
 */
function splitWords(text) {
    const words = [];
    let word;
    let at = 0;
    const refuse = (sign, index) => (0,failure/* failure */.V2)('INPUT_DOCKER_OPTIONS', { sign, column: index + 1 });
    while (at < text.length) {
        const sign = text[at] ?? '';
        const rest = text.slice(at);
        if (rest.startsWith('\\\n')) {
            at += 2;
        }
        else if (/[ \t\r\n]/.test(sign)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
            at += 1;
        }
        else if (sign === '\0' || active.has(sign) || (word === undefined && activeFirst.has(sign))) {
            throw refuse(sign === '\0' ? 'NUL' : `\`${sign}\``, at);
        }
        else if (sign === '\\') {
            if (at + 1 === text.length)
                throw refuse('`\\`', at);
            word = (word ?? '') + text[at + 1];
            at += 2;
        }
        else if (sign === "'") {
            const end = text.indexOf("'", at + 1);
            if (end < 0)
                throw refuse("`'`", at);
            word = (word ?? '') + text.slice(at + 1, end);
            at = end + 1;
        }
        else if (sign === '"') {
            const inside = /^"((?:[^"\\]|\\[\s\S])*)"/.exec(rest)?.[1];
            if (inside === undefined)
                throw refuse('`"`', at);
            const live = /^(?:[^\\$`]|\\[\s\S])*[$`]/.exec(inside)?.[0];
            if (live !== undefined)
                throw refuse(`\`${live.at(-1)}\``, at + live.length);
            word = (word ?? '') + inside.replace(/\\([$`"\\\n])/g, (_, escaped) => (escaped === '\n' ? '' : escaped));
            at += inside.length + 2;
        }
        else {
            word = (word ?? '') + sign;
            at += 1;
        }
    }
    if (word !== undefined)
        words.push(word);
    return words;
}

;// CONCATENATED MODULE: ./.build/lib/values/docker-options.js




/**
 * Further words of `docker run`, split as a shell splits them. Every word is an option that Docker knows or its value.
 * Throws `INPUT_DOCKER_OPTIONS` where it cannot be split, else `Failures` of `INPUT_DOCKER_OPTION_*`, all of them.
 */
function parseDockerOptions(value) {
    const words = splitWords(value);
    const failures = [];
    for (const found of walk(words)) {
        if (found instanceof failure/* Failure */.HR)
            failures.push(found);
        else {
            const problem = refusal(found);
            if (problem)
                failures.push(problem);
        }
    }
    if (failures.length > 0)
        throw new failure/* Failures */.oo(failures);
    return words;
}
/** Whether parsed options hold the option of this long name (`log-driver`), in whichever form it was written. */
function givesOption(words, name) {
    return [...walk(words)].some((found) => !(found instanceof failure/* Failure */.HR) && found.name === name);
}
/** The value of the option of this long name, the last one of several; undefined: it is not given, or takes none. */
function valueOfOption(words, name) {
    const given = [...walk(words)].findLast((found) => !(found instanceof failure/* Failure */.HR) && found.name === name);
    if (given === undefined || given instanceof failure/* Failure */.HR || given.value === undefined)
        return undefined;
    return words[given.value.word]?.slice(given.value.from);
}
/** The same words for people to read: values are left out but for those of options that hold no secret. */
function shownOptionsOf(words) {
    const shown = [...words];
    for (const { word, from } of hiddenParts(words))
        shown[word] = `${words[word]?.slice(0, from)}…`;
    return shown;
}
/** What {@link shownOptionsOf} leaves out. */
function valuesToHide(words) {
    return hiddenParts(words).map(({ word, from }) => words[word]?.slice(from) ?? '');
}
function hiddenParts(words) {
    return [...walk(words)].flatMap((found) => {
        if (found instanceof failure/* Failure */.HR || found.value === undefined)
            return [];
        const { name, value } = found;
        const text = words[value.word]?.slice(value.from) ?? '';
        if (text === '' || switchOptions.has(name) || (shownOptions.has(name) && isPlain(text)))
            return [];
        // `--log-opt splunk-token=...`: the name of the value is no secret.
        const key = keyedOptions.has(name) ? /^[\w.-]+(?==)/.exec(text)?.[0] : undefined;
        if (key === undefined)
            return [value];
        const known = name !== 'label' && name !== 'annotation' && shownKeys.has(key);
        return known ? [] : [{ word: value.word, from: value.from + key.length + 1 }];
    });
}
/** A profile of seccomp stands in its option as a whole. */
function isPlain(value) {
    return value.length <= 200 && !/[\n{]/.test(value);
}
/** Goes over the words as Docker's parser (spf13/pflag) does; what is no option comes out as a failure. */
function* walk(words) {
    for (let at = 0; at < words.length; at++) {
        const word = words[at] ?? '';
        let last;
        if (/^--[^=]/.test(word)) {
            const [written = '', ...inline] = word.split('=');
            const option = { written, name: written.slice(2) };
            if (inline.length === 0)
                last = option;
            else
                yield { ...option, value: { word: at, from: written.length + 1 } };
        }
        else if (/^-[^-]/.test(word)) {
            for (let i = 1; i < word.length; i++) {
                const letter = word[i] ?? '';
                const option = { written: `-${letter}`, name: shortOptions[letter] ?? letter };
                // `-m512m`, `-m=512m`, `-i=true`: the rest of the word is the value.
                if (word[i + 1] === '=' || (valueOptions.has(option.name) && i + 1 < word.length)) {
                    yield { ...option, value: { word: at, from: word[i + 1] === '=' ? i + 2 : i + 1 } };
                    break;
                }
                if (i + 1 === word.length)
                    last = option;
                else
                    yield option;
            }
        }
        else {
            // What follows a value that is not shown is mostly the rest of it.
            const ofValue = hiddenParts(words.slice(0, at)).some((part) => part.word === at - 1);
            yield (0,failure/* failure */.V2)('INPUT_DOCKER_OPTION_WORD', { word: ofValue ? '…' : word });
        }
        if (last === undefined)
            continue;
        if (!valueOptions.has(last.name)) {
            yield last;
            continue;
        }
        at += 1;
        yield { ...last, value: { word: at, from: 0 } };
        if (at >= words.length)
            yield (0,failure/* failure */.V2)('INPUT_DOCKER_OPTION_VALUE', { option: last.written });
    }
}
function refusal({ written, name }) {
    const input = Object.hasOwn(optionsOfInputs, name) ? optionsOfInputs[name] : undefined;
    if (input !== undefined)
        return (0,failure/* failure */.V2)('INPUT_DOCKER_OPTION_RESERVED', { option: written, input });
    if (fixedOptions.has(name))
        return (0,failure/* failure */.V2)('INPUT_DOCKER_OPTION_FIXED', { option: written });
    if (valueOptions.has(name) || switchOptions.has(name))
        return undefined;
    const near = (0,nearest/* nearest */.p)(name, [...valueOptions, ...switchOptions]);
    return (0,failure/* failure */.V2)('INPUT_DOCKER_OPTION_UNKNOWN', { option: written, nearest: near && `--${near}` });
}


/***/ }),

/***/ 93609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ parseDomain)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21625);



/**
 * A host name that can have a certificate, lower-case, in punycode where it is not ASCII (RFC 1123 2.1, RFC 5891).
 * Throws `INPUT_DOMAIN`.
 */
function parseDomain(value) {
    // domainToASCII forgives what is no host name (it cuts at `/`), so those signs are refused before.
    const ascii = /[\s/\\:@?#%*_$[\]<>^|]/.test(value) ? '' : (0,node_url__WEBPACK_IMPORTED_MODULE_1__.domainToASCII)(value).toLowerCase();
    const labels = ascii.split('.');
    const good = ascii.length <= 253 &&
        labels.length >= 2 &&
        labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
        !/^\d+$/.test(labels.at(-1) ?? '') &&
        labels.at(-1) !== 'localhost' &&
        (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(ascii) === 0;
    if (!good)
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('INPUT_DOMAIN', { value });
    return ascii;
}


/***/ }),

/***/ 91380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ renderEnvironment),
/* harmony export */   KL: () => (/* binding */ isVariableName),
/* harmony export */   Nq: () => (/* binding */ parseEnvironment),
/* harmony export */   sm: () => (/* binding */ valuesOf)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _redaction_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3682);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57546);



/** Docker reads env files by lines of less than 64 KiB (Go's bufio.MaxScanTokenSize). */
const longestLine = 65_535;
/**
 * Lines `NAME=value`; a value is what follows the first `=`, to the letter. Lines are named by number only, since any
 * of them may be a secret. Throws `Failures` of `INPUT_ENV_LINE`, `INPUT_ENV_TWICE`, `INPUT_ENV_LONG`.
 */
function parseEnvironment(value) {
    const failures = [];
    const variables = [];
    for (const { number: line, text } of (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .D)(value)) {
        const [, name, rest] = /^([^=]*)=([^\0\r]*)$/.exec(text) ?? [];
        if (name === undefined || rest === undefined || !isVariableName(name))
            failures.push((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_ENV_LINE', { line }));
        else if (variables.some((other) => other.name === name))
            failures.push((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_ENV_TWICE', { line, name }));
        else if (Buffer.byteLength(text) >= longestLine)
            failures.push((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_ENV_LONG', { line }));
        else
            variables.push({ name, value: new _redaction_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(rest) });
    }
    if (failures.length > 0)
        throw new _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failures */ .oo(failures);
    return variables;
}
/** Whether `env` takes a variable of this name. */
function isVariableName(name) {
    return /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name);
}
/** Variables with their values, for what is read of them on the runner. */
function valuesOf(variables) {
    return Object.fromEntries(variables.map(({ name, value }) => [name, value.reveal()]));
}
/** The text of an env file for docker (`--env-file`). */
function renderEnvironment(variables) {
    return new _redaction_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(variables.map(({ name, value }) => `${name}=${value.reveal()}\n`).join(''));
}


/***/ }),

/***/ 16426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G3: () => (/* binding */ accepts),
/* harmony export */   L: () => (/* binding */ anyStatus),
/* harmony export */   Lj: () => (/* binding */ okStatus),
/* harmony export */   R8: () => (/* binding */ belowServerError),
/* harmony export */   RW: () => (/* binding */ guardedStatus),
/* harmony export */   VM: () => (/* binding */ renderHealthStatus),
/* harmony export */   wX: () => (/* binding */ parseHealthStatus),
/* harmony export */   y: () => (/* binding */ statusCondition)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** `200`, `200-299`, `200,204`. Throws `INPUT_HEALTH_STATUS`. */
function parseHealthStatus(value) {
    return value.split(',').map((part) => {
        const [, from, to = from] = /^\s*([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?\s*$/.exec(part) ?? [];
        if (from === undefined || Number(to) < Number(from))
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_HEALTH_STATUS', { value });
        return { from: Number(from), to: Number(to) };
    });
}
/** The ranges as the input writes them. */
function renderHealthStatus(ranges) {
    return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}
/** Whether a status lies in one of the ranges. */
function accepts(ranges, status) {
    return ranges.some(({ from, to }) => status >= from && status <= to);
}
/** Bash condition: whether the variable `name` holds a status of `ranges`, as {@link accepts} has it. */
function statusCondition(name, ranges) {
    return `{ ${ranges.map(({ from, to }) => `{ [ "$${name}" -ge ${from} ] && [ "$${name}" -le ${to} ]; }`).join(' || ')}; }`;
}
/** What shows that anything answered at all. */
const anyStatus = [{ from: 1, to: 999 }];
/** What a page that can be read is served with. */
const okStatus = [{ from: 200, to: 200 }];
/** What an endpoint answers that asks for a login, or that is not there. */
const guardedStatus = [
    { from: 401, to: 401 },
    { from: 404, to: 404 },
];
/** What counts where only the server's own errors do not: the application answers, be it with a login page. */
const belowServerError = [{ from: 100, to: 499 }];


/***/ }),

/***/ 13694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ parseInstanceId),
/* harmony export */   z: () => (/* binding */ isInstanceId)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** Whether `value` is the id of an instance: of Lighthouse (`lhins-…`) or CVM (`ins-…`; Tencent's "instance metadata"). */
function isInstanceId(value) {
    return /^(ins|lhins)-[a-z0-9]{4,20}$/.test(value);
}
/** The id of an instance of Tencent Cloud. Throws `INPUT_INSTANCE_ID`. */
function parseInstanceId(value) {
    if (!isInstanceId(value))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_INSTANCE_ID', { value });
    return value;
}


/***/ }),

/***/ 29866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ withoutVersion),
/* harmony export */   f: () => (/* binding */ appNameOfJar)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _app_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55508);


/**
 * The application's name in the file name of its jar, version and suffix dropped:
 * `MCCM-server-0.0.1-SNAPSHOT.jar` -> `MCCM-server`. Throws `Failure` APP_NAME_INVALID where nothing usable is left.
 */
function appNameOfJar(fileName) {
    const name = withoutVersion(fileName.replace(/\.[jw]ar$/i, ''));
    if (!(0,_app_name_js__WEBPACK_IMPORTED_MODULE_1__/* .isAppName */ .fq)(name))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APP_NAME_INVALID', { name, source: fileName });
    return name;
}
/** `name` without its version: from the first dotted number on, else a last number, date or `SNAPSHOT`. */
function withoutVersion(name) {
    return name
        .replace(/^(.+?)[-_.]v?\d+(?:\.\d+)+(?:[-_.+].*|[A-Za-z]+\d*)?$/i, '$1')
        .replace(/^(.+?)-SNAPSHOT$/i, '$1')
        .replace(/^(.+?)-v?\d+$/i, '$1');
}


/***/ }),

/***/ 44582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ systemProperties),
/* harmony export */   GJ: () => (/* binding */ tooLongForJava8),
/* harmony export */   OP: () => (/* binding */ javaWords),
/* harmony export */   Uy: () => (/* binding */ parseJavaOptions),
/* harmony export */   aX: () => (/* binding */ propertiesOfEnvironment),
/* harmony export */   b8: () => (/* binding */ secretsOfJavaOptions),
/* harmony export */   lw: () => (/* binding */ javaOptionsVariable),
/* harmony export */   s9: () => (/* binding */ shownJavaOptions),
/* harmony export */   wv: () => (/* binding */ isSecretProperty)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _redaction_command_word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54142);


/** The variable that a JVM takes options from, whoever starts it. */
const javaOptionsVariable = 'JAVA_TOOL_OPTIONS';
/**
 * Options for the JVM, on one line. Throws `INPUT_JAVA_OPTIONS_LINE` for a control character, `INPUT_JAVA_OPTIONS_QUOTE`
 * for a quote that is not closed, with which no JVM starts.
 */
function parseJavaOptions(value) {
    if (/[\x00-\x1f\x7f]/.test(value))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_JAVA_OPTIONS_LINE', {});
    if (javaWords(value) === undefined)
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_JAVA_OPTIONS_QUOTE', {});
    return value;
}
/** Whether Java 8 would pass over options: its buffer for the variable holds 1024 bytes (HotSpot 8, arguments.cpp). */
function tooLongForJava8(options) {
    return Buffer.byteLength(options) >= 1024;
}
/**
 * The options in a variable such as `JAVA_TOOL_OPTIONS`, as the JVM splits them: blanks between them, quotes of both
 * kinds around blanks, no escapes (HotSpot, Arguments::parse_options_buffer). Undefined where a quote is not closed.
 */
function javaWords(text) {
    const words = [];
    let word;
    for (let at = 0; at < text.length; at += 1) {
        const sign = text[at] ?? '';
        if (/\s/.test(sign)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
        else if (sign === '"' || sign === "'") {
            const end = text.indexOf(sign, at + 1);
            if (end < 0)
                return undefined;
            word = (word ?? '') + text.slice(at + 1, end);
            at = end;
        }
        else {
            word = (word ?? '') + sign;
        }
    }
    return word === undefined ? words : [...words, word];
}
/** The system properties (`-Dname=value`) that options set; of two of one name the later one. */
function systemProperties(options) {
    const found = (javaWords(options) ?? []).map((word) => /^-D([^=]+)=(.*)$/s.exec(word));
    return Object.fromEntries(found.flatMap((match) => (match === null ? [] : [[match[1] ?? '', match[2] ?? '']])));
}
/** Options for people to read: of a system property the name alone. */
function shownJavaOptions(options) {
    return (javaWords(options) ?? []).map(_redaction_command_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shownWord */ .o).join(' ');
}
/** Values of system properties that are secrets by their names (`-Djavax.net.ssl.keyStorePassword=…`). */
function secretsOfJavaOptions(options) {
    return Object.entries(systemProperties(options)).flatMap(([name, value]) => (isSecretProperty(name) ? [value] : []));
}
/** Whether a system property is a secret by its name. */
function isSecretProperty(name) {
    return /passw|passphrase|secret|token|credential|key$/i.test(name);
}
/** The variables that a JVM takes options from, the later one winning; the second is known to Java 9 and later. */
const optionVariables = [javaOptionsVariable, 'JDK_JAVA_OPTIONS'];
/** The system properties that an environment sets by the variables of the JVM. */
function propertiesOfEnvironment(environment) {
    return Object.assign({}, ...optionVariables.map((name) => systemProperties(environment[name] ?? '')));
}


/***/ }),

/***/ 57546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf)
/* harmony export */ });
/** The lines of an input that hold something. */
function linesOf(value) {
    return value
        .split('\n')
        .map((line, index) => ({ number: index + 1, text: line.replace(/\r$/, '').trimStart() }))
        .filter((line) => line.text !== '');
}


/***/ }),

/***/ 71798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ roomBesideHeap),
/* harmony export */   Pw: () => (/* binding */ parseMemory),
/* harmony export */   Te: () => (/* binding */ roundedUp),
/* harmony export */   ZY: () => (/* binding */ memoryBytes),
/* harmony export */   lv: () => (/* binding */ MiB),
/* harmony export */   z6: () => (/* binding */ heapPercentage)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** Bytes that each unit of `docker run --memory` stands for. */
const units = { '': 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
/**
 * The least that is taken, in bytes: what falls below is a unit forgotten. examples/backend, about as small as a web
 * application of Spring Boot gets, was killed with 112m and ran with 128m (OpenJDK 17; a JVM alone starts with 12m).
 */
const least = 64 * 1024 ** 2;
/** A limit for `docker run --memory`, in its notation and lower case: `512m`, `1g`, bytes. Throws `INPUT_MEMORY`. */
function parseMemory(value) {
    const bytes = memoryBytes(value.toLowerCase());
    // Beyond what a number holds exactly, no server has that much.
    if (!(bytes >= least) || !Number.isSafeInteger(bytes))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_MEMORY', { value });
    return value.toLowerCase();
}
/** The bytes that a limit in the notation of Docker, lower case, stands for; NaN where it is none. */
function memoryBytes(limit) {
    const [, digits, unit = ''] = /^(\d{1,15})([bkmg]?)$/.exec(limit) ?? [];
    return Number(digits) * (units[unit] ?? Number.NaN);
}
/** Bytes of a MiB, Docker's `1m`. */
const MiB = 1024 ** 2;
/**
 * What is left to a JVM of a web application beside its heap, in bytes: metaspace, code, threads and buffers of Spring Boot
 * come to 150 to 250 MiB.
 */
const roomBesideHeap = 250 * MiB;
/** A limit of so many bytes at least, in steps of 64 MiB: `640m`. */
function roundedUp(bytes) {
    return `${Math.ceil(bytes / (64 * MiB)) * 64}m`;
}
/** The percentage of a limit, in steps of 5, which as a heap leaves that room; negative where the limit is less. */
function heapPercentage(limit) {
    return Math.floor((1 - roomBesideHeap / limit) * 20) * 5;
}


/***/ }),

/***/ 15343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseFiles),
/* harmony export */   E: () => (/* binding */ besideVolumes)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57546);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34374);



/**
 * Lines `runner-path:container-path`, sorted by the latter. The last colon divides, so that a path of Windows may have
 * its drive. Throws `Failures` of `INPUT_FILE` and `INPUT_FILE_PLACE`, all of them.
 */
function parseFiles(value) {
    const failures = [];
    const files = [];
    for (const { number: line, text } of (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .D)(value)) {
        const [, source, container = ''] = /^(.+):([^:]+)$/.exec(text.trimEnd()) ?? [];
        // What ends in a slash is a folder.
        const bad = source === undefined || /[\x00-\x1f]/.test(source) || !(0,_volumes_js__WEBPACK_IMPORTED_MODULE_1__/* .isFolder */ .lQ)(container) || /\/\.?$/.test(container);
        if (bad)
            failures.push((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_FILE', { line, value: text }));
        else
            files.push({ source: source.trim(), container: container.replace(/\/(\.?\/)+/g, '/') });
    }
    failures.push(...inEachOthersWay(files));
    if (failures.length > 0)
        throw new _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failures */ .oo(failures);
    return files.toSorted((a, b) => (a.container < b.container ? -1 : 1));
}
function inEachOthersWay(files) {
    return files.flatMap(({ container: path }, at) => {
        const other = files.slice(0, at).find(({ container }) => isWithin(path, container) || isWithin(container, path));
        return other === undefined ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_FILE_PLACE', { path, other: other.container })];
    });
}
/**
 * Files that cannot be mounted beside `volumes`: in the place of one, around one, or within one that is read-only, where
 * Docker cannot make the file that it mounts over.
 */
function besideVolumes(files, volumes) {
    return files.flatMap(({ container: path }) => {
        const other = volumes.find((volume) => isWithin(volume.container, path) || (volume.readOnly && isWithin(path, volume.container)));
        return other === undefined ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_FILE_PLACE', { path, other: other.container })];
    });
}
/** Whether a path is another one or lies below it. */
function isWithin(path, other) {
    return path === other || path.startsWith(`${other}/`);
}


/***/ }),

/***/ 85563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ changesBetween),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/**
 * The name among `names` that takes the fewest insertions, removals, replacements and swaps of two letters to become
 * `word`; undefined where that would change more than a third of the letters: such a name tells nobody anything.
 */
function nearest(word, names) {
    const [best] = names
        .map((name) => ({ name, changes: changesBetween(word, name) }))
        .toSorted((a, b) => a.changes - b.changes);
    return best !== undefined && best.changes <= Math.max(1, Math.floor(word.length / 3)) ? best.name : undefined;
}
/** Optimal string alignment distance, row by row. */
function changesBetween(a, b) {
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
            next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        before = row;
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 95466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rr: () => (/* binding */ parsePath),
/* harmony export */   fj: () => (/* binding */ parseHealthPath),
/* harmony export */   sn: () => (/* binding */ parseSitePath)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** A path (or glob) on the runner: one line. Throws `INPUT_PATH`. */
function parsePath(value, name) {
    if (/[\x00-\x1f]/.test(value))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_PATH', { name, value });
    return value;
}
/**
 * The path and query of a URL (RFC 3986 3.3, 3.4), in a form that nginx takes literally: it has no escape for `$`.
 * Throws `INPUT_HEALTH_PATH`.
 */
function parseHealthPath(value) {
    if (!/^\/([A-Za-z0-9\-._~!&()*+,;=:@/?]|%[0-9A-Fa-f]{2})*$/.test(value))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_HEALTH_PATH', { value });
    return value;
}
/**
 * The path of a site, of signs that neither nginx nor a URL needs quoted, `/` at both ends (added where missing).
 * Throws `INPUT_SITE_PATH`.
 */
function parseSitePath(value) {
    const path = `/${value}/`.replace(/^\/\//, '/').replace(/\/\/$/, '/');
    const parts = path.slice(1, -1).split('/');
    const good = (part) => /^[A-Za-z0-9._~-]+$/.test(part) && !/^\.+$/.test(part);
    if (path !== '/' && !parts.every(good))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_SITE_PATH', { value });
    return path;
}


/***/ }),

/***/ 67829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ isPublicAddress)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);

const notPublic = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
// RFC 1918, shared address space (RFC 6598), loopback, link-local, unique local (RFC 4193); and what is no host's
// address at all: "this network", multicast and reserved. 198.18.0.0/15 is left out: practice networks use it.
const subnets = [
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['0.0.0.0', 8],
    ['224.0.0.0', 3],
    ['::', 128],
    ['::1', 128],
    ['fe80::', 10],
    ['fc00::', 7],
    ['ff00::', 8],
];
for (const [network, prefix] of subnets)
    notPublic.addSubnet(network, prefix, (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(network) === 6 ? 'ipv6' : 'ipv4');
/** Whether the world can reach `address` (IPv4, IPv6, or IPv4 in IPv6's notation); false for what is no address. */
function isPublicAddress(address) {
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address);
    return family !== 0 && !notPublic.check(address, family === 6 ? 'ipv6' : 'ipv4');
}


/***/ }),

/***/ 59952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ parseSpringProfile)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** Profile names, separated by commas, blanks around them dropped. Throws `INPUT_PROFILE`. */
function parseSpringProfile(value) {
    const names = value.split(',').map((name) => name.trim());
    if (!names.every((name) => /^[A-Za-z0-9_.@+-]+$/.test(name)))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_PROFILE', { value });
    return names.join(',');
}


/***/ }),

/***/ 90314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseTimezone),
/* harmony export */   r: () => (/* binding */ isUtc)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85563);


/**
 * Abbreviations of Java 1.1 that ICU still takes, though they are no names of the IANA database: `CST` would be
 * Chicago's time, and whoever writes it in China means another.
 */
const abbreviations = new Set(`ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST`.split(' '));
/**
 * A time zone by its name in the IANA database. An alias (`PRC`) becomes the zone that it stands for: `TZ` tells upper
 * from lower case, and a name that it does not know is UTC in silence. Throws `INPUT_TIMEZONE`.
 */
function parseTimezone(value) {
    const zone = /^(?!SystemV)[A-Za-z]/.test(value) && !abbreviations.has(value.toUpperCase()) && zoneOf(value);
    if (zone)
        return zone;
    throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_TIMEZONE', { value, nearest: (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(value, ['UTC', ...Intl.supportedValuesOf('timeZone')]) });
}
/** Whether a name stands for UTC, which is what a container has without being told. */
function isUtc(zone) {
    return /^(Etc\/)?(UTC|UCT|Zulu|Universal|Greenwich|GMT([+-]?0)?)$/.test(zone);
}
/** The zone as ICU names it; undefined where it knows none of this name. */
function zoneOf(name) {
    try {
        return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 34374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ isMounted),
/* harmony export */   Jl: () => (/* binding */ renderVolume),
/* harmony export */   Xw: () => (/* binding */ parseVolumes),
/* harmony export */   lQ: () => (/* binding */ isFolder)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57546);



/** Lines `host:container[:ro]`. Throws `Failures` of `INPUT_VOLUME` and `INPUT_VOLUME_TWICE`, one a line. */
function parseVolumes(value) {
    const failures = [];
    const volumes = [];
    for (const { number, text } of (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .D)(value)) {
        const volume = parseVolume(text.trimEnd());
        if (!volume)
            failures.push((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('INPUT_VOLUME', { line: number, value: text }));
        else if (volumes.some((other) => other.container === volume.container)) {
            failures.push((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('INPUT_VOLUME_TWICE', { line: number, path: volume.container }));
        }
        else
            volumes.push(volume);
    }
    if (failures.length > 0)
        throw new _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failures */ .oo(failures);
    return volumes;
}
/** One volume as the input and `docker run -v` write it. */
function renderVolume({ host, container, readOnly }) {
    return `${host}:${container}${readOnly ? ':ro' : ''}`;
}
function parseVolume(line) {
    const [host, container, mode, ...rest] = line.split(':');
    if (host === undefined || container === undefined || rest.length > 0)
        return undefined;
    if (mode !== undefined && mode !== 'ro' && mode !== 'rw')
        return undefined;
    if (!isFolder(host) || !isFolder(container))
        return undefined;
    return { host: clean(host), container: clean(container), readOnly: mode === 'ro' };
}
/** Whether a path is absolute, below the root, and without `..`. */
function isFolder(path) {
    const safe = path.startsWith('/') && !/[\\\x00-\x1f\x7f]/.test(path) && !path.split('/').includes('..');
    return safe && clean(path) !== '/';
}
/** Without doubled slashes, `.` and the slash at the end, so that equal folders are equal texts. */
function clean(path) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path).replace(/(.)\/+$/, '$1');
}
/** Whether a path in a container is in one of its mounts. */
function isMounted(path, volumes) {
    return volumes.some(({ container }) => path === container || path.startsWith(`${container}/`));
}


/***/ })

};
