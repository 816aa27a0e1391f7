import type { NginxConfiguration } from './configuration.ts';

/**
 * The folder where a `.conf` file goes so that this nginx reads it in its http block: one included as `conf.d/*.conf`,
 * else `sites-enabled/*`, else another folder's `*.conf`. Undefined: it includes from nowhere.
 */
export function includeFolder(configuration: NginxConfiguration): string | undefined {
  const folders = configuration.httpIncludes.flatMap((glob) => {
    const [, folder, suffix] = /^((?:\/[^/*?[]+)+)\/\*(\.conf)?$/.exec(glob) ?? [];
    return folder === undefined ? [] : [{ folder, onlyConf: suffix !== undefined }];
  });
  const found =
    folders.find(({ folder, onlyConf }) => folder.endsWith('/conf.d') && onlyConf) ??
    folders.find(({ folder }) => folder.endsWith('/sites-enabled')) ??
    folders.find(({ onlyConf }) => onlyConf);
  return found?.folder;
}
