export const id = 366;
export const ids = [366];
export const modules = {

/***/ 46038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ checkCredentials),
  m: () => (/* binding */ connectTo)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 58 modules
var failure = __webpack_require__(86250);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/lib/pem/pasted.js
var pasted = __webpack_require__(82114);
;// CONCATENATED MODULE: ./.build/lib/server/host-key.js



/** Types of host keys that can be negotiated, strongest first, with their signature algorithms (RFC 8332 for RSA). */
const algorithmsOf = new Map([
    ['ssh-ed25519', ['ssh-ed25519']],
    ['ecdsa-sha2-nistp256', ['ecdsa-sha2-nistp256']],
    ['ecdsa-sha2-nistp384', ['ecdsa-sha2-nistp384']],
    ['ecdsa-sha2-nistp521', ['ecdsa-sha2-nistp521']],
    ['ssh-rsa', ['rsa-sha2-512', 'rsa-sha2-256']],
]);
/** Types as `ssh-keygen -l` names them at the end of its line. ECDSA has three curves, so it tells no type. */
const typesOfListing = new Map([
    ['ED25519', 'ssh-ed25519'],
    ['RSA', 'ssh-rsa'],
]);
/**
 * Parses the input `host-key`: fingerprints, lines of `ssh-keygen -l`, of known_hosts (host names are not compared:
 * whoever pasted the key means this server) and of `.pub` files; or `accept-any`.
 * Throws `Failures` of HOST_KEY_INVALID, one for each line that is none of these.
 */
function parseHostKeys(input) {
    let acceptAny = false;
    const pins = [];
    const revoked = [];
    const failures = [];
    for (const [index, raw] of (0,pasted/* unfold */.t)(input)
        .split(/\n|(?:\\+r)?\\+n/)
        .entries()) {
        const line = raw.trim().replace(/^["']|["']$/g, '');
        if (line === '' || line.startsWith('#'))
            continue;
        if (line === 'accept-any') {
            acceptAny = true;
            continue;
        }
        const isRevoked = line.startsWith('@revoked ');
        const pin = parseLine(isRevoked ? line.slice('@revoked '.length).trim() : line);
        if (pin === undefined)
            failures.push((0,failure/* failure */.V2)('HOST_KEY_INVALID', { line: index + 1, value: line }));
        else if (isRevoked)
            revoked.push(pin.fingerprint);
        else
            pins.push(pin);
    }
    if (failures.length > 0)
        throw new failure/* Failures */.oo(failures);
    return { acceptAny, pins, revoked };
}
/** SHA-256 of the key in the form that OpenSSH prints: `SHA256:` and base64 without padding. */
function fingerprint(blob) {
    return `SHA256:${(0,external_node_crypto_.createHash)('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}
/** The type that a public key in wire form names first (RFC 4253 section 6.6); empty where it is malformed. */
function keyType(blob) {
    if (blob.length < 4)
        return '';
    const length = blob.readUInt32BE(0);
    return length > 64 || blob.length < 4 + length ? '' : blob.toString('latin1', 4, 4 + length);
}
/** Whether the key that the server offered is one of the pinned ones. */
function matches(pins, blob) {
    const offered = fingerprint(blob);
    if (pins.revoked.includes(offered))
        return false;
    return pins.acceptAny || pins.pins.some((pin) => pin.fingerprint === offered);
}
/** Whether nothing was pinned and nothing waived. */
function isUnpinned(pins) {
    return !pins.acceptAny && pins.pins.length === 0;
}
/** Host key algorithms in the order to offer: those of pinned types first, so that the server shows a pinned key. */
function preferredAlgorithms(pins) {
    const pinned = new Set(pins.pins.map((pin) => pin.type));
    const types = [...algorithmsOf.keys()];
    return algorithms([...types.filter((t) => pinned.has(t)), ...types.filter((t) => !pinned.has(t))]);
}
/**
 * What to offer on a further connection, when the keys of the types `seen` were not the pinned ones: a fingerprint does
 * not tell its type, so every other type may be the one. Empty: no other type can match.
 */
function remainingAlgorithms(pins, seen) {
    const unknownType = pins.acceptAny || pins.pins.some((pin) => pin.type === undefined);
    const pinned = new Set(pins.pins.map((pin) => pin.type));
    return algorithms([...algorithmsOf.keys()].filter((t) => !seen.includes(t) && (unknownType || pinned.has(t))));
}
/** The file in which OpenSSH's server keeps the public half of a key of this type. */
function hostKeyFile(type) {
    const name = type === 'ssh-ed25519' ? 'ed25519' : type.startsWith('ecdsa-') ? 'ecdsa' : 'rsa';
    return `/etc/ssh/ssh_host_${name}_key.pub`;
}
function algorithms(types) {
    return types.flatMap((type) => algorithmsOf.get(type) ?? []);
}
function parseLine(line) {
    const words = line.split(/\s+/);
    for (const [index, word] of words.entries()) {
        if (/^SHA256:[A-Za-z0-9+/]{43}=?$/.test(word)) {
            const type = typesOfListing.get(/\(([A-Z0-9]+)\)$/.exec(line)?.[1] ?? '');
            return { fingerprint: word.replace(/=$/, ''), ...(type === undefined ? {} : { type }) };
        }
        const blob = words[index + 1];
        // A key stands first in a .pub file and second, after the hosts, in known_hosts; `@cert-authority` shifts it further.
        if (index <= 1 && algorithmsOf.has(word) && blob !== undefined)
            return parseBlob(word, blob);
    }
    return undefined;
}
function parseBlob(type, base64) {
    const blob = Buffer.from(base64, 'base64');
    // Decoding is lenient; a key cut short or mistyped must not become a pin that nothing matches.
    if (blob.toString('base64') !== base64 || keyType(blob) !== type || !isWhole(blob))
        return undefined;
    return { fingerprint: fingerprint(blob), type };
}
/** Whether the length-prefixed fields of a public key end where the key does. */
function isWhole(blob) {
    let at = 0;
    while (at < blob.length) {
        if (at + 4 > blob.length)
            return false;
        at += 4 + blob.readUInt32BE(at);
    }
    return at === blob.length;
}

// EXTERNAL MODULE: ./node_modules/ssh2/lib/index.js
var lib = __webpack_require__(85472);
// EXTERNAL MODULE: ./.build/lib/pem/blocks.js
var blocks = __webpack_require__(65445);
;// CONCATENATED MODULE: ./.build/lib/server/openssh-key.js

/**
 * An Ed25519 private key in OpenSSH's own form, unencrypted: the one form of such a key that ssh2 reads
 * (openssh-portable, PROTOCOL.key).
 */
function opensshPrivateKey(key) {
    const { d = '', x = '' } = key.export({ format: 'jwk' });
    const secret = Buffer.from(d, 'base64url');
    const point = Buffer.from(x, 'base64url');
    const publicKey = Buffer.concat([field('ssh-ed25519'), field(point)]);
    const check = (0,external_node_crypto_.randomBytes)(4);
    const fields = Buffer.concat([check, check, publicKey, field(Buffer.concat([secret, point])), field('')]);
    // Padded with 1, 2, 3, ... to the block size of no cipher, which is 8.
    const padding = Buffer.from(Array.from({ length: (8 - (fields.length % 8)) % 8 }, (_, index) => index + 1));
    const blob = Buffer.concat([
        Buffer.from('openssh-key-v1\0'),
        field('none'),
        field('none'),
        field(''),
        Buffer.from([0, 0, 0, 1]),
        field(publicKey),
        field(Buffer.concat([fields, padding])),
    ]);
    const lines = blob.toString('base64').match(/.{1,70}/g) ?? [];
    return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n');
}
/** A string as SSH writes it: its length in four bytes, then itself (RFC 4251 section 5). */
function field(value) {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}

;// CONCATENATED MODULE: ./.build/lib/server/private-key.js





/**
 * Reads the input `private-key`: OpenSSH, PEM (PKCS#1, SEC 1, PKCS#8) or PuTTY version 2.
 * Throws `Failure`: PRIVATE_KEY_INVALID, PRIVATE_KEY_TRUNCATED, PRIVATE_KEY_IS_PUBLIC, PRIVATE_KEY_IS_PUTTY,
 * PASSPHRASE_MISSING, PASSPHRASE_WRONG. No text of theirs holds any of the key.
 */
function parsePrivateKey(key, passphrase) {
    const pasted = (0,blocks/* readPem */.Je)(key.reveal());
    const begun = pasted.begun.find(blocks/* isKeyLabel */.AU);
    if (begun === undefined)
        throw notPrivate(pasted);
    const block = pasted.blocks.find(({ label }) => (0,blocks/* isKeyLabel */.AU)(label));
    if (block === undefined)
        throw (0,failure/* failure */.V2)('PRIVATE_KEY_TRUNCATED', { kind: begun });
    const kind = block.label;
    if (kind.startsWith('DSA'))
        throw (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { detail: 'DSA' });
    const pem = (0,blocks/* writePem */.I6)(block);
    // An empty secret is what a workflow hands over for one that is not set.
    const phrase = passphrase?.reveal() || undefined;
    return kind === 'PRIVATE KEY' || kind === 'ENCRYPTED PRIVATE KEY'
        ? parse(fromPkcs8(pem, kind, phrase), kind, undefined)
        : parse(pem, kind, phrase);
}
function notPrivate({ text, begun, ended }) {
    if (/^\s*PuTTY-User-Key-File-/.test(text))
        return (0,failure/* failure */.V2)('PRIVATE_KEY_IS_PUTTY', {});
    const publicKey = /^\W*(ssh-|ecdsa-sha2-|sk-)\S+ AAAA/m.test(text) || begun.some((one) => one.endsWith('PUBLIC KEY'));
    if (publicKey || /^AAAA[BCE]3/m.test(text))
        return (0,failure/* failure */.V2)('PRIVATE_KEY_IS_PUBLIC', {});
    if (ended.length > begun.length)
        return (0,failure/* failure */.V2)('PRIVATE_KEY_TRUNCATED', { kind: 'PRIVATE KEY' });
    return (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { detail: begun.join(', ') || 'no line -----BEGIN ... PRIVATE KEY-----' });
}
function parse(pem, kind, passphrase) {
    const parsed = lib.utils.parseKey(pem.trim(), passphrase);
    if (parsed instanceof Error)
        throw unreadable(parsed.message, kind, passphrase);
    const key = Array.isArray(parsed) ? parsed[0] : parsed;
    if (key === undefined)
        throw (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { detail: kind });
    if (!key.isPrivateKey())
        throw (0,failure/* failure */.V2)('PRIVATE_KEY_IS_PUBLIC', {});
    if (!/^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp\d+)$/.test(key.type))
        throw (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { detail: key.type });
    // With a wrong passphrase an old PEM may decrypt to something that is no key, and only a signature finds out.
    try {
        const signature = key.sign(Buffer.from('trial'));
        if (signature instanceof Error)
            throw signature;
    }
    catch (error) {
        throw unreadable(error instanceof Error ? error.message : String(error), kind, passphrase);
    }
    return key;
}
/** Which failure the words of ssh2's parser stand for; they quote nothing of the key. */
function unreadable(message, kind, passphrase) {
    if (/no passphrase given/.test(message))
        return (0,failure/* failure */.V2)('PASSPHRASE_MISSING', {});
    if (/bad passphrase/.test(message))
        return (0,failure/* failure */.V2)('PASSPHRASE_WRONG', {});
    if (/Unsupported OpenSSH private key type/.test(message))
        return (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { detail: message });
    if (passphrase !== undefined && kind !== 'OPENSSH PRIVATE KEY')
        return (0,failure/* failure */.V2)('PASSPHRASE_WRONG', {});
    if (/Malformed|integrity check/.test(message))
        return (0,failure/* failure */.V2)('PRIVATE_KEY_TRUNCATED', { kind });
    return (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { detail: message });
}
/** PKCS#8, which ssh2 does not read, in a form that it does. */
function fromPkcs8(pem, kind, passphrase) {
    if (kind === 'ENCRYPTED PRIVATE KEY' && passphrase === undefined)
        throw (0,failure/* failure */.V2)('PASSPHRASE_MISSING', {});
    let key;
    try {
        key = (0,external_node_crypto_.createPrivateKey)({ key: pem, format: 'pem', ...(passphrase === undefined ? {} : { passphrase }) });
    }
    catch {
        throw kind === 'ENCRYPTED PRIVATE KEY'
            ? (0,failure/* failure */.V2)('PASSPHRASE_WRONG', {})
            : (0,failure/* failure */.V2)('PRIVATE_KEY_TRUNCATED', { kind });
    }
    switch (key.asymmetricKeyType) {
        case 'rsa':
            return key.export({ type: 'pkcs1', format: 'pem' }).toString();
        case 'ec':
            return key.export({ type: 'sec1', format: 'pem' }).toString();
        case 'ed25519':
            return opensshPrivateKey(key);
        default:
            throw (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { detail: `${key.asymmetricKeyType ?? 'unknown'} key` });
    }
}

// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/session.js

/** The warning that goes with `host-key: accept-any`. */
function acceptsAnyHostKey(p) {
    return (0,messages_text/* text */.Qq)(`host-key is accept-any: whoever answers as ${p.host} gets the secrets of this deployment. Pin the key of the server.`, `host-key 为 accept-any：任何冒充 ${p.host} 的机器都会拿到本次部署的密钥。请固定服务器的主机密钥。`);
}
/** Told once while a login is tried again. */
function triesAgain(p) {
    return (0,messages_text/* text */.Qq)(`The server closes SSH connections before a login. Trying again for up to ${p.seconds} s (\`connect-timeout\`).`, `服务器在登录前关闭了 SSH 连接，将在 ${p.seconds} 秒内继续重试（\`connect-timeout\`）。`);
}

// EXTERNAL MODULE: ./node_modules/node-ssh/lib/esm/index.mjs + 2 modules
var esm = __webpack_require__(19487);
;// CONCATENATED MODULE: ./.build/lib/server/authentication.js

/**
 * Tries the key, then the password, then the password as the answer to keyboard-interactive, as far as the server
 * offers each; without the `none` that ssh2 would send first, which costs a round trip.
 */
function authentication(credentials) {
    const methods = methodsOf(credentials);
    const tried = [];
    let offered = [];
    const handler = (left, _partial, next) => {
        // null before the first answer: nothing is known yet (the type says otherwise).
        const known = left;
        if (known !== null)
            offered = known;
        const method = methods.find((m) => !tried.includes(m.type) && (known === null || known.includes(m.type)));
        if (method === undefined) {
            // ssh2 takes `false` for "no more", which its type leaves out.
            next(false);
            return;
        }
        tried.push(method.type);
        next(method);
    };
    return {
        handler,
        tried,
        failure: ({ host, port }) => {
            const passwordRefused = credentials.key === undefined && !offered.includes('password') && !offered.includes('keyboard-interactive');
            const parameters = { host, port, username: credentials.username, offered: offered.join(', ') || '-' };
            return passwordRefused && offered.length > 0
                ? (0,failure/* failure */.V2)('PASSWORD_NOT_ACCEPTED', parameters)
                : (0,failure/* failure */.V2)('AUTHENTICATION_FAILED', { ...parameters, tried: tried.join(', ') || '-' });
        },
    };
}
function methodsOf({ username, key, password }) {
    const methods = [];
    if (key !== undefined)
        methods.push({ type: 'publickey', username, key });
    if (password !== undefined) {
        methods.push({ type: 'password', username, password: password.reveal() });
        methods.push({
            type: 'keyboard-interactive',
            username,
            prompt: (_name, _instructions, _language, prompts, finish) => finish(prompts.map(() => password.reveal())),
        });
    }
    return methods;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./.build/lib/server/tcp.js


/**
 * Milliseconds for one of several addresses of a name. Node's own 250 ms are less than a round trip between continents,
 * so that a server with two addresses would be given up before it could answer.
 */
const perAddressMilliseconds = 5000;
/** The connection is closed because the run no longer wants it. */
function closedByRun({ host, port }) {
    return (0,failure/* failure */.V2)('CONNECTION_LOST', { host, port, detail: 'closed by this run' });
}
/**
 * Opens a TCP connection. Rejects with the `Failure` that tells why it could not be: HOST_NOT_FOUND,
 * CONNECTION_REFUSED, CONNECTION_TIMEOUT, NETWORK_UNREACHABLE or HANDSHAKE_FAILED (reset at once); CONNECTION_LOST when
 * `unwanted` is aborted first.
 */
function openSocket(address, milliseconds, unwanted) {
    return new Promise((resolve, reject) => {
        if (unwanted.aborted) {
            reject(closedByRun(address));
            return;
        }
        const options = { ...address, autoSelectFamilyAttemptTimeout: perAddressMilliseconds };
        const socket = (0,external_node_net_.connect)(options);
        const settle = () => {
            clearTimeout(timer);
            unwanted.removeEventListener('abort', drop);
            socket.removeAllListeners();
        };
        const giveUp = (reason) => {
            settle();
            // A socket that is being destroyed may still report an error; nobody else listens any more.
            socket.on('error', () => { });
            socket.destroy();
            reject(reason);
        };
        const drop = () => giveUp(closedByRun(address));
        unwanted.addEventListener('abort', drop);
        const timer = setTimeout(() => giveUp(timeout(address, milliseconds)), milliseconds);
        socket.once('error', (error) => giveUp(failureOf(error, address, milliseconds)));
        socket.once('connect', () => {
            settle();
            socket.setNoDelay(true);
            resolve(socket);
        });
    });
}
/** CONNECTION_TIMEOUT. */
function timeout(address, milliseconds) {
    const { host, port } = address;
    return (0,failure/* failure */.V2)('CONNECTION_TIMEOUT', { host, port, seconds: Math.round(milliseconds / 100) / 10 });
}
function failureOf(error, address, milliseconds) {
    const code = codeOf(error);
    const options = { cause: error };
    switch (code) {
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
        case 'ENODATA':
            return (0,failure/* failure */.V2)('HOST_NOT_FOUND', { ...address, detail: code }, options);
        case 'ECONNREFUSED':
            return (0,failure/* failure */.V2)('CONNECTION_REFUSED', { ...address }, options);
        case 'ETIMEDOUT':
            return timeout(address, milliseconds);
        case 'ECONNRESET':
        case 'EPIPE':
            return (0,failure/* failure */.V2)('HANDSHAKE_FAILED', { ...address, detail: error.message }, options);
        default:
            return (0,failure/* failure */.V2)('NETWORK_UNREACHABLE', { ...address, detail: code ?? error.message }, options);
    }
}
/** The system's error code; of several addresses that failed, the most telling one. */
function codeOf(error) {
    const codes = 'errors' in error && Array.isArray(error.errors) ? error.errors.map(codeOfOne) : [codeOfOne(error)];
    for (const telling of ['ECONNREFUSED', 'ETIMEDOUT'])
        if (codes.includes(telling))
            return telling;
    return codes.find((code) => code !== undefined);
}
function codeOfOne(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}

;// CONCATENATED MODULE: ./.build/lib/server/live-connection.js


/** Milliseconds of silence after which a connection counts as dead: three keepalives unanswered. */
const silenceMilliseconds = 60_000;
/** Watches a connection just logged in, so that its end is noticed once, whatever ends it. */
function watch(client, socket, address) {
    const listeners = new Set();
    let lost;
    let heard = performance.now();
    const lose = (reason) => {
        if (lost !== undefined)
            return;
        lost =
            typeof reason === 'string'
                ? (0,failure/* failure */.V2)('CONNECTION_LOST', { host: address.host, port: address.port, detail: reason })
                : reason;
        clearInterval(timer);
        socket.destroy();
        for (const listener of listeners)
            listener(lost);
        listeners.clear();
    };
    // ssh2 counts only answers to its own pings, which wait behind whatever is being sent: on a slow line an upload
    // would be taken for a dead connection. Any byte from the server proves it alive.
    socket.on('data', () => {
        heard = performance.now();
    });
    const timer = setInterval(() => {
        if (performance.now() - heard > silenceMilliseconds)
            lose(`no byte for ${silenceMilliseconds / 1000} s`);
    }, 5000);
    timer.unref();
    client.on('error', (error) => lose(error.message));
    client.on('close', () => lose('closed'));
    socket.on('error', (error) => lose(error.message));
    return {
        client,
        socket,
        get lost() {
            return lost;
        },
        onLost: (listener) => {
            if (lost !== undefined)
                listener(lost);
            else
                listeners.add(listener);
            return () => listeners.delete(listener);
        },
        close: () => {
            client.end();
            lose(closedByRun(address));
        },
    };
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./.build/lib/server/patient-socket.js



/** Milliseconds for one attempt while the firewall opens: more than a packet and its answer take between continents. */
const perAttempt = 4000;
/** Milliseconds between a refusal and the next attempt. */
const pause = 500;
/**
 * Opens a TCP connection as `openSocket` does, and tries again while a firewall on the way may still be opening the port:
 * the kernel itself would send what was dropped again after twice as long each time. Throws as `openSocket` does.
 */
async function openSocketPatiently(address, { all, opening }, unwanted, { attempt = perAttempt, between = pause } = {}) {
    const begun = performance.now();
    const left = () => all - (performance.now() - begun);
    while (performance.now() - begun < opening) {
        try {
            return await openSocket(address, Math.max(1, Math.min(attempt, left())), unwanted);
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR) || !mayBeOpening(error))
                throw error;
            if (left() <= between)
                throw error.code === 'CONNECTION_TIMEOUT' ? timeout(address, all) : error;
        }
        await (0,promises_.setTimeout)(between, undefined, { signal: unwanted }).catch(() => {
            throw closedByRun(address);
        });
    }
    return openSocket(address, Math.max(1, left()), unwanted).catch((error) => {
        throw error instanceof failure/* Failure */.HR && error.code === 'CONNECTION_TIMEOUT' ? timeout(address, all) : error;
    });
}
/** What a firewall answers, or has not answered, that does not let the port in yet. */
function mayBeOpening({ code }) {
    return ['CONNECTION_TIMEOUT', 'CONNECTION_REFUSED', 'NETWORK_UNREACHABLE'].includes(code);
}

;// CONCATENATED MODULE: ./.build/lib/server/connection.js








/** Milliseconds between two attempts, at most: places of MaxStartups become free one by one. */
const longestPause = 4000;
/** Thrown by one attempt when the cause may be gone at the next one. */
class Transient extends Error {
    failure;
    /** What sshd said when it turned the connection away: it has its reasons, which pass. */
    said;
    constructor(reason, said) {
        super(reason.message);
        this.failure = reason;
        this.said = said;
    }
}
/**
 * Logs in. A server whose key of one type is not pinned is asked again, on a fresh connection, for its other types.
 * Rejects with the `Failure` that tells why not. Only what may pass is tried again, until the time is over: a handshake
 * cut off before the server showed its key, a resolver that does not answer; never a refused login. Once `unwanted` is
 * aborted, no connection is made any more, and none that was half made stays.
 */
async function establish(target, clock, unwanted, log) {
    const deadline = clock.now() + target.connectTimeoutSeconds * 1000;
    const seen = [];
    let offer = preferredAlgorithms(target.hostKey);
    while (offer.length > 0) {
        let result;
        try {
            const once = () => attempt(target, offer, deadline - clock.now(), unwanted);
            result = await persistently(once, { target, deadline, clock, unwanted, log });
        }
        catch (error) {
            // The server has no key of the types that are left.
            if (seen.length > 0 && error instanceof failure/* Failure */.HR && error.code === 'NO_COMMON_ALGORITHM')
                break;
            throw error;
        }
        if ('connection' in result)
            return result.connection;
        seen.push(result.denied);
        if (isUnpinned(target.hostKey))
            break;
        offer = remainingAlgorithms(target.hostKey, seen.map(keyType));
    }
    throw hostKeyFailure(target, seen);
}
/** Runs `work` again while it fails in a way that may pass, until the deadline. */
async function persistently(work, { target, deadline, clock, unwanted, log }) {
    for (let number = 1;; number += 1) {
        try {
            return await work();
        }
        catch (error) {
            if (!(error instanceof Transient))
                throw error;
            // Jitter on a doubling pause, so that runs started together do not come back together.
            const pause = (0.5 + clock.random() / 2) * Math.min(longestPause, 1000 * 2 ** (number - 1));
            if (clock.now() + pause >= deadline)
                throw givenUp(error, target, number);
            if (number === 2)
                log?.info(triesAgain({ seconds: Math.round((deadline - clock.now()) / 1000) }));
            await clock.sleep(pause);
            if (unwanted.aborted)
                throw closedByRun(target);
        }
    }
}
/** The failure after the last of `attempts`. */
function givenUp({ failure: reason, said }, target, attempts) {
    if (said === undefined)
        return reason;
    const { host, port, connectTimeoutSeconds: seconds } = target;
    return (0,failure/* failure */.V2)('SSH_TURNED_AWAY', { host, port, said, attempts, seconds });
}
async function attempt(target, offer, milliseconds, unwanted) {
    const started = performance.now();
    const times = { all: Math.max(1, milliseconds), opening: target.opensWithinSeconds * 1000 };
    const socket = await openSocketPatiently(target, times, unwanted).catch((error) => {
        throw error instanceof failure/* Failure */.HR && mayPass(error) ? new Transient(error) : error;
    });
    const login = authentication(target);
    let denied;
    let accepted = false;
    const ssh = new esm/* NodeSSH */.H();
    const connected = ssh.connect({
        host: target.host,
        port: target.port,
        username: target.username,
        sock: socket,
        readyTimeout: Math.max(1, Math.round(milliseconds - (performance.now() - started))),
        keepaliveInterval: 15_000,
        // Answers are counted by `watch`, to which every byte of a slow upload's acknowledgements counts as one.
        keepaliveCountMax: Number.MAX_SAFE_INTEGER,
        algorithms: { serverHostKey: [...offer] },
        hostVerifier: (blob) => {
            accepted = matches(target.hostKey, blob);
            if (!accepted)
                denied = blob;
            return accepted;
        },
        authHandler: login.handler,
    });
    const client = guarded(ssh, socket);
    let greeting = '';
    const hear = (chunk) => {
        if (greeting.length < 256)
            greeting += chunk.toString('latin1', 0, 256);
    };
    socket.on('data', hear);
    // Also what PAM says of an account before sshd closes the connection: that it has expired, /etc/nologin.
    let notice = '';
    client.on('banner', (said) => {
        notice = said.trim();
    });
    const drop = () => void socket.destroy();
    unwanted.addEventListener('abort', drop);
    try {
        await connected;
    }
    catch (error) {
        socket.destroy();
        if (unwanted.aborted)
            throw closedByRun(target);
        if (denied !== undefined)
            return { denied };
        throw classify(error, target, login, { accepted, greeting, notice });
    }
    finally {
        unwanted.removeEventListener('abort', drop);
    }
    socket.off('data', hear);
    return { connection: watch(client, socket, target) };
}
/** Reset at once, or a resolver that did not answer; a name that does not exist will not exist in a minute. */
function mayPass({ code, cause }) {
    return (code === 'HANDSHAKE_FAILED' || (code === 'HOST_NOT_FOUND' && cause.code === 'EAI_AGAIN'));
}
/**
 * The client of `ssh`, with a listener for errors on it and on its socket from the first moment: node-ssh takes its own
 * away when logged in, and an `error` without a listener ends the process.
 */
function guarded(ssh, socket) {
    const client = ssh.connection;
    if (client === null)
        throw new Error('node-ssh made no client');
    client.on('error', () => { });
    socket.on('error', () => { });
    return client;
}
/** Why ssh2 gave up, from its words and from how far it came. */
function classify({ message, level }, target, login, reached) {
    const { host, port } = target;
    const loggingIn = login.tried.length > 0;
    if (level === 'client-authentication' || (loggingIn && /authentication failures/i.test(message))) {
        return login.failure(target);
    }
    if (level === 'client-timeout') {
        return (0,failure/* failure */.V2)('HANDSHAKE_TIMEOUT', { host, port, seconds: target.connectTimeoutSeconds });
    }
    if (/no matching/.test(message))
        return (0,failure/* failure */.V2)('NO_COMMON_ALGORITHM', { host, port, detail: message });
    const { greeting, notice } = reached;
    // OpenSSH says in plain text that it is full (MaxStartups) or has had enough of this address (PerSourcePenalties).
    const turnedAway = /MaxStartups|Not allowed at this time/.test(greeting);
    if (greeting !== '' && !greeting.includes('SSH-') && !turnedAway) {
        return (0,failure/* failure */.V2)('NOT_AN_SSH_SERVER', { host, port });
    }
    const said = turnedAway ? greeting.trim() : undefined;
    const evidence = notice === '' ? undefined : notice;
    const cutOff = (0,failure/* failure */.V2)('HANDSHAKE_FAILED', { host, port, detail: said ?? message }, { evidence });
    return reached.accepted ? cutOff : new Transient(cutOff, said);
}
function hostKeyFailure(target, seen) {
    const { host, port, hostKey } = target;
    const [first] = seen;
    const type = first === undefined ? '' : keyType(first);
    if (isUnpinned(hostKey)) {
        const line = first === undefined ? '' : fingerprint(first);
        return (0,failure/* failure */.V2)('HOST_KEY_MISSING', { host, port, type, line, file: hostKeyFile(type) });
    }
    return (0,failure/* failure */.V2)('HOST_KEY_MISMATCH', {
        host,
        port,
        offered: seen.map((blob) => `${fingerprint(blob)} (${keyType(blob)})`).join(', '),
        pinned: hostKey.pins.map((pin) => pin.fingerprint + (pin.type === undefined ? '' : ` (${pin.type})`)).join(', '),
        file: hostKeyFile(type),
    });
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./.build/lib/server/marks.js

/**
 * Marks: lines by which a script of ours speaks to the runner (`@@fact`, `@@failure`, `@@answers` …). On the way here each
 * carries a word made for its run, so that what a build or an application prints is never taken for one of them.
 */
/** What the marks of one script begin with: `@@`, a random word, a colon. */
function newMark() {
    return `@@${(0,external_node_crypto_.randomBytes)(8).toString('hex')}:`;
}
/** A line of output for those who read it here: a mark without its word; a line that only looks like one is indented. */
function readMark(line, mark) {
    if (line.startsWith(mark))
        return `@@${line.slice(mark.length)}`;
    return line.startsWith('@@') ? ` ${line}` : line;
}

;// CONCATENATED MODULE: ./.build/lib/server/lines.js


/**
 * Collects one stream of a script whose marks begin with `word`. Characters cut in two by a packet are whole again;
 * `onLine` gets lines without their ends.
 */
function scriptOutput(word, onLine, onBegin = () => { }) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    const mark = `${word}begin\n`;
    const parts = [];
    let noise = '';
    let begun = false;
    let partial = '';
    const accept = (piece) => {
        let text = piece;
        if (!begun) {
            noise += piece;
            const at = noise.indexOf(mark);
            if (at < 0)
                return;
            text = noise.slice(at + mark.length);
            noise = noise.slice(0, at);
            begun = true;
            onBegin();
        }
        if (text === '')
            return;
        const lines = (partial + text).split('\n');
        partial = lines.pop() ?? '';
        for (const line of lines)
            hand(line, '\n');
    };
    const hand = (line, end) => {
        const read = readMark(line, word);
        parts.push(read, end);
        onLine(read.replace(/\r$/, ''));
    };
    return {
        push: (chunk) => accept(decoder.write(chunk)),
        end: () => {
            accept(decoder.end());
            if (partial !== '')
                hand(partial, '');
            partial = '';
        },
        get begun() {
            return begun;
        },
        get noise() {
            return noise;
        },
        get text() {
            return parts.join('');
        },
    };
}

;// CONCATENATED MODULE: ./.build/lib/server/checksum.js
/** What cksum(1) prints of these bytes: the CRC of POSIX.1-2017 and their number. */
function checksum(bytes) {
    let crc = 0;
    const take = (byte) => {
        crc = ((crc << 8) ^ (table[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
    };
    for (const byte of bytes)
        take(byte);
    // The length follows, lowest byte first, without leading zeros.
    for (let length = bytes.length; length > 0; length = Math.floor(length / 256))
        take(length & 0xff);
    return `${~crc >>> 0} ${bytes.length}`;
}
const table = Array.from({ length: 256 }, (_, byte) => {
    let crc = byte << 24;
    for (let bit = 0; bit < 8; bit += 1)
        crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
    return crc >>> 0;
});

;// CONCATENATED MODULE: ./.build/lib/server/frame.js

/** Folders of programs, those that only root writes to first; not the login's PATH, which a start-up file may have spoilt. */
const path = 'PATH=/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin';
/** What starts a program for a login shell of any kind: no quoting, no variables, no redirection. */
const start = `/usr/bin/env LC_ALL=C ${path} /usr/bin/env`;
const bash = 'bash --norc --noprofile -p -s';
/**
 * Commands of an exchange. The second `env` is the first program that starts in the C locale: what it says of a missing
 * `sudo` or `bash` is English. `-p` keeps bash from reading what `BASH_ENV`, `SHELLOPTS` and exported functions name.
 * Without `-H`: sudo-rs before 0.2.9 refuses it.
 */
const rootCommand = `${start} ${bash}`;
const sudoCommand = `${start} sudo -n ${bash}`;
/** The exit code of a text of which a part is missing (EX_OSERR). */
const brokenTextExitCode = 71;
/** Variables of the login that a script keeps: who it is, and how the server reaches the internet. */
const kept = [
    'HOME|USER|LOGNAME|PATH|SHELL|TERM|SUDO_UID|SUDO_GID|SUDO_USER|SSH_CONNECTION|APT_CONFIG|DOCKER_CONFIG',
    '[hH][tT][tT][pP]_[pP][rR][oO][xX][yY]|[hH][tT][tT][pP][sS]_[pP][rR][oO][xX][yY]',
    '[aA][lL][lL]_[pP][rR][oO][xX][yY]|[nN][oO]_[pP][rR][oO][xX][yY]',
].join('|');
/**
 * `script` as it is sent to `command`. Start-up files of the login user run first, and may read from the same input or put
 * another shell in bash's place. So:
 * - what a `read` takes away are empty lines;
 * - a shell that took the command's place (`exec zsh`) replaces itself by `command`; one that such a file started and waits
 *   for ends, and leaves the input to `command`;
 * - the script is run whole or not at all: what is left of it must have its checksum, and its output must lead back;
 * - of what is exported only {@link kept} variables stay; no functions, no `LD_PRELOAD`, no `TMOUT`.
 * The bash that runs it reads it from a pipe, so that its standard input is what follows. (In an `eval` instead, bash 5.2
 * crashes at `3<&0`.) `asRoot`: not as anyone else, and with programs of root's folders from the first one on.
 */
function frame_frame(script, command, asRoot) {
    const packed = Buffer.from(script).toString('base64');
    // `p` among the flags: a bash that read no start-up file.
    const [shell, wanted] = asRoot
        ? [`\${BASH_VERSION+bash}:\${EUID-}:$-`, 'bash:0:*p*']
        : [`\${BASH_VERSION+bash}:$-`, 'bash:*p*'];
    const cksum = checksum(Buffer.from(packed));
    return [
        '\n'.repeat(8),
        // One line for any shell of POSIX, which parses a line before it runs it.
        `case ${shell} in ${wanted}) ;; *) read -r _p </proc/$PPID/comm; case $_p in sshd*|dropbear*) exec ${command} ;; esac; exit ${brokenTextExitCode} ;; esac`,
        `_p=${packed}`,
        '{',
        ...(asRoot ? ['PATH=/usr/sbin:/usr/bin:/sbin:/bin'] : []),
        `case ${shell} in ${wanted}) [ "$(printf %s "$_p" | cksum)" = '${cksum}' ] ;; *) false ;; esac || exit ${brokenTextExitCode}`,
        `for _v in 1 2; do [ -p /dev/fd/$_v ] || [ -S /dev/fd/$_v ] || exit ${brokenTextExitCode}; done`,
        `_u=(); while IFS= read -r -d '' _v; do _v=\${_v%%=*}; case $_v in ''|${kept}) ;; *) _u+=(-u "$_v") ;; esac; done <"/proc/$$/environ"`,
        `exec env \${_u[@]+"\${_u[@]}"} LC_ALL=C bash --norc --noprofile -p /dev/fd/9 9< <(printf %s "$_p" | base64 -d)`,
        '}',
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./.build/lib/server/refusal.js


/** Exit codes of env(1), where it finds no such program or may not run it. */
const notRun = [126, 127];
/**
 * Why the server took the login but ran no script: by the exit code first, then by words of programs that speak English
 * (frame.ts: the second `env`, and sudo). Anything else is shown in its own words, as SHELL_UNUSABLE.
 */
function refusal({ host, username, code, seconds, output }) {
    const words = output.trim();
    const evidence = { evidence: words === '' ? undefined : words };
    const who = { host, username };
    if (notRun.includes(code)) {
        const program = missingProgram(words);
        if (program === 'sudo')
            return (0,failure/* failure */.V2)('SUDO_MISSING', who, evidence);
        if (program === 'bash')
            return (0,failure/* failure */.V2)('BASH_MISSING', { host }, evidence);
    }
    // Of sshd (session.c), before it runs anything.
    if (/Password change required|Your password has expired/.test(words)) {
        return (0,failure/* failure */.V2)('PASSWORD_EXPIRED', who, evidence);
    }
    if (code === brokenTextExitCode)
        return (0,failure/* failure */.V2)('STARTUP_FILE', { ...who, file: '-', line: '-', word: '-' }, evidence);
    const bySudo = refusalOfSudo(words);
    if (bySudo === 'BASH_MISSING')
        return (0,failure/* failure */.V2)('BASH_MISSING', { host }, evidence);
    if (bySudo === 'SUDO_REFUSED')
        return (0,failure/* failure */.V2)('SUDO_REFUSED', { ...who, said: said(sudoWords(words)) }, evidence);
    if (bySudo !== undefined)
        return (0,failure/* failure */.V2)(bySudo, who, evidence);
    // A forced command runs no sudo; where sudo refuses, such words are a profile's or a lecture's.
    const other = otherUser(words, username);
    if (other !== undefined)
        return (0,failure/* failure */.V2)('LOGIN_AS_OTHER', { ...who, other }, evidence);
    const start = startUpFile(words);
    if (start !== undefined)
        return (0,failure/* failure */.V2)('STARTUP_FILE', { ...who, ...start }, evidence);
    const ended = seconds === undefined ? String(code ?? 'signal') : `${seconds} s`;
    return (0,failure/* failure */.V2)('SHELL_UNUSABLE', { ...who, code: ended, said: said(words) }, evidence);
}
/** The program that `env` did not find: its name stands between quotes of some kind, in any language. */
function missingProgram(words) {
    return /^(?:\/usr\/bin\/)?env: .*?\b(sudo|bash)\b/m.exec(words)?.[1];
}
/** Words before the name of the user to log in as; those of cloud-init are the first. */
const asOther = [
    /\blog ?in (?:as|with)(?: the)?(?: user(?:name)?)? [\\"'“‘`]*([\w-]+)/gi,
    /\buse(?: the)? (?:user(?:name)?|account) [\\"'“‘`]*([\w-]+)/gi,
    /用户名?[ :：]*["'“‘「]?([a-z_][a-z0-9_-]*)["'”’」]? *(?:登录|登入|连接)/g,
];
/** Words that follow those and name nobody: "log in with your SSH key". */
const noNames = new Set([
    'root a an the this that your own my our its it their his her another other different user users username account accounts',
    'default correct right appropriate proper standard normal regular non-root nonroot unprivileged ordinary valid personal individual corporate domain named',
    'ssh key keys public private password passwords passphrase certificate certificates token sudo su mfa 2fa otp ldap sso kerberos',
    'described shown below above instead only usual before and or to from via using for in on at is',
].flatMap((words) => words.split(' ')));
/** The user whom a forced command names in place of this one. What the server prints becomes a name only in this form. */
function otherUser(words, username) {
    const names = asOther.flatMap((pattern) => [...words.matchAll(pattern)].map(([, name = '']) => name));
    return names.find((name) => /^[a-z_][a-z0-9_-]{0,31}$/.test(name) && !noNames.has(name) && name !== username);
}
/** Words of sudo (plugins/sudoers) and of sudo-rs (src/common/error.rs, src/pam/error.rs), and what they mean. */
const wordsOfSudo = [
    [/must have a tty/, 'SUDO_NEEDS_TTY'],
    [/bash['’"]?: command not found|cannot execute .*\bbash\b/, 'BASH_MISSING'],
    [
        /password is required|terminal is required|askpass|[Ii]nteractive authentication is required|Interaction is required|Authentication required/,
        'SUDO_NEEDS_PASSWORD',
    ],
    [
        /not allowed to (execute|run)|not in the sudoers|may not run|I'm afraid I can't do that|not allowed to authenticate as/,
        'SUDO_NOT_ALLOWED',
    ],
];
function refusalOfSudo(words) {
    const spoken = sudoWords(words);
    if (spoken === '')
        return undefined;
    return wordsOfSudo.find(([pattern]) => pattern.test(spoken))?.[1] ?? 'SUDO_REFUSED';
}
/** The start-up file that ended the shell with the last words: a shell's complaint of one of its lines, in any language. */
function startUpFile(words) {
    const last = words.split('\n').at(-1) ?? '';
    const home = '/\\S*/\\.(?:bashrc|bash_profile|profile|zshenv|cshrc|tcshrc)';
    const [, file, line] = new RegExp(`^(${home}|/etc/\\S+):[^\\d\\n]{0,12}(\\d+)`).exec(last) ?? [];
    return file === undefined || line === undefined ? undefined : { file, line, word: '-' };
}
/** The lines that sudo speaks. Some of its refusals come without its name. */
function sudoWords(words) {
    const own = /^(sudo(-rs)?: |Sorry, user |I'm sorry |\S+ is not in the sudoers file|>>> \/etc\/sudoers)/;
    return words
        .split('\n')
        .filter((line) => own.test(line))
        .join('\n');
}
/** The last words, as far as they fit into a sentence. */
function said(words) {
    const lines = words.split('\n').map((line) => line.trim());
    const text = lines.filter((line) => line !== '').slice(-3);
    return text.join(' / ').slice(-300);
}

// EXTERNAL MODULE: ./.build/lib/server/spare-sessions.js
var spare_sessions = __webpack_require__(81409);
;// CONCATENATED MODULE: ./.build/lib/server/exchange.js




/** Bytes that may wait in this process: behind more, a heartbeat on the same connection would come too late. */
const waitingBytes = 128 * 1024;
/** Starts a script on a channel of its own. Rejects with `Failure` when the server opens none or runs no command. */
async function exchange(connection, options) {
    const channel = await openChannel(connection, options);
    const { host, username } = options;
    let touched = performance.now();
    let window = windowOf(channel);
    const touch = () => {
        touched = performance.now();
    };
    const begun = settleable();
    const ended = settleable();
    // Both are awaited by whoever cares; the other one must not become an unhandled rejection.
    begun.promise.catch(() => { });
    ended.promise.catch(() => { });
    let over = false;
    /** Wakes a writer that waits for the line to drain. */
    let wake = () => { };
    const finish = () => {
        if (over)
            return false;
        over = true;
        clearInterval(stallTimer);
        clearTimeout(beginTimer);
        forget();
        wake();
        return true;
    };
    const abandon = (reason) => {
        if (!finish())
            return;
        channel.signal('TERM');
        channel.destroy();
        begun.reject(reason);
        ended.reject(reason);
    };
    const stdout = scriptOutput(options.mark, (line) => options.onLine(line, 'stdout'), () => {
        options.onRoundTrip();
        clearTimeout(beginTimer);
        begun.resolve();
    });
    const stderr = scriptOutput(options.mark, (line) => options.onLine(line, 'stderr'));
    channel.on('data', (chunk) => {
        touch();
        stdout.push(chunk);
    });
    channel.stderr.on('data', (chunk) => {
        touch();
        stderr.push(chunk);
    });
    channel.on('error', () => { });
    // The event `exit` may come in the packet that opened the channel, before anybody listens; `close` comes last, and has it.
    channel.on('close', (exitCode) => {
        if (connection.lost !== undefined || !finish())
            return;
        stdout.end();
        stderr.end();
        const code = exitCode ?? null;
        if (stdout.begun) {
            ended.resolve({ code, stdout: stdout.text, stderr: stderr.begun ? stderr.text : stderr.noise });
            return;
        }
        const reason = refusal({ host, username, code, output: noise() });
        begun.reject(reason);
        ended.reject(reason);
    });
    const noise = () => withoutOwn(`${stdout.noise}\n${stderr.noise}`, options.text);
    const forget = connection.onLost((reason) => {
        if (!finish())
            return;
        begun.reject(reason);
        ended.reject(reason);
    });
    const { stallSeconds } = options;
    const stallTimer = stallSeconds === undefined ? undefined : setInterval(checkStall, stallSeconds * 250, stallSeconds);
    const { beginSeconds } = options;
    const notBegun = (seconds) => abandon(refusal({ host, username, code: null, seconds, output: noise() }));
    const beginTimer = beginSeconds === undefined ? undefined : setTimeout(notBegun, beginSeconds * 1000, beginSeconds);
    function checkStall(limit) {
        // What the server takes in shows only as a wider window, which ssh2 tells nobody.
        const now = windowOf(channel);
        if (now !== window)
            touch();
        window = now;
        if (performance.now() - touched < limit * 1000)
            return;
        if (beginSeconds !== undefined && !stdout.begun)
            notBegun(limit);
        else
            abandon((0,failure/* failure */.V2)('CONNECTION_STALLED', { host, seconds: limit }));
    }
    async function write(bytes) {
        if (over || bytes.length === 0)
            return;
        await new Promise((resolve) => {
            wake = resolve;
            channel.write(bytes, () => resolve());
        });
        touch();
        while (!over && connection.socket.writableLength > waitingBytes) {
            await new Promise((resolve) => {
                wake = resolve;
                connection.socket.once('drain', resolve);
            });
            touch();
        }
    }
    const end = () => {
        if (!over)
            channel.end();
    };
    void write(options.text);
    return { begun: begun.promise, ended: ended.promise, write, end, abandon };
}
async function openChannel(connection, options) {
    const { host, username, command } = options;
    if (connection.lost !== undefined)
        throw connection.lost;
    return await new Promise((resolve, reject) => {
        const forget = connection.onLost(reject);
        const refused = (error) => {
            if (connection.lost !== undefined)
                return connection.lost;
            // "Unable to exec": the channel is there, the command is not allowed (a forced command, SFTP only).
            return /exec/.test(error.message)
                ? (0,failure/* failure */.V2)('SHELL_UNUSABLE', { host, username, code: '-', said: '' }, { cause: error })
                : (0,failure/* failure */.V2)('CHANNEL_REFUSED', { host, detail: error.message, needed: spare_sessions/* sessionsNeeded */.D }, { cause: error });
        };
        try {
            connection.client.exec(command, (error, channel) => {
                forget();
                if (error !== undefined) {
                    reject(refused(error));
                    return;
                }
                // The channel and the command are two requests, each answered.
                options.onRoundTrip();
                options.onRoundTrip();
                resolve(channel);
            });
        }
        catch (error) {
            forget();
            reject(refused(error));
        }
    });
}
/** What a server said, without what it was sent: a forced command may send that back (`cat`), secrets included. */
function withoutOwn(said, text) {
    const sent = text.split('\n').filter((line) => line.length > 20);
    const others = sent.reduce((rest, line) => rest.replaceAll(line, '…'), said);
    return others.replace(/[A-Za-z0-9+/=]{60,}/g, '…');
}
/** A promise that is settled from outside (`Promise.withResolvers`, which ES2023 lacks). */
function settleable() {
    let resolve = () => { };
    let reject = () => { };
    const promise = new Promise((yes, no) => {
        resolve = yes;
        reject = no;
    });
    return { promise, resolve, reject };
}
/** Bytes that the server is ready to take; ssh2 keeps it on the channel, its types do not show it. */
function windowOf(channel) {
    const { outgoing } = channel;
    return outgoing?.window;
}

;// CONCATENATED MODULE: ./.build/lib/server/open-script.js
/**
 * A script that stays, over an exchange made by `start`. `onRoundTrip` is called for each line that had to be waited for.
 * Rejects with the `Failure` that kept the script from beginning.
 */
async function openScript(start, onRoundTrip) {
    const lines = [];
    let closed;
    let waiting;
    const wake = () => {
        waiting?.();
        waiting = undefined;
    };
    const running = await start((line, stream) => {
        if (stream !== 'stdout')
            return;
        lines.push(line);
        wake();
    });
    running.ended.then(() => {
        closed = {};
        wake();
    }, (reason) => {
        closed = { reason };
        wake();
    });
    await running.begun;
    return {
        writeLine: (line) => {
            void running.write(`${line}\n`);
        },
        readLine: async () => {
            if (lines.length === 0 && closed === undefined) {
                await new Promise((resolve) => {
                    waiting = resolve;
                });
                onRoundTrip();
            }
            const line = lines.shift();
            if (line === undefined && closed?.reason !== undefined)
                throw closed.reason;
            return line;
        },
        close: async () => {
            running.end();
            return await running.ended;
        },
    };
}

;// CONCATENATED MODULE: ./.build/lib/server/script-text.js

/**
 * What every script of root's finds in its environment. Programs are found in folders of root's alone, whatever the login's
 * PATH holds; /usr/local counts unless another user can change a program there. One Docker Engine is named for all
 * commands: a `DOCKER_HOST` or a context of root's own may lead to another machine's. The home is root's also where sudo
 * keeps the user's.
 */
const environment = [
    'export LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=~root',
    'changeable() { find -L "$@" \\( -type f -o -path /usr/local -o -path "/usr/local/*bin" \\) \\( ! -uid 0 ! -uid "${SUDO_UID:-0}" -o -perm /022 \\) -print -quit 2>/dev/null; }',
    'strange_program=$(changeable /usr/local -maxdepth 0; changeable /usr/local/sbin /usr/local/bin -maxdepth 1) </dev/null',
    '[ -n "$strange_program" ] || PATH=/usr/local/sbin:/usr/local/bin:$PATH',
    'export DOCKER_HOST=unix:///var/run/docker.sock BUILDX_BUILDER=default',
].join('\n');
/**
 * `script` as it is sent for bash to run as root, in a frame: first the line that says that it begins, then the script as a
 * group, read to its end before any of it runs. What follows on standard input is read by its own commands. Its marks begin
 * with `mark`, which is not exported: programs that it runs cannot know it.
 */
function scriptText(script, mark, way) {
    const text = [
        `exec 9<&-; unset deploy_mark; deploy_mark=${mark}`,
        `printf '%s\\n' "\${deploy_mark}begin"; printf '%s\\n' "\${deploy_mark}begin" >&2`,
        environment,
        'umask 022; cd /',
        '{',
        script,
        'exit $?',
        '}',
        '',
    ].join('\n');
    return frame_frame(text, way === 'root' ? rootCommand : sudoCommand, true);
}

;// CONCATENATED MODULE: ./.build/lib/server/session-clock.js

/** The time of this machine. */
const systemSessionClock = {
    now: () => performance.now(),
    sleep: async (milliseconds) => {
        await (0,promises_.setTimeout)(milliseconds);
    },
    random: Math.random,
};

;// CONCATENATED MODULE: ./.build/lib/server/start-up-files.js


/** Files that a login user's shell reads before it runs a command. */
const files = [
    '~/.bashrc ~/.bash_profile ~/.profile ~/.zshenv ~/.cshrc ~/.tcshrc ~/.config/fish/config.fish',
    '/etc/bash.bashrc /etc/bashrc /etc/zshenv /etc/zsh/zshenv /etc/csh.cshrc /etc/fish/config.fish',
].join(' ');
/** Words that start another program there, or read what is meant for the script. */
const words = 'exec read select mapfile cat tmux screen ssh su mysql sh bash dash zsh fish tcsh'.split(' ');
/** Words that end such a file where nobody types. */
const guards = ['return', 'exit', 'interactive'];
/** A file that has a line of root's: it proves that the command ran. */
const proof = '/etc/passwd';
/**
 * A command that looks for the start-up file that keeps scripts from beginning. It is sent as the command and, as a line,
 * on standard input, which ends with it: one of both is run, unless nothing is. Fit for a login shell of any kind.
 */
const lookIntoStartUpFiles = `${start} grep -nHsw ${[...words, ...guards, 'root'].map((word) => `-e ${word}`).join(' ')} ${files} ${proof}`;
/** Reads what the look printed: undefined where it did not run, `none` where no line shows. */
function readStartUpLine(output) {
    const found = [...output.matchAll(/^([^:\n]+):(\d+):(.*)$/gm)];
    if (!found.some(([, file, , line]) => file === proof && line?.startsWith('root:')))
        return undefined;
    const ended = new Set();
    for (const [, file = '', line = '', text = ''] of found) {
        // Text behind a comment's sign does nothing; nor does what follows the line that ends the file.
        const code = text.replace(/(^|\s)#.*/, '');
        if (file === proof || ended.has(file))
            continue;
        const word = new RegExp(`(?:^|[;&|({\\s])(${words.join('|')})(?=[;&|)}\\s]|$)`).exec(code)?.[1];
        if (word !== undefined && !/interactive|\$-|PS1|-t +[012]/.test(code))
            return { file, line, word };
        if (new RegExp(`\\b(${guards.join('|')})\\b`).test(code))
            ended.add(file);
    }
    return 'none';
}
/**
 * Why a script did not begin, for which the server's words gave no cause (`reason`): STARTUP_FILE where commands do run,
 * so that it was such a file that took the script away. `ask` runs the look.
 */
async function withStartUpFile(reason, who, ask) {
    const found = readStartUpLine(await printedBy(ask));
    if (found === undefined || (found === 'none' && reason.code === 'STARTUP_FILE'))
        return reason;
    const at = found === 'none' ? { file: '-', line: '-', word: '-' } : found;
    return (0,failure/* failure */.V2)('STARTUP_FILE', { ...who, ...at }, { cause: reason, evidence: reason.evidence });
}
/** What the look printed. It has no mark, so that for the exchange it never begins. */
async function printedBy(ask) {
    try {
        const asked = await ask();
        asked.end();
        await asked.ended;
        return '';
    }
    catch (error) {
        return error.evidence ?? '';
    }
}

;// CONCATENATED MODULE: ./.build/lib/server/terminal-script.js

/**
 * `text` (as scriptText() makes it) for a server whose sudo runs only from a terminal (`Defaults requiretty`): read by the
 * user's own bash, it has script(1) make a terminal for sudo. Through that terminal nothing goes but words of sudo itself:
 * what the root shell reads and prints goes through named pipes in a folder of the user's own, byte by byte as it is.
 * Where there is no script(1), it fails in the words of sudo.
 */
function throughTerminal(text) {
    const wrapper = `exec 9<&-
{
refuse() { echo 'sudo: sorry, you must have a tty to run sudo' >&2; exit 1; }
for program in script mkfifo mktemp; do command -v "$program" >/dev/null || refuse; done
folder=$(mktemp -d /tmp/deploy-miniprogram.XXXXXX) || refuse
trap 'rm -rf "$folder"' EXIT
cd "$folder" && mkfifo -m 600 in out err keys || refuse
# An end of file on the terminal's side would end old versions of script(1): this pipe is never written to, nor closed.
exec 3<&0 4<>keys
printf '%s\\n' "cd '$folder'" 'bash --norc --noprofile -p -s <in >out 2>err' 'echo "$?" >code' >run
cat <&3 >in 3<&- 4<&- & feeder=$!
cat <out 3<&- 4<&- & printers=$!
cat <err >&2 3<&- 4<&- & printers="$printers $!"
SHELL=/bin/sh script -qec "sudo -n bash --norc --noprofile -p $folder/run" /dev/null <&4 >said 2>&1 3<&-
# Waited for in silence: bash would tell of its end among what the script prints.
kill "$feeder" 2>/dev/null; wait "$feeder" 2>/dev/null
if [ ! -s code ]; then
  kill $printers
  cat said >&2
  exit 1
fi
wait $printers
exit "$(cat code)"
}
`;
    return frame_frame(wrapper, rootCommand, false) + text;
}

;// CONCATENATED MODULE: ./.build/lib/server/session.js












/**
 * Logs in. Throws `Failure` before any contact for a key that cannot be read, and one that tells which of name,
 * route, port, handshake, host key and login failed. Nothing is connected any more once `cancelled` is aborted.
 */
async function connect(options, log, clock = systemSessionClock, cancelled = new AbortController().signal) {
    const { host, username } = options;
    const target = {
        host,
        port: options.port,
        username,
        key: options.privateKey === undefined ? undefined : parsePrivateKey(options.privateKey, options.passphrase),
        password: options.password,
        hostKey: options.hostKey,
        connectTimeoutSeconds: options.connectTimeoutSeconds,
        opensWithinSeconds: options.opensWithinSeconds ?? 0,
    };
    if (options.hostKey.acceptAny)
        log?.warning(acceptsAnyHostKey({ host }));
    let connection = await establish(target, clock, cancelled, log);
    const disposal = new AbortController();
    let roundTrips = 0;
    /** How scripts become root's: needlessly, by sudo, or by sudo in a terminal; unknown until the first one has begun. */
    let way = username === 'root' ? 'root' : 'sudo';
    let wayIsKnown = false;
    const onRoundTrip = () => {
        roundTrips += 1;
    };
    // A forced command of cloud-init says its words and sleeps for 10 s.
    const beginSeconds = Math.max(30, options.connectTimeoutSeconds);
    const begin = (script, more) => {
        const mark = newMark();
        const text = scriptText(script, mark, way === 'root' ? 'root' : 'sudo');
        return exchange(connection, {
            host,
            username,
            command: way === 'sudo' ? sudoCommand : rootCommand,
            text: way === 'terminal' ? throughTerminal(text) : text,
            mark,
            onRoundTrip,
            beginSeconds: wayIsKnown ? undefined : beginSeconds,
            ...more,
        });
    };
    /** Why nothing began, where a start-up file may be the cause. */
    const lookForCause = (reason) => withStartUpFile(reason, { host, username }, () => exchange(connection, {
        host,
        username,
        command: lookIntoStartUpFiles,
        text: `\n\n${lookIntoStartUpFiles}\n`,
        mark: newMark(),
        onRoundTrip,
        beginSeconds: 15,
        stallSeconds: undefined,
        onLine: () => { },
    }));
    /** Starts a script; the first one of a session has begun when this resolves. `ends`: nothing follows it. */
    const start = async (script, more, ends) => {
        // Several may be the first ones at a time.
        const tried = way;
        const running = await begin(script, more);
        if (ends)
            running.end();
        if (wayIsKnown)
            return running;
        try {
            await running.begun;
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR))
                throw error;
            // Nothing of the script has run.
            if (['SHELL_UNUSABLE', 'STARTUP_FILE'].includes(error.code))
                throw await lookForCause(error);
            if (tried === 'terminal' || error.code !== 'SUDO_NEEDS_TTY')
                throw error;
            way = 'terminal';
            return await start(script, more, ends);
        }
        wayIsKnown = true;
        return running;
    };
    return {
        host,
        get roundTrips() {
            return roundTrips;
        },
        get lost() {
            return connection.lost;
        },
        run: async (script, scriptOptions = {}) => {
            const { stdin, onLine = () => { }, stallSeconds = options.stallSeconds } = scriptOptions;
            try {
                const running = await start(script, { onLine, stallSeconds }, stdin === undefined);
                if (stdin !== undefined)
                    void feed(running, stdin);
                return await running.ended;
            }
            finally {
                stdin?.destroy();
            }
        },
        open: async (script) => await openScript((onLine) => start(script, { onLine, stallSeconds: undefined }, false), onRoundTrip),
        reconnect: async () => {
            connection.close();
            connection = await establish(target, clock, disposal.signal, log);
            if (!disposal.signal.aborted)
                return;
            connection.close();
            throw connection.lost;
        },
        dispose: () => {
            disposal.abort();
            connection.close();
        },
    };
}
/** Sends what `stdin` yields, from when the script has begun; a source that fails gives the script up. */
async function feed(running, stdin) {
    try {
        await running.begun;
    }
    catch {
        return;
    }
    try {
        for await (const chunk of stdin)
            await running.write(chunk);
        running.end();
    }
    catch (error) {
        // Once the script is over this changes nothing: `run` destroys the source when it no longer needs it.
        running.abandon(error);
    }
}

;// CONCATENATED MODULE: ./.build/lib/commands/connect.js




/** Seconds without a byte after which an upload or a build counts as stalled. */
const stallSeconds = 300;
/** Checks what is shown to the server before it is contacted. Throws `Failures` with all that cannot be read. */
async function checkCredentials(settings) {
    const { privateKey, passphrase, hostKey } = settings;
    await (0,failure/* gather */.kg)([
        Promise.resolve().then(() => parseHostKeys(hostKey)),
        Promise.resolve().then(() => (privateKey === undefined ? undefined : parsePrivateKey(privateKey, passphrase))),
    ]);
}
/**
 * Opens an SSH connection, unless the run is cancelled first. `opensWithinSeconds`: for which the port may still be closed,
 * since a firewall has just been told to open it. Throws `Failure` as `connect` of the server room does.
 */
function connectTo(settings, { log, cancelled }, opensWithinSeconds = 0) {
    return connect({
        host: settings.host,
        port: settings.port,
        username: settings.username,
        privateKey: settings.privateKey,
        passphrase: settings.passphrase,
        password: settings.password,
        hostKey: parseHostKeys(settings.hostKey),
        connectTimeoutSeconds: settings.connectTimeoutSeconds,
        opensWithinSeconds,
        stallSeconds,
    }, log, undefined, cancelled);
}


/***/ }),

/***/ 56761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ applySteps),
/* harmony export */   MX: () => (/* binding */ mustSucceed),
/* harmony export */   w$: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86250);
/* harmony import */ var _server_prelude_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13553);
/* harmony import */ var _server_script_protocol_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28158);
/* harmony import */ var _cancel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60523);
/* harmony import */ var _undo_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19209);





/** Runs one step and gives what it warns of; throws the `Failure` it named, or the one that its exit stands for. */
async function runStep(step, server, log) {
    if (step.kind === 'runner') {
        const notices = [];
        await step.run(server, log, (found) => notices.push(found));
        return notices;
    }
    const result = await server.run(`${_server_prelude_js__WEBPACK_IMPORTED_MODULE_1__/* .prelude */ .e}\nset -e\n${step.script}`, {
        ...(step.silentSeconds === undefined ? {} : { stallSeconds: step.silentSeconds }),
        // Standard error is evidence, which is shown with the failure and without secrets.
        ...(step.streams ? { onLine: (line, stream) => stream === 'stdout' && showLine(line, log) } : {}),
    });
    mustSucceed(step.id, result, step.explain);
    return [...(0,_server_script_protocol_js__WEBPACK_IMPORTED_MODULE_2__/* .noticesIn */ .pY)(result), ...(step.notice?.(result) ?? [])];
}
/** Throws what a step's script named, else what its exit stands for, else `STEP_FAILED`; nothing where it ended well. */
function mustSucceed(step, result, explain) {
    if (result.code === 0)
        return;
    throw ((0,_server_script_protocol_js__WEBPACK_IMPORTED_MODULE_2__/* .failureIn */ .Q6)(result) ??
        explain?.(result) ??
        (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('STEP_FAILED', { step, code: String(result.code ?? 'signal') }, { evidence: lastLines((0,_server_script_protocol_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutProtocol */ .rM)(`${result.stdout}${result.stderr}`), 40) }));
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
            const run = () => (0,_cancel_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessCancelled */ .M)(() => runStep(step, server, log), occasion.cancelled);
            const notices = await log.group(step.title, run);
            records.push({ id: step.id, seconds: (occasion.now() - begun) / 1000, notices });
        }
        catch (error) {
            await (0,_undo_js__WEBPACK_IMPORTED_MODULE_4__/* .undoSteps */ .qD)(steps.slice(0, index + 1), server, log, occasion);
            throw error;
        }
    }
    return records;
}


/***/ }),

/***/ 29719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fr: () => (/* binding */ survey),
/* harmony export */   or: () => (/* binding */ askedBefore)
/* harmony export */ });
/* unused harmony exports surveyScript, readSections */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86250);
/* harmony import */ var _server_prelude_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13553);
/* harmony import */ var _server_script_protocol_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28158);




/** Ends the answer of a probe that was asked: without it, no process could be started for it. */
const asked = '@@asked';
/**
 * The script that asks all of the server in one round trip, after an `opening` of theirs. All answers travel as one packed text,
 * each behind a line that no output can be mistaken for. The name of each goes to stderr as it is asked, so that a slow
 * server is not taken for one that stalls.
 */
function surveyScript(probes, opening = '') {
    const sections = Object.entries(probes).map(([name, probe]) => `ask ${name}\n(\n${probe.script}\n) 2>/dev/null </dev/null\nprintf '${asked}'`);
    return `${_server_prelude_js__WEBPACK_IMPORTED_MODULE_2__/* .prelude */ .e}
${opening}
ask() {
  printf '%s %s\\n' "$answer_mark" "$1"
  printf '%sasks %s\\n' "$deploy_mark" "$1" >&2
}
answer_mark=$deploy_mark$RANDOM$RANDOM$RANDOM
printf '%sanswers ' "$deploy_mark"
{
printf '%s\\n' "$answer_mark"
${sections.join('\n')}
} | gzip -1 -c | base64 -w0
exit 0`;
}
/**
 * A probe whose answer others read as well, in the shell variable `name`: its `opening` asks, and `probe` tells what came
 * of it. Where no process could be started for it, nothing is told at all.
 */
function askedBefore(name, { script, read }) {
    return {
        opening: `ask_${name}() (
${script}
)
${name}=$(ask_${name} 2>/dev/null </dev/null; printf '${asked}')
[ "\${${name}%${asked}}" != "$${name}" ] || exit 71
${name}=\${${name}%${asked}}`,
        probe: { script: `printf %s "$${name}"`, read },
    };
}
/** Reads what {@link surveyScript} printed: the output of each section by its name; none of one that was cut short. */
function readSections(stdout) {
    const [, packed = ''] = /^@@answers (\S*)$/m.exec(stdout) ?? [];
    const text = unpacked(Buffer.from(packed, 'base64'));
    const sections = new Map();
    const mark = text.slice(0, text.indexOf('\n') + 1).trimEnd();
    for (const section of text.split(`${mark} `).slice(1)) {
        const at = section.indexOf('\n');
        const answer = section.slice(at + 1);
        if (answer.endsWith(asked))
            sections.set(section.slice(0, at), answer.slice(0, -asked.length));
    }
    return sections;
}
/** The text of what gzip packed, as far as it came; empty where it is something else. */
function unpacked(bytes) {
    try {
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(bytes, { finishFlush: node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.Z_SYNC_FLUSH }).toString('utf8');
    }
    catch {
        return '';
    }
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
    (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .throwAll */ .Kx)(failed.flatMap(_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresOf */ .dJ));
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
        throw (0,_server_script_protocol_js__WEBPACK_IMPORTED_MODULE_3__/* .failureIn */ .Q6)(result) ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('SURVEY_FAILED', { code: String(result.code ?? 'signal') }, { evidence });
    }
    const sections = readSections(result.stdout);
    return probes.map(([name, probe]) => {
        const output = sections.get(name);
        // A question that was not put (no process could be started) must not read as "nothing is there".
        if (output === undefined)
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('SURVEY_FAILED', { code: `no ${name}` }, { evidence });
        return [name, () => probe.read(output)];
    });
}


/***/ }),

/***/ 19209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pR: () => (/* binding */ leftToOthersExitCode),
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

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 58 modules
var failure = __webpack_require__(86250);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
;// CONCATENATED MODULE: ./.build/lib/engine/undo.js




/** The exit code of an undo that left files of somebody else's where its own were. */
const leftToOthersExitCode = 3;
/** It goes on to its end when the runner is gone and nobody reads its output. */
const alone = "trap '' HUP PIPE";
/** The script that takes back those steps that bash takes back, the last one first. One that fails is named by its exit. */
function undoScript(steps) {
    const fragments = steps
        .toReversed()
        .flatMap(({ id, undo }) => (typeof undo === 'string' ? [fragment(id, undo)] : []));
    return fragments.length === 0 ? '' : [prelude/* prelude */.e, alone, ...fragments, 'exit 0'].join('\n');
}
function fragment(id, undo) {
    return `( set -e\n${undo}\n) </dev/null >/dev/null 2>&1; printf '%sundone %s %s\\n' "$deploy_mark" ${id} $?`;
}
/**
 * Takes back what was prepared, in reverse, and says so. When the time of a cancelled run is over, what is left is begun
 * all the same: the server goes on with it. Never throws: the first failure is the one that counts.
 */
async function undoSteps(steps, server, log, remains) {
    for (const turn of turnsOf(steps)) {
        const { undo, id } = turn[0];
        if (typeof undo === 'function')
            await undoByFunction(id, () => undo(server, log), log, remains);
        else
            await undoByScript(undoScript(turn), server, log, remains);
    }
}
/** What is taken back at once, the last one first: a function, or scripts in a row, in the order of the steps. */
function turnsOf(steps) {
    const turns = [];
    for (const step of steps.toReversed()) {
        if (step.undo === undefined)
            continue;
        const last = turns.at(-1);
        if (last !== undefined && typeof step.undo === 'string' && typeof last[0].undo === 'string')
            last.unshift(step);
        else
            turns.push([step]);
    }
    return turns;
}
async function undoByScript(script, server, log, { graceOver, leave }) {
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
        await begunInAnyCase(() => server.run(script, { onLine: tell }), graceOver);
    }
    catch (error) {
        const code = (0,failure/* failuresOf */.dJ)(error)[0]?.code ?? '';
        log.warning(graceOver.aborted ? applyMessages.undoUnseen : applyMessages.undoUnreachable(code));
        leave();
    }
}
async function undoByFunction(id, undo, log, { graceOver, leave }) {
    try {
        await begunInAnyCase(undo, graceOver);
        log.info(applyMessages.undone(id));
    }
    catch (error) {
        log.warning(applyMessages.notUndone(id));
        log.debug((0,failure/* failuresOf */.dJ)(error)
            .map(({ message }) => message)
            .join('\n'));
        leave();
    }
}
/** As `unlessCancelled`, but that the work is begun also when nobody can wait for it any more. */
async function begunInAnyCase(work, graceOver) {
    const working = (async () => work())();
    working.catch(() => { });
    await (0,cancel/* unlessCancelled */.M)(() => working, graceOver);
}


/***/ }),

/***/ 13553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ prelude)
/* harmony export */ });
/* harmony import */ var _shell_strangers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65160);
/* harmony import */ var _script_protocol_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28158);


/**
 * Bash that a script puts in front of itself: `failure` and `fact` (script-protocol.ts), `strangers` and `roots_alone`
 * (strangers.ts), and
 * - `flush PATH...`: has files and folders on disk when it returns (coreutils before 8.24 flush everything instead).
 * - `put_in_place NEW TARGET`: flushes a finished file, renames it to TARGET in one step, flushes the folder: whatever
 *   names TARGET afterwards finds it whole, also after a power cut (rule *On disk first*).
 */
const prelude = `${_script_protocol_js__WEBPACK_IMPORTED_MODULE_1__/* .protocol */ .TB}flush() { sync "$@" 2>/dev/null || sync; }
put_in_place() { flush "$1" && mv -fT "$1" "$2" && flush "\${2%/*}"; }
${_shell_strangers_js__WEBPACK_IMPORTED_MODULE_0__/* .strangers */ .o}`;


/***/ }),

/***/ 28158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PC: () => (/* binding */ factsIn),
/* harmony export */   Q6: () => (/* binding */ failureIn),
/* harmony export */   TB: () => (/* binding */ protocol),
/* harmony export */   YJ: () => (/* binding */ parseFailureLine),
/* harmony export */   oe: () => (/* binding */ noticesAmong),
/* harmony export */   pY: () => (/* binding */ noticesIn),
/* harmony export */   rM: () => (/* binding */ withoutProtocol)
/* harmony export */ });
/* unused harmony exports namedFailureExitCode, isProtocolLine */
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86250);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27431);


/** How scripts tell the runner more than an exit code: marks (marks.ts), their values in base64. */
/** The exit code of a script that named its failure (EX_SOFTWARE of sysexits.h). */
const namedFailureExitCode = 70;
/**
 * Bash in front of a script (prelude.ts). Marks are plain in one that no exchange gave a word. It defines
 * - `failure CODE key=value...`: names a failure of the catalogue on stderr and exits 70. In a subshell or a command
 *   substitution it ends only that one, so call it from the script itself.
 * - `notice CODE key=value...`: warns of a failure of the catalogue on stderr; the script goes on.
 * - `fact key value`: hands a value to the runner on stdout.
 */
const protocol = `: "\${deploy_mark:=@@}"
named() {
  local line="\${deploy_mark}$1 $2" pair
  shift 2
  for pair in "$@"; do line="$line \${pair%%=*}=$(printf %s "\${pair#*=}" | base64 | tr -d '\\n')"; done
  printf '%s\\n' "$line" >&2
}
failure() { named failure "$@"; exit ${namedFailureExitCode}; }
notice() { named notice "$@"; }
fact() {
  printf '%sfact %s %s\\n' "$deploy_mark" "$1" "$(printf %s "$2" | base64 | tr -d '\\n')"
}
`;
/** Whether a line of output belongs to this protocol, and is not for a person to read. */
function isProtocolLine(line) {
    return /^@@(?:failure|notice|fact) /.test(line);
}
/** `output` without the lines of this protocol. */
function withoutProtocol(output) {
    return output
        .split('\n')
        .filter((line) => !isProtocolLine(line))
        .join('\n');
}
/** Reads one line that `failure` wrote; undefined for any other line. */
function parseFailureLine(line) {
    return parseNamed('failure', line);
}
function parseNamed(word, line) {
    if (!line.startsWith(`@@${word} `))
        return undefined;
    const [, code = '', ...pairs] = line.trimEnd().split(' ');
    const parameters = {};
    for (const pair of pairs) {
        const at = pair.indexOf('=');
        parameters[pair.slice(0, at)] = (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D4)(pair.slice(at + 1));
    }
    return { code, parameters };
}
/** The failure that the script named, with the rest of its stderr as evidence; undefined where it named none. */
function failureIn(result) {
    if (result.code === 0)
        return undefined;
    const named = result.stderr
        .split('\n')
        .map(parseFailureLine)
        .find((found) => found !== undefined);
    if (named === undefined)
        return undefined;
    const evidence = withoutProtocol(result.stderr).trim();
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureNamed */ .g8)(named.code, named.parameters, evidence === '' ? undefined : evidence);
}
/** What the script warned of by `notice`, in its order. */
function noticesIn({ stderr }) {
    return noticesAmong(stderr.split('\n'));
}
/** What those of these lines warn of that `notice` wrote. */
function noticesAmong(lines) {
    return lines
        .map((line) => parseNamed('notice', line))
        .filter((named) => named !== undefined)
        .map(({ code, parameters }) => (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureNamed */ .g8)(code, parameters));
}
/** The facts that the script handed over, by their key; the last one of a key counts. */
function factsIn(stdout) {
    const facts = {};
    for (const line of stdout.split('\n')) {
        const [, key, value = ''] = /^@@fact (\S+) ?(\S*)$/.exec(line.trimEnd()) ?? [];
        if (key !== undefined)
            facts[key] = (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D4)(value);
    }
    return facts;
}


/***/ }),

/***/ 81409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ sessionsNeeded),
/* harmony export */   b: () => (/* binding */ withSpareSessions)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86250);

/**
 * Sessions that a deployment has open at a time on its connection: the lock's keeper, a script, and, once the run is
 * cancelled, the undo of a script that still runs.
 */
const sessionsNeeded = 3;
/**
 * Seconds that a further session is waited for once `work` is done: some gateways leave one unanswered until another
 * ends.
 */
const spareSeconds = 30;
/**
 * Does `work`, which runs scripts one after the other, while as many further sessions are open as a deployment needs
 * beside it; `open` of them are there already. So what sshd, a Match block of it or another SSH server allows is tried, not
 * read, and takes no time of its own. Throws SESSIONS_TOO_FEW where it allows fewer, else what `work` throws.
 */
async function withSpareSessions(server, open, work, seconds = spareSeconds) {
    const spares = Array.from({ length: sessionsNeeded - 1 - open }, () => server.open('read -r _'));
    const trying = Promise.allSettled(spares);
    const [done] = await Promise.allSettled([work()]);
    for (const spare of spares)
        void spare.then((held) => held.close()).catch(() => { });
    // Another failure is not kept waiting: what caused it may keep the spare ones from beginning.
    if (done.status === 'rejected' && !isRefused(done))
        throw done.reason;
    const tried = await within(seconds, trying, spares);
    const held = tried.filter(({ status }) => status === 'fulfilled');
    if ([done, ...tried].some(isRefused)) {
        const had = open + held.length + (isRefused(done) ? 0 : 1);
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('SESSIONS_TOO_FEW', { host: server.host, needed: sessionsNeeded, had });
    }
    if (done.status === 'rejected')
        throw done.reason;
    return done.value;
}
/** What became of each in time; one that is not there by then counts as refused. */
async function within(seconds, all, each) {
    let timer;
    const late = new Promise((_, reject) => {
        const detail = `no answer within ${seconds} s`;
        const refused = () => reject((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('CHANNEL_REFUSED', { host: '', detail, needed: sessionsNeeded }));
        timer = setTimeout(refused, seconds * 1000);
    });
    late.catch(() => { });
    try {
        return await Promise.race([all, Promise.allSettled(each.map((one) => Promise.race([one, late])))]);
    }
    finally {
        clearTimeout(timer);
    }
}
function isRefused(one) {
    return one.status === 'rejected' && (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failuresOf */ .dJ)(one.reason).some(({ code }) => code === 'CHANNEL_REFUSED');
}


/***/ })

};
