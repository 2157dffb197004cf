import type { FoldedText } from '../folding/fold-text.js';
import type { LinkFacts } from './link-facts.js';
import type { TextShape } from './text-shape.js';

/** What is counted in a text besides its words: amounts, numbers, disguises, links. Names are part of the trained model. */
export const MARKS = [
  'amount',
  'percent',
  'longNumber',
  'shortCode',
  'mention',
  'hashtag',
  'cashtag',
  'exclamation',
  'question',
  'pictures',
  'numberedName',
  'time',
  'styled',
  'hidden',
  'mixedScript',
  'spaced',
  'leet',
  'email',
  'link',
  'disguisedLink',
  'messenger',
  'shortener',
  'officialLink',
  'throwaway',
  'lookalike',
  'scamForm',
] as const;

/** The counts of `MARKS`, in their order. */
export const countMarks = ({ tricks }: FoldedText, shape: TextShape, links: LinkFacts): readonly number[] => [
  shape.amounts,
  shape.percents,
  shape.longNumbers,
  shape.shortCodes,
  shape.mentions,
  shape.hashtags,
  shape.cashtags,
  shape.exclamations,
  shape.questions,
  shape.pictures,
  shape.numberedNames,
  shape.times,
  tricks.styled,
  tricks.hidden,
  tricks.mixedScriptWords,
  tricks.spacedWords,
  tricks.leetWords,
  links.emails,
  links.links,
  links.disguised,
  links.messengers,
  links.shorteners,
  links.official,
  links.throwaway,
  links.lookalikes,
  links.scamForms,
];

/** Marks that say more together with a topic or with each other. */
export const CROSSED_MARKS: ReadonlySet<number> = new Set(
  (
    [
      'amount',
      'percent',
      'longNumber',
      'mention',
      'cashtag',
      'link',
      'messenger',
      'numberedName',
      'pictures',
      'throwaway',
      'disguisedLink',
    ] as const
  ).map((mark) => MARKS.indexOf(mark)),
);
