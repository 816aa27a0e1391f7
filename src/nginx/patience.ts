/** Seconds in which nginx must have read and tested its configuration. */
export const nginxSeconds = 30;

/**
 * Words in front of each call of nginx. nginx opens every file that its configuration names, logs among them; where
 * somebody puts a named pipe in the place of one, it waits for ever. SIGKILL, since the switch ignores SIGTERM and what
 * it starts inherits that.
 */
export const patiently = `timeout -s KILL ${nginxSeconds}`;

/**
 * Bash function `ran_out STATUS`: whether {@link patiently} ended the call (128 + SIGKILL; other coreutils exit with
 * 124).
 */
export const ranOut = 'ran_out() { [ "$1" -eq 137 ] || [ "$1" -eq 124 ]; }';
