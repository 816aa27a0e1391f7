import { type CloudPort, cloudBlamed, cloudPortAt } from '../../../src/checks/cloud-firewall.ts';
import { unaskedFirewall } from '../../../src/checks/host-firewall.ts';
import { cvm, lighthouse, list, rule } from '../tencent/fake-firewalls.ts';

const silent = { detail: 'ETIMEDOUT', stage: 'connect' } as const;
const blamed = (cloud: CloudPort | undefined, port = 8014, connection: Parameters<typeof cloudBlamed>[2] = silent) =>
  cloudBlamed('203.0.113.7', port, connection, unaskedFirewall, cloud);

describe('a port that the server lets in and nobody reaches', () => {
  const drop = rule('ALL', { action: 'DROP', description: 'rest' });

  it('may be the cloud’s or the route’s where the cloud’s rules are not known', () => {
    expect(blamed(undefined).code).toBe('CLOUD_FIREWALL_OR_ROUTE');
    expect(cloudPortAt(8014, { instance: cvm, lists: [] })).toBeUndefined();
  });

  it('is the cloud’s where that is closed, by its rule or for want of one', () => {
    const lists = [list([rule('22'), drop], { id: lighthouse.id })];
    const byRule = blamed(cloudPortAt(8014, { instance: lighthouse, lists }));
    expect(byRule.code).toBe('CLOUD_FIREWALL_CLOSED');
    expect(byRule.text.what.en).toBe(
      `The Lighthouse firewall of ${lighthouse.id} (instance ${lighthouse.id}) blocks 203.0.113.7, TCP port 8014 (ETIMEDOUT): #2 DROP TCP:ALL 0.0.0.0/0 "rest"`,
    );
    const byNone = blamed(cloudPortAt(8014, { instance: cvm, lists: [list([rule('22')])] }));
    expect(byNone.code).toBe('CLOUD_FIREWALL_CLOSED');
    expect(byNone.text.what.en).toContain('Security group sg-one (instance ins-abcd1234)');
    expect(byNone.text.why.en).toContain('No rule allows');
    expect(byNone.text.cure.en).toContain('https://console.cloud.tencent.com/cvm/securitygroup > sg-one');
    // This is seen by a run that was to open the port itself: to ask for that is no cure.
    expect(byNone.text.cure.en).not.toContain('firewall: true');
    expect(byNone.text.cure.en).toContain('why the action could not open the port');
  });

  it('is the route’s where the cloud lets it in, and the carriers’ for ports that they drop', () => {
    const open = cloudPortAt(8014, { instance: cvm, lists: [list([rule('ALL')])] });
    expect(open).toEqual({ kind: 'open', instance: cvm.id });
    expect(blamed(open).code).toBe('ROUTE_BLOCKED');
    expect(blamed(open).text.cure.en).toContain('another network');
    for (const port of [25, 138, 445, 3130, 9996]) expect(blamed(open, port).text.why.en).toContain('often drop');
    expect(blamed(open, 3131).text.why.en).not.toContain('often drop');
  });

  it('is not the cloud’s where a connection stood', () => {
    const closed = cloudPortAt(8014, { instance: cvm, lists: [list([])] });
    expect(blamed(closed, 8014, { detail: 'ECONNRESET', stage: 'handshake' }).code).toBe('CLOUD_FIREWALL_OR_ROUTE');
  });
});
