/**
 * The folder below an application's own that its image has the files of its jar in, where that is taken apart: not that
 * which it is started in, since a configuration file beside the jar would then hide the one in it.
 */
export const unpackedName = 'unpacked';
