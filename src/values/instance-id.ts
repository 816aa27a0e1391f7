import { failure } from '../messages/failure.ts';

/** Whether `value` is the id of an instance: of Lighthouse (`lhins-…`) or CVM (`ins-…`; Tencent's "instance metadata"). */
export function isInstanceId(value: string): boolean {
  return /^(ins|lhins)-[a-z0-9]{4,20}$/.test(value);
}

/** The id of an instance of Tencent Cloud. Throws `INPUT_INSTANCE_ID`. */
export function parseInstanceId(value: string): string {
  if (!isInstanceId(value)) throw failure('INPUT_INSTANCE_ID', { value });
  return value;
}
