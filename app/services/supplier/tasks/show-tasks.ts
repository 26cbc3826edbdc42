import { joinItems } from "#app/i18n/writing/punctuation";
import { toldTime } from "#app/services/answers/measured-time";
import type { SupplierContext } from "#app/services/context/contexts";
import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { againOnTasks } from "#app/services/supplier/again/again-view";
import { approvalOnTasks } from "#app/services/supplier/approval/approval-on-tasks";
import { isEnded } from "#app/services/supplier/colleagues/open-colleague-link";
import { allEarlier } from "#app/services/supplier/earlier/all-earlier";
import { askedLines } from "#app/services/supplier/help/help-thread";
import { dueParts, frameOf } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { firstOpenQuestion } from "#app/services/supplier/session/after-question";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { TasksView, TaskView } from "#app/views/supplier/tasks";
import type { AnsweringTime, Colleague } from "#db/records";
import { type SectionState, sectionStates } from "#questionnaires/walk";

/** All sections with how far each is, and where to go on. */
export const showTasks = supplierUseCase({
  permission: "attestations.answer",
  input: noInput,
  events: [],
  async run(ctx): Promise<TasksView> {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    const { definition, sections } = session.questionnaire;
    const base = addressOf(session);
    const states = sectionStates(session.walk);
    const { org, id } = session.file.attestation;
    const times = await ctx.store.times.get(session.file.attestation);
    const withNames = namesBySection(session, await ctx.store.colleagues.list(org, id));
    const own = states.filter(({ section }) => isOwn(session, section.id));
    // A section in which every question is optional is never a gap, so it is not counted.
    const asked = own.filter(({ questions }) => questions.some(({ optional }) => !optional));
    const done = asked.filter(({ state }) => state === "completed").length;
    const gap = firstOpenQuestion(session);
    // All is answered before it is signed: "completed" would read as sent.
    const approval = gap ? undefined : await approvalOnTasks(ctx, words);
    const title = gap
      ? words.t("supplier:tasks.title", { done, all: asked.length })
      : (approval?.title ?? words.t("supplier:tasks.allAnswered"));
    const last = sections.at(-1);
    const again = await againOnTasks(ctx, words);
    return {
      frame: frameOf(ctx, session, words, {
        title: words.t("supplier:tasks.pageTitle", { title: again?.title ?? title }),
        from: "",
      }),
      title: again?.title ?? title,
      again,
      due: dueParts(ctx, session.file.campaign, words),
      approval,
      ...(gap ? { open: { code: gap, href: `${base}/${gap}` } } : {}),
      groups: definition.groups
        .map((group) => ({
          name: words.say(`group.${group}`),
          tasks: states
            .filter(({ section }) => section.group === group)
            .map((state) =>
              taskView(session, state, words, {
                base,
                names: withNames.get(state.section.id) ?? [],
                time: times?.sections[state.section.id],
              }),
            ),
        }))
        .filter(({ tasks }) => tasks.length > 0),
      finish: { name: words.say(`section.${last?.id}`), code: last?.id ?? "", href: `${base}/check` },
      base,
      ...((await hasEarlier(ctx)) ? { earlier: `${base}/earlier` } : {}),
      asked: await askedLines(ctx, session, words),
      askedTitle: words.t("supplier:ask.thread", { buyer: session.file.organisation.name }),
      ...(ctx.may("colleagues.ask") ? { colleagues: `${base}/colleagues` } : {}),
      ...(ctx.may("attestations.sign") || session.standIn ? {} : { signer: session.colleague?.askedBy }),
    };
  },
});

/** Whether there is something to take over, or another link could bring it, while something is open. */
async function hasEarlier(ctx: SupplierContext): Promise<boolean> {
  if (firstOpenQuestion(ctx.session) === undefined) return false;
  return ctx.may("answers.fetch") || (await allEarlier(ctx, ctx.session)).length > 0;
}

/** Who has which section, besides whoever reads this. */
function namesBySection(
  session: SupplierSession,
  colleagues: readonly Colleague[],
): ReadonlyMap<string, readonly string[]> {
  const { colleague, questionnaire, file } = session;
  const others = colleagues.filter((one) => one.id !== colleague?.id && !isEnded(one, file));
  return new Map(
    questionnaire.sections.map(({ id }) => {
      const names = others.filter(({ sections }) => sections.includes(id)).map(({ name }) => name);
      return [id, names.length === 0 && !isOwn(session, id) ? [colleague?.askedBy ?? ""] : names];
    }),
  );
}

function isOwn({ colleague }: SupplierSession, section: string): boolean {
  return colleague === undefined || colleague.sections.includes(section);
}

function taskView(
  session: SupplierSession,
  state: SectionState,
  words: PageTexts,
  { base, names, time }: { readonly base: string; readonly names: readonly string[]; readonly time?: AnsweringTime },
): TaskView {
  const { section, questions } = state;
  const { walk } = session;
  const open = questions.find(({ id, optional }) => !optional && walk.stateOf(id) !== "answered");
  const first = isOwn(session, section.id) ? (open ?? questions[0]) : undefined;
  const name = joinItems(names, words.ui);
  const measured = first && state.state !== "completed" ? toldTime(time) : undefined;
  return {
    code: section.id,
    name: words.say(`section.${section.id}`),
    ...(first ? { href: `${base}/${first.id}` } : {}),
    state: state.state,
    ...noteOf(state, words),
    ...(measured ? { time: words.t("supplier:tasks.time", measured) } : {}),
    ...(names.length > 0 ? { with: words.t("supplier:colleagues.with", { name }) } : {}),
  };
}

function noteOf(state: SectionState, words: PageTexts): Pick<TaskView, "note"> {
  const { answered, asked, questions } = state;
  if (state.state === "in-progress")
    return { note: words.t("supplier:tasks.answered", { done: answered, all: asked }) };
  const isOptional = state.state === "not-started" && questions.every(({ optional }) => optional);
  return isOptional ? { note: words.t("supplier:tasks.optional") } : {};
}
