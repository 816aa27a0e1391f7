/** What a remark of ours says: who made what it stands beside, and what that was. */
export interface Remark {
  /** The application that it is for. */
  readonly app: string;
  /** What was written, so that a later change by somebody else shows: the address of a record. */
  readonly value: string;
  /** The run that wrote it, `owner/repository#123456`; cut where it is long. */
  readonly run: string;
}

const maker = 'deploy-miniprogram-backend';

/** How long Tencent lets a remark be is in no document: kept short. */
const most = 120;

/** The remark in ASCII, one word for each of its parts, at most 120 characters unless application and value are longer. */
export function renderRemark({ app, value, run }: Remark): string {
  const [name, what, who] = [app, value, run].map((part) => part.replaceAll(/[^\x21-\x7e]+/g, '-'));
  const known = `${maker} ${name} ${what}`;
  return `${known} ${who}`.slice(0, Math.max(most, known.length));
}

/** What a remark of ours says; undefined: it has not our form. */
export function readRemark(remark: string): Remark | undefined {
  const [by, app, value, run = '', ...more] = remark.trim().split(/\s+/);
  if (by !== maker || app === undefined || value === undefined || more.length > 0) return undefined;
  return { app, value, run };
}

/**
 * Whether a record is the application's own: its remark says so, and still names the value that the record has. Who
 * changed the value by hand, and left the remark, made it theirs (rule *Ours*).
 */
export function isOwn({ remark, value }: { readonly remark: string; readonly value: string }, app: string): boolean {
  const said = readRemark(remark);
  return said !== undefined && said.app === app && said.value === value;
}
