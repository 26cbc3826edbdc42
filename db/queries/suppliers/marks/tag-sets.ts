/** The tags of a set between bars, `|2|17|`. */
export function tagsOf(set: string | null): readonly string[] {
  return set?.split("|").filter((tag) => tag !== "") ?? [];
}
