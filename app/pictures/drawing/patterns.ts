/** What lies over a colour so that it can be told without. */
export const patterns = [
  { id: "drawn-by-lines", veil: "veil-hatch", ink: "lines", size: 6, d: "M-1 7L7-1M-1 1L1-1M5 7L7 5" },
  { id: "drawn-by-dots", veil: "veil-dots", ink: "dots", size: 6, d: "M2 3h2M5 0h1M5 6h1M0 0h1M0 6h1" },
  { id: "drawn-by-slants", veil: "veil-slants", ink: "slants", size: 6, d: "M-1 1L1-1M-1 7L7-1M5 7L7 5" },
] as const;
