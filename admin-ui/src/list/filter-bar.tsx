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

const isEmpty = (value: unknown) => value === '' || value === null || value === undefined;

/** All filters' values, and how to set some of them at once; an empty value takes its filter off. */
export function useFilters() {
  const { filterValues, setFilters, displayedFilters } = useListContext();
  const values: Readonly<Record<string, unknown>> = filterValues;
  const set = (changes: Readonly<Record<string, unknown>>) => {
    const next = Object.entries({ ...values, ...changes }).filter(([, value]) => !isEmpty(value));
    setFilters(Object.fromEntries(next), displayedFilters);
  };
  return { values, set };
}

/** One filter's value and how to set it. */
export function useFilter(source: string) {
  const { values, set } = useFilters();
  return { value: values[source], set: (next: unknown) => set({ [source]: next }) };
}
