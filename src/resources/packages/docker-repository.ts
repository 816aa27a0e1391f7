import { commandLine } from '../../shell/quote.ts';
import type { System } from '../../survey/system.ts';

/** Where the repository file of the Docker Engine lies on RHEL's family, whose own repositories have no engine. */
export const dockerRepositoryFile = '/etc/yum.repos.d/deploy-miniprogram-docker.repo';

/** Docker's own packages, and Tencent's copy of them: from inside its network the other one is hardly reachable. */
const dockerPackages = 'https://download.docker.com';
const tencentPackages = 'https://mirrors.cloud.tencent.com/docker-ce';

/**
 * The lines of that file, for `major` of Enterprise Linux. The version is written out, because `$releasever` of TencentOS
 * and OpenCloudOS counts otherwise; `$basearch` is the package manager's own word for the machine.
 */
function dockerRepository(system: System, major: number): readonly string[] {
  const origin = system.tencentInstance === undefined ? dockerPackages : tencentPackages;
  const folder = `${origin}/linux/${system.id === 'rhel' && major > 7 ? 'rhel' : 'centos'}`;
  return [
    '[deploy-miniprogram-docker]',
    'name=Docker Engine',
    `baseurl=${folder}/${major}/$basearch/stable`,
    'enabled=1',
    'gpgcheck=1',
    `gpgkey=${folder}/gpg`,
  ];
}

/** The command that writes the file. */
export function writeRepository(system: System, major: number): string {
  return `${commandLine(['printf', '%s\\n', ...dockerRepository(system, major)])} >${dockerRepositoryFile}`;
}
