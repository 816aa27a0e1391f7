export const id = 928;
export const ids = [928];
export const modules = {

/***/ 93034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ checkPair)
/* harmony export */ });
/* unused harmony export describeChain */
/* harmony import */ var _messages_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12374);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86732);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34315);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24481);
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57396);





const SOON_DAYS = 14;
const DAY_MS = 86_400_000;
/** Checks a chain and its key for `domain`, as a client that repairs nothing (WeChat) would, before nginx sees them. */
function checkPair(pair) {
    const source = pair.source ?? '`certificate-chain`';
    const keySource = pair.keySource ?? '`certificate-key`';
    const chain = attempt(() => (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .readChain */ .UM)(pair.chainPem, source));
    const key = attempt(() => (pair.keyPem === undefined ? undefined : (0,_key_js__WEBPACK_IMPORTED_MODULE_3__/* .readPrivateKey */ .$)(pair.keyPem, keySource)));
    const problems = [...chain.problems, ...key.problems];
    const keyPart = key.value === undefined ? {} : { key: key.value.pem };
    if (chain.value === undefined)
        return { ...keyPart, problems, warnings: [], notes: [] };
    problems.push(...keyProblems(chain.value, key.value, source, keySource), ...nameProblems(chain.value, pair.domain, source), ...trustProblems(chain.value, pair, source));
    return {
        certificate: describeChain(chain.value),
        ...keyPart,
        problems,
        warnings: endsSoon(chain.value, pair.now),
        notes: notesOn(chain.value),
    };
}
/** The facts of a chain's leaf. */
function describeChain(chain) {
    const [leaf] = chain.certificates;
    return {
        fingerprint: (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .Rj)(leaf),
        names: (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(leaf),
        notBefore: (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .notBefore */ .$F)(leaf),
        notAfter: (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .notAfter */ .Cw)(leaf),
        issuer: (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .commonName */ .LS)(leaf.issuer),
        chainPem: (0,_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .writeCertificates */ .Y)(chain.certificates),
    };
}
function keyProblems(chain, key, source, keySource) {
    const [leaf] = chain.certificates;
    if (key === undefined || leaf.checkPrivateKey(key.key))
        return [];
    return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_KEY_MISMATCH', { source, keySource, subject: holder(leaf) })];
}
function nameProblems(chain, domain, source) {
    const [leaf] = chain.certificates;
    if ((0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .covers */ .hU)(leaf, domain))
        return [];
    return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_NAMES', { source, domain, names: (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(leaf).join(', ') || '-' })];
}
function trustProblems(chain, { roots, now }, source) {
    const anchor = (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .anchorOf */ .dI)(chain, roots, now);
    const dates = anchor.path.flatMap((one) => dateProblems(one, now, source));
    switch (anchor.kind) {
        case 'trusted':
            return dates;
        case 'untrusted':
            return [...dates, (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_CHAIN_UNTRUSTED', { source, root: holder(anchor.root) })];
        case 'incomplete': {
            const { last } = anchor;
            const missing = (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .commonName */ .LS)(last.issuer);
            const url = (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .issuerUrl */ .Ps)(last) ?? '';
            return [...dates, (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_CHAIN_INCOMPLETE', { source, subject: holder(last), missing, url })];
        }
    }
}
function dateProblems(one, now, source) {
    const subject = holder(one);
    if ((0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .notAfter */ .Cw)(one) < now) {
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_EXPIRED', { source, subject, notAfter: (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .notAfter */ .Cw)(one).toISOString() })];
    }
    if (now < (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .notBefore */ .$F)(one)) {
        const from = (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .notBefore */ .$F)(one).toISOString();
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_NOT_YET_VALID', { source, subject, notBefore: from, now: now.toISOString() })];
    }
    return [];
}
function endsSoon(chain, now) {
    const end = (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .notAfter */ .Cw)(chain.certificates[0]);
    const days = Math.floor((end.getTime() - now.getTime()) / DAY_MS);
    return days >= 0 && days < SOON_DAYS ? [(0,_messages_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .certificateEndsSoon */ .tw)(days, end.toISOString())] : [];
}
function notesOn(chain) {
    const notes = [];
    if (chain.reordered)
        notes.push(_messages_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .chainReordered */ .IV);
    if (chain.duplicates > 0)
        notes.push((0,_messages_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .duplicatesDropped */ .HK)(chain.duplicates));
    if (chain.unused.length > 0)
        notes.push((0,_messages_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .unusedDropped */ .NT)(chain.unused.map(holder).join(', ')));
    const [, ...above] = chain.certificates;
    const root = above.find((one) => one.subject === one.issuer);
    if (root !== undefined)
        notes.push((0,_messages_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .rootIncluded */ .LP)(holder(root)));
    return notes;
}
function holder(certificate) {
    return (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .commonName */ .LS)(certificate.subject) || (0,_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(certificate)[0] || '-';
}
function attempt(read) {
    try {
        return { value: read(), problems: [] };
    }
    catch (error) {
        return { problems: (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresOf */ .dJ)(error) };
    }
}


/***/ }),

/***/ 49520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ renewalFrom),
/* harmony export */   ds: () => (/* binding */ dueFrom)
/* harmony export */ });
/* unused harmony export momentIn */
const dayMs = 86_400_000;
/**
 * From when on a certificate is to be renewed: `renewBeforeDays` before its end; undefined: 30 days or a third of its life,
 * whichever is less. Two thirds of its life at most: else one that was just issued would be due, and be applied for anew each
 * day.
 */
function dueFrom({ notBefore, notAfter }, renewBeforeDays) {
    const life = notAfter.getTime() - notBefore.getTime();
    const before = renewBeforeDays === undefined ? Math.min(30 * dayMs, life / 3) : Math.min(renewBeforeDays * dayMs, (life * 2) / 3);
    return new Date(notAfter.getTime() - before);
}
/**
 * When within an authority's window a certificate is renewed: for one certificate always the same moment, for many spread
 * over it, as RFC 9773, 4.2 asks for. `fingerprint`: 64 hex digits.
 */
function momentIn({ start, end }, fingerprint) {
    const share = Number.parseInt(fingerprint.slice(0, 8), 16) / 0x1_0000_0000;
    return new Date(start.getTime() + share * Math.max(0, end.getTime() - start.getTime()));
}
/**
 * From when on a certificate is to be renewed whose authority may name a window for it (ARI): then that decides, and not the
 * date, unless the user has named one: then whichever is earlier.
 */
function renewalFrom(certificate, renewBeforeDays, window) {
    const own = dueFrom(certificate, renewBeforeDays);
    if (window === undefined)
        return own;
    const named = momentIn(window, certificate.fingerprint);
    return renewBeforeDays === undefined || named < own ? named : own;
}


/***/ }),

/***/ 24481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readPrivateKey),
/* harmony export */   y: () => (/* binding */ isSameKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86732);
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

/***/ 7062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ expectedCertificate),
/* harmony export */   P6: () => (/* binding */ findIssued),
/* harmony export */   W2: () => (/* binding */ checkProvided),
/* harmony export */   hC: () => (/* binding */ chooseExisting),
/* harmony export */   kr: () => (/* binding */ existingPair)
/* harmony export */ });
/* harmony import */ var _certificate_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93034);
/* harmony import */ var _certificate_due_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49520);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86732);
/* harmony import */ var _nginx_servers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52193);
/* harmony import */ var _resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45619);





function countIn(pem) {
    return pem.match(/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/g)?.length ?? 0;
}
/** Checks the pair of the inputs, before the server is contacted; undefined where the server's own is asked for. */
function checkProvided(settings, now, roots) {
    if (settings.certificate.source !== 'provided')
        return undefined;
    const { domain } = settings.site;
    const checked = (0,_certificate_check_js__WEBPACK_IMPORTED_MODULE_0__/* .checkPair */ .z)({
        chainPem: settings.certificate.chain,
        keyPem: settings.certificate.key,
        domain,
        now,
        roots,
    });
    if (checked.certificate === undefined || checked.key === undefined || checked.problems.length > 0) {
        throw new _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failures */ .oo(checked.problems);
    }
    const { certificate, key, warnings, notes } = checked;
    return {
        pair: (0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .certificatePaths */ .ao)(domain, certificate.fingerprint),
        certificate,
        sent: countIn(certificate.chainPem),
        install: { chain: certificate.chainPem, key },
        warnings,
        notes,
    };
}
/**
 * Looks for the pair of a domain that ends last, among those that are whole and valid: one that a deployment brought, since
 * those are shared and renewed; else one that nginx names for it; else any.
 */
function findIssued(domain, files, nginx, { renewBeforeDays, now, roots, }) {
    const named = nginx === undefined ? [] : (0,_nginx_servers_js__WEBPACK_IMPORTED_MODULE_2__/* .certificatesFor */ .Gg)(nginx, domain);
    const rank = ({ chainPath, keyPath }) => {
        if ((0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .isBrought */ .a$)({ chainPath, keyPath }, domain))
            return 0;
        return named.some((pair) => pair.chainPath === chainPath) ? 1 : 2;
    };
    const [latest] = (0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .existingPairs */ .l)(files, named)
        .flatMap((pair) => existingPair(pair, domain, now, roots).served ?? [])
        .toSorted((a, b) => rank(a.pair) - rank(b.pair) || b.certificate.notAfter.getTime() - a.certificate.notAfter.getTime());
    if (latest === undefined)
        return { kind: 'none' };
    return { kind: 'valid', served: latest, from: (0,_certificate_due_js__WEBPACK_IMPORTED_MODULE_4__/* .dueFrom */ .ds)(latest.certificate, renewBeforeDays) };
}
/** A certificate that is still to be issued, for planning what comes after it. */
function expectedCertificate(domain, now) {
    const certificate = {
        fingerprint: _resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .unissued */ .lN,
        names: [domain],
        notBefore: now,
        // Later than any that is there: it is issued to take their place.
        notAfter: new Date(8.64e15),
        issuer: '',
        chainPem: '',
    };
    const pair = (0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .certificatePaths */ .ao)(domain, _resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .unissued */ .lN);
    return { pair, certificate, sent: 0, install: undefined, expected: true, warnings: [], notes: [] };
}
/**
 * The server's own pair for a domain: the one that nginx names for it (of several that which ends last, as another
 * application of the domain may have renewed it), else the newest that is valid for it.
 * Throws what is wrong with the one that nginx names, or `CERTIFICATE_NOT_FOUND`.
 */
function chooseExisting(domain, files, nginx, now, roots) {
    const named = (0,_nginx_servers_js__WEBPACK_IMPORTED_MODULE_2__/* .certificatesFor */ .Gg)(nginx, domain);
    const pairs = (0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .existingPairs */ .l)(files, named);
    const unfit = [];
    for (const pair of pairs) {
        const { served, problems } = existingPair(pair, domain, now, roots);
        if (served !== undefined)
            return served;
        if (named.some(({ chainPath }) => chainPath === pair.chainPath))
            throw new _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failures */ .oo(problems);
        unfit.push(`${pair.chainPath} (${problems.map(({ code }) => code).join(', ')})`);
    }
    const keyless = files.certificates.filter(({ path }) => !pairs.some(({ chainPath }) => chainPath === path));
    unfit.push(...keyless.map(({ path }) => `${path} (CERTIFICATE_KEY_MISMATCH)`));
    throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_NOT_FOUND', { domain, found: unfit.join('; ') || '-' });
}
/** A pair of the server, checked; `served` undefined: it is not whole, not valid, or of another name. */
function existingPair({ chainPath, keyPath, chain }, domain, now, roots) {
    const checked = (0,_certificate_check_js__WEBPACK_IMPORTED_MODULE_0__/* .checkPair */ .z)({ chainPem: chain, domain, now, roots, source: chainPath });
    const { certificate, problems, warnings, notes } = checked;
    if (certificate === undefined || problems.length > 0)
        return { problems };
    const pair = { chainPath, keyPath };
    return { served: { pair, certificate, sent: countIn(chain), install: undefined, warnings, notes }, problems: [] };
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

/***/ 44405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q_: () => (/* binding */ broughtSites),
  ax: () => (/* binding */ fingerprintOf),
  eo: () => (/* binding */ leafOf),
  yn: () => (/* binding */ managedSites),
  V5: () => (/* binding */ repointed)
});

// EXTERNAL MODULE: ./.build/lib/nginx/label.js
var nginx_label = __webpack_require__(91155);
// EXTERNAL MODULE: ./.build/lib/nginx/proof-address.js
var proof_address = __webpack_require__(66086);
// EXTERNAL MODULE: ./.build/lib/nginx/edit.js
var edit = __webpack_require__(22277);
// EXTERNAL MODULE: ./.build/lib/nginx/quote.js
var quote = __webpack_require__(13237);
// EXTERNAL MODULE: ./.build/lib/nginx/read.js + 1 modules
var read = __webpack_require__(59660);
;// CONCATENATED MODULE: ./.build/lib/nginx/repoint.js




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
    const repointed = (0,edit/* applyEdits */.c)(text, edits);
    const label = (0,nginx_label/* managedBy */.ZF)(text);
    // The hash is one of UTF-8, which is what an application's file is as long as nobody else wrote into it.
    if (label === undefined || !(0,nginx_label/* isUntouched */.O2)(file.toString('utf8')))
        return Buffer.from(repointed, 'latin1');
    const unhashed = Buffer.from(repointed.replaceAll(label.configuration, ''), 'latin1').toString('utf8');
    return Buffer.from(repointed.replaceAll(label.configuration, (0,nginx_label/* configurationHash */.rn)(unhashed)), 'latin1');
}
function editsFor(server, name, from, to) {
    return namedBy(server, name)
        .filter(({ args }) => args[0] === from)
        .map(({ start, end }) => ({ start, end, text: `${name} ${(0,quote/* quoteNginx */.p)(to)};` }));
}
function namedBy({ block = [] }, name) {
    return block.filter((directive) => directive.name === name);
}
function serversIn(text) {
    return (0,read/* readNginxText */.S)(text, 'nginx').directives.filter(({ name }) => name === 'server');
}

// EXTERNAL MODULE: ./.build/lib/resources/certificate.js
var certificate = __webpack_require__(45619);
// EXTERNAL MODULE: ./.build/lib/values/health-status.js
var health_status = __webpack_require__(16426);
;// CONCATENATED MODULE: ./.build/lib/deployment/managed-sites.js





/** Our files for a domain, of all applications. */
function managedSites(domain, { nginx, certificates }) {
    return [...nginx.originals].flatMap(([path, file]) => {
        const label = (0,nginx_label/* ownerOf */.bf)(path, file.toString('utf8'));
        const addresses = (0,proof_address/* proofAddressesIn */.q)(file.toString('utf8'));
        if (label === undefined || addresses[0]?.domain !== domain)
            return [];
        const [pair, ...more] = pairsIn(file);
        if (pair === undefined)
            return [];
        return [{ path, file, label, addresses, pairs: [pair, ...more], leaf: leafOf(pair, certificates) }];
    });
}
/** Those of them whose pair was brought: what is at a path of the user's own is renewed by whoever put it there. */
function broughtSites(domain, server) {
    return managedSites(domain, server).flatMap((site) => site.leaf !== undefined && (0,certificate/* isBrought */.a$)(site.pairs[0], domain) ? [{ ...site, leaf: site.leaf }] : []);
}
/** The leaf of a pair; undefined where it cannot be read. */
function leafOf({ chainPath }, { certificates }) {
    return (0,certificate/* readLeaf */.rf)(certificates.find(({ path }) => path === chainPath)?.text ?? '');
}
/** SHA-256 of a leaf, 64 lower-case hex digits. */
function fingerprintOf({ fingerprint256 }) {
    return fingerprint256.replaceAll(':', '').toLowerCase();
}
/** The change that has a file name another pair in the place of those `from`, and what nginx must bring before and after. */
function repointed(site, from, { pair, certificate }, words, at) {
    const { path, file, leaf } = site;
    const after = from.reduce((text, old) => repoint(text, old, pair), file);
    return {
        // The journal of the switch knows steps by their ids alone.
        id: at === 0 ? 'certificate.repoint' : `certificate.repoint-${at + 1}`,
        ...words,
        change: { path, before: file, after, ours: false },
        proofs: proven(site, after, from.length === 0 ? leaf && fingerprintOf(leaf) : certificate.fingerprint),
        proofsOfUndo: proven(site, file, leaf && fingerprintOf(leaf)),
    };
}
/** Its application may be down, so any status will do; of a file edited by hand only the certificate is known. */
function proven({ addresses }, file, fingerprint) {
    const text = file.toString('utf8');
    const label = (0,nginx_label/* isUntouched */.O2)(text) ? (0,nginx_label/* managedBy */.ZF)(text) : undefined;
    const [first, ...more] = pairsIn(file);
    return addresses.map((address) => ({
        ...address,
        status: health_status/* anyStatus */.L,
        release: label?.release,
        configuration: label?.configuration,
        // With a second pair from `nginx-snippet` the client's taste decides which of them is served.
        fingerprint: more.every(({ chainPath }) => chainPath === first?.chainPath) ? fingerprint : undefined,
    }));
}


/***/ }),

/***/ 67457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ shareCertificate),
/* harmony export */   l: () => (/* binding */ certificatesByHand)
/* harmony export */ });
/* harmony import */ var _messages_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40325);
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91520);
/* harmony import */ var _nginx_label_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91155);
/* harmony import */ var _nginx_servers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52193);
/* harmony import */ var _resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45619);
/* harmony import */ var _managed_sites_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44405);






/**
 * Applications of one domain share its certificate (rule *Shared things*): whoever brings one that ends later repoints
 * the files of the others in the same transaction. None is put back to one that ends earlier. What is at a path of the
 * user's own is left alone, on either side: whoever put it there renews it there.
 */
function shareCertificate(app, domain, chosen, server) {
    const sites = (0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .isBrought */ .a$)(chosen.pair, domain) ? (0,_managed_sites_js__WEBPACK_IMPORTED_MODULE_4__/* .broughtSites */ .Q_)(domain, server) : [];
    const own = chosen.certificate.notAfter;
    const earlier = sites.filter((site) => site.label.app !== app && site.leaf.validToDate < own);
    const later = sites.filter((site) => site.leaf.validToDate > own);
    return {
        others: earlier.map((site, at) => toOther(site, chosen, at)),
        notes: later.map((site) => _messages_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commandMessages */ .c.laterCertificate(site.label.app, (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .dayOf */ .kb)(site.leaf.validToDate), (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .dayOf */ .kb)(own), site.label.app === app)),
    };
}
/**
 * Servers set up by hand for the domain whose certificate ends earlier than the one that is deployed: nobody renews it
 * with this one, and it is easily forgotten. Those that are taken over in this run go.
 */
function certificatesByHand(domain, chosen, { certificates, configuration }, taken) {
    return (0,_nginx_servers_js__WEBPACK_IMPORTED_MODULE_2__/* .serversOf */ .U2)(configuration)
        .filter(({ names, file }) => names.includes(domain) && (0,_nginx_label_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOf */ .bf)(file, configuration.files.get(file) ?? '') === undefined)
        .filter(({ file, line }) => !taken.some((one) => one.file === file && one.line === line))
        .flatMap(({ certificates: [pair], listen, file, line }) => {
        const leaf = (0,_resources_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .readLeaf */ .rf)(certificates.certificates.find(({ path }) => path === pair?.chainPath)?.text ?? '');
        if (leaf === undefined || leaf.validToDate >= chosen.certificate.notAfter)
            return [];
        const ports = [...new Set(listen.map(({ port }) => port))].join(', ');
        return [_messages_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .commandMessages */ .c.certificateByHand(file, line, ports, (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .dayOf */ .kb)(leaf.validToDate))];
    });
}
function toOther(site, chosen, at) {
    const { path, label } = site;
    const [from, until] = [(0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .dayOf */ .kb)(site.leaf.validToDate), (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .dayOf */ .kb)(chosen.certificate.notAfter)];
    return (0,_managed_sites_js__WEBPACK_IMPORTED_MODULE_4__/* .repointed */ .V5)(site, [site.pairs[0]], chosen, {
        title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`Have ${label.app} serve it too (${path})`, `让 ${label.app} 也使用该证书（${path}）`),
        reason: chosen.expected
            ? (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`the certificate of the domain is shared; its own ends on ${from}`, `同一域名共用证书；其现有证书 ${from} 到期`)
            : (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`the certificate of the domain is shared; its own ends on ${from}, this one on ${until}`, `同一域名共用证书；其现有证书 ${from} 到期，新证书 ${until} 到期`),
    }, at);
}


/***/ }),

/***/ 99447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IH: () => (/* binding */ strangersOfFiles),
/* harmony export */   Lf: () => (/* binding */ strangersOfCertificates),
/* harmony export */   h4: () => (/* binding */ strangersInTheWay)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86732);
/* harmony import */ var _survey_strangers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12098);



/**
 * Folders in which another user could lead root elsewhere, of those that this deployment writes to (rule *Roots
 * alone*). `files` are those of nginx that it writes: the application's, and those of others.
 */
function strangersInTheWay({ release, certificate }, { nginx, storage, strangers }, files) {
    const made = storage.folders.filter(({ path, exists }) => !exists && release.container.volumes.some(({ host }) => host === path));
    return [
        ...strangersOfFiles(files, nginx),
        ...(certificate.install !== undefined || certificate.expected === true
            ? strangersOfCertificates(release.site.domain, strangers)
            : []),
        ...made.flatMap(({ path }) => {
            const found = strangers.volumes.get(path) ?? [];
            return found.length === 0 ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('VOLUME_NOT_ROOTS', { folder: path, found })];
        }),
    ];
}
/** Folders of nginx's files in which another user could lead root elsewhere. */
function strangersOfFiles(files, { strangersOfPlaces }) {
    const ofFile = (file) => [...strangersOfPlaces]
        .filter(([place]) => place === file || place === node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file))
        .flatMap(([, found]) => found);
    return files.flatMap((file) => refuse(file, ofFile(file)));
}
/** The same of the folder of a domain's certificates. */
function strangersOfCertificates(domain, { certificates }) {
    return refuse((0,_survey_strangers_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateFolder */ .Qd)(domain), certificates);
}
function refuse(folder, found) {
    const once = found.filter(({ path }, at) => found.findIndex((one) => one.path === path) === at);
    return once.length === 0 ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('FOLDER_NOT_ROOTS', { folder, found: once })];
}


/***/ }),

/***/ 3780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ registryOf),
/* harmony export */   hb: () => (/* binding */ isImageReference),
/* harmony export */   ji: () => (/* binding */ manifestPath),
/* harmony export */   qS: () => (/* binding */ defaultBaseImage)
/* harmony export */ });
/* unused harmony export checkedBaseImage */
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);

// Versions with years of updates, which eclipse-temurin has as JRE images.
const longTermSupport = [8, 11, 17, 21, 25];
/** The image that runs classes of a Java version: that of the next version with long-term support, or its own. */
function defaultBaseImage(javaVersion) {
    const version = longTermSupport.find((lts) => lts >= javaVersion) ?? javaVersion;
    return `eclipse-temurin:${version}-jre`;
}
// The grammar of github.com/distribution/reference (regexp.go).
const domainPart = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const domain = `(?:${domainPart}(?:\\.${domainPart})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const pathPart = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const tag = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const reference = new RegExp(`^(?:${domain}/)?${pathPart}(?:/${pathPart})*(?::${tag})?(?:@${digest})?$`);
/** Whether `image` can follow FROM: a reference, not `scratch`, which has no Java. */
function isImageReference(image) {
    return image.length <= 383 && image !== 'scratch' && reference.test(image);
}
/** `image` itself. Throws `Failure` DOCKER_BASE_IMAGE_INVALID where it is no reference. */
function checkedBaseImage(image) {
    if (!isImageReference(image))
        throw failure('DOCKER_BASE_IMAGE_INVALID', { image });
    return image;
}
/** The registry that an image is pulled from, `registry.example.com:5000`; undefined: Docker Hub, by a mirror or without. */
function registryOf(image) {
    const [host = '', ...rest] = image.split('/');
    if (rest.length === 0 || !(/[.:]/.test(host) || host === 'localhost'))
        return undefined;
    return /^(?:index\.)?docker\.io$/.test(host) ? undefined : host;
}
/**
 * Where its registry, or a mirror of Docker Hub, has the manifest of an image: `library/eclipse-temurin/manifests/8-jre`.
 */
function manifestPath(image) {
    const registry = registryOf(image);
    const path = registry === undefined ? image.replace(/^(?:index\.)?docker\.io\//, '') : image.slice(registry.length + 1);
    const [, name = '', tag, digest] = /^([^:@]+)(?::([^@]+))?(?:@(.+))?$/.exec(path) ?? [];
    const repository = registry !== undefined || name.includes('/') ? name : `library/${name}`;
    return `${repository}/manifests/${digest ?? tag ?? 'latest'}`;
}


/***/ }),

/***/ 16373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ lastWords),
/* harmony export */   y: () => (/* binding */ pullFailure)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);
/* harmony import */ var _messages_registry_mirror_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14518);
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3780);



const words = {
    full: /no space left on device/i,
    platform: /no match(?:ing manifest)? for |does not match the specified platform/i,
    limit: /toomanyrequests|too many requests|\b429\b/i,
    status: /unexpected (?:HTTP )?status|error parsing HTTP \d+/i,
    unknown: /manifest\b.*\b(?:unknown|not found)|repository\b.*\b(?:does not exist|not found)|name unknown|: not found\s*$|unauthorized|authentication required|no basic auth|\bdenied\b|insufficient_scope|authorization failed/i,
    unreachable: /dial tcp|lookup \S+|TLS handshake timeout|timeout|timed out|deadline exceeded|request canceled|no such host|connection (?:refused|reset)|unreachable|no route to host|server misbehaving|\bEOF\b/i,
};
/**
 * The failure that the last words of a pull stand for. A mirror that says that it has no such image is heard as well:
 * Docker asks Docker Hub next, and names only what came of that.
 */
function pullFailure(image, said, output, puller) {
    const { architecture, mirrors, tencent, unloaded, runner } = puller;
    const evidence = { evidence: output };
    const registry = (0,_base_image_js__WEBPACK_IMPORTED_MODULE_1__/* .registryOf */ .Fv)(image);
    if (words.full.test(said))
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BUILD_DISK_FULL', {}, evidence);
    if (words.platform.test(said))
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BASE_IMAGE_PLATFORM', { image, architecture }, evidence);
    if (words.limit.test(said))
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('REGISTRY_LIMIT', { image, registry: registry ?? 'Docker Hub', runner }, evidence);
    const refused = words.status.test(said);
    if (!refused && words.unknown.test(said))
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BASE_IMAGE_UNKNOWN', { image, said, runner }, evidence);
    if (!refused && !words.unreachable.test(said))
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BASE_IMAGE_NOT_PULLED', { image, said, runner }, evidence);
    const without = mirrors.find(({ status }) => status === 404);
    if (registry === undefined && without !== undefined && !mirrors.some(_messages_registry_mirror_js__WEBPACK_IMPORTED_MODULE_2__/* .isDead */ .X)) {
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BASE_IMAGE_UNKNOWN', { image, said: `${without.url}: 404; ${said}`, runner }, evidence);
    }
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BASE_IMAGE_UNREACHABLE', { image, said, registry, tencent, mirrors, unloaded, runner }, evidence);
}
/** The last line of a program's output, without what Docker puts in front of each. */
function lastWords(output) {
    const line = output.split('\n').findLast((one) => one.trim() !== '') ?? '-';
    return line.trim().replace(/^(?:Error response from daemon|ERROR): /, '');
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 59 modules
var failure = __webpack_require__(86732);
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
 * own standard input; the first that fails is the last, unless they are independent. TIME is the server's.
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
        '{',
        ...steps.flatMap((one, number) => [
            'must_hold',
            `told '' '${number} begin'`,
            `${source(one)}(`,
            `note ${number} ${one.step.endable ? '"$BASHPID"' : 0}`,
            'set -e; SECONDS=0',
            one.step.script,
            `)${one.input === undefined ? ' </dev/null' : ''}`,
            `code=$?; note ${number} 0; told '\\n' "${number} end $code"${independent ? '' : '; [ "$code" = 0 ] || exit 0'}`,
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
below() {
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
}
end_batch() {
  local number pid told=0 deadline=$((SECONDS + ${endSeconds}))
  # Opened once: with the lock of the run its notes go, and under their names nothing is held.
  { exec 6<"$1"; } 2>/dev/null || return 0
  until flock -n 6; do
    [ "$SECONDS" -lt "$deadline" ] || break
    { read -r number pid <"$1"; } 2>/dev/null || pid=0
    if [ "\${pid:-0}" -gt 1 ] && [ "$pid" != "$told" ]; then
      told=$pid
      kill -TERM $(below "$pid") 2>/dev/null
    fi
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
            this.#options.leave();
        const batches = [...this.#batches];
        const steps = undone.map((entry) => (batches.some((one) => one === entry.batch) ? guarded(entry) : entry.step));
        await (0,undo/* undoSteps */.qD)(steps, server, log, this.#options, batches.length === 0 ? '' : endBatches(batches));
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


/** Begins a step of the runner's. What it says is told in a group of its own, once it has its turn. */
function beginRunnerStep(step, server, ledger, now) {
    const log = (0,held_log/* heldLog */.e)();
    const notices = [];
    const begun = now();
    ledger.opened([step]);
    let broken;
    const working = (async () => {
        await step.run(givenUpOn(ledger.cancelled, server), log, (found) => notices.push(found));
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
/** The server, whose scripts are given up once the run is cancelled: what is taken back must not be at work still. */
function givenUpOn(signal, { host, open, run }) {
    return { host, open: (script) => open(script), run: (script, options = {}) => run(script, { ...options, signal }) };
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
    const { step, beside } = turn;
    const { guard, cancelled, now } = occasion;
    /** Until the step is over, what is lost with the connection is begun again with it; from then on, each by itself. */
    let isOver = false;
    const besides = beside.map((one) => {
        if (one.kind !== 'runner' || !one.resumes || guard === undefined)
            return one;
        const run = (given, told, notice) => resuming((counted) => one.run(counted, told, notice), given, told, guard, cancelled, () => isOver);
        return { ...one, run };
    });
    const beginBeside = () => beginAll(besides, server, ledger, now);
    let others = [];
    const goingOn = (held) => {
        return async (given, told, notice) => {
            const attempt = async (counted) => {
                // What ran beside it went with the connection.
                if (others.some(({ broken }) => isLoss(broken)))
                    others = await beginBeside();
                await step.run(counted, told, notice);
            };
            await resuming(attempt, given, told, held, cancelled);
        };
    };
    const run = step.resumes && guard !== undefined ? goingOn(guard) : step.run;
    const main = beginRunnerStep({ ...step, run }, server, ledger, now);
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
async function beginAll(steps, server, ledger, now) {
    const all = [];
    for (const turn of turnsOf(steps)) {
        if (turn.kind === 'runner')
            all.push(beginRunnerStep(turn.step, server, ledger, now));
        else
            for (const batch of await batchesOf(turn.steps))
                all.push(beginBatch(batch, server, ledger));
    }
    return all;
}


/***/ }),

/***/ 29719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fr: () => (/* binding */ survey),
/* harmony export */   or: () => (/* binding */ askedBefore)
/* harmony export */ });
/* unused harmony export surveyScript */
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86732);
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
        await undoByScript([_server_prelude_js__WEBPACK_IMPORTED_MODULE_2__/* .prelude */ .e, alone, opening, 'exit 0'].join('\n'), server, log, remains);
    }
    for (const group of groups) {
        const { undo, id } = group[0];
        if (typeof undo === 'function')
            await undoByFunction(id, () => undo(server, log), log, remains);
        else
            await undoByScript(undoScript(group, opening), server, log, remains);
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
async function undoByScript(script, server, log, { graceOver, leave }) {
    const tell = (line) => {
        const [, id, code] = /^@@undone (\S+) (\d+)$/.exec(line) ?? [];
        if (id === undefined || code === String(notBegunExitCode))
            return;
        if (code === '0')
            log.info(_messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.undone(id));
        else if (code === String(leftToOthersExitCode))
            log.warning(_messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.leftToOthers(id));
        else {
            log.warning(_messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.notUndone(id));
            leave();
        }
    };
    try {
        await begunInAnyCase(() => server.run(script, { onLine: tell }), graceOver);
    }
    catch (error) {
        const code = (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresOf */ .dJ)(error)[0]?.code ?? '';
        log.warning(graceOver.aborted ? _messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.undoUnseen : _messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.undoUnreachable(code));
        leave();
    }
}
async function undoByFunction(id, undo, log, { graceOver, leave }) {
    try {
        await begunInAnyCase(undo, graceOver);
        log.info(_messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.undone(id));
    }
    catch (error) {
        log.warning(_messages_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyMessages */ .N.notUndone(id));
        log.debug((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresOf */ .dJ)(error)
            .map(({ message }) => message)
            .join('\n'));
        leave();
    }
}
/** As `unlessCancelled`, but that the work is begun also when nobody can wait for it any more. */
async function begunInAnyCase(work, graceOver) {
    const working = (async () => work())();
    working.catch(() => { });
    await (0,_cancel_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessCancelled */ .M)(() => working, graceOver);
}


/***/ }),

/***/ 68825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ metRegistry),
/* harmony export */   m8: () => (/* binding */ knowSources),
/* harmony export */   rF: () => (/* binding */ askRegistry),
/* harmony export */   y_: () => (/* binding */ surveySeconds)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

const manifests = [
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
].join(', ');
/**
 * Bash function: `ask_registry URL PATH SECONDS` asks a registry for a manifest, and prints the address, curl's exit code,
 * the status and the seconds that it took. One without TLS is asked as Docker asks it.
 */
const askRegistry = `ask_registry() {
  local status exit=0 url="\${1%/}/v2/$2" words=(-q -s -k -I -o /dev/null -m "$3" -H ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`Accept: ${manifests}`)} -w '%{http_code} %{time_total}')
  status=$(curl \${words[@]+"\${words[@]}"} "$url") || exit=$?
  case $exit:$url in 35:https://*) exit=0; status=$(curl \${words[@]+"\${words[@]}"} "http://\${url#https://}") || exit=$? ;; esac
  printf '%s %s %s\\n' "$1" "$exit" "$status"
}`;
/** Seconds that a source has to answer a survey: what takes longer would take Docker minutes. */
const surveySeconds = 5;
/**
 * Bash function `know_sources`: what the engine has loaded of where it pulls from, in `$proxy` (behind one, what a shell
 * meets is not what the engine met), `$hub` (Docker Hub's address) and `$mirrors` (a line each). Fails without an engine.
 * Asked for at once, since the engine runs programs for each answer.
 */
const knowSources = `proxy= hub= mirrors=
know_sources() {
  local told
  told=$(docker info --format '{{.HTTPProxy}}{{.HTTPSProxy}}{{println}}{{.IndexServerAddress}}{{range .RegistryConfig.Mirrors}}{{println}}{{.}}{{end}}' 2>/dev/null) || return
  proxy=\${told%%$'\\n'*} told=\${told#*$'\\n'}
  hub=\${told%%$'\\n'*} mirrors=\${told#"$hub"}
  hub=\${hub%/v1/}
}`;
/** How a registry was met, by what `ask_registry` printed of it (curl(1)): 28 timed out, 6 and 7 no name, no connection. */
function metRegistry(exit, status) {
    const states = { '0': 'answers', '28': 'silent', '6': 'unreachable', '7': 'unreachable' };
    return {
        state: states[exit] ?? 'unclear',
        status: /^[1-9]\d\d$/.test(status) ? Number(status) : undefined,
    };
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

/***/ 94057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ layerFunctions)
});

// EXTERNAL MODULE: ./.build/lib/shell/packed.js
var packed = __webpack_require__(27431);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
;// CONCATENATED MODULE: ./.build/lib/fragments/harmless-files.js

/** Folders of the system whose contents nobody misses, and files that Docker writes; from the beginning of the path. */
const ofTheSystem = [
    '/(tmp|run|proc|sys|dev|var/(tmp|run|cache|log|lib/(apk|apt|dnf|dpkg|pam|rpm|systemd|ucf|vim|yum)))(/|$)',
    '/etc/(hosts|hostname|resolv[.]conf|mtab|ld[.]so[.]cache|localtime|timezone|ca-certificates[.]conf)$',
    '/etc/(passwd|group|shadow|gshadow|subuid|subgid)-?$',
    // Certificates of authorities, which images add when they start.
    '/(etc/(ssl/certs|ca-certificates|pki/(ca-trust|java|nssdb|rpm-gpg|tls/certs))|usr/local/share/ca-certificates)(/|$)',
];
/** Where programs go that are installed into a container to look at it. */
const ofPrograms = [
    '/((usr/)?(bin|sbin|lib(32|64|x32|exec)?)|usr/share)(/|$)',
    '/etc/(alternatives|apk|apt|bash_completion[.]d|cron[.][a-z]+|default|dpkg|fonts|init[.]d|ld[.]so[.]conf[.]d|ldap|logrotate[.]d)/',
    '/etc/(mysql|network|pam[.]d|perl|profile[.]d|python[0-9.]*|rc[0-9S][.]d|security|sysctl[.]d|systemd|terminfo|vim|xdg|yum[^/]*)/',
].join('|');
/**
 * Wherever they are: logs by their names; caches of Java (fonts, preferences, native libraries) and of the clients of
 * Nacos, Dubbo, Apollo and RocketMQ; work folders of Tomcat; class data archives, shared classes of OpenJ9, heap dumps,
 * flight recordings, unfinished files; traces of H2; crash reports and core dumps; authorities that Java trusts; what tools
 * and shells note for themselves.
 */
const anywhere = [
    '[.]log([-_.]?[0-9][-_.0-9T:]*)?([.](log|gz|zip|bz2|xz|lz4|zst|tmp|current|old|bak))*$|/(nohup|catalina)[.]out$',
    '/[.](cache|java|javacpp|fontconfig|dubbo|rocketmq_offsets|arthas|oracle_jre_usage|djl[.]ai|pki|[a-z]*_history|viminfo|lesshst|wget-hsts)(/|$)',
    '/[.]config/libreoffice(/|$)|/[.]ssh/known_hosts|/lib/security/(jsse)?cacerts$|/[.](attach|java)_pid[0-9]+$',
    '/nacos/(naming|config)/|/config-cache/|/work/(Tomcat|Catalina)/|/javasharedresources/',
    '[.](jsa|hprof|hprof[.]gz|jfr|phd|swp|tmp)$|[.](trace|lock)[.]db$',
    '/(hs_err_pid|replay_pid|javacore)[^/]*$|/core([.][0-9]+)?$|/core[.][^/]*[.]dmp$|/Snap[.][^/]*[.]trc$',
];
const logFolder = '/((app|access|rocketmq|gc)[-_]?)?logs?/';
const database = '[.](db|db3|sqlite3?)$';
/** What people put there, though a folder is called after logs. */
const documents = [
    '[.](jpe?g|png|gif|bmp|webp|svg|tiff?|heic|heif|avif|ico|psd|dwg|pdf|docx?|xlsx?|pptx?|wps|et|dps|od[tsp]|rtf)$',
    '[.](mp[34]|m4[av]|mov|avi|mkv|webm|wav|flac|ogg|aac|amr|silk|flv|wmv|3gp|zip|rar|7z|tar|tgz|gz|bz2|xz|apk|ipa)$',
    database,
].join('|');
/** Logs that were packed when they were rotated: by their date or number. */
const rotated = '(20[0-9]{2}[-_.]?[01][0-9]|[-_.][0-9]+)[^/]*[.](zip|tgz|gz|bz2|xz)$';
const harmless = [...ofTheSystem.map((path) => `^. ${path}`), ...anywhere].join('|');
/**
 * Bash function `worth_keeping`: of records `A|C|D PATH`, each ended by NUL, those that somebody may miss. `$work` is the
 * container's working folder: an application that is installed among the system's programs writes there too.
 */
const worthKeeping = `worth_keeping() {
  local folder own='^$'
  folder=$(printf %s "\${work%/}" | sed 's/[][\\\\.*^$+?(){}|%]/\\\\&/g')
  [ -z "$folder" ] || own="^. $folder/"
  { LC_ALL=C grep -azvE ${(0,quote/* quote */.h)(harmless)} || true; } | LC_ALL=C sed -z -r -e ${(0,quote/* quote */.h)(`\\%${logFolder}%I{\\%${rotated}%Id;\\%${documents}%I!d}`)} \\
    -e "\\\\%^. $folder/te?mp(/|\\$)%{"${(0,quote/* quote */.h)(`\\%${database}%I!d}`)} -e ${(0,quote/* quote */.h)(`\\%^. (${ofPrograms})%{\\%`)}"$own"'%!d}'
}`;

;// CONCATENATED MODULE: ./.build/lib/fragments/layer-script.js


// Docker's own answer is compared on a driver that keeps whole copies: that takes its time.
const diffSeconds = 60;
/**
 * Bash functions that look into a container's own layer and its volumes without a name, which no later container gets,
 * whatever the storage driver; all records end in NUL, since names may have line breaks.
 * - `open_layer ID`: asks Docker (`docker diff`) what they hold; false where it does not tell. Sets `name`, `changes`,
 *   `upper`, `lower`, `pid`, `started`, `work`, `mounts` and `volumes` (place, folder of the server and name of each
 *   without a name of its own) for the others. With overlay2 the layer is the folder `upper`; else the files of a running
 *   container are seen through /proc/PID/root. Only names, times and sizes are read there, since an application can put
 *   links in the way.
 * - `layer_changes`: `A|C|D PATH` of everything; `worth_keeping` leaves out what nobody misses.
 * - `layer_times`: for such records on standard input `MODE CTIME MTIME SIZE ./PATH`, mode in hex.
 * - `pack` and `unpack LIST` (packed.ts). `lines`: records as lines, which bash and awk read much faster; a line break in a
 *   name becomes the byte 1.
 */
const layerFunctions = `
${packed/* packFunctions */.po}
lines() { tr '\\n\\0' '\\001\\n'; }
open_layer() {
  local kind source target at
  pid= upper=- lower=- work= mounts=() volumes=()
  while IFS= read -r -d '' kind && IFS= read -r -d '' source && IFS= read -r -d '' target; do
    case $kind in
      state) pid=\${source%% *} started=\${source##* } name=\${source#* } work=$target; name=\${name% *}; continue ;;
      layer) upper=\${source:--} lower=\${target:--}; continue ;;
    esac
    mounts+=("$target")
    [[ $kind =~ ^volume\\ ([0-9a-f]{64})$ ]] || continue
    [ -d "$source" ] || return 1
    volumes+=("$target" "$source" "\${BASH_REMATCH[1]}")
  done < <(docker container inspect --format '{{printf "state\\x00%v %s %s\\x00%s\\x00" .State.Pid .Name .State.StartedAt .Config.WorkingDir}}{{with .GraphDriver}}{{with .Data}}{{printf "layer\\x00%s\\x00%s\\x00" (or (index . "UpperDir") "") (or (index . "LowerDir") "")}}{{end}}{{end}}{{range .Mounts}}{{printf "%s %s\\x00%s\\x00%s\\x00" .Type .Name .Source .Destination}}{{end}}' "$1")
  [ -n "$pid" ] || return 1
  changes=$(set -o pipefail; {
    # A line break within a name is none between two records.
    { timeout ${diffSeconds} docker diff "$1" && printf '\\0'; } | LC_ALL=C sed 's,^[ACD] /,\\x00&,' | sed -z 's/\\n$//;/^$/d' || exit
    for ((at = 0; at < \${#volumes[@]}; at += 3)); do
      { find "\${volumes[at + 1]}" -xdev -mindepth 1 -printf '%P\\0' 2>/dev/null || true; } | sed -z "s,^,A $(printf %s "\${volumes[at]}" | sed 's/[\\\\&,]/\\\\&/g')/,"
    done
  } | pack)
}
layer_changes() { unpack "$changes"; }
${worthKeeping}
layer_times() {
  local entries base=$upper at place
  entries=$(pack)
  [ -d "$base" ] || base=/proc/$pid/root
  ( cd "$base" 2>/dev/null && unpack "$entries" | sed -z 's/^. /./' | xargs -0 -r stat --printf '%f %.9Z %Y %s %n\\0' -- 2>/dev/null ) || true
  for ((at = 0; at < \${#volumes[@]}; at += 3)); do
    place=\${volumes[at]}
    ( cd "\${volumes[at + 1]}" && unpack "$entries" | sed -z -n "s,^. $(printf %s "$place" | sed 's/[][\\\\.*^$,]/\\\\&/g')/,,p" |
      xargs -0 -r stat --printf "%f %.9Z %Y %s .$(printf %s "$place" | sed 's/[%\\\\]/&&/g')/%n\\0" -- 2>/dev/null ) || true
  done
}`;


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

/***/ 79468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ releaseId),
/* harmony export */   F3: () => (/* binding */ isReleaseId),
/* harmony export */   Ns: () => (/* binding */ releaseIdForm)
/* harmony export */ });
/** Whether a word has the form of a release's id. */
function isReleaseId(word) {
    return new RegExp(`^${releaseIdForm}$`).test(word);
}
/** The form of a release's id, as a regular expression of JavaScript and of bash. */
const releaseIdForm = '[0-9]{8}T[0-9]{6}Z-[0-9A-Za-z]+';
/** A release's id. `commit` may be empty. */
function releaseId(at, commit) {
    const time = at
        .toISOString()
        .replace(/[-:]/g, '')
        .replace(/\.\d+Z$/, 'Z');
    return `${time}-${commit.slice(0, 7) || 'local'}`;
}


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

/***/ 81916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ errorLogOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** Where nginx tells why it does not serve: the main file's `error_log`, else the place that it was built with. */
function errorLogOf({ tree }, { prefix, errorLogPath }) {
    const http = tree.find(({ name }) => name === 'http')?.block ?? [];
    const given = [...tree, ...http].find(({ name }) => name === 'error_log')?.args[0];
    const isFile = given !== undefined && !/^(stderr$|syslog:|memory:)/.test(given);
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(prefix ?? '/usr/local/nginx', isFile ? given : (errorLogPath ?? 'logs/error.log'));
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
/* harmony export */   P: () => (/* binding */ logsScript)
/* harmony export */ });
/* harmony import */ var _layout_release_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33433);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);


/** Shorter values are no secrets, and would take letters out of every word. */
const shortest = 8;
/**
 * Bash that prints the last log lines of a container, which a word of bash names; those since a time, another such word, or
 * all of them. What `env` gave is redacted on the runner; values that were taken over never came there, so that they are
 * taken out here: as they are, in JSON and in a URL.
 */
function logsScript(container, lines, release, since) {
    const logs = `docker logs --tail ${lines}${since === undefined ? '' : ` --since ${since}`} ${container} 2>&1`;
    if (release.container.inheritedEnvironment.length === 0)
        return logs;
    return `${logs} | awk -v file=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .inheritedVariablesFile */ .iq)(release))} '
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
  while ((getline line < file) > 0) {
    value = substr(line, index(line, "=") + 1)
    if (length(value) < ${shortest}) continue
    values[++count] = written(value, "url"); values[++count] = written(value, "json"); values[++count] = value
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
}'`;
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
function containerProbe(release) {
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
${(0,container_logs/* logsScript */.P)('"$name"', 400, release, '"${since:-0}"')}`,
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

/***/ 86078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ dnsStep),
  N: () => (/* binding */ planDnsRecord)
});

// EXTERNAL MODULE: ./.build/lib/messages/dns-record.js
var dns_record = __webpack_require__(16516);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 59 modules
var failure = __webpack_require__(86732);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/tencent/api-failure.js
var api_failure = __webpack_require__(47371);
// EXTERNAL MODULE: ./.build/lib/tencent/read-records.js
var read_records = __webpack_require__(14573);
// EXTERNAL MODULE: ./.build/lib/resources/dns-lines.js
var dns_lines = __webpack_require__(20125);
// EXTERNAL MODULE: ./.build/lib/resources/dns-refusal.js
var dns_refusal = __webpack_require__(84106);
// EXTERNAL MODULE: ./.build/lib/resources/dns-writing.js
var dns_writing = __webpack_require__(7326);
// EXTERNAL MODULE: ./.build/lib/resources/name-servers.js
var name_servers = __webpack_require__(37392);
// EXTERNAL MODULE: ./.build/lib/resources/zone-problems.js
var zone_problems = __webpack_require__(31145);
;// CONCATENATED MODULE: ./.build/lib/resources/dns-record/await-address.js



/** Waits until every authoritative server answers the one address. Throws DNS_SERVERS_BEHIND as `awaitServers` does. */
function awaitAddress(wanted, ask, clock, log) {
    const { domain, address, servers, isAlsoGood } = wanted;
    const answer = {
        name: domain,
        type: 'A',
        servers,
        isRight: (answered) => (answered.length === 1 && answered[0] === address) || (answered.length > 0 && isAlsoGood(answered)),
        told: dns_record/* dnsRecordMessages */.L.servers,
        failed: (behind, seconds) => (0,failure/* failure */.V2)('DNS_SERVERS_BEHIND', { domain, address, servers: behind, seconds }),
    };
    return (0,name_servers/* awaitServers */.V)(answer, ask, clock, log);
}

// EXTERNAL MODULE: ./.build/lib/tencent/remark.js
var remark = __webpack_require__(49690);
;// CONCATENATED MODULE: ./.build/lib/resources/dns-record/decide.js



/**
 * Decides what leaves the host name with one enabled A record of the default line, with our value. Whoever made that one,
 * it is good; what else answers in its place is changed only if it is our own or `overwrite` names its value.
 *
 * Of several records of our own application one is kept and the others go (a create that took effect although no answer
 * came, or that the list did not show yet): the caller holds the application's lock, so that the runs which made them are
 * over.
 */
function decideRecord(wanted, zone) {
    const here = zone.records.filter(dns_lines/* isDefaultLine */.I);
    const addresses = here.filter(({ type }) => type === 'A');
    const aliases = here.filter((record) => record.enabled && (0,dns_lines/* isAlias */.V)(record));
    const problems = [
        ...delegation(wanted, zone.host, here),
        ...aliases.filter((record) => !mayChange(record, wanted)).map((record) => aliasProblem(record, wanted)),
    ];
    const base = baseOf(addresses, aliases, wanted);
    const rivals = addresses.filter((record) => record.enabled && record !== base);
    // One more of our own value changes no answer.
    const inTheWay = [...(base?.type === 'A' ? [base] : []), ...rivals].filter((record) => !isRight(record, wanted) && !mayChange(record, wanted));
    problems.push(...addressProblems(inTheWay, addresses, wanted));
    if (problems.length > 0)
        return { changes: [], problems };
    const remove = (record) => ({ kind: 'remove', record });
    return {
        changes: [
            // No A record beside them: they go first. Other addresses go last, so that the name has one all the time.
            ...aliases.filter((record) => record !== base).map(remove),
            ...(base === undefined ? [{ kind: 'create' }] : []),
            ...(base === undefined || isRight(base, wanted) ? [] : [{ kind: 'modify', record: base }]),
            ...rivals.filter((record) => mayChange(record, wanted)).map(remove),
        ],
        problems: [],
    };
}
function isRight({ enabled, type, value }, { address }) {
    return enabled && type === 'A' && value === address;
}
function mayChange(record, { app, overwrite }) {
    const named = overwrite.some((value) => value.replace(/\.$/, '').toLowerCase() === record.value.toLowerCase());
    return named || (record.type === 'A' && (0,remark/* isOwn */.NP)(record, app));
}
/**
 * The record that stays, or is changed into the one that is wanted. One that has our value but is disabled comes before
 * others: a second one of the same value would be refused. What somebody else disabled, with another value, is let be.
 */
function baseOf(addresses, aliases, wanted) {
    const own = (record) => (0,remark/* isOwn */.NP)(record, wanted.app);
    return (addresses.find((record) => isRight(record, wanted) && own(record)) ??
        addresses.find((record) => isRight(record, wanted)) ??
        addresses.find(({ value }) => value === wanted.address) ??
        addresses.find((record) => record.enabled && own(record)) ??
        addresses.find(({ enabled }) => enabled) ??
        aliases[0] ??
        addresses.find(own));
}
function delegation({ domain }, host, here) {
    // Those of the zone's own name are the zone's servers.
    const servers = host === '@' ? [] : here.filter(({ type, enabled }) => type === 'NS' && enabled);
    return servers.length === 0 ? [] : [(0,failure/* failure */.V2)('DNS_RECORD_DELEGATED', { domain, servers: valuesOf(servers) })];
}
function aliasProblem({ type, value }, { domain, address }) {
    return (0,failure/* failure */.V2)('DNS_RECORD_CNAME', { domain, type, value, address });
}
/** What stands in the way of the one A record; several at once are told as one. */
function addressProblems(unchangeable, all, { domain, address }) {
    const [one, ...more] = unchangeable;
    if (one === undefined)
        return [];
    if (more.length === 0 && !one.enabled)
        return [(0,failure/* failure */.V2)('DNS_RECORD_DISABLED', { domain, address })];
    const found = all.filter((record) => record.enabled || unchangeable.includes(record));
    if (found.length === 1)
        return [(0,failure/* failure */.V2)('DNS_RECORD_FOREIGN', { domain, address, value: one.value })];
    return [(0,failure/* failure */.V2)('DNS_RECORDS_SEVERAL', { domain, address, found: valuesOf(found), foreign: valuesOf(unchangeable) })];
}
function valuesOf(records) {
    return [...new Set(records.map(({ value }) => value))].join(', ');
}

;// CONCATENATED MODULE: ./.build/lib/resources/dns-record/write-record.js





/** Makes one change. Throws `ApiFailure`, and DNS_RECORD_CHANGED where somebody else writes at the same time. */
async function writeRecord(change, writing) {
    const { log } = writing;
    const content = contentOf(writing.wanted);
    if (change.kind === 'create') {
        const id = await (0,dns_writing/* createRecord */.eC)(content, writing);
        // Not by the list, which lags behind.
        await mustBeWritten(id, content, writing);
        return log.info(dns_record/* dnsRecordMessages */.L.created(id));
    }
    const { id } = change.record;
    if (change.kind === 'remove') {
        await (0,dns_writing/* removeRecord */.GI)(id, writing);
        return log.info(dns_record/* dnsRecordMessages */.L.removed(id));
    }
    await (0,dns_writing/* modifyRecord */.IM)(change.record, content, writing);
    await mustBeWritten(id, content, writing);
    return log.info(dns_record/* dnsRecordMessages */.L.modified(id));
}
function contentOf({ app, address, run }) {
    return { type: 'A', value: address, remark: (0,remark/* renderRemark */.PJ)({ app, value: address, run }) };
}
/** Reads the record itself; one that cannot be found yet is left to the name servers to show. */
async function mustBeWritten(id, content, { tencent, zone, wanted }) {
    const found = await (0,read_records/* readRecord */.aE)(tencent, zone, id);
    if (found === undefined || ((0,dns_writing/* isAs */.br)(found, content) && found.enabled))
        return;
    const said = `${found.type} ${found.value}${found.enabled ? '' : ' (DISABLE)'}`;
    throw (0,failure/* failure */.V2)('DNS_RECORD_CHANGED', { domain: wanted.domain, found: said, address: wanted.address });
}

;// CONCATENATED MODULE: ./.build/lib/resources/dns-record/zone-findings.js


/** What a user ought to know of a zone that can be worked with. */
function zoneNotices(wanted, zone) {
    const { domain, address } = wanted;
    const { name, nameServers, delegatedTo, registration } = zone;
    const enabled = zone.records.filter((record) => record.enabled);
    const lines = enabled.filter((one) => !(0,dns_lines/* isDefaultLine */.I)(one) && (one.type === 'A' || (0,dns_lines/* isAlias */.V)(one)));
    const six = enabled.filter(({ type }) => type === 'AAAA');
    return [
        ...(registration?.realName === 'InAudit' ? [(0,failure/* failure */.V2)('DOMAIN_VERIFICATION_PENDING', { zone: name })] : []),
        ...(isDelegatedElsewhere(zone)
            ? [(0,failure/* failure */.V2)('DNS_NOT_DELEGATED', { zone: name, found: delegatedTo.join(', '), expected: nameServers.join(', ') })]
            : []),
        ...(lines.length === 0
            ? []
            : [(0,failure/* failure */.V2)('DNS_RECORD_LINES', { domain, address, records: lines.map(words).join(', ') })]),
        ...(six.length === 0
            ? []
            : [(0,failure/* failure */.V2)('DNS_RECORD_IPV6', { domain, address, found: six.map(({ value }) => value).join(', ') })]),
    ];
}
/** Whether the registry names servers that are not DNSPod's, so that what DNSPod answers may reach nobody. */
function isDelegatedElsewhere({ nameServers, delegatedTo }) {
    return nameServers.length > 0 && delegatedTo.some((server) => !nameServers.includes(server));
}
function words({ type, value, line }) {
    return `${type} ${value} (${line})`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/dns-record/dns-record.js














/** Id of the step: it ends well only where all name servers answer as they are to. */
const dnsStep = 'dns.bind';
const realTools = {
    clock: {
        now: Date.now,
        sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    ask: (0,name_servers/* askOverNetwork */.O)(),
};
/**
 * Plans how `domain` comes to lead to `address` and nowhere else. The step changes the records in DNSPod, then waits until
 * all authoritative servers answer so. It has no undo: what serves by then has been proven, and a step that was cut short is
 * finished by the next run, which decides again from what is there.
 */
function planDnsRecord(wanted, zone, tencent, tools = realTools) {
    const { changes, problems } = decideRecord(wanted, zone);
    const all = [...(0,zone_problems/* zoneProblems */.d)(wanted.domain, zone), ...problems];
    const notices = zoneNotices(wanted, zone);
    if (all.length > 0 || changes.length === 0)
        return { steps: [], problems: all, notices, replaced: undefined };
    const step = {
        kind: 'runner',
        phase: 'publish',
        id: dnsStep,
        title: (0,messages_text/* text */.Qq)(`Point ${wanted.domain} to ${wanted.address}`, `将 ${wanted.domain} 解析到 ${wanted.address}`),
        reason: reasonOf(wanted, zone),
        diff: diffOf(changes, wanted, zone),
        run: (_, log) => bind(wanted, zone, tencent, tools, log),
    };
    return { steps: [step], problems: [], notices, replaced: replacedIn(zone) };
}
async function bind(wanted, zone, tencent, { clock, ask }, log) {
    const writing = { wanted, zone, tencent, clock, log };
    const { domain, address } = wanted;
    const servers = zone.nameServers.length > 0 ? zone.nameServers : zone.delegatedTo;
    const answer = { domain, address, servers, isAlsoGood: isOfAnotherLine(zone) };
    const seen = () => awaitAddress(answer, ask, clock, log);
    await settle(writing);
    try {
        await seen();
    }
    catch (error) {
        // By now the list shows what it did not: a record of a run that ended right before this one, with another address.
        if (!(await settle(writing)))
            throw error;
        await seen();
    }
}
/** Milliseconds for which DNSPod's list may lack a record that was just made. */
const listLag = 30_000;
/**
 * Decides from what is there now, for somebody may have changed it since the plan, and makes the changes; tells whether
 * there were any. A record that the API has already and the list does not show yet is waited for, since what else is there
 * decides what is to be done.
 */
async function settle(writing) {
    const { wanted, zone, tencent, clock, log } = writing;
    const until = clock.now() + listLag;
    for (;;) {
        const { changes, problems } = decideRecord(wanted, { ...zone, records: await (0,read_records/* readRecords */.T3)(tencent, zone) });
        (0,failure/* throwAll */.Kx)(problems);
        try {
            for (const change of changes)
                await writeRecord(change, writing);
            return changes.length > 0;
        }
        catch (error) {
            if (!(0,api_failure/* hasApiCode */.ii)(error, 'InvalidParameter.DomainRecordExist'))
                throw (0,dns_refusal/* refusalOf */.O)(error, zone, refusedFor(wanted));
            // Not shown in time, but there: the name servers tell whether it answers.
            if (clock.now() >= until)
                return true;
            log.info(dns_record/* dnsRecordMessages */.L.alreadyThere);
            await clock.sleep(5000);
        }
    }
}
/** What DNSPod's refusal of an A record means, by Tencent's code. */
function refusedFor({ domain, address }) {
    return (detail, options) => {
        if ((0,dns_refusal/* isConflict */.d)(detail))
            return (0,failure/* failure */.V2)('DNS_RECORD_CONFLICT', { domain, detail }, options);
        return detail === 'OperationDenied.IPInBlacklistNotAllowed'
            ? (0,failure/* failure */.V2)('DNS_ADDRESS_REFUSED', { domain, address, detail }, options)
            : undefined;
    };
}
function reasonOf({ domain }, { records }) {
    const old = answering(records).map(({ value }) => value);
    if (old.length === 0)
        return (0,messages_text/* text */.Qq)(`${domain} does not resolve yet`, `${domain} 尚无解析记录`);
    return (0,messages_text/* text */.Qq)(`it resolves to ${old.join(', ')}`, `当前解析到 ${old.join('、')}`);
}
function diffOf(changes, { address }, { host }) {
    const line = (sign, type, value, ttl, note = '') => `${sign} ${host} ${type} ${value} TTL ${ttl}${note}`;
    return changes
        .flatMap((change) => {
        if (change.kind === 'create')
            return [line('+', 'A', address, dns_writing/* usualTtl */.pf)];
        const { type, value, ttl, enabled } = change.record;
        const old = line('-', type, value, ttl, enabled ? '' : ' (paused)');
        return change.kind === 'remove' ? [old] : [old, line('+', 'A', address, ttl || dns_writing/* usualTtl */.pf)];
    })
        .join('\n');
}
/** What the default line answers. */
function answering(records) {
    return records.filter((one) => one.enabled && (0,dns_lines/* isDefaultLine */.I)(one) && (one.type === 'A' || (0,dns_lines/* isAlias */.V)(one)));
}
function replacedIn(zone) {
    // What resolvers answer then is not from here, and stays as it is however long they are waited for.
    if (zone.delegatedTo.length === 0 || isDelegatedElsewhere(zone))
        return undefined;
    const old = answering(zone.records);
    // For a name without records, resolvers keep that there is none: 600 seconds in DNSPod's SOA.
    if (old.length === 0)
        return { answer: [], seconds: dns_writing/* usualTtl */.pf };
    const seconds = Math.max(...old.map(({ ttl }) => ttl || dns_writing/* usualTtl */.pf));
    // What an alias led to is in another zone.
    if (old.some(dns_lines/* isAlias */.V))
        return { answer: 'alias', seconds };
    return { answer: old.map(({ value }) => value), seconds };
}
/**
 * Whether an answer can be that of another line: DNSPod answers by where it is asked from, and this runner may be of a line
 * that has records of its own, which nobody changes.
 */
function isOfAnotherLine({ records }) {
    const others = records.filter((one) => one.enabled && !(0,dns_lines/* isDefaultLine */.I)(one) && (one.type === 'A' || (0,dns_lines/* isAlias */.V)(one)));
    const values = others.map(({ value }) => value);
    const old = answering(records).map(({ value }) => value);
    return (answer) => answer.every((address) => values.includes(address)) ||
        (others.some(dns_lines/* isAlias */.V) && !answer.some((address) => old.includes(address)));
}


/***/ }),

/***/ 71837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ goneByFile),
/* harmony export */   r: () => (/* binding */ goneFunctions)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

/**
 * Bash functions that tell a container that is gone from an engine that does not answer:
 * - `gone ID`: true only where Docker lists its containers and none has this id.
 * - `await_engine`: waits until Docker answers, a minute at most: it may be restarting.
 */
const goneFunctions = `gone() {
  local all
  all=$(docker ps -aq --no-trunc 2>/dev/null) || return 2
  case $'\\n'$all$'\\n' in *$'\\n'"$1"$'\\n'*) return 1 ;; esac
}
await_engine() {
  local left
  for left in {1..30}; do ! docker ps -q >/dev/null 2>&1 || return 0; sleep 2; done
  return 1
}`;
/** Bash that is true where the container whose id is in `file` is gone, or where none was made. */
function goneByFile(file) {
    return `{ id=$(cat ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(file)} 2>/dev/null) || id=; [ -z "$id" ] || gone "$id"; }`;
}


/***/ }),

/***/ 22065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Fz: () => (/* binding */ planImage),
  FA: () => (/* binding */ removeBuildLeftovers),
  aH: () => (/* binding */ removeImage)
});

// UNUSED EXPORTS: buildCommand

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 59 modules
var failure = __webpack_require__(86732);
// EXTERNAL MODULE: ./.build/lib/dockerfile/pull-failure.js
var pull_failure = __webpack_require__(16373);
;// CONCATENATED MODULE: ./.build/lib/dockerfile/build-failure.js


/** How BuildKit begins the line that says why a build failed; the classic builder's is its last. */
const verdict = /^ERROR: (?:failed to build: )?failed to solve: /;
/** How either says that a command of the Dockerfile failed; what that printed are no words of Docker's. */
const ofCommand = /did not complete successfully|returned a non-zero code/;
/** How either says that an image could not be had. */
const ofPull = /failed to resolve source metadata|failed to (?:authorize|fetch)|pull access denied|^manifest for |^Get "https?:|^toomanyrequests|^no matching manifest|^error pulling image/;
/**
 * The failure that a build's last lines of output stand for. Base images are pulled before (resources/base-image.ts), but
 * for those that the builder alone can tell; anything else is the Dockerfile's own.
 */
function explainBuild(output, puller) {
    const line = output.split('\n').findLast((one) => verdict.test(one)) ?? (0,pull_failure/* lastWords */.a)(output);
    const said = line.replace(verdict, '').trim();
    if (/no space left on device/i.test(output))
        return (0,failure/* failure */.V2)('BUILD_DISK_FULL', {}, { evidence: output });
    if (ofCommand.test(said) || !ofPull.test(said)) {
        return (0,failure/* failure */.V2)('BUILD_FAILED', { detail: said }, { evidence: output });
    }
    return (0,pull_failure/* pullFailure */.y)(imageIn(said), said, output, puller);
}
/** The image that such a line speaks of, as far as it says. */
function imageIn(said) {
    const found = /source metadata for (\S+): |manifest for (\S+) (?:not found|unknown)|denied for ([^\s,]+)/.exec(said);
    return found?.slice(1).find((image) => image !== undefined) ?? '-';
}

// EXTERNAL MODULE: ./.build/lib/engine/apply.js + 8 modules
var apply = __webpack_require__(22268);
// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/layout/release-paths.js
var release_paths = __webpack_require__(33433);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/release/labels.js
var labels = __webpack_require__(10509);
// EXTERNAL MODULE: ./.build/lib/release/names.js
var names = __webpack_require__(16260);
// EXTERNAL MODULE: ./.build/lib/release/shown.js
var shown = __webpack_require__(22697);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/resources/disk-growth.js
var disk_growth = __webpack_require__(82919);
// EXTERNAL MODULE: ./.build/lib/resources/place-jar.js
var place_jar = __webpack_require__(69167);
// EXTERNAL MODULE: ./.build/lib/shell/range.js
var range = __webpack_require__(22534);
;// CONCATENATED MODULE: ./.build/lib/resources/unpacking.js

/**
 * Bash that takes a jar apart by its recipe (src/jar/unpacking-recipe.ts) with dd, gzip, tar, mkdir and xargs. It defines
 * `take_apart JAR RECIPE FOLDER`, which fills a folder that is there and empty; the jar is one whose SHA-256 was proven.
 *
 * A stored file is a range of the jar. Deflated ones go through one gzip and one tar: each is a gzip member of its own,
 * whose checksum gzip proves; the tar header before it is one as well, not compressed.
 */
const unpacking = `take_apart() (
  set -f
  set -o pipefail
  umask 022
  export LC_ALL=C
  recipe=$(gzip -dc "$2") || exit 1
  cd "$3" || exit 1
  IFS=$'\\n'
  lines=($recipe)
  IFS=' '
  jar=$1
  printf -v nothing '\\\\000%.0s' {1..1536}
  member='\\037\\213\\010\\000\\000\\000\\000\\000\\000\\003'
  ${range/* rangeFunction */.E}
  # Numbers and hexadecimal bytes as escapes of printf, into the variable that comes first.
  short() { printf -v "$1" '\\\\%03o\\\\%03o' $(($2 & 255)) $(($2 >> 8 & 255)); }
  long() { printf -v "$1" '\\\\%03o\\\\%03o\\\\%03o\\\\%03o' $(($2 & 255)) $(($2 >> 8 & 255)) $(($2 >> 16 & 255)) $(($2 >> 24 & 255)); }
  bytes() { printf -v "$1" '\\\\x%s\\\\x%s\\\\x%s\\\\x%s' "\${2:0:2}" "\${2:2:2}" "\${2:4:2}" "\${2:6:2}"; }
  # Of a line what is before its path, word by word, and the path.
  fields() { field=(\${1%%$'\\t'*}); path=\${1#*$'\\t'}; }
  stored() {
    for line in \${lines[@]+"\${lines[@]}"}; do
      [[ $line == S\\ * ]] || continue
      fields "$line"
      offset=\${field[1]} size=\${field[2]}
      if [ "$size" = 0 ]; then : >"$path"; else range "$jar" "$offset" "$size" >"$path"; fi || return 1
    done
  }
  alone() {
    for line in \${lines[@]+"\${lines[@]}"}; do
      [[ $line == L\\ * ]] || continue
      fields "$line"
      long isize "\${field[3]}"
      bytes crc "\${field[4]}"
      { printf "$member" && range "$jar" "\${field[1]}" "\${field[2]}" && printf "$crc$isize"; } | gzip -dc >"$path" || return 1
    done
  }
  # A part of the jar as escapes, 512 bytes a row; and bytes of it, \`cut FROM COUNT\`, into \`piece\`.
  rows() {
    local text
    text=$(range "$jar" "$1" "$2" | od -An -v -to1 -w512 | tr ' ' '\\\\') || return 1
    IFS=$'\\n'
    row=($text)
    IFS=' '
  }
  cut() {
    local at=$(($1 / 512)) from=$(($1 % 512)) left=$2
    piece=\${row[at]:from * 4:left * 4}
    for ((left -= 512 - from; left > 0; left -= 512)); do
      at=$((at + 1))
      piece+=\${row[at]:0:left * 4}
    done
  }
  # A gzip member that is not compressed, up to where its bytes begin: \`open LENGTH\`, into \`begin\`.
  open() {
    short length "$1"
    short other $((65535 - $1))
    begin="$member\\\\001$length$other"
  }
  deflated() {
    padding=0
    for line in \${lines[@]+"\${lines[@]}"}; do
      case $line in
        Z\\ * | z\\ *) ;;
        R\\ *)
          fields "$line"
          rows "\${field[1]}" "\${field[2]}" || return 1
          continue ;;
        E\\ *)
          bytes crc "\${line#E }"
          open $((padding + 1024))
          printf "$begin\${nothing:0:(padding + 1024) * 4}$crc$length\\\\000\\\\000"
          return ;;
        *) continue ;;
      esac
      fields "$line"
      size=\${field[3]} before=\${field[7]} prefix=
      [ "$before" = 0 ] || { prefix=\${path:0:before}; path=\${path:before + 1}; }
      bytes crc "\${field[4]}"
      bytes header "\${field[6]}"
      open $((padding + 512))
      printf -v octal '%011o' "$size"
      long isize "$size"
      piece=
      [ "\${field[0]}" = Z ] || cut "\${field[1]}" "\${field[2]}"
      begin+="\${nothing:0:padding * 4}%s\${nothing:0:(100 - \${#path}) * 4}0000644\\\\0000000000\\\\0000000000\\\\000%s\\\\00000000000000\\\\000%s\\\\000 0\${nothing:0:400}ustar\\\\00000\${nothing:0:320}%s\${nothing:0:(167 - \${#prefix}) * 4}"
      printf "$begin$header$length\\\\000\\\\000$member$piece" "$path" "$octal" "\${field[5]}" "$prefix" || return 1
      [ "\${field[0]}" = z ] || range "$jar" "\${field[1]}" "\${field[2]}" || return 1
      printf "$crc$isize" || return 1
      padding=$(((512 - size % 512) % 512))
    done
  }
  printf '%s\\n' "$recipe" | sed -n 's/^D\\t//p' | xargs -d '\\n' mkdir -p -- || exit 1
  { stored && alone; } &
  deflated | gzip -dc | tar -x -m --no-same-owner -f - || { wait; exit 1; }
  wait $!
)`;

;// CONCATENATED MODULE: ./.build/lib/resources/image.js












/** The `docker build` of a release as argv. Of a jar that is taken apart it sees the layers alone. */
function buildCommand(release) {
    const folder = (0,release_paths/* buildDirectory */.WP)(release);
    const context = release.build.unpacked === undefined ? folder : (0,application_paths/* unpackedDirectory */.t)(release.app);
    return [
        // Without it a build that fails leaves the container of its last step (docker build --help).
        ...['docker', 'build', '--force-rm', '--file', `${folder}/Dockerfile`, '--tag', (0,names/* imageTag */.I)(release)],
        ...['--label', `${labels/* label */.P.app}=${release.app}`, '--label', `${labels/* label */.P.release}=${release.id}`],
        ...release.build.arguments.flatMap(({ name, value }) => ['--build-arg', `${name}=${value}`]),
        context,
    ];
}
/**
 * Steps that bring the image of `release`.
 * `latestIsOurs`: whether `<image>:latest` may be led to it; somebody else's keeps what it names (rule *Ours*).
 * `before`: the release that serves now; what the disk has of it does not count as growth.
 */
function planImage(release, source, latestIsOurs, puller, before) {
    const tag = (0,names/* imageTag */.I)(release);
    const free = `! docker image inspect ${(0,quote/* quote */.h)(tag)} >/dev/null 2>&1 || failure IMAGE_TAG_TAKEN tag=${(0,quote/* quote */.h)(tag)}`;
    const undo = `${removeImage(tag, release.app)} || ! docker image inspect ${(0,quote/* quote */.h)(tag)} >/dev/null 2>&1`;
    const build = {
        kind: 'server',
        phase: 'prepare',
        id: 'image.build',
        title: (0,messages_text/* text */.Qq)(`Build image ${tag}`, `构建镜像 ${tag}`),
        reason: (0,messages_text/* text */.Qq)('the jar or what is built around it is new', 'jar 或其构建内容有变化'),
        diff: `+ ${(0,quote/* commandLine */.a)(buildCommand((0,shown/* shownRelease */.z)(release)))}`,
        streams: true,
        // A builder is silent while it pulls, and a command may be.
        silentSeconds: 1800,
        endable: true,
        script: `${buildScript(release, free)}\n${(0,disk_growth/* measureGrowth */.mg)(release, before)}`,
        undo: release.build.unpacked === undefined ? undo : `${removeUnpacked(release)}\n${undo}`,
        explain: (result) => explainBuild((0,apply/* lastLines */.w$)(result.stdout, 40), puller),
    };
    const rename = (from) => ({
        kind: 'server',
        phase: 'prepare',
        id: 'image.tag',
        title: (0,messages_text/* text */.Qq)(`Name image ${tag}`, `标记镜像 ${tag}`),
        reason: (0,messages_text/* text */.Qq)('its content did not change', '镜像内容没有变化'),
        script: `${free}\ndocker tag ${(0,quote/* quote */.h)(from)} ${(0,quote/* quote */.h)(tag)}\n${(0,disk_growth/* measureGrowth */.mg)(release, before)}`,
        undo,
    });
    const brought = source.from === 'server' ? [] : [source.from === 'build' ? build : rename(source.tag)];
    return [...brought, ...(latestIsOurs ? [nameLatest(release)] : [])];
}
function nameLatest(release) {
    const latest = `${release.image}:latest`;
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'record',
        id: 'image.latest',
        title: (0,messages_text/* text */.Qq)(`${latest} is this release`, `${latest} 指向本版本`),
        reason: (0,messages_text/* text */.Qq)('for people who look with docker images', '便于用 docker images 查看'),
        script: `! docker image inspect ${(0,quote/* quote */.h)(latest)} >/dev/null 2>&1 || ${isOfApp(latest, release.app)} || failure IMAGE_LATEST_TAKEN tag=${(0,quote/* quote */.h)(latest)}
docker tag ${(0,quote/* quote */.h)((0,names/* imageTag */.I)(release))} ${(0,quote/* quote */.h)(latest)}`,
    };
}
/** Bash condition: whether the image of a name was built for an application. */
function isOfApp(tag, app) {
    const format = `{{index .Config.Labels ${JSON.stringify(labels/* label */.P.app)}}}`;
    return `[ "$(docker image inspect --format ${(0,quote/* quote */.h)(format)} ${(0,quote/* quote */.h)(tag)} 2>/dev/null)" = ${(0,quote/* quote */.h)(app)} ]`;
}
/** Bash that takes a name from an image, where that was built for the application; fails where docker refuses. */
function removeImage(tag, app) {
    return `{ ! ${isOfApp(tag, app)} || docker image rm ${(0,quote/* quote */.h)(tag)} >/dev/null 2>&1; }`;
}
/**
 * The build; afterwards images go that earlier builds left without a name, but for those that this one went through. In
 * the middle of a build an image has no label of a release: what somebody made of a whole one (`docker commit`) has it.
 */
function buildScript(release, free) {
    const log = (0,quote/* quote */.h)(`${(0,release_paths/* releaseDirectory */.fF)(release)}/build.log`);
    const format = `{{index .Config.Labels ${JSON.stringify(labels/* label */.P.release)}}}`;
    const build = `${(0,quote/* commandLine */.a)(buildCommand(release))} 2>&1 | tee ${log}`;
    return `${free}
set -o pipefail
${release.build.unpacked === undefined ? build : unpackedFor(release, build)}
docker image ls -q --no-trunc --filter dangling=true --filter ${(0,quote/* quote */.h)(`label=${labels/* label */.P.build}=${release.app}`)} | sort -u | while IFS= read -r image; do
  part=\${image#sha256:}
  grep -qF "\${part:0:12}" ${log} || [ -n "$(docker image inspect --format ${(0,quote/* quote */.h)(format)} "$image" 2>/dev/null || echo gone)" ] ||
    docker image rm "$image" >/dev/null 2>&1 || true
done
rm -f ${log}`;
}
/** `build` with the jar taken apart before it; what came of that is there only as long as it runs. */
function unpackedFor(release, build) {
    const folder = (0,quote/* quote */.h)((0,application_paths/* unpackedDirectory */.t)(release.app));
    const jar = `${(0,release_paths/* buildDirectory */.WP)(release)}/${release.build.jarDestinations[0]}`;
    return `${unpacking}
# A jar that was kept for a rollback lies there for long.
${(0,place_jar/* mustBeJar */.uf)(release, jar)}
rm -rf ${folder}
mkdir -m 700 ${folder}
printf %s ${release.id} >${folder}/${ownerFile}
take_apart ${(0,quote/* quote */.h)(jar)} ${(0,quote/* quote */.h)((0,release_paths/* recipeFile */.PN)(release))} ${folder} || {
  ${removeUnpacked(release)}
  failure JAR_NOT_UNPACKED path=${(0,quote/* quote */.h)(jar)}
}
built=0
${build} || built=$?
${removeUnpacked(release)}
[ "$built" = 0 ] || exit "$built"`;
}
/** In the folder that a jar is taken apart in: the id of the release whose build that is for. */
const ownerFile = '.release';
/** Bash that removes what the jar was taken apart into; what another run has there by now, whose turn it is, stays. */
function removeUnpacked(release) {
    const folder = (0,quote/* quote */.h)((0,application_paths/* unpackedDirectory */.t)(release.app));
    return `[ "$(cat ${folder}/${ownerFile} 2>/dev/null)" != ${release.id} ] || rm -rf ${folder}`;
}
/** The step that removes the containers of a build that was cut short; none of them runs. */
function removeBuildLeftovers(ids) {
    if (ids.length === 0)
        return [];
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'image.remove-leftovers',
            title: (0,messages_text/* text */.Qq)(`Remove ${ids.length} container(s) of an interrupted build`, `删除中断的构建留下的 ${ids.length} 个容器`),
            reason: (0,messages_text/* text */.Qq)('docker build left them when it was interrupted', 'docker build 中断时留下的'),
            diff: ids.map((id) => `- ${id.slice(0, 12)}`).join('\n'),
            // Without -f: docker refuses one that runs.
            script: `docker rm ${ids.map(quote/* quote */.h).join(' ')} >/dev/null 2>&1 || true`,
        },
    ];
}


/***/ }),

/***/ 1566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ noteWorkers),
/* harmony export */   OT: () => (/* binding */ tellCut),
/* harmony export */   cp: () => (/* binding */ workersFunction),
/* harmony export */   ow: () => (/* binding */ drainScript)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

// When process `$1` began, in clock ticks after the boot: `starttime` of proc(5). Its name may hold spaces and brackets.
const bornOf = `born_of() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20; }`;
/**
 * Bash functions about workers of nginx:
 * - `nginx_workers` prints those that serve, `PID BORN` a line. Any process may call itself a worker: only children of a
 *   master of root's that runs `program` are. A number may become another process's, so that each is known by when it
 *   began, too. One that only ends its last requests has another title.
 * - `serves PID BORN`: whether that one still does.
 */
function workersFunction(program) {
    return `nginx_workers() {
  local process parent exe
  for process in $(grep -lsxz 'nginx: worker process' /proc/[0-9]*/cmdline); do
    process=\${process%/cmdline}
    parent=$(sed -n 's/^PPid:[[:space:]]*/\\/proc\\//p' "$process/status" 2>/dev/null) || continue
    grep -Eqs '^Uid:([[:space:]]+0){4}$' "$parent/status" && [ "$parent/root" -ef / ] || continue
    exe=$(readlink "$parent/exe" 2>/dev/null) || continue
    [ "\${exe% (deleted)}" = ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(program)} ] || continue
    echo "\${process#/proc/} $(born_of "\${process#/proc/}")"
  done
}
${bornOf}
serves() { grep -qsxz 'nginx: worker process' "/proc/$1/cmdline" && [ "$(born_of "$1")" = "$2" ]; }`;
}
/**
 * Bash that notes the workers of now: after the reload they are the old ones, and end when their requests do. Needs
 * {@link workersFunction} in front.
 */
function noteWorkers(folder) {
    return `nginx_workers >${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${folder}/workers`)}`;
}
/**
 * Bash that waits until no worker noted carries anything that ends with the old version, a limit at most: nginx itself sets
 * none to its last requests. Connections of other sites are not waited for. What is open at the end is noted in `folder`
 * for {@link tellCut}.
 */
function drainScript(folder, { seconds, ports, ownPorts, backEnds }) {
    const [workers, cut] = [(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${folder}/workers`), (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${folder}/cut`)];
    return `deadline=$((SECONDS + ${seconds}))
${bornOf}
lives() { grep -qsz 'nginx: worker process' "/proc/$1/cmdline" && [ "$(born_of "$1")" = "$2" ]; }
# Prints how many connections of workers noted are open: all that are waited for, and those that end with the old version.
carried() {
  local pid born pids=,
  while read -r pid born; do ! lives "$pid" "$born" || pids=$pids$pid,; done <${workers}
  [ "$pids" != , ] || { echo 0 0; return; }
  ss -tnp state established 2>/dev/null | awk -v pids="$pids" -v ports=,${ports.join(',')}, -v own=,${ownPorts.join(',')}, -v ends=,${backEnds.join(',')}, '
    function port_of(address) { sub(/.*:/, "", address); return "," address "," }
    { named = named || /users:/ }
    match($0, /",(pid=)?[0-9]+,/) {
      pid = substr($0, RSTART + 2, RLENGTH - 3); sub(/^pid=/, "", pid)
      if (!index(pids, "," pid ",")) next
      if (index(ends, port_of($4))) { back++; all++ }
      else if (index(ports, port_of($3))) { all++; if (index(own, port_of($3))) front++ }
    }
    # Where it is not told whose connections they are, a worker that lives may carry some.
    END { print (named ? all + 0 : 1), (front > back ? front : back + 0) }'
}
read -r open ending < <(carried)
while [ "$open" -gt 0 ] && [ "$SECONDS" -lt "$deadline" ]; do
  sleep 0.3
  read -r open ending < <(carried)
done
{ echo "$ending" >${cut}; } 2>/dev/null || true
# What stops next is waited for no more.
: >${workers}`;
}
/** Bash that warns of what was still open when the old version was stopped. */
function tellCut(folder, { seconds }) {
    return `read -r ending 2>/dev/null <${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${folder}/cut`)} || ending=0
[ "\${ending:-0}" -eq 0 ] || notice DRAIN_CUT "connections=$ending" seconds=${seconds}`;
}


/***/ }),

/***/ 69167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ indexBeside),
/* harmony export */   Fr: () => (/* binding */ jarIsPlaced),
/* harmony export */   Lv: () => (/* binding */ placeJar),
/* harmony export */   uf: () => (/* binding */ mustBeJar)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33433);
/* harmony import */ var _release_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56492);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21395);




/**
 * Bash that puts the jar at `source` where the Dockerfile looks for it, and notes its pieces and its hash for later runs.
 * `index`: bash that prints the index; one that cannot be written is no failure, the next jar is sent whole then. All of it
 * is done from within the release's folder: where that was taken back meanwhile, nothing of it is made again.
 */
function placeJar(release, source, verb, index) {
    const folder = (0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseDirectory */ .fF)(release);
    const within = (path) => `.${path.slice(folder.length)}`;
    const [first, ...others] = release.build.jarDestinations.map((path) => within(`${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .buildDirectory */ .WP)(release)}/${path}`));
    const build = within((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .buildDirectory */ .WP)(release));
    const target = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(first ?? build);
    const [note, kept] = [within((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .jarNoteIn */ .pE)(folder)), within((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .jarIndexIn */ .rp)(folder))].map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h);
    return [
        (0,_release_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .ourFolders */ .Cf)(release.app),
        `cd ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(folder)} && is_ours . ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(release.id)} || { printf '%s\\n' 'the folder of the release is gone' >&2; exit 1; }`,
        ...[first ?? build, ...others].map((path) => `mkdir -p ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path))}`),
        verb === 'mv'
            ? `mv -f ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(source)} ${target}`
            : `ln -f ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(source)} ${target} 2>/dev/null || cp -p ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(source)} ${target}`,
        `chmod 644 ${target}`,
        ...others.map((path) => `ln -f ${target} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(path)}`),
        // What the hash stands for is on disk before it: later releases take the jar by it.
        `flush ${target} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(build)}`,
        ...(index === undefined
            ? []
            : [
                `rm -f ${kept}.new`,
                `if (umask 077; { ${index} && printf '@ %s\\n' "$(stat -c '%s %Y' ${target})"; } >${kept}.new); then`,
                `  put_in_place ${kept}.new ${kept}`,
                `else rm -f ${kept}.new; fi`,
            ]),
        `printf '%s\\n' ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(noteOf(release))} >${note}.new`,
        `put_in_place ${note}.new ${note}`,
        'cd /',
    ].join('\n');
}
/** A condition of bash: the jar of the release is in its place. */
function jarIsPlaced(release) {
    const folder = (0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseDirectory */ .fF)(release);
    return `[ "$(cat ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .jarNoteIn */ .pE)(folder))} 2>/dev/null)" = ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(noteOf(release))} ]`;
}
/** Bash that prints the index of the release that the jar at `source` belongs to; fails where that has none. */
function indexBeside(source) {
    return `{ [ -f ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .jarIndexIn */ .rp)(folderOf(source)))} ] && sed '$d' ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .jarIndexIn */ .rp)(folderOf(source)))}; }`;
}
/** Bash that ends the script where the jar at `source` was changed since it came: the next run uploads its own. */
function mustBeJar({ build: { jar } }, source) {
    return `[ "$(sha256sum <${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(source)})" = '${jar.sha256}  -' ] || {
  rm -f ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .jarNoteIn */ .pE)(folderOf(source)))} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .jarIndexIn */ .rp)(folderOf(source)))}
  failure JAR_CHANGED_ON_SERVER path=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(source)}
}`;
}
function folderOf(source) {
    return source.slice(0, source.indexOf('/build/'));
}
function noteOf({ build: { jar, jarDestinations } }) {
    return `${jar.sha256} ${jarDestinations[0] ?? ''}`;
}


/***/ }),

/***/ 99880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ planMissingRecord),
/* harmony export */   W3: () => (/* binding */ releasesToPrune),
/* harmony export */   eT: () => (/* binding */ deployLogLine),
/* harmony export */   gs: () => (/* binding */ removeRelease),
/* harmony export */   sF: () => (/* binding */ renderRecord),
/* harmony export */   wM: () => (/* binding */ planPrune),
/* harmony export */   x1: () => (/* binding */ planRecord)
/* harmony export */ });
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10386);
/* harmony import */ var _layout_release_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33433);
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91520);
/* harmony import */ var _release_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56492);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(16260);
/* harmony import */ var _shell_heredoc_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(72487);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _gone_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71837);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22065);









/** A release as its record holds it. */
function renderRecord(release) {
    return `${JSON.stringify(release, null, 2)}\n`;
}
/** The step that makes `release` the recorded and current one. */
function planRecord(release) {
    const folder = (0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseDirectory */ .fF)(release);
    const application = (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .applicationDirectory */ .gZ)(release.app);
    const uploads = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .incomingDirectory */ .kR)(release.app));
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'record',
        id: 'release.record',
        title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)(`${application}/current is ${release.id}`, `${application}/current 指向 ${release.id}`),
        reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)('later runs and people find what serves there', '后续运行和运维人员据此找到当前版本'),
        script: `umask 077
base64 -d >${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${folder}/release.json.new`)} <<'EOF'
${(0,_shell_heredoc_js__WEBPACK_IMPORTED_MODULE_7__/* .encode */ .l)(renderRecord(release))}
EOF
put_in_place ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${folder}/release.json.new`)} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .recordFile */ .mR)(release))}
rm -f ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .plannedFile */ .vU)(release))}
${leadCurrent(release)}
rm -rf ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${folder}/switch/stage`)} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .unpackedDirectory */ .t)(release.app))}
# What an upload that was broken off left is of no use any more.
for file in ${uploads}/*.jar ${uploads}/*.jar.* ${uploads}/*.image ${uploads}/*.image.*; do
  ! [[ \${file##*/} =~ ^[0-9a-f]{64}[.](jar|image)([.](part|rest)-[0-9a-f.]+)?$ ]] || rm -f "$file"
done
rmdir ${uploads} 2>/dev/null || true`,
    };
}
/**
 * Bash that points `current` at a release. The link is made in the release's folder, where nothing of anybody else's has
 * its name. It is flushed by its folders: `sync` follows a link, and this one does not resolve where it is made.
 */
function leadCurrent(release) {
    const [folder, application] = [(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseDirectory */ .fF)(release), (0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .applicationDirectory */ .gZ)(release.app)];
    const link = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${folder}/current.new`);
    return `rm -f ${link}
ln -s ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`releases/${release.id}`)} ${link}
flush ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(folder)}
mv -fT ${link} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${application}/current`)}
flush ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(application)}`;
}
/** The step that writes the record which an earlier run failed to write, of a release that serves; it comes first. */
function planMissingRecord(release) {
    const [planned, record] = [(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .plannedFile */ .vU)(release)), (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .recordFile */ .mR)(release))];
    return {
        kind: 'server',
        phase: 'prepare',
        id: 'release.record-missing',
        title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)(`Record ${release.id}, which serves`, `记录正在提供服务的版本 ${release.id}`),
        reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)('an earlier run could not write its record', '先前的运行未能写入其记录'),
        diff: `+ ${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .recordFile */ .mR)(release)}\n+ ${(0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .applicationDirectory */ .gZ)(release.app)}/current -> releases/${release.id}`,
        script: `[ ! -f ${planned} ] || put_in_place ${planned} ${record}
${leadCurrent(release)}`,
    };
}
/** The releases that go beyond `keep`, once `release` is recorded. */
function releasesToPrune(release, recorded, keep) {
    if (recorded.length < keep)
        return [];
    return recorded.filter((id) => id !== release.id).slice(0, -(keep - 1) || undefined);
}
/** The step that removes the releases that go beyond `keep`; those kept are there to go back to. */
function planPrune(release, recorded, keep) {
    const old = releasesToPrune(release, recorded, keep);
    if (old.length === 0)
        return [];
    return [
        {
            kind: 'switch',
            phase: 'switch',
            pass: 1,
            stage: 'prune',
            id: 'release.prune',
            title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)(`Remove ${old.length} old release(s), keep ${keep}`, `删除 ${old.length} 个旧版本，保留 ${keep} 个`),
            reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)('old images fill the disk', '旧镜像会占满磁盘'),
            diff: old.map((id) => `- ${id}`).join('\n'),
            script: old.map((id) => removeRelease(release, id)).join('\n'),
        },
    ];
}
/**
 * Bash that removes image and folder of a release, as far as they are ours. While its container is there, so do they stay:
 * its id and the files that it mounts are in the folder.
 */
function removeRelease({ app, image }, id) {
    return `${_gone_js__WEBPACK_IMPORTED_MODULE_2__/* .goneFunctions */ .r}
if ${(0,_gone_js__WEBPACK_IMPORTED_MODULE_2__/* .goneByFile */ .l)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .containerFile */ .YS)({ app, id }))}; then
${(0,_image_js__WEBPACK_IMPORTED_MODULE_3__/* .removeImage */ .aH)((0,_release_names_js__WEBPACK_IMPORTED_MODULE_8__/* .imageTag */ .I)({ image, id }), app)} || true
${(0,_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .ourFolders */ .Cf)(app)}
remove_ours ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseDirectory */ .fF)({ app, id }))}
fi`;
}
/** Bash that adds the line of this run to deploy.log; `$outcome` says how it ended. */
function deployLogLine(release, subject) {
    const who = release.origin.actor || '-';
    const line = [who, release.origin.runUrl || '-', release.id]
        .map((word) => word.replace(/[\s\x00-\x1f\x7f-\x9f]+/g, '_'))
        .join(' ');
    return `printf '%s %s %s %s\\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(line)} "$outcome" ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(subject.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, ' '))} >>${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .deployLog */ .Wk)(release.app))}`;
}


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

/***/ 86327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ enableSteps)
/* harmony export */ });
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91520);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);


/**
 * The step that has systemd start nginx at boot, where it does not: the last one before the point of no return, once nginx
 * is proven in `pass`, the last pass. A unit that somebody enabled or disabled meanwhile is left as it is.
 */
function enableSteps(nginx, pass, folder) {
    if (nginx.unit === undefined || !nginx.disabled)
        return [];
    const unit = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(nginx.unit);
    const note = (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(`${folder}/nginx-was-disabled`);
    return [
        {
            kind: 'switch',
            phase: 'switch',
            pass,
            stage: 'prove',
            id: 'site.enable',
            title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Have systemd start nginx at boot', '设置 nginx 开机自动启动'),
            reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`${nginx.unit} is disabled`, `${nginx.unit} 未设为开机启动`),
            diff: `+ systemctl enable ${nginx.unit}`,
            script: `rm -f ${note}
if [ "$(systemctl is-enabled ${unit} 2>/dev/null)" = disabled ]; then
  : >${note}
  flush ${note} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(folder)}
  systemctl enable ${unit}
fi`,
            undo: `if [ -e ${note} ]; then
  systemctl disable ${unit}
  rm -f ${note}
fi`,
        },
    ];
}


/***/ }),

/***/ 27995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ unchanged),
/* harmony export */   Nn: () => (/* binding */ forgetScript),
/* harmony export */   Pv: () => (/* binding */ swapScript),
/* harmony export */   Q: () => (/* binding */ restoreScript),
/* harmony export */   x5: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _shell_heredoc_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72487);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);



/**
 * Bash that puts the new bytes in place of the file in one step. The old file keeps a second name beside it, with `key` in
 * it: it comes back by a rename, which needs no space. Names that begin with a dot are taken by no `include` of a folder
 * (glob(7)). Another's keeps its owner and mode. Needs the prelude in front.
 */
function swapScript(change, key) {
    const { before, after, ours } = change;
    return [
        ...locate(change),
        backupName(key),
        ...(before === undefined ? [refuseForeign(change)] : [...(ours ? [] : [unchanged(change)]), keepOld]),
        ...(before === undefined || ours ? ['rm -f "$new"'] : ['cp -a "$file" "$new"']),
        `base64 -d >"$new" <<'EOF'\n${(0,_shell_heredoc_js__WEBPACK_IMPORTED_MODULE_2__/* .encode */ .l)(after)}\nEOF`,
        ...(ours ? ['chmod 644 "$new"'] : []),
        'put_in_place "$new" "$file"',
    ].join('\n');
}
/** A link where the file system has them: the same file under two names, until the new one takes the first. */
const keepOld = `if [ -f "$file" ]; then
  ln -f "$file" "$backup" 2>/dev/null || { cp -a "$file" "$backup.new"; put_in_place "$backup.new" "$backup"; }
  flush "$backup" "\${file%/*}"
fi`;
/** What came to be there since the survey is somebody's, unless it is a file of ours, or nothing but what a crash left. */
function refuseForeign({ path }) {
    return `if [ -e "$file" ] && ! head -n 1 "$file" | grep -aq '^# managed by deploy-miniprogram-backend: ' && [ -n "$(tr -d '\\000[:space:]' <"$file")" ]; then
  failure NGINX_FILE_CHANGED file=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)}
fi`;
}
/**
 * Bash that puts the old file back, or takes the new one away where there was none. Needs no space on the disk.
 * Idempotent; a swap that had not begun changes nothing. `nginx` is
 * the command line of this server's.
 */
function restoreScript(change, key, nginx) {
    const { path, before, after, ours } = change;
    // Edited or removed since: whoever did so is not overruled, and finds the old file beside it.
    const edited = `elif [ -f "$backup" ] && ! ${hasBytes(after)} && ! ${hasBytes(before ?? Buffer.alloc(0))}; then
  failure NGINX_FILE_EDITED file=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)} backup="$backup" nginx=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(nginx)}`;
    return [
        ...locate(change),
        backupName(key),
        'rm -f "$new"',
        'if [ "$backup" -ef "$file" ]; then',
        // rename(2) leaves two names of one file as they are.
        '  rm -f "$backup"',
        ...(ours ? [] : [edited]),
        'elif [ -f "$backup" ]; then',
        '  mv -fT "$backup" "$file"',
        ...(before?.equals(after) ? [] : [`elif ${hasBytes(after)}; then`, before === undefined ? takeAway : gone]),
        'fi',
        'flush "${file%/*}"',
    ].join('\n');
}
const takeAway = '  rm -f "$file"';
/** Somebody removed it; what the new file names must stay. */
const gone = `  printf '%s is gone\\n' "$backup" >&2; exit 1`;
/** Bash that removes what {@link swapScript} kept, once nothing undoes any more, or before a swap with that key began. */
function forgetScript(change, key) {
    return [...locate(change), backupName(key), 'rm -f "$backup" "$backup.new" "$new"'].join('\n');
}
/** Bash that names what became of another's file since it was surveyed: two may edit one. */
function unchanged({ path, before }) {
    return `${hasBytes(before ?? Buffer.alloc(0))} || failure NGINX_FILE_CHANGED file=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)}`;
}
function hasBytes(bytes) {
    const sum = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
    return `[ "$(sha256sum <"$file" 2>/dev/null | cut -d ' ' -f 1)" = ${sum} ]`;
}
/** Sets `file` to where the bytes really lie, and `new` to a name beside it. */
function locate({ path, before }) {
    return [
        before === undefined ? `file=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)}` : `file=$(readlink -f ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)}) || file=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)}`,
        `new="\${file%/*}/.\${file##*/}.deploy"`,
    ];
}
function backupName(key) {
    return `backup="\${file%/*}/.\${file##*/}.before-"${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(key)}`;
}


/***/ }),

/***/ 85589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ applicationLogOf),
  I: () => (/* binding */ proveScript)
});

// EXTERNAL MODULE: ./.build/lib/fragments/serving.js
var serving = __webpack_require__(74820);
// EXTERNAL MODULE: ./.build/lib/nginx/command.js
var command = __webpack_require__(20548);
// EXTERNAL MODULE: ./.build/lib/release/names.js
var names = __webpack_require__(16260);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/values/health-status.js
var health_status = __webpack_require__(16426);
// EXTERNAL MODULE: ./.build/lib/resources/container-logs.js
var container_logs = __webpack_require__(39711);
// EXTERNAL MODULE: ./.build/lib/nginx/patience.js
var patience = __webpack_require__(71018);
;// CONCATENATED MODULE: ./.build/lib/resources/site/why-not-script.js



/** Lines of an error log that are nginx's own, not what a client had it write: date, time, then the level. */
const level = (name) => `^[0-9/]+ [0-9:]+ \\[${name}\\] `;
/** Directives that answer a request, or refuse it, before any location is looked for. */
const answering = 'return|rewrite|if|deny|auth_basic|auth_request|auth_jwt|ssl_verify_client|limit_req|limit_conn|access_by_lua[a-z_]*|rewrite_by_lua[a-z_]*|modsecurity|secure_link|valid_referers';
/**
 * Bash functions for a proof that does not come about. They use what the proof knows: `$code`, `$release`,
 * `$configuration`, `$fingerprint`, which answered, and `$want_release`, `$want_configuration`, `$want_fingerprint`, which
 * are empty where anything will do.
 * - `settled SECONDS`: whether it will not come about any more, the same answer having come for that long. Looks once a
 *   second.
 * - `why_not PORT PATH`: sets `fresh` (what the error log says since the reload of nginx itself and of the proof),
 *   `cause`, `said`, `place`, `owner` and `holder`. Called in a condition, since its questions may have no answer.
 */
function whyNotFunctions(traces) {
    return `# Of requests only the proof's own: what others sent is theirs.
own_lines() {
  awk '!/^[0-9\\/]+ [0-9:]+ \\[[a-z]+\\] [0-9]+#[0-9]+: / { next }
    !/^[^*]*#[0-9]+: \\*[0-9]+ / || /\\/deploy-proof\\// || (/, client: 127\\.0\\.0\\.1/ && !/, request: /)'
}
# What a master says; somebody else's nginx -t writes to the same log.
emergencies() {
  local pid
  for pid in $(nginx_masters); do
    printf '%s\\n' "$fresh" | grep -aE '${level('emerg')}'"$pid#"
  done
  [ -n "$(nginx_masters)" ] || printf '%s\\n' "$fresh" | grep -aE '${level('emerg')}'
}
settled() {
  [ "$SECONDS" -gt "\${looked:-0}" ] || return 1
  looked=$SECONDS
  fresh=$(log_since_reload | own_lines)
  # A port that is taken is tried five times.
  ! emergencies | grep -qavE ' bind\\(\\) to ' || return 0
  [ "$1" -ge 3 ] && taken_up || return 1
  case $code in
    0) printf '%s\\n' "$fresh" | grep -qaF 'broken header' ;;
    5??) return 1 ;;
  esac
}
why_not() {
  local port=$1 path=$2 listens
  cause=other said= place= owner= holder=
  fresh=$(log_since_reload | own_lines)
  said=$(emergencies)
  # One that was free again at a later try is no cause.
  case $said in *'still could not bind'*) ;; *) said=$(printf '%s\\n' "$said" | grep -avF ' bind() to ') ;; esac
  said=$(printf '%s\\n' "$said" | grep -avF 'still could not bind' | tail -n 1)
  listens=$(holder_of "$port")
  if [ -n "$said" ]; then
    cause=refused place=$(place_of "$said")
    case $said in
      *'bind() to '*' failed (98: '*)
        cause=taken port=\${said%% failed (98: *} port=\${port##*:}
        place=$(where_listens "$port") holder=$(holder_of "$port")
        case $holder in nginx' '*|openresty' '*|tengine' '*) cause=both owner=$(where_listens "$port" ipv6only=off) place=\${owner:-$place} ;; esac ;;
    esac
  elif [ -z "$(nginx_masters)" ]; then
    cause=down said=$(journal_since_reload | grep -aE '\\[emerg\\]|Failed|failed|killed|exited' | tail -n 1)
  elif [ -z "$listens" ]; then
    cause=unbound said=$(printf '%s\\n' "$fresh" | grep -aE '${level('(alert|crit)')}' | tail -n 1)
  elif case $listens in nginx' '*|openresty' '*|tengine' '*) false ;; esac; then
    cause=program holder=$listens
  elif [ "$code" = 0 ] && [ "$fingerprint" = - ]; then
    said=$(printf '%s\\n' "$fresh" | grep -aF 'client: 127.0.0.1' | tail -n 1)
    case $said in
      *'broken header'*) cause=proxy-protocol place=$(where_listens "$port" proxy_protocol) ;;
      *) timeout -s KILL 5 bash -c ": </dev/tcp/127.0.0.1/$port" 2>/dev/null && cause=closed || cause=filtered ;;
    esac
    [ -n "$said" ] || said=$(printf '%s\\n' "$fresh" | grep -aE '${level('(alert|crit)')}' | tail -n 1)
  elif [ "$release" = - ] && [ "\${want_release:--}" != - ]; then
    place=$(where_listens "127[.]0[.]0[.]1:$port")
    if [ -n "$place" ] || { [ -n "$want_fingerprint" ] && [ "$fingerprint" != "$want_fingerprint" ]; }
    then cause=server place=\${place:-$(where_listens "$port")}
    else cause=answered place=$(where_answers) said=$(printf '%s\\n' "$fresh" | grep -aF "$path" | tail -n 1)
    fi
  elif [ -n "$want_release" ] && [ "$release" != "$want_release" ] || [ -n "$want_configuration" ] && [ "$configuration" != "$want_configuration" ]; then
    cause=old said=$(printf '%s\\n' "$fresh" | grep -aE '${level('(alert|crit)')}' | tail -n 1)
  elif [ -n "$want_fingerprint" ] && [ "$fingerprint" != "$want_fingerprint" ]; then
    cause=certificate
  else
    cause=status said=$(printf '%s\\n' "$fresh" | grep -aF "$path" | tail -n 1)
    case $code in 5??) case $said in *' limiting '*) ;; *) cause=application ;; esac ;; esac
  fi
  owner=$(owner_of "$place") said=\${said:0:600}
}
# The first directive that answers by itself, of the application's snippet, else of the http block.
where_answers() {
  local own=${(0,quote/* quote */.h)(traces.file)} at
  at=$(awk '/^ *# nginx-snippet$/ { after = 1; next }
    after { sub(/#.*/, "") }
    after && depth == 0 && /^[ \\t]*(${answering})[ \\t{]/ { print NR; exit }
    after { text = $0; depth += gsub(/[{]/, "", text) - gsub(/[}]/, "", text); if (depth < 0) exit }' "$own")
  if [ -n "$at" ]; then printf '%s:%s' "$own" "$at"; return; fi
  ${patience/* patiently */.d_} ${(0,command/* nginxCommand */.Y)(traces.nginx)} -T 2>/dev/null | awk '
    /^# configuration file \\/.*:$/ { file = substr($0, 22, length($0) - 22); line = depth = 0; files++; next }
    { line++; sub(/#.*/, "") }
    depth == (files == 1) && /^[ \\t]*(${answering})[ \\t{]/ { print file ":" line; exit }
    { text = $0; depth += gsub(/[{]/, "", text) - gsub(/[}]/, "", text) }'
}`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/site/prove-script.js







/** Fresh connections in a row that must all bring the new state: nginx has several workers, each its own listener. */
const looks = 5;
/**
 * Bash that waits, for each of what is `expected`, until nginx serves it. When it does not within 20 s, or cannot any more,
 * it names why, with the lines that the error log has since nginx was told to read its files; `applicationLog` prints the
 * application's own where that is what does not answer. Needs `nginxFunctions` and `traceFunctions` in front.
 */
function proveScript(expected, traces, applicationLog) {
    if (expected.length === 0)
        return '';
    return `${serving/* lookAtNginx */.b}
${whyNotFunctions(traces)}
application_log() { ${applicationLog ?? ':'}; }
${expected.map((one) => proveOne(one, traces)).join('\n')}`;
}
function proveOne(expected, { nginx, file, errorLog }) {
    const { scheme, domain, port, path, release, configuration, fingerprint } = expected;
    const wanted = Object.entries({ release, configuration, fingerprint }).map(([name, value]) => ({ name, value }));
    const compared = wanted.filter(({ value }) => value !== undefined).map(({ name }) => name);
    return `${wanted.map(({ name, value }) => `want_${name}=${value === undefined ? '' : wordFor(value)}`).join(' ')}
proven=0 same= since=$SECONDS deadline=$((SECONDS + 20))
while [ "$proven" -lt ${looks} ]; do
  # The first look has all the time that there is; those that follow a good one have as much as it may have taken.
  look_seconds=20; [ "$proven" -gt 0 ] || [ "$deadline" -le "$SECONDS" ] || look_seconds=$((deadline - SECONDS))
  answer=$(look_at_nginx ${scheme} ${(0,quote/* quote */.h)(domain)} ${port} ${(0,quote/* quote */.h)(path)})
  read -r code release configuration fingerprint _ < <(printf '%s\\n' "$answer")
  [ "$code" = - ] && code=0
  if [ "${compared.map((name) => `$${name}`).join(' ')}" = "${compared.map((name) => `$want_${name}`).join(' ')}" ] && ${(0,health_status/* statusCondition */.y)('code', expected.status)}; then
    proven=$((proven + 1))
    continue
  fi
  proven=0
  [ "$answer" = "$same" ] || { same=$answer; since=$SECONDS; }
  if [ "$SECONDS" -ge "$deadline" ] || settled $((SECONDS - since)); then
    why_not ${port} ${(0,quote/* quote */.h)(path)} || true
    [ -z "$fresh" ] || printf '%s\\n' "$fresh" | tail -n 20 >&2
    [ "$cause" != application ] || application_log >&2 || true
    failure NGINX_NOT_SWITCHED "port=${port}" "status=$code" "release=$release" "configuration=$configuration" "fingerprint=$fingerprint" \\
      "expected=$want_release $want_configuration $want_fingerprint" "cause=$cause" "said=$said" "place=$place" "owner=$owner" "holder=$holder" \\
      nginx=${(0,quote/* quote */.h)((0,command/* nginxCommand */.Y)(nginx))} log=${(0,quote/* quote */.h)(errorLog)} file=${(0,quote/* quote */.h)(file)}
  fi
  sleep 0.2
done`;
}
/** Bash that prints the end of the log of the container that a release runs in. */
function applicationLogOf(release) {
    const [candidate, serving] = [(0,names/* candidateName */.v)(release), release.image].map((name) => (0,container_logs/* logsScript */.P)(name, 40, release));
    return `if docker container inspect ${(0,quote/* quote */.h)((0,names/* candidateName */.v)(release))} >/dev/null 2>&1; then ${candidate}; else ${serving}; fi`;
}
function wordFor(value) {
    if (typeof value === 'string')
        return (0,quote/* quote */.h)(value);
    return `"$(sed -n '1s/.*, configuration //p' ${(0,quote/* quote */.h)(value.file)})"`;
}


/***/ }),

/***/ 53461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ej: () => (/* binding */ forgetStep),
  c4: () => (/* binding */ judgeStep),
  eR: () => (/* binding */ stepId),
  Dh: () => (/* binding */ swapSteps)
});

// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/nginx/command.js
var nginx_command = __webpack_require__(20548);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/resources/nginx-workers.js
var nginx_workers = __webpack_require__(1566);
// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(37291);
// EXTERNAL MODULE: ./.build/lib/nginx/hide-secrets.js + 1 modules
var hide_secrets = __webpack_require__(99083);
;// CONCATENATED MODULE: ./.build/lib/resources/site/difference.js


/** What changes in a file, for people to read; values that may hold a secret are left out. */
function difference({ path, before, after }) {
    const [old, new_] = [before, after].map((bytes) => (0,hide_secrets/* hideSecrets */.s)(bytes?.toString('utf8') ?? ''));
    return (0,create/* createTwoFilesPatch */.ss)(path, path, old, new_, undefined, undefined, { context: 2 })
        .split('\n')
        .filter((line) => !/^=+$/.test(line))
        .join('\n')
        .trimEnd();
}

// EXTERNAL MODULE: ./.build/lib/resources/site/file-change.js
var file_change = __webpack_require__(27995);
// EXTERNAL MODULE: ./.build/lib/nginx/patience.js
var patience = __webpack_require__(71018);
;// CONCATENATED MODULE: ./.build/lib/resources/site/nginx-command.js



const initScript = '/etc/init.d/nginx';
/**
 * Bash functions that look at nginx as it is when they are called, whatever was surveyed minutes before:
 * - `nginx_masters` prints the pids of its masters that are root's.
 * - `apply_configuration` has nginx read its configuration again where a master lives, else starts it.
 * - `stop_nginx` stops it.
 */
function nginxFunctions(nginx) {
    const command = (0,nginx_command/* nginxCommand */.Y)(nginx);
    return `nginx_processes() {
  local process exe
  find /proc/[0-9]*/exe -maxdepth 0 -printf '%h %l\\n' 2>/dev/null | while read -r process exe; do
    [ "\${exe% (deleted)}" = ${(0,quote/* quote */.h)(nginx.program)} ] || continue
    tr '\\0' ' ' <"$process/cmdline" 2>/dev/null | grep -q "^nginx: $1" || continue
    # One of a container has a pid namespace of its own, or a root.
    [ "$process/root" -ef / ] || continue
    [ "$(readlink "$process/ns/pid")" != "$(readlink /proc/self/ns/pid)" ] || echo "\${process#/proc/}"
  done
}
nginx_masters() {
  local pid
  for pid in $(nginx_processes 'master process'); do
    ! grep -q "^Uid:[[:space:]]*$UID[[:space:]]" "/proc/$pid/status" 2>/dev/null || echo "$pid"
  done
}
# Workers outlive a master that was killed, and hold its ports.
end_orphans() {
  local masters orphans pid parent try signal=QUIT
  masters=" $(nginx_processes 'master process' | tr '\\n' ' ')"
  for try in 1 2 3 4 5 6 7 8 9 10; do
    orphans=
    for pid in $(nginx_processes '\\(worker\\|cache [a-z]*\\) process *$'); do
      parent=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$pid/status" 2>/dev/null)
      case $masters in *" $parent "*) ;; *) orphans="$orphans $pid" ;; esac
    done
    [ -n "$orphans" ] || return 0
    # QUIT lets go of the ports at once, and lets the last requests end.
    [ "$try" -lt 6 ] || signal=KILL
    kill -s "$signal" $orphans 2>/dev/null
    sleep 0.3
  done
}
start_nginx() {
  end_orphans
${indent(startCommands(nginx))}
}
apply_configuration() {
  if [ -n "$(nginx_masters)" ]; then ${patience/* patiently */.d_} ${command} -s reload; else start_nginx; fi
}
stop_nginx() {
${indent(stopCommands(nginx))}
}`;
}
/**
 * Another program than the one that ran may be what systemd would start. The lock's descriptors stay with the script, not
 * with a daemon that it starts. Not `start`: what systemd makes of a SysV script counts as active for ever, also when a
 * panel stopped nginx by calling that script itself. What failed often in short time is not started again before
 * `reset-failed` (systemd.unit(5), StartLimitBurst).
 */
function startCommands(nginx) {
    const plain = `${patience/* patiently */.d_} ${(0,nginx_command/* nginxCommand */.Y)(nginx)} 8>&- 9>&-`;
    // A script may take what a master that was killed left for one that runs.
    if (nginx.unit === undefined)
        return nginx.initScript
            ? `${patience/* patiently */.d_} ${initScript} start 8>&- 9>&- && [ -n "$(nginx_masters)" ] || ${plain}`
            : plain;
    const unit = (0,quote/* quote */.h)(nginx.unit);
    const restart = `systemctl reset-failed ${unit} >/dev/null 2>&1
systemctl restart ${unit} 8>&- 9>&-`;
    if (nginx.state === 'stopped')
        return restart;
    return `local path
path=$(systemctl show -p ExecStart ${unit} 2>/dev/null | sed -n 's/.*path=\\([^ ;]*\\).*/\\1/p' | tail -n 1)
case \${path##*/} in
  nginx|openresty|tengine) [ "$path" = ${initScript} ] || [ "$(readlink -f "$path")" = ${(0,quote/* quote */.h)(nginx.program)} ] || { ${plain}; return; } ;;
esac
${restart}`;
}
function stopCommands(nginx) {
    if (nginx.unit !== undefined)
        return `systemctl stop ${(0,quote/* quote */.h)(nginx.unit)}`;
    return `${patience/* patiently */.d_} ${nginx.initScript ? `${initScript} stop` : `${(0,nginx_command/* nginxCommand */.Y)(nginx)} -s stop`}`;
}
function indent(script) {
    return script.replace(/^/gm, '  ');
}

// EXTERNAL MODULE: ./.build/lib/resources/site/prove-script.js + 1 modules
var prove_script = __webpack_require__(85589);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./.build/lib/resources/site/traces-script.js





/**
 * Bash functions that read what nginx and systemd said since nginx was last told to read its files, and nothing older:
 * - `note_reload`: notes the time, how long the error log is, and which workers serve. Without space nothing is noted.
 * - `log_since_reload`, `journal_since_reload`: the lines since then; none where nothing was noted.
 * - `taken_up`: whether the workers of then serve no more, and others do.
 * - `where_listens PORT [WORD]`: FILE:LINE of the `listen` of a port, one that is not in the application's file first.
 * - `place_of SAID`: FILE:LINE that a complaint is about.
 * - `owner_of PLACE`: the application whose file it is; nothing where it is not one of ours.
 * - `holder_of PORT`: program and pid of what listens there.
 * Needs `nginxFunctions` in front.
 */
function traceFunctions({ nginx, file, errorLog, folder }) {
    const note = (0,quote/* quote */.h)(`${folder}/reload`);
    const log = (0,quote/* quote */.h)(errorLog);
    return `${(0,nginx_workers/* workersFunction */.cp)(nginx.program)}
note_reload() {
  { { date +%s; stat -c '%i %s' ${log} || echo; nginx_workers; } >${note}; } 2>/dev/null || true
}
log_since_reload() {
  local inode=- size=0 now
  { read -r _ && read -r inode size; } 2>/dev/null <${note} || return 0
  # A worker's user may own its folder, and put a link or a named pipe there.
  [ ! -L ${log} ] && [ -f ${log} ] || return 0
  now=$(stat -c '%i %s' ${log} 2>/dev/null) || return 0
  if [ "\${now% *}" = "$inode" ] && [ "\${now#* }" -ge "$size" ]
  then timeout -s KILL 10 tail -c "+$((size + 1))" ${log}
  # It was rotated, or made since.
  else timeout -s KILL 10 tail -n 200 ${log}
  fi 2>/dev/null | tail -c 200000 | tr -d '\\000'
}
journal_since_reload() {
  local since
  read -r since 2>/dev/null <${note} || return 0
  timeout -s KILL 10 journalctl -u ${(0,quote/* quote */.h)(nginx.unit ?? 'nginx.service')} --since "@$since" -n 40 -o cat --no-pager 2>/dev/null || true
}
taken_up() {
  local pid born
  [ -s ${note} ] || return 1
  while read -r pid born; do
    ! serves "$pid" "$born" || return 1
  done < <(tail -n +3 ${note})
  [ -n "$(nginx_workers)" ]
}
where_listens() {
  ${patience/* patiently */.d_} ${(0,nginx_command/* nginxCommand */.Y)(nginx)} -T 2>/dev/null | awk -v port="$1" -v word="\${2-}" -v own=${(0,quote/* quote */.h)(file)} '
    /^# configuration file \\/.*:$/ { file = substr($0, 22, length($0) - 22); line = 0; next }
    { line++; sub(/#.*/, "") }
    $0 ~ "(^|[;{ \\t])listen[ \\t]+([^; \\t]*:)?" port "([ \\t;]|$)" && (word == "" || index($0, word)) {
      place = file ":" line
      if (file != own) { print place; found = 1; exit }
      if (ours == "") ours = place
    }
    END { if (!found && ours != "") print ours }'
}
place_of() {
  local place word
  place=$(printf '%s\\n' "$1" | sed -n 's|.* in \\(/[^ ]*:[0-9][0-9]*\\)$|\\1|p')
  # Whoever names a file that cannot be used names no place of the configuration.
  word=$(printf '%s\\n' "$1" | sed -n 's|^[^"]*"\\(/[^"]*\\)".*|\\1|p')
  [ -n "$place" ] || [ -z "$word" ] || place=$(grep -nHsF -D skip -d skip -e "$word" ${foldersOf(nginx, file).map(among).join(' ')} </dev/null |
    grep -vF -e ${log}: | grep -v '^[^:]*:[0-9]*:[[:space:]]*#' | head -n 1 | cut -d : -f 1,2)
  printf '%s' "$place"
}
owner_of() {
  local file=\${1%:*}
  [ ! -f "$file" ] || head -n 1 "$file" | tr -d '\\000' | sed -n 's/^# managed by deploy-miniprogram-backend: app \\([^, ]*\\),.*/\\1/p'
}
holder_of() {
  ss -ltnp 2>/dev/null | awk -v end=":$1" 'substr($4, length($4) - length(end) + 1) == end { print $NF }' |
    sed -n 's/^[^"]*"\\([^"]*\\)",\\(pid=\\)\\{0,1\\}\\([0-9]*\\).*/\\1 (pid \\3)/p' | head -n 1
}`;
}
function filesOf({ dump }) {
    return [...dump.matchAll(/^# configuration file (\/.*):$/gm)].map(([, path = '']) => path);
}
/** The file that nginx was started with. */
function mainFile(nginx) {
    return filesOf(nginx)[0] ?? nginx.version.configurationPath ?? '/etc/nginx/nginx.conf';
}
/** FILE:LINE of the first directive of this name in what nginx reads, of those that stand once; empty: none. */
function placeOf(nginx, directive) {
    const [, ...parts] = nginx.dump.split(/^# configuration file (\/.*):\n/m);
    for (let at = 0; at + 1 < parts.length; at += 2) {
        const lines = (parts[at + 1] ?? '').split('\n');
        const line = lines.findIndex((one) => new RegExp(`^\\s*${directive}\\s`).test(one));
        if (line >= 0)
            return `${parts[at]}:${line + 1}`;
    }
    return '';
}
/** The folders of the files that nginx reads. */
function foldersOf(nginx, file) {
    return [...new Set([mainFile(nginx), file, ...filesOf(nginx)].map((path) => external_node_path_.posix.dirname(path)))];
}
function among(folder) {
    return `${(0,quote/* quote */.h)(folder)}/*`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/site/reload-script.js





/**
 * Bash that has nginx read its files, and names why where it does not: by nginx's own words, else by the state of its unit,
 * else by what systemctl said.
 */
function reloadScript(traces) {
    const { nginx, errorLog, file } = traces;
    const unit = (0,quote/* quote */.h)(nginx.unit ?? 'nginx.service');
    return `${nginxFunctions(nginx)}
${traceFunctions(traces)}
${patience/* ranOut */.ir}
note_reload
said=$(apply_configuration 2>&1) || {
  ! ran_out $? || failure NGINX_SILENT seconds=${patience/* nginxSeconds */.Ce} nginx=${(0,quote/* quote */.h)((0,nginx_command/* nginxCommand */.Y)(nginx))}
  # Nobody but nginx itself writes such lines to where its unit's output goes.
  all=$(printf '%s\\n' "$said"; journal_since_reload)
  printf '%s\\n' "$all" | tail -n 20 >&2
  named=$(printf '%s\\n' "$all" | grep -aF '[emerg]' | grep -avF 'still could not bind' | tail -n 1) || true
  cause=other place= owner= holder=
  case $named in
    '') state=$(systemctl show -p LoadState -p ActiveState -p Result -p ExecMainStatus ${unit} 2>/dev/null | tr '\\n' ' ') || true
      named=$(printf '%s\\n' "$said" | head -n 1)
      case $state in
        *LoadState=masked*) cause=masked ;;
        *Result=success*|'') ;;
        *) named="$named ($state)" ;;
      esac ;;
    *'bind() to '*' failed (98: '*)
      cause=taken port=\${named%% failed (98: *} port=\${port##*:}
      place=$(where_listens "$port") holder=$(holder_of "$port") || true ;;
    *) cause=refused place=$(place_of "$named") || true ;;
  esac
  owner=$(owner_of "$place") || true
  failure NGINX_NOT_STARTED "said=$named" "cause=$cause" "place=$place" "owner=$owner" "holder=$holder" unit=${unit} \\
    nginx=${(0,quote/* quote */.h)((0,nginx_command/* nginxCommand */.Y)(nginx))} log=${(0,quote/* quote */.h)(errorLog)} file=${(0,quote/* quote */.h)(file)}
}`;
}

// EXTERNAL MODULE: ./.build/lib/shell/heredoc.js
var heredoc = __webpack_require__(72487);
;// CONCATENATED MODULE: ./.build/lib/resources/site/test-script.js







/**
 * Bash that lets nginx judge the changed files in the place of the live ones, in a mount namespace of its own: the live
 * files stay as they are. They are laid out below `stage`. A file that is not there yet cannot be mounted over; a copy
 * of its folder, with it, is.
 */
function testScript(traces, changes, stage) {
    const { nginx, file, domain } = traces;
    const fresh = changes.filter(({ before }) => before === undefined);
    const folders = [...new Set(fresh.map(({ path }) => external_node_path_.posix.dirname(path)))];
    const mounts = [];
    const lines = [
        ...changes.map(({ path }) => `roots_alone ${(0,quote/* quote */.h)(path)}`),
        `rm -rf ${(0,quote/* quote */.h)(stage)}`,
        `mkdir -p ${(0,quote/* quote */.h)(stage)}`,
    ];
    for (const [at, folder] of folders.entries()) {
        const copy = `${stage}/folder-${at}`;
        // nginx includes from folders that are not there, too.
        lines.push(`[ -d ${(0,quote/* quote */.h)(folder)} ] || (umask 022; mkdir -p ${(0,quote/* quote */.h)(folder)})`);
        lines.push(`cp -a ${(0,quote/* quote */.h)(`${folder}/.`)} ${(0,quote/* quote */.h)(`${copy}/`)}`);
        for (const { path, after } of fresh.filter((change) => external_node_path_.posix.dirname(change.path) === folder)) {
            lines.push(write(after, `${copy}/${external_node_path_.posix.basename(path)}`));
        }
        mounts.push(copy, folder);
    }
    for (const [at, change] of changes.filter(({ before }) => before !== undefined).entries()) {
        const copy = `${stage}/file-${at}`;
        if (!change.ours)
            lines.push(...(0,file_change/* locate */.x5)(change), (0,file_change/* unchanged */.Cv)(change));
        lines.push(write(change.after, copy));
        mounts.push(copy, change.path);
    }
    return `${lines.join('\n')}
${patience/* ranOut */.ir}
status=0
said=$(unshare -m bash -c '${judge}' judge ${mounts.map(quote/* quote */.h).join(' ')} -- ${patience/* patiently */.d_} ${(0,nginx_command/* nginxCommand */.Y)(nginx)} 2>&1) || status=$?
if [ "$status" -ne 0 ]; then
  printf '%s\\n' "$said" >&2
  ! ran_out "$status" || failure NGINX_SILENT seconds=${patience/* nginxSeconds */.Ce} nginx=${(0,quote/* quote */.h)((0,nginx_command/* nginxCommand */.Y)(nginx))}
  said=$(printf '%s\\n' "$said" | grep -E '\\[(emerg|crit|alert)\\]' | head -n 3)
  have=$(printf '%s\\n' "$said" | sed -n 's/.*could not build server_names_hash.*bucket_size: \\([0-9]*\\).*/\\1/p')
  [ -z "$have" ] || failure NGINX_NAMES_HASH domain=${(0,quote/* quote */.h)(domain)} "have=$have" "need=$((have * 2))" main=${(0,quote/* quote */.h)(mainFile(nginx))} nginx=${(0,quote/* quote */.h)((0,nginx_command/* nginxCommand */.Y)(nginx))} place=${(0,quote/* quote */.h)(placeOf(nginx, 'server_names_hash_bucket_size'))}
${traceFunctions(traces)}
  place=$(place_of "$said") || true
  owner=$(owner_of "$place") || true
  failure NGINX_REFUSED "said=$said" "place=$place" "owner=$owner" nginx=${(0,quote/* quote */.h)((0,nginx_command/* nginxCommand */.Y)(nginx))} file=${(0,quote/* quote */.h)(file)}
fi`;
}
/** Folders first, then files, which may lie in one of them; after `--` the words that call nginx. */
const judge = `set -e; mount --make-rprivate /
while [ "$1" != -- ]; do mount --bind "$1" "$(readlink -f "$2")"; shift 2; done
shift; exec "$@" -t`;
function write(bytes, path) {
    return `base64 -d >${(0,quote/* quote */.h)(path)} <<'EOF'\n${(0,heredoc/* encode */.l)(bytes)}\nEOF\nchmod 644 ${(0,quote/* quote */.h)(path)}`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/site/undo-script.js






/**
 * Bash that notes, of an nginx that was surveyed as stopped, that it still is as the switch begins: another application's
 * may have started it meanwhile. The note counts until the next boot, which starts what is enabled. Needs
 * {@link nginxFunctions} in front.
 */
function noteStopped({ state }, folder) {
    if (state === 'running')
        return '';
    const note = (0,quote/* quote */.h)(stoppedNote(folder));
    return `rm -f ${note}; [ -n "$(nginx_masters)" ] || { cat ${bootId} >${note}; flush ${note} ${(0,quote/* quote */.h)(folder)}; }`;
}
/** Another one after each boot (random(4)). */
const bootId = '/proc/sys/kernel/random/boot_id';
function stoppedNote(folder) {
    return `${folder}/nginx-was-stopped`;
}
/**
 * Bash that puts the application's old file back, has nginx read it, and proves that it serves as before. Undone last of
 * its pass.
 */
function undoSwapScript({ own, key, proofs, }, traces) {
    const { nginx, folder } = traces;
    // What kept it from starting is taken away by now: others' sites, which were down with it, come back.
    const mended = nginx.managedFile?.broken !== undefined && nginx.state === 'stopped';
    return [
        (0,file_change/* restoreScript */.Q)(own, key, (0,nginx_command/* nginxCommand */.Y)(nginx)),
        nginxFunctions(nginx),
        traceFunctions(traces),
        ...(mended || nginx.state === 'running'
            ? []
            : [
                `if [ "$(cat ${(0,quote/* quote */.h)(stoppedNote(folder))} 2>/dev/null)" = "$(cat ${bootId})" ]; then stop_nginx || true; exit 0; fi`,
            ]),
        // Killed or stopped since the survey, it is started with the old file.
        'note_reload',
        'apply_configuration || true',
        (0,prove_script/* proveScript */.I)(proofs, traces),
    ].join('\n');
}

;// CONCATENATED MODULE: ./.build/lib/resources/site/swap-steps.js












/** The id of a step of a pass. */
function stepId(name, pass) {
    return pass === 1 ? `site.${name}` : `site.${name}-${pass}`;
}
/** The step by which nginx judges files before the switch, beside the live ones. */
function judgeStep(traces, changes) {
    const stage = `${traces.folder}/stage`;
    return {
        kind: 'server',
        phase: 'prepare',
        id: 'site.judge',
        title: (0,messages_text/* text */.Qq)(`nginx judges ${traces.file}`, `nginx 检查 ${traces.file}`),
        reason: (0,messages_text/* text */.Qq)('what it refuses is known before anything long begins', '在耗时操作之前先发现 nginx 不接受的内容'),
        script: testScript(traces, changes, stage),
        undo: `rm -rf ${(0,quote/* quote */.h)(stage)}`,
    };
}
/** The steps of one pass: nginx judges the files, they are put in place, it reads them, and is proven to serve them. */
function swapSteps(swap, traces) {
    const { number, key, files, proofs, proofsOfUndo } = swap;
    const { nginx, folder } = traces;
    const changes = files.map(({ change }) => change);
    const common = { kind: 'switch', phase: 'switch', pass: number };
    const [first, ...others] = files;
    const told = ({ id, title, reason, change }) => ({
        ...common,
        stage: 'swap',
        id,
        title,
        reason,
        ...(change.before?.equals(change.after) ? {} : { diff: difference(change) }),
    });
    return [
        {
            ...common,
            stage: 'test',
            id: stepId('test', number),
            title: (0,messages_text/* text */.Qq)('nginx judges it beside the files as they are now', 'nginx 结合当前文件再次检查'),
            reason: (0,messages_text/* text */.Qq)('another application may have changed its own', '其他应用可能已修改其文件'),
            // Nothing of this pass is swapped yet: an old file with its key is a former run's.
            script: [
                ...changes.map((change) => (0,file_change/* forgetScript */.Nn)(change, key)),
                testScript(traces, changes, `${folder}/stage`),
            ].join('\n'),
        },
        {
            ...told(first),
            script: [
                nginxFunctions(nginx),
                traceFunctions(traces),
                ...(number === 1 ? [noteStopped(nginx, folder)] : []),
                ...(swap.notesWorkers ? [(0,nginx_workers/* noteWorkers */.GI)(folder)] : []),
                (0,file_change/* swapScript */.Pv)(first.change, key),
            ].join('\n'),
            undo: undoSwapScript({ own: first.change, key, proofs: proofsOfUndo }, traces),
        },
        ...others.map((other) => ({
            ...told(other),
            script: (0,file_change/* swapScript */.Pv)(other.change, key),
            undo: (0,file_change/* restoreScript */.Q)(other.change, key, (0,nginx_command/* nginxCommand */.Y)(nginx)),
        })),
        {
            ...common,
            stage: 'reload',
            id: stepId('reload', number),
            title: nginx.state === 'running' ? (0,messages_text/* text */.Qq)('Reload nginx', '重新加载 nginx') : (0,messages_text/* text */.Qq)('Start nginx', '启动 nginx'),
            reason: (0,messages_text/* text */.Qq)('it reads the new files', '使新文件生效'),
            script: reloadScript(traces),
        },
        {
            ...common,
            stage: 'prove',
            id: stepId('prove', number),
            title: swap.proven,
            reason: (0,messages_text/* text */.Qq)('return codes of nginx prove nothing', 'nginx 的返回码不能证明任何事'),
            // Whatever ended it since the reload, it is started once more.
            script: [
                nginxFunctions(nginx),
                traceFunctions(traces),
                '[ -n "$(nginx_masters)" ] || apply_configuration >&2 || true',
                (0,prove_script/* proveScript */.I)(proofs, traces, swap.applicationLog),
            ].join('\n'),
        },
    ];
}
/** The step after the last proof that runs `forget`: with nothing to undo any more the old files go. */
function forgetStep(forget) {
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'drain',
        id: 'site.forget',
        title: (0,messages_text/* text */.Qq)('Remove the old nginx files', '删除旧的 nginx 文件'),
        reason: (0,messages_text/* text */.Qq)('nothing is undone any more', '此后不再撤销'),
        script: forget.join('\n'),
    };
}


/***/ }),

/***/ 33493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FJ: () => (/* binding */ onceHeld),
/* harmony export */   MS: () => (/* binding */ lockFolder),
/* harmony export */   Ri: () => (/* binding */ findSwitchScript),
/* harmony export */   VN: () => (/* binding */ underSharedLock),
/* harmony export */   Ww: () => (/* binding */ makeLockFolder),
/* harmony export */   bd: () => (/* binding */ holderFile),
/* harmony export */   c_: () => (/* binding */ applicationLock),
/* harmony export */   hR: () => (/* binding */ lockFailed),
/* harmony export */   iz: () => (/* binding */ parseHolder),
/* harmony export */   lT: () => (/* binding */ lockedFailure),
/* harmony export */   lj: () => (/* binding */ sharedLock),
/* harmony export */   mQ: () => (/* binding */ keeperScript),
/* harmony export */   ph: () => (/* binding */ stopFile),
/* harmony export */   qB: () => (/* binding */ openLock)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);
/* harmony import */ var _prelude_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13553);
/* harmony import */ var _script_protocol_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28158);




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
/**
 * The keeper of an application's lock: takes it on descriptor 9 or tells who has it (exit 75, EX_TEMPFAIL), writes down
 * who holds it, prints `held`, then serves lines: `beat`, `release`, `stop` (this run's scripts are to begin nothing more),
 * and `run` or `resume`, tab, script of a switch, tab, output file: it starts that script with that word, the lock
 * inherited, and answers `switch PID`. `again`: it takes it for a run whose keeper ended unasked, waiting for that one to
 * let go; where another run had it in between, it ends with 75.
 * Silence for `silenceSeconds`, or the end of its input, ends it; the kernel frees the lock with its last holder.
 */
function keeperScript(app, holder, silenceSeconds, again = false, folder = lockFolder) {
    return `${_prelude_js__WEBPACK_IMPORTED_MODULE_2__/* .prelude */ .e}
lock=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(applicationLock(app, folder))} holder=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(holderFile(app, folder))} stop=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(stopFile(holder.token, folder))}
${openLock(applicationLock(app, folder), folder)}
# Whoever takes it puts its own name there.
mine() { case $(cat "$holder" 2>/dev/null) in *'"token":"${holder.token}"'*) ;; *) false ;; esac; }
# A plan that looks whether it is held has it for an instant.
if ! ${again ? `{ mine && flock -w ${silenceSeconds + 5} 9 && mine; }` : 'flock -w 0.2 9'}; then
  fact seconds "$(($(date +%s) - $(stat -c %Y "$holder" 2>/dev/null || date +%s)))"
  fact holder "$(cat "$holder" 2>/dev/null)"
  exit 75
fi
{ exec 7>"$holder.new" && flock -n 7 && printf '%s\\n' ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(JSON.stringify(holder))} >&7 && mv -f "$holder.new" "$holder"; } || unwritten
printf 'held\\n'
# What runs left that were cut off.
find ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(folder)} -maxdepth 1 -type f \\( -name 'stop-*' -o -name 'step-*' \\) -mmin +1440 -delete 2>/dev/null
while IFS=$'\\t' read -r -t ${silenceSeconds} word script output; do
  case $word in
    release) break ;;
    stop) : >"$stop" ;;
    run|resume)
      # No child of this shell: while that waits for a line it reaps none, and the pid would be there until the next beat.
      pid=$(setsid bash "$script" "$word" </dev/null >"$output" 2>&1 7>&- & printf %s "$!")
      printf '%s\\n' "$pid" >"$script.pid"
      printf 'switch %s\\n' "$pid" ;;
  esac
done
rm -f "$stop" ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(folder)}/step-${holder.token}-*
exit 0
`;
}
/**
 * Bash in front of a script that is sent together with the keeper: it goes on once the lock is held by whom `token` names, and
 * ends the script (75) where that is not so within `waitSeconds`, or nobody hears it any more (rule *Reads go ahead*). Needs
 * the prelude in front.
 */
function onceHeld(app, token, waitSeconds, folder = lockFolder) {
    return `trap '' PIPE
waited=0
until { IFS= read -r holder <${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(holderFile(app, folder))}; } 2>/dev/null && [[ $holder == *'"token":"${token}"'* ]]; do
  [ "$waited" -lt ${waitSeconds * 20} ] || exit 75
  waited=$((waited + 1))
  # A sign of life, each second.
  [ $((waited % 20)) -ne 0 ] || printf '%swaits\\n' "$deploy_mark" >&2 || exit 75
  sleep 0.05
done
trap - PIPE`;
}
/**
 * Prints the pid of a switch whose start was asked for over a connection that then broke, or nothing when it never began:
 * known as soon as the pid is noted, or nobody holds the lock any more.
 */
function findSwitchScript(app, script, waitSeconds, folder = lockFolder) {
    return `deadline=$((SECONDS + ${waitSeconds}))
while [ "$SECONDS" -lt "$deadline" ]; do
  free=no; flock -n ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(applicationLock(app, folder))} true && free=yes
  if [ -s ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${script}.pid`)} ]; then cat ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${script}.pid`)}; exit 0; fi
  [ $free = no ] || exit 0
  sleep 0.2
done
exit 75
`;
}
/** What a keeper that could not take its lock named, else LOCK_FAILED. */
function lockFailed(result, host) {
    const detail = result.stderr.trim() || String(result.code ?? 'signal');
    return (0,_script_protocol_js__WEBPACK_IMPORTED_MODULE_3__/* .failureIn */ .Q6)(result) ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('LOCK_FAILED', { host, detail });
}
/** LOCKED, from what the keeper printed of the one that came first. */
function lockedFailure(app, holderJson, seconds = '?') {
    const holder = parseHolder(holderJson);
    const { who = '?', runUrl = '?', commit = '?', since = '?' } = holder;
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('LOCKED', { app, who, run: runUrl, commit, since, seconds });
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

/***/ 72487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ encode)
/* harmony export */ });
/** A text or bytes in base64, in lines of 76 characters as base64(1) prints it: what a heredoc carries unharmed. */
function encode(content) {
    return (typeof content === 'string' ? Buffer.from(content, 'utf8') : content)
        .toString('base64')
        .replace(/.{76}/g, '$&\n');
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

/***/ 22534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ rangeFunction)
/* harmony export */ });
/** A bash function: `range FILE OFFSET BYTES` prints a part of a file, as far as the file has it. */
const rangeFunction = 'range() { dd if="$1" bs=64K iflag=skip_bytes,count_bytes skip="$2" count="$3" status=none; }';


/***/ }),

/***/ 49677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ certificatesProbe)
/* harmony export */ });
/* unused harmony export readCertificates */
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27431);
/* harmony import */ var _nginx_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(347);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27113);



// Directives are told apart by what ends them, since a block may stand on one line; relative paths count from the folder
// of the main file (ngx_http_ssl_module). What else is printed there names no file.
const script = `
{
  (
    dump=$(printf '%s\\n' "\${${_nginx_js__WEBPACK_IMPORTED_MODULE_1__/* .nginxAnswer */ .dC}-}" | sed -n 's/^dump //p' | base64 -d)
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
    const files = (word) => (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .readLines */ .S)(output)
        .fields(word)
        .map(([path, text]) => ({ path: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(path), text: (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D4)(text) }));
    return {
        certificates: files('certificate'),
        keys: files('key').map(({ path, text }) => ({ path, publicKey: text })),
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);
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

/***/ 18274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jR: () => (/* binding */ placesOfPackages),
  pW: () => (/* binding */ placesOfRun),
  GG: () => (/* binding */ surveyDeployment)
});

// EXTERNAL MODULE: ./.build/lib/engine/survey.js
var survey = __webpack_require__(29719);
// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/survey/certificates.js
var certificates = __webpack_require__(49677);
// EXTERNAL MODULE: ./.build/lib/survey/closed-places.js
var closed_places = __webpack_require__(80402);
// EXTERNAL MODULE: ./.build/lib/survey/container-list.js
var container_list = __webpack_require__(25771);
// EXTERNAL MODULE: ./.build/lib/fragments/process-user.js
var process_user = __webpack_require__(58917);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
;// CONCATENATED MODULE: ./.build/lib/survey/containers.js




/** Asks for the containers of an application, by label or by a record, and for the one that bears its name. */
function containersProbe(app, image) {
    return {
        script: `
${container_list/* containers */.l8}
${container_list/* containerDetails */.Qq}
${process_user/* processUser */.N}
ids=$( { find ${(0,quote/* quote */.h)((0,application_paths/* applicationDirectory */.gZ)(app))}/releases/*/container -maxdepth 0 -type f -exec awk 1 {} + 2>/dev/null; containers; } |
  awk -F '\\t' -v name=${(0,quote/* quote */.h)(image)} -v app=${(0,quote/* quote */.h)(JSON.stringify(app))} 'NF < 2 { recorded[$1] = 1; next } $1 in recorded || $2 == name || $4 == app { print $1 }' | sort -u)
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
            user: (0,process_user/* readProcessUser */.H)(user),
            ports: bindings.map(({ HostPort }) => Number(HostPort)).filter((port) => port > 0),
        };
    });
}

// EXTERNAL MODULE: ./.build/lib/fragments/masked-units.js
var masked_units = __webpack_require__(47269);
// EXTERNAL MODULE: ./.build/lib/shell/packed.js
var packed = __webpack_require__(27431);
// EXTERNAL MODULE: ./.build/lib/shell/strangers.js
var shell_strangers = __webpack_require__(65160);
// EXTERNAL MODULE: ./.build/lib/survey/probe-lines.js
var probe_lines = __webpack_require__(27113);
;// CONCATENATED MODULE: ./.build/lib/survey/docker.js




// A snap's client is on no PATH, nor is one of /usr/local where another user can change a program there (script-text.ts).
// podman-docker's client is a script that calls podman; its answers are not those of docker, and come with words of its
// own on standard error.
const script = `
${masked_units/* isMasked */.S}
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
    const { value, values, has } = (0,probe_lines/* readLines */.S)(output);
    const daemonJson = has('daemon') ? (0,packed/* decode */.D4)(value('daemon')) : undefined;
    const client = value('client');
    const masked = values('masked');
    if (client === undefined)
        return { state: 'missing', daemonJson, masked };
    const podman = value('podman') === 'yes';
    const [version, info] = [parse(value('version')), parse(value('info'))];
    if (version === undefined || info === undefined) {
        const strangers = (0,shell_strangers/* readStrangers */.E)(values('stranger').join('\n'));
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

// EXTERNAL MODULE: ./.build/lib/survey/firewall.js
var firewall = __webpack_require__(9617);
// EXTERNAL MODULE: ./.build/lib/dockerfile/base-image.js
var base_image = __webpack_require__(3780);
// EXTERNAL MODULE: ./.build/lib/fragments/ask-registry.js
var ask_registry = __webpack_require__(68825);
;// CONCATENATED MODULE: ./.build/lib/survey/image-sources.js



/**
 * Asks, for each of `images` that is missing, all sources at once for its manifest. Docker waits for a dead mirror without
 * a word, for each image anew; so what hangs is known before anything is begun. Docker Hub's address is the engine's own.
 */
function imageSourcesProbe(images) {
    return {
        script: `${ask_registry/* askRegistry */.rF}
${ask_registry/* knowSources */.m8}
look() {
  if [ -n "$proxy" ]; then printf '%s - -\\n' "$4"; else ask_registry "$4" "$3" ${ask_registry/* surveySeconds */.y_}; fi | sed "s|^|$1 $2 |"
}
${images.map(questionOf).join('\n')}
wait`,
        read: (output) => images.flatMap((image, at) => {
            const lines = output.split('\n').map((line) => line.split(' '));
            const found = (role) => lines.flatMap(([of, as, url = '', exit = '', status = '', took = '']) => of === String(at) && as === role ? [observed(url, exit, status, took)] : []);
            const [registry] = found('registry');
            const order = output.split('\n').flatMap((line) => /^order (\S+?)\/?$/.exec(line)?.[1] ?? []);
            const mirrors = found('mirror').toSorted((a, b) => order.indexOf(a.url) - order.indexOf(b.url));
            return registry === undefined ? [] : [{ image, mirrors, registry }];
        }),
    };
}
/** One that refuses at once keeps Docker waiting for no second. */
function observed(url, exit, status, took) {
    const met = (0,ask_registry/* metRegistry */.M0)(exit, status);
    const seconds = met.state === 'unreachable' ? Math.floor(Number(took)) || 0 : undefined;
    return { url: url.replace(/\/$/, ''), ...met, seconds };
}
/** Bash that begins to ask for the image at a place of the list, where it is missing. */
function questionOf(image, at) {
    const registry = (0,base_image/* registryOf */.Fv)(image);
    const ask = (role, path, url) => `look ${at} ${role} ${(0,quote/* quote */.h)(path)} ${url} &`;
    const path = (0,base_image/* manifestPath */.ji)(image);
    const questions = registry === undefined
        ? `for mirror in $mirrors; do echo "order $mirror"; ${ask('mirror', path, '"$mirror"')} done
  ${ask('registry', path, '"$hub"')}`
        : ask('registry', path, (0,quote/* quote */.h)(`https://${registry}`));
    return `if ! docker image inspect --format . ${(0,quote/* quote */.h)(image)} >/dev/null; then
  [ -n "$hub" ] || know_sources || exit 0
  ${questions}
fi`;
}

// EXTERNAL MODULE: ./.build/lib/release/labels.js
var release_labels = __webpack_require__(10509);
;// CONCATENATED MODULE: ./.build/lib/survey/images.js



const format = `{"id":{{json .Id}},"labels":{{json .Config.Labels}},"tags":{{json .RepoTags}}}`;
/** Asks for all images that bear an application's image name, whoever made them. */
function imagesProbe(image) {
    return {
        script: `${container_list/* containers */.l8}
${container_list/* containerDetails */.Qq}
docker image ls -q --no-trunc ${(0,quote/* quote */.h)(image)} | sort -u | xargs -r docker image inspect --format ${(0,quote/* quote */.h)(format)}
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
        app: labels?.[release_labels/* label */.P.app],
        release: labels?.[release_labels/* label */.P.release],
        containers: users.flatMap(([, of, container = '']) => (of === id ? [container] : [])),
    })));
}
/** Asks which of `images`, by the names under which a Dockerfile has them, are on the server. */
function baseImagesProbe(images) {
    return {
        script: `for image in ${images.map(quote/* quote */.h).join(' ')}; do
  docker image inspect --format . "$image" >/dev/null && printf '%s\\n' "$image"
done`,
        read: (output) => output.split('\n').filter(Boolean),
    };
}
/**
 * Asks for the containers that a build which was cut short left: of an image in the middle of a build (it has the build's
 * label, and none of a release), made by its id and not by a name, and at a standstill. Only the classic builder makes such.
 */
function buildLeftoversProbe(app) {
    return {
        script: `${container_list/* containers */.l8}
${container_list/* containerDetails */.Qq}
{ containers | awk -F '\\t' -v app=${(0,quote/* quote */.h)(JSON.stringify(app))} '$5 == app {print $1}'; inspected; } |
  awk 'NF == 1 {of[$1]; next} $1 == "image" && $2 in of {print $2, $4, $5, $6}'`,
        // Named by its id, in the escape of a URL; no release.
        read: (output) => [...output.matchAll(/^(\S+) =sha256%3A[0-9a-f]{64} = (?:created|exited|dead)$/gm)].map(([, id = '']) => id),
    };
}

// EXTERNAL MODULE: ./.build/lib/survey/listeners.js
var listeners = __webpack_require__(16572);
;// CONCATENATED MODULE: ./.build/lib/survey/manual-containers-probe.js





// Records end in NUL, since values may have line breaks; one without anything ends a container.
const manual_containers_probe_format = `{{printf "%s\\x00" .Id}}{"id":{{json .Id}},"name":{{json .Name}},"image":{{json .Config.Image}},"imageId":{{json .Image}},\
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
  awk -F '\\t' -v name=${(0,quote/* quote */.h)(image)} 'tolower($2) == name || index($2, name "-adopted-") == 1 {print 1, $1; next} $3 ~ /->/ {print 2, $1}' | sort -s -n -k 1,1 | cut -d ' ' -f 2 |
  grep -vxF "\${ours:--}" | head -n 20`;
}
// Names of variables leave the server, values do not. The one of the application's name comes first, with one that was
// taken over and kept, then those that publish a port: no other is ever taken over.
const manual_containers_probe_script = (app, image) => `
${container_list/* containers */.l8}
${process_user/* processUser */.N}
# Ours is what a release recorded; an image's label is inherited. What bears another application's is nobody's to adopt.
ours=$(find /docker/app/*/releases/*/container -maxdepth 0 -type f -exec awk 1 {} + 2>/dev/null
  containers | awk -F '\\t' -v app=${(0,quote/* quote */.h)(JSON.stringify(app))} '$4 != "\\"\\"" && $4 != app {print $1}')
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
  done < <(docker image inspect --format ${(0,quote/* quote */.h)(imageFormat)} "$1")
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
  done < <(docker container inspect --format ${(0,quote/* quote */.h)(manual_containers_probe_format)} "$@")
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
    return { script: manual_containers_probe_script(app, image), read: readManualContainers };
}
/** Reads the probe's lines: one a container with its image, both in JSON and base64, one a variable. */
function readManualContainers(output) {
    const { fields } = (0,probe_lines/* readLines */.S)(output);
    const variables = fields('variable').map(([id, origin, form, name]) => ({
        id,
        name: (0,packed/* decode */.D4)(name),
        ofImage: origin === 'image',
        writable: form === 'line',
    }));
    return fields('container').map(([id, rss, ids, container, image = '']) => {
        const one = JSON.parse((0,packed/* decode */.D4)(container));
        const of = image === '' ? {} : JSON.parse((0,packed/* decode */.D4)(image));
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
            ids: (0,process_user/* readProcessUser */.H)(ids),
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

;// CONCATENATED MODULE: ./.build/lib/survey/networks.js
/** Asks for the Docker networks; none where no engine answers. */
const networksProbe = {
    script: `docker network ls --no-trunc --format '{{.Driver}} {{.Internal}} {{.Name}}'`,
    read: readNetworks,
};
/** Reads a line a network; its name comes last and may hold anything. */
function readNetworks(output) {
    return [...output.matchAll(/^(\S+) (true|false) (.+)$/gm)].map(([, driver = '', internal, name = '']) => ({
        name,
        driver,
        internal: internal === 'true',
    }));
}

// EXTERNAL MODULE: ./.build/lib/survey/nginx.js + 5 modules
var survey_nginx = __webpack_require__(347);
;// CONCATENATED MODULE: ./.build/lib/survey/nginx-masked.js

/**
 * Asks which units by the names of nginx's are masked: systemd starts none of them, and does not tell what they would
 * start.
 */
const maskedProbe = {
    script: `${masked_units/* isMasked */.S}
for unit in nginx.service openresty.service tengine.service; do ! is_masked "$unit" || echo "$unit"; done`,
    read: (output) => output.split('\n').filter(Boolean),
};

// EXTERNAL MODULE: ./.build/lib/survey/packet-filter.js + 10 modules
var packet_filter = __webpack_require__(19880);
// EXTERNAL MODULE: ./.build/lib/survey/releases.js
var releases = __webpack_require__(15127);
// EXTERNAL MODULE: ./.build/lib/survey/releases-probe.js
var releases_probe = __webpack_require__(95384);
;// CONCATENATED MODULE: ./.build/lib/survey/selinux.js
const selinux_script = `
[ "$(getenforce)" = Enforcing ] || exit 0
echo mode enforcing
getsebool httpd_can_network_connect
command -v semanage >/dev/null || exit 0
echo semanage yes
semanage port -l`;
/** Asks for SELinux. */
const selinuxProbe = { script: selinux_script, read: readSelinux };
/** Reads the probe's lines; of `semanage port -l` those like `http_port_t   tcp   80, 443, 8008-8010`. */
function readSelinux(output) {
    return {
        mode: /^mode enforcing$/m.test(output) ? 'enforcing' : 'off',
        semanage: /^semanage yes$/m.test(output),
        ports: [...output.matchAll(/^(\w+_t)\s+tcp\s+([\d, -]+)$/gm)].flatMap(([, type, list]) => (list ?? '').split(',').map((range) => {
            const [from, to] = range.split('-').map(Number);
            return { type: type ?? '', from: from ?? 0, to: to ?? from ?? 0 };
        })),
        networkConnect: /^httpd_can_network_connect --> on$/m.test(output),
    };
}

// EXTERNAL MODULE: ./.build/lib/server/space.js
var space = __webpack_require__(73022);
;// CONCATENATED MODULE: ./.build/lib/survey/storage.js




/**
 * Asks for the state of `folders`, of those that the application's containers mount or that an earlier one, set up by
 * hand, mounted; and for the space of the local file systems.
 */
function storageProbe(folders, { app, image }) {
    return {
        script: `
${container_list/* containers */.l8}
${container_list/* containerDetails */.Qq}
# The folders whose paths differ from $1 in case alone and that are not empty.
variants() {
  local rest=$1 part folder entry name
  local -a found=(/) next
  while rest=\${rest#"\${rest%%[!/]*}"}; part=\${rest%%/*}; [ -n "$part" ]; do
    rest=\${rest#"$part"} next=()
    for folder in \${found[@]+"\${found[@]}"}; do
      [ "\${#next[@]}" -lt 20 ] || break
      for entry in "\${folder%/}"/*/; do
        entry=\${entry%/} name=\${entry##*/}
        [ "\${name,,}" != "\${part,,}" ] || [ -L "$entry" ] || next+=("$entry")
      done
    done
    found=(\${next[@]+"\${next[@]}"})
  done
  for entry in \${found[@]+"\${found[@]}"}; do
    [ "$entry" = "$1" ] || [ -z "$(ls -A "$entry")" ] || printf '%s\\0' variant "$entry"
  done
}
declare -A told=()
tell() {
  local path=$1 owner='0 0' content=empty exists=no
  [ -z "\${told[$path]:-}" ] || return 0
  told[$path]=yes
  if [ -e "$path" ]; then
    exists=yes owner=$(stat -Lc '%u %g' "$path")
    [ -z "$(ls -A "$path" 2>/dev/null)" ] || content=full
  fi
  printf '%s\\0' folder "$path" "$(readlink -m "$path")" $exists $owner $content
  variants "$path"
}
shopt -s dotglob nullglob
for path in ${folders.map(quote/* quote */.h).join(' ')}; do tell "$path"; done
while IFS= read -r path; do case $path in /*) tell "$path" ;; esac; done < <(
  ids=$(containers | awk -F '\\t' -v name=${(0,quote/* quote */.h)(image)} -v app=${(0,quote/* quote */.h)(JSON.stringify(app))} 'tolower($2) == name || $4 == app {print $1}')
  [ -z "$ids" ] || inspected | while read -r word id _ kind _ source _; do
    [ "$word $kind" = 'mount bind' ] || continue
    case $'\\n'$ids$'\\n' in *$'\\n'"$id"$'\\n'*) unescape "$source"; printf '%s\\n' "$plain" ;; esac
  done
  [ ! -f ${(0,quote/* quote */.h)((0,application_paths/* adoptionRecordFile */.cG)(app))} ] || [ -n "$(strangers ${(0,quote/* quote */.h)((0,application_paths/* adoptionRecordFile */.cG)(app))})" ] || sed -n 's/^ *"host": "\\(\\/.*\\)",*$/\\1/p' ${(0,quote/* quote */.h)((0,application_paths/* adoptionRecordFile */.cG)(app))}
)
printf 'space\\0'
# All of them: of a disk that is mounted at several places df shows one, which need not be the one that is written to.
# What autofs would mount is left unmounted: its server may not answer.
${space/* dfCommand */.Wg} -l -a -x autofs`,
        read: readStorage,
    };
}
/**
 * Reads the probe's records, each ended by NUL: what it is, then its values, a folder's variants after it; last df's
 * table.
 */
function readStorage(output) {
    const records = output.split('\0');
    const folders = [];
    while (records.length > 1) {
        const kind = records.shift();
        if (kind === 'folder') {
            const [path = '', real = '', exists, uid, gid, content] = records.splice(0, 6);
            folders.push({
                path,
                real,
                exists: exists === 'yes',
                uid: Number(uid),
                gid: Number(gid),
                empty: content === 'empty',
                variants: [],
            });
        }
        else if (kind === 'variant') {
            folders.at(-1)?.variants.push(records.shift() ?? '');
        }
    }
    return { folders, fileSystems: (0,space/* parseDf */.MK)(records[0] ?? '') };
}

// EXTERNAL MODULE: ./.build/lib/survey/strangers.js
var strangers = __webpack_require__(12098);
// EXTERNAL MODULE: ./.build/lib/survey/system.js
var system = __webpack_require__(39872);
;// CONCATENATED MODULE: ./.build/lib/survey/time.js
/** Asks the server's clock: seconds since 1970 with their fraction, as text. */
const timeProbe = {
    script: 'date +%s.%N',
    read: (output) => /^\d+\.\d{9}$/m.exec(output)?.[0] ?? '0.000000000',
};

// EXTERNAL MODULE: ./.build/lib/survey/written-files.js + 1 modules
var written_files = __webpack_require__(22726);
;// CONCATENATED MODULE: ./.build/lib/survey/deployment.js

























/** What a deployment asks the server, all in one round trip. */
function probes(project, domain, volumes, nginx) {
    return {
        system: system/* systemProbe */.gw,
        docker: dockerProbe,
        nginx,
        maskedNginx: maskedProbe,
        listeners: listeners/* listenersProbe */.u_,
        containers: containersProbe(project.app, project.image),
        manualContainers: manualContainersProbe(project.app, project.image),
        images: imagesProbe(project.image),
        baseImages: baseImagesProbe(project.pulledImages),
        imageSources: imageSourcesProbe(project.pulledImages),
        buildLeftovers: buildLeftoversProbe(project.app),
        networks: networksProbe,
        releases: (0,releases_probe/* releasesProbe */.L)(project.app),
        storage: storageProbe(volumes.map((volume) => volume.host), project),
        strangers: (0,strangers/* strangersProbe */.eP)(project.app, domain, volumes.map((volume) => volume.host)),
        closed: (0,closed_places/* closedPlacesProbe */.$5)(placesOf(project.app, domain, volumes)),
        certificates: certificates/* certificatesProbe */.b,
        firewall: firewall/* firewallProbe */.j,
        filters: packet_filter/* packetFilterProbe */.B,
        selinux: selinuxProbe,
        // Right before: what is written after it was looked at is told by its time.
        time: timeProbe,
        written: (0,written_files/* writtenFilesProbe */.$Q)(project, volumes),
    };
}
/** Where a run writes, but for nginx's own files, which it is asked for itself. */
function placesOf(app, domain, volumes) {
    const application = (0,application_paths/* applicationDirectory */.gZ)(app);
    return [
        ...placesOfRun,
        ...placesOfPackages,
        ...[`${application}/releases`, (0,application_paths/* staticDirectory */.oO)(app), `/etc/nginx/ssl/${domain}`, '/etc/docker/daemon.json'],
        ...volumes.map((volume) => volume.host),
    ];
}
/** Where every run writes: its lock, and texts that scripts hand to programs. */
const placesOfRun = [lock_script/* lockFolder */.MS, '/tmp'];
/** Where packages are installed. */
const placesOfPackages = ['/usr', '/var/lib', '/etc'];
/**
 * Surveys the server for a deployment of `project`; what nginx serves is its current release. `opening`: bash that runs before
 * anything is asked.
 */
async function surveyDeployment(server, project, domain, volumes, opening = '') {
    const nginx = (0,survey/* askedBefore */.or)(survey_nginx/* nginxAnswer */.dC, (0,survey_nginx/* nginxProbe */.nE)(project.app, domain), container_list/* listContainersOnce */.qk);
    const found = await (0,survey/* survey */.Fr)(server, probes(project, domain, volumes, nginx.probe), `${opening}\n${nginx.opening}`);
    return { ...found, supplies: new Map(), releases: (0,releases/* whatServes */.V)(found.releases, (0,survey_nginx/* servedRelease */.h)(found.nginx)) };
}


/***/ }),

/***/ 9617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ firewallProbe)
/* harmony export */ });
/* unused harmony export readFirewall */
// `verbose` shows the ports of application profiles (`Nginx Full`) beside their names, and the default.
const script = `
device=$(ip -o route show default | sed -n 's/.* dev \\([^ ]*\\).*/\\1/p' | head -n 1)
if command -v ufw >/dev/null && ufw status | grep -q '^Status: active'; then
  echo "kind ufw"
  echo "device $device"
  ufw status verbose
  ufw status numbered | sed 's/^/numbered /'
elif command -v firewall-cmd >/dev/null && firewall-cmd --state >/dev/null 2>&1; then
  echo "kind firewalld"
  zone=$(firewall-cmd --get-zone-of-interface="$device" 2>/dev/null) || zone=$(firewall-cmd --get-default-zone)
  echo "zone $zone"
  now=$(firewall-cmd --zone="$zone" --list-all); later=$(firewall-cmd --permanent --zone="$zone" --list-all)
  printf '%s\\n' "$now" | sed 's/^/now /'
  printf '%s\\n' "$later" | sed 's/^/later /'
  for service in $(printf '%s\\n' "$now" "$later" | sed -n 's/^ *services: *//p' | tr ' ' '\\n' | sort -u); do
    echo "service $service $(firewall-cmd --info-service="$service" | sed -n 's/^ *ports: *//p')"
  done
fi`;
/** Asks for the host's firewall. */
const firewallProbe = { script, read: readFirewall };
/** Reads the probe's lines. */
function readFirewall(output) {
    switch (/^kind (\w+)$/m.exec(output)?.[1]) {
        case 'ufw':
            return { kind: 'ufw', rules: readUfw(output) };
        case 'firewalld':
            return readFirewalld(output);
        default:
            return { kind: 'none', rules: [] };
    }
}
const everyPort = '1:65535';
/**
 * Reads `ufw status verbose`. Rules for some networks only are left out: they let a mini program in no more than none
 * does; so are those for IPv6, which follow the others, and those for interfaces that do not lead to the world.
 */
function readUfw(output) {
    const device = /^device (\S+)$/m.exec(output)?.[1];
    const pattern = /^(\S.*?) +(ALLOW|LIMIT|DENY|REJECT) IN +Anywhere(?:\/tcp)?(?: +on \S+)?(?: +\(log(?:-all)?\))?(?: +#.*)? *$/;
    // Both lists have the same rules in the same order; the numbered one does not show the ports of profiles.
    const incoming = output.split('\n').filter((line) => / (ALLOW|LIMIT|DENY|REJECT) IN /.test(line));
    const numbers = incoming.flatMap((line) => /^numbered \[ *(\d+)\]/.exec(line)?.[1] ?? []).map(Number);
    const rules = incoming
        .filter((line) => !line.startsWith('numbered '))
        .flatMap((line, at) => {
        const [, to, does] = pattern.exec(line) ?? [];
        if (to === undefined)
            return [];
        const [, ports = '', on] = /^(.*?)(?: on (\S+))?$/.exec(to.replace(/ +\(.*\)$/, '')) ?? [];
        if (on !== undefined && on !== device)
            return [];
        const named = /^Anywhere(\/tcp)?$/.test(ports) ? everyPort : ports;
        const number = numbers[at];
        if (/\s/.test(named))
            return [];
        return [
            { lets: does === 'ALLOW' || does === 'LIMIT', ports: named, ...(number === undefined ? {} : { number }) },
        ];
    });
    return /^Default: allow \(incoming\)/m.test(output) ? [...rules, { lets: true, ports: everyPort }] : rules;
}
function readFirewalld(output) {
    const zone = /^zone (\S+)$/m.exec(output)?.[1];
    return {
        kind: 'firewalld',
        rules: readZone(output, 'now'),
        ...(zone === undefined ? {} : { zone }),
        permanent: readZone(output, 'later'),
    };
}
/** Reads one `firewall-cmd --list-all`. Of one priority firewalld looks at what denies first (firewalld.richlanguage(5)). */
function readZone(output, when) {
    const words = (key) => (new RegExp(`^${when} +${key}: *(.*)$`, 'm').exec(output)?.[1] ?? '').split(/\s+/).filter(Boolean);
    const rich = [...output.matchAll(new RegExp(`^${when}\\s+rule (.*)$`, 'gm'))]
        .map(([, rule = '']) => rule)
        .filter((rule) => !/\bsource\b|family="ipv6"/.test(rule))
        .flatMap((rule) => {
        const ports = /\bport port="([\d-]+)" protocol="tcp"/.exec(rule)?.[1];
        const does = /\b(accept|reject|drop)\b/.exec(rule)?.[1];
        if (ports === undefined || does === undefined)
            return [];
        const priority = Number(/\bpriority="(-?\d+)"/.exec(rule)?.[1] ?? 0);
        return [{ lets: does === 'accept', ports: `${ports}/tcp`, priority }];
    })
        .toSorted((one, other) => one.priority - other.priority);
    const ofServices = words('services').flatMap((service) => [...output.matchAll(/^service (\S+) (.*)$/gm)].flatMap(([, name, ports]) => name === service ? (ports ?? '').split(/\s+/).filter(Boolean) : []));
    const open = [...words('ports'), ...ofServices, ...(words('target')[0] === 'ACCEPT' ? [everyPort] : [])];
    const told = (holds) => rich.filter(({ priority, lets }) => holds(priority, lets)).map(({ lets, ports }) => ({ lets, ports }));
    return [
        ...told((priority) => priority < 0),
        ...told((priority, lets) => priority === 0 && !lets),
        ...told((priority, lets) => priority === 0 && lets),
        ...open.map((ports) => ({ lets: true, ports })),
        ...told((priority) => priority > 0),
    ];
}


/***/ }),

/***/ 16572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gk: () => (/* binding */ isOfProgram),
/* harmony export */   aw: () => (/* binding */ isEphemeral),
/* harmony export */   pW: () => (/* binding */ holdersOf),
/* harmony export */   u_: () => (/* binding */ listenersProbe)
/* harmony export */ });
/* unused harmony export readListeners */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

const script = `
echo "ephemeral $(cat /proc/sys/net/ipv4/ip_local_port_range)"
echo "reserved $(cat /proc/sys/net/ipv4/ip_local_reserved_ports)"
ss -ltnpe`;
/** Asks what listens on TCP. */
const listenersProbe = { script, read: readListeners };
/**
 * Reads `ss -ltnpe`: a heading, then lines of state, queues, local address, peer, `users:(("nginx",pid=1,fd=6),...)`, and
 * `uid:33` unless that is root's; CentOS 7's writes `("nginx",1,6)`, and knows no option that leaves the heading out.
 */
function readListeners(output) {
    const sockets = output.split('\n').flatMap((line) => {
        const [, address, port, rest] = /^LISTEN\s+\d+\s+\d+\s+(\S+):(\d+)\s+\S+\s*(.*)$/.exec(line) ?? [];
        if (address === undefined || port === undefined)
            return [];
        const [, process, pid] = /\(\("([^"]*)",(?:pid=)?(\d+)/.exec(rest ?? '') ?? [];
        return [
            {
                address,
                port: Number(port),
                process: process ?? '',
                pid: pid === undefined ? undefined : Number(pid),
                // The last one: a process may call itself anything.
                uid: Number(/.*\buid:(\d+)/.exec(rest ?? '')?.[1] ?? 0),
            },
        ];
    });
    const [, from = '32768', to = '60999'] = /^ephemeral (\d+)\s+(\d+)/m.exec(output) ?? [];
    const [, reserved = ''] = /^reserved (\S+)/m.exec(output) ?? [];
    return {
        sockets,
        ephemeral: { from: Number(from), to: Number(to) },
        reserved: [...reserved.matchAll(/(\d+)(?:-(\d+))?/g)].map(([, first, last = first]) => ({
            from: Number(first),
            to: Number(last),
        })),
    };
}
/** Whether the kernel may hand out a port to an outgoing connection. */
function isEphemeral({ ephemeral, reserved }, port) {
    const holds = ({ from, to }) => from <= port && port <= to;
    return holds(ephemeral) && !reserved.some(holds);
}
/** The processes that hold a port, without repeats. */
function holdersOf(listeners, port) {
    return listeners.sockets.filter((socket) => socket.port === port);
}
/** Whether a socket is one of nginx's, `program`, whose master is root's. */
function isOfProgram({ process, uid }, program) {
    // A name as the kernel keeps it (proc(5), comm).
    return uid === 0 && ['nginx', node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(program).slice(0, 15)].includes(process);
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

/***/ 19880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ packetFilterProbe)
});

// UNUSED EXPORTS: readPacketFilters

// EXTERNAL MODULE: ./.build/lib/filters/packet.js + 1 modules
var filters_packet = __webpack_require__(96224);
// EXTERNAL MODULE: ./.build/lib/filters/truth.js
var filters_truth = __webpack_require__(75287);
;// CONCATENATED MODULE: ./.build/lib/filters/ipset.js


/** Reads `ipset save`; a line `cut NAME` stands for elements that were left out. */
function readIpSets(text) {
    const sets = new Map();
    for (const line of text.split('\n')) {
        const [verb, name = '', value = '', ...options] = line.trim().split(/\s+/);
        if (verb === 'create')
            sets.set(name, { parts: (value.split(':')[1] ?? '').split(','), elements: [], whole: true });
        const set = sets.get(name);
        if (set === undefined)
            continue;
        if (verb === 'add')
            set.elements.push({ values: value.split(','), excepted: options.includes('nomatch') });
        if (verb === 'cut')
            set.whole = false;
    }
    return sets;
}
/** Whether a packet is in a set, whose parts are looked for at `sides` (`src`, `dst`). */
function isInSet(sets, name, sides, packet, depth = 0) {
    const set = sets.get(name);
    if (set === undefined || depth > 4)
        return 'unknown';
    const truths = set.elements.map(({ values, excepted }) => {
        const [first = ''] = values;
        if (set.parts[0] === 'set')
            return isInSet(sets, first, sides, packet, depth + 1);
        const truth = (0,filters_truth/* allOf */.bn)(values.map((value, at) => part(set.parts[at] ?? '', value, sides[at] ?? 'src', packet)));
        return excepted && truth !== 'no' ? 'unknown' : truth;
    });
    return (0,filters_truth/* anyOf */.EB)(set.whole ? truths : [...truths, 'unknown']);
}
function part(kind, value, word, packet) {
    const side = word === 'src' ? 'source' : 'destination';
    if (kind === 'ip' || kind === 'net')
        return (0,filters_packet/* addressIn */._Q)(packet, side, [value]);
    if (kind !== 'port')
        return 'unknown';
    const [protocol, ports] = value.includes(':') ? value.split(':') : ['tcp', value];
    if (protocol !== 'tcp')
        return 'no';
    const [from, to] = (ports ?? '').split('-').map(Number);
    return (0,filters_packet/* portIn */.Ju)(packet, side, [[from ?? Number.NaN, to ?? from ?? Number.NaN]]);
}

;// CONCATENATED MODULE: ./.build/lib/filters/iptables-match.js



/** Extensions that look at what packets carry. */
const contentMatches = ['string', 'u32', 'bpf', 'layer7', 'tls', 'ndpi'];
/** Whether a match holds for a packet. */
function holds(match, packet, sets) {
    if (match.name === 'comment')
        return 'yes';
    // A kernel looks through every packet's own bytes, and those that begin a connection have none.
    if (match.name === 'string' || match.name === 'tls') {
        return packet.payload || match.options.some(({ negated }) => negated) ? 'unknown' : 'no';
    }
    if (match.name === 'rpfilter') {
        // Whoever comes from the world comes in by the device that leads there.
        return (0,filters_truth/* truthOf */.D)(!match.options.some(({ name }) => name === '--invert'));
    }
    const truths = match.options.map((option) => {
        const truth = optionHolds(match.name, option, packet, sets);
        return option.negated ? (0,filters_truth/* not */.AU)(truth) : truth;
    });
    return truths.length === 0 && match.name !== 'tcp' ? 'unknown' : (0,filters_truth/* allOf */.bn)(truths);
}
function optionHolds(match, { name, values }, packet, sets) {
    const [value = '', second = ''] = values;
    switch (`${match} ${name}`) {
        case ' -s':
            return (0,filters_packet/* addressIn */._Q)(packet, 'source', [value]);
        case ' -d':
            return (0,filters_packet/* addressIn */._Q)(packet, 'destination', [value]);
        case ' -i':
            return (0,filters_packet/* deviceIs */.D0)(packet, 'in', value, '+');
        case ' -o':
            return (0,filters_packet/* deviceIs */.D0)(packet, 'out', value, '+');
        case ' -p':
            return (0,filters_packet/* valueIs */.qN)(['tcp', '6', 'all', '0'], value);
        case ' -f':
            return 'no';
        case 'tcp --dport':
        case 'multiport --dports':
            return (0,filters_packet/* portIn */.Ju)(packet, 'destination', rangesIn(value));
        case 'tcp --sport':
        case 'multiport --sports':
            return (0,filters_packet/* portIn */.Ju)(packet, 'source', rangesIn(value));
        case 'multiport --ports':
            return (0,filters_truth/* anyOf */.EB)([(0,filters_packet/* portIn */.Ju)(packet, 'source', rangesIn(value)), (0,filters_packet/* portIn */.Ju)(packet, 'destination', rangesIn(value))]);
        case 'tcp --syn':
            return (0,filters_truth/* truthOf */.D)(packet.flags.includes('syn') && packet.flags.length === 1);
        case 'tcp --tcp-flags':
            return flagsAre(packet, value, second);
        case 'conntrack --ctstate':
        case 'state --state':
            return (0,filters_packet/* stateIs */.iH)(packet, value.split(','));
        case 'conntrack --ctstatus':
            return (0,filters_packet/* statusIs */.lv)(value.split(','));
        case 'conntrack --ctproto':
            return (0,filters_packet/* valueIs */.qN)(['tcp', '6'], value);
        case 'conntrack --ctdir':
            return (0,filters_truth/* truthOf */.D)((value === 'ORIGINAL') === (packet.direction === 'in'));
        case 'conntrack --ctorigdstport':
            return (0,filters_packet/* portIn */.Ju)({ ...packet, direction: 'in' }, 'destination', rangesIn(value));
        case 'addrtype --src-type':
            return typeIs(packet, 'source', value);
        case 'addrtype --dst-type':
            return typeIs(packet, 'destination', value);
        case 'addrtype --limit-iface-in':
        case 'addrtype --limit-iface-out':
        case 'set --return-nomatch':
        case 'policy --dir':
        case 'recent --name':
        case 'recent --mask':
        case 'recent --rsource':
        case 'recent --rdest':
            return 'yes';
        case 'recent --set':
            return 'yes';
        case 'iprange --src-range':
            return (0,filters_packet/* addressIn */._Q)(packet, 'source', [value]);
        case 'iprange --dst-range':
            return (0,filters_packet/* addressIn */._Q)(packet, 'destination', [value]);
        case 'set --match-set':
            return isInSet(sets, value, second.split(','), packet);
        case 'pkttype --pkt-type':
            return (0,filters_packet/* valueIs */.qN)(['unicast'], value);
        case 'mark --mark':
        case 'connmark --mark':
            return (0,filters_packet/* markIs */.iG)(packet, /^(0x)?0+(\/|$)/.test(value));
        case 'policy --pol':
            return (0,filters_packet/* valueIs */.qN)(['none'], value);
        default:
            return 'unknown';
    }
}
function rangesIn(list) {
    return list.split(',').map((range) => {
        const [from, to] = range.split(':');
        return [from === '' ? 0 : Number(from), to === undefined ? Number(from) : to === '' ? 65535 : Number(to)];
    });
}
function flagsAre({ flags }, mask, wanted) {
    const words = (list) => {
        const lower = list.toLowerCase();
        if (lower === 'all')
            return ['syn', 'ack', 'fin', 'rst', 'urg', 'psh'];
        return lower === 'none' ? [] : lower.split(',');
    };
    return (0,filters_truth/* truthOf */.D)(words(mask).every((flag) => flags.includes(flag) === words(wanted).includes(flag)));
}
function typeIs(packet, side, types) {
    const type = (0,filters_packet/* isServers */.px)(packet, side) || packet.device === 'lo' ? 'LOCAL' : 'UNICAST';
    return (0,filters_truth/* truthOf */.D)(types.split(',').includes(type));
}

;// CONCATENATED MODULE: ./.build/lib/filters/iptables-words.js
/** The words of a line of `iptables-save`, which puts those with blanks in double quotes. */
function iptables_words_words(line) {
    return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) => quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/g, '$1'));
}

;// CONCATENATED MODULE: ./.build/lib/filters/iptables.js



const hooks = {
    PREROUTING: 'prerouting',
    INPUT: 'input',
    OUTPUT: 'output',
    POSTROUTING: 'postrouting',
};
/** The order of tables in one hook (netfilter_ipv4.h). */
const priorities = { raw: -300, mangle: -150, nat: -100, filter: 0, security: 50 };
/** Targets that let the next rule be asked; those that only mark are aside. */
const passing = /^(LOG|NFLOG|ULOG|SET|TRACE|TCPMSS|CLASSIFY|AUDIT|CHECKSUM|DSCP|TOS|TTL|HL|ECN|CT|SECMARK|CONNSECMARK|RATEEST|IDLETIMER|LED|TEE|HMARK)$/;
/** Reads what `iptables-save` or `ip6tables-save` printed. What it cannot read of a rule makes that rule `unknown`. */
function readIptables(text, tool, family, sets) {
    const tables = [];
    for (const line of text.split('\n')) {
        const table = tables.at(-1);
        const [, name] = /^\*(\S+)/.exec(line) ?? [];
        if (name !== undefined)
            tables.push({ name, chains: new Map() });
        const [, chain, policy] = /^:(\S+) (\S+)/.exec(line) ?? [];
        if (table !== undefined && chain !== undefined) {
            table.chains.set(chain, { name: chain, ...baseOf(table.name, chain, policy ?? '-'), rules: [] });
        }
        const [, into = '', rest = ''] = /^(?:\[\d+:\d+\] )?-A (\S+) ?(.*)$/.exec(line) ?? [];
        const rules = table?.chains.get(into)?.rules;
        rules?.push(readRule(rest, rules.length + 1, sets, (chain) => table?.chains.has(chain) === true));
    }
    return tables.map(({ name, chains }) => ({ tool, family, name, chains }));
}
function baseOf(table, chain, policy) {
    const hook = hooks[chain];
    if (hook === undefined || policy === '-')
        return {};
    const nat = table === 'nat';
    return {
        base: { hook, priority: priorities[table] ?? 0, nat, policy: policy === 'DROP' ? 'drop' : 'accept' },
    };
}
function readRule(rest, number, sets, isChain) {
    const words = iptables_words_words(rest);
    const { matches, target } = parse(words);
    return {
        number,
        words: told(words),
        content: matches.some(({ name }) => contentMatches.includes(name)),
        branches: (packet) => [
            { when: (0,filters_truth/* allOf */.bn)(matches.map((match) => holds(match, packet, sets))), action: actionOf(target, packet, isChain) },
        ],
    };
}
function parse(words) {
    const matches = [
        { name: '', options: [] },
    ];
    let negated = false;
    for (let at = 0; at < words.length; at += 1) {
        const word = words[at] ?? '';
        if (word === '-j' || word === '-g') {
            const target = { name: words[at + 1] ?? '', goto: word === '-g', options: words.slice(at + 2) };
            return { matches: matches.filter(({ name, options }) => name !== '' || options.length > 0), target };
        }
        if (word === '!')
            negated = true;
        else if (word === '-m') {
            matches.push({ name: words[at + 1] ?? '', options: [] });
            at += 1;
        }
        else if (/^-[a-z]$|^--[a-z]/.test(word)) {
            // Options of one letter are those of every rule, wherever they stand.
            const home = word.startsWith('--') ? matches.at(-1) : matches[0];
            home?.options.push({ name: word, negated, values: [] });
            negated = false;
            while (at + 1 < words.length && !/^(!|-[a-z]|--[a-z].*)$/.test(words[at + 1] ?? '')) {
                home?.options.at(-1)?.values.push(words[at + 1] ?? '');
                at += 1;
            }
        }
    }
    return { matches: matches.filter(({ name, options }) => name !== '' || options.length > 0), target: undefined };
}
function actionOf(target, packet, isChain) {
    if (target === undefined)
        return { do: 'none' };
    const { name, options } = target;
    if (isChain(name))
        return { do: target.goto ? 'goto' : 'jump', chain: name };
    if (name === 'NOTRACK' || (name === 'CT' && options.includes('--notrack')))
        return { do: 'notrack' };
    if (name === 'MARK' || name === 'CONNMARK') {
        return { do: options.some((option) => /^--(restore|save)-mark$/.test(option)) ? 'none' : 'mark' };
    }
    if (passing.test(name))
        return { do: 'none' };
    switch (name) {
        case 'ACCEPT':
        case 'SNAT':
        case 'MASQUERADE':
            return { do: 'accept' };
        case 'DROP':
        case 'REJECT':
        case 'TARPIT':
        case 'STEAL':
            return { do: 'drop' };
        case 'RETURN':
            return { do: 'return' };
        case 'DNAT':
        case 'REDIRECT':
            return { do: leadsBack(options, packet) ? 'accept' : 'redirect' };
        case 'TPROXY':
        case 'NETMAP':
            return { do: 'redirect' };
        default:
            return { do: 'unknown' };
    }
}
/** Whether a packet is redirected to the very address and port that it is for. */
function leadsBack(options, { addresses, port }) {
    const after = (option) => options[options.indexOf(option) + 1 || options.length];
    const [, address, to] = /^([^:]*|\[.*\])(?::(\d+))?$/.exec(after('--to-destination') ?? '') ?? [];
    if (address !== undefined && address !== '' && !addresses.includes(address))
        return false;
    return [to, after('--to-ports')].every((one) => one === undefined || one === String(port));
}
/** The rule without texts that somebody wrote into it: comments, prefixes of log lines, what is looked for in packets. */
function told(words) {
    const kept = [];
    for (let at = 0; at < words.length; at += 1) {
        const word = words[at] ?? '';
        if (word === '-m' && words[at + 1] === 'comment')
            at += 1;
        else if (word === '--comment')
            at += 1;
        else if (/^--(log-prefix|nflog-prefix|string|hex-string|host|bytecode|u32)$/.test(word)) {
            kept.push(word, '…');
            at += 1;
        }
        else
            kept.push(word);
    }
    return kept.join(' ').slice(0, 300);
}

;// CONCATENATED MODULE: ./.build/lib/filters/nft-field.js

/** Whether a value of JSON is an object. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The object under a key, if there is one. */
function under(value, key) {
    const found = isObject(value) ? value[key] : undefined;
    return isObject(found) ? found : undefined;
}
const unknown = { kind: 'unknown', content: false };
/** What `left` speaks of, for a packet. */
function fieldOf(left, packet) {
    if (!isObject(left))
        return unknown;
    const payload = under(left, 'payload');
    if (payload !== undefined)
        return payloadField(payload, packet);
    const key = String(under(left, 'meta')?.key ?? '');
    if (key !== '')
        return metaField(key, packet);
    const ct = under(left, 'ct');
    if (ct !== undefined)
        return ctField(ct, packet);
    const fib = under(left, 'fib');
    if (fib !== undefined)
        return fibField(fib, packet);
    if (Array.isArray(left.concat)) {
        return { kind: 'all', fields: left.concat.map((one) => fieldOf(one, packet)) };
    }
    if (Array.isArray(left['&']))
        return masked(left['&'], packet);
    // Headers of IPv6's own, of which a packet of TCP has none as a rule.
    if (under(left, 'exthdr') !== undefined)
        return { kind: 'absent' };
    return unknown;
}
function payloadField({ protocol, field, base }, { family }) {
    switch (`${String(protocol ?? base)} ${String(field ?? '')}`) {
        case 'tcp dport':
        case 'th dport':
            return { kind: 'port', side: 'destination' };
        case 'tcp sport':
        case 'th sport':
            return { kind: 'port', side: 'source' };
        case 'tcp flags':
            return { kind: 'flags' };
        case `${family} saddr`:
            return { kind: 'address', side: 'source' };
        case `${family} daddr`:
            return { kind: 'address', side: 'destination' };
        case 'ip protocol':
        case 'ip6 nexthdr':
            return protocol === family ? { kind: 'value', known: ['tcp', '6'] } : { kind: 'absent' };
        // No fragment of a larger packet.
        case 'ip frag-off':
            return family === 'ip' ? { kind: 'value', known: ['0'] } : { kind: 'absent' };
        default:
            break;
    }
    if (protocol === undefined)
        return { kind: 'unknown', content: true };
    return protocol === 'tcp' || protocol === 'th' || protocol === 'ether' || protocol === family
        ? unknown
        : { kind: 'absent' };
}
function metaField(key, { family }) {
    switch (key) {
        case 'l4proto':
            return { kind: 'value', known: ['tcp', '6'] };
        case 'nfproto':
            return { kind: 'value', known: family === 'ip' ? ['ipv4', '2'] : ['ipv6', '10'] };
        case 'protocol':
            return { kind: 'value', known: family === 'ip' ? ['ip', '8', '2048'] : ['ip6', '56710', '34525'] };
        case 'iif':
        case 'iifname':
            return { kind: 'device', way: 'in' };
        case 'oif':
        case 'oifname':
            return { kind: 'device', way: 'out' };
        case 'mark':
            return { kind: 'mark' };
        case 'pkttype':
            return { kind: 'value', known: ['host', 'unicast', '0'] };
        default:
            return unknown;
    }
}
function ctField({ key, dir }, { direction, family }) {
    switch (String(key)) {
        case 'state':
            return { kind: 'state' };
        case 'status':
            return { kind: 'status' };
        case 'mark':
            return { kind: 'mark' };
        case 'direction':
            return { kind: 'value', known: direction === 'in' ? ['original', '0'] : ['reply', '1'] };
        case 'protocol':
            return { kind: 'value', known: ['tcp', '6'] };
        case 'l3proto':
            return { kind: 'value', known: family === 'ip' ? ['ipv4', 'ip'] : ['ipv6', 'ip6'] };
        case 'proto-dst':
            return dir === 'original' && direction === 'in' ? { kind: 'port', side: 'destination' } : unknown;
        default:
            return unknown;
    }
}
/** Whoever comes from the world comes in by the device that leads there, to an address of the server. */
function fibField({ result, flags }, packet) {
    const of = Array.isArray(flags) ? flags.map(String) : [String(flags)];
    const side = of.includes('daddr') ? 'destination' : 'source';
    if (result === 'type')
        return { kind: 'value', known: [(0,filters_packet/* isServers */.px)(packet, side) || packet.device === 'lo' ? 'local' : 'unicast'] };
    return side === 'source' && packet.direction === 'in' ? { kind: 'value', known: ['true', 'exists'] } : unknown;
}
function masked([of, mask], packet) {
    const field = fieldOf(of, packet);
    if (field.kind === 'mark' || field.kind === 'absent')
        return field;
    // Of the fragment's place; a bit further up forbids fragments.
    if (field.kind === 'value' && field.known[0] === '0' && Number(mask) < 0x4000)
        return field;
    return field.kind === 'flags' ? { kind: 'flags', mask: flagWords(mask) } : unknown;
}
/** Flags by their names: one, a list, or several joined by `|`. */
function flagWords(value) {
    if (Array.isArray(value))
        return value.flatMap(flagWords);
    if (isObject(value))
        return Object.values(value).flatMap(flagWords);
    return [String(value)];
}

;// CONCATENATED MODULE: ./.build/lib/filters/nft-match.js



const everyFlag = ['fin', 'syn', 'rst', 'psh', 'ack', 'urg', 'ecn', 'cwr'];
/** Whether a comparison holds: `{"op": "==", "left": ..., "right": ...}`. */
function matches(comparison, packet, sets) {
    if (!isObject(comparison))
        return 'unknown';
    const { op, left, right } = comparison;
    const field = fieldOf(left, packet);
    // That a packet is of the protocol is a condition of its own, whatever is compared.
    if (isAbsent(field))
        return 'no';
    if (op === 'in')
        return isOneOf(field, right, packet, sets);
    const exact = field.kind === 'flags' ? { mask: everyFlag, ...field } : field;
    if (op === '==')
        return isOneOf(exact, right, packet, sets);
    if (op === '!=')
        return (0,filters_truth/* not */.AU)(isOneOf(exact, right, packet, sets));
    const bound = Number(right);
    if (field.kind !== 'port' || Number.isNaN(bound))
        return 'unknown';
    switch (op) {
        case '<':
            return (0,filters_packet/* portIn */.Ju)(packet, field.side, [[0, bound - 1]]);
        case '<=':
            return (0,filters_packet/* portIn */.Ju)(packet, field.side, [[0, bound]]);
        case '>':
            return (0,filters_packet/* portIn */.Ju)(packet, field.side, [[bound + 1, 65535]]);
        case '>=':
            return (0,filters_packet/* portIn */.Ju)(packet, field.side, [[bound, 65535]]);
        default:
            return 'unknown';
    }
}
/** Whether a packet has no such field. */
function isAbsent(field) {
    return field.kind === 'absent' || (field.kind === 'all' && field.fields.some(isAbsent));
}
/** Whether a field is an element, or one of a set's: `@name`, `{"set": [...]}`, a single value. */
function isOneOf(field, right, packet, sets) {
    const elements = elementsOf(right, sets);
    if (elements === undefined)
        return 'unknown';
    if (field.kind === 'address') {
        const specs = elements.map((one) => addressSpec(inner(one)));
        if (!specs.includes(undefined) && !elements.some(isLimited)) {
            return (0,filters_packet/* addressIn */._Q)(packet, field.side, specs.filter((one) => one !== undefined));
        }
    }
    return (0,filters_truth/* anyOf */.EB)(elements.map((one) => isElement(field, one, packet)));
}
/** Elements of what a field is compared with, or looked up in. */
function elementsOf(right, sets) {
    if (typeof right === 'string' && right.startsWith('@'))
        return sets.get(right.slice(1));
    const set = isObject(right) ? right.set : undefined;
    return Array.isArray(set) ? set : [right];
}
/** Whether a field is one element: a value, a range, a prefix, several of them in a row. */
function isElement(field, element, packet) {
    if (isLimited(element))
        return (0,filters_truth/* allOf */.bn)([isElement(field, inner(element), packet), 'unknown']);
    const value = inner(element);
    if (value === '*')
        return 'yes';
    switch (field.kind) {
        case 'port': {
            const range = isObject(value) && Array.isArray(value.range) ? value.range : [value, value];
            return (0,filters_packet/* portIn */.Ju)(packet, field.side, [[Number(range[0]), Number(range[1])]]);
        }
        case 'address': {
            const spec = addressSpec(value);
            return spec === undefined ? 'unknown' : (0,filters_packet/* addressIn */._Q)(packet, field.side, [spec]);
        }
        case 'device':
            return typeof value === 'string' ? (0,filters_packet/* deviceIs */.D0)(packet, field.way, value, '*') : 'unknown';
        case 'state':
            return (0,filters_packet/* stateIs */.iH)(packet, flagWords(value));
        case 'status':
            return (0,filters_packet/* statusIs */.lv)(flagWords(value));
        case 'mark':
            return typeof value === 'number' ? (0,filters_packet/* markIs */.iG)(packet, value === 0) : 'unknown';
        case 'value':
            return isObject(value) ? 'unknown' : (0,filters_packet/* valueIs */.qN)(field.known, String(value));
        case 'flags':
            return nft_match_flagsAre(packet.flags, field.mask, flagWords(value));
        case 'all': {
            const parts = isObject(value) && Array.isArray(value.concat) ? value.concat : [];
            if (parts.length !== field.fields.length)
                return 'unknown';
            return (0,filters_truth/* allOf */.bn)(field.fields.map((one, at) => isElement(one, parts[at], packet)));
        }
        case 'absent':
            return 'no';
        default:
            return 'unknown';
    }
}
/** With a mask: those within it are these and no others; without one: any of these is there. */
function nft_match_flagsAre(flags, mask, wanted) {
    if (mask === undefined)
        return (0,filters_truth/* truthOf */.D)(wanted.some((flag) => flags.includes(flag)));
    if (wanted.some((flag) => /^\d/.test(flag) && flag !== '0'))
        return 'unknown';
    return (0,filters_truth/* truthOf */.D)(mask.every((flag) => flags.includes(flag) === wanted.includes(flag)));
}
function inner(element) {
    const value = isObject(element) && isObject(element.elem) ? element.elem.val : undefined;
    return value === undefined ? element : value;
}
/** An element with a condition of its own: a rate, a quota, a count of connections. */
function isLimited(element) {
    const inner = isObject(element) && isObject(element.elem) ? element.elem : undefined;
    return inner !== undefined && ['limit', 'quota', 'ct count'].some((key) => key in inner);
}
function addressSpec(value) {
    if (typeof value === 'string')
        return value;
    if (!isObject(value))
        return undefined;
    if (Array.isArray(value.range))
        return value.range.join('-');
    const prefix = value.prefix;
    return isObject(prefix) ? `${String(prefix.addr)}/${String(prefix.len)}` : undefined;
}

;// CONCATENATED MODULE: ./.build/lib/filters/nft-rule.js



/** What the statements of a rule do with a packet; each is asked only where those before it hold. */
function branchesOf(statements, packet, sets) {
    const branches = [];
    let when = 'yes';
    for (const statement of statements) {
        if (when === 'no')
            break;
        if (!isObject(statement))
            continue;
        const [[key, value] = ['', undefined]] = Object.entries(statement);
        if (key === 'match')
            when = (0,filters_truth/* allOf */.bn)([when, matches(value, packet, sets)]);
        else if (key === 'vmap') {
            const looked = lookedUp(value, packet, sets);
            branches.push(...looked.map((branch) => ({ ...branch, when: (0,filters_truth/* allOf */.bn)([when, branch.when]) })));
            when = (0,filters_truth/* allOf */.bn)([when, (0,filters_truth/* not */.AU)((0,filters_truth/* anyOf */.EB)(looked.map((branch) => branch.when)))]);
        }
        else if (conditions.includes(key) || (key === 'set' && under(statement, 'set')?.stmt !== undefined)) {
            when = (0,filters_truth/* allOf */.bn)([when, 'unknown']);
        }
        else {
            const action = nft_rule_actionOf(key, value, packet);
            if (action?.do === 'redirect')
                when = (0,filters_truth/* allOf */.bn)([when, isFound(value, packet, sets)]);
            if (action !== undefined)
                branches.push({ when, action });
        }
    }
    return branches;
}
/** Statements that end a rule where a rate, a number or a volume is exceeded, or is not; and those of iptables. */
const conditions = ['limit', 'quota', 'ct count', 'meter', 'xt'];
function lookedUp(vmap, packet, sets) {
    const lost = [{ when: 'unknown', action: { do: 'unknown' } }];
    if (!isObject(vmap))
        return lost;
    const field = fieldOf(vmap.key, packet);
    if (isAbsent(field))
        return [];
    const elements = elementsOf(vmap.data, sets);
    if (elements === undefined)
        return lost;
    const found = elements.flatMap((pair) => {
        const [element, verdict] = Array.isArray(pair) ? pair : [];
        const [[key, value] = ['', undefined]] = isObject(verdict) ? Object.entries(verdict) : [];
        const when = isElement(field, element, packet);
        return when === 'no'
            ? []
            : [{ when, action: nft_rule_actionOf(key, value, packet) ?? { do: 'none' }, any: element === '*' }];
    });
    // The one for all others is for those alone.
    const exact = found.filter(({ any }) => !any);
    return exact.some(({ when }) => when === 'yes') ? exact : found;
}
/** Whether an address or a port that is looked up in a map is found there; where it is not, the rule ends. */
function isFound(value, packet, sets) {
    const maps = isObject(value) ? [under(value.addr, 'map'), under(value.port, 'map')] : [];
    return (0,filters_truth/* allOf */.bn)(maps.map((map) => {
        if (map === undefined)
            return 'yes';
        const field = fieldOf(map.key, packet);
        const elements = elementsOf(map.data, sets);
        if (elements === undefined)
            return 'unknown';
        return (0,filters_truth/* anyOf */.EB)(elements.map((pair) => (Array.isArray(pair) ? isElement(field, pair[0], packet) : 'unknown')));
    }));
}
function nft_rule_actionOf(key, value, packet) {
    switch (key) {
        case 'accept':
            return { do: 'accept' };
        case 'drop':
        case 'reject':
            return { do: 'drop' };
        case 'return':
            return { do: 'return' };
        case 'jump':
        case 'goto':
            return { do: key, chain: isObject(value) ? String(value.target) : '' };
        case 'redirect':
        case 'dnat':
            return { do: nft_rule_leadsBack(value, packet) ? 'accept' : 'redirect' };
        case 'tproxy':
        case 'fwd':
            return { do: 'redirect' };
        case 'notrack':
            return { do: 'notrack' };
        case 'mangle':
            return { do: setsMark(value) ? 'mark' : 'none' };
        case 'queue':
        case 'synproxy':
            return { do: 'unknown' };
        case 'snat':
        case 'masquerade':
            return { do: 'accept' };
        case 'counter':
        case 'log':
        case 'comment':
        case 'continue':
        case 'set':
        case 'map':
        case 'flow':
        case 'dup':
        case 'ct helper':
        case 'ct timeout':
        case 'ct expectation':
        case 'secmark':
        case 'last':
        case 'reset':
            return undefined;
        default:
            return { do: 'unknown' };
    }
}
/** Whether a mark gets another value than that of the packet's other mark. */
function setsMark(value) {
    const isMark = (one) => [under(one, 'meta'), under(one, 'ct')].some((of) => of?.key === 'mark');
    return isObject(value) && isMark(value.key) && !isMark(value.value);
}
/** Whether a packet is redirected to the very address and port that it is for. */
function nft_rule_leadsBack(value, { addresses, port }) {
    const { addr, port: to } = isObject(value) ? value : {};
    return (addr === undefined || addresses.includes(String(addr))) && (to === undefined || to === port);
}

;// CONCATENATED MODULE: ./.build/lib/filters/nft-words.js

/** A rule of nft's JSON in nft's words, as far as they are known; comments and texts are left out. */
function nftWords(statements) {
    return statements.map(statementWords).filter(Boolean).join(' ').slice(0, 300);
}
function statementWords(statement) {
    if (!isObject(statement))
        return '…';
    const [[key, value] = ['', undefined]] = Object.entries(statement);
    switch (key) {
        case 'match': {
            const { op, left, right } = isObject(value) ? value : {};
            return [valueWords(left), op === '==' || op === 'in' ? '' : String(op), valueWords(right)]
                .filter(Boolean)
                .join(' ');
        }
        case 'vmap': {
            const { key: of, data } = isObject(value) ? value : {};
            return `${valueWords(of)} vmap ${typeof data === 'string' ? data : '{ … }'}`;
        }
        case 'jump':
        case 'goto':
            return `${key} ${isObject(value) ? String(value.target) : '…'}`;
        case 'limit':
            return `limit rate ${isObject(value) ? `${value.inv === true ? 'over ' : ''}${valueWords(value.rate)}/${valueWords(value.per)}` : '…'}`;
        case 'redirect':
        case 'dnat': {
            const to = isObject(value) ? value : {};
            const port = to.port === undefined ? '' : `:${valueWords(to.port)}`;
            return `${key}${to.addr === undefined && port === '' ? '' : ` to ${valueWords(to.addr)}${port}`}`;
        }
        case 'mangle':
            return `${isObject(value) ? valueWords(value.key) : '…'} set …`;
        case 'xt':
            return `xt ${isObject(value) ? `${valueWords(value.type)} ${valueWords(value.name)}` : '…'}`;
        case 'set':
        case 'meter':
        case 'queue':
        case 'ct count':
        case 'quota':
        case 'synproxy':
        case 'tproxy':
        case 'fwd':
            return `${key} …`;
        case 'counter':
        case 'log':
        case 'comment':
            return '';
        default:
            return key;
    }
}
/** One value, as nft would print it. */
function valueWords(value) {
    if (value === undefined)
        return '';
    if (Array.isArray(value))
        return value.map(valueWords).join(',');
    if (!isObject(value))
        return /^[\w@.:*+/-]{0,64}$/.test(String(value)) ? String(value) : '…';
    const [[kind, inner] = ['', undefined]] = Object.entries(value);
    const of = isObject(inner) ? inner : {};
    switch (kind) {
        case 'payload':
            return of.protocol === undefined
                ? `@${valueWords(of.base)},${valueWords(of.offset)},${valueWords(of.len)}`
                : `${valueWords(of.protocol)} ${valueWords(of.field)}`;
        case 'meta':
            return `meta ${valueWords(of.key)}`.replace(/^meta (iifname|oifname|iif|oif)$/, '$1');
        case 'ct':
            return ['ct', valueWords(of.dir), valueWords(of.key)].filter(Boolean).join(' ');
        case 'fib':
            return `fib ${Array.isArray(of.flags) ? of.flags.map(valueWords).join(' . ') : valueWords(of.flags)} ${valueWords(of.result)}`;
        case 'prefix':
            return `${valueWords(of.addr)}/${valueWords(of.len)}`;
        case 'range':
            return Array.isArray(inner) ? inner.map(valueWords).join('-') : '…';
        case 'concat':
            return Array.isArray(inner) ? inner.map(valueWords).join(' . ') : '…';
        case 'set': {
            const elements = Array.isArray(inner) ? inner : [];
            return `{ ${elements.slice(0, 8).map(valueWords).join(', ')}${elements.length > 8 ? ', …' : ''} }`;
        }
        case 'elem':
            return valueWords(of.val);
        case '&':
            return Array.isArray(inner) ? `${valueWords(inner[0])} & (${flat(inner[1])})` : '…';
        case '|':
            return flat(inner);
        default:
            return kind;
    }
}
function flat(value) {
    return Array.isArray(value) ? value.map(flat).join('|') : valueWords(value);
}

;// CONCATENATED MODULE: ./.build/lib/filters/nft.js



const nft_hooks = ['ingress', 'prerouting', 'input', 'output', 'postrouting', 'egress'];
const unturnable = new Set(['toString', 'valueOf']);
/** Reads what `nft -j list ruleset` printed. Throws SyntaxError for what is no JSON. */
function readNft(json, more) {
    // A member named so would keep the object from being turned into text; nft has none (libnftables-json(5)).
    const listed = JSON.parse(json, (key, value) => (unturnable.has(key) ? undefined : value));
    const objects = isObject(listed) && Array.isArray(listed.nftables) ? listed.nftables : [];
    const tables = new Map();
    for (const object of objects) {
        const { family, name } = under(object, 'table') ?? {};
        if (family === 'ip' || family === 'ip6' || family === 'inet' || family === 'netdev') {
            tables.set(`${family} ${String(name)}`, {
                tool: 'nft',
                family,
                name: String(name),
                chains: new Map(),
                sets: new Map(),
            });
        }
        addSet(object, tables, more);
        addChain(object, tables, more);
        addRule(object, tables);
    }
    return [...tables].flatMap(([key, table]) => (more.dormant.includes(key) ? [] : [table]));
}
function tableOf(tables, { family, table }) {
    return tables.get(`${String(family)} ${String(table)}`);
}
function addSet(object, tables, { terse }) {
    const set = under(object, 'set') ?? under(object, 'map');
    if (set === undefined)
        return;
    const elements = Array.isArray(set.elem) ? set.elem : terse ? undefined : [];
    tableOf(tables, set)?.sets.set(String(set.name), elements);
}
function addChain(object, tables, { devices }) {
    const chain = under(object, 'chain');
    const table = chain === undefined ? undefined : tableOf(tables, chain);
    if (chain === undefined || table === undefined)
        return;
    const name = String(chain.name);
    const hook = nft_hooks.find((one) => one === chain.hook);
    const only = devicesOf(chain.dev) ?? devices.get(`${table.family} ${table.name} ${name}`);
    const base = hook === undefined
        ? {}
        : {
            base: {
                hook,
                priority: Number(chain.prio ?? 0),
                nat: chain.type === 'nat',
                policy: chain.policy === 'drop' ? 'drop' : 'accept',
                ...(only === undefined ? {} : { devices: only }),
            },
        };
    table.chains.set(name, { name, ...base, rules: [] });
}
function devicesOf(dev) {
    if (Array.isArray(dev))
        return dev.map(String);
    return typeof dev === 'string' ? [dev] : undefined;
}
function addRule(object, tables) {
    const rule = under(object, 'rule');
    const table = rule === undefined ? undefined : tableOf(tables, rule);
    if (rule === undefined || table === undefined)
        return;
    const statements = Array.isArray(rule.expr) ? rule.expr : [];
    const words = nftWords(statements);
    table.chains.get(String(rule.chain))?.rules.push({
        number: Number(rule.handle),
        words,
        content: /(^| )@(th|nh|ll|ih),|xt match string/.test(words),
        branches: (packet) => branchesOf(statements, packet, table.sets),
    });
}

;// CONCATENATED MODULE: ./.build/lib/filters/twins.js
/**
 * Tables that iptables keeps in nf_tables are shown by both programs: by nft without what iptables' own matches look
 * for, by iptables without chains that it did not make. Of each chain one of the two is left to be entered.
 */
function withoutTwins(ofIptables, ofNft) {
    const twin = (table, others) => others.find(({ family, name }) => family === table.family && name === table.name);
    return [
        ...ofIptables.map((table) => {
            const nft = twin(table, ofNft);
            // Chains that it shows but that are not there yet let everything through.
            return nft === undefined
                ? table
                : entered(table, (chain) => isShownBy(nft, chain) || !nft.chains.has(chain.name));
        }),
        ...ofNft.map((table) => {
            const iptables = twin(table, ofIptables);
            return iptables === undefined ? table : entered(table, (chain) => !isShownBy(iptables, chain));
        }),
    ];
}
function isShownBy(other, { name, base, rules }) {
    const same = other.chains.get(name);
    return same?.base?.policy === base?.policy && same?.base?.hook === base?.hook && same?.rules.length === rules.length;
}
/** The table with only those chains of its own accord entered that `keeps` names. */
function entered(table, keeps) {
    const chains = [...table.chains].map(([name, chain]) => [
        name,
        keeps(chain) ? chain : { name, rules: chain.rules },
    ]);
    return { ...table, chains: new Map(chains) };
}

// EXTERNAL MODULE: ./.build/lib/shell/packed.js
var shell_packed = __webpack_require__(27431);
// EXTERNAL MODULE: ./.build/lib/survey/probe-lines.js
var probe_lines = __webpack_require__(27113);
;// CONCATENATED MODULE: ./.build/lib/survey/packet-filter.js






/** Bytes of one listing at most. More is not sent: what it would say is told as unclear. */
const limit = 1024 * 1024;
// Asked of the programs that list rules, whichever program wrote them. iptables has two sets of rules: that of nf_tables,
// and the legacy one, which is only asked where it has tables, since the question alone would load its modules.
const script = `
quickly() { timeout -s KILL 5 "$@" 2>/dev/null; }
# Fails where the program does, and where its answer is too long.
listed() { quickly "$@" | head -c ${limit + 1}; return "\${PIPESTATUS[0]}"; }
${shell_packed/* packFunctions */.po}
packed() { local text; text=$(listed "$@") && [ "\${#text}" -le ${limit} ] && printf '%s' "$text" | pack; }
device=$(ip -o route show default | sed -n 's/.* dev \\([^ ]*\\).*/\\1/p' | head -n 1)
echo "device $device"
[ -z "$device" ] || echo "addresses $(ip -o addr show dev "$device" scope global | awk '{sub(/\\/.*/, "", $4); print $4}' | tr '\\n' ' ')"
pid=$$
for _ in 1 2 3 4 5 6 7 8 9 10; do
  # A script as root keeps the one, sudo takes both from it.
  from=
  while IFS= read -r -d '' variable; do
    case $variable in SSH_CLIENT=*' '*|SSH_CONNECTION=*' '*) from=\${variable#*=}; from=\${from%% *}; break ;; esac
  done <"/proc/$pid/environ"
  [ -z "$from" ] || { echo "runner $from"; break; }
  while read -r field value; do [ "$field" != PPid: ] || { pid=$value; break; }; done <"/proc/$pid/status"
  [ "\${pid:-0}" -gt 1 ] || break
done
has() { command -v "$1" >/dev/null; }
list_iptables() {
  name=$1 family=$2 names=$3 usual=legacy modern= old=
  case $("$name" -V) in *nf_tables*) usual=nft ;; esac
  if has "$name-nft-save"; then modern=$name-nft-save; elif [ $usual = nft ] && has "$name-save"; then modern=$name-save; fi
  if has "$name-legacy-save"; then old=$name-legacy-save; elif [ $usual = legacy ] && has "$name-save"; then old=$name-save; fi
  if [ -n "$modern" ]; then
    tool=$name; [ $usual = nft ] || tool=$name-nft
    echo "nf-tables $tool $family $(packed "$modern")"
  fi
  if grep -q . "$names"; then
    tool=$name; [ $usual = legacy ] || tool=$name-legacy
    if [ -n "$old" ]; then echo "legacy $tool $family $(packed "$old")"; else echo "unread $name-legacy"; fi
  elif [ -n "$old" ] && [ $usual = legacy ]; then echo "read $name"; fi
}
list_iptables iptables ip /proc/net/ip_tables_names
list_iptables ip6tables ip6 /proc/net/ip6_tables_names
if has nft; then
  if ! tables=$(quickly nft list tables); then echo "unread nft"
  elif [ -z "$tables" ]; then echo "read nft"
  else
    printf '%s\\n' "$tables" | sed 's/^/has-/'
    if json=$(listed nft -j list ruleset) && [ "\${#json}" -le ${limit} ]; then echo "nft $(printf '%s' "$json" | pack)"
    elif [ "\${#json}" -gt ${limit} ] && json=$(listed nft -j -t list ruleset) && [ "\${#json}" -le ${limit} ]; then
      echo "nft-terse $(printf '%s' "$json" | pack)"
    else echo nft; fi
    # What the JSON of some versions lacks: tables that are switched off, and devices.
    if printf '%s' "$json" | grep -Eq '"table": \\{[^}]*"flags"|"hook": "(in|e)gress"'; then
      quickly nft list ruleset | head -c ${4 * limit} | awk '
        /^table / {table = $2 " " $3}
        /^\\tchain / {chain = $2}
        /^\\tflags / && /dormant/ {print "dormant " table}
        /hook (ingress|egress) devices? / {
          sub(/.*hook (ingress|egress) devices? *=? */, ""); sub(/ *priority .*/, ""); gsub(/[{}",]/, " ")
          print "devices " table " " chain " " $0
        }'
    fi
  fi
elif [ ! -e /proc/modules ] || grep -q '^nf_tables ' /proc/modules || grep -q '/nf_tables\\.ko' "/lib/modules/$(uname -r)/modules.builtin"; then echo "absent nft"; fi
if has ipset; then
  # Of a large set the beginning: whether somebody is in it stays open then.
  echo "ipset $(quickly ipset save | awk '$1 == "add" && ++seen[$2] > 2000 {if (seen[$2] == 2001) print "cut " $2; next} {print}' | head -c ${limit} | pack)"
fi
exit 0`;
/** Asks for the rules of all packet filters. */
const packetFilterProbe = { script, read: readPacketFilters };
/** Reads the probe's lines. */
function readPacketFilters(output) {
    const lines = (0,probe_lines/* readLines */.S)(output);
    const { fields: of, has } = lines;
    const sets = readIpSets(of('ipset')
        .map(([packed]) => listing(packed) ?? '')
        .join('\n'));
    const read = new Set(of('read').flat());
    const unread = new Set(of('unread').flat());
    const iptables = (word) => of(word).flatMap(([tool = '', family, packed]) => {
        const text = listing(packed);
        (text === undefined || (isPartial(text) && !has('nft')) ? unread : read).add(tool);
        return text === undefined ? [] : readIptables(text, tool, family === 'ip6' ? 'ip6' : 'ip', sets);
    });
    const modern = iptables('nf-tables');
    const legacy = iptables('legacy');
    const native = readNative(lines);
    // Of a program without JSON nothing is missed where iptables wrote all that there is.
    const missed = native === undefined && !of('has-table').every(([family, name]) => isAmong(modern, family, name));
    (missed ? unread : read).add('nft');
    const absent = of('absent').flat();
    return {
        device: of('device')[0]?.[0] ?? '',
        addresses: of('addresses').flat(),
        runner: outsideOnly(of('runner')[0]?.[0] ?? ''),
        tables: [...withoutTwins(modern, native ?? []), ...legacy],
        read: [...read].filter((program) => !unread.has(program) && !absent.includes(program)),
        unread: [...unread],
        absent,
    };
}
/** The tables that nft listed; undefined: it did not, or in no JSON. */
function readNative({ fields: of }) {
    const [whole] = of('nft');
    const [terse] = of('nft-terse');
    const json = listing((whole ?? terse)?.[0]);
    if (json === undefined || json.trim() === '')
        return undefined;
    const devices = of('devices').map(([family, table, chain, ...names]) => [`${family} ${table} ${chain}`, names.filter(Boolean)]);
    try {
        return readNft(json, {
            dormant: of('dormant').map((words) => words.join(' ')),
            devices: new Map(devices),
            terse: whole === undefined,
        });
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
/** Whether iptables says that it leaves something to nft. */
function isPartial(text) {
    return /^# Table .* incompatible/m.test(text);
}
function isAmong(tables, family, name) {
    return tables.some((table) => table.family === family && table.name === name);
}
/** A listing as it was; undefined: it was cut short, or none came. */
function listing(packed = '') {
    try {
        const bytes = (0,shell_packed/* unpacked */.KZ)(packed, { maxOutputLength: 2 * limit });
        return bytes.length > limit ? undefined : bytes.toString('utf8');
    }
    catch {
        return undefined;
    }
}
/** One that comes from the server itself came through a tunnel. */
function outsideOnly(address) {
    return /^127\.|^::1$/.test(address) ? '' : address.replace(/^::ffff:/, '');
}


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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86732);
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
/* harmony import */ var _delta_index_file_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(21994);
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10386);
/* harmony import */ var _layout_release_id_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(79468);
/* harmony import */ var _layout_release_paths_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(33433);
/* harmony import */ var _release_adoption_record_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(77602);
/* harmony import */ var _release_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56492);
/* harmony import */ var _server_lock_script_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33493);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21395);
/* harmony import */ var _container_list_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25771);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15127);
/* harmony import */ var _strangers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12098);
/* harmony import */ var _writers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78965);












// What others may have put there is told as `taken`, and nothing of it is read.
const script = (app) => `
lock=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_1__/* .applicationLock */ .c_)(app.toLowerCase()))}
# The file is only looked at: a plan writes nothing.
if [ -f "$lock" ] && ! flock -n "$lock" true; then
  echo "under-way $(sed -n 's/.*"who":"\\([^"]*\\)".*"runUrl":"\\([^"]*\\)".*/\\1 \\2/p' "\${lock%.lock}.holder" | head -n 1)"
fi
${(0,_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .ourFolders */ .Cf)(app)}
${_writers_js__WEBPACK_IMPORTED_MODULE_6__/* .writers */ .f}
encode() { printf %s "$1" | base64 -w0; }
${_container_list_js__WEBPACK_IMPORTED_MODULE_3__/* .containers */ .l8}
${_container_list_js__WEBPACK_IMPORTED_MODULE_3__/* .containerDetails */ .Qq}
there=$(containers | cut -f 1)
root=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_7__/* .applicationDirectory */ .gZ)(app))} current= indexed=()
for path in /docker /docker/app "$root" "$root/releases" "$root/static"; do
  [ -d "$path" ] || { [ ! -e "$path" ] && [ ! -L "$path" ]; } || echo "taken $(encode "$path")"
done
for marker in /docker/app/*/releases/*/${_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .markerFile */ .bx}; do
  [ ! -f "$marker" ] || printf '%s\\0' "\${marker%/*/*/*}"
done | sort -zu | xargs -0 -r readlink -f -- | sort -u | while IFS= read -r path; do echo "application $(encode "$path")"; done
writing=$(writers "$root")
[ -z "$writing" ] || printf '%s\\n' "$writing" | sed 's/^/writer /'
# Of a folder that another user or a container can change nothing is read (a named pipe would never end); the run is refused.
[ -z "$writing" ] && [ -z "$(strangers ${(0,_strangers_js__WEBPACK_IMPORTED_MODULE_5__/* .applicationPaths */ .Xc)(app)})" ] && cd "$root" 2>/dev/null && {
  if [ -e current ] || [ -L current ]; then
    current=$(readlink current) && [[ $current =~ ^releases/${_layout_release_id_js__WEBPACK_IMPORTED_MODULE_8__/* .releaseIdForm */ .Ns}$ ]] || echo "taken $(encode "$root/current")"
  fi
  current=\${current#releases/}
  for folder in releases/*/; do
    [ -d "$folder" ] || continue
    folder=\${folder%/}; id=\${folder##*/}
    [[ $id =~ ^${_layout_release_id_js__WEBPACK_IMPORTED_MODULE_8__/* .releaseIdForm */ .Ns}$ ]] || continue
    is_ours "$folder" || { echo "taken $(encode "$root/$folder")"; continue; }
    record=planned.json
    if [ -f "$folder/release.json" ]; then echo "recorded $id"; record=release.json; else echo "orphan $id"; fi
    container=
    [ -f "$folder/container" ] && { read -r container || true; } <"$folder/container" && echo "container $id $container"
    [ -f "${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .jarNoteIn */ .pE)('$folder')}" ] && read -r hash jar <"${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .jarNoteIn */ .pE)('$folder')}" && [ -f "$folder/build/$jar" ] && {
      echo "jar $hash $root/$folder/build/$jar"
      index=${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .jarIndexIn */ .rp)('$folder')}
      # One that was changed since is noticed by its size and time; its bytes are compared when something was made of them.
      [ -f "$index" ] && [ "$(stat -c %s "$index")" -le ${_delta_index_file_js__WEBPACK_IMPORTED_MODULE_10__/* .mostIndexBytes */ .lQ} ] && [ "$(tail -n 1 "$index")" = "@ $(stat -c '%s %Y' "$folder/build/$jar")" ] &&
        case " \${indexed[*]-} " in *" $hash "*) ;; *) indexed=("$hash" "$folder" "$jar" \${indexed[@]+"\${indexed[@]}"}) ;; esac
    }
    [ -s "$folder/switch/journal" ] && ! grep -Eq '^[0-9.]+ outcome ' "$folder/switch/journal" && echo "half-done $id"
    [ "$id" = "$current" ] || { [ -n "$container" ] && case $'\\n'$there$'\\n' in *$'\\n'"$container"$'\\n'*) ;; *) false ;; esac; } || continue
    [ -f "$folder/$record" ] || continue
    echo "known $id $(base64 -w0 <"$folder/$record")"
    [ -f "$folder/env" ] && hash=$(sha256sum <"$folder/env") && echo "env $id \${hash%% *}"
    for file in "$folder/files"/*; do
      [ -f "$file" ] && hash=$(sha256sum <"$file") && echo "file $id \${file##*/} \${hash%% *}"
    done
  done
  for at in 0 3; do
    folder=\${indexed[at + 1]:-}
    [ -n "$folder" ] || continue
    echo "basis-$at \${indexed[at]} $(tail -n 1 "${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .jarIndexIn */ .rp)('$folder')}" | cut -d ' ' -f 2) $root/$folder/build/\${indexed[at + 2]}"
    sed -e '$d' -e "s/^/piece-$at /" "${(0,_layout_release_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .jarIndexIn */ .rp)('$folder')}"
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
  { [ ! -e adopted.env ] && [ ! -L adopted.env ]; } || { [ -f adopted.env ] && [ "$(head -n 1 adopted.env)" = ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(_release_adoption_record_js__WEBPACK_IMPORTED_MODULE_11__/* .inheritedEnvironmentMark */ .B)} ]; } ||
    echo "taken $(encode "$root/adopted.env")"
  [ -f adopted.json ] && echo "adopted $(base64 -w0 <adopted.json)"
  printf 'current %s\\n' "$current"
}
find /docker/app/*/releases/*/{release,planned}.json -maxdepth 0 -type f -print0 2>/dev/null |
  xargs -0 -r sed -n 's/.*"loopbackPort": *\\([0-9]*\\).*/port \\1/p'
true`;
/** Asks what releases of an application the server has. */
function releasesProbe(app) {
    return { script: script(app), read: (output) => (0,_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .readReleases */ .t)(output, app) };
}


/***/ }),

/***/ 15127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ whatServes),
/* harmony export */   t: () => (/* binding */ readReleases)
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

/***/ 68447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ mostFiles),
  g: () => (/* binding */ writtenFilesScript)
});

// EXTERNAL MODULE: ./.build/lib/fragments/layer-script.js + 1 modules
var layer_script = __webpack_require__(94057);
// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/survey/container-list.js
var container_list = __webpack_require__(25771);
;// CONCATENATED MODULE: ./.build/lib/survey/stopped-layer-script.js
/**
 * Bash functions for a container that has ended and whose layer is no folder that could be read: Docker copies out of it,
 * and the names, times and sizes are those of the copies. Nothing is written down. They follow `open_layer`; `files` prints
 * what is worth keeping, and `until` is when they end.
 * - `layer_folders`: folders in which anything was changed.
 * - `copied_names ID FOLDER`: names of the files in a folder; false where it cannot tell. Where something is mounted below,
 *   Docker would copy that, too.
 * - `stopped_copies ID`: pairs of records `FOLDER` and what `tar -tv` says of a copy that was made from there.
 */
const stoppedFunctions = `
layer_folders() { layer_changes | sed -z 's,^. ,,;s,/[^/]*$,,' | LC_ALL=C sort -zu; }
copied_names() { (
  set -o pipefail
  for mount in \${mounts[@]+"\${mounts[@]}"}; do case $mount/ in "$2"/*) exit 1 ;; esac; done
  timeout 60 docker cp "$1:$2/." - 2>/dev/null | tar -t --quoting-style=literal 2>/dev/null | sed -n 's,^[.]/,,;/[^/]$/p'
) }
# Whole folders where the image has none, or there are many files, since each copy costs a call of Docker; else single files.
stopped_copies() {
  local path
  { [ "$pid" -eq 0 ] && [ ! -d "$upper" ]; } || return 0
  while IFS= read -r path; do
    [ "$SECONDS" -lt "$until" ] || return 0
    path=\${path//$'\\001'/$'\\n'}
    printf '%s\\0' "\${path%/*}"
    timeout 60 docker cp "$1:$path" - 2>/dev/null | TZ=UTC0 LC_ALL=C tar -tv --full-time --numeric-owner --quoting-style=escape 2>/dev/null
    printf '\\0'
  done < <(LC_ALL=C awk '
    function parent(path) { sub("/[^/]*$", "", path); return path }
    function is_mount(path,  at) { for (at = 0; at < mounts; at++) if (index(mount[at] "/", path "/") == 1) return 1; return 0 }
    function is_mounted(path,  at) { for (at = 0; at < mounts; at++) if (index(path, mount[at] "/") == 1) return 1; return 0 }
    function root(folder,  at, top) {
      if (folder in root_of) return root_of[folder]
      for (at = folder; at != ""; at = parent(at)) if (kind[at] == "A" && !is_mount(at)) top = at
      return root_of[folder] = top
    }
    list == 1 { if ($0 != "") mount[mounts++] = $0; next }
    list == 2 { folder[$0] = 1; next }
    { path = substr($0, 3) }
    list == 3 { kind[path] = substr($0, 1, 1); next }
    !/^D/ && !(path in folder) && !is_mount(path) && !is_mounted(path) {
      top = root(parent(path))
      if (top == "") { single[++singles] = path; beside[parent(path)]++ }
      else if (!(top in told)) { print top; told[top] = 1 }
    }
    END {
      for (at = 1; at <= singles; at++) {
        top = parent(single[at])
        if (top == "" || beside[top] < 20 || is_mount(top)) print single[at]
        else if (!(top in told)) { print top; told[top] = 1 }
      }
    }' list=1 <(printf '%s\\0' \${mounts[@]+"\${mounts[@]}"} | lines) list=2 <(layer_folders | lines) list=3 <(layer_changes | lines) list=4 <(files | lines))
}`;

;// CONCATENATED MODULE: ./.build/lib/survey/written-files-script.js





/** Files of a container that are told of, beside those that nobody misses; one more says that there are more. */
const mostFiles = 200_000;
/** Script of sed that makes a path of the container one of the server: at its place in a mount, else at the mount's top. */
function toPlaceOn({ host, container }) {
    const to = `${host.replace(/[\\&,]/g, '\\$&')}/`;
    return `s,^. ${container.replace(/[\\.*^$[\],]/g, '\\$&')}/,${to},;t;s,^.*/,${to},`;
}
/**
 * Bash that prints ids of the application's containers: the one of its name, those that releases recorded, those kept
 * for their files.
 */
const ownContainers = ({ app, image }) => `{
    containers | awk -F '\\t' -v name=${(0,quote/* quote */.h)(image)} 'tolower($2) == name {print $1}'
    find ${(0,quote/* quote */.h)((0,application_paths/* applicationDirectory */.gZ)(app))}/releases/*/container ${(0,quote/* quote */.h)((0,application_paths/* keptFile */.hr)(app))} -maxdepth 0 -type f -exec awk 1 {} + 2>/dev/null |
      grep -xF "$(containers | cut -f 1 | grep . || echo -)"
  } | awk '!seen[$0]++'`;
/**
 * Bash that prints what the application's containers, or the one with the id `other`, hold in their own layers:
 * `container ID NAME PID STARTED MOUNTS VOLUMES FILES FOLDERS TIMES COPIES IMAGE-FOLDERS HOST-TIMES OPEN`, the last
 * nine gzipped in base64, records ended by NUL, or `-` where there are none. `FILES` leaves out what nobody misses;
 * `FOLDERS` are those in which there is anything. `COPIES` is of a container that has ended and whose layer is no folder.
 * `HOST-TIMES` is of files at the same places below `volumes`, or of the same name at their top.
 */
const writtenFilesScript = (application, volumes, other) => `
${container_list/* containers */.l8}
${layer_script/* layerFunctions */.z}
${stoppedFunctions}
until=$((SECONDS + 120))
files() { unpack "$files"; }
host_times() {
  {
    :
    ${volumes.map((volume) => `files | sed -z ${(0,quote/* quote */.h)(toPlaceOn(volume))}`).join('\n    ')}
  } | xargs -0 -r stat --printf '%f %.9Z %Y %s %n\\0' -- 2>/dev/null
}
in_lower() {
  local layer
  while IFS= read -r -d : layer; do
    [ -z "$(find "$layer$1" -xdev ! -type d -print -quit 2>/dev/null | head -c 1)" ] || return 0
  done < <(printf '%s:' "$lower")
  return 1
}
# Names of files in a folder of the container that were not added there; '/' after a list that is whole.
names_in() {
  if [ "$pid" -gt 0 ]; then ( cd "/proc/$pid/root$2" && find . -xdev ! -type d -printf '%P\\0' ) | lines; else copied_names "$1" "$2"; fi && echo /
}
has_others() {
  ! parent=$2 LC_ALL=C awk 'BEGIN { above = "A " ENVIRON["parent"] "/" }
    list == 1 { if (index($0, above) == 1) added[substr($0, length(above) + 1)] = 1; next }
    $0 == "/" { whole = 1; next }
    !($0 in added) { other = 1; exit }
    END { exit other || !whole }' list=1 <(layer_changes | lines) list=2 <(set -o pipefail; names_in "$1" "$2")
}
# Folders of the image in which something was added, and which hold files of the image's own.
image_folders() {
  local parent at asked=0
  for ((at = 0; at < \${#volumes[@]}; at += 3)); do
    [ "$lower" = - ] || ! in_lower "\${volumes[at]}" || printf '%s\\0' "\${volumes[at]}"
  done
  while IFS= read -r parent; do
    parent=\${parent//$'\\001'/$'\\n'}
    asked=$((asked + 1))
    if [ "$asked" -le 50 ] && [ "$SECONDS" -lt "$until" ]; then
      if [ "$lower" != - ]; then in_lower "$parent" || continue
      else has_others "$1" "$parent" || continue
      fi
    fi
    printf '%s\\0' "$parent"
  done < <(LC_ALL=C awk '{ path = substr($0, 3); kind = substr($0, 1, 1) }
    list == 1 { if (kind == "C") changed[path] = 1; next }
    kind == "A" { sub("/[^/]*$", "", path); if (path != "" && path in changed) { print path; delete changed[path] } }' list=1 <(layer_changes | lines) list=2 <(files | lines))
}
# First a mark that its processes are known.
open_files() {
  local processes
  [ "$pid" -gt 0 ] && processes=$(docker top "$1" -eo pid | tail -n +2 | grep .) || return 0
  printf 'known\\0'
  for process in $processes; do find "/proc/$process/fd" -type l -perm -200 -lname '/*' -printf '%l\\0' 2>/dev/null; done
}
# False where all that is worth keeping are mounts, and folders above them: of such nothing more is asked.
holds_more() {
  local entry mount
  while IFS= read -r -d '' entry; do
    for mount in \${mounts[@]+"\${mounts[@]}"}; do case $mount/ in "\${entry#* }"/*) continue 2 ;; esac; done
    return 0
  done < <(files)
  return 1
}
${other === undefined ? `[ -n "\${container_list+listed}" ] || container_list=$(containers)\nasked=$(${ownContainers(application)})` : `asked=${(0,quote/* quote */.h)(other)}`}
for id in $asked; do
  name=
  if [ "$SECONDS" -lt "$until" ] && open_layer "$id"; then
    files=$(layer_changes | worth_keeping | sed -z ${mostFiles + 1}q | pack)
    of_mounts=- of_volumes=- of_files='- - - - - -'
    [ "\${#mounts[@]}" -eq 0 ] || of_mounts=$(printf '%s\\0' \${mounts[@]+"\${mounts[@]}"} | pack)
    [ "\${#volumes[@]}" -eq 0 ] || of_volumes=$(printf '%s\\0' \${volumes[@]+"\${volumes[@]}"} | pack)
    if holds_more; then
      of_files="$(layer_folders | pack) $(files | layer_times | pack) $(stopped_copies "$id" 2>/dev/null | pack) $(image_folders "$id" 2>/dev/null | pack) $(host_times | pack) $(open_files "$id" | pack)"
    fi
    echo "container $id \${name#/} $pid $started $of_mounts $of_volumes $files $of_files"
  else
    echo "unseen $id \${name#/}"
  fi
done
for marker in ${(0,quote/* quote */.h)((0,application_paths/* carriedDirectory */.kx)(application.app))}/*/.copying; do [ -e "$marker" ] && echo "copying $(basename "$(dirname "$marker")")"; done
[ -n "$(strangers ${(0,quote/* quote */.h)((0,application_paths/* keptFile */.hr)(application.app))})" ] || find ${(0,quote/* quote */.h)((0,application_paths/* keptFile */.hr)(application.app))} -maxdepth 0 -type f -exec awk 1 {} + | sed -n 's/^[0-9a-f][0-9a-f]*$/kept &/p'
for baseline in ${(0,quote/* quote */.h)((0,application_paths/* applicationDirectory */.gZ)(application.app))}/releases/*/baseline; do
  [ -f "$baseline" ] || continue
  IFS= read -r -d '' id <"$baseline" || true
  case " "$asked" " in *"$id"*) echo "baseline $id $(stat -c %Y "$baseline") $(pack <"$baseline")" ;; esac
done
true`;


/***/ }),

/***/ 22726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uK: () => (/* binding */ unseenFiles),
  $Q: () => (/* binding */ writtenFilesProbe)
});

// UNUSED EXPORTS: readWrittenFiles

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/shell/packed.js
var packed = __webpack_require__(27431);
;// CONCATENATED MODULE: ./.build/lib/survey/container-layer.js


/** A lock or a process id is no longer than this; a contract may be called `.lock`, too. */
const lockBytes = 4096;
/** A container's own files and folders; below a mount nothing counts. */
function layerOf({ changes, folders, found, mounts, anonymous }) {
    const inAnonymous = (path) => [...anonymous.keys()].some((place) => path.startsWith(`${place}/`));
    const inMount = (path) => mounts.some((mount) => path === mount || path.startsWith(`${mount}/`));
    const entries = changes
        .map((entry) => ({ kind: entry.slice(0, 1), path: entry.slice(2) }))
        .filter(({ path }) => inAnonymous(path) || !inMount(path));
    const parents = new Set(folders);
    const isFolder = (path) => found.get(path)?.type === 'folder' || parents.has(path) || mounts.some((mount) => mount.startsWith(`${path}/`));
    return {
        files: entries
            .filter(({ kind, path }) => kind !== 'D' && !isFolder(path))
            .map(({ path }) => ({ path, known: found.get(path) }))
            // What is empty holds nothing; a link holds nothing of its own.
            .filter(({ path, known }) => known === undefined || (known.type === 'file' && holdsSomething(path, known.times)))
            .map(({ path, known }) => ({ path, times: known?.times })),
        addedFolders: new Set(entries.filter(({ kind, path }) => kind === 'A' && isFolder(path)).map(({ path }) => path)),
        robbedFolders: entries.filter(({ kind }) => kind === 'D').map(({ path }) => external_node_path_.posix.dirname(path)),
    };
}
function holdsSomething(path, { bytes }) {
    return bytes > (/[.](?:lock|lck|pid)$/.test(path) ? lockBytes : 0);
}
/** Plain files among what was found, by their path. */
function filesOf(found) {
    return new Map([...found].filter(([, { type }]) => type === 'file').map(([path, { times }]) => [path, times]));
}
/** Reads records `MODE CTIME MTIME SIZE PATH`, the mode in hex. */
function readTimes(records) {
    const types = { 32768: 'file', 16384: 'folder' };
    return new Map(records.map((record) => {
        const [, mode = '0', changed, modified = '0', bytes = '0', path = ''] = /^(\w+) (\S+) (\d+) (\d+) [.]?(.*)$/s.exec(record) ?? [];
        const type = types[Number.parseInt(mode, 16) & 0xf000] ?? 'other';
        return [path, { type, times: { changed, modified: Number(modified), bytes: Number(bytes) } }];
    }));
}
/** Reads pairs of a folder and what `tar -tv --full-time --quoting-style=escape` listed of a copy from there, in UTC. */
function readCopies(records) {
    const found = new Map();
    for (let at = 0; at + 1 < records.length; at += 2) {
        const pathOf = (name) => `${records[at]}/${unescaped(name).replace(/\/$/, '')}`;
        for (const line of (records[at + 1] ?? '').split('\n')) {
            const [, kind = '', bytes, date, time, names = ''] = /^(.)\S+ \S+ +(\d+) (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)\S* (.*)$/.exec(line) ?? [];
            const [name = '', target = ''] = names.split({ h: ' link to ', l: ' -> ' }[kind] ?? '\n');
            const times = { changed: undefined, modified: Date.parse(`${date}T${time}Z`) / 1000, bytes: Number(bytes) };
            const types = { '-': 'file', d: 'folder', l: 'other' };
            // `h`: a second name of a file that came before.
            const one = kind === 'h' ? found.get(pathOf(target)) : { type: types[kind] ?? 'other', times };
            if (name !== '' && one !== undefined)
                found.set(pathOf(name), one);
        }
    }
    return found;
}
const escapes = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
/** A name as it is: tar writes what is not printable, and each byte beyond ASCII, in octal. */
function unescaped(name) {
    const bytes = name.replace(/\\([0-7]{3}|.)/g, (_, code) => code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code));
    return Buffer.from(bytes, 'latin1').toString('utf8');
}
/** Records of a packed list; `-` has none. */
function recordsOf(list = '-') {
    if (list === '-')
        return [];
    return (0,packed/* unpacked */.KZ)(list).toString('utf8').split('\0').slice(0, -1);
}

// EXTERNAL MODULE: ./.build/lib/survey/probe-lines.js
var probe_lines = __webpack_require__(27113);
// EXTERNAL MODULE: ./.build/lib/survey/written-files-script.js + 1 modules
var written_files_script = __webpack_require__(68447);
;// CONCATENATED MODULE: ./.build/lib/survey/written-files.js




/**
 * Asks what the application's containers hold, or the one with the id `other`, which bears neither its name nor is one of
 * its releases; `volumes` are those wanted.
 */
function writtenFilesProbe(application, volumes, other) {
    return {
        script: (0,written_files_script/* writtenFilesScript */.g)(application, volumes, other),
        read: (output) => readWrittenFiles(output, volumes),
    };
}
/** Reads the probe's lines: one a container, its lists packed, and one a baseline. */
function readWrittenFiles(output, volumes = []) {
    const { fields: of } = (0,probe_lines/* readLines */.S)(output);
    const baselines = new Map(of('baseline').map(([id = '', at, list]) => [id, { at: Number(at), list }]));
    const kept = new Set(of('kept').map(([id = '']) => id));
    const unseen = of('unseen').map(([id = '', name = '']) => ({ ...unseenFiles(id, name), kept: kept.has(id) }));
    const seen = of('container').map((line) => {
        const [id = '', name = '', pid, started = '', ...lists] = line;
        const list = (at) => recordsOf(lists[at]);
        const mounts = list(0).filter(Boolean);
        const anonymous = anonymousOf(list(1));
        const files = list(2);
        const layer = layerOf({
            changes: files.slice(0, written_files_script/* mostFiles */.p),
            folders: list(3),
            found: new Map([...readCopies(list(5)), ...readTimes(list(4))]),
            mounts,
            anonymous,
        });
        const onServer = filesOf(readTimes(list(7)));
        const open = list(8);
        const baseline = baselines.get(id);
        const startedAt = Date.parse(started) / 1000;
        return {
            container: id,
            name,
            seen: true,
            running: pid !== '0',
            restarted: baseline !== undefined && startedAt > baseline.at ? startedAt : undefined,
            mounts,
            anonymous,
            files: layer.files.map((file) => ({ ...file, copied: isCopied(file, onServer, volumes) })),
            cut: files.length > written_files_script/* mostFiles */.p,
            addedFolders: layer.addedFolders,
            imageFolders: new Set([...list(6), ...layer.robbedFolders]),
            open: open.length === 0 ? undefined : new Set(open.slice(1)),
            kept: kept.has(id),
            baseline: baseline === undefined ? undefined : filesOf(readTimes(recordsOf(baseline.list).slice(1))),
        };
    });
    return { containers: [...seen, ...unseen], copies: of('copying').map(([id = '']) => id) };
}
/** A container of which Docker does not tell what it holds, or which was not there to be asked. */
function unseenFiles(container, name) {
    const none = new Set();
    return {
        container,
        name,
        seen: false,
        running: true,
        restarted: undefined,
        mounts: [],
        anonymous: new Map(),
        files: [],
        cut: false,
        addedFolders: none,
        imageFolders: none,
        open: undefined,
        kept: false,
        baseline: undefined,
    };
}
/** Volumes by the path of their mount, of records PATH, FOLDER, NAME. */
function anonymousOf(records) {
    const volumes = new Map();
    for (let at = 0; at + 2 < records.length; at += 3)
        volumes.set(records[at] ?? '', records[at + 2] ?? '');
    return volumes;
}
function isCopied({ path, times }, onServer, volumes) {
    const over = volumes.find(({ container }) => path.startsWith(`${container}/`));
    const places = over === undefined
        ? volumes.map(({ host }) => `${host}/${external_node_path_.posix.basename(path)}`)
        : [`${over.host}${path.slice(over.container.length)}`];
    return places.some((place) => {
        const copy = onServer.get(place);
        return times !== undefined && copy?.bytes === times.bytes && copy.modified === times.modified;
    });
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
