// Comments are scanned before others see them.
import { randomUUID } from 'node:crypto';
import { connect } from './connect.mjs';

const coinwarden = await connect();
const accountId = `writer-${randomUUID()}`;
await coinwarden.accounts.put(accountId, {
  createdAt: '2024-01-15T10:00:00Z',
  country: 'US',
  timeZone: 'America/New_York',
  ageBand: 'adult',
  creator: false,
});
const texts = ['what a great stream!', 'FREE C0INS 🎁 generator at fr33-coins.top, no survey, claim now'];
const answers = await coinwarden.safety.scanAll(texts.map((text) => ({ kind: 'comment', accountId, text })));
for (const [i, answer] of answers.entries()) {
  console.log(`${answer.verdict} (${answer.score}): ${texts[i]}`);
  for (const { code, message } of answer.reasons) console.log(`  ${code}: ${message}`);
}
