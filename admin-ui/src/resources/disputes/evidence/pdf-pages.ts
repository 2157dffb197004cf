import { GlobalWorkerOptions, getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

export interface PdfPages {
  readonly pages: readonly PDFPageProxy[];
  close(): void;
}

/** Opens a document in the worker. Nothing in it is run, whatever it holds: evidence is pictures of text. */
export async function openPdf(data: ArrayBuffer): Promise<PdfPages> {
  const task = getDocument({ data, enableXfa: false, isEvalSupported: false });
  const document = await task.promise;
  const numbers = Array.from({ length: document.numPages }, (_, i) => i + 1);
  const pages = await Promise.all(numbers.map((number) => document.getPage(number)));
  return { pages, close: () => void task.destroy() };
}

/** What a reader hears: the page's text. */
export async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}
