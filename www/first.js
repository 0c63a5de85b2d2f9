// @ts-check
// What the page has to know before it is painted, so that nothing flashes up that does not stay: whether a text of the
// reader's own is coming, and in which language the page speaks. It stands before all modules, and is no module.
{
  const LANGUAGES = ["en", "de", "fr", "es"];
  const root = document.documentElement;

  /** @param {string} name of what is stored; nothing where storage is forbidden */
  const stored = (name) => {
    try {
      return localStorage.getItem(`speech-outline: ${name}`) ?? "";
    } catch {
      return "";
    }
  };

  if (stored("kept") !== "" || location.hash.startsWith("#text=") || location.search === "?shared") root.dataset.coming = "";

  const asked = [stored("language"), ...navigator.languages].map((tag) => tag.toLowerCase().split("-")[0] ?? "");
  const language = asked.find((tag) => LANGUAGES.includes(tag)) ?? "en";
  // As it comes, the page is in English.
  if (language !== "en") {
    root.dataset.awaits = language;
    // The page that is one file has its strings within, and no manifest.
    if (document.querySelector("link[rel=manifest]")) {
      const link = document.createElement("link");
      link.rel = "modulepreload";
      link.href = `./strings/${language}.js`;
      document.head.append(link);
    }
  }
}
