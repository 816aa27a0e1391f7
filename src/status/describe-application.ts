import { statusMessages as say } from '../messages/status.ts';
import { dayOf, type Text, verbatim } from '../messages/text.ts';
import { formatBytes } from '../server/space.ts';
import type { Fact, Section } from './section.ts';
import type { ApplicationStatus, CertificateStatus, ContainerStatus, HealthStatus, SiteStatus } from './status.ts';

/** All that `status` shows of an application, part by part. */
export function describeApplication(application: ApplicationStatus): readonly Section[] {
  const { certificate, deploys, log } = application;
  return [
    ofRunning(application),
    ofKept(application),
    ...(certificate === undefined ? [] : [ofCertificate(certificate)]),
    ofDisk(application),
    { title: say.deploys, output: deploys.join('\n') },
    { title: say.log, output: log },
  ];
}

function ofRunning({ serving, container, health, site, url, file, underWay }: ApplicationStatus): Section {
  const { release, since, commit, actor, runUrl, image } = serving;
  return {
    title: say.runs,
    facts: [
      ...(underWay === undefined ? [] : [[say.underWay, say.underWayOf(underWay)] as const]),
      [say.release, verbatim(release)],
      [say.since, since === undefined ? say.sinceUnknown : verbatim(since)],
      [say.commit, verbatim(commit || '-')],
      [say.deployedBy, verbatim([actor, runUrl].filter(Boolean).join(', ') || '-')],
      [say.image, verbatim(image)],
      ...(container === undefined ? [] : ofContainer(container)),
      ...(health === undefined ? [] : [[say.health, healthWords(health)] as const]),
      [verbatim('nginx'), nginxWords(url, site)],
      [say.file, file === undefined ? say.noFile : verbatim(file)],
    ],
  };
}

function ofContainer(container: ContainerStatus): readonly Fact[] {
  const { name, state, startedAt, finishedAt, restarts, memory, memoryLimit, exitCode, outOfMemory } = container;
  const line: Fact = [say.container, verbatim(`${name} (${state})`)];
  if (state === 'gone') return [line];
  if (memory === 0) {
    return [
      line,
      [say.endedAt, verbatim(finishedAt ?? '-')],
      [say.exitCode, outOfMemory ? say.outOfMemory(exitCode) : verbatim(String(exitCode))],
      [say.restarts, verbatim(String(restarts))],
    ];
  }
  const used = formatBytes(memory);
  return [
    line,
    [say.runningSince, verbatim(startedAt ?? '-')],
    [say.restarts, verbatim(String(restarts))],
    [say.memory, memoryLimit === 0 ? say.memoryUnlimited(used) : say.memoryOf(used, formatBytes(memoryLimit))],
  ];
}

function healthWords({ well, status, path, port, expected }: HealthStatus): Text {
  if (status !== undefined) return say.healthOf({ well, status: String(status), path, port, expected });
  return {
    en: say.healthOf({ well, status: say.noAnswer.en, path, port, expected }).en,
    zh: say.healthOf({ well, status: say.noAnswer.zh, path, port, expected }).zh,
  };
}

function nginxWords(url: string, { release, status, serves }: SiteStatus): Text {
  if (serves) return status < 500 ? say.nginxServes(url) : say.nginxAnswers(url, status);
  return release === undefined ? say.nginxDoesNotServe(url) : say.nginxServesOther(url, release);
}

function ofKept({ kept }: ApplicationStatus): Section {
  const rows = kept.map(({ release, date, commit, serves, previous, hasImage }) => {
    const image = hasImage ? say.states.image : say.states.rebuilt;
    const state = previous ? say.states.previous(image) : image;
    return [verbatim(release), verbatim(date), verbatim(commit.slice(0, 12) || '-'), serves ? say.states.live : state];
  });
  if (rows.length === 0) return { title: say.kept, notes: [say.keptNone] };
  return { title: say.kept, table: { heading: [say.release, say.date, say.commit, say.state], rows } };
}

function ofCertificate({ path, notAfter, daysLeft, names }: CertificateStatus): Section {
  const day = notAfter === undefined ? '' : dayOf(new Date(notAfter));
  const expires =
    notAfter === undefined ? say.unreadable : daysLeft < 0 ? say.expired(day) : say.daysLeft(day, daysLeft);
  return {
    title: say.certificate,
    facts: [
      [say.expires, expires],
      [say.names, verbatim(names.join(', ') || '-')],
      [say.path, verbatim(path)],
    ],
  };
}

function ofDisk({ disk: { fileSystems, images, releases } }: ApplicationStatus): Section {
  return {
    title: say.disk,
    table: {
      heading: [say.mounted, say.holds, say.size, say.free],
      rows: fileSystems.map(({ target, folders, bytes, free }) => [
        verbatim(target),
        verbatim(folders.join(', ')),
        verbatim(formatBytes(bytes)),
        verbatim(formatBytes(free)),
      ]),
    },
    facts: [
      [say.imagesTake, verbatim(formatBytes(images))],
      [say.releasesTake, verbatim(formatBytes(releases))],
    ],
  };
}
