import { createContext, type ReactNode, useContext } from 'react';

export interface MaskedDetail {
  readonly detail: 'ip' | 'device';
  /** The event that it stands with. */
  readonly eventId: string;
  readonly masked: string;
}

export type Reveal = (of: MaskedDetail) => ReactNode;

/** How details are revealed where the page only has them masked. */
export const RevealContext = createContext<Reveal | null>(null);

interface DetailValueProps extends Omit<MaskedDetail, 'eventId' | 'masked'> {
  eventId: string | null;
  value: string;
  /** How it is drawn where it is not revealed here. */
  children: ReactNode;
}

/** A device or an address: as it came, or masked with the way to reveal it. */
export function DetailValue({ detail, eventId, value, children }: DetailValueProps) {
  const reveal = useContext(RevealContext);
  return <>{reveal && eventId ? reveal({ detail, eventId, masked: value }) : children}</>;
}
