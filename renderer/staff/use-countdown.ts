import { useEffect, useState } from 'react';

const SECOND_MS = 1_000;

/** Seconds that go down by themselves between two words of the core, which corrects them; never below zero. */
export function useCountdown(seconds: number): number {
  const [counted, setCounted] = useState({ from: seconds, left: seconds });
  if (counted.from !== seconds) setCounted({ from: seconds, left: seconds });
  useEffect(() => {
    setCounted({ from: seconds, left: seconds });
    const timer = setInterval(() => setCounted(({ from, left }) => ({ from, left: Math.max(0, left - 1) })), SECOND_MS);
    return () => clearInterval(timer);
  }, [seconds]);
  return counted.left;
}
