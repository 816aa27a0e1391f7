import type { LeaseKinds } from '../engine/lease.ts';
import type { Settings } from '../settings/settings.ts';

/** Who gives back what a run held when it died: an entry for each kind of lease. No command takes one yet. */
export const leases: LeaseKinds<Settings> = {};
