// Reads numbers exactly as the server does (workshop/language/numbers.py), in whole millionths, and writes them.
"use strict";
const numbers = (() => {
  const AROUND = /^[ \u00a0\u2007\u2008\u2009\u200a\u202f\t\r\n]+|[ \u00a0\u2007\u2008\u2009\u200a\u202f\t\r\n]+$/g;
  const WITHIN = /[ \u00a0\u2007\u2008\u2009\u200a\u202f]+/g;
  const BODY = "([0-9]*(?:[.,'\u2019 ][0-9]+)*)([.,](?:--?|[\u2013\u2014=]))?";
  const SIGN = "([-+\u2212\u2013]) ?";
  const AFTER = "(?: ?(?:%|\u20ac|euro?|u|uur|uren|h|hours?))?";
  const EURO = "(?:\u20ac|euro?) ?";
  const SHAPES = [`(?:${SIGN})?${EURO}${BODY}`, `${EURO}(?:${SIGN})?${BODY}`, `(?:${SIGN})?${BODY}${AFTER}`].map((one) => new RegExp(`^(?:${one})$`, "i"));
  const WHOLE = /^(?:[0-9]*|[1-9][0-9]{0,2}([.,' ])[0-9]{3}(?:\1[0-9]{3})*)$/;
  const CLOCK = /^([0-9]{1,4})(?::| ?(?:uur|u|hours?|h)(?: en)? ?)([0-5][0-9])(?: ?(?:uur|u|h|m|min|minuten|minutes))?$/i;
  const PARTS = /(?<![0-9.,'\u2019])([0-9]{0,15}) ?([\u00bc\u00bd\u00be])(?![0-9.,'\u2019])/g;
  const WORD = /(?<![0-9a-z])(?:een )?(anderhalf|anderhalve|half|halve)(?![0-9a-z.,'\u2019])/gi;
  const HALVES = { "\u00bc": "25", "\u00bd": "5", "\u00be": "75" };
  const MILLION = 1000000n;

  const inDigits = (typed) => {
    const clock = typed.match(CLOCK);
    if (clock) return `${clock[1]}.${String(Math.floor((clock[2] * 100 + 30) / 60)).padStart(2, "0")} u`;
    const parts = typed.replace(PARTS, (all, whole, part) => `${whole || 0}.${HALVES[part]}`);
    return parts.replace(WORD, (all, word) => (/^a/i.test(word) ? "1.5" : "0.5"));
  };

  const markOf = (body, language) => {
    const marks = body.match(/[.,' ]/g) || [];
    const mark = marks[marks.length - 1];
    if (mark !== "." && mark !== ",") return "";
    if (marks.length > 1) return new Set(marks).size > 1 ? mark : "";
    const [before, after] = body.split(mark);
    const groups = after.length === 3 && before.length <= 3 && /[1-9]/.test(before);
    return groups && mark === (language === "nl" ? "." : ",") ? "" : mark;
  };

  /** What was typed, in millionths; null when it is blank or no number. */
  const read = (text, language) => {
    const typed = inDigits(text.replace(AROUND, "").replace(WITHIN, " "));
    const match = SHAPES.map((one) => typed.match(one)).find(Boolean);
    if (!match || !match[2]) return null;
    const body = match[2].replace(/\u2019/g, "'") + (match[3] ? `${match[3][0]}0` : "");
    const mark = markOf(body, language);
    const cut = mark ? body.lastIndexOf(mark) : body.length;
    const whole = body.slice(0, cut);
    const decimals = body.slice(cut + 1);
    const digits = whole.replace(/[.,' ]/g, "");
    if (!WHOLE.test(whole) || digits.length > 15 || decimals.length > 6) return null;
    const value = BigInt(digits || "0") * MILLION + BigInt(decimals.padEnd(6, "0"));
    return match[1] && match[1] !== "+" ? -value : value;
  };

  /** Millionths as the page says them back: "1250", "12 500,5". */
  const write = (value, language, cents = false) => {
    const point = language === "nl" ? "," : ".";
    const size = value < 0n ? -value : value;
    const digits = (size / MILLION).toString();
    const whole = digits.length > 4 ? digits.replace(/\B(?=(?:\d{3})+$)/g, "\u202f") : digits;
    const exact = (size % MILLION).toString().padStart(6, "0").replace(/0+$/, "");
    const decimals = cents && exact ? exact.padEnd(2, "0") : exact;
    return `${value < 0n ? "-" : ""}${whole}${decimals && point + decimals}`;
  };

  return { read, write };
})();

for (const list of document.querySelectorAll("[data-total]")) {
  const language = document.documentElement.lang;
  const typedIn = list.closest("form")?.elements["gemaakt-in"]?.value || language;
  const { whole, less, even, more } = list.dataset;
  const left = list.querySelector(".left");
  const add = () => {
    let sum = 0n;
    for (const box of list.querySelectorAll("input[type=text]")) sum += numbers.read(box.value, typedIn) ?? 0n;
    list.querySelector("output").textContent = numbers.write(sum, language, list.textContent.includes("€"));
    if (!left) return;
    const rest = BigInt(whole) * 1000000n - sum;
    left.textContent = (rest > 0n ? less : rest < 0n ? more : even).replace("{n}", numbers.write(rest < 0n ? -rest : rest, language));
  };
  list.addEventListener("input", add);
  list.addEventListener("recount", add);
}
