import {
  type Condition,
  conditionQuestions,
  conditionSubjects,
  readsInherentRisk,
} from "#questionnaires/conditions/condition-schema";
import type { Fill, Part, Question, Questionnaire } from "#questionnaires/definition";

/** What must come before what, and the way round a circle if there is one. */
type Sorted<Item> = { readonly order: readonly Item[]; readonly circle?: readonly string[] };

export type OrderedQuestion = { readonly question: Question; readonly parts: readonly Part[] };

/** Questions, and the parts in them, each after all that its conditions name; otherwise in the order people see them. */
export function evaluationOrder(definition: Questionnaire): readonly OrderedQuestion[] {
  return sortQuestions(definition).order.map((question) => ({ question, parts: sortParts(question).order }));
}

/** Every circle of conditions as its path, "G3 -> D4 -> G3": one for the questions, and one for each question's parts. */
export function findCycles(definition: Questionnaire): readonly string[] {
  const all = definition.sections.flatMap(({ questions }) => questions);
  return [sortQuestions(definition), ...all.map(sortParts)].flatMap(({ circle }) =>
    circle ? [circle.join(" -> ")] : [],
  );
}

function sortQuestions(definition: Questionnaire): Sorted<Question> {
  const all = definition.sections.flatMap(({ questions }) => questions);
  return sort(
    all,
    ({ id }) => id,
    (question) => questionsBefore(question, all),
  );
}

/** The other questions of which a question reads something: what it is shown by, fills itself from, and has people choose among. */
function questionsBefore(question: Question, all: readonly Question[]): readonly string[] {
  const withSites = all.find(({ parts }) => parts.some(({ id, type }) => id === "sites" && type === "table"));
  const own = question.shown ? conditionQuestions(question.shown) : [];
  const ofParts = conditionsOf({ ...question, shown: undefined }).flatMap(conditionQuestions);
  const ofFills = fillsOf(question).map((fill) => fill.question);
  const ofSites = withSites !== undefined && question.parts.some(refersToSites) ? [withSites.id] : [];
  // A part may depend on its own question's other parts: their order is settled among the parts.
  return [...own, ...[...ofParts, ...ofFills, ...ofSites].filter((id) => id !== question.id)];
}

function conditionsOf({ shown, parts, unsureIf }: Question): readonly Condition[] {
  return [shown, ...parts.map((part) => part.shown), ...Object.values(unsureIf ?? {})].filter(
    (one) => one !== undefined,
  );
}

/**
 * The codes of the questions that can be asked, or answered, otherwise where inherent risk is another: those that read it, and
 * all that read something of those.
 * @param order as `evaluationOrder` gives it
 */
export function questionsByInherentRisk(order: readonly OrderedQuestion[]): ReadonlySet<string> {
  const all = order.map(({ question }) => question);
  const found = new Set<string>();
  for (const question of all) {
    const isFirst = conditionsOf(question).some(readsInherentRisk);
    if (isFirst || questionsBefore(question, all).some((id) => found.has(id))) found.add(question.id);
  }
  return found;
}

/** Whether a part has people choose among the sites they listed. */
export function refersToSites(part: Part): boolean {
  if (part.type === "table") return part.columns.some((column) => "list" in column && column.list === "sites");
  return "list" in part && part.list === "sites";
}

function sortParts(question: Question): Sorted<Part> {
  const name = ({ id }: { id: string }) => `${question.id}.${id}`;
  return sort(question.parts, name, (part) => {
    const fill = part.type === "table" && part.fill?.question === question.id ? [name({ id: part.fill.part })] : [];
    const inner = part.shown === undefined ? [] : conditionSubjects(part.shown);
    return [
      ...inner
        .filter(({ question: id }) => id === question.id)
        .flatMap(({ part: id }) => (id === undefined ? [] : [name({ id })])),
      ...fill,
    ];
  });
}

function fillsOf({ parts }: Question): readonly Fill[] {
  return parts.flatMap((part) => (part.type === "table" && part.fill ? [part.fill] : []));
}

/** Depth first, so that the path in hand is the circle when one closes. Names that do not exist are reported by the checks of conditions. */
function sort<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  before: (item: Item) => readonly string[],
): Sorted<Item> {
  const byName = new Map(items.map((item) => [nameOf(item), item]));
  const done = new Set<string>();
  const order: Item[] = [];
  const path: string[] = [];
  let circle: readonly string[] | undefined;

  function visit(name: string): void {
    const item = byName.get(name);
    if (item === undefined || done.has(name) || circle !== undefined) return;
    if (path.includes(name)) {
      circle = [...path.slice(path.indexOf(name)), name];
      return;
    }
    path.push(name);
    for (const needed of before(item)) visit(needed);
    path.pop();
    done.add(name);
    order.push(item);
  }

  for (const name of byName.keys()) visit(name);
  return { order, circle };
}
