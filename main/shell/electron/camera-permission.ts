import type { MediaAccessPermissionRequest, PermissionCheckHandlerHandlerDetails } from 'electron';
import { isOwnAddress } from './own-address.ts';

/**
 * The one power that the page has beyond any page: to look through the machine's cameras (document capture, the remote
 * window). Electron asks for camera and microphone under the same name, `media`; what decides is in the details, and
 * whatever they leave open is denied.
 */
export function mayOpenCamera(details: Partial<MediaAccessPermissionRequest>, origin: string | null): boolean {
  const { mediaTypes = [], securityOrigin } = details;
  const cameraAlone = mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
  return cameraAlone && ownMainFrame(details, origin) && isOwn(securityOrigin, origin);
}

/** The quiet question before it: without a yes the page does not learn the names of the cameras. */
export function maySeeCameras(
  details: Partial<PermissionCheckHandlerHandlerDetails>,
  requestingOrigin: string,
  origin: string | null,
): boolean {
  // Of a frame inside of the page: there is none, and there shall be none that looks.
  if (details.embeddingOrigin !== undefined) return false;
  return details.mediaType === 'video' && ownMainFrame(details, origin) && isOwn(requestingOrigin, origin);
}

function ownMainFrame(details: { isMainFrame?: boolean; requestingUrl?: string }, origin: string | null): boolean {
  return details.isMainFrame === true && isOwn(details.requestingUrl, origin);
}

function isOwn(address: string | undefined, origin: string | null): boolean {
  return origin !== null && address !== undefined && isOwnAddress(address, origin);
}
