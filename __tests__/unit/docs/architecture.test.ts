import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const root = new URL('../../../', import.meta.url).pathname;
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const page = read('docs/architecture.md');

/** Paths of all files below a folder of the repository, from its root. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.(ts|mjs|sh)$/.test(path));
}
const sources = filesBelow('src');

/** The rooms in the order of the table, each with the rooms that it may import. */
const map = new Map(
  [...page.matchAll(/^\| `src\/(\w+)` \| .* \| ([\w, ]*)\|$/gm)].map(([, room = '', may = '']) => [
    room,
    may.split(',').flatMap((name) => name.trim() || []),
  ]),
);

/** What a file imports: paths of files from the root, names of packages. */
function importsOf(file: string): readonly string[] {
  return [...read(file).matchAll(/(?:\bfrom|\bimport\(|^import) ?'([^']+)'/gm)].map(([, name = '']) =>
    name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
  );
}

const roomOf = (file: string): string => /^src\/(\w+)\//.exec(file)?.[1] ?? '';

/** The rooms that the files of a room import. */
function importedBy(room: string): readonly string[] {
  const found = sources.filter((file) => roomOf(file) === room).flatMap(importsOf);
  return [...new Set(found.map(roomOf))].filter((one) => one !== '' && one !== room).toSorted();
}

test('the table has every room of src once, each below the rooms that it may import', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...map.keys()].toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  const order = [...map.keys()];
  const upward = order.flatMap((room, at) =>
    (map.get(room) ?? []).filter((other) => !order.slice(0, at).includes(other)).map((other) => `${room} → ${other}`),
  );
  expect(upward).toEqual([]);
});

test.each([...map.keys()])('%s imports what the table says, no more and no less', (room) => {
  expect(importedBy(room)).toEqual((map.get(room) ?? []).toSorted());
});

test('imports between files have no circle', () => {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) throw new Error([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    for (const other of importsOf(file)) if (other.startsWith('src/')) visit(other, [...way, file]);
    done.add(file);
  };
  for (const file of sources) visit(file, []);
  expect(done.size).toBe(sources.length);
});

test.each([
  [/^@actions\//, 'action'],
  [/^(ssh2|node-ssh)$/, 'server'],
  [/^acme-client$/, 'acme'],
])('packages %s are known to the room %s alone', (packages, room) => {
  const rooms = sources.filter((file) => importsOf(file).some((name) => packages.test(name))).map(roomOf);
  expect([...new Set(rooms)]).toEqual([room]);
});

/** The doors of folders of resources, as the page lists them. */
const doors = new Map(
  [...page.matchAll(/^\| `(src\/resources\/[\w-]+)` \| (.*) \|$/gm)].map(([, folder = '', files = '']) => [
    folder,
    [...files.matchAll(/`([\w-]+\.ts)`/g)].map(([, name]) => `${folder}/${name}`),
  ]),
);

test('folders of resources are entered by their doors, all of which are used', () => {
  const folders = readdirSync(join(root, 'src/resources'), { withFileTypes: true }).filter((one) => one.isDirectory());
  expect([...doors.keys()].toSorted()).toEqual(folders.map(({ name }) => `src/resources/${name}`).toSorted());
  const entered = sources.flatMap((file) =>
    importsOf(file).filter((other) => doors.has(dirname(other)) && dirname(other) !== dirname(file)),
  );
  expect([...new Set(entered)].toSorted()).toEqual([...doors.values()].flat().toSorted());
});

test('resources import types of the survey alone', () => {
  const code = sources.filter(
    (file) => roomOf(file) === 'resources' && /^import (?!type )[^;]*\/survey\/[^;]*;/m.test(read(file)),
  );
  const onlyTypes = (file: string) =>
    [...read(file).matchAll(/^import \{([^}]*)\} from '[^']*\/survey\/[^']*';/gm)].every(([, names = '']) =>
      names.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')),
    );
  expect(code.filter((file) => !onlyTypes(file))).toEqual([]);
});

test('no file of src has more than 250 lines', () => {
  const long = sources.map((file) => [file, read(file).trimEnd().split('\n').length] as const);
  expect(long.filter(([, lines]) => lines > 250)).toEqual([]);
});

/** Folders of users' own projects, which error messages name. */
const ofUsers = /^src\/main\//;

const documents = [
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  '.github/CONTRIBUTING.md',
  '.github/SECURITY.md',
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
];

test.each(documents)('%s: every path of the repository that it names exists', (document) => {
  const named = [
    ...read(document).matchAll(/(?<![\w/.-])((?:src|__tests__|practice|scripts|bench|\.github)\/[\w./-]*)/g),
  ];
  const missing = named
    .map(([, path = '']) => path.replace(/[.,]$/, ''))
    .filter((path) => !existsSync(join(root, path)) && !ofUsers.test(path));
  expect(missing).toEqual([]);
});

test('every rule that a comment cites is on the page', () => {
  const rules = [...page.matchAll(/^- \*\*([^*]+)\.\*\* /gm)].map(([, name]) => name);
  expect(rules.length).toBeGreaterThan(5);
  const files = ['src', '__tests__', 'practice', 'scripts', 'bench'].flatMap(filesBelow);
  const cited = files.flatMap((file) =>
    [...read(file).matchAll(/\brule\s+(?:\* )?\*([A-Z][^*\n]+)\*/g)].map(([, name = '']) => name),
  );
  expect(cited.length).toBeGreaterThan(10);
  expect([...new Set(cited)].filter((name) => !rules.includes(name))).toEqual([]);
  // Rules outside of the repository are none that a reader can look up.
  const outside = new RegExp(['design', 'rule'].join(' '));
  expect(files.filter((file) => outside.test(read(file)))).toEqual([]);
});
