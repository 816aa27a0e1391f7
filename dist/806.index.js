export const id = 806;
export const ids = [806];
export const modules = {

/***/ 24446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NC: () => (/* binding */ certificateNeeded),
/* harmony export */   Wt: () => (/* binding */ notRenewed),
/* harmony export */   rU: () => (/* binding */ chooseCertificate)
/* harmony export */ });
/* harmony import */ var _decision_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7062);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21625);
/* harmony import */ var _messages_issue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84700);
/* harmony import */ var _survey_domain_certificates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91630);




/**
 * Chooses it from what is on the server; the account is not asked. `asked`: an issuer was, so that what is there by now is
 * served, due or not. Throws what is wrong with it.
 */
function chooseCertificate(choosing, server, asked) {
    const { settings, prepared, run } = choosing;
    const { certificate, site } = settings;
    if (prepared.provided !== undefined)
        return { kind: 'ready', served: prepared.provided };
    if (isIssued(certificate)) {
        const found = issuedOn(server, site.domain, certificate, run);
        const needed = asked ? undefined : neededInPlaceOf(found, certificate, choosing);
        if (needed !== undefined)
            return needed;
        if (found.kind === 'none')
            throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_NOT_FOUND', { domain: site.domain, found: '-' });
        return { kind: 'ready', served: found.served };
    }
    const { certificates, configuration } = server;
    const served = (0,_decision_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseExisting */ .hC)(site.domain, certificates, configuration, new Date(run.now()), run.roots);
    return { kind: 'ready', served };
}
/** The one that must be issued, also for a server that has no nginx yet; undefined: none must. */
function certificateNeeded(choosing, surveyed) {
    const { settings, run } = choosing;
    const { certificate, site } = settings;
    if (!isIssued(certificate))
        return undefined;
    return neededInPlaceOf(issuedOn(surveyed, site.domain, certificate, run), certificate, choosing);
}
function isIssued(certificate) {
    return certificate.source === 'tencent' || certificate.source === 'acme';
}
/** Undefined where what was found is not due; that is said. */
function neededInPlaceOf(found, certificate, { settings: { site }, prepared, tencent, run }) {
    const { domain } = site;
    const now = new Date(run.now());
    if (found.kind === 'valid' && found.from > now) {
        const { pair, certificate: leaf } = found.served;
        run.log.info(_messages_issue_js__WEBPACK_IMPORTED_MODULE_2__/* .issueMessages */ .u.kept(pair.chainPath, leaf.notAfter.toISOString(), found.from.toISOString()));
        return undefined;
    }
    if (tencent === undefined)
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('INTERNAL', { detail: 'no account to have a certificate issued in' });
    const issuance = { app: prepared.project.app, domain, settings: certificate, tencent };
    return { kind: 'needed', issuance, found, expected: (0,_decision_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .expectedCertificate */ .CO)(domain, now) };
}
function issuedOn({ nginx, certificates }, domain, { renewBeforeDays }, { now, roots }) {
    return (0,_decision_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .findIssued */ .P6)(domain, certificates, (0,_survey_domain_certificates_js__WEBPACK_IMPORTED_MODULE_3__/* .configurationOf */ .Q)(nginx), { renewBeforeDays, now: new Date(now()), roots });
}
/** What is warned of where a certificate that is due was not renewed, and is served all the same: that, and why. */
function notRenewed(domain, { served }, error) {
    const causes = (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failuresOf */ .dJ)(error);
    const until = served.certificate.notAfter.toISOString();
    return [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_NOT_RENEWED', { domain, until, code: causes[0]?.code ?? '-' }), ...causes];
}


/***/ }),

/***/ 88404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GW: () => (/* binding */ cloudPlanFor),
  Op: () => (/* binding */ look),
  ph: () => (/* binding */ mending),
  bJ: () => (/* binding */ planFor),
  dq: () => (/* binding */ provisioned),
  iq: () => (/* binding */ provisioning),
  TR: () => (/* binding */ refuse)
});

// EXTERNAL MODULE: ./.build/lib/deployment/written-files-words.js
var written_files_words = __webpack_require__(25581);
// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/values/mounted-files.js
var mounted_files = __webpack_require__(15343);
;// CONCATENATED MODULE: ./.build/lib/decision/app-port.js
/** Port that the application listens on, as far as it is known before the server is. */
function appPortOf({ container }, { jar }) {
    return container.port ?? jar.configuration.port ?? 8080;
}

// EXTERNAL MODULE: ./.build/lib/decision/adoption/container.js
var adoption_container = __webpack_require__(71093);
// EXTERNAL MODULE: ./.build/lib/decision/adoption/inherited-settings.js
var inherited_settings = __webpack_require__(48568);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
;// CONCATENATED MODULE: ./.build/lib/decision/adoption/lines-to-paste.js

/**
 * Inputs as they are pasted under `with:`. YAML takes a name once: what stands in one input is put together, with what the
 * step has there already; of `env`, whose values are not shown, the new lines alone.
 */
function linesToPaste(kept, { container }) {
    const inputs = [...new Set(kept.map(({ input }) => input))];
    return inputs.flatMap((input) => {
        const values = [...new Set(kept.filter((one) => one.input === input).map(({ value }) => value))];
        switch (input) {
            case 'env':
                return block(container.environment.length === 0 ? 'env: |' : 'env: |  # below the lines that are there', values);
            case 'docker-options':
                return block('docker-options: |', [[(0,quote/* commandLine */.a)(container.options), ...values].filter(Boolean).join(' ')]);
            case 'java-options':
                return block('java-options: |', [[container.javaOptions ?? '', ...values].filter(Boolean).join(' ')]);
            default:
                // Of a network, or of a memory limit, there is one.
                return [`${input}: ${values[0] ?? ''}`];
        }
    });
}
/** A block of YAML: whatever is in the lines, it is no YAML there. */
function block(heading, lines) {
    return [heading, ...lines.map((line) => `  ${line}`)];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/redaction/command-word.js
var command_word = __webpack_require__(54142);
// EXTERNAL MODULE: ./.build/lib/values/docker-options.js + 2 modules
var docker_options = __webpack_require__(85926);
// EXTERNAL MODULE: ./.build/lib/values/spring-profile.js
var spring_profile = __webpack_require__(59952);
;// CONCATENATED MODULE: ./.build/lib/decision/adoption/command-words.js
/** The words of a command, those of a line for `sh -c` one by one. */
function wordsOf(command) {
    return command.flatMap((word) => (/^(?!-)(.*[\s;&|/])?java\s/s.test(word) ? splitLine(word) : [word]));
}
/** Quotes keep their words together, and are taken away. */
function splitLine(line) {
    const words = line.match(/(?:[^\s"'\\]|\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|["'])+/g) ?? [];
    return words.map((word) => word.replace(/["']/g, ''));
}
/** Properties that the JVM itself reads: a variable of the environment does not stand for them. */
function isOfJvm(property) {
    return /^(java|javax|jdk|jna|sun|com\.sun|user|file|os|https?|ftp|socks|networkaddress|log4j2?|logback|native)\./.test(property);
}
/** The variable by which Spring Boot takes a property (Externalized Configuration, binding from environment variables). */
function variableOf(property) {
    return property.replace(/[.[]/g, '_').replace(/[-\]]/g, '').toUpperCase();
}

// EXTERNAL MODULE: ./.build/lib/values/environment.js
var values_environment = __webpack_require__(91380);
// EXTERNAL MODULE: ./.build/lib/values/memory.js
var values_memory = __webpack_require__(71798);
;// CONCATENATED MODULE: ./.build/lib/decision/adoption/kept.js



/** What keeps an option of `docker run`; undefined: no input does. */
function keepOption(name, argv, container, onDefaultNetwork) {
    const [, value = ''] = argv;
    switch (name) {
        case 'memory':
            return isMemory(value) ? { input: 'memory', value } : undefined;
        case 'link':
            return onDefaultNetwork ? linked(value, container) : undefined;
        // A profile of seccomp stands there as a whole, and is not shown.
        case 'security-opt':
            return value.endsWith('…') ? undefined : kept_option(argv);
        default:
            return kept_option(argv);
    }
}
/** What `--link NAME:ALIAS` gave, a network of one's own gives too: the other container by its alias. */
function linked(link, container) {
    const [other = '', alias = other] = link.split(':');
    const name = `${container}-network`;
    const create = `docker network inspect ${(0,quote/* quote */.h)(name)} >/dev/null 2>&1 || docker network create ${(0,quote/* quote */.h)(name)}`;
    const connect = (0,quote/* commandLine */.a)(['docker', 'network', 'connect', '--alias', alias, name, other]);
    return { ...network(name), first: `${create}\n${connect}` };
}
function isMemory(value) {
    try {
        return (0,values_memory/* parseMemory */.Pw)(value) === value;
    }
    catch {
        return false;
    }
}
/** An option as `docker-options` takes it. */
function kept_option(argv) {
    return { input: 'docker-options', value: (0,quote/* commandLine */.a)(argv) };
}
/** A network by its name. */
function network(value) {
    return { input: 'network', value };
}
/** A variable, unless `env` takes no such name. */
function variable(name, value) {
    return (0,values_environment/* isVariableName */.KL)(name) ? { input: 'env', value: `${name}=${value}` } : undefined;
}

;// CONCATENATED MODULE: ./.build/lib/decision/adoption/losses.js







/**
 * What taking over a container would lose. Mounts, variables, the application's port, networks and user are handed on
 * (inherited-settings.ts); an input that is given about a matter is its user's own word on it, and nothing there counts as lost.
 */
function lossesOf(container, successor) {
    return [
        ...lostPorts(container, successor),
        ...lostVariables(container, successor),
        ...lostMounts(container, successor),
        ...lostNetworking(container, successor),
        ...lostCommand(container, successor),
        ...lostOptions(container, successor),
    ];
}
function lostPorts({ published }, { settings, appPort }) {
    if (settings.container.publishPort !== undefined)
        return [];
    const [, ...further] = published.filter(({ containerPort, protocol }) => containerPort === appPort && protocol === 'tcp');
    const others = published.filter(({ containerPort, protocol }) => containerPort !== appPort || protocol !== 'tcp');
    return [...further, ...others].map(({ address, port, containerPort, protocol }) => ({
        what: `--publish ${address === '' ? '' : `${address}:`}${port}:${containerPort}/${protocol}`,
        // Said explicitly, the application's port is all that is to be open.
        keep: { input: 'publish-app-port', value: 'true' },
    }));
}
function lostVariables(container, { settings, dockerfile }) {
    const given = settings.container.environment.map(({ name }) => name);
    return (0,inherited_settings/* variablesToTell */.KO)(container, dockerfile === undefined)
        .filter((name) => !given.includes(name) && !(name === 'SPRING_PROFILES_ACTIVE' && settings.container.profile))
        .map((name) => ({
        what: `--env ${name}`,
        keep: variable(name, `<docker exec ${container.name} printenv ${name}>`),
    }));
}
function lostMounts({ mounts }, { settings }) {
    if (settings.container.volumes !== undefined)
        return [];
    return mounts
        .filter(({ kind }) => kind !== 'bind' && kind !== 'volume')
        .filter(({ kind }) => kind !== 'tmpfs' || !(0,docker_options/* givesOption */.Il)(settings.container.options, 'tmpfs'))
        .map(({ kind, destination }) => ({
        what: `--mount type=${kind},target=${destination}`,
        keep: kind === 'tmpfs' ? kept_option(['--tmpfs', destination]) : undefined,
    }));
}
function lostNetworking({ networkMode, networks }, { settings }) {
    if (settings.container.network !== undefined)
        return [];
    if (networkMode === 'host' || networkMode === 'none' || networkMode.startsWith('container:')) {
        return [{ what: `--network ${networkMode}`, keep: network('bridge') }];
    }
    if ((0,inherited_settings/* isDefaultNetwork */.W2)(networkMode))
        return [];
    return networks.flatMap(({ name, aliases, fixedAddress }) => [
        ...aliases.map((alias) => ({ what: `--network-alias ${alias}`, keep: network(name) })),
        ...(fixedAddress === undefined ? [] : [{ what: `--ip ${fixedAddress}`, keep: network(name) }]),
    ]);
}
/** What the command line says beside starting the jar: names only, and how to read their values on the server. */
function lostCommand(container, { settings, dockerfile, workingDirectory }) {
    const { command, imageCommand } = container;
    if (dockerfile !== undefined) {
        // The Dockerfile says how to start; what docker run said instead is not in it.
        if (command.join('\0') === imageCommand.join('\0'))
            return [];
        const further = command.filter((word) => !imageCommand.includes(word) && !dockerfile.includes(word));
        return [...new Set(wordsOf(further).map(command_word/* shownWord */.o))].map((what) => ({ what, keep: undefined }));
    }
    const known = [settings.container.javaOptions ?? '', ...settings.container.options].join(' ');
    const lost = wordsOf(command).flatMap((word) => {
        const [, key, value = ''] = /^--([\w.[\]-]+)=(.*)$/s.exec(word) ?? [];
        if (key === 'spring.profiles.active' && isProfiles(value)) {
            return settings.container.profile === value ? [] : [{ what: word, keep: { input: 'spring-profile', value } }];
        }
        if (key !== undefined)
            return lostProperty(key, `--${key}`, container, settings);
        const [, property] = /^-D([\w.[\]-]+)(?:=|$)/.exec(word) ?? [];
        if (property !== undefined && !isOfJvm(property) && !known.includes(word)) {
            return known.includes(`-D${property}=`) ? [] : lostProperty(property, `-D${property}`, container, settings);
        }
        if (!/^-([DX]|ea|server|agentlib|javaagent)/.test(word) || known.includes(word))
            return [];
        const shown = (0,command_word/* shownWord */.o)(word);
        return known.includes(shown.replace('…', ''))
            ? []
            : [{ what: shown, keep: { input: 'java-options', value: shown.replace('…', valueIn(container)) } }];
    });
    const elsewhere = container.workingDirectory !== '' && container.workingDirectory !== workingDirectory;
    if (elsewhere && !(0,docker_options/* givesOption */.Il)(settings.container.options, 'workdir')) {
        lost.push({
            what: `WORKDIR ${container.workingDirectory}`,
            keep: kept_option(['--workdir', container.workingDirectory]),
        });
    }
    return lost;
}
/** A property of Spring's, which a variable keeps. */
function lostProperty(property, option, container, settings) {
    const name = variableOf(property);
    if (settings.container.environment.some((variable) => variable.name === name))
        return [];
    return [{ what: `${option}=…`, keep: variable(name, valueIn(container)) }];
}
/** What stands for a value that is to be looked up where it is. */
function valueIn({ name }) {
    return `<docker inspect -f '{{.Args}}' ${name}>`;
}
/** Names of profiles, as `spring-profile` takes them; what else stands there may be a secret. */
function isProfiles(value) {
    try {
        return (0,spring_profile/* parseSpringProfile */.m)(value) === value;
    }
    catch {
        return false;
    }
}
/** `docker run` options by what HostConfig holds, each with its name. */
function lostOptions({ name: container, host, hostname, networkMode }, { settings }) {
    const words = [
        ...optionsOf(host),
        ...(hostname === undefined ? [] : [['hostname', ['--hostname', hostname]]]),
    ];
    return words
        .filter(([name]) => !(0,docker_options/* givesOption */.Il)(settings.container.options, name))
        .filter(([name]) => name !== 'memory' || settings.container.memory === undefined)
        .map(([name, argv]) => ({
        what: argv.join(' '),
        keep: keepOption(name, argv, container, (0,inherited_settings/* isDefaultNetwork */.W2)(networkMode)),
    }))
        .filter(({ what }) => settings.container.network === undefined || !what.startsWith('--link '));
}
function optionsOf(host) {
    const some = (name, value, unlike = []) => value === null || value === undefined || value === '' || value === 0 || unlike.includes(value)
        ? []
        : [[name, [`--${name}`, String(value)]]];
    const on = (name, value) => (value ? [[name, [`--${name}`]]] : []);
    const each = (name, values) => (values ?? []).map((value) => [name, [`--${name}`, value]]);
    const pairs = (name, values, joint) => each(name, Object.entries(values ?? {}).map(([key, value]) => (value === '' ? key : `${key}${joint}${value}`)));
    return [
        ...some('memory', host.Memory),
        ...some('memory-reservation', host.MemoryReservation),
        ...some('cpus', host.NanoCpus === undefined ? undefined : host.NanoCpus / 1e9),
        ...some('cpu-shares', host.CpuShares),
        ...some('cpu-quota', host.CpuQuota),
        ...some('cpu-period', host.CpuPeriod),
        ...some('cpuset-cpus', host.CpusetCpus),
        ...some('pids-limit', host.PidsLimit, [-1]),
        // 64 MiB is Docker's default.
        ...some('shm-size', host.ShmSize, [67_108_864]),
        ...on('privileged', host.Privileged),
        ...on('read-only', host.ReadonlyRootfs),
        ...on('init', host.Init),
        ...on('oom-kill-disable', host.OomKillDisable),
        ...each('cap-add', host.CapAdd),
        ...each('cap-drop', host.CapDrop),
        // A profile of seccomp stands there as a whole.
        ...each('security-opt', host.SecurityOpt?.map((value) => value.replace(/^(seccomp=).*[{\n].*$/s, '$1…'))),
        ...each('group-add', host.GroupAdd),
        ...each('add-host', host.ExtraHosts?.filter((entry) => !entry.startsWith('host.docker.internal:'))),
        ...each('dns', host.Dns),
        ...each('dns-search', host.DnsSearch),
        ...each('dns-option', host.DnsOptions),
        ...each('link', host.Links?.map((link) => link
            .split(':')
            .map((part) => external_node_path_.posix.basename(part))
            .join(':'))),
        ...pairs('tmpfs', host.Tmpfs, ':'),
        ...pairs('sysctl', host.Sysctls, '='),
        ...each('ulimit', host.Ulimits?.map(({ Name, Soft, Hard }) => `${Name}=${Soft}:${Hard}`)),
        ...each('device', host.Devices?.map((device) => `${device.PathOnHost}:${device.PathInContainer}:${device.CgroupPermissions}`)),
        ...some('pid', host.PidMode),
        ...some('ipc', host.IpcMode, ['private', 'shareable']),
        ...some('uts', host.UTSMode),
        ...some('userns', host.UsernsMode),
    ];
}

;// CONCATENATED MODULE: ./.build/lib/decision/adoption/adoption-source.js









/** Looks for what a set-up by hand left, in this run or in an earlier one. */
function adoptionSourceOf(settings, project, server) {
    const [container, ...others] = (0,adoption_container/* containersToAdopt */.q)(settings, project, server, server.configuration);
    const servers = settings.adopt;
    if (container === undefined)
        return { container, inherited: server.releases.adopted?.inherited, rivals: [], servers };
    const rendered = project.dockerfile === undefined;
    return {
        container,
        inherited: (0,inherited_settings/* inheritedSettingsOf */.BI)(container, appPortOf(settings, project), rendered),
        rivals: others.length === 0 ? [] : [container, ...others],
        servers,
    };
}
/** What keeps a container from being adopted with these settings. */
function adoptionProblems({ container, inherited, rivals }, settings, project, atStake) {
    return [
        ...(rivals.length > 0
            ? [several(rivals, settings, project.image)]
            : container === undefined
                ? []
                : [...unfit(container, atStake), ...lost(container, settings, project)]),
        // Those of the inputs were seen to when these were read.
        ...(inherited === undefined ? [] : (0,mounted_files/* besideVolumes */.E)(settings.container.files, inherited.volumes)),
    ];
}
function several(rivals, { site }, image) {
    const containers = rivals.map(({ name, published }) => `${name} (${published.map(({ port }) => port).join(', ')})`);
    return (0,failure/* failure */.V2)('ADOPTION_SEVERAL', {
        domain: site.domain,
        port: site.httpsPort,
        containers: containers.join(', '),
        container: rivals[0]?.name ?? '',
        image,
    });
}
/** Containers that could not be stopped and brought back. */
function unfit({ name, host, keptAliveBy, mounts }, atStake) {
    if (keptAliveBy !== undefined)
        return [(0,failure/* failure */.V2)('ADOPTION_ORCHESTRATED', { container: name, by: keptAliveBy })];
    if (host.AutoRemove !== true)
        return [];
    // Volumes without a name go with such a container as well.
    const anonymous = mounts.filter(({ kind, source }) => kind === 'volume' && /^[0-9a-f]{64}$/.test(source));
    const saves = (0,written_files_words/* savesOf */.Uf)(name, atStake, anonymous.map(({ destination }) => destination));
    return [(0,failure/* failure */.V2)('ADOPTION_AUTO_REMOVE', { container: name, saves })];
}
function lost(container, settings, project) {
    const losses = lossesOf(container, {
        settings,
        appPort: appPortOf(settings, project),
        dockerfile: project.dockerfile?.text,
        workingDirectory: (0,application_paths/* applicationDirectory */.gZ)(project.app),
    });
    if (losses.length === 0)
        return [];
    const kept = losses.flatMap(({ keep }) => (keep === undefined ? [] : [keep]));
    return [
        (0,failure/* failure */.V2)('ADOPTION_LOSES', {
            container: container.name,
            what: losses.map((loss) => loss.what).join('; '),
            lines: linesToPaste(kept, settings)
                .map((line) => `  ${line}`)
                .join('\n'),
            first: [...new Set(kept.flatMap(({ first }) => (first === undefined ? [] : [first])))].join('\n'),
            without: losses
                .filter(({ keep }) => keep === undefined)
                .map((loss) => loss.what)
                .join('; '),
            removal: (0,written_files_words/* saveAndRemove */.DX)(container.name, container.host.AutoRemove === true),
        }),
    ];
}

// EXTERNAL MODULE: ./.build/lib/decision/configuration-notices.js
var configuration_notices = __webpack_require__(71251);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/lib/deployment/orphans.js
var orphans = __webpack_require__(40459);
// EXTERNAL MODULE: ./.build/lib/deployment/port.js
var port = __webpack_require__(47061);
// EXTERNAL MODULE: ./.build/lib/deployment/start-again.js
var start_again = __webpack_require__(25549);
// EXTERNAL MODULE: ./.build/lib/layout/release-id.js
var release_id = __webpack_require__(79468);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/release/default-volumes.js
var default_volumes = __webpack_require__(98455);
// EXTERNAL MODULE: ./.build/lib/values/system-places.js
var system_places = __webpack_require__(75229);
// EXTERNAL MODULE: ./.build/lib/values/volumes.js
var values_volumes = __webpack_require__(34374);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./.build/lib/values/app-name.js
var app_name = __webpack_require__(55508);
// EXTERNAL MODULE: ./.build/lib/values/unpacked-name.js
var unpacked_name = __webpack_require__(96024);
// EXTERNAL MODULE: ./.build/lib/dockerfile/base-image.js
var base_image = __webpack_require__(3780);
;// CONCATENATED MODULE: ./.build/lib/dockerfile/render.js




const plainJarName = /^[A-Za-z0-9][A-Za-z0-9._+-]*\.[jw]ar$/;
/** The name under which a jar or war is sent: its own, or `app.jar` where that has characters with a meaning for COPY. */
function jarNameInImage(fileName) {
    if (plainJarName.test(fileName))
        return fileName;
    return /\.war$/i.test(fileName) ? 'app.war' : 'app.jar';
}
/**
 * A Dockerfile for a Boot jar, for the classic builder and BuildKit alike. Throws RangeError for a value that the types
 * of `DockerfileContent` do not allow: those are checked where they come in.
 */
function renderDockerfile({ baseImage, app, jarName, unpacked, profile, user }) {
    if (!(0,base_image/* isImageReference */.hb)(baseImage))
        throw new RangeError('base image is no reference');
    if (!(0,app_name/* isAppName */.fq)(app))
        throw new RangeError('application name is not usable');
    if (!plainJarName.test(jarName))
        throw new RangeError('name of the jar is not plain');
    if (unpacked !== undefined && ![...unpacked.layers, unpacked.mainClass].every((name) => /^[\w.-]+$/.test(name))) {
        throw new RangeError('layer or main class is not plain');
    }
    if (user !== undefined && ![user.uid, user.gid].every((id) => Number.isSafeInteger(id) && id >= 0)) {
        throw new RangeError('user and group are numbers');
    }
    const owner = user === undefined ? undefined : `${user.uid}:${user.gid}`;
    const copy = `COPY ${owner === undefined ? '' : `--chown=${owner} `}`;
    const start = unpacked === undefined
        ? ['-jar', jarName]
        : ['-cp', `${(0,application_paths/* applicationDirectory */.gZ)(app)}/${unpacked_name/* unpackedName */.v}`, unpacked.mainClass];
    const command = ['java', ...start, ...(profile ? [`--spring.profiles.active=${profile}`] : [])];
    return [
        `FROM ${baseImage}`,
        // COPY makes the folder, so that it too belongs to the user: an application may write beside its jar.
        ...(unpacked === undefined
            ? [`${copy}${jarName} ${(0,application_paths/* applicationDirectory */.gZ)(app)}/`]
            : unpacked.layers.map((layer) => `${copy}${layer}/ ${(0,application_paths/* applicationDirectory */.gZ)(app)}/`)),
        `WORKDIR ${(0,application_paths/* applicationDirectory */.gZ)(app)}`,
        ...(owner === undefined ? [] : [`USER ${owner}`]),
        `ENTRYPOINT ${execForm(command)}`,
        '',
    ].join('\n');
}
/**
 * Words in exec form: no shell reads them and Docker expands nothing in them. A line break or another control character,
 * which could end the line, is escaped as JSON has it.
 */
function execForm(words) {
    const asEscape = (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return `[${words.map((word) => JSON.stringify(word).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, asEscape)).join(', ')}]`;
}

// EXTERNAL MODULE: ./.build/lib/decision/build-hash.js
var build_hash = __webpack_require__(24066);
;// CONCATENATED MODULE: ./.build/lib/decision/build.js



/** Decides what the image is built from; a rendered Dockerfile has the application run as `user`. */
function decideBuild(settings, project, { releases }, { ids }) {
    const { jar, dockerfile } = project;
    const exploded = dockerfile === undefined && typeof jar.exploded === 'object' ? jar.exploded : undefined;
    const jarName = jarNameInImage(jar.fileName);
    const text = dockerfile?.text ??
        renderDockerfile({
            baseImage: project.baseImages[0] ?? '',
            app: project.app,
            jarName,
            unpacked: exploded && { layers: exploded.layers, mainClass: jar.mainClass },
            profile: project.profile,
            user: ids?.uid === 0 ? undefined : ids,
        });
    return {
        hash: (0,build_hash/* buildHash */.d)({
            dockerfile: text,
            arguments: settings.image.buildArgs,
            jarContentSha256: jar.contentSha256,
            context: project.context,
        }),
        dockerfile: text,
        arguments: settings.image.buildArgs,
        jar: builtJar(jar, releases, exploded),
        jarDestinations: dockerfile?.jarDestinations ?? [jarName],
        ...(exploded && { unpacked: { layers: exploded.layers, files: exploded.files, bytes: exploded.bytes } }),
    };
}
/**
 * A rebuilt jar with the same contents is the one that the server has, while it has it: it need not be sent. One that is
 * to be taken apart must have been taken apart there: it was packed otherwise, so that it takes another recipe.
 */
function builtJar(jar, { current, jars }, exploded) {
    const built = current?.build.jar;
    const known = exploded === undefined ||
        built?.sha256 === jar.sha256 ||
        (0,external_node_util_.isDeepStrictEqual)(current?.build.unpacked?.layers, exploded.layers);
    if (built?.contentSha256 === jar.contentSha256 && jars.has(built.sha256) && known)
        return built;
    const { fileName, bytes, sha256, contentSha256, javaVersion, bootVersion } = jar;
    return { fileName, bytes, sha256, contentSha256, javaVersion, bootVersion };
}

// EXTERNAL MODULE: ./.build/lib/project/variables.js
var variables = __webpack_require__(72997);
// EXTERNAL MODULE: ./.build/lib/release/owner.js
var release_owner = __webpack_require__(81595);
;// CONCATENATED MODULE: ./.build/lib/decision/stop-timeout.js

/** Seconds that an application gets in any case. */
const leastSeconds = 30;
/** Seconds for what comes after the phase that lets requests finish: pools, schedulers, the JVM itself. */
const restSeconds = 10;
/** A day: what is longer is no shutdown that anybody waits for. */
const mostSeconds = 86_400;
/** Seconds between SIGTERM and SIGKILL: as `docker-options` says, else what the application's own shutdown may take. */
function stopTimeoutOf(options, { seconds }) {
    const given = Number((0,docker_options/* valueOfOption */.GB)(options, 'stop-timeout') ?? Number.NaN);
    if (Number.isSafeInteger(given))
        return given;
    const own = seconds === 0 ? 0 : Math.ceil(seconds) + restSeconds;
    return Math.min(mostSeconds, Math.max(leastSeconds, own));
}

;// CONCATENATED MODULE: ./.build/lib/decision/container-spec.js





/** Decides how the container runs: as the inputs say, else as a container that was taken over did, else by default. */
function decideContainer(settings, { project, server, adoptionSource: { inherited } }, volumes, runsAs) {
    const { container } = settings;
    const { ids } = runsAs;
    const given = container.environment.map((variable) => variable.name);
    const user = project.dockerfile === undefined ? inherited?.user.effective : inherited?.user.given;
    // A container taken over goes by the clock that it went by.
    const clock = inherited === undefined ? server.system.timezone : undefined;
    return {
        appPort: appPortOf(settings, project),
        volumes,
        files: project.files.map(({ name, container }) => ({ name, container })),
        networks: container.network === undefined ? (inherited?.networks ?? []) : [container.network],
        memory: container.memory,
        variables: (0,variables/* plainVariables */.u)(container, project.dockerfile, clock),
        environmentNames: given,
        inheritedEnvironment: (inherited?.environment ?? []).filter((name) => !given.includes(name) && !(0,inherited_settings/* isReadOnTheRunner */.pU)(name)),
        user: user || undefined,
        runsAs,
        // What follows the file's name are settings, a password among them.
        embeddedDatabase: project.jar.configuration.embeddedDatabase?.url.replace(/[;?].*$/s, ''),
        options: container.options,
        volumeOwner: ids === undefined || ids.uid === 0 ? undefined : (0,release_owner/* renderOwner */.c)(ids),
        rotateLogs: ['json-file', 'local'].includes(server.docker.loggingDriver),
        stopTimeoutSeconds: stopTimeoutOf(container.options, project.jar.configuration.shutdown),
    };
}
/** Where the application's own port is served in plain http: as the input says, else as the container taken over had it. */
function decidePublished({ container: { publishPort } }, inherited, appPort) {
    if (publishPort === false)
        return undefined;
    if (publishPort === undefined)
        return inherited?.published;
    return { port: inherited?.published?.port ?? appPort, loopbackOnly: false };
}

// EXTERNAL MODULE: ./.build/lib/decision/files-of-old.js
var files_of_old = __webpack_require__(17906);
;// CONCATENATED MODULE: ./.build/lib/messages/health.js

/** Why an application is asked as it is whether it is well. */
const healthReasons = {
    actuator: (0,messages_text/* text */.Qq)("the actuator's health endpoint, as the jar configures it", '依据 jar 的配置，使用 actuator 健康检查端点'),
    'management-port': (0,messages_text/* text */.Qq)("the actuator's health endpoint on its own port, as the jar configures it", '依据 jar 的配置，使用独立管理端口上的 actuator 健康检查端点'),
    'actuator-closed': (0,messages_text/* text */.Qq)('the health endpoint answers 401 or 404, so any answer below 500 counts', '健康检查端点返回 401 或 404，因此任何低于 500 的响应都视为正常'),
    'no-actuator': (0,messages_text/* text */.Qq)('the jar has no spring-boot-actuator, so any answer below 500 counts', 'jar 中没有 spring-boot-actuator，因此任何低于 500 的响应都视为正常'),
    disabled: (0,messages_text/* text */.Qq)('the health endpoint is disabled in the configuration, so any answer below 500 counts', '配置中关闭了健康检查端点，因此任何低于 500 的响应都视为正常'),
    'not-exposed': (0,messages_text/* text */.Qq)('the configuration does not expose the health endpoint, so any answer below 500 counts', '配置没有暴露健康检查端点，因此任何低于 500 的响应都视为正常'),
    'application-local': (0,messages_text/* text */.Qq)('server.address may keep the application within its container, so it is asked itself', 'server.address 可能使应用只在容器内部可访问，因此直接检查应用本身'),
    local: (0,messages_text/* text */.Qq)('management.server.address keeps the actuator within its container, so any answer below 500 of the application counts', 'management.server.address 使 actuator 只在容器内部可访问，因此应用任何低于 500 的响应都视为正常'),
    'unknown-port': (0,messages_text/* text */.Qq)('the port of the actuator cannot be told from the jar, so any answer below 500 of the application counts', '无法从 jar 得知 actuator 的端口，因此应用任何低于 500 的响应都视为正常'),
};

// EXTERNAL MODULE: ./.build/lib/values/health-status.js
var health_status = __webpack_require__(16426);
;// CONCATENATED MODULE: ./.build/lib/jar/health.js


/** The probe that follows from an application's configuration; `appPort` is the port it listens on. */
function healthProbe(configuration, appPort) {
    const { health } = configuration;
    const root = (reason) => ({
        scheme: configuration.tls ? 'https' : 'http',
        port: appPort,
        path: `${configuration.contextPath}/`,
        status: health_status/* belowServerError */.R8,
        reason,
        fallback: undefined,
    });
    // A port of the actuator's own would answer, and the application none the less be out of reach.
    if (configuration.address !== undefined)
        return root(healthReasons['application-local']);
    if (health.state !== 'served')
        return root(healthReasons[health.state]);
    if (health.managementPort === null)
        return root(healthReasons['unknown-port']);
    return {
        scheme: health.tls ? 'https' : 'http',
        port: health.managementPort ?? appPort,
        path: health.path,
        status: health_status/* okStatus */.Lj,
        reason: health.managementPort === undefined ? healthReasons.actuator : healthReasons['management-port'],
        fallback: root(healthReasons['actuator-closed']),
    };
}

// EXTERNAL MODULE: ./.build/lib/jar/services.js
var services = __webpack_require__(81850);
// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
;// CONCATENATED MODULE: ./.build/lib/decision/health.js



/** Decides how the application is asked whether it is well: as the inputs say, else as its jar does. */
function decideHealth(settings, project, appPort) {
    const { configuration } = project.jar;
    const probe = healthProbe(configuration, appPort);
    const given = settings.health.path;
    const port = given === undefined ? probe.port : appPort;
    const local = (0,services/* localOnes */.VC)(configuration.services);
    const path = given ?? probe.path;
    const actuator = given === undefined || given === probe.path || probe.fallback === undefined
        ? undefined
        : { path: probe.path, port: probe.port };
    const endpoint = configuration.health;
    return {
        path,
        port,
        status: settings.health.status ?? (given === undefined ? probe.status : [{ from: 200, to: 200 }]),
        fallback: given !== undefined || settings.health.status !== undefined || probe.fallback === undefined
            ? undefined
            : { path: probe.fallback.path, port: probe.fallback.port, status: probe.fallback.status },
        timeoutSeconds: settings.health.timeoutSeconds,
        database: configuration.databasePlace,
        local: local.length === 0 ? undefined : local,
        listens: (port === appPort ? configuration.address : configuration.health.address)?.setting,
        managementPort: port === appPort ? undefined : true,
        telling: (endpoint.state === 'served' && endpoint.path === (actuator?.path ?? path)) || undefined,
        actuator,
    };
}
/** Why it is asked so. */
function reasonForHealth({ health }, project, appPort) {
    if (health.path !== undefined || health.status !== undefined)
        return commands/* commandMessages */.c.healthGiven;
    return healthProbe(project.jar.configuration, appPort).reason;
}
/** What is asked through nginx: the health path where the application's own port serves it, else its root. */
function proofTarget(health, project, appPort) {
    return health.port === appPort ? health.path : `${project.jar.configuration.contextPath}/`;
}

;// CONCATENATED MODULE: ./.build/lib/decision/volume-owner.js
/** Who an application without a user of its own runs as, where its folders allow: beyond the accounts of a distribution. */
const applicationUser = { uid: 10_001, gid: 10_001 };
/**
 * The user that can write to every folder, or undefined where only root can: folders that exist keep their owner
 * (nothing mounted is ever changed), those still to be made will belong to whom this says.
 */
function folderOwner(folders) {
    const owners = folders.filter((folder) => folder.exists).map(({ uid, gid }) => ({ uid, gid }));
    const [first, ...others] = owners;
    if (first === undefined)
        return applicationUser;
    if (first.uid === 0 || others.some((owner) => owner.uid !== first.uid || owner.gid !== first.gid))
        return undefined;
    return first;
}

;// CONCATENATED MODULE: ./.build/lib/decision/user.js



/** Root and its group. */
const root = { uid: 0, gid: 0 };
/**
 * Decides whom the container runs as, for it and its folders alike: `docker-options`, else as a container that was taken
 * over, else the Dockerfile, else the owner of `folders`, the mounted ones that it may write to.
 */
function decideUser({ container: { options } }, { dockerfile }, inherited, folders) {
    const option = (0,docker_options/* valueOfOption */.GB)(options, 'user');
    // An empty value counts as none for Docker.
    if (option)
        return named(option, 'docker-options');
    if (inherited !== undefined) {
        const { given, effective } = inherited.user;
        if (dockerfile === undefined)
            return named(effective, 'taken-over');
        if (given !== '')
            return named(given, 'taken-over');
    }
    if (dockerfile?.user !== undefined)
        return named(dockerfile.user, 'dockerfile');
    if (dockerfile !== undefined)
        return { word: undefined, ids: undefined, from: 'base-image' };
    const owner = folderOwner(folders) ?? root;
    return { word: owner.uid === 0 ? '' : (0,release_owner/* renderOwner */.c)(owner), ids: owner, from: 'folders' };
}
function named(word, from) {
    return { word, ids: idsOf(word), from };
}
/**
 * The numbers of a user, where its word tells both. Of a number alone the image's passwd tells the group (Docker reference,
 * USER).
 */
function idsOf(word) {
    if (/^(?:0|root)?(?::(?:0|root))?$/.test(word))
        return root;
    const [, uid, gid] = /^(\d{1,10}):(\d{1,10})$/.exec(word) ?? [];
    return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

;// CONCATENATED MODULE: ./.build/lib/decision/decide.js
















/** Decides what is to serve. Pure but for the random name of the proof location of a first deploy. */
function decide(settings, decisionInputs) {
    const { project, server, origin } = decisionInputs;
    const { inherited } = decisionInputs.adoptionSource;
    const { current } = server.releases;
    const named = settings.container.volumes ?? inherited?.volumes ?? (0,default_volumes/* defaultVolumes */.R)(project.app);
    const remembered = (current?.container.carried ?? []).filter(({ container }) => !(0,values_volumes/* isMounted */.BX)(container, named));
    const volumes = [...named, ...remembered];
    const user = decideUser(settings, project, inherited, writable(volumes, server));
    const build = decideBuild(settings, project, server, user);
    const spec = decideContainer(settings, decisionInputs, volumes, user);
    const published = decidePublished(settings, inherited, spec.appPort);
    const newContainer = reasonForContainer((0,build_hash/* containerHash */.Y)(build.hash, spec), build, decisionInputs);
    const id = current !== undefined && newContainer === undefined ? current.id : (0,release_id/* releaseId */.Bf)(decisionInputs.now, origin.commit);
    const mountedFiles = project.files.map(({ container }) => container);
    const old = decisionInputs.adoptionSource.container ?? (0,orphans/* servingContainer */._B)(server);
    const atStake = (0,files_of_old/* filesOfOld */.Y)(old, server, volumes, mountedFiles);
    const choice = newContainer === undefined ? undefined : settings.container.writtenFiles;
    const { carried, mounts } = (0,files_of_old/* whatIsCarried */.x)(atStake, choice, project.app, id);
    const mounted = { ...spec, volumes: [...volumes, ...mounts], carried: [...remembered, ...mounts] };
    const loopbackPort = current !== undefined && newContainer === undefined
        ? current.container.loopbackPort
        : (0,port/* choosePort */.t9)(project.app, server.listeners, server.releases.recordedPorts);
    const health = decideHealth(settings, project, spec.appPort);
    const release = {
        format: 1,
        id,
        app: project.app,
        image: project.image,
        origin: current !== undefined && newContainer === undefined ? current.origin : origin,
        build: current !== undefined && newContainer === undefined ? current.build : build,
        container: { hash: (0,build_hash/* containerHash */.Y)(build.hash, mounted), loopbackPort, ...mounted },
        health,
        site: {
            app: project.app,
            image: project.image,
            release: id,
            domain: settings.site.domain,
            httpsPort: settings.site.httpsPort,
            upstreamPort: loopbackPort,
            publishedAppPort: published?.port,
            publishedOnLoopback: published?.loopbackOnly ?? false,
            staticSite: decideStaticSite(project),
            certificate: decisionInputs.certificate,
            maxBodySize: settings.site.maxBodySize,
            snippet: settings.site.snippet,
            proof: {
                path: current?.site.proof.path ?? `/deploy-proof/${(0,external_node_crypto_.randomBytes)(16).toString('hex')}`,
                target: proofTarget(health, project, spec.appPort),
            },
            ipv6: server.system.ipv6,
        },
        drainTimeoutSeconds: settings.drainTimeoutSeconds,
    };
    return {
        release,
        newContainer,
        healthReason: reasonForHealth(settings, project, spec.appPort),
        atStake,
        carried,
    };
}
/** Why the container that serves cannot stay; undefined where it can. */
function reasonForContainer(hash, build, { project, server, environmentSha256, adoptionSource }) {
    const { current } = server.releases;
    if (adoptionSource.container !== undefined)
        return (0,messages_text/* text */.Qq)('the existing container is taken over', '接管手工部署的容器');
    if (current === undefined)
        return (0,messages_text/* text */.Qq)('nothing is deployed yet', '尚未部署过');
    if (current.build.jar.contentSha256 !== build.jar.contentSha256)
        return (0,messages_text/* text */.Qq)('the jar is another one', 'jar 内容有变化');
    if (current.build.hash !== build.hash)
        return (0,messages_text/* text */.Qq)('Dockerfile, context or build arguments changed', 'Dockerfile、上下文或构建参数有变化');
    if (current.container.hash !== hash)
        return (0,messages_text/* text */.Qq)('settings of the container changed', '容器设置有变化');
    if (server.releases.environmentSha256 !== environmentSha256)
        return (0,messages_text/* text */.Qq)('values of env changed', 'env 的值有变化');
    if (project.files.some(({ name, sha256 }) => server.releases.fileSha256.get(name) !== sha256))
        return (0,messages_text/* text */.Qq)('contents of files changed', 'files 的内容有变化');
    const runs = (0,orphans/* containerOf */.t8)(current.id, server)?.status === 'running';
    return runs || (0,start_again/* toStartAgain */.Q)(current, server) !== undefined
        ? undefined
        : (0,messages_text/* text */.Qq)('its container does not run', '容器未在运行');
}
function decideStaticSite({ app, staticSite }) {
    if (staticSite === undefined)
        return undefined;
    const { sha256, path, fallback } = staticSite;
    return { root: (0,application_paths/* staticRoot */.lN)(app, sha256), path, fallback };
}
function writable(volumes, server) {
    // Root's time zone (`/etc/localtime:/etc/localtime`) makes no application root.
    const paths = volumes.flatMap(({ host, readOnly }) => (readOnly || (0,system_places/* isOfTheSystem */.a)(host) ? [] : [host]));
    return server.storage.folders.filter((folder) => paths.includes(folder.path));
}

// EXTERNAL MODULE: ./.build/lib/jar/service-setting.js
var service_setting = __webpack_require__(43134);
// EXTERNAL MODULE: ./.build/lib/messages/written-files.js
var written_files = __webpack_require__(10110);
// EXTERNAL MODULE: ./.build/lib/project/beside-jar.js + 1 modules
var beside_jar = __webpack_require__(51954);
// EXTERNAL MODULE: ./.build/lib/release/volumes-to-paste.js
var volumes_to_paste = __webpack_require__(84283);
;// CONCATENATED MODULE: ./.build/lib/decision/embedded-database.js








/** Looks whether the application's own database lies in a mount: outside, it goes with the container. */
function unmountedDatabase(settings, project, spec, startsContainer) {
    const nothing = { problems: [], warnings: [] };
    const database = project.jar.configuration.embeddedDatabase;
    if (database === undefined)
        return nothing;
    const path = placeOf(database, settings, project);
    const kept = spec.volumes.filter(({ readOnly }) => !readOnly);
    if (path !== undefined && (0,values_volumes/* isMounted */.BX)(path, kept))
        return nothing;
    const words = { url: database.url, path: path ?? '-', ...waysOut(database, path, spec, project) };
    const certain = path !== undefined && database.certain && nothingOutranks(settings, project, spec);
    // Whoever says that such files may go has been told already.
    if (!certain || settings.container.writtenFiles === 'discard')
        return { ...nothing, warnings: [written_files/* writtenFilesMessages */.v.database(words)] };
    return startsContainer ? { ...nothing, problems: [(0,failure/* failure */.V2)('EMBEDDED_DATABASE_UNMOUNTED', words)] } : nothing;
}
/** The database's path in the container; undefined where the working folder or the user's home decides. */
function placeOf({ file }, settings, project) {
    if (file === undefined)
        return undefined;
    if (file.startsWith('/'))
        return external_node_path_.posix.normalize(file);
    const folder = (0,beside_jar/* workingFolder */.g)(settings.container.options, project.app, project.dockerfile);
    return folder === undefined ? undefined : external_node_path_.posix.join(folder, file);
}
/** Official images of Java set no variable that an application would take for its own. */
const plainJava = /^(?:docker\.io\/)?(?:library\/)?(?:eclipse-temurin|openjdk|amazoncorretto|ibm-semeru-runtimes)(?::|$)/;
/**
 * Whether nothing that cannot be read here sets the URL otherwise: variables that were taken over, the base image's own,
 * configuration in a mounted file or folder, or sent along with the Dockerfile.
 */
function nothingOutranks(settings, project, spec) {
    const folder = (0,beside_jar/* workingFolder */.g)(spec.options, project.app, project.dockerfile) ?? '/';
    const places = [folder, `${folder}/config`];
    const read = (path) => places.some((place) => place === path || place.startsWith(`${path}/`) || path.startsWith(`${folder}/config/`));
    return (spec.inheritedEnvironment.length === 0 &&
        project.baseImages.every((image) => plainJava.test(image)) &&
        !project.context.some(({ path }) => /(?:^|\/)(?:application|bootstrap)[^/]*[.](?:ya?ml|properties)$|\.sh$/.test(path)) &&
        !spec.files.some(({ container }) => /[.](?:ya?ml|properties|json|sh)$/.test(container)) &&
        !spec.volumes.some(({ container }) => read(container)) &&
        !['volumes-from', 'tmpfs'].some((option) => (0,docker_options/* givesOption */.Il)(settings.container.options, option)));
}
/** The `volumes` that keep it, where it has a folder of its own; and the variable that moves it into a mount. */
function waysOut({ url, key, from, file }, path, { volumes, options }, project) {
    const folder = path === undefined ? undefined : external_node_path_.posix.dirname(path);
    const { app } = project;
    // The image has files in the working folder and above it, the jar among them.
    const used = [(0,beside_jar/* workingFolder */.g)(options, project.app, project.dockerfile) ?? '/', '/root', '/home'];
    const own = folder !== undefined && !used.some((other) => isAbove(folder, other));
    const place = (0,volumes_to_paste/* writableFolder */.BK)(app, volumes);
    const moved = file === undefined ? url : url.slice(0, url.length - file.length) + external_node_path_.posix.join(place, external_node_path_.posix.basename(file));
    return {
        volumes: own ? ((0,volumes_to_paste/* volumesToPaste */.us)([...volumes, ...(0,volumes_to_paste/* suggestedVolumes */.r2)(app, [folder], volumes)]) ?? '') : '',
        variable: (0,service_setting/* settingLine */.Ht)(key, file === undefined ? `jdbc:…:${place}/…` : moved, {
            settingOf: () => ({ value: '', from, name: from === 'environment' ? (0,service_setting/* variableOf */.Qn)(key) : key }),
        }),
    };
}
/** Whether a folder is another one, or holds it. */
function isAbove(folder, other) {
    return folder === '/' || folder === other || other.startsWith(`${folder}/`);
}

// EXTERNAL MODULE: ./.build/lib/decision/env-content.js
var env_content = __webpack_require__(17614);
// EXTERNAL MODULE: ./.build/lib/values/java-options.js
var java_options = __webpack_require__(44582);
;// CONCATENATED MODULE: ./.build/lib/decision/heap.js




/** What a JVM takes beside its heap at least: with less, it is killed under load. */
const besideHeap = 200 * values_memory/* MiB */.lv;
/** Warns of a heap that leaves the JVM too little of the container's `memory`: under load the kernel kills it. */
function heapNotices({ memory, javaOptions, environment }) {
    const options = javaOptions ?? (0,values_environment/* valuesOf */.sm)(environment)[java_options/* javaOptionsVariable */.lw];
    if (memory === undefined || options === undefined)
        return [];
    const limit = (0,values_memory/* memoryBytes */.ZY)(memory);
    const allowed = heapIn((0,java_options/* javaWords */.OP)(options) ?? []);
    if (allowed === undefined)
        return [];
    const heap = 'bytes' in allowed ? allowed.bytes : limit * allowed.share;
    if (limit - heap >= besideHeap)
        return [];
    // A share of more memory is more.
    const enough = 'bytes' in allowed ? heap + values_memory/* roomBesideHeap */.Gv : values_memory/* roomBesideHeap */.Gv / (1 - allowed.share);
    const percentage = (0,values_memory/* heapPercentage */.z6)(limit);
    return [
        (0,failure/* failure */.V2)('HEAP_TOO_LARGE', {
            memory,
            heap: mebibytes(heap),
            rest: mebibytes(Math.max(limit - heap, 0)),
            enough: Number.isFinite(enough) ? (0,values_memory/* roundedUp */.Te)(enough) : '',
            // Where all of the memory is the heap's, no size is enough.
            percentage: percentage >= 25 || !Number.isFinite(enough) ? String(Math.max(percentage, 25)) : '',
        }),
    ];
}
/** The heap that options allow: the last of each kind counts, and a size goes before a percentage. */
function heapIn(words) {
    const last = (form) => words.map((word) => form.exec(word)).findLast((match) => match !== null) ?? undefined;
    const size = last(/^-(?:Xmx|XX:MaxHeapSize=)(\d+)([kmgt]?)$/i);
    if (size !== undefined) {
        return { bytes: Number(size[1]) * 1024 ** ['', 'k', 'm', 'g', 't'].indexOf((size[2] ?? '').toLowerCase()) };
    }
    // Then the percentage is of that, and not of the container's.
    if (last(/^-XX:MaxRAM=/) !== undefined)
        return undefined;
    const percentage = last(/^-XX:MaxRAMPercentage=(\d+(?:\.\d+)?)$/);
    return percentage === undefined ? undefined : { share: Math.min(1, Number(percentage[1]) / 100) };
}
function mebibytes(bytes) {
    return (bytes / values_memory/* MiB */.lv).toFixed(0);
}

;// CONCATENATED MODULE: ./.build/lib/decision/written-paths.js





/** What is said of the folders that an application's configuration names, where its container is as `spec` says. */
function pathNotices(spec, project) {
    return unmountedPaths(project.jar.configuration.paths, {
        app: project.app,
        workingFolder: (0,beside_jar/* workingFolder */.g)(spec.options, project.app, project.dockerfile),
        volumes: spec.volumes,
        files: project.files,
    });
}
/**
 * Warns of folders that an application's configuration names for what it keeps, and that are in no mount: they would go
 * with the container.
 */
function unmountedPaths(paths, place) {
    const outside = paths.flatMap((one) => {
        const inContainer = resolved(one.path, place.workingFolder);
        const kept = inContainer !== undefined &&
            ((0,values_volumes/* isMounted */.BX)(inContainer, place.volumes) ||
                place.files.some(({ container }) => container === inContainer) ||
                place.volumes.some(({ container }) => container === inContainer) ||
                /^\/(?:tmp|dev|proc|sys|var\/tmp)(?:\/|$)/.test(inContainer));
        return kept ? [] : [{ ...one, inContainer }];
    });
    if (outside.length === 0)
        return [];
    const folders = [...new Set(outside.map(({ inContainer }) => mountable(inContainer, place)))];
    const fit = folders.filter((folder) => folder !== undefined);
    // Mounts for some of them alone would leave the rest where it is.
    const added = fit.length < folders.length ? [] : (0,volumes_to_paste/* suggestedVolumes */.r2)(place.app, fit, place.volumes);
    const mounted = (0,volumes_to_paste/* writableFolder */.BK)(place.app, place.volumes);
    return [
        (0,failure/* failure */.V2)('FILES_UNMOUNTED', {
            paths: outside
                .map(({ key, path, shown, inContainer }) => shown
                ? `${key} = ${path}${inContainer === undefined || inContainer === path ? '' : ` (${inContainer})`}`
                : key)
                .join(', '),
            volumes: added.length === 0 ? '' : ((0,volumes_to_paste/* volumesToPaste */.us)([...place.volumes, ...added]) ?? ''),
            variables: outside.map(({ key }) => `${written_paths_variableOf(key)}=${mounted}`).join('\n'),
        }),
    ];
}
/** The path in the container; undefined where the base image's working folder decides. */
function resolved(path, workingFolder) {
    if (path.startsWith('/'))
        return external_node_path_.posix.normalize(path).replace(/(.)\/$/, '$1');
    return workingFolder === undefined ? undefined : external_node_path_.posix.join(workingFolder, path).replace(/(.)\/$/, '$1');
}
/** The path, where a mount there hides nothing of the image's: not above what it has, and in a form that `volumes` takes. */
function mountable(path, { workingFolder }) {
    if (path === undefined || !(0,values_volumes/* isFolder */.lQ)(path) || path.includes(':'))
        return undefined;
    const above = (folder) => folder === path || folder.startsWith(`${path}/`);
    return above(workingFolder ?? '/') || (/^\/[^/]*$/.test(path) && !/^\/(?:data\d*|uploads?|files?|export)$/.test(path))
        ? undefined
        : path;
}
function written_paths_variableOf(key) {
    return key.replaceAll('.', '_').replaceAll('-', '').toUpperCase();
}

;// CONCATENATED MODULE: ./.build/lib/decision/target.js







/** Decides the release that a project and settings ask for, and what is to be said of it. */
function decideTarget(inputs) {
    const { settings, project, server, certificate, publicAddress, origin, now } = inputs;
    const environment = (0,env_content/* renderedEnvironment */.L)(settings.container.environment);
    const adoptionSource = adoptionSourceOf(settings, project, server);
    const { release, newContainer, healthReason, atStake, carried } = decide(settings, {
        project,
        server,
        adoptionSource,
        certificate: certificate.pair,
        environmentSha256: environment === undefined ? undefined : (0,env_content/* sha256Of */.B)(environment),
        origin,
        now,
    });
    const database = unmountedDatabase(settings, project, release.container, newContainer !== undefined);
    return {
        release,
        source: sourceOf(project, environment, release, server.releases.current),
        newContainer,
        certificate,
        adoption: adoptionSource,
        atStake,
        carried,
        publicAddress,
        hidden: 'taken-over',
        choices: {
            writtenFiles: settings.container.writtenFiles,
            keepReleases: settings.keepReleases,
            host: settings.server.host,
            dnsOverwrite: settings.tencent?.dnsOverwrite ?? [],
            language: settings.language,
            hooks: settings.hooks,
        },
        advice: {
            problems: [...database.problems, ...adoptionProblems(adoptionSource, settings, project, atStake)],
            warnings: database.warnings,
            notices: {
                configuration: (0,configuration_notices/* configurationNotices */.A)(project, release.container.inheritedEnvironment),
                paths: [...heapNotices(settings.container), ...pathNotices(release.container, project)],
            },
            healthReason,
        },
    };
}
function sourceOf(project, environment, { build }, current) {
    const { context, files, jar, pulledImages, staticSite, dockerfile } = project;
    return {
        kind: 'project',
        context,
        environment,
        files,
        jarSource: jar.path,
        recipe: build.unpacked && recipeFor(jar, build.jar, current),
        fileBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
        pulledImages,
        staticSite,
        shellForm: dockerfile?.shellForm,
    };
}
/** The runner's own for the jar that it has; for one that the server has and that was packed otherwise, that which is there. */
function recipeFor({ sha256, exploded }, built, current) {
    if (built.sha256 !== sha256)
        return current && { release: current.id };
    return typeof exploded === 'object' ? exploded.recipe : undefined;
}

// EXTERNAL MODULE: ./.build/lib/deployment/cloud.js + 2 modules
var cloud = __webpack_require__(6720);
// EXTERNAL MODULE: ./.build/lib/deployment/plan.js + 88 modules
var plan = __webpack_require__(26074);
// EXTERNAL MODULE: ./.build/lib/deployment/space.js
var space = __webpack_require__(70122);
// EXTERNAL MODULE: ./.build/lib/nginx/site.js
var nginx_site = __webpack_require__(18342);
// EXTERNAL MODULE: ./.build/lib/release/run-name.js
var run_name = __webpack_require__(53353);
// EXTERNAL MODULE: ./.build/lib/resources/certificate.js
var certificate = __webpack_require__(45619);
// EXTERNAL MODULE: ./.build/lib/resources/docker-engine.js
var docker_engine = __webpack_require__(96553);
// EXTERNAL MODULE: ./.build/lib/resources/packages/packages.js + 5 modules
var packages_packages = __webpack_require__(54304);
;// CONCATENATED MODULE: ./.build/lib/resources/packages/room.js

/**
 * Room that the packages to be installed take, unpacked and as they are fetched: Docker Engine with containerd some
 * 300 MB, the others little. Taken low, so that no server is refused that could do it.
 */
function provisionNeeds(system, missing) {
    if (missing.length === 0)
        return [];
    const engine = (0,packages_packages/* familyOf */.Ap)(system)?.docker[0];
    const withDocker = engine !== undefined && missing.includes(engine);
    return [
        { path: '/usr', bytes: withDocker ? 300_000_000 : 30_000_000, inodes: withDocker ? 2000 : 500 },
        { path: '/var', bytes: withDocker ? 100_000_000 : 50_000_000, inodes: withDocker ? 2000 : 500 },
    ];
}

// EXTERNAL MODULE: ./.build/lib/server/space.js
var server_space = __webpack_require__(73022);
// EXTERNAL MODULE: ./.build/lib/survey/closed-places.js
var closed_places = __webpack_require__(80402);
// EXTERNAL MODULE: ./.build/lib/survey/deployment.js + 6 modules
var deployment = __webpack_require__(59101);
// EXTERNAL MODULE: ./.build/lib/survey/provisioned-server.js
var provisioned_server = __webpack_require__(70679);
// EXTERNAL MODULE: ./.build/lib/survey/refusals.js
var refusals = __webpack_require__(58900);
// EXTERNAL MODULE: ./.build/lib/messages/seed.js
var seed = __webpack_require__(71714);
;// CONCATENATED MODULE: ./.build/lib/survey/runner-image.js

/** Seconds for an answer of the runner's engine about itself. */
const askSeconds = 15;
const seen = '{{.Id}} {{.Os}}/{{.Architecture}}{{range .RepoDigests}} {{.}}{{end}}';
/** How the runner can help with each of `images` on a server of this architecture. Nothing is changed on the runner. */
async function runnerSupplies(docker, images, architecture) {
    const engine = await docker.run(['version', '--format', '{{.Server.Os}}/{{.Server.Arch}}'], { seconds: askSeconds });
    const why = whyNone(engine);
    const supplyOf = async (image) => {
        if (why !== undefined)
            return { kind: 'none', why };
        if (image.includes('@'))
            return { kind: 'none', why: seed/* seedMessages */.c.byDigest };
        const words = ['image', 'inspect', '--format', seen, image];
        const { code, stdout, stderr } = await docker.run(words, { seconds: askSeconds });
        const [id = '', platform = '', ...digests] = stdout.trim().split(' ');
        const local = !digests.some((digest) => familiar(digest) === familiar(image));
        // One that it has must not be taken for missing, as a pull would lead its name elsewhere.
        if (code !== 0 && !/no such image/i.test(stderr))
            return { kind: 'none', why: silent(stderr) };
        if (code !== 0)
            return { kind: 'pulls', docker, plain: engine.stdout.trim() === `linux/${architecture}` };
        if (platform === `linux/${architecture}`)
            return { kind: 'has', docker, id, local };
        return local
            ? { kind: 'none', why: seed/* seedMessages */.c.otherPlatform(platform, architecture) }
            : { kind: 'pulls', docker, plain: false };
    };
    return new Map(await Promise.all(images.map(async (image) => [image, await supplyOf(image)])));
}
/** The repository of an image, or of a digest that a registry gave, as Docker shows it. */
function familiar(reference) {
    return reference.replace(/@.*$|:[^:/]*$/, '').replace(/^(?:index\.)?docker\.io\/(?:library\/)?|^library\//, '');
}
function silent(stderr) {
    return seed/* seedMessages */.c.dockerSilent(stderr.trim().split('\n').at(-1) ?? '');
}
function whyNone({ code, stdout, stderr }) {
    if (code === 127)
        return seed/* seedMessages */.c.noDocker;
    if (code !== 0)
        return silent(stderr);
    return stdout.startsWith('linux/') ? undefined : seed/* seedMessages */.c.noLinuxImages;
}

// EXTERNAL MODULE: ./.build/lib/values/image-architecture.js
var image_architecture = __webpack_require__(64762);
// EXTERNAL MODULE: ./.build/lib/commands/check-hooks.js + 2 modules
var check_hooks = __webpack_require__(17785);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
// EXTERNAL MODULE: ./.build/lib/engine/survey.js
var survey = __webpack_require__(29719);
// EXTERNAL MODULE: ./.build/lib/nginx/configuration.js
var configuration = __webpack_require__(52731);
// EXTERNAL MODULE: ./.build/lib/nginx/syntax-error.js
var syntax_error = __webpack_require__(15101);
// EXTERNAL MODULE: ./.build/lib/survey/written-files.js + 1 modules
var survey_written_files = __webpack_require__(22726);
;// CONCATENATED MODULE: ./.build/lib/commands/survey-adopted.js





/**
 * Adds to what was surveyed what a container holds that is neither the application's nor bears its name, but would be taken
 * over, since nginx leads to it. Only that one is looked into of all that run on the server.
 */
async function surveyAdopted(server, settings, project, surveyed, volumes) {
    const { written, manualContainers, nginx } = surveyed;
    if (manualContainers.length === 0 || nginx.state === 'missing')
        return surveyed;
    const configuration = readable(nginx.dump);
    const [container] = configuration === undefined ? [] : (0,adoption_container/* containersToAdopt */.q)(settings, project, surveyed, configuration);
    if (container === undefined || written.containers.some((one) => one.container === container.id))
        return surveyed;
    const more = await (0,survey/* survey */.Fr)(server, { written: (0,survey_written_files/* writtenFilesProbe */.$Q)(project, volumes, container.id) });
    return { ...surveyed, written: { ...written, containers: [...written.containers, ...more.written.containers] } };
}
/** What cannot be read is refused when the deployment is planned. */
function readable(dump) {
    try {
        return (0,configuration/* parseDump */.o)(dump);
    }
    catch (error) {
        if (error instanceof syntax_error/* NginxSyntaxError */.A)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./.build/lib/commands/prepare.js
























/**
 * Surveys the server, once it lets `opening` pass. What it finds may be one that cannot be worked with: see {@link refuse}.
 * Throws `Failures` where root would run or write what another user can change.
 */
async function look(server, settings, { project }, run, record, opening = '') {
    return (0,commands_run/* timed */.ay)(run, record, 'survey', commands/* commandMessages */.c.survey, async () => {
        const volumes = settings.container.volumes ?? (0,default_volumes/* defaultVolumes */.R)(project.app);
        const surveyed = await (0,deployment/* surveyDeployment */.GG)(server, project, settings.site.domain, volumes, opening);
        const { current } = surveyed.releases;
        record.previous = current;
        run.log.info(current === undefined ? commands/* commandMessages */.c.nothingDeployed : commands/* commandMessages */.c.current(current.id));
        const strange = (0,refusals/* distrusted */.kw)(surveyed, (0,application_paths/* applicationDirectory */.gZ)(project.app));
        if (strange.length > 0)
            throw new failure/* Failures */.oo(strange);
        const [adopted, supplies] = await Promise.all([
            surveyAdopted(server, settings, project, surveyed, volumes),
            suppliesFor(surveyed, run),
            (0,check_hooks/* checkHooks */.T)(server, settings.hooks),
        ]);
        return { ...adopted, supplies };
    });
}
/** How the runner can help with base images that the server lacks; it is not asked where there are none. */
async function suppliesFor({ imageSources, system }, { docker }) {
    const missing = imageSources.map(({ image }) => image);
    return missing.length === 0 ? new Map() : runnerSupplies(docker, missing, (0,image_architecture/* imageArchitecture */.l)(system.architecture));
}
/** Throws `Failures` where the server, or what surrounds it, is one that cannot be worked with. */
function refuse(surveyed, settings, { project }, cloud, run) {
    const nginx = surveyed.nginx.state === 'missing' ? undefined : surveyed.nginx;
    const broken = nginx?.managedFile?.broken;
    const missing = (0,packages_packages/* missingPackages */.K$)(surveyed);
    const problems = [
        // The pair to be served is the very one: another one would be served in its stead.
        ...(settings.certificate.source === 'existing' &&
            nginx &&
            broken !== undefined &&
            (0,certificate/* complainsOfOwnPair */.s4)(broken, settings.site.domain)
            ? [(0,refusals/* brokenBefore */.ZT)(nginx, broken)]
            : []),
        ...(0,refusals/* confined */.dg)(surveyed.system),
        ...(0,refusals/* refusals */.Ke)(surveyed.docker, surveyed.nginx, project.baseImages),
        ...(0,packages_packages/* provisionProblems */.ao)(surveyed.system, missing, settings.provision ? 'yes' : 'no'),
        ...(0,server_space/* spaceFailures */.Ew)(settings.server.host, [...space/* needsOfRun */.A, ...provisionNeeds(surveyed.system, missing)], surveyed.storage.fileSystems),
        ...(0,closed_places/* closedFailures */.oo)(surveyed.closed, [...deployment/* placesOfRun */.pW, ...(missing.length > 0 ? deployment/* placesOfPackages */.jR : [])]),
        ...cloudPlanFor(settings, project.app, cloud, run).problems,
    ];
    if (problems.length > 0)
        throw new failure/* Failures */.oo(problems);
}
/** What is to be published in the account, as far as the inputs alone tell: known before anything is touched. */
function cloudPlanFor({ site, container, tencent }, app, { account, publicAddress }, { origin }) {
    const published = container.publishPort === true && container.port !== undefined ? [container.port] : [];
    const pages = site.staticSite === undefined ? [] : [nginx_site/* staticPorts */.d6.https, nginx_site/* staticPorts */.d6.http];
    return (0,cloud/* planCloud */.p)({
        app,
        domain: site.domain,
        publicAddress,
        dnsOverwrite: tencent?.dnsOverwrite ?? [],
        ports: [site.httpsPort, ...pages, ...published],
        appPort: container.port,
        run: (0,run_name/* runName */.r)(origin),
    }, account);
}
/** Steps that bring a server to "docker and nginx present"; none where it is. */
function provisioning(surveyed) {
    const missing = (0,packages_packages/* missingPackages */.K$)(surveyed);
    return [...(0,packages_packages/* planPackages */.dL)(surveyed.system, missing), ...(0,docker_engine/* planEngine */.K)(surveyed.system, surveyed.docker)];
}
/**
 * Steps that put back what keeps nginx from starting and is ours: the very pair of the inputs, which files of ours name.
 * Until it is whole, each application of the domain would be refused for the other's file.
 */
function mending({ nginx, certificates }, settings, { provided }) {
    if (nginx.state === 'missing' || provided?.install === undefined)
        return [];
    const { pair, install } = provided;
    if (![pair.chainPath, pair.keyPath].some((path) => nginx.complaint.includes(`"${path}"`)))
        return [];
    return (0,certificate/* planCertificate */.Xz)(pair, settings.site.domain, install.chain, install.key, certificates);
}
/** The server after provisioning. Throws `Failures` where it is still one that cannot be worked with. */
function provisioned(surveyed, settings, prepared, cloud, run) {
    refuse(surveyed, settings, prepared, cloud, run);
    return (0,provisioned_server/* provisionedServer */.I)(surveyed);
}
/** Decides the release of the project, and plans the way to it. Throws `Failures` with all that stands in its way. */
function planFor(settings, { project }, server, certificate, { account, publicAddress }, { origin, now: clock }) {
    const now = new Date(clock());
    const target = decideTarget({ settings, project, server, certificate, publicAddress, origin, now });
    return (0,plan/* planDeployment */.H)(target, server, account);
}


/***/ }),

/***/ 29060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ reachServer)
});

// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/messages/held-log.js
var held_log = __webpack_require__(82719);
// EXTERNAL MODULE: ./.build/lib/server/sessions-needed.js
var sessions_needed = __webpack_require__(38993);
// EXTERNAL MODULE: ./.build/lib/commands/connect.js + 30 modules
var connect = __webpack_require__(97792);
;// CONCATENATED MODULE: ./.build/lib/commands/early-connection.js




/**
 * Does `read`, which may have the connection begun, then `work`, which takes it. Where the reading fails, that is told; beside
 * it why nothing could be connected, where that is known by then. What `work` did not take is closed.
 */
async function whileConnecting(settings, run, read, work) {
    const left = new AbortController();
    const held = (0,held_log/* heldLog */.e)();
    let connecting;
    let failed;
    let taken = false;
    const early = {
        begin: () => {
            const cancelled = AbortSignal.any([run.cancelled, left.signal]);
            connecting ??= (0,connect/* connectTo */.m)(settings.server, { log: held, cancelled }).then((session) => {
                session.warm(sessions_needed/* sessionsNeeded */.D);
                return session;
            });
            connecting.catch((error) => {
                failed = error;
            });
        },
        take: async (log) => {
            early.begin();
            taken = true;
            held.tellTo(log);
            return await connecting;
        },
    };
    /** Where a firewall must be opened first, or may have to be, the server is asked for nothing before. */
    const begin = opensFirst(settings) ? () => { } : early.begin;
    try {
        const found = await read(begin).catch((error) => {
            throw failed === undefined ? error : both(error, failed);
        });
        return await work(found, early);
    }
    finally {
        if (!taken) {
            left.abort();
            void connecting?.then((session) => session.dispose()).catch(() => { });
        }
    }
}
function opensFirst({ tencent }) {
    return tencent !== undefined && tencent.sshFromRunner !== 'nobody';
}
function both(first, second) {
    const failures = (0,failure/* failuresOf */.dJ)(first);
    return new failure/* Failures */.oo([
        ...failures,
        ...(0,failure/* failuresOf */.dJ)(second).filter(({ message }) => !failures.some((one) => one.message === message)),
    ]);
}

// EXTERNAL MODULE: ./.build/lib/commands/open-account.js + 8 modules
var open_account = __webpack_require__(49479);
// EXTERNAL MODULE: ./.build/lib/commands/read-runner.js + 27 modules
var read_runner = __webpack_require__(29976);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
// EXTERNAL MODULE: ./.build/lib/commands/ssh-access.js + 4 modules
var ssh_access = __webpack_require__(65569);
;// CONCATENATED MODULE: ./.build/lib/commands/reach-server.js






/** Reads what the runner has, while it connects; then does `work` over the connection. Throws what each of them throws. */
async function reachServer(settings, run, record, work) {
    const connected = async (prepared, early) => {
        const tencent = settings.tencent && (0,open_account.openAccount)(settings.tencent, settings.language, run, run.cancelled);
        const over = async (access) => {
            const title = commands/* commandMessages */.c.connect(settings.server.host);
            const session = await (0,commands_run/* timed */.ay)(run, record, 'connect', title, access.connect);
            await work({ session, access, tencent, settings, prepared, run, record });
        };
        await (0,ssh_access/* withSshAccess */.V)(tencent, settings, run, record, over, early);
    };
    await whileConnecting(settings, run, (begin) => (0,read_runner/* readRunner */.f)(settings, run, record, begin), connected);
}


/***/ }),

/***/ 71093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ containersToAdopt)
/* harmony export */ });
/* harmony import */ var _nginx_back_ends_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75125);
/* harmony import */ var _nginx_label_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91155);
/* harmony import */ var _nginx_servers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52193);
/* harmony import */ var _survey_manual_container_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85625);




/**
 * The containers set up by hand, one of which this deployment takes over: the one of the application's name, else those
 * that nginx's server of the same name and port leads to by its `location /`; one that runs rather than one that has ended.
 * Several: which of them is the application cannot be told. None: there is none, or `adopt` says not to.
 */
function containersToAdopt({ adopt, site }, { image }, { manualContainers, releases }, nginx) {
    if (!adopt)
        return [];
    // One that an earlier run took over is kept for people to return to, not to be taken over again.
    const candidates = manualContainers.filter(({ id }) => id !== releases.adopted?.container?.id);
    const named = candidates.find(({ name }) => name.toLowerCase() === image);
    if (named !== undefined)
        return [named];
    const ports = (0,_nginx_servers_js__WEBPACK_IMPORTED_MODULE_1__/* .serversFor */ .Qm)(nginx, site.domain, site.httpsPort)
        .filter(({ file }) => (0,_nginx_label_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerOf */ .bf)(file, nginx.files.get(file) ?? '') === undefined)
        .flatMap(({ block }) => (0,_nginx_back_ends_js__WEBPACK_IMPORTED_MODULE_2__/* .mainBackEnds */ .zd)(block, nginx).map(({ port }) => port));
    const found = candidates.filter(({ published }) => published.some(({ port }) => ports.includes(port)));
    const running = found.filter(_survey_manual_container_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunning */ .W);
    return running.length > 0 ? running : found;
}


/***/ }),

/***/ 71251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ configurationNotices)
/* harmony export */ });
/* harmony import */ var _checks_local_service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13071);
/* harmony import */ var _jar_lookup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9236);
/* harmony import */ var _jar_services_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81850);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21625);




/** What the application's configuration says that cannot work in a container. */
function configurationNotices({ jar }, inheritedEnvironment = []) {
    const { address, health, services } = jar.configuration;
    // What a variable of the container taken over says is not known here.
    const local = (0,_jar_services_js__WEBPACK_IMPORTED_MODULE_2__/* .localOnes */ .VC)(services).filter(({ setting }) => {
        const [, variable] = /^env: (\w+)=/.exec(setting) ?? [];
        return (variable === undefined || !inheritedEnvironment.some((name) => (0,_jar_lookup_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentKey */ .J4)(name) === (0,_jar_lookup_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentKey */ .J4)(variable)));
    });
    const addresses = [
        { key: 'server.address', setting: address?.setting },
        { key: 'management.server.address', setting: health.address?.setting },
    ];
    return [
        ...(local.length === 0 ? [] : [(0,_checks_local_service_js__WEBPACK_IMPORTED_MODULE_0__/* .servicesAtLocalhost */ .RI)(local)]),
        ...addresses.flatMap(({ key, setting }) => setting === undefined ? [] : [(0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .failure */ .V2)('ADDRESS_UNREACHABLE', { key, setting })]),
    ];
}


/***/ })

};
