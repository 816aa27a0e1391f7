export const id = 315;
export const ids = [315];
export const modules = {

/***/ 32315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86732);

/** Says what is on the server. Changes nothing, takes no lock. */
async function status(settings, _run, _record) {
    throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INTERNAL', { detail: `${settings.command} is being built` });
}


/***/ })

};
