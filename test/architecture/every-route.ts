import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS_METADATA, type RouteAccess } from '../../api/src/platform/access/requires.js';
import type { TestApp } from '../support/app.js';

export interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly access: RouteAccess | undefined;
}

/** Every route of the application, as its controllers declare it. */
export function routesOf({ app }: TestApp): Route[] {
  const scanner = new MetadataScanner();
  const found = app.get(DiscoveryService, { strict: false });
  return found.getControllers().flatMap(({ metatype, instance }) => {
    if (!metatype || !instance) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((key) => {
      const handler = prototype[key]!;
      const method: RequestMethod | undefined = Reflect.getMetadata(METHOD_METADATA, handler);
      if (method === undefined) return [];
      const paths = [
        Reflect.getMetadata(PATH_METADATA, metatype),
        Reflect.getMetadata(PATH_METADATA, handler),
      ];
      const path = `/${paths.flatMap((part: string) => part.split('/').filter(Boolean)).join('/')}`;
      const access: RouteAccess | undefined =
        Reflect.getMetadata(ACCESS_METADATA, handler) ?? Reflect.getMetadata(ACCESS_METADATA, metatype);
      return [{ name: `${metatype.name}.${key}`, method: RequestMethod[method]!, path, access }];
    });
  });
}
