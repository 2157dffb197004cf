import { contentReferences, scanContent } from '@coinwarden/domain';
import { domainSample, inShare, type LabelledHost } from './domain-data.js';
import { logit } from './logistic.js';
import { shares, thresholdAt } from './measure.js';
import { LAST_TRAINING_MONTH, trainDomains } from './train-domains.js';

/** How well unlisted domains are judged by their form: trained on earlier months, tried on later ones. */
const SHARES = 5;
const percent = (x: number): string => `${(100 * x).toFixed(1)} %`;

export function reportDomains(
  scams: readonly LabelledHost[],
  honest: readonly LabelledHost[],
): readonly Record<string, string | number>[] {
  const early = scams.filter((h) => h.month === null || h.month <= LAST_TRAINING_MONTH);
  const late = scams.filter((h) => h.month !== null && h.month > LAST_TRAINING_MONTH);
  const part = (h: LabelledHost, n: number): boolean => inShare(h.host.domain, n, SHARES);
  const model = trainDomains([...early, ...honest.filter((h) => !part(h, 1) && !part(h, 2))]);
  const score = (host: LabelledHost) => ({
    score: logit(domainSample(host, 1).groups, model.weights, model.bias),
    scam: host.scam,
  });
  const held = honest.filter((h) => part(h, 1)).map(score);
  const tested = [...late, ...honest.filter((h) => part(h, 2))].map(score);
  return [0.005, 0.01].map((rate) => {
    const { recall, falsePositives } = shares(tested, thresholdAt(held, rate));
    return {
      'scams of later months': late.length,
      honest: tested.length - late.length,
      rate: percent(rate),
      recall: percent(recall),
      'false positives then': percent(falsePositives),
    };
  });
}

/** The official domains that any scan flags: there must be none. */
export function flaggedOfficials(officials: readonly string[]): readonly string[] {
  const references = contentReferences();
  return officials.filter((domain) => {
    const verdict = scanContent({ kind: 'comment', text: `https://${domain}/` }, references);
    return verdict.domains.some((d) => d.standing !== 'official') || verdict.verdict !== 'clean';
  });
}
