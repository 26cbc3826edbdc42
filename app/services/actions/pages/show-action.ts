import * as z from "zod";
import { formatCalendarDate, isoDay } from "#app/i18n/dates/days";
import { actionLine } from "#app/services/actions/action-line";
import { actionMail } from "#app/services/actions/action-mails";
import { findAction } from "#app/services/actions/find-action";
import { owners } from "#app/services/actions/owners";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { questionName } from "#app/services/help/help-thread";
import type { ActionPageView, StepView } from "#app/views/team/actions/action";
import type { NamedAction } from "#db/store";
import { type BuyerStep, buyerSteps, isOpen } from "#terms/actions/action-states";
import { historyLines } from "./history-lines";
import { proofFiles } from "./proof-files";

/** One action: what it is about, what it does to the score, what the supplier says and proves, and what comes next. @throws Problem "not-found" */
export const showAction = teamUseCase({
  permission: "actions.read",
  input: z.object({ id: recordId }),
  events: [],
  async run(ctx, { id }): Promise<ActionPageView> {
    const action = await findAction(ctx, id);
    const t = ctx.t(ctx.language);
    const today = isoDay(ctx.clock.now());
    const newest = await ctx.store.ratings.latest(action.org, action.supplier);
    const line = await actionLine(ctx, action, newest, today);
    const mayWrite = ctx.may("actions.write");
    return {
      id,
      title: t("actions:page.pageTitle", { gap: action.gap, supplier: action.of.name }),
      ...{ version: action.version, gap: action.gap, cause: action.cause, step: action.step },
      ...{ code: line.code, question: await nameOf(ctx, action), source: action.source, northKorea: action.northKorea },
      ...{ state: action.state, isOpen: isOpen(action.state), isOverdue: line.isOverdue },
      ...{ due: line.due, dueNote: line.dueNote, owner: line.owner, supplier: line.supplier },
      reviewed: action.reviewed ? formatCalendarDate(action.reviewed, "day", ctx.language) : t("actions:page.never"),
      ...(line.effect && { effect: line.effect }),
      ...saysOf(ctx, action),
      files: await proofFiles(ctx, action),
      history: await historyLines(ctx, action),
      steps: mayWrite ? await nextSteps(ctx, action) : [],
      fields: fieldsOf(action),
      owners: await owners(ctx),
      mayWrite,
    };
  },
});

function fieldsOf({ gap, cause, step, owner = "", due }: NamedAction) {
  return { gap, cause, step, owner, due };
}

async function nameOf(ctx: TeamContext, { org, attestation, question }: NamedAction): Promise<string> {
  const file = question === undefined ? undefined : await ctx.store.attestations.get(org, attestation);
  return file && question ? questionName(ctx, file, question) : "";
}

function saysOf(
  ctx: TeamContext,
  { ownStep, responsible, ownDue, progress }: NamedAction,
): Pick<ActionPageView, "says"> {
  if (ownStep === "" && responsible === "" && ownDue === undefined) return {};
  const day = ownDue === undefined ? "" : formatCalendarDate(ownDue, "day", ctx.language);
  return { says: { ownStep, responsible, ownDue: day, progress } };
}

/** Once it is proven it is judged; until then somebody looks how far it is. */
const judging: readonly BuyerStep[] = ["done", "returned", "looked", "dropped"];
const following: readonly BuyerStep[] = ["asked", "agreed", "looked", "done", "dropped"];

/** The steps that begin where the action stands, the usual next one first. */
async function nextSteps(ctx: TeamContext, action: NamedAction): Promise<readonly StepView[]> {
  const order = action.state === "proven" ? judging : following;
  const possible = order.filter((step) => buyerSteps[step].from.some((state) => state === action.state));
  return Promise.all(
    possible.map(async (step) => {
      const isTold = step === "asked" || step === "returned";
      const note = isTold ? { note: await toldNote(ctx, action) } : {};
      return { step, isReasoned: step === "returned" || step === "dropped", ...note };
    }),
  );
}

/** Whom a mail would tell. */
async function toldNote(ctx: TeamContext, action: NamedAction): Promise<string> {
  const mail = await actionMail(ctx, action, "actions", ctx.clock.now());
  const t = ctx.t(ctx.language);
  return mail ? t("actions:step.asked.mailed", { address: mail.to }) : t("actions:step.asked.unmailed");
}
