import en from "./texts/en.json" with { type: "json" };

/** The texts of this version, one file a language. Whoever reads another language gets English until there is a file in it. */
export const languages: readonly unknown[] = [en];
