/** The far end of a wire, where a simulator sits. */
export interface SimulatedPort {
  /** What a driver opens: a path of a pseudo-terminal. The same name after every replug. */
  readonly path: string;
  send(bytes: Uint8Array): void;
  /** At most one listener. */
  onReceive(listener: (bytes: Uint8Array) => void): void;
  /** Pulls the cable: the path vanishes, the driver's open port dies. */
  unplug(): Promise<void>;
  plug(): Promise<void>;
  /** Ends for good and leaves no process and no file behind. */
  close(): Promise<void>;
}
