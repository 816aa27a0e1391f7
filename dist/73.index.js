export const id = 73;
export const ids = [73];
export const modules = {

/***/ 53546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   leases: () => (/* binding */ leases)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);
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
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);

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


/***/ })

};
