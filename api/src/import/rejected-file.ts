import { type FileHandle, open } from 'node:fs/promises';

/** The refused rows, one JSON object per line, beside the file they come from. */
export class RejectedFile {
  private constructor(
    readonly path: string,
    private handle: FileHandle | null,
    private written: number,
  ) {}

  /** Opens it at the checkpoint: what an interrupted run wrote after it is cut off and comes again. */
  static async open(path: string, keepBytes: number): Promise<RejectedFile> {
    if (keepBytes === 0) return new RejectedFile(path, null, 0);
    const handle = await open(path, 'a+');
    await handle.truncate(Math.min(keepBytes, (await handle.stat()).size));
    return new RejectedFile(path, handle, (await handle.stat()).size);
  }

  get bytes(): number {
    return this.written;
  }

  async append(rows: readonly { readonly line: number; readonly reason: string }[]): Promise<void> {
    if (rows.length === 0) return;
    // Made with the first refusal: a clean import leaves no empty file behind.
    this.handle ??= await open(this.path, 'w');
    const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    await this.handle.write(text);
    await this.handle.datasync();
    this.written += Buffer.byteLength(text);
  }

  async close(): Promise<void> {
    await this.handle?.close();
  }
}
