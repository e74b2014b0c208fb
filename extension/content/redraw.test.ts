import assert from "node:assert/strict";
import { test } from "node:test";
import { Redraw } from "./redraw.ts";

/** A browser whose frames come when a test says so. */
class Stage {
  drawn = 0;
  due = false;
  private next: (() => void) | undefined;
  readonly redraw = new Redraw(
    () => this.drawn++,
    () => this.due,
    {
      request: (next) => {
        assert.equal(this.next, undefined, "a second frame was asked for");
        this.next = next;
        return 1;
      },
      cancel: () => {
        this.next = undefined;
      },
    },
  );

  frame(): void {
    const { next } = this;
    this.next = undefined;
    next?.();
  }
}

test("however often it is asked, it draws once, with the next frame", () => {
  const stage = new Stage();
  for (let i = 0; i < 3; i++) stage.redraw.ask();
  assert.equal(stage.drawn, 0);
  stage.frame();
  stage.frame();
  assert.equal(stage.drawn, 1);
});

test("while an answer is due one frame passes by, and no more", () => {
  const stage = new Stage();
  stage.due = true;
  stage.redraw.ask();
  stage.frame();
  stage.redraw.ask(); // waits with the first
  assert.equal(stage.drawn, 0);
  stage.frame();
  assert.equal(stage.drawn, 1);
});

test("the answer that came meanwhile is in the one picture that is drawn", () => {
  const stage = new Stage();
  stage.due = true;
  stage.redraw.ask();
  stage.frame();
  stage.due = false;
  stage.redraw.ask();
  stage.frame();
  stage.frame();
  assert.equal(stage.drawn, 1);
});

test("what was cancelled is not drawn, and it can be asked again", () => {
  const stage = new Stage();
  stage.redraw.ask();
  stage.redraw.cancel();
  stage.frame();
  assert.equal(stage.drawn, 0);
  stage.redraw.ask();
  stage.frame();
  assert.equal(stage.drawn, 1);
});
