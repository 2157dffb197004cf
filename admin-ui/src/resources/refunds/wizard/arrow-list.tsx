import { Box } from '@mui/material';
import type { KeyboardEvent, ReactNode } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Moves the focus among the buttons of a list by the arrow keys, and into it from the field above. */
export function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const step = STEPS[event.key];
  const buttons = [...(list?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
  if (step === undefined || buttons.length === 0) return;
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const next = buttons[at === -1 ? (step > 0 ? 0 : buttons.length - 1) : at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

interface ArrowListProps {
  label: string;
  id?: string;
  children: ReactNode;
}

/** A list of things to choose from, by mouse, by Tab or by the arrow keys. */
export const ArrowList = ({ label, id, children }: ArrowListProps) => (
  <Box
    component="ul"
    aria-label={label}
    id={id}
    onKeyDown={(event) => moveFocus(event, event.currentTarget)}
    sx={{ listStyle: 'none', margin: '0 0 -4px', padding: 0 }}
  >
    {children}
  </Box>
);
