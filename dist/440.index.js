export const id = 440;
export const ids = [440];
export const modules = {

/***/ 43482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ listenForCancel),
/* harmony export */   n: () => (/* binding */ endSoon)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/**
 * Milliseconds that a run has from a signal to its report. The runner sends SIGINT, 7.5 s later SIGTERM, 2.5 s later
 * SIGKILL; SIGTERM alone comes from a machine that shuts down.
 */
const grace = { SIGINT: 6500, SIGTERM: 1000 };
/** Hears the signals that cancel this process, which they no longer end. */
function listenForCancel() {
    const [person, clock] = [new AbortController(), new AbortController()];
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            person.abort();
            setTimeout(() => clock.abort(), grace[signal]).unref();
        });
    }
    return {
        cancelled: person.signal,
        graceOver: clock.signal,
        sleep: (milliseconds) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal: clock.signal }),
    };
}
/** Lets the process end: by itself, or in a second where work that nobody waits for any more keeps it alive. */
function endSoon() {
    setTimeout(() => process.exit(), 1000).unref();
}


/***/ }),

/***/ 38588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ debug),
  N4: () => (/* binding */ endGroup),
  fJ: () => (/* binding */ fail),
  jD: () => (/* binding */ hide),
  U: () => (/* binding */ resume),
  cv: () => (/* binding */ say),
  WU: () => (/* binding */ show),
  Oh: () => (/* binding */ startGroup),
  R8: () => (/* binding */ warn)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
;// CONCATENATED MODULE: ./.build/lib/action/inert.js
/**
 * Words for the runner's log that act on nothing there. A line that begins with `::name::` is a command to the runner, one
 * that holds `##[` is a command anywhere in it and a colour or a fold on the page of the run: a space breaks both. A
 * carriage return ends a line for the runner too (.NET, StreamReader.ReadLine).
 */
function inert(words) {
    return withoutColours(words).replace(/^([\s\u0085]*)::(?=[^\r\n]*::)/gm, '$1: :');
}
/** Words in which nothing is a colour or a fold on the page of the run. */
function withoutColours(words) {
    return words.replaceAll('##[', '## [');
}

;// CONCATENATED MODULE: ./.build/lib/action/console.js



/**
 * All that this action writes on standard output, which the runner reads for commands (`::add-mask::`). What comes from
 * outside is shown between `::stop-commands::TOKEN` and `::TOKEN::`, where the runner obeys nothing (design rule 17).
 */
/** The token that ends the lines from outside; undefined while the runner listens. */
let token;
/** Lines of a program, a server or a file, as they came. */
function show(lines) {
    if (token === undefined) {
        token = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        core/* info */.pq(`::stop-commands::${token}`);
    }
    core/* info */.pq(withoutColours(lines));
}
/** Has the runner listen again. */
function resume() {
    if (token === undefined)
        return;
    core/* info */.pq(`::${token}::`);
    token = undefined;
}
/** A line of ours, which may hold names from outside. */
function say(line) {
    resume();
    core/* info */.pq(inert(line));
}
/** A warning, which becomes an annotation; with a title where it is given. */
function warn(words, title) {
    resume();
    core/* warning */.$e(withoutColours(words), title === undefined ? {} : { title });
}
/** An error, which becomes an annotation with a title. */
function fail(words, title) {
    resume();
    core/* error */.z3(withoutColours(words), { title });
}
/** A line for runs with debug logging. */
function debug(words) {
    resume();
    core/* debug */.Yz(withoutColours(words));
}
/** Begins a fold. */
function startGroup(title) {
    resume();
    core/* startGroup */.Oh(withoutColours(title));
}
/** Ends it. */
function endGroup() {
    resume();
    core/* endGroup */.N4();
}
/**
 * Has the runner hide a value from here on. It would also hide each line of one of several lines, however short
 * (actions/runner, AddMaskCommandExtension): those come as values of their own.
 */
function hide(value) {
    if (/[\r\n]/.test(value))
        return;
    resume();
    core/* setSecret */.Pq(value);
}


/***/ }),

/***/ 78732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ rememberSwitch),
/* harmony export */   No: () => (/* binding */ rememberPhase),
/* harmony export */   lT: () => (/* binding */ rememberedSwitch),
/* harmony export */   q3: () => (/* binding */ rememberedPhase),
/* harmony export */   v6: () => (/* binding */ ended)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);

/** What main leaves for the post step, by its names in the runner's state. Written at once: main may be killed. */
const keys = { phase: 'phase', switch: 'switch' };
/** The phase of a run that told everything itself. */
const ended = 'ended';
/** Notes which phase the main step is in. */
function rememberPhase(phase) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ(keys.phase, phase);
}
/** The phase that was noted last; empty when main never began. */
function rememberedPhase() {
    return _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu(keys.phase);
}
/** Notes what is known of the switch; `undefined` where none began. */
function rememberSwitch(note) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ(keys.switch, note === undefined ? '' : JSON.stringify(note));
}
/** The switch that was noted last; undefined where none began. */
function rememberedSwitch() {
    const saved = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu(keys.switch);
    return saved === '' ? undefined : JSON.parse(saved);
}


/***/ }),

/***/ 24486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ isPublicAddress)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);

const notPublic = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
// RFC 1918, shared address space (RFC 6598), loopback, link-local, unique local (RFC 4193); and what is no host's
// address at all: "this network", multicast and reserved. 198.18.0.0/15 is left out: practice networks use it.
const subnets = [
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['0.0.0.0', 8],
    ['224.0.0.0', 3],
    ['::', 128],
    ['::1', 128],
    ['fe80::', 10],
    ['fc00::', 7],
    ['ff00::', 8],
];
for (const [network, prefix] of subnets)
    notPublic.addSubnet(network, prefix, (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(network) === 6 ? 'ipv6' : 'ipv4');
/** Whether the world can reach `address` (IPv4, IPv6, or IPv4 in IPv6's notation); false for what is no address. */
function isPublicAddress(address) {
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address);
    return family !== 0 && !notPublic.check(address, family === 6 ? 'ipv6' : 'ipv4');
}


/***/ }),

/***/ 85995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ withoutVersion),
/* harmony export */   f: () => (/* binding */ appNameOfJar)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);
/* harmony import */ var _settings_app_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89517);


/**
 * The application's name in the file name of its jar, version and suffix dropped:
 * `MCCM-server-0.0.1-SNAPSHOT.jar` -> `MCCM-server`. Throws `Failure` APP_NAME_INVALID where nothing usable is left.
 */
function appNameOfJar(fileName) {
    const name = withoutVersion(fileName.replace(/\.[jw]ar$/i, ''));
    if (!(0,_settings_app_name_js__WEBPACK_IMPORTED_MODULE_1__/* .isAppName */ .fq)(name))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APP_NAME_INVALID', { name, source: fileName });
    return name;
}
/** `name` without its version: from the first dotted number on, else a last number, date or `SNAPSHOT`. */
function withoutVersion(name) {
    return name
        .replace(/^(.+?)[-_.]v?\d+(?:\.\d+)+(?:[-_.+].*|[A-Za-z]+\d*)?$/i, '$1')
        .replace(/^(.+?)-SNAPSHOT$/i, '$1')
        .replace(/^(.+?)-v?\d+$/i, '$1');
}


/***/ }),

/***/ 11158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ containerFilesErrors),
/* harmony export */   IS: () => (/* binding */ moveBeside),
/* harmony export */   fh: () => (/* binding */ keepDatabase)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** Failures over files that an application wrote into its container, outside of its mounts. */
const containerFilesErrors = {
    CONTAINER_FILES: (p) => ({
        what: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The container ${p.container} holds ${p.count} file(s) that were written outside its mounts: ${p.files}`, `容器 ${p.container} 中有 ${p.count} 个写在挂载之外的文件：${p.files}`),
        why: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('They are stored in the container itself and are lost when this deploy replaces it. Temporary files, caches and logs are not counted. Nothing was changed.', '它们保存在容器自身之中，本次部署替换容器时会丢失。临时文件、缓存和日志不计在内。尚未做任何改动。'),
        cure: waysToKeep(p),
    }),
    CONTAINER_FILES_NOT_CARRIED: (p) => ({
        what: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`\`container-files: carry\` cannot bring along all files of the container ${p.container}: ${[p.inUse, p.beside, p.filled].filter(Boolean).join(', ')}`, `\`container-files: carry\` 无法带走容器 ${p.container} 的全部文件：${[p.inUse, p.beside, p.filled].filter(Boolean).join('、')}`),
        why: lines(...(p.inUse === '' ? [] : [notWhileInUse(p.inUse)]), ...(p.beside === '' ? [] : [hidesImage(p.beside)]), ...(p.filled === '' ? [] : [alreadyFilled(p.filled)]), (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Nothing was changed.', '尚未做任何改动。')),
        cure: lines(...(p.inUse === ''
            ? []
            : [
                (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Stop the container and run again: \`docker stop ${p.container}\`. The site is down until the deploy finishes; the files stay in the stopped container and are carried. If a file was only being uploaded, running again is enough.`, `请停止容器后重新运行：\`docker stop ${p.container}\`。部署完成前服务不可用；文件保留在已停止的容器中，并会被带走。若只是有文件正在上传，重新运行即可。`),
            ]), ...(p.beside === '' ? [] : [moveBeside(p.beside, p.mounted)]), ...(p.copies === '' ? [] : [(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Copy them on the server:\n${p.copies}`, `请在服务器上复制：\n${p.copies}`)])),
    }),
    CONTAINER_FILES_UNSEEN: (p) => ({
        what: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Docker does not list the files that were written in the container ${p.container}.`, `Docker 无法列出容器 ${p.container} 中写入的文件。`),
        why: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('`docker diff` failed or took more than 60 seconds. Files that the application wrote outside its mounts could be lost. Nothing was changed.', '`docker diff` 失败或超过 60 秒。应用写在挂载之外的文件可能会丢失。尚未做任何改动。'),
        cure: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Run \`docker diff ${p.container}\` on the server to see why. If the container holds nothing to keep, set \`container-files: discard\`.`, `请在服务器上执行 \`docker diff ${p.container}\` 查看原因。若容器中没有需要保留的文件，请设置 \`container-files: discard\`。`),
    }),
    CONTAINER_FILES_TOO_MANY: (p) => ({
        what: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The container ${p.container} holds more than ${p.most} files outside its mounts${p.files === '' ? '' : `: ${p.files}`}`, `容器 ${p.container} 在挂载之外有超过 ${p.most} 个文件${p.files === '' ? '' : `：${p.files}`}`),
        why: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Not all of them can be listed and checked, so `container-files: carry` could lose some of them. Nothing was changed.', '无法全部列出并核对，`container-files: carry` 可能会丢失其中一部分。尚未做任何改动。'),
        cure: lines((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Stop the container (\`docker stop ${p.container}\`; the site is down until the deploy finishes) and copy the files on the server. \`docker diff ${p.container}\` lists them.${p.copies === '' ? '' : `\n${p.copies}`}`, `请停止容器（\`docker stop ${p.container}\`；部署完成前服务不可用），并在服务器上复制文件。\`docker diff ${p.container}\` 会列出它们。${p.copies === '' ? '' : `\n${p.copies}`}`), ...(p.volumes === '' ? [] : [(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Mount the copies:\n${p.volumes}`, `挂载副本：\n${p.volumes}`)]), (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Then set `container-files: discard` for one deploy.', '然后在一次部署中设置 `container-files: discard`。')),
    }),
    CONTAINER_FILES_COPY_FAILED: (p) => ({
        what: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${p.folder} could not be copied out of the container ${p.container}.`, `无法从容器 ${p.container} 中复制 ${p.folder}。`),
        why: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('A file changed while it was read, or the disk is full; the output below tells.', '读取时文件发生变化，或磁盘已满；见下方输出。'),
        cure: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Make room if the disk is full (`df -h`), and run again.', '若磁盘已满，请清理空间（`df -h`），然后重新运行。'),
    }),
    CONTAINER_FILES_IN_IMAGE: (p) => ({
        what: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The new image has files of its own in ${p.folder}, where the carried folder would be mounted.`, `新镜像在 ${p.folder} 中有自己的文件，而带走的文件夹会挂载到那里。`),
        why: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The mount would hide the files of the image.', '挂载会遮住镜像中的文件。'),
        cure: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Remove the files from the image (COPY in the Dockerfile), or set the property that names the place of the written files to a mounted folder.', '请从镜像中移除这些文件（Dockerfile 中的 COPY），或将写入位置的配置项设为已挂载的文件夹。'),
    }),
    CONTAINER_FILES_NOT_CARRIED_AGAIN: (p) => ({
        what: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Not everything that the old version wrote last could be carried: ${p.files}`, `旧版本最后写入的内容未能全部带走：${p.files}`),
        why: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('The new version wrote files of the same names, which are kept; or they are outside the carried folders; or the copy failed.', '新版本写入了同名文件（予以保留），或文件在所带走的文件夹之外，或复制失败。'),
        cure: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The old container is kept, stopped, as ${p.container}; no deploy removes it. Compare and copy what is missing on the server, such as by \`docker cp ${p.container}:<file> /root/\`.`, `旧容器已停止并保留为 ${p.container}，任何部署都不会删除它。请在服务器上比较并复制缺少的文件，例如 \`docker cp ${p.container}:<文件> /root/\`。`),
    }),
    CONTAINER_FILES_WRITTEN_LAST: (p) => ({
        what: p.files === ''
            ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Docker does not list what the old version wrote last in the container ${p.container}.`, `Docker 无法列出旧版本最后在容器 ${p.container} 中写入的文件。`)
            : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The old version wrote files outside its mounts that no check had seen: ${p.files}`, `旧版本在挂载之外写入了此前的检查未见到的文件：${p.files}`),
        why: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('It wrote them after the check at the start of the deploy: until it stopped, or when it was started again.', '这些文件写于部署开始时的检查之后：在它停止之前，或在它再次启动之后。'),
        cure: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The old container is kept, stopped, as ${p.container}; no deploy removes it. Copy what you need on the server, such as by \`docker cp ${p.container}:<file> /root/\`. If such files are never needed, set \`container-files: discard\`.`, `旧容器已停止并保留为 ${p.container}，任何部署都不会删除它。请在服务器上复制需要的文件，例如 \`docker cp ${p.container}:<文件> /root/\`。若从不需要这类文件，请设置 \`container-files: discard\`。`),
    }),
    CONTAINER_FILES_DISCARDED_LAST: (p) => ({
        what: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`\`container-files: discard\`: files that the old version wrote last are lost with its container ${p.container}: ${p.files}`, `\`container-files: discard\`：旧版本最后写入的文件随其容器 ${p.container} 丢失：${p.files}`),
        why: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('It wrote them after the check at the start of the deploy.', '这些文件写于部署开始时的检查之后。'),
        cure: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('If such files are needed, mount their folder (`volumes`), or set `container-files: carry`.', '若需要这类文件，请挂载其文件夹（`volumes`），或设置 `container-files: carry`。'),
    }),
    EMBEDDED_DATABASE_UNMOUNTED: (p) => ({
        what: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The application’s database would be stored in the container itself: ${p.path} (${p.url}).`, `应用的数据库会保存在容器自身之中：${p.path}（${p.url}）。`),
        why: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('No mount covers this path. Every deploy replaces the container, and the data would be lost with it. Nothing was changed.', '没有挂载覆盖该路径。每次部署都会替换容器，数据会随之丢失。尚未做任何改动。'),
        cure: keepDatabase(p),
    }),
};
/** How a database in a file is kept. */
function keepDatabase(p) {
    return lines(...(p.volumes === '' ? [] : [(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Mount its folder:\n${p.volumes}`, `请挂载其文件夹：\n${p.volumes}`)]), (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${p.volumes === '' ? 'Store' : 'Or store'} it in a mounted folder, with a line in \`env\` (append your own parameters of the URL):\n  ${p.variable}`, `${p.volumes === '' ? '请' : '或'}在 \`env\` 中加一行，将其保存到已挂载的文件夹（URL 中原有的参数请自行补上）：\n  ${p.variable}`), (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('If the data may be lost with every deploy: `container-files: discard`.', '若数据可以随每次部署丢失：`container-files: discard`。'));
}
/** How files that a container holds are kept, or let go. */
function waysToKeep(p) {
    return lines(...(p.carry
        ? [
            (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Set `container-files: carry`: this deploy copies them, with their owners, into a folder that stays mounted.', '设置 `container-files: carry`：本次部署会将其连同属主复制到此后一直挂载的文件夹。'),
        ]
        : []), ...(p.database
        ? [
            (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`A database is among them: stop the container before you copy it or run again (\`docker stop ${p.container}\`; the site is down until the deploy finishes).`, `其中有数据库文件：复制或重新运行之前请先停止容器（\`docker stop ${p.container}\`；部署完成前服务不可用）。`),
        ]
        : []), ...(p.copies === ''
        ? []
        : [
            (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${p.carry ? 'Or copy' : 'Copy'} them on the server:\n${p.copies}`, `${p.carry ? '或在' : '请在'}服务器上复制：\n${p.copies}`),
        ]), ...(p.volumes === ''
        ? []
        : [(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Then mount the copies and run again:\n${p.volumes}`, `然后挂载副本并重新运行：\n${p.volumes}`)]), ...(p.beside === '' ? [] : [moveBeside(p.beside, p.mounted)]), (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('If none of them is needed: `container-files: discard`.', '若都不需要：`container-files: discard`。'));
}
/** What is to be done about files in a folder that cannot be mounted. */
function moveBeside(files, mounted) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The image has files of its own next to ${files}, so that folder cannot be mounted. Set the property or variable that tells the application where to write to a mounted folder, such as ${mounted}. Files that are copied there are recognised.`, `镜像在 ${files} 旁边有自己的文件，因此该文件夹不能挂载。请将应用写入位置的配置项或环境变量设为已挂载的文件夹，例如 ${mounted}；复制到那里的文件会被识别。`);
}
function notWhileInUse(files) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${files}: a database or a file that is being written; a copy made while the application runs may be damaged.`, `${files}：数据库或正在写入的文件；应用运行时所做的副本可能已损坏。`);
}
function hidesImage(files) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${files}: the image has files of its own in that folder, which a mount would hide.`, `${files}：镜像在该文件夹中有自己的文件，挂载会将其遮住。`);
}
function alreadyFilled(folders) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${folders}: this folder of the server already holds files, which are not overwritten.`, `${folders}：服务器上的该文件夹已有文件，不会覆盖。`);
}
function lines(...parts) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(parts.map(({ en }) => en).join('\n'), parts.map(({ zh }) => zh).join('\n'));
}


/***/ }),

/***/ 5081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HR: () => (/* binding */ Failure),
  oo: () => (/* binding */ Failures),
  q0: () => (/* binding */ describe),
  V2: () => (/* binding */ failure),
  g8: () => (/* binding */ failureNamed),
  dJ: () => (/* binding */ failuresOf),
  kg: () => (/* binding */ gather)
});

// EXTERNAL MODULE: ./.build/lib/nginx/hide-complaint.js
var hide_complaint = __webpack_require__(80113);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/errors/action.js

/** Failures of the action itself, and of its steps on the server in general. */
const actionErrors = {
    INTERNAL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The action met an error of its own: ${p.detail}`, `本 Action 自身出错：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('This is a defect of the action, not of your project.', '这是本 Action 的缺陷，不是您项目的问题。'),
        cure: (0,messages_text/* text */.Qq)('Open an issue with this text and the log of the step.', '请带上这段文字和该步骤的日志提交 issue。'),
    }),
    CANCELLED: (_) => ({
        what: (0,messages_text/* text */.Qq)('The run was cancelled.', '运行已被取消。'),
        why: (0,messages_text/* text */.Qq)('Somebody, or a newer run of the same concurrency group, asked for it.', '由用户或同一并发组中较新的运行触发。'),
        cure: (0,messages_text/* text */.Qq)('Run again to deploy. What was prepared is removed now or by the next run. If the switch had begun, a warning says which version is live.', '如需部署请重新运行。已准备的内容会立即或由下次运行清理。如果切换已开始，警告会说明当前提供服务的版本。'),
    }),
    SURVEY_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The server could not be surveyed (exit code ${p.code}).`, `无法勘察服务器（退出码 ${p.code}）。`),
        why: (0,messages_text/* text */.Qq)('The script that only looks at the server was ended from outside.', '只读勘察脚本被外部终止。'),
        cure: (0,messages_text/* text */.Qq)('Run the step again; if it stays, log in and look at the server’s memory and disk.', '请重新运行；如仍失败，请登录服务器检查内存和磁盘。'),
    }),
    STEP_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The step ${p.step} failed (exit code ${p.code}).`, `步骤 ${p.step} 失败（退出码 ${p.code}）。`),
        why: (0,messages_text/* text */.Qq)('The output below shows what the server said.', '下方输出是服务器给出的信息。'),
        cure: (0,messages_text/* text */.Qq)('Cure what the output names, then run again: what was prepared has been undone.', '请按输出提示处理后重新运行：已准备的内容已撤销。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/adoption.js

/** Failures of taking over what a set-up by hand left. */
const adoptionErrors = {
    ADOPTION_LOSES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Taking over the container ${p.container} would lose: ${p.what}`, `接管容器 ${p.container} 会丢失：${p.what}`),
        why: (0,messages_text/* text */.Qq)('Its mounts, variables, port, networks and user are taken over; for this an input is needed. Nothing was touched.', '其挂载、环境变量、端口、网络和用户会被接管；以上内容需要用输入说明。尚未做任何改动。'),
        cure: (0,messages_text/* text */.Qq)([
            ...(p.lines === ''
                ? []
                : [`Paste into the step’s \`with:\` what is to stay, or your own word on it:\n${p.lines}`]),
            ...(p.without === ''
                ? []
                : [
                    `No input keeps ${p.without}: put it into a Dockerfile of your own (input \`dockerfile\`), or do without it: name its mounts in \`volumes\`, then save the whole container before you remove it: \`${p.removal}\`.`,
                ]),
        ].join('\n'), [
            ...(p.lines === '' ? [] : [`请将需要保留的内容（或您自己的设置）粘贴到该步骤的 \`with:\` 中：\n${p.lines}`]),
            ...(p.without === ''
                ? []
                : [
                    `没有输入可以保留 ${p.without}：请写入自己的 Dockerfile（输入 \`dockerfile\`）；若不再需要，请在 \`volumes\` 中写明其挂载，并在删除容器之前先保存整个容器：\`${p.removal}\`。`,
                ]),
        ].join('\n')),
    }),
    ADOPTION_SEVERAL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The nginx server of ${p.domain}:${p.port} proxies to several containers: ${p.containers}`, `${p.domain}:${p.port} 的 nginx server 代理到多个容器：${p.containers}`),
        why: (0,messages_text/* text */.Qq)('The action takes over one container and cannot tell which of them is the application. Nothing was changed.', '本操作只接管一个容器，无法判断其中哪个是该应用。尚未做任何改动。'),
        cure: (0,messages_text/* text */.Qq)(`Give the container of the application the name ${p.image} (such as \`docker rename ${p.container} ${p.image}\`), or have \`location /\` of that server proxy to it alone. If none of them is to be taken over, set \`adopt: false\`. Then run again.`, `请将该应用的容器改名为 ${p.image}（例如 \`docker rename ${p.container} ${p.image}\`），或让该 server 的 \`location /\` 只代理到它；若都不需要接管，请设置 \`adopt: false\`。然后重新运行。`),
    }),
    ADOPTION_AUTO_REMOVE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The container ${p.container} was started with \`--rm\`: when it stops, Docker deletes it with its settings, its own files and its anonymous volumes.`, `容器 ${p.container} 以 \`--rm\` 启动：一旦停止，Docker 会将其连同设置、自身文件和匿名卷一起删除。`),
        why: (0,messages_text/* text */.Qq)('The switch stops the container and must be able to start it again. Nothing was changed.', '切换时会停止该容器，并且必须能够重新启动它。尚未做任何改动。'),
        cure: (0,messages_text/* text */.Qq)(`1. Save its settings and files on the server first:\n${p.saves}\n2. Stop it (\`${p.saves.includes('docker pause') ? `docker unpause ${p.container}; ` : ''}docker stop ${p.container}\`), start it with the same \`docker run\` without \`--rm\`, the saved files mounted, and run again.`, `1. 请先在服务器上保存其设置和文件：\n${p.saves}\n2. 停止它（\`${p.saves.includes('docker pause') ? `docker unpause ${p.container}; ` : ''}docker stop ${p.container}\`），用相同的 \`docker run\` 去掉 \`--rm\`、挂载保存的文件后启动，再重新运行。`),
    }),
    ADOPTION_ORCHESTRATED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The container ${p.container} belongs to ${p.by}, which starts it again whenever it stops.`, `容器 ${p.container} 属于 ${p.by}，一旦停止就会被其重新启动。`),
        why: (0,messages_text/* text */.Qq)('Swarm or Kubernetes keeps it running; two would then fight for the port. Nothing was touched.', '它由 Swarm 或 Kubernetes 维持运行；接管后两者会争抢端口。尚未做任何改动。'),
        cure: (0,messages_text/* text */.Qq)(`Copy what it holds outside its mounts first (\`docker diff ${p.container}\`, \`docker cp\`): it is deleted with the service. Then remove it there (Swarm: \`docker service rm ${p.by}\`), name its mounts in \`volumes\`, and run again.`, `请先复制其挂载之外的文件（\`docker diff ${p.container}\`、\`docker cp\`）：它们会随服务一起删除。然后在那里将其移除（Swarm：\`docker service rm ${p.by}\`），在 \`volumes\` 中写明其挂载后重新运行。`),
    }),
    ADOPTED_NOT_RESTARTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The container ${p.container}, which was stopped for the switch, did not come back.`, `为切换而停止的容器 ${p.container} 未能恢复运行。`),
        why: (0,messages_text/* text */.Qq)('The switch was undone; its port may be held by another program, or the application does not start any more.', '切换已撤销；其端口可能被其他程序占用，或应用已无法启动。'),
        cure: (0,messages_text/* text */.Qq)(`On the server: \`docker start ${p.container}; docker logs --tail 50 ${p.container}\`. Its data is untouched.`, `在服务器上执行 \`docker start ${p.container}; docker logs --tail 50 ${p.container}\`。其数据未受影响。`),
    }),
    SERVER_BLOCK_SHARED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The nginx server in ${p.file}, line ${p.line}, serves ${p.domain}:${p.ports} together with other names and other ports.`, `${p.file} 第 ${p.line} 行的 nginx server 同时服务 ${p.domain}:${p.ports} 以及其他域名和端口。`),
        why: (0,messages_text/* text */.Qq)('One name on one port cannot be taken out of it alone.', '无法只从中移除一个域名的一个端口。'),
        cure: (0,messages_text/* text */.Qq)(`Split it into two servers, one of them for ${p.domain} on ${p.ports} alone, test with \`nginx -t\`, and run again.`, `请将其拆成两个 server，其中一个只服务 ${p.domain} 的 ${p.ports} 端口，用 \`nginx -t\` 检查后重新运行。`),
    }),
    SERVER_BLOCK_LOSES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Taking over the nginx server of ${p.domain}:${p.ports} in ${p.file}, line ${p.line}, would lose:\n${p.directives}`, `接管 ${p.file} 第 ${p.line} 行 ${p.domain}:${p.ports} 的 nginx server 会丢失：\n${p.directives}`),
        why: (0,messages_text/* text */.Qq)('The server that takes its place has nothing for these. Nothing was touched.', '替代它的 server 没有对应的内容。尚未做任何改动。'),
        cure: (0,messages_text/* text */.Qq)('Put what is to stay into `nginx-snippet` (for `client_max_body_size`: `max-body-size`). A snippet that is given, also one of a comment alone, is your word on what that server holds.', '请将需要保留的内容写入 `nginx-snippet`（`client_max_body_size` 请用 `max-body-size`）。只要给出了 nginx-snippet（哪怕只有一行注释），就以它为准。'),
    }),
    STATIC_SERVER_LOSES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The admin site would take the place of the nginx server of ${p.domain}:${p.ports} in ${p.file}, line ${p.line}, and lose:\n${p.directives}`, `管理站点会替代 ${p.file} 第 ${p.line} 行 ${p.domain}:${p.ports} 的 nginx server，并丢失：\n${p.directives}`),
        why: (0,messages_text/* text */.Qq)('The admin site serves its own path and nothing else. Nothing was touched.', '管理站点只提供自己的路径。尚未做任何改动。'),
        cure: (0,messages_text/* text */.Qq)('Where it is the same site at another path, set `static-site-path` to that. Else remove these directives by hand, move them to a server of another name, or leave `static-site` out.', '若是同一站点的不同路径，请将 `static-site-path` 设为该路径；否则请手工删除这些指令、移到其他域名的 server，或不使用 `static-site`。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/certificate.js

/** Failures of a certificate and its key, found before anything on the server is touched. */
const certificateErrors = {
    CERTIFICATE_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.source} holds no readable certificate: ${p.detail}`, `${p.source} 中没有可读取的证书：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('A chain is PEM text: one or more blocks from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.', '证书链应为 PEM 文本：一个或多个从 -----BEGIN CERTIFICATE----- 到 -----END CERTIFICATE----- 的段落。'),
        cure: (0,messages_text/* text */.Qq)('Download the certificate in its nginx form and give the whole text of the file *_bundle.crt (not .pfx, .jks or .csr).', '请下载 nginx 格式的证书，并填写 *_bundle.crt 文件的全部内容（不是 .pfx、.jks 或 .csr）。'),
    }),
    CERTIFICATE_KEY_IN_CHAIN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.source} holds a private key beside the certificates.`, `${p.source} 中除证书外还包含私钥。`),
        why: (0,messages_text/* text */.Qq)('A chain is public and handled as such: the key would have been written where anybody may read it.', '证书链是公开内容，会按公开内容处理；其中的私钥会被写到任何人都能读取的地方。'),
        cure: (0,messages_text/* text */.Qq)('Move the block -----BEGIN ... PRIVATE KEY----- to `certificate-key`, from a secret of its own. If the chain was kept as a plain variable or in the repository, have the certificate issued anew with a new key.', '请把 -----BEGIN ... PRIVATE KEY----- 段落移到 `certificate-key`，并使用单独的 secret。如果该证书链曾以普通变量或文件形式保存在仓库中，请更换私钥并重新申请证书。'),
    }),
    CERTIFICATE_KEY_INVALID: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.source} holds no readable private key (found: ${p.found}).`, `${p.source} 中没有可读取的私钥（实际内容：${p.found}）。`),
        why: (0,messages_text/* text */.Qq)('A key is PEM text that begins with -----BEGIN PRIVATE KEY-----, -----BEGIN RSA PRIVATE KEY----- or -----BEGIN EC PRIVATE KEY-----.', '私钥应为 PEM 文本，以 -----BEGIN PRIVATE KEY-----、-----BEGIN RSA PRIVATE KEY----- 或 -----BEGIN EC PRIVATE KEY----- 开头。'),
        cure: (0,messages_text/* text */.Qq)('Give the whole text of the file *.key that came with the certificate, its first and last line included.', '请填写随证书一起下载的 *.key 文件的全部内容，包括首行和末行。'),
    }),
    CERTIFICATE_KEY_ENCRYPTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The private key in ${p.source} is encrypted with a passphrase.`, `${p.source} 中的私钥使用了密码加密。`),
        why: (0,messages_text/* text */.Qq)('nginx would ask for the passphrase at every start, and nobody is there to type it.', 'nginx 每次启动都会询问该密码，而届时没有人可以输入。'),
        cure: (0,messages_text/* text */.Qq)('Decrypt it once on your own machine (openssl pkey -in encrypted.key -out plain.key) and keep the result as the secret.', '请在自己的电脑上解密一次（openssl pkey -in encrypted.key -out plain.key），并把结果保存为 secret。'),
    }),
    CERTIFICATE_KEY_MISMATCH: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The private key in ${p.keySource} does not belong to the certificate of ${p.subject} in ${p.source}.`, `${p.keySource} 中的私钥与 ${p.source} 中 ${p.subject} 的证书不匹配。`),
        why: (0,messages_text/* text */.Qq)('The public key in the certificate is not the one that this private key makes. Usually one of the two is left from an earlier certificate.', '证书中的公钥与该私钥不对应。通常是其中之一仍为旧证书的文件。'),
        cure: (0,messages_text/* text */.Qq)('Update both from the same download: *_bundle.crt and *.key.', '请使用同一次下载得到的 *_bundle.crt 和 *.key 同时更新两者。'),
    }),
    CERTIFICATE_NAMES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The certificate in ${p.source} is not valid for ${p.domain}. It is valid for: ${p.names}`, `${p.source} 中的证书不适用于 ${p.domain}。该证书适用的域名：${p.names}`),
        why: (0,messages_text/* text */.Qq)('The names in its extension subjectAltName count, nothing else; *.example.com covers api.example.com, but neither example.com nor a.b.example.com.', '只有证书 subjectAltName 扩展中的域名有效；*.example.com 包含 api.example.com，但不包含 example.com，也不包含 a.b.example.com。'),
        cure: (0,messages_text/* text */.Qq)(`Apply for a certificate for ${p.domain}, or correct \`domain\`.`, `请为 ${p.domain} 申请证书，或改正 \`domain\`。`),
    }),
    CERTIFICATE_EXPIRED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The certificate of ${p.subject} in ${p.source} expired at ${p.notAfter}.`, `${p.source} 中 ${p.subject} 的证书已于 ${p.notAfter} 过期。`),
        why: (0,messages_text/* text */.Qq)("No client accepts an expired certificate, whether it is the server's own or one above it in the chain.", '无论是服务器证书还是证书链中的上级证书，过期后任何客户端都不再接受。'),
        cure: (0,messages_text/* text */.Qq)('Apply for a new certificate, download its nginx form and update the chain and the key.', '请申请新证书，下载 nginx 格式，并同时更新证书链和私钥。'),
    }),
    CERTIFICATE_NOT_YET_VALID: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The certificate of ${p.subject} in ${p.source} is valid only from ${p.notBefore} on.`, `${p.source} 中 ${p.subject} 的证书从 ${p.notBefore} 起才有效。`),
        why: (0,messages_text/* text */.Qq)(`By the clock of this runner it is ${p.now}.`, `运行器的当前时间为 ${p.now}。`),
        cure: (0,messages_text/* text */.Qq)('Wait until then or use a certificate that is valid now; if the time above is wrong, correct the clock of the (self-hosted) runner.', '请等到该时间，或换用当前有效的证书；如果上面的当前时间不对，请校准（自托管）运行器的时钟。'),
    }),
    CERTIFICATE_CHAIN_INCOMPLETE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The chain in ${p.source} is incomplete: the certificate of "${p.missing}", which issued that of "${p.subject}", is missing.`, `${p.source} 中的证书链不完整：缺少签发“${p.subject}”的上级证书“${p.missing}”。`),
        why: (0,messages_text/* text */.Qq)('A server has to send every certificate between its own and a root that phones know. Browsers on a computer fetch a missing one by themselves, WeChat does not (request:fail ssl hand shake error). An authority of your own is not known to any phone.', '服务器必须发送从自身证书到手机内置根证书之间的全部证书。电脑浏览器会自动补全缺失的证书，微信不会（request:fail ssl hand shake error）。自建的证书机构不被任何手机信任。'),
        cure: (0,messages_text/* text */.Qq)(`Download the certificate in its nginx form and use the file *_bundle.crt, which holds the whole chain${p.url ? `; or append the missing certificate, converted to PEM, from ${p.url}` : ''}.`, `请下载 nginx 格式的证书，并使用包含完整证书链的 *_bundle.crt 文件${p.url ? `；或从 ${p.url} 下载缺少的证书，转换为 PEM 后追加到末尾` : ''}。`),
    }),
    CERTIFICATE_CHAIN_UNTRUSTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The chain in ${p.source} ends at "${p.root}", which is not a trusted authority.`, `${p.source} 中的证书链终止于“${p.root}”，它不是受信任的证书机构。`),
        why: (0,messages_text/* text */.Qq)('The certificate is self-signed or comes from a private authority. WeChat accepts only authorities that are built into phones.', '该证书是自签名证书，或由私有机构签发。微信只接受手机系统内置的证书机构。'),
        cure: (0,messages_text/* text */.Qq)("Use a certificate of a public authority (the free one of Tencent Cloud, or Let's Encrypt). For a test with an authority of your own, set NODE_EXTRA_CA_CERTS to the file with its root.", "请使用公共证书机构签发的证书（腾讯云免费证书或 Let's Encrypt）。如需用自建机构进行测试，请将 NODE_EXTRA_CA_CERTS 设为其根证书文件。"),
    }),
    CERTIFICATE_NOT_FOUND: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The server has no certificate that is valid for ${p.domain}.`, `服务器上没有对 ${p.domain} 有效的证书。`),
        why: (0,messages_text/* text */.Qq)(`Looked at what nginx names and under /etc/nginx/ssl. Found there, and why it cannot serve: ${p.found}`, `已查看 nginx 引用的证书和 /etc/nginx/ssl。找到的证书及其不可用的原因：${p.found}`),
        cure: (0,messages_text/* text */.Qq)('Give `certificate-chain` and `certificate-key` (the nginx form of the download), or put the pair under /etc/nginx/ssl on the server.', '请提供 `certificate-chain` 和 `certificate-key`（下载的 nginx 格式），或将证书和私钥放到服务器的 /etc/nginx/ssl 下。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/application.js

/** Failures of the application itself, seen on the server. */
const applicationErrors = {
    APPLICATION_EXITED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} ended with exit code ${p.exitCode} (restarts: ${p.restarts}).`, `容器 ${p.container} 中的应用已退出，退出码 ${p.exitCode}（重启次数：${p.restarts}）。`),
        why: (0,messages_text/* text */.Qq)('Its last log lines usually name the cause: a database that cannot be reached, a missing setting, a port that is taken.', '原因通常就在最后几行日志中：数据库无法连接、缺少配置或端口被占用。'),
        cure: (0,messages_text/* text */.Qq)('Read the log lines shown with this error, correct the application or its `env`, `files` and `spring-profile`, and deploy again.', '请查看随本错误显示的日志，修正应用或其 `env`、`files`、`spring-profile`，然后重新部署。'),
    }),
    APPLICATION_OUT_OF_MEMORY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} was killed for want of memory (restarts: ${p.restarts}).`, `容器 ${p.container} 中的应用因内存不足被终止（重启次数：${p.restarts}）。`),
        why: (0,messages_text/* text */.Qq)('Docker reports OOMKilled: it went beyond the limit of `memory`, or the server ran out of it.', 'Docker 报告 OOMKilled：应用超出了 `memory` 限制，或服务器内存已耗尽。'),
        cure: (0,messages_text/* text */.Qq)('Raise `memory`, bound the heap with `java-options: -XX:MaxRAMPercentage=60`, or give the server more memory.', '请提高 `memory`，或用 `java-options: -XX:MaxRAMPercentage=60` 限制堆大小，或为服务器增加内存。'),
    }),
    APPLICATION_OTHER_PORT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Nothing listens on port ${p.port} in container ${p.container}; the application listens on: ${p.listening}`, `容器 ${p.container} 中没有程序监听端口 ${p.port}；应用监听的端口：${p.listening}`),
        why: (0,messages_text/* text */.Qq)('The application runs but was told another port than `app-port` says (server.port in its configuration, profile or `env`).', '应用正在运行，但其端口与 `app-port` 不一致（由配置、profile 或 `env` 中的 server.port 决定）。'),
        cure: (0,messages_text/* text */.Qq)(`Set \`app-port\` to the port it listens on, or server.port to ${p.port}.`, `请将 \`app-port\` 设为应用实际监听的端口，或将 server.port 设为 ${p.port}。`),
    }),
    APPLICATION_DOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} does not answer its health check on port ${p.port} (container: ${p.status}, restarts: ${p.restarts}).`, `容器 ${p.container} 中的应用未通过端口 ${p.port} 上的健康检查（容器状态：${p.status}，重启次数：${p.restarts}）。`),
        why: (0,messages_text/* text */.Qq)('The fault lies in the application itself: the request was made on the server, past nginx and every firewall.', '问题出在应用本身：该请求在服务器内部发出，未经过 nginx 和任何防火墙。'),
        cure: (0,messages_text/* text */.Qq)('Read the log lines shown with this error. If the application only starts slowly, raise `health-timeout`; if its health page lies elsewhere, set `health-path` and `health-status`.', '请查看随本错误显示的日志。如果应用只是启动较慢，请提高 `health-timeout`；如果健康检查地址不同，请设置 `health-path` 和 `health-status`。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/database.js

/** Failures of an application that does not get at its database, told by its log. */
const databaseErrors = {
    DATABASE_AT_LOCALHOST: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} looks for its database at localhost, and there is none.`, `容器 ${p.container} 中的应用在 localhost 上寻找数据库，但那里没有数据库。`),
        why: (0,messages_text/* text */.Qq)('Inside a container, localhost and 127.0.0.1 are the container itself, not the server that it runs on.', '在容器内，localhost 和 127.0.0.1 指容器自身，而不是容器所在的服务器。'),
        cure: (0,messages_text/* text */.Qq)('Write host.docker.internal instead of localhost: `SPRING_DATASOURCE_URL=jdbc:mysql://host.docker.internal:3306/...` in `env`, or in the configuration of the jar. The database must also listen for containers (README, "A database on the server").', '请将 localhost 改为 host.docker.internal：在 `env` 中设置 `SPRING_DATASOURCE_URL=jdbc:mysql://host.docker.internal:3306/...`，或修改 jar 中的配置。数据库还须监听容器可达的地址（见 README“服务器上的数据库”）。'),
    }),
    DATABASE_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} reaches the host of its database, but nothing listens on the port there.`, `容器 ${p.container} 中的应用能到达数据库所在主机，但该端口上没有程序监听。`),
        why: (0,messages_text/* text */.Qq)('The connection was refused. As it is installed, MariaDB and MySQL often listen on 127.0.0.1 only, which no container reaches; or the database does not run, or has another port.', '连接被拒绝。MariaDB 和 MySQL 安装后往往只监听容器无法到达的 127.0.0.1；也可能是数据库未运行，或端口不同。'),
        cure: (0,messages_text/* text */.Qq)('For a database on the server: let it listen on the address of Docker\'s bridge too, `bind-address = 127.0.0.1,172.17.0.1` (README, "A database on the server"), and see with `ss -ltn` that it does. Should the application look for it at localhost, write host.docker.internal.', '如果数据库在本服务器上：请让它同时监听 Docker 网桥地址，`bind-address = 127.0.0.1,172.17.0.1`（见 README“服务器上的数据库”），并用 `ss -ltn` 确认。如果应用配置的是 localhost，请改为 host.docker.internal。'),
    }),
    DATABASE_SILENT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} gets no answer from the address of its database.`, `容器 ${p.container} 中的应用连接数据库地址时没有得到任何应答。`),
        why: (0,messages_text/* text */.Qq)('A firewall in between usually drops the packets: that of the server, where ufw is active, or the allowlist of a cloud database.', '通常是中间的防火墙丢弃了数据包：服务器上启用的 ufw，或云数据库的白名单。'),
        cure: (0,messages_text/* text */.Qq)("For a database on the server: `ufw allow in on docker0 to any port 3306 proto tcp`, which lets in containers and nobody else. For one elsewhere: let in the server's address there.", '如果数据库在本服务器上：执行 `ufw allow in on docker0 to any port 3306 proto tcp`，只放行容器。如果在别处：请在那里放行本服务器的地址。'),
    }),
    DATABASE_NAME_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} cannot find the address of its database's host name.`, `容器 ${p.container} 中的应用无法解析数据库的主机名。`),
        why: (0,messages_text/* text */.Qq)('The name is misspelt, or it is known in another place only: names of containers are known on a Docker network of their own.', '主机名有误，或只在别处有效：容器名只在其所属的 Docker 网络内可以解析。'),
        cure: (0,messages_text/* text */.Qq)('For a database on the server write host.docker.internal; for one elsewhere see on the server whether `getent hosts NAME` finds it.', '如果数据库在本服务器上，请使用 host.docker.internal；如果在别处，请在服务器上用 `getent hosts NAME` 检查能否解析。'),
    }),
    DATABASE_ACCESS_DENIED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application in container ${p.container} reaches its database, which turns its user away.`, `容器 ${p.container} 中的应用能连接到数据库，但数据库拒绝了其用户。`),
        why: (0,messages_text/* text */.Qq)("`Access denied ... (using password` in its log: user or password is wrong, or the user may not come from the container's address; `is not allowed to connect`: no user may; `to database`: it has no rights there.", '日志中的 `Access denied ... (using password`：用户名或密码错误，或该用户不允许来自容器的地址；`is not allowed to connect`：不允许来自该地址的任何用户；`to database`：该用户没有此数据库的权限。'),
        cure: (0,messages_text/* text */.Qq)('Check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD in `env` and, in the database, that the user may come from containers: `app@\'172.16.0.0/255.240.0.0\'`, not `app@localhost` (README, "A database on the server").', "请检查 `env` 中的 SPRING_DATASOURCE_USERNAME 和 SPRING_DATASOURCE_PASSWORD，并确认数据库中的用户允许来自容器：应为 `app@'172.16.0.0/255.240.0.0'`，而不是 `app@localhost`（见 README“服务器上的数据库”）。"),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/dns.js

/** Failures of where the name leads. */
const dnsErrors = {
    DNS_NOT_FOUND: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain} has no address.`, `域名 ${p.domain} 没有解析记录。`),
        why: (0,messages_text/* text */.Qq)('The resolver of this runner knows no A or AAAA record of it. A record that was just made may take some minutes.', '运行器的解析器查不到它的 A 或 AAAA 记录。刚添加的记录可能需要几分钟才能生效。'),
        cure: (0,messages_text/* text */.Qq)(`Add an A record for ${p.domain} with the value ${p.expected} (https://console.cloud.tencent.com/cns), then run the command \`verify\`.`, `请为 ${p.domain} 添加 A 记录，记录值为 ${p.expected}（https://console.cloud.tencent.com/cns），然后运行 \`verify\` 命令。`),
    }),
    DNS_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The resolver did not say where ${p.domain} leads (${p.detail}).`, `解析器未能给出 ${p.domain} 的解析结果（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('The name servers of the domain or the resolver of this runner did not answer in time.', '该域名的 DNS 服务器或运行器的解析器未及时响应。'),
        cure: (0,messages_text/* text */.Qq)('Run the command `verify` again. If it goes on so, check that the name servers of the domain answer.', '请再次运行 `verify` 命令。如果仍然如此，请检查该域名的 DNS 服务器是否正常响应。'),
    }),
    DNS_ELSEWHERE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain} leads to ${p.found}, not to this server (${p.expected}).`, `域名 ${p.domain} 解析到 ${p.found}，而不是本服务器（${p.expected}）。`),
        why: (0,messages_text/* text */.Qq)('Its record still holds an earlier address, or an old answer is still in a cache.', '其解析记录仍为旧地址，或旧的解析结果仍在缓存中。'),
        cure: (0,messages_text/* text */.Qq)(`Change the A record of ${p.domain} to ${p.expected} (https://console.cloud.tencent.com/cns), wait for its TTL, then run the command \`verify\`. If ${p.expected} is not the public address of the server, set \`public-ip\`.`, `请将 ${p.domain} 的 A 记录改为 ${p.expected}（https://console.cloud.tencent.com/cns），等待 TTL 到期后运行 \`verify\` 命令。如果 ${p.expected} 不是服务器的公网地址，请设置 \`public-ip\`。`),
    }),
    DNS_SEVERAL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain} leads to several addresses: ${p.found}. Only ${p.expected} is this server.`, `域名 ${p.domain} 解析到多个地址：${p.found}。其中只有 ${p.expected} 是本服务器。`),
        why: (0,messages_text/* text */.Qq)('Several A records are used in turn: a part of the requests goes to the other address.', '多条 A 记录会被轮流使用：一部分请求会到达其他地址。'),
        cure: (0,messages_text/* text */.Qq)(`Remove the A records of ${p.domain} other than ${p.expected} (https://console.cloud.tencent.com/cns), then run the command \`verify\`.`, `请删除 ${p.domain} 中除 ${p.expected} 以外的 A 记录（https://console.cloud.tencent.com/cns），然后运行 \`verify\` 命令。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/route.js

const keptEn = 'The deployment stays as it is; run the command `verify` once this is done.';
const keptZh = '部署保持不变；处理完成后请运行 `verify` 命令。';
/** Failures on the way from the world to the application: nginx, firewalls, the route. */
const routeErrors = {
    NGINX_NOT_SERVING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx does not serve the application on port ${p.port}. Listening there: ${p.listener}`, `nginx 未在端口 ${p.port} 上提供该应用的服务。该端口的监听程序：${p.listener}`),
        why: (0,messages_text/* text */.Qq)('The application is healthy, but a request through nginx on the server itself did not reach it.', '应用是健康的，但在服务器内部经由 nginx 的请求未能到达应用。'),
        cure: (0,messages_text/* text */.Qq)('On the server, run nginx -t and look at the end of /var/log/nginx/error.log; if another program holds the port, stop it or choose another `https-port`.', '请在服务器上运行 nginx -t，并查看 /var/log/nginx/error.log 末尾；如果端口被其他程序占用，请停止该程序或更换 `https-port`。'),
    }),
    HOST_FIREWALL_CLOSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The firewall on the server (${p.program}) does not let TCP port ${p.port} in.`, `服务器上的防火墙（${p.program}）未放行 TCP 端口 ${p.port}。`),
        why: (0,messages_text/* text */.Qq)('On the server itself nginx answers; from outside nothing does, and the firewall has no rule for the port.', '在服务器内部 nginx 有响应，从外部则没有，且该防火墙没有该端口的放行规则。'),
        cure: (0,messages_text/* text */.Qq)(`On the server, run: ${p.command}. ${keptEn}`, `请在服务器上运行：${p.command}。${keptZh}`),
    }),
    CLOUD_FIREWALL_OR_ROUTE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`From outside nothing answers at ${p.address}, TCP port ${p.port} (${p.detail}).`, `从外部访问 ${p.address} 的 TCP 端口 ${p.port} 没有响应（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('On the server itself nginx answers and no firewall of its own is in the way. What is left is the firewall of the cloud (Lighthouse firewall, security group), or the way from this runner to the server.', '在服务器内部 nginx 有响应，且服务器自身的防火墙没有拦截。剩下的可能是云防火墙（轻量应用服务器防火墙、安全组），或运行器到服务器之间的线路。'),
        cure: (0,messages_text/* text */.Qq)(`Add an inbound rule: protocol TCP, port ${p.port}, source 0.0.0.0/0, allow. Lighthouse: https://console.cloud.tencent.com/lighthouse > the instance > Firewall > Add rule. CVM: https://console.cloud.tencent.com/cvm/securitygroup > the instance's group > Inbound rules > Add rule (TCP:${p.port}). If the rule is there, open the address from another network, to tell a bad route. ${keptEn}`, `请添加一条入站规则：协议 TCP，端口 ${p.port}，来源 0.0.0.0/0，策略允许。轻量应用服务器：https://console.cloud.tencent.com/lighthouse > 实例 > 防火墙 > 添加规则。云服务器：https://console.cloud.tencent.com/cvm/securitygroup > 实例所属安全组 > 入站规则 > 添加规则（TCP:${p.port}）。如果规则已存在，请换一个网络访问该地址，以判断是否为线路问题。${keptZh}`),
    }),
    OUTSIDE_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`From outside nothing answers at ${p.address}, TCP port ${p.port} (${p.detail}).`, `从外部访问 ${p.address} 的 TCP 端口 ${p.port} 没有响应（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('From here it cannot be told whether nginx, the firewall of the server, that of the cloud or the route is to blame. ECONNREFUSED usually means that nothing listens, ETIMEDOUT that a firewall drops.', '仅从外部无法判断是 nginx、服务器防火墙、云防火墙还是线路的问题。ECONNREFUSED 通常表示没有程序监听，ETIMEDOUT 通常表示被防火墙丢弃。'),
        cure: (0,messages_text/* text */.Qq)(`In this order: see on the server that nginx listens (ss -ltn 'sport = :${p.port}'), that ufw or firewalld lets TCP ${p.port} in, and that the Lighthouse firewall or security group does (TCP:${p.port} from 0.0.0.0/0). The command \`deploy\` tells them apart by itself.`, `请依次检查：服务器上 nginx 是否在监听（ss -ltn 'sport = :${p.port}'）；ufw 或 firewalld 是否放行 TCP ${p.port}；轻量应用服务器防火墙或安全组是否放行（TCP:${p.port}，来源 0.0.0.0/0）。\`deploy\` 命令会自动区分这些情况。`),
    }),
    REQUEST_RESET_BY_NAME: (p) => ({
        what: (0,messages_text/* text */.Qq)(`A TLS connection to ${p.address}:${p.port} is cut when it names ${p.domain} (${p.detail}), and let through without the name.`, `向 ${p.address}:${p.port} 发起的 TLS 连接在带有域名 ${p.domain} 时被中断（${p.detail}），不带域名则可以通过。`),
        why: (0,messages_text/* text */.Qq)('The cause is not known for certain. Most likely the name is not filed (备案) with the provider of this server: servers in mainland China have such names blocked on the way.', '无法确定具体原因。最可能的情况是该域名尚未在此服务器的云服务商处备案（或接入备案）：中国大陆的服务器会在网络上拦截此类域名。'),
        cure: (0,messages_text/* text */.Qq)(`Look at https://console.cloud.tencent.com/beian whether ${p.domain} is filed with Tencent Cloud; a filing with another provider has to be transferred (接入备案). ${keptEn}`, `请在 https://console.cloud.tencent.com/beian 查看 ${p.domain} 是否已在腾讯云备案；在其他服务商处的备案需要办理接入备案。${keptZh}`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/served.js

/** Failures of what is served: TLS, certificate, answer. */
const servedErrors = {
    OUTSIDE_PLAIN_HTTP: (p) => ({
        what: (0,messages_text/* text */.Qq)(`What answers at ${p.address}, port ${p.port}, speaks no TLS.`, `${p.address} 端口 ${p.port} 上的响应程序不支持 TLS。`),
        why: (0,messages_text/* text */.Qq)('Another program holds the port, a proxy in between answers in plain http, or the `listen` of nginx lacks `ssl`.', '该端口被其他程序占用，或中间代理以明文 http 响应，或 nginx 的 `listen` 缺少 `ssl`。'),
        cure: (0,messages_text/* text */.Qq)(`See on the server who listens: ss -ltnp 'sport = :${p.port}'. Stop it, or choose another \`https-port\`.`, `请在服务器上查看监听程序：ss -ltnp 'sport = :${p.port}'。请停止该程序，或更换 \`https-port\`。`),
    }),
    TLS_HANDSHAKE_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The TLS handshake with ${p.domain}:${p.port} failed: ${p.detail}`, `与 ${p.domain}:${p.port} 的 TLS 握手失败：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('TLS 1.2 and 1.3 were offered, as WeChat needs. The server has only older versions, has nothing for this name, or another program answers.', '握手时提供了微信所要求的 TLS 1.2 和 1.3。服务器只支持更旧的版本，或没有该域名的配置，或由其他程序响应。'),
        cure: (0,messages_text/* text */.Qq)('Let nginx offer `ssl_protocols TLSv1.2 TLSv1.3` (also in the first server block of this port, whose value counts), and see that `server_name` holds the domain.', '请让 nginx 启用 `ssl_protocols TLSv1.2 TLSv1.3`（同一端口的第一个 server 块的设置优先），并确认 `server_name` 包含该域名。'),
    }),
    SERVED_CERTIFICATE_WRONG: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} serves another certificate (SHA-256 ${p.served}) than the one installed (${p.expected}).`, `${p.domain}:${p.port} 提供的证书（SHA-256 ${p.served}）不是已安装的证书（${p.expected}）。`),
        why: (0,messages_text/* text */.Qq)('On the server nginx serves the new one. From outside something else answers: another server behind the address, a CDN or a load balancer.', '在服务器内部 nginx 提供的是新证书。从外部响应的是其他设备：该地址后面的另一台服务器、CDN 或负载均衡。'),
        cure: (0,messages_text/* text */.Qq)('Check that the address belongs to this server (`public-ip`); where a CDN or load balancer stands before it, install the certificate there too.', '请确认该地址属于本服务器（`public-ip`）；如果前面有 CDN 或负载均衡，请在那里也安装该证书。'),
    }),
    SERVED_CHAIN_INCOMPLETE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} sends an incomplete certificate chain (certificates sent: ${p.count}; missing: "${p.missing}").`, `${p.domain}:${p.port} 发送的证书链不完整（已发送证书数：${p.count}；缺少：“${p.missing}”）。`),
        why: (0,messages_text/* text */.Qq)('Browsers on a computer fetch a missing certificate by themselves, WeChat does not (request:fail ssl hand shake error). An authority of your own is not known to any phone.', '电脑浏览器会自动补全缺失的证书，微信不会（request:fail ssl hand shake error）。自建的证书机构不被任何手机信任。'),
        cure: (0,messages_text/* text */.Qq)('Let `ssl_certificate` of nginx name the file *_bundle.crt of the nginx download, which holds the whole chain.', '请让 nginx 的 `ssl_certificate` 指向 nginx 格式下载包中的 *_bundle.crt 文件，它包含完整的证书链。'),
    }),
    SERVED_CERTIFICATE_EXPIRED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} serves a certificate whose time is over (it, or one above it; its own ends at ${p.notAfter}).`, `${p.domain}:${p.port} 提供的证书已过期（证书本身或其上级；本身的到期时间为 ${p.notAfter}）。`),
        why: (0,messages_text/* text */.Qq)('No client accepts it any more.', '任何客户端都不再接受该证书。'),
        cure: (0,messages_text/* text */.Qq)('Renew the certificate and deploy it: both PEMs from the same download in `certificate-chain` and `certificate-key`.', '请续期并重新部署证书：`certificate-chain` 和 `certificate-key` 使用同一次下载的两个 PEM。'),
    }),
    SERVED_CERTIFICATE_NAMES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} serves a certificate that is not valid for ${p.domain}, but for: ${p.names}`, `${p.domain}:${p.port} 提供的证书不适用于 ${p.domain}，而适用于：${p.names}`),
        why: (0,messages_text/* text */.Qq)('Another server block of nginx answers for this name, or the certificate is that of another domain.', 'nginx 的其他 server 块响应了该域名，或该证书属于其他域名。'),
        cure: (0,messages_text/* text */.Qq)('Deploy with a certificate for this domain; see that no other server block on this port has it in `server_name`.', '请使用该域名的证书进行部署；并确认同一端口没有其他 server 块的 `server_name` 包含该域名。'),
    }),
    SERVED_CERTIFICATE_UNTRUSTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.domain}:${p.port} serves a certificate that nobody trusts (issued by "${p.issuer}"; ${p.detail}).`, `${p.domain}:${p.port} 提供的证书不受信任（签发者“${p.issuer}”；${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('It is self-signed, or comes from a private authority. WeChat accepts only authorities that are built into phones.', '它是自签名证书，或由私有机构签发。微信只接受手机系统内置的证书机构。'),
        cure: (0,messages_text/* text */.Qq)("Use a certificate of a public authority (the free one of Tencent Cloud, or Let's Encrypt). For a test with an authority of your own, set NODE_EXTRA_CA_CERTS to the file with its root.", "请使用公共证书机构签发的证书（腾讯云免费证书或 Let's Encrypt）。如需用自建机构进行测试，请将 NODE_EXTRA_CA_CERTS 设为其根证书文件。"),
    }),
    HTTPS_NO_ANSWER: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.url}: TLS stands, but the request brought no response (${p.detail}).`, `${p.url}：TLS 连接成功，但请求没有得到响应（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('The application hangs or is too slow, or something on the way cuts the connection once the request is sent.', '应用无响应或过慢，或请求发出后连接在途中被中断。'),
        cure: (0,messages_text/* text */.Qq)('Ask for the same path on the server itself (curl on the port of the application). If it is slow there too, look at the log and the database of the application.', '请在服务器上直接访问同一路径（用 curl 访问应用端口）。如果同样缓慢，请检查应用日志和数据库。'),
    }),
    APPLICATION_STATUS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.url} answers with status ${p.status}; expected: ${p.expected}`, `${p.url} 返回状态码 ${p.status}；期望：${p.expected}`),
        why: (0,messages_text/* text */.Qq)('502 and 504 come from nginx, which does not reach the application; 503 of an actuator means that a part of it (a database) is down; 401, 403 and 404 mean that the path is protected or lies elsewhere.', '502 和 504 来自 nginx，表示无法连接应用；actuator 返回 503 表示其某个组件（如数据库）不可用；401、403、404 表示该路径受保护或不存在。'),
        cure: (0,messages_text/* text */.Qq)('Look at the log of the application (docker logs); if the application is well, correct `health-path` and `health-status`.', '请查看应用日志（docker logs）；如果应用正常，请改正 `health-path` 和 `health-status`。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/check.js





/** Failures that the looks from outside and inside tell apart: one file a place on the way, joined here. */
const checkErrors = {
    ...applicationErrors,
    ...databaseErrors,
    ...routeErrors,
    ...dnsErrors,
    ...servedErrors,
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/container.js

/** Failures of the container, and of what two of them need side by side. */
const containerErrors = {
    CONTAINER_NOT_OURS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`A container named ${p.container} exists and is not of this application (owner: ${p.owner}).`, `已存在名为 ${p.container} 的容器，且不属于本应用（所有者：${p.owner}）。`),
        why: (0,messages_text/* text */.Qq)('It was set up by hand or by another application; replacing it could lose its data.', '它由手工或其他应用创建；替换可能丢失数据。'),
        cure: (0,messages_text/* text */.Qq)('Leave `adopt` at `true` to have a container set up by hand taken over. Else choose another `app`, or rename it (`docker rename`) and stop it when its data is safe.', '保持 `adopt` 为 `true` 即可接管手工部署的容器；否则请改用其他 `app` 名称，或在确认数据安全后将其改名（`docker rename`）并停止。'),
    }),
    CONTAINER_NAME_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Another container took the name ${p.container} during the deploy; the new version keeps the name ${p.ours}.`, `部署期间另一个容器占用了名称 ${p.container}；新版本保留名称 ${p.ours}。`),
        why: (0,messages_text/* text */.Qq)('This action did not create that container.', '该容器不是由本操作创建的。'),
        cure: (0,messages_text/* text */.Qq)(`Rename it and run the workflow again: docker rename ${p.container} ${p.container}-old`, `请将其改名后重新运行工作流：docker rename ${p.container} ${p.container}-old`),
    }),
    VOLUME_PRIVATE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The container cannot mount ${p.path}: it would give the application access to ${p.opened}.`, `容器不能挂载 ${p.path}：应用会因此可以访问 ${p.opened}。`),
        why: (0,messages_text/* text */.Qq)('The action keeps the values of `env` and scripts there that root runs, or nginx its configuration and keys. Nothing was changed.', '那里存放着 `env` 的值和由 root 运行的脚本，或 nginx 的配置和私钥。尚未做任何更改。'),
        cure: (0,messages_text/* text */.Qq)('List in `volumes` only folders with data of the application, such as `/docker/app/<app>/file-system`. If an existing container mounts the folder, list its other mounts there and move the data that it needs to a folder of its own.', '`volumes` 中只写应用数据所在的目录，例如 `/docker/app/<app>/file-system`。如果是现有容器挂载了该目录，请在其中写明其余挂载，并将所需数据移到单独的目录。'),
    }),
    NETWORK_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`There is no Docker network named ${p.network} on the server.`, `服务器上没有名为 ${p.network} 的 Docker 网络。`),
        why: (0,messages_text/* text */.Qq)(`These exist: ${p.known}.`, `现有网络：${p.known}。`),
        cure: (0,messages_text/* text */.Qq)(`Make it on the server: docker network create ${p.network}`, `请在服务器上创建：docker network create ${p.network}`),
    }),
    NETWORK_UNFIT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The Docker network ${p.network} cannot be used; it is of this kind: ${p.driver}.`, `无法使用 Docker 网络 ${p.network}；其类型为：${p.driver}。`),
        why: (0,messages_text/* text */.Qq)('nginx on the server reaches an application by a published port, and its health is asked at its own address: only a bridge that is not internal has both.', '服务器上的 nginx 通过发布的端口访问应用，健康检查使用容器自身的地址：只有非 internal 的 bridge 网络二者兼备。'),
        cure: (0,messages_text/* text */.Qq)('Name a bridge, made with `docker network create NAME`, or remove `network`.', '请填写用 `docker network create 名称` 创建的 bridge 网络，或删除 `network`。'),
    }),
    CONTAINER_NOT_STARTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The container of ${p.image} could not be started.`, `无法启动 ${p.image} 的容器。`),
        why: (0,messages_text/* text */.Qq)('The output below is docker’s own.', '下方为 docker 的输出。'),
        cure: (0,messages_text/* text */.Qq)('Correct `volumes`, `files`, `memory`, `docker-options` or what docker names. Is it iptables that lacks a chain, a firewall was started after Docker and took its rules away: `systemctl restart docker` brings them back.', '请修正 `volumes`、`files`、`memory`、`docker-options` 或 docker 提示的问题。若提示 iptables 缺少链，说明防火墙在 Docker 之后启动并清除了其规则：执行 `systemctl restart docker` 即可恢复。'),
    }),
    HEALTH_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application answers ${p.status} on ${p.path}, port ${p.port}; ${p.expected} is awaited (${p.seconds} s long).`, `应用在端口 ${p.port} 的 ${p.path} 返回 ${p.status}；期望 ${p.expected}（已等待 ${p.seconds} 秒）。`),
        why: (0,messages_text/* text */.Qq)(`It runs in ${p.container}, but does not say that it is well. Its last log lines are below.`, `应用在 ${p.container} 中运行，但未报告健康。下方为其最后的日志。`),
        cure: (0,messages_text/* text */.Qq)('Cure what its log names (a database that is not reached?), or set `health-path` and `health-status`.', '请按日志处理（例如数据库无法连接），或设置 `health-path` 和 `health-status`。'),
    }),
    EMBEDDED_DATABASE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The application keeps its data in a file (${p.database}), which two versions at once cannot share.`, `应用将数据保存在文件中（${p.database}），两个版本无法同时使用。`),
        why: (0,messages_text/* text */.Qq)('A deploy starts the new version beside the old one before it switches.', '部署时会先让新版本与旧版本并行运行，再切换。'),
        cure: (0,messages_text/* text */.Qq)(`Use a database server (MySQL), or stop the old version before each deploy and run again: \`docker stop ${p.container}\`. The site is down until the deploy finishes; the stopped container keeps its files.`, `请改用数据库服务器（MySQL），或在每次部署前停止旧版本再重新运行：\`docker stop ${p.container}\`。部署完成前服务不可用；已停止的容器保留其文件。`),
    }),
    MEMORY_TOO_SMALL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Two versions at once need about ${p.needed} MB more; ${p.available} MB are available.`, `两个版本同时运行约需 ${p.needed} MB 内存；可用 ${p.available} MB。`),
        why: (0,messages_text/* text */.Qq)('The old version uses that much, and the new one will stand beside it for a while.', '旧版本占用这么多内存，新版本会与其并行一段时间。'),
        cure: (0,messages_text/* text */.Qq)('Stop what is not needed on the server, add swap, or choose a larger server.', '请停止服务器上不需要的程序、增加 swap，或升级服务器。'),
    }),
    NO_PORT_LEFT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`No port from ${p.from} to ${p.to} is free on the server’s loopback.`, `服务器回环地址上 ${p.from} 到 ${p.to} 没有空闲端口。`),
        why: (0,messages_text/* text */.Qq)('Every container has a loopback port of its own.', '每个容器都有自己的回环端口。'),
        cure: (0,messages_text/* text */.Qq)('Look at `ss -ltnp` on the server for what holds them.', '请在服务器上用 `ss -ltnp` 查看占用者。'),
    }),
};

// EXTERNAL MODULE: ./.build/lib/messages/errors/container-files.js
var container_files = __webpack_require__(11158);
;// CONCATENATED MODULE: ./.build/lib/messages/errors/container-input.js

/** Failures of the inputs that say how the image is built and the container runs. */
const containerInputErrors = {
    INPUT_JAVA_OPTIONS_LINE: (_) => ({
        what: (0,messages_text/* text */.Qq)('`java-options` holds a line break or another control character.', '`java-options` 中有换行或其他控制字符。'),
        why: (0,messages_text/* text */.Qq)('The variable JAVA_TOOL_OPTIONS, which it becomes, is one line.', '它会成为变量 JAVA_TOOL_OPTIONS，该变量只占一行。'),
        cure: (0,messages_text/* text */.Qq)('Write the options on one line, with blanks between them. `java-options: >-` lets YAML join several lines.', '请把选项写在一行，用空格分隔。用 `java-options: >-` 可让 YAML 把多行合为一行。'),
    }),
    INPUT_JAVA_OPTIONS_QUOTE: (_) => ({
        what: (0,messages_text/* text */.Qq)('`java-options` holds a quote that is not closed.', '`java-options` 中有未闭合的引号。'),
        why: (0,messages_text/* text */.Qq)('With such options no JVM starts.', '带有这样的选项，JVM 无法启动。'),
        cure: (0,messages_text/* text */.Qq)('Close it. A quote that is meant itself goes into quotes of the other kind.', '请闭合引号。若引号本身是内容，请用另一种引号括起来。'),
    }),
    INPUT_MEMORY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`memory\` cannot be "${p.value}".`, `\`memory\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is a size as Docker writes it: digits, then nothing (bytes), `k`, `m` or `g`; at least 64m, since even a small Spring Boot application needs about twice that.', '它采用 Docker 的写法：数字后接空（字节）、`k`、`m` 或 `g`；至少 64m，因为即使很小的 Spring Boot 应用也需要约两倍于此的内存。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `512m` or `1g`.', '请写成 `512m` 或 `1g` 的形式。'),
    }),
    INPUT_TIMEZONE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`timezone\` cannot be "${p.value}".`, `\`timezone\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('No time zone of this name is in the IANA database; an abbreviation (CST) or an offset (+08:00) is no name.', 'IANA 时区数据库中没有这个名称；缩写（CST）和偏移量（+08:00）都不是时区名称。'),
        cure: (0,messages_text/* text */.Qq)(`The nearest name is \`${p.nearest}\`. China has \`Asia/Shanghai\`.`, `最接近的名称是 \`${p.nearest}\`。中国使用 \`Asia/Shanghai\`。`),
    }),
    INPUT_FILE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`files\`, line ${p.line}, cannot be "${p.value}".`, `\`files\` 第 ${p.line} 行不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('A line is `runner-path:container-path`; the latter is the absolute path of a file, without `..`, colons or backslashes. Files are always mounted read-only, so that `:ro` is not written.', '每行写 `运行器路径:容器路径`；后者是文件的绝对路径，不含 `..`、冒号和反斜杠。文件始终以只读方式挂载，因此不写 `:ro`。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `keys/apiclient_key.pem:/etc/wechat/apiclient_key.pem`. A folder of the server goes into `volumes`.', '请写成 `keys/apiclient_key.pem:/etc/wechat/apiclient_key.pem` 的形式。服务器上的文件夹请写在 `volumes` 中。'),
    }),
    INPUT_FILE_PLACE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`files\`: ${p.path} cannot be mounted beside ${p.other}.`, `\`files\`：${p.path} 无法与 ${p.other} 同时挂载。`),
        why: (0,messages_text/* text */.Qq)('Two mounts have the same path in the container, or a file would have to be made within a file or a read-only folder.', '两个挂载在容器内路径相同，或者需要在文件内、只读文件夹内创建文件。'),
        cure: (0,messages_text/* text */.Qq)('Mount the file elsewhere.', '请把文件挂载到别处。'),
    }),
    INPUT_VOLUME: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`volumes\`, line ${p.line}, cannot be "${p.value}".`, `\`volumes\` 第 ${p.line} 行不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('A line is `host:container`, or `host:container:ro` to mount it read-only; both are absolute paths below `/`, without `..`, colons or backslashes.', '每行写 `服务器路径:容器路径`，只读时写 `服务器路径:容器路径:ro`；两者都是 `/` 之下的绝对路径，不含 `..`、冒号和反斜杠。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `/docker/app/demo/logs:/docker/app/demo/logs`.', '请写成 `/docker/app/demo/logs:/docker/app/demo/logs` 的形式。'),
    }),
    INPUT_VOLUME_TWICE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`volumes\`, line ${p.line}, mounts ${p.path} in the container a second time.`, `\`volumes\` 第 ${p.line} 行再次挂载容器内的 ${p.path}。`),
        why: (0,messages_text/* text */.Qq)('One of the two folders would be hidden.', '其中一个文件夹会被遮住。'),
        cure: (0,messages_text/* text */.Qq)('Remove one of the lines, or mount it elsewhere.', '请删除其中一行，或挂载到别处。'),
    }),
    INPUT_ENV_LINE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`env\`, line ${p.line}, is not \`NAME=value\`. (The line is not shown, it may be secret.)`, `\`env\` 第 ${p.line} 行不是 \`NAME=value\` 的形式。（该行可能含机密，不予显示。）`),
        why: (0,messages_text/* text */.Qq)('A name begins with a letter or `_` and holds letters, digits, `_` `.` `-`; then comes `=`. Docker reads one variable a line: a value cannot hold a line break.', '变量名以字母或 `_` 开头，由字母、数字、`_` `.` `-` 组成，其后是 `=`。Docker 每行读取一个变量：值中不能有换行。'),
        cure: (0,messages_text/* text */.Qq)('Correct the line. A value of several lines (a PEM key) goes in encoded as base64 on one line, or as a file, by `files`.', '请改正该行。多行的值（如 PEM 密钥）请先用 base64 编码成一行，或用 `files` 作为文件提供。'),
    }),
    INPUT_ENV_TWICE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`env\`, line ${p.line}, sets ${p.name} a second time.`, `\`env\` 第 ${p.line} 行重复设置 ${p.name}。`),
        why: (0,messages_text/* text */.Qq)('Only one value can win.', '只有一个值能生效。'),
        cure: (0,messages_text/* text */.Qq)('Remove one of the lines.', '请删除其中一行。'),
    }),
    INPUT_ENV_LONG: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`env\`, line ${p.line}, is too long.`, `\`env\` 第 ${p.line} 行过长。`),
        why: (0,messages_text/* text */.Qq)('Docker reads lines of less than 64 KiB from an env file.', 'Docker 从 env 文件读取的每行须小于 64 KiB。'),
        cure: (0,messages_text/* text */.Qq)('Give a value of that size as a file, by `files`.', '这么大的值请用 `files` 作为文件提供。'),
    }),
    INPUT_NETWORK_MODE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`network\` cannot be "${p.value}".`, `\`network\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('On the network of the server, or in that of another container, two versions cannot listen on one port side by side; without a network nothing reaches the application.', '使用服务器自身的网络或其他容器的网络时，两个版本无法同时监听同一端口；没有网络则无法访问应用。'),
        cure: (0,messages_text/* text */.Qq)('Name a network made with `docker network create`, or remove the input: `host.docker.internal` reaches what runs on the server itself.', '请填写用 `docker network create` 创建的网络，或删除该输入：用 `host.docker.internal` 可以访问服务器上运行的程序。'),
    }),
    INPUT_NETWORK: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`network\` cannot be "${p.value}".`, `\`network\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is the name of one Docker network: letters, digits, `_` `.` `-`, a letter or digit first.', '它是一个 Docker 网络的名称：由字母、数字、`_` `.` `-` 组成，以字母或数字开头。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `backend`.', '请写成 `backend` 的形式。'),
    }),
    INPUT_BUILD_ARG: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`build-args\`, line ${p.line}, cannot be "${p.value}".`, `\`build-args\` 第 ${p.line} 行不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('A line is `NAME=value`, the name of letters, digits and `_`, not beginning with a digit, each given once.', '每行写 `NAME=value`，名称由字母、数字和 `_` 组成，不以数字开头，且只出现一次。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `JAR_FILE=target/demo.jar`.', '请写成 `JAR_FILE=target/demo.jar` 的形式。'),
    }),
    INPUT_DOCKER_OPTIONS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`docker-options\` holds ${p.sign} at character ${p.column}.`, `\`docker-options\` 第 ${p.column} 个字符处有 ${p.sign}。`),
        why: (0,messages_text/* text */.Qq)('The options are split as a shell splits words, but never run by one: no operators, variables, substitutions, patterns, comments or open quotes.', '这些选项按 shell 的分词规则拆分，但不会由 shell 执行：不允许运算符、变量、命令替换、通配符、注释或未闭合的引号。'),
        cure: (0,messages_text/* text */.Qq)('Where the character itself is meant, put the word into single quotes; else remove it.', '如果确实需要该字符，请把整个词放进单引号；否则请删除。'),
    }),
    INPUT_DOCKER_OPTION_RESERVED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`docker-options\` cannot hold \`${p.option}\`.`, `\`docker-options\` 中不能有 \`${p.option}\`。`),
        why: (0,messages_text/* text */.Qq)(`An input stands for it: \`${p.input}\`.`, `它由输入 \`${p.input}\` 表示。`),
        cure: (0,messages_text/* text */.Qq)(`Remove it and use \`${p.input}\`.`, `请删除它，改用 \`${p.input}\`。`),
    }),
    INPUT_DOCKER_OPTION_FIXED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`docker-options\` cannot hold \`${p.option}\`.`, `\`docker-options\` 中不能有 \`${p.option}\`。`),
        why: (0,messages_text/* text */.Qq)('The action sets it itself: a deployment could not be proven, undone or found again without it.', '它由本 Action 自行设置：否则无法验证、撤销或再次找到部署。'),
        cure: (0,messages_text/* text */.Qq)('Remove it.', '请删除它。'),
    }),
    INPUT_DOCKER_OPTION_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`docker-options\` holds \`${p.option}\`, which \`docker run\` does not know.`, `\`docker-options\` 中的 \`${p.option}\` 不是 \`docker run\` 的选项。`),
        why: (0,messages_text/* text */.Qq)(`The nearest option is \`${p.nearest}\`.`, `最接近的选项是 \`${p.nearest}\`。`),
        cure: (0,messages_text/* text */.Qq)('Correct or remove it.', '请改正或删除它。'),
    }),
    INPUT_DOCKER_OPTION_VALUE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`docker-options\`: \`${p.option}\` lacks its value.`, `\`docker-options\` 中 \`${p.option}\` 缺少取值。`),
        why: (0,messages_text/* text */.Qq)('The option takes a value, and nothing follows it.', '该选项需要一个值，但其后没有内容。'),
        cure: (0,messages_text/* text */.Qq)(`Write \`${p.option} VALUE\`.`, `请写成 \`${p.option} 值\`。`),
    }),
    INPUT_DOCKER_OPTION_WORD: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`docker-options\` holds the word "${p.word}", which belongs to no option.`, `\`docker-options\` 中的“${p.word}”不属于任何选项。`),
        why: (0,messages_text/* text */.Qq)('Docker would take it for the image, and all that follows for a command.', 'Docker 会把它当作镜像名，并把其后的内容当作命令。'),
        cure: (0,messages_text/* text */.Qq)('Remove it. A switch takes its value after `=`: `--read-only=true`.', '请删除它。开关类选项的值写在 `=` 之后：`--read-only=true`。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/docker.js

/** Failures of the Docker Engine, of base images and of builds. */
const dockerErrors = {
    DOCKER_NOT_STARTED: (_) => ({
        what: (0,messages_text/* text */.Qq)('The Docker Engine does not start.', 'Docker Engine 无法启动。'),
        why: (0,messages_text/* text */.Qq)('The output below is its own.', '下方为其输出。'),
        cure: (0,messages_text/* text */.Qq)('Look at `journalctl -u docker` on the server; often daemon.json or iptables is the cause.', '请在服务器上查看 `journalctl -u docker`；常见原因是 daemon.json 或 iptables。'),
    }),
    DOCKER_SNAP: (_) => ({
        what: (0,messages_text/* text */.Qq)('Docker is installed as a snap.', 'Docker 是以 snap 方式安装的。'),
        why: (0,messages_text/* text */.Qq)('A snap cannot mount folders outside its own, so that volumes would be empty.', 'snap 无法挂载其目录之外的文件夹，数据卷会是空的。'),
        cure: (0,messages_text/* text */.Qq)('Remove it (`snap remove docker`) and run again: docker is then installed from the distribution.', '请移除（`snap remove docker`）后重新运行：会改用发行版的 docker。'),
    }),
    DOCKER_PODMAN: (_) => ({
        what: (0,messages_text/* text */.Qq)('`docker` on this server is Podman.', '该服务器上的 `docker` 实际是 Podman。'),
        why: (0,messages_text/* text */.Qq)('It lacks restart policies at boot and other things this deployment rests on.', '它缺少开机重启策略等本部署依赖的功能。'),
        cure: (0,messages_text/* text */.Qq)('Remove podman-docker and install Docker Engine, or remove it and let `provision` do so.', '请移除 podman-docker 并安装 Docker Engine，或移除后由 `provision` 安装。'),
    }),
    DOCKER_ROOTLESS: (_) => ({
        what: (0,messages_text/* text */.Qq)('The Docker Engine runs rootless.', 'Docker Engine 以 rootless 模式运行。'),
        why: (0,messages_text/* text */.Qq)('Its containers do not come back after a reboot unless their user lingers, and ports pass through a proxy of its own.', '其容器在重启后不会自动恢复（除非用户开启 linger），端口也经过其自己的代理。'),
        cure: (0,messages_text/* text */.Qq)('Install the Docker Engine of the system and stop the rootless one.', '请安装系统级 Docker Engine 并停用 rootless 引擎。'),
    }),
    DOCKER_TOO_OLD: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Docker Engine ${p.version} is too old for ${p.image}; ${p.needed} is needed.`, `Docker Engine ${p.version} 版本过低，无法用于 ${p.image}；需要 ${p.needed} 以上。`),
        why: (0,messages_text/* text */.Qq)('Its seccomp profile refuses system calls of newer base images, so that Java does not start.', '其 seccomp 配置会拒绝新基础镜像的系统调用，导致 Java 无法启动。'),
        cure: (0,messages_text/* text */.Qq)('Update the Docker Engine, or choose an older `base-image`.', '请升级 Docker Engine，或选用较旧的 `base-image`。'),
    }),
    DAEMON_JSON_INVALID: (_) => ({
        what: (0,messages_text/* text */.Qq)('/etc/docker/daemon.json is not a JSON object.', '/etc/docker/daemon.json 不是 JSON 对象。'),
        why: (0,messages_text/* text */.Qq)('To add a registry mirror it must be read; writing it anew would lose what it says.', '添加镜像加速需要读取该文件；重写会丢失其内容。'),
        cure: (0,messages_text/* text */.Qq)('Correct the file (`python3 -m json.tool /etc/docker/daemon.json` shows where).', '请修正该文件（`python3 -m json.tool /etc/docker/daemon.json` 可定位错误）。'),
    }),
    DAEMON_JSON_CHANGED: (_) => ({
        what: (0,messages_text/* text */.Qq)('/etc/docker/daemon.json was changed while the deployment ran.', '部署过程中 /etc/docker/daemon.json 被修改。'),
        why: (0,messages_text/* text */.Qq)('The action adds a registry mirror to this file. Writing it now would lose the change. The file was not changed by the action.', '本操作要在该文件中添加镜像加速；此时写入会丢失这一修改。本操作未更改该文件。'),
        cure: (0,messages_text/* text */.Qq)('Run the workflow again. It reads the file again.', '请重新运行工作流，它会重新读取该文件。'),
    }),
    IMAGE_TAG_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The image name ${p.tag} is already in use on the server.`, `服务器上已有名为 ${p.tag} 的镜像。`),
        why: (0,messages_text/* text */.Qq)('The action builds an image of this name and does not replace one that it did not build. Nothing was changed.', '本操作要构建该名称的镜像，但不会替换不是由它构建的镜像。尚未做任何更改。'),
        cure: (0,messages_text/* text */.Qq)(`Give it another name: docker tag ${p.tag} ${p.tag}-old && docker image rm ${p.tag}`, `请为其改名：docker tag ${p.tag} ${p.tag}-old && docker image rm ${p.tag}`),
    }),
    IMAGE_LATEST_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.tag} is left as it is.`, `${p.tag} 保持不变。`),
        why: (0,messages_text/* text */.Qq)('During the deploy it was given to an image that this action did not build.', '部署期间，该名称被用于不是由本操作构建的镜像。'),
        cure: (0,messages_text/* text */.Qq)(`If you do not need it, remove it: docker image rm ${p.tag}`, `如不再需要，请删除：docker image rm ${p.tag}`),
    }),
    BASE_IMAGE_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The base image could not be pulled: ${p.detail}`, `无法拉取基础镜像：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('The server does not reach the registry. Docker Hub is hardly reachable from China.', '服务器无法访问镜像仓库。国内几乎无法访问 Docker Hub。'),
        cure: (0,messages_text/* text */.Qq)('In this order: add a registry mirror to /etc/docker/daemon.json (on Tencent Cloud https://mirror.ccs.tencentyun.com); set `base-image` to one in a registry that the server reaches; or bring it once by hand: docker save IMAGE | ssh SERVER docker load.', '依次尝试：在 /etc/docker/daemon.json 中添加镜像加速（腾讯云为 https://mirror.ccs.tencentyun.com）；将 `base-image` 设为服务器可访问仓库中的镜像；或手动导入一次：docker save 镜像 | ssh 服务器 docker load。'),
    }),
    BASE_IMAGE_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The registry does not have the base image: ${p.detail}`, `镜像仓库中没有该基础镜像：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('Its name or tag is misspelt, it was withdrawn (openjdk was), or it is private.', '名称或标签有误、已下架（如 openjdk），或为私有镜像。'),
        cure: (0,messages_text/* text */.Qq)('Correct FROM in the Dockerfile or `base-image`; eclipse-temurin replaces openjdk.', '请修正 Dockerfile 的 FROM 或 `base-image`；openjdk 可用 eclipse-temurin 代替。'),
    }),
    BUILD_DISK_FULL: (_) => ({
        what: (0,messages_text/* text */.Qq)('The disk of the server became full during the build.', '构建过程中服务器磁盘已满。'),
        why: (0,messages_text/* text */.Qq)('Docker keeps images under its root directory.', 'Docker 将镜像保存在其根目录下。'),
        cure: (0,messages_text/* text */.Qq)('Make room: `docker image prune`, `docker builder prune`, old logs; then run again.', '请清理空间：`docker image prune`、`docker builder prune`、旧日志；然后重新运行。'),
    }),
    BUILD_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`docker build failed: ${p.detail}`, `docker build 失败：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('The last lines of its output are below.', '下方为其输出的最后几行。'),
        cure: (0,messages_text/* text */.Qq)('Correct the Dockerfile; `docker build` on your own machine shows the same.', '请修正 Dockerfile；在本机运行 `docker build` 可复现。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/dockerfile.js

/** Failures of the Dockerfile, all found on the runner before the server is contacted. */
const dockerfileErrors = {
    /** `detail` says what is wrong with it: missing, a folder, empty, no text, no FROM. */
    DOCKERFILE_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The Dockerfile cannot be read: ${p.path}`, `无法读取 Dockerfile：${p.path}`),
        why: (0,messages_text/* text */.Qq)(`Found: ${p.detail}`, `原因：${p.detail}`),
        cure: (0,messages_text/* text */.Qq)('Let `dockerfile` name a text file with a FROM line, relative to the workspace; or leave it empty, and one is rendered for the jar.', '请让 `dockerfile` 指向含有 FROM 行的文本文件（相对于工作区）；或留空，由本 Action 为该 jar 生成。'),
    }),
    /** `line` counts from 1; `there` lists files that are there, or says that there are none. */
    DOCKERFILE_COPY_FINDS_NOTHING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Line ${p.line} of the Dockerfile copies ${p.source}, which would not be there`, `Dockerfile 第 ${p.line} 行复制 ${p.source}，但该文件不会存在`),
        why: (0,messages_text/* text */.Qq)(`The build folder holds the jar (${p.jar}) and the files of \`context\`: ${p.there}`, `构建目录中只有 jar（${p.jar}）和 \`context\` 中的文件：${p.there}`),
        cure: (0,messages_text/* text */.Qq)('Correct the path in the Dockerfile, or let `context` name the folder that holds this file.', '请改正 Dockerfile 中的路径，或让 `context` 指向含有该文件的目录。'),
    }),
    DOCKERFILE_COPY_FINDS_SEVERAL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Line ${p.line} of the Dockerfile copies ${p.source}, which matches several files, to one file`, `Dockerfile 第 ${p.line} 行把 ${p.source} 匹配到的多个文件复制成一个文件`),
        why: (0,messages_text/* text */.Qq)(`It matches: ${p.matches}`, `匹配到：${p.matches}`),
        cure: (0,messages_text/* text */.Qq)('Name the jar exactly, keep the other files out of `context`, or copy into a folder (a destination that ends with /).', '请写明 jar 的确切名称，或不要把其他文件放进 `context`，或复制到目录（目标以 / 结尾）。'),
    }),
    DOCKERFILE_NO_JAR: (p) => ({
        what: (0,messages_text/* text */.Qq)('No COPY or ADD of the Dockerfile takes the jar', 'Dockerfile 中没有任何 COPY 或 ADD 复制 jar'),
        why: (0,messages_text/* text */.Qq)(`The image would not contain ${p.jar}: looked for a source that ends in .jar, a folder, or \`COPY . .\`; COPY --from and ONBUILD do not count.`, `镜像中不会包含 ${p.jar}：查找了以 .jar 结尾的来源、目录以及 \`COPY . .\`；COPY --from 和 ONBUILD 不算。`),
        cure: (0,messages_text/* text */.Qq)('Add a line such as `COPY target/*.jar app.jar`, or leave `dockerfile` empty, and one is rendered for the jar.', '请加入类似 `COPY target/*.jar app.jar` 的一行；或将 `dockerfile` 留空，由本 Action 为该 jar 生成。'),
    }),
    DOCKERFILE_JAR_AMBIGUOUS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The Dockerfile copies several jars, and it cannot be told which is the application: ${p.sources}`, `Dockerfile 复制了多个 jar，无法判断哪个是应用：${p.sources}`),
        why: (0,messages_text/* text */.Qq)(`None of them is named like ${p.jar}, and \`context\` holds none of them.`, `它们都与 ${p.jar} 不同名，且 \`context\` 中都没有。`),
        cure: (0,messages_text/* text */.Qq)('Put the other jars into `context`, or name the application as the build names it (`COPY target/*.jar app.jar`).', '请把其他 jar 放进 `context`，或按构建产物的名称书写应用的 jar（`COPY target/*.jar app.jar`）。'),
    }),
    DOCKERFILE_ARG_UNSET: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Line ${p.line} of the Dockerfile uses \${${p.name}}, which has no value: ${p.instruction}`, `Dockerfile 第 ${p.line} 行使用了没有值的 \${${p.name}}：${p.instruction}`),
        why: (0,messages_text/* text */.Qq)('It is declared without a default, or not at all in this stage, and `build-args` does not set it.', '它在声明时没有默认值，或在该阶段没有声明，并且 `build-args` 没有设置它。'),
        cure: (0,messages_text/* text */.Qq)(`Give the input \`build-args\` a line ${p.name}=value, or the Dockerfile a default: ARG ${p.name}=value`, `请在输入 \`build-args\` 中加一行 ${p.name}=值，或在 Dockerfile 中给出默认值：ARG ${p.name}=值`),
    }),
    DOCKER_BASE_IMAGE_INVALID: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`base-image\` is not the name of an image: ${p.image}`, `\`base-image\` 不是有效的镜像名：${p.image}`),
        why: (0,messages_text/* text */.Qq)('A name is [host[:port]/]path[:tag][@sha256:digest], its path in lower case, without spaces.', '镜像名的格式为 [主机[:端口]/]路径[:标签][@sha256:摘要]，路径为小写，不含空格。'),
        cure: (0,messages_text/* text */.Qq)('Write for example `base-image: eclipse-temurin:17-jre`, or leave it empty for the one that fits the jar.', '例如写 `base-image: eclipse-temurin:17-jre`；或留空，使用适合该 jar 的镜像。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/input.js

/** Failures of the inputs, all found on the runner before the server is contacted. A secret's value is in none of them. */
const inputErrors = {
    INPUT_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The input \`${p.name}\` is missing.`, `缺少输入 \`${p.name}\`。`),
        why: (0,messages_text/* text */.Qq)(`The command \`${p.command}\` needs it.`, `命令 \`${p.command}\` 需要它。`),
        cure: (0,messages_text/* text */.Qq)(`Add \`${p.name}: ...\` under \`with:\`. Where it comes from a secret, check that the secret exists and has a value: a secret that does not exist is empty.`, `在 \`with:\` 下添加 \`${p.name}: ...\`。若取自 secret，请确认该 secret 存在且有值：不存在的 secret 为空。`),
    }),
    INPUT_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`There is no input named \`${p.name}\`.`, `没有名为 \`${p.name}\` 的输入。`),
        why: (0,messages_text/* text */.Qq)('GitHub would only warn, and the value would have no effect.', 'GitHub 只会给出警告，该值不会生效。'),
        cure: (0,messages_text/* text */.Qq)(`The nearest name is \`${p.nearest}\`. Correct the name, or remove the line.`, `最接近的名称是 \`${p.nearest}\`。请改正名称，或删除该行。`),
    }),
    INPUT_CHOICE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('Only a fixed set of values is known.', '只支持固定的几个取值。'),
        cure: (0,messages_text/* text */.Qq)(`Use one of: ${p.allowed}.`, `请使用以下之一：${p.allowed}。`),
    }),
    INPUT_BOOLEAN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is either on or off.', '它只能是开或关。'),
        cure: (0,messages_text/* text */.Qq)('Write `true` or `false`.', '请写 `true` 或 `false`。'),
    }),
    INPUT_NUMBER: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)(`It is a whole number from ${p.least} to ${p.most}, in plain digits.`, `它必须是 ${p.least} 到 ${p.most} 之间的整数，只用数字书写。`),
        cure: (0,messages_text/* text */.Qq)('Write such a number, without unit or sign.', '请写这样的数字，不带单位和符号。'),
    }),
    INPUT_DOMAIN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`domain\` cannot be "${p.value}".`, `\`domain\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is the host name alone: no scheme, port, path, wildcard, IP address or localhost. WeChat accepts no IP address.', '它只能是域名本身：不带协议、端口、路径、通配符，也不能是 IP 地址或 localhost。微信不接受 IP 地址。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `api.example.com`; the port goes into `https-port`.', '请写成 `api.example.com` 的形式；端口写在 `https-port` 中。'),
    }),
    INPUT_HOST: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`host\` cannot be "${p.value}".`, `\`host\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is a host name, an IPv4 or an IPv6 address, without user name and port.', '它是主机名、IPv4 或 IPv6 地址，不带用户名和端口。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `203.0.113.10`; the rest goes into `username` and `port`.', '请写成 `203.0.113.10` 的形式；其余写在 `username` 和 `port` 中。'),
    }),
    INPUT_USERNAME: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`username\` cannot be "${p.value}".`, `\`username\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('A user name on Linux has no spaces, slashes, colons, quotes or @.', 'Linux 用户名不含空格、斜杠、冒号、引号或 @。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `root` or `ubuntu`.', '请写成 `root` 或 `ubuntu` 的形式。'),
    }),
    INPUT_PUBLIC_IP: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`public-ip\` cannot be "${p.value}".`, `\`public-ip\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is the public IPv4 or IPv6 address that the domain points at; a private, loopback or link-local address is reached by nobody outside.', '它是域名指向的公网 IPv4 或 IPv6 地址；内网、回环或链路本地地址外界无法访问。'),
        cure: (0,messages_text/* text */.Qq)('Copy the public address from the console of the server, or remove the input.', '请从服务器控制台复制公网地址，或删除该输入。'),
    }),
    INPUT_APP: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`app\` cannot be "${p.value}".`, `\`app\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('Its lower-case form names the image and the container: 2 to 64 letters, digits and single `.` `_` `-` between them.', '其小写形式用作镜像名和容器名：2 到 64 个字母、数字，中间可用单个 `.` `_` `-` 分隔。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `MCCM-server`.', '请写成 `MCCM-server` 的形式。'),
    }),
    INPUT_BASE_IMAGE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`base-image\` cannot be "${p.value}".`, `\`base-image\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is not a reference to an image: [registry[:port]/]name[:tag][@digest], the name in lower case.', '它不是有效的镜像引用：[仓库[:端口]/]名称[:标签][@摘要]，名称须小写。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `eclipse-temurin:17-jre`.', '请写成 `eclipse-temurin:17-jre` 的形式。'),
    }),
    INPUT_PROFILE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`spring-profile\` cannot be "${p.value}".`, `\`spring-profile\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is one or more names of letters, digits, `_` `.` `@` `-`, separated by commas.', '它是一个或多个名称，由字母、数字、`_` `.` `@` `-` 组成，用逗号分隔。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `prod` or `prod,wechat`.', '请写成 `prod` 或 `prod,wechat` 的形式。'),
    }),
    INPUT_PATH: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` cannot be "${p.value}".`, `\`${p.name}\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is one path on the runner, on one line.', '它是运行器上的一个路径，只占一行。'),
        cure: (0,messages_text/* text */.Qq)('Write a path relative to the workspace.', '请写相对于工作目录的路径。'),
    }),
    INPUT_HEALTH_PATH: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`health-path\` cannot be "${p.value}".`, `\`health-path\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It begins with `/` and holds only characters of a URL path (others as %XX), no scheme and host, no `$` or quotes.', '它以 `/` 开头，只含 URL 路径允许的字符（其他字符写成 %XX），不带协议和主机名，不含 `$` 和引号。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `/actuator/health`.', '请写成 `/actuator/health` 的形式。'),
    }),
    INPUT_SITE_PATH: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`static-site-path\` cannot be "${p.value}".`, `\`static-site-path\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is the path of a URL, made of letters, digits, `.` `_` `~` `-` and single slashes, without `..`.', '它是 URL 的路径，由字母、数字、`.` `_` `~` `-` 和单个斜杠组成，不含 `..`。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `/admin/`, or `/` for the whole host.', '请写成 `/admin/` 的形式，或写 `/` 表示整个域名。'),
    }),
    INPUT_HEALTH_STATUS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`health-status\` cannot be "${p.value}".`, `\`health-status\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It lists HTTP statuses from 100 to 599 and ranges of them, separated by commas.', '它列出 100 到 599 的 HTTP 状态码或其范围，用逗号分隔。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `200`, `200-299` or `200,204`.', '请写成 `200`、`200-299` 或 `200,204` 的形式。'),
    }),
    INPUT_BODY_SIZE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`max-body-size\` cannot be "${p.value}".`, `\`max-body-size\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('It is a size as nginx writes it: digits, then nothing (bytes), `k`, `m` or `g`; 0 means no limit.', '它采用 nginx 的写法：数字后接空（字节）、`k`、`m` 或 `g`；0 表示不限制。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `20m`.', '请写成 `20m` 的形式。'),
    }),
    INPUT_ARTIFACT_NAME: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`artifact-name\` cannot be "${p.value}".`, `\`artifact-name\` 不能是“${p.value}”。`),
        why: (0,messages_text/* text */.Qq)('GitHub allows none of " : < > | * ? \\ / and no line break in it; `<app>` stands for the application name.', 'GitHub 不允许其中出现 " : < > | * ? \\ / 和换行；`<app>` 代表应用名。'),
        cure: (0,messages_text/* text */.Qq)('Write it like `deployment-<app>`.', '请写成 `deployment-<app>` 的形式。'),
    }),
    INPUT_SNIPPET_CLOSES: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`nginx-snippet\`, line ${p.line}: a \`}\` closes a block that the snippet did not open.`, `\`nginx-snippet\` 第 ${p.line} 行：\`}\` 关闭了并非由片段打开的块。`),
        why: (0,messages_text/* text */.Qq)('It would end the server block that the snippet stands in.', '这会提前结束片段所在的 server 块。'),
        cure: (0,messages_text/* text */.Qq)('Remove the `}`, or add the `{` that is missing before it.', '请删除该 `}`，或补上前面缺少的 `{`。'),
    }),
    INPUT_SNIPPET_SYNTAX: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`nginx-snippet\`, line ${p.line}: nginx would not understand this near "${p.near}".`, `\`nginx-snippet\` 第 ${p.line} 行：nginx 无法理解“${p.near}”附近的内容。`),
        why: (0,messages_text/* text */.Qq)('A directive ends with `;`, a block with `}`, a quote with the same quote, and a space follows a closing quote. Lua blocks are not allowed: their text cannot be told from configuration.', '指令以 `;` 结束，块以 `}` 结束，引号须成对，闭合引号之后须有空格。不允许 Lua 块：无法把其文本与配置区分开。'),
        cure: (0,messages_text/* text */.Qq)('Complete it, as in `add_header X-Frame-Options DENY;`. Lua goes into a file, named by a `..._by_lua_file` directive.', '请补全，例如 `add_header X-Frame-Options DENY;`。Lua 代码请放入文件，用 `..._by_lua_file` 指令引用。'),
    }),
    INPUT_NEEDS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` needs \`${p.needed}\`.`, `\`${p.name}\` 需要同时给出 \`${p.needed}\`。`),
        why: (0,messages_text/* text */.Qq)('One without the other has no meaning.', '二者缺一则没有意义。'),
        cure: (0,messages_text/* text */.Qq)(`Add \`${p.needed}\`, or change \`${p.name}\`. Where it comes from a secret, check that the secret has a value.`, `请添加 \`${p.needed}\`，或修改 \`${p.name}\`。若取自 secret，请确认该 secret 有值。`),
    }),
    INPUT_CONFLICT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` and \`${p.other}\` exclude each other.`, `\`${p.name}\` 与 \`${p.other}\` 不能同时这样设置。`),
        why: (0,messages_text/* text */.Qq)('One of the two would have no effect.', '其中之一不会生效。'),
        cure: (0,messages_text/* text */.Qq)('Remove or change one of them.', '请删除或修改其中之一。'),
    }),
    INPUT_SAME_PORT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` and \`${p.other}\` are both ${p.port}.`, `\`${p.name}\` 与 \`${p.other}\` 都是 ${p.port}。`),
        why: (0,messages_text/* text */.Qq)('nginx cannot serve https and plain http on one port.', 'nginx 无法在同一端口上同时提供 https 和 http。'),
        cure: (0,messages_text/* text */.Qq)('Change one of them.', '请修改其中之一。'),
    }),
    INPUT_STATIC_PORT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`${p.name}\` is ${p.port}, which \`static-site\` needs for itself.`, `\`${p.name}\` 为 ${p.port}，而 \`static-site\` 需要独占该端口。`),
        why: (0,messages_text/* text */.Qq)('A static site is served on 443, and 80 leads there; nginx uses one server for a name and port.', '静态站点使用 443 端口，80 端口跳转到它；同名同端口 nginx 只使用一个 server。'),
        cure: (0,messages_text/* text */.Qq)('Leave `static-site` out, or choose another port: 8014 for the API is the default.', '请去掉 `static-site`，或改用其他端口：API 默认使用 8014。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/jar.js

/** Failures of the jar, all found on the runner before the server is contacted. */
const jarErrors = {
    /** `pattern` as the user gave it, `folder` the absolute folder it was looked for in. */
    JAR_NOT_FOUND: (p) => ({
        what: (0,messages_text/* text */.Qq)(`No file matches \`jar\`: ${p.pattern}`, `没有文件匹配 \`jar\`：${p.pattern}`),
        why: (0,messages_text/* text */.Qq)(`Looked in ${p.folder}.`, `查找的目录：${p.folder}。`),
        cure: (0,messages_text/* text */.Qq)('Build the project in a step before this one (for Maven: mvn -B package), or correct the path.', '请在此步骤之前先构建项目（Maven：mvn -B package），或改正路径。'),
    }),
    /** `setAside` lists the files that match but are never the application. */
    JAR_ONLY_SIDE_PRODUCTS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`jar\` (${p.pattern}) matches only files that cannot be started: ${p.setAside}`, `\`jar\`（${p.pattern}）只匹配到无法启动的文件：${p.setAside}`),
        why: (0,messages_text/* text */.Qq)('Files named *-plain.jar, *-plain.war, *-sources.jar, *-javadoc.jar and *.original are by-products of a build; the executable jar or war is missing.', '*-plain.jar、*-plain.war、*-sources.jar、*-javadoc.jar 和 *.original 都是构建的副产品，缺少可执行的 jar 或 war。'),
        cure: (0,messages_text/* text */.Qq)('Build the executable jar: with Maven the goal spring-boot:repackage of the spring-boot-maven-plugin, with Gradle the task bootJar or bootWar.', '请构建可执行 jar：Maven 使用 spring-boot-maven-plugin 的 repackage 目标，Gradle 使用 bootJar 或 bootWar 任务。'),
    }),
    /** `matches` lists the files, one a line or separated by commas. */
    JAR_AMBIGUOUS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`jar\` (${p.pattern}) matches more than one file: ${p.matches}`, `\`jar\`（${p.pattern}）匹配到多个文件：${p.matches}`),
        why: (0,messages_text/* text */.Qq)('Only one application can be deployed at a time.', '一次只能部署一个应用。'),
        cure: (0,messages_text/* text */.Qq)('Write a pattern that matches only one of them, or build into a clean folder (mvn -B clean package) so that old versions are gone.', '请写一个只匹配其中一个文件的模式，或先清理再构建（mvn -B clean package），以去掉旧版本。'),
    }),
    /** `detail` is the operating system's word. */
    JAR_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The jar cannot be read: ${p.path}`, `无法读取 jar：${p.path}`),
        why: (0,messages_text/* text */.Qq)(`The system says: ${p.detail}`, `系统返回：${p.detail}`),
        cure: (0,messages_text/* text */.Qq)('Let `jar` name a regular file that the user of the runner may read.', '请让 `jar` 指向运行器用户可读的普通文件。'),
    }),
    /** `detail` says what the file begins with. */
    JAR_NOT_A_ZIP: (p) => ({
        what: (0,messages_text/* text */.Qq)(`This is not a jar: ${p.path}`, `这不是 jar 文件：${p.path}`),
        why: (0,messages_text/* text */.Qq)(`A jar is a zip archive, and this file has no zip directory at its end. It begins with: ${p.detail}`, `jar 是 zip 归档，而此文件末尾没有 zip 目录。文件开头为：${p.detail}`),
        cure: (0,messages_text/* text */.Qq)('Let `jar` name the jar that the build makes. If the file comes from Git LFS, check it out with `lfs: true`; if it was downloaded, look at it: it may be an error page.', '请让 `jar` 指向构建生成的 jar。若文件来自 Git LFS，检出时请设置 `lfs: true`；若是下载得到的，请检查其内容，可能是错误页面。'),
    }),
    /** `detail` is what the zip reader met. */
    JAR_CORRUPT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The jar is damaged: ${p.path}`, `jar 已损坏：${p.path}`),
        why: (0,messages_text/* text */.Qq)(`While reading it: ${p.detail}`, `读取时出错：${p.detail}`),
        cure: (0,messages_text/* text */.Qq)('Build the jar again. If it passed through an artifact, a cache or a download, compare its size and SHA-256 with the original.', '请重新构建 jar。若它经过了 artifact、缓存或下载，请与原文件比较大小和 SHA-256。'),
    }),
    JAR_NO_MAIN_CLASS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The jar cannot be started: ${p.path}`, `jar 无法启动：${p.path}`),
        why: (0,messages_text/* text */.Qq)('Its META-INF/MANIFEST.MF is missing or names no Main-Class, so `java -jar` would refuse it.', '它的 META-INF/MANIFEST.MF 缺失或没有 Main-Class，`java -jar` 会拒绝启动。'),
        cure: (0,messages_text/* text */.Qq)('Build an executable jar: with Maven add the spring-boot-maven-plugin with its goal `repackage` (the parent spring-boot-starter-parent does so), with Gradle deploy what the task bootJar makes.', '请构建可执行 jar：Maven 项目加入 spring-boot-maven-plugin 并执行 `repackage` 目标（继承 spring-boot-starter-parent 时已自动配置），Gradle 项目请部署 bootJar 任务的产物。'),
    }),
    WAR_NOT_EXECUTABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The war cannot be started by itself: ${p.path}`, `war 无法独立启动：${p.path}`),
        why: (0,messages_text/* text */.Qq)('It is an ordinary war for a servlet container: its META-INF/MANIFEST.MF names no Main-Class, so `java -jar` would refuse it.', '它是供 Servlet 容器使用的普通 war：META-INF/MANIFEST.MF 中没有 Main-Class，`java -jar` 会拒绝启动。'),
        cure: (0,messages_text/* text */.Qq)('Let Spring Boot make it executable: with Maven the spring-boot-maven-plugin with its goal `repackage` beside `<packaging>war</packaging>` (the parent spring-boot-starter-parent does so), with Gradle deploy what the task bootWar makes.', '请用 Spring Boot 构建可执行 war：Maven 项目在 `<packaging>war</packaging>` 之外加入 spring-boot-maven-plugin 并执行 `repackage` 目标（继承 spring-boot-starter-parent 时已自动配置），Gradle 项目请部署 bootWar 任务的产物。'),
    }),
    /** `className` is the class that was looked for. */
    JAR_JAVA_VERSION_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The Java version that ${p.path} needs cannot be told`, `无法判断 ${p.path} 需要的 Java 版本`),
        why: (0,messages_text/* text */.Qq)(`The class ${p.className} is not in the jar, nor is any other class of the application.`, `jar 中没有类 ${p.className}，也没有应用的其他类。`),
        cure: (0,messages_text/* text */.Qq)('Check that the build compiled the application (Start-Class in META-INF/MANIFEST.MF must name one of its classes).', '请检查构建是否编译了应用（META-INF/MANIFEST.MF 中的 Start-Class 必须是其中的一个类）。'),
    }),
    /** `name` is the rejected name, `source` where it comes from (the jar's file name or the input). */
    APP_NAME_INVALID: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Not a usable application name: ${p.name} (from ${p.source})`, `不可用的应用名：${p.name}（来自 ${p.source}）`),
        why: (0,messages_text/* text */.Qq)('The name becomes a folder, an image and a container: 2 to 64 letters and digits of ASCII, in groups joined by a dot, one or two underscores, or dashes.', '该名称会用作目录、镜像和容器的名称：2 到 64 个 ASCII 字母和数字，各段之间用一个点、一到两个下划线或若干短横线连接。'),
        cure: (0,messages_text/* text */.Qq)('Give the input `app`, for example `app: mccm-server`.', '请填写输入 `app`，例如 `app: mccm-server`。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/nginx.js

/** Failures of nginx, and of the ports that it is to listen on. */
const nginxErrors = {
    NGINX_IN_CONTAINER: (_) => ({
        what: (0,messages_text/* text */.Qq)('nginx runs in a container on this server.', '该服务器上的 nginx 运行在容器中。'),
        why: (0,messages_text/* text */.Qq)('Its files and ports are the container’s; a second nginx on the host would fight for them.', '其文件和端口属于容器；在主机上再装一个 nginx 会冲突。'),
        cure: (0,messages_text/* text */.Qq)('Move its sites to an nginx on the host and stop the container, then run again.', '请将其站点迁移到主机上的 nginx 并停止该容器，然后重新运行。'),
    }),
    NGINX_SEVERAL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Several nginx masters run on this server (pids ${p.pids}).`, `该服务器上运行着多个 nginx 主进程（pid ${p.pids}）。`),
        why: (0,messages_text/* text */.Qq)('Which of them is to serve cannot be told.', '无法判断由哪个提供服务。'),
        cure: (0,messages_text/* text */.Qq)('Stop all but one, then run again.', '请只保留一个，然后重新运行。'),
    }),
    NGINX_BROKEN_BEFORE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx on this server does not accept its own configuration: ${p.said}`, `服务器上的 nginx 不接受其现有配置：${p.said}`),
        why: (0,messages_text/* text */.Qq)('It was broken before this deploy; nothing of it is ours to change.', '在本次部署之前就已损坏；不属于本部署可更改的内容。'),
        cure: (0,messages_text/* text */.Qq)('Correct the file that it names (`nginx -t`), then run again.', '请修正其指出的文件（`nginx -t`），然后重新运行。'),
    }),
    NGINX_SILENT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx on this server did not finish testing its configuration within ${p.seconds} s.`, `服务器上的 nginx 未能在 ${p.seconds} 秒内完成配置检查。`),
        why: (0,messages_text/* text */.Qq)('nginx opens every file that its configuration names. A named pipe in the place of a log file, or a network file system that does not answer, blocks it.', 'nginx 会打开配置中写明的每个文件。如果日志文件被替换为命名管道，或网络文件系统没有响应，nginx 就会一直等待。'),
        cure: (0,messages_text/* text */.Qq)('List the named pipes on the server: find / -xdev -type p. Remove the one that the nginx configuration names (`access_log`, `error_log`, `include`), verify with `timeout 10 nginx -t`, then run again.', '请在服务器上列出命名管道：find / -xdev -type p。删除 nginx 配置中写明的那一个（`access_log`、`error_log`、`include`），用 `timeout 10 nginx -t` 确认后重新运行。'),
    }),
    NGINX_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The nginx configuration cannot be read: ${p.file}, line ${p.line}.`, `无法读取 nginx 配置：${p.file} 第 ${p.line} 行。`),
        why: (0,messages_text/* text */.Qq)('nginx accepts it, so a module of this server has a syntax of its own there. Nothing was changed.', 'nginx 接受该配置，说明服务器上的某个模块在此处使用了自己的语法。尚未做任何改动。'),
        cure: (0,messages_text/* text */.Qq)('Replace that directive, and report the case with the directive’s name.', '请改写该指令，并附上指令名称反馈此问题。'),
    }),
    NGINX_BROKEN_BY_APP: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx on this server does not accept the file of the application ${p.app}, ${p.file}: ${p.said}`, `服务器上的 nginx 不接受应用 ${p.app} 的配置文件 ${p.file}：${p.said}`),
        why: (0,messages_text/* text */.Qq)('An earlier deploy of that application wrote the file. The file, or the certificate that it names, is damaged.', '该文件由该应用先前的部署写入；文件或其引用的证书已损坏。'),
        cure: (0,messages_text/* text */.Qq)(`Deploy ${p.app} first: its deploy writes the file and the certificate again. Then run this workflow again. If the deploy of ${p.app} reports the file of this application in turn, move ${p.file} away before it.`, `请先部署 ${p.app}：其部署会重新写入该文件和证书。然后重新运行本工作流。如果 ${p.app} 的部署又报告本应用的文件，请先移走 ${p.file}。`),
    }),
    NGINX_NO_INCLUDE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The http block of ${p.main} includes no folder.`, `${p.main} 的 http 块没有 include 任何目录。`),
        why: (0,messages_text/* text */.Qq)('The application’s file must lie where nginx reads it.', '应用的配置文件必须放在 nginx 会读取的位置。'),
        cure: (0,messages_text/* text */.Qq)('Add to its http block: include /etc/nginx/conf.d/*.conf;', '请在其 http 块中加入：include /etc/nginx/conf.d/*.conf;'),
    }),
    NGINX_FILE_NOT_OURS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.file} exists and is not of this application (owner: ${p.owner}).`, `${p.file} 已存在，且不属于本应用（所有者：${p.owner}）。`),
        why: (0,messages_text/* text */.Qq)('It was written by hand or for another application; the deploy would overwrite it.', '它由手工或其他应用写入；部署会覆盖它。'),
        cure: (0,messages_text/* text */.Qq)('Rename that file, or choose another `app`.', '请将该文件改名，或改用其他 `app` 名称。'),
    }),
    NGINX_FILE_CHANGED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.file} was changed while the deployment ran.`, `部署过程中 ${p.file} 被修改。`),
        why: (0,messages_text/* text */.Qq)('Somebody else edited it, or another application was deployed; writing over that would lose it.', '有人编辑了该文件，或其他应用正在部署；覆盖会丢失这些修改。'),
        cure: (0,messages_text/* text */.Qq)('Run the workflow again; it reads the file anew.', '请重新运行工作流，它会重新读取该文件。'),
    }),
    NGINX_FILE_EDITED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.file} was edited during the switch, so the undo left it as it is.`, `切换期间 ${p.file} 被修改，因此撤销时保持其现状。`),
        why: (0,messages_text/* text */.Qq)('The action restores a file of somebody else only if it still is as the action wrote it. Writing it now would lose the edit.', '对于他人的文件，只有内容仍与本操作写入的一致时才会恢复；此时写入会丢失这一修改。'),
        cure: (0,messages_text/* text */.Qq)(`On the server, compare the two and put back what is missing: \`diff ${p.backup} ${p.file}\`. Then check and reload nginx: \`nginx -t && nginx -s reload\`, remove ${p.backup}, and run the workflow again.`, `请在服务器上比较两个文件并补回缺少的内容：\`diff ${p.backup} ${p.file}\`；然后检查并重新加载 nginx：\`nginx -t && nginx -s reload\`，删除 ${p.backup}，再重新运行工作流。`),
    }),
    NGINX_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx refuses the new configuration: ${p.said}`, `nginx 拒绝新配置：${p.said}`),
        why: (0,messages_text/* text */.Qq)('It was judged beside the live files, which were not touched.', '检查是在副本上进行的，未改动线上文件。'),
        cure: (0,messages_text/* text */.Qq)('Correct `nginx-snippet` or what nginx names, then run again.', '请修正 `nginx-snippet` 或 nginx 指出的问题，然后重新运行。'),
    }),
    NGINX_NOT_STARTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx could not read its configuration anew or start: ${p.said}`, `nginx 无法重新加载或启动：${p.said}`),
        why: (0,messages_text/* text */.Qq)('Often another program holds port 80, which nginx’s default site wants.', '常见原因是其他程序占用了 nginx 默认站点需要的 80 端口。'),
        cure: (0,messages_text/* text */.Qq)('Stop that program or remove nginx’s default site, then run again.', '请停止该程序或移除 nginx 的默认站点，然后重新运行。'),
    }),
    NGINX_NOT_SWITCHED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx does not serve the new version on port ${p.port}.`, `nginx 未在端口 ${p.port} 提供新版本。`),
        why: (0,messages_text/* text */.Qq)(`Loopback brought status ${p.status}, release ${p.release}, configuration ${p.configuration}, certificate ${p.fingerprint}; expected: ${p.expected}.`, `回环访问得到状态 ${p.status}、版本 ${p.release}、配置 ${p.configuration}、证书 ${p.fingerprint}；期望：${p.expected}。`),
        cure: (0,messages_text/* text */.Qq)('Look at nginx’s error.log below: a port that cannot be bound, or a worker that does not start.', '请查看下方 nginx 的 error.log：端口无法绑定，或 worker 无法启动。'),
    }),
    SERVER_BLOCK_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx already has a server for ${p.domain}:${p.port} in ${p.file}, line ${p.line}.`, `nginx 已有 ${p.domain}:${p.port} 的 server，位于 ${p.file} 第 ${p.line} 行。`),
        why: (0,messages_text/* text */.Qq)('It is not managed by this deployment; of two servers with one name and port nginx uses only the first.', '它不由本部署管理；同名同端口的两个 server，nginx 只使用第一个。'),
        cure: (0,messages_text/* text */.Qq)('Leave `adopt` at `true` to have a server set up by hand taken over. Else remove that server block, or choose another `https-port` or `domain`; where it is the port of the application, set `publish-app-port: false`, and where it is 443 or 80, leave `static-site` out.', '保持 `adopt` 为 `true` 即可接管手工配置的 server；否则请移除该 server 块，或改用其他 `https-port` 或 `domain`；若为应用端口，请设置 `publish-app-port: false`；若为 443 或 80，请去掉 `static-site`。'),
    }),
    PORT_SPEAKS_OTHERWISE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Port ${p.port} is to speak ${p.wanted}, but a server in ${p.file}, line ${p.line}, has it speak otherwise.`, `端口 ${p.port} 需要使用 ${p.wanted}，但 ${p.file} 第 ${p.line} 行的 server 使用另一种协议。`),
        why: (0,messages_text/* text */.Qq)('nginx speaks TLS on a port as soon as one of its servers there does; the other one would be cut off.', '同一端口上只要有一个 server 使用 TLS，nginx 就会在该端口使用 TLS；另一个 server 会无法访问。'),
        cure: (0,messages_text/* text */.Qq)('Choose another `https-port` or `app-port`, or move that server to another port; for 443 and 80, leave `static-site` out.', '请改用其他 `https-port` 或 `app-port`，或将该 server 移到其他端口；若为 443 或 80，请去掉 `static-site`。'),
    }),
    PORT_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Port ${p.port} is held by ${p.process} (pid ${p.pid}, ${p.address}).`, `端口 ${p.port} 被 ${p.process} 占用（pid ${p.pid}，${p.address}）。`),
        why: (0,messages_text/* text */.Qq)('nginx is to listen there; its reload would return 0 and go on with the old configuration.', 'nginx 需要监听该端口；否则 reload 会返回 0 却继续使用旧配置。'),
        cure: (0,messages_text/* text */.Qq)('Stop that program, or choose another `https-port`; for 443 and 80, leave `static-site` out.', '请停止该程序，或改用其他 `https-port`；若为 443 或 80，请去掉 `static-site`。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/packages.js

/** Failures of bringing a server to "docker and nginx present". */
const packagesErrors = {
    LINUX_UNKNOWN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.missing} missing, and how to install on ${p.system} is not known to this version.`, `缺少 ${p.missing}，且本版本不支持在 ${p.system} 上自动安装。`),
        why: (0,messages_text/* text */.Qq)('Provisioning knows Debian and Ubuntu; TencentOS 2 to 4, OpenCloudOS 8 and 9, CentOS 7, CentOS Stream, Rocky, AlmaLinux and RHEL 8 and 9, and what takes the packages of those (`PLATFORM_ID` platform:el8 or el9 in /etc/os-release).', '自动安装支持 Debian 和 Ubuntu；TencentOS 2 至 4、OpenCloudOS 8 和 9、CentOS 7，CentOS Stream、Rocky、AlmaLinux、RHEL 的 8 和 9，以及使用其软件包的系统（/etc/os-release 中 `PLATFORM_ID` 为 platform:el8 或 el9）。'),
        cure: (0,messages_text/* text */.Qq)('Install docker, nginx, curl and openssl by hand, start the Docker Engine, then run again.', '请手动安装 docker、nginx、curl 和 openssl，启动 Docker Engine 后重新运行。'),
    }),
    PROVISION_NEEDED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Missing on the server: ${p.missing}`, `服务器上缺少：${p.missing}`),
        why: (0,messages_text/* text */.Qq)('`provision` is false, so nothing is installed.', '`provision` 为 false，因此不会安装任何软件。'),
        cure: (0,messages_text/* text */.Qq)(`Set \`provision: true\`, or run on the server: ${p.command}`, `请设置 \`provision: true\`，或在服务器上执行：${p.command}`),
    }),
    PACKAGES_LOCKED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Another ${p.manager} has been running on the server for ten minutes.`, `服务器上的另一个 ${p.manager} 已运行十分钟。`),
        why: (0,messages_text/* text */.Qq)('Fresh cloud servers update themselves after their first boot.', '新的云服务器首次启动后会自动更新。'),
        cure: (0,messages_text/* text */.Qq)('Run again in some minutes; `ps aux | grep -E "apt|dpkg|dnf|yum|rpm"` shows what runs.', '请几分钟后重新运行；`ps aux | grep -E "apt|dpkg|dnf|yum|rpm"` 可查看正在运行的进程。'),
    }),
    PACKAGES_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The server cannot read its package lists: ${p.said}`, `服务器无法读取软件包列表：${p.said}`),
        why: (0,messages_text/* text */.Qq)('Its package mirror does not answer, or its name does not resolve.', '软件包镜像源无响应，或域名无法解析。'),
        cure: (0,messages_text/* text */.Qq)(`Check ${p.lists} and the server’s DNS; within Tencent Cloud use its own mirror. The repositories of CentOS 7 have moved to vault.centos.org.`, `请检查 ${p.lists} 和服务器 DNS；腾讯云内请使用腾讯镜像源。CentOS 7 的软件源已迁移到 vault.centos.org。`),
    }),
    PACKAGES_REMOVE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Installing ${p.packages} would remove packages from the server: ${p.removed}`, `安装 ${p.packages} 会从服务器上移除软件包：${p.removed}`),
        why: (0,messages_text/* text */.Qq)('They come from another source and cannot be installed at the same time. Something on the server may use them. The action removes no packages, so nothing was installed.', '它们来自其他软件源，无法与之共存，服务器上可能有程序正在使用。本操作不会移除任何软件包，因此尚未安装任何软件。'),
        cure: (0,messages_text/* text */.Qq)(`Install Docker and nginx from the source that these packages come from (with containerd.io of Docker’s repository: docker-ce), or remove these packages if you do not need them. Then run again. The command that was tried: ${p.command}`, `请从这些软件包的来源安装 Docker 和 nginx（containerd.io 来自 Docker 官方软件源，对应 docker-ce），或在确认不需要后移除这些软件包，然后重新运行。尝试的命令：${p.command}`),
    }),
    PACKAGES_NOT_INSTALLED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.manager} could not install ${p.packages}: ${p.said}`, `${p.manager} 无法安装 ${p.packages}：${p.said}`),
        why: (0,messages_text/* text */.Qq)(`The output below is ${p.manager}’s own.`, `下方为 ${p.manager} 的输出。`),
        cure: (0,messages_text/* text */.Qq)(`Cure what ${p.manager} names on the server, then run again.`, `请在服务器上解决 ${p.manager} 提示的问题后重新运行。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/project.js

/** Failures of what the runner has to offer, beyond jar and Dockerfile themselves. */
const projectErrors = {
    PROFILE_SET_TWICE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The Dockerfile sets the Spring profile ${p.dockerfile}, and \`spring-profile\` says ${p.input}.`, `Dockerfile 设置了 Spring profile ${p.dockerfile}，而 \`spring-profile\` 为 ${p.input}。`),
        why: (0,messages_text/* text */.Qq)('The command line of the Dockerfile wins, so that the input would do nothing.', 'Dockerfile 的命令行优先，该输入不会生效。'),
        cure: (0,messages_text/* text */.Qq)('Leave `spring-profile` out, or take the profile out of the Dockerfile.', '请去掉 `spring-profile`，或从 Dockerfile 中移除 profile。'),
    }),
    CONTEXT_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`context\` cannot be read: ${p.folder} (${p.detail})`, `无法读取 \`context\`：${p.folder}（${p.detail}）`),
        why: (0,messages_text/* text */.Qq)('It must be a folder of the checkout.', '它必须是检出代码中的一个目录。'),
        cure: (0,messages_text/* text */.Qq)('Correct the path.', '请改正路径。'),
    }),
    FILE_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`A file of \`files\` cannot be read: ${p.path}`, `无法读取 \`files\` 中的文件：${p.path}`),
        why: (0,messages_text/* text */.Qq)(`The system says: ${p.detail}`, `系统返回：${p.detail}`),
        cure: (0,messages_text/* text */.Qq)('Let the line name a plain file that the user of the runner may read; a step before this one may have to write it.', '请让该行指向运行器用户可读的普通文件；可能需要由之前的步骤写出该文件。'),
    }),
    FILE_TOO_LARGE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`A file of \`files\` has ${p.megabytes} MB, more than 10: ${p.path}`, `\`files\` 中的文件有 ${p.megabytes} MB，超过 10 MB：${p.path}`),
        why: (0,messages_text/* text */.Qq)('These files are sent anew with every release, with keys and configuration in mind.', '这些文件随每个版本重新发送，适用于密钥和配置。'),
        cure: (0,messages_text/* text */.Qq)('Put it into a folder of the server and mount that by `volumes`, or build it into the image by `context`.', '请把它放入服务器上的文件夹并用 `volumes` 挂载，或用 `context` 构建进镜像。'),
    }),
    APPLICATION_SPEAKS_HTTPS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.app} itself speaks https (server.ssl in its configuration).`, `${p.app} 自身使用 https（配置中的 server.ssl）。`),
        why: (0,messages_text/* text */.Qq)('nginx ends TLS and passes plain http on, over loopback.', 'TLS 由 nginx 终止，并通过回环以 http 转发。'),
        cure: (0,messages_text/* text */.Qq)('Set server.ssl.enabled=false for the active profile.', '请在所用 profile 中设置 server.ssl.enabled=false。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/selinux.js

/** Failures of having an enforcing SELinux let nginx do its work. */
const selinuxErrors = {
    SELINUX_PORT_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`SELinux does not let port ${p.port} become one of nginx’s: ${p.said}`, `SELinux 不允许将端口 ${p.port} 设为 nginx 的端口：${p.said}`),
        why: (0,messages_text/* text */.Qq)(`The policy of the server reserves the port for another service (its type is ${p.type}), or the policy cannot be changed.`, `服务器的策略将该端口保留给其他服务（类型为 ${p.type}），或策略无法更改。`),
        cure: (0,messages_text/* text */.Qq)(`Choose another \`https-port\` (8443 is one of nginx’s in the targeted policy); \`semanage port -l | grep ${p.port}\` shows whose it is.`, `请换用其他 \`https-port\`（targeted 策略中 8443 属于 nginx）；\`semanage port -l | grep ${p.port}\` 可查看端口归属。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/host-key.js

/** Failures of telling whether the server is the right one. */
const hostKeyErrors = {
    HOST_KEY_INVALID: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Line ${p.line} of \`host-key\` cannot be read: ${p.value}`, `\`host-key\` 第 ${p.line} 行无法识别：${p.value}`),
        why: (0,messages_text/* text */.Qq)('Allowed are fingerprints (`SHA256:` and 43 characters), lines of known_hosts, of a .pub file or of `ssh-keygen -l`, and `accept-any`. MD5 fingerprints and @cert-authority are not.', '允许：指纹（`SHA256:` 加 43 个字符）、known_hosts 的行、.pub 文件的内容、`ssh-keygen -l` 的输出，以及 `accept-any`。不支持 MD5 指纹和 @cert-authority。'),
        cure: (0,messages_text/* text */.Qq)('Print the fingerprint on the server with `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` and paste it whole.', '在服务器上执行 `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub`，把输出完整粘贴过来。'),
    }),
    HOST_KEY_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`host-key\` is empty, so ${p.host}, port ${p.port}, cannot be told from an impostor. Nothing was sent to it.`, `未设置 \`host-key\`，无法确认 ${p.host} 端口 ${p.port} 不是冒充者。没有向其发送任何凭据。`),
        why: (0,messages_text/* text */.Qq)(`The server showed a key of type ${p.type} with the fingerprint ${p.line}`, `服务器出示的主机密钥类型为 ${p.type}，指纹为 ${p.line}`),
        cure: (0,messages_text/* text */.Qq)(`Compare on the server (console login): \`ssh-keygen -lf ${p.file}\`. If it prints the same, paste this line as \`host-key\`:\n${p.line}`, `请通过控制台登录服务器核对：\`ssh-keygen -lf ${p.file}\`。若输出一致，把下面这一行填入 \`host-key\`：\n${p.line}`),
    }),
    HOST_KEY_MISMATCH: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host}, port ${p.port}, shows a host key that \`host-key\` does not name. Nothing was sent to it.`, `${p.host} 端口 ${p.port} 出示的主机密钥不在 \`host-key\` 中。没有向其发送任何凭据。`),
        why: (0,messages_text/* text */.Qq)(`Shown: ${p.offered}. Pinned: ${p.pinned}. Either the server was installed anew, or \`host\` is another machine, or somebody stands in between.`, `出示：${p.offered}。固定：${p.pinned}。可能是服务器重装过系统，或 \`host\` 指向了另一台机器，或有中间人攻击。`),
        cure: (0,messages_text/* text */.Qq)(`Log in through the console and compare: \`ssh-keygen -lf ${p.file}\`. Only if it prints the fingerprint shown, put that into \`host-key\`.`, `请通过控制台登录并核对：\`ssh-keygen -lf ${p.file}\`。仅当输出与出示的指纹一致时，才把它填入 \`host-key\`。`),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/login.js

const newKey = (0,messages_text/* text */.Qq)('Make a key: `ssh-keygen -t ed25519 -N "" -f deploy`; append the line of deploy.pub to ~/.ssh/authorized_keys on the server and paste the whole file deploy, first and last line included, into the secret.', '生成密钥：`ssh-keygen -t ed25519 -N "" -f deploy`；把 deploy.pub 的内容追加到服务器的 ~/.ssh/authorized_keys，并把 deploy 文件的全部内容（包括首尾两行）粘贴到 secret。');
/** Failures of logging in: the key itself, and what the server says of it. */
const loginErrors = {
    PRIVATE_KEY_INVALID: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`private-key\` cannot be read: ${p.detail}`, `\`private-key\` 无法读取：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('Allowed are private keys of the types Ed25519, ECDSA and RSA, in the form of OpenSSH or PEM.', '允许 Ed25519、ECDSA、RSA 类型的私钥，格式为 OpenSSH 或 PEM。'),
        cure: newKey,
    }),
    PRIVATE_KEY_TRUNCATED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`private-key\` is not whole: lines of the ${p.kind} are missing or damaged.`, `\`private-key\` 不完整：${p.kind} 缺少某些行或已损坏。`),
        why: (0,messages_text/* text */.Qq)('Usually the last line, or a part of the middle, was not copied.', '通常是漏复制了最后一行或中间的一部分。'),
        cure: (0,messages_text/* text */.Qq)('Paste the file again, from the line -----BEGIN to the line -----END, with both.', '请重新粘贴整个文件，从 -----BEGIN 行到 -----END 行，两行都要包含。'),
    }),
    PRIVATE_KEY_IS_PUBLIC: (_) => ({
        what: (0,messages_text/* text */.Qq)('`private-key` holds a public key.', '`private-key` 中填的是公钥。'),
        why: (0,messages_text/* text */.Qq)('The .pub file was pasted; it belongs on the server.', '粘贴的是 .pub 文件；公钥应放在服务器上。'),
        cure: (0,messages_text/* text */.Qq)('Paste the file of the same name without .pub; it begins with -----BEGIN.', '请粘贴同名但不带 .pub 的文件，其内容以 -----BEGIN 开头。'),
    }),
    PRIVATE_KEY_IS_PUTTY: (_) => ({
        what: (0,messages_text/* text */.Qq)('`private-key` is in the form of PuTTY (.ppk).', '`private-key` 是 PuTTY 格式（.ppk）。'),
        why: (0,messages_text/* text */.Qq)('Keys are read in the form of OpenSSH and PEM.', '仅支持 OpenSSH 和 PEM 格式的私钥。'),
        cure: (0,messages_text/* text */.Qq)('In PuTTYgen: Conversions, Export OpenSSH key. Or: `puttygen key.ppk -O private-openssh -o key`. Paste the result.', '在 PuTTYgen 中选择 Conversions → Export OpenSSH key；或执行 `puttygen key.ppk -O private-openssh -o key`，然后粘贴结果。'),
    }),
    PASSPHRASE_MISSING: (_) => ({
        what: (0,messages_text/* text */.Qq)('`private-key` is encrypted, and `passphrase` is empty.', '`private-key` 已加密，但未设置 `passphrase`。'),
        why: (0,messages_text/* text */.Qq)('An empty value is also what a secret gives that does not exist, or that a run from a fork may not see.', '如果 secret 不存在，或来自 fork 的运行无权读取，得到的也是空值。'),
        cure: (0,messages_text/* text */.Qq)('Put the passphrase into a secret and give it as `passphrase`, or use a key without one.', '把口令存入 secret 并通过 `passphrase` 传入，或使用没有口令的密钥。'),
    }),
    PASSPHRASE_WRONG: (_) => ({
        what: (0,messages_text/* text */.Qq)('`passphrase` does not open `private-key`.', '`passphrase` 无法解开 `private-key`。'),
        why: (0,messages_text/* text */.Qq)('It is of another key, or was pasted with a space or line end.', '口令属于另一把密钥，或粘贴时多带了空格、换行。'),
        cure: (0,messages_text/* text */.Qq)('Try it where the key lies: `ssh-keygen -y -f key` asks for it. Then correct the secret.', '在密钥所在机器上执行 `ssh-keygen -y -f key` 验证口令，然后改正 secret。'),
    }),
    AUTHENTICATION_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host}, port ${p.port}, does not let the user ${p.username} in. Tried: ${p.tried}. The server offers: ${p.offered}.`, `${p.host} 端口 ${p.port} 拒绝用户 ${p.username} 登录。已尝试：${p.tried}。服务器支持：${p.offered}。`),
        why: (0,messages_text/* text */.Qq)(`Most likely the public half of the key is not in the authorized_keys of ${p.username} (but of another user), or the password is wrong; or ~/.ssh is writable for others, or sshd_config does not admit this user (PermitRootLogin, AllowUsers).`, `最可能的原因：公钥不在用户 ${p.username} 的 authorized_keys 中（而在其他用户下），或密码错误；也可能是 ~/.ssh 权限过宽，或 sshd_config 不允许该用户登录（PermitRootLogin、AllowUsers）。`),
        cure: (0,messages_text/* text */.Qq)(`On the server, as ${p.username}: append the line of the .pub file to ~/.ssh/authorized_keys; \`chmod 700 ~/.ssh; chmod 600 ~/.ssh/authorized_keys\`. The reason is in \`journalctl -u ssh -u sshd -n 20\`. Or correct \`username\`.`, `在服务器上以 ${p.username} 身份：把 .pub 文件的内容追加到 ~/.ssh/authorized_keys，并执行 \`chmod 700 ~/.ssh; chmod 600 ~/.ssh/authorized_keys\`。具体原因见 \`journalctl -u ssh -u sshd -n 20\`。或改正 \`username\`。`),
    }),
    PASSWORD_NOT_ACCEPTED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host}, port ${p.port}, takes no passwords from ${p.username}. It offers: ${p.offered}.`, `${p.host} 端口 ${p.port} 不接受用户 ${p.username} 用密码登录。服务器支持：${p.offered}。`),
        why: (0,messages_text/* text */.Qq)('PasswordAuthentication is no in its sshd_config, or PermitRootLogin is prohibit-password.', 'sshd_config 中 PasswordAuthentication 为 no，或 PermitRootLogin 为 prohibit-password。'),
        cure: (0,messages_text/* text */.Qq)('Give `private-key` instead of `password`.', '请改用 `private-key`，不要用 `password`。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/reach.js

/** Failures between the runner and an SSH server that shows its key. */
const reachErrors = {
    HOST_NOT_FOUND: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The name ${p.host} (\`host\`) does not resolve to an address (${p.detail}).`, `主机名 ${p.host}（\`host\`）无法解析为 IP 地址（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('Most often the name is misspelt, holds "https://" or a port, or its DNS record does not exist yet.', '最常见的原因：主机名拼写错误、误带了 “https://” 或端口号，或 DNS 记录尚未创建。'),
        cure: (0,messages_text/* text */.Qq)('Correct `host`, or give the public IP address that the console of your cloud shows for the server.', '改正 `host`，或直接填写云控制台中显示的服务器公网 IP。'),
    }),
    CONNECTION_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} refuses connections to port ${p.port}.`, `${p.host} 拒绝了到端口 ${p.port} 的连接。`),
        why: (0,messages_text/* text */.Qq)('The machine is there, but nothing listens on this port: sshd runs on another port or not at all, or the address is of another machine. A firewall may also answer so.', '机器可以到达，但该端口没有程序监听：sshd 使用了其他端口或没有运行，或者这个地址属于另一台机器；也可能是防火墙主动拒绝。'),
        cure: (0,messages_text/* text */.Qq)('On the server (console login): `ss -tlnp | grep sshd` shows the port; set `port` to it. Is sshd not there: `systemctl enable --now ssh` (Debian, Ubuntu) or `systemctl enable --now sshd`. Compare `host` with the public IP in the console.', '在服务器上（通过控制台登录）执行 `ss -tlnp | grep sshd` 查看端口，并把 `port` 设为该端口；若 sshd 未运行，执行 `systemctl enable --now ssh`（Debian、Ubuntu）或 `systemctl enable --now sshd`。并核对 `host` 与控制台中的公网 IP。'),
    }),
    CONNECTION_TIMEOUT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`No answer from ${p.host}, port ${p.port}, within ${p.seconds} seconds.`, `${p.seconds} 秒内没有收到 ${p.host} 端口 ${p.port} 的任何应答。`),
        why: (0,messages_text/* text */.Qq)('Packets are dropped on the way. In order of likelihood: the firewall of the instance (Lighthouse) or its security group (CVM) does not admit the SSH port; the IP is wrong or the server is off; the server admits SSH from certain addresses only, and the runner of GitHub, outside of China, is not among them.', '数据包在途中被丢弃。按可能性排序：轻量应用服务器的防火墙或云服务器的安全组没有放行 SSH 端口；IP 填错或服务器已关机；服务器只允许特定地址 SSH 登录，而 GitHub 的运行器位于境外，不在其中。'),
        cure: (0,messages_text/* text */.Qq)(`Open TCP ${p.port} for SSH in the console (Lighthouse: Firewall; CVM: Security Group), compare \`host\` with the public IP there, or use a self-hosted runner that the server admits. A slow route only needs a larger \`connect-timeout\`.`, `在控制台放行 TCP ${p.port}（轻量应用服务器：防火墙；云服务器：安全组），核对 \`host\` 与公网 IP，或改用服务器允许访问的自托管运行器。若只是线路较慢，请调大 \`connect-timeout\`。`),
    }),
    NETWORK_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`There is no route to ${p.host}, port ${p.port} (${p.detail}).`, `没有到达 ${p.host} 端口 ${p.port} 的路由（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('The address is private or IPv6 and the runner cannot reach it (runners of GitHub have no IPv6), or the firewall of the server (firewalld) rejects the port.', '该地址是内网地址或 IPv6 地址，运行器无法到达（GitHub 的运行器没有 IPv6）；或者服务器防火墙（firewalld）拒绝了该端口。'),
        cure: (0,messages_text/* text */.Qq)(`Give the public IPv4 address as \`host\`; on the server open the port: \`firewall-cmd --permanent --add-port=${p.port}/tcp && firewall-cmd --reload\`.`, `\`host\` 请填写公网 IPv4 地址；并在服务器上放行端口：\`firewall-cmd --permanent --add-port=${p.port}/tcp && firewall-cmd --reload\`。`),
    }),
    HANDSHAKE_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host}, port ${p.port}, took the connection and closed it during the SSH handshake (${p.detail}).`, `${p.host} 端口 ${p.port} 接受了连接，但在 SSH 握手期间将其关闭（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('sshd has too many logins under way (MaxStartups), the address of the runner was banned (fail2ban, or "cloud security" of the provider), or something on the way cuts SSH off.', 'sshd 同时登录的连接过多（MaxStartups）、运行器的地址被封禁（fail2ban 或云厂商的主机安全），或途中设备切断了 SSH。'),
        cure: (0,messages_text/* text */.Qq)('Run the workflow again; if it persists, look on the server: `journalctl -u ssh -u sshd -n 50` and `fail2ban-client status sshd`.', '请重新运行工作流；若仍失败，在服务器上查看：`journalctl -u ssh -u sshd -n 50` 和 `fail2ban-client status sshd`。'),
    }),
    HANDSHAKE_TIMEOUT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host}, port ${p.port}, took the connection but did not complete the SSH handshake within ${p.seconds} seconds.`, `${p.host} 端口 ${p.port} 接受了连接，但 ${p.seconds} 秒内没有完成 SSH 握手。`),
        why: (0,messages_text/* text */.Qq)('The server is overloaded (out of memory is typical), what listens there is no SSH server, or the route loses large packets.', '服务器负载过高（常见为内存耗尽）、该端口上的不是 SSH 服务，或线路丢弃较大的数据包。'),
        cure: (0,messages_text/* text */.Qq)('Log in through the console and look at `free -m` and `uptime`; check `port`; or raise `connect-timeout`.', '请通过控制台登录查看 `free -m` 与 `uptime`；检查 `port`；或调大 `connect-timeout`。'),
    }),
    NOT_AN_SSH_SERVER: (p) => ({
        what: (0,messages_text/* text */.Qq)(`What answers at ${p.host}, port ${p.port}, is not an SSH server.`, `${p.host} 端口 ${p.port} 上应答的不是 SSH 服务。`),
        why: (0,messages_text/* text */.Qq)('`port` is that of another service (a web server, for example).', '`port` 是其他服务（例如网站）的端口。'),
        cure: (0,messages_text/* text */.Qq)('Set `port` to the SSH port of the server (22 unless it was changed: `sshd -T | grep ^port`).', '把 `port` 设为服务器的 SSH 端口（默认 22；可用 `sshd -T | grep ^port` 查看）。'),
    }),
    NO_COMMON_ALGORITHM: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The SSH server at ${p.host}, port ${p.port}, offers no algorithm that is considered safe (${p.detail}).`, `${p.host} 端口 ${p.port} 的 SSH 服务没有提供任何被认为安全的算法（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('The OpenSSH there is very old (before 7.2, 2016), or its configuration leaves only algorithms that others lack.', '服务器的 OpenSSH 版本过旧（早于 7.2，2016 年），或其配置只保留了少数算法。'),
        cure: (0,messages_text/* text */.Qq)('Update OpenSSH on the server, or add rsa-sha2-512, ecdsa or ed25519 to HostKeyAlgorithms and curve25519-sha256 to KexAlgorithms in /etc/ssh/sshd_config.', '升级服务器上的 OpenSSH，或在 /etc/ssh/sshd_config 的 HostKeyAlgorithms 中加入 rsa-sha2-512、ecdsa 或 ed25519，在 KexAlgorithms 中加入 curve25519-sha256。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/script.js

/** A file for a user's rules that sudo reads last, so that its lines win; names with a dot it passes over (sudoers(5)). */
function dropIn(username) {
    return `/etc/sudoers.d/zz-${username.replaceAll('.', '_')}`;
}
/** Failures of running scripts over the connection: becoming root, the connection itself. */
const scriptErrors = {
    SUDO_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} has no sudo, and ${p.username} is not root.`, `${p.host} 上没有 sudo，而 ${p.username} 不是 root。`),
        why: (0,messages_text/* text */.Qq)('Deploying needs root: docker, nginx and their files.', '部署需要 root 权限：docker、nginx 及其文件。'),
        cure: (0,messages_text/* text */.Qq)(`Use \`username: root\`, or as root: \`apt-get install sudo\` and \`echo '${p.username} ALL=(ALL) NOPASSWD:ALL' > ${dropIn(p.username)}\`.`, `使用 \`username: root\`，或以 root 执行：\`apt-get install sudo\`，再执行 \`echo '${p.username} ALL=(ALL) NOPASSWD:ALL' > ${dropIn(p.username)}\`。`),
    }),
    SUDO_NEEDS_PASSWORD: (p) => ({
        what: (0,messages_text/* text */.Qq)(`sudo on ${p.host} asks ${p.username} for a password.`, `${p.host} 上的 sudo 要求 ${p.username} 输入密码。`),
        why: (0,messages_text/* text */.Qq)('A deployment cannot answer; sudo has to be passwordless for this user. It also asks a user whom /etc/sudoers does not name.', '自动部署无法输入密码，该用户的 sudo 必须免密。用户不在 sudoers 中时，sudo 也会先要求密码。'),
        cure: (0,messages_text/* text */.Qq)(`As root on the server: \`echo '${p.username} ALL=(ALL) NOPASSWD:ALL' > ${dropIn(p.username)} && chmod 440 ${dropIn(p.username)}\`.`, `以 root 在服务器上执行：\`echo '${p.username} ALL=(ALL) NOPASSWD:ALL' > ${dropIn(p.username)} && chmod 440 ${dropIn(p.username)}\`。`),
    }),
    SUDO_NOT_ALLOWED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`sudo on ${p.host} does not allow ${p.username} to run bash as root.`, `${p.host} 上的 sudo 不允许 ${p.username} 以 root 运行 bash。`),
        why: (0,messages_text/* text */.Qq)('The sudoers rules of this user name other commands only, or do not exist.', '该用户的 sudoers 规则只包含其他命令，或不存在。'),
        cure: (0,messages_text/* text */.Qq)(`As root on the server: \`echo '${p.username} ALL=(ALL) NOPASSWD:ALL' > ${dropIn(p.username)} && chmod 440 ${dropIn(p.username)}\`.`, `以 root 在服务器上执行：\`echo '${p.username} ALL=(ALL) NOPASSWD:ALL' > ${dropIn(p.username)} && chmod 440 ${dropIn(p.username)}\`。`),
    }),
    SUDO_NEEDS_TTY: (p) => ({
        what: (0,messages_text/* text */.Qq)(`sudo on ${p.host} runs only from a terminal.`, `${p.host} 上的 sudo 只能在终端中运行。`),
        why: (0,messages_text/* text */.Qq)('/etc/sudoers says `Defaults requiretty`, and the server has no script(1), which would make a terminal.', '/etc/sudoers 中设置了 `Defaults requiretty`，而服务器上没有可以提供终端的 script(1)。'),
        cure: (0,messages_text/* text */.Qq)(`Install util-linux, or as root on the server: \`echo 'Defaults:${p.username} !requiretty' > ${dropIn(p.username)}-tty && chmod 440 ${dropIn(p.username)}-tty\`.`, `安装 util-linux，或以 root 在服务器上执行：\`echo 'Defaults:${p.username} !requiretty' > ${dropIn(p.username)}-tty && chmod 440 ${dropIn(p.username)}-tty\`。`),
    }),
    BASH_MISSING: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} has no bash.`, `${p.host} 上没有 bash。`),
        why: (0,messages_text/* text */.Qq)('Scripts on the server are run by bash.', '服务器上的脚本由 bash 执行。'),
        cure: (0,messages_text/* text */.Qq)('Install it: `apt-get install bash`, `dnf install bash` or `apk add bash`.', '请安装：`apt-get install bash`、`dnf install bash` 或 `apk add bash`。'),
    }),
    SHELL_UNUSABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} let ${p.username} in but ran no script (exit code ${p.code}).`, `${p.host} 允许 ${p.username} 登录，但没有执行脚本（退出码 ${p.code}）。`),
        why: (0,messages_text/* text */.Qq)('The account has no usable login shell (nologin, a menu), admits SFTP only, or its key is bound to a command (`command=` in authorized_keys, ForceCommand).', '该账户没有可用的登录 shell（nologin 或菜单程序）、只允许 SFTP，或密钥绑定了固定命令（authorized_keys 中的 `command=`、ForceCommand）。'),
        cure: (0,messages_text/* text */.Qq)(`Give the user a shell (\`chsh -s /bin/bash ${p.username}\`), take the restriction away, or use another user.`, `为该用户设置 shell（\`chsh -s /bin/bash ${p.username}\`）、取消限制，或换用其他用户。`),
    }),
    CHANNEL_REFUSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.host} refuses a further channel on the connection (${p.detail}).`, `${p.host} 拒绝在该连接上再打开通道（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('MaxSessions in its sshd_config is lower than 3.', 'sshd_config 中的 MaxSessions 小于 3。'),
        cure: (0,messages_text/* text */.Qq)('Set `MaxSessions 10` in /etc/ssh/sshd_config and reload sshd.', '在 /etc/ssh/sshd_config 中设置 `MaxSessions 10` 并重新加载 sshd。'),
    }),
    CONNECTION_LOST: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The connection to ${p.host}, port ${p.port}, was lost (${p.detail}).`, `与 ${p.host} 端口 ${p.port} 的连接中断（${p.detail}）。`),
        why: (0,messages_text/* text */.Qq)('The network between the runner and the server broke down, sshd was restarted, or the server went down.', '运行器与服务器之间的网络中断、sshd 被重启，或服务器宕机。'),
        cure: (0,messages_text/* text */.Qq)('Run the workflow again: it takes up what is there, uploads included.', '请重新运行工作流：会从已有状态继续，包括已上传的部分。'),
    }),
    CONNECTION_STALLED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Nothing moved to or from ${p.host} for ${p.seconds} seconds.`, `${p.seconds} 秒内与 ${p.host} 之间没有任何数据往来。`),
        why: (0,messages_text/* text */.Qq)('The connection is open, but the program on the server neither reads nor prints: it hangs, waits for a lock or a disk, or the route is as good as dead.', '连接仍然存在，但服务器上的程序既不读取也不输出：程序挂起、在等待锁或磁盘，或线路实际上已不可用。'),
        cure: (0,messages_text/* text */.Qq)('Look at the server: `uptime`, `df -h`, `dmesg | tail`. Then run the workflow again.', '请查看服务器：`uptime`、`df -h`、`dmesg | tail`，然后重新运行工作流。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/shared-server.js

/** Failures of what a server has once for all: space, files in transfer, locks. */
const sharedServerErrors = {
    DISK_FULL: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The file system ${p.fileSystem} on ${p.host} has too little space: ${p.needed} needed, ${p.available} available.`, `${p.host} 上的文件系统 ${p.fileSystem} 空间不足：需要 ${p.needed}，可用 ${p.available}。`),
        why: (0,messages_text/* text */.Qq)('Old images, logs and build caches are what usually fills it.', '通常是旧镜像、日志和构建缓存占满了磁盘。'),
        cure: (0,messages_text/* text */.Qq)('See what takes it: `docker system df` and `du -xh / | sort -h | tail`. Unused images go with `docker image prune -a` (the images to roll back to as well), build caches with `docker builder prune`.', '查看占用：`docker system df` 和 `du -xh / | sort -h | tail`。清理无用镜像：`docker image prune -a`（可回滚的镜像也会被删除）；清理构建缓存：`docker builder prune`。'),
    }),
    PATH_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.path} exists on the server and was not made by this action.`, `服务器上已存在 ${p.path}，且不是由本操作创建的。`),
        why: (0,messages_text/* text */.Qq)('The action needs this path and does not replace what it did not make. Nothing was changed.', '本操作需要使用该路径，但不会替换不是它创建的内容。尚未做任何更改。'),
        cure: (0,messages_text/* text */.Qq)(`Move it away: mv ${p.path} ${p.path}.old`, `请将其移走：mv ${p.path} ${p.path}.old`),
    }),
    UPLOAD_CORRUPT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.path} did not arrive on ${p.host} as it was sent: SHA-256 ${p.actual} instead of ${p.expected}. It was removed.`, `${p.path} 在 ${p.host} 上与发送的内容不一致：SHA-256 为 ${p.actual}，应为 ${p.expected}。已删除。`),
        why: (0,messages_text/* text */.Qq)('The file changed while it was sent, or the disk of the server is faulty.', '文件在发送过程中被修改，或服务器磁盘有故障。'),
        cure: (0,messages_text/* text */.Qq)('Run the workflow again. If it happens once more, look at `dmesg | grep -i error` on the server.', '请重新运行工作流。若再次发生，请在服务器上查看 `dmesg | grep -i error`。'),
    }),
    UPLOAD_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.path} could not be written on ${p.host}.`, `无法在 ${p.host} 上写入 ${p.path}。`),
        why: (0,messages_text/* text */.Qq)('The folder cannot be made or written (read-only file system, a file in its place), or another run uploads the same file.', '目录无法创建或写入（文件系统只读，或同名文件占用），或另一个运行正在上传同一文件。'),
        cure: (0,messages_text/* text */.Qq)('See the output below. Wait for other runs to end and run the workflow again.', '请查看下方输出。等待其他运行结束后重新运行工作流。'),
    }),
    LOCKED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Another deployment of ${p.app} is under way: ${p.who}, ${p.run}, commit ${p.commit}, since ${p.since} (${p.seconds} s).`, `${p.app} 的另一次部署正在进行：${p.who}，${p.run}，提交 ${p.commit}，开始于 ${p.since}（${p.seconds} 秒）。`),
        why: (0,messages_text/* text */.Qq)('Two deployments at once would undo each other. The lock frees itself when the other run ends, or seconds after it vanishes.', '两次部署同时进行会互相破坏。另一次运行结束后（或其消失数秒后）锁会自动释放。'),
        cure: (0,messages_text/* text */.Qq)('Wait for it and run this one again; a `concurrency` group in the workflow keeps runs apart.', '等待其结束后重新运行；在工作流中设置 `concurrency` 可避免并发运行。'),
    }),
    LOCK_FAILED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The lock of the deployment could not be taken on ${p.host}: ${p.detail}`, `无法在 ${p.host} 上获取部署锁：${p.detail}`),
        why: (0,messages_text/* text */.Qq)('/run/deploy-miniprogram cannot be written, or flock (util-linux) is missing.', '/run/deploy-miniprogram 无法写入，或缺少 flock（util-linux）。'),
        cure: (0,messages_text/* text */.Qq)('On the server: `ls -ld /run /run/deploy-miniprogram; command -v flock`; install util-linux where it is missing.', '在服务器上执行 `ls -ld /run /run/deploy-miniprogram; command -v flock`；若缺少 flock 请安装 util-linux。'),
    }),
    LOCK_LOST: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The lock of ${p.app} on ${p.host} was lost during the deployment.`, `部署过程中失去了 ${p.host} 上 ${p.app} 的锁。`),
        why: (0,messages_text/* text */.Qq)('Its keeper on the server was ended, or heard nothing from this run for too long.', '服务器上的锁保持进程被结束，或长时间没有收到本次运行的心跳。'),
        cure: (0,messages_text/* text */.Qq)('Run the workflow again; it repairs what this run left half-done.', '请重新运行工作流，它会修复本次运行未完成的部分。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/session.js





/** Failures of reaching the server, and of what is done over the connection: one file a stage, joined here. */
const sessionErrors = {
    ...reachErrors,
    ...hostKeyErrors,
    ...loginErrors,
    ...scriptErrors,
    ...sharedServerErrors,
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors/static-site.js

/** Failures of the static site: its folder on the runner, its place on the server, its ports. */
const staticSiteErrors = {
    STATIC_SITE_UNREADABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`static-site\` cannot be read: ${p.folder} (${p.detail})`, `无法读取 \`static-site\`：${p.folder}（${p.detail}）`),
        why: (0,messages_text/* text */.Qq)('It must be a folder on the runner; most often the step that builds the front end did not run, or writes elsewhere.', '它必须是运行器上的一个目录；最常见的原因是构建前端的步骤没有运行，或输出到了其他位置。'),
        cure: (0,messages_text/* text */.Qq)('Build the front end in an earlier step (`npm ci && npm run build`) and name the folder that it writes.', '请在之前的步骤中构建前端（`npm ci && npm run build`），并填写其输出目录。'),
    }),
    STATIC_SITE_NO_INDEX: (p) => ({
        what: (0,messages_text/* text */.Qq)(`There is no index.html at the top of \`static-site\`: ${p.folder}`, `\`static-site\` 的顶层没有 index.html：${p.folder}`),
        why: (0,messages_text/* text */.Qq)('A built front end has one. The folder is probably that of the sources, or one above the built one.', '构建好的前端都有该文件。所填的可能是源码目录，或构建目录的上一级。'),
        cure: (0,messages_text/* text */.Qq)(`Name the folder that the build writes, such as ${p.built}.`, `请填写构建输出的目录，例如 ${p.built}。`),
    }),
    STATIC_SITE_NOT_BUILT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`static-site\` holds the sources of a front end: ${p.sources} lies in ${p.folder}`, `\`static-site\` 是前端源码目录：${p.folder} 中有 ${p.sources}`),
        why: (0,messages_text/* text */.Qq)('Everything in the folder becomes public; browsers need what the build makes of it.', '目录中的所有内容都会公开；浏览器需要的是构建后的文件。'),
        cure: (0,messages_text/* text */.Qq)('Name the folder that the build writes, mostly `dist` or `build`.', '请填写构建输出的目录，通常为 `dist` 或 `build`。'),
    }),
    STATIC_SITE_TOO_LARGE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`\`static-site\` is too large: ${p.folder} has ${p.files} files, ${p.bytes}.`, `\`static-site\` 过大：${p.folder} 有 ${p.files} 个文件，共 ${p.bytes}。`),
        why: (0,messages_text/* text */.Qq)(`At most ${p.mostFiles} files and ${p.mostBytes} are taken; a front end is far smaller.`, `最多 ${p.mostFiles} 个文件、${p.mostBytes}；正常的前端远小于此。`),
        cure: (0,messages_text/* text */.Qq)('Name the folder that the build writes; keep large media elsewhere (object storage).', '请填写构建输出的目录；大型媒体文件请放到其他位置（如对象存储）。'),
    }),
    STATIC_SITE_CHANGED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.path} of \`static-site\` changed while it was sent.`, `\`static-site\` 中的 ${p.path} 在发送过程中发生变化。`),
        why: (0,messages_text/* text */.Qq)('Something still writes to the folder.', '仍有程序在写入该目录。'),
        cure: (0,messages_text/* text */.Qq)('Let the build end before this step, then run again.', '请确保构建在本步骤之前结束，然后重新运行。'),
    }),
    STATIC_SITE_CLOSED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`nginx cannot reach the static site: ${p.folder} on the server is closed to other users.`, `nginx 无法访问静态站点：服务器上的 ${p.folder} 不允许其他用户进入。`),
        why: (0,messages_text/* text */.Qq)('nginx reads files as a user of its own, who must be able to enter every folder above them.', 'nginx 以其自己的用户读取文件，必须能进入其上的每一级目录。'),
        cure: (0,messages_text/* text */.Qq)(`On the server, run: chmod o+x ${p.folder}`, `请在服务器上运行：chmod o+x ${p.folder}`),
    }),
    SITE_TAKEN: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.app} already serves ${p.domain}:${p.port} on this server.`, `该服务器上的 ${p.app} 已在提供 ${p.domain}:${p.port}。`),
        why: (0,messages_text/* text */.Qq)('One application per domain can have 443 and 80: of two servers with one name and port nginx uses only the first.', '同一域名的 443 和 80 只能由一个应用使用：同名同端口的两个 server，nginx 只使用第一个。'),
        cure: (0,messages_text/* text */.Qq)(`Leave \`static-site\` out here, or deploy ${p.app} without it first.`, `请在此处去掉 \`static-site\`，或先以不带它的方式部署 ${p.app}。`),
    }),
    SITE_UNREACHABLE: (p) => ({
        what: (0,messages_text/* text */.Qq)(`From outside nothing answers at ${p.address}, TCP port ${p.port} (${p.detail}), though port ${p.apiPort} does.`, `从外部访问 ${p.address} 的 TCP 端口 ${p.port} 没有响应（${p.detail}），而端口 ${p.apiPort} 正常。`),
        why: (0,messages_text/* text */.Qq)(`Server and route are sound. Either the firewall of the cloud lets only ${p.apiPort} in, or the domain is not filed (备案): in mainland China providers block 80 and 443 of such names, often these two alone.`, `服务器和线路正常。可能是云防火墙只放行了 ${p.apiPort}，也可能是域名未备案：中国大陆的服务商会拦截未备案域名的 80 和 443，且往往只拦截这两个端口。`),
        cure: (0,messages_text/* text */.Qq)(`Open TCP ${p.port} in the cloud (Lighthouse firewall or security group, source 0.0.0.0/0). If it is open, look at https://console.cloud.tencent.com/beian whether the domain is filed with this provider; until then leave \`static-site\` out. The deployment stays as it is.`, `请在云控制台放行 TCP ${p.port}（轻量应用服务器防火墙或安全组，来源 0.0.0.0/0）。若已放行，请在 https://console.cloud.tencent.com/beian 查看域名是否已在该服务商备案；备案之前请去掉 \`static-site\`。部署保持不变。`),
    }),
    SITE_STATUS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.url} answers with status ${p.status}; expected: 200`, `${p.url} 返回状态码 ${p.status}；期望：200`),
        why: (0,messages_text/* text */.Qq)('On the server nginx reads the page. From outside something else answers: a CDN, a load balancer, or another server block.', '在服务器上 nginx 可以读取该页面。从外部响应的是其他设备：CDN、负载均衡或其他 server 块。'),
        cure: (0,messages_text/* text */.Qq)('Check that the address belongs to this server (`public-ip`), and look at the end of nginx’s error.log there.', '请确认该地址属于本服务器（`public-ip`），并查看其 nginx 的 error.log 末尾。'),
    }),
    SITE_REDIRECT: (p) => ({
        what: (0,messages_text/* text */.Qq)(`${p.url} does not lead to ${p.expected}: status ${p.status}, location ${p.location}`, `${p.url} 没有跳转到 ${p.expected}：状态码 ${p.status}，location 为 ${p.location}`),
        why: (0,messages_text/* text */.Qq)('On the server nginx redirects it. Something on the way answers instead: in mainland China providers lead names that are not filed (备案) to a page of their own (webblock).', '在服务器上 nginx 会跳转。途中有其他设备代为响应：中国大陆的服务商会把未备案的域名引到其拦截页面（webblock）。'),
        cure: (0,messages_text/* text */.Qq)('Look at https://console.cloud.tencent.com/beian whether the domain is filed with the provider of this server; until then leave `static-site` out. The deployment stays as it is.', '请在 https://console.cloud.tencent.com/beian 查看域名是否已在该服务器的服务商处备案；备案之前请去掉 `static-site`。部署保持不变。'),
    }),
};

// EXTERNAL MODULE: ./.build/lib/server/quote.js
var quote = __webpack_require__(76148);
// EXTERNAL MODULE: ./.build/lib/server/strangers.js
var strangers = __webpack_require__(81539);
// EXTERNAL MODULE: ./.build/lib/settings/private-paths.js
var private_paths = __webpack_require__(19592);
;// CONCATENATED MODULE: ./.build/lib/messages/errors/strangers.js




/** Failures of what other users of the server can change, and root would run, obey or write to. */
const strangerErrors = {
    PROGRAM_NOT_ROOTS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Root would run ${p.program}, and other users can change it: ${listOf(p.found)}.`, `root 需要运行 ${p.program}，但其他用户可以修改它：${listOf(p.found)}。`),
        why: (0,messages_text/* text */.Qq)('Whoever can change a program, its configuration file or a folder above them decides what root does. Nothing was run or changed.', '能修改程序、其配置文件或上级目录的用户，就能决定 root 执行的内容。未运行也未更改任何内容。'),
        cure: (0,messages_text/* text */.Qq)(`If these files are as they should be, give them to root on the server, then run again: ${commandFor(p.found)}`, `请确认这些文件无误，在服务器上将其交给 root 后重新运行：${commandFor(p.found)}`),
    }),
    FOLDER_NOT_ROOTS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Root would write to ${p.folder}, and other users can change it: ${listOf(p.found)}.`, `root 需要写入 ${p.folder}，但其他用户可以修改它：${listOf(p.found)}。`),
        why: (0,messages_text/* text */.Qq)('Another user could put a link or a script there, which root would follow or run. Nothing was changed.', '其他用户可以在其中放置链接或脚本，root 会跟随或运行它们。未更改任何内容。'),
        cure: (0,messages_text/* text */.Qq)(`First check what is there: another user may have placed links or scripts${namesIn(p.folder).en}. Move away what you do not recognize; do not give it to root. Then give the rest to root on the server and run again: ${commandFor(p.found)}`, `请先检查其中的内容：其他用户可能${namesIn(p.folder).zh}放置了链接或脚本。请将来源不明的内容移走，不要交给 root。然后在服务器上将其余内容交给 root 并重新运行：${commandFor(p.found)}`),
    }),
    FOLDER_OPEN_TO_CONTAINER: (p) => ({
        what: (0,messages_text/* text */.Qq)(`Root would run scripts in ${p.folder}, and the container ${p.container} can write there: it mounts ${p.source}.`, `root 需要运行 ${p.folder} 中的脚本，但容器 ${p.container} 可以写入该目录：它挂载了 ${p.source}。`),
        why: (0,messages_text/* text */.Qq)('A process of the container could put a script there, which root would run on the server. Nothing was run or changed.', '容器内的进程可以在其中放置脚本，由 root 在服务器上运行。未运行也未更改任何内容。'),
        cure: (0,messages_text/* text */.Qq)(`Create the container ${p.container} again without this mount, or with \`:ro\`. A folder of data inside it, such as ${p.folder}/logs, can stay mounted. Files in the container itself go with it: copy what you need first. If you do not trust it, also move releases, static, current, rollback and adopted.* out of ${p.folder}; do not give them to root. Then run again.`, `请重新创建容器 ${p.container}，去掉该挂载，或加上 \`:ro\`。其中的数据目录（例如 ${p.folder}/logs）可以继续挂载。容器内的文件会随旧容器删除，请先复制所需的文件。如果不信任该容器，还请将 releases、static、current、rollback 和 adopted.* 移出 ${p.folder}，不要直接交给 root。然后重新运行。`),
    }),
    VOLUME_NOT_ROOTS: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The folder ${p.folder} of \`volumes\` does not exist, and root would create it where other users can write: ${listOf(p.found)}.`, `\`volumes\` 中的目录 ${p.folder} 不存在，而 root 需要在其他用户可写的位置创建它：${listOf(p.found)}。`),
        why: (0,messages_text/* text */.Qq)('Another user could put a link in its place, and root would create and hand over a folder elsewhere.', '其他用户可以在该位置放置链接，使 root 在别处创建目录并更改其所有者。'),
        cure: (0,messages_text/* text */.Qq)(`Create it on the server as its owner, then run again: mkdir -p ${(0,quote/* quote */.h)(String(p.folder))}. Or choose a folder below /docker/app.`, `请在服务器上以其所有者身份创建后重新运行：mkdir -p ${(0,quote/* quote */.h)(String(p.folder))}。或改用 /docker/app 下的目录。`),
    }),
};
/** What to look for in an application's folder. */
function namesIn(folder) {
    if (!folder.startsWith('/docker/'))
        return (0,messages_text/* text */.Qq)('', '');
    const names = [...new Set(private_paths/* privateNames */.o.map((name) => name.replace(/\/.*/, '')))].join(', ');
    return (0,messages_text/* text */.Qq)(` under names that the action uses (${names})`, `以本操作使用的名称（${names}）`);
}
function read(found) {
    return typeof found === 'string' ? (0,strangers/* readStrangers */.E)(found) : Array.isArray(found) ? found : [];
}
function listOf(found) {
    return read(found)
        .map(({ path, owner, mode }) => `${path} (${owner}, ${mode})`)
        .join(', ');
}
function commandFor(found) {
    const paths = read(found)
        .map(({ path }) => (0,quote/* quote */.h)(path))
        .join(' ');
    return `chown root:root ${paths} && chmod go-w ${paths}`;
}

;// CONCATENATED MODULE: ./.build/lib/messages/errors/switch.js

/** Failures of the switch, which the server does alone. */
const switchErrors = {
    SHARED_LOCK_BUSY: (p) => ({
        what: (0,messages_text/* text */.Qq)('Another application of this server is switching nginx.', '本服务器上的另一个应用正在切换 nginx。'),
        why: (0,messages_text/* text */.Qq)(`Its lock was not free within ${p.seconds ?? '120'} s.`, `${p.seconds ?? '120'} 秒内未能获得锁。`),
        cure: (0,messages_text/* text */.Qq)('Run again when the other deploy has ended.', '请在另一个部署结束后重新运行。'),
    }),
    SWITCH_UNSEEN: (p) => ({
        what: (0,messages_text/* text */.Qq)('The server switches alone, but its connection is lost and could not be made again.', '服务器正在独立切换，但连接中断且无法恢复。'),
        why: (0,messages_text/* text */.Qq)(`It finishes or undoes by itself; its journal is ${p.journal}.`, `它会自行完成或撤销；日志在 ${p.journal}。`),
        cure: (0,messages_text/* text */.Qq)('Run again: the next run finds how it ended and goes on from there.', '请重新运行：下次运行会查明结果并继续。'),
    }),
    SWITCH_CUT_SHORT: (p) => ({
        what: (0,messages_text/* text */.Qq)('The switch was cut short on the server, most likely by a reboot.', '切换在服务器上被中断，很可能是服务器重启。'),
        why: (0,messages_text/* text */.Qq)(`Its journal ${p.journal} has no outcome. The old or the new version serves.`, `其日志 ${p.journal} 没有结果。旧版本或新版本仍在提供服务。`),
        cure: (0,messages_text/* text */.Qq)('Run again: the next run ends it first, then deploys.', '请重新运行：下次运行会先收尾，再部署。'),
    }),
    SWITCH_NOT_ENDED: (p) => ({
        what: (0,messages_text/* text */.Qq)(`An earlier switch of ${p.app} was cut short, and could not be ended now.`, `${p.app} 之前的切换被中断，且目前无法收尾。`),
        why: (0,messages_text/* text */.Qq)('Another application may have held the lock for nginx all the while, or the disk is full.', '可能另一个应用一直占用 nginx 的锁，或者磁盘已满。'),
        cure: (0,messages_text/* text */.Qq)('Run again in some minutes; the old or the new version serves meanwhile.', '请几分钟后重新运行；在此期间旧版本或新版本仍在提供服务。'),
    }),
    SWITCH_DISK_FULL: (p) => ({
        what: (0,messages_text/* text */.Qq)('A disk of the server became full during the switch.', '切换过程中服务器磁盘已满。'),
        why: (0,messages_text/* text */.Qq)(`The switch could not write: ${p.said}`, `切换无法写入：${p.said}`),
        cure: (0,messages_text/* text */.Qq)('Free some space (`df -h`, `docker system df`, old logs), then run the workflow again.', '请清理空间（`df -h`、`docker system df`、旧日志），然后重新运行工作流。'),
    }),
    SWITCH_STUCK: (p) => ({
        what: (0,messages_text/* text */.Qq)(`The switch failed at ${p.step} and could not be undone whole.`, `切换在 ${p.step} 失败，且未能完全撤销。`),
        why: (0,messages_text/* text */.Qq)('The output below shows what stood in the way.', '下方输出显示了障碍。'),
        cure: (0,messages_text/* text */.Qq)('Log in, look at `nginx -t` and `docker ps -a`, then run again.', '请登录服务器查看 `nginx -t` 和 `docker ps -a`，然后重新运行。'),
    }),
};

;// CONCATENATED MODULE: ./.build/lib/messages/errors.js



















/** Every failure that the action knows, by its stable code. One file a subject, joined here. */
const errors = {
    ...inputErrors,
    ...containerInputErrors,
    ...jarErrors,
    ...dockerfileErrors,
    ...sessionErrors,
    ...projectErrors,
    ...packagesErrors,
    ...dockerErrors,
    ...containerErrors,
    ...container_files/* containerFilesErrors */.EH,
    ...nginxErrors,
    ...staticSiteErrors,
    ...strangerErrors,
    ...adoptionErrors,
    ...selinuxErrors,
    ...switchErrors,
    ...actionErrors,
    ...certificateErrors,
    ...checkErrors,
};

;// CONCATENATED MODULE: ./.build/lib/messages/failure.js



/** A failure that a user can act on: a stable code and its text in every language. */
class Failure extends Error {
    code;
    text;
    /** Output of a program that shows the cause (a build's last lines, a container's log). */
    evidence;
    constructor(code, text, options) {
        super(`${code}: ${text.what.en}`, options?.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'Failure';
        this.code = code;
        this.text = text;
        this.evidence = options?.evidence;
    }
}
/** Several failures found in one look (all bad inputs of a run). */
class Failures extends Error {
    failures;
    constructor(failures) {
        super(failures.map((f) => f.message).join('\n'));
        this.name = 'Failures';
        this.failures = failures;
    }
}
/** Makes the failure `code` from the catalogue; the compiler checks its parameters. */
function failure(code, parameters, options) {
    const entry = errors[code];
    return new Failure(code, entry(parameters), options);
}
/**
 * The failure that a script on the server named by its code. Its parameters are words of the script, so the compiler
 * cannot check them; a code that the catalogue lacks becomes `INTERNAL`.
 */
function failureNamed(code, parameters, evidence) {
    if (!Object.hasOwn(errors, code))
        return failure('INTERNAL', { detail: `${code} ${JSON.stringify(parameters)}` }, { evidence });
    const entry = errors[code];
    // Of what nginx complains of, names and places alone.
    const shown = Object.entries(parameters).map(([name, value]) => [name, (0,hide_complaint/* hideInComplaint */.F)(value)]);
    return new Failure(code, entry(Object.fromEntries(shown)), { evidence });
}
/** The failures in `error`, whatever was thrown; an unexpected one becomes `INTERNAL`. */
function failuresOf(error) {
    if (error instanceof Failures)
        return error.failures;
    if (error instanceof Failure)
        return [error];
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [failure('INTERNAL', { detail }, { cause: error })];
}
/** Waits for all of `readings`; throws what failed of any of them, all at once. */
async function gather(readings) {
    const settled = await Promise.allSettled(readings);
    const failed = settled.flatMap((one) => (one.status === 'rejected' ? failuresOf(one.reason) : []));
    if (failed.length > 0)
        throw new Failures(failed);
    return settled.map((one) => one.value);
}
/** One failure as lines for a log: code and what, then why, then what to do. */
function describe(f, language) {
    const labels = { why: (0,messages_text/* text */.Qq)('Why', '原因'), cure: (0,messages_text/* text */.Qq)('What to do', '解决办法') };
    const lines = [`${f.code}: ${f.text.what[language]}`];
    if (f.text.why[language])
        lines.push(`${labels.why[language]}: ${f.text.why[language]}`);
    lines.push(`${labels.cure[language]}: ${f.text.cure[language]}`);
    return lines.join('\n');
}


/***/ }),

/***/ 91520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   fj: () => (/* binding */ join)
/* harmony export */ });
/* unused harmony export verbatim */
/** Makes a text from its English and its Chinese wording. */
function text(en, zh) {
    return { en, zh };
}
/** A text that is the same in every language: a path, a command, output of a program. */
function verbatim(words) {
    return { en: words, zh: words };
}
/** Joins texts, language by language, with `separator` between them. */
function join(texts, separator) {
    return text(texts.map((t) => t.en).join(separator), texts.map((t) => t.zh).join(separator));
}


/***/ }),

/***/ 22277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ applyEdits)
/* harmony export */ });
/** The text with all edits made, which do not overlap; everything outside of them stays as it is. */
function applyEdits(text, edits) {
    return edits
        .toSorted((a, b) => b.start - a.start)
        .reduce((edited, { start, end, text: instead }) => edited.slice(0, start) + instead + edited.slice(end), text);
}


/***/ }),

/***/ 80113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ hideInComplaint)
/* harmony export */ });
/* harmony import */ var _hide_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99083);

/** What nginx says of a configuration that it refuses. */
const complaint = /\[(emerg|alert|crit|error|warn|notice|info|debug)\]/;
/** Words around a quoted one by which it is a name: of a directive, a variable, a log format. */
const namedBefore = /(unknown directive|duplicate|unknown|unexpected|no|the|server name|log format|zone|upstream|module|user|group) $/;
const namedAfter = /^ (directive|variable|is duplicate|cannot|must|has no)\b/;
/**
 * What nginx says of a configuration, for people to read: names, paths and places are left, of other words that it quotes
 * out of a file nothing is, since they may hold a secret.
 */
function hideInComplaint(said) {
    return said
        .split('\n')
        .map((line) => (complaint.test(line) ? hideQuoted(line) : line))
        .join('\n');
}
function hideQuoted(line) {
    return line.replace(/"([^"]*)"/g, (quoted, word, at) => {
        const named = namedBefore.test(line.slice(0, at)) || namedAfter.test(line.slice(at + quoted.length));
        if (word.length <= 1 || (named && /^[\w.-]+$/.test(word)))
            return quoted;
        if (/^[\w.-]+(:\d+)?$/.test(word) && /host not found in \w+ $/.test(line.slice(0, at)))
            return quoted;
        return /^[/$~^]|^https?:/.test(word) ? `"${(0,_hide_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .addressOf */ .c)(word) ?? '…'}"` : '"…"';
    });
}


/***/ }),

/***/ 99083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ addressOf),
  s: () => (/* binding */ hideSecrets)
});

// EXTERNAL MODULE: ./.build/lib/nginx/edit.js
var edit = __webpack_require__(22277);
;// CONCATENATED MODULE: ./.build/lib/nginx/harmless.js
const words = new Set(`absolute_redirect access_log aio alias allow auth_basic auth_basic_user_file auth_delay autoindex autoindex_exact_size
  autoindex_localtime break charset chunked_transfer_encoding client_body_in_file_only client_body_temp_path
  client_max_body_size daemon default_type deny directio disable_symlinks empty_gif error_log etag events
  expires geo gzip_comp_level hash http http2 http3 if_modified_since include index internal ip_hash keepalive keepalive_disable
  keepalive_requests keepalive_time large_client_header_buffers least_conn limit_conn limit_conn_zone limit_except
  limit_rate limit_rate_after limit_req limit_req_status limit_req_zone limit_conn_status lingering_close listen
  load_module location log_not_found master_process max_ranges merge_slashes msie_padding multi_accept
  open_file_cache open_file_cache_errors open_file_cache_min_uses open_file_cache_valid pcre_jit pid port_in_redirect
  proxy_buffering proxy_cache proxy_cache_bypass proxy_cache_lock proxy_cache_methods proxy_cache_min_uses
  proxy_cache_path proxy_cache_revalidate proxy_cache_use_stale proxy_cache_valid proxy_force_ranges proxy_hide_header
  proxy_http_version proxy_ignore_client_abort proxy_ignore_headers proxy_intercept_errors proxy_method
  proxy_next_upstream proxy_next_upstream_tries proxy_no_cache proxy_pass_header proxy_pass_request_body
  proxy_pass_request_headers proxy_request_buffering proxy_socket_keepalive proxy_ssl_name proxy_ssl_protocols
  proxy_ssl_server_name proxy_ssl_verify proxy_temp_path random real_ip_header real_ip_recursive recursive_error_pages
  reset_timedout_connection resolver root satisfy send_lowat sendfile sendfile_max_chunk server_name
  server_name_in_redirect server_names_hash_bucket_size server_names_hash_max_size server_tokens set_real_ip_from slice
  ssl ssl_buffer_size ssl_ciphers ssl_client_certificate ssl_conf_command ssl_dhparam ssl_ecdh_curve ssl_password_file
  ssl_prefer_server_ciphers ssl_protocols ssl_reject_handshake ssl_session_cache ssl_session_ticket_key
  ssl_session_tickets ssl_stapling ssl_stapling_verify ssl_trusted_certificate ssl_verify_client ssl_verify_depth
  stream subrequest_output_buffer_size tcp_nodelay tcp_nopush try_files types types_hash_bucket_size
  types_hash_max_size upstream use user variables_hash_bucket_size variables_hash_max_size worker_connections
  worker_cpu_affinity worker_priority worker_processes worker_rlimit_nofile zone`.split(/\s+/));
/** Times and sizes of all modules, compression, uploads of the body. */
const families = /_(timeout|buffers?|buffer_size|busy_buffers_size|max_temp_file_size|temp_file_write_size)$|^(gzip|brotli)(_|$)/;
/** Directives whose second word is what is sent: headers that every visitor gets are no secret. */
const publicHeaders = /^(access-control-[a-z-]+|cache-control|content-(security-policy|type|disposition)|cross-origin-[a-z-]+|expires|permissions-policy|pragma|referrer-policy|strict-transport-security|vary|x-(content-type-options|frame-options|xss-protection|robots-tag|deploy-(release|configuration)))$/i;
/** What people may see of the directive with these words. */
function shownOf(name, args) {
    if (words.has(name) || families.test(name))
        return 'words';
    switch (name) {
        case 'error_page':
        case 'mirror':
        case 'proxy_redirect':
        case 'return':
        case 'rewrite':
            return 'address';
        case 'fastcgi_pass':
        case 'grpc_pass':
        case 'proxy_pass':
        case 'scgi_pass':
        case 'server':
        case 'uwsgi_pass':
            return 'host';
        case 'ssl_certificate':
        case 'ssl_certificate_key':
            return 'file';
        case 'add_header':
            return publicHeaders.test(args[0] ?? '') ? 'words' : 'name';
        case 'add_trailer':
        case 'fastcgi_param':
        case 'grpc_set_header':
        case 'log_format':
        case 'proxy_set_header':
        case 'scgi_param':
        case 'set':
        case 'uwsgi_param':
            return 'name';
        case 'if':
            return 'condition';
        case 'map':
        case 'split_clients':
            return 'variables';
        default:
            return undefined;
    }
}
/** Blocks whose lines are values, not directives. */
const blocksOfValues = new Set(['map', 'geo', 'split_clients', 'match']);

// EXTERNAL MODULE: ./.build/lib/nginx/render-static.js
var render_static = __webpack_require__(97728);
// EXTERNAL MODULE: ./.build/lib/nginx/syntax-error.js
var syntax_error = __webpack_require__(15101);
// EXTERNAL MODULE: ./.build/lib/nginx/tokens.js + 1 modules
var tokens = __webpack_require__(51040);
;// CONCATENATED MODULE: ./.build/lib/nginx/hide-secrets.js





/** Lines of ours that look like somebody's values. */
const ownRules = new Set(render_static/* cacheRules */.M$);
/** Comments of ours. */
const ownComment = /^# (managed by deploy-miniprogram-backend: app \S+, release \S+, configuration [0-9a-f]*|Written by the deployment; the next one replaces it\. Further directives go into the input nginx-snippet\.|nginx-snippet|Shows to this server alone what is being served\.|index\.html, whose script knows the route; but never in the place of a script or a picture\.|[\w.-]+:[\d,]+ is served by the file of [\w.-]+ \(deploy-miniprogram-backend\))$/;
/**
 * The text of a configuration for people to read: `…` in the place of every value but those of directives that hold no
 * secret, in the place of what comments say and of blocks of Lua. Layout and names stay. Of text that cannot be read
 * nothing is shown.
 */
function hideSecrets(text) {
    const edits = [];
    const blocks = [];
    let statement = [];
    try {
        for (const token of (0,tokens/* tokenize */.q)(text, 'text')) {
            if (token.kind === 'comment') {
                if (!ownComment.test(token.text.trimEnd()))
                    edits.push(hide_secrets_edit(token, '# …'));
            }
            else if (token.kind === 'word')
                statement.push(token);
            else {
                const from = statement[0]?.start ?? token.start;
                if (!ownRules.has(text.slice(from, token.end)))
                    edits.push(...hide_secrets_hidden(statement, blocks.at(-1)));
                if (token.kind === 'lua')
                    edits.push(hide_secrets_edit(token, '{ … }'));
                if (token.kind === '{')
                    blocks.push(blocks.at(-1) === 'types' ? 'types' : (statement[0]?.text ?? ''));
                if (token.kind === '}')
                    blocks.pop();
                statement = [];
            }
        }
    }
    catch (error) {
        if (error instanceof syntax_error/* NginxSyntaxError */.A)
            return '…';
        throw error;
    }
    edits.push(...hide_secrets_hidden(statement, blocks.at(-1)));
    return (0,edit/* applyEdits */.c)(text, edits);
}
/** What is left out of one directive. */
function hide_secrets_hidden(statement, block) {
    if (block === 'types')
        return [];
    if (block !== undefined && blocksOfValues.has(block)) {
        return statement.flatMap((token) => replaced(token, variablesOf(token.text)));
    }
    const [name, ...args] = statement;
    if (name === undefined)
        return [];
    if (!/^[a-z]\w*$/i.test(name.text))
        return statement.map((token) => hide_secrets_edit(token, '…'));
    const shown = shownOf(name.text, args.map(({ text }) => text));
    return args.flatMap((token, at) => replaced(token, shownWord(token, at, shown)));
}
function replaced(token, shown) {
    return shown === token.text ? [] : [hide_secrets_edit(token, shown ?? '…')];
}
function hide_secrets_edit({ start, end }, text) {
    return { start, end, text };
}
/** What is seen of one word after the directive's name; undefined: nothing. */
function shownWord({ text }, at, shown) {
    switch (shown) {
        case 'words':
            return text;
        case 'address':
            return addressOf(text);
        case 'host':
            return /^[\w.-]+$/.test(text) ? text : addressOf(text);
        case 'file':
            return /^(data|engine|store):/.test(text) ? undefined : text;
        case 'name':
            return at === 0 && /^\$?[\w-]+$/.test(text) ? text : variablesOf(text);
        case 'condition':
            return conditionOf(text);
        case 'variables':
            return variablesOf(text);
        default:
            return undefined;
    }
}
/** An address or a path; user, password and query left out. Undefined: it is neither. */
function addressOf(word) {
    const [, base = '', query] = /^([^?]*)(\?.*)?$/s.exec(word) ?? [];
    const plain = base.replace(/^([a-z][a-z0-9+.-]*:\/\/).*@/i, '$1…@');
    const known = /^(\^|~|\/|@|\$|https?:|unix:|wss?:)/i.test(plain) || /^[\w.-]+:\d+$/.test(plain) || manner.test(plain);
    if (!known)
        return undefined;
    return query === undefined || variablesOf(query) === query ? `${plain}${query ?? ''}` : `${plain}?…`;
}
/** Words that say how, not what. */
const manner = /^(=?\d{3}|=|last|break|redirect|permanent|off|default|on|backup|down|resolve|(weight|max_fails|fail_timeout|max_conns)=\w{1,6})$/;
/** A word of variables and signs alone, or one that says nothing of its own; undefined where there is more in it. */
function variablesOf(word) {
    const alone = /^(\$\d|\$[a-z_]\w*|\$\{\w+\}|[\s:,;./&=?()|~^'"[\]-])*$/i.test(word);
    return alone || plainValue.test(word) ? word : undefined;
}
/** Words that are values everywhere. */
const plainValue = /^(default|hostnames|volatile|include|on|off|always|close|upgrade|keep-alive|https?|[01]|no-cache|no-store)$/i;
function conditionOf(word) {
    if (/^(\(?!?-[fdex]|!?~\*?|!?=|\(|\))$/.test(word))
        return word;
    const [, open = '', inner = '', close = ''] = /^(\(?)(.*?)(\)?)$/s.exec(word) ?? [];
    if (/^\$\w+$/.test(inner) || /^(https?|on|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)?$/i.test(inner))
        return word;
    return `${open}…${close}`;
}


/***/ }),

/***/ 498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parseNginx)
/* harmony export */ });
/* harmony import */ var _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15101);
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51040);


/**
 * Parses configuration text as nginx does (ngx_conf_parse, ngx_conf_read_token). A block of Lua is a directive without
 * a block: what is in it is none of nginx's language. Throws `NginxSyntaxError`.
 */
function parseNginx(text, file) {
    const tokens = [...(0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenize */ .q)(text, file)].filter(({ kind }) => kind !== 'comment');
    let at = 0;
    /** The directives up to the `}` that closes their block, or the end of the file; and where that sign ends. */
    const directives = (depth) => {
        const found = [];
        for (;;) {
            const first = tokens[at];
            if (first === undefined && depth === 0)
                return { block: found, end: text.length };
            if (first === undefined)
                throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A('syntax', file, tokens.at(-1)?.line ?? 1, 'end of file');
            at += 1;
            if (first.kind === '}' && depth === 0)
                throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A('closes', file, first.line, '}');
            if (first.kind === '}')
                return { block: found, end: first.end };
            if (first.kind !== 'word')
                throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A('syntax', file, first.line, first.text);
            found.push(directive(first, depth));
        }
    };
    const directive = (first, depth) => {
        const args = [];
        for (;;) {
            const token = tokens[at];
            if (token === undefined)
                throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A('syntax', file, first.line, first.text);
            at += 1;
            const head = { name: first.text, args, file, line: first.line, start: first.start };
            if (token.kind === ';' || token.kind === 'lua')
                return { ...head, end: token.end };
            if (token.kind === '{')
                return { ...head, ...directives(depth + 1) };
            if (token.kind === '}')
                throw new _syntax_error_js__WEBPACK_IMPORTED_MODULE_0__/* .NginxSyntaxError */ .A('syntax', file, token.line, '}');
            args.push(token.text);
        }
    };
    return directives(0).block;
}


/***/ }),

/***/ 13237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ quoteNginx)
/* harmony export */ });
/** nginx reads configuration into a buffer of 4096 bytes (NGX_CONF_BUFFER); a longer word is an error. */
const longest = 4000;
/**
 * One argument of a directive, quoted where it must be. nginx has no escape for `$`, so a value with one is refused:
 * it would be read as a variable. Throws RangeError for that, for control characters and for what is too long.
 */
function quoteNginx(value) {
    if (/[$\x00-\x1f\x7f]/.test(value))
        throw new RangeError(`nginx cannot take this literally: ${JSON.stringify(value)}`);
    if (Buffer.byteLength(value) > longest)
        throw new RangeError('too long for nginx');
    if (/^[A-Za-z0-9_./:@=,+*~%!?&()|-]+$/.test(value))
        return value;
    return `"${value.replace(/["\\]/g, '\\$&')}"`;
}


/***/ }),

/***/ 97728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ renderStatic),
/* harmony export */   M$: () => (/* binding */ cacheRules),
/* harmony export */   b6: () => (/* binding */ servesPages)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13237);
/* harmony import */ var _server_block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31774);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18342);
/* harmony import */ var _tls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51612);




/**
 * Names of files that a build named by their contents, which may be kept for ever: webpack's `main.3f2a9c1b.chunk.js`,
 * Vite's and Rollup's `index-Bq3kX9fA.js`. A word with a number after it (`report-Overview2024.js`) is none, nor is
 * what holds a dash: several words would look like one. A hash that is not recognised costs a question for a 304; a name
 * that is taken for one would be stale for a year.
 */
const hashedNames = [
    '[.-](?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{8,}',
    '[.-](?=[A-Za-z0-9_]*[A-Z])(?=[A-Za-z0-9_]*[a-z])(?=[A-Za-z0-9_]*[0-9])(?![A-Z]?[a-z]+([A-Z][a-z]+)*[0-9]+[.])[A-Za-z0-9_]{8,}',
];
/** What follows the hash: an extension, or two (`.chunk.js`, `.js.map`). */
const extensions = '([.][A-Za-z0-9]+){1,2}$';
/** How long a browser may keep what lies at a path. */
const cacheRules = [
    // Asked for anew each time, and answered by 304 where the ETag is still right.
    'default no-cache;',
    '~[.]html?$ no-store;',
    ...hashedNames.map((name) => `"~${name}${extensions}" "public, max-age=31536000, immutable";`),
];
/** A path whose last part ends like a file's and not like a document's: one that is missing is no route of the page. */
const assetName = '[.](?!html?$)(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,12}$';
/** What browsers must be told; nginx's own list lacks `.mjs`, and the http block of a server may have none at all. */
const types = {
    'text/html': 'html htm',
    'text/css': 'css',
    'text/javascript': 'js mjs',
    'text/plain': 'txt',
    'text/xml': 'xml',
    'application/json': 'json map',
    'application/manifest+json': 'webmanifest',
    'application/wasm': 'wasm',
    'application/pdf': 'pdf',
    'application/zip': 'zip',
    'image/svg+xml': 'svg',
    'image/png': 'png',
    'image/jpeg': 'jpg jpeg',
    'image/gif': 'gif',
    'image/webp': 'webp',
    'image/avif': 'avif',
    'image/x-icon': 'ico',
    'font/woff': 'woff',
    'font/woff2': 'woff2',
    'font/ttf': 'ttf',
    'font/otf': 'otf',
    'audio/mpeg': 'mp3',
    'video/mp4': 'mp4',
    'video/webm': 'webm',
};
/** text/html is compressed without being named. */
const compressed = [
    ...['text/css', 'text/javascript', 'text/plain', 'text/xml', 'application/json', 'application/manifest+json'],
    ...['application/wasm', 'image/svg+xml', 'font/ttf', 'font/otf'],
].join(' ');
/** What a site of static files adds to the application's nginx file: how long files may be kept, 443, and 80. */
function renderStatic(site, pages, nginx, id, configuration) {
    return [
        '',
        `map $uri $${id}_cache {`,
        ...(0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .indent */ .pZ)(cacheRules),
        '}',
        '',
        ...filesServer(site, pages, nginx, id, configuration),
        '',
        ...redirectServer(site, pages, configuration),
    ];
}
/** Whether the text of a file of ours serves a static site. */
function servesPages(text) {
    return /^ *root \S+\/static\/[0-9a-f]{64}\/files;$/m.test(text);
}
function filesServer(site, { root, path, fallback }, nginx, id, configuration) {
    const { domain } = site;
    const document = `${path}index.html`;
    return (0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .serverBlock */ .Zl)([
        ...(0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .tlsListens */ .iT)(_site_js__WEBPACK_IMPORTED_MODULE_1__/* .staticPorts */ .d6.https, site.ipv6, nginx),
        `server_name ${domain};`,
        '',
        ...(0,_tls_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTls */ .O)(site.certificate, nginx, id),
        `error_page 497 =308 https://${domain}$request_uri;`,
        'server_tokens off;',
        `root ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteNginx */ .p)(root)};`,
        'index index.html;',
        'types {',
        ...(0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .indent */ .pZ)(Object.entries(types).map(([type, names]) => `${type} ${names};`)),
        '}',
        'default_type application/octet-stream;',
        'gzip on;',
        'gzip_vary on;',
        'gzip_min_length 1000;',
        'gzip_comp_level 5;',
        'gzip_proxied any;',
        `gzip_types ${compressed};`,
        'add_header X-Content-Type-Options nosniff always;',
        // Without `always`: a missing file is not to be kept for a year.
        `add_header Cache-Control $${id}_cache;`,
        '',
        ...(path === '/'
            ? []
            : [
                'location = / {',
                `    return 302 https://${domain}${path}$is_args$args;`,
                '}',
                '',
                `location = ${path.slice(0, -1)} {`,
                `    return 302 https://${domain}${path}$is_args$args;`,
                '}',
                '',
                'location / {',
                '    return 404;',
                '}',
                '',
            ]),
        `location ${path} {`,
        ...(0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .indent */ .pZ)(fallback
            ? [
                '# index.html, whose script knows the route; but never in the place of a script or a picture.',
                `try_files $uri $uri/index.html ${document};`,
                `location ~ "${assetName}" {`,
                '    try_files $uri =404;',
                '}',
            ]
            : ['try_files $uri $uri/ =404;']),
        '}',
        '',
        // A file, so that it is proven that a worker can read it; `return` would come before `allow` and `deny`.
        ...(0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .proofLocation */ .GP)(site, configuration, `try_files ${document} =404;`),
    ]);
}
function redirectServer(site, { root, path }, configuration) {
    return (0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .serverBlock */ .Zl)([
        ...(0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .plainListens */ .vH)(_site_js__WEBPACK_IMPORTED_MODULE_1__/* .staticPorts */ .d6.http, site.ipv6),
        `server_name ${site.domain};`,
        '',
        'server_tokens off;',
        `root ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteNginx */ .p)(root)};`,
        '',
        'location / {',
        `    return 301 https://${site.domain}$request_uri;`,
        '}',
        '',
        ...(0,_server_block_js__WEBPACK_IMPORTED_MODULE_0__/* .proofLocation */ .GP)(site, configuration, `try_files ${path}index.html =404;`),
    ]);
}


/***/ }),

/***/ 31774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GP: () => (/* binding */ proofLocation),
/* harmony export */   Zl: () => (/* binding */ serverBlock),
/* harmony export */   iT: () => (/* binding */ tlsListens),
/* harmony export */   pZ: () => (/* binding */ indent),
/* harmony export */   vH: () => (/* binding */ plainListens)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13237);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18342);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3877);



/** A `server` block of these lines; `verbatim` ends it as it is. */
function serverBlock(lines, verbatim = []) {
    return ['server {', ...indent(lines), ...verbatim, '}'];
}
/** Lines one level deeper. */
function indent(lines) {
    return lines.map((line) => (line === '' ? '' : `    ${line}`));
}
/** `listen` for plain http. */
function plainListens(port, ipv6) {
    return listens(port, ipv6, '');
}
/** `listen` for https, with HTTP/2 where this nginx has it. */
function tlsListens(port, ipv6, nginx) {
    if (!nginx.http2)
        return listens(port, ipv6, ' ssl');
    // 1.25.1 made a directive of what had been a flag.
    if (!(0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .atLeast */ .j)(nginx, 1, 25, 1))
        return listens(port, ipv6, ' ssl http2');
    return [...listens(port, ipv6, ' ssl'), 'http2 on;'];
}
function listens(port, ipv6, flags) {
    return [`listen ${port}${flags};`, ...(ipv6 ? [`listen [::]:${port}${flags};`] : [])];
}
/** The location by which a switch is proven; `answer` says with what. */
function proofLocation(site, configuration, answer) {
    // An application that sends a header of this name does not answer in nginx's place.
    const header = (name, value) => [`proxy_hide_header ${name};`, `add_header ${name} ${value} always;`];
    return [
        '# Shows to this server alone what is being served.',
        `location = ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteNginx */ .p)(site.proof.path)} {`,
        ...indent([
            'allow 127.0.0.1;',
            'allow ::1;',
            'deny all;',
            'satisfy all;',
            'auth_basic off;',
            'access_log off;',
            // A location with add_header of its own inherits none.
            ...header(_site_js__WEBPACK_IMPORTED_MODULE_0__/* .proofHeaders */ .zD.release, (0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteNginx */ .p)(site.release)),
            ...header(_site_js__WEBPACK_IMPORTED_MODULE_0__/* .proofHeaders */ .zD.configuration, `"${configuration}"`),
            answer,
        ]),
        '}',
    ];
}


/***/ }),

/***/ 18342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QQ: () => (/* binding */ listensOf),
/* harmony export */   Rr: () => (/* binding */ openPorts),
/* harmony export */   a5: () => (/* binding */ portsOf),
/* harmony export */   d6: () => (/* binding */ staticPorts),
/* harmony export */   oz: () => (/* binding */ staticUrl),
/* harmony export */   zD: () => (/* binding */ proofHeaders)
/* harmony export */ });
/** The ports that a static site has. */
const staticPorts = { https: 443, http: 80 };
/** Headers of an answer through the proof location. */
const proofHeaders = { release: 'X-Deploy-Release', configuration: 'X-Deploy-Configuration' };
/** The URL of a site's pages; undefined where it has none. */
function staticUrl({ domain, staticSite }) {
    return staticSite === undefined ? undefined : `https://${domain}${staticSite.path}`;
}
/** The ports that nginx listens on for a site: the https port, the application's own where published, those of the pages. */
function listensOf({ httpsPort, publishedAppPort, staticSite }) {
    return [
        { port: httpsPort, tls: true },
        ...(publishedAppPort === undefined ? [] : [{ port: publishedAppPort, tls: false }]),
        ...(staticSite === undefined
            ? []
            : [
                { port: staticPorts.https, tls: true },
                { port: staticPorts.http, tls: false },
            ]),
    ];
}
/** The same by their numbers. */
function portsOf(site) {
    return listensOf(site).map(({ port }) => port);
}
/** Those of them that the world is to reach. */
function openPorts(site) {
    return portsOf(site).filter((port) => port !== site.publishedAppPort || !site.publishedOnLoopback);
}


/***/ }),

/***/ 15101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ NginxSyntaxError)
/* harmony export */ });
/** Text that nginx itself would not read either. */
class NginxSyntaxError extends Error {
    file;
    line;
    /** `closes`: a `}` without its `{`; `syntax`: anything else. */
    kind;
    /** The word at which it was noticed. */
    near;
    constructor(kind, file, line, near) {
        super(`${file}:${line}: ${kind === 'closes' ? 'unexpected "}"' : `not nginx configuration near "${near}"`}`);
        this.name = 'NginxSyntaxError';
        this.kind = kind;
        this.file = file;
        this.line = line;
        this.near = near;
    }
}


/***/ }),

/***/ 51612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ renderTls)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13237);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3877);


/** Mozilla's "intermediate", guidelines 6.0 (github.com/mozilla/ssl-config-generator). */
const ciphers = [
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');
/**
 * The TLS directives of a server block: Mozilla's intermediate without X25519MLKEM768, which OpenSSL 3.0 does not know,
 * and without HSTS, which would bind the whole host name. `id` names the session cache.
 */
function renderTls(certificate, nginx, id) {
    // OpenSSL 1.0 has no X25519, and nginx does not start with a curve that it lacks.
    const curves = nginx.openssl?.startsWith('1.0.') ? 'prime256v1:secp384r1' : 'X25519:prime256v1:secp384r1';
    return [
        `ssl_certificate ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteNginx */ .p)(certificate.chainPath)};`,
        `ssl_certificate_key ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteNginx */ .p)(certificate.keyPath)};`,
        'ssl_protocols TLSv1.2 TLSv1.3;',
        `ssl_ciphers ${ciphers};`,
        'ssl_prefer_server_ciphers off;',
        `ssl_ecdh_curve ${curves};`,
        'ssl_session_timeout 1d;',
        `ssl_session_cache shared:${id}:10m;`,
        // Since 1.23.2 nginx rotates the ticket keys of a shared cache.
        ...((0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .atLeast */ .j)(nginx, 1, 23, 2) ? [] : ['ssl_session_tickets off;']),
    ];
}


/***/ }),

/***/ 51040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ tokenize)
});

;// CONCATENATED MODULE: ./.build/lib/nginx/lua.js
/**
 * Index after the `}` that closes the block of Lua whose `{` stands at `at`; undefined where none does. Braces count but in
 * strings, long brackets and comments (lua-nginx-module, ngx_http_lua_lex).
 */
function endOfLua(text, at) {
    let depth = 0;
    for (let i = at; i < text.length;) {
        const rest = text.slice(i, i + 2);
        const sign = rest[0];
        const long = longBracket(text, rest === '--' ? i + 2 : i);
        if (long !== undefined) {
            const end = text.indexOf(long.close, long.open);
            if (end < 0)
                return undefined;
            i = end + long.close.length;
        }
        else if (rest === '--') {
            const end = text.indexOf('\n', i);
            if (end < 0)
                return undefined;
            i = end + 1;
        }
        else if (sign === '"' || sign === "'") {
            const end = endOfString(text, i, sign);
            if (end === undefined)
                return undefined;
            i = end;
        }
        else {
            if (sign === '{')
                depth += 1;
            if (sign === '}')
                depth -= 1;
            i += 1;
            if (depth === 0)
                return i;
        }
    }
    return undefined;
}
/** `[[`, `[==[`: what closes it, and where its text begins. */
function longBracket(text, at) {
    if (text[at] !== '[')
        return undefined;
    let open = at + 1;
    while (text[open] === '=')
        open += 1;
    return text[open] === '[' ? { close: `]${'='.repeat(open - at - 1)}]`, open: open + 1 } : undefined;
}
function endOfString(text, at, quote) {
    for (let i = at + 1; i < text.length; i++) {
        if (text[i] === '\\')
            i += 1;
        else if (text[i] === quote)
            return i + 1;
    }
    return undefined;
}

// EXTERNAL MODULE: ./.build/lib/nginx/syntax-error.js
var syntax_error = __webpack_require__(15101);
;// CONCATENATED MODULE: ./.build/lib/nginx/tokens.js


/**
 * The words and signs of a configuration's text as nginx reads them (ngx_conf_read_token), its comments too. Throws
 * `NginxSyntaxError`.
 */
function* tokenize(text, file) {
    let line = 1;
    let at = 0;
    /** The first word of the directive that is being read. */
    let name;
    while (at < text.length) {
        const sign = text[at] ?? '';
        if (sign === '\0')
            throw new syntax_error/* NginxSyntaxError */.A('syntax', file, line, 'NUL');
        if (sign === '\n')
            line += 1;
        if (/[ \t\r\n]/.test(sign))
            at += 1;
        else if (sign === '#') {
            const end = endOfLine(text, at);
            yield { kind: 'comment', text: text.slice(at, end), line, start: at, end };
            at = end;
        }
        else if (sign === '{' && name?.endsWith('_by_lua_block')) {
            const end = endOfLua(text, at);
            if (end === undefined)
                throw new syntax_error/* NginxSyntaxError */.A('syntax', file, line, name);
            yield { kind: 'lua', text: text.slice(at, end), line, start: at, end };
            line += text.slice(at, end).split('\n').length - 1;
            at = end;
            name = undefined;
        }
        else if (sign === ';' || sign === '{' || sign === '}') {
            yield { kind: sign, text: sign, line, start: at, end: at + 1 };
            at += 1;
            name = undefined;
        }
        else {
            const quoted = sign === '"' || sign === "'";
            const end = quoted ? endOfQuoted(text, at) : endOfBare(text, at);
            const raw = text.slice(at, end);
            // After a quote nginx wants a blank or a sign; `)` is let pass for `if ($x = "y")`.
            const cut = quoted && (end > text.length || !/^([ \t\r\n;{)]|$)/.test(text.slice(end, end + 1)));
            if (cut || raw.includes('\0'))
                throw new syntax_error/* NginxSyntaxError */.A('syntax', file, line, raw.slice(0, 40));
            const word = quoted ? raw.slice(1, -1) : raw;
            const resolved = resolveEscapes(word);
            name ??= resolved;
            yield { kind: 'word', text: resolved, line, start: at, end };
            line += raw.split('\n').length - 1;
            at = end;
        }
    }
}
function endOfLine(text, at) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
}
/** Index after the closing quote; beyond the text's end where there is none. */
function endOfQuoted(text, at) {
    for (let i = at + 1; i < text.length; i++) {
        if (text[i] === '\\')
            i += 1;
        else if (text[i] === text[at])
            return i + 1;
    }
    return text.length + 1;
}
/** A bare word ends at a blank, `;` or a `{` that does not follow `$`; quotes and `}` within are themselves. */
function endOfBare(text, at) {
    let variable = false;
    for (let i = at; i < text.length; i++) {
        const sign = text[i] ?? '';
        if (sign === '{' && variable)
            continue;
        if (/[ \t\r\n;{]/.test(sign))
            return i;
        variable = sign === '$';
        if (sign === '\\')
            i += 1;
    }
    return text.length;
}
/** Takes escapes away as nginx does; a backslash before any other sign stays. */
function resolveEscapes(word) {
    const controls = { t: '\t', r: '\r', n: '\n' };
    return word.replace(/\\(["'\\trn])/g, (_, sign) => controls[sign] ?? sign);
}


/***/ }),

/***/ 3877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ parseNginxVersion),
/* harmony export */   j: () => (/* binding */ atLeast)
/* harmony export */ });
/**
 * Reads what `nginx -V` prints (on standard error). Forks that keep the format count too (`nginx version: openresty/1.25.3.1`):
 * the first three numbers are nginx's; Tengine prints a line of its own and nginx's. Throws Error
 * when it is none of these.
 */
function parseNginxVersion(output) {
    const numbers = String.raw `version: [^/\s]+\/((\d+)\.(\d+)\.(\d+)\S*)`;
    const version = new RegExp(`^nginx ${numbers}`, 'm').exec(output) ?? new RegExp(`^\\S+ ${numbers}`, 'm').exec(output);
    if (!version)
        throw new Error(`not the version of an nginx: ${output.slice(0, 200)}`);
    const option = (name) => new RegExp(`--${name}=(?:'([^']*)'|(\\S+))`).exec(output);
    const value = (name) => option(name)?.[1] ?? option(name)?.[2];
    const openssl = /running with OpenSSL (\S+?)\)?[\s)]/.exec(output) ?? /built with OpenSSL (\S+)/.exec(output);
    return {
        number: [Number(version[2]), Number(version[3]), Number(version[4])],
        text: version[1] ?? '',
        configurationPath: value('conf-path'),
        prefix: value('prefix'),
        errorLogPath: value('error-log-path'),
        http2: output.includes('--with-http_v2_module'),
        tls: output.includes('--with-http_ssl_module'),
        openssl: openssl?.[1],
    };
}
/** Whether nginx is at least `major.minor.patch`. */
function atLeast(nginx, major, minor, patch) {
    const [a, b, c] = nginx.number;
    if (a !== major)
        return a > major;
    if (b !== minor)
        return b > minor;
    return c >= patch;
}


/***/ }),

/***/ 85369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ releaseId),
/* harmony export */   F3: () => (/* binding */ isReleaseId),
/* harmony export */   Ho: () => (/* binding */ adoptedVariablesFile),
/* harmony export */   I_: () => (/* binding */ imageTag),
/* harmony export */   Ns: () => (/* binding */ releaseIdForm),
/* harmony export */   Rv: () => (/* binding */ filesDirectory),
/* harmony export */   WM: () => (/* binding */ answersAtWork),
/* harmony export */   WP: () => (/* binding */ buildDirectory),
/* harmony export */   Wk: () => (/* binding */ deployLog),
/* harmony export */   YS: () => (/* binding */ containerFile),
/* harmony export */   Ym: () => (/* binding */ incomingJar),
/* harmony export */   fF: () => (/* binding */ releaseDirectory),
/* harmony export */   gZ: () => (/* binding */ applicationDirectory),
/* harmony export */   hr: () => (/* binding */ keptFile),
/* harmony export */   kR: () => (/* binding */ incomingDirectory),
/* harmony export */   kx: () => (/* binding */ carriedDirectory),
/* harmony export */   lN: () => (/* binding */ staticRoot),
/* harmony export */   mR: () => (/* binding */ recordFile),
/* harmony export */   oO: () => (/* binding */ staticDirectory),
/* harmony export */   qU: () => (/* binding */ environmentFile),
/* harmony export */   vU: () => (/* binding */ plannedFile),
/* harmony export */   vf: () => (/* binding */ candidateName)
/* harmony export */ });
/** Statuses of the health path that show an application at work: a guarded endpoint's 401 and 404 where there is a fallback. */
function answersAtWork({ status, fallback }) {
    return fallback === undefined ? status : [...status, { from: 401, to: 401 }, { from: 404, to: 404 }];
}
/** The folder of an application on the server. */
function applicationDirectory(app) {
    return `/docker/app/${app}`;
}
/** Where folders that were carried out of containers are, each below the release that it was carried into. */
function carriedDirectory(app) {
    return `${applicationDirectory(app)}/container-files`;
}
/** The list of containers that are kept since not all of their files could be carried, an id a line. */
function keptFile(app) {
    return `${carriedDirectory(app)}/kept`;
}
/** The file with a line for each deploy. */
function deployLog(app) {
    return `${applicationDirectory(app)}/deploy.log`;
}
/** The folder of one release. */
function releaseDirectory(release) {
    return `${applicationDirectory(release.app)}/releases/${release.id}`;
}
/** All that `docker build` of a release sees. */
function buildDirectory(release) {
    return `${releaseDirectory(release)}/build`;
}
/** The folder of the application's static sites, or of the one with these contents. */
function staticDirectory(app, sha256) {
    const folder = `${applicationDirectory(app)}/static`;
    return sha256 === undefined ? folder : `${folder}/${sha256}`;
}
/** What nginx serves of a static site: its own folder in the site's, so that the marker beside it is not served. */
function staticRoot(app, sha256) {
    return `${staticDirectory(app, sha256)}/files`;
}
/** Id of the container that was made for a release: what makes it ours (design rule 14). */
function containerFile(release) {
    return `${releaseDirectory(release)}/container`;
}
/** The record of a release, and what it is to be, which is there until the record is. */
function recordFile(release) {
    return `${releaseDirectory(release)}/release.json`;
}
function plannedFile(release) {
    return `${releaseDirectory(release)}/planned.json`;
}
/** The env file of a release: outside the build folder, 0600. */
function environmentFile(release) {
    return `${releaseDirectory(release)}/env`;
}
/** The files of a release that are mounted into its container: closed to all but root, who starts it. */
function filesDirectory(release) {
    return `${releaseDirectory(release)}/files`;
}
/** Variables of a release that a container set up by hand had, with their values: 0600. */
function adoptedVariablesFile(release) {
    return `${releaseDirectory(release)}/env.adopted`;
}
/** Where an uploaded jar waits, named by its contents: a broken upload is resumed by the next run. */
function incomingJar(release) {
    return `${incomingDirectory(release.app)}/${release.build.jar.sha256}.jar`;
}
/** The folder of uploads; there only while one waits. */
function incomingDirectory(app) {
    return `${applicationDirectory(app)}/releases/.incoming`;
}
/** `<image>:<release>`. */
function imageTag(release) {
    return `${release.image}:${release.id}`;
}
/** Name of the container until it takes the guide's: it carries its release, so that two can stand side by side. */
function candidateName(release) {
    return `${release.image}-${release.id}`;
}
/** Whether a word has the form of a release's id. */
function isReleaseId(word) {
    return new RegExp(`^${releaseIdForm}$`).test(word);
}
/** The form of a release's id, as a regular expression of JavaScript and of bash. */
const releaseIdForm = '[0-9]{8}T[0-9]{6}Z-[0-9A-Za-z]+';
/** A release's id. `commit` may be empty. */
function releaseId(at, commit) {
    const time = at
        .toISOString()
        .replace(/[-:]/g, '')
        .replace(/\.\d+Z$/, 'Z');
    return `${time}-${commit.slice(0, 7) || 'local'}`;
}


/***/ }),

/***/ 22144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   vG: () => (/* binding */ drawn),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/**
 * Words as Markdown that shows them as they are: names and paths from outside make no link, no picture, no HTML, no heading
 * and no formula. Code spans of one line stay; a backtick without its partner is a backtick.
 */
function plain(words) {
    return words
        .split(/\r\n|\r|\n/)
        .map(plainLine)
        .join('\n');
}
function plainLine(line) {
    // Text, a code span, its backticks, text …
    const parts = line.split(/((?<!`)(`+)(?!`)(?:.*?[^`])?\2(?!`))/);
    const words = parts.map((part, at) => (at % 3 === 0 ? escaped(part) : at % 3 === 1 ? part : '')).join('');
    return words.replace(/^(\s*)(?=#{1,6}(\s|$)|>|\||~~~|=+\s*$|-+\s*$)(?=.)/, '$1\\');
}
/** What is no code span. */
function escaped(words) {
    return words
        .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
        .replace(/[`[\]$]/g, '\\$&')
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\*/gu, '\\$&')
        .replaceAll('<', '&lt;');
}
/** Words as a cell of a table. */
function cell(words) {
    return plain(words).replaceAll('|', '\\|').replaceAll('\n', ' ');
}
/** A code block whose fence is longer than any in the text. */
function fenced(code, language = '') {
    const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${code}\n${fence}`;
}
/** What folds under a heading. */
function details(heading, body) {
    return `<details><summary>${heading.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/\s+/g, ' ')}</summary>\n\n${body}\n\n</details>`;
}
/** A label of a Mermaid drawing. */
function drawn(words) {
    return `"${words.replace(/[#"<>&`;]/g, (sign) => `#${sign.codePointAt(0)};`).replace(/\s+/g, ' ')}"`;
}


/***/ }),

/***/ 29488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redact)
/* harmony export */ });
/** `text` with every one of `secrets` replaced by `***`; longer ones first, so that no part of one is left. */
function redact(text, secrets) {
    return secrets
        .filter((secret) => secret.length > 0)
        .toSorted((a, b) => b.length - a.length)
        .reduce((redacted, secret) => redacted.replaceAll(secret, '***'), text);
}


/***/ }),

/***/ 76148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ commandLine),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/**
 * Quotes one word for a POSIX shell: inside single quotes every byte but the single quote is itself
 * (POSIX.1-2017, Shell Command Language 2.2.2). The one place where a value becomes part of a script.
 * Throws RangeError for NUL, which no argument of a program can hold.
 */
function quote(word) {
    if (word.includes('\0'))
        throw new RangeError('a shell word cannot contain NUL');
    if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word))
        return word;
    return `'${word.replaceAll("'", `'\\''`)}'`;
}
/** An argv array as one command line. */
function commandLine(argv) {
    return argv.map(quote).join(' ');
}


/***/ }),

/***/ 81539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readStrangers),
/* harmony export */   o: () => (/* binding */ strangers)
/* harmony export */ });
/**
 * Who may change what root uses (design rule 16). Bash for the prelude; sudo says in `SUDO_UID` who logged in:
 * - `strangers PATH...` prints what other users can change of each path and of the folders and links on the way to it,
 *   lines `OWNER MODE PATH` with the path in base64. Of what does not exist, the folders that do count. In a folder with
 *   the sticky bit nobody can replace what is root's. A group counts as the login user where it has the same number.
 * - `roots_alone PATH` ends the script with FOLDER_NOT_ROOTS where there is anything of the kind.
 */
const strangers = `strangers() {
  local path at rest part next target state links uid gid mode
  local -A known=() stated=([/]=)
  # Of all at once, since a process for each costs more than all the rest; of what links lead to one by one.
  for path; do
    at= rest=$path
    while :; do
      rest=\${rest#"\${rest%%[!/]*}"}
      part=\${rest%%/*}
      [ -n "$part" ] || break
      at=$at/$part rest=\${rest#"$part"}
      stated[$at]=
    done
  done
  while IFS= read -r -d '' state; do
    stated[\${state#* * * }]=$state
  done < <(stat --printf '%u %g %a %n\\0' -- "\${!stated[@]}" 2>/dev/null)
  for path; do
    at=/ rest=$path links=0
    while :; do
      rest=\${rest#"\${rest%%[!/]*}"}
      part=\${rest%%/*}
      next=\${at%/}/$part
      state=\${known[$at]:-}
      if [ -z "$state" ]; then
        state=\${stated[$at]:-}
        [ -n "$state" ] || state=$(stat -c '%u %g %a' -- "$at" 2>/dev/null) || break
        uid=\${state%% *} state=\${state#* }
        gid=\${state%% *} mode=\${state#* }
        mode=\${mode%% *} state=ours
        if ! is_roots "$uid"; then
          state=strange
        elif ((8#$mode & 8#2)) || { ((8#$mode & 8#20)) && [ "$gid $gid" != "\${SUDO_UID:-} \${SUDO_GID:-}" ]; }; then
          state=strange
          ((8#$mode & 8#1000)) && state=sticky
        fi
        known[$at]=$state
      fi
      if [ "$state" = sticky ] && { [ -z "$part" ] || ! is_roots "$(stat -c %u -- "$next" 2>/dev/null)"; }; then state=strange; fi
      if [ "$state" = strange ] && [ "\${known[$at]}" != told ]; then
        printf '%s %s\\n' "$(stat -c '%U %a' -- "$at")" "$(printf %s "$at" | base64 | tr -d '\\n')"
        known[$at]=told
      fi
      [ -n "$part" ] || break
      rest=\${rest#"$part"}
      case $part in
        .) continue ;;
        ..) at=\${at%/*}; at=\${at:-/}; continue ;;
      esac
      if [ -L "$next" ]; then
        [ "$((links += 1))" -le 40 ] || break
        target=$(readlink -- "$next")
        case $target in /*) at=/ ;; esac
        rest=$target$rest
        continue
      fi
      [ -e "$next" ] || break
      at=$next
    done
  done
}
is_roots() { [ "$1" = 0 ] || { [ -n "\${SUDO_UID:-}" ] && [ "$1" = "$SUDO_UID" ]; }; }
roots_alone() {
  local found
  found=$(strangers "$1")
  [ -z "$found" ] || failure FOLDER_NOT_ROOTS folder="$1" found="$found"
}
`;
/** Reads what the bash function `strangers` printed, each path once. */
function readStrangers(output) {
    const found = [...output.matchAll(/^(\S+) ([0-7]+) (\S+)$/gm)].map(([, owner = '', mode = '', path = '']) => ({
        path: Buffer.from(path, 'base64').toString('utf8'),
        owner,
        mode,
    }));
    return found.filter(({ path }, at) => found.findIndex((one) => one.path === path) === at);
}


/***/ }),

/***/ 89517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QV: () => (/* binding */ parseAppName),
/* harmony export */   fq: () => (/* binding */ isAppName),
/* harmony export */   mi: () => (/* binding */ imageNameOf)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);

/**
 * Whether a name can be that of an application: its lower-case form is a component of an image's name
 * (distribution/reference: parts of letters and digits, joined by `.`, `_`, `__` or hyphens) and a container's name.
 */
function isAppName(name) {
    return name.length >= 2 && name.length <= 64 && /^[A-Za-z0-9]+((\.|__?|-+)[A-Za-z0-9]+)*$/.test(name);
}
/** The name of an application. Throws `INPUT_APP`. */
function parseAppName(value) {
    if (!isAppName(value))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_APP', { value });
    return value;
}
/** The name of an application's image and container. */
function imageNameOf(app) {
    return app.toLowerCase();
}


/***/ }),

/***/ 47432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ parseBodySize)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);

/** A size as nginx reads it (ngx_parse_offset): digits and `k`, `m`, `g` or nothing. Throws `INPUT_BODY_SIZE`. */
function parseBodySize(value) {
    // Nine digits of gigabytes are far below nginx's limit of 2^63 bytes.
    if (!/^\d{1,9}[kmg]?$/i.test(value))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_BODY_SIZE', { value });
    return value;
}


/***/ }),

/***/ 89112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ shownWord)
/* harmony export */ });
/**
 * A word of a command line for people to read: `--server.port=…`, `-Dspring.redis.url=…`, `-Xmx512m`; `…` for one without
 * a name. What a value holds may be a secret, whatever its name is (`--spring.datasource.url=jdbc:...&password=...`,
 * `-Dspring.redis.url=redis://:pass@host`) (design rule 17).
 */
function shownWord(word) {
    // Sizes, switches and counters of the JVM hold no secret.
    if (/^-X(m[nsx]|ss)\d+[kmgt]?$/i.test(word) || /^-X[a-z]+$/.test(word))
        return word;
    if (/^-XX:([+-]\w+|\w+=\d+[kmgt]?)$/i.test(word))
        return word;
    const [, named] = /^(--?[A-Za-z][\w.[\]-]*)$/.exec(word) ?? [];
    if (named !== undefined && (named.startsWith('--') || ofLauncher.has(named)))
        return named;
    const agent = /^-(?:javaagent:\/[\w./-]+|agentlib:\w+|agentpath:\/[\w./-]+)(?==|$)/.exec(word)?.[0];
    if (agent !== undefined)
        return agent === word ? word : `${agent}=…`;
    const [, name] = /^(-XX:\w+=)/.exec(word) ?? /^(--?[A-Za-z][\w.[\]-]*[=:])/.exec(word) ?? [];
    if (name !== undefined)
        return `${name}…`;
    return /^-[A-Za-z]/.test(word) ? `${word.slice(0, 2)}…` : '…';
}
/** Options of `java` that are one word; what follows some of them is another word. */
const ofLauncher = new Set('-jar -cp -classpath -server -client -ea -da -esa -dsa -enableassertions -verbose -showversion -noverify'.split(' '));


/***/ }),

/***/ 78897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Il: () => (/* binding */ givesOption),
  OV: () => (/* binding */ parseDockerOptions),
  tm: () => (/* binding */ shownOptionsOf),
  _9: () => (/* binding */ valuesToHide)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 29 modules
var failure = __webpack_require__(5081);
;// CONCATENATED MODULE: ./.build/lib/settings/docker-run-options.js
/** Long options of `docker run` that take a value, Docker 20.10 to 28 (docker/cli, cli/command/container/opts.go). */
const valueOptions = new Set(`add-host annotation attach blkio-weight blkio-weight-device cap-add cap-drop cgroup-parent cgroupns cidfile cpu-count
  cpu-percent cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus cpuset-mems detach-keys device
  device-cgroup-rule device-read-bps device-read-iops device-write-bps device-write-iops dns dns-opt dns-option dns-search
  domainname entrypoint env env-file expose gpus group-add health-cmd health-interval health-retries
  health-start-interval health-start-period health-timeout hostname io-maxbandwidth io-maxiops ip ip6 ipc isolation
  kernel-memory label label-file link link-local-ip log-driver log-opt mac-address memory memory-reservation memory-swap
  memory-swappiness mount name net net-alias network network-alias oom-score-adj pid pids-limit platform publish pull
  restart runtime security-opt shm-size stop-signal stop-timeout storage-opt sysctl tmpfs ulimit user userns uts volume
  volume-driver volumes-from workdir`.split(/\s+/));
/** Long options of `docker run` that are switches: a value only as `--option=true`. */
const switchOptions = new Set(`detach disable-content-trust init interactive no-healthcheck oom-kill-disable privileged publish-all quiet read-only rm
  sig-proxy tty use-api-socket`.split(/\s+/));
/** Short options and the long ones they stand for. */
const shortOptions = {
    a: 'attach',
    c: 'cpu-shares',
    d: 'detach',
    e: 'env',
    h: 'hostname',
    i: 'interactive',
    l: 'label',
    m: 'memory',
    p: 'publish',
    P: 'publish-all',
    q: 'quiet',
    t: 'tty',
    u: 'user',
    v: 'volume',
    w: 'workdir',
};
/** Options that an input stands for, with its name. */
const optionsOfInputs = {
    name: 'app',
    publish: 'app-port',
    'publish-all': 'app-port',
    volume: 'volumes',
    mount: 'volumes',
    env: 'env',
    'env-file': 'env',
    memory: 'memory',
    network: 'network',
    net: 'network',
    entrypoint: 'dockerfile',
};
/** Options that the action sets itself, or whose effect would break what it relies on. */
const fixedOptions = new Set(`attach cidfile detach detach-keys interactive ip ip6 label label-file link link-local-ip net-alias network-alias pull
  quiet restart rm sig-proxy tty`.split(/\s+/));
/**
 * Options whose values log, summary and artifact may show: limits, names, addresses, devices, what the kernel is asked for.
 * All others may hold a secret.
 */
const shownOptions = new Set(`add-host attach blkio-weight blkio-weight-device cap-add cap-drop cgroup-parent cgroupns cidfile cpu-count cpu-percent
  cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus cpuset-mems device device-cgroup-rule
  device-read-bps device-read-iops device-write-bps device-write-iops dns dns-opt dns-option dns-search domainname expose
  gpus group-add health-interval health-retries health-start-interval health-start-period health-timeout hostname
  io-maxbandwidth io-maxiops ip ip6 ipc isolation kernel-memory link log-driver mac-address memory memory-reservation
  memory-swap memory-swappiness name net net-alias network network-alias oom-score-adj pid pids-limit platform publish pull
  restart runtime security-opt shm-size stop-signal stop-timeout sysctl tmpfs ulimit user userns uts volume volume-driver
  volumes-from workdir`.split(/\s+/));
/** Options whose values are `key=value`, so that the key can be shown. */
const keyedOptions = new Set(['annotation', 'label', 'log-opt', 'storage-opt']);
/** Keys of those whose values are no secret either (docs.docker.com, logging drivers). */
const shownKeys = new Set('compress max-buffer-size max-file max-size mode size tag'.split(' '));

// EXTERNAL MODULE: ./.build/lib/settings/nearest.js
var nearest = __webpack_require__(42028);
;// CONCATENATED MODULE: ./.build/lib/settings/words.js

/** What a shell would act on instead of taking it as it stands (POSIX.1-2017, Shell Command Language 2.2, 2.6). */
const active = new Set([';', '|', '&', '<', '>', '(', ')', '$', '`', '*', '?', '[']);
/** What acts only where a word begins. */
const activeFirst = new Set(['#', '~']);
/**
 * Splits words as a shell does: blanks and line breaks between them, single and double quotes, backslash. Nothing is
 * run or replaced, so whatever a shell would run or replace is refused, and an open quote too (which is why this is not
 * shell-quote's `parse`: it drops open quotes and variables in silence). Throws `INPUT_DOCKER_OPTIONS`.
 */
function splitWords(text) {
    const words = [];
    let word;
    let at = 0;
    const refuse = (sign, index) => (0,failure/* failure */.V2)('INPUT_DOCKER_OPTIONS', { sign, column: index + 1 });
    while (at < text.length) {
        const sign = text[at] ?? '';
        const rest = text.slice(at);
        if (rest.startsWith('\\\n')) {
            at += 2;
        }
        else if (/[ \t\r\n]/.test(sign)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
            at += 1;
        }
        else if (sign === '\0' || active.has(sign) || (word === undefined && activeFirst.has(sign))) {
            throw refuse(sign === '\0' ? 'NUL' : `\`${sign}\``, at);
        }
        else if (sign === '\\') {
            if (at + 1 === text.length)
                throw refuse('`\\`', at);
            word = (word ?? '') + text[at + 1];
            at += 2;
        }
        else if (sign === "'") {
            const end = text.indexOf("'", at + 1);
            if (end < 0)
                throw refuse("`'`", at);
            word = (word ?? '') + text.slice(at + 1, end);
            at = end + 1;
        }
        else if (sign === '"') {
            const inside = /^"((?:[^"\\]|\\[\s\S])*)"/.exec(rest)?.[1];
            if (inside === undefined)
                throw refuse('`"`', at);
            const live = /^(?:[^\\$`]|\\[\s\S])*[$`]/.exec(inside)?.[0];
            if (live !== undefined)
                throw refuse(`\`${live.at(-1)}\``, at + live.length);
            word = (word ?? '') + inside.replace(/\\([$`"\\\n])/g, (_, escaped) => (escaped === '\n' ? '' : escaped));
            at += inside.length + 2;
        }
        else {
            word = (word ?? '') + sign;
            at += 1;
        }
    }
    if (word !== undefined)
        words.push(word);
    return words;
}

;// CONCATENATED MODULE: ./.build/lib/settings/docker-options.js




/**
 * Further words of `docker run`, split as a shell splits them. Every word is an option that Docker knows or its value.
 * Throws `INPUT_DOCKER_OPTIONS` where it cannot be split, else `Failures` of `INPUT_DOCKER_OPTION_*`, all of them.
 */
function parseDockerOptions(value) {
    const words = splitWords(value);
    const failures = [];
    for (const found of walk(words)) {
        if (found instanceof failure/* Failure */.HR)
            failures.push(found);
        else {
            const problem = refusal(found);
            if (problem)
                failures.push(problem);
        }
    }
    if (failures.length > 0)
        throw new failure/* Failures */.oo(failures);
    return words;
}
/** Whether parsed options hold the option of this long name (`log-driver`), in whichever form it was written. */
function givesOption(words, name) {
    return [...walk(words)].some((found) => !(found instanceof failure/* Failure */.HR) && found.name === name);
}
/** The same words for people to read: values are left out but for those of options that hold no secret. */
function shownOptionsOf(words) {
    const shown = [...words];
    for (const { word, from } of hiddenParts(words))
        shown[word] = `${words[word]?.slice(0, from)}…`;
    return shown;
}
/** What {@link shownOptionsOf} leaves out. */
function valuesToHide(words) {
    return hiddenParts(words).map(({ word, from }) => words[word]?.slice(from) ?? '');
}
function hiddenParts(words) {
    return [...walk(words)].flatMap((found) => {
        if (found instanceof failure/* Failure */.HR || found.value === undefined)
            return [];
        const { name, value } = found;
        const text = words[value.word]?.slice(value.from) ?? '';
        if (text === '' || switchOptions.has(name) || (shownOptions.has(name) && isPlain(text)))
            return [];
        // `--log-opt splunk-token=...`: the name of the value is no secret.
        const key = keyedOptions.has(name) ? /^[\w.-]+(?==)/.exec(text)?.[0] : undefined;
        if (key === undefined)
            return [value];
        const known = name !== 'label' && name !== 'annotation' && shownKeys.has(key);
        return known ? [] : [{ word: value.word, from: value.from + key.length + 1 }];
    });
}
/** A profile of seccomp stands in its option as a whole. */
function isPlain(value) {
    return value.length <= 200 && !/[\n{]/.test(value);
}
/** Goes over the words as Docker's parser (spf13/pflag) does; what is no option comes out as a failure. */
function* walk(words) {
    for (let at = 0; at < words.length; at++) {
        const word = words[at] ?? '';
        let last;
        if (/^--[^=]/.test(word)) {
            const [written = '', ...inline] = word.split('=');
            const option = { written, name: written.slice(2) };
            if (inline.length === 0)
                last = option;
            else
                yield { ...option, value: { word: at, from: written.length + 1 } };
        }
        else if (/^-[^-]/.test(word)) {
            for (let i = 1; i < word.length; i++) {
                const letter = word[i] ?? '';
                const option = { written: `-${letter}`, name: shortOptions[letter] ?? letter };
                // `-m512m`, `-m=512m`, `-i=true`: the rest of the word is the value.
                if (word[i + 1] === '=' || (valueOptions.has(option.name) && i + 1 < word.length)) {
                    yield { ...option, value: { word: at, from: word[i + 1] === '=' ? i + 2 : i + 1 } };
                    break;
                }
                if (i + 1 === word.length)
                    last = option;
                else
                    yield option;
            }
        }
        else {
            // What follows a value that is not shown is mostly the rest of it.
            const ofValue = hiddenParts(words.slice(0, at)).some((part) => part.word === at - 1);
            yield (0,failure/* failure */.V2)('INPUT_DOCKER_OPTION_WORD', { word: ofValue ? '…' : word });
        }
        if (last === undefined)
            continue;
        if (!valueOptions.has(last.name)) {
            yield last;
            continue;
        }
        at += 1;
        yield { ...last, value: { word: at, from: 0 } };
        if (at >= words.length)
            yield (0,failure/* failure */.V2)('INPUT_DOCKER_OPTION_VALUE', { option: last.written });
    }
}
function refusal({ written, name }) {
    const input = Object.hasOwn(optionsOfInputs, name) ? optionsOfInputs[name] : undefined;
    if (input !== undefined)
        return (0,failure/* failure */.V2)('INPUT_DOCKER_OPTION_RESERVED', { option: written, input });
    if (fixedOptions.has(name))
        return (0,failure/* failure */.V2)('INPUT_DOCKER_OPTION_FIXED', { option: written });
    if (valueOptions.has(name) || switchOptions.has(name))
        return undefined;
    const known = [...valueOptions, ...switchOptions];
    return (0,failure/* failure */.V2)('INPUT_DOCKER_OPTION_UNKNOWN', { option: written, nearest: `--${(0,nearest/* nearest */.p)(name, known)}` });
}


/***/ }),

/***/ 66996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ parseDomain)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5081);



/**
 * A host name that can have a certificate, lower-case, in punycode where it is not ASCII (RFC 1123 2.1, RFC 5891).
 * Throws `INPUT_DOMAIN`.
 */
function parseDomain(value) {
    // domainToASCII forgives what is no host name (it cuts at `/`), so those signs are refused before.
    const ascii = /[\s/\\:@?#%*_$[\]<>^|]/.test(value) ? '' : (0,node_url__WEBPACK_IMPORTED_MODULE_1__.domainToASCII)(value).toLowerCase();
    const labels = ascii.split('.');
    const good = ascii.length <= 253 &&
        labels.length >= 2 &&
        labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
        !/^\d+$/.test(labels.at(-1) ?? '') &&
        labels.at(-1) !== 'localhost' &&
        (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(ascii) === 0;
    if (!good)
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('INPUT_DOMAIN', { value });
    return ascii;
}


/***/ }),

/***/ 27187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ renderEnvironment),
/* harmony export */   Nq: () => (/* binding */ parseEnvironment),
/* harmony export */   sm: () => (/* binding */ valuesOf)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44745);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26288);



/** Docker reads env files by lines of less than 64 KiB (Go's bufio.MaxScanTokenSize). */
const longestLine = 65_535;
/**
 * Lines `NAME=value`; a value is what follows the first `=`, to the letter. Lines are named by number only, since any
 * of them may be a secret. Throws `Failures` of `INPUT_ENV_LINE`, `INPUT_ENV_TWICE`, `INPUT_ENV_LONG`.
 */
function parseEnvironment(value) {
    const failures = [];
    const variables = [];
    for (const { number: line, text } of (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .D)(value)) {
        const [, name, rest] = /^([A-Za-z_][A-Za-z0-9_.-]*)=([^\0\r]*)$/.exec(text) ?? [];
        if (name === undefined || rest === undefined)
            failures.push((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_ENV_LINE', { line }));
        else if (variables.some((other) => other.name === name))
            failures.push((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_ENV_TWICE', { line, name }));
        else if (Buffer.byteLength(text) >= longestLine)
            failures.push((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_ENV_LONG', { line }));
        else
            variables.push({ name, value: new _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(rest) });
    }
    if (failures.length > 0)
        throw new _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failures */ .oo(failures);
    return variables;
}
/** Variables with their values, for what is read of them on the runner. */
function valuesOf(variables) {
    return Object.fromEntries(variables.map(({ name, value }) => [name, value.reveal()]));
}
/** The text of an env file for docker (`--env-file`). */
function renderEnvironment(variables) {
    return new _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(variables.map(({ name, value }) => `${name}=${value.reveal()}\n`).join(''));
}


/***/ }),

/***/ 58477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseFiles),
/* harmony export */   E: () => (/* binding */ besideVolumes)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44745);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89061);



/**
 * Lines `runner-path:container-path`, sorted by the latter. The last colon divides, so that a path of Windows may have
 * its drive. Throws `Failures` of `INPUT_FILE` and `INPUT_FILE_PLACE`, all of them.
 */
function parseFiles(value) {
    const failures = [];
    const files = [];
    for (const { number: line, text } of (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .D)(value)) {
        const [, source, container = ''] = /^(.+):([^:]+)$/.exec(text.trimEnd()) ?? [];
        // What ends in a slash is a folder.
        const bad = source === undefined || /[\x00-\x1f]/.test(source) || !(0,_volumes_js__WEBPACK_IMPORTED_MODULE_1__/* .isFolder */ .lQ)(container) || /\/\.?$/.test(container);
        if (bad)
            failures.push((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_FILE', { line, value: text }));
        else
            files.push({ source: source.trim(), container: container.replace(/\/(\.?\/)+/g, '/') });
    }
    failures.push(...inEachOthersWay(files));
    if (failures.length > 0)
        throw new _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failures */ .oo(failures);
    return files.toSorted((a, b) => (a.container < b.container ? -1 : 1));
}
function inEachOthersWay(files) {
    return files.flatMap(({ container: path }, at) => {
        const other = files.slice(0, at).find(({ container }) => isWithin(path, container) || isWithin(container, path));
        return other === undefined ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_FILE_PLACE', { path, other: other.container })];
    });
}
/**
 * Files that cannot be mounted beside `volumes`: in the place of one, around one, or within one that is read-only, where
 * Docker cannot make the file that it mounts over.
 */
function besideVolumes(files, volumes) {
    return files.flatMap(({ container: path }) => {
        const other = volumes.find((volume) => isWithin(volume.container, path) || (volume.readOnly && isWithin(path, volume.container)));
        return other === undefined ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_FILE_PLACE', { path, other: other.container })];
    });
}
/** Whether a path is another one or lies below it. */
function isWithin(path, other) {
    return path === other || path.startsWith(`${other}/`);
}


/***/ }),

/***/ 78701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G3: () => (/* binding */ accepts),
/* harmony export */   R8: () => (/* binding */ belowServerError),
/* harmony export */   VM: () => (/* binding */ renderHealthStatus),
/* harmony export */   wX: () => (/* binding */ parseHealthStatus)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);

/** `200`, `200-299`, `200,204`. Throws `INPUT_HEALTH_STATUS`. */
function parseHealthStatus(value) {
    return value.split(',').map((part) => {
        const [, from, to = from] = /^\s*([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?\s*$/.exec(part) ?? [];
        if (from === undefined || Number(to) < Number(from))
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_HEALTH_STATUS', { value });
        return { from: Number(from), to: Number(to) };
    });
}
/** The ranges as the input writes them. */
function renderHealthStatus(ranges) {
    return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}
/** Whether a status lies in one of the ranges. */
function accepts(ranges, status) {
    return ranges.some(({ from, to }) => status >= from && status <= to);
}
/** What counts where only the server's own errors do not: the application answers, be it with a login page. */
const belowServerError = [{ from: 100, to: 499 }];


/***/ }),

/***/ 95129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ inputsFrom)
/* harmony export */ });
/**
 * The inputs in an environment, as the runner passes them: `INPUT_` and the name in upper case, hyphens kept
 * (actions/toolkit, core.getInput). Values are as they came; each parser trims what it may.
 */
function inputsFrom(environment) {
    const inputs = new Map();
    for (const [name, value] of Object.entries(environment)) {
        if (/^INPUT_./i.test(name) && value !== undefined)
            inputs.set(name.slice('INPUT_'.length).toLowerCase(), value);
    }
    return inputs;
}


/***/ }),

/***/ 12883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GJ: () => (/* binding */ tooLongForJava8),
/* harmony export */   Uy: () => (/* binding */ parseJavaOptions),
/* harmony export */   aX: () => (/* binding */ propertiesOfEnvironment),
/* harmony export */   b8: () => (/* binding */ secretsOfJavaOptions),
/* harmony export */   lw: () => (/* binding */ javaOptionsVariable),
/* harmony export */   s9: () => (/* binding */ shownJavaOptions)
/* harmony export */ });
/* unused harmony exports javaWords, systemProperties */
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);
/* harmony import */ var _command_word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89112);


/** The variable that a JVM takes options from, whoever starts it. */
const javaOptionsVariable = 'JAVA_TOOL_OPTIONS';
/**
 * Options for the JVM, on one line. Throws `INPUT_JAVA_OPTIONS_LINE` for a control character, `INPUT_JAVA_OPTIONS_QUOTE`
 * for a quote that is not closed, with which no JVM starts.
 */
function parseJavaOptions(value) {
    if (/[\x00-\x1f\x7f]/.test(value))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_JAVA_OPTIONS_LINE', {});
    if (javaWords(value) === undefined)
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_JAVA_OPTIONS_QUOTE', {});
    return value;
}
/** Whether Java 8 would pass over options: its buffer for the variable holds 1024 bytes (HotSpot 8, arguments.cpp). */
function tooLongForJava8(options) {
    return Buffer.byteLength(options) >= 1024;
}
/**
 * The options in a variable such as `JAVA_TOOL_OPTIONS`, as the JVM splits them: blanks between them, quotes of both
 * kinds around blanks, no escapes (HotSpot, Arguments::parse_options_buffer). Undefined where a quote is not closed.
 */
function javaWords(text) {
    const words = [];
    let word;
    for (let at = 0; at < text.length; at += 1) {
        const sign = text[at] ?? '';
        if (/\s/.test(sign)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
        else if (sign === '"' || sign === "'") {
            const end = text.indexOf(sign, at + 1);
            if (end < 0)
                return undefined;
            word = (word ?? '') + text.slice(at + 1, end);
            at = end;
        }
        else {
            word = (word ?? '') + sign;
        }
    }
    return word === undefined ? words : [...words, word];
}
/** The system properties (`-Dname=value`) that options set; of two of one name the later one. */
function systemProperties(options) {
    const found = (javaWords(options) ?? []).map((word) => /^-D([^=]+)=(.*)$/s.exec(word));
    return Object.fromEntries(found.flatMap((match) => (match === null ? [] : [[match[1] ?? '', match[2] ?? '']])));
}
/** Options for people to read: of a system property the name alone. */
function shownJavaOptions(options) {
    return (javaWords(options) ?? []).map(_command_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shownWord */ .o).join(' ');
}
/** Values of system properties that are secrets by their names (`-Djavax.net.ssl.keyStorePassword=…`). */
function secretsOfJavaOptions(options) {
    return Object.entries(systemProperties(options)).flatMap(([name, value]) => /passw|passphrase|secret|token|credential|key$/i.test(name) ? [value] : []);
}
/** The variables that a JVM takes options from, the later one winning; the second is known to Java 9 and later. */
const optionVariables = [javaOptionsVariable, 'JDK_JAVA_OPTIONS'];
/** The system properties that an environment sets by the variables of the JVM. */
function propertiesOfEnvironment(environment) {
    return Object.assign({}, ...optionVariables.map((name) => systemProperties(environment[name] ?? '')));
}


/***/ }),

/***/ 44745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf)
/* harmony export */ });
/** The lines of an input that hold something. */
function linesOf(value) {
    return value
        .split('\n')
        .map((line, index) => ({ number: index + 1, text: line.replace(/\r$/, '').trimStart() }))
        .filter((line) => line.text !== '');
}


/***/ }),

/***/ 94858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ maskWarnings),
  S: () => (/* binding */ masks)
});

// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/server/quote.js
var quote = __webpack_require__(76148);
// EXTERNAL MODULE: ./.build/lib/settings/docker-options.js + 2 modules
var docker_options = __webpack_require__(78897);
// EXTERNAL MODULE: ./.build/lib/settings/java-options.js
var java_options = __webpack_require__(12883);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/jar/app-name.js
var app_name = __webpack_require__(85995);
// EXTERNAL MODULE: ./.build/lib/release/release.js
var release = __webpack_require__(85369);
// EXTERNAL MODULE: ./.build/lib/settings/app-name.js
var settings_app_name = __webpack_require__(89517);
;// CONCATENATED MODULE: ./.build/lib/settings/public-facts.js




/**
 * What anybody may know of a run, and log and summary must be able to say: addresses, names, ports and paths that its
 * inputs give. The application's name is taken from the jar's path where that has no wildcard in it.
 */
function publicFacts(settings) {
    const { domain, httpsPort } = settings.site;
    const facts = [
        `https://${domain}:${httpsPort}`,
        `https://${domain}/`,
        `wss://${domain}`,
        settings.publicIp ?? '',
        ...(settings.command === 'verify' ? [] : ofDeploy(settings)),
    ];
    return facts.filter((fact) => fact !== '');
}
function ofDeploy({ app, jar, server, image, container, site, health }) {
    const file = external_node_path_.posix.basename(jar.replaceAll('\\', '/'));
    const known = /[*?[\]{}]/.test(file) ? undefined : file;
    const name = app ?? (known === undefined ? undefined : (0,app_name/* withoutVersion */.P)(known.replace(/\.[jw]ar$/i, '')));
    return [
        known ?? '',
        ...(name === undefined ? [] : [`${(0,release/* applicationDirectory */.gZ)(name)}/file-system`, (0,settings_app_name/* imageNameOf */.mi)(name)]),
        `${server.host}:${server.port}`,
        server.username,
        image.dockerfile ?? '',
        image.baseImage ?? '',
        container.profile ?? '',
        container.timezone ?? '',
        container.network ?? '',
        ...(container.volumes ?? []).flatMap((volume) => [volume.host, volume.container]),
        ...container.files.map((file) => file.container),
        ...(site.staticSite === undefined ? [] : [`https://${site.domain}${site.staticSite.path}`]),
        health.path ?? '',
    ];
}

;// CONCATENATED MODULE: ./.build/lib/settings/masks.js





/** A shorter value is too likely to be a part of other words: masking it would spoil the log. */
const shortest = 8;
/**
 * Every string that must not be seen, on the runner's log or in a text of ours: each secret, each line of one of several
 * lines, in all forms in which programs write it. Left out is what is shorter than 8 characters, and what anybody may know:
 * a variable that holds the domain must not turn the address of the site into `***`.
 */
function masks(settings) {
    const facts = publicFacts(settings);
    const found = new Set();
    for (const value of valuesOf(settings)) {
        for (const part of [value, value.trim(), ...value.split('\n').map((line) => line.trim())]) {
            // The frame of a PEM is no secret, and masking it would hide which kind of key a text speaks of.
            if (part.length < shortest || /^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(part))
                continue;
            if (facts.some((fact) => fact.includes(part.trim())))
                continue;
            for (const form of formsOf(part))
                found.add(form);
        }
    }
    return [...found];
}
/** One warning for each secret that is too short to be masked. */
function maskWarnings(settings) {
    return secretsOf(settings)
        .filter(({ secret }) => secret.reveal() !== '' && secret.reveal().length < shortest)
        .map(({ name }) => (0,messages_text/* text */.Qq)(`The value of ${name} is shorter than ${shortest} characters and is not masked in the log.`, `${name} 的值短于 ${shortest} 个字符，不会在日志中屏蔽。`));
}
/** A value as it is, in base64 (both alphabets), in a URL, in JSON, in a form, between a shell's single quotes. */
function formsOf(value) {
    const bytes = Buffer.from(value);
    const inUrl = encodeURIComponent(value.toWellFormed());
    const lower = inUrl.replace(/%[0-9A-F]{2}/g, (sign) => sign.toLowerCase());
    const inJson = JSON.stringify(value).slice(1, -1);
    return [
        value,
        bytes.toString('base64'),
        bytes.toString('base64url'),
        inUrl,
        lower,
        new URLSearchParams({ '': value }).toString().slice(1),
        inJson,
        // Some writers of JSON escape the slash as well.
        inJson.replaceAll('/', '\\/'),
        value.includes('\0') ? value : (0,quote/* quote */.h)(value).replace(/^'(.*)'$/s, '$1'),
    ];
}
function valuesOf(settings) {
    const secrets = secretsOf(settings).map(({ secret }) => secret.reveal());
    if (settings.command === 'verify')
        return secrets;
    const { options, javaOptions } = settings.container;
    return [...secrets, ...(0,docker_options/* valuesToHide */._9)(options), ...(0,java_options/* secretsOfJavaOptions */.b8)(javaOptions ?? '')];
}
function secretsOf(settings) {
    if (settings.command === 'verify')
        return [];
    const { server, certificate, container } = settings;
    const named = (name, secret) => (secret === undefined ? [] : [{ name, secret }]);
    return [
        ...named('`private-key`', server.privateKey),
        ...named('`passphrase`', server.passphrase),
        ...named('`password`', server.password),
        ...(certificate.source === 'provided' ? named('`certificate-key`', certificate.key) : []),
        ...container.environment.map(({ name, value }) => ({ name: `\`env\`: ${name}`, secret: value })),
    ];
}


/***/ }),

/***/ 42028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The name among `names` that takes the fewest insertions, removals and replacements to become `word`. */
function nearest(word, names) {
    let best = names[0] ?? '';
    for (const name of names)
        if (distance(word, name) < distance(word, best))
            best = name;
    return best;
}
/** Levenshtein distance, row by row. */
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 77982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseSnippet)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);
/* harmony import */ var _nginx_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(498);
/* harmony import */ var _nginx_syntax_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15101);



/**
 * Directives for the inside of a server block. Read as nginx reads them, so that they can neither close the block nor
 * swallow what follows; whether nginx knows them is its own test's matter. Line ends become `\n`.
 * Throws `INPUT_SNIPPET_CLOSES`, `INPUT_SNIPPET_SYNTAX`.
 */
function parseSnippet(value) {
    const snippet = value.replaceAll('\r\n', '\n').trim();
    try {
        const lua = allOf((0,_nginx_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseNginx */ .S)(snippet, 'nginx-snippet')).find(({ name }) => name.endsWith('_by_lua_block'));
        if (lua)
            throw new _nginx_syntax_error_js__WEBPACK_IMPORTED_MODULE_2__/* .NginxSyntaxError */ .A('syntax', lua.file, lua.line, lua.name);
        return snippet;
    }
    catch (error) {
        if (!(error instanceof _nginx_syntax_error_js__WEBPACK_IMPORTED_MODULE_2__/* .NginxSyntaxError */ .A))
            throw error;
        const { line, near, kind } = error;
        throw kind === 'closes'
            ? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_SNIPPET_CLOSES', { line })
            : (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_SNIPPET_SYNTAX', { line, near: /^\w*$|^.$/.test(near) ? near : `${near[0]}…` });
    }
}
function allOf(directives) {
    return directives.flatMap((directive) => [directive, ...allOf(directive.block ?? [])]);
}


/***/ }),

/***/ 79779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rr: () => (/* binding */ parsePath),
/* harmony export */   TZ: () => (/* binding */ parseArtifactName),
/* harmony export */   fj: () => (/* binding */ parseHealthPath),
/* harmony export */   sn: () => (/* binding */ parseSitePath)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);

/** A path (or glob) on the runner: one line. Throws `INPUT_PATH`. */
function parsePath(value, name) {
    if (/[\x00-\x1f]/.test(value))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_PATH', { name, value });
    return value;
}
/**
 * The path and query of a URL (RFC 3986 3.3, 3.4), in a form that nginx takes literally: it has no escape for `$`.
 * Throws `INPUT_HEALTH_PATH`.
 */
function parseHealthPath(value) {
    if (!/^\/([A-Za-z0-9\-._~!&()*+,;=:@/?]|%[0-9A-Fa-f]{2})*$/.test(value))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_HEALTH_PATH', { value });
    return value;
}
/**
 * The path of a site, of signs that neither nginx nor a URL needs quoted, `/` at both ends (added where missing).
 * Throws `INPUT_SITE_PATH`.
 */
function parseSitePath(value) {
    const path = `/${value}/`.replace(/^\/\//, '/').replace(/\/\/$/, '/');
    const parts = path.slice(1, -1).split('/');
    const good = (part) => /^[A-Za-z0-9._~-]+$/.test(part) && !/^\.+$/.test(part);
    if (path !== '/' && !parts.every(good))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_SITE_PATH', { value });
    return path;
}
/** A name that GitHub takes for an artifact, `<app>` standing for the application's. Throws `INPUT_ARTIFACT_NAME`. */
function parseArtifactName(value) {
    if (/[":<>|*?\r\n\\/]/.test(value.replaceAll('<app>', '')))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_ARTIFACT_NAME', { value });
    return value;
}


/***/ }),

/***/ 19592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ privateNames),
/* harmony export */   p: () => (/* binding */ openedBy)
/* harmony export */ });
/** Names in an application's folder that are root's: variables and scripts, and what the next run goes by. */
const privateNames = [
    'releases',
    'static',
    'current',
    'rollback',
    'adopted.json',
    'adopted.env',
    'deploy.log',
].concat(
// A folder of copies beside the list may be mounted; the folder of both may not.
'container-files/kept');
/**
 * The place that a volume would open to the container: the variables of every release, scripts and configuration that root
 * runs. Undefined: none. A volume at or above such a place opens it, one inside of it as well; a single folder of nginx's
 * may be mounted to be read.
 */
function openedBy(volume, { applications, nginx = [], files = [] }) {
    const { host, readOnly } = volume;
    if (!host.startsWith('/'))
        return undefined;
    const above = (place) => place === host || place.startsWith(`${host.replace(/\/$/, '')}/`);
    const inside = (place) => host.startsWith(`${place}/`);
    const opened = (place) => above(place) || inside(place);
    return (applications.find(above) ??
        applications.flatMap((folder) => privateNames.map((name) => `${folder}/${name}`)).find(opened) ??
        ['/etc/nginx', ...nginx].find((place) => above(place) || (!readOnly && inside(place))) ??
        files.find((file) => !readOnly && above(file)));
}


/***/ }),

/***/ 68043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JM: () => (/* binding */ BadInputs),
  eX: () => (/* binding */ languageOf),
  sb: () => (/* binding */ readSettings)
});

// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 29 modules
var failure = __webpack_require__(5081);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/inputs.js

/** What each input is for: action.yml's words in English, and their Chinese. Both READMEs are generated from it. */
const inputTexts = {
    command: (0,messages_text/* text */.Qq)('`deploy`, `plan` (says what a deploy would do, changes nothing) or `verify` (looks from outside only).', '`deploy`（部署）、`plan`（说明部署会做什么，不做任何更改）或 `verify`（仅从外部检查）。'),
    language: (0,messages_text/* text */.Qq)('Language of the log, the errors and the summary: `en` or `zh`.', '日志、错误和摘要的语言：`en` 或 `zh`。'),
    jar: (0,messages_text/* text */.Qq)('Path or glob of the executable jar (or war) that was built. Exactly one file may match; `*-plain.jar`, `*-plain.war`, `*-sources.jar`, `*-javadoc.jar` and `*.original` do not count. Needed by `deploy` and `plan`.', '已构建的可执行 jar（或 war）的路径或通配符。必须恰好匹配一个文件；`*-plain.jar`、`*-plain.war`、`*-sources.jar`、`*-javadoc.jar` 和 `*.original` 不计。`deploy` 和 `plan` 必填。'),
    app: (0,messages_text/* text */.Qq)('Name of the application; its lower-case form names the image and the container. Default: the name of the jar without its version.', '应用名；其小写形式用作镜像名和容器名。默认：去掉版本号的 jar 名。'),
    dockerfile: (0,messages_text/* text */.Qq)('Path of a Dockerfile of your own. Default: one is rendered for the jar. The jar is put where its COPY looks for it.', '自己的 Dockerfile 的路径。默认：为该 jar 生成一个。jar 会放到其 COPY 所指的位置。'),
    context: (0,messages_text/* text */.Qq)('A folder to send along with the Dockerfile, for its COPY lines. Needs `dockerfile`.', '随 Dockerfile 一起发送的文件夹，供其中的 COPY 使用。需要 `dockerfile`。'),
    'build-args': (0,messages_text/* text */.Qq)('Lines `NAME=value` for `docker build --build-arg`. Not for secrets: they stay in the image. Needs `dockerfile`.', '`docker build --build-arg` 的 `NAME=value` 行。不要放机密：它们会留在镜像中。需要 `dockerfile`。'),
    'base-image': (0,messages_text/* text */.Qq)("Base image of the rendered Dockerfile. Default: `eclipse-temurin` with the JRE of the jar's own Java version, up to the next LTS.", '生成的 Dockerfile 的基础镜像。默认：`eclipse-temurin` 的 JRE，版本取 jar 自身的 Java 版本并向上取到下一个 LTS。'),
    'spring-profile': (0,messages_text/* text */.Qq)("Active Spring profiles, separated by commas. Default: the jar's own.", '启用的 Spring profile，用逗号分隔。默认：jar 自身的设置。'),
    'java-options': (0,messages_text/* text */.Qq)('Options for the JVM, such as `-Xmx512m -Duser.language=zh`: the variable `JAVA_TOOL_OPTIONS` of the container. Not for secrets: they are in the record of the release on the server; the log shows `-D` options by name only.', 'JVM 选项，例如 `-Xmx512m -Duser.language=zh`：即容器的变量 `JAVA_TOOL_OPTIONS`。不要放机密：会写入服务器上的版本记录；日志中 `-D` 选项只显示名称。'),
    memory: (0,messages_text/* text */.Qq)('Memory that the container may use, in the notation of Docker, such as `512m` or `1g`; at least `64m`. Default: no limit.', '容器可使用的内存，采用 Docker 的写法，例如 `512m` 或 `1g`；至少 `64m`。默认：不限制。'),
    timezone: (0,messages_text/* text */.Qq)('Time zone of the application, such as `Asia/Shanghai`: the variable `TZ` of the container. Default: that of the server.', '应用的时区，例如 `Asia/Shanghai`：即容器的变量 `TZ`。默认：服务器的时区。'),
    env: (0,messages_text/* text */.Qq)('Lines `NAME=value` for the environment of the container. Every value is treated as a secret.', '容器环境变量的 `NAME=value` 行。每个值都按机密处理。'),
    files: (0,messages_text/* text */.Qq)('Lines `runner-path:container-path`: files to mount read-only, such as a payment key or `application-prod.yml`; at most 10 MB each. Every user in the container can read them.', '`运行器路径:容器路径` 行：以只读方式挂载的文件，例如支付密钥或 `application-prod.yml`；每个最大 10 MB。容器内的所有用户都能读取。'),
    volumes: (0,messages_text/* text */.Qq)('Lines `host:container` or `host:container:ro`: folders of the server to mount. Default: `/docker/app/<app>/file-system` and `/docker/app/<app>/logs`, same path inside.', '`服务器路径:容器路径` 或 `服务器路径:容器路径:ro` 行：要挂载的服务器文件夹。默认：`/docker/app/<app>/file-system` 和 `/docker/app/<app>/logs`，容器内路径相同。'),
    'container-files': (0,messages_text/* text */.Qq)('What happens to files that the application wrote into its container outside the mounts, when a deploy replaces the container: `refuse` (stop and list them), `carry` (copy them, with their owners, into a folder that stays mounted) or `discard`. Temporary files, caches and logs do not count. Default: `refuse`.', '部署替换容器时，如何处理应用写在挂载之外（容器自身之中）的文件：`refuse`（中止并列出）、`carry`（连同属主一起复制到此后一直挂载的文件夹）或 `discard`（丢弃）。临时文件、缓存和日志不计。默认：`refuse`。'),
    network: (0,messages_text/* text */.Qq)("Name of a Docker network of the server for the container, a bridge. Default: Docker's own. `host.docker.internal` reaches the server itself from either.", '容器使用的服务器上的 Docker 网络名称，须为 bridge 网络。默认：Docker 自带的网络。两者都可用 `host.docker.internal` 访问服务器本身。'),
    'docker-options': (0,messages_text/* text */.Qq)('Further options of `docker run`, such as `--cpus 1.5`. They are split as a shell splits words, but no shell runs them; options that another input stands for are refused.', '`docker run` 的其他选项，例如 `--cpus 1.5`。按 shell 规则分词，但不由 shell 执行；由其他输入表示的选项会被拒绝。'),
    'app-port': (0,messages_text/* text */.Qq)("Port that the application listens on in its container. Default: `server.port` of the jar's configuration for the profile, else 8080.", '应用在容器内监听的端口。默认：jar 配置中该 profile 的 `server.port`，否则为 8080。'),
    'publish-app-port': (0,messages_text/* text */.Qq)('Serve the port of the application in plain http to the world as well: `true` or `false`. Default: `true` where the container that is taken over published it, else `false`.', '是否同时以明文 http 对外提供应用端口：`true` 或 `false`。默认：被接管的容器曾发布该端口时为 `true`，否则为 `false`。'),
    adopt: (0,messages_text/* text */.Qq)('Take over what a set-up by hand left on the server, its container and the nginx server of the same name and port, and lose nothing of it unnamed: `true`, or `false` to refuse.', '接管手工部署留下的容器以及同名同端口的 nginx server，凡会丢失的内容都会先列出：`true`；`false` 则拒绝。'),
    host: (0,messages_text/* text */.Qq)('Host name or IP address of the server, for SSH. Needed by `deploy` and `plan`.', '服务器的主机名或 IP 地址，用于 SSH。`deploy` 和 `plan` 必填。'),
    port: (0,messages_text/* text */.Qq)('SSH port of the server.', '服务器的 SSH 端口。'),
    username: (0,messages_text/* text */.Qq)('User to log in as. Any but root needs sudo without a password.', '登录用户。root 以外的用户需要免密码的 sudo。'),
    'private-key': (0,messages_text/* text */.Qq)('Private key for SSH, OpenSSH or PEM. Take it from a secret. This or `password` is needed.', 'SSH 私钥，OpenSSH 或 PEM 格式。请取自 secret。它与 `password` 至少给出一个。'),
    passphrase: (0,messages_text/* text */.Qq)('Passphrase of `private-key`. Take it from a secret.', '`private-key` 的口令。请取自 secret。'),
    password: (0,messages_text/* text */.Qq)('Password for SSH. Take it from a secret.', 'SSH 密码。请取自 secret。'),
    'host-key': (0,messages_text/* text */.Qq)('Expected host keys of the server, one a line, any of which may match: `SHA256:...` fingerprints or known_hosts lines. Without it the step fails before it authenticates and prints the line to paste. `accept-any` checks nothing.', '服务器的主机密钥，每行一个，匹配其一即可：`SHA256:...` 指纹或 known_hosts 行。未给出时，步骤会在认证之前失败，并打印可粘贴的内容。`accept-any` 表示不检查。'),
    'connect-timeout': (0,messages_text/* text */.Qq)('Seconds to wait for the SSH connection.', '等待 SSH 连接的秒数。'),
    'drain-timeout': (0,messages_text/* text */.Qq)('Seconds that the old container may take to finish its requests; 0 to 86400.', '旧容器处理完现有请求的最长秒数；0 到 86400。'),
    'keep-releases': (0,messages_text/* text */.Qq)('Releases kept on the server with their images, the one that serves among them; 1 to 100.', '服务器上保留的版本（含镜像）数量，包括正在运行的版本；1 到 100。'),
    provision: (0,messages_text/* text */.Qq)('Install docker and nginx on the server where they are missing: `true` or `false`.', '服务器缺少 docker 和 nginx 时是否安装：`true` 或 `false`。'),
    domain: (0,messages_text/* text */.Qq)('Host name of the API, such as `api.example.com`. Needed by every command.', 'API 的域名，例如 `api.example.com`。所有命令必填。'),
    'https-port': (0,messages_text/* text */.Qq)('Port on which nginx serves https.', 'nginx 提供 https 的端口。'),
    'static-site': (0,messages_text/* text */.Qq)('A folder with a built front end (an admin site) to serve on port 443; 80 leads there. It has index.html at its top; names that begin with a dot are not published.', '构建好的前端（管理后台）所在的文件夹，在 443 端口提供；80 端口跳转到它。其顶层须有 index.html；以点开头的文件不会发布。'),
    'static-site-path': (0,messages_text/* text */.Qq)('Path under which `static-site` is served, `/` leading there. Default: `/admin/`. The front end must be built for it.', '`static-site` 所在的路径，`/` 会跳转到它。默认：`/admin/`。前端须按该路径构建。'),
    'static-site-fallback': (0,messages_text/* text */.Qq)('Answer paths of `static-site` that name no file with its index.html, for routes of a single-page application: `true` or `false`. Default: `true`.', '对 `static-site` 中不存在的路径返回其 index.html（单页应用的路由）：`true` 或 `false`。默认：`true`。'),
    'max-body-size': (0,messages_text/* text */.Qq)('Largest request body, in the notation of nginx, such as `20m`; 0 for no limit.', '请求体的最大大小，采用 nginx 的写法，例如 `20m`；0 表示不限制。'),
    'nginx-snippet': (0,messages_text/* text */.Qq)("Further nginx directives for the API's server block. nginx tests them before they go in.", 'API 的 server 块中的其他 nginx 指令。生效前由 nginx 检验。'),
    certificate: (0,messages_text/* text */.Qq)('Where the certificate comes from: `provided` (the two inputs below) or `existing` (already on the server). Default: `provided` where both PEMs are given, else `existing`.', '证书来源：`provided`（由下面两个输入给出）或 `existing`（已在服务器上）。默认：两个 PEM 都给出时为 `provided`，否则为 `existing`。'),
    'certificate-chain': (0,messages_text/* text */.Qq)('Certificate and its intermediates as PEM, leaf first, for `provided`.', '证书及其中间证书的 PEM，站点证书在前，用于 `provided`。'),
    'certificate-key': (0,messages_text/* text */.Qq)('Private key of the certificate as PEM, without passphrase, for `provided`. Take it from a secret.', '证书私钥的 PEM，不带口令，用于 `provided`。请取自 secret。'),
    'public-ip': (0,messages_text/* text */.Qq)("Public IP address that the domain must point at. Default: asked of the server's cloud.", '域名必须指向的公网 IP 地址。默认：向服务器所在的云查询。'),
    'health-path': (0,messages_text/* text */.Qq)("Path that tells whether the application is well. Default: from the jar's configuration, the actuator's health where there is one.", '判断应用是否健康的路径。默认：取自 jar 的配置，有 actuator 时用其 health。'),
    'health-status': (0,messages_text/* text */.Qq)('Statuses that count as healthy, such as `200`, `200-299` or `200,204`. Default: `200` with an actuator, else anything below 500.', '视为健康的状态码，例如 `200`、`200-299` 或 `200,204`。默认：有 actuator 时为 `200`，否则为 500 以下的任意值。'),
    'health-timeout': (0,messages_text/* text */.Qq)('Seconds that the application may take to become healthy; ended early when its container exits.', '应用变为健康的最长秒数；容器退出时提前结束。'),
    'artifact-name': (0,messages_text/* text */.Qq)('Name of the artifact with what was rendered and the record of the deployment; `<app>` stands for the application. Empty: no artifact.', '包含所生成文件和部署记录的制品名称；`<app>` 代表应用名。留空：不上传制品。'),
};
/** What each output tells: action.yml's words in English, and their Chinese. */
const outputTexts = {
    url: (0,messages_text/* text */.Qq)('The verified address of the API, `https://domain:port`.', '经过验证的 API 地址，`https://域名:端口`。'),
    release: (0,messages_text/* text */.Qq)('The release that this run deployed or tried to deploy: UTC time and commit, `20261123T160512Z-1a2b3c4`.', '本次运行部署（或尝试部署）的版本：UTC 时间和提交号，`20261123T160512Z-1a2b3c4`。'),
    'previous-release': (0,messages_text/* text */.Qq)('The release that served before; empty for the first.', '之前的版本；首次部署时为空。'),
    image: (0,messages_text/* text */.Qq)('The image with its tag, `<image>:<release>`.', '带标签的镜像，`<镜像>:<版本>`。'),
    container: (0,messages_text/* text */.Qq)('The name of the container.', '容器名。'),
    changed: (0,messages_text/* text */.Qq)('`true` if anything on the server was changed, else `false`. Empty if the run was interrupted before it knew.', '服务器上有任何更改时为 `true`，否则为 `false`；运行在得知结果之前被中断时为空。'),
    'rolled-back': (0,messages_text/* text */.Qq)('`true` if the switch failed and the previous version was restored, else `false`. Empty if the run was interrupted before it knew.', '切换失败并恢复了之前的版本时为 `true`，否则为 `false`；运行在得知结果之前被中断时为空。'),
    'health-status': (0,messages_text/* text */.Qq)('The HTTP status with which the application answered.', '应用返回的 HTTP 状态码。'),
    'certificate-not-after': (0,messages_text/* text */.Qq)('When the certificate that is served expires, ISO 8601 in UTC.', '所用证书的到期时间，ISO 8601，UTC。'),
    'wechat-request-domain': (0,messages_text/* text */.Qq)('What to paste into the request domains of the mini program, with its port.', '粘贴到小程序“request 合法域名”的内容，含端口。'),
    'wechat-socket-domain': (0,messages_text/* text */.Qq)('What to paste into the socket domains of the mini program, without port.', '粘贴到小程序“socket 合法域名”的内容，不含端口。'),
    'artifact-id': (0,messages_text/* text */.Qq)('The id of the uploaded artifact.', '已上传制品的 id。'),
    'artifact-url': (0,messages_text/* text */.Qq)('The address of the uploaded artifact.', '已上传制品的地址。'),
    'duration-seconds': (0,messages_text/* text */.Qq)('How long the step took, in seconds.', '该步骤耗时，单位秒。'),
    'error-code': (0,messages_text/* text */.Qq)('The stable code of the first failure (docs/errors.md); empty when there was none.', '第一个失败的固定代码（见 docs/errors.md）；没有失败时为空。'),
};

// EXTERNAL MODULE: ./.build/lib/settings/app-name.js
var app_name = __webpack_require__(89517);
// EXTERNAL MODULE: ./.build/lib/settings/body-size.js
var body_size = __webpack_require__(47432);
;// CONCATENATED MODULE: ./.build/lib/settings/boolean.js

/** `true` or `false`; YAML's other words (`yes`, `on`) are refused. Throws `INPUT_BOOLEAN`. */
function parseBoolean(value, name) {
    if (/^true$/i.test(value))
        return true;
    if (/^false$/i.test(value))
        return false;
    throw (0,failure/* failure */.V2)('INPUT_BOOLEAN', { name, value });
}

// EXTERNAL MODULE: ./.build/lib/settings/lines.js
var lines = __webpack_require__(44745);
;// CONCATENATED MODULE: ./.build/lib/settings/build-args.js


/** Lines `NAME=value`. Throws `Failures` of `INPUT_BUILD_ARG`, one a line. */
function parseBuildArgs(value) {
    const failures = [];
    const args = [];
    for (const { number: line, text } of (0,lines/* linesOf */.D)(value)) {
        const [, name, rest] = /^([A-Za-z_][A-Za-z0-9_]*)=([^\0\r]*)$/.exec(text) ?? [];
        const known = args.some((other) => other.name === name);
        if (name === undefined || rest === undefined || known)
            // A value may hold a token.
            failures.push((0,failure/* failure */.V2)('INPUT_BUILD_ARG', { line, value: text.replace(/=.*$/s, '=…') }));
        else
            args.push({ name, value: rest });
    }
    if (failures.length > 0)
        throw new failure/* Failures */.oo(failures);
    return args;
}

;// CONCATENATED MODULE: ./.build/lib/settings/choice.js

/** A parser that lets only the words of `allowed` pass. It throws `INPUT_CHOICE`. */
function choiceOf(allowed) {
    return (value, name) => {
        const found = allowed.find((word) => word === value);
        if (found === undefined)
            throw (0,failure/* failure */.V2)('INPUT_CHOICE', { name, value, allowed: allowed.join(', ') });
        return found;
    };
}

// EXTERNAL MODULE: ./.build/lib/settings/docker-options.js + 2 modules
var docker_options = __webpack_require__(78897);
// EXTERNAL MODULE: ./.build/lib/settings/domain.js
var domain = __webpack_require__(66996);
// EXTERNAL MODULE: ./.build/lib/settings/environment.js
var settings_environment = __webpack_require__(27187);
// EXTERNAL MODULE: ./.build/lib/settings/files.js
var files = __webpack_require__(58477);
// EXTERNAL MODULE: ./.build/lib/settings/health-status.js
var health_status = __webpack_require__(78701);
;// CONCATENATED MODULE: ./.build/lib/settings/image-reference.js

const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const registry = `(?:${label}(?:\\.${label})*(?::\\d+)?/)`;
const component = '[a-z0-9]+(?:(?:\\.|__?|-+)[a-z0-9]+)*';
const reference = new RegExp(`^${registry}?${component}(?:/${component})*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`);
/** A reference to an image, by the grammar of distribution/reference. Throws `INPUT_BASE_IMAGE`. */
function parseImageReference(value) {
    if (value.length > 400 || !reference.test(value))
        throw (0,failure/* failure */.V2)('INPUT_BASE_IMAGE', { value });
    return value;
}

// EXTERNAL MODULE: ./.build/lib/settings/java-options.js
var java_options = __webpack_require__(12883);
// EXTERNAL MODULE: ./.build/lib/settings/masks.js + 1 modules
var masks = __webpack_require__(94858);
;// CONCATENATED MODULE: ./.build/lib/settings/memory.js

/** Bytes that each unit of `docker run --memory` stands for. */
const units = { '': 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
/**
 * The least that is taken, in bytes: what falls below is a unit forgotten. examples/backend, about as small as a web
 * application of Spring Boot gets, was killed with 112m and ran with 128m (OpenJDK 17; a JVM alone starts with 12m).
 */
const least = 64 * 1024 ** 2;
/** A limit for `docker run --memory`, in its notation and lower case: `512m`, `1g`, bytes. Throws `INPUT_MEMORY`. */
function parseMemory(value) {
    const [, digits, unit = ''] = /^(\d{1,15})([bkmg]?)$/.exec(value.toLowerCase()) ?? [];
    const bytes = Number(digits) * (units[unit] ?? 0);
    // Beyond what a number holds exactly, no server has that much.
    if (digits === undefined || bytes < least || !Number.isSafeInteger(bytes))
        throw (0,failure/* failure */.V2)('INPUT_MEMORY', { value });
    return `${digits}${unit}`;
}

// EXTERNAL MODULE: ./.build/lib/settings/nearest.js
var nearest = __webpack_require__(42028);
;// CONCATENATED MODULE: ./.build/lib/settings/network.js

/**
 * Name of a Docker network. What Docker takes for a mode of its own is refused: on the server's network two versions
 * cannot stand side by side, without one nginx reaches none. Throws `INPUT_NETWORK`, `INPUT_NETWORK_MODE`.
 */
function parseNetwork(value) {
    if (/^(host|none|container:.*)$/i.test(value))
        throw (0,failure/* failure */.V2)('INPUT_NETWORK_MODE', { value });
    if (!/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(value))
        throw (0,failure/* failure */.V2)('INPUT_NETWORK', { value });
    return value;
}

// EXTERNAL MODULE: ./.build/lib/settings/nginx-snippet.js
var nginx_snippet = __webpack_require__(77982);
// EXTERNAL MODULE: ./.build/lib/settings/path.js
var settings_path = __webpack_require__(79779);
// EXTERNAL MODULE: ./.build/lib/checks/address.js
var address = __webpack_require__(24486);
;// CONCATENATED MODULE: ./.build/lib/settings/public-ip.js


/** A public IPv4 or IPv6 address. Throws `INPUT_PUBLIC_IP`. */
function parsePublicIp(value) {
    if (!(0,address/* isPublicAddress */.i)(value))
        throw (0,failure/* failure */.V2)('INPUT_PUBLIC_IP', { value });
    return value;
}

// EXTERNAL MODULE: ./.build/lib/settings/secret.js
var secret = __webpack_require__(26288);
;// CONCATENATED MODULE: ./.build/lib/settings/read-certificate.js



const parseSource = choiceOf(['provided', 'existing']);
/** Where the certificate comes from: both PEMs, or neither and one that lies on the server. */
function readCertificate(reader) {
    const pems = ['certificate-chain', 'certificate-key'];
    const given = pems.filter((name) => reader.has(name));
    const absent = pems.filter((name) => !reader.has(name));
    const source = reader.read('certificate', parseSource, given.length > 0 ? 'provided' : 'existing');
    if (source === 'existing') {
        for (const name of given)
            reader.refuse((0,failure/* failure */.V2)('INPUT_CONFLICT', { name, other: 'certificate: existing' }));
        return { source };
    }
    const name = given[0] ?? 'certificate: provided';
    for (const needed of absent)
        reader.refuse((0,failure/* failure */.V2)('INPUT_NEEDS', { name, needed }));
    return {
        source,
        chain: reader.read('certificate-chain', (value) => `${value.replaceAll('\r\n', '\n')}\n`, ''),
        key: new secret/* Secret */.z(`${reader.secret('certificate-key')?.reveal() ?? ''}\n`),
    };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./.build/lib/settings/host.js


/** A host name or address to connect to; an IPv6 address loses its brackets. Throws `INPUT_HOST`. */
function parseHost(value) {
    const host = /^\[.*\]$/.test(value) ? value.slice(1, -1) : value;
    if ((0,external_node_net_.isIP)(host) !== 0)
        return host;
    const labels = host.split('.');
    const good = host === value &&
        host.length <= 253 &&
        labels.every((label) => /^[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/.test(label)) &&
        !/^\d+$/.test(labels.at(-1) ?? '');
    if (!good)
        throw (0,failure/* failure */.V2)('INPUT_HOST', { value });
    return host;
}
/** A user name of the server. Throws `INPUT_USERNAME`. */
function parseUsername(value) {
    if (!/^[^\s:/\\'"`@$\x00-\x1f]{1,64}$/.test(value) || value.startsWith('-'))
        throw (0,failure/* failure */.V2)('INPUT_USERNAME', { value });
    return value;
}

;// CONCATENATED MODULE: ./.build/lib/settings/whole-number.js

/** A parser of whole numbers from `least` to `most`, in plain decimal digits. It throws `INPUT_NUMBER`. */
function wholeNumber(least, most) {
    return (value, name) => {
        const number = Number(value);
        if (/^(0|[1-9]\d{0,14})$/.test(value) && number >= least && number <= most)
            return number;
        throw (0,failure/* failure */.V2)('INPUT_NUMBER', { name, value, least, most });
    };
}
/** A TCP port. */
const parsePort = wholeNumber(1, 65535);
/** Seconds, at most a day. */
const parseSeconds = wholeNumber(1, 86400);
/** Seconds, 0 for none, at most a day. */
const parseSecondsOrNone = wholeNumber(0, 86400);
/** How many releases are kept, the one that serves among them. */
const parseReleases = wholeNumber(1, 100);

;// CONCATENATED MODULE: ./.build/lib/settings/read-server.js




/** How the server is reached. `host` is empty where it was refused or not given, which the reader has noted or will. */
function readServer(reader) {
    if (reader.has('passphrase') && !reader.has('private-key')) {
        reader.refuse((0,failure/* failure */.V2)('INPUT_NEEDS', { name: 'passphrase', needed: 'private-key' }));
    }
    const privateKey = reader.secret('private-key');
    return {
        host: reader.read('host', parseHost, ''),
        port: reader.read('port', parsePort, 22),
        username: reader.read('username', parseUsername, 'root'),
        // Without the line break at its end ssh refuses an OpenSSH key.
        privateKey: privateKey && new secret/* Secret */.z(`${privateKey.reveal()}\n`),
        passphrase: reader.secret('passphrase'),
        password: reader.secret('password'),
        hostKey: reader.read('host-key', (value) => value.replaceAll('\r\n', '\n'), ''),
        connectTimeoutSeconds: reader.read('connect-timeout', parseSeconds, 30),
    };
}

;// CONCATENATED MODULE: ./.build/lib/settings/read-static-site.js



/** The pages to serve on 443, which then belong to them, as 80 does. */
function readStaticSite(reader, httpsPort, container) {
    const given = reader.has('static-site');
    for (const name of ['static-site-path', 'static-site-fallback']) {
        if (reader.has(name) && !given)
            reader.refuse((0,failure/* failure */.V2)('INPUT_NEEDS', { name, needed: 'static-site' }));
    }
    const appPort = container.publishPort ? container.port : undefined;
    for (const port of given ? [80, 443] : []) {
        if (httpsPort === port)
            reader.refuse((0,failure/* failure */.V2)('INPUT_STATIC_PORT', { name: 'https-port', port }));
        if (appPort === port)
            reader.refuse((0,failure/* failure */.V2)('INPUT_STATIC_PORT', { name: 'app-port', port }));
    }
    const folder = reader.read('static-site', settings_path/* parsePath */.Rr, undefined);
    const path = reader.read('static-site-path', settings_path/* parseSitePath */.sn, '/admin/');
    const fallback = reader.read('static-site-fallback', parseBoolean, true);
    return folder === undefined ? undefined : { folder, path, fallback };
}

;// CONCATENATED MODULE: ./.build/lib/settings/reader.js


/** A reader of `inputs`. */
function readerOf(inputs) {
    const failures = [];
    const value = (name) => inputs.get(name) ?? '';
    return {
        failures,
        has: (name) => value(name).trim() !== '',
        read: (name, parse, otherwise) => {
            if (value(name).trim() === '')
                return otherwise;
            try {
                // The end of `env` is a value's own; what is refused there is never shown.
                return parse(name === 'env' ? value(name) : value(name).trim(), name);
            }
            catch (error) {
                if (error instanceof failure/* Failures */.oo)
                    failures.push(...error.failures);
                else if (error instanceof failure/* Failure */.HR)
                    failures.push(error);
                else
                    throw error;
                return otherwise;
            }
        },
        secret: (name) => {
            const text = value(name).replaceAll('\r\n', '\n').replace(/\n+$/, '');
            return text.trim() === '' ? undefined : new secret/* Secret */.z(text);
        },
        refuse: (failure) => failures.push(failure),
    };
}

;// CONCATENATED MODULE: ./.build/lib/settings/spring-profile.js

/** Profile names, separated by commas, blanks around them dropped. Throws `INPUT_PROFILE`. */
function parseSpringProfile(value) {
    const names = value.split(',').map((name) => name.trim());
    if (!names.every((name) => /^[A-Za-z0-9_.@-]+$/.test(name)))
        throw (0,failure/* failure */.V2)('INPUT_PROFILE', { value });
    return names.join(',');
}

// EXTERNAL MODULE: ./.build/lib/settings/timezone.js
var timezone = __webpack_require__(62379);
// EXTERNAL MODULE: ./.build/lib/settings/volumes.js
var volumes = __webpack_require__(89061);
;// CONCATENATED MODULE: ./.build/lib/settings/read-settings.js





























const parseLanguage = choiceOf(['en', 'zh']);
const parseCommand = choiceOf(['deploy', 'plan', 'verify']);
const parseWrittenFiles = choiceOf(['refuse', 'carry', 'discard']);
/** The language of a run, also of one whose inputs are bad. */
function languageOf(inputs) {
    return inputs.get('language')?.trim() === 'zh' ? 'zh' : 'en';
}
/** What is wrong with the inputs, and what could be read of them: so much can be checked further, all in one run. */
class BadInputs extends failure/* Failures */.oo {
    /** Settings with a default in the place of what was refused; undefined where there is nothing to look into. */
    readable;
    constructor(failures, readable) {
        super(failures);
        this.name = 'BadInputs';
        this.readable = readable;
    }
}
/** Inputs that name what can be looked into beyond its form. */
const furtherReadable = ['jar', 'private-key', 'host-key', 'static-site', 'certificate-chain'];
/**
 * All settings of a run; every input is checked, whether its command needs it or not.
 * Throws `BadInputs` with whatever is wrong with all of them.
 */
function readSettings(inputs) {
    const reader = readerOf(inputs);
    refuseUnknown(inputs, reader);
    const command = reader.read('command', parseCommand, reader.has('command') ? undefined : 'deploy');
    const deploy = readDeploy(inputs, reader);
    if (command !== undefined)
        refuseMissing(command, reader);
    if (command === undefined || reader.failures.length > 0) {
        const more = furtherReadable.some((name) => reader.has(name));
        throw new BadInputs(reader.failures, command !== 'verify' && more ? deploy : undefined);
    }
    const { language, app, publicIp, health, artifactName, site, warnings } = deploy;
    if (command === 'verify')
        return { command, language, app, publicIp, health, artifactName, site, warnings };
    const settings = { ...deploy, command };
    return { ...settings, warnings: (0,masks/* maskWarnings */.y)(settings) };
}
/** Everything that can be told, `verify` leaving the most of it aside. */
function readDeploy(inputs, reader) {
    const container = readContainer(reader);
    const httpsPort = reader.read('https-port', parsePort, 8014);
    if (container.publishPort && container.port === httpsPort) {
        reader.refuse((0,failure/* failure */.V2)('INPUT_SAME_PORT', { name: 'app-port', other: 'https-port', port: httpsPort }));
    }
    return {
        command: 'deploy',
        language: reader.read('language', parseLanguage, 'en'),
        jar: reader.read('jar', settings_path/* parsePath */.Rr, ''),
        app: reader.read('app', app_name/* parseAppName */.QV, undefined),
        image: readImage(reader),
        container,
        adopt: reader.read('adopt', parseBoolean, true),
        server: readServer(reader),
        provision: reader.read('provision', parseBoolean, true),
        keepReleases: reader.read('keep-releases', parseReleases, 5),
        drainTimeoutSeconds: reader.read('drain-timeout', parseSecondsOrNone, 30),
        site: {
            domain: reader.read('domain', domain/* parseDomain */.g, ''),
            httpsPort,
            staticSite: readStaticSite(reader, httpsPort, container),
            maxBodySize: reader.read('max-body-size', body_size/* parseBodySize */.V, '20m'),
            snippet: reader.read('nginx-snippet', nginx_snippet/* parseSnippet */.T, undefined),
        },
        certificate: readCertificate(reader),
        publicIp: reader.read('public-ip', parsePublicIp, undefined),
        health: {
            path: reader.read('health-path', settings_path/* parseHealthPath */.fj, undefined),
            status: reader.read('health-status', health_status/* parseHealthStatus */.wX, undefined),
            timeoutSeconds: reader.read('health-timeout', parseSeconds, 240),
        },
        // The runner fills in the default, so that an empty value is one that the user gave: no artifact.
        artifactName: reader.read('artifact-name', settings_path/* parseArtifactName */.TZ, inputs.has('artifact-name') ? undefined : 'deployment-<app>'),
        warnings: [],
    };
}
function readImage(reader) {
    const own = reader.has('dockerfile');
    for (const name of ['context', 'build-args']) {
        if (reader.has(name) && !own)
            reader.refuse((0,failure/* failure */.V2)('INPUT_NEEDS', { name, needed: 'dockerfile' }));
    }
    if (reader.has('base-image') && own) {
        reader.refuse((0,failure/* failure */.V2)('INPUT_CONFLICT', { name: 'base-image', other: 'dockerfile' }));
    }
    return {
        dockerfile: reader.read('dockerfile', settings_path/* parsePath */.Rr, undefined),
        context: reader.read('context', settings_path/* parsePath */.Rr, undefined),
        buildArgs: reader.read('build-args', parseBuildArgs, []),
        baseImage: reader.read('base-image', parseImageReference, undefined),
    };
}
function readContainer(reader) {
    const container = {
        profile: reader.read('spring-profile', parseSpringProfile, undefined),
        javaOptions: reader.read('java-options', java_options/* parseJavaOptions */.Uy, undefined),
        memory: reader.read('memory', parseMemory, undefined),
        timezone: reader.read('timezone', timezone/* parseTimezone */.h, undefined),
        environment: reader.read('env', settings_environment/* parseEnvironment */.Nq, []),
        files: reader.read('files', files/* parseFiles */.B, []),
        volumes: reader.read('volumes', volumes/* parseVolumes */.Xw, undefined),
        writtenFiles: reader.read('container-files', parseWrittenFiles, 'refuse'),
        network: reader.read('network', parseNetwork, undefined),
        options: reader.read('docker-options', docker_options/* parseDockerOptions */.OV, []),
        port: reader.read('app-port', parsePort, undefined),
        publishPort: reader.read('publish-app-port', parseBoolean, undefined),
    };
    refuseSetTwice(container, reader);
    for (const problem of (0,files/* besideVolumes */.E)(container.files, container.volumes ?? []))
        reader.refuse(problem);
    return container;
}
/** What one input sets is not set by another as well: one of the two would have no effect. */
function refuseSetTwice({ profile, javaOptions, timezone, environment }, reader) {
    const values = (0,settings_environment/* valuesOf */.sm)(environment);
    const refuse = (name, other) => reader.refuse((0,failure/* failure */.V2)('INPUT_CONFLICT', { name, other }));
    if (javaOptions !== undefined && java_options/* javaOptionsVariable */.lw in values)
        refuse('java-options', `env: ${java_options/* javaOptionsVariable */.lw}`);
    if (timezone !== undefined && 'TZ' in values)
        refuse('timezone', 'env: TZ');
    const options = { ...values, ...(javaOptions === undefined ? {} : { [java_options/* javaOptionsVariable */.lw]: javaOptions }) };
    const profileKey = 'spring.profiles.active';
    if (profile !== undefined && profileKey in (0,java_options/* propertiesOfEnvironment */.aX)(options)) {
        refuse('spring-profile', `${javaOptions === undefined ? 'env' : 'java-options'}: -D${profileKey}`);
    }
}
function refuseMissing(command, reader) {
    const needed = command === 'verify' ? ['domain'] : ['jar', 'host', 'domain'];
    for (const name of needed)
        if (!reader.has(name))
            reader.refuse((0,failure/* failure */.V2)('INPUT_MISSING', { name, command }));
    if (command !== 'verify' && !reader.has('private-key') && !reader.has('password')) {
        reader.refuse((0,failure/* failure */.V2)('INPUT_MISSING', { name: 'private-key', command }));
    }
}
function refuseUnknown(inputs, reader) {
    const known = Object.keys(inputTexts);
    for (const name of inputs.keys()) {
        if (!known.includes(name))
            reader.refuse((0,failure/* failure */.V2)('INPUT_UNKNOWN', { name, nearest: (0,nearest/* nearest */.p)(name, known) }));
    }
}


/***/ }),

/***/ 26288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** A value that must not be printed: it shows as `***` unless somebody asks for it by `reveal()`. */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    /** The value itself. Only for stdin and SFTP, never for argv or a log. */
    reveal() {
        return this.#value;
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return '***';
    }
}


/***/ }),

/***/ 62379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseTimezone),
/* harmony export */   r: () => (/* binding */ isUtc)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42028);


/**
 * Abbreviations of Java 1.1 that ICU still takes, though they are no names of the IANA database: `CST` would be
 * Chicago's time, and whoever writes it in China means another.
 */
const abbreviations = new Set(`ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST`.split(' '));
/**
 * A time zone by its name in the IANA database. An alias (`PRC`) becomes the zone that it stands for: `TZ` tells upper
 * from lower case, and a name that it does not know is UTC in silence. Throws `INPUT_TIMEZONE`.
 */
function parseTimezone(value) {
    const zone = /^(?!SystemV)[A-Za-z]/.test(value) && !abbreviations.has(value.toUpperCase()) && zoneOf(value);
    if (zone)
        return zone;
    throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('INPUT_TIMEZONE', { value, nearest: (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(value, ['UTC', ...Intl.supportedValuesOf('timeZone')]) });
}
/** Whether a name stands for UTC, which is what a container has without being told. */
function isUtc(zone) {
    return /^(Etc\/)?(UTC|UCT|Zulu|Universal|Greenwich|GMT([+-]?0)?)$/.test(zone);
}
/** The zone as ICU names it; undefined where it knows none of this name. */
function zoneOf(name) {
    try {
        return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 89061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jl: () => (/* binding */ renderVolume),
/* harmony export */   Xw: () => (/* binding */ parseVolumes),
/* harmony export */   lQ: () => (/* binding */ isFolder)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5081);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44745);



/** Lines `host:container[:ro]`. Throws `Failures` of `INPUT_VOLUME` and `INPUT_VOLUME_TWICE`, one a line. */
function parseVolumes(value) {
    const failures = [];
    const volumes = [];
    for (const { number, text } of (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .D)(value)) {
        const volume = parseVolume(text.trimEnd());
        if (!volume)
            failures.push((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('INPUT_VOLUME', { line: number, value: text }));
        else if (volumes.some((other) => other.container === volume.container)) {
            failures.push((0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('INPUT_VOLUME_TWICE', { line: number, path: volume.container }));
        }
        else
            volumes.push(volume);
    }
    if (failures.length > 0)
        throw new _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failures */ .oo(failures);
    return volumes;
}
/** One volume as the input and `docker run -v` write it. */
function renderVolume({ host, container, readOnly }) {
    return `${host}:${container}${readOnly ? ':ro' : ''}`;
}
function parseVolume(line) {
    const [host, container, mode, ...rest] = line.split(':');
    if (host === undefined || container === undefined || rest.length > 0)
        return undefined;
    if (mode !== undefined && mode !== 'ro' && mode !== 'rw')
        return undefined;
    if (!isFolder(host) || !isFolder(container))
        return undefined;
    return { host: clean(host), container: clean(container), readOnly: mode === 'ro' };
}
/** Whether a path is absolute, below the root, and without `..`. */
function isFolder(path) {
    const safe = path.startsWith('/') && !/[\\\x00-\x1f\x7f]/.test(path) && !path.split('/').includes('..');
    return safe && clean(path) !== '/';
}
/** Without doubled slashes, `.` and the slash at the end, so that equal folders are equal texts. */
function clean(path) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path).replace(/(.)\/+$/, '$1');
}


/***/ })

};
