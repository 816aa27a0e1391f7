import { createHash } from 'node:crypto';
import { emptyValues } from '../../../src/project/empty-values.ts';
import { parseEnvironment } from '../../../src/values/environment.ts';
import { settings } from '../deployment/decision-inputs.ts';

const { container, image } = settings();
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

function told(
  env: string,
  more: { javaOptions?: string; buildArgs?: typeof image.buildArgs; file?: string } = {},
): string {
  const { javaOptions, buildArgs = [], file } = more;
  const found = emptyValues(
    { container: { ...container, environment: parseEnvironment(env), javaOptions }, image: { ...image, buildArgs } },
    file === undefined ? [] : [{ container: '/etc/key.pem', sha256: sha(file) }],
  );
  expect(found.length).toBeLessThan(2);
  return found[0]?.text.what.en ?? '';
}

test.each([
  ['nothing', 'A=1\nDB_PASSWORD='],
  ['blanks', 'DB_PASSWORD=  '],
  ['quotes that Docker takes to the letter', 'DB_PASSWORD=""\nB=x'],
  ['single quotes', "DB_PASSWORD=''"],
  ['an expression that nobody evaluated', `DB_PASSWORD=\${{ secrets.DB_PASSWORD }}`],
  ['a URL without its host', 'DB_PASSWORD=jdbc:mysql://:3306/shop'],
  ['a URL without the password', 'DB_PASSWORD=redis://:@10.0.0.4:6379'],
  ['a URL with an empty password in it', 'DB_PASSWORD=jdbc:mysql://db/shop?user=a&password='],
])('env: %s', (_, env) => expect(told(env)).toMatch(/: `DB_PASSWORD` \(`env`\)\.$/));

test('all of them in one warning; no value is told', () => {
  const words = told(`A=\nB=x\nC=""`, {
    javaOptions: '-Ddb.password= -Dname= -Dtoken=${{vars.T}}',
    buildArgs: [{ name: 'VERSION', value: '' }],
    file: '\n',
  });
  expect(words).toContain(
    '`A` (`env`), `C` (`env`), `-Ddb.password` (`java-options`), `-Dtoken` (`java-options`), `VERSION` (`build-args`), `/etc/key.pem` (`files`)',
  );
});

test('what is as it should be', () => {
  const env =
    'A=0\nB=redis://:secret@10.0.0.4:6379\nC=jdbc:mysql://db:3306/shop?useSSL=false\nD=file:///data\nE="x"\nF=jdbc:h2:mem:x;USER=sa;PASSWORD=';
  expect(told(env, { javaOptions: '-Xmx1g -Dx=y', buildArgs: [{ name: 'A', value: 'b' }], file: 'x' })).toBe('');
});
