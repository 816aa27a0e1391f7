import { failure } from '../messages/failure.ts';
import { parseBoolean } from '../values/boolean.ts';
import { choiceOf } from '../values/choice.ts';
import { parseDockerOptions } from '../values/docker-options.ts';
import { parseEnvironment, valuesOf } from '../values/environment.ts';
import { javaOptionsVariable, parseJavaOptions, propertiesOfEnvironment } from '../values/java-options.ts';
import { parseMemory } from '../values/memory.ts';
import { besideVolumes, parseFiles } from '../values/mounted-files.ts';
import { parseNetwork } from '../values/network.ts';
import { parseSpringProfile } from '../values/spring-profile.ts';
import { parseTimezone } from '../values/timezone.ts';
import { parseVolumes } from '../values/volumes.ts';
import { parsePort } from '../values/whole-number.ts';
import { type WrittenFilesChoice, writtenFilesChoices } from '../values/written-files-choice.ts';
import type { Reader } from './reader.ts';
import type { ContainerSettings } from './settings.ts';

const parseWrittenFiles = choiceOf<WrittenFilesChoice>(writtenFilesChoices);

/** How the container is to run. `reader` notes what is refused. */
export function readContainer(reader: Reader): ContainerSettings {
  const container = {
    profile: reader.read('spring-profile', parseSpringProfile, undefined),
    javaOptions: reader.read('java-options', parseJavaOptions, undefined),
    memory: reader.read('memory', parseMemory, undefined),
    timezone: reader.read('timezone', parseTimezone, undefined),
    environment: reader.read('env', parseEnvironment, []),
    files: reader.read('files', parseFiles, []),
    volumes: reader.read('volumes', parseVolumes, undefined),
    writtenFiles: reader.read('container-files', parseWrittenFiles, 'refuse'),
    network: reader.read('network', parseNetwork, undefined),
    options: reader.read('docker-options', parseDockerOptions, []),
    port: reader.read('app-port', parsePort, undefined),
    publishPort: reader.read('publish-app-port', parseBoolean, undefined),
  };
  refuseSetTwice(container, reader);
  for (const problem of besideVolumes(container.files, container.volumes ?? [])) reader.refuse(problem);
  return container;
}

/** What one input sets is not set by another as well: one of the two would have no effect. */
function refuseSetTwice({ profile, javaOptions, timezone, environment }: ContainerSettings, reader: Reader): void {
  const values = valuesOf(environment);
  const refuse = (name: string, other: string) => reader.refuse(failure('INPUT_CONFLICT', { name, other }));
  if (javaOptions !== undefined && javaOptionsVariable in values) refuse('java-options', `env: ${javaOptionsVariable}`);
  if (timezone !== undefined && 'TZ' in values) refuse('timezone', 'env: TZ');
  const options = { ...values, ...(javaOptions === undefined ? {} : { [javaOptionsVariable]: javaOptions }) };
  const profileKey = 'spring.profiles.active';
  if (profile !== undefined && profileKey in propertiesOfEnvironment(options)) {
    refuse('spring-profile', `${javaOptions === undefined ? 'env' : 'java-options'}: -D${profileKey}`);
  }
}
