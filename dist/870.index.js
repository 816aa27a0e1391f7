export const id = 870;
export const ids = [870];
export const modules = {

/***/ 36008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  giveBackNoted: () => (/* binding */ giveBackNoted),
  I: () => (/* binding */ giveBackOrphans),
  p: () => (/* binding */ withLease)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/lease.js

/** What is said of what a run has only for its own time, and gives back at its end. */
const leaseMessages = {
    triedAgain: (title, { code, text: { what } }) => (0,messages_text/* text */.Qq)(`Could not be removed: ${title.en} (${code}: ${what.en}). The post step of this run tries again.`, `未能移除：${title.zh}（${code}：${what.zh}）。本次运行的 post 步骤会重试。`),
    givenBack: (title) => (0,messages_text/* text */.Qq)(`Removed: ${title.en}.`, `已移除：${title.zh}。`),
    left: (title, { code, text: { what } }) => (0,messages_text/* text */.Qq)(`Could not be removed: ${title.en} (${code}: ${what.en}). The next run removes it.`, `未能移除：${title.zh}（${code}：${what.zh}）。下次运行会移除。`),
    orphan: (title) => (0,messages_text/* text */.Qq)(`Removed what an interrupted run left: ${title.en}.`, `已移除被中断的运行留下的：${title.zh}。`),
    orphansLeft: (title, { code, text: { what } }) => (0,messages_text/* text */.Qq)(`What interrupted runs left could not be removed: ${title.en} (${code}: ${what.en}). The next run tries again.`, `未能移除被中断的运行留下的：${title.zh}（${code}：${what.zh}）。下次运行会重试。`),
};

// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
;// CONCATENATED MODULE: ./.build/lib/engine/lease.js



/**
 * Does `work` while `lease` is held, and gives it back whatever becomes of the work, unless the post step needs it. It is noted before it is taken: a run
 * that dies in between must not leave it unknown. What cannot be given back is warned of and stays noted.
 */
async function withLease(lease, run, work) {
    if (run.cancelled.aborted)
        throw (0,cancel/* reasonOf */.A)(run.cancelled);
    const { kind, title, intention } = lease;
    const id = `${kind} ${JSON.stringify(intention)}`;
    let held = intention;
    const hold = (note) => {
        held = note;
        run.noteLease(id, { kind, title, note });
    };
    hold(intention);
    try {
        hold(await (0,cancel/* unlessCancelled */.M)(() => lease.take(), run.graceOver));
        if (run.cancelled.aborted)
            throw (0,cancel/* reasonOf */.A)(run.cancelled);
        // It ends by itself when the run is cancelled, and may need the lease to its end.
        return await work();
    }
    finally {
        if (!(lease.neededLater?.() ?? false)) {
            const failed = await giveBack(() => lease.giveBack(held), run.graceOver);
            if (failed === undefined)
                run.noteLease(id, undefined);
            else
                run.log.warning(leaseMessages.triedAgain(title, failed));
        }
    }
}
/**
 * Gives back what runs left that died with their post step. `find` tells what there is of a kind, whoever took it; `isOver`
 * of each whether the run that took it is over: whether its lock is free. Never throws: the next run tries again.
 */
async function giveBackOrphans({ title, find, giveBack: back }, isOver, { log, cancelled }) {
    try {
        for (const note of await (0,cancel/* unlessCancelled */.M)(find, cancelled)) {
            if (!(await (0,cancel/* unlessCancelled */.M)(() => isOver(note), cancelled)))
                continue;
            await (0,cancel/* unlessCancelled */.M)(() => back(note), cancelled);
            log.info(leaseMessages.orphan(title));
        }
    }
    catch (error) {
        log.warning(leaseMessages.orphansLeft(title, (0,failure/* failuresOf */.dJ)(error)[0]));
    }
}
/** Gives back, the last one first, what a run noted and could not give back itself, and says so. Never throws. */
async function giveBackNoted(notes, kinds, known, log, limit) {
    for (const { kind, title, note } of notes.toReversed()) {
        const back = kinds[kind] ?? (() => Promise.reject((0,failure/* failure */.V2)('INTERNAL', { detail: `lease ${kind}` })));
        const failed = await giveBack(() => back(note, known), limit);
        if (failed === undefined)
            log.info(leaseMessages.givenBack(title));
        else
            log.warning(leaseMessages.left(title, failed));
    }
}
async function giveBack(work, limit) {
    try {
        await (0,cancel/* unlessCancelled */.M)(work, limit);
        return undefined;
    }
    catch (error) {
        return (0,failure/* failuresOf */.dJ)(error)[0];
    }
}


/***/ }),

/***/ 12428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ sshRuleMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** What is said of the rule that opens SSH for the runner for the time of the run. */
const sshRuleMessages = {
    group: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Open SSH for this runner', '为本运行器放行 SSH'),
    title: (instance, port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`the firewall rule of ${instance} that allows SSH (TCP ${port}) from this runner`, `${instance} 防火墙中允许本运行器 SSH（TCP ${port}）的规则`),
    leftoverTitle: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('a firewall rule that allows SSH from the runner of an earlier run', '防火墙中允许之前运行的运行器 SSH 的规则'),
    opened: (instance, port, address) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The firewall of ${instance} now allows TCP ${port} from ${address}, until this run finishes.`, `${instance} 的防火墙现已允许 ${address} 访问 TCP ${port}，直到本次运行结束。`),
    openedForCaller: (instance, port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The firewall of ${instance} now allows TCP ${port} from this runner, until this run finishes. The API does not report the address.`, `${instance} 的防火墙现已允许本运行器访问 TCP ${port}，直到本次运行结束。API 没有返回具体地址。`),
    openedByAnother: (instance, port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The firewall of ${instance} already has a rule that allows TCP ${port} from this address. This run does not remove it.`, `${instance} 的防火墙已有允许该地址访问 TCP ${port} 的规则。本次运行不会移除它。`),
    alreadyOpen: (instance, port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The firewall of ${instance} already allows TCP ${port} for this runner: no rule is added.`, `${instance} 的防火墙已允许本运行器访问 TCP ${port}，无需添加规则。`),
    planToo: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('This run adds a firewall rule for this runner and removes it when it finishes. It changes nothing else.', '本次运行会为本运行器添加一条防火墙规则，并在结束时移除，除此之外不做任何修改。'),
    shared: (group, others) => others === undefined
        ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The rule is in the security group ${group}, which may also apply to other instances.`, `该规则位于安全组 ${group}，该安全组可能还关联了其他实例。`)
        : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The rule is in the security group ${group}, which also applies to ${others} other ${others === 1 ? 'instance or network interface' : 'instances or network interfaces'}.`, `该规则位于安全组 ${group}，该安全组还关联了另外 ${others} 个实例或网卡。`),
    leftovers: (port, source, made) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`An interrupted run left a firewall rule: TCP ${port} from ${source}, added at ${made}. The next deploy removes it.`, `被中断的运行留下了一条防火墙规则：${made} 添加的 TCP ${port}，来源 ${source}。下次部署会移除。`),
};


/***/ }),

/***/ 91116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zz: () => (/* binding */ renderSshRuleDescription),
/* harmony export */   lb: () => (/* binding */ readSshRuleDescription)
/* harmony export */ });
/* unused harmony export tokenForm */
/** The form of a run's token. */
const tokenForm = '[0-9a-f]{8}';
const form = new RegExp(`^deploy-miniprogram-backend ssh ([1-9]\\d{0,4}) (${tokenForm}) (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d)Z$`);
/** The description of a rule, at most 64 characters: more is refused. */
function renderSshRuleDescription({ port, token, made }) {
    return `deploy-miniprogram-backend ssh ${port} ${token} ${made.toISOString().slice(0, 16)}Z`;
}
/** What the description of a rule of ours says; undefined: it has not our form. */
function readSshRuleDescription(description) {
    const [, port = '', token = '', minute = ''] = form.exec(description.trim()) ?? [];
    const made = new Date(`${minute}Z`);
    if (token === '' || Number(port) > 65535 || Number.isNaN(made.getTime()))
        return undefined;
    return { port: Number(port), token, made };
}


/***/ }),

/***/ 32347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pn: () => (/* binding */ sshRuleKind),
/* harmony export */   VH: () => (/* binding */ listsToOpen),
/* harmony export */   kd: () => (/* binding */ removeSshRules),
/* harmony export */   nm: () => (/* binding */ sshRule),
/* harmony export */   zY: () => (/* binding */ isSshRule)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _messages_ssh_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12428);
/* harmony import */ var _tencent_firewall_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83192);
/* harmony import */ var _tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73926);
/* harmony import */ var _tencent_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(500);
/* harmony import */ var _tencent_read_firewall_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41727);
/* harmony import */ var _description_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91116);







/** What stands for the address of whoever calls, in a rule of a security group that is written. */
const caller = 'MY_PUBLIC_IP';
/** The kind by which a note tells who gives it back. */
const sshRuleKind = 'ssh-rule';
/** Whether a rule is one that a run made for its runner, and that nobody has changed since (rule *Ours*). */
function isSshRule({ protocol, ports, source, action, description }) {
    const said = (0,_description_js__WEBPACK_IMPORTED_MODULE_6__/* .readSshRuleDescription */ .lb)(description);
    return (said !== undefined &&
        protocol === 'TCP' &&
        action === 'ACCEPT' &&
        ports === String(said.port) &&
        source !== undefined &&
        (source === caller || addressOf(source) !== undefined));
}
/** The one address that a rule's source is; undefined: it is several, or stands for one that is not known. */
function addressOf(source) {
    return /^(\d+\.\d+\.\d+\.\d+)(?:\/32)?$/.exec(source)?.[1];
}
/**
 * The lists that need a rule so that the runner is let in; none where it is already, for good. What runs opened for
 * their own time does not count, since each closes its own.
 * Throws SSH_FROM_RUNNER_ADDRESS and SSH_FROM_RUNNER_DROP where a Lighthouse firewall cannot be opened.
 */
function listsToOpen(firewall, opening) {
    const { instance, lists } = withoutSshRules(firewall);
    const { port, address } = opening;
    const verdict = address === undefined ? (0,_tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeForWorld */ .tG)({ lists }, port) : (0,_tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeForAddress */ .jt)({ lists }, port, address);
    if (verdict.kind === 'open' || lists.length === 0)
        return [];
    if (instance.kind === 'lighthouse') {
        if (address === undefined)
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('SSH_FROM_RUNNER_ADDRESS', { instance: instance.id, port });
        if (verdict.by !== undefined)
            throw dropped(instance, port, address, verdict.by.rule);
    }
    const refusing = lists.filter((list) => typeof (0,_tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .placeFor */ .vM)(list, port, rangeFor(address)) === 'number');
    // One that other servers share only where there is no other.
    const fewest = lists.toSorted((one, other) => (one.others ?? 1) - (other.others ?? 1)).slice(0, 1);
    const ids = (refusing.length > 0 ? refusing : fewest).map(({ id }) => id);
    return firewall.lists.filter(({ id }) => ids.includes(id));
}
function withoutSshRules({ instance, lists }) {
    return { instance, lists: lists.map((list) => ({ ...list, rules: list.rules.filter((rule) => !isSshRule(rule)) })) };
}
function rangeFor(address) {
    return (address === undefined ? undefined : (0,_tencent_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_4__/* .rangeOf */ .be)(address)) ?? _tencent_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_4__/* .everyAddress */ ._C;
}
function dropped({ id }, port, address, rule) {
    const shown = `${rule.protocol} ${rule.ports}, ${rule.source ?? '?'}`;
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('SSH_FROM_RUNNER_DROP', { instance: id, port, address, rule: shown });
}
/**
 * A rule in each of `lists` that lets the runner in. `tell` hears what it became. It can still be given back when the run
 * is cancelled: `tencent` must live as long.
 */
function sshRule(tencent, { instance, lists: all }, lists, opening, tell) {
    const { port, address, token } = opening;
    const { kind, id, region } = instance;
    const note = { instance: { kind, id, region }, lists: lists.map((list) => list.id), token };
    const rule = {
        ports: String(port),
        source: address === undefined ? caller : `${address}/32`,
        description: (0,_description_js__WEBPACK_IMPORTED_MODULE_6__/* .renderSshRuleDescription */ .Zz)(opening),
    };
    const range = rangeFor(address);
    return {
        kind: sshRuleKind,
        title: _messages_ssh_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .sshRuleMessages */ .b.title(id, port),
        intention: note,
        take: async () => {
            const written = new Map();
            for (const list of lists)
                written.set(list.id, await (0,_tencent_firewall_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .addRule */ .W)(tencent, instance, list, rule, (now) => (0,_tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .placeFor */ .vM)(now, port, range)));
            const now = all.map((list) => written.get(list.id) ?? list);
            const ours = now.flatMap((list) => list.rules).filter((one) => isSshRule(one) && one.ports === rule.ports);
            const own = ours.filter((one) => isOf(one, token));
            const seen = address ?? own.map(({ source }) => addressOf(source ?? '')).find((one) => one !== undefined);
            const verdict = seen === undefined ? undefined : (0,_tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeForAddress */ .jt)({ lists: now }, port, seen);
            if (verdict?.kind === 'closed' && verdict.by !== undefined && seen !== undefined)
                throw dropped(instance, port, seen, verdict.by.rule);
            const another = ours.some(({ source = '' }) => address === undefined || addressOf(source) === address);
            tell({ address: seen, own: own.length > 0 || !another });
            return note;
        },
        giveBack: (held) => removeSshRules(tencent, held),
    };
}
function isOf(rule, token) {
    return isSshRule(rule) && (0,_description_js__WEBPACK_IMPORTED_MODULE_6__/* .readSshRuleDescription */ .lb)(rule.description)?.token === token;
}
/** Removes what there is of a run's rules, read afresh. Throws `ApiFailure`. */
async function removeSshRules(tencent, { instance, lists, token }) {
    for (const id of lists) {
        const list = await (0,_tencent_read_firewall_js__WEBPACK_IMPORTED_MODULE_5__/* .readRuleList */ .fc)(tencent, instance, id);
        await (0,_tencent_firewall_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .removeRule */ .t)(tencent, instance, list, (rule) => isOf(rule, token));
    }
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

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


/***/ })

};
