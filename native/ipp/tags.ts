/** Tags, operations and status codes of RFC 8010 §3.5 and RFC 8011 §5.4.15 and appendix B that this driver uses. */
export const GROUP_TAG = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04, unsupported: 0x05 } as const;

export const VALUE_TAG = {
  noValue: 0x13,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  octetString: 0x30,
  dateTime: 0x31,
  resolution: 0x32,
  rangeOfInteger: 0x33,
  begCollection: 0x34,
  textWithLanguage: 0x35,
  nameWithLanguage: 0x36,
  endCollection: 0x37,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  naturalLanguage: 0x48,
  mimeMediaType: 0x49,
  memberName: 0x4a,
} as const;

export const OPERATION = {
  createJob: 0x0005,
  sendDocument: 0x0006,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
} as const;

/** Operations in words, for whoever watches. */
export const OPERATION_NAMES: Readonly<Record<number, string>> = {
  [OPERATION.createJob]: 'Create-Job',
  [OPERATION.sendDocument]: 'Send-Document',
  [OPERATION.cancelJob]: 'Cancel-Job',
  [OPERATION.getJobAttributes]: 'Get-Job-Attributes',
  [OPERATION.getJobs]: 'Get-Jobs',
  [OPERATION.getPrinterAttributes]: 'Get-Printer-Attributes',
};

/** Status codes below this are successful (RFC 8011 appendix B.1.2). */
export const FIRST_FAILURE = 0x0100;
export const NOT_FOUND = 0x0406;
/** client-error-attributes-or-values-not-supported. */
export const VALUES_NOT_SUPPORTED = 0x040b;
export const GONE = 0x0407;
