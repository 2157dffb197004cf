import type { StaffCaseDetail, UndoneEffectView } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../../display/tag';
import { EffectSubject } from './effect-subject';

interface UndoneListProps {
  effects: readonly UndoneEffectView[];
  transactions: StaffCaseDetail['transactions'];
  /** Not done yet: said as what would be. */
  ahead?: boolean;
}

/** What granting an appeal undoes of a decision, or has undone, and what stays and why. */
export function UndoneList({ effects, transactions, ahead = false }: UndoneListProps) {
  const translate = useTranslate();
  if (effects.length === 0)
    return (
      <Box sx={{ color: 'var(--muted)', fontSize: '0.8125rem' }}>{translate('case.nothing_to_undo')}</Box>
    );
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1, fontSize: '0.8125rem' }}
    >
      {effects.map(({ type, subject, outcome, why }) => (
        <Box
          component="li"
          key={`${type} ${subject.type} ${subject.id}`}
          sx={{ display: 'flex', justifyContent: 'space-between', gap: 1.5 }}
        >
          <Box sx={{ minWidth: 0 }}>
            {translate(`case_measure.${type}`, { _: type })}
            <Box sx={{ color: 'var(--muted)', fontSize: '0.75rem', overflowWrap: 'anywhere' }}>
              <EffectSubject of={subject} transactions={transactions} />
              {why && <div>{translate(`case_kept_why.${why}`, { _: why })}</div>}
            </Box>
          </Box>
          <Box sx={{ flexShrink: 0 }}>
            <Tag tone={outcome === 'undone' ? 'positive' : 'caution'}>
              {translate(`case.effect_${outcome}${ahead ? '_ahead' : ''}`)}
            </Tag>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
