import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { lazy, Suspense } from 'react';
import { Title, useStore, useTranslate } from 'react-admin';
import { useLocation, useNavigate } from 'react-router';
import { PageLoading } from '../../display/page-loading';
import { useMay } from '../../providers/use-may';
import { DisputeBoard } from './board/dispute-board';
import DisputeList from './dispute-list';

const DisputeResults = lazy(() => import('./results/dispute-results'));

const VIEWS = ['board', 'list', 'results'] as const;
type View = (typeof VIEWS)[number];

/** Disputes as work to do, as a list to search, and as results. */
export default function DisputeViews() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const mayReport = useMay('report.read');
  const [chosen, choose] = useStore<View>('disputes.view', 'board');
  // A link with filters means the list, whatever was looked at last.
  const view = useLocation().search.includes('filter=') ? 'list' : chosen;
  const change = (next: View | null) => {
    if (next === null) return;
    choose(next);
    navigate('/disputes');
  };
  const views = VIEWS.filter((name) => name !== 'results' || mayReport);
  return (
    <>
      {view !== 'list' && <Title title={translate('resources.disputes.name', { smart_count: 2 })} />}
      <Box sx={{ paddingTop: 1, marginBottom: 1.5 }}>
        <ToggleButtonGroup
          size="small"
          exclusive
          value={views.includes(view) ? view : 'board'}
          onChange={(_, next: View | null) => change(next)}
          aria-label={translate('dispute.views')}
        >
          {views.map((name) => (
            <ToggleButton key={name} value={name}>
              {translate(`dispute.view.${name}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
      <Suspense fallback={<PageLoading />}>
        {view === 'list' ? (
          <DisputeList />
        ) : view === 'results' && mayReport ? (
          <DisputeResults />
        ) : (
          <DisputeBoard />
        )}
      </Suspense>
    </>
  );
}
