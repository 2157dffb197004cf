import type { CaseQueueRequest } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

type Rules = Omit<CaseQueueRequest, 'position' | 'basedOn'>;

const MINUTES_PER_HOUR = 60;

/** What a queue takes and promises, in a line each. */
export function useQueueText() {
  const translate = useTranslate();
  const format = useFormat();
  const usd = (amountMinor: number) => format.money({ amountMinor, currency: 'USD' });
  const language = (code: string) =>
    new Intl.DisplayNames(format.locale, { type: 'language' }).of(code) ?? code;
  const takes = ({ kinds, languages, minScore, minValueUsdMinor }: Rules): string =>
    [
      kinds.length === 0
        ? translate('case_setup.all_kinds')
        : format.list(kinds.map((kind) => translate(`alert_kind.${kind}`))),
      ...(minValueUsdMinor > 0 ? [translate('case_setup.from_value', { value: usd(minValueUsdMinor) })] : []),
      ...(minScore > 0 ? [translate('case_setup.from_score', { score: format.number(minScore) })] : []),
      ...(languages.length > 0 ? [format.list(languages.map(language))] : []),
    ].join(' · ');
  const promises = ({ slaMinutes, leaseSeconds, samplePermille, secondLookUsdMinor, skill }: Rules): string =>
    [
      translate('case_setup.within', { hours: format.number(slaMinutes / MINUTES_PER_HOUR) }),
      translate('case_setup.lease_of', { minutes: format.number(leaseSeconds / MINUTES_PER_HOUR) }),
      translate('case_setup.sampled', { share: format.percent(samplePermille / 1_000) }),
      secondLookUsdMinor === null
        ? translate('case_setup.no_second_look')
        : translate('case_setup.second_look_from', { value: usd(secondLookUsdMinor) }),
      ...(skill ? [translate('case_queue.skill', { skill })] : []),
    ].join(' · ');
  return { takes, promises };
}
