/** Tells a technician what happens: words a line, or JSON for programs. */
export interface Say {
  /** `fields` stand in the JSON; in words only the text does. */
  line(type: string, text: string, fields?: Readonly<Record<string, unknown>>): void;
}

export const createSay = (write: (line: string) => void, json: boolean): Say => ({
  line: (type, text, fields = {}) => write(json ? JSON.stringify({ type, text, ...fields }) : text),
});
