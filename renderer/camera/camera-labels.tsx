import type { ReactElement } from 'react';
import { useView } from '../ui/view.ts';
import { useCameraLabels } from './use-cameras.ts';

/** More cameras than any kiosk has; the rest of a longer list would push the sentence away. */
const SHOWN = 5;

/** What the cameras of this machine are called: from here the label for the configuration is copied. */
export function CameraLabels(): ReactElement {
  const { words } = useView();
  const labels = useCameraLabels();
  if (labels === 'hidden') return <p className="camera-labels">{words.cameraRefused}</p>;
  if (labels.length === 0) return <p className="camera-labels">{words.camerasNotSeen}</p>;
  return (
    <div className="camera-labels">
      <p>{words.camerasSeen}</p>
      <ul>
        {/* Two of one model have the same label. */}
        {labels.slice(0, SHOWN).map((label, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells two of one model apart
          <li key={`${at} ${label}`}>{label}</li>
        ))}
      </ul>
    </div>
  );
}
