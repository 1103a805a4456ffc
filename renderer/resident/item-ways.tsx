import type { ReactElement } from 'react';
import { formatMetres } from '../i18n/format.ts';
import { Icon } from '../ui/icon.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { useView } from '../ui/view.ts';
import type { ItemScreen } from './item.tsx';

/** How it goes on elsewhere: the nearest places, the phone, a QR code. The phone and the staff are always there. */
export function ItemWays({ guide, handledBy, nearest, qr }: ItemScreen): ReactElement {
  const { words, say } = useView();
  const { phone } = handledBy;
  return (
    <div className="item-part ways-on">
      <div className="ways-text">
        <h2>{words.waysTitle}</h2>
        <ul>
          {nearest.map((place) => (
            <li key={place.id} data-row>
              <Icon name="place" />
              <div>
                <p>
                  <strong>{say(place.name)}</strong>
                  {place.metres !== undefined && <span className="distance"> {formatMetres(place.metres, words)}</span>}
                </p>
                <p className="small">
                  {say(place.address)} · {say(place.hours)} · {place.phone}
                </p>
              </div>
            </li>
          ))}
          <li data-row>
            <Icon name="phone" />
            <div>
              <p>{guide.offers.includes('appointment') ? words.waysAppointment(phone) : words.waysCall(phone)}</p>
              {guide.offers.includes('remoteWindow') && <p>{words.waysRemote(phone)}</p>}
              <p className="small">{words.waysStaff}</p>
            </div>
          </li>
        </ul>
      </div>
      {qr && (
        <figure className="ways-qr" data-row>
          <QrCode rows={qr.rows} label={words.qrLabel} />
          <figcaption>{words.waysQr}</figcaption>
        </figure>
      )}
    </div>
  );
}
