/** Where a command writes, a line at a time. */
export interface Output {
  out(line: string): void;
  err(line: string): void;
}
