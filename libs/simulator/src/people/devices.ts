import type { Random } from '../random.js';

export interface SimulatedDevice {
  readonly id: string;
  readonly ip: string;
  readonly userAgent: string;
}

const USER_AGENTS = [
  'ShortsApp/9.4 (iOS 26.1; iPhone17,2)',
  'ShortsApp/9.4 (iOS 18.7; iPhone15,3)',
  'ShortsApp/9.3 (Android 16; Pixel 10)',
  'ShortsApp/9.4 (Android 15; SM-S928B)',
  'ShortsApp/9.1 (Android 14; Redmi Note 13)',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 15_6) Safari/26.0',
];

/**
 * Addresses nobody owns: 198.18.0.0/15 (benchmarking, RFC 2544) as the homes of the simulated world and, for some,
 * 2001:db8::/32 (documentation, RFC 3849).
 */
export function homeAddress(random: Random): string {
  if (random.chance(0.25)) {
    const group = () => random.int(0, 0xffff).toString(16);
    return `2001:db8:${group()}:${group()}::${random.int(1, 0xffff).toString(16)}`;
  }
  return `198.${random.int(18, 19)}.${random.int(0, 255)}.${random.int(1, 254)}`;
}

/** Mobile carriers put many strangers behind few addresses (203.0.113.0/24, documentation, RFC 5737). */
export const carrierAddress = (random: Random) => `203.0.113.${random.int(1, 254)}`;

/** Hosting ranges that fraudsters prefer and honest people meet behind a VPN (198.51.100.0/24, RFC 5737). */
export const hostedAddress = (random: Random) => `198.51.100.${random.int(1, 254)}`;

export const newDevice = (random: Random, ip: string): SimulatedDevice => ({
  id: `dev-${random.code(12)}`,
  ip,
  userAgent: random.pick(USER_AGENTS),
});
