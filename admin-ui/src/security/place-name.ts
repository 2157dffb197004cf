import { useFormat } from '../i18n/use-format';

interface NamedPlace {
  readonly country: string;
  readonly city: string | null;
  readonly region: string | null;
}

/** “Berlin, Germany”; the country alone where no more is known. */
export function usePlaceName(): (place: NamedPlace) => string {
  const format = useFormat();
  return ({ country, city, region }) => {
    const within = city ?? region;
    return within === null ? format.country(country) : `${within}, ${format.country(country)}`;
  };
}
