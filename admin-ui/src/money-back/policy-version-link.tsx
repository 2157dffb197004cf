import type { MoneyBackPolicyKind } from '@coinwarden/domain';
import type { ReactNode } from 'react';
import { TextLink } from '../display/text-link';
import { useMay } from '../providers/use-may';

interface PolicyVersionLinkProps {
  kind: MoneyBackPolicyKind;
  version: number;
  children: ReactNode;
}

/** A decision leads to the very version of the policy that took it, for those who may read policies. */
export function PolicyVersionLink({ kind, version, children }: PolicyVersionLinkProps) {
  const may = useMay('money_back_policy.read');
  return may ? <TextLink to={`/money-back-policies/${kind}:${version}/show`}>{children}</TextLink> : children;
}
