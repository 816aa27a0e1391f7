export const id = 621;
export const ids = [621];
export const modules = {

/***/ 36008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  giveBackNoted: () => (/* binding */ giveBackNoted),
  I: () => (/* binding */ giveBackOrphans),
  p: () => (/* binding */ withLease)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 59 modules
var failure = __webpack_require__(86732);
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);
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

/***/ 80039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RW: () => (/* binding */ clearValidationRecords),
  Du: () => (/* binding */ removeValidationRecord),
  TJ: () => (/* binding */ validationRecordKind),
  ng: () => (/* binding */ withValidationRecord)
});

// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/engine/lease.js + 1 modules
var lease = __webpack_require__(36008);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 59 modules
var failure = __webpack_require__(86732);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/validation-record.js

/** What is said of the record by which the owner of a domain is validated for a certificate. */
const validationRecordMessages = {
    title: (name, type) => (0,messages_text/* text */.Qq)(`the validation record ${name} (${type})`, `域名验证记录 ${name}（${type}）`),
    leftoverTitle: (domain) => (0,messages_text/* text */.Qq)(`a validation record for the certificate of ${domain}`, `${domain} 证书的域名验证记录`),
    there: (name, type) => (0,messages_text/* text */.Qq)(`DNSPod already has the validation record ${name} (${type}).`, `DNSPod 中已有域名验证记录 ${name}（${type}）。`),
    added: (name, type) => (0,messages_text/* text */.Qq)(`Added the validation record ${name} (${type}). The run removes it after the validation.`, `已添加域名验证记录 ${name}（${type}），验证结束后会移除。`),
    servers: (right, behind) => behind === ''
        ? (0,messages_text/* text */.Qq)(`All name servers return the validation record: ${right}`, `所有 DNS 服务器均已返回域名验证记录：${right}`)
        : (0,messages_text/* text */.Qq)(`Name servers with the validation record: ${right || 'none'}; not yet: ${behind}`, `已返回域名验证记录的 DNS 服务器：${right || '无'}；尚未返回：${behind}`),
};

// EXTERNAL MODULE: ./.build/lib/tencent/read-records.js
var read_records = __webpack_require__(14573);
// EXTERNAL MODULE: ./.build/lib/tencent/read-zone.js
var read_zone = __webpack_require__(12673);
// EXTERNAL MODULE: ./.build/lib/resources/dns-writing.js
var dns_writing = __webpack_require__(7326);
// EXTERNAL MODULE: ./.build/lib/resources/name-servers.js
var name_servers = __webpack_require__(37392);
// EXTERNAL MODULE: ./.build/lib/resources/zone-problems.js
var zone_problems = __webpack_require__(31145);
// EXTERNAL MODULE: ./.build/lib/tencent/api-failure.js
var api_failure = __webpack_require__(47371);
// EXTERNAL MODULE: ./.build/lib/resources/dns-lines.js
var dns_lines = __webpack_require__(20125);
// EXTERNAL MODULE: ./.build/lib/resources/dns-refusal.js
var dns_refusal = __webpack_require__(84106);
;// CONCATENATED MODULE: ./.build/lib/resources/validation-record/in-the-way.js


/** The record of the default line that has what is wanted already, whoever added it. */
function recordThere(wanted, records) {
    return records.find((record) => record.enabled && (0,dns_lines/* isDefaultLine */.I)(record) && (0,dns_writing/* isAs */.br)(record, wanted));
}
/** The records that keep the wanted one from being added, or from being seen by all. */
function recordsInTheWay(wanted, { host, records }) {
    const there = recordThere(wanted, records);
    return records.filter((record) => {
        // Those of the zone's own name are the zone's servers.
        if (record === there || (record.type === 'NS' && host === '@'))
            return false;
        // A second one of the same value is refused.
        if (!record.enabled)
            return there === undefined && (0,dns_lines/* isDefaultLine */.I)(record) && (0,dns_writing/* isAs */.br)(record, wanted);
        if (wanted.type === 'CNAME' || record.type === 'NS' || (0,dns_lines/* isAlias */.V)(record))
            return true;
        // Whoever asks from that line gets nothing of the default one.
        return record.type === wanted.type && !(0,dns_lines/* isDefaultLine */.I)(record);
    });
}
/** Records as a message names them. */
function wordsOf(records) {
    return records
        .map((record) => {
        const { type, value, line, enabled } = record;
        return `${type} ${value}${(0,dns_lines/* isDefaultLine */.I)(record) ? '' : ` (${line})`}${enabled ? '' : ' (paused)'}`;
    })
        .join(', ');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/lib/tencent/remark.js
var tencent_remark = __webpack_require__(49690);
;// CONCATENATED MODULE: ./.build/lib/resources/validation-record/own-remark.js


/** How long the part of the remark that names the use may be, so that remark and hash stay within 120 characters. */
const most = 70;
/** What stands in the remark for the application: `validates:api.example.com@203.0.113.5`. */
function useOf({ domain, host }) {
    const plain = `validates:${domain}@${host}`.toLowerCase();
    return plain.length <= most && /^[\x21-\x7e]+$/.test(plain) ? plain : `validates:${hashOf(plain, 32)}`;
}
/** The remark of a record with this value. */
function validationRemark(use, value, run) {
    return (0,tencent_remark/* renderRemark */.PJ)({ app: use, value: hashOfValue(value), run });
}
/** Whether a record was added for this use, and its value not changed since (rule *Ours*). */
function isOwnValidation({ remark, value }, use) {
    const said = (0,tencent_remark/* readRemark */.RC)(remark);
    return said !== undefined && said.app === use && said.value === hashOfValue(value);
}
/** Whether a remark names this run; a long name is cut there. */
function isOfRun({ remark }, run) {
    return run.startsWith((0,tencent_remark/* readRemark */.RC)(remark)?.run ?? '');
}
/** The same for a name with a dot at its end and without, however it is spelt. */
function hashOfValue(value) {
    return hashOf(value.replace(/\.$/, '').toLowerCase(), 12);
}
function hashOf(value, length) {
    return (0,external_node_crypto_.createHash)('sha256').update(value).digest('hex').slice(0, length);
}

;// CONCATENATED MODULE: ./.build/lib/resources/validation-record/add.js








/**
 * Adds the record where the zone as it was read has none of its value, and gives its id; undefined: it is there, and lists
 * do not show it. Throws VALIDATION_RECORD_CONFLICT, what DNSPod's refusal means, and `ApiFailure`.
 */
async function addValidationRecord(wanted, writing, run) {
    const { zone, log } = writing;
    const { name, type, value } = wanted;
    const there = recordThere(wanted, zone.records);
    if (there !== undefined) {
        log.info(validationRecordMessages.there(name, type));
        return there.id;
    }
    const content = { type, value, remark: validationRemark(useOf(wanted), value, run) };
    try {
        const id = await (0,dns_writing/* createRecord */.eC)(content, writing);
        log.info(validationRecordMessages.added(name, type));
        return id;
    }
    catch (error) {
        if (!(0,api_failure/* hasApiCode */.ii)(error, 'InvalidParameter.DomainRecordExist')) {
            throw (0,dns_refusal/* refusalOf */.O)(error, zone, (detail, options) => (0,dns_refusal/* isConflict */.d)(detail) ? conflict(wanted, detail, options) : undefined);
        }
        log.info(validationRecordMessages.there(name, type));
        const shown = await (0,dns_writing/* findListed */.dt)((record) => (0,dns_lines/* isDefaultLine */.I)(record) && (0,dns_writing/* isAs */.br)(record, wanted), writing);
        if (shown?.enabled === false)
            throw conflict(wanted, wordsOf([shown]), { cause: error });
        return shown?.id;
    }
}
function conflict({ name, type, value }, found, options) {
    return (0,failure/* failure */.V2)('VALIDATION_RECORD_CONFLICT', { name, type, value, found }, options);
}

;// CONCATENATED MODULE: ./.build/lib/resources/validation-record/validation-record.js












/** The kind by which a note tells who gives it back. */
const validationRecordKind = 'validation-record';
/**
 * Does `work` while the record is there and all authoritative servers answer it. One that somebody else has added with the
 * same value is used, and stays. Throws VALIDATION_ZONE_MISSING, VALIDATION_RECORD_CONFLICT and VALIDATION_SERVERS_BEHIND,
 * what keeps the zone from resolving, and `ApiFailure`.
 */
async function withValidationRecord(tencent, wanted, run, work, ask = (0,name_servers/* askOverNetwork */.O)()) {
    const { name, type, value } = wanted;
    const zone = await (0,read_zone/* readZone */.X)(tencent, name, (zones) => (0,failure/* failure */.V2)('VALIDATION_ZONE_MISSING', { name, zones }));
    (0,failure/* throwAll */.Kx)((0,zone_problems/* zoneProblems */.d)(wanted.domain, zone));
    const obstacles = recordsInTheWay(wanted, zone);
    if (obstacles.length > 0) {
        throw (0,failure/* failure */.V2)('VALIDATION_RECORD_CONFLICT', { name, type, value, found: wordsOf(obstacles) });
    }
    // The lease outlives a run that is cancelled.
    return (0,lease/* withLease */.p)(validationRecord(tencent.until(run.graceOver), wanted, zone, run), run, async () => {
        await (0,cancel/* unlessCancelled */.M)(() => awaitRecord(wanted, zone, run, ask), run.cancelled);
        return work();
    });
}
function validationRecord(tencent, wanted, zone, run) {
    const { name, type, value } = wanted;
    const place = { id: zone.id, name: zone.name, host: zone.host };
    const intention = { zone: place, type, value, use: useOf(wanted), run: run.name };
    return {
        kind: validationRecordKind,
        title: validationRecordMessages.title(name, type),
        intention,
        take: async () => {
            const id = await addValidationRecord(wanted, { zone, tencent, clock: run, log: run.log }, run.name);
            return id === undefined ? intention : { ...intention, id };
        },
        giveBack: (note) => removeValidationRecord(tencent, note),
    };
}
/** All servers that resolvers may ask: those of DNSPod, and those that the registry names. */
async function awaitRecord({ name, type, value }, { nameServers, delegatedTo }, run, ask) {
    const wanted = {
        name,
        type,
        servers: [...new Set([...nameServers, ...delegatedTo])],
        // Several may stand at the name: of other runs, other authorities.
        isRight: (answer) => answer.some((one) => (0,dns_writing/* isAs */.br)({ type, value: one }, { type, value })),
        told: validationRecordMessages.servers,
        failed: (servers, seconds) => (0,failure/* failure */.V2)('VALIDATION_SERVERS_BEHIND', { name, type, value, servers, seconds }),
    };
    await (0,name_servers/* awaitServers */.V)(wanted, ask, run, run.log);
}
/** Removes a run's record, if it is still as the run added it. Throws `ApiFailure`. */
async function removeValidationRecord(tencent, note) {
    const { zone, id, use, run } = note;
    if (id === undefined) {
        // Not one that the next run has added by now for the same order.
        const left = (await (0,read_records/* readRecords */.T3)(tencent, zone)).filter((one) => (0,dns_writing/* isAs */.br)(one, note) && isOwnValidation(one, use) && isOfRun(one, run));
        for (const record of left)
            await (0,dns_writing/* removeRecord */.GI)(record.id, { tencent, zone });
        return;
    }
    const found = await (0,read_records/* readRecord */.aE)(tencent, zone, id);
    // One that cannot be found may just not be shown yet; no other has its id.
    if (found === undefined || isOwnValidation(found, use))
        await (0,dns_writing/* removeRecord */.GI)(id, { tencent, zone });
}
/**
 * Removes what runs of this server have left that died with their post step. The caller holds the lock of the domain's
 * certificate on that server, so that those are over. Never throws: it warns.
 */
async function clearValidationRecords(tencent, of, run) {
    const use = useOf(of);
    const find = async () => {
        const zones = await (0,read_zone/* findZones */.t)(tencent, of.domain);
        const found = await Promise.all(zones.map(async (zone) => (await (0,read_records/* readRecords */.T3)(tencent, zone)).filter((one) => isOwnValidation(one, use)).map(({ id }) => ({ zone, id }))));
        return found.flat();
    };
    const orphans = {
        title: validationRecordMessages.leftoverTitle(of.domain),
        find,
        giveBack: ({ zone, id }) => (0,dns_writing/* removeRecord */.GI)(id, { tencent, zone }),
    };
    await (0,lease/* giveBackOrphans */.I)(orphans, async () => true, run);
}


/***/ }),

/***/ 12673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readZone),
/* harmony export */   t: () => (/* binding */ findZones)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47371);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10836);
/* harmony import */ var _read_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14573);




/** As many as DNSPod gives at once. */
const pageSize = 3000;
/**
 * The zone of the account that `domain` (in ASCII) is in, by the longest name, with the records that the host name has.
 * Throws what `missing` makes of the account's zones where none fits, and `ApiFailure`.
 */
async function readZone(tencent, domain, missing = (zones) => (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DNS_ZONE_MISSING', { domain, zones })) {
    const zones = await listZones(tencent);
    const [zone] = fitting(zones, domain);
    if (zone === undefined)
        throw missing(namesOf(zones));
    const place = { id: zone.id, name: zone.name, host: hostIn(zone.name, domain) };
    const [{ DomainInfo: info = {} }, records, registration] = await Promise.all([
        tencent.call('dnspod:DescribeDomain', { Domain: zone.name, DomainId: zone.id }),
        (0,_read_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readRecords */ .T3)(tencent, place),
        readRegistration(tencent, zone.name),
    ]);
    return {
        ...place,
        status: info.Status ?? zone.status,
        grade: info.Grade ?? '',
        ttl: info.TTL ?? 0,
        nameServers: (info.DnspodNsList ?? []).map(plainName),
        delegatedTo: (info.ActualNsList ?? []).map(plainName),
        records,
        registration,
    };
}
/** The zones of the account that `domain` (in ASCII) is in, the longest name first. Throws `ApiFailure`. */
async function findZones(tencent, domain) {
    return fitting(await listZones(tencent), domain);
}
async function listZones(tencent) {
    const found = await (0,_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .allPages */ .S)(tencent, 'dnspod:DescribeDomainList', { Type: 'ALL' }, {
        size: pageSize,
        page: ({ DomainList: items, DomainCountInfo: count }) => ({ items, total: count?.DomainTotal }),
    }).catch((error) => {
        if ((0,_api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .hasApiCode */ .ii)(error, 'ResourceNotFound.NoDataOfDomain'))
            return [];
        throw error;
    });
    return found.flatMap(({ DomainId: id, Punycode, Name, Status = '' }) => {
        const name = plainName(Punycode || Name || '');
        return id === undefined || name === '' ? [] : [{ id, name, status: Status }];
    });
}
function fitting(zones, domain) {
    const name = plainName(domain);
    return zones
        .filter((zone) => name === zone.name || name.endsWith(`.${zone.name}`))
        .toSorted((a, b) => b.name.length - a.name.length);
}
function hostIn(zone, domain) {
    const name = plainName(domain);
    return name === zone ? '@' : name.slice(0, -zone.length - 1);
}
/** A few of the zones, for a message. */
function namesOf(zones) {
    const names = zones.map(({ name }) => name);
    return names.length > 10 ? `${names.slice(0, 10).join(', ')}, …` : names.join(', ');
}
/**
 * What the registrar says; undefined where it is another one, or where these credentials may not ask: it is good to know,
 * and no more.
 */
async function readRegistration(tencent, zone) {
    try {
        const { DomainInfo: info } = await tencent.call('domain:DescribeDomainBaseInfo', { Domain: zone });
        return info && { realName: info.RealNameAuditStatus ?? '', states: info.DomainStatus ?? [] };
    }
    catch (error) {
        if (error instanceof _api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFailure */ .F9)
            return undefined;
        throw error;
    }
}
function plainName(name) {
    return name.replace(/\.$/, '').toLowerCase();
}


/***/ })

};
