import type { RuleContent, StaffRule } from '@coinwarden/contracts';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { useNavigate } from 'react-router';
import { fieldErrorsOf, Refusal, sendJson } from '../../providers/http';

export interface SaveRule {
  readonly busy: boolean;
  readonly problem: string | null;
  /** Somebody else saved first. */
  readonly conflict: boolean;
  readonly fields: Readonly<Record<string, string>>;
  readonly save: (draft: RuleContent) => Promise<void>;
}

/** Saves a rule under the revision that was loaded, so that nobody's change is overwritten unseen. */
export function useSaveRule(version: number, rule: StaffRule | null): SaveRule {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const notify = useNotify();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const save = async (draft: RuleContent) => {
    setBusy(true);
    setRefusal(null);
    try {
      const { key, ...content } = draft;
      if (rule) {
        await sendJson('PUT', `rules/${encodeURIComponent(rule.id)}`, {
          ...content,
          revision: rule.revision,
        });
        refresh();
      } else {
        const added = await sendJson<StaffRule>('POST', 'rules', { rulesetVersion: version, ...draft, key });
        navigate(`/rules/${encodeURIComponent(added.id)}/show`);
      }
      notify(rule ? 'rule_editor.saved' : 'rule_editor.added', { type: 'success' });
    } catch (error) {
      setRefusal(error instanceof Refusal ? error : null);
    } finally {
      setBusy(false);
    }
  };
  const detail = (refusal?.body as { detail?: string } | null)?.detail;
  const conflict = refusal?.code === 'ruleset.edit_conflict';
  return {
    busy,
    conflict,
    problem: refusal && (conflict && detail ? `${refusal.message} ${detail}` : refusal.message),
    fields: fieldErrorsOf(refusal),
    save,
  };
}
