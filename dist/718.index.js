export const id = 718;
export const ids = [718];
export const modules = {

/***/ 61718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ checkCredentials),
  m: () => (/* binding */ connectTo)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 31 modules
var failure = __webpack_require__(25907);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
    for (const [index, raw] of input.split(/\r\n|\n|\r/).entries()) {
        const line = raw.trim();
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
 * Reads the input `private-key`, however it was pasted: OpenSSH, PEM (PKCS#1, SEC 1, PKCS#8) or PuTTY version 2.
 * Throws `Failure`: PRIVATE_KEY_INVALID, PRIVATE_KEY_TRUNCATED, PRIVATE_KEY_IS_PUBLIC, PRIVATE_KEY_IS_PUTTY,
 * PASSPHRASE_MISSING, PASSPHRASE_WRONG. No text of theirs holds any of the key.
 */
function parsePrivateKey(key, passphrase) {
    const pem = normalise(key.reveal());
    const kind = /^-----BEGIN ([A-Z0-9 ]+)-----$/m.exec(pem)?.[1];
    if (kind === undefined || kind.includes('PUBLIC KEY'))
        throw notPrivate(pem);
    if (!pem.includes(`\n-----END ${kind}-----`))
        throw (0,failure/* failure */.V2)('PRIVATE_KEY_TRUNCATED', { kind });
    if (kind.startsWith('DSA'))
        throw (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { detail: 'DSA' });
    // An empty secret is what a workflow hands over for one that is not set.
    const phrase = passphrase?.reveal() || undefined;
    return kind === 'PRIVATE KEY' || kind === 'ENCRYPTED PRIVATE KEY'
        ? parse(fromPkcs8(pem, kind, phrase), kind, undefined)
        : parse(pem, kind, phrase);
}
/**
 * A pasted key as a file would hold it: CRLF, a byte order mark, indentation, a missing last newline and, from a secret
 * kept on one line, `\n` spelled out or spaces in place of line ends.
 */
function normalise(pasted) {
    const text = pasted
        .replace(/^\uFEFF/, '')
        .replaceAll('\\r', '')
        .replaceAll('\\n', '\n')
        .replace(/\r\n?/g, '\n')
        .replace(/(-----BEGIN [A-Z0-9 ]+-----)[ \t]*/, '$1\n')
        .replace(/[ \t]*(-----END [A-Z0-9 ]+-----)/, '\n$1');
    const lines = text.split('\n').map((line) => line.trim());
    // Spaces within a line of base64 stand for line ends; a header (`DEK-Info: ...`) keeps its own, and the empty line
    // after the headers is part of the format.
    const whole = lines.flatMap((line) => (/^[A-Za-z0-9+/= ]+$/.test(line) ? line.split(/ +/) : [line]));
    const last = whole.findLastIndex((line) => line !== '');
    const first = whole.findIndex((line) => line !== '');
    const body = whole.slice(first, last + 1);
    const headers = body.some((line) => line.includes(': '));
    return `${body.filter((line) => line !== '' || headers).join('\n')}\n`;
}
function notPrivate(pem) {
    if (/^PuTTY-User-Key-File-/.test(pem))
        return (0,failure/* failure */.V2)('PRIVATE_KEY_IS_PUTTY', {});
    const publicKey = /^(ssh-|ecdsa-sha2-|sk-)\S+ AAAA/m.test(pem) || /PUBLIC KEY-----/.test(pem);
    if (publicKey || /^AAAA[BCE]3/m.test(pem))
        return (0,failure/* failure */.V2)('PRIVATE_KEY_IS_PUBLIC', {});
    if (/-----END [A-Z0-9 ]+-----/.test(pem))
        return (0,failure/* failure */.V2)('PRIVATE_KEY_TRUNCATED', { kind: 'PRIVATE KEY' });
    return (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { detail: 'no line -----BEGIN ... PRIVATE KEY-----' });
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

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./.build/lib/server/clock.js

/** The time of this machine. */
const systemClock = {
    now: () => performance.now(),
    sleep: async (milliseconds) => {
        await (0,promises_.setTimeout)(milliseconds);
    },
    random: Math.random,
};

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
function timeout(address, milliseconds) {
    return (0,failure/* failure */.V2)('CONNECTION_TIMEOUT', { ...address, seconds: Math.round(milliseconds / 100) / 10 });
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

;// CONCATENATED MODULE: ./.build/lib/server/connection.js






/** Attempts to get through a handshake that the server (or something before it) cuts off. */
const attempts = 3;
/** Thrown by one attempt when the cause may be gone at the next one. */
class Transient extends Error {
    failure;
    constructor(reason) {
        super(reason.message);
        this.failure = reason;
    }
}
/**
 * Logs in. A server whose key of one type is not pinned is asked again, on a fresh connection, for its other types.
 * Rejects with the `Failure` that tells why not; only a handshake cut off is tried again, never a refused login. Once
 * `unwanted` is aborted, no connection is made any more, and none that was half made stays.
 */
async function establish(target, clock, unwanted) {
    const deadline = clock.now() + target.connectTimeoutSeconds * 1000;
    const seen = [];
    let offer = preferredAlgorithms(target.hostKey);
    while (offer.length > 0) {
        let result;
        try {
            result = await persistently(() => attempt(target, offer, deadline - clock.now(), unwanted), deadline, clock);
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
/** Runs `work` again while it fails in a way that may pass, at most `attempts` times and not beyond the deadline. */
async function persistently(work, deadline, clock) {
    for (let number = 1;; number += 1) {
        try {
            return await work();
        }
        catch (error) {
            if (!(error instanceof Transient))
                throw error;
            // Full jitter on a doubling pause, so that runs started together do not come back together.
            const pause = (0.5 + clock.random() / 2) * 1000 * 2 ** (number - 1);
            if (number === attempts || clock.now() + pause >= deadline)
                throw error.failure;
            await clock.sleep(pause);
        }
    }
}
async function attempt(target, offer, milliseconds, unwanted) {
    const started = performance.now();
    const socket = await openSocket(target, Math.max(1, milliseconds), unwanted).catch((error) => {
        const passing = error instanceof failure/* Failure */.HR && ['HANDSHAKE_FAILED', 'HOST_NOT_FOUND'].includes(error.code);
        throw passing ? new Transient(error) : error;
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
        throw classify(error, target, login, { accepted, greeting });
    }
    finally {
        unwanted.removeEventListener('abort', drop);
    }
    socket.off('data', hear);
    return { connection: watch(client, socket, target) };
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
    const { greeting } = reached;
    // OpenSSH says in plain text that it is full (MaxStartups) or has had enough of this address (PerSourcePenalties).
    const turnedAway = /MaxStartups|Not allowed at this time/.test(greeting);
    if (greeting !== '' && !greeting.includes('SSH-') && !turnedAway) {
        return (0,failure/* failure */.V2)('NOT_AN_SSH_SERVER', { host, port });
    }
    const cutOff = (0,failure/* failure */.V2)('HANDSHAKE_FAILED', { host, port, detail: turnedAway ? greeting.trim() : message });
    return reached.accepted ? cutOff : new Transient(cutOff);
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
 * Marks: lines by which a script of ours speaks to the runner (`@@fact`, `@@failure`, `@@section` …). On the way here each
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

;// CONCATENATED MODULE: ./.build/lib/server/refusal.js

/**
 * Why the server took the login but ran no script. The words are those of sudo (plugins/sudoers, English because of
 * `env LC_ALL=C`), of GNU and BusyBox `env`, and of login shells.
 */
function refusal({ host, username, code, output }) {
    const evidence = { evidence: output.trim() === '' ? undefined : output.trim() };
    const who = { host, username };
    const missing = (program) => new RegExp(`(env|sudo): (can't execute )?['‘"]?${program}['’"]?: (No such file|Permission denied|command not found|not found)`).test(output);
    if (missing('sudo'))
        return (0,failure/* failure */.V2)('SUDO_MISSING', who, evidence);
    if (missing('bash'))
        return (0,failure/* failure */.V2)('BASH_MISSING', { host }, evidence);
    if (/must have a tty/.test(output))
        return (0,failure/* failure */.V2)('SUDO_NEEDS_TTY', who, evidence);
    if (/password is required|terminal is required|askpass/.test(output)) {
        return (0,failure/* failure */.V2)('SUDO_NEEDS_PASSWORD', who, evidence);
    }
    if (/not allowed to (execute|run)|not in the sudoers|may not run sudo/.test(output)) {
        return (0,failure/* failure */.V2)('SUDO_NOT_ALLOWED', who, evidence);
    }
    return (0,failure/* failure */.V2)('SHELL_UNUSABLE', { ...who, code: code ?? 'signal' }, evidence);
}

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
    let code = null;
    channel.on('exit', (exitCode) => {
        code = exitCode;
    });
    channel.on('error', () => { });
    channel.on('close', () => {
        if (connection.lost !== undefined || !finish())
            return;
        stdout.end();
        stderr.end();
        if (stdout.begun) {
            ended.resolve({ code, stdout: stdout.text, stderr: stderr.begun ? stderr.text : stderr.noise });
            return;
        }
        const reason = refusal({ host, username, code, output: `${stdout.noise}\n${stderr.noise}` });
        begun.reject(reason);
        ended.reject(reason);
    });
    const forget = connection.onLost((reason) => {
        if (!finish())
            return;
        begun.reject(reason);
        ended.reject(reason);
    });
    const { stallSeconds } = options;
    const stallTimer = stallSeconds === undefined ? undefined : setInterval(checkStall, stallSeconds * 250, stallSeconds);
    function checkStall(limit) {
        // What the server takes in shows only as a wider window, which ssh2 tells nobody.
        const now = windowOf(channel);
        if (now !== window)
            touch();
        window = now;
        if (performance.now() - touched >= limit * 1000)
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
                ? (0,failure/* failure */.V2)('SHELL_UNUSABLE', { host, username, code: '-' }, { cause: error })
                : (0,failure/* failure */.V2)('CHANNEL_REFUSED', { host, detail: error.message }, { cause: error });
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
 * What a login shell of any kind can run: no quoting, no variables, no redirection. `env` gives messages of sudo and of
 * `env` itself in English, whatever the server's language, and `-H` a home that is root's.
 */
const rootCommand = 'env LC_ALL=C bash -s';
const sudoCommand = 'env LC_ALL=C sudo -n -H bash -s';
/**
 * What every script of root's finds in its environment. Programs are found in folders of root's alone, whatever the login's
 * PATH holds; /usr/local counts unless another user can change a program there. One Docker Engine is named for all
 * commands: a `DOCKER_HOST` or a context of root's own may lead to another machine's.
 */
const environment = [
    'export LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin',
    'changeable() { find -L "$@" \\( -type f -o -path /usr/local -o -path "/usr/local/*bin" \\) \\( ! -uid 0 ! -uid "${SUDO_UID:-0}" -o -perm /022 \\) -print -quit 2>/dev/null; }',
    'strange_program=$(changeable /usr/local -maxdepth 0; changeable /usr/local/sbin /usr/local/bin -maxdepth 1) </dev/null',
    '[ -n "$strange_program" ] || PATH=/usr/local/sbin:/usr/local/bin:$PATH',
    'unset DOCKER_CONTEXT DOCKER_TLS DOCKER_TLS_VERIFY DOCKER_CERT_PATH DOCKER_API_VERSION DOCKER_DEFAULT_PLATFORM',
    'export DOCKER_HOST=unix:///var/run/docker.sock BUILDX_BUILDER=default',
].join('\n');
/**
 * `script` as it is sent to `bash -s`: first the line that says that it begins, then a group that bash reads to its end
 * before it runs any of it, so that what follows on standard input is read by the script's own commands. Its marks begin
 * with `mark`, which is not exported: programs that it runs cannot know it.
 */
function scriptText(script, mark) {
    return [
        `unset deploy_mark; deploy_mark=${mark}`,
        `printf '%s\\n' "\${deploy_mark}begin"; printf '%s\\n' "\${deploy_mark}begin" >&2`,
        environment,
        'umask 022; cd /',
        '{',
        script,
        'exit $?',
        '}',
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./.build/lib/server/terminal-script.js
/**
 * `text` (as scriptText() makes it) for a server whose sudo runs only from a terminal (`Defaults requiretty`): read by the
 * user's own bash, it has script(1) make a terminal for sudo. Through that terminal nothing goes but words of sudo itself:
 * what the root shell reads and prints goes through named pipes in a folder of the user's own, byte by byte as it is.
 * Where there is no script(1), it fails in the words of sudo.
 */
function throughTerminal(text) {
    return `{
refuse() { echo 'sudo: sorry, you must have a tty to run sudo' >&2; exit 1; }
for program in script mkfifo mktemp; do command -v "$program" >/dev/null || refuse; done
folder=$(mktemp -d /tmp/deploy-miniprogram.XXXXXX) || refuse
trap 'rm -rf "$folder"' EXIT
cd "$folder" && mkfifo -m 600 in out err keys || refuse
# An end of file on the terminal's side would end old versions of script(1): this pipe is never written to, nor closed.
exec 3<&0 4<>keys
printf '%s\\n' "cd '$folder'" 'bash -s <in >out 2>err' 'echo "$?" >code' >run
cat <&3 >in 3<&- 4<&- & feeder=$!
cat <out 3<&- 4<&- & printers=$!
cat <err >&2 3<&- 4<&- & printers="$printers $!"
SHELL=/bin/sh script -qec "sudo -n -H bash $folder/run" /dev/null <&4 >said 2>&1 3<&-
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
${text}`;
}

;// CONCATENATED MODULE: ./.build/lib/server/session.js










/**
 * Logs in. Throws `Failure` before any contact for a key that cannot be read, and one that tells which of name,
 * route, port, handshake, host key and login failed. Nothing is connected any more once `cancelled` is aborted.
 */
async function connect(options, log, clock = systemClock, cancelled = new AbortController().signal) {
    const { host, username } = options;
    const target = {
        host,
        port: options.port,
        username,
        key: options.privateKey === undefined ? undefined : parsePrivateKey(options.privateKey, options.passphrase),
        password: options.password,
        hostKey: options.hostKey,
        connectTimeoutSeconds: options.connectTimeoutSeconds,
    };
    if (options.hostKey.acceptAny)
        log?.warning(acceptsAnyHostKey({ host }));
    let connection = await establish(target, clock, cancelled);
    const disposal = new AbortController();
    let roundTrips = 0;
    /** How scripts become root's: needlessly, by sudo, or by sudo in a terminal; unknown until the first one has begun. */
    let way = username === 'root' ? 'root' : 'sudo';
    let wayIsKnown = way === 'root';
    const begin = (script, more) => {
        const mark = newMark();
        const text = scriptText(script, mark);
        return exchange(connection, {
            host,
            username,
            command: way === 'sudo' ? sudoCommand : rootCommand,
            text: way === 'terminal' ? throughTerminal(text) : text,
            mark,
            onRoundTrip: () => {
                roundTrips += 1;
            },
            ...more,
        });
    };
    const start = async (script, more) => {
        const running = await begin(script, more);
        if (wayIsKnown)
            return running;
        try {
            await running.begun;
        }
        catch (error) {
            if (way === 'terminal' || !(error instanceof failure/* Failure */.HR && error.code === 'SUDO_NEEDS_TTY'))
                throw error;
            // Nothing of the script has run.
            way = 'terminal';
            return await start(script, more);
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
                const running = await start(script, { onLine, stallSeconds });
                if (stdin === undefined)
                    running.end();
                else
                    void feed(running, stdin);
                return await running.ended;
            }
            finally {
                stdin?.destroy();
            }
        },
        open: async (script) => await openScript((onLine) => start(script, { onLine, stallSeconds: undefined }), () => {
            roundTrips += 1;
        }),
        reconnect: async () => {
            connection.close();
            connection = await establish(target, clock, disposal.signal);
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
/** Opens an SSH connection, unless the run is cancelled first. Throws `Failure` as `connect` of the server room does. */
function connectTo(settings, { log, cancelled }) {
    return connect({
        host: settings.host,
        port: settings.port,
        username: settings.username,
        privateKey: settings.privateKey,
        passphrase: settings.passphrase,
        password: settings.password,
        hostKey: parseHostKeys(settings.hostKey),
        connectTimeoutSeconds: settings.connectTimeoutSeconds,
        stallSeconds,
    }, log, undefined, cancelled);
}


/***/ })

};
