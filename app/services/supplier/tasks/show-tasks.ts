import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { dueParts, frameOf } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { firstOpenQuestion } from "#app/services/supplier/session/after-question";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { TasksView, TaskView } from "#app/views/supplier/tasks";
import { type SectionState, sectionStates } from "#questionnaires/walk";

/** All sections with how far each is, and where to go on. */
export const showTasks = supplierUseCase({
  permission: "attestations.answer",
  input: noInput,
  events: [],
  run(ctx): TasksView {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    const { definition } = session.questionnaire;
    const base = addressOf(session);
    const states = sectionStates(session.walk);
    // A section in which every question is optional is never a gap, so it is not counted.
    const asked = states.filter(({ questions }) => questions.some(({ optional }) => !optional));
    const done = asked.filter(({ state }) => state === "completed").length;
    const gap = firstOpenQuestion(session);
    // All is answered before it is signed: "completed" would read as sent.
    const title = gap
      ? words.t("supplier:tasks.title", { done, all: asked.length })
      : words.t("supplier:tasks.allAnswered");
    const last = definition.sections.at(-1);
    return {
      frame: frameOf(ctx, session, words, { title: words.t("supplier:tasks.pageTitle", { title }), from: "" }),
      title,
      due: dueParts(ctx, session.file.campaign, words),
      ...(gap ? { open: { code: gap, href: `${base}/${gap}` } } : {}),
      groups: definition.groups
        .map((group) => ({
          name: words.say(`group.${group}`),
          tasks: states
            .filter(({ section }) => section.group === group)
            .map((state) => taskView(session, state, words, base)),
        }))
        .filter(({ tasks }) => tasks.length > 0),
      finish: { name: words.say(`section.${last?.id}`), code: last?.id ?? "", href: `${base}/check` },
      base,
    };
  },
});

function taskView({ walk }: SupplierSession, state: SectionState, words: PageTexts, base: string): TaskView {
  const { section, answered, asked, questions } = state;
  const open = questions.find(({ id, optional }) => !optional && walk.stateOf(id) !== "answered");
  const first = open ?? questions[0];
  return {
    code: section.id,
    name: words.say(`section.${section.id}`),
    ...(first ? { href: `${base}/${first.id}` } : {}),
    state: state.state,
    ...(state.state === "in-progress"
      ? { note: words.t("supplier:tasks.answered", { done: answered, all: asked }) }
      : state.state === "not-started" && questions.every(({ optional }) => optional)
        ? { note: words.t("supplier:tasks.optional") }
        : {}),
  };
}
