import type { SearchKind } from '@coinwarden/contracts';
import type { Permission } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Finds, type SearchSource } from '../platform/search/search-source.js';

export interface RegisteredSource {
  readonly kind: SearchKind;
  readonly requires: Permission;
  readonly source: SearchSource;
}

/** Every provider marked `@Finds`, found once. */
@Injectable()
export class SearchSources {
  private registered: readonly RegisteredSource[] | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  for(permissions: ReadonlySet<Permission>): RegisteredSource[] {
    this.registered ??= this.discover();
    return this.registered.filter(({ requires }) => permissions.has(requires));
  }

  private discover(): RegisteredSource[] {
    return this.discovery.getProviders({ metadataKey: Finds.KEY }).flatMap((wrapper) => {
      const declared = this.discovery.getMetadataByDecorator(Finds, wrapper);
      return declared ? [{ ...declared, source: wrapper.instance as SearchSource }] : [];
    });
  }
}
