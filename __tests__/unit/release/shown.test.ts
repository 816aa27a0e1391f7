import { shownRelease } from '../../../src/release/shown.ts';
import { release } from '../deployment/release.ts';

test('what a release took from env, options and build arguments is shown by its name alone', () => {
  const { build, container } = shownRelease({
    ...release,
    build: { ...release.build, arguments: [{ name: 'TOKEN', value: 's3cr3t-v4lue' }] },
    container: {
      ...release.container,
      embeddedDatabase: 'jdbc:h2:file:/data/s3cr3t-v4lue',
      options: ['--env', 'KEY=s3cr3t-v4lue'],
      variables: { JAVA_TOOL_OPTIONS: '-Dkey=s3cr3t-v4lue' },
    },
  });
  expect(container.embeddedDatabase).toBe('jdbc:h2:…');
  expect(JSON.stringify({ build, container })).not.toContain('s3cr3t');
  expect(shownRelease(release).container.embeddedDatabase).toBeUndefined();
});
