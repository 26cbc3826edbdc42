import type { BandBounds } from "#app/views/team/supplier/rating";
import type { Band } from "#terms/bands";

type Zone = { band: Band; from: number; to: number };

/** The four bands along 0 to 100, in their order. */
export function zonesOf({ medium, high, critical }: BandBounds): readonly Zone[] {
  return [
    { band: "low", from: 0, to: medium },
    { band: "medium", from: medium, to: high },
    { band: "high", from: high, to: critical },
    { band: "critical", from: critical, to: 100 },
  ];
}

/** Points of 0 to 100 as units of a picture, with one decimal. Never mirrored: an axis runs one way everywhere. */
export function scaleTo(start: number, width: number): (points: number) => number {
  return (points) => Math.round((start + (Math.min(100, Math.max(0, points)) / 100) * width) * 10) / 10;
}
