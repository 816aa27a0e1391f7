export const id = 284;
export const ids = [284];
export const modules = {

/***/ 16516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ dnsRecordMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** What the log says while a host name is bound to an address. */
const dnsRecordMessages = {
    created: (id) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Added record ${id}.`, `已添加记录 ${id}。`),
    modified: (id) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Changed record ${id}.`, `已修改记录 ${id}。`),
    removed: (id) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Deleted record ${id}.`, `已删除记录 ${id}。`),
    alreadyThere: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('DNSPod has this record already, and its list does not show it yet.', 'DNSPod 中已有该记录，但列表尚未显示。'),
    noAnswer: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('DNSPod did not answer. The action checks whether the record was added.', 'DNSPod 未响应，正在检查记录是否已添加。'),
    lagging: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Waiting until the list of records shows it.', '正在等待记录出现在列表中。'),
    ttlRaised: (seconds) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The plan of the domain asks for a longer TTL: ${seconds} s.`, `该域名的套餐要求更长的 TTL：${seconds} 秒。`),
    servers: (right, behind) => behind === ''
        ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`All name servers answer the new address: ${right}`, `所有 DNS 服务器均已返回新地址：${right}`)
        : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Name servers with the new address: ${right || 'none'}; not yet: ${behind}`, `已返回新地址的 DNS 服务器：${right || '无'}；尚未返回：${behind}`),
};


/***/ }),

/***/ 20125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ isDefaultLine),
/* harmony export */   V: () => (/* binding */ isAlias)
/* harmony export */ });
/** Whether a record is of the line that counts if no other fits who asks. */
function isDefaultLine({ line, lineId }) {
    return lineId === '' ? line === '默认' || line.toLowerCase() === 'default' : lineId === '0';
}
/** Whether a record answers in place of others: a CNAME, or DNSPod's own redirects (显性URL, 隐性URL). */
function isAlias({ type }) {
    return type === 'CNAME' || type.endsWith('URL');
}


/***/ }),

/***/ 84106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ refusalOf),
/* harmony export */   d: () => (/* binding */ isConflict)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);
/* harmony import */ var _tencent_api_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47371);


/**
 * What DNSPod's refusal to write a record means for the user, by what `own` makes of Tencent's code for this kind of record,
 * else by the zone; any other error as it is.
 */
function refusalOf(error, zone, own) {
    if (!(error instanceof _tencent_api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFailure */ .F9) || error.apiCode === undefined)
        return error;
    const options = { cause: error, evidence: error.evidence ?? error.text.why.en };
    return own(error.apiCode, options) ?? ofZone(error.apiCode, options, zone) ?? error;
}
/** Whether the code says that another record excludes the one that is written. */
function isConflict(detail) {
    // The first was seen live, and is in no list of codes.
    return ['InvalidParameter.ConflictRecord', 'InvalidParameter.DnssecAddCnameError'].includes(detail);
}
function ofZone(detail, options, zone) {
    switch (detail) {
        case 'FailedOperation.NotRealNamedUser':
        case 'InvalidParameter.UnrealNameUser':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DNS_ACCOUNT_NOT_VERIFIED', { detail }, options);
        case 'FailedOperation.DomainIsLocked':
        case 'InvalidParameter.DomainNotAllowedModifyRecords':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DNS_ZONE_LOCKED', { zone: zone.name, detail }, options);
        case 'FailedOperation.DomainIsSpam':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DNS_ZONE_DISABLED', { zone: zone.name, status: 'SPAM' }, options);
        default:
            return detail.startsWith('LimitExceeded.')
                ? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DNS_LIMIT', { zone: zone.name, grade: zone.grade, detail }, options)
                : undefined;
    }
}


/***/ }),

/***/ 7326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ removeRecord),
/* harmony export */   IM: () => (/* binding */ modifyRecord),
/* harmony export */   br: () => (/* binding */ isAs),
/* harmony export */   dt: () => (/* binding */ findListed),
/* harmony export */   eC: () => (/* binding */ createRecord),
/* harmony export */   pf: () => (/* binding */ usualTtl)
/* harmony export */ });
/* harmony import */ var _messages_dns_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16516);
/* harmony import */ var _tencent_api_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47371);
/* harmony import */ var _tencent_read_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14573);
/* harmony import */ var _tencent_record_value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26671);




/** Seconds: the least that DNSPod's free plan takes in practice, and short enough to move by. */
const usualTtl = 600;
/** How often a write is tried whose answer did not come. */
const attempts = 3;
/** What both writes say of the record; the id of the line decides, its name is asked for all the same. */
function requestOf({ type, value, remark }, { zone }) {
    return {
        Domain: zone.name,
        DomainId: zone.id,
        SubDomain: zone.host,
        RecordType: type,
        RecordLine: '默认',
        RecordLineId: '0',
        Value: value,
        Status: 'ENABLE',
        Remark: remark,
    };
}
/** Makes a record, and gives its id. One that was made although no answer came is found, not made again. Throws `ApiFailure`. */
async function createRecord(content, writing) {
    const { tencent } = writing;
    const request = requestOf(content, writing);
    const send = async (ttl) => (await tencent.call('dnspod:CreateRecord', { ...request, TTL: ttl })).RecordId ?? 0;
    const ttl = Math.max(usualTtl, await leastTtl(writing));
    for (let attempt = 1;; attempt += 1) {
        const id = await withTtl(ttl, send, writing).catch(async (error) => {
            if (!tookEffectPerhaps(error))
                throw error;
            writing.log.info(_messages_dns_record_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsRecordMessages */ .L.noAnswer);
            const found = await findListed((record) => isAs(record, content) && record.remark === content.remark, writing);
            if (found === undefined && attempt === attempts)
                throw error;
            return found?.id;
        });
        if (id !== undefined)
            return id;
    }
}
/** Whether a record has the type and the value that are wanted, as far as DNS tells them apart. */
function isAs(record, { type, value }) {
    const [is, wanted] = [(0,_tencent_record_value_js__WEBPACK_IMPORTED_MODULE_3__/* .plainValue */ ._)(type, record.value), (0,_tencent_record_value_js__WEBPACK_IMPORTED_MODULE_3__/* .plainValue */ ._)(type, value)];
    return record.type === type && (type === 'TXT' ? is === wanted : is.toLowerCase() === wanted.toLowerCase());
}
/**
 * A record of the host that is there although the list may not show it yet. It shows a new one within 30 seconds; what is
 * written again before that could be there twice. Undefined: it is not shown by then. Throws `ApiFailure`.
 */
async function findListed(isIt, { tencent, zone, clock, log }) {
    const until = clock.now() + 40_000;
    let told = false;
    for (;;) {
        const found = (await (0,_tencent_read_records_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecords */ .T3)(tencent, zone)).find(isIt);
        if (found !== undefined || clock.now() >= until)
            return found;
        if (!told)
            log.info(_messages_dns_record_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsRecordMessages */ .L.lagging);
        told = true;
        await clock.sleep(4000);
    }
}
/** Makes a record another one; its TTL stays. Throws `ApiFailure`. */
async function modifyRecord(record, content, writing) {
    const { tencent } = writing;
    const send = (ttl) => tencent.call('dnspod:ModifyRecord', { ...requestOf(content, writing), RecordId: record.id, TTL: ttl });
    // It says the same however often it is sent.
    await repeated(() => withTtl(record.ttl || usualTtl, send, writing));
}
/** Removes a record by its id; one that is gone already is good. Throws `ApiFailure`. */
async function removeRecord(id, { tencent, zone }) {
    const request = { Domain: zone.name, DomainId: zone.id, RecordId: id };
    await repeated(() => tencent.call('dnspod:DeleteRecord', request)).catch((error) => {
        if (!(0,_tencent_read_records_js__WEBPACK_IMPORTED_MODULE_2__/* .isGone */ .ST)(error))
            throw error;
    });
}
async function repeated(write) {
    for (let attempt = 1;; attempt += 1) {
        try {
            await write();
            return;
        }
        catch (error) {
            if (!tookEffectPerhaps(error) || attempt === attempts)
                throw error;
        }
    }
}
function tookEffectPerhaps(error) {
    return error instanceof _tencent_api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiFailure */ .F9 && error.mayHaveTakenEffect;
}
/** Sends with the TTL in seconds, and where that is too short for the plan, once more with one that is not. */
async function withTtl(ttl, send, writing) {
    try {
        return await send(ttl);
    }
    catch (error) {
        if (!(0,_tencent_api_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .hasApiCode */ .ii)(error, 'LimitExceeded.RecordTtlLimit'))
            throw error;
        const longer = Math.max(usualTtl, await leastTtl(writing), writing.zone.ttl);
        if (longer <= ttl)
            throw error;
        writing.log.info(_messages_dns_record_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsRecordMessages */ .L.ttlRaised(longer));
        return await send(longer);
    }
}
/** Seconds that the plan of the zone asks for; 0 where it says nothing. Its name is spelt in two ways (DP_FREE, DP_Free). */
async function leastTtl({ tencent, zone }) {
    const { Info } = await tencent.call('dnspod:DescribePackageDetail', null);
    const plan = Info?.find(({ DomainGrade }) => DomainGrade.toLowerCase() === zone.grade.toLowerCase());
    return plan?.MinTtl ?? 0;
}


/***/ }),

/***/ 37392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ askOverNetwork),
/* harmony export */   V: () => (/* binding */ awaitServers)
/* harmony export */ });
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71553);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);


const limitSeconds = 120;
/**
 * Waits until every authoritative server answers as wanted, and tells who does. Throws `failed` with each server that does
 * not within 120 seconds, and what it answers.
 */
async function awaitServers(wanted, ask, clock, log) {
    const until = clock.now() + limitSeconds * 1000;
    let told = '';
    for (;;) {
        const answers = await Promise.all(wanted.servers.map(async (server) => ({ server, answer: await answerOf(server, wanted, ask) })));
        const right = answers.filter(({ answer }) => 'values' in answer && wanted.isRight(answer.values));
        const behind = answers
            .filter((one) => !right.includes(one))
            .map(({ server, answer }) => `${server} (${wordsOf(answer)})`)
            .join(', ');
        const line = wanted.told(right.map(({ server }) => server).join(', '), behind);
        if (line.en !== told)
            log.info(line);
        told = line.en;
        if (behind === '')
            return;
        if (clock.now() >= until)
            throw wanted.failed(behind, limitSeconds);
        await clock.sleep(3000);
    }
}
async function answerOf(server, { name, type }, ask) {
    try {
        return { values: await ask(server, name, type) };
    }
    catch (error) {
        return { code: error.code ?? String(error) };
    }
}
function wordsOf(answer) {
    return 'values' in answer ? answer.values.join(', ') || 'ENODATA' : answer.code;
}
/**
 * Asks over the network, at the port of DNS. The server's own name is resolved by the system, so that hosts files and
 * resolv.conf count.
 */
function askOverNetwork(port = 53) {
    return async (server, name, type) => {
        const found = (await (0,node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.lookup)(server, { all: true })).map(({ address }) => address);
        const four = found.filter((address) => (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(address) === 4);
        const resolver = new node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.Resolver({ timeout: 2000, tries: 2 });
        // Most runners have no IPv6.
        resolver.setServers(four.length > 0 ? four.map((one) => `${one}:${port}`) : found.map((one) => `[${one}]:${port}`));
        if (type === 'A')
            return await resolver.resolve4(name);
        if (type === 'CNAME')
            return await resolver.resolveCname(name);
        return (await resolver.resolveTxt(name)).map((chunks) => chunks.join(''));
    };
}


/***/ }),

/***/ 31145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ zoneProblems)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);

/** What keeps a zone's names, `domain` among them, from resolving, whatever its records say. */
function zoneProblems(domain, zone) {
    const { name, status, registration } = zone;
    const held = registration?.states.filter((state) => /^(server|client)hold$/i.test(state)) ?? [];
    return [
        ...(status === 'ENABLE' ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DNS_ZONE_DISABLED', { zone: name, status })]),
        ...(['NotUpload', 'Reject'].includes(registration?.realName ?? '')
            ? [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DOMAIN_NOT_VERIFIED', { zone: name, domain, status: registration?.realName ?? '' })]
            : []),
        ...(held.length === 0 ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DOMAIN_ON_HOLD', { zone: name, states: held.join(', ') })]),
    ];
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);

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

/***/ 14573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   T3: () => (/* binding */ readRecords),
/* harmony export */   aE: () => (/* binding */ readRecord)
/* harmony export */ });
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47371);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10836);
/* harmony import */ var _record_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26671);



/** As many as DNSPod gives at once. */
const pageSize = 3000;
/** What the API says of a record that is not there (any more). */
const gone = ['InvalidParameter.RecordIdInvalid', 'ResourceNotFound.NoDataOfRecord'];
/** Whether the API says of a record that it is not there (any more). */
function isGone(error) {
    return (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .hasApiCode */ .ii)(error, ...gone);
}
/**
 * The records that a host name has, or all of the zone where none is named, of all types and lines. One that was made less than 30 seconds ago may be missing:
 * DNSPod's list lags behind. Throws `ApiFailure`.
 */
async function readRecords(tencent, { id, name, host }) {
    const of = host === undefined ? {} : { SubDomain: host };
    const request = { Domain: name, DomainId: id, ...of, ErrorOnEmpty: 'no' };
    const found = await (0,_pages_js__WEBPACK_IMPORTED_MODULE_1__/* .allPages */ .S)(tencent, 'dnspod:DescribeRecordList', request, {
        size: pageSize,
        page: ({ RecordList: items, RecordCountInfo: count }) => ({ items, total: count?.TotalCount }),
    }).catch((error) => {
        // Not every place of the API heeds `ErrorOnEmpty`.
        if ((0,_api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .hasApiCode */ .ii)(error, 'ResourceNotFound.NoDataOfRecord'))
            return [];
        throw error;
    });
    return found.flatMap((record) => recordOf(record));
}
function recordOf({ RecordId, Type, Value, Line, LineId, TTL, Status, Remark }) {
    if (RecordId === undefined)
        return [];
    const type = (Type ?? '').toUpperCase();
    return [
        {
            id: RecordId,
            type,
            value: (0,_record_value_js__WEBPACK_IMPORTED_MODULE_2__/* .plainValue */ ._)(type, Value ?? ''),
            line: Line ?? '',
            lineId: LineId ?? '',
            ttl: TTL ?? 0,
            enabled: (Status ?? 'ENABLE').toUpperCase() !== 'DISABLE',
            remark: Remark ?? '',
        },
    ];
}
/**
 * One record by its id, which lists may not show yet; undefined: it is not there, or cannot be found yet. Throws
 * `ApiFailure`.
 */
async function readRecord(tencent, { id, name }, record) {
    const request = { Domain: name, DomainId: id, RecordId: record };
    const answer = await tencent.call('dnspod:DescribeRecord', request).catch((error) => {
        if (isGone(error))
            return undefined;
        throw error;
    });
    const found = answer?.RecordInfo;
    if (found === undefined)
        return undefined;
    const { RecordType: type = '', Value: value = '', Enabled: enabled = 1, Remark: remark } = found;
    return { type, value: (0,_record_value_js__WEBPACK_IMPORTED_MODULE_2__/* .plainValue */ ._)(type, value), enabled: enabled === 1, remark: remark ?? '' };
}


/***/ }),

/***/ 26671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ plainValue)
/* harmony export */ });
/**
 * The value of a record as it is compared: a name without the dot that ends it, which the API writes and people do not; a
 * text without the quotes that it may come in, its chunks joined.
 */
function plainValue(type, value) {
    if (type !== 'TXT')
        return value.replace(/\.$/, '');
    const form = /"((?:[^"\\]|\\.)*)"/g;
    if (!/^(?:"(?:[^"\\]|\\.)*"\s*)+$/.test(value))
        return value;
    return [...value.matchAll(form)].map(([, chunk = '']) => chunk.replaceAll(/\\(.)/g, '$1')).join('');
}


/***/ }),

/***/ 49690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NP: () => (/* binding */ isOwn),
/* harmony export */   PJ: () => (/* binding */ renderRemark),
/* harmony export */   RC: () => (/* binding */ readRemark)
/* harmony export */ });
const maker = 'deploy-miniprogram-backend';
/** How long Tencent lets a remark be is in no document: kept short. */
const most = 120;
/** The remark in ASCII, one word for each of its parts, at most 120 characters unless application and value are longer. */
function renderRemark({ app, value, run }) {
    const [name, what, who] = [app, value, run].map((part) => part.replaceAll(/[^\x21-\x7e]+/g, '-'));
    const known = `${maker} ${name} ${what}`;
    return `${known} ${who}`.slice(0, Math.max(most, known.length));
}
/** What a remark of ours says; undefined: it has not our form. */
function readRemark(remark) {
    const [by, app, value, run = '', ...more] = remark.trim().split(/\s+/);
    if (by !== maker || app === undefined || value === undefined || more.length > 0)
        return undefined;
    return { app, value, run };
}
/**
 * Whether a record is the application's own: its remark says so, and still names the value that the record has. Who
 * changed the value by hand, and left the remark, made it theirs (rule *Ours*).
 */
function isOwn({ remark, value }, app) {
    const said = readRemark(remark);
    return said !== undefined && said.app === app && said.value === value;
}


/***/ })

};
