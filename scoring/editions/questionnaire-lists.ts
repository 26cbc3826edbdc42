import type { ListName } from "#questionnaires/definition";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { referenceLists, sourcedLists } from "./index";
import type { ReferenceLists } from "./reference-lists";

type AskedLists = { readonly definition: Pick<LoadedQuestionnaire["definition"], "lists"> };

/** The ids of each list that comes with the program; sites and questions are of the answers and of the questionnaire. */
export type ListMembers = Readonly<Record<Exclude<ListName, "sites" | "questions">, ReadonlySet<string>>>;

/**
 * The lists that a questionnaire takes its choices from: those that it names, and the first ones where it names none.
 * @throws Error for lists that are not there
 */
export function questionnaireLists({ definition: { lists } }: AskedLists): ReferenceLists {
  const found = [sourcedLists, referenceLists].find(
    ({ goods, materials }) =>
      goods.id === (lists?.goods ?? referenceLists.goods.id) &&
      materials.id === (lists?.materials ?? referenceLists.materials.id),
  );
  if (found === undefined) throw new Error(`There are no lists ${lists?.goods} and ${lists?.materials}`);
  return found;
}

const known = new WeakMap<ReferenceLists, ListMembers>();

/** The members of the lists of a questionnaire; made once. */
export function listMembers(questionnaire: AskedLists): ListMembers {
  const lists = questionnaireLists(questionnaire);
  let members = known.get(lists);
  if (members === undefined) {
    members = {
      countries: new Set(lists.countries.countries.map(({ iso2 }) => iso2)),
      "hs-chapters": new Set(lists.hsChapters.chapters.map(({ chapter }) => chapter)),
      goods: new Set(lists.goods.goods.map(({ id }) => id)),
      materials: new Set(lists.materials.materials.map(({ id }) => id)),
    };
    known.set(lists, members);
  }
  return members;
}
