import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActionName, actions } from '../../../src/tencent/actions.ts';

const root = new URL('../../../', import.meta.url).pathname;
const page = readFileSync(join(root, 'docs/tencent.md'), 'utf8');

interface Statement {
  readonly effect: string;
  readonly action: readonly string[];
  readonly resource?: readonly string[];
  readonly condition?: { readonly string_equal: Readonly<Record<string, readonly string[]>> };
}

/** The policies that the page shows: the one with the least rights, and the one that trusts GitHub. */
const [rights = [], trust = []] = [...page.matchAll(/^ *```json\n([\s\S]*?)^ *```$/gm)].map(
  ([, json = '']) => (JSON.parse(json) as { statement: readonly Statement[] }).statement,
);
const names = Object.keys(actions) as readonly ActionName[];

test('the policy allows exactly the actions of the table, but for the exchange that needs no right', () => {
  const allowed = rights.flatMap(({ action }) => action);
  expect([...allowed].sort()).toEqual(names.filter((name) => !name.startsWith('sts:')).sort());
  expect(rights.map(({ effect }) => effect)).toEqual(['allow', 'allow']);
});

test('what changes a record is limited to one domain, and what is of no domain to none', () => {
  for (const { action, resource } of rights) {
    const ofOneDomain = resource?.join() === 'qcs::dnspod::uin/100000000001:domain/12345678';
    expect([action, ofOneDomain || resource?.join() === '*']).toEqual([action, true]);
    expect(action.filter((name) => name.startsWith('dnspod:')).length > 0 || !ofOneDomain).toBe(true);
    const writes = action.filter((name) => name.startsWith('dnspod:') && actions[name as ActionName].kind === 'write');
    expect([writes.length > 0, ofOneDomain]).toEqual([ofOneDomain, ofOneDomain]);
  }
});

test('the table names each action once, tells which of them change something, and none as seen live', () => {
  const rows = [...page.matchAll(/^\| `(\w+:\w+)` \| (\S+) \| .+ \| (.+) \|$/gm)];
  expect(rows.map(([, name]) => name)).toEqual(names);
  for (const [, name, kind, seen] of rows) {
    expect([name, kind]).toEqual([name, actions[name as ActionName].kind === 'write' ? '**changes**' : 'reads']);
    expect([name, seen]).toEqual([name, expect.stringMatching(/^(no|\d{4}-\d\d-\d\d)$/)]);
  }
});

test('the role trusts one repository alone', () => {
  expect(trust).toHaveLength(1);
  expect(trust[0]?.condition?.string_equal).toEqual({
    'oidc:iss': ['https://token.actions.githubusercontent.com'],
    'oidc:aud': ['sts.tencentcloudapi.com'],
    'oidc:sub': [expect.stringMatching(/^repo:OWNER\/REPOSITORY:ref:refs\/heads\/main$/)],
  });
});

test('what replaces all rules at once is nowhere in the source', () => {
  expect(names.filter((name) => /:Modify(FirewallRules|SecurityGroup)/.test(name))).toEqual([]);
  const src = join(root, 'src');
  const calls = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /(lighthouse|vpc):(Modify|Reset|Replace)/.test(readFileSync(join(src, file), 'utf8')));
  expect(calls).toEqual([]);
});
