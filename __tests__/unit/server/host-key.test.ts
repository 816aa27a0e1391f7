import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Failures } from '../../../src/messages/failure.ts';
import {
  fingerprint,
  hostKeyFile,
  isUnpinned,
  keyType,
  matches,
  parseHostKeys,
  preferredAlgorithms,
  remainingAlgorithms,
} from '../../../src/server/host-key.ts';
import { codePoint } from '../code-point.ts';

// Made by ssh-keygen; the fingerprints are what `ssh-keygen -lf` prints of them.
const ed25519 = {
  line: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICVuCfBs9v893hI1tGZ7d3jZLj8mY50fNCTXCa3JY0kw',
  fingerprint: 'SHA256:ZPcnwVBF4LTWBCOCHao6i6eYOmjPOl1DQMEyO/tKTz4',
};
const rsa = {
  line: 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCvPY06UkX379DWZp7UyPOmxn5F1bcc8OvqWolS6iXhRQ7pG8j/QM20uDWhY3DOwSDUKelPc9SWn9hBSu6u0tvYZTOOqamhnr72AmtZeAxMiwWB7pkyEbGAylZHu/iD9ktqRKF+u83UF59oht64xDJ6cWbwd3JT5uvr3XFX6AOWMiEQzjjvvLcjMsVkWfHhFr7lTIbiCmEHfufKmKMSNhxPqt0TPzhZmsx+PNXgTkEXzAYD+cTBRm+B8eLeWkoj1S+jHB/nWoSwC9kf9N8zt1KtsEERv8r/j/efkn3+5EmPuSxvkMT3ABCIUjCsyze4nKmwOkPe6wy6yBygWXdW4Veh',
  fingerprint: 'SHA256:mJdL7dpCVRe+VkWdRXBAiqi/FN+Jym/EzptDeHZ7zVU',
};
const ecdsa = {
  line: 'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBLcOHVuAghuIglYR70kEPjnH2Lw7Bx/xCt7axA5LUMbdifcgQJCrZpuQPqL1CDlmlQmXxBz7tCism7IwByWyJSs=',
  fingerprint: 'SHA256:MGfh4l36UfjjzfKgiwVxS3SMl9nRqtzcs8oJ5Dekwws',
};
const blob = (line: string): Buffer => Buffer.from(line.split(' ')[1] ?? '', 'base64');
const all = [ed25519, rsa, ecdsa];

test.each(all)('fingerprint and type of $line', ({ line, fingerprint: expected }) => {
  expect(fingerprint(blob(line))).toBe(expected);
  expect(keyType(blob(line))).toBe(line.split(' ')[0]);
});

describe('every way to write a pin', () => {
  test.each([
    ['fingerprint', ed25519.fingerprint],
    ['fingerprint with padding', `${ed25519.fingerprint}=`],
    ['spaces around', `  ${ed25519.fingerprint}\t`],
    ['ssh-keygen -l', `256 ${ed25519.fingerprint} root@web (ED25519)`],
    ['.pub file', `${ed25519.line} root@web`],
    ['known_hosts, name', `api.example.com ${ed25519.line}`],
    ['known_hosts, port', `[203.0.113.7]:2222 ${ed25519.line}`],
    ['known_hosts, several names', `api.example.com,203.0.113.7 ${ed25519.line}`],
    ['known_hosts, hashed', `|1|JfKTdBh7rNbXkVAQCRp4OQoPfmI=|USECr3SWf1JUPsms5AqfD5QfxkM= ${ed25519.line}`],
    ['among comments, CRLF', `# web\r\n\r\napi.example.com ${ed25519.line}\r\n`],
    ['the second of two', `${rsa.fingerprint}\n${ed25519.fingerprint}`],
  ])('%s', (_name, input) => {
    const pins = parseHostKeys(input);
    expect(matches(pins, blob(ed25519.line))).toBe(true);
    expect(matches(pins, blob(ecdsa.line))).toBe(false);
    expect(isUnpinned(pins)).toBe(false);
  });

  test('accept-any takes any, but not a revoked one', () => {
    const pins = parseHostKeys(`accept-any\n@revoked * ${rsa.line}`);
    expect(matches(pins, blob(ed25519.line))).toBe(true);
    expect(matches(pins, blob(rsa.line))).toBe(false);
  });

  test('a revoked key is refused although it is pinned', () => {
    const pins = parseHostKeys(`${rsa.fingerprint}\n@revoked api.example.com ${rsa.line}`);
    expect(matches(pins, blob(rsa.line))).toBe(false);
  });

  test.each(['', '\n \n', '# only a comment', `@revoked * ${rsa.line}`])('%j pins nothing', (input) => {
    expect(isUnpinned(parseHostKeys(input))).toBe(true);
  });
});

describe('what is not a pin', () => {
  test.each([
    ['MD5', 'MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48'],
    ['too short', ed25519.fingerprint.slice(0, -1)],
    ['key cut short', `api.example.com ${ed25519.line.slice(0, -8)}`],
    ['key of another type', ed25519.line.replace('ssh-ed25519', 'ssh-rsa')],
    ['DSA', 'api.example.com ssh-dss AAAAB3NzaC1kc3MAAACBAP'],
    ['authority', `@cert-authority *.example.com ${ed25519.line}`],
    ['a word', 'accept-all'],
  ])('%s', (_name, line) => {
    const input = `${rsa.fingerprint}\n${line}\nnonsense`;
    let thrown: unknown;
    try {
      parseHostKeys(input);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Failures);
    const { failures } = thrown as Failures;
    expect(failures.map((f) => f.code)).toEqual(['HOST_KEY_INVALID', 'HOST_KEY_INVALID']);
    expect(failures[0]?.text.what.en).toContain('Line 2');
    expect(failures[0]?.text.what.en).toContain(line);
  });

  test('no text makes it throw anything else, and no random text is a pin', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint, maxLength: 200 }), (input) => {
        try {
          expect(parseHostKeys(input).pins).toEqual([]);
        } catch (error) {
          expect(error).toBeInstanceOf(Failures);
        }
      }),
    );
  });
});

describe('order of negotiation', () => {
  const everything = [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'rsa-sha2-512',
    'rsa-sha2-256',
  ];
  test.each([
    ['', everything],
    [ed25519.fingerprint, everything],
    [rsa.line, [...everything.slice(4), ...everything.slice(0, 4)]],
    [`${rsa.line}\n${ecdsa.line}`, [everything[1], ...everything.slice(4), everything[0], ...everything.slice(2, 4)]],
    [`2048 ${rsa.fingerprint} root@web (RSA)`, [...everything.slice(4), ...everything.slice(0, 4)]],
  ])('%j', (input, expected) => expect(preferredAlgorithms(parseHostKeys(input))).toEqual(expected));

  test.each([
    ['a fingerprint may be of any other type', rsa.fingerprint, ['ssh-ed25519'], everything.slice(1)],
    ['a line is of its type only', rsa.line, ['ssh-ed25519'], everything.slice(4)],
    ['nothing is left', rsa.line, ['ssh-rsa'], []],
    ['another pinned type is', `${rsa.line}\n${ed25519.line}`, ['ssh-ed25519'], everything.slice(4)],
  ])('after a mismatch: %s', (_name, input, seen, expected) => {
    expect(remainingAlgorithms(parseHostKeys(input), seen)).toEqual(expected);
  });
});

test.each([
  ['ssh-ed25519', '/etc/ssh/ssh_host_ed25519_key.pub'],
  ['ecdsa-sha2-nistp384', '/etc/ssh/ssh_host_ecdsa_key.pub'],
  ['ssh-rsa', '/etc/ssh/ssh_host_rsa_key.pub'],
])('%s lies in %s', (type, file) => expect(hostKeyFile(type)).toBe(file));
