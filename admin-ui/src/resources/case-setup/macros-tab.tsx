import type { StaffCaseMacro, StaffCasePolicy } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../../display/tag';
import { useFormat } from '../../i18n/use-format';
import { useMeasureText, VerdictTag } from '../cases/case-words';
import { useCaseNames } from '../cases/use-case-names';
import { MacroDialog } from './macro-dialog';
import { OrderButtons, useOrder } from './order-buttons';
import { SetupList, SetupRow } from './setup-list';
import { useAll } from './use-all';
import { useChangeText } from './use-change-text';
import { VersionsButton } from './versions';

/** Decisions that are taken often. Their order is that of the number keys on a case. */
export function MacrosTab() {
  const translate = useTranslate();
  const { macroName } = useCaseNames();
  const changeText = useChangeText();
  const { data = [], error, isPending, refetch } = useAll<StaffCaseMacro>('case-macros');
  const [edited, setEdited] = useState<StaffCaseMacro | 'new' | null>(null);
  const { move, busy } = useOrder(
    'case-macros/order',
    data.map(({ id }) => id),
  );
  return (
    <>
      <SetupList
        hint={translate('case_setup.macros_hint')}
        label={translate('case_setup.tab.macros')}
        error={error}
        isPending={isPending}
        onRetry={refetch}
        add={translate('case_setup.add_macro')}
        onAdd={() => setEdited('new')}
      >
        {data.map((macro, place) => (
          <SetupRow
            key={macro.id}
            title={macroName(macro)}
            order={
              <OrderButtons
                name={macroName(macro)}
                first={place === 0}
                last={place === data.length - 1}
                busy={busy}
                onMove={(step) => void move(macro.id, step)}
              />
            }
            tags={
              <>
                <VerdictTag value={macro.verdict} />
                {macro.retired && <Tag tone="caution">{translate('case_setup.retired')}</Tag>}
              </>
            }
            meta={
              <>
                {changeText({ no: macro.version, at: macro.createdAt, by: macro.createdBy })}
                <VersionsButton
                  path={`case-macros/${macro.id}/versions`}
                  title={macroName(macro)}
                  version={macro.version}
                  show={(version: StaffCaseMacro) => <MacroText macro={version} />}
                />
              </>
            }
            onEdit={() => setEdited(macro)}
          >
            <MacroText macro={macro} />
          </SetupRow>
        ))}
      </SetupList>
      {edited && <MacroDialog macro={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

/** What a macro does, and for which cases it is offered. */
export function MacroText({
  macro,
}: {
  macro: Pick<StaffCaseMacro, 'id' | 'description' | 'kinds' | 'policy' | 'measures'>;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const measureText = useMeasureText();
  const { policyTitle, macroDescription } = useCaseNames();
  const { data: policies = [] } = useAll<StaffCasePolicy>('case-policies');
  const { kinds, policy, measures } = macro;
  const title = policies.find(({ code }) => code === policy)?.title ?? policy;
  return (
    <>
      {macro.description !== '' && <span>{macroDescription(macro)}</span>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
        {measures.length === 0 ? (
          <Tag quiet>{translate('case.no_measures')}</Tag>
        ) : (
          measures.map((measure) => (
            <Tag key={JSON.stringify(measure)} tone="info">
              {measureText(measure)}
            </Tag>
          ))
        )}
      </Box>
      <span style={{ color: 'var(--muted)' }}>
        {translate('case.policy')}: {policyTitle(policy, title)} ·{' '}
        {kinds.length === 0
          ? translate('case_setup.all_kinds')
          : format.list(kinds.map((kind) => translate(`alert_kind.${kind}`)))}
      </span>
    </>
  );
}
