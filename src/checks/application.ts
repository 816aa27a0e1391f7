import { type Failure, failure } from '../messages/failure.ts';
import { renderHealthStatus } from '../values/health-status.ts';
import { heapPercentage, MiB, memoryBytes, roundedUp } from '../values/memory.ts';
import { blamed, lastLinesOf } from './blamed.ts';
import type { ContainerObservation, HealthAnswer } from './container-observation.ts';
import { readHealthBody } from './health-body.ts';

/** What Java says where it is to listen on an address that its machine does not have. */
const unassigned = /BindException: (?:Cannot assign requested address|无法指定被请求的地址)/;

/** What embedded servers say once they listen: "Tomcat started on port 8080 (http)", "Undertow started on port(s) 8080". */
const serving = /started on ports?(?:\(s\))?:? \d+|Started [^ ]+ in [\d.,]+ seconds/;

/** Ports that a JVM or a library opens beside the application's: JMX (and its random one), debugger, xxl-job, Dubbo. */
function isAside(port: number): boolean {
  return port > 32_767 || [1099, 5005, 9010, 9999, 20_880].includes(port);
}

/**
 * Why an application that fails its health check does so, as far as its container tells; its log is the evidence. Whoever
 * looks, while a version is prepared or after it serves, the same state is the same failure.
 */
export function diagnoseApplication(container: ContainerObservation): Failure {
  const { name, status, exitCode, restarts, port, listening, managementPort, denied, mounts } = container;
  const evidence = container.logLines.length === 0 ? {} : { evidence: lastLinesOf(container) };
  if (container.oomKilled)
    return failure('APPLICATION_OUT_OF_MEMORY', { container: name, restarts, ...enough(container.memory) }, evidence);
  const service = blamed(container);
  const key = managementPort ? 'management.server.address' : 'server.address';
  const setting = container.listens ?? `env: ${key.replaceAll('.', '_').toUpperCase()}=0.0.0.0`;
  if (status !== 'running') {
    if (container.logLines.some((line) => unassigned.test(line))) {
      return failure('ADDRESS_UNREACHABLE', { key, setting }, evidence);
    }
    return service ?? failure('APPLICATION_EXITED', { container: name, exitCode, restarts, denied, mounts }, evidence);
  }
  // What it answers comes before the port on which it was seen to listen.
  if (container.answer !== undefined)
    return service ?? failure('HEALTH_FAILED', wordsOf(container, container.answer), evidence);
  // A debugger's port is open while an application still starts, or waits for what it lacks.
  const serves = container.logLines.some((line) => serving.test(line));
  const elsewhere = listening.filter((one) => serves || !isAside(one));
  if (elsewhere.length > 0 && !listening.includes(port)) {
    const found = { container: name, port, listening: elsewhere.join(', ') };
    return failure(managementPort ? 'MANAGEMENT_OTHER_PORT' : 'APPLICATION_OTHER_PORT', found, evidence);
  }
  if (container.listeningLocally?.includes(port)) {
    return failure('APPLICATION_LISTENS_LOCALLY', { container: name, port, key, setting }, evidence);
  }
  return service ?? failure('APPLICATION_DOWN', { container: name, status, port, restarts, denied, mounts }, evidence);
}

function wordsOf({ name, port, healthBody = '' }: ContainerObservation, answer: HealthAnswer) {
  const { path, status, expected, seconds, steady } = answer;
  const components = readHealthBody(healthBody).down.join(', ');
  const words = { container: name, path, port, status: String(status), expected: renderHealthStatus(expected) };
  return { ...words, seconds, steady, components };
}

/** A limit of memory that suffices rather, and how much of it the heap may take. */
function enough(memory: string | undefined): { memory: string; enough: string; percentage: string } {
  if (memory === undefined) return { memory: '', enough: '', percentage: '' };
  const wanted = Math.max(512 * MiB, memoryBytes(memory) * 1.5);
  const limit = roundedUp(wanted);
  return { memory, enough: limit, percentage: String(heapPercentage(memoryBytes(limit))) };
}
