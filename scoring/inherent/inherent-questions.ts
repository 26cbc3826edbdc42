/** The questions that each part of the inherent risk is read from: country, goods, workforce, transparency. */
export const questionsOf = {
  C: ["B1"],
  S: ["B1", "C1", "C2"],
  W: ["D1", "D2", "D3", "D4"],
  T: ["C3", "E4", "L1"],
} as const;

/** All of them. None may be asked because of the inherent risk; that is why L3 is not among them. */
export const inherentQuestions: readonly string[] = [...new Set(Object.values(questionsOf).flat())];
