export const id = 339;
export const ids = [339];
export const modules = {

/***/ 56339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _messages_aftermath_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39243);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21625);
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(91520);
/* harmony import */ var _redaction_secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51361);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(22144);
/* harmony import */ var _settings_inputs_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(95129);
/* harmony import */ var _settings_masks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(56617);
/* harmony import */ var _settings_public_facts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88919);
/* harmony import */ var _settings_read_settings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68836);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(43482);
/* harmony import */ var _console_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(38588);
/* harmony import */ var _id_token_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(24880);
/* harmony import */ var _origin_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(14555);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(78732);
















/** Seconds for giving back what the run held only for its own time. */
const leaseSeconds = 60;
/**
 * The post step: says what became of a run that was cancelled or killed, asks the server where the run did not see the end
 * of its switch, and gives back what the run still held. The lock needs nothing: it is free some seconds after the last
 * heartbeat. Never throws.
 */
async function post() {
    const inputs = (0,_settings_inputs_js__WEBPACK_IMPORTED_MODULE_12__/* .inputsFrom */ .W)(process.env);
    const language = (0,_settings_read_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .languageOf */ .eX)(inputs);
    const secrets = (0,_redaction_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .openSecrets */ .c)(_console_js__WEBPACK_IMPORTED_MODULE_9__/* .hide */ .jD);
    // Given back last: to ask the server may need it.
    const duties = [
        async () => tell(await whatIsLeftToSay(inputs, language, secrets), language),
        () => giveBackLeases(inputs, language, secrets),
    ];
    for (const duty of duties) {
        try {
            await duty();
        }
        catch (error) {
            for (const { text: told } of (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .failuresOf */ .dJ)(error))
                (0,_console_js__WEBPACK_IMPORTED_MODULE_9__/* .warn */ .R8)(_messages_aftermath_js__WEBPACK_IMPORTED_MODULE_2__/* .aftermathMessages */ .d.unreachable(told.what)[language]);
        }
    }
    (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_8__/* .endSoon */ .n)();
}
function settingsOf(inputs, secrets) {
    const settings = (0,_settings_read_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .readSettings */ .sb)(inputs);
    secrets.include((0,_settings_masks_js__WEBPACK_IMPORTED_MODULE_5__/* .masks */ .S)(settings), (0,_settings_public_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .publicFacts */ .F)(settings));
    return settings;
}
async function giveBackLeases(inputs, language, secrets) {
    const notes = (0,_state_js__WEBPACK_IMPORTED_MODULE_11__/* .rememberedLeases */ .uO)();
    if (notes.length === 0)
        return;
    const { leases } = await Promise.all(/* import() */[__webpack_require__.e(870), __webpack_require__.e(663)]).then(__webpack_require__.bind(__webpack_require__, 53546));
    const { openAccount } = await Promise.all(/* import() */[__webpack_require__.e(479), __webpack_require__.e(402)]).then(__webpack_require__.bind(__webpack_require__, 49479));
    const { giveBackNoted } = await __webpack_require__.e(/* import() */ 8).then(__webpack_require__.bind(__webpack_require__, 36008));
    const { runnerLog } = await __webpack_require__.e(/* import() */ 951).then(__webpack_require__.bind(__webpack_require__, 67951));
    const limit = AbortSignal.timeout(leaseSeconds * 1000);
    const settings = settingsOf(inputs, secrets);
    const account = 'tencent' in settings ? settings.tencent : undefined;
    const run = {
        log: runnerLog(language, secrets),
        origin: (0,_origin_js__WEBPACK_IMPORTED_MODULE_13__/* .originOf */ .y)(process.env),
        now: Date.now,
        sleep: (milliseconds) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(milliseconds, undefined, { signal: limit }),
        hide: secrets.add,
        idToken: _id_token_js__WEBPACK_IMPORTED_MODULE_10__/* .idToken */ .f,
        proxies: process.env,
    };
    const tencent = account && openAccount(account, language, run, limit);
    await giveBackNoted(notes, leases, { tencent }, run.log, limit);
}
async function whatIsLeftToSay(inputs, language, secrets) {
    const [phase, note] = [(0,_state_js__WEBPACK_IMPORTED_MODULE_11__/* .rememberedPhase */ .q3)(), (0,_state_js__WEBPACK_IMPORTED_MODULE_11__/* .rememberedSwitch */ .lT)()];
    if (note?.fate === 'open')
        return askServer(note, inputs, language, secrets);
    if (phase === '' || phase === _state_js__WEBPACK_IMPORTED_MODULE_11__/* .ended */ .v6)
        return [];
    if (note === undefined)
        return [phase === 'resume' ? _messages_aftermath_js__WEBPACK_IMPORTED_MODULE_2__/* .aftermathMessages */ .d.inResume : _messages_aftermath_js__WEBPACK_IMPORTED_MODULE_2__/* .aftermathMessages */ .d.beforeSwitch(phase)];
    return [_messages_aftermath_js__WEBPACK_IMPORTED_MODULE_2__/* .aftermathMessages */ .d.fates[note.fate](note.release, note.previous)];
}
/** With all that SSH brings along: only where there is something to ask. */
async function askServer(note, inputs, language, secrets) {
    const { aftermath } = await Promise.all(/* import() */[__webpack_require__.e(487), __webpack_require__.e(252), __webpack_require__.e(32)]).then(__webpack_require__.bind(__webpack_require__, 12032));
    const { runnerLog } = await __webpack_require__.e(/* import() */ 951).then(__webpack_require__.bind(__webpack_require__, 67951));
    const settings = settingsOf(inputs, secrets);
    if (!('server' in settings))
        return [];
    const told = await aftermath(note, settings.server, runnerLog(language, secrets));
    return told.map(({ en, zh }) => (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_14__/* .text */ .Qq)(secrets.redact(en), secrets.redact(zh)));
}
/** As an annotation and in the summary: a step that was killed has left none. */
async function tell(texts, language) {
    if (texts.length === 0)
        return;
    const lines = texts.map((text) => text[language]);
    const title = _messages_aftermath_js__WEBPACK_IMPORTED_MODULE_2__/* .aftermathMessages */ .d.title[language];
    (0,_console_js__WEBPACK_IMPORTED_MODULE_9__/* .warn */ .R8)(lines.join('\n'), title);
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (file !== undefined && file !== '')
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(file, `## ${title}\n\n${lines.map(_report_markdown_js__WEBPACK_IMPORTED_MODULE_15__/* .plain */ .pj).join('\n\n')}\n`);
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


/***/ })

};
