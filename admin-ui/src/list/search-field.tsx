import SearchOutlined from '@mui/icons-material/SearchOutlined';
import { InputAdornment, TextField } from '@mui/material';
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 350;
const pageNow = () => window.location.hash.split('?')[0];

interface SearchFieldProps {
  label: string;
  /** What the list is filtered by now. */
  applied: string;
  onSearch: (text: string) => void;
  width?: number;
  /** Without the magnifying glass the label stays on the frame, as on the other filters. */
  glass?: boolean;
}

/** Asks the server when the typing pauses, not at every key. */
export function SearchField({ label, applied, onSearch, width = 200, glass = true }: SearchFieldProps) {
  const [text, setText] = useState(applied);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(applied), [applied]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    const typedOn = pageNow();
    // Whoever has gone on to another page meanwhile is not called back, though this one may still be on screen.
    timer.current = setTimeout(() => typedOn === pageNow() && onSearch(next.trim()), PAUSE_MS);
  };
  return (
    <TextField
      type="text"
      {...(glass ? { placeholder: label } : { label })}
      value={text}
      onChange={(event) => change(event.target.value)}
      sx={{ width }}
      slotProps={{
        htmlInput: { spellCheck: false, autoComplete: 'off', 'aria-label': label },
        input: glass
          ? {
              startAdornment: (
                <InputAdornment position="start">
                  <SearchOutlined fontSize="small" />
                </InputAdornment>
              ),
            }
          : {},
      }}
    />
  );
}
