import type { Quote, Span } from '../../types.ts';

/** Who a speech verb's subject is, as far as its own paragraph tells. */
export type Subject =
  /** A name as written here: `朱啸虎`, `高盛`, `徐先生`, `施洛斯伯格`. */
  | {
      readonly kind: 'name';
      readonly name: string;
      readonly body: boolean;
      /** False: only if the article has the name elsewhere too; else the sentence's head is taken. */
      readonly sure: boolean;
    }
  | { readonly kind: 'pronoun'; readonly word: string }
  /** `公司`, `公告`, `报告`: the body the article is at. */
  | { readonly kind: 'document'; readonly paper: boolean }
  /** Somebody without a name; `generic`: people in general. */
  | { readonly kind: 'unnamed'; readonly generic: boolean }
  /** `我`, `我们`: whoever speaks already. */
  | { readonly kind: 'self' }
  /** Left out: whom the sentence begins with (`投后负责人邵临溪听不下去,说`), by the words it begins with. */
  | { readonly kind: 'lead' }
  /** Left out: whoever spoke last (`并称`, `还表示`). */
  | { readonly kind: 'same' };

/** A speech verb with its subject. Offsets in the paragraph. */
export interface SpeechAct extends Span {
  /** `[start, end)`: subject through verb. */
  readonly subject: Subject;
  readonly verb: Span;
  /** The indirect speech it brings: empty when a full stop follows. */
  readonly reach: Span;
  /** How the sentence begins, where the verb's own clause does not begin it. */
  readonly lead: string | null;
  /** Index of the quote that it stands within, or -1. */
  readonly within: number;
}

export interface LocalQuote extends Span {
  /** 0: outermost. */
  readonly depth: number;
  readonly closed: boolean;
  /** Somebody's whole statement rather than a term or a title. */
  readonly statement: boolean;
  /** Index of the act that says who speaks, or -1. */
  readonly act: number;
}

/** A line that begins with the name of who speaks in it, or with `问:`. */
export interface LineMark extends Span {
  readonly name: string;
  /** End of the line. */
  readonly until: number;
  /** The line asks something. */
  readonly asks: boolean;
}

/** The first characters of a clause. */
export interface Head extends Span {
  /** The clause begins a sentence. */
  readonly first: boolean;
  /** A publishing body of the lexicon there. */
  readonly body: string | null;
  /** A paper named there: `《…报告》`. */
  readonly paper: string | null;
}

export interface NameCandidate {
  readonly name: string;
  readonly body: boolean;
  /** 3: with a title or a foreign form; 2: in apposition or introduced; 1: bare subject. */
  readonly weight: number;
  /** Another form given in brackets. */
  readonly alias: string | null;
}

/** What a paragraph says about speakers, by itself. */
export interface LocalSpeech {
  readonly text: string;
  readonly kind: 'heading' | 'quote' | 'other';
  readonly level: number;
  /** The whole paragraph asks: bold, or a heading with a question mark. */
  readonly question: boolean;
  /** A bold paragraph. */
  readonly bold: boolean;
  readonly quotes: readonly LocalQuote[];
  readonly acts: readonly SpeechAct[];
  readonly marks: readonly LineMark[];
  readonly names: readonly NameCandidate[];
  /** `宏观(韩既明)`, `黄海平的思考:`, `对话简尺科技陆一苇`: whose words follow, and for how long; `met`: whom an interview was with; `signed`: whose words these are. */
  readonly opens: { readonly name: string; readonly how: 'section' | 'talk' | 'guest' | 'met' | 'next' | 'signed' } | null;
  /** Starts of sentences, where a person named is likely what `他` means next. */
  readonly heads: readonly Head[];
  /** Names in this paragraph whose written form differs from the normalised one: normalised, written. */
  readonly forms: readonly (readonly [string, string])[];
  /** A closing mark whose opening one stands in a paragraph before. */
  readonly closesAt: number;
}

export interface ResolvedSpeech {
  /** Fullest name of who speaks at an offset; null for the author and for sources without a name. */
  speakerAt(offset: number): string | null;
  /** The speaker of a claim: that of what is said where the claim spans the attribution and the words. */
  speakerOf(span: Span): string | null;
  /** Whether an offset is in a directly quoted statement. */
  inQuote(offset: number): boolean;
  /** Whether an offset is in an interviewer's question. */
  isQuestion(offset: number): boolean;
  readonly quotes: readonly Quote[];
  /** Quoted statements of which neither the paragraph nor the sentence before tells the speaker. */
  readonly unattributed: readonly Span[];
}

export interface ArticleSpeech {
  readonly paragraphs: readonly ResolvedSpeech[];
}

export interface SpeechHints {
  /** Speakers named in front matter or configuration, with their aliases. */
  readonly names: readonly { readonly name: string; readonly aliases?: readonly string[] }[];
  readonly title: string | null;
}
