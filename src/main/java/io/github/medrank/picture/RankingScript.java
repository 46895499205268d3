package io.github.medrank.picture;

/** The script that computes a ranking in a browser: a pure function, which the tests run unchanged. */
final class RankingScript {
    /** The function, which uses only whole numbers. */
    static final String JAVASCRIPT = """
            'use strict';
            /*
             * Ranks a table anew under other weights, exactly as the library does: whole numbers throughout (BigInt),
             * never a floating-point score. Knows nothing of a page; rank(model, points) is a pure function.
             *
             * model    {columns: [{denominator, values: 'whole numbers, apart by blanks'}], breaks: [number] or null,
             *          presentation}
             *          one row per school, by name: schools of one position are listed in this order
             * points   one decimal for each column, as text: ['40', '12.5']
             */
            const medrank = (() => {
              const ZERO = BigInt(0);
              const ONE = BigInt(1);
              const TWO = BigInt(2);
              const FIVE = BigInt(5);
              const TEN = BigInt(10);
              const DECIMAL = /^[0-9]{1,40}(\\.[0-9]{0,40})?$/;
              /** Digits shown of a fraction that is no decimal. */
              const DIGITS = 34;

              const abs = (a) => (a < ZERO ? -a : a);
              const gcd = (a, b) => {
                let x = abs(a);
                let y = abs(b);
                while (y !== ZERO) {
                  [x, y] = [y, x % y];
                }
                return x;
              };
              const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
              const power = (exponent) => TEN ** BigInt(exponent);

              /** '12.50' as {units: 1250n, scale: 2}; null for what is no decimal from 0 up. */
              const decimal = (text) => {
                if (!DECIMAL.test(text)) {
                  return null;
                }
                const [whole, fraction = ''] = text.split('.');
                return { units: BigInt(whole + fraction), scale: fraction.length };
              };

              const signed = (text) => {
                const parsed = decimal(text.replace('-', ''));
                return text.charAt(0) === '-' ? { units: -parsed.units, scale: parsed.scale } : parsed;
              };

              /** Points as whole numbers in one unit; null if one is no decimal, or all are zero. */
              const wholePoints = (points) => {
                const parsed = points.map(decimal);
                if (parsed.some((each) => each === null)) {
                  return null;
                }
                const scale = parsed.reduce((most, each) => Math.max(most, each.scale), 0);
                const units = parsed.map((each) => each.units * power(scale - each.scale));
                return units.some((each) => each > ZERO) ? units : null;
              };

              /** A fraction of whole numbers, the denominator positive, rounded to a whole number. */
              const divide = (numerator, denominator, mode) => {
                const towardsZero = numerator / denominator;
                const rest = abs(numerator % denominator);
                if (rest === ZERO) {
                  return towardsZero;
                }
                const away = towardsZero + (numerator < ZERO ? -ONE : ONE);
                const half = compare(TWO * rest, denominator);
                switch (mode) {
                  case 'UP': return away;
                  case 'DOWN': return towardsZero;
                  case 'CEILING': return numerator > ZERO ? away : towardsZero;
                  case 'FLOOR': return numerator < ZERO ? away : towardsZero;
                  case 'HALF_UP': return half >= 0 ? away : towardsZero;
                  case 'HALF_DOWN': return half > 0 ? away : towardsZero;
                  case 'HALF_EVEN': return half > 0 || (half === 0 && towardsZero % TWO !== ZERO) ? away : towardsZero;
                  default: throw new Error('rounding ' + mode);
                }
              };

              /** A whole number of units of the last of some decimals, as text. */
              const plain = (units, decimals) => {
                const digits = abs(units).toString().padStart(decimals + 1, '0');
                const end = digits.length - decimals;
                return (units < ZERO ? '-' : '') + digits.slice(0, end) + (decimals > 0 ? '.' + digits.slice(end) : '');
              };

              const stripped = (text) => (text.includes('.') ? text.replace(/0+$/, '').replace(/\\.$/, '') : text);

              /** How often a factor divides a number, and what is left. */
              const divided = (number, factor) => {
                let rest = number;
                let times = 0;
                while (rest % factor === ZERO) {
                  rest /= factor;
                  times += 1;
                }
                return { rest, times };
              };

              /** A fraction times a power of ten, rounded half even. */
              const shifted = (top, bottom, decimals) => (decimals >= 0
                ? divide(top * power(decimals), bottom, 'HALF_EVEN')
                : divide(top, bottom * power(-decimals), 'HALF_EVEN'));

              /** The first digits of a fraction. */
              const firstDigits = (top, bottom) => {
                // Enough decimals for as many digits as are shown, then one less for each digit too many.
                let decimals = DIGITS - (abs(top).toString().length - bottom.toString().length) + 1;
                let units = shifted(top, bottom, decimals);
                while (abs(units).toString().length > DIGITS) {
                  decimals -= 1;
                  units = shifted(top, bottom, decimals);
                }
                return decimals >= 0 ? stripped(plain(units, decimals)) : (units * power(-decimals)).toString();
              };

              /** The exact decimal of a fraction, or its first digits, rounded half even. */
              const exactText = (numerator, denominator) => {
                const common = gcd(numerator, denominator);
                const bottom = denominator / common;
                const top = numerator / common;
                const twos = divided(bottom, TWO);
                const fives = divided(twos.rest, FIVE);
                const decimals = Math.max(twos.times, fives.times);
                return fives.rest === ONE ? stripped(plain(top * power(decimals) / bottom, decimals)) : firstDigits(top, bottom);
              };

              /** Numerators, and the one denominator of them all. */
              const sums = (columns, whole) => {
                const common = columns.reduce((all, each) => all / gcd(all, each.denominator) * each.denominator, ONE);
                const factors = columns.map((each, i) => whole[i] * (common / each.denominator));
                const rows = columns[0].values.length;
                const numerators = new Array(rows);
                for (let row = 0; row < rows; row += 1) {
                  let sum = ZERO;
                  for (let i = 0; i < columns.length; i += 1) {
                    sum += factors[i] * columns[i].values[row];
                  }
                  numerators[row] = sum;
                }
                return { numerators, denominator: common * whole.reduce((a, b) => a + b, ZERO) };
              };

              const extreme = (numbers, sign) => numbers.reduce((found, each) => (compare(each, found) === sign ? each : found));

              /** The scores after rescaling, again over one denominator. */
              const rescaled = (scores, rescaling) => {
                const { numerators, denominator } = scores;
                if (rescaling.kind === 'none') {
                  return scores;
                }
                const top = extreme(numerators, 1);
                if (rescaling.kind === 'top') {
                  const points = signed(rescaling.points);
                  return top <= ZERO ? scores : {
                    numerators: numerators.map((each) => each * points.units),
                    denominator: top * power(points.scale),
                  };
                }
                const worst = BigInt(rescaling.worst);
                const best = BigInt(rescaling.best);
                const bottom = extreme(numerators, -1);
                const span = top - bottom;
                return span === ZERO
                  ? { numerators: numerators.map(() => best * denominator), denominator }
                  : { numerators: numerators.map((each) => (each - bottom) * (best - worst) + worst * span), denominator: span };
              };

              /** Competition places: one more than the number of rows that score better. */
              const placesOf = (keys) => {
                const order = keys.map((key, row) => row).sort((a, b) => compare(keys[b], keys[a]));
                const places = new Array(keys.length);
                order.forEach((row, i) => {
                  places[row] = i > 0 && keys[row] === keys[order[i - 1]] ? places[order[i - 1]] : i + 1;
                });
                return places;
              };

              /** Rows that tie are ordered by their tie-breakers; those equal in these go on to tie. */
              const brokenTies = (places, breaks) => {
                const order = places.map((place, row) => row).sort((a, b) => places[a] - places[b] || breaks[a] - breaks[b]);
                const broken = new Array(places.length);
                order.forEach((row, i) => {
                  const before = i > 0 ? order[i - 1] : row;
                  const tied = i > 0 && places[row] === places[before] && breaks[row] === breaks[before];
                  broken[row] = tied ? broken[before] : i + 1;
                });
                return broken;
              };

              const byPlace = (places) => places.map((place, row) => row).sort((a, b) => places[a] - places[b] || a - b);

              /** The number that a tie rule gives to each place, and how many rows share it. */
              const standings = (places, rule) => {
                const sizes = new Array(places.length + 1).fill(0);
                places.forEach((place) => { sizes[place] += 1; });
                const dense = new Array(places.length + 1).fill(0);
                let groups = 0;
                for (let place = 1; place < sizes.length; place += 1) {
                  groups += sizes[place] > 0 ? 1 : 0;
                  dense[place] = groups;
                }
                const number = (place) => {
                  switch (rule) {
                    case 'MODIFIED_COMPETITION': return place + sizes[place] - 1;
                    case 'DENSE': return dense[place];
                    case 'FRACTIONAL': return place + (sizes[place] - 1) / 2;
                    default: return place;
                  }
                };
                return { sizes, number };
              };

              const marked = (text, mark) => (mark === 'PREFIX' ? '=' + text : mark === 'SUFFIX' ? text + '=' : text);

              /** The band of a place after the last exact one. */
              const bandOf = (edges, place) => {
                const edge = edges.findIndex((each) => each >= place);
                const best = edges[(edge < 0 ? edges.length : edge) - 1] + 1;
                return { best, text: edge < 0 ? best + '+' : best + '\\u2013' + edges[edge] };
              };

              /** The index of the tier of a row. */
              const tierOf = (tiers, shown, place, ranked) => {
                const at = tiers.cuts.findIndex((text) => {
                  const cut = signed(text);
                  return tiers.byScore
                    ? shown.numerator * power(cut.scale) >= cut.units * shown.denominator
                    : BigInt(place - 1) * power(cut.scale) < cut.units * BigInt(ranked);
                });
                return at < 0 ? tiers.cuts.length : at;
              };

              /** The scores as presented: their texts, and as fractions over one denominator. */
              const presented = (scores, how) => {
                if (how.decimals === null) {
                  return {
                    texts: scores.numerators.map((each) => exactText(each, scores.denominator)),
                    numerators: scores.numerators,
                    denominator: scores.denominator,
                  };
                }
                const unit = power(how.decimals);
                const units = scores.numerators.map((each) => divide(each * unit, scores.denominator, how.rounding));
                return { texts: units.map((each) => plain(each, how.decimals)), numerators: units, denominator: unit };
              };

              /** The least and the greatest score in each band, as one text. */
              const bandRanges = (bands, shown) => {
                const found = new Map();
                bands.forEach((band, row) => {
                  const known = band && (found.get(band.best) || { low: row, high: row });
                  if (band) {
                    found.set(band.best, {
                      low: shown.numerators[row] < shown.numerators[known.low] ? row : known.low,
                      high: shown.numerators[row] > shown.numerators[known.high] ? row : known.high,
                    });
                  }
                });
                return (band) => {
                  const { low, high } = found.get(band.best);
                  return shown.numerators[low] === shown.numerators[high]
                    ? shown.texts[low]
                    : shown.texts[low] + '\\u2013' + shown.texts[high];
                };
              };

              /** What is shown: a position and a score for each row, and the order of the listing. */
              const show = (places, shown, how) => {
                const { sizes, number } = standings(places, how.ties);
                const bands = places.map((place) => (how.edges.length > 0 && place > how.edges[0] ? bandOf(how.edges, place) : null));
                const tiers = how.tiers === null ? null : places.map((place, row) => tierOf(
                  how.tiers, { numerator: shown.numerators[row], denominator: shown.denominator }, place, places.length));
                const firsts = places.map((place, row) => (tiers ? tiers[row] + 1 : bands[row] ? bands[row].best : place));
                const hides = tiers || (how.edges.length > 0 && how.bandScores !== 'SHOWN');
                const ordinals = new Array(places.length);
                byPlace(places).forEach((row, i) => { ordinals[row] = i + 1; });
                const range = bandRanges(bands, shown);
                return {
                  order: byPlace(hides ? firsts : places),
                  positions: places.map((place, row) => {
                    if (tiers) {
                      return how.tiers.names[tiers[row]];
                    }
                    if (bands[row]) {
                      return bands[row].text;
                    }
                    return how.ties === 'ORDINAL'
                      ? String(ordinals[row])
                      : sizes[place] > 1 ? marked(String(number(place)), how.mark) : String(number(place));
                  }),
                  scores: shown.texts.map((text, row) => {
                    const rule = bands[row] ? how.bandScores : 'SHOWN';
                    return rule === 'SHOWN' ? text : rule === 'HIDDEN' ? '' : range(bands[row]);
                  }),
                };
              };

              /** The model with its numbers read, once. */
              const prepare = (model) => ({
                columns: model.columns.map((column) => ({
                  denominator: BigInt(column.denominator),
                  values: column.values.split(' ').map((each) => BigInt(each)),
                })),
                breaks: model.breaks,
                presentation: model.presentation,
              });

              /** {places, positions, scores} by row and the rows as listed; null if the points are no weights. */
              const rank = (prepared, points) => {
                const whole = wholePoints(points);
                if (whole === null) {
                  return null;
                }
                const how = prepared.presentation;
                const scores = rescaled(sums(prepared.columns, whole), how.rescaling);
                const shown = presented(scores, how);
                const rounds = how.decimals !== null && how.ranksRounded;
                const ties = placesOf(rounds ? shown.numerators : scores.numerators);
                const places = prepared.breaks === null ? ties : brokenTies(ties, prepared.breaks);
                return Object.assign({ places }, show(places, shown, how));
              };

              return { prepare, rank, decimal, wholePoints, divide, exactText };
            })();
            """;

    private RankingScript() {}
}
