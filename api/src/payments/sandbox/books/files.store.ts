import type { Queryable } from '../../../platform/database/sql.js';

export interface SandboxFile {
  readonly fileId: string;
  readonly purpose: string;
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
  readonly createdAt: number;
}

interface Row {
  file_id: string;
  purpose: string;
  name: string;
  type: string;
  body: Buffer;
  created_at: Date;
}

export async function addFile(tx: Queryable, file: SandboxFile): Promise<void> {
  await tx.query(
    `INSERT INTO sandbox.files (file_id, purpose, name, type, body, created_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [file.fileId, file.purpose, file.name, file.type, file.body, new Date(file.createdAt)],
  );
}

export async function readFile(db: Queryable, fileId: string): Promise<SandboxFile | null> {
  const [row] = await db.query<Row>('SELECT * FROM sandbox.files WHERE file_id = $1', [fileId]);
  if (!row) return null;
  const { file_id, purpose, name, type, body, created_at } = row;
  return { fileId: file_id, purpose, name, type, body, createdAt: created_at.getTime() };
}
