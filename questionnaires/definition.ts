import { z } from "zod";
import { Condition } from "./conditions/condition-schema";

/** Ids are given by hand and keep their meaning for ever. */
const Id = z.string().regex(/^[a-z][a-z0-9-]*$/i);

/** Lists whose members are handed in from outside (reference data) or come from other answers (`sites`, `questions`). */
export const ListName = z.enum(["countries", "hs-chapters", "goods", "materials", "sites", "questions"]);
export type ListName = z.infer<typeof ListName>;

/** The version of the questionnaire that brought something; what has none was there from the first. */
const Since = z.int().min(2).optional();

const common = {
  id: Id,
  /** May stay empty. Everything else must be given before the question counts as answered. */
  optional: z.boolean().optional(),
  shown: Condition.optional(),
  /** Of a column: it applies to those rows whose other column holds one of these options. */
  when: z.strictObject({ column: Id, in: z.array(Id).min(1) }).optional(),
  since: Since,
};

const choice = {
  options: z.array(Id).min(1).optional(),
  list: ListName.optional(),
  /** Answers beside those of a list, such as "not on the list" or "do not know". */
  also: z.array(Id).min(1).optional(),
  optionsSince: z.record(Id, z.int().min(2)).optional(),
};

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
  /** The part, or the column, beside it that it cannot be more than. */
  atMost: Id.optional(),
  /** What an empty box of a row means in which something else is filled in. */
  emptyAs: z.number().optional(),
});
const PercentPart = z.strictObject({ ...common, type: z.literal("percent") });
const TextPart = z.strictObject({
  ...common,
  type: z.literal("text"),
  lines: z.enum(["one", "several"]).optional(),
  max: z.int().min(1).max(20_000).optional(),
});
const DatePart = z.strictObject({
  ...common,
  type: z.literal("date"),
  precision: z.enum(["day", "month"]),
  /** "Do not know" is an answer of its own, kept as `unknownId`. */
  unknown: z.boolean().optional(),
  /** Not after the day on which it is answered. */
  past: z.boolean().optional(),
  /** First day or month that it can be: the window that the question asks about. */
  earliest: z.string().optional(),
  /** The part, or the column, beside it that holds the begin, before which it cannot be. */
  notBefore: Id.optional(),
});
const MatrixPart = z.strictObject({
  ...common,
  type: z.literal("matrix"),
  rows: z.array(Id).min(1),
  options: z.array(Id).min(2),
  rowsSince: z.record(Id, z.int().min(2)).optional(),
  /** The option that one button gives to every row that was left, before it saves and goes on. */
  allAtOnce: Id.optional(),
});

export const Column = z.discriminatedUnion("type", [OnePart, ManyPart, NumberPart, PercentPart, TextPart, DatePart]);
export type Column = z.infer<typeof Column>;

/**
 * A table that fills itself: a row for each site of a table, or for each choice of a part with several options but `except`.
 * Rows whose source is gone do not count; the table is not whole before each has its row.
 */
const Fill = z.strictObject({
  question: z.string(),
  part: Id,
  except: z.array(Id).optional(),
  /** Column that holds the id of the source's row or option. */
  into: Id,
  /** Column of the source, where that is a table, whose figure is shown beside each row. */
  beside: Id.optional(),
  /** Whether one source may have several rows: further ones are added by hand. */
  more: z.boolean().optional(),
});
export type Fill = z.infer<typeof Fill>;

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
  fill: Fill.optional(),
  /** Most have one row: its page comes in the place of an empty list, and saving it goes on. */
  usuallyOne: z.boolean().optional(),
  /** "There are none" is a button that saves and goes on: for a table that is all that its question asks. */
  noneAtOnce: z.boolean().optional(),
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

/** What earlier versions asked and this one does not, and the last version that did: exports keep its place. */
const Retired = z.strictObject({
  part: Id,
  column: Id.optional(),
  row: Id.optional(),
  option: Id.optional(),
  until: z.int().min(1),
});
export type Retired = z.infer<typeof Retired>;

const unsureKinds = ["dk", "na", "legal"] as const;

export const Question = z.strictObject({
  id: z.string().regex(/^[A-Z][0-9]{1,2}$/),
  /** Core questions are sent to everybody to whom their condition applies. */
  core: z.boolean(),
  /** Laws that this question serves; a campaign may narrow by them. Absent: always asked. */
  regimes: z.array(Id).optional(),
  shown: Condition.optional(),
  /** May be left blank without a gap. */
  optional: z.boolean().optional(),
  unsure: z.array(z.enum(unsureKinds)),
  /** Ways of leaving it open that are there only while a condition holds. */
  unsureIf: z
    .strictObject({ dk: Condition.optional(), na: Condition.optional(), legal: Condition.optional() })
    .optional(),
  /** Whether a document makes sense as proof. */
  evidence: z.boolean(),
  words: z.array(Id),
  /** Answered on the declaration page, not on a page of its own. */
  signing: z.boolean().optional(),
  /** Not on the way through: offered in the lists of questions and where answers are checked. */
  aside: z.boolean().optional(),
  since: Since,
  retired: z.array(Retired).optional(),
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

/**
 * What a version changed of what is asked, and where: codes of questions, or parts as `E2.from`. What it says there may be
 * other words alone; what is not named here means what it meant before.
 */
const Change = z.strictObject({ id: Id, at: z.array(z.string()).min(1) });

/** A questionnaire as data. The JSON Schema beside it is written from this. */
export const Questionnaire = z.strictObject({
  $schema: z.string().optional(),
  id: Id,
  version: z.int().min(1),
  sourceLanguage: z.string(),
  regimes: z.array(Id),
  /** The day (ISO 8601) from which a law applies, for laws that do not yet. */
  regimesFrom: z.record(Id, z.iso.date()).optional(),
  /** Ids of the published lists that its choices come from; those of the first versions where it names none. */
  lists: z.strictObject({ goods: z.string(), materials: z.string() }).optional(),
  /** Against the version before. */
  changes: z.array(Change).optional(),
  groups: z.array(Id),
  /** Whoever begins comes to the first question, and to the list of sections only when they come back. */
  straightIn: z.boolean().optional(),
  sections: z.array(Section).min(1),
  contradictions: z.array(Contradiction),
});
export type Questionnaire = z.infer<typeof Questionnaire>;
