export const id = 541;
export const ids = [541];
export const modules = {

/***/ 67541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);

/** Goes back to a release that was kept on the server, with the same proof as a deploy. */
async function rollback(settings, _run, _record) {
    throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INTERNAL', { detail: `${settings.command} is being built` });
}


/***/ })

};
