export const id = 32;
export const ids = [32];
export const modules = {

/***/ 12032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aftermath: () => (/* binding */ aftermath_aftermath)
});

// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
// EXTERNAL MODULE: ./.build/lib/server/script-protocol.js
var script_protocol = __webpack_require__(28158);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/engine/follow-script.js
var follow_script = __webpack_require__(3026);
// EXTERNAL MODULE: ./.build/lib/engine/journal.js
var journal = __webpack_require__(69426);
// EXTERNAL MODULE: ./.build/lib/engine/watch.js + 2 modules
var watch = __webpack_require__(73665);
;// CONCATENATED MODULE: ./.build/lib/engine/observe-switch.js






/** Reads the journal of a switch, and follows it for `seconds` at most while the script runs. Changes nothing. */
async function observeSwitch(server, folder, seconds, log) {
    const entries = [];
    const { stdout } = await server.run(observeSwitchScript(folder, seconds), {
        stallSeconds: seconds + 20,
        onLine: (line) => {
            const entry = (0,journal/* readJournalLine */.Yw)(line);
            if (entry === undefined)
                return;
            entries.push(entry);
            (0,watch/* tellEntry */.II)(entry, log);
        },
    });
    const { running, begun } = (0,script_protocol/* factsIn */.PC)(stdout);
    const fate = begun === 'yes' ? (0,journal/* fateOf */._L)(entries, running === 'yes') : undefined;
    return { fate, running: running === 'yes' };
}
/** The script's process is known by its command line: after a reboot its number may be another's. */
function observeSwitchScript(folder, seconds) {
    return `${prelude/* prelude */.e}
script=${(0,quote/* quote */.h)(folder.script)} pid=
${(0,follow_script/* followScript */.t)(folder)}
runs() { tr '\\0' '\\n' 2>/dev/null <"/proc/$1/cmdline" | grep -qxF -e "$script"; }
noted=$(cat "$script.pid" 2>/dev/null)
[ -z "$noted" ] || ! runs "$noted" || pid=$noted
follow ${seconds}
if [ -n "$pid" ] && is_alive && [ -z "$outcome" ]; then fact running yes; fi
if [ -n "$pid" ] || [ -s "$journal" ]; then fact begun yes; fi
exit 0
`;
}

// EXTERNAL MODULE: ./.build/lib/messages/aftermath.js
var aftermath = __webpack_require__(39243);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/commands/connect.js + 30 modules
var commands_connect = __webpack_require__(97792);
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
            return found(note, await (0,cancel/* unlessCancelled */.M)(() => observeSwitch(session, folder, follow, log), limit));
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

/***/ 44274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bd: () => (/* binding */ answersScript),
/* harmony export */   NZ: () => (/* binding */ asked),
/* harmony export */   jn: () => (/* binding */ readSections)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27431);


/** Ends an answer: without it, no process could be started for it. */
const asked = '@@asked';
/**
 * Bash that prints the answers that `asking` gives, packed as one text, each behind a line that no output can be mistaken
 * for. There `ask NAME` begins an answer, and `answered` ends it.
 */
function answersScript(asking) {
    return `${_shell_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .packFunctions */ .po}
ask() { printf '%s %s\\n' "$answer_mark" "$1"; }
answered() { printf '${asked}'; }
answer_mark=\${deploy_mark:=@@}$RANDOM$RANDOM$RANDOM
printf '%sanswers ' "$deploy_mark"
{
printf '%s\\n' "$answer_mark"
${asking}
} | pack
echo`;
}
/** Reads what {@link answersScript} printed: each answer by its name; none of one that was cut short. */
function readSections(stdout) {
    const [, packed = ''] = /^@@answers (\S*)$/m.exec(stdout) ?? [];
    const text = textOf(packed);
    const sections = new Map();
    const mark = text.slice(0, text.indexOf('\n') + 1).trimEnd();
    for (const section of text.split(`${mark} `).slice(1)) {
        const at = section.indexOf('\n');
        const answer = section.slice(at + 1);
        if (answer.endsWith(asked))
            sections.set(section.slice(0, at), answer.slice(0, -asked.length));
    }
    return sections;
}
/** The text of what gzip packed, as far as it came; empty where it is something else. */
function textOf(word) {
    try {
        return (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .unpacked */ .KZ)(word, { finishFlush: node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.Z_SYNC_FLUSH }).toString('utf8');
    }
    catch {
        return '';
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

/***/ 3026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ followScript)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

/** Seconds between two signs of life, which a script that follows writes: it ends where nobody reads them. */
const signSeconds = 5;
/**
 * Bash that follows the journal of the switch whose process is `$pid`; empty: there is none. It defines `is_alive`, and
 * `follow SECONDS`, which prints the journal from its beginning, line by line as it grows, and returns
 * - 0 once it has printed the outcome, which is in `$outcome`, though the process may take a little longer to end;
 * - 1 once the process is gone without one: a zombie is gone, whoever has not looked after it yet;
 * - 2 after SECONDS (0: never).
 * It starts nothing that could stay behind it (a `tail` would, until it writes again), and ends when its reader is gone.
 * `$born` tells one process from another that has its number after a reboot; where it is empty, it is read.
 */
function followScript({ journal }) {
    return `trap '' PIPE
journal=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(journal)} born=\${born-} outcome=
is_alive() {
  local stat=
  [ -n "$pid" ] && { IFS= read -r stat <"/proc/$pid/stat"; } 2>/dev/null
  set -- \${stat##*) }
  [ -n "$born" ] || born=\${20-}
  case \${1-Z} in Z|X) return 1 ;; esac
  [ "\${20-}" = "$born" ]
}
follow() {
  local line= part alive opened= rounds=0 end=$((SECONDS + $1))
  while :; do
    # Looked at first: what it wrote last is read after it.
    alive=yes
    is_alive || alive=
    [ -n "$opened" ] || { [ -e "$journal" ] && exec 7<"$journal" && opened=yes; }
    while [ -n "$opened" ] && IFS= read -r part <&7; do
      line=$line$part
      printf '%s\\n' "$line" || exit 1
      case \${line#* } in 'outcome '?*)
        outcome=\${line#* outcome } outcome=\${outcome%% *}
        exec 7<&-
        return 0 ;;
      esac
      line=
    done
    # What there is of a line that is being written.
    line=$line$part
    [ -n "$alive" ] || return 1
    [ "$1" -eq 0 ] || [ "$SECONDS" -lt "$end" ] || return 2
    rounds=$((rounds + 1))
    [ $((rounds % ${signSeconds * 10})) -ne 0 ] || printf '%salive\\n' "\${deploy_mark:-@@}" || exit 1
    sleep 0.1
  done
}`;
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

/***/ 76020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ reconnectAttempts),
/* harmony export */   t: () => (/* binding */ connectAgain)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** What no further attempt changes: another machine answers, and nothing may be sent to it. */
const final = ['HOST_KEY_MISMATCH', 'HOST_KEY_MISSING'];
/** Attempts to connect again. */
const reconnectAttempts = 6;
/**
 * Connects again, with longer and longer pauses, until `signal` is aborted. Throws what the last attempt failed with.
 */
async function connectAgain(server, { sleep }, signal) {
    for (let attempt = 1;; attempt++) {
        try {
            return await server.reconnect();
        }
        catch (error) {
            const isFinal = (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresOf */ .dJ)(error).some(({ code }) => final.includes(code));
            if (isFinal || attempt === reconnectAttempts || signal.aborted)
                throw error;
            await sleep(1000 * 2 ** attempt);
        }
    }
}


/***/ }),

/***/ 44553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bh: () => (/* binding */ stepOutputScript),
/* harmony export */   dj: () => (/* binding */ readStepOutputs),
/* harmony export */   yW: () => (/* binding */ printStepOutputs)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44274);


/** Bytes that are kept of each stream of a step, the last ones. */
const most = 262_144;
/**
 * Bash for a script that runs steps one by one. It takes `$output` (where all that they print goes) and `$kept`, and defines
 * - `attempt FUNCTION`: runs a step, its stdout and stderr apart in `$step_out` and `$step_err`. Not in a condition: bash
 *   ignores `set -e` there, also inside the subshell.
 * - `silent`: whether it printed nothing; most steps do, and no process is started for what they printed.
 * - `marked WORD`: the marks of that word in what the step printed, as the runner reads them.
 * - `keep STEP CODE`: keeps what it printed for the runner, as that of a script of its own would come to it (marks.ts).
 */
function stepOutputScript(locks) {
    const memory = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${locks}/switch`);
    return `# In memory: a step must be able to print also when the disk is full.
step_out=${memory}-$$.out step_err=${memory}-$$.err
trap 'rm -f "$step_out" "$step_err"' EXIT
attempt() { ( set -e; "$1" ) >"$step_out" 2>"$step_err"; local code=$?; silent || cat "$step_out" "$step_err" >>"$output" 2>/dev/null; return "$code"; }
silent() { [ ! -s "$step_out" ] && [ ! -s "$step_err" ]; }
marked() { sed -n "s/^\${deploy_mark}$1/@@$1/p" "$step_out" "$step_err" 2>/dev/null; }
# Its own marks without their word, and no other line like one. Cut first: what is left of a line may look like a mark.
as_read() { tail -c ${most} "$1" | sed -e "s/^$deploy_mark/@@/" -e t -e 's/^@@/ @@/'; }
# The code last: where it is, all is.
keep() { { as_read "$step_out" >"$kept.$1.out" && as_read "$step_err" >"$kept.$1.err" && printf %s "$2" >"$kept.$1.code"; } 2>/dev/null; }`;
}
/** Bash that prints what is kept of the steps of a switch, for {@link readStepOutputs}; of those alone that kept something. */
function printStepOutputs({ kept, output }) {
    return (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .answersScript */ .Bd)(`kept=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(kept)}
for code in "$kept".*.code; do
  [ -e "$code" ] || continue
  step=\${code#"$kept".}
  step=\${step%.code}
  for end in code out err; do
    ask "$step.$end"
    cat "$kept.$step.$end"
    answered
  done
done
ask last
tail -n 60 ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(output)} | grep -av '^@@'
answered`);
}
/** Reads what {@link printStepOutputs} printed; undefined where it did not come. */
function readStepOutputs(stdout) {
    const sections = (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .readSections */ .jn)(stdout);
    const last = sections.get('last');
    if (last === undefined)
        return undefined;
    const steps = [...sections.keys()].flatMap((name) => (name.endsWith('.code') ? name.slice(0, -'.code'.length) : []));
    const results = steps.flatMap((step) => {
        const [code, stdout, stderr] = ['code', 'out', 'err'].map((end) => sections.get(`${step}.${end}`));
        if (code === undefined || code === '' || stdout === undefined || stderr === undefined)
            return [];
        return [[step, { code: Number(code), stdout, stderr }]];
    });
    return { kept: new Map(results), last };
}


/***/ }),

/***/ 73665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M6: () => (/* binding */ watch_reconnect),
  II: () => (/* binding */ tellEntry),
  cF: () => (/* binding */ watchSwitch)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/switch.js

/** What the log says while the server switches. */
const switchMessages = {
    connectionLost: (code) => (0,messages_text/* text */.Qq)(`The connection was lost (${code}). The server continues without it. Reconnecting.`, `连接中断（${code}）；服务器会独立继续。正在重新连接。`),
    followedAfterCancel: (0,messages_text/* text */.Qq)('Cancelled during the switch. The server completes it without the runner; following it for a few seconds.', '切换过程中收到取消请求。服务器会独立完成切换；继续跟踪数秒。'),
    connectedAgain: (0,messages_text/* text */.Qq)('Connected again; the switch was found.', '已重新连接，并找到了正在进行的切换。'),
    /** What is said of an event of the journal; events not listed are not shown. */
    events: {
        done: (step) => (0,messages_text/* text */.Qq)(`done: ${step}`, `完成：${step}`),
        failed: (step) => (0,messages_text/* text */.Qq)(`failed: ${step}; undoing everything`, `失败：${step}；正在全部撤销`),
        undone: (step) => (0,messages_text/* text */.Qq)(`undone: ${step}`, `已撤销：${step}`),
        stuck: (step) => (0,messages_text/* text */.Qq)(`could not be undone: ${step}`, `未能撤销：${step}`),
        skipped: (step) => (0,messages_text/* text */.Qq)(`skipped: ${step}, because the record failed`, `已跳过：${step}，因为记录失败`),
        committed: () => (0,messages_text/* text */.Qq)('verified: the new version is live', '已验证：新版本正在提供服务'),
    },
    notUndone: (step, why) => (0,messages_text/* text */.Qq)(`${step} could not be undone. ${why.what.en} ${why.cure.en}`, `未能撤销 ${step}。${why.what.zh}${why.cure.zh}`),
    warned: (step, why) => (0,messages_text/* text */.Qq)(`The new version is live, but ${step} failed afterwards. ${why?.what.en ?? ''} ${why?.cure.en ?? ''}`.trim(), `新版本已正常服务，但之后的 ${step} 失败。${why?.what.zh ?? ''}${why?.cure.zh ?? ''}`),
};

// EXTERNAL MODULE: ./.build/lib/server/script-protocol.js
var script_protocol = __webpack_require__(28158);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/engine/follow-script.js
var follow_script = __webpack_require__(3026);
// EXTERNAL MODULE: ./.build/lib/engine/journal.js
var journal = __webpack_require__(69426);
// EXTERNAL MODULE: ./.build/lib/engine/reconnect.js
var reconnect = __webpack_require__(76020);
// EXTERNAL MODULE: ./.build/lib/engine/step-output.js
var step_output = __webpack_require__(44553);
// EXTERNAL MODULE: ./.build/lib/engine/outcome.js
var outcome = __webpack_require__(9293);
;// CONCATENATED MODULE: ./.build/lib/engine/switch-findings.js




/** What the steps of a switch that was kept warned of by their scripts. */
function noticed(entries) {
    if (!entries.some(({ event }) => event === 'committed'))
        return [];
    return (0,script_protocol/* noticesAmong */.oe)(entries.filter(({ event }) => event === 'noticed').map(({ detail }) => detail));
}
/** What they warned of, and what those find in their output that look into it, where it was printed. */
function noticesOf(steps, entries, printed) {
    const found = steps.flatMap(({ id, notice }) => {
        const result = printed?.kept.get(id);
        try {
            return (result && notice?.(result)) ?? [];
        }
        catch (error) {
            return (0,failure/* failuresOf */.dJ)(error);
        }
    });
    return [...noticed(entries), ...found];
}
/** What those steps measured that do. */
function measuredBy(steps, printed) {
    const measured = steps.filter(({ measures }) => measures === true);
    return Object.assign({}, ...measured.map(({ id }) => (0,script_protocol/* factsIn */.PC)(printed?.kept.get(id)?.stdout ?? '')));
}
/** Why the switch was undone: what the failed step named, else what it explains, with what it printed as evidence. */
function causeOf(steps, entries, printed) {
    const failed = (0,journal/* failedStep */.cG)(entries);
    const step = steps.find(({ id }) => id === failed?.step);
    const result = printed?.kept.get(step?.id ?? '');
    const words = result === undefined ? printed?.last : (0,script_protocol/* withoutProtocol */.rM)(`${result.stdout}${result.stderr}`);
    const evidence = words === undefined || words.trim() === '' ? undefined : (0,outcome/* lastLines */.w)(words, 60);
    const named = failed === undefined ? undefined : (0,script_protocol/* parseFailureLine */.YJ)(failed.detail);
    if (named !== undefined)
        return (0,failure/* failureNamed */.g8)(named.code, named.parameters, evidence);
    const unexplained = (cause) => (0,failure/* failure */.V2)('STEP_FAILED', { step: failed?.step ?? '-', code: String(result?.code ?? 1) }, { evidence, cause });
    if (result === undefined)
        return unexplained();
    try {
        return step?.explain?.(result) ?? unexplained();
    }
    catch (error) {
        return unexplained(error);
    }
}

;// CONCATENATED MODULE: ./.build/lib/engine/watch.js










/**
 * Follows a switch to its end through its journal, from when its start is asked for: it goes ahead of the answer. A lost
 * connection is made again and the journal read on: the server goes on meanwhile. A run that is cancelled follows it until
 * its time is over. Never throws; where the end was not seen, the failure is SWITCH_UNSEEN (the server cannot be reached
 * again), SWITCH_CUT_SHORT (the script ended without an outcome: a reboot), CANCELLED, or why it was not started.
 */
async function watchSwitch(server, running, log, patience) {
    const { folder, steps } = running;
    const { cancelled, graceOver } = patience;
    const seen = { entries: [], pid: undefined, born: '', printed: undefined };
    const { entries } = seen;
    const tellGrace = () => log.info(switchMessages.followedAfterCancel);
    if (cancelled.aborted)
        tellGrace();
    else
        cancelled.addEventListener('abort', tellGrace, { once: true });
    try {
        await (0,cancel/* unlessCancelled */.M)(() => follow(server, running, seen, log, patience), graceOver);
    }
    catch (error) {
        // With an outcome, only what its steps printed was not seen.
        if ((0,journal/* outcomeOf */.sG)(entries) === undefined) {
            return { fate: (0,journal/* fateOf */._L)(entries, true), entries, notices: noticed(entries), failure: (0,failure/* failuresOf */.dJ)(error)[0] };
        }
    }
    finally {
        cancelled.removeEventListener('abort', tellGrace);
    }
    const fate = (0,journal/* fateOf */._L)(entries, false);
    if ((0,journal/* outcomeOf */.sG)(entries) === undefined) {
        const cutShort = (0,failure/* failure */.V2)('SWITCH_CUT_SHORT', { journal: folder.journal });
        return { fate, entries, notices: noticed(entries), failure: cutShort };
    }
    if (fate === 'committed') {
        const notices = noticesOf(steps, entries, seen.printed);
        return { fate, entries, notices, facts: measuredBy(steps, seen.printed), failure: undefined };
    }
    return { fate, entries, notices: [], failure: causeOf(steps, entries, seen.printed) };
}
/** Follows the journal over as many connections as it takes. Throws SWITCH_UNSEEN when there is none to be had. */
async function follow(server, running, seen, log, patience) {
    const { folder } = running;
    if (typeof running.pid === 'number')
        seen.pid = running.pid;
    else
        void running.pid.then((pid) => {
            seen.pid = pid;
        }, () => { });
    for (let losses = 0;;) {
        try {
            if (await followJournal(server, running, seen, log))
                return;
            seen.pid = await running.pid;
        }
        catch (error) {
            // Nobody waits any more, and the session is closed.
            if (patience.graceOver.aborted)
                throw error;
            if (losses++ >= reconnect/* reconnectAttempts */.q)
                throw (0,failure/* failure */.V2)('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
            const isStarted = seen.pid !== undefined;
            // Whoever asked for the start connects again to learn what became of it.
            if (!isStarted)
                seen.pid = await running.pid;
            log.warning(switchMessages.connectionLost((0,failure/* failuresOf */.dJ)(error)[0].code));
            if (isStarted)
                await watch_reconnect(server, folder, patience);
            log.info(switchMessages.connectedAgain);
        }
    }
}
/** Seconds in which the process of a script is noted whose start was asked for at the same time. */
const startSeconds = 20;
/**
 * Reads the journal from its beginning until the switch ends; lines already seen are passed over. False where the script's
 * process is not known yet.
 */
async function followJournal(server, { folder, steps }, seen, log) {
    let line = 0;
    const { pid, born } = seen;
    const isTold = steps.some(({ notice, measures }) => notice !== undefined || measures === true);
    const script = `pid=${pid ?? ''} born=${(0,quote/* quote */.h)(born)} pid_file=${(0,quote/* quote */.h)(`${folder.script}.pid`)}
deadline=$((SECONDS + ${startSeconds}))
while [ -z "$pid" ]; do
  { IFS= read -r pid <"$pid_file"; } 2>/dev/null && break
  pid=
  [ "$SECONDS" -lt "$deadline" ] || exit 0
  sleep 0.05
done
touch ${(0,quote/* quote */.h)(folder.journal)}
${(0,follow_script/* followScript */.t)(folder)}
is_alive
printf '%sborn %s\n' "\${deploy_mark:-@@}" "$born"
follow 0 || exit 0
${isTold ? '' : '[ "$outcome" != committed ] || exit 0'}
${(0,step_output/* printStepOutputs */.yW)(folder)}`;
    // A long drain writes nothing; a dead connection shows by its keepalive.
    const { stdout } = await server.run(script, {
        stallSeconds: 100_000,
        onLine: (text) => {
            if (seen.born === '')
                seen.born = /^@@born (\d+)$/.exec(text)?.[1] ?? '';
            const entry = (0,journal/* readJournalLine */.Yw)(text);
            if (entry === undefined || line++ < seen.entries.length)
                return;
            seen.entries.push(entry);
            tellEntry(entry, log);
        },
    });
    seen.printed = (0,step_output/* readStepOutputs */.dj)(stdout);
    return /^@@born /m.test(stdout);
}
/** Tells what a line of the journal means, where a person wants to know. */
function tellEntry(entry, log) {
    const say = switchMessages.events[entry.event];
    if (say !== undefined)
        log.info(say(entry.step));
    if (entry.event !== 'warned' && entry.event !== 'stuck')
        return;
    const named = (0,script_protocol/* parseFailureLine */.YJ)(entry.detail);
    const why = named === undefined ? undefined : (0,failure/* failureNamed */.g8)(named.code, named.parameters).text;
    if (entry.event === 'warned')
        log.warning(switchMessages.warned(entry.step, why));
    else if (why !== undefined)
        log.warning(switchMessages.notUndone(entry.step, why));
}
/** Connects again, with longer and longer pauses. Throws SWITCH_UNSEEN when no attempt succeeds. */
async function watch_reconnect(server, folder, patience) {
    try {
        await (0,reconnect/* connectAgain */.t)(server, patience, patience.graceOver);
    }
    catch (error) {
        throw (0,failure/* failure */.V2)('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
    }
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


/***/ })

};
