// The room: its head, its views, and which of them the address asks for.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { WrittenLocale as Locale } from "../strings.ts";
import { type Chosen, chosenIn, keepInAddress } from "./address.ts";
import type { Checking } from "./checking.ts";
import { Compare } from "./compare.tsx";
import { focusTitle, useChange } from "./focus.ts";
import { Guides } from "./guides.tsx";
import type { Lesson, Lessons } from "./lessons.ts";
import { Practice } from "./practice.tsx";
import { Scenarios } from "./scenarios.tsx";
import { note, Session } from "./session.tsx";
import type { TrustState } from "./start.tsx";
import { Tour } from "./tour.tsx";
import { TrustLine } from "./trust.tsx";
import { type RoomKey, say } from "./words.ts";

/** All that the views show. */
export interface Place {
  checking: Checking;
  trust: TrustState;
  lessons: Lessons;
}

export interface ViewProps extends Place {
  locale: Locale;
  /** What the address names after the view. */
  name: string;
}

const views: Record<string, { title: RoomKey; View: (props: ViewProps) => VNode }> = {
  scenarios: { title: "scenarios", View: Scenarios },
  compare: { title: "compare", View: Compare },
  tour: { title: "tour", View: Tour },
  session: { title: "session", View: Session },
  guides: { title: "guides", View: Guides },
};

export function Room({ place }: { place: Place }): VNode {
  const [address, setAddress] = useState(location.hash);
  const [locale, setLocale] = useState(place.checking.locale);
  const [large, setLarge] = useState(chosenIn(location.search).large ?? false);
  const choose = (chosen: Chosen) => {
    if (chosen.locale) setLocale(chosen.locale);
    if (chosen.large !== undefined) setLarge(chosen.large);
    keepInAddress(chosen);
  };
  useEffect(() => {
    const follow = () => setAddress(location.hash);
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  useChange(focusTitle, [address]);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = `Bonton – ${say(locale, "room")}`;
    place.checking.speak(locale);
  }, [locale]);
  useEffect(() => {
    document.documentElement.classList.toggle("large", large);
    place.checking.refresh();
  }, [large]);

  const [view = "scenarios", ...rest] = address.replace(/^#\/?/, "").split("/");
  const name = rest.join("/");
  const props: ViewProps = { ...place, locale, name };
  const known = place.lessons.lessons.find(({ id }) => id === name);
  const open = useRef(known);
  if (known || open.current?.id !== name) open.current = known;
  const lesson = open.current; // one that other rules no longer have stays while it is practised
  return (
    <>
      <Head locale={locale} view={view} large={large} choose={choose} />
      <TrustLine locale={locale} trust={place.trust} engine={place.checking.engine} />
      <Broken locale={locale} lessons={place.lessons} />
      <main>{contents(view, props, lesson)}</main>
    </>
  );
}

function contents(view: string, props: ViewProps, lesson: Lesson | undefined): VNode {
  if (view === "practice" && lesson)
    return <Practice key={lesson.id} {...props} lesson={lesson} sent={(sent) => note({ lesson, sent })} />;
  const { View } = views[view] ?? { View: Scenarios };
  return <View {...props} />;
}

interface HeadProps {
  locale: Locale;
  view: string;
  large: boolean;
  choose: (chosen: Chosen) => void;
}

function Head({ locale, view, large, choose }: HeadProps): VNode {
  const here = view === "practice" ? "scenarios" : view || "scenarios";
  return (
    <header class="head">
      <a class="brand" href="#/scenarios">
        <img src="../icons/48.png" alt="" width="28" height="28" />
        <span>
          Bonton <small>{say(locale, "room")}</small>
        </span>
      </a>
      <nav>
        {Object.entries(views).map(([name, { title }]) => (
          <a key={name} href={`#/${name}`} {...(name === here ? { "aria-current": "page" } : {})}>
            {say(locale, title)}
          </a>
        ))}
      </nav>
      <div class="tools">
        <button
          type="button"
          data-act="present"
          aria-pressed={large}
          onClick={() => choose({ large: !large })}
        >
          {say(locale, large ? "presenter_off" : "presenter")}
        </button>
        <button
          type="button"
          data-act="language"
          lang={locale === "fr" ? "en" : "fr"}
          onClick={() => choose({ locale: locale === "fr" ? "en" : "fr" })}
        >
          {say(locale, "language")}
        </button>
      </div>
    </header>
  );
}

function Broken({ locale, lessons }: { locale: Locale; lessons: Lessons }): VNode | null {
  if (lessons.broken.length === 0) return null;
  return (
    <p class="banner bad" role="alert" data-part="broken">
      {say(locale, "broken", lessons.broken.join(", "))}
    </p>
  );
}
