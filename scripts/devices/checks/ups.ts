import type { DeviceCheck } from './check.ts';

/** What the UPS says of itself; pulling its plug is left to the technician's own decision. */
export const checkUps: DeviceCheck = async ({ link, say }) => {
  const { details, evidence } = link.health();
  for (const [part, word] of Object.entries(details)) say.line('seen', `  ${part}: ${word}`);
  say.line('seen', `  ${evidence}`);
  return true;
};
