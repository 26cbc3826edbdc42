import { languages } from "#app/i18n/languages";
import { hasMailTexts, hasSupplierTexts } from "#app/i18n/texts/coverage";

/**
 * The first language that people can choose and that neither pages nor mails have texts in; undefined once all have some, when
 * the tests of such a language have nothing to say.
 */
export const languageWithoutTexts = languages.find(({ tag }) => !hasSupplierTexts(tag) && !hasMailTexts(tag));
