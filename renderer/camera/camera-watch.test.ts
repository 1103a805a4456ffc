import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ASKING_LIMIT_MS, type CameraState, LOOK_AGAIN_MS, type WantedCamera } from './camera-state.ts';
import { type CameraWatch, watchCamera } from './camera-watch.ts';
import type { CameraSource } from './find-camera.ts';

// A socket with cameras that a test plugs, unplugs, lends to others and breaks; real ones are in the journeys.

class Track extends EventTarget {
  on = true;
  stop(): void {
    this.on = false;
  }
}

class Socket extends EventTarget {
  readonly cameras = new Map<string, Track[]>();
  /** What opening answers with instead of a stream. */
  fault: string | undefined;
  /** Opening answers only when the test says so. */
  slow = false;
  readonly waiting: (() => void)[] = [];
  named = true;
  asked = 0;

  plug(label: string): void {
    this.cameras.set(label, []);
    this.dispatchEvent(new Event('devicechange'));
  }

  unplug(label: string): void {
    const tracks = this.cameras.get(label) ?? [];
    this.cameras.delete(label);
    for (const track of tracks.filter(({ on }) => on)) {
      track.on = false;
      track.dispatchEvent(new Event('ended'));
    }
    this.dispatchEvent(new Event('devicechange'));
  }

  tracksOn = (): number => [...this.cameras.values()].flat().filter(({ on }) => on).length;

  enumerateDevices = async () => [
    { kind: 'audioinput', deviceId: 'm', label: 'HD Camera microphone' },
    ...[...this.cameras.keys()].map((label) => ({
      kind: 'videoinput',
      deviceId: label,
      label: this.named ? label : '',
    })),
  ];

  getUserMedia = async (constraints: { video: true | { deviceId: { exact: string } }; audio: false }) => {
    this.asked += 1;
    if (this.slow) await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.fault) throw new DOMException('', this.fault);
    this.named = true;
    const label = constraints.video === true ? [...this.cameras.keys()][0] : constraints.video.deviceId.exact;
    const tracks = this.cameras.get(label ?? '');
    if (!tracks) throw new DOMException('', 'OverconstrainedError');
    const track = new Track();
    tracks.push(track);
    return { getTracks: () => [track] };
  };
}

const WANTED: WantedCamera = { purpose: 'document', label: '05a3:9230', rotate: 0 };
const CAMERA = 'HD Camera (05A3:9230)';

let socket: Socket;
let told: CameraState[];
let allowed: boolean;
let watch: CameraWatch | undefined;
beforeEach(() => {
  vi.useFakeTimers();
  socket = new Socket();
  told = [];
  allowed = false;
});
afterEach(() => {
  watch?.close();
  vi.useRealTimers();
});

const start = (): void => {
  watch = watchCamera({
    wanted: WANTED,
    source: socket as unknown as CameraSource,
    allowed: async () => allowed,
    tell: (state) => told.push(state),
  });
};
const settle = () => vi.advanceTimersByTimeAsync(0);
const kinds = (): string[] => told.map(({ kind }) => kind);

test('a part of the label is enough, in any case, and a microphone of that name is none', async () => {
  socket.plug('Face Camera (0c45:6366)');
  socket.plug(CAMERA);
  start();
  await settle();
  expect(told).toEqual([{ kind: 'asking' }, expect.objectContaining({ kind: 'live', label: CAMERA })]);
});

test('names are not told yet: asked once for any camera, which is let go, then for the right one', async () => {
  socket.plug('Face Camera (0c45:6366)');
  socket.plug(CAMERA);
  socket.named = false;
  start();
  await settle();
  expect(kinds()).toEqual(['asking', 'live']);
  expect(socket.asked).toBe(2);
  expect(socket.tracksOn()).toBe(1);
});

test('unplugged in use, and plugged in again: missing, then live by itself', async () => {
  socket.plug(CAMERA);
  start();
  await settle();
  socket.unplug(CAMERA);
  await settle();
  expect(kinds().at(-1)).toBe('missing');
  socket.plug(CAMERA);
  await settle();
  expect(kinds().at(-1)).toBe('live');
  expect(socket.tracksOn()).toBe(1);
});

test('plugging in is not told by the system: found all the same', async () => {
  start();
  await settle();
  socket.cameras.set(CAMERA, []);
  await vi.advanceTimersByTimeAsync(LOOK_AGAIN_MS.missing);
  expect(kinds()).toEqual(['asking', 'missing', 'live']);
});

describe('what a browser says of a camera that does not open', () => {
  test.each([
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
    ['TypeError', 'failed'],
    ['SomethingNewError', 'failed'],
  ])('%s: %s', async (name, kind) => {
    socket.plug(CAMERA);
    socket.fault = name;
    start();
    await settle();
    expect(kinds()).toEqual(['asking', kind]);
  });
});

test('another program lets it go: opened by itself, without asking again in between', async () => {
  socket.plug(CAMERA);
  socket.fault = 'NotReadableError';
  start();
  await vi.advanceTimersByTimeAsync(LOOK_AGAIN_MS.busy);
  expect(new Set(kinds().slice(1))).toEqual(new Set(['busy']));
  socket.fault = undefined;
  await vi.advanceTimersByTimeAsync(LOOK_AGAIN_MS.busy);
  expect(kinds().at(-1)).toBe('live');
});

test('refused: nobody is asked again until the browser itself says that it is allowed', async () => {
  socket.plug(CAMERA);
  socket.fault = 'NotAllowedError';
  start();
  await vi.advanceTimersByTimeAsync(LOOK_AGAIN_MS.refused * 5);
  expect(socket.asked).toBe(1);
  allowed = true;
  socket.fault = undefined;
  await vi.advanceTimersByTimeAsync(LOOK_AGAIN_MS.refused);
  expect(kinds()).toEqual(['asking', 'refused', 'live']);
});

test('no answer at all: failed in bounded time, and the stream that comes too late is stopped', async () => {
  socket.plug(CAMERA);
  socket.slow = true;
  start();
  await vi.advanceTimersByTimeAsync(ASKING_LIMIT_MS);
  expect(kinds()).toEqual(['asking', 'failed']);
  for (const answer of socket.waiting.splice(0)) answer();
  await settle();
  expect(socket.tracksOn()).toBe(0);
  expect(kinds().at(-1)).toBe('failed');
});

test('a picture that stands still is failed, let go, and opened again', async () => {
  socket.plug(CAMERA);
  start();
  await settle();
  watch?.frozen();
  expect(kinds().at(-1)).toBe('failed');
  expect(socket.tracksOn()).toBe(0);
  await vi.advanceTimersByTimeAsync(LOOK_AGAIN_MS.failed);
  expect(kinds().at(-1)).toBe('live');
});

test('closed while it opens: the stream is stopped, nothing is told, no timer is left', async () => {
  socket.plug(CAMERA);
  socket.slow = true;
  start();
  await settle();
  watch?.close();
  for (const answer of socket.waiting.splice(0)) answer();
  await settle();
  socket.plug('another');
  await settle();
  expect(kinds()).toEqual(['asking']);
  expect(socket.tracksOn()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('plugged in and out many times in a row: one stream at the end', async () => {
  start();
  for (let turn = 0; turn < 20; turn += 1) {
    socket.plug(CAMERA);
    if (turn % 3 === 0) await settle();
    socket.unplug(CAMERA);
  }
  socket.plug(CAMERA);
  await vi.advanceTimersByTimeAsync(LOOK_AGAIN_MS.missing);
  expect(kinds().at(-1)).toBe('live');
  expect(socket.tracksOn()).toBe(1);
});
