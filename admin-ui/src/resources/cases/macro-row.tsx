import type { StaffCaseMacro } from '@coinwarden/contracts';
import { Box, ToggleButton, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Draft, draftOf, EMPTY_DRAFT } from './draft';
import { useCaseNames } from './use-case-names';

const BY_KEY = 9;

interface MacroRowProps {
  macros: readonly StaffCaseMacro[];
  draft: Draft;
  /** Where the number keys choose them. */
  keyed: boolean;
  onChoose: (draft: Draft) => void;
}

/** Decisions taken often, under a name and a number key. Choosing one fills the decision and commits nothing. */
export function MacroRow({ macros, draft, keyed, onChoose }: MacroRowProps) {
  const translate = useTranslate();
  const { macroName, macroDescription } = useCaseNames();
  if (macros.length === 0) return null;
  return (
    <Box
      role="group"
      aria-label={translate('case.macros')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 0.75,
        // Where height is short they stand in one line that scrolls, and leave the evidence its room.
        '@media (max-height: 560px)': { flexWrap: 'nowrap', overflowX: 'auto', whiteSpace: 'nowrap' },
      }}
    >
      {macros.map((macro, index) => (
        <Tooltip
          key={macro.id}
          title={macro.usable ? macroDescription(macro) : translate('case.macro_unusable')}
        >
          <span>
            <ToggleButton
              size="small"
              value={macro.id}
              selected={draft.macroId === macro.id}
              disabled={!macro.usable}
              onChange={() => onChoose(draft.macroId === macro.id ? EMPTY_DRAFT : draftOf(macro))}
              sx={{ textTransform: 'none', gap: 0.75, paddingY: '3px' }}
            >
              {keyed && index < BY_KEY && (
                <Box component="kbd" aria-hidden sx={{ font: 'inherit', color: 'var(--muted)' }}>
                  {index + 1}
                </Box>
              )}
              {macroName(macro)}
            </ToggleButton>
          </span>
        </Tooltip>
      ))}
    </Box>
  );
}
