import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIptables } from '../../../src/filters/iptables.ts';
import { readNft } from '../../../src/filters/nft.ts';
import { verdict } from './filters.ts';

// Listed on a Debian 12 that runs Docker as well.
const listed = (name: string): string => readFileSync(join(import.meta.dirname, 'listings', name), 'utf8');

test('ufw 0.36.2, that rejects by default and has one rule, for a network', () => {
  const text = listed('ufw-iptables-save.txt');
  const rule = '-A ufw-user-input -s 10.0.0.0/8 -p tcp -m tcp --dport 8014 -j ACCEPT';
  const of = (changed: string): string =>
    verdict(readIptables(text.replace(rule, changed), 'iptables', 'ip', new Map()));
  expect(of(rule)).toContain('sources most runner out: iptables filter ufw-reject-input rule 1: -j REJECT');
  expect(of('')).toContain('closed: iptables filter ufw-reject-input rule 1: -j REJECT');
  expect(of('-A ufw-user-input -p tcp -m tcp --dport 8014 -j ACCEPT')).toBe('open');
  expect(of('-A ufw-user-input -p tcp -m tcp --dport 8014 -j DROP')).toContain(
    'closed: iptables filter ufw-user-input',
  );
});

test('firewalld 1.3.3 with nftables', () => {
  const text = listed('firewalld-nft.txt');
  const of = (json: string): string => verdict(readNft(json, { dormant: [], devices: new Map(), terse: false }));
  expect(of(text)).toBe('closed: nft inet firewalld filter_IN_public handle 72: reject, then open');
  // Its rule for SSH is one like that for any port.
  expect(text).toContain('"right": 22}');
  expect(of(text.replace('"right": 22}', '"right": 8014}'))).toBe('open');
});
