import { Tab, Tabs } from '@mui/material';
import type { ComponentType } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router';
import { MacrosTab } from './macros-tab';
import { PoliciesTab } from './policies-tab';
import { QueuesTab } from './queues-tab';
import { ReviewersTab } from './reviewers-tab';

const TABS = ['queues', 'macros', 'policies', 'reviewers'] as const;
type SetupTab = (typeof TABS)[number];

const SHOWN: Record<SetupTab, ComponentType> = {
  queues: QueuesTab,
  macros: MacrosTab,
  policies: PoliciesTab,
  reviewers: ReviewersTab,
};

/** What cases are worked by: where alerts go, what is decided by one key, what the house thinks, who can do what. */
export default function SetupPage() {
  const translate = useTranslate();
  const [params, setParams] = useSearchParams();
  const tab = TABS.find((one) => one === params.get('tab')) ?? 'queues';
  const Shown = SHOWN[tab];
  return (
    <>
      <Title title={translate('resources.case-setup.name', { smart_count: 2 })} />
      <Tabs
        value={tab}
        onChange={(_, next: SetupTab) => setParams({ tab: next })}
        variant="scrollable"
        aria-label={translate('resources.case-setup.name', { smart_count: 2 })}
        sx={{ marginBottom: 2, borderBottom: '1px solid var(--border)' }}
      >
        {TABS.map((one) => (
          <Tab key={one} value={one} label={translate(`case_setup.tab.${one}`)} />
        ))}
      </Tabs>
      <Shown />
    </>
  );
}
