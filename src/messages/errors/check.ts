import { applicationErrors } from './application.ts';
import { databaseErrors } from './database.ts';
import { dnsErrors } from './dns.ts';
import { hostFirewallErrors } from './host-firewall.ts';
import { icpErrors } from './icp.ts';
import { routeErrors } from './route.ts';
import { servedErrors } from './served.ts';
import { wechatErrors } from './wechat.ts';

/** Failures that the looks from outside and inside tell apart: one file a place on the way, joined here. */
export const checkErrors = {
  ...applicationErrors,
  ...databaseErrors,
  ...routeErrors,
  ...hostFirewallErrors,
  ...dnsErrors,
  ...servedErrors,
  ...icpErrors,
  ...wechatErrors,
};
