import type { StaffPromotion } from '@coinwarden/contracts';
import { Card } from '@mui/material';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { EmptyState } from '../../../display/empty-state';
import { ErrorState } from '../../../display/error-state';
import { PageLoading } from '../../../display/page-loading';
import { TextLink } from '../../../display/text-link';
import { usePromotion } from '../use-promotion';
import { PromotionBuilder } from './promotion-builder';
import { draftOf } from './promotion-draft';

/** A draft as it is being rewritten; anything else says why it cannot be. */
export default function EditPromotionPage() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = usePromotion(id);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return <Edit key={data.id} promotion={data} />;
}

function Edit({ promotion }: { promotion: StaffPromotion }) {
  // What was opened is what is edited: whatever comes meanwhile is told when it is saved.
  const [opened] = useState(promotion);
  const [start] = useState(() => draftOf(promotion));
  const translate = useTranslate();
  const page = `/promotions/${encodeURIComponent(opened.id)}/show`;
  const title = <Title title={`${translate('promotion.edit')} · ${opened.name}`} />;
  if (opened.allowedActions.includes('edit'))
    return (
      <>
        {title}
        <PromotionBuilder promotion={opened} start={start} backTo={page} />
      </>
    );
  return (
    <Card>
      {title}
      <EmptyState
        title={translate('promotion.not_editable')}
        hint={translate('problem.promotion.not_draft', { _: translate('promotion.calendar.fixed') })}
        action={<TextLink to={page}>{opened.name}</TextLink>}
      />
    </Card>
  );
}
