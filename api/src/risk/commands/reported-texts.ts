import type { AccountEventRequest } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';

export type Report = Extract<AccountEventRequest, { type: 'report' }>;
/** Answers the id of the scan; null when the report is not about a text that is known. */
export type ScanReport = (report: Report) => Promise<string | null>;

/**
 * Where whoever scans texts takes part in reports. Events come before texts: decisions stand on them, and what scans
 * texts stands on decisions.
 */
@Injectable()
export class ReportedTexts {
  private scan: ScanReport = async () => null;

  scanBy(scan: ScanReport): void {
    this.scan = scan;
  }

  scanned(event: AccountEventRequest): Promise<string | null> {
    return event.type === 'report' ? this.scan(event) : Promise.resolve(null);
  }
}
