import { prepareStep, switchStep } from '../../engine/step.ts';
import { candidateName } from '../../release/names.ts';
import { planInheritedVariables } from '../../resources/adoption-record.ts';
import { planBaseImages, pullerOn } from '../../resources/base-image/base-image.ts';
import { planContainerAdoption } from '../../resources/container/adoption.ts';
import { noteFiles } from '../../resources/container/baseline.ts';
import { planCarry } from '../../resources/container/carried-files.ts';
import { comeBack } from '../../resources/container/come-back.ts';
import { type FilesOfOld, noFilesKnown } from '../../resources/container/files-of-old.ts';
import { awaitHealth } from '../../resources/container/health.ts';
import { planNoteOld } from '../../resources/container/kept.ts';
import { makeRoom } from '../../resources/container/make-room.ts';
import { planRetirement } from '../../resources/container/retirement.ts';
import { startContainer } from '../../resources/container/start.ts';
import { planBeforeSwitch } from '../../resources/hook/hook.ts';
import { planImage } from '../../resources/image.ts';
import { planEnvironment } from '../../resources/release-environment.ts';
import { planReleaseFolder } from '../../resources/release-folder.ts';
import type { ProvisionedServer } from '../../survey/provisioned-server.ts';
import type { Adoption } from '../adoption/adoption.ts';
import { candidateOf } from '../candidate.ts';
import { imageOf, latestOfOthers } from '../image-source.ts';
import type { Parts } from '../parts.ts';
import type { ProjectSource, Target } from '../target.ts';
import type { Change, Strategy } from './strategy.ts';

/** Both versions run side by side until the new one is proven; then the old one is drained and goes. */
export const blueGreen: Strategy = {
  name: 'blue-green',
  sideBySide: true,
  order: [
    // Later runs go by it, whatever becomes of this one.
    'record-missing',
    'system',
    'orphan-containers',
    'certificate',
    // Everything below is kept in it.
    'release-folder',
    // Before the site: in the pass that they share, the old container lets go of the port first.
    'adoption',
    // Before the jar is sent: what nginx refuses is known at once.
    'site',
    'pages',
    'jar',
    // At a time with the jar: a slow link and a slow registry are waited for once.
    'base-images',
    // After the jar: an orphan may be where it is taken from, when a run that died is run again.
    'orphan-folders',
    'image',
    'carried-files',
    // Right before the container that is started with them.
    'environment',
    'start',
    'await',
    // Last of what is prepared: it may test the new version, or save what that will write to.
    'before-switch',
    'switch',
    'retirement',
    'record',
    'pruning',
    // Only a proven site is opened to the world.
    'publish',
  ],
  parts,
};

function parts({ target, server, adoption, drain, serving, leftover }: Change): Parts {
  const { release, source, newContainer } = target;
  if (newContainer === undefined) throw new RangeError('a container that stays is not replaced');
  const { folders } = server.storage;
  const image = imageOf(target, server);
  const puller = pullerOn(server.system, server.docker);
  const files = filesOfOld(target, server.time);
  const candidate = candidateOf(target, server);
  const { containerAdoption } = adoption;
  const adopted = containerAdoption?.container;
  const variables = source.kind === 'kept' && source.environment !== undefined ? 'next' : 'own';
  const before = [serving, adopted].filter((one) => one !== undefined);
  return {
    ...(source.kind === 'kept'
      ? { environment: planEnvironment(release, source.environment) }
      : folderParts(target, source, server, adoption)),
    'base-images':
      image.from === 'build' && source.kind === 'project'
        ? planBaseImages(release.app, source.pulledImages, server)
        : [],
    adoption: containerAdoption === undefined ? [] : planContainerAdoption(containerAdoption, release, drain, files),
    image: planImage(release, image, latestOfOthers(release, server) === undefined, puller, server.releases.current),
    'carried-files': [
      // The folder of another release is new: no container is named in it.
      ...(source.kind === 'kept' ? [prepareStep(makeRoom(release))] : []),
      ...planCarry(
        release,
        adoption.container ?? serving,
        target.carried,
        folders.filter(({ exists }) => exists).map(({ path }) => path),
      ),
    ],
    start: [prepareStep(startContainer(release, newContainer, candidate.folders, variables))],
    await: [prepareStep(awaitHealth(release, candidateName(release), candidate))],
    'before-switch': planBeforeSwitch(release, target.choices.hooks),
    switch: [noteFiles(release), comeBack(release, before, target.hidden)].map((one) =>
      switchStep(one, { pass: 1, stage: 'write' }),
    ),
    retirement: [
      ...(adopted === undefined ? [] : planNoteOld(release, [adopted.id], 'adoption.note-old')),
      // The files of an adopted container are its own steps' matter.
      ...planRetirement(release, leftover, {
        serving,
        files: adopted === undefined ? files : noFilesKnown,
        again: source.kind === 'kept',
      }),
    ],
  };
}

/** The folder of a release that is new to the server, and what only the runner can put there. */
function folderParts({ release }: Target, source: ProjectSource, server: ProvisionedServer, adoption: Adoption): Parts {
  const { jars, bases, incoming } = server.releases;
  const [folder, jar] = planReleaseFolder(
    release,
    source,
    server.storage.folders.filter(({ path }) => release.container.volumes.some(({ host }) => host === path)),
    { same: jars.get(release.build.jar.sha256), bases, incoming },
  );
  return { 'release-folder': [folder, ...planInheritedVariables(release, adoption.container)], jar: [jar] };
}

/** What is known of the files of the container that goes. */
function filesOfOld({ carried, atStake, choices }: Target, surveyedAt: string): FilesOfOld {
  const discard = choices.writtenFiles === 'discard';
  // Where nobody looked, all that it wrote since it serves counts.
  return {
    carried,
    surveyedAt: atStake === undefined ? undefined : surveyedAt,
    discard,
    named: discard ? (atStake?.files ?? []) : [],
  };
}
