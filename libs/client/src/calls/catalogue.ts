import type { GiftView, GiftViews, PackageOffer, PackageOffers, PackagesQuery } from '@coinwarden/contracts';
import type { Transport } from '../transport.js';

/** What can be bought and given. */
export class Catalogue {
  constructor(private readonly transport: Transport) {}

  /** The packages on sale, each at the price this buyer pays now, promotion included. */
  async packages(query: Partial<PackagesQuery> = {}): Promise<PackageOffer[]> {
    const { items } = await this.transport.send<PackageOffers>({
      method: 'GET',
      path: '/v1/packages',
      query,
    });
    return items;
  }

  async gifts(): Promise<GiftView[]> {
    const { items } = await this.transport.send<GiftViews>({ method: 'GET', path: '/v1/gifts' });
    return items;
  }
}
