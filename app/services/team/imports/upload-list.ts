import * as z from "zod";
import { languageWithAllTexts } from "#app/i18n/languages";
import { fault } from "#app/services/context/faults";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { hasEndlessLine, unsupportedKind } from "#app/services/team/supplier-file/file/file-kind";
import { isSafeWorkbook } from "#app/services/team/supplier-file/workbook/unpacked-size";
import { keepUpload, largestUpload } from "./kept-uploads";

/** The page where a list is handed in, for those who may do so. */
export const showUpload = teamUseCase({
  permission: "suppliers.import",
  input: noInput,
  events: [],
  run: (ctx) => ({ title: ctx.t(languageWithAllTexts(ctx.language))("team:import.title") }),
});

/**
 * Keeps a list of suppliers for a day, until its preview is confirmed; returns the name of the upload. Nothing of it is in
 * the record yet.
 * @param file a text in any encoding, or a workbook (XLSX)
 * @throws Problem "not-saved" where the disk is full
 */
export const uploadList = teamUseCase({
  permission: "suppliers.import",
  input: z.object({ file: z.instanceof(Uint8Array) }),
  events: [],
  async run(ctx, { file }) {
    if (file.byteLength === 0) return fault("file", "list-empty");
    if (file.byteLength > largestUpload) return fault("file", "list-too-large");
    const kind = unsupportedKind(file);
    if (kind === "spreadsheet" && (await isSafeWorkbook(file))) return keepUpload(ctx, file);
    if (kind) return fault("file", kind);
    if (hasEndlessLine(file)) return fault("file", "list-endless");
    return keepUpload(ctx, file);
  },
});
