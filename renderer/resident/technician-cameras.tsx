import { type ReactElement, useState } from 'react';
import type { CamerasConfig } from '../../contract/device-config/cameras.ts';
import { Button } from '../ui/button.tsx';
import { useView } from '../ui/view.ts';
import { TechnicianCamerasOverlay } from './technician-cameras-overlay.tsx';

/** The way to the cameras. They are opened by a touch, not by coming to the page: nobody is looked at unasked. */
export function TechnicianCameras({ cameras }: { cameras: CamerasConfig }): ReactElement {
  const { words } = useView();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="eye" onPress={() => setOpen(true)}>
        {words.cameras}
      </Button>
      {open && <TechnicianCamerasOverlay cameras={cameras} onClose={() => setOpen(false)} />}
    </>
  );
}
