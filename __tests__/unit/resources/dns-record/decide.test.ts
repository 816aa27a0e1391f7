import { decideRecord } from '../../../../src/resources/dns-record/decide.ts';
import type { DnsRecord } from '../../../../src/tencent/zone.ts';
import { parseDnsValues } from '../../../../src/values/dns-values.ts';
import { here, own, record, remarkOf, there, wanted, yonder, zone } from './zones.ts';

/** The decision in words: what is done with which value, or the codes of what is in the way. */
function decided(records: readonly DnsRecord[], overwrite: readonly string[] = [], host = 'api'): readonly string[] {
  const { changes, problems } = decideRecord(wanted(overwrite), zone(records, { host }));
  if (problems.length > 0) {
    expect(changes).toEqual([]);
    return problems.map(({ code }) => code);
  }
  return changes.map((change) =>
    change.kind === 'create' ? 'create' : `${change.kind} ${change.record.type} ${change.record.value}`,
  );
}

const paused = { enabled: false };
const alias = (value: string, more: Partial<DnsRecord> = {}) => record(value, { type: 'CNAME', ...more });

test.each<[string, readonly DnsRecord[], readonly string[], readonly string[]]>([
  ['nothing there', [], [], ['create']],
  ['already right, whoever made it', [record(here)], [], []],
  ['already right, ours', [own(here)], [], []],
  ['ours, elsewhere', [own(there)], [], [`modify A ${there}`]],
  ['foreign, elsewhere', [record(there)], [], ['DNS_RECORD_FOREIGN']],
  ['foreign, named', [record(there)], [there], [`modify A ${there}`]],
  ['foreign, another one named', [record(there)], [yonder], ['DNS_RECORD_FOREIGN']],
  ['ours, changed by hand since', [record(there, { remark: remarkOf(here) })], [], ['DNS_RECORD_FOREIGN']],
  ['of another application', [record(there, { remark: remarkOf(there, 'other') })], [], ['DNS_RECORD_FOREIGN']],
  ['two of ours', [own(there), own(here)], [], [`remove A ${there}`]],
  ['two of ours, both elsewhere', [own(there), own(yonder)], [], [`modify A ${there}`, `remove A ${yonder}`]],
  ['right and foreign', [record(here), record(there)], [], ['DNS_RECORDS_SEVERAL']],
  ['right and foreign, named', [record(here), record(there)], [there], [`remove A ${there}`]],
  ['right twice, once ours: no answer changes', [record(here), own(here)], [], []],
  ['right twice, both ours', [own(here), own(here)], [], [`remove A ${here}`]],
  ['ours and foreign', [own(there), record(yonder)], [], ['DNS_RECORDS_SEVERAL']],
  ['ours and foreign, named', [record(yonder), own(there)], [yonder], [`modify A ${there}`, `remove A ${yonder}`]],
  ['two foreign, one named', [record(there), record(yonder)], [there], ['DNS_RECORDS_SEVERAL']],
  [
    'two foreign, both named',
    [record(there), record(yonder)],
    [there, yonder],
    [`modify A ${there}`, `remove A ${yonder}`],
  ],
  ['right but paused, foreign', [record(here, paused)], [], ['DNS_RECORD_DISABLED']],
  ['right but paused, named', [record(here, paused)], [here], [`modify A ${here}`]],
  ['right but paused, ours', [own(here, paused)], [], [`modify A ${here}`]],
  ['right but paused, beside ours', [own(there), record(here, paused)], [], ['DNS_RECORD_DISABLED']],
  [
    'right but paused, ours, beside ours',
    [own(there), own(here, paused)],
    [],
    [`modify A ${here}`, `remove A ${there}`],
  ],
  ['right but paused, beside foreign', [record(there), record(here, paused)], [], ['DNS_RECORDS_SEVERAL']],
  ['elsewhere and paused, foreign', [record(there, paused)], [], ['create']],
  ['elsewhere and paused, ours', [own(there, paused)], [], [`modify A ${there}`]],
  ['CNAME', [alias('cdn.example.net')], [], ['DNS_RECORD_CNAME']],
  ['CNAME, named', [alias('cdn.example.net')], ['CDN.example.net.'], ['modify CNAME cdn.example.net']],
  ['CNAME, paused', [alias('cdn.example.net', paused)], [], ['create']],
  ['CNAME, with a remark like ours', [alias('x.net', { remark: remarkOf('x.net') })], [], ['DNS_RECORD_CNAME']],
  ['two CNAME, one named', [alias('a.net'), alias('b.net')], ['a.net'], ['DNS_RECORD_CNAME']],
  [
    'two CNAME, named',
    [alias('a.net'), alias('b.net')],
    ['a.net', 'b.net'],
    ['remove CNAME b.net', 'modify CNAME a.net'],
  ],
  [
    'CNAME, named, and ours paused',
    [alias('a.net'), own(here, paused)],
    ['a.net'],
    ['remove CNAME a.net', `modify A ${here}`],
  ],
  ['explicit URL', [record('http://x.net', { type: '显性URL' })], [], ['DNS_RECORD_CNAME']],
  [
    'implicit URL, named',
    [record('http://x.net', { type: '隐性URL' })],
    ['http://x.net'],
    ['modify 隐性URL http://x.net'],
  ],
  ['delegated', [record('ns1.other.net', { type: 'NS' })], [], ['DNS_RECORD_DELEGATED']],
  ['delegated, named in vain', [record('ns1.other.net', { type: 'NS' })], ['ns1.other.net'], ['DNS_RECORD_DELEGATED']],
  ['another line', [record(there, { line: '境外', lineId: '3=0' })], [], ['create']],
  ['CNAME of another line', [alias('cdn.example.net', { line: '境外', lineId: '3=0' })], [], ['create']],
  ['default line by its name', [record(there, { line: 'Default', lineId: '' })], [], ['DNS_RECORD_FOREIGN']],
  ['another line by its name', [record(there, { line: '联通', lineId: '' })], [], ['create']],
  [
    'other types',
    [record('v=spf1', { type: 'TXT' }), record('mx.net', { type: 'MX' }), record('2001:db8::1', { type: 'AAAA' })],
    [],
    ['create'],
  ],
])('%s', (_, records, overwrite, expected) => expect(decided(records, overwrite)).toEqual(expected));

test('the zone’s own name: its servers are no delegation', () => {
  expect(decided([record('ns1.dnspod.test', { type: 'NS' })], [], '@')).toEqual(['create']);
});

test.each([
  ['an address', [record(there)]],
  ['several', [record(there), record(yonder)]],
  ['a CNAME', [alias('cdn.example.net')]],
  ['a redirect', [record('http://www.Example.com/a', { type: '隐性URL' })]],
  ['a paused one', [record(here, paused)]],
])('the input that is told for %s is taken, and lets it be changed', (_, records) => {
  const [problem] = decideRecord(wanted(), zone(records)).problems;
  for (const { cure } of problem === undefined ? [] : [problem.text]) {
    for (const words of [cure.en, cure.zh]) {
      const [, value = ''] = /`dns-overwrite: ([^`]+)`/.exec(words) ?? [];
      expect(decided(records, parseDnsValues(value, 'dns-overwrite')).join()).toMatch(/^modify /);
    }
  }
  expect(problem).toBeDefined();
});

test('what is in the way is told with the input that lets it be changed', () => {
  const cures = (records: readonly DnsRecord[]) =>
    decideRecord(wanted(), zone(records)).problems.map(({ text: { cure } }) => cure.en);
  expect(cures([record(there)])[0]).toContain(`\`dns-overwrite: ${there}\``);
  expect(cures([record(here, paused)])[0]).toContain(`\`dns-overwrite: ${here}\``);
  expect(cures([alias('cdn.example.net')])[0]).toContain('`dns-overwrite: cdn.example.net`');
  expect(cures([own(here), record(there), record(yonder)])[0]).toContain(`\`dns-overwrite: ${there}, ${yonder}\``);
  const [several] = decideRecord(wanted(), zone([own(here), record(there)])).problems;
  expect(several?.text.what.en).toContain(`(${here}, ${there})`);
});
