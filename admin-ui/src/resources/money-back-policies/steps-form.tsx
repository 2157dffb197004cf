import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import { Box, Checkbox, IconButton, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

interface StepsFormProps {
  options: readonly string[];
  words: string;
  value: readonly string[];
  error: string | undefined;
  onChange: (steps: readonly string[]) => void;
}

/** Which steps are taken, and in what order; those that are not stand below. */
export function StepsForm({ options, words, value, error, onChange }: StepsFormProps) {
  const translate = useTranslate();
  const rest = options.filter((step) => !value.includes(step));
  const swap = (a: number, b: number) => {
    const [first, second] = [value[a], value[b]];
    if (first !== undefined && second !== undefined) onChange(value.with(a, second).with(b, first));
  };
  return (
    <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {[...value, ...rest].map((step, index) => {
        const taken = index < value.length;
        const say = translate(`${words}.${step}`);
        return (
          <Box
            component="li"
            key={step}
            sx={{ display: 'flex', alignItems: 'center', fontSize: '0.8125rem', minHeight: 34 }}
          >
            <Checkbox
              size="small"
              checked={taken}
              onChange={(_, checked) =>
                onChange(checked ? [...value, step] : value.filter((one) => one !== step))
              }
              slotProps={{ input: { 'aria-label': say } }}
              sx={{ padding: '4px', marginInlineStart: '-4px' }}
            />
            <Box component="span" sx={{ flex: 1, color: taken ? 'var(--text)' : 'var(--muted)' }}>
              {taken && `${index + 1}. `}
              {say}
            </Box>
            {taken && (
              <>
                <IconButton
                  size="small"
                  aria-label={`${translate('policy.up')}: ${say}`}
                  disabled={index === 0}
                  onClick={() => swap(index, index - 1)}
                >
                  <ArrowUpward sx={{ fontSize: 16 }} />
                </IconButton>
                <IconButton
                  size="small"
                  aria-label={`${translate('policy.down')}: ${say}`}
                  disabled={index === value.length - 1}
                  onClick={() => swap(index, index + 1)}
                >
                  <ArrowDownward sx={{ fontSize: 16 }} />
                </IconButton>
              </>
            )}
          </Box>
        );
      })}
      {error && (
        <Typography variant="caption" sx={{ color: 'var(--negative)' }}>
          {error}
        </Typography>
      )}
    </Box>
  );
}
