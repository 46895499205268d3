package io.github.medrank.picture;

/** The style of a page, on a screen and on paper, light and dark. */
final class PageStyle {
    /** The style sheet. */
    static final String CSS = """
            :root {
              color-scheme: light dark;
              --ink: #1d1d1d; --faint: #555; --paper: #fff; --stripe: #f4f4f4; --rule: #c4c4c4; --accent: #00598c;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --ink: #ececec; --faint: #b4b4b4; --paper: #161616; --stripe: #222; --rule: #4c4c4c; --accent: #7cc4ee;
              }
            }
            * { box-sizing: border-box; }
            body {
              margin: 0 auto; padding: 1rem; max-width: 85rem; background: var(--paper); color: var(--ink);
              font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
            }
            h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
            h2 { font-size: 1.25rem; margin: 1.75rem 0 .5rem; }
            h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
            p { margin: .4rem 0; max-width: 50rem; overflow-wrap: anywhere; }
            .note, caption { color: var(--faint); font-size: .875rem; }
            [hidden] { display: none !important; }
            :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
            table { border-collapse: collapse; }
            caption { text-align: start; padding: .25rem 0; }
            th, td { padding: .2rem .6rem; text-align: start; font-weight: normal; }
            thead th { font-weight: 600; }
            #ranking thead th { font-size: .875rem; }
            .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
            .scroll, figure, pre { overflow: auto; }
            .scroll { contain: content; max-height: 80vh; border-block: 1px solid var(--rule); }
            #ranking { width: 100%; }
            #ranking thead th { position: sticky; top: 0; background: var(--paper); box-shadow: inset 0 -1px var(--rule); vertical-align: bottom; white-space: normal; }
            #ranking tbody th { min-width: 12rem; }
            #ranking tbody tr { border-bottom: 1px solid var(--stripe); }
            #ranking tbody tr:hover { background: var(--stripe); }
            /* A long table is laid out row by row, only the rows in sight; the script gives it the roles of a table. */
            @media screen {
              .long, .long thead, .long tbody, .long caption { display: block; }
              .long { min-width: var(--width); }
              .long tr { display: grid; grid-template-columns: var(--columns); align-items: center; }
              .long tbody tr { content-visibility: auto; contain-intrinsic-size: auto 2rem; }
              #ranking.long thead { position: sticky; top: 0; z-index: 1; background: var(--paper); box-shadow: inset 0 -1px var(--rule); }
              #ranking.long thead th { position: static; box-shadow: none; overflow-wrap: break-word; }
              .long tbody th { min-width: 0 !important; overflow-wrap: anywhere; }
              .long thead tr { align-items: end; }
            }
            thead button { all: unset; cursor: pointer; padding: .1rem 0; }
            thead button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
            [aria-sort="ascending"] button::after { content: " \\25B2"; }
            [aria-sort="descending"] button::after { content: " \\25BC"; }
            #points input[type="range"] { width: min(22rem, 36vw); accent-color: var(--accent); }
            input, button { font: inherit; color: inherit; }
            input[type="text"], input[type="search"], p > button {
              background: var(--paper); border: 1px solid var(--faint); border-radius: .25rem; padding: .2rem .5rem;
            }
            input[aria-invalid="true"] { border: 2px solid #c2185b; }
            figure { margin: 0; }
            figure svg { max-width: none; }
            pre { font-size: .875rem; padding: .5rem; background: var(--stripe); }
            code { overflow-wrap: anywhere; }
            @media (max-width: 40rem) {
              body { padding: .5rem; }
              th, td { padding: .2rem .35rem; }
              #points input[type="range"] { width: 22vw; }
              #points input[type="text"] { width: 3.8rem; padding: .2rem; }
              #ranking tbody th { min-width: 9rem; }
            }
            @media print {
              :root { color-scheme: light; --ink: #000; --faint: #444; --paper: #fff; --stripe: #fff; --rule: #999; }
              body { max-width: none; padding: 0; font-size: 9pt; }
              #sliders button, #sliders > p, #points td:nth-child(2), #points th:nth-child(2), #search { display: none; }
              .scroll, figure, pre { overflow: visible; max-height: none; contain: none; }
              th, td { padding: .1rem .3rem; }
              #ranking, #ranking thead th { font-size: 8pt; }
              #ranking tbody th { min-width: 7rem; overflow-wrap: anywhere; }
              [aria-sort] button::after { content: none !important; }
              pre { white-space: pre-wrap; }
              #ranking thead th { position: static; }
              tr, figure { break-inside: avoid; }
              figure svg { max-width: 100%; height: auto; }
            }
            """;

    private PageStyle() {}
}
