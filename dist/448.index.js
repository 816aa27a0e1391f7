export const id = 448;
export const ids = [448];
export const modules = {

/***/ 24481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readPrivateKey),
/* harmony export */   y: () => (/* binding */ isSameKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
/* harmony import */ var _pem_blocks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65445);
/* harmony import */ var _redaction_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3682);




/**
 * Reads a private key (PKCS#8, PKCS#1 or SEC 1). What else the text holds (certificates, `EC PARAMETERS`) is passed over.
 * Throws `CERTIFICATE_KEY_ENCRYPTED` and `CERTIFICATE_KEY_INVALID`; their texts hold labels only, nothing of the key.
 */
function readPrivateKey(secret, source) {
    const { blocks, begun } = (0,_pem_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .readPem */ .Je)(secret.reveal());
    const block = blocks.find(({ label }) => (0,_pem_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .isKeyLabel */ .AU)(label));
    if (block === undefined) {
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_KEY_INVALID', { source, found: begun.join(', ') || 'no -----BEGIN' });
    }
    // RFC 1421 encryption announces itself in a header, PKCS#8's in its label.
    if (block.label === 'ENCRYPTED PRIVATE KEY' || block.headers.length > 0) {
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_KEY_ENCRYPTED', { source });
    }
    const pem = (0,_pem_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .writePem */ .I6)(block);
    try {
        return { key: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(pem), pem: new _redaction_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z(pem) };
    }
    catch {
        // The cause is left out on purpose: no error may carry anything derived from the key.
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_KEY_INVALID', { source, found: block.label });
    }
}
/**
 * Whether two public keys are the same. Not by `equals` of node:crypto: with keys of two types it leaves an error with OpenSSL,
 * which the next export of a key as JWK throws (Node.js 24.21).
 */
function isSameKey(one, other) {
    const bytes = (key) => key.export({ type: 'spki', format: 'der' });
    return bytes(one).equals(bytes(other));
}


/***/ }),

/***/ 22268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qQ: () => (/* binding */ applyIndependently),
  GF: () => (/* binding */ applySteps),
  w$: () => (/* reexport */ outcome/* lastLines */.w),
  MX: () => (/* reexport */ outcome/* mustSucceed */.M)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./.build/lib/server/script-protocol.js
var script_protocol = __webpack_require__(28158);
;// CONCATENATED MODULE: ./.build/lib/engine/batch-output.js
const section = /^@@step (\d+) begin (\S+)\n([\s\S]*?)(?:\n@@step \1 end (\d+) (\S+)\n|(?![\s\S]))/gm;
/** Takes apart what a batch printed (batch-script.ts): each step's own output, to the byte. */
function readBatch({ code, stdout, stderr }) {
    const errors = new Map([...stderr.matchAll(section)].map(([, number, , text = '']) => [number, text]));
    const steps = [...stdout.matchAll(section)].map(([, number = '', begun, text = '', ended, end]) => ({
        number: Number(number),
        result: {
            code: ended === undefined ? null : Number(ended),
            stdout: text,
            stderr: errors.get(number) ?? '',
        },
        seconds: end === undefined ? 0 : Math.max(0, Number(end) - Number(begun)),
    }));
    return { steps, rest: { code, stdout: stdout.replace(section, ''), stderr: stderr.replace(section, '') } };
}
/** Reads the standard output of a batch line by line, as it comes. */
function batchReader(tell) {
    /** The end mark has a line of its own: an empty one right before it is none of the step's. */
    let empty = false;
    return (line) => {
        const [, number, ended, at] = /^@@step (\d+) (?:begin|end (\d+)) (\S+)$/.exec(line) ?? [];
        if (number !== undefined) {
            empty = false;
            const place = { number: Number(number), at: Number(at) };
            tell(ended === undefined ? { kind: 'begin', ...place } : { kind: 'end', ...place, code: Number(ended) });
            return;
        }
        if (empty)
            tell({ kind: 'line', line: '' });
        empty = line === '';
        if (!empty)
            tell({ kind: 'line', line });
    };
}

// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
// EXTERNAL MODULE: ./.build/lib/shell/born.js
var born = __webpack_require__(9516);
// EXTERNAL MODULE: ./.build/lib/shell/packed.js
var packed = __webpack_require__(27431);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
;// CONCATENATED MODULE: ./.build/lib/engine/batch-script.js




/**
 * Steps as one script, with a journal of marks on both streams: `step N begin TIME`, then what the step printed, then, on a
 * line of its own, `step N end CODE TIME`, N from 0 on. Each step is a shell of its own with the prelude, `set -e` and its
 * own standard input, of which a part alone is a failure; the first that fails is the last, unless they are independent. TIME is the server's.
 */
function renderBatch(steps, { holding, note, independent }) {
    return [
        prelude/* prelude */.e,
        holding?.functions ?? 'must_hold() { :; }',
        note === undefined ? 'note() { :; }' : noteIn(note),
        `told() {
  printf "$1%sstep %s \${EPOCHREALTIME:-$(date +%s.%N)}\\n" "$deploy_mark" "$2"
  printf "$1%sstep %s -\\n" "$deploy_mark" "$2" >&2
}`,
        // What hands a step its input may be killed, too; that the step reads no further is none of it (SIGPIPE, 141).
        `ended() { local one; for one; do code=$one; [ "$one" -lt 126 ] || [ "$one" = 141 ] || return 0; done; }`,
        '{',
        ...steps.flatMap((one, number) => [
            'must_hold',
            `told '' '${number} begin'`,
            `${source(one)}(`,
            `note ${number} ${one.step.endable ? '"$BASHPID"' : 0}`,
            'set -e; SECONDS=0',
            one.step.script,
            `)${one.input === undefined ? ' </dev/null' : ''}`,
            `ended \${PIPESTATUS[*]}; note ${number} 0; told '\\n' "${number} end $code"${independent ? '' : '; [ "$code" = 0 ] || exit 0'}`,
        ]),
        // A daemon that a step starts is not to hold the batch's lock.
        '} 7>&-',
        'exit 0',
    ].join('\n');
}
/** The lock is held by this shell alone: it ends after its steps. Where nothing can be written, the steps run all the same. */
function noteIn(file) {
    return `exec 7>${(0,quote/* quote */.h)(file)} && flock -n 7
${born/* bornOf */.b}
note() { printf '%s %s %s\\n' "$1" "$2" "$(born_of "$2")" 2>/dev/null >${(0,quote/* quote */.h)(file)} || :; }
note -1 0`;
}
/**
 * Bash that hands a step its input: by a builtin through a pipe, so that it is in no argv and in no file. The exit is the
 * step's own, which need not read it all.
 */
function source({ input, follows }) {
    if (input === undefined || follows)
        return '';
    const { bytes, packing } = (0,packed/* packed */.xc)(input);
    return `printf %s ${(0,quote/* quote */.h)(bytes.toString('base64'))} | base64 -d | ${packing === 'gzip' ? 'gzip -dc | ' : ''}`;
}

// EXTERNAL MODULE: ./.build/lib/engine/outcome.js
var outcome = __webpack_require__(9293);
;// CONCATENATED MODULE: ./.build/lib/engine/batch.js







/** Has the server run consecutive steps in one exchange. From the outset it may be at work, whatever is seen of it. */
function beginBatch(steps, server, ledger) {
    const { holding, independent, cancelled } = ledger;
    const note = holding?.note((0,external_node_crypto_.randomBytes)(4).toString('hex'));
    const open = holding && note !== undefined ? { holding, note } : undefined;
    const all = steps.map(({ step }) => step);
    ledger.opened(all, open);
    const events = eventQueue();
    /** The step that is at work, as far as was seen. */
    let current = 0;
    const read = batchReader((event) => {
        if (event.kind === 'begin')
            current = event.number;
        events.push(event);
    });
    const stdin = steps.flatMap(({ input, follows }) => (input !== undefined && follows ? [input] : []));
    const running = server.run(renderBatch(steps, { holding, note, independent }), {
        // What one step may be silent for is no reason to wait as long for another.
        stallSeconds: () => steps[current]?.step.silentSeconds,
        onLine: (line, stream) => stream === 'stdout' && read(line),
        ...(stdin.length > 0 ? { stdin: external_node_stream_.Readable.from(stdin, { objectMode: false }) } : {}),
    });
    let broken;
    running.then(events.end, (error) => {
        broken = error ?? (0,failure/* failure */.V2)('INTERNAL', { detail: 'a batch ended without a reason' });
        events.end();
    });
    cancelled.addEventListener('abort', events.end, { once: true });
    /** Steps that were seen to end well, and how long they took. */
    const ended = new Map();
    const tell = async (log) => {
        try {
            for (let event = await events.next(); event !== undefined; event = await events.next()) {
                const step = event.kind === 'begin' ? all[event.number] : undefined;
                if (event.kind !== 'begin' || step === undefined)
                    continue;
                ledger.enter(step);
                const { at } = event;
                await log.group(step.title, () => tellStep(step, at, log));
            }
            ledger.mustGoOn();
            settle(await running);
        }
        catch (error) {
            // What ended before the batch was broken off is not in doubt.
            for (const [step, seconds] of ended)
                ledger.settle(step, () => ({ id: step.id, seconds, notices: [] }));
            throw error;
        }
        finally {
            cancelled.removeEventListener('abort', events.end);
        }
    };
    const tellStep = async (step, begun, log) => {
        for (let event = await events.next(); event !== undefined; event = await events.next()) {
            if (event.kind === 'end') {
                if (event.code === 0)
                    ended.set(step, Math.max(0, event.at - begun));
                return;
            }
            if (event.kind === 'line' && step.streams && !event.line.startsWith('@@'))
                log.output(event.line);
        }
    };
    /** Notes what became of each step. Throws why one failed that ends the batch, or why it went no further. */
    const settle = (result) => {
        ended.clear();
        const { steps: outcomes, rest } = readBatch(result);
        const begun = outcomes.flatMap(({ number }) => all[number] ?? []);
        ledger.closed(all, begun);
        for (const { number, result: own, seconds } of outcomes) {
            const step = steps[number]?.step;
            if (step === undefined)
                continue;
            ledger.settle(step, () => {
                // Of one without an end, the end of all is known.
                const code = own.code ?? (result.code || null);
                (0,outcome/* mustSucceed */.M)(step.id, { ...own, code }, step.explain);
                const notices = [...(0,script_protocol/* noticesIn */.pY)(own), ...(step.notice?.(own) ?? [])];
                return { id: step.id, seconds, notices, facts: (0,script_protocol/* factsIn */.PC)(own.stdout) };
            });
        }
        if (outcomes.length === steps.length)
            return;
        throw (0,script_protocol/* failureIn */.Q6)(rest) ?? (0,failure/* failure */.V2)('STEP_FAILED', { step: steps[outcomes.length]?.step.id ?? '-', code: '-' });
    };
    return {
        tell,
        get broken() {
            return broken;
        },
    };
}
/** Events in their order, until there are no more. */
function eventQueue() {
    const waiting = [];
    let over = false;
    let wake = () => { };
    return {
        push: (event) => {
            waiting.push(event);
            wake();
        },
        end: () => {
            over = true;
            wake();
        },
        next: async () => {
            while (waiting.length === 0 && !over) {
                await new Promise((resolve) => {
                    wake = resolve;
                });
            }
            return waiting.shift();
        },
    };
}

// EXTERNAL MODULE: ./.build/lib/server/step-notes.js + 1 modules
var step_notes = __webpack_require__(80232);
;// CONCATENATED MODULE: ./.build/lib/engine/batch-end.js


/** Seconds for which the end of a step is waited for. */
const endSeconds = 120;
/**
 * Bash that ends batches, so that what they did can be taken back. They begin nothing more. What each is at is waited for;
 * where it only prepares, it is told to end (TERM to the step's shell and all below it). Where that does not end, the script
 * does: nothing is taken back under what is at work. Defines `has_begun NOTE NUMBER`. An undo copes with a step that was cut
 * short.
 */
function endBatches(batches, seconds = endSeconds) {
    return `${[...new Set(batches.map(({ holding }) => holding.stop))].join('\n')}
${step_notes/* tellToEnd */.mO}
end_batch() {
  local told=0 ending= rounds=0 deadline=$((SECONDS + ${seconds}))
  # Opened once: with the lock of the run its notes go, and under their names nothing is held.
  { exec 6<"$1"; } 2>/dev/null || return 0
  until flock -n 6 && all_ended; do
    [ "$SECONDS" -lt "$deadline" ] || exit 0
    tell_to_end "$1"
    # A sign of life, each few seconds.
    rounds=$((rounds + 1))
    [ $((rounds % 50)) -ne 0 ] || printf '%salive\\n' "$deploy_mark" >&2
    sleep 0.1 6<&-
  done
  exec 6<&-
}
has_begun() {
  local number _
  { read -r number _ <"$1"; } 2>/dev/null || return 0
  [ "\${number:-$2}" -ge "$2" ]
}
${batches.map(({ note }) => `end_batch ${(0,quote/* quote */.h)(note)}`).join('\n')}`;
}

// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/engine/noted-server.js
var noted_server = __webpack_require__(12357);
// EXTERNAL MODULE: ./.build/lib/engine/undo.js
var undo = __webpack_require__(36555);
;// CONCATENATED MODULE: ./.build/lib/engine/ledger.js






/** What is known of the steps of a run: which began, what became of each, and which batches may still be at work. */
class Ledger {
    records = [];
    failures = [];
    #entries = [];
    #batches = new Set();
    #options;
    #manner;
    constructor(options, manner) {
        this.#options = options;
        this.#manner = manner;
    }
    get holding() {
        return this.#options.holding;
    }
    get cancelled() {
        return this.#options.cancelled;
    }
    get independent() {
        return this.#manner === 'independently';
    }
    /** From now on these may be at work; once more where they were begun before. */
    opened(steps, batch) {
        if (batch !== undefined)
            this.#batches.add(batch);
        for (const [number, step] of steps.entries()) {
            const before = this.#entries.findIndex((entry) => entry.step === step);
            if (before >= 0)
                this.#entries.splice(before, 1);
            this.#entries.push({ step, state: 'open', batch, number });
        }
    }
    /** The end of a batch was seen: of these steps those that did not begin never will. */
    closed(steps, begun) {
        for (const step of steps) {
            const at = this.#entries.findIndex((entry) => entry.step === step);
            const batch = this.#entries[at]?.batch;
            if (batch !== undefined)
                this.#batches.delete(batch);
            if (!begun.includes(step))
                this.#entries.splice(at, 1);
        }
    }
    /** A step is seen to begin. */
    enter(step) {
        this.#options.began?.(step);
    }
    /** Notes what became of a step. Throws what `outcome` throws, unless the others go on. */
    settle(step, outcome) {
        const entry = this.#entries.find((one) => one.step === step);
        try {
            const record = outcome();
            if (entry !== undefined)
                entry.state = 'ended';
            this.records.push(record);
            this.#options.ended?.(record, step);
        }
        catch (error) {
            if (entry !== undefined)
                entry.state = 'failed';
            if (!this.independent)
                throw error;
            this.fail(error);
        }
    }
    /** Notes a failure that stops nothing; what is the same for several of them is told once. */
    fail(error) {
        this.failures.push(...(0,failure/* failuresOf */.dJ)(error).filter(({ message }) => !this.failures.some((one) => one.message === message)));
    }
    /** Throws why the run is not to go on. */
    mustGoOn() {
        if (this.cancelled.aborted)
            throw (0,cancel/* reasonOf */.A)(this.cancelled);
    }
    /**
     * Takes back what began, in reverse: all of it, or what did not end well. Batches whose end was not seen are ended first,
     * so that nothing is taken back while it is at work still. Never throws.
     */
    async undo(server, log) {
        const undone = this.#entries.filter(({ state }) => this.#manner === 'together' || state !== 'ended');
        // How far one came that has no undo is not known.
        if (this.#manner !== 'together' && undone.some(({ step }) => step.undo === undefined))
            this.#options.leave([]);
        const batches = [...this.#batches];
        const steps = undone.map((entry) => (batches.some((one) => one === entry.batch) ? guarded(entry) : entry.step));
        const taken = (0,noted_server/* notedServer */.i)(server, this.holding, 'awaited');
        await (0,undo/* undoSteps */.qD)(steps, taken, log, this.#options, batches.length === 0 ? '' : endBatches(batches));
        this.#batches.clear();
        for (const entry of undone)
            this.#entries.splice(this.#entries.indexOf(entry), 1);
    }
}
/** A step whose undo looks first whether it began. */
function guarded({ step, batch, number }) {
    if (batch === undefined || typeof step.undo !== 'string')
        return step;
    return {
        ...step,
        undo: `has_begun ${(0,quote/* quote */.h)(batch.note)} ${number} || exit ${undo/* notBegunExitCode */.Kh}\n${step.undo}`,
    };
}

// EXTERNAL MODULE: ./.build/lib/messages/apply.js
var apply = __webpack_require__(97511);
;// CONCATENATED MODULE: ./.build/lib/engine/regain.js




const losses = ['CONNECTION_LOST', 'CONNECTION_STALLED'];
/** Whether it says that the connection is of no use any more. */
function isLoss(error) {
    return error !== undefined && (0,failure/* failuresOf */.dJ)(error).some(({ code }) => losses.includes(code));
}
/** Whether it says that the server has no room for one more script at a time. */
function isRefused(error) {
    return error !== undefined && (0,failure/* failuresOf */.dJ)(error).some(({ code }) => code === 'CHANNEL_REFUSED');
}
/** Losses in a row without progress that a step outlives. */
const lossesBorne = 6;
/** Bytes that may have left here without having come anywhere: windows and buffers on the way. */
const underway = 4 * 1024 * 1024;
/**
 * Does `attempt` on `server` once more whenever the connection was lost in it, connected again and with the lock: it goes
 * on from where it came. Gives up after some losses without progress: bytes that went out. `isFree`: whether it is for this
 * step to connect again.
 */
async function resuming(attempt, server, log, guard, signal, isFree = () => true) {
    await guard.during(async () => {
        for (let borne = 0, lost = false;;) {
            let sent = 0;
            const counting = countingServer(server, (bytes) => {
                sent += bytes;
            });
            try {
                if (lost)
                    await guard.regain();
                // Nobody waits for it any more, and it is being taken back.
                if (signal.aborted)
                    throw (0,cancel/* reasonOf */.A)(signal);
                if (lost)
                    log.info(apply/* applyMessages */.N.goesOn);
                lost = false;
                return await attempt(counting);
            }
            catch (error) {
                borne = sent > underway ? 1 : borne + 1;
                if (!isLoss(error) || !isFree() || signal.aborted || borne > lossesBorne)
                    throw error;
                log.warning(apply/* applyMessages */.N.connectionLost((0,failure/* failuresOf */.dJ)(error)[0].code));
                lost = true;
            }
        }
    });
}
/** The server, with what goes to standard inputs counted. */
function countingServer(server, count) {
    const counted = async function* (source) {
        for await (const chunk of source) {
            count(chunk.length);
            yield chunk;
        }
    };
    return {
        host: server.host,
        open: (script) => server.open(script),
        run: (script, options = {}) => {
            const { stdin } = options;
            if (stdin === undefined)
                return server.run(script, options);
            return server.run(script, { ...options, stdin: external_node_stream_.Readable.from(counted(stdin), { objectMode: false }) });
        },
    };
}

// EXTERNAL MODULE: ./.build/lib/messages/held-log.js
var held_log = __webpack_require__(82719);
;// CONCATENATED MODULE: ./.build/lib/engine/runner-step.js



/**
 * Begins a step of the runner's. What it says is told in a group of its own, once it has its turn. Once `over` is aborted, it
 * has the server do nothing more: it, or the one beside it, is being taken back.
 */
function beginRunnerStep(step, server, ledger, now, over) {
    const log = (0,held_log/* heldLog */.e)();
    const notices = [];
    const begun = now();
    ledger.opened([step]);
    let broken;
    const working = (async () => {
        const given = givenUpOn(over, (0,noted_server/* notedServer */.i)(server, ledger.holding, 'told'));
        await step.run(given, log, (found) => notices.push(found));
    })();
    working.catch((error) => {
        broken = error;
    });
    return {
        tell: async (to) => {
            ledger.enter(step);
            const outcome = to.group(step.title, async () => {
                log.tellTo(to);
                await (0,cancel/* unlessCancelled */.M)(() => working, ledger.cancelled);
            });
            const [settled] = await Promise.allSettled([outcome]);
            ledger.settle(step, () => {
                if (settled.status === 'rejected')
                    throw settled.reason;
                return { id: step.id, seconds: (now() - begun) / 1000, notices };
            });
        },
        get broken() {
            return broken;
        },
    };
}
/** The server, whose scripts are given up once `signal` is aborted: what is taken back must not be at work still. */
function givenUpOn(signal, { host, open, run }) {
    return {
        host,
        open: (script) => open(script),
        run: async (script, options = {}) => {
            if (signal.aborted)
                throw (0,cancel/* reasonOf */.A)(signal);
            return run(script, { ...options, signal });
        },
    };
}

;// CONCATENATED MODULE: ./.build/lib/engine/turns.js
/** Divides steps into turns, in their order. */
function turnsOf(steps) {
    const turns = [];
    let at = 0;
    while (at < steps.length) {
        const rest = steps.slice(at);
        const [step] = rest;
        if (step?.kind === 'runner') {
            const beside = upTo(rest.slice(1), (one) => one.beside !== step.id);
            turns.push({ kind: 'runner', step, beside });
            at += 1 + beside.length;
        }
        else {
            const batch = upTo(rest, (one) => one.kind === 'runner');
            turns.push({ kind: 'batch', steps: batch });
            at += batch.length;
        }
    }
    return turns;
}
/** Those before the first of which `ends` is true. */
function upTo(all, ends) {
    const end = all.findIndex(ends);
    return end < 0 ? all : all.slice(0, end);
}
/** Bytes of input up to which a step is sent with others, in the script; base64 of base64, which costs three quarters. */
const carriedBytes = 512 * 1024;
/**
 * Steps as the batches that are sent: with what each reads. A large input follows its script as it is, which then is that
 * of this step alone.
 */
async function batchesOf(steps) {
    const batches = [];
    let open = false;
    for (const step of steps) {
        const bytes = await step.input?.();
        const isLarge = bytes !== undefined && bytes.length > carriedBytes;
        const one = { step, input: bytes, follows: isLarge };
        if (open && !isLarge)
            batches.at(-1)?.push(one);
        else
            batches.push([one]);
        open = !isLarge;
    }
    return batches;
}

;// CONCATENATED MODULE: ./.build/lib/engine/apply.js







/**
 * Runs steps one after another, consecutive ones of the server in one exchange. When one fails or the run is cancelled,
 * that one and, `together`, those before it are undone in reverse, then its failure is thrown; what cannot be undone are
 * leftovers, which the next run removes.
 */
async function applySteps(steps, server, log, occasion, manner = 'together') {
    const ledger = new Ledger({ ...occasion, holding: occasion.guard?.holding }, manner);
    await stoppable(occasion, async () => {
        try {
            for (const turn of turnsOf(steps))
                await runTurn(turn, server, log, occasion, ledger);
        }
        catch (error) {
            await ledger.undo(server, log);
            throw error;
        }
    });
    return ledger.records;
}
/**
 * Runs steps that need nothing of one another: one that fails is undone and stops none of the others (rule *Publish
 * independently*). Gives what failed. Where the run is cancelled, no further one begins.
 */
async function applyIndependently(steps, server, log, occasion) {
    const ledger = new Ledger({ ...occasion, holding: occasion.guard?.holding }, 'independently');
    await stoppable(occasion, async () => {
        for (const turn of turnsOf(steps)) {
            await runTurn(turn, server, log, occasion, ledger).catch((error) => ledger.fail(error));
            await ledger.undo(server, log);
            if (occasion.cancelled.aborted)
                return;
        }
    });
    return ledger.failures;
}
/** Has the scripts on the server begin nothing more as soon as the run is cancelled. */
async function stoppable({ cancelled, guard }, work) {
    const stop = () => guard?.stop();
    cancelled.addEventListener('abort', stop, { once: true });
    try {
        await work();
    }
    finally {
        cancelled.removeEventListener('abort', stop);
    }
}
async function runTurn(turn, server, log, occasion, ledger) {
    ledger.mustGoOn();
    if (turn.kind === 'batch') {
        for (const batch of await batchesOf(turn.steps)) {
            ledger.mustGoOn();
            await beginBatch(batch, server, ledger).tell(log);
        }
        return;
    }
    const failed = new AbortController();
    const over = AbortSignal.any([occasion.cancelled, failed.signal]);
    try {
        await runTogether(turn, server, log, { ...occasion, over }, ledger);
    }
    catch (error) {
        // Where one fails, those beside it are taken back as well.
        failed.abort((0,failure/* failuresOf */.dJ)(error)[0]);
        throw error;
    }
}
/** A step of the runner's with those beside it. `over`: aborted where the run is cancelled, or one of them failed. */
async function runTogether({ step, beside }, server, log, { guard, over, now }, ledger) {
    /** Until the step is over, what is lost with the connection is begun again with it; from then on, each by itself. */
    let isOver = false;
    const besides = beside.map((one) => {
        if (one.kind !== 'runner' || !one.resumes || guard === undefined)
            return one;
        const run = (given, told, notice) => resuming((counted) => one.run(counted, told, notice), given, told, guard, over, () => isOver);
        return { ...one, run };
    });
    const beginBeside = () => beginAll(besides, server, ledger, now, over);
    let others = [];
    const goingOn = (held) => {
        return async (given, told, notice) => {
            const attempt = async (counted) => {
                // What ran beside it went with the connection.
                if (others.some(({ broken }) => isLoss(broken)))
                    others = await beginBeside();
                await step.run(counted, told, notice);
            };
            await resuming(attempt, given, told, held, over);
        };
    };
    const run = step.resumes && guard !== undefined ? goingOn(guard) : step.run;
    const main = beginRunnerStep({ ...step, run }, server, ledger, now, over);
    others = await beginBeside();
    await main.tell(log);
    isOver = true;
    // Where the server takes one script less at a time, they have their turn now.
    if (others.some(({ broken }) => isRefused(broken)))
        others = await beginBeside();
    for (const other of others)
        await other.tell(log);
}
/** Begins steps at a time with another; those of the server in a row as one batch. */
async function beginAll(steps, server, ledger, now, over) {
    const all = [];
    for (const turn of turnsOf(steps)) {
        if (turn.kind === 'runner')
            all.push(beginRunnerStep(turn.step, server, ledger, now, over));
        else
            for (const batch of await batchesOf(turn.steps))
                all.push(beginBatch(batch, server, ledger));
    }
    return all;
}


/***/ }),

/***/ 12357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ notedServer)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _server_step_notes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80232);


/**
 * The server, whose scripts note that they are at work: whoever holds the lock after a run that is gone has them end, or
 * waits for them. Without a lock it is the server as it is.
 */
function notedServer(server, holding, ending) {
    if (holding === undefined)
        return server;
    return {
        host: server.host,
        open: (script) => server.open(script),
        run: (script, options) => server.run((0,_server_step_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .noted */ .ZT)(script, holding.note((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')), ending), options),
    };
}


/***/ }),

/***/ 36555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kh: () => (/* binding */ notBegunExitCode),
/* harmony export */   pR: () => (/* binding */ leftToOthersExitCode),
/* harmony export */   qD: () => (/* binding */ undoSteps)
/* harmony export */ });
/* unused harmony export undoScript */
/* harmony import */ var _messages_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97511);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
/* harmony import */ var _server_prelude_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13553);
/* harmony import */ var _cancel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60523);




/** The exit code of an undo that left files of somebody else's where its own were. */
const leftToOthersExitCode = 3;
/** The exit code of an undo whose step did not begin: nothing is said of it. */
const notBegunExitCode = 5;
/** It goes on to its end when the runner is gone and nobody reads its output. */
const alone = "trap '' HUP PIPE";
/**
 * The script that takes back those steps that bash takes back, the last one first, after an `opening`. One that fails is
 * named by its exit.
 */
function undoScript(steps, opening = '') {
    const fragments = steps
        .toReversed()
        .flatMap(({ id, undo }) => (typeof undo === 'string' ? [fragment(id, undo)] : []));
    return fragments.length === 0 ? '' : [_server_prelude_js__WEBPACK_IMPORTED_MODULE_2__/* .prelude */ .e, alone, opening, ...fragments, 'exit 0'].join('\n');
}
function fragment(id, undo) {
    return `( set -e\n${undo}\n) </dev/null >/dev/null 2>&1; printf '%sundone %s %s\\n' "$deploy_mark" ${id} $?`;
}
/**
 * Takes back what was prepared, in reverse, and says so. When the time of a cancelled run is over, what is left is begun
 * all the same: the server goes on with it. `opening`: bash in front of what bash takes back. Never throws: the first
 * failure is the one that counts.
 */
async function undoSteps(steps, server, log, remains, opening = '') {
    const groups = undoGroups(steps);
    // Where bash takes nothing back at first, the opening is a script of its own: it comes before all.
    if (opening !== '' && typeof groups[0]?.[0].undo !== 'string') {
        await undoByScript([_server_prelude_js__WEBPACK_IMPORTED_MODULE_2__/* .prelude */ .e, alone, opening, 'exit 0'].join('\n'), [], server, log, remains);
    }
    for (const group of groups) {
        const { undo, id } = group[0];
        if (typeof undo === 'function')
            await undoByFunction(id, () => undo(server, log), log, remains);
        else
            await undoByScript(undoScript(group, opening), group.map((step) => step.id).toReversed(), server, log, remains);
    }
}
/** What is taken back at once, the last one first: a function, or scripts in a row, in the order of the steps. */
function undoGroups(steps) {
    const groups = [];
    for (const step of steps.toReversed()) {
        if (step.undo === undefined)
            continue;
        const last = groups.at(-1);
        if (last !== undefined && typeof step.undo === 'string' && typeof last[0].undo === 'string')
            last.unshift(step);
        else
            groups.push([step]);
    }
    return groups;
}
async function undoByScript(script, ids, server, log, { graceOver, leave, undone }) {
    const told = new Set();
    const notUndone = (id) => {
        log.warning(_messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.notUndone(id));
        leave([id]);
    };
    const tell = (line) => {
        const [, id, code] = /^@@undone (\S+) (\d+)$/.exec(line) ?? [];
        if (id === undefined)
            return;
        told.add(id);
        if (code === String(notBegunExitCode))
            return;
        if (code === '0' || code === String(leftToOthersExitCode)) {
            undone?.(id);
            if (code === '0')
                log.info(_messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.undone(id));
            else
                log.warning(_messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.leftToOthers(id));
        }
        else
            notUndone(id);
    };
    try {
        await begunInAnyCase(() => server.run(script, { onLine: tell }), graceOver);
        for (const id of ids)
            if (!told.has(id))
                notUndone(id);
    }
    catch (error) {
        const code = (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresOf */ .dJ)(error)[0]?.code ?? '';
        log.warning(graceOver.aborted ? _messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.undoUnseen : _messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.undoUnreachable(code));
        leave(ids.filter((id) => !told.has(id)));
    }
}
async function undoByFunction(id, undo, log, remains) {
    const { graceOver, leave, undone } = remains;
    try {
        await begunInAnyCase(undo, graceOver);
        undone?.(id);
        log.info(_messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.undone(id));
    }
    catch (error) {
        log.warning(_messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.notUndone(id));
        log.debug((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresOf */ .dJ)(error)
            .map(({ message }) => message)
            .join('\n'));
        leave([id]);
    }
}
/** As `unlessCancelled`, but that the work is begun also when nobody can wait for it any more. */
async function begunInAnyCase(work, graceOver) {
    const working = (async () => work())();
    working.catch(() => { });
    await (0,_cancel_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessCancelled */ .M)(() => working, graceOver);
}


/***/ }),

/***/ 65740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ findNginx)
/* harmony export */ });
/**
 * Bash that finds the nginx that runs by its process, not by its name on the PATH: BT panel's lies elsewhere (rule
 * *The nginx that runs*), and is looked for there when it does not run. A process says of itself what it likes: only
 * root's are believed, and nothing is run that another user can change. It prints a line for each master, sets `program`, `state` and `master`,
 * its pid, and the words that select its configuration as positional parameters; it exits where there is no nginx, and
 * where there is one that another user can change, which it prints (`stranger`). Needs the prelude in front.
 */
const findNginx = `units_start() {
  local name
  for name in nginx.service openresty.service tengine.service; do
    [ "$1" = any ] || [ "$(systemctl is-enabled "$name" 2>/dev/null)" = enabled ] || continue
    systemctl show -p ExecStart "$name" 2>/dev/null | sed -nE 's/.*argv\\[\\]=(.*) ; ignore_errors=.*/\\1/p' | tail -n 1
  done | grep -vE '^/etc/init\\.d/' | grep -E '^/[^ ]*/(nginx|openresty|tengine)( |$)' | while IFS= read -r name; do
    [ -x "\${name%% *}" ] || continue
    # Variables of the unit's own are not known.
    case $name in *'$'*) name=\${name%% *} ;; esac
    printf '%s\\n' "$name"
    break
  done
}
program=; words=; found=; master=
while IFS= read -r -d '' process && IFS= read -r -d '' file; do
  exe=\${file% (deleted)}
  case "\${exe##*/}" in nginx|openresty|tengine) ;; *) continue ;; esac
  # Real, effective, saved and file system user. One that is root in a user namespace of its own is another user here.
  grep -Eqs '^Uid:([[:space:]]+0){4}$' "$process/status" || continue
  title=$(tr '\\0' ' ' <"$process/cmdline")
  case "$title" in *'master process'*) ;; *) continue ;; esac
  # A container may share the pid namespace: its path of the program and its configuration are another root's then. A
  # program that was replaced by an upgrade is no file any more.
  contained=no
  [ "$(readlink "$process/ns/pid")" = "$(readlink /proc/1/ns/pid)" ] && [ "$process/root" -ef / ] &&
    { [ "$process/exe" -ef "$exe" ] || [ "$file" != "$exe" ]; } || contained=yes
  echo "master \${process#/proc/} $contained"
  [ $contained = no ] && { program=$exe; words=$title; state=running; master=\${process#/proc/}; }
done < <(find /proc/[0-9]*/exe -maxdepth 0 -printf '%h\\0%l\\0' 2>/dev/null)
[ -n "$program" ] || {
  state=stopped; panel=/www/server/nginx
  # What systemd starts at boot; what the shell finds; what systemd knows; where panels, OpenResty and sources install it.
  words=$(units_start enabled)
  if [ -z "$words" ]; then found=$(command -v nginx) || found=$(command -v openresty) || found=$(command -v tengine); fi
  [ -n "$words$found" ] || words=$(units_start any)
  found=\${found:-\${words%% *}}
  [ -n "$found" ] || for found in $panel /usr/local/openresty/nginx /usr/local/nginx /usr/local/tengine /opt/openresty/nginx /opt/nginx /opt/tengine; do
    found=$found/sbin/nginx
    [ ! -x "$found" ] || break
  done
  program=$(readlink -f "$found"); [ -x "$program" ] || exit 0
  # So its own script calls it.
  [ "$program" != "$panel/sbin/nginx" ] || words=" -c $panel/conf/nginx.conf"
}
conf=$(printf %s "$words" | sed -n 's/.* -c *\\([^ ]*\\).*/\\1/p'); prefix=$(printf %s "$words" | sed -n 's/.* -p *\\([^ ]*\\).*/\\1/p')
set -- \${conf:+-c "$conf"} \${prefix:+-p "$prefix"}
strange=$(strangers "$program" \${found:+"$found"} \${prefix:+"$prefix"})
if [ -z "$strange" ]; then
  built() { "$program" -V 2>&1 | sed -n "s/.* --$1=\\([^ ]*\\).*/\\1/p"; }
  # As nginx finds its main file (ngx_process_options, ngx_conf_full_name).
  main=\${conf:-$(built conf-path)}; main=\${main:-conf/nginx.conf}
  case $main in /*) ;; *) home=\${prefix:-$(built prefix)}; main=\${home:-/usr/local/nginx}/$main ;; esac
  strange=$(strangers "$main")
fi
[ -z "$strange" ] || { printf '%s\\n' "$strange" | sed 's/^/stranger /'; echo "program $program"; echo "state $state"; exit 0; }`;


/***/ }),

/***/ 97511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ applyMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** What the log says while steps run and are taken back. */
const applyMessages = {
    connectionLost: (code) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The connection is lost (${code}). Connecting again; what was sent is kept.`, `连接已断开（${code}），正在重新连接；已发送的内容会保留。`),
    goesOn: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Connected again, with the lock of the application; continuing.', '已重新连接，并重新取得应用的锁；继续执行。'),
    undone: (step) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Undone: ${step}`, `已撤销：${step}`),
    notUndone: (step) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Could not be undone: ${step}; the next run removes it.`, `未能撤销：${step}；下次运行会清理。`),
    leftToOthers: (step) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Undone: ${step}. Files that were added or changed there in the meantime are kept; the plan above lists the folders.`, `已撤销：${step}。其间在那里新增或修改的文件予以保留；目录见上方的计划。`),
    undoUnseen: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The runner’s time is over before everything was undone. The server continues to undo; the next run removes the rest. The running version is untouched.', '运行器的时间已到，撤销尚未全部完成。服务器会继续撤销，下次运行会清理残留。正在运行的版本未受影响。'),
    undoUnreachable: (code) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The server could not be reached to undo what was prepared (${code}). What serves is untouched; the next run removes the rest.`, `无法连接服务器以撤销已准备的内容（${code}）。正在运行的服务未受影响；下次运行会清理残留。`),
};


/***/ }),

/***/ 82719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ heldLog)
/* harmony export */ });
/** What is done beside something else, and told after it. */
function heldLog() {
    const kept = [];
    let to;
    const tell = (line) => {
        if (to === undefined)
            kept.push(line);
        else
            line(to);
    };
    return {
        group: (title, work) => {
            if (to !== undefined)
                return to.group(title, work);
            // Within the group of whoever it is told to.
            tell((log) => log.info(title));
            return work();
        },
        info: (line) => tell((log) => log.info(line)),
        warning: (line) => tell((log) => log.warning(line)),
        output: (line) => tell((log) => log.output(line)),
        debug: (line) => tell((log) => log.debug(line)),
        tellTo: (log) => {
            to = log;
            for (const line of kept.splice(0))
                line(log);
        },
    };
}


/***/ }),

/***/ 71018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ nginxSeconds),
/* harmony export */   d_: () => (/* binding */ patiently),
/* harmony export */   ir: () => (/* binding */ ranOut)
/* harmony export */ });
/** Seconds in which nginx must have read and tested its configuration. */
const nginxSeconds = 30;
/**
 * Words in front of each call of nginx. nginx opens every file that its configuration names, logs among them; where
 * somebody puts a named pipe in the place of one, it waits for ever. SIGKILL, since the switch ignores SIGTERM and what
 * it starts inherits that.
 */
const patiently = `timeout -s KILL ${nginxSeconds}`;
/**
 * Bash function `ran_out STATUS`: whether {@link patiently} ended the call (128 + SIGKILL; other coreutils exit with
 * 124).
 */
const ranOut = 'ran_out() { [ "$1" -eq 137 ] || [ "$1" -eq 124 ]; }';


/***/ }),

/***/ 52193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ listensAt),
/* harmony export */   CU: () => (/* binding */ placedListens),
/* harmony export */   Gg: () => (/* binding */ certificatesFor),
/* harmony export */   Gx: () => (/* binding */ serversOn),
/* harmony export */   QQ: () => (/* binding */ listensOf),
/* harmony export */   Qm: () => (/* binding */ serversFor),
/* harmony export */   U2: () => (/* binding */ serversOf),
/* harmony export */   ZN: () => (/* binding */ streamListens),
/* harmony export */   eZ: () => (/* binding */ namesOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** Every `server` block, in the order in which nginx reads them. */
function serversOf(configuration) {
    const blocks = configuration.tree.filter(({ name }) => name === 'http');
    return blocks.flatMap((http) => {
        const inherited = pairs(http.block ?? [], configuration);
        return (http.block ?? [])
            .filter(({ name }) => name === 'server')
            .map((server) => toServer(server, inherited, configuration));
    });
}
/** The server blocks of exactly this host name on this port; two where one listens on IPv4 and another on IPv6. */
function serversFor(configuration, domain, port) {
    return serversOf(configuration).filter(({ listen, names }) => listensOn(listen, port) && (names.includes(domain) || names.includes(`.${domain}`)));
}
/** What nginx listens on by its stream and mail blocks, whose servers take a port for themselves. */
function streamListens({ tree }) {
    return tree
        .filter(({ name }) => name === 'stream' || name === 'mail')
        .flatMap(({ block = [] }) => block.filter(({ name }) => name === 'server'))
        .flatMap(placedListens);
}
/** The `listen` directives of a block by their places; that of the block itself where it has none. */
function placedListens(server) {
    const { block = [], file, line } = server;
    const directives = block.filter(({ name }) => name === 'listen');
    return listensOf(server).map((listen, at) => ({
        ...listen,
        file: directives[at]?.file ?? file,
        line: directives[at]?.line ?? line,
    }));
}
/** Whether connections to a TCP port come to what listens so. */
function listensAt(one, port) {
    return !one.udp && one.port <= port && port <= one.lastPort;
}
/** The server blocks that listen on this port, of whatever name. */
function serversOn(configuration, port) {
    return serversOf(configuration).filter(({ listen }) => listensOn(listen, port));
}
/** Certificate pairs that nginx names for a domain: of blocks with exactly its name, else of wildcard ones. */
function certificatesFor(configuration, domain) {
    const parent = domain.slice(domain.indexOf('.') + 1);
    const servers = serversOf(configuration);
    const exact = servers.filter(({ names }) => names.includes(domain) || names.includes(`.${domain}`));
    const wild = servers.filter(({ names }) => names.includes(`*.${parent}`) || names.includes(`.${parent}`));
    const pairsOf = (blocks) => blocks.flatMap(({ certificates }) => certificates);
    const found = exact.some(({ certificates }) => certificates.length > 0) ? pairsOf(exact) : pairsOf(wild);
    return found.filter((pair, at) => found.findIndex(({ chainPath }) => chainPath === pair.chainPath) === at);
}
function listensOn(listen, port) {
    return listen.some((one) => listensAt(one, port));
}
function toServer(server, inherited, configuration) {
    const own = pairs(server.block ?? [], configuration);
    return {
        listen: listensOf(server),
        names: namesOf(server),
        certificates: own.length > 0 ? own : inherited,
        block: server.block ?? [],
        file: server.file,
        line: server.line,
    };
}
/** The addresses that a `server` block listens on. */
function listensOf({ block = [] }) {
    const legacy = block.some(({ name, args }) => name === 'ssl' && args[0] === 'on');
    const listen = block.filter(({ name }) => name === 'listen').map(({ args }) => toListen(args, legacy));
    // ngx_http_core_module: without `listen`, *:80 for a master that runs as root.
    return listen.length > 0 ? listen : [toListen(['80'], legacy)];
}
/** The words of a block's `server_name`, lower-case; `['']` where there is none. */
function namesOf({ block = [] }) {
    const names = block.filter(({ name }) => name === 'server_name').flatMap(({ args }) => args);
    return names.length > 0 ? names.map((name) => name.toLowerCase()) : [''];
}
function toListen(args, legacySsl) {
    const [where = '', ...options] = args;
    const rest = {
        ssl: legacySsl || options.includes('ssl'),
        defaultServer: options.includes('default_server') || options.includes('default'),
        udp: options.includes('quic') || options.includes('udp'),
        options,
    };
    if (where.startsWith('unix:'))
        return { address: where, port: 0, lastPort: 0, ...rest };
    const [, address, first, last] = /^(?:(\[[^\]]*\]|[^:]*):)?(\d+)(?:-(\d+))?$/.exec(where) ?? [];
    if (first === undefined)
        return { address: where, port: 80, lastPort: 80, ...rest };
    return { address: address ?? '*', port: Number(first), lastPort: Number(last ?? first), ...rest };
}
/** The n-th `ssl_certificate` belongs to the n-th `ssl_certificate_key`. Variables, data and engines name no file. */
function pairs(directives, { main }) {
    const paths = (wanted) => directives.filter(({ name }) => name === wanted).map(({ args }) => args[0] ?? '');
    const keys = paths('ssl_certificate_key');
    return paths('ssl_certificate').flatMap((chain, at) => {
        const key = keys[at] ?? '';
        if ([chain, key].some((path) => path === '' || /\$|^(data|engine|store):/.test(path)))
            return [];
        const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(main);
        return [{ chainPath: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(folder, chain), keyPath: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(folder, key) }];
    });
}


/***/ }),

/***/ 45619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uf: () => (/* binding */ installPair),
/* harmony export */   Xz: () => (/* binding */ planCertificate),
/* harmony export */   a$: () => (/* binding */ isBrought),
/* harmony export */   ao: () => (/* binding */ certificatePaths),
/* harmony export */   l: () => (/* binding */ existingPairs),
/* harmony export */   lN: () => (/* binding */ unissued),
/* harmony export */   rf: () => (/* binding */ readLeaf),
/* harmony export */   s4: () => (/* binding */ complainsOfOwnPair)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _certificate_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24481);
/* harmony import */ var _engine_apply_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22268);
/* harmony import */ var _fragments_find_nginx_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(65740);
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(91520);
/* harmony import */ var _nginx_patience_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(71018);
/* harmony import */ var _server_lock_script_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33493);
/* harmony import */ var _server_prelude_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13553);
/* harmony import */ var _shell_make_folders_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6541);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(21395);
/* harmony import */ var _selinux_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(73394);












/** Stands for the fingerprint of a certificate that is still to be issued. */
const unissued = '<fingerprint>';
/** Where the pair of a provided certificate lies: named by its contents, so that a pair changes in one step. */
function certificatePaths(domain, fingerprint) {
    const folder = `/etc/nginx/ssl/${domain}/${fingerprint}`;
    return { chainPath: `${folder}/${domain}_bundle.crt`, keyPath: `${folder}/${domain}.key` };
}
/** Whether a pair lies where `certificatePaths` puts one: it was brought by a deployment, and its files never change. */
function isBrought(pair, domain) {
    const fingerprint = pair.chainPath.split('/').at(-2) ?? '';
    const { chainPath, keyPath } = certificatePaths(domain, fingerprint);
    const known = fingerprint === unissued || /^[0-9a-f]{64}$/.test(fingerprint);
    return known && pair.chainPath === chainPath && pair.keyPath === keyPath;
}
/** Whether one file of such a pair lies there. */
function isBroughtFile(path, domain) {
    const fingerprint = path.split('/').at(-2) ?? '';
    return /^[0-9a-f]{64}$/.test(fingerprint) && Object.values(certificatePaths(domain, fingerprint)).includes(path);
}
/** Whether it is a certificate of the user's own, where no deployment puts one, that nginx complains of. */
function complainsOfOwnPair(complaint, domain) {
    const [, path] = /\[emerg\].*(?:certificate|SSL_CTX_).*?"([^"]+)"/.exec(complaint) ?? [];
    return path !== undefined && !isBroughtFile(path, domain);
}
/** The step that installs a provided pair; none where the server has it already. */
function planCertificate(pair, domain, chain, key, there) {
    const same = there.certificates.find((file) => file.path === pair.chainPath)?.text.trim() === chain.trim();
    const leaf = readLeaf(chain);
    // Also a file that a power cut left half written lies there.
    const fitting = there.keys.some((file) => file.path === pair.keyPath && leaf !== undefined && fits(leaf, file.publicKey));
    if (same && fitting)
        return [];
    const folder = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(pair.chainPath);
    // The same certificate with another chain may lie there, and nginx name it: taking that back would break what serves.
    const occupied = [...there.certificates, ...there.keys].some((file) => file.path.startsWith(`${folder}/`));
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'certificate.install',
            title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)(`Install the certificate of ${domain}`, `安装 ${domain} 的证书`),
            reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)('the server does not have it', '服务器上没有该证书'),
            diff: `+ ${pair.chainPath}\n+ ${pair.keyPath} (0600)`,
            script: installScript(pair, folder, undefined),
            input: async () => sentPair(chain, key),
            ...(occupied
                ? {}
                : {
                    undo: (0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_4__/* .underSharedLock */ .VN)(removeScript(pair, folder), 120),
                }),
        },
    ];
}
/** Writes a pair where it belongs, unless the shared lock stays busy. Throws `Failure`. */
async function installPair(server, pair, chain, key) {
    const kept = 'keptAt' in key ? key.keptAt : undefined;
    const script = installScript(pair, node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(pair.chainPath), kept);
    const input = sentPair(chain, 'keptAt' in key ? undefined : key);
    const result = await server.run(`${_server_prelude_js__WEBPACK_IMPORTED_MODULE_5__/* .prelude */ .e}\nset -e\n${script}`, { input });
    (0,_engine_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .mustSucceed */ .MX)('certificate.install', result);
}
/** What the script reads. */
function sentPair(chain, key) {
    const sent = key === undefined ? '' : `${key.reveal().trimEnd()}\n`;
    return Buffer.from(`${sent}${chain.trimEnd()}\n`, 'utf8');
}
/**
 * Bash that reads key and chain from its standard input, in one stream, under the shared lock; the chain alone where the server keeps the key. The
 * key is never readable by others.
 */
function installScript(pair, folder, kept) {
    const key = kept === undefined ? `printf '%s\\n' "$pem" | sed '/BEGIN CERTIFICATE/,/END CERTIFICATE/d'` : `cat ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(kept)}`;
    return (0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_4__/* .underSharedLock */ .VN)(`umask 077
roots_alone ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(folder)}
${(0,_shell_make_folders_js__WEBPACK_IMPORTED_MODULE_6__/* .makeFolders */ .w)('755', '/etc/nginx/ssl', node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(folder))}
${(0,_shell_make_folders_js__WEBPACK_IMPORTED_MODULE_6__/* .makeFolders */ .w)('700', folder)}
pem=$(cat)
printf '%s\\n' "$pem" | sed -n '/BEGIN CERTIFICATE/,/END CERTIFICATE/p' >${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(`${pair.chainPath}.new`)}
${key} >${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(`${pair.keyPath}.new`)}
chmod 644 ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(`${pair.chainPath}.new`)}
put_in_place ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(`${pair.keyPath}.new`)} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(pair.keyPath)}
put_in_place ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(`${pair.chainPath}.new`)} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(pair.chainPath)}
flush ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(folder))} /etc/nginx/ssl /etc/nginx
${(0,_selinux_js__WEBPACK_IMPORTED_MODULE_8__/* .labelByPlace */ .X_)(folder)}`, 120);
}
/**
 * Bash that removes the pair again, unless nginx names it by now: another application may have come to serve it. Of an
 * nginx that another user can change it is not known. What else is in the folder is not ours, and stays.
 */
function removeScript({ keyPath, chainPath }, folder) {
    const files = [keyPath, chainPath].flatMap((path) => [path, `${path}.new`]).map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h);
    return `named=$( ( ${_fragments_find_nginx_js__WEBPACK_IMPORTED_MODULE_10__/* .findNginx */ .e}
  ${_nginx_patience_js__WEBPACK_IMPORTED_MODULE_11__/* .patiently */ .d_} "$program" "$@" -T 2>/dev/null || echo ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(folder)} ) | grep -cF -e ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(folder)} -e 'stranger ') || true
[ "$named" != 0 ] || { rm -f ${files.join(' ')}; rmdir ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(folder)} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(folder))} 2>/dev/null || true; }`;
}
/**
 * The pairs of the server for which a key fits the leaf: `named` (those that nginx names for the domain) first, each by
 * the end of their validity, latest first.
 */
function existingPairs(files, named) {
    const nameOf = (path) => named.find(({ chainPath }) => chainPath === path);
    return files.certificates
        .flatMap(({ path, text: chain }) => {
        const leaf = readLeaf(chain);
        const key = leaf === undefined
            ? undefined
            : files.keys.find((file) => fits(leaf, file.publicKey) && (nameOf(path)?.keyPath ?? file.path) === file.path);
        return leaf === undefined || key === undefined ? [] : [{ chainPath: path, keyPath: key.path, chain, leaf }];
    })
        .toSorted((a, b) => Number(nameOf(b.chainPath) !== undefined) - Number(nameOf(a.chainPath) !== undefined) ||
        b.leaf.validToDate.getTime() - a.leaf.validToDate.getTime())
        .map(({ chainPath, keyPath, chain }) => ({ chainPath, keyPath, chain }));
}
/** The leaf of a chain in PEM; undefined where there is none to read. */
function readLeaf(chain) {
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(chain);
    }
    catch {
        return undefined;
    }
}
function fits(leaf, publicKey) {
    try {
        return (0,_certificate_key_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameKey */ .y)(leaf.publicKey, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(publicKey));
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 73394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X_: () => (/* binding */ labelByPlace),
/* harmony export */   Yr: () => (/* binding */ planSelinux),
/* harmony export */   ph: () => (/* binding */ planContentLabel)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91520);
/* harmony import */ var _server_lock_script_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33493);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21395);




/** Types of ports on which the policy lets a web server listen (the targeted policy's `httpd_t`). */
const webPorts = ['http_port_t', 'http_cache_port_t'];
/** Types that stand for "nobody's in particular"; a port of one of them is labelled, not relabelled. */
const nobodysPorts = [
    'unreserved_port_t',
    'reserved_port_t',
    'hi_reserved_port_t',
    'ephemeral_port_t',
];
/** Seconds to wait for the lock that applications share: a policy takes up to half a minute to build. */
const sharedLockSeconds = 120;
/** What is said of each step: a change of the policy harms nobody who serves, and taking it back might. */
const stays = {
    en: 'it stays, even if this run fails',
    zh: '无论本次运行结果如何都会保留',
};
/**
 * Steps after which an enforcing SELinux lets nginx listen on `ports` and reach the application. None of them touches what
 * serves. A certificate has its label from where it is written.
 */
function planSelinux(selinux, ports) {
    if (selinux.mode === 'off')
        return [];
    return [
        ...ports.filter((port) => !webPorts.includes(typeOf(selinux, port) ?? '')).map((port) => labelPort(selinux, port)),
        ...(selinux.networkConnect ? [] : [letConnect]),
    ];
}
function labelPort(selinux, port) {
    const type = typeOf(selinux, port) ?? '-';
    const verb = type === '-' || nobodysPorts.includes(type) ? '-a' : '-m';
    // A port that a local change labelled meanwhile is "already defined": then it is modified.
    const other = verb === '-a' ? ' || said=$(semanage port -m -t http_port_t -p tcp "$port" 2>&1)' : '';
    return {
        kind: 'server',
        phase: 'prepare',
        id: 'selinux.port',
        title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(`Let SELinux have nginx listen on ${port}`, `允许 nginx 在 SELinux 下监听端口 ${port}`),
        reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(`its type is ${type}; ${stays.en}`, `其类型为 ${type}；${stays.zh}`),
        diff: `+ semanage port ${verb} -t http_port_t -p tcp ${port}`,
        script: (0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_1__/* .underSharedLock */ .VN)(`port=${port}
said=$(semanage port ${verb} -t http_port_t -p tcp "$port" 2>&1)${other} || failure SELINUX_PORT_REFUSED "port=$port" type=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(type)} "said=$said"`, sharedLockSeconds),
    };
}
const letConnect = {
    kind: 'server',
    phase: 'prepare',
    id: 'selinux.connect',
    title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)('Let SELinux have nginx reach the application', '允许 nginx 在 SELinux 下连接应用'),
    reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(`httpd_can_network_connect is off; ${stays.en}`, `httpd_can_network_connect 为 off；${stays.zh}`),
    diff: '+ setsebool -P httpd_can_network_connect on',
    script: (0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_1__/* .underSharedLock */ .VN)('setsebool -P httpd_can_network_connect on', sharedLockSeconds),
};
/**
 * Bash that gives what was just written in `folder` the label of its place, which nginx may read. What lies beside it keeps
 * the label that somebody gave it; a server without SELinux has no such program, or one that does nothing.
 */
function labelByPlace(folder) {
    return `! command -v restorecon >/dev/null 2>&1 || restorecon -R ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(folder)}`;
}
/**
 * The step after which nginx may read the files of a static site in `folder`; none where SELinux does not care. The rule
 * is for all sites of the application, whose folders have the same form, and for nothing else beside them.
 */
function planContentLabel(selinux, folder) {
    if (selinux.mode === 'off')
        return [];
    const parent = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(folder);
    const pattern = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(`${parent.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(/[0-9a-f]{64}(/.*)?)?`);
    const type = '-t httpd_sys_content_t';
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'selinux.content',
            title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(`Let SELinux have nginx read ${folder}`, `允许 nginx 在 SELinux 下读取 ${folder}`),
            reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(`its label is another service’s or nobody’s; ${stays.en}`, `其标签不属于 nginx；${stays.zh}`),
            diff: `+ semanage fcontext -a ${type} ${pattern}`,
            script: (0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_1__/* .underSharedLock */ .VN)(`semanage fcontext -a ${type} ${pattern} 2>/dev/null || semanage fcontext -m ${type} ${pattern}
restorecon ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(parent)}
restorecon -R ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(folder)}`, sharedLockSeconds),
        },
    ];
}
/** The type that a port bears: that of the narrowest range which holds it; undefined where none does. */
function typeOf(selinux, port) {
    return selinux.ports
        .filter(({ from, to }) => from <= port && port <= to)
        .toSorted((a, b) => a.to - a.from - (b.to - b.from))[0]?.type;
}


/***/ }),

/***/ 33493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ lockPath),
/* harmony export */   MS: () => (/* binding */ lockFolder),
/* harmony export */   VN: () => (/* binding */ underSharedLock),
/* harmony export */   Ww: () => (/* binding */ makeLockFolder),
/* harmony export */   bd: () => (/* binding */ holderFile),
/* harmony export */   c_: () => (/* binding */ applicationLock),
/* harmony export */   hR: () => (/* binding */ lockFailed),
/* harmony export */   iz: () => (/* binding */ parseHolder),
/* harmony export */   lT: () => (/* binding */ lockedFailure),
/* harmony export */   lj: () => (/* binding */ sharedLock),
/* harmony export */   ph: () => (/* binding */ stopFile),
/* harmony export */   qB: () => (/* binding */ openLock)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _script_protocol_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28158);



/** Where locks are: gone after a reboot, as their holders are. */
const lockFolder = '/run/deploy-miniprogram';
/** The lock of one application; no application's name can make it the one that all share. */
function applicationLock(app, folder = lockFolder) {
    return lockPath(app, 'lock', folder);
}
/** What is beside an application's lock: its files are named as its image is, which several writings of a name share. */
function lockPath(app, kind, folder = lockFolder) {
    return `${folder}/app-${app.toLowerCase()}.${kind}`;
}
/** The lock of what applications share. */
function sharedLock(folder = lockFolder) {
    return `${folder}/shared.lock`;
}
/** Bash that makes the folder of the locks: root's alone, in a folder (/run) where only root can make one. */
function makeLockFolder(folder = lockFolder) {
    return `mkdir -p -m 700 ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(folder)}`;
}
function parentOf(folder) {
    return folder.slice(0, folder.lastIndexOf('/')) || '/';
}
/**
 * Bash that makes the file of a lock and opens it on descriptor 9, or ends the script: no flock (69), not written (73).
 * Defines `unwritten`, which ends it so with RUN_FULL where no room is left. Needs the prelude in front.
 */
function openLock(lock, folder = lockFolder) {
    const parent = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(parentOf(folder));
    return `# Empty files can be made where not a byte of room is left.
unwritten() {
  local place free
  free=$(df -h --output=avail ${parent} | tail -n 1) place=$(df --output=target ${parent} | tail -n 1)
  ! df -B1 --output=avail,iavail,itotal ${parent} | tail -n 1 | awk '{ exit !($1 == 0 || ($2 == 0 && $3 > 0)) }' ||
    failure RUN_FULL "host=$(hostname)" "fileSystem=$place" needed='1.0 MB' "available=\${free// /}"
  exit 73
}
${makeLockFolder(folder)} || unwritten
command -v flock >/dev/null || { printf 'no flock\\n' >&2; exit 69; }
exec 9>>${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(lock)} || unwritten`;
}
/** Where it is written who holds the lock of an application; the file itself is locked for as long as the keeper lives. */
function holderFile(app, folder = lockFolder) {
    return lockPath(app, 'holder', folder);
}
/** The file by which a run tells its own scripts on the server to begin nothing more; see holding.ts. */
function stopFile(token, folder = lockFolder) {
    return `${folder}/stop-${token}`;
}
/** What a keeper that could not take its lock named, else LOCK_FAILED. */
function lockFailed(result, host) {
    const detail = result.stderr.trim() || String(result.code ?? 'signal');
    return (0,_script_protocol_js__WEBPACK_IMPORTED_MODULE_2__/* .failureIn */ .Q6)(result) ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('LOCK_FAILED', { host, detail });
}
/** LOCKED, from what the keeper printed of the one that holds it, for how long it does, and for how long it was waited for. */
function lockedFailure(app, holderJson, seconds = '?', waited = '0') {
    const holder = parseHolder(holderJson);
    const { who = '?', runUrl = '?', commit = '?', since = '?' } = holder;
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('LOCKED', { app, who, run: runUrl, commit, since, seconds, waited });
}
/** Who holds a lock, from what its keeper wrote down; nothing where that cannot be read. */
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
exec 8>>${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(sharedLock(folder))}
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

/***/ 80232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p5: () => (/* binding */ endLeft),
  LI: () => (/* binding */ noteFile),
  ZT: () => (/* binding */ noted),
  w4: () => (/* binding */ notesFolder),
  mO: () => (/* binding */ tellToEnd)
});

;// CONCATENATED MODULE: ./.build/lib/shell/below.js
/** Bash: `below PID` prints that process and all that descend from it, each before those below it. */
const below = `below() {
  local stat fields pid one all= found=" $1 " more=yes
  for stat in /proc/[0-9]*/stat; do
    { read -r fields <"$stat"; } 2>/dev/null || continue
    pid=\${stat#/proc/} fields=\${fields##*) }
    fields=\${fields#* }
    all="$all \${pid%/stat}:\${fields%% *}"
  done
  while [ -n "$more" ]; do
    more=
    for one in $all; do
      case $found in
        *" \${one%:*} "*) ;;
        *" \${one#*:} "*) found="$found\${one%:*} " more=yes ;;
      esac
    done
  done
  printf %s "$found"
}`;

// EXTERNAL MODULE: ./.build/lib/shell/born.js
var born = __webpack_require__(9516);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
;// CONCATENATED MODULE: ./.build/lib/server/step-notes.js




/**
 * Where scripts of an application's runs note what they are at: a file for each, locked until the script ends, with the
 * number of its step and the process that may be told to end (0: none), with when that began. So whoever takes the lock
 * next finds what a run that is gone left at work.
 */
function notesFolder(app, folder = lock_script/* lockFolder */.MS) {
    return (0,lock_script/* lockPath */.HZ)(app, 'steps', folder);
}
/** The note of one script of the run with this token. */
function noteFile(app, token, word, folder = lock_script/* lockFolder */.MS) {
    return `${notesFolder(app, folder)}/${token}-${word}`;
}
/**
 * A script that holds its note's lock, on descriptor 7, for as long as it runs; what it starts to stay does not. Where
 * nothing can be noted it runs all the same.
 */
function noted(script, note, ending) {
    const process = ending === 'told' ? `$$ "$(${born/* bornOf */.b}; born_of "$$")"` : '0 -';
    return `{ exec 7>${(0,quote/* quote */.h)(note)}; } 2>/dev/null && flock -n 7 && printf '%s %s %s\\n' -1 ${process} >&7
{
${script}
} 7>&-`;
}
/** Seconds after which what was told to end is killed: longer than a script of the user's has for its end. */
const killSeconds = 20;
/**
 * Bash: `tell_to_end NOTE` has a step end that may be ended (TERM to its shell and all below it), each once: `told`.
 * `all_ended` drops from `ending`, the processes that were told to, those that are gone; false where some are left: with
 * the shell of a step the note is let go of, while a program that it started may take its time.
 */
const tellToEnd = `${below}
${born/* bornOf */.b}
tell_to_end() {
  local number pid born one all= more=yes
  { read -r number pid born <"$1"; } 2>/dev/null || return 0
  [ "\${pid:-0}" -gt 1 ] && [ -n "$born" ] && [ "$pid $born" != "$told" ] || return 0
  told="$pid $born" told_at=$SECONDS
  # Its number may be another process's by now.
  [ "$(born_of "$pid")" = "$born" ] || return 0
  # Each is stopped when it is seen: what it starts until it is told would not be found any more.
  while [ -n "$more" ]; do
    more=
    for one in $(below "$pid"); do
      case "$all " in *" $one "*) continue ;; esac
      kill -STOP "$one" 2>/dev/null || continue
      more=yes all="$all $one" ending="$ending $one:$(born_of "$one")"
    done
  done
  kill -TERM $all 2>/dev/null
  kill -CONT $all 2>/dev/null
}
all_ended() {
  local one left=
  for one in $ending; do
    [ "$(born_of "\${one%:*}")" = "\${one#*:}" ] && grep -qs '^State:[[:space:]]*[^ZX[:space:]]' "/proc/\${one%:*}/status" || continue
    left="$left $one"
    [ "$((SECONDS - told_at))" -lt ${killSeconds} ] || kill -KILL "\${one%:*}" 2>/dev/null
  done
  ending=$left
  [ -z "$ending" ]
}`;
/**
 * Bash: `end_left SECONDS` ends what runs that are gone left at work, and waits for its end; else the script ends with
 * LEFT_RUNNING. For whoever holds the application's lock. Calls `left` with what is waited for, once each, and `hear`
 * between two looks. Needs the queue's `clock` and the prelude.
 */
function endLeft(app, token, folder = lock_script/* lockFolder */.MS) {
    return `${tellToEnd}
# What a script is at, by its note: the last process below it that is there, or one that it left.
work_of() {
  local pid name left
  work='?'
  pid=$(exec 6<&-; find /proc/[0-9]*/fd -lname "$1" -not -path "/proc/$$/*" 2>/dev/null | head -n 1)
  pid=\${pid#/proc/}
  left=$(printf '%s ' $ending | sed 's/:[0-9]*//g')
  for pid in $(below "\${pid%%/*}") $left; do
    ! { read -r name <"/proc/$pid/comm"; } 2>/dev/null || work="$name ($pid)"
  done
}
end_left() {
  local note told work ending deadline
  clock
  deadline=$((now + $1))
  for note in ${(0,quote/* quote */.h)(notesFolder(app, folder))}/*; do
    case \${note##*/} in '*' | ${token}-*) continue ;; esac
    { exec 6<"$note"; } 2>/dev/null || continue
    told=0 work= ending=
    until flock -w 0.2 6 && all_ended; do
      [ -n "$work" ] || { work_of "$note"; left "$work"; }
      tell_to_end "$note"
      clock
      [ "$now" -lt "$deadline" ] || {
        work_of "$note"
        failure LEFT_RUNNING app=${(0,quote/* quote */.h)(app)} "process=$work" "pid=\${work//[!0-9]/}" seconds="$1"
      }
      hear
    done
    rm -f "$note"
    exec 6<&-
  done
}`;
}


/***/ }),

/***/ 9516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ bornOf)
/* harmony export */ });
/**
 * Bash: `born_of PID` prints when that process began, in clock ticks after the boot (`starttime` of proc(5)); nothing where
 * there is none. A number may become another process's: by this it is told from the one that was noted. Its name, in
 * brackets, may hold anything, brackets among it. It is one line.
 */
const bornOf = `born_of() { local stat=; { IFS= read -r -d '' stat <"/proc/$1/stat"; } 2>/dev/null || :; set -- \${stat##*) }; printf %s "\${20-}"; }`;


/***/ }),

/***/ 6541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ makeFolders)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

/** Bash that makes folders where they are missing; one that exists keeps its mode, owner and link (rule *Ours*). */
function makeFolders(mode, ...folders) {
    return folders.map((folder) => `[ -d ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(folder)} ] || mkdir -p -m ${mode} ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(folder)}`).join('\n');
}


/***/ }),

/***/ 15610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Az: () => (/* binding */ firstPlace),
/* harmony export */   Xw: () => (/* binding */ placeOfHost),
/* harmony export */   bq: () => (/* binding */ databasePlace),
/* harmony export */   xp: () => (/* binding */ placeOfAddresses)
/* harmony export */ });
const loopback = /^(?:|localhost\.?|localhost\.localdomain|(?:ip6-)?loopback|ip6-localhost|0|0\.0\.0\.0|127(?:\.\d+){1,3}|\[?(?:::|::1|(?:0:){7}[01]|::ffff:127(?:\.\d+){3})\]?)$/;
/** Where a host name or address leads. */
function placeOfHost(host) {
    const name = host.trim().toLowerCase();
    // Without a host the drivers take localhost.
    if (loopback.test(name))
        return 'container';
    return name === 'host.docker.internal' ? 'server' : 'elsewhere';
}
/** Where a list of addresses leads: `a:1,b:2`, each with or without a scheme, a user and a path. */
function placeOfAddresses(list) {
    const hosts = list
        .split(/[,;]/)
        .map((one) => one.trim())
        .filter((one) => one !== '')
        .map(hostOf);
    return firstPlace(hosts.map(placeOfHost));
}
/** The host of an address: of `redis://:password@localhost:6379/0` and of `localhost:6379` it is `localhost`. */
function hostOf(address) {
    const authority = address.replace(/^[\w+.-]+:\/\//, '').replace(/[/?].*$/s, '');
    const host = authority.slice(authority.lastIndexOf('@') + 1);
    return /^(?:::1|::)$/.test(host) ? host : host.replace(/:\d*$/, '');
}
// In the application itself, or asked by a server of their own within it.
const within = /^(?:h2|hsqldb|derby|sqlite|tc|shardingsphere|duckdb|calcite)(?::|$)/;
/** What is put before the name of a driver. */
const wrappers = /^(?:pool|p6spy|log4jdbc|otel|proxy|datasource-proxy|jtds|aws-wrapper)(?=:)/;
/**
 * Where a JDBC or R2DBC URL of a database behind a server leads; undefined for any other, and where it cannot be told.
 */
function databasePlace(url) {
    const [, driver] = /^(?:jdbc|r2dbcs?):(.*)$/is.exec(url.trim()) ?? [];
    if (driver === undefined)
        return undefined;
    let rest = driver;
    while (wrappers.test(rest.toLowerCase()))
        rest = rest.slice(rest.indexOf(':') + 1);
    if (within.test(rest.toLowerCase()))
        return undefined;
    if (/^oracle:/i.test(rest))
        return oraclePlace(rest);
    const [, authority] = /:\/\/([^/?;]*)/.exec(rest) ?? [];
    if (authority === undefined) {
        // `jdbc:postgresql:shop` has no host, and `jdbc:sybase:Tds:host:port` no slashes.
        if (/^postgresql:\/?[^:/]*$/i.test(rest))
            return 'container';
        const [, host] = /^sybase:tds:([^:/?]+)/i.exec(rest) ?? [];
        return host === undefined ? undefined : placeOfHost(host);
    }
    // SQL Server may have its host among the properties, and an instance after it.
    const [, named] = /;\s*servername\s*=\s*([^;]*)/i.exec(rest) ?? [];
    if (authority === '' && named !== undefined)
        return placeOfHost(named);
    const hosts = authority
        .slice(authority.lastIndexOf('@') + 1)
        .split(',')
        .map((one) => /\(\s*host\s*=\s*([^),]*)/i.exec(one)?.[1] ?? one.replace(/:\d*$/, '').replace(/\\.*$/s, ''));
    return firstPlace(hosts.map(placeOfHost));
}
/** `thin:@host:1521:sid`, `thin:@//host:1521/service`, `thin:@(DESCRIPTION=...(HOST=host)...)`. */
function oraclePlace(url) {
    const described = [...url.matchAll(/\(\s*host\s*=\s*([^)]*)\)/gi)].map(([, host]) => placeOfHost(host ?? ''));
    if (described.length > 0)
        return firstPlace(described);
    const [, host] = /@(?:(?:tcps?:)?\/\/)?(\[[^\]]*\]|[^:/?]*)/.exec(url.slice(url.lastIndexOf('@'))) ?? [];
    return host === undefined || host === '' ? undefined : placeOfHost(host);
}
/** The place of several that counts: one that is the container does before all others, since it is never right. */
function firstPlace(places) {
    return places.find((place) => place === 'container') ?? places[0];
}


/***/ })

};
