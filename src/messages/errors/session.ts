/** Failures of this room. */
export const sessionErrors = {};
