import { factAt } from '../../risk/rule-environment.js';
import { type FactWords, filled, type Words } from './words.js';

/** How a fact is said; by its own description where nobody has found better words. Undefined for what is no fact. */
export function factWordsOf(path: string, words: Words): FactWords | undefined {
  const known = words.facts[path] ?? velocityWords(path, words);
  if (known) return known;
  const fact = factAt(path.split('.'));
  if (!fact) return undefined;
  const described = filled(words.quoted, { text: fact.description });
  if (fact.type !== 'bool') return { noun: described };
  return { is: described, isNot: filled(words.not, { clause: described }) };
}

function velocityWords(path: string, { velocity }: Words): FactWords | undefined {
  const [group, entity, window, measure] = path.split('.');
  if (group !== 'velocity' || !measure) return undefined;
  const said = velocity.measures[measure];
  const where = velocity.entities[entity!];
  const when = velocity.windows[window!];
  if (!said || where === undefined || when === undefined) return undefined;
  return { ...said, noun: `${said.noun} ${where} ${when}` };
}
