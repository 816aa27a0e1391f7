import { certificateErrors } from './errors/certificate.ts';
import { checkErrors } from './errors/check.ts';
import { dockerfileErrors } from './errors/dockerfile.ts';
import { inputErrors } from './errors/input.ts';
import { jarErrors } from './errors/jar.ts';
import { serverErrors } from './errors/server.ts';
import { sessionErrors } from './errors/session.ts';

/** Every failure that the action knows, by its stable code. One file a room, joined here. */
export const errors = {
  ...inputErrors,
  ...jarErrors,
  ...dockerfileErrors,
  ...sessionErrors,
  ...serverErrors,
  ...certificateErrors,
  ...checkErrors,
};

/** A stable code, as in the output `error-code` and in docs/errors.md. */
export type ErrorCode = keyof typeof errors;

/** What the catalogue needs to know to word the failure `C`. */
export type ParametersOf<C extends ErrorCode> = Parameters<(typeof errors)[C]>[0];
