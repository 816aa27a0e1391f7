export const id = 546;
export const ids = [546];
export const modules = {

/***/ 53546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   leases: () => (/* binding */ leases)
/* harmony export */ });
/** Who gives back what a run held when it died: an entry for each kind of lease. No command takes one yet. */
const leases = {};


/***/ })

};
