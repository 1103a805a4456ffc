import type { ReactElement, ReactNode } from 'react';
import type { Material } from '../../contract/catalogue/guide.ts';
import { Facts } from '../ui/facts.tsx';
import { useView } from '../ui/view.ts';
import type { ItemScreen } from './item.tsx';
import { itemFacts } from './item-facts.ts';

function Part({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <div className="item-part">
      <h2 data-row>{title}</h2>
      {children}
    </div>
  );
}

function MaterialLine({ material }: { material: Material }): ReactElement {
  const { words, say } = useView();
  const { name, form, copies, necessity, licence, note } = material;
  const forms = { original: words.originals, copy: words.copies, electronic: words.electronic };
  const about = [
    forms[form](copies),
    necessity === 'ifApplicable' && words.ifApplicable,
    necessity === 'later' && words.later,
    licence && words.licence,
  ].filter((text) => text !== false);
  return (
    <li data-row>
      <p>{say(name)}</p>
      <p className="small">{about.join(' · ')}</p>
      {note && <p className="small">{say(note)}</p>}
    </li>
  );
}

/** The guide of the item, in the order in which people ask. */
export function ItemGuide(screen: ItemScreen): ReactElement {
  const { words, say } = useView();
  const { guide, parts } = screen;
  return (
    <>
      <div className="item-part" data-row>
        <Facts columns={2} facts={itemFacts(screen, words, say)} />
      </div>
      {parts.length > 0 && (
        <Part title={words.parts}>
          <ol className="numbered columns">
            {parts.map(({ name }) => (
              <li key={name.zh} data-row>
                {say(name)}
              </li>
            ))}
          </ol>
        </Part>
      )}
      <Part title={words.materials}>
        {guide.materials.length === 0 && <p data-row>{words.noMaterials}</p>}
        <ul className="materials">
          {guide.materials.map((material) => (
            <MaterialLine key={material.name.zh} material={material} />
          ))}
        </ul>
      </Part>
      <Part title={words.conditions}>
        <ul className="dotted">
          {guide.conditions.map((condition) => (
            <li key={condition.zh} data-row>
              {say(condition)}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={words.steps}>
        <ol className="numbered">
          {guide.steps.map((step) => (
            <li key={step.zh} data-row>
              {say(step)}
            </li>
          ))}
        </ol>
      </Part>
      {guide.faq.length > 0 && (
        <Part title={words.faq}>
          <dl className="faq">
            {guide.faq.map(({ question, answer }) => (
              <div key={question.zh} data-row>
                <dt>{say(question)}</dt>
                <dd>{say(answer)}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
    </>
  );
}
