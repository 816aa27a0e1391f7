import { failure } from '../messages/failure.ts';

/**
 * The name of a role of CAM as other products know it, by the role's name: `qcs::cam::uin/<account>:roleName/<name>`, of a
 * service's role `qcs::cam::uin/<account>:role/tencentcloudServiceRoleName/<name>`; by its number, the same with `role/` and
 * `role/tencentcloudServiceRole/` (Tencent's model of `AssumeRole`). Names are as CAM allows them.
 */
const roleForm =
  /^qcs::cam::uin\/\d{5,20}:(?:roleName\/|role\/tencentcloudServiceRoleName\/|role\/(?:tencentcloudServiceRole\/)?(?=\d+$))([\w+=,.@-]{1,128})$/;

/** A role of CAM. Throws `INPUT_ROLE`. */
export function parseRole(value: string): string {
  if (!roleForm.test(value)) throw failure('INPUT_ROLE', { value });
  return value;
}

/** The last part of a role's full name: its own name, or its number. */
export function roleNameOf(role: string): string {
  return roleForm.exec(role)?.[1] ?? '';
}

/** The name of an identity provider of CAM. Throws `INPUT_OIDC_PROVIDER`. */
export function parseOidcProvider(value: string): string {
  if (!/^[\w+=,.@-]{1,128}$/.test(value)) throw failure('INPUT_OIDC_PROVIDER', { value });
  return value;
}
