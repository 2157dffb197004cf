import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import type { FactDoc, FoundProblem } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useEffect, useRef } from 'react';
import { completionOf } from './cel-completion';
import { CEL, CEL_COLORS, EDITOR_LOOK } from './cel-language';
import { useRuleProblemText } from './use-rule-problem-text';

interface ConditionEditorProps {
  label: string;
  value: string;
  problems: readonly FoundProblem[];
  /** What it may read. */
  facts: readonly FactDoc[];
  /** Shown while nothing is written. */
  example: string;
  readOnly: boolean;
  onChange: (value: string) => void;
}

/**
 * A condition with colours, completion and what is wrong underlined. It lives in a shadow root: there the editor adopts its
 * styles as sheets, which the content security policy allows, instead of writing them into the page, which it does not.
 */
export function ConditionEditor(props: ConditionEditorProps) {
  const { label, value, problems, facts, example, readOnly, onChange } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const changed = useRef(onChange);
  changed.current = onChange;
  const first = useRef(value);
  const textOf = useRuleProblemText();
  const tell = useRef(textOf);
  tell.current = textOf;

  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const editor = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          history(),
          CEL,
          syntaxHighlighting(CEL_COLORS),
          bracketMatching(),
          autocompletion({ override: [completionOf(facts)], icons: false }),
          keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
          placeholder(example),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, 'aria-multiline': 'true' }),
          EditorState.readOnly.of(readOnly),
          EDITOR_LOOK,
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [label, facts, example, readOnly]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const length = editor.state.doc.length;
    const marks: Diagnostic[] = problems.map((problem) => ({
      from: Math.min(problem.start ?? 0, length),
      to: Math.min(Math.max(problem.end ?? length, problem.start ?? 0), length),
      severity: 'error',
      message: tell.current(problem),
    }));
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [problems]);

  return <Box ref={host} data-testid="condition" sx={{ minHeight: 96 }} />;
}
