import type { Answer, Unsure } from "#questionnaires/answers";
import type { DemoFirm } from "./firm";
import type { Draw } from "./random";

/** Workers of a site by kind of employment. */
export type Site = {
  readonly name: string;
  readonly province?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly activity: string;
  /** Kind of work, as version 2 asks for it; without it, production. */
  readonly work?: string;
  readonly own: number;
  readonly agency?: number;
  readonly contractor?: number;
  readonly trainee?: number;
  readonly home?: number;
};

export type Good = {
  readonly product: string;
  readonly kind?: "goods" | "it" | "services";
  /** Of a service, as version 2 asks for it. */
  readonly sector?: string;
  readonly hs?: string;
  /** Id of a listed good. */
  readonly good?: string;
  readonly markets?: readonly string[];
};

/** A gap, and what is done about it; `due`: ISO date. */
export type Plan = Readonly<Record<"gap" | "action" | "question" | "responsible" | "due", string>>;

/** What is so at a supplier. Everything a story does not say is answered as a careful firm would. */
export type Story = {
  readonly sites: readonly Site[];
  readonly goods: readonly Good[];
  readonly materials?: readonly { readonly material: string; readonly country?: string }[];
  /** Foreign nationals by place of their site in `sites`, counted from 0. */
  readonly foreign?: readonly { readonly site: number; readonly nationality: string; readonly workers: number }[];
  /** Suppliers of this work: how many there are, were asked, have answered. */
  readonly suppliers?: readonly [all: number, asked: number, answered: number];
  /** Answers that differ from those of a careful firm, by question code. */
  readonly but: Readonly<Record<string, Answer>>;
  /** The same of version 2, where it does not follow from what was said to version 1. */
  readonly second?: Readonly<Record<string, Answer>>;
  /** What it will do about its gaps. */
  readonly plans?: readonly Plan[];
  /** How many small weaknesses of everyday are drawn on top, 0 to 8. */
  readonly weaknesses: number;
  /** How many answers are shown by a document. */
  readonly papers?: number;
  /** Comments by question code, in English and where it can be in the supplier's language. */
  readonly comments?: Readonly<Record<string, Readonly<{ en: string } & Record<string, string>>>>;
};

/** Tells what was so at a supplier in a year: the same for the same draws. */
export type StoryTeller = (supplier: DemoFirm, draw: Draw, year: number) => Story;

/** The answer of a question with one choice. */
export function one(option: string, more: Answer["value"] = {}): Answer {
  return { value: { answer: option, ...more } };
}

/** The answer of a question with several choices. */
export function many(...options: readonly string[]): Answer {
  return { value: { answer: options } };
}

/** A matrix of yes and no. */
export function yesNo(yes: readonly string[], no: readonly string[] = []): Answer {
  const rows = [...yes.map((row) => [row, "yes"] as const), ...no.map((row) => [row, "no"] as const)];
  return { value: { answer: Object.fromEntries(rows) } };
}

/** Rows of a table, numbered. */
export function rows(cells: readonly Readonly<Record<string, string | number | readonly string[]>>[]) {
  return cells.map((one, place) => ({ id: `r${place + 1}`, cells: one }));
}

export function unsure(kind: Unsure): Answer {
  return { unsure: kind };
}
