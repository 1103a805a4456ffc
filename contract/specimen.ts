import { z } from 'zod';
import { identityCardSchema } from './identity-card.ts';

/** A person who does not exist, for demo and tests. See `assets/specimen/README.md` for how the numbers were made. */
export const specimenPersonSchema = z.object({
  id: z.string().regex(/^[a-z-]+$/),
  card: identityCardSchema,
  /** What the reference center's departments know: it steers which records there are. */
  life: z.enum(['retired', 'employee', 'newcomer', 'visitor', 'unknown']),
  /** What the person is in the specimen set for. */
  shows: z.string(),
});
export type SpecimenPerson = z.infer<typeof specimenPersonSchema>;
