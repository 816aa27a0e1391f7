import { expect, test } from '@jest/globals';
import { jumpHostErrors } from '../../../src/messages/errors/jump-host.ts';
import { type ErrorCode, errors } from '../../../src/messages/errors.ts';
import type { FailureText } from '../../../src/messages/failure.ts';
import { languages } from '../../../src/messages/text.ts';

const given = {
  host: '203.0.113.20',
  port: 2222,
  username: 'deploy',
  detail: 'x',
  seconds: 3,
  said: 'Exceeded MaxStartups',
  attempts: 2,
  type: 'ssh-ed25519',
  line: 'SHA256:x',
  file: '/etc/ssh/ssh_host_ed25519_key.pub',
  offered: 'x',
  pinned: 'x',
  tried: 'publickey',
};

/** Failures of a connection, whichever of the two machines it is made to. */
const ofEither: readonly ErrorCode[] = [
  'HOST_NOT_FOUND',
  'CONNECTION_REFUSED',
  'CONNECTION_TIMEOUT',
  'NETWORK_UNREACHABLE',
  'HANDSHAKE_FAILED',
  'SSH_TURNED_AWAY',
  'HANDSHAKE_TIMEOUT',
  'NOT_AN_SSH_SERVER',
  'NO_COMMON_ALGORITHM',
  'HOST_KEY_MISSING',
  'HOST_KEY_MISMATCH',
  'AUTHENTICATION_FAILED',
  'CONNECTION_LOST',
];

const wordsOf = (code: ErrorCode, hop?: 'jump-host'): FailureText =>
  (errors[code] as (p: object) => FailureText)({
    ...given,
    hop,
    input: hop === undefined ? 'private-key' : 'jump-private-key',
  });

test.each(ofEither)('%s tells which of the two machines is meant, and sends nobody to the other', (code) => {
  for (const language of languages) {
    const jump = Object.values(wordsOf(code, 'jump-host')).map((words) => words[language]);
    const server = Object.values(wordsOf(code)).map((words) => words[language]);
    expect(jump[0]).toContain(language === 'en' ? 'jump host' : '跳板机');
    expect(jump.join('\n')).not.toMatch(/`host`|`port`|`username`|`host-key`|the server|(?<![云用])服务器|undefined/);
    expect(server.join('\n')).not.toMatch(/jump|跳板机/);
  }
});

test('what only a jump host does is told of it', () => {
  for (const entry of Object.values(jumpHostErrors)) {
    const { what, why, cure } = (entry as (p: object) => FailureText)({
      ...given,
      jump: 'x',
      target: 'y',
      targetPort: 22,
    });
    expect([what, why, cure].map(({ en }) => en).join('\n')).toMatch(/jump[ -]host/);
    expect([what, why, cure].map(({ zh }) => zh).join('\n')).toContain('跳板机');
  }
});
