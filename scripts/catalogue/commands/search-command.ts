import { isSelfService } from '../../../contract/catalogue/item.ts';
import type { SearchHit } from '../../../contract/tiles.ts';
import { buildCatalogue, type Site } from '../../../main/catalogue/catalogue.ts';
import { createSearch } from '../../../main/catalogue/search/create-search.ts';
import { withSiteDemand } from '../../../main/catalogue/site-profile.ts';
import { loadSeed } from '../../../main/catalogue/store/load-version.ts';
import type { Output } from '../output.ts';
import { readBuilt } from '../reading/read-built.ts';

export interface SearchOptions {
  readonly catalogue: string;
  /** Whose demand and states count. */
  readonly site: Site;
  readonly json: boolean;
  readonly limit: number;
}

/** Searches as the page of a machine does: the same catalogue, search and order. Answers the exit code; nothing found is 0. */
export async function searchCommand(text: string, options: SearchOptions, { out, err }: Output): Promise<number> {
  const { catalogue: dir, site, json, limit } = options;
  const built = readBuilt(dir);
  if (!built.ok) {
    err(built.error);
    return 1;
  }
  const loaded = await loadSeed(built.value.bundle);
  if (!loaded.ok) throw new Error(`a catalogue that was checked cannot be loaded: ${loaded.error}`);
  const { entries, sources } = loaded.value;
  const catalogue = buildCatalogue(entries, createSearch(withSiteDemand(sources(), entries.profiles, site)), site);
  const { hits, total } = catalogue.search(text, limit, 'zh-CN');
  const found = hits.flatMap(({ code, matched }, index) => {
    const item = catalogue.byCode(code);
    if (!item) return [];
    const { name, department, machine } = item;
    return [
      { rank: index + 1, code, name: name.zh, department, kind: machine.kind, finished: isSelfService(item), matched },
    ];
  });
  if (json) {
    out(JSON.stringify({ text, total, hits: found }, null, 2));
    return 0;
  }
  out(`${total} found for “${text}”${total > found.length ? `, the first ${found.length}` : ''}`);
  for (const { rank, code, name, department, kind, matched } of found) {
    out(
      `${String(rank).padStart(3)}  ${code}  ${name}  (${kind}, ${department})  by ${matched.in}: ${marked(matched)}`,
    );
  }
  return 0;
}

/** The text that matched, with what was found in brackets. */
function marked({ text, ranges }: SearchHit['matched']): string {
  let at = 0;
  const parts = ranges.map(([from, to]) => {
    const part = `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
    return part;
  });
  return `${parts.join('')}${text.slice(at)}`;
}
