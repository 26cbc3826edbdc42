import { z } from "zod";
import { Condition } from "./conditions/condition-schema";

/** Ids are given by hand and keep their meaning for ever. */
const Id = z.string().regex(/^[a-z][a-z0-9-]*$/i);

/** Lists whose members are handed in from outside (reference data) or come from other answers (`sites`, `questions`). */
export const ListName = z.enum(["countries", "hs-chapters", "goods", "materials", "sites", "questions"]);
export type ListName = z.infer<typeof ListName>;

const common = {
  id: Id,
  /** May stay empty. Everything else must be given before the question counts as answered. */
  optional: z.boolean().optional(),
  shown: Condition.optional(),
};

const choice = { options: z.array(Id).min(1).optional(), list: ListName.optional() };

const OnePart = z.strictObject({ ...common, ...choice, type: z.literal("one") });
const ManyPart = z.strictObject({
  ...common,
  ...choice,
  type: z.literal("many"),
  /** Options that cannot stand beside others ("none of these"). */
  exclusive: z.array(Id).optional(),
});
const NumberPart = z.strictObject({
  ...common,
  type: z.literal("number"),
  min: z.number().optional(),
  max: z.number().optional(),
  decimals: z.int().min(0).max(4).optional(),
});
const PercentPart = z.strictObject({ ...common, type: z.literal("percent") });
const TextPart = z.strictObject({
  ...common,
  type: z.literal("text"),
  lines: z.enum(["one", "several"]).optional(),
  max: z.int().min(1).max(20_000).optional(),
});
const DatePart = z.strictObject({ ...common, type: z.literal("date"), precision: z.enum(["day", "month"]) });
const MatrixPart = z.strictObject({
  ...common,
  type: z.literal("matrix"),
  rows: z.array(Id).min(1),
  options: z.array(Id).min(2),
});

export const Column = z.discriminatedUnion("type", [OnePart, ManyPart, NumberPart, PercentPart, TextPart, DatePart]);
export type Column = z.infer<typeof Column>;

const TablePart = z.strictObject({
  ...common,
  type: z.literal("table"),
  columns: z.array(Column).min(1),
  /** 0 means that "there are none" is an answer. */
  min: z.int().min(0),
  max: z.int().min(1).max(200),
  /** Number columns whose running total is shown under the list. */
  totals: z.array(Id).optional(),
  /** Column that names a row to people. */
  named: Id,
});

export const Part = z.discriminatedUnion("type", [
  OnePart,
  ManyPart,
  NumberPart,
  PercentPart,
  TextPart,
  DatePart,
  MatrixPart,
  TablePart,
]);
export type Part = z.infer<typeof Part>;
export type TablePart = z.infer<typeof TablePart>;
export type MatrixPart = z.infer<typeof MatrixPart>;

export const Question = z.strictObject({
  id: z.string().regex(/^[A-Z][0-9]{1,2}$/),
  /** Core questions are sent to everybody to whom their condition applies. */
  core: z.boolean(),
  /** Laws that this question serves; a campaign may narrow by them. Absent: always asked. */
  regimes: z.array(Id).optional(),
  shown: Condition.optional(),
  /** May be left blank without a gap. */
  optional: z.boolean().optional(),
  unsure: z.array(z.enum(["dk", "na", "legal"])),
  /** Whether a document makes sense as proof. */
  evidence: z.boolean(),
  words: z.array(Id),
  /** Answered on the declaration page, not on a page of its own. */
  signing: z.boolean().optional(),
  parts: z.array(Part).min(1),
});
export type Question = z.infer<typeof Question>;

/** `error` must be settled before signing; the others are shown, and lower confidence if they stay. */
export const Contradiction = z.strictObject({
  id: Id,
  severity: z.enum(["error", "contradiction", "question"]),
  questions: z.array(z.string()).min(1),
  when: Condition,
});
export type Contradiction = z.infer<typeof Contradiction>;

export const Section = z.strictObject({
  id: z.string().regex(/^[A-Z]$/),
  group: Id,
  questions: z.array(Question).min(1),
});
export type Section = z.infer<typeof Section>;

/** A questionnaire as data. The JSON Schema beside it is written from this. */
export const Questionnaire = z.strictObject({
  $schema: z.string().optional(),
  id: Id,
  version: z.int().min(1),
  sourceLanguage: z.string(),
  regimes: z.array(Id),
  groups: z.array(Id),
  sections: z.array(Section).min(1),
  contradictions: z.array(Contradiction),
});
export type Questionnaire = z.infer<typeof Questionnaire>;
