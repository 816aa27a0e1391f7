import { type HostFirewall, letsIn } from '../filters/host-firewall.ts';
import { acceptCommand, deleteCommand, ruleWords, showCommand } from '../filters/rule-words.ts';
import type { PacketFilters, RuleAt } from '../filters/ruleset.ts';
import { type PortVerdict, type Verdict, verdictOf, verdictOnLoopback } from '../filters/verdict.ts';
import { type Failure, failure } from '../messages/failure.ts';
import { quote } from '../shell/quote.ts';

/** What the server's own firewall does with connections to one port. */
export interface PortFirewall {
  /** The program that manages it; `none` where none is active. */
  readonly program: 'none' | 'ufw' | 'firewalld';
  /** firewalld: the zone of the device that leads to the world. */
  readonly zone?: string;
  /** Whether that program says that it lets the port in. */
  readonly open: boolean;
  /** What the rules come to, whichever program wrote them. */
  readonly verdict: PortVerdict;
  /** What they come to for connections of the server to itself. */
  readonly loopback: Verdict;
  /** Programs whose rules were read, could not be read, or are not known since the program is not installed. */
  readonly read: readonly string[];
  readonly unread: readonly string[];
  readonly absent: readonly string[];
}

/** One that is taken to let everything through. */
export const unaskedFirewall: PortFirewall = {
  program: 'none',
  open: true,
  verdict: { connect: { kind: 'open' }, later: { kind: 'open' } },
  loopback: { kind: 'open' },
  read: [],
  unread: [],
  absent: [],
};

/** Where a connection failed: before it stood, or after. */
export type PacketStage = 'connect' | 'later';

/** The server's firewall as to one port; `address`: the one that is asked from outside. */
export function hostFirewallAt(
  port: number,
  firewall: HostFirewall,
  filters: PacketFilters,
  address?: string,
): PortFirewall {
  return {
    program: firewall.kind,
    ...(firewall.zone === undefined ? {} : { zone: firewall.zone }),
    open: letsIn(firewall, port),
    verdict: verdictOf(filters, port, address),
    loopback: verdictOnLoopback(filters, port),
    read: filters.read,
    unread: filters.unread,
    absent: filters.absent,
  };
}

/** The failure that the server's own firewall explains; undefined: it lets such connections through. */
export function firewallBlamed(
  port: number,
  firewall: PortFirewall,
  stage: PacketStage,
  detail: string,
): Failure | undefined {
  const verdict = firewall.verdict[stage];
  switch (verdict.kind) {
    case 'closed':
      return failure('HOST_FIREWALL_CLOSED', {
        port,
        rule: ruleWords(verdict.by),
        ...cure(port, firewall, verdict.by),
      });
    case 'redirected':
      return failure('HOST_FIREWALL_REDIRECTS', {
        port,
        program: verdict.by.tool,
        rule: ruleWords(verdict.by),
        command: deleteCommand(verdict.by),
      });
    case 'sources':
      if (verdict.admitted !== undefined) return undefined;
      return failure('HOST_FIREWALL_SOURCES', {
        port,
        client: verdict.client ?? '-',
        rule: ruleWords(verdict.by),
        ...cure(port, firewall, verdict.by),
      });
    case 'unclear':
      return unclear(port, detail, verdict.by.map(ruleWords), verdict.by.map(showCommand));
    case 'open':
      return stage === 'connect' ? unseen(port, firewall, detail) : undefined;
  }
}

/** The failure of connections of the server to itself: without them no site can be proven. */
export function blamedOnLoopback(port: number, firewall: PortFirewall): Failure | undefined {
  const { loopback } = firewall;
  if (loopback.kind !== 'closed' || isOfManager(loopback.by, firewall.program)) return undefined;
  return firewallBlamed(port, { ...firewall, verdict: { connect: loopback, later: loopback } }, 'connect', '-');
}

/** The failure of a connection that is cut by what it carries, where a rule of the server's looks at that. */
export function blamedForContent(port: number, firewall: PortFirewall, detail: string): Failure | undefined {
  const { later } = firewall.verdict;
  const looks = later.kind === 'unclear' && later.by.some(({ content }) => content);
  return looks ? firewallBlamed(port, firewall, 'later', detail) : undefined;
}

/** What the rules that were read do not explain, where others were not. */
function unseen(port: number, firewall: PortFirewall, detail: string): Failure | undefined {
  const { program, open, unread, absent } = firewall;
  if (program !== 'none' && !open && unread.length + absent.length > 0) {
    const command = managersCommand(port, firewall);
    return failure('HOST_FIREWALL_CLOSED', { port, program, rule: `${program}: no rule allows it`, command });
  }
  if (unread.length === 0) return undefined;
  const commands = unread.map((tool) => (tool === 'nft' ? 'nft list ruleset' : `${tool} -vnL`));
  return unclear(port, detail, unread, commands);
}

function unclear(port: number, detail: string, rules: readonly string[], commands: readonly string[]): Failure {
  const shown = [...new Set(commands)];
  return failure('HOST_FIREWALL_UNCLEAR', {
    port,
    detail,
    rules: `${rules.slice(0, 3).join('; ')}${rules.length > 3 ? '; …' : ''}`,
    command: shown.slice(0, 3).join('; '),
  });
}

/** Who is to change a rule, and how. */
function cure(
  port: number,
  firewall: PortFirewall,
  by: RuleAt,
): { readonly program: string; readonly command: string } {
  if (!isOfManager(by, firewall.program)) return { program: by.tool, command: acceptCommand(by, port) };
  return { program: firewall.program, command: managersCommand(port, firewall, by) };
}

/** Whether ufw or firewalld wrote a rule where its own commands open a port before it. */
export function isOfManager({ table, chain, number, words }: RuleAt, program: PortFirewall['program']): boolean {
  switch (program) {
    case 'ufw':
      return (chain === 'INPUT' && number === undefined) || /^ufw6?-(user|reject|skip|after|track)/.test(chain);
    case 'firewalld':
      return (
        (table.startsWith('firewalld') && !/direct/i.test(chain)) ||
        (/^(IN|INPUT)_/.test(chain) && !/direct/i.test(chain)) ||
        // The end of its chain of iptables' own.
        (chain === 'INPUT' && /^-j REJECT --reject-with (icmp-host|adm)-prohibited$/.test(words))
      );
    case 'none':
      return false;
  }
}

function managersCommand(port: number, { program, zone }: PortFirewall, by?: RuleAt): string {
  if (program === 'ufw') {
    // Before a rule that denies; of one that is for this very port ufw skips the insertion, and then changes it.
    const denied = by !== undefined && /^ufw6?-user-/.test(by.chain);
    const allow = `ufw allow ${port}/tcp`;
    return denied ? `LC_ALL=C ufw insert 1 allow ${port}/tcp | grep -v Skipping || ${allow}` : allow;
  }
  // The zone that has the rule, where its chain tells it.
  const its = /^(?:filter_)?IN_(.+?)(?:_(?:pre|log|deny|allow|post))?$/.exec(by?.chain ?? '')?.[1] ?? zone;
  const where = its === undefined ? '' : `--zone=${quote(its)} `;
  const what = /_deny$/.test(by?.chain ?? '')
    ? `--add-rich-rule='rule priority="-100" port port="${port}" protocol="tcp" accept'`
    : `--add-port=${port}/tcp`;
  return `firewall-cmd --permanent ${where}${what} && firewall-cmd --reload`;
}
