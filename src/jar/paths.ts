import type { Properties } from './documents.ts';
import type { Lookup, SettingLookup } from './lookup.ts';

/** A folder or file that an application's configuration names, and that it may write to. */
export interface ConfiguredPath {
  /** Canonical key: `file.uploaddir`. */
  readonly key: string;
  readonly path: string;
  /** Whether the path comes from the jar as it is: one of `env` is not for a log. */
  readonly shown: boolean;
}

/** Keys of frameworks, whose paths are of other kinds: of classes, of URLs, of logs and of temporary files. */
const ofFrameworks =
  /^(?:spring|server|management|logging|log|mybatis|mybatisplus|springdoc|swagger|knife4j|eureka|feign|ribbon|dubbo|debug|info|jetcache)\./;

/** What an application calls the places of what it keeps. */
const keeps =
  /(?:upload|file|storage|store|save|image|img|picture|photo|avatar|attach|media|video|audio|data|export|backup|lucene|index|document|docs|report|cert|profile)[a-z]*\.?(?:local\.?)?(?:base|root|save|real|disk)?\.?(?:path|paths|dir|dirs|directory|folder|location|root|home)$|(?:^|\.)(?:profile|upload|uploads|uploadpath|storagepath)$/;

/** Stores behind a network: their paths are names in a bucket, or folders of another machine. */
const elsewhere =
  /(?:^|\.)(?:(?:ali(?:yun)?|tencent|huawei)?(?:oss|cos|obs)|s3|minio|qiniu(?:yun)?|kodo|bos|upyun|qcloud|s?ftp|fastdfs)(?:config|properties)?\./;

/** A file to be read, as its name has it: a key, a template, a font. */
const readFile =
  /\.(?:p12|pfx|pem|crt|cer|key|jks|keystore|jso?n?|xml|ya?ml|properties|txt|html?|ftl|vm|docx?|xlsx?|pdf|tt[fc]|otf|xdb|mmdb)$/i;

/** Places of a server, against paths of a URL, which begin with a slash too. */
const ofServers =
  /^\/(?:home|data\d*|opt|srv|var|usr|root|mnt|media|www|docker|app|apps|export|upload|uploads|files?)(?:\/|$)/;

/** The places of what an application keeps, as its active configuration names them. */
export function configuredPaths(
  settings: readonly Properties[],
  get: Lookup,
  settingOf: SettingLookup,
): readonly ConfiguredPath[] {
  const keys = [...new Set(settings.flatMap((layer) => [...layer.keys()]))];
  return keys
    .filter((key) => keeps.test(key) && !ofFrameworks.test(key) && !elsewhere.test(key))
    .flatMap((key) => {
      const value = get(key)
        ?.trim()
        .replace(/^file:(?:\/\/)?/, '');
      if (value === undefined || !isPath(key, value)) return [];
      const setting = settingOf(key);
      return [{ key, path: value, shown: setting?.from === 'file' && setting.value.includes(value) }];
    });
}

function isPath(key: string, value: string): boolean {
  if (/[\x00-\x1f*?"<>|{}$,;]/.test(value) || value.length > 200 || readFile.test(value)) return false;
  if (value.startsWith('/')) return ofServers.test(value) && !/url|uri|web|context|mapping|pattern|api/.test(key);
  // A path of Windows is one below the working folder on Linux.
  if (/^[A-Za-z]:[\\/]/.test(value)) return true;
  if (/^\.{1,2}\//.test(value)) return true;
  return /^[\w.-]+(?:\/[\w.-]*)+$/.test(value) && !/^(?:classpath|https?)/.test(value)
    ? /upload|file|storage|save|data|dir|folder/.test(key)
    : /^[\w-]+$/.test(value) && /(?:upload|storage|file|save)[a-z]*\.?(?:dir|directory|folder|location)$/.test(key);
}
