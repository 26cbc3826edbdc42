import type { Outcome, Test } from "./outcome";

/** Holds when all hold. One that fails decides it; otherwise one that is undecided leaves it open. */
export function every(tests: readonly Test[]): Test {
  return (context) => {
    let outcome: Outcome = "holds";
    for (const test of tests) {
      const one = test(context);
      if (one === "fails") return "fails";
      if (one === "undecided") outcome = "undecided";
    }
    return outcome;
  };
}

/** Holds when one holds; otherwise one that is undecided leaves it open. */
export function some(tests: readonly Test[]): Test {
  return (context) => {
    let outcome: Outcome = "fails";
    for (const test of tests) {
      const one = test(context);
      if (one === "holds") return "holds";
      if (one === "undecided") outcome = "undecided";
    }
    return outcome;
  };
}

/** What is undecided stays so. */
export function negate(test: Test): Test {
  return (context) => {
    const outcome = test(context);
    if (outcome === "undecided") return outcome;
    return outcome === "holds" ? "fails" : "holds";
  };
}

/** Holds unless it is known to fail: not knowing asks as much as the worst answer would. */
export function possibly(test: Test): Test {
  return (context) => (test(context) === "fails" ? "fails" : "holds");
}
