export const id = 60;
export const ids = [60];
export const modules = {

/***/ 45970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ blamedForContent),
  y8: () => (/* binding */ blamedOnLoopback),
  Wo: () => (/* binding */ firewallBlamed),
  gC: () => (/* binding */ hostFirewallAt),
  Nf: () => (/* binding */ isOfManager),
  Gj: () => (/* binding */ unaskedFirewall)
});

// EXTERNAL MODULE: ./.build/lib/filters/host-firewall.js
var host_firewall = __webpack_require__(63251);
// EXTERNAL MODULE: ./.build/lib/filters/rule-words.js
var rule_words = __webpack_require__(90230);
// EXTERNAL MODULE: ./.build/lib/filters/packet.js + 1 modules
var packet = __webpack_require__(96224);
// EXTERNAL MODULE: ./.build/lib/filters/truth.js
var truth = __webpack_require__(75287);
;// CONCATENATED MODULE: ./.build/lib/filters/walk.js

/** Deeper than the kernel lets anybody jump, and more rules than a packet can meet in good health. */
const limits = { depth: 20, rules: 100_000 };
/** Leads a packet through a base chain and all that it jumps to. */
function walk(table, chain, packet) {
    const base = chain.base;
    const ends = [];
    let [asked, marks, untracked] = [0, false, 'no'];
    const at = ({ name }, rule) => ({
        tool: table.tool,
        family: table.family,
        table: table.name,
        chain: name,
        hook: base?.hook ?? 'input',
        ...(rule === undefined ? {} : { number: rule.number }),
        words: rule?.words ?? `policy ${base?.policy ?? 'accept'}`,
        content: rule?.content ?? false,
    });
    /** Whether packets may come back from the chain; those that `given` leaves in it are led on. */
    const through = (now, given, depth) => {
        let [held, returned] = [given, false];
        for (const rule of now.rules) {
            asked += 1;
            if (asked > limits.rules || depth > limits.depth) {
                ends.push({ when: (0,truth/* allOf */.bn)([held, 'unknown']), end: 'unknown', by: at(now, rule) });
                return true;
            }
            for (const { when, action } of rule.branches(packet)) {
                if (when === 'no')
                    continue;
                const cases = (0,truth/* allOf */.bn)([held, when]);
                switch (action.do) {
                    case 'none':
                        break;
                    case 'mark':
                        marks = true;
                        break;
                    case 'notrack':
                        untracked = cases === 'yes' ? 'yes' : untracked === 'yes' ? 'yes' : 'unknown';
                        break;
                    case 'return':
                        if (when === 'yes')
                            return true;
                        held = (0,truth/* allOf */.bn)([held, (0,truth/* not */.AU)(when)]);
                        returned = true;
                        break;
                    case 'jump':
                    case 'goto': {
                        const target = table.chains.get(action.chain);
                        const comesBack = target === undefined || through(target, cases, depth + 1);
                        if (when === 'yes' && action.do === 'goto')
                            return comesBack || returned;
                        if (when === 'yes' && !comesBack)
                            return returned;
                        if (action.do === 'goto') {
                            held = (0,truth/* allOf */.bn)([held, (0,truth/* not */.AU)(when)]);
                            returned ||= comesBack;
                        }
                        break;
                    }
                    default:
                        ends.push({ when: cases, end: action.do, by: at(now, rule) });
                        if (when === 'yes' && action.do !== 'unknown')
                            return returned;
                }
            }
        }
        return true;
    };
    if (through(chain, 'yes', 0))
        ends.push({ when: 'yes', end: base?.policy ?? 'accept', by: at(chain) });
    return { ends, marks, untracked };
}

;// CONCATENATED MODULE: ./.build/lib/filters/verdict.js


const ways = {
    in: ['ingress', 'prerouting', 'input'],
    out: ['output', 'postrouting', 'egress'],
};
/** What the packet filters of a server do with connections to `port`, at `address` where it is known. */
function verdictOf(filters, port, address) {
    const { device, addresses, runner } = filters;
    const family = address?.includes(':') === true ? 'ip6' : 'ip';
    const own = addresses.filter((one) => one.includes(':') === (family === 'ip6'));
    const shared = { family, port, device, addresses: own.includes(address ?? '') ? [address ?? ''] : own };
    const known = runner !== '' && runner.includes(':') === (family === 'ip6');
    const judge = (part) => {
        const of = (client) => through(filters, { ...shared, client }, part);
        const all = of('anyone');
        if (all.kind !== 'sources' && all.kind !== 'unclear')
            return all;
        const its = known ? of({ address: runner }) : undefined;
        if (its?.kind === 'unclear' || (its === undefined && all.kind === 'unclear'))
            return its ?? all;
        const others = of('elsewhere');
        const most = isShut(others);
        if (its !== undefined && isShut(its))
            return { kind: 'sources', by: its.by, most, client: runner };
        const by = isShut(others) ? others.by : all.kind === 'sources' ? all.by : undefined;
        if (by === undefined)
            return its ?? all;
        return { kind: 'sources', by, most, ...(its === undefined ? {} : { admitted: runner }) };
    };
    return { connect: judge('connect'), later: judge('later') };
}
/** What they do with connections of the server to itself, by which a site is proven. */
function verdictOnLoopback(filters, port) {
    const own = '127.0.0.1';
    return through(filters, { family: 'ip', port, device: 'lo', addresses: [own], client: { address: own } }, 'connect');
}
function isShut(verdict) {
    return verdict.kind === 'closed' || verdict.kind === 'redirected';
}
function through(filters, connection, part) {
    const found = (0,packet/* packetsOf */.h9)(connection)[part].map((packet) => led(filters, packet));
    return (found.find(({ kind }) => kind === 'closed' || kind === 'redirected') ??
        together(found) ??
        found.find(({ kind }) => kind === 'sources') ?? { kind: 'open' });
}
/** All rules on which it depends. */
function together(found) {
    const by = found.flatMap((one) => (one.kind === 'unclear' ? one.by : []));
    const unclear = found.some(({ kind }) => kind === 'unclear');
    return unclear
        ? { kind: 'unclear', by: by.filter((rule, at) => by.findIndex((one) => same(one, rule)) === at) }
        : undefined;
}
function same(one, other) {
    return (one.tool === other.tool && one.table === other.table && one.chain === other.chain && one.number === other.number);
}
/** Leads one packet through all base chains on its way: dropped by one, it is dropped. */
function led({ tables }, first) {
    let packet = first;
    const found = [];
    for (const [table, chain] of chainsFor(tables, first)) {
        let walked = walk(table, chain, packet);
        if (walked.marks && !packet.marked) {
            packet = { ...packet, marked: true };
            walked = walk(table, chain, packet);
        }
        if (walked.untracked !== 'no') {
            packet = { ...packet, state: walked.untracked === 'yes' ? 'untracked' : 'unknown' };
        }
        const verdict = judged(walked.ends);
        if (verdict.kind === 'closed' || verdict.kind === 'redirected')
            return verdict;
        found.push(verdict);
    }
    return together(found) ?? found.find(({ kind }) => kind === 'sources') ?? { kind: 'open' };
}
/** The base chains that a packet meets, in their order. */
function chainsFor(tables, packet) {
    const hooks = ways[packet.direction];
    const candidates = tables
        .filter(({ family }) => family === packet.family || family === 'inet' || family === 'netdev')
        .flatMap((table) => [...table.chains.values()].map((chain) => [table, chain]));
    return candidates
        .filter(([, { base }]) => base !== undefined && hooks.includes(base.hook))
        .filter(([, { base }]) => base?.devices === undefined || base.devices.includes(packet.device))
        .filter(([, { base }]) => base?.nat !== true || isTranslated(packet))
        .sort(([, one], [, other]) => order(one, hooks) - order(other, hooks));
}
/** Answers are translated as the first packet was, no rule asked; those of the server to itself when they leave it. */
function isTranslated({ state, device }) {
    return state === 'new' && device !== 'lo';
}
function order({ base }, hooks) {
    return base === undefined ? 0 : hooks.indexOf(base.hook) * 100_000 + base.priority;
}
function judged(ends) {
    const against = ends.filter(({ end }) => end === 'drop' || end === 'redirect');
    const others = ends.filter(({ end }) => end === 'accept');
    const unknown = ends.filter(({ end, when }) => end === 'unknown' || when === 'unknown');
    const [first] = against;
    if (others.length === 0 && first !== undefined && !ends.some(({ end }) => end === 'unknown')) {
        const certain = against.find(({ when }) => when === 'yes') ?? first;
        return { kind: certain.end === 'redirect' ? 'redirected' : 'closed', by: certain.by };
    }
    if (unknown.some(({ end }) => end === 'unknown') || (first !== undefined && unknown.length > 0)) {
        return { kind: 'unclear', by: unknown.map(({ by }) => by) };
    }
    if (first === undefined)
        return { kind: 'open' };
    const drop = against.at(-1) ?? first;
    return { kind: 'sources', by: drop.by, most: false };
}

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
;// CONCATENATED MODULE: ./.build/lib/checks/host-firewall.js





/** One that is taken to let everything through. */
const unaskedFirewall = {
    program: 'none',
    open: true,
    verdict: { connect: { kind: 'open' }, later: { kind: 'open' } },
    loopback: { kind: 'open' },
    read: [],
    unread: [],
    absent: [],
};
/** The server's firewall as to one port; `address`: the one that is asked from outside. */
function hostFirewallAt(port, firewall, filters, address) {
    return {
        program: firewall.kind,
        ...(firewall.zone === undefined ? {} : { zone: firewall.zone }),
        open: (0,host_firewall/* letsIn */.C6)(firewall, port),
        verdict: verdictOf(filters, port, address),
        loopback: verdictOnLoopback(filters, port),
        read: filters.read,
        unread: filters.unread,
        absent: filters.absent,
    };
}
/** The failure that the server's own firewall explains; undefined: it lets such connections through. */
function firewallBlamed(port, firewall, stage, detail) {
    const verdict = firewall.verdict[stage];
    switch (verdict.kind) {
        case 'closed':
            return (0,failure/* failure */.V2)('HOST_FIREWALL_CLOSED', {
                port,
                rule: (0,rule_words/* ruleWords */.mG)(verdict.by),
                ...cure(port, firewall, verdict.by),
            });
        case 'redirected':
            return (0,failure/* failure */.V2)('HOST_FIREWALL_REDIRECTS', {
                port,
                program: verdict.by.tool,
                rule: (0,rule_words/* ruleWords */.mG)(verdict.by),
                command: (0,rule_words/* deleteCommand */.x3)(verdict.by),
            });
        case 'sources':
            if (verdict.admitted !== undefined)
                return undefined;
            return (0,failure/* failure */.V2)('HOST_FIREWALL_SOURCES', {
                port,
                client: verdict.client ?? '-',
                rule: (0,rule_words/* ruleWords */.mG)(verdict.by),
                ...cure(port, firewall, verdict.by),
            });
        case 'unclear':
            return unclear(port, detail, verdict.by.map(rule_words/* ruleWords */.mG), verdict.by.map(rule_words/* showCommand */.TB));
        case 'open':
            return stage === 'connect' ? unseen(port, firewall, detail) : undefined;
    }
}
/** The failure of connections of the server to itself: without them no site can be proven. */
function blamedOnLoopback(port, firewall) {
    const { loopback } = firewall;
    if (loopback.kind !== 'closed' || isOfManager(loopback.by, firewall.program))
        return undefined;
    return firewallBlamed(port, { ...firewall, verdict: { connect: loopback, later: loopback } }, 'connect', '-');
}
/** The failure of a connection that is cut by what it carries, where a rule of the server's looks at that. */
function blamedForContent(port, firewall, detail) {
    const { later } = firewall.verdict;
    const looks = later.kind === 'unclear' && later.by.some(({ content }) => content);
    return looks ? firewallBlamed(port, firewall, 'later', detail) : undefined;
}
/** What the rules that were read do not explain, where others were not. */
function unseen(port, firewall, detail) {
    const { program, open, unread, absent } = firewall;
    if (program !== 'none' && !open && unread.length + absent.length > 0) {
        const command = managersCommand(port, firewall);
        return (0,failure/* failure */.V2)('HOST_FIREWALL_CLOSED', { port, program, rule: `${program}: no rule allows it`, command });
    }
    if (unread.length === 0)
        return undefined;
    const commands = unread.map((tool) => (tool === 'nft' ? 'nft list ruleset' : `${tool} -vnL`));
    return unclear(port, detail, unread, commands);
}
function unclear(port, detail, rules, commands) {
    const shown = [...new Set(commands)];
    return (0,failure/* failure */.V2)('HOST_FIREWALL_UNCLEAR', {
        port,
        detail,
        rules: `${rules.slice(0, 3).join('; ')}${rules.length > 3 ? '; …' : ''}`,
        command: shown.slice(0, 3).join('; '),
    });
}
/** Who is to change a rule, and how. */
function cure(port, firewall, by) {
    if (!isOfManager(by, firewall.program))
        return { program: by.tool, command: (0,rule_words/* acceptCommand */.O3)(by, port) };
    return { program: firewall.program, command: managersCommand(port, firewall, by) };
}
/** Whether ufw or firewalld wrote a rule where its own commands open a port before it. */
function isOfManager({ table, chain, number, words }, program) {
    switch (program) {
        case 'ufw':
            return (chain === 'INPUT' && number === undefined) || /^ufw6?-(user|reject|skip|after|track)/.test(chain);
        case 'firewalld':
            return ((table.startsWith('firewalld') && !/direct/i.test(chain)) ||
                (/^(IN|INPUT)_/.test(chain) && !/direct/i.test(chain)) ||
                // The end of its chain of iptables' own.
                (chain === 'INPUT' && /^-j REJECT --reject-with (icmp-host|adm)-prohibited$/.test(words)));
        case 'none':
            return false;
    }
}
function managersCommand(port, { program, zone }, by) {
    if (program === 'ufw') {
        // Before a rule that denies; of one that is for this very port ufw skips the insertion, and then changes it.
        const denied = by !== undefined && /^ufw6?-user-/.test(by.chain);
        const allow = `ufw allow ${port}/tcp`;
        return denied ? `LC_ALL=C ufw insert 1 allow ${port}/tcp | grep -v Skipping || ${allow}` : allow;
    }
    // The zone that has the rule, where its chain tells it.
    const its = /^(?:filter_)?IN_(.+?)(?:_(?:pre|log|deny|allow|post))?$/.exec(by?.chain ?? '')?.[1] ?? zone;
    const where = its === undefined ? '' : `--zone=${(0,quote/* quote */.h)(its)} `;
    const what = /_deny$/.test(by?.chain ?? '')
        ? `--add-rich-rule='rule priority="-100" port port="${port}" protocol="tcp" accept'`
        : `--add-port=${port}/tcp`;
    return `firewall-cmd --permanent ${where}${what} && firewall-cmd --reload`;
}


/***/ }),

/***/ 63251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ letsIn),
/* harmony export */   Id: () => (/* binding */ deciderOf),
/* harmony export */   o9: () => (/* binding */ goesOnLettingIn)
/* harmony export */ });
/** Whether the firewall lets TCP connections to a port in. */
function letsIn(firewall, port) {
    return firewall.kind === 'none' || decides(firewall.rules, port);
}
/** Whether it will still do so after its next reload, or the server's next reboot. */
function goesOnLettingIn(firewall, port) {
    return firewall.kind === 'none' || decides(firewall.permanent ?? firewall.rules, port);
}
/** The rule that decides about a port: the first that names it; undefined: the default does. */
function deciderOf({ rules }, port) {
    return rules.find((rule) => names(rule, port));
}
function decides(rules, port) {
    return rules.find((rule) => names(rule, port))?.lets ?? false;
}
function names(rule, port) {
    const [ports, protocol] = rule.ports.split('/');
    if (protocol !== undefined && protocol !== 'tcp')
        return false;
    return (ports ?? '').split(',').some((range) => {
        const [from, to] = range.split(/[:-]/).map(Number);
        return from !== undefined && port >= from && port <= (to ?? from);
    });
}


/***/ }),

/***/ 96224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _Q: () => (/* binding */ addressIn),
  D0: () => (/* binding */ deviceIs),
  px: () => (/* binding */ isServers),
  iG: () => (/* binding */ markIs),
  h9: () => (/* binding */ packetsOf),
  Ju: () => (/* binding */ portIn),
  iH: () => (/* binding */ stateIs),
  lv: () => (/* binding */ statusIs),
  qN: () => (/* binding */ valueIs)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./.build/lib/filters/addresses.js

/**
 * Whether an address is in `spec`: `1.2.3.4`, `10.0.0.0/8`, `10.0.0.0/255.0.0.0`, `10.0.0.1-10.0.0.9`; undefined: that
 * cannot be read.
 */
function isIn(address, spec) {
    const [range = '', last] = spec.split('-');
    const [first = '', mask] = range.split('/');
    if (!(0,external_node_net_.isIPv4)(first) && !(0,external_node_net_.isIPv6)(first))
        return undefined;
    if ((0,external_node_net_.isIPv6)(first) !== (0,external_node_net_.isIPv6)(address))
        return false;
    // Lists of addresses are long, and a BlockList for each takes a thousand times as long as a comparison.
    return (0,external_node_net_.isIPv4)(first) ? isInIpv4(address, first, mask, last) : isInIpv6(address, first, mask, last);
}
function isInIpv4(address, first, mask, last) {
    const [one, from] = [numberOf(address), numberOf(first)];
    if (last !== undefined)
        return (0,external_node_net_.isIPv4)(last) ? one >= from && one <= numberOf(last) : undefined;
    if (mask === undefined)
        return one === from;
    const bits = /^\d+$/.test(mask) ? maskOf(Number(mask)) : (0,external_node_net_.isIPv4)(mask) ? numberOf(mask) : undefined;
    return bits === undefined ? undefined : (one & bits) === (from & bits);
}
function numberOf(address) {
    return address.split('.').reduce((number, byte) => number * 256 + Number(byte), 0);
}
function maskOf(length) {
    if (length > 32)
        return undefined;
    return length === 0 ? 0 : (-1 << (32 - length)) >>> 0;
}
function isInIpv6(address, first, mask, last) {
    const list = new external_node_net_.BlockList();
    try {
        if (last !== undefined)
            list.addRange(first, last, 'ipv6');
        else
            list.addSubnet(first, Number(mask ?? 128), 'ipv6');
    }
    catch {
        return undefined;
    }
    return list.check(address, 'ipv6');
}
const everybody = new Set([
    '0.0.0.0/0',
    '::/0',
    '0::/0',
    '0.0.0.0/0.0.0.0',
    '0.0.0.0-255.255.255.255',
    'any',
    'anywhere',
]);
/** Whether `spec` is every address. */
function isEverybody(spec) {
    return everybody.has(spec);
}

// EXTERNAL MODULE: ./.build/lib/filters/truth.js
var truth = __webpack_require__(75287);
;// CONCATENATED MODULE: ./.build/lib/filters/packet.js


/** A connection's first packet, the server's answer, and the client's packets after it, with data and without. */
function packetsOf(connection) {
    const usual = { ...connection, marked: false, payload: false };
    return {
        connect: [
            { ...usual, direction: 'in', state: 'new', flags: ['syn'] },
            { ...usual, direction: 'out', state: 'established', flags: ['syn', 'ack'] },
        ],
        later: [
            { ...usual, direction: 'in', state: 'established', flags: ['ack'] },
            { ...usual, direction: 'in', state: 'established', flags: ['psh', 'ack'], payload: true },
            { ...usual, direction: 'out', state: 'established', flags: ['psh', 'ack'], payload: true },
        ],
    };
}
/** Whether an end of the packet is the server's. */
function isServers(packet, side) {
    return (side === 'destination') === (packet.direction === 'in');
}
/** Whether the address of one end is in any of `specs`. */
function addressIn(packet, side, specs) {
    if (specs.some(isEverybody))
        return 'yes';
    if (!isServers(packet, side))
        return clientIn(packet.client, specs);
    const { addresses } = packet;
    if (addresses.length === 0)
        return specs.length === 0 ? 'no' : 'unknown';
    const each = addresses.map((address) => listed(address, specs));
    if (each.every((one) => one === each[0]))
        return each[0] ?? 'unknown';
    // Which of several addresses is asked for is not known.
    return 'unknown';
}
/** Whether a client is in any of `specs`. */
function clientIn(client, specs) {
    if (client === 'anyone')
        return specs.length === 0 ? 'no' : 'some';
    return client === 'elsewhere' ? 'no' : listed(client.address, specs);
}
function listed(address, specs) {
    const each = specs.map((spec) => isIn(address, spec));
    if (each.includes(true))
        return 'yes';
    return each.includes(undefined) ? 'unknown' : 'no';
}
/** Fewer of a client's possible ports than this are met by so few connections that they explain nothing. */
const fewPorts = 600;
/** Whether the port of one end is in any of `ranges`; the client's can be any of those that systems choose. */
function portIn(packet, side, ranges) {
    if (ranges.some(([from, to]) => Number.isNaN(from) || Number.isNaN(to)))
        return 'unknown';
    const covers = (from, to) => ranges.some(([low, high]) => low <= from && high >= to);
    if (isServers(packet, side))
        return (0,truth/* truthOf */.D)(covers(packet.port, packet.port));
    if (covers(1024, 65535))
        return 'yes';
    const met = ranges.reduce((sum, [low, high]) => sum + Math.max(0, high - Math.max(low, 1024) + 1), 0);
    return met >= fewPorts ? 'some' : 'no';
}
/** Whether a packet comes in by, or leaves by, a device whose name fits `pattern`; `many` ends one for several (`+`, `*`). */
function deviceIs(packet, way, pattern, many) {
    if (packet.direction !== way)
        return (0,truth/* truthOf */.D)(pattern === '' || pattern === many);
    const fits = (name) => pattern.endsWith(many) ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
    if (packet.device === '')
        return pattern === 'lo' ? 'no' : pattern === many ? 'yes' : 'unknown';
    return (0,truth/* truthOf */.D)(fits(packet.device));
}
/** Whether connection tracking gives the packet any of `states`. */
function stateIs(packet, states) {
    if (packet.state === 'unknown')
        return 'unknown';
    return (0,truth/* truthOf */.D)(states.some((state) => state.toLowerCase() === packet.state));
}
/** Whether connection tracking has noted any of `statuses`; one that was translated would be told as redirected. */
function statusIs(statuses) {
    return statuses.every((status) => /^(dnat|snat|expected|dying)$/i.test(status)) ? 'no' : 'unknown';
}
/** Whether a mark has any of the values; it is 0 until a rule sets one. */
function markIs(packet, zero) {
    return packet.marked ? 'unknown' : (0,truth/* truthOf */.D)(zero);
}
/** A value that is known, against words for it. */
function valueIs(known, word) {
    return (0,truth/* truthOf */.D)(known.includes(word.toLowerCase()));
}


/***/ }),

/***/ 90230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O3: () => (/* binding */ acceptCommand),
/* harmony export */   TB: () => (/* binding */ showCommand),
/* harmony export */   mG: () => (/* binding */ ruleWords),
/* harmony export */   x3: () => (/* binding */ deleteCommand)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

/** Where a rule is and what it says: `filter INPUT, rule 3: -p tcp --dport 8014 -j DROP`. */
function ruleWords({ tool, family, table, chain, number, words }) {
    const place = tool === 'nft' ? `${family} ${table} ${chain}` : `${table} ${chain}`;
    const which = number === undefined ? '' : tool === 'nft' ? ` handle ${number}` : ` rule ${number}`;
    // What comes from the server is data.
    return `${tool} ${place}${which}: ${words}`.replace(/[^\x20-\x7e…]/g, '?').replaceAll('`', "'");
}
/** The command that accepts a port before all rules of the chain that has `rule`; it changes none of them. */
function acceptCommand({ tool, family, table, chain, hook }, port) {
    const which = hook === 'output' || hook === 'postrouting' || hook === 'egress' ? 'sport' : 'dport';
    if (tool === 'nft') {
        return (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .commandLine */ .a)(['nft', 'insert', 'rule', family, table, chain, 'tcp', which, String(port), 'accept']);
    }
    return (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .commandLine */ .a)([tool, '-t', table, '-I', chain, '-p', 'tcp', `--${which}`, String(port), '-j', 'ACCEPT']);
}
/** The command that deletes a rule. */
function deleteCommand(rule) {
    const { tool, family, table, chain, number = 1 } = rule;
    if (tool === 'nft')
        return (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .commandLine */ .a)(['nft', 'delete', 'rule', family, table, chain, 'handle', String(number)]);
    return (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .commandLine */ .a)([tool, '-t', table, '-D', chain, String(number)]);
}
/** The command that shows a chain with the counters of its rules. */
function showCommand({ tool, family, table, chain }) {
    if (tool === 'nft')
        return (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .commandLine */ .a)(['nft', '-a', 'list', 'chain', family, table, chain]);
    return (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .commandLine */ .a)([tool, '-t', table, '-vnL', chain, '--line-numbers']);
}


/***/ }),

/***/ 75287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ not),
/* harmony export */   D: () => (/* binding */ truthOf),
/* harmony export */   EB: () => (/* binding */ anyOf),
/* harmony export */   bn: () => (/* binding */ allOf)
/* harmony export */ });
/** The opposite. */
function not(truth) {
    if (truth === 'yes')
        return 'no';
    return truth === 'no' ? 'yes' : truth;
}
/** Whether all hold. */
function allOf(truths) {
    return strongest(truths, ['no', 'unknown', 'some'], 'yes');
}
/** Whether any holds. */
function anyOf(truths) {
    return strongest(truths, ['yes', 'unknown', 'some'], 'no');
}
/** `yes` or `no`. */
function truthOf(holds) {
    return holds ? 'yes' : 'no';
}
function strongest(truths, order, otherwise) {
    return order.find((one) => truths.includes(one)) ?? otherwise;
}


/***/ }),

/***/ 12374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HK: () => (/* binding */ duplicatesDropped),
/* harmony export */   IV: () => (/* binding */ chainReordered),
/* harmony export */   LP: () => (/* binding */ rootIncluded),
/* harmony export */   NT: () => (/* binding */ unusedDropped),
/* harmony export */   Q5: () => (/* binding */ tlsHolds),
/* harmony export */   Ve: () => (/* binding */ nameLeads),
/* harmony export */   XV: () => (/* binding */ lookGoesTo),
/* harmony export */   ZA: () => (/* binding */ tlsDoesNotHold),
/* harmony export */   ZC: () => (/* binding */ nameLeadsNowhere),
/* harmony export */   cP: () => (/* binding */ redirected),
/* harmony export */   ix: () => (/* binding */ onlyWarned),
/* harmony export */   oQ: () => (/* binding */ answered),
/* harmony export */   s0: () => (/* binding */ noConnection),
/* harmony export */   tw: () => (/* binding */ certificateEndsSoon),
/* harmony export */   zT: () => (/* binding */ notAnswered)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

// Certificate
/** Warning: the certificate ends in `days` days (fewer than 14). */
function certificateEndsSoon(days, notAfter) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The certificate ends in ${days} days (${notAfter}). Renew it before then: after it no client connects any more.`, `证书将在 ${days} 天后到期（${notAfter}）。请在此之前续期：到期后所有客户端都将无法连接。`);
}
/** Note: the chain was put in order. */
const chainReordered = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)("The certificates of the chain were out of order and have been sorted: the server's own first, each followed by its issuer.", '证书链中的证书顺序不对，已重新排序：服务器证书在前，其后依次为各自的签发者。');
/** Note: certificates that were there more than once were dropped. */
function duplicatesDropped(count) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Certificates that the chain held more than once were dropped: ${count}`, `已去除证书链中重复的证书：${count} 个`);
}
/** Note: certificates that belong to no link of the chain were dropped. */
function unusedDropped(names) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Certificates that do not belong to the chain were dropped: ${names}`, `已去除不属于该证书链的证书：${names}`);
}
/** Note: the chain holds its root, which clients have anyway. */
function rootIncluded(name) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The chain holds its root "${name}" too. That does no harm; clients have it anyway.`, `证书链中还包含根证书“${name}”。这没有坏处，客户端本身已内置该根证书。`);
}
// Looks from outside
/** Log: where the name leads. */
function nameLeads(domain, addresses) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${domain} resolves to ${addresses}`, `${domain} 解析到 ${addresses}`);
}
/** Log: the name has no address, or none could be learnt. */
function nameLeadsNowhere(domain, detail) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${domain}: no address (${detail})`, `${domain}：没有解析结果（${detail}）`);
}
/** Log: the look goes to the server's address, because the name does not lead there. */
function lookGoesTo(address, domain) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Looking at ${address} itself, under the name ${domain}`, `直接检查 ${address}（使用域名 ${domain}）`);
}
/** Log: a handshake that came to its end, with a certificate that holds. */
function tlsHolds(protocol, cipher, certificates, notAfter) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${protocol}, ${cipher}; certificate valid until ${notAfter}, chain complete (certificates sent: ${certificates})`, `${protocol}，${cipher}；证书有效期至 ${notAfter}，证书链完整（已发送证书数：${certificates}）`);
}
/** Log: a handshake that came to its end, with a certificate that does not hold. */
function tlsDoesNotHold(protocol, certificates, error) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${protocol}; the certificate does not hold: ${error} (certificates sent: ${certificates})`, `${protocol}；证书无效：${error}（已发送证书数：${certificates}）`);
}
/** Log: no TLS connection. */
function noConnection(address, port, detail) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`No connection to ${address}:${port}: ${detail}`, `无法连接 ${address}:${port}：${detail}`);
}
/** Warning: `outside-check` is `warn`, and a look from outside found something. */
const onlyWarned = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The site could not be verified from this runner. `outside-check` is `warn`, so that the run does not fail for it.', '无法从本运行器验证站点。`outside-check` 为 `warn`，因此运行不会因此失败。');
/** Log: the answer to the request. */
function answered(url, status) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`GET ${url}: ${status}`, `GET ${url}：${status}`);
}
/** Log: where a request is led. */
function redirected(url, status, location) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`GET ${url}: ${status}, redirects to ${location}`, `GET ${url}：${status}，跳转到 ${location}`);
}
/** Log: the request was not answered. */
function notAnswered(url, detail) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`GET ${url}: no response (${detail})`, `GET ${url}：没有响应（${detail}）`);
}


/***/ }),

/***/ 46924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ ruleWords)
/* harmony export */ });
/** A rule in a line that is the same in every language: `#3 DROP ALL:ALL 0.0.0.0/0 "block the rest"`; the first one is #1. */
function ruleWords({ index, action, protocol, ports, source, known, description }) {
    const from = source ?? (known ? 'IPv6' : '(template or group)');
    const which = known || source === undefined ? `${protocol}:${ports}` : '(template)';
    const told = description === '' ? '' : ` "${description}"`;
    return `#${index + 1} ${action} ${which} ${from}${told}`;
}


/***/ })

};
