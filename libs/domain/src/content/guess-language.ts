/**
 * A guess at the language of a text, good enough to hand it to somebody who reads it: by its script, and for Latin and
 * Cyrillic letters by its commonest words. Short or mixed texts stay unguessed rather than guessed wrongly.
 */
const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ['ja', /[\p{sc=Hiragana}\p{sc=Katakana}]/gu],
  ['ko', /\p{sc=Hangul}/gu],
  ['zh', /\p{sc=Han}/gu],
  ['ar', /\p{sc=Arabic}/gu],
  ['hi', /\p{sc=Devanagari}/gu],
  ['bn', /\p{sc=Bengali}/gu],
  ['th', /\p{sc=Thai}/gu],
  ['he', /\p{sc=Hebrew}/gu],
  ['el', /\p{sc=Greek}/gu],
];

const COMMON_WORDS: Readonly<Record<string, string>> = {
  en: 'the and you your for is to of in this that with my i me it get have free not are on can just how',
  de: 'der die das und ich du nicht ist ein eine zu mit für auf dein mir auch wie wir hier schick bekommst von den',
  es: 'el la los las que y en de un una por para con tu mi no es gratis como más este esta muy te lo envía',
  pt: 'o os as que e em um uma por para com seu meu não é grátis como mais este você muito te isso de do da',
  fr: 'le la les des et je tu vous un une pour avec dans ce est pas sur mon ton gratuit comment plus qui de',
  it: 'il lo gli che e di un una per con non è sono mio tuo come più questo molto gratis ti da del della',
  id: 'yang dan di ini itu untuk dengan saya kamu tidak ada ke dari gratis bisa kirim koin aku nya mau sudah',
  tr: 've bir bu için ile ben sen çok ne var mı değil daha gibi olan bedava gönder bana sana da de',
  pl: 'i w na to jest nie się że do z za jak mi ci dla za darmo twoje moje mam bardzo tylko od',
  nl: 'de het een en ik je jij niet is van voor met op te dat mijn jouw gratis hoe ook maar naar',
  ru: 'и в не на я ты что это с как по мне за бесплатно у меня вы все для но мы так же тебе монеты',
  uk: 'і в не на я ти що це з як по мені за безкоштовно у мене ви всі для але ми так тобі монети та',
  vi: 'và là của cho bạn tôi không có này một được miễn phí với trong các để đã rất nhé',
};

const WORDS: readonly (readonly [language: string, words: ReadonlySet<string>])[] = Object.entries(
  COMMON_WORDS,
).map(([language, words]) => [language, new Set(words.split(' '))]);

/** More says nothing new about the language. */
const READ_CHARS = 2_000;
const MIN_COMMON_WORDS = 2;

/** IETF primary language, or undefined when nothing speaks clearly for one. */
export function guessLanguage(text: string): string | undefined {
  const read = text.slice(0, READ_CHARS).normalize('NFKC').toLowerCase();
  const letters = read.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  for (const [language, script] of SCRIPTS) {
    const share = language === 'ja' ? 0.1 : 0.4;
    if ((read.match(script)?.length ?? 0) >= letters * share) return language;
  }
  return commonest(read.match(/\p{L}+/gu) ?? []);
}

function commonest(words: readonly string[]): string | undefined {
  const counts = WORDS.map(([language, common]) => ({
    language,
    count: words.reduce((sum, word) => sum + (common.has(word) ? 1 : 0), 0),
  })).sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (!first || first.count < MIN_COMMON_WORDS || first.count === second?.count) return undefined;
  return first.language;
}
