import type { CaseReviewer } from '@coinwarden/contracts';
import { Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useWrite } from '../../actions/use-write';
import { Tag } from '../../display/tag';
import { useFormat } from '../../i18n/use-format';
import { sendJson } from '../../providers/http';
import { CodesField } from './fields';
import { SetupList, SetupRow } from './setup-list';
import { useAll } from './use-all';

/** Who works cases, and what they can be handed. */
export function ReviewersTab() {
  const translate = useTranslate();
  const format = useFormat();
  const { data = [], error, isPending, refetch } = useAll<CaseReviewer>('case-reviewers');
  const [edited, setEdited] = useState<CaseReviewer | null>(null);
  const said = (what: string, values: readonly string[] | null) =>
    values === null || values.length === 0
      ? translate(`case_setup.reviewer.no_${what}${values === null ? '_said' : ''}`)
      : format.list(values);
  return (
    <>
      <SetupList
        hint={translate('case_setup.reviewers_hint')}
        label={translate('case_setup.tab.reviewers')}
        error={error}
        isPending={isPending}
        onRetry={refetch}
      >
        {data.map((reviewer) => (
          <SetupRow
            key={reviewer.id}
            title={reviewer.name}
            tags={<Tag>{translate(`role.${reviewer.role}`, { _: reviewer.role })}</Tag>}
            onEdit={() => setEdited(reviewer)}
          >
            <span>
              {translate('case_setup.reviewer.skills')}: {said('skills', reviewer.skills)}
            </span>
            <span>
              {translate('case_setup.reviewer.languages')}: {said('languages', reviewer.languages)}
            </span>
          </SetupRow>
        ))}
      </SetupList>
      {edited && <ReviewerDialog reviewer={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function ReviewerDialog({ reviewer, onClose }: { reviewer: CaseReviewer; onClose: () => void }) {
  const translate = useTranslate();
  const [skills, setSkills] = useState<readonly string[]>(reviewer.skills ?? []);
  const [languages, setLanguages] = useState<readonly string[]>(reviewer.languages ?? []);
  const { write, busy, problem, fields } = useWrite<unknown>({ done: 'case_setup.saved', onDone: onClose });
  const errorOf = (field: string) => Object.entries(fields).find(([path]) => path.startsWith(field))?.[1];
  const save = () =>
    write(() => sendJson('PUT', `case-reviewers/${encodeURIComponent(reviewer.id)}`, { skills, languages }));
  return (
    <ActionDialog
      open
      title={reviewer.name}
      confirmLabel={translate('ra.action.save')}
      reason="none"
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() => void save()}
    >
      <Stack spacing={2} sx={{ paddingTop: 1 }}>
        <CodesField
          label={translate('case_setup.reviewer.skills')}
          hint={translate('case_setup.reviewer.skills_hint')}
          value={skills}
          error={errorOf('skills')}
          onChange={setSkills}
        />
        <CodesField
          label={translate('case_setup.reviewer.languages')}
          hint={translate('case_setup.reviewer.languages_hint')}
          value={languages}
          error={errorOf('languages')}
          onChange={setLanguages}
        />
      </Stack>
    </ActionDialog>
  );
}
