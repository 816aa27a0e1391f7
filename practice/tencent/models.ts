import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { type ActionName, type Product, versions } from '../../src/tencent/actions.ts';
import { projectRoot } from '../home.ts';
import { Refusal } from './refusal.ts';

interface Field {
  readonly type: ts.TypeNode;
  readonly required: boolean;
  /** Whether its comment says that it may be null. */
  readonly nullable: boolean;
}

/** Fields by names, by the names of structures. */
type Models = ReadonlyMap<string, ReadonlyMap<string, Field>>;

const read = new Map<Product, Models>();

/** The structures of a product, as TypeScript reads the SDK's types. */
function modelsOf(product: Product): Models {
  const known = read.get(product);
  if (known !== undefined) return known;
  const services = 'node_modules/tencentcloud-sdk-nodejs/tencentcloud/services';
  const version = `v${versions[product].replaceAll('-', '')}`;
  const path = join(projectRoot, services, product, version, `${product}_models.d.ts`);
  const models = new Map<string, Map<string, Field>>();
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  for (const node of source.statements) {
    // `type DescribeRegionsRequest = null`: it takes nothing.
    if (ts.isTypeAliasDeclaration(node)) models.set(node.name.text, new Map());
    if (ts.isInterfaceDeclaration(node)) models.set(node.name.text, fieldsOf(node));
  }
  read.set(product, models);
  return models;
}

function fieldsOf(node: ts.InterfaceDeclaration): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const member of node.members) {
    if (!ts.isPropertySignature(member) || member.type === undefined) continue;
    const required = member.questionToken === undefined;
    fields.set(member.name.getText(), { type: member.type, required, nullable: /null/.test(member.getFullText()) });
  }
  return fields;
}

/** How a value differs from its model. */
export interface Flaw {
  readonly kind: 'unknown' | 'missing' | 'type';
  /** `FirewallRules.0.Port`. */
  readonly path: string;
}

function flawsOfValue(models: Models, type: ts.TypeNode, value: unknown, path: string): readonly Flaw[] {
  const wrong: readonly Flaw[] = [{ kind: 'type', path }];
  if (ts.isUnionTypeNode(type)) {
    const tried = type.types.map((one) => flawsOfValue(models, one, value, path));
    return tried.some((flaws) => flaws.length === 0) ? [] : (tried[0] ?? wrong);
  }
  if (type.kind === ts.SyntaxKind.StringKeyword) return typeof value === 'string' ? [] : wrong;
  if (type.kind === ts.SyntaxKind.NumberKeyword) return typeof value === 'number' ? [] : wrong;
  // JSON has none; it stands beside number.
  if (type.kind === ts.SyntaxKind.BigIntKeyword) return wrong;
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return typeof value === 'boolean' ? [] : wrong;
  if (!ts.isTypeReferenceNode(type)) throw new Error(`${path} has a type that is not known: ${type.getText()}`);
  if (type.typeName.getText() !== 'Array') return flawsOf(models, type.typeName.getText(), value, path);
  const [inner] = type.typeArguments ?? [];
  if (!Array.isArray(value) || inner === undefined) return wrong;
  return value.flatMap((one, index) => flawsOfValue(models, inner, one, `${path}.${index}`));
}

function flawsOf(models: Models, name: string, value: unknown, path: string): readonly Flaw[] {
  const fields = models.get(name);
  if (fields === undefined) throw new Error(`The SDK has no model ${name}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ kind: 'type', path }];
  const at = (field: string): string => (path === '' ? field : `${path}.${field}`);
  const missing = [...fields].filter(([field, { required }]) => required && !Object.hasOwn(value, field));
  const flaws = missing.map(([field]): Flaw => ({ kind: 'missing', path: at(field) }));
  for (const [field, content] of Object.entries(value)) {
    const known = fields.get(field);
    if (known === undefined) flaws.push({ kind: 'unknown', path: at(field) });
    else if (content !== null) flaws.push(...flawsOfValue(models, known.type, content, at(field)));
    else if (!known.nullable) flaws.push({ kind: 'type', path: at(field) });
  }
  return flaws;
}

/** How a request or an answer (what stands under `Response`) differs from the SDK's model of it. */
export function flaws(action: ActionName, what: 'Request' | 'Response', value: unknown): readonly Flaw[] {
  const [product, name] = action.split(':') as [Product, string];
  return flawsOf(modelsOf(product), `${name}${what}`, value, '');
}

/** Throws `Refusal` where a request is not of its model, as the API words it. */
export function checkRequest(action: ActionName, request: unknown): void {
  const [flaw] = flaws(action, 'Request', request);
  if (flaw === undefined) return;
  const { kind, path } = flaw;
  if (kind === 'unknown') throw new Refusal('UnknownParameter', `The parameter \`${path}\` is not recognized.`);
  if (kind === 'missing')
    throw new Refusal('MissingParameter', `The request is missing a required parameter \`${path}\`.`);
  throw new Refusal('InvalidParameter', `The value type of parameter \`${path}\` is not valid.`);
}

/** Throws an Error where an answer of the stand-in's own is not of its model: then the stand-in is wrong. */
export function checkAnswer(action: ActionName, answer: unknown): void {
  const found = flaws(action, 'Response', answer);
  if (found.length === 0) return;
  const list = found.map(({ kind, path }) => `${kind} ${path}`).join(', ');
  throw new Error(`The stand-in answers ${action} with what is not of the SDK's model: ${list}`);
}
