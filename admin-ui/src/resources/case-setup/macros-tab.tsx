import type { StaffCaseMacro } from '@coinwarden/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../../display/tag';
import { VerdictTag } from '../cases/case-words';
import { useCaseNames } from '../cases/use-case-names';
import { MacroDialog } from './macro-dialog';
import { MacroText } from './macro-text';
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
