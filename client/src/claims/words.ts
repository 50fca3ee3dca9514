import type { ReviewStatus } from '../../../common/review.ts';

/** The words that labels are made of, in the display language. Given from outside, so that labels can be made without VS Code. */
export interface Words {
  /** `第12行` */
  line(line: number): string;
  /** `12 处论断` */
  claims(count: number): string;
  /** A group of claims that nobody else is named for. */
  readonly author: string;
  /** A group of claims before the first heading. */
  readonly noSection: string;
  /** `已忽略:…` */
  ignored(reason: string): string;
  readonly ignoredWithoutReason: string;
  /** `已核实`; the status of a review by its name. */
  status(status: ReviewStatus): string;
  /** The words changed since they were reviewed. */
  readonly changed: string;
  /** No such claim is found at the place any more. */
  readonly gone: string;
  /** Two reviewers disagree. */
  readonly conflict: string;
  /** Whose decision it is, what, and why: `周屹的结论：驳回，受访者原话` */
  decision(reviewer: string | null, status: ReviewStatus, reason: string | null): string;
  /** The pattern's name by its code, where no claim tells it. */
  pattern(code: string): string;
}
