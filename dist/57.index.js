export const id = 57;
export const ids = [57];
export const modules = {

/***/ 67732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ diagnoseApplication)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _values_health_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16426);
/* harmony import */ var _values_memory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71798);
/* harmony import */ var _blamed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51177);
/* harmony import */ var _health_body_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4087);





/** What Java says where it is to listen on an address that its machine does not have. */
const unassigned = /BindException: (?:Cannot assign requested address|无法指定被请求的地址)/;
/** What embedded servers say once they listen: "Tomcat started on port 8080 (http)", "Undertow started on port(s) 8080". */
const serving = /started on ports?(?:\(s\))?:? \d+|Started [^ ]+ in [\d.,]+ seconds/;
/** Ports that a JVM or a library opens beside the application's: JMX (and its random one), debugger, xxl-job, Dubbo. */
function isAside(port) {
    return port > 32_767 || [1099, 5005, 9010, 9999, 20_880].includes(port);
}
/**
 * Why an application that fails its health check does so, as far as its container tells; its log is the evidence. Whoever
 * looks, while a version is prepared or after it serves, the same state is the same failure.
 */
function diagnoseApplication(container) {
    const { name, status, exitCode, restarts, port, listening, managementPort, denied, mounts } = container;
    const evidence = container.logLines.length === 0 ? {} : { evidence: (0,_blamed_js__WEBPACK_IMPORTED_MODULE_3__/* .lastLinesOf */ .lS)(container) };
    if (container.oomKilled)
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_OUT_OF_MEMORY', { container: name, restarts, ...enough(container.memory) }, evidence);
    const service = (0,_blamed_js__WEBPACK_IMPORTED_MODULE_3__/* .blamed */ .MV)(container);
    const key = managementPort ? 'management.server.address' : 'server.address';
    const setting = container.listens ?? `env: ${key.replaceAll('.', '_').toUpperCase()}=0.0.0.0`;
    if (status !== 'running') {
        if (container.logLines.some((line) => unassigned.test(line))) {
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('ADDRESS_UNREACHABLE', { key, setting }, evidence);
        }
        return service ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_EXITED', { container: name, exitCode, restarts, denied, mounts }, evidence);
    }
    // What it answers comes before the port on which it was seen to listen.
    if (container.answer !== undefined)
        return service ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('HEALTH_FAILED', wordsOf(container, container.answer), evidence);
    // A debugger's port is open while an application still starts, or waits for what it lacks.
    const serves = container.logLines.some((line) => serving.test(line));
    const elsewhere = listening.filter((one) => serves || !isAside(one));
    if (elsewhere.length > 0 && !listening.includes(port)) {
        const found = { container: name, port, listening: elsewhere.join(', ') };
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(managementPort ? 'MANAGEMENT_OTHER_PORT' : 'APPLICATION_OTHER_PORT', found, evidence);
    }
    if (container.listeningLocally?.includes(port)) {
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_LISTENS_LOCALLY', { container: name, port, key, setting }, evidence);
    }
    return service ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_DOWN', { container: name, status, port, restarts, denied, mounts }, evidence);
}
function wordsOf({ name, port, healthBody = '' }, answer) {
    const { path, status, expected, seconds, steady } = answer;
    const components = (0,_health_body_js__WEBPACK_IMPORTED_MODULE_4__/* .readHealthBody */ .f)(healthBody).down.join(', ');
    const words = { container: name, path, port, status: String(status), expected: (0,_values_health_status_js__WEBPACK_IMPORTED_MODULE_1__/* .renderHealthStatus */ .VM)(expected) };
    return { ...words, seconds, steady, components };
}
/** A limit of memory that suffices rather, and how much of it the heap may take. */
function enough(memory) {
    if (memory === undefined)
        return { memory: '', enough: '', percentage: '' };
    const wanted = Math.max(512 * _values_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .MiB */ .lv, (0,_values_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .memoryBytes */ .ZY)(memory) * 1.5);
    const limit = (0,_values_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .roundedUp */ .Te)(wanted);
    return { memory, enough: limit, percentage: String((0,_values_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .heapPercentage */ .z6)((0,_values_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .memoryBytes */ .ZY)(limit))) };
}


/***/ }),

/***/ 51177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MV: () => (/* binding */ blamed),
/* harmony export */   gP: () => (/* binding */ lacking),
/* harmony export */   lS: () => (/* binding */ lastLinesOf)
/* harmony export */ });
/* harmony import */ var _database_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60253);
/* harmony import */ var _database_cause_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64919);
/* harmony import */ var _health_body_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4087);
/* harmony import */ var _local_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13071);
/* harmony import */ var _log_causes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15657);
/* harmony import */ var _log_observation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1711);






/** How a JVM or Spring Boot says that the application does not start; what follows is why. */
const failedToStart = /Application run failed|APPLICATION FAILED TO START|Application startup failed|Exception in thread "main"|context initialization - cancelling refresh/;
/** How many of its last lines show why an application is not well. */
const shownLines = 60;
/** The last lines of a log, for a person. */
function lastLinesOf({ logLines }) {
    return logLines.slice(-shownLines).join('\n');
}
/**
 * What an application lacks that is not well, as far as its log and the body of its health path tell; undefined: they name
 * nothing that would explain it.
 */
function blamed(observation) {
    const cause = decisive(observation);
    if (cause !== undefined)
        return (0,_log_observation_js__WEBPACK_IMPORTED_MODULE_4__/* .withEvidence */ .K)(cause, evidenceOf(cause, observation));
    // Where a long trace pushed the driver's words out of the log, its frames tell.
    const database = observation.logLines.some(_database_cause_js__WEBPACK_IMPORTED_MODULE_1__/* .speaksOfDatabase */ .w8) ? undefined : (0,_database_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnoseDatabase */ .s)(observation);
    return database ?? (0,_local_service_js__WEBPACK_IMPORTED_MODULE_2__/* .diagnoseRedis */ .mC)(observation) ?? (0,_local_service_js__WEBPACK_IMPORTED_MODULE_2__/* .diagnoseLocalService */ .$2)(observation);
}
function decisive(observation) {
    const body = (0,_health_body_js__WEBPACK_IMPORTED_MODULE_5__/* .readHealthBody */ .f)(observation.healthBody ?? '');
    const causes = lacking((0,_log_causes_js__WEBPACK_IMPORTED_MODULE_3__/* .causesIn */ .M)(observation), body);
    if (body.down.length > 0) {
        const named = causes.filter(({ component }) => body.down.some((name) => component?.test(name)));
        return named.at(-1)?.failure;
    }
    // One that answers errors has started: whatever it lacks counts.
    if ((observation.answer?.status ?? 0) >= 500)
        return causes.at(-1)?.failure;
    const end = observation.logLines.findLastIndex((line) => failedToStart.test(line));
    const since = end === -1 ? [] : (0,_log_causes_js__WEBPACK_IMPORTED_MODULE_3__/* .causesIn */ .M)({ ...observation, logLines: observation.logLines.slice(end) });
    const told = since.findLast(({ component, stops }) => stops || component !== undefined);
    return (told ?? causes.findLast(({ stops }) => stops))?.failure;
}
/** The causes that no component contradicts which the actuator has as well. */
function lacking(causes, { up }) {
    return causes.filter(({ component }) => component === undefined || !up.some((name) => component.test(name)));
}
/** The lines that say so, where they are not among the last ones anyway, and these. */
function evidenceOf({ evidence = '' }, observation) {
    const last = lastLinesOf(observation);
    const [first = ''] = evidence.split('\n');
    return evidence === '' || last.includes(first) ? last : `${evidence}\n…\n${last}`;
}


/***/ }),

/***/ 64919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sj: () => (/* binding */ hasConnected),
/* harmony export */   w8: () => (/* binding */ speaksOfDatabase),
/* harmony export */   zy: () => (/* binding */ databaseCause)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _database_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60253);
/* harmony import */ var _log_levels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65078);
/* harmony import */ var _log_observation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1711);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77217);





/** How the drivers of other databases begin to tell that they reach no server. */
const unreachedElse = /The TCP\/IP connection to the host \S+, port \d+ has failed|The Network Adapter could not establish the connection|ORA-12541|网络通信异常|KSQLException: Connection to|R2dbcNonTransientResourceException|Cannot connect to \S+:(?:3306|5432)\b/;
const unreached = /Communications link failure|Socket fail to connect to host|PSQLException: (?:Connection to \S+ refused|The connection attempt failed)/;
/** What a pool says of a connection that it does not get, whatever the driver. */
const pool = /CannotGetJdbcConnectionException|Failed to obtain JDBC Connection|Unable to (?:acquire|obtain|open) JDBC [Cc]onnection|Could not (?:open|get) JDBC [Cc]onnection|Exception during pool initialization|- Connection is not available, request timed out|create connection (?:SQL)?Exception|init datasource error|GetConnectionTimeoutException/;
const denied = /Access denied for user '[^']*'@|is not allowed to connect|password authentication failed for user|no pg_hba\.conf entry for|FATAL: role "|ORA-01017|SQLServerException: Login failed for user '/;
const absent = /Unknown database '|FATAL: database "[^"]*" does not exist|SQLServerException: Cannot open database "|ORA-1251[48]/;
const full = /(?:Exception|message from server).*Too many connections|remaining connection slots are reserved|too many clients already|ORA-000(?:18|20)\b|max_user_connections/;
const key = /Public Key Retrieval is not allowed/;
const answers = [
    ['DATABASE_ACCESS_DENIED', denied],
    ['DATABASE_MISSING', absent],
    ['DATABASE_FULL', full],
    ['DATABASE_KEY_NOT_SENT', key],
];
/** A pool that has its connections. Druid says `inited` after a failure too. */
const recovered = /(HikariPool-\S+|\{dataSource-\d+[^}]*\}) (?:- (?:Start completed|Added connection)|failContinuous is false)/;
/** Who migrates a schema, over connections of its own. */
const migrated = /Database: jdbc:|Current version of schema |Successfully (?:validated|applied) \d+ migration|Successfully acquired change log lock/;
const poolNamed = /HikariPool-\S+(?= - )|\{dataSource-\d+[^}]*\}/;
const said = [unreached, unreachedElse, pool, ...answers.map(([, words]) => words)];
/** How the actuator names data sources. */
const component = /^db(?:\.|$)|dataSource|^r2dbc/i;
/** Whether a line speaks of a database that the application does not get at. */
function speaksOfDatabase(line) {
    return said.some((words) => words.test(line)) && !(0,_log_levels_js__WEBPACK_IMPORTED_MODULE_3__/* .isInfo */ .T)(line);
}
/** Whether a line says that a connection to a database was made. */
function hasConnected(line) {
    return recovered.test(line) || migrated.test(line);
}
/** Why the application has no connection to its database, as its log says it last, unless it has one since. */
function databaseCause(logged) {
    const { name, logLines } = logged;
    const at = logLines.findLastIndex((line, index) => speaksOfDatabase(line) && !hasRecovered(logLines, index));
    if (at === -1)
        return undefined;
    const found = { at, component, stops: true };
    const since = logLines.slice((0,_reach_js__WEBPACK_IMPORTED_MODULE_4__/* .startOfMessage */ .Tv)(logLines, at));
    const evidence = (0,_reach_js__WEBPACK_IMPORTED_MODULE_4__/* .excerptAt */ .LA)(logLines, (0,_reach_js__WEBPACK_IMPORTED_MODULE_4__/* .startOfMessage */ .Tv)(logLines, at));
    const last = (...words) => since.findLastIndex((line) => words.some((one) => one.test(line)));
    const [answer] = answers
        .map(([code, words]) => ({ code, at: last(words) }))
        .toSorted((one, other) => other.at - one.at);
    if (answer !== undefined && answer.at !== -1 && answer.at >= last(unreached, unreachedElse)) {
        return { ...found, failure: (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(answer.code, { container: name }, { evidence }) };
    }
    // Told in the words of the driver that is known best, so that one place tells refused from silent and unknown.
    const retold = since.map((line) => (unreachedElse.test(line) ? `Communications link failure: ${line}` : line));
    const known = (0,_database_js__WEBPACK_IMPORTED_MODULE_1__/* .diagnoseDatabase */ .s)({ ..._log_observation_js__WEBPACK_IMPORTED_MODULE_2__/* .restOfObservation */ .G, ...logged, logLines: retold });
    if (known !== undefined)
        return { ...found, failure: (0,_log_observation_js__WEBPACK_IMPORTED_MODULE_2__/* .withEvidence */ .K)(known, evidence) };
    return { ...found, failure: (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DATABASE_UNREACHABLE', { container: name }, { evidence }) };
}
/** Whether the pool that a line speaks of, or any where it names none, had its connections after that. */
function hasRecovered(lines, at) {
    const of = poolNamed.exec(lines.slice((0,_reach_js__WEBPACK_IMPORTED_MODULE_4__/* .startOfMessage */ .Tv)(lines, at), at + 1).join('\n'))?.[0];
    return lines.slice(at + 1).some((line) => {
        const name = recovered.exec(line)?.[1];
        return of === undefined ? hasConnected(line) : name === of;
    });
}


/***/ }),

/***/ 60253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ diagnoseDatabase)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _values_database_place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15610);
/* harmony import */ var _local_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13071);



/** How the drivers begin to tell that they reach no server. */
const unreached = new RegExp([
    'Communications link failure',
    'Socket fail to connect to host',
    'PSQLException: (?:Connection to \\S+ refused|The connection attempt failed|到 \\S+ 的连接被拒绝|尝试连线已失败)',
    'The TCP/IP connection to the host \\S+ port \\d+ has failed',
    'The Network Adapter could not establish the connection',
    'ORA-1(?:2541|7002|2514|2170)',
    'DMException: .*(?:网络通信异常|Network communication error)',
    'R2dbcNonTransientResourceException: Cannot connect to',
].join('|'));
/** What a pool of connections says whose driver's own words are not in the log any more. */
const pooled = /Exception during pool initialization|create connection SQLException|CannotGetJdbcConnectionException|Failed to obtain JDBC Connection|\bat (?:com\.mysql|org\.mariadb|org\.postgresql|oracle\.(?:jdbc|net)|com\.microsoft\.sqlserver|dm\.jdbc|com\.zaxxer\.hikari|com\.alibaba\.druid)\./;
/** How databases turn a user away: by name and password, by the rights to a database, by the address. */
const denied = /Access denied for user '[^']*'@|Host '[^']*' is not allowed to connect|password authentication failed for user|no pg_hba\.conf entry for/;
/** What Java says of a connection, innermost cause. */
const causes = {
    refused: /ConnectException: (?:Connection refused|拒绝连接)|Connection refused: |PSQLException: .*refused/,
    silent: /(?:SocketTimeoutException: \w+ timed out|NoRouteToHostException|ConnectException: Connection timed out|ConnectTimeoutException)/i,
    unknown: /UnknownHostException/,
};
/** The host that a driver names; that of MySQL names none. */
const named = /address=\(host=([^)]*)\)|Socket fail to connect to host:([^,(\s]+),|Connection to (\S+):\d+ refused|到 (\S+):\d+ 的连接被拒绝|connection to the host ([^,\s]+), port|R2dbcNonTransientResourceException: Cannot connect to ([^/:\s]+)/;
/**
 * Why the application does not get at its database, where its log says so; the last that it says counts. No name of a
 * user or a host is in the words: these may come from `env`.
 */
function diagnoseDatabase(observation) {
    const { name, database, logLines } = observation;
    const evidence = { evidence: logLines.join('\n') };
    const lastUnreached = lastSign(logLines);
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
    const port = portOf(logLines);
    if (placeIn(logLines, database) === 'container') {
        const standard = `env: SPRING_DATASOURCE_URL=jdbc:${port === '5432' ? 'postgresql' : 'mysql'}://host.docker.internal:${port}/...`;
        const settings = (0,_local_service_js__WEBPACK_IMPORTED_MODULE_1__/* .settingsOf */ .f5)(observation, 'database') ?? standard;
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DATABASE_AT_LOCALHOST', { container: name, settings }, evidence);
    }
    if (caused(causes.refused))
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DATABASE_REFUSED', { container: name }, evidence);
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DATABASE_SILENT', { container: name, port }, evidence);
}
/** The last line that tells of a server that is not reached. */
function lastSign(logLines) {
    const last = logLines.findLastIndex((line) => unreached.test(line));
    if (last !== -1 || !logLines.some((line) => pooled.test(line)))
        return last;
    // A long trace may have pushed the driver's words out of the log; what is left of it ends with the cause.
    return logLines.findIndex((line) => pooled.test(line));
}
/** Where the driver looked, as it says itself, else as the configuration has it. */
function placeIn(logLines, configured) {
    const match = named.exec(logLines.findLast((line) => named.test(line)) ?? '');
    const host = match?.slice(1).find((group) => group !== undefined);
    return host === undefined ? configured : (0,_values_database_place_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOfHost */ .Xw)(host);
}
/** The port that the driver's kind of database has as it is installed. */
function portOf(logLines) {
    const says = (words) => logLines.some((line) => words.test(line));
    if (says(/PSQLException|\borg\.postgresql\./))
        return '5432';
    if (says(/SQLServerException/))
        return '1433';
    return says(/\bORA-\d{5}|oracle\.net\./) ? '1521' : '3306';
}


/***/ }),

/***/ 4087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readHealthBody)
/* harmony export */ });
/** States of a component that do not make an application's health worse. */
const well = /^(?:UP|UNKNOWN)$/i;
/** Names that are shown; what else an application calls its components is not for a log. */
const nameForm = /^[\w-]{1,60}$/;
const mostNames = 10;
const deepest = 5;
/**
 * Reads the JSON that the actuator of Spring Boot answers: components at the top level (1.x), below `details` (2.0, 2.1) or
 * `components` (from 2.2 on), which may be nested. Details of a component, which may hold anything, are never given on.
 */
function readHealthBody(body) {
    const nothing = { status: undefined, down: [], up: [] };
    const json = parsed(body);
    if (json === undefined)
        return nothing;
    const leaves = componentsIn(json, '', 0);
    const names = (ok) => leaves.filter(({ status }) => well.test(status) === ok).map(({ name }) => name);
    return { status: stateOf(json), down: names(false).slice(0, mostNames), up: names(true) };
}
/** The components below an object that have none themselves below them. */
function componentsIn(json, above, depth) {
    if (depth > deepest)
        return [];
    const below = isObject(json.components) ? json.components : isObject(json.details) ? json.details : json;
    return Object.entries(below).flatMap(([key, value]) => {
        if (!isObject(value) || !nameForm.test(key))
            return [];
        const status = stateOf(value);
        if (status === undefined)
            return [];
        const name = above === '' ? key : `${above}.${key}`;
        const inner = componentsIn(value, name, depth + 1);
        return inner.length > 0 ? inner : [{ name, status }];
    });
}
/** `status` is a word, or since Boot 2 an object with a code where a view of its own says so. */
function stateOf({ status }) {
    const word = isObject(status) ? status.code : status;
    return typeof word === 'string' && /^[A-Z_]{1,40}$/i.test(word) ? word.toUpperCase() : undefined;
}
function parsed(body) {
    try {
        const json = JSON.parse(body);
        return isObject(json) ? json : undefined;
    }
    catch {
        return undefined;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 13071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ diagnoseLocalService),
/* harmony export */   RI: () => (/* binding */ servicesAtLocalhost),
/* harmony export */   f5: () => (/* binding */ settingsOf),
/* harmony export */   mC: () => (/* binding */ diagnoseRedis)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** What leads the services of a kind that the application looks for at localhost to the server; undefined: it has none. */
function settingsOf({ local }, kind) {
    const settings = (local ?? []).filter((one) => one.kind === kind).map(({ setting }) => setting);
    return settings.length === 0 ? undefined : settings.join('`, `');
}
/** What clients of redis say that they reach no server, and the host that they name. */
const redisUnreached = /RedisConnectionFailureException|RedisConnectionException|JedisConnectionException|Cannot get Jedis connection|Could not get a resource from the pool|Unable to connect to Redis/;
const redisHost = /(?:nable to connect to (?:Redis server: )?|connecting to "?|refused: (?:no further information: )?)(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|[\w.-]+)(?:\/\S*?)?:\d+/;
/** Why the application does not get at redis, where its log says so and it looks for it within its own container. */
function diagnoseRedis(observation) {
    const { name, logLines } = observation;
    const at = logLines.findLastIndex((line) => redisUnreached.test(line));
    if (at === -1)
        return undefined;
    const configured = settingsOf(observation, 'redis');
    const [, host] = redisHost.exec(logLines.findLast((line) => redisHost.test(line)) ?? '') ?? [];
    const local = host === undefined ? configured !== undefined : isLoopback(host);
    if (!local)
        return undefined;
    const standard = 'env: SPRING_DATA_REDIS_HOST=host.docker.internal (Spring Boot 2: SPRING_REDIS_HOST)';
    const settings = configured ?? standard;
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('REDIS_AT_LOCALHOST', { container: name, settings }, { evidence: logLines.join('\n') });
}
function isLoopback(host) {
    return /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);
}
/** What the clients of other services say by their names. */
const clients = {
    rabbitmq: /Amqp\w*Exception|com\.rabbitmq\./,
    mongodb: /com\.mongodb\.|Mongo\w+Exception/,
    elasticsearch: /[Ee]lasticsearch/,
    kafka: /org\.apache\.kafka\.|Connection to node -?\d+/,
    mail: /MailConnectException|Could not connect to SMTP|Couldn't connect to host, port/,
    nacos: /com\.alibaba\.nacos\./,
    eureka: /com\.netflix\.(?:eureka|discovery)\./,
    consul: /[Cc]onsul/,
    zookeeper: /org\.apache\.(?:zookeeper|curator)\./,
    rocketmq: /rocketmq/i,
    minio: /io\.minio\./,
    activemq: /activemq|artemis/i,
};
const refused = /Connection refused|拒绝连接|Couldn't connect to host|Client not connected|could not be established|ConnectException/;
/** The services that the application looks for within its own container, where its log says that one refuses. */
function diagnoseLocalService({ local, logLines }) {
    if (local === undefined || !logLines.some((line) => refused.test(line)))
        return undefined;
    const blamed = local.filter(({ kind }) => {
        const words = clients[kind];
        return words !== undefined && logLines.some((line) => words.test(line));
    });
    return blamed.length === 0 ? undefined : servicesAtLocalhost(blamed, logLines.join('\n'));
}
/** The warning of a plan, and the failure of an application, that looks for services within its own container. */
function servicesAtLocalhost(services, evidence) {
    const keys = services.map(({ key }) => key).join(', ');
    const settings = services.map(({ setting }) => setting).join('`, `');
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('SERVICE_AT_LOCALHOST', { keys, settings }, { evidence });
}


/***/ }),

/***/ 15657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ causesIn)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/checks/database-cause.js
var database_cause = __webpack_require__(64919);
// EXTERNAL MODULE: ./.build/lib/checks/local-service.js
var local_service = __webpack_require__(13071);
// EXTERNAL MODULE: ./.build/lib/checks/log-levels.js
var log_levels = __webpack_require__(65078);
// EXTERNAL MODULE: ./.build/lib/checks/log-observation.js
var log_observation = __webpack_require__(1711);
;// CONCATENATED MODULE: ./.build/lib/checks/log-services.js
/** Redis, by its three usual clients: Lettuce, Jedis, Redisson. */
const redis = {
    service: 'Redis',
    kind: 'redis',
    component: /^redis/i,
    unreached: /Unable to connect to Redis|RedisConnection(?:Failure)?Exception: (?!DENIED)|JedisConnectionException|Cannot get Jedis connection|ConnectionWatchdog.*Cannot reconnect to \[|RedisCommandTimeoutException|RedisTimeoutException/,
    denied: /NOAUTH|WRONGPASS|ERR invalid password|ERR AUTH <password> called without|ERR Client sent AUTH|DENIED Redis is running in protected mode/,
    recovered: /ConnectionWatchdog.*Reconnected to |\d+ connections initialized for /,
};
/** A mail server. */
const mail = {
    service: 'SMTP',
    kind: 'mail',
    component: /^mail/i,
    unreached: /MailConnectException|Could(?:n't| not) connect to (?:SMTP )?host[:,]|Mail server connection failed|Mail server is not available/,
    denied: /MailAuthenticationException|mail\.AuthenticationFailedException|MessagingException: 535/,
};
/** Other services that applications of Spring Boot use, which all go on trying while the application answers. */
const otherServices = [
    {
        service: 'RabbitMQ',
        kind: 'rabbitmq',
        component: /^rabbit/i,
        unreached: /AmqpConnectException|AmqpIOException|AmqpTimeoutException|Attempting to connect to: \[.*\bConnectionFactory/,
        denied: /AmqpAuthenticationException|ACCESS_REFUSED|com\.rabbitmq\.client\.AuthenticationFailureException/,
        recovered: /Created new connection: /,
    },
    {
        service: 'Kafka',
        kind: 'kafka',
        component: /^(?:kafka|binders)/i,
        unreached: /Connection to node -?\d+ (?:\(\S+\) )?could not be established|Bootstrap broker \S+ .*disconnected|No resolvable bootstrap urls/,
        denied: /SaslAuthenticationException|TopicAuthorizationException/,
        recovered: /\bCluster ID: |Discovered group coordinator |Successfully joined group|partitions assigned|ProducerId set to /,
    },
    {
        service: 'MongoDB',
        kind: 'mongodb',
        component: /^(?:reactive)?mongo/i,
        unreached: /Mongo(?:SocketOpen|SocketRead|SocketReadTimeout|Timeout|Socket)Exception|Exception in monitor thread while connecting/,
        denied: /MongoSecurityException|MongoCommandException: Command failed with error (?:13|18)\b/,
        recovered: /Monitor thread successfully connected to server|Opened connection \[connectionId|Discovered replica set primary/,
    },
    {
        service: 'Elasticsearch',
        kind: 'elasticsearch',
        component: /elasticsearch/i,
        unreached: /NoNodeAvailableException|Elasticsearch health check failed|org\.elasticsearch\.client\.RestClient.*Connect(?:ion)?(?: r|Exception)/,
        denied: /ElasticsearchStatusException.*security_exception|\[security_exception\]/,
    },
    {
        service: 'Nacos',
        kind: 'nacos',
        component: /^nacos/i,
        unreached: /Server check fail, please check server|Client not connected, ?current status|NacosException.*(?:failed to req API|Client not connected|endpoint is blank)|\[?NACOS\b.*Connection refused/,
        denied: /NacosException.*(?:user not found|unknown user|authorization failed|Code: ?403|403 Forbidden)/i,
        recovered: /Success to connect to server \[|nacos registry,.* register finished/,
    },
    {
        service: 'Eureka',
        kind: 'eureka',
        component: /eureka|^discovery/i,
        unreached: /Cannot execute request on any known server|TransportException.*discovery|was unable to (?:send heartbeat|refresh its cache)/,
        recovered: /registration status: 204|DiscoveryClient.*The response status is 200/,
    },
    {
        service: 'Consul',
        kind: 'consul',
        component: /^consul/i,
        unreached: /com\.ecwid\.consul\.transport\.TransportException|consul.*OperationException/,
    },
    {
        service: 'ZooKeeper',
        kind: 'zookeeper',
        component: /^zookeeper/i,
        unreached: /KeeperErrorCode = ConnectionLoss|ClientCnxn.*(?:closing socket connection and attempting reconnect|Closing socket connection\. Attempting reconnect)|zookeeper not connected/i,
        recovered: /Session establishment complete on server/,
    },
    {
        service: 'RocketMQ',
        kind: 'rocketmq',
        component: /^rocket/i,
        unreached: /RemotingConnectException|RemotingTooMuchRequestException|MQClientException: (?:No name server address|connect to)/,
        denied: /AclException/,
    },
    {
        service: 'ActiveMQ',
        kind: 'activemq',
        component: /^jms/i,
        unreached: /Could not connect to broker URL|Could not refresh JMS Connection|Failed to connect to \[(?:tcp|ssl|nio):/,
        denied: /JMSSecurityException/,
        recovered: /Successfully (?:re)?connected to tcp:|Successfully refreshed JMS Connection/,
    },
    {
        service: 'MQTT',
        kind: 'mqtt',
        component: /^mqtt/i,
        unreached: /MqttException.*(?:Unable to connect|\(32103\))|(?:Unable to connect to server|Connection lost) \(321\d\d\)/,
        denied: /MqttSecurityException/,
    },
    {
        service: 'XXL-JOB',
        kind: 'xxl-job',
        unreached: /xxl-job (?:registry error|remoting error)/,
        denied: /xxl-job registry fail/,
        recovered: /xxl-job registry success/,
    },
    {
        service: 'Spring Cloud Config',
        kind: 'config-server',
        component: /^configServer/,
        unreached: /Could not locate PropertySource|ConfigClientFailFastException/,
        recovered: /Located (?:property source|environment)/,
    },
    {
        service: 'Apollo',
        unreached: /ApolloConfigException|apollo.*Load config failed/i,
    },
    {
        service: 'Seata',
        kind: 'seata',
        unreached: /can not (?:connect to services-server|get cluster name in registry config|register RM|connect to \[)/,
        recovered: /register (?:TM|RM) success/i,
    },
    {
        service: 'LDAP',
        kind: 'ldap',
        component: /^ldap/i,
        unreached: /ldap.*CommunicationException|javax\.naming\.CommunicationException/,
        denied: /LDAP: error code 49/,
    },
    {
        service: 'Cassandra',
        kind: 'cassandra',
        component: /^cassandra/i,
        unreached: /AllNodesFailedException|NoHostAvailableException/,
    },
    {
        service: 'Neo4j',
        kind: 'neo4j',
        component: /^neo4j/i,
        unreached: /neo4j.*ServiceUnavailableException/,
    },
    {
        service: 'Spring Boot Admin',
        unreached: /Failed to register application as Application/,
        recovered: /Application registered itself as/,
    },
];

;// CONCATENATED MODULE: ./.build/lib/checks/missing-variable.js

/** How frameworks say that a variable or property is not set; each names it. */
const byFrameworks = [
    /Could not resolve placeholder '([\w.-]+)'/,
    /Required key '([\w.-]+)' not found/,
    /declared as required but could not be resolved: \[([\w.-]+)/,
    /claims to not accept jdbcUrl, \$\{([\w.-]+)/,
    // An expression of a template or a mapper is no placeholder.
    /^(?!.*(?:[Tt]emplate|[Ee]xpression|ibatis|freemarker|thymeleaf|velocity)).*Exception.*["'\s(]\$\{([A-Za-z_][\w.-]*)(?::[^}]*)?\}/,
];
/** How applications say so. */
const byApplications = [
    /[Ee]nv(?:ironment)?[ -]?(?:variable|var)s?:? ['"`$]?\{?([A-Za-z_][\w.-]*)\}?['"`]? (?:is |was |must be |has |not )+(?:set|null|defined|found|missing|required|empty|present|provided|configured|been set)/,
    /(?:[Mm]issing|[Uu]nset|[Uu]ndefined)(?: the)?(?: required)?(?: mandatory)? (?:[Ee]nv(?:ironment)? ?(?:variable|var)?|[Vv]ariable|[Pp]roperty|[Cc]onfiguration)s?:? ['"`[$]?\{?([A-Za-z_][\w.-]*)/,
];
/** A variable's or a property's name; a single word may as well be a field of a request. */
const nameForm = /^(?:[A-Z][A-Z\d_]{3,}|[A-Za-z][\w-]*(?:\.[A-Za-z\d][\w-]*)+)$/;
const noDataSource = /Failed to (?:configure|determine) a (?:DataSource|suitable driver)|'url' attribute is not specified/;
/** The variable or property of which a line of a log says that it is not set; undefined: it says so of none. */
function missingVariable(line) {
    const named = (forms) => forms.map((words) => words.exec(line)?.[1]).find((one) => one !== undefined);
    const variable = named(byFrameworks) ?? ((0,log_levels/* isInfo */.T)(line) ? undefined : byApplication(named(byApplications)));
    if (variable !== undefined && variable.length <= 100)
        return variable;
    return noDataSource.test(line) ? 'spring.datasource.url' : undefined;
}
function byApplication(name) {
    const bare = name?.replace(/[.-]+$/, '');
    return bare !== undefined && nameForm.test(bare) ? bare : undefined;
}

// EXTERNAL MODULE: ./.build/lib/checks/reach.js
var reach = __webpack_require__(77217);
;// CONCATENATED MODULE: ./.build/lib/checks/log-causes.js








/**
 * What the log of an application says that it lacks, one cause a service, in the order in which the log says them last.
 * What works again is left out. No host, user or value is in the words: they may come from `env`.
 */
function causesIn(all) {
    const { name } = all;
    const logged = { ...all, logLines: (0,log_levels/* withoutDetail */.s)(all.logLines, hasRecovered) };
    const found = [
        (0,database_cause/* databaseCause */.zy)(logged),
        serviceCause(logged, redis, {
            unreached: ({ how, local, evidence }, lines) => (0,local_service/* diagnoseRedis */.mC)({ ...log_observation/* restOfObservation */.G, ...logged, logLines: lines }) ??
                (0,failure/* failure */.V2)('REDIS_UNREACHABLE', { container: name, how, local }, { evidence }),
            denied: (evidence) => (0,failure/* failure */.V2)('REDIS_ACCESS_DENIED', { container: name }, { evidence }),
        }),
        serviceCause(logged, mail, {
            unreached: ({ how, local, evidence }) => (0,failure/* failure */.V2)('MAIL_UNREACHABLE', { container: name, how, local }, { evidence }),
            denied: (evidence) => (0,failure/* failure */.V2)('MAIL_ACCESS_DENIED', { container: name }, { evidence }),
        }),
        ...otherServices.map((words) => {
            const { service } = words;
            return serviceCause(logged, words, {
                unreached: ({ how, local, evidence }) => (0,failure/* failure */.V2)('SERVICE_UNREACHABLE', { container: name, service, how, local }, { evidence }),
                denied: (evidence) => (0,failure/* failure */.V2)('SERVICE_ACCESS_DENIED', { container: name, service }, { evidence }),
            });
        }),
        portInUse(logged),
        ...missingVariables(logged),
    ].filter((cause) => cause !== undefined);
    const unnamed = found.length > 0 ? undefined : unnamedService(logged);
    return [...found, ...(unnamed === undefined ? [] : [unnamed])].toSorted((one, other) => one.at - other.at);
}
const services = [redis, mail, ...otherServices];
/** Whether a line says that something is reached again. */
function hasRecovered(line) {
    return (0,database_cause/* hasConnected */.Sj)(line) || services.some(({ recovered }) => recovered?.test(line));
}
function serviceCause(logged, { kind, component, unreached, denied, recovered }, wording) {
    const { logLines } = logged;
    const last = (words) => words === undefined ? -1 : logLines.findLastIndex((line) => words.test(line));
    const atUnreached = last(unreached);
    const atDenied = denied === undefined ? -1 : logLines.findLastIndex((line) => denied.test(line) && !(0,log_levels/* isInfo */.T)(line));
    const at = Math.max(atUnreached, atDenied);
    if (at === -1 || last(recovered) > at)
        return undefined;
    const found = { at, component, stops: kind === 'redis' };
    const start = (0,reach/* startOfMessage */.Tv)(logLines, at);
    const evidence = (0,reach/* excerptAt */.LA)(logLines, start);
    // Clients say that they do not connect, and then why: because they were turned away.
    if (atDenied >= atUnreached)
        return { ...found, failure: wording.denied(evidence) };
    const lines = (0,reach/* exceptionAt */.LE)(logLines, start);
    const looked = (logged.local ?? []).filter((one) => one.kind === kind && kind !== 'redis');
    if (looked.length > 0)
        return { ...found, failure: (0,local_service/* servicesAtLocalhost */.RI)(looked, evidence) };
    const miss = { how: (0,reach/* missedBy */.jL)(lines), local: (0,reach/* namesLocalhost */.sj)(lines), evidence };
    return { ...found, failure: (0,log_observation/* withEvidence */.K)(wording.unreached(miss, lines), evidence) };
}
const inUse = /Port (\d+) was already in use|listen on port (\d+) failed to start|Address already in use|地址已在使用/;
/** A second listener of the application, or another program in its container, has the port. */
function portInUse({ name, logLines }) {
    const at = logLines.findLastIndex((line) => inUse.test(line) && !(0,log_levels/* isInfo */.T)(line));
    if (at === -1)
        return undefined;
    const near = logLines.slice(Math.max(0, at - 3), at + 4).join('\n');
    const port = /Port (\d+) was already in use|listen on port (\d+) failed|:(\d{2,5})\b(?=.*Address already in use)/.exec(near);
    return {
        at,
        component: undefined,
        stops: true,
        failure: (0,failure/* failure */.V2)('APPLICATION_PORT_IN_USE', { container: name, port: port?.slice(1).find((group) => group !== undefined) ?? '' }, { evidence: (0,reach/* excerptAt */.LA)(logLines, at) }),
    };
}
function missingVariables({ name, logLines }) {
    const found = new Map();
    for (const [at, line] of logLines.entries()) {
        const variable = missingVariable(line);
        if (variable !== undefined)
            found.set(variable, at);
    }
    return [...found].slice(-5).map(([variable, at]) => ({
        at,
        component: undefined,
        stops: true,
        failure: (0,failure/* failure */.V2)('VARIABLE_MISSING', { container: name, variable }, { evidence: (0,reach/* excerptAt */.LA)(logLines, at) }),
    }));
}
const refusedConnection = /(?:ConnectException|HttpHostConnectException).*(?:Connection refused|拒绝连接)/;
/** A connection that was refused to something that no known client speaks of. */
function unnamedService({ name, logLines }) {
    const known = (line) => (0,database_cause/* speaksOfDatabase */.w8)(line) || services.some(({ unreached }) => unreached.test(line));
    const reachedSince = (words, at) => services.some(({ kind, service, recovered }) => recovered !== undefined &&
        words.toLowerCase().includes(kind ?? service.toLowerCase()) &&
        logLines.slice(at + 1).some((line) => recovered.test(line)));
    const at = logLines.findLastIndex((line, index) => {
        if (!refusedConnection.test(line) || (0,log_levels/* isInfo */.T)(line))
            return false;
        const said = logLines.slice((0,reach/* startOfMessage */.Tv)(logLines, index), index + 1);
        return !said.some(known) && !reachedSince(said.join('\n'), index);
    });
    if (at === -1)
        return undefined;
    const start = (0,reach/* startOfMessage */.Tv)(logLines, at);
    const local = (0,reach/* namesLocalhost */.sj)(logLines.slice(start, at + 1));
    const evidence = (0,reach/* excerptAt */.LA)(logLines, start);
    return {
        at,
        component: undefined,
        stops: false,
        failure: (0,failure/* failure */.V2)('SERVICE_UNREACHABLE', { container: name, service: '', how: 'refused', local }, { evidence }),
    };
}


/***/ }),

/***/ 65078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isInfo),
/* harmony export */   s: () => (/* binding */ withoutDetail)
/* harmony export */ });
/** The level of a message, where its first line has one near the front, or as a field of JSON. */
const written = /^(?!Caused by|\s).{0,60}?\b(TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b|^\{.*?"(?:log\.)?(?:level|severity)"\s*:\s*"(\w+)"/;
/** Begins a message without a level: with a time, as an object of JSON, or as a thread's last words. */
const unlevelled = /^(?!Caused by|\s).{0,30}\d\d:\d\d:\d\d|^\{"|^Exception in thread /;
function levelOf(line) {
    const [, word, field] = written.exec(line) ?? [];
    return (word ?? field)?.toUpperCase();
}
/** Whether a line begins a message of level INFO: it tells of the application's work, whatever words are in it. */
function isInfo(line) {
    return levelOf(line) === 'INFO';
}
/**
 * A log without its messages for developers (TRACE, DEBUG) and their stacks: what fails there was expected to; `kept`
 * stay.
 */
function withoutDetail(lines, kept) {
    let isDetail = false;
    return lines.filter((line) => {
        const level = levelOf(line);
        if (level !== undefined)
            isDetail = level === 'TRACE' || level === 'DEBUG';
        else if (unlevelled.test(line))
            isDetail = false;
        return !isDetail || kept(line);
    });
}


/***/ }),

/***/ 1711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ restOfObservation),
/* harmony export */   K: () => (/* binding */ withEvidence)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** What a diagnosis by the log alone does not go by. */
const restOfObservation = {
    status: 'running',
    exitCode: 0,
    oomKilled: false,
    restarts: 0,
    port: 0,
    listening: [],
};
/** A failure with other lines as its evidence. */
function withEvidence({ code, text }, evidence) {
    return new _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(code, text, { evidence });
}


/***/ }),

/***/ 77217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LA: () => (/* binding */ excerptAt),
/* harmony export */   LE: () => (/* binding */ exceptionAt),
/* harmony export */   Tv: () => (/* binding */ startOfMessage),
/* harmony export */   jL: () => (/* binding */ missedBy),
/* harmony export */   sj: () => (/* binding */ namesLocalhost)
/* harmony export */ });
const refused = /Connection refused|拒绝连接/;
const silent = /SocketTimeoutException|ConnectTimeoutException|connect(?:ion)? timed out|NoRouteToHostException|No route to host|Network is unreachable|timeout \d+\)?;?$/i;
const unknownName = /UnknownHostException|UnresolvedAddressException|Name or service not known|failed to resolve|No resolvable/i;
/** What the lines of one exception say of the connection; the innermost cause, which is told last, counts. */
function missedBy(lines) {
    const last = (words) => lines.findLastIndex((line) => words.test(line));
    const found = [
        ['unknown-name', last(unknownName)],
        ['refused', last(refused)],
        ['silent', last(silent)],
    ].filter(([, at]) => at !== -1);
    return found.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 'unclear';
}
/** Whether lines name the container itself as the address: `localhost/<unresolved>:6379`, `127.0.0.1, 25`. */
function namesLocalhost(lines) {
    return lines.some((line) => /(?:^|[^\w.-])(?:localhost|127\.0\.0\.1|\[?(?:0:0:0:0:0:0:0:1|::1)\]?)(?:\/[\w.<>:\]]*?)?(?::|, )\d{2,5}\b/.test(line));
}
/** Frames of a stack: of no use to a person who looks for the cause, and far more lines than that. */
const frame = /^\s+at [\w.$/<>@-]+|^\s+\.\.\. \d+ (?:more|common frames omitted)|^\s*\|_\s/;
/** How a message of a log begins: with a time, with its level near the front, or as an object of JSON. */
const message = /^(?!Caused by|\s).{0,30}\d\d:\d\d:\d\d|^(?!Caused by|\s).{0,60}\b(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b|^\{"/;
/** The line at which the message begins that the line `at` belongs to. */
function startOfMessage(lines, at) {
    const before = lines.slice(Math.max(0, at - 400), at + 1).findLastIndex((line) => message.test(line));
    return before === -1 ? at : Math.max(0, at - 400) + before;
}
/** The lines of the exception that begins or goes on at `at`: up to the next line that is a message of its own. */
function exceptionAt(lines, at) {
    const found = [lines[at] ?? ''];
    for (const line of lines.slice(at + 1, at + 400)) {
        if (message.test(line))
            break;
        if (!frame.test(line))
            found.push(line);
    }
    return found;
}
/** The lines that show what a log says at `at`, for a person: what came before it, and the exception without its frames. */
function excerptAt(lines, at) {
    const before = lines.slice(Math.max(0, at - 3), at).filter((line) => !frame.test(line));
    return [...before, ...exceptionAt(lines, at).slice(0, 30)].join('\n');
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
