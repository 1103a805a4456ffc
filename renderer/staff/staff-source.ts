import { createContext } from 'react';
import type { StaffConnection } from '../bridge/staff-connection.ts';

/** How the staff's page reaches the core; null: it does not, as in the gallery. */
export const StaffSourceContext = createContext<(() => StaffConnection) | null>(null);
