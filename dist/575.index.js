export const id = 575;
export const ids = [575];
export const modules = {

/***/ 46575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   trustedRoots: () => (/* binding */ trustedRoots)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41692);


/**
 * The roots that this process trusts: Mozilla's, as bundled with Node, and those of NODE_EXTRA_CA_CERTS.
 * Nodes before 22.15 cannot tell the latter, so there only the bundled ones count.
 */
function trustedRoots() {
    const pems = typeof node_tls__WEBPACK_IMPORTED_MODULE_1__.getCACertificates === 'function' ? (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.getCACertificates)('default') : node_tls__WEBPACK_IMPORTED_MODULE_1__.rootCertificates;
    return pems.map((pem) => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(pem));
}


/***/ })

};
