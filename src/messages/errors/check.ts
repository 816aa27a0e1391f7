/** Failures of this room. */
export const checkErrors = {};
