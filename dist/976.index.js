export const id = 976;
export const ids = [976];
export const modules = {

/***/ 29976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  furtherProblems: () => (/* binding */ furtherProblems),
  f: () => (/* binding */ readRunner)
});

// EXTERNAL MODULE: ./.build/lib/decision/certificate.js
var certificate = __webpack_require__(7062);
// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/server/space.js
var space = __webpack_require__(73022);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./.build/lib/project/folder.js





/**
 * All plain files below a folder, sorted. Links are not followed, so that nothing outside of it is sent. `wanted` tells of
 * each entry by its path whether it, or what is below it, counts. Throws what `readdir` and `lstat` throw.
 */
async function findFiles(folder, wanted, platform = process.platform) {
    const files = [];
    for (const path of (await filesBelow(folder, '', wanted)).toSorted()) {
        const source = (0,external_node_path_.join)(folder, path);
        const found = await (0,promises_.lstat)(source);
        // Windows has no modes: a script is known by how it begins.
        const executable = platform === 'win32' ? await isScript(source) : (found.mode & 0o111) !== 0;
        files.push({ path, source, mode: executable ? 0o755 : 0o644, bytes: found.size });
    }
    return files;
}
/** Whether a file begins with `#!`, by which Linux knows a script (execve(2)). */
async function isScript(path) {
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { end: 1 }))
        return chunk.toString() === '#!';
    return false;
}
/** The same files with the SHA-256 of each. */
async function hashFiles(files) {
    const hashed = [];
    for (const file of files) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file.source), hash);
        hashed.push({ ...file, sha256: hash.digest('hex') });
    }
    return hashed;
}
/** Not by `readdir` alone: its `recursive` goes into folders that are linked, and would send what lies outside. */
async function filesBelow(folder, prefix, wanted) {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(folder, prefix), { withFileTypes: true });
    const found = await Promise.all(entries.map((entry) => {
        const path = `${prefix}${entry.name}`;
        if (!wanted(path))
            return [];
        if (entry.isDirectory())
            return filesBelow(folder, `${path}/`, wanted);
        return entry.isFile() ? [path] : [];
    }));
    return found.flat();
}

;// CONCATENATED MODULE: ./.build/lib/project/built-site.js






/** A front end is far smaller; a folder that was named by mistake is not. */
const most = { files: 20_000, bytes: 2_000_000_000 };
/**
 * Reads the folder of a static site; undefined where none is wanted. `workspace` is what its path counts from.
 * Throws `STATIC_SITE_UNREADABLE`, `_NO_INDEX`, `_NOT_BUILT`, `_TOO_LARGE`.
 */
async function readStaticSite(settings, workspace) {
    if (settings === undefined)
        return undefined;
    const { folder: given, path, fallback } = settings;
    const folder = (0,external_node_path_.resolve)(workspace, given);
    const top = await readingOf(given, () => (0,promises_.readdir)(folder));
    if (!top.includes('index.html')) {
        throw (0,failure/* failure */.V2)('STATIC_SITE_NO_INDEX', { folder: given, built: await builtIn(given, workspace) });
    }
    // Vite keeps its index.html beside the sources: all of them, and what they depend on, would be public.
    const sources = ['package.json', 'node_modules'].find((name) => top.includes(name));
    if (sources !== undefined) {
        throw (0,failure/* failure */.V2)('STATIC_SITE_NOT_BUILT', { folder: given, sources, built: await builtIn(given, workspace) });
    }
    const found = await readingOf(given, () => findFiles(folder, isPublic));
    const bytes = found.reduce((sum, file) => sum + file.bytes, 0);
    if (found.length > most.files || bytes > most.bytes) {
        throw (0,failure/* failure */.V2)('STATIC_SITE_TOO_LARGE', {
            folder: given,
            files: found.length,
            bytes: (0,space/* formatBytes */.z3)(bytes),
            mostFiles: most.files,
            mostBytes: (0,space/* formatBytes */.z3)(most.bytes),
        });
    }
    const files = await readingOf(given, () => hashFiles(found));
    return { files, bytes, sha256: hashOf(path, files), path, fallback };
}
/** Where builds write to, by their usual names; HBuilderX has `unpackage/dist/build/web`, Angular `dist/NAME/browser`. */
const output = /^(?:dist|build|out|unpackage)$/;
/** The folder below `given` that a build wrote, which is the one with an index.html; empty where none is found. */
async function builtIn(given, workspace) {
    let places = [given];
    for (let depth = 0; depth <= 4 && places.length > 0; depth += 1) {
        const below = [];
        for (const place of places) {
            const entries = await (0,promises_.readdir)((0,external_node_path_.resolve)(workspace, place), { withFileTypes: true }).catch(() => []);
            if (depth > 0 && entries.some(({ name }) => name === 'index.html'))
                return place;
            const folders = entries.filter((entry) => entry.isDirectory() && (depth > 0 || output.test(entry.name)));
            below.push(...folders.map(({ name }) => external_node_path_.posix.join(place, name)).toSorted());
        }
        places = below;
    }
    return '';
}
/** What begins with a dot (`.env`, `.git`, `.DS_Store`) is nobody's to read, but for what a standard puts there. */
function isPublic(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return !name.startsWith('.') || path === '.well-known';
}
function hashOf(path, files) {
    const content = [path, files.map((file) => [file.path, file.sha256])];
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(content)).digest('hex');
}
async function readingOf(folder, work) {
    try {
        return await work();
    }
    catch (error) {
        const detail = error.code ?? String(error);
        throw (0,failure/* failure */.V2)('STATIC_SITE_UNREADABLE', { folder, detail }, { cause: error });
    }
}

// EXTERNAL MODULE: ./.build/lib/values/java-options.js
var java_options = __webpack_require__(44582);
;// CONCATENATED MODULE: ./.build/lib/project/empty-values.js



/** Warns of values that are empty, or that lack a part: what a workflow reads of a secret that does not exist is empty. */
function emptyValues({ container, image }, files) {
    const properties = Object.entries((0,java_options/* systemProperties */.BC)(container.javaOptions ?? ''));
    const found = [
        ...container.environment
            .filter(({ value }) => isEmpty(value.reveal()) || lacksPart(value.reveal()))
            .map(({ name }) => ({ name, input: 'env' })),
        ...properties
            .filter(([name, value]) => ((0,java_options/* isSecretProperty */.wv)(name) && isEmpty(value)) || isUnexpanded(value))
            .map(([name]) => ({ name: `-D${name}`, input: 'java-options' })),
        ...image.buildArgs
            .filter(({ value }) => isEmpty(value))
            .map(({ name }) => ({ name, input: 'build-args' })),
        ...files
            .filter(({ sha256 }) => blankFiles.includes(sha256))
            .map(({ container: name }) => ({ name, input: 'files' })),
    ];
    if (found.length === 0)
        return [];
    return [(0,failure/* failure */.V2)('ENV_EMPTY', { values: found.map(({ name, input }) => `\`${name}\` (\`${input}\`)`).join(', ') })];
}
/** Nothing, blanks, a pair of quotes (Docker takes them to the letter), or an expression that nobody evaluated. */
function isEmpty(value) {
    return /^\s*(?:""|'')?\s*$/.test(value) || isUnexpanded(value);
}
function isUnexpanded(value) {
    return /\$\{\{.*\}\}/.test(value);
}
/**
 * A URL without its host or the password before it, or with an empty user or password among its parameters. A database in
 * the application itself has none by default.
 */
function lacksPart(value) {
    if (/^jdbc:(?:p6spy:)?(?:h2|hsqldb|derby|sqlite):/i.test(value))
        return false;
    return (/:\/\/(?::\d+(?:[/?]|$)|[^/?#@]*:@)/.test(value) ||
        /^jdbc:.*[?&;](?:user|username|password)=(?:[&;]|$)/i.test(value));
}
const blankFiles = ['', '\n', '\r\n'].map((text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex'));

// EXTERNAL MODULE: ./.build/lib/dockerfile/base-image.js
var base_image = __webpack_require__(3780);
// EXTERNAL MODULE: ./.build/lib/dockerfile/read.js + 3 modules
var read = __webpack_require__(28765);
// EXTERNAL MODULE: ./.build/lib/jar/archive.js + 1 modules
var jar_archive = __webpack_require__(57655);
;// CONCATENATED MODULE: ./.build/lib/jar/class-file.js
/** Bytes of a class file that its version needs: magic, minor and major version. */
const classFileHeaderBytes = 8;
/**
 * The Java version that can run a class file: 8 for major version 52, 17 for 61.
 * Undefined where the bytes are no class file (JVM Specification, 4.1 and table 4.1-A: major version = Java version + 44).
 */
function javaVersionOfClass(header) {
    if (header.length < classFileHeaderBytes || header.readUInt32BE(0) !== 0xcafebabe)
        return undefined;
    const major = header.readUInt16BE(6);
    return major >= 45 && major < 200 ? Math.max(1, major - 44) : undefined;
}
/** The entry of a class in the folder of classes: `com.example.App` -> `BOOT-INF/classes/com/example/App.class`. */
function classEntryName(classesFolder, className) {
    return `${classesFolder}${className.replaceAll('.', '/')}.class`;
}
/**
 * The Java version that an application needs: that of its own classes, and no less than what its Spring Boot needs
 * (3 and 4: Java 17; system requirements of the Spring Boot reference).
 */
function requiredJavaVersion(ownClasses, bootVersion) {
    const major = Number.parseInt(bootVersion ?? '', 10);
    return Math.max(ownClasses, major >= 3 ? 17 : 8);
}

;// CONCATENATED MODULE: ./.build/lib/jar/manifest.js
/**
 * The main attributes of a manifest, keys in lower case.
 * Lines are at most 72 bytes, longer ones go on after a newline and one space; the main section ends at an empty line
 * (JAR File Specification, "Notes on Manifest and Signature Files"). Never throws: what is no attribute is passed over.
 */
function parseAttributes(text) {
    const main = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
    const end = main.indexOf('');
    const lines = [];
    for (const line of end === -1 ? main : main.slice(0, end)) {
        if (line.startsWith(' ') && lines.length > 0)
            lines.push(lines.pop() + line.slice(1));
        else
            lines.push(line);
    }
    const attributes = new Map();
    for (const line of lines) {
        const colon = line.indexOf(':');
        if (colon > 0)
            attributes.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
    }
    return attributes;
}
/** Reads a manifest. Folders default to those of a plain jar, where classes lie at the root. */
function parseManifest(text) {
    const attributes = parseAttributes(text);
    const startClass = attributes.get('start-class') || undefined;
    const mainClass = attributes.get('main-class') || undefined;
    // `loader.WarLauncher` up to Boot 3.1, `loader.launch.WarLauncher` since.
    const war = /(^|\.)WarLauncher$/.test(mainClass ?? '');
    const root = startClass === undefined ? undefined : war ? 'WEB-INF' : 'BOOT-INF';
    const libraries = folder(attributes.get('spring-boot-lib') ?? (root === undefined ? '' : `${root}/lib/`));
    return {
        mainClass,
        startClass,
        bootVersion: attributes.get('spring-boot-version') || undefined,
        classesFolder: folder(attributes.get('spring-boot-classes') ?? (root === undefined ? '' : `${root}/classes/`)),
        // What a servlet container would bring lies apart in a war, and counts when it is started by itself.
        libraryFolders: [...(libraries === '' ? [] : [libraries]), ...(war ? ['WEB-INF/lib-provided/'] : [])],
        layersIndex: attributes.get('spring-boot-layers-index') || undefined,
        classPathIndex: attributes.get('spring-boot-classpath-index') || undefined,
        buildJdk: attributes.get('build-jdk-spec') || undefined,
    };
}
function folder(path) {
    return path === '' || path.endsWith('/') ? path : `${path}/`;
}

;// CONCATENATED MODULE: ./.build/lib/jar/executable.js




const mebibyte = 1024 * 1024;
/** Tells which kind of archive is at `path`; reads its directory and its manifest alone. */
async function kindOf(path) {
    try {
        return await (0,jar_archive/* withArchive */.xc)(path, async (archive) => {
            const manifest = await (0,jar_archive/* readEntry */.hB)(archive, 'META-INF/MANIFEST.MF', mebibyte);
            return kindOfArchive(archive, parseManifest(manifest?.toString('utf8') ?? ''));
        });
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            return 'unreadable';
        throw error;
    }
}
function kindOfArchive({ entries }, { mainClass, startClass, classesFolder }) {
    if (mainClass === undefined)
        return 'library';
    if (startClass !== undefined && entries.some(({ name }) => name.startsWith(classesFolder)))
        return 'boot';
    const main = classEntryName('', mainClass);
    if (!entries.some(({ name }) => name === main))
        return 'library';
    const own = packageRoot(main);
    return entries.some(({ name }) => isClass(name) && packageRoot(name) !== own) ? 'whole' : 'bare';
}
function isClass(name) {
    return name.endsWith('.class') && !name.startsWith('META-INF/') && name.includes('/');
}
/** `com/example` of `com/example/shop/App.class`. */
function packageRoot(name) {
    return name.split('/').slice(0, -1).slice(0, 2).join('/');
}

;// CONCATENATED MODULE: ./.build/lib/jar/find.js




const sideProduct = /(?:-plain|-sources|-javadoc)\.[jw]ar$|\.original$/i;
const application = /\.[jw]ar$/i;
/**
 * The one application that `pattern` (a path or a glob, relative to `folder`) means: of several files the one that is
 * executable. A path that exists is taken as it stands.
 * Throws `Failure`: JAR_NOT_FOUND, JAR_ONLY_SIDE_PRODUCTS, JAR_AMBIGUOUS.
 */
async function findJar(pattern, folder) {
    const literal = (0,external_node_path_.resolve)(folder, pattern);
    if (await isFile(literal))
        return { path: literal, opened: 0 };
    const matches = await filesMatching(pattern, folder);
    const named = matches.filter((path) => isApplication((0,external_node_path_.basename)(path)));
    // A build may name its executable jar as others name their by-products.
    const misnamed = matches.filter((path) => !named.includes(path) && application.test(path));
    const [jar, ...others] = named;
    if (jar !== undefined && others.length === 0 && misnamed.length === 0) {
        return { path: (0,external_node_path_.resolve)(folder, jar), opened: 0 };
    }
    const kinds = await kindsOf([...named, ...misnamed], folder);
    const chosen = choose(kinds, named);
    if (chosen.length > 1) {
        const unread = chosen.filter((path) => kinds.get(path) === 'unreadable');
        throw (0,failure/* failure */.V2)('JAR_AMBIGUOUS', { pattern, matches: chosen.join(', '), unread });
    }
    const [only] = chosen;
    if (only !== undefined)
        return { path: (0,external_node_path_.resolve)(folder, only), opened: kinds.size };
    const setAside = matches.filter((path) => application.test(path) || sideProduct.test(path));
    if (setAside.length > 0) {
        throw (0,failure/* failure */.V2)('JAR_ONLY_SIDE_PRODUCTS', { pattern, setAside: setAside.join(', '), opened: named.length > 0 });
    }
    throw (0,failure/* failure */.V2)('JAR_NOT_FOUND', { pattern, folder });
}
/** Whether a file of this name can be the application: a jar or war that is no by-product of the build. */
function isApplication(fileName) {
    return application.test(fileName) && !sideProduct.test(fileName);
}
/** The application among archives, or several that could be it; none where none can be. */
function choose(kinds, named) {
    const of = (among, ...wanted) => among.filter((path) => wanted.some((kind) => kind === kinds.get(path)));
    const all = [...kinds.keys()];
    const misnamed = all.filter((path) => !named.includes(path));
    // What cannot be read may be a newer build of the application: an older one is not deployed in its stead.
    const unread = of(named, 'unreadable');
    const ways = [of(named, 'boot'), of(named, 'whole'), of(misnamed, 'boot', 'whole'), of(named, 'bare')];
    const found = ways.find((way) => way.length > 0) ?? [];
    const could = [...found, ...unread];
    // Alone it is refused later on, with what is wrong with it.
    return could.length === 0 && named.length === 1 ? named : could.sort();
}
async function kindsOf(paths, folder) {
    const kinds = new Map();
    for (const path of paths)
        kinds.set(path, await kindOf((0,external_node_path_.resolve)(folder, path)));
    return kinds;
}
/** The files that match, each once: a link to one of them is no other file. */
async function filesMatching(pattern, folder) {
    const matches = [];
    for await (const match of (0,promises_.glob)(pattern, { cwd: folder })) {
        if (await isFile((0,external_node_path_.resolve)(folder, match)))
            matches.push(match);
    }
    const files = new Map();
    for (const match of matches.sort()) {
        const real = await (0,promises_.realpath)((0,external_node_path_.resolve)(folder, match));
        const before = files.get(real);
        // The file itself rather than a link to it.
        if (before === undefined || (0,external_node_path_.resolve)(folder, match) === real)
            files.set(real, match);
    }
    return [...files.values()].sort();
}
async function isFile(path) {
    return (0,promises_.stat)(path).then((s) => s.isFile(), () => false);
}

// EXTERNAL MODULE: ./.build/lib/jar/class-path.js
var class_path = __webpack_require__(95714);
// EXTERNAL MODULE: ./.build/lib/jar/nested.js
var jar_nested = __webpack_require__(22545);
;// CONCATENATED MODULE: ./.build/lib/jar/content-hash.js



// A jar in a jar in a jar is known from wars within ears; deeper ones count as files.
const deepest = 4;
/**
 * SHA-256 (lower-case hex) over the names of an archive's files with their lengths and CRC-32, nested jars entered.
 * Time stamps, compression, order and entries of folders do not count, so a rebuild of the same sources has the same one.
 *
 * Lengths and CRC-32 are those that the directories record, so that no library is inflated, which takes a second for
 * twenty megabytes; `checkContents` (archive.ts) has proven those of the outermost. CRC-32 tells accidents apart, and every
 * change within four bytes; whoever could forge one could as well deploy a jar.
 *
 * `visit` gets each archive directly within this one while it is open.
 */
async function contentHash(archive, visit = () => { }, depth = 0) {
    const lines = [];
    for (const entry of (0,jar_archive/* filesInOrder */.hk)(archive)) {
        lines.push(`${entry.name}\0${await identity(archive, entry, visit, depth)}\n`);
    }
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const line of lines.sort())
        hash.update(line);
    return hash.digest('hex');
}
/** What tells the contents of an entry from others. */
async function identity(archive, entry, visit, depth) {
    if (depth < deepest && /\.[jw]ar$/i.test(entry.name)) {
        const nested = await (0,jar_nested/* withNested */.g)(archive, entry, async (jar) => {
            if (jar === undefined)
                return undefined;
            if (depth === 0)
                visit(entry, jar);
            return contentHash(jar, visit, depth + 1);
        }).catch(() => undefined);
        if (nested !== undefined)
            return `jar ${nested}`;
    }
    return `file ${entry.bytes} ${entry.crc32}`;
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./.build/lib/values/unpacked-name.js
var unpacked_name = __webpack_require__(96024);
;// CONCATENATED MODULE: ./.build/lib/jar/class-path-order.js
/** Where the launcher looks for the class path index: where the manifest says, else beside the classes. */
function classPathIndexName(manifest) {
    return manifest.classPathIndex ?? manifest.classesFolder.replace(/classes\/$/, 'classpath.idx');
}
/**
 * Whether the libraries come in the same order when the jar is unpacked. From the jar, the launcher takes them as the
 * directory lists them. Unpacked, those that its index does not name come first, sorted, and then those of the index,
 * which JarLauncher reads since Boot 2.3, WarLauncher since 2.7. Of two libraries with the same class the first counts.
 */
function keepsClassPathOrder({ manifest, bootVersion, entries, index }) {
    const names = entries.map(({ name }) => name);
    const isLibrary = (name) => !name.endsWith('/') && manifest.libraryFolders.some((folder) => name.startsWith(folder));
    const packed = names.filter((name) => name === manifest.classesFolder || isLibrary(name));
    if (packed[0] !== manifest.classesFolder || packed.length === new Set(packed).size + 1)
        return false;
    const indexed = index === undefined || !readsIndex(manifest, bootVersion) ? [] : namesIn(index);
    if (indexed === undefined)
        return false;
    const byName = packed.slice(1).filter((name) => !indexed.includes(name));
    const unpacked = [manifest.classesFolder, ...byName.toSorted(compare), ...indexed];
    return packed.length === unpacked.length && packed.every((name, at) => name === unpacked[at]);
}
function readsIndex({ mainClass }, bootVersion = '1') {
    const [major = 0, minor = 0] = bootVersion.split('.').map(Number);
    return major > 2 || (major === 2 && minor >= (mainClass?.endsWith('.WarLauncher') ? 7 : 3));
}
function namesIn(index) {
    const lines = index.split(/\r?\n/).filter((line) => line.trim() !== '');
    const names = lines.map((line) => /^- "(.+)"$/.exec(line)?.[1]);
    return names.every((name) => name !== undefined) ? names : undefined;
}
/** As folders are walked: `lib/b.jar` is before `lib-provided/a.jar`. */
function compare(one, other) {
    const [a, b] = [one, other].map((name) => name.replaceAll('/', '\0'));
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./.build/lib/jar/image-layers.js
/**
 * Reads a `layers.idx` (Spring Boot reference, "Layered Jars"): a list of layers, and of each the files that are in it,
 * where a name that ends with a slash is a folder with all that is below it. What no line names is in the last layer.
 * Undefined where it is no such list.
 */
function indexedLayers(text) {
    const names = [];
    const folders = [];
    const files = new Map();
    for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== '')) {
        const [, layer] = /^- "(.*)":\s*$/.exec(line) ?? [];
        const [, path] = /^ {2}- "(.*)"\s*$/.exec(line) ?? [];
        if (layer !== undefined)
            names.push(layer);
        else if (path === undefined || names.length === 0)
            return undefined;
        else if (path.endsWith('/'))
            folders.push([path, names.length - 1]);
        else
            files.set(path, names.length - 1);
    }
    if (names.length === 0)
        return undefined;
    const inFolder = (name) => folders.find(([path]) => name.startsWith(path))?.[1];
    return { names, of: (name) => files.get(name) ?? inFolder(name) ?? names.length - 1 };
}
/** The layers that Spring Boot itself would make, for a jar that has no index of them. */
function defaultLayers({ libraryFolders }) {
    const of = (name) => {
        if (libraryFolders.some((folder) => name.startsWith(folder)))
            return name.includes('SNAPSHOT') ? 2 : 0;
        return name.startsWith('org/springframework/boot/loader/') ? 1 : 3;
    };
    return { names: ['dependencies', 'spring-boot-loader', 'snapshot-dependencies', 'application'], of };
}
/**
 * A folder for each layer: its name, where that is one that means nothing to a shell or to Docker and is no other
 * layer's; else its number. Names come out of the jar.
 */
function layerFolders(names) {
    return names.map((name, at) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) && name.length <= 60 && names.indexOf(name) === at
        ? name
        : `${at + 1}-of-${names.length}`);
}

;// CONCATENATED MODULE: ./.build/lib/jar/unpacking-recipe.js

const block = 512;
/** What is read together: files up to this length, with no more than so much between them, so much at once. */
const shortBytes = 64 * 1024;
const nearBytes = 16 * 1024;
const runBytes = 2 * 1024 * 1024;
/** Longest parts of a path that a header of tar has room for: its end, and the folders before that. */
const mostName = 100;
const mostPrefix = 155;
/**
 * By what a server takes a jar apart with dd, gzip and tar (resources/unpacking.ts): a line for each folder and file,
 * numbers in decimal, byte strings in hexadecimal as they lie in a file, the path last, after a tab.
 * - `D path`: a folder.
 * - `S offset bytes path`: a stored file.
 * - `L offset packed bytes crc path`: a deflated one by itself.
 * - `Z offset packed bytes crc sum header prefix path`: a deflated one that goes through one gzip and one tar with all
 *   others: the checksum in its tar header (octal), the CRC-32 of that header and the padding before it, and how many
 *   characters of the path are in the header's second field.
 * - `R offset bytes`, and for `Z` `z` with the offset counted from there: short ones near to one another, which are read
 *   together, since a process for each takes longer than all the rest.
 * - `E header`: the end of these.
 */
function unpackingRecipe(files, emptyFolders) {
    const folders = new Set([...emptyFolders, ...files.map(({ path }) => path.slice(0, path.lastIndexOf('/')))]);
    const lines = [...folders].map((folder) => `D\t${folder}`);
    const isStored = ({ method, bytes }) => method === 0 || bytes === 0;
    const isAlone = ({ path }) => prefixOf(path) === undefined;
    for (const { path, offset, bytes } of files.filter(isStored))
        lines.push(`S ${offset} ${bytes}\t${path}`);
    const packed = files.filter((file) => !isStored(file));
    for (const { path, offset, compressedBytes, bytes, crc32: crc } of packed.filter(isAlone)) {
        lines.push(`L ${offset} ${compressedBytes} ${bytes} ${littleEndian(crc)}\t${path}`);
    }
    let padding = 0;
    for (const run of runsOf(packed.filter((file) => !isAlone(file)))) {
        const start = run.length === 1 ? 0 : (run[0]?.offset ?? 0);
        if (run.length > 1)
            lines.push(`R ${start} ${endOf(run.at(-1)) - start}`);
        for (const { path, offset, compressedBytes, bytes, crc32: crc } of run) {
            const prefix = prefixOf(path) ?? 0;
            const { header, sum } = tarHeader(path, prefix, bytes);
            const headerCrc = littleEndian((0,external_node_zlib_.crc32)(Buffer.concat([Buffer.alloc(padding), header])));
            const place = `${run.length === 1 ? 'Z' : 'z'} ${offset - start}`;
            lines.push(`${place} ${compressedBytes} ${bytes} ${littleEndian(crc)} ${sum} ${headerCrc} ${prefix}\t${path}`);
            padding = (block - (bytes % block)) % block;
        }
    }
    return [...lines, `E ${littleEndian((0,external_node_zlib_.crc32)(Buffer.alloc(padding + 2 * block)))}`, ''].join('\n');
}
/** Files in groups, each of which is read at once; one by itself is read by itself. */
function runsOf(files) {
    const runs = [];
    for (const file of files) {
        const run = runs.at(-1);
        const [first, last] = [run?.[0], run?.at(-1)];
        const isNear = file.offset - endOf(last) < nearBytes && file.offset >= endOf(last);
        const isShort = file.compressedBytes < shortBytes && (last?.compressedBytes ?? 0) < shortBytes;
        if (first !== undefined && isNear && isShort && endOf(file) - first.offset < runBytes)
            run?.push(file);
        else
            runs.push([file]);
    }
    return runs;
}
function endOf(file) {
    return file === undefined ? 0 : file.offset + file.compressedBytes;
}
/** How much of a path goes into the header's second field; undefined where it fits into no header. */
function prefixOf(path) {
    if (path.length <= mostName)
        return 0;
    const slash = path.indexOf('/', path.length - mostName - 1);
    return slash > 0 && slash <= mostPrefix ? slash : undefined;
}
/** A tar header (POSIX ustar) as the server writes it, and the checksum in it. */
function tarHeader(path, prefix, bytes) {
    const header = Buffer.alloc(block);
    header.write(prefix === 0 ? path : path.slice(prefix + 1), 0, 'latin1');
    header.write('0000644', 100, 'latin1');
    for (const at of [108, 116])
        header.write('0000000', at, 'latin1');
    header.write(bytes.toString(8).padStart(11, '0'), 124, 'latin1');
    header.write('00000000000', 136, 'latin1');
    header.write('        0', 148, 'latin1');
    header.write('ustar\x0000', 257, 'latin1');
    header.write(path.slice(0, prefix), 345, 'latin1');
    const sum = header
        .reduce((total, byte) => total + byte, 0)
        .toString(8)
        .padStart(6, '0');
    header.write(`${sum}\0 `, 148, 'latin1');
    return { header, sum };
}
function littleEndian(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes.toString('hex');
}

;// CONCATENATED MODULE: ./.build/lib/jar/exploded.js






const exploded_mebibyte = 1024 * 1024;
/** Above, unpacking takes a small server ten seconds and more. */
const mostFiles = 10_000;
/** Works out how a jar is taken apart. `asksForItsPlace`: whether its own classes do (own-place.ts). */
async function explode(archive, manifest, bootVersion, asksForItsPlace) {
    const { mainClass = '', startClass } = manifest;
    if (startClass === undefined || !/^org\.springframework\.boot\.loader\.(?:launch\.)?[JW]arLauncher$/.test(mainClass))
        return 'launcher';
    const files = (0,jar_archive/* filesInOrder */.hk)(archive);
    if (!namesComeOut(archive.entries))
        return 'names';
    if (files.length > mostFiles)
        return 'many-files';
    const read = async (name) => (await (0,jar_archive/* readEntry */.hB)(archive, name, exploded_mebibyte))?.toString('utf8');
    const index = await read(classPathIndexName(manifest));
    if (!keepsClassPathOrder({ manifest, bootVersion, entries: archive.entries, index }))
        return 'class-path';
    if (asksForItsPlace)
        return 'own-place';
    const text = manifest.layersIndex === undefined ? undefined : await read(manifest.layersIndex);
    const layers = (text === undefined ? undefined : indexedLayers(text)) ?? defaultLayers(manifest);
    return inLayers(archive, files, layers);
}
async function inLayers(archive, files, layers) {
    const folders = layerFolders(layers.names);
    const placed = (name) => `${folders[layers.of(name)]}/${unpacked_name/* unpackedName */.v}/${name}`;
    const packed = [];
    for (const entry of files) {
        const offset = archive.slice.start + (await (0,jar_archive/* dataOffset */.mZ)(archive, entry));
        packed.push({ ...entry, path: placed(entry.name), offset });
    }
    // A folder with something in it comes along with that, in each layer that has of it.
    const empty = archive.entries
        .map(({ name }) => name)
        .filter((name) => name.endsWith('/') && !archive.entries.some((e) => e.name !== name && e.name.startsWith(name)))
        .map((name) => placed(name).replace(/\/$/, ''));
    const used = new Set([...packed.map(({ path }) => path), ...empty].map((path) => path.slice(0, path.indexOf('/'))));
    return {
        layers: folders.filter((folder) => used.has(folder)),
        files: packed.length,
        bytes: packed.reduce((sum, { bytes }) => sum + bytes, 0),
        recipe: (0,external_node_zlib_.gzipSync)(unpackingRecipe(packed, empty), { level: 9 }),
    };
}
/**
 * Whether every file comes out by its own name, below its layer: relative, plain, once, and in letters that a JVM finds
 * whatever the language of its container is.
 */
function namesComeOut(entries) {
    const names = entries.map(({ name }) => name.replace(/\/$/, ''));
    const all = new Set(names);
    if (all.size < names.length)
        return false;
    const isFile = new Set(entries.map(({ name }) => name).filter((name) => !name.endsWith('/')));
    return names.every((name) => {
        const parts = name.split('/');
        if (!/^[\x20-\x7e]+$/.test(name) || name.includes('\\') || Buffer.byteLength(name) > 1000)
            return false;
        if (parts.some((part) => part === '' || part === '.' || part === '..' || part.length > 255))
            return false;
        return !parts.slice(0, -1).some((_, at) => isFile.has(parts.slice(0, at + 1).join('/')));
    });
}

;// CONCATENATED MODULE: ./.build/lib/jar/file-hash.js


/** Hashes a file piece by piece; its size does not matter for memory. Rejects as `fs` does. */
async function hashFile(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    // One buffer for all, so that none waits for the garbage collector.
    const buffer = Buffer.allocUnsafe(256 * 1024);
    const handle = await (0,promises_.open)(path, 'r');
    try {
        let bytes = 0;
        for (;;) {
            const { bytesRead } = await handle.read(buffer, 0, buffer.length);
            if (bytesRead === 0)
                return { bytes, sha256: hash.digest('hex') };
            hash.update(buffer.subarray(0, bytesRead));
            bytes += bytesRead;
        }
    }
    finally {
        await handle.close();
    }
}

// EXTERNAL MODULE: ./.build/lib/jar/locations.js
var jar_locations = __webpack_require__(92768);
;// CONCATENATED MODULE: ./.build/lib/jar/own-place.js
/** By which a class asks where it lies: Spring Boot's way, Java's, and the class path. */
const ways = ['org/springframework/boot/system/ApplicationHome', 'getProtectionDomain', 'java.class.path'];
/**
 * Looks, while the contents of a jar pass by, whether classes of the application itself ask where they lie: such a one
 * that writes beside its jar would write elsewhere where that is unpacked.
 */
class OwnPlace {
    asked = false;
    #classesFolder;
    #name = '';
    #end = Buffer.alloc(0);
    constructor(classesFolder) {
        this.#classesFolder = classesFolder;
    }
    look = ({ name }, chunk) => {
        if (this.asked || !name.startsWith(this.#classesFolder) || !name.endsWith('.class'))
            return;
        // A name may lie across two pieces of a large class.
        const piece = name === this.#name ? Buffer.concat([this.#end, chunk]) : chunk;
        this.asked = ways.some((way) => piece.includes(way));
        this.#name = name;
        this.#end = Buffer.from(piece.subarray(-64));
    };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.build/lib/jar/documents.js
var jar_documents = __webpack_require__(86682);
;// CONCATENATED MODULE: ./.build/lib/jar/configuration-document.js



/** The documents of a file; none, and told in `unreadable`, where it cannot be parsed. */
function documentsOf(file, locations, unreadable) {
    const format = (0,jar_locations/* formatOf */.be)(file.name);
    if (format === undefined)
        return [];
    const place = (0,jar_locations/* placeOfFile */.T2)(file.name, locations);
    try {
        const text = file.text.replace(/^\uFEFF/, '');
        const parsed = format === 'properties' ? (0,jar_documents/* propertiesDocuments */.ge)(text) : (0,jar_documents/* yamlDocuments */.Ou)(text);
        const rank = [place?.folder ?? 0, (0,jar_locations/* rankOf */.IQ)(format)];
        return parsed.map((settings, at) => ({ file: file.name, settings, place, rank: [...rank, at] }));
    }
    catch (error) {
        unreadable.push({ file: file.from ?? file.name, detail: placeOf(error) });
        return [];
    }
}
/** What is wrong where, in the parser's terms: its message quotes the file, which may hold a password there. */
function placeOf(error) {
    if (error instanceof dist/* YAMLError */.IP) {
        const [at] = error.linePos ?? [];
        return at === undefined ? error.code : `${error.code}, line ${at.line}, column ${at.col}`;
    }
    return error instanceof ReferenceError ? 'BAD_ALIAS' : 'UNEXPECTED_TOKEN';
}

;// CONCATENATED MODULE: ./.build/lib/jar/imports.js



/**
 * Names of the files that a document imports by `spring.config.import`, each followed by its variants for the active
 * profiles. A folder stands for the usual names in it.
 */
function importsOf({ file, settings }, { names, workdir }, profiles) {
    const parent = file.startsWith('/')
        ? external_node_path_.posix.dirname(file)
        : external_node_path_.posix.join(external_node_path_.posix.dirname(file), '/').replace(/^\.?\//, '');
    return ((0,jar_documents/* listOf */.c3)(settings, 'spring.config.import') ?? [])
        .flatMap((location) => location.split(';'))
        .flatMap((location) => (0,jar_locations/* resourceName */.Iy)(location, parent, workdir) ?? [])
        .flatMap((name) => (name === '' || name.endsWith('/') ? inFolder(name, names) : [name]))
        .flatMap((name) => [name, ...profiles.map((profile) => variant(name, profile))]);
}
function inFolder(folder, names) {
    return names.flatMap((name) => ['yaml', 'yml', 'properties'].map((format) => `${folder}${name}.${format}`));
}
function variant(name, profile) {
    const format = (0,jar_locations/* formatOf */.be)(name);
    return format === undefined ? name : `${name.slice(0, -format.length - 1)}-${profile}.${format}`;
}

// EXTERNAL MODULE: ./.build/lib/jar/lookup.js
var jar_lookup = __webpack_require__(9236);
;// CONCATENATED MODULE: ./.build/lib/jar/profile-expression.js
/**
 * Whether a profile expression holds for the active profiles: `prod`, `!prod`, `prod & !eu`, `(a | b) & c`.
 * A malformed one holds for none. Source: Spring's `Profiles.of`.
 */
function holds(expression, active) {
    const tokens = expression.match(/[()&|!]|[^()&|!\s]+/g) ?? [];
    let at = 0;
    function either() {
        let result = both();
        while (tokens[at] === '|') {
            at += 1;
            const right = both();
            result = result || right;
        }
        return result;
    }
    function both() {
        let result = one();
        while (tokens[at] === '&') {
            at += 1;
            const right = one();
            result = result && right;
        }
        return result;
    }
    function one() {
        const token = tokens[at];
        at += 1;
        if (token === '!')
            return !one();
        if (token !== '(')
            return token !== undefined && active.includes(token);
        const result = either();
        at += 1;
        return result;
    }
    const result = either();
    return at === tokens.length && result;
}

;// CONCATENATED MODULE: ./.build/lib/jar/config-sources.js





/**
 * Puts the documents that are active in the order in which Spring Boot applies them: bootstrap before application, the
 * jar before files in the container, general before a profile's (up to Boot 2.3 the latter two the other way round),
 * profiles in their order, `classpath:/` before `classpath:/config/`, YAML before properties, documents of a file as they
 * come, and what one imports right after it.
 */
function layersOf(files, question) {
    const { overrides, locations, bootVersion } = question;
    const unreadable = [];
    const documents = files.flatMap((file) => documentsOf(file, locations, unreadable));
    const standing = documents.filter((d) => d.place !== undefined);
    const order = (profiles) => (a, b) => config_sources_compare(rankOf(a, profiles, bootVersion), rankOf(b, profiles, bootVersion));
    const wanted = new Set();
    /** A document and what it imports, the profiles' variants after what they vary. */
    const withImports = (document, profiles, depth = 0) => {
        const imported = depth > 16 ? [] : importsOf(document, locations, profiles);
        return [
            document,
            ...imported.flatMap((name) => {
                const found = documents.filter((d) => d.file === name);
                if (!files.some((file) => file.name === name))
                    wanted.add(name);
                return found.filter((d) => fits(d, profiles)).flatMap((d) => withImports(d, profiles, depth + 1));
            }),
        ];
    };
    const general = standing
        .filter((d) => d.place?.profile === undefined && conditions(d.settings).length === 0)
        .toSorted(order([]))
        .flatMap((d) => withImports(d, []));
    const profiles = activeProfiles(general, documents, question.profile, overrides);
    const active = standing
        .filter((d) => (d.place?.profile === undefined || profiles.includes(d.place.profile)) && fits(d, profiles))
        .toSorted(order(profiles))
        .flatMap((d) => withImports(d, profiles));
    const names = new Set(active.map((d) => d.file));
    const origins = files.flatMap(({ name, from }) => (from !== undefined && names.has(name) ? [from] : []));
    return { profiles, settings: active.map((d) => d.settings), unreadable, origins, wanted: [...wanted] };
}
function activeProfiles(general, documents, profile, overrides) {
    const layers = general.map((d) => d.settings);
    const list = (key) => activeList(layers, key, overrides);
    const chosen = profile === undefined ? (list('spring.profiles.active') ?? []) : split(profile);
    const profiles = [...new Set([...(list('spring.profiles.include') ?? []), ...chosen])];
    if (profiles.length === 0)
        return list('spring.profiles.default') ?? ['default'];
    // Grows while it is walked: a group's members and what a profile's own documents include come right after it.
    for (let at = 0; at < profiles.length; at += 1) {
        const name = profiles[at] ?? '';
        const own = documents.filter((d) => d.place?.profile === name || legacyCondition(d.settings).includes(name));
        const included = own.flatMap((d) => (0,jar_documents/* listOf */.c3)(d.settings, 'spring.profiles.include') ?? []);
        const members = list(`spring.profiles.group.${name.toLowerCase().replace(/[-_]/g, '')}`) ?? [];
        profiles.splice(at + 1, 0, ...[...new Set([...members, ...included])].filter((p) => !profiles.includes(p)));
    }
    return profiles;
}
function activeList(layers, key, overrides) {
    const value = (0,jar_lookup/* lookupIn */.IX)(layers, overrides)(key);
    if (value !== undefined)
        return split(value);
    const listed = layers.map((layer) => (0,jar_documents/* listOf */.c3)(layer, key)).findLast((list) => list !== undefined);
    // A name that a build filter or the environment should have filled in is no profile.
    return listed?.filter((name) => !/[@$]/.test(name));
}
/** Whether a document's own conditions hold. */
function fits({ settings }, profiles) {
    if (settings.has('spring.config.activate.oncloudplatform'))
        return false;
    return conditions(settings).every((list) => list.length === 0 || list.some((e) => holds(e, profiles)));
}
/** The lists of expressions of which one each must hold: `on-profile`, and `spring.profiles` before Boot 2.4. */
function conditions(settings) {
    return [(0,jar_documents/* listOf */.c3)(settings, 'spring.config.activate.onprofile'), (0,jar_documents/* listOf */.c3)(settings, 'spring.profiles')].filter((l) => l !== undefined);
}
function legacyCondition(settings) {
    return (0,jar_documents/* listOf */.c3)(settings, 'spring.profiles') ?? [];
}
/** Which of two documents wins: each number before the next, the higher one. */
function rankOf(document, profiles, bootVersion) {
    const { place, rank } = document;
    const base = place?.base === 'bootstrap' ? 0 : 1;
    const group = place?.group ?? 0;
    const profile = profileRank(document, profiles);
    return [base, ...(isBefore24(bootVersion) ? [profile, group] : [group, profile]), ...rank];
}
/** Boot 2.4 made each group of places win as a whole. */
function isBefore24(bootVersion) {
    const [major = 0, minor = 0] = (bootVersion ?? '4').split('.').map(Number);
    return major < 2 || (major === 2 && minor < 4);
}
/** 0 for what is general; `on-profile` keeps its place in the file, the older `spring.profiles` goes with its profile. */
function profileRank({ place, settings }, profiles) {
    if (place?.profile !== undefined)
        return 1 + profiles.indexOf(place.profile);
    return 1 + Math.max(-1, ...legacyCondition(settings).map((name) => profiles.indexOf(name)));
}
function config_sources_compare(a, b) {
    const at = a.findIndex((n, index) => n !== b[index]);
    return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
function split(list) {
    return list
        .split(',')
        .map((s) => s.trim())
        .filter((s) => s !== '');
}

// EXTERNAL MODULE: ./.build/lib/jar/services.js
var jar_services = __webpack_require__(81850);
;// CONCATENATED MODULE: ./.build/lib/jar/embedded-database.js


/**
 * Whether a JDBC URL names a database in a file that one process holds at a time: then two versions of the
 * application cannot run beside each other. In-memory databases and those behind a server are none.
 * Sources: the manuals of H2 ("Database URL Overview"), HSQLDB ("Connection URL"), Derby and SQLite.
 */
function isEmbeddedFileDatabase(url) {
    const [, kind, rest = ''] = /^jdbc:(?:p6spy:)?(h2|hsqldb|derby|sqlite):(.*)$/i.exec(url.trim()) ?? [];
    switch (kind?.toLowerCase()) {
        case 'h2':
            return !/^(?:mem|tcp|ssl|zip):/i.test(rest);
        case 'hsqldb':
            return !/^(?:mem|hsqls?|https?|res):|^\.$/i.test(rest);
        case 'derby':
            return !/^(?:\/\/|memory:|classpath:|jar:)/i.test(rest);
        case 'sqlite':
            return rest !== '' && !/:memory:|[?&]mode=memory/i.test(rest);
        default:
            return false;
    }
}
/** The driver's library in the jar, by the kind of database. */
const drivers = {
    h2: /^h2-\d/,
    hsqldb: /^hsqldb-/,
    derby: /^derby-/,
    sqlite: /^sqlite-jdbc-/,
};
/** Whether the jar has the driver that a URL needs; without it the URL is of no effect. */
function hasDriver(url, libraries) {
    const [, kind = ''] = /^jdbc:(?:p6spy:)?(\w+):/i.exec(url.trim()) ?? [];
    const driver = drivers[kind.toLowerCase()];
    return driver !== undefined && libraries.some((name) => driver.test(name));
}
/**
 * The file (H2, SQLite, HSQLDB) or folder (Derby) that a URL without parameters names; undefined where it lies in a
 * home or jar.
 */
function fileOfDatabase(url) {
    const [, kind = '', rest = ''] = /^jdbc:(?:p6spy:)?(h2|hsqldb|derby|sqlite):(.*)$/i.exec(url.trim()) ?? [];
    // H2 names its ways of access before the path: `file:`, `nio:`, `split:20:`.
    const prefix = kind.toLowerCase() === 'derby' ? /^directory:/i : /^(?:(?:file|nio|nioMapped|nioMemFS|async|split(?::\d+)?):)+/i;
    const path = rest.replace(prefix, '');
    return path === '' || /^[~:]|[$%]\{/.test(path) ? undefined : path;
}
/** The JDBC URLs of all data sources; they may hold passwords. */
function databaseUrls(settings, get) {
    const keys = new Set(settings.flatMap((s) => [...s.keys()]).filter((k) => /^spring\.datasource\..*url$/.test(k)));
    const found = [...new Set(['spring.datasource.url', ...keys])].flatMap((key) => {
        const url = get(key) ?? '';
        return url === '' || (0,jar_services/* isDisabled */.d6)(key, get) ? [] : [{ key, url }];
    });
    return found.filter(({ key }) => !(0,jar_services/* isOutranked */.CO)(key, found.map((other) => other.key)));
}
/** Libraries that fetch configuration from a server, which outranks the jar. */
const configurationServers = /^(?:spring-cloud-(?:starter-)?(?:config|(?:alibaba-)?nacos-config|consul-config|zookeeper-config|kubernetes-\w*-?config)|nacos-config|apollo-client)/;
/** The database in a file that an application's active configuration names first. */
function embeddedDatabaseIn(libraries, settings, get, settingOf) {
    const found = databaseUrls(settings, get).find(({ url }) => isEmbeddedFileDatabase(url));
    if (found === undefined)
        return undefined;
    // What follows may hold a password, and this goes into the plan.
    const url = found.url.replace(/[;?].*$/s, '');
    const elsewhere = ['import', 'location', 'additionallocation', 'name'].map((name) => `spring.config.${name}`);
    const others = elsewhere.some((key) => get(key) !== undefined || settings.some((s) => (0,jar_documents/* listOf */.c3)(s, key) !== undefined));
    const fetched = libraries.some((name) => configurationServers.test(name));
    const certain = hasDriver(url, libraries) && !others && !fetched;
    return { url, key: found.key, from: settingOf(found.key)?.from ?? 'file', file: fileOfDatabase(url), certain };
}

// EXTERNAL MODULE: ./.build/lib/values/database-place.js
var database_place = __webpack_require__(15610);
// EXTERNAL MODULE: ./.build/lib/jar/service-setting.js
var service_setting = __webpack_require__(43134);
;// CONCATENATED MODULE: ./.build/lib/jar/listen-address.js


/** What `key` says of where an application listens; undefined: on every address, or that cannot be told. */
function listenAddress(key, get, settingOf) {
    const value = get(key)?.toLowerCase();
    if (value === undefined || /^(?:|\*|0\.0\.0\.0|\[?(?:::|(?:0+:){7}0+)\]?)$/.test(value))
        return undefined;
    const place = (0,database_place/* placeOfHost */.Xw)(value) === 'container' ? 'loopback' : 'other';
    return { place, setting: (0,service_setting/* settingLine */.Ht)(key, '0.0.0.0', { settingOf }) };
}

;// CONCATENATED MODULE: ./.build/lib/jar/paths.js
/** Keys of frameworks, whose paths are of other kinds: of classes, of URLs, of logs and of temporary files. */
const ofFrameworks = /^(?:spring|server|management|logging|log|mybatis|mybatisplus|springdoc|swagger|knife4j|eureka|feign|ribbon|dubbo|debug|info|jetcache)\./;
/** What an application calls the places of what it keeps. */
const keeps = /(?:upload|file|storage|store|save|image|img|picture|photo|avatar|attach|media|video|audio|data|export|backup|lucene|index|document|docs|report|cert|profile)[a-z]*\.?(?:local\.?)?(?:base|root|save|real|disk)?\.?(?:path|paths|dir|dirs|directory|folder|location|root|home)$|(?:^|\.)(?:profile|upload|uploads|uploadpath|storagepath)$/;
/** Stores behind a network: their paths are names in a bucket, or folders of another machine. */
const elsewhere = /(?:^|\.)(?:(?:ali(?:yun)?|tencent|huawei)?(?:oss|cos|obs)|s3|minio|qiniu(?:yun)?|kodo|bos|upyun|qcloud|s?ftp|fastdfs)(?:config|properties)?\./;
/** A file to be read, as its name has it: a key, a template, a font. */
const readFile = /\.(?:p12|pfx|pem|crt|cer|key|jks|keystore|jso?n?|xml|ya?ml|properties|txt|html?|ftl|vm|docx?|xlsx?|pdf|tt[fc]|otf|xdb|mmdb)$/i;
/** Places of a server, against paths of a URL, which begin with a slash too. */
const ofServers = /^\/(?:home|data\d*|opt|srv|var|usr|root|mnt|media|www|docker|app|apps|export|upload|uploads|files?)(?:\/|$)/;
/** The places of what an application keeps, as its active configuration names them. */
function configuredPaths(settings, get, settingOf) {
    const keys = [...new Set(settings.flatMap((layer) => [...layer.keys()]))];
    return keys
        .filter((key) => keeps.test(key) && !ofFrameworks.test(key) && !elsewhere.test(key))
        .flatMap((key) => {
        const value = get(key)
            ?.trim()
            .replace(/^file:(?:\/\/)?/, '');
        if (value === undefined || !isPath(key, value))
            return [];
        const setting = settingOf(key);
        return [{ key, path: value, shown: setting?.from === 'file' && setting.value.includes(value) }];
    });
}
function isPath(key, value) {
    if (/[\x00-\x1f*?"<>|{}$,;]/.test(value) || value.length > 200 || readFile.test(value))
        return false;
    if (value.startsWith('/'))
        return ofServers.test(value) && !/url|uri|web|context|mapping|pattern|api/.test(key);
    // A path of Windows is one below the working folder on Linux.
    if (/^[A-Za-z]:[\\/]/.test(value))
        return true;
    if (/^\.{1,2}\//.test(value))
        return true;
    return /^[\w.-]+(?:\/[\w.-]*)+$/.test(value) && !/^(?:classpath|https?)/.test(value)
        ? /upload|file|storage|save|data|dir|folder/.test(key)
        : /^[\w-]+$/.test(value) && /(?:upload|storage|file|save)[a-z]*\.?(?:dir|directory|folder|location)$/.test(key);
}

;// CONCATENATED MODULE: ./.build/lib/jar/duration.js
const seconds = {
    ns: 1e-9,
    us: 1e-6,
    ms: 1e-3,
    s: 1,
    m: 60,
    h: 3600,
    d: 86_400,
};
/**
 * A `Duration` of Spring Boot in seconds: `45000` (milliseconds), `20s`, `1m30s`, `PT1M`, `P1DT2H`; undefined for all else
 * (Spring Boot reference, "Converting Durations").
 */
function durationSeconds(value) {
    const text = value.trim().toLowerCase();
    if (/^\+?\d+$/.test(text))
        return Number(text) / 1000;
    const iso = /^p(?=\d|t\d)(?:(\d+)d)?(?:t(?=\d)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:[.,]\d+)?)s)?)?$/.exec(text);
    if (iso !== null) {
        const [days = 0, hours = 0, minutes = 0, rest = 0] = iso
            .slice(1)
            .map((part) => Number((part ?? '0').replace(',', '.')));
        return days * 86_400 + hours * 3600 + minutes * 60 + rest;
    }
    if (!/^\+?(?:\d+(?:ns|us|ms|s|m|h|d))+$/.test(text))
        return undefined;
    return [...text.matchAll(/(\d+)(ns|us|ms|s|m|h|d)/g)].reduce((sum, [, count, unit = '']) => sum + Number(count) * (seconds[unit] ?? 0), 0);
}

;// CONCATENATED MODULE: ./.build/lib/jar/shutdown.js

/** `spring.lifecycle.timeout-per-shutdown-phase` without a value (`LifecycleProperties`). */
const defaultPhaseSeconds = 30;
/** Libraries whose listener containers finish the message that they are at, in a phase of their own. */
const consumerLibrary = /^(?:spring-(?:kafka|rabbit|jms|pulsar)|rocketmq-spring(?:-boot)?|spring-cloud-aws-sqs)-\d/;
/**
 * Reads how an application ends. Spring Boot knows graceful shutdown since 2.3, and has it by default since 3.4 (reference,
 * "Graceful Shutdown"). Each phase has the same limit: that of consumers comes before the web server's. Since 3.2
 * (Framework 6.1) the executors of `@Async` and `@Scheduled` have one as well; when it comes, nginx has long let requests
 * end, so that it is not added to the web server's. What is awaited of executors' tasks after that is.
 */
function shutdownOf(get, bootVersion, consumers = false) {
    const [major = 0, minor = 0] = (bootVersion ?? '').split('.').map(Number);
    const since = (a, b) => major > a || (major === a && minor >= b);
    const set = get('server.shutdown')?.toLowerCase();
    const graceful = since(2, 3) && (set === undefined || set === '' ? since(3, 4) : set === 'graceful');
    const limit = since(2, 3) ? get('spring.lifecycle.timeout-per-shutdown-phase') : undefined;
    const phase = secondsOf(limit, defaultPhaseSeconds);
    const phases = (consumers ? 1 : 0) + (graceful || since(3, 2) ? 1 : 0);
    // Without `await-termination` tasks are interrupted, and their end is awaited all the same.
    const tasks = ['execution', 'scheduling'].map((kind) => secondsOf(get(`spring.task.${kind}.shutdown.await-termination-period`), 0));
    return { graceful, seconds: tasks.reduce((sum, one) => sum + one, phases * phase) };
}
function secondsOf(value, otherwise) {
    return (value === undefined ? undefined : durationSeconds(value)) ?? otherwise;
}

;// CONCATENATED MODULE: ./.build/lib/jar/spring-configuration.js










/** Reads an application's configuration as Spring Boot would, as far as it can be told without running it. */
function readConfiguration(sources) {
    const overrides = { env: sources.overrides?.env ?? {}, properties: sources.overrides?.properties ?? {} };
    const has = (library) => sources.libraries.some((name) => library.test(name));
    const { bootVersion } = sources;
    // Only with Spring Cloud is bootstrap.yml read at all.
    const cloud = has(/^spring-cloud-context-/);
    const files = sources.files.filter((f) => cloud || !/(?:^|\/)bootstrap/.test(f.name));
    const locations = (0,jar_locations/* locationsOf */.Ue)(overrides, sources.workdir);
    const layers = layersOf(files, { profile: sources.profile, overrides, locations, bootVersion });
    const unresolved = new Map();
    const lookup = (0,jar_lookup/* lookupIn */.IX)(layers.settings, overrides, (u) => unresolved.set(u.key, u));
    const get = (key) => lookup((0,jar_documents/* canonicalKey */.yk)(key));
    const reactive = has(/^spring-webflux-/) && !has(/^spring-webmvc-/);
    const contextPath = reactive
        ? pathOf(get('spring.webflux.base-path'))
        : pathOf(get('server.servlet.context-path') ?? get('server.context-path'));
    const servletPath = reactive
        ? ''
        : pathOf(get('spring.mvc.servlet.path') ?? get('server.servlet.path') ?? get('server.servlet-path'));
    const port = portOf(get('server.port'));
    const tls = tlsOf('server.ssl', layers.settings, get) ?? false;
    const settingOf = (0,jar_lookup/* settingsIn */.RV)(layers.settings, overrides);
    const address = listenAddress('server.address', get, settingOf);
    // What is tried for being a service is not what is read here.
    const quiet = (0,jar_lookup/* lookupIn */.IX)(layers.settings, overrides);
    const services = (0,jar_services/* servicesOf */.Yj)({ settings: layers.settings, overrides, get: quiet, settingOf, bootVersion });
    const prefix = contextPath + servletPath;
    const health = healthOf({ get, settingOf, settings: layers.settings, sources, port, prefix, tls });
    return {
        profiles: layers.profiles,
        applicationName: get('spring.application.name') || undefined,
        port: port ?? undefined,
        contextPath,
        servletPath,
        tls,
        tlsOff: (0,service_setting/* settingLine */.Ht)('server.ssl.enabled', 'false', { settingOf }),
        shutdown: shutdownOf((key) => quiet((0,jar_documents/* canonicalKey */.yk)(key)), bootVersion, has(consumerLibrary)),
        embeddedDatabase: embeddedDatabaseIn(sources.libraries, layers.settings, get, settingOf),
        address,
        services,
        databasePlace: (0,jar_services/* placeOfDatabases */.te)(services),
        paths: configuredPaths(layers.settings, quiet, settingOf),
        health,
        unresolved: [...unresolved.values()],
        origins: layers.origins,
        wanted: layers.wanted,
        unreadable: [...layers.unreadable, ...(0,jar_lookup/* unreadableJson */.U7)(overrides)],
    };
}
function healthOf({ get, settingOf, settings, sources, port, prefix, tls }) {
    const boot1 = sources.bootVersion?.startsWith('1.') === true;
    const own = portOf(get('management.server.port') ?? get('management.port'));
    // 8080 is the port where none is set, so the same number is no port of its own.
    const managementPort = own === (port === undefined ? 8080 : port) ? undefined : own;
    const before = managementPort === undefined
        ? prefix
        : pathOf(get('management.server.base-path') ?? get('management.server.servlet.context-path'));
    const base = boot1
        ? pathOf(get('management.context-path'))
        : pathOf(get('management.endpoints.web.base-path') ?? '/actuator');
    const endpoint = boot1
        ? (get('endpoints.health.path') ?? get('endpoints.health.id'))
        : get('management.endpoints.web.path-mapping.health');
    // Of no effect on the application's own port.
    const address = managementPort === undefined
        ? undefined
        : (listenAddress('management.server.address', get, settingOf) ??
            listenAddress('management.address', get, settingOf));
    const state = stateOf(get, settings, sources.libraries);
    return {
        state: state === 'served' && address !== undefined ? 'local' : state,
        address,
        managementPort,
        path: before + base + pathOf(endpoint || 'health'),
        tls: managementPort === undefined ? tls : (tlsOf('management.server.ssl', settings, get) ?? tls),
    };
}
function stateOf(get, settings, libraries) {
    if (!libraries.some((name) => /^spring-boot-actuator-/.test(name)))
        return 'no-actuator';
    const enabled = get('management.endpoint.health.enabled') ?? get('endpoints.health.enabled');
    const enabledByDefault = get('management.endpoints.enabled-by-default') ?? get('endpoints.enabled');
    const access = get('management.endpoint.health.access') ?? get('management.endpoints.access.default');
    if ((enabled ?? enabledByDefault) === 'false' || access?.toLowerCase() === 'none')
        return 'disabled';
    if ((get('management.server.port') ?? get('management.port')) === '-1')
        return 'disabled';
    const list = (key) => get(key)
        ?.split(',')
        .map((s) => s.trim()) ?? settings.map((s) => (0,jar_documents/* listOf */.c3)(s, key)).findLast((l) => l !== undefined);
    const covers = (names) => names.includes('*') || names.includes('health');
    if (covers(list('management.endpoints.web.exposure.exclude') ?? []))
        return 'not-exposed';
    return covers(list('management.endpoints.web.exposure.include') ?? ['health']) ? 'served' : 'not-exposed';
}
/** Whether the settings below `prefix` turn https on; undefined where there are none. */
function tlsOf(prefix, settings, get) {
    if (get(`${prefix}.enabled`)?.toLowerCase() === 'false')
        return false;
    const names = ['enabled', 'key-store', 'certificate', 'bundle'];
    if (names.some((name) => (get(`${prefix}.${name}`) ?? '') !== ''))
        return true;
    return settings.some((s) => [...s.keys()].some((k) => k.startsWith(`${prefix}.`))) ? true : undefined;
}
/** A port; null where it is random or cannot be told, undefined where it is not set. */
function portOf(value) {
    if (value === undefined || value === '')
        return undefined;
    const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
    return port >= 1 && port <= 65535 ? port : null;
}
/** A path with a leading and no final slash; empty for the root. */
function pathOf(value) {
    const path = (value ?? '').replace(/^\/+|\/+$/g, '');
    return path === '' ? '' : `/${path}`;
}

;// CONCATENATED MODULE: ./.build/lib/jar/jar.js












const jar_mebibyte = 1024 * 1024;
/**
 * Reads an executable jar; its size does not matter for memory. Throws `Failure`: JAR_UNREADABLE, JAR_NOT_A_ZIP,
 * JAR_CORRUPT, JAR_NO_MAIN_CLASS, WAR_NOT_EXECUTABLE, JAR_JAVA_VERSION_UNKNOWN.
 */
async function readJar(path, options = {}) {
    return (0,jar_archive/* withArchive */.xc)(path, async (archive) => {
        const manifest = parseManifest((await (0,jar_archive/* readEntry */.hB)(archive, 'META-INF/MANIFEST.MF', jar_mebibyte))?.toString('utf8') ?? '');
        const { mainClass, startClass } = manifest;
        if (mainClass === undefined)
            throw (0,failure/* failure */.V2)(isWar(archive) ? 'WAR_NOT_EXECUTABLE' : 'JAR_NO_MAIN_CLASS', { path });
        const libraries = librariesOf(archive, manifest);
        const bootVersion = manifest.bootVersion ?? bootVersionOf(libraries);
        const ownJava = await javaVersionOf(archive, manifest, startClass ?? mainClass);
        if (ownJava === undefined)
            throw (0,failure/* failure */.V2)('JAR_JAVA_VERSION_UNKNOWN', { path, className: startClass ?? mainClass });
        options.executable?.();
        const ownPlace = new OwnPlace(manifest.classesFolder);
        await (0,jar_archive/* checkContents */.hw)(archive, ownPlace.look);
        const exploded = await explode(archive, manifest, bootVersion, ownPlace.asked);
        const inLibraries = new class_path/* LibraryResources */.j(manifest);
        const contentSha256 = await contentHash(archive, inLibraries.visit);
        const { profile, workdir } = options;
        const overrides = { env: options.env ?? {}, properties: options.properties ?? {} };
        const configuration = await readFrom([inLibraries.classPath(archive, manifest), ...(options.files === undefined ? [] : [options.files])], { libraries, bootVersion, profile, overrides, workdir });
        return {
            path,
            fileName: (0,external_node_path_.basename)(path),
            ...(await hashFile(path)),
            contentSha256,
            mainClass,
            startClass,
            javaVersion: requiredJavaVersion(ownJava, bootVersion),
            bootVersion,
            exploded,
            configuration,
        };
    });
}
/** Whether an archive is laid out for a servlet container, whatever its name. */
function isWar(archive) {
    return archive.entries.some(({ name }) => name.startsWith('WEB-INF/'));
}
/** File names of the libraries. In a jar with everything unpacked into it, the actuator shows by its class. */
function librariesOf(archive, manifest) {
    const folders = manifest.libraryFolders;
    const names = archive.entries.map((e) => e.name);
    const isLibrary = (name) => name.endsWith('.jar') && folders.some((folder) => name.startsWith(folder));
    if (folders.length > 0)
        return names.filter(isLibrary).map((name) => (0,external_node_path_.basename)(name));
    const actuator = names.some((n) => /^org\/springframework\/boot\/(?:.+\/)?HealthEndpoint\.class$/.test(n));
    return actuator ? ['spring-boot-actuator-unpacked'] : [];
}
function bootVersionOf(libraries) {
    return libraries.map((name) => /^spring-boot-(\d.*)\.jar$/.exec(name)?.[1]).find((version) => version !== undefined);
}
/** Reads what Spring Boot reads by itself, then what that imports. */
async function readFrom(resources, sources) {
    const locations = (0,jar_locations/* locationsOf */.Ue)(sources.overrides, sources.workdir);
    const files = [];
    const asked = new Set();
    const add = async (name) => {
        asked.add(name);
        const found = await resources.find(({ names }) => names.includes(name))?.read(name);
        if (found !== undefined)
            files.push(found);
    };
    const known = resources.flatMap(({ names }) => names);
    for (const name of known)
        if ((0,jar_locations/* placeOfFile */.T2)(name, locations) !== undefined)
            await add(name);
    for (let round = 0;; round += 1) {
        const configuration = readConfiguration({ files, ...sources });
        const wanted = configuration.wanted.filter((name) => !asked.has(name));
        if (wanted.length === 0 || round > 8)
            return configuration;
        for (const name of wanted)
            await add(name);
    }
}
/** Of the entry class; where it lies elsewhere, the highest of the application's own classes; else what built the jar. */
async function javaVersionOf(archive, manifest, className) {
    const name = classEntryName(manifest.classesFolder, className);
    const own = archive.entries.filter((e) => e.name.startsWith(manifest.classesFolder) && /(?<!module-info)\.class$/.test(e.name));
    const entryClass = own.filter((e) => e.name === name);
    // META-INF/versions holds variants for newer Java, which older ones pass over.
    const candidates = entryClass.length > 0 ? entryClass : own.filter((e) => !e.name.includes('META-INF/versions/'));
    let highest;
    for (const entry of candidates) {
        for await (const chunk of (0,jar_archive/* contents */.PG)(archive, entry)) {
            const version = javaVersionOfClass(chunk);
            if (version !== undefined)
                highest = Math.max(highest ?? 0, version);
            break;
        }
    }
    return highest ?? javaVersionOfSpec(manifest.buildJdk);
}
function javaVersionOfSpec(spec) {
    const version = Number(spec?.replace(/^1\./, ''));
    return Number.isInteger(version) && version > 0 ? version : undefined;
}

// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/release/default-volumes.js
var default_volumes = __webpack_require__(98455);
// EXTERNAL MODULE: ./.build/lib/values/app-name.js
var app_name = __webpack_require__(55508);
// EXTERNAL MODULE: ./.build/lib/values/jar-name.js
var jar_name = __webpack_require__(29866);
// EXTERNAL MODULE: ./.build/lib/values/mounted-files.js
var mounted_files = __webpack_require__(15343);
// EXTERNAL MODULE: ./.build/lib/values/private-paths.js
var private_paths = __webpack_require__(98615);
// EXTERNAL MODULE: ./.build/lib/project/beside-jar.js + 1 modules
var beside_jar = __webpack_require__(51954);
;// CONCATENATED MODULE: ./.build/lib/project/files-to-mount.js




/** These files are sent with every release, and held in memory. */
const files_to_mount_most = 10_000_000;
/**
 * Reads the files to mount, named by their place. Throws `Failures` of `FILE_UNREADABLE` and `FILE_TOO_LARGE`, all of
 * them.
 */
async function readFiles(files, folder) {
    const failures = [];
    const found = [];
    for (const [index, { source, container }] of files.entries()) {
        const path = (0,external_node_path_.resolve)(folder, source);
        try {
            const { size: bytes } = await plainFile(path);
            if (bytes > files_to_mount_most) {
                failures.push((0,failure/* failure */.V2)('FILE_TOO_LARGE', { path: source, megabytes: (bytes / 1e6).toFixed(1) }));
                continue;
            }
            const sha256 = (0,external_node_crypto_.createHash)('sha256')
                .update(await (0,promises_.readFile)(path))
                .digest('hex');
            found.push({ name: String(index + 1), container, source: path, bytes, sha256 });
        }
        catch (error) {
            const detail = error instanceof Error ? error.message : String(error);
            failures.push((0,failure/* failure */.V2)('FILE_UNREADABLE', { path: source, detail }, { cause: error }));
        }
    }
    if (failures.length > 0)
        throw new failure/* Failures */.oo(failures);
    return found;
}
/** Of anything else a read may never end. */
async function plainFile(path) {
    const found = await (0,promises_.stat)(path);
    if (!found.isFile())
        throw new Error('not a plain file');
    return found;
}

// EXTERNAL MODULE: ./.build/lib/project/variables.js
var variables = __webpack_require__(72997);
;// CONCATENATED MODULE: ./.build/lib/project/project.js


















/**
 * Reads everything on the runner that a deploy needs. Throws `Failures` with all that is wrong with it. `executable` is called
 * before the jar, which is one by then, is read in whole.
 */
async function readProject(settings, folder, executable) {
    const { image, site } = settings;
    const [found, text, context, files, staticSite] = await (0,failure/* gather */.kg)([
        findJar(settings.jar, folder),
        image.dockerfile === undefined ? Promise.resolve(undefined) : (0,read/* loadDockerfile */.dx)((0,external_node_path_.resolve)(folder, image.dockerfile)),
        image.context === undefined ? Promise.resolve([]) : readContext((0,external_node_path_.resolve)(folder, image.context)),
        readFiles(settings.container.files, folder),
        readStaticSite(site.staticSite, folder),
    ]);
    const dockerfile = readOwnDockerfile(settings, text, found.path, context);
    const profile = activeProfile(settings, dockerfile);
    const env = (0,variables/* variablesForJar */.E)(settings.container);
    const app = settings.app ?? (0,jar_name/* appNameOfJar */.f)((0,external_node_path_.basename)(found.path));
    const jar = await readJar(found.path, {
        profile,
        env: { ...dockerfile?.environment, ...env },
        properties: dockerfile?.properties ?? (0,java_options/* propertiesOfEnvironment */.aX)(env),
        ...(0,beside_jar/* besideJar */.e)(settings, app, { dockerfile, context, files }, folder),
        executable,
    });
    const rendered = [settings.image.baseImage ?? (0,base_image/* defaultBaseImage */.qS)(jar.javaVersion)];
    const given = settings.container.volumes;
    const places = { applications: [(0,application_paths/* applicationDirectory */.gZ)(app)] };
    const misplaced = given === undefined
        ? (0,mounted_files/* besideVolumes */.E)(files, (0,default_volumes/* defaultVolumes */.R)(app))
        : given.flatMap((volume) => {
            const opened = (0,private_paths/* openedBy */.p)(volume, places);
            const fit = (0,application_paths/* dataFolder */.pS)(app);
            return opened === undefined ? [] : [(0,failure/* failure */.V2)('VOLUME_PRIVATE', { path: volume.host, opened, fit })];
        });
    if (misplaced.length > 0)
        throw new failure/* Failures */.oo(misplaced);
    return {
        app,
        image: (0,app_name/* imageNameOf */.mi)(app),
        jar,
        found,
        dockerfile,
        baseImages: dockerfile?.baseImages ?? rendered,
        pulledImages: dockerfile?.pulledImages ?? rendered,
        context,
        staticSite,
        files,
        profile,
    };
}
function readOwnDockerfile({ image, container }, text, jarPath, context) {
    if (text === undefined)
        return undefined;
    return {
        text,
        ...(0,read/* readDockerfile */.n_)(text, {
            path: image.dockerfile ?? '',
            buildArgs: Object.fromEntries(image.buildArgs.map(({ name, value }) => [name, value])),
            jarFileName: external_node_path_.posix.basename(jarPath.split(external_node_path_.sep).join('/')),
            contextFiles: context.map((file) => file.path),
            variables: (0,variables/* variablesForJar */.E)(container),
        }),
    };
}
/** A profile given beside a Dockerfile that sets it itself would silently lose: the command line ranks above everything. */
function activeProfile(settings, dockerfile) {
    const given = settings.container.profile;
    if (dockerfile?.profileFrom === undefined)
        return given;
    if (given !== undefined)
        throw (0,failure/* failure */.V2)('PROFILE_SET_TWICE', { dockerfile: dockerfile.profile ?? '?', input: given });
    return dockerfile.profile;
}
/** All files of a context; links are followed by docker build on the server as little as here: not at all. */
async function readContext(folder) {
    try {
        // `.git` is a folder in a clone, a file in a submodule or a worktree.
        return await hashFiles(await findFiles(folder, (path) => path !== '.git'));
    }
    catch (error) {
        throw (0,failure/* failure */.V2)('CONTEXT_UNREADABLE', { folder, detail: error.code ?? String(error) }, { cause: error });
    }
}

// EXTERNAL MODULE: ./.build/lib/commands/connect.js + 30 modules
var connect = __webpack_require__(97792);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/read-runner.js










/**
 * Reads and checks everything on the runner. Throws `Failures` with all that is wrong, before anything is touched.
 * `plausible` is called once nothing is left to do but to read the jar in whole, which takes its time.
 */
async function readRunner(settings, run, record, plausible = () => { }) {
    return (0,commands_run/* timed */.ay)(run, record, 'project', commands/* commandMessages */.c.readProject, async () => {
        const executable = Promise.withResolvers();
        const checks = [
            Promise.resolve().then(() => (0,certificate/* checkProvided */.W2)(settings, new Date(run.now()), run.roots)),
            (0,connect/* checkCredentials */.v)(settings.server),
        ];
        void Promise.all([executable.promise, ...checks]).then(plausible, () => { });
        const [project, provided] = await (0,failure/* gather */.kg)([
            readProject(settings, run.folder, executable.resolve),
            ...checks,
        ]);
        const { jar, found } = project;
        if (found.opened > 1)
            run.log.info(commands/* commandMessages */.c.jarChosen(found.opened, jar.fileName));
        run.log.info(commands/* commandMessages */.c.jar(jar.fileName, jar.bootVersion ?? '-', jar.javaVersion, (0,space/* formatBytes */.z3)(jar.bytes)));
        if (project.dockerfile === undefined && typeof jar.exploded === 'string') {
            run.log.info(commands/* commandMessages */.c.jarWhole(jar.fileName, commands/* commandMessages */.c.wholeReasons[jar.exploded]));
        }
        run.log.info(commands/* commandMessages */.c.profiles(jar.configuration.profiles.join(', ')));
        const { origins } = jar.configuration;
        if (origins.length > 0)
            run.log.info(commands/* commandMessages */.c.origins(origins.join(', ')));
        for (const { file, detail } of jar.configuration.unreadable) {
            record.warnings.push(commands/* commandMessages */.c.unreadableConfiguration(file, detail));
        }
        if (jar.javaVersion < 9 && (0,java_options/* tooLongForJava8 */.GJ)(settings.container.javaOptions ?? '')) {
            record.warnings.push(commands/* commandMessages */.c.longJavaOptions);
        }
        if (jar.configuration.tls)
            throw (0,failure/* failure */.V2)('APPLICATION_SPEAKS_HTTPS', { app: project.app, setting: jar.configuration.tlsOff });
        (0,commands_run/* addNotices */.TL)(record, emptyValues(settings, project.files));
        record.app = project.app;
        record.domain = settings.site.domain;
        record.httpsPort = settings.site.httpsPort;
        return { project, provided };
    });
}
/**
 * What else is wrong on the runner, where some inputs were refused already: of files and credentials, as far as the
 * inputs that name them can be read. So that a user meets all of it in one run.
 */
async function furtherProblems(settings, run) {
    try {
        await (0,failure/* gather */.kg)([
            settings.jar === '' ? readStaticSite(settings.site.staticSite, run.folder) : readProject(settings, run.folder),
            Promise.resolve().then(() => settings.site.domain === '' || (0,certificate/* checkProvided */.W2)(settings, new Date(run.now()), run.roots)),
            (0,connect/* checkCredentials */.v)(settings.server),
        ]);
        return [];
    }
    catch (error) {
        return (0,failure/* failuresOf */.dJ)(error).filter((failed) => failed.code !== 'INTERNAL');
    }
}


/***/ }),

/***/ 95714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ textOf),
/* harmony export */   j: () => (/* binding */ LibraryResources)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _archive_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57655);
/* harmony import */ var _locations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92768);
/* harmony import */ var _nested_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22545);




/** Configuration files in libraries, collected while these are open: of a name on the class path only the first counts. */
class LibraryResources {
    #libraries = new Map();
    #folders;
    constructor({ libraryFolders }) {
        this.#folders = libraryFolders;
    }
    /** Notes what is in an archive within the application's. */
    visit = ({ name }, nested) => {
        if (!this.#folders.some((folder) => name.startsWith(folder)))
            return;
        const names = nested.entries.map((entry) => entry.name).filter(isCandidate);
        if (names.length > 0)
            this.#libraries.set(name, names);
    };
    /** The class path: the application's own classes, then its libraries as the archive lists them. */
    classPath(archive, { classesFolder }) {
        const places = new Map();
        for (const { name } of archive.entries) {
            const own = name.startsWith(classesFolder) ? name.slice(classesFolder.length) : '';
            if (isCandidate(own))
                places.set(own, undefined);
        }
        for (const entry of archive.entries) {
            for (const name of this.#libraries.get(entry.name) ?? [])
                if (!places.has(name))
                    places.set(name, entry);
        }
        return {
            names: [...places.keys()],
            async read(name) {
                if (!places.has(name))
                    return undefined;
                const library = places.get(name);
                if (library === undefined)
                    return asFile(name, await (0,_archive_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntry */ .hB)(archive, classesFolder + name, mebibyte));
                // A library that is damaged is none of the deploy's business.
                const bytes = await (0,_nested_js__WEBPACK_IMPORTED_MODULE_3__/* .withNested */ .g)(archive, library, async (nested) => nested && (0,_archive_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntry */ .hB)(nested, name, mebibyte)).catch(() => undefined);
                return asFile(name, bytes, `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(library.name)}!/${name}`);
            },
        };
    }
}
const mebibyte = 1024 * 1024;
/** Whether a file may be configuration: texts of translations, and what belongs to a library's own packages, are many. */
function isCandidate(name) {
    return (0,_locations_js__WEBPACK_IMPORTED_MODULE_2__/* .formatOf */ .be)(name) !== undefined && !/^(?:META-INF|org|com|net|io|i18n|messages)\//.test(name);
}
function asFile(name, bytes, from) {
    return bytes === undefined ? undefined : { name, text: textOf(name, bytes), ...(from === undefined ? {} : { from }) };
}
/** Properties files are Latin-1 by definition (java.util.Properties); the keys read here are ASCII. */
function textOf(name, bytes) {
    return bytes.toString(name.endsWith('.properties') ? 'latin1' : 'utf8');
}


/***/ }),

/***/ 86682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ou: () => (/* binding */ yamlDocuments),
/* harmony export */   WF: () => (/* binding */ jsonSettings),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   ge: () => (/* binding */ propertiesDocuments),
/* harmony export */   yk: () => (/* binding */ canonicalKey)
/* harmony export */ });
/* harmony import */ var dot_properties__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82483);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);


/**
 * The one form of a key, whichever way it is written: `server.servlet.context-path`, `contextPath` and `context_path`
 * are the same (Spring Boot reference, "Relaxed Binding").
 */
function canonicalKey(key) {
    return key.toLowerCase().replace(/[-_]/g, '');
}
/** The documents of a .properties file, divided by lines `#---` or `!---`. Throws where an escape is malformed. */
function propertiesDocuments(text) {
    const documents = [new Map()];
    for (const line of (0,dot_properties__WEBPACK_IMPORTED_MODULE_0__.parseLines)(text)) {
        if (typeof line === 'string') {
            if (/^[#!]---\s*$/.test(line))
                documents.push(new Map());
            continue;
        }
        const [key, value] = line;
        if (key !== undefined)
            documents.at(-1)?.set(canonicalKey(key), value ?? '');
    }
    return documents;
}
/** The documents of a YAML file, flattened. YAML 1.1, as SnakeYAML reads it. Throws where it is malformed. */
function yamlDocuments(text) {
    const documents = [];
    for (const document of (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parseAllDocuments */ .hR)(text, {
        version: '1.1',
        uniqueKeys: false,
        merge: true,
        logLevel: 'error',
    })) {
        const [error] = document.errors;
        if (error !== undefined)
            throw error;
        const settings = new Map();
        flatten(document.toJS({ maxAliasCount: 1000 }), '', settings);
        documents.push(settings);
    }
    return documents;
}
/** The settings of a JSON object, as SPRING_APPLICATION_JSON holds one. Throws where it is malformed. */
function jsonSettings(text) {
    const settings = new Map();
    flatten(JSON.parse(text), '', settings);
    return settings;
}
function flatten(value, key, into) {
    if (Array.isArray(value)) {
        for (const [index, element] of value.entries())
            flatten(element, `${key}[${index}]`, into);
    }
    else if (value instanceof Date) {
        into.set(key, value.toISOString());
    }
    else if (value !== null && typeof value === 'object') {
        for (const [name, element] of Object.entries(value)) {
            flatten(element, key === '' ? canonicalKey(name) : `${key}.${canonicalKey(name)}`, into);
        }
    }
    else if (key !== '') {
        into.set(key, value === null || value === undefined ? '' : String(value));
    }
}
/** The elements of a setting that is a list: `a,b` or `a[0]`, `a[1]`. Undefined where it is not set. */
function listOf(settings, key) {
    const scalar = settings.get(key);
    const elements = [];
    for (let index = 0; settings.has(`${key}[${index}]`); index += 1)
        elements.push(settings.get(`${key}[${index}]`) ?? '');
    if (scalar === undefined && elements.length === 0)
        return undefined;
    return [...(scalar ?? '').split(','), ...elements].map((s) => s.trim()).filter((s) => s !== '');
}


/***/ }),

/***/ 92768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IQ: () => (/* binding */ rankOf),
/* harmony export */   Iy: () => (/* binding */ resourceName),
/* harmony export */   T2: () => (/* binding */ placeOfFile),
/* harmony export */   Ue: () => (/* binding */ locationsOf),
/* harmony export */   be: () => (/* binding */ formatOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86682);
/* harmony import */ var _lookup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9236);



const formats = ['yaml', 'yml', 'properties'];
/** The rank of a format among those of one name. */
function rankOf(format) {
    return formats.indexOf(format);
}
/** How a file is written, by its name; undefined: it is no configuration. */
function formatOf(name) {
    return formats.find((format) => name.endsWith(`.${format}`));
}
/**
 * Where Spring Boot looks (`ConfigDataEnvironment.DEFAULT_SEARCH_LOCATIONS`), with what `spring.config.location`,
 * `additional-location`, `import` and `name` say. They are read before any file is, so that only what is outside of
 * files counts.
 */
function locationsOf(overrides, workdir = '/') {
    const given = (key) => outside(key, overrides);
    const own = given('spring.config.location');
    const standard = [
        { path: '', group: 0, folder: 0 },
        { path: 'config/', group: 0, folder: 1 },
        { path: inFolder(workdir, ''), group: 1, folder: 0 },
        { path: inFolder(workdir, 'config/'), group: 1, folder: 1 },
        { path: inFolder(workdir, 'config/*/'), group: 1, folder: 2 },
    ];
    const first = own === undefined ? standard : listed(own, 0, workdir);
    const additional = listed(given('spring.config.additional-location') ?? '', 100, workdir);
    // From outside of files an import is a place of its own, above all others.
    const imported = listed(given('spring.config.import') ?? '', 200, workdir);
    const names = (given('spring.config.name') ?? 'application').split(',').map((name) => name.trim());
    return { places: [...first, ...additional, ...imported], names: names.filter((name) => name !== ''), workdir };
}
/** What the command line, SPRING_APPLICATION_JSON or a variable sets, placeholders left as they are. */
function outside(key, overrides) {
    const canonical = (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalKey */ .yk)(key);
    const property = Object.entries(overrides.properties).find(([name]) => (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalKey */ .yk)(name) === canonical)?.[1];
    const variable = Object.entries(overrides.env).find(([name]) => (0,_lookup_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentKey */ .J4)(name) === (0,_lookup_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentKey */ .J4)(key))?.[1];
    return (property ?? (0,_lookup_js__WEBPACK_IMPORTED_MODULE_2__/* .applicationJson */ .LM)(overrides).get(canonical) ?? variable) || undefined;
}
function listed(locations, group, workdir) {
    return locations.split(',').flatMap((one, at) => {
        const together = one.split(';').flatMap((part, folder) => {
            const path = resourceName(part, workdir, workdir);
            return path === undefined ? [] : [{ path, folder, group: group + at }];
        });
        return together;
    });
}
/**
 * The name of a resource: a path on the class path, or absolute in the container. What has no prefix is relative to
 * `parent`. Undefined: it is elsewhere (a configuration server), or cannot be told.
 */
function resourceName(location, parent, workdir) {
    // `[.yaml]` says what a file without extension is.
    const path = location
        .trim()
        .replace(/^optional:/, '')
        .replace(/\[\.\w+\]$/, '');
    if (path === '' || path.includes('${'))
        return undefined;
    const [, scheme, rest = ''] = /^([a-zA-Z][\w*+.-]*):(.*)$/s.exec(path) ?? [];
    if (scheme === undefined) {
        if (path.startsWith('/'))
            return kept(path, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path));
        return parent.startsWith('/')
            ? kept(path, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(parent, path))
            : kept(path, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(parent, path)));
    }
    if (scheme === 'classpath' || scheme === 'classpath*')
        return rest.replace(/^\/+/, '');
    if (scheme !== 'file')
        return undefined;
    return kept(rest, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(workdir, rest.replace(/^\/\/(?=\/)/, '')));
}
/** A folder keeps its final slash. */
function kept(written, path) {
    return /(?:^|\/)\.?\.?$/.test(written) && !path.endsWith('/') ? `${path}/` : path;
}
function inFolder(folder, path) {
    return `${folder === '/' ? '' : folder}/${path}`;
}
/** How a file ranks that Spring Boot reads by itself; undefined: it does not. */
function placeOfFile(name, { places, names }) {
    const format = formatOf(name);
    if (format === undefined)
        return undefined;
    const stem = name.slice(0, -format.length - 1);
    for (const { path, group, folder } of places.toReversed()) {
        if (formatOf(path) !== undefined) {
            const own = path.slice(0, path.lastIndexOf('.'));
            if (!path.endsWith(`.${format}`) || (stem !== own && !stem.startsWith(`${own}-`)))
                continue;
            return { group, folder, base: 'application', profile: stem.slice(own.length + 1) || undefined, format };
        }
        const rest = below(stem, path);
        if (rest === undefined)
            continue;
        const base = [...names, 'bootstrap'].find((one) => rest === one || rest.startsWith(`${one}-`));
        if (base === undefined)
            continue;
        const profile = rest.slice(base.length + 1) || undefined;
        return { group, folder, base: names.includes(base) ? 'application' : 'bootstrap', profile, format };
    }
    return undefined;
}
/** The file's own name where it is in a folder, of which the last part may be `*`. */
function below(stem, folder) {
    const at = stem.lastIndexOf('/') + 1;
    const inside = stem.slice(0, at);
    if (!folder.endsWith('*/'))
        return inside === folder ? stem.slice(at) : undefined;
    const above = folder.slice(0, -2);
    return inside.startsWith(above) && /^[^/]+\/$/.test(inside.slice(above.length)) ? stem.slice(at) : undefined;
}


/***/ }),

/***/ 9236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ lookupIn),
/* harmony export */   J4: () => (/* binding */ environmentKey),
/* harmony export */   LM: () => (/* binding */ applicationJson),
/* harmony export */   RV: () => (/* binding */ settingsIn),
/* harmony export */   U7: () => (/* binding */ unreadableJson)
/* harmony export */ });
/* unused harmony export resolvePlaceholders */
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86682);

/**
 * Finds what sets a key as Spring ranks the sources: command line, SPRING_APPLICATION_JSON, environment, then `layers`,
 * the last of which wins.
 */
function settingsIn(layers, overrides) {
    const properties = new Map(Object.entries(overrides.properties).map(([name, value]) => [(0,_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalKey */ .yk)(name), { name, value }]));
    const environment = new Map(Object.entries(overrides.env).map(([name, value]) => [environmentKey(name), { name, value }]));
    const json = applicationJson(overrides);
    return (key) => {
        const property = properties.get(key);
        if (property !== undefined)
            return { ...property, from: 'command-line' };
        const inJson = json.get(key);
        if (inJson !== undefined)
            return { value: inJson, from: 'json', name: key };
        const variable = environment.get(environmentKey(key));
        if (variable !== undefined)
            return { ...variable, from: 'environment' };
        const value = layers.findLast((layer) => layer.has(key))?.get(key);
        return value === undefined ? undefined : { value, from: 'file', name: key };
    };
}
/** The settings of SPRING_APPLICATION_JSON; none where it cannot be read. */
function applicationJson(overrides) {
    try {
        return (0,_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonSettings */ .WF)(jsonText(overrides));
    }
    catch {
        return new Map();
    }
}
/** SPRING_APPLICATION_JSON, where it cannot be read. What is wrong with it may quote a secret, and is not told. */
function unreadableJson(overrides) {
    try {
        (0,_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonSettings */ .WF)(jsonText(overrides));
        return [];
    }
    catch {
        return [{ file: 'SPRING_APPLICATION_JSON', detail: 'UNEXPECTED_TOKEN' }];
    }
}
function jsonText({ env, properties }) {
    return properties['spring.application.json'] ?? env.SPRING_APPLICATION_JSON ?? '{}';
}
/**
 * Looks keys up as {@link settingsIn} does. `${name:default}` is resolved by the same look-up; what cannot be is told to
 * `onUnresolved`.
 */
function lookupIn(layers, overrides, onUnresolved = () => { }) {
    const setting = settingsIn(layers, overrides);
    const raw = (key) => setting(key)?.value;
    return (key) => {
        const value = raw(key);
        if (value === undefined)
            return undefined;
        const resolved = resolvePlaceholders(value, (name) => raw((0,_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalKey */ .yk)(name)));
        if (resolved === undefined)
            onUnresolved({ key, value });
        return resolved?.trim();
    };
}
/** Environment variables have no dots, dashes or brackets: `SERVER_SERVLET_CONTEXTPATH`, `SERVER_SERVLET_CONTEXT_PATH`. */
function environmentKey(name) {
    return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
/**
 * Replaces `${name}` and `${name:default}`, nested ones too. Undefined where a name without default is not known,
 * where names go round in a circle, and where a Maven filter (`@name@`) or an expression (`#{...}`) was left over.
 */
function resolvePlaceholders(value, find, depth = 0) {
    if (depth > 16 || /^@[^@\s]+@$/.test(value) || value.includes('#{'))
        return undefined;
    const start = value.indexOf('${');
    if (start === -1)
        return value;
    const end = closingBrace(value, start + 2);
    if (end === -1)
        return value;
    const inner = resolvePlaceholders(value.slice(start + 2, end), find, depth + 1);
    const rest = resolvePlaceholders(value.slice(end + 1), find, depth);
    if (inner === undefined || rest === undefined)
        return undefined;
    const colon = inner.indexOf(':');
    const found = find(colon === -1 ? inner : inner.slice(0, colon));
    const replaced = found === undefined
        ? colon === -1
            ? undefined
            : inner.slice(colon + 1)
        : resolvePlaceholders(found, find, depth + 1);
    return replaced === undefined ? undefined : value.slice(0, start) + replaced + rest;
}
function closingBrace(value, from) {
    let open = 1;
    for (let at = from; at < value.length; at += 1) {
        if (value.startsWith('${', at))
            open += 1;
        else if (value[at] === '}')
            open -= 1;
        if (open === 0)
            return at;
    }
    return -1;
}


/***/ }),

/***/ 22545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ withNested)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _archive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57655);
/* harmony import */ var _slice_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88910);





const bufferBytes = 4 * 1024 * 1024;
/**
 * Opens the jar that is an entry of `archive`, gives it to `work` and closes it.
 * A stored one, as Spring Boot writes them, is read in place; a deflated one is unpacked first: in memory up to 4 MiB,
 * in a temporary file beyond. `work` gets undefined where the entry is no archive.
 */
async function withNested(archive, entry, work) {
    if (entry.method === 0) {
        const start = await (0,_archive_js__WEBPACK_IMPORTED_MODULE_3__/* .dataOffset */ .mZ)(archive, entry);
        return work(await (0,_archive_js__WEBPACK_IMPORTED_MODULE_3__/* .openSlice */ .ZU)(archive.slice.part(start, entry.compressedBytes)));
    }
    if (entry.bytes <= bufferBytes) {
        const bytes = await (0,_archive_js__WEBPACK_IMPORTED_MODULE_3__/* .wholeContents */ .O$)(archive, entry);
        return work(await (0,_archive_js__WEBPACK_IMPORTED_MODULE_3__/* .openSlice */ .ZU)(new _slice_js__WEBPACK_IMPORTED_MODULE_4__/* .Slice */ .Ji((0,_slice_js__WEBPACK_IMPORTED_MODULE_4__/* .readAtBuffer */ .IU)(bytes), 0, bytes.length)));
    }
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'nested-jar-'));
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'nested.jar'), 'w+');
        try {
            for await (const chunk of (0,_archive_js__WEBPACK_IMPORTED_MODULE_3__/* .contents */ .PG)(archive, entry))
                await handle.write(chunk);
            return await work(await (0,_archive_js__WEBPACK_IMPORTED_MODULE_3__/* .openSlice */ .ZU)(new _slice_js__WEBPACK_IMPORTED_MODULE_4__/* .Slice */ .Ji((0,_slice_js__WEBPACK_IMPORTED_MODULE_4__/* .readAtFile */ .id)(handle), 0, entry.bytes)));
        }
        finally {
            await handle.close();
        }
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 43134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ht: () => (/* binding */ settingLine),
/* harmony export */   Qn: () => (/* binding */ variableOf),
/* harmony export */   yJ: () => (/* binding */ settingFor)
/* harmony export */ });
/* harmony import */ var _values_database_place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15610);
/* harmony import */ var _values_service_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11556);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86682);



const server = 'host.docker.internal';
/** Ports of databases, by the name of the driver in the URL. */
const databasePorts = [
    [/mysql|mariadb/, 3306],
    [/postgresql|pgsql|gauss/, 5432],
    [/oracle/, 1521],
    [/sqlserver/, 1433],
    [/kingbase8?/, 54_321],
    [/\bdm\b/, 5236],
    [/clickhouse|\bch\b/, 8123],
    [/oceanbase/, 2881],
    [/db2/, 50_000],
];
/**
 * What leads a service at localhost to the server: the input, or the place, that sets its address, and the line. Of the
 * address in force only the scheme shows, and its port where a file of the application has it.
 */
function settingFor(key, kind, value, sources) {
    const written = sources.settingOf(key)?.value ?? '';
    const whole = /^\s*\$\{([\w.-]+)(?::.*)?\}\s*$/s.exec(written)?.[1];
    if (whole !== undefined)
        return settingLine(whole, addressOf(kind, value, isInFile(key, sources)), sources);
    const host = hostVariable(written, sources);
    if (host !== undefined)
        return settingLine(host.name, host.value, sources);
    return settingLine(key, addressOf(kind, value, isInFile(key, sources)), sources);
}
/** The placeholder that stands for the host alone: `jdbc:mysql://${MYSQL_HOST:localhost}:3306/shop`. */
function hostVariable(written, { get }) {
    for (const match of written.matchAll(/(?:\/\/|@|\(\s*host\s*=\s*|^)\$\{([\w.-]+)(?::([^{}]*))?\}(?!:[^/]*@)/gi)) {
        const [, name = '', standard] = match;
        const host = get((0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalKey */ .yk)(name)) ?? standard ?? '';
        if ((0,_values_database_place_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOfAddresses */ .xp)(host) !== 'container')
            continue;
        return { name, value: server + (/:\d+$/.exec(host)?.[0] ?? '') };
    }
    return undefined;
}
function isInFile(key, { settingOf }) {
    const set = settingOf(key);
    return (set === undefined || set.from === 'file') && !set?.value.includes('${');
}
/** What sets a key, or a placeholder's name, and the line that gives it another value. */
function settingLine(name, value, { settingOf }) {
    const set = settingOf((0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalKey */ .yk)(name));
    switch (set?.from) {
        case 'command-line':
            return `java-options/Dockerfile: ${set.name}=${value}`;
        case 'json':
            return `SPRING_APPLICATION_JSON: ${set.name}=${value}`;
        case 'environment':
            return `env: ${set.name}=${value}`;
        default:
            return `env: ${variableOf(name)}=${value}`;
    }
}
/** The variable that sets a key, or fills a placeholder of that name. */
function variableOf(name) {
    return name
        .replace(/\[(\d+)\]/g, '_$1')
        .replace(/[.-]/g, '_')
        .toUpperCase();
}
/** The service's address on the server, in the form of the one in force. */
function addressOf(kind, value, fromFile) {
    const given = fromFile ? /(?::)(\d{1,5})(?=[/;?,)]|:\w|$)/.exec(value)?.[1] : undefined;
    if (kind === 'database')
        return databaseAddress(value, given);
    const port = given ?? _values_service_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .portsOfServices */ .Ec[kind];
    const scheme = /^[a-z][a-z0-9+.-]{0,30}:\/\//i.exec(value)?.[0];
    if (scheme !== undefined)
        return `${scheme}${server}${port === undefined ? '' : `:${port}`}${hasMore(value)}`;
    // A host alone has its port in a key of its own.
    return /:\d+/.test(value) ? `${server}:${port}` : server;
}
function databaseAddress(value, given) {
    const driver = value.toLowerCase().replace(/:?\/\/.*$/s, '');
    const port = given ?? databasePorts.find(([name]) => name.test(driver))?.[1];
    const at = `${server}${port === undefined ? '' : `:${port}`}`;
    if (/^jdbc:oracle:/i.test(value))
        return `jdbc:oracle:thin:@${at}...`;
    const scheme = /^[a-z0-9+:_-]{1,60}:\/\//i.exec(value)?.[0] ?? `${driver.split(':').slice(0, 2).join(':')}://`;
    return `${scheme}${at}${/:sqlserver:/i.test(value) ? ';...' : '/...'}`;
}
/** What follows the host is to stay as it is. */
function hasMore(value) {
    return /^[^:]+:\/\/[^/]*\/./.test(value) ? '/...' : '';
}


/***/ }),

/***/ 81850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ isOutranked),
/* harmony export */   VC: () => (/* binding */ localOnes),
/* harmony export */   Yj: () => (/* binding */ servicesOf),
/* harmony export */   d6: () => (/* binding */ isDisabled),
/* harmony export */   te: () => (/* binding */ placeOfDatabases)
/* harmony export */ });
/* harmony import */ var _values_database_place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15610);
/* harmony import */ var _values_service_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11556);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86682);
/* harmony import */ var _lookup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9236);
/* harmony import */ var _service_setting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43134);





/** The services at localhost among those of an application. */
function localOnes(services) {
    return services
        .filter(({ place }) => place === 'container')
        .map(({ kind, key, setting }) => ({ kind, key, setting }));
}
/** Services that two keys name, the latter of no effect where the former is set. */
const outranked = [
    [/^spring\.datasource\.(?:druid\.url|hikari\.jdbcurl|dynamic\..*url)$/, /^spring\.datasource\.url$/],
    [/^spring\.(?:data\.)?redis\.(?:url|sentinel\.nodes|cluster\.nodes)$/, /^spring\.(?:data\.)?redis\.host$/],
    [/^spring\.(?:data\.)?redis\.(?:sentinel|cluster)\.nodes$/, /^spring\.(?:data\.)?redis\.url$/],
    [/^spring\.rabbitmq\.addresses$/, /^spring\.rabbitmq\.host$/],
    [/^spring\.(?:data\.)?mongodb\.uri$/, /^spring\.(?:data\.)?mongodb\.host$/],
    [/^spring\.cloud\.nacos\.discovery\.serveraddr$/, /^spring\.cloud\.nacos\.serveraddr$/],
];
/** The services that an application's active configuration names, each key once. */
function servicesOf(sources) {
    const found = [...keysOf(sources)].flatMap((key) => serviceAt(key, sources) ?? []);
    const others = (key) => found.filter((other) => other.key !== key).map((other) => other.key);
    const read = found.filter(({ key }) => !isOutranked(key, others(key)) && !isUnread(key, others(key), sources.bootVersion));
    // A placeholder's variable looks like a service of its own.
    return read.filter((one, at) => read.findIndex(({ setting }) => setting === one.setting) === at);
}
/** Whether a key is of no effect beside others that are set. */
function isOutranked(key, others) {
    return outranked.some(([winner, loser]) => loser.test(key) && others.some((other) => winner.test(other)));
}
/** Where the databases among them are. */
function placeOfDatabases(services) {
    return (0,_values_database_place_js__WEBPACK_IMPORTED_MODULE_4__/* .firstPlace */ .Az)(services.filter(({ kind }) => kind === 'database').map(({ place }) => place));
}
/** Keys of whatever sets them. A variable stands for the key that it is read as; one that a file has too is that one. */
function keysOf({ settings, overrides }) {
    const files = settings.flatMap((layer) => [...layer.keys()].map((key) => key.replace(/\[\d+\]$/, '')));
    const known = new Set(files.map(_lookup_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentKey */ .J4));
    const variables = Object.keys(overrides.env)
        .filter((name) => !known.has((0,_lookup_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentKey */ .J4)(name)))
        .map((name) => name.toLowerCase().replace(/_+/g, '.'));
    const properties = Object.keys(overrides.properties).map(_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalKey */ .yk);
    return new Set([...files, ...properties, ...(0,_lookup_js__WEBPACK_IMPORTED_MODULE_2__/* .applicationJson */ .LM)(overrides).keys(), ...variables]);
}
function serviceAt(key, sources) {
    const value = sources.get(key) ?? listAt(key, sources.settings);
    // `vm:` is a broker within the application.
    if (value === undefined || value === '' || value.startsWith('vm:'))
        return undefined;
    if (isDisabled(key, sources.get))
        return undefined;
    const kind = (0,_values_service_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfValue */ .H_)(value) ?? (0,_values_service_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfKey */ .RI)(key);
    if (kind === undefined || isSwitchedOff(key, kind, sources))
        return undefined;
    const place = kind === 'database' ? (0,_values_database_place_js__WEBPACK_IMPORTED_MODULE_4__/* .databasePlace */ .bq)(value) : (0,_values_database_place_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOfAddresses */ .xp)(value);
    if (place === undefined)
        return undefined;
    return { kind, key, place, setting: (0,_service_setting_js__WEBPACK_IMPORTED_MODULE_3__/* .settingFor */ .yJ)(readAs(key, sources.bootVersion), kind, value, sources) };
}
/** A list as YAML has it: `nodes:` and a line for each. */
function listAt(key, settings) {
    return settings
        .map((layer) => (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(layer, key))
        .findLast((list) => list !== undefined)
        ?.join(',');
}
/** Whether a switch beside the key, or above it, is off: `spring.datasource.druid.slave.enabled`, `mqtt.enable`. */
function isDisabled(key, get) {
    const parts = key.split('.');
    const isOff = (name) => get(name)?.toLowerCase() === 'false';
    return parts.some((_, at) => at > 0 && ['enabled', 'enable'].some((word) => isOff([...parts.slice(0, at), word].join('.'))));
}
/** Switches of Spring Cloud that turn off what a key names; all of one row must be off. */
const switches = [
    [/^spring\.cloud\.nacos\.serveraddr$/, ['spring.cloud.nacos.discovery.enabled', 'spring.cloud.nacos.config.enabled']],
    [/^spring\.cloud\.(?:nacos|consul|zookeeper)\.discovery\.|^eureka\.client\./, ['spring.cloud.discovery.enabled']],
    [/^eureka\.client\./, ['eureka.client.registerwitheureka', 'eureka.client.fetchregistry']],
];
/** What Spring Boot would have configured by itself, were it not for `spring.autoconfigure.exclude`. */
const configurers = {
    redis: /\.RedisAutoConfiguration$/,
    rabbitmq: /\.RabbitAutoConfiguration$/,
    mongodb: /\.MongoAutoConfiguration$/,
    kafka: /\.KafkaAutoConfiguration$/,
    mail: /\.MailSenderAutoConfiguration$/,
    elasticsearch: /\.ElasticsearchRestClientAutoConfiguration$/,
};
/** Whether the configuration of Spring turns off what a key names. */
function isSwitchedOff(key, kind, { get, settings }) {
    if (switches.some(([of, names]) => of.test(key) && names.every((name) => get(name)?.toLowerCase() === 'false')))
        return true;
    const configurer = configurers[kind];
    if (configurer === undefined || !key.startsWith('spring.'))
        return false;
    const excluded = get('spring.autoconfigure.exclude') ?? listAt('spring.autoconfigure.exclude', settings) ?? '';
    return excluded.split(',').some((name) => configurer.test(name.trim()));
}
/** Boot reads `spring.redis` up to 2.7 and `spring.data.redis` since; where the other one stands alone, it was meant. */
function isUnread(key, others, bootVersion) {
    const read = readPrefix(key, bootVersion);
    return read !== undefined && !key.startsWith(read) && others.some((other) => other.startsWith(read));
}
/** The key that Boot reads for a key of redis. */
function readAs(key, bootVersion) {
    const read = readPrefix(key, bootVersion);
    return read === undefined ? key : key.replace(/^spring\.(?:data\.)?redis\./, read);
}
function readPrefix(key, bootVersion) {
    if (bootVersion === undefined || !/^spring\.(?:data\.)?redis\./.test(key))
        return undefined;
    return Number.parseInt(bootVersion, 10) >= 3 ? 'spring.data.redis.' : 'spring.redis.';
}


/***/ }),

/***/ 51954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ besideJar),
  g: () => (/* binding */ workingFolder)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/dockerfile/build-stage.js
var build_stage = __webpack_require__(35170);
// EXTERNAL MODULE: ./.build/lib/dockerfile/context-path.js
var context_path = __webpack_require__(89752);
// EXTERNAL MODULE: ./.build/lib/dockerfile/instruction.js
var instruction = __webpack_require__(91389);
;// CONCATENATED MODULE: ./.build/lib/dockerfile/placed-files.js




/**
 * The files of the build folder that an image has, by their absolute path there; what RUN makes of them is not known.
 * Throws as `stagesOf` does.
 */
function placedFilesOf(dockerfile, buildArgs, contextFiles) {
    const last = (0,build_stage/* stagesOf */.Z)((0,instruction/* instructionsOf */.J)(dockerfile), Object.fromEntries(buildArgs.map(({ name, value }) => [name, value]))).at(-1);
    return last === undefined ? new Map() : placedFiles(last, contextFiles);
}
function placedFiles(stage, contextFiles) {
    const placed = new Map();
    const folders = new Set(['/']);
    for (const placement of stage.placements) {
        const { from, workdir, destination } = placement;
        addFolders(folders, workdir);
        const offered = from === undefined ? fromContext(contextFiles) : fromStage(placedFiles(from, contextFiles));
        const target = external_node_path_.posix.resolve(workdir, destination);
        const into = isFolder(placement, target, folders, [...offered.keys()]);
        for (const source of placement.sources) {
            const path = (0,context_path/* contextPath */.VJ)(source);
            for (const file of (0,context_path/* found */.F9)(path, [...offered.keys()])) {
                const place = into ? external_node_path_.posix.join(target, restOf(file, path)) : target;
                placed.set(place, offered.get(file) ?? file);
                addFolders(folders, external_node_path_.posix.dirname(place));
            }
        }
    }
    return placed;
}
function fromContext(files) {
    return new Map(files.map((file) => [file, file]));
}
/** The files of another stage, by their paths from its root. */
function fromStage(placed) {
    return new Map([...placed].map(([path, file]) => [path.slice(1), file]));
}
/** Whether files go into the destination rather than becoming it. */
function isFolder({ sources, destination }, target, folders, offered) {
    if (/(?:^|\/)\.?$/.test(destination) || folders.has(target) || sources.length > 1)
        return true;
    const [source = ''] = sources.map(context_path/* contextPath */.VJ);
    const matched = (0,context_path/* found */.F9)(source, offered);
    // A folder's contents, or what several files are, need one.
    return source === '' || matched.some((file) => depthOf(file) > depthOf(source)) || matched.length > 1;
}
/** A file's path below the destination: a folder gives its contents, a file its name. */
function restOf(file, source) {
    if (source === '')
        return file;
    const parts = file.split('/');
    const depth = depthOf(source);
    const isItself = parts.length === depth;
    return isItself ? (parts.at(-1) ?? '') : parts.slice(depth).join('/');
}
function depthOf(path) {
    return path === '' ? 0 : path.split('/').length;
}
function addFolders(folders, path) {
    for (let folder = path; !folders.has(folder); folder = external_node_path_.posix.dirname(folder))
        folders.add(folder);
}

// EXTERNAL MODULE: ./.build/lib/jar/class-path.js
var class_path = __webpack_require__(95714);
// EXTERNAL MODULE: ./.build/lib/jar/locations.js
var locations = __webpack_require__(92768);
// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/values/docker-options.js + 2 modules
var docker_options = __webpack_require__(85926);
// EXTERNAL MODULE: ./.build/lib/values/volumes.js
var volumes = __webpack_require__(34374);
;// CONCATENATED MODULE: ./.build/lib/project/beside-jar.js








const mebibyte = 1024 * 1024;
/**
 * What the image and the input `files` put into the container that may be configuration. What a mount hides is left out,
 * and so is what nobody can tell: the base image's files, and what RUN changes.
 */
function besideJar({ container, image }, app, { dockerfile, context, files }, folder) {
    const places = new Map();
    const root = (0,external_node_path_.resolve)(folder, image.context ?? '');
    const sent = context.map(({ path }) => path);
    for (const [path, file] of placedFilesOf(dockerfile?.text ?? '', image.buildArgs, sent)) {
        if ((0,volumes/* isMounted */.BX)(path, container.volumes ?? []))
            continue;
        places.set(path, { path: (0,external_node_path_.resolve)(root, file), from: file });
    }
    for (const { container: path, source } of files)
        places.set(path, { path: source, from: path });
    for (const path of [...places.keys()])
        if ((0,locations/* formatOf */.be)(path) === undefined)
            places.delete(path);
    return {
        workdir: workingFolder(container.options, app, dockerfile) ?? '/',
        files: {
            names: [...places.keys()],
            async read(name) {
                const source = places.get(name);
                if (source === undefined || (await (0,promises_.stat)(source.path)).size > mebibyte)
                    return undefined;
                return { name, text: (0,class_path/* textOf */.b)(name, await (0,promises_.readFile)(source.path)), from: source.from };
            },
        },
    };
}
/** The folder that the application is started in; undefined: the one that its base image says. */
function workingFolder(options, app, dockerfile) {
    const given = (0,docker_options/* valueOfOption */.GB)(options, 'workdir');
    if (given !== undefined)
        return given.startsWith('/') ? external_node_path_.posix.resolve(given) : undefined;
    return dockerfile === undefined ? (0,application_paths/* applicationDirectory */.gZ)(app) : dockerfile.workdir;
}


/***/ }),

/***/ 72997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ variablesForJar),
/* harmony export */   u: () => (/* binding */ plainVariables)
/* harmony export */ });
/* harmony import */ var _values_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91380);
/* harmony import */ var _values_java_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44582);
/* harmony import */ var _values_timezone_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90314);



/** Variables of the container that are no secret, by the inputs that stand for them. */
function plainVariables(container, dockerfile, serverTimezone) {
    const { profile, javaOptions } = container;
    const timezone = container.timezone ?? inheritedTimezone(container, dockerfile, serverTimezone);
    return {
        // A rendered Dockerfile has the profile on its command line; an own one gets it as a variable.
        ...(profile === undefined || dockerfile === undefined ? {} : { SPRING_PROFILES_ACTIVE: profile }),
        ...(javaOptions === undefined ? {} : { [_values_java_options_js__WEBPACK_IMPORTED_MODULE_1__/* .javaOptionsVariable */ .lw]: javaOptions }),
        ...(timezone === undefined ? {} : { TZ: timezone }),
    };
}
/** The server's time zone, where nobody chose one for the container: its log and its dates read as the server's do. */
function inheritedTimezone({ environment }, dockerfile, serverTimezone) {
    if (serverTimezone === undefined || (0,_values_timezone_js__WEBPACK_IMPORTED_MODULE_2__/* .isUtc */ .r)(serverTimezone))
        return undefined;
    return 'TZ' in { ...dockerfile?.environment, ...(0,_values_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .valuesOf */ .sm)(environment) } ? undefined : serverTimezone;
}
/**
 * Everything that the container's environment has on top of the image's, as far as the application's configuration sees
 * it.
 */
function variablesForJar({ environment, javaOptions }) {
    return { ...(0,_values_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .valuesOf */ .sm)(environment), ...(javaOptions === undefined ? {} : { [_values_java_options_js__WEBPACK_IMPORTED_MODULE_1__/* .javaOptionsVariable */ .lw]: javaOptions }) };
}


/***/ }),

/***/ 98455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ defaultVolumes)
/* harmony export */ });
/* harmony import */ var _layout_application_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10386);

/** The guide's two folders, at the same path on both sides. */
function defaultVolumes(app) {
    const paths = [(0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .dataFolder */ .pS)(app), `${(0,_layout_application_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .applicationDirectory */ .gZ)(app)}/logs`];
    return paths.map((path) => ({ host: path, container: path, readOnly: false }));
}


/***/ }),

/***/ 11556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ portsOfServices),
/* harmony export */   H_: () => (/* binding */ kindOfValue),
/* harmony export */   RI: () => (/* binding */ kindOfKey)
/* harmony export */ });
/** The port that a service listens on where nobody chose another. */
const portsOfServices = {
    database: 3306,
    redis: 6379,
    rabbitmq: 5672,
    mongodb: 27_017,
    elasticsearch: 9200,
    kafka: 9092,
    mail: undefined,
    nacos: 8848,
    eureka: 8761,
    consul: 8500,
    zookeeper: 2181,
    dubbo: undefined,
    'xxl-job': undefined,
    rocketmq: 9876,
    minio: 9000,
    activemq: 61_616,
    mqtt: 1883,
    memcached: 11_211,
    neo4j: 7687,
    cassandra: 9042,
    influx: 8086,
    seata: 8091,
    ldap: 389,
    'config-server': 8888,
};
/** Schemes that name the service, whatever key they stand in. */
const schemes = [
    [/^(?:jdbc|r2dbcs?):/i, 'database'],
    [/^(?:redis|rediss|redis-sentinel|redis-cluster):\/\//i, 'redis'],
    [/^mongodb(?:\+srv)?:\/\//i, 'mongodb'],
    [/^amqps?:\/\//i, 'rabbitmq'],
    [/^zookeeper:\/\//i, 'zookeeper'],
    [/^nacos:\/\//i, 'nacos'],
    [/^(?:bolt|neo4j)(?:\+s(?:sc)?)?:\/\//i, 'neo4j'],
    [/^ldaps?:\/\//i, 'ldap'],
];
/** Words of keys that name a service: the first that fits. Those of the application's own address are none. */
const words = [
    [/redis/, 'redis'],
    [/rabbit/, 'rabbitmq'],
    [/mongo/, 'mongodb'],
    [/elastic|(?:^|\.)es\./, 'elasticsearch'],
    [/kafka/, 'kafka'],
    [/(?:^|\.)e?mail\./, 'mail'],
    [/nacos/, 'nacos'],
    [/^eureka\.client\./, 'eureka'],
    [/consul/, 'consul'],
    [/zookeeper/, 'zookeeper'],
    [/^dubbo\.(?:registry|registries|configcenter|metadatareport)\b/, 'dubbo'],
    [/xxl\.job\.admin/, 'xxl-job'],
    [/rocketmq/, 'rocketmq'],
    [/minio/, 'minio'],
    [/activemq|artemis/, 'activemq'],
    [/mqtt/, 'mqtt'],
    [/memcache/, 'memcached'],
    [/neo4j/, 'neo4j'],
    [/cassandra/, 'cassandra'],
    [/influx/, 'influx'],
    [/seata/, 'seata'],
    [/ldap/, 'ldap'],
    [/^spring\.cloud\.config\.uri$/, 'config-server'],
];
/** Last words of keys that hold an address; a variable's words may be divided anywhere. */
const addresses = /(?:^|\.)(?:host\.?(?:name|s|urls?)?|hosts?and\.?ports?|url|urls|uri|uris|address|addresses|addr|nodes|node\.?address|server|servers|server\.?(?:addr|address|addresses|url|urls|host|hosts|uri|list)|bootstrap\.?servers|brokers?|broker\.?url|name\.?srv\.?(?:addr)?|name\.?server|default\.?zone|endpoints?|cluster\.?nodes|contact\.?points|connect\.?string|grouplist\.\w+)$/;
/** Which service a value is the address of, by its scheme. */
function kindOfValue(value) {
    return schemes.find(([scheme]) => scheme.test(value))?.[1];
}
/** Which service a canonical key holds the address of: `spring.redis.host`, `shop.redis.nodes`, `xxl.job.admin.addresses`. */
function kindOfKey(key) {
    if (!addresses.test(key) || /^(?:management|server|logging)\./.test(key))
        return undefined;
    return words.find(([word]) => word.test(key))?.[1];
}


/***/ }),

/***/ 96024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ unpackedName)
/* harmony export */ });
/**
 * The folder below an application's own that its image has the files of its jar in, where that is taken apart: not that
 * which it is started in, since a configuration file beside the jar would then hide the one in it.
 */
const unpackedName = 'unpacked';


/***/ })

};
