const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

export interface ReadIds {
  readonly ids: readonly string[];
  readonly repeated: number;
  /** Lines that hold no id, with their numbers; a first line without one is a heading. */
  readonly unreadable: readonly { readonly line: number; readonly text: string }[];
}

/** The first purchase id of every line: pasted lists, or a CSV file of any columns. */
export function readPurchaseIds(text: string): ReadIds {
  const ids = new Set<string>();
  const unreadable: { line: number; text: string }[] = [];
  let repeated = 0;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const id = UUID.exec(line)?.[0].toLowerCase();
    if (!id) {
      if (index > 0) unreadable.push({ line: index + 1, text: line.trim().slice(0, 60) });
    } else if (ids.has(id)) repeated++;
    else ids.add(id);
  }
  return { ids: [...ids], repeated, unreadable };
}
