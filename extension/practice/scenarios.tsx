// The scenarios there are.
import type { VNode } from "preact";
import type { ViewProps } from "./room.tsx";
import { say } from "./words.ts";

export function Scenarios({ locale, lessons: { lessons } }: ViewProps): VNode {
  return (
    <div class="page">
      <h1>{say(locale, "choose")}</h1>
      <p class="lead">{say(locale, "intro")}</p>
      <ul class="cards">
        {lessons.map((lesson) => (
          <li key={lesson.id} class="card" data-lesson={lesson.id}>
            <h2>{lesson.title[locale]}</h2>
            <p>{lesson.cast.me[locale]}</p>
            <p class="ways">
              <a class="button primary" href={`#/practice/${lesson.id}`}>
                {say(locale, "practise")}
                <span class="unseen">: {lesson.title[locale]}</span>
              </a>
              <a class="button" href={`#/compare/${lesson.id}`}>
                {say(locale, "see_compare")}
                <span class="unseen">: {lesson.title[locale]}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
