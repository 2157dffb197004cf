import type { ThemeOptions } from '@mui/material/styles';

/** How the building blocks look in both themes; colours come from the custom properties set on `:root` here. */
export const components = (
  properties: Record<string, string>,
  mode: 'light' | 'dark',
): NonNullable<ThemeOptions['components']> => ({
  MuiCssBaseline: {
    styleOverrides: {
      ':root': {
        ...properties,
        colorScheme: mode,
        // What the keyboard reaches is scrolled clear of the bars that stay on top.
        scrollPaddingTop: 'min(160px, 25vh)',
      },
      body: {
        // Without contextual alternates: they turn the x of an id into a multiplication sign where it stands between figures.
        fontFeatureSettings: "'cv05', 'ss03', 'calt' 0",
        backgroundColor: 'var(--canvas)',
      },
      // Only where figures stand under each other: tabular numerals also widen hyphens, which ids are full of.
      '.tabular, .MuiTableCell-alignRight, time': { fontVariantNumeric: 'tabular-nums' },
      'button, input, select, textarea': { font: 'inherit' },
      '*:focus-visible': { outline: '2px solid var(--focus)', outlineOffset: 2 },
      '.visually-hidden': {
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '0.01ms !important',
          transitionDuration: '0.01ms !important',
        },
      },
    },
  },
  MuiButtonBase: { defaultProps: { disableRipple: true } },
  MuiButton: {
    defaultProps: { disableElevation: true, size: 'small' },
    styleOverrides: {
      root: { borderRadius: 6, paddingInline: 12, minHeight: 32 },
      outlined: { borderColor: 'var(--border-strong)' },
      // As wide as an outlined one, so that columns of buttons line up.
      contained: { border: '1px solid transparent' },
    },
  },
  // What a box is called belongs to the box, not to the span around it that nobody lands on.
  MuiCheckbox: {
    defaultProps: {
      slotProps: {
        root: { 'aria-label': undefined },
        input: (box: { 'aria-label'?: string }) => ({ 'aria-label': box['aria-label'] }),
      },
    },
  },
  MuiIconButton: { styleOverrides: { root: { borderRadius: 6 } } },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none' }, outlined: { borderColor: 'var(--border)' } },
  },
  MuiCard: {
    defaultProps: { variant: 'outlined' },
    styleOverrides: { root: { borderColor: 'var(--border)', borderRadius: 10 } },
  },
  MuiDialog: {
    styleOverrides: {
      paper: { backgroundColor: 'var(--raised)', border: '1px solid var(--border)', borderRadius: 12 },
    },
  },
  MuiDialogTitle: {
    styleOverrides: { root: { fontSize: '1rem', fontWeight: 650, padding: '18px 20px 8px' } },
  },
  MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px 16px' } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '12px 20px 16px', gap: 4 } } },
  MuiMenu: {
    styleOverrides: {
      paper: {
        backgroundColor: 'var(--raised)',
        border: '1px solid var(--border)',
        boxShadow: '0 8px 24px rgb(0 0 0 / 0.14)',
      },
    },
  },
  MuiMenuItem: { styleOverrides: { root: { fontSize: '0.8125rem', minHeight: 34 } } },
  MuiTooltip: {
    defaultProps: { enterDelay: 300 },
    styleOverrides: {
      tooltip: {
        backgroundColor: 'var(--text)',
        color: 'var(--canvas)',
        fontSize: '0.75rem',
        padding: '6px 8px',
      },
    },
  },
  MuiTextField: { defaultProps: { variant: 'outlined', size: 'small' } },
  MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small' } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: {
        borderRadius: 6,
        backgroundColor: 'var(--surface)',
        fontSize: '0.8125rem',
        // What may only be read is still read: it stands back, but keeps its contrast.
        '&.Mui-disabled': { backgroundColor: 'var(--sunken)' },
        '& .MuiOutlinedInput-input.Mui-disabled': { WebkitTextFillColor: 'var(--muted)' },
      },
      notchedOutline: {
        borderColor: 'var(--border-strong)',
        fontSize: '0.8125rem',
        '& legend': { fontSize: '0.88em' },
      },
    },
  },
  MuiInputAdornment: { styleOverrides: { root: { '& .MuiTypography-root': { fontSize: '0.8125rem' } } } },
  MuiInputLabel: {
    styleOverrides: {
      root: {
        fontSize: '0.8125rem',
        '&.Mui-disabled': { color: 'var(--muted)' },
        // No wider than its field, however small it is drawn.
        '&.MuiInputLabel-shrink': {
          transform: 'translate(13px, -8px) scale(0.88)',
          maxWidth: 'calc(113% - 28px)',
        },
      },
    },
  },
  MuiFormHelperText: { styleOverrides: { root: { '&.Mui-disabled': { color: 'var(--muted)' } } } },
  MuiTableCell: {
    styleOverrides: {
      root: { borderColor: 'var(--border)', fontSize: '0.8125rem' },
      body: {
        // What only screen readers see is placed in its cell, or a table that scrolls would stretch the page.
        position: 'relative',
        '& a': {
          display: 'inline-block',
          maxWidth: 200,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
          verticalAlign: 'bottom',
        },
      },
      head: { color: 'var(--muted)', fontWeight: 550, fontSize: '0.75rem', whiteSpace: 'nowrap' },
      sizeSmall: {
        padding: '7px 12px',
        '&:first-of-type': { paddingInlineStart: 16 },
        '&:last-of-type': { paddingInlineEnd: 16 },
      },
    },
  },
  MuiTableRow: { styleOverrides: { root: { '&:last-child > td': { borderBottom: 0 } } } },
  MuiTableSortLabel: { styleOverrides: { root: { '&.Mui-active': { color: 'var(--text)' } } } },
  MuiTablePagination: { styleOverrides: { root: { color: 'var(--muted)' } } },
  MuiToggleButton: {
    styleOverrides: { root: { textTransform: 'none', fontSize: '0.8125rem', padding: '3px 12px' } },
  },
  MuiTab: { styleOverrides: { root: { textTransform: 'none', minHeight: 40, fontSize: '0.8125rem' } } },
  MuiLink: { defaultProps: { underline: 'hover' } },
  MuiAlert: { styleOverrides: { root: { borderRadius: 8, fontSize: '0.8125rem', alignItems: 'center' } } },
  MuiSkeleton: { defaultProps: { animation: 'wave' } },
  MuiSnackbarContent: { styleOverrides: { root: { borderRadius: 8 } } },
  ...reactAdmin,
});

/** react-admin's own components take overrides by name, but are not in MUI's types. */
const reactAdmin = {
  RaDataTable: {
    styleOverrides: {
      root: {
        '& .RaDataTable-headerCell': { backgroundColor: 'var(--surface)', position: 'sticky', top: 0 },
        '& .RaDataTable-clickableRow:focus-visible': { outlineOffset: -2 },
      },
    },
  },
  RaList: {
    styleOverrides: {
      root: { '& .RaList-content': { borderRadius: 10, overflowX: 'auto', overflowY: 'hidden' } },
    },
  },
  // What is done with chosen rows floats over the page: nothing moves when the first is chosen, and it is in view on the last.
  RaBulkActionsToolbar: {
    styleOverrides: {
      root: {
        '& .RaBulkActionsToolbar-toolbar': {
          position: 'fixed',
          insetInline: 'auto',
          left: '50%',
          bottom: 16,
          transform: 'translateX(-50%)',
          transition: 'none',
          zIndex: 20,
          height: 'auto',
          minHeight: 48,
          width: 'max-content',
          maxWidth: 'calc(100vw - 32px)',
          gap: 16,
          paddingInline: 16,
          color: 'var(--text)',
          backgroundColor: 'var(--raised)',
          border: '1px solid var(--border-strong)',
          borderRadius: 10,
          boxShadow: '0 8px 24px rgb(0 0 0 / 0.18)',
        },
        '& .RaBulkActionsToolbar-collapsed': { display: 'none' },
        '& .RaBulkActionsToolbar-topToolbar': { padding: 0, backgroundColor: 'transparent' },
        '& .MuiTypography-root': { fontSize: '0.8125rem' },
      },
    },
  },
  RaTopToolbar: { styleOverrides: { root: { minHeight: 0, padding: 0, gap: 4 } } },
} as NonNullable<ThemeOptions['components']>;
