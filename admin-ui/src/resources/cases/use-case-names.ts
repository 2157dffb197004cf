import { DEFAULT_CASE_MACROS, DEFAULT_CASE_POLICIES } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';

const MACROS = new Map(DEFAULT_CASE_MACROS.map(({ macroId, name }) => [macroId, name]));
const POLICIES = new Map(DEFAULT_CASE_POLICIES.map(({ code, title }) => [code, title]));
const GUIDANCE = new Map(DEFAULT_CASE_POLICIES.map(({ code, guidance }) => [code, guidance]));
const DESCRIPTIONS = new Map(DEFAULT_CASE_MACROS.map(({ macroId, description }) => [macroId, description]));

/**
 * Queues, macros and policies are data that a lead may write anew. Those that came with the product are named in the
 * reader's language; whatever somebody has written is shown as it was written.
 */
export function useNamed() {
  const translate = useTranslate();
  return (section: string, defaults: ReadonlyMap<string, string>) => (id: string, name: string) =>
    defaults.get(id) === name ? translate(`${section}.${id}`, { _: name }) : name;
}

/** What macros and policies are called and say; queues have a hook of their own. */
export function useCaseNames() {
  const named = useNamed();
  const macro = named('case_macro_name', MACROS);
  const described = named('case_macro_description', DESCRIPTIONS);
  return {
    macroName: ({ id, name }: { id: string; name: string }) => macro(id, name),
    macroDescription: ({ id, description }: { id: string; description: string }) =>
      described(id, description),
    policyTitle: named('case_policy_title', POLICIES),
    policyGuidance: named('case_policy_guidance', GUIDANCE),
  };
}
