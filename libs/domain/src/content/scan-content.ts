import type { Reason } from '../decisions/transaction.js';
import {
  type ContentInput,
  type ContentSpan,
  type ContentVerdict,
  type ContentVerdictName,
  SCAM_FROM,
  SUSPECT_FROM,
} from './content.js';
import * as because from './content-reasons.js';
import { type FoundPhrase, findPhrases } from './find-phrases.js';
import { type FoldedText, foldText } from './folding/fold-text.js';
import { findLinks } from './links/find-links.js';
import { type JudgedDomain, type JudgedLinks, judgeDomains } from './links/judge-domains.js';
import type { ContentReferences } from './references.js';
import { type TextFeatures, textFeatures, topicsOf } from './text/text-features.js';
import { textProbability } from './text/text-model.js';
import { TOPICS, type Topic } from './text/topics.js';
import { readWords } from './text/words.js';

/**
 * Judges a text: folds its disguises, reads its links, weighs its wording, and fuses all into one score with the evidence
 * named. Pure, linear in what it reads, and it never throws. Lists and imitations set a floor under what the wording says,
 * because they are facts; a text that speaks about a scam, to warn or to ask, is held to a lower one.
 */
export function scanContent(input: ContentInput, references: ContentReferences): ContentVerdict {
  const reading = readContent(input.text, references);
  const judged = judge(reading);
  const name = input.displayName?.trim();
  if (name === undefined || name === '' || name === input.text.trim()) return judged;
  return withName(judged, judge(readContent(name, references)));
}

/** Everything that is found in a text before it is judged. */
export interface ContentReading {
  readonly folded: FoldedText;
  readonly links: JudgedLinks;
  readonly phrases: readonly FoundPhrase[];
  readonly features: TextFeatures;
}

export function readContent(text: string, references: ContentReferences): ContentReading {
  const folded = foldText(text);
  const links = judgeDomains(findLinks(folded.plain), references);
  const words = readWords(folded.skeleton);
  return {
    folded,
    links,
    phrases: findPhrases(words, references),
    features: textFeatures(folded, words, links.facts),
  };
}

const BLOCKED_FLOOR = 950;
const IMITATION_FLOOR = 850;
const WATCHED_FLOOR = SUSPECT_FROM;
/** From this form score on, an unlisted domain is named as evidence, and from the second one it is suspect by itself. */
const FORM_NAMED_FROM = 700;
const FORM_SUSPECT_FROM = 950;
const WORDING_NAMED_FROM = 300;

const verdictOf = (score: number): ContentVerdictName =>
  score >= SCAM_FROM ? 'scam' : score >= SUSPECT_FROM ? 'suspect' : 'clean';

function judge(reading: ContentReading): ContentVerdict {
  const { folded, links, phrases } = reading;
  const probability = textProbability(reading.features);
  const wording = Math.round(probability * 1000);
  const topics = topicsPresent(reading.features);
  const about = topics.filter((topic) => ABOUT_SCAMS.has(topic));
  const score = Math.max(
    wording,
    floorOf(links.domains, phrases, about.length > 0 && wording < SUSPECT_FROM),
  );

  const reasons: Reason[] = [];
  const spans: ContentSpan[] = [];
  const add = (reason: Reason, from?: number, to?: number, view = folded.skeleton): void => {
    reasons.push(reason);
    if (from !== undefined && to !== undefined) spans.push({ code: reason.code, ...view.range(from, to) });
  };
  for (const { listed, from, to } of phrases) add(because.listedPhrase(listed.list, listed.phrase), from, to);
  for (const domain of links.domains) {
    for (const reason of domainReasons(domain)) add(reason, domain.link.from, domain.link.to, folded.plain);
  }
  if (wording >= WORDING_NAMED_FROM) {
    const bait = topics.filter((topic) => SCAM_TOPICS.has(topic));
    add(because.scamWording(probability, bait));
    spans.push(...topicSpans(reading));
  }
  if (score >= SUSPECT_FROM && isDisguised(folded)) add(because.disguisedText(folded.tricks));
  if (about.length > 0 && score < SUSPECT_FROM && reasons.length > 0) add(because.speaksAboutScams(about));
  if (folded.scannedChars < folded.totalChars) add(because.textCut(folded.scannedChars, folded.totalChars));
  if (links.unjudged > 0) add(because.linksCut(links.domains.length, links.unjudged));
  return {
    verdict: verdictOf(score),
    score,
    reasons,
    spans: spans.slice(0, MAX_SPANS),
    domains: links.domains.map(({ link: _, imitation: __, ...domain }) => domain),
    scannedChars: folded.scannedChars,
    totalChars: folded.totalChars,
  };
}

const MAX_SPANS = 50;
const ABOUT_SCAMS: ReadonlySet<Topic> = new Set(['warning', 'asking', 'complaint']);
/** Topics that are evidence; the others tell the model what kind of text it is. */
const SCAM_TOPICS: ReadonlySet<Topic> = new Set([
  'free',
  'coins',
  'generator',
  'prize',
  'money',
  'earn',
  'job',
  'invest',
  'crypto',
  'gamble',
  'adult',
  'pharma',
  'loan',
  'sell',
  'urgency',
  'act',
  'contact',
  'follow',
  'credential',
  'authority',
  'threat',
]);

const SCAM_BITS = TOPICS.reduce((bits, topic, bit) => (SCAM_TOPICS.has(topic) ? bits | (1 << bit) : bits), 0);

function floorOf(domains: readonly JudgedDomain[], phrases: readonly FoundPhrase[], warns: boolean): number {
  let floor = 0;
  for (const { listed } of phrases)
    floor = Math.max(floor, listed.list === 'block' ? BLOCKED_FLOOR : WATCHED_FLOOR);
  for (const domain of domains) {
    if (domain.standing === 'blocked') floor = Math.max(floor, BLOCKED_FLOOR);
    else if (domain.standing === 'watched') floor = Math.max(floor, WATCHED_FLOOR);
    else if (domain.standing === 'lookalike')
      floor = Math.max(floor, warns ? WATCHED_FLOOR : IMITATION_FLOOR);
    else if (domain.formScore >= FORM_SUSPECT_FROM && !warns) floor = Math.max(floor, SUSPECT_FROM);
  }
  return floor;
}

function domainReasons(domain: JudgedDomain): readonly Reason[] {
  const reasons: Reason[] = [];
  if (domain.standing === 'blocked') reasons.push(because.blockedDomain(domain));
  if (domain.standing === 'watched') reasons.push(because.watchedDomain(domain));
  if (domain.standing === 'lookalike') reasons.push(because.lookalikeDomain(domain));
  if (domain.standing === 'unlisted' && domain.formScore >= FORM_NAMED_FROM)
    reasons.push(because.scamLikeDomain(domain));
  const trusted = domain.standing === 'official' || domain.standing === 'allowed';
  if (domain.disguised && !trusted) reasons.push(because.disguisedLink(domain));
  return reasons;
}

const isDisguised = ({ tricks }: FoldedText): boolean =>
  tricks.styled + tricks.hidden > 2 || tricks.mixedScriptWords + tricks.spacedWords + tricks.leetWords > 0;

function topicsPresent(features: TextFeatures): readonly Topic[] {
  let bits = 0;
  for (const match of features.topics) bits |= match.topics;
  return topicsOf(bits);
}

function topicSpans({ features, folded }: ContentReading): readonly ContentSpan[] {
  return features.topics
    .filter((match) => (match.topics & SCAM_BITS) !== 0)
    .slice(0, MAX_SPANS)
    .map((match) => ({ code: 'content.scam_wording', ...folded.skeleton.range(match.from, match.to) }));
}

/** A name that is bait raises the text to its own verdict; its evidence stands in the name, not in the text. */
function withName(text: ContentVerdict, name: ContentVerdict): ContentVerdict {
  if (name.score < SUSPECT_FROM) return text;
  const score = Math.max(text.score, name.score);
  const codes = name.reasons.map((reason) => reason.code);
  return {
    ...text,
    score,
    verdict: verdictOf(score),
    reasons: [...text.reasons, because.suspiciousName(name.score, codes)],
    domains: [
      ...text.domains,
      ...name.domains.filter((d) => !text.domains.some((t) => t.domain === d.domain)),
    ],
  };
}
