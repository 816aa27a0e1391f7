export const id = 551;
export const ids = [551];
export const modules = {

/***/ 35551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  status: () => (/* binding */ status_status)
});

// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/messages/status.js
var messages_status = __webpack_require__(56625);
// EXTERNAL MODULE: ./.build/lib/status/describe.js + 1 modules
var describe = __webpack_require__(50055);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/status/lines.js

/** The lines of a section in a log, what came from elsewhere aside. */
function linesOf({ notes = [], facts = [], table }) {
    return [
        ...notes,
        ...facts.map(([name, value]) => (0,messages_text/* text */.Qq)(`${name.en}: ${value.en}`, `${name.zh}：${value.zh}`)),
        ...(table === undefined || table.rows.length === 0 ? [] : columns(table)),
    ];
}
/** A table in columns of even width. */
function columns({ heading, rows }) {
    const all = [heading, ...rows];
    const en = aligned(all.map((row) => row.map((cell) => cell.en)));
    const zh = aligned(all.map((row) => row.map((cell) => cell.zh)));
    return en.map((line, at) => (0,messages_text/* text */.Qq)(line, zh[at] ?? ''));
}
function aligned(rows) {
    const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
    return rows.map((row) => row
        .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd());
}
/** Columns of a terminal that a word takes: signs of Chinese take two. */
function widthOf(words) {
    return [...words].reduce((sum, sign) => sum + (/[\u3000-\u9fff\uff00-\uffef]/.test(sign) ? 2 : 1), 0);
}

// EXTERNAL MODULE: ./.build/lib/commands/connect.js + 30 modules
var connect = __webpack_require__(97792);
// EXTERNAL MODULE: ./.build/lib/deployment/managed-applications.js
var managed_applications = __webpack_require__(22093);
// EXTERNAL MODULE: ./.build/lib/layout/release-paths.js
var release_paths = __webpack_require__(33433);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/values/app-name.js
var app_name = __webpack_require__(55508);
;// CONCATENATED MODULE: ./.build/lib/status/applications.js

/** An application in a line. */
function listed({ app, file, release, domain, ports }, holders) {
    return {
        app,
        url: `https://${domain}:${ports[0]}`,
        release,
        file: file === '' ? undefined : file,
        underWay: underWay(holders.get((0,app_name/* imageNameOf */.mi)(app))),
    };
}
/** The runs at work on what was not deployed before. */
function firstDeploys(all, holders) {
    const images = all.map(({ app }) => (0,app_name/* imageNameOf */.mi)(app));
    return [...holders].flatMap(([image, holder]) => {
        const found = images.includes(image) ? undefined : underWay(holder);
        return found === undefined ? [] : [{ image, ...found }];
    });
}
function underWay(holder) {
    if (holder === undefined)
        return undefined;
    const { who = '', runUrl = '', since = '' } = holder;
    return { who: who || '-', runUrl: runUrl || '-', since: since || '-' };
}

// EXTERNAL MODULE: ./.build/lib/checks/application.js
var application = __webpack_require__(67732);
;// CONCATENATED MODULE: ./.build/lib/status/findings.js


/** Days before the end of a certificate from which on it is warned of. */
const soonDays = 15;
/** What is wrong with an application that was deployed; each with its fix. */
function findings({ docker, nginx }, application, seen) {
    const { app, halfDone, site, container, certificate } = application;
    return [
        ...(halfDone === undefined ? [] : [(0,failure/* failure */.V2)('SWITCH_HALF_DONE', { app, release: halfDone })]),
        ...(docker.state === 'running' ? [] : [(0,failure/* failure */.V2)('DOCKER_STOPPED', { app })]),
        ...(container === undefined || seen === undefined ? [] : unwell(container, seen)),
        ...(nginx.state === 'running' ? [] : [(0,failure/* failure */.V2)('NGINX_STOPPED', { app, port: site.httpsPort })]),
        ...(nginx.state !== 'running' || site.serves || application.underWay !== undefined
            ? []
            : [(0,failure/* failure */.V2)('RELEASE_NOT_SERVED', { ...site, app, release: application.serving.release })]),
        ...(certificate === undefined ? [] : ending(certificate, site.domain)),
    ];
}
function unwell({ name, state, exitCode, outOfMemory }, seen) {
    if (seen.well)
        return [];
    const stands = ['running', 'restarting'].includes(state);
    if (stands || outOfMemory)
        return [(0,application/* diagnoseApplication */.n)(seen.observation)];
    return [(0,failure/* failure */.V2)('CONTAINER_NOT_RUNNING', { container: name, state, exitCode })];
}
function ending({ path, notAfter, daysLeft }, domain) {
    if (notAfter === undefined)
        return [(0,failure/* failure */.V2)('CERTIFICATE_GONE', { domain, path })];
    return daysLeft >= soonDays ? [] : [(0,failure/* failure */.V2)('CERTIFICATE_ENDS', { domain, path, notAfter, daysLeft })];
}

;// CONCATENATED MODULE: ./.build/lib/status/machine.js

/** The server itself, as far as it was seen. */
function machineStatus(host, { system, docker, nginx, holders }, all) {
    return {
        host,
        system: [system.name, system.architecture].filter(Boolean).join(', '),
        memoryAvailable: system.memoryAvailable,
        docker: { state: docker.state, version: docker.state === 'running' ? docker.version : '' },
        nginx: nginxStatus(nginx),
        underWay: firstDeploys(all, holders),
    };
}
function nginxStatus(nginx) {
    if (nginx.state === 'missing')
        return { state: 'missing', version: '', valid: false };
    const { state, version, complaint, silent } = nginx;
    return { state, version: version.text, valid: complaint === '' && !silent };
}

// EXTERNAL MODULE: ./.build/lib/decision/adoption/container.js
var container = __webpack_require__(71093);
// EXTERNAL MODULE: ./.build/lib/nginx/label.js
var label = __webpack_require__(91155);
// EXTERNAL MODULE: ./.build/lib/nginx/servers.js
var nginx_servers = __webpack_require__(52193);
;// CONCATENATED MODULE: ./.build/lib/status/manual.js




/** No nginx, or none whose files are known. */
const empty = { main: '', files: new Map(), tree: [], httpIncludes: [], unread: [] };
/** What a deploy with this name, domain and port would take over of a set-up by hand, by the rules of a deploy. */
function manualStatus({ app, site }, survey, configuration = empty) {
    const { domain, httpsPort } = site;
    const containers = (0,container/* containersToAdopt */.q)({ adopt: true, site }, { image: (0,app_name/* imageNameOf */.mi)(app ?? '') }, survey, configuration);
    const servers = domain === '' ? [] : (0,nginx_servers/* serversFor */.Qm)(configuration, domain, httpsPort);
    return {
        asked: app ?? `${domain}:${httpsPort}`,
        containers: containers.map(({ name, image, status }) => ({ name, image, state: status })),
        servers: servers
            .filter(({ file }) => (0,label/* ownerOf */.bf)(file, configuration.files.get(file) ?? '') === undefined)
            .map(({ file, line }) => ({ file, line })),
    };
}

// EXTERNAL MODULE: ./.build/lib/survey/domain-certificates.js
var domain_certificates = __webpack_require__(91630);
// EXTERNAL MODULE: ./.build/lib/survey/refusals.js
var refusals = __webpack_require__(58900);
// EXTERNAL MODULE: ./.build/lib/engine/survey.js
var survey = __webpack_require__(29719);
// EXTERNAL MODULE: ./.build/lib/survey/applications.js
var applications = __webpack_require__(28634);
// EXTERNAL MODULE: ./.build/lib/survey/container-list.js
var container_list = __webpack_require__(25771);
// EXTERNAL MODULE: ./.build/lib/survey/containers.js
var containers = __webpack_require__(84097);
// EXTERNAL MODULE: ./.build/lib/layout/application-paths.js
var application_paths = __webpack_require__(10386);
// EXTERNAL MODULE: ./.build/lib/shell/packed.js
var packed = __webpack_require__(27431);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/survey/probe-lines.js
var probe_lines = __webpack_require__(27113);
;// CONCATENATED MODULE: ./.build/lib/survey/deploy-log.js




/** Bytes of a line that are read. */
const longest = 1000;
/** Asks for the last `count` lines of an application's deploy.log. A renewal has a line of the release that it left. */
function deployLogProbe(app, count) {
    const file = (0,quote/* quote */.h)((0,application_paths/* deployLog */.Wk)(app));
    return {
        script: `[ -f ${file} ] && [ ! -L ${file} ] && [ -z "$(strangers ${file})" ] || exit 0
echo "lines $(tail -n ${count} ${file} | cut -b -${longest} | base64 -w0)"
awk '$5 == "committed" { if ($4 != release) since = $1; release = $4 } END { if (release != "") print "committed", release, since }' ${file}`,
        read: readDeployLog,
    };
}
/** Reads the probe's lines. */
function readDeployLog(output) {
    const { value, fields } = (0,probe_lines/* readLines */.S)(output);
    const [release = '', since = ''] = fields('committed')[0] ?? [];
    return {
        lines: (0,packed/* decode */.D4)(value('lines')).split('\n').filter(Boolean),
        committed: release === '' ? undefined : { release, since },
    };
}

;// CONCATENATED MODULE: ./.build/lib/survey/disk-use.js




/** Seconds for which the files of an application are counted at most. */
const seconds = 20;
/** Asks what an application takes. Layers are told apart as `measureGrowth` of src/resources/disk-growth.ts does. */
function diskUseProbe({ app, image }) {
    const folders = [`${(0,application_paths/* applicationDirectory */.gZ)(app)}/releases`, (0,application_paths/* staticDirectory */.oO)(app)].map(quote/* quote */.h).join(' ');
    return {
        script: `docker image ls --format '{{.Repository}}:{{.Tag}}' ${(0,quote/* quote */.h)(image)} | head -n 50 | while read -r tag; do
  docker history --no-trunc --human=false --format '{{.CreatedAt}} {{.Size}} {{json .CreatedBy}}' "$tag"
done | sort -u | awk '$2 ~ /^[0-9]+$/ { sum += $2 } END { printf "images %.0f\\n", sum }'
timeout ${seconds} find ${folders} -xdev -printf '%i %b\\n' | sort -u | awk '{ sum += $2 * 512 } END { printf "releases %.0f\\n", sum }'`,
        read: (output) => {
            const { value } = (0,probe_lines/* readLines */.S)(output);
            return { images: Number(value('images') ?? 0), releases: Number(value('releases') ?? 0) };
        },
    };
}
/** Asks for the file systems that hold `folders`; one that does not exist is left out. */
function disksProbe(folders) {
    return {
        script: `for folder in ${folders.map(quote/* quote */.h).join(' ')}; do
  [ ! -d "$folder" ] || echo "disk $(printf %s "$folder" | base64 -w0) $(df -B1 --output=size,avail,target "$folder" | tail -n 1)"
done
true`,
        read: readDisks,
    };
}
/** Reads a line a folder: its path in base64, then size, free bytes and mount point of its file system. */
function readDisks(output) {
    const found = new Map();
    for (const line of (0,probe_lines/* readLines */.S)(output).values('disk')) {
        const [, base64, bytes, free, target = ''] = /^(\S+)\s+(\d+)\s+(\d+)\s+(.*\S)\s*$/.exec(line) ?? [];
        if (target === '')
            continue;
        const folders = [...(found.get(target)?.folders ?? []), (0,packed/* decode */.D4)(base64)];
        found.set(target, { target, folders, bytes: Number(bytes), free: Number(free) });
    }
    return [...found.values()];
}

// EXTERNAL MODULE: ./.build/lib/survey/docker.js
var docker = __webpack_require__(9121);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
;// CONCATENATED MODULE: ./.build/lib/survey/holders.js



const [before, after] = (0,lock_script/* applicationLock */.c_)('*').split('*');
const file = (0,lock_script/* holderFile */.bd)('$image').replace(lock_script/* lockFolder */.MS, '${lock%/*}');
// Each lock is had for an instant, as a plan has it; its file is only looked at.
const script = `
command -v flock >/dev/null || exit 0
for lock in ${before}*${after}; do
  [ -f "$lock" ] && ! flock -n "$lock" true || continue
  image=\${lock#${before}} image=\${image%${after}}
  echo "holder $image $(base64 -w0 <"${file}")"
done
true`;
/** Asks who holds the locks of applications at the moment, by the names of their images. */
const holdersProbe = {
    script,
    read: (output) => new Map((0,probe_lines/* readLines */.S)(output)
        .fields('holder')
        .map(([image = '', holder]) => [image, (0,lock_script/* parseHolder */.iz)((0,packed/* decode */.D4)(holder))])),
};

// EXTERNAL MODULE: ./.build/lib/survey/images.js
var survey_images = __webpack_require__(31155);
// EXTERNAL MODULE: ./.build/lib/survey/manual-containers-probe.js
var manual_containers_probe = __webpack_require__(88895);
// EXTERNAL MODULE: ./.build/lib/survey/nginx.js + 5 modules
var survey_nginx = __webpack_require__(347);
// EXTERNAL MODULE: ./.build/lib/survey/releases.js
var releases = __webpack_require__(15127);
// EXTERNAL MODULE: ./.build/lib/survey/releases-probe.js
var releases_probe = __webpack_require__(95384);
// EXTERNAL MODULE: ./.build/lib/survey/system.js
var system = __webpack_require__(39872);
;// CONCATENATED MODULE: ./.build/lib/survey/status.js















/** Lines of deploy.log that are told. */
const logLines = 10;
/** Asks for the machine, its engine, its nginx, and what was deployed there. */
function surveyStatus(server, domain) {
    const nginx = (0,survey/* askedBefore */.or)(survey_nginx/* nginxAnswer */.dC, (0,survey_nginx/* nginxProbe */.nE)('', domain));
    const probes = {
        system: system/* systemProbe */.gw,
        docker: docker/* dockerProbe */.x,
        nginx: nginx.probe,
        applications: applications/* applicationsProbe */.w,
        holders: holdersProbe,
    };
    return (0,survey/* survey */.Fr)(server, probes, nginx.opening);
}
/** Asks for an application whose file of nginx, or else its record, leads to `release`; and for the disks with `folders`. */
async function surveyApplicationStatus(server, { app, image, release }, folders) {
    const probes = {
        releases: (0,releases_probe/* releasesProbe */.L)(app),
        images: (0,survey_images/* imagesProbe */.T)(image),
        containers: (0,containers/* containersProbe */.P)(app, image),
        deployLog: deployLogProbe(app, logLines),
        use: diskUseProbe({ app, image }),
        disks: disksProbe(folders),
    };
    const found = await (0,survey/* survey */.Fr)(server, probes, container_list/* listContainersOnce */.qk);
    return { ...found, releases: (0,releases/* whatServes */.VH)(found.releases, release) };
}
/** Asks for the containers that a deploy of an application may take over; undefined: of whichever. */
async function surveyManual(server, app) {
    const probes = {
        manualContainers: (0,manual_containers_probe/* manualContainersProbe */.bC)(app ?? '', (0,app_name/* imageNameOf */.mi)(app ?? '')),
        releases: app === undefined ? nothingAsked : (0,releases_probe/* releasesProbe */.L)(app),
    };
    return (0,survey/* survey */.Fr)(server, probes, container_list/* listContainersOnce */.qk);
}
/** Stands for a question that is not put. */
const nothingAsked = { script: ':', read: () => (0,releases/* readReleases */.tl)('') };

// EXTERNAL MODULE: ./.build/lib/nginx/proof-address.js
var proof_address = __webpack_require__(66086);
// EXTERNAL MODULE: ./.build/lib/nginx/repoint.js
var repoint = __webpack_require__(58640);
// EXTERNAL MODULE: ./.build/lib/redaction/secret.js
var secret = __webpack_require__(3682);
// EXTERNAL MODULE: ./.build/lib/resources/container/container-probe.js + 1 modules
var container_probe = __webpack_require__(25751);
// EXTERNAL MODULE: ./.build/lib/resources/container-logs.js + 1 modules
var container_logs = __webpack_require__(86429);
// EXTERNAL MODULE: ./.build/lib/certificate/chain.js
var chain = __webpack_require__(34315);
// EXTERNAL MODULE: ./.build/lib/deployment/kept-releases.js
var kept_releases = __webpack_require__(37445);
// EXTERNAL MODULE: ./.build/lib/release/names.js
var names = __webpack_require__(16260);
// EXTERNAL MODULE: ./.build/lib/resources/certificate.js
var certificate = __webpack_require__(45619);
// EXTERNAL MODULE: ./.build/lib/values/health-status.js
var health_status = __webpack_require__(16426);
;// CONCATENATED MODULE: ./.build/lib/status/application.js






/** Puts together what was seen of an application. */
function applicationStatus(seen) {
    const { application, release, holders, survey, container, serving, certificate, log, now } = seen;
    const { releases, deployLog, disks, use } = survey;
    const { id, origin, site } = release;
    const line = listed(application, holders);
    return {
        ...line,
        serving: {
            release: id,
            since: deployLog.committed?.release === id ? deployLog.committed.since : undefined,
            commit: origin.commit,
            actor: origin.actor,
            runUrl: origin.runUrl,
            image: (0,names/* imageTag */.I)(release),
        },
        container: container && containerStatus(release, survey, container),
        health: container && healthStatus(release, container),
        site: {
            domain: application.domain,
            httpsPort: application.ports[0] ?? site.httpsPort,
            release: serving.release === '' ? undefined : serving.release,
            status: serving.status,
            serves: serving.release === id,
        },
        certificate: certificateStatus(certificate, now),
        kept: keptStatus(survey),
        // A switch that goes on has no outcome yet.
        halfDone: line.underWay === undefined ? releases.halfDoneRelease : undefined,
        disk: { fileSystems: disks, ...use },
        deploys: deployLog.lines,
        log,
    };
}
function keptStatus(survey) {
    const all = (0,kept_releases/* keptReleases */.ZL)(survey);
    const previous = (0,kept_releases/* previousOf */.te)(all);
    return all.map((one) => ({
        release: one.release.id,
        date: dateIn(one.release.id),
        commit: one.release.origin.commit,
        serves: one.serves,
        previous: one === previous,
        hasImage: one.hasImage,
    }));
}
function containerStatus({ id, image }, { releases, containers }, { observation }) {
    const recorded = releases.containers.get(id);
    const found = containers.find((one) => one.id === recorded) ?? containers.find(({ name }) => name === image);
    return {
        name: found?.name ?? image,
        state: found?.status ?? observation.status,
        startedAt: momentOf(found?.startedAt),
        finishedAt: momentOf(found?.finishedAt),
        restarts: found?.restarts ?? 0,
        memory: memoryOf(found),
        memoryLimit: found?.memoryLimit ?? 0,
        exitCode: found?.exitCode ?? 0,
        outOfMemory: found?.outOfMemory ?? false,
    };
}
function memoryOf(found) {
    return found?.status === 'running' ? found.memory : 0;
}
function healthStatus({ health }, { well, healthStatus: status }) {
    return { path: health.path, port: health.port, expected: (0,health_status/* renderHealthStatus */.VM)(health.status), status, well };
}
const dayMs = 86_400_000;
function certificateStatus({ path, text }, now) {
    const leaf = (0,certificate/* readLeaf */.rf)(text);
    if (leaf === undefined)
        return { path, notAfter: undefined, daysLeft: 0, names: [] };
    const { validToDate } = leaf;
    const daysLeft = Math.floor((validToDate.getTime() - now.getTime()) / dayMs);
    return { path, notAfter: validToDate.toISOString(), daysLeft, names: (0,chain/* namesOf */.eZ)(leaf) };
}
/** A time of Docker's, to the second; undefined for its zero. */
function momentOf(time) {
    const at = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?Z$/.exec(time ?? '')?.[1];
    return at === undefined || at.startsWith('0001-') ? undefined : `${at}Z`;
}
/** The time in a release's id. */
function dateIn(id) {
    const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(id) ?? [];
    return year === undefined ? '' : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

// EXTERNAL MODULE: ./.build/lib/survey/certificates.js
var certificates = __webpack_require__(49677);
// EXTERNAL MODULE: ./.build/lib/survey/serving-probe.js
var serving_probe = __webpack_require__(38838);
// EXTERNAL MODULE: ./.build/lib/values/docker-options.js + 2 modules
var docker_options = __webpack_require__(85926);
// EXTERNAL MODULE: ./.build/lib/values/java-options.js
var java_options = __webpack_require__(44582);
;// CONCATENATED MODULE: ./.build/lib/commands/look-application-status.js













/** Log lines of the application that are shown. */
const look_application_status_logLines = 30;
/** Looks at one application of a server. Undefined: the release that serves is not recorded. */
async function lookAtApplication(server, application, seen, { now, hide }) {
    const { app, file } = application;
    const image = (0,app_name/* imageNameOf */.mi)(app);
    const { docker, holders, configuration } = seen;
    const found = await surveyApplicationStatus(server, { ...application, image }, foldersOf(docker));
    const release = found.releases.current;
    if (release === undefined)
        return undefined;
    // What the inputs of its deploy had hidden, the inputs of this run do not.
    for (const value of hiddenIn(release))
        hide(new secret/* Secret */.z(value));
    const text = configuration?.files.get(file) ?? '';
    const address = (0,proof_address/* proofAddressIn */.s)(text) ?? {
        domain: release.site.domain,
        port: release.site.httpsPort,
        path: release.site.proof.path,
    };
    const path = (0,repoint/* pairsIn */.j)(Buffer.from(text))[0]?.chainPath ?? release.site.certificate.chainPath;
    const { container, ...more } = await (0,survey/* survey */.Fr)(server, {
        serving: (0,serving_probe/* servingProbe */.D)(address.domain, address.port, address.path),
        container: (0,container_probe/* containerProbe */.A)(release, 'all'),
        certificate: (0,certificates/* certificateFileProbe */.A1)(path),
        log: (0,container_logs/* lastLinesProbe */.g)(release, look_application_status_logLines),
    });
    const runs = docker.state === 'running' ? container : undefined;
    const status = applicationStatus({
        application,
        release,
        holders,
        survey: found,
        container: runs,
        serving: more.serving,
        certificate: { path, text: more.certificate },
        log: more.log,
        now: new Date(now()),
    });
    return { status, release, container: runs };
}
/** Values in a release's record that its logs may hold. */
function hiddenIn({ container: { options, variables } }) {
    return [...(0,docker_options/* valuesToHide */._9)(options), ...(0,java_options/* secretsOfJavaOptions */.b8)(variables[java_options/* javaOptionsVariable */.lw] ?? '')];
}
/** Folders whose disks are shown. */
function foldersOf(docker) {
    const engine = docker.state !== 'running'
        ? []
        : [docker.rootDirectory, ...(docker.containerdStore ? ['/var/lib/containerd'] : [])];
    return ['/', '/docker', ...engine];
}

;// CONCATENATED MODULE: ./.build/lib/commands/look-status.js











/** Looks at a server. Throws where it cannot be read. */
async function lookAtStatus(server, host, asked, run) {
    const found = await surveyStatus(server, asked.site.domain);
    const configuration = (0,domain_certificates/* configurationOf */.Q)(found.nginx);
    const all = (0,managed_applications/* deployedApplications */.Ky)(configuration, found.applications);
    const application = askedFor(asked, all);
    const machine = machineStatus(host, found, all);
    const status = {
        machine,
        applications: all.map((one) => listed(one, found.holders)),
        application: undefined,
        manual: application === undefined ? await lookAtManual(server, asked, configuration) : undefined,
    };
    const problems = [...(0,refusals/* distrustedNginx */.AO)(found.nginx), ...(0,refusals/* refusals */.Ke)(found.docker, found.nginx, [])];
    if (application === undefined)
        return { status, problems, release: undefined };
    const detail = await lookAtApplication(server, application, { ...found, configuration }, run);
    if (detail === undefined) {
        const { app, release } = application;
        const folder = (0,release_paths/* releaseDirectory */.fF)({ app, id: release });
        problems.push((0,failure/* failure */.V2)('RELEASE_NOT_RECORDED', { app, release, folder, kept: '' }));
        return { status, problems, release: undefined };
    }
    problems.push(...findings(machine, detail.status, detail.container));
    return { status: { ...status, application: detail.status }, problems, release: detail.release };
}
/** The application that is asked for; undefined: it is not there, or several are and none was named. */
function askedFor({ app, site: { domain, httpsPort } }, all) {
    try {
        return (0,managed_applications/* applicationAskedFor */.aZ)({ app, domain, httpsPort }, all);
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR && ['APPLICATION_NOT_FOUND', 'APPLICATION_AMBIGUOUS'].includes(error.code))
            return undefined;
        throw error;
    }
}
/** Undefined: nothing says which set-up by hand it would be. */
async function lookAtManual(server, asked, configuration) {
    if (asked.app === undefined && asked.site.domain === '')
        return undefined;
    return manualStatus(asked, await surveyManual(server, asked.app), configuration);
}

// EXTERNAL MODULE: ./.build/lib/commands/open-account.js + 8 modules
var open_account = __webpack_require__(49479);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
// EXTERNAL MODULE: ./.build/lib/commands/ssh-access.js + 4 modules
var ssh_access = __webpack_require__(65569);
;// CONCATENATED MODULE: ./.build/lib/commands/status.js









/**
 * Says what is on the server. Changes nothing, takes no lock. What it finds wrong is warned of; it throws where the server
 * cannot be reached or read.
 */
async function status_status(settings, run, record) {
    const { server, site, app } = settings;
    record.app = app;
    if (site.domain !== '') {
        record.domain = site.domain;
        record.httpsPort = site.httpsPort;
    }
    await (0,connect/* checkCredentials */.v)(server);
    const tencent = settings.tencent && (0,open_account.openAccount)(settings.tencent, settings.language, run, run.cancelled);
    const found = await (0,ssh_access/* withSshAccess */.V)(tencent, settings, run, record, async (access) => {
        const session = await (0,commands_run/* timed */.ay)(run, record, 'connect', commands/* commandMessages */.c.connect(server.host), access.connect);
        await access.clearLeftovers(undefined);
        return (0,commands_run/* timed */.ay)(run, record, 'survey', commands/* commandMessages */.c.survey, () => lookAtStatus(session, server.host, settings, run));
    });
    note(found, record);
    for (const section of (0,describe/* describeStatus */.W)(found.status))
        await tell(section, run);
    run.log.info(messages_status/* statusMessages */.$.changesNothing);
}
function note({ status: seen, problems, release }, record) {
    record.status = seen;
    (0,commands_run/* addNotices */.TL)(record, problems);
    const { application } = seen;
    if (application === undefined || release === undefined)
        return;
    const { app, site, health, certificate } = application;
    record.app = app;
    record.release = release;
    record.domain = site.domain;
    record.httpsPort = site.httpsPort;
    record.proven = site.serves && (health?.well ?? false);
    record.healthStatus = health?.status;
    if (certificate?.notAfter !== undefined)
        record.certificateNotAfter = new Date(certificate.notAfter);
}
function tell(section, { log }) {
    return log.group(section.title, async () => {
        for (const line of linesOf(section))
            log.info(line);
        if (section.output === '')
            log.info(messages_status/* statusMessages */.$.none);
        else if (section.output !== undefined)
            log.output(section.output);
    });
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

/***/ 37445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IV: () => (/* binding */ listOfKept),
/* harmony export */   Tt: () => (/* binding */ reasonToGoBack),
/* harmony export */   ZL: () => (/* binding */ keptReleases),
/* harmony export */   fR: () => (/* binding */ nothingAdopted),
/* harmony export */   te: () => (/* binding */ previousOf)
/* harmony export */ });
/* harmony import */ var _messages_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91520);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16260);


/** The releases that are recorded and whose record can be read, the newest first. */
function keptReleases({ releases: { known, recorded, current }, images, }) {
    return recorded.toReversed().flatMap((id) => {
        const release = known.get(id)?.release;
        if (release === undefined)
            return [];
        const hasImage = images.some(({ tag, app }) => tag === (0,_release_names_js__WEBPACK_IMPORTED_MODULE_0__/* .imageTag */ .I)(release) && app === release.app);
        return [{ release, serves: id === current?.id, hasImage }];
    });
}
/** The release that `rollback` goes to unless one is named: the newest before the one that serves. */
function previousOf(kept) {
    const at = kept.findIndex(({ serves }) => serves);
    return at === -1 ? undefined : kept[at + 1];
}
/** A line for each of those that can be rolled back to, the newest first, its id in front; without the release `except`. */
function listOfKept(kept, except) {
    return kept
        .filter(({ serves, release: { id } }) => !serves && id !== except)
        .map(({ release: { id, origin } }) => [id, origin.commit.slice(0, 12), origin.actor].filter(Boolean).join(' '))
        .join('\n');
}
/** Why one gets a container. */
const reasonToGoBack = (0,_messages_text_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('another release goes live', '切换到另一个发布版本');
/** It takes nothing over: its own deployment did. */
const nothingAdopted = {
    container: undefined,
    inherited: undefined,
    rivals: [],
    servers: false,
};


/***/ }),

/***/ 22093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ky: () => (/* binding */ deployedApplications),
/* harmony export */   aZ: () => (/* binding */ applicationAskedFor),
/* harmony export */   h: () => (/* binding */ managedApplications)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _nginx_label_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91155);
/* harmony import */ var _nginx_proof_address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66086);
/* harmony import */ var _nginx_site_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18342);




/** All applications that nginx serves by files of ours. */
function managedApplications({ files }) {
    return [...files].flatMap(([file, text]) => {
        const label = (0,_nginx_label_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOf */ .bf)(file, text);
        const addresses = (0,_nginx_proof_address_js__WEBPACK_IMPORTED_MODULE_3__/* .proofAddressesIn */ .q)(text);
        if (label === undefined || addresses[0] === undefined)
            return [];
        const ports = addresses.map(({ port }) => port);
        return [{ app: label.app, file, release: label.release, domain: addresses[0].domain, ports }];
    });
}
/** The applications that nginx serves, and those that it has no file of, as far as they are recorded: their `file` is empty. */
function deployedApplications(configuration, recorded) {
    const served = configuration === undefined ? [] : managedApplications(configuration);
    const others = recorded.filter(({ app }) => !served.some((one) => one.app === app));
    return [
        ...served,
        ...others.map(({ app, id, site }) => ({ app, file: '', release: id, domain: site.domain, ports: (0,_nginx_site_js__WEBPACK_IMPORTED_MODULE_2__/* .portsOf */ .a5)(site) })),
    ];
}
/**
 * The managed application that is asked for; with neither name nor domain, the only one. Throws APPLICATION_NOT_FOUND and
 * APPLICATION_AMBIGUOUS, with those that there are.
 */
function applicationAskedFor(asked, all) {
    const { app, domain, httpsPort } = asked;
    const [found, ...more] = all.filter((one) => (app === undefined || one.app === app) &&
        (domain === '' || (one.domain === domain && (app !== undefined || one.ports[0] === httpsPort))));
    if (found !== undefined && more.length === 0)
        return found;
    const there = all.map((one) => `${one.app} (${one.domain}:${one.ports[0]})`).join(', ') || '-';
    if (found !== undefined)
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_AMBIGUOUS', { found: there });
    throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_NOT_FOUND', { app: app ?? '', domain, port: httpsPort, found: there });
}


/***/ }),

/***/ 75125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   zH: () => (/* binding */ backEndsOf),
/* harmony export */   zd: () => (/* binding */ mainBackEnds)
/* harmony export */ });
/** What the `proxy_pass` directives of a block lead to, those of inner blocks with them; `upstream` names are resolved. */
function backEndsOf(block, { tree }) {
    const http = tree.find(({ name }) => name === 'http')?.block ?? [];
    const upstreams = http.filter(({ name }) => name === 'upstream');
    const found = targetsOf(block).flatMap((target) => {
        const [, scheme, host, port] = /^(https?):\/\/(\[[^\]]*\]|[^:/]+)(?::(\d+))?/.exec(target) ?? [];
        if (host === undefined || host === 'unix')
            return [{ host: target, port: undefined }];
        const upstream = port === undefined ? upstreams.find(({ args }) => args[0] === host) : undefined;
        if (upstream === undefined)
            return [{ host: nameOf(host), port: Number(port ?? (scheme === 'https' ? 443 : 80)) }];
        return (upstream.block ?? []).filter(({ name }) => name === 'server').map(({ args }) => ofUpstream(args[0] ?? ''));
    });
    return found.filter((one, at) => found.findIndex((other) => isSame([one], [other])) === at);
}
/** What the server block's `location /` leads to; where it has none or that is no proxy: whatever its locations lead to. */
function mainBackEnds(block, configuration) {
    const root = block.filter(({ name, args }) => name === 'location' && /^(\^~ )?\/$/.test(args.join(' ')));
    const main = backEndsOf(root, configuration);
    return main.length > 0 ? main : backEndsOf(block, configuration);
}
/** Whether requests come to the same place, whichever of the two is asked. */
function isSame(some, others) {
    const words = (of) => of
        .map(({ host, port }) => `${host}:${port}`)
        .toSorted()
        .join(' ');
    return words(some) === words(others);
}
function ofUpstream(address) {
    if (address.startsWith('unix:'))
        return { host: address, port: undefined };
    const [, host = address, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(address) ?? [];
    return { host: nameOf(host), port: Number(port ?? 80) };
}
function nameOf(host) {
    return /^(127(\.\d+){3}|localhost|\[::1\])$/i.test(host) ? 'localhost' : host.toLowerCase();
}
function targetsOf(block) {
    return block.flatMap(({ name, args, block: inside }) => name === 'proxy_pass' ? [args[0] ?? ''] : targetsOf(inside ?? []));
}


/***/ }),

/***/ 28634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ applicationsProbe)
/* harmony export */ });
/* harmony import */ var _layout_release_id_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79468);
/* harmony import */ var _release_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56492);
/* harmony import */ var _probe_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27113);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15127);




// Of a folder that another user can change nothing is read (rule *Roots alone*).
const script = `
for current in /docker/app/*/current; do
  [ -L "$current" ] && link=$(readlink "$current") && [[ $link =~ ^releases/${_layout_release_id_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseIdForm */ .Ns}$ ]] || continue
  folder=\${current%/current} release=\${current%/*}/$link
  [ -f "$release/release.json" ] && [ -f "$release/${_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .markerFile */ .bx}" ] || continue
  [ -z "$(strangers "$release/release.json" "$release/${_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .markerFile */ .bx}")" ] || continue
  [ "$(cat "$release/${_release_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .markerFile */ .bx}")" = "\${folder##*/} \${link#releases/}" ] || continue
  echo "current $(base64 -w0 <"$release/release.json")"
done
true`;
/** Asks for the applications that were deployed to a server, by the records of their current releases. */
const applicationsProbe = {
    script,
    read: (output) => (0,_probe_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .readLines */ .S)(output)
        .values('current')
        .flatMap((base64) => (0,_releases_js__WEBPACK_IMPORTED_MODULE_1__/* .readRelease */ .iJ)(base64) ?? []),
};


/***/ }),

/***/ 85625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ holdsPort),
/* harmony export */   W: () => (/* binding */ isRunning)
/* harmony export */ });
/** Whether a container runs, and so holds its ports. */
function isRunning({ status }) {
    return status === 'running' || status === 'restarting';
}
/** Whether a container set up by hand holds this port of the server. */
function holdsPort(container, port) {
    return container.published.some((published) => published.protocol === 'tcp' && published.port === port);
}


/***/ }),

/***/ 38838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ servingProbe),
/* harmony export */   U: () => (/* binding */ servedProbe)
/* harmony export */ });
/* harmony import */ var _fragments_serving_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74820);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21395);


/** Asks nginx on loopback for a path of a domain by https. */
function servingProbe(domain, port, path) {
    return { script: `${_fragments_serving_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAtNginx */ .b}\nlook_at_nginx https ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(domain)} ${port} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)}`, read: _fragments_serving_js__WEBPACK_IMPORTED_MODULE_0__/* .readServing */ .x };
}
/** Asks the same at several addresses; what each brought, by its port. */
function servedProbe(addresses) {
    const looks = addresses.map(({ domain, port, path }) => `echo "${port} $(look_at_nginx https ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(domain)} ${port} ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(path)})"`);
    return {
        script: [_fragments_serving_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAtNginx */ .b, ...looks].join('\n'),
        read: (output) => new Map([...output.matchAll(/^(\d+) (.*)$/gm)].map(([, port, line = '']) => [Number(port), (0,_fragments_serving_js__WEBPACK_IMPORTED_MODULE_0__/* .readServing */ .x)(line)])),
    };
}


/***/ })

};
