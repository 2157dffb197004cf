import { useState } from 'react';
import { sendJson } from '../../providers/http';

/** Tries something on a transaction of the past; the last answer stands until the next is there. */
export function useTry<Result>(path: string) {
  const [result, setResult] = useState<Result | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = async (body: object) => {
    setBusy(true);
    setProblem(null);
    try {
      setResult(await sendJson<Result>('POST', path, body));
    } catch (error) {
      setResult(null);
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return { result, problem, busy, attempt };
}
