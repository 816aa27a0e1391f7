/** States of a component that do not make an application's health worse. */
const well = /^(?:UP|UNKNOWN)$/i;
/** Names that are shown; what else an application calls its components is not for a log. */
const nameForm = /^[\w-]{1,60}$/;
const mostNames = 10;
const deepest = 5;

/**
 * What the body of a health path says: its own state, and the components that are not well, `db.master` for one in
 * another.
 */
export interface HealthBody {
  /** `DOWN`, `OUT_OF_SERVICE`, ...; undefined where the body is none of an actuator. */
  readonly status: string | undefined;
  readonly down: readonly string[];
  /** The components that are well; empty where the body shows none. */
  readonly up: readonly string[];
}

/**
 * Reads the JSON that the actuator of Spring Boot answers: components at the top level (1.x), below `details` (2.0, 2.1) or
 * `components` (from 2.2 on), which may be nested. Details of a component, which may hold anything, are never given on.
 */
export function readHealthBody(body: string): HealthBody {
  const nothing: HealthBody = { status: undefined, down: [], up: [] };
  const json = parsed(body);
  if (json === undefined) return nothing;
  const leaves = componentsIn(json, '', 0);
  const names = (ok: boolean): readonly string[] =>
    leaves.filter(({ status }) => well.test(status) === ok).map(({ name }) => name);
  return { status: stateOf(json), down: names(false).slice(0, mostNames), up: names(true) };
}

interface Component {
  readonly name: string;
  readonly status: string;
}

type Json = Readonly<Record<string, unknown>>;

/** The components below an object that have none themselves below them. */
function componentsIn(json: Json, above: string, depth: number): readonly Component[] {
  if (depth > deepest) return [];
  const below = isObject(json.components) ? json.components : isObject(json.details) ? json.details : json;
  return Object.entries(below).flatMap(([key, value]) => {
    if (!isObject(value) || !nameForm.test(key)) return [];
    const status = stateOf(value);
    if (status === undefined) return [];
    const name = above === '' ? key : `${above}.${key}`;
    const inner = componentsIn(value, name, depth + 1);
    return inner.length > 0 ? inner : [{ name, status }];
  });
}

/** `status` is a word, or since Boot 2 an object with a code where a view of its own says so. */
function stateOf({ status }: Json): string | undefined {
  const word = isObject(status) ? status.code : status;
  return typeof word === 'string' && /^[A-Z_]{1,40}$/i.test(word) ? word.toUpperCase() : undefined;
}

function parsed(body: string): Json | undefined {
  try {
    const json: unknown = JSON.parse(body);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
