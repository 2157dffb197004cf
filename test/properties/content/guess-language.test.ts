import { guessLanguage } from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

describe('the guess at a language', () => {
  it.each([
    ['en', 'Send me your coins and I will give you the double of it'],
    ['de', 'Schick mir deine Münzen und du bekommst das Doppelte, ich lüge nicht'],
    ['es', 'Envía las monedas y te mando el doble, es gratis para ti'],
    ['pt', 'Me manda as moedas e você recebe o dobro, não é mentira'],
    ['fr', 'Envoie les pièces et je te donne le double, ce est pas une blague'],
    ['id', 'Kirim koin kamu dan aku kasih dua kali lipat, ini tidak bohong'],
    ['ru', 'Пришли мне монеты и я верну тебе в два раза больше, это не обман'],
    ['ja', 'コインを送ってくれたら二倍にして返します'],
    ['zh', '把硬币发给我，我还你双倍'],
    ['ar', 'أرسل لي العملات وسأعيد لك الضعف'],
    ['ko', '코인을 보내주시면 두 배로 돌려드려요'],
  ])('finds %s', (language, text) => expect(guessLanguage(text)).toBe(language));

  it.each(['', '👍👍👍', 'ok', '12345', 'lol xd'])('leaves %j alone', (text) =>
    expect(guessLanguage(text)).toBeUndefined(),
  );

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => void guessLanguage(text)),
    );
  });
});
