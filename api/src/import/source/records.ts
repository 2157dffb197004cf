/** One record as it stands in the file, or why it cannot be read. `line` counts from 1 and names its first line. */
export type RawRecord =
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly refusal: string };

export const MAX_RECORD_BYTES = 1024 * 1024;

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
const BYTE_ORDER_MARK = 0xfeff;

export interface Cutting {
  /** The byte between cells, where cells may be quoted and hold line ends (RFC 4180); null where none may. */
  readonly delimiter: string | null;
  readonly maxBytes?: number;
}

/**
 * Cuts bytes into records at line ends outside quoted cells. A record that passes `maxBytes` is dropped as it
 * streams by and refused, so memory stays bounded whatever the file holds; inside an open quote the next line
 * end ends it, so that one stray quote does not swallow the rest.
 */
export async function* recordsOf(
  chunks: AsyncIterable<Buffer>,
  { delimiter, maxBytes = MAX_RECORD_BYTES }: Cutting,
): AsyncGenerator<RawRecord> {
  const between = delimiter?.charCodeAt(0);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let held: Buffer[] = [];
  let heldBytes = 0;
  let dropping = false;
  let inQuotes = false;
  // A quote opens a cell only where the cell begins, or again right after one closed it: that is an escaped quote.
  let mayOpen = true;
  let line = 1;
  let startedAt = 1;

  const hold = (part: Buffer) => {
    if (dropping || part.length === 0) return;
    if (heldBytes + part.length > maxBytes) {
      dropping = true;
      held = [];
      inQuotes = false;
    } else held.push(part);
    heldBytes += part.length;
  };
  const finish = (): RawRecord | null => {
    const bytes = held.length === 1 ? (held[0] as Buffer) : Buffer.concat(held);
    const tooLong = dropping;
    const record = { line: startedAt };
    held = [];
    heldBytes = 0;
    dropping = false;
    startedAt = line;
    if (tooLong) return { ...record, refusal: `the record is longer than ${maxBytes} bytes` };
    const end = bytes.at(-1) === RETURN ? bytes.length - 1 : bytes.length;
    if (end === 0) return null;
    try {
      const text = decoder.decode(bytes.subarray(0, end));
      return { ...record, text: text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text };
    } catch {
      return { ...record, refusal: 'the record is not valid UTF-8' };
    }
  };

  for await (const chunk of chunks) {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      if (byte === QUOTE) {
        const opens: boolean = mayOpen && between !== undefined && !dropping;
        mayOpen = inQuotes;
        inQuotes = !inQuotes && opens;
        continue;
      }
      mayOpen = byte === between || byte === NEWLINE;
      if (byte === NEWLINE) {
        line++;
        if (inQuotes && heldBytes + i - from <= maxBytes) continue;
        inQuotes = false;
        hold(chunk.subarray(from, i));
        from = i + 1;
        const record = finish();
        if (record) yield record;
      }
    }
    hold(chunk.subarray(from));
  }
  const last = finish();
  if (last) yield last;
}
