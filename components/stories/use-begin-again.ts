"use client";

import { useState } from "react";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";

export type Beginning = {
  submissionKey: string;
  /** Of a form whose words another tab has sent; nothing of them is left in this one. */
  isSent: boolean;
  /** Begins the form anew, whatever it said and waited for. */
  again: () => void;
};

/** How a form begins, and `times`, its React key: how often it has begun again. */
export function useBeginAgain(submissionKey: string): { times: number; beginning: Beginning } {
  const [begun, setBegun] = useState({ times: 0, submissionKey });
  const again = () =>
    setBegun(({ times }) => ({ times: times + 1, submissionKey: newSubmissionKey() }));
  const { times } = begun;
  return { times, beginning: { submissionKey: begun.submissionKey, isSent: times > 0, again } };
}
