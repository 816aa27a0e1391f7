import { publicAddressOf } from '../../../src/commands/public-address.ts';
import { settings, surveyed } from '../deployment/decision-inputs.ts';

const told = (inputs: Readonly<Record<string, string>>, tencentPublicAddress?: string) =>
  publicAddressOf(
    settings(inputs),
    surveyed({ system: { ...surveyed().system, tencentPublicAddress: tencentPublicAddress ?? undefined } }),
    undefined,
  );

test('the input comes first, then the metadata service, then where SSH went', async () => {
  expect(await told({ host: '8.8.4.4', 'public-ip': '1.1.1.1' }, '9.9.9.9')).toBe('1.1.1.1');
  expect(await told({ host: '8.8.4.4' }, '9.9.9.9')).toBe('9.9.9.9');
  expect(await told({ host: '8.8.4.4' })).toBe('8.8.4.4');
});

test.each(['10.0.0.4', '2606:4700::1111', '[2606:4700::1111]'])(
  'where SSH went to %s, nothing is known of where the name must lead',
  async (host) => {
    expect(await told({ host })).toBeUndefined();
  },
);
