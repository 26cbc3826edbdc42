import type { TasksView, TaskView } from "#app/components/supplier/tasks/tasks-view";
import type { SupplierContext } from "#app/services/context";
import { type SectionState, sectionStates } from "#questionnaires/journey";
import { frameOf } from "./frame";
import { dueWords } from "./link/landing-page";
import { type PageWords, pageWords } from "./page-words";
import { addressOf, type Sitting } from "./sitting";
import { firstGap } from "./way";

/** All sections with how far each is, and where to go on. */
export function tasksPage(ctx: SupplierContext, sitting: Sitting): TasksView {
  const words = pageWords(ctx, sitting.questionnaire, ctx.language);
  const { definition } = sitting.questionnaire;
  const base = addressOf(sitting);
  const states = sectionStates(sitting.walk);
  // What may be left out neither opens nor closes anything, so it is not counted.
  const asked = states.filter(({ questions }) => questions.some(({ optional }) => !optional));
  const done = asked.filter(({ state }) => state === "completed").length;
  const title = words.t("supplier:tasks.title", { done, all: asked.length });
  const gap = firstGap(sitting);
  const last = definition.sections.at(-1);
  return {
    frame: frameOf(ctx, sitting, words, { title: words.t("supplier:tasks.pageTitle", { title }), from: "" }),
    title,
    due: dueWords(ctx, sitting.file.campaign, words),
    ...(gap ? { gap: { code: gap, href: `${base}/${gap}` } } : {}),
    groups: definition.groups
      .map((group) => ({
        name: words.say(`group.${group}`),
        tasks: states
          .filter(({ section }) => section.group === group)
          .map((state) => taskView(sitting, state, words, base)),
      }))
      .filter(({ tasks }) => tasks.length > 0),
    finish: { name: words.say(`section.${last?.id}`), code: last?.id ?? "", href: `${base}/check` },
    base,
  };
}

function taskView({ walk }: Sitting, state: SectionState, words: PageWords, base: string): TaskView {
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
