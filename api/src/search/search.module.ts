import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { SearchEverything } from './queries/search-everything.js';
import { SearchController } from './search.controller.js';
import { SearchSources } from './search-sources.js';

@Module({
  imports: [DiscoveryModule],
  controllers: [SearchController],
  providers: [SearchEverything, SearchSources],
})
export class SearchModule {}
