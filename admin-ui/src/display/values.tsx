import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../i18n/use-format';

/** The values a rule or a reason read: a name in plain words where the catalogue has one, and the value as it was. */
export function Values({ values }: { values: Readonly<Record<string, unknown>> }) {
  const translate = useTranslate();
  const entries = Object.entries(values);
  const show = useValueText();
  if (entries.length === 0) return null;
  return (
    <Box
      component="ul"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: '4px 6px',
        listStyle: 'none',
        margin: '6px 0 0',
        padding: 0,
      }}
    >
      {entries.map(([name, value]) => (
        <Box
          component="li"
          key={name}
          sx={{
            fontSize: '0.75rem',
            padding: '1px 7px',
            borderRadius: '5px',
            border: '1px solid var(--border)',
            overflowWrap: 'anywhere',
          }}
        >
          <Box component="span" sx={{ color: 'var(--muted)' }}>
            {translate(`value.${name}`, { _: name })}
          </Box>{' '}
          {show(value)}
        </Box>
      ))}
    </Box>
  );
}

/** Numbers grouped, instants in the shown zone, yes and no in words, anything deeper as JSON. */
export function useValueText() {
  const format = useFormat();
  const translate = useTranslate();
  const text = (value: unknown): string => {
    if (value === null || value === undefined) return '–';
    if (typeof value === 'number') return format.number(value);
    if (typeof value === 'boolean') return translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
    if (typeof value === 'string') return ISO_INSTANT.test(value) ? format.timeWithOffset(value) : value;
    if (Array.isArray(value)) return value.map(text).join(', ');
    return JSON.stringify(value);
  };
  return text;
}

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
