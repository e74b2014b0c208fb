import assert from "node:assert/strict";
import { test } from "node:test";
import { readMoment } from "./moment.ts";

const half = new Date(2023, 3, 15, 10, 30);
const evening = new Date(2023, 3, 5, 22, 30);

const read: [stamp: string, language: string, moment: Date][] = [
  ["10:30 AM, 4/15/2023", "en", half],
  ["10:30\u202fPM, 4/5/2023", "en", evening],
  ["12:05 AM, 1/1/2024", "en", new Date(2024, 0, 1, 0, 5)],
  ["12:05 PM, 1/1/2024", "en", new Date(2024, 0, 1, 12, 5)],
  ["10:30, 15/04/2023", "fr", half],
  ["22:30, 05/04/2023", "fr", evening],
  ["22:30, 5/4/2023", "es", evening],
  ["10:30 p. m., 5/4/2023", "es-419", evening],
  ["22:30, 05/04/2023", "pt-BR", evening],
  ["22:30, 5.4.2023", "de", evening],
  ["22:30, 5.4.2023", "he", evening],
  ["22:30, 2023/4/5", "zh", evening],
  ["下午10:30, 2023/4/5", "zh", evening],
  ["١٠:٣٠ م, ٥/٤/٢٠٢٣", "ar-EG", evening],
  ["22:30, 05/04/23", "fr", evening],
  ["05/04/2023, 22:30", "fr", evening],
];

for (const [stamp, language, moment] of read) {
  test(`"${stamp}" in ${language}`, () => assert.deepEqual(readMoment(stamp, language), moment));
}

for (const stamp of [
  "",
  "hier",
  "10:30",
  "10:30, hier",
  "25:00, 05/04/2023",
  "10:30, 31/02/2023",
  "1:2:3:4, 5",
]) {
  test(`"${stamp}" is not guessed`, () => assert.equal(readMoment(stamp, "fr"), undefined));
}

test("an unknown language tag is read as English", () => {
  assert.deepEqual(readMoment("10:30 AM, 4/15/2023", "x_y"), half);
});
