//! JSON for the boundary: the values that this crate gives out, and no others. One string that JavaScript parses is
//! faster than an object set property by property, and takes a quarter of the code.

use std::fmt;

use serde::ser::{self, Impossible, Serialize};

use crate::decimal;

/// Writes JSON. `write_float` appends a number with decimals, which JavaScript can do and the module need not.
#[derive(Debug)]
pub struct Json {
    text: String,
    write_float: fn(f64, &mut String),
}

/// A value that is none of those that [`Json`] writes.
#[derive(Debug)]
pub struct Unsupported;

/// The value as JSON.
///
/// # Errors
/// [`Unsupported`] for maps, bytes, single characters and enums with fields, of which an outline has none.
pub fn to_json(value: &impl Serialize, write_float: fn(f64, &mut String)) -> Result<String, Unsupported> {
    let mut json = Json { text: String::new(), write_float };
    value.serialize(&mut json)?;
    Ok(json.text)
}

impl Json {
    fn string(&mut self, string: &str) {
        self.text.push('"');
        for c in string.chars() {
            match c {
                '"' | '\\' => self.text.extend(['\\', c]),
                '\0'..=' ' if c != ' ' => {
                    self.text.push_str("\\u00");
                    for half in [c as u8 >> 4, c as u8 & 15] {
                        self.text.push(char::from(b"0123456789abcdef"[usize::from(half)]));
                    }
                }
                _ => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    /// A comma behind the value before, if there is one.
    fn next(&mut self) {
        if !self.text.ends_with(['[', '{']) {
            self.text.push(',');
        }
    }

    fn key(&mut self, key: &str) {
        self.next();
        self.string(key);
        self.text.push(':');
    }
}

macro_rules! unsupported {
    ($($name:ident($($type:ty),*) -> $result:ty;)*) => {
        $(fn $name(self, $(_: $type),*) -> Result<$result, Unsupported> {
            Err(Unsupported)
        })*
    };
}

impl ser::Serializer for &mut Json {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = Self;
    type SerializeTuple = Impossible<(), Unsupported>;
    type SerializeTupleStruct = Impossible<(), Unsupported>;
    type SerializeTupleVariant = Impossible<(), Unsupported>;
    type SerializeMap = Impossible<(), Unsupported>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Unsupported>;

    fn serialize_bool(self, value: bool) -> Result<(), Unsupported> {
        self.text.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unsupported> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unsupported> {
        decimal::push(&mut self.text, value);
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unsupported> {
        (self.write_float)(value, &mut self.text);
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Unsupported> {
        self.string(value);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unsupported> {
        self.text.push_str("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsupported> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &str, _: u32, variant: &str) -> Result<(), Unsupported> {
        self.string(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &str, value: &T) -> Result<(), Unsupported> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &str,
        _: u32,
        _: &str,
        _: &T,
    ) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Unsupported> {
        self.text.push('[');
        Ok(self)
    }

    fn serialize_struct(self, _: &str, _: usize) -> Result<Self, Unsupported> {
        self.text.push('{');
        Ok(self)
    }

    unsupported! {
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_f32(f32) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }
}

impl ser::SerializeSeq for &mut Json {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        self.next();
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unsupported> {
        self.text.push(']');
        Ok(())
    }
}

impl ser::SerializeStruct for &mut Json {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), Unsupported> {
        self.key(key);
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unsupported> {
        self.text.push('}');
        Ok(())
    }
}

impl ser::Error for Unsupported {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl std::error::Error for Unsupported {}

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("This value has no JSON.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, outline};

    #[test]
    fn an_outline_is_what_serde_json_makes_of_it() {
        let text = "00:01 MINISTER BRANDT: Good \"morning\" \\ all.\n\nToday I am announcing 40.5 million\u{1} kroner for \
                    the Skarvik ferry, and we have decided to open it on 3 May 2031.\n\nQ: When?\n\nMINISTER BRANDT: In May.";
        let outline = outline(text, &Options::default()).expect("an outline");
        let float =
            |value: f64, text: &mut String| text.push_str(&serde_json::to_string(&value).expect("a number"));
        assert_eq!(to_json(&outline, float).expect("JSON"), serde_json::to_string(&outline).expect("JSON"));
    }

    #[test]
    fn what_an_outline_has_not_is_refused() {
        assert!(to_json(&'c', |_, _| ()).is_err() && to_json(&(1, 2), |_, _| ()).is_err());
    }
}
