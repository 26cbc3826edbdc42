import { sitesOf } from "#app/services/answers/sites";
import type { SupplierContext } from "#app/services/context/contexts";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { fieldsOfAnswer, fieldsOfRow } from "#app/services/supplier/fields/answer-fields";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { saveQuestion } from "#app/services/supplier/question/save-question";
import { saveRow } from "#app/services/supplier/rows/save-row";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { submitAttestation } from "#app/services/supplier/signing/submit-attestation";
import type { Answer, Answers, PartValue, Row } from "#questionnaires/answers";
import type { Question, TablePart } from "#questionnaires/definition";
import type { Fields } from "#questionnaires/reading";
import { contradictions, openQuestions } from "#questionnaires/walk";
import type { DemoContext } from "./demo-context";
import { plainPdf } from "./pdf";
import { carefulAnswers } from "./stories/careful-answers";
import { carriedAnswers } from "./stories/carried-answers";
import { findStory } from "./stories/index";
import { type Draw, drawFrom } from "./stories/random";
import type { Story } from "./stories/story";
import { drawWeaknesses } from "./stories/weaknesses";
import type { DemoSupplier } from "./suppliers";

/** What one supplier answers in one year, drawn and ready to be typed in. */
export type PlannedAnswers = {
  readonly supplier: DemoSupplier;
  readonly story: Story;
  readonly answers: Answers;
  readonly draw: Draw;
};

/**
 * Everything a supplier would answer in a campaign that asks a version, whatever is asked. The story itself wins over drawn
 * weaknesses.
 */
export function plannedAnswers(supplier: DemoSupplier, year: number, version: number): PlannedAnswers {
  const toldOf = supplier.isUnchanged ? 2025 : year;
  const draw = drawFrom(`${supplier.number} ${toldOf}`);
  const story = findStory(supplier.story)(supplier, draw, toldOf);
  const careful = carefulAnswers(supplier, story, draw, year);
  const first: Answers = { ...careful, ...drawWeaknesses(draw, story.weaknesses), ...story.but };
  const answers = version === 1 ? first : carriedAnswers(first, story, year);
  const comments = Object.entries(story.comments ?? {}).map(([code, words]) => {
    const comment = words[supplier.language] ?? words.en;
    return [code, { ...answers[code], comment }] as const;
  });
  return { supplier, story, answers: { ...answers, ...Object.fromEntries(comments) }, draw };
}

/** How far a supplier gets: this many questions, all of them, or all and signed. */
export type Progress = number | "signed";

/** A supplier at work, whose time passes. */
type WorkingSupplier = SupplierContext & Pick<DemoContext, "pass">;

/**
 * Works through a request as its supplier does: opens the link, answers what is asked in the order it is asked, and signs.
 * @throws Error when an answer is refused or the answers do not fit together: the story of the supplier is then told wrongly
 */
export async function answerRequest(
  ctx: DemoContext,
  token: string,
  planned: PlannedAnswers,
  far: Progress,
): Promise<void> {
  const { attestation, sessionToken } = await startAttestation(ctx, { token });
  const open = async (): Promise<WorkingSupplier> => {
    const opened = await openSupplierSession(ctx, { attestation, sessionToken, language: ctx.language });
    return { ...opened, pass: ctx.pass };
  };
  let supplier = await open();
  for (let given = 0; typeof far !== "number" || given < far; given++) {
    const [question] = openQuestions(supplier.session.walk);
    if (!question) break;
    ctx.pass(planned.draw.between(35, 190));
    // Half of it, then the rest on another day.
    if (given === 18) ctx.pass(planned.draw.between(21, 26) * 3600);
    supplier = await giveAnswer(supplier, question, planned);
  }
  if (typeof far === "number") return keepHalfTyped(supplier);
  const plan = supplier.session.questionnaire.questions.get("N2");
  if (planned.answers.N2 && plan) supplier = await giveAnswer(supplier, plan, planned);
  await attachPapers(supplier, planned);
  await sign(await open(), planned);
}

async function giveAnswer(
  before: WorkingSupplier,
  question: Question,
  planned: PlannedAnswers,
): Promise<WorkingSupplier> {
  const answer = planned.answers[question.id];
  if (!answer) throw new Error(`${planned.supplier.name} has nothing to say to ${question.id}`);
  let supplier = before;
  const tables = question.parts.filter((part): part is TablePart => part.type === "table");
  for (const part of tables) if (!part.fill) supplier = await giveRows(supplier, question, part, answer);
  const fields = fieldsOfPage(supplier.session, question, answer);
  if (fields.size === 0) return supplier;
  const basedOn = supplier.session.file.revisions[question.id] ?? 0;
  const saved = await saveQuestion(supplier, { question: question.id, fields, basedOn, intent: "go-on" });
  if (saved.kind !== "saved") throw new Error(`${planned.supplier.name}, ${question.id}: ${JSON.stringify(saved)}`);
  return { ...supplier, session: saved.session };
}

/** The fields of a question's page, with those of the rows that stand on it. */
function fieldsOfPage(session: SupplierSession, question: Question, answer: Answer): Fields {
  const value: Record<string, PartValue> = { ...answer.value };
  const shown = new Map<string, readonly string[]>();
  for (const part of question.parts) {
    if (part.type !== "table" || part.fill === undefined || answer.value?.[part.id] === undefined) continue;
    const { into } = part.fill;
    const filled = rowsOf(answer, part.id)
      .map((row) => withSites(session, row))
      .map(({ cells }): Row => ({ id: String(cells[into]), cells }));
    value[part.id] = filled;
    shown.set(
      `${question.id}.${part.id}.rows`,
      filled.map(({ id }) => id),
    );
  }
  return new Map([...fieldsOfAnswer(question, answer.value === undefined ? answer : { ...answer, value }), ...shown]);
}

function rowsOf(answer: Answer, part: string): readonly Row[] {
  return (answer.value?.[part] ?? []) as readonly Row[];
}

async function giveRows(
  before: WorkingSupplier,
  question: Question,
  part: TablePart,
  answer: Answer,
): Promise<WorkingSupplier> {
  let supplier = before;
  for (const row of rowsOf(answer, part.id)) {
    supplier.pass(25);
    const fields = fieldsOfRow(question, part, withSites(supplier.session, row));
    const basedOn = supplier.session.file.revisions[question.id] ?? 0;
    const saved = await saveRow(supplier, { question: question.id, part: part.id, fields, basedOn, intent: "go-on" });
    if (saved.kind !== "saved") throw new Error(`${question.id}.${part.id}: ${JSON.stringify(saved)}`);
    supplier = { ...supplier, session: saved.session };
  }
  return supplier;
}

/** Sites are named by the ids that their rows were given. */
function withSites({ walk }: SupplierSession, row: Row): Row {
  const sites = sitesOf(walk);
  const idOf = (cell: string) => (/^@\d+$/.test(cell) ? (sites[Number(cell.slice(1))]?.id ?? cell) : cell);
  const cells = Object.entries(row.cells).map(([column, cell]) => {
    if (typeof cell === "string") return [column, idOf(cell)] as const;
    return [column, typeof cell === "number" ? cell : cell.map(idOf)] as const;
  });
  return { ...row, cells: Object.fromEntries(cells) };
}

/** Somebody who stops in the middle leaves a page that is not finished. */
async function keepHalfTyped(supplier: WorkingSupplier): Promise<void> {
  const [open] = openQuestions(supplier.session.walk);
  if (!open || open.parts.some(({ type }) => type === "table")) return;
  supplier.pass(60);
  const fields = new Map([[`${open.id}.comment`, ["?"]]]);
  await saveQuestion(supplier, { question: open.id, fields, basedOn: 0, intent: "typing" });
}

/** Answers that firms show a document for, those that they have at hand first. */
const shownByPapers = ["K1", "G1", "H3", "F2", "K3", "H1", "F6", "E9", "G4", "L2", "C3", "M3", "J1", "E1", "I1", "K2"];

async function attachPapers(ctx: WorkingSupplier, { story, supplier }: PlannedAnswers): Promise<void> {
  const asked = shownByPapers.filter((code) => ctx.session.walk.asked.has(code));
  for (const code of asked.slice(0, story.papers ?? 0)) {
    ctx.pass(90);
    const page = plainPdf(["For demonstration only: an invented document.", `${supplier.number}, proof for ${code}`]);
    const bytes = (async function* () {
      yield page;
    })();
    const file = { question: code, name: `${code.toLowerCase()}-proof.pdf`, bytes };
    const added = await addEvidence(ctx, file);
    if (added.kind !== "added") throw new Error(`${supplier.name}, document for ${code}: ${added.kind}`);
  }
}

async function sign(ctx: WorkingSupplier, { supplier }: PlannedAnswers): Promise<void> {
  const { session } = ctx;
  ctx.pass(400);
  const open = openQuestions(session.walk).map(({ id }) => id);
  const wrong = contradictions(session.walk).filter(({ severity }) => severity === "error");
  if (open.length + wrong.length > 0) {
    throw new Error(`${supplier.name} cannot sign: ${JSON.stringify({ open, wrong: wrong.map(({ id }) => id) })}`);
  }
  const fields = new Map([
    ["O2.name", [supplier.contact]],
    ["O2.job", [session.file.answers.A3?.value?.job as string]],
    ["O2.sharing", ["buyer"]],
    ["O2.authority", ["yes"]],
  ]);
  const sent = await submitAttestation(ctx, { fields, revision: session.file.attestation.revision });
  if (sent.kind !== "submitted") throw new Error(`${supplier.name} could not sign: ${JSON.stringify(sent)}`);
}
