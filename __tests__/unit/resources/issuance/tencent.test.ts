import type { WantedCertificate } from '../../../../src/resources/issuance/issuer.ts';
import { tencentIssuer } from '../../../../src/resources/issuance/tencent.ts';
import { type Authority, bundle, openAuthority, rootsOf, usualFamily } from '../../certificate/authority.ts';
import { type MovedServer, openMovedServer } from '../moved-server.ts';
import {
  type FakeCertificate,
  failureIn,
  inChina,
  lost,
  openScene,
  refused,
  type Scene,
  today,
  validation,
} from './fake-authority.ts';

const domain = 'api.example.com';
const day = 86_400_000;

let authority: Authority;
let family: ReturnType<typeof usualFamily>;
let server: MovedServer;
beforeAll(() => {
  authority = openAuthority();
  family = usualFamily(authority);
});
beforeEach(() => {
  server = openMovedServer();
});
afterEach(() => server.remove());
afterAll(() => authority?.remove());

/** Issued, and valid from 10 days ago for 90 days unless told otherwise. */
function issued(id: string, left = 80, more: Partial<FakeCertificate> = {}): FakeCertificate {
  const [from, until] = [today + (left - 90) * day, today + left * day].map(inChina);
  return {
    CertificateId: id,
    Domain: domain,
    Status: 1,
    CertBeginTime: from,
    CertEndTime: until,
    ...more,
  } as FakeCertificate;
}

/** An account whose archive has the family's pair, as nginx needs it. */
function scene(...certificates: FakeCertificate[]): Scene {
  const made = openScene(certificates);
  const { leaf, intermediate, root } = family;
  made.files = [
    { name: 'Nginx/1_api.example.com_bundle.crt', data: bundle(leaf, intermediate), deflated: true },
    { name: 'Nginx/2_api.example.com.key', data: leaf.keyPem, deflated: true },
  ];
  return Object.assign(made, { run: { ...made.run, roots: rootsOf(root) } });
}

const wanted: WantedCertificate = { domain, due: undefined, timeoutSeconds: 900 };
const dueIn = (days: number) => ({ chainPem: '', notAfter: new Date(today + days * day) });

/** Plans and runs all steps; the ids of the steps. */
async function issue(on: Scene, want: Partial<WantedCertificate> = {}): Promise<readonly string[]> {
  const steps = await tencentIssuer(on.account, on.run, on.records).plan(server, { ...wanted, ...want });
  for (const step of steps) await step.run(server, on.log, () => {});
  return steps.map(({ id }) => id.slice('certificate.'.length));
}

const installed = () => server.sh('find /etc/nginx/ssl -type f -printf "%f %m\\n" | sort');
const both = 'api.example.com.key 600\napi.example.com_bundle.crt 644\n';

describe('what the account has', () => {
  test('the one that lasts longest is installed, whatever page it is on; nothing is applied for', async () => {
    const on = scene(
      issued('short', 40),
      issued('forbidden', 85, { From: 'upload', AllowDownload: false }),
      issued('wild', 70, { Domain: 'example.com', SubjectAltName: ['example.com', '*.EXAMPLE.com'] }),
      issued('deep', 88, { Domain: '*.com', SubjectAltName: ['*.com'] }),
      issued('sm', 87, { IsSM: true }),
      issued('future', 95, { CertBeginTime: inChina(today + day) }),
    );
    const [step, ...others] = await tencentIssuer(on.account, on.run, on.records).plan(server, wanted);
    expect(others).toEqual([]);
    expect(step).toMatchObject({ kind: 'runner', phase: 'issue', id: 'certificate.install' });
    expect(step?.reason.en).toContain('certificate wild, valid until');
    expect(step?.undo).toBeUndefined();
    expect(await issue(on)).toEqual(['install']);
    expect(on.asked().filter((one) => one !== 'DescribeCertificates')).toEqual(['DownloadCertificate']);
    expect(await installed()).toBe(both);
    expect(await server.sh('cat /etc/nginx/ssl/*/*/*_bundle.crt')).toBe(bundle(family.leaf, family.intermediate));
    expect(on.events.slice(0, 2)).toEqual([`clear ${domain} @${server.host}`, 'id wild']);
  });

  test.each<[string, FakeCertificate[], Partial<WantedCertificate>]>([
    ['is due itself', [issued('late', 29)], {}],
    ['is what the server has', [issued('same', 80)], { due: dueIn(80) }],
    ['is for another name', [issued('other', 80, { Domain: 'www.example.com' })], {}],
    ['failed, whatever its words say', [issued('bad', 80, { Status: 2, StatusMsg: 'WAIT-ISSUE' })], {}],
    ['is on its way for a wildcard', [issued('wild', 80, { Status: 0, Domain: '*.example.com' })], {}],
    ['waits for a company’s papers', [issued('ov', 80, { Status: 0, IsDv: false })], {}],
  ])('one that %s is not taken', async (_, certificates, want) => {
    expect(await issue(scene(...certificates), want)).toEqual(['apply', 'await', 'install']);
  });

  test('one that ends later than what is due is taken', async () => {
    expect(await issue(scene(issued('new', 85)), { due: dueIn(20) })).toEqual(['install']);
  });

  test('an application on its way is resumed: nothing is applied for, and its status alone counts', async () => {
    const on = scene(issued('bad', 80, { Status: 2 }), issued('mine', 80, { Status: 4, VerifyType: 'DNS_AUTO' }));
    on.certificates[1] = { ...issued('mine'), Status: 4, VerifyType: 'DNS_AUTO', StatusMsg: 'CA-REVIEWING' };
    const steps = await tencentIssuer(on.account, on.run, on.records).plan(server, wanted);
    expect(steps.map(({ reason }) => reason.en)[0]).toContain('application mine is in progress');
    const { sleep } = on.run;
    Object.assign(on.run, {
      sleep: async (milliseconds: number) => {
        await sleep(milliseconds);
        // Its words stay as they were: seen live.
        if (on.seconds() > 15) Object.assign(on.certificates[1] as object, { Status: 1 });
      },
    });
    expect(await issue(on)).toEqual(['await', 'install']);
    expect(on.asked().join(' ')).not.toContain('Apply');
    expect(on.events).toContain('id mine');
    expect(await installed()).toBe(both);
  });
});

describe('an application', () => {
  test('is for the free certificate, looked at soon, told of where something changes, and installed', async () => {
    const on = scene();
    on.states = [
      [4, { Status: 4 }],
      [50, { Status: 1 }],
    ];
    expect(await issue(on)).toEqual(['apply', 'await', 'install']);
    const [sent] = on.account.calls.flatMap(({ action, request }) =>
      action === 'ssl:ApplyCertificate' ? [request] : [],
    );
    expect(sent).toEqual({
      ...{ DomainName: domain, DvAuthMethod: 'DNS_AUTO', DeleteDnsAutoRecord: true },
      ...{ PackageType: '83', ValidityPeriod: '3', CsrEncryptAlgo: 'RSA' },
    });
    // After 3, 5 and 10 seconds, then every 15; no key is asked for before it is issued.
    expect(on.asked().filter((one) => one === 'DescribeCertificate')).toHaveLength(7);
    expect(on.asked().at(-1)).toBe('DownloadCertificate');
    const told = on.log.lines.filter((line) => line.includes('Waited'));
    expect(told).toEqual([
      'info under review (CA-REVIEWING). Waited 0 s, 900 s left.',
      'info waiting for validation, DNS record added by Tencent Cloud (CA-REVIEWING). Waited 8 s, 892 s left.',
    ]);
    expect(on.log.lines).toContain('info Certificate new0 is issued, after 63 s.');
    // Its record is Tencent's.
    expect(on.events.filter((one) => /^[+-]/.test(one))).toEqual([]);
  });

  test('the plan says how, for how long, and what is known later', async () => {
    const on = scene();
    const steps = await tencentIssuer(on.account, on.run, on.records).plan(server, { ...wanted, due: dueIn(20) });
    const said = steps.map(({ title, reason, diff = '' }) => [title.en, reason.en, diff].join('\n')).join('\n');
    for (const words of [
      'free 90-day certificate',
      'expires on',
      'up to 900 s',
      'DNS_AUTO',
      'known after issue',
      '(0600)',
    ]) {
      expect(said).toContain(words);
    }
    expect(on.account.calls.map(({ action }) => action)).toEqual(['ssl:DescribeCertificates']);
  });

  test('whose own validation Tencent refuses is sent with ours, and its record is there while it is waited for', async () => {
    const on = scene();
    on.account.failNext('ssl:ApplyCertificate', refused('FailedOperation.InvalidParam', 'no zone in this account'));
    await issue(on);
    expect(on.asked().filter((one) => one.startsWith('Apply'))).toEqual([
      'ApplyCertificate DNS_AUTO',
      'ApplyCertificate DNS',
    ]);
    expect(on.account.calls.find(({ request }) => request.DvAuthMethod === 'DNS')?.request).not.toHaveProperty(
      'DeleteDnsAutoRecord',
    );
    expect(on.log.lines.join()).toContain('no zone in this account');
    expect(on.events).toEqual([
      `clear ${domain} @${server.host}`,
      'id new0',
      'id new0',
      `+ ${validation.name} TXT ${validation.value} @${server.host}`,
      `- ${validation.name}`,
      'id new0',
      'hide',
      'hide',
    ]);
    expect(on.asked()).toContain('CompleteCertificate');
    expect(await installed()).toBe(both);
  });

  test('in a zone of no account: the record is told at once, and asked for again once it is seen', async () => {
    const on = scene({ ...issued('mine'), Status: 0, VerifyType: 'DNS' });
    on.hasZone = false;
    on.verification = { LocalCheck: -1, LocalCheckFailReason: 'txt record not found' };
    const { sleep } = on.run;
    Object.assign(on.run, {
      sleep: async (milliseconds: number) => {
        await sleep(milliseconds);
        if (on.seconds() > 100) on.verification = { LocalCheck: 1, CaCheck: -1 };
        const asked = on.asked().filter((one) => one === 'CompleteCertificate').length;
        if (asked > 1) Object.assign(on.certificates[0] as object, { Status: 1 });
      },
    });
    expect(await issue(on)).toEqual(['await', 'install']);
    expect(on.log.lines.filter((line) => line.startsWith('warning'))).toEqual([
      expect.stringContaining(`${validation.name} TXT ${validation.value}`),
    ]);
    expect(on.log.lines.join('\n')).toContain('under review (txt record not found). Waited 33 s');
    expect(on.asked().filter((one) => one === 'CompleteCertificate')).toHaveLength(2);
  });

  test.each([
    ['took effect, and is found in a list that lags behind', true, 12, ['new0']],
    ['took no effect, and is sent again only after the list had its time', false, 0, ['new0']],
  ])('whose answer was lost %s', async (_, afterEffect, lag, ids) => {
    const on = scene();
    on.listLag = lag;
    on.account.failNext('ssl:ApplyCertificate', lost(), afterEffect);
    await issue(on);
    expect(on.certificates.map(({ CertificateId }) => CertificateId)).toEqual(ids);
    expect(on.asked().filter((one) => one.startsWith('Apply'))).toHaveLength(afterEffect ? 1 : 2);
    expect(on.seconds()).toBeGreaterThan(afterEffect ? 12 : 40);
    expect(await installed()).toBe(both);
  });

  test('that another run has made since the plan is waited for', async () => {
    const on = scene();
    const steps = await tencentIssuer(on.account, on.run, on.records).plan(server, wanted);
    on.account.call('ssl:ApplyCertificate', { DomainName: domain, DvAuthMethod: 'DNS_AUTO' });
    for (const step of steps) await step.run(server, on.log, () => {});
    expect(on.asked().filter((one) => one.startsWith('Apply'))).toHaveLength(1);
  });

  test.each([
    [
      'FailedOperation.MainDomainCertificateCountLimit',
      'CERTIFICATE_QUOTA',
      '该主域（example.com）下申请的免费证书数量已达到20个上限',
    ],
    ['FailedOperation.ExceedsFreeLimit', 'CERTIFICATE_QUOTA', '免费证书额度已用完'],
    ['FailedOperation.NoRealNameAuth', 'CERTIFICATE_ACCOUNT_NOT_VERIFIED', '未实名认证'],
    ['UnauthorizedOperation.CamNoAuth', 'TENCENT_REFUSED', 'not allowed'],
  ])('refused by %s: %s in Tencent’s words, after one call', async (code, expected, words) => {
    const on = scene();
    on.account.failNext('ssl:ApplyCertificate', refused(code, words));
    const failed = await failureIn(issue(on));
    expect(failed.code).toBe(expected);
    for (const language of ['en', 'zh'] as const) {
      expect(`${failed.text.what[language]} ${failed.text.why[language]}`).toContain(words);
    }
    expect(on.asked().filter((one) => one.startsWith('Apply'))).toHaveLength(1);
    expect(await installed()).toBe('');
  });

  test.each([2, 7, 9, 10, 14])('that comes to status %s ends the wait, with Tencent’s words', async (Status) => {
    const on = scene();
    on.states = [[10, { Status, StatusMsg: '域名验证超时' }]];
    const failed = await failureIn(issue(on));
    expect(failed.code).toBe('CERTIFICATE_REFUSED');
    expect([failed.text.what.en, failed.text.why.en].join()).toMatch(
      new RegExp(`new0.*status ${Status}\\).*域名验证超时`),
    );
    expect(on.seconds()).toBe(18);
  });

  test('that takes too long names what is missing, leaves no record, and is resumed by the next run', async () => {
    const on = scene();
    on.states = [[200, { Status: 1 }]];
    on.verification = { LocalCheck: -1, LocalCheckFailReason: 'txt record not found' };
    on.account.failNext('ssl:ApplyCertificate', refused('InvalidParameter'));
    const failed = await failureIn(issue(on, { timeoutSeconds: 100 }));
    expect(failed.code).toBe('CERTIFICATE_PENDING');
    expect(on.seconds()).toBe(100);
    expect(failed.text.what.en).toContain('within 100 s (new0: under review)');
    expect(failed.text.why.en).toContain(`${validation.name} TXT ${validation.value}`);
    expect(on.events.at(-1)).toBe(`- ${validation.name}`);
    expect(await issue(on, { timeoutSeconds: 200 })).toEqual(['await', 'install']);
    expect(on.certificates).toHaveLength(1);
  });

  test('is not asked about more often than Tencent allows', async () => {
    const on = scene();
    on.states = [[1000, { Status: 1 }]];
    on.verification = { Frequently: true, LocalCheck: -1 };
    const failed = await failureIn(issue(on));
    // Nothing is known of the record.
    expect(failed.text.why.en).not.toContain(validation.name);
    expect(on.asked().filter((one) => one.startsWith('Check'))).toHaveLength(5);
  });

  test('of a run that is cancelled ends at once, and its record goes', async () => {
    const on = scene();
    on.account.failNext('ssl:ApplyCertificate', refused('InvalidParameter'));
    const { sleep } = on.run;
    Object.assign(on.run, {
      sleep: async (milliseconds: number) => {
        await sleep(milliseconds);
        if (on.seconds() > 15) on.cancel();
      },
    });
    expect((await failureIn(issue(on))).code).toBe('CANCELLED');
    expect(on.events.at(-1)).toBe(`- ${validation.name}`);
  });

  test('that cannot be found by its id yet is waited for', async () => {
    const on = scene();
    on.account.failNext('ssl:DescribeCertificate', refused('FailedOperation.CertificateNotFound'));
    expect(await issue(on)).toEqual(['apply', 'await', 'install']);
  });
});

describe('what is downloaded', () => {
  const pem = () => ({
    chain: bundle(family.leaf, family.intermediate),
    key: family.leaf.keyPem,
    leaf: family.leaf.pem,
  });

  test.each<[string, (p: ReturnType<typeof pem>) => Scene['files']]>([
    [
      'all servers, nginx’s the only whole chain',
      ({ chain, key, leaf }) => [
        { name: 'Apache/1_root_bundle.crt', data: family.intermediate.pem },
        { name: 'Apache/2_api.example.com.crt', data: leaf },
        { name: 'Apache/3_api.example.com.key', data: key },
        { name: 'IIS/api.example.com.pfx', data: Buffer.from([0x30, 0x82]) },
        { name: 'IIS/keystorePass.txt', data: 'secret' },
        { name: 'Nginx/', data: '' },
        { name: 'Nginx/1_api.example.com_bundle.crt', data: chain, deflated: true },
        { name: 'Nginx/2_api.example.com.key', data: key },
        { name: 'api.example.com.csr', data: '-----BEGIN CERTIFICATE REQUEST-----\n' },
      ],
    ],
    [
      'the console’s folder',
      ({ chain, key }) => [
        { name: 'api.example.com_nginx/api.example.com.csr', data: 'x' },
        { name: 'api.example.com_nginx/api.example.com.key', data: key.replaceAll('\n', '\r\n') },
        { name: 'api.example.com_nginx/api.example.com_bundle.crt', data: chain.replaceAll('\n', '\r\n') },
        { name: 'api.example.com_nginx/api.example.com_bundle.pem', data: chain },
      ],
    ],
    [
      'no folder and other names, with a key of somebody else’s',
      ({ chain, key }) => [
        { name: 'a.key', data: family.root.keyPem },
        { name: 'api.example.com.crt', data: chain },
        { name: 'z.key', data: key },
      ],
    ],
  ])('is read whatever its layout: %s', async (_, files) => {
    const on = scene(issued('one'));
    on.files = files(pem());
    await issue(on);
    expect(await server.sh('cat /etc/nginx/ssl/*/*/*_bundle.crt')).toBe(pem().chain);
    expect((await server.sh('cat /etc/nginx/ssl/*/*/*.key')).trim()).toBe(pem().key.trim());
  });

  test('its key is hidden before anything else, and in no line of the log', async () => {
    const on = scene(issued('one'));
    const hiddenFirst: boolean[] = [];
    const { run } = server;
    const watching: MovedServer = {
      ...server,
      run: (...given) => {
        hiddenFirst.push(on.hidden.length > 0);
        return run(...given);
      },
    };
    const [step] = await tencentIssuer(on.account, on.run, on.records).plan(watching, wanted);
    await step?.run(watching, on.log, () => {});
    expect(hiddenFirst).toEqual([true]);
    expect(on.hidden.map((secret) => secret.reveal().trim())).toContain(pem().key.trim());
    const [, line = '-'] = pem().key.split('\n');
    expect(on.log.lines.join('\n')).not.toContain(line);
    expect(on.log.lines.join('\n')).toContain('Certificate one is complete and valid until');
  });

  test.each<[string, string, (p: ReturnType<typeof pem>) => Scene['files']]>([
    [
      'a key that is not its own',
      'CERTIFICATE_KEY_MISMATCH',
      ({ chain }) => [
        { name: 'Nginx/1_bundle.crt', data: chain },
        { name: 'Nginx/2.key', data: family.root.keyPem },
      ],
    ],
    [
      'a chain that lacks the intermediate',
      'CERTIFICATE_CHAIN_INCOMPLETE',
      ({ leaf, key }) => [
        { name: 'Nginx/1_bundle.crt', data: leaf },
        { name: 'Nginx/2.key', data: key },
      ],
    ],
    ['no key', 'CERTIFICATE_PACKAGE_UNREADABLE', ({ chain }) => [{ name: 'Nginx/1_bundle.crt', data: chain }]],
    [
      'another name',
      'CERTIFICATE_NAMES',
      () => {
        const other = authority.issue(family.intermediate, { name: 'www.example.com', dns: ['www.example.com'] });
        return [
          { name: 'Nginx/1_bundle.crt', data: bundle(other, family.intermediate) },
          { name: 'Nginx/2.key', data: other.keyPem },
        ];
      },
    ],
  ])('with %s is not installed: %s', async (_, code, files) => {
    const on = scene(issued('one'));
    on.files = files(pem());
    const failed = await failureIn(issue(on));
    expect(failed.code).toBe(code);
    expect(failed.text.what.en).toContain('one');
    expect(await server.sh('ls /etc/nginx/ssl')).toBe('');
  });

  test('that is no archive is none', async () => {
    const on = scene(issued('one'));
    on.account.instead['ssl:DownloadCertificate'] = () => ({ Content: 'bm8=' });
    expect((await failureIn(issue(on))).code).toBe('CERTIFICATE_PACKAGE_UNREADABLE');
  });
});
