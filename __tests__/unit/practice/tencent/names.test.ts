import { apiHosts, productOf, refuseRealApi } from '../../../../practice/tencent/names.ts';

const inside = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, '198.18.0.2']));
const both = [...apiHosts('tencentcloudapi.com'), ...apiHosts('intl.tencentcloudapi.com')];
const inputs = { 'tencent-secret-id': 'AKIDexample' };

test('the hosts are those of every product of the table', () => {
  expect(apiHosts('tencentcloudapi.com')).toContain('dnspod.tencentcloudapi.com');
  expect(apiHosts('tencentcloudapi.com')).toContain('sts.tencentcloudapi.com');
});

test('a host tells product and site', () => {
  expect(productOf('cvm.tencentcloudapi.com')).toEqual({ product: 'cvm', site: 'china' });
  expect(productOf('vpc.intl.tencentcloudapi.com')).toEqual({ product: 'vpc', site: 'international' });
  expect(productOf('cvm.example.com')).toBeUndefined();
  expect(productOf('other.tencentcloudapi.com')).toBeUndefined();
});

test('a run is refused unless each name of the API leads into practice’s network', () => {
  expect(() => refuseRealApi(inputs, inside(both))).not.toThrow();
  expect(() => refuseRealApi(inputs, {})).toThrow('dnspod.tencentcloudapi.com');
  expect(() => refuseRealApi(inputs, inside(both.slice(1)))).toThrow(both[0]);
  const outside = { ...inside(both), 'vpc.tencentcloudapi.com': '203.0.113.1' };
  expect(() => refuseRealApi(inputs, outside)).toThrow(/for vpc\.tencentcloudapi\.com$/);
});

test('a suffix of the user’s own counts, too', () => {
  const own = { ...inputs, 'tencent-endpoint': 'example.com' };
  expect(() => refuseRealApi(own, inside(both))).toThrow('dnspod.example.com');
});

test('a run that has nothing to do with Tencent Cloud needs none', () => {
  expect(() => refuseRealApi({ host: '198.18.0.10', 'tencent-secret-id': '' }, {})).not.toThrow();
});
