//! Texts that nobody speaks, made to find work that grows faster than the text.

/// Makes a text of about so many bytes.
type Make = fn(usize) -> String;

pub const TEXTS: &[(&str, Make)] = &[
    ("one-endless-line", |bytes| repeat("and then we went on and said again what was said ", bytes)),
    ("one-endless-sentence", |bytes| repeat("and then we went on,\n", bytes)),
    ("colons", |bytes| repeat(":", bytes)),
    ("words-with-colons", |bytes| repeat("a: ", bytes)),
    ("nested-brackets", |bytes| nested("(", ")", bytes)),
    ("nested-quotes", |bytes| nested("“‘", "’”", bytes)),
    ("open-brackets", |bytes| repeat("([{ a ", bytes)),
    ("open-quotes", |bytes| repeat("\"a 'b ", bytes)),
    ("capitals", |bytes| repeat("WE WILL BUILD THE BRIDGE AND THE ROAD. ", bytes)),
    ("capitalised-words", |bytes| repeat("Marlow Bend County Harbour Board ", bytes)),
    ("digits", |bytes| repeat("7", bytes)),
    ("numbers", |bytes| repeat("2031 $40 5.5% 12:30 ", bytes)),
    ("only-labels", |bytes| repeat("ANNA REED:\nBEN LØNN:\n", bytes)),
    ("two-speakers", |bytes| repeat("ANNA REED: Yes.\nBEN LØNN: No, we did not.\n", bytes)),
    ("many-speakers", |bytes| numbered(bytes, |name| format!("MR. {name}: Yes, we do.\n"))),
    ("many-names", |bytes| numbered(bytes, |name| format!("We met Ana {name} there. "))),
    ("many-words", |bytes| numbered(bytes, |name| format!("{} ", name.to_lowercase()))),
    ("many-questions", |bytes| repeat("Q: Why not?\nA: We will, by May 2031.\n", bytes)),
    ("same-sentence", |bytes| repeat("We have decided to build 3 ferries by May. ", bytes)),
    ("short-sentences", |bytes| repeat("No. ", bytes)),
    ("short-lines", |bytes| repeat("So\n", bytes)),
    ("empty-lines", |bytes| format!("Good morning.{}", repeat("\n", bytes))),
    ("combining-marks", |bytes| format!("e{}", repeat("\u{301}\u{323}", bytes))),
    ("no-spaces", |bytes| repeat("harbour", bytes)),
    ("abbreviations", |bytes| repeat("Mr. U.S. e.g. No. St. ", bytes)),
    ("full-stops", |bytes| repeat(".", bytes)),
    ("spaced-full-stops", |bytes| repeat(" .", bytes)),
    ("list-marks", |bytes| numbered(bytes, |name| format!("1. {name} 2. {name} "))),
    ("tags", |bytes| repeat("<p><b>a", bytes)),
    ("open-tags", |bytes| repeat("<a <", bytes)),
    ("entities", |bytes| repeat("&amp;&#39;&", bytes)),
    ("cues", |bytes| format!("WEBVTT\n\n{}", repeat("00:01.000 --> 00:02.000\nWe go on\n\n", bytes))),
    ("cues-backwards", |bytes| repeat("2\n00:02:01,000 --> 00:00:01,000\n<v Al>So\n\n", bytes)),
    ("times", |bytes| repeat("0:15\nand so on\n", bytes)),
    ("chevrons", |bytes| repeat(">> AND SO ON >>> ", bytes)),
    ("stage-directions", |bytes| repeat("(Laughter.) [inaudible] ", bytes)),
    ("page-headers", |bytes| repeat("Page 3 of 4\n\nand so on and\n\n", bytes)),
    ("cut-words", |bytes| repeat("and so con-\ntinued ", bytes)),
    ("line-ends", |bytes| repeat("\r\n x\r", bytes)),
    ("emoji", |bytes| repeat("😀", bytes)),
];

fn repeat(part: &str, bytes: usize) -> String {
    part.repeat(bytes / part.len())
}

fn nested(open: &str, close: &str, bytes: usize) -> String {
    let depth = bytes / (open.len() + close.len());
    format!("{}we go on{}", open.repeat(depth), close.repeat(depth))
}

/// Parts that each hold another name, of letters only.
fn numbered(bytes: usize, part: fn(&str) -> String) -> String {
    let mut text = String::new();
    let mut number = 0;
    while text.len() < bytes {
        text.push_str(&part(&name(number)));
        number += 1;
    }
    text
}

fn name(mut number: usize) -> String {
    let mut name = String::from("N");
    loop {
        name.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return name;
        }
    }
}
