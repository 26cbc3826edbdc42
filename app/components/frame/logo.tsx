/** The mark of Avow; its name stands beside it. */
export function Logo() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 20L10.5 4 18 20M6 14.5h16" />
    </svg>
  );
}
