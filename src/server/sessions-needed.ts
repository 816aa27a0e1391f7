/**
 * Sessions that a deployment has open at a time on its connection: the lock's keeper, a script, and, once the run is
 * cancelled, the undo of a script that still runs.
 */
export const sessionsNeeded = 3;
