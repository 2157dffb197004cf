/** Reads an internationalized label ("xn--…") as RFC 3492 defines it; a malformed one stays as it is. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_POINT = 128;
const PREFIX = 'xn--';
const MAX_LABEL = 63;

export const decodeHost = (host: string): string =>
  host.includes(PREFIX) ? host.split('.').map(decodeLabel).join('.') : host;

function decodeLabel(label: string): string {
  if (!label.startsWith(PREFIX) || label.length > MAX_LABEL) return label;
  return decode(label.slice(PREFIX.length)) ?? label;
}

function decode(input: string): string | undefined {
  const delimiter = input.lastIndexOf('-');
  const output = delimiter > 0 ? Array.from(input.slice(0, delimiter), (c) => c.charCodeAt(0)) : [];
  let point = INITIAL_POINT;
  let bias = INITIAL_BIAS;
  let index = 0;
  for (let at = delimiter > 0 ? delimiter + 1 : 0; at < input.length; ) {
    const before = index;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = digitOf(input.charCodeAt(at++));
      if (digit === undefined) return undefined;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
      if (index > Number.MAX_SAFE_INTEGER / BASE) return undefined;
    }
    const length = output.length + 1;
    bias = adapt(index - before, length, before === 0);
    point += Math.floor(index / length);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined;
    index %= length;
    output.splice(index, 0, point);
    index += 1;
  }
  return String.fromCodePoint(...output);
}

function digitOf(code: number): number | undefined {
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? code - 48 + 26 : undefined;
}

function adapt(delta: number, length: number, first: boolean): number {
  let rest = first ? Math.floor(delta / DAMP) : Math.floor(delta / 2);
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
