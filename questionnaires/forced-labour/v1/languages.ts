import ar from "./texts/ar.json" with { type: "json" };
import en from "./texts/en.json" with { type: "json" };
import zhHans from "./texts/zh-Hans.json" with { type: "json" };

/** The texts of this version, one file a language. A file that is not listed here is not used. */
export const languages: readonly unknown[] = [en, ar, zhHans];
