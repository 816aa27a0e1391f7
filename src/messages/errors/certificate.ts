/** Failures of this room. */
export const certificateErrors = {};
