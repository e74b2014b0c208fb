// When the screen is drawn: once a frame at most, and a frame later while an answer is due.

/** What asks a browser for its next frame; tests replace it. */
export interface Frames {
  request(next: () => void): number;
  cancel(id: number): void;
}

const ofTheBrowser: Frames = {
  request: (next) => requestAnimationFrame(next),
  cancel: (id) => cancelAnimationFrame(id),
};

export class Redraw {
  private frame = 0;

  constructor(
    private readonly draw: () => void,
    /** Whether something is being waited for that mostly comes between two frames: one drawn meanwhile would keep it waiting. */
    private readonly isDue: () => boolean,
    private readonly frames = ofTheBrowser,
  ) {}

  /** Draws with the next frame, or with the one after while an answer is due. */
  ask(): void {
    if (!this.frame) this.wait(1);
  }

  /** Draws nothing that was asked for. */
  cancel(): void {
    this.frames.cancel(this.frame);
    this.frame = 0;
  }

  private wait(patience: number): void {
    this.frame = this.frames.request(() => {
      this.frame = 0;
      if (patience > 0 && this.isDue()) this.wait(patience - 1);
      else this.draw();
    });
  }
}
