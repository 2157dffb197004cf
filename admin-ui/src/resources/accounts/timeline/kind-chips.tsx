import { type Permission, TIMELINE_KINDS, TIMELINE_READ, type TimelineKind } from '@coinwarden/domain';
import { Box, Chip } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';

/** Where it begins is always shown. */
const CHOICES = TIMELINE_KINDS.filter((kind) => kind !== 'registered');

interface KindChipsProps {
  value: readonly TimelineKind[];
  onChange: (kinds: TimelineKind[]) => void;
}

/** Narrows the timeline to some kinds; none chosen means all. What the reader may not read is not offered. */
export function KindChips({ value, onChange }: KindChipsProps) {
  const translate = useTranslate();
  const { permissions = [] } = usePermissions<Permission[]>();
  const offered = CHOICES.filter((kind) => permissions.includes(TIMELINE_READ[kind]));
  const toggle = (kind: TimelineKind) =>
    onChange(value.includes(kind) ? value.filter((one) => one !== kind) : [...value, kind]);
  return (
    <Box
      role="group"
      aria-label={translate('timeline.filter')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}
    >
      {offered.map((kind) => (
        <Chip
          key={kind}
          size="small"
          label={translate(`timeline.kind.${kind}`)}
          variant={value.includes(kind) ? 'filled' : 'outlined'}
          color={value.includes(kind) ? 'primary' : 'default'}
          aria-pressed={value.includes(kind)}
          onClick={() => toggle(kind)}
        />
      ))}
      {value.length > 0 && (
        <Chip
          size="small"
          label={translate('timeline.every')}
          variant="outlined"
          onClick={() => onChange([])}
        />
      )}
    </Box>
  );
}
