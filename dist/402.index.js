export const id = 402;
export const ids = [402];
export const modules = {

/***/ 77684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   M: () => (/* binding */ unlessCancelled)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** Why a run is not to go on: the failure that is the signal's reason, `CANCELLED` where it has none. */
function reasonOf(cancelled) {
    return cancelled.reason instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR ? cancelled.reason : (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('CANCELLED', {});
}
/**
 * What `work` comes to, or the signal's reason as soon as it is aborted. The work itself is not stopped: what it does
 * elsewhere is for the caller to take back.
 */
async function unlessCancelled(work, cancelled) {
    if (cancelled.aborted)
        throw reasonOf(cancelled);
    const { promise, reject } = Promise.withResolvers();
    const refuse = () => reject(reasonOf(cancelled));
    cancelled.addEventListener('abort', refuse, { once: true });
    try {
        const working = work();
        // Nobody waits for it any more once the run is cancelled, and then its failure is no news.
        working.catch(() => { });
        return await Promise.race([working, promise]);
    }
    finally {
        cancelled.removeEventListener('abort', refuse);
    }
}


/***/ }),

/***/ 47371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ ApiFailure),
/* harmony export */   ad: () => (/* binding */ isRightsRefusal),
/* harmony export */   ii: () => (/* binding */ hasApiCode),
/* harmony export */   tF: () => (/* binding */ apiFailure)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);

/** A call of Tencent's API that failed. Whoever called it may know better what its code means there. */
class ApiFailure extends _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    apiCode;
    mayHaveTakenEffect;
    words;
    constructor({ code, text, evidence }, { apiCode, mayHaveTakenEffect, words }, cause) {
        super(code, text, { evidence, cause });
        this.name = 'ApiFailure';
        this.apiCode = apiCode;
        this.mayHaveTakenEffect = mayHaveTakenEffect;
        this.words = words;
    }
}
/** An `ApiFailure` of the catalogue's entry `code`. */
function apiFailure(code, parameters, error, cause) {
    return new ApiFailure((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(code, parameters), error, cause);
}
/** Whether `error` is a refusal of the API by one of these codes. */
function hasApiCode(error, ...codes) {
    return error instanceof ApiFailure && error.apiCode !== undefined && codes.includes(error.apiCode);
}
/** Whether `error` says that CAM gives no right to the action: `UnauthorizedOperation`, `AuthFailure.UnauthorizedOperation`. */
function isRightsRefusal(error) {
    return error instanceof ApiFailure && /(^|\.)UnauthorizedOperation(\.|$)/.test(error.apiCode ?? '');
}


/***/ })

};
