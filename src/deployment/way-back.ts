import { type Step, type SwitchStep, switchStep } from '../engine/step.ts';
import { switchFolder } from '../engine/switch-folder.ts';
import { releaseDirectory } from '../layout/release-paths.ts';
import { deployLogSubjects } from '../messages/deploy-log.ts';
import { rollbackMessages } from '../messages/rollback.ts';
import { nginxCommand } from '../nginx/command.ts';
import { managedBy, renderLabel } from '../nginx/label.ts';
import { renderSite } from '../nginx/render-site.ts';
import { label } from '../release/labels.ts';
import { imageTag } from '../release/names.ts';
import type { Release } from '../release/release.ts';
import { keepImage } from '../resources/kept-image.ts';
import { deployLogLine } from '../resources/release-record.ts';
import { renderForm } from '../resources/server-rollback/form.ts';
import { renderRollback } from '../resources/server-rollback/script.ts';
import { planServerRollback } from '../resources/server-rollback/server-rollback.ts';
import type { Container } from '../survey/containers.ts';
import type { InstalledNginx } from '../survey/nginx.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import type { Releases } from '../survey/releases.ts';
import { blanks } from '../values/blanks.ts';
import { planAdoption } from './adoption/adoption.ts';
import { nothingAdopted, reasonToGoBack } from './kept-releases.ts';
import { portSearch } from './port.ts';
import { stepsFor } from './steps.ts';
import { blueGreen } from './strategies/blue-green.ts';
import type { Target } from './target.ts';

/** The step that leaves on the server how to roll back to a release without a runner, whichever release is live by then. */
export function planWayBack(target: Target, server: ProvisionedServer, file: string): Step {
  const { app, image } = target.release;
  const { language } = target.choices;
  const place = placeOf(target.release, server, file);
  return planServerRollback(target.release, {
    form: formOf(target, server, file),
    script: renderRollback({
      app,
      image,
      file,
      place,
      language,
      ports: portSearch(app),
      nginx: nginxCommand(server.nginx),
    }),
  });
}

/** The switch to a release from one that is not known yet, with blanks in the place of what is of that moment. */
function formOf(target: Target, server: ProvisionedServer, file: string): string {
  const { choices } = target;
  const kept = keptTarget(target);
  const { release } = kept;
  const site = renderSite(release.site, server.nginx.version);
  return renderForm(stepsBack(kept, serverBefore(release, server, file), file), {
    title: rollbackMessages.switchTitle(release.app, release.id),
    folder: switchFolder(releaseDirectory(release)),
    farewell: deployLogLine(
      { ...release, origin: { ...release.origin, actor: blanks.who.word, runUrl: '' } },
      deployLogSubjects.rollbackOnServer[choices.language],
    ),
    sharedLockSeconds: 120,
    site: { text: site, configuration: managedBy(site)?.configuration ?? '' },
    place: placeOf(target.release, server, file),
    mounts: release.container.volumes,
    language: choices.language,
  });
}

/** A release that is kept on the server as what a deployment leads to. */
function keptTarget(target: Target): Target {
  const { release, certificate } = target;
  const pair = { chainPath: blanks.chain.word, keyPath: blanks.key.word };
  const port = Number(blanks.port.word);
  return {
    ...target,
    release: {
      ...release,
      container: { ...release.container, loopbackPort: port },
      site: { ...release.site, upstreamPort: port, certificate: pair },
    },
    source: { kind: 'kept', environment: undefined },
    newContainer: reasonToGoBack,
    certificate: {
      ...certificate,
      pair,
      certificate: { ...certificate.certificate, fingerprint: blanks.fingerprint.word },
      install: undefined,
    },
    adoption: nothingAdopted,
    choices: {
      ...target.choices,
      // Nobody was told what the container holds that serves by then.
      writtenFiles: 'refuse',
      // They are a run's, and may hold secrets.
      hooks: { ...target.choices.hooks, beforeSwitch: undefined, afterDeploy: undefined },
    },
    hidden: 'all',
    atStake: undefined,
    carried: [],
  };
}

/** What a runner prepares of it, the server brings itself. */
const brought: readonly string[] = ['site.judge', 'container.make-room', 'container.start', 'container.health'];

function stepsBack(target: Target, server: ProvisionedServer, file: string): readonly SwitchStep[] {
  const steps = stepsFor(blueGreen, target, server, planAdoption(target, server), [], file);
  const bring = { pass: 1, stage: 'bring' } as const;
  return [
    switchStep(keepImage(target.release), bring),
    ...steps.flatMap((step): readonly SwitchStep[] => {
      if (step.kind === 'switch') return [step];
      if (step.kind !== 'server' || !brought.includes(step.id)) return [];
      const { kind, phase, input, ...fragment } = step;
      return [switchStep(fragment, bring)];
    }),
  ];
}

/** The server as far as the way depends on it: another release serves, and nothing is left to be done. */
function serverBefore(release: Release, server: ProvisionedServer, file: string): ProvisionedServer {
  const { app, image, id } = release;
  const serving = blanks.serving.word;
  const releases: Releases = {
    ...server.releases,
    current: {
      ...release,
      id: serving,
      site: {
        ...release.site,
        release: serving,
        httpsPort: Number(blanks.servingHttps.word),
        publishedAppPort: Number(blanks.servingHttp.word),
      },
    },
    unrecorded: false,
    recorded: [],
    orphans: [],
    containers: new Map([[serving, blanks.container.word]]),
    variablesLeft: [],
    statics: [],
    adopted: undefined,
    incoming: false,
    emptyIncoming: false,
  };
  return {
    ...server,
    releases,
    containers: [servingContainer(image)],
    manualContainers: [],
    images: [{ tag: imageTag(release), id: '', app, release: id, containers: [] }],
    buildLeftovers: [],
    written: { containers: [], copies: [] },
    nginx: { ...server.nginx, ...servingNginx(app, file) },
  };
}

function servingContainer(name: string): Container {
  return {
    id: blanks.container.word,
    name,
    image: '',
    labels: { [label.release]: blanks.serving.word },
    status: 'running',
    restartPolicy: blanks.restartPolicy.word,
    restarts: 0,
    exitCode: 0,
    outOfMemory: false,
    memory: 0,
    user: undefined,
    networkMode: '',
    ports: [],
  };
}

/** What it has in its file of the release that serves, as far as anything reads it. */
function servingNginx(app: string, file: string): Partial<InstalledNginx> {
  const release = blanks.serving.word;
  const lines = [
    renderLabel({ app, release, configuration: '0'.repeat(16) }),
    `server 127.0.0.1:${blanks.servingBackEnd.word};`,
    `listen ${blanks.servingHttps.word} ssl;`,
    `ssl_certificate ${blanks.chain.word};`,
    `ssl_certificate_key ${blanks.key.word};`,
    `server_name ${blanks.domain.word};`,
    `location = ${blanks.proof.word} {`,
  ];
  return {
    state: 'running',
    // Its first deploy saw to it.
    disabled: false,
    managedFile: { path: file, text: `${lines.join('\n')}\n` },
    serving: { status: 200, release, configuration: '', fingerprint: '' },
  };
}

/** What a form is not filled in without: the pair that nginx names is the domain's. */
function placeOf({ site }: Release, { nginx }: ProvisionedServer, file: string): string {
  return `${nginxCommand(nginx)} ${file} ${site.domain}`;
}
