import * as vscode from 'vscode';
import type { ClaimItem, ReviewItem } from '../../../common/protocol.ts';
import { openDocument } from '../articles.ts';
import { claimNow, claimOnLines } from '../claims/locate.ts';
import { claimAtPlace, type Place, placeOf } from '../claims/place.ts';
import type { ClaimsStore } from '../claims/store.ts';
import { linesOf, rangeIn, stretchOf } from '../claims/stretch.ts';
import type { Server } from '../connection/server.ts';
import type { Draft, Drafts } from './drafts.ts';
import { NoteRanges } from './noteRanges.ts';
import { bodyOf, draftOf, ends, isEdited, isNote, isReply, joined, type Note, noteOf, toRange } from './noteThreads.ts';
import type { Reviewer, Subject } from './reviewer.ts';
import type { ReviewStore } from './reviews.ts';

type Threads = Map<string, vscode.CommentThread>;

/** Notes of the review as comment threads in the margin. They are made anew from the files: the margin keeps nothing of its own. */
export class Notes implements vscode.Disposable {
  readonly #controller: vscode.CommentController;
  /** By article: threads by their entry's id, and first drafts by their claim's. */
  readonly #threads = new Map<string, Threads>();
  readonly #firsts = new Map<string, Threads>();
  readonly #ranges: NoteRanges;
  /** Notes on their way to disk: a second click is none. */
  readonly #saving = new Set<string>();
  readonly #listeners: readonly vscode.Disposable[];

  constructor(
    private readonly server: Server,
    private readonly store: ClaimsStore,
    private readonly reviews: ReviewStore,
    private readonly reviewer: Reviewer,
    private readonly drafts: Drafts,
  ) {
    this.#controller = vscode.comments.createCommentController('claimlens.review', vscode.l10n.t('Claimlens review'));
    this.#controller.options = { prompt: vscode.l10n.t('Write a note on this claim'), placeHolder: vscode.l10n.t('Note') };
    this.#ranges = new NoteRanges(this.#controller, store);
    this.#listeners = [
      this.#controller,
      reviews.onDidChange((uri) => this.#show(uri)),
      store.onDidChange((uri) => {
        this.#ranges.offerAnew(uri);
        this.#takePlaces(uri);
        void this.#restore(uri);
      }),
      drafts.onDidLose((uri) => this.#again(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#putAway(uri)),
    ];
    reviewer.writeNote = (subject) => this.write(subject);
  }

  /** The threads of an article, for tests. */
  threads(uri: vscode.Uri): readonly vscode.CommentThread[] {
    return [...of(this.#threads, uri).values(), ...of(this.#firsts, uri).values()];
  }

  /** Opens the margin at a claim, ready to be typed into: what is typed there outlasts the window. */
  async write(subject: Subject): Promise<void> {
    const { uri } = subject;
    const document = await vscode.workspace.openTextDocument(uri);
    const claim = claimNow(this.store.get(uri)?.claims ?? [], subject.claim);
    // Nothing is selected: should the margin not open, what is typed must not replace the claim.
    const at = rangeIn(document, claim).end;
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
    const entry = claim.review?.entry ?? null;
    const thread = entry === null ? undefined : of(this.#threads, uri).get(entry);
    if (thread) this.#open(thread, uri, entry, claim.id, bodyOf(thread.comments[0]!));
    else {
      // A box that was begun when the claim had another id is its own all the same; another's may have been begun with this one.
      const firsts = of(this.#firsts, uri);
      const begun = [...firsts.keys()].find((key) => this.#claimOf(uri, { entry: null, claim: key })?.id === claim.id);
      const key = begun ?? (firsts.has(claim.id) ? `${claim.id}#${Date.now()}` : claim.id);
      this.#first(uri, key, placeOf(claim), rangeIn(document, claim), '');
    }
  }

  /** What was written into a thread goes into the review of the claim under it. Answers whether it stands. */
  async save(argument: unknown): Promise<boolean> {
    if (!isReply(argument) || argument.text.trim() === '') return false;
    const { thread, text } = argument;
    const item = this.#items(thread.uri).find(({ entry }) => of(this.#threads, thread.uri).get(entry) === thread);
    const uri = this.server.toProtocol(thread.uri);
    if (item) {
      const note = joined(item.note, text.trim());
      return (await this.reviewer.send({ uri, entry: item.entry, change: { note } })).error === null;
    }
    const claim = await this.#claimUnder(thread);
    if (!claim) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no claim on these lines; mark the words as a claim first.'));
      return false;
    }
    const note = joined(claim.review?.note, text.trim());
    const { error } = await this.reviewer.send({ uri, claim: claim.id, change: { note } });
    // What was typed stays in its box until it is safe.
    if (error === null) thread.dispose();
    return error === null;
  }

  /** A click on the margin's "+" makes an empty thread at the beginning of a line: the line counts. */
  async #claimUnder(thread: vscode.CommentThread): Promise<ClaimItem | undefined> {
    const claims = this.store.get(thread.uri)?.claims;
    if (!claims || !thread.range) return undefined;
    const document = await vscode.workspace.openTextDocument(thread.uri);
    const range = document.validateRange(thread.range);
    return claimOnLines(claims, stretchOf(document, range), linesOf(document, range));
  }

  /** Turns a note into a box to type in. */
  edit(argument: unknown): void {
    if (!isNote(argument) || argument.entry === null) return;
    const { uri, entry, claim } = argument;
    const thread = of(this.#threads, uri).get(entry);
    if (thread) this.#open(thread, uri, entry, claim, bodyOf(argument));
  }

  /** The note as VS Code gives it has the words of the box. */
  async saveEdit(argument: unknown): Promise<boolean> {
    if (!isNote(argument)) return false;
    const change = { note: bodyOf(argument).trim() };
    const uri = this.server.toProtocol(argument.uri);
    const { entry, claim } = argument;
    const key = `${uri} ${entry ?? claim}`;
    if ((entry === null && change.note === '') || this.#saving.has(key)) return false;
    this.#saving.add(key);
    try {
      const what = entry === null ? await this.#firstNote(argument) : { entry, change };
      if (!what) {
        void vscode.window.showInformationMessage(vscode.l10n.t('The claim of this note is gone; what you wrote stays here.'));
        return false;
      }
      const answer = await this.reviewer.send({ uri, ...what });
      // What was typed stays in its box until it is safe.
      if (answer.error === null) this.cancelEdit(argument);
      return answer.error === null;
    } finally {
      this.#saving.delete(key);
    }
  }

  /** Where the claims of first notes stand by the newest answer. */
  #takePlaces(uri: vscode.Uri): void {
    const known = this.store.get(uri);
    // An answer for an older text has older offsets.
    if (known === undefined || known.version !== openDocument(uri)?.version) return;
    this.drafts.anew(uri, (place) => {
      const found = claimAtPlace(known.claims, place);
      return found && placeOf(found);
    });
  }

  /** The claim may go by another id since, and somebody may have written a note on it. */
  async #firstNote(note: Note): Promise<{ claim: string; change: { note: string } } | null> {
    const document = openDocument(note.uri);
    if (document) await this.store.refresh(document);
    const found = this.#claimOf(note.uri, note);
    if (!found) return null;
    return { claim: found.id, change: { note: joined(found.review?.note, bodyOf(note).trim()) } };
  }

  #claimOf(uri: vscode.Uri, { entry, claim }: Pick<Draft, 'entry' | 'claim'>): ClaimItem | undefined {
    const claims = this.store.get(uri)?.claims ?? [];
    const place = this.drafts.place({ uri: uri.toString(), entry, claim });
    return place ? claimAtPlace(claims, place) : claims.find(({ id }) => id === claim);
  }

  cancelEdit(argument: unknown): void {
    if (!isNote(argument)) return;
    this.drafts.drop({ ...argument, uri: argument.uri.toString() });
    this.#close(argument.uri, argument);
  }

  async remove(argument: unknown): Promise<boolean> {
    if (!isNote(argument) || argument.entry === null) return false;
    const change = { note: '' };
    return (await this.reviewer.send({ uri: this.server.toProtocol(argument.uri), entry: argument.entry, change })).error === null;
  }

  /** Shows a note as a box with these words. */
  #open(thread: vscode.CommentThread, uri: vscode.Uri, entry: string | null, claim: string, text: string): void {
    this.drafts.expect({ uri: uri.toString(), entry, claim }, text);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    const mode = vscode.CommentMode.Editing;
    thread.comments = thread.comments.map((comment): Note => ({ ...(comment as Note), body: text, mode }));
  }

  #first(uri: vscode.Uri, claim: string, place: Place, range: vscode.Range, text: string): void {
    const known = of(this.#firsts, uri).get(claim);
    const thread = known ?? this.#controller.createCommentThread(uri, range, []);
    thread.canReply = false;
    thread.label = vscode.l10n.t('Write a note on this claim');
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    if (known) return;
    of(this.#firsts, uri).set(claim, thread);
    this.drafts.expect({ uri: uri.toString(), entry: null, claim }, text, place);
    thread.comments = [draftOf(uri, claim, text)];
  }

  /** Takes a box away: a first draft's with its thread, another's for the note as it stands. */
  #close(uri: vscode.Uri, { entry, claim }: Pick<Draft, 'entry' | 'claim'>): void {
    if (entry === null) {
      of(this.#firsts, uri).get(claim)?.dispose();
      of(this.#firsts, uri).delete(claim);
      return;
    }
    const thread = of(this.#threads, uri).get(entry);
    const item = this.#items(uri).find((one) => one.entry === entry);
    if (thread && item) thread.comments = [noteOf(item, uri)];
  }

  #items(uri: vscode.Uri): readonly ReviewItem[] {
    return this.reviews.get(uri)?.entries ?? [];
  }

  #isSaved(uri: vscode.Uri, { entry, claim, text }: Draft): boolean {
    const written = text.trim();
    if (entry !== null) return this.#items(uri).some((item) => item.entry === entry && item.note === written);
    const on = this.#claimOf(uri, { entry, claim })?.id ?? claim;
    return written !== '' && this.#items(uri).some((item) => item.claim === on && ends(item.note, written));
  }

  /** What was being written when the window went down is there again. */
  async #restore(uri: vscode.Uri): Promise<void> {
    await this.drafts.ready;
    for (const draft of this.drafts.of(uri)) {
      const { entry, claim, text } = draft;
      // The window went down between the saving of the note and the dropping of its draft.
      if (!this.drafts.shown(draft) && this.#isSaved(uri, draft)) {
        this.drafts.drop(draft);
        continue;
      }
      if (entry !== null) {
        const thread = of(this.#threads, uri).get(entry);
        if (thread && !isEdited(thread)) this.#open(thread, uri, entry, claim, text);
        continue;
      }
      const found = this.#claimOf(uri, draft);
      const document = openDocument(uri);
      if (found && document && !of(this.#firsts, uri).has(claim))
        this.#first(uri, claim, this.drafts.place(draft) ?? placeOf(found), rangeIn(document, found), text);
    }
  }

  /** Boxes that are gone by themselves are made anew, with what was written. */
  #again(uri: vscode.Uri): void {
    if (!vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString())) return;
    for (const draft of this.drafts.of(uri)) if (!this.drafts.shown(draft)) this.#close(uri, draft);
    void this.#restore(uri);
  }

  #show(uri: vscode.Uri): void {
    const before = of(this.#threads, uri);
    const now: Threads = new Map();
    for (const item of this.#items(uri)) {
      if (!item.note || !item.range) continue;
      const known = before.get(item.entry);
      const thread = known ?? this.#controller.createCommentThread(uri, toRange(item.range), []);
      if (!known) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
      thread.range = toRange(item.range);
      thread.label = `${item.name}: ${item.text}`;
      // A note that is being edited is left alone: what is typed would be lost.
      if (!isEdited(thread)) thread.comments = [noteOf(item, uri)];
      now.set(item.entry, thread);
    }
    for (const [entry, thread] of before) if (!now.has(entry)) thread.dispose();
    this.#threads.set(uri.toString(), now);
    void this.#restore(uri);
  }

  #putAway(uri: vscode.Uri): void {
    for (const thread of of(this.#firsts, uri).values()) thread.dispose();
    this.#firsts.delete(uri.toString());
    this.#ranges.forget(uri);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }
}

function of(all: Map<string, Threads>, uri: vscode.Uri): Threads {
  const key = uri.toString();
  const threads = all.get(key) ?? new Map();
  all.set(key, threads);
  return threads;
}
