export const id = 412;
export const ids = [412];
export const modules = {

/***/ 94412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aftermath: () => (/* binding */ aftermath_aftermath)
});

// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
// EXTERNAL MODULE: ./.build/lib/server/quote.js
var quote = __webpack_require__(76148);
// EXTERNAL MODULE: ./.build/lib/server/script-failure.js
var script_failure = __webpack_require__(72882);
// EXTERNAL MODULE: ./.build/lib/engine/journal.js
var journal = __webpack_require__(69426);
// EXTERNAL MODULE: ./.build/lib/engine/watch.js + 1 modules
var watch = __webpack_require__(25646);
;// CONCATENATED MODULE: ./.build/lib/engine/look-back.js





/** Reads the journal of a switch, and follows it for `seconds` at most while the script runs. Changes nothing. */
async function lookBack(server, folder, seconds, log) {
    const entries = [];
    const { stdout } = await server.run(lookBackScript(folder, seconds), {
        stallSeconds: seconds + 20,
        onLine: (line) => {
            const entry = (0,journal/* readJournalLine */.Yw)(line);
            if (entry === undefined)
                return;
            entries.push(entry);
            (0,watch/* tellEntry */.II)(entry, log);
        },
    });
    const { running, begun } = (0,script_failure/* factsIn */.PC)(stdout);
    const fate = begun === 'yes' ? (0,journal/* fateOf */._L)(entries, running === 'yes') : undefined;
    return { fate, running: running === 'yes' };
}
/** The script's process is known by its command line: after a reboot its number may be another's. */
function lookBackScript({ script, journal }, seconds) {
    return `${prelude/* prelude */.e}
script=${(0,quote/* quote */.h)(script)} journal=${(0,quote/* quote */.h)(journal)}
pid=$(cat "$script.pid" 2>/dev/null)
running() { [ -n "$pid" ] && tr '\\0' '\\n' 2>/dev/null <"/proc/$pid/cmdline" | grep -qxF -e "$script"; }
begun=no
if running; then
  begun=yes
  timeout ${seconds} tail -n +1 -s 0.1 -F --pid="$pid" "$journal" 2>/dev/null
elif [ -s "$journal" ]; then
  cat "$journal"
fi
[ ! -s "$journal" ] || begun=yes
if running; then fact running yes; fi
fact begun $begun
exit 0
`;
}

// EXTERNAL MODULE: ./.build/lib/messages/aftermath.js
var aftermath = __webpack_require__(39243);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 41 modules
var failure = __webpack_require__(60109);
// EXTERNAL MODULE: ./.build/lib/commands/connect.js + 20 modules
var commands_connect = __webpack_require__(91946);
;// CONCATENATED MODULE: ./.build/lib/commands/aftermath.js





/** Seconds for connecting, and for following a switch that still runs. */
const patience = { connect: 20, follow: 60 };
/**
 * What became of a switch whose run was cut short: which version is live, as far as that is known. Asks the server,
 * takes no lock, changes nothing. Never throws, and ends in less than two minutes.
 */
async function aftermath_aftermath({ folder, ...note }, settings, log, { connect, follow } = patience) {
    const limit = overallLimit(settings.host, connect + follow + 20);
    try {
        log.info(aftermath/* aftermathMessages */.d.looking(settings.host, follow));
        const brief = { ...settings, connectTimeoutSeconds: Math.min(connect, settings.connectTimeoutSeconds) };
        const session = await (0,cancel/* unlessCancelled */.M)(() => (0,commands_connect/* connectTo */.m)(brief, { log, cancelled: limit }), limit);
        try {
            return found(note, await (0,cancel/* unlessCancelled */.M)(() => lookBack(session, folder, follow, log), limit));
        }
        finally {
            session.dispose();
        }
    }
    catch (error) {
        const [first] = (0,failure/* failuresOf */.dJ)(error);
        return [aftermath/* aftermathMessages */.d.fates.open(note.release, note.previous), aftermath/* aftermathMessages */.d.unreachable(first.text.what)];
    }
}
/** Aborted after `seconds`, whatever still moves. */
function overallLimit(host, seconds) {
    const controller = new AbortController();
    const stalled = () => controller.abort((0,failure/* failure */.V2)('CONNECTION_STALLED', { host, seconds }));
    setTimeout(stalled, seconds * 1000).unref();
    return controller.signal;
}
function found({ release, previous }, seen) {
    const { fate, running } = seen;
    if (fate === undefined)
        return [aftermath/* aftermathMessages */.d.notBegun(release, previous)];
    return [aftermath/* aftermathMessages */.d.fates[fate](release, previous), ...(fate === 'committed' && running ? [aftermath/* aftermathMessages */.d.tidying] : [])];
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

/***/ 69426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O7: () => (/* binding */ stuckSteps),
/* harmony export */   Yw: () => (/* binding */ readJournalLine),
/* harmony export */   _L: () => (/* binding */ fateOf),
/* harmony export */   cG: () => (/* binding */ failedStep),
/* harmony export */   sG: () => (/* binding */ outcomeOf)
/* harmony export */ });
/** What the journal says of a switch; `running`: its script may still write. */
function fateOf(entries, running) {
    const proven = entries.some((entry) => entry.event === 'committed');
    return outcomeOf(entries) ?? (proven ? 'committed' : running ? 'open' : 'cut-short');
}
/** Reads one line of a switch's journal; undefined when it is none (a line cut short by a crash). */
function readJournalLine(line) {
    const [, at, event, step, detail] = /^(\d+\.\d+) ([a-z]+) (\S+) ?(.*)$/.exec(line) ?? [];
    if (at === undefined || event === undefined || step === undefined)
        return undefined;
    return { at: Number(at), event, step, detail: detail ?? '' };
}
/** How the switch ended, or undefined while it has not. The outcome stands where the other events have their step. */
function outcomeOf(entries) {
    const last = entries.findLast((entry) => entry.event === 'outcome');
    return outcomes.find((outcome) => outcome === last?.step);
}
const outcomes = ['committed', 'undone', 'stuck'];
/** The steps that could not be undone. */
function stuckSteps(entries) {
    return entries.filter((entry) => entry.event === 'stuck').map(({ step }) => step);
}
/** The step that failed and why, where one did. */
function failedStep(entries) {
    return entries.find((entry) => entry.event === 'failed');
}


/***/ }),

/***/ 25646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M6: () => (/* binding */ reconnect),
  II: () => (/* binding */ tellEntry),
  cF: () => (/* binding */ watchSwitch)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 41 modules
var failure = __webpack_require__(60109);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/switch.js

/** What the log says while the server switches. */
const switchMessages = {
    connectionLost: (code) => (0,messages_text/* text */.Qq)(`The connection was lost (${code}); the server goes on alone. Connecting again.`, `连接中断（${code}）；服务器会独立继续。正在重新连接。`),
    followedAfterCancel: (0,messages_text/* text */.Qq)('Cancelled during the switch. The server completes it without the runner; following it for a few seconds.', '切换过程中收到取消请求。服务器会独立完成切换；继续跟踪数秒。'),
    connectedAgain: (0,messages_text/* text */.Qq)('Connected again; the switch was found.', '已重新连接，并找到了正在进行的切换。'),
    /** What is said of an event of the journal; events not listed are not told. */
    events: {
        done: (step) => (0,messages_text/* text */.Qq)(`done: ${step}`, `完成：${step}`),
        failed: (step) => (0,messages_text/* text */.Qq)(`failed: ${step}; everything is being taken back`, `失败：${step}；正在全部撤销`),
        undone: (step) => (0,messages_text/* text */.Qq)(`undone: ${step}`, `已撤销：${step}`),
        stuck: (step) => (0,messages_text/* text */.Qq)(`could not be undone: ${step}`, `未能撤销：${step}`),
        skipped: (step) => (0,messages_text/* text */.Qq)(`skipped: ${step}, because the record failed`, `已跳过：${step}，因为记录失败`),
        committed: () => (0,messages_text/* text */.Qq)('proven: the new version serves', '已验证：新版本正在提供服务'),
    },
    notUndone: (step, why) => (0,messages_text/* text */.Qq)(`${step} could not be undone. ${why.what.en} ${why.cure.en}`, `未能撤销 ${step}。${why.what.zh}${why.cure.zh}`),
    warned: (step, why) => (0,messages_text/* text */.Qq)(`The new version serves, but ${step} failed afterwards. ${why?.what.en ?? ''} ${why?.cure.en ?? ''}`.trim(), `新版本已正常服务，但之后的 ${step} 失败。${why?.what.zh ?? ''}${why?.cure.zh ?? ''}`),
};

// EXTERNAL MODULE: ./.build/lib/server/quote.js
var quote = __webpack_require__(76148);
// EXTERNAL MODULE: ./.build/lib/server/script-failure.js
var script_failure = __webpack_require__(72882);
// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/engine/journal.js
var journal = __webpack_require__(69426);
;// CONCATENATED MODULE: ./.build/lib/engine/watch.js






const reconnectAttempts = 6;
/**
 * Follows a running switch to its end through its journal. A lost connection is made again and the journal read on:
 * the server goes on meanwhile. A run that is cancelled follows it until its time is over. Never throws; where the end
 * was not seen, the failure is SWITCH_UNSEEN (the server cannot be reached again), SWITCH_CUT_SHORT (the script ended
 * without an outcome: a reboot) or CANCELLED.
 */
async function watchSwitch(server, folder, pid, log, patience) {
    const { cancelled, graceOver } = patience;
    const entries = [];
    const tellGrace = () => log.info(switchMessages.followedAfterCancel);
    if (cancelled.aborted)
        tellGrace();
    else
        cancelled.addEventListener('abort', tellGrace, { once: true });
    try {
        await (0,cancel/* unlessCancelled */.M)(() => follow(server, folder, { pid, born: '' }, entries, log, patience), graceOver);
    }
    catch (error) {
        return { fate: (0,journal/* fateOf */._L)(entries, true), entries, notices: noticesOf(entries), failure: (0,failure/* failuresOf */.dJ)(error)[0] };
    }
    finally {
        cancelled.removeEventListener('abort', tellGrace);
    }
    const outcome = (0,journal/* outcomeOf */.sG)(entries);
    const fate = (0,journal/* fateOf */._L)(entries, false);
    const notices = noticesOf(entries);
    if (outcome === undefined)
        return { fate, entries, notices, failure: (0,failure/* failure */.V2)('SWITCH_CUT_SHORT', { journal: folder.journal }) };
    return {
        fate,
        entries,
        notices,
        failure: outcome === 'committed' ? undefined : await causeOf(server, folder, entries, graceOver),
    };
}
function noticesOf(entries) {
    return (0,script_failure/* noticesAmong */.oe)(entries.filter(({ event }) => event === 'noticed').map(({ detail }) => detail));
}
/** Follows the journal over as many connections as it takes. Throws SWITCH_UNSEEN when there is none to be had. */
async function follow(server, folder, script, entries, log, patience) {
    for (let losses = 0;;) {
        try {
            return await followJournal(server, folder, script, entries, log);
        }
        catch (error) {
            // Nobody waits any more, and the session is closed.
            if (patience.graceOver.aborted)
                throw error;
            if (losses++ >= reconnectAttempts)
                throw (0,failure/* failure */.V2)('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
            log.warning(switchMessages.connectionLost((0,failure/* failuresOf */.dJ)(error)[0].code));
            await reconnect(server, folder, patience);
            log.info(switchMessages.connectedAgain);
        }
    }
}
/** Reads the journal from its beginning until the script ends; lines already seen are passed over. */
async function followJournal(server, folder, process, entries, log) {
    let line = 0;
    const { pid, born } = process;
    const script = `touch ${(0,quote/* quote */.h)(folder.journal)}
born=$(sed 's/.*) //' /proc/${pid}/stat 2>/dev/null | cut -d' ' -f20)
echo "\${deploy_mark:-@@}born $born"
case ${(0,quote/* quote */.h)(born)} in
  ''|"$born") exec tail -n +1 -s 0.1 -f --pid=${pid} ${(0,quote/* quote */.h)(folder.journal)} ;;
  *) exec cat ${(0,quote/* quote */.h)(folder.journal)} ;;
esac`;
    // A long drain writes nothing; a dead connection shows by its keepalive.
    await server.run(script, {
        stallSeconds: 100_000,
        onLine: (text) => {
            if (process.born === '')
                process.born = /^@@born (\d+)$/.exec(text)?.[1] ?? '';
            const entry = (0,journal/* readJournalLine */.Yw)(text);
            if (entry === undefined || line++ < entries.length)
                return;
            entries.push(entry);
            tellEntry(entry, log);
        },
    });
}
/** Tells what a line of the journal means, where a person wants to know. */
function tellEntry(entry, log) {
    const say = switchMessages.events[entry.event];
    if (say !== undefined)
        log.info(say(entry.step));
    if (entry.event !== 'warned' && entry.event !== 'stuck')
        return;
    const named = (0,script_failure/* parseFailureLine */.YJ)(entry.detail);
    const why = named === undefined ? undefined : (0,failure/* failureNamed */.g8)(named.code, named.parameters).text;
    if (entry.event === 'warned')
        log.warning(switchMessages.warned(entry.step, why));
    else if (why !== undefined)
        log.warning(switchMessages.notUndone(entry.step, why));
}
/** What no further attempt changes: another machine answers, and nothing may be sent to it. */
const watch_final = ['HOST_KEY_MISMATCH', 'HOST_KEY_MISSING'];
/** Connects again, with longer and longer pauses. Throws SWITCH_UNSEEN when no attempt succeeds. */
async function reconnect(server, folder, patience) {
    for (let attempt = 1; attempt <= reconnectAttempts; attempt++) {
        try {
            return await server.reconnect();
        }
        catch (error) {
            const isFinal = (0,failure/* failuresOf */.dJ)(error).some(({ code }) => watch_final.includes(code));
            if (isFinal || attempt === reconnectAttempts || patience.graceOver.aborted) {
                throw (0,failure/* failure */.V2)('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
            }
            await patience.sleep(1000 * 2 ** attempt);
        }
    }
}
/** Why the switch was undone: what the failed step named, with what it printed where there is time to fetch it. */
async function causeOf(server, folder, entries, graceOver) {
    const failed = (0,journal/* failedStep */.cG)(entries);
    const file = (0,quote/* quote */.h)(folder.failed);
    const fetch = () => server.run(`{ if [ -e ${file} ]; then cat ${file}; else tail -n 60 ${(0,quote/* quote */.h)(folder.output)}; fi; } | grep -av '^@@'`);
    const evidence = await (0,cancel/* unlessCancelled */.M)(fetch, graceOver).then(({ stdout }) => (stdout.trim() === '' ? undefined : stdout), () => undefined);
    const named = failed === undefined ? undefined : (0,script_failure/* parseFailureLine */.YJ)(failed.detail);
    if (named !== undefined)
        return (0,failure/* failureNamed */.g8)(named.code, named.parameters, evidence);
    return (0,failure/* failure */.V2)('STEP_FAILED', { step: failed?.step ?? '-', code: '1' }, { evidence });
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
