export const id = 715;
export const ids = [715];
export const modules = {

/***/ 93034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ checkPair)
/* harmony export */ });
/* unused harmony export describeChain */
/* harmony import */ var _messages_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12374);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
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

/***/ 7062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ expectedCertificate),
/* harmony export */   GW: () => (/* binding */ certificateAtHand),
/* harmony export */   P6: () => (/* binding */ findIssued),
/* harmony export */   W2: () => (/* binding */ checkProvided),
/* harmony export */   hC: () => (/* binding */ chooseExisting),
/* harmony export */   kr: () => (/* binding */ existingPair)
/* harmony export */ });
/* harmony import */ var _certificate_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93034);
/* harmony import */ var _certificate_due_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49520);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
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
/**
 * The server's own pair for a domain, without an account: the one that nginx names for it, unless that is fit no more; else
 * the valid one that ends last. Throws as `chooseExisting` does where there is none.
 */
function certificateAtHand(domain, { certificates, configuration, }, { now, roots }) {
    try {
        return chooseExisting(domain, certificates, configuration, now, roots);
    }
    catch (error) {
        const found = findIssued(domain, certificates, configuration, { renewBeforeDays: undefined, now, roots });
        if (found.kind === 'none')
            throw error;
        return found.served;
    }
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

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


/***/ })

};
