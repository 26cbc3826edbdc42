const paths = {
  forward: "M6 3l5 5-5 5",
  back: "M10 3L5 8l5 5",
  tick: "M3 8.5l3.2 3.2L13 4.8",
  remove: "M4 4l8 8M12 4l-8 8",
  up: "M8 13V3.5M3.8 7.5L8 3.3l4.2 4.2",
  down: "M8 3v9.5M3.8 8.5L8 12.7l4.2-4.2",
  floor: "M2.5 13.5h11M8 11V3M4.8 6L8 2.8 11.2 6",
  open: "M2.5 13.5h11M5.6 6.2a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .8-1 1.6M8 12v.2",
  mail: "M2 4h12v8.5H2zM2.5 4.5L8 9l5.5-4.5",
  stop: "M3.6 12.4l8.8-8.8M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0z",
  clock: "M8 4.2V8l2.6 1.8M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0z",
  link: "M6.6 9.4l2.8-2.8M7.2 4.8l1.5-1.5a2.8 2.8 0 0 1 4 4l-1.5 1.5M8.8 11.2l-1.5 1.5a2.8 2.8 0 0 1-4-4l1.5-1.5",
} as const;

export type IconName = keyof typeof paths;

/** A small drawing beside a word, never instead of one. `mirrored` turns it round where text runs from the right. */
export function Icon({
  name,
  mirrored = false,
  className = "",
}: {
  name: IconName;
  mirrored?: boolean;
  className?: string;
}) {
  const classes = ["icon", mirrored && "icon-way", className].filter(Boolean).join(" ");
  return (
    <svg className={classes} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
