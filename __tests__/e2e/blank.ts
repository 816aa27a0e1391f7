import { expectSuccess, type Scene, stateOf } from './scene.ts';

/** Without provisioning a blank server is told what it lacks, and not touched. Returns the command that installs it. */
export async function toldWhatIsMissing(scene: Scene, lacking: string): Promise<string> {
  const before = await stateOf(scene.server);
  const result = await scene.run(scene.inputs(await scene.world.jars.hollow(), { provision: 'false' }));
  expect(result.code).not.toBe(0);
  expect(result.outputs).toMatchObject({ 'error-code': 'PROVISION_NEEDED', changed: 'false', release: '' });
  const message = result.annotations.find(({ title }) => title === 'PROVISION_NEEDED')?.message ?? '';
  expect(message).toContain(lacking);
  expect(await stateOf(scene.server)).toBe(before);
  return /or run on the server: (.*)/.exec(message)?.[1] ?? '';
}

/** A plan says what is to be installed and that the rest is known after it, and touches nothing. Returns its log. */
export async function plannedFor(scene: Scene, lacking: string): Promise<string> {
  const before = await stateOf(scene.server);
  const result = await scene.run(scene.inputs(await scene.world.jars.hollow(), { command: 'plan' }));
  expectSuccess(result);
  expect(result.log).toContain(`Install ${lacking}`);
  expect(result.log).toContain('known after provisioning');
  expect(await stateOf(scene.server)).toBe(before);
  return result.log;
}

/** Names of the services that run, without systemd's own suffix. */
export async function runningServices({ server }: Scene): Promise<readonly string[]> {
  const listed = await server.sh('systemctl list-units --type=service --state=running --plain --no-legend');
  return listed.split('\n').map((line) => line.split('.service')[0] ?? '');
}
