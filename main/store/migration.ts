/** One step of the schema: runs in one transaction and is never changed after it was shipped. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
