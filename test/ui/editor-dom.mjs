// Run inside the page: each function stands by itself.

/** What the active editor shows, its lines from top to bottom. */
export function editorText() {
  const editor = document.querySelector('.editor-group-container.active .monaco-editor') ?? document.querySelector('.monaco-editor');
  const lines = [...(editor?.querySelectorAll('.view-line') ?? [])];
  lines.sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top));
  return lines.map((line) => line.textContent.replaceAll('\u00a0', ' ')).join('\n');
}

/** Where the active editor shows a text for the nth time, from 0: the box around it, or null. */
export function boxOfText({ text, nth }) {
  const editor = document.querySelector('.editor-group-container.active .monaco-editor') ?? document.querySelector('.monaco-editor');
  const lines = [...(editor?.querySelectorAll('.view-line') ?? [])];
  lines.sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top));
  let left = nth;
  for (const line of lines) {
    const shown = line.textContent.replaceAll('\u00a0', ' ');
    for (let at = shown.indexOf(text); at >= 0; at = shown.indexOf(text, at + 1)) {
      if (left-- === 0) return boxOf(line, at, at + text.length);
    }
  }
  return null;

  function boxOf(line, start, end) {
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let passed = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node.data;
      if (start >= passed && start < passed + length) range.setStart(node, start - passed);
      if (end > passed && end <= passed + length) range.setEnd(node, end - passed);
      passed += length;
    }
    // the first rectangle: a text that wraps is pointed at where it begins
    const { x, y, width, height } = range.getClientRects()[0];
    return { x, y, width, height };
  }
}

/** The editors that the browser's storage would give back to VS Code, as it writes them down. */
export async function keptEditors() {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  let kept = '';
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    const table = [...database.objectStoreNames].find((store) => store === 'ItemTable');
    if (table) kept += await done(database.transaction(table).objectStore(table).get('memento/workbench.parts.editor'));
    database.close();
  }
  return kept;
}
