import { type LaidOutDocument, type LayoutRequest, layOutDocument } from '../lay-out-document.ts';
import { sampleRequest } from './sample-request.ts';

/** The document of a request that can be laid out. */
export async function laidOut(request: LayoutRequest): Promise<LaidOutDocument> {
  const result = await layOutDocument(request);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** The sample for somebody else. */
export const withName = (name: string): LayoutRequest =>
  sampleRequest(1, { holder: { name, idNumber: '319999197901309034' } });

/** The sample with other rows in its second table. */
export function withRows(rows: LayoutRequest['record']['tables'][string]): LayoutRequest {
  const { record, ...rest } = sampleRequest(0);
  return { ...rest, record: { ...record, tables: { ...record.tables, months: rows } } };
}
