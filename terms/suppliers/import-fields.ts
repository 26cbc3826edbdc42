/** What a column of a list of suppliers can mean. */
export const importFields = ["name", "country", "email", "contact", "language", "externalId", "place"] as const;
export type ImportField = (typeof importFields)[number];
