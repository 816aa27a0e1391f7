export const id = 917;
export const ids = [917];
export const modules = {

/***/ 24481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readPrivateKey),
/* harmony export */   y: () => (/* binding */ isSameKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22078);
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

/***/ 21994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lQ: () => (/* binding */ mostIndexBytes),
/* harmony export */   rC: () => (/* binding */ renderIndex),
/* harmony export */   vY: () => (/* binding */ readIndex)
/* harmony export */ });
/** Pieces of a file that may be listed; one of more has no index, and is no basis. */
const mostPieces = 6000;
/** Bytes of an index that is read; a line has some twenty, one of a nested jar fifty. */
const mostIndexBytes = 300_000;
/**
 * The index of a file, as it is kept beside it: a line for each piece, `LENGTH KEY`, of a nested jar
 * `LENGTH KEY DIRECTORY-BYTES NAME`. Undefined for a file of which none is kept.
 */
function renderIndex(pieces) {
    if (pieces.length > mostPieces)
        return undefined;
    const text = pieces
        .map(({ length, key, nested }) => [length, key, ...(nested ? [nested.directoryBytes, nested.name] : [])].join(' '))
        .join('\n');
    return text.length < mostIndexBytes ? `${text}\n` : undefined;
}
/** Reads the lines of an index of a file of `bytes`; undefined where they are not all of such a file. */
function readIndex(lines, bytes) {
    const pieces = [];
    let sum = 0;
    for (const line of lines) {
        const [, length, key, directoryBytes, name] = /^([1-9]\d{0,14}) ([0-9a-f]{6}|[0-9a-f]{16})(?: (\d{1,10}) ([\w.+-]+))?$/.exec(line) ?? [];
        if (length === undefined || key === undefined)
            return undefined;
        sum += Number(length);
        const nested = name === undefined ? undefined : { name, directoryBytes: Number(directoryBytes) };
        pieces.push({ length: Number(length), key, ...(nested && { nested }) });
    }
    return pieces.length > 0 && sum === bytes ? pieces : undefined;
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

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 62 modules
var failure = __webpack_require__(22078);
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
note() { printf '%s %s\\n' "$1" "$2" 2>/dev/null >${(0,quote/* quote */.h)(file)} || :; }
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


/** Seconds that a step has to end once it was told to. */
const endSeconds = 10;
/**
 * Bash that ends batches, so that what they did can be taken back. They begin nothing more. What each is at is waited for;
 * where it only prepares, it is told to end (TERM to the step's shell and all below it). Defines `has_begun NOTE NUMBER`. An
 * undo copes with a step that was cut short.
 */
function endBatches(batches) {
    return `${[...new Set(batches.map(({ holding }) => holding.stop))].join('\n')}
${step_notes/* tellToEnd */.mO}
end_batch() {
  local told=0 deadline=$((SECONDS + ${endSeconds}))
  # Opened once: with the lock of the run its notes go, and under their names nothing is held.
  { exec 6<"$1"; } 2>/dev/null || return 0
  until flock -n 6; do
    [ "$SECONDS" -lt "$deadline" ] || break
    tell_to_end "$1"
    sleep 0.1 6<&-
  done
  exec 6<&-
}
has_begun() {
  local number pid
  { read -r number pid <"$1"; } 2>/dev/null || return 0
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

/***/ 29719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fr: () => (/* binding */ survey),
/* harmony export */   or: () => (/* binding */ askedBefore)
/* harmony export */ });
/* unused harmony export surveyScript */
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22078);
/* harmony import */ var _server_prelude_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13553);
/* harmony import */ var _server_script_protocol_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28158);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44274);




/**
 * The script that asks all of the server in one round trip, after an `opening` of theirs: the first half one by one, and
 * beside them the second half, one by one as well, as most servers have two cores. The name of each goes to stderr as it is
 * asked, so that a slow server is not taken for one that stalls.
 */
function surveyScript(probes, opening = '') {
    const sections = Object.entries(probes).map(([name, probe]) => `printf '%sasks %s\\n' "$deploy_mark" ${name} >&2
ask ${name}\n(\n${probe.script}\n) 2>/dev/null </dev/null\nanswered`);
    const half = Math.ceil(sections.length / 2);
    const halves = `exec {beside}< <(
:
${sections.slice(half).join('\n')}
)
${sections.slice(0, half).join('\n')}
cat <&$beside`;
    return `${_server_prelude_js__WEBPACK_IMPORTED_MODULE_1__/* .prelude */ .e}
${opening}
${(0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .answersScript */ .Bd)(halves)}
exit 0`;
}
/**
 * A probe whose answer others read as well, in the shell variable `name`: its `opening` asks, and does what is asked
 * `meanwhile`; `probe` tells what came of it. Where no process could be started for it, nothing is told at all.
 */
function askedBefore(name, { script, read }, meanwhile = '') {
    return {
        opening: `ask_${name}() (
${script}
)
exec {beside}< <(ask_${name} 2>/dev/null </dev/null; printf '${_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .asked */ .NZ}')
${meanwhile}
${name}=$(cat <&$beside)
exec {beside}<&-
[ "\${${name}%${_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .asked */ .NZ}}" != "$${name}" ] || exit 71
${name}=\${${name}%${_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .asked */ .NZ}}`,
        probe: { script: `printf %s "$${name}"`, read },
    };
}
/**
 * Asks all `probes` at once: those of the server in one script, after an `opening` that they have in common. Waits for all
 * answers; throws the `Failure` of the one that has none or cannot be worked with, `Failures` where there are several.
 */
async function survey(server, probes, opening) {
    const byName = Object.entries(probes);
    const scripts = byName.flatMap(([name, probe]) => ('script' in probe ? [[name, probe]] : []));
    const asking = byName.map(async ([name, probe]) => {
        if ('script' in probe)
            return [];
        const answer = await probe.ask();
        return [[name, () => answer]];
    });
    if (scripts.length > 0)
        asking.unshift(askServer(server, scripts, opening));
    const found = new Map();
    const failed = [];
    for (const settled of await Promise.allSettled(asking)) {
        if (settled.status === 'rejected')
            failed.push(settled.reason);
        else
            for (const [name, read] of settled.value)
                tryTo(() => found.set(name, read()), failed);
    }
    if (failed.length === 1)
        throw failed[0];
    (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .throwAll */ .Kx)(failed.flatMap(_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresOf */ .dJ));
    return Object.fromEntries(byName.map(([name]) => [name, found.get(name)]));
}
function tryTo(work, failed) {
    try {
        work();
    }
    catch (error) {
        failed.push(error);
    }
}
/** Throws `Failure` when the server cannot answer. */
async function askServer(server, probes, opening) {
    const result = await server.run(surveyScript(Object.fromEntries(probes), opening));
    const evidence = result.stderr.replace(/^@@asks .*\n/gm, '');
    if (result.code !== 0) {
        throw (0,_server_script_protocol_js__WEBPACK_IMPORTED_MODULE_2__/* .failureIn */ .Q6)(result) ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('SURVEY_FAILED', { code: String(result.code ?? 'signal') }, { evidence });
    }
    const sections = (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .readSections */ .jn)(result.stdout);
    return probes.map(([name, probe]) => {
        const output = sections.get(name);
        // A question that was not put (no process could be started) must not read as "nothing is there".
        if (output === undefined)
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('SURVEY_FAILED', { code: `no ${name}` }, { evidence });
        return [name, () => probe.read(output)];
    });
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22078);
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
        else {
            log.warning(_messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.notUndone(id));
            leave([id]);
        }
    };
    try {
        await begunInAnyCase(() => server.run(script, { onLine: tell }), graceOver);
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

/***/ 47269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ isMasked)
/* harmony export */ });
/** Bash function: whether systemd is told not to start a unit; before systemd 230 its `show` knew no `--value`. */
const isMasked = 'is_masked() { [ "$(systemctl show -p LoadState "$1" 2>/dev/null)" = LoadState=masked ]; }';


/***/ }),

/***/ 58917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readProcessUser),
/* harmony export */   N: () => (/* binding */ processUser)
/* harmony export */ });
/**
 * Bash function `ids_inside PID`: the user and the group that a process runs as, `uid:gid` as its container counts them
 * (an engine with `userns-remap` gives it others on the server); nothing where there is none.
 */
const processUser = `ids_inside() {
  [ "\${1:-0}" -gt 0 ] || return 0
  { cat "/proc/$1/status"; echo uids; cat "/proc/$1/uid_map"; echo gids; cat "/proc/$1/gid_map"; } 2>/dev/null | awk '
    $1 == "Uid:" { uid = $3 } $1 == "Gid:" { gid = $3 }
    $1 == "uids" || $1 == "gids" { map = $1; next }
    map == "uids" && uid >= $2 && uid < $2 + $3 { inside = uid - $2 + $1 }
    map == "gids" && gid >= $2 && gid < $2 + $3 { group = gid - $2 + $1 }
    END { if (inside != "" && group != "") printf "%.0f:%.0f", inside, group }'
}`;
/** Reads what `ids_inside` prints. */
function readProcessUser(text) {
    const [, uid, gid] = /^(\d+):(\d+)$/.exec(text ?? '') ?? [];
    return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}


/***/ }),

/***/ 74820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ lookAtNginx),
/* harmony export */   x: () => (/* binding */ readServing)
/* harmony export */ });
/* harmony import */ var _nginx_site_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18342);

/** Bytes of an answer that are read: its certificates and headers, not all that an application sends after them. */
const most = 131_072;
/**
 * Bash function `look_at_nginx https|http DOMAIN PORT PATH`: one fresh connection to loopback, one request, one line
 * `STATUS RELEASE CONFIGURATION FINGERPRINT SENT` with `-` for what did not come. With `-ign_eof` openssl's s_client takes no
 * commands from its input and ends when the server closes (openssl-s_client(1), "CONNECTED COMMANDS"). It is ended by
 * SIGKILL: the switch ignores SIGTERM, and what it starts inherits that; after `$look_seconds`, else 20.
 */
const lookAtNginx = `
look_at_nginx() {
  local answer fingerprint=
  if [ "$1" = https ]; then
    answer=$(printf 'GET %s HTTP/1.1\\r\\nHost: %s:%s\\r\\nConnection: close\\r\\n\\r\\n' "$4" "$2" "$3" |
      timeout -s KILL "\${look_seconds:-20}" openssl s_client -connect "127.0.0.1:$3" -servername "$2" -ign_eof 2>/dev/null | head -c ${most} | tr -d '\\000\\r')
    fingerprint=$(printf '%s\\n' "$answer" | openssl x509 -noout -fingerprint -sha256 2>/dev/null)
    fingerprint=\${fingerprint##*=} fingerprint=\${fingerprint//:/} fingerprint=\${fingerprint,,}
  else
    answer=$(timeout -s KILL "\${look_seconds:-20}" curl -q -s -i --noproxy '*' -H "Host: $2:$3" "http://127.0.0.1:$3$4" | head -c ${most} | tr -d '\\000\\r')
  fi
  # What openssl says of the connection comes first.
  printf '%s\\n' "$answer" | awk -v release=${_nginx_site_js__WEBPACK_IMPORTED_MODULE_0__/* .proofHeaders */ .zD.release} -v configuration=${_nginx_site_js__WEBPACK_IMPORTED_MODULE_0__/* .proofHeaders */ .zD.configuration} -v fingerprint="$fingerprint" '
    function of(name,  value) { value = header[tolower(name)]; sub(/[ \\t]+$/, "", value); gsub(/[ \\t]+/, "_", value); return value == "" ? "-" : value }
    !answered && /^ *[0-9]+ s:/ { sent++ }
    !answered { answered = /^HTTP\\/1/; status = $2 + 0; next }
    ended || /^$/ { ended = 1; next }
    { at = index($0, ": "); name = tolower(substr($0, 1, at - 1)); if (!(name in header)) header[name] = substr($0, at + 2) }
    END { print (answered && status ? status : "-"), of(release), of(configuration), (fingerprint == "" ? "-" : fingerprint), (sent ? sent : "-") }'
}`;
/** Reads one line of `look_at_nginx`. */
function readServing(line) {
    const [status, release, configuration, fingerprint, sent] = line
        .trim()
        .split(' ')
        .map((word) => (word === '-' ? '' : word));
    return {
        status: Number(status) || 0,
        release: release ?? '',
        configuration: configuration ?? '',
        fingerprint: fingerprint ?? '',
        ...(Number(sent) > 0 ? { sent: Number(sent) } : {}),
    };
}


/***/ }),

/***/ 97510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ policyMark),
/* harmony export */   X: () => (/* binding */ policyFile)
/* harmony export */ });
/** What keeps services from being started while packages are installed (Debian Policy, invoke-rc.d). */
const policyFile = '/usr/sbin/policy-rc.d';
/** The line that tells our policy-rc.d from an administrator's. */
const policyMark = '# deploy-miniprogram-backend: while packages are installed';


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
    undoUnseen: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The runner’s time is over before everything was undone. The server goes on undoing; the next run removes the rest. The running version is untouched.', '运行器的时间已到，撤销尚未全部完成。服务器会继续撤销，下次运行会清理残留。正在运行的版本未受影响。'),
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

/***/ 20548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ nginxCommand)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

/** Words that call a server's nginx with the configuration it runs with. */
function nginxCommand({ program, selection, }) {
    return [program, ...selection].map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h).join(' ');
}


/***/ }),

/***/ 52731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ filesIncludedBy),
/* harmony export */   o: () => (/* binding */ parseDump)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59660);
/* harmony import */ var _syntax_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15101);



/**
 * Reads what `nginx -T` prints on standard output. Throws `NginxSyntaxError` when there is no configuration in it.
 */
function parseDump(output) {
    const files = splitDump(output);
    const main = [...files.keys()][0];
    if (main === undefined)
        throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_2__/* .NginxSyntaxError */ .A('syntax', 'nginx -T', 1, output.slice(0, 80));
    const parsed = new Map([...files].map(([file, text]) => [file, (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readNginxText */ .S)(text, file)]));
    const unread = [...parsed].flatMap(([file, { unread: line }]) => (line === undefined ? [] : [{ file, line }]));
    const httpIncludes = [];
    /** What files that cannot be read include, where the http block may stand in them. */
    const loose = [];
    const expand = (directives, place, open) => directives.flatMap((directive) => {
        const { name, args, block } = directive;
        if (name === 'include' && args[0] !== undefined) {
            const glob = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(main), args[0]);
            if (place === 'http')
                httpIncludes.push(glob);
            return [...parsed]
                .filter(([file]) => matchesGlob(file, glob) && !open.includes(file))
                .flatMap(([file]) => inside(file, place, [...open, file]));
        }
        if (block === undefined)
            return [directive];
        const within = place === 'main' && name === 'http' ? 'http' : 'inner';
        return [{ ...directive, block: expand(block, within, open) }];
    });
    const inside = (file, place, open) => {
        const { directives = [], unread: line } = parsed.get(file) ?? {};
        if (line === undefined || place !== 'main')
            return expand(directives, place, open);
        loose.push({ directives, open });
        return [];
    };
    const tree = inside(main, 'main', [main]);
    if (loose.length > 0 && !tree.some(({ name }) => name === 'http')) {
        // Most of what such a file includes, its http block does; nginx itself tests whether a file of ours may go there.
        const block = loose.flatMap(({ directives, open }) => expand(directives, 'http', open));
        tree.push({ name: 'http', args: [], file: main, line: 1, start: 0, end: 0, block });
    }
    return { main, files, tree, httpIncludes, unread };
}
/** The files that an `include` brings in, and whether there is any directive in them. */
function filesIncludedBy({ main, files }, include) {
    const glob = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(main), include);
    return [...files]
        .filter(([file]) => matchesGlob(file, glob))
        .map(([file, text]) => ({ file, empty: (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readNginxText */ .S)(text, file).directives.length === 0 }));
}
function splitDump(output) {
    // A line ends at a newline alone: what follows another sign in a comment is no heading.
    const parts = output.split(/(?<=^|\n)# configuration file (\/[^\n]*):(?=\n|$)/);
    const files = new Map();
    for (let i = 1; i + 1 < parts.length; i += 2)
        files.set(parts[i] ?? '', (parts[i + 1] ?? '').replace(/^\n/, ''));
    return files;
}
/** glob(7) as nginx calls it: `*` and `?` match no slash and no dot at the start of a name. */
function matchesGlob(path, glob) {
    const pattern = glob.replace(/\[!?[^\]/]+\]|[\s\S]/g, (sign, at) => {
        const first = glob[at - 1] === '/';
        if (sign === '*')
            return first ? '(?!\\.)[^/]*' : '[^/]*';
        if (sign === '?')
            return first ? '[^/.]' : '[^/]';
        if (sign.length > 1)
            return sign.replace('[!', '[^').replaceAll('\\', '\\\\');
        return sign.replace(/[\\^$.|+()[\]{}*?]/, '\\$&');
    });
    try {
        return new RegExp(`^${pattern}$`, 'u').test(path);
    }
    catch {
        // A class that cannot be, such as `[z-a]`, matches nothing.
        return false;
    }
}


/***/ }),

/***/ 91155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lx: () => (/* binding */ renderLabel),
/* harmony export */   O2: () => (/* binding */ isUntouched),
/* harmony export */   ZF: () => (/* binding */ managedBy),
/* harmony export */   _8: () => (/* binding */ nginxFileOf),
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   rn: () => (/* binding */ configurationHash)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _values_app_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55508);



/** The first line of a file of ours. */
function renderLabel({ app, release, configuration }) {
    return `# managed by deploy-miniprogram-backend: app ${app}, release ${release}, configuration ${configuration}`;
}
/** Whose file a text is; undefined: not ours. */
function managedBy(text) {
    const found = /^# managed by deploy-miniprogram-backend: app (\S+), release (\S+), configuration ([0-9a-f]{16})$/m.exec(text);
    const [, app, release, configuration] = found?.index === 0 ? found : [];
    if (app === undefined || release === undefined || configuration === undefined)
        return undefined;
    return { app, release, configuration };
}
/** Name of an application's nginx file. */
function nginxFileOf(app) {
    return `${(0,_values_app_name_js__WEBPACK_IMPORTED_MODULE_2__/* .imageNameOf */ .mi)(app)}.conf`;
}
/** Whose file one of nginx is: it bears our mark and the name that we give. A copy by another name is somebody's. */
function ownerOf(path, text) {
    const label = managedBy(text);
    return label !== undefined && node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(path) === nginxFileOf(label.app) ? label : undefined;
}
/** Hash of a text that was rendered with an empty hash: 16 hexadecimal digits of its SHA-256. */
function configurationHash(unhashed) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(unhashed).digest('hex').slice(0, 16);
}
/** Whether a file of ours still is as it was written: its hash is that of its text. */
function isUntouched(text) {
    const label = managedBy(text);
    return label !== undefined && configurationHash(text.replaceAll(label.configuration, '')) === label.configuration;
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

/***/ 66086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ proofAddressesIn),
/* harmony export */   s: () => (/* binding */ proofAddressIn)
/* harmony export */ });
/** Reads it from the text of a file of ours; undefined where it is none. */
function proofAddressIn(text) {
    const port = /^ *listen (\d+) ssl/m.exec(text)?.[1];
    const domain = /^ *server_name (\S+);$/m.exec(text)?.[1];
    const path = /^ *location = "?(\/[^\s"]*)"? \{/m.exec(text)?.[1];
    if (port === undefined || domain === undefined || path === undefined)
        return undefined;
    return { scheme: 'https', domain, port: Number(port), path };
}
/** The same for each of its https ports: that of a static site shows it, too. */
function proofAddressesIn(text) {
    const first = proofAddressIn(text);
    if (first === undefined)
        return [];
    const ports = [...text.matchAll(/^ *listen (\d+) ssl/gm)].map(([, port]) => Number(port));
    return [...new Set(ports)].map((port) => ({ ...first, port }));
}


/***/ }),

/***/ 58640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ repoint),
/* harmony export */   j: () => (/* binding */ pairsIn)
/* harmony export */ });
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22277);
/* harmony import */ var _label_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91155);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13237);
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59660);




/** The pairs that the servers of a file name, in order; the first is the one that it was rendered with. */
function pairsIn(file) {
    return serversIn(file.toString('latin1')).flatMap((server) => {
        const keys = namedBy(server, 'ssl_certificate_key');
        return namedBy(server, 'ssl_certificate').flatMap(({ args: [chainPath = ''] }, at) => {
            const keyPath = keys[at]?.args[0];
            return keyPath === undefined ? [] : [{ chainPath, keyPath }];
        });
    });
}
/**
 * A file of ours with another pair in the place of `from`, and its hash renewed: what its application would render with
 * that pair. One that was edited by hand keeps its edits and its hash, so that it is still known as edited. Bytes, since
 * what a hand wrote may be in any encoding.
 */
function repoint(file, from, to) {
    const text = file.toString('latin1');
    const edits = serversIn(text).flatMap((server) => [
        ...editsFor(server, 'ssl_certificate', from.chainPath, to.chainPath),
        ...editsFor(server, 'ssl_certificate_key', from.keyPath, to.keyPath),
    ]);
    const repointed = (0,_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .applyEdits */ .c)(text, edits);
    const label = (0,_label_js__WEBPACK_IMPORTED_MODULE_0__/* .managedBy */ .ZF)(text);
    // The hash is one of UTF-8, which is what an application's file is as long as nobody else wrote into it.
    if (label === undefined || !(0,_label_js__WEBPACK_IMPORTED_MODULE_0__/* .isUntouched */ .O2)(file.toString('utf8')))
        return Buffer.from(repointed, 'latin1');
    const unhashed = Buffer.from(repointed.replaceAll(label.configuration, ''), 'latin1').toString('utf8');
    return Buffer.from(repointed.replaceAll(label.configuration, (0,_label_js__WEBPACK_IMPORTED_MODULE_0__/* .configurationHash */ .rn)(unhashed)), 'latin1');
}
function editsFor(server, name, from, to) {
    return namedBy(server, name)
        .filter(({ args }) => args[0] === from)
        .map(({ start, end }) => ({ start, end, text: `${name} ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteNginx */ .p)(to)};` }));
}
function namedBy({ block = [] }, name) {
    return block.filter((directive) => directive.name === name);
}
function serversIn(text) {
    return (0,_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readNginxText */ .S)(text, 'nginx').directives.filter(({ name }) => name === 'server');
}


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

/***/ 77602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ inheritedEnvironmentMark)
/* harmony export */ });
/** First line of `adopted.env`, by which it is known as ours. */
const inheritedEnvironmentMark = '# deploy-miniprogram-backend';


/***/ }),

/***/ 56492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ ourFolders),
/* harmony export */   EP: () => (/* binding */ makeOurs),
/* harmony export */   bx: () => (/* binding */ markerFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);


/**
 * The file in each folder that was made here. Only a folder whose name has our form and that holds it is ours (rule
 * *Ours*).
 */
const markerFile = '.deploy-miniprogram-backend';
/**
 * Bash functions about folders of `app`; the marker names its folder, so that a copy under another name is not ours:
 * - `is_ours FOLDER [NAME]`: whether it was made here, under NAME (default: that of the folder).
 * - `remove_ours FOLDER [NAME]`: removes one of ours, its marker last; anything else stays, and what is mounted in it.
 */
function ourFolders(app) {
    return `is_ours() { [ ! -L "$1" ] && [ -f "$1/${markerFile}" ] && [ "$(cat "$1/${markerFile}" 2>/dev/null)" = ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(app)}" \${2:-\${1##*/}}" ]; }
remove_ours() { ! is_ours "$@" || { find "$1" -xdev -mindepth 1 ! -path "$1/${markerFile}" -delete && rm -rf --one-file-system "$1"; }; }`;
}
/**
 * Bash that makes a folder, which must not exist but empty (cut short before its marker was written), with its marker
 * on disk; `name` is what it will be called in the end.
 */
function makeOurs(folder, app, mode, name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(folder)) {
    const marker = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${folder}/${markerFile}`);
    return `rmdir ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(folder)} 2>/dev/null || true
mkdir -m ${mode} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(folder)}
printf '%s\\n' ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${app} ${name}`)} >${marker}
flush ${marker} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(folder)}`;
}


/***/ }),

/***/ 85369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ proofStatus),
/* harmony export */   ZI: () => (/* binding */ tellingPath)
/* harmony export */ });
/* unused harmony export answersAtWork */
/* harmony import */ var _values_health_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16426);

/** Where the body is asked for that tells of an application's components. */
function tellingPath({ actuator, path, port }) {
    return actuator ?? { path, port };
}
/**
 * Statuses of the health path that show an application at work: a guarded endpoint's 401 and 404 where there is a
 * fallback.
 */
function answersAtWork({ status, fallback }) {
    return fallback === undefined ? status : [...status, ..._values_health_status_js__WEBPACK_IMPORTED_MODULE_0__/* .guardedStatus */ .RW];
}
/**
 * Statuses that count where a release is asked for through nginx: where the application's own port does not serve its
 * health path, anything below a server's error does.
 */
function proofStatus({ health, container }) {
    return health.port === container.appPort ? answersAtWork(health) : _values_health_status_js__WEBPACK_IMPORTED_MODULE_0__/* .belowServerError */ .R8;
}


/***/ }),

/***/ 33778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isOurRollback),
/* harmony export */   I: () => (/* binding */ rollbackMark)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

/** The second line of the server's own `rollback`, by which it is known as ours. */
const rollbackMark = '# deploy-miniprogram-backend: rollback';
/** A condition of bash: nothing but a script of ours, or nothing at all, is in the place of the server's own `rollback`. */
function isOurRollback(path) {
    const file = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(path);
    return `{ { [ ! -e ${file} ] && [ ! -L ${file} ]; } || { [ ! -L ${file} ] && [ -f ${file} ] && [ "$(sed -n 2p ${file} | tr -d '\\000')" = ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(rollbackMark)} ]; }; }`;
}


/***/ }),

/***/ 53353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ runName)
/* harmony export */ });
/** A run in one word, `octocat/mccm-server#8014`, as remarks and sessions in a cloud's account name it; empty outside GitHub. */
function runName({ runUrl }) {
    const [, repository, id] = /^https?:\/\/[^/]+\/(.+)\/actions\/runs\/(\d+)$/.exec(runUrl) ?? [];
    return repository === undefined ? '' : `${repository}#${id}`;
}


/***/ }),

/***/ 84283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BK: () => (/* binding */ writableFolder),
/* harmony export */   r2: () => (/* binding */ suggestedVolumes),
/* harmony export */   us: () => (/* binding */ volumesToPaste)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10386);
/* harmony import */ var _values_volumes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34374);



/** Names in the application's folder that are no places for data of its own. */
const taken = /^(?:releases|static|current|rollback|container-files|adopted\.(?:json|env)|deploy\.log)$/;
/** A folder of the container that is mounted for writing: the first one, else that which is mounted by default. */
function writableFolder(app, volumes) {
    return volumes.find(({ readOnly }) => !readOnly)?.container ?? (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .dataFolder */ .pS)(app);
}
/**
 * Where folders of the container would be mounted from, each from another folder: the same path as in the guide, else one
 * of the last name.
 */
function suggestedVolumes(app, folders, volumes) {
    const directory = (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .applicationDirectory */ .gZ)(app);
    const suggested = [];
    for (const folder of folders) {
        const own = folder.startsWith(`${directory}/`) ? folder.slice(directory.length + 1) : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(folder);
        const free = (name) => !taken.test(name.split('/')[0] ?? '') &&
            ![...volumes, ...suggested].some(({ host }) => meets(host, `${directory}/${name}`));
        const name = [own, folder.slice(1).replaceAll('/', '-')].find(free) ?? `data${folder}`;
        suggested.push({ host: `${directory}/${name}`, container: folder, readOnly: false });
    }
    return suggested;
}
/** Whether two folders are the same, or one is in the other. */
function meets(one, other) {
    return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}
/**
 * The input `volumes` with these mounts, as it is pasted; undefined where one of them is a volume of Docker's own, which
 * the input does not take.
 */
function volumesToPaste(volumes) {
    if (volumes.some(({ host }) => !host.startsWith('/')))
        return undefined;
    return ['volumes: |', ...volumes.map((volume) => `  ${(0,_values_volumes_js__WEBPACK_IMPORTED_MODULE_1__/* .renderVolume */ .Jl)(volume)}`)].join('\n');
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

/***/ 39711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ logsScript),
/* harmony export */   g: () => (/* binding */ lastLinesProbe)
/* harmony export */ });
/* harmony import */ var _layout_release_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33433);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);


/** Shorter values are no secrets, and would take letters out of every word. */
const shortest = 8;
/**
 * Bash that prints the last log lines of a container, which a word of bash names; those since a time, another such word, or
 * all of them. What `env` gave is redacted on the runner that was given it; values that were taken over never came there, so
 * that they are taken out here: as they are, in JSON and in a URL.
 */
function logsScript(container, lines, release, hidden, since) {
    const logs = `docker logs --tail ${lines}${since === undefined ? '' : ` --since ${since}`} ${container} 2>&1`;
    const { inheritedEnvironment, environmentNames } = release.container;
    const files = [
        ...(inheritedEnvironment.length > 0 ? [(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .inheritedVariablesFile */ .iq)(release)] : []),
        ...(hidden === 'all' && environmentNames.length > 0 ? [(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentFile */ .qU)(release)] : []),
    ];
    if (files.length === 0)
        return logs;
    return `${logs} | awk '
function written(value, form,   i, sign, out) {
  for (i = 1; i <= length(value); i++) {
    sign = substr(value, i, 1)
    if (form == "json") out = out (sign ~ /["\\\\]/ ? "\\\\" sign : sign)
    else out = out (sign ~ /[A-Za-z0-9._~-]/ ? sign : sprintf("%%%02X", code[sign]))
  }
  return out
}
BEGIN {
  for (i = 1; i < 256; i++) code[sprintf("%c", i)] = i
  for (i = 1; i < ARGC; i++) {
    while ((getline line < ARGV[i]) > 0) {
      value = substr(line, index(line, "=") + 1)
      if (length(value) < ${shortest}) continue
      values[++count] = written(value, "url"); values[++count] = written(value, "json"); values[++count] = value
    }
    # The lines come on standard input.
    ARGV[i] = ""
  }
  # The longest first, so that no part of one is left.
  for (i = 2; i <= count; i++)
    for (at = i; at > 1 && length(values[at]) > length(values[at - 1]); at--) { value = values[at]; values[at] = values[at - 1]; values[at - 1] = value }
}
{
  for (i = 1; i <= count; i++) {
    out = ""
    while ((at = index($0, values[i])) > 0) { out = out substr($0, 1, at - 1) "***"; $0 = substr($0, at + length(values[i])) }
    $0 = out $0
  }
  print
}' ${files.map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h).join(' ')}`;
}
/** Bytes of a line that are shown. */
const longest = 4000;
/** Asks for the last log lines of the container of a release, for whoever was not given its `env`. */
function lastLinesProbe(release, lines) {
    return {
        script: `name=$(cat ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .containerFile */ .YS)(release))}) || name=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(release.image)}
docker container inspect --format . "$name" >/dev/null || exit 0
{ ${logsScript('"$name"', lines, release, 'all')}; } | cut -b -${longest}`,
        read: (output) => output.trimEnd(),
    };
}


/***/ }),

/***/ 19961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ closedMounts),
/* harmony export */   b: () => (/* binding */ readMounts)
/* harmony export */ });
/* harmony import */ var _values_system_places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75229);
/* harmony import */ var _denied_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8545);


/** Reads what `ask_mounts` found, a line each; what belongs to the system nobody means to write to. */
function readMounts(mounts) {
    return mounts
        .split('\n')
        .filter(Boolean)
        .map((line) => {
        const [hindrance = '', path = '', place = '', owner = '', mode = '', files = ''] = line.split('\t');
        return { hindrance, path, place, owner, mode, files };
    })
        .filter(({ path }) => !(0,_values_system_places_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfTheSystem */ .a)(path));
}
/** Those that `chown` opens; undefined where there is none. */
function closedMounts(user, mounts) {
    const paths = readMounts(mounts).flatMap(({ hindrance, path }) => hindrance === 'closed' || hindrance === 'files' ? [path] : []);
    if (paths.length === 0)
        return undefined;
    return { user, paths: paths.join(', '), chown: paths.map((path) => (0,_denied_path_js__WEBPACK_IMPORTED_MODULE_0__/* .chownLine */ .W2)(user, path)).join('\n') };
}


/***/ }),

/***/ 25751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ containerProbe),
  u: () => (/* binding */ readContainer)
});

;// CONCATENATED MODULE: ./.build/lib/checks/listening.js
/** Docker's own name server in a container's network: no part of the application. */
const dockersDns = /^127\.0\.0\.11$/;
const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
/** The ports in a list of addresses as `ss -ltn` prints them, and those that the loopback alone serves. */
function listeningIn(addresses) {
    const found = addresses.split(/\s+/).flatMap((word) => {
        const [, written = '', port] = /^(?:(.*):)?(\d+)$/.exec(word) ?? [];
        // Older ones print no brackets, and an interface after the address.
        const address = written.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
        return port === undefined || dockersDns.test(address)
            ? []
            : [{ port: Number(port), local: loopback.test(address) }];
    });
    const listening = [...new Set(found.map(({ port }) => port))].sort((a, b) => a - b);
    const open = new Set(found.filter(({ local }) => !local).map(({ port }) => port));
    return { listening, listeningLocally: listening.filter((port) => !open.has(port)) };
}

// EXTERNAL MODULE: ./.build/lib/layout/release-paths.js
var release_paths = __webpack_require__(33433);
// EXTERNAL MODULE: ./.build/lib/server/script-protocol.js
var script_protocol = __webpack_require__(28158);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/resources/container-logs.js
var container_logs = __webpack_require__(39711);
// EXTERNAL MODULE: ./.build/lib/resources/container/closed-mounts.js
var closed_mounts = __webpack_require__(19961);
// EXTERNAL MODULE: ./.build/lib/resources/container/denied-path.js + 1 modules
var denied_path = __webpack_require__(8545);
// EXTERNAL MODULE: ./.build/lib/resources/container/observe-script.js + 1 modules
var observe_script = __webpack_require__(21026);
;// CONCATENATED MODULE: ./.build/lib/resources/container/container-probe.js








/**
 * Asks for the container of a release, by what its folder recorded, and for the answer of its health path; its log of the
 * last hour, in which a version that has just begun to serve has all of its own.
 */
function containerProbe(release, hidden) {
    return {
        // The answer of a probe has no marks of an exchange: facts in it are plain.
        script: `deploy_mark=@@ well=
${(0,observe_script/* observeFunctions */.q)(release.health)}
name=$(cat ${(0,quote/* quote */.h)((0,release_paths/* containerFile */.YS)(release))}) || name=${(0,quote/* quote */.h)(release.image)}
ask_state
! ask_health || well=yes
fact well "$well"
fact own "$own"
tell_answer
# It may have ended meanwhile.
[ -n "$well" ] || ask_state
look_at_container \${well:+briefly}
# What it said before it was last stopped tells of another time; how a crash came about is in what was said before it.
since=$(($(date +%s) - 3600))
case "$status $restarts" in 'running 0') begun=$(date -d "$started" +%s) && [ "$begun" -lt "$since" ] || since=$begun ;; esac
echo ${logMark}
${(0,container_logs/* logsScript */.P)('"$name"', 400, release, hidden, '"${since:-0}"')}`,
        read: (output) => {
            // Facts are in base64: the first line that looks like the mark is it, and what follows may say anything.
            const [told = '', ...log] = output.split(`${logMark}\n`);
            const facts = (0,script_protocol/* factsIn */.PC)(told);
            return {
                observation: readContainer(release.image, release, facts, log.join(`${logMark}\n`)),
                well: facts.well === 'yes',
                healthStatus: Number(facts.own) || undefined,
            };
        },
    };
}
const logMark = 'log:';
/** The container of a release as the functions of observe-script.ts saw it; `log` has its last lines. */
function readContainer(name, release, facts, log) {
    const { health, container } = release;
    const { port, database, local, listens, managementPort } = health;
    const logLines = log.split('\n').filter(Boolean);
    const user = { user: facts.user ?? '', workdir: facts.workdir ?? '' };
    const answer = Number(facts.answer) || undefined;
    return {
        name,
        status: facts.status || 'gone',
        exitCode: Number(facts.exitCode ?? 0),
        oomKilled: facts.outOfMemory === 'true',
        restarts: Number(facts.restarts ?? 0),
        ...listeningIn(facts.sockets ?? ''),
        port,
        database,
        local,
        listens,
        managementPort,
        answer: answer === undefined
            ? undefined
            : {
                status: answer,
                path: health.path,
                expected: health.status,
                seconds: facts.waited === undefined ? undefined : Math.min(Number(facts.waited), health.timeoutSeconds),
                steady: facts.steady === '1',
            },
        ...(facts.body === undefined ? {} : { healthBody: facts.body }),
        logLines,
        memory: container.memory,
        mounts: (0,closed_mounts/* closedMounts */.P)(user.user, facts.mounts ?? ''),
        denied: (0,denied_path/* deniedPath */.vJ)(release, name, user, logLines),
    };
}


/***/ }),

/***/ 8545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W2: () => (/* binding */ chownLine),
  vJ: () => (/* binding */ deniedPath),
  ak: () => (/* binding */ mayBeGiven)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/checks/log-levels.js
var log_levels = __webpack_require__(65078);
;// CONCATENATED MODULE: ./.build/lib/checks/permission.js


/** What systems say of a path that may not be written to, in the languages that Java has it from them. */
const refused = '(?:Permission denied|Read-only file system|Operation not permitted|权限不够|只读文件系统|不允许的操作)';
const messages = [
    // Logback and Log4j, which make the folder first.
    { said: /Failed to create parent directories for \[(.+?)\]/ },
    { said: /openFile\((.+?),(?:true|false)\) call failed/ },
    { said: /setFile\((.+?),(?:true|false)\) call failed/ },
    { said: /Unable to create (?:the )?(?:log )?file:? \[?(\/[^\]\s]+|[^\]\s/]+\/[^\]\s]+)/i },
    {
        said: /(?:Could not|Cannot|can't|Unable to|Failed to) create (?:the )?(?:parent )?(?:directory|folder|dir):? [[`'"‘]?(\/[^\]\s'"’`:]+)/i,
        folder: true,
    },
    { said: /Failed to open access log file \[(.+?)\]/ },
    { said: /Error while creating file "(.+?)"/ },
    // Java.
    { said: new RegExp(`FileNotFoundException: (.+?) \\(${refused}\\)`), maybeRead: true },
    // Not that of a security framework, which may name a path of a URL.
    { said: /(?:java\.nio\.file\.|(?<![\w.]))AccessDeniedException: (\/[^\s:]+)(?: ->.*)?$/, maybeRead: true },
    { said: /ReadOnlyFileSystemException: (\/[^\s:]+)/ },
    { said: new RegExp(`FileSystemException: (/[^:]+): ${refused}`), maybeRead: true },
    // Shells and their tools, in scripts that start it.
    { said: new RegExp(`(?:cannot|can't) create directory [‘'\`"]?(.+?)[’'"]?: ${refused}`), folder: true },
    { said: new RegExp(`(?:cannot|can't) (?:touch|create(?: regular file)?|open) [‘'\`"]?(/.+?)[’'"]?: ${refused}`) },
    { said: new RegExp(`(?:tee|touch): [‘'\`"]?(/.+?)[’'"]?: ${refused}`) },
];
/** Frames of reading, below a message that does not tell it from writing. */
const reading = /FileInputStream|newInputStream|readAll|Files\.(?:read|lines|list|walk)|newDirectoryStream|FileReader/;
/**
 * The folders that an application says it cannot write to, absolute, each once; relative paths count from `workdir`. An
 * excerpt of a log is read line by line: the message of an exception, its stack below it.
 */
function deniedFolders(all, workdir) {
    const logLines = (0,log_levels/* withoutDetail */.s)(all, () => false);
    const folders = logLines.flatMap((line, at) => messages.flatMap(({ said, folder, maybeRead }) => {
        const path = said.exec(line)?.[1];
        if (path === undefined || !isPath(path))
            return [];
        if (maybeRead && logLines.slice(at + 1, at + 9).some((frame) => /^\s+at /.test(frame) && reading.test(frame))) {
            return [];
        }
        const absolute = external_node_path_.posix.resolve(workdir, path);
        // Libraries look there for what the kernel tells of the machine.
        if (/^\/(?:proc|sys|dev)\//.test(absolute))
            return [];
        // A name without an ending is rather a folder's: `Files.createDirectories` names the first that it cannot make.
        const isFolder = folder || (said.source.includes('AccessDenied') && !/\.[A-Za-z0-9]{1,6}$/.test(absolute));
        return [isFolder ? absolute : external_node_path_.posix.dirname(absolute)];
    }));
    return [...new Set(folders)];
}
/** Whether it can be shown and mounted: an application names what it likes. */
function isPath(path) {
    return path.length <= 500 && !/[\p{Cc}:\\]/u.test(path) && path !== 'null';
}

// EXTERNAL MODULE: ./.build/lib/release/volumes-to-paste.js
var volumes_to_paste = __webpack_require__(84283);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/values/system-places.js
var system_places = __webpack_require__(75229);
// EXTERNAL MODULE: ./.build/lib/values/volumes.js
var values_volumes = __webpack_require__(34374);
;// CONCATENATED MODULE: ./.build/lib/resources/container/denied-path.js





/** Folders of an image that hold its programs, or all that it has: a mount there would hide them. */
const ofTheImage = /^\/(?:(?:bin|boot|dev|etc|lib\w*|proc|sbin|sys|usr)(?:\/.*)?|home|opt|root|run|srv|tmp|var)?$/;
/** Folders named at most. */
const shown = 5;
/** What the log of a release's container says of folders that it cannot write to, and how it can; undefined: nothing. */
function deniedPath({ app, container }, name, { user, workdir }, logLines) {
    const folders = deniedFolders(logLines, workdir || '/').slice(0, shown);
    if (folders.length === 0)
        return undefined;
    const words = {
        container: name,
        path: folders.join(', '),
        user,
        mounted: (0,volumes_to_paste/* writableFolder */.BK)(app, container.volumes),
    };
    const mounts = folders.flatMap((folder) => mountOf(folder, container.volumes) ?? []);
    const readOnly = mounts.find((volume) => volume.readOnly);
    if (readOnly !== undefined)
        return { ...words, volumes: '', chown: '', readOnly: (0,values_volumes/* renderVolume */.Jl)(readOnly) };
    const hosts = [...new Set(mounts.map(({ host }) => host))].filter(mayBeGiven);
    const chown = user === '' ? '' : hosts.map((host) => chownLine(user, host)).join('\n');
    const outside = folders.filter((folder) => mountOf(folder, container.volumes) === undefined);
    const fit = outside.every((folder) => isMountable(folder, workdir, user));
    const volumes = outside.length === 0 || !fit
        ? ''
        : ((0,volumes_to_paste/* volumesToPaste */.us)([...container.volumes, ...(0,volumes_to_paste/* suggestedVolumes */.r2)(app, outside, container.volumes)]) ?? '');
    return { ...words, volumes, chown, readOnly: '' };
}
/** Whether a mount is a folder of the server whose owner may be changed. */
function mayBeGiven(host) {
    return host.startsWith('/') && !(0,system_places/* isOfTheSystem */.a)(host);
}
/** The line that gives a folder of the server to a user, all that is in it too; in one like `/data` may be others' files. */
function chownLine(user, path) {
    return `chown ${/^\/[^/]*$/.test(path) ? '' : '-R '}${user} ${(0,quote/* quote */.h)(path)}`;
}
function mountOf(path, volumes) {
    return volumes
        .filter(({ container }) => path === container || path.startsWith(`${container}/`))
        .toSorted((a, b) => b.container.length - a.container.length)[0];
}
/** Whether a mount at `folder` hides nothing, and the user gets there. */
function isMountable(folder, workdir, user) {
    if (ofTheImage.test(folder) || `${workdir}/`.startsWith(`${folder}/`))
        return false;
    return user.startsWith('0:') || !folder.startsWith('/root/');
}


/***/ }),

/***/ 21026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ observeFunctions)
});

// EXTERNAL MODULE: ./.build/lib/release/release.js
var release = __webpack_require__(85369);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/values/health-status.js
var health_status = __webpack_require__(16426);
;// CONCATENATED MODULE: ./.build/lib/resources/container/signal-script.js
/**
 * Bash function `ask_signal`: whether the application of the container whose first process is `pid` gets the signal
 * `stop`, which asks it to stop, as Docker has it (`SIGTERM`, `15`); hands over as the fact `signal` the process that
 * keeps it and the signal, or nothing where it is heard. The first process of a container ignores what it has no
 * handler for (pid_namespaces(7)).
 */
const askSignal = `# The program of a process, as it was called: "sh" for a script too.
called() { local words; IFS= read -r -d '' words <"/proc/$1/cmdline" || return 1; words=\${words##*/}; printf %s "\${words#-}"; }
is_shell() { case $1 in sh|bash|dash|ash|ksh|zsh) ;; *) return 1 ;; esac; }
ask_signal() {
  local stop=\${stop#SIG} number process=$pid program masks mask child
  number=$stop
  case $stop in *[!0-9]*) number=$(kill -l "$stop" 2>/dev/null) || return 0 ;; *) stop=$(kill -l "$number" 2>/dev/null) || return 0 ;; esac
  # Whoever asks for SIGKILL wants no time to stop.
  [ "$number" -ne 9 ] || { fact signal ''; return 0; }
  program=$(called "$pid") || return 0
  case $program in
    docker-init|tini|dumb-init|catatonit)
      # It hands the signal to its child: a shell ends at once then, and the application with it.
      read -r child _ < <(cat "/proc/$pid/task/$pid/children" 2>/dev/null) || return 0
      program=$(called "$child") || return 0
      is_shell "$program" || { fact signal ''; return 0; }
      process=$child
      ;;
    java)
      # The JVM has handlers of its own for others, by which it does not end.
      case $number in 1|2|15) ;; *) fact signal "java java SIG$stop"; return 0 ;; esac
      ;;
  esac
  # What is blocked waits for whoever fetches it (sigwait).
  masks=$(awk '$1 == "SigCgt:" || $1 == "SigBlk:" { print $2 }' "/proc/$process/status" 2>/dev/null) || return 0
  [ -n "$masks" ] || return 0
  for mask in $masks; do
    [ $(((0x$mask >> (number - 1)) & 1)) -eq 0 ] || { fact signal ''; return 0; }
  done
  ! is_shell "$program" || program=sh
  fact signal "$program $(tr -d '[:cntrl:] ' <"/proc/$process/comm") SIG$stop"
}`;

// EXTERNAL MODULE: ./.build/lib/resources/container/user-script.js
var user_script = __webpack_require__(94297);
;// CONCATENATED MODULE: ./.build/lib/resources/container/observe-script.js





/** Bytes of a body that are read: an actuator's is smaller. */
const mostOfBody = 65_536;
// `.Id` makes docker read its raw answer, in which keys without a value may be missing. In JSON a large number has all its
// digits. What may be empty has a sign in front; a working folder may have spaces.
const state = [
    '{{.State.Status}} {{json .State.ExitCode}} {{json .State.OOMKilled}} {{json .RestartCount}} {{json .State.Pid}}',
    '{{.State.StartedAt}} {{.Id}} {{with index .Config "StopSignal"}}{{.}}{{else}}SIGTERM{{end}}',
    ',{{range .NetworkSettings.Networks}}{{with index . "IPAddress"}}{{.}},{{end}}{{end}} {{with index .Config "WorkingDir"}}{{.}}{{end}}',
].join(' ');
/**
 * Bash functions that look at the container `$name`, an id or a name, for all who want to know how its application is:
 * - `ask_state` has `status`, `exit_code`, `out_of_memory`, `restarts`, `pid`, `started`, `id`, `stop`, `address` (its own,
 *   on its first network) and `workdir`, as Docker tells; all empty where it is gone.
 * - `ask_health`: whether it is well, asked at that address (a management port needs no publishing). `own` is what the
 *   health path answers, `code` what counts; `000` for no answer.
 * - `tell_answer` hands over what it answered, and the body where it says anything of the application.
 * - `look_at_container` hands over as facts the state and what else {@link readContainer} reads; with the word `briefly` without what
 *   explains a failure, or is warned of before the container serves. All but facts that it prints goes to nobody.
 */
function observeFunctions(health) {
    const { port, path, status, fallback } = health;
    const telling = (0,release/* tellingPath */.ZI)(health);
    return `${user_script/* userFunctions */.r6}
${user_script/* askMounts */.MN}
${askSignal}
ask_state() {
  read -r status exit_code out_of_memory restarts pid started id stop address workdir < <(docker container inspect --format '${state}' "$name" 2>/dev/null) || true
  address=\${address#,} address=\${address%%,*}
}
ask() { curl -q -s --noproxy '*' -o /dev/null -m 5 -w '%{http_code}' "http://\${address:-127.0.0.1}:$1$2" || true; }
ask_health() {
  own=$(ask ${port} ${(0,quote/* quote */.h)(path)}); own=\${own:-000} code=$own
  if ${(0,health_status/* statusCondition */.y)('code', status)}; then return 0; fi
${fallback === undefined ? '' : askFallback(fallback)}  return 1
}
ask_body() { curl -q -s --noproxy '*' -m 5 "http://\${address:-127.0.0.1}:$1$2" 2>/dev/null | head -c ${mostOfBody} | tr -d '\\0' || true; }
tell_answer() {
  fact answer "$code"
  if [ "$code" = 000 ] || ${(0,health_status/* statusCondition */.y)('code', health_status/* guardedStatus */.RW)}; then return 0; fi
  fact body "$(ask_body ${telling.port} ${(0,quote/* quote */.h)(telling.path)})"
}
# The process that listens on the application's port: an image that begins as root may go on as somebody else.
ask_user() {
  local pid=$pid uid= gid= groups=
  [ -n "$id" ] || return 0
  fact workdir "$workdir"
  if [ "\${pid:-0}" -gt 0 ]; then
    fact started "$(ids_inside "$pid")"
    [ "$1" = briefly ] || ask_signal
    [ ! -d "/proc/$listener/ns" ] || pid=$listener
  fi
  if [ "\${pid:-0}" -le 0 ] || ! ids_of "$pid"; then
    pid=0
    numbers_of "$id" || return 0
  fi
  fact user "$uid:$gid"
  [ "$1" = briefly ] || ask_mounts
}
look_at_container() {
  local sockets listener= _
  # That it was killed for want of memory comes to Docker by a message of its own, at times after that of its end.
  for _ in 1 2 3 4; do
    [ "$status $exit_code $out_of_memory" = 'exited 137 false' ] || break
    sleep 0.5; ask_state
  done
  fact status "$status"
  fact exitCode "$exit_code"
  fact outOfMemory "$out_of_memory"
  fact restarts "$restarts"
  if [ "\${pid:-0}" -gt 0 ]; then
    sockets=$(nsenter -t "$pid" -n ss -ltnp 2>/dev/null) || true
    listener=$(printf '%s\\n' "$sockets" | sed -n 's/^LISTEN .*[:.]${port} .*pid=\\([0-9]*\\).*/\\1/p' | head -n 1)
    fact sockets "$(printf '%s\\n' "$sockets" | awk '$1 == "LISTEN" {print $4}' | sort -u | tr '\\n' ' ')"
  fi
  ask_user "\${1-}" || true
} 2>/dev/null`;
}
/** A guarded or moved actuator answers 401 or 404: then the application itself is asked. */
function askFallback({ port, path, status }) {
    return `  if ${(0,health_status/* statusCondition */.y)('code', health_status/* guardedStatus */.RW)}; then
    code=$(ask ${port} ${(0,quote/* quote */.h)(path)}); code=\${code:-000}
    if ${(0,health_status/* statusCondition */.y)('code', status)}; then return 0; fi
  fi
`;
}


/***/ }),

/***/ 94297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MN: () => (/* binding */ askMounts),
/* harmony export */   Vo: () => (/* binding */ giveFolders),
/* harmony export */   r6: () => (/* binding */ userFunctions)
/* harmony export */ });
/* harmony import */ var _fragments_process_user_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58917);

/**
 * Bash functions about the user of a container:
 * - `numbers_of ID`: has its user, group and groups in `uid`, `gid` and `groups` (separated by commas) as the image's passwd
 *   and group have them; nothing in the image is run, so that one without a shell will do.
 * - `ids_of PID`: the same as the server counts them for a process that runs.
 * - `ids_inside PID` (process-user.ts).
 */
const userFunctions = `${_fragments_process_user_js__WEBPACK_IMPORTED_MODULE_0__/* .processUser */ .N}
accounts() { docker cp -L "$1:/etc/$2" - 2>/dev/null | tar -xO 2>/dev/null | head -c 1000000; }
# The line of an account by its name or its number.
account() { word=$1 awk -F: '$1 "" == ENVIRON["word"] || $3 "" == ENVIRON["word"] { print; exit }'; }
numbers_of() {
  local user name group= more passwd list line word
  user=$(docker container inspect --format '{{.Config.User}}' "$1" 2>/dev/null) || return 1
  name=\${user%%:*} name=\${name:-0}
  case $user in *:*) group=\${user#*:} ;; esac
  passwd=$(accounts "$1" passwd) || passwd=
  list=$(accounts "$1" group) || list=
  line=$(account "$name" <<<"$passwd")
  if [ -n "$line" ]; then
    IFS=: read -r name word uid gid word <<<"$line"
  else
    uid=$name gid=0
  fi
  more=$(docker container inspect --format '{{range .HostConfig.GroupAdd}}{{println .}}{{end}}' "$1" 2>/dev/null) || more=
  if [ -n "$group" ]; then
    line=$(account "$group" <<<"$list")
    gid=$group
    [ -z "$line" ] || IFS=: read -r word word gid word <<<"$line"
  else
    more+=" $(name=$name awk -F: '{ count = split($4, members, ","); for (at = 1; at <= count; at++) if (members[at] == ENVIRON["name"]) print $3 }' <<<"$list")"
  fi
  groups=$gid
  for word in $more; do
    line=$(account "$word" <<<"$list")
    [ -z "$line" ] || IFS=: read -r group group word group <<<"$line"
    case $word in *[!0-9]*) ;; *) groups+=",$word" ;; esac
  done
  case $uid$gid in ''|*[!0-9]*) uid= gid=; return 1 ;; esac
}
ids_of() {
  read -r uid gid groups < <(awk '$1 == "Uid:" { uid = $3 } $1 == "Gid:" { gid = $3 }
    $1 == "Groups:" { for (at = 2; at <= NF; at++) more = more "," $at } END { if (uid != "") print uid, gid, gid more }' "/proc/$1/status" 2>/dev/null) || true
  [ -n "$uid" ]
}`;
/**
 * Bash that gives folders, which were made for a container and are empty and root's still, to its user where only its image
 * tells who that is. Needs {@link userFunctions}; the container's id is in `file`.
 */
const giveFolders = (file) => `give_folders() {
  local folder uid= gid= groups=
  numbers_of "$(cat ${file})" && [ "$uid" -ne 0 ] || return 0
  for folder; do
    [ -d "$folder" ] && [ ! -L "$folder" ] && [ "$(stat -c %u:%g "$folder")" = 0:0 ] && [ -z "$(ls -A "$folder")" ] || continue
    chown -h "$uid:$gid" "$folder" || return 1
  done
}`;
/**
 * Bash function `ask_mounts`: asks for each folder and file that the container \`id\` mounts for writing whether \`uid\`,
 * \`gid\` and \`groups\` can write to it, as they would, without writing and without a program of the image; hands over those
 * to which they cannot as the fact \`mounts\`, a line each, tabs between: what hinders them, path on the server, path in the
 * container, owner, mode, some files. \`pid\` is a process of the container, 0 where none runs.
 */
const askMounts = `# Runs a program as the container's user, by the server's own files.
as_user() {
  if [ "$uid" -ne 0 ]; then chroot --userspec="+$uid:+$gid" --groups="$groups" / "$@"
  elif [ "$overrides" = yes ]; then "$@"
  else setpriv --bounding-set=-dac_override,-dac_read_search "$@"; fi
}
# False only where the answer is no: what cannot be asked hinders nobody.
can_write() {
  local code=0
  as_user test -w "$1" || code=$?
  [ "$code" -ne 1 ] || return 1
  [ -d "$1" ] || return 0
  as_user test -x "$1" || code=$?
  [ "$code" -ne 1 ]
}
plain() { printf %s "\${1//[[:cntrl:]]/?}"; }
ask_mounts() {
  local kind name source place hindrance some count file overrides=yes found=
  if [ "$pid" -gt 0 ]; then
    # Root of a user namespace rules over those files alone whose owners the namespace has.
    case $(ids_inside "$pid") in 0:*) [ "$uid" -eq 0 ] || return 0 ;; esac
    [ "$uid" -ne 0 ] || [ $((0x$(awk '$1 == "CapEff:" { print $2 }' "/proc/$pid/status") & 2)) -ne 0 ] || overrides=no
    [ "$overrides" = yes ] || type -P setpriv >/dev/null || return 0
  fi
  while IFS= read -r -d '' kind && IFS= read -r -d '' name && IFS= read -r -d '' source && IFS= read -r -d '' place; do
    # A volume without a name of its own is this container's alone.
    case $kind in bind) ;; volume) [[ ! $name =~ ^[0-9a-f]{64}$ ]] || continue ;; *) continue ;; esac
    [ -d "$source" ] || [ -f "$source" ] || continue
    hindrance= some=
    { exec 8<"$source"; } 2>/dev/null || continue
    # A server of NFS may refuse root alone, whom it takes for nobody.
    if [ ! -w "$source" ] && [ "$(stat -f -c %T "$source")" != nfs ]; then
      hindrance=read-only
    elif ! can_write /proc/self/fd/8; then
      hindrance=closed
    elif [ "$pid" -gt 0 ] && [ "$(stat -Lc %d:%i "/proc/$pid/root$place" 2>/dev/null)" = "$(stat -Lc %d:%i "$source")" ] && { exec 9<"/proc/$pid/root"; } 2>/dev/null; then
      # The same from the container's root, so that the folders above it count.
      can_write "/proc/self/fd/9$place" || hindrance=out-of-reach
      exec 9<&-
    fi
    if [ -z "$hindrance" ] && [ -d "$source" ] && { [ "$uid" -ne 0 ] || [ "$overrides" = no ]; }; then
      count=0
      while [ "$count" -lt 3 ] && IFS= read -r -d '' file; do
        some+="\${some:+, }$(plain "$file")" count=$((count + 1)) hindrance=files
      done < <(as_user timeout 10 find /proc/self/fd/8/ -xdev -mindepth 1 -name lost+found -prune -o \\( -type d -o -type f \\) ! -uid "$uid" ! -writable -printf '%P\\0' 2>/dev/null)
    fi
    exec 8<&-
    [ -z "$hindrance" ] || found+="$hindrance"$'\\t'"$(plain "$source")"$'\\t'"$(plain "$place")"$'\\t'"$(stat -Lc '%u:%g'$'\\t''%a' "$source")"$'\\t'"$some"$'\\n'
  done < <(docker container inspect --format '{{range .Mounts}}{{if .RW}}{{printf "%s\\x00%s\\x00%s\\x00%s\\x00" .Type .Name .Source .Destination}}{{end}}{{end}}' "$id" 2>/dev/null)
  fact mounts "$found"
}`;


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
    en: 'it stays, whatever becomes of this run',
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22078);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _script_protocol_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28158);



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
function holderFile(image, folder = lockFolder) {
    return `${folder}/app-${image}.holder`;
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

// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
;// CONCATENATED MODULE: ./.build/lib/server/step-notes.js



/**
 * Where scripts of an application's runs note what they are at: a file for each, locked until the script ends, with the
 * number of its step and the process that may be told to end (0: none). So whoever takes the lock next finds what a run
 * that is gone left at work.
 */
function notesFolder(image, folder = lock_script/* lockFolder */.MS) {
    return `${folder}/app-${image}.steps`;
}
/** The note of one script of the run with this token. */
function noteFile(image, token, word, folder = lock_script/* lockFolder */.MS) {
    return `${notesFolder(image, folder)}/${token}-${word}`;
}
/**
 * A script that holds its note's lock, on descriptor 7, for as long as it runs; what it starts to stay does not. Where
 * nothing can be noted it runs all the same.
 */
function noted(script, note, ending) {
    return `{ exec 7>${(0,quote/* quote */.h)(note)}; } 2>/dev/null && flock -n 7 && printf '%s %s\\n' -1 ${ending === 'told' ? '$$' : '0'} >&7
{
${script}
} 7>&-`;
}
/** Bash: `tell_to_end NOTE` has a step end that may be ended (TERM to its shell and all below it), each once: `told`. */
const tellToEnd = `${below}
tell_to_end() {
  local number pid
  { read -r number pid <"$1"; } 2>/dev/null || return 0
  [ "\${pid:-0}" -gt 1 ] && [ "$pid" != "$told" ] || return 0
  told=$pid
  kill -TERM $(below "$pid") 2>/dev/null
}`;
/**
 * Bash: `end_left SECONDS` ends what runs that are gone left at work, and waits for its end; else the script ends with
 * LEFT_RUNNING. For whoever holds the application's lock. Calls `left` with what is waited for, once each, and `hear`
 * between two looks. Needs the queue's `clock` and the prelude.
 */
function endLeft(image, token, folder = lock_script/* lockFolder */.MS) {
    return `${tellToEnd}
# What a script is at, by its note: the last process below it that is there.
work_of() {
  local pid name
  work='?'
  pid=$(exec 6<&-; find /proc/[0-9]*/fd -lname "$1" -not -path "/proc/$$/*" 2>/dev/null | head -n 1)
  pid=\${pid#/proc/}
  for pid in $(below "\${pid%%/*}"); do
    ! { read -r name <"/proc/$pid/comm"; } 2>/dev/null || work="$name ($pid)"
  done
}
end_left() {
  local note told work deadline
  clock
  deadline=$((now + $1))
  for note in ${(0,quote/* quote */.h)(notesFolder(image, folder))}/*; do
    case \${note##*/} in '*' | ${token}-*) continue ;; esac
    { exec 6<"$note"; } 2>/dev/null || continue
    told=0 work=
    until flock -w 0.2 6; do
      [ -n "$work" ] || { work_of "$note"; left "$work"; }
      tell_to_end "$note"
      clock
      [ "$now" -lt "$deadline" ] || {
        work_of "$note"
        failure LEFT_RUNNING app=${(0,quote/* quote */.h)(image)} "process=$work" "pid=\${work//[!0-9]/}" seconds="$1"
      }
      hear
    done
    rm -f "$note"
    exec 6<&-
  done
}`;
}


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

/***/ 49677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ certificateFileProbe),
/* harmony export */   bz: () => (/* binding */ certificatesProbe)
/* harmony export */ });
/* unused harmony export readCertificates */
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27431);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _nginx_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(347);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27113);




// Directives are told apart by what ends them, since a block may stand on one line; relative paths count from the folder
// of the main file (ngx_http_ssl_module). What else is printed there names no file.
const script = `
{
  (
    dump=$(printf '%s\\n' "\${${_nginx_js__WEBPACK_IMPORTED_MODULE_2__/* .nginxAnswer */ .dC}-}" | sed -n 's/^dump //p' | base64 -d)
    folder=$(printf '%s\\n' "$dump" | sed -n 's/^# configuration file \\(.*\\)\\/[^/]*:$/\\1/p' | head -n 1)
    printf '%s\\n' "$dump" | tr ';{}' '\\n\\n\\n' |
      sed -nE "s/^[[:space:]]*ssl_certificate(_key)?[[:space:]]+[\\"']?([^\\"']*[^\\"'[:space:]])[\\"']?[[:space:]]*$/\\2/p" |
      while IFS= read -r path; do case $path in /*) echo "$path" ;; *) echo "$folder/$path" ;; esac; done
  )
  # Newest first, before the list is cut; folders that are links as well.
  find -H /etc/nginx/ssl /etc/nginx/ssl/*/ -type f \\( -name '*.crt' -o -name '*.pem' -o -name '*.key' \\) -size -64k -printf '%T@ %p\\n' 2>/dev/null |
    sort -rn | cut -d' ' -f2-
} | awk '!seen[$0]++' | head -n 200 | while IFS= read -r path; do
  [ -f "$path" ] || continue
  # One file may hold both; of a key only its public half leaves the server.
  if grep -q 'BEGIN CERTIFICATE' "$path"; then
    echo "certificate $(printf %s "$path" | base64 -w0) $(sed -n '/BEGIN CERTIFICATE/,/END CERTIFICATE/p' "$path" | base64 -w0)"
  fi
  if grep -q 'PRIVATE KEY' "$path"; then
    echo "key $(printf %s "$path" | base64 -w0) $(openssl pkey -in "$path" -passin pass: -pubout 2>/dev/null | base64 -w0)"
  fi
done`;
/** Asks for the certificates that the server has; for those that nginx names, its probe is to be asked before. */
const certificatesProbe = { script, read: readCertificates };
/** Reads the probe's lines: what it is, its path, its text, both in base64. */
function readCertificates(output) {
    const files = (word) => (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .readLines */ .S)(output)
        .fields(word)
        .map(([path, text]) => ({ path: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(path), text: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(text) }));
    return {
        certificates: files('certificate'),
        keys: files('key').map(({ path, text }) => ({ path, publicKey: text })),
    };
}
/** Asks for the certificates of one file of the server, as text; empty where it has none. */
function certificateFileProbe(path) {
    const file = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path);
    return {
        script: `[ ! -f ${file} ] || sed -n '/BEGIN CERTIFICATE/,/END CERTIFICATE/p' ${file} | head -n 1000`,
        read: (output) => output,
    };
}


/***/ }),

/***/ 80402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ closedPlacesProbe),
/* harmony export */   $h: () => (/* binding */ closed),
/* harmony export */   XD: () => (/* binding */ readClosed),
/* harmony export */   oo: () => (/* binding */ closedFailures)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22078);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27431);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21395);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27113);




/**
 * Bash function `closed PATH...`: a line for each that takes no writes. Only what is certain is told: a read-only mount, or
 * an attribute. What root may not write for another reason (a network's file system) may still be written by other means.
 */
const closed = `closed() {
  local path at line point options state mount prefix why count=0
  local -a nearest=() ats=() points=() modes=()
  local -A reals=() attributes=()
  for path; do
    at=$path
    while [ ! -e "$at" ]; do at=\${at%/*}; at=\${at:-/}; done
    nearest+=("$at")
    [ -n "\${reals[$at]+asked}" ] || { reals[$at]=; ats+=("$at"); }
  done
  [ "\${#ats[@]}" -gt 0 ] || return 0
  # Each program is asked of all at once, since a process for each place costs more than all the rest.
  while IFS= read -r -d '' line; do
    reals[\${ats[count++]}]=$line
  done < <(readlink -zm -- \${ats[@]+"\${ats[@]}"})
  while read -r state line; do [ -z "$line" ] || attributes[$line]=$state; done < <(lsattr -d -- \${reals[@]+"\${reals[@]}"} 2>/dev/null)
  while read -r _ _ _ _ point options line; do
    # Octal are the characters that would end a field (proc(5)).
    case $point in *\\\\*) printf -v point %b "\${point//\\\\/\\\\0}" ;; esac
    points+=("$point") modes+=(",$options,\${line##* },")
  done </proc/self/mountinfo
  count=0
  for path; do
    at=\${reals[\${nearest[count++]}]} mount= state= why=
    for point in "\${!points[@]}"; do
      line=\${points[point]}
      [ "\${#line}" -ge "\${#mount}" ] || continue
      # Never empty: bash 5.2 takes "\${x%/}"/* to match nothing where the expansion is empty.
      prefix=\${line%/}/
      case \${at%/}/ in "$prefix"*) mount=$line state=\${modes[point]} ;; esac
    done
    case \${attributes[$at]:-} in *[ia]*) why=attribute ;; esac
    case $state in *,ro,*) [ -w "$at" ] || why=mount ;; esac
    [ -z "$why" ] || echo "closed $(printf %s "$path" | base64 -w0) $(printf %s "$at" | base64 -w0) $why $(printf %s "$mount" | base64 -w0)"
  done
}`;
/** Asks which of `paths` take no writes. */
function closedPlacesProbe(paths) {
    return { script: `${closed}\nclosed ${paths.map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h).join(' ')}`, read: readClosed };
}
/** Reads the lines that `closed` printed, among others. */
function readClosed(output) {
    return (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .readLines */ .S)(output)
        .fields('closed')
        .map(([path, at, why, mount]) => ({
        path: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D4)(path),
        at: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D4)(at),
        why: why === 'mount' ? 'mount' : 'attribute',
        mount: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D4)(mount),
    }));
}
/** The failures of those of `places` that are to be written, one for each thing to open. */
function closedFailures(places, paths) {
    const found = places.filter(({ path }) => paths.includes(path));
    const first = found.filter((place, index) => found.findIndex((one) => one.at === place.at) === index);
    return first.map(({ path, at, why, mount }) => why === 'mount'
        ? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('PLACE_READ_ONLY', { path, mount, folder: (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(mount) })
        : (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('PLACE_IMMUTABLE', { path, at, target: (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(at) }));
}


/***/ }),

/***/ 25771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ containerDetails),
/* harmony export */   l8: () => (/* binding */ containers),
/* harmony export */   qk: () => (/* binding */ listContainersOnce)
/* harmony export */ });
/* harmony import */ var _release_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10509);

const format = `{{.ID}}\\t{{.Names}}\\t{{.Ports}}\\t{{json (.Label "${_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.app}")}}\\t{{json (.Label "${_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.build}")}}`;
/**
 * Bash function `containers`: a line a container, whatever its state, tabs between: id, name, published ports, and in JSON
 * the labels that name an application and a build. The labels tell whose it may be, never whose it is. Of several names
 * the first that is no link's counts. Where {@link listContainersOnce} went before, Docker is not asked again.
 */
const containers = `containers() {
  if [ -n "\${container_list+listed}" ]; then printf '%s' "\${container_list:+$container_list$'\\n'}"; return; fi
  docker ps -a --no-trunc --format '${format}' |
    awk -F '\\t' -v OFS='\\t' '{ count = split($2, names, ","); for (at = count; at > 0; at--) if (names[at] !~ "/") $2 = names[at]; print }'
}`;
// Read by containers.ts. The environment is left out on purpose: it holds secrets, and nothing there needs it.
const inJson = `{"id":{{json .Id}},"name":{{json .Name}},"image":{{json .Image}},"labels":{{json .Config.Labels}},\
"status":{{json .State.Status}},"exitCode":{{json .State.ExitCode}},"outOfMemory":{{json .State.OOMKilled}},\
"unstartable":{{if .State.Error}}true{{else}}false{{end}},\
"restarts":{{json .RestartCount}},"restartPolicy":"{{with .HostConfig.RestartPolicy}}{{.Name}}{{if .MaximumRetryCount}}:{{.MaximumRetryCount}}{{end}}{{end}}",\
"startedAt":{{json .State.StartedAt}},"finishedAt":{{json .State.FinishedAt}},"memoryLimit":{{json .HostConfig.Memory}},\
"networkMode":{{json .HostConfig.NetworkMode}},"ports":{{json .HostConfig.PortBindings}},"pid":{{json .State.Pid}}}`;
/** What may hold anything, as a word: escaped as in a URL, with a sign in front, since it may be empty. */
const word = (value) => `={{with ${value}}}{{urlquery .}}{{end}}`;
// `.Id` makes docker read its raw answer, in which keys without a value may be missing: only `index` asks for such.
const details = `container {{.Id}} ${inJson}
image {{.Id}} {{.Image}} ${word('.Config.Image')} ={{with .Config.Labels}}{{with index . "${_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.release}"}}{{urlquery .}}{{end}}{{end}} {{.State.Status}}
{{range index . "Mounts"}}mount {{$.Id}} ${word('$.Name')} {{index . "Type"}} {{.RW}} ${word('.Source')} ${word('index . "Name"')}
{{end}}`;
/**
 * Bash functions about all containers:
 * - `inspected`: lines `container ID JSON`, `image ID IMAGE NAMED-IMAGE RELEASE STATUS` and `mount ID NAME TYPE RW SOURCE
 *   VOLUME`. Where {@link listContainersOnce} went before, Docker is not asked again.
 * - `unescape WORD`: has in `plain` what a word with a `=` in front stands for.
 * They need {@link containers} in front.
 */
const containerDetails = `inspected() {
  if [ -n "\${container_details+listed}" ]; then printf '%s' "$container_details"; return; fi
  containers | cut -f 1 | xargs -r docker container inspect --format '${details}'
}
unescape() { plain=\${1#=} plain=\${plain//+/ }; printf -v plain %b "\${plain//%/\\\\x}"; }`;
/**
 * Bash in front of several probes that use `containers` and `inspected`: a call of docker costs more than most questions. A
 * client that another user can change is not run by any of them (rule *Roots alone*). Where no process could be started
 * for it, nothing is told at all.
 */
const listContainersOnce = `${containers}
${containerDetails}
client=$(type -P docker) || client=
[ -z "$client" ] || [ -z "$(strangers "$client")" ] || docker() { return 126; }
listed=$(containers 2>/dev/null </dev/null; printf .)
[ -n "$listed" ] || exit 71
listed=\${listed%.} container_list=\${listed%$'\\n'}
listed=$(inspected 2>/dev/null </dev/null; printf .)
[ -n "$listed" ] || exit 71
container_details=\${listed%.}
# Older clients end at the first one that is gone meanwhile.
for id in $(printf '%s\\n' "$container_list" | cut -f 1); do
  case $'\\n'$container_details in
    *$'\\n'"container $id "*) ;;
    *) container_details+=$(docker container inspect --format '${details}' "$id" 2>/dev/null </dev/null)$'\\n' ;;
  esac
done`;


/***/ }),

/***/ 84097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ containersProbe)
/* harmony export */ });
/* unused harmony export readContainers */
/* harmony import */ var _fragments_process_user_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58917);
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10386);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);
/* harmony import */ var _container_list_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25771);




/** Asks for the containers of an application, by label or by a record, and for the one that bears its name. */
function containersProbe(app, image) {
    return {
        script: `
${_container_list_js__WEBPACK_IMPORTED_MODULE_1__/* .containers */ .l8}
${_container_list_js__WEBPACK_IMPORTED_MODULE_1__/* .containerDetails */ .Qq}
${_fragments_process_user_js__WEBPACK_IMPORTED_MODULE_2__/* .processUser */ .N}
ids=$( { find ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .applicationDirectory */ .gZ)(app))}/releases/*/container -maxdepth 0 -type f -exec awk 1 {} + 2>/dev/null; containers; } |
  awk -F '\\t' -v name=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(image)} -v app=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(JSON.stringify(app))} 'NF < 2 { recorded[$1] = 1; next } $1 in recorded || $2 == name || $4 == app { print $1 }' | sort -u)
[ -n "$ids" ] || exit 0
# Of a container that a shell starts, the first process is the shell: all that it began counts.
processes=$(cat /proc/[0-9]*/status 2>/dev/null | grep -aE '^(Pid|PPid|VmRSS):')
inspected | sed -n 's/^container //p' | sort | while IFS= read -r line; do
  case $'\\n'$ids$'\\n' in *$'\\n'"\${line%% *}"$'\\n'*) line=\${line#* } ;; *) continue ;; esac
  pid=\${line##*\\"pid\\":}; pid=\${pid%\\}}
  rss=$(printf '%s\\n' "$processes" | awk -v top="$pid" '$1 == "Pid:" { pid = $2 } $1 == "PPid:" { above[pid] = $2 } $1 == "VmRSS:" { size[pid] = $2 }
    END { for (one in size) { for (at = one + 0; at > 1 && at != top; at = above[at] + 0); if (at == top) sum += size[one] }; if (top > 0) print sum }')
  user=$(ids_inside "$pid")
  printf '%s %s %s\\n' "\${rss:-0}" "\${user:--}" "$line"
done`,
        read: readContainers,
    };
}
/** Reads a line a container: resident kilobytes, its user, then JSON. */
function readContainers(output) {
    return output
        .split('\n')
        .filter(Boolean)
        .map((line) => {
        const [, kilobytes, user, json = ''] = /^(\d+) (\S+) (.*)$/.exec(line) ?? [];
        const inspected = JSON.parse(json);
        const bindings = Object.values(inspected.ports ?? {}).flatMap((of) => of ?? []);
        return {
            ...inspected,
            name: inspected.name.replace(/^\//, ''),
            labels: inspected.labels ?? {},
            memory: Number(kilobytes) * 1024,
            user: (0,_fragments_process_user_js__WEBPACK_IMPORTED_MODULE_2__/* .readProcessUser */ .H)(user),
            ports: bindings.map(({ HostPort }) => Number(HostPort)).filter((port) => port > 0),
        };
    });
}


/***/ }),

/***/ 9121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ dockerProbe)
/* harmony export */ });
/* unused harmony export readDocker */
/* harmony import */ var _fragments_masked_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47269);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27431);
/* harmony import */ var _shell_strangers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65160);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27113);




// A snap's client is on no PATH, nor is one of /usr/local where another user can change a program there (script-text.ts).
// podman-docker's client is a script that calls podman; its answers are not those of docker, and come with words of its
// own on standard error.
const script = `
${_fragments_masked_units_js__WEBPACK_IMPORTED_MODULE_2__/* .isMasked */ .S}
masked() {
  ! is_masked docker.service || echo "masked docker.service"
  # Its unit decides whether it needs the socket.
  ! is_masked docker.socket || ! systemctl show -p Requires docker.service | grep -qF docker.socket || echo "masked docker.socket"
}
[ -f /etc/docker/daemon.json ] && echo "daemon $(base64 -w0 </etc/docker/daemon.json)"
for client in "$(type -P docker)" /usr/local/bin/docker /snap/bin/docker missing; do [ ! -x "$client" ] || break; done
[ "$client" != missing ] || { echo missing; masked; exit; }
echo "client $(readlink -f "$client")"
case $client in
  /usr/local/*) found=$(strangers "$client" \${strange_program:+"$strange_program"}) ;;
  *) found=$(strangers "$client") ;;
esac
[ -z "$found" ] || { printf '%s\\n' "$found" | sed 's/^/stranger /'; exit; }
case $client in /snap/*) exit ;; esac
head -c 512 "$client" | grep -aq podman && echo "podman yes"
if version=$(docker version --format '{{json .Server}}' 2>/dev/null); then
  echo "version $version"
  echo "info $(docker info --format '{{json .}}' 2>/dev/null)"
else
  echo "detail $(docker version 2>&1 >/dev/null | tr '\\n' ' ')"
  masked
fi`;
/** Asks for the Docker Engine. */
const dockerProbe = { script, read: readDocker };
/** Reads the probe's lines: a word, then its value. */
function readDocker(output) {
    const { value, values, has } = (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .readLines */ .S)(output);
    const daemonJson = has('daemon') ? (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(value('daemon')) : undefined;
    const client = value('client');
    const masked = values('masked');
    if (client === undefined)
        return { state: 'missing', daemonJson, masked };
    const podman = value('podman') === 'yes';
    const [version, info] = [parse(value('version')), parse(value('info'))];
    if (version === undefined || info === undefined) {
        const strangers = (0,_shell_strangers_js__WEBPACK_IMPORTED_MODULE_1__/* .readStrangers */ .E)(values('stranger').join('\n'));
        return { state: 'stopped', client, podman, detail: value('detail') ?? '', daemonJson, masked, strangers };
    }
    return {
        state: 'running',
        client,
        version: version.Version ?? '',
        podman: podman || (version.Components?.some((component) => /podman/i.test(component.Name ?? '')) ?? false),
        rootless: info.SecurityOptions?.some((option) => option.includes('rootless')) ?? false,
        rootDirectory: info.DockerRootDir ?? '/var/lib/docker',
        containerdStore: (info.DriverStatus ?? []).some(([, value]) => value.startsWith('io.containerd.snapshotter')),
        loggingDriver: info.LoggingDriver ?? 'json-file',
        registryMirrors: info.RegistryConfig?.Mirrors ?? [],
        daemonJson,
    };
}
function parse(json) {
    try {
        // `null` is what a client says of an engine that it does not know.
        return json === undefined ? undefined : (JSON.parse(json) ?? undefined);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 31155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Er: () => (/* binding */ baseImagesProbe),
/* harmony export */   T: () => (/* binding */ imagesProbe),
/* harmony export */   b1: () => (/* binding */ buildLeftoversProbe),
/* harmony export */   e_: () => (/* binding */ hasImage),
/* harmony export */   ef: () => (/* binding */ lookForImagesOnce)
/* harmony export */ });
/* harmony import */ var _release_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10509);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _container_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25771);



const format = `{"id":{{json .Id}},"labels":{{json .Config.Labels}},"tags":{{json .RepoTags}}}`;
/** Asks for all images that bear an application's image name, whoever made them. */
function imagesProbe(image) {
    return {
        script: `${_container_list_js__WEBPACK_IMPORTED_MODULE_2__/* .containers */ .l8}
${_container_list_js__WEBPACK_IMPORTED_MODULE_2__/* .containerDetails */ .Qq}
docker image ls -q --no-trunc ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(image)} | sort -u | xargs -r docker image inspect --format ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(format)}
inspected | awk '$1 == "image" {print "on", $3, $2}'`,
        read: (output) => readImages(output, image),
    };
}
/** Reads a line an image in JSON, then a line a container with its image's id. */
function readImages(output, image) {
    const users = [...output.matchAll(/^on (\S+) (\S+)$/gm)];
    return output
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line))
        .flatMap(({ id, labels, tags }) => (tags ?? [])
        .filter((tag) => tag.startsWith(`${image}:`))
        .map((tag) => ({
        tag,
        id,
        app: labels?.[_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.app],
        release: labels?.[_release_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .P.release],
        containers: users.flatMap(([, of, container = '']) => (of === id ? [container] : [])),
    })));
}
/** Bash function `has_image IMAGE`. Where {@link lookForImagesOnce} went before, Docker is not asked again. */
const hasImage = `has_image() {
  [ -n "\${images_there+asked}" ] || { docker image inspect --format . "$1" >/dev/null; return; }
  case $'\\n'$images_there in *$'\\n'"$1"$'\\n'*) ;; *) return 1 ;; esac
}`;
/**
 * Bash in front of several probes that ask for the same `images`. Where no process could be started for it, nothing is told
 * at all.
 */
function lookForImagesOnce(images) {
    return `${hasImage}
looked=$({ ${listThose(images)}; } 2>/dev/null </dev/null; printf .)
[ -n "$looked" ] || exit 71
images_there=\${looked%.}`;
}
/** Bash that prints those of `images` that are on the server, a line each. */
function listThose(images) {
    return `for image in ${images.map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h).join(' ')}; do ! has_image "$image" || printf '%s\\n' "$image"; done`;
}
/** Asks which of `images`, by the names under which a Dockerfile has them, are on the server. */
function baseImagesProbe(images) {
    return {
        script: `${hasImage}\n${listThose(images)}`,
        read: (output) => output.split('\n').filter(Boolean),
    };
}
/**
 * Asks for the containers that a build which was cut short left: of an image in the middle of a build (it has the build's
 * label, and none of a release), made by its id and not by a name, and at a standstill. Only the classic builder makes such.
 */
function buildLeftoversProbe(app) {
    return {
        script: `${_container_list_js__WEBPACK_IMPORTED_MODULE_2__/* .containers */ .l8}
${_container_list_js__WEBPACK_IMPORTED_MODULE_2__/* .containerDetails */ .Qq}
{ containers | awk -F '\\t' -v app=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(JSON.stringify(app))} '$5 == app {print $1}'; inspected; } |
  awk 'NF == 1 {of[$1]; next} $1 == "image" && $2 in of {print $2, $4, $5, $6}'`,
        // Named by its id, in the escape of a URL; no release.
        read: (output) => [...output.matchAll(/^(\S+) =sha256%3A[0-9a-f]{64} = (?:created|exited|dead)$/gm)].map(([, id = '']) => id),
    };
}


/***/ }),

/***/ 88895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bC: () => (/* binding */ manualContainersProbe)
/* harmony export */ });
/* unused harmony exports candidatesScript, readManualContainers */
/* harmony import */ var _fragments_process_user_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58917);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27431);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _container_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25771);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27113);





// Records end in NUL, since values may have line breaks; one without anything ends a container.
const format = `{{printf "%s\\x00" .Id}}{"id":{{json .Id}},"name":{{json .Name}},"image":{{json .Config.Image}},"imageId":{{json .Image}},\
"status":{{json .State.Status}},"pid":{{json .State.Pid}},"labels":{{json .Config.Labels}},\
"entrypoint":{{json .Config.Entrypoint}},"command":{{json .Config.Cmd}},"user":{{json .Config.User}},\
"workingDirectory":{{json .Config.WorkingDir}},"hostname":{{json .Config.Hostname}},"mounts":{{json .Mounts}},\
"networks":{{json .NetworkSettings.Networks}},"host":{{json .HostConfig}}}{{printf "\\x00"}}{{json .State.Pid}}{{printf "\\x00%s\\x00" .Image}}\
{{range .Config.Env}}{{printf "=%s\\x00" .}}{{end}}{{printf "\\x00"}}`;
const imageFormat = `{"entrypoint":{{json .Config.Entrypoint}},"command":{{json .Config.Cmd}},"user":{{json .Config.User}}}\
{{printf "\\x00"}}{{range .Config.Env}}{{printf "=%s\\x00" .}}{{end}}`;
/**
 * Bash that prints the ids of `containers` that could be taken over, twenty at most: those of the application's name,
 * then those that publish a port.
 */
function candidatesScript(image) {
    return `containers |
  awk -F '\\t' -v name=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(image)} 'tolower($2) == name || index($2, name "-adopted-") == 1 {print 1, $1; next} $3 ~ /->/ {print 2, $1}' | sort -s -n -k 1,1 | cut -d ' ' -f 2 |
  grep -vxF "\${ours:--}" | head -n 20`;
}
// Names of variables leave the server, values do not. The one of the application's name comes first, with one that was
// taken over and kept, then those that publish a port: no other is ever taken over.
const script = (app, image) => `
${_container_list_js__WEBPACK_IMPORTED_MODULE_2__/* .containers */ .l8}
${_fragments_process_user_js__WEBPACK_IMPORTED_MODULE_3__/* .processUser */ .N}
# Ours is what a release recorded; an image's label is inherited. What bears another application's is nobody's to adopt.
ours=$(find /docker/app/*/releases/*/container -maxdepth 0 -type f -exec awk 1 {} + 2>/dev/null
  containers | awk -F '\\t' -v app=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(JSON.stringify(app))} '$4 != "\\"\\"" && $4 != app {print $1}')
candidates=$(${candidatesScript(image)})
declare -A asked=() settings=() of_image=()
ask_image() {
  local record key
  [ -n "$1" ] && [ -z "\${asked[$1]:-}" ] || return 0
  asked[$1]=yes
  while IFS= read -r -d '' record; do
    case $record in
      =*) key="$1 \${record#=}"; of_image[$key]=1 ;;
      *) settings[$1]=$record ;;
    esac
  done < <(docker image inspect --format ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(imageFormat)} "$1")
}
ask_containers() {
  local id inspected pid image entry key origin form rss user
  while IFS= read -r -d '' id && IFS= read -r -d '' inspected && IFS= read -r -d '' pid && IFS= read -r -d '' image; do
    # Docker ends each container's line with a line break.
    id=\${id##*$'\\n'}
    asked[$id]=yes
    ask_image "$image"
    rss=$(sed -n 's/^VmRSS:[^0-9]*\\([0-9]*\\) kB/\\1/p' "/proc/$pid/status" 2>/dev/null)
    user=$(ids_inside "$pid")
    echo "container $id \${rss:-0} \${user:--} $(printf %s "$inspected" | base64 -w0) $(printf %s "\${settings[\${image:--}]:-}" | base64 -w0)"
    while IFS= read -r -d '' entry && [ -n "$entry" ]; do
      entry=\${entry#=} key="$image $entry"
      origin=own; [ -n "\${of_image[$key]:-}" ] && origin=image
      form=line; case $entry in *[$'\\n\\r']*) form=lines ;; esac
      echo "variable $id $origin $form $(printf %s "\${entry%%=*}" | base64 -w0)"
    done
  done < <(docker container inspect --format ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(format)} "$@")
}
[ -z "$candidates" ] || ask_containers $candidates
# Older clients end at the first one that is gone meanwhile.
for id in $candidates; do [ -n "\${asked[$id]:-}" ] || ask_containers "$id"; done
true`;
/**
 * Asks for the containers that were not made by this action: that of the application's name, one that was kept, and
 * those that publish a port.
 */
function manualContainersProbe(app, image) {
    return { script: script(app, image), read: readManualContainers };
}
/** Reads the probe's lines: one a container with its image, both in JSON and base64, one a variable. */
function readManualContainers(output) {
    const { fields } = (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .readLines */ .S)(output);
    const variables = fields('variable').map(([id, origin, form, name]) => ({
        id,
        name: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(name),
        ofImage: origin === 'image',
        writable: form === 'line',
    }));
    return fields('container').map(([id, rss, ids, container, image = '']) => {
        const one = JSON.parse((0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(container));
        const of = image === '' ? {} : JSON.parse((0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(image));
        const labels = one.labels ?? {};
        return {
            id: one.id,
            name: one.name.replace(/^\//, ''),
            image: one.image,
            imageId: one.imageId,
            status: one.status,
            pid: one.pid,
            memory: Number(rss) * 1024,
            restartPolicy: policyOf(one.host.RestartPolicy),
            composeProject: labels['com.docker.compose.project'],
            keptAliveBy: labels['com.docker.swarm.service.name'] ?? labels['io.kubernetes.pod.name'],
            command: [...(one.entrypoint ?? []), ...(one.command ?? [])],
            imageCommand: [...(of.entrypoint ?? []), ...(of.command ?? [])],
            user: one.user,
            ids: (0,_fragments_process_user_js__WEBPACK_IMPORTED_MODULE_3__/* .readProcessUser */ .H)(ids),
            imageUser: of.user ?? '',
            workingDirectory: one.workingDirectory,
            hostname: one.id.startsWith(one.hostname) || one.host.NetworkMode === 'host' ? undefined : one.hostname,
            mounts: (one.mounts ?? []).map(toMount).toSorted((a, b) => (a.destination < b.destination ? -1 : 1)),
            published: Object.entries(one.host.PortBindings ?? {}).flatMap(toPublished),
            networkMode: one.host.NetworkMode ?? 'default',
            networks: Object.entries(one.networks ?? {}).map(([name, network]) => toNetwork(name, network, one, labels)),
            environment: variables
                .filter((variable) => variable.id === id)
                .map(({ name, ofImage, writable }) => ({ name, ofImage, writable })),
            host: one.host,
        };
    });
}
/** As `docker update --restart` takes it. */
function policyOf({ Name = '', MaximumRetryCount = 0 } = {}) {
    return MaximumRetryCount > 0 ? `${Name}:${MaximumRetryCount}` : Name || 'no';
}
function toMount({ Type, Name, Source, Destination, RW }) {
    return { kind: Type, source: Type === 'volume' ? (Name ?? Source) : Source, destination: Destination, readOnly: !RW };
}
function toPublished([key, bindings]) {
    const [port, protocol = 'tcp'] = key.split('/');
    return (bindings ?? [])
        .filter((binding) => binding.HostPort !== undefined && binding.HostPort !== '')
        .map(({ HostIp, HostPort }) => ({
        containerPort: Number(port),
        protocol,
        address: HostIp === '0.0.0.0' || HostIp === '::' ? '' : (HostIp ?? ''),
        port: Number(HostPort),
    }));
}
function toNetwork(name, { Aliases, IPAMConfig }, { id, name: container }, labels) {
    const known = [container.replace(/^\//, ''), labels['com.docker.compose.service']];
    return {
        name,
        aliases: (Aliases ?? []).filter((alias) => !id.startsWith(alias) && !known.includes(alias)),
        fixedAddress: IPAMConfig?.IPv4Address || undefined,
    };
}


/***/ }),

/***/ 347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dC: () => (/* binding */ nginxAnswer),
  nE: () => (/* binding */ nginxProbe),
  h: () => (/* binding */ servedRelease)
});

// UNUSED EXPORTS: readNginx

// EXTERNAL MODULE: ./.build/lib/fragments/find-nginx.js
var find_nginx = __webpack_require__(65740);
// EXTERNAL MODULE: ./.build/lib/fragments/serving.js
var fragments_serving = __webpack_require__(74820);
// EXTERNAL MODULE: ./.build/lib/nginx/label.js
var label = __webpack_require__(91155);
// EXTERNAL MODULE: ./.build/lib/nginx/version.js
var version = __webpack_require__(3877);
// EXTERNAL MODULE: ./.build/lib/shell/packed.js
var packed = __webpack_require__(27431);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/shell/strangers.js
var shell_strangers = __webpack_require__(65160);
// EXTERNAL MODULE: ./.build/lib/nginx/patience.js
var patience = __webpack_require__(71018);
;// CONCATENATED MODULE: ./.build/lib/survey/broken-nginx.js


/**
 * Bash function `look_at_broken_nginx`, for when `nginx -T` fails: which of the files is it that nginx does not accept?
 * It asks again with files of ours set aside, in a mount namespace of its own, so that nothing changes.
 * - `broken COMPLAINT` and `dump`, and the variables `broken` (the file) and `dump`: without this application's own
 *   file it accepts the rest. A deploy writes the file again, and the certificate that it names.
 * - `silent` where it does not come to an end in time.
 * - `complaint` else, with a line `broken-other FILE APP` for each file of another application that must be out of the way.
 *
 * Such a file is known by its label and its name. Empty or with NUL bytes, as a power cut may leave it, it is known by its
 * name, the lower-case form of an application that has its folder here. Needs `program` and the positional parameters of
 * `findNginx`, and the functions of nginx-dump.ts and nginx-headings.ts.
 */
function lookAtBrokenNginx(app) {
    return `
look_at_broken_nginx() {
  local complaint main file owner own= all= rest others= status
  complaint=$(${patience/* patiently */.d_} "$program" "$@" -t 2>&1); status=$?
  if ran_out "$status"; then echo "silent yes"; return; fi
  # Somebody has corrected it since.
  if [ "$status" -eq 0 ] && dump_nginx "$@"; then
    dump=$(with_own_headings)
    echo "dump $(printf %s "$dump" | base64 -w0)"
    return
  fi
  main=$(printf '%s\\n' "$complaint" | sed -n 's/^nginx: configuration file \\(.*\\) test failed$/\\1/p' | tail -n 1)
  while IFS= read -r file; do
    owner=$(owner_of "$file")
    [ -n "$owner" ] || continue
    all="$all$file"$'\\n'
    if [ "$owner" = ${(0,quote/* quote */.h)(app)} ]; then own=\${own:-$file}; else others="$others$file $owner"$'\\n'; fi
  done < <(included "$main")
  if [ -n "$own" ]; then
    if dump=$(setting_aside "$own" -- "$program" "$@" -T 2>/dev/null); then
      broken=$own
      echo "broken $(printf '%s\\n' "$complaint" | base64 -w0)"
      echo "dump $(printf %s "$dump" | base64 -w0)"
      return
    fi
    complaint=$(setting_aside "$own" -- "$program" "$@" -t 2>&1)
    if ran_out $?; then echo "silent yes"; return; fi
  fi
  echo "complaint $(printf '%s\\n' "$complaint" | base64 -w0)"
  setting_aside_all "$all" "$program" "$@" || return 0
  while IFS= read -r file; do
    [ -n "$file" ] || continue
    # Back in its place alone, the others set aside.
    rest=$(printf '%s' "$all" | grep -vxF "\${file% *}")
    setting_aside_all "$rest" "$program" "$@" && continue
    status=$?
    echo "broken-other $file"
    ! ran_out "$status" || break
  done < <(printf '%s' "$others")
}
# A list, a path a line.
setting_aside_all() (
  list=$1; shift
  IFS=$'\\n'; set -f
  setting_aside $list -- "$@" -t 2>/dev/null
)
setting_aside() {
  unshare -m bash -c 'set -e; mount --make-rprivate /
while [ "$1" != -- ]; do mount --bind /dev/null "$(readlink -f "$1")"; shift; done
shift; exec ${patience/* patiently */.d_} "$@"' aside "$@"
}
owner_of() {
  local folder name=\${1##*/} label
  label=$(head -n 1 "$1" | tr -d '\\000' | sed -n 's/^# managed by deploy-miniprogram-backend: app \\([^ ,]*\\),.*/\\1/p')
  if [ -n "$label" ]; then
    [ "$(printf %s "$label" | tr A-Z a-z).conf" != "$name" ] || echo "$label"
    return
  fi
  [ -z "$(tr -d '\\000[:space:]' <"$1")" ] || [ "$(tr -d '\\000' <"$1" | wc -c)" -ne "$(wc -c <"$1")" ] || return 0
  for folder in ${(0,quote/* quote */.h)(`/docker/app/${app}`)} /docker/app/*/; do
    folder=\${folder%/}; folder=\${folder##*/}
    [ "$(printf %s "$folder" | tr A-Z a-z).conf" != "$name" ] || { echo "$folder"; return; }
  done
}`;
}

// EXTERNAL MODULE: ./.build/lib/survey/closed-places.js
var closed_places = __webpack_require__(80402);
;// CONCATENATED MODULE: ./.build/lib/survey/managed-file.js


/**
 * Bash function `managed_file`: of the paths on its standard input, a line each, the first that is the application's own
 * file. It bears our mark and the name that we give: a copy by another name is somebody's.
 */
function managedFile(app) {
    return `managed_file() {
  local path
  while IFS= read -r path; do
    [ "\${path##*/}" = ${(0,quote/* quote */.h)((0,label/* nginxFileOf */._8)(app))} ] && [ -f "$path" ] || continue
    head -n 3 "$path" | grep -aqF ${(0,quote/* quote */.h)(`managed by deploy-miniprogram-backend: app ${app},`)} && { printf '%s\\n' "$path"; break; }
  done
}`;
}

;// CONCATENATED MODULE: ./.build/lib/survey/nginx-dump.js

/**
 * Bash functions that get all files of nginx's configuration:
 * - `dump_nginx WORD...` sets `dump` to what `nginx -T` prints. nginx before 1.9.2, and Tengine made of one, have no such
 *   option: the files are read as it would print them, where it accepts them. Its status is 0 where there is a dump, else
 *   that of nginx.
 * - `included MAIN` prints the paths of the files that MAIN includes, and of what they include, a line each.
 *
 * They need `program` of `findNginx`.
 */
const dumpNginx = `${patience/* ranOut */.ir}
dump_nginx() {
  local status said main file
  dump=$(${patience/* patiently */.d_} "$program" "$@" -T 2>/dev/null); status=$?
  [ "$status" -ne 0 ] || return 0
  dump=
  if ran_out "$status"; then return "$status"; fi
  said=$(${patience/* patiently */.d_} "$program" "$@" -t 2>&1) || return "$status"
  main=$(printf '%s\\n' "$said" | sed -n 's/^nginx: configuration file \\(.*\\) test is successful$/\\1/p' | tail -n 1)
  [ -n "$main" ] || return "$status"
  dump=$({ echo "$main"; included "$main"; } | awk '!seen[$0]++' | while IFS= read -r file; do
    [ -f "$file" ] || continue
    printf '# configuration file %s:\\n' "$file"
    timeout -s KILL 10 cat -- "$file"
    echo
  done)
}
# Relative paths count from the folder of the main file.
included() {
  local level paths
  paths=$1
  for level in 1 2 3 4; do
    paths=$(printf '%s\\n' "$paths" | while IFS= read -r file; do
      [ ! -f "$file" ] || timeout -s KILL 10 tr ';{}' '\\n\\n\\n' <"$file" 2>/dev/null | sed -nE "s/^[[:space:]]*include[[:space:]]+[\\"']?([^\\"']*[^\\"'[:space:]])[\\"']?[[:space:]]*$/\\1/p"
    done | while IFS= read -r glob; do
      case $glob in /*) ;; *) glob=\${1%/*}/$glob ;; esac
      IFS=
      for file in $glob; do [ ! -f "$file" ] || printf '%s\\n' "$file"; done
    done)
    printf '%s\\n' "$paths"
  done | awk 'NF && !seen[$0]++'
}`;

;// CONCATENATED MODULE: ./.build/lib/survey/nginx-headings.js

/**
 * awk: `nginx -T` puts a heading in front of each file, and any comment in a file may read like one. What a heading's file
 * holds is compared with what follows it; a line in there that looks like a heading is made one that does not. NUL is left
 * out, since bash kept none of what nginx printed. A comment may name anything: only a plain file is read, and not for long.
 */
const compare = `{ line[NR] = $0 }
END {
  for (i = 1; i <= NR; i++) {
    print line[i]
    if (line[i] !~ /^# configuration file \\/.*:$/) continue
    path = substr(line[i], 22, length(line[i]) - 22); same = 1
    gsub(/'/, "'\\\\''", path)
    read = "[ -f '" path "' ] && timeout -s KILL 10 cat -- '" path "' | tr -d '\\\\000'"
    for (n = 0; (read | getline text) > 0; n++) if ((text "") != (line[i + n + 1] "")) same = 0
    close(read)
    for (; same && n > 0; n--) { text = line[++i]; sub(/^# configuration file \\//, "## configuration file /", text); print text }
  }
}`;
/**
 * Bash functions about the files in what `nginx -T` printed, which is in `dump`:
 * - `paths`: those that headings name, a line each.
 * - `with_own_headings`: the dump, in which no comment reads like a heading. Each file is read for that only where one of
 *   them holds such a line, or cannot be read to its end.
 */
const headings = `paths() { printf '%s\\n' "$dump" | sed -n 's/^# configuration file \\(.*\\):$/\\1/p'; }
with_own_headings() {
  if paths | while IFS= read -r path; do [ ! -f "$path" ] || printf '%s\\0' "$path"; done |
    { timeout -s KILL 10 xargs -0 -r sed -n p || echo '# configuration file /:'; } 2>/dev/null |
    tr -d '\\000' | grep -qa '^# configuration file /.*:$'
  then printf '%s\\n' "$dump" | awk ${(0,quote/* quote */.h)(compare)}
  else printf '%s\\n' "$dump"
  fi
}`;

;// CONCATENATED MODULE: ./.build/lib/survey/nginx-unit.js
/**
 * Bash that tells which unit of systemd starts nginx (`unit NAME`), whether that unit, which would start this very nginx,
 * does not do so at boot (`disabled yes`), and whether there is a start script (`init-script yes`, and what others can
 * change of it). It is the unit that the running master is the main process of, else one that names the program, else
 * nginx's own by its name, which a SysV script may be wrapped in. Needs `state`, `program`, `master` and the positional
 * parameters of `findNginx`.
 */
const lookAtUnit = `started_by() { systemctl show -p ExecStart "$1" 2>/dev/null | sed -n 's/.*path=//p' | tail -n 1; }
unit=
cgroup=$(sed -n 's|.*/\\([^/]*\\.service\\)$|\\1|p' "/proc/\${master:-none}/cgroup" 2>/dev/null | head -n 1)
# A panel may have started it, or somebody logged in, whose own unit that is.
case \${cgroup:+$(systemctl show -p MainPID "$cgroup" 2>/dev/null)} in ?*=\${master:-none}) unit=$cgroup ;; esac
# A masked one cannot be started.
known=$(for name in $cgroup nginx.service openresty.service tengine.service; do
  case $name in nginx.*|openresty.*|tengine.*) ;; *) continue ;; esac
  [ "$(systemctl show -p LoadState "$name" 2>/dev/null)" != LoadState=loaded ] || echo "$name"
done)
for name in $known; do
  start=$(started_by "$name")
  [ -n "$unit" ] || [ "$(readlink -f "\${start%% *}")" != "$program" ] || unit=$name
done
[ -n "$unit" ] || [ -z "$known" ] || unit=$(printf '%s\\n' "$known" | head -n 1)
if [ -n "$unit" ]; then
  echo "unit $unit"
  disabled=$(systemctl is-enabled "$unit" 2>/dev/null)
  start=$(started_by "$unit")
  # It may start another nginx than the one that runs, or the same with another configuration.
  case $state:\${start%% *} in
    stopped:*|running:/etc/init.d/nginx) ;;
    *)
      [ "$(readlink -f "\${start%% *}")" = "$program" ] || disabled=other
      for word; do case "$start" in *" $word "*) ;; *) disabled=other ;; esac; done ;;
  esac
  [ "$disabled" != disabled ] || echo "disabled yes"
fi
if [ -x /etc/init.d/nginx ]; then
  echo "init-script yes"
  strangers /etc/init.d/nginx | sed 's/^/stranger /'
fi`;

// EXTERNAL MODULE: ./.build/lib/survey/probe-lines.js
var probe_lines = __webpack_require__(27113);
;// CONCATENATED MODULE: ./.build/lib/survey/nginx.js














// What is served now is asked for where the file says, not where the next one will be.
const script = (app, domain) => `${fragments_serving/* lookAtNginx */.b}
${headings}
${closed_places/* closed */.$h}
${dumpNginx}
${lookAtBrokenNginx(app)}
${managedFile(app)}
${find_nginx/* findNginx */.e}
echo "state $state"
echo "program $program"
for word; do echo "select $word"; done
${lookAtUnit}
echo "version $("$program" -V 2>&1 | base64 -w0)"
broken=
if dump_nginx "$@"; then
  dump=$(with_own_headings)
  echo "dump $(printf %s "$dump" | base64 -w0)"
else
  if ran_out $?; then echo "silent yes"; else look_at_broken_nginx "$@"; fi
fi
speaking=$(paths | tr '\\n' '\\0' | xargs -0 -r grep -liaF -D skip ${(0,quote/* quote */.h)(domain)})
# Files that may change with ours, and folders that it includes from, where ours may come to lie.
mapfile -t places < <({ paths | sed 's|/[^/]*$||'; printf '%s\\n' "$speaking" | head -n 50; printf '%s\\n' "$dump" | sed -nE 's/^[[:space:]]*include[[:space:]]+(\\/[^*?;[]*)\\/[^/;]*;.*/\\1/p'; } | grep . | sort -u)
[ -z "$(strangers \${places[@]+"\${places[@]}"})" ] || for place in \${places[@]+"\${places[@]}"}; do
  strangers "$place" | sed "s|^|place-stranger $(printf %s "$place" | base64 -w0) |"
done
mapfile -t files < <({ printf '%s\\n' "$speaking" | head -n 50; printf '%s\\n' \${places[@]+"\${places[@]/%//${(0,label/* nginxFileOf */._8)(app)}}"}; } | while IFS= read -r path; do [ ! -f "$path" ] || printf '%s\\n' "$path"; done)
closed \${places[@]+"\${places[@]}"} \${files[@]+"\${files[@]}"}
printf '%s\\n' "$speaking" | while IFS= read -r path; do
  [ ! -f "$path" ] || echo "original $(printf %s "$path" | base64 -w0) $(base64 -w0 <"$path")"
done
file=$broken
[ -n "$file" ] || file=$(paths | managed_file)
[ -n "$file" ] || exit 0
echo "managed $file"
echo "text $(base64 -w0 <"$file")"
proof=$(sed -n 's/^ *location = "\\{0,1\\}\\(\\/[^" ]*\\)"\\{0,1\\} .*/\\1/p' "$file" | head -n 1)
port=$(sed -n 's/^ *listen \\([0-9]*\\) ssl.*/\\1/p' "$file" | head -n 1); domain=$(sed -n 's/^ *server_name \\([^ ]*\\);$/\\1/p' "$file" | head -n 1)
[ $state = running ] && echo "serving $(look_at_nginx https "$domain" "$port" "$proof")"`;
/** Asks for the nginx that runs, its configuration, what it serves of this application, and who else speaks of the domain. */
function nginxProbe(app, domain) {
    return { script: script(app, domain), read: readNginx };
}
/** The shell variable that has what {@link nginxProbe} printed, for other probes: nginx is asked for its files once. */
const nginxAnswer = 'nginx_answer';
/** Reads the probe's lines: a word, then its value, long ones in base64. */
function readNginx(output) {
    const { value, values, fields, has } = (0,probe_lines/* readLines */.S)(output);
    const long = (word) => (0,packed/* decode */.D4)(value(word));
    const program = value('program');
    const strangers = (0,shell_strangers/* readStrangers */.E)(values('stranger').join('\n'));
    const masters = fields('master').map(([pid, contained]) => ({ pid: Number(pid), contained: contained === 'yes' }));
    if (program === undefined) {
        // A master in a container and none on the host: for the caller to refuse, not to install beside.
        if (masters.length === 0)
            return { state: 'missing' };
    }
    const managed = value('managed');
    const serving = value('serving');
    return {
        state: value('state') === 'running' ? 'running' : 'stopped',
        program: program ?? '',
        version: program === undefined || !has('version') ? emptyVersion : (0,version/* parseNginxVersion */.M)(long('version')),
        selection: values('select'),
        masters,
        dump: long('dump'),
        complaint: long('complaint'),
        silent: has('silent'),
        brokenOthers: values('broken-other').map((value) => {
            const at = value.lastIndexOf(' ');
            return { file: value.slice(0, at), app: value.slice(at + 1) };
        }),
        originals: new Map(fields('original').map(([path, bytes = '']) => [(0,packed/* decode */.D4)(path), Buffer.from(bytes, 'base64')])),
        managedFile: managed === undefined
            ? undefined
            : { path: managed, text: long('text'), ...(has('broken') ? { broken: long('broken') } : {}) },
        serving: serving === undefined ? undefined : (0,fragments_serving/* readServing */.x)(serving),
        unit: value('unit'),
        disabled: has('disabled'),
        initScript: has('init-script'),
        strangers,
        strangersOfPlaces: readPlaces(values('place-stranger')),
        closed: (0,closed_places/* readClosed */.XD)(output),
    };
}
function readPlaces(lines) {
    const found = new Map();
    for (const line of lines) {
        const [path, stranger] = (0,probe_lines/* parted */.v)(line);
        const place = (0,packed/* decode */.D4)(path);
        found.set(place, [...(found.get(place) ?? []), ...(0,shell_strangers/* readStrangers */.E)(stranger)]);
    }
    return found;
}
/** The release that nginx serves, by its answer or else by the application's file; undefined: none. */
function servedRelease(nginx) {
    if (nginx.state === 'missing')
        return undefined;
    return nginx.serving?.release || (0,label/* managedBy */.ZF)(nginx.managedFile?.text ?? '')?.release;
}
const emptyVersion = {
    number: [0, 0, 0],
    text: '',
    configurationPath: undefined,
    prefix: undefined,
    errorLogPath: undefined,
    http2: false,
    tls: false,
    openssl: undefined,
};


/***/ }),

/***/ 27113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readLines),
/* harmony export */   v: () => (/* binding */ parted)
/* harmony export */ });
/** Reads lines of a word and its value; others are lines of words that nobody asks for. */
function readLines(output) {
    const found = new Map();
    for (const line of output.split('\n')) {
        const [word, value] = parted(line);
        const values = found.get(word);
        if (values === undefined)
            found.set(word, [value]);
        else
            values.push(value);
    }
    const values = (word) => found.get(word) ?? [];
    return {
        values,
        value: (word) => found.get(word)?.[0],
        has: (word) => found.has(word),
        fields: (word) => values(word).map((value) => (value.trim() === '' ? [] : value.trimEnd().split(' '))),
    };
}
/** A line's first word, and the rest. */
function parted(line) {
    const space = line.indexOf(' ');
    return space === -1 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
}


/***/ }),

/***/ 58900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AO: () => (/* binding */ distrustedNginx),
/* harmony export */   Ke: () => (/* binding */ refusals),
/* harmony export */   ZT: () => (/* binding */ brokenBefore),
/* harmony export */   dg: () => (/* binding */ confined),
/* harmony export */   kw: () => (/* binding */ distrusted),
/* harmony export */   wU: () => (/* binding */ nginxRefusals),
/* harmony export */   y1: () => (/* binding */ distrustedFolder)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22078);
/* harmony import */ var _nginx_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20548);
/* harmony import */ var _nginx_patience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71018);
/* harmony import */ var _redaction_complaint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59805);





/** Kinds of server that cannot be worked with, each with its cure (rule *The nginx that runs*). */
function refusals(docker, nginx, baseImages) {
    return [...dockerRefusals(docker, baseImages), ...nginxRefusals(nginx)];
}
/**
 * Programs that root would run and folders that root would write to, where another user of the server or a container can
 * change them (rule *Roots alone*). `folder` is the application's.
 */
function distrusted({ system, docker, nginx, strangers, releases, }, folder) {
    // Where daemon.json gets a mirror (docker-engine.ts).
    const mirror = system.tencentInstance !== undefined && !(docker.state === 'running' && docker.registryMirrors.length > 0);
    return [
        ...(docker.state === 'stopped' ? programIn(docker.client, docker.strangers) : []),
        ...distrustedNginx(nginx),
        ...distrustedFolder({ strangers, releases }, folder),
        ...(mirror ? strangersIn('/etc/docker', strangers.engine) : []),
    ];
}
/** The same of nginx alone. */
function distrustedNginx(nginx) {
    return nginx.state === 'missing' ? [] : programIn(nginx.program, nginx.strangers);
}
/** The same of the application's folder alone. */
function distrustedFolder({ strangers, releases }, folder) {
    return [
        ...strangersIn(folder, strangers.application),
        ...strangers.mistaken.map((path) => (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('PATH_TAKEN', { path })),
        ...releases.writers.map(({ container, source }) => (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('FOLDER_OPEN_TO_CONTAINER', { folder, container, source })),
    ];
}
/** A server that is a container of somebody's: what such a one may lack. */
function confined({ namespaces }) {
    return namespaces ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('NAMESPACES_REFUSED', {})];
}
function programIn(program, found) {
    return found.length === 0 ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('PROGRAM_NOT_ROOTS', { program, found })];
}
function strangersIn(folder, found) {
    return found.length === 0 ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('FOLDER_NOT_ROOTS', { folder, found })];
}
function dockerRefusals(docker, baseImages) {
    if (docker.state !== 'running' && docker.masked.length > 0) {
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DOCKER_MASKED', { units: docker.masked.join(' ') })];
    }
    if (docker.state === 'missing')
        return [];
    if (docker.client.startsWith('/snap/') || docker.client === '/usr/bin/snap')
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DOCKER_SNAP', {})];
    if (docker.podman || docker.client.includes('podman'))
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DOCKER_PODMAN', {})];
    if (docker.state === 'stopped')
        return [];
    if (docker.rootless)
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DOCKER_ROOTLESS', {})];
    const version = semver__WEBPACK_IMPORTED_MODULE_0__.coerce(docker.version);
    // temurin's images are built on a glibc whose system calls older engines' seccomp profiles refuse.
    const temurin = baseImages.find((image) => image.includes('eclipse-temurin'));
    if (version !== null && temurin !== undefined && semver__WEBPACK_IMPORTED_MODULE_0__.lt(version, '20.10.10')) {
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DOCKER_TOO_OLD', { version: docker.version, image: temurin, needed: '20.10.10' })];
    }
    // host-gateway came with 20.10.
    if (version !== null && semver__WEBPACK_IMPORTED_MODULE_0__.lt(version, '20.10.0')) {
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DOCKER_TOO_OLD', { version: docker.version, image: 'host.docker.internal', needed: '20.10.0' })];
    }
    return [];
}
/** Kinds of nginx that cannot be worked with. */
function nginxRefusals(nginx) {
    if (nginx.state === 'missing')
        return [];
    const onHost = nginx.masters.filter((master) => !master.contained);
    if (nginx.masters.length > 0 && onHost.length === 0)
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('NGINX_IN_CONTAINER', { pids: nginx.masters.map(({ pid }) => pid).join(', ') })];
    if (onHost.length > 1)
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('NGINX_SEVERAL', { pids: onHost.map((master) => master.pid).join(', ') })];
    if (nginx.silent)
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('NGINX_SILENT', { seconds: _nginx_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .nginxSeconds */ .Ce, nginx: (0,_nginx_command_js__WEBPACK_IMPORTED_MODULE_2__/* .nginxCommand */ .Y)(nginx) })];
    if (nginx.complaint === '')
        return [];
    if (nginx.brokenOthers.length === 0)
        return [brokenBefore(nginx, nginx.complaint)];
    const said = emergencyIn(nginx.complaint);
    const evidence = { evidence: nginx.complaint };
    return nginx.brokenOthers.map(({ file, app }) => (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('NGINX_BROKEN_BY_APP', { app, file, said }, evidence));
}
/** NGINX_BROKEN_BEFORE, from what `nginx -t` says. */
function brokenBefore(nginx, complaint) {
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('NGINX_BROKEN_BEFORE', { said: emergencyIn(complaint), nginx: (0,_nginx_command_js__WEBPACK_IMPORTED_MODULE_2__/* .nginxCommand */ .Y)(nginx) }, { evidence: complaint });
}
function emergencyIn(complaint) {
    return (0,_redaction_complaint_js__WEBPACK_IMPORTED_MODULE_4__/* .hideInComplaint */ .F)(complaint.split('\n').find((line) => line.includes('[emerg]')) ?? '');
}


/***/ }),

/***/ 95384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ releasesProbe)
/* harmony export */ });
/* harmony import */ var _delta_index_file_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(21994);
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(10386);
/* harmony import */ var _layout_release_id_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(79468);
/* harmony import */ var _layout_release_paths_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(33433);
/* harmony import */ var _release_adoption_record_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(77602);
/* harmony import */ var _release_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56492);
/* harmony import */ var _release_rollback_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33778);
/* harmony import */ var _server_lock_script_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33493);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21395);
/* harmony import */ var _container_list_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25771);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15127);
/* harmony import */ var _strangers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12098);
/* harmony import */ var _writers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78965);













// What others may have put there is told as `taken`, and nothing of it is read.
const script = (app) => `
lock=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)((0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_2__/* .applicationLock */ .c_)(app.toLowerCase()))}
# The file is only looked at: a plan writes nothing.
if [ -f "$lock" ] && ! flock -n "$lock" true; then
  echo "under-way $(sed -n 's/.*"who":"\\([^"]*\\)".*"runUrl":"\\([^"]*\\)".*"since":"\\([^"]*\\)".*/\\1 \\2, \\3/p' "\${lock%.lock}.holder" | head -n 1)"
fi
${(0,_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .ourFolders */ .Cf)(app)}
${_writers_js__WEBPACK_IMPORTED_MODULE_7__/* .writers */ .f}
encode() { printf %s "$1" | base64 -w0; }
${_container_list_js__WEBPACK_IMPORTED_MODULE_4__/* .containers */ .l8}
${_container_list_js__WEBPACK_IMPORTED_MODULE_4__/* .containerDetails */ .Qq}
there=$(containers | cut -f 1)
root=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .applicationDirectory */ .gZ)(app))} current= indexed=()
for path in /docker /docker/app "$root" "$root/releases" "$root/static"; do
  [ -d "$path" ] || { [ ! -e "$path" ] && [ ! -L "$path" ]; } || echo "taken $(encode "$path")"
done
for marker in /docker/app/*/releases/*/${_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .markerFile */ .bx}; do
  [ ! -f "$marker" ] || printf '%s\\0' "\${marker%/*/*/*}"
done | sort -zu | xargs -0 -r readlink -f -- | sort -u | while IFS= read -r path; do echo "application $(encode "$path")"; done
writing=$(writers "$root")
[ -z "$writing" ] || printf '%s\\n' "$writing" | sed 's/^/writer /'
# Of a folder that another user or a container can change nothing is read (a named pipe would never end); the run is refused.
[ -z "$writing" ] && [ -z "$(strangers ${(0,_strangers_js__WEBPACK_IMPORTED_MODULE_6__/* .applicationPaths */ .Xc)(app)})" ] && cd "$root" 2>/dev/null && {
  if [ -e current ] || [ -L current ]; then
    current=$(readlink current) && [[ $current =~ ^releases/${_layout_release_id_js__WEBPACK_IMPORTED_MODULE_9__/* .releaseIdForm */ .Ns}$ ]] || echo "taken $(encode "$root/current")"
  fi
  current=\${current#releases/}
  for folder in releases/*/; do
    [ -d "$folder" ] || continue
    folder=\${folder%/}; id=\${folder##*/}
    [[ $id =~ ^${_layout_release_id_js__WEBPACK_IMPORTED_MODULE_9__/* .releaseIdForm */ .Ns}$ ]] || continue
    is_ours "$folder" || { echo "taken $(encode "$root/$folder")"; continue; }
    record=planned.json
    if [ -f "$folder/release.json" ]; then echo "recorded $id"; record=release.json; else echo "orphan $id"; fi
    container=
    [ -f "$folder/container" ] && { read -r container || true; } <"$folder/container" && echo "container $id $container"
    [ -f "${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .jarNoteIn */ .pE)('$folder')}" ] && read -r hash jar <"${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .jarNoteIn */ .pE)('$folder')}" && [ -f "$folder/build/$jar" ] && {
      echo "jar $hash $root/$folder/build/$jar"
      index=${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .jarIndexIn */ .rp)('$folder')}
      # One that was changed since is noticed by its size and time; its bytes are compared when something was made of them.
      [ -f "$index" ] && [ "$(stat -c %s "$index")" -le ${_delta_index_file_js__WEBPACK_IMPORTED_MODULE_11__/* .mostIndexBytes */ .lQ} ] && [ "$(tail -n 1 "$index")" = "@ $(stat -c '%s %Y' "$folder/build/$jar")" ] &&
        case " \${indexed[*]-} " in *" $hash "*) ;; *) indexed=("$hash" "$folder" "$jar" \${indexed[@]+"\${indexed[@]}"}) ;; esac
    }
    [ -s "$folder/switch/journal" ] && ! grep -Eq '^[0-9.]+ outcome ' "$folder/switch/journal" && echo "half-done $id"
    [ -f "$folder/$record" ] || continue
    [ "$record" = release.json ] || { [ -n "$container" ] && case $'\\n'$there$'\\n' in *$'\\n'"$container"$'\\n'*) ;; *) false ;; esac; } || continue
    echo "known $id $(base64 -w0 <"$folder/$record")"
    [ -f "$folder/env" ] && hash=$(sha256sum <"$folder/env") && echo "env $id \${hash%% *}"
    for file in "$folder/files"/*; do
      [ -f "$file" ] && hash=$(sha256sum <"$file") && echo "file $id \${file##*/} \${hash%% *}"
    done
  done
  for at in 0 3; do
    folder=\${indexed[at + 1]:-}
    [ -n "$folder" ] || continue
    echo "basis-$at \${indexed[at]} $(tail -n 1 "${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .jarIndexIn */ .rp)('$folder')}" | cut -d ' ' -f 2) $root/$folder/build/\${indexed[at + 2]}"
    sed -e '$d' -e "s/^/piece-$at /" "${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .jarIndexIn */ .rp)('$folder')}"
  done
  [ -d releases/.incoming ] && [ -n "$(ls -A releases/.incoming)" ] && echo 'incoming yes'
  [ -d releases/.incoming ] && [ -z "$(ls -A releases/.incoming)" ] && echo 'empty-incoming yes'
  for folder in static/*/; do
    [ -d "$folder" ] || continue
    folder=\${folder%/}; sha256=\${folder##*/}
    [[ $sha256 =~ ^[0-9a-f]{64}$ ]] || continue
    is_ours "$folder" || { echo "taken $(encode "$root/$folder")"; continue; }
    echo "static $sha256 $(grep -lF -D skip "/static/$sha256/" releases/*/release.json releases/*/planned.json 2>/dev/null | cut -d/ -f2 | sort -u | tr '\\n' ' ')"
  done
  ${(0,_release_rollback_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .isOurRollback */ .B)('rollback')} || echo "taken $(encode "$root/rollback")"
  { [ ! -e adopted.env ] && [ ! -L adopted.env ]; } || { [ -f adopted.env ] && [ "$(head -n 1 adopted.env)" = ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(_release_adoption_record_js__WEBPACK_IMPORTED_MODULE_12__/* .inheritedEnvironmentMark */ .B)} ]; } ||
    echo "taken $(encode "$root/adopted.env")"
  [ -f adopted.json ] && echo "adopted $(base64 -w0 <adopted.json)"
  printf 'current %s\\n' "$current"
}
find /docker/app/*/releases/*/{release,planned}.json -maxdepth 0 -type f -print0 2>/dev/null |
  xargs -0 -r sed -n 's/.*"loopbackPort": *\\([0-9]*\\).*/port \\1/p'
true`;
/** Asks what releases of an application the server has. */
function releasesProbe(app) {
    return { script: script(app), read: (output) => (0,_releases_js__WEBPACK_IMPORTED_MODULE_5__/* .readReleases */ .tl)(output, app) };
}


/***/ }),

/***/ 15127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VH: () => (/* binding */ whatServes),
/* harmony export */   iJ: () => (/* binding */ readRelease),
/* harmony export */   tl: () => (/* binding */ readReleases)
/* harmony export */ });
/* harmony import */ var _delta_index_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21994);
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10386);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27431);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27113);
/* harmony import */ var _writers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78965);





/** Reads the probe's lines. */
function readReleases(output, app = '') {
    const lines = (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .readLines */ .S)(output);
    const { value, values, fields, has } = lines;
    const known = knownIn(lines);
    const adopted = value('adopted');
    const record = adopted === undefined ? undefined : readRecord(adopted);
    const strange = adopted !== undefined && record === undefined ? [(0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .adoptionRecordFile */ .cG)(app)] : [];
    const found = {
        current: undefined,
        unrecorded: false,
        environmentSha256: undefined,
        fileSha256: new Map(),
        recorded: values('recorded').toSorted(),
        orphans: values('orphan').toSorted(),
        containers: new Map(values('container').map(_probe_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .parted */ .v)),
        // The path comes last: a Dockerfile may put the jar where there is a space in the name.
        jars: new Map(values('jar').map(_probe_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .parted */ .v)),
        bases: basesIn(lines),
        statics: fields('static').map(([sha256 = '', ...releases]) => ({ sha256, releases })),
        adopted: record,
        recordedPorts: values('port').map(Number),
        halfDone: has('half-done'),
        halfDoneRelease: value('half-done'),
        incoming: has('incoming'),
        emptyIncoming: has('empty-incoming'),
        underWay: value('under-way'),
        taken: [...values('taken').map(_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4), ...strange],
        writers: values('writer').map(_writers_js__WEBPACK_IMPORTED_MODULE_1__/* .readWriter */ .E),
        applications: values('application').map(_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4),
        known,
    };
    const current = value('current') ?? '';
    return withCurrent(found, found.recorded.includes(current) ? known.get(current) : undefined, false);
}
/**
 * What was read, with the release as the current one that nginx serves (`served`, by its file or its answer) whatever
 * `current` points at: where its record failed, its folder must not be taken for an orphan's.
 */
function whatServes(found, served) {
    if (served === undefined || served === found.current?.id)
        return found;
    const spared = { ...found, orphans: found.orphans.filter((id) => id !== served) };
    const known = found.known.get(served);
    if (known === undefined)
        return spared;
    const recorded = [...new Set([...found.recorded, served])].toSorted();
    return withCurrent({ ...spared, recorded }, known, true);
}
function withCurrent(found, known, unrecorded) {
    if (known === undefined)
        return found;
    const { release, environmentSha256, fileSha256 } = known;
    return { ...found, current: release, environmentSha256, fileSha256, unrecorded };
}
function knownIn({ values, fields }) {
    const environments = new Map(values('env').map(_probe_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .parted */ .v));
    const files = fields('file');
    return new Map(values('known').flatMap((line) => {
        const [id, base64] = (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .parted */ .v)(line);
        const release = readRelease(base64);
        if (release === undefined)
            return [];
        const fileSha256 = new Map(files.flatMap(([of, name = '', sha256 = '']) => (of === id ? [[name, sha256]] : [])));
        return [[id, { release, environmentSha256: environments.get(id), fileSha256 }]];
    }));
}
function basesIn({ value, values }) {
    return ['0', '3'].flatMap((at) => {
        const [, sha256 = '', bytes, path = ''] = /^([0-9a-f]{64}) (\d+) (.+)$/.exec(value(`basis-${at}`) ?? '') ?? [];
        const pieces = (0,_delta_index_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readIndex */ .vY)(values(`piece-${at}`), Number(bytes));
        const folder = path.slice(0, path.indexOf('/build/'));
        return pieces === undefined ? [] : [{ path, folder, sha256, bytes: Number(bytes), pieces }];
    });
}
/** Settings of a container that earlier versions did not have, or JSON left out. */
const unknownBefore = {
    carried: [],
    files: [],
    networks: [],
    memory: undefined,
    inheritedEnvironment: [],
    user: undefined,
};
/** The record of a release, from its file in base64; undefined: it cannot be read. */
function readRelease(base64) {
    const record = readRecord(base64);
    return record && { ...record, container: { ...unknownBefore, ...record.container } };
}
/** A record that another version wrote in another form counts as none: the deploy writes a new one. */
function readRecord(base64) {
    try {
        const record = JSON.parse((0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(base64));
        return record.format === 1 ? record : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 12098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qd: () => (/* binding */ certificateFolder),
/* harmony export */   Xc: () => (/* binding */ applicationPaths),
/* harmony export */   eP: () => (/* binding */ strangersProbe)
/* harmony export */ });
/* unused harmony export readStrangersOfPlaces */
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10386);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27431);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _shell_strangers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65160);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27113);





/** The folder of a domain's certificates. */
function certificateFolder(domain) {
    return `/etc/nginx/ssl/${domain}`;
}
/** Asks what other users can change of the folders of an application, its domain and its `volumes`. */
function strangersProbe(app, domain, volumes) {
    const own = (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .applicationDirectory */ .gZ)(app);
    return {
        script: `
tell() { printf '%s %s\\n' "$1" "$(strangers "\${@:2}" | base64 -w0)"; }
tell application ${applicationPaths(app)} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(own)}/releases/* ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .staticDirectory */ .oO)(app))}/*
mistaken() { printf 'mistaken %s\\n' "$(printf %s "$1" | base64 -w0)"; }
# A link may have been put there while the folder was another user's: root would write to where it leads.
for path in ${[(0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .deployLog */ .Wk)(app), (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .keptFile */ .hr)(app)].map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h).join(' ')}; do
  [ ! -L "$path" ] && { [ -f "$path" ] || [ ! -e "$path" ]; } || mistaken "$path"
done
path=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .carriedDirectory */ .kx)(app))}
[ ! -L "$path" ] && { [ -d "$path" ] || [ ! -e "$path" ]; } || mistaken "$path"
tell certificates ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(certificateFolder(domain))} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(certificateFolder(domain))}/*
tell engine /etc/docker/daemon.json
for path in ${volumes.map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h).join(' ')}; do tell "volume $(printf %s "$path" | base64 -w0)" "$path"; done
true`,
        read: readStrangersOfPlaces,
    };
}
/** Bash words: the files and folders of an application that scripts read and obey. */
function applicationPaths(app) {
    const own = (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .applicationDirectory */ .gZ)(app);
    const releases = `${own}/releases`;
    return [releases, `${releases}/.incoming`, (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .staticDirectory */ .oO)(app), `${own}/current`]
        .concat((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .adoptionRecordFile */ .cG)(app), (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .inheritedEnvironmentFile */ .qq)(app), (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .deployLog */ .Wk)(app), (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .carriedDirectory */ .kx)(app), (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .keptFile */ .hr)(app))
        .map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)
        .join(' ');
}
/** Reads the probe's lines: of what, then what the bash function `strangers` printed, in base64. */
function readStrangersOfPlaces(output) {
    const { value, values, fields } = (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .readLines */ .S)(output);
    const found = (base64) => (0,_shell_strangers_js__WEBPACK_IMPORTED_MODULE_2__/* .readStrangers */ .E)((0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(base64));
    return {
        application: found(value('application')),
        mistaken: values('mistaken').map(_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4),
        certificates: found(value('certificates')),
        engine: found(value('engine')),
        volumes: new Map(fields('volume').map(([path, strangers]) => [(0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(path), found(strangers)])),
    };
}


/***/ }),

/***/ 39872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gw: () => (/* binding */ systemProbe)
/* harmony export */ });
/* unused harmony exports neededTools, readSystem */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var _layout_policy_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97510);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _values_instance_id_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13694);




/** Programs that the scripts of this action call on the server, and that a bare one may lack. */
const neededTools = ['curl', 'openssl', 'ss', 'flock', 'setsid', 'unshare', 'tar', 'sha256sum'];
// The metadata service answers in milliseconds where it exists (Tencent's documentation, "instance metadata"); elsewhere
// its name does not resolve, so that the limit is for a resolver that does not answer.
const script = `
{ cat /etc/os-release || cat /usr/lib/os-release; } 2>/dev/null | grep '^[A-Z][A-Z_]*='
echo "architecture=$(uname -m)"
echo "memory=$(sed -n 's/^MemAvailable: *\\([0-9]*\\) kB/\\1/p' /proc/meminfo)"
echo "swap=$(sed -n 's/^SwapFree: *\\([0-9]*\\) kB/\\1/p' /proc/meminfo)"
[ -s /proc/net/if_inet6 ] && echo ipv6=yes
[ -e /etc/debian_version ] && command -v apt-get >/dev/null && echo apt=yes
[ -d /run/systemd/system ] && echo systemd=yes
grep -qxF ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(_layout_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .policyMark */ .M)} ${_layout_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .policyFile */ .X} && echo policy=left
# What programs go by is the link; RHEL's family has no other, Debian keeps the name in a file as well.
zone=$(readlink -f /etc/localtime)
case $zone in */zoneinfo/*) zone=\${zone#*/zoneinfo/} ;; *) zone=$(cat /etc/timezone) ;; esac
echo "timezone=$(printf %s "$zone" | head -n 1)"
for tool in ${neededTools.join(' ')}; do command -v "$tool" >/dev/null || echo "missing=$tool"; done
! command -v unshare >/dev/null || unshare -m true || echo namespaces=no
if command -v curl >/dev/null && timeout 2 getent hosts metadata.tencentyun.com >/dev/null; then
  # Whatever answers to that name may answer with a page of its own.
  metadata() { curl -q -sf --noproxy '*' -m 2 "http://metadata.tencentyun.com/latest/meta-data/$1" | head -c 64 | tr -d '\\000\\r' | head -n 1; }
  instance=$(metadata instance-id)
  echo "instance=$instance"
  if [ -n "$instance" ]; then
    echo "address=$(metadata public-ipv4)"
    echo "region=$(metadata placement/region)"
  fi
fi`;
/** Asks for the machine and its Linux. */
const systemProbe = { script, read: readSystem };
/** Reads the probe's `key=value` lines; later ones of one key add to `missing`, else the first counts. */
function readSystem(output) {
    const pairs = output.split('\n').flatMap((line) => {
        const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
        return key === undefined || value === undefined ? [] : [{ key, value: value.replace(/^(["'])(.*)\1$/, '$2') }];
    });
    const first = (key) => pairs.find((pair) => pair.key === key)?.value ?? '';
    const address = first('address');
    const isInstance = (0,_values_instance_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isInstanceId */ .z)(first('instance'));
    return {
        id: first('ID').toLowerCase(),
        like: first('ID_LIKE').toLowerCase().split(/\s+/).filter(Boolean),
        version: first('VERSION_ID'),
        platform: first('PLATFORM_ID'),
        name: first('PRETTY_NAME') || first('NAME') || first('ID'),
        architecture: first('architecture'),
        memoryAvailable: Number(first('memory')) * 1024,
        swapFree: Number(first('swap')) * 1024,
        ipv6: first('ipv6') === 'yes',
        apt: first('apt') === 'yes',
        systemd: first('systemd') === 'yes',
        namespaces: first('namespaces') !== 'no',
        missingTools: pairs.filter((pair) => pair.key === 'missing').map((pair) => pair.value),
        policyLeft: first('policy') === 'left',
        timezone: /^\w[\w+-]*(\/[\w+-]+)*$/.exec(first('timezone'))?.[0],
        tencentInstance: isInstance ? first('instance') : undefined,
        tencentPublicAddress: isInstance && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) ? address : undefined,
        tencentRegion: isInstance ? /^[a-z]{2,4}(-[a-z0-9]+){1,3}$/.exec(first('region'))?.[0] : undefined,
    };
}


/***/ }),

/***/ 78965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readWriter),
/* harmony export */   f: () => (/* binding */ writers)
/* harmony export */ });
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10386);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27431);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27113);



// What `current` leads to is in `releases`, or is not ours.
const ofRoot = _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .privateNames */ .or.filter((name) => name !== 'current');
/**
 * Bash function `writers FOLDER`: of all containers, running or not, those that mount the application's FOLDER, a folder
 * above it, or something of root's in it, to be written; `CONTAINER SOURCE`, the source in base64. What such a container
 * leaves there is root's by its number (rule *Roots alone*). Links are followed; a named volume may stand
 * for a folder of the server.
 *
 * A mount of `/` is left out: who set that up (an agent of a panel) made the container root of the whole server, and no
 * folder here makes it more.
 */
const writers = `writers() {
  local own word name kind writable source volume plain real place at found
  local -a names=() sources=() volumes=() places=()
  local -A devices=()
  own=$(readlink -m -- "$1")
  while read -r word _ name kind writable source volume; do
    case "$word $kind $writable" in
      'mount bind true') unescape "$source" ;;
      'mount volume true') unescape "$volume"; volumes+=("$plain") ;;
      *) continue ;;
    esac
    sources+=("$plain")
    unescape "$name"
    names+=("\${plain##*/}")
  done < <(inspected 2>/dev/null)
  if [ "\${#volumes[@]}" -gt 0 ]; then
    while IFS= read -r -d '' name && IFS= read -r -d '' source; do
      devices[\${name##*$'\\n'}]=$source
    done < <(docker volume inspect --format '{{$name := .Name}}{{with .Options}}{{with .device}}{{printf "%s\\x00%s\\x00" $name .}}{{end}}{{end}}' \${volumes[@]+"\${volumes[@]}"} 2>/dev/null)
  fi
  [ "\${#names[@]}" -gt 0 ] || return 0
  while IFS= read -r -d '' place; do places+=("$place"); done < <(readlink -zm -- ${ofRoot.map((name) => `"$own/${name}"`).join(' ')})
  for at in "\${!names[@]}"; do
    source=\${sources[at]}
    case $source in /*) ;; *) source=\${devices[$source]:-} ;; esac
    case $source in /*) real=$(readlink -m -- "$source") ;; *) continue ;; esac
    [ -n "$real" ] && [ "$real" != / ] || continue
    found=no
    for place in "$own" \${places[@]+"\${places[@]}"}; do
      case $place/ in "$real"/*) found=yes ;; esac
    done
    for place in \${places[@]+"\${places[@]}"}; do
      case $real in "$place"/*) found=yes ;; esac
    done
    [ $found = no ] || printf '%s %s\\n' "\${names[at]}" "$(printf %s "$source" | base64 -w0)"
  done
}`;
/** Reads a line of {@link writers}. */
function readWriter(line) {
    const [container, source] = (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .parted */ .v)(line);
    return { container, source: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(source) };
}


/***/ }),

/***/ 47371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ ApiFailure),
/* harmony export */   ad: () => (/* binding */ isRightsRefusal),
/* harmony export */   ii: () => (/* binding */ hasApiCode),
/* harmony export */   tF: () => (/* binding */ apiFailure)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22078);

/** A call of Tencent's API that failed. Whoever called it may know better what its code means there. */
class ApiFailure extends _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    apiCode;
    mayHaveTakenEffect;
    words;
    constructor({ code, text, evidence }, { apiCode, mayHaveTakenEffect, words }, cause) {
        super(code, text, { evidence, cause });
        this.name = 'ApiFailure';
        this.apiCode = apiCode;
        this.mayHaveTakenEffect = mayHaveTakenEffect;
        this.words = words;
    }
}
/** An `ApiFailure` of the catalogue's entry `code`. */
function apiFailure(code, parameters, error, cause) {
    return new ApiFailure((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(code, parameters), error, cause);
}
/** Whether `error` is a refusal of the API by one of these codes. */
function hasApiCode(error, ...codes) {
    return error instanceof ApiFailure && error.apiCode !== undefined && codes.includes(error.apiCode);
}
/** Whether `error` says that CAM gives no right to the action: `UnauthorizedOperation`, `AuthFailure.UnauthorizedOperation`. */
function isRightsRefusal(error) {
    return error instanceof ApiFailure && /(^|\.)UnauthorizedOperation(\.|$)/.test(error.apiCode ?? '');
}


/***/ }),

/***/ 83192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ addRule),
/* harmony export */   t: () => (/* binding */ removeRule)
/* harmony export */ });
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47371);
/* harmony import */ var _read_firewall_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41727);


/** How often a change is tried while others change the same list. */
const attempts = 6;
/** The rules that were read are no longer those that are there. */
const versionConflicts = ['UnsupportedOperation.VersionMismatch', 'UnsupportedOperation.FirewallVersionMismatch'];
/** Such a rule is there. */
const duplicates = [
    'InvalidParameter.FirewallRulesExist',
    'InvalidParameter.FirewallRulesDuplicated',
    'UnsupportedOperation.DuplicatePolicy',
    'InvalidParameterValue.Duplicate',
    'InvalidParameterValue.DuplicatePara',
];
/**
 * Adds a rule that accepts TCP to `list`, and gives the list as it is then. `placeIn` says where it has to stand, and is
 * asked again where the list has changed meanwhile: a Lighthouse firewall takes no place but where Tencent puts it. A rule
 * that is already there, by whomever, is no failure: only its place then tells whether it does anything.
 * Throws `CLOUD_FIREWALL_FULL`, `ApiFailure`, and what `placeIn` throws.
 */
async function addRule(tencent, instance, list, rule, placeIn = () => 'end') {
    let current = list;
    for (let attempt = 1;; attempt++) {
        const place = placeIn(current);
        if (place === 'nowhere')
            return current;
        try {
            await create(tencent, instance, current, rule, place);
            return await reread(tencent, instance, current);
        }
        catch (error) {
            if ((0,_api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .hasApiCode */ .ii)(error, ...duplicates))
                return reread(tencent, instance, current);
            if (!(error instanceof _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F9))
                throw error;
            if (isFull(error))
                throw (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .apiFailure */ .tF)('CLOUD_FIREWALL_FULL', fullOf(instance, current, rule), error, error);
            if (!isOutdated(error) || attempt === attempts)
                throw error;
            // Without an answer the rule may be there: what is there is read before anything is written again.
            current = await reread(tencent, instance, current);
            if (current.rules.some((one) => isSame(one, rule)))
                return current;
        }
    }
}
/**
 * Removes the rules of `list` that `matches` finds, and gives the list as it is then; nothing is written where there are
 * none. It looks at the list that it is given: read it afresh. Throws `ApiFailure`.
 */
async function removeRule(tencent, instance, list, matches) {
    let current = list;
    for (let attempt = 1;; attempt++) {
        const found = current.rules.filter(matches);
        if (found.length === 0)
            return current;
        try {
            await remove(tencent, instance, current, found);
            return await reread(tencent, instance, current);
        }
        catch (error) {
            const again = error instanceof _api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F9 && (isOutdated(error) || isGone(error));
            if (!again || attempt === attempts)
                throw error;
            current = await reread(tencent, instance, current);
        }
    }
}
async function create(tencent, { kind, id, region }, { id: listId, version }, { ports, source, description }, place) {
    const rule = { Protocol: 'TCP', Port: ports, CidrBlock: source, Action: 'ACCEPT' };
    if (kind === 'lighthouse') {
        const FirewallRules = [{ ...rule, FirewallRuleDescription: description }];
        await tencent.call('lighthouse:CreateFirewallRules', { InstanceId: id, FirewallRules, ...lighthouseVersion(version) }, region);
        return;
    }
    // Left out, the rule goes to the end (the SDK's comment on the action).
    const index = place === 'end' ? {} : { PolicyIndex: place };
    const Ingress = [{ ...index, ...rule, PolicyDescription: description }];
    await tencent.call('vpc:CreateSecurityGroupPolicies', { SecurityGroupId: listId, SecurityGroupPolicySet: { Version: version, Ingress } }, region);
}
async function remove(tencent, { kind, id, region }, { id: listId, version }, rules) {
    if (kind === 'lighthouse') {
        const FirewallRules = rules.map(({ protocol, ports, source, action, description }) => ({
            Protocol: protocol,
            Port: ports,
            ...(source === undefined ? {} : { CidrBlock: source }),
            Action: action,
            FirewallRuleDescription: description,
        }));
        await tencent.call('lighthouse:DeleteFirewallRules', { InstanceId: id, FirewallRules, ...lighthouseVersion(version) }, region);
        return;
    }
    // A number means a rule in that version alone.
    const Ingress = rules.map(({ index }) => ({ PolicyIndex: index }));
    await tencent.call('vpc:DeleteSecurityGroupPolicies', { SecurityGroupId: listId, SecurityGroupPolicySet: { Version: version, Ingress } }, region);
}
function lighthouseVersion(version) {
    return version === '' ? {} : { FirewallVersion: Number(version) };
}
async function reread(tencent, instance, list) {
    return { ...(await (0,_read_firewall_js__WEBPACK_IMPORTED_MODULE_1__/* .readRuleList */ .fc)(tencent, instance, list.id)), others: list.others };
}
/** Whether what is there has to be read before the change is tried again. */
function isOutdated(error) {
    return error.mayHaveTakenEffect || (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .hasApiCode */ .ii)(error, ...versionConflicts);
}
function isGone({ apiCode = '' }) {
    return /^ResourceNotFound\b.*Rule/.test(apiCode) || apiCode === 'ResourceNotFound';
}
/** Of too many calls a second the client takes care. */
function isFull({ apiCode = '' }) {
    return /^LimitExceeded\b/.test(apiCode) && !/Rate/.test(apiCode);
}
function fullOf(instance, list, rule) {
    return { kind: instance.kind, list: list.id, count: list.rules.length, port: rule.ports };
}
function isSame({ protocol, ports, source, action, description }, rule) {
    const plain = (cidr) => cidr?.replace(/\/32$/, '');
    // Tencent has put an address for it.
    const sameSource = rule.source === 'MY_PUBLIC_IP' || plain(source) === plain(rule.source);
    return (protocol === 'TCP' && action === 'ACCEPT' && ports === rule.ports && sameSource && description === rule.description);
}


/***/ }),

/***/ 10836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ allPages)
/* harmony export */ });
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47371);

/** More pages than any list here has: the API repeats itself. */
const mostPages = 100;
/**
 * Everything that a list action gives, page by page, to its total or to an empty page. Throws `TENCENT_SERVER_ERROR` where
 * the list has no end: judging by a part of it would be wrong.
 */
async function allPages(tencent, action, request, { size, region, page }) {
    const found = [];
    for (let count = 0; count < mostPages; count++) {
        const one = { ...request, Offset: found.length, Limit: size };
        const { items = [], total } = page(await tencent.call(action, one, region));
        found.push(...items);
        if (items.length === 0 || found.length >= (total ?? Number.POSITIVE_INFINITY))
            return found;
    }
    const none = { apiCode: undefined, mayHaveTakenEffect: false };
    throw (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .apiFailure */ .tF)('TENCENT_SERVER_ERROR', { action, host: 'Tencent Cloud', answer: 'endless' }, none);
}


/***/ }),

/***/ 41727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OA: () => (/* binding */ rereadFirewall),
/* harmony export */   fc: () => (/* binding */ readRuleList),
/* harmony export */   tq: () => (/* binding */ readFirewall)
/* harmony export */ });
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47371);
/* harmony import */ var _firewall_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73926);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10836);



/** Lighthouse's largest page (its models); a firewall has at most that many rules. */
const pageSize = 100;
/** How often a Lighthouse firewall is read again that changes between two of its pages. */
const readings = 5;
/** Reads what Tencent lets through to an instance. Throws `ApiFailure`. */
async function readFirewall(tencent, instance) {
    const ids = listsOf(instance);
    const [lists, others] = await Promise.all([
        Promise.all(ids.map((id) => readRuleList(tencent, instance, id))),
        instance.kind === 'cvm' && ids.length > 0 ? readOthers(tencent, instance) : undefined,
    ]);
    if (instance.kind === 'lighthouse')
        return { instance, lists };
    return { instance, lists: lists.map((list) => ({ ...list, others: others?.get(list.id) })) };
}
/** Reads the rules again, and nothing else. */
async function rereadFirewall(tencent, { instance, lists }) {
    const again = lists.map(async (list) => ({
        ...(await readRuleList(tencent, instance, list.id)),
        others: list.others,
    }));
    return { instance, lists: await Promise.all(again) };
}
/** Reads one list: the rules of the Lighthouse instance, or of a security group `id`, whose other users are not asked for. */
async function readRuleList(tencent, instance, id) {
    if (instance.kind === 'lighthouse')
        return readLighthouse(tencent, instance);
    const { SecurityGroupPolicySet: set } = await tencent.call('vpc:DescribeSecurityGroupPolicies', { SecurityGroupId: id }, instance.region);
    const rules = (set?.Ingress ?? [])
        .map(policyOf)
        // They come in their order; their own numbers say so.
        .toSorted((one, other) => one.index - other.index);
    return { id, version: set?.Version ?? '', rules, others: undefined };
}
function listsOf({ kind, id, securityGroups }) {
    return kind === 'lighthouse' ? [id] : securityGroups;
}
async function readLighthouse(tencent, { id, region }) {
    for (let reading = 1;; reading++) {
        const versions = new Set();
        const request = { InstanceId: id };
        const rules = await (0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .allPages */ .S)(tencent, 'lighthouse:DescribeFirewallRules', request, {
            size: pageSize,
            region,
            page: ({ FirewallRuleSet: items, TotalCount: total, FirewallVersion: version }) => {
                versions.add(version);
                return { items, total };
            },
        });
        // Pages of two versions may lack a rule or have it twice; at last, a version that is out of date keeps a write out.
        if (versions.size === 1 || reading === readings) {
            return { id, version: [...versions][0]?.toString() ?? '', rules: rules.map(lighthouseRuleOf), others: 0 };
        }
    }
}
function lighthouseRuleOf(rule, index) {
    const protocol = (rule.Protocol ?? '').toUpperCase();
    const ipv6 = Boolean(rule.Ipv6CidrBlock) || protocol === 'ICMPV6';
    return {
        ...protocolAndPorts(rule.Protocol, rule.Port),
        // Where neither is given, everybody is meant (its models).
        source: ipv6 ? undefined : rule.CidrBlock || '0.0.0.0/0',
        action: actionOf(rule.Action),
        description: rule.FirewallRuleDescription ?? '',
        index,
    };
}
function policyOf(policy, place) {
    const { CidrBlock: cidr, Ipv6CidrBlock: ipv6, AddressTemplate: addresses, ServiceTemplate: service } = policy;
    const byService = Boolean(service?.ServiceId || service?.ServiceGroupId);
    const byAddresses = Boolean(addresses?.AddressId || addresses?.AddressGroupId || policy.SecurityGroupId);
    const { protocol, ports, known } = byService
        ? { protocol: 'ALL', ports: 'ALL', known: false }
        : protocolAndPorts(policy.Protocol, policy.Port);
    return {
        protocol,
        ports,
        // A rule of IPv6 is of no account, whatever its ports are.
        known: (known || Boolean(ipv6)) && !byAddresses && Boolean(cidr || ipv6),
        source: cidr || undefined,
        action: actionOf(policy.Action),
        description: policy.PolicyDescription ?? '',
        index: policy.PolicyIndex ?? place,
    };
}
function protocolAndPorts(protocol, port) {
    const name = (protocol || 'ALL').toUpperCase();
    const ports = (port || 'ALL').toUpperCase();
    return { protocol: name, ports, known: (0,_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesPort */ .R4)(ports, 0) !== undefined };
}
function actionOf(action) {
    return action?.toUpperCase() === 'DROP' ? 'DROP' : 'ACCEPT';
}
/** How many others each group is of, by its id; none where the account may not ask. */
async function readOthers(tencent, instance) {
    try {
        const { SecurityGroupAssociationStatisticsSet: set } = await tencent.call('vpc:DescribeSecurityGroupAssociationStatistics', { SecurityGroupIds: [...instance.securityGroups] }, instance.region);
        return new Map((set ?? []).map((one) => [one.SecurityGroupId ?? '', othersOf(one)]));
    }
    catch (error) {
        if (!(0,_api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .isRightsRefusal */ .ad)(error))
            throw error;
        return new Map();
    }
}
/** Groups that name this one in a rule are not counted; an interface for each server is taken for the server's own. */
function othersOf({ TotalCount, CVM = 0, CDB = 0, ENI = 0, CLB = 0 }) {
    const total = TotalCount ?? CVM + CDB + ENI + CLB;
    return Math.max(0, total - 1 - Math.min(ENI, CVM));
}


/***/ }),

/***/ 75229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isOfTheSystem)
/* harmony export */ });
/** Folders that hold more than one program's files: `/home`, `/var/lib`. */
const shared = /^\/(?:home|media|mnt|opt|root|run|srv|tmp|etc|usr|usr\/local|var|var\/(?:lib|log|run|tmp))?$/;
/** Files of the system, as tutorials mount them into a container: the time zone, certificates, fonts, programs. */
const ofTheSystem = /^\/(?:bin|boot|dev|lib\w*|proc|sbin|sys|etc\/(?:ssl|pki|ca-certificates|fonts|alternatives)|usr\/(?:bin|include|lib\w*|sbin|share)|usr\/local\/(?:bin|lib\w*|sbin|share)|var\/lib\/(?:docker|containerd))(?:\/|$)|^\/etc\/(?:localtime|timezone|hosts|hostname|resolv\.conf|passwd|group|shadow|os-release|machine-id)$/;
/** Whether a path of the server is the system's: what an application mounts there it reads, and its owner must stay. */
function isOfTheSystem(path) {
    return shared.test(path) || ofTheSystem.test(path);
}


/***/ })

};
