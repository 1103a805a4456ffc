import type { ReactElement } from 'react';
import { ERRORS, type ErrorCode } from '../../contract/errors.ts';
import { useView } from '../ui/view.ts';
import { Ended } from './trouble.tsx';

/** The print has ended without success. */
export function PrintFailed({ code, retry }: { code: ErrorCode; retry: boolean }): ReactElement {
  const { words } = useView();
  const title = ERRORS[code].next === 'askStaff' ? words.printUncertainTitle : words.printFailedTitle;
  return <Ended title={code === 'printer.givenUp' ? words.printStoppedTitle : title} code={code} retry={retry} />;
}
