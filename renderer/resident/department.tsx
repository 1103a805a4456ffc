import { type ReactElement, useState } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';
import { isTight, USUAL_SHOWN } from './capacities.ts';
import { ItemList } from './item-list.tsx';
import { Shelves } from './shelves.tsx';

type DepartmentScreen = Extract<ScreenOf, { name: 'department' }>;

/**
 * The items of one department: its sections as chips, and those of the chosen section; before one is chosen, those that
 * are asked for most. Where there is no room for both, sections come first, and a button changes.
 */
export function Department({ department, sections, section, items }: DepartmentScreen): ReactElement {
  const { words, say, send, snapshot } = useView();
  const [itemsFirst, setItemsFirst] = useState(section !== undefined);
  const usual = sections.length > 0 && section === undefined;
  const tight = isTight(snapshot) && sections.length > 0;
  const showItems = !tight || itemsFirst;
  const chips = (
    <fieldset className="section-chips" aria-label={words.sectionsLabel}>
      <Shelves
        shelves={sections}
        toggles
        chosen={section}
        onPress={(chosen) => {
          setItemsFirst(true);
          send({ type: 'chooseSection', section: chosen });
        }}
      />
    </fieldset>
  );
  return (
    <Screen
      className="browse department"
      title={say(department.name)}
      actions={
        <>
          {sections.length > 0 && (!tight || !showItems) && chips}
          {showItems && usual && <h2>{words.usual}</h2>}
          {showItems && <ItemList key={section} items={usual ? items.slice(0, USUAL_SHOWN) : items} />}
          {tight && (
            <Button icon={showItems ? 'up' : 'next'} onPress={() => setItemsFirst(!itemsFirst)}>
              {showItems ? words.showSections : words.showUsual}
            </Button>
          )}
        </>
      }
    >
      {items.length === 0 && <Notice icon="department">{words.noItems}</Notice>}
    </Screen>
  );
}
