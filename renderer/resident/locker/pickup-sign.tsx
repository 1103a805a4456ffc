import { type ReactElement, useState } from 'react';
import type { Screen as ScreenOf } from '../../../contract/screen.ts';
import { SignForm } from './sign-form.tsx';
import { StillQuestion } from './still-question.tsx';
import { useSmallStill } from './use-small-still.ts';

export type PickupSignScreen = Extract<ScreenOf, { name: 'pickupSign' }>;

/** Everything is proven. A question about a picture first, where this machine takes one; then the signature. */
export function PickupSign(screen: PickupSignScreen): ReactElement {
  const asks = screen.still === 'ask' && screen.camera !== undefined;
  const [agreed, setAgreed] = useState<boolean>();
  const still = useSmallStill(asks && agreed === true ? screen.camera : undefined);
  if (asks && agreed === undefined) return <StillQuestion onAnswer={setAgreed} />;
  return <SignForm {...screen} taken={still} />;
}
