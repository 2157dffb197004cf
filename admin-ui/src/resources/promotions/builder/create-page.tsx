import type { StaffPromotion } from '@coinwarden/contracts';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router';
import { ErrorState } from '../../../display/error-state';
import { PageLoading } from '../../../display/page-loading';
import { useTimeZone } from '../../../i18n/time-zone';
import { AccessDenied } from '../../../layout/access-denied';
import { useMay } from '../../../providers/use-may';
import { usePromotion } from '../use-promotion';
import { PromotionBuilder } from './promotion-builder';
import { copyOf, newDraft } from './promotion-draft';

/** A new promotion; `?from=` names one that it is to be like. */
export default function CreatePromotionPage() {
  const [query] = useSearchParams();
  const translate = useTranslate();
  const from = query.get('from');
  if (!useMay('catalogue.write')) return <AccessDenied />;
  return (
    <>
      <Title title={translate('promotion.new')} />
      {from === null ? <FromNothing /> : <FromAnother key={from} id={from} />}
    </>
  );
}

function FromNothing() {
  const { timeZone } = useTimeZone();
  const [start] = useState(() => newDraft(Date.now(), timeZone));
  return <PromotionBuilder promotion={null} start={start} backTo="/promotions" />;
}

function FromAnother({ id }: { id: string }) {
  const { data, error, isPending, refetch } = usePromotion(id);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return <Copy of={data} />;
}

function Copy({ of }: { of: StaffPromotion }) {
  const translate = useTranslate();
  const [start] = useState(() => copyOf(of, translate('promotion.copy_name', { name: of.name }), Date.now()));
  const backTo = `/promotions/${encodeURIComponent(of.id)}/show`;
  return <PromotionBuilder promotion={null} start={start} backTo={backTo} />;
}
