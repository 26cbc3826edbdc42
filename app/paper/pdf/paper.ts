import PDFDocument from "pdfkit";
import type { CutFont } from "#app/paper/fonts/cut-font";
import type { Line } from "#app/paper/text/lines";
import { type LinePlace, lineOperators } from "./draw-line";
import { type EmbeddedFont, embedFont } from "./embed-font";

/** What a paper says about itself. `at`: when what it shows happened; the same facts give the same bytes. */
export type PaperFacts = {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly at: Date;
};

/** A4, in points. */
export const sheet = { width: 595.28, height: 841.89 };

type Element = PDFKit.PDFStructureElement;

/** The language of an element where it is another; of a picture what is read out, and its edges: left, top, right, bottom. */
export type ElementFacts = {
  readonly lang?: string;
  readonly alt?: string;
  readonly bbox?: [number, number, number, number];
};

/** A tagged PDF as it is written, sheet after sheet. */
export class Paper {
  readonly #doc: PDFKit.PDFDocument;
  readonly #chunks: Buffer[] = [];
  readonly #done: Promise<Buffer>;
  readonly #fonts = new Map<CutFont, EmbeddedFont>();
  readonly #root: Element;
  sheets = 0;

  constructor({ title, author, language, at }: PaperFacts) {
    // The types of the library do not know that it writes PDF/UA.
    const options: object = {
      autoFirstPage: false,
      bufferPages: true,
      size: [sheet.width, sheet.height],
      margin: 0,
      // No font of the library's own.
      font: "",
      pdfVersion: "1.7",
      tagged: true,
      subset: "PDF/UA",
      lang: language,
      displayTitle: true,
      info: { Title: title, Author: author, Creator: "Avow", Producer: "Avow", CreationDate: at, ModDate: at },
    };
    const doc = new PDFDocument(options);
    doc.on("data", (chunk: Buffer) => this.#chunks.push(chunk));
    this.#done = new Promise((resolve, reject) => {
      doc.on("end", () => resolve(Buffer.concat(this.#chunks)));
      doc.on("error", reject);
    });
    this.#doc = doc;
    this.#root = doc.struct("Document");
    doc.addStructure(this.#root);
  }

  newSheet(): void {
    this.#doc.addPage();
    this.sheets += 1;
  }

  /** Begins an element, in the order in which the paper is read; `end` it when all of it is drawn. */
  element(type: string, facts: ElementFacts = {}, parent: Element = this.#root): Element {
    const element = this.#doc.struct(type, facts);
    parent.add(element);
    return element;
  }

  /** Draws a part of an element on the sheet begun last. */
  draw(element: Element, operators: string): void {
    element.add(() => void this.#doc.addContent(operators));
  }

  /** Goes back to a sheet, counted from 0, for what is no part of the text. */
  turnTo(number: number): void {
    this.#doc.switchToPage(number);
  }

  /** Draws what is no part of the text: decoration, or what stands on each sheet. */
  decorate(operators: string, type: "Layout" | "Pagination" = "Layout"): void {
    this.#doc.markContent("Artifact", { type });
    this.#doc.addContent(operators);
    this.#doc.endMarkedContent();
  }

  /** The operators of a line of text, with its fonts put at hand. */
  line(line: Line, place: LinePlace): string {
    return lineOperators(line, place, ({ font }) => {
      const embedded = this.#fonts.get(font) ?? embedFont(this.#doc, font, this.#fonts.size);
      this.#fonts.set(font, embedded);
      this.#doc.page.fonts[embedded.name] = embedded.reference;
      return embedded;
    });
  }

  /** Ends it. @returns its bytes */
  async end(): Promise<Buffer> {
    this.#root.end();
    for (const font of this.#fonts.values()) font.end();
    this.#doc.end();
    return this.#done;
  }
}
