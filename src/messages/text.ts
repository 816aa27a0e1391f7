/** The languages in which the action speaks; the values of the input `language`, the first one being its default. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** One text a user reads, in every language. A text that lacks a translation does not compile. */
export type Text = Readonly<Record<Language, string>>;

/** Makes a text from its English and its Chinese wording. */
export function text(en: string, zh: string): Text {
  return { en, zh };
}

/** A text that is the same in every language: a path, a command, output of a program. */
export function verbatim(words: string): Text {
  return { en: words, zh: words };
}

/** Joins texts, language by language, with `separator` between them. */
export function join(texts: readonly Text[], separator: string): Text {
  return text(texts.map((t) => t.en).join(separator), texts.map((t) => t.zh).join(separator));
}

/** Texts as one, a line each. */
export function lines(...parts: readonly Text[]): Text {
  return join(parts, '\n');
}

/** A day as every language writes it here, in UTC: `2027-02-25`. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
