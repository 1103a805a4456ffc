import PDFDocument from 'pdfkit';
import type { CardKind } from '../../contract/identity-card.ts';
import { type Pen, penOn } from './pen.ts';
import { drawQrCode } from './qr-code.ts';
import { drawSeal } from './seal.ts';

const ISSUER = '上海市样本公安局';

const CARD_NAMES: Readonly<Record<CardKind, string>> = {
  resident: '居民身份证',
  hkMacaoTaiwan: '港澳台居民居住证',
  foreigner2017: '外国人永久居留身份证',
  foreigner2023: '外国人永久居留身份证',
};

export interface CertificateContent {
  readonly number: string;
  readonly verifyUrl: string;
  readonly issuedAt: Date;
  readonly holder: { readonly name: string; readonly cardKind: CardKind; readonly idNumber: string };
  /** All `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly periodFrom: string;
  readonly periodTo: string;
}

export interface FinishedPdf {
  readonly bytes: Buffer;
  readonly pages: number;
}

/** A4 in points. */
const WIDTH = 595.28;
const HEIGHT = 841.89;
const MIDDLE = WIDTH / 2;
const LEFT = 92;
const RIGHT = WIDTH - LEFT;

/** Lays out 无犯罪记录证明 on one A4 page. The same content gives the same bytes. The lowest 14 mm stay free for the machine. */
export async function noCriminalRecordPdf(content: CertificateContent): Promise<FinishedPdf> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: 'zh-CN',
    pdfVersion: '1.7',
    info: { Title: `无犯罪记录证明 ${content.number}`, Author: ISSUER, CreationDate: content.issuedAt },
  });
  const finished = new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  const pen = penOn(document);
  drawGround(document, pen);
  drawHead(document, pen, content);
  drawHolder(document, pen, content);
  drawStatement(pen, content);
  drawIssuer(document, pen, content);
  drawFoot(document, pen, content);
  document.end();
  return { bytes: await finished, pages: 1 };
}

/** Frame, and 样本 over the page so that no copy can be passed off. */
function drawGround(document: PDFKit.PDFDocument, pen: Pen): void {
  document
    .lineWidth(1.6)
    .strokeColor('#8c1c20')
    .rect(42, 42, WIDTH - 84, HEIGHT - 96)
    .stroke();
  document
    .lineWidth(0.5)
    .rect(48, 48, WIDTH - 96, HEIGHT - 108)
    .stroke();
  document
    .save()
    .opacity(0.06)
    .rotate(-35, { origin: [MIDDLE, HEIGHT / 2] });
  pen.line('样本 SPECIMEN', MIDDLE, HEIGHT / 2 + 30, {
    size: 66,
    weight: 'bold',
    colour: '#8c1c20',
    anchor: 'middle',
    spacing: 4,
  });
  document.restore();
}

function drawHead(document: PDFKit.PDFDocument, pen: Pen, { number }: CertificateContent): void {
  pen.line(ISSUER, MIDDLE, 112, { size: 17, weight: 'bold', colour: '#8c1c20', anchor: 'middle', spacing: 4 });
  document.lineWidth(1).strokeColor('#8c1c20').moveTo(LEFT, 128).lineTo(RIGHT, 128).stroke();
  pen.line('无犯罪记录证明', MIDDLE, 186, { size: 30, weight: 'bold', anchor: 'middle', spacing: 8 });
  pen.line('CERTIFICATE OF NO CRIMINAL RECORD', MIDDLE, 208, {
    size: 9.5,
    colour: '#555555',
    anchor: 'middle',
    spacing: 1.2,
  });
  pen.line(`编号：${number}`, RIGHT, 240, { size: 10.5, colour: '#333333', anchor: 'right' });
}

function drawHolder(document: PDFKit.PDFDocument, pen: Pen, { holder, birthDate }: CertificateContent): void {
  const rows = [
    ['姓　　名', holder.name],
    ['证件类型', CARD_NAMES[holder.cardKind]],
    ['证件号码', holder.idNumber],
    ['出生日期', chineseDate(birthDate)],
  ] as const;
  const top = 258;
  const rowHeight = 34;
  const labelWidth = 100;
  document.lineWidth(0.7).strokeColor('#777777');
  document.rect(LEFT, top, labelWidth, rowHeight * rows.length).fillAndStroke('#faf4f2', '#777777');
  for (const [index, [label, value]] of rows.entries()) {
    const y = top + index * rowHeight;
    document.rect(LEFT, y, RIGHT - LEFT, rowHeight).stroke('#777777');
    pen.line(label, LEFT + labelWidth / 2, y + 22, { size: 12, weight: 'bold', anchor: 'middle' });
    pen.line(value, LEFT + labelWidth + 16, y + 22, { size: 13, maxWidth: RIGHT - LEFT - labelWidth - 32 });
  }
}

function drawStatement(pen: Pen, { periodFrom, periodTo }: CertificateContent): void {
  const size = 14;
  const indent = LEFT + size * 2;
  pen.line('经查询全国违法犯罪人员信息资源库（样本），上述人员在', indent, 446, { size, maxWidth: RIGHT - indent });
  const period = `${chineseDate(periodFrom)}至${chineseDate(periodTo)}`;
  const end = pen.line(period, LEFT, 474, { size, weight: 'bold' });
  pen.line('期间，未发现有犯罪记录。', end, 474, { size, maxWidth: RIGHT - end });
  pen.line('特此证明。', indent, 512, { size });
}

function drawIssuer(document: PDFKit.PDFDocument, pen: Pen, { periodTo }: CertificateContent): void {
  // The seal touches the date, as is the custom (骑年盖月), and leaves both lines readable.
  pen.line(ISSUER, RIGHT - 158, 632, { size: 14, anchor: 'middle' });
  pen.line(chineseDate(periodTo), RIGHT - 158, 660, { size: 14, anchor: 'middle' });
  drawSeal(document, pen, RIGHT - 66, 632, 62, ISSUER);
}

function drawFoot(document: PDFKit.PDFDocument, pen: Pen, { verifyUrl }: CertificateContent): void {
  drawQrCode(document, verifyUrl, LEFT, 590, 88);
  pen.line('扫码核对真伪', LEFT + 44, 694, { size: 9.5, colour: '#333333', anchor: 'middle' });
  document.lineWidth(0.5).strokeColor('#bbbbbb').moveTo(LEFT, 722).lineTo(RIGHT, 722).stroke();
  const notes = [
    '本证明只反映出具之日前的查询结果。涂改、复制件无效，请以扫码核对的结果为准。',
    '样本文件：人员、机构和内容均为虚构，仅供演示，不具任何效力。',
  ];
  for (const [index, note] of notes.entries()) pen.line(note, LEFT, 740 + index * 16, { size: 9, colour: '#555555' });
}

const chineseDate = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
};
