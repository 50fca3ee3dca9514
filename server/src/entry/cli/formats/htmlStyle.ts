/** The style of the HTML report. Its hash stands in the page's policy, so that no other style applies. */
export const STYLE = `
:root { color-scheme: light dark; --line: #d0d7de; --dim: #59636e; --mark: #fff3bf; --error: #b3261e; --warning: #9a6700; --information: #0550ae; --hint: #59636e; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --dim: #9198a1; --mark: #5c4813; --error: #ff7b72; --warning: #e3b341; --information: #79c0ff; --hint: #9198a1; } }
* { box-sizing: border-box; }
body { display: flex; flex-direction: column; max-width: 46rem; margin: 0 auto; padding: 1rem; font: 16px/1.7 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; overflow-wrap: anywhere; }
h1 { order: -2; font-size: 1.4rem; margin: 0; }
.summary { order: -1; color: var(--dim); margin: .3rem 0 1rem; }
section { border-top: 1px solid var(--line); padding: .8rem 0; }
h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
time, small { color: var(--dim); font-weight: normal; font-size: .85rem; }
ol { list-style: none; margin: 0; padding: 0; }
li { border-left: .25rem solid var(--hint); padding: .1rem 0 .1rem .8rem; margin: 0 0 .9rem; }
li.error { border-color: var(--error); } li.warning { border-color: var(--warning); } li.information { border-color: var(--information); }
li.error b { color: var(--error); } li.warning b { color: var(--warning); } li.information b { color: var(--information); }
li p { margin: 0; }
blockquote { margin: .2rem 0; color: var(--dim); }
mark { background: var(--mark); color: inherit; border-radius: .2rem; padding: 0 .1rem; }
summary { color: var(--dim); cursor: pointer; margin: .3rem 0; }
a { color: inherit; }
@media print { details { display: none; } }
`;
