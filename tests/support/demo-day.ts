/** The day on which the made-up world is looked at; everything in it happened before. */
export const demoToday = new Date("2026-11-10T08:30:00.000Z");
