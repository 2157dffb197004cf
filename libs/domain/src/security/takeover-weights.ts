/** The signs of a takeover, and what each weighs, 0–1,000, by how well the device that acts is known. */

export const TAKEOVER_SIGNS = [
  'new_device',
  'new_place',
  'new_country',
  'impossible_travel',
  'failed_sign_ins',
  'credential_change',
  'recovery',
  'step_up_failed',
  'spending',
] as const;
export type TakeoverSign = (typeof TAKEOVER_SIGNS)[number];

/**
 * How well the device is known, and with it how much there is to explain. `unknown`: nothing is known from before, so it may
 * be the owner's own, and may not.
 */
export type Standing = 'new' | 'new_at_known_place' | 'unknown' | 'used';

export type Weights = Readonly<Record<Exclude<TakeoverSign, 'step_up_failed'>, number>>;
const PLACES_OF_A_STRANGER = { new_place: 150, new_country: 300, impossible_travel: 450 };

/** On a device the account is used to nearly everything has an honest explanation; on a new one at home much has. */
export const WEIGHTS: Readonly<Record<Standing, Weights>> = {
  new: {
    ...PLACES_OF_A_STRANGER,
    new_device: 200,
    failed_sign_ins: 300,
    credential_change: 450,
    recovery: 300,
    spending: 350,
  },
  new_at_known_place: {
    ...PLACES_OF_A_STRANGER,
    new_device: 150,
    failed_sign_ins: 200,
    credential_change: 250,
    recovery: 100,
    spending: 300,
  },
  unknown: {
    ...PLACES_OF_A_STRANGER,
    new_device: 0,
    failed_sign_ins: 300,
    credential_change: 400,
    recovery: 200,
    spending: 350,
  },
  used: {
    new_device: 0,
    new_place: 30,
    new_country: 60,
    impossible_travel: 150,
    failed_sign_ins: 50,
    credential_change: 50,
    recovery: 50,
    spending: 100,
  },
};
