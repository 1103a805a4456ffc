/** A source file of the catalogue is not what it should be: which, where, and what was expected. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}
