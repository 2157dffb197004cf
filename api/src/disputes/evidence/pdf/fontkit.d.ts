/** The little of fontkit that is used here; it ships no types. */
declare module 'fontkit' {
  export function create(font: Buffer): { readonly characterSet: readonly number[] };
}
