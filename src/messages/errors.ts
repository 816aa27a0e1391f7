import { actionErrors } from './errors/action.ts';
import { adoptionErrors } from './errors/adoption.ts';
import { applicationAskedErrors } from './errors/application-asked.ts';
import { certificateErrors } from './errors/certificate.ts';
import { certificateAcmeErrors } from './errors/certificate-acme.ts';
import { certificateInputErrors } from './errors/certificate-input.ts';
import { certificateIssueErrors } from './errors/certificate-issue.ts';
import { checkErrors } from './errors/check.ts';
import { cloudFirewallErrors } from './errors/cloud-firewall.ts';
import { containerErrors } from './errors/container.ts';
import { containerFilesErrors } from './errors/container-files.ts';
import { containerInputErrors } from './errors/container-input.ts';
import { dnsRecordErrors } from './errors/dns-record.ts';
import { dnsRefusalErrors } from './errors/dns-refusal.ts';
import { dnsZoneErrors } from './errors/dns-zone.ts';
import { dockerErrors } from './errors/docker.ts';
import { dockerfileErrors } from './errors/dockerfile.ts';
import { healthErrors } from './errors/health.ts';
import { hookErrors } from './errors/hook.ts';
import { inputErrors } from './errors/input.ts';
import { instanceErrors } from './errors/instance.ts';
import { jarErrors } from './errors/jar.ts';
import { nginxErrors } from './errors/nginx.ts';
import { nginxSwitchErrors } from './errors/nginx-switch.ts';
import { packagesErrors } from './errors/packages.ts';
import { portErrors } from './errors/ports.ts';
import { projectErrors } from './errors/project.ts';
import { rollbackErrors } from './errors/rollback.ts';
import { selinuxErrors } from './errors/selinux.ts';
import { serviceErrors } from './errors/service.ts';
import { sessionErrors } from './errors/session.ts';
import { siteInputErrors } from './errors/site-input.ts';
import { sshRuleErrors } from './errors/ssh-rule.ts';
import { staticSiteErrors } from './errors/static-site.ts';
import { statusErrors } from './errors/status.ts';
import { strangerErrors } from './errors/strangers.ts';
import { switchErrors } from './errors/switch.ts';
import { tencentErrors } from './errors/tencent.ts';
import { tencentInputErrors } from './errors/tencent-input.ts';
import { userErrors } from './errors/user.ts';
import { validationRecordErrors } from './errors/validation-record.ts';

/** Every failure that the action knows, by its stable code. One file a subject, joined here. */
export const errors = {
  ...inputErrors,
  ...siteInputErrors,
  ...containerInputErrors,
  ...tencentInputErrors,
  ...certificateInputErrors,
  ...jarErrors,
  ...dockerfileErrors,
  ...sessionErrors,
  ...projectErrors,
  ...packagesErrors,
  ...dockerErrors,
  ...containerErrors,
  ...containerFilesErrors,
  ...healthErrors,
  ...hookErrors,
  ...serviceErrors,
  ...userErrors,
  ...nginxErrors,
  ...nginxSwitchErrors,
  ...portErrors,
  ...staticSiteErrors,
  ...strangerErrors,
  ...adoptionErrors,
  ...selinuxErrors,
  ...switchErrors,
  ...actionErrors,
  ...instanceErrors,
  ...cloudFirewallErrors,
  ...certificateErrors,
  ...applicationAskedErrors,
  ...rollbackErrors,
  ...statusErrors,
  ...certificateIssueErrors,
  ...certificateAcmeErrors,
  ...checkErrors,
  ...dnsZoneErrors,
  ...dnsRecordErrors,
  ...dnsRefusalErrors,
  ...validationRecordErrors,
  ...sshRuleErrors,
  ...tencentErrors,
};

/** A stable code, as in the output `error-code` and in docs/errors.md. */
export type ErrorCode = keyof typeof errors;

/** What the catalogue needs to know to word the failure `C`. */
export type ParametersOf<C extends ErrorCode> = Parameters<(typeof errors)[C]>[0];
