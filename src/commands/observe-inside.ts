import type { ContainerObservation } from '../checks/container-observation.ts';
import type { Inside } from '../checks/diagnose.ts';
import { type Expectations, expectations } from '../checks/expectations.ts';
import { type HostFirewall, hostFirewallAt } from '../checks/host-firewall.ts';
import { listeningIn } from '../checks/listening.ts';
import type { Deployment } from '../deployment/plan.ts';
import type { ScriptProbe } from '../engine/probe.ts';
import { survey } from '../engine/survey.ts';
import { containerFile } from '../layout/release-paths.ts';
import { answersAtWork, proofStatus, type Release, tellingPath } from '../release/release.ts';
import { askBody } from '../resources/container/candidate-script.ts';
import { logsScript } from '../resources/container/logs-script.ts';
import type { Server } from '../server/server.ts';
import { quote } from '../shell/quote.ts';
import { firewallProbe } from '../survey/firewall.ts';
import { holdersOf, listenersProbe } from '../survey/listeners.ts';
import { packetFilterProbe } from '../survey/packet-filter.ts';
import { lookAtNginx, readServing, type Serving } from '../survey/serving.ts';
import { accepts } from '../values/health-status.ts';

/** Looks at the server itself, past every firewall, to tell where a request that fails from outside is lost. */
export async function observeInside(
  server: Server,
  { target: { release, certificate }, nginx }: Pick<Deployment, 'target' | 'nginx'>,
  address?: string,
): Promise<Inside> {
  const { site, health, image } = release;
  const seen = await survey(server, {
    serving: servingProbe(site.domain, site.httpsPort, site.proof.path),
    container: containerProbe(release),
    listeners: listenersProbe,
    firewall: firewallProbe,
    filters: packetFilterProbe,
  });
  const [holder] = holdersOf(seen.listeners, site.httpsPort);
  return {
    application: accepts(answersAtWork(health), seen.container.answer)
      ? 'healthy'
      : { name: image, ...expectations(health), ...seen.container },
    nginxProven:
      seen.serving.release === release.id &&
      seen.serving.fingerprint === certificate.certificate.fingerprint &&
      accepts(proofStatus(release), seen.serving.status),
    ...(holder === undefined ? {} : { listener: `${holder.process} (pid ${holder.pid ?? '-'})` }),
    nginx,
    hostFirewall: hostFirewallAt(site.httpsPort, seen.firewall, seen.filters, address),
  };
}

/** Asks what the server's own firewall does with connections to ports of `address`. */
export async function observeFirewall(server: Server, address?: string): Promise<(port: number) => HostFirewall> {
  const { firewall, filters } = await survey(server, { firewall: firewallProbe, filters: packetFilterProbe });
  return (port) => hostFirewallAt(port, firewall, filters, address);
}

function servingProbe(domain: string, port: number, path: string): ScriptProbe<Serving> {
  return { script: `${lookAtNginx}\nlook_at_nginx https ${quote(domain)} ${port} ${quote(path)}`, read: readServing };
}

/** What is asked of the container, and the status with which it answers its health path; 0: it does not. */
type ContainerState = Omit<ContainerObservation, 'name' | keyof Expectations> & { readonly answer: number };

/**
 * Asks for the container of a release, by what its folder recorded, and for the answer of its health path at its own
 * address; its log of the last hour, in which a version that has just begun to serve has all of its own.
 */
export function containerProbe(release: Release): ScriptProbe<ContainerState> {
  const { port, path } = release.health;
  const telling = tellingPath(release.health);
  return {
    script: `${askBody}
container=$(cat ${quote(containerFile(release))}) || container=${quote(release.image)}
state=$(docker container inspect --format '{{.State.Status}} {{.State.ExitCode}} {{.State.OOMKilled}} {{.RestartCount}} {{.State.Pid}} {{.State.StartedAt}} {{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$container") || state='gone 0 false 0 0'
printf '%s\\n' "$state"
read -r _ _ _ _ pid started address < <(printf '%s\\n' "$state")
address=\${address%% *}
curl -q -s --noproxy '*' -o /dev/null -m 5 -w '%{http_code}\\n' "http://\${address:-127.0.0.1}:${port}"${quote(path)} || true
ask_body ${telling.port} ${quote(telling.path)} | base64 -w0; echo
nsenter -t "$pid" -n ss -ltn | awk '$1 == "LISTEN" {print $4}' | sort -u | tr '\\n' ' '; echo
# What it said before it was last stopped tells of another time; how a crash came about is in what was said before it.
since=$(($(date +%s) - 3600))
case $state in 'running '*' 0 '*) begun=$(date -d "$started" +%s) && [ "$begun" -lt "$since" ] || since=$begun ;; esac
${logsScript('"$container"', 400, release, '"${since:-0}"')}`,
    read: (output) => {
      const [state, answer, body = '', listening, ...logLines] = output.split('\n');
      const [status, exitCode, oomKilled, restarts] = (state ?? '').split(' ');
      return {
        status: status ?? 'gone',
        exitCode: Number(exitCode ?? 0),
        oomKilled: oomKilled === 'true',
        restarts: Number(restarts ?? 0),
        answer: Number(answer) || 0,
        healthBody: Buffer.from(body, 'base64').toString('utf8'),
        ...listeningIn(listening ?? ''),
        logLines: logLines.filter(Boolean),
      };
    },
  };
}
