/** What an event is about, and what is worth knowing about it. */
export type About<Type extends string, Details = Record<string, never>> = {
  readonly subject: Type;
  readonly details: Readonly<Details>;
};
