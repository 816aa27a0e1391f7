import type { ContainerSight } from '../checks/container-sight.ts';
import type { Inside } from '../checks/diagnose.ts';
import { type HostFirewall, hostFirewallAt } from '../checks/host-firewall.ts';
import type { ChosenCertificate } from '../deployment/certificate.ts';
import type { Decision } from '../deployment/decide.ts';
import { type Probe, survey } from '../engine/survey.ts';
import { answersAtWork } from '../release/release.ts';
import { logsScript } from '../resources/container/logs-script.ts';
import { quote } from '../server/quote.ts';
import type { Server } from '../server/server.ts';
import { accepts } from '../settings/health-status.ts';
import { firewallProbe } from '../survey/firewall.ts';
import { holdersOf, listenersProbe } from '../survey/listeners.ts';
import { packetFilterProbe } from '../survey/packet-filter.ts';
import { lookAtNginx, readServing, type Serving } from '../survey/serving.ts';

/** Looks at the server itself, past every firewall, to tell where a request that fails from outside is lost. */
export async function lookInside(
  server: Server,
  { release, proofStatus }: Decision,
  certificate: ChosenCertificate,
  address?: string,
): Promise<Inside> {
  const { site, health, image } = release;
  const seen = await survey(server, {
    serving: servingProbe(site.domain, site.httpsPort, site.proof.path),
    container: containerProbe(image, health.port, health.path, logsScript(image, 40, release)),
    listeners: listenersProbe,
    firewall: firewallProbe,
    filters: packetFilterProbe,
  });
  const [holder] = holdersOf(seen.listeners, site.httpsPort);
  return {
    application: accepts(answersAtWork(health), seen.container.answer)
      ? 'healthy'
      : { name: image, port: health.port, database: health.database, ...seen.container },
    nginxProven:
      seen.serving.release === release.id &&
      seen.serving.fingerprint === certificate.certificate.fingerprint &&
      accepts(proofStatus, seen.serving.status),
    ...(holder === undefined ? {} : { listener: `${holder.process} (pid ${holder.pid ?? '-'})` }),
    hostFirewall: hostFirewallAt(site.httpsPort, seen.firewall, seen.filters, address),
  };
}

/** Asks what the server's own firewall does with connections to ports of `address`. */
export async function lookAtFirewall(server: Server, address?: string): Promise<(port: number) => HostFirewall> {
  const { firewall, filters } = await survey(server, { firewall: firewallProbe, filters: packetFilterProbe });
  return (port) => hostFirewallAt(port, firewall, filters, address);
}

function servingProbe(domain: string, port: number, path: string): Probe<Serving> {
  return { script: `${lookAtNginx}\nlook_at_nginx https ${quote(domain)} ${port} ${quote(path)}`, read: readServing };
}

/** What is asked of the container, and the status with which it answers its health path. */
type ContainerState = Omit<ContainerSight, 'name' | 'port' | 'database'> & { readonly answer: number };

/** Asks for the application's container, and for the answer at its own address; `logs` prints its last log lines. */
export function containerProbe(name: string, port: number, path: string, logs: string): Probe<ContainerState> {
  return {
    script: `
state=$(docker container inspect --format '{{.State.Status}} {{.State.ExitCode}} {{.State.OOMKilled}} {{.RestartCount}} {{.State.Pid}} {{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' ${quote(name)}) || state='gone 0 false 0 0'
printf '%s\\n' "$state"
read -r _ _ _ _ pid address < <(printf '%s\\n' "$state")
address=\${address%% *}
curl -s --noproxy '*' -o /dev/null -m 5 -w '%{http_code}\\n' "http://\${address:-127.0.0.1}:${port}"${quote(path)} || true
nsenter -t "$pid" -n ss -ltn | awk '$1 == "LISTEN" {sub(/.*:/, "", $4); print $4}' | sort -nu | tr '\\n' ' '; echo
${logs}`,
    read: (output) => {
      const [state, answer, listening, ...logLines] = output.split('\n');
      const [status, exitCode, oomKilled, restarts] = (state ?? '').split(' ');
      return {
        status: status ?? 'gone',
        exitCode: Number(exitCode ?? 0),
        oomKilled: oomKilled === 'true',
        restarts: Number(restarts ?? 0),
        answer: Number(answer) || 0,
        listening: (listening ?? '').split(' ').filter(Boolean).map(Number),
        logLines: logLines.filter(Boolean),
      };
    },
  };
}
