import { checkAnswer, checkRequest, flaws } from '../../../../practice/tencent/models.ts';

const record = { Domain: 'example.com', RecordType: 'A', RecordLine: '默认', Value: '192.0.2.1' };

test('a request of the SDK’s model is taken', () => {
  expect(flaws('dnspod:CreateRecord', 'Request', { ...record, TTL: 600 })).toEqual([]);
  expect(flaws('lighthouse:DescribeRegions', 'Request', {})).toEqual([]);
});

test.each<[string, object, string, string]>([
  ['a field that it does not have', { ...record, Ttl: 600 }, 'UnknownParameter', 'Ttl'],
  ['a field that is missing', { ...record, Value: undefined }, 'InvalidParameter', 'Value'],
  ['a type that is not its own', { ...record, TTL: '600' }, 'InvalidParameter', 'TTL'],
])('a request with %s is refused', (_, request, code, field) => {
  const refused = expect.objectContaining({ code, message: expect.stringContaining(`\`${field}\``) });
  expect(() => checkRequest('dnspod:CreateRecord', request)).toThrow(refused);
});

test('a required field is asked for, also deep inside, and lists are looked through', () => {
  const { Value: _, ...without } = record;
  expect(flaws('dnspod:CreateRecord', 'Request', without)).toEqual([{ kind: 'missing', path: 'Value' }]);
  const rules = { InstanceId: 'lhins-practice', FirewallRules: [{ Protocol: 'TCP' }, { Port: 22, Extra: true }] };
  expect(flaws('lighthouse:CreateFirewallRules', 'Request', rules)).toEqual([
    { kind: 'missing', path: 'FirewallRules.1.Protocol' },
    { kind: 'type', path: 'FirewallRules.1.Port' },
    { kind: 'unknown', path: 'FirewallRules.1.Extra' },
  ]);
});

test('an answer that the stand-in gets wrong is an error of its own', () => {
  expect(() => checkAnswer('dnspod:CreateRecord', { RecordId: 1, RequestId: 'a' })).not.toThrow();
  expect(() => checkAnswer('dnspod:CreateRecord', { RecordId: '1' })).toThrow('type RecordId');
  expect(() => checkAnswer('dnspod:CreateRecord', { Id: 1 })).toThrow('unknown Id');
});

test('null is taken only where the model’s comment tells of it', () => {
  const hourly = { InstanceSet: [{ ExpiredTime: null }] };
  expect(flaws('cvm:DescribeInstances', 'Response', hourly)).toEqual([]);
  const nameless = { InstanceSet: [{ InstanceId: null }] };
  expect(flaws('cvm:DescribeInstances', 'Response', nameless)).toEqual([
    { kind: 'type', path: 'InstanceSet.0.InstanceId' },
  ]);
});
