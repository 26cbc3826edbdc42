/** What the test of killed processes and the program that it kills agree on. */

/** Short, so that the test need not wait half a minute for what each killed process left. */
export const leaseMs = 1_000;

export const stepsOfJob = 3;
