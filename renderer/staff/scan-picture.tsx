import type { ReactElement } from 'react';

export interface ScanPictureProps {
  readonly isChecking: boolean;
  readonly hasScanner: boolean;
}

/** A slip with its bar code in the light of the scanner; words say the same beside it. */
export function ScanPicture({ isChecking, hasScanner }: ScanPictureProps): ReactElement {
  return (
    <svg
      className={isChecking ? 'scan-picture checking' : 'scan-picture'}
      viewBox="0 0 320 240"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="slip" x="60" y="16" width="200" height="208" rx="12" />
      <path className="slip-line" d="M92 148h136M92 172h136M92 196h88" />
      <path
        className="bars"
        d="M92 48v64M104 48v64M122 48v64M134 48v64M156 48v64M168 48v64M190 48v64M208 48v64M226 48v64"
      />
      <path className="bars thick" d="M113 48v64M145 48v64M179 48v64M217 48v64" />
      {hasScanner && <path className="beam" d="M28 80h264" />}
    </svg>
  );
}
