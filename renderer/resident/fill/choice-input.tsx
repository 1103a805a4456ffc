import type { ReactElement } from 'react';
import type { Bilingual } from '../../../contract/text.ts';
import { Button } from '../../ui/button.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { useView } from '../../ui/view.ts';
import { aPageOf } from '../capacities.ts';
import { ListPager } from '../list-pager.tsx';

interface ChoiceInputProps {
  readonly choices: readonly { readonly value: string; readonly label: Bilingual }[];
  readonly value: string;
}

/** More than these stand in two columns. */
const ONE_COLUMN = 6;

/** One of a few, as big buttons. */
export function ChoiceInput({ choices, value }: ChoiceInputProps): ReactElement {
  const { say, send, snapshot } = useView();
  const pages = usePages(choices, aPageOf('choices', choices.length, snapshot));
  return (
    <>
      <div className={`choices ${choices.length > ONE_COLUMN ? 'many' : ''}`}>
        {pages.shown.map((choice) => (
          <Button
            key={choice.value}
            pressed={choice.value === value}
            onPress={() => send({ type: 'pick', value: choice.value })}
          >
            {say(choice.label)}
          </Button>
        ))}
      </div>
      <ListPager pages={pages} />
    </>
  );
}
