import {
  javaWords,
  propertiesOfEnvironment,
  secretsOfJavaOptions,
  shownJavaOptions,
  systemProperties,
  tooLongForJava8,
} from '../../../src/values/java-options.ts';

test.each<[string, readonly string[] | undefined]>([
  ['', []],
  ['  -Xmx1g\t-Da=b ', ['-Xmx1g', '-Da=b']],
  ['"-Da=b c" -Dd=\'e "f"\'', ['-Da=b c', '-Dd=e "f"']],
  ['-Da="b c"d ""', ['-Da=b cd', '']],
  ['-Da=b\\ c', ['-Da=b\\', 'c']],
  ['-Da="b', undefined],
])('%j', (text, words) => {
  expect(javaWords(text)).toEqual(words);
});

test('system properties: the last of one name; what is no property is left aside', () => {
  expect(systemProperties('-Xmx1g -Da=1 -Da=2 -Dspring.x[0]=y=z -Db=')).toEqual({
    a: '2',
    'spring.x[0]': 'y=z',
    b: '',
  });
});

test('of an environment: JDK_JAVA_OPTIONS comes after JAVA_TOOL_OPTIONS', () => {
  const environment = { JDK_JAVA_OPTIONS: '-Da=2', JAVA_TOOL_OPTIONS: '-Da=1 -Db=1', JAVA_OPTS: '-Dc=1' };
  expect(propertiesOfEnvironment(environment)).toEqual({ a: '2', b: '1' });
});

test('of system properties names are shown; values that are secrets by their names are masked', () => {
  const options = '-Xmx512m -Djavax.net.ssl.keyStorePassword=hunter2hunter2 -Duser.timezone=Asia/Shanghai -XX:+UseG1GC';
  expect(shownJavaOptions(options)).toBe('-Xmx512m -Djavax.net.ssl.keyStorePassword=… -Duser.timezone=… -XX:+UseG1GC');
  expect(secretsOfJavaOptions(options)).toEqual(['hunter2hunter2']);
});

test('Java 8 reads 1023 bytes', () => {
  expect([1023, 1024].map((length) => tooLongForJava8('x'.repeat(length)))).toEqual([false, true]);
  expect(tooLongForJava8('中'.repeat(342))).toBe(true);
});
