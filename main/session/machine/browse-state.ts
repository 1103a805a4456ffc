import type { SessionSetup } from './setup.ts';
import { currentStop, type Stop } from './trail.ts';
import { type SessionContext, visitOf } from './types.ts';

/** Characters. */
const LONGEST_SEARCH = 40;

/** What one key makes of what was typed into the search. */
function typedOn(context: SessionContext, key: string): Stop {
  const stop = currentStop(visitOf(context).trail);
  const text = stop.at === 'search' ? stop.text : '';
  if (key === 'clear') return { at: 'search', text: '' };
  const characters = [...text];
  const next = key === 'delete' ? characters.slice(0, -1) : [...characters, key].slice(0, LONGEST_SEARCH);
  return { at: 'search', text: next.join('') };
}

function sectionOf(context: SessionContext, section: string): Stop {
  const stop = currentStop(visitOf(context).trail);
  return stop.at === 'department' ? { ...stop, section } : stop;
}

const stopCode = (context: SessionContext): string => {
  const stop = currentStop(visitOf(context).trail);
  return stop.at === 'item' ? stop.code : '';
};

/** Looking around: home, departments, life events, search, all about one item. Where the person is, is the trail. */
export function browseState(setup: SessionSetup) {
  return setup.createStateConfig({
    on: {
      openDepartments: { actions: { type: 'go', params: { at: 'departments' } } },
      openThemes: { actions: { type: 'go', params: { at: 'themes' } } },
      openSearch: { actions: { type: 'go', params: { at: 'search', text: '' } } },
      chooseDepartment: {
        guard: { type: 'stopExists', params: ({ event }) => ({ at: 'department', department: event.department }) },
        actions: { type: 'go', params: ({ event }) => ({ at: 'department', department: event.department }) },
      },
      chooseSection: {
        guard: { type: 'stopExists', params: ({ context, event }) => sectionOf(context, event.section) },
        actions: { type: 'changeStop', params: ({ context, event }) => sectionOf(context, event.section) },
      },
      chooseTheme: {
        guard: { type: 'stopExists', params: ({ event }) => ({ at: 'theme', theme: event.theme }) },
        actions: { type: 'go', params: ({ event }) => ({ at: 'theme', theme: event.theme }) },
      },
      key: {
        guard: 'atSearch',
        actions: { type: 'changeStop', params: ({ context, event }) => typedOn(context, event.key) },
      },
      chooseItem: [
        {
          guard: { type: 'canBegin', params: ({ event }) => event.code },
          target: 'begin',
          actions: { type: 'choose', params: ({ event }) => event.code },
        },
        {
          guard: { type: 'itemExists', params: ({ event }) => event.code },
          actions: { type: 'go', params: ({ event }) => ({ at: 'item', code: event.code }) },
        },
      ],
      start: {
        guard: { type: 'canBegin', params: ({ context }) => stopCode(context) },
        target: 'begin',
        actions: { type: 'choose', params: ({ context }) => stopCode(context) },
      },
      printGuide: {
        guard: 'canPrintGuide',
        target: 'guide',
        actions: { type: 'choose', params: ({ context }) => stopCode(context) },
      },
      openPickup: { guard: 'lockerReady', target: 'pickup', actions: { type: 'beginPickup', params: null } },
      openHandIn: { guard: 'lockerReady', target: 'handIn', actions: 'beginHandIn' },
      scanned: {
        guard: 'pickupCode',
        target: 'pickup',
        actions: { type: 'beginPickup', params: ({ event }) => event.scanned },
      },
      back: { actions: 'goBack' },
    },
  });
}
