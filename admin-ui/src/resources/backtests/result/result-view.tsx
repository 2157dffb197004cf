import type { BacktestResultView } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { lazy, Suspense } from 'react';
import { PageLoading } from '../../../display/page-loading';
import { Caveats } from './caveats';
import { Changes } from './changes';
import { Examples } from './examples';
import { Overlap } from './overlap';
import { ResultTiles } from './result-tiles';
import { RuleTable } from './rule-table';

// The chart library is the largest part of the console; whoever never opens the charts never loads it.
const DaysChart = lazy(() => import('./days-chart'));
const TradeOffs = lazy(() => import('./trade-offs'));

const TWO = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.4fr) minmax(0, 1fr)' },
  gap: 2,
  alignItems: 'start',
} as const;

export const ResultView = ({ result }: { result: BacktestResultView }) => (
  <>
    <ResultTiles result={result} />
    <Caveats result={result} />
    <Box sx={TWO}>
      <Suspense fallback={<PageLoading />}>
        <DaysChart result={result} />
      </Suspense>
      <Changes result={result} />
    </Box>
    <RuleTable result={result} />
    <Suspense fallback={<PageLoading />}>
      <TradeOffs result={result} />
    </Suspense>
    <Examples result={result} />
    <Overlap result={result} />
  </>
);
