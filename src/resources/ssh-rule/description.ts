/** What the description of a rule says that lets a run's runner in: enough to tell whose it is, and whether it is as made. */
export interface SshRuleDescription {
  /** The port that it was made for. */
  readonly port: number;
  /** Of the run: eight hexadecimal digits. */
  readonly token: string;
  /** When it was made, to the minute. */
  readonly made: Date;
}

/** The form of a run's token. */
export const tokenForm = '[0-9a-f]{8}';

const form = new RegExp(
  `^deploy-miniprogram-backend ssh ([1-9]\\d{0,4}) (${tokenForm}) (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d)Z$`,
);

/** The description of a rule, at most 64 characters: more is refused. */
export function renderSshRuleDescription({ port, token, made }: SshRuleDescription): string {
  return `deploy-miniprogram-backend ssh ${port} ${token} ${made.toISOString().slice(0, 16)}Z`;
}

/** What the description of a rule of ours says; undefined: it has not our form. */
export function readSshRuleDescription(description: string): SshRuleDescription | undefined {
  const [, port = '', token = '', minute = ''] = form.exec(description.trim()) ?? [];
  const made = new Date(`${minute}Z`);
  if (token === '' || Number(port) > 65535 || Number.isNaN(made.getTime())) return undefined;
  return { port: Number(port), token, made };
}
