import { conflict, invalid } from './case-context.js';

/** Throws unless an order names all there are, each once: what came or went meanwhile is nobody's to place unseen. */
export function expectAllOnce(ids: readonly string[], all: readonly string[]): void {
  const named = new Set(ids);
  if (named.size < ids.length) throw invalid('/ids', 'names one twice');
  const unknown = ids.find((id) => !all.includes(id));
  if (unknown !== undefined) throw invalid('/ids', `names ${unknown}, which is not there`);
  if (all.some((id) => !named.has(id))) throw conflict('There is one more by now.');
}
