import { createReadStream } from 'node:fs';
import { extname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { type DockState, dockActionSchema } from '../../contract/dock.ts';
import { loadCases } from './cases.ts';
import type { DemoMember } from './demo-staff.ts';
import { Desk, type DeskParts } from './desk.ts';
import type { FrameJournal } from './frame-journal.ts';
import { cellsOf } from './more-devices.ts';
import type { Phone } from './phone.ts';
import { projectRoot } from './places.ts';

const TYPES: Readonly<Record<string, string>> = { '.pdf': 'application/pdf', '.png': 'image/png' };

export interface DockOptions extends DeskParts {
  readonly frames: FrameJournal;
  readonly phone: Phone;
  readonly staff: readonly DemoMember[];
  readonly operator: DockState['operator'];
}

/** Serves the developer's page on loopback: the state of the demo machine, and hands to work it with. */
export async function startDock(
  options: DockOptions,
): Promise<{ url: string; setKioskUrl(url: string): void; close(): Promise<void> }> {
  const { people, printer, network, papers, frames } = options;
  const desk = new Desk(options);
  const cases = loadCases(people);
  let kioskUrl = '';
  const app = fastify({ forceCloseConnections: true });
  await app.register(fastifyStatic, { root: join(projectRoot, 'dist', 'renderer'), serve: true });
  await app.register(fastifyStatic, {
    root: join(projectRoot, 'dist', 'fonts'),
    prefix: '/fonts/',
    decorateReply: false,
  });

  app.get('/dock', (_, reply) => reply.sendFile('dock.html'));
  app.get(
    '/dock/state',
    (): DockState => ({
      people: people.map(({ id, card, shows }) => ({ id, label: `${card.name} · ${shows}` })),
      card: desk.card,
      papers: papers.all().map(({ id, kind, pages, href }) => ({ id, kind, pages, href })),
      plugs: desk.plugs,
      document: [...printer.conditions()],
      receipt: [...desk.receiptConditions],
      centerMode: network.mode,
      cells: cellsOf(options.more?.cabinet),
      phone: [...options.phone.messages()],
      cases: options.staff.length === 0 ? [] : [...cases],
      staff: [...options.staff],
      operator: options.operator,
      hands: (options.more?.hands() ?? []).map(({ device, acts }) => ({ device, acts: [...acts] })),
      handRefused: desk.handRefused,
      frames: [...frames.last()],
      kioskUrl,
    }),
  );
  app.post('/dock/action', async (request, reply) => {
    const action = dockActionSchema.safeParse(request.body);
    if (!action.success) return reply.code(400).send({ error: action.error.issues });
    await desk.do(action.data);
    return reply.code(204).send();
  });
  app.get<{ Params: { id: string } }>('/dock/papers/:id', (request, reply) => {
    const paper = papers.all().find(({ id }) => id === request.params.id);
    if (!paper) return reply.code(404).send('no such paper');
    return reply.type(TYPES[extname(paper.file)] ?? 'text/plain').send(createReadStream(paper.file));
  });

  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `${origin}/dock`,
    setKioskUrl(url) {
      kioskUrl = url;
    },
    close: () => app.close(),
  };
}
