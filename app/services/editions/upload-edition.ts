import * as z from "zod";
import { fault } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { keepUpload } from "#app/services/team/imports/kept-uploads";
import { hasEndlessLine, unsupportedKind } from "#app/services/team/supplier-file/file/file-kind";
import { isSafeWorkbook } from "#app/services/team/supplier-file/workbook/unpacked-size";
import { editionLimits } from "./read-edition";

/**
 * Keeps a file for a day, until its preview is confirmed; returns the name of the upload. Nothing of it is in the record yet.
 * @throws Problem "not-saved" where the disk is full
 */
export const uploadEdition = teamUseCase({
  permission: "editions.add",
  input: z.object({ file: z.instanceof(Uint8Array) }),
  events: [],
  async run(ctx, { file }) {
    if (file.byteLength === 0) return fault("file", "list-empty");
    if (file.byteLength > editionLimits.bytes) return fault("file", "edition-too-large");
    const kind = unsupportedKind(file);
    if (kind === "spreadsheet" && (await isSafeWorkbook(file))) return keepUpload(ctx, file);
    if (kind) return fault("file", kind);
    if (hasEndlessLine(file)) return fault("file", "list-endless");
    return keepUpload(ctx, file);
  },
});
