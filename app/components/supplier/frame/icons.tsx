/** Small drawings beside words; all are hidden from those who listen. */
export function Forward() {
  return (
    <svg className="icon icon-way" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M6 3l5 5-5 5" />
    </svg>
  );
}

export function Back() {
  return (
    <svg className="icon icon-way" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M10 3L5 8l5 5" />
    </svg>
  );
}

export function Tick() {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3 8.5l3.2 3.2L13 4.8" />
    </svg>
  );
}

export function Logo() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 20L10.5 4 18 20M6 14.5h16" />
    </svg>
  );
}
