/** Failures of this room. */
export const inputErrors = {};
