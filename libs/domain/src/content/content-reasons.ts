import type { Reason } from '../decisions/transaction.js';
import type { FoldingTricks } from './folding/fold-text.js';
import type { JudgedDomain } from './links/judge-domains.js';
import type { Topic } from './text/topics.js';

/** Every reason a scan can give, with one sentence for people and the values it saw. */

const reason = (code: string, message: string, values: Record<string, unknown> = {}): Reason => ({
  code,
  message,
  values,
});

export const CONTENT_REASON_CODES = [
  'content.blocked_domain',
  'content.blocked_phrase',
  'content.lookalike_domain',
  'content.watched_domain',
  'content.watched_phrase',
  'content.scam_like_domain',
  'content.disguised_link',
  'content.scam_wording',
  'content.disguised_text',
  'content.display_name',
  'content.speaks_about_scams',
  'content.text_cut',
  'content.links_cut',
] as const;

export const blockedDomain = ({ domain, host }: JudgedDomain): Reason =>
  reason('content.blocked_domain', 'The text links to a domain on the block list.', { domain, host });

export const watchedDomain = ({ domain, host }: JudgedDomain): Reason =>
  reason('content.watched_domain', 'The text links to a domain on the watch list.', { domain, host });

export const lookalikeDomain = ({ domain, host, imitates, imitation }: JudgedDomain): Reason =>
  reason('content.lookalike_domain', 'The text links to a domain that imitates an official one.', {
    domain,
    host,
    imitates,
    strength: Math.round(imitation * 100) / 100,
  });

export const scamLikeDomain = ({ domain, host, formScore }: JudgedDomain): Reason =>
  reason('content.scam_like_domain', 'The name of a linked domain resembles known scam domains.', {
    domain,
    host,
    formScore,
  });

export const disguisedLink = ({ domain }: JudgedDomain): Reason =>
  reason('content.disguised_link', 'A link is written so that filters miss it.', { domain });

export const listedPhrase = (list: 'block' | 'watch', phrase: string): Reason =>
  list === 'block'
    ? reason('content.blocked_phrase', 'The text contains a phrase on the block list.', { phrase })
    : reason('content.watched_phrase', 'The text contains a phrase on the watch list.', { phrase });

export const scamWording = (probability: number, topics: readonly Topic[]): Reason =>
  reason('content.scam_wording', 'The wording resembles known scams and spam.', {
    likelihood: Math.round(probability * 1000) / 1000,
    topics: [...topics],
  });

export const disguisedText = (tricks: FoldingTricks): Reason =>
  reason('content.disguised_text', 'Letters are disguised so that filters miss the words.', {
    styledLetters: tricks.styled,
    hiddenCharacters: tricks.hidden,
    mixedScriptWords: tricks.mixedScriptWords,
    spacedWords: tricks.spacedWords,
    digitsForLetters: tricks.leetWords,
  });

export const suspiciousName = (score: number, codes: readonly string[]): Reason =>
  reason('content.display_name', "The author's display name is bait by itself.", {
    score,
    codes: [...codes],
  });

export const speaksAboutScams = (topics: readonly Topic[]): Reason =>
  reason('content.speaks_about_scams', 'The text warns, asks or complains; that speaks for it.', {
    topics: [...topics],
  });

export const textCut = (scannedChars: number, totalChars: number): Reason =>
  reason('content.text_cut', 'The text is too long: only its beginning and its end were read.', {
    scannedChars,
    totalChars,
  });

export const linksCut = (judged: number, unjudged: number): Reason =>
  reason('content.links_cut', 'The text names too many domains: only the first ones were judged.', {
    judged,
    unjudged,
  });
