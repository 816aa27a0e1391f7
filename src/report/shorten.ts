/** A text of at most `most` characters: its beginning, or its end where `keeps` says so, and `…` for the rest. */
export function shorten(text: string, most: number, keeps: 'beginning' | 'end' = 'beginning'): string {
  if (text.length <= most) return text;
  // Whole lines where there are several.
  return keeps === 'beginning'
    ? `${text.slice(0, most).replace(/\n[^\n]*$/, '\n')}…`
    : `… ${text.slice(-most).replace(/^[^\n]*\n(?!$)/, '\n')}`;
}
