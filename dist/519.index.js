export const id = 519;
export const ids = [519];
export const modules = {

/***/ 14908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ applicationNotices)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _blamed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51177);
/* harmony import */ var _health_body_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4087);
/* harmony import */ var _log_causes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15657);




/** What to warn of in a container that answers as it should: it may be well by its health path alone. */
function applicationNotices(observation) {
    const body = (0,_health_body_js__WEBPACK_IMPORTED_MODULE_3__/* .readHealthBody */ .f)(observation.healthBody ?? '');
    const { status, down } = body;
    const says = status !== undefined && !/^(?:UP|UNKNOWN)$/.test(status);
    return [
        ...(says
            ? [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('HEALTH_SAYS_DOWN', { container: observation.name, status, components: down.join(', ') })]
            : []),
        ...(0,_blamed_js__WEBPACK_IMPORTED_MODULE_1__/* .lacking */ .gP)((0,_log_causes_js__WEBPACK_IMPORTED_MODULE_2__/* .causesIn */ .M)(observation), body).map((cause) => cause.failure),
    ];
}


/***/ }),

/***/ 55930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ lookAround)
});

// EXTERNAL MODULE: ./.build/lib/checks/instance.js
var checks_instance = __webpack_require__(81611);
// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/engine/survey.js
var survey = __webpack_require__(29719);
// EXTERNAL MODULE: ./.build/lib/tencent/find-instance.js
var find_instance = __webpack_require__(44941);
// EXTERNAL MODULE: ./.build/lib/tencent/read-firewall.js
var read_firewall = __webpack_require__(41727);
// EXTERNAL MODULE: ./.build/lib/tencent/read-zone.js
var read_zone = __webpack_require__(12673);
;// CONCATENATED MODULE: ./.build/lib/survey/account.js





/** Asks the account everything at once. Throws `Failures` with all that it refuses, or that is not in it. */
async function surveyAccount(server, tencent, asked) {
    const { domain, instance: hints, firewall } = asked;
    const asking = (0,survey/* survey */.Fr)(server, {
        zone: { ask: async () => (domain === undefined ? undefined : (0,read_zone/* readZone */.X)(tencent, domain)) },
        machine: {
            ask: async () => {
                if (hints === undefined)
                    return undefined;
                const instance = await (0,find_instance/* findInstance */.X)(tencent, hints);
                return { instance, firewall: firewall ? await (0,read_firewall/* readFirewall */.tq)(tencent, instance) : undefined };
            },
        },
    });
    const { zone, machine } = await asking.catch((error) => {
        if (error instanceof failure/* Failures */.oo)
            (0,failure/* throwAll */.Kx)(toldOnce(error.failures));
        throw error;
    });
    return { tencent, zone, instance: machine?.instance, firewall: machine?.firewall };
}
/** What has one cause, whichever call comes to it. */
const ofAccount = [
    'OIDC_PERMISSION_MISSING',
    'OIDC_REFUSED',
    'OIDC_TOKEN_UNAVAILABLE',
    'TENCENT_CLOCK_SKEW',
    'TENCENT_CREDENTIALS',
    'TENCENT_UNREACHABLE',
];
/** Each failure, of those with one cause the first alone. */
function toldOnce(failures) {
    return failures.filter(({ code }, at) => !ofAccount.includes(code) || failures.findIndex((other) => other.code === code) === at);
}

// EXTERNAL MODULE: ./.build/lib/commands/public-address.js
var public_address = __webpack_require__(80525);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/account.js






/**
 * Looks into the account: the instance that the server is, its firewall, the domain's zone. Throws `Failures` with what it
 * lacks or refuses, and where the instance is one that cannot be worked with.
 */
async function lookAround(server, tencent, settings, surveyed, run, record) {
    const account = tencent === undefined || settings.tencent === undefined
        ? undefined
        : await lookAtAccount(server, tencent, settings, settings.tencent, surveyed, run, record);
    return { account, publicAddress: await (0,public_address/* publicAddressOf */.L)(settings, surveyed, account) };
}
function lookAtAccount(server, tencent, settings, wanted, surveyed, run, record) {
    return (0,commands_run/* timed */.ay)(run, record, 'account', commands/* commandMessages */.c.account, async () => {
        const { system } = surveyed;
        const address = await (0,public_address/* sshAddress */.z)(settings);
        const account = await surveyAccount(server, tencent, {
            domain: wanted.dns ? settings.site.domain : undefined,
            instance: asksInstance(wanted) ? hintsFrom(settings, wanted, surveyed, address) : undefined,
            firewall: wanted.firewall,
        });
        const { instance, zone } = account;
        if (instance !== undefined)
            run.log.info(commands/* commandMessages */.c.instance(instance));
        if (zone !== undefined)
            run.log.info(commands/* commandMessages */.c.zone(zone.name, zone.nameServers.join(', ')));
        if (instance === undefined)
            return account;
        const { host } = settings.server;
        const mismatch = (0,checks_instance/* instanceMismatch */.Ek)(instance, { metadataId: system.tencentInstance, host, address });
        (0,failure/* throwAll */.Kx)([...(mismatch === undefined ? [] : [mismatch]), ...(0,checks_instance/* instanceProblems */.Kn)(instance)]);
        (0,commands_run/* addNotices */.TL)(record, (0,checks_instance/* instanceNotices */.Zj)(instance, new Date(run.now())));
        return account;
    });
}
/** Without anything to do there it is looked at where an input names it. */
function asksInstance({ firewall, instanceId }) {
    return firewall || instanceId !== undefined;
}
/** `address`: where SSH went. */
function hintsFrom({ publicIp }, { instanceId, region }, { system }, address) {
    return {
        id: instanceId ?? system.tencentInstance,
        address: publicIp ?? system.tencentPublicAddress ?? address,
        region: region ?? system.tencentRegion,
    };
}


/***/ }),

/***/ 17785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ checkHooks)
});

// EXTERNAL MODULE: ./.build/lib/engine/survey.js
var survey = __webpack_require__(29719);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
;// CONCATENATED MODULE: ./.build/lib/redaction/bash-complaint.js
/** Words of bash's own in what it says of a script that it cannot read. */
const own = new Set(`a an and argument arithmetic at binary by command conditional delimited end end-of-file eof error expected expression file
for from here-document identifier in invalid is line looking matching missing near not of on operator or required
substitution syntax to token unary unexpected valid wanted warning while`.split(/\s+/));
/** What bash may quote out of a script: signs, and the words that are its own language. */
const quotable = /^(?:[!-/:-@[-`{-~]{1,3}|newline|EOF|if|then|else|elif|fi|case|esac|for|select|while|until|do|done|in|function|time|coproc)$/;
/** How bash quotes what it stopped at; what it says goes on behind it, or ends. */
const quoted = /`(.*?)'(?=$|[,)]| (?:to|command|in)\b)/gs;
/**
 * What bash says of a script that it cannot read, for people to read: a line for each place, with its number and bash's
 * kind of message. Of words of the script nothing is left, since one may be a secret; nor of a message that is not known.
 */
function hideInBashComplaint(said, name) {
    const lines = [...said.matchAll(/^\S+ line (\d+): (?!`)(.*)$/gm)];
    return lines.map(([, line, words = '']) => `${name}: line ${line}: ${kindOf(words)}`).join('\n');
}
function kindOf(words) {
    const kind = words.replace(quoted, (_, word) => `\`${quotable.test(word) ? word : '…'}'`);
    const rest = kind.replace(/`(?:…|.{1,8}?)'/g, ' ');
    return rest.split(/[\s:,()]+/).every((word) => word === '' || /^\d+$/.test(word) || own.has(word.toLowerCase()))
        ? kind
        : 'syntax error';
}

// EXTERNAL MODULE: ./.build/lib/shell/packed.js
var packed = __webpack_require__(27431);
;// CONCATENATED MODULE: ./.build/lib/survey/hook-syntax.js



/** Asks the server's bash whether it can read the scripts that it is to run later: HOOK_SYNTAX for each that it cannot. */
function hookSyntaxProbe({ beforeSwitch, afterDeploy }) {
    return {
        script: [...judge('before-switch', beforeSwitch), ...judge('after-deploy', afterDeploy)].join('\n'),
        read: (output) => [...output.matchAll(/^(\S+) (\S*)$/gm)].map(([, name = '', said = '']) => complaint(name, (0,packed/* decode */.D4)(said))),
    };
}
/**
 * By a builtin and a pipe, so that the script is in no argv. Patterns that it may switch on by `shopt` are known. bash ends
 * well where it complains of what is in `[[ ]]`.
 */
function judge(name, script) {
    if (script === undefined)
        return [];
    const words = Buffer.from(script.reveal()).toString('base64');
    return [
        `said=$(printf %s ${words} | base64 -d | bash --norc --noprofile -p -O extglob -n /dev/stdin 2>&1) &&
  ! printf '%s\\n' "$said" | grep -a '^/dev/stdin: line [0-9]*: ' | grep -aqv ': warning: ' ||
  printf '%s %s\\n' ${name} "$(printf %s "$said" | base64 -w0)"`,
    ];
}
/** Without words of the script, which may be a secret: not even of what bash stopped at. */
function complaint(name, said) {
    const evidence = hideInBashComplaint(said, name);
    return (0,failure/* failure */.V2)('HOOK_SYNTAX', { name, line: /line (\d+)/.exec(evidence)?.[1] ?? '-' }, { evidence });
}

;// CONCATENATED MODULE: ./.build/lib/commands/check-hooks.js



/** Throws HOOK_SYNTAX for a script that bash could not read in the end: before anything is touched. Changes nothing. */
async function checkHooks(server, hooks) {
    if (hooks.beforeSwitch === undefined && hooks.afterDeploy === undefined)
        return;
    const { complaints } = await (0,survey/* survey */.Fr)(server, { complaints: hookSyntaxProbe(hooks) });
    (0,failure/* throwAll */.Kx)(complaints);
}


/***/ }),

/***/ 48568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BI: () => (/* binding */ inheritedSettingsOf),
/* harmony export */   KO: () => (/* binding */ variablesToTell),
/* harmony export */   W2: () => (/* binding */ isDefaultNetwork),
/* harmony export */   pU: () => (/* binding */ isReadOnTheRunner)
/* harmony export */ });
/** Variables of base images (eclipse-temurin, openjdk and their kin) and of every container: those of the new image count. */
const ofBaseImages = /^(PATH|HOME|HOSTNAME|TERM|container|LANG|LANGUAGE|LC_\w+|DEBIAN_FRONTEND|GPG_KEYS?|(JAVA|JDK|JRE)_(HOME|VERSION|URL_VERSION|BASE_URL|DEBIAN_VERSION)|CA_CERTIFICATES_\w+)$/;
/**
 * Variables that decide what the jar is read by on the runner: its port, its health path. They must be told by inputs,
 * since their values do not leave the server.
 */
const readOnTheRunner = /^(SPRING_(PROFILES_\w+|CONFIG_\w+|APPLICATION_JSON)|SERVER_\w+|MANAGEMENT_\w+|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS)$/;
/** Whether an env file can hold a variable of this name. */
const plainName = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
/** What a container set up by hand hands on. `rendered`: the new image has none of the old image's variables. */
function inheritedSettingsOf(container, appPort, rendered) {
    const { mounts, networks, networkMode, user, imageUser } = container;
    return {
        volumes: mounts
            .filter(({ kind }) => kind === 'bind' || kind === 'volume')
            .map(({ source, destination, readOnly }) => ({ host: source, container: destination, readOnly })),
        environment: variablesOf(container, rendered).filter((name) => !isReadOnTheRunner(name)),
        networks: isDefaultNetwork(networkMode) || !isNamedNetwork(networkMode) ? [] : networks.map(({ name }) => name),
        user: { given: user === imageUser ? '' : user, effective: isRoot(user) ? '' : user },
        published: publishedOf(container, appPort),
    };
}
/** Names of the container's own variables that an env file can hold; for a rendered Dockerfile those of its image too. */
function variablesOf({ environment }, rendered) {
    return environment
        .filter(({ ofImage, writable }) => writable && (!ofImage || rendered))
        .map(({ name }) => name)
        .filter((name) => plainName.test(name) && !ofBaseImages.test(name));
}
/** Variables of the container that cannot be handed on: what they hold must come by an input. */
function variablesToTell({ environment }, rendered) {
    return environment
        .filter(({ ofImage }) => !ofImage || rendered)
        .filter(({ name }) => !ofBaseImages.test(name))
        .filter(({ name, writable }) => !writable || !plainName.test(name) || isReadOnTheRunner(name))
        .map(({ name }) => name);
}
/** Whether the runner must know a variable's value to read the jar as it will run. */
function isReadOnTheRunner(name) {
    return readOnTheRunner.test(name);
}
/** Whether `docker run` without `--network` would have done the same. */
function isDefaultNetwork(networkMode) {
    return networkMode === 'default' || networkMode === 'bridge';
}
/** Whether it is a network that has a name of its own: `host`, `none` and another container's are none. */
function isNamedNetwork(networkMode) {
    return !/^(host|none|container:.*)$/.test(networkMode);
}
function publishedOf(container, appPort) {
    // On the server's own network nothing is published, and everything is open.
    if (container.networkMode === 'host')
        return { port: appPort, loopbackOnly: false };
    const published = container.published.filter(({ containerPort, protocol }) => containerPort === appPort && protocol === 'tcp');
    const [first] = [...published.filter(({ address }) => address === ''), ...published];
    return first === undefined ? undefined : { port: first.port, loopbackOnly: first.address.startsWith('127.') };
}
function isRoot(user) {
    return /^(|0|root)(:|$)/.test(user);
}


/***/ }),

/***/ 24066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ containerHash),
/* harmony export */   d: () => (/* binding */ buildHash)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** SHA-256 over the inputs of a build, lower-case hex. */
function buildHash(inputs) {
    const files = inputs.context.map(({ path, mode, sha256 }) => [path, mode, sha256]);
    return sha256([
        inputs.dockerfile,
        inputs.arguments.map(({ name, value }) => [name, value]),
        inputs.jarContentSha256,
        files,
    ]);
}
/**
 * SHA-256 over what makes a container another one. The loopback port is no part of it: every container has its own.
 * Values of secret variables and contents of mounted files are none either (a hash in a label could be guessed at): their
 * files are compared by themselves.
 */
function containerHash(build, container) {
    return sha256([
        build,
        container.appPort,
        container.volumes,
        container.variables,
        container.environmentNames,
        container.options,
        container.rotateLogs,
        container.stopTimeoutSeconds,
        container.volumeOwner ?? null,
        container.files,
        container.networks,
        container.memory ?? null,
        container.inheritedEnvironment,
        container.user ?? null,
    ]);
}
function sha256(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(value)).digest('hex');
}


/***/ }),

/***/ 17614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ sha256Of),
/* harmony export */   L: () => (/* binding */ renderedEnvironment)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _values_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91380);


/** The env file as `docker run --env-file` reads it; undefined where there are no variables. */
function renderedEnvironment(variables) {
    return variables.length === 0 ? undefined : (0,_values_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .renderEnvironment */ .Cp)(variables);
}
/** SHA-256 of a secret, lower-case hex: for comparison in memory only, short values could be guessed from it. */
function sha256Of(secret) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(secret.reveal()).digest('hex');
}


/***/ }),

/***/ 17906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ filesOfOld),
/* harmony export */   x: () => (/* binding */ whatIsCarried)
/* harmony export */ });
/* harmony import */ var _deployment_container_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77301);
/* harmony import */ var _survey_written_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22726);


/** What the container that goes holds outside its mounts, or the one that stays. Undefined: there is none. */
function filesOfOld(old, { written }, volumes, mountedFiles) {
    if (old === undefined)
        return undefined;
    const known = written.containers.find(({ container }) => container === old.id);
    // One of which nothing was told is not one that holds nothing.
    return (0,_deployment_container_files_js__WEBPACK_IMPORTED_MODULE_0__/* .filesAtStake */ .dC)(known ?? (0,_survey_written_files_js__WEBPACK_IMPORTED_MODULE_1__/* .unseenFiles */ .uK)(old.id, old.name), volumes, mountedFiles);
}
/** Folders that are copied out of it by the run of this word, and what is mounted for them. `choice` undefined: it stays. */
function whatIsCarried(atStake, choice, app, run) {
    const carried = choice === 'carry' && atStake !== undefined ? (0,_deployment_container_files_js__WEBPACK_IMPORTED_MODULE_0__/* .foldersToCarry */ ._R)(atStake, app, run) : [];
    const mounts = carried
        .filter(({ mount }) => mount)
        .map(({ folder, host }) => ({ host, container: folder, readOnly: false }));
    return { carried, mounts };
}


/***/ }),

/***/ 6720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ planCloud)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/messages/cloud-console.js
var cloud_console = __webpack_require__(88698);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/tencent/firewall-verdict.js
var firewall_verdict = __webpack_require__(73926);
// EXTERNAL MODULE: ./.build/lib/tencent/rule-words.js
var rule_words = __webpack_require__(46924);
// EXTERNAL MODULE: ./.build/lib/tencent/firewall-rules.js
var firewall_rules = __webpack_require__(83192);
// EXTERNAL MODULE: ./.build/lib/tencent/read-firewall.js
var read_firewall = __webpack_require__(41727);
;// CONCATENATED MODULE: ./.build/lib/resources/cloud-firewall/open-port.js





/**
 * Where rules are needed so that the world reaches `port`: in each list that refuses it, since any of them may be asked
 * first; where none does, in the first one.
 */
function changesFor(firewall, port) {
    if ((0,firewall_verdict/* judgeForWorld */.tG)(firewall, port).kind === 'open')
        return [];
    const changes = firewall.lists.flatMap((list) => {
        const place = (0,firewall_verdict/* placeFor */.vM)(list, port);
        return place === 'nowhere' ? [] : [{ list, place }];
    });
    const refusing = changes.filter(({ place }) => place !== 'end');
    return refusing.length > 0 ? refusing : changes.slice(0, 1);
}
/** The rule that nothing can be put above: a Lighthouse firewall's API adds rules, and asks nobody where. */
function blockingRule({ instance, lists }, port) {
    const verdict = (0,firewall_verdict/* judgeForWorld */.tG)({ lists }, port);
    return instance.kind === 'lighthouse' && verdict.kind === 'closed' ? verdict.by : undefined;
}
/**
 * Opens `port` to the world by the rules as they are now, reads them again and judges them. Throws `CLOUD_FIREWALL_DROP`,
 * `CLOUD_FIREWALL_FULL`, `CLOUD_FIREWALL_NOT_OPEN` and `ApiFailure`.
 */
async function openPort(tencent, planned, port, description) {
    const { instance } = planned;
    const rule = { ports: String(port), source: '0.0.0.0/0', description };
    let firewall = await (0,read_firewall/* rereadFirewall */.OA)(tencent, planned);
    for (const { list } of changesFor(firewall, port)) {
        const after = await (0,firewall_rules/* addRule */.W)(tencent, instance, list, rule, (now) => placeIn(now, instance, port));
        firewall = { instance, lists: firewall.lists.map((one) => (one.id === after.id ? after : one)) };
    }
    const verdict = (0,firewall_verdict/* judgeForWorld */.tG)(firewall, port);
    if (verdict.kind === 'open')
        return;
    const { by } = verdict;
    const list = by?.list.id ?? firewall.lists[0]?.id ?? instance.id;
    throw (0,failure/* failure */.V2)('CLOUD_FIREWALL_NOT_OPEN', { kind: instance.kind, list, port, rule: by ? (0,rule_words/* ruleWords */.m)(by.rule) : '-' });
}
function placeIn(list, instance, port) {
    const by = blockingRule({ instance, lists: [list] }, port);
    if (by === undefined)
        return (0,firewall_verdict/* placeFor */.vM)(list, port);
    throw (0,failure/* failure */.V2)('CLOUD_FIREWALL_DROP', { kind: instance.kind, list: list.id, port, rule: (0,rule_words/* ruleWords */.m)(by.rule) });
}

;// CONCATENATED MODULE: ./.build/lib/resources/cloud-firewall/cloud-firewall.js






/** Ports of MySQL and Redis, which nobody outside needs either. */
const databasePorts = [3306, 6379];
/** Plans one rule for each port that is not open to the world; none where all are. A port once opened stays open. */
function planCloudFirewall({ ports, appPort, app }, firewall, tencent) {
    const { kind } = firewall.instance;
    const closed = [...new Set(ports)].filter((port) => (0,firewall_verdict/* judgeForWorld */.tG)(firewall, port).kind === 'closed');
    const problems = closed.flatMap((port) => {
        const by = blockingRule(firewall, port);
        return by === undefined
            ? []
            : [(0,failure/* failure */.V2)('CLOUD_FIREWALL_DROP', { kind, list: by.list.id, port, rule: (0,rule_words/* ruleWords */.m)(by.rule) })];
    });
    // 64 characters are the most that a rule of Lighthouse has (its API's comments).
    const description = `deploy-miniprogram-backend ${app}`.slice(0, 64);
    const steps = problems.length > 0 ? [] : closed.flatMap((port) => stepFor(port, description, firewall, tencent));
    const needless = [...(appPort === undefined ? [] : [appPort]), ...databasePorts].filter((port) => !ports.includes(port));
    const notices = (0,firewall_verdict/* exposures */.DD)(firewall, needless).map(({ port, by }) => (0,failure/* failure */.V2)('CLOUD_FIREWALL_WIDE', { kind, list: by.list.id, port, rule: (0,rule_words/* ruleWords */.m)(by.rule) }));
    return { steps, problems, notices };
}
function stepFor(port, description, firewall, tencent) {
    const changes = changesFor(firewall, port);
    if (changes.length === 0)
        return [];
    const { kind } = firewall.instance;
    const names = changes.map(({ list }) => (0,cloud_console/* firewallName */.wu)(kind, list.id));
    const where = (0,messages_text/* text */.Qq)((0,messages_text/* join */.fj)(names, ', ').en, (0,messages_text/* join */.fj)(names, '、').zh);
    return [
        {
            kind: 'runner',
            phase: 'publish',
            id: 'cloud-firewall.open',
            title: (0,messages_text/* text */.Qq)(`Open TCP port ${port} in ${where.en}`, `在${where.zh}中放行 TCP 端口 ${port}`),
            reason: reasonOf(changes),
            diff: changes.map((change) => diffOf(change, port, description)).join('\n'),
            run: () => openPort(tencent, firewall, port, description),
        },
    ];
}
function reasonOf(changes) {
    const blocked = changes.flatMap(({ list, place }) => ruleAt(list, place));
    const why = blocked.length === 0
        ? (0,messages_text/* text */.Qq)('no rule allows it for every address', '没有规则对所有地址放行该端口')
        : (0,messages_text/* text */.Qq)(`the new rule goes above the one that blocks it: ${blocked.join('; ')}`, `新规则插入到拦截它的规则之前：${blocked.join('；')}`);
    const parts = [why, ...changes.flatMap(({ list }) => sharingOf(list))];
    return (0,messages_text/* text */.Qq)((0,messages_text/* join */.fj)(parts, '; ').en, (0,messages_text/* join */.fj)(parts, '；').zh);
}
/** That a change reaches others as well. */
function sharingOf({ id, others }) {
    if (others === 0)
        return [];
    if (others === undefined) {
        return [
            (0,messages_text/* text */.Qq)(`whether other instances use ${id} is unknown (no right to vpc:DescribeSecurityGroupAssociationStatistics)`, `无法得知 ${id} 是否还用于其他实例（缺少 vpc:DescribeSecurityGroupAssociationStatistics 权限）`),
        ];
    }
    return [
        (0,messages_text/* text */.Qq)(`${id} is also used by ${others} other ${others === 1 ? 'instance' : 'instances'}`, `${id} 还用于另外 ${others} 个实例`),
    ];
}
function diffOf({ list, place }, port, description) {
    const number = place === 'end' ? list.rules.length + 1 : place + 1;
    return [
        `+ ${list.id} #${number} ACCEPT TCP:${port} 0.0.0.0/0 "${description}"`,
        ...ruleAt(list, place).map((words) => `  ${list.id} below it: ${words}`),
    ].join('\n');
}
function ruleAt({ rules }, place) {
    return rules.filter(({ index }) => index === place).map(rule_words/* ruleWords */.m);
}

// EXTERNAL MODULE: ./.build/lib/resources/dns-record/dns-record.js + 4 modules
var dns_record = __webpack_require__(86078);
;// CONCATENATED MODULE: ./.build/lib/deployment/cloud.js




const nothing = { steps: [], problems: [], notices: [] };
/** Plans what is published in the account, as far as it was asked for: ports first, so that the name leads to an open door. */
function planCloud(target, account) {
    if (account === undefined)
        return nothing;
    const [ports, record] = [portsIn(target, account), recordIn(target, account)];
    return {
        steps: [...ports.steps, ...record.steps],
        problems: [...ports.problems, ...record.problems],
        notices: [...ports.notices, ...record.notices],
        replaced: record.replaced,
    };
}
function portsIn({ app, ports, appPort }, { firewall, tencent }) {
    return firewall === undefined ? nothing : planCloudFirewall({ app, ports, appPort }, firewall, tencent);
}
function recordIn(target, { zone, tencent }) {
    if (zone === undefined)
        return nothing;
    const { app, domain, publicAddress: address, dnsOverwrite: overwrite, run } = target;
    // A record of IPv6 is none that is made here.
    if (address === undefined || (0,external_node_net_.isIP)(address) !== 4)
        return { ...nothing, problems: [(0,failure/* failure */.V2)('PUBLIC_ADDRESS_UNKNOWN', { domain })] };
    return (0,dns_record/* planDnsRecord */.N)({ app, domain, address, overwrite, run }, zone, tencent);
}


/***/ }),

/***/ 77301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _R: () => (/* binding */ foldersToCarry),
/* harmony export */   b2: () => (/* binding */ filledMounts),
/* harmony export */   dC: () => (/* binding */ filesAtStake)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10386);
/* harmony import */ var _values_volumes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34374);
/* harmony import */ var _database_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64110);




/**
 * Works out what would be lost with a container of which Docker told `written`, where the new one has `volumes` and files
 * mounted at `mountedFiles`.
 */
function filesAtStake(written, volumes, mountedFiles = []) {
    const deepestFirst = volumes.toSorted((one, other) => other.container.length - one.container.length);
    const over = (path) => deepestFirst.find(({ container }) => path.startsWith(`${container}/`));
    const stays = (path) => {
        const volume = over(path);
        return volume !== undefined && written.anonymous.get(volume.container) === volume.host;
    };
    const counted = written.files.filter((file) => counts(file, written) && !file.copied && !stays(file.path));
    const files = counted.map(({ path }) => path).toSorted();
    const open = files.filter((path) => over(path) === undefined);
    const mounts = [...written.mounts, ...volumes.map(({ container }) => container), ...mountedFiles];
    const folderOf = (path) => mountableFolder(path, written, mounts);
    return {
        container: written.name,
        seen: written.seen,
        running: written.running,
        files,
        cut: written.cut,
        bytes: counted.reduce((sum, { times }) => sum + (times?.bytes ?? 0), 0),
        folders: [...new Set(open.flatMap((path) => folderOf(path) ?? []))].toSorted(),
        hiddenBy: volumes.filter((volume) => files.some((path) => over(path) === volume)),
        besideImage: open.filter((path) => folderOf(path) === undefined),
        inUse: written.running ? files.filter((path) => (0,_database_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isDatabaseFile */ .M)(path) || written.open?.has(path)) : [],
    };
}
/** Seconds for which a start may go on writing what it writes at each start. */
const startSeconds = 120;
/**
 * Whether a file was created or changed after the version began to serve. What a later start of the container wrote
 * again, at the same size, does not count, a database aside.
 */
function counts({ path, times }, written) {
    const before = written.baseline?.get(path);
    if (before === undefined || times === undefined || before.bytes !== times.bytes)
        return true;
    if ((0,_database_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isDatabaseFile */ .M)(path))
        return before.changed !== times.changed || isOpen(path, written);
    const same = times.changed === undefined ? before.modified === times.modified : before.changed === times.changed;
    return !same && !isOfStart(times, written);
}
/** A database that is open may hold in memory what came since. */
function isOpen(path, { running, open }) {
    return running && (open === undefined || open.has(path));
}
function isOfStart({ changed, modified }, { restarted }) {
    const at = Number(changed ?? modified);
    // Whole seconds stand for the one that had begun.
    return restarted !== undefined && at >= Math.floor(restarted) && at <= restarted + startSeconds;
}
/**
 * The highest folder above a file that the image does not have; else the file's own, where the image has it without any
 * file; or the place of a volume. Nothing else may be mounted in it. Undefined: there is none.
 */
function mountableFolder(path, written, mounts) {
    const folder = folderToMount(path, written, mounts);
    // An application chooses the names of its folders: one that `volumes` cannot name is not for pasting either.
    return folder !== undefined && (0,_values_volumes_js__WEBPACK_IMPORTED_MODULE_1__/* .isFolder */ .lQ)(folder) && !folder.includes(':') ? folder : undefined;
}
function folderToMount(path, { addedFolders, imageFolders, anonymous }, mounts) {
    const parent = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path);
    const holdsMount = (folder) => mounts.some((mount) => mount.startsWith(`${folder}/`));
    const volume = [...anonymous.keys()].find((place) => path.startsWith(`${place}/`));
    if (volume !== undefined)
        return holdsMount(volume) || imageFolders.has(volume) ? undefined : volume;
    const free = (folder) => !mounts.includes(folder) && !holdsMount(folder);
    const added = ancestors(path).find((folder) => addedFolders.has(folder) && free(folder));
    if (added !== undefined)
        return added;
    const ofTheSystem = /^\/(?:$|(?:bin|boot|dev|etc|lib\w*|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)$)/;
    return ofTheSystem.test(parent) || addedFolders.has(parent) || imageFolders.has(parent) || !free(parent)
        ? undefined
        : parent;
}
/** The folders above a path, the highest first, without the root. */
function ancestors(path) {
    const parts = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path).split('/').slice(1);
    return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`).filter((folder) => folder !== '/');
}
/**
 * What can be carried: what is in no use, into folders that hold nothing yet; those that are made for it are below the word
 * of the run, which no other run has.
 */
function foldersToCarry({ folders, hiddenBy }, app, run) {
    return [
        ...folders.map((folder) => ({ folder, host: `${(0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .carriedDirectory */ .kx)(app)}/${run}${folder}`, mount: true, run })),
        ...hiddenBy.map(({ host, container }) => ({ folder: container, host, mount: false, run })),
    ];
}
/** Mounts that already hold something: what is there may be newer, and is not written over. */
function filledMounts({ hiddenBy }, states) {
    return hiddenBy.filter(({ host }) => !host.startsWith('/') || states.some((state) => state.path === host && state.exists && !state.empty));
}


/***/ }),

/***/ 64110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ isDatabaseFile)
/* harmony export */ });
/**
 * Files of embedded databases and indexes by their names: H2, SQLite with its journals, HSQLDB, Derby, Realm, Xodus,
 * LevelDB and RocksDB, Lucene. Windows' `Thumbs.db` comes with uploads.
 */
const database = /[.](?:h2[.]db|db|db3|sqlite3?|s3db|script|realm|xd|sst|ldb)(?:-wal|-shm|-journal)?$|\/seg0\/|\/(?:segments_\w+|MANIFEST-\d+)$/i;
/** Whether a file holds data of a database that the application itself opens. */
function isDatabaseFile(path) {
    return database.test(path) && !/\/Thumbs[.]db$/i.test(path);
}


/***/ }),

/***/ 61739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ latestOfOthers),
/* harmony export */   d: () => (/* binding */ imageOf)
/* harmony export */ });
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16260);

/** Works out where the image of a release comes from. One that was pruned is built again. */
function imageOf({ release, source }, { images, releases: { current } }) {
    const kept = source.kind === 'kept';
    const isThere = (tag) => images.some((image) => image.tag === tag && image.app === release.app);
    if (kept && isThere((0,_release_names_js__WEBPACK_IMPORTED_MODULE_0__/* .imageTag */ .I)(release)))
        return { from: 'server' };
    const same = current?.build.hash === release.build.hash ? (0,_release_names_js__WEBPACK_IMPORTED_MODULE_0__/* .imageTag */ .I)(current) : undefined;
    return same !== undefined && isThere(same) ? { from: 'release', tag: same, kept } : { from: 'build', kept };
}
/** `<image>:latest`, where it names an image that was not built for this application: it goes on naming that. */
function latestOfOthers({ app, image }, { images }) {
    return images.find((one) => one.tag === `${image}:latest` && one.app !== app)?.tag;
}


/***/ }),

/***/ 37445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IV: () => (/* binding */ listOfKept),
/* harmony export */   Tt: () => (/* binding */ reasonToGoBack),
/* harmony export */   ZL: () => (/* binding */ keptReleases),
/* harmony export */   fR: () => (/* binding */ nothingAdopted),
/* harmony export */   te: () => (/* binding */ previousOf)
/* harmony export */ });
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91520);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16260);


/** The releases that are recorded and whose record can be read, the newest first. */
function keptReleases({ releases: { known, recorded, current }, images, }) {
    return recorded.toReversed().flatMap((id) => {
        const release = known.get(id)?.release;
        if (release === undefined)
            return [];
        const hasImage = images.some(({ tag, app }) => tag === (0,_release_names_js__WEBPACK_IMPORTED_MODULE_0__/* .imageTag */ .I)(release) && app === release.app);
        return [{ release, serves: id === current?.id, hasImage }];
    });
}
/** The release that `rollback` goes to unless one is named: the newest before the one that serves. */
function previousOf(kept) {
    const at = kept.findIndex(({ serves }) => serves);
    return at === -1 ? undefined : kept[at + 1];
}
/** A line for each of those that can be rolled back to, the newest first, its id in front; without the release `except`. */
function listOfKept(kept, except) {
    return kept
        .filter(({ serves, release: { id } }) => !serves && id !== except)
        .map(({ release: { id, origin } }) => [id, origin.commit.slice(0, 12), origin.actor].filter(Boolean).join(' '))
        .join('\n');
}
/** Why one gets a container. */
const reasonToGoBack = (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('another release goes live', '切换到另一个发布版本');
/** It takes nothing over: its own deployment did. */
const nothingAdopted = {
    container: undefined,
    inherited: undefined,
    rivals: [],
    servers: false,
};


/***/ }),

/***/ 40459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ orphanReleases),
/* harmony export */   HY: () => (/* binding */ orphanContainers),
/* harmony export */   Ig: () => (/* binding */ oldContainers),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   SV: () => (/* binding */ besideAnother),
/* harmony export */   _B: () => (/* binding */ servingContainer),
/* harmony export */   t8: () => (/* binding */ containerOf)
/* harmony export */ });
/* harmony import */ var _layout_release_id_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79468);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16260);
/* harmony import */ var _survey_nginx_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(347);



/** The container that a release made, by the id that its folder recorded; undefined: it is gone. */
function containerOf(release, { releases, containers }) {
    const id = releases.containers.get(release);
    return id ? containers.find((container) => container.id === id) : undefined;
}
/** The container of the release that nginx serves, or else of the current one; it may have ended. */
function servingContainer(server) {
    const served = (0,_survey_nginx_js__WEBPACK_IMPORTED_MODULE_0__/* .servedRelease */ .h)(server.nginx);
    const { current } = server.releases;
    return ((served === undefined ? undefined : containerOf(served, server)) ??
        (current === undefined ? undefined : containerOf(current.id, server)));
}
/** Whether a container was made for a release of this application, whatever its name and its labels say. */
function isOurs(container, { image }, { releases }) {
    return [...releases.containers].some(([ofRelease, id]) => id === container.id ||
        // Cut short between making it and writing its id down: it has never run.
        (id === '' && container.status === 'created' && container.name === (0,_release_names_js__WEBPACK_IMPORTED_MODULE_1__/* .candidateName */ .v)({ image, id: ofRelease })));
}
/** Containers of releases that do not serve, which nothing leads to: what a run that died left behind. */
function orphanContainers(release, server) {
    return notServing(release, server).filter((one) => one.name !== release.image && !isLedTo(one, server));
}
/**
 * Containers of releases that do not serve, but bear the application's name or are named by its nginx file: an old version
 * that was not retired. Only once another is proven can they go.
 */
function oldContainers(release, server) {
    const text = server.nginx.managedFile?.text ?? '';
    return notServing(release, server).filter((one) => one.name === release.image || leadsTo(text, one));
}
function notServing(release, server) {
    const serving = servingContainer(server);
    return server.containers.filter((one) => one.id !== serving?.id && isOurs(one, release, server));
}
/** Whether anything in nginx's configuration leads to a port that a container publishes. */
function isLedTo(container, { nginx }) {
    return leadsTo(nginx.dump, container) || leadsTo(nginx.managedFile?.text ?? '', container);
}
function leadsTo(text, { ports }) {
    return ports.some((port) => new RegExp(`(127\\.\\d+\\.\\d+\\.\\d+|localhost|\\]):${port}(?!\\d)`).test(text));
}
/**
 * Releases of which only a folder or an image is left: a run that died, or was cancelled while it built. Folder and image of
 * a container that stays are kept with it: its id and the files that it mounts are there.
 */
function orphanReleases(release, server) {
    const { recorded, orphans } = server.releases;
    const served = (0,_survey_nginx_js__WEBPACK_IMPORTED_MODULE_0__/* .servedRelease */ .h)(server.nginx);
    const kept = server.written.containers.flatMap((one) => (one.kept ? [one.container] : []));
    const going = orphanContainers(release, server).flatMap(({ id }) => (kept.includes(id) ? [] : [id]));
    const stays = (id) => {
        const container = containerOf(id, server);
        return container !== undefined && !going.includes(container.id);
    };
    const built = server.images
        .filter(({ app, containers }) => app === release.app && containers.every((id) => going.includes(id)))
        .flatMap(({ tag, release: id }) => (id !== undefined && tag === (0,_release_names_js__WEBPACK_IMPORTED_MODULE_1__/* .imageTag */ .I)({ image: release.image, id }) ? [id] : []))
        .filter((id) => (0,_layout_release_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleaseId */ .F3)(id) && !recorded.includes(id) && id !== served);
    return [...new Set([...orphans, ...built])].filter((id) => !stays(id));
}
/** What was surveyed, without what a deploy that is under way has prepared: that is no orphan. */
function besideAnother(release, server) {
    const orphans = orphanContainers(release, server);
    const prepared = orphanReleases(release, server);
    return {
        ...server,
        containers: server.containers.filter((container) => !orphans.includes(container)),
        images: server.images.filter(({ release }) => release === undefined || !prepared.includes(release)),
        buildLeftovers: [],
        releases: { ...server.releases, orphans: [], variablesLeft: [], emptyIncoming: false, unrecorded: false },
    };
}


/***/ }),

/***/ 26074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ planDeployment)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/engine/plan.js
var plan = __webpack_require__(9678);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/nginx/command.js
var command = __webpack_require__(20548);
// EXTERNAL MODULE: ./.build/lib/nginx/error-log.js
var error_log = __webpack_require__(81916);
;// CONCATENATED MODULE: ./.build/lib/nginx/include-folder.js
/**
 * The folder where a `.conf` file goes so that this nginx reads it in its http block: one included as `conf.d/*.conf`,
 * else `sites-enabled/*`, else another folder's `*.conf`. Undefined: it includes from nowhere.
 */
function includeFolder(configuration) {
    const folders = configuration.httpIncludes.flatMap((glob) => {
        const [, folder, suffix] = /^((?:\/[^/*?[]+)+)\/\*(\.conf)?$/.exec(glob) ?? [];
        return folder === undefined ? [] : [{ folder, onlyConf: suffix !== undefined }];
    });
    const found = folders.find(({ folder, onlyConf }) => folder.endsWith('/conf.d') && onlyConf) ??
        folders.find(({ folder }) => folder.endsWith('/sites-enabled')) ??
        folders.find(({ onlyConf }) => onlyConf);
    return found?.folder;
}

// EXTERNAL MODULE: ./.build/lib/nginx/label.js
var nginx_label = __webpack_require__(91155);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/lib/values/app-name.js
var app_name = __webpack_require__(55508);
// EXTERNAL MODULE: ./.build/lib/layout/release-id.js
var release_id = __webpack_require__(79468);
;// CONCATENATED MODULE: ./.build/lib/values/blanks.js

const port = (digit) => ({ word: `98760432155080${digit}`, form: '[1-9][0-9]{0,4}' });
const path = (name) => ({ word: `/@blank-${name}@`, form: '/[A-Za-z0-9/._@+=,:~*-]+' });
const word = (name, form) => ({ word: `@blank-${name}@`, form });
/** What a way back to a release does not know before it is gone. */
const blanks = {
    /** Loopback port of the container that it starts; no port can have the number in its place. */
    port: port(1),
    /** Ports of the release that serves then: on loopback, for https, and for plain http. */
    servingBackEnd: port(2),
    servingHttps: port(3),
    servingHttp: port(4),
    serving: word('serving', release_id/* releaseIdForm */.Ns),
    container: word('container', '[0-9a-f]{64}'),
    restartPolicy: word('restart-policy', '[a-z-]+(:[0-9]+)?'),
    domain: word('domain', '[A-Za-z0-9.-]+'),
    proof: path('proof'),
    chain: path('chain'),
    key: path('key'),
    fingerprint: word('fingerprint', '[0-9a-f]{64}'),
    /** Who goes back. */
    who: word('who', '[A-Za-z0-9._-]+'),
};
/** Whether a number stands for a port. */
function isBlankPort(number) {
    return String(number) === blanks.port.word;
}

// EXTERNAL MODULE: ./.build/lib/values/body-size.js
var body_size = __webpack_require__(90511);
// EXTERNAL MODULE: ./.build/lib/values/domain.js
var domain = __webpack_require__(93609);
// EXTERNAL MODULE: ./.build/lib/values/path.js
var values_path = __webpack_require__(95466);
// EXTERNAL MODULE: ./.build/lib/nginx/parse.js
var parse = __webpack_require__(498);
// EXTERNAL MODULE: ./.build/lib/nginx/quote.js
var quote = __webpack_require__(13237);
// EXTERNAL MODULE: ./.build/lib/nginx/render-static.js
var render_static = __webpack_require__(97728);
// EXTERNAL MODULE: ./.build/lib/nginx/server-block.js
var server_block = __webpack_require__(31774);
// EXTERNAL MODULE: ./.build/lib/nginx/site.js
var nginx_site = __webpack_require__(18342);
// EXTERNAL MODULE: ./.build/lib/nginx/snippet.js
var snippet = __webpack_require__(17964);
// EXTERNAL MODULE: ./.build/lib/nginx/tls.js
var tls = __webpack_require__(51612);
;// CONCATENATED MODULE: ./.build/lib/nginx/render-site.js














/**
 * The one nginx file of an application. Its label and its proof location carry a hash of the text rendered with an empty
 * hash. Throws RangeError for a value that no input lets pass, `Failure` for one that an input would refuse.
 */
function renderSite(site, nginx) {
    check(site);
    return render(site, nginx, (0,nginx_label/* configurationHash */.rn)(render(site, nginx, '')));
}
/**
 * The name by which an application's upstream, variable and zone are told from others': letters, digits and `_`, short
 * enough for nginx's `variables_hash_bucket_size` of 64 bytes (a variable's name of 46).
 */
function identifierOf(image) {
    const plain = image.replace(/[^a-z0-9]/g, '_');
    // `a-b`, `a_b` and `a.b` would be one name, so all but the first carry a hash.
    if (image.length <= 24 && /^[a-z0-9-]*$/.test(image))
        return `deploy_${plain}`;
    return `deploy_${plain.slice(0, 15)}_${(0,external_node_crypto_.createHash)('sha256').update(image).digest('hex').slice(0, 8)}`;
}
function render(site, nginx, configuration) {
    const id = identifierOf(site.image);
    return `${[
        (0,nginx_label/* renderLabel */.Lx)({ app: site.app, release: site.release, configuration }),
        '# Written by the deployment; the next one replaces it. Further directives go into the input nginx-snippet.',
        '',
        `upstream ${id} {`,
        `    server 127.0.0.1:${site.upstreamPort};`,
        '}',
        '',
        `map $http_upgrade $${id}_connection {`,
        '    default upgrade;',
        "    '' close;",
        '}',
        '',
        ...httpsServer(site, nginx, id, configuration),
        ...(site.publishedAppPort === undefined
            ? []
            : ['', ...plainServer(site, site.publishedAppPort, id, configuration)]),
        // Last: who reads the file (proof-address.ts, the survey) takes its first https server for the API's.
        ...(site.staticSite === undefined ? [] : (0,render_static/* renderStatic */.F3)(site, site.staticSite, nginx, id, configuration)),
    ].join('\n')}\n`;
}
function httpsServer(site, nginx, id, configuration) {
    const { domain, httpsPort, snippet } = site;
    const port = httpsPort === 443 ? '' : `:${httpsPort}`;
    // What the snippet sets itself is left to it: nginx refuses most directives that stand twice in a block.
    const given = snippet === undefined ? [] : (0,parse/* parseNginx */.S)(snippet, 'nginx-snippet');
    const taken = new Set(given.map(({ name }) => name));
    // A header that is set twice is sent twice, and Tomcat refuses a request with two Hosts.
    const headers = new Set(given.flatMap(({ name, args: [header = ''] }) => (name === 'proxy_set_header' ? [header.toLowerCase()] : [])));
    const ours = [
        ...(0,tls/* renderTls */.O)(site.certificate, nginx, id),
        // Plain http that comes to the https port (status 497, ngx_http_ssl_module); 308 keeps method and body.
        `error_page 497 =308 https://${domain}${port}$request_uri;`,
        ...proxying(site, id),
    ].filter((line) => {
        const [name = '', header = ''] = line.split(' ');
        if (name === 'proxy_set_header')
            return !headers.has(header.toLowerCase());
        return repeatable.test(line) || !taken.has(name);
    });
    return (0,server_block/* serverBlock */.Zl)([
        ...(0,server_block/* tlsListens */.iT)(httpsPort, site.ipv6, nginx).filter((line) => line !== 'http2 on;' || !taken.has('http2')),
        `server_name ${domain};`,
        '',
        ...ours,
        '',
        ...locations(site, id, configuration, taken.has('auth_request') ? ['auth_request off;'] : []),
        // Not indented: a quoted text of several lines would change.
    ], snippet === undefined ? [] : ['', '    # nginx-snippet', snippet]);
}
/** Directives that may stand more than once in a block. */
const repeatable = /^(ssl_certificate|ssl_certificate_key|error_page) /;
/** Plain http for those who ask the application's port itself, most of them by address. */
function plainServer(site, port, id, configuration) {
    return (0,server_block/* serverBlock */.Zl)([
        ...(site.publishedOnLoopback ? [`listen 127.0.0.1:${port};`] : (0,server_block/* plainListens */.vH)(port, site.ipv6)),
        `server_name ${site.domain};`,
        '',
        ...proxying(site, id),
        '',
        ...locations(site, id, configuration),
    ]);
}
/** At the level of the server, so that a location of the snippet inherits it. */
function proxying(site, id) {
    return [
        'server_tokens off;',
        `client_max_body_size ${site.maxBodySize};`,
        // BT panel turns a cache on for all that is proxied (its proxy.conf); an API's answers are not for the next user.
        'proxy_cache off;',
        'proxy_http_version 1.1;',
        // With its port: Spring builds links and redirects from these.
        'proxy_set_header Host $http_host;',
        'proxy_set_header X-Real-IP $remote_addr;',
        'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
        'proxy_set_header X-Forwarded-Proto $scheme;',
        'proxy_set_header X-Forwarded-Host $http_host;',
        'proxy_set_header X-Forwarded-Port $server_port;',
        'proxy_set_header Upgrade $http_upgrade;',
        `proxy_set_header Connection $${id}_connection;`,
        'proxy_connect_timeout 5s;',
        // An idle websocket is closed after this; nginx's own 60 s is shorter than many heartbeats.
        'proxy_read_timeout 300s;',
        'proxy_send_timeout 300s;',
    ];
}
/** `open` is what lets the proof through where the snippet would ask for a permission. */
function locations(site, id, configuration, open = []) {
    return [
        'location / {',
        `    proxy_pass http://${id};`,
        '}',
        '',
        ...(0,server_block/* proofLocation */.GP)(site, configuration, `proxy_pass ${(0,quote/* quoteNginx */.p)(`http://${id}${site.proof.target}`)};`, open),
    ];
}
/** Inputs were checked when read; what came from elsewhere (a record, a survey) is checked here. */
function check(site) {
    const { app, image, release, certificate, proof } = site;
    const wrong = (what) => new RangeError(`nginx site of ${JSON.stringify(image)}: bad ${what}`);
    if (!(0,app_name/* isAppName */.fq)(app) || image !== app.toLowerCase())
        throw wrong('name');
    if (!/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(release))
        throw wrong('release');
    const ports = (0,nginx_site/* portsOf */.a5)(site);
    const good = (port) => Number.isInteger(port) && port >= 1 && port <= 65535;
    if (!ports.every(good) || !(good(site.upstreamPort) || isBlankPort(site.upstreamPort)))
        throw wrong('port');
    if (new Set(ports).size < ports.length)
        throw wrong('port: it is given twice');
    if (![certificate.chainPath, certificate.keyPath].every((path) => path.startsWith('/')))
        throw wrong('certificate path');
    if (!/^\/[A-Za-z0-9/._-]+$/.test(proof.path) || !proof.target.startsWith('/'))
        throw wrong('proof path');
    if ((0,domain/* parseDomain */.g)(site.domain) !== site.domain)
        throw wrong('domain');
    if (site.staticSite !== undefined) {
        const { root, path } = site.staticSite;
        if (!root.startsWith('/') || (0,values_path/* parseSitePath */.sn)(path) !== path)
            throw wrong('static site');
    }
    (0,body_size/* parseBodySize */.V)(site.maxBodySize);
    if (site.snippet !== undefined)
        (0,snippet/* parseSnippet */.T)(site.snippet);
}

// EXTERNAL MODULE: ./.build/lib/release/run-name.js
var run_name = __webpack_require__(53353);
// EXTERNAL MODULE: ./.build/lib/dockerfile/base-image.js
var base_image = __webpack_require__(3780);
// EXTERNAL MODULE: ./.build/lib/dockerfile/pull-failure.js
var pull_failure = __webpack_require__(16373);
// EXTERNAL MODULE: ./.build/lib/engine/apply.js + 8 modules
var apply = __webpack_require__(22268);
// EXTERNAL MODULE: ./.build/lib/fragments/ask-registry.js
var ask_registry = __webpack_require__(68825);
// EXTERNAL MODULE: ./.build/lib/messages/registry-mirror.js
var registry_mirror = __webpack_require__(14518);
// EXTERNAL MODULE: ./.build/lib/messages/seed.js
var seed = __webpack_require__(71714);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var shell_quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/values/image-architecture.js
var image_architecture = __webpack_require__(64762);
// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
;// CONCATENATED MODULE: ./.build/lib/resources/incoming.js


/** Bash that removes the folder of an application's uploads where nothing waits in it; what came in part stays for the next run. */
function removeIncoming(app) {
    return `rmdir ${(0,shell_quote/* quote */.h)((0,application_paths/* incomingDirectory */.kR)(app))} 2>/dev/null || true`;
}

// EXTERNAL MODULE: ./.build/lib/resources/registry-mirror.js
var resources_registry_mirror = __webpack_require__(54517);
// EXTERNAL MODULE: ./.build/lib/server/script-protocol.js
var script_protocol = __webpack_require__(28158);
;// CONCATENATED MODULE: ./.build/lib/resources/base-image/pull.js






/** Seconds from which on a pull is asked what it waited for; of a large image it may be nothing but its size. */
const longSeconds = 10;
/** Seconds for which a mirror may leave the question unanswered that is put to it afterwards. */
const askSeconds = 8;
/**
 * The pull. Where it failed or was long, each mirror of Docker Hub is asked for the image once, all at the same time, and
 * the engine's log for how long it waited for each: it tries them in their order, and hides all that in one sentence.
 */
function pullScript(image) {
    if ((0,base_image/* registryOf */.Fv)(image) !== undefined)
        return `docker pull ${(0,shell_quote/* quote */.h)(image)} 2>&1`;
    return `begun=$(date +%s) code=0
docker pull ${(0,shell_quote/* quote */.h)(image)} 2>&1 || code=$?
[ "$code" -ne 0 ] || [ $(($(date +%s) - begun)) -ge ${longSeconds} ] || exit 0
${ask_registry/* knowSources */.m8}
know_sources || true
${ask_registry/* askRegistry */.rF}
answers=$(if [ -z "$proxy" ]; then for mirror in $mirrors; do ask_registry "$mirror" ${(0,shell_quote/* quote */.h)((0,base_image/* manifestPath */.ji)(image))} ${askSeconds} & done; wait; fi)
log=$(journalctl -u docker -u containerd --since "@$begun" -o short-unix --no-pager 2>/dev/null | grep -aE 'Error getting v2 registry|trying next host|Attempting next endpoint') || true
before=$begun
for mirror in $mirrors; do
  host=\${mirror#*://}; host=\${host%%/*} seconds=-
  at=$(printf '%s\\n' "$log" | grep -aF "$host" | head -n 1 | sed 's/[. ].*//') || true
  case $at in ''|*[!0-9]*) ;; *) seconds=$((at - before)); before=$at ;; esac
  answer=$(printf '%s\\n' "$answers" | awk -v mirror="$mirror" '$1 == mirror { print $2, $3; exit }')
  fact "mirror-$mirror" "\${answer:-- -} $seconds"
done
exit "$code"`;
}
/** The mirrors that the script was told of, in their order. */
function readMirrors({ stdout }) {
    return Object.entries((0,script_protocol/* factsIn */.PC)(stdout)).flatMap(([key, value]) => {
        if (!key.startsWith('mirror-'))
            return [];
        const [exit = '-', status = '', seconds = '-'] = value.split(' ');
        const url = key.slice('mirror-'.length).replace(/\/$/, '');
        return [{ url, ...(0,ask_registry/* metRegistry */.M0)(exit, status), seconds: seconds === '-' ? undefined : Number(seconds) }];
    });
}
/** What to warn of: mirrors that kept Docker waiting. `asked`: seconds for which one was asked at least. */
function silentMirrors(mirrors, asked = askSeconds) {
    return mirrors
        .filter(registry_mirror/* isDead */.X)
        .map(({ url, seconds }) => (0,failure/* failure */.V2)('REGISTRY_MIRROR_SILENT', { url, seconds: seconds ?? asked }));
}

;// CONCATENATED MODULE: ./.build/lib/resources/base-image/runner-copy.js

/** The runner cannot give the image; why, for the user. */
class RunnerCannot extends Error {
    why;
    constructor(why) {
        super(why.en);
        this.why = why;
    }
}
/** Seconds for the runner's engine to pull an image, or to save it. */
const transferSeconds = 1800;
const nothing = async () => { };
/**
 * Has the runner's engine hold an image for an architecture. What its user calls by this name stays that: for another
 * architecture it is pulled by the digest of its own manifest, and goes afterwards. Throws `RunnerCannot`.
 */
async function copyOnRunner(image, architecture, supply, log) {
    if (supply.kind === 'none')
        throw new RunnerCannot(supply.why);
    if (supply.kind === 'has')
        return { id: supply.id, release: nothing };
    const { docker, plain } = supply;
    const platform = `linux/${architecture}`;
    if (plain)
        return { id: await pulled(docker, ['--platform', platform, image], image, log), release: nothing };
    const name = `${nameOf(image)}@${await digestFor(docker, image, architecture)}`;
    const before = (await docker.run(['image', 'inspect', '--format', '.', name])).code === 0;
    const id = await pulled(docker, [name], name, log);
    const release = async () => void (await docker.run(['image', 'rm', name]));
    return { id, release: before ? nothing : release };
}
async function pulled(docker, words, name, log) {
    const onLine = (line) => log.output(line);
    mustAnswer(await docker.run(['pull', ...words], { onLine, seconds: transferSeconds }));
    return mustAnswer(await docker.run(['image', 'inspect', '--format', '{{.Id}}', name])).trim();
}
/** The digest of the manifest for one architecture, as the image's registry tells the runner. */
async function digestFor(docker, image, architecture) {
    const ask = async (...words) => JSON.parse(mustAnswer(await docker.run(['manifest', 'inspect', ...words, image], { seconds: 60 })));
    let listed = (await ask()).manifests;
    if (listed === undefined) {
        const { Descriptor: only } = await ask('--verbose');
        listed = only === undefined ? [] : [only];
    }
    const found = listed.find(({ platform }) => platform?.os === 'linux' && platform.architecture === architecture)?.digest;
    if (found !== undefined && /^sha256:[0-9a-f]{64}$/.test(found))
        return found;
    throw new RunnerCannot(seed/* seedMessages */.c.notInRegistry(architecture));
}
/** Throws `RunnerCannot` with docker's last words. */
function mustAnswer({ code, stdout, stderr }) {
    if (code === 0)
        return stdout;
    const said = (stderr.trim() || stdout.trim()).split('\n').at(-1) ?? '-';
    throw new RunnerCannot(seed/* seedMessages */.c.notPulled(said.replace(/^(?:Error response from daemon|ERROR): /, '')));
}
/** An image's name without its tag. */
function nameOf(image) {
    return image.replace(/:[^:/]*$/, '');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/lib/server/space.js
var space = __webpack_require__(73022);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./.build/lib/messages/upload.js

/** What the log says of an upload. Sizes, speed and times come formatted (`1.5 MB`, `2:05`). */
const uploadMessages = {
    alreadyThere: (p) => (0,messages_text/* text */.Qq)(`${p.target} is there already, with the same SHA-256; nothing to send.`, `${p.target} 已存在且 SHA-256 相同，无需上传。`),
    resumed: (p) => (0,messages_text/* text */.Qq)(`${p.there} of ${p.total} are on the server already; going on from there.`, `服务器上已有 ${p.there}（共 ${p.total}），从断点继续。`),
    startedOver: (0,messages_text/* text */.Qq)('The part on the server was damaged; sending the file from its beginning.', '服务器上已有的部分已损坏，从头重新上传。'),
    progress: (p) => (0,messages_text/* text */.Qq)(`${p.percent} % (${p.sent} of ${p.total}), ${p.speed}/s, ${p.left} left`, `${p.percent}%（${p.sent} / ${p.total}），${p.speed}/秒，剩余 ${p.left}`),
    sent: (p) => (0,messages_text/* text */.Qq)(`${p.total} sent in ${p.duration} (${p.speed}/s); comparing SHA-256.`, `已发送 ${p.total}，用时 ${p.duration}（${p.speed}/秒），正在校验 SHA-256。`),
    rebuilding: (p) => (0,messages_text/* text */.Qq)(`Comparing ${p.name} (${p.total}) with the jars that the server has.`, `正在将 ${p.name}（${p.total}）与服务器上已有的 jar 比较。`),
    rebuilt: (p) => (0,messages_text/* text */.Qq)(`Sent ${p.sent} of ${p.total}; the rest was on the server. SHA-256 verified.`, `仅发送 ${p.sent}（共 ${p.total}），其余内容服务器上已有。SHA-256 校验通过。`),
    littleInCommon: (0,messages_text/* text */.Qq)('The jars on the server have too little in common with this one; uploading all of it.', '与服务器上已有的 jar 相同的内容太少，将完整上传。'),
    notRebuilt: {
        missing: (0,messages_text/* text */.Qq)('A jar that the server had is gone or was changed; uploading all of this one.', '服务器上原有的 jar 已不存在或被改动，将完整上传。'),
        tools: (0,messages_text/* text */.Qq)('The server could not put the jar together; uploading all of it.', '服务器无法拼装 jar，将完整上传。'),
        damaged: (0,messages_text/* text */.Qq)('A jar on the server is damaged: its SHA-256 is not the recorded one. It is not used again; uploading all of this one.', '服务器上的一个 jar 已损坏（SHA-256 与记录不符），不再使用它，将完整上传。'),
        different: (0,messages_text/* text */.Qq)('What the server put together has another SHA-256 than the jar; uploading all of it.', '服务器拼装的文件与 jar 的 SHA-256 不一致，将完整上传。'),
    },
};

;// CONCATENATED MODULE: ./.build/lib/server/progress.js


/** Milliseconds over which the speed is averaged. */
const windowMilliseconds = 5000;
/** Starts following a transfer of `total` bytes, of which `from` were there at `milliseconds` already. */
function progress(total, from, milliseconds) {
    const samples = [{ bytes: from, time: milliseconds }];
    let told = { tenth: Math.floor((from / total) * 10), time: milliseconds };
    return {
        at: (bytes, time) => {
            samples.push({ bytes, time });
            while (samples.length > 2 && time - (samples[1]?.time ?? time) >= windowMilliseconds)
                samples.shift();
            const tenth = Math.floor((bytes / total) * 10);
            const [first] = samples;
            if (first === undefined || !isDue(tenth, time, told) || bytes >= total)
                return undefined;
            told = { tenth, time };
            const bytesPerSecond = time > first.time ? ((bytes - first.bytes) * 1000) / (time - first.time) : 0;
            return uploadMessages.progress({
                percent: Math.floor((bytes / total) * 100),
                sent: (0,space/* formatBytes */.z3)(bytes),
                total: (0,space/* formatBytes */.z3)(total),
                speed: (0,space/* formatBytes */.z3)(bytesPerSecond),
                left: bytesPerSecond > 0 ? formatDuration((total - bytes) / bytesPerSecond) : '?',
            });
        },
    };
}
/** A fast transfer tells each tenth, at most once a second; a slow one tells at least every ten seconds. */
function isDue(tenth, time, told) {
    const since = time - told.time;
    return (tenth > told.tenth && since >= 1000) || since >= 10_000;
}
/** Seconds as `0:07`, `2:05` or `1:02:05`. */
function formatDuration(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    const pad = (value) => String(value).padStart(2, '0');
    const hours = Math.floor(whole / 3600);
    const minutes = Math.floor((whole % 3600) / 60);
    return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

;// CONCATENATED MODULE: ./.build/lib/server/room.js

/**
 * Bash function `room BYTES FOLDER`: ends the script well, with what {@link lackOfRoom} reads, where the disk of a folder
 * does not take one more file of that size.
 */
const roomFunction = `room() {
  local available inodes all
  read -r available inodes all < <(df -B1 --output=avail,iavail,itotal "$2" | tail -n 1)
  case $available in ''|*[!0-9]*) return 0 ;; esac
  case $inodes$all in *[!0-9]*) all=0 ;; esac
  [ "$1" -gt "$available" ] || { [ "$all" -gt 0 ] && [ "$inodes" -lt 1 ]; } || return 0
  fact needs "$1"
  fact df "$(${space/* dfCommand */.Wg} "$2")"
  exit 0
}
`;
/** What a script found that was ended by `room`; `path` is where it would have written. */
function lackOfRoom(facts, host, path) {
    if (facts.needs === undefined)
        return undefined;
    // `df` was asked of the file's own folder, so that a link on the way to it does not mislead.
    const systems = (0,space/* parseDf */.MK)(facts.df ?? '');
    const needs = systems.map(({ target }) => ({ path: target || path, bytes: Number(facts.needs), inodes: 1 }));
    return (0,space/* spaceFailures */.Ew)(host, needs, systems)[0];
}

;// CONCATENATED MODULE: ./.build/lib/server/part-file.js
/**
 * Bash for a file that comes to `$target`, behind `$target` and `$sha256`, after the prelude: it names `$part`, the file beside it
 * that is filled, and defines `hash_of FILE`, `publish`, which gives a part that is whole its name, and `remove_parts`, of
 * those that nobody writes any more.
 */
const partFunctions = `part=$target.part-\${sha256:0:8}
hash_of() { sha256sum <"$1" | cut -c1-64; }
publish() { chmod 0600 "$part" && put_in_place "$part" "$target"; }
remove_parts() {
  local other
  for other in "$target".part-*; do
    [ ! -f "$other" ] || flock -n "$other" rm -f "$other"
  done
}
`;

;// CONCATENATED MODULE: ./.build/lib/server/upload-script.js






/**
 * Says by the fact `offset` from where on the file is still to be sent, and takes that from standard input, by gzip; no such
 * fact: it is there. Then publishes it. The fullest part is gone on with. One that another process still holds (its runner
 * vanished, for all the server knows) is left alone: what has come of it is copied.
 */
function receiveScript({ host, target, bytes, sha256, fresh, done, afterwards }) {
    return `${prelude/* prelude */.e}${roomFunction}
target=${(0,shell_quote/* quote */.h)(target)} folder=${(0,shell_quote/* quote */.h)(external_node_path_.posix.dirname(target))} host=${(0,shell_quote/* quote */.h)(host)} bytes=${bytes} sha256=${(0,shell_quote/* quote */.h)(sha256)}
failed() { printf '%s\\n' "$1" >&2; failure UPLOAD_FAILED host="$host" path="$target"; }
${partFunctions}if ${done}; then exit 0; fi
mkdir -p "$folder" || failed "cannot make $folder"
if ! { [ -f "$target" ] && [ "$(stat -c %s "$target")" = "$bytes" ] && [ "$(hash_of "$target")" = "$sha256" ]; }; then
  umask 077
  fullest= most=-1
  for candidate in "$part" "$part".*; do
    [ -f "$candidate" ] && size=$(stat -c %s "$candidate") || continue
    [ "$size" -le "$bytes" ] || { ! flock -n "$candidate" rm -f "$candidate" || continue; size=-1; }
    [ "$size" -le "$most" ] || { most=$size fullest=$candidate; }
  done
  if ${fresh ? '[ "$most" -gt 0 ]' : 'false'}; then
    part=$part.$$
    rm -f "$part"
  elif [ -n "$fullest" ] && flock -n "$fullest" true; then
    part=$fullest
  elif [ -n "$fullest" ] || { [ -e "$part" ] && ! flock -n "$part" true; }; then
    part=$part.$$
    rm -f "$part"
    [ -z "$fullest" ] || cp --reflink=auto "$fullest" "$part" || rm -f "$part"
  fi
  offset=0
  [ ! -f "$part" ] || offset=$(stat -c %s "$part")
  room "$((bytes - offset))" "$folder"
  # An image that came beside it may have had the folder removed, as an empty one.
  { mkdir -p "$folder" && exec 7>>"$part"; } || failed "cannot write $part"
  flock -n 7 || failed "$part is being written by another run"
  offset=$(stat -c %s "$part")
  fact offset "$offset"
  # Where it is cut short, what has come of it is in the part.
  if ! error=$(gzip -dc 2>&1 >&7); then
    case $error in
      *'No space left'* | *quota*)
        system=$(df --output=target "$part" | tail -n 1) available=$(df -h --output=avail "$part" | tail -n 1)
        rm -f "$part"
        failure DISK_FULL host="$host" fileSystem="$system" needed=${(0,shell_quote/* quote */.h)((0,space/* formatBytes */.z3)(bytes))} available="\${available// /}" ;;
    esac
    failed "$error"
  fi
  size=$(stat -c %s "$part")
  [ "$size" -ge "$bytes" ] || failed "only $size of $bytes bytes came"
  actual=$(hash_of "$part")
  if [ "$actual" != "$sha256" ]; then
    rm -f "$part"
    failure UPLOAD_CORRUPT host="$host" path="$target" expected="$sha256" actual="$actual"
  fi
  publish || failed "cannot put $target in place"
  exec 7>&-
  umask 022
fi
remove_parts
set -e
${afterwards}
exit 0
`;
}

;// CONCATENATED MODULE: ./.build/lib/server/upload.js










/** Seconds for which the server may take no byte of what is still to be sent. */
const stallSeconds = 60;
/**
 * Brings a file to `target` (absolute) on the server: into a part file beside it, from where an earlier run left off,
 * compared by SHA-256, flushed to disk, mode 0600, then renamed into place. Makes the folder. All in one script.
 * Throws `Failure`: DISK_FULL (before sending, or met on the way), CONNECTION_STALLED, UPLOAD_CORRUPT (the part is removed),
 * UPLOAD_FAILED.
 */
async function upload(server, source, target, options) {
    for (let damaged = false;; damaged = true) {
        if (damaged)
            options.log.info(uploadMessages.startedOver);
        const fresh = damaged || options.fresh === true;
        const { result, offset } = await send(server, source, target, { ...options, fresh });
        const found = (0,script_protocol/* factsIn */.PC)(result.stdout);
        const full = lackOfRoom(found, server.host, target);
        if (full !== undefined)
            throw full;
        const reason = (0,script_protocol/* failureIn */.Q6)(result);
        // A crash of the server may leave a part whose last bytes never reached the disk; its hash tells, at the end.
        if (reason?.code === 'UPLOAD_CORRUPT' && offset > 0)
            continue;
        if (result.code !== 0) {
            const evidence = { evidence: result.stderr.trim() || undefined };
            throw reason ?? (0,failure/* failure */.V2)('UPLOAD_FAILED', { host: server.host, path: target }, evidence);
        }
        if (found.offset === undefined)
            options.log.info(uploadMessages.alreadyThere({ target }));
        return;
    }
}
/** Runs the script, and sends what it asks for. */
async function send(server, source, target, options) {
    let offset = 0;
    /** Tells from where to send; undefined: nothing is to be sent. */
    let tell = () => { };
    const told = new Promise((resolve) => {
        tell = resolve;
    });
    if (options.fresh)
        tell(0);
    const stalled = (0,failure/* failure */.V2)('CONNECTION_STALLED', { host: server.host, seconds: stallSeconds });
    // A jar holds what is packed already, and becomes a tenth smaller all the same, at a speed that no line asks for.
    const stdin = (0,external_node_zlib_.createGzip)({ level: 1 });
    const file = external_node_stream_.Readable.from(sending(source, told, options, () => stdin.destroy(stalled)), { objectMode: false });
    // Whoever reads it is told of an error; where nobody does any more, nobody need be.
    (0,external_node_stream_.pipeline)(file, stdin, () => { });
    const onLine = (line, stream) => {
        const at = stream === 'stdout' ? (0,script_protocol/* factsIn */.PC)(line).offset : undefined;
        if (at === undefined)
            return;
        offset = Number(at);
        const [there, total] = [(0,space/* formatBytes */.z3)(offset), (0,space/* formatBytes */.z3)(source.bytes)];
        if (offset > 0)
            options.log.info(uploadMessages.resumed({ there, total }));
        tell(offset);
    };
    try {
        const { host } = server;
        const { fresh, done = 'false', afterwards = '' } = options;
        const script = receiveScript({ host, target, fresh, done, afterwards, bytes: source.bytes, sha256: source.sha256 });
        return { result: await server.run(script, { stdin, onLine }), offset };
    }
    finally {
        tell(undefined);
    }
}
/** The bytes from where the server has none, telling how far they are; calls `stalled` where nobody takes the next ones. */
async function* sending(source, told, { log, onProgress }, stalled) {
    const offset = await told;
    if (offset === undefined || offset >= source.bytes)
        return;
    const begun = performance.now();
    const line = progress(source.bytes, offset, begun);
    const timer = setTimeout(stalled, stallSeconds * 1000);
    let sent = offset;
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(source.path, { start: offset, highWaterMark: 256 * 1024 })) {
            yield chunk;
            timer.refresh();
            sent += chunk.length;
            onProgress?.(sent);
            const text = line.at(sent, performance.now());
            if (text !== undefined)
                log.info(text);
        }
    }
    finally {
        clearTimeout(timer);
    }
    const seconds = (performance.now() - begun) / 1000;
    log.info(uploadMessages.sent({
        total: (0,space/* formatBytes */.z3)(sent - offset),
        duration: formatDuration(seconds),
        speed: (0,space/* formatBytes */.z3)((sent - offset) / Math.max(seconds, 0.001)),
    }));
}

// EXTERNAL MODULE: ./.build/lib/shell/make-folders.js
var make_folders = __webpack_require__(6541);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
;// CONCATENATED MODULE: ./.build/lib/resources/base-image/archive.js







/** An entry up to this size may be a manifest or a configuration. */
const smallBytes = 1_000_000;
/** Reads what an archive holds for an architecture; undefined: no image for it, or no archive of one. */
async function readSaved(file, architecture) {
    const [small, sizes, links] = [new Map(), new Map(), new Map()];
    await eachEntry(file, async (entry) => {
        const { name, size = 0, type, linkname } = entry.header;
        if (type === 'symlink')
            links.set(name, external_node_path_.posix.join(external_node_path_.posix.dirname(name), linkname ?? ''));
        if (type === 'link')
            links.set(name, linkname ?? '');
        if (type !== 'file')
            return;
        sizes.set(name, size);
        if (size > smallBytes)
            return;
        const chunks = [];
        for await (const chunk of entry)
            chunks.push(chunk);
        small.set(name, Buffer.concat(chunks));
    });
    const manifest = small.get('manifest.json');
    if (manifest === undefined)
        return undefined;
    for (const { Config, Layers } of JSON.parse(manifest.toString())) {
        const config = small.get(links.get(Config) ?? Config);
        if (config === undefined)
            continue;
        const { os, architecture: of, rootfs } = JSON.parse(config.toString());
        const layers = rootfs?.diff_ids ?? [];
        const entries = (Layers ?? []).map((name) => links.get(name) ?? name);
        if (os !== 'linux' || of !== architecture || entries.length !== layers.length)
            continue;
        if (!layers.every((layer) => /^sha256:[0-9a-f]{64}$/.test(layer)))
            continue;
        return {
            file,
            id: `sha256:${(0,external_node_crypto_.createHash)('sha256').update(config).digest('hex')}`,
            config,
            layers,
            entries: new Map(layers.map((layer, at) => [layer, entries[at] ?? ''])),
            sizes,
        };
    }
    return undefined;
}
/** Bytes of the layers above the first `known` of them, each once. */
function bytesAbove(image, known) {
    return [...entriesAbove(image, known).keys()].reduce((sum, entry) => sum + (image.sizes.get(entry) ?? 0), 0);
}
/** The entries to send, and the layer in each. */
function entriesAbove({ layers, entries }, known) {
    return new Map(layers.slice(known).map((layer) => [entries.get(layer) ?? '', layer]));
}
/**
 * Writes what `docker load` needs where the first `known` layers are there, without a name: it looks for a layer before it
 * opens its file. The same image always comes out as the same bytes, so that a later run resumes what one sent of it.
 */
async function packImage(image, known, target) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    const counted = new external_node_stream_.Transform({
        transform: (chunk, _, done) => {
            hash.update(chunk);
            bytes += chunk.length;
            done(null, chunk);
        },
    });
    const out = (0,tar_stream.pack)();
    const written = (0,external_node_stream_promises_.pipeline)(out, (0,external_node_zlib_.createGzip)(), counted, (0,external_node_fs_.createWriteStream)(target, { mode: 0o600 }));
    // Told where it is awaited; what fails first there fails the entries here as well.
    written.catch((error) => out.destroy(error));
    const name = (digest) => digest.slice('sha256:'.length);
    const manifest = {
        Config: `${name(image.id)}.json`,
        RepoTags: null,
        Layers: image.layers.map((layer) => `${name(layer)}.tar`),
    };
    await add(out, 'manifest.json', Buffer.from(JSON.stringify([manifest])));
    await add(out, manifest.Config, image.config);
    const wanted = entriesAbove(image, known);
    await eachEntry(image.file, async (entry) => {
        const layer = wanted.get(entry.header.name);
        if (layer === undefined || entry.header.type !== 'file')
            return;
        await (0,external_node_stream_promises_.pipeline)(entry, out.entry(headerOf(`${name(layer)}.tar`, entry.header.size ?? 0)));
    });
    out.finalize();
    await written;
    return { path: target, bytes, sha256: hash.digest('hex') };
}
function headerOf(name, size) {
    return { name, size, mode: 0o644, mtime: new Date(0) };
}
function add(out, name, content) {
    return new Promise((resolve, reject) => {
        out.entry(headerOf(name, content.length), content, (error) => (error ? reject(error) : resolve()));
    });
}
/** Reads an archive entry by entry; what `read` leaves of one is passed over. */
async function eachEntry(file, read) {
    const archive = (0,tar_stream.extract)();
    const source = (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file, { highWaterMark: 1 << 20 }), archive);
    source.catch(() => { });
    for await (const entry of archive) {
        await read(entry);
        entry.resume();
    }
    await source;
}

;// CONCATENATED MODULE: ./.build/lib/resources/base-image/seed.js















/** Files that an image takes unpacked, about; a disk may have room for no more of them. */
const inodes = 5000;
/**
 * Brings an image from the runner to the server, without the layers that are there, and gives it its name where that is
 * free. Throws `RunnerCannot` where the runner has nothing to give, before the server is asked anything.
 */
async function seed_seed(wanted, server, log) {
    const { image, architecture, supply } = wanted;
    if (supply.kind === 'none')
        throw new RunnerCannot(supply.why);
    const { docker } = supply;
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(docker.temp, 'base-image-'));
    try {
        const copy = await copyOnRunner(image, architecture, supply, log);
        const file = (0,external_node_path_.join)(folder, 'saved.tar');
        try {
            const { code, stderr } = await docker.run(['save', '--output', file, copy.id], { seconds: transferSeconds });
            if (code !== 0)
                throw new RunnerCannot(seed/* seedMessages */.c.notSaved(stderr.trim().split('\n').at(-1) ?? ''));
        }
        finally {
            await copy.release();
        }
        const saved = await readSaved(file, architecture);
        if (saved === undefined)
            throw new RunnerCannot(seed/* seedMessages */.c.otherArchitecture(architecture));
        await seed_send(wanted, saved, (0,external_node_path_.join)(folder, 'packed.tar.gz'), server, log);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function seed_send(wanted, saved, packed, server, log) {
    const look = await server.run(`${prelude/* prelude */.e}\nset -e\n${lookScript(wanted, saved)}`);
    (0,apply/* mustSucceed */.MX)('image.seed', look);
    const facts = (0,script_protocol/* factsIn */.PC)(look.stdout);
    const found = wanted.containerdStore ? 0 : Number(facts.known);
    // A layer may be gone by the time it is needed: then all of them are sent.
    for (const known of new Set([found, 0])) {
        const source = await packImage(saved, known, packed);
        const { layers } = saved;
        log.info(seed/* seedMessages */.c.sends(layers.length - known, layers.length, (0,space/* formatBytes */.z3)(source.bytes)));
        const directory = (0,application_paths/* incomingDirectory */.kR)(wanted.app);
        const needs = [
            // The archive's files, and what is made of them.
            { path: wanted.imageDirectory, bytes: 2 * bytesAbove(saved, known), inodes: known < layers.length ? inodes : 0 },
            { path: directory, bytes: source.bytes, inodes: 2 },
        ];
        const [full] = (0,space/* spaceFailures */.Ew)(server.host, needs, (0,space/* parseDf */.MK)(facts.df ?? ''));
        if (full !== undefined)
            throw full;
        const target = (0,application_paths/* incomingImage */.Qi)(wanted.app, source.sha256);
        await upload(server, source, target, { log });
        const result = await server.run(`${prelude/* prelude */.e}\nset -e\n${loadScript(wanted, saved, target)}`, {
            stallSeconds: 1800,
        });
        if (result.code === 0) {
            log.info((0,script_protocol/* factsIn */.PC)(result.stdout).taken === 'yes' ? seed/* seedMessages */.c.taken(wanted.image) : seed/* seedMessages */.c.loaded(wanted.image));
            return;
        }
        if (known === 0 || (0,script_protocol/* failureIn */.Q6)(result)?.code !== 'BASE_IMAGE_NOT_LOADED')
            throw failed(result, wanted.image);
        log.info(seed/* seedMessages */.c.allLayers);
    }
}
function failed(result, image) {
    const output = (0,script_protocol/* withoutProtocol */.rM)(`${result.stdout}${result.stderr}`).trim();
    return ((0,script_protocol/* failureIn */.Q6)(result) ??
        (0,failure/* failure */.V2)('BASE_IMAGE_NOT_LOADED', { image, said: output.split('\n').at(-1) ?? '-' }, { evidence: output }));
}
/** How many of the image's layers, from below, the server has one above the other in some image of it; what is free. */
function lookScript({ app, imageDirectory }, { layers }) {
    const incoming = (0,application_paths/* incomingDirectory */.kR)(app);
    return `umask 022
${(0,make_folders/* makeFolders */.w)('755', (0,application_paths/* applicationDirectory */.gZ)(app))}
umask 077
${(0,make_folders/* makeFolders */.w)('700', `${(0,application_paths/* applicationDirectory */.gZ)(app)}/releases`, incoming)}
known=$({ docker image ls -aq --no-trunc | sort -u | xargs -r docker image inspect --format '{{range .RootFS.Layers}}{{.}} {{end}}'; } 2>/dev/null |
  awk -v layers=${(0,shell_quote/* quote */.h)(layers.join(' '))} 'BEGIN { all = split(layers, layer, " ") }
    { for (k = 0; k < all && k < NF && $(k + 1) == layer[k + 1];) k++; if (k > most) most = k }
    END { print most + 0 }')
fact known "$known"
fact df "$(${space/* dfCommand */.Wg} ${(0,shell_quote/* quote */.h)(imageDirectory)} ${(0,shell_quote/* quote */.h)(incoming)} 2>/dev/null)"`;
}
/**
 * Takes the image in, looks whether it is the very one, and names it. A name that somebody gave meanwhile stays theirs
 * (rule *Ours*). What the engine says is in no mark.
 */
function loadScript({ app, image, architecture, containerdStore }, { id, layers }, target) {
    const expected = `linux/${architecture} ${layers.join(' ')}`;
    const name = (0,shell_quote/* quote */.h)(image);
    return `before=$(docker image ls -aq --no-trunc)
failed() { failure BASE_IMAGE_NOT_LOADED image=${name} said="$1"; }
if ! said=$(docker load -q -i ${(0,shell_quote/* quote */.h)(target)} 2>&1); then
  # What was sent stays for the next run.
  printf '%s\\n' "$said" >&2
  case $said in *'no space left'*) failure BUILD_DISK_FULL ;; esac
  failed "$(printf '%s\\n' "$said" | tail -n 1)"
fi
rm -f ${(0,shell_quote/* quote */.h)(target)}
${removeIncoming(app)}
id=$(printf '%s\\n' "$said" | sed -n 's/^Loaded image ID: //p' | tail -n 1)
found=$(docker image inspect --format '{{.Os}}/{{.Architecture}}{{range .RootFS.Layers}} {{.}}{{end}}' "$id" 2>/dev/null) || true
if [ "$found" != ${(0,shell_quote/* quote */.h)(expected)} ]${containerdStore ? '' : ` || [ "$id" != ${id} ]`}; then
  # What was there before, or got a name meanwhile, is somebody's.
  case $before in
    *"$id"*) ;;
    *) [ "$(docker image inspect --format '{{len .RepoTags}}' "$id" 2>/dev/null)" != 0 ] || docker image rm "$id" >/dev/null 2>&1 || true ;;
  esac
  failed "$id: $found"
fi
if docker image inspect --format . ${name} >/dev/null 2>&1; then fact taken yes; else docker tag "$id" ${name}; fi`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/base-image/way.js


/**
 * Decides it: the server pulls where anything may have the image (what cannot be told counts as such); one that no
 * registry gave the runner is the runner's own, whatever a registry has under that name.
 */
function wayOf(sources, supply, mirrorComes) {
    if (supply?.kind === 'has' && supply.local)
        return 'runner';
    if (mirrorComes || sources?.mirrors.some(mayHave))
        return 'mirror';
    if (sources === undefined || mayHave(sources.registry))
        return 'registry';
    return supply === undefined || supply.kind === 'none' ? 'doubtful' : 'runner';
}
/** 401 asks for a token, which Docker gets. */
function mayHave({ state, status = 200 }) {
    return state === 'unclear' || (state === 'answers' && (status < 400 || status === 401));
}
/** Why the image is brought, and which way. */
function reasonOf(way, image, sources, supply) {
    const { en, zh } = wordsOf(way, image, sources, supply);
    return (0,messages_text/* text */.Qq)(`the image is built from it, and the server does not have it; ${en}`, `镜像基于它构建，服务器上尚没有；${zh}`);
}
function wordsOf(way, image, sources, supply) {
    const registry = (0,base_image/* registryOf */.Fv)(image) ?? 'Docker Hub';
    switch (way) {
        case 'mirror': {
            const mirror = sources?.mirrors.find(mayHave)?.url;
            return mirror === undefined
                ? (0,messages_text/* text */.Qq)('way: registry mirror', '途径：镜像加速')
                : (0,messages_text/* text */.Qq)(`way: registry mirror ${mirror}`, `途径：镜像加速 ${mirror}`);
        }
        case 'registry':
            return (0,messages_text/* text */.Qq)(`way: registry (${registry})`, `途径：镜像仓库（${registry}）`);
        case 'doubtful': {
            const why = supply?.kind === 'none' ? supply.why : undefined;
            return (0,messages_text/* text */.Qq)(`way: registry (${registry}), though it does not give it to the server${why === undefined ? '' : `. ${why.en}`}`, `途径：镜像仓库（${registry}），但服务器无法从中取得${why === undefined ? '' : `。${why.zh}`}`);
        }
        case 'runner':
            return supply?.kind === 'has' && supply.local
                ? (0,messages_text/* text */.Qq)('way: runner, which has it from no registry', '途径：运行器（该镜像不来自任何镜像仓库）')
                : (0,messages_text/* text */.Qq)(`way: runner, since no registry gives it to the server (${registry}: ${answerOf(sources?.registry).en})`, `途径：运行器，因为服务器无法从镜像仓库取得（${registry}：${answerOf(sources?.registry).zh}）`);
    }
}
function answerOf(met) {
    if (met?.state === 'answers')
        return (0,messages_text/* text */.Qq)(`status ${met.status ?? '-'}`, `状态码 ${met.status ?? '-'}`);
    return met?.state === 'silent' ? (0,messages_text/* text */.Qq)('no answer', '无响应') : (0,messages_text/* text */.Qq)('no connection', '无法连接');
}

;// CONCATENATED MODULE: ./.build/lib/resources/base-image/base-image.js
















/** What decides how an image can be had on a server, the mirrors of its engine not looked at. */
function pullerOn({ tencentInstance, architecture }, docker) {
    const loaded = docker.registryMirrors.map(withoutSlash);
    const named = (0,resources_registry_mirror/* mirrorsIn */.g)(docker.daemonJson).map(withoutSlash);
    return {
        architecture,
        tencent: tencentInstance !== undefined,
        mirrors: loaded.map((url) => ({ url, state: 'unclear', status: undefined, seconds: undefined })),
        unloaded: named.filter((url) => !loaded.includes(url)),
    };
}
function withoutSlash(url) {
    return url.replace(/\/$/, '');
}
/**
 * Steps that bring the base images that the server has not got. Apart from the build, so that a registry is told from the
 * Dockerfile's own commands, and what is slow is seen to be the pull.
 */
function planBaseImages(app, images, server) {
    return images
        .filter((image) => !server.baseImages.includes(image))
        .map((image) => missingOn(server, app, image))
        .map((missing) => {
        if (missing.seed === undefined)
            return pullStep(missing);
        return missing.way === 'runner' ? seedStep(missing, missing.seed) : pullOrSeedStep(missing, missing.seed);
    });
}
/** Mirrors that did not answer when they were asked for an image that is missing; one that refuses is passed at once. */
function deadMirrors({ imageSources }) {
    const all = new Map(imageSources.flatMap(({ mirrors }) => mirrors).map((mirror) => [mirror.url, mirror]));
    return silentMirrors([...all.values()].filter(({ seconds }) => seconds !== 0), ask_registry/* surveySeconds */.y_);
}
function missingOn(server, app, image) {
    const { system, docker, imageSources, supplies } = server;
    const supply = supplies.get(image);
    const sources = imageSources.find((one) => one.image === image);
    // A step before adds it.
    const mirrorComes = (0,base_image/* registryOf */.Fv)(image) === undefined && system.tencentInstance !== undefined && docker.registryMirrors.length === 0;
    const way = wayOf(sources, supply, mirrorComes);
    return {
        image,
        way,
        reason: reasonOf(way, image, sources, supply),
        puller: { ...pullerOn(system, docker), runner: supply?.kind === 'none' ? supply.why : undefined },
        seed: supply === undefined || supply.kind === 'none' ? undefined : seedFor(app, image, supply, server),
        warned: (sources?.mirrors ?? []).filter(registry_mirror/* isDead */.X).map(({ url }) => url),
    };
}
function seedFor(app, image, supply, { system, docker }) {
    return {
        app,
        image,
        architecture: (0,image_architecture/* imageArchitecture */.l)(system.architecture),
        supply,
        imageDirectory: docker.containerdStore ? '/var/lib/containerd' : docker.rootDirectory,
        containerdStore: docker.containerdStore,
    };
}
/** Seconds that a pull may be silent for. */
const silentSeconds = 1800;
/** The server pulls. */
function pullStep({ image, reason, puller, warned }) {
    return {
        kind: 'server',
        phase: 'prepare',
        id: 'image.pull',
        beside: 'release.jar',
        title: (0,messages_text/* text */.Qq)(`Pull ${image}`, `拉取 ${image}`),
        reason,
        diff: `+ ${(0,shell_quote/* commandLine */.a)(['docker', 'pull', image])}`,
        streams: true,
        silentSeconds,
        // The engine itself gives up what no client waits for.
        endable: true,
        script: pullScript(image),
        explain: (result) => explained(image, result, puller),
        notice: (result) => silentMirrors(readMirrors(result).filter(({ url }) => !warned.includes(url))),
    };
}
function explained(image, result, puller) {
    const output = result.stdout.replace(/^@@.*\n?/gm, '');
    return (0,pull_failure/* pullFailure */.y)(image, (0,pull_failure/* lastWords */.a)(output), (0,apply/* lastLines */.w$)(output, 20), { ...puller, mirrors: readMirrors(result) });
}
/** Failures of a pull that the runner helps out of: another source would have helped as well. */
const otherSourceHelps = [
    'BASE_IMAGE_UNREACHABLE',
    'BASE_IMAGE_UNKNOWN',
    'BASE_IMAGE_NOT_PULLED',
    'REGISTRY_LIMIT',
];
/** The server pulls; where it cannot after all, the runner sends. */
function pullOrSeedStep(missing, from) {
    const pull = pullStep(missing);
    return {
        kind: 'runner',
        phase: 'prepare',
        id: pull.id,
        ...(pull.beside !== undefined && { beside: pull.beside }),
        title: pull.title,
        reason: pull.reason,
        diff: pull.diff ?? '',
        resumes: true,
        undo: removeIncoming(from.app),
        run: async (server, log, notice) => {
            const failedAs = await base_image_pulled(missing, server, log, notice);
            const failed = failedAs?.(undefined);
            if (failed === undefined)
                return;
            if (!otherSourceHelps.includes(failed.code))
                throw failed;
            log.info(failed.text.what);
            log.info(seed/* seedMessages */.c.instead(missing.image));
            try {
                await seed_seed(from, server, log);
            }
            catch (error) {
                throw error instanceof RunnerCannot ? failedAs?.(error.why) : error;
            }
        },
    };
}
/** The runner sends; where it cannot after all, the server pulls. */
function seedStep(missing, from) {
    const { image, reason } = missing;
    return {
        kind: 'runner',
        phase: 'prepare',
        id: 'image.seed',
        title: (0,messages_text/* text */.Qq)(`Send ${image} from the runner`, `由运行器发送 ${image}`),
        reason,
        diff: `+ ${image} (linux/${from.architecture})`,
        resumes: true,
        undo: removeIncoming(from.app),
        run: async (server, log, notice) => {
            try {
                await seed_seed(from, server, log);
            }
            catch (error) {
                if (!(error instanceof RunnerCannot))
                    throw error;
                log.info(error.why);
                log.info(seed/* seedMessages */.c.serverAfterAll);
                const failedAs = await base_image_pulled(missing, server, log, notice);
                if (failedAs !== undefined)
                    throw failedAs(error.why);
            }
        },
    };
}
/** Has the server pull; where it did not, what makes the failure of it and of why the runner cannot help. */
async function base_image_pulled(missing, server, log, notice) {
    const { script, notice: warns } = pullStep(missing);
    const result = await server.run(`${prelude/* prelude */.e}\nset -e\n${script}`, {
        stallSeconds: silentSeconds,
        onLine: (line, stream) => {
            if (stream === 'stdout' && !line.startsWith('@@'))
                log.output(line);
        },
    });
    for (const found of warns?.(result) ?? [])
        notice(found);
    if (result.code === 0)
        return undefined;
    return (runner) => explained(missing.image, result, { ...missing.puller, runner });
}

// EXTERNAL MODULE: ./.build/lib/resources/hook/hook.js + 1 modules
var hook = __webpack_require__(92382);
// EXTERNAL MODULE: ./.build/lib/survey/manual-container.js
var manual_container = __webpack_require__(85625);
// EXTERNAL MODULE: ./.build/lib/nginx/hide-secrets.js + 1 modules
var hide_secrets = __webpack_require__(99083);
// EXTERNAL MODULE: ./.build/lib/nginx/back-ends.js
var back_ends = __webpack_require__(75125);
// EXTERNAL MODULE: ./.build/lib/nginx/configuration.js
var nginx_configuration = __webpack_require__(52731);
;// CONCATENATED MODULE: ./.build/lib/nginx/lost-directives.js


/**
 * Directives of a server block that the server which takes its place has nothing for: what would be lost. The block's
 * own directives are looked at as they stand in its file, `include` among them.
 */
function lostDirectives(block, successor, configuration) {
    const main = (0,back_ends/* mainBackEnds */.zd)(block, configuration);
    return block.filter((directive) => !isCovered(directive, successor, configuration, main));
}
/** Directives about TLS, addresses and names, which the new server has its own of. */
const ownOfEveryServer = /^(listen|server_name|ssl|ssl_\w+|http2|http2_\w+|server_tokens|server_name_in_redirect|port_in_redirect)$/;
/** Headers to the application that the API's server sets, and the values that come to the same. */
const headersToApplication = /^(x-real-ip|x-forwarded-(for|proto|host|port|scheme)|upgrade|connection|remote-host|real_?ip)$/i;
const ownHost = /^(\$host|\$http_host|\$proxy_host|\$server_name)(:\$\w+|:\d+)?$/;
/** Folders of the pages that nginx's packages bring. */
const packagedPages = /^(html|\/usr\/share\/nginx\/html|\/var\/www\/html|\/usr\/local\/nginx\/html)\/?$/;
function isCovered(directive, successor, configuration, main) {
    const { name, args, block } = directive;
    if (ownOfEveryServer.test(name))
        return true;
    if (name === 'include')
        return (0,nginx_configuration/* filesIncludedBy */.J)(configuration, args[0] ?? '').every(({ empty }) => empty);
    if (name === 'if')
        return /^\(\$(scheme|server_port|ssl_protocol)$/.test(args[0] ?? '');
    if (name === 'error_page')
        return args[0] === '497' || (args.at(-1)?.endsWith('.html') ?? false);
    if (name === 'location' && /^\/\d*x*\w*\.html$/.test(args.at(-1) ?? '') && args[0] === '=') {
        return (block ?? []).every((one) => one.name === 'internal' || isPackagedRoot(one));
    }
    return successor.kind === 'api'
        ? isCoveredByApi(directive, successor, configuration, main)
        : isCoveredByStatic(directive, successor);
}
/** `main` is what the application stands for: a location that leads to another program has no place in ours. */
function isCoveredByApi(directive, successor, configuration, main) {
    const { name, args, block } = directive;
    if (name === 'location') {
        const inside = block ?? [];
        const proxies = inside.some((one) => one.name === 'proxy_pass' && leavesPathAsItIs(one, directive));
        if (!proxies || !(0,back_ends/* isSame */.Ft)((0,back_ends/* backEndsOf */.zH)(inside, configuration), main))
            return false;
        return inside.every((one) => isCoveredInLocation(one, directive, successor, configuration));
    }
    // Nothing is served from files: what they say stands for no request.
    if (name === 'root' || name === 'index')
        return true;
    return isProxySetting(name, args, successor);
}
function isCoveredInLocation(one, location, successor, configuration) {
    if (one.name === 'proxy_pass')
        return leavesPathAsItIs(one, location);
    if (one.name === 'root' || one.name === 'index')
        return true;
    if (one.name === 'include')
        return (0,nginx_configuration/* filesIncludedBy */.J)(configuration, one.args[0] ?? '').every(({ empty }) => empty);
    return isProxySetting(one.name, one.args, successor);
}
/** Whether the application is asked for the very path of the request (ngx_http_proxy_module, proxy_pass). */
function leavesPathAsItIs({ args }, location) {
    const path = /^https?:\/\/[^/]+(\/.*)?$/.exec(args[0] ?? '')?.[1];
    return path === undefined || (location.args.length === 1 && location.args[0] === path);
}
function isProxySetting(name, args, { maxBodySize }) {
    const [first = '', second = ''] = args;
    switch (name) {
        case 'proxy_set_header':
            return first.toLowerCase() === 'host' ? ownHost.test(second) : headersToApplication.test(first);
        case 'proxy_http_version':
        case 'proxy_connect_timeout':
            return true;
        case 'proxy_redirect':
            return first === 'off' || first === 'default';
        case 'proxy_read_timeout':
        case 'proxy_send_timeout':
            return secondsOf(first) <= 300;
        case 'client_max_body_size':
            return bytesOf(first) <= bytesOf(maxBodySize);
        default:
            return false;
    }
}
function isCoveredByStatic({ name, args, block }, { sitePath }) {
    if (name === 'return' || name === 'rewrite')
        return args.some((word) => word.startsWith('https://'));
    if (name === 'root')
        return packagedPages.test(args[0] ?? '');
    if (name === 'index')
        return true;
    if (name !== 'location')
        return false;
    const path = args.at(-1)?.replace(/^\^|\$$|\(\.\*\)|\.\*$/g, '') ?? '';
    const inside = block ?? [];
    if (path === '/' && inside.every((one) => one.name === 'return' || one.name === 'rewrite'))
        return true;
    const atSite = sitePath !== undefined && `${path}/`.replace(/\/+$/, '/') === sitePath;
    const files = /^(root|alias|index|try_files|expires|autoindex|add_header)$/;
    return atSite && inside.every((one) => files.test(one.name));
}
function isPackagedRoot({ name, args }) {
    return name === 'root' && packagedPages.test(args[0] ?? '');
}
/** A time as nginx writes it (`300`, `5m`, `1h`) in seconds. */
function secondsOf(time) {
    const units = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };
    const [, amount, unit] = /^(\d+)(ms|s|m|h|d)?$/.exec(time) ?? [];
    return amount === undefined ? Number.POSITIVE_INFINITY : Number(amount) * (units[unit ?? 's'] ?? 1);
}
/** A size as nginx writes it; 0 is no limit. */
function bytesOf(size) {
    const units = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
    const [, amount, unit] = /^(\d+)([kmg]?)$/i.exec(size) ?? [];
    const bytes = Number(amount ?? Number.NaN) * (units[(unit ?? '').toLowerCase()] ?? 1);
    return bytes > 0 ? bytes : Number.POSITIVE_INFINITY;
}

// EXTERNAL MODULE: ./.build/lib/nginx/edit.js
var edit = __webpack_require__(22277);
// EXTERNAL MODULE: ./.build/lib/nginx/read.js + 1 modules
var read = __webpack_require__(59660);
// EXTERNAL MODULE: ./.build/lib/nginx/servers.js
var nginx_servers = __webpack_require__(52193);
// EXTERNAL MODULE: ./.build/lib/nginx/tokens.js
var tokens = __webpack_require__(9343);
;// CONCATENATED MODULE: ./.build/lib/nginx/remove-servers.js




/**
 * Cuts the servers of exactly this host name on these ports out of a file: the whole block, or, where it serves other
 * ports or other names as well, its `listen` or its name alone. `text` may be bytes read as Latin-1, since a file's
 * comments may be in any encoding. A comment, `remark` of the block's ports, stands in the place of a
 * whole block. Out of a file that cannot be read nothing is cut.
 */
function removeServers(text, file, domain, ports, remark) {
    const cut = [];
    const inseparable = [];
    const edits = [];
    for (const directive of serverBlocks((0,read/* readNginxText */.S)(text, file).directives)) {
        const listens = (0,nginx_servers/* listensOf */.QQ)(directive);
        const taken = ports.filter((port) => listens.some((listen) => covers(listen, port)));
        const names = (0,nginx_servers/* namesOf */.eZ)(directive);
        const own = names.filter((name) => name === domain || name === `.${domain}`);
        if (taken.length === 0 || own.length === 0)
            continue;
        const server = {
            file,
            line: directive.line,
            directive,
            text: text.slice(directive.start, directive.end),
            ports: taken,
        };
        const edit = editsFor(directive, listens, names, domain, ports, text, remark(taken));
        if (edit === undefined)
            inseparable.push(server);
        else {
            cut.push(server);
            edits.push(...edit);
        }
    }
    return { text: (0,edit/* applyEdits */.c)(text, edits), cut, inseparable };
}
function editsFor(directive, listens, names, domain, ports, text, remark) {
    const wanted = (listen) => ports.some((port) => covers(listen, port));
    const otherPorts = listens.some((listen) => !wanted(listen));
    const wholly = listens.filter(wanted).every(({ port, lastPort }) => port === lastPort);
    const otherNames = names.some((name) => name !== domain);
    if (!wholly || (otherPorts && otherNames))
        return undefined;
    if (!otherPorts && !otherNames)
        return [{ start: directive.start, end: directive.end, text: `# ${remark}` }];
    const inside = directive.block ?? [];
    if (otherPorts) {
        return inside
            .filter((one) => one.name === 'listen' && (0,nginx_servers/* listensOf */.QQ)({ ...directive, block: [one] }).some(wanted))
            .map((one) => wholeLine(text, one));
    }
    return inside
        .filter(({ name }) => name === 'server_name')
        .flatMap((one) => one.args.every((name) => name.toLowerCase() === domain) ? [wholeLine(text, one)] : namesIn(text, one, domain));
}
/** Takes the domain out of a `server_name` of several; the other names stay to the byte, whatever their quotes. */
function namesIn(text, { start, end }, domain) {
    const words = [...(0,tokens/* tokenize */.q)(text.slice(start, end), 'server_name')].filter(({ kind }) => kind === 'word');
    return words.flatMap((word) => {
        const name = word.text.toLowerCase();
        const [from, to] = [start + word.start, start + word.end];
        // `.example.com` is `example.com` and `*.example.com` (ngx_http_core_module, server_name).
        if (name === `.${domain}`)
            return [{ start: from, end: to, text: `*${word.text}` }];
        const blanks = /[ \t]*$/.exec(text.slice(start, from))?.[0].length ?? 0;
        return name === domain ? [{ start: from - blanks, end: to, text: '' }] : [];
    });
}
/** Takes a directive away with its line where it stands alone on it. */
function wholeLine(text, { start, end }) {
    const before = text.lastIndexOf('\n', start - 1) + 1;
    const newline = text.indexOf('\n', end);
    const after = newline < 0 ? text.length : newline + 1;
    const alone = text.slice(before, start).trim() === '' && text.slice(end, after).trim() === '';
    return alone ? { start: before, end: after, text: '' } : { start, end, text: '' };
}
/** The `server` blocks of one file: it may hold a whole configuration, an http block, or servers alone. */
function serverBlocks(directives) {
    return directives.flatMap((directive) => {
        if (directive.block === undefined)
            return [];
        if (directive.name === 'server')
            return [directive];
        return directive.name === 'http' ? serverBlocks(directive.block) : [];
    });
}
function covers({ port, lastPort }, wanted) {
    return port <= wanted && wanted <= lastPort;
}

// EXTERNAL MODULE: ./.build/lib/values/health-status.js
var health_status = __webpack_require__(16426);
;// CONCATENATED MODULE: ./.build/lib/deployment/adoption/servers.js










/**
 * Cuts the servers of the site's name and ports out of whatever file of nginx they stand in, ours aside. What one of
 * them has and ours has not, or one that cannot be cut out alone, is a problem.
 */
function serversToAdopt(site, nginx, configuration) {
    const ports = (0,nginx_site/* portsOf */.a5)(site);
    const remark = (taken) => `${site.domain}:${taken.join(',')} is served by the file of ${site.app} (deploy-miniprogram-backend)`;
    const cut = [];
    const files = [];
    const problems = [];
    for (const [path, bytes] of nginx.originals) {
        if ((0,nginx_label/* ownerOf */.bf)(path, bytes.toString('utf8')) !== undefined)
            continue;
        const cutting = removeServers(bytes.toString('latin1'), path, site.domain, ports, remark);
        problems.push(...cutting.inseparable.map((server) => inseparable(server, site.domain)));
        if (cutting.cut.length === 0)
            continue;
        problems.push(...cutting.cut.flatMap((server) => losses(server, site, configuration)));
        cut.push(...cutting.cut);
        files.push(otherFile(files.length + 1, path, bytes, cutting.text, cutting.cut, site.domain, nginx));
    }
    return { cut, files, problems };
}
/** Whether a server goes with this deployment, or is told of by a failure of its own. */
function goes({ file, line }, { cut, problems }) {
    return problems.length > 0 || cut.some((server) => server.file === file && server.line === line);
}
function otherFile(number, path, before, after, cut, domain, nginx) {
    const ports = [...new Set(cut.flatMap((server) => server.ports))];
    return {
        id: `site.cut-${number}`,
        title: (0,messages_text/* text */.Qq)(`Cut the server of ${domain}:${ports.join(',')} out of ${path}`, `从 ${path} 中移除 ${domain}:${ports.join(',')} 的 server`),
        reason: (0,messages_text/* text */.Qq)('of two servers with one name and port nginx uses only the first; its other servers stay to the byte', '同名同端口的两个 server，nginx 只使用第一个；该文件中的其他 server 逐字节保持不变'),
        change: { path, before, after: Buffer.from(after, 'latin1'), ours: false },
        proofs: [],
        proofsOfUndo: nginx.state === 'running' ? cut.flatMap((server) => servedByHand(server, domain)) : [],
    };
}
/** Something answers as before, and it is not ours. */
function servedByHand({ ports, directive }, domain) {
    const listens = (0,nginx_servers/* listensOf */.QQ)(directive);
    return ports.map((port) => ({
        scheme: listens.some((listen) => listen.port === port && listen.ssl) ? 'https' : 'http',
        domain,
        port,
        path: '/',
        status: health_status/* anyStatus */.L,
        release: '-',
        configuration: '-',
        fingerprint: undefined,
    }));
}
function inseparable({ file, line, ports }, domain) {
    return (0,failure/* failure */.V2)('SERVER_BLOCK_SHARED', { domain, ports: ports.join(', '), file, line });
}
function losses(server, site, configuration) {
    const api = server.ports.some((port) => port === site.httpsPort || port === site.publishedAppPort);
    // A snippet that is given is its user's word on what the API's server holds.
    if (api && site.snippet !== undefined)
        return [];
    const successor = {
        kind: api ? 'api' : 'static',
        maxBodySize: site.maxBodySize,
        sitePath: site.staticSite?.path,
    };
    const lost = lostDirectives(server.directive.block ?? [], successor, configuration);
    if (lost.length === 0)
        return [];
    const { start } = server.directive;
    const words = lost.map((one) => toUtf8(server.text.slice(one.start - start, one.end - start)));
    return [
        (0,failure/* failure */.V2)(api ? 'SERVER_BLOCK_LOSES' : 'STATIC_SERVER_LOSES', {
            domain: site.domain,
            ports: server.ports.join(', '),
            file: server.file,
            line: server.line,
            directives: (0,hide_secrets/* hideSecrets */.s)(words.join('\n')),
            upstream: identifierOf(site.image),
        }),
    ];
}
/** Text that was read as Latin-1, to the byte, as what it mostly is. */
function toUtf8(latin1) {
    return Buffer.from(latin1, 'latin1').toString('utf8');
}

;// CONCATENATED MODULE: ./.build/lib/deployment/adoption/adoption.js


/** Works out how a set-up by hand is adopted by the release that was decided on. */
function planAdoption({ release, adoption: source }, server) {
    const { container, inherited } = source;
    const at = release.id.slice(0, release.id.indexOf('-'));
    const containerAdoption = container === undefined ? undefined : containerAdoptionOf(container, release, at, server.time);
    const servers = source.servers
        ? serversToAdopt(release.site, server.nginx, server.configuration)
        : { cut: [], files: [], problems: [] };
    const earlier = server.releases.adopted;
    return {
        container,
        inherited,
        containerAdoption,
        servers,
        record: containerAdoption === undefined && servers.cut.length === 0
            ? undefined
            : {
                format: 1,
                at,
                container: containerAdoption?.adopted ?? earlier?.container,
                inherited,
                servers: [
                    ...(earlier?.servers ?? []),
                    ...servers.cut.map(({ file, line, text }) => ({ file, line, text: toUtf8(text) })),
                ],
            },
        problems: servers.problems,
    };
}
/** A container with the names under which it and its image are kept. */
function containerAdoptionOf(container, release, at, surveyedAt) {
    const { id, name } = container;
    const kept = { keptAs: `${release.image}-adopted-${at}`, image: `${release.image}:adopted-${at}` };
    return { container, adopted: { id, name, ...kept, surveyedAt }, port: portInTheWay(container, release) };
}
/** The port that nginx is to listen on and that only the old container's end sets free. */
function portInTheWay(container, { site }) {
    const port = site.publishedAppPort;
    if (port === undefined || !(0,manual_container/* isRunning */.W)(container))
        return undefined;
    return (0,manual_container/* holdsPort */.A)(container, port) || container.networkMode === 'host' ? port : undefined;
}

;// CONCATENATED MODULE: ./.build/lib/messages/adoption.js

/** What is said of a set-up by hand that is taken over. */
const adoptionMessages = {
    container: (name, image) => (0,messages_text/* text */.Qq)(`Takes over the container ${name} (image ${image}) that you set up:`, `接管手工部署的容器 ${name}（镜像 ${image}）：`),
    mount: (volume) => (0,messages_text/* text */.Qq)(`  mount ${volume}`, `  挂载 ${volume}`),
    variables: (names) => (0,messages_text/* text */.Qq)(`  variables (their values stay on the server): ${names}`, `  环境变量（值不离开服务器）：${names}`),
    networks: (names) => (0,messages_text/* text */.Qq)(`  networks: ${names}`, `  网络：${names}`),
    user: (user) => (0,messages_text/* text */.Qq)(`  user: ${user}`, `  用户：${user}`),
    published: (port) => (0,messages_text/* text */.Qq)(`  port ${port}, served by nginx from now on`, `  端口 ${port}，今后由 nginx 提供`),
    server: (ports, file, line) => (0,messages_text/* text */.Qq)(`Takes over the nginx server of port ${ports} in ${file}, line ${line}.`, `接管 ${file} 第 ${line} 行的 nginx server（端口 ${ports}）。`),
    caseMixUp: (mounted, other) => (0,messages_text/* text */.Qq)(`${other} holds files that the application does not see: what is mounted is ${mounted}, and Linux tells upper case from lower case. Nothing of either is changed. To mount the other one, name it in the input \`volumes\`; to have all in one place, copy it: cp -an ${other}/. ${mounted}/`, `应用看不到 ${other} 中的文件：实际挂载的是 ${mounted}，而 Linux 区分大小写。两者都不会被改动。如需挂载前者，请在参数 \`volumes\` 中指定；如需合并，请复制：cp -an ${other}/. ${mounted}/`),
    caseMixUpEmpty: (mounted, other) => (0,messages_text/* text */.Qq)(`${mounted} is mounted and empty, while ${other} holds files: Linux tells upper case from lower case. Nothing of either is changed. To mount the other one, name it in the input \`volumes\`; to have all in one place, copy it: cp -an ${other}/. ${mounted}/`, `挂载的 ${mounted} 是空的，而 ${other} 中有文件：Linux 区分大小写。两者都不会被改动。如需挂载后者，请在参数 \`volumes\` 中指定；如需合并，请复制：cp -an ${other}/. ${mounted}/`),
    compose: (container, project) => (0,messages_text/* text */.Qq)(`${container} belongs to the Compose project ${project}: take its service out of the compose file, or the next \`docker compose up\` makes it again.`, `${container} 属于 Compose 项目 ${project}：请从 compose 文件中移除该服务，否则下次 \`docker compose up\` 会重新创建它。`),
    noContainer: (0,messages_text/* text */.Qq)('The nginx server that is taken over led to no container that is taken over: anything behind it keeps running.', '被接管的 nginx server 之前没有指向被接管的容器：其后端程序会继续运行。'),
};

// EXTERNAL MODULE: ./.build/lib/values/volumes.js
var values_volumes = __webpack_require__(34374);
;// CONCATENATED MODULE: ./.build/lib/deployment/adoption/case-variants.js
/**
 * The guide's slip: it has `/docker/app/mccm-server/file-system` made and `/docker/app/MCCM-server/file-system` mounted,
 * which Docker makes as an empty folder, so that what was put into the former is never seen.
 */
function caseMixUps(folders, mounted) {
    return folders
        .filter(({ path, exists }) => exists && mounted.some(({ host }) => host === path))
        .flatMap(({ path, empty, variants }) => variants.map((other) => ({ mounted: path, empty, other })));
}

;// CONCATENATED MODULE: ./.build/lib/deployment/adoption/words.js



/** What is taken over, for people to read before it begins. */
function notesOnAdoption({ container, inherited, servers }) {
    const files = servers.cut.map(({ file, line, ports }) => adoptionMessages.server(ports.join(', '), file, line));
    if (container === undefined || inherited === undefined)
        return files;
    const { volumes, environment, networks, user, published } = inherited;
    return [
        adoptionMessages.container(container.name, container.image),
        ...volumes.map((volume) => adoptionMessages.mount((0,values_volumes/* renderVolume */.Jl)(volume))),
        ...(environment.length > 0 ? [adoptionMessages.variables(environment.join(', '))] : []),
        ...(networks.length > 0 ? [adoptionMessages.networks(networks.join(', '))] : []),
        ...(user.effective === '' ? [] : [adoptionMessages.user(user.effective)]),
        ...(published === undefined ? [] : [adoptionMessages.published(published.port)]),
        ...files,
    ];
}
/** What a person should know who has the set-up by hand taken over. */
function warningsOfAdoption({ container, servers }, release, { storage }) {
    return [
        ...caseMixUps(storage.folders, release.container.volumes).map(({ mounted, empty, other }) => empty ? adoptionMessages.caseMixUpEmpty(mounted, other) : adoptionMessages.caseMixUp(mounted, other)),
        ...(container?.composeProject === undefined ? [] : [adoptionMessages.compose(container.name, container.composeProject)]),
        ...(servers.cut.length > 0 && container === undefined ? [adoptionMessages.noContainer] : []),
    ];
}

// EXTERNAL MODULE: ./.build/lib/resources/daemon-json.js
var daemon_json = __webpack_require__(60273);
// EXTERNAL MODULE: ./.build/lib/survey/closed-places.js
var closed_places = __webpack_require__(80402);
;// CONCATENATED MODULE: ./.build/lib/deployment/closed-places.js




/** Places that these steps would write to, and that take no writes: told before the first of them runs. */
function closedPlaces(steps, { release, certificate }, server, nginxFiles) {
    const planned = (room) => steps.some(({ id }) => id === room || id.startsWith(`${room}.`));
    const { folders } = server.storage;
    const missing = release.container.volumes
        .map(({ host }) => host)
        .filter((host) => folders.some(({ path, exists }) => path === host && !exists));
    const places = [
        ...(planned('release') ? [`${(0,application_paths/* applicationDirectory */.gZ)(release.app)}/releases`] : []),
        ...(planned('release.folder') ? missing : []),
        ...(planned('static-site.publish') ? [(0,application_paths/* staticDirectory */.oO)(release.app)] : []),
        // The domain's folder: that of the pair itself is made in it.
        ...(planned('certificate') || certificate.expected === true
            ? [external_node_path_.posix.dirname(external_node_path_.posix.dirname(certificate.pair.chainPath))]
            : []),
        ...(planned('docker.mirror') ? [daemon_json/* daemonJson */.$g] : []),
    ];
    const files = planned('site') ? nginxFiles.flatMap((file) => [file, external_node_path_.posix.dirname(file)]) : [];
    return [...(0,closed_places/* closedFailures */.oo)(server.closed, places), ...(0,closed_places/* closedFailures */.oo)(server.nginx.closed, files)];
}

// EXTERNAL MODULE: ./.build/lib/checks/host-firewall.js + 2 modules
var host_firewall = __webpack_require__(45970);
// EXTERNAL MODULE: ./.build/lib/filters/rule-words.js
var rule_words = __webpack_require__(90230);
;// CONCATENATED MODULE: ./.build/lib/messages/firewall.js

/**
 * Note: rules of the server's packet filters, or listings that could not be read, leave it open whether a port is
 * blocked.
 */
function unclearPort(port, rules) {
    return (0,messages_text/* text */.Qq)(`Unclear whether the firewall on the server blocks TCP port ${port}, because of: ${rules}`, `无法确定服务器上的防火墙是否拦截 TCP 端口 ${port}，原因：${rules}`);
}

// EXTERNAL MODULE: ./.build/lib/filters/host-firewall.js
var filters_host_firewall = __webpack_require__(63251);
;// CONCATENATED MODULE: ./.build/lib/resources/firewall.js



/** Steps that open `ports` in the host's firewall, where one is active and keeps them shut. */
function planFirewall(ports, firewall) {
    return ports
        .filter((port) => !(0,filters_host_firewall/* letsIn */.C6)(firewall, port) || !(0,filters_host_firewall/* goesOnLettingIn */.o9)(firewall, port))
        .map((port) => ({
        kind: 'server',
        phase: 'publish',
        id: 'firewall.open',
        title: (0,messages_text/* text */.Qq)(`Open port ${port} in ${firewall.kind}`, `在 ${firewall.kind} 中开放端口 ${port}`),
        reason: (0,filters_host_firewall/* letsIn */.C6)(firewall, port)
            ? (0,messages_text/* text */.Qq)(`${firewall.kind} would close it at its next reload`, `${firewall.kind} 下次重新加载时会关闭该端口`)
            : (0,messages_text/* text */.Qq)(`${firewall.kind} is active and blocks it`, `${firewall.kind} 已启用且未开放该端口`),
        diff: `+ ${port}/tcp${firewall.zone === undefined ? '' : ` (zone ${firewall.zone})`}`,
        script: openCommand(firewall, port),
    }));
}
function openCommand(firewall, port) {
    const { kind, zone } = firewall;
    // At the end, where the administrator's bans go before it; right before a rule that shuts the port, where there is one.
    if (kind === 'ufw') {
        const place = (0,filters_host_firewall/* deciderOf */.Id)(firewall, port)?.number;
        const rule = `allow ${port}/tcp comment deploy-miniprogram-backend`;
        // A rule that denies this very port is changed instead: ufw skips the insertion of another one for it.
        const insert = place === undefined ? '' : `ufw insert ${place} ${rule} | grep -v Skipping >/dev/null || `;
        return `${insert}ufw ${rule} >/dev/null`;
    }
    // Rich rules that deny are asked before ports are.
    const denied = [firewall, { ...firewall, rules: firewall.permanent ?? [] }].some((rules) => (0,filters_host_firewall/* deciderOf */.Id)(rules, port)?.lets === false);
    const open = denied
        ? (0,shell_quote/* quote */.h)(`--add-rich-rule=rule priority="-100" port port="${port}" protocol="tcp" accept`)
        : `--add-port=${port}/tcp`;
    const add = `${zone === undefined ? '' : `--zone=${(0,shell_quote/* quote */.h)(zone)} `}${open}`;
    return `firewall-cmd --quiet ${add} && firewall-cmd --quiet --permanent ${add}`;
}

;// CONCATENATED MODULE: ./.build/lib/deployment/closed-ports.js




/** Looks up what becomes of connections to `ports`. */
function closedPorts(ports, { firewall, filters }) {
    const seen = ports.map((port) => ({ port, at: (0,host_firewall/* hostFirewallAt */.gC)(port, firewall, filters) }));
    const problems = seen.flatMap(({ port, at }) => (0,host_firewall/* blamedOnLoopback */.y8)(port, at) ?? []);
    const notices = seen.flatMap(({ port, at }) => shutToMost(port, at, planFirewall([port], firewall).length > 0) ?? []);
    return { problems, notices, notes: seen.flatMap(({ port, at }) => doubtAbout(port, at)) };
}
function doubtAbout(port, { verdict, unread }) {
    const by = [verdict.connect, verdict.later].flatMap((one) => (one.kind === 'unclear' ? one.by.map(rule_words/* ruleWords */.mG) : []));
    const rules = [...new Set([...by, ...unread])];
    return rules.length === 0 ? [] : [unclearPort(port, rules.slice(0, 3).join('; '))];
}
function shutToMost(port, at, opened) {
    for (const stage of ['connect', 'later']) {
        const verdict = at.verdict[stage];
        if (verdict.kind === 'open' || verdict.kind === 'unclear')
            continue;
        if (verdict.kind === 'sources' && !verdict.most)
            continue;
        if (opened && (0,host_firewall/* isOfManager */.Nf)(verdict.by, at.program))
            continue;
        // That this runner is let in does not help those who use the application.
        const forAll = verdict.kind === 'sources' ? { kind: verdict.kind, by: verdict.by, most: true } : verdict;
        return (0,host_firewall/* firewallBlamed */.Wo)(port, { ...at, verdict: { ...at.verdict, [stage]: forAll } }, stage, '-');
    }
    return undefined;
}

// EXTERNAL MODULE: ./.build/lib/deployment/cloud.js + 2 modules
var deployment_cloud = __webpack_require__(6720);
// EXTERNAL MODULE: ./.build/lib/layout/release-paths.js
var release_paths = __webpack_require__(33433);
// EXTERNAL MODULE: ./.build/lib/release/labels.js
var labels = __webpack_require__(10509);
// EXTERNAL MODULE: ./.build/lib/release/names.js
var names = __webpack_require__(16260);
// EXTERNAL MODULE: ./.build/lib/survey/listeners.js
var survey_listeners = __webpack_require__(16572);
// EXTERNAL MODULE: ./.build/lib/values/private-paths.js
var private_paths = __webpack_require__(98615);
// EXTERNAL MODULE: ./.build/lib/deployment/orphans.js
var orphans = __webpack_require__(40459);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./.build/lib/nginx/listen-address.js
/** The address of this server that `localhost` stands for, and that a switch is proven at. */
const loopback = '127.0.0.1';
/** An address as systems write it: without brackets and without the device that ss(8) adds; loopback's name resolved. */
function plainAddress(address) {
    const plain = address
        .replace(/%.*$/, '')
        .replace(/^\[|\]$/g, '')
        .toLowerCase();
    return plain === 'localhost' ? loopback : plain;
}
/** Whether that is all addresses of IPv4. */
function isAny4({ address }) {
    return address === '*' || address === '0.0.0.0';
}
/** Whether that is all addresses of IPv6. */
function isAny6({ address }) {
    return /^\[[0:]+\]$/.test(address);
}
/** Whether what listens so takes no IPv4. */
function isOnIpv6Alone({ address, options }) {
    return address.startsWith('[') && !options.includes('ipv6only=off');
}

// EXTERNAL MODULE: ./.build/lib/nginx/version.js
var version = __webpack_require__(3877);
;// CONCATENATED MODULE: ./.build/lib/deployment/held-ports.js







/**
 * Single addresses of the site's ports that a running nginx listens on. Its reload opens what is new before it closes
 * what is old (ngx_init_cycle), so that it cannot listen on all addresses, whoever names the one; started anew it can.
 */
function heldAddresses({ site, nginx, configuration, listeners }) {
    if (nginx.state !== 'running')
        return [];
    const listens = (0,nginx_servers/* serversOf */.U2)(configuration).flatMap(nginx_servers/* placedListens */.CU);
    const ofStream = (0,nginx_servers/* streamListens */.ZN)(configuration);
    return (0,nginx_site/* listensOf */.QQ)(site).flatMap(({ port }) => {
        if (site.publishedOnLoopback && port === site.publishedAppPort)
            return [];
        const held = (0,survey_listeners/* holdersOf */.pW)(listeners, port)
            .filter((socket) => (0,survey_listeners/* isOfProgram */.Gk)(socket, nginx.program))
            .map(({ address }) => plainAddress(address));
        // `*` is all of both, or of IPv4 as CentOS 7 writes it.
        const any4 = held.some((address) => address === '*' || address === '0.0.0.0');
        const any6 = !site.ipv6 || held.some((address) => address === '*' || address === '::');
        const inTheWay = held.filter((address) => address !== '::' && !((0,external_node_net_.isIPv6)(address) ? any6 : any4));
        // What is told of as PORT_OF_STREAM.
        if (ofStream.some((listen) => (0,nginx_servers/* listensAt */.Ag)(listen, port)))
            return [];
        const here = listens.filter((listen) => (0,nginx_servers/* listensAt */.Ag)(listen, port));
        const named = here.filter((listen) => !isAny4(listen) && (0,external_node_net_.isIP)(plainAddress(listen.address)) === 0);
        return [...new Set(inTheWay)].map((address) => {
            const found = here.find((listen) => plainAddress(listen.address) === address) ?? named[0];
            const place = found === undefined ? '' : `${found.file}:${found.line}`;
            return (0,failure/* failure */.V2)('PORT_ADDRESS_HELD', { port, address, place });
        });
    });
}
/** nginx that is stopped starts only where every port of its configuration is free, also those of other sites. */
function heldPorts({ site, nginx, configuration, listeners, taken, released, }) {
    if (nginx.state !== 'stopped')
        return [];
    const ours = (0,nginx_site/* portsOf */.a5)(site);
    const wanted = [
        ...(0,nginx_servers/* serversOf */.U2)(configuration)
            .filter((server) => server.file !== nginx.managedFile?.path && !goes(server, taken))
            .flatMap(nginx_servers/* placedListens */.CU),
        ...(0,nginx_servers/* streamListens */.ZN)(configuration),
    ];
    const told = new Set();
    return listeners.sockets.flatMap(({ port, address, process, pid, uid }) => {
        // Those of the site itself are told of as PORT_TAKEN.
        if (told.has(port) || port === released || ours.includes(port))
            return [];
        // Workers that outlived their master let go of it when nginx is started.
        if ((0,survey_listeners/* isOfProgram */.Gk)({ process, uid }, nginx.program))
            return [];
        const found = wanted.find((listen) => (0,nginx_servers/* listensAt */.Ag)(listen, port) && collide(listen.address, address));
        if (found === undefined)
            return [];
        told.add(port);
        return [
            (0,failure/* failure */.V2)('NGINX_PORT_HELD', {
                port,
                process: process || '-',
                pid: pid ?? '-',
                file: found.file,
                line: found.line,
            }),
        ];
    });
}
/** Whether two sockets cannot listen on one port; `held` as ss(8) writes it, whose `*` takes IPv4 and IPv6. */
function collide(wanted, held) {
    if (held === '*')
        return true;
    const six = (address) => address.startsWith('[');
    if (six(wanted) !== six(held))
        return false;
    const any = (address) => ['*', '0.0.0.0', '[::]'].includes(address);
    return any(wanted) || any(held) || wanted === held.replace(/%.*/, '');
}

;// CONCATENATED MODULE: ./.build/lib/deployment/shared-ports.js









/**
 * What other servers of nginx do to the ports of a site: options that count for all servers of one address and port, an
 * address that is preferred, a protocol that is none of http's; and what a stopped nginx would not start for.
 */
function sharedPortProblems(ports) {
    const { site, configuration } = ports;
    const others = neighbours(ports);
    const beside = others.filter((one) => isBesideOurs(one, site));
    const ofStream = (0,nginx_site/* listensOf */.QQ)(site).flatMap(({ port }) => (0,nginx_servers/* streamListens */.ZN)(configuration)
        .filter((listen) => (0,nginx_servers/* listensAt */.Ag)(listen, port) && (site.ipv6 || !isOnIpv6Alone(listen)))
        .map(({ file, line }) => (0,failure/* failure */.V2)('PORT_OF_STREAM', { port, file, line })));
    const held = heldAddresses(ports);
    // One that is held is told of already, with the same cure.
    const taken = held.length > 0 || servesAlready(ports) ? [] : others.filter((one) => takesOurs(one, ports));
    return [
        ...beside.flatMap((one) => speaksOtherwise(one)),
        ...others.flatMap((one) => unfitOption(one, ports)),
        ...held,
        ...taken.map(addressTaken),
        ...ofStream,
        ...longName(ports),
        ...heldPorts(ports),
        ...(ports.nginx.state === 'stopped' ? masked(ports) : []),
    ];
}
/**
 * What is warned of: an address that other sites prefer, where the site is served all the same or is hardly asked for
 * there; a unit that is masked.
 */
function sharedPortNotices(ports) {
    return [
        ...neighbours(ports)
            .filter((one) => isPreferred(one, ports) && (servesAlready(ports) || !takesOurs(one, ports)))
            .map(addressTaken),
        ...(ports.nginx.state === 'running' ? masked(ports) : []),
    ];
}
/** The unit of an nginx that nothing else starts at boot. That of a panel is not what systemd knows by the name. */
function masked({ nginx, masked: units }) {
    const [, fork = 'nginx'] = /\b(openresty|tengine)\b/.exec(nginx.program) ?? [];
    // One that was masked while it ran is still the unit of what runs.
    const unit = nginx.unit ?? `${fork}.service`;
    const own = !nginx.program.startsWith('/www/server/');
    return own && units.includes(unit) ? [(0,failure/* failure */.V2)('NGINX_MASKED', { unit })] : [];
}
/** Whether nginx brought the application's own answer through the port as it is configured now. */
function servesAlready({ nginx, site }) {
    const served = nginx.managedFile?.text ?? '';
    return (nginx.serving?.release ?? '') !== '' && served.includes(`listen ${site.httpsPort} ssl`);
}
function neighbours({ site, configuration, nginx, taken }) {
    return (0,nginx_site/* listensOf */.QQ)(site).flatMap((port) => (0,nginx_servers/* serversOn */.Gx)(configuration, port.port)
        .filter((server) => server.file !== nginx.managedFile?.path && !goes(server, taken))
        .flatMap(nginx_servers/* placedListens */.CU)
        .filter((listen) => (0,nginx_servers/* listensAt */.Ag)(listen, port.port))
        .map((listen) => ({ port, listen })));
}
/** nginx speaks TLS on a port as soon as one of its servers there does: a plain one beside it would be cut off. */
function speaksOtherwise({ port: { port, tls }, listen }) {
    const { ssl, file, line } = listen;
    return ssl === tls ? [] : [(0,failure/* failure */.V2)('PORT_SPEAKS_OTHERWISE', { port, wanted: tls ? 'https' : 'http', file, line })];
}
/**
 * nginx gives an address and port the options of all servers that listen there (ngx_http_add_addresses). HTTP/2 without
 * TLS was HTTP/2 alone before 1.25.1.
 */
function unfitOption(one, { site, nginx }) {
    const { port, tls } = one.port;
    const { listen } = one;
    const { options, file, line } = listen;
    const ours = isBesideOurs(one, site);
    const unfit = options.filter((option) => (option === 'proxy_protocol' && ours) ||
        (option === 'ipv6only=off' && isAny6(listen)) ||
        (option === 'http2' && !tls && ours && !(0,version/* atLeast */.j)(nginx.version, 1, 25, 1)));
    return unfit.map((option) => (0,failure/* failure */.V2)('PORT_OPTION_UNFIT', { port, option, file, line }));
}
/** Requests to an address that one server names come to no server that names the port alone (ngx_http_init_connection). */
function addressTaken({ port: { port }, listen: { address, file, line } }) {
    return (0,failure/* failure */.V2)('PORT_ADDRESS_TAKEN', { port, address, file, line });
}
/** Whether a server has an address to itself that requests to the site may come to. */
function isPreferred({ port: { port }, listen }, { site, addresses }) {
    const address = plainAddress(listen.address);
    // The site itself names loopback's address then.
    if (isOnLoopback(port, site))
        return false;
    if ((0,external_node_net_.isIPv6)(address))
        return site.ipv6 && addresses.includes(address);
    return (0,external_node_net_.isIPv4)(address) && !isAny4(listen) && (!address.startsWith('127.') || address === loopback);
}
/** Whether that is an address at which the site is asked for: by its proof, or from outside. */
function takesOurs(one, ports) {
    const address = plainAddress(one.listen.address);
    const outside = ports.addresses.filter((known) => (0,external_node_net_.isIPv4)(known));
    const asked = address === loopback || outside.length === 0 || outside.includes(address);
    return isPreferred(one, ports) && (0,external_node_net_.isIPv4)(address) && asked;
}
/** Whether a server shares an address with the site, and what nginx decides for it. */
function isBesideOurs({ port: { port }, listen }, site) {
    if (isOnLoopback(port, site))
        return plainAddress(listen.address) === loopback;
    return isAny4(listen) || (isAny6(listen) && site.ipv6);
}
function isOnLoopback(port, { publishedAppPort, publishedOnLoopback }) {
    return publishedOnLoopback && port === publishedAppPort;
}
/**
 * nginx makes a table of the names of each port that servers share, and refuses one that does not fit into its buckets:
 * two pointers, and the name with two bytes more, in whole words (NGX_HASH_ELT_SIZE of ngx_hash.c).
 */
function longName(ports) {
    const { site, configuration, nginx } = ports;
    const { domain } = site;
    const given = configuration.tree
        .filter(({ name }) => name === 'http')
        .flatMap(({ block = [] }) => block)
        .find(({ name }) => name === 'server_names_hash_bucket_size');
    // It may stand in a file that cannot be read; nginx tests the site before anything is changed.
    if (given === undefined && configuration.unread.length > 0)
        return [];
    const have = Math.ceil(sizeOf(given?.args[0] ?? '64') / cacheLine) * cacheLine;
    const needed = 16 + 8 * Math.ceil((domain.length + 2) / 8);
    if (needed <= have || !neighbours(ports).some((one) => isBesideOurs(one, site)))
        return [];
    const need = 2 ** Math.ceil(Math.log2(needed));
    const place = given === undefined ? '' : `${given.file}:${given.line}`;
    return [
        (0,failure/* failure */.V2)('NGINX_NAMES_HASH', { domain, have, need, main: configuration.main, nginx: (0,command/* nginxCommand */.Y)(nginx), place }),
    ];
}
/** Bytes to which nginx rounds the size of a bucket, on x86-64 and 64-bit ARM. */
const cacheLine = 64;
/** A size as nginx writes it. */
function sizeOf(word) {
    return Number.parseInt(word, 10) * (/k$/i.test(word) ? 1024 : 1) || cacheLine;
}

;// CONCATENATED MODULE: ./.build/lib/deployment/obstacles.js














/** What stands in the way of a release; every one with its name, nothing touched. Empty: nothing does. */
function obstacles(target, server, adoption, shared) {
    return [
        ...placesNotOurs(target, server, adoption),
        ...privateVolumes(target, server),
        ...foreignContainers(target, server, adoption),
        ...takenTags(target, server, adoption),
        ...samePorts(target),
        ...foreignServers(target, server, adoption),
        ...takenPorts(target, server, adoption),
        ...sharedPortProblems(shared),
        ...unfitNetworks(target, server),
    ];
}
/** Places that bear our names: what is not ours there is not touched, what others can change is not relied on. */
function placesNotOurs({ release }, { releases }, { record }) {
    const { app, site } = release;
    const folder = (0,application_paths/* applicationDirectory */.gZ)(app);
    const needed = [
        folder,
        `${folder}/releases`,
        `${folder}/current`,
        (0,release_paths/* releaseDirectory */.fF)(release),
        (0,application_paths/* rollbackScript */.SN)(app),
        '/docker',
        '/docker/app',
    ];
    if (site.staticSite !== undefined)
        needed.push((0,application_paths/* staticDirectory */.oO)(app), external_node_path_.posix.dirname(site.staticSite.root));
    if (record !== undefined)
        needed.push((0,application_paths/* adoptionRecordFile */.cG)(app), (0,application_paths/* inheritedEnvironmentFile */.qq)(app));
    return [...releases.taken.filter((path) => needed.includes(path)).map((path) => (0,failure/* failure */.V2)('PATH_TAKEN', { path }))];
}
/** Folders that would let the container read what is root's, or write what root runs; links are followed. */
function privateVolumes({ release }, { releases, storage, configuration }) {
    const applications = [(0,application_paths/* applicationDirectory */.gZ)(release.app), ...releases.applications];
    const places = {
        applications,
        nginx: [external_node_path_.posix.dirname(configuration.main)],
        files: [...configuration.files.keys()],
    };
    return release.container.volumes.flatMap((volume) => {
        const real = storage.folders.find(({ path }) => path === volume.host)?.real ?? volume.host;
        const opened = (0,private_paths/* openedBy */.p)(volume, places) ?? (0,private_paths/* openedBy */.p)({ ...volume, host: real }, places);
        const fit = (0,application_paths/* dataFolder */.pS)(release.app);
        return opened === undefined ? [] : [(0,failure/* failure */.V2)('VOLUME_PRIVATE', { path: volume.host, opened, fit })];
    });
}
/** Names of images that this deploy is to give, and that something bears already. */
function takenTags({ release, source, newContainer }, { images }, { containerAdoption }) {
    const given = [
        ...(newContainer === undefined || source.kind === 'kept' ? [] : [(0,names/* imageTag */.I)(release)]),
        ...(containerAdoption === undefined ? [] : [containerAdoption.adopted.image]),
    ];
    return given
        .filter((tag) => images.some((image) => image.tag === tag))
        .map((tag) => (0,failure/* failure */.V2)('IMAGE_TAG_TAKEN', { tag }));
}
function foreignContainers({ release }, server, { container: adopted }) {
    return server.containers
        .filter((container) => container.id !== adopted?.id)
        .filter((container) => container.name === release.image && !(0,orphans/* isOurs */.MU)(container, release, server))
        .map((container) => (0,failure/* failure */.V2)('CONTAINER_NOT_OURS', { container: container.name, owner: container.labels[labels/* label */.P.app] ?? '-' }));
}
function foreignServers({ release }, { nginx, configuration }, { servers }) {
    const { domain } = release.site;
    const foreign = (0,nginx_site/* portsOf */.a5)(release.site).flatMap((port) => {
        const found = (0,nginx_servers/* serversFor */.Qm)(configuration, domain, port).filter((server) => server.file !== nginx.managedFile?.path && !goes(server, servers));
        const ownerOfFile = (file) => (0,nginx_label/* ownerOf */.bf)(file, configuration.files.get(file) ?? '')?.app;
        const owner = found.map(({ file }) => ownerOfFile(file)).find((app) => app !== undefined);
        if (owner !== undefined && ofBrowsers(port))
            return [(0,failure/* failure */.V2)('SITE_TAKEN', { domain, port, app: owner })];
        return found.map(({ file, line }) => (0,failure/* failure */.V2)('SERVER_BLOCK_TAKEN', { domain, port, file, line, app: ownerOfFile(file) ?? '-' }));
    });
    // Whoever has 443 mostly has 80 as well: told once.
    const [taken] = foreign.filter(({ code }) => code === 'SITE_TAKEN');
    return foreign.filter((one) => one.code !== 'SITE_TAKEN' || one === taken);
}
/** Whether a port is one that one application of a domain has to itself. */
function ofBrowsers(port) {
    return port === nginx_site/* staticPorts */.d6.https || port === nginx_site/* staticPorts */.d6.http;
}
/** The application's own port may come from the jar, where the inputs could not be held against each other. */
function samePorts({ release }) {
    const { publishedAppPort, httpsPort } = release.site;
    if (publishedAppPort === undefined)
        return [];
    if (publishedAppPort === httpsPort)
        return [(0,failure/* failure */.V2)('INPUT_SAME_PORT', { name: 'app-port', other: 'https-port', port: httpsPort })];
    if (release.site.staticSite !== undefined && ofBrowsers(publishedAppPort))
        return [(0,failure/* failure */.V2)('INPUT_STATIC_PORT', { name: 'app-port', port: publishedAppPort })];
    return [];
}
/** Ports that nginx is to listen on, held by something else. nginx itself, which is root's, may hold them for other names. */
function takenPorts({ release }, { listeners, nginx }, { containerAdoption }) {
    return (0,nginx_site/* portsOf */.a5)(release.site).flatMap((port) => {
        // What the old container holds it lets go when it stops.
        if (port === containerAdoption?.port)
            return [];
        const holder = (0,survey_listeners/* holdersOf */.pW)(listeners, port).find((socket) => !(0,survey_listeners/* isOfProgram */.Gk)(socket, nginx.program));
        return holder === undefined
            ? []
            : [
                (0,failure/* failure */.V2)('PORT_TAKEN', {
                    port,
                    process: holder.process || '-',
                    pid: holder.pid ?? '-',
                    address: holder.address,
                }),
            ];
    });
}
/** What other servers of this nginx do to the ports of the site. */
function sharedPortsOf({ release }, { nginx, configuration, listeners, filters: { addresses }, maskedNginx: masked }, { servers, containerAdoption }) {
    const { site } = release;
    return {
        site,
        nginx,
        configuration,
        listeners,
        addresses,
        masked,
        taken: servers,
        released: containerAdoption?.port,
    };
}
/** Networks that the container is to be on, and cannot. */
function unfitNetworks({ release }, { networks }) {
    const known = networks.map(({ name }) => name).join(', ') || '-';
    return release.container.networks.flatMap((network) => {
        const found = networks.find(({ name }) => name === network);
        if (found === undefined)
            return [(0,failure/* failure */.V2)('NETWORK_MISSING', { network, known })];
        const { driver, internal } = found;
        if (driver === 'bridge' && !internal)
            return [];
        return [(0,failure/* failure */.V2)('NETWORK_UNFIT', { network, driver: internal ? `${driver}, internal` : driver })];
    });
}

// EXTERNAL MODULE: ./.build/lib/deployment/port.js
var deployment_port = __webpack_require__(47061);
// EXTERNAL MODULE: ./.build/lib/deployment/shared-certificate.js
var shared_certificate = __webpack_require__(67457);
;// CONCATENATED MODULE: ./.build/lib/deployment/side-by-side.js


/** Memory that must stay free beside two running versions, in bytes. */
const memoryMargin = 64 * 1024 * 1024;
/** Looks at a new version beside what runs of the old ones. */
function sideBySide({ image, container: { embeddedDatabase } }, server, { container: adopted }) {
    const serving = adopted ?? (0,orphans/* servingContainer */._B)(server);
    const all = [...(serving === undefined ? [] : [serving]), ...(0,orphans/* oldContainers */.Ig)({ image }, server)];
    const old = all.filter(holds);
    if (old.length === 0)
        return { problems: [], notices: [] };
    const stop = stopCommand(old);
    const memory = memoryFor(old, server, stop);
    const problems = [
        ...(embeddedDatabase === undefined
            ? []
            : [(0,failure/* failure */.V2)('EMBEDDED_DATABASE', { database: embeddedDatabase, stop, image })]),
        ...(memory?.code === 'MEMORY_TOO_SMALL' ? [memory] : []),
    ];
    return { problems, notices: memory?.code === 'MEMORY_SWAPS' ? [memory] : [] };
}
/** One that has ended shares neither memory nor files with a new one. */
function holds({ status }) {
    return !['exited', 'created', 'dead'].includes(status);
}
/** The command that stops them; a paused one does not hear it. */
function stopCommand(containers) {
    const paused = containers.filter(({ status }) => status === 'paused').map(({ name }) => name);
    const stop = `docker stop ${containers.map(({ name }) => name).join(' ')}`;
    return paused.length === 0 ? stop : `docker unpause ${paused.join(' ')} && ${stop}`;
}
function memoryFor(old, { system: { memoryAvailable, swapFree } }, stop) {
    // The new version is taken to need as much as the largest of the old ones.
    const largest = Math.max(...old.map(({ memory }) => memory));
    const needed = largest + memoryMargin;
    if (largest === 0 || memoryAvailable >= needed)
        return undefined;
    const parameters = { needed: megabytes(needed), available: megabytes(memoryAvailable), swap: megabytes(swapFree) };
    if (memoryAvailable + swapFree >= needed)
        return (0,failure/* failure */.V2)('MEMORY_SWAPS', parameters);
    const missing = Math.ceil((needed - memoryAvailable - swapFree) / 1e9);
    return (0,failure/* failure */.V2)('MEMORY_TOO_SMALL', { ...parameters, stop, megabytes: `${missing * 1024}` });
}
function megabytes(bytes) {
    return (bytes / 1e6).toFixed(0);
}

// EXTERNAL MODULE: ./.build/lib/deployment/space.js
var deployment_space = __webpack_require__(70122);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./.build/lib/release/release.js
var release_release = __webpack_require__(85369);
// EXTERNAL MODULE: ./.build/lib/release/adoption-record.js
var adoption_record = __webpack_require__(77602);
// EXTERNAL MODULE: ./.build/lib/shell/heredoc.js
var heredoc = __webpack_require__(72487);
;// CONCATENATED MODULE: ./.build/lib/resources/adoption-record.js






/** The step that writes down what was taken over; later deploys have it as their default. */
function planAdoptionRecord(adopted, app) {
    const file = (0,application_paths/* adoptionRecordFile */.cG)(app);
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'record',
        id: 'adoption.record',
        title: (0,messages_text/* text */.Qq)(`Remember in ${file} what was taken over`, `在 ${file} 中记录所接管的内容`),
        reason: (0,messages_text/* text */.Qq)('it stays the default until an input says otherwise', '在参数另有说明之前，它一直是默认值'),
        diff: `+ ${file}`,
        script: `umask 077
${variablesFrom(adopted, app)}base64 -d >${(0,shell_quote/* quote */.h)(`${file}.new`)} <<'EOF'
${(0,heredoc/* encode */.l)(`${JSON.stringify(adopted, null, 2)}\n`)}
EOF
put_in_place ${(0,shell_quote/* quote */.h)(`${file}.new`)} ${(0,shell_quote/* quote */.h)(file)}`,
    };
}
function variablesFrom({ container, inherited }, app) {
    if (container === undefined || inherited === undefined || inherited.environment.length === 0)
        return '';
    const file = (0,application_paths/* inheritedEnvironmentFile */.qq)(app);
    return `{ echo ${(0,shell_quote/* quote */.h)(adoption_record/* inheritedEnvironmentMark */.B)}; ${copyFromContainer(container.id, inherited.environment)}; } >${(0,shell_quote/* quote */.h)(`${file}.new`)}
put_in_place ${(0,shell_quote/* quote */.h)(`${file}.new`)} ${(0,shell_quote/* quote */.h)(file)}\n`;
}
/**
 * The step that lays the inherited variables of a release beside its env file. Their values come from the container
 * itself in the run that takes it over, later from what that run wrote down; they never leave the server.
 */
function planInheritedVariables(release, container) {
    const names = release.container.inheritedEnvironment;
    if (names.length === 0)
        return [];
    const file = (0,release_paths/* inheritedVariablesFile */.iq)(release);
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'adoption.variables',
            title: (0,messages_text/* text */.Qq)('Take over variables of the container set up by hand', '接管手工容器的环境变量'),
            reason: (0,messages_text/* text */.Qq)('env says nothing of them', 'env 中未给出这些变量'),
            diff: names.map((name) => `+ ${name}=…`).join('\n'),
            script: `umask 077\n${container === undefined
                ? linesOfVariables((0,application_paths/* inheritedEnvironmentFile */.qq)(release.app), names)
                : copyFromContainer(container.id, names)} >${(0,shell_quote/* quote */.h)(file)}`,
        },
    ];
}
function copyFromContainer(id, names) {
    return `while IFS= read -r -d '' entry; do
  case \${entry%%=*} in ${pattern(names)}) printf '%s\\n' "$entry" ;; esac
done < <(docker container inspect --format '{{range .Config.Env}}{{printf "%s\\x00" .}}{{end}}' ${(0,shell_quote/* quote */.h)(id)})`;
}
/** Bash that prints those lines `NAME=value` of a file that have one of `names`. */
function linesOfVariables(from, names) {
    return `while IFS= read -r entry; do
  case \${entry%%=*} in ${pattern(names)}) printf '%s\\n' "$entry" ;; esac
done <${(0,shell_quote/* quote */.h)(from)}`;
}
function pattern(names) {
    return names.map(shell_quote/* quote */.h).join('|');
}

// EXTERNAL MODULE: ./.build/lib/resources/certificate.js
var resources_certificate = __webpack_require__(45619);
// EXTERNAL MODULE: ./.build/lib/resources/gone.js
var gone = __webpack_require__(71837);
// EXTERNAL MODULE: ./.build/lib/resources/nginx-workers.js
var nginx_workers = __webpack_require__(1566);
;// CONCATENATED MODULE: ./.build/lib/resources/container/files-of-old.js
/** Of a container that no survey looked at. */
const noFilesKnown = { carried: [], surveyedAt: undefined, discard: false, named: [] };

;// CONCATENATED MODULE: ./.build/lib/resources/container/kept.js




/**
 * Bash functions about the list of containers that no deploy removes; they need the prelude in front.
 * - `keep ID`: puts a container on it; it is on disk when this returns.
 * - `forget ID`: takes it off, which takes no space: the list is written over in place, then cut. Cut short in between, its
 *   last line is there twice.
 */
function keptFunctions(app) {
    const [folder, file] = [(0,shell_quote/* quote */.h)((0,application_paths/* carriedDirectory */.kx)(app)), (0,shell_quote/* quote */.h)((0,application_paths/* keptFile */.hr)(app))];
    return `keep() {
  local torn=
  ! ${onKeptList(app, '"$1"')} || return 0
  [ -d ${folder} ] || install -d -m 755 ${folder} || return 1
  # What a full disk left of a line must not become a part of the next one.
  [ ! -s ${file} ] || [ -z "$(tail -c 1 ${file})" ] || torn=$'\\n'
  ( umask 077; printf '%s%s\\n' "$torn" "$1" >>${file} ) && flush ${file} ${folder}
}
forget() {
  local id rest=
  [ -e ${file} ] || return 0
  while IFS= read -r id; do [ -z "$id" ] || [ "$id" = "$1" ] || rest+=$id$'\\n'; done <${file}
  if [ -z "$rest" ]; then
    rm -f ${file} && flush ${folder} || return 1
    rmdir ${folder} 2>/dev/null || true
  else
    printf %s "$rest" 1<>${file} && flush ${file} && truncate -s "\${#rest}" ${file} && flush ${file}
  fi
}`;
}
/** Bash that is true where a container is on the list; `id` is a word of bash. */
function onKeptList(app, id) {
    return `grep -qxF -e ${id} ${(0,shell_quote/* quote */.h)((0,application_paths/* keptFile */.hr)(app))} 2>/dev/null`;
}
/**
 * The step that puts containers on the list before they are stopped: whatever fails then (a full disk, an engine that does
 * not answer), no run removes them. Each is taken off once it was seen that nothing is lost with it. An undo takes off those
 * alone that this switch put on it.
 */
function planNoteOld(release, ids, id = 'container.note-old') {
    if (ids.length === 0)
        return [];
    const { app } = release;
    const folder = `${(0,release_paths/* releaseDirectory */.fF)(release)}/switch`;
    const [put, noted] = [(0,shell_quote/* quote */.h)(`${folder}/${id}`), (0,shell_quote/* quote */.h)(folder)];
    return [
        {
            kind: 'switch',
            phase: 'switch',
            pass: 1,
            stage: 'write',
            id,
            title: (0,messages_text/* text */.Qq)('Keep the old container until its files were checked', '检查旧容器的文件之前予以保留'),
            reason: (0,messages_text/* text */.Qq)('it may write files until it stops', '它停止之前仍可能写入文件'),
            script: `${keptFunctions(app)}
for id in ${ids.map(shell_quote/* quote */.h).join(' ')}; do
  ! ${onKeptList(app, '"$id"')} || continue
  printf '%s\\n' "$id" >>${put}
  flush ${put} ${noted}
  keep "$id"
done`,
            undo: `${keptFunctions(app)}
[ -e ${put} ] || exit 0
while IFS= read -r id; do forget "$id"; done <${put}`,
        },
    ];
}

// EXTERNAL MODULE: ./.build/lib/fragments/layer-script.js + 1 modules
var layer_script = __webpack_require__(94057);
// EXTERNAL MODULE: ./.build/lib/engine/undo.js
var undo = __webpack_require__(36555);
// EXTERNAL MODULE: ./.build/lib/resources/copy-command.js
var copy_command = __webpack_require__(59339);
;// CONCATENATED MODULE: ./.build/lib/resources/container/make-room.js





/**
 * Forgets the container that a kept release had, once Docker says that it is gone; one that is still there is refused by
 * name, whatever became of it since the survey. It comes before each step that makes a container of the release: the id
 * that is in the release's folder from then on is of one that such a step made, and no other is removed in an undo.
 */
function makeRoom(release) {
    const [folder, file] = [(0,shell_quote/* quote */.h)((0,release_paths/* releaseDirectory */.fF)(release)), (0,shell_quote/* quote */.h)((0,release_paths/* containerFile */.YS)(release))];
    const app = (0,shell_quote/* quote */.h)(release.app);
    return {
        id: 'container.make-room',
        title: (0,messages_text/* text */.Qq)(`Verify that the old container of ${release.id} is gone`, `确认发布版本 ${release.id} 的旧容器已不存在`),
        reason: (0,messages_text/* text */.Qq)('a container that still exists is never replaced', '仍然存在的容器绝不会被取代'),
        script: `${gone/* goneFunctions */.r}
[ -e ${file} ] || exit 0
id=$(cat ${file})
there=0
[ -z "$id" ] || { await_engine && gone "$id"; } || there=$?
if [ "$there" != 0 ]; then
  name=$(docker container inspect --format '{{.Name}}' "$id" 2>/dev/null) || failure DOCKER_STOPPED app=${app}
  ! ${onKeptList(release.app, '"$id"')} || failure RELEASE_CONTAINER_KEPT app=${app} release=${release.id} "container=\${name#/}"
  failure RELEASE_CONTAINER_THERE app=${app} release=${release.id} "container=\${name#/}"
fi
rm -f ${file}
flush ${folder}`,
    };
}
/**
 * Bash that removes the container that the run at work made for a release, by `command`: what is on the list of those that
 * are kept is none of it. It takes `gone` (gone.ts), and fails where the container is still there.
 */
function removeMade(release, command) {
    return `id=$(cat ${(0,shell_quote/* quote */.h)((0,release_paths/* containerFile */.YS)(release))} 2>/dev/null) || id=
[ -z "$id" ] || ${onKeptList(release.app, '"$id"')} || ${command} "$id" >/dev/null 2>&1 || gone "$id"`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/container/take-back-copies.js

/** `MTIME SIZE ./PATH` of whatever is no folder, each ended by NUL. */
const manifest = `manifest() { ( cd "$1" && find . -xdev ! -type d -printf '%T@ %s %p\\0' ); }`;
/** Where the copies of a folder are until all of it is there: in the folder itself, so that they are only renamed then. */
const stageOf = ({ host, run }) => `${host}/.copying-${run}`;
/**
 * Bash that takes back what was copied into folders of the server: files that are as they were copied, by the lists in
 * `notes`, then the folders that came with them, where they are empty. What is there besides is somebody else's.
 */
function takeBack(notes, carried) {
    return `${manifest}
# The folder may be another user's: no link that was put there is followed.
within() { ( cd -P -- "$1/$2" 2>/dev/null && [ "$(pwd -P)" = "$1\${2#.}" ] && shift 2 && "$@" 2>/dev/null ) || true; }
take_back() {
  local real entry rest path folder=.
  local -A now=()
  local -a names=()
  [ -e "$3/$1.list" ] && real=$(cd -P -- "$2" 2>/dev/null && pwd -P) || return 0
  while IFS= read -r -d '' entry; do rest=\${entry#* }; now["\${rest#* }"]="\${entry%% *} \${rest%% *}"; done < <(manifest "$real")
  while IFS= read -r -d '' entry; do
    rest=\${entry#* }; path=\${rest#* }
    [ "\${now["$path"]:-}" = "\${entry%% *} \${rest%% *}" ] || continue
    if [ "\${path%/*}" != "$folder" ] || [ "\${#names[@]}" -ge 500 ]; then
      [ "\${#names[@]}" -eq 0 ] || within "$real" "$folder" rm -f -- \${names[@]+"\${names[@]}"}
      folder=\${path%/*} names=()
    fi
    names+=("./\${path##*/}")
  done <"$3/$1.list"
  [ "\${#names[@]}" -eq 0 ] || within "$real" "$folder" rm -f -- \${names[@]+"\${names[@]}"}
  while IFS= read -r -d '' path; do within "$real" "\${path%/*}" rmdir -- "./\${path##*/}"; done < <(sort -zr "$3/$1.folders")
}
${carried
        .map((one, index) => [`rm -rf ${(0,shell_quote/* quote */.h)(stageOf(one))}`, `take_back ${index} ${(0,shell_quote/* quote */.h)(one.host)} ${(0,shell_quote/* quote */.h)(notes)}`].join('\n'))
        .join('\n')}`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/container/carried-files.js











/**
 * Bash function `copy_out ID FOLDER TARGET`: owners, modes and times as in the container. It is Docker that reads there:
 * a link that an application laid leads nowhere outside of the container.
 */
const copyOut = `copy_out() { ( set -o pipefail; docker cp "$1:$2/." - | tar -x -p --same-owner --numeric-owner -C "$3" ); }`;
/** Marks a folder of copies until the switch begins. */
const copying = '.copying';
/** Where a run notes what it copied, closed to all but root: another one may have carried files into the release before. */
const notesIn = (release, run) => `${(0,release_paths/* releaseDirectory */.fF)(release)}/carried-${run}`;
/** The folder of everything that a run carries into folders of its own. */
const ownFolder = (app, run) => `${(0,application_paths/* carriedDirectory */.kx)(app)}/${run}`;
/**
 * The step that copies folders out of the container that goes; none where nothing is carried. Folders of the server that
 * were there before (`existing`) keep their mode and owner; others get those that the folder has in the container.
 */
function planCarry(release, old, carried, existing = []) {
    const [first] = carried;
    if (old === undefined || first === undefined)
        return [];
    const folder = notesIn(release, first.run);
    const own = ownFolder(release.app, first.run);
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'container-files.carry',
            title: (0,messages_text/* text */.Qq)(`Copy the files that ${old.name} holds`, `复制 ${old.name} 中的文件`),
            reason: (0,messages_text/* text */.Qq)('container-files: carry; they are lost with it otherwise', 'container-files: carry；否则会随容器丢失'),
            diff: carried.map(({ folder: from, host }) => `+ ${host} (${from})`).join('\n'),
            silentSeconds: 3600,
            script: `umask 077
${manifest}
${copyOut}
mkdir -p ${(0,shell_quote/* quote */.h)(folder)}
[ -d ${(0,shell_quote/* quote */.h)((0,application_paths/* carriedDirectory */.kx)(release.app))} ] || install -d -m 755 ${(0,shell_quote/* quote */.h)((0,application_paths/* carriedDirectory */.kx)(release.app))}
${imageCheck(release, old, carried)}
mkdir -p ${(0,shell_quote/* quote */.h)(own)}
: >${(0,shell_quote/* quote */.h)(`${own}/${copying}`)}
carry() {
  local attempt
  [ -d "$3" ] || mkdir -p "$3"
  [ -z "$(ls -A "$3")" ] || failure CONTAINER_FILES_COPY_FAILED folder="$2" container=${(0,shell_quote/* quote */.h)(old.name)}
  # A file that shrinks while it is read breaks the stream off.
  for attempt in 1 2 3; do
    rm -rf "$5" && mkdir "$5"
    if copy_out ${(0,shell_quote/* quote */.h)(old.id)} "$2" "$5"; then
      manifest "$5" >"$4/$1.list"
      ( cd "$5" && find . -xdev -mindepth 1 -type d -print0 ) >"$4/$1.folders"
      flush "$4/$1.list" "$4/$1.folders" "$4"
      [ "$6" = existing ] || { chown --reference="$5" "$3" && chmod --reference="$5" "$3"; }
      find "$5" -mindepth 1 -maxdepth 1 -exec mv -n -t "$3" -- {} + || true
      # What somebody put there meanwhile is not written over.
      rmdir "$5" || break
      sync -f "$3" 2>/dev/null || sync
      return 0
    fi
    sleep 1
  done
  failure CONTAINER_FILES_COPY_FAILED folder="$2" container=${(0,shell_quote/* quote */.h)(old.name)}
}
${carried
                .map((one, index) => [
                'carry',
                index,
                ...[one.folder, one.host, folder, stageOf(one)].map(shell_quote/* quote */.h),
                existing.includes(one.host) ? 'existing' : 'made',
            ].join(' '))
                .join('\n')}`,
            undo: [
                gone/* goneFunctions */.r,
                // A container that is still there may mount them.
                removeMade(release, 'docker rm -v'),
                `rm -f ${(0,shell_quote/* quote */.h)(`${own}/${copying}`)}`,
                takeBack(folder, carried),
                `rm -rf ${(0,shell_quote/* quote */.h)(folder)}`,
                ...[own, ...carried.filter(({ mount }) => mount).map(({ host }) => host)]
                    .toReversed()
                    .map(removeMadeFolders(release.app)),
                `rmdir ${(0,shell_quote/* quote */.h)((0,application_paths/* carriedDirectory */.kx)(release.app))} 2>/dev/null || true`,
                // Uploads to a version that was taken back: nobody mounts them any more.
                `[ ! -e ${(0,shell_quote/* quote */.h)(own)} ] || exit ${undo/* leftToOthersExitCode */.pR}`,
            ].join('\n'),
        },
        {
            kind: 'switch',
            phase: 'switch',
            pass: 1,
            stage: 'write',
            id: 'container-files.keep',
            title: (0,messages_text/* text */.Qq)('The copies stay', '副本予以保留'),
            reason: (0,messages_text/* text */.Qq)('from here on an application writes to them', '此后应用会写入其中'),
            script: `rm -f ${(0,shell_quote/* quote */.h)(`${own}/${copying}`)}`,
        },
    ];
}
/** The step that removes copies which a run that died left behind: marked as such, and mounted by no container. */
function removeCopies(app, ids) {
    return ids.map((id) => {
        const folder = `${(0,application_paths/* carriedDirectory */.kx)(app)}/${id}`;
        return {
            kind: 'server',
            phase: 'prepare',
            id: 'container-files.remove-orphan',
            title: (0,messages_text/* text */.Qq)(`Remove the copies of ${id}`, `删除 ${id} 的副本`),
            reason: (0,messages_text/* text */.Qq)('a run that was interrupted left them', '之前中断的运行留下的'),
            script: `[ -e ${(0,shell_quote/* quote */.h)(`${folder}/${copying}`)} ] || exit 0
mounts=$(docker ps -aq | xargs -r docker container inspect --format '{{range .Mounts}}{{println .Source}}{{end}}') || exit 0
if printf '%s\\n' "$mounts" | grep -qF ${(0,shell_quote/* quote */.h)(`${folder}/`)}; then exit 0; fi
if grep -qF ${(0,shell_quote/* quote */.h)(`"${folder}/`)} ${(0,shell_quote/* quote */.h)((0,application_paths/* applicationDirectory */.gZ)(app))}/releases/*/release.json 2>/dev/null; then exit 0; fi
rm -rf ${(0,shell_quote/* quote */.h)(folder)}`,
        };
    });
}
/** Bash that removes a folder of a run's own, and those above it that were made for it, as far as nothing is in them. */
function removeMadeFolders(app) {
    const top = (0,application_paths/* carriedDirectory */.kx)(app);
    return (folder) => `( cd ${(0,shell_quote/* quote */.h)(top)} && rmdir -p -- ${(0,shell_quote/* quote */.h)(external_node_path_.posix.relative(top, folder))} ) 2>/dev/null || true`;
}
/**
 * Bash that refuses an image which has files where a new mount would hide them. The container that it looks into has the
 * name and the id file of the candidate that comes later: the next run removes it if this one dies meanwhile.
 */
function imageCheck(release, old, carried) {
    const folders = carried.filter(({ mount }) => mount).map(({ folder }) => folder);
    if (folders.length === 0)
        return '';
    const elsewhere = release.container.volumes.find(({ host, readOnly }) => host.startsWith('/') && !readOnly && !carried.some((one) => one.host === host));
    const looks = folders.map((folder) => {
        const copies = elsewhere === undefined ? '' : (0,copy_command/* copyCommand */.L)(old.name, `${folder}/.`, elsewhere.host);
        return `look_into ${(0,shell_quote/* quote */.h)(folder)} ${(0,shell_quote/* quote */.h)(copies)}`;
    });
    const file = (0,shell_quote/* quote */.h)((0,release_paths/* containerFile */.YS)(release));
    return `docker create --cidfile ${file} --name ${(0,shell_quote/* quote */.h)((0,names/* candidateName */.v)(release))} --network none ${(0,shell_quote/* quote */.h)((0,names/* imageTag */.I)(release))} true >/dev/null
look=$(cat ${file}) hidden= copies=
look_into() { if docker cp "$look:$1/." - 2>/dev/null | tar -t 2>/dev/null | grep -qv '/$'; then hidden=$1 copies=$2; fi; }
${looks.join('\n')}
docker rm -v "$look" >/dev/null
rm -f ${file}
[ -z "$hidden" ] || failure CONTAINER_FILES_IN_IMAGE folder="$hidden" copies="$copies" mounted=${(0,shell_quote/* quote */.h)(elsewhere?.container ?? '')}`;
}
/**
 * Bash for when the old container has stopped: what it wrote after the first copy is carried as well, but never over what
 * the new one wrote or removed. Docker writes into the new container, so that a link there leads nowhere else. Where
 * something is left, `left` names it.
 */
function carryAgain(release, old, carried) {
    if (carried.length === 0)
        return '';
    return `umask 077
${manifest}
${copyOut}
${carryLast}
new=$(cat ${(0,shell_quote/* quote */.h)((0,release_paths/* containerFile */.YS)(release))})
${carried
        .map(({ folder, host, run }, index) => `carry_last ${index} ${(0,shell_quote/* quote */.h)(folder)} ${(0,shell_quote/* quote */.h)(host)} ${(0,shell_quote/* quote */.h)(old.id)} ${(0,shell_quote/* quote */.h)(notesIn(release, run))} || left="\${left:+$left, }"${(0,shell_quote/* quote */.h)(folder)}`)
        .join('\n')}
`;
}
/** `carry_last NUMBER FOLDER HOST OLD NOTES`; names of what is left go to `left`. */
const carryLast = `same() {
  if [ -L "$1" ] || [ -L "$2" ]; then [ "$(readlink "$1")" = "$(readlink "$2")" ]; else [ -f "$2" ] && timeout 600 cmp -s "$1" "$2"; fi
}
carry_last() {
  local last=$5/$1.last entry rest path
  local -A before=() now=()
  rm -rf "$last" && mkdir "$last" || return 1
  copy_out "$4" "$2" "$last" || return 1
  while IFS= read -r -d '' entry; do rest=\${entry#* }; before[\${rest#* }]="\${entry%% *} \${rest%% *}"; done <"$5/$1.list"
  while IFS= read -r -d '' entry; do rest=\${entry#* }; now[\${rest#* }]="\${entry%% *} \${rest%% *}"; done < <(manifest "$3")
  while IFS= read -r -d '' path; do
    if [ -z "\${now[$path]:-}" ]; then
      # The new version removed it; or it came after the first copy.
      [ -z "\${before[$path]:-}" ] || rm -f "$last/$path"
    elif same "$last/$path" "$3/$path"; then rm -f "$last/$path"
    elif [ "\${now[$path]}" != "\${before[$path]:-}" ]; then left="\${left:+$left, }$2/\${path#./}"; rm -f "$last/$path"
    fi
  done < <(cd "$last" && find . ! -type d -print0)
  find "$last" -depth -mindepth 1 -type d -empty -delete
  # Folders that the new version has keep their modes.
  ( set -o pipefail
    cd "$last" && find . -mindepth 1 -print0 | while IFS= read -r -d '' path; do
      [ -d "$path" ] && [ ! -L "$path" ] && [ -d "$3/$path" ] || printf '%s\\0' "$path"
    done >"$5/$1.names"
    [ ! -s "$5/$1.names" ] || tar -c --null --no-recursion --numeric-owner -T "$5/$1.names" | docker cp - "$new:$2" ) || return 1
  sync -f "$3" 2>/dev/null || sync
  rm -rf "$last"
}`;

;// CONCATENATED MODULE: ./.build/lib/resources/container/last-look.js




/**
 * Bash functions that look into a container once more when it has stopped, so that what it wrote last is not lost unnamed:
 * - `hold_files ID`, before it stops: keeps its files within reach where the storage driver has no folder for its layer.
 * - `served_since ID`: when its version began to serve, `0` where nobody noted it.
 * - `look_last ID SINCE [PATH...]`: has in `late` the names of the files that count and were created or changed since (all,
 *   where their times cannot be told), but for these paths and what is below them; `?` where Docker does not tell.
 */
function lastLookFunctions(app) {
    return `${layer_script/* layerFunctions */.z}
hold_files() {
  local folder= pid=0
  read -r pid folder < <(docker container inspect --format '{{.State.Pid}} {{with .GraphDriver}}{{with .Data}}{{with index . "UpperDir"}}{{.}}{{end}}{{end}}{{end}}' "$1" 2>/dev/null) || true
  [ -d "$folder" ] || [ ! -d "/proc/$pid/root/" ] || { exec 6<"/proc/$pid/root/"; } 2>/dev/null || true
}
served_since() {
  local list
  for list in ${(0,shell_quote/* quote */.h)((0,application_paths/* applicationDirectory */.gZ)(app))}/releases/*/baseline; do
    [ -f "$list" ] && [ "$(head -c 64 "$list")" = "$1" ] || continue
    stat -c %.9Y "$list"
    return 0
  done
  echo 0
}
written_since() {
  local id=$1 since=$2 record mode changed bytes path entry mount
  local -A parents=()
  # What cannot be read is not taken for nothing.
  set -o pipefail
  open_layer "$id" || return 1
  [ -d "$upper" ] || [ ! -d /proc/self/fd/6/ ] || upper=/proc/self/fd/6/
  if [ -d "$upper" ] || [ "$pid" -gt 0 ]; then
    layer_changes | worth_keeping | layer_times | while IFS= read -r -d '' record; do
      mode=\${record%% *} record=\${record#* }
      changed=\${record%% *} record=\${record#* }
      record=\${record#* }
      bytes=\${record%% *} path=\${record#* }
      [ $((0x$mode & 0xf000)) -eq $((0x8000)) ] && [ "$bytes" -gt 0 ] || continue
      # A file system that keeps whole seconds.
      case $changed in *.000000000) changed=\${changed%.*}.999999999 ;; esac
      [ "\${changed/./}" -gt "$since" ] || continue
      printf '%s\\0' "\${path#.}"
    done
  else
    while IFS= read -r -d '' entry; do entry=\${entry#* }; parents["\${entry%/*}/"]=1; done < <(layer_changes)
    layer_changes | worth_keeping | while IFS= read -r -d '' entry; do
      path=\${entry#* }
      [ "\${entry%% *}" != D ] && [ -z "\${parents[$path/]:-}" ] || continue
      for mount in \${mounts[@]+"\${mounts[@]}"}; do [ "$path" != "$mount" ] || continue 2; done
      printf '%s\\0' "$path"
    done
  fi
}
some_names() {
  local path except count=0 names=
  while IFS= read -r -d '' path; do
    for except; do case $path in "$except"|"$except"/*) continue 2 ;; esac; done
    count=$((count + 1))
    [ "$count" -gt 10 ] || names+="\${names:+, }\${path//[[:cntrl:]]/?}"
  done
  [ "$count" -le 10 ] || names+=", … ($count)"
  printf %s "$names"
}
look_last() {
  local id=$1 since=$2
  shift 2
  # Nanoseconds: bash compares whole numbers.
  case $since in *.*) since=\${since/./} ;; *) since=\${since}000000000 ;; esac
  late=$(written_since "$id" "$since" | some_names "$@"; exit "\${PIPESTATUS[0]}") || late='?'
}`;
}
/**
 * Bash that lets a container go which has stopped: what it wrote since the survey looked is carried, or named. Where
 * something is left it stays, and stays on the list of those that no run removes; else it is taken off the list, and
 * `remove` comes. Needs {@link lastLookFunctions} and `keptFunctions` in front.
 */
function letGo(release, old, files, remove) {
    const id = (0,shell_quote/* quote */.h)(old.id);
    const name = (0,shell_quote/* quote */.h)(old.keptAs);
    const since = files.surveyedAt === undefined ? `"$(served_since ${id})"` : (0,shell_quote/* quote */.h)(files.surveyedAt);
    const except = [...files.carried.map(({ folder }) => folder), ...files.named].map(shell_quote/* quote */.h);
    const lost = files.discard
        ? ''
        : `[ -z "$late" ] || failure CONTAINER_FILES_WRITTEN_LAST container=${name} files="\${late#'?'}"\n`;
    const named = files.discard
        ? `[ -z "$late" ] || [ "$late" = '?' ] || failure CONTAINER_FILES_DISCARDED_LAST container=${(0,shell_quote/* quote */.h)(old.name)} files="$late"`
        : '';
    return `left=
${carryAgain(release, old, files.carried)}look_last ${[id, since, ...except].join(' ')}
[ -z "$left" ] || failure CONTAINER_FILES_NOT_CARRIED_AGAIN container=${name} files="$left\${late:+, $late}"
${lost}forget ${id} || true
${remove}${named}`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/container/retire.js






/**
 * Name of the container that goes, where it is still there when the new one takes its own. `again`: the release served before,
 * and what it replaced then may be kept under such a name: what goes now is told apart by its release.
 */
function replacedName({ image, id }, old, again) {
    const from = old.labels[labels/* label */.P.release] ?? old.id.slice(0, 12);
    return `${image}-replaced-by-${id}${again ? `-after-${from}` : ''}`;
}
/** The step that stops and removes the container of an old version, unless it holds files that would be lost with it. */
function retire(old, release, id, files, again) {
    const container = (0,shell_quote/* quote */.h)(old.id);
    const keptAs = old.name === release.image ? replacedName(release, old, again) : old.name;
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'retire',
        id,
        title: (0,messages_text/* text */.Qq)(`Stop and remove the old container ${old.name}`, `停止并删除旧容器 ${old.name}`),
        reason: (0,messages_text/* text */.Qq)('the new version is verified', '新版本已验证'),
        script: `${stopScript(old.id, release, `docker stop ${container}`)}
${letGo(release, { ...old, keptAs }, files, `docker rm ${container} >/dev/null\n`)}`,
    };
}
/** Bash that stops a container for good, its files within reach for {@link letGo}; it ends the script where it is gone. */
function stopScript(id, { app }, stop) {
    const container = (0,shell_quote/* quote */.h)(id);
    return `${gone/* goneFunctions */.r}
${keptFunctions(app)}
${lastLookFunctions(app)}
await_engine
if gone ${container}; then forget ${container} || true; exit 0; fi
docker update --restart no ${container} >/dev/null
hold_files ${container}
${stop} >/dev/null`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/container/adoption.js









/** Seconds that a container set up by hand may take to answer again when the switch is undone. */
const comebackSeconds = 240;
/**
 * Steps of the switch that let a container set up by hand go: it is stopped, renamed and kept, its image named. Where
 * nginx is to listen on a port that it holds, it stops in a second pass, once the new version is proven on the https
 * port; up to the last proof it is started again when something fails.
 */
function planContainerAdoption(containerAdoption, release, drain, files = noFilesKnown) {
    const { container, adopted } = containerAdoption;
    const id = (0,shell_quote/* quote */.h)(container.id);
    return [
        {
            kind: 'switch',
            phase: 'switch',
            pass: 1,
            stage: 'write',
            id: 'adoption.keep-image',
            title: (0,messages_text/* text */.Qq)(`Name the old image ${adopted.image}`, `将旧镜像标记为 ${adopted.image}`),
            reason: (0,messages_text/* text */.Qq)('so that you can return to it', '以便日后退回'),
            diff: `+ ${adopted.image}`,
            script: `! docker image inspect ${(0,shell_quote/* quote */.h)(adopted.image)} >/dev/null 2>&1 || failure IMAGE_TAG_TAKEN tag=${(0,shell_quote/* quote */.h)(adopted.image)}
docker tag ${(0,shell_quote/* quote */.h)(container.imageId)} ${(0,shell_quote/* quote */.h)(adopted.image)}`,
            // The only name of an image in use is not taken back: Docker refuses that, and it harms nobody.
            undo: `names=$(docker image inspect --format '{{.Id}} {{len .RepoTags}}' ${(0,shell_quote/* quote */.h)(adopted.image)} 2>/dev/null) || names=
[ "\${names% *}" != ${(0,shell_quote/* quote */.h)(container.imageId)} ] || docker image rm ${(0,shell_quote/* quote */.h)(adopted.image)} >/dev/null 2>&1 || [ "\${names##* }" = 1 ]`,
        },
        ...(containerAdoption.port === undefined
            ? []
            : stopForPort(containerAdoption, containerAdoption.port, release, drain)),
        {
            kind: 'switch',
            phase: 'switch',
            pass: 1,
            stage: 'retire',
            id: 'adoption.retire',
            title: (0,messages_text/* text */.Qq)(`Stop the container ${container.name} and keep it as ${adopted.keptAs}`, `停止容器 ${container.name}，并以 ${adopted.keptAs} 的名称保留`),
            reason: (0,messages_text/* text */.Qq)('it stays until the next deploy; its data is mounted in the new one', '保留至下次部署；其数据已挂载到新容器'),
            diff: `- ${container.name}\n+ ${adopted.keptAs}`,
            script: `${stopScript(container.id, release, stop(id))}
[ "$(docker container inspect --format '{{.Name}}' ${id})" = ${(0,shell_quote/* quote */.h)(`/${adopted.keptAs}`)} ] || docker rename ${id} ${(0,shell_quote/* quote */.h)(adopted.keptAs)}
${letGo(release, { ...container, keptAs: adopted.keptAs }, files, '')}`,
        },
    ];
}
/** Bash that stops it with the time that it was given when it was made; Docker's own 10 seconds are few for a JVM. */
function stop(id) {
    return `docker stop -t "$(docker container inspect --format '{{with .Config.StopTimeout}}{{.}}{{else}}30{{end}}' ${id})" ${id}`;
}
function stopForPort({ container }, port, release, drain) {
    const id = (0,shell_quote/* quote */.h)(container.id);
    const common = { kind: 'switch', phase: 'switch', pass: 2, stage: 'swap' };
    return [
        {
            ...common,
            id: 'adoption.stop',
            title: (0,messages_text/* text */.Qq)(`Stop the old container ${container.name}`, `停止旧容器 ${container.name}`),
            reason: (0,messages_text/* text */.Qq)(`it holds port ${port}, on which nginx is to listen; the new version is already verified`, `它占用 nginx 需要监听的端口 ${port}；此时新版本已验证`),
            script: `${drain === undefined ? '' : (0,nginx_workers/* drainScript */.ow)(`${(0,release_paths/* releaseDirectory */.fF)(release)}/switch`, drain)}
${stop(id)} >/dev/null`,
            // The port may still be in the hands of whoever kept nginx from it.
            undo: `deadline=$((SECONDS + ${comebackSeconds}))
until docker start ${id} >/dev/null 2>&1; do [ "$SECONDS" -lt "$deadline" ] || failure ADOPTED_NOT_RESTARTED container=${(0,shell_quote/* quote */.h)(container.name)}; sleep 0.5; done
until [ "$(curl -q -s --noproxy '*' -o /dev/null -m 5 -w '%{http_code}' http://127.0.0.1:${port}/)" != 000 ]; do
  [ "$SECONDS" -lt "$deadline" ] || failure ADOPTED_NOT_RESTARTED container=${(0,shell_quote/* quote */.h)(container.name)}
  sleep 0.3
done`,
        },
        {
            ...common,
            id: 'adoption.let-go',
            title: (0,messages_text/* text */.Qq)(`${container.name} does not come back after a reboot`, `${container.name} 重启后不再自动恢复`),
            reason: (0,messages_text/* text */.Qq)(`port ${port} is nginx’s from here on`, `此后端口 ${port} 属于 nginx`),
            script: `docker update --restart no ${id} >/dev/null`,
            undo: `docker update --restart always ${id} >/dev/null`,
        },
    ];
}
/**
 * The step that removes the container that an earlier deploy took over and kept, unless somebody started it again since
 * and it wrote files then.
 */
function removeAdopted(adopted, app) {
    const id = (0,shell_quote/* quote */.h)(adopted.id);
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'prune',
        id: 'adoption.remove',
        title: (0,messages_text/* text */.Qq)(`Remove the container ${adopted.keptAs}`, `删除容器 ${adopted.keptAs}`),
        reason: (0,messages_text/* text */.Qq)(`it was kept until this deploy; its image stays as ${adopted.image}`, `它保留至本次部署；其镜像仍为 ${adopted.image}`),
        diff: `- ${adopted.keptAs}`,
        script: `${gone/* goneFunctions */.r}
if gone ${id}; then exit 0; fi
started=$(docker container inspect --format '{{.State.StartedAt}}' ${id})
if [[ $started > ${(0,shell_quote/* quote */.h)(new Date(Number(adopted.surveyedAt) * 1000).toISOString())} ]]; then
  umask 077
${lastLookFunctions(app)}
${keptFunctions(app)}
  look_last ${id} ${(0,shell_quote/* quote */.h)(adopted.surveyedAt)}
  if [ -n "$late" ]; then
    keep ${id}
    failure CONTAINER_FILES_WRITTEN_LAST container=${(0,shell_quote/* quote */.h)(adopted.keptAs)} files="\${late#'?'}"
  fi
fi
docker rm ${id} >/dev/null`,
    };
}

;// CONCATENATED MODULE: ./.build/lib/resources/container/orphans.js








/**
 * Steps that remove containers a run that died left behind; what serves is never among them. One that has served before
 * stays where it wrote files since.
 */
function removeOrphans(orphans, app) {
    return orphans.map((orphan) => ({
        kind: 'runner',
        phase: 'prepare',
        id: 'container.remove-orphan',
        title: (0,messages_text/* text */.Qq)(`Remove the leftover container ${orphan.name}`, `删除残留容器 ${orphan.name}`),
        reason: (0,messages_text/* text */.Qq)('an interrupted run left it behind', '之前中断的运行留下的'),
        run: async (server, log) => {
            const result = await server.run(`${prelude/* prelude */.e}\nset -e\n${orphanScript((0,shell_quote/* quote */.h)(orphan.id), app)}`);
            (0,apply/* mustSucceed */.MX)('container.remove-orphan', result);
            const { files } = (0,script_protocol/* factsIn */.PC)(result.stdout);
            if (files === undefined)
                return;
            const { what, cure } = (0,failure/* failure */.V2)('CONTAINER_FILES_WRITTEN_LAST', {
                container: orphan.name,
                files: files === '?' ? '' : files,
            }).text;
            log.warning((0,messages_text/* join */.fj)([what, cure], '\n'));
        },
    }));
}
/**
 * Bash that removes a container which a run that died left behind; `container` is a word of bash. Where it has served, and
 * wrote files since, it stays: stopped, and on the list of those that are kept. The fact `files` names them then.
 */
function orphanScript(container, app) {
    return `umask 077
${lastLookFunctions(app)}
${keptFunctions(app)}
since=$(served_since ${container})
if [ "$since" != 0 ]; then
  keep ${container}
  docker update --restart no ${container} >/dev/null
  hold_files ${container}
  docker stop ${container} >/dev/null
  look_last ${container} "$since"
  if [ -n "$late" ]; then fact files "$late"; exit 0; fi
fi
docker rm -f ${container} >/dev/null
forget ${container} || true`;
}

// EXTERNAL MODULE: ./.build/lib/resources/docker-engine.js
var docker_engine = __webpack_require__(96553);
// EXTERNAL MODULE: ./.build/lib/resources/image.js + 2 modules
var resources_image = __webpack_require__(22065);
// EXTERNAL MODULE: ./.build/lib/resources/packages/packages.js + 5 modules
var packages_packages = __webpack_require__(54304);
// EXTERNAL MODULE: ./.build/lib/engine/step.js
var engine_step = __webpack_require__(39611);
;// CONCATENATED MODULE: ./.build/lib/resources/release-environment.js






/**
 * Bash that defines `settle_variables FOLDER SERVES`: variables that a release was to get become its own where it serves
 * (SERVES is not empty), as its container has them, and go where it does not. Takes `flush`.
 */
const settleVariables = `settle_variables() {
  local file settled=
  for file in "$1"/env "$1"/env.adopted; do
    [ -e "$file.next" ] || continue
    if [ -n "$2" ]; then mv -fT "$file.next" "$file"; else rm -f "$file.next"; fi
    settled=yes
  done
  [ -z "$settled" ] || flush "$1"
}`;
/**
 * Steps that give a release which was kept the variables of today. They stand beside those that it had, and take their
 * place once it serves: until then nothing of it has changed.
 */
function planEnvironment(release, environment) {
    if (environment === undefined)
        return [];
    const folder = (0,shell_quote/* quote */.h)((0,release_paths/* releaseDirectory */.fF)(release));
    const inherited = (0,release_paths/* inheritedVariablesFile */.iq)(release);
    const [own, taken] = [(0,release_paths/* environmentFile */.qU)(release), inherited].map((file) => (0,shell_quote/* quote */.h)((0,release_paths/* nextVariables */.NQ)(file)));
    const names = release.container.inheritedEnvironment;
    const values = linesOfVariables((0,application_paths/* inheritedEnvironmentFile */.qq)(release.app), names);
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'release.environment',
            title: (0,messages_text/* text */.Qq)(`Give ${release.id} the variables of env`, `将 env 的变量写入发布版本 ${release.id}`),
            reason: (0,messages_text/* text */.Qq)('env is given; the release had other values', '给出了 env；该发布版本原先的值与之不同'),
            diff: release.container.environmentNames.map((name) => `+ ${name}=…`).join('\n'),
            script: `umask 077
rm -f ${own} ${taken}
cat >${own}
${names.length === 0 ? `flush ${own} ${folder}` : `{ ${values}; } >${taken}\nflush ${own} ${taken} ${folder}`}`,
            input: async () => Buffer.from(environment.reveal(), 'utf8'),
            undo: `rm -f ${own} ${taken}\n[ ! -d ${folder} ] || flush ${folder}`,
        },
        (0,engine_step/* switchStep */.PS)({
            id: 'release.environment-own',
            title: (0,messages_text/* text */.Qq)(`The variables of env are those of ${release.id}`, `env 的变量成为发布版本 ${release.id} 的变量`),
            reason: (0,messages_text/* text */.Qq)('its container has them', '其容器使用的就是这些变量'),
            script: `${settleVariables}
${names.length === 0 ? `rm -f ${(0,shell_quote/* quote */.h)(inherited)}\n` : ''}settle_variables ${folder} yes`,
        }, { pass: 1, stage: 'record' }),
    ];
}
/** Steps about variables that a run which died left beside those of releases, of which `serving` may be one. */
function settleLeftVariables(app, ids, serving) {
    return ids.map((id) => ({
        kind: 'server',
        phase: 'prepare',
        id: 'release.environment-left',
        title: id === serving
            ? (0,messages_text/* text */.Qq)(`Keep the variables that ${id} has`, `保留发布版本 ${id} 正在使用的变量`)
            : (0,messages_text/* text */.Qq)(`Remove variables that ${id} did not get`, `删除发布版本 ${id} 未启用的变量`),
        reason: (0,messages_text/* text */.Qq)('a run that was interrupted left them', '之前中断的运行留下的'),
        script: `${settleVariables}
settle_variables ${(0,shell_quote/* quote */.h)((0,release_paths/* releaseDirectory */.fF)({ app, id }))} ${id === serving ? 'yes' : "''"}`,
    }));
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./node_modules/dockerfile-ast/lib/main.js
var main = __webpack_require__(78390);
;// CONCATENATED MODULE: ./.build/lib/dockerfile/mark.js


/**
 * A Dockerfile with a label in every stage, right after its FROM: what an interrupted build leaves of the classic builder
 * (containers, images without a name) bears it. It is the same in every release, so that the builder's cache holds.
 */
function markStages(dockerfile, app) {
    const parsed = main.DockerfileParser.parse(dockerfile.replaceAll('\r\n', '\n'));
    const ends = new Set(parsed.getFROMs().map((from) => from.getRange().end.line));
    const lines = dockerfile.split('\n');
    return lines.flatMap((line, at) => (ends.has(at) ? [line, `LABEL ${labels/* label */.P.build}=${app}`] : [line])).join('\n');
}

// EXTERNAL MODULE: ./.build/lib/release/marker.js
var marker = __webpack_require__(56492);
// EXTERNAL MODULE: ./.build/lib/delta/index-file.js
var index_file = __webpack_require__(21994);
// EXTERNAL MODULE: ./.build/lib/jar/archive.js + 1 modules
var jar_archive = __webpack_require__(57655);
// EXTERNAL MODULE: ./.build/lib/jar/slice.js
var slice = __webpack_require__(88910);
;// CONCATENATED MODULE: ./.build/lib/delta/pieces.js





/** Headers of entries, which are short and many, are told apart by fewer digits: the SHA-256 of the whole is the proof. */
const shortBytes = 256;
const digitsOf = (length) => (length < shortBytes ? 6 : 16);
/**
 * Cuts a file into the data of its entries and what is between them. Whatever cannot be told (no archive, a damaged one,
 * entries over one another) belongs to the piece around it. The file is read once, and never held as a whole.
 */
async function cut(path) {
    const handle = await (0,promises_.open)(path, 'r');
    try {
        const { size } = await handle.stat();
        const file = new slice/* Slice */.Ji((0,slice/* readAtFile */.id)(handle), 0, size);
        const ranges = await entriesOf(file, handle).catch(() => []);
        return { pieces: await hashed(file, apart(ranges, size)), isArchive: ranges.length > 0 };
    }
    finally {
        await handle.close();
    }
}
/** Where the data of each entry are in the file. */
async function entriesOf(file, handle) {
    const archive = await (0,jar_archive/* openSlice */.ZU)(file);
    if (archive === undefined)
        return [];
    const before = file.size - archive.slice.size;
    const ranges = [];
    for (const entry of archive.entries.toSorted((a, b) => a.headerOffset - b.headerOffset)) {
        const start = before + (await (0,jar_archive/* dataOffset */.mZ)(archive, entry));
        const end = start + entry.compressedBytes;
        const nested = entry.method === 0 && end <= file.size ? await nestedIn(handle, entry.name, start, end) : undefined;
        ranges.push({ start, end, nested });
    }
    return ranges;
}
/** The entry as a jar within the jar; undefined where it is none, or one whose end is not where it usually is. */
async function nestedIn(handle, path, start, end) {
    const name = external_node_path_.posix.basename(path);
    if (!/^[\w.+-]+\.[jw]ar$/.test(name) || end - start < 22)
        return undefined;
    const record = Buffer.alloc(22);
    await (0,slice/* readAtFile */.id)(handle)(record, end - record.length);
    const directoryBytes = record.readUInt32LE(12) + record.length;
    const ends = record.readUInt32LE(0) === 0x06054b50 && record.readUInt16LE(20) === 0;
    return ends && directoryBytes <= end - start ? { name, directoryBytes } : undefined;
}
/** All of the file as ranges that touch: entries as far as they do not overlap, and what is between them. */
function apart(entries, size) {
    const ranges = [];
    let at = 0;
    for (const entry of entries) {
        if (entry.start < at || entry.end <= entry.start || entry.end > size)
            continue;
        if (entry.start > at)
            ranges.push({ start: at, end: entry.start, nested: undefined });
        ranges.push(entry);
        at = entry.end;
    }
    if (at < size)
        ranges.push({ start: at, end: size, nested: undefined });
    return ranges;
}
/** Reads the file from its beginning to its end, and hashes range by range. */
async function hashed(file, ranges) {
    const pieces = [];
    let hash = (0,external_node_crypto_.createHash)('sha256');
    let position = 0;
    for await (const chunk of file.chunks(0, file.size)) {
        for (let from = 0; from < chunk.length;) {
            const range = ranges[pieces.length];
            if (range === undefined)
                break;
            const { start, end, nested } = range;
            const to = Math.min(chunk.length, from + end - position);
            hash.update(chunk.subarray(from, to));
            position += to - from;
            from = to;
            if (position < end)
                continue;
            const length = end - start;
            const key = hash.digest('hex').slice(0, digitsOf(length));
            pieces.push({ length, key, ...(nested && { nested }) });
            hash = (0,external_node_crypto_.createHash)('sha256');
        }
    }
    return pieces;
}

// EXTERNAL MODULE: ./.build/lib/shell/packed.js
var shell_packed = __webpack_require__(27431);
// EXTERNAL MODULE: ./.build/lib/shell/range.js
var range = __webpack_require__(22534);
;// CONCATENATED MODULE: ./.build/lib/delta/assembly.js


/**
 * Bash, in bytes, that writes `parts`, one after another, to standard output, with dd (coreutils 8.16 or later) and builtins
 * alone; a subshell, which fails where a part does. For a bash in the C locale. `sources`: absolute paths. A source that is
 * shorter than a range shows by the length and the SHA-256 of what came of it, which the caller compares.
 */
async function* assemblyOf(parts, sources) {
    // Short names: a jar may have a thousand parts.
    yield Buffer.from(`(
sources=(${sources.map(shell_quote/* quote */.h).join(' ')})
${range/* rangeFunction */.E}
p() { printf -- "$1" || exit 1; }
c() { range "\${sources[$1]}" "$2" "$3" || exit 1; }
`);
    for await (const part of parts) {
        if (part.length === 0)
            continue;
        if (Buffer.isBuffer(part))
            yield Buffer.concat([Buffer.from("p '"), escaped(part), Buffer.from("'\n")]);
        else if (sources[part.source] === undefined)
            throw new RangeError('a part names a source that is not there');
        else
            yield Buffer.from(`c ${part.source} ${part.offset} ${part.length}\n`);
    }
    yield Buffer.from(')');
}
/** Bytes as the format of bash's printf, those above 127 as they are: an octal number takes three digits only where one of another digit follows. */
function escaped(bytes) {
    const text = Buffer.allocUnsafe(bytes.length * 4);
    let end = 0;
    for (const [at, byte] of bytes.entries()) {
        if (byte >= 0x20 && byte !== 0x7f && !special.has(byte)) {
            text[end] = byte;
            end += 1;
            continue;
        }
        const next = bytes[at + 1] ?? 0;
        const digits = byte.toString(8).padStart(next >= 0x30 && next <= 0x37 ? 3 : 1, '0');
        end += text.write(`\\${digits}`, end, 'latin1');
    }
    return text.subarray(0, end);
}
/** What printf or the quotes around it would take for something else. */
const special = new Set(Buffer.from("\\%'"));

;// CONCATENATED MODULE: ./.build/lib/delta/bytes.js



/** Bytes of which it is told how far they are; what is shorter is there in seconds. */
const toldBytes = 2 * 1024 * 1024;
/** Bytes by gzip. */
function packed(bytes, level) {
    const gzip = (0,external_node_zlib_.createGzip)({ level });
    // The error, if any, comes out of who reads it.
    (0,external_node_stream_.pipeline)(external_node_stream_.Readable.from(bytes), gzip, () => { });
    return gzip;
}
/** Bytes that are sent, telling how far they are where they are many. */
async function* told(bytes, total, log) {
    const line = progress(total, 0, performance.now());
    let sent = 0;
    for await (const chunk of bytes) {
        yield chunk;
        sent += chunk.length;
        const text = total > toldBytes ? line.at(sent, performance.now()) : undefined;
        if (text !== undefined)
            log.info(text);
    }
}
/** All of it at once. */
async function collected(bytes) {
    const chunks = [];
    for await (const chunk of bytes)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./.build/lib/delta/nested-pieces.js

const entrySignature = 0x02014b50;
const localHeaderBytes = 30;
/**
 * A jar within a jar as pieces, by its `directory` alone (with the end record): so those of a jar that only the server has
 * can be told without its bytes. A local header is taken for what the directory says; that all of it is so proves the
 * SHA-256 of what is put together. Undefined where the directory does not say where everything is.
 */
function nestedPieces(directory, bytes) {
    const start = bytes - directory.length;
    const entries = entriesIn(directory)?.toSorted((a, b) => a.header - b.header);
    if (entries === undefined || start < 0)
        return undefined;
    const pieces = [];
    let at = 0;
    const add = (length, key) => {
        if (length > 0)
            pieces.push({ length, key });
        at += length;
    };
    for (const [number, { header, nameBytes, compressedBytes, data, hash, descriptorBytes }] of entries.entries()) {
        const end = entries[number + 1]?.header ?? start;
        const begin = end - descriptorBytes - compressedBytes;
        if (header < at || begin < header + localHeaderBytes + nameBytes)
            return undefined;
        add(begin - at, `header ${hash}`);
        add(end - begin, `data ${data}`);
    }
    if (at > start)
        return undefined;
    add(bytes - at, `directory ${(0,external_node_crypto_.createHash)('sha256').update(directory).digest('hex')}`);
    return pieces;
}
function entriesIn(directory) {
    const entries = [];
    const end = directory.length - 22;
    let at = 0;
    while (at < end) {
        if (at + 46 > end || directory.readUInt32LE(at) !== entrySignature)
            return undefined;
        const nameBytes = directory.readUInt16LE(at + 28);
        const extra = at + 46 + nameBytes;
        const next = extra + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
        const [compressedBytes, header] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)];
        if (next > end || compressedBytes === 0xffffffff || header === 0xffffffff)
            return undefined;
        const hash = (0,external_node_crypto_.createHash)('sha256').update(directory.subarray(at + 6, at + 28));
        hash.update(directory.subarray(at + 46, extra + directory.readUInt16LE(at + 30)));
        const streamed = (directory.readUInt16LE(at + 8) & 8) !== 0;
        entries.push({
            header,
            nameBytes,
            compressedBytes,
            data: directory.subarray(at + 10, at + 12).toString('hex') + directory.subarray(at + 16, at + 28).toString('hex'),
            hash: hash.digest('hex').slice(0, 16),
            descriptorBytes: streamed ? 16 : 0,
        });
        at = next;
    }
    return entries;
}
/** A library's name without its version: `spring-core` of `spring-core-5.3.30.jar`. */
function libraryOf(name) {
    return name.replace(/\.[jw]ar$/, '').replace(/-v?\d[\w.+-]*$/, '');
}

;// CONCATENATED MODULE: ./.build/lib/delta/nested-look.js

/** Bytes from which on a nested jar is looked into. */
const shortestNested = 16 * 1024;
/** Bytes of directories that are asked for at most. */
const mostDirectoryBytes = 4 * 1024 * 1024;
/** Nested jars that are worth a look into. Of several versions the first basis' counts. */
function pairs(pieces, bases) {
    const there = new Set(bases.flatMap((basis) => basis.pieces.map(({ length, key }) => `${length} ${key}`)));
    const libraries = new Map();
    for (const [source, basis] of bases.entries()) {
        for (const { jar } of nestedJars(basis.pieces)) {
            const library = libraryOf(jar.nested.name);
            if (!libraries.has(library))
                libraries.set(library, { source, theirs: jar });
        }
    }
    let asked = 0;
    return nestedJars(pieces).flatMap(({ at, key, jar: mine }) => {
        const other = libraries.get(libraryOf(mine.nested.name));
        if (other === undefined || mine.length < shortestNested || there.has(`${mine.length} ${key}`))
            return [];
        asked += other.theirs.nested.directoryBytes;
        return asked > mostDirectoryBytes ? [] : [{ at, mine, ...other }];
    });
}
function nestedJars(pieces) {
    let offset = 0;
    return pieces.flatMap(({ length, key, nested }, at) => {
        const jar = nested && { offset, length, nested };
        offset += length;
        return jar === undefined ? [] : [{ at, key, jar }];
    });
}
/** Where the directory of a nested jar begins. */
function directoryOffset({ offset, length, nested }) {
    return offset + length - nested.directoryBytes;
}
/**
 * The pieces of the new file with those of `pairs` taken apart, and what the bases have of them. `mine` and `theirs`: the
 * directories, in the order of the pairs.
 */
function takenApart(pieces, pairs, mine, theirs) {
    const apart = new Map();
    const bases = [];
    for (const [number, pair] of pairs.entries()) {
        const [own, other] = [mine[number], theirs[number]];
        const inner = own && nestedPieces(own, pair.mine.length);
        const known = other && nestedPieces(other, pair.theirs.length);
        if (inner === undefined || known === undefined)
            continue;
        apart.set(pair.at, inner);
        bases.push({ source: pair.source, start: pair.theirs.offset, pieces: known });
    }
    return { pieces: pieces.flatMap((piece, at) => apart.get(at) ?? [piece]), bases };
}

;// CONCATENATED MODULE: ./.build/lib/delta/plan.js
/**
 * Bytes below which a range is sent rather than copied: a copy takes the server about a millisecond, whatever its length,
 * in which a link of 4 Mbit/s sends as much.
 */
const shortestCopy = 512;
/** Copies that a plan may have: beyond, shorter ones are sent. */
const mostCopies = 1500;
/** How many places of a piece are tried; more have only files that repeat themselves. */
const mostPlaces = 8;
/**
 * Which ranges of the new file are copied and which are sent. Pieces that follow one another in a basis as they do in the
 * file are one copy; so are they when each alone would be too short for one.
 */
function planDelta(pieces, bases) {
    const places = placesOf(bases);
    for (let shortest = shortestCopy;; shortest *= 2) {
        const planned = planWith(pieces, places, shortest);
        if (planned.filter(({ from }) => from !== undefined).length <= mostCopies)
            return planned;
    }
}
function planWith(pieces, places, shortest) {
    const planned = [];
    let offset = 0;
    const add = (range) => {
        const last = planned.at(-1);
        offset += range.length;
        if (last === undefined || !follows(last, range))
            planned.push(range);
        else
            planned[planned.length - 1] = { ...last, length: last.length + range.length };
    };
    for (let at = 0; at < pieces.length;) {
        const { from, length, count } = longestRun(pieces, at, places);
        const last = planned.at(-1);
        const range = { offset, length, from };
        if (length >= shortest || (last?.from !== undefined && follows(last, range))) {
            add(range);
            at += count;
        }
        else {
            add({ offset, length: pieces[at]?.length ?? 0, from: undefined });
            at += 1;
        }
    }
    return planned;
}
/** Bytes that are sent. */
function sentBytes(planned) {
    return planned.reduce((sum, { length, from }) => sum + (from === undefined ? length : 0), 0);
}
function follows(last, next) {
    if (last.from === undefined || next.from === undefined)
        return last.from === next.from;
    return last.from.source === next.from.source && last.from.offset + last.length === next.from.offset;
}
function plan_nameOf({ length, key }) {
    return `${length} ${key}`;
}
function placesOf(bases) {
    const places = new Map();
    for (const basis of bases) {
        let offset = basis.start;
        for (const [at, piece] of basis.pieces.entries()) {
            const name = plan_nameOf(piece);
            const known = places.get(name);
            if (known === undefined)
                places.set(name, [{ basis, at, offset }]);
            else if (known.length < mostPlaces)
                known.push({ basis, at, offset });
            offset += piece.length;
        }
    }
    return places;
}
/** The longest run of pieces from `at` on that some basis has as well. */
function longestRun(pieces, at, places) {
    let best = { from: undefined, length: 0, count: 0 };
    const first = pieces[at];
    for (const { basis, at: there, offset } of first === undefined ? [] : (places.get(plan_nameOf(first)) ?? [])) {
        let count = 0;
        let length = 0;
        for (;;) {
            const [mine, theirs] = [pieces[at + count], basis.pieces[there + count]];
            if (mine === undefined || theirs === undefined || plan_nameOf(mine) !== plan_nameOf(theirs))
                break;
            length += mine.length;
            count += 1;
        }
        if (length > best.length)
            best = { from: { source: basis.source, offset }, length, count };
    }
    return best;
}

;// CONCATENATED MODULE: ./.build/lib/delta/rebuild-script.js








/** Where the rest of standard input can be read from. */
const restPath = '/dev/fd/8';
/**
 * Puts a file together from others and what comes on standard input, compares its SHA-256, flushes it, renames it to `target`.
 * The fact `surprise` says why there is none, and nothing is left of it then.
 */
function rebuildScript({ target, bytes, sha256, bases, textBytes, restBytes, done, afterwards, }) {
    return `${prelude/* prelude */.e}${roomFunction}
target=${(0,shell_quote/* quote */.h)(target)} folder=${(0,shell_quote/* quote */.h)(external_node_path_.posix.dirname(target))} bytes=${bytes} sha256=${(0,shell_quote/* quote */.h)(sha256)} rest=
${partFunctions}surprise() {
  rm -f "$part" "$rest"
  rmdir "$folder" 2>/dev/null
  fact surprise "$1"
  exit 0
}
if ${done}; then exit 0; fi
mkdir -p "$folder"
umask 077
[ ! -e "$part" ] || { part=$part.$$; rm -f "$part"; }
while read -r size path; do
  [ -f "$path" ] && [ "$(stat -c %s "$path")" = "$size" ] || surprise missing
done < <(printf '%s\\n' ${bases.map(({ path, bytes: size }) => (0,shell_quote/* quote */.h)(`${size} ${path}`)).join(' ')})
room ${bytes + restBytes} "$folder"
text=$(dd bs=${textBytes} count=1 iflag=fullblock status=none | gzip -dc) && eval "$text" || surprise tools
${restBytes === 0
        ? ''
        : `rest=$target.rest-$$
gzip -dc >"$rest" && exec 8<"$rest" && rm -f "$rest" || surprise tools
`}exec 7>>"$part" && flock -n 7 && jar >&7 || surprise tools
if [ "$(hash_of "$part")" != "$sha256" ]; then
  found=different
${bases
        .map(({ path, folder, sha256: known }) => `  [ "$(hash_of ${(0,shell_quote/* quote */.h)(path)})" = ${known} ] || { rm -f ${(0,shell_quote/* quote */.h)((0,release_paths/* jarIndexIn */.rp)(folder))} ${(0,shell_quote/* quote */.h)((0,release_paths/* jarNoteIn */.pE)(folder))}; found=damaged; }`)
        .join('\n')}
  surprise "$found"
fi
publish || surprise tools
exec 7>&-
umask 022
remove_parts
set -e
${afterwards}
exit 0
`;
}
/** Prints parts of files of the server, packed: for each its path, where it begins, and its bytes. */
function readScript(ranges) {
    const lines = ranges.map(([path, offset, length]) => `range ${(0,shell_quote/* quote */.h)(path)} ${offset} ${length}`);
    return `${prelude/* prelude */.e}
${range/* rangeFunction */.E}
${shell_packed/* packFunctions */.po}
printf '%sread ' "$deploy_mark"
{
${lines.join('\n')}
} 2>/dev/null | pack
exit 0
`;
}

;// CONCATENATED MODULE: ./.build/lib/delta/rebuild.js















/**
 * Bytes up to which a range that is sent is a word of the script, which takes the server no time; what is longer follows it
 * and is copied. Where much is sent, they are shorter: bash holds all words at once.
 */
const longestWord = (sent) => (sent <= 1024 * 1024 ? 64 * 1024 : 4 * 1024);
/** Bytes of all words. */
const mostInWords = 4 * 1024 * 1024;
/** Bytes of the rest up to which all of it travels with its script, in the same exchange. */
const mostAlong = 2 * 1024 * 1024;
/**
 * Has the server put `source` together at `target`, from `bases` that it has and what is new. Gives whether it is there; where
 * not, the log says why, and nothing of it is left. Throws `Failure` where an upload would fail as well.
 */
async function rebuild(server, source, target, bases, { log, ...around }) {
    const handle = await (0,promises_.open)(source.path, 'r');
    try {
        const planned = await planOf(server, source, handle, bases);
        const sent = sentBytes(planned);
        const rest = planned.filter(({ from, length }) => from === undefined && length > longestWord(sent));
        const restBytes = sentBytes(rest);
        if (sent > source.bytes / 3 || sent - restBytes > mostInWords) {
            log.info(uploadMessages.littleInCommon);
            return false;
        }
        const text = await collected(packed(textOf(planned, rest, source, handle, bases), 9));
        const script = rebuildScript({ ...source, target, bases, textBytes: text.length, restBytes, ...around });
        const counted = { bytes: 0 };
        const following = rest.length === 0 ? undefined : told(rebuild_bytesOf(rest, handle), restBytes, log);
        const body = bodyOf(text, following, counted);
        const result = await server.run(script, await asInput(body, restBytes));
        const found = (0,script_protocol/* factsIn */.PC)(result.stdout);
        const full = lackOfRoom(found, server.host, target);
        if (full !== undefined)
            throw full;
        const named = (0,script_protocol/* failureIn */.Q6)(result);
        if (named !== undefined)
            throw named;
        if (result.code === 0 && found.surprise === undefined) {
            log.info(uploadMessages.rebuilt({ sent: (0,space/* formatBytes */.z3)(counted.bytes), total: (0,space/* formatBytes */.z3)(source.bytes) }));
            return true;
        }
        const { notRebuilt } = uploadMessages;
        // One that was killed (no memory is left) named nothing: what comes whole needs less of it.
        const { surprise = '' } = found;
        log.info(isReason(surprise) ? notRebuilt[surprise] : notRebuilt.tools);
        return false;
    }
    finally {
        await handle.close();
    }
}
function isReason(word) {
    return Object.hasOwn(uploadMessages.notRebuilt, word);
}
/** Which ranges are sent; asks the server for directories of nested jars where some are of another version. */
async function planOf(server, { pieces }, handle, bases) {
    const whole = bases.map((basis, source) => ({ source, start: 0, pieces: basis.pieces }));
    const found = pairs(pieces, bases);
    if (found.length === 0)
        return planDelta(pieces, whole);
    const theirs = await directoriesOf(server, found.map(({ source, theirs: jar }) => [
        bases[source]?.path ?? '',
        directoryOffset(jar),
        jar.nested.directoryBytes,
    ]));
    const mine = [];
    for (const { mine: jar } of found) {
        mine.push(await rebuild_read(handle, directoryOffset(jar), jar.nested.directoryBytes));
    }
    const apart = takenApart(pieces, found, mine, theirs);
    return planDelta(apart.pieces, [...whole, ...apart.bases]);
}
/** Ranges of files of the server; none where they are not what they were. */
async function directoriesOf(server, ranges) {
    const { stdout } = await server.run(readScript(ranges));
    const [, packed = ''] = /^@@read (\S*)$/m.exec(stdout) ?? [];
    const sum = ranges.reduce((bytes, [, , length]) => bytes + length, 0);
    const bytes = await Promise.resolve()
        .then(() => (0,shell_packed/* unpacked */.KZ)(packed, { maxOutputLength: sum + 1 }))
        .catch(() => Buffer.alloc(0));
    if (bytes.length !== sum)
        return [];
    let at = 0;
    return ranges.map(([, , length]) => {
        at += length;
        return bytes.subarray(at - length, at);
    });
}
async function rebuild_read(handle, offset, length) {
    const bytes = Buffer.alloc(length);
    await (0,slice/* readAtFile */.id)(handle)(bytes, offset);
    return bytes;
}
/** Bash functions that print the file and its index. Never held as a whole. */
async function* textOf(planned, rest, { index }, handle, bases) {
    yield Buffer.from('jar() ');
    yield* assemblyOf(partsOf(planned, new Set(rest), handle, bases.length), [
        ...bases.map(({ path }) => path),
        restPath,
    ]);
    yield Buffer.from('\nindex() ');
    yield* assemblyOf(indexParts(index, bases), bases.map(({ folder }) => (0,release_paths/* jarIndexIn */.rp)(folder)));
    yield Buffer.from('\n');
}
/** What the file is made of; `restSource`: the source that has all of the rest. */
async function* partsOf(planned, rest, handle, restSource) {
    let place = 0;
    for (const range of planned) {
        const { offset, length, from } = range;
        if (from !== undefined)
            yield { ...from, length };
        else if (!rest.has(range))
            yield await rebuild_read(handle, offset, length);
        else {
            yield { source: restSource, offset: place, length };
            place += length;
        }
    }
}
/** The index, by lines that other indexes have. */
function indexParts(index, bases) {
    const bytes = Buffer.from(index);
    const known = bases.map((basis, source) => ({ source, start: 0, pieces: linesOf((0,index_file/* renderIndex */.rC)(basis.pieces) ?? '') }));
    return planDelta(linesOf(index), known).map(({ offset, length, from }) => from === undefined ? bytes.subarray(offset, offset + length) : { ...from, length });
}
function linesOf(text) {
    return text
        .trimEnd()
        .split('\n')
        .map((line) => ({ length: line.length + 1, key: line }));
}
/** What follows the script: the text, then the rest, packed. */
async function* bodyOf(text, rest, counted) {
    counted.bytes += text.length;
    yield text;
    for await (const chunk of rest === undefined ? [] : packed(rest)) {
        counted.bytes += chunk.length;
        yield chunk;
    }
}
async function* rebuild_bytesOf(ranges, handle) {
    const most = 256 * 1024;
    for (const { offset, length } of ranges) {
        for (let at = 0; at < length; at += most)
            yield await rebuild_read(handle, offset + at, Math.min(most, length - at));
    }
}
/** A body as what a script reads: along with it where it is short. */
async function asInput(body, restBytes) {
    if (restBytes > mostAlong)
        return { stdin: external_node_stream_.Readable.from(body, { objectMode: false }) };
    return { input: await collected(body) };
}

// EXTERNAL MODULE: ./.build/lib/resources/place-jar.js
var place_jar = __webpack_require__(69167);
;// CONCATENATED MODULE: ./.build/lib/resources/bring-jar.js










/**
 * Brings the jar at `path` to the folder of its release: put together from what the server has, or sent whole. Run again after
 * a lost connection it goes on.
 */
function bringJar(release, path, { bases, incoming }) {
    const { fileName, bytes, sha256 } = release.build.jar;
    const target = (0,application_paths/* incomingJar */.Ym)(release.app, sha256);
    const done = (0,place_jar/* jarIsPlaced */.Fr)(release);
    const place = (index) => `${(0,place_jar/* placeJar */.Lv)(release, target, 'mv', index)}\n${removeIncoming(release.app)}`;
    let tried = false;
    return async (server, log) => {
        const fresh = !incoming && !tried;
        tried = true;
        const { pieces, isArchive } = await cut(path);
        const index = isArchive ? (0,index_file/* renderIndex */.rC)(pieces) : undefined;
        const source = { path, bytes, sha256 };
        if (index !== undefined && bases.length > 0) {
            log.info(uploadMessages.rebuilding({ name: fileName, total: (0,space/* formatBytes */.z3)(bytes) }));
            const around = { log, done, afterwards: place('index') };
            if (await rebuild(server, { ...source, pieces, index }, target, bases, around))
                return;
        }
        const afterwards = place(index === undefined ? undefined : `printf %s ${(0,shell_quote/* quote */.h)(index)}`);
        await upload(server, source, target, { log, fresh, done, afterwards });
    };
}

// EXTERNAL MODULE: ./.build/lib/resources/release-record.js
var release_record = __webpack_require__(99880);
;// CONCATENATED MODULE: ./.build/lib/resources/release-folder.js

















/** Steps that make the folder of `release` and fill it. */
function planReleaseFolder(release, files, folders, there) {
    const folder = (0,release_paths/* releaseDirectory */.fF)(release);
    const made = folders.filter((state) => !state.exists).map((state) => state.path);
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'release.folder',
            title: (0,messages_text/* text */.Qq)(`Folder of release ${release.id}`, `发布版本 ${release.id} 的目录`),
            reason: (0,messages_text/* text */.Qq)('Dockerfile, context and environment go there', '存放 Dockerfile、上下文和环境变量'),
            diff: [
                `+ ${folder}`,
                ...files.files.map(({ name, container }) => `+ ${(0,release_paths/* filesDirectory */.Rv)(release)}/${name} (${container})`),
                ...made.map((path) => `+ ${path}`),
            ].join('\n'),
            script: folderScript(release, files, folders),
            input: () => (0,consumers_.buffer)(archive(release, files)),
            undo: [
                // Its id is known by this folder alone: while the container is there, or no engine tells, the folder stays.
                `${gone/* goneFunctions */.r}\n${(0,gone/* goneByFile */.l)((0,release_paths/* containerFile */.YS)(release))} || exit 1`,
                `${(0,marker/* ourFolders */.Cf)(release.app)}\nremove_ours ${(0,shell_quote/* quote */.h)(folder)}`,
                ...made.toReversed().map((path) => `rmdir ${(0,shell_quote/* quote */.h)(path)} 2>/dev/null || true`),
            ].join('\n'),
        },
        there.same === undefined ? uploadJar(release, files, there) : copyJar(release, there.same),
    ];
}
/** Mounted folders are made before Docker would make them as root; those made here belong to the container's user. */
function folderScript(release, { recipe }, folders) {
    const owner = release.container.volumeOwner;
    return [
        'umask 022',
        (0,make_folders/* makeFolders */.w)('755', (0,application_paths/* applicationDirectory */.gZ)(release.app)),
        (0,make_folders/* makeFolders */.w)('700', external_node_path_.posix.dirname((0,release_paths/* releaseDirectory */.fF)(release))),
        (0,marker/* makeOurs */.EP)((0,release_paths/* releaseDirectory */.fF)(release), release.app, '700'),
        ...folders
            .filter((state) => !state.exists)
            .map(({ path }) => {
            const chown = owner === undefined ? '' : ` && chown ${(0,shell_quote/* quote */.h)(owner)} ${(0,shell_quote/* quote */.h)(path)}`;
            return `[ -e ${(0,shell_quote/* quote */.h)(path)} ] || { mkdir -p ${(0,shell_quote/* quote */.h)(path)}${chown}; }`;
        }),
        `mkdir -m 700 ${(0,shell_quote/* quote */.h)(`${(0,release_paths/* releaseDirectory */.fF)(release)}/switch`)}`,
        `tar -x -C ${(0,shell_quote/* quote */.h)((0,release_paths/* releaseDirectory */.fF)(release))} --no-same-owner`,
        ...(recipe === undefined || Buffer.isBuffer(recipe)
            ? []
            : [`cp -p ${(0,shell_quote/* quote */.h)((0,release_paths/* recipeFile */.PN)({ app: release.app, id: recipe.release }))} ${(0,shell_quote/* quote */.h)((0,release_paths/* recipeFile */.PN)(release))}`]),
    ].join('\n');
}
/** The small files of a release as one tar stream. */
function archive(release, files) {
    const stream = (0,tar_stream.pack)();
    const out = new external_node_stream_.PassThrough();
    stream.pipe(out);
    // A file that is gone may fail both before anybody reads; the reader is told when it comes, nobody else need be.
    for (const one of [stream, out])
        one.on('error', () => { });
    const add = async () => {
        for (const { path, source, mode } of files.context) {
            stream.entry({ name: `build/${path}`, mode }, await (0,promises_.readFile)(source));
        }
        stream.entry({ name: 'build/Dockerfile', mode: 0o644 }, markStages(release.build.dockerfile, release.app));
        stream.entry({ name: 'planned.json', mode: 0o600 }, (0,release_record/* renderRecord */.sF)(release));
        if (Buffer.isBuffer(files.recipe))
            stream.entry({ name: (0,external_node_path_.basename)((0,release_paths/* recipeFile */.PN)(release)), mode: 0o600 }, files.recipe);
        if (files.environment !== undefined)
            stream.entry({ name: 'env', mode: 0o600 }, files.environment.reveal());
        // A container runs as whichever user: it must read them, and nobody else on the server gets as far as the folder.
        if (files.files.length > 0)
            stream.entry({ name: 'files/', type: 'directory', mode: 0o700 });
        for (const { name, source } of files.files) {
            stream.entry({ name: `files/${name}`, mode: 0o444 }, await (0,promises_.readFile)(source));
        }
        stream.finalize();
    };
    add().catch((error) => out.destroy(error instanceof Error ? error : new Error(String(error))));
    return out;
}
function uploadJar(release, files, there) {
    const { jar } = release.build;
    return {
        kind: 'runner',
        phase: 'prepare',
        id: 'release.jar',
        title: (0,messages_text/* text */.Qq)(`Upload ${jar.fileName}`, `上传 ${jar.fileName}`),
        reason: there.bases.length > 0
            ? (0,messages_text/* text */.Qq)('the server does not have this jar; only what differs from the jars that it has is sent', '服务器上没有这个 jar；只发送与已有 jar 不同的部分')
            : (0,messages_text/* text */.Qq)('the server does not have this jar', '服务器上没有这个 jar'),
        diff: `+ ${jar.fileName} (${(jar.bytes / 1e6).toFixed(1)} MB, SHA-256 ${jar.sha256.slice(0, 12)}…)`,
        resumes: true,
        run: bringJar(release, files.jarSource, there),
        // What has come of the jar stays for the next run.
        undo: removeIncoming(release.app),
    };
}
function copyJar(release, source) {
    return {
        kind: 'server',
        phase: 'prepare',
        id: 'release.jar',
        title: (0,messages_text/* text */.Qq)(`Take ${release.build.jar.fileName} from an earlier release`, `使用之前的发布版本中的 ${release.build.jar.fileName}`),
        reason: (0,messages_text/* text */.Qq)('the server has this very jar', '服务器上已有同一个 jar'),
        script: `${(0,place_jar/* mustBeJar */.uf)(release, source)}\n${(0,place_jar/* placeJar */.Lv)(release, source, 'ln', (0,place_jar/* indexBeside */.DD)(source))}`,
    };
}
/** The step that removes the empty folder of an upload that was cut short; none where there is none. */
function removeEmptyIncoming(release, there) {
    if (!there)
        return [];
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'release.remove-incoming',
            title: (0,messages_text/* text */.Qq)(`Remove the empty folder ${(0,application_paths/* incomingDirectory */.kR)(release.app)}`, `删除空目录 ${(0,application_paths/* incomingDirectory */.kR)(release.app)}`),
            reason: (0,messages_text/* text */.Qq)('an interrupted upload left it behind', '上传中断时留下的'),
            script: removeIncoming(release.app),
        },
    ];
}
/** Steps that remove folders and images of runs that died before their switch. */
function removeOrphanFolders(release, ids) {
    return ids.map((id) => ({
        kind: 'server',
        phase: 'prepare',
        id: 'release.remove-orphan',
        title: (0,messages_text/* text */.Qq)(`Remove what is left of ${id}`, `删除 ${id} 的残留`),
        reason: (0,messages_text/* text */.Qq)('an interrupted run left it behind', '之前中断的运行留下的'),
        script: (0,release_record/* removeRelease */.gs)(release, id),
    }));
}

// EXTERNAL MODULE: ./.build/lib/resources/selinux.js
var selinux = __webpack_require__(73394);
// EXTERNAL MODULE: ./.build/lib/resources/site/enable.js
var enable = __webpack_require__(86327);
// EXTERNAL MODULE: ./.build/lib/resources/site/file-change.js
var file_change = __webpack_require__(27995);
// EXTERNAL MODULE: ./.build/lib/nginx/proof-address.js
var proof_address = __webpack_require__(66086);
;// CONCATENATED MODULE: ./.build/lib/resources/site/proofs.js




/** What nginx must bring of a site whose file has this text, on each of its ports. */
function proofsOf(site, content, desired) {
    const proof = {
        domain: site.domain,
        path: site.proof.path,
        status: desired.status,
        release: desired.release.id,
        configuration: (0,nginx_label/* managedBy */.ZF)(content)?.configuration ?? '',
    };
    const https = { ...proof, scheme: 'https', port: site.httpsPort, fingerprint: desired.fingerprint };
    const http = (port) => ({ ...proof, scheme: 'http', port, fingerprint: undefined });
    return [
        https,
        ...(site.publishedAppPort === undefined ? [] : [http(site.publishedAppPort)]),
        // Shows that a worker can read the page, and not only that nginx is there.
        ...(site.staticSite === undefined
            ? []
            : [
                { ...https, port: nginx_site/* staticPorts */.d6.https, status: health_status/* okStatus */.Lj },
                { ...http(nginx_site/* staticPorts */.d6.http), status: health_status/* okStatus */.Lj },
            ]),
    ];
}
/**
 * What the application's file of before was seen to bring: only that can be asked for again. Its certificate may have
 * been renewed in place meanwhile.
 */
function servedBefore({ managedFile, serving }) {
    const label = managedFile === undefined ? undefined : (0,nginx_label/* managedBy */.ZF)(managedFile.text);
    const address = (0,proof_address/* proofAddressIn */.s)(managedFile?.text ?? '');
    if (label === undefined || address === undefined || serving?.release !== label.release)
        return [];
    const configuration = { file: managedFile?.path ?? '' };
    return [{ ...address, status: health_status/* anyStatus */.L, release: label.release, configuration, fingerprint: undefined }];
}

;// CONCATENATED MODULE: ./.build/lib/resources/site/pass.js





/** One pass; or two, where the application's own port is free only after the first. */
function passesOf(desired, nginx) {
    const { release, file, others, publishesLater } = desired;
    const sites = [...(publishesLater ? [{ ...release.site, publishedAppPort: undefined }] : []), release.site];
    const passes = [];
    for (const site of sites) {
        const earlier = passes.at(-1);
        const content = renderSite(site, nginx.version);
        passes.push({
            number: passes.length + 1,
            own: ownChange(file, earlier === undefined ? oldFile(nginx) : earlier.own.after, content),
            others: earlier === undefined ? others : [],
            proofs: proofsOf(site, content, desired),
            proofsOfUndo: earlier === undefined ? servedBefore(nginx) : earlier.proofs,
        });
    }
    return passes;
}
/** What becomes of the application's own file. */
function ownChange(path, before, content) {
    return { path, before, after: Buffer.from(content, 'utf8'), ours: true };
}
/** What the file comes back to. One that keeps nginx from starting, and all its sites down, is not worth coming back. */
function oldFile({ managedFile, state }) {
    if (managedFile === undefined || (managedFile.broken !== undefined && state === 'stopped'))
        return undefined;
    return Buffer.from(managedFile.text, 'utf8');
}
/** Tells the old files of one pass of one release from others that lie in the same folder. */
function keyOf({ image, id }, pass) {
    return `${image}-${id}-${pass.number}`;
}
/** All files that a pass changes. */
function changesOf({ own, others }) {
    return [own, ...others.map(({ change }) => change)];
}
/** Why the application's file is put in place. */
function reasonForSwap({ before, after }, { staticSite }) {
    if (before === undefined)
        return (0,messages_text/* text */.Qq)('it is not there yet', '文件尚不存在');
    if (before.equals(after))
        return (0,messages_text/* text */.Qq)('unchanged; nginx reads it again', '内容不变；nginx 重新读取');
    if (staticSite === undefined && (0,render_static/* servesPages */.b6)(before.toString('utf8')))
        return (0,messages_text/* text */.Qq)('the static site is no longer served: this release has none', '不再提供静态站点：该发布版本没有');
    if ((0,nginx_label/* isUntouched */.O2)(before.toString('utf8')))
        return (0,messages_text/* text */.Qq)('it differs', '内容有变化');
    return (0,messages_text/* text */.Qq)('it was edited by hand and is replaced; nginx-snippet keeps such changes', '文件被手工修改过，将被替换；请用 nginx-snippet 保留此类修改');
}

// EXTERNAL MODULE: ./.build/lib/resources/site/prove-script.js + 1 modules
var prove_script = __webpack_require__(85589);
;// CONCATENATED MODULE: ./.build/lib/resources/site/same-certificate.js

/**
 * Bash that fails where the application's file names another pair than the one that was read: whoever renewed the domain's
 * certificate meanwhile had it lead to the new one, and the old one must not come back. It holds under the lock which
 * applications share. One that somebody removed is written again.
 */
function sameCertificate({ managedFile }) {
    if (managedFile === undefined || managedFile.broken !== undefined)
        return '';
    const { path, text } = managedFile;
    const [chain, key] = [named(text, 'ssl_certificate'), named(text, 'ssl_certificate_key')];
    if (chain === undefined || key === undefined)
        return '';
    return `in_file() { sed -n "s|^[[:space:]]*$1[[:space:]][[:space:]]*\\([^;]*\\);.*|\\1|p" ${(0,shell_quote/* quote */.h)(path)} 2>/dev/null | head -n 1; }
chain=$(in_file ssl_certificate) key=$(in_file ssl_certificate_key)
[ -z "$chain$key" ] || { [ "$chain" = ${(0,shell_quote/* quote */.h)(chain)} ] && [ "$key" = ${(0,shell_quote/* quote */.h)(key)} ]; } ||
  failure SITE_CERTIFICATE_CHANGED file=${(0,shell_quote/* quote */.h)(path)} before=${(0,shell_quote/* quote */.h)(chain)} "now=$chain"`;
}
/** What a directive names in the first server of a file, as it is written there. */
function named(text, directive) {
    return new RegExp(`^[ \\t]*${directive}[ \\t]+([^;\\n]*);`, 'm').exec(text)?.[1];
}

// EXTERNAL MODULE: ./.build/lib/resources/site/swap-steps.js + 6 modules
var swap_steps = __webpack_require__(53461);
;// CONCATENATED MODULE: ./.build/lib/resources/site/site.js












/** Whether nginx serves exactly the desired site: the file is the same, and loopback brings release, hash and certificate. */
function serves(desired, nginx) {
    const content = renderSite(desired.release.site, nginx.version);
    const { serving, managedFile } = nginx;
    return (serving !== undefined &&
        managedFile?.path === desired.file &&
        managedFile.broken === undefined &&
        managedFile.text === content &&
        serving.release === desired.release.id &&
        serving.configuration === (0,nginx_label/* managedBy */.ZF)(content)?.configuration &&
        serving.fingerprint === desired.fingerprint &&
        (serving.sent ?? desired.sent) === desired.sent &&
        (0,health_status/* accepts */.G3)(desired.status, serving.status));
}
/**
 * Steps that test, swap, reload and prove the application's nginx file, and those of others that change with it; none
 * when it is already served so. Ours is put in place first: whatever cuts the switch short, somebody serves the name.
 */
function planSite(desired, nginx) {
    if (!desired.certificateIsNew && desired.others.length === 0 && serves(desired, nginx))
        return [];
    const { release } = desired;
    const folder = `${(0,release_paths/* releaseDirectory */.fF)(release)}/switch`;
    const { file, errorLog } = desired;
    const traces = { nginx, domain: release.site.domain, file, errorLog, folder };
    const passes = passesOf(desired, nginx);
    // What is to be in the end has all that the passes on the way have, and more.
    const own = ownChange(desired.file, oldFile(nginx), renderSite(release.site, nginx.version));
    const others = desired.others.map(({ change }) => change);
    return [
        (0,swap_steps/* judgeStep */.c4)(traces, [own, ...others]),
        ...passes.flatMap((pass) => stepsOf(pass, desired, traces)),
        ...(0,enable/* enableSteps */.h)(nginx, passes.length, folder),
        tidy(desired, folder, passes),
    ];
}
function stepsOf(pass, { release, drain, hidden }, traces) {
    const { number, own, others } = pass;
    const ports = [...new Set(pass.proofs.map(({ port }) => port))].join(', ');
    const { file } = traces;
    const first = {
        id: (0,swap_steps/* stepId */.eR)('swap', number),
        title: (0,messages_text/* text */.Qq)(`Put ${file} in place`, `替换 ${file}`),
        reason: number === 1 ? reasonForSwap(own, release.site) : (0,messages_text/* text */.Qq)('its port is free now', '端口现已空出'),
        change: own,
    };
    return (0,swap_steps/* swapSteps */.Dh)({
        number,
        key: keyOf(release, pass),
        files: [first, ...others],
        proofs: [...pass.proofs, ...others.flatMap(({ proofs }) => proofs)],
        before: number === 1 ? sameCertificate(traces.nginx) : '',
        proofsOfUndo: [...pass.proofsOfUndo, ...others.flatMap(({ proofsOfUndo }) => proofsOfUndo)],
        proven: (0,messages_text/* text */.Qq)(`nginx serves ${release.id} on ${ports}`, `nginx 在 ${ports} 端口提供 ${release.id}`),
        applicationLog: (0,prove_script/* applicationLogOf */.W)(release, hidden),
        // Those of a later pass lead to the new version, which stays.
        notesWorkers: number === 1 && drain !== undefined,
    }, traces);
}
/** What comes after the last proof: the old workers end, and with nothing to undo any more the old files go. */
function tidy({ release, drain, publishesLater }, folder, passes) {
    const forget = passes.flatMap((pass) => changesOf(pass).map((change) => (0,file_change/* forgetScript */.Nn)(change, keyOf(release, pass))));
    if (drain === undefined)
        return (0,swap_steps/* forgetStep */.ej)(forget);
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'drain',
        id: 'site.drain',
        title: (0,messages_text/* text */.Qq)(`Wait for open requests to the old version, at most ${drain.seconds} s`, `等待发往旧版本的请求结束，最多 ${drain.seconds} 秒`),
        reason: (0,messages_text/* text */.Qq)('longer ones are cut off, and counted', '更久的请求会被中断，并报告数量'),
        // A version that had to stop for its port was waited for then.
        script: [...(publishesLater ? [] : [(0,nginx_workers/* drainScript */.ow)(folder, drain)]), ...forget, (0,nginx_workers/* tellCut */.OT)(folder, drain)].join('\n'),
    };
}

;// CONCATENATED MODULE: ./.build/lib/resources/static-site.js















/** The step that brings the files of a site to the server; none where they are there. */
function planStaticFiles(app, site, there) {
    if (site === undefined || there.some(({ sha256 }) => sha256 === site.sha256))
        return [];
    const folder = (0,application_paths/* staticDirectory */.oO)(app, site.sha256);
    const incoming = `${(0,application_paths/* staticDirectory */.oO)(app)}/.${site.sha256}.new`;
    return [
        {
            kind: 'runner',
            phase: 'prepare',
            id: 'static-site.publish',
            title: (0,messages_text/* text */.Qq)(`Bring the static site (${site.files.length} files)`, `上传静态站点（${site.files.length} 个文件）`),
            reason: (0,messages_text/* text */.Qq)('the server does not have these files', '服务器上没有这些文件'),
            diff: `+ ${folder} (${site.files.length} files, ${(0,space/* formatBytes */.z3)(site.bytes)})`,
            run: async (server, log) => {
                const result = await server.run(`${prelude/* prelude */.e}\nset -e\n${static_site_receiveScript(app, site, folder, incoming)}`, {
                    stdin: static_site_archive(site, log),
                });
                (0,apply/* mustSucceed */.MX)('static-site.publish', result);
            },
            undo: `${(0,marker/* ourFolders */.Cf)(app)}
remove_ours ${(0,shell_quote/* quote */.h)(folder)}
remove_ours ${(0,shell_quote/* quote */.h)(incoming)} ${site.sha256}
rmdir ${(0,shell_quote/* quote */.h)((0,application_paths/* staticDirectory */.oO)(app))} 2>/dev/null || true`,
        },
    ];
}
/**
 * Bash that unpacks its standard input beside the site's folder, then renames it: whoever sees the folder sees all of it.
 * Every file bears the time of now: nginx makes its ETag of time and size, and two versions may agree in the latter.
 */
function static_site_receiveScript(app, { path, sha256 }, folder, incoming) {
    const files = (0,shell_quote/* quote */.h)(`${incoming}/files${path}`);
    return `umask 022
${(0,make_folders/* makeFolders */.w)('755', (0,application_paths/* applicationDirectory */.gZ)(app), (0,application_paths/* staticDirectory */.oO)(app))}
closed=
# By the path that nginx opens, and by the one that links on it lead to.
for parent in ${(0,shell_quote/* quote */.h)((0,application_paths/* staticDirectory */.oO)(app))} "$(readlink -f ${(0,shell_quote/* quote */.h)((0,application_paths/* staticDirectory */.oO)(app))})"; do
  while [ "$parent" != / ]; do
    case $(stat -L -c %A "$parent") in *[xt]) ;; *) closed=$parent$'\\n'$closed ;; esac
    parent=$(dirname "$parent")
  done
done
[ -z "$closed" ] || failure STATIC_SITE_CLOSED folders="$closed"
# What runs that were cut short left.
${(0,marker/* ourFolders */.Cf)(app)}
for left in ${(0,shell_quote/* quote */.h)((0,application_paths/* staticDirectory */.oO)(app))}/.*.new; do
  name=\${left##*/.}; remove_ours "$left" "\${name%.new}"
done
${(0,marker/* makeOurs */.EP)(incoming, app, '755', sha256)}
mkdir -p ${files}
tar -x -m -C ${files} --no-same-owner --no-same-permissions
chmod -R u=rwX,go=rX ${(0,shell_quote/* quote */.h)(`${incoming}/files`)}
sync -f ${(0,shell_quote/* quote */.h)(incoming)} 2>/dev/null || sync
mv -T ${(0,shell_quote/* quote */.h)(incoming)} ${(0,shell_quote/* quote */.h)(folder)}
flush ${(0,shell_quote/* quote */.h)((0,application_paths/* staticDirectory */.oO)(app))}`;
}
/** The files as one tar stream, read as it is sent: memory stays small whatever the site's size. */
function static_site_archive(site, log) {
    const out = external_node_stream_.Readable.from(archiving(site, log), { objectMode: false });
    // Who reads is told by what it throws, nobody else need be.
    return out.on('error', () => { });
}
async function* archiving(site, log) {
    const stream = (0,tar_stream.pack)();
    const added = addFiles(stream, site, log);
    added.catch((error) => stream.destroy(error));
    try {
        yield* stream;
    }
    finally {
        // Ended by a file that changed: which one it was is told here.
        await added;
    }
}
async function addFiles(stream, site, log) {
    const line = progress(Math.max(site.bytes, 1), 0, performance.now());
    let sent = 0;
    for (const { path, source, bytes, sha256 } of site.files) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const watch = new external_node_stream_.Transform({
            transform: (chunk, _, done) => {
                hash.update(chunk);
                sent += chunk.length;
                const told = line.at(sent, performance.now());
                if (told !== undefined)
                    log.info(told);
                done(null, chunk);
            },
        });
        try {
            await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(source), watch, stream.entry({ name: path, mode: 0o644, size: bytes }));
        }
        catch (error) {
            throw (0,failure/* failure */.V2)('STATIC_SITE_CHANGED', { path }, { cause: error });
        }
        if (hash.digest('hex') !== sha256)
            throw (0,failure/* failure */.V2)('STATIC_SITE_CHANGED', { path });
    }
    stream.finalize();
}
/**
 * The step that removes the files of sites that no release names any more: neither `release`, as it is recorded anew, nor
 * one that is kept. `removed` are the releases that go in this run.
 */
function planStaticPrune(release, there, removed) {
    const { root } = release.site.staticSite ?? {};
    const old = there
        .filter(({ sha256 }) => (0,application_paths/* staticRoot */.lN)(release.app, sha256) !== root)
        .filter(({ releases }) => releases.every((id) => id === release.id || removed.includes(id)))
        .map(({ sha256 }) => (0,application_paths/* staticDirectory */.oO)(release.app, sha256));
    if (old.length === 0)
        return [];
    return [
        {
            kind: 'switch',
            phase: 'switch',
            pass: 1,
            stage: 'prune',
            id: 'static-site.prune',
            title: (0,messages_text/* text */.Qq)(`Remove the files of ${old.length} old site(s)`, `删除 ${old.length} 个旧站点的文件`),
            reason: (0,messages_text/* text */.Qq)('no release that is kept names them', '保留的发布版本都不再使用'),
            diff: old.map((folder) => `- ${folder}`).join('\n'),
            script: [(0,marker/* ourFolders */.Cf)(release.app), ...old.map((folder) => `remove_ours ${(0,shell_quote/* quote */.h)(folder)}`)].join('\n'),
        },
    ];
}

;// CONCATENATED MODULE: ./.build/lib/deployment/drain.js


/** What the old workers of nginx carry to a version that this deployment stops; undefined: it stops none. */
function drainOf({ release, newContainer }, { containerAdoption }, server, file) {
    const { nginx, configuration, releases } = server;
    const { current } = releases;
    const serving = newContainer === undefined ? undefined : (0,orphans/* servingContainer */._B)(server);
    if (nginx.state !== 'running' || (serving === undefined && containerAdoption === undefined))
        return undefined;
    const sites = [release.site, ...(current === undefined ? [] : [current.site])];
    const ports = [...new Set(sites.flatMap(portsOfApi))];
    const adopted = containerAdoption?.container.published.flatMap(({ port, containerPort }) => [port, containerPort]) ?? [];
    const backEnds = [
        ...[...(nginx.managedFile?.text ?? '').matchAll(/^ *server 127\.0\.0\.1:(\d+);$/gm)].map(([, port]) => Number(port)),
        ...adopted,
        // On the host's network it publishes nothing.
        ...(containerAdoption === undefined ? [] : [release.container.appPort]),
    ];
    return {
        seconds: release.drainTimeoutSeconds,
        ports,
        ownPorts: ports.filter((port) => (0,nginx_servers/* serversOn */.Gx)(configuration, port).every((block) => block.file === file)),
        backEnds: [...new Set(backEnds)],
    };
}
/** The static pages need no container. */
function portsOfApi({ httpsPort, publishedAppPort }) {
    return [httpsPort, ...(publishedAppPort === undefined ? [] : [publishedAppPort])];
}

;// CONCATENATED MODULE: ./.build/lib/deployment/parts.js
/** All steps, part by part in `order`, which must name each part that has steps. */
function stepsInOrder(order, parts) {
    const unnamed = Object.keys(parts).filter((part) => parts[part]?.length && !order.includes(part));
    if (unnamed.length > 0)
        throw new RangeError(`no place in the order: ${unnamed.join(', ')}`);
    return order.flatMap((part) => parts[part] ?? []);
}

;// CONCATENATED MODULE: ./.build/lib/deployment/steps.js























/** The steps that lead from what is on the server to a release: those of its strategy, and those that every one needs. */
function stepsFor(strategy, target, server, adoption, shared, file) {
    const siteFile = server.nginx.managedFile?.path ?? file;
    const change = {
        target,
        server,
        adoption,
        drain: drainOf(target, adoption, server, siteFile),
        serving: (0,orphans/* servingContainer */._B)(server),
        leftover: leftoverOf(target.release, server),
    };
    return stepsInOrder(strategy.order, { ...commonParts(change, shared, siteFile), ...strategy.parts(change) });
}
/** The parts that every strategy has. */
function commonParts(change, shared, siteFile) {
    const { target, server, adoption, drain } = change;
    const { release, source, certificate, newContainer, choices } = target;
    const { releases } = server;
    const pair = certificate.install === undefined
        ? []
        : (0,resources_certificate/* planCertificate */.Xz)(certificate.pair, release.site.domain, certificate.install.chain, certificate.install.key, server.certificates);
    const site = planSite({
        release,
        file: siteFile,
        status: (0,release_release/* proofStatus */.Jn)(release),
        fingerprint: certificate.certificate.fingerprint,
        sent: certificate.sent,
        certificateIsNew: pair.length > 0,
        others: [...adoption.servers.files, ...shared],
        publishesLater: adoption.containerAdoption?.port !== undefined,
        errorLog: (0,error_log/* errorLogOf */.a)(server.configuration, server.nginx.version),
        drain,
        hidden: target.hidden,
    }, server.nginx);
    const staticSite = source.kind === 'project' ? source.staticSite : undefined;
    const pages = planStaticFiles(release.app, staticSite, releases.statics);
    const replaces = newContainer !== undefined;
    const records = replaces || site.length > 0 || isStale(release, releases.current);
    return {
        'record-missing': releases.unrecorded && releases.current !== undefined ? [(0,release_record/* planMissingRecord */.HC)(releases.current)] : [],
        system: [...(0,packages_packages/* planPolicy */._0)(server.system), ...(0,docker_engine/* planMirror */.N)(server.system, server.docker)],
        'orphan-containers': [
            ...removeOrphans((0,orphans/* orphanContainers */.HY)(release, server).filter(({ id }) => !isKept(id, server)), release.app),
            ...(0,resources_image/* removeBuildLeftovers */.FA)(server.buildLeftovers),
            ...removeCopies(release.app, server.written.copies),
        ],
        certificate: [...pair, ...(0,selinux/* planSelinux */.Yr)(server.selinux, (0,nginx_site/* portsOf */.a5)(release.site))],
        site,
        pages: pages.length === 0
            ? []
            : [...pages, ...(0,selinux/* planContentLabel */.ph)(server.selinux, (0,application_paths/* staticDirectory */.oO)(release.app, staticSite?.sha256))],
        'orphan-folders': [
            ...removeOrphanFolders(release, (0,orphans/* orphanReleases */.HB)(release, server)),
            ...removeEmptyIncoming(release, releases.emptyIncoming),
            ...settleLeftVariables(release.app, releases.variablesLeft, releases.current?.id),
        ],
        record: [
            ...(records ? [(0,release_record/* planRecord */.x1)(release)] : []),
            ...(adoption.record === undefined ? [] : [planAdoptionRecord(adoption.record, release.app)]),
        ],
        pruning: [
            ...(replaces
                ? [...removeKept(release.app, server), ...(0,release_record/* planPrune */.wM)(release, releases.recorded, choices.keepReleases)]
                : []),
            ...(records
                ? planStaticPrune(release, releases.statics, replaces ? (0,release_record/* releasesToPrune */.W3)(release, releases.recorded, choices.keepReleases) : [])
                : []),
        ],
        publish: planFirewall((0,nginx_site/* openPorts */.Rr)(release.site), server.firewall),
    };
}
/** Containers of old versions that earlier runs did not retire. */
function leftoverOf(release, server) {
    // One that is kept, but runs or has the name still, was not stopped or renamed.
    const unfinished = ({ id, name, status }) => isKept(id, server) && (status === 'running' || name === release.image);
    return [
        ...(0,orphans/* oldContainers */.Ig)(release, server).filter((one) => !isKept(one.id, server) || unfinished(one)),
        ...(0,orphans/* orphanContainers */.HY)(release, server).filter(unfinished),
    ];
}
/**
 * Whether the record says something else than what is in force. The pair is left aside: another application of the domain
 * may have repointed the file since.
 */
function isStale(release, current) {
    const recorded = (of) => JSON.parse(JSON.stringify({ ...of, site: { ...of.site, certificate: undefined } }));
    return current !== undefined && !(0,external_node_util_.isDeepStrictEqual)(recorded(release), recorded(current));
}
/** Whether a container holds files that could not be carried. */
function isKept(id, { written }) {
    return written.containers.some(({ container, kept }) => container === id && kept);
}
/** The container that an earlier deploy adopted was kept until now. */
function removeKept(app, server) {
    const kept = server.releases.adopted?.container;
    return kept !== undefined && !isKept(kept.id, server) && server.manualContainers.some(({ id }) => id === kept.id)
        ? [removeAdopted(kept, app)]
        : [];
}

// EXTERNAL MODULE: ./.build/lib/deployment/strangers.js
var strangers = __webpack_require__(99447);
;// CONCATENATED MODULE: ./.build/lib/resources/container/baseline.js




/**
 * Notes which files the new container has in its own layer, right before it serves: what comes later was written for
 * somebody. It never fails: without the list, all files count.
 */
function noteFiles(release) {
    const file = (0,release_paths/* baselineFile */._S)(release);
    return {
        id: 'container.baseline',
        title: (0,messages_text/* text */.Qq)('List the files that the start wrote', '记录启动时写入的文件'),
        reason: (0,messages_text/* text */.Qq)('files that come later are kept, or a deploy stops and names them', '之后写入的文件会被保留，否则部署会中止并列出它们'),
        script: `umask 077
${layer_script/* layerFunctions */.z}
id=$(cat ${(0,shell_quote/* quote */.h)((0,release_paths/* containerFile */.YS)(release))})
if open_layer "$id"; then
  { printf '%s\\0' "$id"; layer_changes | worth_keeping | layer_times; } >${(0,shell_quote/* quote */.h)(`${file}.new`)} &&
    put_in_place ${(0,shell_quote/* quote */.h)(`${file}.new`)} ${(0,shell_quote/* quote */.h)(file)} || true
fi`,
    };
}

// EXTERNAL MODULE: ./.build/lib/resources/container-logs.js + 1 modules
var container_logs = __webpack_require__(86429);
// EXTERNAL MODULE: ./.build/lib/release/shown.js
var shown = __webpack_require__(22697);
// EXTERNAL MODULE: ./.build/lib/resources/container/run-command.js
var run_command = __webpack_require__(23561);
// EXTERNAL MODULE: ./.build/lib/resources/container/user-script.js
var user_script = __webpack_require__(94297);
;// CONCATENATED MODULE: ./.build/lib/resources/container/start.js









/** Score of a candidate: the first to go when memory runs out (proc(5), oom_score_adj: -1000 to 1000). */
const candidateOomScore = 800;
/** Bash in front of an undo that removes the candidate: in the switch, whatever nginx may still lead to stays. */
const staysWhereStuck = '[ "${stuck:-0}" -eq 0 ] || exit 1';
/** Makes the container of a release, which has none (make-room.ts), and starts it; `folders` get the owner that its image tells. */
function startContainer(release, reason, folders, variables = 'own') {
    const folder = (0,shell_quote/* quote */.h)((0,release_paths/* releaseDirectory */.fF)(release));
    const file = (0,shell_quote/* quote */.h)((0,release_paths/* containerFile */.YS)(release));
    const name = (0,names/* candidateName */.v)(release);
    const create = (0,shell_quote/* commandLine */.a)((0,run_command/* createCommand */.gu)(release, variables));
    const start = (0,run_command/* startCommands */.$d)(release).map(shell_quote/* commandLine */.a);
    const give = folders.length === 0 ? [] : [`give_folders ${folders.map(shell_quote/* quote */.h).join(' ')}`];
    return {
        id: 'container.start',
        title: (0,messages_text/* text */.Qq)(`Start container ${name}`, `启动容器 ${name}`),
        reason,
        diff: [(0,run_command/* createCommand */.gu)((0,shown/* shownRelease */.z)(release), variables), ...(0,run_command/* startCommands */.$d)(release)]
            .map((argv) => `+ ${(0,shell_quote/* commandLine */.a)(argv)}`)
            .join('\n'),
        script: `${give.length === 0 ? '' : `${user_script/* userFunctions */.r6}\n${(0,user_script/* giveFolders */.Vo)(file)}\n`}exec 7<${folder}
flock 7
{ ${[create, `flush ${file} ${folder}`, ...give, ...start].join(' && ')}; } 7<&- || failure CONTAINER_NOT_STARTED image=${(0,shell_quote/* quote */.h)((0,names/* imageTag */.I)(release))}
pid=$(docker container inspect --format '{{.State.Pid}}' "$(cat ${file})")
[ "$pid" -gt 0 ] && { echo ${candidateOomScore} >"/proc/$pid/oom_score_adj"; } 2>/dev/null || true`,
        undo: `${staysWhereStuck}\n${gone/* goneFunctions */.r}\n${removeScript(release)}`,
    };
}
/** Bash that removes the container that the run at work started. It takes `gone` (gone.ts). */
function removeScript(release) {
    const folder = (0,shell_quote/* quote */.h)((0,release_paths/* releaseDirectory */.fF)(release));
    // Whoever cancels may come while docker makes it: only then does its id show.
    return `[ ! -d ${folder} ] || flock -w 60 ${folder} true || true
${removeMade(release, 'docker rm -f')}`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/container/come-back.js







/**
 * Has the container of a release come back after a reboot, and those that serve until then (`before`) as well, up to the
 * last proof.
 */
function comeBack(release, before, hidden) {
    const name = (0,names/* candidateName */.v)(release);
    return {
        id: 'container.restart-policy',
        title: (0,messages_text/* text */.Qq)(`${name} comes back after a reboot`, `${name} 在重启后自动恢复`),
        reason: (0,messages_text/* text */.Qq)('whenever the server reboots, something serves', '服务器任何时候重启，都有服务在运行'),
        // `always` brings back even a stopped container when the engine starts (docs.docker.com, restart policies).
        script: [
            gone/* goneFunctions */.r,
            `docker update --restart unless-stopped "$(cat ${(0,shell_quote/* quote */.h)((0,release_paths/* containerFile */.YS)(release))})" >/dev/null`,
            ...before.map(({ id }) => update(id, 'always')),
            flushDocker,
        ].join('\n'),
        undo: [
            staysWhereStuck,
            gone/* goneFunctions */.r,
            `{ ${(0,container_logs/* logsScript */.P)((0,shell_quote/* quote */.h)(name), 60, release, hidden)}; } || true`,
            // It gives back the space that Docker needs to write the rest.
            removeScript(release),
            ...before.map(({ id, restartPolicy }) => update(id, restartPolicy)),
        ].join('\n'),
    };
}
/**
 * Container and image are on disk before nginx leads there: Docker itself does not flush the files of an image. Not by
 * `sync` alone, which would also wait for a network file system that does not answer.
 */
const flushDocker = `for folder in "$(docker info --format '{{.DockerRootDir}}')" /var/lib/containerd; do
  [ ! -d "$folder" ] || sync -f "$folder" 2>/dev/null || sync
done`;
/** Bash that sets the restart policy of a container, unless it is gone. */
function update(id, policy) {
    return `gone ${(0,shell_quote/* quote */.h)(id)} || docker update --restart ${(0,shell_quote/* quote */.h)(policy)} ${(0,shell_quote/* quote */.h)(id)} >/dev/null`;
}

// EXTERNAL MODULE: ./.build/lib/checks/application-notices.js
var application_notices = __webpack_require__(14908);
// EXTERNAL MODULE: ./.build/lib/resources/container/container-probe.js + 1 modules
var container_probe = __webpack_require__(25751);
// EXTERNAL MODULE: ./.build/lib/checks/application.js
var application = __webpack_require__(67732);
// EXTERNAL MODULE: ./.build/lib/resources/container/observe-script.js + 1 modules
var observe_script = __webpack_require__(21026);
;// CONCATENATED MODULE: ./.build/lib/resources/container/health-script.js





/**
 * Seconds for which an answer that is not the awaited one must stay the same to be taken for final, once the log says that
 * the application has started; thrice as long where it does not say so.
 */
const steadySeconds = 15;
/** As Spring Boot says it: "Started Application in 3.2 seconds". */
const startedWords = 'Started [^ ]+ in [0-9.,]+ seconds';
/**
 * Bash that waits until a container is well. Ends early when it exits or restarts, or answers what will not change, and looks
 * at it in any case: facts on stdout, its log lines on stderr. Prints a line whenever the answer changes, and every 15 s.
 * `logs` is bash that prints the container's last log lines; `before` counts its restarts until then.
 */
function healthScript(name, health, logs, steady = steadySeconds, before = 0) {
    return `${(0,observe_script/* observeFunctions */.q)(health)}
tell_all() { tell_answer; look_at_container; { ${logs}; } >&2 || true; }
give_up() { fact waited "$((SECONDS - begun))"; tell_all; exit 1; }
name=${(0,shell_quote/* quote */.h)(name)} pid= look=0 seen= tell=0 code=000 first= since=0 begun=$SECONDS deadline=$((SECONDS + ${health.timeoutSeconds}))
has_started() { [ "$({ ${logs}; } 2>&1 | grep -cE ${(0,shell_quote/* quote */.h)(startedWords)})" -gt 0 ]; }
while :; do
  # While its process is there Docker is seldom asked: that takes time from an application that starts.
  if [ ! -d "/proc/\${pid:-0}" ] || [ "$SECONDS" -ge "$look" ]; then
    ask_state
    # What it answered before is none of this process.
    [ "$status $restarts" = 'running ${before}' ] || { code=000; give_up; }
    look=$((SECONDS + 5))
  fi
  well=
  ! ask_health || well=yes
  [ "$own" = "$seen" ] && [ "$SECONDS" -lt "$tell" ] || { seen=$own; tell=$((SECONDS + 15)); printf '%s: %s (%s s)\\n' ${(0,shell_quote/* quote */.h)(health.path)} "$own" "$SECONDS"; }
  [ -z "$well" ] || break
${health.fallback === undefined ? endSteady(steady) : ''}  [ "$SECONDS" -lt "$deadline" ] || { ask_state; give_up; }
  # An application that answers logs each question: asked too often, it would push its own start out of the log.
  if [ "$code" = 000 ]; then sleep 0.3; else sleep 1; fi
done
ask_state
tell_all`;
}
/**
 * What is answered from the first answer on for so long, and is no sign of a start that goes on (5xx, too early, too many
 * requests), will not change.
 */
function endSteady(seconds) {
    return `  if [ "$code" != 000 ]; then
    [ -n "$first" ] || { first=$code; since=$SECONDS; }
    [ "$code" = "$first" ] || first=other
    case $first in
      other|5??|408|425|429) ;;
      *) [ "$((SECONDS - since))" -lt ${seconds} ] || { [ "$((SECONDS - since))" -lt ${3 * seconds} ] && ! has_started; } || { fact steady 1; ask_state; give_up; } ;;
    esac
  fi
`;
}
/** The failure that an unhealthy container stands for, from what {@link healthScript} handed over. */
function explainHealth(name, release, { stdout, stderr }) {
    return (0,application/* diagnoseApplication */.n)((0,container_probe/* readContainer */.u)(name, release, (0,script_protocol/* factsIn */.PC)(stdout), stderr));
}

// EXTERNAL MODULE: ./.build/lib/fragments/process-user.js
var process_user = __webpack_require__(58917);
// EXTERNAL MODULE: ./.build/lib/resources/container/closed-mounts.js
var closed_mounts = __webpack_require__(19961);
// EXTERNAL MODULE: ./.build/lib/resources/container/denied-path.js + 1 modules
var denied_path = __webpack_require__(8545);
;// CONCATENATED MODULE: ./.build/lib/resources/container/user-notices.js





/** Warns of a user that is another than before; `chown` lines for what the version before may have written. */
function userChanged(before, now, by, { volumes }) {
    if (before === undefined || now === undefined)
        return [];
    if (before.uid === now.uid && before.gid === now.gid)
        return [];
    const to = `${now.uid}:${now.gid}`;
    const hosts = volumes.filter(({ host, readOnly }) => (0,denied_path/* mayBeGiven */.ak)(host) && !readOnly).map(({ host }) => host);
    // Root changes whatever it likes.
    const folders = now.uid === 0 ? [] : [...new Set(hosts)].map((host) => (0,denied_path/* chownLine */.W2)(to, host));
    return [(0,failure/* failure */.V2)('USER_CHANGED', { from: `${before.uid}:${before.gid}`, to, by, folders: folders.join('\n') })];
}
/** What to warn of over the user of a container that is well: facts of look_at_candidate, and its log. */
function userNotices({ container }, { denied }, facts, expected) {
    return [
        ...(expected.known ? [] : userChanged(expected.before, (0,process_user/* readProcessUser */.H)(facts.started), expected.by, container)),
        ...mountNotices(facts.user ?? '', facts.mounts ?? ''),
        ...(denied === undefined ? [] : [(0,failure/* failure */.V2)('PATH_NOT_WRITABLE', denied)]),
    ];
}
/** What `ask_mounts` found, a line each. */
function mountNotices(user, mounts) {
    return (0,closed_mounts/* readMounts */.b)(mounts).map(({ hindrance, path, place, owner, mode, files }) => {
        switch (hindrance) {
            case 'read-only': {
                const volume = (0,values_volumes/* renderVolume */.Jl)({ host: path, container: place, readOnly: true });
                return (0,failure/* failure */.V2)('MOUNT_READ_ONLY', { path, volume });
            }
            case 'out-of-reach': {
                const elsewhere = (0,values_volumes/* renderVolume */.Jl)({ host: path, container: `/data${place}`, readOnly: false });
                return (0,failure/* failure */.V2)('MOUNT_OUT_OF_REACH', { place, path, user, elsewhere });
            }
            default:
                return (0,failure/* failure */.V2)('MOUNT_NOT_WRITABLE', { path, user, owner, mode, files, chown: (0,denied_path/* chownLine */.W2)(user, path) });
        }
    });
}
/** What to warn of where the application does not get the signal that asks it to stop. */
function signalNotices({ container: { stopTimeoutSeconds } }, name, signal, shellForm) {
    if (signal === '')
        return [];
    if (signal !== undefined) {
        const [program = '', process = '', lost = ''] = signal.split(' ');
        return [
            (0,failure/* failure */.V2)('STOP_SIGNAL_LOST', { container: name, program, process, signal: lost, seconds: stopTimeoutSeconds }),
        ];
    }
    // It could not be asked: what the Dockerfile says is all that is known.
    if (shellForm === undefined)
        return [];
    const { line } = shellForm;
    const words = { container: name, program: 'sh', process: 'sh', signal: 'SIGTERM', seconds: stopTimeoutSeconds, line };
    return [(0,failure/* failure */.V2)('STOP_SIGNAL_LOST', words)];
}

;// CONCATENATED MODULE: ./.build/lib/resources/container/health.js








/**
 * Waits until a container of `release` is well, and warns of what it lacks all the same. `again` is
 * the container as it was before, where it is not a new one.
 */
function awaitHealth(release, container, candidate, again) {
    const { health, image } = release;
    // What it said before it was stopped tells of another time; one that never was has the year 1.
    const ended = `docker container inspect --format '{{.State.FinishedAt}}' ${(0,shell_quote/* quote */.h)(container)}`;
    const since = `"$(${ended} | sed 's/^0001-.*/0/')"`;
    const logs = (0,container_logs/* logsScript */.P)((0,shell_quote/* quote */.h)(container), 400, release, candidate.hidden, again === undefined ? undefined : since);
    // What ends a pause begins no new count.
    const restarts = again?.status === 'paused' ? again.restarts : 0;
    return {
        id: 'container.health',
        title: (0,messages_text/* text */.Qq)(`Wait until ${health.path} on port ${health.port} is well`, `等待端口 ${health.port} 的 ${health.path} 健康检查通过`),
        reason: (0,messages_text/* text */.Qq)('nginx switches only to a healthy version', '只切换到健康检查通过的版本'),
        streams: true,
        // It only looks.
        endable: true,
        script: healthScript(container, health, logs, undefined, restarts),
        explain: (result) => explainHealth(container, release, result),
        notice: (result) => {
            const facts = (0,script_protocol/* factsIn */.PC)(result.stdout);
            // By then it bears the image's name.
            const observation = (0,container_probe/* readContainer */.u)(image, release, facts, result.stderr);
            return [
                ...(0,application_notices/* applicationNotices */.q)(observation),
                ...userNotices(release, observation, facts, candidate.user),
                ...signalNotices(release, image, facts.signal, candidate.shellForm),
            ];
        },
    };
}

;// CONCATENATED MODULE: ./.build/lib/resources/container/retirement.js







/**
 * Steps that retire, after the proof, the container of the version that served and those that earlier runs did not retire,
 * and give the one of `release` the guide's name.
 */
function planRetirement(release, leftover, { serving, files = noFilesKnown, again = false } = {}) {
    const old = serving === undefined ? leftover : [serving, ...leftover];
    const ids = old.map(({ id }) => id);
    return [
        ...planNoteOld(release, ids),
        ...old.map((one, at) => retire(one, release, at === 0 ? 'container.retire' : `container.retire-${at + 1}`, one === serving ? files : noFilesKnown, again)),
        {
            kind: 'switch',
            phase: 'switch',
            pass: 1,
            stage: 'rename',
            id: 'container.rename',
            title: (0,messages_text/* text */.Qq)(`Name it ${release.image}`, `更名为 ${release.image}`),
            reason: (0,messages_text/* text */.Qq)(`docker logs ${release.image} works`, `docker logs ${release.image} 可用`),
            script: renameScript(release, old, again),
        },
    ];
}
/** Only an old version of ours makes room: another container that took the name meanwhile keeps it. */
function renameScript(release, old, again) {
    const image = (0,shell_quote/* quote */.h)(release.image);
    const aside = (one) => `${(0,shell_quote/* quote */.h)(one.id)}) docker rename "$holder" ${(0,shell_quote/* quote */.h)(replacedName(release, one, again))} ;;`;
    return `id=$(cat ${(0,shell_quote/* quote */.h)((0,release_paths/* containerFile */.YS)(release))})
holder=$(docker container inspect --format '{{.Id}}' ${image} 2>/dev/null) || holder=
if [ "$holder" != "$id" ]; then
  case $holder in
    ${['"") ;;', ...old.map(aside)].join('\n    ')}
    *) failure CONTAINER_NAME_TAKEN container=${image} ours=${(0,shell_quote/* quote */.h)((0,names/* candidateName */.v)(release))} ;;
  esac
  docker rename "$id" ${image}
fi
pid=$(docker container inspect --format '{{.State.Pid}}' "$id")
echo 0 >"/proc/$pid/oom_score_adj"`;
}

// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/release/owner.js
var owner = __webpack_require__(81595);
;// CONCATENATED MODULE: ./.build/lib/deployment/user-words.js




/** Whom the application runs as, and what decides it. */
function noteOnUser({ word, ids, from }) {
    const source = commands/* commandMessages */.c.userSources[from];
    if (ids !== undefined)
        return commands/* commandMessages */.c.runsAs((0,owner/* renderOwner */.c)(ids), source);
    return word === undefined ? commands/* commandMessages */.c.runsAsBaseImage : commands/* commandMessages */.c.runsAsName(word, source);
}
/** Warns of a user that is another than that of the version before, where both are known before the image is built. */
function changeOfUser({ release, newContainer, adoption }, server) {
    if (newContainer === undefined)
        return [];
    const { ids, from } = release.container.runsAs;
    return userChanged(userBefore(adoption, server), ids, from, release.container);
}
/** Warns of a Dockerfile whose shell may keep the stop signal from the application. */
function signalMayBeLost({ release, newContainer, source }) {
    if (newContainer === undefined || source.kind === 'kept')
        return [];
    return signalNotices(release, release.image, undefined, source.shellForm);
}
/** Whom the version before runs as; undefined: none runs. */
function userBefore({ container }, server) {
    return container?.ids ?? (0,orphans/* servingContainer */._B)(server)?.user;
}

;// CONCATENATED MODULE: ./.build/lib/deployment/candidate.js

/** What the steps of a candidate need to know beside its release. */
function candidateOf({ release, source, adoption, hidden }, server) {
    const { ids, from } = release.container.runsAs;
    const mounted = release.container.volumes.filter(({ readOnly }) => !readOnly).map(({ host }) => host);
    const made = server.storage.folders.filter(({ path, exists }) => !exists && mounted.includes(path));
    return {
        hidden,
        user: { before: userBefore(adoption, server), known: ids !== undefined, by: from },
        folders: ids === undefined ? made.map(({ path }) => path) : [],
        shellForm: source.kind === 'project' ? source.shellForm : undefined,
    };
}

// EXTERNAL MODULE: ./.build/lib/deployment/image-source.js
var image_source = __webpack_require__(61739);
;// CONCATENATED MODULE: ./.build/lib/deployment/strategies/blue-green.js




















/** Both versions run side by side until the new one is proven; then the old one is drained and goes. */
const blueGreen = {
    name: 'blue-green',
    sideBySide: true,
    order: [
        // Later runs go by it, whatever becomes of this one.
        'record-missing',
        'system',
        'orphan-containers',
        'certificate',
        // Everything below is kept in it.
        'release-folder',
        // Before the site: in the pass that they share, the old container lets go of the port first.
        'adoption',
        // Before the jar is sent: what nginx refuses is known at once.
        'site',
        'pages',
        'jar',
        // At a time with the jar: a slow link and a slow registry are waited for once.
        'base-images',
        // After the jar: an orphan may be where it is taken from, when a run that died is run again.
        'orphan-folders',
        'image',
        'carried-files',
        // Right before the container that is started with them.
        'environment',
        'start',
        'await',
        // Last of what is prepared: it may test the new version, or save what that will write to.
        'before-switch',
        'switch',
        'retirement',
        'record',
        'pruning',
        // Only a proven site is opened to the world.
        'publish',
    ],
    parts,
};
function parts({ target, server, adoption, drain, serving, leftover }) {
    const { release, source, newContainer } = target;
    if (newContainer === undefined)
        throw new RangeError('a container that stays is not replaced');
    const { folders } = server.storage;
    const image = (0,image_source/* imageOf */.d)(target, server);
    const puller = pullerOn(server.system, server.docker);
    const files = filesOfOld(target, server.time);
    const candidate = candidateOf(target, server);
    const { containerAdoption } = adoption;
    const adopted = containerAdoption?.container;
    const variables = source.kind === 'kept' && source.environment !== undefined ? 'next' : 'own';
    const before = [serving, adopted].filter((one) => one !== undefined);
    return {
        ...(source.kind === 'kept'
            ? { environment: planEnvironment(release, source.environment) }
            : folderParts(target, source, server, adoption)),
        'base-images': image.from === 'build' && source.kind === 'project'
            ? planBaseImages(release.app, source.pulledImages, server)
            : [],
        adoption: containerAdoption === undefined ? [] : planContainerAdoption(containerAdoption, release, drain, files),
        image: (0,resources_image/* planImage */.Fz)(release, image, (0,image_source/* latestOfOthers */.I)(release, server) === undefined, puller, server.releases.current),
        'carried-files': [
            // The folder of another release is new: no container is named in it.
            ...(source.kind === 'kept' ? [(0,engine_step/* prepareStep */.Ie)(makeRoom(release))] : []),
            ...planCarry(release, adoption.container ?? serving, target.carried, folders.filter(({ exists }) => exists).map(({ path }) => path)),
        ],
        start: [(0,engine_step/* prepareStep */.Ie)(startContainer(release, newContainer, candidate.folders, variables))],
        await: [(0,engine_step/* prepareStep */.Ie)(awaitHealth(release, (0,names/* candidateName */.v)(release), candidate))],
        'before-switch': (0,hook/* planBeforeSwitch */.Dv)(release, target.choices.hooks),
        switch: [noteFiles(release), comeBack(release, before, target.hidden)].map((one) => (0,engine_step/* switchStep */.PS)(one, { pass: 1, stage: 'write' })),
        retirement: [
            ...(adopted === undefined ? [] : planNoteOld(release, [adopted.id], 'adoption.note-old')),
            // The files of an adopted container are its own steps' matter.
            ...planRetirement(release, leftover, {
                serving,
                files: adopted === undefined ? files : noFilesKnown,
                again: source.kind === 'kept',
            }),
        ],
    };
}
/** The folder of a release that is new to the server, and what only the runner can put there. */
function folderParts({ release }, source, server, adoption) {
    const { jars, bases, incoming } = server.releases;
    const [folder, jar] = planReleaseFolder(release, source, server.storage.folders.filter(({ path }) => release.container.volumes.some(({ host }) => host === path)), { same: jars.get(release.build.jar.sha256), bases, incoming });
    return { 'release-folder': [folder, ...planInheritedVariables(release, adoption.container)], jar: [jar] };
}
/** What is known of the files of the container that goes. */
function filesOfOld({ carried, atStake, choices }, surveyedAt) {
    const discard = choices.writtenFiles === 'discard';
    // Where nobody looked, all that it wrote since it serves counts.
    return {
        carried,
        surveyedAt: atStake === undefined ? undefined : surveyedAt,
        discard,
        named: discard ? (atStake?.files ?? []) : [],
    };
}

;// CONCATENATED MODULE: ./.build/lib/resources/container/start-again.js



/** Starts the stopped or paused container of `release` again. */
function startAgain(release, container) {
    const id = (0,shell_quote/* quote */.h)(container.id);
    const [start, undo] = container.status === 'paused' ? ['unpause', 'pause'] : ['start', 'stop'];
    return {
        id: 'container.start-again',
        title: (0,messages_text/* text */.Qq)(`Start container ${container.name} again`, `重新启动容器 ${container.name}`),
        reason: (0,messages_text/* text */.Qq)('it is what is wanted, but it was stopped; started again it keeps its files', '它就是所需的版本，但已停止；重新启动可保留其中的文件'),
        diff: `+ docker ${start} ${container.name}`,
        script: `docker ${start} ${id} >/dev/null || failure CONTAINER_NOT_STARTED image=${(0,shell_quote/* quote */.h)((0,names/* imageTag */.I)(release))}`,
        undo: `docker ${undo} ${id} >/dev/null`,
    };
}

// EXTERNAL MODULE: ./.build/lib/deployment/start-again.js
var start_again = __webpack_require__(25549);
;// CONCATENATED MODULE: ./.build/lib/deployment/strategies/unchanged.js






/** The container that serves is the wanted one and stays; it is started again where it was stopped. */
const unchanged = {
    name: 'unchanged',
    sideBySide: false,
    order: [
        // Later runs go by it, whatever becomes of this one.
        'record-missing',
        'system',
        'orphan-containers',
        'certificate',
        'orphan-folders',
        'start',
        'await',
        'pages',
        'site',
        // What an earlier run left undone after its proof.
        'retirement',
        'record',
        'pruning',
        // Only a proven site is opened to the world.
        'publish',
    ],
    parts: unchanged_parts,
};
function unchanged_parts({ target, server, serving, leftover }) {
    const { release } = target;
    const stopped = (0,start_again/* toStartAgain */.Q)(release, server);
    const misnamed = serving !== undefined && serving.name !== release.image;
    return {
        ...(stopped === undefined
            ? {}
            : {
                start: [(0,engine_step/* prepareStep */.Ie)(startAgain(release, stopped))],
                await: [(0,engine_step/* prepareStep */.Ie)(awaitHealth(release, stopped.name, candidateOf(target, server), stopped))],
            }),
        retirement: leftover.length > 0 || misnamed
            ? planRetirement(release, leftover, { again: target.source.kind === 'kept' })
            : [],
    };
}

;// CONCATENATED MODULE: ./.build/lib/deployment/strategies/choose.js


/** The strategy that leads to a target. */
function strategyFor({ newContainer }) {
    return newContainer === undefined ? unchanged : blueGreen;
}

;// CONCATENATED MODULE: ./.build/lib/nginx/servers-in-text.js

/** Whether text that cannot be read seems to have a server of this host name. Comments of whole lines do not count. */
function nameInText(text, domain) {
    const name = domain.replaceAll('.', '\\.');
    return new RegExp(`\\bserver_name\\b[^;{}]*[\\s"']\\.?${name}[\\s;"']`, 'i').test(withoutComments(text));
}
/** Whether it seems to have a server that listens on this port: on 80 also where nothing says on which one. */
function listensInText(text, port) {
    const found = [...withoutComments(text).matchAll(/\blisten\s+([^;{}]+);/g)].map(([, words = '']) => ({
        name: 'listen',
        args: words.trim().replace(/["']/g, '').split(/\s+/),
        file: '',
        line: 0,
        start: 0,
        end: 0,
    }));
    const server = { name: 'server', args: [], block: found, file: '', line: 0, start: 0, end: 0 };
    return (0,nginx_servers/* listensOf */.QQ)(server).some((listen) => listen.port <= port && port <= listen.lastPort);
}
function withoutComments(text) {
    return text.replace(/^[ \t]*#.*$/gm, '');
}

;// CONCATENATED MODULE: ./.build/lib/deployment/unread-files.js



/** Looks at the text of the files of nginx that cannot be read; `managed`, our own, is written anew whatever is in it. */
function unreadFiles(site, { unread, files }, managed) {
    const problems = [];
    const notices = [];
    for (const { file, line } of unread) {
        if (file === managed)
            continue;
        const text = files.get(file) ?? '';
        const port = nameInText(text, site.domain) ? (0,nginx_site/* portsOf */.a5)(site).find((one) => listensInText(text, one)) : undefined;
        if (port === undefined)
            notices.push((0,failure/* failure */.V2)('NGINX_FILE_PASSED_BY', { file, line }));
        else
            problems.push((0,failure/* failure */.V2)('NGINX_UNREADABLE', { file, line, domain: site.domain, port }));
    }
    return { problems, notices };
}

// EXTERNAL MODULE: ./.build/lib/engine/switch-folder.js
var switch_folder = __webpack_require__(84330);
// EXTERNAL MODULE: ./.build/lib/messages/deploy-log.js
var deploy_log = __webpack_require__(3451);
// EXTERNAL MODULE: ./.build/lib/messages/rollback.js
var rollback = __webpack_require__(82151);
// EXTERNAL MODULE: ./.build/lib/resources/kept-image.js
var kept_image = __webpack_require__(30934);
// EXTERNAL MODULE: ./.build/lib/engine/switch-script.js
var switch_script = __webpack_require__(32025);
;// CONCATENATED MODULE: ./.build/lib/resources/server-rollback/form.js



/**
 * A switch with blanks in it: what a fill-in gives is the script. Texts that have blanks are written out, where a switch
 * has them in base64. Lines that begin with `#@` tell what filling in takes: hashes of the site's text as it is with blanks,
 * the word that ends that text, the mounts, in the words of a record, and the titles of the steps.
 */
function renderForm(steps, purpose) {
    const { site, place, mounts, language } = purpose;
    const script = withTextsWritten((0,switch_script/* renderSwitch */.V)(steps, purpose));
    const facts = [
        `#@place ${place}`,
        `#@site ${endOf(site.text)}`,
        `#@configuration ${site.configuration}`,
        `#@bytes ${sha256(site.text)}`,
        ...mounts.map(({ host, container }) => `#@mount ${JSON.stringify(host)} ${JSON.stringify(container)}`),
        ...steps.map(({ id, title }) => `#@title ${id} ${title[language].replaceAll('\n', ' ')}`),
    ];
    return `${script}exit\n${facts.join('\n')}\n`;
}
/** Heredocs in base64 whose text has a blank, as text. */
function withTextsWritten(script) {
    return script.replace(/^base64 -d >(.+) <<'EOF'\n([A-Za-z0-9+/=\n]*)\nEOF$/gm, (encoded, target, base64) => {
        const text = Buffer.from(base64, 'base64').toString('utf8');
        if (!hasBlank(text) || !text.endsWith('\n'))
            return encoded;
        const end = endOf(text);
        return `cat >${target} <<'${end}'\n${text}${end}`;
    });
}
/** A word that ends a heredoc with this text: none of its lines is the same. */
function endOf(text) {
    return `EOF-${sha256(text).slice(0, 24)}`;
}
function hasBlank(text) {
    return Object.values(blanks).some(({ word }) => text.includes(word));
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./.build/lib/messages/server-rollback.js

/** What the server's own `rollback` says, each text a format of printf. */
const rollbackWords = {
    usage: (0,messages_text/* text */.Qq)('Usage: %s [RELEASE] [--list]\nRolls back to RELEASE (default: the release before the live one). --list shows the releases.', '用法：%s [发布版本] [--list]\n回滚到指定的发布版本（默认：当前发布版本的上一个）。--list 列出可回滚的发布版本。'),
    notRoot: (0,messages_text/* text */.Qq)('Run this as root: sudo %s', '请以 root 身份运行：sudo %s'),
    strangers: (0,messages_text/* text */.Qq)('Other users can change %s. Root does not run what they can change. Fix: chown root:root and chmod go-w.', '其他用户可以修改 %s。root 不会运行他人可以修改的内容。解决办法：chown root:root 并 chmod go-w。'),
    noDocker: (0,messages_text/* text */.Qq)('Docker does not answer. Check: systemctl status docker', 'Docker 没有响应。请检查：systemctl status docker'),
    ending: (0,messages_text/* text */.Qq)('The switch to %s was interrupted. It is completed or undone first.', '切换到 %s 的过程曾中断，先将其完成或撤销。'),
    notEnded: (0,messages_text/* text */.Qq)('It could not be completed or undone. See %s', '无法将其完成或撤销。请查看 %s'),
    nothingServes: (0,messages_text/* text */.Qq)('The nginx file %s is missing, or is not from the action. Deploy once with the action.', 'nginx 文件 %s 不存在，或不是由本 Action 写入的。请用本 Action 部署一次。'),
    fileStrange: (0,messages_text/* text */.Qq)('The nginx file %s was edited: %s cannot be read from it. Deploy once with the action.', 'nginx 文件 %s 被修改过：无法读取 %s。请用本 Action 部署一次。'),
    unknown: (0,messages_text/* text */.Qq)('%s is not a release on this server.', '%s 不是此服务器上的发布版本。'),
    serves: (0,messages_text/* text */.Qq)('%s is live already.', '%s 已在提供服务。'),
    noPrevious: (0,messages_text/* text */.Qq)('There is no release before %s.', '%s 之前没有发布版本。'),
    noForm: (0,messages_text/* text */.Qq)('%s was recorded without its rollback form. Use the action with `command: rollback`.', '%s 没有记录回滚所需的内容。请使用本 Action 的 `command: rollback`。'),
    otherPlace: (0,messages_text/* text */.Qq)('%s was recorded for another nginx, nginx file or domain. Use the action with `command: rollback`.', '%s 记录时使用的是另一个 nginx、配置文件或域名。请使用本 Action 的 `command: rollback`。'),
    noRecord: (0,messages_text/* text */.Qq)('%s, which is live, has no record: what it mounts is not known. Use the action with `command: rollback`.', '正在提供服务的 %s 没有记录，无法得知它挂载了什么。请使用本 Action 的 `command: rollback`。'),
    carriedSince: (0,messages_text/* text */.Qq)('%s would not see what the application wrote to %s: that folder was carried out of the container since. Nothing was changed. Use the action with `command: rollback`, which mounts it.', '%s 将看不到应用写入 %s 的内容：该文件夹是之后从容器中复制出来并挂载的。未做任何修改。请使用本 Action 的 `command: rollback`，它会挂载该文件夹。'),
    containerKept: (0,messages_text/* text */.Qq)('The old container of %s is still there (%s): it holds files. Copy them, then remove it: docker rm %s', '%s 的旧容器仍然存在（%s），其中有文件。请先复制出来，再删除：docker rm %s'),
    containerThere: (0,messages_text/* text */.Qq)('The old container of %s was not removed (%s). See what it holds (docker diff %s), copy what you need, then remove it: docker rm %s', '%s 的旧容器尚未删除（%s）。请查看其中的文件（docker diff %s），复制需要的内容，再删除：docker rm %s'),
    noPort: (0,messages_text/* text */.Qq)('No port is free on 127.0.0.1.', '127.0.0.1 上没有空闲端口。'),
    notFilled: (0,messages_text/* text */.Qq)('The script could not be prepared. Nothing was changed.', '无法准备脚本。未做任何修改。'),
    diskFull: (0,messages_text/* text */.Qq)('%s cannot be written. Nothing was changed.', '无法写入 %s。未做任何修改。'),
    releases: (0,messages_text/* text */.Qq)('Releases on this server, newest first:', '此服务器上的发布版本，最新的在前：'),
    line: (0,messages_text/* text */.Qq)('  %s  %s  commit %s  %s', '  %s  %s  提交 %s  %s'),
    isLive: (0,messages_text/* text */.Qq)('live', '正在提供服务'),
    hasImage: (0,messages_text/* text */.Qq)('image present', '镜像存在'),
    hasNoImage: (0,messages_text/* text */.Qq)('image missing, will be rebuilt', '镜像缺失，将重新构建'),
    hasNoForm: (0,messages_text/* text */.Qq)('only by the action', '只能用本 Action 回滚'),
    begins: (0,messages_text/* text */.Qq)('Roll back %s from %s to %s', '将 %s 从 %s 回滚到 %s'),
    noLonger: (0,messages_text/* text */.Qq)('Warning: with %s, nginx no longer listens on %s for %s; what it served there is gone. To undo this: sudo %s %s', '警告：使用 %s 后，nginx 不再监听端口 %s（应用 %s），其上的内容将不再提供。如需恢复：sudo %s %s'),
    notPutBack: (0,messages_text/* text */.Qq)('Server blocks that were taken over are not put back; their text is in %s.', '已接管的 server 块不会恢复，其内容在 %s 中。'),
    undo: (0,messages_text/* text */.Qq)('Undo: %s', '撤销：%s'),
    done: (0,messages_text/* text */.Qq)(' done', ' 完成'),
    failed: (0,messages_text/* text */.Qq)(' failed', ' 失败'),
    reason: (0,messages_text/* text */.Qq)('Reason: %s (explained in docs/errors.md of the action)', '原因：%s（说明见本 Action 的 docs/errors.md）'),
    printed: (0,messages_text/* text */.Qq)('Last lines of the output:', '输出的最后几行：'),
    notice: (0,messages_text/* text */.Qq)('Warning: %s', '警告：%s'),
    skipped: (0,messages_text/* text */.Qq)('Skipped: %s', '已跳过：%s'),
    proven: (0,messages_text/* text */.Qq)('Verified: nginx serves the other release.', '已验证：nginx 已提供另一个发布版本。'),
    detached: (0,messages_text/* text */.Qq)('The server continues without this terminal. Progress: %s', '服务器会独立继续。进度：%s'),
    committed: (0,messages_text/* text */.Qq)('%s is live.', '%s 正在提供服务。'),
    undone: (0,messages_text/* text */.Qq)('Undone: %s is live, as before.', '已撤销：%s 照旧提供服务。'),
    stuck: (0,messages_text/* text */.Qq)('Not everything could be undone. See %s', '未能全部撤销。请查看 %s'),
    cutShort: (0,messages_text/* text */.Qq)('The switch ended without a result. Run this again. See %s', '切换没有结果就结束了。请重新运行。另见 %s'),
    failedAtAll: (0,messages_text/* text */.Qq)('Unexpected error. Nothing was changed.', '意外错误。未做任何修改。'),
};

// EXTERNAL MODULE: ./.build/lib/release/rollback-mark.js
var rollback_mark = __webpack_require__(33778);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/server/queue-script.js
var queue_script = __webpack_require__(89423);
;// CONCATENATED MODULE: ./.build/lib/resources/server-rollback/fill-script.js


/**
 * Bash functions that fill in a form (form.ts), which is in `$form`. They need `LC_ALL=C`.
 * - `blank NAME VALUE`: fills one in; false where the value has another form than the blank's.
 * - `fill_in`: prints the script; false where a blank is left.
 * - `fact_of WORD`: what a line `#@WORD` of the form tells.
 */
const fillFunctions = `declare -A blank_words=(
${Object.entries(blanks).map(fill_script_named('word')).join('\n')}
)
declare -A blank_forms=(
${Object.entries(blanks).map(fill_script_named('form')).join('\n')}
)
edits=
blank() {
  [[ $2 =~ ^(\${blank_forms[$1]})$ ]] || return 1
  edits+="s|\${blank_words[$1]}|$2|g"$'\\n'
}
fact_of() { printf '%s\\n' "$form" | sed -n "s/^#@$1 //p"; }
site_in() { printf '%s\\n' "$form" | awk -v end="$1" '$0 == end { exit } on { print } index($0, " <<\\047" end "\\047") { on = 1 }'; }
hash_of() { local sum; sum=$(sha256sum); printf '%s' "\${sum:0:$1}"; }
fill_in() {
  local end configuration bytes script
  end=$(fact_of site) configuration=$(fact_of configuration) bytes=$(fact_of bytes)
  # As label.ts has it: the hash of the text in which its hash is left out.
  edits+="s|$configuration|$(site_in "$end" | sed -e "$edits" -e "s|$configuration||g" | hash_of 16)|g"$'\\n'
  edits+="s|$bytes|$(site_in "$end" | sed -e "$edits" | hash_of 64)|g"$'\\n'
  script=$(printf '%s\\n' "$form" | sed -e "$edits") || return 1
  case $script in ${Object.values(blanks)
    .map(({ word }) => `*${(0,shell_quote/* quote */.h)(word)}*`)
    .join('|')}) return 1 ;; esac
  printf '%s\\n' "$script"
}`;
function fill_script_named(what) {
    return ([name, blank]) => `  [${name}]=${(0,shell_quote/* quote */.h)(blank[what])}`;
}

// EXTERNAL MODULE: ./.build/lib/shell/born.js
var born = __webpack_require__(9516);
;// CONCATENATED MODULE: ./.build/lib/resources/server-rollback/follow-script.js

/**
 * Bash functions of the server's own `rollback` about switches:
 * - `start run|resume RELEASE` starts the script of a switch as a session of its own, the application's lock with it, and
 *   tells what it does until it ends; how it ended is in `outcome`, empty where it says nothing of that.
 * - `end_cut_short` ends those that a reboot or a kill left half-done, or the script where one cannot be ended.
 */
const followFunctions = `${born/* bornOf */.b}
start() {
  local script=$root/releases/$2/switch/script skip=0 pid
  journal=$root/releases/$2/switch/journal output=$root/releases/$2/switch/output
  [ "$1" = run ] || skip=$(wc -l <"$journal")
  titles_in "$script"
  # What it makes and starts is as if a deploy had.
  (umask 022; exec setsid bash "$script" "$1" </dev/null >>"$output" 2>&1 7>&-) &
  pid=$!
  printf '%s\\n' "$pid" >"$script.pid"
  trap 'say detached "$journal"; exit 130' INT TERM
  follow "$pid" "$skip"
  trap - INT TERM
}
titles_in() {
  local id title
  titles=()
  while read -r _ id title; do titles[$id]=$title; done < <(grep -a '^#@title ' "$1")
}
follow() {
  local line= part alive at=0 born
  outcome= open=
  born=$(born_of "$1")
  exec 6<"$journal"
  while :; do
    # Looked at first: what it wrote last is read after it.
    alive=yes
    [ "$(born_of "$1")" = "$born" ] && [ -n "$born" ] || alive=
    while IFS= read -r part <&6; do
      at=$((at + 1))
      [ "$at" -le "$2" ] || tell "$line$part"
      line=
    done
    line=$line$part
    [ -n "$alive" ] && [ -z "$outcome" ] || break
    sleep 0.2
  done
  exec 6<&-
  wait "$1" 2>/dev/null
}
opens() { printf "$1 ..." "\${titles[$2]:-$2}"; open=yes; }
# The end of a line that is open.
ends() { [ -z "$open" ] || printf '%s' "\${words[$1]}"; [ -z "$open" ] || echo; open=; }
tell() {
  local event step detail
  read -r _ event step detail <<<"$1"
  case $event in
    begin) ends done; opens '%s' "$step" ;;
    undo) ends done; opens "\${words[undo]}" "$step" ;;
    done|undone) ends done ;;
    failed|stuck|warned)
      ends failed
      [ -z "$detail" ] || say reason "$(told "$detail")"
      [ "$event" != failed ] || tell_output ;;
    noticed) ends done; say notice "$(told "$detail")" ;;
    skipped) ends done; say skipped "\${titles[$step]:-$step}" ;;
    committed) ends done; say proven ;;
    outcome) ends done; outcome=$step ;;
  esac
}
# A mark of a step (script-protocol.ts) as people read it: CODE (name=value, ...).
told() {
  local word value pairs= code
  local -a parts
  read -r -a parts <<<"$1"
  code=\${parts[1]:-$1}
  for word in "\${parts[@]:2}"; do
    value=\${word#*=}
    case $value in .*) value=\${value#.} ;; *) value=$(printf %s "$value" | base64 -d 2>/dev/null | tr '\\n\\000' '  ') ;; esac
    [ -z "$value" ] || pairs+="\${pairs:+, }\${word%%=*}=$value"
  done
  printf '%s' "$code\${pairs:+ ($pairs)}" | plain
}
tell_output() {
  [ -s "$output" ] || return 0
  say printed
  grep -av '^@@' "$output" | tail -n 20 | plain | sed 's/^/  /'
}
end_cut_short() {
  local folder id
  for folder in "$root"/releases/*/; do
    folder=\${folder%/} id=\${folder##*/}
    [ -s "$folder/switch/journal" ] && ! grep -Eq '^[0-9.]+ outcome ' "$folder/switch/journal" || continue
    [[ $id =~ ^$id_form$ ]] && is_ours "$folder" || continue
    # Passed over, it would be half done still when another one begins.
    [ -z "$(strangers "$folder/switch/script")" ] || refuse strangers "$folder/switch/script"
    say ending "$id"
    start resume "$id"
    case $outcome in committed|undone) ;; *) refuse notEnded "$journal" ;; esac
  done
}`;

;// CONCATENATED MODULE: ./.build/lib/resources/server-rollback/old-container-script.js



/**
 * Bash function `clear_old_container` of the server's own `rollback`: where the release in `wanted` has a container still,
 * it is removed if a run that died left it behind, as a deploy does; else the script ends with what to do.
 */
function oldContainerFunctions(app, nginx) {
    return `${gone/* goneFunctions */.r}
# What a configuration that cannot be read leads to, nobody knows.
is_led_to() {
  local ports dump port
  ports=$(docker container inspect --format '{{range .HostConfig.PortBindings}}{{range .}}{{.HostPort}} {{end}}{{end}}' "$1") &&
    dump=$(${nginx} -T 2>/dev/null) || return 0
  for port in $ports; do
    ! printf '%s\\n' "$dump" | grep -E "(127[.][0-9]+[.][0-9]+[.][0-9]+|localhost|\\]):$port([^0-9]|$)" >/dev/null || return 0
  done
  return 1
}
remove_orphan() {
  set -e
${orphanScript('"$1"', app)}
}
clear_old_container() {
  local id= name there=0 said code
  [ ! -f "$root/releases/$wanted/container" ] || IFS= read -r id <"$root/releases/$wanted/container"
  [ -n "$id" ] || return 0
  gone "$id" || there=$?
  [ "$there" != 0 ] || return 0
  [ "$there" = 1 ] && name=$(docker container inspect --format '{{.Name}}' "$id" 2>/dev/null) || refuse noDocker
  name=\${name#/}
  ! ${onKeptList(app, '"$id"')} || refuse containerKept "$wanted" "$name" "$name"
  [ "$name" != "$image" ] && ! is_led_to "$id" || refuse containerThere "$wanted" "$name" "$name" "$name"
  # Not in a condition: bash ignores set -e there.
  said=$(remove_orphan "$id")
  code=$?
  [ "$code" = 0 ] || refuse containerThere "$wanted" "$name" "$name" "$name"
  [ -z "$said" ] || refuse containerKept "$wanted" "$name" "$name"
}`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/server-rollback/port-script.js
/**
 * Bash that defines `choose_port`: has in `port` one on loopback that is free, that no release has recorded and, as far as
 * there is one, that no outgoing connection can hold (as port.ts has it for a deploy). False where none is left.
 */
function portFunction(ranges) {
    const words = ranges.map(({ from, to, start }) => `${from}:${to}:${start}`).join(' ');
    return `choose_port() {
  local ephemeral reserved
  ephemeral=$(cat /proc/sys/net/ipv4/ip_local_port_range 2>/dev/null) || ephemeral='32768 60999'
  reserved=$(cat /proc/sys/net/ipv4/ip_local_reserved_ports 2>/dev/null) || reserved=
  port=$({ find "\${root%/*}"/*/releases/*/{release,planned}.json -maxdepth 0 -type f -exec sed -n 's/.*"loopbackPort": *\\([0-9]*\\).*/\\1/p' {} + 2>/dev/null
    ss -tan 2>/dev/null | awk '{ sub(/.*:/, "", $4); print $4 }'; } |
    awk -v ranges='${words}' -v ephemeral="$ephemeral" -v reserved="$reserved" '
    function is_safe(port,  i, ends) {
      split(ephemeral, ends, /[ \\t]+/)
      if (port < ends[1] + 0 || port > ends[2] + 0) return 1
      for (i = 1; i <= parts; i++) {
        split(kept[i], ends, "-")
        if (port >= ends[1] + 0 && port <= (ends[2] == "" ? ends[1] : ends[2]) + 0) return 1
      }
      return 0
    }
    { taken[$1 + 0] = 1 }
    END {
      parts = split(reserved, kept, ",")
      count = split(ranges, range, " ")
      for (careful = 1; careful >= 0; careful--)
        for (r = 1; r <= count; r++) {
          split(range[r], at, ":")
          length_of = at[2] - at[1] + 1
          for (i = 0; i < length_of; i++) {
            port = at[1] + (at[3] + i) % length_of
            if (!(port in taken) && (!careful || is_safe(port))) { print port; exit }
          }
        }
    }')
  [ -n "$port" ]
}`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/server-rollback/releases-script.js
/**
 * Bash functions of the server's own `rollback` about releases:
 * - `recorded` prints the ids of those that are kept, the newest first; `list_releases` tells of them.
 * - `ask_serving` has in `serving` the id of the one that nginx's file leads to; false where there is none.
 * - `choose_release` has in `wanted` the release to roll back to, or ends the script with the list.
 * - `see_mounts` ends it where what serves has folders that were carried and that `$form` does not mount.
 * - `tell_ports` warns of ports that nginx has by what serves, and not by `$form`.
 * - `read_serving` has in `serving_facts` what is known of it, by the names of blanks.
 */
const releaseFunctions = `recorded() {
  local folder
  for folder in "$root"/releases/*/; do
    folder=\${folder%/}
    [[ \${folder##*/} =~ ^$id_form$ ]] && [ -f "$folder/release.json" ] && is_ours "$folder" || continue
    printf '%s\\n' "\${folder##*/}"
  done | sort -r
}
ask_serving() {
  local line=
  serving=
  [ -f "$file" ] && IFS= read -r line <"$file"
  [ "\${line#"$our_label"}" != "$line" ] || return 1
  serving=\${line#"$our_label"} serving=\${serving%%,*}
  [[ $serving =~ ^$id_form$ ]] && is_ours "$root/releases/$serving"
}
# What runs that died left beside the variables of releases.
settle_all_variables() {
  local id
  for id in $(recorded); do
    if [ "$id" = "$serving" ]; then settle_variables "$root/releases/$id" yes; else settle_variables "$root/releases/$id" ''; fi
  done
}
list_releases() {
  local id state commit
  say releases
  for id in $(recorded); do
    if docker image inspect "$image:$id" >/dev/null 2>&1; then state=\${words[hasImage]}; else state=\${words[hasNoImage]}; fi
    [ -f "$root/releases/$id/rollback.gz" ] || state=\${words[hasNoForm]}
    [ "$id" != "$serving" ] || state=\${words[isLive]}
    commit=$(sed -n 's/^ *"commit": "\\([0-9a-f]*\\)".*/\\1/p' "$root/releases/$id/release.json" | head -n 1)
    say line "$id" "\${id:0:4}-\${id:4:2}-\${id:6:2} \${id:9:2}:\${id:11:2} UTC" "\${commit:0:12}" "$state"
  done
}
refuse_listing() { say "$@" >&2; list_releases >&2; exit 1; }
choose_release() {
  local id
  if [ -z "$wanted" ]; then
    for id in $(recorded); do [[ $id < $serving ]] && { wanted=$id; break; }; done
    [ -n "$wanted" ] || refuse_listing noPrevious "$serving"
  fi
  case $'\\n'$(recorded)$'\\n' in *$'\\n'"$wanted"$'\\n'*) ;; *) refuse_listing unknown "\${wanted//[![:print:]]/?}" ;; esac
  [ "$wanted" != "$serving" ] || refuse_listing serves "$wanted"
  [ -z "$(strangers "$root/releases/$wanted/rollback.gz")" ] || refuse strangers "$root/releases/$wanted"
  [ -f "$root/releases/$wanted/rollback.gz" ] || refuse_listing noForm "$wanted"
}
# Mounts of folders that were carried, as a record has them.
carried_in() {
  awk '$0 == "    \\"carried\\": [" { on = 1; next }
    on && /^    \\]/ { exit }
    on && sub(/^        "host": /, "") { host = $0; sub(/,$/, "", host) }
    on && sub(/^        "container": /, "") { at = $0; sub(/,$/, "", at) }
    on && /^      }/ { print host " " at }' "$1"
}
see_mounts() {
  local record=$root/releases/$serving/release.json carried mounts line lacking=
  [ -f "$record" ] || record=\${record%/*}/planned.json
  [ -f "$record" ] && carried=$(carried_in "$record") || refuse noRecord "$serving"
  mounts=$'\\n'$(fact_of mount)$'\\n'
  while IFS= read -r line; do
    # By its path in the container.
    case $mounts in *$'\\n'"$line"$'\\n'*) ;; *) lacking+="\${lacking:+, }\${line##*[!\\\\]\\" }" ;; esac
  done < <(printf '%s' "\${carried:+$carried$'\\n'}")
  [ -z "$lacking" ] || refuse carriedSince "$wanted" "$(printf %s "$lacking" | plain)"
}
ports_in() { sed -n 's/^ *listen \\(.*:\\)\\{0,1\\}\\([0-9][0-9]*\\)[ ;].*/\\2/p' | sort -un; }
tell_ports() {
  local port stay lost= by_hand=
  stay=" $(site_in "$(fact_of site)" | ports_in | tr '\\n' ' ') "
  for port in $(ports_in <"$file"); do
    case $stay in *" $port "*) continue ;; esac
    lost+="\${lost:+, }$port"
    ! grep -Eqs "listen[^;]*[^0-9]$port[^0-9]" "$root/adopted.json" || by_hand=yes
  done
  [ -z "$lost" ] || say noLonger "$wanted" "$lost" "$app" "$self" "$serving"
  [ -z "$by_hand" ] || say notPutBack "$root/adopted.json"
}
# Of the application's own server, which comes first in the file.
first_in() { sed -n "s|^ *$1\\$|\\\\1|p" "$file" | head -n 1; }
read_serving() {
  local record=$root/releases/$serving/release.json sum
  serving_facts=([serving]=$serving)
  serving_facts[servingBackEnd]=$(first_in 'server 127[.]0[.]0[.]1:\\([0-9]*\\);')
  serving_facts[servingHttps]=$(first_in 'listen \\([0-9]*\\) ssl.*')
  serving_facts[servingHttp]=$(sed -n 's/^ *"publishedAppPort": \\([0-9]*\\).*/\\1/p' "$record" 2>/dev/null | head -n 1)
  [ -n "\${serving_facts[servingHttp]}" ] || serving_facts[servingHttp]=\${serving_facts[servingHttps]}
  serving_facts[domain]=$(first_in 'server_name \\([^ ]*\\);')
  serving_facts[proof]=$(first_in 'location = "\\{0,1\\}\\(/[^ "]*\\)"\\{0,1\\} {')
  serving_facts[chain]=$(first_in 'ssl_certificate \\([^ ]*\\);')
  serving_facts[key]=$(first_in 'ssl_certificate_key \\([^ ]*\\);')
  sum=$(openssl x509 -in "\${serving_facts[chain]}" -noout -fingerprint -sha256 2>/dev/null)
  sum=\${sum##*=} sum=\${sum//:/}
  serving_facts[fingerprint]=\${sum,,}
  serving_facts[container]=$(head -n 1 "$root/releases/$serving/container" 2>/dev/null)
  serving_facts[restartPolicy]=$(docker container inspect --format '{{.HostConfig.RestartPolicy.Name}}{{if gt .HostConfig.RestartPolicy.MaximumRetryCount 0}}:{{.HostConfig.RestartPolicy.MaximumRetryCount}}{{end}}' "\${serving_facts[container]}" 2>/dev/null)
  # One that is gone is passed over.
  [ -n "\${serving_facts[restartPolicy]}" ] || serving_facts[restartPolicy]=no
  [ -n "\${serving_facts[container]}" ] || serving_facts[container]=$(printf '%064d' 0)
}`;

;// CONCATENATED MODULE: ./.build/lib/resources/server-rollback/script.js
















/** For how long others may hold the application's lock. */
const lockSeconds = 600;
/** Where programs are found, whoever calls it. */
const programs = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/**
 * The server's own `rollback`: takes the application's lock as a deploy does, ends what was cut short, fills in the form of a
 * release and starts it as a switch of its own, which goes on without this script. It asks nothing of the network.
 */
function renderRollback({ app, image, file, nginx, place, language, ports }, { root, locks, path } = { root: (0,application_paths/* applicationDirectory */.gZ)(app), locks: lock_script/* lockFolder */.MS, path: programs }) {
    const words = Object.entries(rollbackWords).map(([key, text]) => `  [${key}]=${(0,shell_quote/* quote */.h)(text[language])}`);
    const [ours = ''] = (0,nginx_label/* renderLabel */.Lx)({ app, release: '', configuration: '' }).split(', configuration');
    return `#!/bin/bash
${rollback_mark/* rollbackMark */.I}
# Goes back to an earlier release of ${app}, without GitHub. Written by each deploy.
set -u
umask 077
# As for a deploy, whoever calls it.
unset \${!DOCKER_@} BASH_ENV ENV CDPATH
export LC_ALL=C PATH=${(0,shell_quote/* quote */.h)(path)} HOME=~root
cd /
# Bash before 5.1 writes each here-document to a file: not to /tmp.
TMPDIR=${(0,shell_quote/* quote */.h)(locks)}
app=${(0,shell_quote/* quote */.h)(app)} image=${(0,shell_quote/* quote */.h)(image)} root=${(0,shell_quote/* quote */.h)(root)} self=${(0,shell_quote/* quote */.h)((0,application_paths/* rollbackScript */.SN)(app))}
file=${(0,shell_quote/* quote */.h)(file)} place=${(0,shell_quote/* quote */.h)(place)} our_label=${(0,shell_quote/* quote */.h)(ours)} id_form=${(0,shell_quote/* quote */.h)(release_id/* releaseIdForm */.Ns)}
declare -A titles=() serving_facts=() words=(
${words.join('\n')}
)
say() { local key=$1; shift; printf "\${words[$key]}\\n" "$@"; }
refuse() { say "$@" >&2; exit 1; }
# What others wrote, for a terminal.
plain() { tr -d '\\000-\\010\\013-\\037\\177'; }
${prelude/* prelude */.e}${(0,marker/* ourFolders */.Cf)(app)}
take_lock() {
${(0,queue_script/* waitInQueue */.Au)({ app, place: (0,application_paths/* rollbackScript */.SN)(app), seconds: lockSeconds, language }, locks)}
}
${releaseFunctions}
${oldContainerFunctions(app, nginx)}
${portFunction(ports)}
${settleVariables}
${fillFunctions}
${followFunctions}

fill() {
  local value key
  form=$(gzip -dc "$root/releases/$wanted/rollback.gz") && [ "$(fact_of place)" = "$place" ] || refuse otherPlace "$wanted"
  see_mounts
  read_serving
  for key in "\${!serving_facts[@]}"; do
    blank "$key" "\${serving_facts[$key]}" || refuse fileStrange "$file" "$key"
  done
  choose_port || refuse noPort
  blank port "$port" && blank who "$who" || refuse notFilled
  script=$(fill_in) && bash -n <<<"$script" || refuse notFilled
}

lay_ready() {
  local folder=$root/releases/$wanted/switch said
  rm -rf "$folder" && mkdir -m 700 "$folder" &&
    printf '%s\\n' "$script" >"$folder/script" && chmod 700 "$folder/script" &&
    : >"$folder/output" && : >"$folder/journal" || refuse diskFull "$folder"
  said=$(fallocate --keep-size --length 65536 "$folder/journal" 2>&1) || case $said in *'No space left'*) refuse diskFull "$folder" ;; esac
  sync -f "$folder" 2>/dev/null || sync
}

main() {
  local list= wanted= word script form port=
  for word; do
    case $word in
      --list) list=yes ;;
      -*) say usage "$self"; [ "$word" = --help ] || [ "$word" = -h ]; exit ;;
      *) [ -z "$wanted" ] || { say usage "$self" >&2; exit 1; }; wanted=$word ;;
    esac
  done
  [ "$(id -u)" = 0 ] || refuse notRoot "$self"
  [ -z "$(strangers "$root" "$root/releases")" ] || refuse strangers "$root"
  docker ps -q >/dev/null 2>&1 || refuse noDocker
  ask_serving || refuse nothingServes "$file"
  if [ -n "$list" ]; then list_releases; exit 0; fi
  take_lock
  who=\${SUDO_USER:-$(id -un)} who=\${who//[!A-Za-z0-9._-]/_}
  end_cut_short
  ask_serving || refuse nothingServes "$file"
  settle_all_variables
  choose_release
  fill
  clear_old_container
  lay_ready
  say begins "$app" "$serving" "$wanted"
  tell_ports
  start run "$wanted"
  case $outcome in
    committed) say committed "$wanted" ;;
    undone) say undone "$serving"; exit 1 ;;
    stuck) refuse stuck "$root/releases/$wanted/switch/output" ;;
    *) refuse cutShort "$journal" ;;
  esac
}
main "$@"
exit
`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/server-rollback/server-rollback.js







/**
 * The step that leaves on the server what rolls back to a release without a runner: in the release's folder the form that
 * leads to it, and in the application's the script that fills in one of them.
 */
function planServerRollback(release, { form, script }) {
    const folder = (0,release_paths/* releaseDirectory */.fF)(release);
    const [newForm, newScript] = [`${folder}/rollback.gz.new`, `${folder}/rollback.new`].map(shell_quote/* quote */.h);
    const target = (0,application_paths/* rollbackScript */.SN)(release.app);
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'record',
        id: 'release.rollback-script',
        title: (0,messages_text/* text */.Qq)(`Write the script ${target}`, `写入脚本 ${target}`),
        reason: (0,messages_text/* text */.Qq)('it rolls back on the server, without GitHub', '可直接在服务器上回滚，无需 GitHub'),
        script: `umask 077
base64 -d >${newForm} <<'EOF'
${zipped(form)}
EOF
put_in_place ${newForm} ${(0,shell_quote/* quote */.h)((0,release_paths/* rollbackForm */.Ty)(release))}
${(0,rollback_mark/* isOurRollback */.B)(target)} || failure PATH_TAKEN path=${(0,shell_quote/* quote */.h)(target)}
base64 -d <<'EOF' | gzip -dc >${newScript}
${zipped(script)}
EOF
chmod 700 ${newScript}
put_in_place ${newScript} ${(0,shell_quote/* quote */.h)(target)}`,
    };
}
function zipped(script) {
    return (0,heredoc/* encode */.l)((0,external_node_zlib_.gzipSync)(script, { level: 9 }));
}

// EXTERNAL MODULE: ./.build/lib/deployment/kept-releases.js
var kept_releases = __webpack_require__(37445);
;// CONCATENATED MODULE: ./.build/lib/deployment/way-back.js





















/** The step that leaves on the server how to roll back to a release without a runner, whichever release is live by then. */
function planWayBack(target, server, file) {
    const { app, image } = target.release;
    const { language } = target.choices;
    const place = placeOf(target.release, server, file);
    return planServerRollback(target.release, {
        form: formOf(target, server, file),
        script: renderRollback({
            app,
            image,
            file,
            place,
            language,
            ports: (0,deployment_port/* portSearch */.k0)(app),
            nginx: (0,command/* nginxCommand */.Y)(server.nginx),
        }),
    });
}
/** The switch to a release from one that is not known yet, with blanks in the place of what is of that moment. */
function formOf(target, server, file) {
    const { choices } = target;
    const kept = keptTarget(target);
    const { release } = kept;
    const site = renderSite(release.site, server.nginx.version);
    return renderForm(stepsBack(kept, serverBefore(release, server, file), file), {
        title: rollback/* rollbackMessages */.d.switchTitle(release.app, release.id),
        folder: (0,switch_folder/* switchFolder */.N)((0,release_paths/* releaseDirectory */.fF)(release)),
        farewell: (0,release_record/* deployLogLine */.eT)({ ...release, origin: { ...release.origin, actor: blanks.who.word, runUrl: '' } }, deploy_log/* deployLogSubjects */.x.rollbackOnServer[choices.language]),
        sharedLockSeconds: 120,
        site: { text: site, configuration: (0,nginx_label/* managedBy */.ZF)(site)?.configuration ?? '' },
        place: placeOf(target.release, server, file),
        mounts: release.container.volumes,
        language: choices.language,
    });
}
/** A release that is kept on the server as what a deployment leads to. */
function keptTarget(target) {
    const { release, certificate } = target;
    const pair = { chainPath: blanks.chain.word, keyPath: blanks.key.word };
    const port = Number(blanks.port.word);
    return {
        ...target,
        release: {
            ...release,
            container: { ...release.container, loopbackPort: port },
            site: { ...release.site, upstreamPort: port, certificate: pair },
        },
        source: { kind: 'kept', environment: undefined },
        newContainer: kept_releases/* reasonToGoBack */.Tt,
        certificate: {
            ...certificate,
            pair,
            certificate: { ...certificate.certificate, fingerprint: blanks.fingerprint.word },
            install: undefined,
        },
        adoption: kept_releases/* nothingAdopted */.fR,
        choices: {
            ...target.choices,
            // Nobody was told what the container holds that serves by then.
            writtenFiles: 'refuse',
            // They are a run's, and may hold secrets.
            hooks: { ...target.choices.hooks, beforeSwitch: undefined, afterDeploy: undefined },
        },
        hidden: 'all',
        atStake: undefined,
        carried: [],
    };
}
/** What a runner prepares of it, the server brings itself. */
const brought = ['site.judge', 'container.make-room', 'container.start', 'container.health'];
function stepsBack(target, server, file) {
    const steps = stepsFor(blueGreen, target, server, planAdoption(target, server), [], file);
    const bring = { pass: 1, stage: 'bring' };
    return [
        (0,engine_step/* switchStep */.PS)((0,kept_image/* keepImage */.z)(target.release), bring),
        ...steps.flatMap((step) => {
            if (step.kind === 'switch')
                return [step];
            if (step.kind !== 'server' || !brought.includes(step.id))
                return [];
            const { kind, phase, input, ...fragment } = step;
            return [(0,engine_step/* switchStep */.PS)(fragment, bring)];
        }),
    ];
}
/** The server as far as the way depends on it: another release serves, and nothing is left to be done. */
function serverBefore(release, server, file) {
    const { app, image, id } = release;
    const serving = blanks.serving.word;
    const releases = {
        ...server.releases,
        current: {
            ...release,
            id: serving,
            site: {
                ...release.site,
                release: serving,
                httpsPort: Number(blanks.servingHttps.word),
                publishedAppPort: Number(blanks.servingHttp.word),
            },
        },
        unrecorded: false,
        recorded: [],
        orphans: [],
        containers: new Map([[serving, blanks.container.word]]),
        variablesLeft: [],
        statics: [],
        adopted: undefined,
        incoming: false,
        emptyIncoming: false,
    };
    return {
        ...server,
        releases,
        containers: [servingContainer(image)],
        manualContainers: [],
        images: [{ tag: (0,names/* imageTag */.I)(release), id: '', app, release: id, containers: [] }],
        buildLeftovers: [],
        written: { containers: [], copies: [] },
        nginx: { ...server.nginx, ...servingNginx(app, file) },
    };
}
function servingContainer(name) {
    return {
        id: blanks.container.word,
        name,
        image: '',
        labels: { [labels/* label */.P.release]: blanks.serving.word },
        status: 'running',
        restartPolicy: blanks.restartPolicy.word,
        restarts: 0,
        exitCode: 0,
        outOfMemory: false,
        memory: 0,
        user: undefined,
        networkMode: '',
        ports: [],
    };
}
/** What it has in its file of the release that serves, as far as anything reads it. */
function servingNginx(app, file) {
    const release = blanks.serving.word;
    const lines = [
        (0,nginx_label/* renderLabel */.Lx)({ app, release, configuration: '0'.repeat(16) }),
        `server 127.0.0.1:${blanks.servingBackEnd.word};`,
        `listen ${blanks.servingHttps.word} ssl;`,
        `ssl_certificate ${blanks.chain.word};`,
        `ssl_certificate_key ${blanks.key.word};`,
        `server_name ${blanks.domain.word};`,
        `location = ${blanks.proof.word} {`,
    ];
    return {
        state: 'running',
        // Its first deploy saw to it.
        disabled: false,
        managedFile: { path: file, text: `${lines.join('\n')}\n` },
        serving: { status: 200, release, configuration: '', fingerprint: '' },
    };
}
/** What a form is not filled in without: the pair that nginx names is the domain's. */
function placeOf({ site }, { nginx }, file) {
    return `${(0,command/* nginxCommand */.Y)(nginx)} ${file} ${site.domain}`;
}

;// CONCATENATED MODULE: ./.build/lib/deployment/words.js








/** What a person wants to know of a deployment before it begins. */
function notesOn({ release, certificate: { pair, certificate, notes, expected }, advice, }) {
    const { path, port, status } = release.health;
    return [
        noteOnUser(release.container.runsAs),
        commands/* commandMessages */.c.health(path, port, (0,health_status/* renderHealthStatus */.VM)(status), advice.healthReason),
        expected
            ? commands/* commandMessages */.c.certificateToCome(pair.chainPath)
            : commands/* commandMessages */.c.certificateUntil(pair.chainPath, (0,messages_text/* dayOf */.kb)(certificate.notAfter)),
        ...notes,
        ...(release.container.stopTimeoutSeconds > 60
            ? [commands/* commandMessages */.c.longStop(release.container.stopTimeoutSeconds)]
            : []),
    ];
}
/** What is said of a deployment every time, also where nothing is to change. */
function warningsOf(target, server) {
    const gone = target.source.kind === 'kept' ? portsNoLonger(target, server) : siteNoLonger(target, server);
    return [...openToTheWorld(target), ...gone, ...latestKept(target, server)];
}
/** Plain http can be read and changed on its way, and goes past what the https port demands. */
function openToTheWorld({ release }) {
    const { publishedAppPort, publishedOnLoopback } = release.site;
    return publishedAppPort === undefined || publishedOnLoopback ? [] : [commands/* commandMessages */.c.publicPort(publishedAppPort)];
}
/** People who start `<image>` without a tag get that one. */
function latestKept({ release, newContainer }, server) {
    const tag = newContainer === undefined ? undefined : (0,image_source/* latestOfOthers */.I)(release, server);
    return tag === undefined ? [] : [commands/* commandMessages */.c.latestKept(tag)];
}
/** A site that goes because an input is not there any more, meant or forgotten. */
function siteNoLonger({ release }, { releases: { current } }) {
    const before = current === undefined ? undefined : (0,nginx_site/* staticUrl */.oz)(current.site);
    if (before === undefined || release.site.staticSite !== undefined)
        return [];
    return [commands/* commandMessages */.c.siteNoLonger(before)];
}
/** Ports, and with them a site, that a release from before does not have: nobody asked for their end. */
function portsNoLonger({ release }, { releases: { current, adopted } }) {
    if (current === undefined)
        return [];
    const stay = (0,nginx_site/* portsOf */.a5)(release.site);
    const ports = (0,nginx_site/* portsOf */.a5)(current.site).filter((port) => !stay.includes(port));
    if (ports.length === 0)
        return [];
    const listens = new RegExp(`\\blisten\\b[^;]*\\b(${ports.join('|')})\\b`);
    const byHand = adopted?.servers.some((server) => listens.test(server.text)) === true;
    return [
        rollback/* rollbackMessages */.d.noLonger({
            app: release.app,
            to: release.id,
            from: current.id,
            ports: ports.join(', '),
            url: release.site.staticSite === undefined ? (0,nginx_site/* staticUrl */.oz)(current.site) : undefined,
            record: byHand ? (0,application_paths/* adoptionRecordFile */.cG)(release.app) : undefined,
        }),
    ];
}

// EXTERNAL MODULE: ./.build/lib/deployment/written-files-words.js
var written_files_words = __webpack_require__(25581);
;// CONCATENATED MODULE: ./.build/lib/deployment/plan.js































/**
 * Plans the way from what is on a server, and in the account that it is in, to a release, whichever command asks for it.
 * Throws `Failures` with all that stands in its way.
 */
function planDeployment(target, server, account) {
    const { release, certificate, advice } = target;
    const strategy = strategyFor(target);
    const { nginx, configuration } = server;
    const adoption = planAdoption(target, server);
    const shared = (0,shared_certificate/* shareCertificate */.h)(release.app, release.site.domain, certificate, server);
    const folder = includeFolder(configuration);
    const file = folder === undefined ? undefined : `${folder}/${(0,nginx_label/* nginxFileOf */._8)(release.app)}`;
    const ports = sharedPortsOf(target, server, adoption);
    const unread = unreadFiles(release.site, configuration, nginx.managedFile?.path);
    const beside = strategy.sideBySide ? sideBySide(release, server, adoption) : { problems: [], notices: [] };
    const own = nginx.managedFile?.path ?? file;
    const files = [
        ...(own === undefined ? [] : [own]),
        ...[...adoption.servers.files, ...shared.others].map(({ change }) => change.path),
    ];
    // The port of a container that is adopted is redirected to it until then.
    const opened = (0,nginx_site/* openPorts */.Rr)(release.site).filter((port) => port !== adoption.containerAdoption?.port);
    const blocked = closedPorts(opened, server);
    const cloud = (0,deployment_cloud/* planCloud */.p)(cloudTargetOf(target), account);
    const problems = [
        // First: what is to be saved comes before what is to be stopped.
        ...(0,written_files_words/* lostFiles */.uR)(target, server.storage.folders),
        ...advice.problems,
        ...adoption.problems,
        ...obstacles(target, server, adoption, ports),
        ...beside.problems,
        ...blocked.problems,
        ...(0,deployment_space/* spaceProblems */.f)(target, server),
        ...(0,strangers/* strangersInTheWay */.h4)(target, server, files),
        ...(file === undefined ? [noInclude(configuration)] : foreignFile(file, release.app, server)),
        ...unread.problems,
        ...cloud.problems,
    ];
    if (problems.length > 0 || file === undefined)
        throw new failure/* Failures */.oo(problems);
    const way = stepsFor(strategy, target, server, adoption, shared.others, file);
    const recorded = way.some(({ id }) => id === 'release.record');
    const steps = [...way, ...(recorded ? [planWayBack(target, server, own ?? file)] : []), ...cloud.steps];
    const unwritable = closedPlaces(steps, target, server, files);
    if (unwritable.length > 0)
        throw new failure/* Failures */.oo(unwritable);
    return {
        target,
        plan: (0,plan/* makePlan */.Cs)(steps),
        nginx: { command: (0,command/* nginxCommand */.Y)(nginx), errorLog: (0,error_log/* errorLogOf */.a)(configuration, nginx.version) },
        siteText: renderSite(release.site, nginx.version),
        replaced: cloud.replaced,
        warnings: [
            ...certificate.warnings,
            ...(0,shared_certificate/* certificatesByHand */.l)(release.site.domain, certificate, server, adoption.servers.cut),
            ...warningsOf(target, server),
            ...(0,written_files_words/* warningsOfFiles */.SU)(target),
            ...advice.warnings,
            ...(0,written_files_words/* keptContainers */.lQ)(server),
            ...warningsOfAdoption(adoption, release, server),
        ],
        notices: [
            ...unread.notices,
            ...advice.notices.configuration,
            ...changeOfUser(target, server),
            ...beside.notices,
            ...advice.notices.paths,
            ...(0,deployment_port/* portNotices */.LK)(release.container.loopbackPort, server.listeners),
            ...sharedPortNotices(ports),
            ...deadMirrors(server),
            ...blocked.notices,
            ...cloud.notices,
        ],
        expected: signalMayBeLost(target),
        notes: [
            ...notesOn(target),
            ...shared.notes,
            ...notesOnAdoption(adoption),
            ...(0,written_files_words/* notesOnCarried */.Zh)(target),
            ...blocked.notes,
            ...(steps.length === 0 ? [] : (0,hook/* notesOnHooks */.zv)(target.choices.hooks, target.newContainer !== undefined)),
        ],
    };
}
function cloudTargetOf({ release, publicAddress, choices }) {
    const { app, origin, site, container } = release;
    return {
        app,
        domain: site.domain,
        publicAddress,
        dnsOverwrite: choices.dnsOverwrite,
        ports: (0,nginx_site/* openPorts */.Rr)(site),
        appPort: container.appPort,
        run: (0,run_name/* runName */.r)(origin),
    };
}
function noInclude({ main }) {
    return (0,failure/* failure */.V2)('NGINX_NO_INCLUDE', { main, folder: `${external_node_path_.posix.dirname(main)}/conf.d` });
}
/** A file of somebody else in the application's place is not overwritten; one that a power cut left empty is nobody's. */
function foreignFile(file, app, { nginx, configuration }) {
    const text = configuration.files.get(file);
    if (text === undefined || text.trim() === '' || (0,nginx_label/* managedBy */.ZF)(text)?.app === app)
        return [];
    if (nginx.managedFile?.path === file)
        return [];
    return [(0,failure/* failure */.V2)('NGINX_FILE_NOT_OURS', { file, owner: (0,nginx_label/* managedBy */.ZF)(text)?.app ?? '-' })];
}


/***/ }),

/***/ 47061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ portNotices),
/* harmony export */   k0: () => (/* binding */ portSearch),
/* harmony export */   t9: () => (/* binding */ choosePort)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
/* harmony import */ var _survey_listeners_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16572);



/** Where loopback ports of containers are. */
const preferred = { from: 20_000, to: 29_999 };
/**
 * All ranges that are searched, in this order: the others are for a kernel that hands out the preferred ports to outgoing
 * connections (`1024 65535`, a common setting).
 */
const ranges = [preferred, { from: 10_000, to: 19_999 }, { from: 30_000, to: 64_999 }];
/**
 * A free port on loopback for a new container, outside the ephemeral range, so that no outgoing connection can hold it; in
 * it only where nothing else is free. An application begins its search at a place of its own, so that two deploys at once
 * rarely meet. Throws `NO_PORT_LEFT` when all are taken.
 */
function choosePort(app, listeners, recorded) {
    const ofReleases = new Set(recorded);
    const isFree = (port) => !ofReleases.has(port) && (0,_survey_listeners_js__WEBPACK_IMPORTED_MODULE_2__/* .holdersOf */ .pW)(listeners, port).length === 0;
    const isSafe = (port) => isFree(port) && !(0,_survey_listeners_js__WEBPACK_IMPORTED_MODULE_2__/* .isEphemeral */ .aw)(listeners, port);
    const port = firstOf(app, isSafe) ?? firstOf(app, isFree);
    if (port === undefined) {
        const [from, to] = [ranges.map((range) => range.from), ranges.map((range) => range.to)];
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('NO_PORT_LEFT', { from: Math.min(...from), to: Math.max(...to) });
    }
    return port;
}
/** The first such port of all ranges. */
function firstOf(app, wanted) {
    return ranges.map((range) => firstIn(range, app, wanted)).find((found) => found !== undefined);
}
/** The ranges that are searched for a port, and how many ports into each an application begins. */
function portSearch(app) {
    return ranges.map((range) => ({ ...range, start: startIn(range, app) }));
}
function startIn({ from, to }, app) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(app).digest().readUInt32BE(0) % (to - from + 1);
}
function firstIn({ from, to }, app, wanted) {
    const count = to - from + 1;
    const start = startIn({ from, to }, app);
    for (let i = 0; i < count; i++) {
        const port = from + ((start + i) % count);
        if (wanted(port))
            return port;
    }
    return undefined;
}
/** Warns of a loopback port that an outgoing connection may hold when the container starts again. */
function portNotices(port, listeners) {
    if (!(0,_survey_listeners_js__WEBPACK_IMPORTED_MODULE_2__/* .isEphemeral */ .aw)(listeners, port))
        return [];
    const reserved = [...listeners.reserved, preferred].map(({ from, to }) => from === to ? `${from}` : `${from}-${to}`);
    return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('PORT_EPHEMERAL', { port, ...listeners.ephemeral, reserve: reserved.join(',') })];
}


/***/ }),

/***/ 70122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ needsOfRun),
/* harmony export */   f: () => (/* binding */ spaceProblems)
/* harmony export */ });
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10386);
/* harmony import */ var _server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33493);
/* harmony import */ var _server_space_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73022);
/* harmony import */ var _image_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61739);




/** What a deploy leaves free beside its own needs, in bytes: logs and nginx go on writing meanwhile. */
const margin = 50_000_000;
/** Files and folders of a release in the application's folder; and of an image's own layer and its container in Docker's. */
const ownInodes = 200;
/**
 * What a base image takes that is still to be pulled, by its kind: compressed and unpacked, for it is both while it is
 * pulled. Taken low: of an image that is not known nothing is said.
 */
const baseImageNeeds = [
    { pattern: /temurin.*-jdk|openjdk|maven|gradle/, bytes: 600_000_000, inodes: 8000 },
    { pattern: /temurin.*-jre-alpine/, bytes: 200_000_000, inodes: 3000 },
    { pattern: /temurin|corretto|liberica|zulu|dragonwell|kona|-jre/, bytes: 300_000_000, inodes: 5000 },
];
/**
 * Whether the disks take the deploy, told before a byte is sent: the jar in the application's folder; in Docker's root
 * the context that the classic builder copies, the image's layer and the base image that is to be pulled. One file system
 * that holds several needs the sum.
 */
function spaceProblems(target, server) {
    const { release, source, newContainer, atStake, carried, choices } = target;
    const { host } = choices;
    const pages = pagesOf(source, server);
    const application = (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .applicationDirectory */ .gZ)(release.app);
    const systems = server.storage.fileSystems;
    if (newContainer === undefined) {
        return pages.bytes === 0
            ? []
            : (0,_server_space_js__WEBPACK_IMPORTED_MODULE_1__/* .spaceFailures */ .Ew)(host, [{ path: application, bytes: pages.bytes + margin, inodes: pages.inodes }], systems);
    }
    const { jar, unpacked } = release.build;
    const { bytes, sha256 } = jar;
    const upload = source.kind === 'kept' ? 0 : source.fileBytes + (server.releases.jars.has(sha256) ? 0 : bytes);
    // Copied once, and once more when the old container has stopped, to compare.
    const copies = carried.length === 0 ? 0 : 2 * (atStake?.bytes ?? 0);
    const root = server.docker.rootDirectory;
    const images = server.docker.containerdStore ? '/var/lib/containerd' : root;
    const builds = (0,_image_source_js__WEBPACK_IMPORTED_MODULE_3__/* .imageOf */ .d)(target, server).from === 'build';
    // What is taken apart for the build is there as long as that runs, and lies in the image file by file.
    const build = builds ? 2 * (unpacked?.bytes ?? bytes) : 0;
    const taken = builds && unpacked !== undefined ? { bytes: unpacked.bytes, inodes: 2 * unpacked.files } : noRoom;
    const bases = builds ? baseImagesOf(source, server) : [];
    return (0,_server_space_js__WEBPACK_IMPORTED_MODULE_1__/* .spaceFailures */ .Ew)(host, [
        {
            path: application,
            bytes: upload + pages.bytes + copies + taken.bytes + margin,
            inodes: ownInodes + pages.inodes + taken.inodes,
        },
        { path: root, bytes: 0, inodes: ownInodes },
        { path: images, bytes: build, inodes: ownInodes + 2 * taken.inodes },
        ...bases.map((base) => ({ path: images, ...base })),
    ], systems);
}
const noRoom = { bytes: 0, inodes: 0 };
/** What the base images take that the server does not have. */
function baseImagesOf(source, { baseImages }) {
    return (source.kind === 'project' ? source.pulledImages : [])
        .filter((image) => !baseImages.includes(image))
        .flatMap((image) => baseImageNeeds.find(({ pattern }) => pattern.test(image)) ?? [])
        .map(({ bytes, inodes }) => ({ bytes, inodes }));
}
/** What the static site takes, where it must be sent. */
function pagesOf(source, { releases }) {
    const staticSite = source.kind === 'project' ? source.staticSite : undefined;
    if (staticSite === undefined || releases.statics.some(({ sha256 }) => sha256 === staticSite.sha256)) {
        return { bytes: 0, inodes: 0 };
    }
    return { bytes: staticSite.bytes, inodes: staticSite.files.length };
}
/** What every run writes, whatever it is to do: its lock, and the texts that scripts hand to programs. */
const needsOfRun = [
    { path: _server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__/* .lockFolder */ .MS, bytes: 1_000_000, inodes: 20 },
    { path: '/tmp', bytes: 1_000_000, inodes: 20 },
];


/***/ }),

/***/ 25549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ toStartAgain)
/* harmony export */ });
/* harmony import */ var _survey_listeners_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16572);
/* harmony import */ var _orphans_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40459);


/**
 * The container of a release where it was stopped or paused, and nothing else is missing: started again, it keeps what
 * it wrote. Undefined where it runs, where it is gone, cannot be told to start or did not when it was told, and where
 * its port is held by another.
 */
function toStartAgain(release, server) {
    const container = (0,_orphans_js__WEBPACK_IMPORTED_MODULE_1__/* .containerOf */ .t8)(release.id, server);
    switch (container?.status) {
        case 'paused':
            return container;
        case 'exited':
            if (container.unstartable)
                return undefined;
            return (0,_survey_listeners_js__WEBPACK_IMPORTED_MODULE_0__/* .holdersOf */ .pW)(server.listeners, release.container.loopbackPort).length === 0 ? container : undefined;
        default:
            return undefined;
    }
}


/***/ }),

/***/ 25581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DX: () => (/* binding */ saveAndRemove),
/* harmony export */   EH: () => (/* binding */ writesOutside),
/* harmony export */   SU: () => (/* binding */ warningsOfFiles),
/* harmony export */   Uf: () => (/* binding */ savesOf),
/* harmony export */   Zh: () => (/* binding */ notesOnCarried),
/* harmony export */   lQ: () => (/* binding */ keptContainers),
/* harmony export */   uR: () => (/* binding */ lostFiles)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _messages_written_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10110);
/* harmony import */ var _release_volumes_to_paste_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84283);
/* harmony import */ var _resources_copy_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59339);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21395);
/* harmony import */ var _survey_written_files_script_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68447);
/* harmony import */ var _container_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77301);
/* harmony import */ var _database_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64110);








/** Names that are shown of many. */
const shown = 10;
/** Files that a deploy which needs a new container would lose, as far as `container-files` does not see to them. */
function lostFiles({ release, newContainer, atStake, source, choices: { writtenFiles: choice } }, states) {
    if (newContainer === undefined || atStake === undefined || choice === 'discard')
        return [];
    const { container, seen, files } = atStake;
    if (!seen)
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('CONTAINER_FILES_UNSEEN', { container })];
    const filled = (0,_container_files_js__WEBPACK_IMPORTED_MODULE_6__/* .filledMounts */ .b2)(atStake, states);
    const { carried } = release.container;
    const before = release.container.volumes.filter((volume) => choice === 'refuse' || !carried.includes(volume));
    // A release that was kept has its own mounts, whatever `volumes` says.
    const volumes = source.kind === 'kept' ? '' : pasted(atStake, release.app, before);
    if (atStake.cut) {
        return [
            (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('CONTAINER_FILES_TOO_MANY', {
                container,
                most: _survey_written_files_script_js__WEBPACK_IMPORTED_MODULE_5__/* .mostFiles */ .p,
                files: listed(files),
                copies: copiesOf(atStake, release.app, before),
                volumes,
            }),
        ];
    }
    if (files.length === 0)
        return [];
    const hindered = atStake.inUse.length > 0 || atStake.besideImage.length > 0 || filled.length > 0;
    if (choice === 'carry') {
        if (!hindered)
            return [];
        return [
            (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('CONTAINER_FILES_NOT_CARRIED', {
                container,
                inUse: listed(atStake.inUse),
                beside: listed(atStake.besideImage),
                filled: filled.map(({ host }) => host).join(', '),
                mounted: (0,_release_volumes_to_paste_js__WEBPACK_IMPORTED_MODULE_2__/* .writableFolder */ .BK)(release.app, before),
                copies: copiesOf({ ...atStake, folders: [], hiddenBy: filled }, release.app, before),
            }),
        ];
    }
    return [
        (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('CONTAINER_FILES', {
            container,
            files: listed(files),
            count: files.length,
            carry: atStake.besideImage.length === 0 && filled.length === 0,
            copies: copiesOf(atStake, release.app, before),
            volumes,
            beside: listed(atStake.besideImage),
            mounted: (0,_release_volumes_to_paste_js__WEBPACK_IMPORTED_MODULE_2__/* .writableFolder */ .BK)(release.app, before),
            database: files.some(_database_file_js__WEBPACK_IMPORTED_MODULE_7__/* .isDatabaseFile */ .M),
        }),
    ];
}
/** What is said where no new container is needed, so that nothing is lost yet; and of what is let go. */
function warningsOfFiles({ release, newContainer, atStake, choices }) {
    if (atStake === undefined)
        return [];
    if (newContainer === undefined)
        return writesOutside(atStake, release.app, release.container.volumes);
    const { container, files } = atStake;
    return choices.writtenFiles === 'discard' && (files.length > 0 || atStake.cut)
        ? [_messages_written_files_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenFilesMessages */ .v.discarded({ container, files: listed(files) || '…', count: countOf(atStake) })]
        : [];
}
/** What is said of a version that serves and writes outside its mounts. */
function writesOutside(atStake, app, volumes) {
    const { container, seen, files, cut, besideImage } = atStake;
    if (!seen)
        return [_messages_written_files_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenFilesMessages */ .v.unseen(container)];
    if (files.length === 0 && !cut)
        return [];
    return [
        _messages_written_files_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenFilesMessages */ .v.outsideMounts({
            container,
            files: listed(files) || '…',
            count: countOf(atStake),
            volumes: pasted(atStake, app, volumes),
            beside: listed(besideImage),
            mounted: (0,_release_volumes_to_paste_js__WEBPACK_IMPORTED_MODULE_2__/* .writableFolder */ .BK)(app, volumes),
        }),
    ];
}
/** Containers that an earlier switch did not remove, since not all of their files could be carried. */
function keptContainers({ written }) {
    return written.containers.filter(({ kept }) => kept).map(({ name }) => _messages_written_files_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenFilesMessages */ .v.keptForFiles(name));
}
/** What is carried, for people to read before it begins. */
function notesOnCarried({ carried }) {
    return carried.map(({ folder, host }) => _messages_written_files_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenFilesMessages */ .v.carried(folder, host));
}
/** Commands that save what a container holds, its settings first: these may hold secrets. */
function savesOf(container, atStake, anonymousVolumes) {
    const into = (folder) => `/root/${container}${folder}`;
    const folders = [...(atStake?.folders ?? []), ...(atStake?.hiddenBy.map((volume) => volume.container) ?? [])];
    const inUse = atStake === undefined || !atStake.seen || atStake.cut || atStake.inUse.length > 0;
    return [
        `(umask 077; ${settingsCommand(container)})`,
        // It cannot be stopped before it is saved; paused, it writes nothing meanwhile.
        ...(inUse || anonymousVolumes.length > 0 ? [`docker pause ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(container)}`] : []),
        // All but its volumes: whatever is not named here is in it.
        `(umask 077; ${exportCommand(container)})`,
        ...[...new Set([...folders, ...anonymousVolumes])].map((folder) => (0,_resources_copy_command_js__WEBPACK_IMPORTED_MODULE_3__/* .copyCommand */ .L)(container, `${folder}/.`, into(folder))),
    ]
        .map((line) => `  ${line}`)
        .join('\n');
}
/** A command that removes a container once all of it but its volumes is saved. */
function saveAndRemove(container, removedOnStop) {
    const name = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(container);
    // The environment may hold secrets.
    const save = `(umask 077; ${settingsCommand(container)} && ${exportCommand(container)})`;
    return removedOnStop
        ? `docker pause ${name} && ${save} && docker unpause ${name} && docker stop ${name}`
        : `docker stop ${name} && ${save} && docker rm ${name}`;
}
function settingsCommand(container) {
    return `docker inspect ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(container)} >/root/${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(`${container}.json`)}`;
}
function exportCommand(container) {
    return `docker export ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(container)} >/root/${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .h)(`${container}.tar`)}`;
}
function copiesOf({ container, folders, hiddenBy, besideImage }, app, volumes) {
    const place = volumes.find(({ host, readOnly }) => host.startsWith('/') && !readOnly)?.host;
    return [
        ...(0,_release_volumes_to_paste_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestedVolumes */ .r2)(app, folders, volumes).map((volume) => (0,_resources_copy_command_js__WEBPACK_IMPORTED_MODULE_3__/* .copyCommand */ .L)(container, `${volume.container}/.`, volume.host)),
        ...hiddenBy
            .filter(({ host }) => host.startsWith('/'))
            .map((volume) => (0,_resources_copy_command_js__WEBPACK_IMPORTED_MODULE_3__/* .copyCommand */ .L)(container, `${volume.container}/.`, volume.host)),
        ...(place === undefined ? [] : besideImage.slice(0, shown).map((file) => (0,_resources_copy_command_js__WEBPACK_IMPORTED_MODULE_3__/* .copyCommand */ .L)(container, file, place))),
    ]
        .map((line) => `  ${line}`)
        .join('\n');
}
function countOf({ files, cut }) {
    return cut ? `${_survey_written_files_script_js__WEBPACK_IMPORTED_MODULE_5__/* .mostFiles */ .p}+` : String(files.length);
}
function pasted({ folders }, app, volumes) {
    if (folders.length === 0)
        return '';
    return (0,_release_volumes_to_paste_js__WEBPACK_IMPORTED_MODULE_2__/* .volumesToPaste */ .us)([...volumes, ...(0,_release_volumes_to_paste_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestedVolumes */ .r2)(app, folders, volumes)]) ?? '';
}
/** The first names of a list, on one line each whatever is in them. */
function listed(files) {
    const more = files.length > shown ? ', …' : '';
    return (files
        .slice(0, shown)
        .map((file) => file.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/g, '?'))
        .join(', ') + more);
}


/***/ }),

/***/ 63528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ hookMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

function factsOf({ lines, sha256, seconds }) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${lines} line(s), SHA-256 ${sha256}, at most ${seconds} s`, `${lines} 行，SHA-256 ${sha256}，最长 ${seconds} 秒`);
}
/** What is said of the scripts `before-switch` and `after-deploy`. */
const hookMessages = {
    beforeSwitch: (hook) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Run before-switch (${factsOf(hook).en})`, `运行 before-switch（${factsOf(hook).zh}）`),
    beforeSwitchReason: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('if it fails, the running version stays', '脚本失败时保留正在运行的版本'),
    afterDeploy: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Run after-deploy', '运行 after-deploy'),
    afterDeployToCome: (hook) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Once everything is verified, after-deploy runs (${factsOf(hook).en}).`, `全部验证通过后运行 after-deploy（${factsOf(hook).zh}）。`),
    notBefore: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('before-switch does not run: the container stays, and no new version is tested.', 'before-switch 不会运行：容器保持不变，没有需要测试的新版本。'),
};


/***/ }),

/***/ 82151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ rollbackMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

const named = (inputs, separator) => inputs.map((name) => `\`${name}\``).join(separator);
/** What `rollback` says. */
const rollbackMessages = {
    check: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Check the inputs', '检查参数'),
    find: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Find the application', '查找应用'),
    goesTo: (app, to, from) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Roll back ${app} to ${to}; ${from} is live now.`, `将 ${app} 回滚到 ${to}；当前发布版本为 ${from}。`),
    serves: (app, release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${release} of ${app} is live already.`, `${app} 当前已是发布版本 ${release}。`),
    /** `url`: of the pages that go; `record`: the file with server blocks of these ports that were taken over. */
    noLonger: (p) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`With ${p.to}, nginx no longer listens on ${p.ports} for ${p.app}${p.url === undefined ? '' : `: that release has no static site, and ${p.url} is no longer served`}.${p.record === undefined ? '' : ` Server blocks that were taken over are not put back; their text is in ${p.record}.`} To undo this, set \`release: ${p.from}\`, or deploy again.`, `使用 ${p.to} 后，nginx 不再为 ${p.app} 监听 ${p.ports}${p.url === undefined ? '' : `：该发布版本没有静态站点，${p.url} 将不再提供`}。${p.record === undefined ? '' : `已接管的 server 块不会恢复，其内容在 ${p.record} 中。`}如需恢复，请设置 \`release: ${p.from}\` 再次回滚，或重新部署。`),
    /** A run without `release` goes on from what is live by then. */
    repeat: (release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`To repeat this rollback: \`release: ${release}\`. Without \`release\`, the next run goes one release further back.`, `如需重复本次回滚：\`release: ${release}\`。不填 \`release\` 时，下一次运行会再往前回滚一个发布版本。`),
    unused: (inputs) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`These inputs have no effect on \`rollback\`, which uses the settings of the release: ${named(inputs, ', ')}.`, `以下参数对 \`rollback\` 不起作用，以发布版本自己的设置为准：${named(inputs, '、')}。`),
    /** Beside a cure that names inputs of a deploy. */
    ownSettings: (inputs) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`On \`rollback\`, ${named(inputs, ', ')} has no effect: the release keeps its own settings. Roll back to another release (\`release\`), or deploy the commit again with that input.`, `对于 \`rollback\`，${named(inputs, '、')} 不起作用：发布版本保留自己的设置。请回滚到其他发布版本（\`release\`），或用该参数重新部署对应的提交。`),
    switchTitle: (app, to) => `${app}: roll back to ${to}`,
};


/***/ }),

/***/ 71714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ seedMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** What the log says of a base image that comes from the runner, and why the runner cannot help. */
const seedMessages = {
    instead: (image) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The server could not pull ${image}; the runner sends it.`, `服务器无法拉取 ${image}，改由运行器发送。`),
    serverAfterAll: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The server tries to pull it instead.', '改由服务器尝试拉取。'),
    sends: (count, all, size) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Sending ${count} of ${all} layers, ${size} compressed; the server has the other ${all - count}.`, `共 ${all} 层，发送 ${count} 层（压缩后 ${size}），服务器上已有 ${all - count} 层。`),
    allLayers: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('A layer that the server had is gone; all layers are sent.', '服务器上原有的某一层已不存在，改为发送全部层。'),
    loaded: (image) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The server has ${image}.`, `服务器已有 ${image}。`),
    taken: (image) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${image} appeared on the server in the meantime; that image is used and was not replaced.`, `服务器上已出现 ${image}，将使用该镜像，未被替换。`),
    notSaved: (said) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The runner cannot export the image: ${said}`, `运行器无法导出该镜像：${said}`),
    otherArchitecture: (architecture) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The runner’s copy of the image has no files for linux/${architecture}.`, `运行器上没有适用于 linux/${architecture} 的镜像文件。`),
    noDocker: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The runner has no Docker.', '运行器上没有 Docker。'),
    dockerSilent: (said) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The runner’s Docker does not answer: ${said}`, `运行器上的 Docker 无响应：${said}`),
    noLinuxImages: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The runner’s Docker has no Linux images.', '运行器上的 Docker 不支持 Linux 镜像。'),
    byDigest: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The runner cannot send it: the image is named by its digest, which only a registry can give.', '无法由运行器发送：镜像以摘要（digest）指定，只能从镜像仓库取得。'),
    otherPlatform: (platform, architecture) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The runner has it for ${platform} only, and the server needs linux/${architecture}.`, `运行器上的该镜像只适用于 ${platform}，而服务器需要 linux/${architecture}。`),
    notInRegistry: (architecture) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The runner cannot pull it: its registry does not have it for linux/${architecture}.`, `运行器无法拉取：镜像仓库中没有适用于 linux/${architecture} 的版本。`),
    notPulled: (said) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The runner cannot pull it: ${said}`, `运行器无法拉取：${said}`),
};


/***/ }),

/***/ 10110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ writtenFilesMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91520);
/* harmony import */ var _ways_to_keep_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87735);


/** What is said of files that an application writes outside its mounts. */
const writtenFilesMessages = {
    outsideMounts: (p) => {
        const beside = (0,_ways_to_keep_js__WEBPACK_IMPORTED_MODULE_0__/* .moveBeside */ .IS)(p.beside, p.mounted);
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)([
            `The application writes outside its mounts (${p.count} file(s) in the container ${p.container}): ${p.files}. A later deploy stops rather than lose them.`,
            ...(p.volumes === '' ? [] : [`To keep such files, mount their folders:\n${p.volumes}`]),
            ...(p.beside === '' ? [] : [beside.en]),
        ].join('\n'), [
            `应用写在了挂载之外（容器 ${p.container} 中 ${p.count} 个文件）：${p.files}。之后的部署会中止，而不是让它们丢失。`,
            ...(p.volumes === '' ? [] : [`要保留这类文件，请挂载其文件夹：\n${p.volumes}`]),
            ...(p.beside === '' ? [] : [beside.zh]),
        ].join('\n'));
    },
    discarded: (p) => (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`\`container-files: discard\`: ${p.count} file(s) of the container ${p.container} are lost with this deploy: ${p.files}`, `\`container-files: discard\`：容器 ${p.container} 的 ${p.count} 个文件会随本次部署丢失：${p.files}`),
    unseen: (container) => (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`Docker does not list what the application wrote in the container ${container}: run \`docker diff ${container}\` on the server.`, `Docker 无法列出应用在容器 ${container} 中写入的内容：请在服务器上执行 \`docker diff ${container}\`。`),
    carried: (folder, host) => (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`${folder} of the container is copied to ${host} and stays mounted. To choose another place later, stop the container, move the files there, and name it in \`volumes\`.`, `容器的 ${folder} 会复制到 ${host} 并一直挂载。日后如需更换位置，请停止容器，将文件移动过去，并在 \`volumes\` 中写明。`),
    keptForFiles: (container) => (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`The old container ${container} is kept: it may hold files that the version that followed does not have. Copy what you need, such as by \`docker cp ${container}:<file> /root/\`.`, `旧容器 ${container} 予以保留：其中可能有之后的版本没有的文件。请复制需要的文件，例如 \`docker cp ${container}:<文件> /root/\`。`),
    database: (p) => {
        const keep = (0,_ways_to_keep_js__WEBPACK_IMPORTED_MODULE_0__/* .keepDatabase */ .fh)(p);
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`The application seems to keep its database in the container itself (${p.url}), outside its mounts. Each deploy replaces the container.\n${keep.en}`, `应用似乎将数据库保存在容器自身之中（${p.url}），在挂载之外。每次部署都会替换容器。\n${keep.zh}`);
    },
};


/***/ }),

/***/ 75125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   zH: () => (/* binding */ backEndsOf),
/* harmony export */   zd: () => (/* binding */ mainBackEnds)
/* harmony export */ });
/** What the `proxy_pass` directives of a block lead to, those of inner blocks with them; `upstream` names are resolved. */
function backEndsOf(block, { tree }) {
    const http = tree.find(({ name }) => name === 'http')?.block ?? [];
    const upstreams = http.filter(({ name }) => name === 'upstream');
    const found = targetsOf(block).flatMap((target) => {
        const [, scheme, host, port] = /^(https?):\/\/(\[[^\]]*\]|[^:/]+)(?::(\d+))?/.exec(target) ?? [];
        if (host === undefined || host === 'unix')
            return [{ host: target, port: undefined }];
        const upstream = port === undefined ? upstreams.find(({ args }) => args[0] === host) : undefined;
        if (upstream === undefined)
            return [{ host: nameOf(host), port: Number(port ?? (scheme === 'https' ? 443 : 80)) }];
        return (upstream.block ?? []).filter(({ name }) => name === 'server').map(({ args }) => ofUpstream(args[0] ?? ''));
    });
    return found.filter((one, at) => found.findIndex((other) => isSame([one], [other])) === at);
}
/** What the server block's `location /` leads to; where it has none or that is no proxy: whatever its locations lead to. */
function mainBackEnds(block, configuration) {
    const root = block.filter(({ name, args }) => name === 'location' && /^(\^~ )?\/$/.test(args.join(' ')));
    const main = backEndsOf(root, configuration);
    return main.length > 0 ? main : backEndsOf(block, configuration);
}
/** Whether requests come to the same place, whichever of the two is asked. */
function isSame(some, others) {
    const words = (of) => of
        .map(({ host, port }) => `${host}:${port}`)
        .toSorted()
        .join(' ');
    return words(some) === words(others);
}
function ofUpstream(address) {
    if (address.startsWith('unix:'))
        return { host: address, port: undefined };
    const [, host = address, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(address) ?? [];
    return { host: nameOf(host), port: Number(port ?? 80) };
}
function nameOf(host) {
    return /^(127(\.\d+){3}|localhost|\[::1\])$/i.test(host) ? 'localhost' : host.toLowerCase();
}
function targetsOf(block) {
    return block.flatMap(({ name, args, block: inside }) => name === 'proxy_pass' ? [args[0] ?? ''] : targetsOf(inside ?? []));
}


/***/ }),

/***/ 81595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ renderOwner)
/* harmony export */ });
/** `uid:gid`, as Docker and chown take it. */
function renderOwner({ uid, gid }) {
    return `${uid}:${gid}`;
}


/***/ }),

/***/ 59339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ copyCommand)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

/**
 * A command for people that copies a path of a container into a folder of the server. Owners, modes and times stay; what is
 * there already is not written over.
 */
function copyCommand(container, path, to) {
    const folder = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(to);
    return `mkdir -p ${folder} && docker cp ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${container}:${path}`)} - | tar -xp --numeric-owner --skip-old-files -C ${folder}`;
}


/***/ }),

/***/ 60273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ daemonJson),
/* harmony export */   gi: () => (/* binding */ writeDaemonJson),
/* harmony export */   zW: () => (/* binding */ takeBackDaemonJson)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);


/** Where the Docker Engine reads its settings. */
const daemonJson = '/etc/docker/daemon.json';
/**
 * Bash that writes daemon.json in place of the text that was surveyed, `before`; where somebody has changed that since, it
 * fails and changes nothing. The file keeps its mode, its owner and the link that leads to it. Needs the prelude in front.
 */
function writeDaemonJson(content, before) {
    return `${locate}
${isStill(before)} || failure DAEMON_JSON_CHANGED
${put(content)}`;
}
/** Bash that puts `before` back where `written` still stands, then runs `then`; what somebody wrote since stays. */
function takeBackDaemonJson(written, before, then = 'true') {
    return `${locate}
if ${isStill(written)}; then
${before === undefined ? 'rm -f "$file"' : put(before)}
${then}
fi`;
}
const locate = `file=$(readlink -f ${daemonJson}) || file=${daemonJson}`;
function isStill(content) {
    if (content === undefined)
        return '[ ! -e "$file" ]';
    const sum = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
    return `[ "$(sha256sum <"$file" 2>/dev/null | cut -d ' ' -f 1)" = ${sum} ]`;
}
function put(content) {
    return `mkdir -p "\${file%/*}"
new="\${file%/*}/.\${file##*/}.deploy"
rm -f "$new"
[ ! -e "$file" ] || cp -a "$file" "$new"
printf %s ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(content)} >"$new"
put_in_place "$new" "$file"`;
}


/***/ }),

/***/ 96553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ planEngine),
/* harmony export */   N: () => (/* binding */ planMirror)
/* harmony export */ });
/* harmony import */ var _fragments_masked_units_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47269);
/* harmony import */ var _messages_registry_mirror_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14518);
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91520);
/* harmony import */ var _server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33493);
/* harmony import */ var _daemon_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60273);
/* harmony import */ var _registry_mirror_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54517);






/** The step that starts the Docker Engine where it does not run, in Tencent's network with its mirror; else none. */
function planEngine(system, docker) {
    if (docker.state === 'running')
        return [];
    const mirror = system.tencentInstance === undefined ? undefined : _messages_registry_mirror_js__WEBPACK_IMPORTED_MODULE_3__/* .tencentMirror */ .p;
    const before = docker.daemonJson;
    const merged = mirror === undefined ? undefined : (0,_registry_mirror_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeDaemonJson */ .p)(before, mirror);
    const writes = merged !== undefined && merged !== before;
    return [
        {
            kind: 'server',
            phase: 'provision',
            id: 'docker.start',
            title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Start the Docker Engine', '启动 Docker Engine'),
            reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('it is not running', '尚未运行'),
            ...(writes ? { diff: `+ ${_daemon_json_js__WEBPACK_IMPORTED_MODULE_1__/* .daemonJson */ .$g}: registry-mirrors ${mirror}` } : {}),
            script: [
                'type -P docker >/dev/null || failure DOCKER_CLIENT_MISSING',
                ...(writes ? [(0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__/* .underSharedLock */ .VN)((0,_daemon_json_js__WEBPACK_IMPORTED_MODULE_1__/* .writeDaemonJson */ .gi)(merged, before), sharedLockSeconds)] : []),
                'begun=$(date +%s)',
                `rm -f ${disabledNote}; [ "$(systemctl is-enabled docker.service 2>/dev/null)" != disabled ] || : >${disabledNote}`,
                // What failed three times within a minute is not started again, though its cause is gone (StartLimitBurst).
                'systemctl reset-failed docker.service docker.socket 2>/dev/null || true',
                'systemctl enable --now docker.service >/dev/null 2>&1 || service docker start >/dev/null || true',
                awaitEngine,
            ].join('\n'),
            undo: [
                ...(writes ? [(0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__/* .underSharedLock */ .VN)((0,_daemon_json_js__WEBPACK_IMPORTED_MODULE_1__/* .takeBackDaemonJson */ .zW)(merged, before), sharedLockSeconds)] : []),
                `if [ -e ${disabledNote} ]; then systemctl disable docker.service; rm -f ${disabledNote}; fi`,
            ].join('\n'),
        },
    ];
}
/** Noted until it runs: its unit did not start it at boot. Gone after a reboot. */
const disabledNote = `${_server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__/* .lockFolder */ .MS}/docker-was-disabled`;
/**
 * Waits as long as the engine may still come: its unit tries again by itself until systemd says that it failed. Why it did
 * not come is asked of systemd's states first, then of what the engine wrote last.
 */
const awaitEngine = `for _ in $(seq 100); do
  docker info >/dev/null 2>&1 && { rm -f ${disabledNote}; exit 0; }
  [ "$(systemctl show -p ActiveState docker.service 2>/dev/null)" != ActiveState=failed ] || break
  sleep 0.3
done
${_fragments_masked_units_js__WEBPACK_IMPORTED_MODULE_5__/* .isMasked */ .S}
masked=
for unit in docker.service docker.socket containerd.service; do ! is_masked "$unit" || masked="$masked $unit"; done
[ -z "$masked" ] || failure DOCKER_MASKED "units=\${masked# }"
journalctl -u docker -n 20 --no-pager >&2 2>/dev/null || true
said=$(journalctl -u docker --since "@$begun" -o cat --no-pager 2>/dev/null | grep -aE '^(failed|unable|Error)|level=fatal' | tail -n 1 | cut -c 1-400) || true
[ -n "$said" ] || said=$(systemctl show -p ActiveState -p Result docker.service 2>/dev/null | tr '\\n' ' ') || true
failure DOCKER_NOT_STARTED "said=\${said:--}"`;
/**
 * The step that adds Tencent's mirror to an engine that runs, by reload: it is never restarted (rule *Blank servers
 * twice*).
 */
function planMirror(system, docker) {
    if (system.tencentInstance === undefined || docker.registryMirrors.length > 0)
        return [];
    const before = docker.daemonJson;
    const merged = (0,_registry_mirror_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeDaemonJson */ .p)(before, _messages_registry_mirror_js__WEBPACK_IMPORTED_MODULE_3__/* .tencentMirror */ .p);
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'docker.mirror',
            title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Let Docker pull through Tencent’s mirror', '让 Docker 通过腾讯云镜像加速拉取'),
            reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Docker Hub is hardly reachable from China', '国内几乎无法访问 Docker Hub'),
            diff: `+ ${_daemon_json_js__WEBPACK_IMPORTED_MODULE_1__/* .daemonJson */ .$g}: registry-mirrors ${_messages_registry_mirror_js__WEBPACK_IMPORTED_MODULE_3__/* .tencentMirror */ .p}`,
            script: (0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__/* .underSharedLock */ .VN)(`${(0,_daemon_json_js__WEBPACK_IMPORTED_MODULE_1__/* .writeDaemonJson */ .gi)(merged, before)}\n${reloadDocker}`, sharedLockSeconds),
            undo: (0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_0__/* .underSharedLock */ .VN)((0,_daemon_json_js__WEBPACK_IMPORTED_MODULE_1__/* .takeBackDaemonJson */ .zW)(merged, before, reloadDocker), sharedLockSeconds),
        },
    ];
}
/** Seconds to wait for the lock of what applications share; whoever holds it switches, which takes some seconds. */
const sharedLockSeconds = 120;
// An engine that was killed leaves its number, which may be another process's by now.
const reloadDocker = `systemctl reload docker.service || {
  read -r pid </run/docker.pid && [ "$(cat "/proc/$pid/comm")" = dockerd ] && kill -HUP "$pid"
}`;


/***/ }),

/***/ 92382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ni: () => (/* binding */ afterDeployHook),
  zv: () => (/* binding */ notesOnHooks),
  Dv: () => (/* binding */ planBeforeSwitch)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/lib/engine/apply.js + 8 modules
var apply = __webpack_require__(22268);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/messages/hook.js
var hook = __webpack_require__(63528);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
// EXTERNAL MODULE: ./.build/lib/server/script-protocol.js
var script_protocol = __webpack_require__(28158);
// EXTERNAL MODULE: ./.build/lib/shell/born.js
var born = __webpack_require__(9516);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
;// CONCATENATED MODULE: ./.build/lib/resources/hook/hook-script.js



/** Seconds for which what is told to end may go on. */
const graceSeconds = 3;
/** What it printed is shown as far as this: so many reads of so many bytes; then its last bytes alone. */
const shown = { reads: 20_000, bytes: 512, last: 16_384 };
/** Bash by which a process, the first of a session of its own, says its number and when it began. */
const says = (name) => `printf "${name} %s %s\\n" "$$" "$(${born/* bornOf */.b}; born_of "$$")" >&3`;
/**
 * The script as it is read from descriptor 5, which it does not keep; by a builtin and a pipe, so that it is in no argv and
 * in no file.
 */
const launch = `${says('hook')}; exec 3>&-; eval "exec 5<&-; $(cat <&5)"`;
/**
 * Hands on what comes, as it comes. Where that becomes too much, the line in hand is told to its end and later ones are
 * left out but for the last: no secret is cut in two, where neither half would be recognised.
 */
const pump = `${says('pump')}
dd bs=${shown.bytes} count=${shown.reads} status=none
if IFS= read -r -n 65536 line || [ -n "$line" ]; then printf "%s\\n" "$line"; fi
rest=$(tr -d "\\000" | tail -c ${shown.last}; printf .)
[ \${#rest} -le ${shown.last} ] || { printf "[...]\\n"; case $rest in *$'\\n'*) rest=\${rest#*$'\\n'} ;; *) rest=. ;; esac; }
printf %s "\${rest%.}"
printf "drained\\n" >&3`;
/**
 * Bash that runs the script on its standard input and waits for its end, at most so long. Facts: `hook_ended` (`exit`,
 * `timeout`, `busy` where the lock was not free in that time) and `hook_code`. It exits with 1 where the script did not
 * end well: what that started is ended then, too. Its session gets TERM, and after some seconds KILL. So it does where TERM
 * tells this one to end, and once nobody hears it: each few seconds it gives a sign of life. What a script that ended well
 * left in the background goes on; if that has its output, nobody reads it any more.
 */
function hookScript({ name, variables, timeoutSeconds, lock }) {
    const environment = Object.entries(variables).map(([key, value]) => `${key}=${(0,quote/* quote */.h)(value)}`);
    const bash = ['setsid', 'bash', '--norc', '--noprofile', '-p', '-eo', 'pipefail', '-c'];
    return `${born/* bornOf */.b}
in_session() {
  local stat fields
  for stat in /proc/[0-9]*/stat; do
    { read -r fields <"$stat"; } 2>/dev/null || continue
    # Its state, parent, group and session.
    set -- "$1" \${fields##*) }
    [ "$5" != "$1" ] || [ "$2" = Z ] || { stat=\${stat%/stat}; printf '%s ' "\${stat#/proc/}"; }
  done
}
# Once: when all of it has ended, its number may become another's.
end_session() {
  local left sent= begun=$SECONDS born
  case $over in *" $1 "*) return 0 ;; esac
  over="$over$1 "
  born=$(born_of "$1")
  # Where the first of it has gone, the number stays taken as long as one of the others is there.
  [ -z "$born" ] || [ "$born" = "$2" ] || return 0
  while left=$(in_session "$1"); [ -n "$left" ] && [ "$((SECONDS - begun))" -lt ${2 * graceSeconds} ]; do
    if [ "$((SECONDS - begun))" -ge ${graceSeconds} ]; then kill -KILL $left; elif [ -z "$sent" ]; then sent=yes; kill -TERM $left; fi 2>/dev/null || :
    sleep 0.1
  done
}
end_hook() { [ -z "$hook" ] || end_session $hook; }
end_pump() { [ -z "$pump" ] || end_session $pump; }
give_up() { end_hook; end_pump; exit 1; }
sign_of_life() {
  [ "$SECONDS" -ge "$beat" ] || return 0
  beat=$((SECONDS + 5))
  printf '%salive\\n' "$deploy_mark" >&2 || give_up
}
hook= pump= over=' ' code= ended= why=exit told= beat=0 limit=$((SECONDS + ${timeoutSeconds}))
trap told=yes TERM
trap : PIPE
exec 5<&0 </dev/null 4>&1
${lock === undefined ? '' : takeTurn(lock)}cd ~ 2>/dev/null || cd /
exec 6< <(
  set +e
  exec 3>&1 1>&4 4>&- 7>&- 8>&- 9>&-
  { ${environment.join(' ')} ${(0,quote/* commandLine */.a)([...bash, launch, name])} 2>&1; printf 'code %s\\n' "$?" >&3; } 2>/dev/null |
    ${(0,quote/* commandLine */.a)(['setsid', 'bash', '--norc', '--noprofile', '-p', '-c', pump])} 5<&- 2>/dev/null
)
exec 4>&- 5<&-
while :; do
  # Not before it is known what to end.
  [ -z "$told" ] || [ -z "$hook" ] || give_up
  if read -r -t 1 -u 6 word value; then
    case $word in
      hook) hook=$value ;;
      pump) pump=$value ;;
      code)
        code=$value ended=$SECONDS
        [ "$code $why" = '0 exit' ] || end_hook ;;
      drained) break ;;
    esac
    continue
  elif [ "$?" -le 128 ]; then
    break
  fi
  if [ -n "$ended" ]; then
    # What it left in the background may have its output: then there is no end of it. A slow line has one.
    if [ "$((SECONDS - ended))" -ge 30 ] || { [ "$((SECONDS - ended))" -ge 5 ] && [ -n "$(in_session "\${hook%% *}")" ]; }; then
      end_pump
      break
    fi
  elif [ "$SECONDS" -ge "$limit" ] && [ "$why" = exit ]; then
    why=timeout
    end_hook
  fi
  sign_of_life
done
exec 6<&-
[ "$code $why" = '0 exit' ] || end_hook
fact hook_ended "$why"
fact hook_code "\${code:-137}"
[ "$code $why" = '0 exit' ]`;
}
/** Bash that waits for a lock, and counts that as time of the script's. */
function takeTurn(lock) {
    return `${(0,lock_script/* makeLockFolder */.Ww)()}
exec 9>>${(0,quote/* quote */.h)(lock)}
until flock -w 1 9; do
  sign_of_life
  [ "$SECONDS" -lt "$limit" ] || { fact hook_ended busy; exit 1; }
done
`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/hook/hook.js








/** The step that runs `before-switch`, where there is one: the new container is well, and nothing leads to it yet. */
function planBeforeSwitch(release, { beforeSwitch, timeoutSeconds }) {
    if (beforeSwitch === undefined)
        return [];
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'hook.before-switch',
            title: hook/* hookMessages */.W.beforeSwitch(factsOf(beforeSwitch, timeoutSeconds)),
            reason: hook/* hookMessages */.W.beforeSwitchReason,
            streams: true,
            endable: true,
            script: hookScript({ name: 'before-switch', variables: variablesOf(release), timeoutSeconds }),
            input: inputOf(beforeSwitch),
            explain: (result) => {
                const { ended, code } = endOf(result);
                return ended === 'timeout'
                    ? (0,failure/* failure */.V2)('HOOK_TIMEOUT', { release: release.id, seconds: timeoutSeconds }, evidenceOf(result))
                    : (0,failure/* failure */.V2)('HOOK_FAILED', { release: release.id, code }, evidenceOf(result));
            },
        },
    ];
}
/** How `after-deploy` is run, where there is one: a script of its own. Those of several runs of an application take turns. */
function afterDeployHook(release, { afterDeploy, timeoutSeconds }, folder = lock_script/* lockFolder */.MS) {
    if (afterDeploy === undefined)
        return undefined;
    const lock = `${folder}/hook-${release.image}.lock`;
    const script = hookScript({ name: 'after-deploy', variables: variablesOf(release), timeoutSeconds, lock });
    return {
        script: `${prelude/* prelude */.e}\nset -e\n${script}`,
        input: inputOf(afterDeploy),
        explain: (result) => (0,failure/* failure */.V2)('AFTER_DEPLOY_FAILED', { release: release.id, seconds: timeoutSeconds, ...endOf(result) }, evidenceOf(result)),
    };
}
/** What is said of the scripts before a deployment begins that changes something. */
function notesOnHooks(hooks, replaces) {
    const { beforeSwitch, afterDeploy, timeoutSeconds } = hooks;
    return [
        ...(beforeSwitch === undefined || replaces ? [] : [hook/* hookMessages */.W.notBefore]),
        ...(afterDeploy === undefined ? [] : [hook/* hookMessages */.W.afterDeployToCome(factsOf(afterDeploy, timeoutSeconds))]),
    ];
}
/** As nginx reaches the version: no firewall and no certificate is on that way. */
function variablesOf({ app, id, container }) {
    return { CANDIDATE_URL: `http://127.0.0.1:${container.loopbackPort}`, RELEASE: id, APP: app };
}
function inputOf(script) {
    return async () => Buffer.from(script.reveal());
}
/** Enough of its hash to tell one script from the next; too little to try out what a secret in it may be. */
function factsOf(script, seconds) {
    const words = script.reveal();
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(words).digest('hex').slice(0, 8);
    return { lines: words.split('\n').length, sha256, seconds };
}
function endOf({ stdout }) {
    const { hook_ended: ended, hook_code: code } = (0,script_protocol/* factsIn */.PC)(stdout);
    return {
        ended: ended === 'timeout' || ended === 'busy' ? ended : 'exit',
        code: Number(code ?? 1),
    };
}
function evidenceOf({ stdout }) {
    return { evidence: (0,apply/* lastLines */.w$)((0,script_protocol/* withoutProtocol */.rM)(stdout), 40) };
}


/***/ }),

/***/ 30934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ basesOf),
/* harmony export */   z: () => (/* binding */ keepImage)
/* harmony export */ });
/* harmony import */ var _dockerfile_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28765);
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91520);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16260);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22065);





/** Images that the image of a release is built from. */
function basesOf({ build }) {
    const given = Object.fromEntries(build.arguments.map(({ name, value }) => [name, value]));
    return (0,_dockerfile_read_js__WEBPACK_IMPORTED_MODULE_0__/* .imagesPulledBy */ .Sq)(build.dockerfile, given);
}
/**
 * Has the image of a release that was kept there: it is built again where it was pruned, from images that are there, since
 * nothing is asked of the network. It has no undo: what a release that is kept needs stays.
 */
function keepImage(release) {
    const tag = (0,_release_names_js__WEBPACK_IMPORTED_MODULE_3__/* .imageTag */ .I)(release);
    const bases = basesOf(release).map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h).join(' ');
    return {
        id: 'image.keep',
        title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(`Check for image ${tag}; rebuild it if missing`, `检查镜像 ${tag}；缺失时重新构建`),
        reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('the container is started from it', '容器由它启动'),
        script: `${(0,_image_js__WEBPACK_IMPORTED_MODULE_2__/* .endWhereThere */ .fj)(release)}
for base in ${bases}; do
  docker image inspect "$base" >/dev/null 2>&1 || failure IMAGE_MISSING tag=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(tag)} "base=$base"
done
${(0,_image_js__WEBPACK_IMPORTED_MODULE_2__/* .buildScript */ .AJ)(release, '')}`,
    };
}


/***/ }),

/***/ 54304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ap: () => (/* binding */ familyOf),
  K$: () => (/* binding */ missingPackages),
  dL: () => (/* binding */ planPackages),
  _0: () => (/* binding */ planPolicy),
  ao: () => (/* binding */ provisionProblems)
});

// EXTERNAL MODULE: ./.build/lib/layout/policy-file.js
var policy_file = __webpack_require__(97510);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
;// CONCATENATED MODULE: ./.build/lib/resources/packages/debian.js



const tools = {
    curl: 'curl',
    openssl: 'openssl',
    ss: 'iproute2',
    flock: 'util-linux',
    setsid: 'util-linux',
    unshare: 'util-linux',
    tar: 'tar',
    sha256sum: 'coreutils',
};
/** Debian. Its docker.io only recommends iptables, without which no port is published. */
const debian = {
    docker: ['docker.io', 'iptables'],
    recommended: ['docker-cli', 'docker-buildx'],
    nginx: 'nginx-light',
    tools,
    selinux: 'policycoreutils-python-utils',
    command,
    script,
};
/** Ubuntu and what is made from it. Its docker.io depends on iptables; what `nginx` stands for is in its main archive. */
const ubuntu = { ...debian, docker: ['docker.io'], nginx: 'nginx' };
function installCommand(packages) {
    return (0,quote/* commandLine */.a)([
        'apt-get',
        '-y',
        '--no-install-recommends',
        // An engine or a web server of another source would have to go for ours.
        '--no-remove',
        '-o',
        'Dpkg::Options::=--force-confold',
        '-o',
        'DPkg::Lock::Timeout=600',
        'install',
        ...packages,
    ]);
}
/**
 * Bash that prints the packages of Docker's client where docker.io comes without it. From Debian 13 on docker.io only
 * recommends docker-cli, and that docker-buildx; on Debian 12 it has the client, on Ubuntu it may suggest docker-buildx.
 * apt knows this of each distribution, also of those that number their releases in another way, or not at all.
 */
const client = "apt-cache depends docker.io docker-cli 2>/dev/null | sed -nE 's/^[ |]*(Depends|Recommends|Suggests): (docker-cli|docker-buildx)$/\\2/p' | sort -u";
function command(packages) {
    return `apt-get update && ${installCommand(packages)}${packages.includes('docker.io') ? ` $(${client})` : ''}`;
}
/** Bash that removes our policy-rc.d, which a run that was cut short (a power cut) left: until then no service starts. */
function removePolicy() {
    return `if grep -qxF ${(0,quote/* quote */.h)(policy_file/* policyMark */.M)} ${policy_file/* policyFile */.X} 2>/dev/null; then rm -f ${policy_file/* policyFile */.X}; fi`;
}
/**
 * Our policy-rc.d: 101 is "action forbidden" (Debian Policy, invoke-rc.d). Other package managers may run at the same time;
 * only what bears our variable is forbidden to start: all that an installation of ours brings and, of packages that an
 * earlier run left half configured, which may be somebody's, the services that we install.
 */
const policyText = [
    '#!/bin/sh',
    policy_file/* policyMark */.M,
    'case $DEPLOY_MINIPROGRAM_PACKAGES in',
    '  install) exit 101 ;;',
    '  mend) for word; do case $word in nginx*|docker*|containerd*) exit 101 ;; esac; done ;;',
    'esac',
    'exit 0',
];
/** Where apt's sources are named; since Debian 13 in files of the folder. */
const sourceLists = "'/etc/apt/sources.list, /etc/apt/sources.list.d'";
/** How long apt waits for a source, in seconds, and how often it asks. */
const patience = '-o Acquire::Retries=3 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20';
/** How dpkg and apt say, in the C locale, that another one of them runs. */
const locked = 'lock was locked by|is locked by another|could not get lock|unable to acquire the dpkg|is held by';
/**
 * Nothing that the packages bring is started. It waits for an apt or dpkg that runs, and mends one that was cut short.
 */
function script(packages) {
    const withDocker = packages.includes('docker.io');
    return `export DEBIAN_FRONTEND=noninteractive
policy=${policy_file/* policyFile */.X}
${removePolicy()}
put_policy() {
  [ ! -e "$policy" ] && [ ! -L "$policy" ] || return 0
  ${(0,quote/* commandLine */.a)(['printf', '%s\\n', ...policyText])} >"$policy"
  chmod 755 "$policy"
}
trap ${(0,quote/* quote */.h)(removePolicy())} EXIT
deadline=$((SECONDS + 600))
until [ -z "$(dpkg --audit 2>/dev/null)" ] || { put_policy; said=$(DEPLOY_MINIPROGRAM_PACKAGES=mend dpkg --configure -a 2>&1); }; do
  printf '%s\\n' "$said"
  printf '%s\\n' "$said" | grep -qiE ${(0,quote/* quote */.h)(locked)} || failure PACKAGES_BROKEN "said=$(printf '%s\\n' "$said" | grep -E '^dpkg: |^ [a-z0-9]' | tail -n 3)"
  [ "$SECONDS" -lt "$deadline" ] || failure PACKAGES_LOCKED manager=apt
  echo 'waiting for dpkg'; sleep 2
done
echo 'reading the package lists'
until said=$(apt-get -q ${patience} update 2>&1); do
  printf '%s\\n' "$said"
  printf '%s\\n' "$said" | grep -qiE ${(0,quote/* quote */.h)(locked)} || failure PACKAGES_UNREACHABLE lists=${sourceLists} "said=$(printf '%s\\n' "$said" | grep -E '^(E|Err|W):' | tail -n 2)"
  [ "$SECONDS" -lt "$deadline" ] || failure PACKAGES_LOCKED manager=apt
  sleep 2
done
printf '%s\\n' "$said" | grep -E '^(E|Err|W):' || true
# With a source that does not answer apt-get update succeeds: older lists may do.
unread=$(printf '%s\\n' "$said" | grep -E '^W: Failed to fetch' | tail -n 2) || true
log=$(mktemp ${lock_script/* lockFolder */.MS}/apt.XXXXXX)
put_policy
client=${withDocker ? `$(${client})` : ''}
# $client unquoted: none, or several names.
if ! DEPLOY_MINIPROGRAM_PACKAGES=install ${installCommand(packages)} $client >"$log" 2>&1; then
  tail -n 30 "$log" >&2
  removed=$(awk '/^(The following packages will be REMOVED|REMOVING):/ { on = 1; next } !/^ / { on = 0 } on { gsub(/\\*/, ""); print }' "$log" | tr -s ' \\n' ' ')
  if [ -n "$removed" ]; then
    rm -f "$log"
    failure PACKAGES_REMOVE "command=${installCommand(packages)}\${client:+ $(echo $client)}" "packages=${packages.join(' ')}" "removed=\${removed# }"
  fi
  ! grep -qiE ${(0,quote/* quote */.h)(locked)} "$log" || { rm -f "$log"; failure PACKAGES_LOCKED manager=apt; }
  # They may stand at the end of a line that tells of progress.
  said=$(sed -n 's/^\\(.*\\.\\.\\. *\\)\\{0,1\\}E: /E: /p' "$log" | tail -n 2)
  fetched=yes
  ! printf '%s\\n' "$said" | grep -qE '^E: (Failed|Unable) to fetch' || fetched=no
  [ -z "$unread" ] || ! printf '%s\\n' "$said" | grep -qE '^E: (Unable to locate|Package .* has no installation candidate)' || { fetched=no said=$unread; }
  rm -f "$log"
  [ $fetched = yes ] || failure PACKAGES_UNREACHABLE lists=${sourceLists} "said=$said"
  failure PACKAGES_NOT_INSTALLED manager=apt-get "packages=${packages.join(' ')}" "said=$said"
fi
grep -E '^(Setting up|Unpacking)' "$log" || true
rm -f "$log"`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/packages/restart-nginx.js
/** Where systemd is told that an nginx which we installed comes back; the name says whose it is. */
const restartFile = '/etc/systemd/system/nginx.service.d/deploy-miniprogram-backend.conf';
/**
 * Bash that has systemd start nginx again when it fails; for an nginx that this run installed. At 5 s a start, the limit of
 * systemd (5 starts in 10 s) is never met: it comes back as soon as its configuration passes. Needs the prelude in front.
 */
const restartNginx = `if [ -d /run/systemd/system ] && [ ! -e ${restartFile} ]; then
  mkdir -p ${restartFile.slice(0, restartFile.lastIndexOf('/'))}
  cat >${restartFile}.new <<'EOF'
# Written by deploy-miniprogram-backend, which installed nginx on this server.
[Service]
Restart=on-failure
RestartSec=5
EOF
  put_in_place ${restartFile}.new ${restartFile}
  systemctl daemon-reload
fi`;

;// CONCATENATED MODULE: ./.build/lib/resources/packages/docker-repository.js

/** Where the repository file of the Docker Engine lies on RHEL's family, whose own repositories have no engine. */
const dockerRepositoryFile = '/etc/yum.repos.d/deploy-miniprogram-docker.repo';
/** Docker's own packages, and Tencent's copy of them: from inside its network the other one is hardly reachable. */
const dockerPackages = 'https://download.docker.com';
const tencentPackages = 'https://mirrors.cloud.tencent.com/docker-ce';
/**
 * The lines of that file, for `major` of Enterprise Linux. The version is written out, because `$releasever` of TencentOS
 * and OpenCloudOS counts otherwise; `$basearch` is the package manager's own word for the machine.
 */
function dockerRepository(system, major) {
    const origin = system.tencentInstance === undefined ? dockerPackages : tencentPackages;
    const folder = `${origin}/linux/${system.id === 'rhel' && major > 7 ? 'rhel' : 'centos'}`;
    return [
        '[deploy-miniprogram-docker]',
        'name=Docker Engine',
        `baseurl=${folder}/${major}/$basearch/stable`,
        'enabled=1',
        'gpgcheck=1',
        `gpgkey=${folder}/gpg`,
    ];
}
/** The command that writes the file. */
function writeRepository(system, major) {
    return `${(0,quote/* commandLine */.a)(['printf', '%s\\n', ...dockerRepository(system, major)])} >${dockerRepositoryFile}`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/packages/rhel-script.js



/** One that finds another running ends at once with exit code 200 instead of waiting without end (dnf(8), yum.conf(5)). */
function rhel_script_installCommand(major, packages) {
    const own = major === 7
        ? ['yum', '-y', '--setopt=exit_on_lock=True', '--setopt=skip_missing_names_on_install=False']
        : ['dnf', '-y', '--setopt=exit_on_lock=True', '--setopt=install_weak_deps=False'];
    return (0,quote/* commandLine */.a)([...own, 'install', ...packages]);
}
/** How the package managers say that a repository could not be reached. */
const unreachable = [
    'Cannot (download|retrieve) (repomd.xml|repository metadata|metalink)',
    'Failed to download metadata',
    'Could ?n.t resolve host',
    'Could not retrieve mirrorlist',
    'Cannot find a valid baseurl',
    'No more mirrors to try',
    'All mirrors were (already )?tried',
].join('|');
/** How they, and rpm below them, say that another one runs. */
const rhel_script_locked = 'transaction lock|(holding|acquire) the (yum|transaction) lock|Failed to obtain the transaction lock';
/**
 * awk: what a transaction takes away. A package that declares another one obsolete replaces it without being asked to; dnf
 * and yum have no option against that, but tell (`--assumeno`).
 */
const takenAway = `/^[[:space:]]+replacing[[:space:]]/ { print $2; next }
/^Removing/ { on = 1; next } /^[^[:space:]]/ || /^$/ { on = 0 } on { print $1 }`;
/**
 * Bash that installs `packages` and names its failures. What is installed is asked of rpm at the end: yum of CentOS 7 may
 * pass over names that it does not know.
 */
function rhelScript(system, major, packages) {
    const manager = major === 7 ? 'yum' : 'dnf';
    const withEpel = major === 7 && packages.includes('nginx');
    return `log=$(mktemp ${lock_script/* lockFolder */.MS}/${manager}.XXXXXX)
repository=
give_up() {
  tail -n 30 "$log" >&2
  said=$(grep -aE '^ *(- )?(Error|Curl error|No package|No match|Unable to find|Cannot|Could not)' "$log" | tail -n 2)
  rm -f "$log"
  # What is left behind is a repository that worked.
  [ -z "$repository" ] || rm -f "$repository"
  failure "$@" "said=$said"
}
deadline=$((SECONDS + 600))
install_packages() {
  local code
  while :; do
    code=0; "$@" --assumeno >"$log" 2>&1 || code=$?
    removed=$(awk ${(0,quote/* quote */.h)(takenAway)} "$log" | sort -u | tr '\\n' ' ')
    if [ -n "$removed" ]; then give_up PACKAGES_REMOVE "command=$*" ${(0,quote/* quote */.h)(`packages=${packages.join(' ')}`)} "removed=\${removed% }"; fi
    if [ "$code" -ne 200 ] && ! grep -qaE ${(0,quote/* quote */.h)(`${rhel_script_locked}|${unreachable}`)} "$log"; then
      code=0; "$@" >"$log" 2>&1 || code=$?
    fi
    [ "$code" -ne 0 ] || break
    if [ "$code" -eq 200 ] || grep -qaE ${(0,quote/* quote */.h)(rhel_script_locked)} "$log"; then
      [ "$SECONDS" -lt "$deadline" ] || give_up PACKAGES_LOCKED manager=${manager}
      echo 'waiting for ${manager}'; sleep 2
      continue
    fi
    if grep -qaE ${(0,quote/* quote */.h)(unreachable)} "$log"; then give_up PACKAGES_UNREACHABLE lists=/etc/yum.repos.d; fi
    give_up PACKAGES_NOT_INSTALLED manager=${manager} ${(0,quote/* quote */.h)(`packages=${packages.join(' ')}`)}
  done
  grep -aE '^ *(Installing|Upgrading) +:' "$log" || true
}
${packages.includes('docker-ce')
        ? `[ -e ${dockerRepositoryFile} ] || repository=${dockerRepositoryFile}
${writeRepository(system, major)}
`
        : ''}${withEpel ? `yum -q info nginx >/dev/null 2>&1 || install_packages ${rhel_script_installCommand(major, ['epel-release'])}\n` : ''}install_packages ${rhel_script_installCommand(major, packages)}
lacking=
for package in ${(0,quote/* commandLine */.a)(packages)}; do
  rpm -q --whatprovides "$package" >/dev/null 2>&1 || lacking="$lacking $package"
done
[ -z "$lacking" ] || give_up PACKAGES_NOT_INSTALLED manager=${manager} "packages=\${lacking# }"
rm -f "$log"`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/packages/rhel.js


/** Which Enterprise Linux each version of a distribution is compatible with. */
const compatible = {
    tencentos: { '2': 7, '3': 8, '4': 9 },
    opencloudos: { '8': 8, '9': 9 },
    centos: { '7': 7, '8': 8, '9': 9 },
    rhel: { '8': 8, '9': 9 },
    rocky: { '8': 8, '9': 9 },
    almalinux: { '8': 8, '9': 9 },
};
/** The Enterprise Linux that a server is, or is compatible with; undefined where it is not said, or not known here. */
function majorOf(system) {
    const [version = ''] = system.version.split('.');
    const known = compatible[system.id];
    if (known !== undefined)
        return known[version];
    // Others count their versions as they like; PLATFORM_ID says whose packages they take.
    if (!system.like.some((id) => id === 'rhel' || id === 'centos' || id === 'fedora'))
        return undefined;
    const [, platform] = /^platform:el([89])$/.exec(system.platform) ?? [];
    return platform === undefined ? undefined : Number(platform);
}
/** RHEL's family. Its packages start nothing, unless an administrator's preset says so (systemd.preset(5)). */
function rhel(system, major) {
    return {
        docker: ['docker-ce', 'docker-ce-cli', 'containerd.io'],
        recommended: [],
        nginx: 'nginx',
        tools: {
            curl: 'curl',
            openssl: 'openssl',
            ss: 'iproute',
            flock: 'util-linux',
            setsid: 'util-linux',
            unshare: 'util-linux',
            tar: 'tar',
            sha256sum: 'coreutils',
        },
        selinux: major === 7 ? 'policycoreutils-python' : 'policycoreutils-python-utils',
        command: (packages) => [
            ...(packages.includes('docker-ce') ? [writeRepository(system, major)] : []),
            // Of CentOS 7's own repositories none has nginx.
            ...(major === 7 && packages.includes('nginx') ? [rhel_script_installCommand(major, ['epel-release'])] : []),
            rhel_script_installCommand(major, packages),
        ].join(' && '),
        script: (packages) => rhelScript(system, major, packages),
    };
}

;// CONCATENATED MODULE: ./.build/lib/resources/packages/packages.js







/** The family of a server; undefined where it is none whose package manager is known here. */
function familyOf(system) {
    const ids = [system.id, ...system.like];
    if (ids.includes('ubuntu'))
        return ubuntu;
    if (ids.includes('debian'))
        return debian;
    const major = majorOf(system);
    if (major !== undefined)
        return rhel(system, major);
    return system.apt && silentRelatives.includes(system.id) ? debian : undefined;
}
/** Distributions whose os-release does not say that they are made from Debian; some have editions that are not. */
const silentRelatives = ['deepin', 'uos', 'kylin', 'openkylin'];
/** What the server lacks, by the names of its family's packages; of an unknown family, by those of the programs. */
function missingPackages({ system, docker, nginx, selinux }) {
    const family = familyOf(system);
    return [
        ...(docker.state === 'missing' ? (family?.docker ?? ['docker']) : []),
        ...(nginx.state === 'missing' ? [family?.nginx ?? 'nginx'] : []),
        ...new Set(system.missingTools.map((tool) => family?.tools[tool] ?? tool)),
        ...(selinux.mode === 'enforcing' && !selinux.semanage ? [family?.selinux ?? 'semanage'] : []),
    ];
}
/** Why the server cannot be brought to "docker and nginx present", where it cannot. */
function provisionProblems(system, missing, installing) {
    if (missing.length === 0)
        return [];
    const family = familyOf(system);
    if (family === undefined) {
        return [(0,failure/* failure */.V2)('LINUX_UNKNOWN', { system: system.name || '-', missing: missing.join(', ') })];
    }
    if (installing === 'yes')
        return [];
    return [(0,failure/* failure */.V2)('PROVISION_NEEDED', { missing: missing.join(' '), command: family.command(missing), installing })];
}
/** The step that removes a policy-rc.d of ours that was left; none where there is none. */
function planPolicy({ policyLeft }) {
    if (!policyLeft)
        return [];
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'packages.policy',
            title: (0,messages_text/* text */.Qq)(`Remove ${policy_file/* policyFile */.X}`, `删除 ${policy_file/* policyFile */.X}`),
            reason: (0,messages_text/* text */.Qq)('an interrupted installation left it; it keeps services from starting', '安装中断时留下的，会阻止服务启动'),
            script: (0,lock_script/* underSharedLock */.VN)(removePolicy(), 120),
        },
    ];
}
/** The step that installs what is missing; none where nothing is. It starts nothing. */
function planPackages(system, missing) {
    const family = familyOf(system);
    if (missing.length === 0 || family === undefined)
        return [];
    const withNginx = missing.includes(family.nginx);
    const [engine] = family.docker;
    const recommended = engine !== undefined && missing.includes(engine) ? family.recommended : [];
    return [
        {
            kind: 'server',
            phase: 'provision',
            id: 'packages.install',
            title: (0,messages_text/* text */.Qq)(`Install ${missing.join(' ')}`, `安装 ${missing.join(' ')}`),
            reason: (0,messages_text/* text */.Qq)('missing on this server', '服务器上缺少'),
            diff: [
                ...missing,
                ...recommended.map((name) => `${name} (if ${engine} comes without it)`),
                ...(withNginx ? [restartFile] : []),
            ]
                .map((name) => `+ ${name}`)
                .join('\n'),
            streams: true,
            silentSeconds: 1800,
            script: (0,lock_script/* underSharedLock */.VN)([family.script(missing), ...(withNginx ? [restartNginx] : [])].join('\n'), 900),
        },
    ];
}


/***/ }),

/***/ 54517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ mirrorsIn),
/* harmony export */   p: () => (/* binding */ mergeDaemonJson)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/**
 * daemon.json with one more registry mirror; everything else in it stays as it is.
 * Throws `DAEMON_JSON_INVALID` when the file is not a JSON object: writing it anew would lose what somebody meant.
 */
function mergeDaemonJson(content, mirror) {
    const settings = parse(content);
    const mirrors = Array.isArray(settings['registry-mirrors']) ? settings['registry-mirrors'] : [];
    if (mirrors.includes(mirror))
        return content ?? '';
    return `${JSON.stringify({ ...settings, 'registry-mirrors': [...mirrors, mirror] }, null, 2)}\n`;
}
/** The registry mirrors that daemon.json names; none where it cannot be read. */
function mirrorsIn(content) {
    try {
        const mirrors = parse(content)['registry-mirrors'];
        return Array.isArray(mirrors) ? mirrors.filter((mirror) => typeof mirror === 'string') : [];
    }
    catch {
        return [];
    }
}
function parse(content) {
    if (content === undefined || content.trim() === '')
        return {};
    // Bytes that are no UTF-8 were replaced when it was read, and could not be written again.
    if (content.includes('\uFFFD'))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DAEMON_JSON_INVALID', {});
    try {
        const value = JSON.parse(content);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch {
        // Named below, together with JSON that is no object.
    }
    throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DAEMON_JSON_INVALID', {});
}


/***/ }),

/***/ 85625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ holdsPort),
/* harmony export */   W: () => (/* binding */ isRunning)
/* harmony export */ });
/** Whether a container runs, and so holds its ports. */
function isRunning({ status }) {
    return status === 'running' || status === 'restarting';
}
/** Whether a container set up by hand holds this port of the server. */
function holdsPort(container, port) {
    return container.published.some((published) => published.protocol === 'tcp' && published.port === port);
}


/***/ }),

/***/ 70679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ provisionedServer)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _nginx_configuration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52731);


/**
 * Narrows, once, what was surveyed after provisioning. Throws `NginxSyntaxError` as `parseDump` does, and `INTERNAL` where
 * Docker or nginx is still missing: such a server was refused or provisioned before.
 */
function provisionedServer(surveyed) {
    const { docker, nginx } = surveyed;
    if (docker.state !== 'running')
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INTERNAL', { detail: `docker is ${docker.state} after provisioning` });
    if (nginx.state === 'missing')
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INTERNAL', { detail: 'nginx is missing after provisioning' });
    return { ...surveyed, docker, nginx, configuration: (0,_nginx_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDump */ .o)(nginx.dump) };
}


/***/ }),

/***/ 64762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ imageArchitecture)
/* harmony export */ });
/** The architecture that `uname -m` tells, as images name it. */
function imageArchitecture(machine) {
    const names = {
        x86_64: 'amd64',
        aarch64: 'arm64',
        armv7l: 'arm',
        i686: '386',
        loongarch64: 'loong64',
    };
    return names[machine] ?? machine;
}


/***/ })

};
