import { useEffect, useRef } from 'react';
import { ANY_DIGIT, SHORTCUTS, type Shortcut } from './registry';

type Bindings = Partial<Record<Shortcut, (key: string) => void>>;

const SEQUENCE_MS = 1_200;
/** Switches and boxes to tick take no letters. */
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'));
const ALL = Object.keys(SHORTCUTS) as Shortcut[];
const keysOf = (name: Shortcut) => SHORTCUTS[name].keys.join(' ');
const answersTo = (name: Shortcut, key: string) =>
  keysOf(name) === ANY_DIGIT ? /^[1-9]$/.test(key) : keysOf(name) === key;
const dialogOpen = () => document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null;
/** Enter belongs to the focused link or button before it belongs to the page. */
const ownsEnter = (target: EventTarget | null) =>
  target instanceof Element && target.closest('a, button, [role="button"]') !== null;

/** Answers to the given shortcuts while mounted, never while someone types or a dialog is open. */
export function useShortcuts(bindings: Bindings): void {
  const current = useRef(bindings);
  current.current = bindings;
  useEffect(() => {
    let pending = '';
    let pendingSince = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (typing(event.target) || dialogOpen()) return;
      if (event.key === 'Enter' && ownsEnter(event.target)) return;
      const sequence = event.timeStamp - pendingSince < SEQUENCE_MS ? `${pending} ${event.key}` : event.key;
      // "g a" goes to the accounts, also where "a" alone would mean something on this page.
      const whole = ALL.find((name) => sequence !== event.key && keysOf(name) === sequence);
      const here = Object.keys(current.current) as Shortcut[];
      const bound = here.find((name) => (whole ? name === whole : answersTo(name, event.key)));
      pending = event.key;
      pendingSince = event.timeStamp;
      if (!bound) return;
      event.preventDefault();
      pending = '';
      current.current[bound]?.(event.key);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
