// What is on the screen beside the report that the page holds: every cell, every hint of last year, every mark.
// With sums of its own, so that the page is not its own witness; run in the page, whatever the browser.
import assert from "node:assert/strict";

/** How long the screen may take to follow: an answer of the program that judges is among it. */
const PATIENCE_MS = 10_000;

/**
 * For the page, before anything of its own: keeps the drafts that it asked the rules about, and what they answered.
 * The list of drafts asks about each of its own, so the last one asked about elsewhere is kept apart.
 */
export function watch() {
  const post = Worker.prototype.postMessage;
  const watched = new WeakSet();
  Worker.prototype.postMessage = function (message, ...more) {
    const [number, job] = Array.isArray(message) ? message : [];
    if (job && job.JudgeDraft) {
      const asked = { number, draft: JSON.parse(job.JudgeDraft.draft) };
      const isListed = document.querySelector(".draft-list") !== null;
      window.asked = { last: asked, open: isListed ? (window.asked || {}).open : asked };
      if (!watched.has(this)) {
        watched.add(this);
        this.addEventListener("message", ({ data: [number, isDone, answer] }) => {
          for (const asked of Object.values(window.asked)) {
            if (asked && number === asked.number) asked.judgement = isDone ? JSON.parse(answer.judgement) : { findings: [] };
          }
        });
        // Who does not answer marks nothing.
        this.addEventListener("error", () => { window.asked.last.judgement = { findings: [] }; });
      }
    }
    return post.call(this, message, ...more);
  };
}

/** Waits until the screen says what the page holds, and fails with every place where it does not. */
export async function isTrue(inside, what) {
  const until = Date.now() + PATIENCE_MS;
  let lies = await inside(differences);
  while (lies.length > 0 && Date.now() < until) {
    await inside(() => new Promise((done) => setTimeout(done, 20)));
    lies = await inside(differences);
  }
  assert.deepEqual(lies, [], `the screen and the report differ after ${what}`);
}

/**
 * A page whose every verb is followed by that comparison, so that no story can pass over it.
 * Those that leave the page, or look at it where it is not whole, are named.
 */
export function truthful(page, inside, unheard) {
  return new Proxy(page, {
    get(target, verb) {
      const value = target[verb];
      if (typeof value !== "function") return value;
      if (unheard.includes(verb)) return value.bind(target);
      return async (...given) => {
        const answer = await value.apply(target, given);
        await isTrue(inside, `${verb}(${given.map((it) => String(it).slice(0, 60)).join(", ")})`);
        return answer;
      };
    },
    set: (target, name, value) => Reflect.set(target, name, value),
  });
}

/** For the page: where the table on the screen says something else than the report. */
function differences() {
  const inputs = [...document.querySelectorAll('input[id^="cell:"]')];
  if (inputs.length === 0) return [];
  const asked = new Set(Object.values(window.asked || {}).filter((it) => it && it.judgement));
  if (asked.size === 0) return ["the rules have not answered yet"];
  window.nCompared = (window.nCompared || 0) + inputs.length;
  const keysOf = (input) => input.id.split(":").slice(1);
  const isTotal = (key) => /(^|\/)total$/.test(key);
  const linesOf = (table, idx) => [...new Set(inputs.map(keysOf).filter((keys) => keys[0] === table).map((keys) => keys[idx]))];

  const typedIn = (report, [table, row, column]) => ((report.figures || {})[table] || {})[row] === undefined ? undefined : report.figures[table][row][column];
  const termsOf = (keys, idx) => {
    const group = keys[idx].replace(/total$/, "");
    return linesOf(keys[0], idx).filter((key) => key.startsWith(group) && !isTotal(key)).map((key) => Object.assign([...keys], { [idx]: key }));
  };
  const shown = (report, keys) => {
    const typed = typedIn(report, keys);
    if (typed !== undefined) return typed;
    for (const idx of [2, 1].filter((idx) => isTotal(keys[idx]))) {
      const terms = termsOf(keys, idx).map((term) => shown(report, term));
      if (terms.every((term) => typeof term === "number")) return terms.reduce((sum, term) => sum + term, 0);
    }
    return undefined;
  };

  // Letters stand as they are typed until the cell is left.
  const plain = (text) => text.normalize("NFKC").replace(/[\s,件项宗万元]/g, "").replace(/^\+?0*(?=\d)/, "");
  const isSame = (input, expected) => input.value === expected || (input === document.activeElement && plain(input.value) === plain(expected));

  const liesBeside = ({ draft, judgement }) => {
    const lies = [];
    const problems = judgement.findings.filter((finding) => finding.note === undefined && judgement.rules[finding.rule].concerns === "wrong");
    const severityOf = (keys) => {
      const is = (spot) => [spot.table, spot.row, spot.column].join(" ") === keys.join(" ");
      const problem = problems.find((finding) => finding.spots.some(is));
      return problem && problem.severity;
    };
    for (const input of inputs) {
      const keys = keysOf(input);
      const [row, column] = [keys[1], keys[2]];
      const say = (what, seen, expected) => lies.push(`${input.getAttribute("aria-label")}: ${what} “${seen}” instead of “${expected}”`);

      const figure = shown(draft, keys);
      const expected = figure === undefined ? "" : String(figure);
      if (!isSame(input, expected)) say("shows", input.value, expected);

      const { previous } = draft;
      const isLastYear = previous !== undefined && previous.year + 1 === draft.year;
      // What another edition adds up is not known here.
      if (!isLastYear || previous.edition === draft.edition || !(isTotal(row) || isTotal(column))) {
        const before = isLastYear ? shown(previous, keys) : undefined;
        const hint = input.nextElementSibling ? input.nextElementSibling.textContent : "";
        const expectedHint = before === undefined ? "" : `上年 ${before}`;
        if (hint !== expectedHint) say("has beside it", hint, expectedHint);
      }

      const severity = severityOf(keys);
      const marks = {
        error: severity === "error",
        warning: severity === "warning" || severity === "hint",
        typed: (isTotal(row) || isTotal(column)) && typedIn(draft, keys) !== undefined,
        text: typeof figure === "string" && !/^-?[\d.]+$/.test(figure),
      };
      for (const [mark, isMarked] of Object.entries(marks)) {
        if (input.classList.contains(mark) !== isMarked) say(`${mark} is`, !isMarked, isMarked);
      }
      if ((input.getAttribute("aria-invalid") === "true") !== marks.error) say("is told as wrong", !marks.error, marks.error);
    }
    return lies;
  };
  return [...asked].map(liesBeside).sort((one, other) => one.length - other.length)[0];
}
