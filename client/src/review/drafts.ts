import * as vscode from 'vscode';
import type { Place } from '../claims/place.ts';
import { followed } from '../claims/shift.ts';

/** A note that is being written. */
export interface Draft {
  readonly uri: string;
  /** The entry whose note is changed, or null for a first note on the claim. */
  readonly entry: string | null;
  /** The claim's id when the note was begun. */
  readonly claim: string;
  readonly text: string;
  /** Where the claim of a first note stands; missing in what older versions wrote. */
  readonly place?: Place;
}

type Subject = Omit<Draft, 'text' | 'place'>;

/** A box that does not come within this time does not come any more. */
const PATIENCE_MS = 3000;
/** VS Code takes boxes away and puts them back while an editor is opened: what is back within this time was not lost. */
const BACK_MS = 1000;
/** Boxes may be switched off. */
const MOST_LOSSES = 3;

/**
 * Notes as they are typed, kept in the window's own storage at every key: VS Code does not keep what stands in comment boxes
 * when a window goes down. It does not tell whose box a document is either: the next one with the expected words is the one.
 */
export class Drafts implements vscode.Disposable {
  readonly #file: vscode.Uri | undefined;
  readonly #drafts = new Map<string, Draft>();
  readonly #boxes = new Map<string, Subject>();
  readonly #losses = new Map<string, number>();
  /** Of first notes, written or only begun: the claims' places, by article. */
  readonly #places = new Map<string, Map<string, Place>>();
  readonly #lost = new vscode.EventEmitter<vscode.Uri>();
  /** The box of one of this article's drafts is gone though nobody closed it, or never came. */
  readonly onDidLose = this.#lost.event;
  #expected: { readonly subject: Subject; readonly text: string; readonly until: number }[] = [];
  #writing: Promise<void> = Promise.resolve();
  #dirty = false;
  readonly #listeners: readonly vscode.Disposable[];
  /** What an earlier session left is known. */
  readonly ready: Promise<void>;

  /** `storage`: the folder that VS Code keeps for this workspace; without one drafts last as long as the window. */
  constructor(storage: vscode.Uri | undefined) {
    this.#file = storage && vscode.Uri.joinPath(storage, 'notes.json');
    this.ready = this.#load();
    this.#listeners = [
      vscode.workspace.onDidOpenTextDocument((document) => this.#look(document)),
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.#look(event.document);
        this.#follow(event);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#closed(uri.toString());
        // What happens to it now nobody sees.
        this.#move(uri, (place) => ({ ...place, followed: false }));
      }),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        const shown = new Set(editors.map(({ document }) => document.uri.toString()));
        for (const draft of this.#drafts.values()) if (shown.has(draft.uri)) this.#missSoon(draft, BACK_MS);
      }),
      this.#lost,
    ];
  }

  of(uri: vscode.Uri): readonly Draft[] {
    return [...this.#drafts.values()].filter((draft) => draft.uri === uri.toString());
  }

  /** Where the claim of a first note stands by now. */
  place(subject: Subject): Place | undefined {
    return this.#places.get(subject.uri)?.get(keyOf(subject));
  }

  /** An article's claims are known anew: `find` answers where one stands, or nothing. */
  anew(uri: vscode.Uri, find: (place: Place) => Place | undefined): void {
    this.#keep(uri, (place) => find(place) ?? place);
  }

  #keep(uri: vscode.Uri, change: (place: Place) => Place): void {
    if (this.#move(uri, change) && this.of(uri).length > 0) this.#save();
  }

  /** Answers whether a place, or the claim's id, is another now. */
  #move(uri: vscode.Uri, change: (place: Place) => Place): boolean {
    const places = this.#places.get(uri.toString()) ?? new Map<string, Place>();
    let moved = false;
    for (const [key, before] of places) {
      const place = change(before);
      places.set(key, place);
      moved ||= before.id !== place.id || before.start !== place.start || before.end !== place.end;
    }
    return moved;
  }

  #put(subject: Subject, place: Place): void {
    const places = this.#places.get(subject.uri) ?? new Map<string, Place>();
    this.#places.set(subject.uri, places.set(keyOf(subject), place));
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (this.#places.has(document.uri.toString())) this.#keep(document.uri, (place) => contentChanges.reduce(followed, place));
  }

  /** A box with these words opens next: what is typed there is the subject's note. */
  expect(subject: Subject, text: string, place?: Place): void {
    if (place) this.#put(subject, place);
    this.#expected.push({ subject, text, until: Date.now() + PATIENCE_MS });
    this.#missSoon(subject, PATIENCE_MS);
  }

  /** There is a box for it, or one is on its way. */
  shown(subject: Subject): boolean {
    const is = (other: Subject) => keyOf(other) === keyOf(subject);
    return [...this.#boxes.values()].some(is) || this.#expected.some((one) => one.until > Date.now() && is(one.subject));
  }

  /** It was saved, or thrown away. */
  drop(subject: Subject): void {
    this.#places.get(subject.uri)?.delete(keyOf(subject));
    this.#expected = this.#expected.filter((one) => keyOf(one.subject) !== keyOf(subject));
    if (this.#drafts.delete(keyOf(subject))) this.#save();
    for (const [box, other] of this.#boxes) if (keyOf(other) === keyOf(subject)) this.#boxes.delete(box);
  }

  #look(document: vscode.TextDocument): void {
    if (document.uri.scheme !== 'comment') return;
    const box = document.uri.toString();
    const text = document.getText();
    const known = this.#boxes.get(box);
    if (!known) {
      this.#expected = this.#expected.filter(({ until }) => until > Date.now());
      // Still expected: VS Code may make a box twice before it shows it. It also puts boxes back, with the words that were in them.
      const found = this.#expected.find((one) => one.text === text)?.subject ?? this.#withWords(text);
      if (found) this.#boxes.set(box, found);
    } else if ((this.#drafts.get(keyOf(known))?.text ?? '') !== text) {
      if (text === '') this.#drafts.delete(keyOf(known));
      else this.#drafts.set(keyOf(known), { ...known, text });
      this.#losses.delete(keyOf(known));
      this.#save();
    }
  }

  #withWords(text: string): Subject | undefined {
    return text === '' ? undefined : [...this.#drafts.values()].find((draft) => draft.text === text && !this.shown(draft));
  }

  #closed(box: string): void {
    const subject = this.#boxes.get(box);
    this.#boxes.delete(box);
    if (subject) this.#missSoon(subject, BACK_MS);
  }

  #missSoon(subject: Subject, after: number): void {
    setTimeout(() => {
      const key = keyOf(subject);
      const losses = (this.#losses.get(key) ?? 0) + 1;
      if (!this.#drafts.has(key) || this.shown(subject) || losses > MOST_LOSSES) return;
      this.#losses.set(key, losses);
      this.#lost.fire(vscode.Uri.parse(subject.uri));
    }, after);
  }

  /** VS Code takes the old file away before it puts the new one in its place: a window that goes down in between leaves only that. */
  async #load(): Promise<void> {
    const file = this.#file;
    if (file && !(await this.#read(file))) await this.#read(beside(file));
  }

  /** Answers whether there was one. */
  async #read(file: vscode.Uri): Promise<boolean> {
    try {
      const bytes = await vscode.workspace.fs.readFile(file);
      for (const draft of JSON.parse(new TextDecoder().decode(bytes)) as Draft[]) {
        this.#drafts.set(keyOf(draft), draft);
        if (draft.place) this.#put(draft, { ...draft.place, followed: false });
      }
      return true;
    } catch {
      return false;
    }
  }

  /** One write after the other, each put in place whole: a window may go down in the middle. What is typed meanwhile goes into the next. */
  #save(): void {
    const file = this.#file;
    if (!file || this.#dirty) return;
    this.#dirty = true;
    this.#writing = this.#writing.then(async () => {
      this.#dirty = false;
      const bytes = new TextEncoder().encode(
        JSON.stringify([...this.#drafts.values()].map((draft) => ({ ...draft, place: this.place(draft) }))),
      );
      const { fs } = vscode.workspace;
      try {
        await fs.writeFile(beside(file), bytes);
        await fs.rename(beside(file), file, { overwrite: true });
      } catch {
        // The next key tries again.
      }
    });
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }
}

function beside(file: vscode.Uri): vscode.Uri {
  return file.with({ path: `${file.path}.new` });
}

function keyOf({ uri, entry, claim }: Subject): string {
  return JSON.stringify([uri, entry ?? claim]);
}
