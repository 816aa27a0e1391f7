import { type Text, text } from '../text.ts';

/**
 * What to do about a code of Tencent Cloud that is not known by itself: by its family, the part before the dot. Live codes
 * occur that no list of Tencent's has, so that there is a general answer as well.
 */
export function refusalCure(code: string): Text {
  return families.get(code.split('.', 1)[0] ?? '') ?? general;
}

const general = text(
  "Follow Tencent's words above, then run again. If they do not help, give the request id to the support: https://console.cloud.tencent.com/workorder.",
  '请按上面腾讯云返回的说明处理后重新运行。如仍无法解决，请将请求 ID 提交给腾讯云工单：https://console.cloud.tencent.com/workorder。',
);

const wrongValue = text(
  "Tencent does not accept a value of the request; its message above says which. Compare the inputs of the step (domain, `instance-id`, region, addresses) with the console. If they are right, open an issue with Tencent's words and the request id.",
  '腾讯云不接受请求中的某个值，上面的返回信息说明了是哪一个。请将该步骤的参数（域名、`instance-id`、地域、地址）与控制台核对；如果都正确，请附上返回信息和请求 ID 提交 issue。',
);

const wrongRequest = text(
  "The API has changed or this action's request is wrong. Update the action to its newest version. If it stays so, open an issue with Tencent's words and the request id.",
  'API 已变更，或者本 Action 的请求有误。请将本 Action 更新到最新版本；如果仍然如此，请附上返回信息和请求 ID 提交 issue。',
);

const notThere = text(
  'Look in the console, with the account of these credentials, whether it exists, in which region, and whether it was deleted or isolated. Correct the inputs, then run again.',
  '请用该凭证所属的账号在控制台查看该资源是否存在、位于哪个地域、是否已被删除或隔离。改正参数后重新运行。',
);

const notNow = text(
  'Look at the resource in the console: it may be stopped, isolated, locked, suspended or not verified. Fix that there, then run again.',
  '请在控制台查看该资源的状态：可能已关机、隔离、锁定、暂停或未通过认证。处理后重新运行。',
);

const quota = text(
  'A quota or a limit of the plan is used up. Delete in the console what is no longer needed, raise the quota, or take a larger plan. Then run again.',
  '配额或套餐上限已用完。请在控制台删除不再需要的内容、提升配额或升级套餐，然后重新运行。',
);

const families: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    InvalidParameter: wrongValue,
    InvalidParameterValue: wrongValue,
    MissingParameter: wrongRequest,
    UnknownParameter: wrongRequest,
    InvalidAction: wrongRequest,
    InvalidRequest: wrongRequest,
    NoSuchVersion: wrongRequest,
    NoSuchProduct: wrongRequest,
    ActionOffline: wrongRequest,
    UnsupportedProtocol: wrongRequest,
    RequestSizeLimitExceeded: wrongRequest,
    ResponseSizeLimitExceeded: wrongRequest,
    UnsupportedRegion: text(
      'The product is not offered in this region. Correct the region, or leave it out.',
      '该地域不提供此产品。请改正地域，或不设置地域。',
    ),
    ResourceNotFound: notThere,
    ResourceUnavailable: notNow,
    ResourceInUse: notNow,
    ResourcesSoldOut: notNow,
    FailedOperation: notNow,
    OperationDenied: notNow,
    UnsupportedOperation: notNow,
    LimitExceeded: quota,
    ResourceInsufficient: quota,
  }),
);
