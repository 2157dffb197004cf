import { DOMAIN_PLACES } from '@coinwarden/domain';
import { domainSample, inShare, type LabelledHost } from './domain-data.js';
import { calibrate, type Linear, logit, trainLogistic } from './logistic.js';

/** Scam hosts first listed after this month are only tested on. */
export const LAST_TRAINING_MONTH = '2025-05';
const CALIBRATION_SHARE = 10;

export interface DomainModel extends Linear {
  readonly slope: number;
  readonly offset: number;
}

export function trainDomains(hosts: readonly LabelledHost[]): DomainModel {
  const train = (chosen: readonly LabelledHost[]): Linear => {
    const scams = chosen.filter((h) => h.scam).length;
    const honestWeight = scams / Math.max(1, chosen.length - scams);
    return trainLogistic(
      chosen.map((host) => domainSample(host, host.scam ? 1 : honestWeight)),
      { places: DOMAIN_PLACES, epochs: 6, rate: 0.08, decay: 1e-5, seed: 11 },
    );
  };
  // The scale is set on hosts that the model of the other nine tenths has not seen.
  const held = hosts.filter(({ host }) => inShare(host.domain, 0, CALIBRATION_SHARE));
  const partial = train(hosts.filter(({ host }) => !inShare(host.domain, 0, CALIBRATION_SHARE)));
  const scams = held.filter((h) => h.scam).length;
  const scale = calibrate(
    held.map((host) => ({
      logit: logit(domainSample(host, 1).groups, partial.weights, partial.bias),
      label: host.scam ? 1 : 0,
      weight: host.scam ? 1 : scams / (held.length - scams),
    })),
  );
  return { ...train(hosts), ...scale };
}
