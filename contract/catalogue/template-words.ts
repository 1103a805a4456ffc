import type { DocumentTemplate, FieldTemplate, SharedTemplate, TemplateUse } from './template.ts';

/** A shared template in the words of the item that uses it. */
export function inTheWordsOf(use: TemplateUse, { id: _id, ...template }: SharedTemplate): DocumentTemplate {
  const own = <F extends FieldTemplate>(field: F, path: string): F => {
    const label = use.labels?.[path];
    const sample = use.sample?.[path];
    return { ...field, ...(label && { label }), ...(sample && { sample }) };
  };
  return {
    ...template,
    title: use.title,
    sealOwner: use.sealOwner,
    subject: template.subject.map((field) => own(field, field.key)),
    tables: template.tables.map((table) => {
      const sampleRows = use.sampleRows?.[table.key] ?? table.sampleRows;
      return {
        ...table,
        ...(sampleRows && { sampleRows }),
        columns: table.columns.map((column) => own(column, `${table.key}.${column.key}`)),
      };
    }),
    notes: [...(use.notes ?? []), ...template.notes],
  };
}

/** Names that `use` changes and the template does not have: a slip of the pen in an item's file. */
export function unknownPaths(use: TemplateUse, template: DocumentTemplate): string[] {
  const tables = new Set(template.tables.map(({ key }) => key));
  const fields = new Set([
    ...template.subject.map(({ key }) => key),
    ...template.tables.flatMap((table) => table.columns.map(({ key }) => `${table.key}.${key}`)),
  ]);
  return [
    ...Object.keys(use.labels ?? {})
      .filter((path) => !fields.has(path))
      .map((path) => `labels.${path}`),
    ...Object.keys(use.sample ?? {})
      .filter((path) => !fields.has(path))
      .map((path) => `sample.${path}`),
    ...Object.keys(use.sampleRows ?? {})
      .filter((key) => !tables.has(key))
      .map((key) => `sampleRows.${key}`),
  ];
}
