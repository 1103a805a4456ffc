import { type ReactElement, useState } from 'react';
import { CAMERA_PURPOSES, type CameraPurpose } from '../../contract/camera.ts';
import type { CamerasConfig } from '../../contract/device-config/cameras.ts';
import { CameraLabels } from '../camera/camera-labels.tsx';
import { Button } from '../ui/button.tsx';
import { Overlay } from '../ui/overlay.tsx';
import { useView } from '../ui/view.ts';
import { TechnicianCamera } from './technician-camera.tsx';

/**
 * The cameras of this machine, one at a time: two in full resolution are more than one USB bus carries, and the second
 * would be called busy. All that is touched stands at the bottom, where it is in every mode.
 */
export function TechnicianCamerasOverlay(props: { cameras: CamerasConfig; onClose: () => void }): ReactElement {
  const { cameras, onClose } = props;
  const { words } = useView();
  const configured = CAMERA_PURPOSES.filter((purpose) => cameras[purpose] !== undefined);
  const [chosen, setChosen] = useState<CameraPurpose | undefined>(configured[0]);
  const camera = chosen && cameras[chosen];
  const nameOf = (purpose: CameraPurpose): string => words.cameraNames[CAMERA_PURPOSES.indexOf(purpose)] ?? purpose;
  return (
    <Overlay label={words.cameras} className="cameras" onClose={onClose}>
      <h2>{chosen ? nameOf(chosen) : words.cameras}</h2>
      {chosen && camera ? (
        <TechnicianCamera key={chosen} wanted={{ purpose: chosen, ...camera }} />
      ) : (
        <div className="camera-frame camera-none">
          <p>{words.camerasNone}</p>
          <CameraLabels />
        </div>
      )}
      <div className="camera-bar">
        {configured.length > 1 &&
          configured.map((purpose) => (
            <Button key={purpose} pressed={purpose === chosen} onPress={() => setChosen(purpose)}>
              {nameOf(purpose)}
            </Button>
          ))}
        <Button icon="back" onPress={onClose}>
          {words.camerasClose}
        </Button>
      </div>
    </Overlay>
  );
}
