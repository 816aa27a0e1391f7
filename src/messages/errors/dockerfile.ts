/** Failures of this room. */
export const dockerfileErrors = {};
