import type { Place } from '@coinwarden/domain';

type City = readonly [country: string, region: string, city: string, latitude: number, longitude: number];

/** Towns people of each time zone of `PLACES` live in. */
const BY_ZONE: Readonly<Record<string, readonly City[]>> = {
  'America/New_York': [
    ['US', 'NY', 'New York', 40.7, -74.0],
    ['US', 'MA', 'Boston', 42.4, -71.1],
    ['US', 'FL', 'Miami', 25.8, -80.2],
  ],
  'America/Chicago': [
    ['US', 'IL', 'Chicago', 41.9, -87.6],
    ['US', 'TX', 'Houston', 29.8, -95.4],
  ],
  'America/Los_Angeles': [
    ['US', 'CA', 'Los Angeles', 34.1, -118.2],
    ['US', 'WA', 'Seattle', 47.6, -122.3],
  ],
  'America/Toronto': [
    ['CA', 'ON', 'Toronto', 43.7, -79.4],
    ['CA', 'QC', 'Montréal', 45.5, -73.6],
  ],
  'America/Mexico_City': [
    ['MX', 'CMX', 'Mexico City', 19.4, -99.1],
    ['MX', 'JAL', 'Guadalajara', 20.7, -103.3],
  ],
  'America/Sao_Paulo': [
    ['BR', 'SP', 'São Paulo', -23.6, -46.6],
    ['BR', 'RJ', 'Rio de Janeiro', -22.9, -43.2],
  ],
  'Europe/London': [
    ['GB', 'ENG', 'London', 51.5, -0.1],
    ['GB', 'ENG', 'Manchester', 53.5, -2.2],
  ],
  'Europe/Berlin': [
    ['DE', 'BE', 'Berlin', 52.5, 13.4],
    ['DE', 'BY', 'München', 48.1, 11.6],
    ['DE', 'HH', 'Hamburg', 53.6, 10.0],
  ],
  'Europe/Paris': [
    ['FR', 'IDF', 'Paris', 48.9, 2.4],
    ['FR', 'ARA', 'Lyon', 45.8, 4.8],
  ],
  'Europe/Madrid': [
    ['ES', 'MD', 'Madrid', 40.4, -3.7],
    ['ES', 'AN', 'Sevilla', 37.4, -6.0],
  ],
  'Europe/Rome': [
    ['IT', 'LAZ', 'Roma', 41.9, 12.5],
    ['IT', 'LOM', 'Milano', 45.5, 9.2],
  ],
  'Europe/Warsaw': [
    ['PL', 'MZ', 'Warszawa', 52.2, 21.0],
    ['PL', 'MA', 'Kraków', 50.1, 19.9],
  ],
  'Europe/Istanbul': [
    ['TR', '34', 'İstanbul', 41.0, 29.0],
    ['TR', '06', 'Ankara', 39.9, 32.9],
  ],
  'Asia/Riyadh': [
    ['SA', '01', 'Riyadh', 24.7, 46.7],
    ['SA', '02', 'Jeddah', 21.5, 39.2],
  ],
  'Asia/Kolkata': [
    ['IN', 'DL', 'Delhi', 28.6, 77.2],
    ['IN', 'MH', 'Mumbai', 19.1, 72.9],
  ],
  'Asia/Jakarta': [
    ['ID', 'JK', 'Jakarta', -6.2, 106.8],
    ['ID', 'JI', 'Surabaya', -7.3, 112.7],
  ],
  'Asia/Manila': [
    ['PH', '00', 'Manila', 14.6, 121.0],
    ['PH', 'CEB', 'Cebu', 10.3, 123.9],
  ],
  'Asia/Tokyo': [
    ['JP', '13', 'Tokyo', 35.7, 139.7],
    ['JP', '27', 'Osaka', 34.7, 135.5],
  ],
  'Asia/Seoul': [
    ['KR', '11', 'Seoul', 37.6, 127.0],
    ['KR', '26', 'Busan', 35.2, 129.1],
  ],
  'Australia/Sydney': [
    ['AU', 'NSW', 'Sydney', -33.9, 151.2],
    ['AU', 'VIC', 'Melbourne', -37.8, 145.0],
  ],
};

/** Where VPNs and rented servers come out. */
const EXITS: readonly City[] = [
  ['NL', 'NH', 'Amsterdam', 52.4, 4.9],
  ['US', 'VA', 'Ashburn', 39.0, -77.5],
  ['SG', '', 'Singapore', 1.3, 103.8],
  ['DE', 'HE', 'Frankfurt', 50.1, 8.7],
  ['SE', 'AB', 'Stockholm', 59.3, 18.1],
];

const toPlace = ([country, region, city, latitude, longitude]: City): Place => ({
  country,
  ...(region !== '' && { region }),
  city,
  latitude,
  longitude,
});

export const CITIES: ReadonlyMap<string, readonly Place[]> = new Map(
  Object.entries(BY_ZONE).map(([zone, cities]) => [zone, cities.map(toPlace)]),
);
export const EVERY_CITY: readonly Place[] = [...CITIES.values()].flat();
export const VPN_EXITS: readonly Place[] = EXITS.map(toPlace);
