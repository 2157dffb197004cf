import type { Random } from './random.js';

/** Disguises texts the way people do, so that the model meets disguised words in training and can be tested on them. */
const LOOK_ALIKE_SAMPLE: Readonly<Record<string, string>> = {
  a: 'аαɑ4@',
  b: 'Ьβ8',
  c: 'сϲ',
  d: 'ԁ',
  e: 'еҽ3',
  g: 'ɡ9',
  h: 'һ',
  i: 'іı1',
  j: 'ј',
  k: 'κ',
  l: 'ⅼӏ1',
  m: 'ⅿ',
  n: 'ո',
  o: 'оοօ0',
  p: 'рρ',
  q: 'ԛ',
  r: 'г',
  s: 'ѕ5$',
  t: 'тτ7',
  u: 'υս',
  v: 'ѵν',
  w: 'ԝ',
  x: 'хχ',
  y: 'уү',
  z: 'ᴢ',
  а: 'a',
  в: 'B',
  е: 'e',
  к: 'k',
  м: 'M',
  н: 'H',
  о: 'o0',
  р: 'p',
  с: 'c',
  т: 'T',
  у: 'y',
  х: 'x',
};
const STYLED_ALPHABETS = [0x1d400, 0x1d468, 0x1d4d0, 0x1d5d4, 0x1d608, 0x1d63c, 0x1d670];
const HIDDEN = ['\u200b', '\u200d', '\u2060', '\u00ad'];

const isLatin = (c: string): boolean => /[a-z]/i.test(c);

function styled(word: string, alphabet: number): string {
  return word.replace(/[a-z]/gi, (c) => {
    const code = c.charCodeAt(0);
    return String.fromCodePoint(alphabet + (code >= 97 ? 26 + code - 97 : code - 65));
  });
}

/** Each letter that has look-alikes is replaced by one of them with the given probability; links stay as they are. */
export function substitute(text: string, probability: number, random: Random): string {
  return eachWord(text, (word) =>
    Array.from(word, (c) => {
      const choices = LOOK_ALIKE_SAMPLE[c.toLowerCase()];
      return choices !== undefined && random.chance(probability) ? random.pick(Array.from(choices)) : c;
    }).join(''),
  );
}

/** One of the usual disguises, on the whole text, on some of its words, or on one name in it. */
export function disguise(text: string, random: Random): string {
  const share = random.pick([0.1, 0.3, 1]);
  const kind = random.below(7);
  const alphabet = random.pick(STYLED_ALPHABETS);
  if (kind === 0) return substitute(text, 0.1 + 0.4 * random.next(), random);
  if (kind === 1) return dropName(text, random);
  return eachWord(text, (word) =>
    random.chance(share) && Array.from(word).some(isLatin)
      ? disguisedWord(word, kind - 2, alphabet, random)
      : word,
  );
}

/** A made-up name of the kind that is advertised, often with a number. */
function inventName(random: Random): string {
  const syllables = Array.from({ length: 2 + random.below(2) }, () => random.pick(SYLLABLES)).join('');
  return syllables + random.pick(['', '', '77', '88', '99', '4D', '303', '138', 'WIN', 'BET', 'TOTO']);
}

const SYLLABLES = 'KO MA LU RA VI SI DE WA TO JI GA BO NU PA HO MEGA STAR GOLD KING PLAY FAST TOP'.split(' ');

/** An ordinary text into which a disguised name has been dropped: an advertisement, whatever else it says. */
export function dropName(text: string, random: Random): string {
  const name = disguisedWord(inventName(random), random.below(5), random.pick(STYLED_ALPHABETS), random);
  const words = text.split(' ');
  words.splice(
    random.below(words.length + 1),
    0,
    random.pick([name, `⭐ ${name} ⭐`, `${name}`, `🔥${name}🔥`]),
  );
  return words.join(' ');
}

function disguisedWord(word: string, kind: number, alphabet: number, random: Random): string {
  if (kind === 0 || kind === 1) return styled(word, alphabet);
  if (kind === 2) return Array.from(word).join(random.pick(HIDDEN));
  if (kind === 3) {
    const letters = random.chance(0.5) ? word : styled(word, alphabet);
    return Array.from(letters).join(random.pick([' ', '.', '-']));
  }
  return substitute(word, 0.4, random);
}

const eachWord = (text: string, change: (word: string) => string): string =>
  text
    .split(/(\s+)/)
    .map((part) => (/^\s*$|[/:]|\w\.\w/.test(part) ? part : change(part)))
    .join('');
