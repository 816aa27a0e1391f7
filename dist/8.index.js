export const id = 8;
export const ids = [8];
export const modules = {

/***/ 34315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $F: () => (/* binding */ notBefore),
/* harmony export */   Cw: () => (/* binding */ notAfter),
/* harmony export */   LS: () => (/* binding */ commonName),
/* harmony export */   Ps: () => (/* binding */ issuerUrl),
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   UM: () => (/* binding */ readChain),
/* harmony export */   dI: () => (/* binding */ anchorOf),
/* harmony export */   dR: () => (/* binding */ chainOf),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   hU: () => (/* binding */ covers)
/* harmony export */ });
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57396);

/**
 * Reads a chain from PEM text. A complete chain out of order is put in order, what is there twice is dropped.
 * Throws as `readCertificates` does.
 */
function readChain(pem, source) {
    return chainOf((0,_pem_js__WEBPACK_IMPORTED_MODULE_0__/* .readCertificates */ .jZ)(pem, source));
}
/** Orders certificates into a chain. Throws RangeError for none. */
function chainOf(given) {
    const all = given.filter((one, index) => given.findIndex((other) => isSame(one, other)) === index);
    const leaf = findLeaf(all);
    if (leaf === undefined)
        throw new RangeError('no certificate');
    const certificates = [leaf];
    for (let last = leaf; !isIssuedBy(last, last);) {
        const issuer = all.find((other) => !certificates.includes(other) && isIssuedBy(last, other));
        if (issuer === undefined)
            break;
        certificates.push(issuer);
        last = issuer;
    }
    const inGivenOrder = all.filter((one) => certificates.includes(one));
    return {
        certificates,
        reordered: inGivenOrder.some((one, index) => one !== certificates[index]),
        duplicates: given.length - all.length,
        unused: all.filter((one) => !certificates.includes(one)),
    };
}
/**
 * Where `chain` ends, for a client that trusts `roots` at the time `now` and fetches nothing by itself.
 * A cross-signed certificate above a trusted root does no harm, expired or not: clients stop at the root.
 */
function anchorOf(chain, roots, now) {
    const valid = roots.filter((root) => notBefore(root) <= now && now <= notAfter(root));
    for (const [index, one] of chain.certificates.entries()) {
        const path = chain.certificates.slice(0, index + 1);
        const self = valid.find((root) => isSame(root, one));
        if (self !== undefined)
            return { kind: 'trusted', root: self, included: true, path };
        const root = valid.find((candidate) => isIssuedBy(one, candidate));
        if (root === undefined)
            continue;
        const included = chain.certificates.some((other) => isSame(other, root));
        return { kind: 'trusted', root, included, path };
    }
    const path = chain.certificates;
    const last = path.at(-1) ?? path[0];
    return isIssuedBy(last, last) ? { kind: 'untrusted', root: last, path } : { kind: 'incomplete', last, path };
}
/** SHA-256 over the certificate's DER, as 64 lower-case hex digits. */
function fingerprint(certificate) {
    return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}
/** The DNS names for which a certificate is valid (subjectAltName), in its order. */
function namesOf(certificate) {
    const entries = certificate.subjectAltName?.split(', ') ?? [];
    return entries.filter((entry) => entry.startsWith('DNS:')).map((entry) => entry.slice('DNS:'.length));
}
/** Whether a certificate is valid for a host name: exactly, or by a wildcard for one label. The subject does not count. */
function covers(certificate, host) {
    return certificate.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined;
}
/** Start of a certificate's validity. */
function notBefore(certificate) {
    return new Date(certificate.validFrom);
}
/** End of a certificate's validity. */
function notAfter(certificate) {
    return new Date(certificate.validTo);
}
/** What people call the holder of a distinguished name as Node writes it (one attribute a line): its CN, else its O. */
function commonName(distinguishedName) {
    const lines = distinguishedName?.split('\n') ?? [];
    const attribute = (type) => lines.find((line) => line.startsWith(`${type}=`))?.slice(type.length + 1);
    return attribute('CN') ?? attribute('O') ?? lines.join(', ');
}
/** Where a certificate says that its issuer's can be fetched (Authority Information Access), if it does. */
function issuerUrl(certificate) {
    return certificate.infoAccess?.match(/^CA Issuers - URI:(https?:\S+)$/m)?.[1];
}
function findLeaf(all) {
    const issuesNothing = all.filter((one) => !all.some((other) => other !== one && isIssuedBy(other, one)));
    return issuesNothing.find((one) => !one.ca) ?? issuesNothing[0] ?? all[0];
}
function isIssuedBy(one, issuer) {
    // Names first: they settle nearly every pair of a long list of roots without a signature to compute.
    if (one.issuer !== issuer.subject || !one.checkIssued(issuer))
        return false;
    try {
        return one.verify(issuer.publicKey);
    }
    catch {
        return false; // a kind of key that this OpenSSL does not know
    }
}
function isSame(one, other) {
    return one.fingerprint256 === other.fingerprint256;
}


/***/ }),

/***/ 57396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ isKeyLabel),
/* harmony export */   Hg: () => (/* binding */ readPemBlocks),
/* harmony export */   YL: () => (/* binding */ writeCertificates),
/* harmony export */   jZ: () => (/* binding */ readCertificates)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5081);


/**
 * The PEM blocks in `pem`, in their order (RFC 7468). Text around the blocks, CRLF, indentation and RFC 1421 headers
 * (`Proc-Type: ...`) are passed over. A block whose end is missing or has another label is left out.
 */
function readPemBlocks(pem) {
    const blocks = pem.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----((?:(?!-----)[\s\S])*)-----END \1-----/g);
    return [...blocks].map(([, label = '', body = '']) => {
        const lines = body.split(/\r\n|\r|\n/).map((line) => line.trim());
        return { label, base64: lines.filter((line) => !line.includes(':')).join('') };
    });
}
/** True for the label of a private key in any of its forms. */
function isKeyLabel(label) {
    return label.endsWith('PRIVATE KEY');
}
/**
 * The certificates in the PEM text `pem`, in its order. `source` names the text in errors (an input, a file).
 * Throws `CERTIFICATE_UNREADABLE`, and `CERTIFICATE_KEY_IN_CHAIN` where a private key was pasted along.
 */
function readCertificates(pem, source) {
    if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(pem))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_KEY_IN_CHAIN', { source });
    const blocks = readPemBlocks(pem);
    const begun = pem.match(/-----BEGIN /g)?.length ?? 0;
    const unreadable = (detail) => (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_UNREADABLE', { source, detail });
    if (begun === 0)
        throw unreadable('no -----BEGIN CERTIFICATE-----');
    if (begun !== blocks.length)
        throw unreadable(`${begun} x -----BEGIN, ${blocks.length} x -----END`);
    const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE');
    if (certificates.length === 0)
        throw unreadable(blocks.map(({ label }) => label).join(', '));
    return certificates.map(({ base64 }, index) => {
        const certificate = parse(base64);
        if (certificate === undefined)
            throw unreadable(`-----BEGIN CERTIFICATE----- ${index + 1}/${certificates.length}`);
        return certificate;
    });
}
/** Certificates as one PEM text with LF line ends, as nginx reads `ssl_certificate`. */
function writeCertificates(certificates) {
    return certificates.map((certificate) => `${certificate.toString().trim()}\n`).join('');
}
function parse(base64) {
    // Buffer.from skips what is not base64, so that garbage could come out as another, shorter certificate.
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
        return undefined;
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(Buffer.from(base64, 'base64'));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 67732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ diagnoseApplication)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);
/* harmony import */ var _database_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60253);


/** Why an application that fails its health check does so, as far as its container tells; its log is the evidence. */
function diagnoseApplication(container) {
    const { name, status, exitCode, restarts, port, listening } = container;
    const evidence = container.logLines.length === 0 ? {} : { evidence: container.logLines.join('\n') };
    if (container.oomKilled)
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_OUT_OF_MEMORY', { container: name, restarts }, evidence);
    const database = (0,_database_js__WEBPACK_IMPORTED_MODULE_1__/* .diagnoseDatabase */ .s)(container);
    if (status !== 'running') {
        return database ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_EXITED', { container: name, exitCode, restarts }, evidence);
    }
    if (listening.length > 0 && !listening.includes(port)) {
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_OTHER_PORT', { container: name, port, listening: listening.join(', ') }, evidence);
    }
    return database ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_DOWN', { container: name, status, port, restarts }, evidence);
}


/***/ }),

/***/ 60253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ diagnoseDatabase)
/* harmony export */ });
/* harmony import */ var _jar_database_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48157);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);


/** How the drivers of MySQL, MariaDB and PostgreSQL begin to tell that they reach no server. */
const unreached = /Communications link failure|Socket fail to connect to host|PSQLException: (?:Connection to \S+ refused|The connection attempt failed)/;
/** How MySQL and MariaDB turn a user away: by name and password, by the rights to a database, by the address. */
const denied = /Access denied for user '|Host '[^']*' is not allowed to connect/;
/** What Java says of a connection, innermost cause. */
const causes = {
    refused: /ConnectException: Connection refused/,
    silent: /(?:SocketTimeoutException: \w+ timed out|NoRouteToHostException|ConnectException: Connection timed out)/i,
    unknown: /UnknownHostException/,
};
/** The host that a driver names; that of MySQL names none. */
const named = /address=\(host=([^)]*)\)|Socket fail to connect to host:([^,(\s]+),|Connection to (\S+):\d+ refused/;
/**
 * Why the application does not get at its database, where its log says so; the last that it says counts. No name of a
 * user or a host is in the words: these may come from `env`.
 */
function diagnoseDatabase({ name, database, logLines }) {
    const evidence = { evidence: logLines.join('\n') };
    const lastUnreached = logLines.findLastIndex((line) => unreached.test(line));
    if (logLines.findLastIndex((line) => denied.test(line)) > lastUnreached) {
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DATABASE_ACCESS_DENIED', { container: name }, evidence);
    }
    if (lastUnreached === -1)
        return undefined;
    // Drivers tell the cause in the same line, or as an exception of its own further down.
    const after = logLines.slice(lastUnreached);
    const caused = (cause) => after.some((line) => cause.test(line));
    if (caused(causes.unknown))
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DATABASE_NAME_UNKNOWN', { container: name }, evidence);
    if (!caused(causes.refused) && !caused(causes.silent))
        return undefined;
    if (placeIn(logLines, database) === 'container') {
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DATABASE_AT_LOCALHOST', { container: name }, evidence);
    }
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(caused(causes.refused) ? 'DATABASE_REFUSED' : 'DATABASE_SILENT', { container: name }, evidence);
}
/** Where the driver looked, as it says itself, else as the configuration has it. */
function placeIn(logLines, configured) {
    const match = named.exec(logLines.findLast((line) => named.test(line)) ?? '');
    const host = match?.slice(1).find((group) => group !== undefined);
    return host === undefined ? configured : (0,_jar_database_place_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOfHost */ .X)(host);
}


/***/ }),

/***/ 734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ lookIntoTakenOver),
/* harmony export */   n: () => (/* binding */ lookAtWrittenFiles)
/* harmony export */ });
/* harmony import */ var _deployment_adoption_container_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81542);
/* harmony import */ var _deployment_container_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77301);
/* harmony import */ var _deployment_written_files_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25581);
/* harmony import */ var _engine_survey_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29719);
/* harmony import */ var _messages_written_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10110);
/* harmony import */ var _nginx_configuration_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52731);
/* harmony import */ var _nginx_syntax_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15101);
/* harmony import */ var _survey_written_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22726);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(51936);









/**
 * Looks what a version that has just begun to serve writes outside its mounts, so that its first user's data is not the
 * first to be lost. Never throws: the deployment is done, and other looks tell whether the server can be reached.
 */
async function lookAtWrittenFiles(server, { release, newContainer }, project, run, record) {
    // One that went on was looked at before.
    if (newContainer === undefined)
        return;
    const { volumes } = release.container;
    await (0,_run_js__WEBPACK_IMPORTED_MODULE_8__/* .timed */ .ay)(run, record, 'written-files', _messages_written_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writtenFilesMessages */ .v.look, async () => {
        const { written } = await (0,_engine_survey_js__WEBPACK_IMPORTED_MODULE_3__/* .survey */ .Fr)(server, { written: (0,_survey_written_files_js__WEBPACK_IMPORTED_MODULE_7__/* .writtenFilesProbe */ .$Q)(project, volumes) });
        const serving = written.containers.find(({ name }) => name === release.image);
        const files = project.files.map(({ container }) => container);
        record.warnings.push(...(serving === undefined
            ? [_messages_written_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writtenFilesMessages */ .v.unseen(release.image)]
            : (0,_deployment_written_files_words_js__WEBPACK_IMPORTED_MODULE_2__/* .writesOutside */ .EH)((0,_deployment_container_files_js__WEBPACK_IMPORTED_MODULE_1__/* .filesAtStake */ .dC)(serving, volumes, files), release.app, volumes)));
    }).catch(() => record.warnings.push(_messages_written_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writtenFilesMessages */ .v.unseen(release.image)));
}
/**
 * Adds to what was surveyed what a container holds that is neither the application's nor bears its name, but would be taken
 * over, since nginx leads to it. Only that one is looked into of all that run on the server.
 */
async function lookIntoTakenOver(server, settings, project, surveyed, volumes) {
    const { written, handMade, nginx } = surveyed;
    if (handMade.length === 0 || nginx.state === 'missing')
        return surveyed;
    const [container] = (0,_deployment_adoption_container_js__WEBPACK_IMPORTED_MODULE_0__/* .containersToAdopt */ .qL)(settings, project, surveyed, readable(nginx.dump));
    if (container === undefined || written.containers.some((one) => one.container === container.id))
        return surveyed;
    const more = await (0,_engine_survey_js__WEBPACK_IMPORTED_MODULE_3__/* .survey */ .Fr)(server, { written: (0,_survey_written_files_js__WEBPACK_IMPORTED_MODULE_7__/* .writtenFilesProbe */ .$Q)(project, volumes, container.id) });
    return { ...surveyed, written: { ...written, containers: [...written.containers, ...more.written.containers] } };
}
/** What cannot be read is refused when the deployment is planned. */
function readable(dump) {
    try {
        return (0,_nginx_configuration_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDump */ .o)(dump);
    }
    catch (error) {
        if (error instanceof _nginx_syntax_error_js__WEBPACK_IMPORTED_MODULE_6__/* .NginxSyntaxError */ .A)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 54008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  furtherProblems: () => (/* binding */ furtherProblems),
  Op: () => (/* binding */ look),
  ph: () => (/* binding */ mending),
  bJ: () => (/* binding */ planFor),
  iq: () => (/* binding */ provisioning),
  fY: () => (/* binding */ readRunner),
  TR: () => (/* binding */ refuse)
});

// EXTERNAL MODULE: ./.build/lib/messages/checks.js
var checks = __webpack_require__(12374);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 29 modules
var failure = __webpack_require__(5081);
// EXTERNAL MODULE: ./.build/lib/certificate/chain.js
var certificate_chain = __webpack_require__(34315);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/lib/settings/secret.js
var settings_secret = __webpack_require__(26288);
// EXTERNAL MODULE: ./.build/lib/certificate/pem.js
var certificate_pem = __webpack_require__(57396);
;// CONCATENATED MODULE: ./.build/lib/certificate/key.js




/**
 * Reads a private key (PKCS#8, PKCS#1 or SEC 1). What else the text holds (certificates, `EC PARAMETERS`) is passed over.
 * Throws `CERTIFICATE_KEY_ENCRYPTED` and `CERTIFICATE_KEY_INVALID`; their texts hold labels only, nothing of the key.
 */
function readPrivateKey(secret, source) {
    const words = secret.reveal();
    const block = (0,certificate_pem/* readPemBlocks */.Hg)(words).find(({ label }) => (0,certificate_pem/* isKeyLabel */.AU)(label));
    if (block === undefined)
        throw (0,failure/* failure */.V2)('CERTIFICATE_KEY_INVALID', { source, found: labelsIn(words) });
    // RFC 1421 encryption announces itself in a header, PKCS#8's in its label.
    if (block.label === 'ENCRYPTED PRIVATE KEY' || /^\s*Proc-Type:.*ENCRYPTED/m.test(words)) {
        throw (0,failure/* failure */.V2)('CERTIFICATE_KEY_ENCRYPTED', { source });
    }
    const lines = block.base64.match(/.{1,64}/g) ?? [];
    const pem = `-----BEGIN ${block.label}-----\n${lines.join('\n')}\n-----END ${block.label}-----\n`;
    try {
        return { key: (0,external_node_crypto_.createPrivateKey)(pem), pem: new settings_secret/* Secret */.z(pem) };
    }
    catch {
        // The cause is left out on purpose: no error may carry anything derived from the key.
        throw (0,failure/* failure */.V2)('CERTIFICATE_KEY_INVALID', { source, found: block.label });
    }
}
function labelsIn(words) {
    const labels = [...words.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----/g)].map(([, label]) => label);
    return labels.length === 0 ? 'no -----BEGIN' : labels.join(', ');
}

;// CONCATENATED MODULE: ./.build/lib/certificate/check.js





const SOON_DAYS = 14;
const DAY_MS = 86_400_000;
/** Checks a chain and its key for `domain`, as a client that repairs nothing (WeChat) would, before nginx sees them. */
function checkPair(pair) {
    const source = pair.source ?? '`certificate-chain`';
    const keySource = pair.keySource ?? '`certificate-key`';
    const chain = attempt(() => (0,certificate_chain/* readChain */.UM)(pair.chainPem, source));
    const key = attempt(() => (pair.keyPem === undefined ? undefined : readPrivateKey(pair.keyPem, keySource)));
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
        fingerprint: (0,certificate_chain/* fingerprint */.Rj)(leaf),
        names: (0,certificate_chain/* namesOf */.eZ)(leaf),
        notBefore: (0,certificate_chain/* notBefore */.$F)(leaf),
        notAfter: (0,certificate_chain/* notAfter */.Cw)(leaf),
        issuer: (0,certificate_chain/* commonName */.LS)(leaf.issuer),
        chainPem: (0,certificate_pem/* writeCertificates */.YL)(chain.certificates),
    };
}
function keyProblems(chain, key, source, keySource) {
    const [leaf] = chain.certificates;
    if (key === undefined || leaf.checkPrivateKey(key.key))
        return [];
    return [(0,failure/* failure */.V2)('CERTIFICATE_KEY_MISMATCH', { source, keySource, subject: holder(leaf) })];
}
function nameProblems(chain, domain, source) {
    const [leaf] = chain.certificates;
    if ((0,certificate_chain/* covers */.hU)(leaf, domain))
        return [];
    return [(0,failure/* failure */.V2)('CERTIFICATE_NAMES', { source, domain, names: (0,certificate_chain/* namesOf */.eZ)(leaf).join(', ') || '-' })];
}
function trustProblems(chain, { roots, now }, source) {
    const anchor = (0,certificate_chain/* anchorOf */.dI)(chain, roots, now);
    const dates = anchor.path.flatMap((one) => dateProblems(one, now, source));
    switch (anchor.kind) {
        case 'trusted':
            return dates;
        case 'untrusted':
            return [...dates, (0,failure/* failure */.V2)('CERTIFICATE_CHAIN_UNTRUSTED', { source, root: holder(anchor.root) })];
        case 'incomplete': {
            const { last } = anchor;
            const missing = (0,certificate_chain/* commonName */.LS)(last.issuer);
            const url = (0,certificate_chain/* issuerUrl */.Ps)(last) ?? '';
            return [...dates, (0,failure/* failure */.V2)('CERTIFICATE_CHAIN_INCOMPLETE', { source, subject: holder(last), missing, url })];
        }
    }
}
function dateProblems(one, now, source) {
    const subject = holder(one);
    if ((0,certificate_chain/* notAfter */.Cw)(one) < now) {
        return [(0,failure/* failure */.V2)('CERTIFICATE_EXPIRED', { source, subject, notAfter: (0,certificate_chain/* notAfter */.Cw)(one).toISOString() })];
    }
    if (now < (0,certificate_chain/* notBefore */.$F)(one)) {
        const from = (0,certificate_chain/* notBefore */.$F)(one).toISOString();
        return [(0,failure/* failure */.V2)('CERTIFICATE_NOT_YET_VALID', { source, subject, notBefore: from, now: now.toISOString() })];
    }
    return [];
}
function endsSoon(chain, now) {
    const end = (0,certificate_chain/* notAfter */.Cw)(chain.certificates[0]);
    const days = Math.floor((end.getTime() - now.getTime()) / DAY_MS);
    return days >= 0 && days < SOON_DAYS ? [(0,checks/* certificateEndsSoon */.tw)(days, end.toISOString())] : [];
}
function notesOn(chain) {
    const notes = [];
    if (chain.reordered)
        notes.push(checks/* chainReordered */.IV);
    if (chain.duplicates > 0)
        notes.push((0,checks/* duplicatesDropped */.HK)(chain.duplicates));
    if (chain.unused.length > 0)
        notes.push((0,checks/* unusedDropped */.NT)(chain.unused.map(holder).join(', ')));
    const [, ...above] = chain.certificates;
    const root = above.find((one) => one.subject === one.issuer);
    if (root !== undefined)
        notes.push((0,checks/* rootIncluded */.LP)(holder(root)));
    return notes;
}
function holder(certificate) {
    return (0,certificate_chain/* commonName */.LS)(certificate.subject) || (0,certificate_chain/* namesOf */.eZ)(certificate)[0] || '-';
}
function attempt(read) {
    try {
        return { value: read(), problems: [] };
    }
    catch (error) {
        return { problems: (0,failure/* failuresOf */.dJ)(error) };
    }
}

// EXTERNAL MODULE: ./.build/lib/nginx/servers.js
var servers = __webpack_require__(52193);
// EXTERNAL MODULE: ./.build/lib/resources/certificate.js
var resources_certificate = __webpack_require__(45619);
;// CONCATENATED MODULE: ./.build/lib/deployment/certificate.js




/** Checks the pair of the inputs, before the server is contacted; undefined where the server's own is asked for. */
function checkProvided(settings, now, roots) {
    if (settings.certificate.source !== 'provided')
        return undefined;
    const { domain } = settings.site;
    const checked = checkPair({
        chainPem: settings.certificate.chain,
        keyPem: settings.certificate.key,
        domain,
        now,
        roots,
    });
    if (checked.certificate === undefined || checked.key === undefined || checked.problems.length > 0) {
        throw new failure/* Failures */.oo(checked.problems);
    }
    const { certificate, key, warnings, notes } = checked;
    return {
        pair: (0,resources_certificate/* certificatePaths */.ao)(domain, certificate.fingerprint),
        certificate,
        install: { chain: certificate.chainPem, key },
        warnings,
        notes,
    };
}
/**
 * The server's own pair for a domain: the one that nginx names for it (of several that which ends last, as another
 * application of the domain may have renewed it), else the newest that is valid for it.
 * Throws what is wrong with the one that nginx names, or `CERTIFICATE_NOT_FOUND`.
 */
function chooseExisting(domain, files, nginx, now, roots) {
    const named = nginx === undefined ? [] : (0,servers/* certificatesFor */.Gg)(nginx, domain);
    const pairs = (0,resources_certificate/* existingPairs */.l)(files, named);
    const unfit = [];
    for (const pair of pairs) {
        const checked = checkPair({ chainPem: pair.chain, domain, now, roots, source: pair.chainPath });
        if (checked.certificate !== undefined && checked.problems.length === 0) {
            const { certificate, warnings, notes } = checked;
            return {
                pair: { chainPath: pair.chainPath, keyPath: pair.keyPath },
                certificate,
                install: undefined,
                warnings,
                notes,
            };
        }
        if (named.some(({ chainPath }) => chainPath === pair.chainPath))
            throw new failure/* Failures */.oo(checked.problems);
        unfit.push(`${pair.chainPath} (${checked.problems.map(({ code }) => code).join(', ')})`);
    }
    const keyless = files.certificates.filter(({ path }) => !pairs.some(({ chainPath }) => chainPath === path));
    unfit.push(...keyless.map(({ path }) => `${path} (CERTIFICATE_KEY_MISMATCH)`));
    throw (0,failure/* failure */.V2)('CERTIFICATE_NOT_FOUND', { domain, found: unfit.join('; ') || '-' });
}

// EXTERNAL MODULE: ./.build/lib/deployment/plan.js + 61 modules
var plan = __webpack_require__(95001);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/dockerfile/base-image.js
var base_image = __webpack_require__(3780);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/dockerfile-ast/lib/main.js
var main = __webpack_require__(78390);
;// CONCATENATED MODULE: ./.build/lib/dockerfile/instruction.js

/** Cuts a Dockerfile into its instructions; comments, continued lines and here-documents are taken care of. */
function instructionsOf(dockerfile) {
    const parsed = main.DockerfileParser.parse(dockerfile.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
    const escapeCharacter = parsed.getEscapeCharacter();
    return { instructions: parsed.getInstructions().map((i) => instructionOf(i, escapeCharacter)), escapeCharacter };
}
function instructionOf(instruction, escapeCharacter) {
    const keyword = instruction.getKeyword();
    const modifiable = 'getFlags' in instruction ? instruction : undefined;
    const flags = modifiable?.getFlags() ?? [];
    const heredocs = keyword === 'COPY' ? instruction.getHeredocs().length : 0;
    const raw = (instruction.getRawArgumentsContent() ?? '').trimStart();
    const joined = heredocs > 0 ? (raw.split('\n')[0] ?? '') : oneLine(raw, escapeCharacter);
    const text = flags.reduce((rest) => rest.replace(/^--\S+\s*/, ''), joined).trim();
    const json = jsonWords(text);
    return {
        keyword,
        line: instruction.getRange().start.line + 1,
        flags: new Map(flags.map((f) => [f.getName().toLowerCase(), f.getValue() ?? ''])),
        words: json ?? splitWords(text, escapeCharacter),
        exec: json !== undefined,
        text,
        assignments: keyword === 'ARG' || keyword === 'ENV' ? assignmentsOf(keyword, text, escapeCharacter) : [],
        heredocs,
    };
}
/** Joins continued lines; comment lines and empty lines between them are passed over. */
function oneLine(text, escapeCharacter) {
    const [first = '', ...others] = text.split('\n');
    const lines = [first, ...others.filter((line) => !/^\s*(?:#|$)/.test(line))];
    return lines.map((line) => (line.trimEnd().endsWith(escapeCharacter) ? line.trimEnd().slice(0, -1) : line)).join('');
}
/** The words of a JSON array of strings; undefined for all else, which Docker takes for shell form. */
function jsonWords(text) {
    if (!text.startsWith('['))
        return undefined;
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) && value.every((word) => typeof word === 'string') ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Cuts at blanks outside of quotes; quotes stay, for `expand` to take away. */
function splitWords(text, escapeCharacter) {
    const words = [];
    let word = '';
    let quote = '';
    for (let at = 0; at < text.length; at += 1) {
        const c = text.charAt(at);
        if (c === escapeCharacter && quote !== "'") {
            word += c + text.charAt(at + 1);
            at += 1;
        }
        else if (quote === '' && /\s/.test(c)) {
            if (word !== '')
                words.push(word);
            word = '';
        }
        else {
            if (c === quote)
                quote = '';
            else if (quote === '' && (c === '"' || c === "'"))
                quote = c;
            word += c;
        }
    }
    return word === '' ? words : [...words, word];
}
function assignmentsOf(keyword, text, escapeCharacter) {
    const words = splitWords(text, escapeCharacter);
    const old = keyword === 'ENV' && words[0]?.includes('=') === false;
    // `ENV NAME all the rest`, the older form.
    if (old)
        return [[words[0] ?? '', text.slice((words[0] ?? '').length).trim()]];
    return words.map((word) => {
        const equals = word.indexOf('=');
        return equals === -1 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
    });
}

// EXTERNAL MODULE: ./.build/lib/jar/app-name.js
var app_name = __webpack_require__(85995);
;// CONCATENATED MODULE: ./.build/lib/dockerfile/context-path.js
/**
 * A source of COPY as a path in the build folder: no leading `/` or `./`, `.` and `..` resolved within the folder,
 * which is empty itself.
 */
function contextPath(source) {
    const parts = [];
    for (const part of source.replaceAll('\\', '/').split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return parts.join('/');
}
/** Whether a path of the build folder is a pattern. */
function isPattern(path) {
    return /[*?[]/.test(path);
}
/** Whether `pattern` matches `path`, segment by segment, as Go's filepath.Match does (`*` stops at `/`). */
function matches(pattern, path) {
    const body = pattern.replace(/\[(\^?)([^\]]+)\]|[\s\S]/g, (c, negated, set) => {
        if (set !== undefined)
            return `[${negated ?? ''}${set.replace(/[\\[\]^]/g, '\\$&')}]`;
        if (c === '*')
            return '[^/]*';
        if (c === '?')
            return '[^/]';
        return c.replace(/[.+^${}()|[\]\\/]/, '\\$&');
    });
    return new RegExp(`^${body}$`, 's').test(path);
}
/** What a source finds among the files of the build folder: itself, what it matches, or what lies below it. */
function found(source, files) {
    if (source === '')
        return [...files];
    const depth = source.split('/').length;
    return files.filter((file) => {
        const head = file.split('/').slice(0, depth).join('/');
        return isPattern(source) ? matches(source, head) : head === source;
    });
}

;// CONCATENATED MODULE: ./.build/lib/dockerfile/jar-destination.js



// Folders that builds make, and that a checkout therefore does not have.
const buildFolder = /(?:^|\/)(?:target|build|libs|dist|out)$/;
/**
 * Finds where COPY and ADD look for the jar. Where one names a jar (`X.jar`, `target/*.jar`), there; else below a
 * folder that is copied whole. What is neither the jar nor in `files` fails, as it would in the build.
 * Throws `Failure`: DOCKERFILE_COPY_FINDS_NOTHING, DOCKERFILE_COPY_FINDS_SEVERAL, DOCKERFILE_JAR_AMBIGUOUS, DOCKERFILE_NO_JAR.
 */
function jarDestinationsOf(copies, jar, files) {
    const sources = copies.flatMap(sourcesOf);
    const named = namedJars(sources, jar, files);
    for (const source of sources)
        checkOne(source, named, jar, files);
    if (named.length > 0) {
        return { paths: [...new Set(named.map((s) => destination(s.path, jar)))], wholeFolderLine: undefined };
    }
    const folder = sources.find((s) => s.path === '') ?? sources.find((s) => isFolderForJar(s, jar));
    if (folder === undefined)
        throw (0,failure/* failure */.V2)('DOCKERFILE_NO_JAR', { jar });
    const path = isPattern(folder.path) ? destination(folder.path, jar) : [folder.path, jar].filter(Boolean).join('/');
    return { paths: [path], wholeFolderLine: folder.line };
}
function sourcesOf(copy) {
    const intoFolder = /(?:^|\/)\.?$/.test(copy.destination);
    return copy.sources.map((written) => ({ line: copy.line, written, path: contextPath(written), intoFolder }));
}
/** The sources that name the application's jar. */
function namedJars(sources, jar, files) {
    const others = (s) => found(s.path, files).filter((file) => lastPart(file) !== jar);
    const patterns = sources.filter((s) => namesJars(s.path, jar));
    const literals = sources.filter((s) => !isPattern(s.path) && /\.[jw]ar$/i.test(s.path));
    const sure = [...literals.filter((s) => lastPart(s.path) === jar), ...patterns.filter((s) => others(s).length === 0)];
    if (sure.length > 0)
        return sure;
    const absent = literals.filter((s) => found(s.path, files).length === 0);
    const sameApp = (s) => appOf(lastPart(s.path)) === appOf(jar);
    // A jar of the application that lies in the context is an older build of it: the new one takes its place.
    const older = literals.filter(sameApp);
    if (absent.length === 0 && older.length > 0)
        return older;
    if (absent.length === 0)
        return sources.some((s) => s.path === '') ? [] : patterns;
    if (new Set(absent.map((s) => s.path)).size === 1)
        return absent;
    // Several that are not there: an agent beside the application, say. The name without the version tells.
    const alike = absent.filter(sameApp);
    if (new Set(alike.map((s) => s.path)).size === 1)
        return alike;
    throw (0,failure/* failure */.V2)('DOCKERFILE_JAR_AMBIGUOUS', { jar, sources: [...new Set(absent.map((s) => s.written))].join(', ') });
}
/** Whether a pattern fits the jar by its being one: `*.jar`, not `*`. */
function namesJars(path, jar) {
    const pattern = lastPart(path);
    return isPattern(path) && matches(pattern, jar) && !matches(pattern, jar.replace(/\.\w+$/, '.txt'));
}
function checkOne(source, named, jar, files) {
    if (source.path === '')
        return;
    const there = found(source.path, files);
    if (named.includes(source)) {
        const all = new Set([...there, destination(source.path, jar)]);
        if (isPattern(source.path) && all.size > 1 && !source.intoFolder) {
            throw (0,failure/* failure */.V2)('DOCKERFILE_COPY_FINDS_SEVERAL', {
                line: source.line,
                source: source.written,
                matches: [...all].sort().join(', '),
            });
        }
        return;
    }
    // The jar, put where another line wants it, may be what this one finds.
    const jars = named.map((s) => destination(s.path, jar));
    if (there.length > 0 || found(source.path, jars).length > 0 || (named.length === 0 && isFolderForJar(source, jar)))
        return;
    throw (0,failure/* failure */.V2)('DOCKERFILE_COPY_FINDS_NOTHING', {
        line: source.line,
        source: source.written,
        jar,
        there: listed(files),
    });
}
/** A folder that a build would have filled, or a pattern that the jar's own name fits. */
function isFolderForJar(source, jar) {
    return isPattern(source.path) ? matches(lastPart(source.path), jar) : buildFolder.test(source.path);
}
/** The path under which a source finds the jar: a literal one itself, for a pattern the jar's own name in its folder. */
function destination(path, jar) {
    if (!isPattern(path))
        return path;
    // A folder that is a pattern itself stands for any name; `x` is as good as another.
    const folders = path
        .split('/')
        .slice(0, -1)
        .map((part) => isPattern(part)
        ? part
            .replace(/\*+/g, 'x')
            .replace(/\?/g, 'x')
            .replace(/\[(.)[^\]]*\]/g, '$1')
        : part);
    return [...folders, jar].join('/');
}
function lastPart(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
function appOf(fileName) {
    return (0,app_name/* withoutVersion */.P)(fileName.replace(/\.[jw]ar$/i, '')).toLowerCase();
}
function listed(files) {
    if (files.length === 0)
        return '-';
    return files.length > 20 ? `${files.slice(0, 20).join(', ')}, ...` : files.join(', ');
}

// EXTERNAL MODULE: ./.build/lib/settings/java-options.js
var java_options = __webpack_require__(12883);
;// CONCATENATED MODULE: ./.build/lib/dockerfile/expand.js
const variable = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])((?:[^{}]|\{[^{}]*\})*))?\})/;
/**
 * Expands a word of an instruction as Docker does: `$X`, `${X}`, `${X:-default}`, `${X:+other}`, quotes taken away,
 * nothing expanded in single quotes or after the escape character (Dockerfile reference, "Environment replacement").
 */
function expand(word, values, escapeCharacter = '\\') {
    const unset = [];
    let result = '';
    let quote = '';
    for (let at = 0; at < word.length; at += 1) {
        const c = word.charAt(at);
        const next = word.charAt(at + 1);
        if (quote !== "'" &&
            c === escapeCharacter &&
            next !== '' &&
            (quote === '' || next === '"' || next === '$' || next === escapeCharacter)) {
            result += next;
            at += 1;
        }
        else if (quote === '' && (c === '"' || c === "'")) {
            quote = c;
        }
        else if (c === quote) {
            quote = '';
        }
        else {
            const [whole, plain, braced, modifier, substitute = ''] = (c === '$' && quote !== "'" && variable.exec(word.slice(at))) || [];
            if (whole === undefined) {
                result += c;
                continue;
            }
            const name = plain ?? braced ?? '';
            const value = values.get(name);
            const given = modifier?.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
            if (modifier?.endsWith('-') && !given)
                result += nested(substitute);
            else if (modifier?.endsWith('+'))
                result += given ? nested(substitute) : '';
            else if (value === undefined)
                unset.push(name);
            else
                result += value;
            at += whole.length - 1;
        }
    }
    return { word: result, unset };
    function nested(text) {
        const inner = expand(text, values, escapeCharacter);
        unset.push(...inner.unset);
        return inner.word;
    }
}

;// CONCATENATED MODULE: ./.build/lib/dockerfile/java-command.js


const profileKey = 'spring.profiles.active';
const profileVariable = 'SPRING_PROFILES_ACTIVE';
/** Reads how the last stage starts the application, in a container that gets the variables `given` besides. */
function javaCommandOf(stage, given) {
    const environment = Object.fromEntries(stage.environment);
    // What the container gets replaces what the image has.
    const values = new Map([...stage.environment, ...Object.entries(given)]);
    const options = (0,java_options/* propertiesOfEnvironment */.aX)(Object.fromEntries(values));
    const ownOptions = (0,java_options/* propertiesOfEnvironment */.aX)(Object.fromEntries([...values].filter(([name]) => !Object.hasOwn(given, name))));
    const words = [stage.entrypoint, stage.command].flatMap((i) => (i === undefined ? [] : wordsOf(i, values)));
    const properties = new Map();
    for (const form of [/^-D([\w.-]+)=(.*)$/s, /^--([\w.-]+)=(.*)$/s]) {
        for (const word of words) {
            const [, key, value] = form.exec(word ?? '') ?? [];
            if (key !== undefined)
                properties.set(key, value === unknown ? undefined : value);
        }
    }
    const known = [...properties].filter((p) => p[1] !== undefined);
    const command = properties.has(profileKey);
    const variable = environment[profileVariable] === undefined ? undefined : 'environment';
    return {
        // A property of the command that only the container knows hides that of an option all the same.
        properties: { ...without(options, [...properties.keys()]), ...Object.fromEntries(known) },
        environment,
        profile: command ? properties.get(profileKey) : (options[profileKey] ?? values.get(profileVariable)),
        profileFrom: command || profileKey in ownOptions ? 'command' : variable,
    };
}
// Stands for a value that a shell takes from the environment of the container.
const unknown = '\0';
function without(all, names) {
    return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
}
/** Words of a CMD or ENTRYPOINT. In shell form, and in `sh -c`, variables are those of the container. */
function wordsOf(instruction, values) {
    if (!instruction.exec)
        return shellWords(instruction.words, values);
    const [shell, option, script] = instruction.words;
    if (/(?:^|\/)(?:sh|bash|ash|dash)$/.test(shell ?? '') && option === '-c' && script !== undefined) {
        return shellWords(script.split(/\s+/), values);
    }
    return [...instruction.words];
}
function shellWords(words, values) {
    return words.flatMap((word) => {
        const expanded = expand(word, values);
        if (expanded.unset.length > 0)
            return [`${word.replace(/=.*$/s, '')}=${unknown}`];
        // `java $JAVA_OPTS -jar`: an unquoted variable becomes several words.
        return word.startsWith('$') ? expanded.word.split(/\s+/) : [expanded.word];
    });
}

;// CONCATENATED MODULE: ./.build/lib/dockerfile/stage.js



/** The stages of a Dockerfile. Throws `Failure` DOCKERFILE_ARG_UNSET where FROM, COPY or ADD need a value that is not there. */
function stagesOf({ instructions, escapeCharacter }, buildArgs) {
    const globals = new Map();
    const stages = [];
    let stage;
    for (const instruction of instructions) {
        const { keyword, words } = instruction;
        if (keyword === 'FROM') {
            const image = needed(instruction, words[0] ?? '', globals, escapeCharacter);
            const base = stages.find((s) => s.name !== undefined && s.name === image.toLowerCase());
            const name = words[1]?.toLowerCase() === 'as' ? words[2]?.toLowerCase() : undefined;
            stage = draft(name, base === undefined && image !== 'scratch' ? image : undefined, base);
            stages.push(stage);
        }
        else if (keyword === 'ARG') {
            for (const [name, value] of instruction.assignments) {
                const scope = stage === undefined ? globals : values(stage);
                const set = value === undefined ? undefined : expand(value, scope, escapeCharacter).word;
                const result = buildArgs[name] ?? set ?? (stage === undefined ? undefined : globals.get(name));
                if (result !== undefined)
                    (stage?.args ?? globals).set(name, result);
            }
        }
        else if (stage !== undefined) {
            apply(instruction, stage, stages, escapeCharacter);
        }
    }
    return stages;
}
function draft(name, image, base) {
    return {
        name,
        image,
        copies: [],
        otherImages: [],
        environment: new Map(base?.environment),
        args: new Map(base?.args),
        entrypoint: base?.entrypoint,
        command: base?.command,
        user: base?.user,
        workdir: base?.workdir,
        exposed: [...(base?.exposed ?? [])],
    };
}
/** What variables are worth in a stage: ENV wins over ARG. */
function values(stage) {
    return new Map([...stage.args, ...stage.environment]);
}
function apply(instruction, stage, stages, escapeCharacter) {
    const { keyword, words } = instruction;
    const word = (w) => expand(w, values(stage), escapeCharacter).word;
    switch (keyword) {
        case 'ENV': {
            // All values of one instruction see what was before it.
            const before = values(stage);
            for (const [name, value] of instruction.assignments)
                stage.environment.set(name, expand(value ?? '', before, escapeCharacter).word);
            break;
        }
        case 'COPY':
        case 'ADD': {
            const from = instruction.flags.get('from');
            if (from !== undefined) {
                const known = /^\d+$/.test(from) || stages.some((s) => s.name === from.toLowerCase());
                if (!known)
                    stage.otherImages.push(word(from));
                break;
            }
            const all = words.map((w) => needed(instruction, w, values(stage), escapeCharacter));
            const sources = all.slice(instruction.heredocs, -1).filter((s) => keyword === 'COPY' || !isRemote(s));
            stage.copies.push({ line: instruction.line, sources, destination: all.at(-1) ?? '' });
            break;
        }
        case 'ENTRYPOINT':
            stage.entrypoint = instruction;
            break;
        case 'CMD':
            stage.command = instruction;
            break;
        case 'USER':
            stage.user = word(instruction.text);
            break;
        case 'WORKDIR': {
            const { word: path, unset } = expand(instruction.text, values(stage), escapeCharacter);
            const known = unset.length === 0 && (path.startsWith('/') || stage.workdir !== undefined);
            stage.workdir = known ? external_node_path_.posix.resolve(stage.workdir ?? '/', path) : undefined;
            break;
        }
        case 'EXPOSE':
            stage.exposed.push(...words.flatMap((w) => word(w).split(/\s+/)).filter((w) => w !== ''));
            break;
    }
}
/** ADD's sources that are fetched: they are not in the build folder. */
function isRemote(source) {
    return /^(?:https?|git|ssh):\/\/|^git@/.test(source);
}
/** A word that must have a value; an empty one would make Docker copy, or stand on, something else. */
function needed(instruction, word, scope, escapeCharacter) {
    const expanded = expand(word, scope, escapeCharacter);
    const [name] = expanded.unset;
    if (name === undefined || predefined.has(name))
        return expanded.word;
    throw (0,failure/* failure */.V2)('DOCKERFILE_ARG_UNSET', {
        line: instruction.line,
        name,
        instruction: `${instruction.keyword} ${instruction.text}`,
    });
}
// BuildKit's own, set without being declared.
const predefined = new Set([
    'TARGETPLATFORM',
    'TARGETOS',
    'TARGETARCH',
    'TARGETVARIANT',
    'BUILDPLATFORM',
    'BUILDOS',
    'BUILDARCH',
    'BUILDVARIANT',
]);

;// CONCATENATED MODULE: ./.build/lib/dockerfile/read.js






/** Reads a Dockerfile from disk. Throws `Failure` DOCKERFILE_UNREADABLE where it is missing, no file or no text. */
async function loadDockerfile(path) {
    const bytes = await (0,promises_.readFile)(path).catch((error) => {
        throw (0,failure/* failure */.V2)('DOCKERFILE_UNREADABLE', { path, detail: error.message }, { cause: error });
    });
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        if (!text.includes('\0'))
            return text;
    }
    catch {
        // Not UTF-8: said below.
    }
    throw (0,failure/* failure */.V2)('DOCKERFILE_UNREADABLE', { path, detail: 'not UTF-8 text' });
}
/**
 * Reads what the Dockerfile in `text` needs and says. Pure. Throws `Failure`: DOCKERFILE_UNREADABLE (no FROM),
 * DOCKERFILE_ARG_UNSET and those of `jarDestinationsOf`.
 */
function readDockerfile(text, input) {
    const stages = stagesOf(instructionsOf(text), input.buildArgs);
    const last = stages.at(-1);
    if (last === undefined) {
        const detail = text.trim() === '' ? 'the file is empty' : 'no FROM line';
        throw (0,failure/* failure */.V2)('DOCKERFILE_UNREADABLE', { path: input.path, detail });
    }
    const copies = stages.flatMap((stage) => stage.copies);
    const { paths, wholeFolderLine } = jarDestinationsOf(copies, input.jarFileName, input.contextFiles);
    const images = stages.flatMap((stage) => [stage.image, ...stage.otherImages]);
    return {
        ...javaCommandOf(last, input.variables),
        jarDestinations: paths,
        wholeFolderLine,
        baseImages: [...new Set(images.filter((image) => image !== undefined))],
        exposedPorts: [...new Set(last.exposed.flatMap(tcpPort))],
        user: last.user || undefined,
        workdir: last.workdir,
    };
}
function tcpPort(word) {
    const [, first, last, protocol] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(\w+))?$/.exec(word) ?? [];
    if (first === undefined || (protocol ?? 'tcp').toLowerCase() !== 'tcp')
        return [];
    const from = Number(first);
    const to = Math.min(Number(last ?? first), 65535);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

;// CONCATENATED MODULE: ./.build/lib/jar/find.js



const sideProduct = /(?:-plain|-sources|-javadoc)\.[jw]ar$|\.original$/i;
const application = /\.[jw]ar$/i;
/**
 * The absolute path of the one file that `pattern` (a path or a glob, relative to `folder`) means.
 * A path that exists is taken as it stands. Throws `Failure`: JAR_NOT_FOUND, JAR_ONLY_SIDE_PRODUCTS, JAR_AMBIGUOUS.
 */
async function findJar(pattern, folder) {
    const literal = (0,external_node_path_.resolve)(folder, pattern);
    if (await isFile(literal))
        return literal;
    const matches = [];
    for await (const match of (0,promises_.glob)(pattern, { cwd: folder })) {
        if (await isFile((0,external_node_path_.resolve)(folder, match)))
            matches.push(match);
    }
    const jars = matches.filter((path) => isApplication((0,external_node_path_.basename)(path))).sort();
    const [jar, ...others] = jars;
    if (others.length > 0)
        throw (0,failure/* failure */.V2)('JAR_AMBIGUOUS', { pattern, matches: jars.join(', ') });
    if (jar !== undefined)
        return (0,external_node_path_.resolve)(folder, jar);
    const setAside = matches.filter((path) => sideProduct.test(path)).sort();
    if (setAside.length > 0)
        throw (0,failure/* failure */.V2)('JAR_ONLY_SIDE_PRODUCTS', { pattern, setAside: setAside.join(', ') });
    throw (0,failure/* failure */.V2)('JAR_NOT_FOUND', { pattern, folder });
}
/** Whether a file of this name can be the application: a jar or war that is no by-product of the build. */
function isApplication(fileName) {
    return application.test(fileName) && !sideProduct.test(fileName);
}
async function isFile(path) {
    return (0,promises_.stat)(path).then((s) => s.isFile(), () => false);
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(20663);
;// CONCATENATED MODULE: ./.build/lib/jar/end-record.js
const signature = 0x06054b50;
const recordBytes = 22;
const zip64LocatorSignature = 0x07064b50;
const zip64LocatorBytes = 20;
const zip64RecordSignature = 0x06064b50;
const zip64RecordBytes = 56;
/** How much of a file's end holds the end record with the longest comment, and a zip64 locator and record before it. */
const tailBytes = 0xffff + recordBytes + zip64LocatorBytes + zip64RecordBytes;
/**
 * Bytes before the zip archive proper, where its offsets do not count them: the start script that Spring Boot 1 and 2
 * put before an executable jar (`#!/bin/bash ...`). 0 where the offsets do count them, or where nothing comes before.
 * Undefined where `tail`, the end of the file, holds no end record: then the file is no zip archive, or a part of one.
 * `size` is that of the whole file. Source: PKWARE APPNOTE 4.3.14 to 4.3.16.
 */
function prefixBytes(tail, size) {
    for (let at = tail.length - recordBytes; at >= 0; at -= 1) {
        if (tail.readUInt32LE(at) !== signature || tail.readUInt16LE(at + 20) !== tail.length - at - recordBytes)
            continue;
        const position = size - tail.length + at;
        const locator = at - zip64LocatorBytes;
        if (locator >= 0 && tail.readUInt32LE(locator) === zip64LocatorSignature) {
            const recorded = Number(tail.readBigUInt64LE(locator + 8));
            const record = locator - zip64RecordBytes;
            const adjacent = record >= 0 && tail.readUInt32LE(record) === zip64RecordSignature;
            return adjacent ? Math.max(0, position - zip64LocatorBytes - zip64RecordBytes - recorded) : 0;
        }
        return Math.max(0, position - tail.readUInt32LE(at + 12) - tail.readUInt32LE(at + 16));
    }
    return undefined;
}

;// CONCATENATED MODULE: ./.build/lib/jar/slice.js


const windowBytes = 64 * 1024;
const chunkBytes = 128 * 1024;
/** Reads a file at any position. */
function readAtFile(handle) {
    return async (buffer, position) => {
        let filled = 0;
        while (filled < buffer.length) {
            const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled);
            if (bytesRead === 0)
                throw new Error('the file ends before its data do');
            filled += bytesRead;
        }
    };
}
/** Reads bytes in memory at any position. */
function readAtBuffer(bytes) {
    return async (buffer, position) => {
        if (position + buffer.length > bytes.length)
            throw new Error('the archive ends before its data do');
        bytes.copy(buffer, 0, position, position + buffer.length);
    };
}
/**
 * A part of a source that is an archive by itself: a whole file, a file behind its start script, a jar stored within
 * a jar. Reads ahead by a small window, because an archive's headers and classes are many and short. One read at a time.
 */
class Slice extends yauzl/* RandomAccessReader */.lJ {
    size;
    #readAt;
    #start;
    #window = Buffer.alloc(0);
    #windowStart = 0;
    /** What the window lies in; made once, when it is first needed. */
    #memory = Buffer.alloc(0);
    constructor(readAt, start, size) {
        super();
        this.#readAt = readAt;
        this.#start = start;
        this.size = size;
    }
    /** The part of this slice from `start` on, `size` bytes long. */
    part(start, size) {
        if (start < 0 || size < 0 || start + size > this.size)
            throw new Error('an entry lies outside the archive');
        return new Slice(this.#readAt, this.#start + start, size);
    }
    /** Fills `buffer` from `position` of the slice. */
    async fill(buffer, position) {
        if (position < 0 || position + buffer.length > this.size)
            throw new Error('an entry lies outside the archive');
        if (buffer.length > windowBytes)
            return this.#readAt(buffer, this.#start + position);
        const end = this.#windowStart + this.#window.length;
        if (position < this.#windowStart || position + buffer.length > end) {
            if (this.#memory.length === 0)
                this.#memory = Buffer.allocUnsafe(Math.min(windowBytes, this.size));
            const window = this.#memory.subarray(0, Math.min(windowBytes, this.size - position));
            this.#window = window.subarray(0, 0);
            await this.#readAt(window, this.#start + position);
            this.#window = window;
            this.#windowStart = position;
        }
        this.#window.copy(buffer, 0, position - this.#windowStart, position - this.#windowStart + buffer.length);
    }
    /**
     * The bytes from `start` to before `end`, piece by piece. All pieces lie in the same buffer, so that none waits for
     * the garbage collector: each is valid until the next is asked for.
     */
    async *chunks(start, end) {
        const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(chunkBytes, end - start)));
        for (let position = start; position < end; position += chunkBytes) {
            const chunk = buffer.subarray(0, Math.min(chunkBytes, end - position));
            await this.fill(chunk, position);
            yield chunk;
        }
    }
    /** The same bytes as a stream, whose pieces stay valid. */
    stream(start, end) {
        return external_node_stream_.Readable.from(copies(this.chunks(start, end)), { highWaterMark: 1 });
    }
    read(buffer, offset, length, position, callback) {
        this.fill(buffer.subarray(offset, offset + length), position).then(() => callback(null), callback);
    }
    _readStreamForRange(start, end) {
        return this.stream(start, end);
    }
}
async function* copies(chunks) {
    for await (const chunk of chunks)
        yield Buffer.from(chunk);
}

;// CONCATENATED MODULE: ./.build/lib/jar/archive.js







// Up to here an entry is read and inflated at once; a stream for each of ten thousand classes costs more than it saves.
const smallBytes = 1024 * 1024;
/**
 * Opens the archive at `path`, gives it to `work` and closes it. What is found damaged on the way, in `work` too,
 * becomes JAR_CORRUPT. Throws `Failure`: JAR_UNREADABLE, JAR_NOT_A_ZIP, JAR_CORRUPT.
 */
async function withArchive(path, work) {
    const handle = await (0,promises_.open)(path, 'r').catch((error) => {
        throw (0,failure/* failure */.V2)('JAR_UNREADABLE', { path, detail: error.message }, { cause: error });
    });
    try {
        return await work(await openFile(path, handle));
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            throw error;
        const detail = error instanceof Error ? error.message : String(error);
        throw (0,failure/* failure */.V2)('JAR_CORRUPT', { path, detail }, { cause: error });
    }
    finally {
        await handle.close();
    }
}
async function openFile(path, handle) {
    const stats = await handle.stat();
    if (!stats.isFile())
        throw (0,failure/* failure */.V2)('JAR_UNREADABLE', { path, detail: 'not a regular file' });
    const file = new Slice(readAtFile(handle), 0, stats.size);
    const head = Buffer.alloc(Math.min(stats.size, 40));
    await file.fill(head, 0);
    const archive = await openSlice(file);
    const complete = archive !== undefined && archive.slice.size === file.size;
    // A local file header at the start, but no directory for it at the end: the last one is that of a nested jar, if any.
    if (!complete && head.length >= 4 && head.readUInt32LE(0) === 0x04034b50) {
        throw new Error('its zip directory is missing: the file was cut off');
    }
    if (archive !== undefined)
        return archive;
    const detail = head.length === 0 ? '(empty)' : JSON.stringify(head.toString('latin1'));
    throw (0,failure/* failure */.V2)('JAR_NOT_A_ZIP', { path, detail });
}
/** Opens the archive that fills `slice`, a start script before it aside. Undefined where there is none; rejects where it is damaged. */
async function openSlice(slice) {
    const tail = Buffer.alloc(Math.min(slice.size, tailBytes));
    await slice.fill(tail, slice.size - tail.length);
    const prefix = prefixBytes(tail, slice.size);
    if (prefix === undefined)
        return undefined;
    const zip = slice.part(prefix, slice.size - prefix);
    const zipFile = await (0,yauzl/* fromRandomAccessReaderPromise */.or)(zip, zip.size);
    const entries = [];
    for await (const entry of zipFile.eachEntry()) {
        if (entry.isEncrypted())
            throw new Error(`${entry.fileName} is encrypted`);
        entries.push({
            name: entry.fileName,
            method: entry.compressionMethod,
            compressedBytes: entry.compressedSize,
            bytes: entry.uncompressedSize,
            crc32: entry.crc32,
            headerOffset: entry.relativeOffsetOfLocalHeader,
        });
    }
    return { entries, slice: zip };
}
/** Where the data of an entry lie: after its local header, whose extra field may be longer than the directory's. */
async function dataOffset(archive, entry) {
    const header = Buffer.alloc(30);
    await archive.slice.fill(header, entry.headerOffset);
    if (header.readUInt32LE(0) !== 0x04034b50)
        throw new Error(`${entry.name} has no local header`);
    return entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}
/** The uncompressed contents of an entry, piece by piece, each valid until the next is asked for; rejects where length or CRC-32 is not the recorded one. */
async function* contents(archive, entry) {
    let length = 0;
    let sum = 0;
    for await (const chunk of decoded(archive, entry, await dataOffset(archive, entry))) {
        length += chunk.length;
        sum = (0,external_node_zlib_.crc32)(chunk, sum);
        if (length > entry.bytes)
            break;
        yield chunk;
    }
    if (length !== entry.bytes)
        throw new Error(`${entry.name} does not have its recorded length`);
    if (sum !== entry.crc32)
        throw new Error(`${entry.name} does not have its recorded checksum`);
}
async function* decoded(archive, entry, start) {
    const end = start + entry.compressedBytes;
    if (entry.method === 0) {
        yield* archive.slice.chunks(start, end);
    }
    else if (entry.method !== 8) {
        throw new Error(`${entry.name} is compressed by method ${entry.method}, which Java does not read either`);
    }
    else if (entry.compressedBytes <= smallBytes && entry.bytes <= smallBytes) {
        const data = Buffer.allocUnsafe(entry.compressedBytes);
        await archive.slice.fill(data, start);
        yield (0,external_node_zlib_.inflateRawSync)(data, { chunkSize: Math.max(64, entry.bytes + 1), maxOutputLength: entry.bytes + 1 });
    }
    else {
        const inflate = (0,external_node_zlib_.createInflateRaw)({ chunkSize: 64 * 1024 });
        // The error, if any, comes out of the iteration below.
        (0,external_node_stream_.pipeline)(archive.slice.stream(start, end), inflate, () => { });
        yield* inflate;
    }
}
/** The files of an archive, folders aside, in the order in which they lie in it: what is read ahead is what comes next. */
function filesInOrder({ entries }) {
    return entries.filter(({ name }) => !name.endsWith('/')).sort((a, b) => a.headerOffset - b.headerOffset);
}
/** Reads every file of an archive; rejects where one does not have its recorded length and CRC-32. */
async function checkContents(archive) {
    for (const entry of filesInOrder(archive)) {
        for await (const _ of contents(archive, entry))
            ;
    }
}
/** The contents of an entry, in memory. */
async function wholeContents(archive, entry) {
    const chunks = [];
    for await (const chunk of contents(archive, entry))
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}
/** The whole contents of the entry `name`. Undefined where there is none, or where it is longer than `limit` bytes. */
async function readEntry(archive, name, limit) {
    const entry = archive.entries.find((e) => e.name === name);
    if (entry === undefined || entry.bytes > limit)
        return undefined;
    return wholeContents(archive, entry);
}

;// CONCATENATED MODULE: ./.build/lib/jar/class-file.js
/** Bytes of a class file that its version needs: magic, minor and major version. */
const classFileHeaderBytes = 8;
/**
 * The Java version that can run a class file: 8 for major version 52, 17 for 61.
 * Undefined where the bytes are no class file (JVM Specification, 4.1 and table 4.1-A: major version = Java version + 44).
 */
function javaVersionOfClass(header) {
    if (header.length < classFileHeaderBytes || header.readUInt32BE(0) !== 0xcafebabe)
        return undefined;
    const major = header.readUInt16BE(6);
    return major >= 45 && major < 200 ? Math.max(1, major - 44) : undefined;
}
/** The entry of a class in the folder of classes: `com.example.App` -> `BOOT-INF/classes/com/example/App.class`. */
function classEntryName(classesFolder, className) {
    return `${classesFolder}${className.replaceAll('.', '/')}.class`;
}
/**
 * The Java version that an application needs: that of its own classes, and no less than what its Spring Boot needs
 * (3 and 4: Java 17; system requirements of the Spring Boot reference).
 */
function requiredJavaVersion(ownClasses, bootVersion) {
    const major = Number.parseInt(bootVersion ?? '', 10);
    return Math.max(ownClasses, major >= 3 ? 17 : 8);
}

// EXTERNAL MODULE: ./.build/lib/jar/database-place.js
var database_place = __webpack_require__(48157);
// EXTERNAL MODULE: ./node_modules/dot-properties/lib/index.js
var lib = __webpack_require__(82483);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./.build/lib/jar/documents.js


/**
 * The one form of a key, whichever way it is written: `server.servlet.context-path`, `contextPath` and `context_path`
 * are the same (Spring Boot reference, "Relaxed Binding").
 */
function canonicalKey(key) {
    return key.toLowerCase().replace(/[-_]/g, '');
}
/** The documents of a .properties file, divided by lines `#---` or `!---`. Throws where an escape is malformed. */
function propertiesDocuments(text) {
    const documents = [new Map()];
    for (const line of (0,lib.parseLines)(text)) {
        if (typeof line === 'string') {
            if (/^[#!]---\s*$/.test(line))
                documents.push(new Map());
            continue;
        }
        const [key, value] = line;
        if (key !== undefined)
            documents.at(-1)?.set(canonicalKey(key), value ?? '');
    }
    return documents;
}
/** The documents of a YAML file, flattened. YAML 1.1, as SnakeYAML reads it. Throws where it is malformed. */
function yamlDocuments(text) {
    const documents = [];
    for (const document of (0,dist/* parseAllDocuments */.hR)(text, {
        version: '1.1',
        uniqueKeys: false,
        merge: true,
        logLevel: 'error',
    })) {
        const [error] = document.errors;
        if (error !== undefined)
            throw error;
        const settings = new Map();
        flatten(document.toJS({ maxAliasCount: 1000 }), '', settings);
        documents.push(settings);
    }
    return documents;
}
function flatten(value, key, into) {
    if (Array.isArray(value)) {
        for (const [index, element] of value.entries())
            flatten(element, `${key}[${index}]`, into);
    }
    else if (value instanceof Date) {
        into.set(key, value.toISOString());
    }
    else if (value !== null && typeof value === 'object') {
        for (const [name, element] of Object.entries(value)) {
            flatten(element, key === '' ? canonicalKey(name) : `${key}.${canonicalKey(name)}`, into);
        }
    }
    else if (key !== '') {
        into.set(key, value === null || value === undefined ? '' : String(value));
    }
}
/** The elements of a setting that is a list: `a,b` or `a[0]`, `a[1]`. Undefined where it is not set. */
function listOf(settings, key) {
    const scalar = settings.get(key);
    const elements = [];
    for (let index = 0; settings.has(`${key}[${index}]`); index += 1)
        elements.push(settings.get(`${key}[${index}]`) ?? '');
    if (scalar === undefined && elements.length === 0)
        return undefined;
    return [...(scalar ?? '').split(','), ...elements].map((s) => s.trim()).filter((s) => s !== '');
}

;// CONCATENATED MODULE: ./.build/lib/jar/embedded-database.js
/**
 * Whether a JDBC URL names a database in a file that one process holds at a time: then two versions of the
 * application cannot run beside each other. In-memory databases and those behind a server are none.
 * Sources: the manuals of H2 ("Database URL Overview"), HSQLDB ("Connection URL"), Derby and SQLite.
 */
function isEmbeddedFileDatabase(url) {
    const [, kind, rest = ''] = /^jdbc:(?:p6spy:)?(h2|hsqldb|derby|sqlite):(.*)$/i.exec(url.trim()) ?? [];
    switch (kind?.toLowerCase()) {
        case 'h2':
            return !/^(?:mem|tcp|ssl|zip):/i.test(rest);
        case 'hsqldb':
            return !/^(?:mem|hsqls?|https?|res):|^\.$/i.test(rest);
        case 'derby':
            return !/^(?:\/\/|memory:|classpath:|jar:)/i.test(rest);
        case 'sqlite':
            return rest !== '' && !/:memory:|[?&]mode=memory/i.test(rest);
        default:
            return false;
    }
}
/** The driver's library in the jar, by the kind of database. */
const drivers = {
    h2: /^h2-\d/,
    hsqldb: /^hsqldb-/,
    derby: /^derby-/,
    sqlite: /^sqlite-jdbc-/,
};
/** Whether the jar has the driver that a URL needs; without it the URL is of no effect. */
function hasDriver(url, libraries) {
    const [, kind = ''] = /^jdbc:(?:p6spy:)?(\w+):/i.exec(url.trim()) ?? [];
    const driver = drivers[kind.toLowerCase()];
    return driver !== undefined && libraries.some((name) => driver.test(name));
}
/** The file (H2, SQLite, HSQLDB) or folder (Derby) that a URL without parameters names; undefined where it lies in a home or jar. */
function fileOfDatabase(url) {
    const [, kind = '', rest = ''] = /^jdbc:(?:p6spy:)?(h2|hsqldb|derby|sqlite):(.*)$/i.exec(url.trim()) ?? [];
    // H2 names its ways of access before the path: `file:`, `nio:`, `split:20:`.
    const prefix = kind.toLowerCase() === 'derby' ? /^directory:/i : /^(?:(?:file|nio|nioMapped|nioMemFS|async|split(?::\d+)?):)+/i;
    const path = rest.replace(prefix, '');
    return path === '' || /^[~:]|[$%]\{/.test(path) ? undefined : path;
}

;// CONCATENATED MODULE: ./.build/lib/jar/lookup.js

/**
 * Looks keys up as Spring ranks them: command line, environment, then `layers`, the last of which wins.
 * `${name:default}` is resolved by the same look-up; what cannot be is told to `onUnresolved`.
 */
function lookupIn(layers, overrides, onUnresolved = () => { }) {
    const properties = new Map(Object.entries(overrides.properties).map(([k, v]) => [canonicalKey(k), v]));
    const environment = new Map(Object.entries(overrides.env).map(([k, v]) => [environmentKey(k), v]));
    function raw(key) {
        const outside = properties.get(key) ?? environment.get(environmentKey(key));
        if (outside !== undefined)
            return outside;
        for (const layer of layers.toReversed()) {
            const value = layer.get(key);
            if (value !== undefined)
                return value;
        }
        return undefined;
    }
    return (key) => {
        const value = raw(key);
        if (value === undefined)
            return undefined;
        const resolved = resolvePlaceholders(value, (name) => raw(canonicalKey(name)));
        if (resolved === undefined)
            onUnresolved({ key, value });
        return resolved?.trim();
    };
}
/** Environment variables have no dots, dashes or brackets: `SERVER_SERVLET_CONTEXTPATH`, `SERVER_SERVLET_CONTEXT_PATH`. */
function environmentKey(name) {
    return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
/**
 * Replaces `${name}` and `${name:default}`, nested ones too. Undefined where a name without default is not known,
 * where names go round in a circle, and where a Maven filter (`@name@`) or an expression (`#{...}`) was left over.
 */
function resolvePlaceholders(value, find, depth = 0) {
    if (depth > 16 || /^@[^@\s]+@$/.test(value) || value.includes('#{'))
        return undefined;
    const start = value.indexOf('${');
    if (start === -1)
        return value;
    const end = closingBrace(value, start + 2);
    if (end === -1)
        return value;
    const inner = resolvePlaceholders(value.slice(start + 2, end), find, depth + 1);
    const rest = resolvePlaceholders(value.slice(end + 1), find, depth);
    if (inner === undefined || rest === undefined)
        return undefined;
    const colon = inner.indexOf(':');
    const found = find(colon === -1 ? inner : inner.slice(0, colon));
    const replaced = found === undefined
        ? colon === -1
            ? undefined
            : inner.slice(colon + 1)
        : resolvePlaceholders(found, find, depth + 1);
    return replaced === undefined ? undefined : value.slice(0, start) + replaced + rest;
}
function closingBrace(value, from) {
    let open = 1;
    for (let at = from; at < value.length; at += 1) {
        if (value.startsWith('${', at))
            open += 1;
        else if (value[at] === '}')
            open -= 1;
        if (open === 0)
            return at;
    }
    return -1;
}

;// CONCATENATED MODULE: ./.build/lib/jar/profile-expression.js
/**
 * Whether a profile expression holds for the active profiles: `prod`, `!prod`, `prod & !eu`, `(a | b) & c`.
 * A malformed one holds for none. Source: Spring's `Profiles.of`.
 */
function holds(expression, active) {
    const tokens = expression.match(/[()&|!]|[^()&|!\s]+/g) ?? [];
    let at = 0;
    function either() {
        let result = both();
        while (tokens[at] === '|') {
            at += 1;
            const right = both();
            result = result || right;
        }
        return result;
    }
    function both() {
        let result = one();
        while (tokens[at] === '&') {
            at += 1;
            const right = one();
            result = result && right;
        }
        return result;
    }
    function one() {
        const token = tokens[at];
        at += 1;
        if (token === '!')
            return !one();
        if (token !== '(')
            return token !== undefined && active.includes(token);
        const result = either();
        at += 1;
        return result;
    }
    const result = either();
    return at === tokens.length && result;
}

;// CONCATENATED MODULE: ./.build/lib/jar/layers.js




const fileName = /^(config\/)?(bootstrap|application)(?:-([^/]+))?\.(yaml|yml|properties)$/;
/** Whether a path below the folder of classes is a configuration file that Spring Boot reads by itself. */
function isConfigurationFile(name) {
    return fileName.test(name);
}
/**
 * Puts the documents that are active in the order in which Spring Boot applies them: bootstrap before application,
 * general before a profile's, profiles in their order, `classpath:/` before `classpath:/config/`, YAML before
 * properties, and documents of a file as they come. Without `profile` that of the environment or of the jar is active.
 */
function layersOf(files, profile, overrides) {
    const unreadable = [];
    const documents = files.flatMap((file) => documentsOf(file, unreadable));
    const profiles = activeProfiles(documents, profile, overrides);
    const settings = documents
        .filter((d) => isActive(d, profiles))
        .map((d) => ({ settings: d.settings, rank: [d.rank[0] ?? 0, profileRank(d, profiles), ...d.rank.slice(1)] }))
        .sort((a, b) => compare(a.rank, b.rank))
        .map((d) => d.settings);
    return { profiles, settings, unreadable };
}
/** What is wrong where, in the parser's terms: its message quotes the file, which may hold a password there. */
function placeOf(error) {
    if (error instanceof dist/* YAMLError */.IP) {
        const [at] = error.linePos ?? [];
        return at === undefined ? error.code : `${error.code}, line ${at.line}, column ${at.col}`;
    }
    return error instanceof ReferenceError ? 'BAD_ALIAS' : 'UNEXPECTED_TOKEN';
}
function documentsOf(file, unreadable) {
    const [, folder, base, fileProfile, format] = fileName.exec(file.name) ?? [];
    if (format === undefined)
        return [];
    try {
        const text = file.text.replace(/^\uFEFF/, '');
        const parsed = format === 'properties' ? propertiesDocuments(text) : yamlDocuments(text);
        const rank = [
            base === 'bootstrap' ? 0 : 1,
            folder === undefined ? 0 : 1,
            ['yaml', 'yml', 'properties'].indexOf(format),
        ];
        return parsed.map((settings, place) => ({ settings, fileProfile, rank: [...rank, place] }));
    }
    catch (error) {
        unreadable.push({ file: file.name, detail: placeOf(error) });
        return [];
    }
}
function activeProfiles(documents, profile, overrides) {
    const general = documents.filter((d) => d.fileProfile === undefined && conditions(d.settings).length === 0);
    const layers = general.toSorted((a, b) => compare(a.rank, b.rank)).map((d) => d.settings);
    const list = (key) => activeList(layers, key, overrides);
    const chosen = profile === undefined ? (list('spring.profiles.active') ?? []) : split(profile);
    const profiles = [...new Set([...(list('spring.profiles.include') ?? []), ...chosen])];
    if (profiles.length === 0)
        return list('spring.profiles.default') ?? ['default'];
    // Grows while it is walked: a group's members and what a profile's own documents include come right after it.
    for (let at = 0; at < profiles.length; at += 1) {
        const name = profiles[at] ?? '';
        const own = documents.filter((d) => d.fileProfile === name || legacyCondition(d.settings).includes(name));
        const included = own.flatMap((d) => listOf(d.settings, 'spring.profiles.include') ?? []);
        const members = list(`spring.profiles.group.${name.toLowerCase().replace(/[-_]/g, '')}`) ?? [];
        profiles.splice(at + 1, 0, ...[...new Set([...members, ...included])].filter((p) => !profiles.includes(p)));
    }
    return profiles;
}
function activeList(layers, key, overrides) {
    const value = lookupIn(layers, overrides)(key);
    if (value !== undefined)
        return split(value);
    const listed = layers.map((layer) => listOf(layer, key)).findLast((list) => list !== undefined);
    // A name that a build filter or the environment should have filled in is no profile.
    return listed?.filter((name) => !/[@$]/.test(name));
}
function isActive(document, profiles) {
    if (document.fileProfile !== undefined && !profiles.includes(document.fileProfile))
        return false;
    if (document.settings.has('spring.config.activate.oncloudplatform'))
        return false;
    return conditions(document.settings).every((list) => list.length === 0 || list.some((e) => holds(e, profiles)));
}
/** The lists of expressions of which one each must hold: `on-profile`, and `spring.profiles` before Boot 2.4. */
function conditions(settings) {
    return [listOf(settings, 'spring.config.activate.onprofile'), listOf(settings, 'spring.profiles')].filter((l) => l !== undefined);
}
function legacyCondition(settings) {
    return listOf(settings, 'spring.profiles') ?? [];
}
/** 0 for what is general; `on-profile` keeps its place in the file, the older `spring.profiles` goes with its profile. */
function profileRank(document, profiles) {
    if (document.fileProfile !== undefined)
        return 1 + profiles.indexOf(document.fileProfile);
    return 1 + Math.max(-1, ...legacyCondition(document.settings).map((name) => profiles.indexOf(name)));
}
function compare(a, b) {
    const at = a.findIndex((n, index) => n !== b[index]);
    return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
function split(list) {
    return list
        .split(',')
        .map((s) => s.trim())
        .filter((s) => s !== '');
}

;// CONCATENATED MODULE: ./.build/lib/jar/configuration.js





/** Reads an application's configuration as Spring Boot would, as far as it can be told without running it. */
function readConfiguration(sources) {
    const overrides = { env: sources.overrides?.env ?? {}, properties: sources.overrides?.properties ?? {} };
    const has = (library) => sources.libraries.some((name) => library.test(name));
    // Only with Spring Cloud is bootstrap.yml read at all.
    const cloud = has(/^spring-cloud-context-/);
    const files = sources.files.filter((f) => cloud || !/(?:^|\/)bootstrap/.test(f.name));
    const layers = layersOf(files, sources.profile, overrides);
    const unresolved = new Map();
    const lookup = lookupIn(layers.settings, overrides, (u) => unresolved.set(u.key, u));
    const get = (key) => lookup(canonicalKey(key));
    const reactive = has(/^spring-webflux-/) && !has(/^spring-webmvc-/);
    const contextPath = reactive
        ? pathOf(get('spring.webflux.base-path'))
        : pathOf(get('server.servlet.context-path') ?? get('server.context-path'));
    const servletPath = reactive
        ? ''
        : pathOf(get('spring.mvc.servlet.path') ?? get('server.servlet.path') ?? get('server.servlet-path'));
    const port = portOf(get('server.port'));
    const tls = tlsOf('server.ssl', layers.settings, get) ?? false;
    const urls = databaseUrls(layers.settings, get);
    const health = healthOf({ get, settings: layers.settings, sources, port, prefix: contextPath + servletPath, tls });
    return {
        profiles: layers.profiles,
        applicationName: get('spring.application.name') || undefined,
        port: port ?? undefined,
        contextPath,
        servletPath,
        tls,
        gracefulShutdown: get('server.shutdown')?.toLowerCase() === 'graceful',
        embeddedDatabase: embeddedDatabaseIn(urls, sources.libraries, layers.settings, get),
        databasePlace: databasePlaceIn(urls.map(({ url }) => url)),
        health,
        unresolved: [...unresolved.values()],
        unreadable: layers.unreadable,
    };
}
function healthOf({ get, settings, sources, port, prefix, tls }) {
    const boot1 = sources.bootVersion?.startsWith('1.') === true;
    const own = portOf(get('management.server.port') ?? get('management.port'));
    // 8080 is the port where none is set, so the same number is no port of its own.
    const managementPort = own === (port === undefined ? 8080 : port) ? undefined : own;
    const before = managementPort === undefined
        ? prefix
        : pathOf(get('management.server.base-path') ?? get('management.server.servlet.context-path'));
    const base = boot1
        ? pathOf(get('management.context-path'))
        : pathOf(get('management.endpoints.web.base-path') ?? '/actuator');
    const endpoint = boot1
        ? (get('endpoints.health.path') ?? get('endpoints.health.id'))
        : get('management.endpoints.web.path-mapping.health');
    return {
        state: stateOf(get, settings, sources.libraries),
        managementPort,
        path: before + base + pathOf(endpoint || 'health'),
        tls: managementPort === undefined ? tls : (tlsOf('management.server.ssl', settings, get) ?? tls),
    };
}
function stateOf(get, settings, libraries) {
    if (!libraries.some((name) => /^spring-boot-actuator-/.test(name)))
        return 'no-actuator';
    const enabled = get('management.endpoint.health.enabled') ?? get('endpoints.health.enabled');
    const enabledByDefault = get('management.endpoints.enabled-by-default') ?? get('endpoints.enabled');
    const access = get('management.endpoint.health.access') ?? get('management.endpoints.access.default');
    if ((enabled ?? enabledByDefault) === 'false' || access?.toLowerCase() === 'none')
        return 'disabled';
    if ((get('management.server.port') ?? get('management.port')) === '-1')
        return 'disabled';
    const list = (key) => get(key)
        ?.split(',')
        .map((s) => s.trim()) ?? settings.map((s) => listOf(s, key)).findLast((l) => l !== undefined);
    const covers = (names) => names.includes('*') || names.includes('health');
    if (covers(list('management.endpoints.web.exposure.exclude') ?? []))
        return 'not-exposed';
    return covers(list('management.endpoints.web.exposure.include') ?? ['health']) ? 'served' : 'not-exposed';
}
/** The JDBC URLs of all data sources; they may hold passwords. */
function databaseUrls(settings, get) {
    const keys = new Set(settings.flatMap((s) => [...s.keys()]).filter((k) => /^spring\.datasource\..*url$/.test(k)));
    return [...new Set(['spring.datasource.url', ...keys])].flatMap((key) => {
        const url = get(key);
        return url === undefined ? [] : [{ key, url }];
    });
}
/** Libraries that fetch configuration from a server, which outranks the jar. */
const configurationServers = /^(?:spring-cloud-(?:starter-)?(?:config|(?:alibaba-)?nacos-config|consul-config|zookeeper-config|kubernetes-\w*-?config)|nacos-config|apollo-client)/;
function embeddedDatabaseIn(urls, libraries, settings, get) {
    const found = urls.find(({ url }) => isEmbeddedFileDatabase(url));
    if (found === undefined)
        return undefined;
    // What follows may hold a password, and this goes into the plan.
    const url = found.url.replace(/[;?].*$/s, '');
    const elsewhere = ['import', 'location', 'additionallocation', 'name'].map((name) => `spring.config.${name}`);
    const others = elsewhere.some((key) => get(key) !== undefined || settings.some((s) => listOf(s, key) !== undefined));
    const fetched = libraries.some((name) => configurationServers.test(name));
    return { url, key: found.key, file: fileOfDatabase(url), certain: hasDriver(url, libraries) && !others && !fetched };
}
function databasePlaceIn(urls) {
    const places = urls.map(database_place/* databasePlace */.b).filter((place) => place !== undefined);
    return places.find((place) => place === 'container') ?? places[0];
}
/** Whether the settings below `prefix` turn https on; undefined where there are none. */
function tlsOf(prefix, settings, get) {
    if (get(`${prefix}.enabled`)?.toLowerCase() === 'false')
        return false;
    const names = ['enabled', 'key-store', 'certificate', 'bundle'];
    if (names.some((name) => (get(`${prefix}.${name}`) ?? '') !== ''))
        return true;
    return settings.some((s) => [...s.keys()].some((k) => k.startsWith(`${prefix}.`))) ? true : undefined;
}
/** A port; null where it is random or cannot be told, undefined where it is not set. */
function portOf(value) {
    if (value === undefined || value === '')
        return undefined;
    const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
    return port >= 1 && port <= 65535 ? port : null;
}
/** A path with a leading and no final slash; empty for the root. */
function pathOf(value) {
    const path = (value ?? '').replace(/^\/+|\/+$/g, '');
    return path === '' ? '' : `/${path}`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./.build/lib/jar/nested.js





const bufferBytes = 4 * 1024 * 1024;
/**
 * Opens the jar that is an entry of `archive`, gives it to `work` and closes it.
 * A stored one, as Spring Boot writes them, is read in place; a deflated one is unpacked first: in memory up to 4 MiB,
 * in a temporary file beyond. `work` gets undefined where the entry is no archive.
 */
async function withNested(archive, entry, work) {
    if (entry.method === 0) {
        const start = await dataOffset(archive, entry);
        return work(await openSlice(archive.slice.part(start, entry.compressedBytes)));
    }
    if (entry.bytes <= bufferBytes) {
        const bytes = await wholeContents(archive, entry);
        return work(await openSlice(new Slice(readAtBuffer(bytes), 0, bytes.length)));
    }
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'nested-jar-'));
    try {
        const handle = await (0,promises_.open)((0,external_node_path_.join)(folder, 'nested.jar'), 'w+');
        try {
            for await (const chunk of contents(archive, entry))
                await handle.write(chunk);
            return await work(await openSlice(new Slice(readAtFile(handle), 0, entry.bytes)));
        }
        finally {
            await handle.close();
        }
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./.build/lib/jar/content-hash.js



// A jar in a jar in a jar is known from wars within ears; deeper ones count as files.
const deepest = 4;
/**
 * SHA-256 (lower-case hex) over the names of an archive's files with their lengths and CRC-32, nested jars entered.
 * Time stamps, compression, order and entries of folders do not count, so a rebuild of the same sources has the same one.
 *
 * Lengths and CRC-32 are those that the directories record, so that no library is inflated, which takes a second for
 * twenty megabytes; `checkContents` (archive.ts) has proven those of the outermost. CRC-32 tells accidents apart, and every
 * change within four bytes; whoever could forge one could as well deploy a jar.
 */
async function contentHash(archive, depth = 0) {
    const lines = [];
    for (const entry of filesInOrder(archive))
        lines.push(`${entry.name}\0${await identity(archive, entry, depth)}\n`);
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const line of lines.sort())
        hash.update(line);
    return hash.digest('hex');
}
/** What tells the contents of an entry from others. */
async function identity(archive, entry, depth) {
    if (depth < deepest && /\.[jw]ar$/i.test(entry.name)) {
        const nested = await withNested(archive, entry, async (jar) => jar && contentHash(jar, depth + 1)).catch(() => undefined);
        if (nested !== undefined)
            return `jar ${nested}`;
    }
    return `file ${entry.bytes} ${entry.crc32}`;
}

;// CONCATENATED MODULE: ./.build/lib/jar/file-hash.js


/** Hashes a file piece by piece; its size does not matter for memory. Rejects as `fs` does. */
async function hashFile(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    // One buffer for all, so that none waits for the garbage collector.
    const buffer = Buffer.allocUnsafe(256 * 1024);
    const handle = await (0,promises_.open)(path, 'r');
    try {
        let bytes = 0;
        for (;;) {
            const { bytesRead } = await handle.read(buffer, 0, buffer.length);
            if (bytesRead === 0)
                return { bytes, sha256: hash.digest('hex') };
            hash.update(buffer.subarray(0, bytesRead));
            bytes += bytesRead;
        }
    }
    finally {
        await handle.close();
    }
}

;// CONCATENATED MODULE: ./.build/lib/jar/manifest.js
/**
 * The main attributes of a manifest, keys in lower case.
 * Lines are at most 72 bytes, longer ones go on after a newline and one space; the main section ends at an empty line
 * (JAR File Specification, "Notes on Manifest and Signature Files"). Never throws: what is no attribute is passed over.
 */
function parseAttributes(text) {
    const main = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
    const end = main.indexOf('');
    const lines = [];
    for (const line of end === -1 ? main : main.slice(0, end)) {
        if (line.startsWith(' ') && lines.length > 0)
            lines.push(lines.pop() + line.slice(1));
        else
            lines.push(line);
    }
    const attributes = new Map();
    for (const line of lines) {
        const colon = line.indexOf(':');
        if (colon > 0)
            attributes.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
    }
    return attributes;
}
/** Reads a manifest. Folders default to those of a plain jar, where classes lie at the root. */
function parseManifest(text) {
    const attributes = parseAttributes(text);
    const startClass = attributes.get('start-class') || undefined;
    const mainClass = attributes.get('main-class') || undefined;
    // `loader.WarLauncher` up to Boot 3.1, `loader.launch.WarLauncher` since.
    const war = /(^|\.)WarLauncher$/.test(mainClass ?? '');
    const root = startClass === undefined ? undefined : war ? 'WEB-INF' : 'BOOT-INF';
    const libraries = folder(attributes.get('spring-boot-lib') ?? (root === undefined ? '' : `${root}/lib/`));
    return {
        mainClass,
        startClass,
        bootVersion: attributes.get('spring-boot-version') || undefined,
        classesFolder: folder(attributes.get('spring-boot-classes') ?? (root === undefined ? '' : `${root}/classes/`)),
        // What a servlet container would bring lies apart in a war, and counts when it is started by itself.
        libraryFolders: [...(libraries === '' ? [] : [libraries]), ...(war ? ['WEB-INF/lib-provided/'] : [])],
        buildJdk: attributes.get('build-jdk-spec') || undefined,
    };
}
function folder(path) {
    return path === '' || path.endsWith('/') ? path : `${path}/`;
}

;// CONCATENATED MODULE: ./.build/lib/jar/jar.js









const mebibyte = 1024 * 1024;
/**
 * Reads an executable jar; its size does not matter for memory. Throws `Failure`: JAR_UNREADABLE, JAR_NOT_A_ZIP,
 * JAR_CORRUPT, JAR_NO_MAIN_CLASS, WAR_NOT_EXECUTABLE, JAR_JAVA_VERSION_UNKNOWN.
 */
async function readJar(path, options = {}) {
    return withArchive(path, async (archive) => {
        const manifest = parseManifest((await readEntry(archive, 'META-INF/MANIFEST.MF', mebibyte))?.toString('utf8') ?? '');
        const { mainClass, startClass } = manifest;
        if (mainClass === undefined)
            throw (0,failure/* failure */.V2)(isWar(archive) ? 'WAR_NOT_EXECUTABLE' : 'JAR_NO_MAIN_CLASS', { path });
        const libraries = librariesOf(archive, manifest);
        const bootVersion = manifest.bootVersion ?? bootVersionOf(libraries);
        const ownJava = await javaVersionOf(archive, manifest, startClass ?? mainClass);
        if (ownJava === undefined)
            throw (0,failure/* failure */.V2)('JAR_JAVA_VERSION_UNKNOWN', { path, className: startClass ?? mainClass });
        const configuration = readConfiguration({
            files: await configurationFiles(archive, manifest),
            libraries,
            bootVersion,
            profile: options.profile,
            overrides: { env: options.env ?? {}, properties: options.properties ?? {} },
        });
        await checkContents(archive);
        return {
            path,
            fileName: (0,external_node_path_.basename)(path),
            ...(await hashFile(path)),
            contentSha256: await contentHash(archive),
            mainClass,
            startClass,
            javaVersion: requiredJavaVersion(ownJava, bootVersion),
            bootVersion,
            configuration,
        };
    });
}
/** Whether an archive is laid out for a servlet container, whatever its name. */
function isWar(archive) {
    return archive.entries.some(({ name }) => name.startsWith('WEB-INF/'));
}
/** File names of the libraries. In a jar with everything unpacked into it, the actuator shows by its class. */
function librariesOf(archive, manifest) {
    const folders = manifest.libraryFolders;
    const names = archive.entries.map((e) => e.name);
    const isLibrary = (name) => name.endsWith('.jar') && folders.some((folder) => name.startsWith(folder));
    if (folders.length > 0)
        return names.filter(isLibrary).map((name) => (0,external_node_path_.basename)(name));
    const actuator = names.some((n) => /^org\/springframework\/boot\/(?:.+\/)?HealthEndpoint\.class$/.test(n));
    return actuator ? ['spring-boot-actuator-unpacked'] : [];
}
function bootVersionOf(libraries) {
    return libraries.map((name) => /^spring-boot-(\d.*)\.jar$/.exec(name)?.[1]).find((version) => version !== undefined);
}
async function configurationFiles(archive, manifest) {
    const files = [];
    for (const entry of archive.entries) {
        if (!entry.name.startsWith(manifest.classesFolder))
            continue;
        const name = entry.name.slice(manifest.classesFolder.length);
        if (!isConfigurationFile(name))
            continue;
        const bytes = await readEntry(archive, entry.name, mebibyte);
        // Properties files are Latin-1 by definition (java.util.Properties); the keys read here are ASCII.
        if (bytes !== undefined)
            files.push({ name, text: bytes.toString(name.endsWith('.properties') ? 'latin1' : 'utf8') });
    }
    return files;
}
/** Of the entry class; where it lies elsewhere, the highest of the application's own classes; else what built the jar. */
async function javaVersionOf(archive, manifest, className) {
    const name = classEntryName(manifest.classesFolder, className);
    const own = archive.entries.filter((e) => e.name.startsWith(manifest.classesFolder) && /(?<!module-info)\.class$/.test(e.name));
    const entryClass = own.filter((e) => e.name === name);
    // META-INF/versions holds variants for newer Java, which older ones pass over.
    const candidates = entryClass.length > 0 ? entryClass : own.filter((e) => !e.name.includes('META-INF/versions/'));
    let highest;
    for (const entry of candidates) {
        for await (const chunk of contents(archive, entry)) {
            const version = javaVersionOfClass(chunk);
            if (version !== undefined)
                highest = Math.max(highest ?? 0, version);
            break;
        }
    }
    return highest ?? javaVersionOfSpec(manifest.buildJdk);
}
function javaVersionOfSpec(spec) {
    const version = Number(spec?.replace(/^1\./, ''));
    return Number.isInteger(version) && version > 0 ? version : undefined;
}

// EXTERNAL MODULE: ./.build/lib/release/release.js
var release = __webpack_require__(85369);
// EXTERNAL MODULE: ./.build/lib/settings/app-name.js
var settings_app_name = __webpack_require__(89517);
// EXTERNAL MODULE: ./.build/lib/settings/files.js
var settings_files = __webpack_require__(58477);
// EXTERNAL MODULE: ./.build/lib/settings/private-paths.js
var private_paths = __webpack_require__(19592);
;// CONCATENATED MODULE: ./.build/lib/deployment/files.js




/** These files are sent with every release, and held in memory. */
const most = 10_000_000;
/** Reads the files to mount, named by their place. Throws `Failures` of `FILE_UNREADABLE` and `FILE_TOO_LARGE`, all of them. */
async function readFiles(files, folder) {
    const failures = [];
    const found = [];
    for (const [index, { source, container }] of files.entries()) {
        const path = (0,external_node_path_.resolve)(folder, source);
        try {
            const { size: bytes } = await plainFile(path);
            if (bytes > most) {
                failures.push((0,failure/* failure */.V2)('FILE_TOO_LARGE', { path: source, megabytes: (bytes / 1e6).toFixed(1) }));
                continue;
            }
            const sha256 = (0,external_node_crypto_.createHash)('sha256')
                .update(await (0,promises_.readFile)(path))
                .digest('hex');
            found.push({ name: String(index + 1), container, source: path, bytes, sha256 });
        }
        catch (error) {
            const detail = error instanceof Error ? error.message : String(error);
            failures.push((0,failure/* failure */.V2)('FILE_UNREADABLE', { path: source, detail }, { cause: error }));
        }
    }
    if (failures.length > 0)
        throw new failure/* Failures */.oo(failures);
    return found;
}
/** Of anything else a read may never end. */
async function plainFile(path) {
    const found = await (0,promises_.stat)(path);
    if (!found.isFile())
        throw new Error('not a plain file');
    return found;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./.build/lib/deployment/folder.js





/**
 * All plain files below a folder, sorted. Links are not followed, so that nothing outside of it is sent. `wanted` tells of
 * each entry by its path whether it, or what is below it, counts. Throws what `readdir` and `lstat` throw.
 */
async function findFiles(folder, wanted) {
    const files = [];
    for (const path of (await filesBelow(folder, '', wanted)).toSorted()) {
        const source = (0,external_node_path_.join)(folder, path);
        const found = await (0,promises_.lstat)(source);
        // Windows has no modes; what git would have is what builds elsewhere have.
        const mode = process.platform === 'win32' ? 0o644 : found.mode & 0o777;
        files.push({ path, source, mode, bytes: found.size });
    }
    return files;
}
/** The same files with the SHA-256 of each. */
async function hashFiles(files) {
    const hashed = [];
    for (const file of files) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file.source), hash);
        hashed.push({ ...file, sha256: hash.digest('hex') });
    }
    return hashed;
}
/** Not by `readdir` alone: its `recursive` goes into folders that are linked, and would send what lies outside. */
async function filesBelow(folder, prefix, wanted) {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(folder, prefix), { withFileTypes: true });
    const found = await Promise.all(entries.map((entry) => {
        const path = `${prefix}${entry.name}`;
        if (!wanted(path))
            return [];
        if (entry.isDirectory())
            return filesBelow(folder, `${path}/`, wanted);
        return entry.isFile() ? [path] : [];
    }));
    return found.flat();
}

// EXTERNAL MODULE: ./.build/lib/server/space.js
var space = __webpack_require__(73022);
;// CONCATENATED MODULE: ./.build/lib/deployment/static-site.js






/** A front end is far smaller; a folder that was named by mistake is not. */
const static_site_most = { files: 20_000, bytes: 2_000_000_000 };
/**
 * Reads the folder of a static site; undefined where none is wanted. `workspace` is what its path counts from.
 * Throws `STATIC_SITE_UNREADABLE`, `_NO_INDEX`, `_NOT_BUILT`, `_TOO_LARGE`.
 */
async function readStaticSite(settings, workspace) {
    if (settings === undefined)
        return undefined;
    const { folder: given, path, fallback } = settings;
    const folder = (0,external_node_path_.resolve)(workspace, given);
    const top = await readingOf(given, () => (0,promises_.readdir)(folder));
    if (!top.includes('index.html')) {
        const built = ['dist', 'build', 'out'].filter((name) => top.includes(name)).map((name) => `${given}/${name}`);
        throw (0,failure/* failure */.V2)('STATIC_SITE_NO_INDEX', { folder: given, built: built[0] ?? `${given}/dist` });
    }
    // Vite keeps its index.html beside the sources: all of them, and what they depend on, would be public.
    const sources = ['package.json', 'node_modules'].find((name) => top.includes(name));
    if (sources !== undefined)
        throw (0,failure/* failure */.V2)('STATIC_SITE_NOT_BUILT', { folder: given, sources });
    const found = await readingOf(given, () => findFiles(folder, isPublic));
    const bytes = found.reduce((sum, file) => sum + file.bytes, 0);
    if (found.length > static_site_most.files || bytes > static_site_most.bytes) {
        throw (0,failure/* failure */.V2)('STATIC_SITE_TOO_LARGE', {
            folder: given,
            files: found.length,
            bytes: (0,space/* formatBytes */.z3)(bytes),
            mostFiles: static_site_most.files,
            mostBytes: (0,space/* formatBytes */.z3)(static_site_most.bytes),
        });
    }
    const files = await readingOf(given, () => hashFiles(found));
    return { files, bytes, sha256: hashOf(path, files), path, fallback };
}
/** What begins with a dot (`.env`, `.git`, `.DS_Store`) is nobody's to read, but for what a standard puts there. */
function isPublic(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return !name.startsWith('.') || path === '.well-known';
}
function hashOf(path, files) {
    const content = [path, files.map((file) => [file.path, file.sha256])];
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(content)).digest('hex');
}
async function readingOf(folder, work) {
    try {
        return await work();
    }
    catch (error) {
        const detail = error.code ?? String(error);
        throw (0,failure/* failure */.V2)('STATIC_SITE_UNREADABLE', { folder, detail }, { cause: error });
    }
}

// EXTERNAL MODULE: ./.build/lib/deployment/variables.js
var variables = __webpack_require__(43497);
// EXTERNAL MODULE: ./.build/lib/deployment/volumes.js
var deployment_volumes = __webpack_require__(16079);
;// CONCATENATED MODULE: ./.build/lib/deployment/project.js

















/** Reads everything on the runner that a deploy needs. Throws `Failures` with all that is wrong with it. */
async function readProject(settings, folder) {
    const { image, site } = settings;
    const [jarPath, text, context, files, staticSite] = await (0,failure/* gather */.kg)([
        findJar(settings.jar, folder),
        image.dockerfile === undefined ? Promise.resolve(undefined) : loadDockerfile((0,external_node_path_.resolve)(folder, image.dockerfile)),
        image.context === undefined ? Promise.resolve([]) : readContext((0,external_node_path_.resolve)(folder, image.context)),
        readFiles(settings.container.files, folder),
        readStaticSite(site.staticSite, folder),
    ]);
    const dockerfile = readOwnDockerfile(settings, text, jarPath, context);
    const profile = activeProfile(settings, dockerfile);
    const env = (0,variables/* variablesForJar */.E)(settings.container);
    const jar = await readJar(jarPath, {
        profile,
        env: { ...dockerfile?.environment, ...env },
        properties: dockerfile?.properties ?? (0,java_options/* propertiesOfEnvironment */.aX)(env),
    });
    const app = settings.app ?? (0,app_name/* appNameOfJar */.f)(jar.fileName);
    const given = settings.container.volumes;
    const places = { applications: [(0,release/* applicationDirectory */.gZ)(app)] };
    const misplaced = given === undefined
        ? (0,settings_files/* besideVolumes */.E)(files, (0,deployment_volumes/* defaultVolumes */.Ry)(app))
        : given.flatMap((volume) => {
            const opened = (0,private_paths/* openedBy */.p)(volume, places);
            return opened === undefined ? [] : [(0,failure/* failure */.V2)('VOLUME_PRIVATE', { path: volume.host, opened })];
        });
    if (misplaced.length > 0)
        throw new failure/* Failures */.oo(misplaced);
    return {
        app,
        image: (0,settings_app_name/* imageNameOf */.mi)(app),
        jar,
        dockerfile,
        baseImages: dockerfile?.baseImages ?? [settings.image.baseImage ?? (0,base_image/* defaultBaseImage */.qS)(jar.javaVersion)],
        context,
        staticSite,
        files,
        profile,
    };
}
function readOwnDockerfile({ image, container }, text, jarPath, context) {
    if (text === undefined)
        return undefined;
    return {
        text,
        ...readDockerfile(text, {
            path: image.dockerfile ?? '',
            buildArgs: Object.fromEntries(image.buildArgs.map(({ name, value }) => [name, value])),
            jarFileName: external_node_path_.posix.basename(jarPath.split(external_node_path_.sep).join('/')),
            contextFiles: context.map((file) => file.path),
            variables: (0,variables/* variablesForJar */.E)(container),
        }),
    };
}
/** A profile given beside a Dockerfile that sets it itself would silently lose: the command line ranks above everything. */
function activeProfile(settings, dockerfile) {
    const given = settings.container.profile;
    if (dockerfile?.profileFrom === undefined)
        return given;
    if (given !== undefined)
        throw (0,failure/* failure */.V2)('PROFILE_SET_TWICE', { dockerfile: dockerfile.profile ?? '?', input: given });
    return dockerfile.profile;
}
/** All files of a context; links are followed by docker build on the server as little as here: not at all. */
async function readContext(folder) {
    try {
        // `.git` is a folder in a clone, a file in a submodule or a worktree.
        return await hashFiles(await findFiles(folder, (path) => path !== '.git'));
    }
    catch (error) {
        throw (0,failure/* failure */.V2)('CONTEXT_UNREADABLE', { folder, detail: error.code ?? String(error) }, { cause: error });
    }
}

// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/nginx/configuration.js
var configuration = __webpack_require__(52731);
// EXTERNAL MODULE: ./.build/lib/nginx/syntax-error.js
var syntax_error = __webpack_require__(15101);
// EXTERNAL MODULE: ./.build/lib/resources/docker-engine.js + 2 modules
var docker_engine = __webpack_require__(39754);
// EXTERNAL MODULE: ./.build/lib/resources/packages/packages.js + 5 modules
var packages_packages = __webpack_require__(54304);
// EXTERNAL MODULE: ./.build/lib/engine/survey.js
var survey = __webpack_require__(29719);
// EXTERNAL MODULE: ./.build/lib/nginx/patience.js
var patience = __webpack_require__(71018);
// EXTERNAL MODULE: ./.build/lib/survey/nginx.js + 4 modules
var nginx = __webpack_require__(5022);
;// CONCATENATED MODULE: ./.build/lib/survey/certificates.js


// Directives are told apart by what ends them, since a block may stand on one line; relative paths count from the folder
// of the main file (ngx_http_ssl_module). What else is printed there names no file.
const script = `
{
  (
    ${nginx/* findNginx */.eH}
    dump=$(${patience/* patiently */.d_} "$program" "$@" -T 2>/dev/null)
    folder=$(printf '%s\\n' "$dump" | sed -n 's/^# configuration file \\(.*\\)\\/[^/]*:$/\\1/p' | head -n 1)
    printf '%s\\n' "$dump" | tr ';{}' '\\n\\n\\n' |
      sed -nE "s/^[[:space:]]*ssl_certificate(_key)?[[:space:]]+[\\"']?([^\\"']*[^\\"'[:space:]])[\\"']?[[:space:]]*$/\\2/p" |
      while IFS= read -r path; do case $path in /*) echo "$path" ;; *) echo "$folder/$path" ;; esac; done
  )
  find /etc/nginx/ssl -type f \\( -name '*.crt' -o -name '*.pem' -o -name '*.key' \\) -size -64k 2>/dev/null
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
/** Asks for the certificates that the server has. */
const certificatesProbe = { script, read: readCertificates };
/** Reads the probe's lines: what it is, its path, its text, both in base64. */
function readCertificates(output) {
    const files = [...output.matchAll(/^(certificate|key) (\S+) (\S*)$/gm)].map(([, kind, path, text]) => ({
        kind,
        path: Buffer.from(path ?? '', 'base64').toString('utf8'),
        text: Buffer.from(text ?? '', 'base64').toString('utf8'),
    }));
    return {
        certificates: files.filter((file) => file.kind === 'certificate').map(({ path, text }) => ({ path, text })),
        keys: files.filter((file) => file.kind === 'key').map(({ path, text }) => ({ path, publicKey: text })),
    };
}

// EXTERNAL MODULE: ./.build/lib/survey/container-list.js
var container_list = __webpack_require__(25771);
// EXTERNAL MODULE: ./.build/lib/server/quote.js
var quote = __webpack_require__(76148);
;// CONCATENATED MODULE: ./.build/lib/survey/containers.js



// The environment is left out on purpose: it holds secrets, and nothing here needs it.
const format = `{"id":{{json .Id}},"name":{{json .Name}},"image":{{json .Image}},"labels":{{json .Config.Labels}},\
"status":{{json .State.Status}},"exitCode":{{json .State.ExitCode}},"outOfMemory":{{json .State.OOMKilled}},\
"restarts":{{json .RestartCount}},"restartPolicy":"{{with .HostConfig.RestartPolicy}}{{.Name}}{{if .MaximumRetryCount}}:{{.MaximumRetryCount}}{{end}}{{end}}",\
"networkMode":{{json .HostConfig.NetworkMode}},"ports":{{json .HostConfig.PortBindings}},"pid":{{json .State.Pid}}}`;
/** Asks for the containers of an application, by label or by a record, and for the one that bears its name. */
function containersProbe(app, image) {
    return {
        script: `
${container_list/* containers */.l}
ids=$( { find ${(0,quote/* quote */.h)((0,release/* applicationDirectory */.gZ)(app))}/releases/*/container -maxdepth 0 -type f -exec awk 1 {} + 2>/dev/null; containers; } |
  awk -F '\\t' -v name=${(0,quote/* quote */.h)(image)} -v app=${(0,quote/* quote */.h)(JSON.stringify(app))} 'NF < 2 { recorded[$1] = 1; next } $1 in recorded || $2 == name || $4 == app { print $1 }' | sort -u)
[ -n "$ids" ] || exit 0
docker inspect --format ${(0,quote/* quote */.h)(format)} $ids | while IFS= read -r line; do
  pid=\${line##*\\"pid\\":}; pid=\${pid%\\}}
  rss=$(sed -n 's/^VmRSS:[^0-9]*\\([0-9]*\\) kB/\\1/p' "/proc/$pid/status" 2>/dev/null)
  printf '%s %s\\n' "\${rss:-0}" "$line"
done`,
        read: readContainers,
    };
}
/** Reads a line a container: resident kilobytes, then JSON. */
function readContainers(output) {
    return output
        .split('\n')
        .filter(Boolean)
        .map((line) => {
        const space = line.indexOf(' ');
        const inspected = JSON.parse(line.slice(space + 1));
        const bindings = Object.values(inspected.ports ?? {}).flatMap((of) => of ?? []);
        return {
            ...inspected,
            name: inspected.name.replace(/^\//, ''),
            labels: inspected.labels ?? {},
            memory: Number(line.slice(0, space)) * 1024,
            ports: bindings.map(({ HostPort }) => Number(HostPort)).filter((port) => port > 0),
        };
    });
}

// EXTERNAL MODULE: ./.build/lib/server/strangers.js
var server_strangers = __webpack_require__(81539);
;// CONCATENATED MODULE: ./.build/lib/survey/docker.js

// A snap's client is on no PATH, nor is one of /usr/local where another user can change a program there (script-text.ts).
// podman-docker's client is a script that calls podman; its answers are not those of docker, and come with words of its
// own on standard error.
const docker_script = `
[ -f /etc/docker/daemon.json ] && echo "daemon $(base64 -w0 </etc/docker/daemon.json)"
for client in "$(type -P docker)" /usr/local/bin/docker /snap/bin/docker missing; do [ ! -x "$client" ] || break; done
[ "$client" != missing ] || { echo missing; exit; }
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
fi`;
/** Asks for the Docker Engine. */
const dockerProbe = { script: docker_script, read: readDocker };
/** Reads the probe's lines: a word, then its value. */
function readDocker(output) {
    const value = (word) => new RegExp(`^${word} (.*)$`, 'm').exec(output)?.[1];
    const daemon = value('daemon');
    const daemonJson = daemon === undefined ? undefined : Buffer.from(daemon, 'base64').toString('utf8');
    const client = value('client');
    if (client === undefined)
        return { state: 'missing', daemonJson };
    const podman = value('podman') === 'yes';
    const [version, info] = [parse(value('version')), parse(value('info'))];
    if (version === undefined || info === undefined) {
        const strangers = (0,server_strangers/* readStrangers */.E)(output.replace(/^stranger /gm, ''));
        return { state: 'stopped', client, podman, detail: value('detail') ?? '', daemonJson, strangers };
    }
    return {
        state: 'running',
        client,
        version: version.Version ?? '',
        podman: podman || (version.Components?.some((component) => /podman/i.test(component.Name ?? '')) ?? false),
        rootless: info.SecurityOptions?.some((option) => option.includes('rootless')) ?? false,
        rootDirectory: info.DockerRootDir ?? '/var/lib/docker',
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
// EXTERNAL MODULE: ./.build/lib/survey/hand-made-probe.js
var hand_made_probe = __webpack_require__(73539);
// EXTERNAL MODULE: ./.build/lib/release/labels.js
var release_labels = __webpack_require__(10509);
;// CONCATENATED MODULE: ./.build/lib/survey/images.js



const images_format = `{"id":{{json .Id}},"labels":{{json .Config.Labels}},"tags":{{json .RepoTags}}}`;
/** Asks for all images that bear an application's image name, whoever made them. */
function imagesProbe(image) {
    return {
        script: `${container_list/* containers */.l}
docker image ls -q --no-trunc ${(0,quote/* quote */.h)(image)} | sort -u | xargs -r docker image inspect --format ${(0,quote/* quote */.h)(images_format)}
containers | cut -f 1 | xargs -r docker container inspect --format 'on {{.Image}} {{.Id}}'`,
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
/**
 * Asks for the containers that a build which was cut short left: of an image in the middle of a build (it has the build's
 * label, and none of a release), made by its id and not by a name, and at a standstill. Only the classic builder makes such.
 */
function buildLeftoversProbe(app) {
    const release = `{{with index .Config.Labels ${JSON.stringify(release_labels/* label */.P.release)}}}{{.}}{{else}}-{{end}}`;
    return {
        script: `${container_list/* containers */.l}
containers | awk -F '\\t' -v app=${(0,quote/* quote */.h)(JSON.stringify(app))} '$5 == app {print $1}' |
  xargs -r docker container inspect --format ${(0,quote/* quote */.h)(`{{.Id}} {{.Config.Image}} ${release} {{.State.Status}}`)}`,
        read: (output) => [...output.matchAll(/^(\S+) sha256:[0-9a-f]{64} - (?:created|exited|dead)$/gm)].map(([, id = '']) => id),
    };
}

// EXTERNAL MODULE: ./.build/lib/survey/listeners.js
var listeners = __webpack_require__(16572);
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

// EXTERNAL MODULE: ./.build/lib/release/adopted.js
var release_adopted = __webpack_require__(32047);
;// CONCATENATED MODULE: ./.build/lib/survey/writers.js

// What `current` leads to is in `releases`, or is not ours.
const ofRoot = private_paths/* privateNames */.o.filter((name) => name !== 'current');
/**
 * Bash function `writers FOLDER ID...`: of these containers, running or not, those that mount the application's FOLDER, a
 * folder above it, or something of root's in it, to be written; `CONTAINER SOURCE`, the source in base64. What such a
 * container leaves there is root's by its number (design rule 16). Links are followed; a named volume may stand for a
 * folder of the server.
 *
 * A mount of `/` is left out: who set that up (an agent of a panel) made the container root of the whole server, and no
 * folder here makes it more.
 */
const writers = `writers() {
  local own name source real place at found
  local -a names=() sources=() volumes=() places=()
  local -A devices=()
  own=$(readlink -m -- "$1"); shift
  [ "$#" -gt 0 ] || return 0
  while IFS= read -r -d '' name && IFS= read -r -d '' source; do
    # Docker ends each container's line with a line break.
    names+=("\${name##*/}") sources+=("$source")
    case $source in /*) ;; *) volumes+=("$source") ;; esac
  done < <(docker container inspect --format '{{$name := .Name}}{{range .Mounts}}{{if .RW}}{{if eq .Type "bind"}}{{printf "%s\\x00%s\\x00" $name .Source}}{{else if eq .Type "volume"}}{{printf "%s\\x00%s\\x00" $name .Name}}{{end}}{{end}}{{end}}' "$@" 2>/dev/null)
  if [ "\${#volumes[@]}" -gt 0 ]; then
    while IFS= read -r -d '' name && IFS= read -r -d '' source; do
      devices[\${name##*$'\\n'}]=$source
    done < <(docker volume inspect --format '{{$name := .Name}}{{with .Options}}{{with .device}}{{printf "%s\\x00%s\\x00" $name .}}{{end}}{{end}}' \${volumes[@]+"\${volumes[@]}"} 2>/dev/null)
  fi
  [ "\${#names[@]}" -gt 0 ] || return 0
  for place in ${ofRoot.join(' ')}; do places+=("$(readlink -m -- "$own/$place")"); done
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
    const [container = '', source = ''] = line.split(' ');
    return { container, source: Buffer.from(source, 'base64').toString('utf8') };
}

;// CONCATENATED MODULE: ./.build/lib/survey/releases.js


/** Reads the probe's lines. */
function readReleases(output, app = '') {
    const values = (word) => [...output.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map((m) => m[1] ?? '');
    const known = knownIn(values);
    const [adopted] = values('adopted');
    const record = adopted === undefined ? undefined : readRecord(adopted);
    const strange = adopted !== undefined && record === undefined ? [(0,release_adopted/* adoptedFile */.ST)(app)] : [];
    const found = {
        current: undefined,
        unrecorded: false,
        environmentSha256: undefined,
        fileSha256: new Map(),
        recorded: values('recorded').toSorted(),
        orphans: values('orphan').toSorted(),
        containers: new Map(values('container').map((line) => parted(line))),
        // The path comes last: a Dockerfile may put the jar where there is a space in the name.
        jars: new Map(values('jar').map((line) => parted(line))),
        statics: values('static').map((line) => {
            const [sha256 = '', ...releases] = line.trim().split(' ');
            return { sha256, releases };
        }),
        adopted: record,
        recordedPorts: values('port').map(Number),
        halfDone: values('half-done').length > 0,
        emptyIncoming: values('empty-incoming').length > 0,
        underWay: values('under-way')[0],
        taken: [...values('taken').map(decode), ...strange],
        writers: values('writer').map(readWriter),
        applications: values('application').map(decode),
        known,
    };
    const [current = ''] = values('current');
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
function knownIn(values) {
    const environments = new Map(values('env').map((line) => parted(line)));
    const files = values('file').map((line) => line.split(' '));
    return new Map(values('known').flatMap((line) => {
        const [id, base64] = parted(line);
        const release = readRelease(base64);
        if (release === undefined)
            return [];
        const fileSha256 = new Map(files.flatMap(([of, name = '', sha256 = '']) => (of === id ? [[name, sha256]] : [])));
        return [[id, { release, environmentSha256: environments.get(id), fileSha256 }]];
    }));
}
/** A line's first word, and the rest. */
function parted(line) {
    const space = line.indexOf(' ');
    return space === -1 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
}
function decode(base64 = '') {
    return Buffer.from(base64, 'base64').toString('utf8');
}
/** Settings of a container that earlier versions did not have, or JSON left out. */
const unknownBefore = {
    carried: [],
    files: [],
    networks: [],
    memory: undefined,
    adoptedEnvironment: [],
    user: undefined,
};
function readRelease(base64) {
    const record = readRecord(base64);
    return record && { ...record, container: { ...unknownBefore, ...record.container } };
}
/** A record that another version wrote in another form counts as none: the deploy writes a new one. */
function readRecord(base64) {
    try {
        const record = JSON.parse(decode(base64));
        return record.format === 1 ? record : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./.build/lib/release/marker.js
var marker = __webpack_require__(56492);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
;// CONCATENATED MODULE: ./.build/lib/survey/strangers.js




const certificates = (domain) => `/etc/nginx/ssl/${domain}`;
/** Asks what other users can change of the folders of an application, its domain and its `volumes`. */
function strangersProbe(app, domain, volumes) {
    const own = (0,release/* applicationDirectory */.gZ)(app);
    return {
        script: `
tell() { printf '%s %s\\n' "$1" "$(strangers "\${@:2}" | base64 -w0)"; }
tell application ${applicationPaths(app)} ${(0,quote/* quote */.h)(own)}/releases/* ${(0,quote/* quote */.h)((0,release/* staticDirectory */.oO)(app))}/*
mistaken() { printf 'mistaken %s\\n' "$(printf %s "$1" | base64 -w0)"; }
# A link may have been put there while the folder was another user's: root would write to where it leads.
for path in ${[(0,release/* deployLog */.Wk)(app), (0,release/* keptFile */.hr)(app)].map(quote/* quote */.h).join(' ')}; do
  [ ! -L "$path" ] && { [ -f "$path" ] || [ ! -e "$path" ]; } || mistaken "$path"
done
path=${(0,quote/* quote */.h)((0,release/* carriedDirectory */.kx)(app))}
[ ! -L "$path" ] && { [ -d "$path" ] || [ ! -e "$path" ]; } || mistaken "$path"
tell certificates ${(0,quote/* quote */.h)(certificates(domain))} ${(0,quote/* quote */.h)(certificates(domain))}/*
tell engine /etc/docker/daemon.json
for path in ${volumes.map(quote/* quote */.h).join(' ')}; do tell "volume:$(printf %s "$path" | base64 -w0)" "$path"; done
true`,
        read: readSurveyed,
    };
}
/** Bash words: the files and folders of an application that scripts read and obey. */
function applicationPaths(app) {
    const own = (0,release/* applicationDirectory */.gZ)(app);
    const releases = `${own}/releases`;
    return [releases, `${releases}/.incoming`, (0,release/* staticDirectory */.oO)(app), `${own}/current`]
        .concat((0,release_adopted/* adoptedFile */.ST)(app), (0,release_adopted/* adoptedEnvironmentFile */.zU)(app), (0,release/* deployLog */.Wk)(app), (0,release/* carriedDirectory */.kx)(app), (0,release/* keptFile */.hr)(app))
        .map(quote/* quote */.h)
        .join(' ');
}
/** Reads the probe's lines: of what, then what the bash function `strangers` printed, in base64. */
function readSurveyed(output) {
    const decode = (word = '') => Buffer.from(word, 'base64').toString('utf8');
    const lines = [...output.matchAll(/^(\S+) (\S*)$/gm)].map(([, of = '', found]) => ({
        of,
        strangers: (0,server_strangers/* readStrangers */.E)(decode(found)),
    }));
    const named = (of) => lines.find((line) => line.of === of)?.strangers ?? [];
    return {
        application: named('application'),
        mistaken: [...output.matchAll(/^mistaken (\S+)$/gm)].map(([, path]) => decode(path)),
        certificates: named('certificates'),
        engine: named('engine'),
        volumes: new Map(lines
            .filter(({ of }) => of.startsWith('volume:'))
            .map(({ of, strangers }) => [decode(of.slice('volume:'.length)), strangers])),
    };
}

;// CONCATENATED MODULE: ./.build/lib/survey/releases-probe.js









// What others may have put there is told as `taken`, and nothing of it is read.
const releases_probe_script = (app) => `
lock=${(0,quote/* quote */.h)((0,lock_script/* applicationLock */.c_)(app.toLowerCase()))}
# The file is only looked at: a plan writes nothing.
if [ -f "$lock" ] && ! flock -n "$lock" true; then
  echo "under-way $(sed -n 's/.*"who":"\\([^"]*\\)".*"runUrl":"\\([^"]*\\)".*/\\1 \\2/p' "\${lock%.lock}.holder" | head -n 1)"
fi
${(0,marker/* ourFolders */.Cf)(app)}
${writers}
encode() { printf %s "$1" | base64 -w0; }
${container_list/* containers */.l}
there=$(containers | cut -f 1)
root=${(0,quote/* quote */.h)((0,release/* applicationDirectory */.gZ)(app))} current=
for path in /docker /docker/app "$root" "$root/releases" "$root/static"; do
  [ -d "$path" ] || { [ ! -e "$path" ] && [ ! -L "$path" ]; } || echo "taken $(encode "$path")"
done
for marker in /docker/app/*/releases/*/${marker/* markerFile */.bx}; do
  [ -f "$marker" ] && readlink -f "$(dirname "$(dirname "$(dirname "$marker")")")"
done | sort -u | while IFS= read -r path; do echo "application $(encode "$path")"; done
writing=$(writers "$root" $there)
[ -z "$writing" ] || printf '%s\\n' "$writing" | sed 's/^/writer /'
# Of a folder that another user or a container can change nothing is read (a named pipe would never end); the run is refused.
[ -z "$writing" ] && [ -z "$(strangers ${applicationPaths(app)})" ] && cd "$root" 2>/dev/null && {
  if [ -e current ] || [ -L current ]; then
    current=$(readlink current) && [[ $current =~ ^releases/${release/* releaseIdForm */.Ns}$ ]] || echo "taken $(encode "$root/current")"
  fi
  current=\${current#releases/}
  for folder in releases/*/; do
    [ -d "$folder" ] || continue
    folder=\${folder%/}; id=\${folder##*/}
    [[ $id =~ ^${release/* releaseIdForm */.Ns}$ ]] || continue
    is_ours "$folder" || { echo "taken $(encode "$root/$folder")"; continue; }
    record=planned.json
    if [ -f "$folder/release.json" ]; then echo "recorded $id"; record=release.json; else echo "orphan $id"; fi
    container=
    [ -f "$folder/container" ] && container=$(cat "$folder/container") && echo "container $id $container"
    [ -f "$folder/jar.sha256" ] && read -r hash jar <"$folder/jar.sha256" && [ -f "$folder/build/$jar" ] && echo "jar $hash $root/$folder/build/$jar"
    [ -s "$folder/switch/journal" ] && ! grep -Eq '^[0-9.]+ outcome ' "$folder/switch/journal" && echo "half-done $id"
    [ "$id" = "$current" ] || { [ -n "$container" ] && printf '%s\\n' "$there" | grep -qxF "$container"; } || continue
    [ -f "$folder/$record" ] || continue
    echo "known $id $(base64 -w0 <"$folder/$record")"
    [ -f "$folder/env" ] && echo "env $id $(sha256sum <"$folder/env" | cut -d' ' -f1)"
    for file in "$folder/files"/*; do
      [ -f "$file" ] && echo "file $id \${file##*/} $(sha256sum <"$file" | cut -d' ' -f1)"
    done
  done
  [ -d releases/.incoming ] && [ -z "$(ls -A releases/.incoming)" ] && echo 'empty-incoming yes'
  for folder in static/*/; do
    [ -d "$folder" ] || continue
    folder=\${folder%/}; sha256=\${folder##*/}
    [[ $sha256 =~ ^[0-9a-f]{64}$ ]] || continue
    is_ours "$folder" || { echo "taken $(encode "$root/$folder")"; continue; }
    echo "static $sha256 $(grep -lF -D skip "/static/$sha256/" releases/*/release.json releases/*/planned.json 2>/dev/null | cut -d/ -f2 | sort -u | tr '\\n' ' ')"
  done
  { [ ! -e adopted.env ] && [ ! -L adopted.env ]; } || { [ -f adopted.env ] && [ "$(head -n 1 adopted.env)" = ${(0,quote/* quote */.h)(release_adopted/* adoptedEnvironmentMark */.ik)} ]; } ||
    echo "taken $(encode "$root/adopted.env")"
  [ -f adopted.json ] && echo "adopted $(base64 -w0 <adopted.json)"
  printf 'current %s\\n' "$current"
}
find /docker/app/*/releases/*/{release,planned}.json -maxdepth 0 -type f -print0 2>/dev/null |
  xargs -0 -r sed -n 's/.*"loopbackPort": *\\([0-9]*\\).*/port \\1/p'
true`;
/** Asks what releases of an application the server has. */
function releasesProbe(app) {
    return { script: releases_probe_script(app), read: (output) => readReleases(output, app) };
}

// EXTERNAL MODULE: ./.build/lib/survey/selinux.js
var selinux = __webpack_require__(17911);
;// CONCATENATED MODULE: ./.build/lib/survey/storage.js




/**
 * Asks for the state of `folders`, of those that the application's containers mount or that an earlier one, set up by
 * hand, mounted; and for the space of the local file systems.
 */
function storageProbe(folders, { app, image }) {
    return {
        script: `
${container_list/* containers */.l}
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
    exists=yes owner=$(stat -c '%u %g' "$path")
    [ -z "$(ls -A "$path" 2>/dev/null)" ] || content=full
  fi
  printf '%s\\0' folder "$path" "$(readlink -m "$path")" $exists $owner $content
  variants "$path"
}
shopt -s dotglob nullglob
for path in ${folders.map(quote/* quote */.h).join(' ')}; do tell "$path"; done
while IFS= read -r path; do case $path in /*) tell "$path" ;; esac; done < <(
  containers | awk -F '\\t' -v name=${(0,quote/* quote */.h)(image)} -v app=${(0,quote/* quote */.h)(JSON.stringify(app))} 'tolower($2) == name || $4 == app {print $1}' |
    xargs -r docker container inspect --format '{{range .Mounts}}{{if eq .Type "bind"}}{{println .Source}}{{end}}{{end}}'
  [ ! -f ${(0,quote/* quote */.h)((0,release_adopted/* adoptedFile */.ST)(app))} ] || [ -n "$(strangers ${(0,quote/* quote */.h)((0,release_adopted/* adoptedFile */.ST)(app))})" ] || sed -n 's/^ *"host": "\\(\\/.*\\)",*$/\\1/p' ${(0,quote/* quote */.h)((0,release_adopted/* adoptedFile */.ST)(app))}
)
printf 'space\\0'
df -l -B1 --output=target,avail`,
        read: readStorage,
    };
}
/** Reads the probe's records, each ended by NUL: what it is, then its values, a folder's variants after it; last df's table. */
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
function probes(project, domain, volumes) {
    return {
        system: system/* systemProbe */.gw,
        docker: dockerProbe,
        nginx: (0,nginx/* nginxProbe */.nE)(project.app, domain),
        listeners: listeners/* listenersProbe */.u_,
        containers: containersProbe(project.app, project.image),
        handMade: (0,hand_made_probe/* handMadeProbe */.Ru)(project.app, project.image),
        images: imagesProbe(project.image),
        buildLeftovers: buildLeftoversProbe(project.app),
        networks: networksProbe,
        releases: releasesProbe(project.app),
        storage: storageProbe(volumes.map((volume) => volume.host), project),
        strangers: strangersProbe(project.app, domain, volumes.map((volume) => volume.host)),
        certificates: certificatesProbe,
        firewall: firewall/* firewallProbe */.jj,
        selinux: selinux/* selinuxProbe */.Hx,
        // Right before: what is written after it was looked at is told by its time.
        time: timeProbe,
        written: (0,written_files/* writtenFilesProbe */.$Q)(project, volumes),
    };
}
/** Surveys the server for a deployment of `project`; what nginx serves is its current release. */
async function surveyDeployment(server, project, domain, volumes) {
    const found = await (0,survey/* survey */.Fr)(server, probes(project, domain, volumes), container_list/* listContainersOnce */.q);
    return { ...found, releases: whatServes(found.releases, (0,nginx/* servedRelease */.h)(found.nginx)) };
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./.build/lib/nginx/hide-complaint.js
var hide_complaint = __webpack_require__(80113);
;// CONCATENATED MODULE: ./.build/lib/survey/refusals.js




/** Kinds of server that cannot be worked with, each with its cure (design rule 9). */
function refusals(docker, nginx, baseImages) {
    return [...dockerRefusals(docker, baseImages), ...nginxRefusals(nginx)];
}
/**
 * Programs that root would run and folders that root would write to, where another user of the server or a container can
 * change them (design rule 16). `folder` is the application's.
 */
function distrusted({ system, docker, nginx, strangers, releases, }, folder) {
    // Where daemon.json gets a mirror (docker-engine.ts).
    const mirror = system.tencentInstance !== undefined && !(docker.state === 'running' && docker.registryMirrors.length > 0);
    return [
        ...(docker.state === 'stopped' ? programIn(docker.client, docker.strangers) : []),
        ...(nginx.state === 'missing' ? [] : programIn(nginx.program, nginx.strangers)),
        ...strangersIn(folder, strangers.application),
        ...strangers.mistaken.map((path) => (0,failure/* failure */.V2)('PATH_TAKEN', { path })),
        ...releases.writers.map(({ container, source }) => (0,failure/* failure */.V2)('FOLDER_OPEN_TO_CONTAINER', { folder, container, source })),
        ...(mirror ? strangersIn('/etc/docker', strangers.engine) : []),
    ];
}
function programIn(program, found) {
    return found.length === 0 ? [] : [(0,failure/* failure */.V2)('PROGRAM_NOT_ROOTS', { program, found })];
}
function strangersIn(folder, found) {
    return found.length === 0 ? [] : [(0,failure/* failure */.V2)('FOLDER_NOT_ROOTS', { folder, found })];
}
function dockerRefusals(docker, baseImages) {
    if (docker.state === 'missing')
        return [];
    if (docker.client.startsWith('/snap/') || docker.client === '/usr/bin/snap')
        return [(0,failure/* failure */.V2)('DOCKER_SNAP', {})];
    if (docker.podman || docker.client.includes('podman'))
        return [(0,failure/* failure */.V2)('DOCKER_PODMAN', {})];
    if (docker.state === 'stopped')
        return [];
    if (docker.rootless)
        return [(0,failure/* failure */.V2)('DOCKER_ROOTLESS', {})];
    const version = semver.coerce(docker.version);
    // temurin's images are built on a glibc whose system calls older engines' seccomp profiles refuse.
    const temurin = baseImages.find((image) => image.includes('eclipse-temurin'));
    if (version !== null && temurin !== undefined && semver.lt(version, '20.10.10')) {
        return [(0,failure/* failure */.V2)('DOCKER_TOO_OLD', { version: docker.version, image: temurin, needed: '20.10.10' })];
    }
    // host-gateway came with 20.10.
    if (version !== null && semver.lt(version, '20.10.0')) {
        return [(0,failure/* failure */.V2)('DOCKER_TOO_OLD', { version: docker.version, image: 'host.docker.internal', needed: '20.10.0' })];
    }
    return [];
}
function nginxRefusals(nginx) {
    if (nginx.state === 'missing')
        return [];
    const onHost = nginx.masters.filter((master) => !master.contained);
    if (nginx.masters.length > 0 && onHost.length === 0)
        return [(0,failure/* failure */.V2)('NGINX_IN_CONTAINER', {})];
    if (onHost.length > 1)
        return [(0,failure/* failure */.V2)('NGINX_SEVERAL', { pids: onHost.map((master) => master.pid).join(', ') })];
    if (nginx.silent)
        return [(0,failure/* failure */.V2)('NGINX_SILENT', { seconds: patience/* nginxSeconds */.Ce })];
    if (nginx.complaint === '')
        return [];
    if (nginx.brokenOthers.length === 0)
        return [brokenBefore(nginx.complaint)];
    const said = emergencyIn(nginx.complaint);
    const evidence = { evidence: nginx.complaint };
    return nginx.brokenOthers.map(({ file, app }) => (0,failure/* failure */.V2)('NGINX_BROKEN_BY_APP', { app, file, said }, evidence));
}
/** NGINX_BROKEN_BEFORE, from what `nginx -t` says. */
function brokenBefore(complaint) {
    return (0,failure/* failure */.V2)('NGINX_BROKEN_BEFORE', { said: emergencyIn(complaint) }, { evidence: complaint });
}
function emergencyIn(complaint) {
    return (0,hide_complaint/* hideInComplaint */.F)(complaint.split('\n').find((line) => line.includes('[emerg]')) ?? '');
}

// EXTERNAL MODULE: ./.build/lib/commands/connect.js + 17 modules
var connect = __webpack_require__(61718);
// EXTERNAL MODULE: ./.build/lib/commands/look-at-written-files.js
var look_at_written_files = __webpack_require__(734);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/prepare.js




















/** Reads and checks everything on the runner. Throws `Failures` with all that is wrong, before the server is contacted. */
async function readRunner(settings, run, record) {
    return (0,commands_run/* timed */.ay)(run, record, 'project', commands/* commandMessages */.c.readProject, async () => {
        const [project, provided] = await (0,failure/* gather */.kg)([
            readProject(settings, run.folder),
            Promise.resolve().then(() => checkProvided(settings, new Date(run.now()), run.roots)),
            (0,connect/* checkCredentials */.v)(settings.server),
        ]);
        const { jar } = project;
        run.log.info(commands/* commandMessages */.c.jar(jar.fileName, jar.bootVersion ?? '-', jar.javaVersion, (0,space/* formatBytes */.z3)(jar.bytes)));
        run.log.info(commands/* commandMessages */.c.profiles(jar.configuration.profiles.join(', ')));
        for (const { file, detail } of jar.configuration.unreadable) {
            record.warnings.push(commands/* commandMessages */.c.unreadableConfiguration(file, detail));
        }
        if (jar.javaVersion < 9 && (0,java_options/* tooLongForJava8 */.GJ)(settings.container.javaOptions ?? '')) {
            record.warnings.push(commands/* commandMessages */.c.longJavaOptions);
        }
        if (jar.configuration.tls)
            throw (0,failure/* failure */.V2)('APPLICATION_SPEAKS_HTTPS', { app: project.app });
        record.app = project.app;
        record.domain = settings.site.domain;
        record.httpsPort = settings.site.httpsPort;
        return { project, provided };
    });
}
/**
 * What else is wrong on the runner, where some inputs were refused already: of files and credentials, as far as the
 * inputs that name them can be read. So that a user meets all of it in one run.
 */
async function furtherProblems(settings, run) {
    try {
        await (0,failure/* gather */.kg)([
            settings.jar === '' ? readStaticSite(settings.site.staticSite, run.folder) : readProject(settings, run.folder),
            Promise.resolve().then(() => settings.site.domain === '' || checkProvided(settings, new Date(run.now()), run.roots)),
            (0,connect/* checkCredentials */.v)(settings.server),
        ]);
        return [];
    }
    catch (error) {
        return (0,failure/* failuresOf */.dJ)(error).filter((failed) => failed.code !== 'INTERNAL');
    }
}
/**
 * Surveys the server. What it finds may be one that cannot be worked with: see {@link refuse}.
 * Throws `Failures` where root would run or write what another user can change.
 */
async function look(server, settings, { project }, run, record) {
    return (0,commands_run/* timed */.ay)(run, record, 'survey', commands/* commandMessages */.c.survey, async () => {
        const volumes = settings.container.volumes ?? (0,deployment_volumes/* defaultVolumes */.Ry)(project.app);
        const surveyed = await surveyDeployment(server, project, settings.site.domain, volumes);
        const { current } = surveyed.releases;
        record.previous = current;
        run.log.info(current === undefined ? commands/* commandMessages */.c.nothingDeployed : commands/* commandMessages */.c.current(current.id));
        const strange = distrusted(surveyed, (0,release/* applicationDirectory */.gZ)(project.app));
        if (strange.length > 0)
            throw new failure/* Failures */.oo(strange);
        return (0,look_at_written_files/* lookIntoTakenOver */.$)(server, settings, project, surveyed, volumes);
    });
}
/** Throws `Failures` where the server is one that cannot be worked with. */
function refuse(surveyed, settings, { project, provided }) {
    const broken = surveyed.nginx.state === 'missing' ? undefined : surveyed.nginx.managedFile?.broken;
    const problems = [
        // The pair to be served is the very one: another one would be served in its stead.
        ...(provided === undefined && broken !== undefined && (0,resources_certificate/* complainsOfOwnPair */.s4)(broken, settings.site.domain)
            ? [brokenBefore(broken)]
            : []),
        ...refusals(surveyed.docker, surveyed.nginx, project.baseImages),
        ...(0,packages_packages/* provisionProblems */.ao)(surveyed.system, (0,packages_packages/* missingPackages */.K$)(surveyed), settings.provision),
    ];
    if (problems.length > 0)
        throw new failure/* Failures */.oo(problems);
}
/** Steps that bring a server to "docker and nginx present"; none where it is. */
function provisioning(surveyed) {
    const missing = (0,packages_packages/* missingPackages */.K$)(surveyed);
    return [...(0,packages_packages/* planPackages */.dL)(surveyed.system, missing), ...(0,docker_engine/* planEngine */.K)(surveyed.system, surveyed.docker)];
}
/**
 * Steps that put back what keeps nginx from starting and is ours: the very pair of the inputs, which files of ours name.
 * Until it is whole, each application of the domain would be refused for the other's file.
 */
function mending({ nginx, certificates }, settings, { provided }) {
    if (nginx.state === 'missing' || provided?.install === undefined)
        return [];
    const { pair, install } = provided;
    if (![pair.chainPath, pair.keyPath].some((path) => nginx.complaint.includes(`"${path}"`)))
        return [];
    return (0,resources_certificate/* planCertificate */.Xz)(pair, settings.site.domain, install.chain, install.key, certificates);
}
/** Plans the deployment on a server that is provisioned. Throws `Failures` with all that stands in its way. */
function planFor(settings, prepared, surveyed, run) {
    refuse(surveyed, settings, prepared);
    const now = new Date(run.now());
    const { project, provided } = prepared;
    try {
        const nginx = configurationOf(surveyed);
        const certificate = provided ?? chooseExisting(settings.site.domain, surveyed.certificates, nginx, now, run.roots);
        return (0,plan/* planDeployment */.H)({ settings, project, surveyed, nginx, certificate, origin: run.origin, now });
    }
    catch (error) {
        if (!(error instanceof syntax_error/* NginxSyntaxError */.A))
            throw error;
        throw (0,failure/* failure */.V2)('NGINX_UNREADABLE', { file: error.file, line: error.line }, { cause: error });
    }
}
function configurationOf({ nginx }) {
    if (nginx.state === 'missing')
        throw (0,failure/* failure */.V2)('INTERNAL', { detail: 'nginx is missing after provisioning' });
    return (0,configuration/* parseDump */.o)(nginx.dump);
}


/***/ }),

/***/ 81542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ holdsPort),
/* harmony export */   W_: () => (/* binding */ isRunning),
/* harmony export */   qL: () => (/* binding */ containersToAdopt)
/* harmony export */ });
/* harmony import */ var _nginx_back_ends_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75125);
/* harmony import */ var _nginx_label_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91155);
/* harmony import */ var _nginx_servers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52193);



/**
 * The containers set up by hand, one of which this deployment takes over: the one of the application's name, else those
 * that nginx's server of the same name and port leads to by its `location /`; one that runs rather than one that has ended.
 * Several: which of them is the application cannot be told. None: there is none, or `adopt` says not to.
 */
function containersToAdopt({ adopt, site }, { image }, { handMade, releases }, nginx) {
    if (!adopt)
        return [];
    // One that an earlier run took over is kept for people to go back to, not to be taken over again.
    const candidates = handMade.filter(({ id }) => id !== releases.adopted?.container?.id);
    const named = candidates.find(({ name }) => name.toLowerCase() === image);
    if (named !== undefined)
        return [named];
    if (nginx === undefined)
        return [];
    const ports = (0,_nginx_servers_js__WEBPACK_IMPORTED_MODULE_1__/* .serversFor */ .Qm)(nginx, site.domain, site.httpsPort)
        .filter(({ file }) => (0,_nginx_label_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerOf */ .bf)(file, nginx.files.get(file) ?? '') === undefined)
        .flatMap(({ block }) => (0,_nginx_back_ends_js__WEBPACK_IMPORTED_MODULE_2__/* .mainBackEnds */ .zd)(block, nginx).map(({ port }) => port));
    const found = candidates.filter(({ published }) => published.some(({ port }) => ports.includes(port)));
    const running = found.filter(isRunning);
    return running.length > 0 ? running : found;
}
/** Whether a container runs, and so holds its ports. */
function isRunning({ status }) {
    return status === 'running' || status === 'restarting';
}
/** Whether a container set up by hand holds this port of the server. */
function holdsPort(container, port) {
    return container.published.some((published) => published.protocol === 'tcp' && published.port === port);
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
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85369);
/* harmony import */ var _settings_volumes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89061);
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
    return folder !== undefined && (0,_settings_volumes_js__WEBPACK_IMPORTED_MODULE_1__/* .isFolder */ .lQ)(folder) && !folder.includes(':') ? folder : undefined;
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
/** What can be carried into the release `id`: what is in no use, into folders that hold nothing yet. */
function foldersToCarry({ folders, hiddenBy }, app, id) {
    return [
        ...folders.map((folder) => ({ folder, host: `${(0,_release_release_js__WEBPACK_IMPORTED_MODULE_3__/* .carriedDirectory */ .kx)(app)}/${id}${folder}`, mount: true })),
        ...hiddenBy.map(({ host, container }) => ({ folder: container, host, mount: false })),
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
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85369);
/* harmony import */ var _survey_nginx_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5022);


/** The container that a release made, by the id that its folder recorded; undefined: it is gone. */
function containerOf(release, { releases, containers }) {
    const id = releases.containers.get(release);
    return id ? containers.find((container) => container.id === id) : undefined;
}
/** The container of the release that nginx serves, or else of the current one; it may have ended. */
function servingContainer(surveyed) {
    const served = (0,_survey_nginx_js__WEBPACK_IMPORTED_MODULE_0__/* .servedRelease */ .h)(surveyed.nginx);
    const { current } = surveyed.releases;
    return ((served === undefined ? undefined : containerOf(served, surveyed)) ??
        (current === undefined ? undefined : containerOf(current.id, surveyed)));
}
/** Whether a container was made for a release of this application, whatever its name and its labels say. */
function isOurs(container, { image }, { releases }) {
    return [...releases.containers].some(([release, id]) => id === container.id ||
        // Cut short between making it and writing its id down: it has never run.
        (id === '' && container.status === 'created' && container.name === (0,_release_release_js__WEBPACK_IMPORTED_MODULE_1__/* .candidateName */ .vf)({ image, id: release })));
}
/** Containers of releases that do not serve, which nothing leads to: what a run that died left behind. */
function orphanContainers(project, surveyed) {
    return notServing(project, surveyed).filter((one) => one.name !== project.image && !isLedTo(one, surveyed));
}
/**
 * Containers of releases that do not serve, but bear the application's name or are named by its nginx file: an old version
 * that was not retired. Only once another is proven can they go.
 */
function oldContainers(project, surveyed) {
    const text = surveyed.nginx.state === 'missing' ? '' : (surveyed.nginx.managedFile?.text ?? '');
    return notServing(project, surveyed).filter((one) => one.name === project.image || leadsTo(text, one));
}
function notServing(project, surveyed) {
    const serving = servingContainer(surveyed);
    return surveyed.containers.filter((one) => one.id !== serving?.id && isOurs(one, project, surveyed));
}
/** Whether anything in nginx's configuration leads to a port that a container publishes. */
function isLedTo(container, { nginx }) {
    if (nginx.state === 'missing')
        return false;
    return leadsTo(nginx.dump, container) || leadsTo(nginx.managedFile?.text ?? '', container);
}
function leadsTo(text, { ports }) {
    return ports.some((port) => new RegExp(`(127\\.\\d+\\.\\d+\\.\\d+|localhost|\\]):${port}(?!\\d)`).test(text));
}
/**
 * Releases of which only a folder or an image is left: a run that died, or was cancelled while it built. Folder and image of
 * a container that stays are kept with it: its id and the files that it mounts are there.
 */
function orphanReleases(project, surveyed) {
    const { recorded, orphans } = surveyed.releases;
    const served = (0,_survey_nginx_js__WEBPACK_IMPORTED_MODULE_0__/* .servedRelease */ .h)(surveyed.nginx);
    const kept = surveyed.written.containers.flatMap((one) => (one.kept ? [one.container] : []));
    const going = orphanContainers(project, surveyed).flatMap(({ id }) => (kept.includes(id) ? [] : [id]));
    const stays = (release) => {
        const container = containerOf(release, surveyed);
        return container !== undefined && !going.includes(container.id);
    };
    const built = surveyed.images
        .filter(({ app, containers }) => app === project.app && containers.every((id) => going.includes(id)))
        .flatMap(({ tag, release }) => (tag === `${project.image}:${release}` && release !== undefined ? [release] : []))
        .filter((release) => (0,_release_release_js__WEBPACK_IMPORTED_MODULE_1__/* .isReleaseId */ .F3)(release) && !recorded.includes(release) && release !== served);
    return [...new Set([...orphans, ...built])].filter((release) => !stays(release));
}
/** What was surveyed, without what a deploy that is under way has prepared: that is no orphan. */
function besideAnother(project, surveyed) {
    const orphans = orphanContainers(project, surveyed);
    const prepared = orphanReleases(project, surveyed);
    return {
        ...surveyed,
        containers: surveyed.containers.filter((container) => !orphans.includes(container)),
        images: surveyed.images.filter(({ release }) => release === undefined || !prepared.includes(release)),
        buildLeftovers: [],
        releases: { ...surveyed.releases, orphans: [], emptyIncoming: false, unrecorded: false },
    };
}


/***/ }),

/***/ 95001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ knownAfterProvisioning),
  H: () => (/* binding */ planDeployment)
});

// EXTERNAL MODULE: ./.build/lib/engine/plan.js
var plan = __webpack_require__(9678);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 29 modules
var failure = __webpack_require__(5081);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
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
// EXTERNAL MODULE: ./.build/lib/settings/app-name.js
var app_name = __webpack_require__(89517);
// EXTERNAL MODULE: ./.build/lib/settings/body-size.js
var body_size = __webpack_require__(47432);
// EXTERNAL MODULE: ./.build/lib/settings/domain.js
var domain = __webpack_require__(66996);
// EXTERNAL MODULE: ./.build/lib/settings/nginx-snippet.js
var nginx_snippet = __webpack_require__(77982);
// EXTERNAL MODULE: ./.build/lib/settings/path.js
var settings_path = __webpack_require__(79779);
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
    const taken = new Set(snippet === undefined ? [] : (0,parse/* parseNginx */.S)(snippet, 'nginx-snippet').map(({ name }) => name));
    const ours = [
        ...(0,tls/* renderTls */.O)(site.certificate, nginx, id),
        // Plain http that comes to the https port (status 497, ngx_http_ssl_module); 308 keeps method and body.
        `error_page 497 =308 https://${domain}${port}$request_uri;`,
        ...proxying(site, id),
    ].filter((line) => repeatable.test(line) || !taken.has(line.split(' ')[0] ?? ''));
    return (0,server_block/* serverBlock */.Zl)([
        ...(0,server_block/* tlsListens */.iT)(httpsPort, site.ipv6, nginx).filter((line) => line !== 'http2 on;' || !taken.has('http2')),
        `server_name ${domain};`,
        '',
        ...ours,
        '',
        ...locations(site, id, configuration),
        // Not indented: a quoted text of several lines would change.
    ], snippet === undefined ? [] : ['', '    # nginx-snippet', snippet]);
}
/** Directives that may stand more than once in a block. */
const repeatable = /^(ssl_certificate|ssl_certificate_key|error_page|proxy_set_header) /;
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
function locations(site, id, configuration) {
    return [
        'location / {',
        `    proxy_pass http://${id};`,
        '}',
        '',
        ...(0,server_block/* proofLocation */.GP)(site, configuration, `proxy_pass ${(0,quote/* quoteNginx */.p)(`http://${id}${site.proof.target}`)};`),
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
    if (![...ports, site.upstreamPort].every(good))
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
        if (!root.startsWith('/') || (0,settings_path/* parseSitePath */.sn)(path) !== path)
            throw wrong('static site');
    }
    (0,body_size/* parseBodySize */.V)(site.maxBodySize);
    if (site.snippet !== undefined)
        (0,nginx_snippet/* parseSnippet */.T)(site.snippet);
}

// EXTERNAL MODULE: ./.build/lib/release/release.js
var release_release = __webpack_require__(85369);
// EXTERNAL MODULE: ./.build/lib/settings/files.js
var files = __webpack_require__(58477);
// EXTERNAL MODULE: ./.build/lib/deployment/written-files-words.js
var written_files_words = __webpack_require__(25581);
// EXTERNAL MODULE: ./.build/lib/deployment/adoption/container.js
var adoption_container = __webpack_require__(81542);
;// CONCATENATED MODULE: ./.build/lib/deployment/adoption/inherited.js
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
function inheritedOf(container, appPort, rendered) {
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/server/quote.js
var server_quote = __webpack_require__(76148);
// EXTERNAL MODULE: ./.build/lib/settings/command-word.js
var command_word = __webpack_require__(89112);
// EXTERNAL MODULE: ./.build/lib/settings/docker-options.js + 2 modules
var docker_options = __webpack_require__(78897);
;// CONCATENATED MODULE: ./.build/lib/deployment/adoption/command-words.js
/** The words of a command, those of a line for `sh -c` one by one. */
function wordsOf(command) {
    return command.flatMap((word) => (/^(?!-)(.*[\s;&|/])?java\s/s.test(word) ? splitLine(word) : [word]));
}
/** Quotes keep their words together, and are taken away. */
function splitLine(line) {
    const words = line.match(/(?:[^\s"'\\]|\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|["'])+/g) ?? [];
    return words.map((word) => word.replace(/["']/g, ''));
}
/** Properties that the JVM itself reads: a variable of the environment does not stand for them. */
function isOfJvm(property) {
    return /^(java|javax|jdk|jna|sun|com\.sun|user|file|os|https?|ftp|socks|networkaddress|log4j2?|logback|native)\./.test(property);
}
/** The variable by which Spring Boot takes a property (Externalized Configuration, binding from environment variables). */
function variableOf(property) {
    return property.replace(/[.[]/g, '_').replace(/[-\]]/g, '').toUpperCase();
}

;// CONCATENATED MODULE: ./.build/lib/deployment/adoption/losses.js






/**
 * What taking over a container would lose. Mounts, variables, the application's port, networks and user are handed on
 * (inherited.ts); an input that is given about a matter is its user's own word on it, and nothing there counts as lost.
 */
function lossesOf(container, successor) {
    return [
        ...lostPorts(container, successor),
        ...lostVariables(container, successor),
        ...lostMounts(container, successor),
        ...lostNetworking(container, successor),
        ...lostCommand(container, successor),
        ...lostOptions(container, successor),
    ];
}
function lostPorts({ published }, { settings, appPort }) {
    if (settings.container.publishPort !== undefined)
        return [];
    const [, ...further] = published.filter(({ containerPort, protocol }) => containerPort === appPort && protocol === 'tcp');
    const others = published.filter(({ containerPort, protocol }) => containerPort !== appPort || protocol !== 'tcp');
    return [...further, ...others].map(({ address, port, containerPort, protocol }) => ({
        what: `--publish ${address === '' ? '' : `${address}:`}${port}:${containerPort}/${protocol}`,
        // Said explicitly, the application's port is all that is to be open.
        line: 'publish-app-port: true',
    }));
}
function lostVariables(container, { settings, dockerfile }) {
    const given = settings.container.environment.map(({ name }) => name);
    return variablesToTell(container, dockerfile === undefined)
        .filter((name) => !given.includes(name) && !(name === 'SPRING_PROFILES_ACTIVE' && settings.container.profile))
        .map((name) => ({ what: `--env ${name}`, line: `env: ${name}=<docker exec ${container.name} printenv ${name}>` }));
}
function lostMounts({ mounts }, { settings }) {
    if (settings.container.volumes !== undefined)
        return [];
    return mounts
        .filter(({ kind }) => kind !== 'bind' && kind !== 'volume')
        .filter(({ kind }) => kind !== 'tmpfs' || !(0,docker_options/* givesOption */.Il)(settings.container.options, 'tmpfs'))
        .map(({ kind, destination }) => ({
        what: `--mount type=${kind},target=${destination}`,
        line: kind === 'tmpfs' ? losses_option(['--tmpfs', destination]) : undefined,
    }));
}
function lostNetworking({ networkMode, networks }, { settings }) {
    if (settings.container.network !== undefined)
        return [];
    if (networkMode === 'host' || networkMode === 'none' || networkMode.startsWith('container:')) {
        return [{ what: `--network ${networkMode}`, line: 'network: bridge' }];
    }
    if (isDefaultNetwork(networkMode))
        return [];
    return networks.flatMap(({ name, aliases, fixedAddress }) => [
        ...aliases.map((alias) => ({ what: `--network-alias ${alias}`, line: `network: ${name}` })),
        ...(fixedAddress === undefined ? [] : [{ what: `--ip ${fixedAddress}`, line: `network: ${name}` }]),
    ]);
}
/** What the command line says beside starting the jar: names only, and how to read their values on the server. */
function lostCommand(container, { settings, dockerfile, workingDirectory }) {
    const { command, imageCommand } = container;
    if (dockerfile !== undefined) {
        // The Dockerfile says how to start; what docker run said instead is not in it.
        if (command.join('\0') === imageCommand.join('\0'))
            return [];
        const further = command.filter((word) => !imageCommand.includes(word) && !dockerfile.includes(word));
        return [...new Set(wordsOf(further).map(command_word/* shownWord */.o))].map((what) => ({ what, line: undefined }));
    }
    const known = [settings.container.javaOptions ?? '', ...settings.container.options].join(' ');
    const lost = wordsOf(command).flatMap((word) => {
        const [, key, value = ''] = /^--([\w.[\]-]+)=(.*)$/s.exec(word) ?? [];
        if (key === 'spring.profiles.active' && isProfiles(value)) {
            return settings.container.profile === value ? [] : [{ what: word, line: `spring-profile: ${value}` }];
        }
        if (key !== undefined)
            return lostProperty(key, `--${key}`, container, settings);
        const [, property] = /^-D([\w.[\]-]+)(?:=|$)/.exec(word) ?? [];
        if (property !== undefined && !isOfJvm(property) && !known.includes(word)) {
            return known.includes(`-D${property}=`) ? [] : lostProperty(property, `-D${property}`, container, settings);
        }
        if (!/^-([DX]|ea|server|agentlib|javaagent)/.test(word) || known.includes(word))
            return [];
        const shown = (0,command_word/* shownWord */.o)(word);
        return known.includes(shown.replace('…', ''))
            ? []
            : [{ what: shown, line: `java-options: ${shown.replace('…', valueIn(container))}` }];
    });
    const elsewhere = container.workingDirectory !== '' && container.workingDirectory !== workingDirectory;
    if (elsewhere && !(0,docker_options/* givesOption */.Il)(settings.container.options, 'workdir')) {
        lost.push({
            what: `WORKDIR ${container.workingDirectory}`,
            line: losses_option(['--workdir', container.workingDirectory]),
        });
    }
    return lost;
}
/** A property of Spring's, which a variable keeps. */
function lostProperty(property, option, container, settings) {
    const name = variableOf(property);
    if (settings.container.environment.some((variable) => variable.name === name))
        return [];
    return [{ what: `${option}=…`, line: `env: ${name}=${valueIn(container)}` }];
}
/** What stands for a value that is to be looked up where it is. */
function valueIn({ name }) {
    return `<docker inspect -f '{{.Args}}' ${name}>`;
}
function isProfiles(value) {
    return /^\w[\w.,@+-]*$/.test(value);
}
/** `docker run` options by what HostConfig holds, each with its name. */
function lostOptions({ host, hostname }, { settings }) {
    const words = [
        ...optionsOf(host),
        ...(hostname === undefined ? [] : [['hostname', ['--hostname', hostname]]]),
    ];
    return words
        .filter(([name]) => !(0,docker_options/* givesOption */.Il)(settings.container.options, name))
        .filter(([name]) => name !== 'memory' || settings.container.memory === undefined)
        .map(([name, argv]) => ({
        what: argv.join(' '),
        line: name === 'memory' ? `memory: ${argv[1]}` : losses_option(argv),
    }));
}
function optionsOf(host) {
    const some = (name, value, unlike = []) => value === null || value === undefined || value === '' || value === 0 || unlike.includes(value)
        ? []
        : [[name, [`--${name}`, String(value)]]];
    const on = (name, value) => (value ? [[name, [`--${name}`]]] : []);
    const each = (name, values) => (values ?? []).map((value) => [name, [`--${name}`, value]]);
    const pairs = (name, values, joint) => each(name, Object.entries(values ?? {}).map(([key, value]) => (value === '' ? key : `${key}${joint}${value}`)));
    return [
        ...some('memory', host.Memory),
        ...some('memory-reservation', host.MemoryReservation),
        ...some('cpus', host.NanoCpus === undefined ? undefined : host.NanoCpus / 1e9),
        ...some('cpu-shares', host.CpuShares),
        ...some('cpu-quota', host.CpuQuota),
        ...some('cpu-period', host.CpuPeriod),
        ...some('cpuset-cpus', host.CpusetCpus),
        ...some('pids-limit', host.PidsLimit, [-1]),
        // 64 MiB is Docker's default.
        ...some('shm-size', host.ShmSize, [67_108_864]),
        ...on('privileged', host.Privileged),
        ...on('read-only', host.ReadonlyRootfs),
        ...on('init', host.Init),
        ...on('oom-kill-disable', host.OomKillDisable),
        ...each('cap-add', host.CapAdd),
        ...each('cap-drop', host.CapDrop),
        // A profile of seccomp stands there as a whole.
        ...each('security-opt', host.SecurityOpt?.map((value) => value.replace(/^(seccomp=).*[{\n].*$/s, '$1…'))),
        ...each('group-add', host.GroupAdd),
        ...each('add-host', host.ExtraHosts?.filter((entry) => !entry.startsWith('host.docker.internal:'))),
        ...each('dns', host.Dns),
        ...each('dns-search', host.DnsSearch),
        ...each('dns-option', host.DnsOptions),
        ...each('link', host.Links?.map((link) => link
            .split(':')
            .map((part) => external_node_path_.posix.basename(part))
            .join(':'))),
        ...pairs('tmpfs', host.Tmpfs, ':'),
        ...pairs('sysctl', host.Sysctls, '='),
        ...each('ulimit', host.Ulimits?.map(({ Name, Soft, Hard }) => `${Name}=${Soft}:${Hard}`)),
        ...each('device', host.Devices?.map((device) => `${device.PathOnHost}:${device.PathInContainer}:${device.CgroupPermissions}`)),
        ...some('pid', host.PidMode),
        ...some('ipc', host.IpcMode, ['private', 'shareable']),
        ...some('uts', host.UTSMode),
        ...some('userns', host.UsernsMode),
    ];
}
function losses_option(argv) {
    return `docker-options: ${(0,server_quote/* commandLine */.a)(argv)}`;
}

// EXTERNAL MODULE: ./.build/lib/nginx/edit.js
var edit = __webpack_require__(22277);
// EXTERNAL MODULE: ./.build/lib/nginx/servers.js
var nginx_servers = __webpack_require__(52193);
;// CONCATENATED MODULE: ./.build/lib/nginx/cut.js



/**
 * Cuts the servers of exactly this host name on these ports out of a file: the whole block, or, where it serves other
 * ports or other names as well, its `listen` or its name alone. `text` may be bytes read as Latin-1, since a file's
 * comments may be in any encoding. A comment, `remark` of the block's ports, stands in the place of a
 * whole block. Throws `NginxSyntaxError`.
 */
function cutServers(text, file, domain, ports, remark) {
    const cut = [];
    const inseparable = [];
    const edits = [];
    for (const directive of serverBlocks((0,parse/* parseNginx */.S)(text, file))) {
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
        .map((one) => {
        const left = one.args
            .filter((name) => name.toLowerCase() !== domain)
            // `.example.com` is `example.com` and `*.example.com` (ngx_http_core_module, server_name).
            .map((name) => (name.toLowerCase() === `.${domain}` ? `*${name}` : name));
        return left.length === 0
            ? wholeLine(text, one)
            : { start: one.start, end: one.end, text: `server_name ${left.join(' ')};` };
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

// EXTERNAL MODULE: ./.build/lib/nginx/hide-secrets.js + 1 modules
var hide_secrets = __webpack_require__(99083);
// EXTERNAL MODULE: ./.build/lib/nginx/back-ends.js
var back_ends = __webpack_require__(75125);
// EXTERNAL MODULE: ./.build/lib/nginx/configuration.js
var nginx_configuration = __webpack_require__(52731);
;// CONCATENATED MODULE: ./.build/lib/nginx/leftover.js


/**
 * Directives of a server block that the server which takes its place has nothing for: what would be lost. The block's
 * own directives are looked at as they stand in its file, `include` among them.
 */
function leftoversOf(block, successor, configuration) {
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

// EXTERNAL MODULE: ./.build/lib/survey/serving.js
var serving = __webpack_require__(46393);
// EXTERNAL MODULE: ./.build/lib/checks/application.js
var application = __webpack_require__(67732);
// EXTERNAL MODULE: ./.build/lib/checks/database.js
var database = __webpack_require__(60253);
// EXTERNAL MODULE: ./.build/lib/server/script-failure.js
var script_failure = __webpack_require__(72882);
// EXTERNAL MODULE: ./.build/lib/settings/health-status.js
var health_status = __webpack_require__(78701);
;// CONCATENATED MODULE: ./.build/lib/resources/container/health-script.js






/** Bash condition: whether the variable `name` holds a status of `ranges`. */
function statusCondition(name, ranges) {
    return `{ ${ranges.map(({ from, to }) => `{ [ "$${name}" -ge ${from} ] && [ "$${name}" -le ${to} ]; }`).join(' || ')}; }`;
}
/** Bash that hands over what there is to know of a container that is not well: facts on stdout, its last log lines on stderr. */
const giveUp = (logs) => `
give_up() {
  local pid
  fact status "$(docker container inspect --format '{{.State.Status}}' "$name" 2>/dev/null)"
  fact exitCode "$(docker container inspect --format '{{.State.ExitCode}}' "$name" 2>/dev/null)"
  fact outOfMemory "$(docker container inspect --format '{{.State.OOMKilled}}' "$name" 2>/dev/null)"
  fact restarts "$(docker container inspect --format '{{.RestartCount}}' "$name" 2>/dev/null)"
  fact answer "$code"
  pid=$(docker container inspect --format '{{.State.Pid}}' "$name" 2>/dev/null)
  [ "\${pid:-0}" -gt 0 ] && fact listening "$(nsenter -t "$pid" -n ss -ltn 2>/dev/null | awk '$1 == "LISTEN" {sub(/.*:/, "", $4); print $4}' | sort -nu | tr '\\n' ' ')"
  { ${logs}; } >&2 || true
  exit 1
}`;
/**
 * Bash that waits until a container is well, asked at its own address (a management port needs no publishing).
 * Ends early when it exits or restarts. Prints a line whenever the answer changes, and every 15 s. `logs` is bash that
 * prints the container's last log lines.
 */
function healthScript(name, health, logs) {
    return `${giveUp(logs)}
name=${(0,server_quote/* quote */.h)(name)} seen= tell=0 code=000 deadline=$((SECONDS + ${health.timeoutSeconds}))
ask() { curl -s --noproxy '*' -o /dev/null -m 5 -w '%{http_code}' "http://\${address:-127.0.0.1}:$1$2" || true; }
while :; do
  read -r status restarts address < <(printf '%s\\n' "$(docker container inspect --format '{{.State.Status}} {{.RestartCount}} {{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$name")")
  [ "$status $restarts" = 'running 0' ] || give_up
  address=\${address%% *}
  code=$(ask ${health.port} ${(0,server_quote/* quote */.h)(health.path)}); code=\${code:-000}
  [ "$code" = "$seen" ] && [ "$SECONDS" -lt "$tell" ] || { seen=$code; tell=$((SECONDS + 15)); printf '%s: %s (%s s)\\n' ${(0,server_quote/* quote */.h)(health.path)} "$code" "$SECONDS"; }
  if ${statusCondition('code', health.status)}; then break; fi
${fallback(health)}  [ "$SECONDS" -lt "$deadline" ] || give_up
  # An application that answers logs each question: asked too often, it would push its own start out of the log.
  if [ "$code" = 000 ]; then sleep 0.3; else sleep 1; fi
done
fact health "$code"`;
}
/** A guarded or moved actuator answers 401 or 404: then the application itself is asked. */
function fallback({ fallback: other }) {
    if (other === undefined)
        return '';
    return `  if [ "$code" = 401 ] || [ "$code" = 404 ]; then
    code=$(ask ${other.port} ${(0,server_quote/* quote */.h)(other.path)}); code=\${code:-000}
    if ${statusCondition('code', other.status)}; then break; fi
  fi
`;
}
/** The failure that an unhealthy container stands for, from what {@link healthScript} handed over. */
function explainHealth(name, health, result) {
    const facts = (0,script_failure/* factsIn */.PC)(result.stdout);
    const logLines = result.stderr.trimEnd().split('\n').filter(Boolean);
    const sight = {
        name,
        status: facts.status || 'gone',
        exitCode: Number(facts.exitCode ?? -1),
        oomKilled: facts.outOfMemory === 'true',
        restarts: Number(facts.restarts ?? 0),
        port: health.port,
        listening: (facts.listening ?? '').split(' ').filter(Boolean).map(Number),
        database: health.database,
        logLines,
    };
    const answered = facts.answer !== undefined && facts.answer !== '000';
    if (facts.status === 'running' && facts.restarts === '0' && answered) {
        // An application that runs without its database answers, and its health is down.
        return ((0,database/* diagnoseDatabase */.s)(sight) ??
            (0,failure/* failure */.V2)('HEALTH_FAILED', {
                container: name,
                path: health.path,
                port: health.port,
                status: facts.answer ?? '-',
                expected: (0,health_status/* renderHealthStatus */.VM)(health.status),
                seconds: health.timeoutSeconds,
            }, { evidence: logLines.join('\n') }));
    }
    return (0,application/* diagnoseApplication */.n)(sight);
}

;// CONCATENATED MODULE: ./.build/lib/resources/site/prove-script.js



/** Statuses that show that anything answered at all. */
const anyStatus = [{ from: 1, to: 999 }];
/** Fresh connections in a row that must all bring the new state: nginx has several workers, each its own listener. */
const looks = 5;
/**
 * Bash that waits until nginx serves what is `expected`; names what it served instead when it does not within 20 s, with
 * the last lines of `errorLog`.
 */
function proveScript(expected, errorLog) {
    const { scheme, domain, port, path, release, configuration, fingerprint } = expected;
    const wanted = Object.entries({ release, configuration, fingerprint }).flatMap(([name, value]) => value === undefined ? [] : [{ name, word: wordFor(value) }]);
    return `${serving/* lookAtNginx */.b}
wanted=${wanted.map(({ word }) => word).join("' '")}
proven=0; deadline=$((SECONDS + 20))
while [ "$proven" -lt ${looks} ]; do
  answer=$(look_at_nginx ${scheme} ${(0,server_quote/* quote */.h)(domain)} ${port} ${(0,server_quote/* quote */.h)(path)})
  read -r code release configuration fingerprint < <(printf '%s\\n' "$answer")
  [ "$code" = - ] && code=0
  if [ "${wanted.map(({ name }) => `$${name}`).join(' ')}" = "$wanted" ] && ${statusCondition('code', expected.status)}; then
    proven=$((proven + 1))
    continue
  fi
  proven=0
  if [ "$SECONDS" -ge "$deadline" ]; then
    # A worker's user may own its folder, and put a link or a named pipe there.
    [ -L ${(0,server_quote/* quote */.h)(errorLog)} ] || [ ! -f ${(0,server_quote/* quote */.h)(errorLog)} ] || timeout -s KILL 10 tail -n 20 ${(0,server_quote/* quote */.h)(errorLog)} >&2 2>/dev/null || true
    failure NGINX_NOT_SWITCHED "port=${port}" "status=$code" "release=$release" "configuration=$configuration" "fingerprint=$fingerprint" \\
      "expected=$wanted"
  fi
  sleep 0.2
done`;
}
function wordFor(value) {
    if (typeof value === 'string')
        return (0,server_quote/* quote */.h)(value);
    return `"$(sed -n '1s/.*, configuration //p' ${(0,server_quote/* quote */.h)(value.file)})"`;
}

;// CONCATENATED MODULE: ./.build/lib/deployment/adoption/servers.js









/**
 * Cuts the servers of the site's name and ports out of whatever file of nginx they stand in, ours aside. What one of
 * them has and ours has not, or one that cannot be cut out alone, is a problem.
 */
function serversToTakeOver(settings, site, nginx, configuration) {
    if (!settings.adopt)
        return { cut: [], files: [], problems: [] };
    const ports = (0,nginx_site/* portsOf */.a5)(site);
    const remark = (taken) => `${site.domain}:${taken.join(',')} is served by the file of ${site.app} (deploy-miniprogram-backend)`;
    const cut = [];
    const files = [];
    const problems = [];
    for (const [path, bytes] of nginx.originals) {
        if ((0,nginx_label/* ownerOf */.bf)(path, bytes.toString('utf8')) !== undefined)
            continue;
        const cutting = cutServers(bytes.toString('latin1'), path, site.domain, ports, remark);
        problems.push(...cutting.inseparable.map((server) => inseparable(server, site.domain)));
        if (cutting.cut.length === 0)
            continue;
        problems.push(...cutting.cut.flatMap((server) => losses(server, settings, site, configuration)));
        cut.push(...cutting.cut);
        files.push(otherFile(files.length + 1, path, bytes, cutting.text, cutting.cut, site.domain, nginx));
    }
    return { cut, files, problems };
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
        status: anyStatus,
        release: '-',
        configuration: '-',
        fingerprint: undefined,
    }));
}
function inseparable({ file, line, ports }, domain) {
    return (0,failure/* failure */.V2)('SERVER_BLOCK_SHARED', { domain, ports: ports.join(', '), file, line });
}
function losses(server, { site: wanted }, site, configuration) {
    const api = server.ports.some((port) => port === site.httpsPort || port === site.publishedAppPort);
    // A snippet that is given is its user's word on what the API's server holds.
    if (api && wanted.snippet !== undefined)
        return [];
    const successor = {
        kind: api ? 'api' : 'static',
        maxBodySize: site.maxBodySize,
        sitePath: site.staticSite?.path,
    };
    const lost = leftoversOf(server.directive.block ?? [], successor, configuration);
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
        }),
    ];
}
/** Text that was read as Latin-1, to the byte, as what it mostly is. */
function toUtf8(latin1) {
    return Buffer.from(latin1, 'latin1').toString('utf8');
}

;// CONCATENATED MODULE: ./.build/lib/deployment/adoption/adoption.js








/** Looks for what a set-up by hand left, in this run or in an earlier one. */
function heritageOf(settings, project, surveyed, nginx) {
    const [container, ...others] = (0,adoption_container/* containersToAdopt */.qL)(settings, project, surveyed, nginx);
    if (container === undefined)
        return { container, inherited: surveyed.releases.adopted?.inherited, rivals: [] };
    const rendered = project.dockerfile === undefined;
    return {
        container,
        inherited: inheritedOf(container, appPortOf(settings, project), rendered),
        rivals: others.length === 0 ? [] : [container, ...others],
    };
}
/** Works out how a set-up by hand is taken over by the release that was decided on. */
function planAdoption({ container, inherited, rivals }, { release, atStake }, settings, project, surveyed, nginx) {
    const at = release.id.slice(0, release.id.indexOf('-'));
    const takeover = container === undefined ? undefined : takeoverOf(container, release, at, surveyed.time);
    const servers = surveyed.nginx.state === 'missing'
        ? { cut: [], files: [], problems: [] }
        : serversToTakeOver(settings, release.site, surveyed.nginx, nginx);
    const earlier = surveyed.releases.adopted;
    return {
        container,
        inherited,
        rivals,
        takeover,
        servers,
        record: takeover === undefined && servers.cut.length === 0
            ? undefined
            : {
                format: 1,
                at,
                container: takeover?.adopted ?? earlier?.container,
                inherited,
                servers: [
                    ...(earlier?.servers ?? []),
                    ...servers.cut.map(({ file, line, text }) => ({ file, line, text: toUtf8(text) })),
                ],
            },
        problems: [
            ...(rivals.length > 0
                ? [several(rivals, settings, release.image)]
                : container === undefined
                    ? []
                    : [...unfit(container, atStake), ...lost(container, settings, project)]),
            // Those of the inputs were seen to when these were read.
            ...(inherited === undefined ? [] : (0,files/* besideVolumes */.E)(settings.container.files, inherited.volumes)),
            ...servers.problems,
        ],
    };
}
function several(rivals, { site }, image) {
    const containers = rivals.map(({ name, published }) => `${name} (${published.map(({ port }) => port).join(', ')})`);
    return (0,failure/* failure */.V2)('ADOPTION_SEVERAL', {
        domain: site.domain,
        port: site.httpsPort,
        containers: containers.join(', '),
        container: rivals[0]?.name ?? '',
        image,
    });
}
/** A container with the names under which it and its image are kept. */
function takeoverOf(container, release, at, surveyedAt) {
    const { id, name } = container;
    const kept = { keptAs: `${release.image}-adopted-${at}`, image: `${release.image}:adopted-${at}` };
    return { container, adopted: { id, name, ...kept, surveyedAt }, port: portInTheWay(container, release) };
}
/** The port that nginx is to listen on and that only the old container's end sets free. */
function portInTheWay(container, { site }) {
    const port = site.publishedAppPort;
    if (port === undefined || !(0,adoption_container/* isRunning */.W_)(container))
        return undefined;
    return (0,adoption_container/* holdsPort */.As)(container, port) || container.networkMode === 'host' ? port : undefined;
}
/** Containers that could not be stopped and brought back. */
function unfit({ name, host, keptAliveBy, mounts }, atStake) {
    if (keptAliveBy !== undefined)
        return [(0,failure/* failure */.V2)('ADOPTION_ORCHESTRATED', { container: name, by: keptAliveBy })];
    if (host.AutoRemove !== true)
        return [];
    // Volumes without a name go with such a container as well.
    const anonymous = mounts.filter(({ kind, source }) => kind === 'volume' && /^[0-9a-f]{64}$/.test(source));
    const saves = (0,written_files_words/* savesOf */.Uf)(name, atStake, anonymous.map(({ destination }) => destination));
    return [(0,failure/* failure */.V2)('ADOPTION_AUTO_REMOVE', { container: name, saves })];
}
function lost(container, settings, project) {
    const losses = lossesOf(container, {
        settings,
        appPort: appPortOf(settings, project),
        dockerfile: project.dockerfile?.text,
        workingDirectory: (0,release_release/* applicationDirectory */.gZ)(project.app),
    });
    if (losses.length === 0)
        return [];
    const lines = losses.flatMap(({ line }) => (line === undefined ? [] : [line]));
    return [
        (0,failure/* failure */.V2)('ADOPTION_LOSES', {
            container: container.name,
            what: losses.map((loss) => loss.what).join('; '),
            lines: [...new Set(lines)].map((line) => `  ${line}`).join('\n'),
            without: losses
                .filter(({ line }) => line === undefined)
                .map((loss) => loss.what)
                .join('; '),
            removal: (0,written_files_words/* saveAndRemove */.DX)(container.name, container.host.AutoRemove === true),
        }),
    ];
}
/** Port that the application listens on, as far as it is known before the server is. */
function appPortOf({ container }, { jar }) {
    return container.port ?? jar.configuration.port ?? 8080;
}

;// CONCATENATED MODULE: ./.build/lib/messages/adoption.js

/** What is said of a set-up by hand that is taken over. */
const adoptionMessages = {
    container: (name, image) => (0,messages_text/* text */.Qq)(`Takes over the container ${name} (image ${image}) that was set up by hand:`, `接管手工部署的容器 ${name}（镜像 ${image}）：`),
    mount: (volume) => (0,messages_text/* text */.Qq)(`  mount ${volume}`, `  挂载 ${volume}`),
    variables: (names) => (0,messages_text/* text */.Qq)(`  variables (their values stay on the server): ${names}`, `  环境变量（值不离开服务器）：${names}`),
    networks: (names) => (0,messages_text/* text */.Qq)(`  networks: ${names}`, `  网络：${names}`),
    user: (user) => (0,messages_text/* text */.Qq)(`  user: ${user}`, `  用户：${user}`),
    published: (port) => (0,messages_text/* text */.Qq)(`  port ${port}, served by nginx from now on`, `  端口 ${port}，今后由 nginx 提供`),
    server: (ports, file, line) => (0,messages_text/* text */.Qq)(`Takes over the nginx server of port ${ports} in ${file}, line ${line}.`, `接管 ${file} 第 ${line} 行的 nginx server（端口 ${ports}）。`),
    caseMixUp: (mounted, other) => (0,messages_text/* text */.Qq)(`${other} holds files that the application does not see: what is mounted is ${mounted}, and Linux tells upper case from lower case. Nothing of either is changed. To mount the other one, name it in the input \`volumes\`; to have all in one place, copy it: cp -an ${other}/. ${mounted}/`, `应用看不到 ${other} 中的文件：实际挂载的是 ${mounted}，而 Linux 区分大小写。两者都不会被改动。如需挂载前者，请在输入 \`volumes\` 中指定；如需合并，请复制：cp -an ${other}/. ${mounted}/`),
    caseMixUpEmpty: (mounted, other) => (0,messages_text/* text */.Qq)(`${mounted} is mounted and empty, while ${other} holds files: Linux tells upper case from lower case. Nothing of either is changed. To mount the other one, name it in the input \`volumes\`; to have all in one place, copy it: cp -an ${other}/. ${mounted}/`, `挂载的 ${mounted} 是空的，而 ${other} 中有文件：Linux 区分大小写。两者都不会被改动。如需挂载后者，请在输入 \`volumes\` 中指定；如需合并，请复制：cp -an ${other}/. ${mounted}/`),
    compose: (container, project) => (0,messages_text/* text */.Qq)(`${container} belongs to the Compose project ${project}: take its service out of the compose file, or the next \`docker compose up\` makes it again.`, `${container} 属于 Compose 项目 ${project}：请从 compose 文件中移除该服务，否则下次 \`docker compose up\` 会重新创建它。`),
    noContainer: (0,messages_text/* text */.Qq)('The nginx server that is taken over led to no container that is taken over: whatever runs behind it goes on running.', '被接管的 nginx server 之前没有指向被接管的容器：其后端程序会继续运行。'),
};

// EXTERNAL MODULE: ./.build/lib/settings/volumes.js
var settings_volumes = __webpack_require__(89061);
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
        ...volumes.map((volume) => adoptionMessages.mount((0,settings_volumes/* renderVolume */.Jl)(volume))),
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

// EXTERNAL MODULE: ./.build/lib/survey/written-files.js + 1 modules
var written_files = __webpack_require__(22726);
// EXTERNAL MODULE: ./.build/lib/dockerfile/base-image.js
var base_image = __webpack_require__(3780);
;// CONCATENATED MODULE: ./.build/lib/dockerfile/render.js



const plainJarName = /^[A-Za-z0-9][A-Za-z0-9._+-]*\.[jw]ar$/;
/** The name under which a jar or war is sent: its own, or `app.jar` where that has characters with a meaning for COPY. */
function jarNameInImage(fileName) {
    if (plainJarName.test(fileName))
        return fileName;
    return /\.war$/i.test(fileName) ? 'app.war' : 'app.jar';
}
/**
 * A Dockerfile for a Boot jar, for the classic builder and BuildKit alike. Throws RangeError for a value that the types
 * of `DockerfileContent` do not allow: those are checked where they come in.
 */
function renderDockerfile({ baseImage, app, jarName, profile, user }) {
    if (!(0,base_image/* isImageReference */.hb)(baseImage))
        throw new RangeError('base image is no reference');
    if (!(0,app_name/* isAppName */.fq)(app))
        throw new RangeError('application name is not usable');
    if (!plainJarName.test(jarName))
        throw new RangeError('name of the jar is not plain');
    if (user !== undefined && ![user.uid, user.gid].every((id) => Number.isSafeInteger(id) && id >= 0)) {
        throw new RangeError('user and group are numbers');
    }
    const owner = user === undefined ? undefined : `${user.uid}:${user.gid}`;
    const command = ['java', '-jar', jarName, ...(profile ? [`--spring.profiles.active=${profile}`] : [])];
    return [
        `FROM ${baseImage}`,
        // COPY makes the folder, so that it too belongs to the user: an application may write beside its jar.
        `COPY ${owner === undefined ? '' : `--chown=${owner} `}${jarName} ${(0,release_release/* applicationDirectory */.gZ)(app)}/`,
        `WORKDIR ${(0,release_release/* applicationDirectory */.gZ)(app)}`,
        ...(owner === undefined ? [] : [`USER ${owner}`]),
        `ENTRYPOINT ${execForm(command)}`,
        '',
    ].join('\n');
}
/**
 * Words in exec form: no shell reads them and Docker expands nothing in them. A line break or another control character,
 * which could end the line, is escaped as JSON has it.
 */
function execForm(words) {
    const asEscape = (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return `[${words.map((word) => JSON.stringify(word).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, asEscape)).join(', ')}]`;
}

;// CONCATENATED MODULE: ./.build/lib/deployment/build-hash.js

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
        container.adoptedEnvironment,
        container.user ?? null,
    ]);
}
function sha256(value) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(value)).digest('hex');
}

;// CONCATENATED MODULE: ./.build/lib/deployment/build.js


/** Decides what the image is built from; `owner` is whom a rendered Dockerfile has the application run as. */
function decideBuild(settings, project, surveyed, owner) {
    const { jar, dockerfile } = project;
    const jarName = jarNameInImage(jar.fileName);
    const text = dockerfile?.text ??
        renderDockerfile({
            baseImage: project.baseImages[0] ?? '',
            app: project.app,
            jarName,
            profile: project.profile,
            user: owner,
        });
    return {
        hash: buildHash({
            dockerfile: text,
            arguments: settings.image.buildArgs,
            jarContentSha256: jar.contentSha256,
            context: project.context,
        }),
        dockerfile: text,
        arguments: settings.image.buildArgs,
        jar: builtJar(jar, surveyed.releases.current),
        jarDestinations: dockerfile?.jarDestinations ?? [jarName],
    };
}
/** A rebuilt jar with the same contents is the one that the server has: it need not be sent. */
function builtJar(jar, current) {
    if (current?.build.jar.contentSha256 === jar.contentSha256)
        return current.build.jar;
    const { fileName, bytes, sha256, contentSha256, javaVersion, bootVersion } = jar;
    return { fileName, bytes, sha256, contentSha256, javaVersion, bootVersion };
}

// EXTERNAL MODULE: ./.build/lib/deployment/container-files.js
var container_files = __webpack_require__(77301);
// EXTERNAL MODULE: ./.build/lib/deployment/variables.js
var variables = __webpack_require__(43497);
;// CONCATENATED MODULE: ./.build/lib/deployment/container-spec.js



/** Decides how the container runs: as the inputs say, else as a container that was taken over did, else by default. */
function decideContainer(settings, { project, surveyed, heritage: { inherited } }, volumes, owner) {
    const { container } = settings;
    const given = container.environment.map((variable) => variable.name);
    const user = project.dockerfile === undefined ? inherited?.user.effective : inherited?.user.given;
    // A container taken over goes by the clock that it went by.
    const clock = inherited === undefined ? surveyed.system.timezone : undefined;
    return {
        appPort: appPortOf(settings, project),
        volumes,
        files: project.files.map(({ name, container }) => ({ name, container })),
        networks: container.network === undefined ? (inherited?.networks ?? []) : [container.network],
        memory: container.memory,
        variables: (0,variables/* plainVariables */.u)(container, project.dockerfile, clock),
        environmentNames: given,
        adoptedEnvironment: (inherited?.environment ?? []).filter((name) => !given.includes(name) && !isReadOnTheRunner(name)),
        user: user || undefined,
        options: container.options,
        volumeOwner: owner === undefined || project.dockerfile !== undefined ? undefined : `${owner.uid}:${owner.gid}`,
        rotateLogs: surveyed.docker.state !== 'running' || ['json-file', 'local'].includes(surveyed.docker.loggingDriver),
        stopTimeoutSeconds: 30,
    };
}
/** Where the application's own port is served in plain http: as the input says, else as the container taken over had it. */
function decidePublished({ container: { publishPort } }, inherited, appPort) {
    if (publishPort === false)
        return undefined;
    if (publishPort === undefined)
        return inherited?.published;
    return { port: inherited?.published?.port ?? appPort, loopbackOnly: false };
}

;// CONCATENATED MODULE: ./.build/lib/messages/health.js

/** Why an application is asked as it is whether it is well. */
const healthReasons = {
    actuator: (0,messages_text/* text */.Qq)("the actuator's health endpoint, as the jar configures it", '依据 jar 的配置，使用 actuator 健康检查端点'),
    'management-port': (0,messages_text/* text */.Qq)("the actuator's health endpoint on its own port, as the jar configures it", '依据 jar 的配置，使用独立管理端口上的 actuator 健康检查端点'),
    'actuator-closed': (0,messages_text/* text */.Qq)('the health endpoint answers 401 or 404, so any answer below 500 counts', '健康检查端点返回 401 或 404，因此任何低于 500 的响应都视为正常'),
    'no-actuator': (0,messages_text/* text */.Qq)('the jar has no spring-boot-actuator, so any answer below 500 counts', 'jar 中没有 spring-boot-actuator，因此任何低于 500 的响应都视为正常'),
    disabled: (0,messages_text/* text */.Qq)('the health endpoint is disabled in the configuration, so any answer below 500 counts', '配置中关闭了健康检查端点，因此任何低于 500 的响应都视为正常'),
    'not-exposed': (0,messages_text/* text */.Qq)('the configuration does not expose the health endpoint, so any answer below 500 counts', '配置没有暴露健康检查端点，因此任何低于 500 的响应都视为正常'),
    'unknown-port': (0,messages_text/* text */.Qq)('the port of the actuator cannot be told from the jar, so any answer below 500 of the application counts', '无法从 jar 得知 actuator 的端口，因此应用任何低于 500 的响应都视为正常'),
};

;// CONCATENATED MODULE: ./.build/lib/jar/health.js


/** The probe that follows from an application's configuration; `appPort` is the port it listens on. */
function healthProbe(configuration, appPort) {
    const { health } = configuration;
    const root = (reason) => ({
        scheme: configuration.tls ? 'https' : 'http',
        port: appPort,
        path: `${configuration.contextPath}/`,
        status: health_status/* belowServerError */.R8,
        reason,
        fallback: undefined,
    });
    if (health.state !== 'served')
        return root(healthReasons[health.state]);
    if (health.managementPort === null)
        return root(healthReasons['unknown-port']);
    return {
        scheme: health.tls ? 'https' : 'http',
        port: health.managementPort ?? appPort,
        path: health.path,
        status: [{ from: 200, to: 200 }],
        reason: health.managementPort === undefined ? healthReasons.actuator : healthReasons['management-port'],
        fallback: root(healthReasons['actuator-closed']),
    };
}

// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
;// CONCATENATED MODULE: ./.build/lib/deployment/health.js




/** Decides how the application is asked whether it is well: as the inputs say, else as its jar does. */
function decideHealth(settings, project, appPort) {
    const probe = healthProbe(project.jar.configuration, appPort);
    const given = settings.health.path;
    return {
        path: given ?? probe.path,
        port: given === undefined ? probe.port : appPort,
        status: settings.health.status ?? (given === undefined ? probe.status : [{ from: 200, to: 200 }]),
        fallback: given !== undefined || settings.health.status !== undefined || probe.fallback === undefined
            ? undefined
            : { path: probe.fallback.path, port: probe.fallback.port, status: probe.fallback.status },
        timeoutSeconds: settings.health.timeoutSeconds,
        database: project.jar.configuration.databasePlace,
    };
}
/** Why it is asked so. */
function reasonForHealth({ health }, project, appPort) {
    if (health.path !== undefined || health.status !== undefined)
        return commands/* commandMessages */.c.healthGiven;
    return healthProbe(project.jar.configuration, appPort).reason;
}
/**
 * What is asked through nginx: the health path where the application's own port serves it, else its root. What a
 * guarded health endpoint answers (401, 404) counts too: release and configuration are told by nginx's headers.
 */
function decideProof(health, project, appPort) {
    if (health.port !== appPort)
        return { target: `${project.jar.configuration.contextPath}/`, status: health_status/* belowServerError */.R8 };
    return { target: health.path, status: (0,release_release/* answersAtWork */.WM)(health) };
}

// EXTERNAL MODULE: ./.build/lib/deployment/orphans.js
var orphans = __webpack_require__(40459);
// EXTERNAL MODULE: ./.build/lib/survey/listeners.js
var survey_listeners = __webpack_require__(16572);
;// CONCATENATED MODULE: ./.build/lib/deployment/port.js



const from = 20_000;
const to = 29_999;
/**
 * A free port on loopback for a new container, below the ephemeral range, so that no outgoing connection can hold it.
 * An application begins its search at a place of its own, so that two deploys at once rarely meet.
 * Throws `NO_PORT_LEFT` when all are taken.
 */
function choosePort(app, listeners, recorded) {
    const end = Math.min(to, listeners.ephemeralFrom - 1);
    const count = end - from + 1;
    const start = (0,external_node_crypto_.createHash)('sha256').update(app).digest().readUInt32BE(0) % Math.max(count, 1);
    for (let i = 0; i < count; i++) {
        const port = from + ((start + i) % count);
        if (!recorded.includes(port) && (0,survey_listeners/* holdersOf */.pW)(listeners, port).length === 0)
            return port;
    }
    throw (0,failure/* failure */.V2)('NO_PORT_LEFT', { from, to: end });
}

// EXTERNAL MODULE: ./.build/lib/deployment/volumes.js
var deployment_volumes = __webpack_require__(16079);
;// CONCATENATED MODULE: ./.build/lib/deployment/decide.js












/** Decides what is to serve. Pure but for the random name of the proof location of a first deploy. */
function decide(settings, circumstances) {
    const { project, surveyed, origin } = circumstances;
    const { inherited } = circumstances.heritage;
    const { current } = surveyed.releases;
    const named = settings.container.volumes ?? inherited?.volumes ?? (0,deployment_volumes/* defaultVolumes */.Ry)(project.app);
    const remembered = (current?.container.carried ?? []).filter(({ container }) => !(0,deployment_volumes/* isMounted */.BX)(container, named));
    const volumes = [...named, ...remembered];
    // Who ran as somebody goes on as that: what it wrote belongs to it.
    const owner = inherited === undefined ? (0,deployment_volumes/* ownerOf */.bf)(writable(volumes, surveyed)) : undefined;
    const build = decideBuild(settings, project, surveyed, owner);
    const spec = decideContainer(settings, circumstances, volumes, owner);
    const published = decidePublished(settings, inherited, spec.appPort);
    const newContainer = reasonForContainer(containerHash(build.hash, spec), build, circumstances);
    const id = current !== undefined && newContainer === undefined ? current.id : (0,release_release/* releaseId */.Bf)(circumstances.now, origin.commit);
    const atStake = filesOfOld(circumstances, volumes);
    const carries = newContainer !== undefined && settings.container.writtenFiles === 'carry' && atStake !== undefined;
    const carried = carries ? (0,container_files/* foldersToCarry */._R)(atStake, project.app, id) : [];
    const mounts = carried
        .filter(({ mount }) => mount)
        .map(({ folder, host }) => ({ host, container: folder, readOnly: false }));
    const mounted = { ...spec, volumes: [...volumes, ...mounts], carried: [...remembered, ...mounts] };
    const loopbackPort = current !== undefined && newContainer === undefined
        ? current.container.loopbackPort
        : choosePort(project.app, surveyed.listeners, surveyed.releases.recordedPorts);
    const health = decideHealth(settings, project, spec.appPort);
    const proof = decideProof(health, project, spec.appPort);
    const release = {
        format: 1,
        id,
        app: project.app,
        image: project.image,
        origin: current !== undefined && newContainer === undefined ? current.origin : origin,
        build: current !== undefined && newContainer === undefined ? current.build : build,
        container: { hash: containerHash(build.hash, mounted), loopbackPort, ...mounted },
        health,
        site: {
            app: project.app,
            image: project.image,
            release: id,
            domain: settings.site.domain,
            httpsPort: settings.site.httpsPort,
            upstreamPort: loopbackPort,
            publishedAppPort: published?.port,
            publishedOnLoopback: published?.loopbackOnly ?? false,
            staticSite: decideStaticSite(project),
            certificate: circumstances.certificate,
            maxBodySize: settings.site.maxBodySize,
            snippet: settings.site.snippet,
            proof: {
                path: current?.site.proof.path ?? `/deploy-proof/${(0,external_node_crypto_.randomBytes)(16).toString('hex')}`,
                target: proof.target,
            },
            ipv6: surveyed.system.ipv6,
        },
        drainTimeoutSeconds: settings.drainTimeoutSeconds,
    };
    const sameBuild = current !== undefined && current.build.hash === build.hash;
    const currentImage = current === undefined ? '' : `${current.image}:${current.id}`;
    return {
        release,
        current,
        newContainer,
        sameImage: sameBuild && surveyed.images.some(({ tag, app }) => tag === currentImage && app === project.app)
            ? currentImage
            : undefined,
        healthReason: reasonForHealth(settings, project, spec.appPort),
        atStake,
        carried,
        proofStatus: proof.status,
    };
}
/** What the container that goes holds outside its mounts, or the one that stays. */
function filesOfOld({ heritage, surveyed, project }, volumes) {
    const old = heritage.container ?? (0,orphans/* servingContainer */._B)(surveyed);
    if (old === undefined)
        return undefined;
    const written = surveyed.written.containers.find(({ container }) => container === old.id);
    const files = project.files.map(({ container }) => container);
    // One of which nothing was told is not one that holds nothing.
    return (0,container_files/* filesAtStake */.dC)(written ?? (0,written_files/* unseenFiles */.uK)(old.id, old.name), volumes, files);
}
/** Why the container that serves cannot stay; undefined where it can. */
function reasonForContainer(hash, build, { project, surveyed, environmentSha256, heritage }) {
    const { current } = surveyed.releases;
    if (heritage.container !== undefined)
        return (0,messages_text/* text */.Qq)('the container set up by hand is taken over', '接管手工部署的容器');
    if (current === undefined)
        return (0,messages_text/* text */.Qq)('nothing is deployed yet', '尚未部署过');
    if (current.build.jar.contentSha256 !== build.jar.contentSha256)
        return (0,messages_text/* text */.Qq)('the jar is another one', 'jar 内容有变化');
    if (current.build.hash !== build.hash)
        return (0,messages_text/* text */.Qq)('Dockerfile, context or build arguments changed', 'Dockerfile、上下文或构建参数有变化');
    if (current.container.hash !== hash)
        return (0,messages_text/* text */.Qq)('settings of the container changed', '容器设置有变化');
    if (surveyed.releases.environmentSha256 !== environmentSha256)
        return (0,messages_text/* text */.Qq)('values of env changed', 'env 的值有变化');
    if (project.files.some(({ name, sha256 }) => surveyed.releases.fileSha256.get(name) !== sha256))
        return (0,messages_text/* text */.Qq)('contents of files changed', 'files 的内容有变化');
    return (0,orphans/* containerOf */.t8)(current.id, surveyed)?.status === 'running'
        ? undefined
        : (0,messages_text/* text */.Qq)('its container does not run', '容器未在运行');
}
function decideStaticSite({ app, staticSite }) {
    if (staticSite === undefined)
        return undefined;
    const { sha256, path, fallback } = staticSite;
    return { root: (0,release_release/* staticRoot */.lN)(app, sha256), path, fallback };
}
function writable(volumes, surveyed) {
    const paths = volumes.filter((volume) => !volume.readOnly).map((volume) => volume.host);
    return surveyed.storage.folders.filter((folder) => paths.includes(folder.path));
}

// EXTERNAL MODULE: ./.build/lib/messages/written-files.js
var messages_written_files = __webpack_require__(10110);
// EXTERNAL MODULE: ./.build/lib/deployment/volumes-to-paste.js
var volumes_to_paste = __webpack_require__(12807);
;// CONCATENATED MODULE: ./.build/lib/deployment/embedded-database.js







/** Looks whether the application's own database lies in a mount: outside, it goes with the container. */
function unmountedDatabase(settings, project, spec, startsContainer) {
    const nothing = { problems: [], warnings: [] };
    const database = project.jar.configuration.embeddedDatabase;
    if (database === undefined)
        return nothing;
    const path = placeOf(database, settings, project);
    const kept = spec.volumes.filter(({ readOnly }) => !readOnly);
    if (path !== undefined && (0,deployment_volumes/* isMounted */.BX)(path, kept))
        return nothing;
    const words = { url: database.url, path: path ?? '-', ...waysOut(database, path, spec, project) };
    const certain = path !== undefined && database.certain && nothingOutranks(settings, project, spec);
    // Whoever says that such files may go has been told already.
    if (!certain || settings.container.writtenFiles === 'discard')
        return { ...nothing, warnings: [messages_written_files/* writtenFilesMessages */.v.database(words)] };
    return startsContainer ? { ...nothing, problems: [(0,failure/* failure */.V2)('EMBEDDED_DATABASE_UNMOUNTED', words)] } : nothing;
}
/** The database's path in the container; undefined where the working folder or the user's home decides. */
function placeOf({ file }, settings, project) {
    if (file === undefined)
        return undefined;
    if (file.startsWith('/'))
        return external_node_path_.posix.normalize(file);
    if ((0,docker_options/* givesOption */.Il)(settings.container.options, 'workdir'))
        return undefined;
    const folder = workingFolder(project);
    return folder === undefined ? undefined : external_node_path_.posix.join(folder, file);
}
/** Where the application starts; undefined: where its base image says. */
function workingFolder({ app, dockerfile }) {
    return dockerfile === undefined ? (0,release_release/* applicationDirectory */.gZ)(app) : dockerfile.workdir;
}
/** Official images of Java set no variable that an application would take for its own. */
const plainJava = /^(?:docker\.io\/)?(?:library\/)?(?:eclipse-temurin|openjdk|amazoncorretto|ibm-semeru-runtimes)(?::|$)/;
/**
 * Whether nothing that cannot be read here sets the URL otherwise: variables that were taken over, the base image's own,
 * configuration in a mounted file or folder, or sent along with the Dockerfile.
 */
function nothingOutranks(settings, project, spec) {
    const folder = workingFolder(project) ?? '/';
    const places = [folder, `${folder}/config`];
    const read = (path) => places.some((place) => place === path || place.startsWith(`${path}/`) || path.startsWith(`${folder}/config/`));
    return (spec.adoptedEnvironment.length === 0 &&
        project.baseImages.every((image) => plainJava.test(image)) &&
        !project.context.some(({ path }) => /(?:^|\/)(?:application|bootstrap)[^/]*[.](?:ya?ml|properties)$|\.sh$/.test(path)) &&
        !spec.files.some(({ container }) => /[.](?:ya?ml|properties|json|sh)$/.test(container)) &&
        !spec.volumes.some(({ container }) => read(container)) &&
        !['volumes-from', 'tmpfs'].some((option) => (0,docker_options/* givesOption */.Il)(settings.container.options, option)));
}
/** The `volumes` that keep it, where it has a folder of its own; and the variable that moves it into a mount. */
function waysOut({ url, key, file }, path, { volumes }, project) {
    const folder = path === undefined ? undefined : external_node_path_.posix.dirname(path);
    const { app } = project;
    // The image has files in the working folder and above it, the jar among them.
    const used = [workingFolder(project) ?? '/', '/root', '/home'];
    const own = folder !== undefined && !used.some((other) => isAbove(folder, other));
    const place = volumes.find(({ readOnly }) => !readOnly)?.container ?? `${(0,release_release/* applicationDirectory */.gZ)(app)}/file-system`;
    const moved = file === undefined ? url : url.slice(0, url.length - file.length) + external_node_path_.posix.join(place, external_node_path_.posix.basename(file));
    return {
        volumes: own ? ((0,volumes_to_paste/* volumesToPaste */.u)([...volumes, ...(0,volumes_to_paste/* suggestedVolumes */.r)(app, [folder], volumes)]) ?? '') : '',
        variable: `${key.replaceAll('.', '_').toUpperCase()}=${file === undefined ? `jdbc:…:${place}/…` : moved}`,
    };
}
/** Whether a folder is another one, or holds it. */
function isAbove(folder, other) {
    return folder === '/' || folder === other || other.startsWith(`${folder}/`);
}

// EXTERNAL MODULE: ./.build/lib/settings/environment.js
var environment = __webpack_require__(27187);
;// CONCATENATED MODULE: ./.build/lib/deployment/environment.js


/** The env file as `docker run --env-file` reads it; undefined where there are no variables. */
function environmentFile(variables) {
    return variables.length === 0 ? undefined : (0,environment/* renderEnvironment */.Cp)(variables);
}
/** SHA-256 of a secret, lower-case hex: for comparison in memory only, short values could be guessed from it. */
function sha256Of(secret) {
    return (0,external_node_crypto_.createHash)('sha256').update(secret.reveal()).digest('hex');
}

// EXTERNAL MODULE: ./.build/lib/release/adopted.js
var release_adopted = __webpack_require__(32047);
// EXTERNAL MODULE: ./.build/lib/release/labels.js
var labels = __webpack_require__(10509);
// EXTERNAL MODULE: ./.build/lib/settings/private-paths.js
var private_paths = __webpack_require__(19592);
;// CONCATENATED MODULE: ./.build/lib/deployment/obstacles.js











/** Memory that must stay free beside two running versions, in bytes. */
const memoryMargin = 64 * 1024 * 1024;
/** What stands in the way of a decision; every one with its name, nothing touched. Empty: nothing does. */
function obstacles(decision, project, surveyed, nginx, adoption) {
    return [
        ...placesNotOurs(decision, surveyed, adoption),
        ...privateVolumes(decision, surveyed, nginx),
        ...foreignContainers(decision, project, surveyed, adoption),
        ...takenTags(decision, surveyed, adoption),
        ...samePorts(decision),
        ...foreignServers(decision, surveyed, nginx, adoption),
        ...takenPorts(decision, surveyed, adoption),
        ...mixedPorts(decision, surveyed, nginx, adoption),
        ...unfitNetworks(decision, surveyed),
        ...(decision.newContainer === undefined ? [] : twoAtOnce(project, surveyed, adoption)),
    ];
}
/** Places that bear our names: what is not ours there is not touched, what others can change is not relied on. */
function placesNotOurs({ release }, { releases }, { record }) {
    const { app, site } = release;
    const folder = (0,release_release/* applicationDirectory */.gZ)(app);
    const needed = [
        folder,
        `${folder}/releases`,
        `${folder}/current`,
        (0,release_release/* releaseDirectory */.fF)(release),
        '/docker',
        '/docker/app',
    ];
    if (site.staticSite !== undefined)
        needed.push((0,release_release/* staticDirectory */.oO)(app), external_node_path_.posix.dirname(site.staticSite.root));
    if (record !== undefined)
        needed.push((0,release_adopted/* adoptedFile */.ST)(app), (0,release_adopted/* adoptedEnvironmentFile */.zU)(app));
    return [...releases.taken.filter((path) => needed.includes(path)).map((path) => (0,failure/* failure */.V2)('PATH_TAKEN', { path }))];
}
/** Folders that would let the container read what is root's, or write what root runs; links are followed. */
function privateVolumes({ release }, { releases, storage }, nginx) {
    const applications = [(0,release_release/* applicationDirectory */.gZ)(release.app), ...releases.applications];
    const server = {
        applications,
        nginx: nginx === undefined ? [] : [external_node_path_.posix.dirname(nginx.main)],
        files: [...(nginx?.files.keys() ?? [])],
    };
    return release.container.volumes.flatMap((volume) => {
        const real = storage.folders.find(({ path }) => path === volume.host)?.real ?? volume.host;
        const opened = (0,private_paths/* openedBy */.p)(volume, server) ?? (0,private_paths/* openedBy */.p)({ ...volume, host: real }, server);
        return opened === undefined ? [] : [(0,failure/* failure */.V2)('VOLUME_PRIVATE', { path: volume.host, opened })];
    });
}
/** Names of images that this deploy is to give, and that something bears already. */
function takenTags({ release, newContainer }, { images }, { takeover }) {
    const given = [
        ...(newContainer === undefined ? [] : [(0,release_release/* imageTag */.I_)(release)]),
        ...(takeover === undefined ? [] : [takeover.adopted.image]),
    ];
    return given
        .filter((tag) => images.some((image) => image.tag === tag))
        .map((tag) => (0,failure/* failure */.V2)('IMAGE_TAG_TAKEN', { tag }));
}
function foreignContainers({ release }, project, surveyed, { container: adopted }) {
    return surveyed.containers
        .filter((container) => container.id !== adopted?.id)
        .filter((container) => container.name === release.image && !(0,orphans/* isOurs */.MU)(container, project, surveyed))
        .map((container) => (0,failure/* failure */.V2)('CONTAINER_NOT_OURS', { container: container.name, owner: container.labels[labels/* label */.P.app] ?? '-' }));
}
function foreignServers({ release }, { nginx }, configuration, { servers }) {
    if (configuration === undefined || nginx.state === 'missing')
        return [];
    const { domain } = release.site;
    const foreign = (0,nginx_site/* portsOf */.a5)(release.site).flatMap((port) => {
        const found = (0,nginx_servers/* serversFor */.Qm)(configuration, domain, port).filter((server) => server.file !== nginx.managedFile?.path && !isTaken(server, servers));
        const owner = ofBrowsers(port)
            ? found
                .map(({ file }) => (0,nginx_label/* ownerOf */.bf)(file, configuration.files.get(file) ?? '')?.app)
                .find((app) => app !== undefined)
            : undefined;
        if (owner !== undefined)
            return [(0,failure/* failure */.V2)('SITE_TAKEN', { domain, port, app: owner })];
        return found.map(({ file, line }) => (0,failure/* failure */.V2)('SERVER_BLOCK_TAKEN', { domain, port, file, line }));
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
/** Whether a server goes with this deployment, or is told of by a failure of its own. */
function isTaken({ file, line }, { cut, problems }) {
    return problems.length > 0 || cut.some((server) => server.file === file && server.line === line);
}
/** Ports that nginx is to listen on, held by something else. nginx itself, which is root's, may hold them for other names. */
function takenPorts({ release }, { listeners }, { takeover }) {
    return (0,nginx_site/* portsOf */.a5)(release.site).flatMap((port) => {
        // What the old container holds it lets go when it stops.
        if (port === takeover?.port)
            return [];
        const holder = (0,survey_listeners/* holdersOf */.pW)(listeners, port).find(({ process, uid }) => process !== 'nginx' || uid !== 0);
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
/** nginx speaks TLS on a port as soon as one of its servers there does: a plain one beside it would be cut off. */
function mixedPorts({ release }, { nginx }, configuration, { servers }) {
    if (configuration === undefined || nginx.state === 'missing')
        return [];
    const unlike = (port, tls) => (0,nginx_servers/* serversOn */.Gx)(configuration, port).filter(({ file, line, listen }) => file !== nginx.managedFile?.path &&
        !isTaken({ file, line }, servers) &&
        listen.some((one) => one.port <= port && port <= one.lastPort && one.ssl !== tls));
    return (0,nginx_site/* listensOf */.QQ)(release.site).flatMap(({ port, tls }) => unlike(port, tls).map(({ file, line }) => (0,failure/* failure */.V2)('PORT_SPEAKS_OTHERWISE', { port, wanted: tls ? 'https' : 'http', file, line })));
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
/** What two versions side by side need: memory for both, and nothing that only one can hold. */
function twoAtOnce(project, surveyed, { container }) {
    const old = container ?? (0,orphans/* servingContainer */._B)(surveyed);
    // One that has ended shares neither memory nor files with the new one.
    if (old === undefined || ['exited', 'created', 'dead'].includes(old.status))
        return [];
    const found = [];
    const database = project.jar.configuration.embeddedDatabase;
    if (database !== undefined) {
        // What follows the file's name are settings, a password among them.
        found.push((0,failure/* failure */.V2)('EMBEDDED_DATABASE', { database: database.url.replace(/[;?].*$/s, ''), container: old.name }));
    }
    const needed = old.memory + memoryMargin;
    if (old.memory > 0 && surveyed.system.memoryAvailable < needed) {
        found.push((0,failure/* failure */.V2)('MEMORY_TOO_SMALL', { needed: megabytes(needed), available: megabytes(surveyed.system.memoryAvailable) }));
    }
    return found;
}
function megabytes(bytes) {
    return (bytes / 1e6).toFixed(0);
}

;// CONCATENATED MODULE: ./.build/lib/nginx/proof-address.js
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
        ...repoint_editsFor(server, 'ssl_certificate', from.chainPath, to.chainPath),
        ...repoint_editsFor(server, 'ssl_certificate_key', from.keyPath, to.keyPath),
    ]);
    const repointed = (0,edit/* applyEdits */.c)(text, edits);
    const label = (0,nginx_label/* managedBy */.ZF)(text);
    // The hash is one of UTF-8, which is what an application's file is as long as nobody else wrote into it.
    if (label === undefined || !(0,nginx_label/* isUntouched */.O2)(file.toString('utf8')))
        return Buffer.from(repointed, 'latin1');
    const unhashed = Buffer.from(repointed.replaceAll(label.configuration, ''), 'latin1').toString('utf8');
    return Buffer.from(repointed.replaceAll(label.configuration, (0,nginx_label/* configurationHash */.rn)(unhashed)), 'latin1');
}
function repoint_editsFor(server, name, from, to) {
    return namedBy(server, name)
        .filter(({ args }) => args[0] === from)
        .map(({ start, end }) => ({ start, end, text: `${name} ${(0,quote/* quoteNginx */.p)(to)};` }));
}
function namedBy({ block = [] }, name) {
    return block.filter((directive) => directive.name === name);
}
function serversIn(text) {
    return (0,parse/* parseNginx */.S)(text, 'nginx').filter(({ name }) => name === 'server');
}

// EXTERNAL MODULE: ./.build/lib/resources/certificate.js
var resources_certificate = __webpack_require__(45619);
;// CONCATENATED MODULE: ./.build/lib/deployment/shared-certificate.js








/**
 * Applications of one domain share its certificate (design rule 10): whoever brings one that ends later repoints the
 * files of the others in the same transaction. None is put back to one that ends earlier. What is at a path of the
 * user's own is left alone, on either side: whoever put it there renews it there.
 */
function shareCertificate(app, domain, chosen, surveyed) {
    const sites = (0,resources_certificate/* isBrought */.a$)(chosen.pair, domain) ? sitesOf(domain, surveyed) : [];
    const own = chosen.certificate.notAfter;
    const earlier = sites.filter((site) => site.label.app !== app && site.leaf.validToDate < own);
    const later = sites.filter((site) => site.leaf.validToDate > own);
    return {
        others: earlier.map((site, at) => toOther(site, chosen, at)),
        notes: later.map((site) => commands/* commandMessages */.c.laterCertificate(site.label.app, day(site.leaf.validToDate), day(own), site.label.app === app)),
    };
}
/**
 * Servers set up by hand for the domain whose certificate ends earlier than the one that is deployed: nobody renews it
 * with this one, and it is easily forgotten. Those that are taken over in this run go.
 */
function certificatesByHand(domain, chosen, { certificates }, nginx, taken) {
    return (0,nginx_servers/* serversOf */.U2)(nginx)
        .filter(({ names, file }) => names.includes(domain) && (0,nginx_label/* ownerOf */.bf)(file, nginx.files.get(file) ?? '') === undefined)
        .filter(({ file, line }) => !taken.some((one) => one.file === file && one.line === line))
        .flatMap(({ certificates: [pair], listen, file, line }) => {
        const leaf = (0,resources_certificate/* readLeaf */.rf)(certificates.certificates.find(({ path }) => path === pair?.chainPath)?.text ?? '');
        if (leaf === undefined || leaf.validToDate >= chosen.certificate.notAfter)
            return [];
        const ports = [...new Set(listen.map(({ port }) => port))].join(', ');
        return [commands/* commandMessages */.c.certificateByHand(file, line, ports, day(leaf.validToDate))];
    });
}
function sitesOf(domain, { nginx, certificates }) {
    if (nginx.state === 'missing')
        return [];
    return [...nginx.originals].flatMap(([path, file]) => {
        const label = (0,nginx_label/* ownerOf */.bf)(path, file.toString('utf8'));
        const addresses = proofAddressesIn(file.toString('utf8'));
        if (label === undefined || addresses[0]?.domain !== domain)
            return [];
        const [pair, ...more] = pairsIn(file);
        if (pair === undefined || !(0,resources_certificate/* isBrought */.a$)(pair, domain))
            return [];
        const leaf = (0,resources_certificate/* readLeaf */.rf)(certificates.certificates.find((one) => one.path === pair.chainPath)?.text ?? '');
        return leaf === undefined ? [] : [{ path, file, label, addresses, pairs: [pair, ...more], leaf }];
    });
}
function toOther(site, { pair, certificate }, at) {
    const { path, file, label, leaf } = site;
    const after = repoint(file, site.pairs[0], pair);
    const [from, until] = [day(leaf.validToDate), day(certificate.notAfter)];
    return {
        // The journal of the switch knows steps by their ids alone.
        id: at === 0 ? 'certificate.repoint' : `certificate.repoint-${at + 1}`,
        title: (0,messages_text/* text */.Qq)(`Have ${label.app} serve it too (${path})`, `让 ${label.app} 也使用该证书（${path}）`),
        reason: (0,messages_text/* text */.Qq)(`the certificate of the domain is shared; its own ends on ${from}, this one on ${until}`, `同一域名共用证书；其现有证书 ${from} 到期，新证书 ${until} 到期`),
        change: { path, before: file, after, ours: false },
        proofs: proven(site, after, certificate.fingerprint),
        proofsOfUndo: proven(site, file, leaf.fingerprint256.replaceAll(':', '').toLowerCase()),
    };
}
/** Its application may be down, so any status will do; of a file edited by hand only the certificate is known. */
function proven({ addresses, pairs }, file, fingerprint) {
    const text = file.toString('utf8');
    const label = (0,nginx_label/* isUntouched */.O2)(text) ? (0,nginx_label/* managedBy */.ZF)(text) : undefined;
    return addresses.map((address) => ({
        ...address,
        status: anyStatus,
        release: label?.release,
        configuration: label?.configuration,
        // With a second pair from `nginx-snippet` the client's taste decides which of them is served.
        fingerprint: pairs.every(({ chainPath }) => chainPath === pairs[0].chainPath) ? fingerprint : undefined,
    }));
}
function day(date) {
    return date.toISOString().slice(0, 10);
}

// EXTERNAL MODULE: ./.build/lib/server/space.js
var space = __webpack_require__(73022);
;// CONCATENATED MODULE: ./.build/lib/deployment/space.js


/** What a deploy leaves free beside its own needs, in bytes: logs and nginx go on writing meanwhile. */
const margin = 50_000_000;
/**
 * Whether the disks take the deploy, told before a byte is sent: the jar in the application's folder; in Docker's root
 * the context that the classic builder copies, and the image's layer. One file system that holds both needs the sum.
 */
function spaceProblems({ release, newContainer, sameImage, atStake, carried }, project, surveyed, host) {
    const pages = pagesBytes(project, surveyed);
    const application = (0,release_release/* applicationDirectory */.gZ)(project.app);
    const systems = surveyed.storage.fileSystems;
    if (newContainer === undefined) {
        return pages === 0 ? [] : (0,space/* spaceFailures */.Ew)(host, [{ path: application, bytes: pages + margin }], systems);
    }
    const { bytes, sha256 } = release.build.jar;
    const files = project.files.reduce((sum, file) => sum + file.bytes, 0);
    const upload = files + (surveyed.releases.jars.has(sha256) ? 0 : bytes);
    const build = sameImage === undefined ? 2 * bytes : 0;
    // Copied once, and once more when the old container has stopped, to compare.
    const copies = carried.length === 0 ? 0 : 2 * (atStake?.bytes ?? 0);
    const root = surveyed.docker.state === 'running' ? surveyed.docker.rootDirectory : '/var/lib/docker';
    return (0,space/* spaceFailures */.Ew)(host, [
        { path: application, bytes: upload + pages + copies + margin },
        { path: root, bytes: build },
    ], systems);
}
/** Bytes of the static site, where they must be sent. */
function pagesBytes({ staticSite }, { releases }) {
    if (staticSite === undefined || releases.statics.some(({ sha256 }) => sha256 === staticSite.sha256))
        return 0;
    return staticSite.bytes;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./.build/lib/nginx/error-log.js

/** Where nginx tells why it does not serve: the main file's `error_log`, else the place that it was built with. */
function errorLogOf({ tree }, { prefix, errorLogPath }) {
    const http = tree.find(({ name }) => name === 'http')?.block ?? [];
    const given = [...tree, ...http].find(({ name }) => name === 'error_log')?.args[0];
    const isFile = given !== undefined && !/^(stderr$|syslog:|memory:)/.test(given);
    return external_node_path_.posix.resolve(prefix ?? '/usr/local/nginx', isFile ? given : (errorLogPath ?? 'logs/error.log'));
}

// EXTERNAL MODULE: ./.build/lib/server/heredoc.js
var heredoc = __webpack_require__(64508);
// EXTERNAL MODULE: ./.build/lib/survey/hand-made-probe.js
var hand_made_probe = __webpack_require__(73539);
;// CONCATENATED MODULE: ./.build/lib/resources/adopted-record.js






/** The step that writes down what was taken over; later deploys have it as their default. */
function planAdoptedRecord(adopted, app) {
    const file = (0,release_adopted/* adoptedFile */.ST)(app);
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'record',
        id: 'adopted.record',
        title: (0,messages_text/* text */.Qq)(`Remember in ${file} what was taken over`, `在 ${file} 中记录所接管的内容`),
        reason: (0,messages_text/* text */.Qq)('it stays the default until an input says otherwise', '在输入另有说明之前，它一直是默认值'),
        diff: `+ ${file}`,
        script: `umask 077
${variablesFrom(adopted, app)}base64 -d >${(0,server_quote/* quote */.h)(`${file}.new`)} <<'EOF'
${(0,heredoc/* encode */.l)(`${JSON.stringify(adopted, null, 2)}\n`)}
EOF
put_in_place ${(0,server_quote/* quote */.h)(`${file}.new`)} ${(0,server_quote/* quote */.h)(file)}`,
    };
}
function variablesFrom({ container, inherited }, app) {
    if (container === undefined || inherited === undefined || inherited.environment.length === 0)
        return '';
    const file = (0,release_adopted/* adoptedEnvironmentFile */.zU)(app);
    return `{ echo ${(0,server_quote/* quote */.h)(release_adopted/* adoptedEnvironmentMark */.ik)}; ${copyFromContainer(container.id, inherited.environment)}; } >${(0,server_quote/* quote */.h)(`${file}.new`)}
put_in_place ${(0,server_quote/* quote */.h)(`${file}.new`)} ${(0,server_quote/* quote */.h)(file)}\n`;
}
/**
 * The step that lays the inherited variables of a release beside its env file. Their values come from the container
 * itself in the run that takes it over, later from what that run wrote down; they never leave the server.
 */
function planAdoptedVariables(release, container) {
    const names = release.container.adoptedEnvironment;
    if (names.length === 0)
        return [];
    const file = (0,release_release/* adoptedVariablesFile */.Ho)(release);
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'adopted.variables',
            title: (0,messages_text/* text */.Qq)('Take over variables of the container set up by hand', '接管手工容器的环境变量'),
            reason: (0,messages_text/* text */.Qq)('env says nothing of them', 'env 中未给出这些变量'),
            diff: names.map((name) => `+ ${name}=…`).join('\n'),
            script: `umask 077\n${container === undefined
                ? copyFromFile((0,release_adopted/* adoptedEnvironmentFile */.zU)(release.app), names)
                : copyFromContainer(container.id, names)} >${(0,server_quote/* quote */.h)(file)}`,
        },
    ];
}
function copyFromContainer(id, names) {
    return `${hand_made_probe/* environmentOf */.p7}
while IFS= read -r -d '' entry; do
  case \${entry%%=*} in ${pattern(names)}) printf '%s\\n' "$entry" ;; esac
done < <(environment_of container ${(0,server_quote/* quote */.h)(id)})`;
}
function copyFromFile(from, names) {
    return `while IFS= read -r entry; do
  case \${entry%%=*} in ${pattern(names)}) printf '%s\\n' "$entry" ;; esac
done <${(0,server_quote/* quote */.h)(from)}`;
}
function pattern(names) {
    return names.map(server_quote/* quote */.h).join('|');
}

// EXTERNAL MODULE: ./.build/lib/engine/apply.js + 1 modules
var apply = __webpack_require__(59115);
// EXTERNAL MODULE: ./.build/lib/resources/container/gone.js
var gone = __webpack_require__(48637);
;// CONCATENATED MODULE: ./.build/lib/resources/container/take-back-copies.js

/** `MTIME SIZE ./PATH` of whatever is no folder, each ended by NUL. */
const manifest = `manifest() { ( cd "$1" && find . -xdev ! -type d -printf '%T@ %s %p\\0' ); }`;
/** Where the copies of a folder are until all of it is there: in the folder itself, so that they are only renamed then. */
const stageOf = (host, release) => `${host}/.copying-${release}`;
/**
 * Bash that takes back what was copied into folders of the server: files that are as they were copied, by the lists in
 * `notes`, then the folders that came with them, where they are empty. What is there besides is somebody else's.
 */
function takeBack(release, notes, carried) {
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
        .map(({ host }, index) => [`rm -rf ${(0,server_quote/* quote */.h)(stageOf(host, release))}`, `take_back ${index} ${(0,server_quote/* quote */.h)(host)} ${(0,server_quote/* quote */.h)(notes)}`].join('\n'))
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
/** Where a run notes what it copied, closed to all but root. */
const notes = (release) => `${(0,release_release/* releaseDirectory */.fF)(release)}/carried`;
/**
 * The step that copies folders out of the container that goes; none where nothing is carried. Folders of the server that
 * were there before (`existing`) keep their mode and owner; others get those that the folder has in the container.
 */
function planCarry(release, old, carried, existing = []) {
    if (old === undefined || carried.length === 0)
        return [];
    const folder = notes(release);
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
mkdir -p ${(0,server_quote/* quote */.h)(folder)}
[ -d ${(0,server_quote/* quote */.h)((0,release_release/* carriedDirectory */.kx)(release.app))} ] || install -d -m 755 ${(0,server_quote/* quote */.h)((0,release_release/* carriedDirectory */.kx)(release.app))}
${imageCheck(release, carried)}
mkdir -p ${(0,server_quote/* quote */.h)(ownFolder(release))}
: >${(0,server_quote/* quote */.h)(`${ownFolder(release)}/${copying}`)}
carry() {
  local attempt
  [ -d "$3" ] || mkdir -p "$3"
  [ -z "$(ls -A "$3")" ] || failure CONTAINER_FILES_COPY_FAILED folder="$2" container=${(0,server_quote/* quote */.h)(old.name)}
  # A file that shrinks while it is read breaks the stream off.
  for attempt in 1 2 3; do
    rm -rf "$5" && mkdir "$5"
    if copy_out ${(0,server_quote/* quote */.h)(old.id)} "$2" "$5"; then
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
  failure CONTAINER_FILES_COPY_FAILED folder="$2" container=${(0,server_quote/* quote */.h)(old.name)}
}
${carried
                .map(({ folder: from, host }, index) => [
                'carry',
                index,
                ...[from, host, folder, stageOf(host, release.id)].map(server_quote/* quote */.h),
                existing.includes(host) ? 'existing' : 'made',
            ].join(' '))
                .join('\n')}`,
            undo: [
                gone/* goneFunctions */.r,
                // A container that is still there may mount them.
                `id=$(cat ${(0,server_quote/* quote */.h)((0,release_release/* containerFile */.YS)(release))} 2>/dev/null) || id=`,
                '[ -z "$id" ] || docker rm -v "$id" >/dev/null 2>&1 || gone "$id"',
                `rm -f ${(0,server_quote/* quote */.h)(`${ownFolder(release)}/${copying}`)}`,
                takeBack(release.id, folder, carried),
                `[ ! -d ${(0,server_quote/* quote */.h)(ownFolder(release))} ] || find ${(0,server_quote/* quote */.h)(ownFolder(release))} -depth -type d -empty -delete`,
                `rmdir ${(0,server_quote/* quote */.h)((0,release_release/* carriedDirectory */.kx)(release.app))} 2>/dev/null || true`,
                // Uploads to a version that was taken back: nobody mounts them any more.
                `[ ! -e ${(0,server_quote/* quote */.h)(ownFolder(release))} ] || exit ${apply/* leftToOthersExitCode */.pR}`,
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
            script: `rm -f ${(0,server_quote/* quote */.h)(`${ownFolder(release)}/${copying}`)}`,
        },
    ];
}
/** The step that removes copies which a run that died left behind: marked as such, and mounted by no container. */
function removeCopies(app, ids) {
    return ids.map((id) => {
        const folder = `${(0,release_release/* carriedDirectory */.kx)(app)}/${id}`;
        return {
            kind: 'server',
            phase: 'prepare',
            id: 'container-files.remove-orphan',
            title: (0,messages_text/* text */.Qq)(`Remove the copies of ${id}`, `删除 ${id} 的副本`),
            reason: (0,messages_text/* text */.Qq)('a run that was interrupted left them', '之前中断的运行留下的'),
            script: `[ -e ${(0,server_quote/* quote */.h)(`${folder}/${copying}`)} ] || exit 0
mounts=$(docker ps -aq | xargs -r docker container inspect --format '{{range .Mounts}}{{println .Source}}{{end}}') || exit 0
if printf '%s\\n' "$mounts" | grep -qF ${(0,server_quote/* quote */.h)(`${folder}/`)}; then exit 0; fi
if grep -qF ${(0,server_quote/* quote */.h)(`"${folder}/`)} ${(0,server_quote/* quote */.h)((0,release_release/* applicationDirectory */.gZ)(app))}/releases/*/release.json 2>/dev/null; then exit 0; fi
rm -rf ${(0,server_quote/* quote */.h)(folder)}`,
        };
    });
}
/** The folder of everything that is carried into this release. */
function ownFolder(release) {
    return `${(0,release_release/* carriedDirectory */.kx)(release.app)}/${release.id}`;
}
/**
 * Bash that refuses an image which has files where a new mount would hide them. The container that it looks into has the
 * name and the id file of the candidate that comes later: the next run removes it if this one dies meanwhile.
 */
function imageCheck(release, carried) {
    const folders = carried.filter(({ mount }) => mount).map(({ folder }) => (0,server_quote/* quote */.h)(folder));
    if (folders.length === 0)
        return '';
    const file = (0,server_quote/* quote */.h)((0,release_release/* containerFile */.YS)(release));
    return `docker create --cidfile ${file} --name ${(0,server_quote/* quote */.h)((0,release_release/* candidateName */.vf)(release))} --network none ${(0,server_quote/* quote */.h)((0,release_release/* imageTag */.I_)(release))} true >/dev/null
look=$(cat ${file}) hidden=
for folder in ${folders.join(' ')}; do
  if docker cp "$look:$folder/." - 2>/dev/null | tar -t 2>/dev/null | grep -qv '/$'; then hidden=$folder; fi
done
docker rm -v "$look" >/dev/null
rm -f ${file}
[ -z "$hidden" ] || failure CONTAINER_FILES_IN_IMAGE folder="$hidden"`;
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
new=$(cat ${(0,server_quote/* quote */.h)((0,release_release/* containerFile */.YS)(release))})
${carried
        .map(({ folder, host }, index) => `carry_last ${index} ${(0,server_quote/* quote */.h)(folder)} ${(0,server_quote/* quote */.h)(host)} ${(0,server_quote/* quote */.h)(old.id)} ${(0,server_quote/* quote */.h)(notes(release))} || left="\${left:+$left, }"${(0,server_quote/* quote */.h)(folder)}`)
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

// EXTERNAL MODULE: ./.build/lib/release/shown.js
var shown = __webpack_require__(22697);
// EXTERNAL MODULE: ./.build/lib/survey/layer-script.js + 1 modules
var layer_script = __webpack_require__(94244);
;// CONCATENATED MODULE: ./.build/lib/resources/container/baseline.js





/**
 * The step that notes which files the new container has in its own layer, right before it serves: what comes later was
 * written for somebody. It never fails: without the list, all files count.
 */
function planBaseline(release) {
    const file = (0,written_files/* baselineFile */._S)((0,release_release/* releaseDirectory */.fF)(release));
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'write',
        id: 'container.baseline',
        title: (0,messages_text/* text */.Qq)('List the files that the start wrote', '记录启动时写入的文件'),
        reason: (0,messages_text/* text */.Qq)('files that come later are kept, or a deploy stops and names them', '之后写入的文件会被保留，否则部署会中止并列出它们'),
        script: `umask 077
${layer_script/* layerFunctions */.z}
id=$(cat ${(0,server_quote/* quote */.h)((0,release_release/* containerFile */.YS)(release))})
if open_layer "$id"; then
  { printf '%s\\0' "$id"; layer_changes | worth_keeping | layer_times; } >${(0,server_quote/* quote */.h)(`${file}.new`)} &&
    put_in_place ${(0,server_quote/* quote */.h)(`${file}.new`)} ${(0,server_quote/* quote */.h)(file)} || true
fi`,
    };
}

;// CONCATENATED MODULE: ./.build/lib/resources/container/kept.js



/**
 * Bash functions about the list of containers that no deploy removes; they need the prelude in front.
 * - `keep ID`: puts a container on it; it is on disk when this returns.
 * - `forget ID`: takes it off, which takes no space: the list is written over in place, then cut. Cut short in between, its
 *   last line is there twice.
 */
function keptFunctions(app) {
    const [folder, file] = [(0,server_quote/* quote */.h)((0,release_release/* carriedDirectory */.kx)(app)), (0,server_quote/* quote */.h)((0,release_release/* keptFile */.hr)(app))];
    return `keep() {
  local torn=
  ! grep -qxF -e "$1" ${file} 2>/dev/null || return 0
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
/**
 * The step that puts containers on the list before they are stopped: whatever fails then (a full disk, an engine that does
 * not answer), no run removes them. Each is taken off once it was seen that nothing is lost with it.
 */
function planNoteOld(app, ids, id = 'container.note-old') {
    if (ids.length === 0)
        return [];
    const each = (verb) => ids.map((id) => `${verb} ${(0,server_quote/* quote */.h)(id)}`).join('\n');
    return [
        {
            kind: 'switch',
            phase: 'switch',
            pass: 1,
            stage: 'write',
            id,
            title: (0,messages_text/* text */.Qq)('Keep the old container until its files were checked', '检查旧容器的文件之前予以保留'),
            reason: (0,messages_text/* text */.Qq)('it may write files until it stops', '它停止之前仍可能写入文件'),
            script: `${keptFunctions(app)}\n${each('keep')}`,
            undo: `${keptFunctions(app)}\n${each('forget')}`,
        },
    ];
}

;// CONCATENATED MODULE: ./.build/lib/resources/container/last-look.js




/** Of a container that no survey looked at. */
const unseenFiles = { carried: [], surveyedAt: undefined, discard: false, named: [] };
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
  local folder pid
  folder=$(docker container inspect --format '{{with index .GraphDriver.Data "UpperDir"}}{{.}}{{end}}' "$1" 2>/dev/null) || folder=
  pid=$(docker container inspect --format '{{.State.Pid}}' "$1" 2>/dev/null) || pid=0
  [ -d "$folder" ] || [ ! -d "/proc/$pid/root/" ] || { exec 6<"/proc/$pid/root/"; } 2>/dev/null || true
}
served_since() {
  local list
  for list in ${(0,server_quote/* quote */.h)((0,release_release/* applicationDirectory */.gZ)(app))}/releases/*/baseline; do
    [ -f "$list" ] && [ "$(head -c 64 "$list")" = "$1" ] || continue
    stat -c %.9Y "$list"
    return 0
  done
  echo 0
}
written_since() {
  local id=$1 since=$2 record mode changed bytes path entry mount
  local -A parents=()
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
    const id = (0,server_quote/* quote */.h)(old.id);
    const name = (0,server_quote/* quote */.h)(old.keptAs);
    const since = files.surveyedAt === undefined ? `"$(served_since ${id})"` : (0,server_quote/* quote */.h)(files.surveyedAt);
    const except = [...files.carried.map(({ folder }) => folder), ...files.named].map(server_quote/* quote */.h);
    const lost = files.discard
        ? ''
        : `[ -z "$late" ] || failure CONTAINER_FILES_WRITTEN_LAST container=${name} files="\${late#'?'}"\n`;
    const named = files.discard
        ? `[ -z "$late" ] || [ "$late" = '?' ] || failure CONTAINER_FILES_DISCARDED_LAST container=${(0,server_quote/* quote */.h)(old.name)} files="$late"`
        : '';
    return `left=
${carryAgain(release, old, files.carried)}look_last ${[id, since, ...except].join(' ')}
[ -z "$left" ] || failure CONTAINER_FILES_NOT_CARRIED_AGAIN container=${name} files="$left\${late:+, $late}"
${lost}forget ${id} || true
${remove}${named}`;
}

// EXTERNAL MODULE: ./.build/lib/resources/container/logs-script.js
var logs_script = __webpack_require__(42013);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
;// CONCATENATED MODULE: ./.build/lib/resources/container/retire.js









/** Name of the container that goes, where it is still there when the new one takes its own. */
function replacedName({ image, id }) {
    return `${image}-replaced-by-${id}`;
}
/** The step that stops and removes the container of an old version, unless it holds files that would be lost with it. */
function retire(old, release, id, files) {
    const container = (0,server_quote/* quote */.h)(old.id);
    const keptAs = old.name === release.image ? replacedName(release) : old.name;
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'retire',
        id,
        title: (0,messages_text/* text */.Qq)(`Stop and remove the old container ${old.name}`, `停止并删除旧容器 ${old.name}`),
        reason: (0,messages_text/* text */.Qq)('the new version is proven', '新版本已验证'),
        script: `${stopScript(old.id, release, `docker stop -t ${release.container.stopTimeoutSeconds} ${container}`)}
${letGo(release, { ...old, keptAs }, files, `docker rm ${container} >/dev/null\n`)}`,
    };
}
/** Bash that stops a container for good, its files within reach for {@link letGo}; it ends the script where it is gone. */
function stopScript(id, { app }, stop) {
    const container = (0,server_quote/* quote */.h)(id);
    return `${gone/* goneFunctions */.r}
${keptFunctions(app)}
${lastLookFunctions(app)}
await_engine
if gone ${container}; then forget ${container} || true; exit 0; fi
docker update --restart no ${container} >/dev/null
hold_files ${container}
${stop} >/dev/null`;
}
/**
 * Steps that remove containers a run that died left behind; what serves is never among them. One that has served before
 * stays where it wrote files since.
 */
function removeOrphans(orphans, app) {
    return orphans.map((orphan) => ({
        kind: 'runner',
        phase: 'prepare',
        id: 'container.remove-orphan',
        title: (0,messages_text/* text */.Qq)(`Remove the orphan ${orphan.name}`, `删除残留容器 ${orphan.name}`),
        reason: (0,messages_text/* text */.Qq)('a run that was cut short left it behind', '之前中断的运行留下的'),
        run: async (server, log) => {
            const result = await server.run(`${prelude/* prelude */.e}\nset -e\n${orphanScript(orphan.id, app)}`);
            (0,apply/* mustSucceed */.MX)('container.remove-orphan', result);
            const { files } = (0,script_failure/* factsIn */.PC)(result.stdout);
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
function orphanScript(id, app) {
    const container = (0,server_quote/* quote */.h)(id);
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

// EXTERNAL MODULE: ./.build/lib/resources/container/run-command.js
var run_command = __webpack_require__(23561);
;// CONCATENATED MODULE: ./.build/lib/resources/container/container.js












/** Score of a candidate: the first to go when memory runs out (proc(5), oom_score_adj: -1000 to 1000). */
const candidateOomScore = 800;
/**
 * Steps that start the candidate of `release`, wait until it is well, let it serve, and retire `old` and what earlier runs
 * did not retire (`leftover`). A container set up by hand (`adopted`) is retired by steps of its own; like `old` it comes
 * back after a reboot until the last proof. `files` is what is known of those of `old`.
 */
function planContainer(release, old, reason, leftover = [], adopted, files = unseenFiles) {
    const before = [old, adopted].filter((one) => one !== undefined);
    const folder = (0,server_quote/* quote */.h)((0,release_release/* releaseDirectory */.fF)(release));
    const file = (0,server_quote/* quote */.h)((0,release_release/* containerFile */.YS)(release));
    const name = (0,release_release/* candidateName */.vf)(release);
    const create = (0,server_quote/* commandLine */.a)((0,run_command/* createCommand */.gu)(release));
    const start = (0,run_command/* startCommands */.$d)(release).map(server_quote/* commandLine */.a);
    // Whoever cancels may come while docker makes it: only then does its id show.
    const remove = `[ ! -d ${folder} ] || flock -w 60 ${folder} true || true
id=$(cat ${file} 2>/dev/null) || id=
[ -z "$id" ] || docker rm -f "$id" >/dev/null 2>&1 || gone "$id"`;
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'container.start',
            title: (0,messages_text/* text */.Qq)(`Start container ${name}`, `启动容器 ${name}`),
            reason,
            diff: [(0,run_command/* createCommand */.gu)((0,shown/* shownRelease */.z)(release)), ...(0,run_command/* startCommands */.$d)(release)]
                .map((argv) => `+ ${(0,server_quote/* commandLine */.a)(argv)}`)
                .join('\n'),
            script: `exec 7<${folder}
flock 7
{ ${[create, `flush ${file} ${folder}`, ...start].join(' && ')}; } 7<&- || failure CONTAINER_NOT_STARTED image=${(0,server_quote/* quote */.h)((0,release_release/* imageTag */.I_)(release))}
pid=$(docker container inspect --format '{{.State.Pid}}' "$(cat ${file})")
[ "$pid" -gt 0 ] && { echo ${candidateOomScore} >"/proc/$pid/oom_score_adj"; } 2>/dev/null || true`,
            undo: `${gone/* goneFunctions */.r}\n${remove}`,
        },
        {
            kind: 'server',
            phase: 'prepare',
            id: 'container.health',
            title: (0,messages_text/* text */.Qq)(`Wait until ${release.health.path} on port ${release.health.port} is well`, `等待端口 ${release.health.port} 的 ${release.health.path} 健康`),
            reason: (0,messages_text/* text */.Qq)('only a healthy version is switched to', '只切换到健康的版本'),
            streams: true,
            script: healthScript(name, release.health, (0,logs_script/* logsScript */.P)(name, 60, release)),
            explain: (result) => explainHealth(name, release.health, result),
        },
        planBaseline(release),
        {
            kind: 'switch',
            phase: 'switch',
            pass: 1,
            stage: 'write',
            id: 'container.restart-policy',
            title: (0,messages_text/* text */.Qq)(`${name} comes back after a reboot`, `${name} 在重启后自动恢复`),
            reason: (0,messages_text/* text */.Qq)('whenever the server reboots, something serves', '服务器任何时候重启，都有服务在运行'),
            // `always` brings back even a stopped container when the engine starts (docs.docker.com, restart policies).
            script: [
                gone/* goneFunctions */.r,
                `docker update --restart unless-stopped "$(cat ${file})" >/dev/null`,
                ...before.map(({ id }) => update(id, 'always')),
                flushDocker,
            ].join('\n'),
            undo: [
                // Whatever nginx may still lead to stays.
                '[ "${stuck:-0}" -eq 0 ] || exit 1',
                gone/* goneFunctions */.r,
                `{ ${(0,logs_script/* logsScript */.P)(name, 60, release)}; } || true`,
                // It gives back the space that Docker needs to write the rest.
                remove,
                ...before.map(({ id, restartPolicy }) => update(id, restartPolicy)),
            ].join('\n'),
        },
        ...(adopted === undefined ? [] : planNoteOld(release.app, [adopted.id], 'takeover.note-old')),
        ...planNaming(release, leftover, old, adopted === undefined ? files : unseenFiles),
    ];
}
/**
 * Steps that retire, after the proof, the container of the version that served (`serving`) and those that earlier runs did
 * not retire, and give the one of `release` the guide's name.
 */
function planNaming(release, leftover, serving, files = unseenFiles) {
    const old = serving === undefined ? leftover : [serving, ...leftover];
    const ids = old.map(({ id }) => id);
    return [
        ...planNoteOld(release.app, ids),
        ...old.map((one, at) => retire(one, release, at === 0 ? 'container.retire' : `container.retire-${at + 1}`, one === serving ? files : unseenFiles)),
        {
            kind: 'switch',
            phase: 'switch',
            pass: 1,
            stage: 'rename',
            id: 'container.rename',
            title: (0,messages_text/* text */.Qq)(`Name it ${release.image}`, `更名为 ${release.image}`),
            reason: (0,messages_text/* text */.Qq)(`docker logs ${release.image} works`, `docker logs ${release.image} 可用`),
            script: renameScript(release, ids),
        },
    ];
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
    return `gone ${(0,server_quote/* quote */.h)(id)} || docker update --restart ${(0,server_quote/* quote */.h)(policy)} ${(0,server_quote/* quote */.h)(id)} >/dev/null`;
}
/** Only an old version of ours makes room: another container that took the name meanwhile keeps it. */
function renameScript(release, old) {
    const image = (0,server_quote/* quote */.h)(release.image);
    const aside = (0,server_quote/* quote */.h)(replacedName(release));
    return `id=$(cat ${(0,server_quote/* quote */.h)((0,release_release/* containerFile */.YS)(release))})
holder=$(docker container inspect --format '{{.Id}}' ${image} 2>/dev/null) || holder=
if [ "$holder" != "$id" ]; then
  case $holder in
    ${['""', ...old.map(server_quote/* quote */.h)].join('|')}) ;;
    *) failure CONTAINER_NAME_TAKEN container=${image} ours=${(0,server_quote/* quote */.h)((0,release_release/* candidateName */.vf)(release))} ;;
  esac
  [ -z "$holder" ] || docker rename "$holder" ${aside}
  docker rename "$id" ${image}
fi
pid=$(docker container inspect --format '{{.State.Pid}}' "$id")
echo 0 >"/proc/$pid/oom_score_adj"`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/site/workers.js

/**
 * Bash that notes the workers of now: after the reload they are the old ones, and end when their requests do. Any process
 * may call itself a worker: only children of a master of root's that runs `program` are. A number may become another
 * process's, so that each is noted with when it began (`starttime` of proc(5)).
 */
function noteWorkers(folder, program) {
    return `for process in $(grep -lsz '^nginx: worker process' /proc/[0-9]*/cmdline); do
  process=\${process%/cmdline}
  parent=$(sed -n 's/^PPid:[[:space:]]*/\\/proc\\//p' "$process/status" 2>/dev/null) || continue
  grep -Eqs '^Uid:([[:space:]]+0){4}$' "$parent/status" && [ "$parent/root" -ef / ] || continue
  exe=$(readlink "$parent/exe" 2>/dev/null) || continue
  [ "\${exe% (deleted)}" = ${(0,server_quote/* quote */.h)(program)} ] || continue
  echo "\${process#/proc/} $(sed 's/.*) //' "$process/stat" 2>/dev/null | cut -d ' ' -f 20)"
done >${(0,server_quote/* quote */.h)(`${folder}/workers`)}`;
}
/** Bash that waits for the workers noted, a limit at most: nginx itself sets none to their last requests. */
function drainScript(folder, seconds) {
    return `deadline=$((SECONDS + ${seconds}))
lives() {
  grep -qz 'nginx: worker process' "/proc/$1/cmdline" 2>/dev/null &&
    [ "$(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20)" = "$2" ]
}
while read -r pid born; do
  while lives "$pid" "$born" && [ "$SECONDS" -lt "$deadline" ]; do sleep 0.2; done
done <${(0,server_quote/* quote */.h)(`${folder}/workers`)}`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/container/takeover.js








/** Seconds that a container set up by hand may take to answer again when the switch is undone. */
const comebackSeconds = 240;
/**
 * Steps of the switch that let a container set up by hand go: it is stopped, renamed and kept, its image named. Where
 * nginx is to listen on a port that it holds, it stops in a second pass, once the new version is proven on the https
 * port; up to the last proof it is started again when something fails.
 */
function planTakeover(takeover, release, files = unseenFiles) {
    const { container, adopted } = takeover;
    const id = (0,server_quote/* quote */.h)(container.id);
    return [
        {
            kind: 'switch',
            phase: 'switch',
            pass: 1,
            stage: 'write',
            id: 'takeover.keep-image',
            title: (0,messages_text/* text */.Qq)(`Name the old image ${adopted.image}`, `将旧镜像标记为 ${adopted.image}`),
            reason: (0,messages_text/* text */.Qq)('so that it is there to go back to', '以便日后退回'),
            diff: `+ ${adopted.image}`,
            script: `! docker image inspect ${(0,server_quote/* quote */.h)(adopted.image)} >/dev/null 2>&1 || failure IMAGE_TAG_TAKEN tag=${(0,server_quote/* quote */.h)(adopted.image)}
docker tag ${(0,server_quote/* quote */.h)(container.imageId)} ${(0,server_quote/* quote */.h)(adopted.image)}`,
            // The only name of an image in use is not taken back: Docker refuses that, and it harms nobody.
            undo: `names=$(docker image inspect --format '{{.Id}} {{len .RepoTags}}' ${(0,server_quote/* quote */.h)(adopted.image)} 2>/dev/null) || names=
[ "\${names% *}" != ${(0,server_quote/* quote */.h)(container.imageId)} ] || docker image rm ${(0,server_quote/* quote */.h)(adopted.image)} >/dev/null 2>&1 || [ "\${names##* }" = 1 ]`,
        },
        ...(takeover.port === undefined ? [] : stopForPort(takeover, takeover.port, release)),
        {
            kind: 'switch',
            phase: 'switch',
            pass: 1,
            stage: 'retire',
            id: 'takeover.retire',
            title: (0,messages_text/* text */.Qq)(`Stop the container ${container.name} and keep it as ${adopted.keptAs}`, `停止容器 ${container.name}，并以 ${adopted.keptAs} 的名称保留`),
            reason: (0,messages_text/* text */.Qq)('it stays until the next deploy; its data is mounted in the new one', '保留至下次部署；其数据已挂载到新容器'),
            diff: `- ${container.name}\n+ ${adopted.keptAs}`,
            script: `${stopScript(container.id, release, `docker stop -t ${release.container.stopTimeoutSeconds} ${id}`)}
[ "$(docker container inspect --format '{{.Name}}' ${id})" = ${(0,server_quote/* quote */.h)(`/${adopted.keptAs}`)} ] || docker rename ${id} ${(0,server_quote/* quote */.h)(adopted.keptAs)}
${letGo(release, { ...container, keptAs: adopted.keptAs }, files, '')}`,
        },
    ];
}
function stopForPort({ container }, port, release) {
    const id = (0,server_quote/* quote */.h)(container.id);
    const common = { kind: 'switch', phase: 'switch', pass: 2, stage: 'swap' };
    return [
        {
            ...common,
            id: 'takeover.stop',
            title: (0,messages_text/* text */.Qq)(`Stop the old container ${container.name}`, `停止旧容器 ${container.name}`),
            reason: (0,messages_text/* text */.Qq)(`it holds port ${port}, on which nginx is to listen; the new version is proven by now`, `它占用 nginx 需要监听的端口 ${port}；此时新版本已验证`),
            script: `${drainScript(`${(0,release_release/* releaseDirectory */.fF)(release)}/switch`, release.drainTimeoutSeconds)}
docker stop -t ${release.container.stopTimeoutSeconds} ${id} >/dev/null`,
            // The port may still be in the hands of whoever kept nginx from it.
            undo: `deadline=$((SECONDS + ${comebackSeconds}))
until docker start ${id} >/dev/null 2>&1; do [ "$SECONDS" -lt "$deadline" ] || failure ADOPTED_NOT_RESTARTED container=${(0,server_quote/* quote */.h)(container.name)}; sleep 0.5; done
until [ "$(curl -s --noproxy '*' -o /dev/null -m 5 -w '%{http_code}' http://127.0.0.1:${port}/)" != 000 ]; do
  [ "$SECONDS" -lt "$deadline" ] || failure ADOPTED_NOT_RESTARTED container=${(0,server_quote/* quote */.h)(container.name)}
  sleep 0.3
done`,
        },
        {
            ...common,
            id: 'takeover.let-go',
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
    const id = (0,server_quote/* quote */.h)(adopted.id);
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'prune',
        id: 'takeover.remove',
        title: (0,messages_text/* text */.Qq)(`Remove the container ${adopted.keptAs}`, `删除容器 ${adopted.keptAs}`),
        reason: (0,messages_text/* text */.Qq)(`it was kept until this deploy; its image stays as ${adopted.image}`, `它保留至本次部署；其镜像仍为 ${adopted.image}`),
        diff: `- ${adopted.keptAs}`,
        script: `${gone/* goneFunctions */.r}
if gone ${id}; then exit 0; fi
started=$(docker container inspect --format '{{.State.StartedAt}}' ${id})
if [[ $started > ${(0,server_quote/* quote */.h)(new Date(Number(adopted.surveyedAt) * 1000).toISOString())} ]]; then
  umask 077
${lastLookFunctions(app)}
${keptFunctions(app)}
  look_last ${id} ${(0,server_quote/* quote */.h)(adopted.surveyedAt)}
  if [ -n "$late" ]; then
    keep ${id}
    failure CONTAINER_FILES_WRITTEN_LAST container=${(0,server_quote/* quote */.h)(adopted.keptAs)} files="\${late#'?'}"
  fi
fi
docker rm ${id} >/dev/null`,
    };
}

// EXTERNAL MODULE: ./.build/lib/resources/docker-engine.js + 2 modules
var docker_engine = __webpack_require__(39754);
// EXTERNAL MODULE: ./.build/lib/survey/firewall.js
var survey_firewall = __webpack_require__(9617);
;// CONCATENATED MODULE: ./.build/lib/resources/firewall.js



/** Steps that open `ports` in the host's firewall, where one is active and keeps them shut. */
function planFirewall(ports, firewall) {
    return ports
        .filter((port) => !(0,survey_firewall/* letsIn */.C6)(firewall, port) || !(0,survey_firewall/* goesOnLettingIn */.o9)(firewall, port))
        .map((port) => ({
        kind: 'server',
        phase: 'publish',
        id: 'firewall.open',
        title: (0,messages_text/* text */.Qq)(`Open port ${port} in ${firewall.kind}`, `在 ${firewall.kind} 中开放端口 ${port}`),
        reason: (0,survey_firewall/* letsIn */.C6)(firewall, port)
            ? (0,messages_text/* text */.Qq)(`${firewall.kind} would shut it at its next reload`, `${firewall.kind} 下次重新加载时会关闭该端口`)
            : (0,messages_text/* text */.Qq)(`${firewall.kind} is active and keeps it shut`, `${firewall.kind} 已启用且未开放该端口`),
        diff: `+ ${port}/tcp${firewall.zone === undefined ? '' : ` (zone ${firewall.zone})`}`,
        script: openCommand(firewall, port),
    }));
}
function openCommand(firewall, port) {
    const { kind, zone } = firewall;
    // At the end, where the administrator's bans go before it; right before a rule that shuts the port, where there is one.
    if (kind === 'ufw') {
        const place = (0,survey_firewall/* deciderOf */.Id)(firewall, port)?.number;
        return `ufw ${place === undefined ? '' : `insert ${place} `}allow ${port}/tcp comment deploy-miniprogram-backend >/dev/null`;
    }
    const add = `${zone === undefined ? '' : `--zone=${(0,server_quote/* quote */.h)(zone)} `}--add-port=${port}/tcp`;
    return `firewall-cmd --quiet ${add} && firewall-cmd --quiet --permanent ${add}`;
}

// EXTERNAL MODULE: ./.build/lib/resources/image.js + 1 modules
var resources_image = __webpack_require__(55097);
// EXTERNAL MODULE: ./.build/lib/resources/packages/packages.js + 5 modules
var packages_packages = __webpack_require__(54304);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
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
// EXTERNAL MODULE: ./.build/lib/server/folder.js
var server_folder = __webpack_require__(75822);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./.build/lib/messages/upload.js

/** What the log says of an upload. Sizes, speed and times come formatted (`1.5 MB`, `2:05`). */
const uploadMessages = {
    alreadyThere: (p) => (0,messages_text/* text */.Qq)(`${p.target} is there already, with the same SHA-256; nothing to send.`, `${p.target} 已存在且 SHA-256 相同，无需上传。`),
    resumed: (p) => (0,messages_text/* text */.Qq)(`An earlier run left ${p.there} of ${p.total}; going on from there.`, `之前的运行已上传 ${p.there}（共 ${p.total}），从断点继续。`),
    startedOver: (_) => (0,messages_text/* text */.Qq)('What an earlier run left was damaged; sending the file from its beginning.', '之前上传的部分已损坏，从头重新上传。'),
    progress: (p) => (0,messages_text/* text */.Qq)(`${p.percent} % (${p.sent} of ${p.total}), ${p.speed}/s, ${p.left} left`, `${p.percent}%（${p.sent} / ${p.total}），${p.speed}/秒，剩余 ${p.left}`),
    sent: (p) => (0,messages_text/* text */.Qq)(`${p.total} sent in ${p.duration} (${p.speed}/s); comparing SHA-256.`, `已发送 ${p.total}，用时 ${p.duration}（${p.speed}/秒），正在校验 SHA-256。`),
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

;// CONCATENATED MODULE: ./.build/lib/server/upload.js










/**
 * Brings a file to `target` (absolute) on the server: into a part file beside it, from where an earlier run left off,
 * compared by SHA-256, flushed to disk, mode 0600, then renamed into place. Makes the folder.
 * Throws `Failure`: DISK_FULL (before sending, or met on the way), UPLOAD_CORRUPT (the part is removed), UPLOAD_FAILED.
 */
async function upload(server, source, target, options) {
    for (let damaged = false;; damaged = true) {
        const found = (0,script_failure/* factsIn */.PC)(succeeded(await server.run(lookScript(server.host, source, target)), server, target).stdout);
        if (found.part === undefined) {
            options.log.info(uploadMessages.alreadyThere({ target }));
            return;
        }
        const offset = Number(found.offset);
        // `df` was asked of the file's own folder, so that a link on the way to it does not mislead.
        const [system] = (0,space/* parseDf */.MK)(found.df ?? '');
        if (system !== undefined && source.bytes - offset > system.availableBytes) {
            throw (0,space/* diskFull */.xg)(server.host, system, source.bytes - offset);
        }
        if (damaged)
            options.log.info(uploadMessages.startedOver({}));
        else if (offset > 0) {
            options.log.info(uploadMessages.resumed({ there: (0,space/* formatBytes */.z3)(offset), total: (0,space/* formatBytes */.z3)(source.bytes) }));
        }
        const script = receiveScript(server.host, source, target, found.part, offset);
        const result = await server.run(script, {
            stdin: external_node_stream_.Readable.from(sending(source, offset, options), { objectMode: false }),
        });
        const reason = result.code === 0 ? undefined : (0,script_failure/* failureIn */.Q6)(result);
        // A crash of the server may leave a part whose last bytes never reached the disk; its hash tells, at the end.
        if (reason?.code === 'UPLOAD_CORRUPT' && offset > 0 && !damaged)
            continue;
        succeeded(result, server, target);
        return;
    }
}
/** The bytes from `offset` on, telling how far they are. */
async function* sending(source, offset, { log, onProgress }) {
    if (offset >= source.bytes)
        return;
    const begun = performance.now();
    const line = progress(source.bytes, offset, begun);
    let sent = offset;
    for await (const chunk of (0,external_node_fs_.createReadStream)(source.path, { start: offset, highWaterMark: 256 * 1024 })) {
        yield chunk;
        sent += chunk.length;
        onProgress?.(sent);
        const text = line.at(sent, performance.now());
        if (text !== undefined)
            log.info(text);
    }
    const seconds = (performance.now() - begun) / 1000;
    log.info(uploadMessages.sent({
        total: (0,space/* formatBytes */.z3)(sent - offset),
        duration: formatDuration(seconds),
        speed: (0,space/* formatBytes */.z3)((sent - offset) / Math.max(seconds, 0.001)),
    }));
}
function succeeded(result, server, target) {
    if (result.code === 0)
        return result;
    const evidence = { evidence: result.stderr.trim() || undefined };
    throw (0,script_failure/* failureIn */.Q6)(result) ?? (0,failure/* failure */.V2)('UPLOAD_FAILED', { host: server.host, path: target }, evidence);
}
/**
 * Says where to go on. No fact `part`: the file is there. A part that another process still writes to (one whose runner
 * vanished, for all the server knows) is left alone for a new one.
 */
function lookScript(host, source, target) {
    const folder = external_node_path_.posix.dirname(target);
    return `${prelude/* prelude */.e}
target=${(0,server_quote/* quote */.h)(target)} folder=${(0,server_quote/* quote */.h)(folder)} bytes=${source.bytes} sha256=${(0,server_quote/* quote */.h)(source.sha256)}
mkdir -p "$folder" || failure UPLOAD_FAILED host=${(0,server_quote/* quote */.h)(host)} path="$target"
if [ -f "$target" ] && [ "$(stat -c %s "$target")" = "$bytes" ] && [ "$(sha256sum <"$target" | cut -c1-64)" = "$sha256" ]; then
  exit 0
fi
part=$target.part-\${sha256:0:8}
for candidate in "$part" "$part".*; do
  [ -f "$candidate" ] || continue
  if flock -n "$candidate" true; then part=$candidate; break; fi
done
[ ! -f "$part" ] || flock -n "$part" true || part=$part.$$
offset=0
[ ! -f "$part" ] || offset=$(stat -c %s "$part")
if [ "$offset" -gt "$bytes" ]; then rm -f "$part"; offset=0; fi
fact part "$part"
fact offset "$offset"
fact df "$(df -B1 --output=target,avail "$folder")"
`;
}
/** Appends standard input to the part, then proves and publishes it. */
function receiveScript(host, source, target, part, offset) {
    return `${prelude/* prelude */.e}
target=${(0,server_quote/* quote */.h)(target)} part=${(0,server_quote/* quote */.h)(part)} host=${(0,server_quote/* quote */.h)(host)} bytes=${source.bytes} sha256=${(0,server_quote/* quote */.h)(source.sha256)}
failed() { printf '%s\\n' "$1" >&2; failure UPLOAD_FAILED host="$host" path="$target"; }
umask 077
exec 7>>"$part" || failed "cannot write $part"
flock -n 7 || failed "$part is being written by another run"
[ "$(stat -c %s "$part")" = ${offset} ] || failed "$part changed since it was looked at"
if ! error=$(cat 2>&1 >&7); then
  case $error in
    *'No space left'* | *quota*)
      system=$(df --output=target "$part" | tail -n 1) available=$(df -h --output=avail "$part" | tail -n 1)
      rm -f "$part"
      failure DISK_FULL host="$host" fileSystem="$system" needed=${(0,server_quote/* quote */.h)((0,space/* formatBytes */.z3)(source.bytes - offset))} available="\${available// /}" ;;
  esac
  failed "$error"
fi
size=$(stat -c %s "$part")
[ "$size" -ge "$bytes" ] || failed "only $size of $bytes bytes came"
sync "$part" || failed "cannot flush $part"
actual=$(sha256sum <"$part" | cut -c1-64)
if [ "$actual" != "$sha256" ]; then
  rm -f "$part"
  failure UPLOAD_CORRUPT host="$host" path="$target" expected="$sha256" actual="$actual"
fi
chmod 0600 "$part" && mv -f "$part" "$target" || failed "cannot put $target in place"
sync "\${target%/*}"
for other in "$target".part-*; do
  [ ! -f "$other" ] || flock -n "$other" rm -f "$other"
done
exit 0
`;
}

// EXTERNAL MODULE: ./.build/lib/resources/release-record.js
var release_record = __webpack_require__(99880);
;// CONCATENATED MODULE: ./.build/lib/resources/release-folder.js















/** Steps that make the folder of `release` and fill it. `sameJar`: where the server has this very jar already. */
function planReleaseFolder(release, files, folders, sameJar) {
    const folder = (0,release_release/* releaseDirectory */.fF)(release);
    const made = folders.filter((state) => !state.exists).map((state) => state.path);
    return [
        {
            kind: 'runner',
            phase: 'prepare',
            id: 'release.folder',
            title: (0,messages_text/* text */.Qq)(`Folder of release ${release.id}`, `版本 ${release.id} 的目录`),
            reason: (0,messages_text/* text */.Qq)('Dockerfile, context and environment go there', '存放 Dockerfile、上下文和环境变量'),
            diff: [
                `+ ${folder}`,
                ...files.files.map(({ name, container }) => `+ ${(0,release_release/* filesDirectory */.Rv)(release)}/${name} (${container})`),
                ...made.map((path) => `+ ${path}`),
            ].join('\n'),
            run: async (server) => {
                const result = await server.run(`${prelude/* prelude */.e}\nset -e\n${folderScript(release, folders)}`, {
                    stdin: archive(release, files),
                });
                (0,apply/* mustSucceed */.MX)('release.folder', result);
            },
            undo: [
                // Its id is known by this folder alone: while the container is there, or no engine tells, the folder stays.
                `${gone/* goneFunctions */.r}\n${(0,gone/* goneByFile */.l)((0,release_release/* containerFile */.YS)(release))} || exit 1`,
                `${(0,marker/* ourFolders */.Cf)(release.app)}\nremove_ours ${(0,server_quote/* quote */.h)(folder)}`,
                ...made.toReversed().map((path) => `rmdir ${(0,server_quote/* quote */.h)(path)} 2>/dev/null || true`),
            ].join('\n'),
        },
        sameJar === undefined ? uploadJar(release, files) : copyJar(release, sameJar),
    ];
}
/** Mounted folders are made before Docker would make them as root; those made here belong to the container's user. */
function folderScript(release, folders) {
    const owner = release.container.volumeOwner;
    return [
        'umask 022',
        (0,server_folder/* makeFolders */.w)('755', (0,release_release/* applicationDirectory */.gZ)(release.app)),
        (0,server_folder/* makeFolders */.w)('700', external_node_path_.posix.dirname((0,release_release/* releaseDirectory */.fF)(release))),
        (0,marker/* makeOurs */.EP)((0,release_release/* releaseDirectory */.fF)(release), release.app, '700'),
        ...folders
            .filter((state) => !state.exists)
            .map(({ path }) => {
            const chown = owner === undefined ? '' : ` && chown ${(0,server_quote/* quote */.h)(owner)} ${(0,server_quote/* quote */.h)(path)}`;
            return `[ -e ${(0,server_quote/* quote */.h)(path)} ] || { mkdir -p ${(0,server_quote/* quote */.h)(path)}${chown}; }`;
        }),
        `mkdir -m 700 ${(0,server_quote/* quote */.h)(`${(0,release_release/* releaseDirectory */.fF)(release)}/switch`)}`,
        `tar -x -C ${(0,server_quote/* quote */.h)((0,release_release/* releaseDirectory */.fF)(release))} --no-same-owner`,
    ].join('\n');
}
/** The small files of a release as one tar stream, so that they take one round trip. */
function archive(release, files) {
    const stream = (0,tar_stream.pack)();
    const out = new external_node_stream_.PassThrough();
    stream.pipe(out);
    // A file that is gone may fail both before anybody reads; the reader is told when it comes, nobody else need be.
    for (const one of [stream, out])
        one.on('error', () => { });
    const add = async () => {
        for (const { path, source } of files.context) {
            const { mode } = await (0,promises_.lstat)(source);
            stream.entry({ name: `build/${path}`, mode: mode & 0o777 }, await (0,promises_.readFile)(source));
        }
        stream.entry({ name: 'build/Dockerfile', mode: 0o644 }, markStages(release.build.dockerfile, release.app));
        stream.entry({ name: 'planned.json', mode: 0o600 }, (0,release_record/* renderRecord */.sF)(release));
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
function uploadJar(release, files) {
    const { jar } = release.build;
    return {
        kind: 'runner',
        phase: 'prepare',
        id: 'release.jar',
        title: (0,messages_text/* text */.Qq)(`Upload ${jar.fileName}`, `上传 ${jar.fileName}`),
        reason: (0,messages_text/* text */.Qq)('the server does not have this jar', '服务器上没有这个 jar'),
        diff: `+ ${jar.fileName} (${(jar.bytes / 1e6).toFixed(1)} MB, SHA-256 ${jar.sha256.slice(0, 12)}…)`,
        run: async (server, log) => {
            await upload(server, { path: files.jarSource, bytes: jar.bytes, sha256: jar.sha256 }, (0,release_release/* incomingJar */.Ym)(release), {
                log,
            });
            const result = await server.run(`${prelude/* prelude */.e}\nset -e\n${placeJar(release, (0,release_release/* incomingJar */.Ym)(release), 'mv')}`);
            (0,apply/* mustSucceed */.MX)('release.jar', result);
        },
        // What has come of the jar stays for the next run.
        undo: removeIncoming(release),
    };
}
function copyJar(release, source) {
    return {
        kind: 'server',
        phase: 'prepare',
        id: 'release.jar',
        title: (0,messages_text/* text */.Qq)(`Take ${release.build.jar.fileName} from an earlier release`, `使用先前版本中的 ${release.build.jar.fileName}`),
        reason: (0,messages_text/* text */.Qq)('the server has this very jar', '服务器上已有同一个 jar'),
        script: placeJar(release, source, 'ln'),
    };
}
/** Bash that puts the jar where the Dockerfile looks for it, and notes its hash for later runs. */
function placeJar(release, source, verb) {
    const build = (0,release_release/* buildDirectory */.WP)(release);
    const [first, ...others] = release.build.jarDestinations.map((path) => `${build}/${path}`);
    const target = (0,server_quote/* quote */.h)(first ?? build);
    return [
        ...release.build.jarDestinations.map((path) => `mkdir -p ${(0,server_quote/* quote */.h)(external_node_path_.posix.dirname(`${build}/${path}`))}`),
        verb === 'mv'
            ? `mv -f ${(0,server_quote/* quote */.h)(source)} ${target}`
            : `ln -f ${(0,server_quote/* quote */.h)(source)} ${target} 2>/dev/null || cp ${(0,server_quote/* quote */.h)(source)} ${target}`,
        `chmod 644 ${target}`,
        ...others.map((path) => `ln -f ${target} ${(0,server_quote/* quote */.h)(path)}`),
        // What the hash stands for is on disk before it: later releases take the jar by it.
        `flush ${target} ${(0,server_quote/* quote */.h)(build)}`,
        `printf '%s %s\\n' ${release.build.jar.sha256} ${(0,server_quote/* quote */.h)(release.build.jarDestinations[0] ?? '')} >${(0,server_quote/* quote */.h)(`${(0,release_release/* releaseDirectory */.fF)(release)}/jar.sha256`)}`,
        ...(verb === 'mv' ? [removeIncoming(release)] : []),
    ].join('\n');
}
/** Bash that removes the folder of uploads where nothing waits in it. */
function removeIncoming(release) {
    return `rmdir ${(0,server_quote/* quote */.h)((0,release_release/* incomingDirectory */.kR)(release.app))} 2>/dev/null || true`;
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
            title: (0,messages_text/* text */.Qq)(`Remove the empty folder ${(0,release_release/* incomingDirectory */.kR)(release.app)}`, `删除空目录 ${(0,release_release/* incomingDirectory */.kR)(release.app)}`),
            reason: (0,messages_text/* text */.Qq)('an interrupted upload left it behind', '上传中断时留下的'),
            script: removeIncoming(release),
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
        reason: (0,messages_text/* text */.Qq)('a run that was cut short left it behind', '之前中断的运行留下的'),
        script: (0,release_record/* removeRelease */.gs)(release, id),
    }));
}

// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/survey/selinux.js
var survey_selinux = __webpack_require__(17911);
;// CONCATENATED MODULE: ./.build/lib/resources/selinux.js





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
 * Steps after which an enforcing SELinux lets nginx listen on `ports`, reach the application and read the pair that this
 * run installed in the folder `certificate`. None of them touches what serves.
 */
function planSelinux(selinux, ports, certificate) {
    if (selinux.mode === 'off')
        return [];
    return [
        ...ports.filter((port) => !webPorts.includes((0,survey_selinux/* typeOf */.QP)(selinux, port) ?? '')).map((port) => labelPort(selinux, port)),
        ...(selinux.networkConnect ? [] : [letConnect]),
        ...(certificate === undefined ? [] : [relabel(certificate)]),
    ];
}
function labelPort(selinux, port) {
    const type = (0,survey_selinux/* typeOf */.QP)(selinux, port) ?? '-';
    const verb = type === '-' || nobodysPorts.includes(type) ? '-a' : '-m';
    // A port that a local change labelled meanwhile is "already defined": then it is modified.
    const other = verb === '-a' ? ' || said=$(semanage port -m -t http_port_t -p tcp "$port" 2>&1)' : '';
    return {
        kind: 'server',
        phase: 'prepare',
        id: 'selinux.port',
        title: (0,messages_text/* text */.Qq)(`Let SELinux have nginx listen on ${port}`, `允许 nginx 在 SELinux 下监听端口 ${port}`),
        reason: (0,messages_text/* text */.Qq)(`its type is ${type}; ${stays.en}`, `其类型为 ${type}；${stays.zh}`),
        diff: `+ semanage port ${verb} -t http_port_t -p tcp ${port}`,
        script: (0,lock_script/* underSharedLock */.VN)(`port=${port}
said=$(semanage port ${verb} -t http_port_t -p tcp "$port" 2>&1)${other} || failure SELINUX_PORT_REFUSED "port=$port" type=${(0,server_quote/* quote */.h)(type)} "said=$said"`, sharedLockSeconds),
    };
}
const letConnect = {
    kind: 'server',
    phase: 'prepare',
    id: 'selinux.connect',
    title: (0,messages_text/* text */.Qq)('Let SELinux have nginx reach the application', '允许 nginx 在 SELinux 下连接应用'),
    reason: (0,messages_text/* text */.Qq)(`httpd_can_network_connect is off; ${stays.en}`, `httpd_can_network_connect 为 off；${stays.zh}`),
    diff: '+ setsebool -P httpd_can_network_connect on',
    script: (0,lock_script/* underSharedLock */.VN)('setsebool -P httpd_can_network_connect on', sharedLockSeconds),
};
/** What lies beside the pair keeps the label that somebody gave it. */
function relabel(folder) {
    return {
        kind: 'server',
        phase: 'prepare',
        id: 'selinux.certificate',
        title: (0,messages_text/* text */.Qq)('Give the certificate its SELinux label', '为证书设置 SELinux 标签'),
        reason: (0,messages_text/* text */.Qq)('nginx reads only files that bear one of its own', 'nginx 只能读取带有相应标签的文件'),
        diff: `+ restorecon -R ${folder}`,
        script: `restorecon -R ${(0,server_quote/* quote */.h)(folder)}`,
    };
}
/**
 * The step after which nginx may read the files of a static site in `folder`; none where SELinux does not care. The rule
 * is for all sites of the application, whose folders have the same form, and for nothing else beside them.
 */
function planContentLabel(selinux, folder) {
    if (selinux.mode === 'off')
        return [];
    const parent = external_node_path_.posix.dirname(folder);
    const pattern = (0,server_quote/* quote */.h)(`${parent.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(/[0-9a-f]{64}(/.*)?)?`);
    const type = '-t httpd_sys_content_t';
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'selinux.content',
            title: (0,messages_text/* text */.Qq)(`Let SELinux have nginx read ${folder}`, `允许 nginx 在 SELinux 下读取 ${folder}`),
            reason: (0,messages_text/* text */.Qq)(`its label is another service’s or nobody’s; ${stays.en}`, `其标签不属于 nginx；${stays.zh}`),
            diff: `+ semanage fcontext -a ${type} ${pattern}`,
            script: (0,lock_script/* underSharedLock */.VN)(`semanage fcontext -a ${type} ${pattern} 2>/dev/null || semanage fcontext -m ${type} ${pattern}
restorecon ${(0,server_quote/* quote */.h)(parent)}
restorecon -R ${(0,server_quote/* quote */.h)(folder)}`, sharedLockSeconds),
        },
    ];
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(37291);
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

;// CONCATENATED MODULE: ./.build/lib/resources/site/enable.js


/**
 * The step that has systemd start nginx at boot, where it does not: the last one before the point of no return, once nginx
 * is proven in `pass`, the last pass. A unit that somebody enabled or disabled meanwhile is left as it is.
 */
function enableSteps(nginx, pass, folder) {
    if (!nginx.unit || !nginx.disabled)
        return [];
    const note = (0,server_quote/* quote */.h)(`${folder}/nginx-was-disabled`);
    return [
        {
            kind: 'switch',
            phase: 'switch',
            pass,
            stage: 'prove',
            id: 'site.enable',
            title: (0,messages_text/* text */.Qq)('Have systemd start nginx at boot', '设置 nginx 开机自动启动'),
            reason: (0,messages_text/* text */.Qq)('nginx.service is disabled', 'nginx.service 未设为开机启动'),
            diff: '+ systemctl enable nginx.service',
            script: `rm -f ${note}
if [ "$(systemctl is-enabled nginx.service 2>/dev/null)" = disabled ]; then
  : >${note}
  flush ${note} ${(0,server_quote/* quote */.h)(folder)}
  systemctl enable nginx.service
fi`,
            undo: `if [ -e ${note} ]; then
  systemctl disable nginx.service
  rm -f ${note}
fi`,
        },
    ];
}

;// CONCATENATED MODULE: ./.build/lib/resources/site/file-change.js


/** Bytes in base64, in lines of 76 characters as base64(1) prints them. */
function encodeBytes(bytes) {
    return bytes.toString('base64').replace(/.{76}/g, '$&\n');
}
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
        `base64 -d >"$new" <<'EOF'\n${encodeBytes(after)}\nEOF`,
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
  failure NGINX_FILE_CHANGED file=${(0,server_quote/* quote */.h)(path)}
fi`;
}
/**
 * Bash that puts the old file back, or takes the new one away where there was none. Needs no space on the disk.
 * Idempotent; a swap that had not begun changes nothing.
 */
function restoreScript(change, key) {
    const { path, before, after, ours } = change;
    // Edited or removed since: whoever did so is not overruled, and finds the old file beside it.
    const edited = `elif [ -f "$backup" ] && ! ${hasBytes(after)} && ! ${hasBytes(before ?? Buffer.alloc(0))}; then
  failure NGINX_FILE_EDITED file=${(0,server_quote/* quote */.h)(path)} backup="$backup"`;
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
        ...(before?.equals(after) ? [] : [`elif ${hasBytes(after)}; then`, before === undefined ? takeAway : file_change_gone]),
        'fi',
        'flush "${file%/*}"',
    ].join('\n');
}
const takeAway = '  rm -f "$file"';
/** Somebody removed it; what the new file names must stay. */
const file_change_gone = `  printf '%s is gone\\n' "$backup" >&2; exit 1`;
/** Bash that removes what {@link swapScript} kept, once nothing undoes any more, or before a swap with that key began. */
function forgetScript(change, key) {
    return [...locate(change), backupName(key), 'rm -f "$backup" "$backup.new" "$new"'].join('\n');
}
/** Bash that names what became of another's file since it was surveyed: two may edit one. */
function unchanged({ path, before }) {
    return `${hasBytes(before ?? Buffer.alloc(0))} || failure NGINX_FILE_CHANGED file=${(0,server_quote/* quote */.h)(path)}`;
}
function hasBytes(bytes) {
    const sum = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
    return `[ "$(sha256sum <"$file" 2>/dev/null | cut -d ' ' -f 1)" = ${sum} ]`;
}
/** Sets `file` to where the bytes really lie, and `new` to a name beside it. */
function locate({ path, before }) {
    return [
        before === undefined ? `file=${(0,server_quote/* quote */.h)(path)}` : `file=$(readlink -f ${(0,server_quote/* quote */.h)(path)}) || file=${(0,server_quote/* quote */.h)(path)}`,
        `new="\${file%/*}/.\${file##*/}.deploy"`,
    ];
}
function backupName(key) {
    return `backup="\${file%/*}/.\${file##*/}.before-"${(0,server_quote/* quote */.h)(key)}`;
}

// EXTERNAL MODULE: ./.build/lib/nginx/patience.js
var patience = __webpack_require__(71018);
;// CONCATENATED MODULE: ./.build/lib/resources/site/nginx-command.js


/** Words that call this server's nginx with the configuration it runs with. */
function nginxCommand(nginx) {
    return [nginx.program, ...nginx.selection].map(server_quote/* quote */.h).join(' ');
}
const initScript = '/etc/init.d/nginx';
/**
 * Bash functions that look at nginx as it is when they are called, whatever was surveyed minutes before:
 * - `nginx_masters` prints the pids of its masters that are root's.
 * - `apply_configuration` has nginx read its configuration again where a master lives, else starts it.
 * - `stop_nginx` stops it.
 */
function nginxFunctions(nginx) {
    const command = nginxCommand(nginx);
    return `nginx_processes() {
  local process exe
  find /proc/[0-9]*/exe -maxdepth 0 -printf '%h %l\\n' 2>/dev/null | while read -r process exe; do
    [ "\${exe% (deleted)}" = ${(0,server_quote/* quote */.h)(nginx.program)} ] || continue
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
    const plain = `${patience/* patiently */.d_} ${nginxCommand(nginx)} 8>&- 9>&-`;
    // A script may take what a master that was killed left for one that runs.
    if (!nginx.unit)
        return nginx.initScript
            ? `${patience/* patiently */.d_} ${initScript} start 8>&- 9>&- && [ -n "$(nginx_masters)" ] || ${plain}`
            : plain;
    const restart = `systemctl reset-failed nginx.service >/dev/null 2>&1
systemctl restart nginx.service 8>&- 9>&-`;
    if (nginx.state === 'stopped')
        return restart;
    return `local path
path=$(systemctl show -p ExecStart nginx.service 2>/dev/null | sed -n 's/.*path=\\([^ ;]*\\).*/\\1/p' | tail -n 1)
case \${path##*/} in
  nginx|openresty|tengine) [ "$path" = ${initScript} ] || [ "$(readlink -f "$path")" = ${(0,server_quote/* quote */.h)(nginx.program)} ] || { ${plain}; return; } ;;
esac
${restart}`;
}
function stopCommands(nginx) {
    if (nginx.unit)
        return 'systemctl stop nginx.service';
    return `${patience/* patiently */.d_} ${nginx.initScript ? `${initScript} stop` : `${nginxCommand(nginx)} -s stop`}`;
}
function indent(script) {
    return script.replace(/^/gm, '  ');
}

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
        ...(site.staticSite === undefined
            ? []
            : [
                { ...https, port: nginx_site/* staticPorts */.d6.https, status: pageRead },
                { ...http(nginx_site/* staticPorts */.d6.http), status: pageRead },
            ]),
    ];
}
/** Shows that a worker can read the page, and not only that nginx is there. */
const pageRead = [{ from: 200, to: 200 }];
/**
 * What the application's file of before was seen to bring: only that can be asked for again. Its certificate may have
 * been renewed in place meanwhile.
 */
function servedBefore({ managedFile, serving }) {
    const label = managedFile === undefined ? undefined : (0,nginx_label/* managedBy */.ZF)(managedFile.text);
    const address = proofAddressIn(managedFile?.text ?? '');
    if (label === undefined || address === undefined || serving?.release !== label.release)
        return [];
    const configuration = { file: managedFile?.path ?? '' };
    return [{ ...address, status: anyStatus, release: label.release, configuration, fingerprint: undefined }];
}

;// CONCATENATED MODULE: ./.build/lib/resources/site/reload-script.js


/** Bash that has nginx read its files, and names why where it does not. */
function reloadScript(nginx) {
    return `${nginxFunctions(nginx)}
${patience/* ranOut */.ir}
said=$(apply_configuration 2>&1) || {
  ! ran_out $? || failure NGINX_SILENT seconds=${patience/* nginxSeconds */.Ce}
  said="$said
$(journalctl -u nginx -n 20 -o cat --no-pager 2>/dev/null)"
  printf '%s\\n' "$said" >&2
  emergency=$(printf '%s\\n' "$said" | grep -F '[emerg]' | grep -vF 'still could not bind' | tail -n 1)
  failure NGINX_NOT_STARTED "said=\${emergency:-$(printf '%s\\n' "$said" | head -n 1)}"
}`;
}

;// CONCATENATED MODULE: ./.build/lib/resources/site/test-script.js





/**
 * Bash that lets nginx judge the changed files in the place of the live ones, in a mount namespace of its own: the live
 * files stay as they are. They are laid out below `stage`. A file that is not there yet cannot be mounted over; a copy
 * of its folder, with it, is.
 */
function testScript(nginx, changes, stage) {
    const fresh = changes.filter(({ before }) => before === undefined);
    const folders = [...new Set(fresh.map(({ path }) => external_node_path_.posix.dirname(path)))];
    const mounts = [];
    const lines = [
        ...changes.map(({ path }) => `roots_alone ${(0,server_quote/* quote */.h)(path)}`),
        `rm -rf ${(0,server_quote/* quote */.h)(stage)}`,
        `mkdir -p ${(0,server_quote/* quote */.h)(stage)}`,
    ];
    for (const [at, folder] of folders.entries()) {
        const copy = `${stage}/folder-${at}`;
        lines.push(`cp -a ${(0,server_quote/* quote */.h)(`${folder}/.`)} ${(0,server_quote/* quote */.h)(`${copy}/`)}`);
        for (const { path, after } of fresh.filter((change) => external_node_path_.posix.dirname(change.path) === folder)) {
            lines.push(write(after, `${copy}/${external_node_path_.posix.basename(path)}`));
        }
        mounts.push(copy, folder);
    }
    for (const [at, change] of changes.filter(({ before }) => before !== undefined).entries()) {
        const copy = `${stage}/file-${at}`;
        if (!change.ours)
            lines.push(...locate(change), unchanged(change));
        lines.push(write(change.after, copy));
        mounts.push(copy, change.path);
    }
    return `${lines.join('\n')}
${patience/* ranOut */.ir}
status=0
said=$(unshare -m bash -c '${judge}' judge ${mounts.map(server_quote/* quote */.h).join(' ')} -- ${patience/* patiently */.d_} ${nginxCommand(nginx)} 2>&1) || status=$?
if [ "$status" -ne 0 ]; then
  printf '%s\\n' "$said" >&2
  ! ran_out "$status" || failure NGINX_SILENT seconds=${patience/* nginxSeconds */.Ce}
  failure NGINX_REFUSED "said=$(printf '%s\\n' "$said" | grep -E '\\[(emerg|crit|alert)\\]' | head -n 3)"
fi`;
}
/** Folders first, then files, which may lie in one of them; after `--` the words that call nginx. */
const judge = `set -e; mount --make-rprivate /
while [ "$1" != -- ]; do mount --bind "$1" "$(readlink -f "$2")"; shift 2; done
shift; exec "$@" -t`;
function write(bytes, path) {
    return `base64 -d >${(0,server_quote/* quote */.h)(path)} <<'EOF'\n${encodeBytes(bytes)}\nEOF\nchmod 644 ${(0,server_quote/* quote */.h)(path)}`;
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
    const note = (0,server_quote/* quote */.h)(stoppedNote(folder));
    return `rm -f ${note}; [ -n "$(nginx_masters)" ] || { cat ${bootId} >${note}; flush ${note} ${(0,server_quote/* quote */.h)(folder)}; }`;
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
function undoScript({ own, key, proofs }, nginx, folder, errorLog) {
    // What kept it from starting is taken away by now: others' sites, which were down with it, come back.
    const mended = nginx.managedFile?.broken !== undefined && nginx.state === 'stopped';
    return [
        restoreScript(own, key),
        nginxFunctions(nginx),
        ...(mended || nginx.state === 'running'
            ? []
            : [
                `if [ "$(cat ${(0,server_quote/* quote */.h)(stoppedNote(folder))} 2>/dev/null)" = "$(cat ${bootId})" ]; then stop_nginx || true; exit 0; fi`,
            ]),
        // Killed or stopped since the survey, it is started with the old file.
        'apply_configuration || true',
        ...proofs.map((proof) => proveScript(proof, errorLog)),
    ].join('\n');
}

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
    const folder = `${(0,release_release/* releaseDirectory */.fF)(release)}/switch`;
    const passes = passesOf(desired, nginx);
    // What is to be in the end has all that the passes on the way have, and more.
    const own = ownChange(desired.file, oldFile(nginx), renderSite(release.site, nginx.version));
    const others = desired.others.map(({ change }) => change);
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'site.judge',
            title: (0,messages_text/* text */.Qq)(`nginx judges ${desired.file}`, `nginx 检查 ${desired.file}`),
            reason: (0,messages_text/* text */.Qq)('what it refuses is known before anything long begins', '在耗时操作之前先发现 nginx 不接受的内容'),
            script: testScript(nginx, [own, ...others], `${folder}/stage`),
            undo: `rm -rf ${(0,server_quote/* quote */.h)(`${folder}/stage`)}`,
        },
        ...passes.flatMap((pass) => stepsOf(pass, desired, nginx, folder)),
        ...enableSteps(nginx, passes.length, folder),
        drain(release, folder, passes),
    ];
}
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
function changesOf({ own, others }) {
    return [own, ...others.map(({ change }) => change)];
}
function stepsOf(pass, desired, nginx, folder) {
    const { number, own, others } = pass;
    const { file, release, errorLog } = desired;
    const id = (name) => (number === 1 ? `site.${name}` : `site.${name}-${number}`);
    const key = keyOf(release, pass);
    const common = { kind: 'switch', phase: 'switch', pass: number };
    const proofs = [...pass.proofs, ...others.flatMap((other) => other.proofs)];
    const proofsOfUndo = [...pass.proofsOfUndo, ...others.flatMap((other) => other.proofsOfUndo)];
    const ports = [...new Set(pass.proofs.map(({ port }) => port))].join(', ');
    return [
        {
            ...common,
            stage: 'test',
            id: id('test'),
            title: (0,messages_text/* text */.Qq)('nginx judges it beside the files as they are now', 'nginx 结合当前文件再次检查'),
            reason: (0,messages_text/* text */.Qq)('another application may have changed its own', '其他应用可能已修改其文件'),
            // Nothing of this pass is swapped yet: an old file with its key is a former run's.
            script: [
                ...changesOf(pass).map((change) => forgetScript(change, key)),
                testScript(nginx, changesOf(pass), `${folder}/stage`),
            ].join('\n'),
        },
        {
            ...common,
            stage: 'swap',
            id: id('swap'),
            title: (0,messages_text/* text */.Qq)(`Put ${file} in place`, `替换 ${file}`),
            reason: number === 1 ? reasonForSwap(own, release.site) : (0,messages_text/* text */.Qq)('its port is free now', '端口现已空出'),
            ...(own.before?.equals(own.after) ? {} : { diff: difference(own) }),
            script: [
                nginxFunctions(nginx),
                ...(number === 1 ? [noteStopped(nginx, folder)] : []),
                noteWorkers(folder, nginx.program),
                swapScript(own, key),
            ].join('\n'),
            undo: undoScript({ own, key, proofs: proofsOfUndo }, nginx, folder, errorLog),
        },
        ...others.map((other) => ({
            ...common,
            stage: 'swap',
            id: other.id,
            title: other.title,
            reason: other.reason,
            diff: difference(other.change),
            script: swapScript(other.change, key),
            undo: restoreScript(other.change, key),
        })),
        {
            ...common,
            stage: 'reload',
            id: id('reload'),
            title: nginx.state === 'running' ? (0,messages_text/* text */.Qq)('Reload nginx', '重新加载 nginx') : (0,messages_text/* text */.Qq)('Start nginx', '启动 nginx'),
            reason: (0,messages_text/* text */.Qq)('it reads the new files', '使新文件生效'),
            script: reloadScript(nginx),
        },
        {
            ...common,
            stage: 'prove',
            id: id('prove'),
            title: (0,messages_text/* text */.Qq)(`nginx serves ${release.id} on ${ports}`, `nginx 在 ${ports} 端口提供 ${release.id}`),
            reason: (0,messages_text/* text */.Qq)('return codes of nginx prove nothing', 'nginx 的返回码不能证明任何事'),
            // Whatever ended it since the reload, it is started once more.
            script: [
                nginxFunctions(nginx),
                '[ -n "$(nginx_masters)" ] || apply_configuration >&2 || true',
                ...proofs.map((proof) => proveScript(proof, errorLog)),
            ].join('\n'),
        },
    ];
}
function reasonForSwap({ before, after }, { staticSite }) {
    if (before === undefined)
        return (0,messages_text/* text */.Qq)('it is not there yet', '文件尚不存在');
    if (before.equals(after))
        return (0,messages_text/* text */.Qq)('as it is; nginx reads it anew', '内容不变；nginx 重新读取');
    if (staticSite === undefined && (0,render_static/* servesPages */.b6)(before.toString('utf8')))
        return (0,messages_text/* text */.Qq)('the static site is no longer served: there is no static-site', '不再提供静态站点：未设置 static-site');
    if ((0,nginx_label/* isUntouched */.O2)(before.toString('utf8')))
        return (0,messages_text/* text */.Qq)('it differs', '内容有变化');
    return (0,messages_text/* text */.Qq)('it was edited by hand and is replaced; nginx-snippet keeps such changes', '文件被手工修改过，将被替换；请用 nginx-snippet 保留此类修改');
}
function drain(release, folder, passes) {
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'drain',
        id: 'site.drain',
        title: (0,messages_text/* text */.Qq)(`Let running requests end, at most ${release.drainTimeoutSeconds} s`, `等待进行中的请求结束，最多 ${release.drainTimeoutSeconds} 秒`),
        reason: (0,messages_text/* text */.Qq)('no request is cut off', '不中断任何请求'),
        script: [
            drainScript(folder, release.drainTimeoutSeconds),
            // Nothing undoes any more: the old files go.
            ...passes.flatMap((pass) => changesOf(pass).map((change) => forgetScript(change, keyOf(release, pass)))),
        ].join('\n'),
    };
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./.build/lib/resources/static-site.js















/** The step that brings the files of a site to the server; none where they are there. */
function planStaticFiles(app, site, there) {
    if (site === undefined || there.some(({ sha256 }) => sha256 === site.sha256))
        return [];
    const folder = (0,release_release/* staticDirectory */.oO)(app, site.sha256);
    const incoming = `${(0,release_release/* staticDirectory */.oO)(app)}/.${site.sha256}.new`;
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
remove_ours ${(0,server_quote/* quote */.h)(folder)}
remove_ours ${(0,server_quote/* quote */.h)(incoming)} ${site.sha256}
rmdir ${(0,server_quote/* quote */.h)((0,release_release/* staticDirectory */.oO)(app))} 2>/dev/null || true`,
        },
    ];
}
/**
 * Bash that unpacks its standard input beside the site's folder, then renames it: whoever sees the folder sees all of it.
 * Every file bears the time of now: nginx makes its ETag of time and size, and two versions may agree in the latter.
 */
function static_site_receiveScript(app, { path, sha256 }, folder, incoming) {
    const files = (0,server_quote/* quote */.h)(`${incoming}/files${path}`);
    return `umask 022
${(0,server_folder/* makeFolders */.w)('755', (0,release_release/* applicationDirectory */.gZ)(app), (0,release_release/* staticDirectory */.oO)(app))}
parent=${(0,server_quote/* quote */.h)((0,release_release/* staticDirectory */.oO)(app))}
while [ "$parent" != / ]; do
  case $(stat -c %A "$parent") in *[xt]) ;; *) failure STATIC_SITE_CLOSED folder="$parent" ;; esac
  parent=$(dirname "$parent")
done
# What runs that were cut short left.
${(0,marker/* ourFolders */.Cf)(app)}
for left in ${(0,server_quote/* quote */.h)((0,release_release/* staticDirectory */.oO)(app))}/.*.new; do
  name=\${left##*/.}; remove_ours "$left" "\${name%.new}"
done
${(0,marker/* makeOurs */.EP)(incoming, app, '755', sha256)}
mkdir -p ${files}
tar -x -m -C ${files} --no-same-owner --no-same-permissions
chmod -R u=rwX,go=rX ${(0,server_quote/* quote */.h)(`${incoming}/files`)}
sync -f ${(0,server_quote/* quote */.h)(incoming)} 2>/dev/null || sync
mv -T ${(0,server_quote/* quote */.h)(incoming)} ${(0,server_quote/* quote */.h)(folder)}
flush ${(0,server_quote/* quote */.h)((0,release_release/* staticDirectory */.oO)(app))}`;
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
        .filter(({ sha256 }) => (0,release_release/* staticRoot */.lN)(release.app, sha256) !== root)
        .filter(({ releases }) => releases.every((id) => id === release.id || removed.includes(id)))
        .map(({ sha256 }) => (0,release_release/* staticDirectory */.oO)(release.app, sha256));
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
            reason: (0,messages_text/* text */.Qq)('no release that is kept names them', '保留的版本都不再使用'),
            diff: old.map((folder) => `- ${folder}`).join('\n'),
            script: [(0,marker/* ourFolders */.Cf)(release.app), ...old.map((folder) => `remove_ours ${(0,server_quote/* quote */.h)(folder)}`)].join('\n'),
        },
    ];
}

;// CONCATENATED MODULE: ./.build/lib/deployment/steps.js























/** The steps of a deployment: what they share is prepared first, what is published comes last. */
function stepsFor(inputs, decision, adoption, shared, file) {
    const { settings, project, surveyed, certificate } = inputs;
    const { release, current } = decision;
    if (surveyed.nginx.state === 'missing')
        throw (0,failure/* failure */.V2)('INTERNAL', { detail: 'nginx is planned for, but missing' });
    const pair = certificate.install === undefined
        ? []
        : (0,resources_certificate/* planCertificate */.Xz)(certificate.pair, release.site.domain, certificate.install.chain, certificate.install.key, surveyed.certificates);
    const site = planSite({
        release,
        file: surveyed.nginx.managedFile?.path ?? file,
        status: decision.proofStatus,
        fingerprint: certificate.certificate.fingerprint,
        certificateIsNew: pair.length > 0,
        others: [...adoption.servers.files, ...shared],
        publishesLater: adoption.takeover?.port !== undefined,
        errorLog: errorLogOf(inputs.nginx, surveyed.nginx.version),
    }, surveyed.nginx);
    const prepare = [
        ...(surveyed.releases.unrecorded && current !== undefined ? [(0,release_record/* planMissingRecord */.HC)(current)] : []),
        ...(0,packages_packages/* planPolicy */._0)(surveyed.system),
        ...(0,docker_engine/* planMirror */.N)(surveyed.system, surveyed.docker),
        ...removeOrphans((0,orphans/* orphanContainers */.HY)(project, surveyed).filter(({ id }) => !isKept(id, surveyed)), project.app),
        ...(0,resources_image/* removeBuildLeftovers */.FA)(surveyed.buildLeftovers),
        ...removeCopies(project.app, surveyed.written.copies),
        ...pair,
        ...planSelinux(surveyed.selinux, (0,nginx_site/* portsOf */.a5)(release.site), pair.length > 0 ? external_node_path_.posix.dirname(certificate.pair.chainPath) : undefined),
    ];
    const { takeover, record } = adoption;
    const adopted = record === undefined ? [] : [planAdoptedRecord(record, release.app)];
    const publish = planFirewall((0,nginx_site/* openPorts */.Rr)(release.site), surveyed.firewall);
    const files = planStaticFiles(project.app, project.staticSite, surveyed.releases.statics);
    const pages = files.length === 0
        ? []
        : [...files, ...planContentLabel(surveyed.selinux, (0,release_release/* staticDirectory */.oO)(project.app, project.staticSite?.sha256))];
    const oldPages = (removed) => planStaticPrune(release, surveyed.releases.statics, removed);
    const orphanFolders = [
        ...removeOrphanFolders(release, (0,orphans/* orphanReleases */.HB)(project, surveyed)),
        ...removeEmptyIncoming(release, surveyed.releases.emptyIncoming),
    ];
    const serving = (0,orphans/* servingContainer */._B)(surveyed);
    // One that is kept, but runs or has the name still, was not stopped or renamed.
    const unfinished = ({ id, name, status }) => isKept(id, surveyed) && (status === 'running' || name === project.image);
    const old = [
        ...(0,orphans/* oldContainers */.Ig)(project, surveyed).filter((one) => !isKept(one.id, surveyed) || unfinished(one)),
        ...(0,orphans/* orphanContainers */.HY)(project, surveyed).filter(unfinished),
    ];
    if (decision.newContainer === undefined) {
        return [
            ...prepare,
            ...orphanFolders,
            ...pages,
            ...site,
            // What an earlier run left undone after its proof.
            ...(old.length > 0 || (serving !== undefined && serving.name !== release.image) ? planNaming(release, old) : []),
            ...(site.length > 0 || isStale(release, current) ? [(0,release_record/* planRecord */.x1)(release), ...oldPages([])] : []),
            ...adopted,
            ...publish,
        ];
    }
    const discard = settings.container.writtenFiles === 'discard';
    const filesOfOld = {
        carried: decision.carried,
        surveyedAt: surveyed.time,
        discard,
        named: discard ? (decision.atStake?.files ?? []) : [],
    };
    const environment = environmentFile(settings.container.environment);
    const contents = { context: project.context, environment, files: project.files, jarSource: project.jar.path };
    const [folder, jar] = planReleaseFolder(release, contents, surveyed.storage.folders.filter(({ path }) => release.container.volumes.some(({ host }) => host === path)), surveyed.releases.jars.get(release.build.jar.sha256));
    return [
        ...prepare,
        folder,
        ...planAdoptedVariables(release, adoption.container),
        // Before the site's own steps: in the pass that they share, the old container lets go of the port first.
        ...(takeover === undefined ? [] : planTakeover(takeover, release, filesOfOld)),
        ...site,
        ...pages,
        jar,
        // After the jar: an orphan may be where it is taken from, when a run that died is run again.
        ...orphanFolders,
        ...(0,resources_image/* planImage */.Fz)(release, decision.sameImage, latestOfOthers(release, surveyed) === undefined),
        ...planCarry(release, adoption.container ?? serving, decision.carried, surveyed.storage.folders.filter(({ exists }) => exists).map(({ path }) => path)),
        ...planContainer(release, serving, decision.newContainer, old, takeover?.container, filesOfOld),
        (0,release_record/* planRecord */.x1)(release),
        ...adopted,
        ...removeKept(project.app, surveyed),
        ...(0,release_record/* planPrune */.wM)(release, surveyed.releases.recorded, settings.keepReleases),
        ...oldPages((0,release_record/* releasesToPrune */.W3)(release, surveyed.releases.recorded, settings.keepReleases)),
        ...publish,
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
/** `<image>:latest`, where it names an image that was not built for this application: it goes on naming that. */
function latestOfOthers({ app, image }, { images }) {
    return images.find((one) => one.tag === `${image}:latest` && one.app !== app)?.tag;
}
/** Whether a container holds files that could not be carried. */
function isKept(id, { written }) {
    return written.containers.some(({ container, kept }) => container === id && kept);
}
/** The container that an earlier deploy took over was kept until now. */
function removeKept(app, surveyed) {
    const { handMade, releases } = surveyed;
    const kept = releases.adopted?.container;
    return kept !== undefined && !isKept(kept.id, surveyed) && handMade.some(({ id }) => id === kept.id)
        ? [removeAdopted(kept, app)]
        : [];
}

;// CONCATENATED MODULE: ./.build/lib/deployment/strangers.js


/** Folders in which another user could lead root elsewhere, of those that this deployment writes to (design rule 16). */
function strangersInTheWay({ release }, { nginx, storage, strangers }, { files, certificate }) {
    const places = nginx.state === 'missing' ? [] : [...nginx.strangersOfPlaces];
    const ofFile = (file) => places.filter(([place]) => place === file || place === external_node_path_.posix.dirname(file)).flatMap(([, found]) => found);
    const made = storage.folders.filter(({ path, exists }) => !exists && release.container.volumes.some(({ host }) => host === path));
    return [
        ...files.flatMap((file) => refuse(file, ofFile(file))),
        ...(certificate.install === undefined
            ? []
            : refuse(external_node_path_.posix.dirname(external_node_path_.posix.dirname(certificate.pair.chainPath)), strangers.certificates)),
        ...made.flatMap(({ path }) => {
            const found = strangers.volumes.get(path) ?? [];
            return found.length === 0 ? [] : [(0,failure/* failure */.V2)('VOLUME_NOT_ROOTS', { folder: path, found })];
        }),
    ];
}
function refuse(folder, found) {
    const once = found.filter(({ path }, at) => found.findIndex((one) => one.path === path) === at);
    return once.length === 0 ? [] : [(0,failure/* failure */.V2)('FOLDER_NOT_ROOTS', { folder, found: once })];
}

;// CONCATENATED MODULE: ./.build/lib/deployment/words.js




/** What a person wants to know of a deployment before it begins. */
function notesOn({ release, healthReason }, { pair, certificate, notes }) {
    const { path, port, status } = release.health;
    return [
        commands/* commandMessages */.c.health(path, port, (0,health_status/* renderHealthStatus */.VM)(status), healthReason),
        commands/* commandMessages */.c.certificateUntil(pair.chainPath, certificate.notAfter.toISOString().slice(0, 10)),
        ...notes,
    ];
}
/** What is said of a deployment every time, also where nothing is to change. */
function warningsOf(decision, surveyed) {
    return [...openToTheWorld(decision), ...siteNoLonger(decision), ...latestKept(decision, surveyed)];
}
/** Plain http can be read and changed on its way, and goes past what the https port demands. */
function openToTheWorld({ release }) {
    const { publishedAppPort, publishedOnLoopback } = release.site;
    return publishedAppPort === undefined || publishedOnLoopback ? [] : [commands/* commandMessages */.c.publicPort(publishedAppPort)];
}
/** People who start `<image>` without a tag get that one. */
function latestKept({ release, newContainer }, surveyed) {
    const tag = newContainer === undefined ? undefined : latestOfOthers(release, surveyed);
    return tag === undefined ? [] : [commands/* commandMessages */.c.latestKept(tag)];
}
/** A site that goes because an input is not there any more: what was meant, or forgotten. */
function siteNoLonger({ release, current }) {
    const before = current === undefined ? undefined : (0,nginx_site/* staticUrl */.oz)(current.site);
    return before === undefined || release.site.staticSite !== undefined ? [] : [commands/* commandMessages */.c.siteNoLonger(before)];
}

;// CONCATENATED MODULE: ./.build/lib/deployment/plan.js


















/** Plans a deployment on a server that has docker and nginx. Throws `Failures` with all that stands in its way. */
function planDeployment(inputs) {
    const { settings, project, surveyed, certificate } = inputs;
    const environment = environmentFile(settings.container.environment);
    const heritage = heritageOf(settings, project, surveyed, inputs.nginx);
    const decision = decide(settings, {
        project,
        surveyed,
        heritage,
        certificate: certificate.pair,
        environmentSha256: environment === undefined ? undefined : sha256Of(environment),
        origin: inputs.origin,
        now: inputs.now,
    });
    const adoption = planAdoption(heritage, decision, settings, project, surveyed, inputs.nginx);
    const shared = shareCertificate(project.app, decision.release.site.domain, certificate, surveyed);
    const folder = includeFolder(inputs.nginx);
    const file = folder === undefined ? undefined : `${folder}/${(0,nginx_label/* nginxFileOf */._8)(project.app)}`;
    const managedFile = surveyed.nginx.state === 'missing' ? undefined : surveyed.nginx.managedFile;
    const database = unmountedDatabase(settings, project, decision.release.container, decision.newContainer !== undefined);
    const choice = settings.container.writtenFiles;
    const problems = [
        // First: what is to be saved comes before what is to be stopped.
        ...(0,written_files_words/* lostFiles */.uR)(decision, choice, surveyed.storage.folders),
        ...database.problems,
        ...adoption.problems,
        ...obstacles(decision, project, surveyed, inputs.nginx, adoption),
        ...spaceProblems(decision, project, surveyed, settings.server.host),
        ...strangersInTheWay(decision, surveyed, {
            files: [
                ...(managedFile === undefined ? (file === undefined ? [] : [file]) : [managedFile.path]),
                ...[...adoption.servers.files, ...shared.others].map(({ change }) => change.path),
            ],
            certificate,
        }),
        ...(file === undefined ? [(0,failure/* failure */.V2)('NGINX_NO_INCLUDE', { main: inputs.nginx.main })] : foreignFile(file, inputs)),
    ];
    if (problems.length > 0 || file === undefined)
        throw new failure/* Failures */.oo(problems);
    return {
        decision,
        certificate,
        plan: (0,plan/* makePlan */.Cs)(stepsFor(inputs, decision, adoption, shared.others, file)),
        siteText: surveyed.nginx.state === 'missing' ? '' : renderSite(decision.release.site, surveyed.nginx.version),
        warnings: [
            ...certificate.warnings,
            ...certificatesByHand(decision.release.site.domain, certificate, surveyed, inputs.nginx, adoption.servers.cut),
            ...warningsOf(decision, surveyed),
            ...(0,written_files_words/* warningsOfFiles */.SU)(decision, choice),
            ...database.warnings,
            ...(0,written_files_words/* keptContainers */.lQ)(surveyed),
            ...warningsOfAdoption(adoption, decision.release, surveyed),
        ],
        notes: [
            ...notesOn(decision, certificate),
            ...shared.notes,
            ...notesOnAdoption(adoption),
            ...(0,written_files_words/* notesOnCarried */.Zh)(decision),
        ],
    };
}
/** A file of somebody else in the application's place is not overwritten; one that a power cut left empty is nobody's. */
function foreignFile(file, { project, surveyed, nginx }) {
    const text = nginx.files.get(file);
    if (text === undefined || text.trim() === '' || (0,nginx_label/* managedBy */.ZF)(text)?.app === project.app)
        return [];
    if (surveyed.nginx.state !== 'missing' && surveyed.nginx.managedFile?.path === file)
        return [];
    return [(0,failure/* failure */.V2)('NGINX_FILE_NOT_OURS', { file, owner: (0,nginx_label/* managedBy */.ZF)(text)?.app ?? '-' })];
}
/** What the plan says of a server that must be provisioned first: the rest depends on what is installed. */
const knownAfterProvisioning = (0,messages_text/* text */.Qq)('Image, container, certificate and nginx site: known after provisioning.', '镜像、容器、证书和 nginx 站点：安装环境后才能确定。');


/***/ }),

/***/ 43497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ variablesForJar),
/* harmony export */   u: () => (/* binding */ plainVariables)
/* harmony export */ });
/* harmony import */ var _settings_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27187);
/* harmony import */ var _settings_java_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12883);
/* harmony import */ var _settings_timezone_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62379);



/** Variables of the container that are no secret, by the inputs that stand for them. */
function plainVariables(container, dockerfile, serverTimezone) {
    const { profile, javaOptions } = container;
    const timezone = container.timezone ?? inheritedTimezone(container, dockerfile, serverTimezone);
    return {
        // A rendered Dockerfile has the profile on its command line; an own one gets it as a variable.
        ...(profile === undefined || dockerfile === undefined ? {} : { SPRING_PROFILES_ACTIVE: profile }),
        ...(javaOptions === undefined ? {} : { [_settings_java_options_js__WEBPACK_IMPORTED_MODULE_1__/* .javaOptionsVariable */ .lw]: javaOptions }),
        ...(timezone === undefined ? {} : { TZ: timezone }),
    };
}
/** The server's time zone, where nobody chose one for the container: its log and its dates read as the server's do. */
function inheritedTimezone({ environment }, dockerfile, serverTimezone) {
    if (serverTimezone === undefined || (0,_settings_timezone_js__WEBPACK_IMPORTED_MODULE_2__/* .isUtc */ .r)(serverTimezone))
        return undefined;
    return 'TZ' in { ...dockerfile?.environment, ...(0,_settings_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .valuesOf */ .sm)(environment) } ? undefined : serverTimezone;
}
/** Everything that the container's environment has on top of the image's, as far as the application's configuration sees it. */
function variablesForJar({ environment, javaOptions }) {
    return { ...(0,_settings_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .valuesOf */ .sm)(environment), ...(javaOptions === undefined ? {} : { [_settings_java_options_js__WEBPACK_IMPORTED_MODULE_1__/* .javaOptionsVariable */ .lw]: javaOptions }) };
}


/***/ }),

/***/ 12807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ suggestedVolumes),
/* harmony export */   u: () => (/* binding */ volumesToPaste)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85369);
/* harmony import */ var _settings_volumes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89061);



/** Names in the application's folder that are no places for data of its own. */
const taken = /^(?:releases|static|current|rollback|container-files|adopted\.(?:json|env)|deploy\.log)$/;
/**
 * Where folders of the container would be mounted from, each from another folder: the same path as in the guide, else one
 * of the last name.
 */
function suggestedVolumes(app, folders, volumes) {
    const directory = (0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .applicationDirectory */ .gZ)(app);
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
    return ['volumes: |', ...volumes.map((volume) => `  ${(0,_settings_volumes_js__WEBPACK_IMPORTED_MODULE_1__/* .renderVolume */ .Jl)(volume)}`)].join('\n');
}


/***/ }),

/***/ 16079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ isMounted),
/* harmony export */   Ry: () => (/* binding */ defaultVolumes),
/* harmony export */   bf: () => (/* binding */ ownerOf)
/* harmony export */ });
/* unused harmony export applicationUser */
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85369);

/** The guide's two folders, at the same path on both sides. */
function defaultVolumes(app) {
    return ['file-system', 'logs'].map((name) => {
        const path = `${(0,_release_release_js__WEBPACK_IMPORTED_MODULE_0__/* .applicationDirectory */ .gZ)(app)}/${name}`;
        return { host: path, container: path, readOnly: false };
    });
}
/** Whether a path in a container is in one of its mounts. */
function isMounted(path, volumes) {
    return volumes.some(({ container }) => path === container || path.startsWith(`${container}/`));
}
/** Who an application without a user of its own runs as, where its folders allow: beyond the accounts of a distribution. */
const applicationUser = { uid: 10_001, gid: 10_001 };
/**
 * The user that can write to every folder, or undefined where only root can: folders that exist keep their owner
 * (nothing mounted is ever changed), those still to be made will belong to whom this says.
 */
function ownerOf(folders) {
    const owners = folders.filter((folder) => folder.exists).map(({ uid, gid }) => ({ uid, gid }));
    const [first, ...others] = owners;
    if (first === undefined)
        return applicationUser;
    if (first.uid === 0 || others.some((owner) => owner.uid !== first.uid || owner.gid !== first.gid))
        return undefined;
    return first;
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);
/* harmony import */ var _messages_written_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10110);
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(85369);
/* harmony import */ var _server_quote_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76148);
/* harmony import */ var _survey_written_files_script_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68447);
/* harmony import */ var _container_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77301);
/* harmony import */ var _database_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64110);
/* harmony import */ var _volumes_to_paste_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12807);








/** Names that are shown of many. */
const shown = 10;
/** Files that a deploy which needs a new container would lose, as far as `container-files` does not see to them. */
function lostFiles({ release, newContainer, atStake }, choice, states) {
    if (newContainer === undefined || atStake === undefined || choice === 'discard')
        return [];
    const { container, seen, files } = atStake;
    if (!seen)
        return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('CONTAINER_FILES_UNSEEN', { container })];
    const filled = (0,_container_files_js__WEBPACK_IMPORTED_MODULE_3__/* .filledMounts */ .b2)(atStake, states);
    const { carried } = release.container;
    const before = release.container.volumes.filter((volume) => choice === 'refuse' || !carried.includes(volume));
    if (atStake.cut) {
        return [
            (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('CONTAINER_FILES_TOO_MANY', {
                container,
                most: _survey_written_files_script_js__WEBPACK_IMPORTED_MODULE_2__/* .mostFiles */ .p,
                files: listed(files),
                copies: copiesOf(atStake, release.app, before),
                volumes: pasted(atStake, release.app, before),
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
                mounted: mountedFolder(before, release.app),
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
            volumes: pasted(atStake, release.app, before),
            beside: listed(atStake.besideImage),
            mounted: mountedFolder(before, release.app),
            database: files.some(_database_file_js__WEBPACK_IMPORTED_MODULE_5__/* .isDatabaseFile */ .M),
        }),
    ];
}
/** What is said where no new container is needed, so that nothing is lost yet; and of what is let go. */
function warningsOfFiles({ release, newContainer, atStake }, choice) {
    if (atStake === undefined)
        return [];
    if (newContainer === undefined)
        return writesOutside(atStake, release.app, release.container.volumes);
    const { container, files } = atStake;
    return choice === 'discard' && (files.length > 0 || atStake.cut)
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
            mounted: mountedFolder(volumes, app),
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
        ...(inUse || anonymousVolumes.length > 0 ? [`docker pause ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(container)}`] : []),
        // All but its volumes: whatever is not named here is in it.
        `(umask 077; ${exportCommand(container)})`,
        ...[...new Set([...folders, ...anonymousVolumes])].map((folder) => copyCommand(container, `${folder}/.`, into(folder))),
    ]
        .map((line) => `  ${line}`)
        .join('\n');
}
/** A command that removes a container once all of it but its volumes is saved. */
function saveAndRemove(container, removedOnStop) {
    const name = (0,_server_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(container);
    // The environment may hold secrets.
    const save = `(umask 077; ${settingsCommand(container)} && ${exportCommand(container)})`;
    return removedOnStop
        ? `docker pause ${name} && ${save} && docker unpause ${name} && docker stop ${name}`
        : `docker stop ${name} && ${save} && docker rm ${name}`;
}
function settingsCommand(container) {
    return `docker inspect ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(container)} >/root/${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(`${container}.json`)}`;
}
function exportCommand(container) {
    return `docker export ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(container)} >/root/${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(`${container}.tar`)}`;
}
function copiesOf({ container, folders, hiddenBy, besideImage }, app, volumes) {
    const place = volumes.find(({ host, readOnly }) => host.startsWith('/') && !readOnly)?.host;
    return [
        ...(0,_volumes_to_paste_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestedVolumes */ .r)(app, folders, volumes).map((volume) => copyCommand(container, `${volume.container}/.`, volume.host)),
        ...hiddenBy
            .filter(({ host }) => host.startsWith('/'))
            .map((volume) => copyCommand(container, `${volume.container}/.`, volume.host)),
        ...(place === undefined ? [] : besideImage.slice(0, shown).map((file) => copyCommand(container, file, place))),
    ]
        .map((line) => `  ${line}`)
        .join('\n');
}
/** Owners, modes and times stay; what is there already is not written over. */
function copyCommand(container, path, to) {
    const folder = (0,_server_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(to);
    return `mkdir -p ${folder} && docker cp ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .h)(`${container}:${path}`)} - | tar -xp --numeric-owner --skip-old-files -C ${folder}`;
}
function countOf({ files, cut }) {
    return cut ? `${_survey_written_files_script_js__WEBPACK_IMPORTED_MODULE_2__/* .mostFiles */ .p}+` : String(files.length);
}
function pasted({ folders }, app, volumes) {
    if (folders.length === 0)
        return '';
    return (0,_volumes_to_paste_js__WEBPACK_IMPORTED_MODULE_4__/* .volumesToPaste */ .u)([...volumes, ...(0,_volumes_to_paste_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestedVolumes */ .r)(app, folders, volumes)]) ?? '';
}
function mountedFolder(volumes, app) {
    return volumes.find(({ readOnly }) => !readOnly)?.container ?? `${(0,_release_release_js__WEBPACK_IMPORTED_MODULE_7__/* .applicationDirectory */ .gZ)(app)}/file-system`;
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

/***/ 3780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hb: () => (/* binding */ isImageReference),
/* harmony export */   qS: () => (/* binding */ defaultBaseImage)
/* harmony export */ });
/* unused harmony export checkedBaseImage */
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);

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


/***/ }),

/***/ 59115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GF: () => (/* binding */ applySteps),
  w$: () => (/* binding */ lastLines),
  pR: () => (/* binding */ leftToOthersExitCode),
  MX: () => (/* binding */ mustSucceed),
  qD: () => (/* binding */ undoSteps)
});

// UNUSED EXPORTS: undoScript

// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/apply.js

/** What the log says while steps run and are taken back. */
const applyMessages = {
    undone: (step) => (0,messages_text/* text */.Qq)(`Undone: ${step}`, `已撤销：${step}`),
    notUndone: (step) => (0,messages_text/* text */.Qq)(`Could not be undone: ${step}; the next run removes it.`, `未能撤销：${step}；下次运行会清理。`),
    leftToOthers: (step) => (0,messages_text/* text */.Qq)(`Undone: ${step}. Files that were added or changed there in the meantime are kept; the plan above lists the folders.`, `已撤销：${step}。其间在那里新增或修改的文件予以保留；目录见上方的计划。`),
    undoUnseen: (0,messages_text/* text */.Qq)('The runner’s time is over before everything was undone. The server goes on undoing; the next run removes the rest. The running version is untouched.', '运行器的时间已到，撤销尚未全部完成。服务器会继续撤销，下次运行会清理残留。正在运行的版本未受影响。'),
    undoUnreachable: (code) => (0,messages_text/* text */.Qq)(`The server could not be reached to undo what was prepared (${code}). What serves is untouched; the next run removes the rest.`, `无法连接服务器以撤销已准备的内容（${code}）。正在运行的服务未受影响；下次运行会清理残留。`),
};

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 29 modules
var failure = __webpack_require__(5081);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
// EXTERNAL MODULE: ./.build/lib/server/script-failure.js
var script_failure = __webpack_require__(72882);
// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
;// CONCATENATED MODULE: ./.build/lib/engine/apply.js





/** Runs one step; throws the `Failure` it named, or the one that its exit stands for. */
async function runStep(step, server, log) {
    if (step.kind === 'runner')
        return step.run(server, log);
    const result = await server.run(`${prelude/* prelude */.e}\nset -e\n${step.script}`, {
        ...(step.silentSeconds === undefined ? {} : { stallSeconds: step.silentSeconds }),
        // Standard error is evidence, which is shown with the failure and without secrets.
        ...(step.streams ? { onLine: (line, stream) => stream === 'stdout' && showLine(line, log) } : {}),
    });
    mustSucceed(step.id, result, step.explain);
}
/** Throws what a step's script named, else what its exit stands for, else `STEP_FAILED`; nothing where it ended well. */
function mustSucceed(step, result, explain) {
    if (result.code === 0)
        return;
    throw ((0,script_failure/* failureIn */.Q6)(result) ??
        explain?.(result) ??
        (0,failure/* failure */.V2)('STEP_FAILED', { step, code: String(result.code) }, { evidence: lastLines(`${result.stdout}${result.stderr}`, 40) }));
}
function showLine(line, log) {
    if (!line.startsWith('@@'))
        log.output(line);
}
/** The last `count` lines of a program's output. */
function lastLines(output, count) {
    return output.trimEnd().split('\n').slice(-count).join('\n');
}
/**
 * Runs steps one after another. When one fails or the run is cancelled, that one and those before it are undone in
 * reverse, then its failure is thrown; what cannot be undone are leftovers, which the next run removes.
 */
async function applySteps(steps, server, log, occasion) {
    const records = [];
    for (const [index, step] of steps.entries()) {
        const begun = occasion.now();
        try {
            await log.group(step.title, () => (0,cancel/* unlessCancelled */.M)(() => runStep(step, server, log), occasion.cancelled));
        }
        catch (error) {
            await undoSteps(steps.slice(0, index + 1), server, log, occasion);
            throw error;
        }
        records.push({ id: step.id, seconds: (occasion.now() - begun) / 1000 });
    }
    return records;
}
/** The exit code of an undo that left files of somebody else's where its own were. */
const leftToOthersExitCode = 3;
/** It goes on to its end when the runner is gone and nobody reads its output. */
const alone = "trap '' HUP PIPE";
/** The script that takes steps back, the last one first. A step that cannot be taken back is named by its exit. */
function undoScript(steps) {
    const fragments = steps
        .filter((step) => step.undo !== undefined)
        .toReversed()
        .map((step) => `( set -e\n${step.undo}\n) </dev/null >/dev/null 2>&1; printf '%sundone %s %s\\n' "$deploy_mark" ${step.id} $?`);
    return fragments.length === 0 ? '' : [prelude/* prelude */.e, alone, ...fragments, 'exit 0'].join('\n');
}
/**
 * Takes back what was prepared, in reverse, and says so; the server goes on with it when the time of a cancelled run is
 * over. Never throws: the first failure is the one that counts.
 */
async function undoSteps(steps, server, log, { graceOver, leave }) {
    const script = undoScript(steps);
    if (script === '')
        return;
    const tell = (line) => {
        const [, id, code] = /^@@undone (\S+) (\d+)$/.exec(line) ?? [];
        if (id === undefined)
            return;
        if (code === '0')
            log.info(applyMessages.undone(id));
        else if (code === String(leftToOthersExitCode))
            log.warning(applyMessages.leftToOthers(id));
        else {
            log.warning(applyMessages.notUndone(id));
            leave();
        }
    };
    try {
        await (0,cancel/* unlessCancelled */.M)(() => server.run(script, { onLine: tell }), graceOver);
    }
    catch (error) {
        const [first] = (0,failure/* failuresOf */.dJ)(error);
        log.warning(graceOver.aborted ? applyMessages.undoUnseen : applyMessages.undoUnreachable(first.code));
        leave();
    }
}


/***/ }),

/***/ 29719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fr: () => (/* binding */ survey)
/* harmony export */ });
/* unused harmony exports surveyScript, readSections */
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);
/* harmony import */ var _server_prelude_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13553);
/* harmony import */ var _server_script_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72882);



/** Ends the answer of a probe that was asked: without it, no process could be started for it. */
const asked = '@@asked';
/** The script that asks all probes in one round trip, after an `opening` of theirs; each answer is framed, so that no output can be mistaken for another's. */
function surveyScript(probes, opening = '') {
    const sections = Object.entries(probes).map(([name, probe]) => `printf '%ssection ${name} ' "$deploy_mark"\n{\n(\n${probe.script}\n) 2>/dev/null </dev/null\nprintf '${asked}'\n} | base64 -w0\nprintf '\\n'`);
    return [_server_prelude_js__WEBPACK_IMPORTED_MODULE_1__/* .prelude */ .e, opening, ...sections, 'exit 0'].join('\n');
}
/** Reads what {@link surveyScript} printed: the output of each section by its name; none of one that was cut short. */
function readSections(stdout) {
    const sections = new Map();
    for (const line of stdout.split('\n')) {
        const [, name, encoded] = /^@@section (\w+) (\S*)$/.exec(line) ?? [];
        const answer = Buffer.from(encoded ?? '', 'base64').toString('utf8');
        if (name !== undefined && answer.endsWith(asked))
            sections.set(name, answer.slice(0, -asked.length));
    }
    return sections;
}
/** Asks the server all `probes` at once, after an `opening` that they have in common. Throws `Failure` when the server cannot answer. */
async function survey(server, probes, opening) {
    const byName = probes;
    const result = await server.run(surveyScript(byName, opening));
    if (result.code !== 0) {
        throw (0,_server_script_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failureIn */ .Q6)(result) ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('SURVEY_FAILED', { code: String(result.code) }, { evidence: result.stderr });
    }
    const sections = readSections(result.stdout);
    return Object.fromEntries(Object.entries(byName).map(([name, probe]) => {
        const output = sections.get(name);
        // A question that was not put (no process could be started) must not read as "nothing is there".
        if (output === undefined)
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('SURVEY_FAILED', { code: `no ${name}` }, { evidence: result.stderr });
        return [name, probe.read(output)];
    }));
}


/***/ }),

/***/ 48157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ placeOfHost),
/* harmony export */   b: () => (/* binding */ databasePlace)
/* harmony export */ });
/** Where a host name or address leads. */
function placeOfHost(host) {
    const name = host.trim().toLowerCase();
    // Without a host the drivers take localhost.
    if (/^(?:|localhost|0\.0\.0\.0|127(?:\.\d+){3}|\[?::1\]?)$/.test(name))
        return 'container';
    return name === 'host.docker.internal' ? 'server' : 'elsewhere';
}
/**
 * Where a JDBC URL of MySQL, MariaDB or PostgreSQL leads; undefined for any other. Of several hosts one that is the
 * container counts before all others: it is never right.
 */
function databasePlace(url) {
    const [, authority] = /^jdbc:(?:p6spy:)?(?:mysql|mariadb|postgresql)(?::[\w+]+)*:\/\/([^/?]*)/i.exec(url.trim()) ?? [];
    if (authority === undefined)
        return undefined;
    const places = authority
        .slice(authority.lastIndexOf('@') + 1)
        .split(',')
        .map((one) => placeOfHost(/\(host=([^)]*)\)/i.exec(one)?.[1] ?? one.replace(/:\d*$/, '')));
    return places.find((place) => place === 'container') ?? places[0];
}


/***/ }),

/***/ 40325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ commandMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** Titles and lines of the commands. */
const commandMessages = {
    readProject: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Read the jar and what is built around it', '读取 jar 及构建内容'),
    connect: (host) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Connect to ${host}`, `连接 ${host}`),
    survey: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Look at the server', '勘察服务器'),
    resume: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('End a switch that was cut short', '收尾之前中断的切换'),
    resumed: (release, outcome) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The switch to ${release} that was cut short is ended: ${outcome}.`, `之前中断的切换（${release}）已收尾：${outcome}。`),
    plan: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Plan', '计划'),
    switch: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Switch', '切换'),
    outside: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Look from outside', '从外部检查'),
    outsidePages: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Look at the static site from outside', '从外部检查静态站点'),
    staticSite: (url) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Static site: ${url}`, `静态站点：${url}`),
    latestKept: (tag) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${tag} was not built by this action for this application and is left as it is. If you do not need it, remove it: docker image rm ${tag}`, `${tag} 不是本操作为本应用构建的镜像，保持不变。如不再需要，请删除：docker image rm ${tag}`),
    siteNoLonger: (url) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${url} is no longer served: the release before has a static site, and this deploy has no \`static-site\`.`, `${url} 将不再提供：之前的版本有静态站点，而本次部署没有 \`static-site\`。`),
    underWay: (who) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`A deploy is under way (${who}); this plan may be out of date soon.`, `正在部署中（${who}）；本计划可能很快过期。`),
    jar: (fileName, boot, java, size) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${fileName}: Spring Boot ${boot}, Java ${java}, ${size}`, `${fileName}：Spring Boot ${boot}，Java ${java}，${size}`),
    longJavaOptions: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('`java-options` has 1024 bytes or more. Where the image has Java 8, all of it is passed over in silence: shorten it, or take a later Java.', '`java-options` 达到或超过 1024 字节。若镜像中是 Java 8，全部选项会被悄悄忽略：请缩短，或使用更新的 Java。'),
    unreadableConfiguration: (name, detail) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${name} in the jar cannot be read (${detail}); what it sets is not known.`, `无法读取 jar 中的 ${name}（${detail}）；其中的设置未知。`),
    profiles: (profiles) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Active profiles: ${profiles}`, `启用的 profile：${profiles}`),
    health: (path, port, status, reason) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Health: ${path} on port ${port}, ${status}: ${reason.en}`, `健康检查：端口 ${port} 的 ${path}，${status}：${reason.zh}`),
    healthGiven: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('as the inputs say', '依据输入'),
    current: (release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Serves now: ${release}`, `当前版本：${release}`),
    nothingDeployed: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Nothing is deployed there yet.', '服务器上尚未部署过。'),
    proven: (release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Nothing to change, and proven: nginx serves ${release}.`, `无需更改，且已验证：nginx 正在提供 ${release}。`),
    planOnly: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Nothing was changed: this was a plan.', '未做任何更改：这只是计划。'),
    verified: (url) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Verified: ${url}`, `已验证：${url}`),
    publicPort: (port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Port ${port} serves the application in plain http to the world (publish-app-port).`, `端口 ${port} 以明文 http 向公网提供应用（publish-app-port）。`),
    certificateUntil: (source, day) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Certificate: ${source}, valid until ${day}`, `证书：${source}，有效期至 ${day}`),
    certificateByHand: (file, line, ports, until) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The nginx server of port ${ports} in ${file}, line ${line}, names a certificate of its own for this domain, valid until ${until}: it is not renewed with this one. Name the same pair there, or have it taken over by \`static-site\`.`, `${file} 第 ${line} 行（端口 ${ports}）的 nginx server 为该域名使用另一张证书，有效期至 ${until}：它不会随本证书一起更新。请在该处改用同一对证书文件，或用 \`static-site\` 接管它。`),
    laterCertificate: (app, served, given, own) => own
        ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The certificate of this deployment ends on ${given}, the one that ${app} serves now on ${served}: is the secret out of date?`, `本次部署的证书 ${given} 到期，而 ${app} 当前使用的证书 ${served} 才到期：密钥（secret）是否已过时？`)
        : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${app} keeps its certificate, which ends on ${served}; the one of this deployment ends earlier, on ${given}: is the secret out of date?`, `${app} 保留其证书（${served} 到期）；本次部署的证书更早到期（${given}）：密钥（secret）是否已过时？`),
};


/***/ }),

/***/ 10110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ writtenFilesMessages)
/* harmony export */ });
/* harmony import */ var _errors_container_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11158);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91520);


/** What is said of files that an application writes outside its mounts. */
const writtenFilesMessages = {
    look: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Look for files outside the mounts', '检查挂载之外的文件'),
    outsideMounts: (p) => {
        const beside = (0,_errors_container_files_js__WEBPACK_IMPORTED_MODULE_0__/* .moveBeside */ .IS)(p.beside, p.mounted);
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
        const keep = (0,_errors_container_files_js__WEBPACK_IMPORTED_MODULE_0__/* .keepDatabase */ .fh)(p);
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

/***/ 52731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ filesIncludedBy),
/* harmony export */   o: () => (/* binding */ parseDump)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(498);
/* harmony import */ var _syntax_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15101);



/**
 * Reads what `nginx -T` prints on standard output. Throws `NginxSyntaxError` when there is no configuration in it or it
 * cannot be read.
 */
function parseDump(output) {
    const files = splitDump(output);
    const main = [...files.keys()][0];
    if (main === undefined)
        throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_2__/* .NginxSyntaxError */ .A('syntax', 'nginx -T', 1, output.slice(0, 80));
    const parsed = new Map([...files].map(([file, text]) => [file, (0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseNginx */ .S)(text, file)]));
    const httpIncludes = [];
    const expand = (directives, place, open) => directives.flatMap((directive) => {
        const { name, args, block } = directive;
        if (name === 'include' && args[0] !== undefined) {
            const glob = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(main), args[0]);
            if (place === 'http')
                httpIncludes.push(glob);
            return [...parsed]
                .filter(([file]) => matchesGlob(file, glob) && !open.includes(file))
                .flatMap(([file, inside]) => expand(inside, place, [...open, file]));
        }
        if (block === undefined)
            return [directive];
        const inside = place === 'main' && name === 'http' ? 'http' : 'inner';
        return [{ ...directive, block: expand(block, inside, open) }];
    });
    const tree = expand(parsed.get(main) ?? [], 'main', [main]);
    return { main, files, tree, httpIncludes };
}
/** The files that an `include` brings in, and whether there is any directive in them. */
function filesIncludedBy({ main, files }, include) {
    const glob = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(main), include);
    return [...files]
        .filter(([file]) => matchesGlob(file, glob))
        .map(([file, text]) => ({ file, empty: (0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseNginx */ .S)(text, file).length === 0 }));
}
function splitDump(output) {
    const parts = output.split(/^# configuration file (\/.*):$/m);
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
    return new RegExp(`^${pattern}$`, 'u').test(path);
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
/* harmony import */ var _settings_app_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89517);



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
    return `${(0,_settings_app_name_js__WEBPACK_IMPORTED_MODULE_2__/* .imageNameOf */ .mi)(app)}.conf`;
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
/** Bash function `ran_out STATUS`: whether {@link patiently} ended the call (128 + SIGKILL; other coreutils exit with 124). */
const ranOut = 'ran_out() { [ "$1" -eq 137 ] || [ "$1" -eq 124 ]; }';


/***/ }),

/***/ 52193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ certificatesFor),
/* harmony export */   Gx: () => (/* binding */ serversOn),
/* harmony export */   QQ: () => (/* binding */ listensOf),
/* harmony export */   Qm: () => (/* binding */ serversFor),
/* harmony export */   U2: () => (/* binding */ serversOf),
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
    return listen.some((one) => one.port <= port && port <= one.lastPort);
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
    const [where = '', ...flags] = args;
    const rest = {
        ssl: legacySsl || flags.includes('ssl') || flags.includes('quic'),
        defaultServer: flags.includes('default_server') || flags.includes('default'),
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

/***/ 32047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ST: () => (/* binding */ adoptedFile),
/* harmony export */   ik: () => (/* binding */ adoptedEnvironmentMark),
/* harmony export */   zU: () => (/* binding */ adoptedEnvironmentFile)
/* harmony export */ });
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85369);

/** The record of what was taken over. */
function adoptedFile(app) {
    return `${(0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .applicationDirectory */ .gZ)(app)}/adopted.json`;
}
/** First line of `adopted.env`, by which it is known as ours. */
const adoptedEnvironmentMark = '# deploy-miniprogram-backend';
/** The inherited variables with their values, 0600: lines `NAME=value`. */
function adoptedEnvironmentFile(app) {
    return `${(0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .applicationDirectory */ .gZ)(app)}/adopted.env`;
}


/***/ }),

/***/ 56492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ ourFolders),
/* harmony export */   EP: () => (/* binding */ makeOurs),
/* harmony export */   bx: () => (/* binding */ markerFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _server_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76148);


/** The file in each folder that was made here. Only a folder whose name has our form and that holds it is ours (design rule 14). */
const markerFile = '.deploy-miniprogram-backend';
/**
 * Bash functions about folders of `app`; the marker names its folder, so that a copy under another name is not ours:
 * - `is_ours FOLDER [NAME]`: whether it was made here, under NAME (default: that of the folder).
 * - `remove_ours FOLDER [NAME]`: removes one of ours, its marker last; anything else stays, and what is mounted in it.
 */
function ourFolders(app) {
    return `is_ours() { [ ! -L "$1" ] && [ -f "$1/${markerFile}" ] && [ "$(cat "$1/${markerFile}" 2>/dev/null)" = ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(app)}" \${2:-\${1##*/}}" ]; }
remove_ours() { ! is_ours "$@" || { find "$1" -xdev -mindepth 1 ! -path "$1/${markerFile}" -delete && rm -rf --one-file-system "$1"; }; }`;
}
/** Bash that makes a folder, which must not exist but empty (cut short before its marker was written), with its marker on disk; `name` is what it will be called in the end. */
function makeOurs(folder, app, mode, name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(folder)) {
    const marker = (0,_server_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${folder}/${markerFile}`);
    return `rmdir ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(folder)} 2>/dev/null || true
mkdir -m ${mode} ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(folder)}
printf '%s\\n' ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(`${app} ${name}`)} >${marker}
flush ${marker} ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(folder)}`;
}


/***/ }),

/***/ 45619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xz: () => (/* binding */ planCertificate),
/* harmony export */   a$: () => (/* binding */ isBrought),
/* harmony export */   ao: () => (/* binding */ certificatePaths),
/* harmony export */   l: () => (/* binding */ existingPairs),
/* harmony export */   rf: () => (/* binding */ readLeaf),
/* harmony export */   s4: () => (/* binding */ complainsOfOwnPair)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var _engine_apply_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59115);
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91520);
/* harmony import */ var _nginx_patience_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(71018);
/* harmony import */ var _server_folder_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75822);
/* harmony import */ var _server_lock_script_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33493);
/* harmony import */ var _server_prelude_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13553);
/* harmony import */ var _server_quote_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(76148);
/* harmony import */ var _survey_nginx_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5022);











/** Where the pair of a provided certificate lies: named by its contents, so that a pair changes in one step. */
function certificatePaths(domain, fingerprint) {
    const folder = `/etc/nginx/ssl/${domain}/${fingerprint}`;
    return { chainPath: `${folder}/${domain}_bundle.crt`, keyPath: `${folder}/${domain}.key` };
}
/** Whether a pair lies where `certificatePaths` puts one: it was brought by a deployment, and its files never change. */
function isBrought(pair, domain) {
    const fingerprint = pair.chainPath.split('/').at(-2) ?? '';
    const { chainPath, keyPath } = certificatePaths(domain, fingerprint);
    return /^[0-9a-f]{64}$/.test(fingerprint) && pair.chainPath === chainPath && pair.keyPath === keyPath;
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
            kind: 'runner',
            phase: 'prepare',
            id: 'certificate.install',
            title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(`Install the certificate of ${domain}`, `安装 ${domain} 的证书`),
            reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)('the server does not have it', '服务器上没有该证书'),
            diff: `+ ${pair.chainPath}\n+ ${pair.keyPath} (0600)`,
            run: async (server) => {
                const result = await server.run(`${_server_prelude_js__WEBPACK_IMPORTED_MODULE_5__/* .prelude */ .e}\nset -e\n${(0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_4__/* .underSharedLock */ .VN)(installScript(pair, folder), 120)}`, {
                    stdin: node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from([Buffer.from(`${key.reveal().trimEnd()}\n${chain.trimEnd()}\n`, 'utf8')]),
                });
                (0,_engine_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .mustSucceed */ .MX)('certificate.install', result);
            },
            ...(occupied
                ? {}
                : {
                    undo: (0,_server_lock_script_js__WEBPACK_IMPORTED_MODULE_4__/* .underSharedLock */ .VN)(removeScript(pair, folder), 120),
                }),
        },
    ];
}
/** Bash that reads key and chain from its standard input, in one stream; the key is never readable by others. */
function installScript(pair, folder) {
    return `umask 077
${(0,_server_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .makeFolders */ .w)('755', '/etc/nginx/ssl', node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(folder))}
${(0,_server_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .makeFolders */ .w)('700', folder)}
pem=$(cat)
printf '%s\\n' "$pem" | sed -n '/BEGIN CERTIFICATE/,/END CERTIFICATE/p' >${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .h)(`${pair.chainPath}.new`)}
printf '%s\\n' "$pem" | sed '/BEGIN CERTIFICATE/,/END CERTIFICATE/d' >${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .h)(`${pair.keyPath}.new`)}
chmod 644 ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .h)(`${pair.chainPath}.new`)}
put_in_place ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .h)(`${pair.keyPath}.new`)} ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .h)(pair.keyPath)}
put_in_place ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .h)(`${pair.chainPath}.new`)} ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .h)(pair.chainPath)}
flush ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .h)(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(folder))} /etc/nginx/ssl /etc/nginx`;
}
/**
 * Bash that removes the pair again, unless nginx names it by now: another application may have come to serve it. Of an
 * nginx that another user can change it is not known. What else is in the folder is not ours, and stays.
 */
function removeScript({ keyPath, chainPath }, folder) {
    const files = [keyPath, chainPath].flatMap((path) => [path, `${path}.new`]).map(_server_quote_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .h);
    return `named=$( ( ${_survey_nginx_js__WEBPACK_IMPORTED_MODULE_6__/* .findNginx */ .eH}
  ${_nginx_patience_js__WEBPACK_IMPORTED_MODULE_10__/* .patiently */ .d_} "$program" "$@" -T 2>/dev/null || echo ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .h)(folder)} ) | grep -cF -e ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .h)(folder)} -e 'stranger ') || true
[ "$named" != 0 ] || { rm -f ${files.join(' ')}; rmdir ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .h)(folder)} ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .h)(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(folder))} 2>/dev/null || true; }`;
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
        return leaf.publicKey.equals((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(publicKey));
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 48637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ goneByFile),
/* harmony export */   r: () => (/* binding */ goneFunctions)
/* harmony export */ });
/* harmony import */ var _server_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76148);

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
    return `{ id=$(cat ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(file)} 2>/dev/null) || id=; [ -z "$id" ] || gone "$id"; }`;
}


/***/ }),

/***/ 42013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ logsScript)
/* harmony export */ });
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85369);
/* harmony import */ var _server_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76148);


/** Shorter values are no secrets, and would take letters out of every word. */
const shortest = 8;
/**
 * Bash that prints the last log lines of a container. What `env` gave is redacted on the runner; values that were taken
 * over never came there, so that they are taken out here: as they are, in JSON and in a URL.
 */
function logsScript(name, lines, release) {
    const logs = `docker logs --tail ${lines} ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(name)} 2>&1`;
    if (release.container.adoptedEnvironment.length === 0)
        return logs;
    return `${logs} | awk -v file=${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)((0,_release_release_js__WEBPACK_IMPORTED_MODULE_1__/* .adoptedVariablesFile */ .Ho)(release))} '
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

/***/ 39754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ planEngine),
  N: () => (/* binding */ planMirror)
});

// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/lib/server/quote.js
var quote = __webpack_require__(76148);
;// CONCATENATED MODULE: ./.build/lib/resources/daemon-json.js


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
    const sum = (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
    return `[ "$(sha256sum <"$file" 2>/dev/null | cut -d ' ' -f 1)" = ${sum} ]`;
}
function put(content) {
    return `mkdir -p "\${file%/*}"
new="\${file%/*}/.\${file##*/}.deploy"
rm -f "$new"
[ ! -e "$file" ] || cp -a "$file" "$new"
printf %s ${(0,quote/* quote */.h)(content)} >"$new"
put_in_place "$new" "$file"`;
}

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 29 modules
var failure = __webpack_require__(5081);
;// CONCATENATED MODULE: ./.build/lib/resources/registry-mirror.js

/** Docker Hub's mirror inside Tencent's network; from elsewhere it does not answer. */
const tencentMirror = 'https://mirror.ccs.tencentyun.com';
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
function parse(content) {
    if (content === undefined || content.trim() === '')
        return {};
    // Bytes that are no UTF-8 were replaced when it was read, and could not be written again.
    if (content.includes('\uFFFD'))
        throw (0,failure/* failure */.V2)('DAEMON_JSON_INVALID', {});
    try {
        const value = JSON.parse(content);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch {
        // Named below, together with JSON that is no object.
    }
    throw (0,failure/* failure */.V2)('DAEMON_JSON_INVALID', {});
}

;// CONCATENATED MODULE: ./.build/lib/resources/docker-engine.js




/** The step that starts the Docker Engine where it does not run, in Tencent's network with its mirror; else none. */
function planEngine(system, docker) {
    if (docker.state === 'running')
        return [];
    const mirror = system.tencentInstance === undefined ? undefined : tencentMirror;
    const before = docker.daemonJson;
    const merged = mirror === undefined ? undefined : mergeDaemonJson(before, mirror);
    const writes = merged !== undefined && merged !== before;
    return [
        {
            kind: 'server',
            phase: 'provision',
            id: 'docker.start',
            title: (0,messages_text/* text */.Qq)('Start the Docker Engine', '启动 Docker Engine'),
            reason: (0,messages_text/* text */.Qq)('it is not running', '尚未运行'),
            ...(writes ? { diff: `+ ${daemonJson}: registry-mirrors ${mirror}` } : {}),
            script: [
                ...(writes ? [(0,lock_script/* underSharedLock */.VN)(writeDaemonJson(merged, before), sharedLockSeconds)] : []),
                `rm -f ${disabledNote}; [ "$(systemctl is-enabled docker.service 2>/dev/null)" != disabled ] || : >${disabledNote}`,
                'systemctl enable --now docker.service >/dev/null 2>&1 || service docker start >/dev/null || true',
                `for _ in $(seq 100); do docker info >/dev/null 2>&1 && { rm -f ${disabledNote}; exit 0; }; sleep 0.3; done`,
                'journalctl -u docker -n 20 --no-pager >&2 2>/dev/null || true',
                'failure DOCKER_NOT_STARTED',
            ].join('\n'),
            undo: [
                ...(writes ? [(0,lock_script/* underSharedLock */.VN)(takeBackDaemonJson(merged, before), sharedLockSeconds)] : []),
                `if [ -e ${disabledNote} ]; then systemctl disable docker.service; rm -f ${disabledNote}; fi`,
            ].join('\n'),
        },
    ];
}
/** Noted until it runs: its unit did not start it at boot. Gone after a reboot. */
const disabledNote = `${lock_script/* lockFolder */.MS}/docker-was-disabled`;
/** The step that adds Tencent's mirror to an engine that runs, by reload: it is never restarted (design rule 8). */
function planMirror(system, docker) {
    if (docker.state !== 'running' || system.tencentInstance === undefined || docker.registryMirrors.length > 0)
        return [];
    const before = docker.daemonJson;
    const merged = mergeDaemonJson(before, tencentMirror);
    return [
        {
            kind: 'server',
            phase: 'prepare',
            id: 'docker.mirror',
            title: (0,messages_text/* text */.Qq)('Let Docker pull through Tencent’s mirror', '让 Docker 通过腾讯云镜像加速拉取'),
            reason: (0,messages_text/* text */.Qq)('Docker Hub is hardly reachable from China', '国内几乎无法访问 Docker Hub'),
            diff: `+ ${daemonJson}: registry-mirrors ${tencentMirror}`,
            script: (0,lock_script/* underSharedLock */.VN)(`${writeDaemonJson(merged, before)}\n${reloadDocker}`, sharedLockSeconds),
            undo: (0,lock_script/* underSharedLock */.VN)(takeBackDaemonJson(merged, before, reloadDocker), sharedLockSeconds),
        },
    ];
}
/** Seconds to wait for the lock of what applications share; whoever holds it switches, which takes some seconds. */
const sharedLockSeconds = 120;
const reloadDocker = 'systemctl reload docker.service || kill -HUP "$(cat /run/docker.pid)"';


/***/ }),

/***/ 55097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Fz: () => (/* binding */ planImage),
  FA: () => (/* binding */ removeBuildLeftovers),
  aH: () => (/* binding */ removeImage)
});

// UNUSED EXPORTS: buildCommand

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 29 modules
var failure = __webpack_require__(5081);
;// CONCATENATED MODULE: ./.build/lib/dockerfile/build-failure.js

/** What the output of a build says of why a base image could not be had; the classic builder's words and BuildKit's. */
const causes = [
    {
        pattern: /manifest (for \S+ )?(unknown|not found)|repository does not exist|pull access denied|not found: manifest unknown/i,
        code: 'BASE_IMAGE_UNKNOWN',
    },
    {
        pattern: /TLS handshake timeout|i\/o timeout|context deadline exceeded|Client\.Timeout|no such host|connection refused|connection reset|network is unreachable|no route to host|server misbehaving|toomanyrequests|failed to resolve source metadata|: EOF\b/i,
        code: 'BASE_IMAGE_UNREACHABLE',
    },
];
/**
 * The failure that a build's last lines of output stand for. A pull that fails on its way is told from an image that is
 * not there; anything else is the Dockerfile's own.
 */
function explainBuild(output) {
    const lines = output.split('\n');
    const pulling = lines.some((line) => /Get "https?:|pull access denied|manifest|resolve source metadata|error pulling|registry/i.test(line));
    const cause = pulling ? causes.find(({ pattern }) => pattern.test(output)) : undefined;
    if (/no space left on device/i.test(output))
        return (0,failure/* failure */.V2)('BUILD_DISK_FULL', {}, { evidence: output });
    const detail = lines.findLast((line) => line.trim() !== '')?.trim() ?? '-';
    return (0,failure/* failure */.V2)(cause?.code ?? 'BUILD_FAILED', { detail }, { evidence: output });
}

// EXTERNAL MODULE: ./.build/lib/engine/apply.js + 1 modules
var apply = __webpack_require__(59115);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/release/labels.js
var labels = __webpack_require__(10509);
// EXTERNAL MODULE: ./.build/lib/release/release.js
var release_release = __webpack_require__(85369);
// EXTERNAL MODULE: ./.build/lib/release/shown.js
var shown = __webpack_require__(22697);
// EXTERNAL MODULE: ./.build/lib/server/quote.js
var quote = __webpack_require__(76148);
;// CONCATENATED MODULE: ./.build/lib/resources/image.js







/** The `docker build` of a release as argv. */
function buildCommand(release) {
    const folder = (0,release_release/* buildDirectory */.WP)(release);
    return [
        // Without it a build that fails leaves the container of its last step (docker build --help).
        ...['docker', 'build', '--force-rm', '--file', `${folder}/Dockerfile`, '--tag', (0,release_release/* imageTag */.I_)(release)],
        ...['--label', `${labels/* label */.P.app}=${release.app}`, '--label', `${labels/* label */.P.release}=${release.id}`],
        ...release.build.arguments.flatMap(({ name, value }) => ['--build-arg', `${name}=${value}`]),
        folder,
    ];
}
/**
 * Steps that bring the image of `release`: built, or named anew when `same` (a release's image) has the same content.
 * `latestIsOurs`: whether `<image>:latest` may be led to it; somebody else's keeps what it names (design rule 14).
 */
function planImage(release, same, latestIsOurs) {
    const tag = (0,release_release/* imageTag */.I_)(release);
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
        // The classic builder is silent while a layer of the base image comes in.
        silentSeconds: 1800,
        script: buildScript(release, free),
        undo,
        explain: (result) => explainBuild((0,apply/* lastLines */.w$)(result.stdout, 40)),
    };
    const rename = {
        kind: 'server',
        phase: 'prepare',
        id: 'image.tag',
        title: (0,messages_text/* text */.Qq)(`Name image ${tag}`, `标记镜像 ${tag}`),
        reason: (0,messages_text/* text */.Qq)('its content did not change', '镜像内容没有变化'),
        script: same === undefined ? 'false' : `${free}\ndocker tag ${(0,quote/* quote */.h)(same)} ${(0,quote/* quote */.h)(tag)}`,
        undo,
    };
    return [same === undefined ? build : rename, ...(latestIsOurs ? [nameLatest(release)] : [])];
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
docker tag ${(0,quote/* quote */.h)((0,release_release/* imageTag */.I_)(release))} ${(0,quote/* quote */.h)(latest)}`,
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
    const log = (0,quote/* quote */.h)(`${(0,release_release/* releaseDirectory */.fF)(release)}/build.log`);
    const format = `{{index .Config.Labels ${JSON.stringify(labels/* label */.P.release)}}}`;
    return `${free}
set -o pipefail
${(0,quote/* commandLine */.a)(buildCommand(release))} 2>&1 | tee ${log}
docker image ls -q --no-trunc --filter dangling=true --filter ${(0,quote/* quote */.h)(`label=${labels/* label */.P.build}=${release.app}`)} | sort -u | while IFS= read -r image; do
  part=\${image#sha256:}
  grep -qF "\${part:0:12}" ${log} || [ -n "$(docker image inspect --format ${(0,quote/* quote */.h)(format)} "$image" 2>/dev/null || echo gone)" ] ||
    docker image rm "$image" >/dev/null 2>&1 || true
done
rm -f ${log}`;
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

/***/ 54304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K$: () => (/* binding */ missingPackages),
  dL: () => (/* binding */ planPackages),
  _0: () => (/* binding */ planPolicy),
  ao: () => (/* binding */ provisionProblems)
});

// UNUSED EXPORTS: familyOf

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 29 modules
var failure = __webpack_require__(5081);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/survey/system.js
var system = __webpack_require__(39872);
// EXTERNAL MODULE: ./.build/lib/server/quote.js
var quote = __webpack_require__(76148);
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
    nginx: 'nginx-light',
    tools,
    selinux: 'policycoreutils-python-utils',
    command,
    script,
};
/** Ubuntu and what is made from it. Its docker.io depends on iptables; what `nginx` stands for is in its main archive. */
const ubuntu = { ...debian, docker: ['docker.io'], nginx: 'nginx' };
function command(packages) {
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
/** Bash that removes our policy-rc.d, which a run that was cut short (a power cut) left: until then no service starts. */
function removePolicy() {
    return `if grep -qxF ${(0,quote/* quote */.h)(system/* policyMark */.MS)} ${system/* policyFile */.Xd} 2>/dev/null; then rm -f ${system/* policyFile */.Xd}; fi`;
}
/**
 * Our policy-rc.d: 101 is "action forbidden" (Debian Policy, invoke-rc.d). Other package managers may run at the same time;
 * only what bears our variable is forbidden to start: all that an installation of ours brings and, of packages that an
 * earlier run left half configured, which may be somebody's, the services that we install.
 */
const policyText = [
    '#!/bin/sh',
    system/* policyMark */.MS,
    'case $DEPLOY_MINIPROGRAM_PACKAGES in',
    '  install) exit 101 ;;',
    '  mend) for word; do case $word in nginx*|docker*|containerd*) exit 101 ;; esac; done ;;',
    'esac',
    'exit 0',
];
/**
 * Nothing that the packages bring is started. It waits for an apt or dpkg that runs, and mends one that was cut short.
 */
function script(packages) {
    return `export DEBIAN_FRONTEND=noninteractive
policy=${system/* policyFile */.Xd}
${removePolicy()}
put_policy() {
  [ ! -e "$policy" ] && [ ! -L "$policy" ] || return 0
  ${(0,quote/* commandLine */.a)(['printf', '%s\\n', ...policyText])} >"$policy"
  chmod 755 "$policy"
}
trap ${(0,quote/* quote */.h)(removePolicy())} EXIT
deadline=$((SECONDS + 600))
until [ -z "$(dpkg --audit 2>/dev/null)" ] || { put_policy; DEPLOY_MINIPROGRAM_PACKAGES=mend dpkg --configure -a 2>&1; }; do
  [ "$SECONDS" -lt "$deadline" ] || failure PACKAGES_LOCKED manager=apt
  echo 'waiting for dpkg'; sleep 2
done
until said=$(apt-get -q -o Acquire::Retries=3 update 2>&1); do
  printf '%s\\n' "$said"
  printf '%s\\n' "$said" | grep -qiE 'could not get lock|is held by' || failure PACKAGES_UNREACHABLE lists=/etc/apt/sources.list "said=$(printf '%s\\n' "$said" | grep -E '^(E|Err|W):' | tail -n 2)"
  [ "$SECONDS" -lt "$deadline" ] || failure PACKAGES_LOCKED manager=apt
  sleep 2
done
printf '%s\\n' "$said" | grep -E '^(E|Err|W):' || true
log=$(mktemp ${lock_script/* lockFolder */.MS}/apt.XXXXXX)
put_policy
if ! DEPLOY_MINIPROGRAM_PACKAGES=install ${command(packages)} >"$log" 2>&1; then
  tail -n 30 "$log" >&2
  removed=$(awk '/^(The following packages will be REMOVED|REMOVING):/ { on = 1; next } !/^ / { on = 0 } on { gsub(/\\*/, ""); print }' "$log" | tr -s ' \\n' ' ')
  if [ -n "$removed" ]; then
    rm -f "$log"
    failure PACKAGES_REMOVE "command=${command(packages)}" "packages=${packages.join(' ')}" "removed=\${removed# }"
  fi
  said=$(grep '^E:' "$log" | tail -n 2)
  rm -f "$log"
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
function installCommand(major, packages) {
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
const locked = 'transaction lock|(holding|acquire) the (yum|transaction) lock|Failed to obtain the transaction lock';
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
    if [ "$code" -ne 200 ] && ! grep -qaE ${(0,quote/* quote */.h)(`${locked}|${unreachable}`)} "$log"; then
      code=0; "$@" >"$log" 2>&1 || code=$?
    fi
    [ "$code" -ne 0 ] || break
    if [ "$code" -eq 200 ] || grep -qaE ${(0,quote/* quote */.h)(locked)} "$log"; then
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
        : ''}${withEpel ? `yum -q info nginx >/dev/null 2>&1 || install_packages ${installCommand(major, ['epel-release'])}\n` : ''}install_packages ${installCommand(major, packages)}
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
            ...(major === 7 && packages.includes('nginx') ? [installCommand(major, ['epel-release'])] : []),
            installCommand(major, packages),
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
    return major === undefined ? undefined : rhel(system, major);
}
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
function provisionProblems(system, missing, allowed) {
    if (missing.length === 0)
        return [];
    const family = familyOf(system);
    if (family === undefined) {
        return [(0,failure/* failure */.V2)('LINUX_UNKNOWN', { system: system.name || '-', missing: missing.join(', ') })];
    }
    if (allowed)
        return [];
    return [(0,failure/* failure */.V2)('PROVISION_NEEDED', { missing: missing.join(' '), command: family.command(missing) })];
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
            title: (0,messages_text/* text */.Qq)(`Remove ${system/* policyFile */.Xd}`, `删除 ${system/* policyFile */.Xd}`),
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
    return [
        {
            kind: 'server',
            phase: 'provision',
            id: 'packages.install',
            title: (0,messages_text/* text */.Qq)(`Install ${missing.join(' ')}`, `安装 ${missing.join(' ')}`),
            reason: (0,messages_text/* text */.Qq)('missing on this server', '服务器上缺少'),
            diff: [...missing, ...(withNginx ? [restartFile] : [])].map((name) => `+ ${name}`).join('\n'),
            streams: true,
            silentSeconds: 1800,
            script: (0,lock_script/* underSharedLock */.VN)([family.script(missing), ...(withNginx ? [restartNginx] : [])].join('\n'), 900),
        },
    ];
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
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91520);
/* harmony import */ var _release_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56492);
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85369);
/* harmony import */ var _server_heredoc_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64508);
/* harmony import */ var _server_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76148);
/* harmony import */ var _container_gone_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48637);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55097);







/** A release as its record holds it. */
function renderRecord(release) {
    return `${JSON.stringify(release, null, 2)}\n`;
}
/** The step that makes `release` the recorded and current one. */
function planRecord(release) {
    const folder = (0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseDirectory */ .fF)(release);
    const application = (0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .applicationDirectory */ .gZ)(release.app);
    const uploads = (0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)((0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .incomingDirectory */ .kR)(release.app));
    return {
        kind: 'switch',
        phase: 'switch',
        pass: 1,
        stage: 'record',
        id: 'release.record',
        title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(`${application}/current is ${release.id}`, `${application}/current 指向 ${release.id}`),
        reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('later runs and people find what serves there', '后续运行和运维人员据此找到当前版本'),
        script: `umask 077
base64 -d >${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(`${folder}/release.json.new`)} <<'EOF'
${(0,_server_heredoc_js__WEBPACK_IMPORTED_MODULE_5__/* .encode */ .l)(renderRecord(release))}
EOF
put_in_place ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(`${folder}/release.json.new`)} ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)((0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .recordFile */ .mR)(release))}
rm -f ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)((0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .plannedFile */ .vU)(release))}
${leadCurrent(release)}
rm -rf ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(`${folder}/switch/stage`)}
# What an upload that was broken off left is of no use any more.
for file in ${uploads}/*.jar ${uploads}/*.jar.part-*; do
  ! [[ \${file##*/} =~ ^[0-9a-f]{64}[.]jar([.]part-[0-9a-f.]+)?$ ]] || rm -f "$file"
done
rmdir ${uploads} 2>/dev/null || true`,
    };
}
/**
 * Bash that points `current` at a release. The link is made in the release's folder, where nothing of anybody else's has
 * its name. It is flushed by its folders: `sync` follows a link, and this one does not resolve where it is made.
 */
function leadCurrent(release) {
    const [folder, application] = [(0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseDirectory */ .fF)(release), (0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .applicationDirectory */ .gZ)(release.app)];
    const link = (0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(`${folder}/current.new`);
    return `rm -f ${link}
ln -s ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(`releases/${release.id}`)} ${link}
flush ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(folder)}
mv -fT ${link} ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(`${application}/current`)}
flush ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(application)}`;
}
/** The step that writes the record which an earlier run failed to write, of a release that serves; it comes first. */
function planMissingRecord(release) {
    const [planned, record] = [(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)((0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .plannedFile */ .vU)(release)), (0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)((0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .recordFile */ .mR)(release))];
    return {
        kind: 'server',
        phase: 'prepare',
        id: 'release.record-missing',
        title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(`Record ${release.id}, which serves`, `记录正在提供服务的版本 ${release.id}`),
        reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('an earlier run could not write its record', '先前的运行未能写入其记录'),
        diff: `+ ${(0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .recordFile */ .mR)(release)}\n+ ${(0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .applicationDirectory */ .gZ)(release.app)}/current -> releases/${release.id}`,
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
            title: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(`Remove ${old.length} old release(s), keep ${keep}`, `删除 ${old.length} 个旧版本，保留 ${keep} 个`),
            reason: (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('old images fill the disk', '旧镜像会占满磁盘'),
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
    return `${_container_gone_js__WEBPACK_IMPORTED_MODULE_6__/* .goneFunctions */ .r}
if ${(0,_container_gone_js__WEBPACK_IMPORTED_MODULE_6__/* .goneByFile */ .l)((0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .containerFile */ .YS)({ app, id }))}; then
${(0,_image_js__WEBPACK_IMPORTED_MODULE_1__/* .removeImage */ .aH)((0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .imageTag */ .I_)({ image, id }), app)} || true
${(0,_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .ourFolders */ .Cf)(app)}
remove_ours ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)((0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseDirectory */ .fF)({ app, id }))}
fi`;
}
/** Bash that adds the line of this deploy to deploy.log; `$outcome` says how it ended. */
function deployLogLine(release, subject) {
    const who = release.origin.actor || '-';
    const line = [who, release.origin.runUrl || '-', release.id]
        .map((word) => word.replace(/[\s\x00-\x1f\x7f-\x9f]+/g, '_'))
        .join(' ');
    return `printf '%s %s %s %s\\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(line)} "$outcome" ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(subject.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, ' '))} >>${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)((0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .deployLog */ .Wk)(release.app))}`;
}


/***/ }),

/***/ 75822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ makeFolders)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76148);

/** Bash that makes folders where they are missing; one that exists keeps its mode, owner and link (design rule 14). */
function makeFolders(mode, ...folders) {
    return folders.map((folder) => `[ -d ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(folder)} ] || mkdir -p -m ${mode} ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(folder)}`).join('\n');
}


/***/ }),

/***/ 64508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ encode)
/* harmony export */ });
/** A text in base64, in lines of 76 characters as base64(1) prints it: what a heredoc carries unharmed. */
function encode(text) {
    return Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/g, '$&\n');
}


/***/ }),

/***/ 73022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ew: () => (/* binding */ spaceFailures),
/* harmony export */   MK: () => (/* binding */ parseDf),
/* harmony export */   xg: () => (/* binding */ diskFull),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/* unused harmony export fileSystemOf */
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);

/** Reads the output of `df -B1 --output=target,avail` (a heading, then one line for each argument). */
function parseDf(output) {
    const systems = [];
    for (const line of output.split('\n').slice(1)) {
        // The mount point may hold spaces; the number is last.
        const [, target, available] = /^(.*\S)\s+(\d+)\s*$/.exec(line) ?? [];
        if (target !== undefined)
            systems.push({ target, availableBytes: Number(available) });
    }
    return systems;
}
/** The file system that holds `path`: the one mounted nearest above it. */
function fileSystemOf(path, systems) {
    const holds = ({ target }) => target === '/' || path === target || path.startsWith(`${target}/`);
    return systems.filter(holds).sort((a, b) => b.target.length - a.target.length)[0];
}
/** DISK_FULL for each file system that cannot take what is needed on it altogether. */
function spaceFailures(host, needs, systems) {
    const sums = new Map();
    for (const { path, bytes } of needs) {
        const system = fileSystemOf(path, systems);
        if (system !== undefined)
            sums.set(system, (sums.get(system) ?? 0) + bytes);
    }
    return [...sums]
        .filter(([system, needed]) => needed > system.availableBytes)
        .map(([system, needed]) => diskFull(host, system, needed));
}
/** DISK_FULL for one file system. */
function diskFull(host, system, neededBytes) {
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DISK_FULL', {
        host,
        fileSystem: system.target,
        needed: formatBytes(neededBytes),
        available: formatBytes(system.availableBytes),
    });
}
/** Bytes for a person: `512 B`, `1.5 MB`, `2.0 GB` (powers of 1000, as disks are sold). */
function formatBytes(bytes) {
    const units = ['kB', 'MB', 'GB', 'TB'];
    if (bytes < 1000)
        return `${Math.round(bytes)} B`;
    let value = bytes;
    let unit = 'B';
    for (const next of units) {
        if (value < 999.95)
            break;
        value /= 1000;
        unit = next;
    }
    return `${value.toFixed(1)} ${unit}`;
}


/***/ }),

/***/ 25771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ containers),
/* harmony export */   q: () => (/* binding */ listContainersOnce)
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
/**
 * Bash in front of several probes that use `containers`: a call of docker costs more than most questions. A client that
 * another user can change is not run by any of them (design rule 16).
 */
const listContainersOnce = `${containers}
client=$(type -P docker) || client=
[ -z "$client" ] || [ -z "$(strangers "$client")" ] || docker() { return 126; }
container_list=$(containers 2>/dev/null </dev/null)`;


/***/ }),

/***/ 9617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ letsIn),
/* harmony export */   Id: () => (/* binding */ deciderOf),
/* harmony export */   jj: () => (/* binding */ firewallProbe),
/* harmony export */   o9: () => (/* binding */ goesOnLettingIn)
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
/** Reads one `firewall-cmd --list-all`. firewalld looks at what denies first (firewalld.richlanguage(5)). */
function readZone(output, when) {
    const words = (key) => (new RegExp(`^${when} +${key}: *(.*)$`, 'm').exec(output)?.[1] ?? '').split(/\s+/).filter(Boolean);
    const rich = [...output.matchAll(new RegExp(`^${when}\\s+rule (.*)$`, 'gm'))]
        .map(([, rule = '']) => rule)
        .filter((rule) => !/\bsource\b|family="ipv6"/.test(rule))
        .flatMap((rule) => {
        const ports = /\bport port="([\d-]+)" protocol="tcp"/.exec(rule)?.[1];
        const does = /\b(accept|reject|drop)\b/.exec(rule)?.[1];
        return ports === undefined || does === undefined ? [] : [{ lets: does === 'accept', ports: `${ports}/tcp` }];
    });
    const ofServices = words('services').flatMap((service) => [...output.matchAll(/^service (\S+) (.*)$/gm)].flatMap(([, name, ports]) => name === service ? (ports ?? '').split(/\s+/).filter(Boolean) : []));
    const open = [...words('ports'), ...ofServices, ...(words('target')[0] === 'ACCEPT' ? [everyPort] : [])];
    return [
        ...rich.filter((rule) => !rule.lets),
        ...rich.filter((rule) => rule.lets),
        ...open.map((ports) => ({ lets: true, ports })),
    ];
}
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

/***/ 73539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ru: () => (/* binding */ handMadeProbe),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* unused harmony exports candidatesScript, readHandMade */
/* harmony import */ var _server_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76148);
/* harmony import */ var _container_list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25771);


const format = `{"id":{{json .Id}},"name":{{json .Name}},"image":{{json .Config.Image}},"imageId":{{json .Image}},\
"status":{{json .State.Status}},"pid":{{json .State.Pid}},"labels":{{json .Config.Labels}},\
"entrypoint":{{json .Config.Entrypoint}},"command":{{json .Config.Cmd}},"user":{{json .Config.User}},\
"workingDirectory":{{json .Config.WorkingDir}},"hostname":{{json .Config.Hostname}},"mounts":{{json .Mounts}},\
"networks":{{json .NetworkSettings.Networks}},"host":{{json .HostConfig}}}`;
const imageFormat = `{"entrypoint":{{json .Config.Entrypoint}},"command":{{json .Config.Cmd}},"user":{{json .Config.User}}}`;
/** Bash function `environment_of container|image ID`: its variables, each ended by NUL, since values may have line breaks. */
const environmentOf = `environment_of() { docker "$1" inspect --format '{{range .Config.Env}}{{printf "%s\\x00" .}}{{end}}' "$2"; }`;
/** Bash that prints the ids of `containers` that could be taken over, twenty at most: those of the application's name, then those that publish a port. */
function candidatesScript(image) {
    return `containers |
  awk -F '\\t' -v name=${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(image)} 'tolower($2) == name || index($2, name "-adopted-") == 1 {print 1, $1; next} $3 ~ /->/ {print 2, $1}' | sort -s -n -k 1,1 | cut -d ' ' -f 2 |
  grep -vxF "\${ours:--}" | head -n 20`;
}
// Names of variables leave the server, values do not. The one of the application's name comes first, with one that was
// taken over and kept, then those that publish a port: no other is ever taken over, and each costs some calls of docker.
const script = (app, image) => `
${environmentOf}
${_container_list_js__WEBPACK_IMPORTED_MODULE_0__/* .containers */ .l}
# Ours is what a release recorded; an image's label is inherited. What bears another application's is nobody's to adopt.
ours=$(find /docker/app/*/releases/*/container -maxdepth 0 -type f -exec awk 1 {} + 2>/dev/null
  containers | awk -F '\\t' -v app=${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(JSON.stringify(app))} '$4 != "\\"\\"" && $4 != app {print $1}')
${candidatesScript(image)} | while IFS= read -r id; do
  inspected=$(docker container inspect --format ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(format)} "$id") || continue
  read -r pid image < <(docker container inspect --format '{{.State.Pid}} {{.Image}}' "$id")
  rss=$(sed -n 's/^VmRSS:[^0-9]*\\([0-9]*\\) kB/\\1/p' "/proc/$pid/status" 2>/dev/null)
  echo "container $id \${rss:-0} $(printf %s "$inspected" | base64 -w0) $(docker image inspect --format ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(imageFormat)} "$image" | base64 -w0)"
  declare -A of_image=()
  while IFS= read -r -d '' entry; do of_image[$entry]=1; done < <(environment_of image "$image")
  while IFS= read -r -d '' entry; do
    origin=own; [ -n "\${of_image[$entry]:-}" ] && origin=image
    form=line; case $entry in *[$'\\n\\r']*) form=lines ;; esac
    echo "variable $id $origin $form $(printf %s "\${entry%%=*}" | base64 -w0)"
  done < <(environment_of container "$id")
done
true`;
/** Asks for the containers that were not made by this action: that of the application's name, one that was kept, and those that publish a port. */
function handMadeProbe(app, image) {
    return { script: script(app, image), read: readHandMade };
}
/** Reads the probe's lines: one a container with its image, both in JSON and base64, one a variable. */
function readHandMade(output) {
    const variables = [...output.matchAll(/^variable (\S+) (own|image) (line|lines) (\S*)$/gm)].map(([, id, origin, form, name]) => ({
        id,
        name: decode(name),
        ofImage: origin === 'image',
        writable: form === 'line',
    }));
    return [...output.matchAll(/^container (\S+) (\d+) (\S+) (\S*)$/gm)].map(([, id, rss, container, image]) => {
        const one = JSON.parse(decode(container));
        const of = image === '' ? {} : JSON.parse(decode(image));
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
function decode(base64 = '') {
    return Buffer.from(base64, 'base64').toString('utf8');
}


/***/ }),

/***/ 94244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ layerFunctions)
});

// EXTERNAL MODULE: ./.build/lib/server/quote.js
var quote = __webpack_require__(76148);
;// CONCATENATED MODULE: ./.build/lib/survey/harmless-files.js

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

;// CONCATENATED MODULE: ./.build/lib/survey/layer-script.js

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
 * - `pack` and `unpack LIST`: a list as a word of base64, gzipped. `lines`: records as lines, which bash and awk read much
 *   faster; a line break in a name becomes the byte 1.
 */
const layerFunctions = `
pack() { gzip -1 -c | base64 -w0; }
unpack() { printf %s "$1" | base64 -d | gzip -dc; }
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

/***/ 16572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pW: () => (/* binding */ holdersOf),
/* harmony export */   u_: () => (/* binding */ listenersProbe)
/* harmony export */ });
/* unused harmony export readListeners */
const script = `
echo "ephemeral $(cut -f1 /proc/sys/net/ipv4/ip_local_port_range)"
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
    return { sockets, ephemeralFrom: Number(/^ephemeral (\d+)/m.exec(output)?.[1] ?? 32768) };
}
/** The processes that hold a port, without repeats. */
function holdersOf(listeners, port) {
    return listeners.sockets.filter((socket) => socket.port === port);
}


/***/ }),

/***/ 5022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eH: () => (/* binding */ findNginx),
  nE: () => (/* binding */ nginxProbe),
  h: () => (/* binding */ servedRelease)
});

// UNUSED EXPORTS: readNginx

// EXTERNAL MODULE: ./.build/lib/nginx/label.js
var label = __webpack_require__(91155);
// EXTERNAL MODULE: ./.build/lib/nginx/patience.js
var patience = __webpack_require__(71018);
// EXTERNAL MODULE: ./.build/lib/nginx/version.js
var version = __webpack_require__(3877);
// EXTERNAL MODULE: ./.build/lib/server/quote.js
var quote = __webpack_require__(76148);
// EXTERNAL MODULE: ./.build/lib/server/strangers.js
var server_strangers = __webpack_require__(81539);
;// CONCATENATED MODULE: ./.build/lib/survey/broken-nginx.js


/**
 * Bash function `look_at_broken_nginx`, for when `nginx -T` fails: which of the files is it that nginx does not accept?
 * It asks again with files of ours set aside, in a mount namespace of its own, so that nothing changes.
 * - `broken COMPLAINT` and `dump`, and the variables `broken` (the file) and `dump`: without this application's own file it accepts the rest. A deploy writes
 *   the file again, and the certificate that it names.
 * - `silent` where it does not come to an end in time.
 * - `complaint` else, with a line `broken-other FILE APP` for each file of another application that must be out of the way.
 *
 * Such a file is known by its label and its name. Empty or with NUL bytes, as a power cut may leave it, it is known by its
 * name, the lower-case form of an application that has its folder here. Needs `program` and the positional parameters of
 * `findNginx`, and `ran_out` (patience.ts).
 */
function lookAtBrokenNginx(app) {
    return `
look_at_broken_nginx() {
  local complaint main file owner own= all= rest others= status
  complaint=$(${patience/* patiently */.d_} "$program" "$@" -t 2>&1)
  if ran_out $?; then echo "silent yes"; return; fi
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
# Files that the http block reads: those that the main file includes, and what they include.
included() {
  local level paths
  paths=$1
  for level in 1 2; do
    paths=$(printf '%s\\n' "$paths" | while IFS= read -r file; do
      [ ! -f "$file" ] || tr ';{}' '\\n\\n\\n' <"$file" 2>/dev/null | sed -nE "s/^[[:space:]]*include[[:space:]]+[\\"']?([^\\"']*[^\\"'[:space:]])[\\"']?[[:space:]]*$/\\1/p"
    done | while IFS= read -r glob; do
      case $glob in /*) ;; *) glob=\${1%/*}/$glob ;; esac
      IFS=
      for file in $glob; do [ ! -f "$file" ] || printf '%s\\n' "$file"; done
    done)
    printf '%s\\n' "$paths"
  done | awk 'NF && !seen[$0]++'
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
 * Bash that tells whether systemd can start nginx (`unit yes`), whether its unit, which would start this very nginx, does not
 * do so at boot (`disabled yes`), and whether there is a start script (`init-script yes`, and what others can change of it).
 * Needs `state`, `program` and the positional parameters of `findNginx`.
 */
const lookAtUnit = `# A masked one cannot be started.
if [ "$(systemctl show -p LoadState nginx.service 2>/dev/null)" = LoadState=loaded ]; then
  echo "unit yes"
  disabled=$(systemctl is-enabled nginx.service 2>/dev/null)
  start=$(systemctl show -p ExecStart nginx.service 2>/dev/null | sed -n 's/.*path=//p' | tail -n 1)
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

// EXTERNAL MODULE: ./.build/lib/survey/serving.js
var survey_serving = __webpack_require__(46393);
;// CONCATENATED MODULE: ./.build/lib/survey/nginx.js










/**
 * Bash that finds the nginx that runs by its process, not by its name on the PATH: BT panel's lies elsewhere (design
 * rule 9), and is looked for there when it does not run. A process says of itself what it likes: only root's are believed,
 * and nothing is run that another user can change. It prints a line for each master, sets `program` and `state`, and the
 * words that select its configuration as positional parameters; it exits where there is no nginx, and where there is one
 * that another user can change, which it prints (`stranger`). Needs the prelude in front.
 */
const findNginx = `program=; words=; found=
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
  [ $contained = no ] && { program=$exe; words=$title; state=running; }
done < <(find /proc/[0-9]*/exe -maxdepth 0 -printf '%h\\0%l\\0' 2>/dev/null)
[ -n "$program" ] || {
  state=stopped; panel=/www/server/nginx
  found=$(command -v nginx) || found=$panel/sbin/nginx
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
// What is served now is asked for where the file says, not where the next one will be.
const script = (app, domain) => `${survey_serving/* lookAtNginx */.b}
${headings}
${patience/* ranOut */.ir}${lookAtBrokenNginx(app)}
${managedFile(app)}
${findNginx}
echo "state $state"
echo "program $program"
for word; do echo "select $word"; done
${lookAtUnit}
echo "version $("$program" -V 2>&1 | base64 -w0)"
dump=$(${patience/* patiently */.d_} "$program" "$@" -T 2>/dev/null); status=$? broken=
if [ "$status" -eq 0 ]; then
  dump=$(with_own_headings)
  echo "dump $(printf %s "$dump" | base64 -w0)"
else
  dump=
  if ran_out "$status"; then echo "silent yes"; else look_at_broken_nginx "$@"; fi
fi
speaking=$(paths | tr '\\n' '\\0' | xargs -0 -r grep -liaF -D skip ${(0,quote/* quote */.h)(domain)})
# Files that may change with ours, and folders that it includes from, where ours may come to lie.
mapfile -t places < <({ paths | sed 's|/[^/]*$||'; printf '%s\\n' "$speaking" | head -n 50; printf '%s\\n' "$dump" | sed -nE 's/^[[:space:]]*include[[:space:]]+(\\/[^*?;[]*)\\/[^/;]*;.*/\\1/p'; } | grep . | sort -u)
[ -z "$(strangers \${places[@]+"\${places[@]}"})" ] || for place in \${places[@]+"\${places[@]}"}; do
  strangers "$place" | sed "s|^|place-stranger $(printf %s "$place" | base64 -w0) |"
done
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
/** Reads the probe's lines: a word, then its value, long ones in base64. */
function readNginx(output) {
    const values = (word) => [...output.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map((m) => m[1] ?? '');
    const long = (word) => Buffer.from(values(word)[0] ?? '', 'base64').toString('utf8');
    const [program] = values('program');
    const strangers = (0,server_strangers/* readStrangers */.E)(values('stranger').join('\n'));
    const masters = values('master').map((value) => {
        const [pid, contained] = value.split(' ');
        return { pid: Number(pid), contained: contained === 'yes' };
    });
    if (program === undefined) {
        // A master in a container and none on the host: for the caller to refuse, not to install beside.
        if (masters.length === 0)
            return { state: 'missing' };
    }
    const [managed] = values('managed');
    const [serving] = values('serving');
    return {
        state: values('state')[0] === 'running' ? 'running' : 'stopped',
        program: program ?? '',
        version: program === undefined || values('version').length === 0 ? emptyVersion : (0,version/* parseNginxVersion */.M)(long('version')),
        selection: values('select'),
        masters,
        dump: long('dump'),
        complaint: long('complaint'),
        silent: values('silent').length > 0,
        brokenOthers: values('broken-other').map((value) => {
            const at = value.lastIndexOf(' ');
            return { file: value.slice(0, at), app: value.slice(at + 1) };
        }),
        originals: new Map(values('original').map((value) => {
            const [path = '', bytes = ''] = value.split(' ');
            return [Buffer.from(path, 'base64').toString('utf8'), Buffer.from(bytes, 'base64')];
        })),
        managedFile: managed === undefined
            ? undefined
            : { path: managed, text: long('text'), ...(values('broken').length > 0 ? { broken: long('broken') } : {}) },
        serving: serving === undefined ? undefined : (0,survey_serving/* readServing */.x)(serving),
        unit: values('unit').length > 0,
        disabled: values('disabled').length > 0,
        initScript: values('init-script').length > 0,
        strangers,
        strangersOfPlaces: readPlaces(values('place-stranger')),
    };
}
function readPlaces(lines) {
    const found = new Map();
    for (const line of lines) {
        const at = line.indexOf(' ');
        const place = Buffer.from(line.slice(0, at), 'base64').toString('utf8');
        found.set(place, [...(found.get(place) ?? []), ...(0,server_strangers/* readStrangers */.E)(line.slice(at + 1))]);
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

/***/ 17911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hx: () => (/* binding */ selinuxProbe),
/* harmony export */   QP: () => (/* binding */ typeOf)
/* harmony export */ });
/* unused harmony export readSelinux */
const script = `
[ "$(getenforce)" = Enforcing ] || exit 0
echo mode enforcing
getsebool httpd_can_network_connect
command -v semanage >/dev/null || exit 0
echo semanage yes
semanage port -l`;
/** Asks for SELinux. */
const selinuxProbe = { script, read: readSelinux };
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
/** The type that a port bears: that of the narrowest range which holds it; undefined where none does. */
function typeOf(selinux, port) {
    return selinux.ports
        .filter(({ from, to }) => from <= port && port <= to)
        .toSorted((a, b) => a.to - a.from - (b.to - b.from))[0]?.type;
}


/***/ }),

/***/ 46393:
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
 * `STATUS RELEASE CONFIGURATION FINGERPRINT` with `-` for what did not come. With `-ign_eof` openssl's s_client takes no
 * commands from its input and ends when the server closes (openssl-s_client(1), "CONNECTED COMMANDS"). It is ended by
 * SIGKILL: the switch ignores SIGTERM, and what it starts inherits that.
 */
const lookAtNginx = `
look_at_nginx() {
  local answer fingerprint=
  if [ "$1" = https ]; then
    answer=$(printf 'GET %s HTTP/1.1\\r\\nHost: %s:%s\\r\\nConnection: close\\r\\n\\r\\n' "$4" "$2" "$3" |
      timeout -s KILL 20 openssl s_client -connect "127.0.0.1:$3" -servername "$2" -ign_eof 2>/dev/null | head -c ${most} | tr -d '\\000\\r')
    fingerprint=$(printf '%s\\n' "$answer" | openssl x509 -noout -fingerprint -sha256 2>/dev/null)
    fingerprint=\${fingerprint##*=} fingerprint=\${fingerprint//:/} fingerprint=\${fingerprint,,}
  else
    answer=$(timeout -s KILL 20 curl -s -i --noproxy '*' -H "Host: $2:$3" "http://127.0.0.1:$3$4" | head -c ${most} | tr -d '\\000\\r')
  fi
  # What openssl says of the connection comes first.
  printf '%s\\n' "$answer" | awk -v release=${_nginx_site_js__WEBPACK_IMPORTED_MODULE_0__/* .proofHeaders */ .zD.release} -v configuration=${_nginx_site_js__WEBPACK_IMPORTED_MODULE_0__/* .proofHeaders */ .zD.configuration} -v fingerprint="$fingerprint" '
    function of(name,  value) { value = header[tolower(name)]; sub(/[ \\t]+$/, "", value); gsub(/[ \\t]+/, "_", value); return value == "" ? "-" : value }
    !answered { answered = /^HTTP\\/1/; status = $2 + 0; next }
    ended || /^$/ { ended = 1; next }
    { at = index($0, ": "); name = tolower(substr($0, 1, at - 1)); if (!(name in header)) header[name] = substr($0, at + 2) }
    END { print (answered && status ? status : "-"), of(release), of(configuration), (fingerprint == "" ? "-" : fingerprint) }'
}`;
/** Reads one line of `look_at_nginx`. */
function readServing(line) {
    const [status, release, configuration, fingerprint] = line
        .trim()
        .split(' ')
        .map((word) => (word === '-' ? '' : word));
    return {
        status: Number(status) || 0,
        release: release ?? '',
        configuration: configuration ?? '',
        fingerprint: fingerprint ?? '',
    };
}


/***/ }),

/***/ 39872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MS: () => (/* binding */ policyMark),
/* harmony export */   Xd: () => (/* binding */ policyFile),
/* harmony export */   gw: () => (/* binding */ systemProbe)
/* harmony export */ });
/* unused harmony exports neededTools, readSystem */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var _server_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76148);


/** What keeps services from being started while packages are installed (Debian Policy, invoke-rc.d). */
const policyFile = '/usr/sbin/policy-rc.d';
/** The line that tells our policy-rc.d from an administrator's. */
const policyMark = '# deploy-miniprogram-backend: while packages are installed';
/** Programs that the scripts of this action call on the server, and that a bare one may lack. */
const neededTools = ['curl', 'openssl', 'ss', 'flock', 'setsid', 'unshare', 'tar', 'sha256sum'];
// The metadata service answers in milliseconds where it exists (Tencent's documentation, "instance metadata"); elsewhere
// its name does not resolve, so that the limit is for a resolver that does not answer.
const script = `
{ cat /etc/os-release || cat /usr/lib/os-release; } 2>/dev/null | grep '^[A-Z][A-Z_]*='
echo "architecture=$(uname -m)"
echo "memory=$(sed -n 's/^MemAvailable: *\\([0-9]*\\) kB/\\1/p' /proc/meminfo)"
[ -s /proc/net/if_inet6 ] && echo ipv6=yes
[ -d /run/systemd/system ] && echo systemd=yes
grep -qxF ${(0,_server_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(policyMark)} ${policyFile} && echo policy=left
# What programs go by is the link; RHEL's family has no other, Debian keeps the name in a file as well.
zone=$(readlink -f /etc/localtime)
case $zone in */zoneinfo/*) zone=\${zone#*/zoneinfo/} ;; *) zone=$(cat /etc/timezone) ;; esac
echo "timezone=$(printf %s "$zone" | head -n 1)"
for tool in ${neededTools.join(' ')}; do command -v "$tool" >/dev/null || echo "missing=$tool"; done
if command -v curl >/dev/null && timeout 2 getent hosts metadata.tencentyun.com >/dev/null; then
  # Whatever answers to that name may answer with a page of its own.
  metadata() { curl -sf -m 2 "http://metadata.tencentyun.com/latest/meta-data/$1" | head -c 64 | tr -d '\\000\\r' | head -n 1; }
  echo "instance=$(metadata instance-id)"
  echo "address=$(metadata public-ipv4)"
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
    // CVM's and Lighthouse's (Tencent's documentation, "instance metadata").
    const isInstance = /^(ins|lhins)-[a-z0-9]{4,20}$/.test(first('instance'));
    return {
        id: first('ID').toLowerCase(),
        like: first('ID_LIKE').toLowerCase().split(/\s+/).filter(Boolean),
        version: first('VERSION_ID'),
        platform: first('PLATFORM_ID'),
        name: first('PRETTY_NAME') || first('NAME') || first('ID'),
        architecture: first('architecture'),
        memoryAvailable: Number(first('memory')) * 1024,
        ipv6: first('ipv6') === 'yes',
        systemd: first('systemd') === 'yes',
        missingTools: pairs.filter((pair) => pair.key === 'missing').map((pair) => pair.value),
        policyLeft: first('policy') === 'left',
        timezone: /^\w[\w+-]*(\/[\w+-]+)*$/.exec(first('timezone'))?.[0],
        tencentInstance: isInstance ? first('instance') : undefined,
        tencentPublicAddress: isInstance && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) ? address : undefined,
    };
}


/***/ }),

/***/ 68447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ mostFiles),
  g: () => (/* binding */ writtenFilesScript)
});

// EXTERNAL MODULE: ./.build/lib/release/release.js
var release = __webpack_require__(85369);
// EXTERNAL MODULE: ./.build/lib/server/quote.js
var quote = __webpack_require__(76148);
// EXTERNAL MODULE: ./.build/lib/survey/container-list.js
var container_list = __webpack_require__(25771);
// EXTERNAL MODULE: ./.build/lib/survey/layer-script.js + 1 modules
var layer_script = __webpack_require__(94244);
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
/** Bash that prints ids of the application's containers: the one of its name, those that releases recorded, those kept for their files. */
const ownContainers = ({ app, image }) => `{
    containers | awk -F '\\t' -v name=${(0,quote/* quote */.h)(image)} 'tolower($2) == name {print $1}'
    find ${(0,quote/* quote */.h)((0,release/* applicationDirectory */.gZ)(app))}/releases/*/container ${(0,quote/* quote */.h)((0,release/* keptFile */.hr)(app))} -maxdepth 0 -type f -exec awk 1 {} + 2>/dev/null |
      grep -xF "$(containers | cut -f 1 | grep . || echo -)"
  } | awk '!seen[$0]++'`;
/**
 * Bash that prints what the application's containers, or the one with the id `other`, hold in their own layers:
 * `container ID NAME PID STARTED MOUNTS VOLUMES FILES FOLDERS TIMES COPIES IMAGE-FOLDERS HOST-TIMES OPEN`, the last nine gzipped
 * in base64, records ended by NUL. `FILES` leaves out what nobody misses; `FOLDERS` are those in which there is anything.
 * `COPIES` is of a container that has ended and whose layer is no folder. `HOST-TIMES` is of files at the same places
 * below `volumes`, or of the same name at their top.
 */
const writtenFilesScript = (application, volumes, other) => `
${container_list/* containers */.l}
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
asked=$(${other === undefined ? ownContainers(application) : `echo ${(0,quote/* quote */.h)(other)}`})
for id in $asked; do
  name=
  if [ "$SECONDS" -lt "$until" ] && open_layer "$id"; then
    files=$(layer_changes | worth_keeping | sed -z ${mostFiles + 1}q | pack)
    printf '%s ' container "$id" "\${name#/}" "$pid" "$started" "$(printf '%s\\0' \${mounts[@]+"\${mounts[@]}"} | pack)" "$(printf '%s\\0' \${volumes[@]+"\${volumes[@]}"} | pack)" "$files" \\
      "$(layer_folders | pack)" "$(files | layer_times | pack)" "$(stopped_copies "$id" 2>/dev/null | pack)" \\
      "$(image_folders "$id" 2>/dev/null | pack)" "$(host_times | pack)" "$(open_files "$id" | pack)"
    echo
  else
    echo "unseen $id \${name#/}"
  fi
done
for marker in ${(0,quote/* quote */.h)((0,release/* carriedDirectory */.kx)(application.app))}/*/.copying; do [ -e "$marker" ] && echo "copying $(basename "$(dirname "$marker")")"; done
[ -n "$(strangers ${(0,quote/* quote */.h)((0,release/* keptFile */.hr)(application.app))})" ] || find ${(0,quote/* quote */.h)((0,release/* keptFile */.hr)(application.app))} -maxdepth 0 -type f -exec awk 1 {} + | sed -n 's/^[0-9a-f][0-9a-f]*$/kept &/p'
for baseline in ${(0,quote/* quote */.h)((0,release/* applicationDirectory */.gZ)(application.app))}/releases/*/baseline; do
  [ -f "$baseline" ] || continue
  id=$(head -c 64 "$baseline")
  case " "$asked" " in *"$id"*) echo "baseline $id $(stat -c %Y "$baseline") $(gzip -c <"$baseline" | base64 -w0)" ;; esac
done
true`;


/***/ }),

/***/ 22726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _S: () => (/* binding */ baselineFile),
  uK: () => (/* binding */ unseenFiles),
  $Q: () => (/* binding */ writtenFilesProbe)
});

// UNUSED EXPORTS: readWrittenFiles

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
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
/** Records of a packed list. */
function recordsOf(list = '') {
    return (0,external_node_zlib_.gunzipSync)(Buffer.from(list, 'base64')).toString('utf8').split('\0').slice(0, -1);
}

// EXTERNAL MODULE: ./.build/lib/survey/written-files-script.js + 1 modules
var written_files_script = __webpack_require__(68447);
;// CONCATENATED MODULE: ./.build/lib/survey/written-files.js



/** The list of files that a release's container had when it began to serve: its id, then records of `layer_times`. */
function baselineFile(releaseDirectory) {
    return `${releaseDirectory}/baseline`;
}
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
    const lines = output.split('\n').map((line) => line.trimEnd().split(' '));
    const of = (word) => lines.filter(([first]) => first === word).map(([, ...rest]) => rest);
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


/***/ })

};
