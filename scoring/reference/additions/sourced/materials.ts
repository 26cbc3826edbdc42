import type { RowDoubt } from "#scoring/editions/schemas";
import { questionableMaterials } from "#scoring/reference/additions/materials";
import { priorityMaterials } from "./priority-sectors";

type NamedMaterial = { id: string; name: string; goods: string[]; sources: string[]; doubt?: RowDoubt };

const oneNote: RowDoubt = {
  kind: "secondary",
  text: "The line of the Department of Labor that stands for it was read in one public research note of 5 October 2026.",
};
const note = { sources: ["research-note-2026"], doubt: oneNote };

/** Materials that the list of November 2026 adds or says otherwise. Copper stands for what is made of it, as cotton does. */
const changed: NamedMaterial[] = [
  { id: "copper", name: "Copper", goods: ["copper", "electrolytic-copper-products"], ...note },
  { id: "electrolytic-copper", name: "Electrolytic copper", goods: ["electrolytic-copper-products"], ...note },
  { id: "lithium", name: "Lithium", goods: ["lithium"], ...note },
  { id: "manganese", name: "Manganese", goods: ["manganese"], ...note },
];

const ironForSteel: RowDoubt = {
  kind: "judgement",
  text: "The Department of Labor lists iron and not steel; that iron stands for it is this project's judgement.",
};

/** Materials asked about by name, with what each rests on. */
export const sourcedMaterials = [
  ...questionableMaterials
    .filter(({ id }) => !changed.some((one) => one.id === id))
    .map(({ uflpaPriority: _, ...known }) => ({
      ...known,
      sources: ["dol-2022"],
      ...(known.id === "steel" ? { doubt: ironForSteel } : {}),
    })),
  ...changed,
].map(({ sources, ...known }) => {
  const uflpaPriority = priorityMaterials.includes(known.id);
  return { ...known, uflpaPriority, sources: uflpaPriority ? [...sources, "uflpa-sectors"] : sources };
});
