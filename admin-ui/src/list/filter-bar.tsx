import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext, useTranslate } from 'react-admin';

/** The filters of a list in one row that wraps, and one button that takes them all off. */
export function FilterBar({ children }: { children: ReactNode }) {
  const { filterValues, setFilters } = useListContext();
  const translate = useTranslate();
  const active = Object.keys(filterValues).length > 0;
  return (
    <Box
      role="search"
      aria-label={translate('list.filters')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
    >
      {children}
      {active && (
        <Button onClick={() => setFilters({}, {})}>{translate('ra.navigation.clear_filters')}</Button>
      )}
    </Box>
  );
}

/** One filter's value and how to set it; an empty value takes the filter off. */
export function useFilter(source: string) {
  const { filterValues, setFilters, displayedFilters } = useListContext();
  const value: unknown = filterValues[source];
  const set = (next: unknown) => {
    const { [source]: _, ...others } = filterValues;
    setFilters(
      next === '' || next === null || next === undefined ? others : { ...others, [source]: next },
      displayedFilters,
    );
  };
  return { value, set };
}
