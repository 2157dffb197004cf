import { MAX_CONDITION_COST } from '@coinwarden/domain';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ConditionReviewed } from './use-condition-review';
import { useRuleProblemText } from './use-rule-problem-text';

/** What is wrong with the condition, in words and with its place; or that it is sound, and what it can cost. */
export function ConditionReview({ review, empty }: { review: ConditionReviewed; empty: boolean }) {
  const translate = useTranslate();
  const textOf = useRuleProblemText();
  if (empty) return null;
  return (
    <Box role="status" sx={{ marginTop: 1, fontSize: '0.8125rem' }}>
      {review.problems.length > 0 ? (
        <Box component="ul" sx={{ margin: 0, paddingLeft: 2.5, color: 'var(--negative)' }}>
          {review.problems.map((problem) => (
            <li key={`${problem.code} ${problem.start}`}>
              {textOf(problem)}
              {problem.start !== undefined && ` (${problem.start}–${problem.end})`}
            </li>
          ))}
        </Box>
      ) : (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('rule_editor.sound')}{' '}
          {translate('rule_editor.cost', { cost: review.cost, max: MAX_CONDITION_COST })}{' '}
          {review.reads.length > 0 && `${translate('rule_editor.reads')}: ${review.reads.join(', ')}`}
        </Typography>
      )}
    </Box>
  );
}
