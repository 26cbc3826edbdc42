type ListFileFieldProps = { label: string; hint: string; error?: string };

/** Where a list is chosen, as CSV or as a workbook: the field `file` of a form. */
export function ListFileField({ label, hint, error }: ListFileFieldProps) {
  return (
    <div className={error ? "field field-error" : "field"}>
      <label htmlFor="file">{label}</label>
      <p className="hint" id="file-hint">
        {hint}
      </p>
      {error && (
        <p className="error-text" id="file-error">
          {error}
        </p>
      )}
      <input
        type="file"
        id="file"
        name="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        aria-describedby={error ? "file-hint file-error" : "file-hint"}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}
