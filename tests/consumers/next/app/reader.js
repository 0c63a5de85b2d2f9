"use client";

import { useEffect, useState } from "react";
import { init, outline, outlineAsync } from "speech-outline";

// A client component: the outline is made in the reader's browser.
export default function Reader() {
  const [made, setMade] = useState();
  useEffect(() => {
    const make = async () => {
      await init();
      const { outline: there, thread } = await outlineAsync(transcript, { worker: true });
      setMade({ main: outline(transcript), [thread]: there });
    };
    make();
  }, []);
  useEffect(() => {
    globalThis.made = made;
  }, [made]);
  return <p>{made?.main.sections.length} sections</p>;
}
