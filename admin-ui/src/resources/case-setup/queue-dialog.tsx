import type { CaseQueueRequest, StaffQueue } from '@coinwarden/contracts';
import { Box, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useWrite } from '../../actions/use-write';
import { sendJson } from '../../providers/http';
import { CodesField, codeFrom, FigureField, KindsField, SwitchField } from './fields';
import { QueuePreview } from './queue-preview';

/** As the fields have it: a figure that is missing or no number is null until somebody mends it. */
type QueueDraft = { [Field in keyof CaseQueueRequest]: CaseQueueRequest[Field] | null };

const NEW: QueueDraft = {
  name: '',
  paused: false,
  skill: null,
  kinds: [],
  languages: [],
  minScore: 0,
  minValueUsdMinor: 0,
  slaMinutes: 24 * 60,
  leaseSeconds: 300,
  samplePermille: 50,
  secondLookUsdMinor: 50_000,
};
const NEEDED = [
  'name',
  'minScore',
  'minValueUsdMinor',
  'slaMinutes',
  'leaseSeconds',
  'samplePermille',
] as const;

const draftOf = (queue: StaffQueue): QueueDraft => {
  const { id, position, revision, changedAt, changedBy, allowedActions, ...rest } = queue;
  const { waiting, mine, claimed, snoozed, overdue, oldestOpenedAt, nextDueAt, retiredInto, ...rules } = rest;
  return rules;
};

/** Null while something is missing that the server would not do without. */
const requestOf = (draft: QueueDraft): CaseQueueRequest | null =>
  NEEDED.every((field) => draft[field] !== null && draft[field] !== '') ? (draft as CaseQueueRequest) : null;

const MINUTES = 60;
const CENTS = 100;
const PER_MILLE = 10;

/** A queue in the making, beside what it would have taken of the last weeks' alerts. */
export function QueueDialog({ queue, onClose }: { queue: StaffQueue | null; onClose: () => void }) {
  const translate = useTranslate();
  const [draft, setDraft] = useState<QueueDraft>(queue ? draftOf(queue) : NEW);
  const id = queue?.id ?? codeFrom(draft.name ?? '', '-');
  const request = requestOf(draft);
  const { write, busy, problem, fields } = useWrite<unknown>({ done: 'case_setup.saved', onDone: onClose });
  const set = (changes: Partial<QueueDraft>) => setDraft({ ...draft, ...changes });
  const label = (field: string) => translate(`case_setup.queue.${field}`);
  const save = () =>
    request &&
    write(() =>
      sendJson('PUT', `queues/${encodeURIComponent(id)}`, { ...request, basedOn: queue?.revision ?? 0 }),
    );
  return (
    <ActionDialog
      open
      width="md"
      title={translate(queue ? 'case_setup.edit_queue' : 'case_setup.add_queue')}
      confirmLabel={translate('ra.action.save')}
      reason="none"
      ready={request !== null && id !== ''}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() => void save()}
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1.6fr 1fr' }, paddingTop: 1 }}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <TextField
            label={label('name')}
            value={draft.name ?? ''}
            onChange={({ target }) => set({ name: target.value })}
            error={fields['name'] !== undefined}
            helperText={fields['name'] ?? (id && translate('case_setup.called', { id }))}
            autoFocus
            required
          />
          <Group title={label('takes')}>
            <KindsField value={draft.kinds ?? []} onChange={(kinds) => set({ kinds })} />
            <CodesField
              label={label('languages')}
              hint={label('languages_hint')}
              value={draft.languages ?? []}
              error={languageError(fields)}
              onChange={(languages) => set({ languages: [...languages] })}
            />
            <FigureField
              label={label('min_value')}
              unit="USD"
              scale={CENTS}
              value={draft.minValueUsdMinor}
              error={fields['minValueUsdMinor']}
              onChange={(minValueUsdMinor) => set({ minValueUsdMinor })}
            />
            <FigureField
              label={label('min_score')}
              unit="0–1000"
              value={draft.minScore}
              error={fields['minScore']}
              onChange={(minScore) => set({ minScore })}
            />
          </Group>
          <Group title={label('worked')}>
            <FigureField
              label={label('sla')}
              unit={label('hours')}
              scale={MINUTES}
              value={draft.slaMinutes}
              error={fields['slaMinutes']}
              onChange={(slaMinutes) => set({ slaMinutes })}
            />
            <FigureField
              label={label('lease')}
              unit={label('minutes')}
              scale={MINUTES}
              value={draft.leaseSeconds}
              error={fields['leaseSeconds']}
              onChange={(leaseSeconds) => set({ leaseSeconds })}
            />
            <FigureField
              label={label('sample')}
              unit="%"
              scale={PER_MILLE}
              value={draft.samplePermille}
              error={fields['samplePermille']}
              onChange={(samplePermille) => set({ samplePermille })}
            />
            <FigureField
              label={label('second_look')}
              unit="USD"
              scale={CENTS}
              hint={label('second_look_hint')}
              value={draft.secondLookUsdMinor}
              error={fields['secondLookUsdMinor']}
              onChange={(secondLookUsdMinor) => set({ secondLookUsdMinor })}
            />
            <TextField
              fullWidth
              label={label('skill')}
              value={draft.skill ?? ''}
              onChange={({ target }) =>
                set({ skill: target.value.trim() === '' ? null : target.value.trim() })
              }
              error={fields['skill'] !== undefined}
              helperText={fields['skill'] ?? label('skill_hint')}
            />
          </Group>
          <SwitchField
            label={label('paused')}
            value={draft.paused ?? false}
            onChange={(paused) => set({ paused })}
          />
        </Box>
        <QueuePreview queueId={id === '' ? 'new' : id} request={request} />
      </Box>
    </ActionDialog>
  );
}

const languageError = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).find(([path]) => path.startsWith('languages'))?.[1];

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box component="fieldset" sx={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
    <Box component="legend" sx={{ fontWeight: 600, padding: 0, marginBottom: 1.5 }}>
      {title}
    </Box>
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' }, alignItems: 'start' }}>
      {children}
    </Box>
  </Box>
);
