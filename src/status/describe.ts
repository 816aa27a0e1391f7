import { statusMessages as say } from '../messages/status.ts';
import { join, type Text, verbatim } from '../messages/text.ts';
import { formatBytes } from '../server/space.ts';
import { describeApplication } from './describe-application.ts';
import type { Fact, Section } from './section.ts';
import type { ListedApplication, MachineStatus, ManualStatus, Status } from './status.ts';

/** What it is the status of. */
export function titleOf({ application, machine }: Status): Text {
  return application === undefined
    ? say.titleServer(machine.host)
    : say.titleApplication(application.app, application.url);
}

/** All that `status` shows of a server, part by part. */
export function describeStatus(status: Status): readonly Section[] {
  const { applications, application, manual } = status;
  const alone = application !== undefined && applications.length === 1;
  return [
    ofMachine(status),
    ...(manual === undefined ? [] : [ofManual(manual)]),
    ...(applications.length === 0 || alone ? [] : [ofAll(applications, application === undefined)]),
    ...(application === undefined ? [] : describeApplication(application)),
  ];
}

function ofMachine({ machine, applications, manual }: Status): Section {
  const { system, memoryAvailable, docker, nginx, underWay } = machine;
  const blank = docker.state === 'missing' && nginx.state === 'missing';
  const invalid = nginx.state === 'missing' || nginx.valid ? [] : [say.invalid];
  const facts: readonly Fact[] = [
    [say.system, verbatim(system)],
    [say.memoryAvailable, verbatim(formatBytes(memoryAvailable))],
    [verbatim('Docker'), stateOf(docker)],
    [verbatim('nginx'), join([stateOf(nginx), ...invalid], '; ')],
    ...underWay.map((one): Fact => [say.underWay, say.underWayOn(one.image, one)]),
  ];
  return {
    title: say.server,
    notes: [
      ...(blank ? [say.blank] : []),
      ...(applications.length === 0
        ? [say.nothingDeployed]
        : manual === undefined
          ? []
          : [say.notDeployed(manual.asked)]),
    ],
    facts,
  };
}

function stateOf({ state, version }: MachineStatus['docker']): Text {
  if (state === 'missing') return say.programs.missing;
  return state === 'running' ? say.programs.running(version) : say.programs.stopped(version || '-');
}

function ofAll(applications: readonly ListedApplication[], nameOne: boolean): Section {
  return {
    title: say.applications,
    notes: nameOne && applications.length > 1 ? [say.nameOne] : [],
    table: {
      heading: [say.application, say.address, say.release, say.file, say.underWay],
      rows: applications.map(({ app, url, release, file, underWay }) => [
        verbatim(app),
        verbatim(url),
        verbatim(release),
        file === undefined ? say.noFile : verbatim(file),
        underWay === undefined ? verbatim('') : say.underWayOf(underWay),
      ]),
    },
  };
}

function ofManual({ containers, servers }: ManualStatus): Section {
  const facts: readonly Fact[] = [
    ...containers.map(
      ({ name, image, state }): Fact => [say.manualContainer, verbatim(`${name} (${image}, ${state})`)],
    ),
    ...servers.map(({ file, line }): Fact => [say.manualServer, say.line(file, line)]),
  ];
  return { title: say.manual, notes: facts.length === 0 ? [say.manualNothing] : [], facts };
}
