import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { TextLink } from '../display/text-link';
import { ChoiceRow } from './choice-row';
import type { Choice, ChoiceGroup } from './choices';

interface PaletteListProps {
  id: string;
  groups: readonly ChoiceGroup[];
  active: Choice | undefined;
  optionId: (index: number) => string;
  onPoint: (choice: Choice) => void;
  onOpen: (choice: Choice) => void;
  onClose: () => void;
}

/** The groups of what can be chosen, one list for the keyboard and for those who hear it. */
export function PaletteList({ id, groups, active, optionId, onPoint, onOpen, onClose }: PaletteListProps) {
  const translate = useTranslate();
  const order = groups.flatMap(({ choices }) => choices);
  return (
    <>
      <Box id={id} role="listbox" aria-label={translate('search.results')}>
        {groups.map(({ name, choices }) => (
          <Box key={name} role="group" aria-label={translate(name)}>
            <Typography
              variant="caption"
              aria-hidden
              sx={{ display: 'block', color: 'var(--muted)', fontWeight: 550, padding: '8px 10px 2px' }}
            >
              {translate(name)}
            </Typography>
            {choices.map((choice) => (
              <ChoiceRow
                key={choice.key}
                id={optionId(order.indexOf(choice))}
                choice={choice}
                active={choice.key === active?.key}
                onPoint={() => onPoint(choice)}
                onOpen={onOpen}
              />
            ))}
          </Box>
        ))}
      </Box>
      {groups
        .filter(({ more }) => more)
        .map(({ name, all }) => (
          <Typography key={name} variant="body2" sx={{ padding: '6px 10px', color: 'var(--muted)' }}>
            {all ? (
              <Box component="span" onClick={onClose}>
                <TextLink to={all}>{translate('search.all', { kind: translate(name) })}</TextLink>
              </Box>
            ) : (
              translate('search.more', { kind: translate(name) })
            )}
          </Typography>
        ))}
    </>
  );
}
