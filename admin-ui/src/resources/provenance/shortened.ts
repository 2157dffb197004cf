const CHAR_PX = 6.7;

/** Cut in the middle: ids differ at both ends. */
export function shortened(text: string, roomPx: number): string {
  const most = Math.max(4, Math.floor(roomPx / CHAR_PX));
  if (text.length <= most) return text;
  const tail = Math.floor((most - 1) * 0.4);
  return `${text.slice(0, most - 1 - tail)}…${tail > 0 ? text.slice(-tail) : ''}`;
}
