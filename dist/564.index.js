export const id = 564;
export const ids = [564];
export const modules = {

/***/ 8564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./.build/lib/checks/diagnose.js
var diagnose = __webpack_require__(93420);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 28 modules
var failure = __webpack_require__(48284);
// EXTERNAL MODULE: ./.build/lib/checks/origin.js
var origin = __webpack_require__(17258);
;// CONCATENATED MODULE: ./.build/lib/checks/diagnose-pages.js



/** What is wrong with a static site as it is seen from outside; at most one failure for each of its two ports. */
function diagnosePages(sight) {
    return [diagnoseDocument(sight), diagnoseRedirect(sight)].filter((found) => found !== undefined);
}
function diagnoseDocument({ pages, soundPort, firewallAt }) {
    const { document } = pages;
    const { domain, httpsPort, path, tls, https } = document;
    const hostFirewall = firewallAt(httpsPort);
    const inside = { application: 'healthy', nginxProven: true, hostFirewall };
    const found = (0,diagnose/* diagnosePath */.wU)({ outside: document, inside });
    // The same way as the API's, but no application stands at its end.
    if (found?.code === 'APPLICATION_STATUS' && https?.kind === 'answered') {
        return (0,failure/* failure */.V2)('SITE_STATUS', { url: `${(0,origin/* origin */.T)(domain, httpsPort)}${path}`, status: https.status });
    }
    if (found?.code !== 'CLOUD_FIREWALL_OR_ROUTE' || tls === undefined || tls.kind === 'served')
        return found;
    return silence(document.address, httpsPort, tls, soundPort);
}
function diagnoseRedirect({ pages, httpPort, soundPort, firewallAt }) {
    const { document, redirect } = pages;
    if (redirect === undefined)
        return undefined;
    const expected = `${(0,origin/* origin */.T)(document.domain, document.httpsPort)}/`;
    if (redirect.kind === 'answered') {
        const { status, location = '-' } = redirect;
        if (status >= 300 && status < 400 && location.startsWith(expected))
            return undefined;
        return (0,failure/* failure */.V2)('SITE_REDIRECT', { url: `http://${document.domain}/`, status, location, expected });
    }
    const firewall = firewallAt(httpPort);
    if (redirect.stage === 'connect' && firewall.program !== 'none' && !firewall.open) {
        const { program } = firewall;
        return (0,failure/* failure */.V2)('HOST_FIREWALL_CLOSED', { port: httpPort, program, command: (0,diagnose/* openCommand */.kK)(program, httpPort) });
    }
    return silence(document.address, httpPort, redirect, soundPort);
}
function silence(address = '-', port, { detail }, soundPort) {
    if (soundPort === undefined)
        return (0,failure/* failure */.V2)('CLOUD_FIREWALL_OR_ROUTE', { address, port, detail });
    return (0,failure/* failure */.V2)('SITE_UNREACHABLE', { address, port, apiPort: soundPort, detail });
}

// EXTERNAL MODULE: ./.build/lib/engine/plan.js
var engine_plan = __webpack_require__(9678);
// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/nginx/site.js
var nginx_site = __webpack_require__(18342);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/server/script-failure.js
var script_failure = __webpack_require__(72882);
;// CONCATENATED MODULE: ./.build/lib/server/lock.js




/** Takes the lock or throws: LOCKED with who holds it, LOCK_FAILED, CONNECTION_LOST. */
async function takeLock(server, options) {
    const { app, holder, beatSeconds } = options;
    const keeper = await server.open((0,lock_script/* keeperScript */.mQ)(app, holder, Math.max(1, Math.ceil(beatSeconds * 3))));
    const first = await keeper.readLine();
    if (first !== 'held')
        throw await refused(keeper, first, server.host, app);
    let released = false;
    let tellLost = () => { };
    const lost = new Promise((resolve) => {
        tellLost = resolve;
    });
    const beat = setInterval(() => keeper.writeLine('beat'), beatSeconds * 1000);
    // A heartbeat alone keeps no run from ending.
    beat.unref();
    /** Why the keeper ended; undefined while it is there. */
    let over;
    /** Requests that wait for an answer, the oldest first. */
    const waiting = [];
    const gone = (reason) => {
        over = reason;
        clearInterval(beat);
        for (const { reject } of waiting.splice(0))
            reject(reason);
        if (!released)
            tellLost(reason);
    };
    const listen = async () => {
        for (;;) {
            const line = await keeper.readLine();
            if (line === undefined)
                return;
            waiting.shift()?.resolve(line);
        }
    };
    void listen().then(() => gone((0,failure/* failure */.V2)('LOCK_LOST', { host: server.host, app })), (reason) => gone(reason));
    return {
        lost,
        startSwitch: async (script, output) => {
            if (over !== undefined)
                throw over;
            if (/[\n\t]/.test(script + output))
                throw new RangeError('a path of the switch holds a tab or line end');
            const answer = new Promise((resolve, reject) => {
                waiting.push({ resolve, reject });
            });
            keeper.writeLine(`switch\t${script}\t${output}`);
            const pid = Number((await answer).split(' ')[1]);
            if (!Number.isInteger(pid))
                throw (0,failure/* failure */.V2)('LOCK_LOST', { host: server.host, app });
            return { pid };
        },
        release: async () => {
            released = true;
            clearInterval(beat);
            if (over !== undefined)
                return;
            keeper.writeLine('release');
            // A connection that goes now has let go of the lock as well.
            await keeper.close().catch(() => { });
        },
    };
}
/**
 * The pid of a switch whose start was asked for before the connection broke; undefined when it never began.
 * Throws CONNECTION_LOST and the like, and LOCK_LOST when it cannot be told.
 */
async function findSwitch(server, app, script) {
    const result = await server.run((0,lock_script/* findSwitchScript */.Ri)(app, script, 60));
    if (result.code !== 0)
        throw (0,failure/* failure */.V2)('LOCK_LOST', { host: server.host, app });
    return /^\d+$/.test(result.stdout.trim()) ? Number(result.stdout.trim()) : undefined;
}
async function refused(keeper, first, host, app) {
    const result = await keeper.close();
    const facts = (0,script_failure/* factsIn */.PC)(`${first ?? ''}\n${result.stdout}`);
    if (facts.holder !== undefined)
        return (0,lock_script/* lockedFailure */.lT)(app, facts.holder, facts.seconds);
    return (0,script_failure/* failureIn */.Q6)(result) ?? (0,failure/* failure */.V2)('LOCK_FAILED', { host, detail: result.stderr.trim() || String(result.code) });
}

// EXTERNAL MODULE: ./.build/lib/engine/apply.js + 1 modules
var apply = __webpack_require__(59115);
// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./.build/lib/server/quote.js
var quote = __webpack_require__(76148);
// EXTERNAL MODULE: ./.build/lib/engine/switch-script.js
var switch_script = __webpack_require__(32025);
;// CONCATENATED MODULE: ./.build/lib/engine/switch.js




/** Lays the switch script ready on the server. Throws `Failure` when it cannot; nothing has begun then. */
async function sendSwitch(steps, purpose, server) {
    const { folder } = purpose;
    const directory = folder.script.slice(0, folder.script.lastIndexOf('/'));
    const sent = await server.run(
    // What an earlier switch to the same release left (a backup of what served then) would be taken for this one's.
    `set -e
rm -rf ${(0,quote/* quote */.h)(directory)}
install -d -m 700 ${(0,quote/* quote */.h)(directory)}
cat >${(0,quote/* quote */.h)(folder.script)}
chmod 700 ${(0,quote/* quote */.h)(folder.script)}
bash -n ${(0,quote/* quote */.h)(folder.script)}
sync ${(0,quote/* quote */.h)(folder.script)}`, { stdin: external_node_stream_.Readable.from([Buffer.from((0,switch_script/* renderSwitch */.Vk)(steps, purpose), 'utf8')]) });
    (0,apply/* mustSucceed */.MX)('switch.send', sent);
}

// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/switch.js

/** What the log says while the server switches. */
const switchMessages = {
    connectionLost: (code) => (0,messages_text/* text */.Qq)(`The connection was lost (${code}); the server goes on alone. Connecting again.`, `连接中断（${code}）；服务器会独立继续。正在重新连接。`),
    connectedAgain: (0,messages_text/* text */.Qq)('Connected again; the switch was found.', '已重新连接，并找到了正在进行的切换。'),
    /** What is said of an event of the journal; events not listed are not told. */
    events: {
        done: (step) => (0,messages_text/* text */.Qq)(`done: ${step}`, `完成：${step}`),
        failed: (step) => (0,messages_text/* text */.Qq)(`failed: ${step}; everything is being taken back`, `失败：${step}；正在全部撤销`),
        undone: (step) => (0,messages_text/* text */.Qq)(`undone: ${step}`, `已撤销：${step}`),
        stuck: (step) => (0,messages_text/* text */.Qq)(`could not be undone: ${step}`, `未能撤销：${step}`),
        committed: () => (0,messages_text/* text */.Qq)('proven: the new version serves', '已验证：新版本正在提供服务'),
    },
    warned: (step, why) => (0,messages_text/* text */.Qq)(`The new version serves, but ${step} failed afterwards. ${why?.what.en ?? ''} ${why?.cure.en ?? ''}`.trim(), `新版本已正常服务，但之后的 ${step} 失败。${why?.what.zh ?? ''}${why?.cure.zh ?? ''}`),
};

;// CONCATENATED MODULE: ./.build/lib/engine/journal.js
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
/** The step that failed and why, where one did. */
function failedStep(entries) {
    return entries.find((entry) => entry.event === 'failed');
}

;// CONCATENATED MODULE: ./.build/lib/engine/watch.js





const reconnectAttempts = 6;
/**
 * Follows a running switch to its end through its journal. A lost connection is made again and the journal read on:
 * the server goes on meanwhile. Throws `SWITCH_UNSEEN` when it cannot be reached again, `SWITCH_CUT_SHORT` when the script
 * ended without an outcome (a reboot): the next run repairs both.
 */
async function watchSwitch(server, folder, pid, log, sleep) {
    const entries = [];
    const script = { pid, born: '' };
    for (let losses = 0;;) {
        try {
            await followJournal(server, folder, script, entries, log);
            break;
        }
        catch (error) {
            if (losses++ >= reconnectAttempts)
                throw (0,failure/* failure */.V2)('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
            log.warning(switchMessages.connectionLost((0,failure/* failuresOf */.dJ)(error)[0].code));
            await reconnect(server, log, sleep, folder);
        }
    }
    const outcome = outcomeOf(entries);
    if (outcome === undefined)
        throw (0,failure/* failure */.V2)('SWITCH_CUT_SHORT', { journal: folder.journal });
    return { outcome, entries, failure: outcome === 'committed' ? undefined : await causeOf(server, folder, entries) };
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
            const entry = readJournalLine(text);
            if (entry === undefined || line++ < entries.length)
                return;
            entries.push(entry);
            tell(entry, log);
        },
    });
}
function tell(entry, log) {
    const say = switchMessages.events[entry.event];
    if (say !== undefined)
        log.info(say(entry.step));
    if (entry.event === 'warned') {
        const named = (0,script_failure/* parseFailureLine */.YJ)(entry.detail);
        const why = named === undefined ? undefined : (0,failure/* failureNamed */.g8)(named.code, named.parameters);
        log.warning(switchMessages.warned(entry.step, why?.text));
    }
}
async function reconnect(server, log, sleep, folder) {
    for (let attempt = 1; attempt <= reconnectAttempts; attempt++) {
        try {
            await server.reconnect();
            log.info(switchMessages.connectedAgain);
            return;
        }
        catch (error) {
            if (attempt === reconnectAttempts)
                throw (0,failure/* failure */.V2)('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
            await sleep(1000 * 2 ** attempt);
        }
    }
}
async function causeOf(server, folder, entries) {
    const failed = failedStep(entries);
    const { stdout } = await server.run(`tail -n 60 ${(0,quote/* quote */.h)(folder.output)} | grep -av '^@@'`);
    const named = failed === undefined ? undefined : (0,script_failure/* parseFailureLine */.YJ)(failed.detail);
    if (named !== undefined)
        return (0,failure/* failureNamed */.g8)(named.code, named.parameters, stdout);
    return (0,failure/* failure */.V2)('STEP_FAILED', { step: failed?.step ?? '-', code: '1' }, { evidence: stdout });
}

// EXTERNAL MODULE: ./.build/lib/release/release.js
var release_release = __webpack_require__(85369);
// EXTERNAL MODULE: ./.build/lib/resources/release-record.js
var release_record = __webpack_require__(77499);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/carry-out.js












/** Ends the switch of an earlier run that a reboot cut short: undone, or finished when it was proven. */
async function resume(session, app, run, record) {
    await (0,commands_run/* timed */.a)(run, record, 'resume', commands/* commandMessages */.c.resume, async () => {
        const result = await session.run((0,switch_script/* renderResume */.Kl)((0,release_release/* applicationDirectory */.gZ)(app)));
        for (const [, release, outcome] of result.stdout.matchAll(/^@@resumed (\S+) (\w*)$/gm)) {
            run.log.info(commands/* commandMessages */.c.resumed(release ?? '', outcome || '-'));
            record.changed = true;
        }
    });
}
/** Runs steps that stand alone, one after another, and notes how long each took. */
async function carry_out_apply(steps, session, run, record) {
    const alone = steps.filter((step) => step.kind !== 'switch');
    for (const step of alone)
        run.enter(step.id);
    record.timings.push(...(await (0,apply/* applySteps */.GF)(alone, session, run.log, run.now, run.cancelled)));
    if (alone.length > 0)
        record.changed = true;
}
/** Prepares, switches, publishes; a failure up to the last proof takes everything back. */
async function carryOut({ plan, decision }, work) {
    const { session, run, record } = work;
    if (plan.steps.length === 0) {
        run.log.info(commands/* commandMessages */.c.proven(decision.release.id));
        return;
    }
    const prepare = (0,engine_plan/* inPhase */.xe)(plan, 'prepare').filter((step) => step.kind !== 'switch');
    run.enter('prepare');
    record.timings.push(...(await (0,apply/* applySteps */.GF)(prepare, session, run.log, run.now, whileHeld(work).cancelled)));
    const steps = (0,engine_plan/* inPhase */.xe)(plan, 'switch').filter((step) => step.kind === 'switch');
    if (steps.length > 0)
        await switchTo(decision.release, steps, prepare, work);
    record.changed = true;
    await carry_out_apply((0,engine_plan/* inPhase */.xe)(plan, 'publish'), session, run, record);
}
async function switchTo(release, steps, prepared, work) {
    const { session, run, record } = work;
    const purpose = {
        title: `${release.app}: switch to ${release.id}`,
        folder: (0,switch_script/* switchFolder */.Nc)((0,release_release/* releaseDirectory */.fF)(release)),
        farewell: (0,release_record/* deployLogLine */.eT)(release, run.subject),
        sharedLockSeconds: 120,
    };
    const pid = await beginSwitch(release.image, steps, purpose, work).catch(async (error) => {
        await (0,apply/* undoSteps */.qD)(prepared, session, run.log);
        throw error;
    });
    const result = await (0,commands_run/* timed */.a)(run, record, 'switch', commands/* commandMessages */.c.switch, () => watchSwitch(session, purpose.folder, pid, run.log, run.sleep));
    if (result.failure === undefined)
        return;
    if (result.outcome === 'stuck') {
        // What was prepared stays for whoever mends it: the backup of the old nginx file lies among it.
        record.changed = true;
        throw new failure/* Failures */.oo([result.failure, (0,failure/* failure */.V2)('SWITCH_STUCK', { step: result.failure.code })]);
    }
    record.rolledBack = true;
    await (0,apply/* undoSteps */.qD)(prepared, session, run.log);
    throw result.failure;
}
/** Up to here everything can be taken back from the runner; from the moment it has begun, only by the server. */
async function beginSwitch(app, steps, purpose, work) {
    const { session, lock } = work;
    const { cancelled } = whileHeld(work);
    await sendSwitch(steps, purpose, session);
    if (cancelled.aborted)
        throw (0,cancel/* reasonOf */.A)(cancelled);
    const { script, output } = purpose.folder;
    try {
        return (await lock.startSwitch(script, output)).pid;
    }
    catch (error) {
        // The connection may have broken between the word to start and its answer.
        await session.reconnect();
        const pid = await findSwitch(session, app, script);
        if (pid === undefined)
            throw error;
        return pid;
    }
}
/**
 * The run as it is while the lock holds: cancelled, too, when that is lost, for what is prepared without it could meet
 * another run's. The switch needs it no more: it holds the lock itself.
 */
function whileHeld({ lock, run }) {
    const controller = new AbortController();
    void lock.lost.then((lost) => controller.abort(lost));
    return { ...run, cancelled: AbortSignal.any([run.cancelled, controller.signal]) };
}

// EXTERNAL MODULE: ./.build/lib/commands/connect.js + 17 modules
var connect = __webpack_require__(61718);
// EXTERNAL MODULE: ./.build/lib/engine/survey.js
var survey = __webpack_require__(29719);
// EXTERNAL MODULE: ./.build/lib/resources/container/logs-script.js
var logs_script = __webpack_require__(42013);
// EXTERNAL MODULE: ./.build/lib/settings/health-status.js
var health_status = __webpack_require__(78701);
// EXTERNAL MODULE: ./.build/lib/survey/firewall.js
var survey_firewall = __webpack_require__(9617);
// EXTERNAL MODULE: ./.build/lib/survey/listeners.js
var listeners = __webpack_require__(16572);
// EXTERNAL MODULE: ./.build/lib/survey/serving.js
var serving = __webpack_require__(46393);
;// CONCATENATED MODULE: ./.build/lib/commands/look-inside.js








/** Looks at the server itself, past every firewall, to tell where a request that fails from outside is lost. */
async function lookInside(server, { release, proofStatus }, certificate) {
    const { site, health, image } = release;
    const seen = await (0,survey/* survey */.Fr)(server, {
        serving: servingProbe(site.domain, site.httpsPort, site.proof.path),
        container: containerProbe(image, health.port, health.path, (0,logs_script/* logsScript */.P)(image, 40, release)),
        listeners: listeners/* listenersProbe */.u_,
        firewall: survey_firewall/* firewallProbe */.jj,
    });
    const [holder] = (0,listeners/* holdersOf */.pW)(seen.listeners, site.httpsPort);
    return {
        application: (0,health_status/* accepts */.G3)((0,release_release/* answersAtWork */.WM)(health), seen.container.answer)
            ? 'healthy'
            : { name: image, port: health.port, database: health.database, ...seen.container },
        nginxProven: seen.serving.release === release.id &&
            seen.serving.fingerprint === certificate.certificate.fingerprint &&
            (0,health_status/* accepts */.G3)(proofStatus, seen.serving.status),
        ...(holder === undefined ? {} : { listener: `${holder.process} (pid ${holder.pid ?? '-'})` }),
        hostFirewall: stateOf(seen.firewall, site.httpsPort),
    };
}
/** Asks the host's firewall which ports it lets in. */
async function lookAtFirewall(server) {
    const { firewall } = await (0,survey/* survey */.Fr)(server, { firewall: survey_firewall/* firewallProbe */.jj });
    return (port) => stateOf(firewall, port);
}
function stateOf(firewall, port) {
    return firewall.kind === 'none' ? { program: 'none' } : { program: firewall.kind, open: (0,survey_firewall/* letsIn */.C6)(firewall, port) };
}
function servingProbe(domain, port, path) {
    return { script: `${serving/* lookAtNginx */.b}\nlook_at_nginx https ${(0,quote/* quote */.h)(domain)} ${port} ${(0,quote/* quote */.h)(path)}`, read: serving/* readServing */.x };
}
/** Asks for the application's container, and for the answer at its own address; `logs` prints its last log lines. */
function containerProbe(name, port, path, logs) {
    return {
        script: `
state=$(docker container inspect --format '{{.State.Status}} {{.State.ExitCode}} {{.State.OOMKilled}} {{.RestartCount}} {{.State.Pid}} {{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' ${(0,quote/* quote */.h)(name)}) || state='gone 0 false 0 0'
printf '%s\\n' "$state"
read -r _ _ _ _ pid address <<<"$state"
address=\${address%% *}
curl -s --noproxy '*' -o /dev/null -m 5 -w '%{http_code}\\n' "http://\${address:-127.0.0.1}:${port}"${(0,quote/* quote */.h)(path)} || true
nsenter -t "$pid" -n ss -ltn | awk '$1 == "LISTEN" {sub(/.*:/, "", $4); print $4}' | sort -nu | tr '\\n' ' '; echo
${logs}`,
        read: (output) => {
            const [state, answer, listening, ...logLines] = output.split('\n');
            const [status, exitCode, oomKilled, restarts] = (state ?? '').split(' ');
            return {
                status: status ?? 'gone',
                exitCode: Number(exitCode ?? 0),
                oomKilled: oomKilled === 'true',
                restarts: Number(restarts ?? 0),
                answer: Number(answer) || 0,
                listening: (listening ?? '').split(' ').filter(Boolean).map(Number),
                logLines: logLines.filter(Boolean),
            };
        },
    };
}

// EXTERNAL MODULE: ./.build/lib/commands/look-outside.js + 3 modules
var look_outside = __webpack_require__(74205);
// EXTERNAL MODULE: ./.build/lib/commands/prepare.js + 46 modules
var prepare = __webpack_require__(67099);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./.build/lib/checks/address.js
var address = __webpack_require__(24486);
;// CONCATENATED MODULE: ./.build/lib/commands/public-address.js



/**
 * The address that the domain must point at: the input, else what the metadata service says, else where SSH went.
 * A private address is never taken for it, nor one of IPv6: a name rightly leads to the IPv4 address of the same server.
 * Undefined where none is known.
 */
async function publicAddressOf(settings, surveyed) {
    if (settings.publicIp !== undefined)
        return settings.publicIp;
    if (surveyed.system.tencentPublicAddress !== undefined)
        return surveyed.system.tencentPublicAddress;
    const found = await (0,promises_.lookup)(settings.server.host).catch(() => undefined);
    return found !== undefined && (0,external_node_net_.isIP)(found.address) === 4 && (0,address/* isPublicAddress */.i)(found.address) ? found.address : undefined;
}

;// CONCATENATED MODULE: ./.build/lib/commands/deploy.js














/** Takes the jar to a verified `https://domain:port`. Throws `Failure` or `Failures`; what was reached is in `record`. */
async function deploy(settings, run, record) {
    const prepared = await (0,prepare/* readRunner */.fY)(settings, run, record);
    const session = await (0,commands_run/* timed */.a)(run, record, 'connect', commands/* commandMessages */.c.connect(settings.server.host), () => (0,connect/* connectTo */.m)(settings.server, run));
    try {
        const { deployment, surveyed } = await underLock(session, settings, prepared, run, record);
        await lookAfterwards(session, settings, deployment, surveyed, run, record);
    }
    finally {
        record.roundTrips = session.roundTrips;
        session.dispose();
    }
}
/** Everything that changes the server. */
async function underLock(session, settings, prepared, run, record) {
    const { app, image } = prepared.project;
    const { actor, runUrl, commit } = run.origin;
    const holder = { who: actor, runUrl, commit, since: new Date(run.now()).toISOString() };
    const lock = await takeLock(session, { app: image, holder, beatSeconds: 5 });
    try {
        let surveyed = await (0,prepare/* look */.Op)(session, settings, prepared, run, record);
        if (surveyed.releases.halfDone) {
            await resume(session, app, run, record);
            surveyed = await (0,prepare/* look */.Op)(session, settings, prepared, run, record);
            // Its journal and its backup must not be taken for an orphan's.
            if (surveyed.releases.halfDone)
                throw (0,failure/* failure */.V2)('SWITCH_NOT_ENDED', { app });
        }
        const wave = (0,prepare/* provisioning */.iq)(surveyed);
        if (wave.length > 0) {
            await tellPlan((0,engine_plan/* makePlan */.Cs)(wave), run);
            await carry_out_apply(wave, session, whileHeld({ lock, run }), record);
            surveyed = await (0,prepare/* look */.Op)(session, settings, prepared, run, record);
        }
        const deployment = (0,prepare/* planFor */.bJ)(settings, prepared, surveyed, run);
        record.plan = (0,engine_plan/* makePlan */.Cs)([...wave, ...deployment.plan.steps]);
        record.release = deployment.decision.release;
        record.site = deployment.siteText;
        record.certificateNotAfter = deployment.certificate.certificate.notAfter;
        record.warnings.push(...deployment.warnings);
        for (const note of deployment.notes)
            run.log.info(note);
        await tellPlan(deployment.plan, run);
        await carryOut(deployment, { session, lock, run, record });
        return { deployment, surveyed };
    }
    finally {
        await lock.release();
    }
}
function tellPlan(plan, run) {
    return run.log.group(commands/* commandMessages */.c.plan, async () => {
        for (const line of (0,engine_plan/* describePlan */.df)(plan))
            run.log.info(line);
    });
}
/** Looks from outside; what is wrong there makes the run red, but undoes nothing (design rule 5). */
async function lookAfterwards(session, settings, { decision, certificate }, surveyed, run, record) {
    const { site } = decision.release;
    const known = {
        fingerprint: certificate.certificate.fingerprint,
        publicAddress: await publicAddressOf(settings, surveyed),
    };
    const { domain, httpsPort, proof } = site;
    await (0,look_outside/* lookOutside */.H)({ domain, httpsPort, path: proof.target, status: decision.proofStatus, ...known }, run, record);
    const pages = await (0,look_outside/* lookAtStaticSite */.w)(site, known, run, record);
    const { outside } = record;
    if (outside === undefined)
        return;
    const failed = (0,diagnose/* diagnose */.h4)({ outside }).length > 0;
    const pagesFailed = pages === undefined ? [] : await pagesProblems(session, pages, failed ? undefined : httpsPort);
    if (!failed && pagesFailed.length === 0) {
        record.verified = true;
        run.log.info(commands/* commandMessages */.c.verified(`https://${domain}:${httpsPort}`));
        const url = (0,nginx_site/* staticUrl */.oz)(site);
        if (url !== undefined)
            run.log.info(commands/* commandMessages */.c.staticSite(url));
        return;
    }
    const api = failed ? (0,diagnose/* diagnose */.h4)({ outside, inside: await lookInside(session, decision, certificate) }) : [];
    throw new failure/* Failures */.oo([...api, ...pagesFailed]);
}
/** What is wrong with the static site; the host's firewall is only asked where something is. */
async function pagesProblems(session, pages, soundPort) {
    const sight = { pages, httpPort: nginx_site/* staticPorts */.d6.http, soundPort };
    if (diagnosePages({ ...sight, firewallAt: () => ({ program: 'none' }) }).length === 0)
        return [];
    return diagnosePages({ ...sight, firewallAt: await lookAtFirewall(session) });
}


/***/ })

};
