import 'reflect-metadata';
import { VerifyLedger } from '../ledger/ledger.public.js';
import { verifyAuditChain } from '../platform/audit/verify-chain.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { runProgram } from '../platform/embedded/run-program.js';
import { onApplication } from './command-line.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Exit code 0 when ledger and audit log are sound, 1 after naming the first thing that is not. */
await runProgram(() =>
  onApplication(async (app) => {
    const db = app.get(UnitOfWork);
    const difference = await new VerifyLedger(db).firstDifference((name) => say(`ok  ${name}`));
    if (difference !== null) {
      say(`BROKEN  ${difference.check}\n        ${difference.subject}: ${difference.detail}`);
      return 1;
    }
    const chain = await verifyAuditChain(db);
    if (!chain.intact) {
      say(`BROKEN  the audit log is an unbroken chain\n        entry ${chain.seq}: ${chain.problem}`);
      return 1;
    }
    say(`ok  the audit log is an unbroken chain of ${chain.entries} entries, head ${chain.headHash}`);
    return 0;
  }),
);
