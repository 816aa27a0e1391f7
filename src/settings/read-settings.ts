import { type Failure, Failures, failure } from '../messages/failure.ts';
import { type InputName, inputTexts } from '../messages/inputs.ts';
import { type Language, languages } from '../messages/text.ts';
import { parseSnippet } from '../nginx/snippet.ts';
import { parseAppName } from '../values/app-name.ts';
import { defaultArtifactName, parseArtifactName } from '../values/artifact-name.ts';
import { parseBodySize } from '../values/body-size.ts';
import { parseBoolean } from '../values/boolean.ts';
import { parseBuildArgs } from '../values/build-args.ts';
import { choiceOf } from '../values/choice.ts';
import { parseDomain } from '../values/domain.ts';
import { parseHealthStatus } from '../values/health-status.ts';
import { parseImageReference } from '../values/image-reference.ts';
import { parseHealthPath, parsePath } from '../values/path.ts';
import { parsePublicIp } from '../values/public-ip.ts';
import { parseReleaseId } from '../values/release-id.ts';
import { parsePort, parseReleases, parseSeconds, parseSecondsOrNone } from '../values/whole-number.ts';
import { artifactNameOf } from './artifact-name.ts';
import type { Inputs } from './inputs.ts';
import { maskWarnings } from './masks.ts';
import { readCertificate } from './read-certificate.ts';
import { readContainer } from './read-container.ts';
import { readHooks } from './read-hooks.ts';
import { readServer } from './read-server.ts';
import { readStaticSite } from './read-static-site.ts';
import { hasAccount, readTencent } from './read-tencent.ts';
import { type Reader, readerOf } from './reader.ts';
import { unusedByRollback } from './rollback-inputs.ts';
import {
  type CertificateSettings,
  type CheckLevel,
  type Command,
  commands,
  type DeploySettings,
  type ImageSettings,
  type OutsideCheck,
  type RenewableCertificateSettings,
  type Settings,
  type VerifySettings,
} from './settings.ts';
import { unknownInputs } from './unknown-inputs.ts';

const parseLanguage = choiceOf<Language>(languages);
const parseCommand = choiceOf<Command>(commands);
const parseOutsideCheck = choiceOf<OutsideCheck>(['require', 'warn']);
const parseCheckLevel = choiceOf<CheckLevel>(['warn', 'require', 'off']);

/** The language of a run, also of one whose inputs are bad. */
export function languageOf(inputs: Inputs): Language {
  const given = inputs.get('language')?.trim();
  return languages.find((language) => language === given) ?? languages[0];
}

/** What is wrong with the inputs, and what could be read of them: so much can be checked further, all in one run. */
export class BadInputs extends Failures {
  /** Settings with a default in the place of what was refused; undefined where there is nothing to look into. */
  readonly readable: DeploySettings | undefined;

  constructor(failures: readonly Failure[], readable: DeploySettings | undefined) {
    super(failures);
    this.name = 'BadInputs';
    this.readable = readable;
  }
}

/** Inputs that name what can be looked into beyond its form. */
const furtherReadable: readonly InputName[] = [
  'jar',
  'private-key',
  'host-key',
  'jump-private-key',
  'jump-host-key',
  'static-site',
  'certificate-chain',
];

/**
 * All settings of a run; every input is checked, whether its command needs it or not.
 * Throws `BadInputs` with whatever is wrong with all of them.
 */
export function readSettings(inputs: Inputs): Settings {
  const reader = readerOf(inputs);
  refuseUnknown(inputs, reader);
  const command = reader.read('command', parseCommand, reader.has('command') ? undefined : 'deploy');
  const deploy = readDeploy(inputs, reader);
  const release = reader.read('release', parseReleaseId, undefined);
  if (command !== undefined) refuseMissing(command, reader);
  const { certificate } = deploy;
  if (command === 'renew' && certificate.source === 'existing') reader.refuse(failure('INPUT_RENEW_EXISTING', {}));
  if (command === undefined || reader.failures.length > 0) {
    const more = furtherReadable.some((name) => reader.has(name));
    throw new BadInputs(reader.failures, more ? readableFor(command, deploy) : undefined);
  }
  const artifactName = artifactNameOf(command, deploy.artifactName);
  const { language, app, publicIp, health, outsideCheck, wechatCheck, icpCheck, site, warnings } = deploy;
  const checks = { health, outsideCheck, wechatCheck, icpCheck };
  const common = { language, app, publicIp, ...checks, artifactName, site, warnings };
  if (command === 'verify') return { command, ...common };
  const settings = settingsOf(command, deploy, common, release, inputs);
  return { ...settings, warnings: maskWarnings(settings) };
}

/** What a command that reaches the server takes of all that was read. */
function settingsOf(
  command: Exclude<Command, 'verify'>,
  deploy: DeploySettings,
  common: Omit<VerifySettings, 'command'>,
  release: string | undefined,
  inputs: Inputs,
): Exclude<Settings, VerifySettings> {
  const { server, tencent, lockTimeoutSeconds, keepReleases, hooks, container } = deploy;
  switch (command) {
    case 'renew':
      return { command, ...common, server, tencent, lockTimeoutSeconds, certificate: renewable(deploy.certificate) };
    case 'rollback':
      return {
        command,
        ...common,
        server,
        tencent,
        lockTimeoutSeconds,
        keepReleases,
        hooks,
        writtenFiles: container.writtenFiles,
        release,
        environment: container.environment.length > 0 ? container.environment : undefined,
        unusedInputs: unusedByRollback(inputs),
      };
    case 'status':
      return { command, ...common, server, tencent };
    case 'deploy':
    case 'plan':
      return { ...deploy, command, artifactName: common.artifactName };
  }
}

/** What can be looked into further of settings that were refused in part; without a jar, credentials and certificate alone. */
function readableFor(command: Command | undefined, deploy: DeploySettings): DeploySettings | undefined {
  if (command === 'verify') return undefined;
  return command === 'renew' || command === 'rollback' || command === 'status'
    ? { ...deploy, jar: '', site: { ...deploy.site, staticSite: undefined } }
    : deploy;
}

/** What `renew` has refused before. */
function renewable(certificate: CertificateSettings): RenewableCertificateSettings {
  if (certificate.source === 'existing') throw failure('INPUT_RENEW_EXISTING', {});
  return certificate;
}

/** All settings that a deploy can have; `verify` uses few of them. */
function readDeploy(inputs: Inputs, reader: Reader): DeploySettings {
  const server = readServer(reader);
  const container = readContainer(reader);
  const httpsPort = reader.read('https-port', parsePort, 8014);
  if (container.publishPort && container.port === httpsPort) {
    reader.refuse(failure('INPUT_SAME_PORT', { name: 'app-port', other: 'https-port', port: httpsPort }));
  }
  return {
    command: 'deploy',
    language: reader.read('language', parseLanguage, 'en'),
    jar: reader.read('jar', parsePath, ''),
    app: reader.read('app', parseAppName, undefined),
    image: readImage(reader),
    container,
    adopt: reader.read('adopt', parseBoolean, true),
    server,
    provision: reader.read('provision', parseBoolean, true),
    keepReleases: reader.read('keep-releases', parseReleases, 5),
    drainTimeoutSeconds: reader.read('drain-timeout', parseSecondsOrNone, 30),
    lockTimeoutSeconds: reader.read('lock-timeout', parseSecondsOrNone, 600),
    hooks: readHooks(reader),
    site: {
      domain: reader.read('domain', parseDomain, ''),
      httpsPort,
      staticSite: readStaticSite(reader, httpsPort, container),
      maxBodySize: reader.read('max-body-size', parseBodySize, '20m'),
      snippet: reader.read('nginx-snippet', parseSnippet, undefined),
    },
    certificate: readCertificate(reader, hasAccount(reader)),
    tencent: readTencent(reader, server.port),
    publicIp: reader.read('public-ip', parsePublicIp, undefined),
    health: {
      path: reader.read('health-path', parseHealthPath, undefined),
      status: reader.read('health-status', parseHealthStatus, undefined),
      timeoutSeconds: reader.read('health-timeout', parseSeconds, 240),
    },
    outsideCheck: reader.read('outside-check', parseOutsideCheck, 'require'),
    wechatCheck: reader.read('wechat-check', parseCheckLevel, 'warn'),
    icpCheck: reader.read('icp-check', parseCheckLevel, 'warn'),
    // The runner fills in the default, so that an empty value is one that the user gave: no artifact.
    artifactName: reader.read(
      'artifact-name',
      parseArtifactName,
      inputs.has('artifact-name') ? undefined : defaultArtifactName,
    ),
    warnings: [],
  };
}

function readImage(reader: Reader): ImageSettings {
  const own = reader.has('dockerfile');
  for (const name of ['context', 'build-args'] as const) {
    if (reader.has(name) && !own) reader.refuse(failure('INPUT_NEEDS', { name, needed: 'dockerfile' }));
  }
  if (reader.has('base-image') && own) {
    reader.refuse(failure('INPUT_CONFLICT', { name: 'base-image', other: 'dockerfile' }));
  }
  return {
    dockerfile: reader.read('dockerfile', parsePath, undefined),
    context: reader.read('context', parsePath, undefined),
    buildArgs: reader.read('build-args', parseBuildArgs, []),
    baseImage: reader.read('base-image', parseImageReference, undefined),
  };
}

const neededInputs: Readonly<Record<Command, readonly InputName[]>> = {
  deploy: ['jar', 'host', 'domain'],
  plan: ['jar', 'host', 'domain'],
  rollback: ['host'],
  renew: ['host', 'domain'],
  verify: ['domain'],
  status: ['host'],
};

function refuseMissing(command: Command, reader: Reader): void {
  for (const name of neededInputs[command])
    if (!reader.has(name)) reader.refuse(failure('INPUT_MISSING', { name, command }));
  if (command !== 'verify' && !reader.has('private-key') && !reader.has('password')) {
    reader.refuse(failure('INPUT_MISSING', { name: 'private-key', command }));
  }
}

function refuseUnknown(inputs: Inputs, reader: Reader): void {
  for (const unknown of unknownInputs(inputs, Object.keys(inputTexts)).mistaken) {
    reader.refuse(failure('INPUT_UNKNOWN', unknown));
  }
}
