import { bareText } from "#app/i18n/page-text";
import { plainLine } from "#app/paper/text/plain-line";
import type { BriefList, BriefSheet, BriefWords } from "#app/views/team/supplier/brief-sheet";

/** All that a brief shows, in plain and in bold letters. */
export function briefTexts(brief: BriefSheet): { readonly plain: string; readonly bold: string } {
  const { known, sum, statuses, proof, next, doubts, words } = brief;
  const lists = [known, sum, statuses, proof, next].filter((list): list is BriefList => list !== undefined);
  const texts = [doubts, words].filter((one): one is BriefWords => one !== undefined);
  const rows = lists.flatMap((list) => list.rows);
  const [first, ...others] = brief.verdict;
  const plain = [
    ...[brief.kind, brief.day, brief.facts, ...others, ...brief.foot, brief.substitute, "0123456789…·"],
    ...(brief.ruler?.zones.map(({ name }) => name) ?? []),
    ...lists.flatMap(({ rest, note = "" }) => [rest, note]),
    ...rows.flatMap(({ text, value }) => [text, value]),
    ...texts.flatMap(({ paragraphs, note = "" }) => [...paragraphs.map(bareText), note]),
  ];
  const bold = [
    ...[brief.organisation, brief.name, brief.band, first, "…"],
    ...rows.filter(({ isBold }) => isBold).map(({ value }) => value),
    ...[...lists, ...texts].map(({ heading }) => heading),
  ];
  return { plain: plainLine(plain.join(" ")), bold: plainLine(bold.join(" ")) };
}
