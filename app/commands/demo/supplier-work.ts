import { sitesOf } from "#app/services/answers/sites";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { fieldsOfAnswer, fieldsOfRow } from "#app/services/supplier/fields/answer-fields";
import { startAttestation } from "#app/services/supplier/link/start";
import { saveQuestion } from "#app/services/supplier/question/save-question";
import { saveRow, tableAt } from "#app/services/supplier/rows/save-row";
import { openSupplierSession, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import { submitAttestation } from "#app/services/supplier/signing/submit-attestation";
import type { Answer, Answers, Row } from "#questionnaires/answers";
import type { Question, TablePart } from "#questionnaires/definition";
import { contradictions, openQuestions } from "#questionnaires/journey";
import type { DemoContext } from "./demo-context";
import { plainPdf } from "./pdf";
import { type Draw, drawFrom } from "./random";
import { carefulAnswers } from "./stories/careful-answers";
import { findStory } from "./stories/index";
import type { Story } from "./stories/story";
import { drawWeaknesses } from "./stories/weaknesses";
import type { DemoSupplier } from "./suppliers";

/** What one supplier has to say in one year, drawn and ready to be typed in. */
export type Said = {
  readonly supplier: DemoSupplier;
  readonly story: Story;
  readonly answers: Answers;
  readonly draw: Draw;
};

/** Everything a supplier would answer, whatever is asked. The story itself wins over drawn weaknesses. */
export function plannedAnswers(supplier: DemoSupplier, year: number): Said {
  const draw = drawFrom(`${supplier.number} ${year}`);
  const story = findStory(supplier.story)(supplier, draw, year);
  const careful = carefulAnswers(supplier, story, draw, year);
  const answers: Answers = { ...careful, ...drawWeaknesses(draw, story.weaknesses), ...story.but };
  const comments = Object.entries(story.comments ?? {}).map(([code, words]) => {
    const comment = words[supplier.language] ?? words.en;
    return [code, { ...answers[code], comment }] as const;
  });
  return { supplier, story, answers: { ...answers, ...Object.fromEntries(comments) }, draw };
}

/** How far a supplier gets: this many questions, all of them, or all and signed. */
export type Progress = number | "signed";

/**
 * Works through a request as its supplier does: opens the link, answers what is asked in the order it is asked, and signs.
 * @throws Error when an answer is refused or the answers do not fit together: the world is then told wrongly
 */
export async function answerRequest(ctx: DemoContext, token: string, said: Said, far: Progress): Promise<void> {
  const { attestation, sessionToken } = await startAttestation(ctx, { token, language: ctx.language });
  let session = await openSupplierSession(ctx, { attestation, sessionToken });
  for (let given = 0; typeof far !== "number" || given < far; given++) {
    const [question] = openQuestions(session.walk);
    if (!question) break;
    ctx.pass(said.draw.between(35, 190));
    // Half of it, then the rest on another day.
    if (given === 18) ctx.pass(said.draw.between(21, 26) * 3600);
    session = await giveAnswer(ctx, session, question, said);
  }
  if (typeof far === "number") return keepHalfTyped(ctx, session);
  const plan = said.answers.N2;
  const planned = session.questionnaire.questions.get("N2");
  if (plan && planned) session = await giveAnswer(ctx, session, planned, said);
  await attachPapers(ctx, session, said);
  await sign(ctx, await openSupplierSession(ctx, { attestation, sessionToken }), said);
}

async function giveAnswer(
  ctx: DemoContext,
  before: SupplierSession,
  question: Question,
  said: Said,
): Promise<SupplierSession> {
  const answer = said.answers[question.id];
  if (!answer) throw new Error(`${said.supplier.name} has nothing to say to ${question.id}`);
  let session = before;
  const tables = question.parts.filter((part): part is TablePart => part.type === "table");
  for (const part of tables) session = await giveRows(ctx, session, question, part, answer);
  const fields = fieldsOfAnswer(question, answer);
  if (fields.size === 0) return session;
  const basedOn = session.file.revisions[question.id] ?? 0;
  const saved = await saveQuestion(ctx, session, { question: question.id, fields, basedOn, intent: "go-on" });
  if (saved.kind !== "saved") throw new Error(`${said.supplier.name}, ${question.id}: ${JSON.stringify(saved)}`);
  return saved.session;
}

async function giveRows(
  ctx: DemoContext,
  before: SupplierSession,
  question: Question,
  part: TablePart,
  answer: Answer,
) {
  let session = before;
  const rows = (answer.value?.[part.id] ?? []) as readonly Row[];
  for (const row of rows) {
    ctx.pass(25);
    const fields = fieldsOfRow(question, part, withSites(session, row));
    const place = tableAt(session, question.id, part.id);
    const basedOn = session.file.revisions[question.id] ?? 0;
    const saved = await saveRow(ctx, session, place, { row: undefined, fields, basedOn, intent: "go-on" });
    if (saved.kind !== "saved") throw new Error(`${question.id}.${part.id}: ${JSON.stringify(saved)}`);
    session = saved.session;
  }
  return session;
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
async function keepHalfTyped(ctx: DemoContext, session: SupplierSession): Promise<void> {
  const [open] = openQuestions(session.walk);
  if (!open || open.parts.some(({ type }) => type === "table")) return;
  ctx.pass(60);
  const fields = new Map([[`${open.id}.comment`, ["?"]]]);
  await saveQuestion(ctx, session, { question: open.id, fields, basedOn: 0, intent: "typing" });
}

/** Answers that firms show a document for, those that they have at hand first. */
const shownByPapers = ["K1", "G1", "H3", "F2", "K3", "H1", "F6", "E9", "G4", "L2", "C3", "M3", "J1", "E1", "I1", "K2"];

async function attachPapers(ctx: DemoContext, session: SupplierSession, { story, supplier }: Said): Promise<void> {
  const asked = shownByPapers.filter((code) => session.walk.asked.has(code));
  for (const code of asked.slice(0, story.papers ?? 0)) {
    ctx.pass(90);
    const page = plainPdf(["For demonstration only: an invented document.", `${supplier.number}, proof for ${code}`]);
    const bytes = (async function* () {
      yield page;
    })();
    const file = { question: code, name: `${code.toLowerCase()}-proof.pdf`, bytes };
    const added = await addEvidence(ctx, session, file);
    if (added.kind !== "added") throw new Error(`${supplier.name}, document for ${code}: ${added.kind}`);
  }
}

async function sign(ctx: DemoContext, session: SupplierSession, { supplier }: Said): Promise<void> {
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
  const sent = await submitAttestation(ctx, session, { fields, revision: session.file.attestation.revision });
  if (sent.kind !== "submitted") throw new Error(`${supplier.name} could not sign: ${JSON.stringify(sent)}`);
}
