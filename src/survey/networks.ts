import type { ScriptProbe } from '../engine/probe.ts';

/** A Docker network of the server. */
export interface Network {
  readonly name: string;
  /** `bridge`, `host`, `null`, `overlay`, `macvlan`. */
  readonly driver: string;
  /** Whether it leads nowhere outside: no port of a container on it is published. */
  readonly internal: boolean;
}

/** Asks for the Docker networks; none where no engine answers. */
export const networksProbe: ScriptProbe<readonly Network[]> = {
  script: `docker network ls --no-trunc --format '{{.Driver}} {{.Internal}} {{.Name}}'`,
  read: readNetworks,
};

/** Reads a line a network; its name comes last and may hold anything. */
export function readNetworks(output: string): readonly Network[] {
  return [...output.matchAll(/^(\S+) (true|false) (.+)$/gm)].map(([, driver = '', internal, name = '']) => ({
    name,
    driver,
    internal: internal === 'true',
  }));
}
