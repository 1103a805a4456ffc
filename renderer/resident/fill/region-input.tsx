import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { useView } from '../../ui/view.ts';
import { aPageOf } from '../capacities.ts';
import { ListPager } from '../list-pager.tsx';
import type { FillScreen } from './fill.tsx';

interface RegionInputProps {
  readonly regions: NonNullable<FillScreen['regions']>;
  readonly value: string;
}

/** Provinces and districts, GB/T 2260. */
export function RegionInput({ regions, value }: RegionInputProps): ReactElement {
  const { say, send, snapshot } = useView();
  const pages = usePages(regions, aPageOf('regions', regions.length, snapshot));
  return (
    <>
      <div className="regions">
        {pages.shown.map(({ code, name }) => (
          <Button key={code} pressed={code === value} onPress={() => send({ type: 'pick', value: code })}>
            {say(name)}
          </Button>
        ))}
      </div>
      <ListPager pages={pages} />
    </>
  );
}
