import PDFDocument from 'pdfkit';
import { fontData, type Run, runsOf, Typesetting, type Weight } from './typeface.js';

export const INK = '#1a1a1a';
export const GREY = '#555555';
export const RULE = '#bbbbbb';
const MARGIN = 56;
const FOOT = 40;
const LEADING = 1.4;

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  readonly align?: 'left' | 'right';
}

interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

/**
 * Pages written from the top down, with lines broken here: a line may need several font files, which pdfkit cannot wrap.
 * Every mark depends on the text alone, so the same document is the same bytes.
 */
export class PageWriter {
  readonly pdf: PDFKit.PDFDocument;
  readonly typesetting = new Typesetting();
  readonly left = MARGIN;
  readonly width: number;
  y = MARGIN;
  private readonly chunks: Buffer[] = [];
  private readonly widths = new Map<string, number>();
  private readonly registered = new Set<string>();

  constructor(info: { title: string; subject: string; createdAt: Date }) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      lang: 'en',
      displayTitle: true,
      bufferPages: true,
      info: {
        Title: info.title,
        Subject: info.subject,
        Creator: 'Coinwarden',
        CreationDate: info.createdAt,
        ModDate: info.createdAt,
      },
    });
    this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.width = this.pdf.page.width - 2 * MARGIN;
  }

  get page(): number {
    return this.pdf.bufferedPageRange().count;
  }

  get bottom(): number {
    return this.pdf.page.height - MARGIN - FOOT;
  }

  /** Starts a new page unless `height` still fits on this one. */
  keep(height: number): void {
    if (this.y + height <= this.bottom) return;
    this.pdf.addPage();
    this.y = MARGIN;
  }

  space(height: number): void {
    this.y += height;
  }

  rule(): void {
    this.pdf
      .moveTo(this.left, this.y)
      .lineTo(this.left + this.width, this.y)
      .lineWidth(0.5)
      .strokeColor(RULE)
      .stroke();
  }

  /** A block of text that flows over pages. */
  paragraph(text: string, style: TextStyle, box: { x?: number; width?: number } = {}): void {
    const { x = this.left, width = this.width } = box;
    for (const line of this.lines(text, style, width)) {
      this.keep(lineHeight(style));
      this.line(line, style, { x, y: this.y, width });
      this.y += lineHeight(style);
    }
  }

  /** Lines of a text within a width, as `paint` writes them. */
  lines(text: string, style: TextStyle, width: number): Line[] {
    return this.typesetting
      .printable(text)
      .split('\n')
      .flatMap((part) => this.broken(part, style, width));
  }

  line({ runs, width }: Line, style: TextStyle, at: { x: number; y: number; width: number }): void {
    let x = style.align === 'right' ? at.x + at.width - width : at.x;
    for (const run of runs) {
      this.use(run, style);
      this.pdf.fillColor(style.colour ?? INK).text(run.text, x, at.y, { lineBreak: false, ...AS_WRITTEN });
      x += this.measure(run, style);
    }
  }

  /** Writes where it is told to, on any page. */
  at(text: string, style: TextStyle, at: { x: number; y: number; width: number }): void {
    const [first] = this.lines(text, style, at.width);
    if (first) this.line(first, style, at);
  }

  async end(): Promise<Buffer> {
    const ended = new Promise((resolve) => this.pdf.once('end', resolve));
    this.pdf.end();
    await ended;
    return Buffer.concat(this.chunks);
  }

  private broken(text: string, style: TextStyle, width: number): Line[] {
    const lines: Line[] = [];
    let line = '';
    let used = 0;
    const push = () => {
      lines.push(this.lineOf(line.trimEnd(), style));
      line = '';
      used = 0;
    };
    for (const word of text.split(/(?<= )/).flatMap((part) => this.fitting(part, style, width))) {
      if (line !== '' && used + this.widthOf(word.trimEnd(), style) > width) push();
      line += word;
      used += this.widthOf(word, style);
    }
    push();
    return lines;
  }

  /** A word wider than its column is broken between characters: ids and addresses have no spaces. */
  private fitting(word: string, style: TextStyle, width: number): string[] {
    if (this.widthOf(word.trimEnd(), style) <= width) return [word];
    const parts: string[] = [''];
    for (const character of word) {
      const longer = parts.at(-1)! + character;
      if (parts.at(-1) !== '' && this.widthOf(longer.trimEnd(), style) > width) parts.push(character);
      else parts[parts.length - 1] = longer;
    }
    return parts;
  }

  private lineOf(text: string, style: TextStyle): Line {
    return { runs: runsOf(text), width: this.widthOf(text, style) };
  }

  private widthOf(text: string, style: TextStyle): number {
    return runsOf(text).reduce((sum, run) => sum + this.measure(run, style), 0);
  }

  private measure(run: Run, style: TextStyle): number {
    const key = `${style.weight ?? 400} ${style.size} ${run.script} ${run.text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.use(run, style);
      width = this.pdf.widthOfString(run.text, AS_WRITTEN);
      this.widths.set(key, width);
    }
    return width;
  }

  private use({ script }: Run, { size, weight = 400 }: TextStyle): void {
    const name = `${script}-${weight}`;
    if (!this.registered.has(name)) this.pdf.registerFont(name, fontData(script, weight));
    this.registered.add(name);
    this.pdf.font(name).fontSize(size);
  }
}

/**
 * The typeface turns an x between figures into a multiplication sign, and ids are full of those. Its engine takes what is off as well;
 * the types know only lists of what is on.
 */
const AS_WRITTEN = { features: { calt: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[] };

export const lineHeight = ({ size }: TextStyle): number => size * LEADING;
