import { isObject } from './nft-field.ts';

/** A rule of nft's JSON in nft's words, as far as they are known; comments and texts are left out. */
export function nftWords(statements: readonly unknown[]): string {
  return statements.map(statementWords).filter(Boolean).join(' ').slice(0, 300);
}

function statementWords(statement: unknown): string {
  if (!isObject(statement)) return '…';
  const [[key, value] = ['', undefined]] = Object.entries(statement);
  switch (key) {
    case 'match': {
      const { op, left, right } = isObject(value) ? value : {};
      return [valueWords(left), op === '==' || op === 'in' ? '' : String(op), valueWords(right)]
        .filter(Boolean)
        .join(' ');
    }
    case 'vmap': {
      const { key: of, data } = isObject(value) ? value : {};
      return `${valueWords(of)} vmap ${typeof data === 'string' ? data : '{ … }'}`;
    }
    case 'jump':
    case 'goto':
      return `${key} ${isObject(value) ? String(value.target) : '…'}`;
    case 'limit':
      return `limit rate ${isObject(value) ? `${value.inv === true ? 'over ' : ''}${valueWords(value.rate)}/${valueWords(value.per)}` : '…'}`;
    case 'redirect':
    case 'dnat': {
      const to = isObject(value) ? value : {};
      const port = to.port === undefined ? '' : `:${valueWords(to.port)}`;
      return `${key}${to.addr === undefined && port === '' ? '' : ` to ${valueWords(to.addr)}${port}`}`;
    }
    case 'mangle':
      return `${isObject(value) ? valueWords(value.key) : '…'} set …`;
    case 'xt':
      return `xt ${isObject(value) ? `${valueWords(value.type)} ${valueWords(value.name)}` : '…'}`;
    case 'set':
    case 'meter':
    case 'queue':
    case 'ct count':
    case 'quota':
    case 'synproxy':
    case 'tproxy':
    case 'fwd':
      return `${key} …`;
    case 'counter':
    case 'log':
    case 'comment':
      return '';
    default:
      return key;
  }
}

/** One value, as nft would print it. */
function valueWords(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map(valueWords).join(',');
  if (!isObject(value)) return /^[\w@.:*+/-]{0,64}$/.test(String(value)) ? String(value) : '…';
  const [[kind, inner] = ['', undefined]] = Object.entries(value);
  const of = isObject(inner) ? inner : {};
  switch (kind) {
    case 'payload':
      return of.protocol === undefined
        ? `@${valueWords(of.base)},${valueWords(of.offset)},${valueWords(of.len)}`
        : `${valueWords(of.protocol)} ${valueWords(of.field)}`;
    case 'meta':
      return `meta ${valueWords(of.key)}`.replace(/^meta (iifname|oifname|iif|oif)$/, '$1');
    case 'ct':
      return ['ct', valueWords(of.dir), valueWords(of.key)].filter(Boolean).join(' ');
    case 'fib':
      return `fib ${Array.isArray(of.flags) ? of.flags.map(valueWords).join(' . ') : valueWords(of.flags)} ${valueWords(of.result)}`;
    case 'prefix':
      return `${valueWords(of.addr)}/${valueWords(of.len)}`;
    case 'range':
      return Array.isArray(inner) ? inner.map(valueWords).join('-') : '…';
    case 'concat':
      return Array.isArray(inner) ? inner.map(valueWords).join(' . ') : '…';
    case 'set': {
      const elements = Array.isArray(inner) ? inner : [];
      return `{ ${elements.slice(0, 8).map(valueWords).join(', ')}${elements.length > 8 ? ', …' : ''} }`;
    }
    case 'elem':
      return valueWords(of.val);
    case '&':
      return Array.isArray(inner) ? `${valueWords(inner[0])} & (${flat(inner[1])})` : '…';
    case '|':
      return flat(inner);
    default:
      return kind;
  }
}

function flat(value: unknown): string {
  return Array.isArray(value) ? value.map(flat).join('|') : valueWords(value);
}
