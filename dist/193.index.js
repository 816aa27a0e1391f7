export const id = 193;
export const ids = [193];
export const modules = {

/***/ 35170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ stagesOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
/* harmony import */ var _expand_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29413);



/**
 * The stages of a Dockerfile. Throws `Failure` DOCKERFILE_ARG_UNSET where FROM, COPY or ADD need a value that is not
 * there.
 */
function stagesOf({ instructions, escapeCharacter }, buildArgs) {
    const globals = new Map();
    const stages = [];
    let stage;
    for (const instruction of instructions) {
        const { keyword, words } = instruction;
        if (keyword === 'FROM') {
            const image = needed(instruction, words[0] ?? '', globals, escapeCharacter);
            const base = stages.find((s) => s.name !== undefined && s.name === image.toLowerCase());
            const name = words[1]?.toLowerCase() === 'as' ? words[2]?.toLowerCase() : undefined;
            stage = draft(name, base === undefined && image !== 'scratch' ? image : undefined, base);
            stage.pullable =
                instruction.flags.get('platform') === undefined &&
                    (0,_expand_js__WEBPACK_IMPORTED_MODULE_2__/* .expand */ .f)(words[0] ?? '', globals, escapeCharacter).unset.length === 0;
            stages.push(stage);
        }
        else if (keyword === 'ARG') {
            for (const [name, value] of instruction.assignments) {
                const scope = stage === undefined ? globals : values(stage);
                const set = value === undefined ? undefined : (0,_expand_js__WEBPACK_IMPORTED_MODULE_2__/* .expand */ .f)(value, scope, escapeCharacter).word;
                const result = buildArgs[name] ?? set ?? (stage === undefined ? undefined : globals.get(name));
                if (result !== undefined)
                    (stage?.args ?? globals).set(name, result);
            }
        }
        else if (stage !== undefined) {
            apply(instruction, stage, stages, escapeCharacter);
        }
    }
    return stages;
}
function draft(name, image, base) {
    return {
        name,
        image,
        pullable: false,
        needs: base === undefined ? [] : [base],
        copies: [],
        placements: [...(base?.placements ?? [])],
        otherImages: [],
        environment: new Map(base?.environment),
        args: new Map(base?.args),
        entrypoint: base?.entrypoint,
        command: base?.command,
        user: base?.user,
        stopSignal: base?.stopSignal,
        workdir: base?.workdir,
        exposed: [...(base?.exposed ?? [])],
    };
}
/** What variables are worth in a stage: ENV wins over ARG. */
function values(stage) {
    return new Map([...stage.args, ...stage.environment]);
}
function apply(instruction, stage, stages, escapeCharacter) {
    const { keyword, words } = instruction;
    const word = (w) => (0,_expand_js__WEBPACK_IMPORTED_MODULE_2__/* .expand */ .f)(w, values(stage), escapeCharacter).word;
    switch (keyword) {
        case 'ENV': {
            // All values of one instruction see what was before it.
            const before = values(stage);
            for (const [name, value] of instruction.assignments)
                stage.environment.set(name, (0,_expand_js__WEBPACK_IMPORTED_MODULE_2__/* .expand */ .f)(value ?? '', before, escapeCharacter).word);
            break;
        }
        case 'COPY':
        case 'ADD': {
            const from = instruction.flags.get('from');
            const workdir = stage.workdir ?? '/';
            if (from !== undefined) {
                const known = /^\d+$/.test(from) ? stages[Number(from)] : stages.find((s) => s.name === from.toLowerCase());
                if (known !== undefined) {
                    const paths = words.map(word);
                    stage.needs.push(known);
                    stage.placements.push({ sources: paths.slice(0, -1), destination: paths.at(-1) ?? '', workdir, from: known });
                }
                else if (!/^\d+$/.test(from)) {
                    stage.otherImages.push(word(from));
                }
                break;
            }
            const all = words.map((w) => needed(instruction, w, values(stage), escapeCharacter));
            const sources = all.slice(instruction.heredocs, -1).filter((s) => keyword === 'COPY' || !isRemote(s));
            const destination = all.at(-1) ?? '';
            stage.copies.push({ line: instruction.line, sources, destination });
            stage.placements.push({ sources, destination, workdir, from: undefined });
            break;
        }
        case 'ENTRYPOINT':
            stage.entrypoint = instruction;
            break;
        case 'CMD':
            stage.command = instruction;
            break;
        case 'USER':
            stage.user = word(instruction.text);
            break;
        case 'STOPSIGNAL':
            stage.stopSignal = word(instruction.text);
            break;
        case 'WORKDIR': {
            const { word: path, unset } = (0,_expand_js__WEBPACK_IMPORTED_MODULE_2__/* .expand */ .f)(instruction.text, values(stage), escapeCharacter);
            const known = unset.length === 0 && (path.startsWith('/') || stage.workdir !== undefined);
            stage.workdir = known ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(stage.workdir ?? '/', path) : undefined;
            break;
        }
        case 'EXPOSE':
            stage.exposed.push(...words.flatMap((w) => word(w).split(/\s+/)).filter((w) => w !== ''));
            break;
    }
}
/** ADD's sources that are fetched: they are not in the build folder. */
function isRemote(source) {
    return /^(?:https?|git|ssh):\/\/|^git@/.test(source);
}
/** A word that must have a value; an empty one would make Docker copy, or stand on, something else. */
function needed(instruction, word, scope, escapeCharacter) {
    const expanded = (0,_expand_js__WEBPACK_IMPORTED_MODULE_2__/* .expand */ .f)(word, scope, escapeCharacter);
    const [name] = expanded.unset;
    if (name === undefined || predefined.has(name))
        return expanded.word;
    throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DOCKERFILE_ARG_UNSET', {
        line: instruction.line,
        name,
        instruction: `${instruction.keyword} ${instruction.text}`,
    });
}
// BuildKit's own, set without being declared.
const predefined = new Set([
    'TARGETPLATFORM',
    'TARGETOS',
    'TARGETARCH',
    'TARGETVARIANT',
    'BUILDPLATFORM',
    'BUILDOS',
    'BUILDARCH',
    'BUILDVARIANT',
]);


/***/ }),

/***/ 89752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ found),
/* harmony export */   Pt: () => (/* binding */ isPattern),
/* harmony export */   VJ: () => (/* binding */ contextPath),
/* harmony export */   cK: () => (/* binding */ matches)
/* harmony export */ });
/**
 * A source of COPY as a path in the build folder: no leading `/` or `./`, `.` and `..` resolved within the folder,
 * which is empty itself.
 */
function contextPath(source) {
    const parts = [];
    for (const part of source.replaceAll('\\', '/').split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return parts.join('/');
}
/** Whether a path of the build folder is a pattern. */
function isPattern(path) {
    return /[*?[]/.test(path);
}
/** Whether `pattern` matches `path`, segment by segment, as Go's filepath.Match does (`*` stops at `/`). */
function matches(pattern, path) {
    const body = pattern.replace(/\[(\^?)([^\]]+)\]|[\s\S]/g, (c, negated, set) => {
        if (set !== undefined)
            return `[${negated ?? ''}${set.replace(/[\\[\]^]/g, '\\$&')}]`;
        if (c === '*')
            return '[^/]*';
        if (c === '?')
            return '[^/]';
        return c.replace(/[.+^${}()|[\]\\/]/, '\\$&');
    });
    return new RegExp(`^${body}$`, 's').test(path);
}
/** What a source finds among the files of the build folder: itself, what it matches, or what lies below it. */
function found(source, files) {
    if (source === '')
        return [...files];
    const depth = source.split('/').length;
    return files.filter((file) => {
        const head = file.split('/').slice(0, depth).join('/');
        return isPattern(source) ? matches(source, head) : head === source;
    });
}


/***/ }),

/***/ 29413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ expand)
/* harmony export */ });
const variable = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])((?:[^{}]|\{[^{}]*\})*))?\})/;
/**
 * Expands a word of an instruction as Docker does: `$X`, `${X}`, `${X:-default}`, `${X:+other}`, quotes taken away,
 * nothing expanded in single quotes or after the escape character (Dockerfile reference, "Environment replacement").
 */
function expand(word, values, escapeCharacter = '\\') {
    const unset = [];
    let result = '';
    let quote = '';
    for (let at = 0; at < word.length; at += 1) {
        const c = word.charAt(at);
        const next = word.charAt(at + 1);
        if (quote !== "'" &&
            c === escapeCharacter &&
            next !== '' &&
            (quote === '' || next === '"' || next === '$' || next === escapeCharacter)) {
            result += next;
            at += 1;
        }
        else if (quote === '' && (c === '"' || c === "'")) {
            quote = c;
        }
        else if (c === quote) {
            quote = '';
        }
        else {
            const [whole, plain, braced, modifier, substitute = ''] = (c === '$' && quote !== "'" && variable.exec(word.slice(at))) || [];
            if (whole === undefined) {
                result += c;
                continue;
            }
            const name = plain ?? braced ?? '';
            const value = values.get(name);
            const given = modifier?.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
            if (modifier?.endsWith('-') && !given)
                result += nested(substitute);
            else if (modifier?.endsWith('+'))
                result += given ? nested(substitute) : '';
            else if (value === undefined)
                unset.push(name);
            else
                result += value;
            at += whole.length - 1;
        }
    }
    return { word: result, unset };
    function nested(text) {
        const inner = expand(text, values, escapeCharacter);
        unset.push(...inner.unset);
        return inner.word;
    }
}


/***/ }),

/***/ 91389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ instructionsOf)
/* harmony export */ });
/* harmony import */ var dockerfile_ast__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78390);

/** Cuts a Dockerfile into its instructions; comments, continued lines and here-documents are taken care of. */
function instructionsOf(dockerfile) {
    const parsed = dockerfile_ast__WEBPACK_IMPORTED_MODULE_0__.DockerfileParser.parse(dockerfile.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
    const escapeCharacter = parsed.getEscapeCharacter();
    return { instructions: parsed.getInstructions().map((i) => instructionOf(i, escapeCharacter)), escapeCharacter };
}
function instructionOf(instruction, escapeCharacter) {
    const keyword = instruction.getKeyword();
    const modifiable = 'getFlags' in instruction ? instruction : undefined;
    const flags = modifiable?.getFlags() ?? [];
    const heredocs = keyword === 'COPY' ? instruction.getHeredocs().length : 0;
    const raw = (instruction.getRawArgumentsContent() ?? '').trimStart();
    const joined = heredocs > 0 ? (raw.split('\n')[0] ?? '') : oneLine(raw, escapeCharacter);
    const text = flags.reduce((rest) => rest.replace(/^--\S+\s*/, ''), joined).trim();
    const json = jsonWords(text);
    return {
        keyword,
        line: instruction.getRange().start.line + 1,
        flags: new Map(flags.map((f) => [f.getName().toLowerCase(), f.getValue() ?? ''])),
        words: json ?? splitWords(text, escapeCharacter),
        exec: json !== undefined,
        text,
        assignments: keyword === 'ARG' || keyword === 'ENV' ? assignmentsOf(keyword, text, escapeCharacter) : [],
        heredocs,
    };
}
/** Joins continued lines; comment lines and empty lines between them are passed over. */
function oneLine(text, escapeCharacter) {
    const [first = '', ...others] = text.split('\n');
    const lines = [first, ...others.filter((line) => !/^\s*(?:#|$)/.test(line))];
    return lines.map((line) => (line.trimEnd().endsWith(escapeCharacter) ? line.trimEnd().slice(0, -1) : line)).join('');
}
/** The words of a JSON array of strings; undefined for all else, which Docker takes for shell form. */
function jsonWords(text) {
    if (!text.startsWith('['))
        return undefined;
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) && value.every((word) => typeof word === 'string') ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Cuts at blanks outside of quotes; quotes stay, for `expand` to take away. */
function splitWords(text, escapeCharacter) {
    const words = [];
    let word = '';
    let quote = '';
    for (let at = 0; at < text.length; at += 1) {
        const c = text.charAt(at);
        if (c === escapeCharacter && quote !== "'") {
            word += c + text.charAt(at + 1);
            at += 1;
        }
        else if (quote === '' && /\s/.test(c)) {
            if (word !== '')
                words.push(word);
            word = '';
        }
        else {
            if (c === quote)
                quote = '';
            else if (quote === '' && (c === '"' || c === "'"))
                quote = c;
            word += c;
        }
    }
    return word === '' ? words : [...words, word];
}
function assignmentsOf(keyword, text, escapeCharacter) {
    const words = splitWords(text, escapeCharacter);
    const old = keyword === 'ENV' && words[0]?.includes('=') === false;
    // `ENV NAME all the rest`, the older form.
    if (old)
        return [[words[0] ?? '', text.slice((words[0] ?? '').length).trim()]];
    return words.map((word) => {
        const equals = word.indexOf('=');
        return equals === -1 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
    });
}


/***/ }),

/***/ 28765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sq: () => (/* binding */ imagesPulledBy),
  dx: () => (/* binding */ loadDockerfile),
  n_: () => (/* binding */ readDockerfile)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/dockerfile/base-image.js
var base_image = __webpack_require__(3780);
// EXTERNAL MODULE: ./.build/lib/dockerfile/build-stage.js
var build_stage = __webpack_require__(35170);
// EXTERNAL MODULE: ./.build/lib/dockerfile/instruction.js
var instruction = __webpack_require__(91389);
// EXTERNAL MODULE: ./.build/lib/values/jar-name.js
var jar_name = __webpack_require__(29866);
// EXTERNAL MODULE: ./.build/lib/dockerfile/context-path.js
var context_path = __webpack_require__(89752);
;// CONCATENATED MODULE: ./.build/lib/dockerfile/jar-destination.js



// Folders that builds make, and that a checkout therefore does not have.
const buildFolder = /(?:^|\/)(?:target|build|libs|dist|out)$/;
/**
 * Finds where COPY and ADD look for the jar. Where one names a jar (`X.jar`, `target/*.jar`), there; else below a
 * folder that is copied whole. What is neither the jar nor in `files` fails, as it would in the build. Throws
 * `Failure`: DOCKERFILE_COPY_FINDS_NOTHING, DOCKERFILE_COPY_FINDS_SEVERAL, DOCKERFILE_JAR_AMBIGUOUS, DOCKERFILE_NO_JAR.
 */
function jarDestinationsOf(copies, jar, files) {
    const sources = copies.flatMap(sourcesOf);
    const named = namedJars(sources, jar, files);
    for (const source of sources)
        checkOne(source, named, jar, files);
    if (named.length > 0) {
        return { paths: [...new Set(named.map((s) => destination(s.path, jar)))], wholeFolderLine: undefined };
    }
    const folder = sources.find((s) => s.path === '') ?? sources.find((s) => isFolderForJar(s, jar));
    if (folder === undefined)
        throw (0,failure/* failure */.V2)('DOCKERFILE_NO_JAR', { jar });
    const path = (0,context_path/* isPattern */.Pt)(folder.path) ? destination(folder.path, jar) : [folder.path, jar].filter(Boolean).join('/');
    return { paths: [path], wholeFolderLine: folder.line };
}
function sourcesOf(copy) {
    const intoFolder = /(?:^|\/)\.?$/.test(copy.destination);
    return copy.sources.map((written) => ({ line: copy.line, written, path: (0,context_path/* contextPath */.VJ)(written), intoFolder }));
}
/** The sources that name the application's jar. */
function namedJars(sources, jar, files) {
    const others = (s) => (0,context_path/* found */.F9)(s.path, files).filter((file) => lastPart(file) !== jar);
    const patterns = sources.filter((s) => namesJars(s.path, jar));
    const literals = sources.filter((s) => !(0,context_path/* isPattern */.Pt)(s.path) && /\.[jw]ar$/i.test(s.path));
    const sure = [...literals.filter((s) => lastPart(s.path) === jar), ...patterns.filter((s) => others(s).length === 0)];
    if (sure.length > 0)
        return sure;
    const absent = literals.filter((s) => (0,context_path/* found */.F9)(s.path, files).length === 0);
    const sameApp = (s) => appOf(lastPart(s.path)) === appOf(jar);
    // A jar of the application that lies in the context is an older build of it: the new one takes its place.
    const older = literals.filter(sameApp);
    if (absent.length === 0 && older.length > 0)
        return older;
    if (absent.length === 0)
        return sources.some((s) => s.path === '') ? [] : patterns;
    if (new Set(absent.map((s) => s.path)).size === 1)
        return absent;
    // Several that are not there: an agent beside the application, say. The name without the version tells.
    const alike = absent.filter(sameApp);
    if (new Set(alike.map((s) => s.path)).size === 1)
        return alike;
    throw (0,failure/* failure */.V2)('DOCKERFILE_JAR_AMBIGUOUS', { jar, sources: [...new Set(absent.map((s) => s.written))].join(', ') });
}
/** Whether a pattern fits the jar by its being one: `*.jar`, not `*`. */
function namesJars(path, jar) {
    const pattern = lastPart(path);
    return (0,context_path/* isPattern */.Pt)(path) && (0,context_path/* matches */.cK)(pattern, jar) && !(0,context_path/* matches */.cK)(pattern, jar.replace(/\.\w+$/, '.txt'));
}
function checkOne(source, named, jar, files) {
    if (source.path === '')
        return;
    const there = (0,context_path/* found */.F9)(source.path, files);
    if (named.includes(source)) {
        const all = new Set([...there, destination(source.path, jar)]);
        if ((0,context_path/* isPattern */.Pt)(source.path) && all.size > 1 && !source.intoFolder) {
            throw (0,failure/* failure */.V2)('DOCKERFILE_COPY_FINDS_SEVERAL', {
                line: source.line,
                source: source.written,
                matches: [...all].sort().join(', '),
            });
        }
        return;
    }
    // The jar, put where another line wants it, may be what this one finds.
    const jars = named.map((s) => destination(s.path, jar));
    if (there.length > 0 || (0,context_path/* found */.F9)(source.path, jars).length > 0 || (named.length === 0 && isFolderForJar(source, jar)))
        return;
    throw (0,failure/* failure */.V2)('DOCKERFILE_COPY_FINDS_NOTHING', {
        line: source.line,
        source: source.written,
        jar,
        there: listed(files),
    });
}
/** A folder that a build would have filled, or a pattern that the jar's own name fits. */
function isFolderForJar(source, jar) {
    return (0,context_path/* isPattern */.Pt)(source.path) ? (0,context_path/* matches */.cK)(lastPart(source.path), jar) : buildFolder.test(source.path);
}
/** The path under which a source finds the jar: a literal one itself, for a pattern the jar's own name in its folder. */
function destination(path, jar) {
    if (!(0,context_path/* isPattern */.Pt)(path))
        return path;
    // A folder that is a pattern itself stands for any name; `x` is as good as another.
    const folders = path
        .split('/')
        .slice(0, -1)
        .map((part) => (0,context_path/* isPattern */.Pt)(part)
        ? part
            .replace(/\*+/g, 'x')
            .replace(/\?/g, 'x')
            .replace(/\[(.)[^\]]*\]/g, '$1')
        : part);
    return [...folders, jar].join('/');
}
function lastPart(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
function appOf(fileName) {
    return (0,jar_name/* withoutVersion */.P)(fileName.replace(/\.[jw]ar$/i, '')).toLowerCase();
}
function listed(files) {
    if (files.length === 0)
        return '-';
    return files.length > 20 ? `${files.slice(0, 20).join(', ')}, ...` : files.join(', ');
}

// EXTERNAL MODULE: ./.build/lib/values/java-options.js
var java_options = __webpack_require__(44582);
// EXTERNAL MODULE: ./.build/lib/dockerfile/expand.js
var expand = __webpack_require__(29413);
;// CONCATENATED MODULE: ./.build/lib/dockerfile/java-command.js


const profileKey = 'spring.profiles.active';
const profileVariable = 'SPRING_PROFILES_ACTIVE';
/** Reads how the last stage starts the application, in a container that gets the variables `given` besides. */
function javaCommandOf(stage, given) {
    const environment = Object.fromEntries(stage.environment);
    // What the container gets replaces what the image has.
    const values = new Map([...stage.environment, ...Object.entries(given)]);
    const options = (0,java_options/* propertiesOfEnvironment */.aX)(Object.fromEntries(values));
    const ownOptions = (0,java_options/* propertiesOfEnvironment */.aX)(Object.fromEntries([...values].filter(([name]) => !Object.hasOwn(given, name))));
    const words = [stage.entrypoint, stage.command].flatMap((i) => (i === undefined ? [] : wordsOf(i, values)));
    const properties = new Map();
    for (const form of [/^-D([\w.-]+)=(.*)$/s, /^--([\w.-]+)=(.*)$/s]) {
        for (const word of words) {
            const [, key, value] = form.exec(word ?? '') ?? [];
            if (key !== undefined)
                properties.set(key, value === unknown ? undefined : value);
        }
    }
    const known = [...properties].filter((p) => p[1] !== undefined);
    const command = properties.has(profileKey);
    const variable = environment[profileVariable] === undefined ? undefined : 'environment';
    return {
        // A property of the command that only the container knows hides that of an option all the same.
        properties: { ...without(options, [...properties.keys()]), ...Object.fromEntries(known) },
        environment,
        profile: command ? properties.get(profileKey) : (options[profileKey] ?? values.get(profileVariable)),
        profileFrom: command || profileKey in ownOptions ? 'command' : variable,
    };
}
// Stands for a value that a shell takes from the environment of the container.
const unknown = '\0';
function without(all, names) {
    return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
}
/** Words of a CMD or ENTRYPOINT. In shell form, and in `sh -c`, variables are those of the container. */
function wordsOf(instruction, values) {
    if (!instruction.exec)
        return shellWords(instruction.words, values);
    const [shell, option, script] = instruction.words;
    if (/(?:^|\/)(?:sh|bash|ash|dash)$/.test(shell ?? '') && option === '-c' && script !== undefined) {
        return shellWords(script.split(/\s+/), values);
    }
    return [...instruction.words];
}
function shellWords(words, values) {
    return words.flatMap((word) => {
        const expanded = (0,expand/* expand */.f)(word, values);
        if (expanded.unset.length > 0)
            return [`${word.replace(/=.*$/s, '')}=${unknown}`];
        // `java $JAVA_OPTS -jar`: an unquoted variable becomes several words.
        return word.startsWith('$') ? expanded.word.split(/\s+/) : [expanded.word];
    });
}

;// CONCATENATED MODULE: ./.build/lib/dockerfile/stop-signal.js
/** What hands the signal to its child alone, or gives it its place; and their options. */
const inFront = /(?:^|\/)(?:tini|dumb-init|catatonit|env)$|^-/;
const shells = /(?:^|\/)(?:sh|bash|dash|ash|ksh|zsh|busybox)$/;
/**
 * The line of the instruction by which a shell starts the application and may keep the stop signal from it; undefined where
 * none does: exec form, or a last command that begins with `exec`. Whether the shell stays is known once a container runs.
 */
function shellFormOf({ entrypoint, command, stopSignal }) {
    // Docker puts the words of CMD behind those of ENTRYPOINT; one in shell form takes none.
    const isEmpty = entrypoint?.exec === true && entrypoint.words.length === 0;
    const starts = isEmpty ? command : (entrypoint ?? command);
    if (starts === undefined || /^(?:SIG)?KILL$|^9$/i.test(stopSignal ?? ''))
        return undefined;
    const script = scriptOf(starts);
    if (script === undefined || /\btrap\b/.test(script))
        return undefined;
    const last = script.split(/;|&&|\|\||\n/).findLast((part) => part.trim() !== '') ?? '';
    const goesOn = !/^\s*exec\s/.test(last) || /\|(?!\|)/.test(last);
    return goesOn ? { line: starts.line } : undefined;
}
/** What a shell is given to run; undefined in exec form of a program. */
function scriptOf({ exec, text, words }) {
    if (!exec)
        return text;
    const called = words.slice(Math.max(0, words.findIndex((word) => !inFront.test(word))));
    const at = called.findIndex((word) => /^-[a-z]*c$/.test(word));
    return shells.test(called[0] ?? '') && at > 0 ? called[at + 1] : undefined;
}

;// CONCATENATED MODULE: ./.build/lib/dockerfile/read.js








/** Reads a Dockerfile from disk. Throws `Failure` DOCKERFILE_UNREADABLE where it is missing, no file or no text. */
async function loadDockerfile(path) {
    const bytes = await (0,promises_.readFile)(path).catch((error) => {
        throw (0,failure/* failure */.V2)('DOCKERFILE_UNREADABLE', { path, detail: error.message }, { cause: error });
    });
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        if (!text.includes('\0'))
            return text;
    }
    catch {
        // Not UTF-8: said below.
    }
    throw (0,failure/* failure */.V2)('DOCKERFILE_UNREADABLE', { path, detail: 'not UTF-8 text' });
}
/**
 * Reads what the Dockerfile in `text` needs and says. Pure. Throws `Failure`: DOCKERFILE_UNREADABLE (no FROM),
 * DOCKERFILE_ARG_UNSET and those of `jarDestinationsOf`.
 */
function readDockerfile(text, input) {
    const stages = (0,build_stage/* stagesOf */.Z)((0,instruction/* instructionsOf */.J)(text), input.buildArgs);
    const last = stages.at(-1);
    if (last === undefined) {
        const detail = text.trim() === '' ? 'the file is empty' : 'no FROM line';
        throw (0,failure/* failure */.V2)('DOCKERFILE_UNREADABLE', { path: input.path, detail });
    }
    const copies = stages.flatMap((stage) => stage.copies);
    const { paths, wholeFolderLine } = jarDestinationsOf(copies, input.jarFileName, input.contextFiles);
    const images = stages.flatMap((stage) => [stage.image, ...stage.otherImages]);
    return {
        ...javaCommandOf(last, input.variables),
        jarDestinations: paths,
        wholeFolderLine,
        baseImages: [...new Set(images.filter((image) => image !== undefined))],
        pulledImages: pulledImages(last),
        exposedPorts: [...new Set(last.exposed.flatMap(tcpPort))],
        user: last.user || undefined,
        shellForm: shellFormOf(last),
        workdir: last.workdir,
    };
}
/** Images that a build of this Dockerfile asks a registry for where the server lacks them. */
function imagesPulledBy(text, buildArgs) {
    const last = (0,build_stage/* stagesOf */.Z)((0,instruction/* instructionsOf */.J)(text), buildArgs).at(-1);
    return last === undefined ? [] : pulledImages(last);
}
function pulledImages(last) {
    const needed = new Set([last]);
    // What is added on the way is gone through as well.
    for (const stage of needed)
        for (const one of stage.needs)
            needed.add(one);
    const images = [...needed].flatMap(({ image, pullable, otherImages }) => [
        ...(image !== undefined && pullable ? [image] : []),
        ...otherImages,
    ]);
    return [...new Set(images.filter(base_image/* isImageReference */.hb))];
}
function tcpPort(word) {
    const [, first, last, protocol] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(\w+))?$/.exec(word) ?? [];
    if (first === undefined || (protocol ?? 'tcp').toLowerCase() !== 'tcp')
        return [];
    const from = Number(first);
    const to = Math.min(Number(last ?? first), 65535);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}


/***/ }),

/***/ 57655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hw: () => (/* binding */ checkContents),
  PG: () => (/* binding */ contents),
  mZ: () => (/* binding */ dataOffset),
  hk: () => (/* binding */ filesInOrder),
  ZU: () => (/* binding */ openSlice),
  hB: () => (/* binding */ readEntry),
  O$: () => (/* binding */ wholeContents),
  xc: () => (/* binding */ withArchive)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(20663);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
;// CONCATENATED MODULE: ./.build/lib/jar/end-record.js
const signature = 0x06054b50;
const recordBytes = 22;
const zip64LocatorSignature = 0x07064b50;
const zip64LocatorBytes = 20;
const zip64RecordSignature = 0x06064b50;
const zip64RecordBytes = 56;
/** How much of a file's end holds the end record with the longest comment, and a zip64 locator and record before it. */
const tailBytes = 0xffff + recordBytes + zip64LocatorBytes + zip64RecordBytes;
/**
 * Bytes before the zip archive proper, where its offsets do not count them: the start script that Spring Boot 1 and 2
 * put before an executable jar (`#!/bin/bash ...`). 0 where the offsets do count them, or where nothing comes before.
 * Undefined where `tail`, the end of the file, holds no end record: then the file is no zip archive, or a part of one.
 * `size` is that of the whole file. Source: PKWARE APPNOTE 4.3.14 to 4.3.16.
 */
function prefixBytes(tail, size) {
    for (let at = tail.length - recordBytes; at >= 0; at -= 1) {
        if (tail.readUInt32LE(at) !== signature || tail.readUInt16LE(at + 20) !== tail.length - at - recordBytes)
            continue;
        const position = size - tail.length + at;
        const locator = at - zip64LocatorBytes;
        if (locator >= 0 && tail.readUInt32LE(locator) === zip64LocatorSignature) {
            const recorded = Number(tail.readBigUInt64LE(locator + 8));
            const record = locator - zip64RecordBytes;
            const adjacent = record >= 0 && tail.readUInt32LE(record) === zip64RecordSignature;
            return adjacent ? Math.max(0, position - zip64LocatorBytes - zip64RecordBytes - recorded) : 0;
        }
        return Math.max(0, position - tail.readUInt32LE(at + 12) - tail.readUInt32LE(at + 16));
    }
    return undefined;
}

// EXTERNAL MODULE: ./.build/lib/jar/slice.js
var slice = __webpack_require__(88910);
;// CONCATENATED MODULE: ./.build/lib/jar/archive.js







// Up to here an entry is read and inflated at once; a stream for each of ten thousand classes costs more than it saves.
const smallBytes = 1024 * 1024;
/**
 * Opens the archive at `path`, gives it to `work` and closes it. What is found damaged on the way, in `work` too,
 * becomes JAR_CORRUPT. Throws `Failure`: JAR_UNREADABLE, JAR_NOT_A_ZIP, JAR_CORRUPT.
 */
async function withArchive(path, work) {
    const handle = await (0,promises_.open)(path, 'r').catch((error) => {
        throw (0,failure/* failure */.V2)('JAR_UNREADABLE', { path, detail: error.message }, { cause: error });
    });
    try {
        return await work(await openFile(path, handle));
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            throw error;
        const detail = error instanceof Error ? error.message : String(error);
        throw (0,failure/* failure */.V2)('JAR_CORRUPT', { path, detail }, { cause: error });
    }
    finally {
        await handle.close();
    }
}
async function openFile(path, handle) {
    const stats = await handle.stat();
    if (!stats.isFile())
        throw (0,failure/* failure */.V2)('JAR_UNREADABLE', { path, detail: 'not a regular file' });
    const file = new slice/* Slice */.Ji((0,slice/* readAtFile */.id)(handle), 0, stats.size);
    const head = Buffer.alloc(Math.min(stats.size, 40));
    await file.fill(head, 0);
    const archive = await openSlice(file);
    const complete = archive !== undefined && archive.slice.size === file.size;
    // A local file header at the start, but no directory for it at the end: the last one is that of a nested jar, if any.
    if (!complete && head.length >= 4 && head.readUInt32LE(0) === 0x04034b50) {
        throw new Error('its zip directory is missing: the file was cut off');
    }
    if (archive !== undefined)
        return archive;
    const detail = head.length === 0 ? '(empty)' : JSON.stringify(head.toString('latin1'));
    throw (0,failure/* failure */.V2)('JAR_NOT_A_ZIP', { path, detail });
}
/**
 * Opens the archive that fills `slice`, a start script before it aside. Undefined where there is none; rejects where it
 * is damaged.
 */
async function openSlice(slice) {
    const tail = Buffer.alloc(Math.min(slice.size, tailBytes));
    await slice.fill(tail, slice.size - tail.length);
    const prefix = prefixBytes(tail, slice.size);
    if (prefix === undefined)
        return undefined;
    const zip = slice.part(prefix, slice.size - prefix);
    const zipFile = await (0,yauzl/* fromRandomAccessReaderPromise */.or)(zip, zip.size);
    const entries = [];
    for await (const entry of zipFile.eachEntry()) {
        if (entry.isEncrypted())
            throw new Error(`${entry.fileName} is encrypted`);
        entries.push({
            name: entry.fileName,
            method: entry.compressionMethod,
            compressedBytes: entry.compressedSize,
            bytes: entry.uncompressedSize,
            crc32: entry.crc32,
            headerOffset: entry.relativeOffsetOfLocalHeader,
        });
    }
    return { entries, slice: zip };
}
/** Where the data of an entry lie: after its local header, whose extra field may be longer than the directory's. */
async function dataOffset(archive, entry) {
    const header = Buffer.alloc(30);
    await archive.slice.fill(header, entry.headerOffset);
    if (header.readUInt32LE(0) !== 0x04034b50)
        throw new Error(`${entry.name} has no local header`);
    return entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}
/**
 * The uncompressed contents of an entry, piece by piece, each valid until the next is asked for; rejects where length
 * or CRC-32 is not the recorded one.
 */
async function* contents(archive, entry) {
    let length = 0;
    let sum = 0;
    for await (const chunk of decoded(archive, entry, await dataOffset(archive, entry))) {
        length += chunk.length;
        sum = (0,external_node_zlib_.crc32)(chunk, sum);
        if (length > entry.bytes)
            break;
        yield chunk;
    }
    if (length !== entry.bytes)
        throw new Error(`${entry.name} does not have its recorded length`);
    if (sum !== entry.crc32)
        throw new Error(`${entry.name} does not have its recorded checksum`);
}
async function* decoded(archive, entry, start) {
    const end = start + entry.compressedBytes;
    if (entry.method === 0) {
        yield* archive.slice.chunks(start, end);
    }
    else if (entry.method !== 8) {
        throw new Error(`${entry.name} is compressed by method ${entry.method}, which Java does not read either`);
    }
    else if (entry.compressedBytes <= smallBytes && entry.bytes <= smallBytes) {
        const data = Buffer.allocUnsafe(entry.compressedBytes);
        await archive.slice.fill(data, start);
        yield (0,external_node_zlib_.inflateRawSync)(data, { chunkSize: Math.max(64, entry.bytes + 1), maxOutputLength: entry.bytes + 1 });
    }
    else {
        const inflate = (0,external_node_zlib_.createInflateRaw)({ chunkSize: 64 * 1024 });
        // The error, if any, comes out of the iteration below.
        (0,external_node_stream_.pipeline)(archive.slice.stream(start, end), inflate, () => { });
        yield* inflate;
    }
}
/** The files of an archive, folders aside, in the order in which they lie in it: what is read ahead is what comes next. */
function filesInOrder({ entries }) {
    return entries.filter(({ name }) => !name.endsWith('/')).sort((a, b) => a.headerOffset - b.headerOffset);
}
/** Reads every file of an archive, past `look`; rejects where one does not have its recorded length and CRC-32. */
async function checkContents(archive, look = () => { }) {
    for (const entry of filesInOrder(archive)) {
        for await (const chunk of contents(archive, entry))
            look(entry, chunk);
    }
}
/** The contents of an entry, in memory. */
async function wholeContents(archive, entry) {
    const chunks = [];
    for await (const chunk of contents(archive, entry))
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}
/** The whole contents of the entry `name`. Undefined where there is none, or where it is longer than `limit` bytes. */
async function readEntry(archive, name, limit) {
    const entry = archive.entries.find((e) => e.name === name);
    if (entry === undefined || entry.bytes > limit)
        return undefined;
    return wholeContents(archive, entry);
}


/***/ }),

/***/ 88910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IU: () => (/* binding */ readAtBuffer),
/* harmony export */   Ji: () => (/* binding */ Slice),
/* harmony export */   id: () => (/* binding */ readAtFile)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var yauzl__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20663);


const windowBytes = 64 * 1024;
const chunkBytes = 128 * 1024;
/** Reads a file at any position. */
function readAtFile(handle) {
    return async (buffer, position) => {
        let filled = 0;
        while (filled < buffer.length) {
            const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled);
            if (bytesRead === 0)
                throw new Error('the file ends before its data do');
            filled += bytesRead;
        }
    };
}
/** Reads bytes in memory at any position. */
function readAtBuffer(bytes) {
    return async (buffer, position) => {
        if (position + buffer.length > bytes.length)
            throw new Error('the archive ends before its data do');
        bytes.copy(buffer, 0, position, position + buffer.length);
    };
}
/**
 * A part of a source that is an archive by itself: a whole file, a file behind its start script, a jar stored within
 * a jar. Reads ahead by a small window, because an archive's headers and classes are many and short. One read at a time.
 */
class Slice extends yauzl__WEBPACK_IMPORTED_MODULE_1__/* .RandomAccessReader */ .lJ {
    size;
    /** Where it begins in its source. */
    start;
    #readAt;
    #window = Buffer.alloc(0);
    #windowStart = 0;
    /** What the window lies in; made once, when it is first needed. */
    #memory = Buffer.alloc(0);
    constructor(readAt, start, size) {
        super();
        this.#readAt = readAt;
        this.start = start;
        this.size = size;
    }
    /** The part of this slice from `start` on, `size` bytes long. */
    part(start, size) {
        if (start < 0 || size < 0 || start + size > this.size)
            throw new Error('an entry lies outside the archive');
        return new Slice(this.#readAt, this.start + start, size);
    }
    /** Fills `buffer` from `position` of the slice. */
    async fill(buffer, position) {
        if (position < 0 || position + buffer.length > this.size)
            throw new Error('an entry lies outside the archive');
        if (buffer.length > windowBytes)
            return this.#readAt(buffer, this.start + position);
        const end = this.#windowStart + this.#window.length;
        if (position < this.#windowStart || position + buffer.length > end) {
            if (this.#memory.length === 0)
                this.#memory = Buffer.allocUnsafe(Math.min(windowBytes, this.size));
            const window = this.#memory.subarray(0, Math.min(windowBytes, this.size - position));
            this.#window = window.subarray(0, 0);
            await this.#readAt(window, this.start + position);
            this.#window = window;
            this.#windowStart = position;
        }
        this.#window.copy(buffer, 0, position - this.#windowStart, position - this.#windowStart + buffer.length);
    }
    /**
     * The bytes from `start` to before `end`, piece by piece. All pieces lie in the same buffer, so that none waits for
     * the garbage collector: each is valid until the next is asked for.
     */
    async *chunks(start, end) {
        const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(chunkBytes, end - start)));
        for (let position = start; position < end; position += chunkBytes) {
            const chunk = buffer.subarray(0, Math.min(chunkBytes, end - position));
            await this.fill(chunk, position);
            yield chunk;
        }
    }
    /** The same bytes as a stream, whose pieces stay valid. */
    stream(start, end) {
        return node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(copies(this.chunks(start, end)), { highWaterMark: 1 });
    }
    read(buffer, offset, length, position, callback) {
        this.fill(buffer.subarray(offset, offset + length), position).then(() => callback(null), callback);
    }
    _readStreamForRange(start, end) {
        return this.stream(start, end);
    }
}
async function* copies(chunks) {
    for await (const chunk of chunks)
        yield Buffer.from(chunk);
}


/***/ }),

/***/ 98615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ openedBy)
/* harmony export */ });
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10386);

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
        applications.flatMap((folder) => _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .privateNames */ .or.map((name) => `${folder}/${name}`)).find(opened) ??
        ['/etc/nginx', ...nginx].find((place) => above(place) || (!readOnly && inside(place))) ??
        files.find((file) => !readOnly && above(file)));
}


/***/ })

};
