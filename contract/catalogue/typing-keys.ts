/** The key that offers the next hanzi for the same letters, and after the last ones the first again. */
export const MORE_CANDIDATES_KEY = '›';
