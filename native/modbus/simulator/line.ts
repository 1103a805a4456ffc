import type { Clock } from '../../clock.ts';
import type { SimulatedPort } from '../../transport/simulated-port.ts';
import { checkOf, createRequestDecoder, type SlaveRequest } from './requests.ts';
import type { SimulatedSlave } from './slave.ts';

/** A request that stops in the middle for so long is forgotten, as slaves do after 3.5 characters. */
const SILENCE_MS = 20;
const READ_REGISTERS = 0x03;

/** Puts slaves on one line. Of what goes to everybody (address 0) only a read is answered, as by a board that is alone. */
export function serveSlaves(
  port: SimulatedPort,
  slaves: readonly SimulatedSlave[],
  { clock, replyDelayMs = 5 }: { readonly clock: Clock; readonly replyDelayMs?: number },
): void {
  const decoder = createRequestDecoder();
  let cancelForget: (() => void) | undefined;

  const serve = ({ address, functionCode, body }: SlaveRequest): void => {
    for (const slave of slaves.filter((each) => each.address === address || address === 0)) {
      const said = slave.answer(functionCode, body);
      if (address === 0 && functionCode !== READ_REGISTERS) continue;
      const frame = Uint8Array.of(slave.address, ...said);
      const reply = Uint8Array.of(...frame, ...checkOf(frame));
      if (replyDelayMs === 0) port.send(reply);
      else clock.after(replyDelayMs, () => port.send(reply));
    }
  };
  const serveFrames = (events: ReturnType<typeof decoder.push>): void => {
    for (const event of events) if (event.type === 'frame') serve(event.frame);
  };
  port.onReceive((bytes) => {
    cancelForget?.();
    serveFrames(decoder.push(bytes));
    cancelForget = decoder.held() === 0 ? undefined : clock.after(SILENCE_MS, () => serveFrames(decoder.flush()));
  });
}
