/** Folders of a server that paths begin with. */
const ofServers = /^\/(?:apps?|data\d*|docker|export|files?|home|logs?|media|mnt|opt|srv|uploads?|usr|var|www)(?=\/|$)/;

/** Names of variables whose values are folders. */
const named = /(?:path|dir|directory|folder|location|files|uploads?|storage)$/i;

/** Names of variables whose values are none, whatever they look like. */
const secret = /pass|pwd|secret|token|credential|key/i;

/** A path of words; whatever could be a token is none. */
const ofWords = /^(?:\.{0,2}\/)?[a-z][a-z._-]{0,30}\d{0,4}(?:\/[a-z][a-z._-]{0,30}\d{0,4})*\/?$/i;

/**
 * Whether the value of a variable is a folder. What an application writes there is named in messages, with commands that
 * copy it: masked, they could not be carried out.
 */
export function isFolderValue(name: string, value: string): boolean {
  return (
    !secret.test(name) && value.includes('/') && ofWords.test(value) && (ofServers.test(value) || named.test(name))
  );
}
