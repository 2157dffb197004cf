import type { Random } from '../random.js';

/** The templates of a block of text, one a line. */
export const templatesOf = (block: string): readonly string[] =>
  block
    .trim()
    .split('\n')
    .map((line) => line.trim());

/** Writes a text out of a template: "[a|b|]" picks one, "{name}" picks from the words of that name. */
export function writeOut(
  template: string,
  words: Readonly<Record<string, readonly string[]>>,
  random: Random,
): string {
  let text = template;
  for (let depth = 0; depth < 6 && /[[{]/.test(text); depth += 1) {
    text = text
      .replace(/\[([^[\]]*)\]/g, (_, choices: string) => random.pick(choices.split('|')))
      .replace(/\{(\w+)\}/g, (whole, name: string) => {
        const choices = words[name];
        return choices === undefined ? whole : random.pick(choices);
      });
  }
  return text.replace(/\s+/g, ' ').trim();
}
