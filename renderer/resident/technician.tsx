import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { formatInstant } from '../i18n/format.ts';
import { refusalWords } from '../i18n/refusal-words.ts';
import { Button } from '../ui/button.tsx';
import { type Fact, Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { ScrollPages } from '../ui/scroll-pages.tsx';
import { useView } from '../ui/view.ts';
import { TechnicianCameras } from './technician-cameras.tsx';
import { TechnicianDevices } from './technician-devices.tsx';

type TechnicianScreen = Extract<ScreenOf, { name: 'technician' }>;

/**
 * How the machine stands, for whoever mends it: to look at only, nothing personal. Where there is a locker, its staff sign in
 * from here.
 */
export function Technician({ catalogue, devices, cameras }: TechnicianScreen): ReactElement {
  const { words, say, snapshot, send } = useView();
  const { refused, previousVersion, checkedAt } = catalogue;
  const hasLocker = devices.some(({ device }) => device === 'locker');
  const instant = (text: string): string => formatInstant(new Date(text), snapshot.language);
  const facts: Fact[] = [
    { key: 'name', label: words.catalogueName, value: catalogue.catalogue },
    { key: 'version', label: words.catalogueVersion, value: catalogue.version },
    { key: 'published', label: words.cataloguePublished, value: instant(catalogue.publishedAt) },
    { key: 'items', label: words.catalogueItems, value: catalogue.items },
    { key: 'previous', label: words.cataloguePrevious, value: previousVersion ?? words.catalogueNone },
    { key: 'checked', label: words.catalogueChecked, value: checkedAt ? instant(checkedAt) : words.catalogueNever },
  ];
  return (
    <Screen className="technician" title={words.technicianTitle} lead={words.technicianLead}>
      <ScrollPages label={words.technicianTitle}>
        <TechnicianDevices devices={devices} />
        {refused ? (
          <Notice icon="warn" kind="warn">
            <p>
              <strong>{words.catalogueRefused}</strong>{' '}
              {refused.version !== undefined && `${words.refusedVersion(refused.version)} · `}
              {instant(refused.at)}
            </p>
            <p>{say(refusalWords(refused.reason))}</p>
            <p className="small">
              {refused.reason}: {refused.detail}
            </p>
          </Notice>
        ) : (
          <Notice icon="check">{words.catalogueNoneRefused}</Notice>
        )}
        <Facts columns={2} facts={facts} turned />
      </ScrollPages>
      <div className="bar-of-two">
        <TechnicianCameras cameras={cameras} />
        {hasLocker && (
          <Button icon="staff" onPress={() => send({ type: 'openStaff' })}>
            {words.technicianStaff}
          </Button>
        )}
      </div>
    </Screen>
  );
}
