// In the page of the report panel: shows what the extension sends, and tells it which claim was clicked.
(() => {
  const vscode = acquireVsCodeApi();
  const report = document.getElementById('report');
  vscode.setState({ uri: report.dataset.uri });

  addEventListener('message', ({ data }) => {
    if (data.type !== 'body') return;
    const place = scrollY;
    // The body has no script in it, and the page's policy would run none.
    report.innerHTML = data.body;
    scrollTo(0, place);
  });

  report.addEventListener('click', (event) => {
    const claim = event.target.closest('[data-claim]')?.dataset.claim;
    const link = event.target.closest('a')?.getAttribute('href');
    if (!claim || (link && !link.startsWith('#')) || String(getSelection()) !== '') return;
    for (const one of report.querySelectorAll('.current')) one.classList.remove('current');
    for (const one of report.querySelectorAll(`[data-claim="${CSS.escape(claim)}"]`)) one.classList.add('current');
    vscode.postMessage({ type: 'reveal', claim });
  });

  vscode.postMessage({ type: 'ready' });
})();
