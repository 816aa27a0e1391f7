import { withoutMimeType, withSteadyAddress } from '../../../practice/workflow-runner/artifact-relay.ts';

test('the field that the service does not know is taken out, the others stay', () => {
  const asked = { name: 'deployment-app', mime_type: 'application/zip', version: 7 };
  expect(JSON.parse(withoutMimeType(JSON.stringify(asked)))).toEqual({ name: 'deployment-app', version: 7 });
  expect(withoutMimeType('{"mimeType":"application/zip"}')).toBe('{}');
});

test('a signed address reads the same after its query was encoded anew', () => {
  const address =
    'http://127.0.0.1:1/Upload?sig=ab-c_=&expires=2026-11-24+22%3A00+%2B0000+UTC&artifactName=a+b&taskID=1';
  const answer = withSteadyAddress(JSON.stringify({ ok: true, signedUploadUrl: address }));
  const { signedUploadUrl } = JSON.parse(answer) as { signedUploadUrl: string };
  // What the storage client does: decode without a special meaning of `+`, encode again.
  const query = new URL(signedUploadUrl).search.slice(1).split('&');
  const decoded = query.map((pair) => pair.split('=').map(decodeURIComponent));
  expect(decoded).toEqual([
    ['sig', 'ab-c_='],
    ['expires', '2026-11-24 22:00 +0000 UTC'],
    ['artifactName', 'a b'],
    ['taskID', '1'],
  ]);
});
