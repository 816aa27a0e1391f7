import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { Failures } from '../../../src/messages/failure.ts';
import { quote } from '../../../src/shell/quote.ts';
import {
  givesOption,
  parseDockerOptions,
  shownOptionsOf,
  valueOfOption,
  valuesToHide,
} from '../../../src/values/docker-options.ts';
import { splitWords } from '../../../src/values/shell-words.ts';
import { codePoint } from '../code-point.ts';
import { codes, refusals } from '../settings/inputs.ts';

describe('words', () => {
  test.each([
    ['', []],
    ['  --memory 512m\n--cpus=1 ', ['--memory', '512m', '--cpus=1']],
    ['--label "a b" \'c $d\' e\\ f', ['--label', 'a b', 'c $d', 'e f']],
    ["--gpus '\"device=0\"' ''", ['--gpus', '"device=0"', '']],
    ['a\\\nb "c\\\nd" "\\$x \\y"', ['ab', 'cd', '$x \\y']],
    ['a#b x~', ['a#b', 'x~']],
  ])('%j', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  test.each([
    ['a; b', '`;`', 2],
    ['a | b', '`|`', 3],
    ['a > b', '`>`', 3],
    ['a && b', '`&`', 3],
    ['$(id)', '`$`', 1],
    ['`id`', '```', 1],
    ['"$x"', '`$`', 2],
    ['"a`id`"', '```', 3],
    ['a*', '`*`', 2],
    ['# x', '`#`', 1],
    ['~/x', '`~`', 1],
    ["'a", "`'`", 1],
    ['x "a', '`"`', 3],
    ['a\\', '`\\`', 2],
    ['"a\\"', '`"`', 1],
    ['a\0', 'NUL', 2],
  ])('%j is refused', (text, sign, column) => {
    expect(refusals(() => splitWords(text))).toEqual([
      `INPUT_DOCKER_OPTIONS: \`docker-options\` holds ${sign} at character ${column}.`,
    ]);
  });

  test('quoted words come back, whatever they hold', () => {
    const word = fc.string({ unit: codePoint }).filter((text) => !text.includes('\0'));
    fc.assert(fc.property(fc.array(word), (words) => expect(splitWords(words.map(quote).join(' '))).toEqual(words)));
  });

  test('what is split here is split alike by sh', () => {
    const sign = fc.constantFrom(...'ab-= \t"\'\\;$`#~*|&(){}!'.split(''), '\\\n');
    const accepted: { text: string; words: readonly string[] }[] = [];
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const text = signs.join('');
        // A line break of its own ends sh's command, where here it is a blank.
        if (/(^|[^\\])(\\\\)*\n/.test(text)) return;
        if (codes(() => splitWords(text)).length === 0) accepted.push({ text, words: splitWords(text) });
      }),
      { numRuns: 3000 },
    );
    expect(accepted.length).toBeGreaterThan(100);
    const script = accepted.map(({ text }) => `set -- ${text}\nprintf '%s\\0' "$#" "$@"\n`).join('');
    const output = execFileSync('sh', { input: script, encoding: 'utf8' });
    const expected = accepted
      .flatMap(({ words }) => [String(words.length), ...words])
      .map((word) => `${word}\0`)
      .join('');
    expect(output).toBe(expected);
  });
});

/** What to do about the one option that is refused. */
function parsedCure(value: string): string {
  try {
    parseDockerOptions(value);
    return '';
  } catch (error) {
    return error instanceof Failures ? (error.failures[0]?.text.cure.en ?? '') : '';
  }
}

describe('docker-options', () => {
  test.each([
    '--cpu-shares 512',
    '--cpu-shares=512',
    '-c 512',
    '-c512',
    '-c=512',
    '--read-only --init',
    '--read-only=true',
    "--gpus 'all'",
    '--add-host a:127.0.0.1 --ulimit nofile=1:2',
    '--log-opt max-size=1m',
    '-u 1000 -w /x',
    '--init=false --cpus 1.5',
    '-h name',
    '--health-cmd "curl -f http://127.0.0.1/"',
    '--security-opt --name',
  ])('%j is taken', (value) => {
    expect(parseDockerOptions(value)).toEqual(splitWords(value));
  });

  test.each([
    ['--name x', 'INPUT_DOCKER_OPTION_RESERVED', '`--name`'],
    ['--name=x', 'INPUT_DOCKER_OPTION_RESERVED', '`--name`'],
    ['-p 1:1', 'INPUT_DOCKER_OPTION_RESERVED', '`-p`'],
    ['-p8004:8004', 'INPUT_DOCKER_OPTION_RESERVED', '`-p`'],
    ['-P', 'INPUT_DOCKER_OPTION_RESERVED', '`-P`'],
    ['--publish=1:1', 'INPUT_DOCKER_OPTION_RESERVED', '`--publish`'],
    ['-v /a:/b', 'INPUT_DOCKER_OPTION_RESERVED', '`-v`'],
    ['--mount type=bind', 'INPUT_DOCKER_OPTION_RESERVED', '`--mount`'],
    ['-e A=1', 'INPUT_DOCKER_OPTION_RESERVED', '`-e`'],
    ['--env-file x', 'INPUT_DOCKER_OPTION_RESERVED', '`--env-file`'],
    ['--entrypoint sh', 'INPUT_DOCKER_OPTION_RESERVED', '`--entrypoint`'],
    ['--restart always', 'INPUT_DOCKER_OPTION_FIXED', '`--restart`'],
    ['--rm', 'INPUT_DOCKER_OPTION_FIXED', '`--rm`'],
    ['--network host', 'INPUT_DOCKER_OPTION_RESERVED', '`--network`'],
    ['--net=host', 'INPUT_DOCKER_OPTION_RESERVED', '`--net`'],
    ['--network-alias x', 'INPUT_DOCKER_OPTION_FIXED', '`--network-alias`'],
    ['--memory 512m', 'INPUT_DOCKER_OPTION_RESERVED', '`--memory`'],
    ['-m512m', 'INPUT_DOCKER_OPTION_RESERVED', '`-m`'],
    ['-l a=b', 'INPUT_DOCKER_OPTION_FIXED', '`-l`'],
    ['-d', 'INPUT_DOCKER_OPTION_FIXED', '`-d`'],
    ['--memoryy 1g', 'INPUT_DOCKER_OPTION_UNKNOWN', '`--memoryy`'],
    ['-x', 'INPUT_DOCKER_OPTION_UNKNOWN', '`-x`'],
    ['--help', 'INPUT_DOCKER_OPTION_UNKNOWN', '`--help`'],
    ['--cpus', 'INPUT_DOCKER_OPTION_VALUE', '`--cpus`'],
    ['-c', 'INPUT_DOCKER_OPTION_VALUE', '`-c`'],
    ['busybox', 'INPUT_DOCKER_OPTION_WORD', '"busybox"'],
    ['--read-only true', 'INPUT_DOCKER_OPTION_WORD', '"true"'],
    ['--cpus=1 sh', 'INPUT_DOCKER_OPTION_WORD', '"sh"'],
    ['--', 'INPUT_DOCKER_OPTION_WORD', '"--"'],
    ['--log-opt splunk-token=Splunk abc', 'INPUT_DOCKER_OPTION_WORD', '"…"'],
    ["''", 'INPUT_DOCKER_OPTION_WORD', '""'],
    ['--constructor', 'INPUT_DOCKER_OPTION_UNKNOWN', '`--constructor`'],
  ])('%j is refused', (value, code, named) => {
    const found = refusals(() => parseDockerOptions(value)).filter((message) => message.startsWith(code));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(named);
  });

  test('combined short options are told apart, and all problems told at once', () => {
    expect(codes(() => parseDockerOptions('-itd --name x --rm alpine'))).toEqual([
      'INPUT_DOCKER_OPTION_FIXED',
      'INPUT_DOCKER_OPTION_FIXED',
      'INPUT_DOCKER_OPTION_FIXED',
      'INPUT_DOCKER_OPTION_RESERVED',
      'INPUT_DOCKER_OPTION_FIXED',
      'INPUT_DOCKER_OPTION_WORD',
    ]);
  });

  test("the issue's own example does not get as far as Docker", () => {
    expect(codes(() => parseDockerOptions('--name x; rm -rf /'))).toEqual(['INPUT_DOCKER_OPTIONS']);
  });

  test('an option that an input stands for is answered with the input’s name', () => {
    expect(parsedCure('--network backend')).toContain('`network`');
    expect(parsedCure('-m 1g')).toContain('`memory`');
  });

  test('an option is found in whichever form it was written', () => {
    expect(givesOption(['-m512m', '--log-driver', 'local'], 'memory')).toBe(true);
    expect(givesOption(['-m512m', '--log-driver', 'local'], 'log-driver')).toBe(true);
    expect(givesOption(['--hostname', '--memory'], 'memory')).toBe(false);
  });

  test.each<[string, string | undefined]>([
    ['-u 1000', '1000'],
    ['-u1000:1000', '1000:1000'],
    ['-u=app', 'app'],
    ['--user=app:app', 'app:app'],
    ['--user "" --cpus 1', ''],
    ['-u 1 --user 2', '2'],
    ['--init -u 1', '1'],
    ['--hostname=user', undefined],
    ['', undefined],
  ])('the user of %j is %j', (options, user) => {
    expect(valueOfOption(parseDockerOptions(options), 'user')).toBe(user);
  });
});

describe('what is shown of options', () => {
  test.each([
    ['--memory-swap 1g --cpus=2 -u 1000:1000', '--memory-swap 1g --cpus=2 -u 1000:1000'],
    ['--log-opt splunk-token=abc --log-driver splunk', '--log-opt splunk-token=… --log-driver splunk'],
    ['--log-opt=splunk-token=abc', '--log-opt=splunk-token=…'],
    ['--log-opt max-size=10m --log-opt max-file=3', '--log-opt max-size=10m --log-opt max-file=3'],
    ['--label size=abc -l a=b -lc=d', '--label size=… -l a=… -lc=…'],
    ['--label com/x=abc', '--label …'],
    ['--health-cmd abc --init', '--health-cmd … --init'],
    ['--security-opt no-new-privileges', '--security-opt no-new-privileges'],
    ['--annotation a=b --storage-opt size=1g', '--annotation a=… --storage-opt size=1g'],
    ['--oom-kill-disable=true', '--oom-kill-disable=true'],
  ])('%s', (options, shown) => {
    expect(shownOptionsOf(options.split(' ')).join(' ')).toBe(shown);
  });

  test('a profile of seccomp is not', () => {
    expect(shownOptionsOf(['--security-opt', 'seccomp={"a":1}'])).toEqual(['--security-opt', '…']);
  });

  test('what is left out is what is told to hide', () => {
    expect(valuesToHide(['--log-opt', 'splunk-token=abc', '--cpus', '2', '-la=b'])).toEqual(['abc', 'b']);
  });
});
