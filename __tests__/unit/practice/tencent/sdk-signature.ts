import * as sdk from 'tencentcloud-sdk-nodejs/tencentcloud/common/sign.js';

/** What is signed. */
interface Signing {
  readonly host: string;
  readonly product: string;
  readonly timestamp: number;
  readonly body: Buffer;
  readonly secretId: string;
  readonly secretKey: string;
}

// CommonJS with a default of its own, which an import of ECMAScript wraps once more.
const { default: sign } = sdk.default as unknown as { default: { sign3(options: object): string } };

/** The header Authorization as the SDK makes it. */
export function sdkSignature({ host, product, body, ...rest }: Signing): string {
  const headers = { 'Content-Type': 'application/octet-stream; charset=utf-8' };
  return sign.sign3({ url: `https://${host}/`, payload: body, service: product, headers, ...rest });
}
