import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { imageNameOf } from '../values/app-name.ts';

/** What the first line of a file of ours says. */
export interface Label {
  readonly app: string;
  readonly release: string;
  /** Hash of the file's text, `configuration` left empty. */
  readonly configuration: string;
}

/** The first line of a file of ours. */
export function renderLabel({ app, release, configuration }: Label): string {
  return `# managed by deploy-miniprogram-backend: app ${app}, release ${release}, configuration ${configuration}`;
}

/** Whose file a text is; undefined: not ours. */
export function managedBy(text: string): Label | undefined {
  const found =
    /^# managed by deploy-miniprogram-backend: app (\S+), release (\S+), configuration ([0-9a-f]{16})$/m.exec(text);
  const [, app, release, configuration] = found?.index === 0 ? found : [];
  if (app === undefined || release === undefined || configuration === undefined) return undefined;
  return { app, release, configuration };
}

/** Name of an application's nginx file. */
export function nginxFileOf(app: string): string {
  return `${imageNameOf(app)}.conf`;
}

/** Whose file one of nginx is: it bears our mark and the name that we give. A copy by another name is somebody's. */
export function ownerOf(path: string, text: string): Label | undefined {
  const label = managedBy(text);
  return label !== undefined && posix.basename(path) === nginxFileOf(label.app) ? label : undefined;
}

/** Hash of a text that was rendered with an empty hash: 16 hexadecimal digits of its SHA-256. */
export function configurationHash(unhashed: string): string {
  return createHash('sha256').update(unhashed).digest('hex').slice(0, 16);
}

/** Whether a file of ours still is as it was written: its hash is that of its text. */
export function isUntouched(text: string): boolean {
  const label = managedBy(text);
  return label !== undefined && configurationHash(text.replaceAll(label.configuration, '')) === label.configuration;
}
