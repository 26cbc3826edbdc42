import { noInput } from "#app/services/context/inputs";
import { visitorUseCase } from "#app/services/context/use-case";
import { languageLinks } from "#app/services/supplier/page/language-links";
import { uiLanguage } from "#app/services/supplier/page/page-texts";
import type { FrameView } from "#app/views/supplier/frame";

/** What stands round the help page, which belongs to nobody's request. */
export const showHelp = visitorUseCase({
  permission: "links.use",
  input: noInput,
  events: [],
  run(ctx): { frame: FrameView } {
    const ui = uiLanguage(ctx.language);
    return {
      frame: {
        language: ui,
        chosen: ctx.language,
        title: ctx.t(ui)("supplier:help.title"),
        buyer: "",
        languages: languageLinks("/attest-help", ui),
      },
    };
  },
});
