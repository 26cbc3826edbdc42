import ar from "./texts/ar.json" with { type: "json" };
import en from "./texts/en.json" with { type: "json" };
import zhHans from "./texts/zh-Hans.json" with { type: "json" };
import ar2 from "./texts-2/ar.json" with { type: "json" };
import en2 from "./texts-2/en.json" with { type: "json" };
import zhHans2 from "./texts-2/zh-Hans.json" with { type: "json" };

/**
 * The texts of this version, one file a language. A file that is not listed here is not used. Those in `texts-2` are the
 * second revision: only what is said otherwise since.
 */
export const languages: readonly unknown[] = [en, ar, zhHans, en2, ar2, zhHans2];
