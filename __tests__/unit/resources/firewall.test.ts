import type { ServerStep } from '../../../src/engine/step.ts';
import { planFirewall } from '../../../src/resources/firewall.ts';

test('ports that are shut are opened, by the firewall that is active, after the proof', () => {
  const steps = planFirewall([8014, 8004], {
    kind: 'ufw',
    rules: [{ lets: true, ports: '8014/tcp' }],
  }) as readonly ServerStep[];
  expect(steps.map(({ phase, script }) => [phase, script])).toEqual([
    [
      'publish',
      'ufw prepend allow 8004/tcp comment deploy-miniprogram-backend >/dev/null 2>&1 || ufw allow 8004/tcp comment deploy-miniprogram-backend >/dev/null',
    ],
  ]);
  const [firewalld] = planFirewall([8014], { kind: 'firewalld', rules: [] }) as readonly ServerStep[];
  expect(firewalld?.script).toMatch(/--add-port=8014\/tcp && .*--permanent --add-port=8014\/tcp$/);
});

test('nothing is opened where nothing is active, or all is open', () => {
  expect(planFirewall([8014], { kind: 'none', rules: [] })).toEqual([]);
  expect(planFirewall([8014], { kind: 'ufw', rules: [{ lets: true, ports: '8000:9000/tcp' }] })).toEqual([]);
});
