import type { StaffCaseDetail } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useRef, useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useShortcuts } from '../../shortcuts/use-shortcuts';
import { CaseEvidence } from './case-evidence';
import { CaseHeader } from './case-header';
import { DecisionBar } from './decision-bar';
import { draftOf, EMPTY_DRAFT } from './draft';
import { OutcomeBar } from './outcome-bar';
import { useCaseDialogs } from './use-case-dialogs';
import { useHeartbeat } from './use-heartbeat';
import { useNextCase } from './use-next-case';

/** As a laptop's screen is at 200 %. */
const LOW = '@media (max-height: 560px)';

interface CaseDeskProps {
  of: StaffCaseDetail;
  reread: () => void;
}

/** One case: whose it is on top, what to decide by in between, and the decision at the bottom, always in view. */
export function CaseDesk({ of, reread }: CaseDeskProps) {
  const translate = useTranslate();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const note = useRef<HTMLTextAreaElement>(null);
  const { claim, presence } = useHeartbeat(of.id, of, reread);
  const next = useNextCase();
  const { ask, dialogs } = useCaseDialogs({ of, draft, reread, onNext: () => void next.pull(of.queueId) });
  const decides = of.allowedActions.includes('decide');
  useShortcuts({
    'case.macro': (key) => {
      const macro = of.macros[Number(key) - 1];
      if (decides && macro?.usable) setDraft(draftOf(macro));
    },
    'case.decide': () => ask('decide'),
    'case.claim': () => ask('claim'),
    'case.release': () => ask('release'),
    'case.escalate': () => ask('escalate'),
    'case.snooze': () => ask('snooze'),
    'case.confirm': () => ask(of.status === 'appealed' ? 'grant' : 'confirm'),
    'case.send_back': () => ask(of.status === 'appealed' ? 'deny' : 'send_back'),
    'case.note': () => note.current?.focus(),
    'case.next': () => void next.pull(of.queueId),
  });
  return (
    <>
      <Title title={`${translate('resources.cases.name', { smart_count: 1 })} · ${of.accountId}`} />
      <Box
        sx={{
          position: 'sticky',
          top: 56,
          zIndex: 8,
          backgroundColor: 'var(--canvas)',
          paddingBottom: 2,
          // On a low or much enlarged screen the decision stays in view, and the evidence needs what is left.
          [LOW]: { position: 'static' },
        }}
      >
        <CaseHeader of={of} claim={claim} presence={presence} onAsk={ask} />
      </Box>
      {/* What the keyboard reaches is scrolled clear of the decision. */}
      <Box
        sx={{ '& :is(a, button, summary, textarea, [tabindex])': { scrollMarginBottom: 'min(170px, 25vh)' } }}
      >
        <CaseEvidence of={of} policy={draft.policy} note={note} />
      </Box>
      <Box sx={{ position: 'sticky', bottom: 0, zIndex: 8, backgroundColor: 'var(--canvas)', paddingY: 1.5 }}>
        {decides ? (
          <DecisionBar of={of} draft={draft} onChange={setDraft} onAsk={ask} />
        ) : (
          <OutcomeBar of={of} onAsk={ask} onNext={() => void next.pull(of.queueId)} busy={next.busy} />
        )}
      </Box>
      {dialogs}
    </>
  );
}
