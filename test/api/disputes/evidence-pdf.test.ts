import {
  composeEvidence,
  DAY,
  EVIDENCE_CATEGORIES,
  EVIDENCE_MAX_BYTES,
  EVIDENCE_MAX_PAGES,
  EVIDENCE_STATEMENT_CHARS,
  type EvidenceDocument,
  type EvidenceFacts,
  EXHIBITS,
  fieldPages,
  NO_CHOICES,
} from '@coinwarden/domain';
import { describe, expect, it, test } from '@jest/globals';
import { writeFitting } from '../../../api/src/disputes/evidence/build-evidence.js';
import { writeEvidence } from '../../../api/src/disputes/evidence/pdf/write-evidence.js';
import { BOUGHT_AT, evidenceFacts, otherPurchase } from '../../properties/disputes/evidence-facts.js';
import { hostileStrings } from '../../support/hostile-strings.js';
import { readPdf } from '../../support/read-pdf.js';

const MARK = 'pack 0123456789abcdef';
const squeezed = (text: string) => text.replace(/\s+/g, '');

async function read(document: EvidenceDocument) {
  const written = await writeEvidence(document, MARK);
  const pages = await readPdf(written.pdf);
  return { ...written, texts: pages, text: squeezed(pages.join('')) };
}

const documentOf = (facts: EvidenceFacts) => composeEvidence(facts, NO_CHOICES).document;

describe('the document', () => {
  it('can be read back word for word: title, statement, every exhibit, every row', async () => {
    const document = documentOf(evidenceFacts());
    const { text } = await read(document);
    expect(text).toContain(squeezed(document.title));
    for (const paragraph of document.statement.split('\n\n')) expect(text).toContain(squeezed(paragraph));
    for (const { letter, title, summary, table } of document.exhibits) {
      expect(text).toContain(squeezed(`Exhibit ${letter}: ${title}`));
      expect(text).toContain(squeezed(summary));
      for (const row of table?.rows ?? []) for (const cell of row) expect(text).toContain(squeezed(cell));
    }
  });

  it('writes ids as they are: the typeface would make a multiplication sign of an x between figures', async () => {
    const document = { ...documentOf(evidenceFacts()), title: 'Account u4x2ns, 4×2 coins' };
    const { text } = await read(document);
    expect(text).toContain('Accountu4x2ns,4×2coins');
  });

  it('numbers its pages, and lists every exhibit with the page it is on', async () => {
    const document = documentOf(evidenceFacts());
    const { texts, pages } = await read(document);
    expect(texts).toHaveLength(pages);
    for (const [i, page] of texts.entries()) {
      expect(page).toContain(`Page ${i + 1} of ${pages}`);
      expect(page).toContain(MARK);
    }
    const listed = texts[0]!
      .split('\n')
      .filter((line) => /^\d+$/.test(line))
      .map(Number);
    const found = document.exhibits.map(
      ({ letter }) => 1 + texts.findIndex((page) => page.includes(`Exhibit ${letter}:`)),
    );
    expect(listed).toEqual(found);
  });

  it('is the same bytes for the same facts, and others for others', async () => {
    const [first, second] = [
      await read(documentOf(evidenceFacts())),
      await read(documentOf(evidenceFacts())),
    ];
    expect(first.pdf.equals(second.pdf)).toBe(true);
    const other = await read(documentOf(evidenceFacts({ otherDisputes: 1, refunds: [], activity: [] })));
    expect(other.pdf.equals(first.pdf)).toBe(false);
  });

  it('keeps the heads of a table on every page it reaches', async () => {
    const priorPurchases = Array.from({ length: 25 }, (_, i) =>
      otherPurchase({
        reference: `pi_${String(i).padStart(60, 'x')}`,
        purchasedAt: BOUGHT_AT - (i + 1) * DAY,
      }),
    );
    const { texts } = await read(documentOf(evidenceFacts({ priorPurchases })));
    const withRows = texts.filter((page) => page.includes('pi_xxxx'));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(page).toContain('Payment reference');
  });
});

describe('names', () => {
  const named = (displayName: string) => {
    const facts = evidenceFacts();
    return documentOf({ ...facts, account: { ...facts.account, displayName } });
  };

  test.each([
    'Zoë Łukaszewska',
    'Nguyễn Thị Ánh',
    'Анна Ковалёва',
    'Γιώργος Παπαδόπουλος',
    'Çağrı Öztürk',
    'O’Brien—Smith',
  ])('%s stands there as it is written', async (name) => {
    const { text } = await read(named(name));
    expect(text).toContain(squeezed(name));
    expect(text).not.toContain('U+');
  });

  test.each([
    ['王伟', '[U+738B U+4F1F]'],
    ['محمد', '[U+0645 U+062D U+0645 U+062F]'],
    ['Ada 🦊', 'Ada [U+1F98A]'],
  ])('%s is written as code points, and the document says so', async (name, written) => {
    const { text } = await read(named(name));
    expect(text).toContain(squeezed(written));
    expect(text).toContain(squeezed('written as their Unicode code points in square brackets'));
    expect(text).not.toContain('\ufffd');
  });

  it('of any malice leave the document whole', async () => {
    const facts = evidenceFacts();
    for (let i = 0, all = hostileStrings(); i < all.length; i += 60) {
      const rows = all.slice(i, i + 60).map((name) => ({
        ...{ gifts: 1, coins: 1n, firstAt: BOUGHT_AT, lastAt: BOUGHT_AT },
        name: name.slice(0, 400),
      }));
      for (let at = 0; at < rows.length; at += 20) {
        const recipients = { rows: rows.slice(at, at + 20), count: 20 };
        const { texts, pages } = await read(documentOf({ ...facts, recipients }));
        expect(texts.at(-1)).toContain(`Page ${pages} of ${pages}`);
        expect(texts.join('')).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}|\ufffd/u);
      }
    }
  });
});

test.each(EVIDENCE_CATEGORIES)(
  'the largest pack for %s is one that a card scheme takes',
  async (category) => {
    const facts = evidenceFacts();
    const long = 'W'.repeat(120);
    const many = <T>(row: T) => Array.from({ length: 100 }, () => row);
    const full: EvidenceFacts = {
      ...facts,
      dispute: { ...facts.dispute, category },
      usage: {
        ...facts.usage,
        rows: many({ ...facts.usage.rows[0]!, what: long, recipient: long }),
        count: 10_000,
      },
      recipients: { rows: many({ ...facts.recipients.rows[0]!, name: long }), count: 9_000 },
      activity: many({ ...facts.activity[0]!, deviceId: long, ip: '2001:db8:85a3:8d3:1319:8a2e:370:7348' }),
      priorPurchases: many(otherPurchase({ reference: long })),
      similarPurchases: many(otherPurchase({ reference: long })),
    };
    const everything = Object.fromEntries(EXHIBITS.map((key) => [key, true]));
    const choices = { statement: 'word '.repeat(EVIDENCE_STATEMENT_CHARS / 5).trim(), exhibits: everything };
    const composed = composeEvidence(full, choices);
    const { pdf, pages } = await writeFitting(composed);
    expect(pages + fieldPages(composed.fields)).toBeLessThanOrEqual(EVIDENCE_MAX_PAGES);
    expect(pdf.length).toBeLessThan(EVIDENCE_MAX_BYTES);
    expect(squeezed((await readPdf(pdf)).join(''))).toMatch(/and\d+more/);
  },
);
