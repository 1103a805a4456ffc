import { entry } from './entry.ts';

/** The smart document locker: picking up, handing in, and the work of staff. The boards' own are in `device-errors.ts`. */
export const LOCKER_ERRORS = {
  'locker.starting': entry(
    '柜子正在自检，请稍等一会儿再试。',
    'The locker is checking its doors. Please try again in a moment.',
    'the sensors have not all been read and compared with the store since the start',
    'tryAgain',
  ),
  'locker.full': entry(
    '暂无可使用柜子，请稍后再来，或交给工作人员。',
    'No cell is free. Please come back later, or ask the staff.',
    'no cell of a sufficient size is free, closed and in service',
    'askStaff',
  ),
  'locker.cellBusy': entry(
    '这个柜门正在使用，请等它关好再试。',
    'This door is in use. Please wait until it is closed.',
    'another act at this cell has not ended',
    'tryAgain',
  ),
  'locker.otherDoorOpen': entry(
    '还有柜门没有关好，请先关好柜门。',
    'Another door is still open. Please close it first.',
    'a door that this person was let to stands open',
    'mendAndContinue',
  ),
  'locker.outOfService': entry(
    '这个柜门暂停使用，您的件还在里面。请联系工作人员取出。',
    'This door is out of service; your document is safe inside. Please ask the staff.',
    'the cell is out of service or has an open exception',
    'askStaff',
  ),
  'locker.notThere': entry(
    '这份件现在不能这样处理，请刷新后再看。',
    'This cannot be done with it now. Please look again.',
    'the parcel or cell is not in a state in which this act is possible',
    'tryAgain',
  ),
  // Pick-up
  'pickup.wrongCode': entry(
    '取件码不对，请对照短信再输一次。',
    'This code is not right. Please compare it with the message and type it again.',
    'no live code of the parcel or person agrees',
    'tryAgain',
  ),
  'pickup.locked': entry(
    '输错次数太多，请过一会儿再试，或联系工作人员。',
    'Too many wrong codes. Please try again later, or ask the staff.',
    'tries used up; locked for a time, staff were told',
    'askStaff',
  ),
  'pickup.usedCode': entry(
    '这个取件码已经用过了。',
    'This code has been used already.',
    'the code was used or replaced; each opens once',
    'askStaff',
  ),
  'pickup.unknownQr': entry(
    '本柜没有这个二维码对应的件，请核对短信里的取件地点。',
    'There is nothing here for this QR code. Please check the place in the message.',
    'a pick-up code of another machine, or of none',
    'elsewhere',
  ),
  'pickup.otherParcel': entry(
    '取件码和二维码不是同一份件，请用同一条短信里的取件码和二维码。',
    'Code and QR code are for different documents. Please use both from the same message.',
    'both are live and belong to different parcels',
    'tryAgain',
  ),
  'pickup.nothingHere': entry(
    '本柜没有这张证件的件。请核对短信里的取件地点；代别人取的，请用取件码和二维码。',
    'There is nothing here for this card. Please check the place in the message; if you come for somebody else, use code and QR code.',
    'no stored parcel of this holder at this machine',
    'elsewhere',
  ),
  'pickup.holderOnly': entry(
    '这份件只能本人持身份证领取，请本人带身份证来。',
    'This document is handed to its holder only. Please come in person with the identity card.',
    'the item allows no agent, and the holder’s card is not among the proofs',
    'elsewhere',
  ),
  'pickup.notReady': entry(
    '这份件正在由工作人员处理，暂时不能取，请联系工作人员。',
    'The staff are seeing to this document; it cannot be taken now. Please ask them.',
    'the parcel is not stored behind a closed door that works',
    'askStaff',
  ),
  // Cases
  'case.malformed': entry(
    '办件编号是15位数字，请核对后再输。',
    'A case number has fifteen digits. Please check it.',
    'not fifteen digits, or a check character that does not agree',
    'tryAgain',
  ),
  'case.unknown': entry(
    '没有查到这个办件编号，请核对。',
    'This case number is not known. Please check it.',
    'the center does not know the case',
    'tryAgain',
  ),
  'case.elsewhere': entry(
    '这个办件不属于本站点，请核对送达地点。',
    'This case belongs to another site. Please check the place.',
    'the center says that the case is of another site',
    'elsewhere',
  ),
  'case.noMobile': entry(
    '这个办件没有手机号，存入后无法通知本人。请先补登手机号。',
    'This case has no mobile number; nobody could be told. Please add it first.',
    'the case has no mobile number',
    'askStaff',
  ),
  'case.noHolder': entry(
    '这个办件没有证件号码，存入后无法核对领取人。请先补登。',
    'This case has no identity number; nobody could be let to it. Please add it first.',
    'the case has no identity number of its holder',
    'askStaff',
  ),
  'case.notReady': entry(
    '这个办件还没有可以交接的材料或证照。',
    'There is nothing to hand over in this case yet.',
    'the case is not in a state for this direction',
    'elsewhere',
  ),
  'case.closed': entry(
    '这个办件已经办结领取。',
    'This case is closed; everything has been handed over.',
    'the case is closed',
    'elsewhere',
  ),
  'case.stored': entry(
    '这个办件的件已经在柜里。',
    'There is a parcel of this case in a locker already.',
    'a live parcel of this case and direction exists',
    'elsewhere',
  ),
  'case.notYours': entry(
    '这个办件不是您的，请放上办件人的身份证，或核对编号。',
    'This case is not yours. Please use the applicant’s card, or check the number.',
    'the holder of the case is not the holder of the card, and no agent is allowed',
    'elsewhere',
  ),
  // Staff
  'staff.wrong': entry(
    '工号、证件或密码不对。',
    'Number, card or PIN is not right.',
    'unknown number or card, or a wrong PIN; which of them is not told',
    'tryAgain',
  ),
  'staff.locked': entry(
    '输错次数太多，已锁定，请过一会儿再试或找管理员。',
    'Too many wrong tries; locked for a time. Please ask an administrator.',
    'tries used up',
    'askStaff',
  ),
  'staff.needsCard': entry(
    '管理员要放上本人证件，再输密码。',
    'Administrators need their card as well as their PIN.',
    'an administrator signs in with two factors',
    'mendAndContinue',
  ),
  'staff.notAllowed': entry(
    '您没有这项操作的权限，请找管理员。',
    'You may not do this. Please ask an administrator.',
    'the role does not allow the act',
    'askStaff',
  ),
  'staff.needsSecond': entry(
    '打开有件的柜门要两个人，请另一位工作人员登录确认。',
    'Opening a cell with something inside takes two people. Please have a colleague sign in.',
    'inspection of an occupied cell by one person',
    'askStaff',
  ),
  'staff.sameSecond': entry(
    '第二位要是另一个人。',
    'The second person must be somebody else.',
    'first and second are the same',
    'tryAgain',
  ),
} as const;
