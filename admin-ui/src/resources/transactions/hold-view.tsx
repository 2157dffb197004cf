import type { StaffTransactionDetail } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Coins, Diamonds } from '../../display/amounts';
import { type Fact, Facts } from '../../display/facts';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { Since } from '../../display/since';
import { Word } from '../../display/words';

export function HoldView({ hold }: { hold: NonNullable<StaffTransactionDetail['hold']> }) {
  const translate = useTranslate();
  const facts: Fact[] = [
    [translate('hold.purpose'), <Word key="p" of="hold_purpose" value={hold.purpose} />],
  ];
  if (hold.coins > 0) facts.push([translate('hold.coins'), <Coins key="c" value={hold.coins} />]);
  if (hold.diamonds > 0) facts.push([translate('hold.diamonds'), <Diamonds key="d" value={hold.diamonds} />]);
  if (hold.endedBy && hold.endedAt) {
    facts.push([translate('hold.ended'), <Word key="e" of="hold_end" value={hold.endedBy} />]);
    facts.push([translate('hold.ended_at'), <Instant key="t" value={hold.endedAt} form="full" />]);
  } else {
    facts.push([translate('hold.expires'), <Since key="x" value={hold.expiresAt} />]);
  }
  return (
    <Section title={translate('hold.title')}>
      <Facts items={facts} />
    </Section>
  );
}
