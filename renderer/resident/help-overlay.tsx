import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Overlay } from '../ui/overlay.tsx';
import { useView } from '../ui/view.ts';

/** Whom to call, what to say, how it goes. */
export function HelpOverlay({ onClose }: { onClose: () => void }): ReactElement {
  const { words, snapshot } = useView();
  return (
    <Overlay label={words.helpTitle} className="help" onClose={onClose}>
      <h2>{words.helpTitle}</h2>
      <div className="help-row">
        <Icon name="phone" />
        <div>
          <p>{words.helpCall}</p>
          <p className="help-phone">{snapshot.kiosk.phone}</p>
          <p>{words.helpStaff}</p>
        </div>
      </div>
      <p>
        {words.helpSay}
        <strong>{snapshot.kiosk.id}</strong>
      </p>
      <ol className="help-steps">
        {words.helpHow.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Button kind="primary" icon="check" onPress={onClose}>
        {words.close}
      </Button>
    </Overlay>
  );
}
