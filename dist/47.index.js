export const id = 47;
export const ids = [47];
export const modules = {

/***/ 34843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _checks_diagnose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93420);
/* harmony import */ var _values_health_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16426);
/* harmony import */ var _observe_icp_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8572);
/* harmony import */ var _observe_outside_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82578);
/* harmony import */ var _observe_wechat_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45448);





/** Checks the site from the internet only. Throws `Failures` with what is wrong, as far as it shows there. */
async function verify(settings, run, record) {
    record.app = settings.app;
    record.domain = settings.site.domain;
    record.httpsPort = settings.site.httpsPort;
    await (0,_observe_outside_js__WEBPACK_IMPORTED_MODULE_3__/* .observeOutside */ .IQ)({
        domain: settings.site.domain,
        httpsPort: settings.site.httpsPort,
        path: settings.health.path ?? '/',
        // As a deploy takes it: a path that was named must answer 200, a root may answer what it likes.
        status: settings.health.status ?? (settings.health.path === undefined ? _values_health_status_js__WEBPACK_IMPORTED_MODULE_1__/* .belowServerError */ .R8 : _values_health_status_js__WEBPACK_IMPORTED_MODULE_1__/* .okStatus */ .Lj),
        fingerprint: undefined,
        publicAddress: settings.publicIp,
        wechatCheck: settings.wechatCheck,
    }, run, record);
    if (record.outside === undefined)
        return;
    const { https } = record.outside;
    if (https?.kind === 'answered')
        record.healthStatus = https.status;
    await (0,_observe_icp_js__WEBPACK_IMPORTED_MODULE_2__/* .observeIcpBlock */ .I)(settings.icpCheck, {}, run, record);
    const failures = (0,_checks_diagnose_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnose */ .h4)({ outside: record.outside });
    const required = await (0,_observe_wechat_js__WEBPACK_IMPORTED_MODULE_4__/* .observeWechat */ .j)(record.outside, settings.wechatCheck, failures, run, record);
    record.verified = failures.length + required.length === 0 && !(0,_observe_outside_js__WEBPACK_IMPORTED_MODULE_3__/* .failsForBlock */ .aV)(settings, record);
    (0,_observe_outside_js__WEBPACK_IMPORTED_MODULE_3__/* .tellOutside */ .R_)(failures, settings, record, required);
}


/***/ }),

/***/ 15610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Az: () => (/* binding */ firstPlace),
/* harmony export */   Xw: () => (/* binding */ placeOfHost),
/* harmony export */   bq: () => (/* binding */ databasePlace),
/* harmony export */   xp: () => (/* binding */ placeOfAddresses)
/* harmony export */ });
const loopback = /^(?:|localhost\.?|localhost\.localdomain|(?:ip6-)?loopback|ip6-localhost|0|0\.0\.0\.0|127(?:\.\d+){1,3}|\[?(?:::|::1|(?:0:){7}[01]|::ffff:127(?:\.\d+){3})\]?)$/;
/** Where a host name or address leads. */
function placeOfHost(host) {
    const name = host.trim().toLowerCase();
    // Without a host the drivers take localhost.
    if (loopback.test(name))
        return 'container';
    return name === 'host.docker.internal' ? 'server' : 'elsewhere';
}
/** Where a list of addresses leads: `a:1,b:2`, each with or without a scheme, a user and a path. */
function placeOfAddresses(list) {
    const hosts = list
        .split(/[,;]/)
        .map((one) => one.trim())
        .filter((one) => one !== '')
        .map(hostOf);
    return firstPlace(hosts.map(placeOfHost));
}
/** The host of an address: of `redis://:password@localhost:6379/0` and of `localhost:6379` it is `localhost`. */
function hostOf(address) {
    const authority = address.replace(/^[\w+.-]+:\/\//, '').replace(/[/?].*$/s, '');
    const host = authority.slice(authority.lastIndexOf('@') + 1);
    return /^(?:::1|::)$/.test(host) ? host : host.replace(/:\d*$/, '');
}
// In the application itself, or asked by a server of their own within it.
const within = /^(?:h2|hsqldb|derby|sqlite|tc|shardingsphere|duckdb|calcite)(?::|$)/;
/** What is put before the name of a driver. */
const wrappers = /^(?:pool|p6spy|log4jdbc|otel|proxy|datasource-proxy|jtds|aws-wrapper)(?=:)/;
/**
 * Where a JDBC or R2DBC URL of a database behind a server leads; undefined for any other, and where it cannot be told.
 */
function databasePlace(url) {
    const [, driver] = /^(?:jdbc|r2dbcs?):(.*)$/is.exec(url.trim()) ?? [];
    if (driver === undefined)
        return undefined;
    let rest = driver;
    while (wrappers.test(rest.toLowerCase()))
        rest = rest.slice(rest.indexOf(':') + 1);
    if (within.test(rest.toLowerCase()))
        return undefined;
    if (/^oracle:/i.test(rest))
        return oraclePlace(rest);
    const [, authority] = /:\/\/([^/?;]*)/.exec(rest) ?? [];
    if (authority === undefined) {
        // `jdbc:postgresql:shop` has no host, and `jdbc:sybase:Tds:host:port` no slashes.
        if (/^postgresql:\/?[^:/]*$/i.test(rest))
            return 'container';
        const [, host] = /^sybase:tds:([^:/?]+)/i.exec(rest) ?? [];
        return host === undefined ? undefined : placeOfHost(host);
    }
    // SQL Server may have its host among the properties, and an instance after it.
    const [, named] = /;\s*servername\s*=\s*([^;]*)/i.exec(rest) ?? [];
    if (authority === '' && named !== undefined)
        return placeOfHost(named);
    const hosts = authority
        .slice(authority.lastIndexOf('@') + 1)
        .split(',')
        .map((one) => /\(\s*host\s*=\s*([^),]*)/i.exec(one)?.[1] ?? one.replace(/:\d*$/, '').replace(/\\.*$/s, ''));
    return firstPlace(hosts.map(placeOfHost));
}
/** `thin:@host:1521:sid`, `thin:@//host:1521/service`, `thin:@(DESCRIPTION=...(HOST=host)...)`. */
function oraclePlace(url) {
    const described = [...url.matchAll(/\(\s*host\s*=\s*([^)]*)\)/gi)].map(([, host]) => placeOfHost(host ?? ''));
    if (described.length > 0)
        return firstPlace(described);
    const [, host] = /@(?:(?:tcps?:)?\/\/)?(\[[^\]]*\]|[^:/?]*)/.exec(url.slice(url.lastIndexOf('@'))) ?? [];
    return host === undefined || host === '' ? undefined : placeOfHost(host);
}
/** The place of several that counts: one that is the container does before all others, since it is never right. */
function firstPlace(places) {
    return places.find((place) => place === 'container') ?? places[0];
}


/***/ })

};
