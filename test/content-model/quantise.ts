/** One byte a weight: the largest weights are clipped so that the many small ones keep their order. */
const KEPT = 0.9999;

export function quantise(weights: Float32Array): { readonly scale: number; readonly base64: string } {
  const sizes = Array.from(weights, Math.abs).filter((w) => w > 0);
  sizes.sort((a, b) => a - b);
  const largest = sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * KEPT))] ?? 1;
  const scale = Number((largest / 127).toPrecision(6));
  const bytes = Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w / scale))));
  return { scale, base64: Buffer.from(bytes.buffer).toString('base64') };
}
