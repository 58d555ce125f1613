import { expect, test } from "vitest";
import { marksOf } from "#lib/screening/marks.ts";

test("marks stand in order, and where rules overlap one names them all", () => {
  const marks = marksOf([
    { name: "Adverts", places: [{ start: 10, end: 20 }] },
    {
      name: "Links",
      places: [
        { start: 0, end: 5 },
        { start: 15, end: 25 },
        { start: 30, end: 31 },
      ],
    },
    { name: "Adverts", places: [{ start: 24, end: 26 }] },
    { name: "Sender", places: [] },
  ]);
  expect(marks).toEqual([
    { start: 0, end: 5, label: "Links" },
    { start: 10, end: 26, label: "Adverts, Links" },
    { start: 30, end: 31, label: "Links" },
  ]);
});

test("what touches does not overlap", () => {
  const places = [
    { start: 0, end: 2 },
    { start: 2, end: 4 },
  ];
  expect(marksOf([{ name: "A", places }])).toHaveLength(2);
});
