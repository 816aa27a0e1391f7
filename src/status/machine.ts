import type { ManagedApplication } from '../deployment/managed-applications.ts';
import type { Nginx } from '../survey/nginx.ts';
import type { StatusSurvey } from '../survey/status.ts';
import { firstDeploys } from './applications.ts';
import type { MachineStatus } from './status.ts';

/** The server itself, as far as it was seen. */
export function machineStatus(
  host: string,
  { system, docker, nginx, holders }: StatusSurvey,
  all: readonly ManagedApplication[],
): MachineStatus {
  return {
    host,
    system: [system.name, system.architecture].filter(Boolean).join(', '),
    memoryAvailable: system.memoryAvailable,
    docker: { state: docker.state, version: docker.state === 'running' ? docker.version : '' },
    nginx: nginxStatus(nginx),
    underWay: firstDeploys(all, holders),
  };
}

function nginxStatus(nginx: Nginx): MachineStatus['nginx'] {
  if (nginx.state === 'missing') return { state: 'missing', version: '', valid: false };
  const { state, version, complaint, silent } = nginx;
  return { state, version: version.text, valid: complaint === '' && !silent };
}
