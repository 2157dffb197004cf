import { Box, Drawer, type Theme, useMediaQuery } from '@mui/material';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { SkipNavigationButton, useLocale, useRedirect, useStore } from 'react-admin';
import { ErrorBoundary } from 'react-error-boundary';
import { useLocation } from 'react-router';
import { ErrorState } from '../display/error-state';
import { PageLoading } from '../display/page-loading';
import { HelpSheet } from '../shortcuts/help-sheet';
import { useShortcuts } from '../shortcuts/use-shortcuts';
import { RequiredSteps } from '../sign-in/required-steps';
import { LeaveGuard } from './leave-guard';
import { Navigation } from './navigation';
import { OfflineBanner } from './offline-banner';
import { TopBar } from './top-bar';

const OPEN_WIDTH = 224;
const RAIL_WIDTH = 56;

/** The frame of every page: navigation on the left, title and personal settings on top, the page below. */
export function ConsoleLayout({ children }: { children?: ReactNode }) {
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const medium = useMediaQuery((theme: Theme) => theme.breakpoints.down('lg'));
  const [pinned, setPinned] = useStore<boolean | null>('console.navigation', null);
  const [drawer, setDrawer] = useState(false);
  const [help, setHelp] = useState(false);
  const open = pinned ?? !medium;
  const locale = useLocale();
  const location = useLocation();
  const redirect = useRedirect();

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  useShortcuts({
    help: () => setHelp(true),
    search: () =>
      document.querySelector<HTMLInputElement>('main input[type="text"], main input[type="search"]')?.focus(),
    'go.dashboard': () => redirect('/'),
    'go.review': () => redirect('/review'),
    'go.transactions': () => redirect('/transactions'),
    'go.accounts': () => redirect('/accounts'),
    'go.queues': () => redirect('/queues'),
    'go.refund_queue': () => redirect('/refund-queue'),
    'refund.new': () => redirect('/refunds/new'),
  });

  const width = open ? OPEN_WIDTH : RAIL_WIDTH;
  return (
    <Box sx={{ display: 'flex', minHeight: '100vh', backgroundColor: 'var(--canvas)' }}>
      <SkipNavigationButton />
      {narrow ? (
        <Drawer open={drawer} onClose={() => setDrawer(false)}>
          <Navigation open width={OPEN_WIDTH} onNavigate={() => setDrawer(false)} />
        </Drawer>
      ) : (
        <Box sx={{ width, flexShrink: 0, transition: 'width 160ms ease' }}>
          <Box sx={{ position: 'fixed', insetBlock: 0, width, transition: 'width 160ms ease', zIndex: 10 }}>
            <Navigation open={open} width={width} onToggle={() => setPinned(!open)} />
          </Box>
        </Box>
      )}
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <TopBar {...(narrow ? { onMenu: () => setDrawer(true) } : {})} onHelp={() => setHelp(true)} />
        <OfflineBanner />
        <Box
          component="main"
          id="main-content"
          tabIndex={-1}
          sx={{ flex: 1, paddingX: { xs: 2, md: 3 }, paddingBottom: 4, outline: 'none' }}
        >
          <ErrorBoundary
            resetKeys={[location.pathname]}
            fallbackRender={({ error, resetErrorBoundary }) => (
              <ErrorState error={error} onRetry={resetErrorBoundary} />
            )}
          >
            <Suspense fallback={<PageLoading />}>
              <RequiredSteps>{children}</RequiredSteps>
            </Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
      <LeaveGuard />
      <HelpSheet open={help} onClose={() => setHelp(false)} />
    </Box>
  );
}
