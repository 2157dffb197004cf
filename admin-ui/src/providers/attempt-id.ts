const HEX = 16;

/**
 * Names one attempt at a write, so that it may be sent again when its answer was lost. A random UUID, made by hand because
 * browsers have `crypto.randomUUID` only where the console is served over HTTPS.
 */
export function attemptId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(HEX));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(HEX).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
