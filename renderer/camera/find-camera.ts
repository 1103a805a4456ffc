/** The part of the browser's `MediaDevices` that cameras need; handed in, so that a test can unplug one. */
export type CameraSource = Pick<
  MediaDevices,
  'enumerateDevices' | 'getUserMedia' | 'addEventListener' | 'removeEventListener'
>;

export interface FoundCamera {
  readonly deviceId: string;
  /** Empty until the page may use cameras. */
  readonly label: string;
}

/** The cameras that the browser sees, in its order. */
export async function listCameras(source: CameraSource): Promise<FoundCamera[]> {
  const devices = await source.enumerateDevices();
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }) => ({ deviceId, label: label.trim() }));
}

/** The first camera with `part` in its label, in any case. Two of one model differ by nothing but their socket. */
export function cameraWith(part: string, cameras: readonly FoundCamera[]): FoundCamera | undefined {
  const wanted = part.trim().toLowerCase();
  return cameras.find(({ label }) => label.toLowerCase().includes(wanted));
}
