import { createHash, createHmac } from 'node:crypto';
import { Secret } from '../../../src/redaction/secret.ts';
import { type ApiServer, good, lastingKey, open, openApiServer, type Seen } from './api-server.ts';

let api: ApiServer;
beforeAll(async () => {
  api = await openApiServer();
});
afterAll(() => api.close());
beforeEach(() => {
  api.seen.length = 0;
  api.replies = [good()];
});

const last = (): Seen => api.seen.at(-1) as Seen;

describe('a request', () => {
  test('is signed by TC3 for the host of its product, and brings what Tencent answers', async () => {
    api.replies = [good({ RecordCountInfo: { TotalCount: 0 } })];
    const answer = await open(api).tencent.call('dnspod:DescribeRecordList', {
      Domain: 'example.com',
      SubDomain: 'api',
    });
    expect(answer.RecordCountInfo?.TotalCount).toBe(0);
    const { headers, body } = last();
    expect(JSON.parse(body)).toEqual({ Domain: 'example.com', SubDomain: 'api' });
    expect(headers).toMatchObject({
      host: 'dnspod.example.com',
      'x-tc-action': 'DescribeRecordList',
      'x-tc-version': '2021-03-23',
      'x-tc-language': 'en-US',
    });
    expect(headers.authorization).toBe(signatureOf(last(), 'dnspod', lastingKey.secretId, lastingKey.secretKey));
  });

  test('names its region where the product needs one, and a fixed one where any does', async () => {
    const { tencent } = open(api);
    await tencent.call('dnspod:DescribeDomain', { Domain: 'example.com' }, 'ap-beijing');
    expect(last().headers['x-tc-region']).toBeUndefined();
    await tencent.call('lighthouse:DescribeInstances', {}, 'ap-beijing');
    expect(last().headers['x-tc-region']).toBe('ap-beijing');
    await tencent.call('lighthouse:DescribeInstances', {}, 'ap-nanjing');
    expect(last().headers['x-tc-region']).toBe('ap-nanjing');
    await tencent.call('cvm:DescribeRegions', null, 'ap-beijing');
    expect(last().headers['x-tc-region']).toBe('ap-guangzhou');
    await expect(tencent.call('cvm:DescribeInstances', {})).rejects.toThrow('needs a region');
  });

  test('carries the token of temporary credentials, which is hidden', async () => {
    const credentials = { ...lastingKey, token: new Secret('token-of-a-session') };
    const { tencent, hidden } = open(api, { credentials, language: 'zh' });
    await tencent.call('dnspod:DescribeDomain', { Domain: 'example.com' });
    expect(last().headers).toMatchObject({ 'x-tc-token': 'token-of-a-session', 'x-tc-language': 'zh-CN' });
    expect(hidden).toContain('token-of-a-session');
  });

  test('has no token header for lasting credentials', async () => {
    await open(api).tencent.call('dnspod:DescribeDomain', { Domain: 'example.com' });
    expect(Object.keys(last().headers)).not.toContain('x-tc-token');
  });
});

/** TC3 as Tencent documents it, for a request with a JSON body. */
function signatureOf({ headers, body }: Seen, service: string, id: Secret, key: Secret): string {
  const hash = (words: string) => createHash('sha256').update(words).digest('hex');
  const mac = (secret: string | Buffer, words: string) => createHmac('sha256', secret).update(words).digest();
  const stamp = headers['x-tc-timestamp'] ?? '';
  const date = new Date(Number(stamp) * 1000).toISOString().slice(0, 10);
  const head = `content-type:${headers['content-type']}\nhost:${headers.host}\n`;
  const canonical = `POST\n/\n\n${head}\ncontent-type;host\n${hash(body)}`;
  const scope = `${date}/${service}/tc3_request`;
  const signing = mac(mac(mac(`TC3${key.reveal()}`, date), service), 'tc3_request');
  const signature = mac(signing, `TC3-HMAC-SHA256\n${stamp}\n${scope}\n${hash(canonical)}`).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${id.reveal()}/${scope}, SignedHeaders=content-type;host, Signature=${signature}`;
}
