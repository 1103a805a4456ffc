/** The npm package `ipp` has no types; only tests use it, to check this codec against another one. */
declare module 'ipp' {
  const ipp: {
    parse(bytes: Buffer): Record<string, unknown>;
    serialize(message: object): Buffer;
  };
  export default ipp;
}
