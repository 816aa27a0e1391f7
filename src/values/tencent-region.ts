import { failure } from '../messages/failure.ts';

/** A region of Tencent Cloud, `ap-guangzhou` or `ap-shanghai-fsi`; a zone (`ap-guangzhou-3`) is none. Throws `INPUT_REGION`. */
export function parseTencentRegion(value: string): string {
  if (!/^[a-z]{2}-[a-z]+(-[a-z]+)*$/.test(value)) throw failure('INPUT_REGION', { value });
  return value;
}
