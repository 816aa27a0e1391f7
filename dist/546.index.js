export const id = 546;
export const ids = [546];
export const modules = {

/***/ 53546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   leases: () => (/* binding */ leases)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1092);
/* harmony import */ var _resources_ssh_rule_ssh_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32347);


/** Who gives back what a run held when it died: an entry for each kind of lease. */
const leases = {
    [_resources_ssh_rule_ssh_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .sshRuleKind */ .Pn]: async (note, { tencent }) => {
        if (tencent === undefined)
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INTERNAL', { detail: 'no account to remove the SSH rule in' });
        await (0,_resources_ssh_rule_ssh_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .removeSshRules */ .kd)(tencent, note);
    },
};


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
    planToo: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('This plan adds a firewall rule for this runner and removes it when it finishes. It changes nothing else.', '本次计划会为本运行器添加一条防火墙规则，并在结束时移除，除此之外不做任何更改。'),
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1092);
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1092);

/** A call of Tencent's API that failed. Whoever called it may know better what its code means there. */
class ApiFailure extends _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    apiCode;
    mayHaveTakenEffect;
    constructor({ code, text, evidence }, { apiCode, mayHaveTakenEffect }, cause) {
        super(code, text, { evidence, cause });
        this.name = 'ApiFailure';
        this.apiCode = apiCode;
        this.mayHaveTakenEffect = mayHaveTakenEffect;
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

/***/ 73926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ exposures),
/* harmony export */   R4: () => (/* binding */ matchesPort),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   jt: () => (/* binding */ judgeForAddress),
/* harmony export */   tG: () => (/* binding */ judgeForWorld),
/* harmony export */   vM: () => (/* binding */ placeFor)
/* harmony export */ });
/* unused harmony export judgeList */
/* harmony import */ var _ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(500);

/** As many addresses as a ban has at most: those of a /8. Whoever refuses more does not ban, but closes the port. */
const largestBan = 2 ** 24;
/** Judges TCP connections to `port` from `addresses` by one list, as Tencent does: from the top, the first hit decides. */
function judgeList(list, port, addresses = [_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .everyAddress */ ._C]) {
    const accepted = [];
    const refused = [];
    const perhapsRefused = [];
    let undecided = addresses;
    for (const rule of list.rules) {
        const range = addressesOf(rule, port);
        if (range === undefined)
            continue;
        const decided = (0,_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(undecided, range);
        if (decided.length === 0)
            continue;
        if (bansUnknown(rule)) {
            // Whoever it does not mean goes on to the next rule.
            perhapsRefused.push({ list, rule, addresses: decided });
            continue;
        }
        (rule.action === 'ACCEPT' ? accepted : refused).push({ list, rule, addresses: decided });
        undecided = (0,_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(undecided, range);
    }
    return { accepted, refused, perhapsRefused, undecided };
}
/**
 * Judges by all lists of an instance. In which order Tencent asks several security groups is not known, so that what is
 * said holds in every order: an address is let in if one group accepts it and none refuses it.
 */
function judge({ lists }, port, addresses = [_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .everyAddress */ ._C]) {
    const each = lists.map((list) => judgeList(list, port, addresses));
    const refused = each.flatMap((one) => one.refused);
    const refusedRanges = refused.flatMap((one) => one.addresses);
    const accepted = each.flatMap((one) => one.accepted
        .map((decision) => ({ ...decision, addresses: withoutAll(decision.addresses, refusedRanges) }))
        .filter((decision) => decision.addresses.length > 0));
    const undecided = each.reduce((left, one) => left.flatMap((range) => one.undecided.flatMap((other) => (0,_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)([range], other))), addresses);
    return { accepted, refused, perhapsRefused: each.flatMap((one) => one.perhapsRefused), undecided };
}
/**
 * Whether `port` is open to the world: no address is left to the end of the rules, and those that are refused are banned
 * one by one or by a template, which is the administrator's business. Half the world is no ban.
 */
function judgeForWorld(firewall, port) {
    const { refused, undecided } = judge(firewall, port);
    const by = refused.find(({ rule }) => !isBan(rule));
    return by === undefined && undecided.length === 0 ? { kind: 'open' } : { kind: 'closed', by };
}
/** Whether connections to `port` from one IPv4 address are let in. Throws where it is none. */
function judgeForAddress(firewall, port, address) {
    const range = (0,_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .rangeOf */ .be)(address);
    if (range === undefined)
        throw new RangeError(`no IPv4 address: ${address}`);
    const { accepted, refused, perhapsRefused } = judge(firewall, port, [range]);
    const [by] = [...refused, ...perhapsRefused];
    if (by !== undefined)
        return { kind: 'closed', by };
    return accepted.length > 0 ? { kind: 'open' } : { kind: 'closed', by: undefined };
}
/**
 * Where in one list a rule that lets everybody (or `among`) in to `port` has to stand: before the first rule that
 * refuses more than a ban does, so that the bans above it stay; at the end, where no rule decides; else nowhere.
 * A rule for one address goes before whichever rule refuses it.
 */
function placeFor(list, port, among) {
    const { refused, perhapsRefused, undecided } = judgeList(list, port, among && [among]);
    const inTheWay = among === undefined ? refused.filter(({ rule }) => !isBan(rule)) : [...refused, ...perhapsRefused];
    if (inTheWay.length > 0)
        return Math.min(...inTheWay.map(({ rule }) => rule.index));
    return undecided.length > 0 ? 'end' : 'nowhere';
}
/** A port that only a rule for all ports lets the world in to. */
const unusedPort = 64_999;
/** Which of `ports` the world reaches; where one rule opens all ports, that alone. */
function exposures(firewall, ports) {
    const everything = widest(firewall, unusedPort);
    if (everything !== undefined && coversAllPorts(everything.rule))
        return [{ port: 'everything', by: everything }];
    return [...new Set(ports)].flatMap((port) => {
        const by = widest(firewall, port);
        return by === undefined ? [] : [{ port, by }];
    });
}
/** The rule that lets more than a ban's worth of addresses in, the widest one. */
function widest(firewall, port) {
    return judge(firewall, port)
        .accepted.filter(({ addresses }) => (0,_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeOf */ .$d)(addresses) > largestBan)
        .toSorted((one, other) => (0,_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeOf */ .$d)(other.addresses) - (0,_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeOf */ .$d)(one.addresses))[0];
}
function coversAllPorts({ ports }) {
    return matchesPort(ports, 1) === true && matchesPort(ports, 65_535) === true;
}
function isBan(rule) {
    const range = rule.source === undefined ? undefined : (0,_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .rangeOf */ .be)(rule.source);
    return range !== undefined && (0,_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeOf */ .$d)([range]) <= largestBan;
}
/**
 * Whether a rule drops what comes from addresses that a template or another group names: an administrator's list of banned
 * ones, as a rule, over which nobody is let in. Whether it means one address is not known.
 */
function bansUnknown({ action, source, known }) {
    return action === 'DROP' && source === undefined && !known;
}
/** The addresses whose connections to `port` hit the rule; undefined: none does. */
function addressesOf({ protocol, ports, source, known, action }, port) {
    if (protocol !== 'TCP' && protocol !== 'ALL')
        return undefined;
    // Of IPv6.
    if (source === undefined && known)
        return undefined;
    const range = source === undefined ? undefined : (0,_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .rangeOf */ .be)(source);
    const hits = known ? matchesPort(ports, port) : undefined;
    if (hits === false)
        return undefined;
    if (hits === true && range !== undefined)
        return range;
    // What is not known counts against the port: such a rule lets nobody in, and may refuse whomever it could mean.
    return action === 'ACCEPT' ? undefined : (range ?? _ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .everyAddress */ ._C);
}
/** Whether `ALL`, `8014`, `80,443`, `8000-8100` has the port; undefined: it cannot be read. */
function matchesPort(ports, port) {
    if (ports.toUpperCase() === 'ALL')
        return true;
    const parts = ports.split(',').map((part) => /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part));
    if (parts.some((part) => part === null))
        return undefined;
    return parts.some((part) => Number(part?.[1]) <= port && port <= Number(part?.[2] ?? part?.[1]));
}
function withoutAll(ranges, others) {
    return others.reduce((left, range) => (0,_ipv4_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(left, range), ranges);
}


/***/ }),

/***/ 500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   _C: () => (/* binding */ everyAddress),
/* harmony export */   be: () => (/* binding */ rangeOf),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
/** Every IPv4 address. */
const everyAddress = { first: 0, last: 2 ** 32 - 1 };
/** The addresses of `1.2.3.4` or `10.0.0.0/8` (bits behind the prefix do not count); undefined: neither. */
function rangeOf(cidr) {
    const [, address = '', length = '32'] = /^(\d{1,3}(?:\.\d{1,3}){3})(?:\/(\d{1,2}))?$/.exec(cidr.trim()) ?? [];
    const bytes = address.split('.').map(Number);
    const size = 2 ** (32 - Number(length));
    if (bytes.length !== 4 || bytes.some((byte) => byte > 255) || Number(length) > 32)
        return undefined;
    const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    const first = Math.floor(number / size) * size;
    return { first, last: first + size - 1 };
}
/** What of `ranges` is in `range`. */
function within(ranges, range) {
    return ranges
        .map(({ first, last }) => ({ first: Math.max(first, range.first), last: Math.min(last, range.last) }))
        .filter(({ first, last }) => first <= last);
}
/** What of `ranges` is not in `range`. */
function without(ranges, range) {
    return ranges
        .flatMap(({ first, last }) => [
        { first, last: Math.min(last, range.first - 1) },
        { first: Math.max(first, range.last + 1), last },
    ])
        .filter(({ first, last }) => first <= last);
}
/** How many addresses are in `ranges`, none of which overlap. */
function sizeOf(ranges) {
    return ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
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
