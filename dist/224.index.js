export const id = 224;
export const ids = [224];
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





/** Looks at the site from outside only. Throws `Failures` with what is wrong, as far as it can be told from there. */
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


/***/ })

};
