import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Action, between, errorsPage, generate } from '../../../scripts/generate-docs.ts';
import { errors } from '../../../src/messages/errors.ts';
import { inputTexts } from '../../../src/messages/inputs.ts';
import { outputTexts } from '../../../src/messages/outputs.ts';
import type { Text } from '../../../src/messages/text.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import { inputs, least } from '../settings/inputs.ts';

const root = new URL('../../../', import.meta.url).pathname;
const action = parse(readFileSync(`${root}action.yml`, 'utf8')) as Action & { runs: unknown };

/** Every description by its name. */
function descriptions(entries: Readonly<Record<string, { description: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).map(([name, { description }]) => [name, description]));
}

const english = (texts: Readonly<Record<string, Text>>) =>
  Object.fromEntries(Object.entries(texts).map(([name, { en }]) => [name, en]));

test('action.yml and the catalogue say the same of inputs and outputs, in the same order', () => {
  expect(descriptions(action.inputs)).toEqual(english(inputTexts));
  expect(descriptions(action.outputs)).toEqual(english(outputTexts));
  expect(Object.keys(action.inputs)).toEqual(Object.keys(inputTexts));
});

test('no text lacks its Chinese', () => {
  const texts = Object.entries<Text>({ ...inputTexts, ...outputTexts });
  expect(texts.filter(([, { zh }]) => !/[\u4e00-\u9fff]/.test(zh)).map(([name]) => name)).toEqual([]);
});

test("action.yml's defaults are those that the settings have without them", () => {
  const defaults = Object.entries(action.inputs).flatMap(([name, { default: value }]) =>
    value === undefined ? [] : [[name, value]],
  );
  expect(defaults.length).toBeGreaterThan(5);
  expect(JSON.stringify(readSettings(inputs(Object.fromEntries(defaults))))).toBe(
    JSON.stringify(readSettings(inputs(least))),
  );
});

test('no input is required: the action tells all that are missing at once', () => {
  expect(Object.values(action.inputs).filter((input) => (input as { required?: boolean }).required !== false)).toEqual(
    [],
  );
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/post.js' });
});

test('docs/errors.md has every code once, and no parameter was calculated with', () => {
  const page = errorsPage();
  const headings = [...page.matchAll(/^### (\w+)$/gm)].map(([, code]) => code);
  expect([...headings].sort()).toEqual(Object.keys(errors).sort());
  expect(page).not.toMatch(/NaN|undefined|\[object/);
});

test('between: replaces what the markers hold, and adds markers where they are missing', () => {
  expect(between('a\n<!-- x:begin -->\nold\n<!-- x:end -->\nb', 'x', 'new')).toBe(
    'a\n<!-- x:begin -->\nnew\n<!-- x:end -->\nb',
  );
  expect(between('a\n', 'x', 'new')).toBe('a\n\n<!-- x:begin -->\nnew\n<!-- x:end -->\n');
});

test('the generated documents are current (npm run docs)', () => {
  expect(generate(root, true)).toEqual([]);
});
