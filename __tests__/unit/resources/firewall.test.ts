import type { ServerStep } from '../../../src/engine/step.ts';
import { planFirewall } from '../../../src/resources/firewall.ts';

test('ports that are shut are opened, by the firewall that is active, after the proof', () => {
  const steps = planFirewall([8014, 8004], {
    kind: 'ufw',
    rules: [{ lets: true, ports: '8014/tcp' }],
  }) as readonly ServerStep[];
  expect(steps.map(({ phase, script }) => [phase, script])).toEqual([
    ['publish', 'ufw allow 8004/tcp comment deploy-miniprogram-backend >/dev/null'],
  ]);
  const [firewalld] = planFirewall([8014], { kind: 'firewalld', rules: [] }) as readonly ServerStep[];
  expect(firewalld?.script).toMatch(/--add-port=8014\/tcp && .*--permanent --add-port=8014\/tcp$/);
});

test('of ufw’s rules only those that shut the port come after ours: bans of addresses stay before it', () => {
  const rules = [
    { lets: true, ports: '22/tcp', number: 2 },
    { lets: false, ports: '8000:8100/tcp', number: 5 },
  ];
  const [step] = planFirewall([8014], { kind: 'ufw', rules }) as readonly ServerStep[];
  expect(step?.script).toBe(
    'ufw insert 5 allow 8014/tcp comment deploy-miniprogram-backend | grep -v Skipping >/dev/null || ufw allow 8014/tcp comment deploy-miniprogram-backend >/dev/null',
  );
});

test('nothing is opened where nothing is active, or all is open', () => {
  expect(planFirewall([8014], { kind: 'none', rules: [] })).toEqual([]);
  expect(planFirewall([8014], { kind: 'ufw', rules: [{ lets: true, ports: '8000:9000/tcp' }] })).toEqual([]);
});

test('firewalld is opened in the zone that leads to the world, for now and for later', () => {
  const shut = { kind: 'firewalld', zone: 'public', rules: [], permanent: [] } as const;
  const [step] = planFirewall([8014], shut) as readonly ServerStep[];
  expect(step?.script).toBe(
    'firewall-cmd --quiet --zone=public --add-port=8014/tcp && firewall-cmd --quiet --permanent --zone=public --add-port=8014/tcp',
  );
  expect(step?.diff).toBe('+ 8014/tcp (zone public)');
});

test('a port that firewalld would shut at its next reload is opened for good', () => {
  const open = { lets: true, ports: '8014/tcp' };
  const firewall = { kind: 'firewalld', zone: 'public', rules: [open], permanent: [] } as const;
  expect(planFirewall([8014], firewall)[0]?.reason.en).toBe('firewalld would close it at its next reload');
  expect(planFirewall([8014], { ...firewall, permanent: [open] })).toEqual([]);
});

test('where a rich rule of firewalld denies the port, one that is asked before it is added', () => {
  const denied = { lets: false, ports: '8014/tcp' };
  for (const lists of [
    { rules: [denied], permanent: [] },
    { rules: [], permanent: [denied] },
  ]) {
    const [step] = planFirewall([8014], { kind: 'firewalld', ...lists }) as readonly ServerStep[];
    expect(step?.script).toContain(
      `firewall-cmd --quiet --permanent '--add-rich-rule=rule priority="-100" port port="8014" protocol="tcp" accept'`,
    );
  }
});
