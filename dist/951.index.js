export const id = 951;
export const ids = [951];
export const modules = {

/***/ 67951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runnerLog: () => (/* binding */ runnerLog)
/* harmony export */ });
/* harmony import */ var _console_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38588);

/**
 * The runner's log in one language: groups fold, warnings become annotations. Groups do not nest there, so only the
 * outer one folds. Secrets are taken out here, not by the runner's mask alone.
 */
function runnerLog(language, { redact }) {
    let depth = 0;
    return {
        group: async (title, work) => {
            if (depth++ === 0)
                (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh)(redact(title[language]));
            else
                (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)(redact(title[language]));
            try {
                return await work();
            }
            finally {
                if (--depth === 0)
                    (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4)();
            }
        },
        info: (line) => (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)(redact(line[language])),
        warning: (line) => (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .warn */ .R8)(redact(line[language])),
        output: (lines) => (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(redact(lines)),
        debug: (words) => (0,_console_js__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz)(redact(words)),
    };
}


/***/ })

};
