/** Inputs that are set, by their kebab-case name; what was not given is absent or has action.yml's default. */
export type Inputs = ReadonlyMap<string, string>;

/**
 * The inputs in an environment, as the runner passes them: `INPUT_` and the name in upper case, hyphens kept
 * (actions/toolkit, core.getInput). Values are as they came; each parser trims what it may.
 */
export function inputsFrom(environment: Readonly<Record<string, string | undefined>>): Inputs {
  const inputs = new Map<string, string>();
  for (const [name, value] of Object.entries(environment)) {
    if (/^INPUT_./i.test(name) && value !== undefined) inputs.set(name.slice('INPUT_'.length).toLowerCase(), value);
  }
  return inputs;
}
