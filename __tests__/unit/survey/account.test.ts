import { failuresOf } from '../../../src/messages/failure.ts';
import type { Server } from '../../../src/server/server.ts';
import { surveyAccount } from '../../../src/survey/account.ts';
import { apiFailure } from '../../../src/tencent/api-failure.ts';
import type { Tencent } from '../../../src/tencent/tencent.ts';

// No probe of an account asks the server.
const server = {} as Server;
const asked = {
  domain: 'api.example.com',
  instance: { id: undefined, address: '203.0.113.7', region: 'ap-beijing' },
  firewall: true,
};

/** The failures that an account comes to whose every call is refused. */
async function failed(code: 'TENCENT_CREDENTIALS' | 'TENCENT_REFUSED') {
  const none = { apiCode: 'AuthFailure.SecretIdNotFound', mayHaveTakenEffect: false };
  const tencent: Tencent = {
    call: async (action) => {
      throw apiFailure(code, { action, code: 'Code', message: 'words', requestId: 'id' }, none);
    },
  };
  const error = await surveyAccount(server, tencent, asked).catch((thrown: unknown) => thrown);
  return failuresOf(error).map((one) => one.code);
}

test('what is wrong with the credentials is told once, whoever asked', async () => {
  expect(await failed('TENCENT_CREDENTIALS')).toEqual(['TENCENT_CREDENTIALS']);
});

test('what each call is refused for is told of each', async () => {
  expect(await failed('TENCENT_REFUSED')).toEqual(['TENCENT_REFUSED', 'TENCENT_REFUSED']);
});
