import { createHash } from 'node:crypto';
import type { SwitchStep } from '../../engine/step.ts';
import { renderSwitch, type SwitchPurpose } from '../../engine/switch-script.ts';
import type { Language } from '../../messages/text.ts';
import { blanks } from '../../values/blanks.ts';
import type { Volume } from '../../values/volumes.ts';

/** What a form is for, beside its steps. */
export interface FormPurpose extends SwitchPurpose {
  /** The application's nginx file as it is to be: its hash and its size depend on what is filled in. */
  readonly site: { readonly text: string; readonly configuration: string };
  /** What it is for: a form for another nginx, file or domain is not filled in. */
  readonly place: string;
  /** All mounts of the container that it starts. */
  readonly mounts: readonly Volume[];
  readonly language: Language;
}

/**
 * A switch with blanks in it: what a fill-in gives is the script. Texts that have blanks are written out, where a switch
 * has them in base64. Lines that begin with `#@` tell what filling in takes: hashes of the site's text as it is with blanks,
 * the word that ends that text, the mounts, in the words of a record, and the titles of the steps.
 */
export function renderForm(steps: readonly SwitchStep[], purpose: FormPurpose): string {
  const { site, place, mounts, language } = purpose;
  const script = withTextsWritten(renderSwitch(steps, purpose));
  const facts = [
    `#@place ${place}`,
    `#@site ${endOf(site.text)}`,
    `#@configuration ${site.configuration}`,
    `#@bytes ${sha256(site.text)}`,
    ...mounts.map(({ host, container }) => `#@mount ${JSON.stringify(host)} ${JSON.stringify(container)}`),
    ...steps.map(({ id, title }) => `#@title ${id} ${title[language].replaceAll('\n', ' ')}`),
  ];
  return `${script}exit\n${facts.join('\n')}\n`;
}

/** Heredocs in base64 whose text has a blank, as text. */
function withTextsWritten(script: string): string {
  return script.replace(/^base64 -d >(.+) <<'EOF'\n([A-Za-z0-9+/=\n]*)\nEOF$/gm, (encoded, target, base64) => {
    const text = Buffer.from(base64, 'base64').toString('utf8');
    if (!hasBlank(text) || !text.endsWith('\n')) return encoded;
    const end = endOf(text);
    return `cat >${target} <<'${end}'\n${text}${end}`;
  });
}

/** A word that ends a heredoc with this text: none of its lines is the same. */
function endOf(text: string): string {
  return `EOF-${sha256(text).slice(0, 24)}`;
}

function hasBlank(text: string): boolean {
  return Object.values(blanks).some(({ word }) => text.includes(word));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
