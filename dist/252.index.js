export const id = 252;
export const ids = [252];
export const modules = {

/***/ 97792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ checkCredentials),
  m: () => (/* binding */ connectTo)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
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
 * Parses the input `host-key` or `jump-host-key`: fingerprints, lines of `ssh-keygen -l`, of known_hosts (host names are not compared:
 * whoever pasted the key means this machine) and of `.pub` files; or `accept-any`.
 * Throws `Failures` of HOST_KEY_INVALID, one for each line that is none of these.
 */
function parseHostKeys(text, input = 'host-key') {
    let acceptAny = false;
    const pins = [];
    const revoked = [];
    const failures = [];
    for (const [index, raw] of (0,pasted/* unfold */.t)(text)
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
            failures.push((0,failure/* failure */.V2)('HOST_KEY_INVALID', { input, line: index + 1, value: line }));
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
 * Reads the key that `input` holds: OpenSSH, PEM (PKCS#1, SEC 1, PKCS#8) or PuTTY version 2.
 * Throws `Failure`: PRIVATE_KEY_INVALID, PRIVATE_KEY_TRUNCATED, PRIVATE_KEY_IS_PUBLIC, PRIVATE_KEY_IS_PUTTY,
 * PASSPHRASE_MISSING, PASSPHRASE_WRONG. No text of theirs holds any of the key.
 */
function parsePrivateKey(key, passphrase, input = 'private-key') {
    // An empty secret is what a workflow hands over for one that is not set.
    const given = { input, passphrase: passphrase?.reveal() || undefined };
    const pasted = (0,blocks/* readPem */.Je)(key.reveal());
    const begun = pasted.begun.find(blocks/* isKeyLabel */.AU);
    if (begun === undefined)
        throw notPrivate(pasted, input);
    const block = pasted.blocks.find(({ label }) => (0,blocks/* isKeyLabel */.AU)(label));
    if (block === undefined)
        throw (0,failure/* failure */.V2)('PRIVATE_KEY_TRUNCATED', { input, kind: begun });
    const kind = block.label;
    if (kind.startsWith('DSA'))
        throw (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { input, detail: 'DSA' });
    const pem = (0,blocks/* writePem */.I6)(block);
    return kind === 'PRIVATE KEY' || kind === 'ENCRYPTED PRIVATE KEY'
        ? parse(fromPkcs8(pem, kind, given), kind, { input, passphrase: undefined })
        : parse(pem, kind, given);
}
function notPrivate({ text, begun, ended }, input) {
    if (/^\s*PuTTY-User-Key-File-/.test(text))
        return (0,failure/* failure */.V2)('PRIVATE_KEY_IS_PUTTY', { input });
    const publicKey = /^\W*(ssh-|ecdsa-sha2-|sk-)\S+ AAAA/m.test(text) || begun.some((one) => one.endsWith('PUBLIC KEY'));
    if (publicKey || /^AAAA[BCE]3/m.test(text))
        return (0,failure/* failure */.V2)('PRIVATE_KEY_IS_PUBLIC', { input });
    if (ended.length > begun.length)
        return (0,failure/* failure */.V2)('PRIVATE_KEY_TRUNCATED', { input, kind: 'PRIVATE KEY' });
    return (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', {
        input,
        detail: begun.join(', ') || 'no line -----BEGIN ... PRIVATE KEY-----',
    });
}
function parse(pem, kind, given) {
    const { input, passphrase } = given;
    const parsed = lib.utils.parseKey(pem.trim(), passphrase);
    if (parsed instanceof Error)
        throw unreadable(parsed.message, kind, given);
    const key = Array.isArray(parsed) ? parsed[0] : parsed;
    if (key === undefined)
        throw (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { input, detail: kind });
    if (!key.isPrivateKey())
        throw (0,failure/* failure */.V2)('PRIVATE_KEY_IS_PUBLIC', { input });
    if (!/^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp\d+)$/.test(key.type))
        throw (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { input, detail: key.type });
    // With a wrong passphrase an old PEM may decrypt to something that is no key, and only a signature finds out.
    try {
        const signature = key.sign(Buffer.from('trial'));
        if (signature instanceof Error)
            throw signature;
    }
    catch (error) {
        throw unreadable(error instanceof Error ? error.message : String(error), kind, given);
    }
    return key;
}
/** Which failure the words of ssh2's parser stand for; they quote nothing of the key. */
function unreadable(message, kind, { input, passphrase }) {
    if (/no passphrase given/.test(message))
        return (0,failure/* failure */.V2)('PASSPHRASE_MISSING', { input });
    if (/bad passphrase/.test(message))
        return (0,failure/* failure */.V2)('PASSPHRASE_WRONG', { input });
    if (/Unsupported OpenSSH private key type/.test(message))
        return (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { input, detail: message });
    if (passphrase !== undefined && kind !== 'OPENSSH PRIVATE KEY')
        return (0,failure/* failure */.V2)('PASSPHRASE_WRONG', { input });
    if (/Malformed|integrity check/.test(message))
        return (0,failure/* failure */.V2)('PRIVATE_KEY_TRUNCATED', { input, kind });
    return (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { input, detail: message });
}
/** PKCS#8, which ssh2 does not read, in a form that it does. */
function fromPkcs8(pem, kind, { input, passphrase }) {
    if (kind === 'ENCRYPTED PRIVATE KEY' && passphrase === undefined)
        throw (0,failure/* failure */.V2)('PASSPHRASE_MISSING', { input });
    let key;
    try {
        key = (0,external_node_crypto_.createPrivateKey)({ key: pem, format: 'pem', ...(passphrase === undefined ? {} : { passphrase }) });
    }
    catch {
        throw kind === 'ENCRYPTED PRIVATE KEY'
            ? (0,failure/* failure */.V2)('PASSPHRASE_WRONG', { input })
            : (0,failure/* failure */.V2)('PRIVATE_KEY_TRUNCATED', { input, kind });
    }
    switch (key.asymmetricKeyType) {
        case 'rsa':
            return key.export({ type: 'pkcs1', format: 'pem' }).toString();
        case 'ec':
            return key.export({ type: 'sec1', format: 'pem' }).toString();
        case 'ed25519':
            return opensshPrivateKey(key);
        default:
            throw (0,failure/* failure */.V2)('PRIVATE_KEY_INVALID', { input, detail: `${key.asymmetricKeyType ?? 'unknown'} key` });
    }
}

// EXTERNAL MODULE: ./.build/lib/messages/hop.js
var hop = __webpack_require__(70888);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/session.js


/** The warning that goes with `accept-any`. */
function acceptsAnyHostKey(machine) {
    const { at, machine: it, hostKey } = (0,hop/* hopWords */.L)(machine);
    const input = hostKey.replaceAll('`', '');
    return (0,messages_text/* text */.Qq)(`${input} is accept-any: whoever answers as ${at.en} gets the secrets of this deployment. Pin the key of ${it.en}.`, `${input} 为 accept-any：任何冒充${at.zh} 的机器都会拿到本次部署的 secret。请在 ${hostKey} 中填写${it.zh}的主机密钥指纹。`);
}
/** Told once while a login is tried again. */
function triesAgain(machine, seconds) {
    const { Machine: it } = (0,hop/* hopWords */.L)(machine);
    return (0,messages_text/* text */.Qq)(`${it.en} closes SSH connections before a login. Trying again for up to ${seconds} s (\`connect-timeout\`).`, `${it.zh}在登录前关闭了 SSH 连接，将在 ${seconds} 秒内继续重试（\`connect-timeout\`）。`);
}
/** How the server is reached, where not straight. */
function goesThrough({ host, port }) {
    return (0,messages_text/* text */.Qq)(`Through the jump host ${host}, port ${port}.`, `经由跳板机 ${host} 端口 ${port}。`);
}

// EXTERNAL MODULE: ./node_modules/node-ssh/lib/esm/index.mjs + 2 modules
var esm = __webpack_require__(19487);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./.build/lib/server/tcp.js


/** Of what is known of a machine, what a failure says of it. */
function machineOf({ host, port, hop }) {
    return { host, port, hop };
}
/**
 * Milliseconds for one of several addresses of a name. Node's own 250 ms are less than a round trip between continents,
 * so that a server with two addresses would be given up before it could answer.
 */
const perAddressMilliseconds = 5000;
/** The connection is closed because the run no longer wants it. */
function closedByRun(address) {
    return (0,failure/* failure */.V2)('CONNECTION_LOST', { ...machineOf(address), detail: 'closed by this run' });
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
        const { host, port } = address;
        const options = { host, port, autoSelectFamilyAttemptTimeout: perAddressMilliseconds };
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
    return (0,failure/* failure */.V2)('CONNECTION_TIMEOUT', { ...machineOf(address), seconds: Math.round(milliseconds / 100) / 10 });
}
function failureOf(error, address, milliseconds) {
    const code = codeOf(error);
    const options = { cause: error };
    switch (code) {
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
        case 'ENODATA':
            return (0,failure/* failure */.V2)('HOST_NOT_FOUND', { ...machineOf(address), detail: code }, options);
        case 'ECONNREFUSED':
            return (0,failure/* failure */.V2)('CONNECTION_REFUSED', machineOf(address), options);
        case 'ETIMEDOUT':
            return timeout(address, milliseconds);
        case 'ECONNRESET':
        case 'EPIPE':
            return (0,failure/* failure */.V2)('HANDSHAKE_FAILED', { ...machineOf(address), detail: error.message }, options);
        default:
            return (0,failure/* failure */.V2)('NETWORK_UNREACHABLE', { ...machineOf(address), detail: code ?? error.message }, options);
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

;// CONCATENATED MODULE: ./.build/lib/server/authentication.js


/**
 * Tries the key, then the password, then the password as the answer to keyboard-interactive, as far as the server
 * offers each; without the `none` that ssh2 would send first, which costs a round trip.
 */
function authentication(credentials) {
    const methods = methodsOf(credentials);
    const tried = [];
    let offered;
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
        get answered() {
            return offered !== undefined;
        },
        failure: (address) => {
            const parameters = { ...machineOf(address), username: credentials.username };
            const methodsLeft = offered ?? [];
            const words = methodsLeft.join(', ') || '-';
            if (credentials.key === undefined && credentials.password !== undefined && methodsLeft.length > 0) {
                return methodsLeft.includes('password') || methodsLeft.includes('keyboard-interactive')
                    ? (0,failure/* failure */.V2)('PASSWORD_WRONG', parameters)
                    : (0,failure/* failure */.V2)('PASSWORD_NOT_ACCEPTED', { ...parameters, offered: words });
            }
            return (0,failure/* failure */.V2)('AUTHENTICATION_FAILED', {
                ...parameters,
                input: credentials.keyInput,
                tried: tried.join(', ') || '-',
                offered: words,
            });
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

;// CONCATENATED MODULE: ./.build/lib/server/connection-failure.js



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
 * Thrown by an attempt whose connection was cut off before the server answered a login that was sent ahead of its turn, as some
 * gateways do with what they did not ask for.
 */
class SentAhead extends Error {
}
/** The failure after the last of `attempts`. */
function givenUp({ failure: reason, said }, target, attempts) {
    if (said === undefined)
        return reason;
    return (0,failure/* failure */.V2)('SSH_TURNED_AWAY', { ...machineOf(target), said, attempts, seconds: target.connectTimeoutSeconds });
}
/** Reset at once, or a resolver that did not answer; a name that does not exist will not exist in a minute. */
function mayPass({ code, cause }) {
    return (code === 'HANDSHAKE_FAILED' || (code === 'HOST_NOT_FOUND' && cause.code === 'EAI_AGAIN'));
}
/** Why ssh2 gave up, from its words and from how far it came. */
function classify({ message, level }, target, login, reached) {
    const at = machineOf(target);
    const loggingIn = login.tried.length > 0;
    if (level === 'client-authentication' || (loggingIn && /authentication failures/i.test(message))) {
        return login.failure(target);
    }
    if (level === 'client-timeout') {
        return (0,failure/* failure */.V2)('HANDSHAKE_TIMEOUT', { ...at, seconds: target.connectTimeoutSeconds });
    }
    if (/no matching/.test(message))
        return (0,failure/* failure */.V2)('NO_COMMON_ALGORITHM', { ...at, detail: message });
    const { greeting, notice } = reached;
    // OpenSSH says in plain text that it is full (MaxStartups) or has had enough of this address (PerSourcePenalties).
    const turnedAway = /MaxStartups|Not allowed at this time/.test(greeting);
    if (greeting !== '' && !greeting.includes('SSH-') && !turnedAway) {
        return (0,failure/* failure */.V2)('NOT_AN_SSH_SERVER', at);
    }
    const said = turnedAway ? greeting.trim() : undefined;
    const evidence = notice === '' ? undefined : notice;
    const cutOff = (0,failure/* failure */.V2)('HANDSHAKE_FAILED', { ...at, detail: said ?? message }, { evidence });
    if (!reached.accepted)
        return new Transient(cutOff, said);
    return reached.ahead && !login.answered && notice === '' ? new SentAhead() : cutOff;
}
/** The keys that the machine has shown are none of those that are pinned, or none is. */
function hostKeyFailure(target, seen) {
    const { hostKey } = target;
    const at = machineOf(target);
    const [first] = seen;
    const type = first === undefined ? '' : keyType(first);
    if (isUnpinned(hostKey)) {
        const line = first === undefined ? '' : fingerprint(first);
        return (0,failure/* failure */.V2)('HOST_KEY_MISSING', { ...at, type, line, file: hostKeyFile(type) });
    }
    return (0,failure/* failure */.V2)('HOST_KEY_MISMATCH', {
        ...at,
        offered: seen.map((blob) => `${fingerprint(blob)} (${keyType(blob)})`).join(', '),
        pinned: hostKey.pins.map((pin) => pin.fingerprint + (pin.type === undefined ? '' : ` (${pin.type})`)).join(', '),
        file: hostKeyFile(type),
    });
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./.build/lib/server/forwarded-socket.js

/** Bytes that may wait to leave this process, as in a socket of node's own: what is sent next is not late behind them. */
const waitingBytes = 64 * 1024;
/**
 * A channel that another connection forwards, as the socket of a connection of its own. Unlike the channel, which takes
 * megabytes at once, it is as full as what carries it: who writes sees when the line drains.
 */
class ForwardedSocket extends external_node_stream_.Duplex {
    #channel;
    #carrier;
    /** Goes on with a write that waits for the line; nothing where none does. */
    #goOn = () => { };
    constructor(channel, through) {
        super({ allowHalfOpen: false, highWaterMark: waitingBytes });
        this.#channel = channel;
        this.#carrier = through.socket;
        channel.on('data', (chunk) => {
            if (!this.push(chunk))
                channel.pause();
        });
        // The other side sends none; unread it would keep the channel from closing.
        channel.stderr.resume();
        channel.on('end', () => this.push(null));
        channel.on('close', () => this.destroy());
        channel.on('error', (error) => this.destroy(error));
    }
    _read() {
        this.#channel.resume();
    }
    _write(chunk, _encoding, done) {
        // Called back once the other side's window has taken it.
        this.#channel.write(chunk, () => this.#whenDrained(done));
    }
    _final(done) {
        this.#channel.end();
        done();
    }
    _destroy(error, done) {
        this.#goOn();
        this.#channel.destroy();
        done(error);
    }
    #whenDrained(done) {
        if (this.destroyed || this.#carrier.destroyed || this.#carrier.writableLength <= waitingBytes) {
            done();
            return;
        }
        const goOn = () => {
            this.#goOn = () => { };
            this.#carrier.off('drain', goOn);
            done();
        };
        this.#goOn = goOn;
        this.#carrier.once('drain', goOn);
    }
}

;// CONCATENATED MODULE: ./.build/lib/server/forward.js



/** RFC 4254 section 5.1, SSH_OPEN_CONNECT_FAILED. Any other reason is a refusal to forward. */
const connectFailed = 2;
/**
 * Has the jump host connect to `address`, whose name it resolves itself. Rejects with the `Failure` that tells why it did
 * not: JUMP_FORWARD_REFUSED, JUMP_TARGET_UNREACHABLE; CONNECTION_LOST where the jump host is, or `unwanted` is aborted.
 */
function forward({ address: jump, connection }, address, milliseconds, unwanted) {
    const { host, port } = address;
    return new Promise((resolve, reject) => {
        if (unwanted.aborted)
            return reject(closedByRun(address));
        if (connection.lost !== undefined)
            return reject(connection.lost);
        let over = false;
        const settle = () => {
            over = true;
            clearTimeout(timer);
            forget();
            unwanted.removeEventListener('abort', drop);
        };
        const giveUp = (reason) => {
            settle();
            reject(reason);
        };
        const drop = () => giveUp(closedByRun(address));
        const unreachable = (detail) => (0,failure/* failure */.V2)('JUMP_TARGET_UNREACHABLE', { host, port, jump: jump.host, detail });
        const refusal = ({ message, reason }) => {
            const detail = message.replace(/^\(SSH\) Channel open failure: /, '');
            const target = { target: host, targetPort: port, detail };
            return reason === connectFailed
                ? unreachable(detail)
                : (0,failure/* failure */.V2)('JUMP_FORWARD_REFUSED', { ...machineOf(jump), ...target });
        };
        const late = () => giveUp(unreachable(`no answer within ${Math.round(milliseconds / 100) / 10} s`));
        const timer = setTimeout(late, milliseconds);
        const forget = connection.onLost(giveUp);
        unwanted.addEventListener('abort', drop);
        const opened = (error, channel) => {
            // Nobody waits for it any more.
            if (over) {
                if (error === undefined)
                    channel.destroy();
            }
            else if (connection.lost !== undefined) {
                giveUp(connection.lost);
            }
            else if (error === undefined) {
                settle();
                resolve(new ForwardedSocket(channel, connection));
            }
            else {
                giveUp(refusal(error));
            }
        };
        try {
            connection.client.forwardOut('127.0.0.1', 0, host, port, opened);
        }
        catch (error) {
            giveUp(connection.lost ?? unreachable(error.message));
        }
    });
}

;// CONCATENATED MODULE: ./.build/lib/server/live-connection.js


/** Milliseconds of silence after which a connection counts as dead: three keepalives unanswered. */
const silenceMilliseconds = 60_000;
/**
 * Watches a connection just logged in, so that its end is noticed once, whatever ends it. What it goes `through` ends with
 * it, and its end is that of both.
 */
function watch(client, socket, address, through) {
    const listeners = new Set();
    let lost;
    let heard = performance.now();
    const lose = (reason) => {
        if (lost !== undefined)
            return;
        lost = typeof reason === 'string' ? (0,failure/* failure */.V2)('CONNECTION_LOST', { ...machineOf(address), detail: reason }) : reason;
        clearInterval(timer);
        socket.destroy();
        for (const listener of listeners)
            listener(lost);
        listeners.clear();
        through?.close();
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
    through?.onLost(lose);
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

;// CONCATENATED MODULE: ./.build/lib/server/swift-login.js
/** Hashes of the algorithms of RSA (RFC 8332); a key of another type has one of its own. */
const hashes = {
    'rsa-sha2-256': 'sha256',
    'rsa-sha2-512': 'sha512',
    'ssh-rsa': 'sha1',
};
/**
 * Saves two round trips of a login, for which ssh2 has no option: the first method is tried with the request for the
 * service (RFC 4253 section 10 allows it, and Dropbear's client does so), and a key is shown with its signature, instead of
 * being asked for first whether it would do. All of it comes after the host's key was found to be a pinned one.
 */
function loginSwiftly(client, key) {
    client.once('handshake', () => {
        const { _protocol: protocol } = client;
        const { service, authPK } = protocol;
        protocol.authPK = (username, shown, algorithm, sign = signer(shown, algorithm)) => authPK.call(protocol, username, shown, algorithm, sign);
        const { SERVICE_ACCEPT: accept, EXT_INFO: inform } = protocol._handlers;
        let begun = false;
        const begin = () => {
            if (begun)
                return;
            begun = true;
            accept(protocol, 'ssh-userauth');
        };
        protocol._handlers.SERVICE_ACCEPT = begin;
        // What an RSA key signs with depends on what the server says of itself, which follows its own keys at once.
        const waits = key?.type === 'ssh-rsa';
        protocol._handlers.EXT_INFO = (...all) => {
            inform(...all);
            if (waits)
                begin();
        };
        protocol.service = (name) => {
            service.call(protocol, name);
            if (!waits)
                begin();
        };
    });
}
function signer(key, algorithm = '') {
    return (data, done) => {
        const signature = key.sign(data, hashes[algorithm]);
        if (signature instanceof Error)
            throw signature;
        done(signature);
    };
}

;// CONCATENATED MODULE: ./.build/lib/server/connection.js











/** Milliseconds between two attempts, at most: places of MaxStartups become free one by one. */
const longestPause = 4000;
/**
 * Logs in, at the jump host first where there is one. Rejects with the `Failure` that tells why not, and at which of the
 * two. Once `unwanted` is aborted, no connection is made any more, and none that was half made stays.
 */
async function establish(target, clock, unwanted, log) {
    const { jump, connectTimeoutSeconds } = target;
    const bounds = { deadline: clock.now() + connectTimeoutSeconds * 1000, clock, unwanted, log };
    const opening = target.opensWithinSeconds * 1000;
    const straight = (to) => (all) => openSocketPatiently(to, { all, opening }, unwanted);
    if (jump === undefined)
        return logIn({ target, open: straight(target), through: undefined, ...bounds });
    const first = { ...jump, connectTimeoutSeconds };
    const through = await logIn({ target: first, open: straight(jump), through: undefined, ...bounds });
    try {
        const by = { address: machineOf(jump), connection: through };
        const open = (milliseconds) => forward(by, target, milliseconds, unwanted);
        return await logIn({ target, open, through, ...bounds });
    }
    catch (error) {
        through.close();
        throw error;
    }
}
/**
 * Logs in at one machine. If its key of one type is not pinned, it is asked again, on a fresh connection, for its other
 * types. Only what may pass is tried again, until the time is over: a handshake cut off before the machine showed its key, a
 * resolver that does not answer; never a refused login. A server that takes no login ahead of its turn gets one in turn.
 */
async function logIn(attempts) {
    const { target, clock, deadline } = attempts;
    const seen = [];
    let offer = preferredAlgorithms(target.hostKey);
    let swiftly = true;
    while (offer.length > 0) {
        let result;
        try {
            const left = () => Math.max(1, deadline - clock.now());
            result = await persistently(() => attempt(attempts, { offer, swiftly, milliseconds: left() }), attempts);
        }
        catch (error) {
            if (error instanceof SentAhead) {
                swiftly = false;
                continue;
            }
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
                log?.info(triesAgain(machineOf(target), Math.round((deadline - clock.now()) / 1000)));
            await clock.sleep(pause);
            if (unwanted.aborted)
                throw closedByRun(target);
        }
    }
}
async function attempt({ target, open, through, unwanted }, { offer, swiftly, milliseconds }) {
    const started = performance.now();
    const socket = await open(milliseconds).catch((error) => {
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
    if (swiftly)
        loginSwiftly(client, target.key);
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
        if (through?.lost !== undefined)
            throw through.lost;
        if (denied !== undefined)
            return { denied };
        throw classify(error, target, login, { accepted, ahead: swiftly, greeting, notice });
    }
    finally {
        unwanted.removeEventListener('abort', drop);
    }
    socket.off('data', hear);
    return { connection: watch(client, socket, target, through) };
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

// EXTERNAL MODULE: ./.build/lib/messages/cancelled.js
var cancelled = __webpack_require__(77684);
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
    const endMark = `${word}end `;
    const parts = [];
    let noise = '';
    let begun = false;
    let code;
    /** What came of a line whose end is still to come. */
    let partial = [];
    const accept = (piece) => {
        if (code !== undefined)
            return;
        let text = piece;
        if (!begun) {
            noise += piece;
            const at = noise.indexOf(mark);
            if (at < 0) {
                endedUnbegun();
                return;
            }
            text = noise.slice(at + mark.length);
            noise = noise.slice(0, at);
            begun = true;
            onBegin();
        }
        if (!text.includes('\n')) {
            partial.push(text);
            return;
        }
        const lines = [...partial, text].join('').split('\n');
        partial = [lines.pop() ?? ''];
        for (const line of lines) {
            // Behind a last line that has no line end.
            const at = line.indexOf(endMark);
            if (at < 0)
                hand(line, '\n');
            else {
                partial = [line.slice(0, at)];
                handPartial();
                code = Number(line.slice(at + endMark.length));
                return;
            }
        }
    };
    const endedUnbegun = () => {
        const at = noise.indexOf(endMark);
        const end = at < 0 ? -1 : noise.indexOf('\n', at);
        if (end < 0)
            return;
        code = Number(noise.slice(at + endMark.length, end));
        noise = noise.slice(0, at);
    };
    const hand = (line, end) => {
        const read = readMark(line, word);
        parts.push(read, end);
        onLine(read.replace(/\r$/, ''));
    };
    const handPartial = () => {
        const line = partial.join('');
        partial = [];
        if (line !== '')
            hand(line, '');
    };
    return {
        push: (chunk) => accept(decoder.write(chunk)),
        end: () => {
            accept(decoder.end());
            handPartial();
        },
        get begun() {
            return begun;
        },
        get code() {
            return code;
        },
        get noise() {
            return noise;
        },
        get text() {
            return parts.join('');
        },
    };
}

;// CONCATENATED MODULE: ./.build/lib/server/settleable.js
/** Makes one. Whoever cares awaits it: a rejection that nobody awaits is none that ends the process. */
function settleable() {
    let resolve = () => { };
    let reject = () => { };
    const promise = new Promise((yes, no) => {
        resolve = yes;
        reject = no;
    });
    promise.catch(() => { });
    return { promise, resolve: (value) => resolve(value), reject: (reason) => reject(reason) };
}

;// CONCATENATED MODULE: ./.build/lib/server/exchange.js



/** Follows a script that a shell was asked for on `channel`. */
function follow(channel, options) {
    const begun = settleable();
    const ended = settleable();
    let over = false;
    const { stallSeconds } = options;
    const limitNow = typeof stallSeconds === 'function' ? stallSeconds : () => stallSeconds ?? 0;
    const stallTimer = stallSeconds === undefined ? undefined : setInterval(checkStall, Math.min(limitNow() * 250, 5000));
    const stdout = scriptOutput(options.mark, (line) => options.onLine(line, 'stdout'), () => {
        begun.resolve();
        options.onBegin();
    });
    const stderr = scriptOutput(options.mark, (line) => options.onLine(line, 'stderr'));
    function checkStall() {
        const limit = limitNow();
        if (channel.still() >= limit * 1000)
            options.onStall(limit);
    }
    const finish = () => {
        if (over)
            return false;
        over = true;
        clearInterval(stallTimer);
        return true;
    };
    const fail = (reason) => {
        if (!finish())
            return;
        begun.reject(reason);
        ended.reject(reason);
        options.onOver();
    };
    const settle = (code) => {
        if (!stdout.begun)
            fail(options.refused(code, `${stdout.noise}\n${stderr.noise}`));
        if (!finish())
            return;
        ended.resolve({ code, stdout: stdout.text, stderr: stderr.begun ? stderr.text : stderr.noise });
        options.onOver();
    };
    return {
        begun: begun.promise,
        ended: ended.promise,
        write: async (bytes) => {
            if (!over)
                await channel.write(bytes);
        },
        end: () => {
            if (!over)
                channel.end();
        },
        abandon: (reason) => {
            if (!over)
                options.onAbandon(reason);
        },
        take: (chunk, stream) => {
            (stream === 'stdout' ? stdout : stderr).push(chunk);
            if (stdout.code !== undefined && stderr.code !== undefined)
                settle(exchange_codeOf(stdout.code));
        },
        closed: (code, own) => {
            stdout.end();
            stderr.end();
            // A shell that ended in the middle of a script, well for its own part: what the script came to is not known.
            settle(own || code !== 0 ? code : null);
        },
        fail,
    };
}
/** Bash tells of an end by signal N as 128 + N; a script that ends with such a code of its own is taken for one. */
function exchange_codeOf(code) {
    return code > 128 && code <= 128 + 64 ? null : code;
}
/** The end of a script, which is given up once `signal` is aborted. */
async function unlessGivenUp(running, signal) {
    const giveUp = () => running.abandon((0,cancelled/* reasonOf */.A)(signal));
    if (signal.aborted)
        giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    try {
        return await running.ended;
    }
    finally {
        signal.removeEventListener('abort', giveUp);
    }
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
/** That of a script which a shell got whole, but could not unpack (EX_OSFILE): nothing of it was run. */
const packedScriptExitCode = 72;
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
 * - the script is run whole or not at all: what is left of it must have its checksum, and its output must lead back, by two streams;
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
        `[ ! /dev/fd/1 -ef /dev/fd/2 ] || exit ${brokenTextExitCode}`,
        `_u=(); while IFS= read -r -d '' _v; do _v=\${_v%%=*}; case $_v in ''|${kept}) ;; *) _u+=(-u "$_v") ;; esac; done <"/proc/$$/environ"`,
        // Of its own command: bash closes the other descriptor of the pipe behind it.
        'exec 9< <(printf %s "$_p" | base64 -d)',
        `exec env \${_u[@]+"\${_u[@]}"} LC_ALL=C bash --norc --noprofile -p /dev/fd/9`,
        '}',
        '',
    ].join('\n');
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

// EXTERNAL MODULE: ./.build/lib/server/sessions-needed.js
var sessions_needed = __webpack_require__(38993);
;// CONCATENATED MODULE: ./.build/lib/server/channel.js


/** Bytes that may wait in this process: behind more, a heartbeat on the same connection would come too late. */
const channel_waitingBytes = 128 * 1024;
/** Runs a command on a channel of its own. Rejects with `Failure` when the server opens none or runs no command. */
async function openChannel(connection, options) {
    const channel = await opened(connection, options);
    let over = false;
    let touched = performance.now();
    let window = windowOf(channel);
    /** Writers that wait for the command or the line. */
    const writers = new Set();
    const touch = () => {
        touched = performance.now();
    };
    const finish = () => {
        over = true;
        for (const wake of writers)
            wake();
    };
    /** Waits for what `begin` has happen, or the end. */
    const until = async (begin) => {
        let wake = () => { };
        await new Promise((resolve) => {
            wake = resolve;
            writers.add(wake);
            begin(resolve);
        });
        writers.delete(wake);
        touch();
    };
    channel.on('error', () => { });
    const forget = connection.onLost(finish);
    return {
        onOutput: (listener) => {
            const listen = (stream) => (chunk) => {
                touch();
                listener(chunk, stream);
            };
            channel.on('data', listen('stdout'));
            channel.stderr.on('data', listen('stderr'));
        },
        onClose: (listener) => {
            // The event `exit` may come in the packet that opened the channel, before anybody listens; `close` comes last, and has it.
            channel.on('close', (code) => {
                forget();
                finish();
                if (connection.lost === undefined)
                    listener(code ?? null);
            });
        },
        write: async (bytes) => {
            if (over || bytes.length === 0)
                return;
            touch();
            await until((done) => channel.write(bytes, done));
            while (!over && connection.socket.writableLength > channel_waitingBytes) {
                await until((done) => connection.socket.once('drain', done));
            }
        },
        end: () => {
            if (!over)
                channel.end();
        },
        abandon: () => {
            if (over)
                return;
            finish();
            channel.signal('TERM');
            channel.destroy();
        },
        still: () => {
            // What the server takes in shows only as a wider window, which ssh2 tells nobody.
            const now = windowOf(channel);
            if (now !== window)
                touch();
            window = now;
            return performance.now() - touched;
        },
    };
}
async function opened(connection, { host, username, command }) {
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
                : (0,failure/* failure */.V2)('CHANNEL_REFUSED', { host, detail: error.message, needed: sessions_needed/* sessionsNeeded */.D }, { cause: error });
        };
        try {
            connection.client.exec(command, (error, channel) => {
                forget();
                if (error === undefined)
                    resolve(channel);
                else
                    reject(refused(error));
            });
        }
        catch (error) {
            forget();
            reject(refused(error));
        }
    });
}
/** Bytes that the server is ready to take; ssh2 keeps it on the channel, its types do not show it. */
function windowOf(channel) {
    const { outgoing } = channel;
    return outgoing?.window;
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
    if (code === packedScriptExitCode)
        return (0,failure/* failure */.V2)('SCRIPT_NOT_UNPACKED', { host, said: said(words) }, evidence);
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

// EXTERNAL MODULE: ./.build/lib/shell/packed.js
var packed = __webpack_require__(27431);
;// CONCATENATED MODULE: ./.build/lib/server/script-text.js
/**
 * What every script of root's finds in its environment. Programs are found in folders of root's alone, whatever the login's
 * PATH holds; /usr/local counts unless another user can change a program there. One Docker Engine is named for all
 * commands: a `DOCKER_HOST` or a context of root's own may lead to another machine's. The home is root's also where sudo
 * keeps the user's. Docker's client lives for a blink, in which it need not collect garbage: a fifth of its time
 * (`GOGC`, of any program in Go).
 */
const environment = [
    'export LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=~root',
    'changeable() { find -L "$@" \\( -type f -o -path /usr/local -o -path "/usr/local/*bin" \\) \\( ! -uid 0 ! -uid "${SUDO_UID:-0}" -o -perm /022 \\) -print -quit 2>/dev/null; }',
    'strange_program=$(changeable /usr/local -maxdepth 0; changeable /usr/local/sbin /usr/local/bin -maxdepth 1) </dev/null',
    '[ -n "$strange_program" ] || PATH=/usr/local/sbin:/usr/local/bin:$PATH',
    'export DOCKER_HOST=unix:///var/run/docker.sock BUILDX_BUILDER=default GOGC=400',
].join('\n');
/**
 * `script` as a bash of its own runs it, which reads it from descriptor 9: first the line that says that it begins, then the
 * script as a group, read to its end before any of it runs. Its marks begin with `mark`, which is not exported: programs
 * that it runs cannot know it.
 */
function scriptText(script, mark) {
    return [
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

;// CONCATENATED MODULE: ./.build/lib/server/root-shell-script.js




/** How a shell is begun in this way; it says so with a line that begins with `mark`. */
function beginning(way, mark) {
    if (way === 'root')
        return { command: rootCommand, text: frame_frame(shellScript(mark), rootCommand, true) };
    const text = frame_frame(shellScript(mark), sudoCommand, true);
    return way === 'sudo' ? { command: sudoCommand, text } : { command: rootCommand, text: throughTerminal(text) };
}
const root_shell_script_bash = 'bash --norc --noprofile -p /dev/fd/9';
/**
 * A shell of root's that stays. It says that it begins, then runs what {@link requestText} asks for, one after another,
 * until its input ends:
 * - The script is a child's, with its own standard input, output and error, folder, environment and descriptors. What it
 *   prints goes through pipes of its own: the shell waits until nobody has them any more, as sshd does for a command, so
 *   that nothing that a script leaves behind prints among what the next one prints.
 * - The line that says that it ended follows on both streams, with its exit code: 128 + N where signal N ended it.
 * - A script that is the last one takes the shell's place; what follows on the channel is its standard input.
 * - A script is unpacked before it begins: one that cannot be (no memory, no process, no gzip) is not run at all.
 * No more is read than a request has: by `read` (in the C locale) and dd, which take as many bytes as they are told. A
 * request that lacks a part is not run.
 */
function shellScript(mark) {
    return `exec 9<&- 3>&1 4>&2
umask 022; cd /
printf '%s\\n' '${mark}begin'; printf '%s\\n' '${mark}begin' >&2
unpack() {
  case $2 in
    gzip) printf %s "$1" | base64 -d | gzip -dc ;;
    *) printf %s "$1" | base64 -d ;;
  esac
}
# Reads a part of so many bytes into the variable, as base64.
part() {
  if [ "$encoding" = raw ]; then
    printf -v "$1" %s "$(dd bs="$2" count=1 iflag=fullblock status=none 2>/dev/null | base64 -w0)"
    set -- "$1" "$2" "\${!1}"
    [ "\${#3}" = "$((($2 + 2) / 3 * 4))" ]
  else
    IFS= read -r -N "$2" "$1"
  fi
}
# Runs the script, with this input; its exit code.
serve() {
  {
    {
      printf '%s\n' "$script" | ${root_shell_script_bash} 9<&0 <&6 2>&1 >&5 3>&- 4>&- 5>&- 6<&- | cat >&4 3>&- 5>&- 6<&-
      exit "\${PIPESTATUS[1]}"
    } 5>&1 6<&0 </dev/null | cat >&3 4>&-
    return "\${PIPESTATUS[0]}"
  } 2>/dev/null
}
while read -r _ word kind encoding size packing input_size input_packing; do
  part script "$size" || exit ${brokenTextExitCode}
  code=0
  script=$(unpack "$script" "$packing" 2>&4 3>&- 4>&-) || code=${packedScriptExitCode}
  if [ "$kind" = last ]; then
    [ "$code" = 0 ] || exit "$code"
    exec 9< <(printf '%s\n' "$script" 3>&- 4>&-) 3>&- 4>&-
    exec ${root_shell_script_bash}
  fi
  [ "$input_size" = 0 ] || part input "$input_size" || exit ${brokenTextExitCode}
  if [ "$code" != 0 ]; then
    (exit "$code")
  elif [ "$input_size" = 0 ]; then
    serve </dev/null
  else
    unpack "$input" "$input_packing" 2>/dev/null | serve
    ended="\${PIPESTATUS[0]} \${PIPESTATUS[1]}"
    # A script need not read it all; one that got less than there is must not pass for well.
    case $ended in '0 '*|'141 '*) (exit "\${ended#* }") ;; *) (exit ${brokenTextExitCode}) ;; esac
  fi
  code=$?
  printf '%send %s\\n' "$word" "$code" >&4
  printf '%send %s\\n' "$word" "$code"
done
exit 0
`;
}
/**
 * A request as {@link shellScript} reads it. A shell that `hasBegun` takes its parts as bytes; else they are base64, behind a
 * line that does nothing in any other shell.
 */
function requestText({ mark, script, input = Buffer.alloc(0), last }, hasBegun) {
    const parts = [Buffer.from(scriptText(script, mark)), input].map((bytes) => {
        const { packing, bytes: own } = (0,packed/* packed */.xc)(bytes);
        return { packing, sent: hasBegun ? own : Buffer.from(own.toString('base64')) };
    });
    const sizes = parts.flatMap(({ packing, sent }) => [sent.length, packing]);
    const head = [':', mark, last ? 'last' : 'one', hasBegun ? 'raw' : 'base64', ...sizes].join(' ');
    return Buffer.concat([Buffer.from(`${head}\n`), ...parts.map(({ sent }) => sent)]);
}

;// CONCATENATED MODULE: ./.build/lib/server/root-shell.js








/**
 * Seconds after which a first shell that has not begun has its input ended. What a start-up file started that reads all of
 * it ends then, and can be named; a shell that is only late still runs the script that it was asked for.
 */
const inputSeconds = 3;
/** Begins a shell on a channel of its own. Rejects with `Failure` when the server opens none or runs no command. */
async function openRootShell(connection, options) {
    const { host, username, beginSeconds } = options;
    const channel = await openChannel(connection, options);
    const begun = settleable();
    let over = false;
    /** It takes no further script: its input has ended, or belongs to the last one. */
    let closing = false;
    let running;
    let last = false;
    /** Why it is over, where it did not end by itself. */
    let reason;
    let forget = () => { };
    const opening = {
        stdout: scriptOutput(options.mark, () => { }, () => {
            stopWaiting();
            begun.resolve();
        }),
        stderr: scriptOutput(options.mark, () => { }),
    };
    const noise = () => withoutOwn(`${opening.stdout.noise}\n${opening.stderr.noise}`, options.text);
    const notBegun = (code, seconds) => refusal({ host, username, code, ...(seconds === undefined ? {} : { seconds }), output: noise() });
    const finish = () => {
        if (over)
            return false;
        over = true;
        stopWaiting();
        forget();
        return true;
    };
    const fail = (why) => {
        reason = why;
        begun.reject(why);
        running?.fail(why);
        options.onOver(shell);
    };
    const giveUp = (why) => {
        if (!finish())
            return;
        channel.abandon();
        fail(why);
    };
    const end = () => {
        closing = true;
        channel.end();
    };
    const timers = beginSeconds === undefined
        ? []
        : [
            setTimeout(() => giveUp(notBegun(null, beginSeconds)), beginSeconds * 1000),
            setTimeout(() => last || end(), inputSeconds * 1000),
        ];
    function stopWaiting() {
        for (const timer of timers)
            clearTimeout(timer);
    }
    channel.onOutput((chunk, stream) => {
        if (!opening[stream].begun)
            opening[stream].push(chunk);
        running?.take(chunk, stream);
    });
    channel.onClose((code) => {
        if (!finish())
            return;
        if (!opening.stdout.begun) {
            fail(notBegun(code));
            return;
        }
        running?.closed(code, last);
        options.onOver(shell);
    });
    const run = (script) => {
        const mark = newMark();
        ({ last } = script);
        closing ||= last;
        running = follow(channel, {
            ...script,
            mark,
            onBegin: options.onRoundTrip,
            onOver: () => {
                running = undefined;
                if (shell.free)
                    options.onFree(shell);
            },
            onStall: (seconds) => {
                const isFirst = beginSeconds !== undefined && !opening.stdout.begun;
                giveUp(isFirst ? notBegun(null, seconds) : (0,failure/* failure */.V2)('CONNECTION_STALLED', { host, seconds }));
            },
            onAbandon: giveUp,
            refused: (code, output) => refusal({ host, username, code, output: withoutOwn(output, options.text) }),
        });
        const exchange = running;
        if (over)
            exchange.fail(reason ?? notBegun(null));
        else
            void channel.write(requestText({ ...script, mark }, opening.stdout.begun));
        return exchange;
    };
    const shell = {
        command: options.command,
        begun: begun.promise,
        get free() {
            return !over && !closing && running === undefined;
        },
        run,
        end,
    };
    // It may be lost by now: then it is over at once.
    forget = connection.onLost((why) => {
        if (finish())
            fail(why);
    });
    void channel.write(options.text);
    return shell;
}
/** What a server said, without what it was sent: a forced command may send that back (`cat`), secrets included. */
function withoutOwn(said, text) {
    const sent = text.split('\n').filter((line) => line.length > 20);
    const others = sent.reduce((rest, line) => rest.replaceAll(line, '…'), said);
    return others.replace(/[A-Za-z0-9+/=]{60,}/g, '…');
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

;// CONCATENATED MODULE: ./.build/lib/server/shells.js
/** Keeps the shells of one connection. */
function keepShells(making) {
    /** For each shell that is there or being opened: that it has begun. */
    const there = new Set();
    const free = new Set();
    const waiting = [];
    let opening = 0;
    let kept = 0;
    /** Shells that are opened at the same time. */
    let batch = { isCounted: false };
    const openOne = () => {
        if (opening === 0)
            batch = { isCounted: false };
        const own = batch;
        opening += 1;
        const gone = () => void there.delete(begun);
        let hasBegun = false;
        const open = making.open({
            onFree: (shell) => {
                const next = waiting.shift();
                if (next === undefined)
                    free.add(shell);
                else
                    next.resolve(shell);
            },
            onOver: (shell) => {
                gone();
                // One that ends while nothing was asked of it does so at the server's will.
                if (!free.delete(shell) && hasBegun)
                    keepUp();
            },
        });
        const opened = open.then((shell) => {
            opening -= 1;
            const next = waiting.shift();
            if (next === undefined)
                free.add(shell);
            else {
                next.resolve(shell);
                if (!own.isCounted)
                    making.onOpened();
                own.isCounted = true;
            }
            return shell;
        }, (reason) => {
            opening -= 1;
            // For the others, shells are still to come.
            if (waiting.length > opening)
                waiting.pop()?.reject(reason);
            throw reason;
        });
        const beginning = async () => {
            const shell = await opened;
            try {
                await shell.begun;
                hasBegun = true;
            }
            catch (error) {
                if (!making.again(shell, error))
                    throw error;
                gone();
                await keepUp();
            }
        };
        const begun = beginning();
        there.add(begun);
        begun.catch(gone);
        return begun;
    };
    /** Opens another one where one is lacking. */
    const keepUp = () => (there.size < kept ? openOne() : undefined);
    return {
        take: () => {
            for (const shell of free) {
                free.delete(shell);
                if (shell.free)
                    return Promise.resolve(shell);
            }
            return new Promise((resolve, reject) => {
                waiting.push({ resolve, reject });
                if (waiting.length > opening)
                    void openOne();
            });
        },
        warm: (count) => {
            kept = Math.max(kept, count);
            while (there.size < count)
                void openOne();
            return [...there];
        },
    };
}

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
/** What the look printed. It has no mark, so that it is a shell that never begins. */
async function printedBy(ask) {
    try {
        const asked = await ask();
        asked.end();
        await asked.begun;
        return '';
    }
    catch (error) {
        return error.evidence ?? '';
    }
}

;// CONCATENATED MODULE: ./.build/lib/server/session.js













/**
 * Logs in. Throws `Failure` before any contact for a key that cannot be read, and one that tells which of name,
 * route, port, handshake, host key and login failed. Nothing is connected any more once `cancelled` is aborted.
 */
async function connect(options, log, clock = systemSessionClock, cancelled = new AbortController().signal) {
    const { host, port, username } = options;
    const jump = options.jump === undefined ? undefined : jumpTarget(options.jump);
    const target = {
        host,
        port,
        username,
        jump,
        key: options.privateKey === undefined ? undefined : parsePrivateKey(options.privateKey, options.passphrase),
        keyInput: 'private-key',
        password: options.password,
        hostKey: options.hostKey,
        connectTimeoutSeconds: options.connectTimeoutSeconds,
        opensWithinSeconds: options.opensWithinSeconds ?? 0,
    };
    if (jump !== undefined)
        log?.info(goesThrough(jump));
    for (const machine of jump === undefined ? [target] : [jump, target])
        if (machine.hostKey.acceptAny)
            log?.warning(acceptsAnyHostKey(machine));
    let connection = await establish(target, clock, cancelled, log);
    const disposal = new AbortController();
    let roundTrips = 0;
    /** How shells become root's: needlessly, by sudo, or by sudo in a terminal; unknown until the first one has begun. */
    let way = username === 'root' ? 'root' : 'sudo';
    let wayIsKnown = false;
    /** Shells that are kept ahead. */
    let ahead = 0;
    const onRoundTrip = () => {
        roundTrips += 1;
    };
    // A forced command of cloud-init says its words and sleeps for 10 s.
    const beginSeconds = Math.max(30, options.connectTimeoutSeconds);
    const again = ({ command }, reason) => command === sudoCommand && reason instanceof failure/* Failure */.HR && reason.code === 'SUDO_NEEDS_TTY';
    const shellsOf = (live) => keepShells({
        open: async (tell) => {
            const mark = newMark();
            const seconds = wayIsKnown ? undefined : beginSeconds;
            const begin = { host, username, mark, beginSeconds: seconds, onRoundTrip, ...beginning(way, mark) };
            return await openRootShell(live, { ...begin, ...tell });
        },
        again: (shell, reason) => {
            if (!again(shell, reason))
                return false;
            way = 'terminal';
            return true;
        },
        onOpened: () => {
            // The channel and the command are two requests, each answered.
            roundTrips += 2;
        },
    });
    let shells = shellsOf(connection);
    /** Why nothing began, where a start-up file may be the cause. */
    const lookForCause = (reason) => withStartUpFile(reason, { host, username }, () => openRootShell(connection, {
        host,
        username,
        command: lookIntoStartUpFiles,
        text: `\n\n${lookIntoStartUpFiles}\n`,
        mark: newMark(),
        beginSeconds: 15,
        onRoundTrip,
        onFree: () => { },
        onOver: () => { },
    }));
    /** Starts a script; the first one of a session has begun when this resolves. */
    const start = async (script) => {
        // Several may be the first ones at a time.
        const shell = await shells.take();
        const running = shell.run(script);
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
            if (!again(shell, error))
                throw error;
            way = 'terminal';
            return await start(script);
        }
        wayIsKnown = true;
        return running;
    };
    const connectAnew = async () => {
        connection.close();
        connection = await establish(target, clock, disposal.signal, log);
        if (disposal.signal.aborted) {
            connection.close();
            throw connection.lost;
        }
        shells = shellsOf(connection);
        shells.warm(ahead);
    };
    let reconnecting;
    return {
        host,
        behindJumpHost: jump !== undefined,
        get roundTrips() {
            return roundTrips;
        },
        get lost() {
            return connection.lost;
        },
        run: async (script, scriptOptions = {}) => {
            const { stdin, input, signal, onLine = () => { }, stallSeconds: own = options.stallSeconds } = scriptOptions;
            const stallSeconds = typeof own === 'function' ? () => own() ?? options.stallSeconds : own;
            if (stdin !== undefined && input !== undefined)
                throw new RangeError('a script has one standard input');
            try {
                const running = await start({ script, input, last: stdin !== undefined, onLine, stallSeconds });
                if (stdin !== undefined)
                    void feed(running, stdin);
                return await (signal === undefined ? running.ended : unlessGivenUp(running, signal));
            }
            finally {
                stdin?.destroy();
            }
        },
        open: async (script) => await openScript((onLine) => start({ script, last: true, onLine, stallSeconds: undefined }), onRoundTrip),
        warm: (count) => {
            ahead = Math.max(ahead, count);
            return shells.warm(count);
        },
        reconnect: () => {
            reconnecting ??= connectAnew().finally(() => {
                reconnecting = undefined;
            });
            return reconnecting;
        },
        dispose: () => {
            disposal.abort();
            connection.close();
        },
    };
}
function jumpTarget({ host, port, username, privateKey, passphrase, keyInput, hostKey }) {
    const key = parsePrivateKey(privateKey, passphrase, keyInput);
    return { host, port, hop: 'jump-host', username, key, keyInput, password: undefined, hostKey };
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
/** Checks what is shown to server and jump host before either is contacted. Throws `Failures` with all that cannot be read. */
async function checkCredentials(settings) {
    const { privateKey, passphrase, hostKey, jump } = settings;
    await (0,failure/* gather */.kg)([
        Promise.resolve().then(() => parseHostKeys(hostKey)),
        Promise.resolve().then(() => (privateKey === undefined ? undefined : parsePrivateKey(privateKey, passphrase))),
        Promise.resolve().then(() => parseHostKeys(jump?.hostKey ?? '', 'jump-host-key')),
        // The key of both machines is read above.
        Promise.resolve().then(() => jump?.keyInput === 'jump-private-key' ? parsePrivateKey(jump.privateKey, passphrase, jump.keyInput) : undefined),
    ]);
}
/**
 * Opens an SSH connection, unless the run is cancelled first. `opensWithinSeconds`: for which the port may still be closed,
 * since a firewall has just been told to open it. Throws `Failure` as `connect` of the server room does.
 */
function connectTo(settings, { log, cancelled }, opensWithinSeconds = 0) {
    const { jump } = settings;
    return connect({
        host: settings.host,
        port: settings.port,
        username: settings.username,
        privateKey: settings.privateKey,
        passphrase: settings.passphrase,
        password: settings.password,
        hostKey: parseHostKeys(settings.hostKey),
        jump: jump === undefined
            ? undefined
            : { ...jump, passphrase: settings.passphrase, hostKey: parseHostKeys(jump.hostKey, 'jump-host-key') },
        connectTimeoutSeconds: settings.connectTimeoutSeconds,
        opensWithinSeconds,
        stallSeconds,
    }, log, undefined, cancelled);
}


/***/ }),

/***/ 9293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ mustSucceed),
/* harmony export */   w: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _server_script_protocol_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28158);


/** Throws what a step's script named, else what its exit stands for, else `STEP_FAILED`; nothing where it ended well. */
function mustSucceed(step, result, explain) {
    if (result.code === 0)
        return;
    throw ((0,_server_script_protocol_js__WEBPACK_IMPORTED_MODULE_1__/* .failureIn */ .Q6)(result) ??
        explain?.(result) ??
        (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('STEP_FAILED', { step, code: String(result.code ?? 'signal') }, { evidence: lastLines((0,_server_script_protocol_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutProtocol */ .rM)(`${result.stdout}${result.stderr}`), 40) }));
}
/** The last `count` lines of a program's output. */
function lastLines(output, count) {
    return output.trimEnd().split('\n').slice(-count).join('\n');
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
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _shell_packed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27431);


/**
 * How scripts tell the runner more than an exit code: marks (marks.ts). A value of letters, digits and a few signs stands
 * there as it is, behind a dot, as it costs no process then; any other one is in base64.
 */
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
as_word() {
  case $1 in *[!A-Za-z0-9_:./,@-]*) word=$(printf %s "$1" | base64 -w0) ;; *) word=.$1 ;; esac
}
named() {
  local line="\${deploy_mark}$1 $2" pair word
  shift 2
  for pair in "$@"; do as_word "\${pair#*=}"; line="$line \${pair%%=*}=$word"; done
  printf '%s\\n' "$line" >&2
}
failure() { named failure "$@"; exit ${namedFailureExitCode}; }
notice() { named notice "$@"; }
fact() {
  local word
  as_word "$2"
  printf '%sfact %s %s\\n' "$deploy_mark" "$1" "$word"
}
`;
/** The value that a word of a mark stands for. */
function textOf(word) {
    return word.startsWith('.') ? word.slice(1) : (0,_shell_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D4)(word);
}
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
        parameters[pair.slice(0, at)] = textOf(pair.slice(at + 1));
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
            facts[key] = textOf(value);
    }
    return facts;
}


/***/ }),

/***/ 38993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ sessionsNeeded)
/* harmony export */ });
/**
 * Sessions that a deployment has open at a time on its connection: the lock's keeper, a script, and, once the run is
 * cancelled, the undo of a script that still runs.
 */
const sessionsNeeded = 3;


/***/ })

};
