"use client";

import { useEffect, useRef, useState } from "react";
import { init, outline, outlineAsync } from "speech-outline";
import "speech-outline/element/define";

// A client component: the outline is made in the reader's browser.
export default function Reader() {
  const [made, setMade] = useState();
  const element = useRef();
  useEffect(() => {
    const make = async () => {
      await init();
      const { outline: there, thread } = await outlineAsync(transcript, { worker: true });
      setMade({ main: outline(transcript), [thread]: there });
    };
    make();
  }, []);
  useEffect(() => {
    if (!made) return;
    element.current.addEventListener("speech-outline-ready", () => {
      globalThis.made = { ...made, element: element.current.outline };
    });
    element.current.text = transcript;
  }, [made]);
  return <speech-outline ref={element} />;
}
