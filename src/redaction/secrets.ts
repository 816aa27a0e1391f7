import { masksOf, valuesIn } from './masks.ts';
import { redact } from './redact.ts';
import type { Secret } from './secret.ts';

/** What a run must not show: the secrets of its inputs, and those that arise on its way (a downloaded key). */
export interface Secrets {
  /** Every string that must not be seen, as far as it is known by now. */
  masks(): readonly string[];
  /** Adds strings that were made of the inputs' secrets; `facts` are what anybody may know, also of later ones. */
  include(masks: readonly string[], facts: readonly string[]): void;
  /** Adds a secret: it is in no line that the run tells from here on. */
  add(secret: Secret): void;
  /** A text without any of them. */
  redact(text: string): string;
}

/** The secrets of a run that begins; `hide` has the runner's log hide a string from then on. */
export function openSecrets(hide: (mask: string) => void): Secrets {
  const known = new Set<string>();
  const facts: string[] = [];
  const addAll = (masks: readonly string[]): void => {
    for (const mask of masks) {
      if (known.has(mask)) continue;
      known.add(mask);
      hide(mask);
    }
  };
  return {
    masks: () => [...known],
    include: (masks, ofInputs) => {
      facts.push(...ofInputs);
      addAll(masks);
    },
    add: (secret) => addAll(masksOf(valuesIn(secret), facts)),
    redact: (text) => redact(text, [...known]),
  };
}
