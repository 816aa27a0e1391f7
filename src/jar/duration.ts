const seconds: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
};

/**
 * A `Duration` of Spring Boot in seconds: `45000` (milliseconds), `20s`, `1m30s`, `PT1M`, `P1DT2H`; undefined for all else
 * (Spring Boot reference, "Converting Durations").
 */
export function durationSeconds(value: string): number | undefined {
  const text = value.trim().toLowerCase();
  if (/^\+?\d+$/.test(text)) return Number(text) / 1000;
  const iso = /^p(?=\d|t\d)(?:(\d+)d)?(?:t(?=\d)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:[.,]\d+)?)s)?)?$/.exec(text);
  if (iso !== null) {
    const [days = 0, hours = 0, minutes = 0, rest = 0] = iso
      .slice(1)
      .map((part) => Number((part ?? '0').replace(',', '.')));
    return days * 86_400 + hours * 3600 + minutes * 60 + rest;
  }
  if (!/^\+?(?:\d+(?:ns|us|ms|s|m|h|d))+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+)(ns|us|ms|s|m|h|d)/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (seconds[unit] ?? 0),
    0,
  );
}
