import type { TeamContext } from "#app/services/context/contexts";
import type { CsvFile } from "#app/services/files/csv";
import type { WorkbookFile } from "#app/services/files/workbook";
import { showPlan } from "#app/services/team/imports/show-plan";
import { uploadList } from "#app/services/team/imports/upload-list";
import { expectNoFaults } from "#tests/support/team";

/** The whole text of a table that we wrote, with the mark at its start. */
export async function textOf({ lines }: CsvFile): Promise<string> {
  let text = "\uFEFF";
  for await (const line of lines) text += line;
  return text;
}

/** The bytes of a workbook that we wrote. */
export async function bytesOfWorkbook({ body }: WorkbookFile): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) pieces.push(next.value);
  return new Uint8Array(Buffer.concat(pieces));
}

/** What would become of the rows of a file that is handed in. */
export async function planOf(team: TeamContext, file: Uint8Array<ArrayBuffer>) {
  return showPlan(team, { upload: expectNoFaults(await uploadList(team, { file })) });
}

/** The counts of a list in which nothing is new. */
export const unchanged = (count: number) => ({ added: 0, changed: 0, unchanged: count, refused: 0 });
