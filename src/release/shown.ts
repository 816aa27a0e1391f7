import { hideSecrets } from '../nginx/hide-secrets.ts';
import { shownOptionsOf } from '../values/docker-options.ts';
import { javaOptionsVariable, shownJavaOptions } from '../values/java-options.ts';
import type { Release } from './release.ts';

/**
 * A release for people and programs to read: values that its inputs handed on as they were written, and that may hold a
 * secret, are left out. What goes to the server is rendered from the release itself.
 */
export function shownRelease(release: Release): Release {
  const { build, container, site } = release;
  return {
    ...release,
    build: { ...build, arguments: build.arguments.map(({ name }) => ({ name, value: '…' })) },
    container: {
      ...container,
      // Its address may come from `env`.
      embeddedDatabase: container.embeddedDatabase?.replace(/^(jdbc:\w+:)?.*$/s, '$1…'),
      options: shownOptionsOf(container.options),
      variables: Object.fromEntries(
        Object.entries(container.variables).map(([name, value]) => [name, shown(name, value)]),
      ),
    },
    site: { ...site, snippet: site.snippet === undefined ? undefined : hideSecrets(site.snippet) },
  };
}

function shown(variable: string, value: string): string {
  return variable === javaOptionsVariable ? shownJavaOptions(value) : value;
}
