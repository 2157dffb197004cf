import {
  type PackageCreate,
  type PackageEdit,
  type PackageRetire,
  type PackageSell,
  packageCreate,
  packageEdit,
  packageRetire,
  packageSell,
  type StaffPackage,
  staffPackage,
  staffPackageVersion,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { CreatePackage } from './commands/create-package.js';
import { EditPackage } from './commands/edit-package.js';
import { SellPackage } from './commands/sell-package.js';
import { PACKAGE_VERSIONS, packageVersionRecord } from './queries/package-records.js';
import { Packages } from './queries/packages.js';

@ApiTags('staff: packages')
@Controller('staff')
export class StaffPackagesController {
  constructor(
    private readonly packages: Packages,
    private readonly createPackage: CreatePackage,
    private readonly editPackage: EditPackage,
    private readonly sellPackage: SellPackage,
  ) {}

  @Get('packages')
  @Requires('catalogue.read')
  @Lists(staffPackage)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return this.packages.list(actor);
  }

  @Get('packages/:id')
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: staffPackage })
  one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffPackage> {
    return this.packages.one(actor, id);
  }

  /** What packages were, are and will be; `filter={"packageId":…}` for those of one. */
  @Get('package-versions')
  @Requires('catalogue.read')
  @Lists(staffPackageVersion)
  versions(): StaffList {
    return listOf(PACKAGE_VERSIONS, packageVersionRecord);
  }

  /** Makes a draft, which is not on sale. */
  @Post('packages')
  @Requires('catalogue.write')
  @ApiCreatedResponse({ standardSchema: staffPackage })
  async create(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: packageCreate }) request: PackageCreate,
  ): Promise<StaffPackage> {
    await this.createPackage.execute(actor, request);
    return this.packages.one(actor, request.packageId);
  }

  /** Adds a version, which holds from its beginning on. */
  @Post('packages/:id/actions/edit')
  @HttpCode(200)
  @Requires('catalogue.write')
  @ApiOkResponse({ standardSchema: staffPackage })
  async edit(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: packageEdit }) request: PackageEdit,
  ): Promise<StaffPackage> {
    await this.editPackage.execute(actor, id, request);
    return this.packages.one(actor, id);
  }

  /** Puts it on sale, now or later; on sale already, sets or takes away the end. */
  @Post('packages/:id/actions/sell')
  @HttpCode(200)
  @Requires('catalogue.write')
  @ApiOkResponse({ standardSchema: staffPackage })
  async sell(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: packageSell }) request: PackageSell,
  ): Promise<StaffPackage> {
    await this.sellPackage.sell(actor, id, request);
    return this.packages.one(actor, id);
  }

  /** Takes it off sale, now or later. */
  @Post('packages/:id/actions/retire')
  @HttpCode(200)
  @Requires('catalogue.write')
  @ApiOkResponse({ standardSchema: staffPackage })
  async retire(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: packageRetire }) request: PackageRetire,
  ): Promise<StaffPackage> {
    await this.sellPackage.retire(actor, id, request);
    return this.packages.one(actor, id);
  }
}
