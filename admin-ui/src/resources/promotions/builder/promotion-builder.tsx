import type { StaffPromotion } from '@coinwarden/contracts';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useUnsaved } from '../../../actions/use-unsaved';
import { PreviewPane } from '../forecast/preview-pane';
import { SimulationPanel } from '../forecast/simulation-panel';
import { useBuyerCountry, usePromotionPreview } from '../forecast/use-promotion-preview';
import { BuilderLayout } from './builder-layout';
import { CapsSection } from './caps-section';
import { CodeSection } from './code-section';
import { Meanwhile } from './meanwhile';
import { PackagesSection } from './packages-section';
import { draftOf, idOf, type PromotionDraft } from './promotion-draft';
import { previewedContents, readDraft } from './read-draft';
import { SafetySection } from './safety-section';
import { SaveBar } from './save-bar';
import { useDraftErrors } from './use-draft-errors';
import { useSavePromotion } from './use-save-promotion';
import { WhatSection } from './what-section';
import { WhenSection } from './when-section';
import { WhoSection } from './who-section';

interface PromotionBuilderProps {
  /** The draft that is edited; null for a new one. */
  promotion: StaffPromotion | null;
  start: PromotionDraft;
  backTo: string;
}

/** Writing a promotion: its parts on the left, what it comes to on the right, kept true with every pause of the typing. */
export function PromotionBuilder({ promotion, start, backTo }: PromotionBuilderProps) {
  const [draft, setDraft] = useState(start);
  const translate = useTranslate();
  const [country, setCountry] = useBuyerCountry();
  const saving = useSavePromotion(promotion);
  const read = useMemo(() => readDraft(draft), [draft]);
  const previewed = useMemo(() => previewedContents(draft), [draft]);
  const preview = usePromotionPreview(previewed, { promotionId: promotion?.id, country });
  const { errors: typed, waitsFor } = useDraftErrors(read);
  useUnsaved(draft !== start && !saving.busy);
  const id = idOf(draft);
  const errors = {
    ...(previewed === null ? {} : preview.fields),
    ...saving.fields,
    ...(saving.taken && { promotionId: translate('promotion.id_taken', { id }) }),
    ...typed,
  };
  const props = {
    draft,
    errors,
    onChange: (changes: Partial<PromotionDraft>) => setDraft({ ...draft, ...changes }),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (read.contents && !saving.conflict) void saving.save(id, read.contents);
  };
  return (
    <BuilderLayout
      onSubmit={submit}
      form={
        <>
          <WhatSection {...props} fixedId={promotion !== null} />
          <PackagesSection {...props} />
          <WhenSection {...props} />
          <WhoSection {...props} />
          <CapsSection {...props} />
          <CodeSection {...props} />
          <SafetySection {...props} />
          <SaveBar
            isNew={promotion === null}
            backTo={backTo}
            busy={saving.busy}
            ready={read.contents !== null && id !== ''}
            waitsFor={waitsFor}
            conflict={saving.conflict}
            problem={saving.problem}
            onLook={() => void saving.look()}
          >
            {saving.theirs && (
              <Meanwhile
                theirs={saving.theirs}
                mine={read.contents}
                onTake={() => saving.theirs && setDraft(draftOf(saving.theirs))}
              />
            )}
          </SaveBar>
        </>
      }
      beside={
        <>
          <PreviewPane
            contents={previewed}
            waitsFor={waitsFor}
            country={country}
            onCountry={setCountry}
            answer={preview}
          />
          <SimulationPanel contents={previewed} promotionId={promotion?.id} />
        </>
      }
    />
  );
}
