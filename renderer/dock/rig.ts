import { type DockAction, type DockState, dockStateSchema } from '../../contract/dock.ts';

/** Asks the rig for what lies in the demo machine. Throws when it does not answer or answers something else. */
export async function fetchDockState(signal: AbortSignal): Promise<DockState> {
  const response = await fetch('dock/state', { signal, cache: 'no-store' });
  if (!response.ok) throw new Error(`dock/state answered ${response.status}`);
  return dockStateSchema.parse(await response.json());
}

/** Does something at the demo machine. */
export async function act(action: DockAction): Promise<void> {
  const response = await fetch('dock/action', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(action),
  });
  if (!response.ok) throw new Error(`dock/action answered ${response.status}`);
}
