/** What keeps services from being started while packages are installed (Debian Policy, invoke-rc.d). */
export const policyFile = '/usr/sbin/policy-rc.d';

/** The line that tells our policy-rc.d from an administrator's. */
export const policyMark = '# deploy-miniprogram-backend: while packages are installed';
