import SearchOutlined from '@mui/icons-material/SearchOutlined';
import { InputAdornment, TextField } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useFilter } from './filter-bar';

const PAUSE_MS = 350;

interface TextFilterProps {
  source: string;
  label: string;
  search?: boolean;
  width?: number;
}

/** Asks the server when the typing pauses, not at every key. */
export function TextFilter({ source, label, search = false, width = 200 }: TextFilterProps) {
  const { value, set } = useFilter(source);
  const applied = typeof value === 'string' ? value : '';
  const [text, setText] = useState(applied);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(applied), [applied]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => set(next.trim()), PAUSE_MS);
  };
  return (
    <TextField
      type="text"
      label={label}
      value={text}
      onChange={(event) => change(event.target.value)}
      sx={{ width }}
      slotProps={{
        htmlInput: { spellCheck: false, autoComplete: 'off' },
        input: search
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
