/**
 * Where somebody signed in from, as the platform knows it: a country, and as much more as it has. Coinwarden looks no
 * addresses up. Two places are the same when they are called the same, or when their positions lie within the
 * coarseness of looking addresses up; what is told without a position is never far from anything.
 */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region?: string | undefined;
  readonly city?: string | undefined;
  /** Degrees; both or none. */
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

const EARTH_RADIUS_KM = 6_371;
/** Positions of addresses are those of towns and exchanges: nearer than this is the same place. */
export const SAME_PLACE_KM = 100;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Along the great circle (haversine); null where a position is missing. */
export function distanceKm(from: Place, to: Place): number | null {
  if (from.latitude === undefined || from.longitude === undefined) return null;
  if (to.latitude === undefined || to.longitude === undefined) return null;
  const latitudes = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
  const longitudes = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const chord = latitudes + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * longitudes;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** What a place is called; positions are left out, because they differ a little from time to time. */
export function nameOfPlace({ country, region = '', city = '', ...position }: Place): string {
  if (region !== '' || city !== '') return JSON.stringify([country, region, city]);
  const { latitude, longitude } = position;
  if (latitude === undefined || longitude === undefined) return country;
  return JSON.stringify([country, Math.round(latitude), Math.round(longitude)]);
}

export function isSamePlace(one: Place, other: Place): boolean {
  if (one === other || isCalledTheSame(one, other)) return true;
  const apart = distanceKm(one, other);
  if (apart !== null) return apart <= SAME_PLACE_KM;
  // One of them says no more than the country: it may well be there.
  return one.country === other.country && (isCountryOnly(one) || isCountryOnly(other));
}

/** Where both have more of a name than their country. */
const isCalledTheSame = (one: Place, other: Place): boolean =>
  one.country === other.country &&
  one.city === other.city &&
  one.region === other.region &&
  (one.city !== undefined || one.region !== undefined);

const isCountryOnly = ({ region, city, latitude }: Place): boolean =>
  region === undefined && city === undefined && latitude === undefined;

const MAX_REGION = 16;
const MAX_CITY = 40;

/** A place as it is remembered: short, and its position to a tenth of a degree. */
export function rememberedPlace({ country, region, city, latitude, longitude }: Place): Place {
  return {
    country,
    ...(region && { region: region.trim().slice(0, MAX_REGION) }),
    ...(city && { city: city.trim().slice(0, MAX_CITY) }),
    ...(latitude !== undefined &&
      longitude !== undefined && { latitude: tenth(latitude), longitude: tenth(longitude) }),
  };
}

/** The sum turns −0 into 0, so that one position is written in one way. */
const tenth = (degrees: number): number => Math.round(degrees * 10) / 10 + 0;
