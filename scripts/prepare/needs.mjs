/**
 * Debian packages, each with a file by which it is known to be there: looking for a file is quicker than asking dpkg,
 * and right on machines that have the program from elsewhere.
 */
const CHROMIUM = { package: 'chromium', files: ['/usr/bin/chromium'] };
/** Its wish for a running Avahi is answered by a stand-in of ours: `native/ipp/simulator/dns-sd.ts`. */
const PRINTING = { package: 'cups-ipp-utils', files: ['/usr/sbin/ippeveprinter', '/usr/bin/ippeveprinter'] };
/** A queue in front of the printer, and the tools that make one; nobody's queue is touched. */
const PRINT_QUEUE = { package: 'cups', files: ['/usr/sbin/cupsfilter', '/usr/bin/cupsfilter'] };
/** `upsd` and its stand-in for a UPS. */
const UPS_SERVER = { package: 'nut-server', files: ['/lib/nut/dummy-ups', '/usr/lib/nut/dummy-ups'] };
const PSEUDO_TERMINALS = { package: 'socat', files: ['/usr/bin/socat'] };
const PDF_TOOLS = { package: 'poppler-utils', files: ['/usr/bin/pdftotext'] };
const VIRTUAL_DISPLAY = { package: 'xvfb', files: ['/usr/bin/Xvfb'] };
/** The power-cut test compiles its shim. */
const COMPILER = [
  { package: 'gcc', files: ['/usr/bin/gcc'] },
  { package: 'libc6-dev', files: ['/usr/include/stdio.h'] },
];
/** A real PC/SC daemon with a virtual reader, for the tests of the social-security card. */
const SMART_CARDS = [
  { package: 'pcscd', files: ['/usr/sbin/pcscd'] },
  { package: 'vsmartcard-vpcd', files: ['/usr/lib/pcsc/drivers/serial/libifdvpcd.so'] },
];

/** What each command needs of the machine. */
export const NEEDS = {
  build: [],
  catalogue: [CHROMIUM],
  devices: [],
  simulate: [PSEUDO_TERMINALS, PRINTING],
  drill: [PSEUDO_TERMINALS, PRINTING],
  fuzz: [],
  staff: [],
  start: [CHROMIUM, PRINTING, PSEUDO_TERMINALS],
  journey: [CHROMIUM, PRINTING, PSEUDO_TERMINALS, PDF_TOOLS],
  bench: [CHROMIUM, PRINTING, PSEUDO_TERMINALS, PDF_TOOLS],
  test: [
    CHROMIUM,
    PRINTING,
    PRINT_QUEUE,
    UPS_SERVER,
    PSEUDO_TERMINALS,
    PDF_TOOLS,
    VIRTUAL_DISPLAY,
    ...COMPILER,
    ...SMART_CARDS,
  ],
};
