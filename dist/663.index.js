export const id = 663;
export const ids = [663];
export const modules = {

/***/ 53546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   leases: () => (/* binding */ leases)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _resources_ssh_rule_ssh_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32347);
/* harmony import */ var _resources_validation_record_validation_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80039);



/** Who gives back what a run held when it died: an entry for each kind of lease. */
const leases = {
    [_resources_ssh_rule_ssh_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .sshRuleKind */ .Pn]: async (note, { tencent }) => {
        if (tencent === undefined)
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INTERNAL', { detail: 'no account to remove the SSH rule in' });
        await (0,_resources_ssh_rule_ssh_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .removeSshRules */ .kd)(tencent, note);
    },
    [_resources_validation_record_validation_record_js__WEBPACK_IMPORTED_MODULE_2__/* .validationRecordKind */ .TJ]: async (note, { tencent }) => {
        if (tencent === undefined)
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INTERNAL', { detail: 'no account to remove the validation record in' });
        await (0,_resources_validation_record_validation_record_js__WEBPACK_IMPORTED_MODULE_2__/* .removeValidationRecord */ .Du)(tencent, note);
    },
};


/***/ }),

/***/ 60523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* reexport safe */ _messages_cancelled_js__WEBPACK_IMPORTED_MODULE_0__.A),
/* harmony export */   M: () => (/* reexport safe */ _messages_cancelled_js__WEBPACK_IMPORTED_MODULE_0__.M)
/* harmony export */ });
/* harmony import */ var _messages_cancelled_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77684);



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


/***/ }),

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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
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
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
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

/***/ 31145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ zoneProblems)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

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

/***/ 12673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readZone),
/* harmony export */   t: () => (/* binding */ findZones)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
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
