package io.github.medrank.picture;

/** The script that searches and sorts a page, and computes the ranking again if there are sliders. */
final class PageScript {
    /** What follows {@link RankingScript} in the page. */
    static final String JAVASCRIPT = """
            /* The page around the ranking: search, sorting, sliders. All of it works on the table that is there. */
            (() => {
              const byId = (id) => document.getElementById(id);
              const table = byId('ranking');
              const body = table.tBodies[0];
              const headers = Array.from(table.tHead.rows[0].cells);
              const column = (name) => headers.findIndex((each) => each.textContent === name);
              const SCORE = column('Score');
              const MOVED = column('Moved');
              /** The rows in the order of the ranking. */
              let listing = Array.from(body.rows);
              let sorted = { column: 0, descending: false };
              /** Does at once what was put off; see the sliders. */
              let finish = () => {};

              // ---- a long table ----

              /** This many rows are laid out, and changed, at once. */
              const AT_ONCE = 100;
              if (listing.length > AT_ONCE) {
                table.classList.add('long');
                table.setAttribute('role', 'table');
                [table.tHead, body].forEach((each) => each.setAttribute('role', 'rowgroup'));
                headers.forEach((each) => each.setAttribute('role', 'columnheader'));
                Array.from(table.rows).forEach((row) => row.setAttribute('role', 'row'));
                listing.forEach((row) => Array.from(row.cells).forEach((cell) => {
                  cell.setAttribute('role', cell.tagName === 'TH' ? 'rowheader' : 'cell');
                }));
              }

              // ---- search ----

              const folded = (text) => text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase();
              const texts = new Map(listing.map((row) => [row, folded(row.cells[1].textContent + (column('Country') < 0 ? '' : ' ' + row.cells[2].textContent))]));
              const search = byId('search');
              const find = () => {
                const wanted = folded(search.querySelector('input').value.trim());
                let found = 0;
                listing.forEach((row) => {
                  row.hidden = !texts.get(row).includes(wanted);
                  found += row.hidden ? 0 : 1;
                });
                byId('found').textContent = wanted === '' ? '' : found + ' of ' + listing.length;
              };
              search.hidden = false;
              search.addEventListener('input', () => {
                finish();
                find();
              });

              // ---- sorting ----

              const number = (row, index) => parseFloat(row.cells[index].textContent.replace('=', '').replace('\\u2212', '-'));
              /** Rows without a number come last, up and down. */
              const compareNumbers = (a, b) => {
                const x = number(a, sorted.column);
                const y = number(b, sorted.column);
                if (Number.isNaN(x) || Number.isNaN(y)) {
                  return (Number.isNaN(x) ? 1 : 0) - (Number.isNaN(y) ? 1 : 0);
                }
                return sorted.descending ? y - x : x - y;
              };
              const compareTexts = (a, b) => {
                const order = a.cells[sorted.column].textContent.localeCompare(b.cells[sorted.column].textContent);
                return sorted.descending ? -order : order;
              };
              const inOrder = () => {
                if (sorted.column === 0) {
                  return sorted.descending ? listing.slice().reverse() : listing;
                }
                const isNumber = headers[sorted.column].classList.contains('number');
                return listing.slice().sort(isNumber ? compareNumbers : compareTexts);
              };
              /** The rows as they stand in the page, and where each stands. */
              const placed = listing.slice();
              const at = new Map(placed.map((row, index) => [row, index]));
              /** Puts a row at an index and the one that stands there where the row was. */
              const put = (row, index) => {
                const from = at.get(row);
                const other = placed[index];
                if (row === other) {
                  return;
                }
                const after = row.nextSibling;
                if (after === other) {
                  body.insertBefore(other, row);
                } else {
                  body.insertBefore(row, other);
                  body.insertBefore(other, after);
                }
                placed[index] = row;
                placed[from] = other;
                at.set(row, index);
                at.set(other, from);
              };
              const arrange = () => inOrder().forEach(put);
              const markSorted = () => headers.forEach((each, index) => {
                if (index === sorted.column) {
                  each.setAttribute('aria-sort', sorted.descending ? 'descending' : 'ascending');
                } else {
                  each.removeAttribute('aria-sort');
                }
              });
              headers.forEach((header, index) => {
                const button = document.createElement('button');
                button.type = 'button';
                button.append(...header.childNodes);
                header.append(button);
                button.addEventListener('click', () => {
                  const again = sorted.column === index;
                  const bestFirst = index > 0 && header.classList.contains('number');
                  sorted = { column: index, descending: again ? !sorted.descending : bestFirst };
                  markSorted();
                  finish();
                  arrange();
                });
              });
              markSorted();

              // ---- sliders ----

              const form = byId('sliders');
              if (!form) {
                return;
              }
              const model = medrank.prepare(JSON.parse(byId('model').textContent));
              const rows = [];
              listing.forEach((row) => { rows[Number(row.dataset.row)] = row; });
              const weights = Array.from(byId('points').tBodies[0].rows).map((row) => {
                const [slider, field] = row.querySelectorAll('input');
                return { name: row.cells[0].textContent, slider, field, share: row.cells[3], first: field.value };
              });
              const status = byId('status');
              const quotation = byId('quotation');
              const quoted = quotation.textContent;
              const own = medrank.rank(model, weights.map((each) => each.first));
              const asShown = own !== null && own.order.every((row, i) => rows[row] === listing[i]
                && rows[row].cells[0].textContent === own.positions[row] && rows[row].cells[SCORE].textContent === own.scores[row]);
              if (!asShown) {
                status.textContent = 'There are no sliders: this browser does not repeat the ranking of the methodology.';
                return;
              }

              const write = (cell, text) => {
                const node = cell.firstChild;
                if (node === null) {
                  cell.textContent = text;
                } else if (node.data !== text) {
                  node.data = text;
                }
              };
              const isChanged = () => weights.some((each) => each.field.value !== each.first);
              let ranked = own;
              const paint = (row) => {
                const i = Number(row.dataset.row);
                const gained = own.places[i] - ranked.places[i];
                write(row.cells[0], ranked.positions[i]);
                write(row.cells[SCORE], ranked.scores[i]);
                write(row.cells[MOVED], gained === 0 ? '' : gained > 0 ? '+' + gained : '\\u2212' + -gained);
              };
              /*
               * A long table is too much for one frame: the rows in sight are right at once; when the slider rests, the
               * others follow, some in each frame, and all of them before a print, a search or a sorting.
               */
              const scroll = table.parentElement;
              let pending = 0;
              finish = () => {
                cancelAnimationFrame(pending);
                placed.forEach(paint);
                arrange();
              };
              const inSight = () => {
                const middle = (scroll.scrollTop + scroll.clientHeight / 2) / scroll.scrollHeight * placed.length;
                const from = Math.min(Math.floor(middle) - AT_ONCE / 2, placed.length - AT_ONCE);
                return Math.max(0, from);
              };
              const settle = (from) => {
                const order = inOrder();
                const some = () => {
                  const to = Math.min(from + AT_ONCE, order.length);
                  for (; from < to; from += 1) {
                    put(order[from], from);
                    paint(order[from]);
                  }
                  if (from < order.length) {
                    pending = requestAnimationFrame(some);
                  }
                };
                pending = requestAnimationFrame(some);
              };
              const show = () => {
                cancelAnimationFrame(pending);
                listing = ranked.order.map((row) => rows[row]);
                if (placed.length <= AT_ONCE || sorted.column !== 0 || search.querySelector('input').value !== '') {
                  finish();
                  return;
                }
                const from = inSight();
                inOrder().slice(from, from + AT_ONCE).forEach((row, i) => {
                  put(row, from + i);
                  paint(row);
                });
              };
              window.addEventListener('beforeprint', () => finish());
              const showShares = () => {
                const whole = medrank.wholePoints(weights.map((each) => each.field.value));
                const total = whole.reduce((a, b) => a + b);
                weights.forEach((each, i) => {
                  const tenths = medrank.divide(whole[i] * BigInt(1000), total, 'HALF_UP');
                  each.share.textContent = tenths / BigInt(10) + '.' + tenths % BigInt(10) + '\\u00A0%';
                });
              };
              const written = () => weights.map((each) => each.field.value + ' ' + each.name).join(', ');
              const say = () => {
                const moved = ranked.places.filter((place, row) => place !== own.places[row]).length;
                const first = ranked.order.slice(0, 3).map((row) => ranked.positions[row] + ' ' + rows[row].cells[1].textContent);
                status.textContent = isChanged()
                  ? 'Other weights than the methodology\\u2019s: ' + moved + ' of ' + rows.length + ' schools have another position. '
                    + first.join('; ') + '.'
                  : 'The methodology\\u2019s weights.';
                quotation.textContent = quoted + (isChanged() ? ' Ranked anew by the reader with these weights: ' + written() + '.' : '');
              };
              let later = 0;
              const update = () => {
                const wrong = weights.filter((each) => medrank.decimal(each.field.value) === null);
                weights.forEach((each) => each.field.setAttribute('aria-invalid', String(wrong.includes(each))));
                const found = medrank.rank(model, weights.map((each) => each.field.value));
                clearTimeout(later);
                if (found === null) {
                  status.textContent = wrong.length > 0
                    ? 'The ranking is as before: points are written like 12.5, and \\u201C' + wrong[0].field.value + '\\u201D is not.'
                    : 'The ranking is as before: at least one weight must be above zero.';
                  return;
                }
                ranked = found;
                show();
                showShares();
                // Said once the slider rests, so that a screen reader is not asked to read every step.
                later = setTimeout(() => {
                  settle(0);
                  say();
                }, 200);
              };
              weights.forEach((each) => {
                each.slider.addEventListener('input', () => {
                  each.field.value = each.slider.value;
                  update();
                });
                each.field.addEventListener('input', () => {
                  each.slider.value = each.field.value;
                  update();
                });
              });
              const setAll = (points) => {
                weights.forEach((each) => {
                  each.field.value = points(each);
                  each.slider.value = each.field.value;
                });
                update();
              };
              byId('reset').addEventListener('click', () => setAll((each) => each.first));
              byId('equal').addEventListener('click', () => setAll(() => '1'));
              form.addEventListener('submit', (event) => event.preventDefault());
              form.hidden = false;
              showShares();
            })();
            """;

    private PageScript() {}
}
