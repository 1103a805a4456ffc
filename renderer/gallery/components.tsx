import { type ReactElement, useLayoutEffect } from 'react';
import type { Snapshot } from '../../contract/screen.ts';
import { pick, wordsOf } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { DeviceHint } from '../ui/device-hint.tsx';
import { DigitBoxes } from '../ui/digit-boxes.tsx';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icon.tsx';
import { ICON_SHAPES, type IconName } from '../ui/icon-shapes.tsx';
import { LockerFront } from '../ui/locker-front.tsx';
import { Notice } from '../ui/notice.tsx';
import { StepProgress } from '../ui/progress.tsx';
import { SignaturePad } from '../ui/signature-pad.tsx';
import { Stepper } from '../ui/stepper.tsx';
import { Tile } from '../ui/tile.tsx';
import { CameraStates } from './camera-states.tsx';
import { ITEMS } from './sample-items.ts';
import { COLUMNS } from './sample-locker.ts';

const ICON_NAMES = Object.keys(ICON_SHAPES) as IconName[];
const ignore = (): void => undefined;

/** The parts of the design system side by side. */
export function Components({ snapshot }: { snapshot: Snapshot }): ReactElement {
  const words = wordsOf(snapshot.language);
  const label = pick(ITEMS.account.name, snapshot.language);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.orientation = snapshot.orientation;
    for (const [mode, on] of Object.entries(snapshot.modes)) root.toggleAttribute(`data-${mode}`, on);
  });
  return (
    <main className="components">
      <h1>{words.product}</h1>
      <div className="tiles">
        <Tile icon="medical" label={label} onPress={ignore} />
        <Tile icon="police" label={label} unavailable={words.needsNetwork} onPress={ignore} />
      </div>
      <Button kind="primary" icon="print" onPress={ignore}>
        {words.printPages(3)}
      </Button>
      <div className="bar">
        <Button onPress={ignore}>{words.back}</Button>
        <Button pressed onPress={ignore}>
          {words.elder}
        </Button>
        <Button disabled onPress={ignore}>
          {words.layingOut}
        </Button>
        <Button kind="bar" icon="eye" onPress={ignore}>
          {words.reveal}
        </Button>
      </div>
      <Notice icon="check">{words.caseSafe}</Notice>
      <Notice kind="warn" icon="warn">
        {words.offline}
      </Notice>
      <Notice kind="step" icon="staff">
        {words.nextAskStaff(snapshot.kiosk.phone)}
      </Notice>
      <Facts columns={2} facts={[{ key: 'a', label: words.documentNumber, value: 'YB-20261121-000731' }]} />
      <Stepper
        label={words.stepsLabel}
        steps={words.attractSteps.map((step, index) => ({ icon: ICON_NAMES[index] ?? 'check', label: step }))}
      />
      <StepProgress label={words.printingProgress} done={2} all={5} />
      <div className="hints">
        <DeviceHint lit={['card']} motion="put" words={words} />
        <DeviceHint lit={['paper', 'receipt']} motion="take" words={words} />
        <DeviceHint lit={['card', 'scanner']} motion="put" words={words} />
      </div>
      <DigitBoxes label={words.handInCase} typed="3101202026" groups={[6, 4, 5]} />
      <div className="hints">
        <LockerFront columns={COLUMNS} cell={24} label={words.doorCell(24)} open />
        <SignaturePad strokes={[[100, 500, 400, 300, 600, 700]]} onStroke={ignore} label={words.signPad} note="" />
      </div>
      <CameraStates snapshot={snapshot} />
      <p className="icon-sheet">
        {ICON_NAMES.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </p>
    </main>
  );
}
