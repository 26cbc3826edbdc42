/**
 * The most questions that go back at once, characters of a comment, times that the answers to one invitation are asked about
 * again, days from now that a due date may be, and days that a link opens after it.
 */
export const returnLimits = { questions: 20, comment: 1_000, rounds: 5, days: 180, linkDays: 60 } as const;
