/**
 * Whether a condition of a rule holds for a packet: `some`: for the packets of some clients, not for those of others;
 * `unknown`: it depends on rate, time or content, or is not understood.
 */
export type Truth = 'yes' | 'no' | 'some' | 'unknown';

/** The opposite. */
export function not(truth: Truth): Truth {
  if (truth === 'yes') return 'no';
  return truth === 'no' ? 'yes' : truth;
}

/** Whether all hold. */
export function allOf(truths: readonly Truth[]): Truth {
  return strongest(truths, ['no', 'unknown', 'some'], 'yes');
}

/** Whether any holds. */
export function anyOf(truths: readonly Truth[]): Truth {
  return strongest(truths, ['yes', 'unknown', 'some'], 'no');
}

/** `yes` or `no`. */
export function truthOf(holds: boolean): Truth {
  return holds ? 'yes' : 'no';
}

function strongest(truths: readonly Truth[], order: readonly Truth[], otherwise: Truth): Truth {
  return order.find((one) => truths.includes(one)) ?? otherwise;
}
