import type { StaffCaseMacro, StaffCasePolicy } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../../display/tag';
import { useFormat } from '../../i18n/use-format';
import { useMeasureText } from '../cases/case-words';
import { useCaseNames } from '../cases/use-case-names';
import { useAll } from './use-all';

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
